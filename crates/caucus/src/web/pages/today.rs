//! Today: the mediator's desk. What is due, who waits for whom, what is new to carry, the next session.

use super::super::page::Page;
use super::cards::{link, prepared, shape, stage_key};
use desk::view::shuttle::Waiting;
use desk::view::today::{Due, Today};
use maud::{Markup, html};
use terms::id::RoomCode;

pub(crate) fn page(page: &Page<'_>, view: &Today) -> Markup {
    let nothing =
        view.soon.is_empty() && view.new.is_empty() && view.may_cross.is_empty() && view.waits.is_empty() && view.changed.is_empty();
    let main = html! {
        div.head {
            h1 { (page.t("title-today")) }
            @if let Some(next) = &view.next_session { span.small { (page.t("today-next-session")) " " (due_link(page, next)) (page.comma()) (page.stamp(next.at)) } }
            span.end { a.button href=(page.in_room(&view.room, "shuttle")) { (page.t("title-shuttle")) } a.button.do href=(page.in_room(&view.room, "convey")) { (page.t("today-new-idea")) } }
        }
        @if view.paused { div.notice { p { (page.t("today-paused")) } } }
        @if nothing { div.empty { p { (page.t("today-empty")) } } }
        @if !view.changed.is_empty() {
            section { h2 { (page.t("today-changed")) } p.hint { (page.t("today-changed-hint")) } (waiting(page, &view.changed)) }
        }
        section {
            h2 { (page.t("today-soon")) }
            @if view.soon.is_empty() { p.none { (page.t("today-soon-none")) } }
            @else { (due(page, &view.soon)) }
        }
        section { h2 { (page.t("today-new")) } @if view.new.is_empty() { p.none { (page.t("today-new-none")) } } @else { (waiting(page, &view.new)) } }
        @if !view.may_cross.is_empty() {
            section { h2 { (page.t("today-may-cross")) } div.list { @for p in &view.may_cross { (prepared(page, p)) } } }
        }
        @if !view.waits.is_empty() { section { h2 { (page.t("today-waits")) } (waiting(page, &view.waits)) } }
        @if !view.unanswered.is_empty() {
            section { h2 { (page.t("today-unanswered")) } div.list { @for p in &view.unanswered { (prepared(page, p)) } } }
        }
        @if !view.unread_back.is_empty() { section { h2 { (page.t("today-unread-back")) } p.hint { (page.t("today-unread-back-hint")) } (waiting(page, &view.unread_back)) } }
        @if !view.later.is_empty() { section { h2 { (page.t("today-later")) } (due(page, &view.later)) } }
    };
    page.whole(&main, Some(&panel(page, &view.room)))
}

fn panel(page: &Page<'_>, _room: &RoomCode) -> Markup {
    html! {
        section {
            h2 { (page.t("today-note")) }
            p.small { (page.t("today-note-hint")) }
            ul.plain { @for room in page.frame.rooms.iter().filter(|r| matches!(r.kind, "caucus" | "private-word") && r.may_say) {
                li { a href=(page.in_room(&room.code, "note")) { (page.room_name(room)) } }
            } }
        }
        section {
            h2 { (page.t("today-pause")) }
            @if let Some(common) = page.frame.rooms.iter().find(|r| r.kind == "common") { p.small { a href=(page.in_room(&common.code, "roadmap#pause")) { (page.t("today-pause-link")) } } }
        }
        section { h2 { (page.t("look-as")) } p.small { (page.t("look-as-hint")) } (look_as(page)) }
    }
}

/// Buttons that show the screens as a side sees them; each look is logged.
fn look_as(page: &Page<'_>) -> Markup {
    let Some(room) = page.room() else { return html! {} };
    let mut sides: Vec<&desk::view::Named> = page.frame.rooms.iter().filter(|r| r.kind == "caucus").filter_map(|r| r.of.as_ref()).collect();
    sides.dedup();
    html! {
        @for (i, side) in sides.iter().enumerate() {
            form.act method="post" action=(page.in_room(room, "look-as")) {
                (page.form_key(&format!("look{i}"), None))
                input type="hidden" name="party" value=(side.id);
                button { (page.ta("look-as-side", &[("of", crate::words::Value::Text(&side.name.text))])) }
            }
        }
    }
}

fn due_link(page: &Page<'_>, d: &Due) -> Markup {
    let href = match d.what {
        "session" => page.entry(&d.room, "session", d.n),
        "opening" | "step" => page.entry(&d.room, "entry", d.n),
        _ => page.entry(&d.room, "message", d.n),
    };
    html! { a href=(href) { @match &d.words { Some(w) => (super::inputs::short(w, 80)), None => (page.t(&["due-", d.what].concat())) } } }
}

fn due(page: &Page<'_>, list: &[Due]) -> Markup {
    html! {
        ul.list { @for d in list {
            li.line {
                span.state data-s=(if d.at < page.frame.now { "▲" } else { "○" }) { (page.t(&["due-", d.what].concat())) }
                span.grow { (due_link(page, d)) @if let Some(party) = &d.party { " · " (page.named(party)) } }
                span.end { (page.s.until(d.at, page.frame.now)) (page.comma()) (page.stamp(d.at)) }
            }
        } }
    }
}

fn waiting(page: &Page<'_>, list: &[Waiting]) -> Markup {
    html! {
        ul.list { @for w in list {
            li.line {
                span.state data-s=(shape(w.stage)) { (page.t(stage_key(w.stage))) }
                span.grow { (link(page, &w.card)) }
                span.small { (super::cards::speaker(page, &w.card)) }
                span.end { (page.hour(w.card.at)) }
            }
        } }
    }
}
