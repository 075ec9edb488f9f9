//! The file of `caucus sequence`: an exchange in TOML, for people to write.

use crate::sequence::schedule::Capacity;
use crate::sequence::{Class, Exchange, Joint, Range, Side};
use serde::Deserialize;
use terms::phrase::Phrase;

/// What a plan's file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFile {
    /// The exchange; with a payment the items of the giver alone.
    pub exchange: Exchange,
    /// What can be moved, and in how many days.
    pub capacity: Capacity,
    /// Who pays, where the other's items go against a payment that can be split.
    pub payer: Option<Side>,
}

/// Why a plan's file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFault {
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// What is the matter, for whoever wrote the file.
    pub why: Phrase,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    sides: Vec<SideRow>,
    give: Vec<Give>,
    joint: Option<JointRow>,
    payment: Option<Payment>,
    days: Option<u32>,
    handovers_a_day: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SideRow {
    name: String,
    #[serde(default)]
    guarantee: i64,
    a_day: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Give {
    by: String,
    what: String,
    #[serde(default = "one")]
    count: u32,
    cost: Worth,
    value: Worth,
    #[serde(default)]
    can_be_undone: bool,
    #[serde(default)]
    after: Vec<String>,
}

fn one() -> u32 {
    1
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Worth {
    One(i64),
    Two([i64; 2]),
}

#[derive(Deserialize)]
struct JointRow(u32, u32);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Payment {
    by: String,
}

/// Reads a plan's file.
///
/// # Errors
/// The first thing that cannot be used, with its line where it is known.
pub fn read(text: &str) -> Result<PlanFile, PlanFault> {
    let file: File = toml::from_str(text).map_err(|e| PlanFault {
        line: e.span().map(|s| text.get(..s.start).unwrap_or(text).matches('\n').count() + 1),
        why: Phrase::new("exchange-plan-toml").name("why", e.message()),
    })?;
    let line_of = |what: &str| text.lines().position(|l| l.contains(&format!("\"{what}\""))).map(|n| n + 1);
    let fault = |what: &str, key: &str| PlanFault { line: line_of(what), why: Phrase::new(key).name("what", what) };
    let [a, b] = file.sides.as_slice() else {
        return Err(PlanFault { line: None, why: Phrase::new("exchange-plan-sides") });
    };
    let side = |name: &str| match name {
        n if n == a.name => Ok(Side::A),
        n if n == b.name => Ok(Side::B),
        n => Err(fault(n, "exchange-plan-no-side")),
    };
    if a.name == b.name {
        return Err(fault(&a.name, "exchange-plan-sides"));
    }
    let place = |what: &str| file.give.iter().position(|g| g.what == what).ok_or_else(|| fault(what, "exchange-plan-no-class"));
    let mut classes = Vec::with_capacity(file.give.len());
    for (i, g) in file.give.iter().enumerate() {
        if place(&g.what)? != i {
            return Err(fault(&g.what, "exchange-plan-class-twice"));
        }
        let range = |w: &Worth| match w {
            Worth::One(n) => Range::of(*n),
            Worth::Two([low, high]) => Range { low: *low, high: *high },
        };
        classes.push(Class {
            name: g.what.clone(),
            giver: side(&g.by)?,
            count: g.count,
            cost: range(&g.cost),
            value: range(&g.value),
            can_be_undone: g.can_be_undone,
            after: g.after.iter().map(|w| place(w)).collect::<Result<_, _>>()?,
        });
    }
    let payer = file.payment.map(|p| side(&p.by)).transpose()?;
    if let Some(payer) = payer
        && let Some(c) = classes.iter().find(|c| c.giver == payer)
    {
        return Err(fault(&c.name, "exchange-plan-payer-gives"));
    }
    let exchange = Exchange {
        names: [a.name.clone(), b.name.clone()],
        classes,
        guarantee: [a.guarantee, b.guarantee],
        joint: file.joint.map(|j| Joint { a: j.0, b: j.1 }),
    };
    exchange.check().map_err(|f| {
        let named = |i: usize, key: &str| fault(&exchange.classes[i].name, key);
        match f {
            crate::sequence::Fault::Worth(Some(i)) => named(i, "exchange-plan-worth"),
            crate::sequence::Fault::Circle(i) => named(i, "exchange-plan-circle"),
            crate::sequence::Fault::Unknown(i) => named(i, "exchange-plan-no-class"),
            crate::sequence::Fault::Worth(None) => PlanFault { line: None, why: Phrase::new("exchange-plan-guarantee") },
            crate::sequence::Fault::TooLarge => PlanFault { line: None, why: Phrase::new("exchange-plan-too-large") },
        }
    })?;
    let capacity = Capacity { items: [a.a_day, b.a_day], handovers: file.handovers_a_day, days: file.days };
    Ok(PlanFile { exchange, capacity, payer })
}
