//! The window that a figure counts in, and its place: times and places of its own clause.

use super::One;
use crate::intake::layer::{Kind, Layer};
use crate::intake::lists;
use crate::intake::reading::{Precision, Time, When, Window};
use jiff::ToSpan;
use jiff::civil::Date;
use std::ops::Range;
use terms::span::Span;

/// A window as it was found.
pub(super) struct Found {
    /// Its words, the preposition included.
    pub(super) span: Span,
    /// Its days.
    pub(super) window: Window,
    /// What the time means.
    pub(super) when: When,
    /// Whether it is so long, or open since so long, that a count in it is a total.
    pub(super) long: bool,
}

/// The days that the report itself covers.
pub(super) type Period = (Date, Date);

/// Days from which on a count since then is a total.
const LONG: i32 = 3;

/// The period that the head of the report states.
pub(super) fn period(layer: &Layer) -> Option<Period> {
    let head = layer.tokens.get(150).map_or(usize::MAX, |t| t.span.start);
    layer.times.iter().take_while(|t| t.span.start < head).find_map(|t| match t.when {
        When::Days(from, to, Precision::Day) if from < to && t.rule != "overnight" && t.rule != "relative-length" => Some((from, to)),
        When::Days(from, to, Precision::Day) if from == to && as_of(layer, t) => Some((from, to)),
        _ => None,
    })
}

/// Whether a day is the one that the report's information is `as of`.
fn as_of(layer: &Layer, time: &Time) -> bool {
    let first = layer.tokens_in(time.span).start;
    let near = &layer.tokens[first.saturating_sub(7)..first];
    near.windows(2).any(|w| w[0].is("as") && w[1].is("of"))
}

/// The window of a number: the time behind it in its clause, or the one that opens the clause or the
/// sentence. A time behind an earlier number is that number's, unless this one has nothing of its own.
pub(super) fn find(one: &One<'_>, act: Option<&str>, part: bool, content: Option<Span>, period: Option<Period>) -> Option<Found> {
    let (layer, clause) = (one.layer, &one.clause);
    if let Some(found) = own_period(layer, &one.inner, clause, period) {
        return Some(found);
    }
    let sentence = layer.sentence_of(one.inner.start).map_or(clause.clone(), |s| layer.sentences[s].tokens.clone());
    // What is to be done by then is no window.
    let bound = |t: &Time| {
        one.deadlines.get(one.deadlines.partition_point(|d| d.span.end <= t.span.start)).is_some_and(|d| d.span.start <= t.span.start)
    };
    let inside = |t: &&Time| !bound(t) && content.is_none_or(|c| c.start <= t.span.start && t.span.end <= c.end);
    let times: Vec<&Time> = Layer::within(&layer.times, |t: &Time| t.span, layer.span(clause.clone())).filter(inside).collect();
    let number = one.number.span;
    if let Some(found) = times.iter().filter(|t| t.span.start >= number.end).find_map(|t| as_window(layer, t, clause, act)) {
        return Some(found);
    }
    let from = layer.tokens[clause.start].span.start;
    // A part has the window of its whole unless it says another.
    if part {
        return None;
    }
    let first = one.counts.partition_point(|n| n.span.start < from);
    let others = |t: &Time| one.counts[first..].first().is_some_and(|n| n.span.end <= t.span.start);
    let total = one.total();
    // `The list, delivered on Sunday, has 402 names`: a time between commas is not the number's.
    let apart = |t: &Time| {
        let range = layer.tokens_in(t.span);
        let led = range.start.checked_sub(2).is_some_and(|i| {
            let word = &*layer.tokens[i].norm;
            lists::acts().get(word).is_some() || word.ends_with("ed")
        });
        led && range.start > clause.start + 3 && layer.tokens.get(range.end).is_some_and(|n| n.is(","))
    };
    for time in times.iter().rev().filter(|t| t.span.end <= number.start) {
        if let Some(found) = as_window(layer, time, clause, act).filter(|_| !(apart(time) || total && others(time))) {
            return Some(found);
        }
    }
    // `since March, when 16 people died`: in the time before the comma.
    if times.is_empty()
        && layer.tokens[clause.start].is("when")
        && clause.start > sentence.start + 1
        && layer.tokens[clause.start - 1].is(",")
    {
        let end = layer.tokens[clause.start - 1].span.start;
        let at = layer.times.partition_point(|t| t.span.end < end);
        if let Some(time) = layer.times.get(at).filter(|t| t.span.end == end)
            && let When::Days(from, to, precision) = time.when
        {
            let text = |d: Date| if precision == Precision::Month { format!("{:04}-{:02}", d.year(), d.month()) } else { d.to_string() };
            let window = Window { from: Some(text(from)), to: Some(text(to)) };
            return Some(Found { span: time.span, window, when: time.when, long: false });
        }
    }
    // `was lost when a mine went off last week`; `41 attacks since January, and 16 people were killed`.
    if times.is_empty() {
        let next = clause.end..sentence.end.min(clause.end + 25);
        if next.clone().next().is_some_and(|i| layer.tokens[i].is("when"))
            && let Some(time) = Layer::within(&layer.times, |t: &Time| t.span, layer.span(next.clone())).find(inside)
            && let Some(found) = as_window(layer, time, &next, act)
        {
            return Some(found);
        }
        let joined = layer.tokens[clause.start].is("and");
        let before = clause.start.saturating_sub(25).max(sentence.start)..clause.start;
        let since = |t: &&Time| layer.token_from(t.span.start).checked_sub(1).is_some_and(|i| layer.tokens[i].is("since"));
        if joined
            && let Some(time) =
                Layer::within(&layer.times, |t: &Time| t.span, layer.span(before.clone())).filter(inside).filter(since).last()
        {
            return as_window(layer, time, &before, act);
        }
    }
    if times.is_empty()
        && let Some(found) = since_event(one)
    {
        return Some(found);
    }
    if !times.is_empty() || total && clause.start > sentence.start {
        return None;
    }
    // A time that opens the sentence holds for all of it.
    let lead = layer.times.get(layer.times.partition_point(|t| t.span.start < layer.span(sentence.clone()).start)).filter(inside)?;
    let first = layer.tokens_in(lead.span).start;
    (first <= sentence.start + 3 && first >= sentence.start).then(|| as_window(layer, lead, &sentence, act)).flatten()
}

/// `since the accord`: from a day that the text does not give, to the report's own.
fn since_event(one: &One<'_>) -> Option<Found> {
    let (layer, tokens) = (one.layer, &one.layer.tokens);
    let sentence = layer.sentence_of(one.inner.start).map(|s| layer.sentences[s].tokens.clone())?;
    // In its own clause, or opening the sentence before a colon or comma.
    let own = one.clause.clone().find(|i| tokens[*i].is("since"));
    let since = own.or_else(|| tokens[sentence.start].is("since").then_some(sentence.start)).filter(|i| i + 1 < sentence.end)?;
    if !matches!(&*tokens[since + 1].norm, "the" | "its" | "this" | "that") || since > one.inner.end + 6 {
        return None;
    }
    let mut end = since + 2;
    while end < sentence.end
        && end < since + 7
        && tokens[end].kind == Kind::Word
        && (lists::function().get(&tokens[end].norm).is_none() || tokens[end].is("of") || tokens[end].is("the"))
    {
        end += 1;
    }
    let today = layer.document.day?;
    Some(Found { span: layer.span(since..end), window: Window { from: None, to: Some(today.to_string()) }, when: When::Open, long: true })
}

/// Whether a number stands right before a token: `34 wounded on Thursday`.
fn counted_by_number(layer: &Layer, at: usize) -> bool {
    let point = layer.tokens[at - 1].span.end;
    layer.numbers.get(layer.numbers.partition_point(|n| n.span.end < point)).is_some_and(|n| n.span.end == point)
}

/// `in the reporting period`, `during the week`.
fn own_period(layer: &Layer, inner: &Range<usize>, clause: &Range<usize>, period: Option<Period>) -> Option<Found> {
    // What stands in a bracket is said of the numbers in it alone.
    let apart = |i: usize| {
        let between = if i < inner.start { i..inner.start } else { inner.end..i };
        between.into_iter().any(|k| matches!(&*layer.tokens[k].norm, "(" | ")"))
    };
    let (i, n, back) =
        clause.clone().filter(|i| !apart(*i)).find_map(|i| lists::spans().at(&layer.tokens, i).map(|(n, e)| (i, n, e.field(0))))?;
    let (mut from, mut to) = period?;
    // A week is the report's own only where the report covers one.
    if from == to && ((i..i + n).any(|k| layer.tokens[k].is("week")) || back == "1") {
        return None;
    }
    if back == "1" {
        let length = from.until(to).ok()?.get_days();
        to = if from == to { from.checked_sub(1.days()).ok()? } else { from };
        from = if length == 0 { to } else { to.checked_sub(length.days()).ok()? };
    }
    let window = Window { from: Some(from.to_string()), to: Some(to.to_string()) };
    Some(Found { span: layer.span(i..i + n), window, when: When::Days(from, to, Precision::Day), long: false })
}

/// A time as a window, with the preposition that makes it one.
fn as_window(layer: &Layer, time: &Time, clause: &Range<usize>, act: Option<&str>) -> Option<Found> {
    let tokens = &layer.tokens;
    let first = layer.tokens_in(time.span).start;
    let before = |n: usize| first.checked_sub(n).filter(|i| *i >= clause.start).map_or("", |i| &*tokens[i].norm);
    // The time of saying is not the time of what is said: `said on Monday`.
    let led = matches!(
        before(1),
        "on" | "in"
            | "since"
            | "during"
            | "over"
            | "between"
            | "from"
            | "within"
            | "at"
            | "for"
            | "through"
            | "throughout"
            | "of"
            | "around"
            | "after"
    );
    let verb = if led { before(2) } else { before(1) };
    if lists::speaking().get(verb).is_some() {
        return None;
    }
    // `bodies recovered from buildings hit in September`: the time of another act.
    let auxiliary = |word: &str| matches!(word, "was" | "were" | "been" | "be" | "is" | "are" | "being" | "had" | "have" | "has");
    let at_verb = first.saturating_sub(if led { 2 } else { 1 });
    let shares = at_verb > 0
        && (tokens[at_verb - 1].kind == Kind::Number
            || matches!(&*tokens[at_verb - 1].norm, "and" | "or")
            || counted_by_number(layer, at_verb));
    if !shares
        && lists::acts().get(verb).is_some_and(|e| act.is_some_and(|a| a != e.field(0)) && e.field(0) != "recorded")
        && !auxiliary(before(if led { 3 } else { 2 }))
    {
        return None;
    }
    let relative = matches!(
        time.rule,
        "relative-day" | "overnight" | "relative-length" | "that-day" | "period" | "week" | "ago" | "weekday" | "length-to"
    );
    if !led && !relative {
        // `since the war began on 2 October`, `early on Thursday` are led further off.
        if !matches!(before(2), "since" | "on" | "in") {
            return None;
        }
    }
    if matches!(before(1), "by" | "until" | "till" | "before")
        || matches!(before(1), "of") && time.rule == "date" && before(2) != "evening" && before(2) != "morning" && before(2) != "night"
    {
        return None;
    }
    // `since the war began on 2 October 2024`: since opens the window.
    let limit = clause.start.max(first.saturating_sub(9));
    let since = (limit..first).rev().find(|i| tokens[*i].is("since"));
    let between_is_free = since.is_some_and(|s| {
        layer
            .times
            .iter()
            .skip(layer.times.partition_point(|t| t.span.start < tokens[s].span.start))
            .take_while(|t| t.span.start < time.span.start)
            .next()
            .is_none()
    });
    let since = since.filter(|_| between_is_free);
    let day_of = |d: Date| d.to_string();
    let month = |d: Date| format!("{:04}-{:02}", d.year(), d.month());
    let (from, to, days) = match time.when {
        When::Days(from, to, Precision::Year) if time.rule == "part-of-period" && since.is_some() => (day_of(from), day_of(to), 0),
        When::Days(from, to, precision) => match precision {
            Precision::Day | Precision::Week | Precision::Minute => (day_of(from), day_of(to), from.until(to).map_or(0, |s| s.get_days())),
            Precision::Month
                if layer.cut(time.span).to_lowercase().contains("beginning") || layer.cut(time.span).to_lowercase().contains("start") =>
            {
                (day_of(from), month(to), 30)
            }
            Precision::Month => (month(from), month(to), if month(from) == month(to) { 0 } else { 30 }),
            Precision::Year => (format!("{:04}", from.year()), format!("{:04}", to.year()), 0),
        },
        // A clock time says when something was seen, not in which window it was counted.
        When::Moment(day) if since.is_some() => (day_of(day), day_of(day), 0),
        _ => return None,
    };
    let start = since.unwrap_or_else(|| if led { first - 1 } else { first });
    // `on the evening of 15 February`.
    let start = if before(1) == "of" {
        (limit..first).rev().find(|i| matches!(&*tokens[*i].norm, "on" | "in" | "during")).unwrap_or(start)
    } else {
        start
    };
    let span = Span { start: tokens[start].span.start, end: time.span.end };
    if since.is_some() {
        let today = layer.document.day?;
        let begun = match time.when {
            When::Days(from, ..) => from,
            When::Moment(day) => day,
            _ => return None,
        };
        let long = begun.until(today).is_ok_and(|s| s.get_days() >= LONG);
        return Some(Found { span, window: Window { from: Some(from), to: Some(today.to_string()) }, when: time.when, long });
    }
    Some(Found { span, window: Window { from: Some(from), to: Some(to) }, when: time.when, long: days >= 28 })
}

/// The place of a number: a name in capitals after a preposition of place in its clause.
pub(super) fn place(layer: &Layer, clause: &Range<usize>, inner: &Range<usize>) -> Option<String> {
    let tokens = &layer.tokens;
    let named = |i: usize| -> Option<Range<usize>> {
        if !matches!(&*tokens[i].norm, "in" | "at" | "near" | "outside" | "inside" | "around" | "through" | "on") {
            return None;
        }
        let mut at = i + 1;
        let start = at;
        // `the market square of Upper Orin`, `the eastern bank`.
        let mut capital = false;
        while at < clause.end && at < start + 7 {
            let token = &tokens[at];
            let name = token.kind == Kind::Word
                && (token.capital
                    || matches!(
                        &*token.norm,
                        "the"
                            | "of"
                            | "market"
                            | "square"
                            | "valley"
                            | "sector"
                            | "bank"
                            | "district"
                            | "province"
                            | "city"
                            | "town"
                            | "village"
                            | "camp"
                            | "northern"
                            | "southern"
                            | "eastern"
                            | "western"
                            | "central"
                            | "north"
                            | "south"
                            | "east"
                            | "west"
                            | "upper"
                            | "lower"
                    ));
            if !name {
                break;
            }
            capital |= token.capital
                || matches!(&*token.norm, "sector" | "bank" | "district" | "province" | "city" | "town" | "village" | "valley");
            at += 1;
        }
        while at > start && matches!(&*tokens[at - 1].norm, "the" | "of") {
            at -= 1;
        }
        let point = tokens.get(start)?.span.start;
        let timed = layer
            .times
            .get(layer.times.partition_point(|t| t.span.end <= point))
            .is_some_and(|t| t.span.start < tokens[at.max(start + 1) - 1].span.end && at > start);
        (capital && at > start && !timed).then_some(start..at)
    };
    let after = (inner.end..clause.end).find_map(named);
    let found = after.or_else(|| (clause.start..inner.start).rev().find_map(named))?;
    let found = if tokens[found.start].is("the") && found.len() > 1 && tokens[found.start + 1].capital {
        found.start + 1..found.end
    } else {
        found
    };
    Some(terms::script::squeezed(layer.cut(layer.span(found))))
}
