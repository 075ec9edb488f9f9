//! The people and bodies of the made-up talks that every trace plays in, and who may enter which room.

/// A person: identifier, role, body, language.
pub(crate) type Person = (&'static str, &'static str, &'static str, &'static str);

/// Sides.
pub(crate) const SIDES: [&str; 2] = ["alder", "birch"];
/// Mediating bodies; the second is a guarantor as well.
pub(crate) const MEDIATORS: [&str; 2] = ["crane", "dove"];

/// Everyone who signs in.
pub(crate) const PEOPLE: &[Person] = &[
    ("alder-head", "head", "alder", "en"),
    ("alder-two", "member", "alder", "ar"),
    ("alder-ear", "interpreter", "alder", "en"),
    ("alder-spare", "member", "alder", "en"),
    ("birch-head", "head", "birch", "en"),
    ("birch-two", "member", "birch", "he"),
    ("birch-ear", "interpreter", "birch", "en"),
    ("birch-spare", "member", "birch", "en"),
    ("crane-one", "mediator", "crane", "en"),
    ("crane-two", "mediator", "crane", "en"),
    ("crane-pen", "note-taker", "crane", "en"),
    ("crane-ear", "interpreter", "crane", "en"),
    ("dove-one", "mediator", "dove", "en"),
    ("dove-two", "mediator", "dove", "ar"),
    ("dove-vow", "guarantor", "dove", "en"),
    ("egret-vow", "guarantor", "egret", "en"),
    ("finch-eye", "observer", "finch", "en"),
    ("ibis-hand", "intermediary", "ibis", "en"),
    ("keeper", "keeper", "", "en"),
];

/// Delegates who have a private word from the start.
pub(crate) const PRIVATE_WORDS: [(&str, &str); 2] = [("alder-two", "crane"), ("birch-two", "dove")];

/// Rooms that are there from the start.
pub(crate) const ROOMS: &[&str] = &[
    "common",
    "public",
    "mediators",
    "mediator:crane",
    "mediator:dove",
    "caucus:alder:crane",
    "caucus:alder:dove",
    "caucus:birch:crane",
    "caucus:birch:dove",
    "own:alder",
    "own:birch",
    "guarantor:dove",
    "guarantor:egret",
    "word:alder-two:crane",
    "word:birch-two:dove",
];

/// Role and body of a person.
pub(crate) fn cast(person: &str) -> (&'static str, &'static str) {
    PEOPLE.iter().find(|p| p.0 == person).map_or(("", ""), |p| (p.1, p.2))
}

/// The side whose words a caucus or a private word holds, and the mediating body.
pub(crate) fn ends(room: &str) -> Option<(&str, &str)> {
    let parts: Vec<&str> = room.split(':').collect();
    match parts[..] {
        ["caucus", side, mediator] => Some((side, mediator)),
        ["word", person, mediator] => Some((cast(person).1, mediator)),
        _ => None,
    }
}

/// What a person may do in a room, a letter a verb: read, say, permit, note a permission, convey,
/// announce, offer, erase, keep. Empty: the room does not exist for them.
pub(crate) fn may(person: &str, room: &str) -> &'static str {
    let (role, body) = cast(person);
    let parts: Vec<&str> = room.split(':').collect();
    let (one, two) = (parts.get(1).copied().unwrap_or(""), parts.get(2).copied().unwrap_or(""));
    match (parts[0], role) {
        ("directory", "keeper") => "k",
        ("directory", _) | (_, "keeper" | "") => "",
        ("common" | "public", "mediator") => "rsae",
        ("common" | "public", _) => "r",
        ("own", "head") if one == body => "rsoe",
        ("own", "member") | ("mediator" | "caucus", "note-taker") if body == one || (parts[0] == "caucus" && body == two) => "rs",
        ("own", "interpreter") if one == body => "r",
        ("caucus", "head") if one == body => "rspe",
        ("caucus", "member") if one == body => "rsp",
        ("caucus", "mediator") if two == body => "rsne",
        ("caucus", "interpreter") if one == body || two == body => "r",
        ("word", "head" | "member") if one == person => "rsp",
        ("word", "mediator") if two == body => "rsn",
        ("mediator", "mediator") if one == body => "rsce",
        ("mediators", "mediator") | ("guarantor", "guarantor") if parts[0] == "mediators" || one == body => "rse",
        _ => "",
    }
}

/// Where a body hears what a mediating body conveys to it.
pub(crate) fn ear(to: &str, mediator: &str) -> String {
    match to {
        to if SIDES.contains(&to) => format!("caucus:{to}:{mediator}"),
        "dove" | "egret" => format!("guarantor:{to}"),
        to => format!("mediator:{to}"),
    }
}

/// Whether a person may enter a room; of accounts, their own, and the keeper all.
pub(crate) fn enters(person: &str, room: &str) -> bool {
    match room.strip_prefix("account:") {
        Some(of) => of == person || cast(person).0 == "keeper",
        None => may(person, room).contains('r'),
    }
}
