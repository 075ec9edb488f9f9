//! Times: dates, weekdays, relative days, clock times, lengths and intervals, as ISO 8601.
//!
//! [`find`] tries each kind at each token ([`dates`], [`weekdays`], [`relative`], [`clock`], [`lengths`]),
//! joins what one preposition joins, and then gives clock times their day.
//!
//! A weekday is resolved by tense against the document's date; what the text does not fix has no
//! value. Precision is kept: a month stays a month.

mod clock;
mod dates;
mod iso;
mod lengths;
mod relative;
mod weekdays;

use super::layer::{Exact, Form, Kind, Layer, Token};
use super::lists::{self, List};
use super::numbers::{decimal, is_year};
use super::reading::{Precision, Time, When};
use iso::{month_text, week_text};
use jiff::civil::Date;
use jiff::{Span as Length, ToSpan};
use std::ops::Range;

/// Finds the times, and marks the numbers that are part of them.
pub fn find(layer: &mut Layer) {
    let found = Finder::new(layer).all();
    for number in &mut layer.numbers {
        let at = found.partition_point(|f| f.tokens.end <= number.tokens.start);
        let inside = found.get(at).filter(|f| f.tokens.start < number.tokens.end);
        // A length stays a count as well; the figures decide.
        if inside.is_some_and(|f| f.when != When::Length) {
            number.form = Form::Time;
        }
    }
    layer.times = found.into_iter().map(|f| Time { span: layer.span(f.tokens), value: f.value, rule: f.rule, when: f.when }).collect();
}

/// A time as it is found: its tokens without the preposition.
#[derive(Debug, Clone)]
struct Found {
    tokens: Range<usize>,
    value: Option<String>,
    when: When,
    rule: &'static str,
}

/// The full dates (day, month, year) in a range of tokens: for the header, before the day is known.
pub(super) fn full_dates(layer: &Layer, range: Range<usize>) -> Vec<(Range<usize>, Date)> {
    let finder = Finder::new(layer);
    let mut out = Vec::new();
    let mut i = range.start;
    while i < range.end {
        let found = finder.calendar_date(i).filter(|(tokens, parts)| tokens.end <= range.end && parts.year.is_some());
        match found.and_then(|(tokens, parts)| Some((tokens, parts.date(None)?))) {
            Some(found) => {
                i = found.0.end;
                out.push(found);
            }
            None => i += 1,
        }
    }
    out
}

/// The parts of a date as they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Parts {
    day: Option<i8>,
    month: i8,
    year: Option<i16>,
}

impl Parts {
    /// The day, with the year that brings it nearest to the report's where none is written.
    fn date(self, near: Option<Date>) -> Option<Date> {
        let day = self.day?;
        Date::new(self.year(near)?, self.month, day).ok()
    }

    fn year(self, near: Option<Date>) -> Option<i16> {
        if self.year.is_some() {
            return self.year;
        }
        let near = near?;
        let middle = |y: i16| Date::new(y, self.month, self.day.unwrap_or(15).min(28)).ok();
        (near.year() - 1..=near.year() + 1).min_by_key(|y| middle(*y).map_or(i32::MAX, |d| days_between(near, d).abs()))
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |s| s.get_days())
}

struct Finder<'a> {
    layer: &'a Layer,
    tokens: &'a [Token],
    words: &'static List,
    day: Option<Date>,
    /// Clock times are in this zone, where the text says so of all.
    zone: &'static str,
    english: bool,
}

impl<'a> Finder<'a> {
    fn new(layer: &'a Layer) -> Self {
        let english = layer.document.language == "en";
        let tokens = &layer.tokens[..];
        let times_are = |i: usize| tokens.get(i + 1).is_some_and(|t| matches!(&*t.norm, "are" | "in" | "given")) && tokens[i].is("times");
        let all_utc = (0..tokens.len())
            .filter(|i| times_are(*i))
            .any(|i| tokens[i..tokens.len().min(i + 6)].iter().any(|t| matches!(&*t.norm, "gmt" | "utc")));
        Self {
            layer,
            tokens,
            words: lists::calendar(&layer.document.language),
            day: layer.document.day,
            zone: if all_utc { "Z" } else { "" },
            english,
        }
    }

    fn is(&self, i: usize, norm: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is(norm))
    }

    fn any(&self, i: usize, of: &[&str]) -> bool {
        self.tokens.get(i).is_some_and(|t| of.contains(&&*t.norm))
    }

    fn before(&self, i: usize, n: usize, of: &[&str]) -> bool {
        i >= n && self.any(i - n, of)
    }

    /// An entry of the calendar of a kind: how many tokens, and its value.
    fn entry(&self, i: usize, kind: &str) -> Option<(usize, &'static str)> {
        let (n, entry) = self.words.at(self.tokens, i)?;
        if entry.field(0) == kind {
            return Some((n, entry.field(1)));
        }
        None
    }

    /// The same, with the prefixes that Arabic and Hebrew join to a word.
    fn joined(&self, i: usize, kind: &str) -> Option<(usize, &'static str)> {
        if let Some(found) = self.entry(i, kind) {
            return Some(found);
        }
        if self.english {
            return None;
        }
        let token = self.tokens.get(i).filter(|t| t.kind == Kind::Word)?;
        let rest = token.norm.strip_prefix(['ב', 'ה', 'ל', 'מ', 'و', 'ל', 'ב', 'ل', 'ب'])?;
        if rest.chars().count() < 3 {
            return None;
        }
        // A prefixed first word of a longer entry: `ביום שני`.
        let mut copy: Vec<Token> = self.tokens[i..self.tokens.len().min(i + 3)].to_vec();
        copy[0].norm = rest.into();
        let (n, entry) = self.words.at(&copy, 0)?;
        (entry.field(0) == kind).then(|| (n, entry.field(1)))
    }

    fn number(&self, i: usize) -> Option<i64> {
        let token = self.tokens.get(i).filter(|t| t.kind == Kind::Number)?;
        decimal(&token.norm).filter(|n| n.below == 1).map(|n| n.above)
    }

    fn small(&self, i: usize, within: Range<i64>) -> Option<i8> {
        self.number(i).filter(|n| within.contains(n)).and_then(|n| i8::try_from(n).ok())
    }

    fn year(&self, i: usize) -> Option<i16> {
        self.tokens.get(i).filter(|t| is_year(t)).and_then(|_| self.number(i)).and_then(|n| i16::try_from(n).ok())
    }

    /// All times, then what joins two of them and what their neighbours say.
    fn all(&self) -> Vec<Found> {
        let mut out: Vec<Found> = Vec::new();
        let mut last_day = None;
        let mut i = 0;
        while i < self.tokens.len() {
            let Some(found) = self.at(i, last_day) else {
                i += 1;
                continue;
            };
            if let When::Days(from, to, Precision::Day) = found.when
                && from == to
            {
                last_day = Some(from);
            }
            i = found.tokens.end.max(i + 1);
            match out.last_mut().and_then(|before| self.join(before, &found)) {
                Some(joined) => *out.last_mut().expect("there is one before") = joined,
                None => out.push(found),
            }
        }
        self.clocks(&mut out);
        self.moments(&mut out);
        out
    }

    /// `29 May, 06:00, to 30 May, 06:00`: two moments that `to` joins are an interval.
    fn moments(&self, out: &mut Vec<Found>) {
        let marks = |from: usize, to: usize, words: &[&str]| {
            to >= from && to - from <= 2 && (from..to).all(|i| self.any(i, &[","]) || self.any(i, words))
        };
        let pair = |a: &Found, b: &Found| match (a.when, b.when) {
            (When::Days(d, e, Precision::Day), When::Moment(m)) | (When::Moment(m), When::Days(d, e, Precision::Day)) => {
                (d == e && m == d && marks(a.tokens.end, b.tokens.start, &["at"])).then_some(d)
            }
            _ => None,
        };
        let clock = |a: &Found, b: &Found| if matches!(a.when, When::Moment(_)) { a.value.clone() } else { b.value.clone() };
        let mut kept: Vec<Found> = Vec::with_capacity(out.len());
        for found in std::mem::take(out) {
            kept.push(found);
            let Some([a, b, c, d]) = kept.last_chunk::<4>() else { continue };
            let joined = c.tokens.start > b.tokens.end && marks(b.tokens.end, c.tokens.start, &["to", "-", "–", "until"]);
            if let (Some(from), Some(to), true) = (pair(a, b), pair(c, d), joined)
                && let (Some(first), Some(last)) = (clock(a, b), clock(c, d))
            {
                let tokens = a.tokens.start..d.tokens.end;
                kept.truncate(kept.len() - 4);
                kept.push(Found {
                    tokens,
                    value: Some(format!("{first}/{last}")),
                    when: When::Days(from, to, Precision::Day),
                    rule: "moments",
                });
            }
        }
        *out = kept;
    }

    /// The time that begins at a token.
    fn at(&self, i: usize, last_day: Option<Date>) -> Option<Found> {
        let token = self.tokens.get(i)?;
        if matches!(token.kind, Kind::Quote | Kind::Address) {
            return None;
        }
        self.weekday_date(i)
            .or_else(|| self.dated(i))
            .or_else(|| self.weekday(i))
            .or_else(|| self.relative_day(i, last_day))
            .or_else(|| self.relative_length(i))
            .or_else(|| self.calendar_period(i))
            .or_else(|| self.clock(i))
            .or_else(|| self.length(i))
            .or_else(|| self.bare_year(i))
    }

    fn days(tokens: Range<usize>, from: Date, to: Date, precision: Precision, rule: &'static str) -> Found {
        let value = match precision {
            Precision::Day | Precision::Minute if from == to => from.to_string(),
            Precision::Week => week_text(from),
            Precision::Month if (from.year(), from.month()) == (to.year(), to.month()) => month_text(from),
            Precision::Month => format!("{}/{}", month_text(from), month_text(to)),
            Precision::Year => format!("{:04}", from.year()),
            _ => format!("{from}/{to}"),
        };
        Found { tokens, value: Some(value), when: When::Days(from, to, precision), rule }
    }

    fn open(tokens: Range<usize>, rule: &'static str) -> Found {
        Found { tokens, value: None, when: When::Open, rule }
    }

    /// Two times that one preposition joins: `30 October to 5 November 2025`, `July and August`,
    /// `from Monday to Wednesday`, `between 09:00 and 09:45`.
    fn join(&self, first: &Found, second: &Found) -> Option<Found> {
        let between = &self.tokens[first.tokens.end..second.tokens.start];
        let [joint] = between else { return None };
        if !matches!(&*joint.norm, "to" | "and" | "-" | "–" | "—" | "until" | "through" | "or") {
            return None;
        }
        let led = self.before(first.tokens.start, 1, &["between"]);
        let tokens = first.tokens.start..second.tokens.end;
        if joint.is("or") {
            return None;
        }
        match (first.when, second.when) {
            (When::Days(from, _, p), When::Days(mut to_from, mut to, q)) if p == q => {
                let mut from = from;
                // `30 October to 5 November 2025`: the first has the year of the second.
                if from > to && matches!(p, Precision::Day | Precision::Month) {
                    let written = self.year(second.tokens.end - 1).is_some();
                    if written {
                        from = Date::new(to.year(), from.month(), from.day()).ok()?;
                    } else {
                        (to_from, to) = (add(to_from, 1.years())?, add(to, 1.years())?);
                    }
                }
                if let Some(year) =
                    self.year(second.tokens.end - 1).filter(|_| self.year(first.tokens.end - 1).is_none() && p == Precision::Day)
                    && let Ok(moved) = Date::new(year, from.month(), from.day())
                    && moved < to
                {
                    from = moved;
                }
                let _ = to_from;
                // Two days that are only named together stay two, unless they follow each other.
                if joint.is("and") && !led && !(p == Precision::Day && add(from, 1.days()) == Some(to) || p == Precision::Month) {
                    return None;
                }
                if from >= to {
                    return None;
                }
                if p == Precision::Year {
                    return Some(Found {
                        tokens,
                        value: Some(format!("{:04}/{:04}", from.year(), to.year())),
                        when: When::Days(from, to, p),
                        rule: "interval",
                    });
                }
                (p != Precision::Week).then(|| Self::days(tokens, from, to, p, "interval"))
            }
            (When::Clock, When::Clock) if !joint.is("and") || led => Some(Found {
                tokens,
                value: Some(format!("{}/{}", first.value.as_deref()?, second.value.as_deref()?)),
                when: When::Clock,
                rule: "clock-interval",
            }),
            _ => None,
        }
    }
}

fn add(day: Date, length: Length) -> Option<Date> {
    day.checked_add(length).ok()
}

/// The day a length before another (after it for a negative count).
fn back(day: Date, count: Exact, unit: &str) -> Option<Date> {
    let n = i64::try_from((i128::from(count.above) + i128::from(count.below) - 1) / i128::from(count.below)).ok()?;
    let step = match unit {
        "S" | "M" => Length::new().try_days(0),
        // The past three hours are of the same day.
        "H" if (-11..12).contains(&n) => Length::new().try_days(0),
        "H" => Length::new().try_days(if n >= 0 { (n + 23) / 24 } else { -((23 - n) / 24) }),
        "D" => Length::new().try_days(n),
        "W" => Length::new().try_weeks(n),
        "F" => Length::new().try_weeks(n.checked_mul(2)?),
        "MO" => Length::new().try_months(n),
        "Y10" => Length::new().try_years(n.checked_mul(10)?),
        _ => Length::new().try_years(n),
    }
    .ok()?;
    day.checked_sub(step).ok()
}

impl std::ops::Neg for Exact {
    type Output = Self;

    fn neg(self) -> Self {
        Self { above: self.above.saturating_neg(), below: self.below }
    }
}

fn week_of(range: Range<usize>, day: Date) -> Found {
    let monday = add(day, (-i32::from(day.weekday().to_monday_zero_offset())).days()).unwrap_or(day);
    let sunday = add(monday, 6.days()).unwrap_or(day);
    Finder::days(range, monday, sunday, Precision::Week, "week")
}

#[cfg(test)]
mod tests {
    use crate::intake::testing::layer;

    /// The times of a text read on Friday 12 March 2027.
    fn times(text: &str) -> Vec<(String, String)> {
        let layer = layer(text);
        layer.times.iter().map(|t| (layer.cut(t.span).to_owned(), t.value.clone().unwrap_or_default())).collect()
    }

    fn check(cases: &[(&str, &str, &str)]) {
        for (text, span, value) in cases {
            assert_eq!(times(text), [((*span).to_owned(), (*value).to_owned())], "{text}");
        }
    }

    #[test]
    fn dates_keep_their_precision() {
        check(&[
            ("It began on 1 March.", "1 March", "2027-03-01"),
            ("It began on March 1, 2026.", "March 1, 2026", "2026-03-01"),
            ("It began on the 3rd of January.", "3rd of January", "2027-01-03"),
            ("It began in October.", "October", "2026-10"),
            ("It has gone on since 2024.", "2024", "2024"),
            ("It began on 2027-03-02.", "2027-03-02", "2027-03-02"),
            ("It began on 02/03/2027.", "02/03/2027", "2027-03-02"),
            ("It lasted from 30 October to 5 November 2025.", "30 October to 5 November 2025", "2025-10-30/2025-11-05"),
            ("It lasted from 3 to 6 March.", "3 to 6 March", "2027-03-03/2027-03-06"),
            ("In early March it rained.", "early March", "2027-03"),
            ("It rained in July and August.", "July and August", "2026-07/2026-08"),
            ("It rained on Friday, 5 March 2027.", "Friday, 5 March 2027", "2027-03-05"),
        ]);
    }

    #[test]
    fn a_weekday_is_resolved_by_the_tense_of_its_clause() {
        check(&[
            ("They met on Monday.", "Monday", "2027-03-08"),
            ("They will meet on Monday.", "Monday", "2027-03-15"),
            ("They are to meet on Monday.", "Monday", "2027-03-15"),
            ("They said on Monday that it was over.", "Monday", "2027-03-08"),
            ("On Monday mediators will return.", "Monday", "2027-03-15"),
            ("They met on Friday.", "Friday", "2027-03-12"),
            ("They met last Friday.", "last Friday", "2027-03-05"),
            ("They would be released on Tuesday.", "Tuesday", "2027-03-16"),
            ("They must answer by Sunday.", "Sunday", "2027-03-14"),
            ("They met early on Thursday.", "Thursday", "2027-03-11"),
            ("They met on Thursday evening.", "Thursday evening", "2027-03-11"),
            ("Fighting has gone on since Tuesday.", "Tuesday", "2027-03-09"),
        ]);
    }

    #[test]
    fn relative_times_count_from_the_report() {
        check(&[
            ("They met yesterday.", "yesterday", "2027-03-11"),
            ("They met last week.", "last week", "2027-W09"),
            ("They met three weeks ago.", "three weeks ago", "2027-W07"),
            ("They met two days ago.", "two days ago", "2027-03-10"),
            ("In the past 24 hours it rained.", "the past 24 hours", "PT24H/2027-03-12"),
            ("In the coming three days it will rain.", "the coming three days", "2027-03-12/P3D"),
            ("It was shelled overnight.", "overnight", "2027-03-11/2027-03-12"),
            ("They met this morning.", "this morning", "2027-03-12"),
        ]);
    }

    #[test]
    fn lengths_keep_their_unit() {
        check(&[
            ("They have 72 hours.", "72 hours", "PT72H"),
            ("They have three days.", "three days", "P3D"),
            ("It lasted two weeks.", "two weeks", "P2W"),
            ("A 60-day truce was signed.", "60-day", "P60D"),
            ("A ten-day truce was signed.", "ten-day", "P10D"),
            ("It lasted half an hour.", "half an hour", "PT0.5H"),
        ]);
    }

    #[test]
    fn clock_times_have_a_day() {
        check(&[
            ("It stopped at 14:30.", "14:30", "2027-03-12T14:30"),
            ("It stopped at 2.30 p.m. that was all.", "2.30 p.m.", "2027-03-12T14:30"),
            ("It stopped at 10:55 GMT.", "10:55 GMT", "2027-03-12T10:55Z"),
        ]);
        assert_eq!(times("It stopped at 14:30 on Monday.")[0].1, "2027-03-08T14:30");
        assert_eq!(times("They start at nine tomorrow.")[0].1, "2027-03-13T09:00");
    }

    #[test]
    fn a_bare_clock_time_and_the_end_of_a_day_are_read() {
        check(&[
            ("Shots were heard at 1120.", "1120", "2027-03-12T11:20"),
            ("They left between 08.00 and 14.00.", "08.00 and 14.00", "2027-03-12T08:00/2027-03-12T14:00"),
            ("They must leave before midnight.", "midnight", "2027-03-13T00:00"),
            ("The fuel will last nine days.", "nine days", "P9D"),
            ("It began in April last year.", "April last year", "2026-04"),
            ("The list is published every Monday.", "Monday", ""),
            ("It began on l March 2027.", "l March 2027", "2027-03-01"),
        ]);
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "They may come.",
            "The march went on.",
            "He is a man of 40.",
            "A second convoy came.",
            "Article 5 says so.",
            "2000 people came.",
        ] {
            assert_eq!(times(text), [], "{text}");
        }
    }

    #[test]
    fn arabic_and_hebrew_dates_are_read() {
        assert_eq!(times("قتل ثلاثة أشخاص يوم الاثنين في المدينة")[0].1, "2027-03-08");
        assert_eq!(times("بدأت الهدنة في ١ مارس ٢٠٢٧")[0].1, "2027-03-01");
        assert_eq!(times("השיחות נפתחו ב-1 במרץ 2027")[0].1, "2027-03-01");
        assert_eq!(times("השיחות נפתחו אתמול")[0].1, "2027-03-11");
        assert_eq!(times("خلال 72 ساعة")[0].1, "PT72H");
    }
}
