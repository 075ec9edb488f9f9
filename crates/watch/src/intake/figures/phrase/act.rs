//! What the clause says happened to what is counted.

use super::super::One;
use super::Counted;
use crate::intake::layer::{Kind, Layer};
use crate::intake::lists;

/// Finds the act of the clause for a number whose phrase has none.
pub(super) fn act(layer: &Layer, one: &One<'_>, out: &mut Counted, from: usize) {
    after(layer, one, out, from, 9);
    if out.act.is_none() {
        before(layer, one, out);
    }
    if out.act.is_none() {
        after(layer, one, out, from, 40);
    }
}

/// Whether `has` or `have` stands before a verb, with nothing but adverbs and `been` between.
pub(super) fn perfect(layer: &Layer, verb: usize, low: usize) -> bool {
    (low.max(verb.saturating_sub(4))..verb)
        .rev()
        .take_while(|i| layer.tokens[*i].kind == Kind::Word)
        .any(|i| matches!(&*layer.tokens[i].norm, "has" | "have"))
}

/// Verbs in the past form that say what is, not what happened.
pub(super) const STATIVE: &[&str] = &[
    "needed",
    "required",
    "planned",
    "expected",
    "based",
    "located",
    "called",
    "named",
    "believed",
    "estimated",
    "involved",
    "listed",
    "targeted",
    "wanted",
    "hoped",
    "supposed",
    "united",
    "armed",
    "agreed",
    "proposed",
    "promised",
    "pledged",
    "demanded",
    "asked",
    "armoured",
    "held",
    "left",
];

/// Whether a verb of the clause in the past says that something happened to what is counted.
pub(super) fn past_verb(layer: &Layer, one: &One<'_>, from: usize) -> Option<usize> {
    let tokens = &layer.tokens;
    let past = |i: usize| {
        let token = &tokens[i];
        let form = token.norm.ends_with("ed") && token.norm.len() > 4
            || lists::tense().get(&token.norm).is_some_and(|e| e.field(0) == "past")
                && !matches!(&*token.norm, "was" | "were" | "had" | "been" | "last" | "past" | "since" | "did");
        token.kind == Kind::Word
            && !token.capital
            && form
            && !STATIVE.contains(&&*token.norm)
            && lists::speaking().get(&token.norm).is_none()
            && !(i.saturating_sub(2)..i).any(|k| matches!(&*tokens[k].norm, "not" | "never"))
    };
    // `were taken`, `had been stolen`: irregular participles end so.
    let participle = |i: usize| {
        tokens[i].kind == Kind::Word
            && tokens[i].norm.len() > 4
            && (tokens[i].norm.ends_with("en") || matches!(&*tokens[i].norm, "found" | "brought" | "sent" | "burnt" | "built" | "struck"))
    };
    let auxiliary = |i: usize| matches!(&*tokens[i].norm, "was" | "were" | "been" | "had");
    let end = one.clause.end.min(from + 9);
    let after = (from..end).take_while(|i| !tokens[*i].is(",")).find(|i| {
        // `40 villagers from Lesk crossed`: behind where they are from.
        let apart = *i > from + 1
            && *i <= from + 6
            && matches!(&*tokens[from].norm, "from" | "of" | "in" | "at" | "on" | "near" | "with")
            && !(from..*i).any(|k| matches!(&*tokens[k].norm, "that" | "who" | "which"));
        (past(*i) || participle(*i)) && (past(*i) && (*i == from || apart) || (from..*i).any(auxiliary))
    });
    let start = one.clause.start.max(one.number.tokens.start.saturating_sub(10));
    after.or_else(|| (start..one.number.tokens.start).find(|i| past(*i)))
}

pub(super) fn set(out: &mut Counted, entry: &lists::Entry) {
    (out.act, out.act_kind) = (Some(entry.field(0)), entry.field(1));
    out.cumulative = entry.field(1) == "cumulative";
}

/// `six people have been killed`, `112 trucks entered`, `two rescue boats had been turned back`.
pub(super) fn after(layer: &Layer, one: &One<'_>, out: &mut Counted, from: usize, most: usize) {
    let tokens = &layer.tokens;
    let end = one.clause.end.min(from + most);
    let stop = one.next.map_or(usize::MAX, |n| layer.token_from(n.span.start));
    let mut comma = false;
    for i in from..end {
        let token = &tokens[i];
        if matches!(&*token.norm, ":" | "(" | ")") || token.kind == Kind::Quote && i > from {
            return;
        }
        comma |= token.is(",");
        // Another number has its own verb before it, unless they share one: `two drivers and one medic were killed`.
        if i >= stop && comma {
            return;
        }
        if token.kind == Kind::Word
            && let Some(entry) = lists::acts().get(&token.norm).filter(|_| {
                !token.norm.ends_with("ing")
                    || i == from
                    || matches!(&*tokens[i - 1].norm, "is" | "are" | "was" | "were" | "still" | "been")
            })
        {
            // `said`-like verbs of recording count nothing, and a noun (`the release of`) is no verb.
            let noun = i > 0 && matches!(&*tokens[i - 1].norm, "the" | "a" | "an" | "of" | "in" | "for" | "its" | "their" | "by");
            if !noun && entry.field(0) != "recorded" {
                set(out, entry);
                out.perfect = perfect(layer, i, one.clause.start);
                out.passive = (1..=3).any(|n| i > from + n - 1 && tokens[i - n].is("been"));
                return;
            }
        }
    }
}

/// `shells killed four children`, `received 14 dead`, `seized three ships`, `wounding 12`.
pub(super) fn before(layer: &Layer, one: &One<'_>, out: &mut Counted) {
    let tokens = &layer.tokens;
    let start = one.clause.start.max(one.number.tokens.start.saturating_sub(12));
    for i in (start..one.number.tokens.start).rev() {
        let token = &tokens[i];
        if token.kind == Kind::Quote || matches!(&*token.norm, ":" | ")" | ";" | ",") {
            return;
        }
        // `the death toll reached 41`: the verb says how many, and not what happened.
        let links = matches!(&*token.norm, "reached" | "reaches" | "hit" | "stopped" | "crossed" | "passed" | "left")
            && (one.clause.start..i).any(|k| matches!(&*tokens[k].norm, "toll" | "total" | "number" | "count" | "figure" | "tally"));
        if token.kind == Kind::Word
            && !links
            && let Some(entry) = lists::acts().get(&token.norm)
        {
            set(out, entry);
            out.perfect = perfect(layer, i, one.clause.start);
            return;
        }
        if lists::totals().at(tokens, i).is_some() && token.is("toll") {
            (out.act, out.act_kind) = (Some("killed"), "increment");
            return;
        }
    }
}
