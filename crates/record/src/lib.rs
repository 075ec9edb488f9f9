//! The archive: append-only, sealed, receipted. It knows bytes, keys and SQL, and no meaning.
//!
//! [`Record`] is a store opened with its key; [`RoomLog`] is one room's log. What is appended is
//! padded, sealed under a key of its own and committed to by a leaf that says nothing; the leaves
//! form an RFC 6962 tree; the answer to an append is a [`Receipt`] that any tool for C2SP's
//! tlog-proof format can check.
//!
//! A room leaves the record as a [`bundle`], which anybody can check offline, and comes into another
//! by [`Record::import`]; a store's folder is copied sealed by [`backup`]. [`Record::verify_all`]
//! checks everything that is stored and names the first entry that is wrong.
//!
//! Invariants: an acknowledged entry is durable; what is served was checked against its leaf and
//! the tree; a leaf never goes away; nothing stands in clear in any file; randomness is an
//! argument ([`entropy`]), and there is no clock.

mod audit;
pub mod backup;
pub mod bundle;
pub mod checkpoint;
pub mod conformance;
pub mod entropy;
pub mod failing;
pub mod fault;
#[doc(hidden)]
pub mod fuzz;
mod import;
pub mod key;
pub mod keys;
mod log;
pub mod memory;
pub mod merkle;
pub mod note;
pub mod receipt;
mod room;
pub mod seal;
pub mod sqlite;
pub mod store;
mod writer;

pub use audit::Verified;
pub use checkpoint::Checkpoint;
pub use entropy::{Entropy, EntropySource, OsEntropy, SeededEntropy, SeededSource};
pub use fault::Fault;
pub use key::{KeyCost, StoreKey};
pub use log::{Record, RoomCheck};
pub use memory::MemoryStore;
pub use receipt::Receipt;
pub use room::{Appended, Body, Opening, RoomLog, Verdict};
pub use sqlite::SqliteStore;
pub use store::{Shelf, Store};
pub use terms::id::{EntryNo, RoomCode};
