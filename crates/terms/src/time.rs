//! Moments, spans and windows, as whole numbers.
//!
//! Calendars and zones are the door's business; here a moment is a count of seconds, and a span of
//! hours never turns into a span of days by itself.

use serde::{Deserialize, Serialize};

/// A moment: seconds since 1 January 1970, 00:00 UTC. Holds both clocks' readings (wall and case);
/// which of the two is meant is said by the field's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stamp(pub i64);

impl Stamp {
    /// The moment `hours` later; saturating at the ends of the range.
    #[must_use]
    pub fn plus(self, hours: Hours) -> Stamp {
        Stamp(self.0.saturating_add(i64::from(hours.0) * 3600))
    }

    /// The moment `seconds` later; saturating at the ends of the range.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Stamp {
        Stamp(self.0.saturating_add(seconds))
    }
}

/// A span of hours: 72 hours, counted on a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hours(pub u32);

/// A span of days: 3 days, counted on a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Days(pub u32);

/// From one moment to another, the end not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Window {
    /// The first moment inside.
    pub from: Stamp,
    /// The first moment after.
    pub to: Stamp,
}

impl Window {
    /// Whether `at` lies inside.
    #[must_use]
    pub fn holds(self, at: Stamp) -> bool {
        self.from <= at && at < self.to
    }
}
