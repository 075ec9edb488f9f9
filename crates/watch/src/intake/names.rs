//! Names: runs of capitals, cut into what a name belongs to, its role, and the name itself.

use super::ground::Ground;
use super::layer::{Kind, Place};
use super::reading::ActorType;
use super::vocabulary::Class;
use std::ops::Range;

/// A run of capitals, cut up. Ranges are tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// The name itself; empty where the run is a role alone ("the Foreign Minister").
    pub(super) name: Range<usize>,
    /// The words of the role, where it stands in or before the run.
    pub(super) role: Option<Range<usize>>,
    /// What it belongs to: a state's adjective, a body.
    pub(super) of: Option<Range<usize>>,
    /// A title before the name.
    pub(super) title: Option<Range<usize>>,
    /// What it is, where its own words say so.
    pub(super) kind: Option<Guess>,
}

/// What a name's own words make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Guess {
    Actor(ActorType),
    Place,
}

const JOINS_BODY: &[&str] = &["of", "for", "on", "and", "the"];
const PARTICLES: &[&str] = &["de", "bin", "ibn", "bint", "al", "el", "von", "van", "der", "du", "da", "di", "la", "le", "abu", "ben"];

/// All runs of a text, in order; headings are read for known names alone.
pub(super) fn runs(ground: &Ground<'_>, own: &dyn Fn(&str) -> bool) -> Vec<Run> {
    let mut out = Vec::new();
    for sentence in &ground.layer.sentences {
        let place = ground.layer.paragraphs.get(sentence.paragraph).map_or(Place::Body, |p| p.place);
        let heading = place == Place::Heading || shouts(ground, sentence.tokens.clone());
        let mut i = sentence.tokens.start;
        if (heading || place == Place::Header)
            && let Some(name) = issuer(ground, sentence.tokens.clone())
        {
            i = name.end;
            if ground.is(i, "(") && ground.is(i + 2, ")") && ground.capital(i + 1) {
                out.push(Run { name: i + 1..i + 2, role: None, of: None, title: None, kind: None });
            }
            out.push(Run { kind: head_of(ground, name.clone()), name, role: None, of: None, title: None });
        }
        while i < sentence.tokens.end {
            if let Some(len) = known_at(ground, i, sentence.tokens.end, own) {
                // A known name may be the beginning of a longer one: "UN Security Council", "Jordan Valley".
                let end = if heading { i + len } else { extend(ground, i, sentence.tokens.end).max(i + len) };
                cut_up(ground, i..end, own, &mut out);
                i = end;
                continue;
            }
            if heading || !begins(ground, i) {
                i += 1;
                continue;
            }
            let end = extend(ground, i, sentence.tokens.end);
            cut_up(ground, i..end, own, &mut out);
            i = end.max(i + 1);
        }
    }
    out
}

/// The issuing body that a heading begins with: "SORNA MONITORING MISSION (SMM)", "MINISTRY OF HEALTH IN QADR".
fn issuer(ground: &Ground<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let from = if ground.is(tokens.start, "the") { tokens.start + 1 } else { tokens.start };
    let mut end = from;
    while end < tokens.end.min(from + 12) && ground.is_word(end) && !ground.has(end, Class::CALENDAR) {
        let small = ground.one_of(end, &["of", "the", "for", "and", "in", "on"]);
        if !small && !ground.capital(end) {
            break;
        }
        // A verb ends the name in a headline: "… COUNCIL CONDEMNS".
        if end > from
            && !small
            && ground.verb_in(&ground.words.verbs, end).is_some_and(|(f, _, _)| f.shape == super::vocabulary::Shape::Present)
            && (from..end).any(|i| ground.has(i, Class::BODY))
        {
            break;
        }
        end += 1;
    }
    while end > from && ground.one_of(end - 1, &["of", "the", "for", "and", "in", "on"]) {
        end -= 1;
    }
    let name = from..end;
    let actor = matches!(head_of(ground, name.clone()), Some(Guess::Actor(ActorType::Body | ActorType::Organisation)));
    // The line says nothing else, or the name is followed by its abbreviation or a verb.
    let closed = end >= tokens.end || !ground.is_word(end) || ground.verb_in(&ground.words.verbs, end).is_some();
    (name.len() > 1 && actor && closed).then_some(name)
}

/// Whether a sentence is all capitals.
fn shouts(ground: &Ground<'_>, tokens: Range<usize>) -> bool {
    let words = tokens.clone().filter(|i| ground.is_word(*i)).count();
    let capitals = tokens.filter(|i| ground.token(*i).is_some_and(|t| t.capitals)).count();
    words > 3 && capitals * 3 > words * 2
}

fn begins(ground: &Ground<'_>, i: usize) -> bool {
    if !ground.capital(i) || ground.has(i, Class::CALENDAR.or(Class::NOBODY)) || ground.norm(i) == "i" {
        return false;
    }
    if ground.norm(i).contains('\'')
        && ["we'", "i'", "they'", "he'", "she'", "it'", "you'", "there'", "that'", "who'", "what'", "let'"]
            .iter()
            .any(|p| ground.norm(i).starts_with(p))
    {
        return false;
    }
    let mut grammar = Class::DETERMINER.or(Class::PREPOSITION).or(Class::AUXILIARY).or(Class::PRONOUN);
    if ground.opens(i) {
        grammar = grammar.or(Class::STARTER);
    }
    if ground.has(i, grammar.or(Class::NUMERAL)) && !ground.token(i).is_some_and(|t| t.capitals) {
        return false;
    }
    if !ground.opens(i) || ground.upper.contains(ground.norm(i)) || ground.token(i).is_some_and(|t| t.capitals) {
        return true;
    }
    // "Secretary of State Laura Pinedo", "Ministry of Health", "Doctors of the Plateau".
    let of = if ground.one_of(i + 1, &["of", "for"]) { if ground.is(i + 2, "the") { i + 3 } else { i + 2 } } else { i };
    if of > i
        && ground.capital(of)
        && !ground.has(of, Class::CALENDAR)
        && ground.has(i, Class::ROLE.or(Class::BODY))
        && (ground.has(i, Class::BODY) || ground.capital(of + 1) || ground.has(of + 1, Class::BODY))
    {
        return true;
    }
    // The first word of a sentence: only what cannot be a common word.
    if ground.has(i, Class::DEMONYM.or(Class::STATE).or(Class::TITLE)) {
        return true;
    }
    let next_is_name = ground.proper(i + 1) && !ground.has(i + 1, Class::CALENDAR);
    if next_is_name {
        // "Rescuers Without Borders" begins a name, "When Tal" does not, "Army Colonel" does.
        return !ground.has(i, Class::ADVERB.or(Class::SUBORDINATOR).or(Class::CONJUNCTION)) && !looks_verbal(ground, i);
    }
    if ground.lower.contains(ground.norm(i)) {
        return false;
    }
    let heads = Class::UNNAMED.or(Class::ROLE).or(Class::BODY).or(Class::OUTLET).or(Class::PLACE).or(Class::SPEECH_NOUN);
    if ground.has(i, heads.or(Class::DOCUMENT).or(Class::ADVERB).or(Class::WEAK_DOCUMENT)) {
        return false;
    }
    let norm = ground.norm(i);
    let common = norm.ends_with("ing") || (norm.ends_with('s') && !norm.ends_with("us") && !norm.ends_with("is") && !norm.ends_with("as"));
    let acts = ground.possessive(i + 1) || ground.finite(i + 1);
    acts && !common
}

fn looks_verbal(ground: &Ground<'_>, i: usize) -> bool {
    let norm = ground.norm(i);
    norm.ends_with("ing") || norm.ends_with("ed")
}

/// The end of the run that begins at a token.
fn extend(ground: &Ground<'_>, from: usize, limit: usize) -> usize {
    let mut end = from + 1;
    loop {
        if end >= limit {
            return end;
        }
        if ground.title_dot(end) && is_abbreviation(ground, end - 1) && ground.capital(end + 1) {
            end += 1;
            continue;
        }
        if ground.capital(end) && !ground.has(end, Class::CALENDAR) && ground.norm(end) != "i" {
            // A quotation mark or any other mark ended the run already.
            end += 1;
            continue;
        }
        let number = ground.token(end).is_some_and(|t| t.kind == Kind::Number);
        let numbered = number
            && end == from + 1
            && ground.token(end).is_some_and(|t| t.norm.len() < 3)
            && (ground.has(end + 1, Class::AUXILIARY)
                || ground.is(end + 1, ",") && ground.is(end + 2, "citing")
                || ground.verb_in(&ground.words.verbs, end + 1).is_some())
            && !ground.has(from, Class::PLACE.or(Class::DOCUMENT))
            && !ground.one_of(
                from,
                &[
                    "route",
                    "phase",
                    "sluice",
                    "kilometre",
                    "resolution",
                    "point",
                    "ward",
                    "block",
                    "room",
                    "chapter",
                    "area",
                    "day",
                    "group",
                    "level",
                    "stage",
                    "step",
                    "option",
                    "part",
                    "table",
                    "figure",
                    "page",
                    "building",
                    "pump",
                    "well",
                    "tower",
                    "house",
                    "annex",
                    "lot",
                    "list",
                    "km",
                ],
            );
        if numbered || number && ground.has(end - 1, Class::OUTLET_HEAD.or(Class::OUTLET)) {
            end += 1;
            continue;
        }
        if ground.possessive(end) && owned(ground, end) {
            end += 2;
            continue;
        }
        // "of", "for the", "and" inside the name of a body or a role.
        let body = (from..end).any(|i| {
            ground.has(i, Class::BODY.or(Class::ROLE))
                || ground.is(i, "organisation")
                || ground.is(i, "organization")
                || ground.is(i, "republic")
                || ground.is(i, "union")
        });
        let inner = (from..end).any(|i| ground.one_of(i, &["of", "for"]));
        let mut next = end;
        while next < limit && ground.one_of(next, JOINS_BODY) && next < end + 3 {
            next += 1;
        }
        let opens_with = ground.norm(end);
        let joins = next > end
            && ground.capital(next)
            && !ground.has(next, Class::CALENDAR)
            && body
            && (opens_with == "of" && (inner || heads(ground, end - 1))
                || (opens_with == "for" && !ground.has(end - 1, Class::SPEAKS))
                || opens_with == "on"
                || (opens_with == "and" && inner && next == end + 1))
            && !(opens_with == "and" && (is_actorish(ground, next) || ground.finite(next + 1)));
        if joins && !(ground.has(end - 1, Class::ROLE) && opens_with == "for") {
            end = next + 1;
            continue;
        }
        if PARTICLES.contains(&opens_with) && ground.capital(end + 1) {
            end += 2;
            continue;
        }
        return end;
    }
}

/// Whether a word can have "of X" behind it inside a name.
fn heads(ground: &Ground<'_>, i: usize) -> bool {
    ground.has(i, Class::BODY.or(Class::ROLE))
        || ground.one_of(i, &["organisation", "organization", "republic", "union", "federation", "doctors", "friends", "mothers"])
}

/// "People's Congress", "Mothers' Union": a possessive inside a name.
fn owned(ground: &Ground<'_>, mark: usize) -> bool {
    const OWNERS: &[&str] = &[
        "people",
        "people's",
        "women",
        "mothers",
        "workers",
        "children",
        "doctors",
        "farmers",
        "teachers",
        "students",
        "citizens",
        "peasants",
        "fishermen",
        "miners",
        "veterans",
        "soldiers",
        "king",
        "queen",
        "families",
        "journalists",
        "lawyers",
        "writers",
        "traders",
        "men",
        "youth",
        "nation",
        "nurses",
        "physicians",
        "writers",
        "prisoners",
    ];
    let before = mark.checked_sub(1).map_or("", |i| ground.norm(i));
    OWNERS.contains(&before) && ground.capital(mark + 1)
}

fn is_actorish(ground: &Ground<'_>, i: usize) -> bool {
    ground.has(i, Class::STATE.or(Class::DEMONYM).or(Class::TITLE))
}

fn is_abbreviation(ground: &Ground<'_>, i: usize) -> bool {
    ground.has(i, Class::TITLE) || ground.norm(i).chars().count() == 1 || ground.one_of(i, &["st", "jr", "gov", "sen", "rep"])
}

/// How many tokens a known name takes here.
pub(super) fn known_at(ground: &Ground<'_>, i: usize, limit: usize, own: &dyn Fn(&str) -> bool) -> Option<usize> {
    let first = ground.token(i)?;
    if first.kind != Kind::Word || !(first.capital || first.norm.starts_with("al-")) {
        return None;
    }
    let longest = ground.words.longest_name.max(8).min(limit.saturating_sub(i));
    let mut joined = String::new();
    let mut best = None;
    for k in 0..longest {
        if ground.is_break(i + k) && !ground.possessive(i + k) {
            break;
        }
        if k > 0 {
            joined.push(' ');
        }
        joined.push_str(ground.norm(i + k));
        let plain = ground.words.names.contains_key(&*joined)
            && !(k == 0 && first.norm.len() <= 3 && !first.capitals && joined != "un" && joined != "kan");
        if plain || own(&joined) {
            best = Some(k + 1);
        }
    }
    // "us" and "it" in capitals at the head of a sentence are no states.
    best.filter(|n| *n > 1 || first.capitals || first.norm.len() > 2)
}

/// Cuts a run into its parts and adds them.
fn cut_up(ground: &Ground<'_>, run: Range<usize>, own: &dyn Fn(&str) -> bool, out: &mut Vec<Run>) {
    let (start, end) = (run.start, run.end);
    if start >= end {
        return;
    }
    let whole = known_at(ground, start, end, own) == Some(end - start);
    if whole {
        out.push(with_lower_role(ground, Run { name: run, role: None, of: None, title: None, kind: None }));
        return;
    }
    // The tail decides: "UN Security Council", "Orin Valley", "Argus Radio". A head of an outlet must come last.
    let headed = head_of(ground, run.clone());
    // A role inside: what stands before is what it belongs to, what stands after is the name.
    let role = (start..end).find_map(|i| ground.words.roles.at(ground.tokens(), i).map(|(n, _)| (i, n)).filter(|(i, n)| i + n <= end));
    let headed_before_role = role.is_some_and(|(at, n)| (at + n..end).any(|i| ground.has(i, Class::BODY)));
    if let Some((at, len)) = role.filter(|_| headed.is_none() && !headed_before_role) {
        let mut of_end = start;
        let mut i = start;
        while i < at {
            if let Some(n) = known_at(ground, i, at, own) {
                i += n;
                of_end = i;
            } else if ground.has(i, Class::DEMONYM) || ground.has(i, Class::BODY) || demonym_shape(ground, i, at) {
                i += 1;
                of_end = i;
            } else {
                i += 1;
            }
        }
        let mut role_end = at + len;
        if ground.one_of(role_end, &["of", "for"]) && role_end < end {
            role_end += 1;
            if ground.is(role_end, "the") {
                role_end += 1;
            }
            role_end = (role_end + 1).min(end);
            if ground.one_of(
                role_end,
                &[
                    "affairs",
                    "relations",
                    "security",
                    "works",
                    "resources",
                    "trade",
                    "development",
                    "services",
                    "policy",
                    "defence",
                    "defense",
                ],
            ) && role_end < end
            {
                role_end += 1;
            }
            while ground.is(role_end, "and") && role_end + 1 < end {
                role_end += 2;
            }
        }
        let role_end = role_end.min(end);
        // What the role is of may be a name: "President of the Movement".
        if let Some(of_at) = (at..role_end).find(|i| ground.is(*i, "of")) {
            let from = if ground.is(of_at + 1, "the") { of_at + 2 } else { of_at + 1 };
            let inner = from..role_end;
            let actor = !inner.is_empty() && ground.has(inner.end - 1, Class::BODY) && ground.capital(inner.start);
            if actor {
                out.push(Run { kind: head_of(ground, inner.clone()), name: inner, role: None, of: None, title: None });
            }
        }
        let (title, name) = strip_title(ground, role_end..end);
        let of = (of_end > start).then_some(start..of_end);
        let mut role = of_end.min(at)..role_end;
        let mut of = of;
        if of.is_none() && name.is_empty() && role.len() > 3 {
            of = None;
        }
        // "Army Chief": the body belongs to the role too.
        if of_end == at
            && of.as_ref().is_some_and(|o| o.len() == 1 && ground.has(o.start, Class::BODY) && !ground.has(o.start, Class::DEMONYM))
        {
            role = start..role_end;
            of = Some(start..at);
        }
        if of.is_none() {
            of = belongs_before(ground, start);
        }
        out.push(Run { kind: (!name.is_empty()).then_some(Guess::Actor(ActorType::Person)), name, role: Some(role), of, title });
        return;
    }
    if let Some(kind) = headed {
        out.push(Run { name: run, role: None, of: None, title: None, kind: Some(kind) });
        return;
    }
    let (title, name) = strip_title(ground, run.clone());
    if let Some(title) = title.filter(|_| !name.is_empty()) {
        out.push(with_lower_role(
            ground,
            Run { name, role: None, of: None, title: Some(title), kind: Some(Guess::Actor(ActorType::Person)) },
        ));
        return;
    }
    // A known name at the head, something else behind it.
    if let Some(n) = known_at(ground, start, end, own).filter(|n| *n < end - start) {
        out.push(Run { name: start..start + n, role: None, of: None, title: None, kind: None });
        cut_up(ground, start + n..end, own, out);
        return;
    }
    // A state's adjective at the head, alone ("Egyptian", "Palestinians") or before a name.
    if ground.has(start, Class::DEMONYM) || (demonym_shape(ground, start, end) && end - start > 1 && !ground.has(start + 1, Class::BODY)) {
        let rest = start + 1..end;
        if rest.is_empty() {
            return;
        }
        out.push(with_lower_role(ground, Run { name: rest, role: None, of: Some(start..start + 1), title: None, kind: None }));
        return;
    }
    if end - start == 1 && ground.has(start, Class::NOBODY.or(Class::CALENDAR)) {
        return;
    }
    out.push(with_lower_role(ground, Run { name: run, role: None, of: None, title: None, kind: None }));
}

/// A possessive or a name directly before a role: "Israel's National Security Minister".
fn belongs_before(ground: &Ground<'_>, start: usize) -> Option<Range<usize>> {
    let before = start.checked_sub(1)?;
    if !ground.possessive(before) {
        return None;
    }
    let mut from = before;
    while from > 0 && ground.proper(from - 1) {
        from -= 1;
    }
    (from < before).then_some(from..before)
}

/// A role in small letters directly before a name: "army spokesman Petar Dorn".
fn with_lower_role(ground: &Ground<'_>, mut run: Run) -> Run {
    let start = run.title.as_ref().or(run.of.as_ref()).map_or(run.name.start, |r| r.start);
    let Some(last) = start.checked_sub(1) else { return run };
    let before = ground.words.roles.before(ground.tokens(), start).map(|(n, _)| start - n);
    let Some(mut from) = before.or_else(|| ground.has(last, Class::ROLE.or(Class::UNNAMED)).then_some(last)) else { return run };
    // "told the minister Tal": a role with a determiner before a name still holds.
    if ground.capital(last) && !ground.opens(last) {
        return run;
    }
    let head = from;
    while let Some(i) = from.checked_sub(1) {
        let plain = ground.is_word(i) && (!ground.capital(i) || ground.opens(i));
        let grammar = Class::DETERMINER
            .or(Class::PREPOSITION)
            .or(Class::CONJUNCTION)
            .or(Class::AUXILIARY)
            .or(Class::PRONOUN)
            .or(Class::SUBORDINATOR)
            .or(Class::DEMONYM)
            .or(Class::ADVERB)
            .or(Class::CALENDAR);
        if !plain
            || ground.possessive(i)
            || ground.has(i, grammar)
            || ground.verb_in(&ground.words.verbs, i).is_some_and(|_| !ground.has(i, Class::BODY))
        {
            break;
        }
        from = i;
    }
    // A plural before one name ("officials Tal and Reed") still names a role; a group does not: "rebels in Tal".
    run.role = Some(from..start);
    if run.of.is_none() {
        let body = (from..head).rev().find(|i| ground.has(*i, Class::BODY));
        run.of = body.map(|b| from..b + 1).or_else(|| {
            let i = from.checked_sub(1)?;
            if ground.possessive(i) {
                let mut k = i;
                while k > 0 && (ground.capital(k - 1) || ground.has(k - 1, Class::BODY)) {
                    k -= 1;
                }
                return (k < i).then_some(k..i);
            }
            let mut k = i + 1;
            while k > 0
                && ground.capital(k - 1)
                && (!ground.opens(k - 1) || ground.has(k - 1, Class::DEMONYM) || ground.upper.contains(ground.norm(k - 1)))
                && k > i.saturating_sub(5)
            {
                k -= 1;
            }
            (k < i + 1).then_some(k..i + 1)
        });
    }
    if run.kind.is_none() {
        run.kind = Some(Guess::Actor(ActorType::Person));
    }
    run
}

/// Whether a token looks like an adjective made from a name, before a common word or a role.
pub(super) fn demonym_shape(ground: &Ground<'_>, i: usize, limit: usize) -> bool {
    let norm = ground.norm(i);
    let shape = ["an", "ian", "ese", "ish", "i", "ite", "ic"].iter().any(|e| norm.ends_with(e)) && norm.len() > 4;
    shape && ground.capital(i) && i < limit && {
        let stem: String = norm.chars().take(norm.chars().count().saturating_sub(3).max(4)).collect();
        ground.beginning(&stem).any(|w| w != norm && w.len() <= norm.len())
            || ground.has(i + 1, Class::ROLE.or(Class::UNNAMED).or(Class::BODY))
    }
}

fn strip_title(ground: &Ground<'_>, run: Range<usize>) -> (Option<Range<usize>>, Range<usize>) {
    let mut at = run.start;
    while at < run.end && (ground.has(at, Class::TITLE) || ground.is(at, ".")) && at + 1 < run.end {
        at += 1;
    }
    if at == run.start { (None, run) } else { (Some(run.start..at), at..run.end) }
}

/// What the head noun of a run makes of it.
fn head_of(ground: &Ground<'_>, run: Range<usize>) -> Option<Guess> {
    let last = run.end.checked_sub(1)?;
    let of = run.clone().find(|i| ground.one_of(*i, &["of", "for", "on"])).filter(|i| *i > run.start);
    let body = |i: usize| {
        let singular = || ground.norm(i).strip_suffix('s').and_then(|w| ground.words.bodies.get(w)).map(|e| (1, e));
        let (_, entry) = ground.words.bodies.before(ground.tokens(), i + 1).or_else(singular)?;
        Some(if entry.field(0) == "body" { ActorType::Body } else { ActorType::Organisation })
    };
    let people =
        ground.possessive(run.start + 1) && owned(ground, run.start + 1) || ground.one_of(run.start, &["people's", "mothers'", "women's"]);
    if people {
        return Some(Guess::Actor(ActorType::Organisation));
    }
    // "President of the Movement" is a role.
    if of.is_some_and(|i| ground.has(i - 1, Class::ROLE) && !ground.has(i - 1, Class::BODY)) {
        return None;
    }
    if let Some(kind) = of.and_then(|i| body(i - 1)) {
        return Some(Guess::Actor(kind));
    }
    if ground.token(last).is_some_and(|t| t.kind == Kind::Number) {
        return Some(Guess::Actor(ActorType::Outlet));
    }
    if run.len() == 1 {
        // "Parliament", "Cabinet" alone are names of bodies; "Monitor" alone is not an outlet.
        return body(last).filter(|_| !ground.opens(last)).map(Guess::Actor);
    }
    if ground.has(last, Class::OUTLET_HEAD) && !ground.one_of(last, &["mission", "observer", "observers", "monitor"]) {
        let agency = ground.is(last, "agency") && !ground.one_of(last - 1, &["news", "press"]);
        if !agency {
            return Some(Guess::Actor(ActorType::Outlet));
        }
    }
    if let Some(kind) = body(last) {
        return Some(Guess::Actor(kind));
    }
    if ground.has(last, Class::DOCUMENT) {
        return Some(Guess::Actor(ActorType::Document));
    }
    let place_head = ground.has(last, Class::PLACE);
    let place_first = ground.one_of(
        run.start,
        &[
            "port", "mount", "camp", "lake", "fort", "upper", "lower", "north", "south", "east", "west", "cape", "new", "old", "greater",
            "central", "san", "saint", "st",
        ],
    );
    if ground.one_of(run.start, &["radio", "tv", "channel", "télé", "tele", "televisión", "canal"]) {
        return Some(Guess::Actor(ActorType::Outlet));
    }
    if place_head || place_first {
        return Some(Guess::Place);
    }
    body(run.start).filter(|_| of.is_some()).map(Guess::Actor)
}
