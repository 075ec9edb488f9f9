//! The noun phrase of a number: where it ends, its head, whether it agrees.

use super::super::One;
use crate::intake::layer::{Exact, Form, Kind, Layer};
use crate::intake::lists;
use crate::intake::reading::Value;
use std::ops::Range;

/// The noun phrase that begins at a token, and its head: words up to one that ends it; a plural ends
/// it, unless what follows is the noun that it stands before.
pub(super) fn noun_phrase(layer: &Layer, from: usize, limit: usize) -> (Range<usize>, Option<usize>) {
    let tokens = &layer.tokens;
    let mut end = from;
    let mut head = None;
    while end < limit && end < from + 6 {
        let token = &tokens[end];
        if token.kind != Kind::Word || token.is("'s") || lists::function().get(&token.norm).is_some() {
            break;
        }
        // A verb after a noun: `six people killed`, `two shells landed`; before a noun a participle is part of it.
        let noun_next =
            tokens.get(end + 1).is_some_and(|t| t.kind == Kind::Word && end + 1 < limit && lists::function().get(&t.norm).is_none());
        let act = lists::acts().get(&token.norm).is_some() && !token.norm.ends_with('s');
        if head.is_some() && act && !(noun_next && plural(&tokens[end + 1].norm)) {
            break;
        }
        if head.is_some_and(|h: usize| plural(&tokens[h].norm)) && !(noun_like(&token.norm) && plural(&token.norm)) {
            break;
        }
        // A past tense after a noun of one: `one boat returned`.
        if head.is_some() && token.norm.ends_with("ed") && !noun_next {
            break;
        }
        head = Some(end);
        end += 1;
    }
    (from..end, head)
}

/// Whether a word looks like a plural.
pub(super) fn plural(word: &str) -> bool {
    matches!(
        word,
        "people"
            | "men"
            | "women"
            | "children"
            | "police"
            | "troops"
            | "personnel"
            | "staff"
            | "aircraft"
            | "policemen"
            | "fishermen"
            | "gunmen"
            | "dead"
            | "wounded"
            | "injured"
            | "missing"
    ) || word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")
}

pub(super) fn noun_like(word: &str) -> bool {
    lists::persons().get(word).is_some() || lists::happenings().get(word).is_some()
}

/// A noun phrase whose head agrees with the number: after more than one stands a plural.
pub(super) fn agrees(layer: &Layer, one: &One<'_>, noun: Range<usize>, head: Option<usize>) -> (Range<usize>, Option<usize>) {
    let single = one.number.value == Value::One(Exact::whole(1)) || one.number.form == Form::Share;
    let good = head.is_none_or(|h| {
        let word = &*layer.tokens[h].norm;
        let alike = matches!(word, "new" | "more" | "others" | "sheep" | "cattle" | "livestock" | "fish" | "craft" | "poultry" | "strong");
        single || plural(word) || lists::acts().get(word).is_some() || lists::persons().get(word).is_some() || alike
    });
    if good { (noun, head) } else { (noun.start..noun.start, None) }
}

/// `puts the crowd at 15,000`, `put the number of ships at more than 50`: what is counted stands before.
pub(super) fn put_at(layer: &Layer, one: &One<'_>) -> Option<(Range<usize>, usize)> {
    let tokens = &layer.tokens;
    let at = one.number.tokens.start.checked_sub(1).filter(|i| tokens[*i].is("at"))?;
    let low = one.clause.start.max(at.saturating_sub(9));
    let put = (low..at).rev().find(|i| matches!(&*tokens[*i].norm, "put" | "puts" | "putting" | "estimate" | "estimates" | "estimated"))?;
    // Of `the number of ships` the ships.
    let from = (put + 1..at).rev().find(|i| tokens[*i].is("of")).unwrap_or(put) + 1;
    let from = (from..at).find(|i| lists::function().get(&tokens[*i].norm).is_none())?;
    let plain = (from..at).all(|i| tokens[i].kind == Kind::Word) && from < at && at - from <= 4;
    let last = at - 1;
    let things = plural(&tokens[last].norm) || lists::persons().get(&tokens[last].norm).is_some() || tokens[last].is("crowd");
    (plain && things && !matches!(&*tokens[last].norm, "toll" | "number" | "total" | "figure" | "losses")).then_some((from..at, last))
}

/// A noun in the singular, by the spelling of English.
pub(super) fn singular(word: &str) -> String {
    match word {
        _ if word.ends_with("ies") && word.len() > 4 => format!("{}y", &word[..word.len() - 3]),
        _ if ["ches", "shes", "sses", "xes"].iter().any(|e| word.ends_with(e)) => word[..word.len() - 2].to_owned(),
        _ if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") => word[..word.len() - 1].to_owned(),
        _ => word.to_owned(),
    }
}

pub(super) fn is_casualty_noun(noun: &str) -> bool {
    matches!(
        noun,
        "deaths" | "death" | "dead" | "fatalities" | "fatality" | "injuries" | "injured" | "wounded" | "casualties" | "others" | "more"
    )
}
