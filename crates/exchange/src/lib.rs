//! People for people: lists and their matching, and the order in which two sides can safely give.
//!
//! * [`spelling`]: names and dates as lists write them, in Arabic, Hebrew and Latin letters.
//! * [`formats`]: lists as CSV and XLSX, plans as TOML: bytes in, values out.
//! * [`roster`]: a list imported, compared with its next version, counted, and the life of an entry.
//! * [`reconcile`]: what people decide of the pairs that the matching proposes.
//! * [`handover`]: a movement's order, who says go, and its log in numbers.
//! * [`matching`]: two lists of one set of people → pairs, each with a calibrated probability, a
//!   decision and the reasons in words.
//! * [`sequence`]: who gives what when, so that neither gains by walking away half-way.
//!
//! The flow: bytes → [`formats::table`] → [`roster::import`] → [`roster::Entry::facts`] →
//! [`matching::Model::person`] → [`matching::Model::lists`] → pairs and reasons; and a plan's text →
//! [`formats::plan::read`] → [`sequence::planner::plan`] or [`sequence::divisible::order`] →
//! [`sequence::schedule::schedule`].
//!
//! Invariants: the same input gives the same output, in the same order; what a list says is never
//! changed, only read; a bad row never takes a good one with it; a plan is safe at every worth within
//! its ranges, and whatever was not searched whole says so. Comparing two sides' lists is for those
//! who may see both: nothing here decides who that is.

pub mod formats;
pub mod handover;
pub mod matching;
pub mod reconcile;
pub mod roster;
pub mod sequence;
pub mod spelling;

/// The words of this crate's phrases, by language tag.
pub const WORDS: &[(&str, &str)] =
    &[("ar", include_str!("exchange.ar.ftl")), ("en", include_str!("exchange.en.ftl")), ("he", include_str!("exchange.he.ftl"))];
