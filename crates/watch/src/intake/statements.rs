//! Statements: who said what.

use super::layer::Layer;
use super::reading::Statement;

/// Finds the statements; may add unnamed sources to the layer's actors.
pub fn find(_layer: &mut Layer) -> Vec<Statement> {
    Vec::new()
}
