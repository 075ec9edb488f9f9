//! The record's promises, one by one, on both stores.

use crate::common::*;
use record::*;

#[test]
fn an_append_answers_with_a_receipt_that_verifies() {
    both(|record| {
        let log = record.create_room(&code("a1")).unwrap();
        for i in 0..20u64 {
            let done = log.append(format!("k{i}").as_bytes(), format!("words {i}").as_bytes()).unwrap();
            assert_eq!((done.n, done.replayed), (EntryNo(i), false));
            let read = Receipt::parse(&done.receipt.text()).unwrap();
            assert_eq!(read, done.receipt);
            assert_eq!(read.verify(&log.verifier()), Ok(()));
            assert_eq!(log.check_receipt(&read), Ok(Verdict::Holds));
        }
        assert_eq!(all(&log).unwrap()[7], words("words 7"));
        assert_eq!(log.verify().unwrap().size, 20);
        let opening = log.open_entry(EntryNo(3)).unwrap();
        let leaf = record::seal::commitment(&code("a1"), &opening.opening, None, b"words 3");
        assert_eq!(leaf, log.leaf(EntryNo(3)).unwrap());
    });
}

#[test]
fn the_same_request_again_changes_nothing_and_another_under_its_key_is_refused() {
    both(|record| {
        let log = record.create_room(&code("a1")).unwrap();
        let first = log.append(b"k", b"one").unwrap();
        let again = log.append(b"k", b"one").unwrap();
        assert!(again.replayed && again.n == first.n && again.receipt == first.receipt);
        assert_eq!(log.append(b"k", b"two"), Err(Fault::KeyReused { n: EntryNo(0) }));
        let both = [(b"x".to_vec(), b"1".to_vec()), (b"k".to_vec(), b"two".to_vec())];
        assert_eq!(log.append_all(&both), Err(Fault::KeyReused { n: EntryNo(0) }));
        assert_eq!((log.size(), log.find(b"x"), log.find(b"k")), (1, Ok(None), Ok(Some(EntryNo(0)))));
        let twice = [(b"x".to_vec(), b"1".to_vec()), (b"x".to_vec(), b"1".to_vec())];
        let done = log.append_all(&twice).unwrap();
        assert_eq!((done[0].n, done[1].n, done[1].replayed), (EntryNo(1), EntryNo(1), true));
    });
}

#[test]
fn what_is_erased_is_gone_and_its_receipt_holds_as_erased() {
    both(|record| {
        let log = record.create_room(&code("a1")).unwrap();
        let receipts: Vec<_> = (0..5).map(|i| log.append(&[i], &[i; 9]).unwrap().receipt).collect();
        log.save_snapshot(EntryNo(5), b"state").unwrap();
        let done = log.erase(EntryNo(2), b"erase 2", b"by two persons").unwrap();
        assert_eq!(log.read(EntryNo(2)), Ok(Body::Erased { logged_at: done.n }));
        assert!(log.open_entry(EntryNo(2)).is_err() && log.load_snapshot().is_none());
        assert_eq!(log.check_receipt(&receipts[2]), Ok(Verdict::HoldsErased { logged_at: done.n }));
        assert_eq!(log.check_receipt(&receipts[3]), Ok(Verdict::Holds));
        assert!(log.erase(EntryNo(2), b"e2", b"").is_err() && log.erase(done.n, b"e3", b"").is_err());
        assert!(log.erase(EntryNo(2), b"erase 2", b"by two persons").unwrap().replayed);
        assert!(log.append(&[2], &[2; 9]).unwrap().replayed);
        assert_eq!(log.verify().unwrap().erased, 1);
    });
}

#[test]
fn a_store_is_read_again_as_it_was_left_and_by_one_process_at_a_time() {
    let dir = tempfile::tempdir().unwrap();
    let record = on_disk(dir.path());
    let log = record.create_room(&code("a1")).unwrap();
    record.create_room(&code("b2")).unwrap();
    let receipt = log.append(b"k", b"words").unwrap().receipt;
    let vkey = record.verifier_key();
    assert!(matches!(SqliteStore::open(dir.path()), Err(Fault::Locked { .. })));
    drop((log, record));
    let record = on_disk(dir.path());
    assert_eq!((record.rooms(), record.verifier_key()), (Ok(vec![code("a1"), code("b2")]), vkey));
    let log = record.room(&code("a1")).unwrap();
    assert_eq!(log.check_receipt(&receipt), Ok(Verdict::Holds));
    assert!(log.append(b"k", b"words").unwrap().replayed);
    assert!(matches!(record.room(&code("c3")), Err(Fault::NotThere { .. })));
    assert!(matches!(record.create_room(&code("b2")), Err(Fault::Exists { .. })));
    drop((log, record));
    let store = std::sync::Arc::new(SqliteStore::open(dir.path()).unwrap());
    let other = Record::open(store, StoreKey::from_bytes([8; 32]), ORIGIN, seeded(1));
    assert!(matches!(other, Err(Fault::WrongKey { .. })));
}

#[test]
fn many_writers_share_transactions_and_every_receipt_holds() {
    let dir = tempfile::tempdir().unwrap();
    let record = on_disk(dir.path());
    let log = record.create_room(&code("a1")).unwrap();
    std::thread::scope(|s| {
        for t in 0..16u8 {
            let log = &log;
            s.spawn(move || {
                for i in 0..10u8 {
                    let done = log.append(&[t, i], &[t, i]).unwrap();
                    assert_eq!(log.check_receipt(&done.receipt), Ok(Verdict::Holds));
                    assert_eq!(log.read(done.n), Ok(Body::Words(vec![t, i])));
                }
            });
        }
    });
    assert_eq!(log.verify().unwrap().size, 160);
}

#[test]
fn a_state_folded_before_an_erasure_cannot_bring_the_words_back() {
    both(|record| {
        let log = record.create_room(&code("a1")).unwrap();
        for i in 0..6u8 {
            log.append(&[i], &[i; 9]).unwrap();
        }
        log.erase(EntryNo(2), b"e", b"").unwrap();
        // Folded from the first six entries, the words of entry 2 among them.
        assert!(matches!(log.save_snapshot(EntryNo(6), b"state"), Err(Fault::Refused { .. })));
        assert_eq!(log.save_snapshot(EntryNo(2), b"the first two"), Ok(()));
        assert_eq!(log.save_snapshot(EntryNo(7), b"folded again"), Ok(()));
        assert_eq!(log.load_snapshot(), Some((EntryNo(7), b"folded again".to_vec())));
        assert!(log.verify().is_ok());
    });
}

#[test]
fn a_check_while_others_write_raises_no_false_alarm() {
    let dir = tempfile::tempdir().unwrap();
    let record = on_disk(dir.path());
    let log = record.create_room(&code("a1")).unwrap();
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|s| {
        let (log, stop) = (&log, &stop);
        let writer = s.spawn(move || {
            for i in 0..150u8 {
                log.append(&[i], &[i; 9]).unwrap();
                if i % 3 == 2 {
                    log.erase(EntryNo(u64::from(i / 3) * 4), &[i, 1], b"").unwrap();
                }
            }
            stop.store(true, std::sync::atomic::Ordering::SeqCst);
        });
        while !stop.load(std::sync::atomic::Ordering::SeqCst) {
            log.verify().unwrap();
            all(log).unwrap();
            bundle::verify(&bundle::of(std::slice::from_ref(log)).unwrap(), None).unwrap();
            assert!(!writer.is_finished() || stop.load(std::sync::atomic::Ordering::SeqCst), "the writer failed");
        }
    });
    assert_eq!(log.verify().unwrap().erased, 50);
}
