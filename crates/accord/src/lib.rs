//! The Accord language: agreements that can be read, checked and simulated.
//!
//! The flow: [`parse`] turns a text into a lossless [`Tree`] and never fails; [`check`] builds a
//! model for each combination of bracket choices and runs every check on it; [`Model`] and [`Run`]
//! step the same model through events. [`network`] is the temporal network on its own.
//!
//! | call | gives |
//! | --- | --- |
//! | [`parse`] | [`Parsed`]: the tree, and findings of the family *reading* |
//! | [`format`](format()), [`renumber`] | the text in the house style; clauses numbered anew with their references |
//! | [`check`] with [`Options`] | [`Report`]: counts, findings, what was not decided, which bracket choices stand together |
//! | [`CHECKS`], [`explain`], [`rule_book`] | the table of checks, a check's page, the handbook's chapter |
//! | [`translations`] | where two language versions differ |
//! | [`Model::build`], [`Model::schedule`] | the model under one choice of the brackets; its clocks as a checked network |
//! | [`Run`], [`Event::read`], [`simulate`], [`play`] | the life of every obligation through dated events, or through a finding's story |
//! | [`Tree::sheet`], [`Tree::bare`] | the text line by line as a reader sees it; the text without comments, readings and sources |
//! | [`Model::obligations`], [`Run::clock`], [`Run::happened`] | what a board shows beside the lives: who owes what, by which clock, what the text says if it is not kept |
//! | [`Finding::aside_key`] | what a finding is set aside under until its clause changes |
//! | [`draw::picture`], [`draw::of_finding`] | drawings as plain values: timeline, order, exposure, cover, each with its table |
//! | [`editor`] | what an editor asks: what stands where, hover, completion, renaming, ways out as edits of bytes and of clauses |
//! | [`sample::agreement`], [`network::sample`] | texts and networks of any size, to measure with |
//! | [`network::read_stnu`], [`network::read_text`], [`network::check`] | networks of clocks on their own |
//! | [`calendar::date_after`], [`calendar::due`] | deadlines by anchor, offset, counting rule and zone |
//!
//! Inside: `lex` cuts bytes into tokens, `keywords` turns each language's words into canonical ones,
//! `parse` reads sentences by the forms into `tree`, `model` lays down events, Horn rules and clocks,
//! `check` holds one file a check, `lexicon` what the checks know of verbs.
//!
//! Invariants: printing a tree gives back the bytes that were read; a sentence that fits no form is
//! a finding, never a guess, and takes no part in other checks; the checks and the simulator read
//! one model; the order of findings is stable. No input or output, no clock: the zone tables that
//! deadlines need are data of the `jiff` library.

pub mod calendar;
mod check;
pub mod draw;
pub mod editor;
mod finding;
mod format;
mod keywords;
mod lex;
mod lexicon;
mod model;
pub mod network;
mod outline;
mod parse;
pub mod sample;
mod sheet;
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
pub use keywords::all as keywords;
pub use model::run::play::{Play, Told, play};
pub use model::run::{Change, Due, Event, Life, Run, Step, Wait, simulate};
pub use model::view::{Answer, Binds, Clock, Does, Force, If, Obligation, Promise};
pub use model::{Choices, Model};
pub use parse::{Parsed, parse};
pub use sheet::{Line, LineKind, LinePart};
pub use tree::{ClauseNo, Count, Tree};

/// The words of this crate's phrases, by language tag.
pub const WORDS: &[(&str, &str)] =
    &[("ar", include_str!("accord.ar.ftl")), ("en", include_str!("accord.en.ftl")), ("he", include_str!("accord.he.ftl"))];
