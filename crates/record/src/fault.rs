//! What can go wrong in the record, said as what happened, where, and what to do.

use std::fmt;
use terms::id::EntryNo;
use terms::phrase::Phrase;

/// A failure of the record. Nothing here carries content: places are file names, numbers are
/// entry numbers of one room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The store has no room left; nothing of the refused write was kept.
    Full {
        /// The file or folder that is full.
        place: String,
    },
    /// A file ends or breaks where it should not.
    Torn {
        /// The file.
        place: String,
        /// What is broken about it.
        what: String,
    },
    /// What is stored is not what was written.
    Altered {
        /// The room's file, or the bundle's room.
        room: String,
        /// The first entry that is wrong, where one entry can be named.
        n: Option<EntryNo>,
        /// What does not agree.
        what: String,
    },
    /// Another process holds the store.
    Locked {
        /// The store's folder or file.
        place: String,
    },
    /// The idempotency key was used before, for other words.
    KeyReused {
        /// The entry that used it.
        n: EntryNo,
    },
    /// What was asked for is not in the store.
    NotThere {
        /// What was asked for.
        what: String,
    },
    /// What was to be made is there already.
    Exists {
        /// What is there.
        what: String,
    },
    /// The passphrase or the recovery text does not open the store.
    WrongKey {
        /// The key file.
        place: String,
    },
    /// The store was made by a later version, or is no store.
    Layout {
        /// The store's folder.
        place: String,
        /// What was found.
        what: String,
    },
    /// The request cannot be carried out, whatever the disk does.
    Refused {
        /// Why.
        what: String,
    },
    /// The operating system refused to read or write.
    Disk {
        /// The file or folder.
        place: String,
        /// What it said.
        what: String,
    },
}

impl Fault {
    /// The kind in one word, stable, for tests and for the log of operations.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Fault::Full { .. } => "full",
            Fault::Torn { .. } => "torn",
            Fault::Altered { .. } => "altered",
            Fault::Locked { .. } => "locked",
            Fault::KeyReused { .. } => "key-reused",
            Fault::NotThere { .. } => "not-there",
            Fault::Exists { .. } => "exists",
            Fault::WrongKey { .. } => "wrong-key",
            Fault::Layout { .. } => "layout",
            Fault::Refused { .. } => "refused",
            Fault::Disk { .. } => "disk",
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Fault::Full { .. } => "free space on that disk and send the same request again; what was acknowledged is safe and readable",
            Fault::Torn { .. } => {
                "stop the server, keep a copy of the folder, and restore the latest backup; receipts show what the backup lacks"
            }
            Fault::Altered { .. } => {
                "stop the server, keep a copy of the folder as evidence, and compare it with a backup and with the parties' receipts"
            }
            Fault::Locked { .. } => "stop the other process that uses this store, or wait until it has ended",
            Fault::KeyReused { .. } => "send new words under a new key",
            Fault::NotThere { .. } => "check the address",
            Fault::Exists { .. } => "choose another name, or open what is there",
            Fault::WrongKey { .. } => "type it again, or open the store with the recovery text; if both are lost, so is the store",
            Fault::Layout { .. } => "use the version that made the store, or a later one",
            Fault::Refused { .. } => "change the request",
            Fault::Disk { .. } => "check the disk and the permissions of the folder, then send the same request again",
        }
    }

    /// The message as a key with arguments, for the screens.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        // Without an entry's number the sentence is another one: a blank would be printed for it.
        let whole = if matches!(self, Fault::Altered { n: None, .. }) { "-whole" } else { "" };
        let phrase = Phrase::new(&format!("record-{}{whole}", self.kind()));
        match self {
            Fault::Full { place } | Fault::Locked { place } | Fault::WrongKey { place } => phrase.name("place", place),
            Fault::Torn { place, what } | Fault::Layout { place, what } | Fault::Disk { place, what } => {
                phrase.name("place", place).name("what", what)
            }
            Fault::Altered { room, n, what } => {
                let phrase = phrase.name("place", room).name("what", what);
                n.iter().fold(phrase, |p, n| p.entry("n", *n))
            }
            Fault::KeyReused { n } => phrase.entry("n", *n),
            Fault::NotThere { what } | Fault::Exists { what } | Fault::Refused { what } => phrase.name("what", what),
        }
    }

    pub(crate) fn altered(room: &str, n: u64, what: &str) -> Fault {
        Fault::Altered { room: room.to_owned(), n: Some(EntryNo(n)), what: what.to_owned() }
    }

    pub(crate) fn altered_whole(room: &str, what: &str) -> Fault {
        Fault::Altered { room: room.to_owned(), n: None, what: what.to_owned() }
    }

    pub(crate) fn io(place: &std::path::Path, error: &std::io::Error) -> Fault {
        let place = place.display().to_string();
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Fault::Full { place },
            std::io::ErrorKind::NotFound => Fault::NotThere { what: place },
            std::io::ErrorKind::AlreadyExists => Fault::Exists { what: place },
            _ => Fault::Disk { place, what: error.to_string().to_lowercase() },
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Full { place } => write!(f, "{place} is full: nothing of this write was kept")?,
            Fault::Torn { place, what } => write!(f, "{place} is broken: {what}")?,
            Fault::Altered { room, n: Some(n), what } => write!(f, "{room}, entry {n}: {what}")?,
            Fault::Altered { room, n: None, what } => write!(f, "{room}: {what}")?,
            Fault::Locked { place } => write!(f, "{place} is in use by another process")?,
            Fault::KeyReused { n } => write!(f, "the key of this request was used before, for other words (entry {n})")?,
            Fault::NotThere { what } => write!(f, "{what} is not there")?,
            Fault::Exists { what } => write!(f, "{what} is there already")?,
            Fault::WrongKey { place } => write!(f, "this does not open {place}, or the file was altered")?,
            Fault::Layout { place, what } => write!(f, "{place} cannot be opened as a store: {what}")?,
            Fault::Refused { what } => write!(f, "{what}")?,
            Fault::Disk { place, what } => write!(f, "{place} could not be read or written: {what}")?,
        }
        write!(f, "; {}", self.hint())
    }
}

impl std::error::Error for Fault {}
