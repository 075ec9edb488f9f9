//! The shuttle: each side's caucus, and what the mediators hold between them.

use super::talk::{Card, card};
use super::{Asker, Named, named};
use crate::codec::Body;
use crate::refusal::Refusal;
use crate::rooms::RoomKind;
use crate::state::RoomState;
use crate::uses::objections_now;
use serde::Serialize;
use std::collections::BTreeMap;
use talks::conveyance::Preparation;
use terms::id::{Elsewhere, EntryNo, EntryRef, RoomCode};
use terms::phrase::Phrase;
use terms::time::Stamp;

/// How a message stands with the mediators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// New: nobody has taken it up.
    New,
    /// Held back by the mediators.
    Held,
    /// Being prepared; no leave was asked.
    InPreparation,
    /// Waits for its owner's leave.
    WaitsForLeave,
    /// Its owner gave leave: it may be conveyed.
    MayCross,
    /// Conveyed.
    Conveyed,
    /// Called back by its owner before it was conveyed.
    Recalled,
    /// Called back or corrected after it was conveyed: the other side must be told.
    ChangedAfter,
}

/// A message with where it stands.
#[derive(Debug, Clone, Serialize)]
pub struct Waiting {
    /// The message.
    pub card: Card,
    /// Where it stands.
    pub stage: Stage,
    /// The preparations that rest on it.
    pub preparations: Vec<EntryNo>,
}

/// A preparation, as a card.
#[derive(Debug, Clone, Serialize)]
pub struct Prepared {
    /// Its number in the mediators' room.
    pub n: EntryNo,
    /// When it was prepared.
    pub at: Stamp,
    /// The preparation.
    pub preparation: Preparation,
    /// To whom.
    pub to: Named,
    /// From whom; none for the mediators' own thought.
    pub from: Option<Named>,
    /// Whether it was conveyed.
    pub conveyed: Option<Stamp>,
    /// Whether it was set aside.
    pub dropped: bool,
    /// What stands against conveying it now; empty once conveyed or set aside.
    pub against: Vec<Phrase>,
    /// The permission relied on.
    pub permission: Option<EntryRef>,
}

/// One side's part of the shuttle.
#[derive(Debug, Clone, Serialize)]
pub struct SideColumn {
    /// The side.
    pub party: Named,
    /// Its caucus with these mediators.
    pub room: RoomCode,
    /// Whether this is a private word, and with whom.
    pub private_word: Option<String>,
    /// What came from it, newest first.
    pub from: Vec<Waiting>,
    /// What was conveyed to it, newest first; what is still being prepared stands with the mediators.
    pub to: Vec<Prepared>,
}

/// The shuttle.
#[derive(Debug, Clone, Serialize)]
pub struct Shuttle {
    /// The mediators' own room.
    pub room: RoomCode,
    /// The sides, by name.
    pub sides: Vec<SideColumn>,
    /// The mediators' own thoughts and all that is being prepared, newest first.
    pub ours: Vec<Prepared>,
    /// The next opening for conditional offers.
    pub next_opening: Option<Stamp>,
}

/// The most cards of one list on the shuttle; older ones stand in the caucus itself.
const MOST: usize = 60;

/// One preparation as a card.
pub(crate) fn prepared(asker: &Asker<'_>, room: &RoomState, common: &RoomState, n: EntryNo) -> Result<Option<Prepared>, Refusal> {
    let Some(entry) = room.get(n) else { return Ok(None) };
    let Body::Prepared(preparation) = &entry.body else { return Ok(None) };
    let lang = asker.who.language();
    let conveyed = room.about(n).find(|a| matches!(a.entry.body, Body::Conveyed { of, .. } if of == n));
    let dropped = room.about(n).any(|a| matches!(a.entry.body, Body::Dropped { .. }));
    let from = match &preparation.from {
        Some(at) => asker.who.rooms().find(|(code, _, _)| *code == at.room()).and_then(|(_, kind, _)| match kind {
            RoomKind::Caucus { party, .. } | RoomKind::PrivateWord { party, .. } => Some(named(common, party, lang)),
            _ => None,
        }),
        None => None,
    };
    let (against, permission) = match &conveyed {
        Some(a) => match &a.entry.body {
            Body::Conveyed { permission, .. } => (Vec::new(), permission.as_ref().and_then(|at| asker.found(at))),
            _ => (Vec::new(), None),
        },
        None if dropped => (Vec::new(), None),
        None => objections_now(asker.desk, asker.who, room, preparation, asker.now)?,
    };
    Ok(Some(Prepared {
        n,
        at: entry.at,
        to: named(common, &preparation.to, lang),
        from,
        conveyed: conveyed.map(|a| a.entry.at),
        dropped,
        against,
        permission,
        preparation: preparation.clone(),
    }))
}

/// When the owner last called a message back or corrected it.
fn changed(owner: &RoomState, n: EntryNo) -> Option<Stamp> {
    owner.about(n).filter(|a| matches!(a.entry.body, Body::Recalled { .. } | Body::Corrected { .. })).map(|a| a.entry.at).max()
}

/// Whether a receiver heard the message before it was changed and has heard nothing of it since.
fn untold(resting: &[&Prepared], changed: Stamp) -> bool {
    let told = |to: &Named| resting.iter().any(|p| &p.to == to && p.conveyed.is_some_and(|at| at > changed));
    resting.iter().any(|p| p.conveyed.is_some_and(|at| at <= changed) && !told(&p.to))
}

/// Where a message stands, from what the mediators' room says of it. A change after conveying is told by
/// conveying it again, or by word of mouth: the mediator then puts the message aside, after the change.
pub(crate) fn stage(card: &Card, resting: &[&Prepared], held: Option<Stamp>, changed: Option<Stamp>) -> Stage {
    let out = resting.iter().any(|p| p.conveyed.is_some());
    let live: Vec<_> = resting.iter().filter(|p| p.conveyed.is_none() && !p.dropped).collect();
    if out {
        if changed.is_some_and(|at| untold(resting, at) && held.is_none_or(|h| h < at)) { Stage::ChangedAfter } else { Stage::Conveyed }
    } else if card.recalled {
        Stage::Recalled
    } else if live.iter().any(|p| p.against.is_empty()) {
        Stage::MayCross
    } else if !card.asks.is_empty() {
        Stage::WaitsForLeave
    } else if !live.is_empty() {
        Stage::InPreparation
    } else if held.is_some() {
        Stage::Held
    } else {
        Stage::New
    }
}

/// The shuttle of the asker's mediating body.
pub fn shuttle(asker: &Asker<'_>) -> Result<Shuttle, Refusal> {
    let ours = asker.mediator_room()?;
    let common = asker.common()?;
    let (room, common) = (ours.state(), common.state());
    let lang = asker.who.language();
    let mut all = Vec::new();
    for a in room.of_kind("prepared").rev() {
        all.extend(prepared(asker, &room, &common, a.n)?);
    }
    let held: BTreeMap<&Elsewhere, Stamp> = room
        .of_kind("held")
        .filter_map(|a| match &a.entry.body {
            Body::Held { message, .. } => Some((message, a.entry.at)),
            _ => None,
        })
        .collect();
    let mut sides = Vec::new();
    for lens in asker.caucuses()? {
        let (party, person) = match lens.kind() {
            RoomKind::Caucus { party, .. } => (party.clone(), None),
            RoomKind::PrivateWord { party, person, .. } => {
                (party.clone(), Some(super::frame::person_name(&asker.desk.directory(), asker.who.case(), person)))
            }
            _ => continue,
        };
        let state = lens.state();
        let mut from = Vec::new();
        for a in state.of_kind("message").rev().take(MOST) {
            let Some(card) = card(&state, &common, &lens, a.n, a.entry, lang, asker.now) else { continue };
            if !card.owned_by_side {
                continue;
            }
            let at = state.named_elsewhere(lens.code(), a.n);
            let resting: Vec<&Prepared> = all.iter().filter(|p| p.preparation.from.as_ref() == Some(&at)).collect();
            let stage = stage(&card, &resting, held.get(&at).copied(), changed(&state, a.n));
            from.push(Waiting { preparations: resting.iter().map(|p| p.n).collect(), card, stage });
        }
        let to = if person.is_none() {
            all.iter().filter(|p| p.to.id == party && p.conveyed.is_some()).take(MOST).cloned().collect()
        } else {
            Vec::new()
        };
        sides.push(SideColumn { party: named(&common, &party, lang), room: lens.code().clone(), private_word: person, from, to });
    }
    sides.sort_by(|a, b| (&a.party, &a.private_word).cmp(&(&b.party, &b.private_word)));
    let next_opening = super::offers::next_opening(&common, asker.now);
    all.retain(|p| p.conveyed.is_none() && !p.dropped);
    Ok(Shuttle { room: ours.code().clone(), sides, ours: all, next_opening })
}
