//! Subjects: whose verb it is. The noun phrase before the verb, across appositions and relative
//! clauses; behind it, where the order is turned round; or the subject of the verb before.

use super::ground::Ground;
use super::layer::Layer;
use super::reading::ActorType;
use super::vocabulary::Class;
use std::ops::Range;

/// Where a subject is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subject {
    /// These words, before the verb.
    Words(Range<usize>),
    /// These words, behind it.
    Inverted(Range<usize>),
    /// That of the cue before.
    Shared,
    /// None that the rules can see.
    Nobody,
}

/// The subject of a verb.
pub(super) fn of(ground: &Ground<'_>, sentence: &Range<usize>, verb: usize) -> Subject {
    let s = sentence.start;
    let mut j = verb;
    loop {
        let Some(k) = j.checked_sub(1).filter(|k| *k >= s) else { return inverted(ground, sentence, verb) };
        let skip = (ground.has(k, Class::ADVERB) && !ground.has(k, Class::PRONOUN) && !ground.has(k, Class::RELATIVE))
            || (ground.has(k, Class::AUXILIARY) && !ground.one_of(k, &["to"]))
            // `have since assured`.
            || ground.is(k, "since") && k > s && ground.one_of(k - 1, &["has", "have", "had"]);
        if !skip {
            break;
        }
        j = k;
    }
    let last = j - 1;
    if ground.one_of(last, &["and", "but", "or"])
        || (ground.is(last, ",") && ground.one_of(verb.wrapping_sub(1), &["and", "but", "also"]) && last + 1 < verb)
    {
        return Subject::Shared;
    }
    if ground.is_quote(last) || ground.one_of(last, &["so", "thus"]) && last == s {
        return inverted(ground, sentence, verb);
    }
    if ground.one_of(last, &["who", "which", "that"]) && last > s {
        let end = if ground.is(last - 1, ",") { last - 1 } else { last };
        let before = end.wrapping_sub(1);
        // "does not say who counts": a question, and nobody's subject.
        if ground.finite(before) && !ground.capital(before)
            || ground.has(before, Class::PREPOSITION)
            || ground.verb_in(&ground.words.verbs, before).is_some()
                && !ground.has(before, Class::BODY.or(Class::UNNAMED))
                && ground.is(last, "who")
        {
            return Subject::Nobody;
        }
        return region(ground, s, end).map_or(Subject::Nobody, Subject::Words);
    }
    if ground.is(last, ",") || ground.is(last, ")") && !bracket_is_short(ground, last) || ground.is_dash(last) {
        if let Some(r) = across(ground, s, last) {
            return Subject::Words(r);
        }
        return inverted(ground, sentence, verb);
    }
    region(ground, s, j).map_or(Subject::Nobody, Subject::Words)
}

fn bracket_is_short(ground: &Ground<'_>, close: usize) -> bool {
    (close.saturating_sub(4)..close).any(|i| ground.is(i, "("))
}

/// "…, said X": the noun phrase behind the verb.
fn inverted(ground: &Ground<'_>, sentence: &Range<usize>, verb: usize) -> Subject {
    if ground.is(verb + 1, "that") || ground.has(verb + 2, Class::AUXILIARY) && ground.has(verb + 1, Class::PRONOUN) {
        return Subject::Nobody;
    }
    let lemma_ok = ground.verb_in(&ground.words.verbs, verb).is_some_and(|(_, v, _)| v.frames.quote);
    if !lemma_ok || verb == sentence.start {
        return Subject::Nobody;
    }
    behind(ground, verb + 1, sentence.end).map_or(Subject::Nobody, Subject::Inverted)
}

/// The noun phrase that begins at a token; a name in apposition to a role belongs to it.
pub(super) fn behind(ground: &Ground<'_>, at: usize, limit: usize) -> Option<Range<usize>> {
    behind_until(ground, at, limit, &[])
}

/// As [`behind`], ending before any of these words.
pub(super) fn behind_until(ground: &Ground<'_>, at: usize, limit: usize, until: &[&str]) -> Option<Range<usize>> {
    if !ground.is_word(at) && !ground.is_number(at) {
        return None;
    }
    if ground.has(at, Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::AUXILIARY))
        && !ground.has(at, Class::DETERMINER.or(Class::NUMERAL))
    {
        return None;
    }
    let mut end = at;
    let mut prepositions = 0;
    while end < limit {
        if ground.one_of(end, until) {
            break;
        }
        if ground.is(end, "(") {
            match (end..limit.min(end + 8)).find(|k| ground.is(*k, ")")) {
                Some(close) => {
                    end = close + 1;
                    continue;
                }
                None => break,
            }
        }
        if ground.title_dot(end) && ground.capital(end + 1) && ground.has(end.wrapping_sub(1), Class::TITLE) {
            end += 1;
            continue;
        }
        if ground.is_break(end) && !ground.possessive(end) {
            break;
        }
        if end > at {
            let new_time = ground.has(end, Class::CALENDAR)
                || ground.one_of(
                    end,
                    &[
                        "on", "during", "late", "early", "as", "after", "before", "when", "while", "that", "if", "because", "since", "by",
                        "about",
                    ],
                );
            if new_time && !ground.capital(end.wrapping_add(0)) || ground.has(end, Class::CALENDAR) && ground.is(end.wrapping_sub(1), "on")
            {
                break;
            }
            if ground.one_of(end, &["in", "at"]) {
                prepositions += 1;
                // "a diplomat in Kimbala City" belongs, "said Tal in a statement" does not.
                let describes = ground.has(at, Class::DETERMINER.or(Class::NUMERAL)) || ground.has(end - 1, Class::UNNAMED);
                let venue = ground.has(end + 2, Class::VENUE_NOUN.or(Class::SPEECH_NOUN))
                    || ground.has(end + 3, Class::VENUE_NOUN.or(Class::SPEECH_NOUN));
                if !describes || venue || prepositions > 2 {
                    break;
                }
            }
            if ground.has(end, Class::AUXILIARY) && !relative_inside(ground, at, end) {
                break;
            }
            if ground.one_of(end, &["to", "with"])
                && !ground.has(end.wrapping_sub(1), Class::ROLE.or(Class::UNNAMED))
                && !ground.one_of(end.wrapping_sub(1), &["close", "familiar"])
            {
                break;
            }
            if ground.is(end, "and")
                && !ground.capital(end + 1)
                && !ground.has(end + 1, Class::DETERMINER.or(Class::UNNAMED))
                && !relative_inside(ground, at, end)
            {
                break;
            }
        }
        end += 1;
    }
    if end == at {
        return None;
    }
    // "the chair of the Council, Leila Tarkan".
    if ground.is(end, ",") {
        let named = mentions_in(ground.layer, end + 1..end + 12).map(|(m, _)| m).find(|m| {
            m.tokens.start == end + 1 || (m.tokens.start > end + 1 && m.tokens.start <= end + 3 && ground.has(end + 1, Class::TITLE))
        });
        let role = (at..end).any(|i| ground.has(i, Class::ROLE.or(Class::UNNAMED).or(Class::SPEAKS)));
        let has_person = mentions_in(ground.layer, at..end).any(|(_, kind)| kind == ActorType::Person);
        if let Some(m) = named.filter(|m| role && !has_person && kind_of(ground.layer, m.actor) == Some(ActorType::Person)) {
            return Some(at..m.tokens.end);
        }
    }
    Some(at..end)
}

fn relative_inside(ground: &Ground<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| ground.one_of(i, &["who", "which", "whose", "whom"]))
}

/// The kind of an actor.
pub(super) fn kind_of(layer: &Layer, actor: super::reading::ActorId) -> Option<ActorType> {
    usize::try_from(actor.0).ok()?.checked_sub(1).and_then(|i| layer.actors.get(i)).map(|a| a.kind)
}

/// The mentions inside a range: their tokens and kind.
pub(super) fn mentions_in(layer: &Layer, range: Range<usize>) -> impl Iterator<Item = (&super::layer::Mention, ActorType)> {
    let from = layer.mentions.partition_point(|m| m.tokens.start < range.start);
    layer.mentions[from..]
        .iter()
        .take_while(move |m| m.tokens.start < range.end)
        .filter(move |m| m.tokens.end <= range.end)
        .filter_map(move |m| kind_of(layer, m.actor).map(|k| (m, k)))
}

/// The subject before a comma that stands before the verb: over appositions and relative clauses.
fn across(ground: &Ground<'_>, s: usize, comma: usize) -> Option<Range<usize>> {
    let mut end = comma;
    for step in 0..6 {
        let from = segment_start(ground, s, end);
        if from >= end {
            return None;
        }
        let after_comma = from > s && (ground.is(from - 1, ",") || ground.is_dash(from - 1));
        let addition = is_addition(ground, from, end, after_comma);
        if !addition {
            // A whole clause is no subject: "the talks went on, said X".
            if ground.has_finite(from..end) && !relative_inside(ground, from, end) && ground.is(comma, ",") {
                let r = region(ground, from, end)?;
                return (step > 0 && !ground.has_finite(r.clone())).then_some(r);
            }
            // A noun phrase and a comma before a verb: only a name behind a role is its subject.
            if step == 0 {
                // "A farmer who asked …, reported", and a comma too many behind a source.
                let part = region(ground, from, end);
                if let Some(r) = part.clone().filter(|_| from == s) {
                    let h = head(ground, r.clone());
                    if relative_inside(ground, from, end)
                        || ground.has(h, Class::UNNAMED.or(Class::ROLE)) && ground.has(r.start, Class::DETERMINER)
                    {
                        return Some(r);
                    }
                }
                let name = region(ground, from, end).filter(|_| after_comma)?;
                let whole = with_role(ground, s, name.clone());
                return (whole != name).then_some(whole);
            }
            return region(ground, from, end).map(|r| with_role(ground, s, r));
        }
        if !after_comma {
            return None;
        }
        end = from - 1;
    }
    None
}

/// A name behind a role and a comma takes the role in: "the chair of the Council, Leila Tarkan, said".
fn with_role(ground: &Ground<'_>, s: usize, name: Range<usize>) -> Range<usize> {
    let person = mentions_in(ground.layer, name.clone()).any(|(m, k)| k == ActorType::Person && m.tokens.end == name.end);
    if !person || name.start <= s + 1 || !ground.is(name.start - 1, ",") {
        return name;
    }
    let from = segment_start(ground, s, name.start - 1);
    let Some(role) = region(ground, from.max(s), name.start - 1) else { return name };
    let h = head(ground, role.clone());
    let fits = (ground.has(h, Class::ROLE.or(Class::SPEAKS).or(Class::UNNAMED)) || ground.has(role.start, Class::DETERMINER))
        && !ground.has_finite(role.clone())
        && mentions_in(ground.layer, role.clone()).all(|(_, k)| k != ActorType::Person);
    if fits { role.start..name.end } else { name }
}

/// The beginning of the part of a sentence that ends before a token.
fn segment_start(ground: &Ground<'_>, s: usize, end: usize) -> usize {
    let mut i = end;
    while i > s {
        let k = i - 1;
        if ground.is(k, ")")
            && let Some(open) = (s.max(k.saturating_sub(12))..k).rev().find(|o| ground.is(*o, "("))
        {
            i = open;
            continue;
        }
        if ground.is_break(k) && !ground.possessive(k) && !(ground.title_dot(k) && ground.capital(k + 1)) {
            break;
        }
        i = k;
    }
    i
}

/// Whether a part between commas only tells more of what stands before it.
fn is_addition(ground: &Ground<'_>, from: usize, end: usize, after_comma: bool) -> bool {
    if ground
        .one_of(from, &["who", "which", "whose", "where", "whom", "including", "like", "now", "once", "both", "himself", "herself", "then"])
        || ground.is_number(from) && end - from == 1
    {
        return true;
    }
    let norm = ground.norm(from);
    if !ground.capital(from) && (norm.ends_with("ing") || norm.ends_with("ed") || matches!(norm, "seen" | "known" | "led")) {
        return true;
    }
    if !after_comma {
        return false;
    }
    if ground.has(from, Class::PREPOSITION) && !ground.has(from, Class::DETERMINER) {
        return true;
    }
    let person = Class::ROLE.or(Class::UNNAMED).or(Class::SPEAKS);
    let before_is_name = ground.capital(from.wrapping_sub(2)) || ground.is(from.wrapping_sub(2), ")");
    let is_name = mentions_in(ground.layer, from..end).any(|(m, k)| k == ActorType::Person && m.tokens.end == end);
    if is_name {
        return false;
    }
    if ground.has(from, Class::DETERMINER) {
        return true;
    }
    (from..end).any(|i| ground.has(i, person)) || before_is_name && !ground.capital(from)
}

/// The noun phrase that ends before a token, no further left than a given one.
fn region(ground: &Ground<'_>, s: usize, end: usize) -> Option<Range<usize>> {
    let mut from = end;
    let mut relative = false;
    // A relative pronoun anywhere in the part lets a verb stand inside it.
    let part = segment_start(ground, s, end);
    let relative_at = (part..end).find(|i| ground.one_of(*i, &["who", "whose", "which"]));
    while from > s {
        let k = from - 1;
        if ground.is(k, ")") {
            if let Some(open) = (s.max(k.saturating_sub(8))..k).rev().find(|o| ground.is(*o, "(")) {
                // "(ii) The Corps": a mark of the list.
                if open == s {
                    break;
                }
                from = open;
                continue;
            }
            break;
        }
        if ground.title_dot(k) && ground.capital(k + 1) {
            from = k;
            continue;
        }
        if ground.is_break(k) && !ground.possessive(k) {
            break;
        }
        relative = relative || relative_at.is_some_and(|r| k > r);
        if !relative {
            let determiner = ground.is(k, "that") && ground.has(k.wrapping_sub(1), Class::PREPOSITION);
            if !determiner
                && ground.one_of(
                    k,
                    &[
                        "that", "while", "when", "because", "although", "though", "if", "whereas", "unless", "but", "so", "where", "until",
                        "after", "before", "since", "as", "whether", "than",
                    ],
                )
            {
                break;
            }
            if ground.is(k, "and") && !joins(ground, s, k, end) {
                break;
            }
            if ground.has(k, Class::AUXILIARY) && !ground.capital(k) && from < end {
                break;
            }
            let cue = ground.verb_in(&ground.words.verbs, k).filter(|_| !ground.capital(k));
            if cue.is_some_and(|(f, v, len)| {
                use super::vocabulary::Shape;
                let plural =
                    f.shape == Shape::Base && ground.norm(k.wrapping_sub(1)).ends_with('s') && !ground.possessive(k.wrapping_sub(1));
                let finite = matches!(f.shape, Shape::Past | Shape::Present | Shape::Going) || plural;
                finite
                    && v.frames.that
                    && len == 1
                    && !ground.has(k + 1, Class::PREPOSITION)
                    && !ground.has(k.wrapping_sub(1), Class::DETERMINER)
                    && !ground.possessive(k.wrapping_sub(1))
            }) {
                break;
            }
        } else if relative_at == Some(k) {
            relative = false;
        }
        from = k;
    }
    let mut from = strip(ground, from, end);
    if from >= end {
        return None;
    }
    // A verb of its own inside: a clause, not a subject.
    if relative_at.is_none() && (from + 1..end).any(|i| ground.irregular_past(i)) {
        return None;
    }
    // A relative clause that is bound to the noun stays; one token too many never helps.
    while from < end && ground.one_of(from, &["and", "but", "or", "then", "so", "—"]) {
        from += 1;
    }
    let good = ground.is_word(from) || ground.is_number(from);
    (from < end && good).then_some(from..end)
}

/// Whether "and" joins two noun phrases of one subject.
fn joins(ground: &Ground<'_>, s: usize, and: usize, end: usize) -> bool {
    let left = strip(ground, segment_start(ground, s, and), and);
    if left >= and || ground.has_finite(left..and) {
        return false;
    }
    let right_starts = ground.capital(and + 1)
        || ground.has(and + 1, Class::DETERMINER.or(Class::UNNAMED).or(Class::ROLE).or(Class::BODY).or(Class::NUMERAL))
        || !ground.has_finite(and + 1..end);
    right_starts && !ground.has(left, Class::PREPOSITION.or(Class::SUBORDINATOR))
}

/// Takes a day, an adverb, a phrase of place or time off the front of a subject.
fn strip(ground: &Ground<'_>, from: usize, end: usize) -> usize {
    if end > from && ground.one_of(end - 1, &["it", "he", "she", "they"]) {
        return end - 1;
    }
    let mut at = from;
    while at < end {
        let adverb =
            ground.has(at, Class::ADVERB) && !ground.has(at, Class::DETERMINER.or(Class::NUMERAL)) && !ground.has(at + 1, Class::NUMERAL);
        if ground.has(at, Class::CALENDAR) && !ground.is(at, "may") || adverb {
            at += 1;
            continue;
        }
        if let Some(next) = time_end(ground, at).filter(|n| *n < end && !ground.is(*n, "of")) {
            at = next;
            continue;
        }
        let preposition = ground.has(at, Class::PREPOSITION) && !ground.has(at, Class::DETERMINER) && !ground.is_number(at + 1);
        if preposition || ground.one_of(at, &["in", "on", "at", "between", "from"]) {
            if let Some(next) = time_end(ground, at + 1).filter(|n| *n < end) {
                at = next;
                continue;
            }
            return last_phrase(ground, at + 1, end).unwrap_or(end);
        }
        // "22:04 The Patriotic Rally": a clock or a number of the list before an article or a name.
        if ground.is_number(at)
            && !ground.has(at, Class::NUMERAL)
            && (ground.has(at + 1, Class::DETERMINER) || ground.capital(at + 1))
            && at + 1 < end
        {
            at += 1;
            continue;
        }
        break;
    }
    at
}

/// The token behind the time that begins at a token.
fn time_end(ground: &Ground<'_>, at: usize) -> Option<usize> {
    let start = ground.token(at)?.span.start;
    let i = ground.layer.times.partition_point(|t| t.span.start < start);
    ground.layer.times.get(i).filter(|t| t.span.start == start).map(|t| ground.layer.token_from(t.span.end)).filter(|n| *n > at)
}

/// The noun phrase that a stretch with a preposition at its head ends with: "in Dolna Sorna monitors".
fn last_phrase(ground: &Ground<'_>, from: usize, end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    if ground.has(last, Class::PRONOUN) && !ground.has(last, Class::DETERMINER) || ground.one_of(last, &["it", "he", "she", "they"]) {
        return Some(last);
    }
    let article = (from + 1..end).rev().find(|i| {
        let begins = ground.has(*i, Class::DETERMINER) || ground.is_number(*i) && ground.is_word(i + 1);
        begins && !ground.has(i - 1, Class::PREPOSITION.or(Class::CONJUNCTION)) && !ground.has(i - 1, Class::DETERMINER) && *i + 1 < end
    });
    if article.is_some() {
        return article;
    }
    let capital = ground.capital(last);
    let mut at = last;
    while at > from
        && ground.is_word(at - 1)
        && ground.capital(at - 1) == capital
        && !ground.has(at - 1, Class::PREPOSITION.or(Class::DETERMINER).or(Class::CALENDAR))
    {
        at -= 1;
    }
    (at > from && !ground.has(at - 1, Class::PREPOSITION.or(Class::DETERMINER))).then_some(at)
}

/// Whether a noun phrase is definite: "the", "this", a possessive, a capital.
pub(super) fn definite(ground: &Ground<'_>, from: usize, head: usize) -> bool {
    ground.one_of(from, &["the", "this", "that", "its", "their", "his", "her", "our", "these", "those"])
        || (from..=head).any(|i| ground.possessive(i) || ground.proper(i))
}

/// The head of a noun phrase: the last word before its first preposition or relative clause.
pub(super) fn head(ground: &Ground<'_>, range: Range<usize>) -> usize {
    // "one of the drivers", "two of its members".
    if (ground.has(range.start, Class::NUMERAL) || ground.one_of(range.start, &["some", "several", "many", "members", "one"]))
        && ground.is(range.start + 1, "of")
        && range.len() > 2
    {
        return head(ground, range.start + 2..range.end);
    }
    let stop = (range.start + 1..range.end)
        .find(|i| {
            (ground.has(*i, Class::PREPOSITION) && !ground.has(*i, Class::NUMERAL))
                || ground.one_of(
                    *i,
                    &[
                        "who", "which", "whose", "that", "where", ",", "(", "familiar", "close", "briefed", "involved", "speaking",
                        "based", "seen", "privy", "present", "taking", "working",
                    ],
                )
                || ground.is_dash(*i)
        })
        .unwrap_or(range.end);
    (range.start..stop)
        .rev()
        .find(|i| {
            let floating = ground.one_of(*i, &["each", "both"]) && *i > range.start;
            ground.is_word(*i) && !floating && !ground.has(*i, Class::ADVERB) && !ground.possessive(*i)
        })
        .unwrap_or(range.start)
}

/// Whether a noun phrase is a text: a plan, a draft, an article of one.
pub(super) fn is_text(ground: &Ground<'_>, range: Range<usize>) -> bool {
    let h = head(ground, range.clone());
    if ground.has(h, Class::DOCUMENT) {
        // "Article 3 of the draft"; a person's "plan" too.
        return true;
    }
    if ground.one_of(h, &["point", "points"]) {
        return range
            .clone()
            .any(|i| ground.one_of(i, &["first", "second", "third", "fourth", "fifth", "sixth", "last", "final"]) || ground.is_number(i));
    }
    let number = range.clone().any(|i| ground.one_of(i, &["article", "annex", "clause", "paragraph", "section"]));
    let named = mentions_in(ground.layer, range.clone()).any(|(m, k)| k == ActorType::Document && m.tokens.end == h + 1);
    number
        || named
        || ground.has(h, Class::WEAK_DOCUMENT)
            && ground.one_of(h, &["ceasefire", "truce", "law", "charter", "timetable", "schedule", "paper"])
}

/// Whether a noun phrase can speak: a name, a role, a body, a source.
pub(super) fn speaks(ground: &Ground<'_>, range: Range<usize>) -> bool {
    let h = head(ground, range.clone());
    ground.has(h, Class::ROLE.or(Class::SPEAKS).or(Class::UNNAMED).or(Class::BODY).or(Class::OUTLET).or(Class::PRONOUN))
        || mentions_in(ground.layer, range).next().is_some()
}
