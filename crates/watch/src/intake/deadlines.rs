//! Deadlines: by when something is to be done, from when it counts, and who sets it.
//!
//! A deadline is a time that a word makes the bound of an act to come (`within`, `by`, `until`), or a
//! length that somebody is given (`gave them 72 hours to`). Times before the report are none.

use super::layer::{Kind, Layer};
use super::lists;
use super::reading::{Deadline, DeadlineId, DeadlineStatus, Force, Grade, Said, Statement, Time, When};
use std::ops::Range;
use terms::span::Span;

/// Finds the deadlines.
#[must_use]
pub fn find(layer: &Layer, statements: &[Statement]) -> Vec<Deadline> {
    if layer.document.language != "en" {
        return Vec::new();
    }
    let mut out: Vec<Deadline> = Vec::new();
    for (n, time) in layer.times.iter().enumerate() {
        // `by 18:00 today`: the clock time and its day are one deadline.
        let sentence = |t: &Time| layer.sentence_of(layer.token_from(t.span.start));
        if let Some(last) = out.last_mut()
            && n > 0
            && last.span.end == layer.times[n - 1].span.end
            && time.span.start.saturating_sub(last.span.end) <= 4
            && sentence(time) == sentence(&layer.times[n - 1])
        {
            match (layer.times[n - 1].when, time.when) {
                (When::Moment(_), _) => {
                    last.span.end = time.span.end;
                    continue;
                }
                // `until Wednesday noon`: the moment is the bound.
                (When::Days(from, to, _), When::Moment(day)) if from == to && day == from => {
                    last.span.end = time.span.end;
                    last.value.clone_from(&time.value);
                    continue;
                }
                _ => {}
            }
        }
        let Some(found) = bound(layer, time) else { continue };
        let Ok(id) = u32::try_from(out.len() + 1) else { break };
        let span = found.tokens_span(layer);
        let said = within(statements, span);
        let (status, told) = status(layer, &found.tokens, said);
        out.push(Deadline {
            id: DeadlineId(id),
            span,
            what: what(layer, &found),
            value: found.value,
            starts: found.starts.map(|s| words(layer, s)),
            proposed_by: said.and_then(|s| s.speaker),
            status,
            grade: if told { Grade::A } else { Grade::C },
            rule: found.rule,
        });
    }
    out
}

/// A deadline before its surroundings are read.
struct Found {
    tokens: Range<usize>,
    /// The time's own tokens.
    time: Range<usize>,
    value: Option<String>,
    starts: Option<Range<usize>>,
    rule: &'static str,
}

impl Found {
    fn tokens_span(&self, layer: &Layer) -> Span {
        layer.span(self.tokens.clone())
    }
}

/// Reads a time as a deadline, where it is one.
fn bound(layer: &Layer, time: &Time) -> Option<Found> {
    let tokens = &layer.tokens;
    let at = layer.tokens_in(time.span);
    let is = |i: usize, of: &[&str]| tokens.get(i).is_some_and(|t| of.contains(&&*t.norm));
    let before = |n: usize, of: &[&str]| at.start >= n && is(at.start - n, of);
    let sentence = layer.sentence_of(at.start).map(|s| layer.sentences[s].tokens.clone())?;
    // Words between, as in `by midnight on`, `within a maximum of`.
    let led = lists::deadlines().before(tokens, at.start).or_else(|| {
        let softener = lists::qualifiers_en().before(tokens, at.start)?;
        lists::deadlines().before(tokens, at.start - softener.0).map(|(n, e)| (n + softener.0, e))
    });
    let length = time.when == When::Length;
    if length {
        let starts = anchor(layer, at.end, sentence.end);
        let end = starts.as_ref().map_or(at.end, |s| s.end);
        let value = time.value.clone();
        if let Some((n, _)) = led.filter(|(_, e)| e.field(0) == "length") {
            return Some(Found { tokens: at.start - n..end, time: at, value, starts, rule: "within" });
        }
        // `gave the sides 72 hours to`, `has three days to`; `72 hours from signature to`.
        let given = (sentence.start.max(at.start.saturating_sub(8))..at.start).any(|i| {
            is(
                i,
                &[
                    "give", "gives", "gave", "given", "giving", "has", "have", "had", "get", "gets", "grants", "granted", "allows",
                    "allowed",
                ],
            )
        });
        let to = is(end, &["to"]) && tokens.get(end + 1).is_some_and(|t| t.kind == Kind::Word && lists::function().get(&t.norm).is_none());
        if to && (given || starts.is_some()) {
            return Some(Found { tokens: at.start..end, time: at, value, starts, rule: "length-to" });
        }
        return None;
    }
    let today = layer.document.day?;
    let last = match time.when {
        When::Days(_, to, _) => to,
        When::Moment(day) => day,
        _ => return None,
    };
    let word = || (sentence.start..sentence.end).any(|i| is(i, &["deadline", "ultimatum"]));
    if last < today && !word() {
        return None;
    }
    if let Some((n, _)) = led.filter(|(_, e)| e.field(0) == "time") {
        let start = at.start - n;
        // `before` and `until` something that already was; `from Monday until Friday` is an interval.
        let ahead = last > today || matches!(time.when, When::Moment(_)) || to_come(layer, &sentence);
        let spans = is(start, &["until", "till"]) && (sentence.start.max(start.saturating_sub(4))..start).any(|i| is(i, &["from"]));
        return (ahead && !spans).then(|| Found {
            tokens: start..at.end,
            time: at.clone(),
            value: time.value.clone(),
            starts: None,
            rule: "by",
        });
    }
    // `promised one boat on Tuesday`.
    let promised = (sentence.start..at.start).any(|i| is(i, &["promised", "pledged", "promises", "pledges", "undertook", "vowed"]));
    (before(1, &["on", "from"]) && promised && last > today).then(|| Found {
        tokens: at.start - 1..at.end,
        time: at,
        value: time.value.clone(),
        starts: None,
        rule: "promised-on",
    })
}

/// What a length counts from: `of signature`, `from the day of the release`.
fn anchor(layer: &Layer, from: usize, limit: usize) -> Option<Range<usize>> {
    let tokens = &layer.tokens;
    if !tokens.get(from).is_some_and(|t| matches!(&*t.norm, "of" | "from" | "after" | "following")) {
        return None;
    }
    let mut end = from + 1;
    while end < limit && end < from + 7 {
        let token = &tokens[end];
        let inner = matches!(&*token.norm, "the" | "of" | "its" | "their" | "a" | "an" | "this" | "that");
        if token.kind != Kind::Word || !inner && lists::function().get(&token.norm).is_some() {
            break;
        }
        end += 1;
    }
    (end > from + 1).then_some(from + 1..end).filter(|r| !tokens[r.end - 1].is("the"))
}

/// Whether a sentence speaks of what is to be done.
fn to_come(layer: &Layer, sentence: &Range<usize>) -> bool {
    layer.tokens[sentence.clone()].iter().any(|t| lists::duties().get(&t.norm).is_some())
}

/// The innermost statement that holds a span.
fn within(statements: &[Statement], span: Span) -> Option<&Statement> {
    let holds = |c: &Span| c.start <= span.start && span.end <= c.end;
    statements
        .iter()
        .filter_map(|s| s.content_spans.iter().filter(|c| holds(c)).map(|c| c.end - c.start).min().map(|n| (n, s)))
        .min_by_key(|(n, s)| (*n, s.id))
        .map(|(_, s)| s)
}

/// What stands of a deadline: by the statement's force, else by the words of its sentence.
fn status(layer: &Layer, tokens: &Range<usize>, said: Option<&Statement>) -> (DeadlineStatus, bool) {
    let named = |word: &str| match word {
        "demanded" => DeadlineStatus::Demanded,
        "agreed" => DeadlineStatus::Agreed,
        _ => DeadlineStatus::Proposed,
    };
    if let Some(statement) = said {
        let by_force = match (statement.force, statement.kind) {
            (Force::Demand | Force::Threaten, _) => Some(DeadlineStatus::Demanded),
            (Force::Promise, _) => Some(DeadlineStatus::Agreed),
            (Force::Offer, _) | (_, Said::Term) => Some(DeadlineStatus::Proposed),
            _ => None,
        };
        if let Some(status) = by_force {
            return (status, true);
        }
    }
    let sentence = layer.sentence_of(tokens.start).map_or(tokens.clone(), |s| layer.sentences[s].tokens.clone());
    // The nearest word before it decides, then any behind.
    let duty = |i: usize| lists::duties().get(&layer.tokens[i].norm).map(|e| named(e.field(0)));
    // What a draft or a plan gives is proposed.
    let paper = |i: &usize| matches!(&*layer.tokens[*i].norm, "draft" | "plan" | "proposal");
    if (sentence.start..tokens.start).any(|i| paper(&i)) {
        return (DeadlineStatus::Proposed, true);
    }
    (sentence.start..tokens.start)
        .rev()
        .find_map(duty)
        .or_else(|| (tokens.end..sentence.end).find_map(duty))
        .map_or((DeadlineStatus::Proposed, false), |s| (s, true))
}

/// What is to be done: the words after `to`, or those from the last verb of duty to the deadline.
fn what(layer: &Layer, found: &Found) -> Option<String> {
    let tokens = &layer.tokens;
    let sentence = layer.sentence_of(found.tokens.start).map(|s| layer.sentences[s].tokens.clone())?;
    let ends = |i: usize| tokens[i].kind == Kind::Quote || matches!(&*tokens[i].norm, "," | ";" | "." | ":" | "(" | ")" | "—" | "but");
    if tokens.get(found.tokens.end).is_some_and(|t| t.is("to")) {
        let start = found.tokens.end + 1;
        let end = (start..sentence.end).find(|i| ends(*i)).unwrap_or(sentence.end);
        return (end > start).then(|| words(layer, start..end.min(start + 15)));
    }
    let start = (sentence.start..found.tokens.start)
        .rev()
        .take_while(|i| !matches!(&*tokens[*i].norm, ";" | ":"))
        .find(|i| tokens[*i].is("to") || lists::duties().get(&tokens[*i].norm).is_some() || tokens[*i].is("that"))
        .map_or_else(|| (sentence.start..found.tokens.start).rev().find(|i| ends(*i)).map_or(sentence.start, |i| i + 1), |i| i + 1);
    let range = start.max(found.tokens.start.saturating_sub(15))..found.tokens.start;
    if range.is_empty() {
        let start = found.time.end.max(found.tokens.end);
        let end = (start..sentence.end).find(|i| ends(*i)).unwrap_or(sentence.end);
        return (end > start).then(|| words(layer, start..end.min(start + 15)));
    }
    Some(words(layer, range))
}

fn words(layer: &Layer, range: Range<usize>) -> String {
    terms::script::squeezed(layer.cut(layer.span(range)))
}

#[cfg(test)]
mod tests {
    use crate::intake::reading::DeadlineStatus;
    use crate::intake::testing::reading;

    fn deadlines(text: &str) -> Vec<(String, String, DeadlineStatus)> {
        let reading = reading(text);
        reading.deadlines.iter().map(|d| (d.span.cut(text), d.value.clone().unwrap_or_default(), d.status)).collect()
    }

    #[test]
    fn a_time_that_bounds_an_act_is_a_deadline() {
        for (text, span, value, status) in [
            (
                "A draft gave the sides 72 hours from signature to hand over the wounded.",
                "72 hours from signature",
                "PT72H",
                DeadlineStatus::Proposed,
            ),
            ("The company has promised to reconnect the hospital by 15 March.", "by 15 March", "2027-03-15", DeadlineStatus::Agreed),
            ("The council asked for an answer within ten days.", "within ten days", "P10D", DeadlineStatus::Demanded),
            ("They must leave until Tuesday.", "until Tuesday", "2027-03-16", DeadlineStatus::Demanded),
            ("It promised an answer by 18:00 today.", "by 18:00 today", "2027-03-12T18:00", DeadlineStatus::Agreed),
        ] {
            assert_eq!(deadlines(text), [(span.to_owned(), value.to_owned(), status)], "{text}");
        }
    }

    #[test]
    fn what_is_past_is_none() {
        assert_eq!(deadlines("By Monday night the hospital had received 14 dead."), []);
        assert_eq!(deadlines("They waited 72 hours."), []);
    }

    #[test]
    fn a_deadline_says_what_and_from_when() {
        let reading = reading("A draft gave the sides 72 hours from signature to hand over the wounded.");
        assert_eq!(reading.deadlines[0].what.as_deref(), Some("hand over the wounded"));
        assert_eq!(reading.deadlines[0].starts.as_deref(), Some("signature"));
        assert!(reading.figures.is_empty());
    }
}
