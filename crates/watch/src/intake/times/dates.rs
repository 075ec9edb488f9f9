//! Dates by the calendar: `12 March 2027`, `March`, `mid-2025`, `3 to 6 October`, `12/03/2027`, a year alone.

use super::{Finder, Found, Parts, week_of};
use crate::intake::layer::{Exact, Form, Kind};
use crate::intake::reading::{Precision, Value};
use jiff::civil::{Date, date};
use std::ops::Range;

impl Finder<'_> {
    /// `Friday, 12 March 2027`; `Saturday, 21 February`.
    pub(super) fn weekday_date(&self, i: usize) -> Option<Found> {
        let (n, _) = self.joined(i, "weekday")?;
        let mut at = i + n;
        if self.any(at, &[",", "،", "the", "("]) {
            at += 1;
        }
        let (tokens, parts) = self.calendar_date(at)?;
        parts.day?;
        let day = parts.date(self.day)?;
        Some(Self::days(i..tokens.end, day, day, Precision::Day, "weekday-date"))
    }

    /// `12 March 2027`, `March 12`, `March`, `2027-03-12`, `12/03/2027`; with what goes before.
    pub(super) fn dated(&self, i: usize) -> Option<Found> {
        // `early March`, `mid-2025`, `late 2025`, `the beginning of August`, `the end of November`.
        if let Some(found) = self.part_of_period(i) {
            return Some(found);
        }
        if let Some(found) = self.day_span(i).or_else(|| self.new_year(i)) {
            return Some(found);
        }
        let (tokens, parts) = self.calendar_date(i)?;
        self.written(tokens, parts)
    }

    pub(super) fn written(&self, tokens: Range<usize>, parts: Parts) -> Option<Found> {
        if parts.day.is_some() {
            let Some(day) = parts.date(self.day) else { return Some(Self::open(tokens, "date")) };
            // `12 March evening` does not occur; `on the evening of 12 March` keeps its date.
            return Some(Self::days(tokens, day, day, Precision::Day, "date"));
        }
        let Some(year) = parts.year.or_else(|| self.year_of_month(tokens.start, parts.month)) else {
            return Some(Self::open(tokens, "month"));
        };
        let first = Date::new(year, parts.month, 1).ok()?;
        Some(Self::days(tokens, first, first.last_of_month(), Precision::Month, "month"))
    }

    /// `New Year`, `the new year`: its first day, the last such or the next by tense.
    fn new_year(&self, i: usize) -> Option<Found> {
        let the = usize::from(self.is(i, "the"));
        if !self.is(i + the, "new") || !self.is(i + the + 1, "year") || the == 0 && !self.tokens[i].capital {
            return None;
        }
        let mut end = i + the + 2;
        if self.is(end, "'s") {
            if !self.any(end + 1, &["day"]) {
                return None;
            }
            end += 2;
        }
        let Some(day) = self.day else { return Some(Self::open(i..end, "date")) };
        let future = self.tense(i).unwrap_or(false);
        let first = date(if future { day.year() + 1 } else { day.year() }, 1, 1);
        Some(Self::days(i..end, first, first, Precision::Day, "date"))
    }

    /// The year of a month without one, by tense: the last such month, or the next.
    pub(super) fn year_of_month(&self, i: usize, month: i8) -> Option<i16> {
        let day = self.day?;
        let future = match self.tense(i) {
            Some(future) => future,
            None => return Parts { day: None, month, year: None }.year(Some(day)),
        };
        Some(match month.cmp(&day.month()) {
            std::cmp::Ordering::Greater if !future => day.year() - 1,
            std::cmp::Ordering::Less if future => day.year() + 1,
            _ => day.year(),
        })
    }

    /// `early March`, `late 2025`, `the beginning of August`.
    pub(super) fn part_of_period(&self, i: usize) -> Option<Found> {
        let mut at = i;
        if self.any(at, &["early", "late", "mid"]) {
            at += 1;
            if self.is(at, "-") || self.any(at, &["in"]) {
                at += 1;
            }
        } else {
            at += usize::from(self.is(at, "the"));
            if !self.any(at, &["beginning", "start", "end", "middle", "eve", "close"]) || !self.is(at + 1, "of") {
                return None;
            }
            at += 2;
        }
        if self.is(at, "the") && self.any(at + 1, &["year", "month", "week"]) {
            let day = self.day?;
            return match &*self.tokens[at + 1].norm {
                "week" => Some(week_of(i..at + 2, day)),
                "month" => Some(Self::days(i..at + 2, day.first_of_month(), day.last_of_month(), Precision::Month, "part-of-period")),
                _ => Some(Self::days(i..at + 2, date(day.year(), 1, 1), date(day.year(), 12, 31), Precision::Year, "part-of-period")),
            };
        }
        let end_year = self.year(at).filter(|_| !self.unit_after(at + 1)).map(|y| (at + 1, y));
        if let Some((end, year)) = end_year {
            return Some(Self::days(i..end, date(year, 1, 1), date(year, 12, 31), Precision::Year, "part-of-year"));
        }
        let (tokens, parts) = self.calendar_date(at)?;
        let mut found = self.written(tokens.clone(), parts)?;
        found.tokens = i..tokens.end;
        Some(found)
    }

    /// `3-6 October 2025`, `3 to 6 October`, `October 3-6`.
    pub(super) fn day_span(&self, i: usize) -> Option<Found> {
        let joint = |k: usize| self.any(k, &["-", "–", "—", "to", "and", "until", "through"]);
        let first = self.small(i, 1..32);
        if let Some(first) = first
            && joint(i + 1)
            && let Some(_) = self.small(i + 2, 1..32)
        {
            let (tokens, parts) = self.calendar_date(i + 2)?;
            let to = parts.date(self.day)?;
            let from = Date::new(to.year(), to.month(), first).ok().filter(|f| *f < to)?;
            return Some(Self::days(i..tokens.end, from, to, Precision::Day, "days"));
        }
        let (n, month) = self.entry(i, "month")?;
        let (first, second) = (self.small(i + n, 1..32)?, self.small(i + n + 2, 1..32)?);
        if !joint(i + n + 1) || self.entry(i + n + 3, "month").is_some() {
            return None;
        }
        let mut end = i + n + 3;
        let comma = usize::from(self.is(end, ","));
        let year = self.year(end + comma);
        if year.is_some() {
            end += comma + 1;
        }
        let parts = |day| Parts { day: Some(day), month: month.parse().unwrap_or(1), year };
        let (from, to) = (parts(first).date(self.day)?, parts(second).date(self.day)?);
        (from < to).then(|| Self::days(i..end, from, to, Precision::Day, "days"))
    }

    /// A date by the calendar: day and month in either order, with or without a year; a month alone.
    pub(super) fn calendar_date(&self, i: usize) -> Option<(Range<usize>, Parts)> {
        let token = self.tokens.get(i)?;
        if token.kind == Kind::Number {
            // 2027-03-12 and 12/03/2027 and 12.3.2027.
            if let Some(found) = self.digits_date(i) {
                return Some(found);
            }
            let day = self.small(i, 1..32)?;
            return self.day_of_month(i, day);
        }
        // A scanner's letter for a one: `l July`.
        if token.is("l") && self.tokens.get(i + 1).is_some_and(|t| t.capital) && self.joined(i + 1, "month").is_some() {
            return self.day_of_month(i, 1);
        }
        let (n, month) = self.joined(i, "month")?;
        if !self.month_word(i) {
            return None;
        }
        let month = month.parse().ok()?;
        self.month_first(i, i + n, month)
    }

    /// A day, then its month: `12 March 2027`, `3rd of March`.
    fn day_of_month(&self, i: usize, day: i8) -> Option<(Range<usize>, Parts)> {
        let mut at = i + 1;
        let ordinal = self.tokens.get(at).is_some_and(|t| t.glued && matches!(&*t.norm, "st" | "nd" | "rd" | "th"));
        at += usize::from(ordinal);
        at += usize::from(self.is(at, "of") || self.any(at, &["من"]));
        let (n, month) = self.joined(at, "month")?;
        at += n;
        // `21 may be`: the modal verb is no month.
        if !self.month_word(at - n) {
            return None;
        }
        let month = month.parse().ok()?;
        at += usize::from(
            self.is(at, ".") && self.tokens[at].glued && self.tokens[at - 1].norm.chars().count() <= 4 && self.year(at + 1).is_some(),
        );
        let comma = usize::from(self.is(at, ",") || self.is(at, "/") || self.any(at, &["عام"]));
        let year = self.year(at + comma).filter(|_| !self.unit_after(at + comma + 1));
        let end = if year.is_some() { at + comma + 1 } else { at };
        Some((i..end, Parts { day: Some(day), month, year }))
    }

    /// A month, then its day or its year, or neither.
    fn month_first(&self, i: usize, mut at: usize, month: i8) -> Option<(Range<usize>, Parts)> {
        at += usize::from(
            self.is(at, ".")
                && self.tokens[at].glued
                && self.tokens[at - 1].norm.chars().count() <= 4
                && self.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Number),
        );
        if let Some(day) = self.small(at, 1..32).filter(|_| !self.clock_follows(at)) {
            let mut end = at + 1;
            end += usize::from(self.tokens.get(end).is_some_and(|t| t.glued && matches!(&*t.norm, "st" | "nd" | "rd" | "th")));
            let comma = usize::from(self.is(end, ","));
            let year = self.year(end + comma).filter(|_| !self.unit_after(end + comma + 1));
            if year.is_some() {
                end += comma + 1;
            }
            return Some((i..end, Parts { day: Some(day), month, year }));
        }
        let comma = usize::from(self.any(at, &[",", "of", "عام"]));
        // `April last year`, `in March this year`.
        if self.any(at, &["last", "this", "next"]) && self.is(at + 1, "year") && self.english {
            let step = match &*self.tokens[at].norm {
                "last" => -1,
                "next" => 1,
                _ => 0,
            };
            let year = self.day.map(|d| d.year() + step);
            return Some((i..at + 2, Parts { day: None, month, year }));
        }
        let year = self.year(at + comma);
        let end = if year.is_some() { at + comma + 1 } else { at };
        // A month alone, with a capital and a neighbour that speaks of time.
        Some((i..end, Parts { day: None, month, year }))
    }

    pub(super) fn clock_follows(&self, i: usize) -> bool {
        self.tokens.get(i + 1).is_some_and(|t| t.glued && t.is(":")) || self.any(i + 1, &["p.m.", "a.m.", "am", "pm"])
    }

    /// Whether a word is a month and not a name or a verb: `May`, `March`, `mar`.
    pub(super) fn month_word(&self, i: usize) -> bool {
        let token = &self.tokens[i];
        if !self.english {
            return true;
        }
        if !token.capital {
            return false;
        }
        let number = |k: usize| self.tokens.get(k).is_some_and(|t| t.kind == Kind::Number);
        let beside =
            i > 0 && (number(i - 1) || self.any(i - 1, &["st", "nd", "rd", "th"])) || number(i + 1) || self.is(i + 1, ".") && number(i + 2);
        match &*token.norm {
            "may" | "march" | "april" | "june" | "august" => {
                beside
                    || self.before(
                        i,
                        1,
                        &[
                            "in", "since", "until", "by", "of", "from", "to", "during", "before", "after", "last", "next", "this", "early",
                            "late", "mid", "between", "and", "through", "till", "-", "–", "every",
                        ],
                    ) && !self
                        .tokens
                        .get(i + 1)
                        .is_some_and(|t| t.kind == Kind::Word && t.capital && self.layer.sentence_of(i) == self.layer.sentence_of(i + 1))
            }
            "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec" => beside,
            _ => true,
        }
    }

    /// Dates in digits.
    pub(super) fn digits_date(&self, i: usize) -> Option<(Range<usize>, Parts)> {
        let glued = |k: usize| self.tokens.get(k).is_some_and(|t| t.glued);
        let mark = self.tokens.get(i + 1).filter(|t| matches!(&*t.norm, "-" | "/" | "." | "–"))?;
        if !(self.is(i + 3, &mark.norm) && (1..=4).all(|k| glued(i + k))) {
            return None;
        }
        let [a, b, c] = [self.number(i)?, self.number(i + 2)?, self.number(i + 4)?];
        let width = |k: usize| self.tokens[k].norm.chars().count();
        let (year, month, day) = if width(i) == 4 {
            (a, b, c)
        } else if width(i + 4) == 4 {
            // Day first; month first only where nothing else is a date.
            if b > 12 { (c, a, b) } else { (c, b, a) }
        } else {
            return None;
        };
        let parts = Parts { day: i8::try_from(day).ok(), month: i8::try_from(month).ok()?, year: i16::try_from(year).ok() };
        parts.date(None)?;
        Some((i..i + 5, parts))
    }

    /// Whether a token is a noun that a four-digit number counts: `2000 people`.
    pub(super) fn unit_after(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| {
            t.kind == Kind::Word && t.norm.ends_with('s') && !t.capital && !matches!(&*t.norm, "is" | "was" | "has" | "as" | "this" | "its")
        })
    }

    /// A year on its own, where its neighbours speak of time.
    pub(super) fn bare_year(&self, i: usize) -> Option<Found> {
        let year = self.year(i).filter(|_| !self.unit_after(i + 1))?;
        let led = self.before(
            i,
            1,
            &[
                "in", "since", "until", "from", "of", "by", "before", "after", "during", "to", "till", "through", "the", "and", "between",
                "early", "late", "spring", "summer", "autumn", "winter", "for", "year",
            ],
        ) || self.before(i, 1, &["عام", "سنة", "منذ", "في", "בשנת", "מאז", "שנת"])
            || self.before(i, 1, &["(", ","]) && self.any(i + 1, &[")", ",", "."]);
        let noun = self.tokens.get(i + 1).is_some_and(|t| {
            t.kind == Kind::Word
                && !t.glued
                && !t.capital
                && (self.before(i, 1, &["of", "to", "for", "and", "from"]) && t.norm.ends_with('s'))
        });
        let part_of_code = self.tokens[i].glued && self.before(i, 1, &["/", "-", ":", ","]) && !self.before(i, 1, &[","]);
        let form = self.layer.numbers.get(self.layer.numbers.partition_point(|n| n.span.end < self.tokens[i].span.end));
        let plain = form.is_none_or(|n| matches!(n.form, Form::Cardinal) && n.value == Value::One(Exact::whole(i64::from(year))));
        (led && !noun && !part_of_code && plain)
            .then(|| Self::days(i..i + 1, date(year, 1, 1), date(year, 12, 31), Precision::Year, "year"))
    }
}
