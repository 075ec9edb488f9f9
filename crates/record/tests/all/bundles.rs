//! Bundles: what is exported verifies anywhere, and comes into another record with the same roots.

use crate::common::*;
use record::bundle::{self, Entry};
use record::note::NoteVerifier;
use record::*;
use std::sync::Arc;

/// Two rooms with erasures, and the receipts given on the way.
fn sample(record: &Record) -> (Vec<Arc<RoomLog>>, Vec<Receipt>) {
    let mut receipts = Vec::new();
    let logs = ["b2", "a1"].map(|room| {
        let log = record.create_room(&code(room)).unwrap();
        for i in 0..9u8 {
            receipts.push(log.append(&[i], format!("{room}\nwords {i}\n").as_bytes()).unwrap().receipt);
        }
        receipts.push(log.erase(EntryNo(3), b"e3", b"by two persons").unwrap().receipt);
        receipts.push(log.append(b"last", b"").unwrap().receipt);
        log
    });
    (logs.to_vec(), receipts)
}

#[test]
fn a_bundle_verifies_without_the_record_and_is_the_same_bytes_each_time() {
    both(|record| {
        let (logs, receipts) = sample(record);
        let bytes = bundle::of(&logs).unwrap();
        let reversed: Vec<_> = logs.iter().rev().cloned().collect();
        assert_eq!(bundle::of(&reversed).unwrap(), bytes);
        let known = [record.verifier()];
        for trust in [None, Some(&known[..]), Some(&[logs[0].verifier(), logs[1].verifier()][..])] {
            let report = bundle::verify(&bytes, trust).unwrap();
            assert_eq!(report.entries(), 22);
            for (room, log) in report.rooms.iter().zip(&reversed) {
                assert_eq!((&room.checkpoint, room.erased, room.known), (&log.checkpoint(), 1, trust.is_some()));
            }
        }
        let rooms = bundle::read(&bytes, Some(&known)).unwrap();
        assert!(matches!(&rooms[0].entries[3], Entry::Erased { logged_at: EntryNo(9), .. }));
        assert!(matches!(&rooms[1].entries[2], Entry::Words { body, .. } if body == b"b2\nwords 2\n"));
        for receipt in &receipts {
            let erased = receipt.n == EntryNo(3);
            let holds = if erased { Verdict::HoldsErased { logged_at: EntryNo(9) } } else { Verdict::Holds };
            assert_eq!(bundle::check_receipt(&bytes, Some(&known), receipt), Ok(holds));
        }
        logs[0].append(b"later", b"").unwrap();
        let newer = logs[0].receipt(EntryNo(0)).unwrap();
        let behind = Verdict::BehindReceipt { receipt_size: 12, size: 11 };
        assert_eq!(bundle::check_receipt(&bytes, Some(&known), &newer), Ok(behind));
    });
}

#[test]
fn a_bundle_signed_with_a_key_that_the_reader_does_not_trust_is_refused() {
    let record = in_memory();
    let (logs, _) = sample(&record);
    let bytes = bundle::of(&logs).unwrap();
    let stranger = StoreKey::from_bytes([9; 32]).verifier(ORIGIN).unwrap();
    let other_name = record.verifier().named("talks.example/other").unwrap();
    for keys in [vec![], vec![stranger], vec![other_name], vec![logs[0].verifier()]] {
        let refused: Result<_, Fault> = bundle::verify(&bytes, Some(&keys));
        assert!(matches!(refused, Err(Fault::Altered { room, n: None, .. }) if room.contains("a1")));
    }
}

#[test]
fn an_imported_room_has_the_roots_that_its_old_receipts_lead_to() {
    let record = in_memory();
    let (logs, receipts) = sample(&record);
    let bytes = bundle::of(&logs).unwrap();
    let old_key = record.verifier();
    let dir = tempfile::tempdir().unwrap();
    let store = SqliteStore::create(dir.path()).unwrap();
    let other = Record::open(Arc::new(store), StoreKey::from_bytes([8; 32]), "elsewhere.example/x", seeded(2)).unwrap();
    assert_eq!(other.import(&bytes, Some(&[old_key])).unwrap().rooms.len(), 2);
    for log in &logs {
        let room = log.checkpoint().origin.rsplit('/').next().map(code).unwrap();
        let new = other.room(&room).unwrap();
        assert_eq!((new.verify().unwrap().root, all(&new)), (log.verify().unwrap().root, all(log)));
        assert_eq!(new.open_entry(EntryNo(5)), log.open_entry(EntryNo(5)));
        let mine = receipts.iter().filter(|r| r.checkpoint.origin == log.checkpoint().origin);
        let old: NoteVerifier = log.verifier();
        for receipt in mine {
            let erased = receipt.n == EntryNo(3);
            let holds = if erased { Verdict::HoldsErased { logged_at: EntryNo(9) } } else { Verdict::Holds };
            assert_eq!(new.check_receipt_by(receipt, &old), Ok(holds));
        }
        assert!(new.append(&[1], b"a new command").is_ok());
        assert!(new.erase(EntryNo(4), b"again", b"").is_ok());
    }
    assert!(matches!(other.import(&bytes, None), Err(Fault::Exists { .. })));
}

#[test]
fn an_import_that_fails_leaves_no_half_room() {
    let record = in_memory();
    let (logs, _) = sample(&record);
    let bytes = bundle::of(&logs).unwrap();
    let dir = tempfile::tempdir().unwrap();
    drop(SqliteStore::create(dir.path()).unwrap());
    let small = SqliteStore::open_with(dir.path(), sqlite::SqliteOptions { max_pages: Some(9), ..Default::default() }).unwrap();
    let other = over(Arc::new(small));
    assert!(matches!(other.import(&bytes, None), Err(Fault::Full { .. })));
    assert_eq!(other.rooms(), Ok(vec![]));
    let left: Vec<_> = std::fs::read_dir(dir.path().join("rooms")).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
    let mut bad = bytes.clone();
    let at = bad.len() - 20;
    bad[at] ^= 1;
    assert!(other.import(&bad, None).is_err());
    assert_eq!(other.rooms(), Ok(vec![]));
}
