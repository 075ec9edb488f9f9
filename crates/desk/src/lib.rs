//! Every use of the system, each with its clearance: commands in, views out.
//!
//! The desk is the one reader of the record. A command goes through four stations:
//! [`clearance::Clearance`] (who asks, made from the directory at each request), a
//! [`lens::Lens`] (the only way to a room's state), a use in [`uses`] that decides and returns
//! [`codec::Draft`]s or a [`refusal::Refusal`], and the room's log, which seals what was decided and gives
//! a receipt. [`state::RoomState::fold`] is the only way state comes to be. A [`view`] is one plain
//! struct per screen, made from lenses alone; the door prints it.
//!
//! Invariants: nothing reads a room but through [`lens::Lens`]; only this crate makes a clearance;
//! what a reader may not know exists is [`refusal::Refusal::NotFound`], always; no decision of one room
//! leaves a trace in another but by a recorded act; the desk is synchronous and holds no clock.

pub mod arithmetic;
pub mod clearance;
pub mod codec;
mod convene;
mod derived;
mod desk;
pub mod directory;
pub mod exchanged;
mod keep;
#[cfg(feature = "leaks")]
pub mod leaks;
pub mod lens;
mod outbox;
mod projection;
pub mod refusal;
pub mod rooms;
mod search;
pub mod state;
mod texts;
pub mod uses;
pub mod view;
mod wall;

pub use convene::{Convened, Founding, FoundingPerson, alias};
pub use desk::{Change, Desk, Done, Look, Now};
pub use keep::Keeping;
pub use uses::Command;

/// The words of this crate's refusals, by language tag.
pub const WORDS: &[(&str, &str)] =
    &[("ar", include_str!("desk.ar.ftl")), ("en", include_str!("desk.en.ftl")), ("he", include_str!("desk.he.ftl"))];
