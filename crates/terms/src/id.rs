//! Names by which things are addressed: cases, rooms, parties, persons, entries.
//!
//! Codes of rooms are random and entry numbers count within one room only, so that an address
//! says nothing about any other room.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a text is not a usable identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadId;

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident, $longest:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Reads an identifier: 1 to the type's longest length of `a-z`, `0-9` and `-`.
            pub fn new(text: &str) -> Result<Self, BadId> {
                let good = !text.is_empty()
                    && text.len() <= $longest
                    && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
                    && !text.starts_with('-');
                if good { Ok(Self(text.to_owned())) } else { Err(BadId) }
            }

            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(text: String) -> Result<Self, String> {
                Self::new(&text).map_err(|_| format!("`{text}` is not a usable identifier"))
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    };
}

text_id! {
    /// A case: one set of talks, as it stands in an address.
    CaseCode, 40
}
text_id! {
    /// A room's code: random, the second part of every address, meaning nothing.
    RoomCode, 40
}
text_id! {
    /// A side, a mediating body, a guarantor or another body of the case.
    PartyId, 40
}
text_id! {
    /// A person of the case. Sign-in names are issued, never chosen.
    PersonId, 40
}
text_id! {
    /// An issue on the list common to all.
    IssueId, 40
}
text_id! {
    /// One option of an issue.
    OptionId, 40
}

text_id! {
    /// What an entry is called in other rooms: it depends on the act that wrote it and on nothing
    /// else in its room, so that it does not tell how much is said there.
    EntryMark, 40
}

/// The number of an entry in its own room, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryNo(pub u64);

impl fmt::Display for EntryNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// An entry of a named room.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntryRef {
    /// The room that holds it.
    pub room: RoomCode,
    /// Its number there.
    pub n: EntryNo,
}

/// An entry of another room, as an entry of this one names it.
///
/// Whoever reads this room may be kept out of that one: a number would tell him how much is said there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Elsewhere {
    /// As it is kept.
    Marked {
        /// The room that holds it.
        room: RoomCode,
        /// Its mark.
        mark: EntryMark,
    },
    /// As a person who may enter that room gives it.
    Numbered(EntryRef),
}

impl Elsewhere {
    /// The room that holds it.
    #[must_use]
    pub fn room(&self) -> &RoomCode {
        match self {
            Elsewhere::Marked { room, .. } | Elsewhere::Numbered(EntryRef { room, .. }) => room,
        }
    }
}

impl From<EntryRef> for Elsewhere {
    fn from(at: EntryRef) -> Elsewhere {
        Elsewhere::Numbered(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_hold_only_what_an_address_can_carry() {
        assert!(PartyId::new("delta-council").is_ok());
        for bad in ["", "Delta", "a b", "-a", "a/b", "é", &"a".repeat(41)] {
            assert_eq!(PartyId::new(bad), Err(BadId), "{bad}");
        }
    }
}
