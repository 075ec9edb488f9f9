//! A wall clock that was set back: nothing is written until the keeper says that it is right.
//!
//! Receipts, leave that lapses and answers that are due all hang on the hour. The server shows the desk
//! the wall clock every few seconds ([`Desk::watch_clock`]), and the directory keeps the hours at which
//! sessions were opened, so that a clock set back while nothing ran is noticed too. What anybody wrote
//! moves neither: whether a reader is stopped says nothing of what others did.

use crate::desk::{Desk, Now};
use crate::directory::Line;
use crate::refusal::Refusal;
use std::sync::{Mutex, PoisonError};
use terms::phrase::Phrase;
use terms::time::Stamp;

/// How far the wall clock may go back without a word, in seconds: time servers correct by less.
const BACK: i64 = 60;

/// The latest hour that the wall clock showed while the program ran.
#[derive(Debug, Default)]
pub(crate) struct Wall(Mutex<Option<Stamp>>);

impl Wall {
    fn latest(&self) -> Option<Stamp> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, to: Option<Stamp>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = to;
    }
}

impl Desk {
    /// Takes note of what the wall clock shows; called by the clock alone, never because of an act.
    pub fn watch_clock(&self, wall: Stamp) {
        self.wall.set(self.wall.latest().max(Some(wall)));
    }

    /// The latest hour seen, where the wall clock now stands more than a minute before it.
    #[must_use]
    pub fn clock_went_back(&self, wall: Stamp) -> Option<Stamp> {
        self.wall.latest().max(self.directory().latest()).filter(|latest| wall.plus_seconds(BACK) < *latest)
    }

    /// Refuses to write by a clock that was set back.
    pub(crate) fn clock_is_right(&self, now: Now) -> Result<(), Refusal> {
        match self.clock_went_back(now.wall) {
            None => Ok(()),
            Some(_) => Err(Refusal::against(Phrase::new("refused-clock-set-back"))),
        }
    }

    /// The keeper says that the clock is right as it stands.
    pub(crate) fn confirm_clock(&self, now: Now) -> Result<(), Refusal> {
        self.write_line(&Line::Clock { wall: now.wall }, now)?;
        self.wall.set(Some(now.wall));
        Ok(())
    }
}
