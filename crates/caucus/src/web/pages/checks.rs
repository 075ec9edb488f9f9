//! Checks: the findings by how grave they are, each with its story and its ways out; and which alternatives
//! can stand together.

use super::super::page::Page;
use super::text::{self, severity};
use crate::words::Value;
use desk::view::checks::{Checks, family};
use maud::{Markup, html};

fn number(n: usize) -> Value<'static> {
    Value::Number(i64::try_from(n).unwrap_or(i64::MAX))
}

pub(crate) fn page(page: &Page<'_>, view: &Checks) -> Markup {
    let main = html! {
        div.head {
            h1 { (page.t("title-checks")) }
            @if let Some(shown) = &view.text.shown {
                span.small { (page.ta("text-version", &[("n", number(shown.version.number))])) " · " bdi { (shown.version.title) } }
                span.end { a.button href=(page.in_room(&view.text.room, &format!("text?v={}", shown.version.n))) { (page.t("title-text")) } }
            }
        }
        p.hint { (page.t("checks-mediators-only")) }
        @match &view.text.shown {
            None => div.empty { h2 { (page.t("text-empty")) } p { (page.t("checks-empty")) } },
            Some(shown) => {
                (families(page, view, shown.version.n.0))
                @let wanted = |check: &str| view.family.as_deref().is_none_or(|f| family(check) == f);
                @for grave in ["stop", "warn", "note"] {
                    @let list: Vec<_> = shown.findings.iter().enumerate().filter(|(_, f)| f.severity == grave && f.aside.is_none() && wanted(f.check)).collect();
                    @if !list.is_empty() {
                        h2 { (severity(page, grave)) " " (page.t(&["severity-", grave].concat())) " " span.small { (page.s.number(i64::try_from(list.len()).unwrap_or(0))) } }
                        div.findings { @for (i, f) in list { article.card { (text::finding(page, &view.text, shown, f, i, grave == "stop")) } } }
                    }
                }
                @if shown.findings.iter().all(|f| f.aside.is_some()) { p.none { (page.t("text-no-findings")) } }
            },
        }
    };
    page.whole(&main, Some(&choices(page, view)))
}

fn families(page: &Page<'_>, view: &Checks, v: u64) -> Markup {
    let at = |family: &str| {
        page.in_room(&view.text.room, &if family.is_empty() { format!("checks?v={v}") } else { format!("checks?v={v}&family={family}") })
    };
    html! {
        @if view.families.len() > 1 { p.buttons {
            a.button.quiet href=(at("")) aria-current=[view.family.is_none().then_some("true")] { (page.t("checks-all")) }
            @for f in &view.families { a.button.quiet href=(at(f.family)) aria-current=[(view.family.as_deref() == Some(f.family)).then_some("true")] { (page.t(&["family-", f.family].concat())) " " span.small { (page.s.number(i64::try_from(f.findings).unwrap_or(0))) } } }
        } }
    }
}

/// Which alternatives can stand together, and which cannot.
fn choices(page: &Page<'_>, view: &Checks) -> Markup {
    const MOST: usize = 12;
    html! {
        section {
            h2 { (page.t("checks-choices")) }
            @if view.of < 2 { p.none { (page.t("checks-no-brackets")) } }
            @else {
                p { (page.ta("checks-stand", &[("stand", number(view.stand.len())), ("of", number(view.of))])) }
                @if !view.stand.is_empty() { ul.list { @for set in view.stand.iter().take(MOST) { li.line { span.state data-s="●" { bdi dir="ltr" { (set.join(" · ")) } } } } } }
                @if view.stand.len() > MOST { p.small { (page.ta("checks-more", &[("n", number(view.stand.len() - MOST))])) } }
                @if !view.clash.is_empty() {
                    h3 { (page.t("checks-clash")) }
                    ul.list { @for c in &view.clash { li.line { span.state data-s="✕" { bdi dir="ltr" { (c.brackets.join(" + ")) } } span.grow { (page.t(&["accord-", c.check, "-title"].concat())) } } } }
                }
            }
        }
        @if !view.undecided.is_empty() { section { h2 { (page.t("checks-undecided")) } ul.plain { @for u in &view.undecided { li { (page.ta("checks-undecided-of", &[("check", Value::Text(&page.t(&["accord-", u.check, "-title"].concat()))), ("n", number(u.choices)), ("of", number(u.of))])) } } } } }
        @if !view.assumed.is_empty() { section { h2 { (page.t("checks-assumed")) } ul.plain { @for p in &view.assumed { li { (page.phrase(p)) } } } } }
    }
}
