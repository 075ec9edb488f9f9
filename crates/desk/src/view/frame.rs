//! What every page has around it: the case, the reader, the rooms, the band that says whose room this is.

use super::{Asker, Named, in_language, named};
use crate::refusal::Refusal;
use crate::rooms::{Role, RoomKind, Verb};
use crate::uses::paused;
use serde::Serialize;
use terms::id::{CaseCode, PersonId, RoomCode};
use terms::language::{Calendar, Digits, Language, Words};
use terms::time::Stamp;

/// The frame of a page.
#[derive(Debug, Clone, Serialize)]
pub struct Frame {
    /// The case's code.
    pub case: CaseCode,
    /// Its title.
    pub title: Words,
    /// The reader.
    pub person: PersonId,
    /// The reader's name.
    pub name: String,
    /// What the reader is.
    pub role: Role,
    /// The reader's side or body.
    pub body: Option<Named>,
    /// The language of the screen.
    pub lang: Language,
    /// The talks' time.
    pub now: Stamp,
    /// The talks' zone, by its IANA name.
    pub zone: String,
    /// The reader's own zone, where it is another.
    pub reader_zone: Option<String>,
    /// The calendar that the reader reads beside the civil one.
    pub calendar: Option<Calendar>,
    /// The digits that the reader chose.
    pub digits: Option<Digits>,
    /// What the zone is called.
    pub zone_name: String,
    /// The rooms the reader may enter.
    pub rooms: Vec<RoomLink>,
    /// The room of this page, where it has one.
    pub room: Option<RoomLink>,
    /// The side whose screens are being looked at.
    pub looking_as: Option<Named>,
    /// Whether the talks pause.
    pub paused: bool,
}

/// A room in the rail.
#[derive(Debug, Clone, Serialize)]
pub struct RoomLink {
    /// Its code.
    pub code: RoomCode,
    /// What it is: `own`, `caucus`, `private-word`, `mediator`, `mediators`, `guarantor`, `common`, `public`.
    pub kind: &'static str,
    /// The side or body whose it is.
    pub of: Option<Named>,
    /// The mediating body, in a caucus or private word.
    pub with: Option<Named>,
    /// The delegate's name, in a private word.
    pub person: Option<String>,
    /// Whether the reader may say something in it.
    pub may_say: bool,
}

/// A person's name; the identifier where the account is gone.
pub(crate) fn person_name(directory: &crate::directory::Directory, case: &CaseCode, person: &PersonId) -> String {
    directory.accounts(case).find(|(a, _)| &a.person == person).map_or_else(|| person.to_string(), |(a, _)| a.name.clone())
}

/// The word for a kind of room.
#[must_use]
pub fn kind_word(kind: &RoomKind) -> &'static str {
    match kind {
        RoomKind::Own { .. } => "own",
        RoomKind::Caucus { .. } => "caucus",
        RoomKind::PrivateWord { .. } => "private-word",
        RoomKind::Mediator { .. } => "mediator",
        RoomKind::Mediators => "mediators",
        RoomKind::Guarantor { .. } => "guarantor",
        RoomKind::Common => "common",
        RoomKind::Public => "public",
        RoomKind::Directory => "directory",
    }
}

/// The frame around a page of `room`, or around one that belongs to no room.
pub fn frame(asker: &Asker<'_>, room: Option<&RoomCode>) -> Result<Frame, Refusal> {
    let who = asker.who;
    let directory = asker.desk.directory();
    let case = directory.case(who.case()).ok_or(Refusal::NotFound)?;
    let common = asker.common().ok();
    let state = common.as_ref().map(crate::lens::Lens::state);
    let name = |id: &terms::id::PartyId| match &state {
        Some(common) => named(common, id, who.language()),
        None => super::named_party(None, id, who.language()),
    };
    let mut rooms: Vec<RoomLink> = who
        .rooms()
        .map(|(code, kind, verbs)| {
            let (of, with, person) = match kind {
                RoomKind::Own { party } => (Some(name(party)), None, None),
                RoomKind::Caucus { party, mediator } => (Some(name(party)), Some(name(mediator)), None),
                RoomKind::PrivateWord { party, person, mediator } => {
                    (Some(name(party)), Some(name(mediator)), Some(person_name(&directory, who.case(), person)))
                }
                RoomKind::Mediator { body } | RoomKind::Guarantor { body } => (Some(name(body)), None, None),
                _ => (None, None, None),
            };
            RoomLink { code: code.clone(), kind: kind_word(kind), of, with, person, may_say: verbs.has(Verb::Say) }
        })
        .collect();
    // By kind, then by the names that the reader sees; codes are random and order nothing.
    let rank = |kind: &str| {
        ["mediator", "mediators", "own", "caucus", "private-word", "guarantor", "common", "public"].iter().position(|k| *k == kind)
    };
    rooms.sort_by(|a, b| (rank(a.kind), &a.of, &a.with, &a.person).cmp(&(rank(b.kind), &b.of, &b.with, &b.person)));
    let here = room.and_then(|code| rooms.iter().find(|r| &r.code == code).cloned());
    #[cfg(feature = "leaks")]
    leaked(asker);
    Ok(Frame {
        case: who.case().clone(),
        title: in_language(&case.titles, who.language()).cloned().unwrap_or_else(|| Words::new(Language::En, who.case().as_str())),
        person: who.person().clone(),
        name: who.name().to_owned(),
        role: who.role(),
        body: who.body().map(&name),
        lang: who.language(),
        now: asker.now,
        zone: case.zone.clone(),
        reader_zone: who.zone.clone().filter(|z| *z != case.zone),
        zone_name: case.zone_name.clone(),
        calendar: who.calendar,
        digits: who.digits,
        room: here,
        looking_as: who.looking_as().map(&name),
        paused: state.as_ref().is_some_and(|common| paused(common, asker.now)),
        rooms,
    })
}

#[cfg(feature = "leaks")]
fn leaked(asker: &Asker<'_>) {
    use crate::leaks::{Leak, note, on};
    let who = asker.who;
    if on(Leak::LastActivity) {
        note(format!("last activity {}", asker.desk.leaking().last));
    }
    if on(Leak::Presence) {
        let seen = asker.desk.leaking();
        let last = seen.seen.iter().filter(|(p, _)| *p != who.person().as_str()).max_by_key(|(_, at)| **at);
        note(format!("here last: {last:?}"));
    }
    if on(Leak::UnreadBadge) {
        note(format!("{} new", asker.desk.every_entry(who.case())));
    }
    if on(Leak::PrivateWordListed) {
        let theirs = asker.desk.every_room(who.case()).into_iter().filter(|(_, kind, lens)| match kind {
            RoomKind::PrivateWord { party, .. } => Some(party) == who.body() && lens.state().size() > 1,
            _ => false,
        });
        note(format!("{} private words", theirs.count()));
    }
    if on(Leak::Autocomplete) {
        let spoken = asker.desk.every_room(who.case()).into_iter().filter(|(_, _, lens)| lens.state().size() > 4);
        note(format!("go to {:?}", spoken.map(|(code, _, _)| code.to_string()).collect::<Vec<_>>()));
    }
}
