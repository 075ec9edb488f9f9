//! What the tests of the record share: small records to try things on.

use record::*;
use std::path::Path;
use std::sync::Arc;

pub(crate) const ORIGIN: &str = "talks.example/case";

pub(crate) fn key() -> StoreKey {
    StoreKey::from_bytes([7; 32])
}

pub(crate) fn code(text: &str) -> RoomCode {
    RoomCode::new(text).expect("a usable room code")
}

pub(crate) fn seeded(seed: u8) -> Arc<dyn EntropySource> {
    Arc::new(SeededSource([seed; 32]))
}

pub(crate) fn over(store: Arc<dyn Store>) -> Record {
    Record::open(store, key(), ORIGIN, seeded(1)).expect("the record opens")
}

pub(crate) fn in_memory() -> Record {
    over(Arc::new(MemoryStore::new()))
}

pub(crate) fn on_disk(dir: &Path) -> Record {
    let store = if dir.join("layout").exists() { SqliteStore::open(dir) } else { SqliteStore::create(dir) };
    over(Arc::new(store.expect("the store opens")))
}

pub(crate) fn words(text: &str) -> Body {
    Body::Words(text.as_bytes().to_vec())
}

pub(crate) fn all(log: &RoomLog) -> Result<Vec<Body>, Fault> {
    let mut out = Vec::new();
    log.scan(EntryNo(0), &mut |_, body| {
        out.push(body);
        std::ops::ControlFlow::Continue(())
    })?;
    Ok(out)
}

/// Runs a test on a record in memory and on one on disk.
pub(crate) fn both(test: impl Fn(&Record)) {
    test(&in_memory());
    let dir = tempfile::tempdir().unwrap();
    test(&on_disk(dir.path()));
}

/// Says a figure in the test's output.
pub(crate) fn say(text: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "record: {text}");
}
