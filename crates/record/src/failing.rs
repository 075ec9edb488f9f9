//! A store that fails when it is told to: how the tests see what a bad disk does to the record.

use crate::fault::Fault;
use crate::merkle::{Hash, Node};
use crate::store::{Batch, Fill, Head, Row, Shelf, ShelfName, Store};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// How a write fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The disk is full; nothing was written.
    Full,
    /// The disk refused; nothing was written.
    Disk,
    /// The disk refused after it had written: the outcome is unknown to the writer.
    AfterWriting,
}

#[derive(Debug, Default)]
struct Plan {
    writes: AtomicU64,
    failures: Mutex<Vec<(u64, Failure)>>,
}

impl Plan {
    fn next(&self) -> Option<Failure> {
        let k = self.writes.fetch_add(1, Ordering::SeqCst) + 1;
        let failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        failures.iter().find(|(at, _)| *at == k).map(|(_, f)| *f)
    }
}

/// A store around another that fails at chosen writes.
#[derive(Clone)]
pub struct FailingStore {
    inner: Arc<dyn Store>,
    plan: Arc<Plan>,
}

impl FailingStore {
    /// Wraps a store; until told otherwise nothing fails.
    #[must_use]
    pub fn new(inner: Arc<dyn Store>) -> Self {
        Self { inner, plan: Arc::default() }
    }

    /// Makes write number `k` fail, counted from 1 over all rooms. Writes are batches, snapshots
    /// and the making of rooms.
    pub fn fail_at(&self, k: u64, failure: Failure) {
        self.plan.failures.lock().unwrap_or_else(PoisonError::into_inner).push((k, failure));
    }

    /// How many writes were tried.
    #[must_use]
    pub fn writes(&self) -> u64 {
        self.plan.writes.load(Ordering::SeqCst)
    }
}

fn guard(plan: &Plan, place: &str, write: impl FnOnce() -> Result<(), Fault>) -> Result<(), Fault> {
    let refused = || Fault::Disk { place: place.to_owned(), what: "the disk refused".to_owned() };
    match plan.next() {
        None => write(),
        Some(Failure::Full) => Err(Fault::Full { place: place.to_owned() }),
        Some(Failure::Disk) => Err(refused()),
        Some(Failure::AfterWriting) => write().and_then(|()| Err(refused())),
    }
}

impl Store for FailingStore {
    fn shelves(&self) -> Result<Vec<ShelfName>, Fault> {
        self.inner.shelves()
    }

    fn create_filled(&self, name: &str, label: &[u8], head: &Head, fill: &mut Fill<'_>) -> Result<(), Fault> {
        guard(&self.plan, &self.place(name), || self.inner.create_filled(name, label, head, fill))
    }

    fn open(&self, name: &str) -> Result<Box<dyn Shelf>, Fault> {
        let inner = self.inner.open(name)?;
        Ok(Box::new(FailingShelf { inner, plan: Arc::clone(&self.plan), place: self.place(name) }))
    }

    fn place(&self, name: &str) -> String {
        self.inner.place(name)
    }
}

struct FailingShelf {
    inner: Box<dyn Shelf>,
    plan: Arc<Plan>,
    place: String,
}

impl Shelf for FailingShelf {
    fn label(&mut self) -> Result<Vec<u8>, Fault> {
        self.inner.label()
    }

    fn head(&mut self) -> Result<Head, Fault> {
        self.inner.head()
    }

    fn commit(&mut self, batch: &Batch) -> Result<(), Fault> {
        guard(&self.plan, &self.place, || self.inner.commit(batch))
    }

    fn size(&mut self) -> Result<u64, Fault> {
        self.inner.size()
    }

    fn row(&mut self, n: u64) -> Result<Option<Row>, Fault> {
        self.inner.row(n)
    }

    fn rows(&mut self, from: u64, limit: usize) -> Result<Vec<Row>, Fault> {
        self.inner.rows(from, limit)
    }

    fn leaves(&mut self, from: u64, limit: usize) -> Result<Vec<(u64, Hash)>, Fault> {
        self.inner.leaves(from, limit)
    }

    fn erasures(&mut self) -> Result<Vec<(u64, u64)>, Fault> {
        self.inner.erasures()
    }

    fn find_idem(&mut self, idem: &Hash) -> Result<Option<u64>, Fault> {
        self.inner.find_idem(idem)
    }

    fn nodes(&mut self) -> Result<Vec<Node>, Fault> {
        self.inner.nodes()
    }

    fn put_snapshot(&mut self, up_to: u64, bytes: &[u8]) -> Result<(), Fault> {
        guard(&self.plan, &self.place, || self.inner.put_snapshot(up_to, bytes))
    }

    fn snapshot(&mut self) -> Result<Option<(u64, Vec<u8>)>, Fault> {
        self.inner.snapshot()
    }

    fn drop_snapshot(&mut self) -> Result<(), Fault> {
        self.inner.drop_snapshot()
    }

    fn scrub(&mut self) -> Result<(), Fault> {
        self.inner.scrub()
    }

    fn check(&mut self) -> Result<(), Fault> {
        self.inner.check()
    }
}
