//! Convey: the original with its words marked beside what the other side will read or hear, the four
//! questions, the permission relied on, and what stands against it.

use super::super::page::Page;
use super::cards::{answers, marked, permission, tags, versions};
use super::inputs::{Inputs, ladder};
use crate::words::Value;
use desk::view::convey::Convey;
use desk::view::shuttle::Prepared;
use maud::{Markup, html};
use talks::conveyance::language_key;
use talks::message::MessageKind;
use terms::disclosure::{Form, Source, Standing, Use, VersionState};
use terms::language::Language;

pub(crate) fn page(page: &Page<'_>, view: &Convey) -> Markup {
    match &view.prepared {
        Some(prepared) => one(page, view, prepared),
        None => new(page, view),
    }
}

fn original(page: &Page<'_>, view: &Convey, spans: &[terms::span::Span]) -> Markup {
    html! {
        section aria-labelledby="original" {
            h2 #original { (page.t("convey-original")) }
            @match &view.original {
                Some(c) => {
                    p.meta { span { (page.t(c.kind.key())) } span { (page.t(c.standing.key())) } span { (super::cards::speaker(page, c)) } span.end { (page.hour(c.at)) } }
                    (marked(&c.words, spans))
                    (tags(page, c))
                    p { a href=(page.entry(&c.room, "message", c.n)) { (page.t("convey-open-message")) } }
                }
                None => @if let Some((n, _)) = &view.text { p { a href=(page.in_room(&view.room, &format!("text?v={n}"))) { (page.t("text-our-draft")) } } } @else { p.empty { (page.t("convey-own")) } },
            }
        }
    }
}

/// A page on which nothing is prepared yet.
fn new(page: &Page<'_>, view: &Convey) -> Markup {
    let f = Inputs::of(page, "prepare");
    let receivers: Vec<(String, String)> = view.receivers.iter().map(|r| (r.id.to_string(), r.name.text.clone())).collect();
    let from = view.original.as_ref().map(|c| format!("{}.{}", c.room, c.n));
    let plain = if view.text.is_some() { MessageKind::Text } else { MessageKind::NonPaper };
    let kind = view.original.as_ref().map_or(plain.code(), |c| c.kind.code());
    let tie = view.original.as_ref().and_then(|c| c.tie.as_ref()).filter(|t| t.text.is_some());
    let partners: Vec<(String, String)> =
        view.partners.iter().map(|n| (n.to_string(), page.ta("prepared-n", &[("n", super::cards::n(*n))]))).collect();
    let could: Vec<(String, String)> = view.could_answer.iter().map(|c| (c.n.to_string(), super::inputs::short(&c.words, 70))).collect();
    let own = view.original.is_none();
    let words = html! {
        @if let Some(from) = &from { (f.hidden("from", from)) }
        @if let Some((draft, _)) = &view.text { (f.hidden("draft", &draft.to_string())) p.hint { (page.t("text-prepare-hint")) } }
        div.row { (f.select_text("to", &receivers, None, None)) (f.select("kind", &ladder(MessageKind::ALL, MessageKind::code, MessageKind::key), Some(kind), None)) }
        h2 { (page.t("convey-will-read")) }
        p.hint { (page.t("convey-will-read-hint")) }
        (wording_fields(page, &f, view))
    };
    let questions = html! {
        div.questions {
            // Nobody's leave stands behind an idea of the mediators' own: the first question is not asked.
            @if own { (f.hidden("use", Use::WordForWord.code())) }
            @else { (f.radios("use", "question-use", &ladder(Use::ALL, Use::code, Use::key), None)) }
            (f.radios("source", "question-source", &sources(own), None))
            (f.radios("form", "question-form", &ladder(Form::ALL, Form::code, Form::key), None))
            (f.radios("standing", "question-standing", &ladder(Standing::ALL, Standing::code, Standing::key), None))
            (f.radios("only-one", "question-only-one", &vec![("no", "only-one-no"), ("yes", "only-one-yes")], None))
        }
        details.more {
            summary { (page.t("convey-more")) }
            @if !partners.is_empty() { (f.select_text("with", &partners, None, Some("with-none"))) }
            @if view.text.is_some() { (f.area("map", "", 3)) }
            @if tie.is_some() { div.row { (f.number("tie-text", "")) (f.line("tie-clause", "")) } }
            @if !could.is_empty() { (f.select_text("answers-entry", &could, None, Some("answers-none"))) }
            (f.select("prevails", &Language::ALL.iter().map(|l| (l.tag(), language_key(*l))).collect(), None, Some("prevails-not-agreed")))
        }
        p.small { (page.t("convey-prepare-reads")) }
        p.buttons { button.do { (page.t("convey-prepare-do")) } }
    };
    let body = html! {
        div.two {
            div { (original(page, view, &[])) @if !own { (f.line("marked", "")) } }
            section { (words) }
        }
        (questions)
    };
    let main = html! {
        div.head { h1 { (page.t("title-convey")) } span.small { (page.t("convey-nothing-crosses")) } }
        (f.form(&view.room, "prepare", None, &body))
    };
    page.whole(&main, None)
}

/// Whose words they can be said to be: with no message behind them, nobody's but the mediators'.
fn sources(own: bool) -> super::inputs::Options {
    let all = if own { &Source::ALL[..2] } else { Source::ALL };
    ladder(all, Source::code, Source::key)
}

/// One set of fields a language; the reader's own language and the original's stand open.
fn wording_fields(page: &Page<'_>, f: &Inputs<'_, '_>, view: &Convey) -> Markup {
    let plain = view.text.as_ref().map_or(page.s.lang(), |(_, w)| w.lang);
    let first = view.original.as_ref().map_or(plain, |c| c.words.lang);
    let states = ladder(VersionState::ALL, VersionState::code, VersionState::key);
    let known = |lang: Language| {
        view.original.as_ref().and_then(|c| {
            if c.words.lang == lang {
                Some(c.words.text.clone())
            } else {
                c.versions.iter().find(|v| v.words.lang == lang).map(|v| v.words.text.clone())
            }
        })
    };
    let fields = |lang: Language| {
        let at = |part: &str| [part, "-", lang.tag()].concat();
        let draft = || view.text.as_ref().filter(|(_, w)| w.lang == lang).map(|(_, w)| w.text.clone());
        let text = known(lang).or_else(draft).unwrap_or_default();
        let state = if lang == first { "original" } else { "working" };
        html! {
            div.field lang=(lang.tag()) {
                label for={ (f.id) "-" (at("text")) } { (page.t(language_key(lang))) }
                textarea id={ (f.id) "-" (at("text")) } name=(at("text")) rows="3" dir=(super::super::page::direction(lang)) { @if lang == first { (text) } }
            }
            div.row {
                div.field { label for={ (f.id) "-" (at("state")) } { (page.t("field-state")) } select id={ (f.id) "-" (at("state")) } name=(at("state")) { @for (code, key) in &states { option value=(code) selected[*code == state] { (page.t(key)) } } } }
                div.field { label for={ (f.id) "-" (at("by")) } { (page.t("field-by-translator")) } input id={ (f.id) "-" (at("by")) } name=(at("by")) dir="auto"; }
                div.field { label for={ (f.id) "-" (at("checked")) } { (page.t("field-checked-by")) } input id={ (f.id) "-" (at("checked")) } name=(at("checked")) dir="auto"; }
            }
            @if lang != first { div.field {
                label for={ (f.id) "-" (at("back")) } { (page.t("field-back")) }
                textarea id={ (f.id) "-" (at("back")) } name=(at("back")) rows="2" dir="auto" {}
                input type="hidden" name={ (at("back")) "-lang" } value=(first.tag());
            } }
        }
    };
    html! {
        (fields(first))
        @for lang in Language::ALL.into_iter().filter(|l| *l != first) {
            details.more { summary { (page.ta("convey-version-in", &[("language", Value::Text(&page.t(language_key(lang))))])) } (fields(lang)) }
        }
    }
}

/// A preparation: what will cross, whether it may, and the act itself.
fn one(page: &Page<'_>, view: &Convey, p: &Prepared) -> Markup {
    let n = p.n.to_string();
    let to = Value::Text(&p.to.name.text);
    let f = Inputs::of(page, "convey");
    let discretion = view.permission.as_ref().is_some_and(|c| c.permission.answers.use_ == Use::Discretion);
    let state = html! {
        @if let Some(at) = p.conveyed { div.notice.done { p { span.state data-s="●" { (page.ta("convey-done", &[("of", to)])) } " " (page.stamp(at)) } p.small { (page.t("convey-done-hint")) } } }
        @else if p.dropped { div.notice { p { (page.t("prepared-dropped")) } } }
        @else if p.against.is_empty() {
            div.notice { p { span.state data-s="◎" { (page.t("prepared-may-cross")) } } }
            (f.form(&view.room, "convey", None, &html! {
                (f.hidden("of", &n))
                @if discretion { (f.words("text", "field-words-used", &p.preparation.wording.first().map_or(String::new(), |v| v.words.text.clone()), 3, false)) }
                div.row { (f.moment("said-at", Some(page.frame.now))) (f.line("heard-by", "")) }
                p { (page.ta("convey-who-reads", &[("of", to)])) }
                p.buttons { button.do { (page.ta("convey-do", &[("of", to)])) } }
            }))
        } @else {
            div.notice.refused { p { (page.t("convey-against")) } ul { @for phrase in &p.against { li { (page.phrase(phrase)) } } } }
            @if p.preparation.from.is_some() { (Inputs::of(page, "askleave").button(&view.room, "ask", "convey-ask-do", "do", &[("of", &n)], Some(&page.entry(&view.room, "preparation", p.n)))) }
        }
    };
    let main = html! {
        div.head { h1 { (page.ta("convey-to", &[("of", to)])) } span.small { (page.t(p.preparation.kind.key())) " · " (page.stamp(p.at)) } }
        div.two {
            (original(page, view, &p.preparation.marked))
            section aria-labelledby="will-read" {
                h2 #will-read { (page.t("convey-will-read")) }
                (versions(page, &p.preparation.wording))
                dl.facts {
                    (answers(page, &p.preparation.answers))
                    dt { (page.t("field-prevails")) } dd { @match p.preparation.prevails { Some(l) => (page.t(language_key(l))), None => (page.t("prevails-not-agreed")) } }
                    dt { (page.t("question-only-one")) } dd { (page.t(if p.preparation.only_one_could_know { "only-one-yes" } else { "only-one-no" })) }
                    @if let Some(with) = p.preparation.with { dt { (page.t("field-with")) } dd { a href=(page.entry(&view.room, "preparation", with)) { (page.ta("prepared-n", &[("n", super::cards::n(with))])) } } }
                }
                p.hint { (page.t("convey-no-trace")) }
            }
        }
        (state)
        @if p.conveyed.is_none() && !p.dropped { (Inputs::of(page, "drop").button(&view.room, "drop", "convey-drop-do", "quiet", &[("of", &n)], None)) }
    };
    let panel = view.permission.as_ref().map(|c| html! { section { h2 { (page.t("convey-permission")) } (permission(page, c)) } });
    page.whole(&main, panel.as_ref())
}
