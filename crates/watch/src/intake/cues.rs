//! Cues: the words that tell that somebody's words follow, or went before.
//!
//! A verb of the list is a cue only where it stands as a verb (what is before it decides between verb,
//! noun and adjective) and where something that can be said is beside it.

use super::ground::Ground;
use super::reading::{Force, Said};
use super::subjects::{self, Subject};
use super::vocabulary::{Class, Frames, Shape, Verb, force_of};
use std::ops::Range;

/// How a cue works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// A verb with its subject.
    Verb,
    /// "according to".
    According,
    /// "citing X": X speaks, the outlet before it carries.
    Citing,
    /// "was quoted as saying".
    Quoted,
    /// "is ready to" and its like.
    Position,
    /// A name and a colon.
    Colon,
    /// A noun: "the demand that".
    Noun,
    /// "Under the plan".
    Under,
}

/// A cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) tokens: Range<usize>,
    pub(super) how: How,
    pub(super) lemma: &'static str,
    pub(super) force: Force,
    pub(super) kind: Said,
    pub(super) frames: Frames,
    pub(super) openers: Vec<&'static str>,
    pub(super) subject: Subject,
    /// Where its own clause begins: its subject, or itself.
    pub(super) clause: usize,
    /// Whether a participle after a comma: "adding that".
    pub(super) participle: bool,
}

impl Cue {
    fn of(verb: &Verb, tokens: Range<usize>, subject: Subject) -> Self {
        let clause = match &subject {
            Subject::Words(r) => r.start.min(tokens.start),
            Subject::Inverted(_) | Subject::Shared | Subject::Nobody => tokens.start,
        };
        Self {
            how: How::Verb,
            lemma: verb.lemma,
            force: verb.force,
            kind: verb.kind,
            frames: verb.frames,
            openers: verb.openers.clone(),
            subject,
            clause,
            participle: false,
            tokens,
        }
    }
}

/// The cues of a sentence, in order; none inside quotation marks.
pub(super) fn find(ground: &Ground<'_>, sentence: &Range<usize>) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    let mut i = sentence.start;
    while i < sentence.end {
        if ground.layer.quote_of(i).is_some_and(|q| ground.layer.quotes.get(q).is_some_and(|q| q.closed || q.continues.is_some())) {
            i += 1;
            continue;
        }
        let cue = according(ground, sentence, i)
            .or_else(|| under(ground, sentence, i))
            .or_else(|| quoted_as(ground, sentence, i))
            .or_else(|| citing(ground, sentence, i))
            .or_else(|| position(ground, sentence, i))
            .or_else(|| term(ground, sentence, i))
            .or_else(|| verb(ground, sentence, i, &out))
            .or_else(|| noun(ground, sentence, i));
        match cue {
            Some(cue) => {
                // Nothing inside a source's own words is a cue: "according to hospital records".
                let source = match (&cue.how, &cue.subject) {
                    (How::According | How::Citing | How::Under, Subject::Inverted(r)) => r.end,
                    _ => i,
                };
                i = cue.tokens.end.max(i + 1).max(source);
                out.push(cue);
            }
            None => i += 1,
        }
    }
    if out.is_empty() {
        out.extend(colon(ground, sentence));
    }
    out
}

fn plain(how: How, force: Force, kind: Said, tokens: Range<usize>, subject: Subject) -> Cue {
    let frames = Frames { that: true, quote: true, ..Frames::default() };
    let clause = tokens.start;
    Cue { tokens, how, lemma: "", force, kind, frames, openers: Vec::new(), subject, clause, participle: false }
}

/// "according to X", "per X".
fn according(ground: &Ground<'_>, sentence: &Range<usize>, i: usize) -> Option<Cue> {
    let len = 2;
    if !(ground.is(i, "according") && ground.is(i + 1, "to") || ground.is(i, "as") && ground.is(i + 1, "per")) {
        return None;
    }
    let subject = subjects::behind(ground, i + len, sentence.end)?;
    Some(plain(How::According, Force::Say, Said::Speech, i..i + len, Subject::Inverted(subject)))
}

/// "Bayan TV, citing hospital staff, says", "…, citing two officials": the words behind are the speaker.
fn citing(ground: &Ground<'_>, sentence: &Range<usize>, i: usize) -> Option<Cue> {
    if !ground.one_of(i, &["citing", "quoting"]) || i == sentence.start && !ground.is_word(i + 1) {
        return None;
    }
    let subject = subjects::behind(ground, i + 1, sentence.end)?;
    if !subjects::speaks(ground, subject.clone()) {
        return None;
    }
    Some(plain(How::Citing, Force::Say, Said::Speech, i..i + 1, Subject::Inverted(subject)))
}

/// "Under the plan, ..." and "In the draft, ..." at the head of a clause.
fn under(ground: &Ground<'_>, sentence: &Range<usize>, i: usize) -> Option<Cue> {
    if !ground.is(i, "under") || ground.is(i + 1, "a") {
        return None;
    }
    let end = (i + 1..sentence.end.min(i + 12)).find(|k| ground.is_break(*k) && !ground.possessive(*k)).unwrap_or(sentence.end);
    let end = end.min((i + 1..end).find(|k| ground.finite(*k)).unwrap_or(end));
    let at = (i + 1..end).rev().find(|k| ground.has(*k, Class::DOCUMENT) || ground.one_of(*k, &["truce", "ceasefire", "law", "terms"]))?;
    if ground.has_finite(i + 1..at) || !subjects::definite(ground, i + 1, at) {
        return None;
    }
    let mut stop = at + 1;
    while stop < end
        && (ground.capital(stop)
            || ground.is(stop, "of")
            || ground.has(stop, Class::DOCUMENT.or(Class::DETERMINER)) && ground.is(stop - 1, "of"))
    {
        stop += 1;
    }
    let first = i == sentence.start || ground.is_break(i.wrapping_sub(1));
    let last = stop >= sentence.end.saturating_sub(1) || ground.is_break(stop);
    // `the 5,000 promised under the accord` tells which; it is no clause of the accord's.
    let participle = i > sentence.start && ground.layer.tokens[i - 1].norm.ends_with("ed");
    if !first && (!last || participle) {
        return None;
    }
    Some(plain(How::Under, Force::Say, Said::Term, i..i + 1, Subject::Inverted(i + 1..stop)))
}

/// "was quoted as saying", "was quoted by Y as saying".
fn quoted_as(ground: &Ground<'_>, sentence: &Range<usize>, i: usize) -> Option<Cue> {
    if ground.is(i, "heard") && ground.is(i + 1, "to") && ground.is(i + 2, "say") {
        let subject = subjects::of(ground, sentence, i);
        let clause = if let Subject::Words(r) = &subject { r.start } else { i };
        return Some(Cue { clause, ..plain(How::Quoted, Force::Say, Said::Speech, i..i + 3, subject) });
    }
    if !ground.one_of(i, &["quoted", "cited", "citing", "quoting", "quotes", "cites"]) {
        return None;
    }
    let as_at = (i + 1..sentence.end.min(i + 18))
        .find(|k| ground.is(*k, "as") && ground.one_of(k + 1, &["saying", "telling", "stating", "warning"]))?;
    if !ground.one_of(as_at + 1, &["saying", "telling", "stating", "warning"]) {
        return None;
    }
    let passive = ground.one_of(i, &["quoted", "cited"]) && ground.one_of(i.wrapping_sub(1), &["was", "were", "is", "been", "are"]);
    let tokens = if as_at == i + 1 { i..as_at + 2 } else { as_at + 1..as_at + 2 };
    if passive {
        let subject = subjects::of(ground, sentence, i);
        let clause = if let Subject::Words(r) = &subject { r.start } else { i };
        return Some(Cue { clause, ..plain(How::Quoted, Force::Say, Said::Speech, tokens, subject) });
    }
    // "Reuters quoted X as saying": the words between are the speaker.
    (as_at > i + 1).then(|| plain(How::Quoted, Force::Say, Said::Speech, as_at + 1..as_at + 2, Subject::Inverted(i + 1..as_at)))
}

/// "is ready to".
fn position(ground: &Ground<'_>, sentence: &Range<usize>, i: usize) -> Option<Cue> {
    let (len, entry) = ground.words.positions.at(ground.tokens(), i)?;
    let Subject::Words(subject) = subjects::of(ground, sentence, i) else { return None };
    if nobody(ground, subject.clone()) {
        return None;
    }
    let keeps = usize::from(ground.one_of(i + len - 1, &["to", "that"]));
    let tokens = i..i + len - keeps;
    let frames = Frames { that: true, to: true, np: true, ..Frames::default() };
    let clause = subject.start;
    Some(Cue { clause, frames, ..plain(How::Position, force_of(entry.field(0)), Said::Position, tokens, Subject::Words(subject)) })
}

/// What a text provides: a verb of the other list, with a text as its subject.
fn term(ground: &Ground<'_>, sentence: &Range<usize>, i: usize) -> Option<Cue> {
    let (_, verb, len) =
        ground.verbs_in(&ground.words.provides, i).find(|(f, _, len)| stands_as_verb(ground, sentence, i, (f.shape, *len), &[]))?;
    let Subject::Words(subject) = subjects::of(ground, sentence, i) else { return None };
    let strong = ["provide", "provide for", "stipulate", "foresee", "envisage", "set up", "lay down", "oblige", "set out", "entrust"];
    let it = subject.len() == 1 && ground.is(subject.start, "it") && strong.contains(&verb.lemma);
    // "The plan names nobody" is a gap and no term.
    let nothing = ground.has(i + len, Class::NEGATION) || ground.one_of(i + len, &["nobody", "nothing", "none"]);
    if !it && !subjects::is_text(ground, subject.clone()) || nothing {
        return None;
    }
    let mut cue = Cue::of(verb, i..i + len, Subject::Words(subject));
    cue.kind = Said::Term;
    Some(cue)
}

/// A verb of the list.
fn verb(ground: &Ground<'_>, sentence: &Range<usize>, i: usize, before: &[Cue]) -> Option<Cue> {
    if ground.capital(i) && !ground.opens(i) {
        return None;
    }
    // "as the mayor put it".
    if ground.is(i, "put") && ground.is(i + 1, "it") && (sentence.start..i).any(|k| ground.is(k, "as")) {
        let subject = subjects::of(ground, sentence, i);
        if let Subject::Words(r) = &subject {
            let from = if ground.is(r.start, "as") { r.start + 1 } else { r.start };
            let words = from..r.end;
            return Some(Cue {
                clause: from,
                lemma: "put it",
                ..plain(How::Verb, Force::Say, Said::Speech, i..i + 2, Subject::Words(words))
            });
        }
    }
    let mut forms = ground.verbs_in(&ground.words.verbs, i);
    let (form, verb, len) =
        forms.find(|(f, v, len)| stands_as_verb(ground, sentence, i, (f.shape, *len), before) && !lookalike(ground, i, *len, v.lemma))?;
    let subject = subjects::of(ground, sentence, i);
    let participle = form.shape == Shape::Going && !progressive(ground, i);
    if participle {
        let opens = ground.is(i.wrapping_sub(1), ",")
            || ground.one_of(i.wrapping_sub(1), &["and", "by"])
            || ground.has(i.wrapping_sub(1), Class::ADVERB)
            || ground.is_dash(i.wrapping_sub(1));
        if !opens || verb.frames.cite || before.is_empty() && i == sentence.start {
            return None;
        }
        let mut cue = Cue::of(verb, i..i + len, Subject::Shared);
        cue.participle = true;
        return Some(cue);
    }
    if verb.frames.cite {
        return None;
    }
    match &subject {
        Subject::Words(r) if subjects::is_text(ground, r.clone()) && verb.force != Force::Report => {
            let mut cue = Cue::of(verb, i..i + len, subject);
            cue.kind = Said::Term;
            Some(cue)
        }
        Subject::Nobody => None,
        Subject::Words(r) | Subject::Inverted(r) if nobody(ground, r.clone()) => None,
        _ => Some(Cue::of(verb, i..i + len, subject)),
    }
}

/// Words that stand for no source: "each", "both", "a reader", "the question".
fn nobody(ground: &Ground<'_>, words: Range<usize>) -> bool {
    let h = subjects::head(ground, words.clone());
    if ground.one_of(words.start, &["neither", "nobody", "none", "no", "nothing", "we", "i", "each", "every", "any", "whoever", "anyone"]) {
        return true;
    }
    let indefinite = [
        "each", "both", "some", "many", "most", "others", "two", "three", "nobody", "everyone", "anyone", "none", "all", "several", "few",
        "neither", "either", "one",
    ];
    ground.one_of(h, &indefinite)
        || ground.one_of(
            h,
            &[
                "reader",
                "readers",
                "question",
                "questions",
                "viewer",
                "nobody",
                "counts",
                "this",
                "that",
                "which",
                "what",
                "there",
                "camera",
                "cameras",
                "sensor",
                "radar",
            ],
        )
}

fn progressive(ground: &Ground<'_>, i: usize) -> bool {
    let mut j = i.wrapping_sub(1);
    while ground.has(j, Class::ADVERB) {
        j = j.wrapping_sub(1);
    }
    ground.one_of(j, &["is", "are", "was", "were", "been", "be"])
}

/// Whether a form stands as a verb: what is before it tells it from a noun, an adjective, a passive.
fn stands_as_verb(ground: &Ground<'_>, sentence: &Range<usize>, i: usize, (shape, len): (Shape, usize), before: &[Cue]) -> bool {
    if i == sentence.start {
        return false;
    }
    let mut j = i - 1;
    while j > sentence.start && ground.has(j, Class::ADVERB) && !ground.has(j, Class::PREPOSITION.or(Class::NEGATION)) {
        j -= 1;
    }
    let prev = ground.class(j);
    if ground.one_of(j, &["whose", "which", "what"]) && shape != Shape::Past {
        return false;
    }
    if prev.any(Class::NEGATION) && !ground.has(j, Class::PRONOUN) && !ground.one_of(j, &["nobody", "none", "nothing"]) {
        return false;
    }
    if ground.possessive(j)
        || (prev.any(Class::DETERMINER)
            && !ground.one_of(j, &["that", "both", "all", "each", "others", "another", "several", "many", "most", "some"]))
    {
        return false;
    }
    if prev.any(Class::PREPOSITION) && !prev.any(Class::ADVERB) && !ground.one_of(j, &["as", "like"]) {
        return shape == Shape::Going && ground.is(j, "by");
    }
    let been = ground.one_of(j, &["is", "are", "was", "were", "be", "been", "being", "am"]);
    let have = ground.one_of(j, &["has", "have", "had", "having", "hasn't", "haven't", "hadn't"]);
    let modal = prev.any(Class::AUXILIARY) && !been && !have;
    let next = i + len;
    match shape {
        Shape::Base => {
            // "would say only that".
            if modal && ground.is(i, "say") && (ground.is(next, "only") || ground.is(i - 1, "only")) {
                return true;
            }
            if ground.is(j, "to") || modal || been || have {
                return false;
            }
            plural_before(ground, j)
                || ground.one_of(j, &["they", "we", "i", "you", "who"])
                || (ground.one_of(j, &["and", "but"])
                    && !before.is_empty()
                    && before.last().is_some_and(|c| !c.participle && base_like(ground, c)))
                || (ground.is(j, ",") || ground.is(j, ")"))
                || matches!(subjects::of(ground, sentence, i), Subject::Words(r) if plural_before(ground, subjects::head(ground, r.clone())))
        }
        Shape::Present => {
            if been || have || modal || prev.any(Class::CONJUNCTION) && before.is_empty() {
                return false;
            }
            // "hospital records seen by the Mission": a noun.
            if ground.one_of(next, &["seen", "obtained", "showed", "show", "shows", "said", "made", "were", "are"]) {
                return false;
            }
            // A noun after a noun ("aid demands") begins no clause.
            !ground.has(next, Class::AUXILIARY) && !ground.one_of(next, &["of", "."])
                || ground.is_quote(j)
                || ground.is(next, ".") && (subject_close(ground, j) || (j.saturating_sub(8)..j).any(|k| ground.is(k, ",")))
        }
        Shape::Going => true,
        Shape::Past | Shape::Participle => {
            if been || modal {
                return false;
            }
            if have {
                return true;
            }
            let medium = ground.one_of(
                next + 1,
                &["message", "phone", "telephone", "email", "e-mail", "letter", "video", "radio", "text", "satellite", "fax"],
            );
            if ground.is(next, "by") && !medium {
                return false;
            }
            shape == Shape::Past
        }
    }
}

fn base_like(ground: &Ground<'_>, cue: &Cue) -> bool {
    ground.verb_in(&ground.words.verbs, cue.tokens.start).is_some_and(|(f, _, _)| f.shape == Shape::Base)
}

fn subject_close(ground: &Ground<'_>, j: usize) -> bool {
    ground.capital(j) || ground.one_of(j, &[",", ")"]) || ground.has(j, Class::PRONOUN)
}

fn plural_before(ground: &Ground<'_>, j: usize) -> bool {
    let norm = ground.norm(j);
    let group = ground.one_of(
        j,
        &["police", "people", "staff", "media", "military", "rescuers", "both", "others", "spokesmen", "men", "women", "authorities"],
    );
    group
        || (ground.is_word(j)
            && norm.len() > 3
            && norm.ends_with('s')
            && !ground.has(j, Class::PREPOSITION.or(Class::DETERMINER).or(Class::CALENDAR)))
}

/// Whether what follows takes the reporting sense away.
fn lookalike(ground: &Ground<'_>, i: usize, len: usize, lemma: &str) -> bool {
    let next = i + len;
    if len == 1 && ground.words.lookalikes.get(lemma).is_some_and(|words| ground.one_of(next, words)) {
        return true;
    }
    // "officials briefed on the talks".
    if matches!(lemma, "brief" | "inform" | "notify") && ground.has(next, Class::PREPOSITION) {
        return true;
    }
    // "asked that his village not be named" asks nothing of anybody.
    let unnamed = matches!(lemma, "ask" | "request")
        && (next..next + 12)
            .any(|i| ground.one_of(i, &["named", "identified", "anonymity"]) && ground.one_of(i - 1, &["be", "requested", "for"]));
    if unnamed {
        return true;
    }
    if ground.is(next, "to") && ground.one_of(next + 1, &["comment", "respond", "elaborate", "answer", "say"]) {
        return true;
    }
    if lemma == "refuse" {
        return ground.is(next, "to") && ground.one_of(next + 1, &["comment", "answer", "be"]);
    }
    if lemma == "decline" {
        return ground.is(next, "to") && ground.one_of(next + 1, &["be", "give", "discuss", "comment", "name"]);
    }
    if lemma == "ask for" && ground.one_of(next, &["anonymity", "comment"]) {
        return true;
    }
    // "Asked whether", "reached for comment".
    ground.is(next, "whether") && lemma == "ask" || ground.one_of(next, &["nothing", "no"]) && matches!(lemma, "say" | "tell")
}

/// A name or role, a colon, and words: a transcript or a live page.
fn colon(ground: &Ground<'_>, sentence: &Range<usize>) -> Option<Cue> {
    let at = (sentence.start..sentence.end.min(sentence.start + 18)).find(|i| ground.is(*i, ":"))?;
    if at == sentence.start || at + 3 >= sentence.end {
        return None;
    }
    let subject = sentence.start..at;
    if subject.clone().any(|i| ground.one_of(i, &["we", "i", "our", "here", "this"])) {
        return None;
    }
    // "Statement from the committee, in full: …".
    let wrote = ground.one_of(sentence.start, &["statement", "message", "letter", "reply", "answer", "communique", "appeal"])
        && ground.one_of(sentence.start + 1, &["from", "of", "by"])
        && ground.is_quote(at + 1);
    if let Some(who) = wrote.then(|| subjects::behind(ground, sentence.start + 2, at)).flatten() {
        return Some(Cue { clause: sentence.start, ..plain(How::Colon, Force::Say, Said::Speech, at..at + 1, Subject::Words(who)) });
    }
    let opens = subjects::mentions_in(ground.layer, subject.clone())
        .next()
        .is_some_and(|(m, k)| k == super::reading::ActorType::Person && m.tokens.start <= sentence.start + 4);
    if opens && ground.is_quote(at + 1) && !ground.has_finite(subject.clone()) {
        return Some(Cue { clause: sentence.start, ..plain(How::Colon, Force::Say, Said::Speech, at..at + 1, Subject::Words(subject)) });
    }
    let named = subjects::mentions_in(ground.layer, subject.clone()).any(|(m, _)| m.tokens.end == at)
        || subject.clone().all(|i| ground.is_word(i)) && subjects::speaks(ground, subject.clone());
    if !named || ground.has_finite(subject.clone()) || subject.clone().any(|i| ground.is(i, ",")) {
        return None;
    }
    let quote = ground.is_quote(at + 1);
    let one_name = subjects::mentions_in(ground.layer, subject.clone()).any(|(m, _)| m.tokens == subject);
    if !quote && !one_name {
        return None;
    }
    Some(Cue { clause: sentence.start, ..plain(How::Colon, Force::Say, Said::Speech, at..at + 1, Subject::Words(subject)) })
}

/// "the KLF's demand that", "a warning from the army that", "their claim that".
fn noun(ground: &Ground<'_>, sentence: &Range<usize>, i: usize) -> Option<Cue> {
    if !ground.has(i, Class::SPEECH_NOUN) || ground.capital(i) && !ground.opens(i) {
        return None;
    }
    // A guarantee, a hope or a report that something is so need not be words.
    if ground.one_of(
        i,
        &[
            "guarantee",
            "guarantees",
            "condition",
            "conditions",
            "hope",
            "hopes",
            "fear",
            "fears",
            "position",
            "view",
            "report",
            "reports",
            "finding",
            "estimate",
            "belief",
            "response",
            "note",
        ],
    ) {
        return None;
    }
    let (_, entry) = ground.words.nouns.at(ground.tokens(), i).or_else(|| {
        let singular = ground.norm(i).strip_suffix('s')?;
        ground.words.nouns.get(singular).map(|e| (1, e))
    })?;
    let mut at = i + 1;
    let mut subject = None;
    if ground.one_of(at, &["by", "from"]) {
        let words = subjects::behind_until(ground, at + 1, sentence.end, &["that", "to"])?;
        at = words.end;
        subject = Some(words);
    } else {
        // The possessor before: "the KLF's latest demand".
        let p = (i.saturating_sub(3)..i).rev().find(|k| ground.possessive(*k))?;
        let mut from = p;
        while from > sentence.start
            && (ground.is_word(from - 1))
            && !ground.has(from - 1, Class::PREPOSITION.or(Class::AUXILIARY).or(Class::CONJUNCTION))
            && from + 6 > p
        {
            from -= 1;
            if ground.has(from, Class::DETERMINER) {
                break;
            }
        }
        subject = subject.or_else(|| (from < p).then_some(from..p));
    }
    if !ground.is(at, "that") || !ground.has_finite(at + 1..sentence.end.min(at + 14)) {
        return None;
    }
    Some(plain(How::Noun, force_of(entry.field(0)), Said::Speech, i..i + 1, Subject::Inverted(subject?)))
}
