//! Message: one message with its versions, permissions, asks and answers, and what may be done with it.

use super::super::page::{Page, bare_page, proof_fields, shown};
use super::cards::{answers, card, permission, tags, versions};
use super::inputs::{Inputs, hidden_wording, ladder};
use super::note;
use crate::words::{Speak, Value};
use desk::view::talk::{AskCard, Card, Conversation, MessagePage};
use maud::{Markup, html};
use talks::note::Noted;
use terms::disclosure::{Form, PermissionForm, Source, Standing, Use};
use terms::id::RoomCode;

pub(crate) fn page(page: &Page<'_>, view: &MessagePage) -> Markup {
    let c = &view.card;
    let room = &c.room;
    let back = page.entry(room, "message", c.n);
    let main = html! {
        div.head {
            h1 { (page.t(c.kind.key())) }
            span.small { (page.t(c.standing.key())) " · " (super::cards::speaker(page, c)) " · " (page.stamp(c.at)) }
            span.end { a.button href=(page.entry(room, "paper", c.n)) { (page.t("title-paper")) } a.button href=(page.entry(room, "receipt", c.n)) { (page.ta("receipt-n", &[("n", super::cards::n(c.n))])) } }
        }
        article.card.whole { (page.words(&c.words)) (tags(page, c)) }
        @if let Some(first) = &c.first_words { details.more { summary { (page.t("message-first-words")) } (page.words(first)) } }
        @if !c.versions.is_empty() { section { h2 { (page.t("message-versions")) } (versions(page, &c.versions)) } }
        @for (i, ask) in c.asks.iter().enumerate() { (asked(page, view, ask, i, &back)) }
        @if !c.permissions.is_empty() {
            section { h2 { (page.t("message-permissions")) } @for p in &c.permissions {
                div.card {
                    (permission(page, p))
                    @if !p.permission.wording.is_empty() { details.more { summary { (page.t("permission-wording")) } (versions(page, &p.permission.wording)) } }
                    @if view.may_permit && !p.withdrawn {
                        p.small { (page.t("withdraw-hint")) }
                        (Inputs::of(page, &format!("withdraw{}", p.n)).button(room, "withdraw", "withdraw-do", "stop", &[("permission", &p.n.to_string())], Some(&back)))
                    }
                }
            } }
        }
        @if let Some(before) = &view.answers { section { h2 { (page.t("message-answers")) } (card(page, before, &html! {})) } }
        @if !view.answered_by.is_empty() { section { h2 { (page.t("message-answered-by")) } @for a in &view.answered_by { (card(page, a, &html! {})) } } }
        @if view.may_say { section { h2 { (page.t("message-answer")) } (note::form(page, &answering(view), room, Some(c.n), false)) } }
    };
    page.whole(&main, Some(&panel(page, view, &back)))
}

/// The conversation that an answer joins, as the note form wants it.
fn answering(view: &MessagePage) -> Conversation {
    Conversation {
        cards: Vec::new(),
        older: None,
        may_say: true,
        speakers: view.speakers.clone(),
        mediating: view.mediating,
        own_voice: Vec::new(),
    }
}

fn asked(page: &Page<'_>, view: &MessagePage, ask: &AskCard, i: usize, back: &str) -> Markup {
    let room = &view.card.room;
    html! {
        section.notice #{ "ask" (ask.n) } {
            h2 { (page.ta("asked-title", &[("of", Value::Text(&ask.to.name.text))])) }
            p { (page.t("asked-what")) }
            (versions(page, &ask.wording))
            dl.facts { (answers(page, &ask.answers)) }
            @if view.may_permit {
                (permit_form(page, view, Some(ask), &format!("ask{i}"), back))
                (decline_form(page, room, ask, &format!("decline{i}"), back))
            } @else { p.small { (page.t("asked-waits")) } }
        }
    }
}

fn decline_form(page: &Page<'_>, room: &RoomCode, ask: &AskCard, id: &str, back: &str) -> Markup {
    let f = Inputs::of(page, id);
    let body = html! {
        (f.hidden("ask", &ask.n.to_string()))
        (f.line("text", ""))
        p.buttons { button { (page.t("decline-do")) } }
    };
    html! { details.more { summary { (page.t("decline-title")) } (f.form(room, "decline", Some(back), &body)) } }
}

/// The form by which leave is given or noted. With an ask, wording and answers are those asked for.
pub(crate) fn permit_form(page: &Page<'_>, view: &MessagePage, ask: Option<&AskCard>, id: &str, back: &str) -> Markup {
    let f = Inputs::of(page, id);
    let c = &view.card;
    let receivers: Vec<(String, String)> = view.receivers.iter().map(|r| (r.id.to_string(), r.name.text.clone())).collect();
    let forms = ladder(PermissionForm::ALL, PermissionForm::code, PermissionForm::key);
    let noted: Vec<_> = forms.into_iter().filter(|(code, _)| *code != "proof").collect();
    let body = html! {
        (f.hidden("of", &c.n.to_string()))
        @match ask {
            Some(ask) => {
                (f.hidden("ask", &ask.n.to_string()))
                (f.hidden("to", ask.to.id.as_str()))
                (f.hidden("use", ask.answers.use_.code())) (f.hidden("source", ask.answers.source.code()))
                (f.hidden("form", ask.answers.form.code())) (f.hidden("standing", ask.answers.standing.code()))
                (hidden_wording(&ask.wording))
            }
            None => {
                (f.select_text("to", &receivers, None, None))
                (f.radios("use", "question-use", &ladder(Use::ALL, Use::code, Use::key), None))
                (f.radios("source", "question-source", &ladder(Source::ALL, Source::code, Source::key), None))
                (f.radios("form", "question-form", &ladder(Form::ALL, Form::code, Form::key), None))
                (f.radios("standing", "question-standing", &ladder(Standing::ALL, Standing::code, Standing::key), None))
                (f.area("limits", "", 2))
            }
        }
        details.more {
            summary { (page.t("permit-conditions")) }
            div.row { (f.moment("not-before", None)) (f.moment("expires", None)) }
            (f.tick("only-if-other", "only-if-other", false))
            (f.tick("tell-when-used", "tell-when-used", false))
        }
        @if view.by_proof {
            (f.hidden("given", "proof"))
            p.small { (page.t("permit-proof-hint")) }
            (proof_fields(page, page.has_passphrase))
            p.buttons { button.do { (page.t("permit-do")) } }
        } @else {
            (f.radios("given", "permission-given", &noted, None))
            div.row { (f.required("by", c.speaker_name.as_deref().unwrap_or(""))) (f.line("heard-by", &page.frame.name)) }
            p.buttons { button.do { (page.t("permit-note-do")) } }
        }
    };
    f.form(&c.room, "permit", Some(back), &body)
}

fn panel(page: &Page<'_>, view: &MessagePage, back: &str) -> Markup {
    let c = &view.card;
    html! {
        @if let Some(noted) = &c.noted { section { h2 { (page.t("message-noted")) } (noted_facts(page, noted, c, &view.by_name)) } }
        @if let Some(arrival) = &c.arrival {
            section { h2 { (page.t("message-arrived")) } dl.facts {
                dt { (page.t("question-source")) } dd { @match &arrival.named { Some(n) => (page.named(n)), None => (page.t(arrival.source.key())) } }
                dt { (page.t("question-form")) } dd { (page.t(arrival.form.key())) }
                dt { (page.t("field-prevails")) } dd { @match arrival.prevails { Some(l) => (page.t(talks::conveyance::language_key(l))), None => (page.t("prevails-not-agreed")) } }
                @if let Some(at) = arrival.said_at { dt { (page.t("field-said-at")) } dd { (page.stamp(at)) } }
                @if !arrival.heard_by.is_empty() { dt { (page.t("field-heard-by")) } dd { bdi { (arrival.heard_by.join(page.comma())) } } }
            } @if let Some(proof) = &arrival.proof { details.more { summary { (page.t("message-proof")) } pre dir="ltr" { (proof) } } } }
        }
        @if view.may_permit { section { details.more { summary { (page.t("permit-title")) } p.small { (page.t("permit-hint")) } (permit_form(page, view, None, "permit", back)) } } }
        @if view.may_read_back { (read_back(page, c, back)) }
        @if view.may_change { (change(page, c, back)) }
        @if view.may_say { (translate(page, c, back)) }
    }
}

fn noted_facts(page: &Page<'_>, noted: &Noted, c: &Card, by: &str) -> Markup {
    html! {
        dl.facts {
            dt { (page.t("field-said-at")) } dd { @match noted.said_at { Some(at) => (page.stamp(at)), None => (page.t("not-stated")) } }
            dt { (page.t("noted-at")) } dd { (page.stamp(c.at)) }
            dt { (page.t("noted-by")) } dd { bdi { (by) } }
            dt { (page.t("field-said-to")) } dd { @if noted.said_to.is_empty() { (page.t("not-stated")) } @else { bdi { (noted.said_to.join(page.comma())) } } }
            dt { (page.t("field-present")) } dd { @if noted.present.is_empty() { (page.t("not-stated")) } @else { bdi { (noted.present.join(page.comma())) } } }
            dt { (page.t("field-means")) } dd { (page.t(noted.means.key())) }
            @if let Some(lang) = noted.said_in { dt { (page.t("field-said-in")) } dd { (page.t(talks::conveyance::language_key(lang))) } }
            dt { (page.t("field-written-from")) } dd { (page.t(noted.from.key())) }
            dt { (page.t("field-exactness")) } dd { (page.t(noted.exactness.key())) }
            @if let Some(line) = noted.sheet_line { dt { (page.t("field-sheet-line")) } dd { (page.s.number(i64::from(line))) } }
        }
    }
}

/// Whether a note was read back to whoever said it, and what was said instead.
fn read_back(page: &Page<'_>, c: &Card, back: &str) -> Markup {
    let read = Inputs::of(page, "readback");
    html! {
        section {
            h2 { (page.t("read-back-title")) }
            p.small { (page.t("read-back-hint")) }
            (read.form(&c.room, "read-back", Some(back), &html! {
                (read.hidden("of", &c.n.to_string()))
                (read.radios("confirmed", "read-back-question", &vec![("yes", "read-back-yes"), ("no", "read-back-no")], None))
                (read.area("text", "", 2))
                p.buttons { button { (page.t("read-back-do")) } }
            }))
        }
    }
}

/// Recall and correct: what the owner, or who notes for the owner, may do.
fn change(page: &Page<'_>, c: &Card, back: &str) -> Markup {
    let n = c.n.to_string();
    let correct = Inputs::of(page, "correct");
    html! {
        @if !c.recalled {
            section { details.more { summary { (page.t("correct-title")) }
                p.small { (page.t("correct-hint")) }
                (correct.form(&c.room, "correct", Some(back), &html! {
                    (correct.hidden("of", &n)) (correct.hidden("lang", c.words.lang.tag()))
                    (correct.words("text", "field-text", &c.words.text, 4, false))
                    p.buttons { button { (page.t("correct-do")) } }
                }))
            } }
            section {
                h2 { (page.t("recall-title")) }
                p.small { (page.t("recall-hint")) }
                (Inputs::of(page, "recall").button(&c.room, "recall", "recall-do", "stop", &[("of", &n)], Some(back)))
            }
        }
    }
}

fn translate(page: &Page<'_>, c: &Card, back: &str) -> Markup {
    use terms::disclosure::VersionState;
    let f = Inputs::of(page, "translate");
    let states: Vec<_> =
        ladder(VersionState::ALL, VersionState::code, VersionState::key).into_iter().filter(|(code, _)| *code != "original").collect();
    html! {
        section { details.more { summary { (page.t("translate-title")) }
            (f.form(&c.room, "translate", Some(back), &html! {
                (f.hidden("of", &c.n.to_string()))
                (f.language("lang", page.s.lang()))
                (f.words("text", "field-text", "", 4, false))
                div.row { (f.select("state", &states, Some("working"), None)) (f.line("by", &page.frame.name)) (f.line("checked-by", "")) }
                (f.area("back", "", 2))
                p.buttons { button { (page.t("translate-do")) } }
            }))
        } }
    }
}

/// What is handed over: the words and nothing else. No band, room, number, name or time.
pub(crate) fn paper(s: &Speak, view: &MessagePage) -> Markup {
    let c = &view.card;
    let body = html! {
        div lang=(c.words.lang.tag()) dir=(super::super::page::direction(c.words.lang)) { (shown(&c.words.text)) }
        @for v in &c.versions { hr; div lang=(v.words.lang.tag()) dir=(super::super::page::direction(v.words.lang)) { (shown(&v.words.text)) } }
    };
    bare_page(s, &body)
}
