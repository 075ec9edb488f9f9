//! Shuttle: what came from each side, what the mediators hold, what was or will be carried to each.

use super::super::page::Page;
use super::cards::{card, prepared, shape, stage_key};
use super::inputs::Inputs;
use crate::words::Value;
use desk::view::Named;
use desk::view::shuttle::{Prepared, Shuttle, SideColumn, Stage, Waiting};
use maud::{Markup, html};

pub(crate) fn page(page: &Page<'_>, view: &Shuttle) -> Markup {
    let waits = view.sides.iter().flat_map(|s| &s.from).filter(|w| w.stage == Stage::New).count();
    let mut sides: Vec<(&Named, Vec<&SideColumn>)> = Vec::new();
    for column in &view.sides {
        match sides.iter_mut().find(|(party, _)| party.id == column.party.id) {
            Some((_, columns)) => columns.push(column),
            None => sides.push((&column.party, vec![column])),
        }
    }
    let main = html! {
        div.head {
            h1 { (page.t("title-shuttle")) }
            span.small { (page.ta("shuttle-waiting", &[("n", Value::Number(i64::try_from(waits).unwrap_or(0)))])) }
            span.end { a.button href=(page.in_room(&view.room, "convey")) data-new { (page.t("today-new-idea")) } }
        }
        div.cols.shuttle {
            @for (i, (party, columns)) in sides.iter().enumerate() {
                (side(page, view, party, columns))
                @if i == 0 { (ours(page, view)) }
            }
        }
    };
    page.whole(&main, None)
}

/// What the mediators hold between the sides.
fn ours(page: &Page<'_>, view: &Shuttle) -> Markup {
    let (resting, own): (Vec<&Prepared>, Vec<&Prepared>) = view.ours.iter().partition(|p| p.preparation.from.is_some());
    let count = Value::Number(i64::try_from(view.ours.len()).unwrap_or(0));
    html! {
        section.col.r-us aria-labelledby="with-us" {
            header { h2 #with-us { (page.t("shuttle-with-us")) } span.small { (page.ta("shuttle-prepared", &[("n", count)])) } }
            @if view.ours.is_empty() { p.empty { (page.t("shuttle-none-prepared")) } }
            @for p in resting.iter().chain(&own) { (prepared(page, p)) }
            @if let Some(at) = view.next_opening {
                article.card {
                    p.meta { span { (page.t("title-offers")) } span.end { (page.t("shuttle-next-opening")) " " (page.hour(at)) } }
                    p { (page.t("shuttle-offers")) }
                }
            }
        }
    }
}

/// How many cards of what is settled stand open; the older ones fold away.
const OPEN: usize = 3;

/// Whether nothing is left to do with what came from a side.
fn settled(stage: Stage) -> bool {
    matches!(stage, Stage::Held | Stage::Conveyed | Stage::Recalled)
}

/// One side: what came from it, its private words among them, and what was or will be carried to it.
fn side(page: &Page<'_>, view: &Shuttle, party: &Named, columns: &[&SideColumn]) -> Markup {
    let name = Value::Text(&party.name.text);
    html! {
        section class={ "col r-" (party.hue) } aria-label=(page.ta("shuttle-from", &[("of", name)])) {
            @for column in columns {
                header {
                    h2 {
                        @match &column.private_word {
                            Some(person) => (page.ta("shuttle-private", &[("of", name), ("person", Value::Text(person))])),
                            None => (page.ta("shuttle-from", &[("of", name)])),
                        }
                    }
                    span.small { a href=(page.in_room(&column.room, "note")) { (page.t("shuttle-note")) } }
                }
                @if column.from.is_empty() { p.empty { (page.t("shuttle-none-from")) } }
                @let (rest, open): (Vec<&Waiting>, Vec<&Waiting>) = column.from.iter().partition(|w| settled(w.stage));
                @for w in open.into_iter().chain(rest.iter().take(OPEN).copied()) { (card(page, &w.card, &foot(page, view, w))) }
                @if rest.len() > OPEN {
                    details.more {
                        summary { (page.t("older")) }
                        @for w in rest.iter().skip(OPEN) { (card(page, &w.card, &foot(page, view, w))) }
                    }
                }
            }
            @for column in columns.iter().filter(|c| c.private_word.is_none()) {
                header {
                    h2 { (page.ta("shuttle-to", &[("of", name)])) }
                    span.small { a href=(page.in_room(&column.room, "talk")) { (page.t("shuttle-open-caucus")) } }
                }
                @if column.to.is_empty() { p.empty { (page.t("shuttle-none-to")) } }
                @for p in column.to.iter().take(OPEN) { (prepared(page, p)) }
                @if column.to.len() > OPEN {
                    details.more {
                        summary { (page.t("older")) }
                        @for p in column.to.iter().skip(OPEN) { (prepared(page, p)) }
                    }
                }
            }
        }
    }
}

fn foot(page: &Page<'_>, view: &Shuttle, w: &Waiting) -> Markup {
    let at = format!("{}.{}", w.card.room, w.card.n);
    let id = format!("hold-{}-{}", w.card.room, w.card.n);
    html! {
        span.state data-s=(shape(w.stage)) { (page.t(stage_key(w.stage))) }
        @if !w.card.recalled && w.stage != Stage::Conveyed { a href=(page.in_room(&view.room, &["convey?from=", &at].concat())) { (page.t("shuttle-prepare")) } }
        @if w.stage == Stage::ChangedAfter { (Inputs::of(page, &id).button(&view.room, "hold", "shuttle-told", "quiet", &[("message", &at)], None)) }
        @if w.stage == Stage::New { (Inputs::of(page, &id).button(&view.room, "hold", "shuttle-hold", "quiet", &[("message", &at)], None)) }
    }
}
