//! Numbers with their exact values.

use super::layer::Layer;

/// Finds the numbers.
pub fn find(_layer: &mut Layer) {}
