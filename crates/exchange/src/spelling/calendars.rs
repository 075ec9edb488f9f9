//! The Gregorian, Hijri and Hebrew calendars as day numbers, exactly and without tables.
//!
//! Day numbers are *rata die*: day 1 is 1 January of year 1, proleptic Gregorian. The Hijri
//! calendar is the tabular one (civil epoch, thirty-year cycle); lists that follow a sighted moon or
//! the Umm al-Qura tables may lie a day or two off, which [`super::dates`] allows for. Algorithms
//! after Reingold and Dershowitz, *Calendrical Calculations*, chapters 2, 7 and 8.

/// Days before the year's first of January.
const fn before_year(y: i64) -> i64 {
    let y = y - 1;
    365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400)
}

/// Whether a Gregorian year is a leap year.
#[must_use]
pub const fn leap(y: i64) -> bool {
    y.rem_euclid(4) == 0 && (y.rem_euclid(100) != 0 || y.rem_euclid(400) == 0)
}

/// How many days a Gregorian month has; 0 for a month that does not exist.
#[must_use]
pub const fn days_in_month(y: i64, m: u8) -> u8 {
    match m {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + leap(y) as u8,
        _ => 0,
    }
}

/// The day number of a Gregorian date; `None` for a date that does not exist.
#[must_use]
pub fn gregorian(y: i64, m: u8, d: u8) -> Option<i64> {
    if !(1..=9999).contains(&y) || d == 0 || d > days_in_month(y, m) {
        return None;
    }
    let before: i64 = (1..m).map(|k| i64::from(days_in_month(y, k))).sum();
    Some(before_year(y) + before + i64::from(d))
}

/// The Gregorian date of a day number: year, month, day.
#[must_use]
pub fn to_gregorian(day: i64) -> (i64, u8, u8) {
    let mut y = day.div_euclid(366).max(0) + 1;
    while before_year(y + 1) < day {
        y += 1;
    }
    let mut rest = day - before_year(y);
    let mut m = 1;
    while rest > i64::from(days_in_month(y, m)) && m < 12 {
        rest -= i64::from(days_in_month(y, m));
        m += 1;
    }
    (y, m, u8::try_from(rest).unwrap_or(1))
}

/// 16 July 622 in the Julian calendar.
const HIJRI_EPOCH: i64 = 227_015;

/// The day number of a Hijri date; the thirtieth of a month is always taken, since a sighted month
/// may have had it.
#[must_use]
pub fn hijri(y: i64, m: u8, d: u8) -> Option<i64> {
    if !(1..=2000).contains(&y) || !(1..=12).contains(&m) || !(1..=30).contains(&d) {
        return None;
    }
    let m = i64::from(m);
    Some(HIJRI_EPOCH - 1 + (y - 1) * 354 + (3 + 11 * y).div_euclid(30) + 29 * (m - 1) + m.div_euclid(2) + i64::from(d))
}

/// The day before the Hebrew epoch's first day.
const HEBREW_EPOCH: i64 = -1_373_427;

/// Whether a Hebrew year has thirteen months.
#[must_use]
pub const fn hebrew_leap(y: i64) -> bool {
    (7 * y + 1).rem_euclid(19) < 7
}

fn hebrew_elapsed(y: i64) -> i64 {
    let months = (235 * y - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = 29 * months + parts.div_euclid(25_920);
    if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
}

/// The day number of a Hebrew year's first of Tishri.
fn hebrew_new_year(y: i64) -> i64 {
    let (a, b, c) = (hebrew_elapsed(y - 1), hebrew_elapsed(y), hebrew_elapsed(y + 1));
    let delay = if c - b == 356 {
        2
    } else if b - a == 382 {
        1
    } else {
        0
    };
    HEBREW_EPOCH + b + delay
}

/// How many days each month of a Hebrew year has, from Tishri; in a leap year the sixth is Adar I.
#[must_use]
pub fn hebrew_months(y: i64) -> Vec<u8> {
    let days = hebrew_new_year(y + 1) - hebrew_new_year(y);
    let long = matches!(days, 355 | 385);
    let short = matches!(days, 353 | 383);
    let mut months = vec![30, if long { 30 } else { 29 }, if short { 29 } else { 30 }, 29, 30];
    if hebrew_leap(y) {
        months.push(30);
    }
    months.extend([29, 30, 29, 30, 29, 30, 29]);
    months
}

/// The day number of a Hebrew date; `m` counts from Tishri, 1 to 12 or 13.
#[must_use]
pub fn hebrew(y: i64, m: u8, d: u8) -> Option<i64> {
    if !(1..=9999).contains(&y) || d == 0 {
        return None;
    }
    let months = hebrew_months(y);
    if d > *months.get(usize::from(m).checked_sub(1)?)? {
        return None;
    }
    let before: i64 = months[..usize::from(m) - 1].iter().map(|n| i64::from(*n)).sum();
    Some(hebrew_new_year(y) + before + i64::from(d) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days_agree_in_three_calendars() {
        // Published equivalences: 1 Muharram 1400, 1 Tishri 5740, 5 Iyar 5708, 1 Muharram 1446 (7 July 2024).
        assert_eq!(gregorian(1979, 11, 21).zip(hijri(1400, 1, 1)).map(|(a, b)| (a - b).abs() <= 1), Some(true));
        assert_eq!(hijri(1446, 1, 1).zip(gregorian(2024, 7, 7)).map(|(a, b)| (a - b).abs() <= 1), Some(true));
        assert_eq!(hebrew(5740, 1, 1), gregorian(1979, 9, 22));
        assert_eq!(hebrew(5708, 9, 5), gregorian(1948, 5, 14));
        assert_eq!(hebrew(5784, 1, 1), gregorian(2023, 9, 16));
    }

    #[test]
    fn every_day_of_two_centuries_reads_back() {
        let (from, to) = (before_year(1850), before_year(2050));
        for day in from..to {
            let (y, m, d) = to_gregorian(day);
            assert_eq!(gregorian(y, m, d), Some(day));
        }
    }

    #[test]
    fn hebrew_years_follow_on() {
        for y in 5600..5900 {
            let days: i64 = hebrew_months(y).iter().map(|d| i64::from(*d)).sum();
            assert_eq!(hebrew_new_year(y) + days, hebrew_new_year(y + 1), "{y}");
            assert!(matches!(days, 353..=355 | 383..=385));
        }
    }
}
