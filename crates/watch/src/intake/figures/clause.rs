//! Clauses: the stretch of a sentence that a figure's window, act and total are looked for in.

use crate::intake::layer::{Kind, Layer};
use crate::intake::lists;
use std::ops::Range;

/// The clause of a number: its sentence between the nearest words that begin another.
pub(super) fn of(layer: &Layer, inner: &Range<usize>) -> Range<usize> {
    let sentence = layer.sentence_of(inner.start).map_or(inner.clone(), |s| layer.sentences[s].tokens.clone());
    // A clause of more than a hundred tokens is a list without points: what is further off is not looked at.
    let low = sentence.start.max(inner.start.saturating_sub(100));
    let high = sentence.end.min(inner.end + 100);
    let start = (low + 1..=inner.start).rev().find(|i| begins(layer, *i, low)).unwrap_or(low);
    let end = (inner.end + 1..high).find(|i| begins(layer, *i, low)).unwrap_or(high);
    start..end
}

/// Whether a new clause begins with a token.
fn begins(layer: &Layer, i: usize, low: usize) -> bool {
    let tokens = &layer.tokens;
    let is = |k: usize, of: &[&str]| tokens.get(k).is_some_and(|t| of.contains(&&*t.norm));
    let before = |of: &[&str]| i > low && is(i - 1, of);
    if before(&[";", "—", "…"]) || before(&["–"]) && !tokens[i - 1].glued {
        return true;
    }
    // `killed while seeking aid` goes on.
    let participle = tokens.get(i + 1).is_some_and(|t| t.norm.ends_with("ing"));
    if !participle && is(i, &["while", "but", "although", "whereas", "though", "because", "when", "whose"]) {
        return true;
    }
    // `told us that two boats`: what is said begins there.
    if before(&["that"]) && (2..=7).any(|n| i >= low + n && tokens.get(i - n).is_some_and(|t| lists::speaking().get(&t.norm).is_some())) {
        return true;
    }
    // `a strike that killed five`, `an attack in which 900 people were killed`.
    if before(&["that", "which"]) && i > low + 1 && !is(i - 2, &[",", "said", "says", "so"]) && verb(layer, i) {
        return true;
    }
    if before(&["in"]) && is(i, &["which"]) {
        return true;
    }
    if before(&[","]) {
        let joint = is(
            i,
            &[
                "so", "which", "who", "bringing", "taking", "raising", "after", "before", "until", "where", "leaving", "against", "making",
                "with",
            ],
        );
        return joint || is(i, &["and", "or", "as"]) && has_verb_soon(layer, i);
    }
    false
}

/// Whether a token looks like a finite verb in the past.
fn verb(layer: &Layer, i: usize) -> bool {
    layer.tokens.get(i).is_some_and(|t| t.norm.ends_with("ed") || lists::tense().get(&t.norm).is_some_and(|e| e.field(0) == "past"))
}

/// Whether a conjunction after a comma begins a clause with a subject and a verb of its own, and not
/// the last of a list: `, and 41 deaths that happened earlier were added`.
fn has_verb_soon(layer: &Layer, i: usize) -> bool {
    let end = layer.tokens.len().min(i + 8);
    layer.tokens[i + 1..end]
        .iter()
        .take_while(|t| t.kind == Kind::Word || t.kind == Kind::Number)
        .skip(1)
        .any(|t| matches!(&*t.norm, "is" | "are" | "was" | "were" | "has" | "have" | "had" | "will" | "would" | "that" | "said" | "says"))
}
