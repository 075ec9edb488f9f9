//! A store keeps rows of bytes, one shelf a room, and knows nothing of keys or meaning.
//!
//! Everything here is plain values, so that another database can follow: whatever passes
//! [`crate::conformance::run`] is a store.

use crate::fault::Fault;
use crate::merkle::{Hash, Node};

/// The name of a shelf: 32 hexadecimal digits that say nothing to who has not the store's key.
pub type ShelfName = String;

/// One entry as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 0.
    pub n: u64,
    /// Its leaf.
    pub leaf: Hash,
    /// Its idempotency tag.
    pub idem: Hash,
    /// Its sealed words; empty once erased.
    pub sealed: Vec<u8>,
    /// Its wrapped key; once erased, the mark that says so.
    pub wrapped: Vec<u8>,
    /// The entry that logs its erasure.
    pub erased_by: Option<u64>,
}

/// A log's size, root and erasures, with a tag that only the room's key can make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The number of entries.
    pub size: u64,
    /// The root of the tree.
    pub root: Hash,
    /// A chain over the erasures: who puts an erased entry back breaks it.
    pub erased: Hash,
    /// The tag.
    pub tag: Hash,
}

/// One row to be erased in a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Which row.
    pub n: u64,
    /// The row of the same batch, or an earlier one, that logs it.
    pub by: u64,
    /// What takes the place of the wrapped key.
    pub mark: Hash,
}

/// What is written at once or not at all.
#[derive(Debug, Clone)]
pub struct Batch {
    /// New rows, numbered on from the shelf's size.
    pub rows: Vec<Row>,
    /// New tree nodes.
    pub nodes: Vec<Node>,
    /// Rows to erase. A batch with any also drops the snapshot.
    pub erasures: Vec<Erasure>,
    /// The head after it.
    pub head: Head,
}

/// What writes the first batches of a shelf in the making.
pub type Fill<'f> = dyn FnMut(&mut dyn Shelf) -> Result<(), Fault> + 'f;

/// A place for rooms.
pub trait Store: Send + Sync {
    /// The shelves, in the order of their names.
    fn shelves(&self) -> Result<Vec<ShelfName>, Fault>;
    /// Makes a shelf with this label and head, lets `fill` write to it, and puts it in place
    /// durably; or, where anything fails, makes none at all.
    fn create_filled(&self, name: &str, label: &[u8], head: &Head, fill: &mut Fill<'_>) -> Result<(), Fault>;
    /// Makes an empty shelf.
    fn create(&self, name: &str, label: &[u8], head: &Head) -> Result<(), Fault> {
        self.create_filled(name, label, head, &mut |_| Ok(()))
    }
    /// Opens a shelf. May be called more than once: a reader sees what a writer has committed.
    fn open(&self, name: &str) -> Result<Box<dyn Shelf>, Fault>;
    /// How messages name the shelf: its file, where it has one.
    fn place(&self, name: &str) -> String;
}

/// One room's rows.
pub trait Shelf: Send {
    /// The label given at its making.
    fn label(&mut self) -> Result<Vec<u8>, Fault>;
    /// The head.
    fn head(&mut self) -> Result<Head, Fault>;
    /// Writes a batch, durably and at once.
    fn commit(&mut self, batch: &Batch) -> Result<(), Fault>;
    /// The number of rows.
    fn size(&mut self) -> Result<u64, Fault>;
    /// One row.
    fn row(&mut self, n: u64) -> Result<Option<Row>, Fault>;
    /// Rows by number, from `from`, at most `limit`.
    fn rows(&mut self, from: u64, limit: usize) -> Result<Vec<Row>, Fault>;
    /// Numbers and leaves by number, from `from`, at most `limit`.
    fn leaves(&mut self, from: u64, limit: usize) -> Result<Vec<(u64, Hash)>, Fault>;
    /// The erasures, as (entry that logs it, entry erased), in the order of the first.
    fn erasures(&mut self) -> Result<Vec<(u64, u64)>, Fault>;
    /// The row with this idempotency tag.
    fn find_idem(&mut self, idem: &Hash) -> Result<Option<u64>, Fault>;
    /// All stored nodes, by level and place.
    fn nodes(&mut self) -> Result<Vec<Node>, Fault>;
    /// Keeps a snapshot of the first `up_to` entries in place of the last one.
    fn put_snapshot(&mut self, up_to: u64, bytes: &[u8]) -> Result<(), Fault>;
    /// The snapshot.
    fn snapshot(&mut self) -> Result<Option<(u64, Vec<u8>)>, Fault>;
    /// Removes the snapshot.
    fn drop_snapshot(&mut self) -> Result<(), Fault>;
    /// Leaves no trace of erased bytes in logs and free pages.
    fn scrub(&mut self) -> Result<(), Fault>;
    /// Checks what the store itself can check, slowly.
    fn check(&mut self) -> Result<(), Fault>;
}
