//! Speakers: which actor a noun phrase is.
//!
//! A name is its actor. A role with an article is the last person of that role; a body in small letters
//! is the named body of that head. An unnamed source is always an actor of its own, found again only by
//! its own definite description or a pronoun in the same report; it is never joined to a person.

use super::cast::{Cast, key};
use super::ground::Ground;
use super::layer::Naming;
use super::reading::{ActorType, Grade};
use super::subjects;
use super::vocabulary::Class;
use std::ops::Range;

/// What a noun phrase came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Speaker {
    pub(super) actor: Option<usize>,
    /// The words that name it.
    pub(super) words: Range<usize>,
    pub(super) grade: Grade,
    /// Who carried it, as the words of the source say: "a note seen by X".
    pub(super) carried: Vec<usize>,
}

/// Who was spoken of last, while the sentences are gone through.
#[derive(Debug, Default)]
pub(super) struct Discourse {
    pub(super) cast: Cast,
    /// The last speaker and where it spoke.
    pub(super) last: Option<(usize, usize)>,
    person: Option<usize>,
    group: Option<usize>,
    text: Option<usize>,
    /// Actors that "he" or "she" was said of.
    she: Vec<(usize, bool)>,
}

impl Discourse {
    pub(super) fn new(cast: Cast) -> Self {
        Self { cast, ..Self::default() }
    }

    fn kind(&self, actor: usize) -> Option<ActorType> {
        self.cast.actors.get(actor).map(|a| a.kind)
    }

    /// Notes that an actor was spoken of.
    pub(super) fn heard(&mut self, actor: usize, plural: bool) {
        match self.kind(actor) {
            Some(ActorType::Person) => self.person = Some(actor),
            Some(ActorType::Unnamed) => {
                if plural {
                    self.group = Some(actor);
                } else {
                    self.person = Some(actor);
                }
            }
            Some(ActorType::Document) => self.text = Some(actor),
            Some(_) => self.group = Some(actor),
            None => {}
        }
    }

    /// The actor of a noun phrase, made where there is none.
    pub(super) fn resolve(&mut self, ground: &Ground<'_>, words: Range<usize>, term: bool) -> Option<Speaker> {
        let words = tidy(ground, words)?;
        let h = subjects::head(ground, words.clone());
        let named: Vec<(usize, Range<usize>, ActorType)> = subjects::mentions_in(ground.layer, words.clone())
            .map(|(m, k)| (usize::try_from(m.actor.0).unwrap_or(1).saturating_sub(1), m.tokens.clone(), k))
            .collect();
        let sure = |actor: usize, words: Range<usize>| Some(Speaker { actor: Some(actor), words, grade: Grade::A, carried: Vec::new() });
        if words.len() == 1 && ground.has(words.start, Class::PRONOUN) {
            return self.pronoun(ground, words);
        }
        if term || subjects::is_text(ground, words.clone()) && !ground.has(h, Class::SPEECH_NOUN) {
            return self.document(ground, words, h);
        }
        // A person named before the first preposition, or behind a role and a comma.
        let first_preposition = (words.start..words.end)
            .find(|i| *i > words.start && ground.has(*i, Class::PREPOSITION.or(Class::RELATIVE)))
            .unwrap_or(words.end);
        let comma = (words.start..words.end).rev().find(|i| ground.is(*i, ","));
        let person = named.iter().find(|(_, t, k)| {
            *k == ActorType::Person && !ground.possessive(t.end) && (t.start < first_preposition || comma.is_some_and(|c| t.start > c))
        });
        if let Some((actor, tokens, _)) = person {
            let whole = if comma.is_some_and(|c| tokens.start > c) {
                words.start..tokens.end
            } else {
                words.start..tokens.end.max(words.start + 1)
            };
            return sure(*actor, whole);
        }
        if ground.one_of(
            h,
            &[
                "note",
                "statement",
                "letter",
                "report",
                "message",
                "memo",
                "communique",
                "communiqué",
                "bulletin",
                "post",
                "account",
                "figures",
                "count",
                "tally",
                "data",
                "records",
                "findings",
                "briefing",
                "update",
                "memorandum",
                "dossier",
            ],
        ) {
            return self.by_paper(ground, &words, &named, h);
        }
        // "his press office", "hospitals in the strip", "hospital staff": sources without a name.
        let plural_body = ground.has(h, Class::BODY)
            && !ground.capital(h)
            && ground.norm(h).ends_with('s')
            && !ground.has(words.start, Class::DETERMINER)
            && !ground.one_of(h, &["forces", "services", "nations", "police", "corps"]);
        let owned = ground.one_of(words.start, &["his", "her", "their"]) && ground.has(h, Class::BODY);
        if plural_body || owned || ground.is(h, "staff") && !ground.capital(h) {
            return self.unnamed(ground, words, h);
        }
        // A name that ends the head of the phrase.
        if let Some((actor, tokens, _)) = named.iter().find(|(_, t, _)| t.end == h + 1 || t.contains(&h)) {
            let end = if ground.is(tokens.end, "(") {
                (tokens.end..words.end).find(|i| ground.is(*i, ")")).map_or(tokens.end, |i| i + 1)
            } else {
                tokens.end
            };
            return sure(*actor, words.start..end.min(words.end.max(tokens.end)));
        }
        if ground.has(h, Class::OUTLET) {
            return self.outlet(ground, words, h);
        }
        let role = ground.has(h, Class::ROLE) || ground.has(h, Class::SPEAKS.or(Class::UNNAMED)) && !ground.has(h, Class::BODY);
        if role {
            return self.role(ground, words, h);
        }
        if ground.has(h, Class::BODY) || h > words.start && ground.words.bodies.before(ground.tokens(), h + 1).is_some() {
            return self.body(ground, words, h, &named);
        }
        // Anything else that has a name in it and no head of its own.
        if let Some((actor, tokens, _)) = named
            .first()
            .filter(|(_, t, _)| t.start == words.start || t.start == words.start + 1 && ground.has(words.start, Class::DETERMINER))
            && !ground.possessive(tokens.end)
            && tokens.end >= words.end
        {
            return sure(*actor, words.clone());
        }
        if ground.capital(h) && ground.proper(h) && words.len() <= 4 {
            let from = (words.start..=h).rev().take_while(|i| ground.capital(*i)).last().unwrap_or(h);
            let name = ground.cut(from..h + 1);
            let actor = self.cast.enter(name, if h > from { ActorType::Person } else { ActorType::Organisation });
            self.cast.mention(ground.layer.span(from..h + 1), actor, Naming::Name);
            return sure(actor, words);
        }
        self.unnamed(ground, words, h)
    }

    fn pronoun(&mut self, ground: &Ground<'_>, words: Range<usize>) -> Option<Speaker> {
        let actor = match ground.norm(words.start) {
            "he" | "she" => {
                let she = ground.is(words.start, "she");
                let other = |a: usize| self.she.iter().any(|(x, s)| *x == a && *s != she);
                let last = self.last.map(|(a, _)| a).filter(|a| matches!(self.kind(*a), Some(ActorType::Person | ActorType::Unnamed)));
                let pick = last
                    .filter(|a| !other(*a))
                    .or(self.person.filter(|a| !other(*a)))
                    .or_else(|| self.person_before(ground, words.start, she))?;
                self.she.push((pick, she));
                pick
            }
            "it" | "they" => {
                let group = |a: usize| !matches!(self.kind(a), Some(ActorType::Person | ActorType::Document));
                let they = ground.is(words.start, "they");
                let last = self.last.map(|(a, _)| a).filter(|a| group(*a) && (they || self.kind(*a) != Some(ActorType::Unnamed)));
                last.or_else(|| self.group_before(ground, words.start)).or(self.group)?
            }
            _ => return None,
        };
        self.cast.mention(ground.layer.span(words.clone()), actor, Naming::Pronoun);
        Some(Speaker { actor: Some(actor), words, grade: Grade::B, carried: Vec::new() })
    }

    fn person_before(&self, ground: &Ground<'_>, at: usize, she: bool) -> Option<usize> {
        let end = ground.layer.mentions.partition_point(|m| m.tokens.start < at);
        ground.layer.mentions[..end].iter().rev().take(30).find_map(|m| {
            let a = usize::try_from(m.actor.0).ok()?.checked_sub(1)?;
            let other = self.she.iter().any(|(x, s)| *x == a && *s != she);
            (self.kind(a) == Some(ActorType::Person) && !other).then_some(a)
        })
    }

    fn group_before(&self, ground: &Ground<'_>, at: usize) -> Option<usize> {
        let end = ground.layer.mentions.partition_point(|m| m.tokens.start < at);
        ground.layer.mentions[..end].iter().rev().take(12).find_map(|m| {
            let a = usize::try_from(m.actor.0).ok()?.checked_sub(1)?;
            matches!(self.kind(a), Some(ActorType::Organisation | ActorType::Body | ActorType::State)).then_some(a)
        })
    }

    /// A paper speaks for whose it is; who has seen it carried it.
    fn by_paper(
        &mut self,
        ground: &Ground<'_>,
        words: &Range<usize>,
        named: &[(usize, Range<usize>, ActorType)],
        h: usize,
    ) -> Option<Speaker> {
        let by = (words.start..words.end).find(|i| ground.one_of(*i, &["by", "from", "of"]) && *i >= h);
        let owner = by.and_then(|b| {
            let rest = b + 1..words.end;
            named
                .iter()
                .find(|(_, t, _)| t.start >= b)
                .map(|(a, _, _)| *a)
                .or_else(|| self.resolve(ground, rest, false).and_then(|s| s.actor))
        });
        let owner = owner.or_else(|| {
            let p = (words.start..h).rev().find(|i| ground.possessive(*i))?;
            named
                .iter()
                .rev()
                .find(|(_, t, _)| t.end <= p)
                .map(|(a, _, _)| *a)
                .or_else(|| self.resolve(ground, words.start..p, false).and_then(|s| s.actor))
        });
        let owner = owner.or_else(|| named.iter().find(|(_, t, _)| t.end <= h).map(|(a, _, _)| *a)).or_else(|| {
            // "its statement".
            let group = ground.one_of(words.start, &["its", "their"]);
            let last = self.last.map(|(a, _)| a).or(if group { self.group } else { self.person });
            last.filter(|_| group || ground.one_of(words.start, &["his", "her"]))
        })?;
        Some(Speaker { actor: Some(owner), words: words.clone(), grade: Grade::A, carried: Vec::new() })
    }

    fn outlet(&mut self, ground: &Ground<'_>, words: Range<usize>, h: usize) -> Option<Speaker> {
        let same = ground.has(words.start, Class::DETERMINER) || ground.one_of(words.start, &["same"]);
        let text = without_article(ground, &words);
        if same {
            let end = ground.layer.mentions.partition_point(|m| m.tokens.start < words.start);
            let before = ground.layer.mentions[..end].iter().rev().take(400).find_map(|m| {
                let a = usize::try_from(m.actor.0).ok()?.checked_sub(1)?;
                (self.kind(a) == Some(ActorType::Outlet)).then_some(a)
            });
            if let Some(actor) = before {
                self.cast.mention(ground.layer.span(words.clone()), actor, Naming::Role);
                return Some(Speaker { actor: Some(actor), words, grade: Grade::B, carried: Vec::new() });
            }
        }
        let name = ground.cut(text.start..(h + 1).max(text.start + 1));
        let actor = self.cast.enter(name, ActorType::Outlet);
        self.cast.mention(ground.layer.span(text.start..h + 1), actor, Naming::Role);
        Some(Speaker { actor: Some(actor), words, grade: Grade::A, carried: Vec::new() })
    }

    fn role(&mut self, ground: &Ground<'_>, words: Range<usize>, h: usize) -> Option<Speaker> {
        let definite = subjects::definite(ground, words.start, h)
            || ground.has(h, Class::SPEAKS) && !ground.one_of(words.start, &["a", "an"]) && !ground.is_number(words.start);
        let plural = ground.norm(h).ends_with('s') || ground.norm(h).ends_with("men") || ground.norm(h) == "people";
        if definite && !plural && !ground.is(words.start, "another") {
            let wanted = ground.norm(h);
            let full = key(ground.cut(without_article(ground, &words)));
            let end = ground.layer.mentions.partition_point(|m| m.tokens.start < words.start);
            let mut best: Option<(usize, bool)> = None;
            // The nearest earlier mention of somebody in that role; the whole role counts first.
            for m in ground.layer.mentions[..end].iter().rev().take(400) {
                let Some(i) = usize::try_from(m.actor.0).ok().and_then(|a| a.checked_sub(1)) else { continue };
                let Some(a) = self.cast.actors.get(i).filter(|a| a.kind == ActorType::Person) else { continue };
                let Some(role) = a.role.as_deref().map(key) else { continue };
                let has = role.split(' ').any(|w| w == wanted || wanted.starts_with("spokes") && w.starts_with("spokes"));
                let whole = role.contains(&full) || full.contains(&role);
                if has && best.is_none_or(|(_, w)| whole && !w) {
                    best = Some((i, whole));
                }
            }
            if let Some((actor, _)) = best {
                self.cast.mention(ground.layer.span(words.clone()), actor, Naming::Role);
                return Some(Speaker { actor: Some(actor), words, grade: Grade::B, carried: Vec::new() });
            }
        }
        self.unnamed(ground, words, h)
    }

    fn body(&mut self, ground: &Ground<'_>, words: Range<usize>, h: usize, named: &[(usize, Range<usize>, ActorType)]) -> Option<Speaker> {
        let text = without_article(ground, &words);
        let b = |actor, words| Some(Speaker { actor: Some(actor), words, grade: Grade::A, carried: Vec::new() });
        // "the Tavoran government" is the state.
        if ground.one_of(h, &["government"])
            && let Some(state) = (text.start..h).find_map(|i| {
                let name = super::mentions::belonging(ground, i..i + 1);
                self.cast.known(&name).filter(|a| self.kind(*a) == Some(ActorType::State))
            })
        {
            self.cast.mention(ground.layer.span(words.clone()), state, Naming::Role);
            return b(state, words);
        }
        let short = ground.cut(text.start..h + 1);
        let bare = text.start == h;
        let known =
            self.cast.known(short).or_else(|| if bare { self.cast.by_head(ground.norm(h)) } else { self.cast.by_head(short) }).or_else(
                || {
                    // The nearest earlier body of that head.
                    bare.then(|| {
                        let wanted = format!(" {}", ground.norm(h));
                        let end = ground.layer.mentions.partition_point(|m| m.tokens.start < words.start);
                        ground.layer.mentions[..end].iter().rev().find_map(|m| {
                            let a = usize::try_from(m.actor.0).ok()?.checked_sub(1)?;
                            let name = key(&self.cast.actors.get(a)?.name);
                            (self.kind(a) != Some(ActorType::Person) && (format!(" {name}").contains(&wanted))).then_some(a)
                        })
                    })
                    .flatten()
                },
            );
        if let Some(actor) = known {
            self.cast.mention(ground.layer.span(words.clone()), actor, Naming::Role);
            return b(actor, words);
        }
        let indefinite = ground.one_of(words.start, &["a", "an", "one", "some", "several", "two", "three"]);
        if indefinite {
            return self.unnamed(ground, words, h);
        }
        let kind = ground
            .words
            .bodies
            .get(ground.norm(h))
            .map_or(ActorType::Body, |e| if e.field(0) == "body" { ActorType::Body } else { ActorType::Organisation });
        let name = ground.cut(text.start..h + 1);
        let actor = self.cast.enter(name, kind);
        if let Some((_, tokens, _)) = named.iter().find(|(_, t, _)| ground.possessive(t.end)) {
            let of = ground.cut(tokens.clone()).to_owned();
            self.cast.describe(actor, None, Some(&of));
        }
        self.cast.mention(ground.layer.span(words.clone()), actor, Naming::Role);
        b(actor, words)
    }

    fn document(&mut self, ground: &Ground<'_>, words: Range<usize>, h: usize) -> Option<Speaker> {
        // "It provides": the text spoken of last.
        if words.len() == 1 && ground.is(words.start, "it") {
            let end = ground.layer.mentions.partition_point(|m| m.tokens.start < words.start);
            let named = ground.layer.mentions[..end].iter().rev().take(20).find_map(|m| {
                let a = usize::try_from(m.actor.0).ok()?.checked_sub(1)?;
                (self.kind(a) == Some(ActorType::Document)).then_some(a)
            });
            let actor = named.or(self.text)?;
            self.cast.mention(ground.layer.span(words.clone()), actor, Naming::Pronoun);
            return Some(Speaker { actor: Some(actor), words, grade: Grade::B, carried: Vec::new() });
        }
        // "Article 3 of the draft" speaks as the draft.
        let part = ground.one_of(h, &["article", "clause", "paragraph", "section", "annex"])
            || ground.is_number(h)
            || (words.start..=h).any(|i| ground.one_of(i, &["article", "clause", "paragraph", "section"]));
        let (text, head) = match (words.start..words.end).find(|i| part && ground.is(*i, "of")) {
            Some(of) => (without_article(ground, &(of + 1..words.end)), subjects::head(ground, of + 1..words.end)),
            None => (without_article(ground, &words), h),
        };
        let name = ground.cut(text.start..(head + 1).max(text.start + 1));
        let bare = head == text.start;
        let known = self
            .cast
            .known(name)
            .or_else(|| self.cast.by_head(ground.norm(head)).filter(|a| bare && self.kind(*a) == Some(ActorType::Document)))
            .or_else(|| {
                let it = bare && ground.has(words.start, Class::DETERMINER);
                self.text.filter(|_| it && part)
            });
        let actor = known.unwrap_or_else(|| self.cast.enter(name, ActorType::Document));
        let named = subjects::mentions_in(ground.layer, words.clone()).any(|(m, _)| m.tokens.contains(&head));
        if !named {
            self.cast.mention(ground.layer.span(text.start..head + 1), actor, Naming::Role);
        }
        Some(Speaker { actor: Some(actor), words, grade: Grade::A, carried: Vec::new() })
    }

    /// A source without a name.
    fn unnamed(&mut self, ground: &Ground<'_>, words: Range<usize>, h: usize) -> Option<Speaker> {
        if !ground.is_word(h) {
            return None;
        }
        let definite = ground.one_of(words.start, &["the", "this", "that", "these", "those"]);
        if definite {
            let wanted = key(ground.norm(h));
            let same = self.cast.actors.iter().enumerate().rev().take(300).find(|(_, a)| {
                a.kind == ActorType::Unnamed
                    && key(&a.name).split(' ').any(|w| w == wanted)
                    && (words.len() <= 3 || key(&a.name).contains(&key(ground.cut(words.start + 1..h + 1))))
            });
            if let Some(actor) = same.map(|(i, _)| i) {
                self.cast.mention(ground.layer.span(words.clone()), actor, Naming::Role);
                return Some(Speaker { actor: Some(actor), words, grade: Grade::B, carried: Vec::new() });
            }
        }
        let words = words.start..words.end;
        let actor = self.cast.add(ground.cut(words.clone()), ActorType::Unnamed);
        self.cast.mention(ground.layer.span(words.clone()), actor, Naming::Role);
        Some(Speaker { actor: Some(actor), words, grade: Grade::A, carried: Vec::new() })
    }
}

fn without_article(ground: &Ground<'_>, words: &Range<usize>) -> Range<usize> {
    let mut from = words.start;
    while from + 1 < words.end && (ground.has(from, Class::DETERMINER) || ground.is(from, "same")) {
        from += 1;
    }
    from..words.end
}

/// A noun phrase without marks at its ends.
fn tidy(ground: &Ground<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let (mut from, mut end) = (words.start, words.end);
    while from < end && ground.is_break(from) {
        from += 1;
    }
    while end > from && ground.is_break(end - 1) && !ground.is(end - 1, ")") {
        end -= 1;
    }
    while end > from && (ground.has(end - 1, Class::ADVERB) && !ground.has(end - 1, Class::PRONOUN.or(Class::RELATIVE)) && end - from > 1) {
        end -= 1;
    }
    (from < end).then_some(from..end)
}
