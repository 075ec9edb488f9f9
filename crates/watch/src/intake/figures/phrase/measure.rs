//! What a length, a sum or a measure is of, and in which unit.

use super::super::One;
use crate::intake::layer::{Kind, Layer};
use crate::intake::lists;

/// The last words of substance before the number in its clause: of what a length or a sum is.
pub(super) fn context(layer: &Layer, one: &One<'_>, most: usize) -> Vec<usize> {
    let tokens = &layer.tokens;
    let start = one.clause.start.max(one.number.tokens.start.saturating_sub(12));
    let mut out: Vec<usize> = (start..one.number.tokens.start)
        .rev()
        .filter(|i| {
            let t = &tokens[*i];
            t.kind == Kind::Word && lists::function().get(&t.norm).is_none() && !t.is("'s")
        })
        .take(most)
        .collect();
    out.reverse();
    out
}

/// The words of substance that open the clause, up to its verb: what a measure or a sum is of.
pub(super) fn subject(layer: &Layer, one: &One<'_>) -> Vec<usize> {
    let tokens = &layer.tokens;
    let verb = |t: &crate::intake::layer::Token| {
        lists::tense().get(&t.norm).is_some()
            || matches!(&*t.norm, "is" | "are" | "has" | "have" | "stands" | "costs" | "needs" | "requires" | "averages" | "amounts")
            || t.norm.ends_with("ed")
    };
    (one.clause.start..one.number.tokens.start)
        .take_while(|i| !verb(&tokens[*i]) && !matches!(&*tokens[*i].norm, "," | ";" | "("))
        .filter(|i| tokens[*i].kind == Kind::Word && lists::function().get(&tokens[*i].norm).is_none() && !tokens[*i].is("'s"))
        .take(2)
        .collect()
}

/// `per person per day`, `a head`: of what a measure is the rate.
pub(super) fn rate(layer: &Layer, from: usize, limit: usize) -> Vec<usize> {
    let tokens = &layer.tokens;
    let mut out = Vec::new();
    let mut at = from;
    while at + 1 < limit && matches!(&*tokens[at].norm, "per" | "a" | "an" | "each") && tokens[at + 1].kind == Kind::Word {
        out.push(at + 1);
        at += 2;
    }
    out
}

pub(super) fn time_unit(word: &str) -> Option<&'static str> {
    let last = word.rsplit('-').next().unwrap_or(word);
    let entry = lists::calendar_en().get(last).filter(|e| e.field(0) == "unit")?;
    Some(match entry.field(1) {
        "S" => "second",
        "M" => "minute",
        "H" => "hour",
        "D" => "day",
        "W" => "week",
        "F" => "fortnight",
        "MO" => "month",
        "Y10" => "decade",
        _ => "year",
    })
}

pub(super) fn currency(layer: &Layer, one: &One<'_>) -> &'static str {
    let tokens = &layer.tokens;
    let beside = [one.number.tokens.start.checked_sub(1), one.inner.start.checked_sub(1), Some(one.inner.end)];
    for token in beside.into_iter().flatten().filter_map(|i| tokens.get(i)) {
        match &*token.norm {
            "$" | "us$" | "usd" | "dollar" | "dollars" | "cents" => return "USD",
            "€" | "eur" | "euro" | "euros" => return "EUR",
            "£" | "gbp" => return "GBP",
            "₪" | "nis" | "shekel" | "shekels" => return "ILS",
            "dinar" | "dinars" => return "dinar",
            _ => {}
        }
    }
    "money"
}
