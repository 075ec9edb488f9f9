//! Events: what happened, goes on, or is to happen.

use super::layer::Layer;
use super::reading::{Event, Figure, Statement};

/// Finds the events.
#[must_use]
pub fn find(_layer: &Layer, _statements: &[Statement], _figures: &[Figure]) -> Vec<Event> {
    Vec::new()
}
