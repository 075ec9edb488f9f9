//! Note: word of mouth put down in under a minute; the printed sheet; the page that a phone keeps.

use super::super::page::{Page, direction, plain_page};
use super::inputs::{Inputs, ladder};
use crate::words::{Speak, Value};
use desk::view::Named;
use desk::view::talk::Conversation;
use maud::{Markup, html};
use talks::message::MessageKind;
use talks::note::{Exactness, Means, WrittenFrom};
use terms::disclosure::Standing;
use terms::id::{EntryNo, RoomCode};
use terms::language::Language;

pub(crate) fn page(page: &Page<'_>, view: &Conversation) -> Markup {
    let Some(room) = page.room().cloned() else { return html! {} };
    let main = html! {
        div.head { h1 { (page.t("title-note")) } span.end { a.button href=(page.in_room(&room, "sheet")) { (page.t("title-sheet")) } } }
        p.hint { (page.t("note-hint")) }
        (form(page, view, &room, None, true))
    };
    page.whole(&main, None)
}

/// The form of a message or a note; only the words are required.
pub(crate) fn form(page: &Page<'_>, view: &Conversation, room: &RoomCode, answers: Option<EntryNo>, first: bool) -> Markup {
    let id = if answers.is_some() { "answer" } else { "say" };
    let f = Inputs::of(page, id);
    let speakers: Vec<(String, String)> = view.speakers.iter().map(|s: &Named| (s.id.to_string(), s.name.text.clone())).collect();
    // A whole text is put on its own page.
    let all: Vec<MessageKind> = MessageKind::ALL.iter().copied().filter(|k| *k != MessageKind::Text).collect();
    let kinds = ladder(&all, MessageKind::code, MessageKind::key);
    let body = html! {
        @if let Some(n) = answers { (f.hidden("answers", &n.to_string())) }
        (f.words("text", if view.mediating { "field-note" } else { "field-text" }, "", 4, first))
        div.row {
            @if speakers.len() > 1 { (f.select_text("party", &speakers, None, None)) }
            (f.line("speaker", if view.mediating { "" } else { &page.frame.name }))
        }
        div.row {
            (f.select("kind", &kinds, Some(if answers.is_some() { "answer" } else { "statement" }), None))
            (f.select("standing", &ladder(Standing::ALL, Standing::code, Standing::key), Some("personal"), None))
        }
        @if view.mediating && !view.own_voice.is_empty() { p.hint { (page.t("note-own-voice")) } }
        details.more {
            summary { (page.t(if view.mediating { "note-more" } else { "say-more" })) }
            @if view.mediating { (circumstances(&f)) } @else { (f.tick("noted", "note-for-another", false)) (circumstances(&f)) }
            div.row { (f.line("tie", "")) (f.number("tie-version", "")) (f.line("tie-clause", "")) }
            (f.language("lang", page.s.lang()))
        }
        p.small { (page.t(if view.mediating { "note-who-reads" } else { "say-who-reads" })) }
        p.buttons { button.do { (page.t(if view.mediating { "note-do" } else { "say-do" })) } }
    };
    f.form(room, "say", None, &body)
}

/// Who spoke to whom, when, by what means, from what the note was written.
fn circumstances(f: &Inputs<'_, '_>) -> Markup {
    html! {
        div.row { (f.moment("said-at", None)) (f.select("means", &ladder(Means::ALL, Means::code, Means::key), Some("not-stated"), None)) }
        div.row { (f.line("said-to", "")) (f.line("present", "")) }
        div.row {
            (f.select("written-from", &ladder(WrittenFrom::ALL, WrittenFrom::code, WrittenFrom::key), Some("memory"), None))
            (f.select("exactness", &ladder(Exactness::ALL, Exactness::code, Exactness::key), Some("gist"), None))
        }
        div.row {
            (f.select("said-in", &Language::ALL.iter().map(|l| (l.tag(), talks::conveyance::language_key(*l))).collect(), None, Some("said-in-same")))
            (f.number("sheet-line", ""))
        }
    }
}

/// A sheet to print and write on by hand; its lines are typed in later by number.
pub(crate) fn sheet(page: &Page<'_>, speakers: &Vec<Named>) -> Markup {
    let main = html! {
        div.head { h1 { (page.t("title-sheet")) } span.small.no-print { (page.t("sheet-hint")) } }
        p { @for s in speakers { (page.named(s)) " ☐  " } " " (page.t("sheet-present")) " ________________________________" }
        table.sheet {
            thead { tr { th { (page.t("sheet-line")) } th { (page.t("sheet-time")) } th { (page.t("sheet-who")) } th { (page.t("sheet-words")) } } }
            tbody { @for i in 1..=24 { tr { td { (page.s.number(i)) } td {} td {} td {} } } }
        }
    };
    page.whole(&main, None)
}

/// The only page that a phone keeps: no case, party, name or key is in it. It tells nobody which
/// talks it belongs to; the room is chosen from what the phone was given when it was last online.
pub(crate) fn shell(s: &Speak) -> Markup {
    let body = html! {
        h1 { (s.t("shell-title")) }
        p { (s.t("shell-hint")) }
        form.form #note-form data-saved=(s.t("shell-saved")) data-sent=(s.t("shell-sent")) data-waiting=(s.t("shell-waiting")) data-refused=(s.t("shell-refused")) {
            div.field { label for="note-room" { (s.t("shell-room")) } select #note-room name="room" {} }
            div.field { label for="note-text" { (s.t("field-note")) } textarea #note-text name="text" rows="6" dir="auto" required {} }
            div.field { label for="note-speaker" { (s.t("field-speaker")) } input #note-speaker name="speaker" dir="auto"; }
            p.buttons { button.do { (s.t("shell-keep")) } button.quiet type="button" #note-wipe { (s.t("shell-wipe")) } }
        }
        p #note-state role="status" {}
        noscript { p.notice { (s.t("shell-needs-script")) } }
        @for name in ["kept.js", "note.js"] { @if let Some(js) = super::super::page::asset(name) { script src={ "/assets/" (js) } defer {} } }
        p.small dir=(direction(s.lang())) { (s.ta("shell-limit", &[("n", Value::Number(50))])) }
    };
    plain_page(s, "shell-title", &body, Some("plain shell"))
}
