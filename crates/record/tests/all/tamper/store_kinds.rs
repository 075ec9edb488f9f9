//! Kinds of alteration of a store's files.

use super::{Where, play};
use crate::common::*;
use record::*;
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

/// A store as it is, and an older copy of it.
struct World {
    _dir: tempfile::TempDir,
    now: PathBuf,
    old: PathBuf,
    receipts: Vec<Receipt>,
    /// Names of the files of the rooms `a1` and `b2`.
    files: [String; 2],
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to.join("rooms")).unwrap();
    for part in ["", "rooms"] {
        for entry in fs::read_dir(from.join(part)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(&path, to.join(part).join(path.file_name().unwrap())).unwrap();
            }
        }
    }
}

impl World {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let (now, old) = (dir.path().join("now"), dir.path().join("old"));
        let record = on_disk(&now);
        let mut receipts = Vec::new();
        for (room, _) in super::ROOMS {
            let log = record.create_room(&code(room)).unwrap();
            receipts.extend(play(&log, room, 0..6));
            log.save_snapshot(EntryNo(6), b"what six entries come to").unwrap();
        }
        drop(record);
        copy(&now, &old);
        let record = on_disk(&now);
        for (room, steps) in super::ROOMS {
            let log = record.room(&code(room)).unwrap();
            receipts.extend(play(&log, room, 6..steps));
            log.save_snapshot(EntryNo(u64::from(steps)), b"what all entries come to").unwrap();
        }
        let checks = record.verify_all().unwrap();
        let file = |room: &str| checks.iter().find(|c| c.room == Some(code(room))).unwrap().place.clone();
        let files = [file("a1"), file("b2")];
        Self { _dir: dir, now, old, receipts, files }
    }
}

/// One altered copy.
struct Copy<'w> {
    world: &'w World,
    dir: PathBuf,
    a: Connection,
}

impl Copy<'_> {
    fn sql(&self, sql: &str) {
        self.a.execute_batch(sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
    }

    fn path(&self, room: usize) -> PathBuf {
        self.dir.join(&self.world.files[room])
    }

    /// The bytes of one cell of room `a1`, changed by `f`.
    fn cell(&self, table: &str, column: &str, key: &str, f: impl Fn(&mut Vec<u8>)) {
        let read = format!("SELECT {column} FROM {table} WHERE {key}");
        let mut bytes: Vec<u8> = self.a.query_row(&read, [], |r| r.get(0)).unwrap();
        f(&mut bytes);
        self.a.execute(&format!("UPDATE {table} SET {column} = ?1 WHERE {key}"), [bytes]).unwrap();
    }

    fn flip(&self, table: &str, column: &str, key: &str, at: usize) {
        self.cell(table, column, key, |b| b[at] ^= 0x04);
    }

    fn swap(&self, column: &str) {
        // Tags are unique: one has to stand aside for a moment.
        self.sql(&format!(
            "CREATE TEMP TABLE t AS SELECT n, {column} AS v FROM entry WHERE n IN (2, 5);
             UPDATE entry SET {column} = randomblob(32) WHERE n IN (2, 5);
             UPDATE entry SET {column} = (SELECT v FROM t WHERE n = 5) WHERE n = 2;
             UPDATE entry SET {column} = (SELECT v FROM t WHERE n = 2) WHERE n = 5;
             DROP TABLE t"
        ));
    }

    /// Attaches the older copy's file of a room, or the other room's file of now.
    fn with(&self, path: &Path, sql: &str) {
        self.a.execute("ATTACH ?1 AS x", [path.to_str().unwrap()]).unwrap();
        self.sql(sql);
        self.sql("DETACH x");
    }

    fn old(&self) -> PathBuf {
        self.world.old.join(&self.world.files[0])
    }

    fn raw(&self, room: usize, bytes: &[u8]) {
        fs::write(self.path(room), bytes).unwrap();
    }
}

type Kind = (&'static str, Where, fn(&Copy<'_>));

const A: Option<&str> = Some("a1");
/// A file that cannot say its room.
const FILE: Where = (None, None);
const WHOLE: Where = (A, None);

const fn at(n: u64) -> Where {
    (A, Some(n))
}

const FORGE: &str = "UPDATE entry SET sealed = x'', wrapped = randomblob(32), erased_by = 8 WHERE n = 5";
const BACK: &str = "UPDATE entry SET erased_by = NULL, sealed = (SELECT sealed FROM x.entry WHERE n = 3),
                    wrapped = (SELECT wrapped FROM x.entry WHERE n = 3) WHERE n = 3";

#[rustfmt::skip]
const KINDS: &[Kind] = &[
    ("two entries swapped", at(2), |c| c.sql("UPDATE entry SET n = 99 WHERE n = 2; UPDATE entry SET n = 2 WHERE n = 5; UPDATE entry SET n = 5 WHERE n = 99")),
    ("the first entry dropped", at(0), |c| c.sql("DELETE FROM entry WHERE n = 0")),
    ("a middle entry dropped", at(5), |c| c.sql("DELETE FROM entry WHERE n = 5")),
    ("a middle entry dropped and the rest renumbered", at(5), |c| c.sql("DELETE FROM entry WHERE n = 5; UPDATE entry SET n = n - 1 WHERE n > 5")),
    ("the last entry dropped", at(11), |c| c.sql("DELETE FROM entry WHERE n = 11")),
    ("all entries dropped", at(0), |c| c.sql("DELETE FROM entry")),
    ("an entry twice", at(12), |c| c.sql("INSERT INTO entry SELECT 12, leaf, randomblob(32), sealed, wrapped, NULL FROM entry WHERE n = 4")),
    ("a byte of the sealed words changed", at(6), |c| c.flip("entry", "sealed", "n = 6", 40)),
    ("the sealed words cut", at(6), |c| c.cell("entry", "sealed", "n = 6", |b| b.truncate(90))),
    ("the sealed words gone", at(6), |c| c.cell("entry", "sealed", "n = 6", Vec::clear)),
    ("a leaf changed", at(6), |c| c.flip("entry", "leaf", "n = 6", 3)),
    ("a leaf too short", WHOLE, |c| c.cell("entry", "leaf", "n = 6", |b| b.truncate(31))),
    ("an idempotency tag changed", at(6), |c| c.flip("entry", "idem", "n = 6", 3)),
    ("a wrapped key changed", at(6), |c| c.flip("entry", "wrapped", "n = 6", 30)),
    ("a wrapped key's nonce changed", at(6), |c| c.flip("entry", "wrapped", "n = 6", 3)),
    ("a wrapped key gone", at(6), |c| c.cell("entry", "wrapped", "n = 6", Vec::clear)),
    ("the wrapped keys of two entries exchanged", at(2), |c| c.swap("wrapped")),
    ("the sealed words of two entries exchanged", at(2), |c| c.swap("sealed")),
    ("the leaves of two entries exchanged", at(2), |c| c.swap("leaf")),
    ("the tags of two entries exchanged", at(2), |c| c.swap("idem")),
    ("words and keys of two entries exchanged", at(2), |c| { c.swap("sealed"); c.swap("wrapped"); }),
    ("an erasure forged", at(5), |c| c.sql(FORGE)),
    ("an erasure forged and listed", at(5), |c| { c.sql(FORGE); c.sql("INSERT INTO erasure VALUES (8, 5)"); }),
    ("an erasure forged with the mark of another", at(5), |c| c.sql("UPDATE entry SET sealed = x'', erased_by = 7, wrapped = (SELECT wrapped FROM entry WHERE n = 3) WHERE n = 5")),
    ("an erasure listed that was not", at(5), |c| c.sql("INSERT INTO erasure VALUES (8, 5)")),
    ("an erasure taken off the list", at(3), |c| c.sql("DELETE FROM erasure WHERE n = 3")),
    ("an erasure said to be logged elsewhere", at(3), |c| c.sql("UPDATE entry SET erased_by = 8 WHERE n = 3")),
    ("an erased entry's mark changed", at(3), |c| c.flip("entry", "wrapped", "n = 3", 3)),
    ("an erased entry's leaf changed", at(3), |c| c.flip("entry", "leaf", "n = 3", 3)),
    ("an erased entry with words made up", at(3), |c| c.sql("UPDATE entry SET sealed = randomblob(300) WHERE n = 3")),
    ("an erased entry no longer marked so", at(3), |c| c.sql("UPDATE entry SET erased_by = NULL WHERE n = 3")),
    ("an erased entry back from an older copy", at(3), |c| c.with(&c.old(), BACK)),
    ("an erased entry back and off the list", at(3), |c| { c.with(&c.old(), BACK); c.sql("DELETE FROM erasure WHERE n = 3"); }),
    ("an erased entry back, no list, under an older head", at(1), |c| { c.with(&c.old(), BACK); c.sql("DELETE FROM erasure"); c.with(&c.old(), "UPDATE kept SET bytes = (SELECT bytes FROM x.kept WHERE name = 'head') WHERE name = 'head'"); }),
    ("the head's size changed", WHOLE, |c| c.flip("kept", "bytes", "name = 'head'", 7)),
    ("the head's root changed", WHOLE, |c| c.flip("kept", "bytes", "name = 'head'", 10)),
    ("the head's chain of erasures changed", WHOLE, |c| c.flip("kept", "bytes", "name = 'head'", 45)),
    ("the head's tag changed", WHOLE, |c| c.flip("kept", "bytes", "name = 'head'", 80)),
    ("the head cut", WHOLE, |c| c.cell("kept", "bytes", "name = 'head'", |b| b.truncate(72))),
    ("the head gone", WHOLE, |c| c.sql("DELETE FROM kept WHERE name = 'head'")),
    ("an older head and no list of erasures", at(1), |c| c.with(&c.old(), "UPDATE kept SET bytes = (SELECT bytes FROM x.kept WHERE name = 'head') WHERE name = 'head'; DELETE FROM erasure")),
    ("the head of another room", WHOLE, |c| c.with(&c.path(1), "UPDATE kept SET bytes = (SELECT bytes FROM x.kept WHERE name = 'head') WHERE name = 'head'")),
    ("a node of the tree changed", at(4), |c| c.flip("node", "hash", "level = 2 AND at = 1", 3)),
    ("a node of the tree gone", at(8), |c| c.sql("DELETE FROM node WHERE level = 1 AND at = 4")),
    ("a node of the tree too many", WHOLE, |c| c.sql("INSERT INTO node VALUES (9, 9, randomblob(32))")),
    ("two nodes of the tree exchanged", at(0), |c| c.sql("UPDATE node SET hash = (SELECT hash FROM node WHERE level = 1 AND at = 1) WHERE level = 1 AND at = 0")),
    ("an entry of another room in its place", at(2), |c| c.with(&c.path(1), "DELETE FROM entry WHERE n = 2; INSERT INTO entry SELECT * FROM x.entry WHERE n = 2")),
    ("all entries of another room", at(0), |c| c.with(&c.path(1), "DELETE FROM entry; INSERT INTO entry SELECT * FROM x.entry")),
    ("the label changed", FILE, |c| c.flip("kept", "bytes", "name = 'label'", 3)),
    ("the label of another room", FILE, |c| c.with(&c.path(1), "UPDATE kept SET bytes = (SELECT bytes FROM x.kept WHERE name = 'label') WHERE name = 'label'")),
    ("the label gone", FILE, |c| c.sql("DELETE FROM kept WHERE name = 'label'")),
    ("the file of one room under the name of another", FILE, |c| { fs::copy(c.path(1), c.path(0)).unwrap(); }),
    ("the file under a name of its own", FILE, |c| { fs::rename(c.path(0), c.dir.join("rooms/00000000000000000000000000000000.db")).unwrap(); }),
    ("a saved state changed", WHOLE, |c| c.flip("snapshot", "bytes", "id = 0", 60)),
    ("a saved state of another size", WHOLE, |c| c.sql("UPDATE snapshot SET up_to = 5")),
    ("a saved state from before an erasure", WHOLE, |c| c.with(&c.old(), "DELETE FROM snapshot; INSERT INTO snapshot SELECT * FROM x.snapshot")),
    ("a saved state of another room", WHOLE, |c| c.with(&c.path(1), "DELETE FROM snapshot; INSERT INTO snapshot SELECT * FROM x.snapshot")),
    ("a value that does not belong there", WHOLE, |c| c.sql("INSERT INTO kept VALUES ('note', x'00')")),
    ("a table more", FILE, |c| c.sql("CREATE TABLE more (x)")),
    ("a trigger", FILE, |c| c.sql("CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM kept; END")),
    ("a table gone", FILE, |c| c.sql("DROP TABLE node")),
    ("a column more", FILE, |c| c.sql("ALTER TABLE entry ADD COLUMN more INTEGER")),
    ("an empty file", FILE, |c| c.raw(0, b"")),
    ("another kind of file", FILE, |c| c.raw(0, &b"not a database ".repeat(900))),
    ("half a file", FILE, |c| { let bytes = fs::read(c.path(0)).unwrap(); c.raw(0, &bytes[..bytes.len() / 2]); }),
];

#[test]
fn every_kind_of_alteration_of_a_store_is_found_at_its_entry_and_never_served() {
    let world = World::new();
    let good = on_disk(&world.now);
    assert!(good.verify_all().unwrap().iter().all(|c| c.outcome.is_ok()));
    let truth = all(&good.room(&code("a1")).unwrap()).unwrap();
    drop(good);
    let dir = tempfile::tempdir().unwrap();
    let mut wrong = Vec::new();
    for (i, (name, (room, n), alter)) in KINDS.iter().enumerate() {
        let at = dir.path().join(i.to_string());
        copy(&world.now, &at);
        let a = Connection::open(at.join(&world.files[0])).unwrap();
        let copied = Copy { world: &world, dir: at.clone(), a };
        alter(&copied);
        drop(copied);

        let record = on_disk(&at);
        let checks = record.verify_all().unwrap();
        let bad: Vec<_> = checks.iter().filter(|c| c.outcome.is_err()).collect();
        assert_eq!((bad.len(), checks.len()), (1, 2), "{name}: {checks:?}");
        let fault = bad[0].outcome.as_ref().unwrap_err();
        let found = match fault {
            Fault::Altered { n, .. } => n.map(|n| n.0),
            Fault::Torn { .. } => None,
            other => panic!("{name}: {other}"),
        };
        let named = bad[0].room.as_ref().map(RoomCode::as_str);
        if (named, found) != (*room, *n) {
            wrong.push(format!("{name}: {fault}"));
        }
        assert!(fault.to_string().contains("; stop the server, keep a copy"), "{name}: {fault}");
        // Whatever can still be read is what was written.
        if let Ok(log) = record.room(&code("a1")) {
            for (n, truth) in truth.iter().enumerate() {
                let read = log.read(EntryNo(n as u64));
                assert!(read.as_ref().is_err() || read.as_ref() == Ok(truth), "{name}: entry {n} is served as {read:?}");
            }
            assert!(log.load_snapshot().is_none_or(|s| s.1 == b"what all entries come to"), "{name}");
        }
        assert!(record.room(&code("b2")).and_then(|log| log.verify()).is_ok(), "{name}: the other room is as it was");
        drop(record);
        fs::remove_dir_all(&at).unwrap();
    }
    assert!(wrong.is_empty(), "found elsewhere: {wrong:#?}");
    say(&format!("{} kinds of alteration of a store, each found", KINDS.len()));
    assert!(KINDS.len() >= 30);
}

#[test]
fn an_older_copy_of_a_room_is_known_by_any_newer_receipt() {
    let world = World::new();
    fs::copy(world.old.join(&world.files[0]), world.now.join(&world.files[0])).unwrap();
    let record = on_disk(&world.now);
    let (a, b) = (record.room(&code("a1")).unwrap(), record.room(&code("b2")).unwrap());
    for receipt in &world.receipts {
        let log = if receipt.checkpoint.origin == a.checkpoint().origin { &a } else { &b };
        let verdict = log.check_receipt(receipt).unwrap();
        if receipt.checkpoint.size > log.size() {
            assert_eq!(verdict, Verdict::BehindReceipt { receipt_size: receipt.checkpoint.size, size: 6 });
        } else {
            assert_eq!(verdict, Verdict::Holds);
        }
    }
}

#[test]
fn a_store_whose_key_file_or_layout_was_changed_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let record = on_disk(dir.path());
    record.create_room(&code("a1")).unwrap();
    drop(record);
    let mut entropy = SeededEntropy::new([4; 32]);
    let (_, recovery) = keys::create(dir.path(), "a passphrase", KeyCost::TEST, &mut entropy).unwrap();
    let path = dir.path().join("keys");
    let good = fs::read(&path).unwrap();
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 0x01;
        fs::write(&path, &bad).unwrap();
        let opened = [keys::open_with_passphrase(dir.path(), "a passphrase"), keys::open_with_recovery(dir.path(), recovery.as_str())];
        let refused = opened.iter().filter(|o| matches!(o, Err(Fault::WrongKey { .. } | Fault::Torn { .. } | Fault::Disk { .. }))).count();
        assert!(refused >= 1, "byte {at}");
        assert!(opened.iter().flatten().all(|k| keys_agree(k, &good, &path)), "byte {at} gives another key");
    }
    for (text, says) in [("caucus store layout 2\n", "layout 2"), ("caucus store layout\n", "cannot be read"), ("", "cannot be read")] {
        fs::write(dir.path().join("layout"), text).unwrap();
        let fault = SqliteStore::open(dir.path()).unwrap_err();
        assert!(matches!(&fault, Fault::Layout { what, .. } if what.contains(says)), "{fault}");
    }
}

/// Whether a key is the one that the untouched file holds.
fn keys_agree(key: &StoreKey, good: &[u8], path: &Path) -> bool {
    fs::write(path, good).unwrap();
    keys::open_with_passphrase(path.parent().unwrap(), "a passphrase").unwrap() == *key
}
