//! The cast: every actor that a report names, and how one name leads to another.

use super::layer::Naming;
use super::reading::{Actor, ActorId, ActorType};
use super::{Known, Options};
use std::collections::BTreeMap;
use terms::span::Span;

/// The actors, while they are being found.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub(super) actors: Vec<Actor>,
    /// From a name, folded, to its actor; `None` where two actors share it.
    by_name: BTreeMap<String, Option<usize>>,
    /// From a surname or a first name to the people who have it.
    people: BTreeMap<String, Vec<usize>>,
    /// From the head word or the initials of a name to what has it; people have none.
    heads: BTreeMap<String, Vec<usize>>,
    /// The mentions of each actor, in the order of finding.
    pub(super) found: Vec<(Span, usize, Naming)>,
}

/// A name as it is compared: lower case, one space, no "the", no possessive, plain marks.
pub(super) fn key(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars().filter(|c| *c != '.') {
            match c {
                '’' | 'ʼ' => out.push('\''),
                '\u{2010}' | '\u{2011}' => out.push('-'),
                c => out.extend(c.to_lowercase()),
            }
        }
    }
    out.strip_prefix("the ").map(str::to_owned).unwrap_or(out)
}

impl Cast {
    /// A cast that knows the case's own actors; they are listed only once they are named.
    pub(super) fn new(options: &Options) -> (Self, Vec<Known>) {
        (Self::default(), options.actors.clone())
    }

    /// A cast of actors that are there already.
    pub(super) fn of(actors: Vec<Actor>) -> Self {
        let mut cast = Self { actors, ..Self::default() };
        for i in 0..cast.actors.len() {
            let name = cast.actors[i].name.clone();
            cast.name(&name, i);
        }
        cast
    }

    /// The actor of a name.
    pub(super) fn known(&self, name: &str) -> Option<usize> {
        self.by_name.get(&key(name)).copied().flatten()
    }

    /// Gives an actor one more name.
    pub(super) fn name(&mut self, name: &str, actor: usize) {
        let name = key(name);
        self.index(&name, actor);
        let slot = self.by_name.entry(name).or_insert(Some(actor));
        if *slot != Some(actor) {
            *slot = None;
        }
    }

    /// The actor of this name, new where there is none.
    pub(super) fn enter(&mut self, name: &str, kind: ActorType) -> usize {
        if let Some(i) = self.known(name) {
            return i;
        }
        let i = self.add(name, kind);
        let name = key(name);
        self.index(&name, i);
        self.by_name.insert(name, Some(i));
        i
    }

    fn index(&mut self, name: &str, actor: usize) {
        let Some(kind) = self.actors.get(actor).map(|a| a.kind) else { return };
        let put = |map: &mut BTreeMap<String, Vec<usize>>, word: &str| {
            let list = map.entry(word.to_owned()).or_default();
            if list.last() != Some(&actor) && !list.contains(&actor) {
                list.push(actor);
            }
        };
        if kind == ActorType::Person {
            for word in [name.rsplit(' ').next(), name.split(' ').next()].into_iter().flatten() {
                put(&mut self.people, word);
            }
        } else if kind != ActorType::Unnamed {
            let head = [" of ", " for ", " in ", " on "].iter().fold(name, |n, cut| n.split(cut).next().unwrap_or(n));
            // Every ending of the head: "observer mission" and "mission" of "joint observer mission".
            let mut rest = head;
            loop {
                put(&mut self.heads, rest);
                match rest.split_once(' ') {
                    Some((_, tail)) => rest = tail,
                    None => break,
                }
            }
            let small = ["of", "the", "for", "and", "on", "in"];
            let initials: String = name.split([' ', '-']).filter(|w| !small.contains(w)).filter_map(|w| w.chars().next()).collect();
            if initials.chars().count() > 1 {
                put(&mut self.heads, &initials);
            }
        }
    }

    /// A new actor that no name leads to: an unnamed source is never found by its words.
    pub(super) fn add(&mut self, name: &str, kind: ActorType) -> usize {
        let id = ActorId(u32::try_from(self.actors.len() + 1).unwrap_or(u32::MAX));
        let name = terms::script::squeezed(name);
        self.actors.push(Actor { id, name, kind, role: None, affiliation: None, side: None, mentions: Vec::new() });
        self.actors.len() - 1
    }

    pub(super) fn mention(&mut self, span: Span, actor: usize, naming: Naming) {
        self.found.push((span, actor, naming));
    }

    /// Fills what is empty.
    pub(super) fn describe(&mut self, actor: usize, role: Option<&str>, affiliation: Option<&str>) {
        let Some(a) = self.actors.get_mut(actor) else { return };
        if a.role.is_none() {
            a.role = role.map(terms::script::squeezed).filter(|r| !r.is_empty());
        }
        if a.affiliation.is_none() {
            a.affiliation = affiliation.map(terms::script::squeezed).filter(|r| !r.is_empty());
        }
    }

    /// The person whose surname this is, when only one has it.
    pub(super) fn by_surname(&self, surname: &str) -> Option<usize> {
        match self.people.get(&key(surname)).map(Vec::as_slice) {
            Some([one]) => Some(*one),
            _ => None,
        }
    }

    /// The only actor whose name has this as its head, or as its initials.
    pub(super) fn by_head(&self, words: &str) -> Option<usize> {
        match self.heads.get(&key(words)).map(Vec::as_slice) {
            Some([one]) => Some(*one),
            _ => None,
        }
    }
}
