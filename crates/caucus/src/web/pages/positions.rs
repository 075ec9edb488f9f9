//! Positions and sticking points: issue by party, and what holds up the whole.

use super::super::page::Page;
use super::inputs::{Inputs, ladder};
use crate::words::Value;
use desk::view::positions::{Held, Positions, Row, Sticking};
use maud::{Markup, html};
use talks::position::{Lane, Movement};

pub(crate) fn page(page: &Page<'_>, view: &Positions) -> Markup {
    let main = html! {
        div.head { h1 { (page.t("title-positions")) } span.small { (page.t("positions-hint")) } }
        @if view.rows.is_empty() { div.empty { p { (page.t("positions-empty")) } } }
        @else {
            div.scroll tabindex="0" { table.plain.positions {
                caption.small { (page.t("positions-caption")) }
                thead { tr { th scope="col" { (page.t("field-issue")) } @for s in &view.sides { th scope="col" { (page.named(s)) } } } }
                tbody { @for row in &view.rows { (issue_row(page, row)) } }
            } }
        }
        section #sticking {
            h2 { (page.t("sticking-title")) }
            @if view.sticking.is_empty() { p.none { (page.t("sticking-none")) } }
            @for s in &view.sticking { (sticking(page, view, s)) }
        }
    };
    let panel = (view.may_say || view.may_stick).then(|| panel(page, view));
    page.whole(&main, panel.as_ref())
}

fn issue_row(page: &Page<'_>, row: &Row) -> Markup {
    html! {
        tr #{ "issue-" (row.issue.id) } {
            th scope="row" {
                (page.said(&row.issue.title))
                @match row.apart { Some(true) => p.small { span.state data-s="◇" { (page.t("positions-apart")) } }, Some(false) => p.small { span.state data-s="●" { (page.t("positions-same")) } }, None => {} }
            }
            @for cell in &row.cells { td {
                @if cell.is_empty() { span.none { (page.t("positions-no-data")) } }
                @for lane in Lane::ALL { @if let Some(h) = cell.iter().find(|h| h.position.lane == *lane) { (held(page, h)) } }
                @let older: Vec<&Held> = older(cell);
                @if !older.is_empty() { details.more { summary { (page.ta("positions-older", &[("n", Value::Number(i64::try_from(older.len()).unwrap_or(0)))])) } @for h in older { (held(page, h)) } } }
            } }
        }
    }
}

/// Positions that a later one of the same lane took the place of.
fn older(cell: &[Held]) -> Vec<&Held> {
    let mut seen: Vec<Lane> = Vec::new();
    cell.iter()
        .filter(|h| {
            let first = !seen.contains(&h.position.lane);
            seen.push(h.position.lane);
            !first
        })
        .collect()
}

fn held(page: &Page<'_>, h: &Held) -> Markup {
    html! {
        div.position {
            p.meta { span { (page.t(h.position.lane.key())) } @if h.position.red_line { strong { (page.t("field-red-line")) } } span.end { (page.hour(h.at)) } }
            p { (page.said(&h.position.words)) }
            @if let Some(source) = &h.position.source { p.small { cite { bdi { (source) } } } }
        }
    }
}

fn sticking(page: &Page<'_>, view: &Positions, s: &Sticking) -> Markup {
    let f_id = format!("move-{}-{}", s.room, s.n);
    html! {
        article.card #{ "sticking-" (s.n) } {
            p.meta {
                strong { (page.said(&s.point.title)) }
                span.state data-s=(if s.stalled { "▲" } else { "○" }) { @match s.now { Some(now) => (page.t(now.key())), None => (page.t("sticking-no-data")) } @if s.stalled { (page.comma()) (page.t("sticking-stalled")) } }
                span.end { (page.t("sticking-since")) " " (page.hour(s.since)) }
            }
            @if !s.sides.is_empty() { dl.facts { @for (party, words) in &s.sides { dt { (page.named(party)) } dd { (page.said(words)) } } } }
            @if !s.tied_to.is_empty() { p.small { (page.t("field-tied-to")) " " @for (n, title) in &s.tied_to { a href={ "#sticking-" (n) } { (page.said(title)) } " " } } }
            @if !s.moves.is_empty() { details.more { summary { (page.ta("sticking-moves", &[("n", Value::Number(i64::try_from(s.moves.len()).unwrap_or(0)))])) }
                ul.list { @for m in &s.moves { li.line { span { (page.t(m.movement.key())) } span.grow { @if let Some(w) = &m.words { (page.said(w)) } } span.end { (page.hour(m.at)) } } } }
            } }
            @if let Some(source) = &s.point.source { p.small { cite { bdi { (source) } } } }
            @if view.may_stick && s.room == view.room {
                @let f = Inputs::of(page, &f_id);
                details.more { summary { (page.t("sticking-move")) } (f.form(&s.room, "move", None, &html! {
                    (f.hidden("of", &s.n.to_string()))
                    (f.select("movement", &ladder(Movement::ALL, Movement::code, Movement::key), None, None))
                    (f.line("text", ""))
                    p.buttons { button { (page.t("sticking-move-do")) } }
                })) }
            }
        }
    }
}

fn panel(page: &Page<'_>, view: &Positions) -> Markup {
    let (p, s) = (Inputs::of(page, "position"), Inputs::of(page, "sticking"));
    let issues: Vec<(String, String)> = view.rows.iter().map(|r| (r.issue.id.to_string(), r.issue.title.text.clone())).collect();
    let sides: Vec<(String, String)> = view.sides.iter().map(|n| (n.id.to_string(), n.name.text.clone())).collect();
    html! {
        @if view.may_say && !issues.is_empty() {
            section { h2 { (page.t("positions-add")) } (p.form(&view.room, "position", None, &html! {
                (p.select_text("issue", &issues, None, None)) (p.select_text("party", &sides, None, None))
                (p.select("lane", &ladder(Lane::ALL, Lane::code, Lane::key), None, None))
                (p.words("text", "field-text", "", 3, false))
                (p.tick("red-line", "field-red-line", false)) (p.line("source", ""))
                p.buttons { button.do { (page.t("positions-add-do")) } }
            })) }
        }
        @if view.may_stick {
            section { details.more { summary { (page.t("sticking-add")) } (s.form(&view.room, "sticking-point", None, &html! {
                (s.words("text", "field-title", "", 2, false))
                @for (id, text) in &issues { (s.tick_text(&["issue-", id].concat(), text, false)) }
                @for (id, text) in &sides { div.field { label for={ "sticking-side-" (id) } { (text) } input id={ "sticking-side-" (id) } name={ "text-side-" (id) } dir="auto"; } }
                (s.line("tied-to", "")) (s.line("source", ""))
                p.buttons { button { (page.t("sticking-add-do")) } }
            })) } }
        }
    }
}
