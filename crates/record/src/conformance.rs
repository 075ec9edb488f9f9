//! What every store must do, as one suite: a database that passes it can hold a record.
//!
//! It panics at the first thing that is wrong, with what it was; it is called from a test.

use crate::fault::Fault;
use crate::merkle::{Hash, Node};
use crate::store::{Batch, Erasure, Head, Row, Shelf, Store};
use std::sync::Arc;

const NAME: &str = "00112233445566778899aabbccddeeff";
const OTHER: &str = "ffeeddccbbaa99887766554433221100";

/// Runs the suite; `make` gives a fresh, empty store each time.
pub fn run(make: impl Fn() -> Arc<dyn Store>) {
    for check in [shelves, appends, erasures, refusals, snapshots, fillings, readers, sizes] {
        check(&*make());
    }
}

fn hash(a: u64, b: u8) -> Hash {
    let mut hash = [b; 32];
    hash[..8].copy_from_slice(&a.to_be_bytes());
    hash
}

fn head(size: u64) -> Head {
    Head { size, root: hash(size, 1), erased: hash(size, 2), tag: hash(size, 3) }
}

fn row(n: u64) -> Row {
    let sealed = vec![n as u8; 300 + n as usize];
    Row { n, leaf: hash(n, 4), idem: hash(n, 5), sealed, wrapped: vec![n as u8; 72], erased_by: None }
}

fn batch(from: u64, to: u64) -> Batch {
    let nodes = (from..to).map(|at| Node { level: 1 + (at % 3) as u8, at, hash: hash(at, 6) });
    Batch { rows: (from..to).map(row).collect(), nodes: nodes.collect(), erasures: Vec::new(), head: head(to) }
}

fn made(store: &dyn Store, name: &str) -> Box<dyn Shelf> {
    store.create(name, b"a label", &head(0)).expect("a shelf is made");
    store.open(name).expect("a shelf that was made opens")
}

fn commit(shelf: &mut dyn Shelf, batch: &Batch) {
    shelf.commit(batch).expect("a good batch is written");
}

/// Everything a shelf holds, to compare.
type Contents = (Vec<u8>, Head, Vec<Row>, Vec<Node>, Vec<(u64, u64)>, Option<(u64, Vec<u8>)>);

fn contents(shelf: &mut dyn Shelf) -> Contents {
    let all = |shelf: &mut dyn Shelf| -> Result<Contents, Fault> {
        Ok((shelf.label()?, shelf.head()?, shelf.rows(0, 1 << 20)?, shelf.nodes()?, shelf.erasures()?, shelf.snapshot()?))
    };
    all(shelf).expect("a shelf can be read")
}

fn shelves(store: &dyn Store) {
    assert_eq!(store.shelves(), Ok(vec![]), "a fresh store is empty");
    assert!(matches!(store.open(NAME), Err(Fault::NotThere { .. })), "what was not made is not there");
    let mut shelf = made(store, NAME);
    made(store, OTHER);
    assert_eq!(store.shelves(), Ok(vec![NAME.to_owned(), OTHER.to_owned()]), "shelves come in the order of their names");
    assert!(matches!(store.create(NAME, b"", &head(7)), Err(Fault::Exists { .. })), "a shelf is made once");
    assert_eq!(contents(&mut *shelf), (b"a label".to_vec(), head(0), vec![], vec![], vec![], None), "a new shelf is empty");
    assert!(shelf.check().is_ok() && shelf.scrub().is_ok(), "an empty shelf is sound");
    assert!(!store.place(NAME).is_empty() && store.place(NAME) != store.place(OTHER), "places are told apart");
}

fn appends(store: &dyn Store) {
    let mut shelf = made(store, NAME);
    let mut other = made(store, OTHER);
    commit(&mut *shelf, &batch(0, 1));
    commit(&mut *shelf, &batch(1, 40));
    assert_eq!((shelf.size(), shelf.head()), (Ok(40), Ok(head(40))));
    for n in [0, 17, 39] {
        assert_eq!(shelf.row(n), Ok(Some(row(n))), "row {n}");
        assert_eq!(shelf.find_idem(&hash(n, 5)), Ok(Some(n)), "tag of row {n}");
    }
    assert_eq!((shelf.row(40), shelf.row(u64::MAX), shelf.find_idem(&hash(40, 5))), (Ok(None), Ok(None), Ok(None)));
    assert_eq!(shelf.rows(30, 5).expect("rows"), (30..35).map(row).collect::<Vec<_>>(), "a page of rows");
    assert_eq!(shelf.rows(38, 5).expect("rows").len(), 2, "a page at the end");
    assert_eq!(shelf.rows(40, 5), Ok(vec![]), "a page after the end");
    assert_eq!(shelf.leaves(38, 9), Ok(vec![(38, hash(38, 4)), (39, hash(39, 4))]), "a page of leaves");
    let nodes = shelf.nodes().expect("nodes");
    assert!(nodes.len() == 40 && nodes.is_sorted_by_key(|n| (n.level, n.at)), "nodes come by level and place");
    assert_eq!(other.size(), Ok(0), "what is written on one shelf is on no other");
    assert_eq!(other.find_idem(&hash(3, 5)), Ok(None), "a tag is looked for on one shelf");
    shelf.check().expect("a shelf that was only written to is sound");
}

fn erasures(store: &dyn Store) {
    let mut shelf = made(store, NAME);
    commit(&mut *shelf, &batch(0, 5));
    shelf.put_snapshot(5, b"state").expect("a snapshot is kept");
    let erase = |n, by| Erasure { n, by, mark: hash(n, 9) };
    commit(&mut *shelf, &Batch { erasures: vec![erase(3, 5), erase(1, 6)], ..batch(5, 7) });
    for (n, by) in [(3, 5), (1, 6)] {
        let erased = Row { sealed: vec![], wrapped: hash(n, 9).to_vec(), erased_by: Some(by), ..row(n) };
        assert_eq!(shelf.row(n), Ok(Some(erased)), "an erased row keeps its leaf and tag only");
    }
    assert_eq!(shelf.row(2), Ok(Some(row(2))), "its neighbour is as it was");
    assert_eq!(shelf.erasures(), Ok(vec![(5, 3), (6, 1)]), "erasures come in the order of their logs");
    assert_eq!(shelf.snapshot(), Ok(None), "an erasure drops the snapshot");
    assert_eq!(shelf.find_idem(&hash(3, 5)), Ok(Some(3)), "an erased row is found by its tag");
    shelf.scrub().expect("scrubbed");
    shelf.check().expect("sound after an erasure");
}

fn refusals(store: &dyn Store) {
    let mut shelf = made(store, NAME);
    commit(&mut *shelf, &batch(0, 5));
    shelf.put_snapshot(5, b"state").expect("a snapshot is kept");
    let before = contents(&mut *shelf);
    let with_rows = |rows: Vec<Row>| Batch { rows, ..batch(5, 7) };
    let twice_tagged = Row { idem: hash(2, 5), ..row(6) };
    let bad = [
        ("a row that is there", batch(4, 6)),
        ("a gap", batch(6, 8)),
        ("rows out of order", with_rows(vec![row(6), row(5)])),
        ("a tag that is there", with_rows(vec![row(5), twice_tagged])),
        ("one tag twice", with_rows(vec![row(5), Row { idem: hash(5, 5), ..row(6) }])),
        ("a node that is there", Batch { nodes: batch(4, 5).nodes, ..batch(5, 7) }),
        ("an erasure of what is not there", Batch { erasures: vec![Erasure { n: 9, by: 6, mark: hash(9, 9) }], ..batch(5, 7) }),
    ];
    for (what, bad) in bad {
        assert!(shelf.commit(&bad).is_err(), "{what} is refused");
        assert_eq!(contents(&mut *shelf), before, "after {what} nothing has changed");
    }
    commit(&mut *shelf, &batch(5, 7));
    assert_eq!(shelf.size(), Ok(7), "a shelf goes on after a refusal");
}

fn snapshots(store: &dyn Store) {
    let mut shelf = made(store, NAME);
    commit(&mut *shelf, &batch(0, 5));
    assert_eq!(shelf.snapshot(), Ok(None));
    for (up_to, bytes) in [(2, vec![1; 9]), (5, vec![]), (4, vec![2; 100_000])] {
        shelf.put_snapshot(up_to, &bytes).expect("a snapshot is kept");
        assert_eq!(shelf.snapshot(), Ok(Some((up_to, bytes))), "the last one is kept");
    }
    shelf.drop_snapshot().expect("dropped");
    shelf.drop_snapshot().expect("dropped where there is none");
    assert_eq!(shelf.snapshot(), Ok(None));
}

fn fillings(store: &dyn Store) {
    let failed = store.create_filled(NAME, b"a label", &head(0), &mut |shelf| {
        shelf.commit(&batch(0, 5))?;
        Err(Fault::Refused { what: "enough".to_owned() })
    });
    assert_eq!(failed, Err(Fault::Refused { what: "enough".to_owned() }), "the fault of the filling comes back");
    assert_eq!(store.shelves(), Ok(vec![]), "a filling that failed leaves no shelf");
    let filled = store.create_filled(NAME, b"a label", &head(0), &mut |shelf| {
        shelf.commit(&batch(0, 5))?;
        shelf.commit(&batch(5, 9))
    });
    assert_eq!(filled, Ok(()));
    let mut shelf = store.open(NAME).expect("a filled shelf opens");
    assert_eq!((shelf.head(), shelf.size()), (Ok(head(9)), Ok(9)));
    commit(&mut *shelf, &batch(9, 10));
}

fn readers(store: &dyn Store) {
    let mut writer = made(store, NAME);
    let mut reader = store.open(NAME).expect("a shelf opens twice");
    for n in 0..5 {
        commit(&mut *writer, &batch(n, n + 1));
        assert_eq!((reader.size(), reader.head(), reader.row(n)), (Ok(n + 1), Ok(head(n + 1)), Ok(Some(row(n)))));
    }
    writer.put_snapshot(3, b"state").expect("a snapshot is kept");
    assert_eq!(contents(&mut *reader), contents(&mut *writer), "a reader sees what was committed");
}

fn sizes(store: &dyn Store) {
    let mut shelf = made(store, NAME);
    let big = Row { sealed: vec![7; 10 << 20], ..row(1) };
    let empty = Row { sealed: vec![], wrapped: vec![], ..row(0) };
    commit(&mut *shelf, &Batch { rows: vec![empty.clone(), big.clone()], ..batch(0, 2) });
    assert_eq!((shelf.row(0), shelf.row(1)), (Ok(Some(empty)), Ok(Some(big))), "rows of nothing and of ten megabytes");
    commit(&mut *shelf, &batch(2, 1500));
    assert_eq!(shelf.leaves(0, 4096).expect("leaves").len(), 1500, "many rows in one batch");
}
