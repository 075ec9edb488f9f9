//! A record is a store opened with its key: it finds the rooms and hands out their logs.

use crate::audit::{Verified, tagged};
use crate::entropy::EntropySource;
use crate::fault::Fault;
use crate::key::{StoreKey, mac};
use crate::merkle::{Hash, empty_root};
use crate::note::{NoteSigner, NoteVerifier};
use crate::room::RoomLog;
use crate::seal::{decrypt, encrypt};
use crate::store::{Fill, Store};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use terms::id::RoomCode;

/// The longest room code, to which every label is padded.
const LONGEST: usize = 40;

/// All rooms of one store.
pub struct Record {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) key: StoreKey,
    signer: NoteSigner,
    origin: String,
    pub(crate) entropy: Arc<dyn EntropySource>,
    open: Mutex<BTreeMap<RoomCode, Arc<RoomLog>>>,
}

impl std::fmt::Debug for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Record({})", self.origin)
    }
}

impl Record {
    /// Opens a record. `origin` names it in every checkpoint (`talks.example/case`); a room's log
    /// is named by the origin, a slash and the room's code. A key that is not the store's is
    /// refused as soon as there is a room to try it on.
    pub fn open(store: Arc<dyn Store>, key: StoreKey, origin: &str, entropy: Arc<dyn EntropySource>) -> Result<Record, Fault> {
        let signer = key.signer(origin).map_err(|e| Fault::Refused { what: format!("the record's name `{origin}` is not usable: {e}") })?;
        let record = Record { store, key, signer, origin: origin.to_owned(), entropy, open: Mutex::new(BTreeMap::new()) };
        record.try_key()?;
        Ok(record)
    }

    /// Any one room that opens shows that the key is right: then a file that does not is altered.
    fn try_key(&self) -> Result<(), Fault> {
        let shelves = self.store.shelves()?;
        let mut first_bad = None;
        for shelf in &shelves {
            match self.label(shelf) {
                Ok(_) => return Ok(()),
                Err(Fault::Altered { .. }) => first_bad = first_bad.or(Some(shelf)),
                // What the disk or the file is up to is said when that room is opened.
                Err(Fault::Locked { place }) => return Err(Fault::Locked { place }),
                Err(_) => {}
            }
        }
        match first_bad {
            Some(shelf) => Err(Fault::WrongKey { place: self.store.place(shelf) }),
            None => Ok(()),
        }
    }

    fn rooms_open(&self) -> MutexGuard<'_, BTreeMap<RoomCode, Arc<RoomLog>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads which room a shelf belongs to, and that it belongs there.
    fn label(&self, shelf: &str) -> Result<RoomCode, Fault> {
        let sealed = self.store.open(shelf)?.label()?;
        decrypt(&self.key.label(), label_nonce(&self.key, shelf), shelf.as_bytes(), &sealed)
            .and_then(|plain| std::str::from_utf8(&plain).ok().and_then(|t| RoomCode::new(t.trim_end()).ok()))
            .filter(|room| self.key.shelf_name(room) == shelf)
            .ok_or_else(|| Fault::altered_whole(&self.store.place(shelf), "the file is not the room that its name stands for"))
    }

    /// Signs a text as a note under the record's own name: a proof that convinces a third party.
    /// The text must end with a line break and must not begin with the record's name, so that it
    /// can never be taken for a checkpoint.
    #[must_use]
    pub fn sign_words(&self, text: &str) -> String {
        self.signer.sign(text)
    }

    /// The rooms, in the order of their codes.
    pub fn rooms(&self) -> Result<Vec<RoomCode>, Fault> {
        let mut rooms = Vec::new();
        for shelf in self.store.shelves()? {
            rooms.push(self.label(&shelf)?);
        }
        rooms.sort();
        Ok(rooms)
    }

    /// Makes a room and opens it.
    pub fn create_room(&self, room: &RoomCode) -> Result<Arc<RoomLog>, Fault> {
        self.make_room(room, &mut |_| Ok(()))?;
        self.room(room)
    }

    /// Makes a room with what `fill` writes into it, or none.
    pub(crate) fn make_room(&self, room: &RoomCode, fill: &mut Fill<'_>) -> Result<(), Fault> {
        let shelf = self.key.shelf_name(room);
        let plain = format!("{room:<LONGEST$}", room = room.as_str());
        let sealed = encrypt(&self.key.label(), label_nonce(&self.key, &shelf), shelf.as_bytes(), plain.as_bytes());
        let head = tagged(&self.key.room(room), 0, empty_root(), Hash::default());
        self.store.create_filled(&shelf, &sealed, &head, fill).map_err(|fault| match fault {
            Fault::Exists { .. } => Fault::Exists { what: format!("room {room}") },
            other => other,
        })
    }

    /// Opens a room's log: reads its leaves, builds the tree, and compares it with the stored
    /// nodes and head. Every caller gets the same log.
    pub fn room(&self, room: &RoomCode) -> Result<Arc<RoomLog>, Fault> {
        let mut open = self.rooms_open();
        if let Some(log) = open.get(room) {
            return Ok(Arc::clone(log));
        }
        let shelf = self.key.shelf_name(room);
        let (writer, reader) = match (self.store.open(&shelf), self.store.open(&shelf)) {
            (Ok(writer), Ok(reader)) => (writer, reader),
            (Err(Fault::NotThere { .. }), _) => return Err(Fault::NotThere { what: format!("room {room}") }),
            (Err(fault), _) | (_, Err(fault)) => return Err(fault),
        };
        if self.label(&shelf)? != *room {
            return Err(Fault::altered_whole(&self.store.place(&shelf), "the file is not the room that its name stands for"));
        }
        let origin = self.room_origin(room);
        let signer = self.key.signer(&origin).map_err(|e| Fault::Refused { what: e.to_string() })?;
        let log = RoomLog::open(
            room.clone(),
            self.store.place(&shelf),
            self.key.room(room),
            signer,
            writer,
            reader,
            self.entropy.for_room(room),
        )?;
        let log = Arc::new(log);
        open.insert(room.clone(), Arc::clone(&log));
        Ok(log)
    }

    /// Lets go of an open room; the next use reads it from the store again.
    pub fn close_room(&self, room: &RoomCode) {
        self.rooms_open().remove(room);
    }

    /// The name of a room's log in its checkpoints.
    #[must_use]
    pub fn room_origin(&self, room: &RoomCode) -> String {
        format!("{}/{room}", self.origin)
    }

    /// The record's public key as a C2SP verifier key. A room's checkpoints are signed with the
    /// same key under the room's name ([`RoomLog::verifier_key`]).
    #[must_use]
    pub fn verifier_key(&self) -> String {
        self.verifier().vkey()
    }

    /// The record's public key.
    #[must_use]
    pub fn verifier(&self) -> NoteVerifier {
        self.signer.verifier()
    }
}

/// What a full check of one room's file came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomCheck {
    /// How messages name the file.
    pub place: String,
    /// The room, where the file says which.
    pub room: Option<RoomCode>,
    /// What was found: where something is wrong, the first entry that shows it.
    pub outcome: Result<Verified, Fault>,
}

impl Record {
    /// Checks every room from what is stored, one after another, and goes on where one is bad.
    /// In the order of the rooms' codes, files that cannot say their room first.
    pub fn verify_all(&self) -> Result<Vec<RoomCheck>, Fault> {
        let mut checks = Vec::new();
        for shelf in self.store.shelves()? {
            let place = self.store.place(&shelf);
            let check = match self.label(&shelf) {
                Err(fault) => RoomCheck { place, room: None, outcome: Err(fault) },
                Ok(room) => {
                    let was_open = self.rooms_open().contains_key(&room);
                    let outcome = self.room(&room).and_then(|log| log.verify());
                    if !was_open {
                        self.close_room(&room);
                    }
                    RoomCheck { place, room: Some(room), outcome }
                }
            };
            checks.push(check);
        }
        checks.sort_by(|a, b| (&a.room, &a.place).cmp(&(&b.room, &b.place)));
        Ok(checks)
    }
}

/// One label is sealed for each shelf, so that its nonce can come from the shelf's name.
fn label_nonce(key: &StoreKey, shelf: &str) -> [u8; 24] {
    let mut nonce = [0; 24];
    nonce.copy_from_slice(&mac(&key.0, "label nonce", &[shelf.as_bytes()])[..24]);
    nonce
}
