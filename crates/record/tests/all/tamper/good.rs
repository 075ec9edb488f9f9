//! No false alarm: records and bundles that nobody altered verify, whatever was done in them.

use crate::common::*;
use proptest::prelude::*;
use record::bundle;
use record::*;
use std::sync::atomic::{AtomicU64, Ordering};

/// What is done to a room.
#[derive(Debug, Clone)]
enum Act {
    Append(Vec<u8>),
    AppendSome(Vec<Vec<u8>>),
    Erase(u64),
    Snapshot(Vec<u8>),
    Again,
    Reopen,
}

fn act() -> impl Strategy<Value = Act> {
    let body = || proptest::collection::vec(any::<u8>(), 0..600);
    prop_oneof![
        6 => body().prop_map(Act::Append),
        2 => proptest::collection::vec(body(), 0..9).prop_map(Act::AppendSome),
        4 => any::<u64>().prop_map(Act::Erase),
        1 => body().prop_map(Act::Snapshot),
        1 => Just(Act::Again),
        1 => Just(Act::Reopen),
    ]
}

#[derive(Default)]
struct Counts {
    logs: AtomicU64,
    entries: AtomicU64,
    erased: AtomicU64,
    empty: AtomicU64,
    longest: AtomicU64,
}

impl Counts {
    fn add(&self, entries: u64, erased: u64) {
        self.logs.fetch_add(1, Ordering::Relaxed);
        self.entries.fetch_add(entries, Ordering::Relaxed);
        self.erased.fetch_add(erased, Ordering::Relaxed);
        self.empty.fetch_add(u64::from(entries == 0), Ordering::Relaxed);
        self.longest.fetch_max(entries, Ordering::Relaxed);
    }

    fn say(&self, store: &str) {
        let [logs, entries, erased, empty, longest] =
            [&self.logs, &self.entries, &self.erased, &self.empty, &self.longest].map(|c| c.load(Ordering::Relaxed));
        say(&format!("{store}: {logs} good rooms ({empty} empty, the longest of {longest}), {entries} entries, {erased} erased"));
    }
}

fn play(record: &Record, room: &RoomCode, acts: &[Act]) -> Result<(), Fault> {
    let mut log = record.create_room(room)?;
    let mut last: Option<(Vec<u8>, Vec<u8>)> = None;
    for (i, act) in acts.iter().enumerate() {
        let idem = |j: usize| format!("{i}/{j}").into_bytes();
        match act {
            Act::Append(body) => {
                log.append(&idem(0), body)?;
                last = Some((idem(0), body.clone()));
            }
            Act::AppendSome(bodies) => {
                log.append_all(&bodies.iter().enumerate().map(|(j, b)| (idem(j), b.clone())).collect::<Vec<_>>())?;
            }
            Act::Erase(n) if log.size() > 0 => match log.erase(EntryNo(n % log.size()), &idem(0), b"erased") {
                Ok(_) | Err(Fault::Refused { .. }) => {}
                Err(fault) => return Err(fault),
            },
            Act::Snapshot(bytes) => log.save_snapshot(EntryNo(log.size()), bytes)?,
            Act::Again => {
                if let Some((idem, body)) = &last {
                    assert!(log.append(idem, body)?.replayed);
                }
            }
            Act::Reopen => {
                drop(log);
                record.close_room(room);
                log = record.room(room)?;
            }
            Act::Erase(_) => {}
        }
    }
    Ok(())
}

fn no_alarm(record: &Record, acts: [&[Act]; 2], counts: &Counts) {
    let rooms = [code("a1"), code("b2")];
    let logs: Vec<_> = rooms
        .iter()
        .zip(acts)
        .map(|(room, acts)| {
            play(record, room, acts).unwrap();
            record.close_room(room);
            record.room(room).unwrap()
        })
        .collect();
    let bytes = bundle::of(&logs).unwrap();
    let report = bundle::verify(&bytes, Some(&[record.verifier()])).unwrap();
    let checks = record.verify_all().unwrap();
    for (i, log) in logs.iter().enumerate() {
        let checked = checks[i].outcome.as_ref().unwrap();
        assert_eq!((checked.size, checked.erased), (report.rooms[i].checkpoint.size, report.rooms[i].erased));
        assert_eq!((checked.size, checked.root), (log.size(), report.rooms[i].checkpoint.root));
        counts.add(checked.size, checked.erased);
    }
    // A second record takes it over and gives the same entries out again.
    let other = Record::open(std::sync::Arc::new(MemoryStore::new()), StoreKey::from_bytes([3; 32]), ORIGIN, seeded(5)).unwrap();
    other.import(&bytes, None).unwrap();
    let again: Vec<_> = rooms.iter().map(|r| other.room(r).unwrap()).collect();
    let entries = |bytes: &[u8]| bundle::read(bytes, None).unwrap().into_iter().map(|r| r.entries).collect::<Vec<_>>();
    assert!(again.iter().all(|log| log.verify().is_ok()));
    assert_eq!(entries(&bundle::of(&again).unwrap()), entries(&bytes));
}

fn many(cases: u32, test: impl Fn(&[Act], &[Act])) {
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let acts = || proptest::collection::vec(act(), 0..25);
    let mut runner = proptest::test_runner::TestRunner::new_with_rng(
        config,
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    runner
        .run(&(acts(), acts()), |(a, b)| {
            test(&a, &b);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_thousand_good_rooms_in_memory_and_their_bundles_raise_no_alarm() {
    let counts = Counts::default();
    many(450, |a, b| no_alarm(&in_memory(), [a, b], &counts));
    counts.say("in memory");
    assert!(counts.erased.load(Ordering::Relaxed) > 500);
}

#[test]
fn good_rooms_on_disk_and_their_bundles_raise_no_alarm() {
    let counts = Counts::default();
    many(60, |a, b| {
        let dir = tempfile::tempdir().unwrap();
        no_alarm(&on_disk(dir.path()), [a, b], &counts);
    });
    counts.say("on disk");
}
