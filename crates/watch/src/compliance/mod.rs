//! The board: every obligation of an agreement in force, in two columns that never merge.
//!
//! *Life* is the model's: [`accord::Run`] stepped through the events that the text's own rules count
//! ([`Told`]: what its named reporter reported, its verifier verified, or all accept). *Evidence* is what anybody claims
//! ([`Claim`]) and what somebody judged of it ([`Judged`]). A claim never moves a life, however many say
//! so; [`Board::what_if`] is a run of its own in which one is taken as true.
//!
//! The flow: [`Board::new`] on a model whose brackets are settled; [`Board::tell`], [`Board::claim`],
//! [`Board::judge`] and [`Board::find`] in any order, late news too; [`Board::view`] at a moment.
//!
//! Invariants: each life equals the simulator's on the same counted events; *found in breach* is an act
//! with its date, its finder and its reasons, and is never computed; no remedy takes effect by the
//! board: it says what [the text would allow](Allowed), and if what; a [`Firing`] of a deadline has one key
//! however often it is derived.

mod aid;
mod board;
mod evidence;
mod firing;
pub mod say;
mod told;

pub use aid::{Day, Delivery, Given, aid};
pub use board::{Allowed, Board, Condition, Found, Row, State, Tally, View};
pub use evidence::{Claim, Evidence, Judged, Judgment, Stance};
pub use firing::{Firing, FiringKey};
pub use told::{Counts, Told};

/// A clause, and one instance of it where it has any.
pub type Key = (accord::ClauseNo, Option<String>);
