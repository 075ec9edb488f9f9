//! What an entry says of an exchange: lists, pairs and decisions, plans, movements.
//!
//! A part of [`crate::codec::Body`], with the same rules: the bytes are read for ever, a new field
//! has a default. Entries of a list are known by the names that [`exchange::roster::keys`] gives
//! them, since a row's place changes from version to version.

use crate::codec::Body;
use crate::state::RoomState;
use exchange::handover::{Answer, Line, Order};
use exchange::reconcile::{Decided, Made};
use exchange::roster::counts::{Counted, Stated};
use exchange::roster::life::{Claim, Step};
use exchange::roster::{Entry, ListKind, Roster};
use serde::{Deserialize, Serialize};
use terms::id::{EntryNo, EntryRef, PartyId};
use terms::language::Words;

/// How many rows of a list one entry holds.
pub const ROWS: usize = 1_000;

/// A list as it was imported: what it is, and its first rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// What its side calls it.
    pub title: Words,
    /// What it is of.
    pub kind: ListKind,
    /// The side whose list it is.
    pub party: PartyId,
    /// The list of the same room that it is the next version of.
    #[serde(default)]
    pub version_of: Option<EntryNo>,
    /// How many entries it has, in this entry and those that follow it.
    pub total: u32,
    /// Everything but the entries beyond the first [`ROWS`].
    pub roster: Roster,
}

/// Counts without names: what a side or somebody else states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Of whom.
    pub title: Words,
    /// The side that holds them.
    pub party: PartyId,
    /// What is stated; none is *not stated*, which is a thing to know.
    #[serde(default)]
    pub stated: Option<Stated>,
    /// Who states it, and where that is read.
    pub source: String,
}

/// A plan of an exchange, as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What it is called.
    pub title: Words,
    /// The plan's file.
    pub file: String,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", content = "is", rename_all = "kebab-case")]
pub enum Exchanged {
    /// A list.
    List(List),
    /// More rows of a list.
    ListRows {
        /// The list.
        of: EntryNo,
        /// The rows.
        entries: Vec<Entry>,
    },
    /// Stated counts.
    Counts(Counts),
    /// What somebody claims of a person on a list of this room: fate or whereabouts.
    EntryClaim {
        /// The list.
        of: EntryNo,
        /// The entry's name within it.
        entry: String,
        /// The claim.
        claim: Claim,
    },
    /// Where an entry stands, as the mediators keep it. The reason is nowhere.
    EntryStage {
        /// The list, in its room.
        list: EntryRef,
        /// The entry's name within it.
        entry: String,
        /// The step.
        step: Step,
    },
    /// Two lists are set side by side.
    Pairing {
        /// The one.
        left: EntryRef,
        /// The other.
        right: EntryRef,
    },
    /// A pair was decided.
    PairDecided {
        /// The two lists.
        of: EntryNo,
        /// The decision.
        decided: Decided,
    },
    /// A plan.
    Plan(Plan),
    /// A movement order.
    Movement(Order),
    /// What a body says of a movement.
    MovementAnswer {
        /// The order.
        of: EntryNo,
        /// The answer.
        answer: Answer,
    },
    /// A line of a movement's log.
    MovementLog {
        /// The order.
        of: EntryNo,
        /// The line.
        line: Line,
        /// The line of the same movement that it takes the place of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        corrects: Option<EntryNo>,
    },
    /// What was counted at approval, at release or at a gate.
    MovementCount {
        /// The order.
        of: EntryNo,
        /// The count.
        counted: Counted,
    },
}

impl Exchanged {
    /// The word for the kind.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Exchanged::List(_) => "list",
            Exchanged::ListRows { .. } => "list-rows",
            Exchanged::Counts(_) => "counts",
            Exchanged::EntryClaim { .. } => "entry-claim",
            Exchanged::EntryStage { .. } => "entry-stage",
            Exchanged::Pairing { .. } => "pairing",
            Exchanged::PairDecided { .. } => "pair-decided",
            Exchanged::Plan(_) => "plan",
            Exchanged::Movement(_) => "movement",
            Exchanged::MovementAnswer { .. } => "movement-answer",
            Exchanged::MovementLog { .. } => "movement-log",
            Exchanged::MovementCount { .. } => "movement-count",
        }
    }

    /// The entries of the same room that this one speaks of.
    #[must_use]
    pub fn refers_to(&self) -> Vec<EntryNo> {
        match self {
            Exchanged::List(l) => l.version_of.into_iter().collect(),
            Exchanged::ListRows { of, .. }
            | Exchanged::EntryClaim { of, .. }
            | Exchanged::PairDecided { of, .. }
            | Exchanged::MovementAnswer { of, .. }
            | Exchanged::MovementCount { of, .. } => vec![*of],
            Exchanged::MovementLog { of, corrects, .. } => std::iter::once(*of).chain(*corrects).collect(),
            _ => Vec::new(),
        }
    }

    /// The words in it that a person may search for: names of people on lists among them, since
    /// whoever may enter the room may read the list.
    #[must_use]
    pub fn searchable(&self) -> Vec<&str> {
        fn names(entries: &[Entry]) -> impl Iterator<Item = &str> {
            entries.iter().flat_map(|e| e.known.iter().filter(|(c, _)| c.is_name()).map(|(_, n)| n.as_str()))
        }
        match self {
            Exchanged::List(l) => std::iter::once(l.title.text.as_str()).chain(names(&l.roster.entries)).collect(),
            Exchanged::ListRows { entries, .. } => names(entries).collect(),
            Exchanged::Counts(c) => vec![&c.title.text],
            Exchanged::Plan(p) => vec![&p.title.text],
            Exchanged::Movement(m) => std::iter::once(&m.title).chain(m.says.values()).map(|w| w.text.as_str()).collect(),
            _ => Vec::new(),
        }
    }
}

/// The exchange's entries of a room.
impl RoomState {
    /// What an entry says of an exchange, if it says anything.
    #[must_use]
    pub fn exchanged(&self, n: EntryNo) -> Option<&Exchanged> {
        match &self.get(n)?.body {
            Body::Exchange(e) => Some(e),
            _ => None,
        }
    }

    /// The list with this number.
    #[must_use]
    pub fn list(&self, n: EntryNo) -> Option<&List> {
        match self.exchanged(n)? {
            Exchanged::List(l) => Some(l),
            _ => None,
        }
    }

    /// A list whole, its later rows with it.
    #[must_use]
    pub fn roster(&self, n: EntryNo) -> Option<Roster> {
        let mut out = self.list(n)?.roster.clone();
        for a in self.about(n) {
            if let Body::Exchange(Exchanged::ListRows { entries, .. }) = &a.entry.body {
                out.entries.extend(entries.iter().cloned());
            }
        }
        Some(out)
    }

    /// The version of a list that stands now.
    #[must_use]
    pub fn latest_version(&self, n: EntryNo) -> EntryNo {
        let next = |n: EntryNo| self.about(n).rfind(|a| self.list(a.n).is_some_and(|l| l.version_of == Some(n))).map(|a| a.n);
        let mut at = n;
        // A version follows the one it replaces, so this ends.
        while let Some(later) = next(at) {
            at = later;
        }
        at
    }

    /// The versions of a list up to this one, the first first.
    #[must_use]
    pub fn versions(&self, n: EntryNo) -> Vec<EntryNo> {
        let mut out = vec![n];
        let mut at = n;
        while let Some(before) = self.list(at).and_then(|l| l.version_of).filter(|b| *b < at) {
            out.push(before);
            at = before;
        }
        out.reverse();
        out
    }

    /// The decisions over two lists' pairs, in order.
    #[must_use]
    pub fn decisions(&self, pairing: EntryNo) -> Vec<Made> {
        self.about(pairing)
            .filter_map(|a| match &a.entry.body {
                Body::Exchange(Exchanged::PairDecided { decided, .. }) => {
                    Some(Made { n: a.n, by: a.entry.by.clone(), at: a.entry.at, decided: decided.clone() })
                }
                _ => None,
            })
            .collect()
    }

    /// The steps of an entry's life as this room keeps them, over every version of its list.
    #[must_use]
    pub fn steps(&self, lists: &[EntryRef], entry: &str) -> Vec<Step> {
        self.of_kind("entry-stage")
            .filter_map(|a| match &a.entry.body {
                Body::Exchange(Exchanged::EntryStage { list, entry: e, step }) if e == entry && lists.contains(list) => Some(step.clone()),
                _ => None,
            })
            .collect()
    }
}
