//! Who meets whom, what is carried, what may cross.
//!
//! Everything here is a pure value or a pure decision: `now` is an argument, and a refusal is a
//! list of [`terms::phrase::Phrase`]s that say what stands against the act. Three types carry the
//! flow: a [`message::Message`] is said in a caucus, a [`permission::Permission`] lets some of its
//! words cross in one stated way, and a [`conveyance::Preparation`] is what a mediator means to
//! carry. [`conveyance::objections`] is the one place that decides whether it may. Beside it,
//! an [`offer::Offer`] waits for an opening, at which [`offer::matches`] finds what meets; and
//! [`session`], [`position`] and [`statement`] hold when the sides meet, what each says and what was
//! said in public. [`negotiating_text`] is the draft between them, clause by clause. `cases/conveyance` and `cases/offers` say in prose what the two decisions come to.
//!
//! Invariants: silence is never permission; a permission covers only the wording it shows, in the
//! state it shows it; no standing above the speaker's mandate; an idea goes as the mediators' own only
//! when more than one side could have said it; a condition of one owner is met by another owner's
//! leave and by nothing else; what an opening brings does not depend on the order of lodging, nor on
//! offers that take no part.

pub mod conveyance;
pub mod message;
pub mod negotiating_text;
pub mod note;
pub mod offer;
pub mod permission;
pub mod position;
pub mod session;
pub mod statement;

/// The words of this crate's refusals and lists, by language tag.
pub const WORDS: &[(&str, &str)] =
    &[("ar", include_str!("talks.ar.ftl")), ("en", include_str!("talks.en.ftl")), ("he", include_str!("talks.he.ftl"))];
