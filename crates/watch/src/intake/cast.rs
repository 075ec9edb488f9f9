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
        let slot = self.by_name.entry(key(name)).or_insert(Some(actor));
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
        self.by_name.insert(key(name), Some(i));
        i
    }

    /// A new actor that no name leads to: an unnamed source is never found by its words.
    pub(super) fn add(&mut self, name: &str, kind: ActorType) -> usize {
        let id = ActorId(u32::try_from(self.actors.len() + 1).unwrap_or(u32::MAX));
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        self.actors.push(Actor { id, name, kind, role: None, affiliation: None, side: None, mentions: Vec::new() });
        self.actors.len() - 1
    }

    pub(super) fn mention(&mut self, span: Span, actor: usize, naming: Naming) {
        self.found.push((span, actor, naming));
    }

    /// Fills what is empty.
    pub(super) fn describe(&mut self, actor: usize, role: Option<&str>, affiliation: Option<&str>) {
        let Some(a) = self.actors.get_mut(actor) else { return };
        let tidy = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
        if a.role.is_none() {
            a.role = role.map(tidy).filter(|r| !r.is_empty());
        }
        if a.affiliation.is_none() {
            a.affiliation = affiliation.map(tidy).filter(|r| !r.is_empty());
        }
    }

    /// The last person whose surname this is, when only one has it.
    pub(super) fn by_surname(&self, surname: &str) -> Option<usize> {
        let wanted = key(surname);
        let mut hits = self.actors.iter().enumerate().filter(|(_, a)| {
            a.kind == ActorType::Person && {
                let name = key(&a.name);
                name != wanted && (name.ends_with(&format!(" {wanted}")) || name.split(' ').next() == Some(&*wanted))
            }
        });
        let first = hits.next()?.0;
        hits.next().is_none().then_some(first)
    }
}
