//! The tests of the talks.

#[path = "../../../terms/tests/fluent/mod.rs"]
mod fluent;
mod words;
