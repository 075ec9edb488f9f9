//! Sticking points, proposed from pairs of positions and from gap words.

use super::layer::Layer;
use super::reading::{Statement, StickingPoint};

/// Finds the sticking points.
#[must_use]
pub fn find(_layer: &Layer, _statements: &[Statement]) -> Vec<StickingPoint> {
    Vec::new()
}
