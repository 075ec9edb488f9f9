//! The Accord language: agreements that can be read, checked and simulated.
//!
//! The flow: [`parse`] turns a text into a lossless [`Tree`] and never fails; [`check`] builds a
//! model for each combination of bracket choices and runs every check on it; [`Model`] and [`Run`]
//! step the same model through events. [`network`] is the temporal network on its own.
//!
//! Invariants: printing a tree gives back the bytes that were read; a sentence that fits no form is
//! a finding, never a guess, and takes no part in other checks; the checks and the simulator read
//! one model; the order of findings is stable. No input or output, no clock: the zone tables that
//! deadlines need are data of the `jiff` library.

pub mod calendar;
mod check;
mod finding;
mod format;
mod keywords;
mod lex;
mod lexicon;
mod model;
pub mod network;
mod outline;
mod parse;
mod tree;

/// For the keyword tables: a piece of a sentence.
pub(crate) mod parse_piece {
    pub(crate) use crate::parse::Piece;
}

pub use check::{
    CHECKS, CheckInfo, ChoicesView, Counts, Family, Options, Page, Report, Undecided, check, explain, rule_book, translations,
};
pub use finding::{Finding, Place, Severity};
pub use format::{format, renumber, same_words};
pub use model::run::{Change, Due, Event, Life, Run, Step, Wait, simulate};
pub use model::{Choices, Model};
pub use parse::{Parsed, parse};
pub use tree::{ClauseNo, Count, Tree};

/// The words of this crate's phrases, by language tag.
pub const WORDS: &[(&str, &str)] =
    &[("ar", include_str!("accord.ar.ftl")), ("en", include_str!("accord.en.ftl")), ("he", include_str!("accord.he.ftl"))];
