//! Convening: opening a case with its rooms and its people.

use crate::codec::{Body, Part, Party};
use crate::desk::{Desk, Now};
use crate::directory::{Account, Case, Line};
use crate::refusal::Refusal;
use crate::rooms::{Role, RoomInfo, RoomKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use terms::id::{CaseCode, PartyId, PersonId, RoomCode};
use terms::language::Language;
use terms::phrase::Phrase;

/// What a case begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Founding {
    /// The case.
    pub case: Case,
    /// Sides, mediating bodies, guarantors and others.
    pub parties: Vec<Party>,
    /// The people who sign in.
    pub people: Vec<FoundingPerson>,
    /// Delegates who have a private word with a mediating body.
    #[serde(default)]
    pub private_words: Vec<(PersonId, PartyId)>,
}

/// A person of a case that is being opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundingPerson {
    /// Identifier within the case.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Side or body.
    #[serde(default)]
    pub body: Option<PartyId>,
    /// Language of the screens.
    #[serde(default = "english")]
    pub lang: Language,
    /// The zone that the person lives by, by its IANA name.
    #[serde(default)]
    pub zone: Option<String>,
}

fn english() -> Language {
    Language::En
}

/// The rooms of a case that was opened, by a name that examples and tests use: `own:side`,
/// `caucus:side:mediator`, `word:person:mediator`, `mediator:body`, `mediators`,
/// `guarantor:body`, `common`, `public`.
#[derive(Debug, Clone, Default)]
pub struct Convened {
    /// Alias and code.
    pub rooms: BTreeMap<String, RoomCode>,
}

/// The alias of a room within its case.
#[must_use]
pub fn alias(kind: &RoomKind) -> String {
    match kind {
        RoomKind::Own { party } => format!("own:{party}"),
        RoomKind::Caucus { party, mediator } => format!("caucus:{party}:{mediator}"),
        RoomKind::PrivateWord { person, mediator, .. } => format!("word:{person}:{mediator}"),
        RoomKind::Mediator { body } => format!("mediator:{body}"),
        RoomKind::Mediators => "mediators".to_owned(),
        RoomKind::Guarantor { body } => format!("guarantor:{body}"),
        RoomKind::Common => "common".to_owned(),
        RoomKind::Public => "public".to_owned(),
        RoomKind::Directory => "directory".to_owned(),
    }
}

impl Desk {
    /// Opens a case: its rooms, its parties in the room common to all, its accounts.
    pub fn convene(&self, founding: &Founding, now: Now) -> Result<Convened, Refusal> {
        let case = &founding.case.code;
        if self.directory().case(case).is_some() {
            return Err(Refusal::against(Phrase::new("refused-case-exists").name("case", case.as_str())));
        }
        let founder = founding
            .people
            .iter()
            .find(|p| p.role == Role::Mediator)
            .ok_or_else(|| Refusal::bad(Phrase::new("bad-no-mediator")))?
            .id
            .clone();
        let mut kinds = vec![RoomKind::Common, RoomKind::Public, RoomKind::Mediators];
        let of = |part: Part| founding.parties.iter().filter(move |p| p.part == part).map(|p| p.id.clone());
        for mediator in of(Part::Mediator) {
            kinds.push(RoomKind::Mediator { body: mediator.clone() });
            kinds.extend(of(Part::Side).map(|party| RoomKind::Caucus { party, mediator: mediator.clone() }));
        }
        kinds.extend(of(Part::Side).map(|party| RoomKind::Own { party }));
        kinds.extend(
            founding
                .parties
                .iter()
                .filter(|p| p.part == Part::Guarantor || p.guarantees)
                .map(|p| RoomKind::Guarantor { body: p.id.clone() }),
        );
        self.write_line(&Line::Case(founding.case.clone()), now)?;
        let mut convened = Convened::default();
        for kind in kinds {
            let code = self.open_room(case, &kind, &founder, now)?;
            convened.rooms.insert(alias(&kind), code);
        }
        for person in &founding.people {
            self.add_account(case, person, now)?;
        }
        for (person, mediator) in &founding.private_words {
            let (kind, code) = self.open_private_word(case, person, mediator, now)?;
            convened.rooms.insert(alias(&kind), code);
        }
        let common = convened.rooms["common"].clone();
        let mut parties = founding.parties.clone();
        parties.sort_by(|a, b| a.id.cmp(&b.id));
        for party in parties {
            self.write(&common, &founder, Body::Party(party.clone()), &format!("party:{}", party.id), now)?;
        }
        Ok(convened)
    }

    /// Opens a room of a case and says so in its first entry and in the directory.
    pub(crate) fn open_room(&self, case: &CaseCode, kind: &RoomKind, by: &PersonId, now: Now) -> Result<RoomCode, Refusal> {
        let code = self.fresh_code("room", &format!("{case}:{}", alias(kind)))?;
        self.create_log(&code)?;
        self.write(&code, by, Body::Opened(RoomInfo { case: case.clone(), kind: kind.clone() }), "opened", now)?;
        self.write_line(&Line::Room { case: case.clone(), code: code.clone(), kind: kind.clone() }, now)?;
        Ok(code)
    }

    /// Opens a room for one delegate with one mediating body; one that is there stays as it is.
    pub(crate) fn open_private_word(
        &self,
        case: &CaseCode,
        person: &PersonId,
        mediator: &PartyId,
        now: Now,
    ) -> Result<(RoomKind, RoomCode), Refusal> {
        let found = self.directory().account(case, person).map(|a| (a.role, a.body.clone()));
        let Some((Role::Head | Role::Member, Some(party))) = found else {
            return Err(Refusal::bad(Phrase::new("bad-no-such-delegate").name("person", person.as_str())));
        };
        let known = self.directory().rooms_of(case).any(|(_, k)| matches!(k, RoomKind::Mediator { body } if body == mediator));
        if !known {
            return Err(Refusal::bad(Phrase::new("bad-no-such-party").name("party", mediator.as_str())));
        }
        let kind = RoomKind::PrivateWord { party, person: person.clone(), mediator: mediator.clone() };
        let there = self.directory().rooms_of(case).find(|(_, k)| **k == kind).map(|(code, _)| code.clone());
        let code = match there {
            Some(code) => code,
            None => self.open_room(case, &kind, person, now)?,
        };
        Ok((kind, code))
    }

    /// Makes an account with an issued sign-in name.
    pub(crate) fn add_account(&self, case: &CaseCode, person: &FoundingPerson, now: Now) -> Result<String, Refusal> {
        let sign_in = self.fresh_code("sign-in", &format!("{case}:{}", person.id))?.to_string();
        let account = Account {
            case: case.clone(),
            person: person.id.clone(),
            sign_in: sign_in.clone(),
            name: person.name.clone(),
            role: person.role,
            body: person.body.clone(),
            lang: person.lang,
            zone: person.zone.clone(),
            calendar: None,
            digits: None,
        };
        self.write_line(&Line::Account(account), now)?;
        Ok(sign_in)
    }
}
