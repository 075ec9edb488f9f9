//! Mentions: who is named, and how.

use super::Options;
use super::layer::Layer;

/// Finds the actors and where they are named.
pub fn find(_layer: &mut Layer, _options: &Options) {}
