//! The stretch of time that a figure counts.
//!
//! A report says "in the 24 hours before" without its hour, so that the first and the last day are
//! only touched. Each window therefore has a *surely* (whole days that it covers) and a *possibly* (days
//! that it may touch), and one lies inside another only where that holds whatever the hours were.

use jiff::ToSpan;
use jiff::civil::Date;

/// A window, by whole days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Window {
    /// So many hours before a report of this date.
    Before {
        /// How many.
        hours: u32,
        /// The report's date.
        at: Date,
    },
    /// That day, all of it.
    Day(Date),
    /// From the first day to the last, both included.
    Between {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
    /// Since a day, up to a report of the other date; the report's own day is only touched.
    Since {
        /// The first day.
        from: Date,
        /// The report's date.
        at: Date,
    },
    /// Since the beginning, up to a report of this date. The beginning is the source's own.
    Whole {
        /// The report's date.
        at: Date,
    },
    /// As things stood on a day.
    AsOf(Date),
    /// The source does not say.
    Unstated {
        /// The report's date.
        at: Date,
    },
}

/// How two windows lie to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    /// The same.
    Same,
    /// The first surely lies inside the second.
    Inside,
    /// The second surely lies inside the first.
    Around,
    /// They may touch, and neither surely lies inside the other.
    Overlap,
    /// They surely do not touch.
    Apart,
    /// One of them is not stated, or is a moment and not a stretch.
    Unknown,
}

/// The class of a window, whatever its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// So many hours before a report.
    Before(u32),
    /// A day.
    Day,
    /// From a day to a day.
    Between,
    /// Since a day.
    Since,
    /// Since the beginning.
    Whole,
    /// As of a day.
    AsOf,
    /// Not stated.
    Unstated,
}

impl Class {
    /// The word in tables.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Class::Before(_) => "before",
            Class::Day => "day",
            Class::Between => "between",
            Class::Since => "since",
            Class::Whole => "whole",
            Class::AsOf => "as-of",
            Class::Unstated => "unstated",
        }
    }
}

fn shift(date: Date, days: i64) -> Date {
    date.saturating_add(days.days())
}

/// Days from one date to another; below nought where the second is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    // Spans of days between civil dates always fit.
    from.until(to).map_or(0, |s| i64::from(s.get_days()))
}

impl Window {
    /// Its class.
    #[must_use]
    pub fn class(self) -> Class {
        match self {
            Window::Before { hours, .. } => Class::Before(hours),
            Window::Day(_) => Class::Day,
            Window::Between { .. } => Class::Between,
            Window::Since { .. } => Class::Since,
            Window::Whole { .. } => Class::Whole,
            Window::AsOf(_) => Class::AsOf,
            Window::Unstated { .. } => Class::Unstated,
        }
    }

    /// The first day that it may touch; none for "since the beginning" and "not stated".
    #[must_use]
    pub fn first(self) -> Option<Date> {
        match self {
            // A report at noon reaches back over as many midnights as it has days begun.
            Window::Before { hours, at } => Some(shift(at, -i64::from(hours.div_ceil(24)))),
            Window::Day(d) | Window::AsOf(d) => Some(d),
            Window::Between { from, .. } | Window::Since { from, .. } => Some(from),
            Window::Whole { .. } | Window::Unstated { .. } => None,
        }
    }

    /// The last day that it may touch.
    #[must_use]
    pub fn last(self) -> Date {
        match self {
            Window::Before { at, .. } | Window::Since { at, .. } | Window::Whole { at } | Window::Unstated { at } => at,
            Window::Day(d) | Window::AsOf(d) => d,
            Window::Between { to, .. } => to,
        }
    }

    /// The whole days that it surely covers, first and last; none where it may cover none. The first is
    /// `None` for "since the beginning".
    fn surely(self) -> Option<(Option<Date>, Date)> {
        let some = |from: Date, to: Date| (from <= to).then_some((Some(from), to));
        match self {
            Window::Before { hours, at } => some(shift(at, 1 - i64::from(hours / 24)), shift(at, -1)),
            Window::Day(d) => Some((Some(d), d)),
            Window::Between { from, to } => some(from, to),
            Window::Since { from, at } => some(from, shift(at, -1)),
            Window::Whole { at } => Some((None, shift(at, -1))),
            Window::AsOf(_) | Window::Unstated { .. } => None,
        }
    }

    /// Whether it surely lies inside `other`.
    fn inside(self, other: Window) -> bool {
        // Two that end with one report end at one moment, whatever its hour was.
        if let (Some(a), Some(b)) = (self.report(), other.report())
            && a == b
        {
            let from = match (self, other) {
                (Window::Before { hours, .. }, Window::Before { hours: more, .. }) => return hours <= more,
                (_, Window::Whole { .. }) => return true,
                (_, Window::Since { from, .. }) => from,
                _ => return false,
            };
            return self.first().is_some_and(|f| f >= from);
        }
        let Some((from, to)) = other.surely() else { return false };
        self.last() <= to && from.is_none_or(|from| self.first().is_some_and(|f| f >= from))
    }

    /// The report at whose hour it ends.
    fn report(self) -> Option<Date> {
        match self {
            Window::Before { at, .. } | Window::Since { at, .. } | Window::Whole { at } => Some(at),
            _ => None,
        }
    }

    /// How it lies to another.
    #[must_use]
    pub fn to(self, other: Window) -> Lie {
        let unknown = |w: Window| matches!(w, Window::Unstated { .. } | Window::AsOf(_));
        if unknown(self) || unknown(other) {
            return if self == other && matches!(self, Window::AsOf(_)) { Lie::Same } else { Lie::Unknown };
        }
        if self == other {
            return Lie::Same;
        }
        if self.inside(other) {
            return Lie::Inside;
        }
        if other.inside(self) {
            return Lie::Around;
        }
        let before = |a: Window, b: Window| b.first().is_some_and(|f| a.last() < f);
        if before(self, other) || before(other, self) { Lie::Apart } else { Lie::Overlap }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn monday_lies_inside_since_friday_only_when_monday_is_over() {
        let monday = Window::Day(date(2025, 10, 6));
        let since = |at| Window::Since { from: date(2025, 10, 3), at };
        assert_eq!(monday.to(since(date(2025, 10, 7))), Lie::Inside);
        assert_eq!(monday.to(since(date(2025, 10, 6))), Lie::Overlap, "the report's own day is not over");
        assert_eq!(monday.to(Window::Between { from: date(2025, 10, 3), to: date(2025, 10, 6) }), Lie::Inside);
        assert_eq!(since(date(2025, 10, 7)).to(Window::Whole { at: date(2025, 10, 7) }), Lie::Inside);
    }

    #[test]
    fn twenty_four_hours_before_a_report_are_not_a_day() {
        let before = |d| Window::Before { hours: 24, at: date(2025, 10, d) };
        let monday = Window::Day(date(2025, 10, 6));
        assert_eq!(before(6).to(monday), Lie::Overlap);
        assert_eq!(before(7).to(monday), Lie::Overlap);
        assert_eq!(before(8).to(monday), Lie::Apart);
        // They only meet at the report's hour, which is not known to be the same.
        assert_eq!(before(6).to(before(7)), Lie::Overlap);
        assert_eq!(before(6).to(Window::Before { hours: 48, at: date(2025, 10, 6) }), Lie::Inside);
        assert_eq!(before(6).to(Window::Whole { at: date(2025, 10, 6) }), Lie::Inside);
        assert_eq!(Window::Unstated { at: date(2025, 10, 6) }.to(monday), Lie::Unknown);
    }
}
