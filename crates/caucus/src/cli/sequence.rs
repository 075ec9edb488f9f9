//! `caucus sequence`: the order of reciprocal steps in which neither side gains by walking away half-way.

use super::failure::{Exit, Failure};
use super::print::{LangArg, fault, text};
use super::{Format, Out};
use exchange::formats::plan::{self, PlanFile};
use exchange::sequence::divisible::{self, Item, Owed};
use exchange::sequence::planner::{Answer, Plan, Stand, Verdict, plan as planned};
use exchange::sequence::schedule::{Schedule, schedule};
use exchange::sequence::{Exchange, Fault, Side, Step};
use serde_json::{Map, Value, json};
use std::path::PathBuf;
use terms::phrase::Phrase;

/// The most single items against a payment.
const MOST_ITEMS: u64 = 2_000_000;

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A TOML file of sides and what each gives.
    plan: PathBuf,
    #[command(flatten)]
    lang: LangArg,
    /// How the result is printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn run(args: &Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let file = plan::read(&text(&args.plan, 16 << 20)?).map_err(|f| fault(&args.plan, f.line, &super::print::english(&f.why), ""))?;
    if let Some(payer) = file.payer {
        return against_payment(args, &file.exchange, payer, out);
    }
    let answer = planned(&file.exchange).map_err(|f| fault(&args.plan, None, told(&f), "correct the plan"))?;
    let days = answer.plan.as_ref().map(|p| {
        let steps: Vec<Step> = p.stands.iter().skip(1).map(|s| s.step.clone()).collect();
        schedule(&file.exchange, &steps, &file.capacity)
    });
    match args.format {
        Format::Json => out.json(&as_json(&file.exchange, &answer, days.as_ref())),
        Format::Text => as_text(&file, &answer, days.as_ref(), args.lang, out),
    }
    let late = days.is_some_and(|d| !d.in_time);
    Ok(if answer.verdict == Verdict::None || late { Exit::DoesNotHold } else { Exit::Done })
}

/// What the planner refuses and the reader of the file let pass.
fn told(f: &Fault) -> &'static str {
    match f {
        Fault::Worth(_) => "a worth or a guarantee is below nought, or a range runs backwards",
        Fault::TooLarge => "the numbers are too large to be reckoned exactly",
        Fault::Circle(_) => "something waits for itself",
        Fault::Unknown(_) => "something waits for what is not in the plan",
    }
}

fn verdict(v: Verdict) -> &'static str {
    match v {
        Verdict::Safe => "safe",
        Verdict::None => "none",
        Verdict::Open => "open",
    }
}

fn moves(exchange: &Exchange, step: &Step) -> Map<String, Value> {
    step.moves.iter().filter_map(|(k, n)| exchange.classes.get(*k).map(|c| (c.name.clone(), json!(n)))).collect()
}

fn as_json(exchange: &Exchange, a: &Answer, days: Option<&Schedule>) -> Value {
    let stand = |s: &Stand| {
        json!({
            "moves": moves(exchange, &s.step),
            "joint": s.joint,
            "rest": s.rest,
            "temptation": s.temptation,
            "over": s.over,
            "exposure": s.exposure,
            "for_good": s.for_good,
        })
    };
    let class = |k: usize| exchange.classes.get(k).map(|c| c.name.as_str());
    let plan = |p: &Plan| {
        let slack: Vec<Value> =
            p.slack.iter().map(|s| json!({"class": class(s.class), "value_from": s.value_from, "cost_to": s.cost_to})).collect();
        json!({
            "guarantee": p.guarantee,
            "peak": p.peak,
            "peak_is_least": p.peak_is_least,
            "handovers": p.handovers,
            "steps": p.stands.iter().map(stand).collect::<Vec<_>>(),
            "slack": slack,
        })
    };
    let batches = |d: &Schedule| {
        let each = d.batches.iter().map(|b| json!({"day": b.day, "step": b.step + 1, "moves": moves(exchange, &b.moves)}));
        json!({"days": d.days, "in_time": d.in_time, "too_large": d.too_large.map(|s| s + 1), "batches": each.collect::<Vec<_>>()})
    };
    json!({
        "sides": exchange.names,
        "verdict": verdict(a.verdict),
        "exact": a.exact,
        "states": a.states,
        "guarantees": a.frontier,
        "guarantees_whole": a.frontier_whole,
        "beneath": a.beneath,
        "all_at_once": a.all_at_once,
        "plan": a.plan.as_ref().map(plan),
        "last": a.last.map(|l| json!({"side": exchange.names[l.side.index()], "class": class(l.class), "cost": l.cost})),
        "schedule": days.map(batches),
    })
}

fn as_text(file: &PlanFile, a: &Answer, days: Option<&Schedule>, lang: LangArg, out: &mut Out<'_>) {
    let exchange = &file.exchange;
    let [left, right] = &exchange.names;
    out.result(&lang.words(&Phrase::new(&format!("exchange-verdict-{}", verdict(a.verdict)))));
    let searched = if a.exact { "exchange-verdict-exact" } else { "exchange-verdict-bound" };
    out.result(&lang.words(&Phrase::new(searched).name("states", a.states.clone())));
    for [x, y] in &a.frontier {
        out.result(&format!("enough: {left} {x}, {right} {y}"));
    }
    for [x, y] in &a.beneath {
        out.result(&format!("needed: at least {left} {x}, {right} {y}, or another such pair"));
    }
    if let Some(p) = &a.plan {
        let [x, y] = p.guarantee;
        let least = if p.peak_is_least { ", and no safe order has less" } else { "" };
        out.result("");
        out.result(&format!("The order for guarantees of {x} ({left}) and {y} ({right}); greatest exposure {}{least}", p.peak));
        for (n, s) in p.stands.iter().enumerate() {
            let what: Vec<String> = s
                .step
                .moves
                .iter()
                .filter_map(|(k, m)| exchange.classes.get(*k).map(|c| format!("{m} {} from {}", c.name, exchange.names[c.giver.index()])))
                .collect();
            let what = if what.is_empty() { "before anything".to_owned() } else { what.join(" + ") };
            let joint = if s.joint { " (together)" } else { "" };
            out.result(&format!("  {n}. {what}{joint}"));
            let [a, b] = s.exposure;
            out.result(&format!(
                "     exposed: {left} {a}, {right} {b}; gain by walking away: {left} {}, {right} {}",
                s.temptation[0], s.temptation[1]
            ));
        }
        for s in p.slack.iter().filter(|s| s.value_from.is_some() || s.cost_to.is_some()) {
            let Some(c) = exchange.classes.get(s.class) else { continue };
            let value = s.value_from.map_or_else(|| "any value".to_owned(), |v| format!("a value from {v}"));
            let cost = s.cost_to.map_or_else(|| "any cost".to_owned(), |v| format!("a cost to {v}"));
            out.result(&format!("safe for {}: {value}, {cost}", c.name));
        }
    }
    if let Some(l) = a.last
        && let Some(c) = exchange.classes.get(l.class)
    {
        let phrase = Phrase::new("exchange-last-mover");
        let phrase = phrase.name("side", exchange.names[l.side.index()].clone()).name("what", c.name.clone()).number("cost", l.cost);
        out.result(&lang.words(&phrase));
    }
    if let Some(d) = days {
        out.result("");
        for b in &d.batches {
            let what: Vec<String> = moves(exchange, &b.moves).iter().map(|(c, n)| format!("{n} {c}")).collect();
            out.result(&format!("day {}: step {}, {}", b.day, b.step + 1, what.join(" + ")));
        }
        if let Some(step) = d.too_large {
            out.result(&format!("step {} is more than a day can carry and cannot be divided", step + 1));
        }
        if !d.in_time {
            out.result("The clock does not allow it.");
        }
    }
    out.say("Worths are opinions: the order is reckoned with costs at their highest and values at their lowest.");
}

/// One side's items against a payment that can be split.
fn against_payment(args: &Args, exchange: &Exchange, payer: Side, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let total: u64 = exchange.classes.iter().map(|c| u64::from(c.count)).sum();
    if total > MOST_ITEMS {
        let what = format!("{total} single items against a payment; at most {MOST_ITEMS} are ordered");
        return Err(fault(&args.plan, None, &what, "put like items together and give their cost and value as one"));
    }
    let mut items: Vec<Item> = Vec::new();
    let mut class: Vec<usize> = Vec::new();
    for (k, c) in exchange.classes.iter().enumerate() {
        for _ in 0..c.count {
            items.push(Item { cost: c.cost.high, value: c.value.low });
            class.push(k);
        }
    }
    let order = divisible::order(&items);
    let giver = payer.other();
    let guarantee = exchange.guarantee;
    let safe = guarantee[0].saturating_add(guarantee[1]) >= order.least;
    let owed = divisible::owed(&items, &order.order, guarantee[giver.index()], guarantee[payer.index()]);
    // Like items in a row are one line: the window while the first moves, and while the last does.
    let mut rows: Vec<(usize, u32, Owed, Owed)> = Vec::new();
    for o in owed {
        match rows.last_mut() {
            Some(row) if row.0 == class[o.item] => {
                row.1 += 1;
                row.3 = o;
            }
            _ => rows.push((class[o.item], 1, o, o)),
        }
    }
    let name = |k: usize| exchange.classes.get(k).map_or("", |c| c.name.as_str());
    let needed_by = order.needed_by.map(|i| name(class[i]));
    match args.format {
        Format::Json => {
            let window = |o: &Owed| json!([o.at_least, o.at_most]);
            let row = |(k, n, first, last): &(usize, u32, Owed, Owed)| json!({"class": name(*k), "count": n, "owed_at_first": window(first), "owed_at_last": window(last)});
            out.json(&json!({
                "sides": exchange.names,
                "payer": exchange.names[payer.index()],
                "verdict": if safe { "safe" } else { "none" },
                "exact": true,
                "least": order.least,
                "needed_by": needed_by,
                "order": rows.iter().map(row).collect::<Vec<_>>(),
            }));
        }
        Format::Text => {
            out.result(&args.lang.words(&Phrase::new(if safe { "exchange-verdict-safe" } else { "exchange-verdict-none" })));
            let by = needed_by.map_or_else(String::new, |n| format!(", for {n}"));
            out.result(&format!("The least that both guarantees have to come to is {}{by}.", order.least));
            for (n, (k, count, first, last)) in rows.iter().enumerate() {
                let window = |o: &Owed| format!("{} to {}", o.at_least, o.at_most);
                let then = if count > &1 { format!(", {} at the last", window(last)) } else { String::new() };
                out.result(&format!("  {}. {count} {}: the payment still owed is {}{then}", n + 1, name(*k), window(first)));
            }
        }
    }
    Ok(if safe { Exit::Done } else { Exit::DoesNotHold })
}
