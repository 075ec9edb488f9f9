//! Weekdays, resolved by the tense of their clause against the report's day.

use super::{Finder, Found, add};
use crate::intake::layer::Kind;
use crate::intake::lists;
use crate::intake::reading::Precision;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

impl Finder<'_> {
    /// `Friday`, `last Friday`, `Friday evening`, `early Friday`, `next Tuesday`.
    pub(super) fn weekday(&self, i: usize) -> Option<Found> {
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
        // `every Monday` is no one day.
        if self.before(start, 1, &["every", "each"]) {
            return Some(Self::open(tokens, "weekday"));
        }
        let Some(day) = self.day else { return Some(Self::open(tokens, "weekday")) };
        let weekday = Weekday::from_monday_one_offset(number.parse().ok()?).ok()?;
        let future = match which {
            Some("last" | "past" | "previous") => Some(false),
            Some("next" | "coming" | "following") => Some(true),
            // `accepted for Tuesday`, `called for Friday`.
            _ if self.before(start, 1, &["for"]) => Some(true),
            _ => None,
        };
        let resolved = resolve(day, weekday, future, || self.tense(at).unwrap_or(false));
        Some(Self::days(tokens, resolved, resolved, Precision::Day, "weekday"))
    }

    /// Whether the clause of a token speaks of the future; `None` where nothing tells.
    pub(super) fn tense(&self, i: usize) -> Option<bool> {
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
