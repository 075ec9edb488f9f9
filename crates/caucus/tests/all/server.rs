//! The server over a socket: what it carries, what it refuses, and what its stream of changes tells whom.

use caucus::clock::Clock;
use caucus::examples::{Example, play};
use caucus::proof::ProofCost;
use caucus::web::App;
use caucus::web::app::DemoLink;
use caucus::web::serve::{Running, ServeError, start};
use caucus::web::tls::own_certificate;
use desk::Desk;
use desk::directory::{Host, Line};
use record::{MemoryStore, Record, SeededSource, StoreKey};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;
use terms::id::PersonId;
use tokio::runtime::Runtime;

struct Served {
    runtime: Runtime,
    running: Option<Running>,
    app: Arc<App>,
    addr: SocketAddr,
}

impl Drop for Served {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            self.runtime.block_on(running.stop()).unwrap();
        }
    }
}

fn app(tls: bool) -> Arc<App> {
    let entropy = Arc::new(SeededSource([3; 32]));
    let record = Record::open(Arc::new(MemoryStore::new()), StoreKey::from_bytes([3; 32]), "caucus.test", entropy.clone()).unwrap();
    let desk = Desk::open(record, entropy).unwrap();
    let example = Example::embedded("two-rivers").unwrap();
    let mut clock = Clock::default();
    play(&desk, &example, clock.wall()).unwrap();
    clock.hold(example.founding.case.code.clone(), example.now);
    let mut app = App::new(Arc::new(desk), clock, ProofCost::TEST, Host::default());
    app.tls = tls;
    for (person, slot) in [("sahar", "1"), ("olin", "2"), ("amal", "3")] {
        let id = example.founding.people.iter().find(|p| p.name.to_lowercase().contains(person)).unwrap().id.clone();
        app.demo.push(DemoLink {
            token: format!("token-{person}"),
            case: example.founding.case.code.clone(),
            person: id,
            slot: slot.to_owned(),
        });
    }
    Arc::new(app)
}

fn serve() -> Served {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let app = app(false);
    let running = runtime.block_on(start(app.clone(), SocketAddr::from(([127, 0, 0, 1], 0)), None)).unwrap();
    let addr = running.addr;
    Served { runtime, running: Some(running), app, addr }
}

impl Served {
    fn ask(&self, head: &str, body: &str) -> (u16, Vec<String>, String) {
        let mut stream = TcpStream::connect(self.addr).unwrap();
        let length = if body.is_empty() {
            String::new()
        } else {
            format!("content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n", body.len())
        };
        write!(stream, "{head}\r\nhost: {}\r\nconnection: close\r\n{length}\r\n{body}", self.addr).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|l| l.split(' ').nth(1)).unwrap().parse().unwrap();
        (status, lines.map(str::to_owned).collect(), body.to_owned())
    }

    /// Signs a demo person in; answers the cookie and the address of their first page.
    fn enter(&self, person: &str) -> (String, String) {
        let (status, headers, _) = self.ask(&format!("POST /enter/token-{person} HTTP/1.1\r\nsec-fetch-site: same-origin"), "x=1");
        assert_eq!(status, 303);
        let value = |name: &str| headers.iter().rfind(|h| h.starts_with(name)).and_then(|h| h.split_once(": ")).unwrap().1.to_owned();
        (value("set-cookie").split(';').next().unwrap().to_owned(), value("location"))
    }

    fn live(&self, cookie: &str, base: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(self.addr).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        write!(stream, "GET {base}/live HTTP/1.1\r\nhost: x\r\ncookie: {cookie}\r\n\r\n").unwrap();
        let mut reader = BufReader::new(stream);
        until(&mut reader, "retry: 5000");
        reader
    }
}

/// Reads lines until one is this.
fn until(reader: &mut BufReader<TcpStream>, wanted: &str) -> Vec<String> {
    let mut seen = Vec::new();
    loop {
        let mut line = String::new();
        assert_ne!(reader.read_line(&mut line).expect("a line in time"), 0, "the stream ended; before: {seen:?}");
        let line = line.trim_end().to_owned();
        if line == wanted {
            return seen;
        }
        seen.push(line);
    }
}

fn say(served: &Served, cookie: &str, base: &str, text: &str) {
    let (_, _, page) = served.ask(&format!("GET {base}/go HTTP/1.1\r\ncookie: {cookie}"), "");
    let room = page
        .split("href=\"")
        .filter_map(|p| p.split('"').next())
        .find(|h| h.ends_with("/note"))
        .unwrap()
        .trim_end_matches("/note")
        .to_owned();
    let body = format!("key=a-key-of-this-test&kind=statement&standing=personal&text={text}");
    let (status, _, answer) = served
        .ask(&format!("POST {room}/say HTTP/1.1\r\ncookie: {cookie}\r\nsec-fetch-site: same-origin\r\naccept: application/json"), &body);
    assert_eq!(status, 201, "{answer}");
}

#[test]
fn without_a_session_every_address_gives_the_sign_in_page_with_its_headers() {
    let served = serve();
    let (status, headers, body) = served.ask("GET /two-rivers/anything/at/all HTTP/1.1\r\naccept-language: he", "");
    assert_eq!(status, 401);
    assert!(body.contains("lang=\"he\" dir=\"rtl\""), "{body}");
    for wanted in ["cache-control: no-store", "x-content-type-options: nosniff"] {
        assert!(headers.iter().any(|h| h == wanted), "{wanted} in {headers:?}");
    }
    assert_eq!(served.ask("HEAD / HTTP/1.1", "").2, "");
    assert_eq!(served.ask("DELETE / HTTP/1.1", "").0, 405);
}

#[test]
fn what_is_too_large_is_refused_and_nothing_of_it_kept() {
    let served = serve();
    let (status, _, body) =
        served.ask("POST /sign-in HTTP/1.1\r\nsec-fetch-site: same-origin", &"a".repeat(caucus::web::serve::LARGEST + 1));
    assert_eq!(status, 413);
    assert!(body.contains("16 MB"));
}

#[test]
fn plain_http_is_spoken_on_this_machine_only() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let refused = runtime.block_on(start(app(false), SocketAddr::from(([0, 0, 0, 0], 0)), None));
    assert!(matches!(refused, Err(ServeError::PlainElsewhere(_))));
}

#[test]
fn a_certificate_of_our_own_serves() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let dir = tempfile::tempdir().unwrap();
    let own = own_certificate(dir.path(), &["localhost".to_owned()], Clock::default().wall()).unwrap();
    let running = runtime.block_on(start(app(true), SocketAddr::from(([127, 0, 0, 1], 0)), Some(own.tls))).unwrap();
    // A plain request gets no page from a port that speaks TLS.
    let mut stream = TcpStream::connect(running.addr).unwrap();
    write!(stream, "GET / HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    let mut got = Vec::new();
    let _ = stream.read_to_end(&mut got);
    assert!(!String::from_utf8_lossy(&got).contains("html"));
    runtime.block_on(running.stop()).unwrap();
}

#[test]
fn a_change_is_told_to_those_who_may_read_it_and_to_nobody_else() {
    let served = serve();
    let (delta, delta_home) = served.enter("sahar");
    let (upland, upland_home) = served.enter("olin");
    let (mediator, mediator_home) = served.enter("amal");
    let mut at_mediator = served.live(&mediator, &mediator_home);
    let mut at_upland = served.live(&upland, &upland_home);
    say(&served, &delta, &delta_home, "ours+alone");
    let before = until(&mut at_mediator, "event: changed");
    assert!(before.iter().all(|l| !l.starts_with("id:")), "no event has a number: {before:?}");
    // The other side's stream beats on, by the clock alone: its next line is the heartbeat.
    let seen = until(&mut at_upland, ":");
    assert!(!seen.iter().any(|l| l.starts_with("event")), "{seen:?}");
}

#[test]
fn a_stream_ends_with_its_session() {
    let served = serve();
    let (delta, delta_home) = served.enter("sahar");
    let mut stream = served.live(&delta, &delta_home);
    let now = served.app.clock.now(None);
    let link = &served.app.demo[0];
    let person: PersonId = link.person.clone();
    let ids: Vec<String> = served.app.desk.directory().sessions_of(&link.case, &person, now.wall).map(|s| s.id.clone()).collect();
    for id in ids {
        served.app.desk.write_line(&Line::SessionEnded { id }, now).unwrap();
    }
    // The chunk of no length is the body's end.
    let rest = until(&mut stream, "0");
    assert!(!rest.iter().any(|l| l.starts_with("event")), "{rest:?}");
    assert_eq!(served.ask(&format!("GET {delta_home} HTTP/1.1\r\ncookie: {delta}"), "").0, 401);
}
