//! The directory: cases, rooms, accounts, roles, invitations, sessions. Read by the door and its
//! keeper only.
//!
//! It is a room of the record like any other, with entries of its own kind. Secrets stand in it as
//! hashes (sessions, invitations, passphrases); the seed of the code generator stands sealed like
//! everything else.

use crate::clearance::Clearance;
use crate::rooms::{Role, RoomKind, Verb, Verbs, verbs};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use terms::id::{CaseCode, PartyId, PersonId, RoomCode};
use terms::language::{Calendar, Digits, Language, Words};
use terms::time::Stamp;

/// Who runs the machine, as the first page says it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Host {
    /// Who runs it.
    pub name: String,
    /// In which country.
    pub country: String,
    /// Who holds the key.
    pub key_holder: String,
}

/// A case, as the directory knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its code in addresses.
    pub code: CaseCode,
    /// Its title, by language.
    pub titles: Vec<Words>,
    /// Who runs the machine.
    pub host: Host,
    /// The talks' time zone, by its IANA name.
    pub zone: String,
    /// What the talks' zone is called on the screen.
    pub zone_name: String,
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The case.
    pub case: CaseCode,
    /// The person.
    pub person: PersonId,
    /// The issued name to sign in with.
    pub sign_in: String,
    /// The person's name.
    pub name: String,
    /// What the person is.
    pub role: Role,
    /// The side or body.
    #[serde(default)]
    pub body: Option<PartyId>,
    /// The language of the screens.
    pub lang: Language,
    /// The zone that the person lives by, by its IANA name; the talks' zone where none is given.
    #[serde(default)]
    pub zone: Option<String>,
    /// The calendar that the person reads beside the civil one.
    #[serde(default)]
    pub calendar: Option<Calendar>,
    /// The digits that the person reads; those of the language where none are chosen.
    #[serde(default)]
    pub digits: Option<Digits>,
}

/// What proves a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// The passphrase's hash, in the PHC form.
    pub passphrase: String,
    /// The seed of the code generator.
    pub seed: Vec<u8>,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    /// The hash of its token, in hexadecimal.
    pub id: String,
    /// The case.
    pub case: CaseCode,
    /// The person.
    pub person: PersonId,
    /// When it was opened (wall).
    pub opened: Stamp,
    /// When it ends by itself (wall).
    pub expires: Stamp,
}

/// One entry of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "kebab-case")]
pub enum Line {
    /// A case was opened.
    Case(Case),
    /// A room was opened.
    Room {
        /// The case.
        case: CaseCode,
        /// Its code.
        code: RoomCode,
        /// What it is for.
        #[serde(flatten)]
        kind: RoomKind,
    },
    /// An account was made.
    Account(Account),
    /// A person's role changed; none ends the access.
    Role {
        /// The case.
        case: CaseCode,
        /// The person.
        person: PersonId,
        /// The role now.
        role: Option<Role>,
    },
    /// A person was invited; an earlier invitation lapses.
    Invited {
        /// The case.
        case: CaseCode,
        /// The person.
        person: PersonId,
        /// The hash of the invitation's token, in hexadecimal.
        token: String,
        /// When it lapses (wall).
        expires: Stamp,
    },
    /// A person set what proves them; the invitation is used up.
    Credential {
        /// The case.
        case: CaseCode,
        /// The person.
        person: PersonId,
        /// What proves them.
        credential: Credential,
    },
    /// A code of a person was used: it never works again.
    CodeUsed {
        /// The case.
        case: CaseCode,
        /// The person.
        person: PersonId,
        /// The time step of the code.
        step: u64,
    },
    /// A session was opened.
    SessionOpened(SessionRow),
    /// A session ended.
    SessionEnded {
        /// Its identifier.
        id: String,
    },
    /// A person chose a language.
    Language {
        /// The case.
        case: CaseCode,
        /// The person.
        person: PersonId,
        /// The language.
        lang: Language,
    },
    /// A person chose a second calendar and digits; none is the language's own way.
    Reading {
        /// The case.
        case: CaseCode,
        /// The person.
        person: PersonId,
        /// The calendar beside the civil one.
        calendar: Option<Calendar>,
        /// The digits.
        digits: Option<Digits>,
    },
    /// The keeper confirmed that the wall clock is right, although it had shown a later hour.
    Clock {
        /// What it showed then.
        wall: Stamp,
    },
    /// The heads of all logs, each as the hash of its checkpoint: no size, no name.
    Heads {
        /// Room and hash.
        heads: Vec<(RoomCode, String)>,
    },
}

/// What the directory's entries come to.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Directory {
    cases: BTreeMap<CaseCode, Case>,
    rooms: BTreeMap<RoomCode, (CaseCode, RoomKind)>,
    accounts: BTreeMap<(CaseCode, PersonId), (Account, bool)>,
    invitations: BTreeMap<(CaseCode, PersonId), (String, Stamp)>,
    credentials: BTreeMap<(CaseCode, PersonId), Credential>,
    last_step: BTreeMap<(CaseCode, PersonId), u64>,
    sessions: BTreeMap<String, SessionRow>,
    heads: Vec<(RoomCode, String)>,
    /// The latest hour of the wall clock at which a session was opened, or that the keeper confirmed since.
    latest: Option<Stamp>,
}

impl Directory {
    /// Takes in the next line.
    pub fn fold(&mut self, line: Line) {
        match line {
            Line::Case(case) => {
                self.cases.insert(case.code.clone(), case);
            }
            Line::Room { case, code, kind } => {
                self.rooms.insert(code, (case, kind));
            }
            Line::Account(account) => {
                self.accounts.insert((account.case.clone(), account.person.clone()), (account, true));
            }
            Line::Role { case, person, role } => {
                if let Some((account, active)) = self.accounts.get_mut(&(case.clone(), person.clone())) {
                    *active = role.is_some();
                    account.role = role.unwrap_or(account.role);
                }
                if role.is_none() {
                    self.invitations.remove(&(case.clone(), person.clone()));
                    self.sessions.retain(|_, s| s.case != case || s.person != person);
                }
            }
            Line::Invited { case, person, token, expires } => {
                self.invitations.insert((case, person), (token, expires));
            }
            Line::Credential { case, person, credential } => {
                self.invitations.remove(&(case.clone(), person.clone()));
                self.credentials.insert((case, person), credential);
            }
            Line::CodeUsed { case, person, step } => {
                let last = self.last_step.entry((case, person)).or_default();
                *last = (*last).max(step);
            }
            Line::Clock { wall } => self.latest = Some(wall),
            Line::SessionOpened(session) => {
                self.latest = self.latest.max(Some(session.opened));
                self.sessions.insert(session.id.clone(), session);
            }
            Line::SessionEnded { id } => {
                self.sessions.remove(&id);
            }
            Line::Language { case, person, lang } => {
                if let Some((account, _)) = self.accounts.get_mut(&(case, person)) {
                    account.lang = lang;
                }
            }
            Line::Reading { case, person, calendar, digits } => {
                if let Some((account, _)) = self.accounts.get_mut(&(case, person)) {
                    account.calendar = calendar;
                    account.digits = digits;
                }
            }
            Line::Heads { heads } => self.heads = heads,
        }
    }

    /// The cases, by code.
    pub fn cases(&self) -> impl Iterator<Item = &Case> {
        self.cases.values()
    }

    /// One case.
    #[must_use]
    pub fn case(&self, code: &CaseCode) -> Option<&Case> {
        self.cases.get(code)
    }

    /// The rooms of a case.
    pub(crate) fn rooms_of<'a>(&'a self, case: &'a CaseCode) -> impl Iterator<Item = (&'a RoomCode, &'a RoomKind)> {
        self.rooms.iter().filter(move |(_, (c, _))| c == case).map(|(code, (_, kind))| (code, kind))
    }

    /// The latest hour of the wall clock that the directory knows of.
    pub(crate) fn latest(&self) -> Option<Stamp> {
        self.latest
    }

    /// The heads of the logs as last taken.
    #[must_use]
    pub fn heads(&self) -> &[(RoomCode, String)] {
        &self.heads
    }

    /// The account that signs in under this name, while its access lasts.
    #[must_use]
    pub fn by_sign_in(&self, sign_in: &str) -> Option<&Account> {
        self.accounts.values().find(|(a, active)| *active && a.sign_in == sign_in).map(|(a, _)| a)
    }

    /// An account of a case, while its access lasts.
    #[must_use]
    pub fn account(&self, case: &CaseCode, person: &PersonId) -> Option<&Account> {
        self.accounts.get(&(case.clone(), person.clone())).filter(|(_, active)| *active).map(|(a, _)| a)
    }

    /// All accounts of a case, with whether their access lasts.
    pub fn accounts<'a>(&'a self, case: &'a CaseCode) -> impl Iterator<Item = (&'a Account, bool)> {
        self.accounts.values().filter(move |(a, _)| &a.case == case).map(|(a, active)| (a, *active))
    }

    /// What proves a person.
    #[must_use]
    pub fn credential(&self, case: &CaseCode, person: &PersonId) -> Option<&Credential> {
        self.credentials.get(&(case.clone(), person.clone()))
    }

    /// The latest time step whose code the person used.
    #[must_use]
    pub fn last_step(&self, case: &CaseCode, person: &PersonId) -> Option<u64> {
        self.last_step.get(&(case.clone(), person.clone())).copied()
    }

    /// Whom an invitation's token hash invites, unless it lapsed or was used.
    #[must_use]
    pub fn invited(&self, token: &str, wall: Stamp) -> Option<&Account> {
        let ((case, person), _) = self.invitations.iter().find(|(_, (t, expires))| t == token && wall < *expires)?;
        self.account(case, person)
    }

    /// Whether an invitation of a person is open.
    #[cfg(feature = "leaks")]
    #[must_use]
    pub fn is_invited(&self, case: &CaseCode, person: &PersonId) -> bool {
        self.invitations.contains_key(&(case.clone(), person.clone()))
    }

    /// A person's sessions that still last.
    pub fn sessions_of<'a>(&'a self, case: &'a CaseCode, person: &'a PersonId, wall: Stamp) -> impl Iterator<Item = &'a SessionRow> {
        self.sessions.values().filter(move |s| &s.case == case && &s.person == person && wall < s.expires)
    }

    /// The clearance of a session, unless it ended, lapsed, or the person's access did.
    pub(crate) fn clearance(&self, session: &str, wall: Stamp) -> Option<Clearance> {
        let row = self.sessions.get(session).filter(|s| wall < s.expires)?;
        self.clearance_of(&row.case, &row.person)
    }

    /// What a person may do where.
    pub(crate) fn clearance_of(&self, case: &CaseCode, person: &PersonId) -> Option<Clearance> {
        let account = self.account(case, person)?;
        let rooms = self
            .rooms
            .iter()
            .filter(|(_, (c, _))| c == case)
            .map(|(code, (_, kind))| (code.clone(), (kind.clone(), verbs(kind, account.role, account.body.as_ref(), person))))
            .filter(|(_, (_, v))| !v.none())
            .collect();
        Some(Clearance {
            case: case.clone(),
            person: person.clone(),
            name: account.name.clone(),
            role: account.role,
            body: account.body.clone(),
            lang: account.lang,
            zone: account.zone.clone(),
            calendar: account.calendar,
            digits: account.digits,
            rooms,
            looking_as: None,
        })
    }

    /// The clearance with which a mediator looks at a side's screens: the rooms that both the head
    /// of that side and the looker may enter, to read only.
    pub(crate) fn looking_as(&self, looker: &Clearance, party: &PartyId) -> Option<Clearance> {
        if looker.role != Role::Mediator || looker.looking_as.is_some() {
            return None;
        }
        let nobody = PersonId::new("nobody").ok()?;
        let rooms: BTreeMap<_, _> = looker
            .rooms
            .iter()
            .filter(|(_, (kind, v))| v.has(Verb::Read) && verbs(kind, Role::Head, Some(party), &nobody).has(Verb::Read))
            .map(|(code, (kind, _))| (code.clone(), (kind.clone(), Verbs::of(&[Verb::Read]))))
            .collect();
        // A body that shares no room of its own with the looker is no side to be looked at.
        rooms.values().any(|(kind, _)| matches!(kind, RoomKind::Caucus { party: p, .. } if p == party)).then_some(())?;
        Some(Clearance { role: Role::Head, body: Some(party.clone()), rooms, looking_as: Some(party.clone()), ..looker.clone() })
    }
}
