//! Talk: what was said in one room, newest first, and the form to say or note something.

use super::super::page::Page;
use super::cards::card;
use super::note;
use desk::view::talk::Conversation;
use maud::{Markup, html};

pub(crate) fn page(page: &Page<'_>, view: &Conversation) -> Markup {
    let Some(room) = page.room().cloned() else { return html! {} };
    let main = html! {
        div.head {
            h1 { (page.t("title-talk")) }
            span.end {
                a.button href=(page.in_room(&room, "record")) { (page.t("title-record")) }
                @if view.may_say { a.button.do href=(page.in_room(&room, "note")) { (page.t(if view.mediating { "talk-note" } else { "talk-say" })) } }
            }
        }
        @if view.cards.is_empty() { div.empty { p { (page.t("talk-empty")) } } }
        div.talk { @for c in &view.cards { (card(page, c, &html! {
            a href=(page.entry(&c.room, "receipt", c.n)) { (page.ta("receipt-n", &[("n", super::cards::n(c.n))])) }
        })) } }
        @if let Some(older) = view.older { p { a href=(page.in_room(&room, &format!("talk?before={older}"))) { (page.t("older")) } } }
    };
    let panel = view.may_say.then(|| html! { section { h2 { (page.t(if view.mediating { "talk-note" } else { "talk-say" })) } (note::form(page, view, &room, None, false)) } });
    page.whole(&main, panel.as_ref())
}
