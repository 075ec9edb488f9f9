//! Aid by the day beside what is promised: one row a day, each source's count on its own.

use accord::{Binds, Promise};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What a source says came in on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The day.
    pub day: Date,
    /// Who counts.
    pub source: String,
    /// Of what: the text's words for what is promised, or for a part of it (`fuel`).
    pub of: String,
    /// How many.
    pub n: i64,
}

/// What one source counted on a day, of one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// How many.
    pub n: i64,
    /// How many fewer than promised; below nought where it is more. `None` where the text leaves the number open.
    pub short: Option<i64>,
    /// Whether it is what was promised; `None` where that is open.
    pub kept: Option<bool>,
}

/// A day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub day: Date,
    /// By what, then by source; a source that says nothing of the day is missing, which is not nought.
    pub given: BTreeMap<(String, String), Given>,
}

/// Every day from `from` to `to`, both included, at most 3,660 of them. Two rows of one source for
/// one day and thing are put together; sources are not.
#[must_use]
pub fn aid(promise: &Promise, deliveries: &[Delivery], from: Date, to: Date) -> Vec<Day> {
    let mut by_day: BTreeMap<Date, BTreeMap<(String, String), i64>> = BTreeMap::new();
    for d in deliveries.iter().filter(|d| (from..=to).contains(&d.day)) {
        let sum = by_day.entry(d.day).or_default().entry((d.of.clone(), d.source.clone())).or_insert(0);
        *sum = sum.saturating_add(d.n);
    }
    let promised = |of: &str| {
        if of == promise.of {
            return promise.n;
        }
        promise.including.iter().find(|(_, what)| what == of).and_then(|(n, _)| *n)
    };
    let given = |(key, n): ((String, String), i64)| {
        let short = promised(&key.0).map(|p| p - n);
        let kept = short.map(|s| match promise.binds {
            Binds::AtLeast => s <= 0,
            Binds::Exactly => s == 0,
            Binds::AtMost => s >= 0,
        });
        (key, Given { n, short, kept })
    };
    let mut out = Vec::new();
    let mut day = from;
    while day <= to && out.len() < 3_660 {
        out.push(Day { day, given: by_day.remove(&day).unwrap_or_default().into_iter().map(given).collect() });
        let Ok(next) = day.checked_add(1.days()) else { break };
        day = next;
    }
    out
}
