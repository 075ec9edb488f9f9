//! Mentions: who is named, and how.
//!
//! Names are gathered first ([`super::names`]), then each is judged by all that the text says of it:
//! its own head noun, a role before it, an apposition behind it, what stands around it elsewhere.
//! What is left undecided and never acts is dropped: a place is no actor.

use super::appositions::{self, Apposition};
use super::cast::{Cast, key};
use super::ground::Ground;
use super::layer::{Layer, Mention, Naming, Place};
use super::names::{Guess, Run, runs};
use super::reading::{Actor, ActorId, ActorType};
use super::vocabulary::Class;
use super::{Known, Options};
use std::collections::BTreeMap;
use std::ops::Range;
use terms::span::Span;

/// Finds the actors and where they are named.
pub fn find(layer: &mut Layer, options: &Options) {
    if layer.document.language != "en" && layer.document.language != "und" {
        return;
    }
    let ground = Ground::new(layer);
    let (mut cast, own) = Cast::new(options);
    let case = Case::of(own);
    let found = runs(&ground, &|name| case.by_name.contains_key(name));
    let appositions: Vec<Option<Apposition>> = found.iter().map(|r| appositions::of(&ground, r)).collect();
    let judged = judge(&ground, &found, &appositions);
    // Longer names first in each pass, so that "the Council" finds "Vellmar Co-ordination Council".
    for pass in 0..3 {
        for (i, run) in found.iter().enumerate() {
            if run.name.is_empty() || pass_of(&ground, run) != pass {
                continue;
            }
            let short = || {
                pass > 0 && ground.token(run.name.start).is_some_and(|t| t.capitals) && cast.known(ground.cut(run.name.clone())).is_some()
            };
            // "Crull, 61, who took office": nothing but the surname tells who it is.
            let surname = || (pass == 2 && cast.by_surname(ground.cut(run.name.clone())).is_some()).then_some(ActorType::Person);
            let abbreviation = || short().then_some(ActorType::Organisation).or_else(surname);
            let Some(kind) = judged[i].or_else(|| case.get(&ground, run).map(|k| k.kind)).or_else(abbreviation) else { continue };
            let Some(actor) = place_in(&ground, &mut cast, &case, run, kind, pass) else { continue };
            cast.mention(ground.layer.span(run.name.clone()), actor, Naming::Name);
            describe(&ground, &mut cast, actor, run, appositions[i].as_ref());
        }
    }
    lower_bodies(&ground, &mut cast);
    headings(&ground, &mut cast);
    link_affiliations(&mut cast);
    settle(layer, cast);
}

/// The case's own actors, by every name.
struct Case {
    known: Vec<Known>,
    by_name: BTreeMap<String, usize>,
}

impl Case {
    fn of(known: Vec<Known>) -> Self {
        let mut by_name = BTreeMap::new();
        for (i, k) in known.iter().enumerate() {
            for name in std::iter::once(&k.name).chain(&k.aliases) {
                by_name.entry(key(name)).or_insert(i);
            }
        }
        Self { known, by_name }
    }

    fn get(&self, ground: &Ground<'_>, run: &Run) -> Option<&Known> {
        self.by_name.get(&key(ground.cut(run.name.clone()))).and_then(|i| self.known.get(*i))
    }
}

/// Names of two words or more, then abbreviations and single words.
fn pass_of(ground: &Ground<'_>, run: &Run) -> u8 {
    if run.name.len() > 1 {
        0
    } else if ground.token(run.name.start).is_some_and(|t| t.capitals) {
        1
    } else {
        2
    }
}

/// What each run is, by all runs of the same name.
fn judge(ground: &Ground<'_>, found: &[Run], appositions: &[Option<Apposition>]) -> Vec<Option<ActorType>> {
    #[derive(Default)]
    struct Signs {
        person: u32,
        place: u32,
        acts: u32,
        org: Option<ActorType>,
        state: bool,
        the: u32,
        told: u32,
        runs: u32,
        sure: Option<Guess>,
    }
    let mut signs: BTreeMap<String, Signs> = BTreeMap::new();
    for (run, apposition) in found.iter().zip(appositions) {
        if run.name.is_empty() {
            continue;
        }
        let sign = signs.entry(key(ground.cut(run.name.clone()))).or_default();
        let (before, after) = (run.name.start.wrapping_sub(1), run.name.end);
        sign.runs += 1;
        if let Some(kind) = run.kind {
            sign.sure = Some(sign.sure.map_or(kind, |s| s.min(kind)));
        }
        match apposition.as_ref().map(|a| a.kind) {
            Some(Some(ActorType::Person)) => sign.person += 2,
            Some(Some(kind)) => sign.org = Some(kind),
            Some(None) => sign.place += 1,
            None => {}
        }
        // "(Meridian News) —": the agency of the dateline.
        let byline = ground.is(before, "(") && ground.is(after, ")") && (ground.is_dash(after + 1) || ground.is(after + 1, ":"));
        let outlet = ground.layer.document.outlet.as_deref().is_some_and(|o| key(o) == key(ground.cut(run.name.clone())));
        if byline || outlet && run.kind.is_none() {
            sign.sure = Some(Guess::Actor(ActorType::Outlet));
        }
        let the = ground.is(before, "the");
        let governor = if the { before.wrapping_sub(1) } else { before };
        if ground.one_of(governor, &["in", "at", "near", "around", "outside", "inside", "across", "towards", "toward", "into", "through"]) {
            sign.place += 2;
        } else if ground.one_of(governor, &["from", "of", "to"]) && ground.has(governor.wrapping_sub(1), Class::PLACE) {
            sign.place += 1;
        }
        if the {
            sign.the += 1;
        }
        if ground.finite(after) && !ground.has(before, Class::PREPOSITION) {
            sign.acts += 1;
        }
        let told = ground.verb_in(&ground.words.verbs, governor).is_some();
        let outlet = ground.one_of(governor, &["told"])
            || ground.is(governor, "by")
                && ground.one_of(governor.wrapping_sub(1), &["seen", "obtained", "reviewed", "carried", "published"]);
        sign.told += u32::from(outlet || ground.one_of(after, &["reported", "cited", "quoted", "reports", "published"]));
        if told || ground.one_of(governor, &["by", "with", "against", "between"]) {
            sign.acts += 1;
        }
        if ground.possessive(after) {
            sign.acts += 1;
            if ground.has(after + 1, Class::BODY)
                && ground.one_of(after + 1, &["army", "government", "forces", "military", "parliament", "cabinet", "troops", "police"])
            {
                sign.state = true;
            }
        }
        if ground.has(before, Class::ROLE) && !ground.possessive(before) {
            sign.person += 1;
        }
        // "Tal told Northwire that he": the first pronoun behind a subject tells a person from a state.
        if run.name.len() == 1 && ground.finite(after) {
            let end = ground.sentence(after).end.min(after + 25);
            let first = (after..end).find(|i| {
                ground.layer.quote_of(*i).is_none() && ground.one_of(*i, &["he", "she", "his", "her", "it", "its", "they", "their"])
            });
            if first.is_some_and(|i| ground.one_of(i, &["he", "she", "his", "her"])) {
                sign.person += 1;
            }
        }
        if ground.is(after, ",") && ground.one_of(after + 1, &["who", "whose", "whom"]) {
            sign.person += 2;
        }
        // "minister Shimi Barkai of Iron Wall".
        if ground.is(before, "of") && ground.capital(before.wrapping_sub(1)) && ground.capital(before.wrapping_sub(2)) && run.name.len() > 1
        {
            sign.org = sign.org.or(Some(ActorType::Organisation));
        }
    }
    found
        .iter()
        .map(|run| {
            if run.name.is_empty() {
                return None;
            }
            let name = key(ground.cut(run.name.clone()));
            if let Some(known) = ground.words.names.get(&*name) {
                return state_here(ground, run, known.kind);
            }
            let sign = signs.get(&name)?;
            if run.kind == Some(Guess::Actor(ActorType::Person)) {
                return Some(ActorType::Person);
            }
            match sign.sure {
                Some(Guess::Place) => return None,
                Some(Guess::Actor(ActorType::Document)) => return Some(ActorType::Document),
                Some(Guess::Actor(kind)) => return Some(kind),
                None => {}
            }
            let capitals = ground.token(run.name.start).is_some_and(|t| t.capitals) && run.name.len() == 1;
            if capitals {
                let short = name.chars().count() < 2 || ground.has(run.name.start, Class::CALENDAR.or(Class::NOBODY));
                return (!short && (sign.acts > 0 || sign.the > 0)).then_some(ActorType::Organisation);
            }
            if let Some(kind) = sign.org {
                return Some(kind);
            }
            // Only ever told, and only ever carrying: an outlet.
            if sign.told == sign.runs && sign.person == 0 && sign.place == 0 {
                return Some(ActorType::Outlet);
            }
            if run.name.len() > 1 {
                let person = sign.person > 0 || (sign.acts > 0 && sign.place == 0 && sign.the == 0);
                if person {
                    return Some(ActorType::Person);
                }
                return (sign.the > 0 && sign.acts > 0).then_some(ActorType::Organisation);
            }
            if sign.state || made_from(ground, &name) {
                return state_here(ground, run, ActorType::State);
            }
            // One word that acts, without an article, is taken for a state; the lists know those that are not.
            if sign.acts > 0 && sign.person == 0 && sign.the * 2 < sign.runs {
                return state_here(ground, run, ActorType::State);
            }
            let single_actor = sign.acts > 0 && sign.place == 0;
            (sign.person > 0).then_some(ActorType::Person).or_else(|| single_actor.then_some(ActorType::Organisation))
        })
        .collect()
}

/// A state is an actor only where one could say "the government of".
fn state_here(ground: &Ground<'_>, run: &Run, kind: ActorType) -> Option<ActorType> {
    if kind != ActorType::State {
        return Some(kind);
    }
    let before = run.name.start.wrapping_sub(1);
    let governor = if ground.is(before, "the") { before.wrapping_sub(1) } else { before };
    let place = [
        "in",
        "at",
        "near",
        "around",
        "outside",
        "inside",
        "across",
        "into",
        "through",
        "throughout",
        "within",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
    ];
    let there = ground.one_of(governor, &place) && !ground.has(governor.wrapping_sub(1), Class::BODY.or(Class::ROLE));
    let soil = [
        "people",
        "population",
        "territory",
        "soil",
        "rest",
        "parts",
        "part",
        "coast",
        "capital",
        "shore",
        "out",
        "side",
        "most",
        "all",
        "much",
    ];
    let part_of =
        ground.is(governor, "of") && (ground.has(governor.wrapping_sub(1), Class::PLACE) || ground.one_of(governor.wrapping_sub(1), &soil));
    let ground_name = part_of
        || ground.has(run.name.end, Class::PLACE)
        || (ground.one_of(governor, &["from", "to"]) && !ground.has(governor.wrapping_sub(1), Class::UNNAMED.or(Class::ROLE)));
    (!there && !ground_name).then_some(ActorType::State)
}

/// Whether the text has an adjective made from a name ("Tavora", "Tavoran").
pub(super) fn made_from(ground: &Ground<'_>, name: &str) -> bool {
    adjective_of(ground, name).is_some()
}

fn adjective_of<'a>(ground: &Ground<'a>, name: &str) -> Option<&'a str> {
    let stem = name.trim_end_matches(['a', 'e', 'i', 'o', 'y']);
    if stem.chars().count() < 3 {
        return None;
    }
    let fits = |w: &str| {
        w != name
            && w.strip_prefix(stem).is_some_and(|end| {
                matches!(
                    end,
                    "an" | "ian"
                        | "ean"
                        | "n"
                        | "ese"
                        | "ish"
                        | "i"
                        | "ic"
                        | "ite"
                        | "ans"
                        | "ians"
                        | "is"
                        | "ites"
                        | "oan"
                        | "yan"
                        | "ani"
                        | "eni"
                        | "ene"
                        | "in"
                        | "ine"
                )
            })
    };
    ground.beginning(stem).find(|w| fits(w))
}

/// Finds or makes the actor of a run.
fn place_in(ground: &Ground<'_>, cast: &mut Cast, case: &Case, run: &Run, kind: ActorType, pass: u8) -> Option<usize> {
    let text = ground.cut(run.name.clone());
    if let Some(known) = case.get(ground, run) {
        let i = cast.enter(&known.name, known.kind);
        if let Some(a) = cast.actors.get_mut(i) {
            a.side.clone_from(&known.side);
        }
        let (role, affiliation) = (known.role.clone(), known.affiliation.clone());
        cast.describe(i, role.as_deref(), affiliation.as_deref());
        cast.name(text, i);
        return Some(i);
    }
    if let Some(known) = ground.words.names.get(&*key(text)) {
        let i = cast.known(known.name).unwrap_or_else(|| cast.enter(text, known.kind));
        cast.name(known.name, i);
        cast.name(text, i);
        longest(cast, i, text);
        abbreviated(ground, cast, run, i);
        return Some(i);
    }
    if let Some(i) = cast.known(text) {
        abbreviated(ground, cast, run, i);
        return Some(i);
    }
    if kind == ActorType::Person
        && run.name.len() == 1
        && let Some(i) = cast.by_surname(text)
    {
        cast.name(text, i);
        return Some(i);
    }
    // "the Brigades" is the last word of a longer name, or the word before its "of"; "KLF" its initials.
    if run.name.len() == 1 && pass > 0 {
        let short = cast.by_surname(text).or_else(|| cast.by_head(text));
        if let Some(i) = short {
            cast.name(text, i);
            return Some(i);
        }
    }
    let i = cast.enter(text, kind);
    abbreviated(ground, cast, run, i);
    Some(i)
}

fn longest(cast: &mut Cast, i: usize, text: &str) {
    if let Some(a) = cast.actors.get_mut(i).filter(|a| a.name.chars().count() < text.chars().count()) {
        a.name = terms::script::squeezed(text);
    }
}

/// An abbreviation in brackets behind a name is another name of it.
fn abbreviated(ground: &Ground<'_>, cast: &mut Cast, run: &Run, actor: usize) {
    let at = run.name.end;
    if ground.is(at, "(") && ground.is(at + 2, ")") && ground.capital(at + 1) && ground.norm(at + 1).chars().count() < 9 {
        cast.name(ground.cut(at + 1..at + 2), actor);
    }
}

fn describe(ground: &Ground<'_>, cast: &mut Cast, actor: usize, run: &Run, apposition: Option<&Apposition>) {
    if cast.actors.get(actor).is_none_or(|a| a.kind != ActorType::Person) {
        return;
    }
    let role = run.role.clone().map(|r| ground.cut(r));
    let of = run.of.clone().map(|o| belonging(ground, o));
    // A rank gives way to an office: "Captain Ilir Mesh, liaison officer of the northern forces".
    let rank = run.role.clone().is_some_and(|r| r.clone().all(|i| ground.has(i, Class::TITLE)));
    if !rank {
        cast.describe(actor, role, of.as_deref());
    }
    if let Some(a) = apposition {
        cast.describe(actor, a.role.clone().map(|r| ground.cut(r)), a.of.clone().map(|o| belonging(ground, o)).as_deref());
    }
    if let Some(led) = super::appositions::led(ground, run.name.clone()) {
        cast.describe(actor, Some(&led), None);
    }
    cast.describe(actor, role, of.as_deref());
    if let Some(title) = &run.title {
        let honour = [
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "doctor",
            "sir",
            "dame",
            "lord",
            "lady",
            "father",
            "brother",
            "sister",
            "mother",
        ];
        let rank = title.clone().any(|i| ground.is_word(i) && !ground.one_of(i, &honour));
        if rank {
            cast.describe(actor, Some(ground.cut(title.clone())), None);
        }
    }
}

/// What somebody belongs to: the state for its adjective, else the words as they stand.
pub(super) fn belonging(ground: &Ground<'_>, of: Range<usize>) -> String {
    let words = ground.cut(of.clone());
    let last = of.end.saturating_sub(1);
    if ground.has(last, Class::BODY) {
        return words.to_owned();
    }
    if let Some(state) = ground.words.demonyms.get(ground.norm(of.start)) {
        return (*state).to_owned();
    }
    if of.len() == 1 {
        let norm = ground.norm(of.start);
        let stem: String = norm.chars().take(3).collect();
        let state = ground.beginning(&stem).find(|w| *w != norm && adjective_of(ground, w) == Some(norm));
        if let Some(state) = state {
            let mut chars = state.chars();
            return chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default();
        }
    }
    words.to_owned()
}

/// Names in headings that the text has elsewhere.
fn headings(ground: &Ground<'_>, cast: &mut Cast) {
    let taken: std::collections::BTreeSet<usize> = cast.found.iter().flat_map(|(s, _, _)| ground.layer.tokens_in(*s)).collect();
    for p in ground.layer.paragraphs.iter().filter(|p| matches!(p.place, Place::Heading | Place::Header)) {
        for sentence in ground.layer.sentences.get(p.sentences.clone()).unwrap_or_default() {
            let mut i = sentence.tokens.start;
            while i < sentence.tokens.end {
                let most = 7.min(sentence.tokens.end - i);
                let hit = (1..=most).rev().filter(|_| ground.capital(i) && !taken.contains(&i)).find_map(|n| {
                    let actor = cast.known(ground.cut(i..i + n))?;
                    (n > 1 || !ground.has(i, Class::NOBODY.or(Class::BODY))).then_some((n, actor))
                });
                match hit {
                    Some((n, actor)) => {
                        cast.mention(ground.layer.span(i..i + n), actor, Naming::Name);
                        i += n;
                    }
                    None => i += 1,
                }
            }
        }
    }
}

/// Bodies whose name is partly in small letters: "Saint Oren hospital", "interior ministry of Narim".
fn lower_bodies(ground: &Ground<'_>, cast: &mut Cast) {
    let mut longer: Vec<(Span, usize)> = Vec::new();
    for i in 1..ground.tokens().len() {
        // "the Lisse draft": a text with a name of its own.
        let text = ground.has(i, Class::DOCUMENT)
            && !ground.capital(i)
            && ground.proper(i - 1)
            && !ground.has(i - 1, Class::DEMONYM.or(Class::CALENDAR).or(Class::BODY).or(Class::NOBODY));
        if text && !ground.one_of(i, &["plan", "proposal", "text", "document", "deal", "clause", "article", "section", "paragraph"]) {
            let mut from = i - 1;
            while from > 0 && ground.proper(from - 1) {
                from -= 1;
            }
            let actor = cast.enter(ground.cut(from..i + 1), ActorType::Document);
            longer.push((ground.layer.span(from..i + 1), actor));
        }
    }
    for i in 0..ground.tokens().len() {
        if !ground.has(i, Class::BODY)
            || ground.capital(i)
            || ground.one_of(
                i,
                &[
                    "staff",
                    "group",
                    "force",
                    "cell",
                    "service",
                    "services",
                    "wing",
                    "network",
                    "campaign",
                    "mechanism",
                    "division",
                    "centre",
                    "center",
                    "party",
                    "board",
                    "guard",
                ],
            )
        {
            continue;
        }
        let mut from = i;
        while from > 0 && ground.proper(from - 1) && !ground.has(from - 1, Class::DEMONYM.or(Class::CALENDAR)) {
            from -= 1;
        }
        // "the northern forces", "the Tavoran government".
        let side = i.checked_sub(1).filter(|k| {
            ground.one_of(*k, &["northern", "southern", "eastern", "western", "central", "federal"])
                && ground.one_of(i, &["forces", "command", "army", "side", "administration", "government"])
        });
        let state = (ground.is(i, "government") && i > 0)
            .then(|| cast.known(&belonging(ground, i - 1..i)))
            .flatten()
            .filter(|a| cast.actors[*a].kind == ActorType::State && ground.capital(i - 1));
        if let Some(actor) = state {
            longer.push((ground.layer.span(i - 1..i + 1), actor));
            continue;
        }
        if let Some(from) = side {
            let actor = cast.enter(ground.cut(from..i + 1), ActorType::Body);
            longer.push((ground.layer.span(from..i + 1), actor));
            continue;
        }
        let owned = ground.one_of(
            i,
            &[
                "ministry",
                "council",
                "committee",
                "parliament",
                "court",
                "chamber",
                "municipality",
                "university",
                "hospital",
                "union",
                "department",
                "office",
                "bishopric",
                "archdiocese",
                "bank",
            ],
        );
        let of = owned && ground.is(i + 1, "of") && ground.proper(i + 2) && !ground.has(i + 2, Class::CALENDAR);
        let named = [
            "hospital",
            "clinic",
            "university",
            "council",
            "committee",
            "brigade",
            "brigades",
            "battalion",
            "ministry",
            "municipality",
            "court",
            "union",
            "association",
            "society",
            "foundation",
            "institute",
            "company",
            "party",
            "movement",
            "front",
            "coalition",
            "alliance",
            "faction",
        ];
        let name = if from < i && !ground.one_of(i, &named) {
            continue;
        } else if from < i {
            let run = from..i;
            let known = cast.known(ground.cut(run.clone())).is_some() || ground.words.names.contains_key(&*key(ground.cut(run)));
            let adjective = super::names::demonym_shape(ground, from, i);
            if known || adjective {
                continue;
            }
            from..i + 1
        } else if of {
            let mut end = i + 3;
            while ground.proper(end) {
                end += 1;
            }
            let mut start = i;
            let grammar =
                Class::DETERMINER.or(Class::PREPOSITION).or(Class::CONJUNCTION).or(Class::AUXILIARY).or(Class::PRONOUN).or(Class::ADVERB);
            while start > 0
                && ground.is_word(start - 1)
                && !ground.capital(start - 1)
                && !ground.has(start - 1, grammar)
                && !ground.possessive(start - 1)
                && i - start < 3
            {
                start -= 1;
            }
            start..end
        } else {
            continue;
        };
        let kind = ground
            .words
            .bodies
            .at(ground.tokens(), i)
            .map_or(ActorType::Body, |(_, e)| if e.field(0) == "body" { ActorType::Body } else { ActorType::Organisation });
        let actor = cast.enter(ground.cut(name.clone()), kind);
        let span = ground.layer.span(name);
        longer.push((span, actor));
    }
    longer.sort_by_key(|(s, _)| (s.start, std::cmp::Reverse(s.end)));
    longer.dedup_by(|b, a| b.0.start < a.0.end);
    // The shorter name inside is no mention of its own.
    cast.found.retain(|(s, _, _)| {
        let at = longer.partition_point(|(l, _)| l.end <= s.start);
        longer.get(at).is_none_or(|(l, _)| l.start >= s.end)
    });
    for (span, actor) in longer {
        cast.mention(span, actor, Naming::Name);
    }
}

/// An affiliation in the text's short form gets the long one where the text has it.
fn link_affiliations(cast: &mut Cast) {
    for i in 0..cast.actors.len() {
        let Some(short) = cast.actors[i].affiliation.clone() else { continue };
        let long = cast.known(&short).or_else(|| cast.by_head(&short)).filter(|k| *k != i);
        if let Some(name) = long.map(|k| cast.actors[k].name.clone()) {
            cast.actors[i].affiliation = Some(name);
        }
    }
}

/// Numbers the actors by their first mention and lays them on the layer.
pub(super) fn settle(layer: &mut Layer, cast: Cast) -> Vec<Option<ActorId>> {
    let Cast { mut actors, mut found, .. } = cast;
    found.sort_by_key(|(span, actor, naming)| (span.start, std::cmp::Reverse(span.end), *naming, *actor));
    found.dedup();
    let mut order: Vec<usize> = Vec::new();
    let mut place: Vec<Option<ActorId>> = vec![None; actors.len()];
    for (_, actor, _) in &found {
        if let Some(slot) = place.get_mut(*actor).filter(|s| s.is_none()) {
            order.push(*actor);
            *slot = Some(ActorId(u32::try_from(order.len()).unwrap_or(u32::MAX)));
        }
    }
    for a in &mut actors {
        a.mentions.clear();
    }
    layer.mentions.clear();
    for (span, actor, naming) in &found {
        let Some(id) = place.get(*actor).copied().flatten() else { continue };
        layer.mentions.push(Mention { span: *span, tokens: layer.tokens_in(*span), actor: id, naming: *naming });
        if *naming != Naming::Pronoun {
            actors[*actor].mentions.push(*span);
        }
    }
    let mut slots: Vec<Option<Actor>> = actors.into_iter().map(Some).collect();
    layer.actors = order.iter().filter_map(|i| slots.get_mut(*i).and_then(Option::take)).collect();
    for (i, actor) in layer.actors.iter_mut().enumerate() {
        actor.id = ActorId(u32::try_from(i + 1).unwrap_or(u32::MAX));
    }
    place
}

/// Whether a paragraph is read for statements.
pub(super) fn is_read(place: Place) -> bool {
    matches!(place, Place::Body | Place::Item)
}
