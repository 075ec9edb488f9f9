//! Exchange plan: the steps, who holds what after each, and all at once beside as each is ready.

use super::super::page::Page;
use super::inputs::Inputs;
use super::lists::{cell, count, digits};
use crate::drawing::Look;
use crate::drawing::plan as drawing;
use crate::words::Value;
use desk::view::handover::{Paid, PlanPage, Plans};
use exchange::sequence::planner::{Answer, Plan, Stand, Verdict};
use exchange::sequence::schedule::Schedule;
use exchange::sequence::{Exchange, Range, Side, Step};
use maud::{Markup, PreEscaped, html};
use terms::phrase::Phrase;

pub(crate) fn plans(page: &Page<'_>, view: &Plans) -> Markup {
    let f = Inputs::of(page, "plan");
    let main = html! {
        div.head { h1 { (page.t("title-plans")) } span.small { (page.t("plans-hint")) } }
        @if view.plans.is_empty() { div.empty { p { (page.t("plans-empty")) } } }
        @for p in &view.plans { article.card {
            h2 { a href=(page.entry(&view.room, "plan", p.n)) { (page.said(&p.title)) } }
            p.meta { span.end { (page.hour(p.at)) } }
        } }
        section #counts { h2 { (page.t("plans-counts")) }
            @if view.counts.is_empty() { p.none { (page.t("lists-counts-none")) } }
            @else if view.counts.iter().any(|c| c.counts.stated.is_none()) { p.hint { (page.t("plans-not-stated")) } }
            @for c in &view.counts { (count(page, c)) }
        }
    };
    let panel = view.may_say.then(|| {
        html! { section { h2 { (page.t("plans-write")) } p.small { (page.t("plan-worths")) }
            (f.form(&view.room, "write-plan", None, &html! {
                (f.required("title", ""))
                (f.area("plan", &example(page, &view.sides), 16))
                p.buttons { button.do { (page.t("plans-write-do")) } }
            }))
        } }
    });
    page.whole(&main, panel.as_ref())
}

/// What the form begins with, so that nobody has to remember how a plan is written: both sides, by the
/// names that the reader has for them, each with one group.
fn example(page: &Page<'_>, sides: &[desk::view::Named]) -> String {
    let name = |i: usize, none: &str| sides.get(i).map_or_else(|| none.to_owned(), |s| s.name.text.replace(['"', '\\'], ""));
    let names = [name(0, "A"), name(1, "B")];
    let mut out = String::from("joint = [4, 4]\ndays = 6\nhandovers_a_day = 2\n");
    for name in &names {
        out.push_str(&format!("\n[[sides]]\nname = \"{name}\"\nguarantee = 0\na_day = 4\n"));
    }
    for (name, key) in names.iter().zip(["plan-example-first", "plan-example-second"]) {
        out.push_str(&format!("\n[[give]]\nby = \"{name}\"\nwhat = \"{}\"\ncount = 4\ncost = 2\nvalue = [6, 8]\n", page.t(key)));
    }
    out
}

fn number(page: &Page<'_>, n: i64) -> String {
    page.s.number(n)
}

fn large(page: &Page<'_>, n: u64) -> String {
    number(page, i64::try_from(n).unwrap_or(i64::MAX))
}

fn class(e: &Exchange, at: usize) -> &str {
    e.classes.get(at).map_or("", |c| c.name.as_str())
}

/// What a side moves in a step.
fn moves<'a>(e: &'a Exchange, step: &'a Step, giver: Side) -> impl Iterator<Item = (usize, u32)> + 'a {
    step.moves.iter().copied().filter(move |(k, n)| *n > 0 && e.classes.get(*k).is_some_and(|c| c.giver == giver))
}

fn moved(page: &Page<'_>, e: &Exchange, step: &Step, giver: Side) -> Markup {
    html! { @for (i, (k, n)) in moves(e, step, giver).enumerate() {
        @if i > 0 { " + " } (number(page, i64::from(n))) " " (cell(page, class(e, k)))
    } }
}

pub(crate) fn plan(page: &Page<'_>, view: &PlanPage) -> Markup {
    let e = &view.exchange;
    let main = html! {
        div.head { h1 { (page.said(&view.plan.title)) } span.small { (page.t("plan-worths")) } }
        @if let Some(a) = &view.answer { (answer(page, e, a, view.days.as_ref())) }
        @if let Some(p) = &view.paid { (paid(page, e, p)) }
        section { details.more { summary { (page.t("plan-file")) } pre dir="ltr" tabindex="0" { (view.plan.file) } } }
    };
    page.whole(&main, Some(&panel(page, view)))
}

fn panel(page: &Page<'_>, view: &PlanPage) -> Markup {
    let e = &view.exchange;
    html! {
        section { h2 { (page.t("plan-gives")) }
            @for side in Side::BOTH {
                h3 { (cell(page, &e.names[side.index()])) }
                ul.list { @for c in e.classes.iter().filter(|c| c.giver == side) { li.line {
                    span.grow { (number(page, i64::from(c.count))) " " (cell(page, &c.name)) }
                    span.end {
                        (page.ta("plan-worth", &[("cost", Value::Text(&range(page, c.cost))), ("value", Value::Text(&range(page, c.value)))]))
                        @if !c.can_be_undone { " · " (page.t("plan-for-good")) }
                    }
                } } }
                p.small { (page.ta("plan-guarantee", &[("n", Value::Number(e.guarantee[side.index()]))])) }
            }
        }
        section { p.small { (page.t("plan-nobody-else")) }
            p { a href=(page.entry(&view.room, "receipt", view.n)) { (page.ta("receipt-n", &[("n", super::cards::n(view.n))])) } }
        }
    }
}

fn range(page: &Page<'_>, r: Range) -> String {
    window(page, r.low, r.high)
}

fn window(page: &Page<'_>, low: i64, high: i64) -> String {
    if low == high { number(page, low) } else { [number(page, low), number(page, high)].join("–") }
}

fn answer(page: &Page<'_>, e: &Exchange, a: &Answer, days: Option<&Schedule>) -> Markup {
    let (shape, key) = match a.verdict {
        Verdict::Safe => ("●", "exchange-verdict-safe"),
        Verdict::None => ("✕", "exchange-verdict-none"),
        Verdict::Open => ("◇", "exchange-verdict-open"),
    };
    let searched = if a.exact { "exchange-verdict-exact" } else { "exchange-verdict-bound" };
    let searched = Phrase::new(searched).name("states", a.states.clone());
    html! {
        div.notice {
            p { span.state data-s=(shape) { (page.t(key)) } }
            p.small { (page.phrase(&searched)) }
            @if let Some(l) = a.last {
                @let last = Phrase::new("exchange-last-mover").name("side", e.names[l.side.index()].clone());
                p { (page.phrase(&last.name("what", class(e, l.class)).number("cost", l.cost))) }
            }
        }
        @if !a.frontier.is_empty() { (enough(page, e, "plan-enough", &a.frontier, a.frontier_whole)) }
        @else if !a.beneath.is_empty() { (enough(page, e, "plan-beneath", &a.beneath, true)) }
        (two_ways(page, e, a))
        @if let Some(p) = &a.plan {
            @if p.guarantee != e.guarantee { p.hint { (page.ta("plan-for-guarantees", &[
                ("left", Value::Text(&e.names[0])), ("right", Value::Text(&e.names[1])), ("a", Value::Number(p.guarantee[0])), ("b", Value::Number(p.guarantee[1])),
            ])) } }
            (steps(page, e, p, days))
            (slack(page, e, p))
        }
    }
}

/// How many pairs of guarantees are listed.
const PAIRS: usize = 8;

fn enough(page: &Page<'_>, e: &Exchange, key: &str, pairs: &[[i64; 2]], whole: bool) -> Markup {
    html! {
        section { h2 { (page.t(key)) }
            ul.plain { @for [a, b] in pairs.iter().take(PAIRS) { li {
                (cell(page, &e.names[0])) " " b { (number(page, *a)) } (page.comma()) (cell(page, &e.names[1])) " " b { (number(page, *b)) }
            } } }
            @if pairs.len() > PAIRS || !whole { p.small { (page.t("plan-enough-more")) } }
        }
    }
}

/// Both ways side by side, with what each exposes.
fn two_ways(page: &Page<'_>, e: &Exchange, a: &Answer) -> Markup {
    let all = a.all_at_once;
    let each = a.plan.as_ref().map(|p| (most(e, &p.stands), peaks(&p.stands), p));
    let none = html! { td { "–" } };
    html! {
        section #two-ways { h2 { (page.t("plan-two-ways")) }
            div.scroll tabindex="0" { table.plain.tight {
                thead {
                    tr { td rowspan="2" {} th colspan="2" scope="colgroup" { (page.t("plan-all-at-once")) } th colspan="2" scope="colgroup" { (page.t("plan-as-each")) } }
                    tr { @for _ in 0..2 { @for name in &e.names { th scope="col" { (cell(page, name)) } } } }
                }
                tbody {
                    tr { th scope="row" { (page.t("plan-safe")) } td colspan="2" { (yes(page, all.safe)) } td colspan="2" { (safe(page, a)) } }
                    tr { th scope="row" { (page.t("plan-moves-most")) }
                        @for n in all.items { td { (large(page, n)) } }
                        @match &each { Some((most, ..)) => { @for n in most { td { (large(page, *n)) } } } None => { (none) (none) } }
                    }
                    tr { th scope="row" { (page.t("plan-at-stake")) }
                        @for n in all.at_stake { td { (number(page, n)) } }
                        @match &each { Some((_, peaks, _)) => { @for n in peaks { td { (number(page, *n)) } } } None => { (none) (none) } }
                    }
                    tr { th scope="row" { (page.t("plan-handovers")) } td colspan="2" { (digits(page, 1)) }
                        td colspan="2" { @match &each { Some((.., p)) => (digits(page, p.handovers)), None => "–" } }
                    }
                }
            } }
            @if each.as_ref().is_some_and(|(.., p)| p.peak_is_least) { p.small { (page.t("plan-least")) } }
        }
    }
}

fn yes(page: &Page<'_>, safe: bool) -> Markup {
    html! { @if safe { span.state data-s="●" { (page.t("plan-yes")) } } @else { span.state data-s="✕" { (page.t("plan-no")) } } }
}

/// Whether going as each is ready is safe; where the search did not decide it, that is said.
fn safe(page: &Page<'_>, a: &Answer) -> Markup {
    match a.verdict {
        Verdict::Open => html! { span.state data-s="◇" { (page.t("plan-not-decided")) } },
        verdict => yes(page, verdict == Verdict::Safe),
    }
}

/// The most that each side moves in one step.
fn most(e: &Exchange, stands: &[Stand]) -> [u64; 2] {
    Side::BOTH.map(|side| {
        let one = |s: &Stand| moves(e, &s.step, side).map(|(_, n)| u64::from(n)).sum::<u64>();
        stands.iter().map(one).max().unwrap_or(0)
    })
}

/// How far each side is ever exposed.
fn peaks(stands: &[Stand]) -> [i64; 2] {
    [0, 1].map(|side| stands.iter().map(|s| s.exposure[side]).max().unwrap_or(0))
}

fn steps(page: &Page<'_>, e: &Exchange, p: &Plan, days: Option<&Schedule>) -> Markup {
    html! {
        section #steps { h2 { (page.t("plan-steps")) }
            (drawn(page, e, &p.stands))
            div.scroll tabindex="0" { table.plain.tight {
                thead {
                    tr { th rowspan="2" scope="col" { (page.t("plan-step")) }
                        @for key in ["plan-side-gives", "plan-exposed", "plan-tempted"] { th colspan="2" scope="colgroup" { (page.t(key)) } }
                        th rowspan="2" scope="col" { (page.t("plan-day")) }
                    }
                    tr { @for _ in 0..3 { @for name in &e.names { th scope="col" { (cell(page, name)) } } } }
                }
                tbody { @for (i, s) in p.stands.iter().enumerate() { tr #{ "step-" (i) } {
                    th scope="row" { @if i > 0 { (digits(page, i)) @if s.joint { " " span.tag { (page.t("plan-together")) } } } @else { span.none { (page.t("plan-before")) } } }
                    @for side in Side::BOTH { td { (moved(page, e, &s.step, side)) } }
                    @for n in s.exposure { td { (number(page, n)) } }
                    @for (n, over) in s.temptation.iter().zip(s.over) { td { (number(page, *n)) @if over > 0 { " " span.state data-s="✕" { (page.t("plan-over")) } } } }
                    td { @if let Some(d) = days { (days_of(page, d, i)) } }
                } } }
            } }
            @if let Some(d) = days {
                @if let Some(step) = d.too_large { p { span.state data-s="▲" { (page.ta("plan-step-too-large", &[("n", super::lists::num(step + 1))])) } } }
                @else if !d.in_time { p { span.state data-s="▲" { (page.t("plan-not-in-time")) } } }
            }
        }
    }
}

/// The first and the last day of a step, by its place among the stands.
fn days_of(page: &Page<'_>, d: &Schedule, stand: usize) -> String {
    let days: Vec<u32> = d.batches.iter().filter(|b| b.step + 1 == stand).map(|b| b.day).collect();
    match (days.first(), days.last()) {
        (Some(a), Some(b)) => window(page, i64::from(*a), i64::from(*b)),
        _ => String::new(),
    }
}

fn slack(page: &Page<'_>, e: &Exchange, p: &Plan) -> Markup {
    html! {
        section { h2 { (page.t("plan-slack")) } ul.plain { @for s in &p.slack { @if let Some(c) = e.classes.get(s.class) { li {
            (cell(page, &c.name)) ": "
            @match s.value_from { Some(v) => (page.ta("plan-slack-value", &[("n", Value::Number(v))])), None => (page.t("plan-slack-any-value")) }
            (page.comma())
            @match s.cost_to { Some(v) => (page.ta("plan-slack-cost", &[("n", Value::Number(v))])), None => (page.t("plan-slack-any-cost")) }
        } } } } }
    }
}

/// What each side has given beyond what it received, step by step. The table under it says the same in
/// numbers.
fn drawn(page: &Page<'_>, e: &Exchange, stands: &[Stand]) -> Markup {
    let words = |s: &Stand| {
        let part = |(k, n): (usize, u32)| format!("{} \u{2068}{}\u{2069}", number(page, i64::from(n)), class(e, k));
        Side::BOTH.iter().flat_map(|side| moves(e, &s.step, *side)).map(part).collect::<Vec<_>>().join(" + ")
    };
    let for_good = |s: &Stand, side: Side| moves(e, &s.step, side).any(|(k, _)| e.classes.get(k).is_some_and(|c| !c.can_be_undone));
    let plan = drawing::Steps {
        sides: e.names.clone(),
        steps: stands
            .iter()
            .skip(1)
            .map(|s| drawing::Step {
                words: words(s),
                exposed: s.exposure,
                for_good: Side::BOTH.map(|side| for_good(s, side)),
                gives: Side::BOTH.map(|side| moves(e, &s.step, side).next().is_some()),
            })
            .collect(),
    };
    let look = Look { speak: page.s, id: "plan-exposure" };
    html! { figure.drawing tabindex="0" { (PreEscaped(drawing::svg(&plan, look))) figcaption.small { (plan.says(look)) } } }
}

fn paid(page: &Page<'_>, e: &Exchange, p: &Paid) -> Markup {
    // Like items in a row are one line: the window while the first moves, and while the last does.
    let mut rows: Vec<(usize, usize, [i64; 2], [i64; 2])> = Vec::new();
    for (class, owed) in &p.steps {
        let window = [owed.at_least, owed.at_most];
        match rows.last_mut() {
            Some(row) if row.0 == *class => {
                row.1 += 1;
                row.3 = window;
            }
            _ => rows.push((*class, 1, window, window)),
        }
    }
    html! {
        div.notice {
            p { @if p.safe { span.state data-s="●" { (page.t("exchange-verdict-safe")) } } @else { span.state data-s="✕" { (page.t("exchange-verdict-none")) } } }
            p { (page.ta("plan-paid-least", &[("n", Value::Number(p.least)), ("side", Value::Text(&p.payer))])) }
        }
        div.scroll tabindex="0" { table.plain {
            thead { tr { @for key in ["plan-step", "plan-gives", "plan-owed-first", "plan-owed-last"] { th scope="col" { (page.t(key)) } } } }
            tbody { @for (i, (at, n, first, last)) in rows.iter().enumerate() { tr {
                td { (digits(page, i + 1)) } td { (digits(page, *n)) " " (cell(page, class(e, *at))) }
                @for w in [first, last] { td { (window(page, w[0], w[1])) } }
            } } }
        } }
    }
}
