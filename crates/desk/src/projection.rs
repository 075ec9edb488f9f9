//! What one person may read, carried away as one file; and such a file taken into a store.
//!
//! A projection is the bundle of exactly the rooms that the person's clearance lets them read: it is
//! made through the same lenses as the screens. Taken into another store, its rooms come back under
//! their own codes, and the person it is opened for may enter what their role says.

use crate::codec::{Body, decode};
use crate::convene::FoundingPerson;
use crate::desk::{Desk, Now};
use crate::directory::{Case, Line};
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::{RoomInfo, Verb};
use record::note::NoteVerifier;
use std::io::Write;
use std::sync::Arc;
use terms::id::{CaseCode, EntryNo, PersonId, RoomCode};
use terms::phrase::Phrase;

impl Desk {
    /// Writes what a person of a case may read as one bundle; answers which rooms those are.
    pub fn project(&self, case: &CaseCode, person: &PersonId, out: &mut dyn Write) -> Result<Vec<RoomCode>, Refusal> {
        let clearance = self.directory().clearance_of(case, person).ok_or(Refusal::NotFound)?;
        let mut logs = Vec::new();
        let mut codes = Vec::new();
        for (room, _, verbs) in clearance.rooms().filter(|(_, _, v)| v.has(Verb::Read)) {
            if verbs.has(Verb::Keep) {
                continue;
            }
            logs.push(Arc::clone(Lens::one(self, &clearance, room)?.log()));
            codes.push(room.clone());
        }
        record::bundle::write(&logs, out)?;
        Ok(codes)
    }

    /// Takes a projection into this store and opens its case for one person. `known` are the keys
    /// that may have signed it; any key where none are named. Answers the rooms.
    ///
    /// The bundle is checked whole before anything is written; a room that is here already refuses it.
    pub fn adopt(
        &self,
        bundle: &[u8],
        known: Option<&[NoteVerifier]>,
        case: &Case,
        person: &FoundingPerson,
        now: Now,
    ) -> Result<Vec<RoomCode>, Refusal> {
        if self.directory().case(&case.code).is_some() {
            return Err(Refusal::against(Phrase::new("refused-case-exists").name("case", case.code.as_str())));
        }
        let rooms = record::bundle::read(bundle, known)?;
        let infos: Vec<(RoomCode, RoomInfo)> =
            rooms.iter().map(|room| Ok((room.report.room.clone(), opened_as(room)?))).collect::<Result<_, Refusal>>()?;
        self.record().import(bundle, known)?;
        self.write_line(&Line::Case(case.clone()), now)?;
        let mut codes = Vec::new();
        for (code, info) in infos {
            self.write_line(&Line::Room { case: case.code.clone(), code: code.clone(), kind: info.kind }, now)?;
            codes.push(code);
        }
        self.add_account(&case.code, person, now)?;
        Ok(codes)
    }

    /// The case that a projection was made of, as its rooms name it.
    pub fn case_of(bundle: &[u8], known: Option<&[NoteVerifier]>) -> Result<CaseCode, Refusal> {
        let rooms = record::bundle::read(bundle, known)?;
        let first = rooms.first().ok_or_else(not_a_projection)?;
        Ok(opened_as(first)?.case)
    }
}

fn not_a_projection() -> Refusal {
    Refusal::bad(Phrase::new("bad-no-projection"))
}

/// What a room's first entry says that it is for.
fn opened_as(room: &record::bundle::Room) -> Result<RoomInfo, Refusal> {
    match room.entries.first() {
        Some(record::bundle::Entry::Words { n: EntryNo(0), body, .. }) => match decode(body).map(|e| e.body) {
            Ok(Body::Opened(info)) => Ok(info),
            _ => Err(not_a_projection()),
        },
        _ => Err(not_a_projection()),
    }
}
