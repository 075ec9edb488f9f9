//! The tests of the shared words.

#[path = "../fluent/mod.rs"]
mod fluent;
mod laws;
mod words;
