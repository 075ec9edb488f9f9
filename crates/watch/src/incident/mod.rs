//! Incidents: a reported occurrence, kept as reported, with what was judged of it beside it.
//!
//! An *incident* is a report; a *violation* is somebody's judgment. The flow: [`import::read`] takes a
//! CSV as it is (ACLED's columns, or a form's) into an [`Incidents`] table; a [`Filter`] selects;
//! [`per_day`] sets a day's number beside what a clause allows; [`duplicates::propose`] names pairs that may be one
//! occurrence, with reasons, and joins none; [`Judgments`] keeps *verified*, *contested* and *attributed*
//! apart, each with who made it; [`hotline`] holds the first hour of one: heard from, claimed, not
//! known, and the calls.
//!
//! Invariants: numbers are exact integers, coordinates millionths of a degree; a number of killed that
//! is not stated is not nought; rows keep the line that they came from; texts are kept word for word.

pub mod duplicates;
mod filter;
pub mod hotline;
pub mod import;
mod judgment;
mod table;

pub use filter::{Day, Filter, per_day};
pub use judgment::{Judged, Judgment, Judgments};
pub use table::{Incident, Incidents, Names, Point};
