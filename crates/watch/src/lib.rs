//! What happened, who says so, and what it means for the text.
//!
//! [`series`] reconciles figures of several sources, windows and kinds; [`compliance`] is the board of an
//! agreement in force; [`incident`] holds reported occurrences and what was judged of them;
//! [`line`] keeps lines and zones on the ground and measures by them.

pub mod compliance;
pub mod incident;
pub mod line;
pub mod series;

/// The words of this crate's phrases, by language tag.
pub const WORDS: &[(&str, &str)] =
    &[("ar", include_str!("watch.ar.ftl")), ("en", include_str!("watch.en.ftl")), ("he", include_str!("watch.he.ftl"))];
