//! Clock: phases and obligations on one axis, what waits for what, what each side has given and received; each
//! drawing with its table.

use super::super::page::Page;
use crate::drawing::{self, Look};
use crate::words::Value;
use desk::view::clock::ClockPage;
use desk::view::picture::Drawn;
use maud::{Markup, PreEscaped, html};

/// A drawing with the sentence under it and its table.
pub(crate) fn figure(page: &Page<'_>, d: &Drawn, id: &str) -> Markup {
    let (head, rows) = drawing::table(&d.picture, page.s);
    html! {
        figure.drawing tabindex="0" { (PreEscaped(drawing::svg(&d.picture, Look { speak: page.s, id }))) figcaption.small { (drawing::caption(&d.picture, page.s)) } }
        details.more { summary { (page.t("clock-table")) } div.scroll tabindex="0" { table.plain {
            thead { tr { @for h in &head { th scope="col" { (h) } } } }
            tbody { @for row in &rows { tr { @for cell in row { td { (cell) } } } } }
        } } }
    }
}

pub(crate) fn page(page: &Page<'_>, view: &ClockPage) -> Markup {
    let main = html! {
        div.head {
            h1 { (page.t("title-clock")) }
            @if let Some(v) = &view.version {
                span.small { (page.ta("text-version", &[("n", Value::Number(i64::try_from(v.number).unwrap_or(0)))])) " · " bdi { (v.title) } }
                span.end { a.button href=(page.in_room(&view.room, &format!("text?v={}", v.n))) { (page.t("title-text")) } }
            }
        }
        p.hint { (page.t("checks-mediators-only")) }
        @if view.version.is_none() { div.empty { h2 { (page.t("text-empty")) } p { (page.t("checks-empty")) } } }
        @else if view.drawings.is_empty() { p.none { (page.t("clock-nothing")) } }
        @if view.version.is_some() { (next(page, view)) }
        @for d in &view.drawings {
            section { h2 { (page.t(&["accord-draw-", d.kind].concat())) } (figure(page, d, &["clock-", d.kind].concat())) }
        }
    };
    let panel = (!view.taken.is_empty()).then(|| taken(page, view));
    page.whole(&main, panel.as_ref())
}

/// What falls due next, by the text alone, and from what the rest counts.
fn next(page: &Page<'_>, view: &ClockPage) -> Markup {
    let number = |n: usize| Value::Number(i64::try_from(n).unwrap_or(0));
    html! { section {
        h2 { (page.t("clock-next")) }
        @if view.next.is_empty() { p.none { (page.t("clock-next-none")) } }
        @else { ul.plain { @for d in &view.next {
            li { bdi { (d.clause) } " · " bdi { (d.who.join(", ")) " " (d.act) } " · " (page.stamp(d.at)) }
        } } }
        @if !view.counting.is_empty() { ul.plain { @for c in &view.counting {
            li.small { (page.ta("clock-next-counts", &[("event", Value::Text(&c.event)), ("n", number(c.deadlines))])) }
        } } }
    } }
}

/// Which letters the drawings take; another one is a link.
fn taken(page: &Page<'_>, view: &ClockPage) -> Markup {
    let with = |bracket: &str, letter: &str| {
        let all: Vec<String> = view
            .taken
            .iter()
            .map(|t| if t.bracket == bracket { format!("{bracket}={letter}") } else { format!("{}={}", t.bracket, t.letter) })
            .collect();
        let v = view.version.as_ref().map_or(String::new(), |v| format!("v={}&", v.n));
        page.in_room(&view.room, &format!("clock?{v}take={}", super::super::http::encode(&all.join(","))))
    };
    html! { section {
        h2 { (page.t("clock-taken")) }
        p.hint { (page.t("clock-taken-hint")) }
        dl.facts { @for t in &view.taken {
            dt { bdi { (t.bracket) } }
            dd { @for letter in &t.letters { a.button.quiet href=(with(&t.bracket, letter)) aria-current=[(*letter == t.letter).then_some("true")] { (letter) } } }
        } }
    } }
}
