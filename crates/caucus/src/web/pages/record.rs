//! Record and receipts: a room's log, its signed head, erasures by two persons, one entry's receipt.

use super::super::page::Page;
use super::inputs::Inputs;
use crate::words::Value;
use desk::view::record::{LogLine, ReceiptPage, RecordPage};
use maud::{Markup, html};

pub(crate) fn page(page: &Page<'_>, view: &RecordPage) -> Markup {
    let room = &view.room;
    let main = html! {
        div.head {
            h1 { (page.t("title-record")) }
            span.small { (page.ta("record-size", &[("n", Value::Number(i64::try_from(view.size).unwrap_or(i64::MAX)))])) }
            span.end { a.button href=(page.in_room(room, "record?mine=1")) { (page.t("record-mine")) } a.button href=(page.in_room(room, "export")) { (page.t("record-export")) } }
        }
        div.scroll tabindex="0" { table.plain {
            thead { tr { th scope="col" { (page.t("record-n")) } th scope="col" { (page.t("record-kind")) } th scope="col" { (page.t("record-by")) } th scope="col" { (page.t("record-at")) } th scope="col" { (page.t("record-receipt")) } } }
            tbody { @for l in &view.lines { (line(page, view, l)) } }
        } }
        @if view.lines.is_empty() { p.empty { (page.t("record-none")) } }
        @if let Some(older) = view.older { p { a href=(page.in_room(room, &format!("record?before={older}"))) { (page.t("older")) } } }
    };
    page.whole(&main, Some(&panel(page, view)))
}

fn line(page: &Page<'_>, view: &RecordPage, l: &LogLine) -> Markup {
    let number = page.s.number(i64::try_from(l.n.0).unwrap_or(i64::MAX));
    html! {
        tr {
            td { a href=(page.entry(&view.room, "entry", l.n)) { (number) } }
            td { (page.t(&["kind-", &l.kind].concat())) @if let Some(of) = l.of { " " span.small { (page.ta("record-of", &[("n", super::cards::n(of))])) } } }
            td { @if let Some(by) = &l.by_name { bdi { (by) } } }
            td { @if let Some(at) = l.at { (page.stamp(at)) } }
            td { a href=(page.entry(&view.room, "receipt", l.n)) { (page.t("record-receipt-open")) } }
        }
    }
}

fn panel(page: &Page<'_>, view: &RecordPage) -> Markup {
    let room = &view.room;
    let back = page.in_room(room, "record");
    let f = Inputs::of(page, "erase");
    html! {
        section { h2 { (page.t("record-head")) } p.small { (page.t("record-head-hint")) } pre dir="ltr" { (view.head) } p.small { (page.t("record-key")) } pre dir="ltr" { (view.key) } }
        @if view.may_erase {
            section {
                h2 { (page.t("erase-title")) }
                p.small { (page.t("erase-hint")) }
                @for (proposal, of, why) in &view.proposals {
                    div.notice {
                        p { (page.ta("erase-proposed", &[("n", super::cards::n(*of))])) }
                        p { bdi { (why) } }
                        p.small { (page.t("erase-reaches")) }
                        p.small { (page.t("erase-cannot-reach")) }
                        (Inputs::of(page, &format!("confirm{proposal}")).button(room, "confirm-erasure", "erase-confirm-do", "stop", &[("proposal", &proposal.to_string())], Some(&back)))
                    }
                }
                details.more { summary { (page.t("erase-propose")) } (f.form(room, "propose-erasure", Some(&back), &html! {
                    (f.number("of", "")) (f.words("text", "field-why", "", 2, false))
                    p.buttons { button { (page.t("erase-propose-do")) } }
                })) }
            }
        }
    }
}

/// One receipt, as text that outside tools can check.
pub(crate) fn receipt(page: &Page<'_>, view: &ReceiptPage) -> Markup {
    let main = html! {
        div.head { h1 { (page.ta("receipt-n", &[("n", super::cards::n(view.n))])) } span.small { (page.t(&["kind-", &view.kind].concat())) } span.end { a.button href=(format!("{}.txt", page.entry(&view.room, "receipt", view.n))) { (page.t("receipt-file")) } } }
        p { (page.t("receipt-hint")) }
        pre dir="ltr" { (view.text) }
        p.small { (page.t("record-key")) }
        pre dir="ltr" { (view.key) }
        @if view.kind == "erased" { p.notice { (page.t("receipt-erased")) } }
    };
    page.whole(&main, None)
}
