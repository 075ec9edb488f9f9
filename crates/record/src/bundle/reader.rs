//! Reads a bundle entry by entry and checks it on the way: nothing of a room may be relied on
//! before its end was reached.

use super::{MAGIC, PLACE, altered};
use crate::checkpoint::Checkpoint;
use crate::fault::Fault;
use crate::merkle::{Hash, Tree, leaf_hash};
use crate::note::{NoteVerifier, number, unbase64};
use crate::seal::commitment;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use terms::id::{EntryNo, RoomCode};

/// A line is never longer than this.
const LONGEST_LINE: u64 = 2048;

/// One entry of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// One with its words.
    Words {
        /// Its number.
        n: EntryNo,
        /// Its leaf.
        leaf: Hash,
        /// The random bytes of the commitment.
        opening: [u8; 32],
        /// The entry whose erasure it logs.
        erases: Option<EntryNo>,
        /// The words.
        body: Vec<u8>,
    },
    /// One whose words were erased.
    Erased {
        /// Its number.
        n: EntryNo,
        /// Its leaf.
        leaf: Hash,
        /// The entry that logs it.
        logged_at: EntryNo,
    },
}

impl Entry {
    /// Its number.
    #[must_use]
    pub fn n(&self) -> EntryNo {
        match self {
            Entry::Words { n, .. } | Entry::Erased { n, .. } => *n,
        }
    }
}

/// What stands before a room's entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomHead {
    /// The room.
    pub room: RoomCode,
    /// The key that signed its checkpoint.
    pub key: NoteVerifier,
    /// Whether that key is one of those that the reader trusts.
    pub known: bool,
    /// Its checkpoint.
    pub checkpoint: Checkpoint,
}

/// A room that was read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomReport {
    /// The room.
    pub room: RoomCode,
    /// The key that signed its checkpoint.
    pub key: NoteVerifier,
    /// Whether that key is one of those that the reader trusts.
    pub known: bool,
    /// Its checkpoint, with origin, size and root.
    pub checkpoint: Checkpoint,
    /// How many of its entries were erased.
    pub erased: u64,
}

struct Open {
    head: RoomHead,
    tree: Tree,
    /// Erased entries whose log has not come yet, by the number of that log.
    pending: BTreeMap<u64, u64>,
    erased: u64,
}

/// A bundle being read.
pub struct Reader<'k, R> {
    input: BufReader<R>,
    known: Option<&'k [NoteVerifier]>,
    left: u64,
    last: Option<RoomCode>,
    open: Option<Open>,
    done: Option<RoomReport>,
}

impl<R> std::fmt::Debug for Reader<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reader({} rooms left)", self.left)
    }
}

impl<'k, R: Read> Reader<'k, R> {
    /// Begins to read.
    pub fn new(input: R, known: Option<&'k [NoteVerifier]>) -> Result<Self, Fault> {
        let mut reader = Self { input: BufReader::new(input), known, left: 0, last: None, open: None, done: None };
        let magic = reader.line()?;
        if magic != MAGIC {
            let what = match magic.strip_prefix("caucus bundle ") {
                Some(version) => format!("it has version `{version}`, and this version knows only 1"),
                None => "it does not begin as one".to_owned(),
            };
            return Err(altered(None, None, &what));
        }
        let left = reader.line()?.strip_prefix("rooms ").and_then(number);
        reader.left = left.ok_or_else(|| altered(None, None, "it does not say how many rooms it holds"))?;
        Ok(reader)
    }

    /// The room and the entry that come next, for messages.
    fn at(&self) -> (Option<RoomCode>, Option<u64>) {
        match &self.open {
            Some(open) => (Some(open.head.room.clone()), Some(open.tree.size())),
            None => (None, None),
        }
    }

    fn bad(&self, what: &str) -> Fault {
        let (room, n) = self.at();
        altered(room.as_ref(), n, what)
    }

    fn line(&mut self) -> Result<String, Fault> {
        let mut bytes = Vec::new();
        let read = (&mut self.input).take(LONGEST_LINE).read_until(b'\n', &mut bytes);
        read.map_err(|e| Fault::io(Path::new(PLACE), &e))?;
        if bytes.pop() != Some(b'\n') {
            return Err(self.bad("the file ends here, or a line is too long"));
        }
        String::from_utf8(bytes).map_err(|_| self.bad("a line is not text"))
    }

    /// Goes on to the next room; the one before must have been read to its end. Answers nothing
    /// after the last.
    pub fn next_room(&mut self) -> Result<Option<&RoomHead>, Fault> {
        if self.open.is_some() {
            return Err(self.bad("the room was not read to its end"));
        }
        let before = self.done.take();
        let goes_on = |line: &str| {
            let more = before.as_ref().filter(|_| line.starts_with("entry ") || line.starts_with("erased "));
            more.map(|r| altered(Some(&r.room), Some(r.checkpoint.size), "the room's checkpoint does not count this entry"))
        };
        if self.left == 0 {
            let line = self.line()?;
            if line != "end" {
                return Err(goes_on(&line).unwrap_or_else(|| altered(None, None, "it goes on after the last of its rooms")));
            }
            let more = self.input.fill_buf().map_err(|e| Fault::io(Path::new(PLACE), &e))?;
            return if more.is_empty() { Ok(None) } else { Err(altered(None, None, "something follows its end")) };
        }
        self.left -= 1;
        let line = self.line()?;
        let room = line.strip_prefix("room ").and_then(|code| RoomCode::new(code).ok());
        let no_room = || goes_on(&line).unwrap_or_else(|| altered(None, None, "a room should begin here and does not"));
        let room = room.ok_or_else(no_room)?;
        if self.last.as_ref().is_some_and(|last| *last >= room) {
            return Err(altered(Some(&room), None, "the room is not in its place in the order of the codes"));
        }
        let head = self.head(&room).map_err(|fault| match fault {
            // A message from inside the head has no room yet.
            Fault::Altered { what, .. } => altered(Some(&room), None, &what),
            other => other,
        })?;
        self.last = Some(room);
        let open = Open { head, tree: Tree::new(), pending: BTreeMap::new(), erased: 0 };
        Ok(Some(&self.open.insert(open).head))
    }

    fn head(&mut self, room: &RoomCode) -> Result<RoomHead, Fault> {
        let bad = |what: &str| altered(Some(room), None, what);
        let line = self.line()?;
        let vkey = line.strip_prefix("key ").ok_or_else(|| bad("its key is missing"))?;
        let key = NoteVerifier::parse(vkey).map_err(|e| bad(e.0))?;
        if key.vkey() != vkey {
            return Err(bad("its key is not written as it should be"));
        }
        let mut note = String::new();
        for i in 0..5 {
            let line = self.line()?;
            if line.is_empty() != (i == 3) {
                return Err(bad("its checkpoint is not five lines with the fourth empty"));
            }
            note.push_str(&line);
            note.push('\n');
        }
        let checkpoint = Checkpoint::parse(&note).map_err(|e| bad(e.0))?;
        checkpoint.verify(&key).map_err(|e| bad(e.0))?;
        let Some(record) = checkpoint.origin.strip_suffix(room.as_str()).and_then(|o| o.strip_suffix('/')) else {
            return Err(bad("its checkpoint is of another room"));
        };
        let trusts =
            |k: &NoteVerifier| (k.name() == checkpoint.origin || k.name() == record) && k.named(&checkpoint.origin).is_ok_and(|k| k == key);
        let known = self.known.is_some_and(|known| known.iter().any(trusts));
        if self.known.is_some() && !known {
            return Err(bad("its key is none of those that are trusted"));
        }
        Ok(RoomHead { room: room.clone(), key, known, checkpoint })
    }

    /// The next entry of the room, checked as far as what came before can tell. Answers nothing
    /// at the room's end, and then [`Reader::report`] stands.
    pub fn next_entry(&mut self) -> Result<Option<Entry>, Fault> {
        let Some(open) = &self.open else {
            return Ok(None);
        };
        let checkpoint = &open.head.checkpoint;
        if open.tree.size() < checkpoint.size {
            return self.entry().map(Some);
        }
        // Each entry agreed with the roots given beside it; only the signature is left to compare.
        if open.tree.root() != checkpoint.root {
            let last = (checkpoint.size == 1).then_some(0);
            let what = "the entries do not lead to the root that was signed, and each root beside them was written anew; receipts tell which are right";
            return Err(altered(Some(&open.head.room), last, what));
        }
        let Open { head, erased, .. } = self.open.take().expect("a room is open");
        let RoomHead { room, key, known, checkpoint } = head;
        self.done = Some(RoomReport { room, key, known, checkpoint, erased });
        Ok(None)
    }

    fn entry(&mut self) -> Result<Entry, Fault> {
        let line = self.line()?;
        let mut words = line.split(' ');
        let kind = words.next().unwrap_or_default();
        if kind != "entry" && kind != "erased" {
            return Err(self.bad("an entry should begin here and does not"));
        }
        let mut next = || words.next().unwrap_or_default();
        let (n, leaf, root) = (number(next()), hash(next()), hash(next()));
        let (Some(n), Some(leaf), Some(root)) = (n, leaf, root) else {
            return Err(self.bad("its line cannot be read"));
        };
        let entry = if kind == "entry" {
            let (opening, erases, length) = (hash(next()), next(), number(next()));
            let erases = if erases == "-" { Some(None) } else { number(erases).map(Some) };
            let (Some(opening), Some(erases), Some(length), None) = (opening, erases, length, words.next()) else {
                return Err(self.bad("its line cannot be read"));
            };
            Entry::Words { n: EntryNo(n), leaf, opening, erases: erases.map(EntryNo), body: self.body(length)? }
        } else {
            let (Some(by), None) = (number(next()), words.next()) else {
                return Err(self.bad("its line cannot be read"));
            };
            Entry::Erased { n: EntryNo(n), leaf, logged_at: EntryNo(by) }
        };
        self.check(&entry, &leaf, &root)?;
        Ok(entry)
    }

    fn body(&mut self, length: u64) -> Result<Vec<u8>, Fault> {
        let mut body = Vec::new();
        let more = length.saturating_add(1);
        (&mut self.input).take(more).read_to_end(&mut body).map_err(|e| Fault::io(Path::new(PLACE), &e))?;
        if body.len() as u64 != more {
            return Err(self.bad("the file ends within its words"));
        }
        if body.pop() != Some(b'\n') {
            return Err(self.bad("its words are not as long as its line says"));
        }
        Ok(body)
    }

    fn check(&mut self, entry: &Entry, leaf: &Hash, root: &Hash) -> Result<(), Fault> {
        let Some(open) = &mut self.open else {
            return Ok(());
        };
        let room = &open.head.room;
        let bad = |n: u64, what: &str| Err(altered(Some(room), Some(n), what));
        let n = open.tree.size();
        if entry.n().0 != n {
            return bad(n, "another entry stands in its place");
        }
        let logs = match entry {
            Entry::Words { opening, erases, body, .. } => {
                if commitment(room, opening, erases.map(|e| e.0), body) != *leaf {
                    return bad(n, "its words or its opening do not fit its leaf");
                }
                erases.map(|e| e.0)
            }
            Entry::Erased { logged_at, .. } => {
                open.erased += 1;
                if logged_at.0 <= n || logged_at.0 >= open.head.checkpoint.size {
                    return bad(n, "it is marked as erased, and the entry that should log it cannot");
                }
                if open.pending.insert(logged_at.0, n).is_some() {
                    return bad(n, "it is marked as erased by an entry that logs another erasure");
                }
                None
            }
        };
        open.tree.push(leaf_hash(leaf));
        if open.tree.root() != *root {
            return bad(n, "its leaf does not fit the tree");
        }
        match (open.pending.remove(&n), logs) {
            (None, None) => Ok(()),
            (Some(marked), logged) if logged == Some(marked) => Ok(()),
            (Some(marked), _) => bad(marked, "it is marked as erased, and the entry named does not log that"),
            (None, Some(erased)) if erased < n => bad(erased, "a later entry logs that it was erased, and it is not marked so"),
            (None, Some(_)) => bad(n, "it logs the erasure of an entry that does not come before it"),
        }
    }

    /// The root of what was read of the room so far.
    pub(super) fn root_so_far(&self) -> Option<Hash> {
        match (&self.open, &self.done) {
            (Some(open), _) => Some(open.tree.root()),
            (None, done) => done.as_ref().map(|r| r.checkpoint.root),
        }
    }

    /// What was found in the room that was read to its end.
    #[must_use]
    pub fn report(&self) -> Option<RoomReport> {
        self.done.clone()
    }
}

fn hash(text: &str) -> Option<Hash> {
    unbase64(text).and_then(|b| b.try_into().ok())
}
