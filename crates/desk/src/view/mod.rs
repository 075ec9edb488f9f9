//! One plain struct per screen; the door prints it as a page, as JSON or as lines.
//!
//! A view is made from lenses alone and holds nothing that its reader may not know: no count, no
//! gap and no name from another room. Words are the entries' own, with their language; everything
//! that a screen must put into words is a ladder's code or a [`terms::phrase::Phrase`].

pub mod arithmetic;
pub mod checks;
pub mod clock;
pub mod convey;
pub mod frame;
pub mod handover;
pub mod lists;
pub mod my;
pub mod offers;
pub mod pairs;
pub mod people;
pub mod picture;
pub mod positions;
pub mod record;
pub mod roadmap;
pub mod search;
pub mod shuttle;
pub mod statements;
pub mod talk;
pub mod text;
pub mod today;

use crate::clearance::Clearance;
use crate::codec::Party;
use crate::desk::Desk;
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::RoomKind;
use crate::state::RoomState;
use serde::Serialize;
use terms::id::{Elsewhere, EntryRef, PartyId};
use terms::language::{Language, Words};
use terms::time::Stamp;

/// Who asks for a view, when, and through which desk.
#[derive(Debug, Clone, Copy)]
pub struct Asker<'a> {
    /// The desk.
    pub desk: &'a Desk,
    /// What the asker may see.
    pub who: &'a Clearance,
    /// The talks' time.
    pub now: Stamp,
}

impl Asker<'_> {
    /// The room common to all of the case.
    pub(crate) fn common(&self) -> Result<Lens, Refusal> {
        let room = self.who.room_of(&RoomKind::Common).ok_or(Refusal::NotFound)?;
        Lens::one(self.desk, self.who, room)
    }

    /// The asker's mediating body's own room; not found for anyone else.
    pub(crate) fn mediator_room(&self) -> Result<Lens, Refusal> {
        let body = self.who.body().ok_or(Refusal::NotFound)?;
        let room = self.who.room_of(&RoomKind::Mediator { body: body.clone() }).ok_or(Refusal::NotFound)?;
        Lens::one(self.desk, self.who, room)
    }

    /// The number of an entry that another room names, where the asker may enter its room.
    pub(crate) fn found(&self, at: &Elsewhere) -> Option<EntryRef> {
        let lens = Lens::one(self.desk, self.who, at.room()).ok()?;
        let n = lens.state().find(at)?;
        Some(EntryRef { room: at.room().clone(), n })
    }

    /// The caucuses and private words that the asker may enter.
    pub(crate) fn caucuses(&self) -> Result<Vec<Lens>, Refusal> {
        Lens::many(self.desk, self.who, |kind| matches!(kind, RoomKind::Caucus { .. } | RoomKind::PrivateWord { .. }))
    }
}

/// A body with its name in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Named {
    /// Its name.
    pub name: Words,
    /// Its identifier.
    pub id: PartyId,
    /// The hue of its rooms.
    pub hue: String,
}

/// A text in the reader's language where it is given in it, in English otherwise, in whatever there is at last.
#[must_use]
pub fn in_language(texts: &[Words], lang: Language) -> Option<&Words> {
    texts.iter().find(|w| w.lang == lang).or_else(|| texts.iter().find(|w| w.lang == Language::En)).or_else(|| texts.first())
}

/// The name of a body as the reader knows it; its identifier where it has none.
pub(crate) fn named(common: &RoomState, id: &PartyId, lang: Language) -> Named {
    named_party(crate::uses::party(common, id), id, lang)
}

pub(crate) fn named_party(party: Option<&Party>, id: &PartyId, lang: Language) -> Named {
    let name = party.and_then(|p| in_language(&p.names, lang)).cloned().unwrap_or_else(|| Words::new(Language::En, id.as_str()));
    let hue = party.and_then(|p| p.hue.clone()).unwrap_or_else(|| "slate".to_owned());
    Named { name, id: id.clone(), hue }
}
