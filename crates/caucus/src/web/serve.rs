//! The server around [`super::answer`]: it carries bytes, keeps connections, and ends in order.
//!
//! Every request is read whole (up to [`LARGEST`]), answered on a thread that may wait for the disk,
//! and written back; only the stream of changes goes on ([`super::live`]). Plain HTTP is spoken on the
//! machine itself and nowhere else.

use super::app::App;
use super::http::{Reply, Request, decode, pairs, secured};
use super::live::{Hub, stream};
use super::routes::Method;
use super::tls::Tls;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use std::fmt;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use terms::language::Language;
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::timeout;

/// The largest body that is read, in bytes: 16 MiB.
pub const LARGEST: usize = 16 * 1024 * 1024;

/// How long a body may take to arrive.
const BODY_WITHIN: Duration = Duration::from_secs(120);

/// How long answers under way may take once the server is told to stop.
const GRACE: Duration = Duration::from_secs(5);

/// How often the desk is shown the wall clock.
const CLOCK_EVERY: Duration = Duration::from_secs(5);

/// How often the heads of all logs are taken into the directory.
const HEADS_EVERY: Duration = Duration::from_secs(600);

/// Why the server cannot start.
#[derive(Debug)]
pub enum ServeError {
    /// Plain HTTP was asked for on an address that others can reach.
    PlainElsewhere(SocketAddr),
    /// The address cannot be listened on.
    Listen(SocketAddr, std::io::Error),
    /// Certificate and key cannot be used.
    Certificate(String),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PlainElsewhere(at) => {
                write!(f, "`{at}` can be reached from other machines, and without TLS everything would cross the network in clear")
            }
            Self::Listen(at, e) => write!(f, "`{at}` cannot be listened on: {}", e.to_string().to_lowercase()),
            Self::Certificate(why) => write!(f, "the certificate cannot be used: {why}"),
        }
    }
}

impl std::error::Error for ServeError {}

/// A server that runs.
#[derive(Debug)]
pub struct Running {
    /// Where it listens; the port is the real one where 0 was asked for.
    pub addr: SocketAddr,
    handle: Handle<SocketAddr>,
    hub: Arc<Hub>,
    app: Arc<App>,
    server: JoinHandle<std::io::Result<()>>,
    heads: JoinHandle<()>,
    clock: JoinHandle<()>,
}

impl Running {
    /// Takes no new connection, lets answers under way end, ends the streams, keeps the snapshots.
    pub async fn stop(self) -> Result<(), String> {
        self.heads.abort();
        self.clock.abort();
        self.hub.close();
        self.handle.graceful_shutdown(Some(GRACE));
        let ended = self.server.await.map_err(|e| e.to_string())?;
        let app = self.app;
        let kept = spawn_blocking(move || app.desk.keep_snapshots()).await.map_err(|e| e.to_string())?;
        // A snapshot is a cache; without it the next start reads the entries again.
        if kept.is_err() {
            tracing::warn!("snapshots could not be kept; the next start takes longer");
        }
        ended.map_err(|e| e.to_string())
    }
}

/// Serves until the process is told to end (SIGINT, SIGTERM).
pub async fn serve(app: Arc<App>, listen: SocketAddr, tls: Option<Tls>) -> Result<(), ServeError> {
    let running = start(app, listen, tls).await?;
    told_to_end().await;
    tracing::info!("ending");
    if let Err(why) = running.stop().await {
        tracing::warn!(why, "did not end in order");
    }
    Ok(())
}

/// Waits for the signal that ends the program.
pub async fn told_to_end() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (Ok(mut int), Ok(mut term)) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate())) else { return };
        tokio::select! { _ = int.recv() => {}, _ = term.recv() => {} }
    }
    #[cfg(not(unix))]
    let _ = tokio::signal::ctrl_c().await;
}

/// Starts serving; the address in the answer has the real port.
pub async fn start(app: Arc<App>, listen: SocketAddr, tls: Option<Tls>) -> Result<Running, ServeError> {
    if tls.is_none() && !listen.ip().is_loopback() {
        return Err(ServeError::PlainElsewhere(listen));
    }
    let fail = |e| ServeError::Listen(listen, e);
    let listener = TcpListener::bind(listen).map_err(fail)?;
    listener.set_nonblocking(true).map_err(fail)?;
    let addr = listener.local_addr().map_err(fail)?;
    let hub = Hub::over(&app.desk);
    let door = Door { app: app.clone(), hub: hub.clone() };
    let service = Router::new().fallback(handle).with_state(door).into_make_service();
    let handle: Handle<SocketAddr> = Handle::new();
    let server = match tls {
        None => {
            let server = axum_server::from_tcp(listener).map_err(fail)?.handle(handle.clone());
            tokio::spawn(server.serve(service))
        }
        Some(tls) => {
            let config = RustlsConfig::from_pem(tls.cert_pem, tls.key_pem).await.map_err(|e| ServeError::Certificate(e.to_string()))?;
            let server = axum_server::from_tcp_rustls(listener, config).map_err(fail)?.handle(handle.clone());
            tokio::spawn(server.serve(service))
        }
    };
    let heads = tokio::spawn(take_heads(app.clone()));
    let clock = tokio::spawn(show_clock(app.clone()));
    Ok(Running { addr, handle, hub, app, server, heads, clock })
}

/// Shows the desk the wall clock, so that it notices one that is set back.
async fn show_clock(app: Arc<App>) {
    let mut every = tokio::time::interval(CLOCK_EVERY);
    loop {
        every.tick().await;
        app.desk.watch_clock(app.clock.wall());
    }
}

/// Takes the heads of all logs by the clock, never in the path of an append.
async fn take_heads(app: Arc<App>) {
    let mut every = tokio::time::interval(HEADS_EVERY);
    every.tick().await;
    loop {
        every.tick().await;
        let app = app.clone();
        let taken = spawn_blocking(move || app.desk.take_heads(app.clock.now(None))).await;
        if !matches!(taken, Ok(Ok(()))) {
            tracing::warn!("the heads of the logs could not be taken");
        }
    }
}

/// What a request needs.
#[derive(Clone)]
struct Door {
    app: Arc<App>,
    hub: Arc<Hub>,
}

async fn handle(State(door): State<Door>, request: axum::extract::Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let own = |status, text| written(secured(Reply::text(status, text)), false);
    let (method, bare) = match parts.method {
        axum::http::Method::GET => (Method::Get, false),
        axum::http::Method::HEAD => (Method::Get, true),
        axum::http::Method::POST => (Method::Post, false),
        _ => return own(405, "only GET, HEAD and POST are understood here\n"),
    };
    let body = match timeout(BODY_WITHIN, to_bytes(body, LARGEST)).await {
        Ok(Ok(bytes)) => bytes.to_vec(),
        Ok(Err(_)) => return own(413, "what was sent is larger than 16 MB, or broke off; nothing was kept; send it in parts\n"),
        Err(_) => return own(408, "what was sent did not arrive in two minutes; nothing was kept; send it again\n"),
    };
    let asked = read(method, &parts.uri, &parts.headers, body);
    let app = door.app.clone();
    let for_live = (method == Method::Get && !bare && asked.path.ends_with("/live")).then(|| asked.clone());
    let Ok(reply) = spawn_blocking(move || super::answer(&app, &asked)).await else {
        return own(
            500,
            "this page failed; look whether what you sent is there before you send it again, and tell whoever runs this machine\n",
        );
    };
    match for_live {
        Some(asked) if reply.status == 200 && reply.header("content-type") == Some("text/event-stream") => {
            let first = reply.body.clone();
            let body = stream(door.app, &door.hub, asked, first);
            let (parts, _) = written(reply, false).into_parts();
            Response::from_parts(parts, body)
        }
        _ => written(reply, bare),
    }
}

/// A reply as the server writes it; `bare` without its body.
fn written(reply: Reply, bare: bool) -> Response<Body> {
    let mut out = Response::new(if bare { Body::empty() } else { Body::from(reply.body) });
    *out.status_mut() = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in reply.headers {
        if let Ok(value) = HeaderValue::from_bytes(value.as_bytes()) {
            out.headers_mut().append(HeaderName::from_static(name), value);
        }
    }
    out
}

/// What an answer may depend on, and nothing else of the request.
fn read(method: Method, uri: &axum::http::Uri, headers: &HeaderMap, body: Vec<u8>) -> Request {
    let text = |name: HeaderName| headers.get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
    let cookies = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .map(|(k, v)| (k.to_owned(), v.to_owned()))
        .collect();
    Request {
        method,
        path: decode(uri.path(), false),
        query: pairs(uri.query().unwrap_or("").as_bytes()),
        body,
        cookies,
        origin: text(header::ORIGIN),
        fetch_site: text(HeaderName::from_static("sec-fetch-site")),
        host: text(header::HOST).or_else(|| uri.authority().map(|a| a.to_string())),
        wants_json: text(header::ACCEPT).is_some_and(|a| a.contains("application/json")),
        content_type: text(header::CONTENT_TYPE),
        language: text(header::ACCEPT_LANGUAGE).and_then(|l| first_language(&l)),
    }
}

/// The language that a browser likes best of those that the screens speak.
fn first_language(accepted: &str) -> Option<Language> {
    let mut best: Option<(u32, Language)> = None;
    for item in accepted.split(',') {
        let mut parts = item.trim().split(';');
        let tag = parts.next().unwrap_or("").split('-').next().unwrap_or("").to_ascii_lowercase();
        // `iw` is the old tag of Hebrew, and still sent.
        let Some(lang) = Language::from_tag(if tag == "iw" { "he" } else { &tag }) else { continue };
        let weight = parts.find_map(|p| p.trim().strip_prefix("q=")).map_or(1000, thousandths);
        if weight > 0 && best.is_none_or(|(w, _)| weight > w) {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

/// `0.85` as 850; what cannot be read counts as nothing.
fn thousandths(text: &str) -> u32 {
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits: String = part.chars().chain("000".chars()).take(3).collect();
    match (whole.parse::<u32>(), digits.parse::<u32>()) {
        (Ok(w), Ok(d)) => (w * 1000 + d).min(1000),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_is_the_one_liked_best() {
        assert_eq!(first_language("fr, he;q=0.5, ar-EG;q=0.8, en;q=0.2"), Some(Language::Ar));
        assert_eq!(first_language("iw"), Some(Language::He));
        assert_eq!(first_language("en;q=0, de"), None);
        assert_eq!(first_language("en-GB,en;q=0.9"), Some(Language::En));
        assert_eq!(first_language("ar;q=x, he;q=0.1"), Some(Language::He));
    }

    #[test]
    fn a_request_is_read_without_what_no_answer_may_depend_on() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("caucus=a; caucus-b=c=d"));
        headers.append(header::ACCEPT, HeaderValue::from_static("application/json, */*"));
        headers.append(header::USER_AGENT, HeaderValue::from_static("whatever"));
        let request = read(Method::Get, &"/two%20rivers/x?q=a+b&c".parse().unwrap(), &headers, Vec::new());
        assert_eq!(request.path, "/two rivers/x");
        assert_eq!(request.query("q"), Some("a b"));
        assert_eq!(request.cookie("caucus-b"), Some("c=d"));
        assert!(request.wants_json);
    }
}
