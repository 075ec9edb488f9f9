//! The tests of the desk.

#[path = "../../../terms/tests/fluent/mod.rs"]
mod fluent;
mod golden;
mod words;
