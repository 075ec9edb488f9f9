//! Who meets whom, what is carried, what may cross.
//!
//! Everything here is a pure value or a pure decision: `now` is an argument, and a refusal is a
//! list of [`terms::phrase::Phrase`]s that say what stands against the act. Three types carry the
//! flow: a [`message::Message`] is said in a caucus, a [`permission::Permission`] lets some of its
//! words cross in one stated way, and a [`conveyance::Preparation`] is what a mediator means to
//! carry. [`conveyance::objections`] is the one place that decides whether it may.
//!
//! Invariants: silence is never permission; a permission covers only the wording it shows; no
//! standing above the speaker's mandate; an idea goes as the mediators' own only when more than
//! one side could have said it.

pub mod conveyance;
pub mod message;
pub mod note;
pub mod offer;
pub mod permission;
pub mod position;
pub mod session;
pub mod statement;

/// The words of this crate's refusals and lists, by language tag.
pub const WORDS: &[(&str, &str)] = &[
    ("ar", include_str!("talks.ar.ftl")),
    ("en", include_str!("talks.en.ftl")),
    ("he", include_str!("talks.he.ftl")),
];
