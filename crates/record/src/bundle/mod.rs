//! A bundle is one file with some rooms of a record, to be checked without the record or its keys.
//!
//! It holds the words in clear: it is for a reader who may read those rooms. The format is lines
//! of text with the words of each entry, byte for byte, between them. Numbers are decimal without
//! leading zeros, hashes and openings standard base64, every line ends in one newline:
//!
//! ```text
//! caucus bundle 1
//! rooms <how many>
//! room <code>                                          for each room, in the order of the codes
//! key <C2SP verifier key; its name is the log's origin, which ends in a slash and the code>
//! <the signed checkpoint, as C2SP tlog-checkpoint says: origin, size, root,
//!  an empty line, and one signature line>
//! entry <n> <leaf> <root> <opening> <erases> <length>  for each entry, from 0 to the size
//! <the words, that many bytes, and a newline>
//! erased <n> <leaf> <root> <logged at>                 where its words were erased
//! end                                                  after the last room
//! ```
//!
//! `root` is the root of the tree of the entries up to this one: with it the first entry that was
//! altered can be named. `erases` is the number of the entry whose erasure this one logs, or `-`.
//! The leaf is [`crate::seal::commitment`]. What must hold: each leaf fits its words, opening and
//! `erases`; each root follows from the leaves; the last is the checkpoint's; the key signed the
//! checkpoint; an entry is `erased` exactly if a later entry erases it, and names that one; an
//! entry that erases is not erased itself. The same rooms in the same state give the same bytes.
//!
//! Where whoever altered a bundle also wrote every later root anew, only the signed root shows it:
//! then no entry is named, and receipts tell up to which entry the file is right.

mod reader;

pub use reader::{Entry, Reader, RoomHead, RoomReport};

use crate::fault::Fault;
use crate::merkle::{Tree, leaf_hash};
use crate::note::{NoteVerifier, base64};
use crate::receipt::Receipt;
use crate::room::{RoomLog, Verdict};
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use terms::id::{EntryNo, RoomCode};

pub(crate) const MAGIC: &str = "caucus bundle 1";
/// How messages name a bundle where no room can be named.
pub(crate) const PLACE: &str = "the bundle";

/// What was found in a bundle that verifies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its rooms, in the order of their codes.
    pub rooms: Vec<RoomReport>,
}

impl Report {
    /// The entries of all rooms.
    #[must_use]
    pub fn entries(&self) -> u64 {
        self.rooms.iter().map(|r| r.checkpoint.size).sum()
    }
}

/// One room with all its entries in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// What stands at its head, and what was counted.
    pub report: RoomReport,
    /// Its entries, by number.
    pub entries: Vec<Entry>,
}

/// The bundle of these rooms.
pub fn of(rooms: &[Arc<RoomLog>]) -> Result<Vec<u8>, Fault> {
    let mut out = Vec::new();
    write(rooms, &mut out)?;
    Ok(out)
}

/// Writes the bundle of these rooms as it goes. Nobody writes to a room while it is being copied.
pub fn write(rooms: &[Arc<RoomLog>], out: &mut dyn Write) -> Result<(), Fault> {
    let mut rooms: Vec<&RoomLog> = rooms.iter().map(Arc::as_ref).collect();
    rooms.sort_by(|a, b| a.room.cmp(&b.room));
    if let Some(twice) = rooms.windows(2).find(|w| w[0].room == w[1].room) {
        return Err(Fault::Refused { what: format!("room {} is named twice", twice[0].room) });
    }
    put(out, format!("{MAGIC}\nrooms {}\n", rooms.len()).as_bytes())?;
    for log in rooms {
        write_room(log, out)?;
    }
    put(out, b"end\n")?;
    out.flush().map_err(|e| Fault::io(Path::new(PLACE), &e))
}

fn put(out: &mut dyn Write, bytes: &[u8]) -> Result<(), Fault> {
    out.write_all(bytes).map_err(|e| Fault::io(Path::new(PLACE), &e))
}

fn write_room(log: &RoomLog, out: &mut dyn Write) -> Result<(), Fault> {
    let _nobody_writes = log.writer.hold();
    let checkpoint = log.checkpoint();
    put(out, format!("room {}\nkey {}\n{}", log.room, log.verifier_key(), checkpoint.text()).as_bytes())?;
    let mut tree = Tree::new();
    let mut fault = None;
    let read = log.scan_opened(EntryNo(0), &mut |n, leaf, opened| {
        tree.push(leaf_hash(leaf));
        let (leaf, root) = (base64(leaf), base64(&tree.root()));
        let done = match opened {
            Ok(opened) => {
                let erases = opened.erases.map_or("-".to_owned(), |e| e.to_string());
                let (opening, length) = (base64(&opened.opening), opened.body.len());
                put(out, format!("entry {n} {leaf} {root} {opening} {erases} {length}\n").as_bytes())
                    .and_then(|()| put(out, &opened.body))
                    .and_then(|()| put(out, b"\n"))
            }
            Err(logged_at) => put(out, format!("erased {n} {leaf} {root} {logged_at}\n").as_bytes()),
        };
        match done {
            Ok(()) => ControlFlow::Continue(()),
            Err(f) => {
                fault = Some(f);
                ControlFlow::Break(())
            }
        }
    })?;
    match fault {
        Some(fault) => Err(fault),
        None if (read.0, tree.root()) != (checkpoint.size, checkpoint.root) => {
            Err(Fault::altered_whole(&log.place, "the stored log is not the one that was opened"))
        }
        None => Ok(()),
    }
}

/// Checks a bundle. `known` are the keys that the reader trusts: a record's own verifier key, or
/// those of single rooms; with none the report says which keys the bundle itself names. The first
/// thing that is wrong comes back as [`Fault::Altered`] with its room and entry.
pub fn verify(bytes: &[u8], known: Option<&[NoteVerifier]>) -> Result<Report, Fault> {
    verify_from(bytes, known)
}

/// Checks a bundle as it is read, in memory of some 70 bytes an entry of the largest room.
pub fn verify_from(input: impl std::io::Read, known: Option<&[NoteVerifier]>) -> Result<Report, Fault> {
    let mut reader = Reader::new(input, known)?;
    let mut rooms = Vec::new();
    while reader.next_room()?.is_some() {
        while reader.next_entry()?.is_some() {}
        rooms.extend(reader.report());
    }
    Ok(Report { rooms })
}

/// Reads a bundle that verifies, with its words.
pub fn read(bytes: &[u8], known: Option<&[NoteVerifier]>) -> Result<Vec<Room>, Fault> {
    let mut reader = Reader::new(bytes, known)?;
    let mut rooms = Vec::new();
    while reader.next_room()?.is_some() {
        let mut entries = Vec::new();
        while let Some(entry) = reader.next_entry()? {
            entries.push(entry);
        }
        rooms.extend(reader.report().map(|report| Room { report, entries }));
    }
    Ok(rooms)
}

/// Compares a receipt with a bundle, offline: what [`RoomLog::check_receipt`] says of a log.
pub fn check_receipt(bytes: &[u8], known: Option<&[NoteVerifier]>, receipt: &Receipt) -> Result<Verdict, Fault> {
    let mut reader = Reader::new(bytes, known)?;
    let mut verdict = None;
    while let Some(head) = reader.next_room()? {
        let key = head.key.clone();
        let mine = head.checkpoint.origin == receipt.checkpoint.origin;
        let (mut root, mut entry) = (None, None);
        if mine && receipt.checkpoint.size == 0 {
            root = reader.root_so_far();
        }
        while let Some(e) = reader.next_entry()? {
            if mine && e.n().0 + 1 == receipt.checkpoint.size {
                root = reader.root_so_far();
            }
            if mine && e.n() == receipt.n {
                entry = Some(e);
            }
        }
        if !mine {
            continue;
        }
        let size = reader.report().map_or(0, |r| r.checkpoint.size);
        let receipt_size = receipt.checkpoint.size;
        let wrong = |why: &str| Verdict::Wrong { why: why.to_owned() };
        verdict = Some(match (receipt.verify(&key), root, entry) {
            (Err(bad), ..) => wrong(bad.0),
            (Ok(()), None, _) => Verdict::BehindReceipt { receipt_size, size },
            (Ok(()), Some(root), _) if root != receipt.checkpoint.root => {
                wrong("the bundle has another history than the one this receipt was given for")
            }
            (Ok(()), Some(_), Some(Entry::Erased { logged_at, .. })) => Verdict::HoldsErased { logged_at },
            (Ok(()), Some(_), Some(Entry::Words { .. })) => Verdict::Holds,
            (Ok(()), Some(_), None) => wrong("the receipt's entry is not in the bundle"),
        });
    }
    verdict.ok_or_else(|| Fault::NotThere { what: format!("the log `{}` in the bundle", receipt.checkpoint.origin) })
}

pub(crate) fn altered(room: Option<&RoomCode>, n: Option<u64>, what: &str) -> Fault {
    let room = room.map_or_else(|| PLACE.to_owned(), |room| format!("room {room} of {PLACE}"));
    Fault::Altered { room, n: n.map(EntryNo), what: what.to_owned() }
}
