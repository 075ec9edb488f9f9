//! Lists: imported by their side, claims about the people on them, and, for the mediators alone,
//! pairs of two lists and where each entry stands.

use super::{Decision, Sight, entry, usable};
use crate::codec::{Body, Part};
use crate::exchanged::{Counts, Exchanged, List, ROWS};
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use exchange::formats::Bounds;
use exchange::reconcile::{self, Decided};
use exchange::roster::life::{self, Claim, Step};
use exchange::roster::{ListKind, Roster, counts, import as file, keys};
use serde::{Deserialize, Serialize};
use terms::id::{EntryNo, EntryRef, PartyId};
use terms::language::Words;
use terms::phrase::Phrase;

/// A list to be imported: already read, or as separated text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// What it is called.
    pub title: Words,
    /// What it is of.
    pub kind: ListKind,
    /// The list that it is the next version of.
    #[serde(default)]
    pub version_of: Option<EntryNo>,
    /// The list as separated text, where it is not read yet.
    #[serde(default)]
    pub table: Option<String>,
    /// The list as read.
    #[serde(default)]
    pub roster: Option<Roster>,
}

/// The most entries that one list may have.
const MOST: usize = 200_000;

/// The most reasons that a refusal of a whole list names.
const REASONS: usize = 20;

/// The side whose list a room can hold.
pub(crate) fn owner(kind: &RoomKind) -> Option<&PartyId> {
    match kind {
        RoomKind::Own { party } | RoomKind::Caucus { party, .. } => Some(party),
        _ => None,
    }
}

fn not_here() -> Refusal {
    Refusal::against(Phrase::new("refused-not-in-this-room"))
}

pub(super) fn import(sight: &Sight<'_>, import: Import) -> Result<Decision, Refusal> {
    sight.need(Verb::Say)?;
    let party = owner(sight.lens.kind()).cloned().ok_or_else(not_here)?;
    usable(&import.title)?;
    let state = sight.lens.state();
    if let Some(n) = import.version_of {
        entry(&state, n, "list")?;
        if state.latest_version(n) != n {
            return Err(Refusal::against(Phrase::new("refused-list-has-a-later-version").entry("n", state.latest_version(n))));
        }
    }
    let mut roster = match (import.roster, import.table) {
        (Some(roster), _) => roster,
        (None, Some(text)) => file::import(text.as_bytes(), &Bounds::default()).map_err(|fault| Refusal::bad(file::fault(&fault)))?,
        (None, None) => return Err(Refusal::bad(Phrase::new("exchange-file-empty"))),
    };
    if roster.entries.is_empty() {
        let mut why = vec![Phrase::new("refused-list-without-an-entry")];
        why.extend(roster.bad.iter().take(REASONS).map(|b| b.why.clone()));
        return Err(Refusal::Bad(why));
    }
    if roster.entries.len() > MOST || roster.cut {
        let most = i64::try_from(MOST).unwrap_or(i64::MAX);
        return Err(Refusal::bad(Phrase::new("bad-list-too-long").number("most", most)));
    }
    #[cfg(feature = "leaks")]
    leaked(sight, &roster)?;
    let total = u32::try_from(roster.entries.len()).unwrap_or(u32::MAX);
    // One act at a time per store: the list gets the next number, and its rows follow it.
    let of = EntryNo(state.size());
    let rest = roster.entries.split_off(roster.entries.len().min(ROWS));
    let list = Body::Exchange(Exchanged::List(List {
        title: import.title,
        kind: import.kind,
        party,
        version_of: import.version_of,
        total,
        roster,
    }));
    if rest.is_empty() {
        return Ok(Decision::Here(list));
    }
    let mut then = vec![list];
    then.extend(rest.chunks(ROWS).map(|entries| Body::Exchange(Exchanged::ListRows { of, entries: entries.to_vec() })));
    Ok(Decision::Over { elsewhere: Vec::new(), then })
}

pub(super) fn counts(sight: &Sight<'_>, stated: Counts) -> Result<Decision, Refusal> {
    sight.need(Verb::Say)?;
    if matches!(sight.lens.kind(), RoomKind::Common | RoomKind::Directory) {
        return Err(not_here());
    }
    usable(&stated.title)?;
    if sight.party(&stated.party)?.part != Part::Side {
        return Err(Refusal::bad(Phrase::new("bad-no-such-party").name("party", stated.party.as_str())));
    }
    if let Some(own) = owner(sight.lens.kind())
        && own != &stated.party
        && sight.who.body() == Some(own)
    {
        return Err(Refusal::against(Phrase::new("refused-position-of-another")));
    }
    if stated.source.trim().is_empty() {
        return Err(Refusal::bad(Phrase::new("bad-count-without-a-source")));
    }
    if let Some(s) = &stated.stated {
        let wrong = counts::add_up(s, None);
        if !wrong.is_empty() {
            return Err(Refusal::Bad(wrong));
        }
    }
    Ok(Decision::Here(Body::Exchange(Exchanged::Counts(stated))))
}

/// The entry's name must stand on the list.
fn on_list(roster: Option<&Roster>, name: &str) -> Result<(), Refusal> {
    let known = roster.is_some_and(|r| keys(&r.entries).iter().any(|k| k == name));
    if known { Ok(()) } else { Err(Refusal::bad(Phrase::new("bad-not-on-the-list"))) }
}

pub(super) fn claim(sight: &Sight<'_>, of: EntryNo, name: String, claim: Claim) -> Result<Decision, Refusal> {
    sight.need(Verb::Say)?;
    let state = sight.lens.state();
    entry(&state, of, "list")?;
    on_list(state.roster(of).as_ref(), &name)?;
    usable(&claim.says)?;
    if claim.claimant.trim().is_empty() {
        return Err(Refusal::bad(Phrase::new("bad-claim-without-a-claimant")));
    }
    Ok(Decision::Here(Body::Exchange(Exchanged::EntryClaim { of, entry: name, claim })))
}

/// A list in a caucus of the mediators whose room this is.
pub(super) fn in_caucus(sight: &Sight<'_>, at: &EntryRef) -> Result<Lens, Refusal> {
    let RoomKind::Mediator { body } = sight.lens.kind() else { return Err(not_here()) };
    let caucus = sight.other(&at.room)?;
    if !matches!(caucus.kind(), RoomKind::Caucus { mediator, .. } if mediator == body) {
        return Err(not_here());
    }
    entry(&caucus.state(), at.n, "list")?;
    Ok(caucus)
}

/// Every version of a list, as references.
pub(crate) fn versions(caucus: &Lens, at: EntryNo) -> Vec<EntryRef> {
    let state = caucus.state();
    state.versions(state.latest_version(at)).into_iter().map(|n| EntryRef { room: caucus.code().clone(), n }).collect()
}

pub(super) fn stage(sight: &Sight<'_>, list: EntryRef, name: String, step: Step) -> Result<Decision, Refusal> {
    sight.need(Verb::Say)?;
    let caucus = in_caucus(sight, &list)?;
    on_list(caucus.state().roster(list.n).as_ref(), &name)?;
    let before = sight.lens.state().steps(&versions(&caucus, list.n), &name);
    if let Some(why) = life::against(&before, &step) {
        return Err(Refusal::against(why));
    }
    Ok(Decision::Here(Body::Exchange(Exchanged::EntryStage { list, entry: name, step })))
}

pub(super) fn pair(sight: &Sight<'_>, left: EntryRef, right: EntryRef) -> Result<Decision, Refusal> {
    sight.need(Verb::Say)?;
    let (a, b) = (in_caucus(sight, &left)?, in_caucus(sight, &right)?);
    let same = a.code() == b.code() && versions(&a, left.n).contains(&right);
    if same {
        return Err(Refusal::bad(Phrase::new("bad-one-list-twice")));
    }
    Ok(Decision::Here(Body::Exchange(Exchanged::Pairing { left, right })))
}

pub(super) fn decide(sight: &Sight<'_>, of: EntryNo, seen: Option<EntryNo>, decided: Decided) -> Result<Decision, Refusal> {
    sight.need(Verb::Say)?;
    let state = sight.lens.state();
    let Body::Exchange(Exchanged::Pairing { left, right }) = entry(&state, of, "pairing")? else { return Err(Refusal::NotFound) };
    let mut kinds = [ListKind::People; 2];
    for (i, (at, name)) in [(left, &decided.left), (right, &decided.right)].into_iter().enumerate() {
        let caucus = in_caucus(sight, at)?;
        let there = caucus.state();
        let latest = there.latest_version(at.n);
        on_list(there.roster(latest).as_ref(), name)?;
        kinds[i] = there.list(latest).map_or(ListKind::People, |l| l.kind);
    }
    let against = reconcile::against(&state.decisions(of), &decided, seen, kinds);
    if !against.is_empty() {
        return Err(Refusal::Against(against));
    }
    Ok(Decision::Here(Body::Exchange(Exchanged::PairDecided { of, decided })))
}

#[cfg(feature = "leaks")]
fn leaked(sight: &Sight<'_>, roster: &Roster) -> Result<(), Refusal> {
    use crate::leaks::{Leak, on};
    let names: Vec<&str> = roster.entries.iter().map(exchange::roster::Entry::name).collect();
    let elsewhere = |b: &Body| match b {
        Body::Exchange(Exchanged::List(l)) => {
            l.roster.entries.iter().any(|e| names.contains(&e.name())) && Some(&l.party) != sight.who.body()
        }
        _ => false,
    };
    if on(Leak::ImportDuplicate) && sight.desk.every_body(sight.who.case(), elsewhere) > 0 {
        return Err(Refusal::bad(Phrase::new("bad-one-list-twice")));
    }
    Ok(())
}
