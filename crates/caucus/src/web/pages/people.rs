//! People and access: the keeper's accounts and invitations; everyone's own access and sessions.

use super::super::page::Page;
use super::inputs::{Inputs, ladder};
use crate::words::Value;
use desk::rooms::{Role, Verb};
use desk::view::Named;
use desk::view::people::{Me, People, PersonLine};
use maud::{Markup, html};
use terms::language::Language;

fn access(page: &Page<'_>, may: &[(&'static str, Option<Named>, Vec<Verb>)]) -> Markup {
    html! { ul.list { @for (kind, of, verbs) in may {
        li.line { span { (page.ta(&["kind-of-room-", kind].concat(), &[("of", Value::Text(of.as_ref().map_or("", |n| n.name.text.as_str())))])) } span.grow { @for (i, v) in verbs.iter().enumerate() { @if i > 0 { (page.comma()) } (page.t(v.key())) } } }
    } } }
}

/// The reader's own page.
pub(crate) fn me(page: &Page<'_>, view: &Me) -> Markup {
    let main = html! {
        div.head { h1 { (page.t("title-me")) } span.small { bdi { (view.name) } (page.comma()) (page.t(view.role.key())) } }
        section { h2 { (page.t("me-access")) } p.hint { (page.t("me-access-hint")) } (access(page, &view.may)) }
        section { h2 { (page.t("me-sessions")) } ul.list { @for s in &view.sessions {
            li.line {
                span.state data-s=(if s.this { "●" } else { "○" }) { (page.t(if s.this { "session-this" } else { "session-other" })) }
                span.grow { (page.stamp(s.opened)) }
                span { (page.t("session-lasts")) " " (page.hour(s.expires)) }
                form.act method="post" action=(page.at("end-session")) { input type="hidden" name="short" value=(s.short); button.quiet { (page.t("session-end-this")) } }
            }
        } } }
        section { h2 { (page.t("me-reading")) } (reading(page)) }
        section { h2 { (page.t("me-keys")) } label.opt { input type="checkbox" data-keys-off; span { (page.t("me-keys-off")) } } }
        section { form.act method="post" action=(page.at("sign-out")) { button.stop { (page.t("sign-out")) } } }
    };
    page.whole(&main, None)
}

/// How the reader reads: language, digits, a second calendar.
fn reading(page: &Page<'_>) -> Markup {
    use terms::language::{Calendar, Digits};
    let f = Inputs::of(page, "reading");
    html! {
        form.form method="post" action=(page.at("language")) {
            input type="hidden" name="back" value={ (page.base) (page.at("me").strip_prefix(page.base).unwrap_or("")) };
            (f.language("lang", page.s.lang()))
            (f.select("digits", &ladder(Digits::ALL, Digits::code, Digits::key), page.frame.digits.map(Digits::code), Some("digits-of-language")))
            (f.select("calendar", &ladder(Calendar::ALL, Calendar::code, Calendar::key), page.frame.calendar.map(Calendar::code), Some("calendar-none")))
            p.buttons { button { (page.t("me-reading-do")) } }
        }
    }
}

/// The keeper's page.
pub(crate) fn page(page: &Page<'_>, view: &People) -> Markup {
    let main = html! {
        div.head { h1 { (page.t("title-people")) } span.small { (page.t("people-hint")) } }
        @if let Some((shows, before)) = view.clock_back {
            section role="alert" {
                h2 { (page.t("people-clock")) }
                p { (page.t("people-clock-back")) }
                dl { dt { (page.t("people-clock-now")) } dd { (page.stamp(shows)) } dt { (page.t("people-clock-before")) } dd { (page.stamp(before)) } }
                form.act method="post" action=(page.at("people/clock")) { button.stop { (page.t("people-clock-right")) } }
            }
        }
        @if view.people.is_empty() { p.empty { (page.t("people-empty")) } }
        @for p in &view.people { (person(page, p)) }
    };
    let f = Inputs::of(page, "add");
    let panel = html! { section {
        h2 { (page.t("people-add")) }
        form.form method="post" action=(page.at("people/add")) {
            (f.required("person", "")) (f.required("name", ""))
            (f.select("role", &ladder(Role::ALL, Role::code, Role::key), None, None))
            (f.line("body", "")) (f.language("lang", Language::En)) (f.line("zone", ""))
            p.buttons { button.do { (page.t("people-add-do")) } }
        }
    } };
    page.whole(&main, Some(&panel))
}

fn person(page: &Page<'_>, p: &PersonLine) -> Markup {
    let act = |used: &str, key: &str, class: &str| {
        html! { form.act method="post" action=(page.at(&["people/", used].concat())) { input type="hidden" name="person" value=(p.person); button class=(class) { (page.t(key)) } } }
    };
    let id = format!("role-{}", p.person);
    let f = Inputs::of(page, &id);
    html! {
        article.card {
            p.meta {
                strong { bdi { (p.name) } }
                span { (page.t(p.role.key())) }
                @if let Some(body) = &p.body { span { (page.named(body)) } }
                span.state data-s=(if !p.active { "✕" } else if p.set_up { "●" } else { "○" }) { (page.t(if !p.active { "people-ended" } else if p.set_up { "people-set-up" } else { "people-not-set-up" })) }
                span.end { (page.ta("people-sessions", &[("n", Value::Number(i64::try_from(p.sessions).unwrap_or(0)))])) }
            }
            p.small { (page.t("people-sign-in")) " " code dir="ltr" { (p.sign_in) } }
            details.more { summary { (page.t("people-may")) } (access(page, &p.may)) }
            footer {
                @if p.active { (act("invite", "people-invite", "")) (act("end-sessions", "people-end-sessions", "quiet")) (act("end-access", "people-end-access", "stop")) }
                form.act method="post" action=(page.at("people/role")) { input type="hidden" name="person" value=(p.person); (f.select("role", &ladder(Role::ALL, Role::code, Role::key), Some(p.role.code()), None)) button.quiet { (page.t("people-role-do")) } }
            }
        }
    }
}

/// The answer to an invitation: its address, shown once.
pub(crate) fn invited(page: &Page<'_>, token: &str) -> Markup {
    let main = html! {
        div.head { h1 { (page.t("invited-title")) } }
        p { (page.t("invited-hint")) }
        pre dir="ltr" { "/invitation/" (token) }
        p { a href=(page.at("people")) { (page.t("title-people")) } }
    };
    page.whole(&main, None)
}
