//! A disk that is full or refuses: the request fails and says so, what was there stays, and the same
//! request goes through once there is room.

use crate::common::*;
use record::failing::{FailingStore, Failure};
use record::sqlite::SqliteOptions;
use record::*;
use std::sync::Arc;

#[test]
fn a_full_disk_refuses_what_does_not_fit_and_keeps_the_rest() {
    let dir = tempfile::tempdir().unwrap();
    drop(SqliteStore::create(dir.path()).unwrap());
    let limited =
        |pages| over(Arc::new(SqliteStore::open_with(dir.path(), SqliteOptions { max_pages: pages, ..SqliteOptions::default() }).unwrap()));
    let body = |i: u64| vec![i as u8; 100 + (i as usize * 97) % 4000];
    let record = limited(Some(60));
    let log = record.create_room(&code("a1")).unwrap();
    let mut receipts = Vec::new();
    let fault = loop {
        let i = receipts.len() as u64;
        match log.append(&i.to_be_bytes(), &body(i)) {
            Ok(done) => receipts.push(done.receipt),
            Err(fault) => break fault,
        }
    };
    assert!(matches!(fault, Fault::Full { .. }) && receipts.len() > 20, "{fault}");
    assert!(fault.to_string().contains("free space on that disk and send the same request again"));
    let n = receipts.len() as u64;
    let still = |log: &RoomLog| {
        assert_eq!((log.size(), log.verify().unwrap().size), (n, n));
        for (i, receipt) in receipts.iter().enumerate() {
            assert_eq!(log.check_receipt(receipt), Ok(Verdict::Holds));
            assert_eq!(log.read(EntryNo(i as u64)), Ok(Body::Words(body(i as u64))));
        }
    };
    still(&log);
    // What is smaller may still fit; a room more does not, and leaves nothing behind.
    assert!(matches!(log.append(b"big", &[1; 100_000]), Err(Fault::Full { .. })));
    assert!(log.save_snapshot(EntryNo(n), &[1; 100_000]).is_err());
    still(&log);
    drop((log, record));
    let log = limited(Some(60)).room(&code("a1")).unwrap();
    still(&log);
    drop(log);
    let record = limited(None);
    let log = record.room(&code("a1")).unwrap();
    let done = log.append(&n.to_be_bytes(), &body(n)).unwrap();
    assert_eq!((done.n, done.replayed), (EntryNo(n), false));
    assert!(log.append(&n.to_be_bytes(), &body(n)).unwrap().replayed);
}

#[test]
fn writers_that_fit_alone_are_not_refused_with_one_that_does_not() {
    let dir = tempfile::tempdir().unwrap();
    drop(SqliteStore::create(dir.path()).unwrap());
    let store = SqliteStore::open_with(dir.path(), SqliteOptions { max_pages: Some(60), ..SqliteOptions::default() }).unwrap();
    let record = over(Arc::new(store));
    let log = record.create_room(&code("a1")).unwrap();
    std::thread::scope(|s| {
        for t in 0..8u8 {
            let log = &log;
            s.spawn(move || {
                for i in 0..4u8 {
                    let big = t == 0;
                    let done = log.append(&[t, i], &vec![t; if big { 400_000 } else { 50 }]);
                    assert_eq!(done.is_err(), big, "{t} {i} {done:?}");
                }
            });
        }
    });
    assert_eq!(log.verify().unwrap().size, 28);
}

/// One run: appends, erasures and saved states, each sent again until it is done.
fn work(record: &Record, failing: &FailingStore) -> (Vec<Receipt>, u64) {
    let mut failed = 0;
    let mut until = |f: &mut dyn FnMut() -> Result<(), Fault>| {
        for _ in 0..3 {
            match f() {
                Ok(()) => return,
                Err(fault) => {
                    failed += 1;
                    assert!(matches!(fault, Fault::Full { .. } | Fault::Disk { .. }), "{fault}");
                    assert!(fault.to_string().contains("send the same request again"), "{fault}");
                }
            }
        }
        panic!("the disk failed once only");
    };
    let mut receipts = Vec::new();
    until(&mut || match record.create_room(&code("a1")) {
        // It failed after it had written: the room is there.
        Err(Fault::Exists { .. }) => Ok(()),
        made => made.map(|_| ()),
    });
    let log = record.room(&code("a1")).unwrap();
    for i in 0..8u8 {
        until(&mut || log.append(&[i], &[i; 40]).map(|done| receipts.push(done.receipt)));
        if i == 4 {
            until(&mut || log.save_snapshot(EntryNo(log.size()), b"state"));
        }
        if i == 5 {
            until(&mut || log.erase(EntryNo(2), b"e", b"gone").map(|done| receipts.push(done.receipt)));
        }
    }
    assert!(failing.writes() > 10);
    (receipts, failed)
}

#[test]
fn a_write_that_fails_anywhere_can_be_sent_again_and_is_carried_out_once() {
    for failure in [Failure::Full, Failure::Disk, Failure::AfterWriting] {
        for k in 0..13 {
            let dir = tempfile::tempdir().unwrap();
            let inner: [Arc<dyn Store>; 2] = [Arc::new(MemoryStore::new()), Arc::new(SqliteStore::create(dir.path()).unwrap())];
            for inner in inner {
                let store = FailingStore::new(inner);
                store.fail_at(k, failure);
                let record = over(Arc::new(store.clone()));
                let (receipts, failed) = work(&record, &store);
                assert_eq!(failed, u64::from((1..=11).contains(&k)), "{failure:?} at write {k}");
                record.close_room(&code("a1"));
                let log = record.room(&code("a1")).unwrap();
                assert_eq!(log.verify().map(|v| (v.size, v.erased)), Ok((9, 1)), "{failure:?} at write {k}");
                let wrong =
                    receipts.iter().filter(|r| matches!(log.check_receipt(r), Ok(Verdict::Wrong { .. } | Verdict::BehindReceipt { .. })));
                assert_eq!(wrong.count(), 0, "{failure:?} at write {k}");
                assert_eq!(receipts.iter().map(|r| r.n.0).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
            }
        }
    }
}
