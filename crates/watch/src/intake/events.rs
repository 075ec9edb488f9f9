//! Events: what happened, goes on, or is to happen.
//!
//! An event is the first word that names it in its sentence; the same type is not told twice in one
//! sentence. What surrounds the word says whether it happened; a statement that holds it says who says so.

use super::ground::Ground;
use super::layer::{Layer, Place};
use super::lists::List;
use super::mentions::is_read;
use super::reading::{ActorId, ActorType, Event, EventId, EventStatus, Figure, Force, Grade, Said, Statement, When};
use super::subjects::kind_of;
use super::vocabulary::Class;
use std::ops::Range;
use std::sync::OnceLock;
use terms::span::Span;

fn list() -> &'static List {
    static LIST: OnceLock<List> = OnceLock::new();
    LIST.get_or_init(|| List::read(include_str!("../../words/events.en.txt")))
}

/// Finds the events.
#[must_use]
pub fn find(layer: &Layer, statements: &[Statement], _figures: &[Figure]) -> Vec<Event> {
    if layer.document.language != "en" && layer.document.language != "und" {
        return Vec::new();
    }
    let ground = Ground::new(layer);
    let holders = Holders::of(statements);
    let mut out: Vec<Event> = Vec::new();
    for sentence in &layer.sentences {
        let place = layer.paragraphs.get(sentence.paragraph).map_or(Place::Body, |p| p.place);
        if !is_read(place) {
            continue;
        }
        let mut seen: Vec<&str> = Vec::new();
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let Some((len, entry)) = list().at(ground.tokens(), i) else {
                i += 1;
                continue;
            };
            let kind = entry.field(0);
            if seen.contains(&kind) || !names_event(&ground, i, len) {
                i += len;
                continue;
            }
            seen.push(kind);
            let trigger = layer.span(i..i + len);
            let holder = holders.innermost(trigger);
            let statement = holder.and_then(|h| statements.get(h));
            out.push(Event {
                id: EventId(u32::try_from(out.len() + 1).unwrap_or(u32::MAX)),
                kind: kind.to_owned(),
                trigger_span: trigger,
                status: status(&ground, &sentence.tokens, i, statement),
                date: date(layer, sentence.span, trigger),
                place: place_of(&ground, &sentence.tokens, i + len),
                participants: participants(&ground, &sentence.tokens, i, statement),
                source: statement.and_then(|s| s.speaker),
                grade: if len > 1 || ground.norm(i).ends_with("ed") { Grade::B } else { Grade::C },
                rule: "trigger",
            });
            i += len;
        }
    }
    out
}

/// Which statement holds a stretch: the innermost, found by walking the contents once.
pub(super) struct Holders {
    /// Contents in order of their beginnings, with their statement.
    contents: Vec<(Span, usize)>,
    /// How far any content up to here reaches.
    reach: Vec<usize>,
}

impl Holders {
    pub(super) fn of(statements: &[Statement]) -> Self {
        let mut contents: Vec<(Span, usize)> =
            statements.iter().enumerate().flat_map(|(i, s)| s.content_spans.iter().map(move |c| (*c, i))).collect();
        contents.sort_by_key(|(c, i)| (c.start, std::cmp::Reverse(c.end), *i));
        let mut far = 0;
        let reach = contents
            .iter()
            .map(|(c, _)| {
                far = far.max(c.end);
                far
            })
            .collect();
        Self { contents, reach }
    }

    /// The statement with the narrowest content round a span.
    pub(super) fn innermost(&self, span: Span) -> Option<usize> {
        let end = self.contents.partition_point(|(c, _)| c.start <= span.start);
        let mut best: Option<(usize, usize)> = None;
        for k in (0..end).rev() {
            if self.reach[k] < span.end {
                break;
            }
            let (c, i) = self.contents[k];
            if c.end >= span.end && best.is_none_or(|(len, _)| c.end - c.start < len) {
                best = Some((c.end - c.start, i));
            }
        }
        best.map(|(_, i)| i)
    }
}

/// Words that are events only in some places.
fn names_event(ground: &Ground<'_>, i: usize, len: usize) -> bool {
    if len > 1 {
        return true;
    }
    let before = i.wrapping_sub(1);
    match ground.norm(i) {
        // "held talks", "took place": no detention.
        "held" | "took" => {
            ground.has(i + 1, Class::NUMERAL.or(Class::UNNAMED))
                || ground.is_number(i + 1)
                || ground.one_of(before, &["were", "was", "been"])
        }
        "return" | "free" | "hit" | "met" | "launched" => !ground.capital(i) || ground.opens(i),
        "round" | "session" => {
            ground.has(before, Class::DETERMINER) || ground.norm(before).ends_with("st") || ground.norm(before).ends_with('d')
        }
        "rally" | "march" => !ground.capital(i),
        "crossed" => !ground.capital(i),
        _ => !ground.capital(i) || ground.opens(i),
    }
}

fn status(ground: &Ground<'_>, sentence: &Range<usize>, i: usize, statement: Option<&Statement>) -> EventStatus {
    let from = sentence.start.max(i.saturating_sub(8));
    let near = |words: &[&str]| (from..i).any(|k| ground.one_of(k, words));
    if near(&["if", "unless", "provided", "once"]) {
        return EventStatus::Conditional;
    }
    let planned = near(&["due", "scheduled", "planned", "expected", "tomorrow"])
        || (i..sentence.end.min(i + 6)).any(|k| ground.one_of(k, &["due", "scheduled", "tomorrow", "planned"]));
    if planned {
        return EventStatus::Scheduled;
    }
    let asked = statement
        .is_some_and(|s| matches!(s.force, Force::Demand | Force::Offer | Force::Promise | Force::Threaten) || s.kind == Said::Term);
    if asked {
        return EventStatus::Proposed;
    }
    if near(&["will", "shall"]) {
        return EventStatus::Scheduled;
    }
    if near(&["would", "could", "should", "must", "may"]) {
        return EventStatus::Proposed;
    }
    if near(&["continues", "continue", "continued", "ongoing", "still", "again"])
        || (i + 1..sentence.end.min(i + 4)).any(|k| ground.one_of(k, &["continues", "continue", "continued", "goes"]))
    {
        return EventStatus::Ongoing;
    }
    EventStatus::Occurred
}

/// The time of the same sentence that is nearest to the word.
fn date(layer: &Layer, sentence: Span, trigger: Span) -> Option<String> {
    let gap = |s: Span| if s.start >= trigger.end { s.start - trigger.end } else { trigger.start.saturating_sub(s.end) };
    Layer::within(&layer.times, |t| t.span, sentence)
        .filter(|t| matches!(t.when, When::Days(..) | When::Moment(_)))
        .min_by_key(|t| (gap(t.span), t.span.start))
        .and_then(|t| match t.when {
            When::Days(from, to, _) if from == to => Some(from.to_string()),
            When::Moment(day) => Some(day.to_string()),
            _ => t.value.clone(),
        })
}

/// "in Upper Orin", "at the Hadrin dam" behind the word, before the next verb.
fn place_of(ground: &Ground<'_>, sentence: &Range<usize>, from: usize) -> Option<String> {
    let mut i = from;
    while i < sentence.end.min(from + 12) {
        if ground.one_of(i, &["in", "at", "near", "on", "outside", "inside"])
            && !ground.has(i + 1, Class::CALENDAR)
            && !ground.is_number(i + 1)
        {
            let end = super::contents::noun_end(ground, i + 1, sentence.end);
            let named = (i + 1..end).any(|k| ground.capital(k) && !ground.has(k, Class::CALENDAR) || ground.has(k, Class::PLACE));
            let stop = (i + 1..end).find(|k| ground.has(*k, Class::CALENDAR)).unwrap_or(end);
            if named && stop > i + 1 {
                return Some(terms::script::squeezed(ground.cut(i + 1..stop)));
            }
        }
        if ground.one_of(i, &[".", ";"]) {
            break;
        }
        i += 1;
    }
    None
}

/// Actors of the clause who can act, the one that only tells of it left out.
fn participants(ground: &Ground<'_>, sentence: &Range<usize>, at: usize, statement: Option<&Statement>) -> Vec<ActorId> {
    let mut out: Vec<ActorId> = Vec::new();
    let from = ground.layer.mentions.partition_point(|m| m.tokens.start < sentence.start);
    for m in ground.layer.mentions[from..].iter().take_while(|m| m.tokens.start < sentence.end) {
        let teller = statement.is_some_and(|s| s.source_span.is_some_and(|c| c.start <= m.span.start && m.span.end <= c.end));
        let kind = kind_of(ground.layer, m.actor);
        let can = matches!(kind, Some(ActorType::Person | ActorType::Organisation | ActorType::State | ActorType::Body));
        let near = m.tokens.start.abs_diff(at) < 15;
        if can && near && !teller && !out.contains(&m.actor) {
            out.push(m.actor);
        }
    }
    out
}
