//! The lines of tables: a label, then the number.

use super::super::One;
use crate::intake::layer::{Kind, Layer};
use crate::intake::lists;
use terms::span::Span;

/// The words of a table's line before its colon, the last four of substance.
pub(super) fn table_words(layer: &Layer, one: &One<'_>, colon: usize) -> Vec<usize> {
    let tokens = &layer.tokens;
    let timed = |i: usize| {
        let unit = lists::calendar_en().get(&tokens[i].norm).is_some();
        let at = layer.times.partition_point(|t| t.span.end <= tokens[i].span.start);
        unit || layer.times.get(at).is_some_and(|t| t.span.start <= tokens[i].span.start)
    };
    let first = layer.sentence_of(colon).map_or(one.clause.start, |s| layer.sentences[s].tokens.start).max(colon.saturating_sub(10));
    // A line of columns is a row of its own.
    let row =
        (first + 1..colon).rev().find(|i| layer.cut(Span { start: tokens[i - 1].span.end, end: tokens[*i].span.start }).contains('\n'));
    let first = row.filter(|_| !tokens.get(colon).is_some_and(|t| t.is(":"))).unwrap_or(first);
    let mut out: Vec<usize> = (first..colon)
        .rev()
        .take_while(|i| !matches!(&*tokens[*i].norm, ";" | ")" | ":"))
        .filter(|i| !timed(*i) && tokens[*i].kind == Kind::Word && lists::function().get(&tokens[*i].norm).is_none())
        .take(4)
        .collect();
    out.reverse();
    out
}

/// The colon of a table's line: right before the number, or after a label of a few words that opens
/// the sentence (`Incidents: this month 19; since the understanding 1,204`).
pub(super) fn table_label(layer: &Layer, one: &One<'_>) -> Option<usize> {
    let tokens = &layer.tokens;
    let before = one.number.tokens.start.checked_sub(1)?;
    if tokens[before].is(":") || tokens[before].is("=") {
        return Some(before);
    }
    // `People reached        88,750`: a line of two columns.
    let gap = layer.cut(Span { start: tokens[before].span.end, end: tokens[before + 1].span.start });
    if tokens[before].kind == Kind::Word && gap.chars().count() >= 2 && gap.chars().all(|c| c == ' ' || c == '\t' || c == '\u{a0}') {
        return Some(before + 1);
    }
    let sentence = layer.sentence_of(one.inner.start).map(|s| layer.sentences[s].tokens.clone())?;
    let colon = (sentence.start..one.inner.start.min(sentence.start + 8)).find(|i| tokens[*i].is(":"))?;
    let label = (sentence.start..colon).all(|i| tokens[i].kind == Kind::Word || tokens[i].is(",") || tokens[i].is("("));
    (label && one.inner.start - colon <= 30).then_some(colon)
}
