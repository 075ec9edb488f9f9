//! The tests of the watch: reports, series, lines, the board and words.

mod board;
mod cases;
#[path = "../../../terms/tests/fluent/mod.rs"]
mod fluent;
mod incidents;
mod intake;
mod lines;
#[path = "../../../terms/tests/pages/mod.rs"]
mod pages;
mod words;
