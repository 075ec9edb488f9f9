//! The header of a report: outlet, place, date, and which paragraphs are no part of the story.

use super::layer::{Kind, Layer, Place};
use super::times;
use jiff::civil::Date;
use std::ops::Range;
use terms::span::Span;

/// How many tokens of a report can be its head.
const HEAD: usize = 400;

/// Paragraphs longer than this are the story's own.
const LONG: usize = 30;

/// Reads the header into the layer's document.
pub(super) fn find(layer: &mut Layer) {
    let mut head: Vec<usize> = Vec::new();
    for p in 0..layer.paragraphs.len() {
        let tokens = tokens_of(layer, p);
        if tokens.start >= HEAD {
            break;
        }
        head.push(p);
        if tokens.len() > LONG {
            break;
        }
    }
    let last = head.last().copied().unwrap_or(0);
    let tail: Vec<usize> = (layer.paragraphs.len().saturating_sub(3)..layer.paragraphs.len())
        .filter(|p| *p > last && tokens_of(layer, *p).len() <= LONG)
        .collect();
    let mut best: Option<(u8, Range<usize>, Date)> = None;
    for (from_tail, p) in head.iter().map(|p| (false, *p)).chain(tail.into_iter().map(|p| (true, p))) {
        let tokens = tokens_of(layer, p);
        // Of the story's first paragraph only the dateline counts.
        let closed = layer.tokens[tokens.start..tokens.end].last().is_some_and(|t| t.is(".") || t.kind == Kind::Quote);
        let long = tokens.len() > LONG && closed || tokens.len() > 2 * LONG;
        let end = if long { dateline_end(layer, &tokens).unwrap_or(tokens.start) } else { tokens.end };
        // A sentence of the story is no header, unless it speaks of the report itself.
        let story = tokens.len() > 8 && end == tokens.end && layer.tokens[tokens.end - 1].is(".") && !speaks_of_itself(layer, &tokens);
        let mut dates = times::full_dates(layer, tokens.start..end);
        if story {
            // A date on its own in a sentence may be the report's; one that a preposition leads is the story's.
            dates.retain(|(d, _)| {
                d.start > tokens.start && layer.tokens[d.start - 1].is(",") || weekday_before(layer, d.start) || d.start == tokens.start
            });
        }
        for (range, day) in &dates {
            let rank = rank(layer, &tokens, range, from_tail);
            if best.as_ref().is_none_or(|(r, ..)| rank < *r) {
                best = Some((rank, range.clone(), *day));
            }
        }
        if !dates.is_empty() && tokens.len() <= 25 && !from_tail {
            layer.paragraphs[p].place = Place::Header;
        }
    }
    for p in head {
        dateline(layer, p);
    }
    if let Some((_, range, day)) = best.filter(|_| layer.document.day.is_none()) {
        layer.document.day = Some(day);
        layer.document.date = Some(day.to_string());
        layer.document.date_from = Some("text");
        layer.document.date_span = Some(layer.span(range));
    }
}

fn tokens_of(layer: &Layer, p: usize) -> Range<usize> {
    let sentences = layer.paragraphs[p].sentences.clone();
    match (layer.sentences.get(sentences.start), sentences.end.checked_sub(1).and_then(|i| layer.sentences.get(i))) {
        (Some(first), Some(last)) if sentences.start < sentences.end => first.tokens.start..last.tokens.end,
        _ => 0..0,
    }
}

/// How well a date in the head stands for the report's own: what says so, plain dates, the ends of a
/// period, what a report is `as of`.
fn rank(layer: &Layer, paragraph: &Range<usize>, date: &Range<usize>, tail: bool) -> u8 {
    let before = &layer.tokens[paragraph.start..date.start];
    let near = &before[before.len().saturating_sub(6)..];
    let says = |of: &[&str]| near.iter().any(|t| of.contains(&&*t.norm));
    if says(&["date", "dated", "published", "issued", "released", "posted", "release", "distributed", "circulated"]) {
        return u8::from(tail);
    }
    // `as of 12 September 2028`, beside the days that the report covers.
    if before.last().is_some_and(|t| t.is("of")) && before.len() >= 2 && before[before.len() - 2].is("as") {
        return 3;
    }
    let period = says(&["covering", "covers", "period", "for", "after", "of", "from", "to", "until", "since", "between", "-", "–"])
        || layer.tokens.get(date.end).is_some_and(|t| matches!(&*t.norm, "to" | "-" | "–" | "until"));
    2 + u8::from(period) * 2 + u8::from(tail) + u8::from(says(&["as"]))
}

/// Whether a weekday stands before a date that begins a sentence: `Sunday 21 November 2027.`
fn weekday_before(layer: &Layer, at: usize) -> bool {
    let first = layer.sentence_of(at).map_or(at, |s| layer.sentences[s].tokens.start);
    let day = |i: usize| {
        crate::intake::lists::calendar(&layer.document.language).get(&layer.tokens[i].norm).is_some_and(|e| e.field(0) == "weekday")
    };
    at > first && at - first <= 2 && day(first)
}

/// Whether a paragraph of the head is about the report: when it was issued, what it covers.
fn speaks_of_itself(layer: &Layer, tokens: &Range<usize>) -> bool {
    layer.tokens[tokens.clone()].iter().any(|t| {
        matches!(
            &*t.norm,
            "published"
                | "issued"
                | "dated"
                | "updated"
                | "date"
                | "report"
                | "bulletin"
                | "information"
                | "covers"
                | "covering"
                | "release"
                | "update"
        )
    })
}

/// Where a dateline ends: the dash after it, within the first tokens of a paragraph.
fn dateline_end(layer: &Layer, tokens: &Range<usize>) -> Option<usize> {
    let end = tokens.end.min(tokens.start + 24);
    let dash = (tokens.start..end).find(|&i| {
        let token = &layer.tokens[i];
        // `KIMBALA, 3 October 2028: The`; `BREZNO, 13 April 2025. The`.
        let after_number = i > 0 && layer.tokens[i - 1].kind == Kind::Number && i >= tokens.start + 3;
        let colon = (token.is(":") || token.is(".") && after_number)
            && layer.tokens[tokens.start].capitals
            && !layer.tokens.get(i + 1).is_some_and(|t| t.glued);
        matches!(&*token.norm, "—" | "–") || token.is("-") && !token.glued || colon
    })?;
    // A dateline has only names, marks and numbers before its dash.
    let plain = layer.tokens[tokens.start..dash]
        .iter()
        .all(|t| t.capital || t.kind != Kind::Word || matches!(&*t.norm, "of" | "the" | "and" | "near"));
    plain.then_some(dash)
}

/// Reads a dateline: `PORT SELM, March 12, 2027 (Meridian News) —`.
fn dateline(layer: &mut Layer, p: usize) {
    let tokens = tokens_of(layer, p);
    let Some(end) = dateline_end(layer, &tokens) else { return };
    if layer.document.place.is_some() || layer.document.outlet.is_some() {
        return;
    }
    let mut at = tokens.start;
    while at < end && layer.tokens[at].kind == Kind::Word && layer.tokens[at].capitals {
        at += 1;
    }
    let place = layer.span(tokens.start..at);
    let open = (tokens.start..end).find(|i| layer.tokens[*i].is("("));
    let close = (tokens.start..end).find(|i| layer.tokens[*i].is(")"));
    let outlet = match (open, close) {
        (Some(open), Some(close)) if open + 1 < close => layer.span(open + 1..close),
        _ => Span { start: 0, end: 0 },
    };
    let text = |span: Span| Some(layer.cut(span).to_owned()).filter(|t| !t.is_empty());
    let (place, outlet) = (text(place), text(outlet));
    if place.is_some() || outlet.is_some() {
        (layer.document.place, layer.document.outlet) = (place, outlet);
        apart(layer, p, end + 1);
    }
}

/// Makes the dateline a sentence of its own: its date is no window of the story's first figures, and it
/// is no part of what somebody says there.
fn apart(layer: &mut Layer, p: usize, at: usize) {
    let Some(s) = layer.sentence_of(at) else { return };
    let whole = layer.sentences[s].tokens.clone();
    if layer.sentences[s].paragraph != p || at == whole.start {
        return;
    }
    let (line, rest) = (whole.start..at, at..whole.end);
    let mut story = layer.sentences[s].clone();
    (story.span, story.tokens) = (layer.span(rest.clone()), rest);
    layer.sentences[s].span = layer.span(line.clone());
    layer.sentences[s].tokens = line;
    layer.sentences.insert(s + 1, story);
    layer.paragraphs[p].sentences.end += 1;
    for paragraph in &mut layer.paragraphs[p + 1..] {
        paragraph.sentences = paragraph.sentences.start + 1..paragraph.sentences.end + 1;
    }
}

#[cfg(test)]
mod tests {
    use crate::intake::testing::{layer, undated};

    fn date(text: &str) -> (Option<String>, Option<&'static str>) {
        let layer = undated(text);
        (layer.document.date, layer.document.date_from)
    }

    #[test]
    fn the_date_of_a_report_is_the_one_it_states() {
        for (text, day) in [
            ("PORT SELM, March 12, 2027 (Meridian News) — The talks went on.", "2027-03-12"),
            ("Situation report\nCovering 30 October to 5 November 2025\nIssued 6 November 2025\n\nThe talks went on.", "2025-11-06"),
            (
                "DAILY REPORT 47/2028\n17 February 2028\nBased on information received as of 19:30, 16 February 2028.\n\nOn 1 March 2020 it began.",
                "2028-02-17",
            ),
            ("Live updates\nTuesday 9 June 2026\n\n06:40\nGood morning.", "2026-06-09"),
        ] {
            assert_eq!(date(text), (Some(day.to_owned()), Some("text")), "{text}");
        }
    }

    #[test]
    fn a_date_inside_the_story_is_not_the_reports_own() {
        let story = "The committee met in the old school of the upper village on 3 May 2020 and agreed, after a long debate between its members, that it would meet again when the road was open.";
        assert_eq!(date(story), (None, None));
    }

    #[test]
    fn a_dateline_gives_place_and_outlet() {
        let layer = layer("PORT SELM, March 12, 2027 (Meridian News) — The talks went on.");
        assert_eq!(layer.document.place.as_deref(), Some("PORT SELM"));
        assert_eq!(layer.document.outlet.as_deref(), Some("Meridian News"));
    }

    /// The date of `PORT SELM, 12 March 2027 (Meridian News) - Ten were killed` hid `on Friday` behind it.
    #[test]
    fn the_story_begins_behind_its_dateline() {
        let layer = layer("PORT SELM, March 12, 2027 (Meridian News) - The talks went on. They ended.\n\nNothing more.");
        let cut: Vec<String> = layer.sentences.iter().map(|s| layer.cut(s.span).to_owned()).collect();
        assert_eq!(cut[1..], ["The talks went on.", "They ended.", "Nothing more."]);
        assert_eq!(layer.paragraphs[1].sentences, 3..4);
    }
}
