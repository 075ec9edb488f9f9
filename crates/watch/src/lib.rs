//! What happened, who says so, and what it means for the text that was agreed.
//!
//! A report comes in as bytes and goes out as proposals ([`intake`]): statements, figures, actors,
//! events, deadlines, sticking points and times, each with the words that it was read from and the
//! rule that read it. Nothing here decides what is true: a person takes or refuses each proposal.
//! [`series`] reconciles figures of several sources, windows and kinds; [`compliance`] is the board of an
//! agreement in force; [`incident`] holds reported occurrences and what was judged of them;
//! [`line`] keeps lines and zones on the ground and measures by them.
//!
//! Invariants: the same bytes, word lists and options give the same output, byte for byte; a field
//! without a span in the text is empty; no input makes a reading fail half-way; nothing here knows
//! the clock (the document's date is an argument or is in the document).

pub mod compliance;
pub mod incident;
pub mod intake;
pub mod line;
pub mod series;

/// The words of this crate's phrases, by language tag.
pub const WORDS: &[(&str, &str)] =
    &[("ar", include_str!("watch.ar.ftl")), ("en", include_str!("watch.en.ftl")), ("he", include_str!("watch.he.ftl"))];
