//! Statements: who said what.
//!
//! Sentence by sentence: the cues ([`super::cues`]), what stands beside each ([`super::contents`]), who
//! the subject is ([`super::speakers`]), who passes it on ([`super::relay`]). A statement that stands
//! inside another's words is passed on by the outer speaker. Quoted sentences without a cue belong to
//! the speaker before them, at a lower grade where a paragraph lies between.

use super::cast::Cast;
use super::contents::{self, Beside};
use super::cues::{self, Cue, How};
use super::ground::Ground;
use super::layer::{Layer, Place};
use super::mentions::{is_read, settle};
use super::reading::{ActorId, ActorType, Force, Grade, Mode, Said, Statement, StatementId, When};
use super::relay;
use super::speakers::{Discourse, Speaker};
use super::subjects::Subject;
use super::vocabulary::Class;
use std::ops::Range;
use terms::span::Span;

/// A statement while it is being found; actors are places in the cast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) speaker: Option<usize>,
    pub(super) reported_by: Vec<usize>,
    pub(super) kind: Said,
    pub(super) force: Force,
    pub(super) source: Option<Range<usize>>,
    pub(super) cue: Option<Range<usize>>,
    /// Content in tokens.
    pub(super) content: Vec<Range<usize>>,
    pub(super) date: Option<usize>,
    pub(super) addressee: Option<usize>,
    pub(super) venue: Option<Range<usize>>,
    pub(super) grade: Grade,
    pub(super) rule: &'static str,
    pub(super) sentence: usize,
    pub(super) paragraph: usize,
}

/// Finds the statements; may add unnamed sources to the layer's actors.
pub fn find(layer: &mut Layer) -> Vec<Statement> {
    if layer.document.language != "en" && layer.document.language != "und" {
        return Vec::new();
    }
    let mut cast = Cast::of(layer.actors.clone());
    for m in &layer.mentions {
        if let Some(i) = usize::try_from(m.actor.0).ok().and_then(|a| a.checked_sub(1)) {
            cast.mention(m.span, i, m.naming);
        }
    }
    let names: Vec<(String, usize)> =
        cast.found.iter().map(|(span, actor, _)| (terms::script::squeezed(layer.cut(*span)), *actor)).collect();
    for (name, actor) in names {
        cast.name(&name, actor);
    }
    let ground = Ground::new(layer);
    let mut discourse = Discourse::new(cast);
    let mut drafts: Vec<Draft> = Vec::new();
    for s in 0..layer.sentences.len() {
        read_sentence(&ground, &mut discourse, &mut drafts, s);
    }
    drafts.retain(|d| !d.content.is_empty());
    let drafts = finish(&ground, drafts);
    let spoken: std::collections::BTreeSet<usize> =
        drafts.iter().flat_map(|d| d.speaker.into_iter().chain(d.reported_by.iter().copied()).chain(d.addressee)).collect();
    let statements: Vec<(Draft, Form)> = drafts
        .into_iter()
        .map(|d| {
            let form = form_of(layer, &d.content);
            (d, form)
        })
        .collect();
    let roles: Vec<Option<String>> = discourse.cast.actors.iter().map(|a| a.role.clone()).collect();
    let dates: Vec<Option<String>> = statements.iter().map(|(d, _)| d.date.and_then(|t| day_of(layer, t))).collect();
    let venues: Vec<Option<String>> =
        statements.iter().map(|(d, _)| d.venue.clone().map(|v| terms::script::squeezed(ground.cut(v)))).collect();
    let mut cast = discourse.cast;
    // A text is an actor only where it speaks.
    let silent: Vec<bool> = cast.actors.iter().enumerate().map(|(i, a)| a.kind == ActorType::Document && !spoken.contains(&i)).collect();
    cast.found.retain(|(_, a, _)| !silent.get(*a).copied().unwrap_or(false));
    drop(ground);
    let place = settle(layer, cast);
    let id = |a: usize| -> Option<ActorId> { place.get(a).copied().flatten() };
    let mut out: Vec<Statement> = Vec::with_capacity(statements.len());
    for (((d, form), date), venue) in statements.into_iter().zip(dates).zip(venues) {
        let (mode, content_spans, quote_spans) = form;
        out.push(Statement {
            id: StatementId(u32::try_from(out.len() + 1).unwrap_or(u32::MAX)),
            speaker: d.speaker.and_then(id),
            role: d.speaker.and_then(|a| roles.get(a).cloned().flatten()),
            reported_by: d.reported_by.iter().filter_map(|a| id(*a)).collect(),
            mode,
            kind: d.kind,
            force: d.force,
            source_span: d.source.map(|r| layer.span(r)),
            cue_span: d.cue.map(|r| layer.span(r)),
            content_spans,
            quote_spans,
            date,
            addressee: d.addressee.and_then(id),
            venue,
            grade: d.grade,
            rule: d.rule,
        });
    }
    out
}

type Form = (Mode, Vec<Span>, Vec<Span>);

/// The form of the words, the content without marks, and what of it is quoted.
fn form_of(layer: &Layer, content: &[Range<usize>]) -> Form {
    let (mut spans, mut quoted, mut outside) = (Vec::new(), Vec::new(), false);
    let mut seen: Vec<usize> = Vec::new();
    for range in content {
        let span = layer.span(range.clone());
        let all = contents::quotes_in(layer, span);
        let covered = |i: usize| all.iter().any(|q| layer.quotes.get(*q).is_some_and(|q| q.tokens.contains(&i)));
        let quotes: Vec<usize> = all.iter().copied().filter(|q| !seen.contains(q) && !is_name(layer, *q)).collect();
        let again = quotes.is_empty() && !all.is_empty() && all.iter().all(|q| seen.contains(q));
        seen.extend(quotes.iter().copied());
        let inner: Vec<Span> = quotes.iter().filter_map(|q| layer.quotes.get(*q)).map(|q| q.inner).collect();
        let rest = range.clone().any(|i| {
            layer.tokens.get(i).is_some_and(|t| matches!(t.kind, super::layer::Kind::Word | super::layer::Kind::Number)) && !covered(i)
        });
        if again && !rest {
            continue;
        }
        if rest || inner.is_empty() {
            outside = true;
            spans.push(span);
        } else {
            spans.extend(inner.iter().copied());
        }
        quoted.extend(inner);
    }
    let mode = match (quoted.is_empty(), outside) {
        (true, _) => Mode::Indirect,
        (false, true) => Mode::Mixed,
        (false, false) => Mode::Direct,
    };
    (mode, spans, quoted)
}

/// Whether marks stand round a name or a term and not round somebody's words: the "blue line".
fn is_name(layer: &Layer, quote: usize) -> bool {
    let Some(q) = layer.quotes.get(quote) else { return false };
    let before = q.tokens.start.checked_sub(2).and_then(|i| layer.tokens.get(i));
    let article = before.is_some_and(|t| matches!(&*t.norm, "the" | "so-called" | "called" | "named" | "its" | "their"));
    let small = layer
        .tokens
        .get(q.tokens.clone())
        .unwrap_or_default()
        .iter()
        .any(|t| matches!(&*t.norm, "is" | "was" | "to" | "not" | "no" | "the" | "a" | "of"));
    article && q.tokens.len() <= 2 && !small
}

fn day_of(layer: &Layer, time: usize) -> Option<String> {
    let t = layer.times.get(time)?;
    match t.when {
        When::Days(from, to, _) if from == to => Some(from.to_string()),
        When::Moment(day) => Some(day.to_string()),
        _ => None,
    }
}

/// Reads one sentence.
fn read_sentence(ground: &Ground<'_>, discourse: &mut Discourse, drafts: &mut Vec<Draft>, s: usize) {
    let layer = ground.layer;
    let Some(sentence) = layer.sentences.get(s) else { return };
    let place = layer.paragraphs.get(sentence.paragraph).map_or(Place::Body, |p| p.place);
    if !is_read(place) {
        return;
    }
    let tokens = sentence.tokens.clone();
    let found = cues::find(ground, &tokens);
    let begin = drafts.len();
    let mut last: Option<(Vec<usize>, Option<Range<usize>>)> = None;
    for k in 0..found.len() {
        let cue = &found[k];
        let shared = matches!(cue.subject, Subject::Shared);
        let opens = waits(ground, &tokens, cue);
        let Some(beside) = contents::of(ground, &tokens, &found, k)
            .or_else(|| opens.then(|| Beside { postposed: matches!(cue.subject, Subject::Inverted(_)), ..Beside::default() }))
        else {
            // What says nothing of its own may still pass on what stands before it.
            remember(ground, discourse, cue, &mut last);
            continue;
        };
        let speakers = if shared {
            match &last {
                Some((actors, source)) => actors
                    .iter()
                    .map(|a| Speaker {
                        actor: Some(*a),
                        words: source.clone().unwrap_or(cue.tokens.clone()),
                        grade: Grade::B,
                        carried: Vec::new(),
                    })
                    .collect(),
                None => continue,
            }
        } else {
            who(ground, discourse, cue)
        };
        if speakers.is_empty() {
            continue;
        }
        let (Subject::Words(source) | Subject::Inverted(source)) = &cue.subject else {
            push(ground, discourse, drafts, cue, &beside, &speakers, (s, sentence.paragraph), true);
            continue;
        };
        let actors: Vec<usize> = speakers.iter().filter_map(|x| x.actor).collect();
        // "X said A, Y reported": Y passes on what is a statement already.
        let zone = beside.content.first().cloned();
        let outlets =
            !actors.is_empty() && actors.iter().all(|a| discourse.cast.actors.get(*a).is_some_and(|x| x.kind == ActorType::Outlet));
        let carried = beside.postposed
            && outlets
            && drafts[begin..].iter().any(|d| zone.as_ref().is_some_and(|z| d.cue.as_ref().is_some_and(|c| z.contains(&c.start))));
        if carried {
            for d in
                drafts[begin..].iter_mut().filter(|d| d.cue.as_ref().is_some_and(|c| zone.as_ref().is_some_and(|z| z.contains(&c.start))))
            {
                d.reported_by.extend(actors.iter().copied().filter(|a| Some(*a) != d.speaker));
            }
            continue;
        }
        last = Some((actors, Some(source.clone())));
        push(ground, discourse, drafts, cue, &beside, &speakers, (s, sentence.paragraph), false);
    }
    cited(ground, discourse, &mut drafts[begin..], &found);
    nest(&mut drafts[begin..]);
    let told = relay::carriers(ground, discourse, &tokens, &found);
    for d in &mut drafts[begin..] {
        for a in &told {
            if Some(*a) != d.speaker && !d.reported_by.contains(a) {
                d.reported_by.push(*a);
            }
        }
    }
    relay::loose_quotes(ground, discourse, drafts, begin, s);
    if let Some(d) = drafts[begin..].iter().find(|d| d.reported_by.is_empty() || begin + 1 == drafts.len()).or(drafts[begin..].first()) {
        discourse.last = d.speaker.map(|a| (a, s)).or(discourse.last);
    }
    if drafts.len() == begin {
        // Who is spoken of without speaking may be "it" in the next sentence.
        let subject = super::subjects::mentions_in(layer, tokens.clone()).next();
        if let Some(a) = subject.and_then(|(m, _)| usize::try_from(m.actor.0).ok()).and_then(|a| a.checked_sub(1)) {
            discourse.heard(a, false);
        }
        if let Some(a) = discourse.role_before(ground, tokens.clone()) {
            discourse.heard(a, false);
            discourse.last = Some((a, s));
        }
        if discourse.last.is_some_and(|(_, at)| s > at + 2) {
            discourse.last = None;
        }
    }
}

/// Whether a cue's words stand in another sentence: "declared:" before a paragraph, "So says X" behind a quotation.
fn waits(ground: &Ground<'_>, sentence: &Range<usize>, cue: &Cue) -> bool {
    if cue.how != How::Verb || !(cue.frames.quote || cue.frames.that) || cue.participle {
        return false;
    }
    let last = sentence.end.saturating_sub(1);
    let colon = ground.is(last, ":") && !ground.has_finite(cue.tokens.end..last);
    let so = ground.one_of(sentence.start, &["so", "thus"]) && cue.tokens.start == sentence.start + 1;
    colon || so
}

fn remember(ground: &Ground<'_>, discourse: &mut Discourse, cue: &Cue, last: &mut Option<(Vec<usize>, Option<Range<usize>>)>) {
    if let Subject::Words(words) = &cue.subject {
        let named = super::subjects::mentions_in(ground.layer, words.clone())
            .next()
            .and_then(|(m, _)| usize::try_from(m.actor.0).ok())
            .and_then(|a| a.checked_sub(1));
        if let Some(a) = named {
            discourse.heard(a, false);
            *last = Some((vec![a], Some(words.clone())));
        }
    }
}

/// The actors of a cue's subject: several where they speak together.
fn who(ground: &Ground<'_>, discourse: &mut Discourse, cue: &Cue) -> Vec<Speaker> {
    let (Subject::Words(words) | Subject::Inverted(words)) = &cue.subject else { return Vec::new() };
    let term = cue.kind == Said::Term;
    let parts = together(ground, words.clone());
    let mut out = Vec::new();
    for part in parts {
        if let Some(mut speaker) = discourse.resolve(ground, part.clone(), term) {
            let plural =
                part.clone().any(|i| ground.has(i, Class::NUMERAL)) || ground.norm(super::subjects::head(ground, part)).ends_with('s');
            if let Some(a) = speaker.actor {
                discourse.heard(a, plural);
            }
            speaker.carried = relay::seen_by(ground, discourse, words.end);
            speaker.carried.extend(relay::quoting(ground, discourse, cue));
            out.push(speaker);
        }
    }
    out
}

/// "Qatar and Egypt": two speakers; "Ministry of Trade and Industry": one.
fn together(ground: &Ground<'_>, words: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut from = words.start;
    for i in words.clone() {
        let and = ground.is(i, "and") && i > from && i + 1 < words.end;
        if !and {
            continue;
        }
        let inside = super::subjects::mentions_in(ground.layer, words.clone()).any(|(m, _)| m.tokens.contains(&i));
        let left = super::subjects::mentions_in(ground.layer, from..i).next().is_some();
        let right = super::subjects::mentions_in(ground.layer, i + 1..words.end).next().is_some_and(|(m, _)| m.tokens.start <= i + 4);
        let relative = (from..i).any(|k| ground.one_of(k, &["who", "which", "whose", "with", "from", "of", "between"]));
        if !inside && left && right && !relative {
            parts.push(from..i);
            from = i + 1;
        }
    }
    parts.push(from..words.end);
    parts
}

#[expect(clippy::too_many_arguments, reason = "one place makes every draft")]
fn push(
    ground: &Ground<'_>,
    discourse: &mut Discourse,
    drafts: &mut Vec<Draft>,
    cue: &Cue,
    beside: &Beside,
    speakers: &[Speaker],
    at: (usize, usize),
    shared: bool,
) {
    let addressee = beside.addressee.clone().and_then(|words| relay::hearer(ground, discourse, words));
    for speaker in speakers {
        let mut reported_by = speaker.carried.clone();
        if let Some(a) = addressee.filter(|a| discourse.cast.actors.get(*a).is_some_and(|x| x.kind == ActorType::Outlet)) {
            reported_by.insert(0, a);
        }
        let grade = if shared { Grade::B } else { speaker.grade };
        let rule = match (cue.how, beside.postposed) {
            (How::Verb, false) => "verb",
            (How::Verb, true) => "verb-after",
            (How::According, _) => "according-to",
            (How::Quoted, _) => "quoted-as",
            (How::Position, _) => "position",
            (How::Colon, _) => "colon",
            (How::Noun, _) => "noun",
            (How::Citing, _) => "citing",
            (How::Under, _) => "under-text",
        };
        drafts.push(Draft {
            speaker: speaker.actor,
            reported_by,
            kind: kind_here(cue, beside.postposed),
            force: force_here(ground, cue, &beside.content),
            source: Some(speaker.words.clone()),
            cue: Some(cue.tokens.clone()),
            content: beside.content.clone(),
            date: beside.date,
            addressee,
            venue: beside.venue.clone(),
            grade,
            rule,
            sentence: at.0,
            paragraph: at.1,
        });
    }
}

/// A stance with no act of speech is a position.
fn kind_here(cue: &Cue, postposed: bool) -> Said {
    if postposed && cue.lemma == "insist" {
        return Said::Speech;
    }
    let stance = matches!(
        cue.lemma,
        "insist" | "reject" | "want" | "oppose" | "refuse" | "seek" | "insist on" | "object to" | "accept" | "rule out"
    );
    if stance && cue.kind == Said::Speech { Said::Position } else { cue.kind }
}

/// The force by the cue, and by the content where the cue only says.
fn force_here(ground: &Ground<'_>, cue: &Cue, content: &[Range<usize>]) -> Force {
    let has = |words: &[&str]| content.iter().any(|r| r.clone().any(|i| ground.one_of(i, words)));
    let first = content.first().map_or(0..0, Clone::clone);
    if cue.lemma == "insist" {
        return if has(&["must", "should", "leave", "first", "before"]) { Force::Demand } else { Force::Say };
    }
    if cue.lemma == "warn" || cue.lemma == "add" || cue.lemma == "say" {
        let own = (first.start..first.end).any(|i| {
            ground.one_of(i, &["it", "they", "we", "he", "she", "its", "his", "their", "our"])
                && (i + 1..first.end.min(i + 4)).any(|k| ground.one_of(k, &["will", "would"]))
        });
        let harm =
            has(&["suspend", "resume", "attack", "strike", "retaliate", "respond", "halt", "stop", "leave", "withdraw", "close", "walk"]);
        if own && harm && cue.lemma != "say" {
            return Force::Threaten;
        }
        let ready = (first.start..first.end).any(|i| ground.one_of(i, &["ready", "willing", "prepared"]) && ground.is(i + 1, "to"));
        if ready {
            return Force::Offer;
        }
        if has(&["must"]) {
            return Force::Demand;
        }
    }
    let counts = has(&["killed", "dead", "wounded", "injured", "deaths", "died", "attacks", "violations", "displaced"])
        && content.iter().any(|r| r.clone().any(|i| ground.is_number(i)));
    if cue.force == Force::Say && counts && (cue.how == How::According || matches!(cue.lemma, "say" | "confirm")) {
        return Force::Report;
    }
    if cue.lemma == "confirm" || cue.lemma == "put" {
        return Force::Report;
    }
    cue.force
}

/// "Bayan TV, citing hospital staff, says nine": the staff speak, the outlet passes it on.
fn cited(ground: &Ground<'_>, discourse: &mut Discourse, drafts: &mut [Draft], cues: &[Cue]) {
    for cue in cues.iter().filter(|c| c.how == How::Citing) {
        let outlet = |d: &Draft| d.speaker.is_some_and(|a| discourse.cast.actors.get(a).is_some_and(|x| x.kind == ActorType::Outlet));
        // The nearest statement of an outlet beside it.
        let near = drafts.iter().position(|d| outlet(d) && d.source.as_ref().is_some_and(|r| r.end <= cue.tokens.start));
        let Some(k) = near else { continue };
        let Some(speaker) = who(ground, discourse, cue).into_iter().next() else { continue };
        let Some(d) = drafts.get_mut(k) else { continue };
        let carrier = d.speaker;
        d.speaker = speaker.actor;
        d.source = Some(speaker.words);
        d.cue = Some(cue.tokens.clone());
        d.reported_by.splice(0..0, carrier);
        d.rule = "citing";
    }
}

/// What stands inside another's words is passed on by that speaker.
fn nest(drafts: &mut [Draft]) {
    let outer = drafts.to_vec();
    for (i, d) in drafts.iter_mut().enumerate() {
        let Some(cue) = d.cue.clone() else { continue };
        // The narrowest content that holds the cue.
        let holder = outer
            .iter()
            .enumerate()
            .filter(|(k, o)| *k != i && o.cue.as_ref() != Some(&cue) && o.content.iter().any(|r| r.start <= cue.start && cue.end <= r.end))
            .min_by_key(|(_, o)| o.content.iter().map(ExactSizeIterator::len).sum::<usize>());
        let Some((_, holder)) = holder else { continue };
        for a in holder.speaker.iter().chain(&holder.reported_by).copied() {
            if Some(a) != d.speaker && !d.reported_by.contains(&a) {
                d.reported_by.push(a);
            }
        }
    }
}

/// Orders the statements by their first words and drops what another covers wholly.
fn finish(ground: &Ground<'_>, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let first = |d: &Draft| {
        let c = d.content.iter().map(|r| r.start).min().unwrap_or(usize::MAX);
        let cue = d.cue.as_ref().map_or(usize::MAX, |r| r.start);
        c.min(cue).min(d.source.as_ref().map_or(usize::MAX, |r| r.start))
    };
    drafts.sort_by_key(|d| (d.sentence, first(d)));
    // A stance inside somebody's own words about his own side is no statement of its own.
    let mut keep: Vec<bool> = Vec::with_capacity(drafts.len());
    for sentence in drafts.chunk_by(|a, b| a.sentence == b.sentence) {
        for d in sentence {
            let inside = d.cue.as_ref().is_some_and(|cue| {
                sentence.iter().any(|o| o.cue != d.cue && o.content.iter().any(|r| r.start <= cue.start && cue.end <= r.end))
            });
            let stance = d.rule == "position" || d.kind == Said::Position;
            let own_words = d.source.as_ref().is_some_and(|r| r.len() == 1 && ground.has(r.start, Class::PRONOUN));
            keep.push(!(inside && (stance || own_words)));
        }
    }
    let mut flags = keep.into_iter();
    drafts.retain(|_| flags.next().unwrap_or(true));
    drafts
}
