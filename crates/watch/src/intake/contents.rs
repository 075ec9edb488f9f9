//! Contents: which words were said. Behind the cue, before it, or on both sides.

use super::cues::{Cue, How};
use super::ground::Ground;
use super::layer::{Kind, Layer};
use super::subjects::{self, Subject};
use super::vocabulary::Class;
use std::ops::Range;
use terms::span::Span;

/// What stands beside a cue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Beside {
    /// The stretches of content, in tokens.
    pub(super) content: Vec<Range<usize>>,
    /// Who was told.
    pub(super) addressee: Option<Range<usize>>,
    /// Where or in what.
    pub(super) venue: Option<Range<usize>>,
    /// When it was said: a time, as an index.
    pub(super) date: Option<usize>,
    /// Whether the content goes before the cue.
    pub(super) postposed: bool,
}

/// What a cue's content is; `None` when nothing beside it can have been said.
pub(super) fn of(ground: &Ground<'_>, sentence: &Range<usize>, cues: &[Cue], k: usize) -> Option<Beside> {
    let cue = &cues[k];
    match cue.how {
        How::According | How::Under => beside_phrase(ground, sentence, cues, k),
        // The words are those of the cue that the outlet stands with: the statements take them from there.
        How::Citing => None,
        How::Colon => {
            let content = trim(ground, cue.tokens.end..sentence.end)?;
            Some(Beside { content: vec![content], ..Beside::default() })
        }
        How::Noun => {
            let from = (cue.tokens.end..sentence.end).find(|i| ground.is(*i, "that"))? + 1;
            let content = trim(ground, from..right_end(ground, sentence, cues, k, from))?;
            Some(Beside { content: vec![content], ..Beside::default() })
        }
        How::Verb | How::Quoted | How::Position => beside_verb(ground, sentence, cues, k),
    }
}

fn beside_verb(ground: &Ground<'_>, sentence: &Range<usize>, cues: &[Cue], k: usize) -> Option<Beside> {
    let cue = &cues[k];
    let mut out = Beside::default();
    let mut at = match &cue.subject {
        Subject::Inverted(r) if cue.how == How::Verb => after_inverted(ground, r.end, sentence.end),
        _ => cue.tokens.end,
    };
    let inverted = matches!(cue.subject, Subject::Inverted(_)) && cue.how == How::Verb;
    if cue.how == How::Quoted && ground.is(at, "by") {
        at = noun_end(ground, at + 1, sentence.end);
    }
    // "promised passage" has no hearer, "promised the envoy that" has.
    let heard = |to: &Range<usize>| !cue.frames.np || ground.one_of(to.end, &["that", "to", ","]) || ground.is_quote(to.end);
    if cue.frames.who
        && let Some(to) = addressee(ground, at, sentence.end).filter(heard)
    {
        at = to.end;
        out.addressee = Some(to);
    }
    at = adjuncts(ground, at, sentence.end, cue, &mut out);
    let left = left_zone(ground, sentence, cues, k);
    let left_said = left.as_ref().is_some_and(|l| said_before(ground, l));
    let fronted = left.as_ref().is_some_and(|l| is_fronted(ground, l));
    let right = right_content(ground, sentence, cues, k, at, left_said && !fronted, inverted);
    if inverted {
        let left = left.filter(|l| !l.is_empty())?;
        out.postposed = true;
        out.content.push(left);
        let parted = ground.is(at, ",")
            && ground.has_finite(at + 1..sentence.end)
            && !out.content.first().is_some_and(|l| ground.has_finite(l.clone()) || ground.is_quote(l.end - 1));
        if parted {
            out.content.extend(trim(ground, at + 1..right_end(ground, sentence, cues, k, at + 1)));
            return Some(out);
        }
        out.content.extend(right.filter(|r| ground.is_quote(r.start)));
        return Some(out);
    }
    let explicit = ground.is(at, "that") || ground.is(at, ":") || ground.is_quote(at);
    let ends = at >= sentence.end || ground.is_break(at) || ground.has(at, Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::ADVERB));
    // "The mortars, he said, were …": a subject before the cue, its verb behind.
    let parted = ground.is(at, ",") && ground.finite(at + 1) && left.as_ref().is_some_and(|l| !ground.has_finite(l.clone())) && !fronted;
    if parted && cue.frames.that {
        out.postposed = true;
        out.content.extend(left);
        out.content.extend(trim(ground, at + 1..right_end(ground, sentence, cues, k, at + 1)));
        return Some(out);
    }
    let quoted_left = left.as_ref().is_some_and(|l| l.clone().any(|i| ground.is_quote(i)));
    let main_inside = left.as_ref().is_some_and(|l| l.clone().any(|i| ground.is(i, ",")) || !ground.has(l.start, Class::SUBORDINATOR));
    let left_said =
        left_said && (quoted_left || ends && (!fronted || main_inside && left.as_ref().is_some_and(|l| ground.has_finite(l.clone()))));
    if left_said
        && (right.is_none() || !(fronted || explicit) || ground.is_quote(left.as_ref().map_or(0, |l| l.start)))
        && cue.frames.quote | cue.frames.that
    {
        out.postposed = true;
        out.content.extend(left);
        // "A, a diplomat told the Gazette, because B".
        let reason = ground.is(at, ",") && ground.one_of(at + 1, &["because", "unless", "provided", "if", "until"]) && !quoted_left;
        if reason {
            out.content.extend(trim(ground, at + 1..right_end(ground, sentence, cues, k, at + 1)));
            return Some(out);
        }
        if let Some(r) = right.filter(|r| {
            let comma = ground.is(r.start.wrapping_sub(1), ",") || ground.is(r.start.wrapping_sub(1), ":");
            comma && (ground.is_quote(r.start) || out.content.first().is_some_and(|l| !ground.has_finite(l.clone())))
        }) {
            out.content.push(r);
        }
        return Some(out);
    }
    out.content.push(right?);
    Some(out)
}

/// Past the appositions and the hearer that follow a subject behind its verb.
fn after_inverted(ground: &Ground<'_>, from: usize, limit: usize) -> usize {
    let mut at = from;
    // At the limit itself there is nothing left to pass, and a comma there would be looked at for ever.
    while at < limit && ground.is(at, ",") {
        let end = (at + 1..limit).find(|i| ground.is_break(*i) && !ground.possessive(*i)).unwrap_or(limit);
        if ground.is_quote(at + 1) || ground.has_finite(at + 1..end) && !ground.one_of(at + 1, &["who", "whose", "which"]) {
            break;
        }
        at = end;
    }
    at
}

/// "told X": the words of X.
fn addressee(ground: &Ground<'_>, at: usize, limit: usize) -> Option<Range<usize>> {
    if at >= limit || !ground.is_word(at) || ground.one_of(at, &["that", "of", "how", "to", "about"]) {
        return None;
    }
    let mut start = at;
    if ground.has(start, Class::DETERMINER) && !ground.has(start, Class::PRONOUN) {
        start += 1;
    }
    let named = subjects::mentions_in(ground.layer, at..limit).map(|(m, _)| m).find(|m| {
        m.tokens.start >= at
            && m.tokens.start <= start + 2
            && m.tokens.start < limit
            && (at..m.tokens.start).all(|i| ground.is_word(i) && !ground.has(i, Class::PREPOSITION))
    });
    if let Some(m) = named {
        return Some(at..m.tokens.end);
    }
    if ground.has(at, Class::PRONOUN) && !ground.has(at, Class::DETERMINER) {
        return Some(at..at + 1);
    }
    let mut end = start;
    while end < limit && ground.is_word(end) {
        let stop = end > start
            && (ground.has(
                end,
                Class::DETERMINER
                    .or(Class::PREPOSITION)
                    .or(Class::PRONOUN)
                    .or(Class::AUXILIARY)
                    .or(Class::CALENDAR)
                    .or(Class::SUBORDINATOR)
                    .or(Class::NUMERAL),
            ) || ground.capital(end) && !ground.capital(end - 1));
        if stop {
            break;
        }
        end += 1;
    }
    (end > start).then_some(at..end)
}

/// The end of a noun phrase behind a preposition.
pub(super) fn noun_end(ground: &Ground<'_>, at: usize, limit: usize) -> usize {
    let mut end = at;
    while end < limit && (!ground.is_break(end) || ground.possessive(end)) {
        let of = ground.is(end, "of");
        let stop = end > at
            && !of
            && (ground.has(end, Class::PREPOSITION.or(Class::PRONOUN).or(Class::AUXILIARY).or(Class::SUBORDINATOR).or(Class::RELATIVE))
                && !ground.has(end - 1, Class::DETERMINER)
                || ground.has(end, Class::DETERMINER) && !ground.is(end - 1, "of")
                || ground.is(end, "and") && !ground.capital(end + 1));
        if stop {
            break;
        }
        end += 1;
    }
    end
}

/// Passes over what tells when, where, to whom and in what something was said.
fn adjuncts(ground: &Ground<'_>, from: usize, limit: usize, cue: &Cue, out: &mut Beside) -> usize {
    let mut at = from;
    for _ in 0..6 {
        if at >= limit {
            break;
        }
        let start_point = ground.token(at).map_or(0, |t| t.span.start);
        let time_at = |point: usize| {
            let i = ground.layer.times.partition_point(|t| t.span.start < point);
            ground.layer.times.get(i).filter(|t| t.span.start == point).map(|t| (i, ground.layer.token_from(t.span.end)))
        };
        if let Some((time, end)) = time_at(start_point) {
            // A day directly behind the verb dates it; a number of days is content.
            if !ground.is_number(at) && after_ok(ground, end, limit) {
                out.date = out.date.or(Some(time));
                at = end;
                continue;
            }
        }
        if ground.one_of(at, &["late", "early", "earlier", "later", "again", "also", "separately"])
            || (ground.has(at, Class::ADVERB)
                && !ground.has(at, Class::DETERMINER.or(Class::NUMERAL).or(Class::SUBORDINATOR).or(Class::PREPOSITION))
                && !ground
                    .one_of(at, &["not", "never", "no", "there", "here", "only", "just", "still", "now", "nearly", "almost", "about"]))
        {
            at += 1;
            continue;
        }
        let opener = cue.openers.contains(&ground.norm(at));
        if ground.one_of(at, &["on", "in", "at", "during", "from", "after", "by", "via", "through", "over", "to", "before", "with"])
            && !opener
            && !(ground.is(at, "to") && cue.frames.to)
        {
            if let Some((time, end)) = ground.token(at + 1).and_then(|t| time_at(t.span.start))
                && after_ok(ground, end, limit)
            {
                out.date = out.date.or(Some(time));
                at = end;
                continue;
            }
            let end = noun_end(ground, at + 1, limit);
            let venue = (at + 1..end).any(|i| {
                ground.has(i, Class::VENUE_NOUN.or(Class::SPEECH_NOUN))
                    || ground.one_of(
                        i,
                        &["telephone", "phone", "television", "radio", "parliament", "reporters", "journalists", "hotel", "riverside"],
                    )
            });
            let whole = end >= limit.saturating_sub(1)
                || ground.is(end, "that")
                || ground.is_quote(end)
                || ground.one_of(end, &[",", ":", ".", ";"])
                || ground.has(end, Class::PREPOSITION) && (venue || ground.is(at, "to"));
            if end > at + 1 && (venue || whole) && !ground.has_finite(at + 1..end) {
                if ground.one_of(at, &["in", "at", "during", "by", "via", "on"]) && out.venue.is_none() {
                    out.venue = Some(if ground.one_of(at, &["by", "via"]) { at..end } else { at + 1..end });
                } else if ground.is(at, "to") && out.addressee.is_none() {
                    out.addressee = Some(at + 1..end);
                }
                at = end;
                continue;
            }
        }
        break;
    }
    at
}

/// Whether content can go on at a token behind a day: not in the middle of a clause.
fn after_ok(ground: &Ground<'_>, end: usize, limit: usize) -> bool {
    end >= limit || !ground.has(end, Class::AUXILIARY) && !ground.possessive(end)
}

/// The content behind a cue.
fn right_content(
    ground: &Ground<'_>,
    sentence: &Range<usize>,
    cues: &[Cue],
    k: usize,
    at: usize,
    left_said: bool,
    inverted: bool,
) -> Option<Range<usize>> {
    let cue = &cues[k];
    let frames = cue.frames;
    let mut from = at;
    if matches!(cue.lemma, "accuse" | "blame") {
        // What the other is accused of.
        let of = (at..sentence.end.min(at + 14)).find(|i| ground.one_of(*i, &["of", "for"]) && ground.layer.quote_of(*i).is_none())?;
        return trim(ground, of + 1..right_end(ground, sentence, cues, k, of + 1));
    }
    if inverted {
        // "“…,” said X, “…”": a second quotation alone.
        let quote = (at..sentence.end.min(at + 3)).find(|i| ground.is_quote(*i))?;
        return trim(ground, quote..right_end(ground, sentence, cues, k, quote));
    }
    // "has proposed, through the Committee, that": a part between commas.
    if ground.is(from, ",")
        && (ground.has(from + 1, Class::PREPOSITION.or(Class::ADVERB))
            || ground.norm(from + 1).ends_with("ing")
            || ground.one_of(from + 1, &["whose", "who", "which"]))
    {
        let close = (from + 2..sentence.end.min(from + 20)).find(|i| ground.is(*i, ","));
        if let Some(c) = close.filter(|c| {
            (ground.is(c + 1, "that") || ground.is(c + 1, "to") && frames.to || ground.is_quote(c + 1)) && !ground.has_finite(from + 1..*c)
        }) {
            from = c + 1;
        }
    }
    // "answers with one line: “…”".
    if frames.quote || frames.that || frames.who {
        let colon = (from..sentence.end.min(from + 9)).find(|i| ground.is(*i, ":"));
        if let Some(i) = colon.filter(|i| ground.is_quote(i + 1) && !ground.has_finite(from..*i)) {
            return trim(ground, i + 1..right_end(ground, sentence, cues, k, i + 1));
        }
    }
    let mut comma = false;
    if ground.one_of(from, &[",", ":"]) {
        comma = true;
        from += 1;
        // "told Relais Sud, in an interview …, that" is not read on.
    } else if ground.is_dash(from) {
        from += 1;
    }
    if from >= sentence.end {
        return None;
    }
    if ground.is(from, "that")
        && !(ground.is_break(from + 1) && ground.one_of(from + 1, &[".", "?", "!", ";"]))
        && from + 1 < sentence.end
        && (frames.that || frames.who || frames.ask || frames.np || frames.to)
    {
        let start = from + 1;
        // "that" as a determiner before a noun and the end.
        return trim(ground, start..right_end(ground, sentence, cues, k, start));
    }
    if ground.is_quote(from) && !ground.is_break(from + 1) {
        if !(frames.quote || frames.who || frames.that || frames.np || frames.judged) {
            return None;
        }
        return trim(ground, from..right_end(ground, sentence, cues, k, from));
    }
    if comma && !(left_said && ground.is_word(from)) {
        return None;
    }
    if frames.only_quote {
        // "he went on": words beside quotation marks only.
        let quote = (from..sentence.end.min(from + 6)).find(|i| ground.is_quote(*i))?;
        return trim(ground, quote..right_end(ground, sentence, cues, k, quote));
    }
    let end = right_end(ground, sentence, cues, k, from);
    if from >= end || ground.is_break(from) && !ground.one_of(from, &["$", "€", "£"]) {
        return None;
    }
    let opener = cue.openers.contains(&ground.norm(from));
    let to = ground.is(from, "to") || ground.is(from, "not") && ground.is(from + 1, "to");
    let finite = ground.has_finite(from..end);
    let noun_start = noun_begins(ground, from);
    let ok = (to && (frames.to || frames.who))
        || (opener && !left_said)
        || (frames.ask && (noun_start || ground.has(from, Class::PRONOUN)) && asks(ground, from, end))
        || (frames.judged && noun_start && judged(ground, from, end))
        || (frames.put && noun_start && (from..end).any(|i| ground.is(i, "at") || ground.is(i, "as")))
        || (frames.np
            && (noun_start || ground.has(from, Class::PRONOUN) && !ground.has(from, Class::AUXILIARY) || gerund(ground, from))
            && !left_said)
        || (frames.that && zero_that(ground, cue, from, finite) && (!left_said || comma))
        || (frames.who && zero_that(ground, cue, from, finite) && !left_said)
        || (frames.np && ground.one_of(from, &["in", "both"]) && cue.lemma == "condemn");
    ok.then(|| trim(ground, from..end)).flatten()
}

fn gerund(ground: &Ground<'_>, i: usize) -> bool {
    let norm = ground.norm(i);
    norm.len() > 4 && norm.ends_with("ing")
}

fn noun_begins(ground: &Ground<'_>, i: usize) -> bool {
    ground.is_number(i)
        || ground.has(i, Class::DETERMINER)
        || ground.capital(i)
        || ground.one_of(i, &["$", "€", "£", "it", "them", "him", "us", "any", "all", "both", "what"])
        || (ground.is_word(i)
            && !ground.has(i, Class::PREPOSITION.or(Class::AUXILIARY).or(Class::CONJUNCTION).or(Class::SUBORDINATOR).or(Class::RELATIVE)))
}

/// "urged X to", "warned X against", "accused X of", "asked X for", "wants X to".
fn asks(ground: &Ground<'_>, from: usize, end: usize) -> bool {
    (from + 1..end.min(from + 16)).any(|i| ground.one_of(i, &["to", "against", "of", "for", "not", "from", "that"]) || ground.is_quote(i))
}

/// "called the plan a trap", "described it as".
fn judged(ground: &Ground<'_>, from: usize, end: usize) -> bool {
    (from + 1..end).any(|i| ground.is(i, "as") || ground.is_quote(i) || ground.one_of(i, &["a", "an"]))
}

/// A clause without "that".
fn zero_that(ground: &Ground<'_>, cue: &Cue, from: usize, finite: bool) -> bool {
    if ground.one_of(from, &["what", "how", "why", "whether", "who", "when", "where"]) {
        return finite && ground.one_of(from, &["what", "how", "whether"]) && cue.lemma != "ask";
    }
    if cue.lemma == "say" || cue.lemma == "tell" {
        let subordinate = ground.has(from, Class::SUBORDINATOR) && !ground.has(from, Class::DETERMINER) && !finite;
        let odd = ground.one_of(from, &["so", "as", "something", "goodbye", "of", "about"]);
        return !subordinate && (finite || !odd);
    }
    finite
        && (noun_begins(ground, from)
            || ground.has(from, Class::PRONOUN.or(Class::SUBORDINATOR))
            || ground.one_of(from, &["there", "no", "nobody", "nothing", "only", "at"]))
}

/// Where the content that begins at a token ends.
fn right_end(ground: &Ground<'_>, sentence: &Range<usize>, cues: &[Cue], k: usize, from: usize) -> usize {
    let mut end = sentence.end;
    for later in cues.iter().skip(k + 1) {
        if later.tokens.start < from {
            continue;
        }
        let before = later.clause.wrapping_sub(1);
        let shared = matches!(later.subject, Subject::Shared);
        let stop = if later.how == How::According || later.how == How::Under {
            Some(if ground.is(later.tokens.start - 1, ",") { later.tokens.start - 1 } else { later.tokens.start })
        } else if later.participle {
            ground.is(before, ",").then_some(before).or_else(|| ground.one_of(before, &["and"]).then_some(before))
        } else if shared {
            // "…, and promised passage": the verb goes on for the same subject when its form agrees.
            let mut i = later.tokens.start;
            while i > from && !ground.one_of(i, &["and", "but", "or"]) && later.tokens.start - i < 4 {
                i -= 1;
            }
            let agrees = cues[k].participle || same_tense(ground, &cues[k], later);
            (agrees && ground.one_of(i, &["and", "but", "or"])).then(|| if ground.is(i - 1, ",") { i - 1 } else { i })
        } else if matches!(later.subject, Subject::Inverted(_)) {
            None
        } else if ground.one_of(before, &["and", "but", "while", "whereas", "although", "though", "yet"]) {
            let comma = ground.is(before.wrapping_sub(1), ",") || ground.is(before.wrapping_sub(1), ";");
            let strong = ground.one_of(before, &["but", "while", "whereas", "although", "though"]);
            let apart = ground.is(before, "and") && matches!(later.subject, Subject::Words(_)) && !ground.has_finite(from..before);
            (comma || strong || apart).then(|| if comma { before - 1 } else { before })
        } else if ground.one_of(before, &[";", ":"]) || ground.is_dash(before) {
            Some(before)
        } else if ground.is(before, ",") && before > from {
            // "said A, X reported": the later one carries the whole.
            let has_right = later.tokens.end + 2 < sentence.end && !ground.one_of(later.tokens.end, &[".", ","]);
            (!has_right || later.how == How::Verb).then_some(before)
        } else {
            None
        };
        if let Some(stop) = stop.filter(|s| *s > from) {
            end = end.min(stop);
            break;
        }
    }
    let clause = ground.is(from.wrapping_sub(1), "that") || !(ground.is(from, "to") || cues[k].frames.np && !cues[k].frames.that);
    let object = !ground.is(from.wrapping_sub(1), "that") && !ground.has_finite(from..end.min(from + 5));
    for i in from..end {
        if ground.layer.quote_of(i).is_some() {
            continue;
        }
        // A participle that carries a source of its own: ", citing hospital staff".
        if ground.is(i, ",") && ground.one_of(i + 1, &["citing", "quoting"]) {
            return i;
        }
        if i < from + 2 {
            continue;
        }
        // A new clause of the report's own behind a semicolon.
        if ground.is(i, ";") && ground.has_finite(i + 1..sentence.end) && !ground.is(i + 1, "that") && !ground.is(i + 2, "that") {
            return i;
        }
        // "has promised to …, but has not said"; "demanded a list, which the mandate does not foresee".
        let but =
            ground.is(i, ",") && ground.one_of(i + 1, &["but"]) && (ground.has(i + 2, Class::AUXILIARY) || ground.is(i + 2, "without"));
        if but && (object || !clause) || ground.is(i, ",") && ground.is(i + 1, "but") && ground.is(i + 2, "without") {
            return i;
        }
        if ground.is(i, ",") && object && ground.one_of(i + 1, &["which"]) {
            return i;
        }
        // ", hours before mediators were due".
        let lapse =
            (i + 1..i + 4).find(|k| ground.one_of(*k, &["hours", "days", "weeks", "minutes", "months", "moments", "day", "hour", "week"]));
        if ground.is(i, ",") && lapse.is_some_and(|k| ground.one_of(k + 1, &["before", "after"])) {
            return i;
        }
    }
    end
}

fn same_tense(ground: &Ground<'_>, first: &Cue, second: &Cue) -> bool {
    let shapes = |c: &Cue| ground.verbs_in(&ground.words.verbs, c.tokens.start).map(|(f, _, _)| f.shape).collect::<Vec<_>>();
    let have = |c: &Cue| ground.one_of(c.tokens.start.wrapping_sub(1), &["has", "have", "had"]);
    shapes(first).iter().any(|s| shapes(second).contains(s)) || first.how != How::Verb || second.how != How::Verb || have(first)
}

/// What stands before a cue and could have been said: from the last boundary to its clause.
fn left_zone(ground: &Ground<'_>, sentence: &Range<usize>, cues: &[Cue], k: usize) -> Option<Range<usize>> {
    let cue = &cues[k];
    let mut end = cue.clause;
    if matches!(cue.subject, Subject::Shared) {
        return None;
    }
    let before = end.checked_sub(1).filter(|b| *b >= sentence.start)?;
    if !(ground.is(before, ",") || ground.is_quote(before) || ground.is_dash(before)) {
        return None;
    }
    if ground.is(before, ",") || ground.is_dash(before) {
        end = before;
    }
    let mut from = zone_start(ground, sentence, cues, k, end);
    // A clock before a quotation is no part of it: "20:15 – “…”", "8.31am “…”".
    let clock = |q: &usize| (from..*q).filter(|i| ground.is_word(*i)).count() <= usize::from(ground.is_number(from));
    if let Some(quote) = (from..end).find(|i| ground.is_quote(*i)).filter(clock) {
        from = quote;
    }
    // The quotation began in a sentence before.
    let closing = end.checked_sub(1).filter(|c| ground.is_quote(*c));
    let began = closing
        .and_then(|c| c.checked_sub(1))
        .and_then(|i| ground.layer.quote_of(i))
        .and_then(|q| ground.layer.quotes.get(q))
        .map(|q| q.tokens.start);
    if let Some(open) = began.filter(|b| *b < from && from - *b < 400) {
        from = open.saturating_sub(1);
    }
    // "BREAKING: two shells have landed".
    if let Some(colon) = (from..end.min(from + 3)).find(|i| ground.is(*i, ":")).filter(|c| (from..*c).all(|i| ground.capital(i))) {
        from = colon + 1;
    }
    trim(ground, from..end)
}

fn zone_start(ground: &Ground<'_>, sentence: &Range<usize>, cues: &[Cue], k: usize, end: usize) -> usize {
    let mut from = sentence.start;
    // What an earlier cue said in its own clause stays its own, where a conjunction parts the two.
    if let Some(earlier) = cues[..k].iter().rev().find(|c| c.tokens.end < end) {
        let boundary = (earlier.tokens.end..end).rev().find(|i| {
            ground.layer.quote_of(*i).is_none()
                && (ground.is(*i, ";") || ground.is(*i, ",") && ground.one_of(i + 1, &["but", "while", "and", "although", "though"]))
        });
        if let Some(b) = boundary {
            from = b + 1;
        }
    }
    from
}

/// Whether a stretch before a cue can be its content.
fn said_before(ground: &Ground<'_>, left: &Range<usize>) -> bool {
    if left.clone().filter(|i| ground.is_word(*i)).count() < 3 && !left.clone().any(|i| ground.is_quote(i)) {
        return false;
    }
    let has_quote = left.clone().any(|i| ground.is_quote(i));
    let last_quote = ground.is_quote(left.end.saturating_sub(1)) || ground.is_quote(left.end);
    (has_quote && last_quote) || ground.has_finite(left.clone()) || left.len() > 2 && !is_fronted(ground, left)
}

/// Whether a stretch before a clause only sets the scene: "In a statement", "Asked about X".
fn is_fronted(ground: &Ground<'_>, left: &Range<usize>) -> bool {
    let i = left.start;
    let norm = ground.norm(i);
    ground.has(i, Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::ADVERB).or(Class::CALENDAR)) && !ground.has(i, Class::DETERMINER)
        || norm.ends_with("ing") && !ground.has_finite(left.clone())
        || matches!(norm, "asked" | "speaking" | "pressed" | "answering" | "replying" | "responding")
        || ground.one_of(i, &["late", "early", "earlier", "later"])
}

/// The content of "according to X" and "under the plan".
fn beside_phrase(ground: &Ground<'_>, sentence: &Range<usize>, cues: &[Cue], k: usize) -> Option<Beside> {
    let cue = &cues[k];
    let Subject::Inverted(source) = &cue.subject else { return None };
    let first = cue.tokens.start;
    let begins = (sentence.start..first).all(|i| !ground.is_word(i) || ground.one_of(i, &["and", "but"]));
    let mut out = Beside::default();
    if begins {
        // Past the source and what is added to it.
        let mut at = source.end;
        while ground.is(at, ",") && additions(ground, at + 1, sentence.end).is_some() {
            at = additions(ground, at + 1, sentence.end).unwrap_or(sentence.end);
        }
        if ground.is(at, ",") {
            at += 1;
        }
        let content = trim(ground, at..right_end(ground, sentence, cues, k, at))?;
        out.content.push(content);
        return Some(out);
    }
    let mut from = zone_start(ground, sentence, cues, k, first);
    // A clause that a conjunction sets against the rest is the only one that is surely the source's.
    for i in (from..first).rev() {
        let parts = ground.layer.quote_of(i).is_none() && ground.is(i, ",");
        if parts && ground.one_of(i + 1, &["but", "although", "though", "whereas", "bringing", "taking", "raising"]) {
            from = i + 1;
            break;
        }
    }
    out.content.push(trim(ground, from..first)?);
    out.postposed = true;
    let rest = source.end;
    if ground.is(rest, ",") && !ground.has_finite(from..first) && rest + 2 < sentence.end {
        out.content.extend(trim(ground, rest + 1..right_end(ground, sentence, cues, k, rest + 1)));
    }
    Some(out)
}

/// The end of a part between commas that tells more of a source: "seen by Corvan Wire".
fn additions(ground: &Ground<'_>, from: usize, limit: usize) -> Option<usize> {
    let end = (from..limit).find(|i| ground.is_break(*i) && !ground.possessive(*i)).filter(|e| ground.is(*e, ","))?;
    let norm = ground.norm(from);
    let participle = norm.ends_with("ed") || norm.ends_with("ing") || matches!(norm, "seen" | "who" | "which" | "whose" | "shown");
    let role = ground.has(from, Class::DETERMINER) && !ground.has_finite(from..end);
    (participle || role).then_some(end)
}

/// A stretch without marks and conjunctions at its ends; `None` when no word is left.
pub(super) fn trim(ground: &Ground<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let (mut from, mut end) = (range.start, range.end.min(ground.tokens().len()));
    let balanced = |i: usize| ground.is(i, "(") || ground.is(i, ")") || ground.is(i, "%") || ground.one_of(i, &["$", "€", "£"]);
    while from < end && ground.token(from).is_some_and(|t| t.kind == Kind::Mark) && !balanced(from) {
        from += 1;
    }
    while end > from && ground.token(end - 1).is_some_and(|t| t.kind == Kind::Mark) && !balanced(end - 1) {
        end -= 1;
    }
    (from..end).any(|i| ground.is_word(i) || ground.is_number(i)).then_some(from..end)
}

/// The quotations that begin in a stretch, and the one that it lies in.
pub(super) fn quotes_in(layer: &Layer, span: Span) -> Vec<usize> {
    let from = layer.quotes.partition_point(|q| q.span.end <= span.start);
    layer.quotes[from..]
        .iter()
        .enumerate()
        .take_while(|(_, q)| q.span.start < span.end)
        .filter(|(_, q)| {
            let within = q.inner.start >= span.start || q.inner.start <= span.start && span.end <= q.span.end;
            q.inside.is_none() && within && !q.tokens.is_empty()
        })
        .map(|(i, _)| from + i)
        .collect()
}
