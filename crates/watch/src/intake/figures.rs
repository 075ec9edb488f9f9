//! Figures: a number, what it counts, in which window, and whose it is.

use super::layer::Layer;
use super::reading::{Figure, Statement};

/// Finds the figures.
#[must_use]
pub fn find(_layer: &Layer, _statements: &[Statement]) -> Vec<Figure> {
    Vec::new()
}
