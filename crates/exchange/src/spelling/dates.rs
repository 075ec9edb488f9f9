//! Birth dates as lists write them, and how two of them agree.
//!
//! A date is read into the days that it can mean: one day, a month, a year; Hijri and Hebrew dates
//! into the Gregorian days they cover. Day and month that could be either way round are read in the
//! order of the list (day first unless a year leads), and a swap is seen when two dates are
//! compared.

use super::calendars::{days_in_month, gregorian, hebrew, hebrew_leap, hebrew_months, hijri, to_gregorian};
use serde::{Deserialize, Serialize};

/// The calendar that a date was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Calendar {
    /// The common one.
    Gregorian,
    /// Years 1250 to 1500.
    Hijri,
    /// Years 5500 to 5900.
    Hebrew,
}

/// A birth date, read: the days that it can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BirthDate {
    /// The first day it can mean (see [`super::calendars`]).
    pub from: i64,
    /// The last day it can mean.
    pub to: i64,
    /// The calendar it was written in.
    pub calendar: Calendar,
}

/// Why a date could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateFault {
    /// No year in it, or more than a day, a month and a year.
    Unreadable,
    /// The day or month does not exist.
    NoSuchDay,
    /// The year is in none of the calendars' ranges.
    YearOutOfRange,
}

const HIJRI_MONTHS: [&[&str]; 12] = [
    &["محرم", "muharram"],
    &["صفر", "safar"],
    &["ربيع الاول", "ربيع اول"],
    &["ربيع الثاني", "ربيع الاخر", "ربيع ثاني"],
    &["جمادي الاولي", "جمادي الاول"],
    &["جمادي الثانيه", "جمادي الاخره", "جمادي الثاني"],
    &["رجب", "rajab"],
    &["شعبان", "shaban"],
    &["رمضان", "ramadan"],
    &["شوال", "shawwal"],
    &["ذو القعده", "ذي القعده"],
    &["ذو الحجه", "ذي الحجه"],
];
const HEBREW_MONTHS: [(&str, u8); 15] = [
    ("תשרי", 1),
    ("מרחשונ", 2),
    ("חשונ", 2),
    ("כסלו", 3),
    ("טבת", 4),
    ("שבט", 5),
    ("אדר א", 6),
    ("אדר ב", 7),
    ("אדר", 7),
    ("ניסנ", 8),
    ("אייר", 9),
    ("סיונ", 10),
    ("תמוז", 11),
    ("אלול", 13),
    ("אב", 12),
];
const GREGORIAN_MONTHS: [&[&str]; 12] = [
    &["january", "jan", "يناير", "كانون الثاني", "ינואר"],
    &["february", "feb", "فبراير", "شباط", "פברואר"],
    &["march", "mar", "مارس", "اذار", "מרצ"],
    &["april", "apr", "ابريل", "نيسان", "אפריל"],
    &["may", "مايو", "ايار", "מאי"],
    &["june", "jun", "يونيو", "حزيران", "יוני"],
    &["july", "jul", "يوليو", "تموز", "יולי"],
    &["august", "aug", "اغسطس", "اب", "אוגוסט"],
    &["september", "sep", "سبتمبر", "ايلول", "ספטמבר"],
    &["october", "oct", "اكتوبر", "تشرين الاول", "אוקטובר"],
    &["november", "nov", "نوفمبر", "تشرين الثاني", "נובמבר"],
    &["december", "dec", "ديسمبر", "كانون الاول", "דצמבר"],
];

impl BirthDate {
    /// One Gregorian day.
    #[must_use]
    pub fn day(y: i64, m: u8, d: u8) -> Option<BirthDate> {
        gregorian(y, m, d).map(|n| BirthDate { from: n, to: n, calendar: Calendar::Gregorian })
    }

    /// Reads a date; an empty text is no date and no fault.
    ///
    /// # Errors
    /// When there is something written that is no date.
    pub fn read(text: &str) -> Result<Option<BirthDate>, DateFault> {
        // Folding drops what cannot be seen and turns every script's digits into ASCII.
        let text = terms::script::fold(text);
        let text = text.trim();
        if text.is_empty() || matches!(text, "-" | "?" | "0000-00-00" | "unknown" | "لا يوجد" | "غير معروف" | "לא ידוע")
        {
            return Ok(None);
        }
        // A clock time after the date is no part of it.
        let text =
            text.split_once('t').filter(|(a, b)| a.ends_with(|c: char| c.is_ascii_digit()) && b.contains(':')).map_or(text, |(a, _)| a);
        let text = text.split_once(' ').filter(|(_, b)| b.contains(':')).map_or(text, |(a, _)| a);
        if let Some(found) = hebrew_letters(text) {
            return found.map(Some);
        }
        let numbers: Vec<(i64, usize)> = text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|s| !s.is_empty())
            .map(|s| (s.parse::<i64>().unwrap_or(i64::MAX), s.len()))
            .collect();
        let letters = text.chars().any(char::is_alphabetic);
        let named = if letters { month_named(text) } else { None };
        match (numbers.as_slice(), named) {
            ([(y, 4)], None) => year_of(*y).map(Some),
            ([(packed, 8)], None) => date_of(packed / 10_000, (packed / 100 % 100) as u8, (packed % 100) as u8).map(Some),
            ([(y, 4), (m, _)], None) | ([(m, _), (y, 4)], None) => month_of(*y, *m).map(Some),
            ([(y, 4), (m, _), (d, _)], None) => ordered(*y, *m, *d).map(Some),
            ([(d, 1..=2), (m, 1..=2), (y, 4)], None) => {
                // 11/23/1991 can only be month first.
                if *m > 12 && *d <= 12 { ordered(*y, *d, *m).map(Some) } else { ordered(*y, *m, *d).map(Some) }
            }
            ([(d, 1..=2), (m, 1..=2), (y, 2)], None) => ordered(1900 + y + if *y < 30 { 100 } else { 0 }, *m, *d).map(Some),
            ([(y, 4)], Some((calendar, m))) => named_month(calendar, *y, m).map(Some),
            ([(d, 1..=2), (y, 4)] | [(y, 4), (d, 1..=2)], Some((calendar, m))) => named_day(calendar, *y, m, *d).map(Some),
            _ => Err(DateFault::Unreadable),
        }
    }

    /// Year, month and day where it is one day.
    #[must_use]
    pub fn exact(self) -> Option<(i64, u8, u8)> {
        (self.from == self.to).then(|| to_gregorian(self.from))
    }

    /// ISO 8601: a day, a month, a year, or an interval.
    #[must_use]
    pub fn iso(self) -> String {
        let ((y, m, d), (y2, m2, d2)) = (to_gregorian(self.from), to_gregorian(self.to));
        if self.from == self.to {
            format!("{y:04}-{m:02}-{d:02}")
        } else if (m, d, m2, d2) == (1, 1, 12, 31) && y == y2 {
            format!("{y:04}")
        } else if y == y2 && m == m2 && d == 1 && d2 == days_in_month(y, m) {
            format!("{y:04}-{m:02}")
        } else {
            format!("{y:04}-{m:02}-{d:02}/{y2:04}-{m2:02}-{d2:02}")
        }
    }
}

/// A number as a month or day, where it fits at all.
fn small(n: i64) -> u8 {
    u8::try_from(n).unwrap_or(0)
}

fn ordered(y: i64, m: i64, d: i64) -> Result<BirthDate, DateFault> {
    match (m, d) {
        (0, 0) => year_of(y),
        (m, 0) => month_of(y, m),
        _ => date_of(y, small(m), small(d)),
    }
}

fn calendar_of(y: i64) -> Result<Calendar, DateFault> {
    match y {
        1800..=2100 => Ok(Calendar::Gregorian),
        1250..=1500 => Ok(Calendar::Hijri),
        5500..=5900 => Ok(Calendar::Hebrew),
        _ => Err(DateFault::YearOutOfRange),
    }
}

fn date_of(y: i64, m: u8, d: u8) -> Result<BirthDate, DateFault> {
    named_day(calendar_of(y)?, y, m, i64::from(d))
}

fn named_day(calendar: Calendar, y: i64, m: u8, d: i64) -> Result<BirthDate, DateFault> {
    let d = small(d);
    let (day, slack) = match calendar {
        Calendar::Gregorian => (gregorian(y, m, d), 0),
        // A sighted month may begin a day before or after the reckoned one.
        Calendar::Hijri => (hijri(y, m, d), 1),
        Calendar::Hebrew => (hebrew(y, if m >= 7 && !hebrew_leap(y) { m - 1 } else { m }, d), 0),
    };
    let day = day.ok_or(DateFault::NoSuchDay)?;
    Ok(BirthDate { from: day - slack, to: day + slack, calendar })
}

fn month_of(y: i64, m: i64) -> Result<BirthDate, DateFault> {
    let calendar = calendar_of(y)?;
    named_month(calendar, y, small(m))
}

fn named_month(calendar: Calendar, y: i64, m: u8) -> Result<BirthDate, DateFault> {
    if calendar_of(y)? != calendar {
        return Err(DateFault::YearOutOfRange);
    }
    let (from, to) = match calendar {
        Calendar::Gregorian => (gregorian(y, m, 1), gregorian(y, m, days_in_month(y, m))),
        Calendar::Hijri => (hijri(y, m, 1).map(|d| d - 1), hijri(y, m, 30)),
        Calendar::Hebrew => {
            let m = if m >= 7 && !hebrew_leap(y) { m - 1 } else { m };
            let last = usize::from(m).checked_sub(1).and_then(|i| hebrew_months(y).get(i).copied());
            (hebrew(y, m, 1), last.and_then(|d| hebrew(y, m, d)))
        }
    };
    from.zip(to).map(|(from, to)| BirthDate { from, to, calendar }).ok_or(DateFault::NoSuchDay)
}

fn year_of(y: i64) -> Result<BirthDate, DateFault> {
    let calendar = calendar_of(y)?;
    let (from, to) = match calendar {
        Calendar::Gregorian => (gregorian(y, 1, 1), gregorian(y, 12, 31)),
        Calendar::Hijri => (hijri(y, 1, 1), hijri(y + 1, 1, 1).map(|d| d - 1)),
        Calendar::Hebrew => (hebrew(y, 1, 1), hebrew(y + 1, 1, 1).map(|d| d - 1)),
    };
    from.zip(to).map(|(from, to)| BirthDate { from, to, calendar }).ok_or(DateFault::NoSuchDay)
}

fn month_named(text: &str) -> Option<(Calendar, u8)> {
    let named = |table: &[&[&str]], calendar| {
        let mut best: Option<(usize, u8)> = None;
        for (i, names) in table.iter().enumerate() {
            for n in *names {
                let n = terms::script::fold(n);
                if text.contains(&n) && best.is_none_or(|(len, _)| n.len() > len) {
                    best = Some((n.len(), u8::try_from(i + 1).unwrap_or(0)));
                }
            }
        }
        best.map(|(len, m)| (len, calendar, m))
    };
    let hebrew =
        HEBREW_MONTHS.iter().filter(|(n, _)| text.contains(n)).max_by_key(|(n, _)| n.len()).map(|(n, m)| (n.len(), Calendar::Hebrew, *m));
    [named(&GREGORIAN_MONTHS, Calendar::Gregorian), named(&HIJRI_MONTHS, Calendar::Hijri), hebrew]
        .into_iter()
        .flatten()
        .max_by_key(|(len, _, _)| *len)
        .map(|(_, calendar, m)| (calendar, m))
}

/// A date in Hebrew letters: day, month's name, year ("יב בתשרי תשנא"; folding has dropped the marks).
fn hebrew_letters(text: &str) -> Option<Result<BirthDate, DateFault>> {
    if text.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let (first, last) = (words.first()?, words.last()?);
    let (_, month) = HEBREW_MONTHS.iter().filter(|(n, _)| words[..words.len() - 1].join(" ").contains(n)).max_by_key(|(n, _)| n.len())?;
    let day = gematria(&first.replace(['"', '\''], ""))?;
    let year = gematria(&last.replace(['"', '\''], ""))?;
    let year = if year < 1000 { year + 5000 } else { year };
    Some(named_day(Calendar::Hebrew, year, *month, day))
}

fn gematria(word: &str) -> Option<i64> {
    let mut sum = 0;
    let letters: Vec<char> = word.chars().collect();
    for (i, c) in letters.iter().enumerate() {
        let value = match c {
            'א' => 1,
            'ב' => 2,
            'ג' => 3,
            'ד' => 4,
            // A he before the hundreds counts thousands.
            'ה' if i == 0 && letters.len() > 3 => 5000,
            'ה' => 5,
            'ו' => 6,
            'ז' => 7,
            'ח' => 8,
            'ט' => 9,
            'י' => 10,
            'כ' => 20,
            'ל' => 30,
            'מ' => 40,
            'נ' => 50,
            'ס' => 60,
            'ע' => 70,
            'פ' => 80,
            'צ' => 90,
            'ק' => 100,
            'ר' => 200,
            'ש' => 300,
            'ת' => 400,
            _ => return None,
        };
        sum += value;
    }
    Some(sum)
}

/// How two birth dates agree, from the strongest to the weakest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateAgreement {
    /// The same day.
    Same,
    /// The same day, one of the two written in another calendar or a day off it.
    Within,
    /// Day and month the other way round.
    Swapped,
    /// One of day, month and year differs, the year by one or in one digit.
    OneDiffers,
    /// The same year where one gives nothing finer, or 1 January stands for "some day of it".
    YearOnly,
    /// The same year, no more.
    SameYear,
    /// A year apart or two.
    NearYear,
    /// None of these.
    Differs,
}

impl DateAgreement {
    /// All of them, strongest first.
    pub const ALL: [DateAgreement; 8] = [
        DateAgreement::Same,
        DateAgreement::Within,
        DateAgreement::Swapped,
        DateAgreement::OneDiffers,
        DateAgreement::YearOnly,
        DateAgreement::SameYear,
        DateAgreement::NearYear,
        DateAgreement::Differs,
    ];

    /// Compares two dates.
    #[must_use]
    pub fn of(a: BirthDate, b: BirthDate) -> DateAgreement {
        let near_digit = |x: i64, y: i64| {
            let (mut x, mut y, mut off) = (x, y, 0);
            while x > 0 || y > 0 {
                off += i32::from(x % 10 != y % 10);
                x /= 10;
                y /= 10;
            }
            off == 1
        };
        let overlap = a.from <= b.to && b.from <= a.to;
        if let (Some((ya, ma, da)), Some((yb, mb, db))) = (a.exact(), b.exact()) {
            let first = (ma, da) == (1, 1) || (mb, db) == (1, 1);
            let off = [ya != yb, ma != mb, da != db].into_iter().filter(|x| *x).count();
            return match () {
                () if off == 0 => DateAgreement::Same,
                () if ya == yb && ma == db && da == mb => DateAgreement::Swapped,
                () if ya == yb && first => DateAgreement::YearOnly,
                () if off == 1 && (ya == yb || (ya - yb).abs() <= 1 || near_digit(ya, yb)) => DateAgreement::OneDiffers,
                () if ya == yb => DateAgreement::SameYear,
                () if (ya - yb).abs() <= 2 => DateAgreement::NearYear,
                () => DateAgreement::Differs,
            };
        }
        let wide = |x: BirthDate| x.to - x.from > 40;
        if overlap {
            return if wide(a) || wide(b) { DateAgreement::YearOnly } else { DateAgreement::Within };
        }
        let gap = (a.from - b.to).max(b.from - a.to);
        if gap <= 2 * 366 { DateAgreement::NearYear } else { DateAgreement::Differs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> Option<String> {
        BirthDate::read(text).ok().flatten().map(BirthDate::iso)
    }

    #[test]
    fn one_day_in_many_hands() {
        for t in [
            "1991-11-23",
            "23/11/1991",
            "23.11.91",
            "11/23/1991",
            "٢٣/١١/١٩٩١",
            "23 November 1991",
            "23 نوفمبر 1991",
            "1991-11-23T00:00:00",
            "19911123",
            "23 בנובמבר 1991",
        ] {
            assert_eq!(iso(t).as_deref(), Some("1991-11-23"), "{t}");
        }
        assert_eq!(iso("1991").as_deref(), Some("1991"));
        assert_eq!(iso("11/1991").as_deref(), Some("1991-11"));
        assert_eq!(iso("1991-00-00").as_deref(), Some("1991"));
    }

    #[test]
    fn hijri_and_hebrew_dates_become_days() {
        assert_eq!(iso("ה באייר תשח").as_deref(), Some("1948-05-14"));
        assert_eq!(iso("5 אייר 5708").as_deref(), Some("1948-05-14"));
        let hijri = BirthDate::read("16/5/1412").ok().flatten();
        let day = BirthDate::day(1991, 11, 23);
        assert_eq!(hijri.zip(day).map(|(a, b)| DateAgreement::of(a, b)), Some(DateAgreement::Within));
        assert_eq!(hijri.map(|d| d.calendar), Some(Calendar::Hijri));
        let year = BirthDate::read("1412").ok().flatten();
        assert_eq!(year.zip(day).map(|(a, b)| DateAgreement::of(a, b)), Some(DateAgreement::YearOnly));
    }

    #[test]
    fn what_is_no_date_says_why() {
        assert_eq!(BirthDate::read("31/02/1990"), Err(DateFault::NoSuchDay));
        assert_eq!(BirthDate::read("12/12/0007"), Err(DateFault::YearOutOfRange));
        assert_eq!(BirthDate::read("about forty"), Err(DateFault::Unreadable));
        assert_eq!(BirthDate::read("99999999999999999999"), Err(DateFault::Unreadable));
        assert_eq!(BirthDate::read(" \u{200f} "), Ok(None));
    }

    #[test]
    fn agreement_is_the_same_both_ways() {
        let d = |t: &str| BirthDate::read(t).ok().flatten();
        for (a, b, want) in [
            ("1990-05-06", "1990-05-06", DateAgreement::Same),
            ("1990-05-06", "1990-06-05", DateAgreement::Swapped),
            ("1990-05-06", "1990-01-01", DateAgreement::YearOnly),
            ("1990-05-06", "1990", DateAgreement::YearOnly),
            ("1990-05-06", "1990-05-26", DateAgreement::OneDiffers),
            ("1990-05-06", "1991-05-06", DateAgreement::OneDiffers),
            ("1990-05-06", "1990-08-26", DateAgreement::SameYear),
            ("1990-05-06", "1992-08-26", DateAgreement::NearYear),
            ("1990-05-06", "1971-08-26", DateAgreement::Differs),
        ] {
            assert_eq!(d(a).zip(d(b)).map(|(a, b)| DateAgreement::of(a, b)), Some(want), "{a} {b}");
            assert_eq!(d(b).zip(d(a)).map(|(a, b)| DateAgreement::of(a, b)), Some(want), "{b} {a}");
        }
    }
}
