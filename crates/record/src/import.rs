//! Rooms come from a bundle into a record: the same leaves, so the same roots.
//!
//! The bundle is checked whole before anything is written. Each room is made at once or not at
//! all. Keys and signatures are this record's; the receipts that the other record gave still lead
//! to roots that this log has had ([`crate::RoomLog::check_receipt_by`]). The idempotency keys of
//! the other record are not in a bundle: a command sent again after an import is a new command.

use crate::audit::{chained, tagged};
use crate::bundle::{self, Entry, Reader, Report};
use crate::fault::Fault;
use crate::key::{RoomKeys, mac};
use crate::log::Record;
use crate::merkle::{Hash, Tree, leaf_hash};
use crate::note::NoteVerifier;
use crate::seal::{Opened, erased_mark, seal_again};
use crate::store::{Batch, Erasure, Row, Shelf};
use std::collections::{BTreeMap, BTreeSet};
use terms::id::RoomCode;

/// Entries and bytes of one transaction.
const PAGE: (usize, usize) = (1000, 16 << 20);

impl Record {
    /// Imports the rooms of a bundle, none of which may be here yet. `known` as in
    /// [`bundle::verify`]. Where it fails, the rooms before the one that failed stay.
    pub fn import(&self, bytes: &[u8], known: Option<&[NoteVerifier]>) -> Result<Report, Fault> {
        let report = bundle::verify(bytes, known)?;
        let here: BTreeSet<RoomCode> = self.rooms()?.into_iter().collect();
        if let Some(room) = report.rooms.iter().map(|r| &r.room).find(|r| here.contains(*r)) {
            return Err(Fault::Exists { what: format!("room {room}") });
        }
        let mut reader = Reader::new(bytes, known)?;
        while let Some(head) = reader.next_room()? {
            let room = head.room.clone();
            self.make_room(&room, &mut |shelf| self.fill(&room, shelf, &mut reader))?;
        }
        Ok(report)
    }

    fn fill(&self, room: &RoomCode, shelf: &mut dyn Shelf, reader: &mut Reader<'_, &[u8]>) -> Result<(), Fault> {
        let keys = self.key.room(room);
        let mut entropy = self.entropy.for_room(room);
        let (mut tree, mut chain) = (Tree::new(), Hash::default());
        let mut erased: BTreeMap<u64, Row> = BTreeMap::new();
        loop {
            let (mut rows, mut erasures, mut bytes, mut more) = (Vec::new(), Vec::new(), 0, true);
            while rows.len() < PAGE.0 && bytes < PAGE.1 {
                let Some(entry) = reader.next_entry()? else {
                    more = false;
                    break;
                };
                let n = entry.n().0;
                let idem = imported_tag(&keys, n);
                let row = |leaf, sealed, wrapped| Row { n, leaf, idem, sealed, wrapped, erased_by: None };
                match entry {
                    Entry::Words { opening, erases, body, .. } => {
                        bytes += body.len();
                        let opened = Opened { opening, erases: erases.map(|e| e.0), body };
                        let sealed = seal_again(room, &keys, n, &idem, &opened, &mut *entropy);
                        rows.push(row(sealed.leaf, sealed.sealed, sealed.wrapped));
                        if let Some(target) = opened.erases {
                            let gone = erased.remove(&target);
                            let gone = gone.ok_or_else(|| bundle::altered(Some(room), Some(target), "it is not marked as erased"))?;
                            let mark = erased_mark(room, &keys, target, &gone.leaf, &gone.idem, n);
                            erasures.push(Erasure { n: target, by: n, mark });
                            chain = chained(&keys, &chain, target, n);
                        }
                    }
                    Entry::Erased { leaf, .. } => {
                        // It stays empty until the entry that logs its erasure comes.
                        let row = row(leaf, Vec::new(), Vec::new());
                        erased.insert(n, row.clone());
                        rows.push(row);
                    }
                }
            }
            let leaves: Vec<Hash> = rows.iter().map(|r| leaf_hash(&r.leaf)).collect();
            let growth = tree.grow(&leaves);
            tree.apply(&growth);
            let head = tagged(&keys, growth.size, growth.root, chain);
            shelf.commit(&Batch { rows, nodes: growth.nodes, erasures, head })?;
            if !more {
                return Ok(());
            }
        }
    }
}

/// An imported entry has no idempotency key: its tag is one that no key can give.
fn imported_tag(keys: &RoomKeys, n: u64) -> Hash {
    mac(&keys.idem, "imported", &[&n.to_be_bytes()])
}
