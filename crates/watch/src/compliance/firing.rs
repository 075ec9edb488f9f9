//! A deadline that passes: a derived fact with one key, whatever restarts or clocks do.

use super::Key;
use std::collections::BTreeSet;
use terms::time::Stamp;

/// What makes one firing the same as another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FiringKey {
    /// The version of the text in force.
    pub text: String,
    /// The clause and its instance.
    pub on: Key,
    /// When it fell due. A deadline that was moved is another.
    pub due: Stamp,
}

/// A deadline that passed while the act was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Firing {
    /// Its key.
    pub key: FiringKey,
    /// The moment from which it holds: the second after it fell due, or later where the clause began to bind late.
    pub at: Stamp,
}

/// The firings that are not known yet, in the order of their keys.
pub(super) fn fresh(all: &[Firing], known: &BTreeSet<FiringKey>) -> Vec<Firing> {
    let mut out: Vec<Firing> = all.iter().filter(|f| !known.contains(&f.key)).cloned().collect();
    out.sort_by(|a, b| a.key.cmp(&b.key));
    out.dedup_by(|a, b| a.key == b.key);
    out
}
