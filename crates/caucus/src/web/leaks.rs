//! Leaks of the door, planted one at a time for the two-run test; see [`desk::leaks`].

use super::app::App;
use super::handlers::Ask;
use super::http::{Reply, Request};
use super::routes::Method;
use super::sign_in::{Asking, of};
use desk::leaks::{Leak, note, notes, on};
use desk::refusal::Refusal;
use serde_json::Value;
use terms::id::{EntryNo, RoomCode};
use terms::phrase::Phrase;

/// What is wrong with every reply while a leak is planted.
pub(super) fn leaked(app: &App, request: &Request, mut reply: Reply) -> Reply {
    let mut case = None;
    let now = app.clock.now(None).wall.0;
    if let Asking::Person(who) = of(app, request) {
        let person = who.clearance.person().to_string();
        app.desk.leaking().seen.insert(person, now);
        case = Some(who.clearance.case().clone());
    }
    {
        let mut leaking = app.desk.leaking();
        leaking.requests += 1;
        let opened = leaking.opened.entry(request.path.clone()).or_default();
        *opened += 1;
        if on(Leak::ReadReceipt) && (request.path.contains("/message/") || request.path.ends_with("/talk")) {
            note(format!("opened {opened}"));
        }
        if on(Leak::RateLimit) {
            note(format!("{} requests left", 1_000_000 - leaking.requests));
        }
        if on(Leak::LastModified) {
            reply.headers.push(("last-modified", leaking.last.to_string()));
        }
    }
    if on(Leak::SharedCache) && request.method == Method::Get {
        let address = format!("{} {:?}", request.path, request.query);
        let mut leaking = app.desk.leaking();
        if let Some((status, headers, body)) = leaking.pages.get(&address) {
            reply = Reply { status: *status, headers: headers.clone(), body: body.clone() };
        } else if reply.status == 200 {
            leaking.pages.insert(address, (reply.status, reply.headers.clone(), reply.body.clone()));
        }
    }
    if let Some(case) = case {
        let every = app.desk.every_entry(&case);
        if on(Leak::WholeEtag) {
            reply.headers.push(("etag", format!("\"{every:x}\"")));
        }
        if on(Leak::Quota) && request.method == Method::Post {
            note(format!("{} entries left", 1_000_000 - every));
        }
        if on(Leak::ServerTiming) {
            reply.headers.push(("server-timing", format!("scan;dur={every}")));
        }
        if on(Leak::DebugComment) && reply.header("content-type").is_some_and(|t| t.starts_with("text/html")) {
            reply.body.extend(format!("<!-- {every} entries loaded -->").bytes());
        }
    }
    let shown = notes();
    if !shown.is_empty() {
        reply.headers.push(("x-shown", shown));
    }
    reply
}

fn entry(ask: &Ask<'_>, room: &RoomCode, n: EntryNo) -> bool {
    let rooms = ask.app.desk.every_room(ask.who.clearance.case());
    rooms.iter().any(|(code, _, lens)| code == room && lens.state().get(n).is_some())
}

/// 403 where the entry is, 404 where it is not.
pub(super) fn forbidden(ask: &Ask<'_>, room: &RoomCode) -> Result<(), Refusal> {
    if on(Leak::Forbidden)
        && ask.who.clearance.verbs(room).none()
        && let Ok(n) = ask.param("n").parse()
        && entry(ask, room, EntryNo(n))
    {
        return Err(Refusal::against(Phrase::new("refused-not-yours")));
    }
    Ok(())
}

/// Whether an entry of any room is there, where that leak is planted.
pub(super) fn exists(ask: &Ask<'_>, room: &RoomCode, n: EntryNo) -> Option<bool> {
    on(Leak::DoneNotice).then(|| entry(ask, room, n))
}

/// What a sign-in says of an account that is not the asker's.
pub(super) fn account(app: &App, name: &str) {
    let directory = app.desk.directory();
    for case in directory.cases() {
        for (account, active) in directory.accounts(&case.code) {
            if account.sign_in == name && on(Leak::LoginError) && !active {
                note("this access was ended".to_owned());
            }
            if account.sign_in == name && on(Leak::InvitationExists) && directory.is_invited(&case.code, &account.person) {
                note("this person was invited and has not come".to_owned());
            }
        }
    }
}

/// The rows of a spreadsheet with a column from the mediators' own rooms: how often each was prepared.
pub(super) fn columns(ask: &Ask<'_>, view: &Value) -> Value {
    let mut view = view.clone();
    let case = ask.who.clearance.case();
    if let Some(cards) = view.get_mut("cards").and_then(Value::as_array_mut) {
        for card in cards {
            let n = card.get("n").and_then(Value::as_u64);
            let room = card.get("room").and_then(Value::as_str).map(str::to_owned);
            let prepared = ask.app.desk.prepared_anywhere(case, room.as_deref().unwrap_or(""), EntryNo(n.unwrap_or(0)));
            if let Some(fields) = card.as_object_mut() {
                fields.insert("prepared".to_owned(), prepared.into());
            }
        }
    }
    view
}
