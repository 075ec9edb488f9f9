//! Sticking points, proposed from gap words and from pairs of positions.
//!
//! A point is a clause: from the mark or conjunction before the words that show it to the one behind.
//! Its positions are the statements that touch the clause, and two stances that one sentence sets
//! against each other.

use super::ground::Ground;
use super::layer::{Layer, Place};
use super::lists::List;
use super::mentions::is_read;
use super::reading::{Force, Grade, Position, Said, Statement, Sticking, StickingId, StickingPoint};
use super::vocabulary::Class;
use std::ops::Range;
use std::sync::OnceLock;
use terms::span::Span;

fn list() -> &'static List {
    static LIST: OnceLock<List> = OnceLock::new();
    LIST.get_or_init(|| List::read(include_str!("../../words/gaps.en.txt")))
}

/// How many words a gist has at most.
const GIST: usize = 12;

/// Finds the sticking points.
#[must_use]
pub fn find(layer: &Layer, statements: &[Statement]) -> Vec<StickingPoint> {
    if layer.document.language != "en" && layer.document.language != "und" {
        return Vec::new();
    }
    let ground = Ground::new(layer);
    let mut out: Vec<StickingPoint> = Vec::new();
    for sentence in &layer.sentences {
        let place = layer.paragraphs.get(sentence.paragraph).map_or(Place::Body, |p| p.place);
        if !is_read(place) {
            continue;
        }
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let Some((len, kind, rule)) = shows(&ground, &sentence.tokens, i) else {
                i += 1;
                continue;
            };
            let clause = clause(&ground, &sentence.tokens, i, i + len);
            let span = layer.span(clause.clone());
            let again = out.last().is_some_and(|p: &StickingPoint| p.spans.iter().any(|s| s.start < span.end && span.start < s.end));
            if !again {
                out.push(StickingPoint {
                    id: StickingId(0),
                    topic: topic(&ground, &clause, i + len),
                    kind,
                    spans: vec![span],
                    positions: positions(&ground, statements, span),
                    grade: if rule == "gap-word" { Grade::B } else { Grade::A },
                    rule,
                });
            }
            i += len;
        }
    }
    out.extend(pairs(layer, statements, &out));
    out.sort_by_key(|p| p.spans.first().map_or(0, |s| s.start));
    for (i, p) in out.iter_mut().enumerate() {
        p.id = StickingId(u32::try_from(i + 1).unwrap_or(u32::MAX));
    }
    out
}

const QUESTIONS: &[&str] = &["who", "whom", "whose", "when", "how", "what", "where", "which", "whether"];
const TELLING: &[&str] = &[
    "say",
    "says",
    "said",
    "agree",
    "agreed",
    "specify",
    "specified",
    "name",
    "names",
    "explain",
    "settled",
    "decide",
    "decided",
    "define",
    "defined",
    "state",
    "states",
    "fix",
    "fixed",
    "set",
    "know",
    "knows",
    "clear",
    "mention",
    "mentions",
];

/// What shows a sticking point at a token: how many tokens, its kind, the rule.
fn shows(ground: &Ground<'_>, sentence: &Range<usize>, i: usize) -> Option<(usize, Sticking, &'static str)> {
    // "nobody had yet agreed who", "has not said who", "neither capital says who".
    if ground.has(i, Class::NEGATION) || ground.one_of(i, &["neither", "nobody", "none", "no"]) {
        let reach = sentence.end.min(i + 7);
        let told = (i + 1..reach).find(|k| ground.one_of(*k, TELLING));
        if let Some(told) = told {
            let question = (told + 1..sentence.end.min(told + 4)).any(|k| ground.one_of(k, QUESTIONS));
            if question && !(i + 1..told).any(|k| ground.is_break(k)) {
                return Some((told + 1 - i, Sticking::Gap, "unsaid"));
            }
        }
    }
    // "will not … until", "would not … before": one waits for the other.
    if ground.one_of(i, &["until", "unless", "before"]) {
        let from = sentence.start.max(i.saturating_sub(14));
        let refuses = (from..i).any(|k| {
            ground.has(k, Class::NEGATION)
                && (from..i).any(|m| {
                    ground.one_of(m, &["will", "would", "can", "cannot", "shall", "must", "could", "nobody", "won't", "wouldn't", "no"])
                })
        });
        if refuses && ground.layer.times.iter().all(|t| t.span.start != ground.token(i + 1).map_or(0, |x| x.span.start)) {
            return Some((1, Sticking::Order, "waits"));
        }
    }
    // "nothing is written about a renewal", "no word on who", "neither a map nor a date", "are not named".
    if ground.one_of(i, &["nothing", "nowhere", "not", "never", "neither", "no", "without"]) {
        const MISSING: &[&str] = &[
            "date",
            "dates",
            "timetable",
            "timescale",
            "calendar",
            "deadline",
            "map",
            "maps",
            "mechanism",
            "definition",
            "detail",
            "details",
            "mention",
            "rule",
            "rules",
            "procedure",
            "provision",
            "word",
            "answer",
            "schedule",
            "list",
            "body",
            "end",
            "limit",
            "criteria",
            "criterion",
            "number",
            "figure",
            "sanction",
            "penalty",
            "address",
            "place",
            "monitor",
            "monitors",
            "arbiter",
            "judge",
            "clause",
        ];
        const DONE: &[&str] = &[
            "named",
            "fixed",
            "set",
            "stated",
            "given",
            "described",
            "drawn",
            "written",
            "mentioned",
            "addressed",
            "covered",
            "resolved",
            "determined",
            "published",
            "said",
            "agreed",
            "spelt",
            "spelled",
            "specified",
            "defined",
            "explained",
            "settled",
            "decided",
            "marked",
            "listed",
            "provided",
            "foreseen",
            "regulated",
            "discussed",
            "touched",
            "known",
            "clear",
        ];
        let reach = sentence.end.min(i + 5);
        let nothing = ground.one_of(i, &["nothing", "nowhere"])
            && (i + 1..reach).any(|k| ground.one_of(k, DONE) || ground.one_of(k, &["of", "about", "on"]));
        let missing = ground.one_of(i, &["no", "neither", "without"])
            && (i + 1..reach).take_while(|k| !ground.is_break(*k)).any(|k| ground.one_of(k, MISSING));
        let undone = ground.one_of(i, &["not", "never"])
            && (ground.one_of(i.wrapping_sub(1), &["is", "are", "was", "were", "been"])
                || ground.is(i + 1, "been")
                || ground.is(i + 1, "yet"))
            && (i + 1..sentence.end.min(i + 4)).any(|k| ground.one_of(k, DONE));
        if nothing || missing || undone {
            return Some((1, Sticking::Gap, "missing"));
        }
    }
    // A question that is open: "the question whose … was left open", "who goes first".
    if ground.one_of(i, QUESTIONS) && (i + 1..sentence.end.min(i + 5)).any(|k| ground.is(k, "first") || ground.is(k, "whom")) {
        return Some((1, Sticking::Order, "who-first"));
    }
    // "leave the valley first": "first" at the end of a clause behind a verb.
    if ground.is(i, "first")
        && ground.is_break(i + 1)
        && !ground.has(i.wrapping_sub(1), Class::DETERMINER)
        && i > sentence.start + 2
        && !ground.is_number(i.wrapping_sub(1))
    {
        return Some((1, Sticking::Order, "first"));
    }
    let (len, entry) = list().at(ground.tokens(), i)?;
    let kind = match entry.field(0) {
        "gap" => Sticking::Gap,
        "conflict" => Sticking::Conflict,
        "order" => Sticking::Order,
        _ => Sticking::Trust,
    };
    Some((len, kind, "gap-word"))
}

/// The clause round a range.
fn clause(ground: &Ground<'_>, sentence: &Range<usize>, from: usize, to: usize) -> Range<usize> {
    let stops = |k: usize| ground.one_of(k, &[";", ":", ".", "!", "?"]) || ground.is_dash(k) || ground.is_quote(k);
    let mut start = from;
    while start > sentence.start {
        let k = start - 1;
        let comma = ground.is(k, ",") && from - start > 1;
        if stops(k) || comma || ground.one_of(k, &["that", "but", "while", "although", "though", "because"]) && from > k + 1 {
            break;
        }
        start = k;
    }
    let mut end = to;
    while end < sentence.end {
        let comma = ground.is(end, ",") && !ground.is(end + 1, "and");
        if stops(end) || comma || ground.one_of(end, &["but", "while", "although", "though"]) {
            break;
        }
        end += 1;
    }
    super::contents::trim(ground, start..end).unwrap_or(from..to)
}

/// What it is about: the words behind the sign, else the clause itself.
fn topic(ground: &Ground<'_>, clause: &Range<usize>, behind: usize) -> String {
    let words = if behind < clause.end { behind..clause.end } else { clause.clone() };
    gist(ground.cut(words))
}

fn gist(text: &str) -> String {
    text.split_whitespace().take(GIST).collect::<Vec<_>>().join(" ")
}

fn touches(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

/// Statements that touch a clause and take a stand.
fn positions(ground: &Ground<'_>, statements: &[Statement], span: Span) -> Vec<Position> {
    // Statements are in the order of the text: those that can touch lie near.
    let near = statements.partition_point(|s| s.content_spans.iter().all(|c| c.end <= span.start));
    statements[near.saturating_sub(3)..]
        .iter()
        .take(8)
        .filter(|s| {
            s.speaker.is_some()
                && (s.kind == Said::Position || matches!(s.force, Force::Demand | Force::Offer | Force::Deny | Force::Threaten))
        })
        .filter_map(|s| s.content_spans.iter().find(|c| touches(**c, span)).map(|c| (s, *c)))
        .map(|(s, c)| Position { party: s.speaker, gist: gist(ground.layer.cut(c)), span: c })
        .collect()
}

/// Two stances of two speakers that follow one another about the same words.
fn pairs(layer: &Layer, statements: &[Statement], have: &[StickingPoint]) -> Vec<StickingPoint> {
    let stance = |s: &Statement| s.kind == Said::Position || matches!(s.force, Force::Demand | Force::Deny | Force::Offer);
    let mut out = Vec::new();
    for pair in statements.windows(2) {
        let [a, b] = pair else { continue };
        let (Some(one), Some(two)) = (a.content_spans.first().copied(), b.content_spans.first().copied()) else { continue };
        if !stance(a) || !stance(b) || a.speaker == b.speaker || a.speaker.is_none() || b.speaker.is_none() {
            continue;
        }
        let near = two.start.saturating_sub(one.end) < 250;
        let covered = have.iter().any(|p| p.spans.iter().any(|s| touches(*s, one) || touches(*s, two)));
        if !near || covered || !share_words(layer.cut(one), layer.cut(two)) {
            continue;
        }
        let position = |s: &Statement, span: Span| Position { party: s.speaker, gist: gist(layer.cut(span)), span };
        out.push(StickingPoint {
            id: StickingId(0),
            topic: gist(layer.cut(one)),
            kind: Sticking::Conflict,
            spans: vec![one, two],
            positions: vec![position(a, one), position(b, two)],
            grade: Grade::C,
            rule: "pair",
        });
    }
    out
}

/// Whether two stretches share a word of substance.
fn share_words(a: &str, b: &str) -> bool {
    let words = |t: &str| -> Vec<String> {
        t.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 4).map(str::to_lowercase).collect()
    };
    let other = words(b);
    words(a).iter().any(|w| other.contains(w))
}
