//! Clock times, and the day that each falls on.

use super::{Finder, Found, days_between};
use crate::intake::layer::Kind;
use crate::intake::lists;
use crate::intake::numbers::is_year;
use crate::intake::reading::{Precision, When};
use jiff::ToSpan;
use jiff::civil::Date;
use std::ops::Range;

impl Finder<'_> {
    /// A clock time: `14:30`, `2.30 p.m.`, `10 a.m.`, `0600 hours`, `noon`, `nine tomorrow`.
    pub(super) fn clock(&self, i: usize) -> Option<Found> {
        let (end, hour, minute, zone) = self.clock_parts(i)?;
        let value = format!("T{hour:02}:{minute:02}{zone}");
        Some(Found { tokens: i..end, value: Some(value), when: When::Clock, rule: "clock" })
    }

    pub(super) fn clock_parts(&self, i: usize) -> Option<(usize, i8, i8, &'static str)> {
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
        } else if let Some((h, m)) = self.bare_clock(i) {
            (end, hour, minute, certain) = (i + 1, h, m, true);
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
                || self.before(i, 1, &["at"]) && i >= 2 && (self.joined(i - 2, "day").is_some() || self.joined(i - 2, "weekday").is_some())
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

    /// `at 1120`, and `0540` at the head of a line of a log.
    fn bare_clock(&self, i: usize) -> Option<(i8, i8)> {
        let token =
            self.tokens.get(i).filter(|t| t.kind == Kind::Number && t.norm.len() == 4 && t.norm.bytes().all(|b| b.is_ascii_digit()))?;
        let n = i16::try_from(self.number(i)?).ok().filter(|n| *n < 2400 && *n % 100 < 60)?;
        let next = self.tokens.get(i + 1);
        let noun = next.is_some_and(|t| t.kind == Kind::Word && !t.capital && lists::function().get(&t.norm).is_none());
        let at = self.before(i, 1, &["at", "from", "until", "by"]) && !noun && !self.any(i + 1, &["%", "per"]) && !is_year(token);
        let opens = self.layer.sentence_of(i).is_some_and(|s| {
            let paragraph = &self.layer.paragraphs[self.layer.sentences[s].paragraph];
            paragraph.span.start == token.span.start
        }) || i > 0
            && self.layer.cut(terms::span::Span { start: self.tokens[i - 1].span.end, end: token.span.start }).contains('\n');
        // More than one space before what happened: a column.
        let column = next.is_some_and(|t| t.span.start > token.span.end + 1 || t.is("hrs"));
        (at && (token.norm.starts_with('0') || n % 5 == 0) || opens && column)
            .then(|| Some((i8::try_from(n / 100).ok()?, i8::try_from(n % 100).ok()?)))?
    }

    /// `05h10`.
    pub(super) fn french_clock(&self, i: usize) -> Option<(i8, i8)> {
        let hour = self.small(i, 0..25)?;
        let rest = self.tokens.get(i + 1).filter(|t| t.glued)?.norm.strip_prefix('h')?;
        let minute = rest.parse::<i8>().ok().filter(|m| rest.len() == 2 && (0..60).contains(m))?;
        Some((hour, minute))
    }

    /// `by 14.00`, `30 July 2026, 20.00`: a clock time with a point, where no unit follows.
    pub(super) fn plain_clock(&self, i: usize, hour: i8) -> bool {
        let led = self.before(i, 1, &["by", "at", "since", "until", "before", "after", "between"])
            || self.before(i, 1, &["about", "around", "shortly", "and"]) && self.before(i, 2, &["at", "by", "since", "until"])
            || self.before(i, 1, &["and", "to"])
                && i >= 3
                && self.before(i, 3, &["between", "from"])
                && self.tokens[i - 2].kind == Kind::Number;
        let head = self.before(i, 1, &[","]) && i >= 2 && is_year(&self.tokens[i - 2]);
        let two = self.tokens[i].norm.chars().count() == 5 || hour >= 10;
        let unit = self.any(i + 1, &["%", "per", "percent", "million", "billion", "thousand"])
            || self.tokens.get(i + 1).is_some_and(|t| lists::units().get(&t.norm).is_some() || lists::money().get(&t.norm).is_some());
        two && (led || head) && !unit
    }

    pub(super) fn zone_at(&self, i: usize) -> Option<&'static str> {
        if self.any(i, &["gmt", "utc"]) {
            return Some("Z");
        }
        (self.is(i, "local") || self.any(i, &["hours", "hrs", "p.m.", "a.m.", "pm", "am"])).then_some("")
    }

    /// Gives clock times their day: that of the same sentence, of the report's period, or the report's.
    pub(super) fn clocks(&self, out: &mut [Found]) {
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
            // The stamp of an entry is of the report's day, whatever the entry speaks of.
            let stamp = self.layer.sentence_of(found.tokens.start).is_some_and(|s| {
                let paragraph = self.layer.sentences[s].paragraph;
                self.layer.paragraphs[paragraph].span.start == self.tokens[found.tokens.start].span.start
                    && self.any(found.tokens.end, &["-", "–", "—", ":", "|"])
            });
            let day = match (near, &period) {
                _ if stamp && period.is_none() => report,
                (Some((.., day)), _) => *day,
                (None, Some((start, end))) => {
                    // The day on which the clock time falls into the report's period.
                    let first = value.trim_start_matches('T');
                    let inside = |d: Date| (d, first) >= (start.0, &*start.1) && (d, first) <= (end.0, &*end.1);
                    [start.0, end.0].into_iter().find(|d| inside(*d)).unwrap_or(end.0)
                }
                _ => report,
            };
            // `before midnight` is the end of the day.
            let ends = self.is(found.tokens.start, "midnight") && self.before(found.tokens.start, 1, &["before", "by", "until", "till"]);
            let day = if ends { super::add(day, 1.days()).unwrap_or(day) } else { day };
            found.value = Some(value.split('/').map(|v| format!("{day}{v}")).collect::<Vec<_>>().join("/"));
            found.when = When::Moment(day);
        }
    }

    /// The period that the report's head says it covers: `as of 19:30, 16 February`, `29 May, 06:00,
    /// to 30 May, 06:00`.
    pub(super) fn period(&self, out: &[Found]) -> Option<((Date, String), (Date, String))> {
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
