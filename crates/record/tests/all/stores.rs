//! Every store passes the one suite.

use record::failing::FailingStore;
use record::{MemoryStore, SqliteStore, conformance};
use std::cell::RefCell;
use std::sync::Arc;

#[test]
fn the_store_in_memory_is_a_store() {
    conformance::run(|| Arc::new(MemoryStore::new()));
}

#[test]
fn the_store_in_files_is_a_store() {
    let dirs = RefCell::new(Vec::new());
    conformance::run(|| {
        let dir = tempfile::tempdir().unwrap();
        let store = SqliteStore::create(dir.path()).unwrap();
        dirs.borrow_mut().push(dir);
        Arc::new(store)
    });
}

#[test]
fn a_failing_store_that_was_not_told_to_fail_is_a_store() {
    conformance::run(|| Arc::new(FailingStore::new(Arc::new(MemoryStore::new()))));
}
