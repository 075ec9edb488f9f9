//! Times, resolved against the document's date.

use super::layer::Layer;

/// Finds the times.
pub fn find(_layer: &mut Layer) {}
