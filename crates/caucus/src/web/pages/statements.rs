//! Statements: what was said in public, by whom, carried by whom; held apart from what is said in caucus.

use super::super::page::Page;
use super::inputs::Inputs;
use desk::view::statements::{Line, Statements};
use maud::{Markup, html};

pub(crate) fn page(page: &Page<'_>, view: &Statements) -> Markup {
    let f = Inputs::of(page, "filter");
    let main = html! {
        div.head { h1 { (page.t("title-statements")) } span.small { (page.t("statements-hint")) } }
        form.filter method="get" action=(page.in_room(&view.room, "statements")) { (f.line("speaker", "")) p.buttons { button { (page.t("filter-do")) } } }
        @if view.lines.is_empty() { div.empty { p { (page.t("statements-empty")) } } }
        @for l in &view.lines { (statement(page, l)) }
        @if let Some(older) = view.older { p { a href=(page.in_room(&view.room, &format!("statements?before={older}"))) { (page.t("older")) } } }
    };
    let panel = view.may_announce.then(|| add(page, view));
    page.whole(&main, panel.as_ref())
}

fn statement(page: &Page<'_>, l: &Line) -> Markup {
    let s = &l.statement;
    html! {
        article.card #{ "n" (l.n) } {
            p.meta {
                strong { bdi { (s.speaker) } }
                @if let Some(role) = &s.role { span { bdi { (role) } } }
                span.end { @match &s.said_on { Some(when) => bdi { (when) }, None => (page.t("not-stated")) } }
            }
            @if s.quoted { (page.words(&s.words)) } @else { p { (page.said(&s.words)) } }
            footer {
                span { (page.t(if s.quoted { "statement-quoted" } else { "statement-in-our-words" })) }
                @if !s.carried_by.is_empty() { span { (page.t("field-carried-by")) " " bdi { (s.carried_by.join(" → ")) } } }
                @if let Some(source) = &s.source { cite { bdi { (source) } } }
            }
        }
    }
}

fn add(page: &Page<'_>, view: &Statements) -> Markup {
    let f = Inputs::of(page, "statement");
    html! { section { h2 { (page.t("statement-add")) } (f.form(&view.room, "statement", None, &html! {
        (f.required("speaker", "")) (f.line("role", "")) (f.line("carried-by", "")) (f.line("said-on", ""))
        (f.words("text", "field-text", "", 3, false))
        (f.tick("quoted", "statement-quoted", false))
        (f.line("source", "")) (f.language("lang", page.s.lang()))
        p.buttons { button.do { (page.t("statement-add-do")) } }
    })) } }
}
