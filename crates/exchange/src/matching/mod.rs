//! Two lists of one set of people → who is who, with a calibrated probability and the reasons.
//!
//! Letters of two scripts are scored against each other directly ([`letters`]), parts are aligned
//! in their order ([`features`]), a sum of small trees judges the whole ([`trees`]), and birth
//! dates add their evidence. What was learned lies in readable files ([`model`]), made by [`train`].

mod assign;
mod candidates;
mod dates;
mod features;
mod letters;
mod lists;
mod model;
mod person;
mod prepared;
mod reasons;
mod strings;
pub mod train;
mod trees;

pub use assign::{Edge, assign};
pub use candidates::{Index, Scratch};
pub use lists::{Chosen, Decision, Matched, Options, Pair};
pub use model::{Model, NameScore};
pub use person::{Evidence, Facts, Person, Sex};
pub use prepared::Prepared;
pub use reasons::role_key;

#[cfg(test)]
mod tests;
