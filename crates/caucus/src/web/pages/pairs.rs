//! Pairs: two lists side by side for the mediators, and one pair in its scripts, worked by keys.

use super::super::page::Page;
use super::super::rosters::Matches;
use super::inputs::Inputs;
use super::lists::{cell, digits, num};
use crate::words::Value;
use desk::view::pairs::{Listed, PairBoard, PairLine, PairPage, Person2, Short};
use exchange::matching::Decision;
use exchange::reconcile::{Pairing, Verdict};
use maud::{Markup, html};
use terms::id::EntryRef;

pub(crate) fn matches(page: &Page<'_>, view: &Matches) -> Markup {
    let Some(room) = page.room().cloned() else { return html! {} };
    let f = Inputs::of(page, "pair");
    let lists: Vec<(String, String)> = view
        .lists
        .iter()
        .map(|l| {
            let of = l.party.as_ref().map_or("", |p| p.name.text.as_str());
            (format!("{}.{}", l.room, l.n), [of, " · ", &l.title.text].concat())
        })
        .collect();
    let main = html! {
        div.head { h1 { (page.t("title-match")) } span.small { (page.t("pairs-hint")) } }
        @if view.pairings.is_empty() { div.empty { p { (page.t(if lists.len() < 2 { "pairs-empty-lists" } else { "pairs-empty" })) } } }
        @for p in &view.pairings { article.card {
            h2 { a href=(page.entry(&room, "match", p.n)) { (page.named(&p.left.party)) " · " (page.said(&p.left.title)) " — " (page.named(&p.right.party)) " · " (page.said(&p.right.title)) } }
            p.meta { span { (versions(page, &p.left)) } span { (versions(page, &p.right)) } span.end { (page.hour(p.at)) } }
        } }
    };
    let panel = (lists.len() > 1).then(|| {
        html! { section { h2 { (page.t("pairs-open")) } (f.form(&room, "pair-lists", None, &html! {
            (f.select_text("left", &lists, None, None)) (f.select_text("right", &lists, lists.last().map(|l| l.0.as_str()), None))
            p.small { (page.t("pairs-open-hint")) }
            p.buttons { button.do { (page.t("pairs-open-do")) } }
        })) } }
    });
    page.whole(&main, panel.as_ref())
}

fn versions(page: &Page<'_>, l: &Listed) -> String {
    let n = l.entries as usize;
    [page.ta("lists-version", &[("n", num(l.version))]), page.ta("lists-entries", &[("n", num(n))])].join(page.comma())
}

pub(crate) fn page(page: &Page<'_>, view: &PairBoard) -> Markup {
    match &view.one {
        Some(one) => pair(page, view, one),
        None => board(page, view),
    }
}

fn at(page: &Page<'_>, view: &PairBoard, pair: (usize, usize)) -> String {
    format!("{}?pair={}.{}", page.entry(&view.room, "match", view.n), pair.0, pair.1)
}

fn board(page: &Page<'_>, view: &PairBoard) -> Markup {
    let (done, all) = view.progress;
    let main = html! {
        div.head {
            h1 { (page.t("title-pairs")) }
            span.small { (page.ta("pairs-progress", &[("done", num(done)), ("all", num(all))])) }
            @if let Some(first) = view.doubtful.first() { span.end { a.button.do data-key="n" href=(at(page, view, (first.pair.left, first.pair.right))) { (page.t("pairs-work")) " " kbd { "n" } } } }
        }
        (sums(page, view))
        @if view.gone > 0 { div.notice { p { span.state data-s="◇" { (page.ta("pairs-gone", &[("n", num(view.gone))])) } } } }
        section #doubtful { h2 { (page.t("pairs-doubtful")) " " (digits(page, view.doubtful.len())) } (lines(page, view, &view.doubtful, "pairs-doubtful-none")) }
        section #matched { h2 { (page.t("pairs-matched")) " " (digits(page, view.matched.len())) } (lines(page, view, &view.matched, "pairs-matched-none")) }
        div.two {
            section #left { h2 { (page.t("pairs-only")) " " (page.named(&view.left.party)) " " (digits(page, view.only_left.len())) } (alone(page, &view.only_left, &view.left)) }
            section #right { h2 { (page.t("pairs-only")) " " (page.named(&view.right.party)) " " (digits(page, view.only_right.len())) } (alone(page, &view.only_right, &view.right)) }
        }
        @if !view.refused.is_empty() { section #refused { h2 { (page.t("pairs-refused")) " " (digits(page, view.refused.len())) } (lines(page, view, &view.refused, "pairs-doubtful-none")) } }
    };
    let panel = html! {
        section { h2 { (page.t("pairs-lists")) } dl.facts { @for l in [&view.left, &view.right] {
            dt { (page.named(&l.party)) } dd { a href=(page.entry(&l.list.room, "list", l.list.n)) { (page.said(&l.title)) } (page.comma()) (versions(page, l)) }
        } } }
        section { h2 { (page.t("pairs-by-hand")) } p.small { (page.t("pairs-by-hand-hint")) } (by_hand(page, view)) }
        section { p.small { (page.t("pairs-nobody-else")) } }
    };
    page.whole(&main, Some(&panel))
}

/// Two entries that nothing proposed, put together by a person.
fn by_hand(page: &Page<'_>, view: &PairBoard) -> Markup {
    html! {
        @if view.only_left.is_empty() || view.only_right.is_empty() { p.none { (page.t("pairs-by-hand-none")) } }
        @else { form.form method="get" action=(page.entry(&view.room, "match", view.n)) {
            div.field { label for="hand-pair" { (page.t("pairs-by-hand-rows")) } input #hand-pair name="pair" inputmode="decimal" dir="ltr" placeholder="0.0" required pattern="[0-9]+[.][0-9]+"; }
            p.buttons { button { (page.t("pairs-by-hand-do")) } }
        } }
    }
}

fn sums(page: &Page<'_>, view: &PairBoard) -> Markup {
    html! {
        div.scroll tabindex="0" { table.plain {
            caption { (page.t("pairs-sums")) }
            thead { tr { th scope="col" { (page.t("pairs-list")) } @for key in ["pairs-matched", "pairs-open-pairs", "pairs-one-sided", "pairs-all"] { th.n scope="col" { (page.t(key)) } } } }
            tbody { @for (l, sums) in [(&view.left, &view.sums[0]), (&view.right, &view.sums[1])] { tr {
                th scope="row" { (page.named(&l.party)) }
                @for n in sums { td.n { (digits(page, *n)) } }
            } } }
        } }
    }
}

/// The probability as words take it: a whole number of hundredths.
fn score(page: &Page<'_>, p: &Pairing) -> String {
    p.score.map_or_else(String::new, |s| page.ta("pairs-score", &[("n", Value::Number(i64::from(s.div_ceil(10).min(99))))]))
}

fn proposed(page: &Page<'_>, p: &Pairing) -> Markup {
    let shape = match p.proposed {
        Some(Decision::Same) => "●",
        Some(Decision::Likely) => "◐",
        Some(Decision::Unsure) | None => "◇",
    };
    let key = match p.proposed {
        Some(Decision::Same) => "exchange-decision-same",
        Some(Decision::Likely) => "exchange-decision-likely",
        Some(Decision::Unsure) => "exchange-decision-unsure",
        None => "pairs-by-person",
    };
    html! { span.state data-s=(shape) { (page.t(key)) } @if p.score.is_some() { " " span.small { (score(page, p)) } } }
}

fn lines(page: &Page<'_>, view: &PairBoard, lines: &[PairLine], none: &str) -> Markup {
    html! {
        @if lines.is_empty() { p.none { (page.t(none)) } }
        @else { div.scroll tabindex="0" { table.plain {
            thead { tr { th scope="col" { (page.named(&view.left.party)) } th scope="col" { (page.named(&view.right.party)) } th scope="col" { (page.t("pairs-proposed")) } th scope="col" { (page.t("pairs-decided")) } } }
            tbody { @for l in lines { tr {
                td { a href=(at(page, view, (l.pair.left, l.pair.right))) { (entry(page, &l.left)) } }
                td { (entry(page, &l.right)) }
                td { (proposed(page, &l.pair)) }
                td { @if l.pair.verdict != Verdict::Open { (verdict(page, l.pair.verdict)) } }
            } } }
        } } }
    }
}

fn entry(page: &Page<'_>, s: &Short) -> Markup {
    html! { (cell(page, &s.name)) " " span.small { bdi { (s.id) } @if let Some(b) = &s.born { " · " bdi { (b) } } } }
}

fn verdict(page: &Page<'_>, v: Verdict) -> Markup {
    let shape = match v {
        Verdict::Accepted => "●",
        Verdict::Refused => "✕",
        Verdict::Asked => "◐",
        Verdict::Open => "○",
    };
    html! { span.state data-s=(shape) { (page.t(v.key())) } }
}

fn alone(page: &Page<'_>, list: &[Short], of: &Listed) -> Markup {
    html! {
        @if list.is_empty() { p.none { (page.t("pairs-alone-none")) } }
        @else { ul.list { @for s in list.iter().take(300) { li.line {
            span.small { bdi { (digits(page, s.at)) } }
            span.grow { a href=(format!("{}?from={}", page.entry(&of.list.room, "list", of.list.n), s.at)) { (entry(page, s)) } }
        } } } }
        @if list.len() > 300 { p.small { (page.ta("lists-more", &[("n", num(list.len() - 300))])) } }
    }
}

fn pair(page: &Page<'_>, view: &PairBoard, one: &PairPage) -> Markup {
    let (done, all) = view.progress;
    let f = Inputs::of(page, "decide");
    let back = one.next.map_or_else(|| page.entry(&view.room, "match", view.n), |next| at(page, view, next));
    let here = at(page, view, (one.pair.left, one.pair.right));
    let decide = |v: Verdict, key: &str, letter: &str, class: &str, to: &str| {
        html! {
            form.act method="post" action=(page.in_room(&view.room, "decide-pair")) {
                (page.form_key(&["decide-", v.code()].concat(), Some(to))) (hidden(&f, view, one, v))
                button class=(class) data-key=(letter) { (page.t(key)) " " kbd { (letter) } }
            }
        }
    };
    let open = one.pair.verdict;
    let main = html! {
        div.head {
            h1 { (page.t("pairs-one")) }
            span.small { (page.ta("pairs-progress", &[("done", num(done)), ("all", num(all))])) }
            span.end {
                @if let Some(b) = one.before { a.button data-key="p" href=(at(page, view, b)) { (page.t("pairs-before")) " " kbd { "p" } } }
                @if let Some(n) = one.next { a.button data-key="n" href=(at(page, view, n)) { (page.t("pairs-next")) " " kbd { "n" } } }
                a.button data-key="l" href=(page.entry(&view.room, "match", view.n)) { (page.t("pairs-board")) " " kbd { "l" } }
            }
        }
        p { (proposed(page, &one.pair)) " " @if open != Verdict::Open { (verdict(page, open)) } }
        div.two { (side(page, &view.left, &one.sides[0], &one.changed[0])) (side(page, &view.right, &one.sides[1], &one.changed[1])) }
        section { h2 { (page.t("pairs-why")) } @if one.why.is_empty() { p.none { (page.t("pairs-why-none")) } } ul.plain { @for w in &one.why { li { (page.phrase(w)) } } } }
        @if one.remains && open != Verdict::Accepted {
            div.notice { p { span.state data-s="◇" { (page.t("exchange-decided-remains")) } } }
            (f.form(&view.room, "decide-pair", Some(&back), &html! {
                (hidden(&f, view, one, Verdict::Accepted)) (f.required("identified", "")) p.buttons { button { (page.t("pairs-accept")) } }
            }))
        }
        p.buttons {
            @if open != Verdict::Accepted && !one.remains { (decide(Verdict::Accepted, "pairs-accept", "a", "do", &back)) }
            @if open != Verdict::Refused { (decide(Verdict::Refused, "pairs-refuse", "x", "", &back)) }
            @if open != Verdict::Asked { (decide(Verdict::Asked, "pairs-asked", "s", "", &back)) }
            @if open != Verdict::Open { (decide(Verdict::Open, "pairs-undo", "u", "quiet", &here)) }
        }
    };
    let panel = html! {
        section { h2 { (page.t("pairs-decisions")) }
            @if one.decisions.is_empty() { p.none { (page.t("pairs-decisions-none")) } }
            ul.list { @for m in one.decisions.iter().rev() { li.line {
                (verdict(page, m.decided.verdict)) span.grow { bdi { (m.by) } @if let Some(w) = &m.decided.why { " " (page.said(w)) } @if let Some(w) = &m.decided.identified { " " (page.said(w)) } }
                span.end { (page.hour(m.at)) " " a href=(page.entry(&view.room, "receipt", m.n)) { (page.ta("receipt-n", &[("n", super::cards::n(m.n))])) } }
            } } }
        }
        section { h2 { (page.t("pairs-ask")) } p.small { (page.t("pairs-ask-hint")) }
            @for (l, s) in [(&view.left, &one.sides[0]), (&view.right, &one.sides[1])] { (ask(page, l, s, &here)) }
        }
        section { details.more { summary { (page.t("pairs-with-why")) } (f.form(&view.room, "decide-pair", Some(&back), &html! {
            (f.hidden("of", &view.n.to_string())) (f.hidden("left", &one.entries[0])) (f.hidden("right", &one.entries[1])) (seen(&f, one))
            (f.select("verdict", &super::inputs::ladder(Verdict::ALL, Verdict::code, Verdict::key), None, None))
            (f.line("text", "")) @if one.remains { (f.line("identified", "")) }
            p.buttons { button { (page.t("pairs-with-why-do")) } }
        })) } }
    };
    page.whole(&main, Some(&panel))
}

fn hidden(f: &Inputs<'_, '_>, view: &PairBoard, one: &PairPage, v: Verdict) -> Markup {
    html! {
        (f.hidden("of", &view.n.to_string())) (f.hidden("left", &one.entries[0])) (f.hidden("right", &one.entries[1]))
        (seen(f, one)) (f.hidden("verdict", v.code()))
    }
}

/// The pair's last decision as this page shows it, so that two people do not decide past each other.
fn seen(f: &Inputs<'_, '_>, one: &PairPage) -> Markup {
    html! { @if let Some(n) = one.pair.decision { (f.hidden("seen", &n.to_string())) } }
}

fn side(page: &Page<'_>, l: &Listed, s: &Person2, changed: &[(String, String, String)]) -> Markup {
    html! {
        section {
            p.meta { strong { (page.named(&l.party)) } span { (page.said(&l.title)) (page.comma()) (page.ta("lists-version", &[("n", num(l.version))])) } span.end { bdi { (s.id) } } }
            dl.facts { @for (head, text) in &s.cells { @if !text.is_empty() { dt { (cell(page, head)) } dd { (cell(page, text)) } } }
                @if let Some(born) = &s.born { dt { (page.t("pairs-born")) } dd { bdi { (born) } } }
            }
            @if !s.parts.is_empty() { p.tags { @for (role, part) in &s.parts { span { (page.t(role)) ": " (cell(page, part)) } } } }
            @for (head, before, after) in changed { p.small { span.state data-s="◇" { (page.t("pairs-changed")) } " " (cell(page, head)) ": " s { (cell(page, before)) } " → " (cell(page, after)) } }
            @for c in &s.claims { p.small { span.state data-s="◐" { (page.said(&c.says)) } " (" bdi { (c.claimant) } (page.comma()) (page.hour(c.date)) ")" } }
        }
    }
}

/// A question to a side about its own entry, in its caucus: nothing of the other list is in it.
fn ask(page: &Page<'_>, l: &Listed, s: &Person2, here: &str) -> Markup {
    let EntryRef { room, .. } = &l.list;
    let name = s.cells.iter().map(|(_, t)| t.as_str()).find(|t| !t.is_empty() && *t != s.id).unwrap_or("");
    let text = page.ta("pairs-ask-words", &[("id", Value::Text(&s.id)), ("name", Value::Text(name)), ("list", Value::Text(&l.title.text))]);
    let text: String = text.chars().filter(|c| !terms::script::is_invisible(*c)).collect();
    let id = ["ask-", l.party.id.as_str()].concat();
    let f = Inputs::of(page, &id);
    let party = page.frame.body.as_ref().map_or_else(String::new, |b| b.id.to_string());
    html! {
        details.more { summary { (page.named(&l.party)) } (f.form(room, "say", Some(here), &html! {
            (f.hidden("party", &party)) (f.hidden("speaker", &page.frame.name)) (f.hidden("kind", "clarification")) (f.hidden("lang", page.s.lang().tag()))
            (f.words("text", "field-text", &text, 3, false))
            p.buttons { button { (page.t("pairs-ask-do")) } }
        })) }
    }
}
