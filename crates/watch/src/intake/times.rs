//! Times: dates, weekdays, relative days, clock times, lengths and intervals, as ISO 8601.
//!
//! A weekday is resolved by tense against the document's date; what the text does not fix has no
//! value. Precision is kept: a month stays a month.

use super::layer::{Exact, Form, Kind, Layer, Token};
use super::lists::{self, List};
use super::numbers::{decimal, is_year};
use super::reading::{Precision, Time, Value, When};
use jiff::civil::{Date, Weekday, date};
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

    /// `Friday, 12 March 2027`; `Saturday, 21 February`.
    fn weekday_date(&self, i: usize) -> Option<Found> {
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
    fn dated(&self, i: usize) -> Option<Found> {
        // `early March`, `mid-2025`, `late 2025`, `the beginning of August`, `the end of November`.
        if let Some(found) = self.part_of_period(i) {
            return Some(found);
        }
        if let Some(found) = self.day_span(i) {
            return Some(found);
        }
        let (tokens, parts) = self.calendar_date(i)?;
        self.written(tokens, parts)
    }

    fn written(&self, tokens: Range<usize>, parts: Parts) -> Option<Found> {
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

    /// The year of a month without one, by tense: the last such month, or the next.
    fn year_of_month(&self, i: usize, month: i8) -> Option<i16> {
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
    fn part_of_period(&self, i: usize) -> Option<Found> {
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
    fn day_span(&self, i: usize) -> Option<Found> {
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
    fn calendar_date(&self, i: usize) -> Option<(Range<usize>, Parts)> {
        let token = self.tokens.get(i)?;
        if token.kind == Kind::Number {
            // 2027-03-12 and 12/03/2027 and 12.3.2027.
            if let Some(found) = self.digits_date(i) {
                return Some(found);
            }
            let day = self.small(i, 1..32)?;
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
            return Some((i..end, Parts { day: Some(day), month, year }));
        }
        let (n, month) = self.joined(i, "month")?;
        if !self.month_word(i) {
            return None;
        }
        let month = month.parse().ok()?;
        let mut at = i + n;
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
        let year = self.year(at + comma);
        let end = if year.is_some() { at + comma + 1 } else { at };
        // A month alone, with a capital and a neighbour that speaks of time.
        Some((i..end, Parts { day: None, month, year }))
    }

    fn clock_follows(&self, i: usize) -> bool {
        self.tokens.get(i + 1).is_some_and(|t| t.glued && t.is(":")) || self.any(i + 1, &["p.m.", "a.m.", "am", "pm"])
    }

    /// Whether a word is a month and not a name or a verb: `May`, `March`, `mar`.
    fn month_word(&self, i: usize) -> bool {
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
    fn digits_date(&self, i: usize) -> Option<(Range<usize>, Parts)> {
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
    fn unit_after(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| {
            t.kind == Kind::Word && t.norm.ends_with('s') && !t.capital && !matches!(&*t.norm, "is" | "was" | "has" | "as" | "this" | "its")
        })
    }

    /// `Friday`, `last Friday`, `Friday evening`, `early Friday`, `next Tuesday`.
    fn weekday(&self, i: usize) -> Option<Found> {
        let mut at = i;
        let which = ["last", "next", "this", "early", "late", "coming", "past"].iter().find(|w| self.is(at, w)).copied();
        let article = which.is_none() && self.is(at, "the") && self.any(at + 1, &["coming", "following", "previous", "next", "same"]);
        let which = if article { Some(&*self.tokens[at + 1].norm) } else { which };
        at += usize::from(which.is_some()) + usize::from(article);
        // `the night of Friday to Saturday`.
        let part_first = which.is_none() && (self.is(i, "the") || self.entry(i, "part").is_some());
        if part_first {
            let p = i + usize::from(self.is(i, "the"));
            if self.entry(p, "part").is_some() && self.is(p + 1, "of") && self.joined(p + 2, "weekday").is_some() {
                at = p + 2;
            }
        }
        let (n, number) = self.joined(at, "weekday")?;
        if self.english && !self.tokens[at].capital {
            return None;
        }
        // `Sun`, `Sat`, `Mon` are days only in a row of dates; `Wed` too.
        let short = self.english && self.tokens[at].norm.chars().count() <= 5 && !self.tokens[at].norm.ends_with("day");
        let led = self.before(at, 1, &["on", "since", "until", "by", ","]);
        if short && (!led || self.tokens.get(at + 1).is_some_and(|t| t.capital)) {
            return None;
        }
        let mut end = at + n;
        if self.entry(end, "part").is_some() || self.any(end, &["'s"]) && self.entry(end + 1, "part").is_some() {
            end += if self.any(end, &["'s"]) { 2 } else { 1 };
        }
        let start = if matches!(which, Some("last" | "next" | "this" | "early" | "late" | "coming" | "past")) || article || at > i {
            i
        } else {
            at
        };
        let tokens = start..end;
        let Some(day) = self.day else { return Some(Self::open(tokens, "weekday")) };
        let weekday = Weekday::from_monday_one_offset(number.parse().ok()?).ok()?;
        let future = match which {
            Some("last" | "past" | "previous") => Some(false),
            Some("next" | "coming" | "following") => Some(true),
            _ => None,
        };
        let resolved = resolve(day, weekday, future, || self.tense(at).unwrap_or(false));
        Some(Self::days(tokens, resolved, resolved, Precision::Day, "weekday"))
    }

    /// Whether the clause of a token speaks of the future; `None` where nothing tells.
    fn tense(&self, i: usize) -> Option<bool> {
        let sentence = self.layer.sentence_of(i).map_or(0..self.tokens.len(), |s| self.layer.sentences[s].tokens.clone());
        let limit = sentence.start.max(i.saturating_sub(25));
        let read = |k: usize| -> Option<bool> {
            let token = &self.tokens[k];
            if token.kind != Kind::Word {
                return None;
            }
            if let Some((_, entry)) = lists::tense().at(self.tokens, k) {
                return Some(entry.field(0) == "future");
            }
            // `is to meet`, `to resume on Friday`; a plain past.
            if token.is("to")
                && self.tokens.get(k + 1).is_some_and(|t| {
                    t.kind == Kind::Word && !t.capital && !self.any(k + 1, &["the", "a", "an", "his", "her", "their", "its"])
                })
                && k + 8 > i
            {
                let governs = k > 0
                    && self.any(
                        k - 1,
                        &[
                            "is",
                            "are",
                            "was",
                            "were",
                            "agreed",
                            "plan",
                            "plans",
                            "ready",
                            "wants",
                            "want",
                            "pledged",
                            "promised",
                            "expected",
                            "due",
                            "set",
                            "scheduled",
                            "continue",
                            "hopes",
                            "how",
                            "order",
                            "orders",
                        ],
                    );
                return governs.then_some(true);
            }
            let past = token.norm.len() > 4 && token.norm.ends_with("ed") && !token.norm.ends_with("eed");
            past.then_some(false)
        };
        let stops = |k: usize| matches!(&*self.tokens[k].norm, ";" | ":" | "—" | "–");
        let mut k = i;
        while k > limit {
            k -= 1;
            if stops(k) {
                break;
            }
            if let Some(future) = read(k) {
                // `By Sunday night the hospital had received`.
                if self.any(k, &["by", "until", "before", "till"]) && (i + 1..sentence.end.min(i + 12)).any(|n| self.is(n, "had")) {
                    return Some(false);
                }
                // `agreed to return on Friday`, `was to`, `were due`: the past of a future.
                let auxiliary = self.any(k, &["was", "were", "is", "are", "had", "been"]);
                let set = self.is(k + 1, "set") && self.any(k + 2, &["to", "for"]);
                if auxiliary && (self.is(k + 1, "to") || self.any(k + 1, &["due", "expected", "scheduled"]) || set) {
                    return Some(true);
                }
                // Passive participle after a modal: `would be released on Friday`.
                if !future
                    && (1..=4).any(|n| k > n && self.any(k - n, &["be"]))
                    && (1..=6).any(|n| k > n && self.any(k - n, &["will", "would", "must", "should", "to", "can", "could", "shall", "may"]))
                {
                    return Some(true);
                }
                // The verb that the modal governs is not past though it may look so.
                if !future && (1..=3).any(|n| k > n && self.any(k - n, &["will", "would", "must", "should"])) {
                    return Some(true);
                }
                return Some(future);
            }
        }
        let end = sentence.end.min(i + 15);
        (i + 1..end).take_while(|k| !stops(*k)).find_map(|k| {
            let modal_next = self.any(k, &["was", "were", "is", "are"])
                && (self.is(k + 1, "to") || self.any(k + 1, &["due", "expected", "scheduled", "set"]));
            if modal_next { Some(true) } else { read(k) }
        })
    }

    /// `today`, `yesterday evening`, `tonight`, `overnight`, `this morning`, `that day`, `the next day`.
    fn relative_day(&self, i: usize, last_day: Option<Date>) -> Option<Found> {
        let mut start = i;
        let mut at = i;
        if self.any(at, &["early", "late"]) && (self.entry(at + 1, "day").is_some() || self.is(at + 1, "this")) {
            at += 1;
        }
        if let Some((n, offset)) = self.joined(at, "day") {
            let mut end = at + n;
            end += usize::from(self.entry(end, "part").is_some());
            let offset: i32 = offset.parse().ok()?;
            let Some(day) = self.day.and_then(|d| add(d, offset.days())) else { return Some(Self::open(start..end, "relative-day")) };
            return Some(Self::days(start..end, day, day, Precision::Day, "relative-day"));
        }
        if let Some((n, _)) = self.entry(at, "night") {
            // `an overnight raid` is no time.
            let Some(day) = self.day else { return Some(Self::open(i..at + n, "overnight")) };
            let before = add(day, (-1).days())?;
            return Some(Self::days(i..at + n, before, day, Precision::Day, "overnight"));
        }
        if self.is(at, "this")
            && let Some((n, _)) = self.entry(at + 1, "part")
        {
            let end = at + 1 + n;
            let Some(day) = self.day else { return Some(Self::open(start..end, "relative-day")) };
            return Some(Self::days(start..end, day, day, Precision::Day, "relative-day"));
        }
        if self.is(at, "last") && self.is(at + 1, "night") {
            let Some(day) = self.day else { return Some(Self::open(start..at + 2, "relative-day")) };
            let before = add(day, (-1).days())?;
            return Some(Self::days(start..at + 2, before, before, Precision::Day, "relative-day"));
        }
        // Anaphora: `that day`, `the same day`, `the next day`, `the previous evening`.
        let the = usize::from(self.is(at, "the"));
        let shift = match self.tokens.get(at + the).map(|t| &*t.norm) {
            Some("that") if the == 0 => 0,
            Some("same") if the == 1 => 0,
            Some("next" | "following") if the == 1 => 1,
            Some("previous" | "preceding") if the == 1 => -1,
            _ => return None,
        };
        let unit = at + the + 1;
        let is_day = self.is(unit, "day") || self.entry(unit, "part").is_some();
        if !is_day || self.is(at, "that") && self.entry(unit, "part").is_some() && last_day.is_none() {
            return None;
        }
        start = at;
        let day = last_day.or(self.day).and_then(|d| add(d, shift.days()));
        let Some(day) = day else { return Some(Self::open(start..unit + 1, "that-day")) };
        Some(Self::days(start..unit + 1, day, day, Precision::Day, "that-day"))
    }

    /// `the past 24 hours`, `the coming three days`, `three weeks ago`, `the 24 hours to noon`.
    fn relative_length(&self, i: usize) -> Option<Found> {
        let the = usize::from(self.is(i, "the"));
        let direction = self.tokens.get(i + the).map(|t| match &*t.norm {
            "past" | "last" | "previous" | "preceding" | "final" => -1,
            "next" | "coming" | "following" => 1,
            "first" if the == 1 => 2,
            _ => 0,
        })?;
        if direction != 0 {
            let (tokens, count, unit) = self.count_unit(i + the + 1)?;
            let iso = duration(count, unit);
            let value = match (direction, self.day) {
                (2, _) => Some(iso),
                (1, Some(day)) => Some(format!("{day}/{iso}")),
                (-1, Some(day)) => Some(format!("{iso}/{day}")),
                _ => None,
            };
            let when = match (direction, self.day) {
                (-1, Some(day)) => back(day, count, unit).map_or(When::Length, |from| When::Days(from, day, Precision::Day)),
                (1, Some(day)) => back(day, -count, unit).map_or(When::Length, |to| When::Days(day, to, Precision::Day)),
                _ => When::Length,
            };
            return Some(Found { tokens: i..tokens.end, value, when, rule: "relative-length" });
        }
        // `the 24 hours to noon on Saturday`.
        if the == 1
            && let Some((tokens, count, unit)) = self.count_unit(i + 1)
            && self.any(tokens.end, &["to", "until", "before", "up", "ending"])
        {
            let mut at = tokens.end + 1;
            at += usize::from(self.is(at, "to") || self.is(at, "at"));
            let clock = self.clock_parts(at);
            let (clock_end, hour) = clock.map_or((at, None), |(end, h, m, _)| (end, Some((h, m))));
            let day_at = clock_end + usize::from(self.any(clock_end, &["on", ",", "of"]));
            let end_day = self
                .weekday_date(day_at)
                .or_else(|| self.dated(day_at))
                .or_else(|| self.weekday(day_at))
                .or_else(|| self.relative_day(day_at, None));
            let (end, to) = match (&end_day, hour) {
                (Some(Found { tokens, when: When::Days(_, to, _), .. }), _) => (tokens.end, Some(*to)),
                (None, Some(_)) => (clock_end, self.day),
                _ => return None,
            };
            let to = to?;
            let iso = duration(count, unit);
            let value = match hour {
                Some((h, m)) => format!("{iso}/{to}T{h:02}:{m:02}{}", self.zone),
                None => format!("{iso}/{to}"),
            };
            let from = back(to, count, unit)?;
            return Some(Found { tokens: i..end, value: Some(value), when: When::Days(from, to, Precision::Day), rule: "length-to" });
        }
        // `three weeks ago`, `a week ago`, `two days earlier`.
        let (tokens, count, unit) = self.count_unit(i).or_else(|| self.article_unit(i))?;
        if self.is(tokens.end, "ago") {
            let range = tokens.start..tokens.end + 1;
            let Some(day) = self.day else { return Some(Self::open(range, "ago")) };
            let then = back(day, count, unit);
            let Some(then) = then else { return Some(Self::open(range, "ago")) };
            return Some(match unit {
                "D" => Self::days(range, then, then, Precision::Day, "ago"),
                "W" | "F" => week_of(range, then),
                "MO" => Self::days(range, then.first_of_month(), then.last_of_month(), Precision::Month, "ago"),
                "Y" | "Y10" => Self::days(range, date(then.year(), 1, 1), date(then.year(), 12, 31), Precision::Year, "ago"),
                _ => Self::open(range, "ago"),
            });
        }
        None
    }

    /// `last week`, `this month`, `next year`.
    fn calendar_period(&self, i: usize) -> Option<Found> {
        let the = usize::from(self.is(i, "the") && self.any(i + 1, &["past", "previous", "coming", "current", "following"]));
        let step = match self.tokens.get(i + the).map(|t| &*t.norm) {
            Some("last" | "past" | "previous") => -1,
            Some("this" | "current") => 0,
            Some("next" | "coming" | "following") => 1,
            _ => return None,
        };
        let at = i + the + 1;
        // `the past week` is the seven days up to now, `last week` the one from Monday to Sunday.
        if the == 1 && self.is(i + 1, "past") && self.any(at, &["week", "month", "year"]) {
            let unit = match &*self.tokens[at].norm {
                "week" => "W",
                "month" => "MO",
                _ => "Y",
            };
            let Some(day) = self.day else { return Some(Self::open(i..at + 1, "period")) };
            let from = back(day, Exact::whole(1), unit)?;
            let value = format!("{}/{day}", duration(Exact::whole(1), unit));
            return Some(Found {
                tokens: i..at + 1,
                value: Some(value),
                when: When::Days(from, day, Precision::Day),
                rule: "relative-length",
            });
        }
        if !self.any(at, &["week", "month", "year"]) {
            // `last March`, `next October`.
            let (n, month) = self.entry(at, "month").filter(|_| self.tokens[at].capital && step != 0)?;
            let month: i8 = month.parse().ok()?;
            let Some(day) = self.day else { return Some(Self::open(i..at + n, "month")) };
            let year = match (step, month.cmp(&day.month())) {
                (-1, std::cmp::Ordering::Greater | std::cmp::Ordering::Equal) => day.year() - 1,
                (1, std::cmp::Ordering::Less | std::cmp::Ordering::Equal) => day.year() + 1,
                _ => day.year(),
            };
            let first = Date::new(year, month, 1).ok()?;
            return Some(Self::days(i..at + n, first, first.last_of_month(), Precision::Month, "month"));
        }
        let range = i..at + 1;
        let Some(day) = self.day else { return Some(Self::open(range, "period")) };
        match &*self.tokens[at].norm {
            "week" => add(day, step.weeks()).map(|d| week_of(range, d)),
            "month" => {
                add(day, step.months()).map(|d| Self::days(range, d.first_of_month(), d.last_of_month(), Precision::Month, "period"))
            }
            _ => add(day, step.years()).map(|d| Self::days(range, date(d.year(), 1, 1), date(d.year(), 12, 31), Precision::Year, "period")),
        }
    }

    /// A count and a unit of time that stand together.
    fn count_unit(&self, i: usize) -> Option<(Range<usize>, Exact, &'static str)> {
        let at = self.layer.numbers.partition_point(|n| n.span.start < self.tokens.get(i).map_or(usize::MAX, |t| t.span.start));
        let number = self.layer.numbers.get(at)?;
        let range = self.layer.tokens_in(number.span);
        if range.start != i || !matches!(number.form, Form::Cardinal) {
            return None;
        }
        let count = match number.value {
            Value::One(n) | Value::Range([Some(n), None] | [None, Some(n)]) => n,
            Value::Range(_) => return None,
        };
        let mut at = range.end;
        at += usize::from(self.is(at, "-") && self.tokens[at].glued);
        let hyphened = at > range.end;
        // `five consecutive days`, `two full weeks`, `three more days`.
        at += usize::from(
            !hyphened
                && self.any(
                    at,
                    &["consecutive", "full", "whole", "more", "further", "successive", "calendar", "working", "additional", "straight"],
                ),
        );
        let (n, unit) = self.joined(at, "unit")?;
        // `a second`, and minutes of a meeting are no units; `years old` is an age.
        if self.is(at + n, "old") || unit == "S" && !self.tokens[at].norm.ends_with('s') {
            return None;
        }
        Some((i..at + n, count, unit))
    }

    /// `a week`, `an hour`, `half an hour`.
    fn article_unit(&self, i: usize) -> Option<(Range<usize>, Exact, &'static str)> {
        let half = self.is(i, "half") && self.any(i + 1, &["a", "an"]);
        if !half && !self.any(i, &["a", "an"]) {
            return None;
        }
        let at = i + 1 + usize::from(half);
        let (n, unit) = self.entry(at, "unit").filter(|(_, u)| *u != "S")?;
        let count = if half { Exact { above: 1, below: 2 } } else { Exact::whole(1) };
        // `a day` after a number is a rate: `600 trucks a day`.
        Some((i..at + n, count, unit))
    }

    /// `72 hours`, `two weeks`, `a six-month pause`, `the 60-day truce`.
    fn length(&self, i: usize) -> Option<Found> {
        if let Some((n, unit)) = self.joined(i, "pair") {
            return Some(Found { tokens: i..i + n, value: Some(duration(Exact::whole(2), unit)), when: When::Length, rule: "length" });
        }
        if let Some((tokens, low, high, unit)) = self.range_unit(i) {
            let value = format!("{}/{}", duration(low, unit), duration(high, unit));
            return Some(Found { tokens, value: Some(value), when: When::Length, rule: "length-range" });
        }
        if let Some((mut tokens, count, unit)) = self.count_unit(i) {
            // `24 השעות האחרונות`, `24 ساعة الماضية`: the length up to now.
            if !self.english
                && self.any(tokens.end, &["האחרונות", "האחרונימ", "الماضيه", "الاخيره"])
                && let Some(day) = self.day
                && let Some(from) = back(day, count, unit)
            {
                tokens.end += 1;
                let value = format!("{}/{day}", duration(count, unit));
                return Some(Found { tokens, value: Some(value), when: When::Days(from, day, Precision::Day), rule: "relative-length" });
            }
            // `two years and three months`, `one hour and 20 minutes`.
            let mut iso = duration(count, unit);
            let next = tokens.end + usize::from(self.is(tokens.end, "and"));
            if let Some((more, second, smaller)) = self.count_unit(next).filter(|(.., u)| finer(unit, u)) {
                iso = join_durations(&iso, &duration(second, smaller));
                tokens.end = more.end;
            }
            return Some(Found { tokens, value: Some(iso), when: When::Length, rule: "length" });
        }
        // `ten-day`, `three-hour`, `two-week-long` in one token.
        if let Some(token) = self.tokens.get(i).filter(|t| t.kind == Kind::Word)
            && let Some((count, unit)) = self.compound(&token.norm)
        {
            return Some(Found { tokens: i..i + 1, value: Some(duration(Exact::whole(count), unit)), when: When::Length, rule: "length" });
        }
        let (tokens, count, unit) = self.article_unit(i)?;
        let half = self.is(i, "half");
        let led = self.before(
            i,
            1,
            &["for", "within", "in", "after", "than", "lasted", "another", "over", "almost", "nearly", "about", "of", "by", "every"],
        );
        let rate = self.before(i, 1, &["once", "times", "twice"])
            || self.before(i, 1, &["in"]) && self.before(i, 2, &["time", "times"])
            || self.is(i, "a") && i > 0 && self.tokens[i - 1].norm.ends_with('s') && !led;
        let after = self.any(tokens.end, &["from", "of", "long", "-"]);
        (half || (led && !rate) || after && !self.is(tokens.end, "of") && !rate).then(|| Found {
            tokens,
            value: Some(duration(count, unit)),
            when: When::Length,
            rule: "length",
        })
    }

    fn range_unit(&self, i: usize) -> Option<(Range<usize>, Exact, Exact, &'static str)> {
        let at = self.layer.numbers.partition_point(|n| n.span.start < self.tokens.get(i).map_or(usize::MAX, |t| t.span.start));
        let number = self.layer.numbers.get(at)?;
        let range = self.layer.tokens_in(number.span);
        let Value::Range([Some(low), Some(high)]) = number.value else { return None };
        let (n, unit) = self.joined(range.end, "unit").filter(|_| range.start == i && number.form == Form::Cardinal)?;
        (!self.is(range.end + n, "old")).then_some((i..range.end + n, low, high, unit))
    }

    fn compound(&self, word: &str) -> Option<(i64, &'static str)> {
        let mut parts = word.split('-');
        let (first, second) = (parts.next()?, parts.next()?);
        if parts.next().is_some_and(|p| p != "long") {
            return None;
        }
        let unit = self.words.get(second).filter(|e| e.field(0) == "unit" && e.field(1) != "S")?.field(1);
        let count = lists::numbers(&self.layer.document.language).get(first).filter(|e| e.field(0) == "unit")?.field(1).parse().ok()?;
        Some((count, unit))
    }

    /// A year on its own, where its neighbours speak of time.
    fn bare_year(&self, i: usize) -> Option<Found> {
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

    /// A clock time: `14:30`, `2.30 p.m.`, `10 a.m.`, `0600 hours`, `noon`, `nine tomorrow`.
    fn clock(&self, i: usize) -> Option<Found> {
        let (end, hour, minute, zone) = self.clock_parts(i)?;
        let value = format!("T{hour:02}:{minute:02}{zone}");
        Some(Found { tokens: i..end, value: Some(value), when: When::Clock, rule: "clock" })
    }

    fn clock_parts(&self, i: usize) -> Option<(usize, i8, i8, &'static str)> {
        if let Some((n, hour)) = self.entry(i, "clock") {
            // `a midnight raid` is no moment.
            let led = self.before(
                i,
                1,
                &["at", "by", "since", "until", "before", "after", "to", "from", "around", "about", "and", "than", "shortly"],
            ) || self.any(i + n, &["on", "today", "tomorrow", "yesterday", "gmt", "utc"])
                || i > 0 && (self.joined(i - 1, "weekday").is_some() || self.joined(i - 1, "day").is_some());
            // In somebody's words the day need not be the report's.
            let led = led && (self.layer.quote_of(i).is_none() || self.any(i + n, &["on", "today", "tomorrow", "yesterday"]));
            return led.then(|| Some((i + n, hour.parse().ok()?, 0, self.zone)))?;
        }
        let token = self.tokens.get(i)?;
        let glued = |k: usize| self.tokens.get(k).is_some_and(|t| t.glued);
        let (mut end, mut hour, minute, certain);
        if token.kind == Kind::Number && i > 0 && token.glued && self.before(i, 1, &["/", "-", ":", ".", "$", "€", "£", "№", "#"]) {
            return None;
        }
        if let (Some(h), true, Some(m)) =
            (self.small(i, 0..25), self.is(i + 1, ":") && glued(i + 1) && glued(i + 2), self.small(i + 2, 0..60))
        {
            if self.tokens[i + 2].norm.chars().count() != 2 {
                return None;
            }
            (end, hour, minute, certain) = (i + 3, h, m, true);
            // Seconds.
            if self.is(end, ":") && glued(end) && glued(end + 1) && self.small(end + 1, 0..60).is_some() {
                end += 2;
            }
        } else if token.kind == Kind::Number
            && let Some((h, m)) = token.norm.split_once('.')
            && m.len() == 2
            && let (Ok(h @ 0..=24), Ok(m @ 0..=59)) = (h.parse::<i8>(), m.parse::<i8>())
        {
            // 2.30 p.m.; a stamp at the beginning of a paragraph.
            let stamp = self.layer.sentence_of(i).is_some_and(|s| {
                self.layer.sentences[s].tokens.start == i
                    && m % 5 == 0
                    && self.tokens.get(i + 1).is_none_or(|t| !t.is("%") && t.kind != Kind::Word)
            });
            (end, hour, minute, certain) =
                (i + 1, h, m, stamp || self.before(i, 1, &["at"]) && self.zone_at(i + 1).is_some() || self.plain_clock(i, h));
        } else if let Some((h, m)) = self.french_clock(i) {
            (end, hour, minute, certain) = (i + 2, h, m, true);
        } else if token.kind == Kind::Number
            && token.norm.len() == 4
            && self.any(i + 1, &["hours", "hrs", "h", "gmt", "utc", "local"])
            && self.number(i).is_some_and(|n| n < 2400 && n % 100 < 60)
        {
            let n = i16::try_from(self.number(i)?).ok()?;
            (end, hour, minute, certain) = (i + 1, i8::try_from(n / 100).ok()?, i8::try_from(n % 100).ok()?, true);
            end += usize::from(self.any(end, &["hours", "hrs", "h"]));
        } else {
            let word = || {
                lists::numbers(&self.layer.document.language)
                    .get(&token.norm)
                    .filter(|e| e.field(0) == "unit")
                    .and_then(|e| e.field(1).parse().ok())
            };
            let h: i8 = self.small(i, 0..25).or_else(|| word().filter(|h| (1..=12).contains(h)))?;
            (end, hour, minute, certain) = (i + 1, h, 0, false);
        }
        let half = if self.any(end, &["p.m.", "pm", "p.m"]) {
            12
        } else if self.any(end, &["a.m.", "am", "a.m"]) {
            0
        } else {
            -1
        };
        if half >= 0 {
            hour = if hour == 12 { half } else { hour + half };
            end += 1;
        } else if self.is(end, "o'clock") {
            end += 1;
        } else if !certain {
            // `at nine tomorrow`, `at 6 on Friday`, `at six in the morning`, `at 18 GMT`.
            let day = self.joined(end, "day").is_some()
                || self.is(end, "on") && (self.joined(end + 1, "weekday").is_some() || self.calendar_date(end + 1).is_some())
                || self.joined(end, "weekday").is_some()
                || self.is(end, "in") && self.is(end + 1, "the") && self.entry(end + 2, "part").is_some()
                || self.any(end, &["gmt", "utc"])
                || self.is(end, "local") && self.is(end + 1, "time");
            if !(day && self.before(i, 1, &["at", "by", "from", "until", "before", "after", "around", "about", "since"])) {
                return None;
            }
            if self.is(end, "in") && self.any(end + 2, &["evening", "afternoon"]) && hour < 12 {
                hour += 12;
            }
        }
        if hour > 24 || hour == 24 && minute > 0 {
            return None;
        }
        let zone = self.zone_at(end);
        if self.any(end, &["gmt", "utc"]) {
            end += 1;
        }
        Some((end, hour % 24, minute, zone.unwrap_or(self.zone)))
    }

    /// `05h10`.
    fn french_clock(&self, i: usize) -> Option<(i8, i8)> {
        let hour = self.small(i, 0..25)?;
        let rest = self.tokens.get(i + 1).filter(|t| t.glued)?.norm.strip_prefix('h')?;
        let minute = rest.parse::<i8>().ok().filter(|m| rest.len() == 2 && (0..60).contains(m))?;
        Some((hour, minute))
    }

    /// `by 14.00`, `30 July 2026, 20.00`: a clock time with a point, where no unit follows.
    fn plain_clock(&self, i: usize, hour: i8) -> bool {
        let led = self.before(i, 1, &["by", "at", "since", "until", "before", "after"]);
        let head = self.before(i, 1, &[","]) && i >= 2 && is_year(&self.tokens[i - 2]);
        let two = self.tokens[i].norm.chars().count() == 5 || hour >= 10;
        let unit = self.any(i + 1, &["%", "per", "percent", "million", "billion", "thousand"])
            || self.tokens.get(i + 1).is_some_and(|t| lists::units().get(&t.norm).is_some() || lists::money().get(&t.norm).is_some());
        two && (led || head) && !unit
    }

    fn zone_at(&self, i: usize) -> Option<&'static str> {
        if self.any(i, &["gmt", "utc"]) {
            return Some("Z");
        }
        (self.is(i, "local") || self.any(i, &["hours", "hrs", "p.m.", "a.m.", "pm", "am"])).then_some("")
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

    /// Gives clock times their day: that of the same sentence, of the report's period, or the report's.
    fn clocks(&self, out: &mut [Found]) {
        let period = self.period(out);
        let days: Vec<(usize, Range<usize>, Date)> = out
            .iter()
            .filter_map(|f| match f.when {
                When::Days(from, to, Precision::Day) if from == to => {
                    Some((self.layer.sentence_of(f.tokens.start).unwrap_or(usize::MAX), f.tokens.clone(), from))
                }
                _ => None,
            })
            .collect();
        let Some(report) = self.day else { return };
        for found in out.iter_mut().filter(|f| f.when == When::Clock) {
            let sentence = self.layer.sentence_of(found.tokens.start).unwrap_or(usize::MAX - 1);
            let from = days.partition_point(|(s, ..)| *s < sentence);
            let gap = |tokens: &Range<usize>| {
                if tokens.start >= found.tokens.end {
                    tokens.start - found.tokens.end
                } else {
                    found.tokens.start.saturating_sub(tokens.end)
                }
            };
            let of_sentence = || days[from..].iter().take_while(|(s, ..)| *s == sentence);
            let one_day = of_sentence().take(2).count() == 1;
            let near = of_sentence().filter(|(_, t, _)| gap(t) <= if one_day { 15 } else { 3 }).min_by_key(|(_, t, _)| gap(t));
            let value = found.value.clone().unwrap_or_default();
            let day = match (near, &period) {
                (Some((.., day)), _) => *day,
                (None, Some((start, end))) => {
                    // The day on which the clock time falls into the report's period.
                    let first = value.trim_start_matches('T');
                    let inside = |d: Date| (d, first) >= (start.0, &*start.1) && (d, first) <= (end.0, &*end.1);
                    [start.0, end.0].into_iter().find(|d| inside(*d)).unwrap_or(end.0)
                }
                _ => report,
            };
            found.value = Some(value.split('/').map(|v| format!("{day}{v}")).collect::<Vec<_>>().join("/"));
            found.when = When::Moment(day);
        }
    }

    /// The period that the report's head says it covers: `as of 19:30, 16 February`, `29 May, 06:00,
    /// to 30 May, 06:00`.
    fn period(&self, out: &[Found]) -> Option<((Date, String), (Date, String))> {
        let head = self.tokens.len().min(120);
        let whole = |day: Date| Some(((day, "00:00".to_owned()), (day, "24:00".to_owned())));
        for (n, found) in out.iter().enumerate().take_while(|(_, f)| f.tokens.end <= head) {
            match found.when {
                // `covers 7 April`, `Report for Sunday 13 June`.
                When::Days(day, to, Precision::Day) if day == to && Some(day) != self.day => {
                    let named = self.before(found.tokens.start, 1, &["covers", "covering", "for"]);
                    if named && self.day.is_some_and(|d| (0..=3).contains(&days_between(day, d))) {
                        return whole(day);
                    }
                }
                // `the past 24 hours, to 06:00`.
                When::Days(day, to, Precision::Day) if found.rule == "relative-length" => {
                    let clock = out.get(n + 1).filter(|c| c.when == When::Clock && c.tokens.start <= found.tokens.end + 3)?;
                    let time = clock.value.clone()?.trim_start_matches('T').to_owned();
                    return Some(((day, time.clone()), (to, time)));
                }
                _ => {}
            }
        }
        for pair in out.windows(2).filter(|p| p[1].tokens.end <= head) {
            let (clock, day) = match (pair[0].when, pair[1].when) {
                (When::Clock, When::Days(day, to, Precision::Day)) if day == to => (&pair[0], day),
                (When::Days(day, to, Precision::Day), When::Clock) if day == to => (&pair[1], day),
                _ => continue,
            };
            let near = pair[1].tokens.start - pair[0].tokens.end <= 1;
            let as_of = self.before(pair[0].tokens.start, 1, &["of"]) && self.before(pair[0].tokens.start, 2, &["as"]);
            let text = clock.value.clone()?;
            let time = text.trim_start_matches('T').to_owned();
            if near && as_of {
                return Some(((day, "00:00".to_owned()), (day, "24:00".to_owned())));
            }
            // A second pair after `to`.
            if near && self.any(pair[1].tokens.end, &["to", ",", "–", "-"]) {
                let rest: Vec<&Found> =
                    out.iter().filter(|f| f.tokens.start > pair[1].tokens.end && f.tokens.start <= pair[1].tokens.end + 5).collect();
                if let Some(end) = rest.iter().find_map(|f| match f.when {
                    When::Days(d, t, Precision::Day) if d == t => Some(d),
                    _ => None,
                }) && end > day
                {
                    return Some(((day, time.clone()), (end, time)));
                }
            }
        }
        None
    }
}

/// A weekday near the report's day: the last one up to it, or the next one from it.
fn resolve(day: Date, weekday: Weekday, said: Option<bool>, tense: impl Fn() -> bool) -> Date {
    let ahead = i32::from(day.weekday().until(weekday));
    let future = said.unwrap_or_else(&tense);
    // `last Friday` on a Friday is a week ago, `next Friday` a week ahead; `on Friday` is today.
    let step = match (ahead, said, future) {
        (0, Some(true), _) => 7,
        (0, Some(false), _) => -7,
        (0, ..) => 0,
        (n, _, true) => n,
        (n, _, false) => n - 7,
    };
    add(day, step.days()).unwrap_or(day)
}

fn add(day: Date, length: Length) -> Option<Date> {
    day.checked_add(length).ok()
}

/// The day a length before another (after it for a negative count).
fn back(day: Date, count: Exact, unit: &str) -> Option<Date> {
    let n = i64::try_from((i128::from(count.above) + i128::from(count.below) - 1) / i128::from(count.below)).ok()?;
    let step = match unit {
        "S" | "M" => Length::new().try_days(0),
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

fn week_text(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

fn month_text(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// A length as ISO 8601.
fn duration(count: Exact, unit: &str) -> String {
    let number = |by: i64| {
        let n = count.times(Exact::whole(by)).unwrap_or(count);
        if n.below == 1 { n.above.to_string() } else { decimals(n) }
    };
    match unit {
        "S" | "M" | "H" => format!("PT{}{unit}", number(1)),
        "D" | "W" | "Y" => format!("P{}{unit}", number(1)),
        "F" => format!("P{}W", number(2)),
        "MO" => format!("P{}M", number(1)),
        _ => format!("P{}Y", number(10)),
    }
}

/// A fraction as a decimal of at most four places.
fn decimals(n: Exact) -> String {
    let scaled = i128::from(n.above) * 10_000 / i128::from(n.below);
    let text = format!("{}.{:04}", scaled / 10_000, (scaled % 10_000).abs());
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn finer(unit: &str, than: &str) -> bool {
    let rank = |u: &str| ["S", "M", "H", "D", "W", "F", "MO", "Y", "Y10"].iter().position(|x| *x == u).unwrap_or(0);
    rank(than) < rank(unit)
}

fn join_durations(first: &str, second: &str) -> String {
    match (first.strip_prefix("PT"), second.strip_prefix("PT")) {
        (Some(_), Some(rest)) => format!("{first}{rest}"),
        (None, _) => format!("{first}{}", second.trim_start_matches('P')),
        _ => first.to_owned(),
    }
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
