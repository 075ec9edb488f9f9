//! The lens: the only way to a room's state.

use crate::clearance::Clearance;
use crate::desk::{Desk, RoomCell};
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb, Verbs};
use crate::state::RoomState;
use std::sync::{Arc, PoisonError, RwLockReadGuard};
use terms::id::RoomCode;

/// One room, as one person may see it.
#[derive(Debug, Clone)]
pub struct Lens {
    cell: Arc<RoomCell>,
    code: RoomCode,
    kind: RoomKind,
    verbs: Verbs,
}

impl Lens {
    /// The only lens that a party's use takes: one room that the clearance holds.
    pub fn one(desk: &Desk, clearance: &Clearance, room: &RoomCode) -> Result<Lens, Refusal> {
        clearance.need(room, Verb::Read)?;
        let kind = clearance.rooms.get(room).map(|(k, _)| k.clone()).ok_or(Refusal::NotFound)?;
        Ok(Lens { cell: desk.cell(room)?, code: room.clone(), kind, verbs: clearance.verbs(room) })
    }

    /// Every room of the clearance that passes `wanted`, by code: a list of `one`s and nothing else.
    pub fn many(desk: &Desk, clearance: &Clearance, wanted: impl Fn(&RoomKind) -> bool) -> Result<Vec<Lens>, Refusal> {
        clearance.rooms().filter(|(_, kind, _)| wanted(kind)).map(|(code, _, _)| Lens::one(desk, clearance, code)).collect()
    }

    /// At an opening, and only there: a side's own room, for its offers alone.
    pub(crate) fn for_opening(desk: &Desk, room: &RoomCode, kind: &RoomKind) -> Result<Lens, Refusal> {
        Ok(Lens { cell: desk.cell(room)?, code: room.clone(), kind: kind.clone(), verbs: Verbs::NONE })
    }

    /// The room's state, for reading.
    pub fn state(&self) -> RwLockReadGuard<'_, RoomState> {
        self.cell.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The room's code.
    #[must_use]
    pub fn code(&self) -> &RoomCode {
        &self.code
    }

    /// What the room is for.
    #[must_use]
    pub fn kind(&self) -> &RoomKind {
        &self.kind
    }

    /// What the person may do in it.
    #[must_use]
    pub fn verbs(&self) -> Verbs {
        self.verbs
    }

    /// The room's log: receipts and proofs of what the person may read.
    pub(crate) fn log(&self) -> &Arc<record::RoomLog> {
        &self.cell.log
    }
}
