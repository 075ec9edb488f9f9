//! Events, times and bounds, as the text names them.

use super::{Bytes, ClauseNo};
use jiff::civil;

/// A number or `open`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Qty {
    N(i64),
    Open,
}

impl Qty {
    pub(crate) fn value(self) -> Option<i64> {
        match self {
            Qty::N(n) => Some(n),
            Qty::Open => None,
        }
    }
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Open,
}

impl Unit {
    /// Roughly how many minutes; only for the network and for comparing.
    pub(crate) fn minutes(self) -> i64 {
        match self {
            Unit::Minute => 1,
            Unit::Hour => 60,
            Unit::Day | Unit::Open => 1440,
            Unit::Week => 7 * 1440,
            Unit::Month => 30 * 1440,
            Unit::Year => 365 * 1440,
        }
    }
    /// Counted on a clock, not on a calendar.
    pub(crate) fn elapsed(self) -> bool {
        matches!(self, Unit::Minute | Unit::Hour)
    }
}

/// `72 hours`, `open hours`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) n: Qty,
    pub(crate) unit: Unit,
}

impl Span {
    pub(crate) fn minutes(self) -> Option<i64> {
        if self.unit == Unit::Open { None } else { self.n.value().map(|n| n.saturating_mul(self.unit.minutes())) }
    }
}

/// Which of an act's events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Due,
    Begun,
    Done,
    Reported,
    Verified,
    Breached,
}

/// An event as the text names it; two are equal when they name one event, wherever they stand.
#[derive(Debug, Clone, Eq)]
pub(crate) struct EventRef {
    pub(crate) what: What,
    pub(crate) span: Bytes,
}

impl PartialEq for EventRef {
    fn eq(&self, other: &Self) -> bool {
        self.what == other.what
    }
}

/// What an event is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    Clause(ClauseNo, Part),
    Named(String),
    Process(String),
    Count { list: String, n: i64 },
    PhaseBegins(u32),
    PhaseEnds(u32),
    TalksOpen(String),
    TalksEnd(String),
    Date(civil::Date, Option<civil::Time>),
    Day(i64),
    Agree { who: Vec<String>, on: String },
    Accept { who: Vec<String> },
    Approve { who: Vec<String> },
    Report,
    Receipt,
    Notice,
    Force,
    End,
    Open,
    Unknown(String),
}

/// Several events in one condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cond {
    All(Vec<EventRef>),
    Any(Vec<EventRef>),
}

impl Cond {
    pub(crate) fn events(&self) -> &[EventRef] {
        match self {
            Cond::All(v) | Cond::Any(v) => v,
        }
    }
}

/// From where a bound counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Anchor {
    Event(EventRef),
    Later(Vec<EventRef>),
    Earlier(Vec<EventRef>),
    /// So long before an event.
    Before(EventRef),
    /// The clause's own condition, or its phase.
    Own,
}

/// A deadline or the first moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bound {
    pub(crate) span_of: Option<Span>,
    pub(crate) anchor: Anchor,
    pub(crate) bytes: Bytes,
}
