//! Shuttle: what came from each side, what the mediators hold, what was or will be carried to each.

use super::super::page::Page;
use super::cards::{card, prepared, shape, stage_key};
use super::inputs::Inputs;
use crate::words::Value;
use desk::view::shuttle::{Shuttle, SideColumn, Stage, Waiting};
use maud::{Markup, html};

pub(crate) fn page(page: &Page<'_>, view: &Shuttle) -> Markup {
    let waits = view.sides.iter().flat_map(|s| &s.from).filter(|w| w.stage == Stage::New).count();
    let own: Vec<_> = view.ours.iter().filter(|p| p.preparation.from.is_none()).collect();
    let resting: Vec<_> = view.ours.iter().filter(|p| p.preparation.from.is_some()).collect();
    let main = html! {
        div.head {
            h1 { (page.t("title-shuttle")) }
            span.small { (page.ta("shuttle-waiting", &[("n", Value::Number(i64::try_from(waits).unwrap_or(0)))])) }
            span.end { a.button href=(page.in_room(&view.room, "convey")) data-new { (page.t("today-new-idea")) } }
        }
        div.cols.sides style=(format!("--sides:{}", view.sides.len())) {
            @for side in view.sides.iter().filter(|s| !s.from.is_empty() || s.private_word.is_none()) { (from(page, view, side)) }
        }
        div.cols {
            section.col.r-us aria-labelledby="with-us" {
                header { h2 #with-us { (page.t("shuttle-with-us")) } span.small { (page.ta("shuttle-prepared", &[("n", Value::Number(i64::try_from(view.ours.len()).unwrap_or(0)))])) } }
                @if view.ours.is_empty() { p.empty { (page.t("shuttle-none-prepared")) } }
                @for p in resting { (prepared(page, p)) }
                @for p in own { (prepared(page, p)) }
                @if let Some(at) = view.next_opening {
                    article.card { p.meta { span { (page.t("title-offers")) } span.end { (page.ta("shuttle-next-opening", &[])) " " (page.hour(at)) } } p { (page.t("shuttle-offers")) } }
                }
            }
            @for side in view.sides.iter().filter(|s| s.private_word.is_none()) {
                section class={ "col r-" (side.party.hue) } aria-label=(page.ta("shuttle-to", &[("of", Value::Text(&side.party.name.text))])) {
                    header { h2 { (page.ta("shuttle-to", &[("of", Value::Text(&side.party.name.text))])) } span.small { a href=(page.in_room(&side.room, "talk")) { (page.t("shuttle-open-caucus")) } } }
                    @if side.to.is_empty() { p.empty { (page.t("shuttle-none-to")) } }
                    @for p in &side.to { (prepared(page, p)) }
                }
            }
        }
    };
    page.whole(&main, None)
}

fn from(page: &Page<'_>, view: &Shuttle, side: &SideColumn) -> Markup {
    let name = Value::Text(&side.party.name.text);
    html! {
        section class={ "col r-" (side.party.hue) } aria-label=(page.ta("shuttle-from", &[("of", name)])) {
            header {
                h2 {
                    @match &side.private_word {
                        Some(person) => (page.ta("shuttle-private", &[("of", name), ("person", Value::Text(person.as_str()))])),
                        None => (page.ta("shuttle-from", &[("of", name)])),
                    }
                }
                span.small { a href=(page.in_room(&side.room, "note")) { (page.t("shuttle-note")) } }
            }
            @if side.from.is_empty() { p.empty { (page.t("shuttle-none-from")) } }
            @for w in &side.from { (card(page, &w.card, &foot(page, view, w))) }
        }
    }
}

fn foot(page: &Page<'_>, view: &Shuttle, w: &Waiting) -> Markup {
    let at = format!("{}.{}", w.card.room, w.card.n);
    let id = format!("hold-{}-{}", w.card.room, w.card.n);
    html! {
        span.state data-s=(shape(w.stage)) { (page.t(stage_key(w.stage))) }
        @if !w.card.recalled && w.stage != Stage::Conveyed { a href=(page.in_room(&view.room, &["convey?from=", &at].concat())) { (page.t("shuttle-prepare")) } }
        @if w.stage == Stage::New { (Inputs::of(page, &id).button(&view.room, "hold", "shuttle-hold", "quiet", &[("message", &at)], None)) }
    }
}
