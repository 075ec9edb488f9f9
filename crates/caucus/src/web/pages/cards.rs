//! Cards: a message or an arrival with what hangs on it, a preparation, language versions, answers.

use super::super::page::{Page, direction, shown};
use super::inputs::short;
use crate::words::Value;
use desk::view::shuttle::{Prepared, Stage};
use desk::view::talk::{Card, PermissionCard};
use maud::{Markup, html};
use talks::conveyance::language_key;
use talks::message::MessageKind;
use talks::permission::{Answers, Version};
use terms::id::EntryNo;
use terms::language::Words;
use terms::span::Span;

/// A whole number of an entry, as words take it.
pub(crate) fn n(n: EntryNo) -> Value<'static> {
    Value::Number(i64::try_from(n.0).unwrap_or(i64::MAX))
}

/// The shape that stands before a state's word.
pub(crate) fn shape(stage: Stage) -> &'static str {
    match stage {
        Stage::New => "○",
        Stage::Held => "◌",
        Stage::InPreparation | Stage::WaitsForLeave => "◐",
        Stage::MayCross => "◎",
        Stage::Conveyed => "●",
        Stage::Recalled => "✕",
        Stage::ChangedAfter => "▲",
    }
}

/// The key of a stage's words.
pub(crate) fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::New => "stage-new",
        Stage::Held => "stage-held",
        Stage::InPreparation => "stage-in-preparation",
        Stage::WaitsForLeave => "stage-waits-for-leave",
        Stage::MayCross => "stage-may-cross",
        Stage::Conveyed => "stage-conveyed",
        Stage::Recalled => "stage-recalled",
        Stage::ChangedAfter => "stage-changed-after",
    }
}

/// Who speaks, as a reader of the card may know it.
pub(crate) fn speaker(page: &Page<'_>, card: &Card) -> Markup {
    html! {
        @if let Some(arrival) = &card.arrival {
            @match &arrival.named {
                Some(named) => (page.named(named)),
                None => (page.t(arrival.source.key())),
            }
        } @else {
            @if let Some(speaker) = &card.speaker { (page.named(speaker)) }
            @if let Some(name) = &card.speaker_name { (page.comma()) bdi { (name) } }
        }
    }
}

/// The card of a message or arrival, as a link to its own screen.
pub(crate) fn card(page: &Page<'_>, card: &Card, foot: &Markup) -> Markup {
    let kind = page.t(card.kind.key());
    html! {
        article.card #{ "n" (card.room) "-" (card.n) } {
            p.meta {
                a href=(page.entry(&card.room, "message", card.n)) { (kind) }
                span { (page.t(card.standing.key())) }
                span { (speaker(page, card)) }
                span.end { (page.hour(card.at)) }
            }
            @if card.kind == MessageKind::Text {
                p { a href=(page.in_room(&card.room, &format!("text?v={}", card.n))) { bdi lang=(card.words.lang.tag()) { (short(&Words::new(card.words.lang, card.words.text.lines().find(|l| !l.trim().is_empty()).unwrap_or("").to_owned()), 90)) } } }
            } @else { (page.words(&card.words)) }
            (tags(page, card))
            footer { (foot) }
        }
    }
}

/// What is to be known about a card in a few words.
pub(crate) fn tags(page: &Page<'_>, card: &Card) -> Markup {
    html! {
        p.tags {
            @if card.recalled { span.state data-s="✕" { (page.t("card-recalled")) } }
            @if card.first_words.is_some() { span.state data-s="▲" { (page.t("card-corrected")) } }
            @if let Some(noted) = &card.noted {
                span { (page.t("card-noted")) }
                @if noted.exactness == talks::note::Exactness::Exact { span { (page.t("exactness-exact")) } }
                @match card.read_back {
                    Some(true) => span.state data-s="◎" { (page.t("card-read-back")) },
                    Some(false) => span.state data-s="◇" { (page.t("card-read-back-changed")) },
                    None => span.state data-s="◇" { (page.t("card-unconfirmed")) },
                }
            }
            @if let Some(arrival) = &card.arrival { span { (page.t(arrival.form.key())) } }
            @if let Some(tie) = &card.tie { span { (tie_words(page, tie)) } }
            @if let Some(answers) = card.answers { a href=(page.entry(&card.room, "message", answers)) { (page.ta("card-answers", &[("n", n(answers))])) } }
            @if !card.versions.is_empty() { span { (page.ta("card-versions", &[("n", Value::Number(i64::try_from(card.versions.len()).unwrap_or(0)))])) } }
            @if let Some(source) = &card.source { cite { bdi { (source) } } }
        }
    }
}

fn tie_words(page: &Page<'_>, tie: &talks::message::Tie) -> Markup {
    let version = Value::Number(i64::from(tie.version));
    html! {
        @match &tie.clause {
            Some(clause) => (page.ta("card-tie-clause", &[("what", Value::Text(&tie.what)), ("version", version), ("clause", Value::Text(clause))])),
            None => (page.ta("card-tie", &[("what", Value::Text(&tie.what)), ("version", version)])),
        }
    }
}

/// The four questions, answered, as facts.
pub(crate) fn answers(page: &Page<'_>, answers: &Answers) -> Markup {
    html! {
        dt { (page.t("question-use")) } dd { (page.t(answers.use_.key())) }
        dt { (page.t("question-source")) } dd { (page.t(answers.source.key())) }
        dt { (page.t("question-form")) } dd { (page.t(answers.form.key())) }
        dt { (page.t("question-standing")) } dd { (page.t(answers.standing.key())) }
    }
}

/// Language versions, each with how it stands and the way back where there is one.
pub(crate) fn versions(page: &Page<'_>, wording: &[Version]) -> Markup {
    html! {
        @for v in wording {
            div.version {
                p.meta {
                    span { (page.t(language_key(v.words.lang))) }
                    span { (page.t(v.state.key())) }
                    @if let Some(by) = &v.by { span { (page.ta("version-by", &[("name", Value::Text(by))])) } }
                    @if let Some(by) = &v.checked_by { span { (page.ta("version-checked-by", &[("name", Value::Text(by))])) } }
                }
                (page.words(&v.words))
                @if let Some(back) = &v.back {
                    p.hint { (page.t("version-back")) }
                    (page.words(back))
                }
            }
        }
    }
}

/// An original with the words that are meant to cross marked, and the rest shown as held.
pub(crate) fn marked(words: &Words, spans: &[Span]) -> Markup {
    let chars: Vec<char> = words.text.chars().collect();
    let mut parts: Vec<(bool, String)> = Vec::new();
    let mut at = 0;
    for span in spans {
        let (start, end) = (span.start.min(chars.len()), span.end.min(chars.len()));
        if at < start {
            parts.push((false, chars[at..start].iter().collect()));
        }
        if start < end {
            parts.push((true, chars[start..end].iter().collect()));
        }
        at = at.max(end);
    }
    if at < chars.len() {
        parts.push((false, chars[at..].iter().collect()));
    }
    html! {
        blockquote lang=(words.lang.tag()) dir=(direction(words.lang)) data-markable {
            @if spans.is_empty() { (shown(&words.text)) }
            @else { @for (mark, text) in &parts {
                @if *mark { mark { (shown(text)) } } @else { span.held { (shown(text)) } }
            } }
        }
    }
}

/// A preparation as a card of the shuttle.
pub(crate) fn prepared(page: &Page<'_>, p: &Prepared) -> Markup {
    let room = page.room().cloned();
    html! {
        article.card {
            p.meta {
                @if let Some(room) = &room { a href=(page.entry(room, "preparation", p.n)) { (page.t(p.preparation.kind.key())) } }
                span { (page.t(p.preparation.answers.source.key())) }
                span.end { (page.hour(p.conveyed.unwrap_or(p.at))) }
            }
            @if let Some(first) = p.preparation.wording.first() {
                @if p.preparation.kind == MessageKind::Text { p { bdi { (short(&Words::new(first.words.lang, first.words.text.lines().find(|l| !l.trim().is_empty()).unwrap_or("").to_owned()), 90)) } } }
                @else { (page.words(&first.words)) }
            }
            footer {
                @if p.conveyed.is_some() { span.state data-s="●" { (page.t(p.preparation.answers.form.key())) } }
                @else if p.dropped { span.state data-s="✕" { (page.t("prepared-dropped")) } }
                @else if p.against.is_empty() { span.state data-s="◎" { (page.t("prepared-may-cross")) } }
                @else {
                    span.state data-s="◐" { (page.t("prepared-not-yet")) }
                    @if let Some(first) = p.against.first() { span { (page.phrase(first)) } }
                }
                @if let Some(from) = &p.from { span { (page.ta("prepared-from", &[("of", Value::Text(&from.name.text))])) } }
                span { (page.ta("prepared-to", &[("of", Value::Text(&p.to.name.text))])) }
            }
        }
    }
}

/// A permission with its form and conditions, as it is shown wherever it is relied on.
pub(crate) fn permission(page: &Page<'_>, p: &PermissionCard) -> Markup {
    let c = &p.permission.conditions;
    html! {
        dl.facts {
            dt { (page.t("permission-given")) } dd { (page.t(p.permission.given.key())) (page.comma()) bdi { (p.permission.by) } }
            @if !p.permission.heard_by.is_empty() { dt { (page.t("field-heard-by")) } dd { bdi { (p.permission.heard_by.join(page.comma())) } } }
            dt { (page.t("field-to")) } dd { (page.named(&p.to)) }
            (answers(page, &p.permission.answers))
            @if let Some(limits) = &c.limits { dt { (page.t("field-limits")) } dd { bdi { (limits) } } }
            @if let Some(at) = c.not_before { dt { (page.t("field-not-before")) } dd { (page.stamp(at)) } }
            @if let Some(at) = c.expires { dt { (page.t("field-expires")) } dd { (page.stamp(at)) " " (page.s.until(at, page.frame.now)) } }
            @if c.only_if_other { dt { (page.t("permission-condition")) } dd { (page.t("only-if-other")) } }
            @if c.tell_when_used { dt { (page.t("permission-tells")) } dd { (page.t("tell-when-used")) } }
            dt { (page.t("permission-holds")) }
            dd {
                @if p.withdrawn { span.state data-s="✕" { (page.t("permission-withdrawn")) } }
                @else if p.expired { span.state data-s="▲" { (page.t("permission-expired")) } }
                @else if p.used { span.state data-s="●" { (page.t("permission-used")) } }
                @else { span.state data-s="◎" { (page.t("permission-stands")) } }
            }
        }
    }
}

/// A link to a message by its first words.
pub(crate) fn link(page: &Page<'_>, card: &Card) -> Markup {
    html! { a href=(page.entry(&card.room, "message", card.n)) dir="auto" { bdi { (short(&card.words, 90)) } } }
}
