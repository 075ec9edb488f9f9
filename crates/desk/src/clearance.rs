//! Who asks, and in which rooms they may do what: made from the directory at each request.

use crate::refusal::Refusal;
use crate::rooms::{Role, RoomKind, Verb, Verbs};
use std::collections::BTreeMap;
use terms::id::{CaseCode, PartyId, PersonId, RoomCode};
use terms::language::{Calendar, Digits, Language};

/// A set of (room, verbs) with the person they belong to. Only this crate can make one.
#[derive(Debug, Clone)]
pub struct Clearance {
    pub(crate) case: CaseCode,
    pub(crate) person: PersonId,
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) body: Option<PartyId>,
    pub(crate) lang: Language,
    pub(crate) zone: Option<String>,
    pub(crate) calendar: Option<Calendar>,
    pub(crate) digits: Option<Digits>,
    pub(crate) rooms: BTreeMap<RoomCode, (RoomKind, Verbs)>,
    pub(crate) looking_as: Option<PartyId>,
}

impl Clearance {
    /// The case.
    #[must_use]
    pub fn case(&self) -> &CaseCode {
        &self.case
    }

    /// The person.
    #[must_use]
    pub fn person(&self) -> &PersonId {
        &self.person
    }

    /// The person's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The person's role.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    /// The side or body that the person belongs to.
    #[must_use]
    pub fn body(&self) -> Option<&PartyId> {
        self.body.as_ref()
    }

    /// The person's language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.lang
    }

    /// The digits that the person reads; those of the language where none are chosen.
    #[must_use]
    pub fn digits(&self) -> Option<Digits> {
        self.digits
    }

    /// The side whose screens are being looked at, where that is so.
    #[must_use]
    pub fn looking_as(&self) -> Option<&PartyId> {
        self.looking_as.as_ref()
    }

    /// The rooms the person may enter, by code.
    pub fn rooms(&self) -> impl Iterator<Item = (&RoomCode, &RoomKind, Verbs)> {
        self.rooms.iter().map(|(code, (kind, verbs))| (code, kind, *verbs))
    }

    /// What the person may do in a room; nothing where it does not exist for them.
    #[must_use]
    pub fn verbs(&self, room: &RoomCode) -> Verbs {
        self.rooms.get(room).map_or(Verbs::NONE, |(_, v)| *v)
    }

    /// The one room of a kind, if the person may enter it.
    #[must_use]
    pub fn room_of(&self, wanted: &RoomKind) -> Option<&RoomCode> {
        self.rooms.iter().find(|(_, (kind, _))| kind == wanted).map(|(code, _)| code)
    }

    /// Refuses unless the verb is held: as not found where the room may not even be read.
    pub(crate) fn need(&self, room: &RoomCode, verb: Verb) -> Result<(), Refusal> {
        let verbs = self.verbs(room);
        if !verbs.has(Verb::Read) {
            return Err(Refusal::NotFound);
        }
        if !verbs.has(verb) {
            return Err(Refusal::against(terms::phrase::Phrase::new("refused-not-yours").key("verb", verb.key())));
        }
        Ok(())
    }
}
