//! The tests of the talks.

mod cases;
mod conveyance;
mod crossing;
#[path = "../../../terms/tests/fluent/mod.rs"]
mod fluent;
mod forms;
mod laws;
mod lodged;
mod words;
