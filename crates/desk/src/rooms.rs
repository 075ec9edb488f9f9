//! Rooms, roles, and the one function that says which verbs a role has in which room.

use serde::{Deserialize, Serialize};
use terms::id::{CaseCode, PartyId, PersonId};

/// What a room is for, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "room", rename_all = "kebab-case")]
pub enum RoomKind {
    /// A side's own room: its members only.
    Own {
        /// The side.
        party: PartyId,
    },
    /// A side with one mediating body.
    Caucus {
        /// The side.
        party: PartyId,
        /// The mediating body.
        mediator: PartyId,
    },
    /// One delegate with one mediating body; not in his side's log, counts or exports.
    PrivateWord {
        /// The delegate's side.
        party: PartyId,
        /// The delegate.
        person: PersonId,
        /// The mediating body.
        mediator: PartyId,
    },
    /// One mediating body's own room.
    Mediator {
        /// The body.
        body: PartyId,
    },
    /// The room that the mediating bodies share.
    Mediators,
    /// A guarantor's own room, apart even where one state is both.
    Guarantor {
        /// The body.
        body: PartyId,
    },
    /// Texts common to all.
    Common,
    /// What was said in public.
    Public,
    /// Accounts, sessions, roles, invitations.
    Directory,
}

/// What a room says of itself in its first entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomInfo {
    /// The case it belongs to.
    pub case: CaseCode,
    /// What it is for.
    #[serde(flatten)]
    pub kind: RoomKind,
}

terms::ladder! {
    /// What a person is in a case.
    Role, "role" {
        /// Heads a delegation.
        Head = "head",
        /// A member of a delegation.
        Member = "member",
        /// Mediates, or is of a mediator's team.
        Mediator = "mediator",
        /// Vouches that it is done.
        Guarantor = "guarantor",
        /// A neutral that carries people or things.
        Intermediary = "intermediary",
        /// Watches, by leave.
        Observer = "observer",
        /// Interprets, bound to one side or to the mediators; hears and does not speak.
        Interpreter = "interpreter",
        /// Takes notes for a mediating body.
        NoteTaker = "note-taker",
        /// Keeps the directory: accounts and roles, never contents.
        Keeper = "keeper",
    }
}

terms::ladder! {
    /// What can be done in a room.
    Verb, "verb" {
        /// Read what is in it.
        Read = "read",
        /// Say something in it, or note what was said.
        Say = "say",
        /// Give or withdraw leave for words to cross.
        Permit = "permit",
        /// Note a permission that a side gave by word or on paper.
        NotePermit = "note-permit",
        /// Prepare what may cross, and convey it.
        Convey = "convey",
        /// Announce what is common to all: rounds, sessions, issues, openings.
        Announce = "announce",
        /// Lodge, reaffirm and withdraw conditional offers.
        Offer = "offer",
        /// Propose and confirm an erasure.
        Erase = "erase",
        /// Keep the directory.
        Keep = "keep",
    }
}

/// A set of verbs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Verbs(u16);

impl Verbs {
    /// No verb at all: the room does not exist for the asker.
    pub const NONE: Verbs = Verbs(0);

    /// These verbs.
    #[must_use]
    pub fn of(verbs: &[Verb]) -> Self {
        Self(verbs.iter().fold(0, |bits, v| bits | (1 << *v as u16)))
    }

    /// Whether the verb is among them.
    #[must_use]
    pub fn has(self, verb: Verb) -> bool {
        self.0 & (1 << verb as u16) != 0
    }

    /// Whether there is none.
    #[must_use]
    pub fn none(self) -> bool {
        self.0 == 0
    }
}

/// Which verbs a person of this role and body has in a room. This is the whole of the access rule;
/// the access matrix in the tests is compared with a model of its own.
#[must_use]
pub fn verbs(kind: &RoomKind, role: Role, body: Option<&PartyId>, person: &PersonId) -> Verbs {
    use Verb::{Announce, Convey, Erase, Keep, NotePermit, Offer, Permit, Read, Say};
    let ours = |id: &PartyId| body == Some(id);
    match (kind, role) {
        (RoomKind::Directory, Role::Keeper) => Verbs::of(&[Read, Keep]),
        (RoomKind::Directory, _) | (_, Role::Keeper) => Verbs::NONE,
        (RoomKind::Common | RoomKind::Public, Role::Mediator) => Verbs::of(&[Read, Say, Announce, Erase]),
        (RoomKind::Common | RoomKind::Public, _) => Verbs::of(&[Read]),
        (RoomKind::Own { party }, Role::Head) if ours(party) => Verbs::of(&[Read, Say, Offer, Erase]),
        (RoomKind::Own { party }, Role::Member) if ours(party) => Verbs::of(&[Read, Say]),
        (RoomKind::Own { party }, Role::Interpreter) if ours(party) => Verbs::of(&[Read]),
        (RoomKind::Caucus { party, .. }, Role::Head) if ours(party) => Verbs::of(&[Read, Say, Permit, Erase]),
        (RoomKind::Caucus { party, .. }, Role::Member) if ours(party) => Verbs::of(&[Read, Say, Permit]),
        (RoomKind::Caucus { mediator, .. }, Role::Mediator) if ours(mediator) => Verbs::of(&[Read, Say, NotePermit, Erase]),
        (RoomKind::Caucus { mediator, .. }, Role::NoteTaker) if ours(mediator) => Verbs::of(&[Read, Say]),
        (RoomKind::Caucus { party, mediator }, Role::Interpreter) if ours(party) || ours(mediator) => Verbs::of(&[Read]),
        (RoomKind::PrivateWord { person: whose, .. }, Role::Head | Role::Member) if whose == person => Verbs::of(&[Read, Say, Permit]),
        (RoomKind::PrivateWord { mediator, .. }, Role::Mediator) if ours(mediator) => Verbs::of(&[Read, Say, NotePermit]),
        (RoomKind::Mediator { body: of }, Role::Mediator) if ours(of) => Verbs::of(&[Read, Say, Convey, Erase]),
        (RoomKind::Mediator { body: of }, Role::NoteTaker) if ours(of) => Verbs::of(&[Read, Say]),
        (RoomKind::Mediators, Role::Mediator) => Verbs::of(&[Read, Say, Erase]),
        (RoomKind::Guarantor { body: of }, Role::Guarantor) if ours(of) => Verbs::of(&[Read, Say, Erase]),
        _ => Verbs::NONE,
    }
}
