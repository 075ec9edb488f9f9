//! Conditional offers: a side's own, the openings announced to all, and the form to lodge one.

use super::super::page::Page;
use super::inputs::Inputs;
use crate::words::Value;
use desk::view::offers::{OfferCard, Offers, OpeningCard};
use maud::{Markup, html};
use talks::session::Issue;
use terms::id::{IssueId, OptionId};

pub(crate) fn page(page: &Page<'_>, view: &Offers) -> Markup {
    let main = html! {
        div.head { h1 { (page.t("title-offers")) } span.small { (page.t(if view.own.is_some() { "offers-hint" } else { "offers-hint-mediator" })) } }
        @if view.own.is_some() {
            section {
                h2 { (page.t("offers-own")) }
                @if view.offers.is_empty() { p.empty { (page.t("offers-none")) } }
                @for o in &view.offers { (offer(page, view, o)) }
            }
        }
        section {
            h2 { (page.t("offers-openings")) }
            @if view.openings.is_empty() { p.empty { (page.t("offers-no-opening")) } }
            @for o in &view.openings { (opening(page, view, o)) }
        }
    };
    let panel = (view.may_offer || view.may_open).then(|| {
        html! {
            @if view.may_offer { (lodge(page, view)) }
            @if view.may_open { (announce(page, view)) }
        }
    });
    page.whole(&main, panel.as_ref())
}

/// An option by its issue's title and its own words.
fn option(page: &Page<'_>, issues: &[Issue], issue: &IssueId, option: &OptionId) -> Markup {
    let found = issues.iter().find(|i| &i.id == issue);
    let words = found.and_then(|i| i.options.iter().find(|(o, _)| o == option)).map(|(_, w)| w);
    html! {
        @match found { Some(i) => (page.said(&i.title)), None => (issue) } ": "
        @match words { Some(w) => (page.said(w)), None => (option) }
    }
}

fn options(page: &Page<'_>, issues: &[Issue], list: &[(IssueId, OptionId)]) -> Markup {
    html! { ul { @for (i, o) in list { li { (option(page, issues, i, o)) } } } }
}

fn offer(page: &Page<'_>, view: &Offers, o: &OfferCard) -> Markup {
    let n = o.n.to_string();
    let Some(own) = &view.own else { return html! {} };
    let shape = match o.standing {
        "live" => "◎",
        "leaving" => "◐",
        "withheld" => "◌",
        _ => "✕",
    };
    html! {
        article.card {
            p.meta { span.state data-s=(shape) { (page.t(&["offer-", o.standing].concat())) } span.end { (page.hour(o.at)) } }
            div.two { div { h3 { (page.t("offer-if")) } (options(page, &view.issues, &o.offer.if_)) } div { h3 { (page.t("offer-then")) } (options(page, &view.issues, &o.offer.then)) } }
            footer {
                span { (page.t("field-expires")) " " (page.stamp(o.offer.expires)) }
                @if o.offer.mediators_may_see { span { (page.t("offer-mediators-see")) } }
                @if view.may_offer && o.standing == "withheld" { (Inputs::of(page, &format!("reaffirm{n}")).button(own, "reaffirm", "offer-reaffirm", "", &[("of", &n)], None)) }
                @if view.may_offer && o.standing != "over" && o.standing != "leaving" { (Inputs::of(page, &format!("withdraw{n}")).button(own, "withdraw-offer", "offer-withdraw", "quiet", &[("of", &n)], None)) }
            }
        }
    }
}

fn opening(page: &Page<'_>, view: &Offers, o: &OpeningCard) -> Markup {
    let n = o.n.to_string();
    html! {
        article.card {
            p.meta { strong { (page.said(&o.opening.title)) } span.end { (page.stamp(o.opening.at)) } }
            p { span.state data-s=(if o.held { "●" } else { "○" }) { (page.t(if o.held { "opening-held" } else { "opening-announced" })) } @if !o.held { " " (page.s.until(o.opening.at, page.frame.now)) } }
            @if let Some(result) = &o.result {
                @if result.is_empty() { p { (page.t("opening-nothing")) } }
                @for m in result {
                    p { strong { (page.t("opening-matched")) } " " (page.ta("offer-n", &[("n", super::cards::n(m.offer))])) }
                    (options(page, &view.issues, &m.settled))
                }
            }
            @if view.may_open && !o.held && o.opening.at <= page.frame.now { (Inputs::of(page, &format!("hold{n}")).button(&view.common, "hold-opening", "opening-hold", "do", &[("of", &n)], None)) }
        }
    }
}

fn lodge(page: &Page<'_>, view: &Offers) -> Markup {
    let Some(own) = &view.own else { return html! {} };
    let f = Inputs::of(page, "offer");
    let choice = |prefix: &str, i: &Issue| {
        let name = [prefix, i.id.as_str()].concat();
        html! {
            div.field {
                label for={ "offer-" (name) } { (page.said(&i.title)) }
                select id={ "offer-" (name) } name=(name) { option value="" { (page.t("offer-leave-open")) } @for (o, w) in &i.options { option value=(o) lang=(w.lang.tag()) { (w.text) } } }
            }
        }
    };
    html! {
        section {
            h2 { (page.t("offer-lodge")) }
            @if view.issues.iter().all(|i| i.options.is_empty()) { p.none { (page.t("offer-no-issues")) } }
            @else { (f.form(own, "offer", None, &html! {
                fieldset { legend { (page.t("offer-if")) } @for i in view.issues.iter().filter(|i| !i.options.is_empty()) { (choice("if-", i)) } }
                fieldset { legend { (page.t("offer-then")) } @for i in view.issues.iter().filter(|i| !i.options.is_empty()) { (choice("then-", i)) } }
                (f.moment("expires", Some(page.frame.now.plus(terms::time::Hours(24)))))
                (f.tick("mediators-may-see", "offer-mediators-may-see", false))
                p.small { (page.t("offer-who-sees")) }
                p.buttons { button.do { (page.t("offer-lodge-do")) } }
            })) }
        }
    }
}

fn announce(page: &Page<'_>, view: &Offers) -> Markup {
    let f = Inputs::of(page, "opening");
    html! {
        section { h2 { (page.t("opening-announce")) } (f.form(&view.common, "announce-opening", None, &html! {
            (f.words("text", "field-title", "", 1, false))
            (f.moment("at", None))
            (f.hidden("lang", page.s.lang().tag()))
            p.small { (page.ta("opening-who-sees", &[("n", Value::Number(1))])) }
            p.buttons { button.do { (page.t("opening-announce-do")) } }
        })) }
    }
}
