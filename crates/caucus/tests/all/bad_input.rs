//! What nobody should send: random bytes at every address, ten megabytes of words, marks of direction,
//! markup. A clear answer each time, nothing lost, no page that runs what somebody wrote.

use caucus::clock::Clock;
use caucus::examples::Example;
use caucus::proof::ProofCost;
use caucus::web::routes::{Method, ROUTES};
use caucus::web::{App, Reply, Request, answer, hash_text};
use desk::directory::{Host, Line, SessionRow};
use desk::{Desk, Now};
use proptest::prelude::*;
use record::{MemoryStore, Record, SeededSource, StoreKey};
use std::sync::{Arc, OnceLock};
use terms::id::{PersonId, RoomCode};
use terms::time::Stamp;

const WALL: Stamp = Stamp(1_800_000_000);
const TOKEN: &str = "the session of a test";
/// The session of random requests, one of which signs it out.
const RANDOM: &str = "the session of random requests";

struct Door {
    app: App,
    caucus: RoomCode,
    mediator: RoomCode,
}

fn door() -> &'static Door {
    static DOOR: OnceLock<Door> = OnceLock::new();
    DOOR.get_or_init(|| {
        let entropy = Arc::new(SeededSource([3; 32]));
        let record = Record::open(Arc::new(MemoryStore::new()), StoreKey::from_bytes([3; 32]), "caucus.test", entropy.clone());
        let desk = Desk::open(record.expect("a record in memory"), entropy).expect("a desk");
        let now = Now { wall: WALL, case: WALL };
        let founding = Example::embedded("two-rivers").expect("the example").founding;
        let convened = desk.convene(&founding, now).expect("a case");
        let person = PersonId::new("a-ferro").expect("a person");
        let row =
            SessionRow { id: hash_text(TOKEN), case: founding.case.code.clone(), person, opened: WALL, expires: WALL.plus_seconds(99_999) };
        desk.write_line(&Line::SessionOpened(row), now).expect("a session");
        let app = App::new(Arc::new(desk), Clock::standing(WALL), ProofCost::TEST, Host::default());
        Door { app, caucus: convened.rooms["caucus:delta:aru"].clone(), mediator: convened.rooms["mediator:aru"].clone() }
    })
}

fn send(mut request: Request, session: Option<&str>) -> Reply {
    request.cookies = session.map(|token| ("caucus".to_owned(), token.to_owned())).into_iter().collect();
    answer(&door().app, &request)
}

fn say(text: &str, key: &str) -> Reply {
    let path = format!("/two-rivers/{}/say", door().caucus);
    send(Request::post(&path, &[], &[("text", text), ("party", "delta"), ("key", key)]), Some(TOKEN))
}

fn talk() -> String {
    let reply = send(Request::get(&format!("/two-rivers/{}/talk", door().caucus), &[]), Some(TOKEN));
    String::from_utf8_lossy(&reply.body).into_owned()
}

/// An address: a row's pattern whose names are filled with what is there, what is not, and noise.
fn address() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => Just(door().caucus.to_string()),
        2 => Just(door().mediator.to_string()),
        2 => Just("two-rivers".to_owned()),
        2 => (0_u64..40).prop_map(|n| n.to_string()),
        1 => "[a-z-]{1,12}",
        1 => "\\PC{0,12}",
        1 => any::<u64>().prop_map(|n| n.to_string()),
    ];
    (0..ROUTES.len(), proptest::collection::vec(part, 4), prop_oneof![Just(""), Just(".json"), Just(".csv"), Just(".txt"), Just("/")])
        .prop_map(|(row, parts, ending)| {
            let mut parts = parts.into_iter();
            let filled: Vec<String> = ROUTES[row]
                .pattern
                .split('/')
                .map(|p| {
                    if p == "{case}" {
                        "two-rivers".to_owned()
                    } else if p.starts_with('{') {
                        parts.next().unwrap_or_default()
                    } else {
                        p.to_owned()
                    }
                })
                .collect();
            filled.join("/") + ending
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_request_gets_an_answer_that_says_what_it_is(
        path in address(),
        query in "\\PC{0,40}",
        body in proptest::collection::vec(any::<u8>(), 0..200),
        post in any::<bool>(),
        signed_in in any::<bool>(),
    ) {
        let mut request = Request::get(&format!("{path}?{query}"), &[]);
        if post {
            request.method = Method::Post;
            request.body = body;
            request.fetch_site = Some("same-origin".to_owned());
        }
        let reply = send(request, signed_in.then_some(RANDOM));
        prop_assert!([200, 201, 303, 401, 403, 404, 409, 422].contains(&reply.status), "{} for {path}", reply.status);
        let policy = reply.header("content-security-policy").unwrap_or_default();
        prop_assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"));
    }

    #[test]
    fn what_somebody_wrote_never_becomes_markup(text in "[<>&\"'a-z/= ]{1,60}", key in "[a-z]{12}") {
        let marked = format!("<script>{text}</script><img src=x onerror={text}>");
        prop_assert_eq!(say(&marked, &key).status, 303);
        let page = talk();
        prop_assert!(!page.contains("<script>") && !page.contains("<img"), "{}", marked);
    }
}

/// A text that read one way on the screen and was stored another: its marks of direction stand visibly.
#[test]
fn marks_of_direction_are_shown_for_what_they_are() {
    assert_eq!(say("leave \u{202e}before\u{202c} noon\u{200f}", "direction-marks").status, 303);
    let page = talk();
    for mark in ["U+202E", "U+202C", "U+200F"] {
        assert!(page.contains(mark), "{mark}");
    }
    assert!(!page.contains('\u{202e}'));
}

/// Ten megabytes pasted into a note: refused with a sentence, and what was there before is still there.
#[test]
fn ten_megabytes_of_words_are_refused_and_nothing_is_lost() {
    assert_eq!(say("the sluice opens at dawn", "before-the-flood").status, 303);
    let reply = say(&"ريح ".repeat(1_500_000), "ten-megabytes-1");
    assert_eq!(reply.status, 422);
    let page = String::from_utf8_lossy(&reply.body).into_owned();
    assert!(page.contains("256"), "the most that a text may have is named");
    let found = send(Request::get("/two-rivers/search?q=sluice+dawn", &[]), Some(TOKEN));
    assert!(String::from_utf8_lossy(&found.body).contains("the sluice opens at dawn"));
}

/// A photograph sent in place of a text was answered with "no words": nothing said what was wrong with it.
#[test]
fn a_file_that_is_no_text_is_refused_as_such_and_one_that_is_becomes_the_words() {
    let put = |bytes: &[u8], key: &str| {
        let mut request = Request::post(&format!("/two-rivers/{}/say", door().caucus), &[], &[]);
        request.content_type = Some("multipart/form-data; boundary=xx".to_owned());
        let part = |name: &str, value: &str| format!("--xx\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        let head = [part("key", key), part("party", "delta"), part("text", "")].concat();
        let file = b"--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"any\"\r\n\r\n";
        request.body = [head.as_bytes(), file, bytes, b"\r\n--xx--\r\n"].concat();
        send(request, Some(TOKEN))
    };
    let photograph = put(b"\xff\xd8\xff\xe0 a photograph", "a-photograph");
    assert_eq!(photograph.status, 422);
    assert!(String::from_utf8_lossy(&photograph.body).contains("This file is no plain text"), "it says what to do");
    assert_eq!(put("the ford, in forms\n".as_bytes(), "a-plain-text").status, 303);
    assert!(talk().contains("the ford, in forms") && !talk().contains("photograph"));
}
