//! Files that lost their tail or some of their bits.

use crate::common::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use record::*;
use std::fs;
use std::path::{Path, PathBuf};

const ENTRIES: u64 = 16;

fn body(i: u64) -> Vec<u8> {
    vec![i as u8; 20 + (i as usize * 131) % 900]
}

/// A store of one room whose last entries stand in the log only, and its files as they lie on the disk.
struct Sample {
    receipts: Vec<Receipt>,
    file: String,
    db: Vec<u8>,
    wal: Vec<u8>,
    /// The database with everything in it and no log.
    whole: Vec<u8>,
    dir: tempfile::TempDir,
}

/// A folder in memory where there is one: thousands of files are opened here, and none has to last.
fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}

fn sample() -> Sample {
    let dir = folder();
    let live = dir.path().join("live");
    let record = on_disk(&live);
    let log = record.create_room(&code("a1")).unwrap();
    let mut receipts: Vec<_> = (0..ENTRIES).map(|i| log.append(&i.to_be_bytes(), &body(i)).unwrap().receipt).collect();
    receipts.push(log.erase(EntryNo(4), b"e", b"gone").unwrap().receipt);
    receipts.extend((ENTRIES..ENTRIES + 6).map(|i| log.append(&i.to_be_bytes(), &body(i)).unwrap().receipt));
    let file = record.verify_all().unwrap()[0].place.clone();
    let db = fs::read(live.join(&file)).unwrap();
    let wal = fs::read(live.join(format!("{file}-wal"))).unwrap();
    assert!(wal.len() > 8192 && db.len() >= 4096);
    drop((log, record));
    let whole = fs::read(live.join(&file)).unwrap();
    assert!(!live.join(format!("{file}-wal")).exists());
    Sample { receipts, file, db, wal, whole, dir }
}

#[derive(Debug, Default)]
struct Counts {
    whole: u64,
    behind: u64,
    torn: u64,
    altered: u64,
    other: u64,
}

impl Sample {
    fn place(&self) -> PathBuf {
        let at = self.dir.path().join("damaged");
        if at.exists() {
            fs::remove_dir_all(&at).unwrap();
        }
        drop(SqliteStore::create(&at).unwrap());
        at
    }

    /// Opens a store with these files in it, and sees that what is served is what was written, and
    /// that what is missing is said.
    fn check(&self, at: &Path, db: &[u8], wal: Option<&[u8]>, counts: &mut Counts, what: &str) {
        let path = at.join(&self.file);
        for end in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(at.join(format!("{}{end}", self.file)));
        }
        fs::write(&path, db).unwrap();
        if let Some(wal) = wal {
            fs::write(at.join(format!("{}-wal", self.file)), wal).unwrap();
        }
        let opened = SqliteStore::open(at)
            .and_then(|store| Record::open(std::sync::Arc::new(store), key(), ORIGIN, seeded(1)))
            .and_then(|record| record.room(&code("a1")));
        let said = |fault: &Fault, counts: &mut Counts| {
            assert!(fault.to_string().contains("keep a copy of the folder"), "{what}: {fault}");
            match fault {
                Fault::Torn { .. } => counts.torn += 1,
                Fault::Altered { .. } => counts.altered += 1,
                other => panic!("{what}: {other}"),
            }
        };
        let log = match opened {
            Ok(log) => log,
            // The one file of the store does not open as the room it should be.
            Err(Fault::WrongKey { .. } | Fault::Disk { .. }) => {
                counts.other += 1;
                return;
            }
            Err(fault) => return said(&fault, counts),
        };
        let verified = log.verify();
        for n in 0..log.size() {
            let truth = match n {
                4 if log.size() > ENTRIES => Body::Erased { logged_at: EntryNo(ENTRIES) },
                ENTRIES => words("gone"),
                _ => Body::Words(body(if n < ENTRIES { n } else { n - 1 })),
            };
            match log.read(EntryNo(n)) {
                Ok(read) => assert_eq!(read, truth, "{what}: entry {n}"),
                Err(_) => assert!(verified.is_err(), "{what}: entry {n} is wrong and the check says nothing"),
            }
        }
        let missing = log.size() < ENTRIES + 7;
        for receipt in [&self.receipts[4], &self.receipts[22]] {
            let late = receipt.checkpoint.size > log.size();
            match log.check_receipt(receipt) {
                Ok(Verdict::BehindReceipt { .. }) => assert!(late, "{what}"),
                Ok(Verdict::Holds | Verdict::HoldsErased { .. }) => assert!(!late, "{what}"),
                Ok(Verdict::Wrong { .. }) | Err(_) => assert!(verified.is_err(), "{what}: {receipt:?} is wrong and the check says nothing"),
            }
        }
        match verified {
            Err(fault) => said(&fault, counts),
            Ok(_) if missing => counts.behind += 1,
            Ok(_) => counts.whole += 1,
        }
    }
}

#[test]
fn a_log_that_lost_any_part_of_its_last_four_kilobytes_says_what_is_missing() {
    let sample = sample();
    let (at, mut counts) = (sample.place(), Counts::default());
    for cut in 0..=4096 {
        let wal = &sample.wal[..sample.wal.len() - cut];
        sample.check(&at, &sample.db, Some(wal), &mut counts, &format!("the log without its last {cut} bytes"));
    }
    say(&format!("torn tail of the write-ahead log, every byte: {counts:?}"));
    assert!(counts.behind > 4000 && counts.whole == 1);
}

#[test]
fn a_file_that_lost_any_part_of_its_last_four_kilobytes_says_so() {
    let sample = sample();
    let (at, mut counts) = (sample.place(), Counts::default());
    for cut in 1..=4096 {
        let db = &sample.whole[..sample.whole.len() - cut];
        sample.check(&at, db, None, &mut counts, &format!("the file without its last {cut} bytes"));
    }
    say(&format!("torn tail of the file, every byte: {counts:?}"));
    assert_eq!(counts.whole + counts.behind, 0);
}

#[test]
fn bits_that_flipped_anywhere_in_a_file_are_never_served() {
    let sample = sample();
    let (at, mut counts) = (sample.place(), Counts::default());
    let mut random = ChaCha20Rng::seed_from_u64(11);
    for i in 0..1500 {
        let (mut db, mut wal) = (sample.whole.clone(), None);
        // Every third in the log, over the file as it was before the log was written back.
        let place = if i % 3 == 0 {
            db = sample.db.clone();
            let mut bytes = sample.wal.clone();
            let place = random.next_u64() as usize % bytes.len();
            bytes[place] ^= 1 << (random.next_u64() % 8);
            wal = Some(bytes);
            place
        } else {
            let place = random.next_u64() as usize % db.len();
            db[place] ^= 1 << (random.next_u64() % 8);
            place
        };
        let what = format!("a bit of byte {place} of the {}", if wal.is_some() { "log" } else { "file" });
        sample.check(&at, &db, wal.as_deref(), &mut counts, &what);
    }
    say(&format!("1500 flipped bits: {counts:?} (whole: in bytes that mean nothing)"));
    assert!(counts.altered + counts.torn > 200 && counts.behind > 200);
}
