//! Deadlines: by when something is to be done.

use super::layer::Layer;
use super::reading::{Deadline, Statement};

/// Finds the deadlines.
#[must_use]
pub fn find(_layer: &Layer, _statements: &[Statement]) -> Vec<Deadline> {
    Vec::new()
}
