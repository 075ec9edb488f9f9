//! Packages and Home: the mediators' arithmetic, with what each figure rests on.

use super::super::page::Page;
use super::inputs::Inputs;
use crate::drawing::Look;
use crate::drawing::frontier::{Dot, svg};
use crate::words::Value;
use bargain::report::{BodyReport, MemberReport, RouteReport};
use desk::arithmetic::Subject;
use desk::view::arithmetic::{Chosen, HomePage, Packages, PackagesPage, Point, Said, Weighed};
use maud::{Markup, PreEscaped, html};
use terms::id::RoomCode;

fn count(n: usize) -> Value<'static> {
    Value::Number(i64::try_from(n).unwrap_or(i64::MAX))
}

/// Exact numbers as the reader writes them; their direction stays their own.
fn exact(page: &Page<'_>, text: &str) -> Markup {
    html! { bdi.num { (page.s.digits(text)) } }
}

fn package(page: &Page<'_>, all: &[(String, String)]) -> Markup {
    html! { @for (i, (issue, option)) in all.iter().enumerate() { @if i > 0 { (page.comma()) } bdi { (issue) } " " b { bdi { (option) } } } }
}

/// The form that keeps a file.
fn keep(page: &Page<'_>, room: &RoomCode, subject: Subject, titles: &[String]) -> Markup {
    let f = Inputs::of(page, "estimate");
    let hint = ["estimate-form-", subject.code()].concat();
    html! { section {
        h2 { (page.t("estimate-keep")) }
        p.small { (page.t(&hint)) }
        form.form method="post" enctype="multipart/form-data" action=(page.in_room(room, "estimate")) {
            (page.form_key("estimate", None))
            (f.hidden("subject", subject.code()))
            (f.required("title", titles.first().map_or("", String::as_str)))
            div.field { label for="estimate-file" { (page.t("field-file")) } input #estimate-file type="file" name="file" accept=".toml,text/plain"; }
            details.more { summary { (page.t("estimate-paste")) } (f.area("estimates", "", 12)) }
            p.buttons { button.do { (page.t("estimate-do")) } }
        }
    } }
}

pub(crate) fn packages(page: &Page<'_>, view: &PackagesPage) -> Markup {
    let main = html! {
        div.head { h1 { (page.t("title-packages")) } span.small { (page.t("packages-hint")) } }
        p.hint { (page.t("arithmetic-mediators-only")) }
        @if view.kept.is_empty() { div.empty { h2 { (page.t("packages-empty")) } p { (page.t("packages-empty-do")) } } }
        @if let Some(a) = &view.answer {
            @if a.total == 0 { div.notice { p { span.state data-s="▲" { (page.t("packages-none")) } } } }
            @else { (plot(page, a)) (points(page, view, a)) }
            @if let Some(c) = &a.chosen { (consequences(page, a, c)) }
            (basis(page, a))
            @if !a.trades.is_empty() { section { h2 { (page.t("packages-trades")) } p.hint { (page.t("packages-trades-hint")) }
                ul.list { @for (gains, gives) in &a.trades { li { (page.ta("packages-trade", &[("side", name(a, 0)), ("gains", Value::Text(gains)), ("gives", Value::Text(gives))])) } } }
            } }
            @if !a.questions.is_empty() { section { h2 { (page.t("packages-questions")) } p.hint { (page.t("packages-questions-hint")) }
                div.scroll tabindex="0" { table.plain {
                    thead { tr { @for key in ["field-party", "packages-issue", "packages-option", "packages-regret-now", "packages-regret-then"] { th scope="col" { (page.t(key)) } } } }
                    tbody { @for (side, issue, option, now, then) in &a.questions { tr { td { bdi { (side) } } td { bdi { (issue) } } td { bdi { (option) } } td { (exact(page, now)) } td { (exact(page, then)) } } } }
                } }
            } }
            @if a.unjudged { p.none { (page.t("packages-unjudged")) } }
            @if !a.tried.is_empty() { section { h2 { (page.t("packages-tried")) } ul.list { @for t in &a.tried { li {
                bdi { (t.on) } " · " (package(page, &t.package)) " · "
                @for (i, (side, how)) in t.received.iter().enumerate() { @if i > 0 { (page.comma()) } bdi { (side) } " " (page.t(&["received-", how.unwrap_or("not-put")].concat())) }
            } } } } }
        }
    };
    let titles: Vec<String> = view.kept.iter().filter(|k| !k.replaced).map(|k| k.title.text.clone()).collect();
    let panel = html! {
        (keep(page, &view.room, Subject::Packages, &titles))
        @if !view.kept.is_empty() { section { h2 { (page.t("estimate-kept")) } ul.list { @for k in &view.kept {
            li.line {
                a href=(page.in_room(&view.room, &format!("packages?n={}", k.n))) aria-current=[view.answer.as_ref().is_some_and(|a| a.n == k.n).then_some("true")] { (page.said(&k.title)) }
                span.end { (page.hour(k.at)) @if k.replaced { " · " (page.t("estimate-replaced")) } }
            }
        } } } }
    };
    page.whole(&main, Some(&panel))
}

fn name(a: &Packages, side: usize) -> Value<'_> {
    Value::Text(a.sides.get(side).map_or("", |s| s.name.as_str()))
}

fn pick_words(page: &Page<'_>, p: &Point) -> String {
    p.picks.iter().map(|name| page.t(&["solution-", name].concat())).collect::<Vec<_>>().join(&page.t("draw-and"))
}

/// Two sides are drawn; the table under the drawing says the same, and says it alone for three and more.
fn plot(page: &Page<'_>, a: &Packages) -> Markup {
    let [first, second] = a.sides.as_slice() else { return html! {} };
    let dots: Vec<Dot> = a
        .points
        .iter()
        .filter_map(|p| {
            let [x, y] = p.at.as_slice() else { return None };
            let says = page.ta(
                "packages-dot",
                &[("first", Value::Text(&page.s.digits(&p.worth[0]))), ("second", Value::Text(&page.s.digits(&p.worth[1])))],
            );
            Some(Dot { at: [*x, *y], says, picks: pick_words(page, p), chosen: a.chosen.as_ref().is_some_and(|c| c.i == p.i) })
        })
        .collect();
    let says =
        page.ta("packages-plot-says", &[("n", count(a.total)), ("first", Value::Text(&first.name)), ("second", Value::Text(&second.name))]);
    html! { figure.drawing tabindex="0" {
        (PreEscaped(svg([&first.name, &second.name], &dots, &page.t("packages-plot"), &says, Look { speak: page.s, id: "frontier" })))
        figcaption.small { (says) }
    } }
}

fn points(page: &Page<'_>, view: &PackagesPage, a: &Packages) -> Markup {
    let homes: Vec<_> = a.points.first().map(|p| p.homes.iter().map(|(title, _)| title).collect()).unwrap_or_default();
    let judged = a.points.iter().any(|p| p.standing.is_some());
    html! { section {
        h2 { (page.t("packages-frontier")) }
        p.small {
            (page.ta("packages-outcomes", &[("n", Value::Text(&page.s.digits(&a.outcomes)))])) " "
            @if !a.epsilon.is_empty() { span.state data-s="▲" { (page.t("packages-thinned")) } " " @for (i, e) in a.epsilon.iter().enumerate() { @if i > 0 { (page.comma()) } (exact(page, e)) } }
            @else if !a.exact { span.state data-s="◇" { (page.t("packages-sampled")) } }
        }
        div.scroll tabindex="0" { table.plain {
            thead { tr {
                @for s in &a.sides { th scope="col" { bdi { (s.name) } } }
                th scope="col" { (page.t("packages-picked")) }
                @for i in &a.issues { th scope="col" { bdi { (i) } } }
                @if judged { th scope="col" { (page.t("packages-stands")) } }
                @for title in &homes { th scope="col" { (page.said(title)) } }
                th scope="col" { (page.t("packages-look")) }
            } }
            tbody { @for p in &a.points { (point(page, view, a, p, judged)) } }
        } }
        @if judged { p.small { (page.t("packages-stands-is")) } }
        @if a.total > a.points.len() { p.none { (page.ta("packages-more", &[("n", count(a.total - a.points.len()))])) } }
        details.more { summary { (page.t("packages-solutions")) } dl.facts { @for s in ["nash", "kalai-smorodinsky", "egalitarian", "utilitarian"] {
            dt { (page.t(&["solution-", s].concat())) } dd { (page.t(&["solution-", s, "-is"].concat())) }
        } } }
    } }
}

/// A point is one row for each of its packages; what they share stands once.
fn point(page: &Page<'_>, view: &PackagesPage, a: &Packages, p: &Point, judged: bool) -> Markup {
    let more = p.packages_total != p.packages.len().to_string();
    let rows = (p.packages.len() + usize::from(more)).max(1).to_string();
    html! {
        @for (k, one) in p.packages.iter().enumerate() { tr {
            @if k == 0 { @for w in &p.worth { td rowspan=(rows) { (exact(page, w)) } } td rowspan=(rows) { b { (pick_words(page, p)) } } }
            @for (_, option) in one { td { bdi { (option) } } }
            @if k == 0 {
                @if judged { td rowspan=(rows) { @if let (Some(s), Some(r)) = (p.standing, &p.regret) { (page.t(&["standing-", s].concat())) (page.comma()) "≤ " (exact(page, r)) } } }
                @for (_, result) in &p.homes { td rowspan=(rows) { (page.t(&["result-", result].concat())) } }
                td rowspan=(rows) { a href=(page.in_room(&view.room, &format!("packages?n={}&point={}#chosen", a.n, p.i))) { (page.t("packages-look-do")) } }
            }
        } }
        @if more { tr { td colspan=(a.issues.len().to_string()) { (page.ta("packages-in-all", &[("n", Value::Text(&page.s.digits(&p.packages_total)))])) } } }
    }
}

/// What choosing a point would ask of each side, and give away.
fn consequences(page: &Page<'_>, a: &Packages, c: &Chosen) -> Markup {
    html! { section #chosen {
        h2 { (page.t("packages-chosen")) }
        p { (package(page, &c.package)) }
        h3 { (page.t("packages-asks")) }
        div.scroll tabindex="0" { table.plain {
            thead { tr { th scope="col" { (page.t("field-party")) } @for i in &a.issues { th scope="col" { bdi { (i) } } } } }
            tbody { @for (side, asks) in &c.given_up { tr { th scope="row" { bdi { (side) } } @for g in asks { td { (exact(page, g)) } } } } }
        } }
        h3 { (page.t("packages-leak")) }
        p.hint { (page.t("packages-leak-hint")) }
        @for t in &c.told { div {
            h4 { (page.ta("packages-leak-of", &[("owner", Value::Text(&t.owner)), ("reader", Value::Text(&t.reader))])) }
            @if let Some(why) = &t.not { p.none { (page.phrase(why)) } }
            @else if t.lines.is_empty() { p { span.state data-s="○" { (page.t("packages-leak-nothing")) } } }
            @else { div.scroll tabindex="0" { table.plain {
                thead { tr { @for key in ["packages-issue", "packages-option", "packages-before", "packages-after"] { th scope="col" { (page.t(key)) } } } }
                tbody { @for l in &t.lines { tr {
                    td { bdi { (l.issue) } } td { bdi { (l.option) } }
                    td { (exact(page, &l.before.0)) " – " (exact(page, &l.before.1)) }
                    td { @match &l.after { Some((low, high)) => { (exact(page, low)) " – " (exact(page, high)) }, None => (page.t("packages-impossible")) } }
                } } }
            } } }
        } }
    } }
}

fn basis(page: &Page<'_>, a: &Packages) -> Markup {
    html! { section { h2 { (page.t("packages-basis")) } div.scroll tabindex="0" { table.plain {
        thead { tr { @for key in ["field-party", "packages-reservation", "basis-statement", "basis-inference", "basis-guess"] { th scope="col" { (page.t(key)) } } } }
        tbody { @for s in &a.sides { tr {
            th scope="row" { bdi { (s.name) } }
            td { @match &s.reservation { Some(r) => (exact(page, r)), None => (page.t("packages-nobody-knows")) } }
            @for n in s.basis { td { (page.s.number(i64::try_from(n).unwrap_or(0))) } }
        } } }
    } } } }
}

pub(crate) fn home(page: &Page<'_>, view: &HomePage) -> Markup {
    let main = html! {
        div.head { h1 { (page.t("title-at-home")) } span.small { (page.t("at-home-hint")) } }
        p.hint { (page.t("arithmetic-mediators-only")) }
        @if view.homes.is_empty() { div.empty { h2 { (page.t("at-home-empty")) } p { (page.t("at-home-empty-do")) } } }
        @for h in &view.homes { (one_home(page, h)) }
    };
    let titles: Vec<String> = view.homes.iter().map(|h| h.kept.title.text.clone()).collect();
    page.whole(&main, Some(&keep(page, &view.room, Subject::Home, &titles)))
}

fn one_home(page: &Page<'_>, h: &Weighed) -> Markup {
    html! { section #{ "n" (h.kept.n) } {
        h2 { (page.said(&h.kept.title)) }
        p.small { @if let Some(d) = &h.as_of { (page.t("at-home-as-of")) " " bdi { (d) } " · " } (page.t("at-home-kept")) " " (page.hour(h.kept.at)) @if let Some(s) = &h.kept.source { " · " cite { bdi { (s) } } } }
        @for r in &h.report.routes { (route(page, r)) }
        @if h.report.routes.is_empty() { p.none { (page.t("at-home-no-route")) } }
        @if !h.provisions.is_empty() { h3 { (page.t("at-home-provisions")) } ul.list { @for (p, present) in &h.provisions { li { bdi { (p) } " " span.state data-s=(if *present { "●" } else { "○" }) { (page.t(if *present { "at-home-in" } else { "at-home-out" })) } } } } }
        @if !h.report.flips.is_empty() { h3 { (page.t("at-home-flips")) } ul.list { @for f in &h.report.flips { li {
            (page.ta(if f.put_in { "at-home-flip-in" } else { "at-home-flip-out" }, &[("provision", Value::Text(&f.provision)), ("member", Value::Text(&f.member)), ("route", Value::Text(&f.route)), ("from", Value::Text(&page.t(&["vote-", f.from].concat()))), ("to", Value::Text(&page.t(&["vote-", f.to].concat()))), ("result", Value::Text(&page.t(&["result-", f.result].concat())))]))
        } } } }
        @if !h.report.lapses.is_empty() { h3 { (page.t("at-home-lapses")) } ul.list { @for l in &h.report.lapses { li {
            (page.ta("at-home-lapse", &[("until", Value::Text(&l.until)), ("member", Value::Text(&l.member)), ("route", Value::Text(&l.route)), ("to", Value::Text(&page.t(&["vote-", l.to].concat()))), ("result", Value::Text(&page.t(&["result-", l.result].concat())))]))
        } } } }
        h3 { (page.t("at-home-stances")) }
        @if h.stances.is_empty() { p.none { (page.t("at-home-no-stance")) } }
        ul.list { @for s in &h.stances { (stance(page, s)) } }
        @for b in &h.report.bodies { (body(page, b)) }
    } }
}

fn names(page: &Page<'_>, set: &[String]) -> Markup {
    html! { @for (i, n) in set.iter().enumerate() { @if i > 0 { (page.comma()) } bdi { (n) } } }
}

fn route(page: &Page<'_>, r: &RouteReport) -> Markup {
    let sign = match r.result {
        "passes" => "●",
        "fails" => "▲",
        _ => "◇",
    };
    html! { article.card {
        p.meta { strong { bdi { (r.name) } } span.state data-s=(sign) { (page.t(&["result-", r.result].concat())) } }
        dl.facts {
            @for (body, [least, most], quota, margin) in &r.parts {
                dt { bdi { (body) } }
                dd { (page.ta("at-home-interval", &[("least", num(*least)), ("most", num(*most)), ("quota", num(*quota))])) (page.comma())
                    (page.ta(if *margin < 0 { "at-home-short" } else { "at-home-spare" }, &[("n", Value::Number(margin.abs()))])) }
            }
            @if !r.sufficient.is_empty() { dt { (page.t("at-home-sufficient")) } dd { @for s in &r.sufficient { div { @if s.is_empty() { (page.t("at-home-nobody")) } @else { (names(page, s)) } } } } }
            @if !r.blocking.is_empty() { dt { (page.t("at-home-blocking")) } dd { @for s in &r.blocking { div { (names(page, s)) } } } }
            @if let Some((passing, of)) = &r.completions { dt { (page.t("at-home-completions")) } dd { (exact(page, passing)) " / " (exact(page, of)) " " span.small { (page.t("at-home-completions-are")) } } }
            @if let Some(p) = r.pivots.as_ref().filter(|p| !p.is_empty()) { dt { (page.t("at-home-pivots")) } dd { @for (i, (m, n)) in p.iter().enumerate() { @if i > 0 { (page.comma()) } bdi { (m) } " " (exact(page, n)) } } }
        }
        @if !r.sets_complete { p.none { (page.t("at-home-sets-incomplete")) } }
        @if !r.contradictions.is_empty() { p { span.state data-s="◇" { (page.t("at-home-contradict")) } " " (names(page, &r.contradictions)) } }
    } }
}

fn num(n: u64) -> Value<'static> {
    Value::Number(i64::try_from(n).unwrap_or(i64::MAX))
}

fn stance(page: &Page<'_>, s: &Said) -> Markup {
    html! { li {
        b { bdi { (s.member) } } " " (page.t(&["vote-", s.how].concat()))
        @if let Some(on) = &s.on { " · " bdi { (on) } }
        @for (p, with) in &s.conditions { " · " (page.ta(if *with { "at-home-with" } else { "at-home-without" }, &[("provision", Value::Text(p))])) }
        @if let Some(until) = &s.until { " · " (page.t("at-home-until")) " " bdi { (until) } }
        " " cite.small { bdi { (s.source) } }
    } }
}

/// A body's seats with their source; the indices stand folded under it, since they describe the rule alone.
fn body(page: &Page<'_>, b: &BodyReport) -> Markup {
    if b.members.iter().all(|m| m.seats == 0) {
        return html! { p.none { bdi { (b.name) } (page.comma()) (page.t("at-home-seats-not-stated")) @if !b.source.is_empty() { " " cite.small { bdi { (b.source) } } } } };
    }
    let index = |i: &Option<String>| match i {
        Some(i) => exact(page, i),
        None => html! { "–" },
    };
    let row = |m: &MemberReport| html! { tr { th scope="row" { bdi { (m.name) } } td { (page.s.number(i64::from(m.seats))) } td { (index(&m.banzhaf)) } td { (index(&m.shapley_shubik)) } td { @if m.veto { (page.t("at-home-veto")) } @if m.dummy { (page.t("at-home-dummy")) } } } };
    html! { details.more { summary { bdi { (b.name) } " · " (page.ta("at-home-quota", &[("n", num(b.quota))])) }
        p.small { @if b.source.is_empty() { (page.t("at-home-no-source")) } @else { cite { bdi { (b.source) } } } @if !b.date.is_empty() { (page.comma()) bdi { (b.date) } } }
        div.scroll tabindex="0" { table.plain {
            thead { tr { @for key in ["at-home-member", "at-home-seats", "at-home-banzhaf", "at-home-shapley-shubik", "at-home-remark"] { th scope="col" { (page.t(key)) } } } }
            tbody { @for m in &b.members { (row(m)) } }
        } }
        p.small { (page.t("at-home-power-is")) @if let Some(n) = &b.minimal_winning { " " (page.t("at-home-minimal")) " " (exact(page, n)) } }
    } }
}
