//! Lengths of time: `72 hours`, `a ten-day truce`, `half an hour`, `two years and three months`.

use super::iso::{duration, finer, join_durations};
use super::{Finder, Found, back};
use crate::intake::layer::{Exact, Form, Kind};
use crate::intake::lists;
use crate::intake::reading::{Precision, Value, When};
use std::ops::Range;

impl Finder<'_> {
    /// A count and a unit of time that stand together.
    pub(super) fn count_unit(&self, i: usize) -> Option<(Range<usize>, Exact, &'static str)> {
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
    pub(super) fn article_unit(&self, i: usize) -> Option<(Range<usize>, Exact, &'static str)> {
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
    pub(super) fn length(&self, i: usize) -> Option<Found> {
        if let Some((n, unit)) = self.joined(i, "pair") {
            return Some(Found { tokens: i..i + n, value: Some(duration(Exact::whole(2), unit)), when: When::Length, rule: "length" });
        }
        if let Some((tokens, low, high, unit)) = self.range_unit(i) {
            // ISO 8601 has no length between two others: the text fixes none.
            let _ = (low, high, unit);
            return Some(Found { tokens, value: None, when: When::Length, rule: "length-range" });
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
        let (tokens, count, unit) = self.article_unit(i).filter(|(t, ..)| !self.is(t.end, "'s"))?;
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

    pub(super) fn range_unit(&self, i: usize) -> Option<(Range<usize>, Exact, Exact, &'static str)> {
        let at = self.layer.numbers.partition_point(|n| n.span.start < self.tokens.get(i).map_or(usize::MAX, |t| t.span.start));
        let number = self.layer.numbers.get(at)?;
        let range = self.layer.tokens_in(number.span);
        let Value::Range([Some(low), Some(high)]) = number.value else { return None };
        let (n, unit) = self.joined(range.end, "unit").filter(|_| range.start == i && number.form == Form::Cardinal)?;
        (!self.is(range.end + n, "old")).then_some((i..range.end + n, low, high, unit))
    }

    pub(super) fn compound(&self, word: &str) -> Option<(i64, &'static str)> {
        let mut parts = word.split('-');
        let (first, second) = (parts.next()?, parts.next()?);
        if parts.next().is_some_and(|p| p != "long") {
            return None;
        }
        let unit = self.words.get(second).filter(|e| e.field(0) == "unit" && e.field(1) != "S")?.field(1);
        let count = lists::numbers(&self.layer.document.language).get(first).filter(|e| e.field(0) == "unit")?.field(1).parse().ok()?;
        Some((count, unit))
    }
}
