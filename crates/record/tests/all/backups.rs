//! Backups: what is put back is what was there, and a receipt from later says what it lacks.

use crate::common::*;
use record::backup::{backup, restore};
use record::*;

#[test]
fn a_store_put_back_from_a_backup_is_the_one_that_was_copied_and_says_what_it_lacks() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let record = on_disk(&at("live"));
    let mut entropy = SeededEntropy::new([4; 32]);
    keys::create(&at("live"), "a passphrase", KeyCost::TEST, &mut entropy).unwrap();
    for room in ["a1", "b2", "c3"] {
        let log = record.create_room(&code(room)).unwrap();
        for i in 0..40u8 {
            log.append(&[i], &[i; 300]).unwrap();
        }
        log.save_snapshot(EntryNo(40), b"state").unwrap();
        log.erase(EntryNo(7), b"e", b"").unwrap();
    }
    let log = record.room(&code("b2")).unwrap();
    let before = log.receipt(EntryNo(8)).unwrap();
    // While the store is in use.
    let copied = backup(&at("live"), &at("backup")).unwrap();
    assert_eq!((copied.rooms, copied.entries), (3, 123));
    let after = log.append(b"late", b"acknowledged after the backup").unwrap().receipt;

    restore(&at("backup"), &at("back")).unwrap();
    let back = on_disk(&at("back"));
    assert!(back.verify_all().unwrap().iter().all(|c| c.outcome.as_ref().is_ok_and(|v| v.size == 41 && v.erased == 1)));
    let log = back.room(&code("b2")).unwrap();
    assert_eq!(log.check_receipt(&before), Ok(Verdict::Holds));
    assert_eq!(log.check_receipt(&after), Ok(Verdict::BehindReceipt { receipt_size: 42, size: 41 }));
    assert!(keys::open_with_passphrase(&at("back"), "a passphrase").is_ok());
    assert!(log.append(b"go on", b"").is_ok());

    for (from, to) in [("live", "backup"), ("backup", "live"), ("backup", "back")] {
        assert!(matches!(restore(&at(from), &at(to)), Err(Fault::Exists { .. })), "{to}");
    }
    std::fs::create_dir(at("holiday")).unwrap();
    std::fs::write(at("holiday").join("photo"), b"x").unwrap();
    assert!(matches!(backup(&at("live"), &at("holiday")), Err(Fault::Exists { .. })));
    assert!(matches!(restore(&at("holiday"), &at("new")), Err(Fault::Layout { .. })));
}

#[test]
fn a_backup_of_a_broken_store_is_refused_and_is_no_store() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let record = on_disk(&at("live"));
    let log = record.create_room(&code("a1")).unwrap();
    for i in 0..40u8 {
        log.append(&[i], &[i; 300]).unwrap();
    }
    drop((log, record));
    let file = std::fs::read_dir(at("live").join("rooms")).unwrap().next().unwrap().unwrap().path();
    let db = rusqlite::Connection::open(&file).unwrap();
    db.execute("DELETE FROM entry WHERE n = 5", []).unwrap();
    drop(db);
    let fault = backup(&at("live"), &at("backup")).unwrap_err();
    assert!(matches!(fault, Fault::Altered { n: Some(EntryNo(5)), .. }), "{fault}");
    assert!(matches!(SqliteStore::open(&at("backup")), Err(Fault::Layout { .. })));
}

#[test]
fn a_full_check_names_each_bad_room_and_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let record = on_disk(dir.path());
    for room in ["a1", "b2", "c3"] {
        let log = record.create_room(&code(room)).unwrap();
        for i in 0..9u8 {
            log.append(&[i], &[i; 300]).unwrap();
        }
    }
    drop(record);
    let record = on_disk(dir.path());
    let place = record.verify_all().unwrap().into_iter().find(|c| c.room == Some(code("b2"))).unwrap().place;
    let db = rusqlite::Connection::open(dir.path().join(place)).unwrap();
    db.execute("UPDATE entry SET sealed = (SELECT sealed FROM entry WHERE n = 5) WHERE n = 6", []).unwrap();
    let checks = record.verify_all().unwrap();
    let found: Vec<_> = checks.iter().map(|c| (c.room.as_ref().unwrap().as_str(), c.outcome.as_ref().err())).collect();
    assert!(matches!(found[..], [("a1", None), ("b2", Some(Fault::Altered { n: Some(EntryNo(6)), .. })), ("c3", None)]), "{found:?}");
}
