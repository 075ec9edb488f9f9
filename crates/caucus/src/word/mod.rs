//! Word, both ways: a text as a file that a ministry can circulate and mark, and a marked file as remarks.
//!
//! A clause is one paragraph with a bookmark of its own, so that what was changed or remarked in it is
//! known by its clause when the file comes back. The file bears no author, no program and no time.

mod read;
mod write;

pub use read::{Marked, Returned, read};
pub use write::write;

/// The bookmark of a clause: Word allows letters, digits and the low line.
fn bookmark(clause: &str) -> String {
    ["clause_", &clause.replace('.', "_")].concat()
}

#[cfg(test)]
mod tests;
