//! Keeping the directory: the keeper's acts over accounts, invitations, roles and sessions.
//!
//! The keeper holds no clearance for any room of the talks. What a keeper does takes effect at the
//! next request of whoever it concerns, since a clearance is made from the directory each time.

use crate::clearance::Clearance;
use crate::convene::FoundingPerson;
use crate::desk::{Desk, Now, sha256_hex};
use crate::directory::Line;
use crate::refusal::Refusal;
use crate::rooms::{Role, RoomKind};
use serde::{Deserialize, Serialize};
use terms::id::{PartyId, PersonId};
use terms::phrase::Phrase;

/// For how long an invitation can be used, in seconds: three days.
const INVITATION: i64 = 3 * 24 * 3600;

/// What a keeper can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "use", rename_all = "kebab-case")]
pub enum Keeping {
    /// Enters a person; the sign-in name is issued.
    Add(FoundingPerson),
    /// Invites a person: an address that works once. An earlier invitation lapses.
    Invite {
        /// The person.
        person: PersonId,
    },
    /// Gives a person another role, or access again.
    Role {
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
    },
    /// Ends a person's access at once, sessions and invitation with it.
    EndAccess {
        /// The person.
        person: PersonId,
    },
    /// Ends a person's sessions; the access stays.
    EndSessions {
        /// The person.
        person: PersonId,
    },
    /// Opens a room for one delegate with one mediating body.
    PrivateWord {
        /// The delegate.
        person: PersonId,
        /// The mediating body.
        mediator: PartyId,
    },
    /// Says that the wall clock is right as it stands, although it had shown a later hour.
    Clock,
}

impl Desk {
    /// Carries out a keeper's act; an invitation answers with its token, which is kept nowhere.
    pub fn keep(&self, who: &Clearance, keeping: Keeping, now: Now) -> Result<Option<String>, Refusal> {
        self.keeps(who)?;
        if keeping != Keeping::Clock {
            self.clock_is_right(now)?;
        }
        let case = who.case().clone();
        let known = |person: &PersonId| {
            let known = self.directory().accounts(&case).any(|(a, _)| &a.person == person);
            if known { Ok(()) } else { Err(Refusal::bad(Phrase::new("bad-no-such-person").name("person", person.as_str()))) }
        };
        match keeping {
            Keeping::Add(person) => {
                if known(&person.id).is_ok() {
                    return Err(Refusal::against(Phrase::new("refused-person-exists").name("person", person.id.as_str())));
                }
                if person.name.trim().is_empty() {
                    return Err(Refusal::bad(Phrase::new("bad-no-name")));
                }
                if let Some(body) = &person.body
                    && !self.bodies(&case).contains(body)
                {
                    return Err(Refusal::bad(Phrase::new("bad-no-such-party").name("party", body.as_str())));
                }
                self.add_account(&case, &person, now)?;
                Ok(None)
            }
            Keeping::Invite { person } => {
                let Some(_) = self.directory().account(&case, &person).map(|a| a.person.clone()) else {
                    return Err(Refusal::bad(Phrase::new("bad-no-such-person").name("person", person.as_str())));
                };
                let mut bytes = [0_u8; 32];
                self.fresh(&["invitation:", case.as_str(), ":", person.as_str()].concat(), &mut bytes)?;
                let token = crate::desk::hex(&bytes);
                let expires = now.wall.plus_seconds(INVITATION);
                self.write_line(&Line::Invited { case, person, token: sha256_hex(token.as_bytes()), expires }, now)?;
                Ok(Some(token))
            }
            Keeping::Role { person, role } => {
                known(&person)?;
                self.write_line(&Line::Role { case, person, role: Some(role) }, now)?;
                Ok(None)
            }
            Keeping::EndAccess { person } => {
                known(&person)?;
                if &person == who.person() {
                    return Err(Refusal::against(Phrase::new("refused-own-access")));
                }
                self.write_line(&Line::Role { case, person, role: None }, now)?;
                Ok(None)
            }
            Keeping::EndSessions { person } => {
                known(&person)?;
                let ids: Vec<String> = self.directory().sessions_of(&case, &person, now.wall).map(|s| s.id.clone()).collect();
                for id in ids {
                    self.write_line(&Line::SessionEnded { id }, now)?;
                }
                Ok(None)
            }
            Keeping::Clock => {
                self.confirm_clock(now)?;
                Ok(None)
            }
            Keeping::PrivateWord { person, mediator } => {
                self.open_private_word(&case, &person, &mediator, now)?;
                Ok(None)
            }
        }
    }

    /// The sides and bodies that the case's rooms belong to.
    fn bodies(&self, case: &terms::id::CaseCode) -> std::collections::BTreeSet<PartyId> {
        let directory = self.directory();
        let mut out: std::collections::BTreeSet<PartyId> = directory
            .rooms_of(case)
            .filter_map(|(_, kind)| match kind {
                RoomKind::Own { party } => Some(party.clone()),
                RoomKind::Mediator { body } | RoomKind::Guarantor { body } => Some(body.clone()),
                _ => None,
            })
            .collect();
        // Intermediaries and observers have no room; those who are entered already speak for theirs.
        out.extend(directory.accounts(case).filter_map(|(a, _)| a.body.clone()));
        out
    }
}
