//! The tests of the watch: reports, series, lines, the board and words.

mod board;
mod cases;
#[path = "../../../terms/tests/fluent/mod.rs"]
mod fluent;
mod intake;
mod lines;
mod words;
