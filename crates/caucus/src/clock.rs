//! The two clocks: the wall's, and the case's, which an example holds at its own now.

use desk::Now;
use std::collections::BTreeMap;
use terms::id::CaseCode;
use terms::time::Stamp;

/// Reads both clocks for a case.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    /// Where an example's case clock is held: the case's moment at the wall's moment.
    held: BTreeMap<CaseCode, (Stamp, Stamp)>,
    /// For tests: a wall clock that stands still.
    still: Option<Stamp>,
}

impl Clock {
    /// A clock whose wall stands still at `at`.
    #[must_use]
    pub fn standing(at: Stamp) -> Self {
        Self { held: BTreeMap::new(), still: Some(at) }
    }

    /// The wall clock.
    #[must_use]
    pub fn wall(&self) -> Stamp {
        self.still.unwrap_or_else(wall_now)
    }

    /// Holds a case's clock at `case`; it goes on from there with the wall.
    pub fn hold(&mut self, code: CaseCode, case: Stamp) {
        let wall = self.wall();
        self.held.insert(code, (case, wall));
    }

    /// Both clocks for a case; without one, the wall twice.
    #[must_use]
    pub fn now(&self, code: Option<&CaseCode>) -> Now {
        let wall = self.wall();
        let case = match code.and_then(|c| self.held.get(c)) {
            Some((case, since)) => case.plus_seconds(wall.0.saturating_sub(since.0)),
            None => wall,
        };
        Now { wall, case }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the wall clock")]
fn wall_now() -> Stamp {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Stamp(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}
