//! The words everyone shares, as plain values: no input or output, no clock, no async.
//!
//! Both delegations would use every one of these words without a computer. The types carry
//! the distinctions that cost lives when they blur: [`time::Hours`] is not [`time::Days`], a
//! [`disclosure::Form`] is not a [`disclosure::Standing`], and text that a person wrote keeps its
//! language ([`language::Words`]).
//!
//! Invariants: values here compare by what they say, never by where they came from; ordering is
//! total and stable; nothing here builds a sentence (a sentence for a reader is a
//! [`phrase::Phrase`], a key with typed arguments, printed by the door).

pub mod disclosure;
pub mod id;
pub mod language;
pub mod phrase;
pub mod script;
pub mod span;
pub mod time;

/// The words of this crate's phrases, by language tag.
pub const WORDS: &[(&str, &str)] =
    &[("ar", include_str!("terms.ar.ftl")), ("en", include_str!("terms.en.ftl")), ("he", include_str!("terms.he.ftl"))];
