//! Appositions: "X, leader of Y," and "the leader of Y, X".

use super::ground::Ground;
use super::names::Run;
use super::reading::ActorType;
use super::vocabulary::Class;
use std::ops::Range;

/// The office that a verb gives: "who leads the delegation", "led by X".
pub(super) fn led(ground: &Ground<'_>, name: Range<usize>) -> Option<String> {
    const VERBS: &[(&str, &str)] = &[
        ("leads", "leader"),
        ("led", "leader"),
        ("heads", "head"),
        ("headed", "head"),
        ("commands", "commander"),
        ("commanded", "commander"),
        ("chairs", "chair"),
        ("chaired", "chair"),
        ("runs", "head"),
        ("directs", "director"),
        ("directed", "director"),
        ("speaks", "spokesperson"),
    ];
    let office = |i: usize| VERBS.iter().find(|(v, _)| ground.is(i, v)).map(|(_, o)| *o);
    let of = |words: Range<usize>| {
        let text = terms::script::squeezed(ground.cut(words));
        if text.is_empty() { String::new() } else { format!(" of {text}") }
    };
    if ground.is(name.end, ",") && ground.is(name.end + 1, "who") {
        let office = office(name.end + 2)?;
        let from = if ground.one_of(name.end + 3, &["the", "for"]) { name.end + 4 } else { name.end + 3 };
        let end = super::contents::noun_end(ground, from, ground.sentence(name.start).end);
        return Some(format!("{office}{}", of(from..end)));
    }
    let by = name.start.checked_sub(1).filter(|b| ground.is(*b, "by"))?;
    let verb = by.checked_sub(1)?;
    let office = office(verb)?;
    let mut from = verb;
    if ground.is(from.wrapping_sub(1), ",") {
        from -= 1;
    }
    let end = from;
    while from > 0
        && ground.is_word(from - 1)
        && !ground.has(from - 1, Class::DETERMINER.or(Class::PREPOSITION).or(Class::AUXILIARY))
        && !ground.possessive(from - 1)
        && end - from < 4
    {
        from -= 1;
    }
    Some(format!("{office}{}", of(from..end)))
}

/// What stands beside a name and says what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Apposition {
    /// What it makes of the name; `None` for a place.
    pub(super) kind: Option<ActorType>,
    /// The words of a role, without the article.
    pub(super) role: Option<Range<usize>>,
    /// What the role belongs to.
    pub(super) of: Option<Range<usize>>,
    /// All its tokens.
    pub(super) tokens: Range<usize>,
}

/// How far an apposition may reach, in tokens.
const REACH: usize = 16;

/// The apposition of a run, behind it or before it.
pub(super) fn of(ground: &Ground<'_>, run: &Run) -> Option<Apposition> {
    if run.name.is_empty() {
        return None;
    }
    behind(ground, run.name.end, run.name.len() > 1).or_else(|| {
        let start = run.title.as_ref().map_or(run.name.start, |t| t.start);
        if run.role.is_some() { None } else { before(ground, start, run.name.clone()) }
    })
}

fn people() -> Class {
    Class::ROLE.or(Class::SPEAKS).or(Class::UNNAMED)
}

fn stops(ground: &Ground<'_>, i: usize) -> bool {
    ground.is_break(i) && !ground.possessive(i) && !ground.is(i, "(") && !ground.is(i, ")")
}

fn behind(ground: &Ground<'_>, name_end: usize, several: bool) -> Option<Apposition> {
    let mut at = name_end;
    // "X (KLF), the ..." and "X, 34, a farmer".
    if ground.is(at, "(") && ground.is(at + 2, ")") {
        at += 3;
    }
    if !ground.is(at, ",") {
        return None;
    }
    at += 1;
    if ground.is_number(at) && ground.is(at + 1, ",") {
        at += 2;
    }
    let limit = ground.sentence(name_end.saturating_sub(1)).end.min(at + REACH);
    let from = at;
    if !ground.is_word(at)
        || ground.has(at, Class::RELATIVE.or(Class::CONJUNCTION).or(Class::PRONOUN).or(Class::AUXILIARY))
            && !ground.has(at, Class::DETERMINER)
    {
        return None;
    }
    if ground.is(at, "and") || ground.is(at, "or") || ground.finite(at) && !ground.has(at, people()) {
        return None;
    }
    let mut end = at;
    while end < limit && !stops(ground, end) && !relative(ground, end) && (end == at || !verbal(ground, end)) {
        end += 1;
    }
    let article = ground.has(at, Class::DETERMINER);
    // It ends at a mark, or goes on with "who"; a verb straight behind it begins a clause of its own.
    let closed = stops(ground, end) || relative(ground, end) && !ground.is(end, "that");
    if !closed {
        return None;
    }
    noun_phrase(ground, from..end, article, several)
}

/// "who", "which", and verbs that end the noun phrase.
fn relative(ground: &Ground<'_>, i: usize) -> bool {
    ground.one_of(i, &["who", "whose", "which", "that", "where", "when", "whom", "while", "but"])
}

fn verbal(ground: &Ground<'_>, i: usize) -> bool {
    ground.finite(i)
        && !ground.has(i, people().or(Class::BODY))
        && !ground.has(i.wrapping_sub(1), Class::DETERMINER.or(Class::PREPOSITION))
        && !ground.capital(i)
}

fn noun_phrase(ground: &Ground<'_>, tokens: Range<usize>, article: bool, several: bool) -> Option<Apposition> {
    let (from, end) = (tokens.start, tokens.end);
    if from >= end {
        return None;
    }
    // The head stands before the first preposition.
    if (ground.has(from, Class::NUMERAL) || ground.is(from, "one")) && ground.is(from + 1, "of") && from + 2 < end {
        // "one of the drivers".
        let inner = noun_phrase(ground, from + 2..end, ground.has(from + 2, Class::DETERMINER), several)?;
        return Some(Apposition { tokens, ..inner });
    }
    let first_prep = (from..end).find(|i| *i > from && ground.has(*i, Class::PREPOSITION)).unwrap_or(end);
    let possessive = (from..first_prep).rev().find(|i| ground.possessive(*i));
    let start = possessive.map_or(from + usize::from(article), |p| p + 1);
    let head = (start..first_prep).rev().find(|i| ground.is_word(*i) && !ground.has(*i, Class::ADVERB))?;
    let is_person = (start..first_prep).any(|i| ground.has(i, people()));
    if ground.has(head, people()) || (is_person && !ground.has(head, Class::BODY.or(Class::PLACE))) {
        let mut role_end = head + 1;
        let mut of = possessive.map(|p| from + usize::from(article)..p);
        if ground.one_of(role_end, &["of", "for", "at", "to", "in"]) && role_end < end {
            let body_start = if ground.has(role_end + 1, Class::DETERMINER) { role_end + 2 } else { role_end + 1 };
            let mut body_end = body_start;
            let outside = |i: usize| ground.has(i, Class::PREPOSITION) && !ground.is(i, "of") || ground.is(i, "and");
            while body_end < end && !outside(body_end) {
                body_end += 1;
            }
            if body_start < body_end && ground.one_of(role_end, &["of", "for", "at"]) {
                if of.is_none() {
                    of = Some(body_start..body_end);
                }
                if ground.is(role_end, "of") {
                    role_end = body_end;
                }
            }
        }
        // "Hamas spokesman": what stands before the role in capitals is what it belongs to.
        let mut role_start = start;
        if of.is_none() {
            let mut k = start;
            while k < head && ground.capital(k) && !ground.has(k, people()) {
                k += 1;
            }
            if k > start {
                of = Some(start..k);
                role_start = if ground.has(start, Class::DEMONYM) || k > start { k } else { start };
            } else if let Some(b) = (start..head).find(|i| ground.has(*i, Class::BODY)) {
                of = Some(start..b + 1);
            }
        }
        return Some(Apposition { kind: Some(ActorType::Person), role: Some(role_start..role_end), of, tokens });
    }
    if !article {
        return None;
    }
    let none = |kind| Some(Apposition { kind, role: None, of: None, tokens: tokens.clone() });
    if ground.has(head, Class::PLACE) {
        return none(None);
    }
    if ground.has(head, Class::BODY) {
        return none(Some(ActorType::Organisation));
    }
    if ground.has(head, Class::OUTLET) || ground.one_of(head, &["newspaper", "broadcaster", "website"]) {
        return none(Some(ActorType::Outlet));
    }
    // "X Y, a priest who ...": an occupation that no list has.
    let closed = ground.is(end, ",") || relative(ground, end) || ground.finite(end);
    if several && closed && ground.one_of(from, &["a", "an", "the", "its", "their"]) && head + 1 - start <= 3 {
        return Some(Apposition { kind: Some(ActorType::Person), role: Some(start..head + 1), of: None, tokens });
    }
    None
}

/// "A surgeon there, Ana Lys, told", "according to the Council's secretary, Osei Brumah,".
fn before(ground: &Ground<'_>, name_start: usize, name: Range<usize>) -> Option<Apposition> {
    let (name_end, several) = (name.end, name.len() > 1);
    let comma = name_start.checked_sub(1)?;
    if !ground.is(comma, ",") {
        return None;
    }
    let closes = ground.is_break(name_end) || ground.finite(name_end) || ground.is(name_end, "and");
    if !closes {
        return None;
    }
    let begin = ground.sentence(comma).start.max(comma.saturating_sub(REACH));
    let mut from = comma;
    while from > begin
        && !stops(ground, from - 1)
        && !relative(ground, from - 1)
        && ground.verb_in(&ground.words.verbs, from - 1).is_none_or(|_| ground.has(from - 1, Class::BODY))
    {
        from -= 1;
    }
    // From the left, the first noun phrase with a role at its head that no preposition governs,
    // "according to" and "by" apart.
    let person = |start: usize| {
        let article = ground.has(start, Class::DETERMINER) || ground.is(start, "one");
        let governed = start > from
            && ground.has(start - 1, Class::PREPOSITION)
            && !ground.is(start - 1, "by")
            && !(ground.is(start - 1, "to") && ground.is(start.wrapping_sub(2), "according"));
        let begins = article
            || start == from
            || ground.has(start - 1, Class::CALENDAR.or(Class::ADVERB))
            || ground.is(start - 1, "to")
            || ground.is(start - 1, "by");
        if governed || !begins || ground.has(start, Class::PREPOSITION) {
            return None;
        }
        noun_phrase(ground, start..comma, article, several && start == from).filter(|a| a.kind == Some(ActorType::Person))
    };
    let first = (from..comma).find_map(person)?;
    // "an aide to the special envoy of Orisia, X": X is the envoy.
    let end = first.role.as_ref().map_or(comma, |r| r.end);
    let nearer =
        (end..comma).rev().find(|i| ground.has(*i, Class::ROLE.or(Class::SPEAKS)) && !ground.possessive(i + 1) && !ground.capital(*i));
    let inner = nearer.and_then(|n| (end..n).rev().find(|i| ground.has(*i, Class::DETERMINER)));
    inner.and_then(|start| noun_phrase(ground, start..comma, true, false)).filter(|a| a.kind == Some(ActorType::Person)).or(Some(first))
}
