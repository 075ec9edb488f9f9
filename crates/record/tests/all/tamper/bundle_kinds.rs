//! Kinds of alteration of a bundle.

use super::doc::{BY, Doc, ERASES, LEAF, LENGTH, N, OPENING, ROOT, Room, flipped};
use super::{Where, sample, seen};
use crate::common::*;
use record::bundle;
use record::note::NoteVerifier;
use record::*;

/// What an alteration may take from.
pub(crate) struct World {
    /// The bundle of now.
    pub(crate) good: Vec<u8>,
    /// The bundle of the same rooms when they had six entries each.
    old: Doc,
    /// The bundle of the same rooms signed by another record of the same name.
    stranger: Doc,
    pub(crate) known: Vec<NoteVerifier>,
    pub(crate) receipts: Vec<Receipt>,
}

impl World {
    pub(crate) fn new() -> Self {
        let record = in_memory();
        let (logs, receipts) = sample(&record, 99);
        let good = bundle::of(&logs).unwrap();
        let (old_logs, _) = sample(&in_memory(), 6);
        let store = std::sync::Arc::new(MemoryStore::new());
        let stranger = Record::open(store, StoreKey::from_bytes([9; 32]), ORIGIN, seeded(3)).unwrap();
        stranger.import(&good, None).unwrap();
        let theirs: Vec<_> = ["a1", "b2"].iter().map(|r| stranger.room(&code(r)).unwrap()).collect();
        Self {
            good,
            old: Doc::parse(&bundle::of(&old_logs).unwrap()),
            stranger: Doc::parse(&bundle::of(&theirs).unwrap()),
            known: vec![record.verifier()],
            receipts,
        }
    }
}

type Kind = (&'static str, Where, fn(&mut Doc, &World));

const A: Option<&str> = Some("a1");
const B: Option<&str> = Some("b2");

const fn at(room: Option<&'static str>, n: u64) -> Where {
    (room, Some(n))
}

fn word(entry: &mut super::doc::Entry, at: usize, to: &str) {
    entry.words[at] = to.to_owned();
}

fn swap_words(room: &mut Room, i: usize, j: usize, at: usize) {
    let kept = room.entries[i].words[at].clone();
    room.entries[i].words[at] = room.entries[j].words[at].clone();
    room.entries[j].words[at] = kept;
}

#[rustfmt::skip]
pub(crate) const KINDS: &[Kind] = &[
    ("two entries swapped", at(A, 2), |d, _| d.rooms[0].entries.swap(2, 5)),
    ("two entries swapped and renumbered", at(A, 2), |d, _| { d.rooms[0].entries.swap(2, 5); d.rooms[0].renumber(); }),
    ("the first entry dropped", at(A, 0), |d, _| { d.rooms[0].entries.remove(0); }),
    ("a middle entry dropped", at(A, 5), |d, _| { d.rooms[0].entries.remove(5); }),
    ("a middle entry dropped and the rest renumbered", at(A, 5), |d, _| { d.rooms[0].entries.remove(5); d.rooms[0].renumber(); }),
    ("the last entry dropped", at(A, 11), |d, _| { d.rooms[0].entries.pop(); }),
    ("the last entry of the last room dropped", at(B, 7), |d, _| { d.rooms[1].entries.pop(); }),
    ("all entries dropped", at(B, 0), |d, _| d.rooms[1].entries.clear()),
    ("an entry twice", at(A, 5), |d, _| { let e = d.a(4).clone(); d.rooms[0].entries.insert(5, e); }),
    ("an entry twice and the rest renumbered", at(A, 5), |d, _| { let e = d.a(4).clone(); d.rooms[0].entries.insert(5, e); d.rooms[0].renumber(); }),
    ("an entry more at the end", at(B, 8), |d, _| { let e = d.b(7).clone(); d.rooms[1].entries.push(e); d.rooms[1].renumber(); d.rooms[1].reroot(); }),
    ("a made-up entry in the middle, all renumbered", at(B, 4), |d, _| { let mut e = d.b(2).clone(); e.say(b"made up"); e.releaf("b2"); d.rooms[1].entries.insert(4, e); d.rooms[1].renumber(); }),
    ("a byte of the words changed", at(A, 6), |d, _| d.a(6).body.as_mut().unwrap()[1] ^= 1),
    ("the words cut short", at(A, 6), |d, _| { let b = d.a(6).body.clone().unwrap(); d.a(6).say(&b[..3]); }),
    ("a byte added to the words", at(A, 6), |d, _| { let mut b = d.a(6).body.clone().unwrap(); b.push(b'!'); d.a(6).say(&b); }),
    ("other words with a leaf that fits them", at(A, 6), |d, _| { d.a(6).say(b"no"); d.a(6).releaf("a1"); }),
    ("other words, leaf and roots that fit them", (A, None), |d, _| { d.a(6).say(b"no"); d.a(6).releaf("a1"); d.rooms[0].reroot(); }),
    ("the words of two entries exchanged", at(A, 4), |d, _| { let (x, y) = (d.a(4).body.clone().unwrap(), d.a(5).body.clone().unwrap()); d.a(4).say(&y); d.a(5).say(&x); }),
    ("an opening changed", at(B, 2), |d, _| { let w = flipped(&d.b(2).words[OPENING]); word(d.b(2), OPENING, &w); }),
    ("two openings exchanged", at(B, 2), |d, _| swap_words(&mut d.rooms[1], 2, 6, OPENING)),
    ("a leaf changed", at(B, 2), |d, _| { let w = flipped(&d.b(2).words[LEAF]); word(d.b(2), LEAF, &w); }),
    ("two leaves exchanged", at(B, 2), |d, _| swap_words(&mut d.rooms[1], 2, 6, LEAF)),
    ("the leaf of an erased entry changed", at(A, 3), |d, _| { let w = flipped(&d.a(3).words[LEAF]); word(d.a(3), LEAF, &w); }),
    ("a root changed", at(B, 5), |d, _| { let w = flipped(&d.b(5).words[ROOT]); word(d.b(5), ROOT, &w); }),
    ("a length one too small", at(B, 3), |d, _| { let n: u64 = d.b(3).words[LENGTH].parse().unwrap(); word(d.b(3), LENGTH, &(n - 1).to_string()); }),
    ("a length one too great", at(B, 3), |d, _| { let n: u64 = d.b(3).words[LENGTH].parse().unwrap(); word(d.b(3), LENGTH, &(n + 1).to_string()); }),
    ("a length past the end of the file", at(B, 3), |d, _| word(d.b(3), LENGTH, "18446744073709551615")),
    ("an entry made to erase another", at(A, 8), |d, _| word(d.a(8), ERASES, "2")),
    ("the log of an erasure made an ordinary entry", at(A, 7), |d, _| word(d.a(7), ERASES, "-")),
    ("the log of an erasure turned to another entry", at(A, 7), |d, _| word(d.a(7), ERASES, "2")),
    ("an erasure forged under the log of another", at(A, 5), |d, _| d.a(5).erase("7")),
    ("an erasure forged under an ordinary entry", at(A, 5), |d, _| d.a(5).erase("8")),
    ("an erasure forged under an entry that is not there", at(A, 5), |d, _| d.a(5).erase("40")),
    ("an erasure forged under the entry itself", at(A, 5), |d, _| d.a(5).erase("5")),
    ("an erasure forged under an earlier entry", at(A, 8), |d, _| d.a(8).erase("7")),
    ("an erasure forged in a room that has none", at(B, 5), |d, _| d.b(5).erase("7")),
    ("the log of an erasure erased", at(A, 7), |d, _| d.a(7).erase("9")),
    ("an erased entry with its words from an older copy", at(A, 3), |d, w| { let mut e = w.old.rooms[0].entries[3].clone(); e.words[ROOT] = d.a(3).words[ROOT].clone(); *d.a(3) = e; }),
    ("an erased entry with words made up", at(A, 3), |d, _| { let mut e = d.a(4).clone(); e.words[LEAF] = d.a(3).words[LEAF].clone(); e.words[N] = "3".into(); *d.a(3) = e; }),
    ("an erasure said to be logged elsewhere", at(A, 3), |d, _| word(d.a(3), BY, "8")),
    ("two erasures with their logs exchanged", at(A, 1), |d, _| { word(d.a(1), BY, "7"); word(d.a(3), BY, "9"); }),
    ("an entry called erased with its line as it was", at(A, 5), |d, _| word(d.a(5), 0, "erased")),
    ("an entry moved to another room", at(A, 2), |d, _| { let e = d.b(2).clone(); *d.a(2) = e; }),
    ("an entry moved to another room with roots that fit", at(A, 2), |d, _| { let e = d.b(2).clone(); *d.a(2) = e; d.rooms[0].reroot(); }),
    ("the checkpoint's size changed", (A, None), |d, _| d.rooms[0].note[1] = "11".into()),
    ("the checkpoint's root changed", (A, None), |d, _| d.rooms[0].note[2] = flipped(&d.rooms[0].note[2])),
    ("the checkpoint's origin changed", (A, None), |d, _| d.rooms[0].note[0] = "talks.example/kase/a1".into()),
    ("the checkpoint's signature changed", (A, None), |d, _| { let (name, sig) = d.rooms[0].note[4].rsplit_once(' ').unwrap(); d.rooms[0].note[4] = format!("{name} {}", flipped(sig)); }),
    ("the checkpoint's signature by another name", (A, None), |d, _| d.rooms[0].note[4] = d.rooms[0].note[4].replace("/a1", "/b2")),
    ("the checkpoint without a signature", (A, None), |d, _| { d.rooms[0].note.pop(); }),
    ("the checkpoint with a line more", (A, None), |d, _| d.rooms[0].note.insert(3, "and more".into())),
    ("a signature more", at(A, 0), |d, _| { let s = d.rooms[0].note[4].clone(); d.rooms[0].note.push(s); }),
    ("an older checkpoint over the entries of now", at(B, 6), |d, w| d.rooms[1].note = w.old.rooms[1].note.clone()),
    ("the checkpoint of now over the entries of an older copy", at(B, 6), |d, w| d.rooms[1].entries = w.old.rooms[1].entries.clone()),
    ("the checkpoint of another room", (A, None), |d, _| d.rooms[0].note = d.rooms[1].note.clone()),
    ("key and checkpoint of another room", (A, None), |d, _| { d.rooms[0].note = d.rooms[1].note.clone(); d.rooms[0].key = d.rooms[1].key.clone(); }),
    ("the key replaced", (A, None), |d, w| d.rooms[0].key = w.stranger.rooms[0].key.clone()),
    ("the key's number changed", (A, None), |d, _| d.rooms[0].key = d.rooms[0].key.replacen('+', "+0", 1)),
    ("the key line missing", (A, None), |d, _| d.rooms[0].key.clear()),
    ("one room signed anew with another key", (B, None), |d, w| d.rooms[1] = w.stranger.rooms[1].clone()),
    ("all signed anew with another key", (A, None), |d, w| *d = w.stranger.clone()),
    ("a room under another code", (Some("a2"), None), |d, _| d.rooms[0].code = "a2".into()),
    ("the codes of two rooms exchanged", (B, None), |d, _| { d.rooms[0].code = "b2".into(); d.rooms[1].code = "a1".into(); }),
    ("the rooms in another order", (A, None), |d, _| d.rooms.swap(0, 1)),
    ("a room twice", (A, None), |d, _| { let r = d.rooms[0].clone(); d.rooms.insert(1, r); d.count = "rooms 3".into(); }),
    ("a room left out", (None, None), |d, _| { d.rooms.remove(1); }),
    ("a room too many", (None, None), |d, _| d.count = "rooms 1".into()),
    ("a room too few", (None, None), |d, _| d.count = "rooms 3".into()),
    ("the count of rooms not a number", (None, None), |d, _| d.count = "rooms two".into()),
    ("the version changed", (None, None), |d, _| d.magic = "caucus bundle 2".into()),
    ("another kind of file", (None, None), |d, _| d.magic = "PK".into()),
    ("the end missing", (None, None), |d, _| d.tail.clear()),
    ("something after the end", (None, None), |d, _| d.tail.push_str("more\n")),
    ("the end without its newline", (None, None), |d, _| { d.tail.pop(); }),
    ("a number with a zero before it", at(A, 4), |d, _| word(d.a(4), N, "04")),
    ("a number with a plus sign", at(A, 4), |d, _| word(d.a(4), N, "+4")),
    ("a leaf without its padding", at(A, 4), |d, _| { let w = d.a(4).words[LEAF].trim_end_matches('=').to_owned(); word(d.a(4), LEAF, &w); }),
    ("two spaces in a line", at(A, 4), |d, _| d.a(4).words.insert(2, String::new())),
    ("a word more in a line", at(A, 4), |d, _| d.a(4).words.push("x".into())),
    ("a word less in a line", at(A, 4), |d, _| { d.a(4).words.pop(); }),
    ("an empty line between entries", at(A, 4), |d, _| word(d.a(4), 0, "\nentry")),
    ("line ends of another system", at(A, 4), |d, _| { let w = format!("{}\r", d.a(4).words[LENGTH]); word(d.a(4), LENGTH, &w); }),
    ("a kind of entry that nobody knows", at(A, 4), |d, _| word(d.a(4), 0, "entri")),
];

#[test]
fn every_kind_of_alteration_of_a_bundle_is_found_at_its_entry() {
    let world = World::new();
    assert_eq!(Doc::parse(&world.good).bytes(), world.good);
    assert!(bundle::verify(&world.good, Some(&world.known)).is_ok());
    assert!(bundle::verify(&world.stranger.bytes(), None).is_ok_and(|r| r.rooms.iter().all(|r| !r.known)));
    for (name, (room, n), alter) in KINDS {
        let mut doc = Doc::parse(&world.good);
        alter(&mut doc, &world);
        let fault = bundle::verify(&doc.bytes(), Some(&world.known)).expect_err(name);
        let (found, entry) = seen(&fault);
        assert_eq!((found.as_deref(), entry), (*room, *n), "{name}: {fault}");
    }
    say(&format!("{} kinds of alteration of a bundle, each found", KINDS.len()));
    assert!(KINDS.len() >= 30);
}

#[test]
fn a_bundle_cut_anywhere_is_found() {
    let world = World::new();
    for len in 0..world.good.len() {
        let cut = bundle::verify(&world.good[..len], Some(&world.known));
        assert!(matches!(cut, Err(Fault::Altered { .. })), "cut after {len} bytes");
    }
}

#[test]
fn a_bundle_with_any_one_byte_changed_is_found() {
    let world = World::new();
    let mut bytes = world.good.clone();
    for at in 0..bytes.len() {
        let bit = [0x01, 0x20, 0x80][at % 3];
        bytes[at] ^= bit;
        let fault = bundle::verify(&bytes, Some(&world.known)).expect_err("a byte was changed");
        assert!(matches!(fault, Fault::Altered { .. }), "byte {at}: {fault}");
        bytes[at] ^= bit;
    }
}

#[test]
fn an_older_copy_of_a_bundle_is_known_by_any_newer_receipt() {
    let world = World::new();
    let old = world.old.bytes();
    assert!(bundle::verify(&old, Some(&world.known)).is_ok());
    for receipt in &world.receipts {
        let verdict = bundle::check_receipt(&old, Some(&world.known), receipt).unwrap();
        if receipt.checkpoint.size <= 6 {
            assert_eq!(verdict, Verdict::Holds);
        } else {
            assert_eq!(verdict, Verdict::BehindReceipt { receipt_size: receipt.checkpoint.size, size: 6 });
        }
    }
}
