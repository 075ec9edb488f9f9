//! My view: a delegate's whole desk. What was brought, what is asked of the side, what holds.

use super::super::page::Page;
use super::cards::{answers, card, link, versions};
use crate::words::Value;
use desk::view::my::{CaucusBox, My};
use maud::{Markup, html};

pub(crate) fn page(page: &Page<'_>, view: &My) -> Markup {
    let quiet = view.caucuses.iter().all(|c| c.to_answer.is_empty() && c.asks.is_empty());
    let main = html! {
        div.head {
            h1 { (page.t("title-my")) }
            span.small { (page.stamp(page.frame.now)) }
            span.end { @for c in &view.caucuses { a.button href=(page.in_room(&c.room, "note")) { (page.ta("my-say-to", &[("of", Value::Text(&c.with.name.text))])) } } }
        }
        @if quiet { div.empty { p { (page.t("my-quiet")) } } }
        @for c in &view.caucuses { (caucus(page, c)) }
    };
    page.whole(&main, Some(&panel(page, view)))
}

fn caucus(page: &Page<'_>, c: &CaucusBox) -> Markup {
    let name = if c.private_word { "my-private-word" } else { "my-caucus" };
    html! {
        section.caucus {
            h2 { a href=(page.in_room(&c.room, "talk")) { (page.ta(name, &[("with", Value::Text(&c.with.name.text))])) } }
            @if !c.asks.is_empty() {
                h3 { (page.t("my-asked")) }
                @for (message, ask) in &c.asks {
                    div.notice {
                        p { (page.ta("asked-title", &[("of", Value::Text(&ask.to.name.text))])) " · " (link(page, message)) }
                        (versions(page, &ask.wording))
                        dl.facts { (answers(page, &ask.answers)) }
                        p.buttons { a.button.do href={ (page.entry(&c.room, "message", message.n)) "#ask" (ask.n) } { (page.t("my-answer-ask")) } }
                    }
                }
            }
            @if !c.to_answer.is_empty() {
                h3 { (page.t("my-to-answer")) }
                @for a in &c.to_answer { (card(page, a, &html! { a href=(page.entry(&c.room, "message", a.n)) { (page.t("message-answer")) } })) }
            }
            @if !c.holding.is_empty() {
                h3 { (page.t("my-holding")) }
                ul.list { @for h in &c.holding { li.line { span.grow { (link(page, h)) } span.end { (page.hour(h.at)) } } } }
            }
            @if !c.latest.is_empty() {
                h3 { (page.t("my-latest")) }
                ul.list { @for l in &c.latest { li.line { span { (page.t(l.kind.key())) } span.grow { (link(page, l)) } span.end { (page.hour(l.at)) } } } }
            }
        }
    }
}

fn panel(page: &Page<'_>, view: &My) -> Markup {
    html! {
        @if let Some(next) = view.openings.iter().find(|o| !o.held) { section { h2 { (page.t("my-next-opening")) } p { (page.said(&next.opening.title)) } p { (page.stamp(next.opening.at)) } } }
        @if !view.mandates.is_empty() {
            section { h2 { (page.t("my-mandates")) } @for m in &view.mandates { dl.facts {
                dt { bdi { (m.delegate) } } dd { (page.t(m.most.key())) }
                dt { (page.t("field-given-by")) } dd { bdi { (m.given_by) } }
                @if let Some(home) = &m.refer_home { dt { (page.t("field-refer-home")) } dd { bdi { (home) } } }
                @if let Some(takes) = m.takes { dt { (page.t("field-takes")) } dd { (page.ta("hours-n", &[("n", Value::Number(i64::from(takes.0)))])) } }
            } } }
        }
        section { h2 { (page.t("my-what-others-see")) } p.small { (page.t("my-what-others-see-hint")) } }
    }
}
