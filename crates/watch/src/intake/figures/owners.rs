//! Whose a figure is: the innermost statement that holds it, and nobody where that is in doubt.

use crate::intake::layer::{Layer, Number};
use crate::intake::lists;
use crate::intake::reading::{ActorType, Grade, Said, Statement};
use terms::span::Span;

/// The statements by where their words stand, innermost first.
pub(super) struct Owners<'a> {
    /// Content spans with their statements, by start.
    spans: Vec<(Span, &'a Statement)>,
    /// The furthest end of the spans up to each, so that a search can stop.
    reach: Vec<usize>,
}

impl<'a> Owners<'a> {
    pub(super) fn new(statements: &'a [Statement]) -> Self {
        let mut spans: Vec<(Span, &Statement)> = statements.iter().flat_map(|s| s.content_spans.iter().map(move |c| (*c, s))).collect();
        spans.sort_by_key(|(span, s)| (span.start, std::cmp::Reverse(span.end), s.id));
        let mut furthest = 0;
        let reach = spans
            .iter()
            .map(|(s, _)| {
                furthest = furthest.max(s.end);
                furthest
            })
            .collect();
        Self { spans, reach }
    }

    /// The innermost statement whose words hold a span. Where joint speakers say the same words, the
    /// figure is nobody's alone: the first is given.
    pub(super) fn of(&self, span: Span) -> Option<(Span, &'a Statement)> {
        let mut at = self.spans.partition_point(|(s, _)| s.start <= span.start);
        let mut found: Option<(Span, &Statement)> = None;
        while at > 0 && self.reach[at - 1] >= span.end {
            at -= 1;
            let (s, statement) = self.spans[at];
            let inner = found.is_none_or(|(f, other)| {
                let (mine, best) = (s.end - s.start, f.end - f.start);
                mine < best || mine == best && statement.id < other.id
            });
            if s.end >= span.end && inner {
                found = Some((s, statement));
            }
        }
        found
    }
}

/// Whether the speaker of the statement round a number may be another's: then the figure has no
/// source. A figure with nobody's name can be given one; one with the wrong name misleads.
pub(super) fn doubtful(layer: &Layer, number: &Number, content: Span, statement: &Statement) -> bool {
    let tokens = &layer.tokens;
    let start = number.tokens.start;
    let inner = layer.tokens_in(number.span);
    let is = |i: usize, of: &[&str]| tokens.get(i).is_some_and(|t| of.contains(&&*t.norm));
    let led = statement.cue_span.is_some_and(|c| c.end <= number.span.start);
    let from = layer.token_from(content.start).max(statement.cue_span.filter(|_| led).map_or(0, |c| layer.token_from(c.end)));
    let quoted = statement.quote_spans.iter().any(|q| q.start <= number.span.start && number.span.end <= q.end);
    // A comparison is the report's own: `40 more than in May`.
    if is(inner.end, &["more", "fewer", "less", "up", "down"]) && (1..=3).any(|n| is(inner.end + n, &["than", "on"])) {
        return true;
    }
    // A bracket that sets another period beside it.
    let open = tokens[from.min(start)..start].iter().rposition(|t| t.is("(") || t.is(")")).map(|i| i + from);
    if open.is_some_and(|o| tokens[o].is("(") && is(o + 1, &["previous", "compared", "last", "earlier", "against", "from", "up", "down"])) {
        return true;
    }
    // `…, bringing the total to`: what the report makes of it.
    let sums = (from..start).any(|i| {
        is(i, &["bringing", "taking", "raising", "making"])
            && i > 0
            && is(i - 1, &[",", "—", "–"])
            && (1..=4).any(|n| lists::totals().at(tokens, i + n).is_some() || is(i + n, &["number", "figure"]))
    });
    if sums && led {
        return true;
    }
    // Somebody else's saying stands between the cue and the number, and no statement was read from it.
    if !quoted
        && led
        && (from..start)
            .any(|i| lists::relaying().get(&tokens[i].norm).is_some() && !is(i.wrapping_sub(1), &["the", "a", "an", "be", "to"]))
    {
        return true;
    }
    let Some(speaker) = statement.speaker.and_then(|id| layer.actors.iter().find(|a| a.id == id)) else { return false };
    let words: Vec<String> = speaker.name.split_whitespace().map(str::to_lowercase).collect();
    let first = words.first().map_or("", String::as_str);
    // `somebody`, and joint speakers read as one: `the two delegations`.
    let number_in_it = words.iter().any(|w| lists::numbers_en().get(w).is_some() || w.chars().next().is_some_and(|c| c.is_ascii_digit()));
    let joint = speaker.kind != ActorType::Person && number_in_it && words.last().is_some_and(|w| lists::sets().get(w).is_some());
    if joint || matches!(first, "somebody" | "someone" | "nobody" | "everyone" | "everybody" | "anyone" | "it" | "lt") {
        return true;
    }
    // Retold words of a speaker who was carried over from the sentence before.
    if !quoted && statement.grade != Grade::A {
        return true;
    }
    // Of a source without a name, retold, the plainest words of saying alone.
    let cue = statement.cue_span.map(|c| layer.cut(c).to_lowercase()).unwrap_or_default();
    let plain = lists::speaking().get(cue.split(' ').next().unwrap_or_default()).is_some()
        || ["say", "tell", "according", "report", "estimat", "put", "spoke", "speak", "gave", "give", "cit", "count"]
            .iter()
            .any(|s| cue.starts_with(s));
    if !quoted && speaker.kind == ActorType::Unnamed && (statement.kind != Said::Speech || !plain) {
        return true;
    }
    let many = words.first().and_then(|w| w.replace(',', "").parse::<u64>().ok()).is_some_and(|n| n > 20);
    // What a plan costs is no term of it; a sum needs no speaker.
    let cost = speaker.kind == ActorType::Document && number.form == crate::intake::layer::Form::Money;
    // The report's own team: what it saw and counted is the report's.
    let own = matches!(words.last().map(String::as_str), Some("team" | "patrol" | "observers"))
        && speaker.kind != ActorType::Person
        && statement.cue_span.is_some_and(|c| matches!(layer.cut(c), "counted" | "saw" | "heard" | "found"));
    many || cost || own
}
