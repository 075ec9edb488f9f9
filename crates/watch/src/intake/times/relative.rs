//! Times that count from another: `yesterday`, `the same evening`, `the past 24 hours`, `last week`.

use super::iso::duration;
use super::{Finder, Found, add, back, week_of};
use crate::intake::layer::Exact;
use crate::intake::reading::{Precision, When};
use jiff::ToSpan;
use jiff::civil::{Date, date};

impl Finder<'_> {
    /// `today`, `yesterday evening`, `tonight`, `overnight`, `this morning`, `that day`, `the next day`.
    pub(super) fn relative_day(&self, i: usize, last_day: Option<Date>) -> Option<Found> {
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
    pub(super) fn relative_length(&self, i: usize) -> Option<Found> {
        let the = usize::from(self.is(i, "the"));
        // `the fuel will last nine days`.
        if self.is(i, "last")
            && self.before(i, 1, &["will", "would", "to", "can", "could", "may", "might", "should", "must", "not", "only"])
        {
            return None;
        }
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
    pub(super) fn calendar_period(&self, i: usize) -> Option<Found> {
        let the = usize::from(self.is(i, "the") && self.any(i + 1, &["past", "last", "previous", "coming", "current", "following"]));
        let step = match self.tokens.get(i + the).map(|t| &*t.norm) {
            Some("last" | "past" | "previous") => -1,
            Some("this" | "current") => 0,
            Some("next" | "coming" | "following") => 1,
            _ => return None,
        };
        let at = i + the + 1;
        // `the past week` is the seven days up to now, `last week` the one from Monday to Sunday.
        if the == 1 && self.any(i + 1, &["past", "last"]) && self.any(at, &["week", "month", "year"]) {
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
        // `at the next week's meeting`, `this week`; `every week` is no time.
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
}
