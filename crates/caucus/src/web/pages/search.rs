//! Search over the reader's own rooms, the palette as a page, and the keys and words of the handbook.

use super::super::page::{Page, direction, shown};
use desk::view::search::Found;
use maud::{Markup, html};

pub(crate) fn page(page: &Page<'_>, view: &Found) -> Markup {
    let main = html! {
        div.head { h1 { (page.t("title-search")) } }
        form.filter role="search" method="get" action=(page.at("search")) {
            div.field { label for="q" { (page.t("search-label")) } p.hint #q-h { (page.t("search-hint")) } input #q name="q" type="search" value=(view.query) dir="auto" autofocus aria-describedby="q-h"; }
            p.buttons { button.do { (page.t("title-search")) } }
        }
        @if view.query.trim().is_empty() { p.empty { (page.t("search-empty")) } }
        @else if view.hits.is_empty() { p.empty { (page.t("search-none")) } }
        ul.list { @for h in &view.hits {
            li.line {
                span { (page.t(&["kind-", h.kind].concat())) }
                a.grow href=(page.entry(&h.room, "entry", h.n)) lang=(h.words.lang.tag()) dir=(direction(h.words.lang)) { (shown(&h.words.text)) }
                span.small { (page.name_of(&h.room)) }
                span.end { (page.hour(h.at)) }
            }
        } }
        @if view.more { p { (page.t("search-more")) } }
    };
    page.whole(&main, None)
}

/// All pages that the reader may go to: the palette without scripts.
pub(crate) fn go(page: &Page<'_>, links: &Vec<(String, String)>) -> Markup {
    let main = html! {
        div.head { h1 { (page.t("title-go")) } }
        ul.list { @for (href, text) in links { li.line { a href=(href) { (text) } } } }
    };
    page.whole(&main, None)
}

/// The few pages of the handbook that belong at hand: the four questions, the keys, the words.
pub(crate) fn handbook(page: &Page<'_>, _: &()) -> Markup {
    use terms::disclosure::{Form, PermissionForm, Source, Standing, Use};
    let explained = |keys: &[&'static str]| {
        html! { dl.facts { @for key in keys { dt { (page.t(key)) } dd { @let hint = [key, "-hint"].concat(); @if page.s.has(&hint) { (page.t(&hint)) } } } } }
    };
    let main = html! {
        div.head { h1 { (page.t("title-handbook")) } }
        p { (page.t("handbook-carrying")) }
        h2 { (page.t("question-use")) } (explained(&Use::ALL.iter().map(|v| v.key()).collect::<Vec<_>>()))
        h2 { (page.t("question-source")) } (explained(&Source::ALL.iter().map(|v| v.key()).collect::<Vec<_>>()))
        h2 { (page.t("question-form")) } (explained(&Form::ALL.iter().map(|v| v.key()).collect::<Vec<_>>()))
        h2 { (page.t("question-standing")) } (explained(&Standing::ALL.iter().map(|v| v.key()).collect::<Vec<_>>()))
        h2 { (page.t("permission-given")) } (explained(&PermissionForm::ALL.iter().map(|v| v.key()).collect::<Vec<_>>()))
        h2 { (page.t("handbook-receipts")) } p { (page.t("handbook-receipts-text")) }
        h2 { (page.t("handbook-limits")) } p { (page.t("handbook-limits-text")) }
    };
    page.whole(&main, None)
}
