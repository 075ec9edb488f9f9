//! People and access: for the keeper, accounts and roles; for everyone, their own sessions.

use super::{Asker, Named, named};
use crate::refusal::Refusal;
use crate::rooms::{Role, Verb, verbs};
use crate::view::frame::kind_word;
use serde::Serialize;
use terms::id::PersonId;
use terms::language::Language;
use terms::time::Stamp;

/// An account, as the keeper sees it.
#[derive(Debug, Clone, Serialize)]
pub struct PersonLine {
    /// The person.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The issued sign-in name.
    pub sign_in: String,
    /// The role.
    pub role: Role,
    /// The side or body.
    pub body: Option<Named>,
    /// The language.
    pub lang: Language,
    /// Whether the access lasts.
    pub active: bool,
    /// Whether a passphrase was set.
    pub set_up: bool,
    /// Open sessions.
    pub sessions: usize,
    /// What the person may do, by kind of room: never a room of the talks by its contents.
    pub may: Vec<(&'static str, Option<Named>, Vec<Verb>)>,
}

/// A session of the reader's.
#[derive(Debug, Clone, Serialize)]
pub struct SessionLine {
    /// Its identifier's first letters: enough to tell sessions apart, not enough to be one.
    pub short: String,
    /// When it was opened (wall).
    pub opened: Stamp,
    /// When it ends by itself (wall).
    pub expires: Stamp,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// The keeper's page.
#[derive(Debug, Clone, Serialize)]
pub struct People {
    /// The accounts of the case, by name.
    pub people: Vec<PersonLine>,
    /// What the wall clock shows, and the later hour that it had shown, where it was set back.
    pub clock_back: Option<(Stamp, Stamp)>,
}

/// The reader's own page.
#[derive(Debug, Clone, Serialize)]
pub struct Me {
    /// The person.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The rooms, with what the reader may do there.
    pub may: Vec<(&'static str, Option<Named>, Vec<Verb>)>,
    /// The sessions that last.
    pub sessions: Vec<SessionLine>,
}

fn list(v: crate::rooms::Verbs) -> Vec<Verb> {
    Verb::ALL.iter().copied().filter(|verb| v.has(*verb)).collect()
}

fn of_kind(kind: &crate::rooms::RoomKind) -> Option<&terms::id::PartyId> {
    use crate::rooms::RoomKind::{Caucus, Guarantor, Mediator, Own, PrivateWord};
    match kind {
        Own { party } | Caucus { party, .. } | PrivateWord { party, .. } => Some(party),
        Mediator { body } | Guarantor { body } => Some(body),
        _ => None,
    }
}

/// The accounts of the case, for its keeper only. Private words are not listed: who has one with
/// whom is theirs.
pub fn people(asker: &Asker<'_>, wall: Stamp) -> Result<People, Refusal> {
    asker.desk.keeps(asker.who)?;
    let directory = asker.desk.directory();
    let case = asker.who.case();
    let lang = asker.who.language();
    let plain = |id: &terms::id::PartyId| super::named_party(None, id, lang);
    let mut people: Vec<PersonLine> = directory
        .accounts(case)
        .map(|(a, active)| {
            let mut may: Vec<_> = directory
                .rooms_of(case)
                .filter(|(_, kind)| !matches!(kind, crate::rooms::RoomKind::PrivateWord { .. }))
                .map(|(_, kind)| (kind, verbs(kind, a.role, a.body.as_ref(), &a.person)))
                .filter(|(_, v)| active && !v.none())
                .map(|(kind, v)| (kind_word(kind), of_kind(kind).map(plain), list(v)))
                .collect();
            may.sort_by(|x, y| (x.0, &x.1).cmp(&(y.0, &y.1)));
            PersonLine {
                person: a.person.clone(),
                name: a.name.clone(),
                sign_in: a.sign_in.clone(),
                role: a.role,
                body: a.body.as_ref().map(plain),
                lang: a.lang,
                active,
                set_up: directory.credential(case, &a.person).is_some(),
                sessions: directory.sessions_of(case, &a.person, wall).count(),
                may,
            }
        })
        .collect();
    people.sort_by(|a, b| (&a.name, &a.person).cmp(&(&b.name, &b.person)));
    let clock_back = asker.desk.clock_went_back(wall).map(|latest| (wall, latest));
    Ok(People { people, clock_back })
}

/// The reader's own access and sessions.
pub fn me(asker: &Asker<'_>, session: &str, wall: Stamp) -> Result<Me, Refusal> {
    let who = asker.who;
    let common = asker.common().ok();
    let state = common.as_ref().map(crate::lens::Lens::state);
    let directory = asker.desk.directory();
    let mut may: Vec<_> = who
        .rooms()
        .map(|(_, kind, v)| {
            let of = of_kind(kind).map(|id| match &state {
                Some(state) => named(state, id, who.language()),
                None => super::named_party(None, id, who.language()),
            });
            (kind_word(kind), of, list(v))
        })
        .collect();
    may.sort_by(|x, y| (x.0, &x.1).cmp(&(y.0, &y.1)));
    let mut sessions: Vec<SessionLine> = directory
        .sessions_of(who.case(), who.person(), wall)
        .map(|s| SessionLine { short: s.id.chars().take(8).collect(), opened: s.opened, expires: s.expires, this: s.id == session })
        .collect();
    sessions.sort_by(|a, b| (b.opened, &b.short).cmp(&(a.opened, &a.short)));
    Ok(Me { person: who.person().clone(), name: who.name().to_owned(), role: who.role(), may, sessions })
}
