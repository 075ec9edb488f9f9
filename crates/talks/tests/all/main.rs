//! The tests of the talks.

mod cases;
mod conveyance;
#[path = "../../../terms/tests/fluent/mod.rs"]
mod fluent;
mod laws;
mod lodged;
mod words;
