//! One handler a row: from a request to a view, or from a form to a command.

use super::app::App;
use super::forms;
use super::http::{Reply, Request, pairs};
use super::page::Page;
use super::pages;
use super::routes::{Printed, Route};
use super::sign_in::{self, Who};
use crate::words::{speak, speak_with};
use desk::Command;
use desk::directory::Line;
use desk::refusal::Refusal;
use desk::rooms::{Role, RoomKind};
use desk::view::{self, Asker};
use maud::Markup;
use serde::Serialize;
use serde_json::{Value, json};
use terms::id::{EntryNo, EntryRef, IssueId, RoomCode};
use terms::language::{Calendar, Digits, Language};
use terms::phrase::Phrase;

/// What a handler gives.
pub(super) enum Answer {
    /// A view, with its page.
    Page {
        /// The view.
        view: Value,
        /// The page; empty where another printer was asked for.
        html: Markup,
    },
    /// Something else.
    Reply(Reply),
}

/// A request of somebody with a session, at a row.
pub(super) struct Ask<'a> {
    pub(super) app: &'a App,
    pub(super) request: &'a Request,
    pub(super) who: &'a Who,
    pub(super) params: &'a [(&'static str, String)],
    pub(super) form: Printed,
    pub(super) route: &'static Route,
}

pub(super) type Given = Result<Answer, Refusal>;

impl<'a> Ask<'a> {
    pub(super) fn param(&self, name: &str) -> &'a str {
        self.params.iter().find(|(k, _)| *k == name).map_or("", |(_, v)| v)
    }

    pub(super) fn asker(&self) -> Asker<'a> {
        Asker { desk: &self.app.desk, who: &self.who.clearance, now: self.who.now.case }
    }

    /// The case of the address must be the session's.
    fn case(&self) -> Result<(), Refusal> {
        if self.param("case") == self.who.clearance.case().as_str() { Ok(()) } else { Err(Refusal::NotFound) }
    }

    /// The room of the address, which the reader may enter.
    pub(super) fn room(&self) -> Result<RoomCode, Refusal> {
        self.case()?;
        let room = RoomCode::new(self.param("room")).map_err(|_| Refusal::NotFound)?;
        #[cfg(feature = "leaks")]
        super::leaks::forbidden(self, &room)?;
        if self.who.clearance.verbs(&room).none() { Err(Refusal::NotFound) } else { Ok(room) }
    }

    /// The kind of a room that the reader may enter.
    pub(super) fn kind(&self, room: &RoomCode) -> Option<&RoomKind> {
        self.who.clearance.rooms().find(|(code, _, _)| *code == room).map(|(_, kind, _)| kind)
    }

    pub(super) fn n(&self) -> Result<EntryNo, Refusal> {
        number(self.param("n")).ok_or(Refusal::NotFound)
    }

    pub(super) fn query_n(&self, name: &str) -> Result<Option<EntryNo>, Refusal> {
        match self.request.query(name) {
            None | Some("") => Ok(None),
            Some(text) => Ok(Some(number(text).ok_or(Refusal::NotFound)?)),
        }
    }

    /// The page around a view of a room, or of none.
    pub(super) fn page(&self, room: Option<&RoomCode>) -> Result<Page<'a>, Refusal> {
        let frame = view::frame::frame(&self.asker(), room)?;
        let mut key = [0_u8; 12];
        let label = ["key:", &self.who.session].concat();
        #[cfg(feature = "leaks")]
        let label = if desk::leaks::on(desk::leaks::Leak::SharedGenerator) { "key:".to_owned() } else { label };
        self.app.desk.fresh(&label, &mut key)?;
        Ok(Page {
            s: speak_with(self.who.clearance.language(), self.who.clearance.digits()),
            frame,
            base: &self.who.base,
            path: &self.request.path,
            key: key.iter().map(|b| format!("{b:02x}")).collect(),
            route: self.route,
            done: self.done(),
            has_passphrase: has_passphrase(self),
            demo: !self.app.demo.is_empty(),
        })
    }

    /// The entry that an act has just written, as the address names it; only one of a room that the
    /// reader may enter is shown.
    fn done(&self) -> Option<(RoomCode, EntryNo)> {
        let n = self.request.query("done").and_then(number)?;
        let room = RoomCode::new(self.request.query("in")?).ok()?;
        let known = view::record::kind_of(&self.asker(), &room, n).is_ok();
        #[cfg(feature = "leaks")]
        let known = super::leaks::exists(self, &room, n).unwrap_or(known);
        known.then_some((room, n))
    }

    /// Prints a view of a room's page.
    pub(super) fn show<V: Serialize>(&self, room: Option<&RoomCode>, view: &V, html: impl FnOnce(&Page<'_>, &V) -> Markup) -> Given {
        if self.form == Printed::Page {
            let page = self.page(room)?;
            let main = html(&page, view);
            return Ok(Answer::Page { view: Value::Null, html: main });
        }
        let view = serde_json::to_value(view).map_err(|_| Refusal::NotFound)?;
        Ok(Answer::Page { view, html: Markup::default() })
    }

    /// A screen that only the mediating body whose room this is has.
    pub(super) fn mediators_only(&self) -> Result<RoomCode, Refusal> {
        let room = self.room()?;
        match self.kind(&room) {
            Some(RoomKind::Mediator { .. }) => Ok(room),
            _ => Err(Refusal::NotFound),
        }
    }
}

/// A number of an entry, written plainly.
pub(super) fn number(text: &str) -> Option<EntryNo> {
    let plain = !text.is_empty() && text.len() <= 15 && text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    plain.then(|| text.parse().ok().map(EntryNo)).flatten()
}

/// Rows that are answered without a session never come here.
pub(super) fn nothing(_: &Ask<'_>) -> Given {
    Err(Refusal::NotFound)
}

/// Where a person begins.
pub(super) fn home(ask: &Ask<'_>) -> Given {
    if !ask.param("case").is_empty() {
        ask.case()?;
    }
    let who = &ask.who.clearance;
    // Codes are random: whoever may enter several caucuses would be shown one side's first in one case and another's in the next.
    let at = |kind: &dyn Fn(&RoomKind) -> bool| {
        who.rooms().filter(|(_, k, _)| kind(k)).min_by(|(_, a, _), (_, b, _)| a.cmp(b)).map(|(code, _, _)| code.clone())
    };
    let (room, screen) = match who.role() {
        Role::Keeper => (None, "people"),
        Role::Mediator => (at(&|k| matches!(k, RoomKind::Mediator { .. })), "today"),
        Role::Head | Role::Member if who.looking_as().is_none() => (at(&|k| matches!(k, RoomKind::Own { .. })), "my"),
        Role::NoteTaker | Role::Interpreter | Role::Head | Role::Member => (at(&|k| matches!(k, RoomKind::Caucus { .. })), "talk"),
        Role::Guarantor => (at(&|k| matches!(k, RoomKind::Guarantor { .. })), "talk"),
        Role::Intermediary | Role::Observer => (at(&|k| matches!(k, RoomKind::Common)), "roadmap"),
    };
    let base = &ask.who.base;
    let case = who.case();
    Ok(Answer::Reply(Reply::see(&match room {
        Some(room) => format!("{base}/{case}/{room}/{screen}"),
        None => format!("{base}/{case}/{screen}"),
    })))
}

pub(super) fn today(ask: &Ask<'_>) -> Given {
    let room = ask.mediators_only()?;
    ask.show(Some(&room), &view::today::today(&ask.asker())?, pages::today::page)
}

pub(super) fn shuttle(ask: &Ask<'_>) -> Given {
    let room = ask.mediators_only()?;
    ask.show(Some(&room), &view::shuttle::shuttle(&ask.asker())?, pages::shuttle::page)
}

/// `room.n`, as a query names an entry.
pub(super) fn entry_ref(text: &str) -> Option<EntryRef> {
    let (room, n) = text.rsplit_once('.')?;
    Some(EntryRef { room: RoomCode::new(room).ok()?, n: number(n)? })
}

pub(super) fn convey(ask: &Ask<'_>) -> Given {
    let room = ask.mediators_only()?;
    let from = match ask.request.query("from") {
        None | Some("") => None,
        Some(text) => Some(entry_ref(text).ok_or(Refusal::NotFound)?),
    };
    let text = ask.query_n("text")?;
    ask.show(Some(&room), &view::convey::new(&ask.asker(), from.as_ref(), text)?, pages::convey::page)
}

pub(super) fn preparation(ask: &Ask<'_>) -> Given {
    let room = ask.mediators_only()?;
    ask.show(Some(&room), &view::convey::one(&ask.asker(), ask.n()?)?, pages::convey::page)
}

pub(super) fn my(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    match ask.kind(&room) {
        Some(RoomKind::Own { .. }) => {}
        // A mediator who looks as a side has only the caucus to stand in.
        Some(RoomKind::Caucus { .. }) if ask.who.clearance.looking_as().is_some() => {}
        _ => return Err(Refusal::NotFound),
    }
    ask.show(Some(&room), &view::my::my(&ask.asker())?, pages::my::page)
}

pub(super) fn talk(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    ask.show(Some(&room), &view::talk::conversation(&ask.asker(), &room, ask.query_n("before")?)?, pages::talk::page)
}

pub(super) fn message(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    ask.show(Some(&room), &view::talk::message(&ask.asker(), &room, ask.n()?)?, pages::message::page)
}

/// What is handed to a side: the words alone.
pub(super) fn paper(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    let view = view::talk::message(&ask.asker(), &room, ask.n()?)?;
    let s = speak(ask.who.clearance.language());
    let html = if ask.form == Printed::Page { pages::message::paper(s, &view) } else { Markup::default() };
    let view = json!({"words": view.card.words, "versions": view.card.versions});
    Ok(Answer::Page { view, html })
}

pub(super) fn text(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    let clause = ask.request.query("clause").filter(|c| !c.is_empty() && c.len() <= 24);
    let which = view::text::Which { version: ask.query_n("v")?, with: ask.query_n("with")?, clause, drawn: false };
    ask.show(Some(&room), &view::text::text(&ask.asker(), &room, which)?, pages::text::page)
}

pub(super) fn clock(ask: &Ask<'_>) -> Given {
    let room = ask.mediators_only()?;
    let take = ask.request.query("take").filter(|t| t.len() <= 400).unwrap_or("");
    ask.show(Some(&room), &view::clock::clock(&ask.asker(), &room, ask.query_n("v")?, take)?, pages::clock::page)
}

pub(super) fn packages(ask: &Ask<'_>) -> Given {
    let room = ask.mediators_only()?;
    let point = ask.query_n("point")?.and_then(|n| usize::try_from(n.0).ok());
    ask.show(Some(&room), &view::arithmetic::packages(&ask.asker(), &room, ask.query_n("n")?, point)?, pages::arithmetic::packages)
}

pub(super) fn at_home(ask: &Ask<'_>) -> Given {
    let room = ask.mediators_only()?;
    ask.show(Some(&room), &view::arithmetic::home(&ask.asker(), &room)?, pages::arithmetic::home)
}

pub(super) fn checks(ask: &Ask<'_>) -> Given {
    let room = ask.mediators_only()?;
    let family = ask.request.query("family").filter(|f| !f.is_empty() && f.len() <= 24);
    ask.show(Some(&room), &view::checks::checks(&ask.asker(), &room, ask.query_n("v")?, family)?, pages::checks::page)
}

pub(super) fn note(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    let view = view::talk::conversation(&ask.asker(), &room, None)?;
    if !view.may_say {
        return Err(Refusal::NotFound);
    }
    ask.show(Some(&room), &view, pages::note::page)
}

pub(super) fn sheet(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    let view = view::talk::conversation(&ask.asker(), &room, None)?;
    if !view.may_say {
        return Err(Refusal::NotFound);
    }
    ask.show(Some(&room), &view.speakers, pages::note::sheet)
}

pub(super) fn positions(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    let view = view::positions::positions(&ask.asker())?;
    if view.room != room {
        return Err(Refusal::NotFound);
    }
    ask.show(Some(&room), &view, pages::positions::page)
}

pub(super) fn offers(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    if !matches!(ask.kind(&room), Some(RoomKind::Own { .. } | RoomKind::Mediator { .. })) {
        return Err(Refusal::NotFound);
    }
    ask.show(Some(&room), &view::offers::offers(&ask.asker())?, pages::offers::page)
}

fn in_common(ask: &Ask<'_>) -> Result<RoomCode, Refusal> {
    let room = ask.room()?;
    if matches!(ask.kind(&room), Some(RoomKind::Common)) { Ok(room) } else { Err(Refusal::NotFound) }
}

pub(super) fn roadmap(ask: &Ask<'_>) -> Given {
    let room = in_common(ask)?;
    ask.show(Some(&room), &view::roadmap::roadmap(&ask.asker())?, pages::roadmap::page)
}

pub(super) fn session(ask: &Ask<'_>) -> Given {
    let room = in_common(ask)?;
    ask.show(Some(&room), &view::roadmap::session(&ask.asker(), ask.n()?)?, pages::roadmap::session)
}

pub(super) fn statements(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    if !matches!(ask.kind(&room), Some(RoomKind::Public)) {
        return Err(Refusal::NotFound);
    }
    let filter = view::statements::Filter {
        speaker: ask.request.query("speaker").filter(|s| !s.trim().is_empty()).map(str::to_owned),
        issue: match ask.request.query("issue").filter(|s| !s.is_empty()) {
            Some(text) => Some(IssueId::new(text).map_err(|_| Refusal::NotFound)?),
            None => None,
        },
        before: ask.query_n("before")?,
    };
    ask.show(Some(&room), &view::statements::statements(&ask.asker(), &filter)?, pages::statements::page)
}

pub(super) fn record(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    let mine = ask.request.query("mine") == Some("1");
    ask.show(Some(&room), &view::record::record(&ask.asker(), &room, ask.query_n("before")?, mine)?, pages::record::page)
}

pub(super) fn receipt(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    let view = view::record::receipt(&ask.asker(), &room, ask.n()?)?;
    if ask.form == Printed::Lines {
        return Ok(Answer::Reply(Reply::file("text/plain; charset=utf-8", "receipt.txt", view.text.into_bytes())));
    }
    ask.show(Some(&room), &view, pages::record::receipt)
}

/// Any entry, by its number: to the screen that shows its kind.
pub(super) fn entry(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    let n = ask.n()?;
    let kind = view::record::kind_of(&ask.asker(), &room, n)?;
    let (base, case) = (&ask.who.base, ask.who.clearance.case());
    let to = match kind.as_str() {
        "message" | "arrived" => format!("{base}/{case}/{room}/message/{n}"),
        "initialled" | "reopened" | "alternative-held" | "clause-read" | "finding-aside" => format!("{base}/{case}/{room}/text"),
        "prepared" => format!("{base}/{case}/{room}/preparation/{n}"),
        "session" => format!("{base}/{case}/{room}/session/{n}"),
        "statement" => format!("{base}/{case}/{room}/statements#n{n}"),
        "list" | "pairing" | "plan" | "movement" | "counts" => super::rosters::place(ask, &room, n, &kind),
        "round" | "step" | "attempt" | "party" | "issue" if matches!(ask.kind(&room), Some(RoomKind::Common)) => {
            format!("{base}/{case}/{room}/roadmap")
        }
        "position" | "sticking-point" if matches!(ask.kind(&room), Some(RoomKind::Mediator { .. } | RoomKind::Own { .. })) => {
            format!("{base}/{case}/{room}/positions")
        }
        _ => format!("{base}/{case}/{room}/receipt/{n}"),
    };
    // An act ends here first: the word of what was done goes on to the screen.
    let to = match ask.done() {
        Some((at, done)) => {
            let (path, fragment) = to.split_once('#').map_or((to.as_str(), String::new()), |(p, f)| (p, ["#", f].concat()));
            format!("{path}?done={done}&in={at}{fragment}")
        }
        None => to,
    };
    Ok(Answer::Reply(Reply::see(&to)))
}

pub(super) fn search(ask: &Ask<'_>) -> Given {
    ask.case()?;
    let query = ask.request.query("q").unwrap_or("");
    ask.show(None, &view::search::search(&ask.asker(), query)?, pages::search::page)
}

pub(super) fn go(ask: &Ask<'_>) -> Given {
    ask.case()?;
    let links: Vec<(String, String)> = ask.page(None)?.links().into_iter().map(|l| (l.href, l.text)).collect();
    ask.show(None, &links, pages::search::go)
}

pub(super) fn handbook(ask: &Ask<'_>) -> Given {
    ask.case()?;
    ask.show(None, &(), pages::search::handbook)
}

pub(super) fn me(ask: &Ask<'_>) -> Given {
    ask.case()?;
    ask.show(None, &view::people::me(&ask.asker(), &ask.who.session, ask.who.now.wall)?, pages::people::me)
}

pub(super) fn people(ask: &Ask<'_>) -> Given {
    ask.case()?;
    ask.show(None, &view::people::people(&ask.asker(), ask.who.now.wall)?, pages::people::page)
}

/// The stream of changes; the server goes on where this ends. It names no room and no number.
pub(super) fn live(ask: &Ask<'_>) -> Given {
    ask.case()?;
    Ok(Answer::Reply(Reply {
        status: 200,
        headers: vec![("content-type", "text/event-stream".to_owned())],
        body: b"retry: 5000\n\n".to_vec(),
    }))
}

pub(super) fn export(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    let bytes = view::record::export(&ask.asker(), &room)?;
    Ok(Answer::Reply(Reply::file("application/octet-stream", "record.caucus", bytes)))
}

pub(super) fn sign_out(ask: &Ask<'_>) -> Given {
    ask.case()?;
    ask.app.desk.write_line(&Line::SessionEnded { id: ask.who.session.clone() }, ask.who.now)?;
    Ok(Answer::Reply(Reply::see("/")))
}

/// How a person reads: the language, and where the form has them the second calendar and the digits.
pub(super) fn language(ask: &Ask<'_>) -> Given {
    ask.case()?;
    let fields = pairs(&ask.request.body);
    let field = |name: &str| fields.iter().find(|(k, _)| k == name).map(|(_, v)| v.as_str());
    let who = &ask.who.clearance;
    let (case, person) = (who.case().clone(), who.person().clone());
    let unknown = || Refusal::bad(Phrase::new("bad-no-such-language"));
    let lang = field("lang").and_then(Language::from_tag).ok_or_else(unknown)?;
    if lang != who.language() {
        ask.app.desk.write_line(&Line::Language { case: case.clone(), person: person.clone(), lang }, ask.who.now)?;
    }
    if let (Some(calendar), Some(digits)) = (field("calendar"), field("digits")) {
        let (calendar, digits) = (Calendar::from_code(calendar), Digits::from_code(digits));
        ask.app.desk.write_line(&Line::Reading { case, person, calendar, digits }, ask.who.now)?;
    }
    // Back to the page it was chosen on, if that is one of ours.
    let back = field("back").filter(|v| v.starts_with('/') && !v.starts_with("//")).map(str::to_owned);
    Ok(Answer::Reply(Reply::see(&back.unwrap_or_else(|| format!("{}/{}", ask.who.base, ask.who.clearance.case())))))
}

/// Ends one of the person's own sessions, by the first letters of its identifier.
pub(super) fn end_session(ask: &Ask<'_>) -> Given {
    ask.case()?;
    let fields = pairs(&ask.request.body);
    let short = fields.iter().find(|(k, _)| k == "short").map_or("", |(_, v)| v.as_str());
    let who = &ask.who.clearance;
    let found = {
        let directory = ask.app.desk.directory();
        directory
            .sessions_of(who.case(), who.person(), ask.who.now.wall)
            .find(|s| short.len() >= 8 && s.id.starts_with(short))
            .map(|s| s.id.clone())
    };
    let id = found.ok_or(Refusal::NotFound)?;
    ask.app.desk.write_line(&Line::SessionEnded { id }, ask.who.now)?;
    Ok(Answer::Reply(Reply::see(&format!("{}/{}/me", ask.who.base, who.case()))))
}

/// The keeper's acts over accounts.
pub(super) fn keep(ask: &Ask<'_>) -> Given {
    ask.case()?;
    let fields = pairs(&ask.request.body);
    let keeping = forms::keeping(ask.param("use"), &fields)?;
    let kept = ask.app.desk.keep(&ask.who.clearance, keeping, ask.who.now)?;
    let page = ask.page(None)?;
    Ok(Answer::Reply(match kept {
        Some(token) => Reply::html(200, pages::people::invited(&page, &token).into_string()),
        None => Reply::see(&format!("{}/{}/people", ask.who.base, ask.who.clearance.case())),
    }))
}

/// A version of a text as a Word file, under a name that says nothing.
pub(super) fn word(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    let words = view::text::words(&ask.asker(), &room, ask.n()?)?;
    let bytes = crate::word::write(&talks::negotiating_text::Sheet::read(&words.text), words.lang);
    let mime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    Ok(Answer::Reply(Reply::file(mime, "text.docx", bytes)))
}

/// What a returned Word file says of a version.
fn returned(ask: &Ask<'_>, room: &RoomCode, fields: &[(String, String)], file: Option<&[u8]>) -> Result<Command, Refusal> {
    let field = |name: &str| fields.iter().find(|(k, _)| k == name).map_or("", |(_, v)| v.as_str());
    let of = number(field("of")).ok_or(Refusal::NotFound)?;
    let given_out = view::text::words(&ask.asker(), room, of)?;
    let bytes = file.ok_or_else(|| Refusal::bad(Phrase::new("bad-word-file")))?;
    let sheet = talks::negotiating_text::Sheet::read(&given_out.text);
    let read = crate::word::read(bytes, &sheet).map_err(Refusal::bad)?;
    let words = |text: &str| terms::language::Words::new(terms::script::written_in(text, given_out.lang), text);
    let marked =
        read.marked.into_iter().map(|m| desk::uses::Marked { words: words(&m.words), clause: m.clause, wording: m.wording, by: m.by });
    Ok(Command::Returned { of, marked: marked.collect(), gone: read.gone })
}

/// Carries out a use in a room.
pub(super) fn act(ask: &Ask<'_>) -> Given {
    let room = ask.room()?;
    let (fields, file) = ask.request.fields();
    let used = ask.param("use");
    let field = |name: &str| fields.iter().find(|(k, _)| k == name).map_or("", |(_, v)| v.as_str());
    let zone = ask.app.desk.directory().case(ask.who.clearance.case()).map_or_else(String::new, |c| c.zone.clone());
    let command = match used {
        "returned" => returned(ask, &room, &fields, file.as_deref())?,
        _ => forms::command(used, &fields, file.as_deref(), &zone, &ask.who.clearance)?,
    };
    let key = field("key");
    if key.len() < 8 || key.len() > 64 {
        return Err(Refusal::bad(Phrase::new("bad-no-key")));
    }
    // A command that is sent again carries a code that was used up by the first time.
    let again = ask.app.desk.done_before(&ask.who.clearance, &room, key)?;
    let proved = !again && prove(ask, &fields)?;
    let looked = match &command {
        Command::LookAs { party } => Some(party.clone()),
        _ => None,
    };
    let back = forms::back(&command);
    let done = ask.app.desk.act(&ask.who.clearance, &room, command, key, proved, ask.who.now)?;
    let (base, case) = (&ask.who.base, ask.who.clearance.case());
    if let Some(party) = looked {
        return Ok(Answer::Reply(Reply::see(&format!("{base}/as/{party}/{case}"))));
    }
    #[cfg(feature = "leaks")]
    if desk::leaks::on(desk::leaks::Leak::GlobalId) {
        desk::leaks::note(format!("id {}", ask.app.desk.leaking().acts));
    }
    let at = format!("{base}/{case}/{}/{}", done.at.room, back.unwrap_or_else(|| format!("entry/{}", done.at.n)));
    if ask.request.wants_json {
        let answer = json!({"receipt": done.receipt.text(), "at": at, "room": done.at.room, "n": done.at.n, "replayed": done.replayed});
        return Ok(Answer::Reply(Reply::json(if done.replayed { 200 } else { 201 }, &answer)));
    }
    // Back to where the act was begun, with the receipt named there.
    let target = match fields.iter().find(|(k, v)| k == "back" && v.starts_with('/') && !v.starts_with("//")) {
        Some((_, back)) => back.clone(),
        None => at,
    };
    let (path, fragment) = target.split_once('#').map_or((target.as_str(), String::new()), |(p, f)| (p, ["#", f].concat()));
    let joint = if path.contains('?') { '&' } else { '?' };
    Ok(Answer::Reply(Reply::see(&format!("{path}{joint}done={}&in={}{fragment}", done.at.n, done.at.room))))
}

/// Whether the form carries the person's fresh proof.
fn prove(ask: &Ask<'_>, fields: &[(String, String)]) -> Result<bool, Refusal> {
    let field = |name: &str| fields.iter().find(|(k, _)| k == name).map(|(_, v)| v.trim());
    let who = &ask.who.clearance;
    let (credential, last) = {
        let directory = ask.app.desk.directory();
        (directory.credential(who.case(), who.person()).cloned(), directory.last_step(who.case(), who.person()))
    };
    match (credential, field("passphrase"), field("code")) {
        (Some(credential), Some(passphrase), Some(code)) => {
            let limited = ["proof:", who.case().as_str(), ":", who.person().as_str()].concat();
            if !ask.app.may_try(&limited, ask.who.now.wall) {
                return Err(Refusal::against(Phrase::new("sign-in-wait")));
            }
            let Some(step) = sign_in::proves(ask.app, &credential, passphrase, code, ask.who.now, last) else {
                ask.app.failed(&limited, ask.who.now.wall);
                return Err(Refusal::against(Phrase::new("refused-proof-wrong")));
            };
            ask.app.succeeded(&limited);
            ask.app.desk.write_line(&Line::CodeUsed { case: who.case().clone(), person: who.person().clone(), step }, ask.who.now)?;
            Ok(true)
        }
        // Nobody in a demo has a passphrase; a button stands for it, and the page says so.
        (None, _, _) => Ok(!ask.app.demo.is_empty() && field("proof-demo") == Some("1")),
        _ => Ok(false),
    }
}

/// Whether the reader of a page has a passphrase to prove themselves with.
pub(super) fn has_passphrase(ask: &Ask<'_>) -> bool {
    let who = &ask.who.clearance;
    ask.app.desk.directory().credential(who.case(), who.person()).is_some()
}

/// The fields of a form as they were sent, but for its key and proof.
pub(super) fn sent(ask: &Ask<'_>) -> Vec<(String, String)> {
    let (mut fields, _) = ask.request.fields();
    fields.retain(|(k, _)| !matches!(k.as_str(), "key" | "passphrase" | "code" | "proof-demo"));
    fields
}
