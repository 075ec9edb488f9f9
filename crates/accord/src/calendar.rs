//! Calendars: from an anchor and an offset to a date, by the text's counting rule and clock.
//!
//! Hours are elapsed; days, weeks, months and years are by the calendar of the clock's zone, so that
//! a day of 23 or 25 hours is still one day. A month that has no such day ends on its last.

use crate::tree::{Count, Unit};
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};
use std::sync::LazyLock;
use terms::time::Stamp;

static BUNDLED: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// The zone of this IANA name, from the bundled tables; never from the machine.
pub(crate) fn zone(name: &str) -> Option<TimeZone> {
    if name == "UTC" {
        return Some(TimeZone::UTC);
    }
    BUNDLED.get(name).ok()
}

/// An amount of time as a text counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offset {
    /// How many.
    pub n: i64,
    /// Of what.
    pub unit: OffsetUnit,
}

/// The unit of an [`Offset`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OffsetUnit {
    /// Elapsed minutes.
    Minutes,
    /// Elapsed hours.
    Hours,
    /// Calendar days.
    Days,
    /// Calendar weeks.
    Weeks,
    /// Calendar months, clamped to their end.
    Months,
    /// Calendar years, 29 February clamped.
    Years,
}

impl OffsetUnit {
    pub(crate) fn of(unit: Unit) -> Option<Self> {
        Some(match unit {
            Unit::Minute => Self::Minutes,
            Unit::Hour => Self::Hours,
            Unit::Day => Self::Days,
            Unit::Week => Self::Weeks,
            Unit::Month => Self::Months,
            Unit::Year => Self::Years,
            Unit::Open => return None,
        })
    }
}

/// The date that lies `offset` after `from`. With [`Count::Inclusive`] the day of the event is day 1
/// (so day 42 lies 41 days later); months and years are not changed by it. Hours and minutes give
/// the date on which they have passed since its midnight. `None` outside the years -9999 to 9999.
#[must_use]
pub fn date_after(from: Date, offset: Offset, count: Count) -> Option<Date> {
    let less = i64::from(count == Count::Inclusive);
    let days = |n: i64| n.checked_sub(less).and_then(|n| from.checked_add(i32::try_from(n).ok()?.days()).ok());
    match offset.unit {
        OffsetUnit::Minutes => from.checked_add(i32::try_from(offset.n / 1440).ok()?.days()).ok(),
        OffsetUnit::Hours => from.checked_add(i32::try_from(offset.n / 24).ok()?.days()).ok(),
        OffsetUnit::Days => days(offset.n),
        OffsetUnit::Weeks => days(offset.n.checked_mul(7)?),
        OffsetUnit::Months => from.checked_add(i32::try_from(offset.n).ok()?.months()).ok(),
        OffsetUnit::Years => from.checked_add(i32::try_from(offset.n.checked_mul(12)?).ok()?.months()).ok(),
    }
}

/// The moment by which something is due that must come within `offset` of `anchor`. Hours end to
/// the second; days and longer end with the last second of their day on the zone's clock.
#[must_use]
pub fn due(anchor: Stamp, offset: Offset, count: Count, zone: &TimeZone) -> Option<Stamp> {
    let at = Timestamp::from_second(anchor.0).ok()?;
    match offset.unit {
        OffsetUnit::Minutes => Some(anchor.plus_seconds(offset.n.checked_mul(60)?)),
        OffsetUnit::Hours => Some(anchor.plus_seconds(offset.n.checked_mul(3600)?)),
        _ => {
            let day = date_after(zone.to_datetime(at).date(), offset, count)?;
            end_of(day, zone)
        }
    }
}

/// The last second of a day on a zone's clock.
#[must_use]
pub fn end_of(day: Date, zone: &TimeZone) -> Option<Stamp> {
    let next = day.tomorrow().ok()?.to_zoned_datetime(zone.clone()).ok()?;
    Some(Stamp(next.timestamp().as_second() - 1))
}

/// The first second of a day on a zone's clock (not always midnight).
#[must_use]
pub fn start_of(day: Date, zone: &TimeZone) -> Option<Stamp> {
    Some(Stamp(day.to_zoned_datetime(zone.clone()).ok()?.timestamp().as_second()))
}

/// The date of a moment on a zone's clock.
#[must_use]
pub fn date_of(at: Stamp, zone: &TimeZone) -> Option<Date> {
    Some(zone.to_datetime(Timestamp::from_second(at.0).ok()?).date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days(n: i64) -> Offset {
        Offset { n, unit: OffsetUnit::Days }
    }

    #[test]
    fn dayton_dates_are_those_that_were_published() {
        let signature = date(1995, 12, 14);
        let transfer = date(1995, 12, 20);
        assert_eq!(date_after(signature, days(30), Count::Elapsed), Some(date(1996, 1, 13)));
        for (n, d) in [(30, date(1996, 1, 19)), (45, date(1996, 2, 3)), (91, date(1996, 3, 20)), (120, date(1996, 4, 18))] {
            assert_eq!(date_after(transfer, days(n), Count::Elapsed), Some(d));
        }
    }

    #[test]
    fn gaza_in_january_2025_counts_the_day_of_the_event_as_day_one() {
        assert_eq!(date_after(date(2025, 1, 19), days(42), Count::Inclusive), Some(date(2025, 3, 1)));
        assert_eq!(date_after(date(2025, 1, 19), days(1), Count::Inclusive), Some(date(2025, 1, 19)));
    }

    #[test]
    fn lebanon_in_2024_counts_from_the_day_after() {
        assert_eq!(date_after(date(2024, 11, 27), days(60), Count::Elapsed), Some(date(2025, 1, 26)));
    }

    #[test]
    fn a_hundred_days_over_a_leap_day() {
        assert_eq!(date_after(date(2019, 11, 12), days(100), Count::Elapsed), Some(date(2020, 2, 20)));
    }

    #[test]
    fn colombia_counts_180_days_to_two_dates_an_anchor_apart() {
        assert_eq!(date_after(date(2016, 11, 30), days(180), Count::Elapsed), Some(date(2017, 5, 29)));
        assert_eq!(date_after(date(2016, 12, 1), days(180), Count::Elapsed), Some(date(2017, 5, 30)));
        assert_eq!(date_after(date(2016, 9, 26), days(180), Count::Elapsed), Some(date(2017, 3, 25)));
    }

    #[test]
    fn a_month_ends_on_its_last_day() {
        let m = |n| Offset { n, unit: OffsetUnit::Months };
        assert_eq!(date_after(date(2024, 1, 31), m(1), Count::Elapsed), Some(date(2024, 2, 29)));
        assert_eq!(date_after(date(2025, 1, 31), m(1), Count::Elapsed), Some(date(2025, 2, 28)));
        assert_eq!(date_after(date(2024, 2, 29), Offset { n: 1, unit: OffsetUnit::Years }, Count::Elapsed), Some(date(2025, 2, 28)));
    }

    #[test]
    fn a_day_on_which_clocks_change_is_a_day_and_hours_are_hours() {
        let zone = zone("Asia/Beirut").unwrap();
        // 30 March 2025: clocks go forward at midnight.
        let anchor = Stamp(date(2025, 3, 29).at(12, 0, 0, 0).to_zoned_datetime(zone.clone()).unwrap().timestamp().as_second());
        let by_days = due(anchor, days(1), Count::Elapsed, &zone).unwrap();
        assert_eq!(date_of(by_days, &zone), Some(date(2025, 3, 30)));
        let by_hours = due(anchor, Offset { n: 24, unit: OffsetUnit::Hours }, Count::Elapsed, &zone).unwrap();
        assert_eq!(by_hours.0 - anchor.0, 24 * 3600);
        // The day of the change has 23 hours.
        let start = start_of(date(2025, 3, 30), &zone).unwrap();
        assert_eq!(end_of(date(2025, 3, 30), &zone).unwrap().0 - start.0 + 1, 23 * 3600);
    }
}
