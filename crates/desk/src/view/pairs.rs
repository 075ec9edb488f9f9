//! Two lists side by side, pair by pair: a mediator's view, and nobody else's.

use super::{Asker, Named, named};
use crate::codec::Body;
use crate::exchanged::Exchanged;
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use exchange::matching::{Model, Options, Person, role_key};
use exchange::reconcile::{Board, Decided, Made, Pairing, Verdict, board};
use exchange::roster::life::{About, Claim, in_force};
use exchange::roster::{Entry, ListKind, Roster, compare, keys};
use exchange::spelling::Name;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use terms::id::{EntryNo, EntryRef, RoomCode};
use terms::language::Words;
use terms::phrase::Phrase;
use terms::time::Stamp;

/// Two lists that are worked on, as a line.
#[derive(Debug, Clone, Serialize)]
pub struct PairingCard {
    /// Its number in the mediators' room.
    pub n: EntryNo,
    /// Since when.
    pub at: Stamp,
    /// The one list, as it stands now.
    pub left: Listed,
    /// The other.
    pub right: Listed,
}

/// One of two lists.
#[derive(Debug, Clone, Serialize)]
pub struct Listed {
    /// Where it stands: its latest version.
    pub list: EntryRef,
    /// Whose it is.
    pub party: Named,
    /// What it is called.
    pub title: Words,
    /// What it is of.
    pub kind: ListKind,
    /// Which version, from 1.
    pub version: usize,
    /// How many entries.
    pub entries: u32,
}

struct Side {
    listed: Listed,
    roster: Roster,
    lens: Lens,
    /// The version that was decided upon first, to say what has changed since.
    first: Roster,
}

fn side(asker: &Asker<'_>, at: &EntryRef) -> Result<Side, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, &at.room)?;
    if !matches!(lens.kind(), RoomKind::Caucus { .. }) {
        return Err(Refusal::NotFound);
    }
    let common = asker.common()?;
    let state = lens.state();
    let n = state.latest_version(at.n);
    let list = state.list(n).ok_or(Refusal::NotFound)?;
    let listed = Listed {
        list: EntryRef { room: at.room.clone(), n },
        party: named(&common.state(), &list.party, asker.who.language()),
        title: list.title.clone(),
        kind: list.kind,
        version: state.versions(n).len(),
        entries: list.total,
    };
    let roster = state.roster(n).ok_or(Refusal::NotFound)?;
    let first = state.roster(at.n).ok_or(Refusal::NotFound)?;
    drop(state);
    Ok(Side { listed, roster, lens, first })
}

fn lists_of(room: &Lens, n: EntryNo) -> Result<(EntryRef, EntryRef), Refusal> {
    match room.state().exchanged(n) {
        Some(Exchanged::Pairing { left, right }) => Ok((left.clone(), right.clone())),
        _ => Err(Refusal::NotFound),
    }
}

/// The pairs of lists that the mediators of a room work on; none in any other room.
pub(crate) fn cards(asker: &Asker<'_>, here: &Lens) -> Result<Vec<PairingCard>, Refusal> {
    if !matches!(here.kind(), RoomKind::Mediator { .. }) {
        return Ok(Vec::new());
    }
    let all: Vec<(EntryNo, Stamp)> = here.state().of_kind("pairing").rev().map(|a| (a.n, a.entry.at)).collect();
    let mut out = Vec::new();
    for (n, at) in all {
        let (left, right) = lists_of(here, n)?;
        // A list that was erased since takes its pairing with it.
        if let (Ok(left), Ok(right)) = (side(asker, &left), side(asker, &right)) {
            out.push(PairingCard { n, at, left: left.listed, right: right.listed });
        }
    }
    Ok(out)
}

/// One entry as the board shows it.
#[derive(Debug, Clone, Serialize)]
pub struct Short {
    /// Its row, from 0.
    pub at: usize,
    /// The list's own number, or the row's.
    pub id: String,
    /// Its name, as the list writes it.
    pub name: String,
    /// The birth date as written.
    pub born: Option<String>,
}

fn short(roster: &Roster, at: usize) -> Short {
    let e = &roster.entries[at];
    let born = e.known.get(&exchange::formats::columns::Column::Born).cloned();
    Short { at, id: e.id(), name: e.name().to_owned(), born }
}

/// A pair on the board, with both entries.
#[derive(Debug, Clone, Serialize)]
pub struct PairLine {
    /// The pair.
    pub pair: Pairing,
    /// The left entry.
    pub left: Short,
    /// The right entry.
    pub right: Short,
}

/// Two lists with everything that is proposed and decided.
#[derive(Debug, Clone, Serialize)]
pub struct PairBoard {
    /// The mediators' room.
    pub room: RoomCode,
    /// The pairing's number there.
    pub n: EntryNo,
    /// The lists.
    pub left: Listed,
    /// The other.
    pub right: Listed,
    /// Accepted as one person.
    pub matched: Vec<PairLine>,
    /// Open, the most doubtful first.
    pub doubtful: Vec<PairLine>,
    /// Refused.
    pub refused: Vec<PairLine>,
    /// On the left list only.
    pub only_left: Vec<Short>,
    /// On the right list only.
    pub only_right: Vec<Short>,
    /// Decided, of how many.
    pub progress: (usize, usize),
    /// Decisions over entries that are on neither list now.
    pub gone: usize,
    /// How each list's entries add up: matched, open, one-sided, all.
    pub sums: [[usize; 4]; 2],
    /// The pair that is asked for.
    pub one: Option<PairPage>,
}

/// One pair in detail.
#[derive(Debug, Clone, Serialize)]
pub struct PairPage {
    /// The pair.
    pub pair: Pairing,
    /// The names under which the entries are known.
    pub entries: [String; 2],
    /// The two entries.
    pub sides: [Person2; 2],
    /// Why, in words.
    pub why: Vec<Phrase>,
    /// Every decision over this pair, the latest last.
    pub decisions: Vec<Made>,
    /// The pair that is to be worked on next, and the one before it.
    pub next: Option<(usize, usize)>,
    /// The one before it.
    pub before: Option<(usize, usize)>,
    /// Whether a name alone cannot close it.
    pub remains: bool,
    /// What the lists changed in the two entries since they were first set side by side.
    pub changed: [Vec<(String, String, String)>; 2],
}

/// One entry of a pair, as its list says it.
#[derive(Debug, Clone, Serialize)]
pub struct Person2 {
    /// Its own number.
    pub id: String,
    /// Heading by heading.
    pub cells: Vec<(String, String)>,
    /// The parts of its name: the role's key and the part.
    pub parts: Vec<(&'static str, String)>,
    /// The birth date, as a day.
    pub born: Option<String>,
    /// What is claimed of fate and whereabouts in its caucus.
    pub claims: Vec<Claim>,
}

fn person(entry: &Entry, head: &[String], claims: Vec<Claim>) -> Person2 {
    let (head, rows) = exchange::roster::export::table(head, std::iter::once(entry));
    let parts = Name::read(entry.name())
        .map_or_else(Vec::new, |n| n.parts(entry.name()).iter().map(|p| (role_key(p.role), p.text.to_string())).collect());
    Person2 {
        id: entry.id(),
        cells: head.into_iter().zip(rows.into_iter().next().unwrap_or_default()).collect(),
        parts,
        born: entry.born.map(exchange::spelling::dates::BirthDate::iso),
        claims,
    }
}

fn claims(lens: &Lens, n: EntryNo, name: &str) -> Vec<Claim> {
    let state = lens.state();
    let versions = state.versions(n);
    let all: Vec<Claim> = state
        .of_kind("entry-claim")
        .filter_map(|a| match &a.entry.body {
            Body::Exchange(Exchanged::EntryClaim { of, entry, claim }) if entry == name && versions.contains(of) => Some(claim.clone()),
            _ => None,
        })
        .collect();
    [About::Fate, About::Whereabouts].into_iter().flat_map(|about| in_force(&all, about)).cloned().collect()
}

/// The people of a list, made ready; every entry of a list has a name that can be read.
fn people(roster: &Roster) -> Vec<Person> {
    roster.entries.iter().filter_map(|e| Model::builtin().person(&e.facts())).collect()
}

/// What the matching proposes for two lists; kept, since a version of a list never changes.
fn proposed(asker: &Asker<'_>, left: &Side, right: &Side) -> Arc<exchange::matching::Matched> {
    let key = (left.listed.list.clone(), right.listed.list.clone());
    asker.desk.matched(key, || Model::builtin().lists(&people(&left.roster), &people(&right.roster), &Options::default()))
}

/// Two lists with their pairs, and the pair asked for by its rows. For the mediators of the room.
pub fn pairs(asker: &Asker<'_>, room: &RoomCode, n: EntryNo, one: Option<(usize, usize)>) -> Result<PairBoard, Refusal> {
    let here = Lens::one(asker.desk, asker.who, room)?;
    if !matches!(here.kind(), RoomKind::Mediator { .. }) || !here.verbs().has(Verb::Read) {
        return Err(Refusal::NotFound);
    }
    let (left, right) = lists_of(&here, n)?;
    let (left, right) = (side(asker, &left)?, side(asker, &right)?);
    let made = here.state().decisions(n);
    let matched = proposed(asker, &left, &right);
    let names = [keys(&left.roster.entries), keys(&right.roster.entries)];
    let b = board(&names[0], &names[1], &matched, &made);
    let line = |p: &Pairing| PairLine { pair: p.clone(), left: short(&left.roster, p.left), right: short(&right.roster, p.right) };
    let lines = |list: &[Pairing]| list.iter().map(line).collect::<Vec<_>>();
    let open = |of: fn(&Pairing) -> usize| b.doubtful.iter().map(of).collect::<std::collections::BTreeSet<usize>>().len();
    let sums = [
        [b.matched.len(), open(|p| p.left), b.only_left.len(), names[0].len()],
        [b.matched.len(), open(|p| p.right), b.only_right.len(), names[1].len()],
    ];
    let one = one.map(|at| detail(&b, at, &[&left, &right], &names, &made, &matched)).transpose()?;
    Ok(PairBoard {
        room: room.clone(),
        n,
        matched: lines(&b.matched),
        doubtful: lines(&b.doubtful),
        refused: lines(&b.refused),
        only_left: b.only_left.iter().map(|i| short(&left.roster, *i)).collect(),
        only_right: b.only_right.iter().map(|i| short(&right.roster, *i)).collect(),
        progress: b.progress(),
        gone: b.gone,
        sums,
        one,
        left: left.listed,
        right: right.listed,
    })
}

fn detail(
    b: &Board,
    at: (usize, usize),
    sides: &[&Side; 2],
    names: &[Vec<String>; 2],
    made: &[Made],
    matched: &exchange::matching::Matched,
) -> Result<PairPage, Refusal> {
    let (l, r) = (sides[0].roster.entries.get(at.0).ok_or(Refusal::NotFound)?, sides[1].roster.entries.get(at.1).ok_or(Refusal::NotFound)?);
    let blank = Pairing { left: at.0, right: at.1, score: None, proposed: None, verdict: Verdict::Open, decision: None, by: None };
    let entries = [names[0][at.0].clone(), names[1][at.1].clone()];
    let of_pair = |d: &Decided| d.left == entries[0] && d.right == entries[1];
    let decisions: Vec<Made> = made.iter().filter(|m| of_pair(&m.decided)).cloned().collect();
    let mut pair = b.all().find(|p| (p.left, p.right) == at).cloned().unwrap_or(blank);
    // A pair that was taken back stands on no list of the board, and its last decision is still its last.
    pair.decision = pair.decision.or_else(|| decisions.last().map(|m| m.n));
    let proposal = matched.pairs.iter().find(|p| (p.left as usize, p.right as usize) == at);
    let (lf, rf) = (l.facts(), r.facts());
    let why = match proposal {
        Some(p) => p.why(&lf, &rf),
        None => match (Model::builtin().person(&lf), Model::builtin().person(&rf)) {
            (Some(a), Some(b)) => Model::builtin().weigh(&a, &b).why(&lf, &rf),
            _ => Vec::new(),
        },
    };
    let order: Vec<(usize, usize)> = b.doubtful.iter().map(|p| (p.left, p.right)).collect();
    let place = order.iter().position(|p| *p == at);
    let next = match place {
        Some(i) => order.get(i + 1).or_else(|| order.first().filter(|p| **p != at)),
        None => order.first(),
    };
    let changed = |s: &Side, i: usize| {
        let since: BTreeMap<usize, Vec<(String, String, String)>> = compare(&s.first, &s.roster)
            .changes
            .into_iter()
            .filter_map(|c| match c {
                exchange::roster::Change::Changed { new, fields, .. } => Some((new, fields)),
                _ => None,
            })
            .collect();
        since.get(&i).cloned().unwrap_or_default()
    };
    Ok(PairPage {
        sides: [
            person(l, &sides[0].roster.head, claims(&sides[0].lens, sides[0].listed.list.n, &entries[0])),
            person(r, &sides[1].roster.head, claims(&sides[1].lens, sides[1].listed.list.n, &entries[1])),
        ],
        why,
        next: next.copied(),
        before: place.and_then(|i| i.checked_sub(1)).and_then(|i| order.get(i)).copied(),
        remains: sides.iter().any(|s| s.listed.kind == ListKind::Remains),
        changed: [changed(sides[0], at.0), changed(sides[1], at.1)],
        decisions,
        entries,
        pair,
    })
}
