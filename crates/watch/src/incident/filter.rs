//! Which incidents are looked at, and how many there were a day beside what a clause allows.

use super::table::{Incidents, Point, Row, date_of, day_number};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What is looked for. An empty list or `None` asks nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// From this day on.
    pub from: Option<Date>,
    /// Up to this day, included.
    pub to: Option<Date>,
    /// One of these kinds, or of these more exact kinds.
    pub kinds: Vec<String>,
    /// One of these, on either side.
    pub actors: Vec<String>,
    /// In one of these places or districts.
    pub places: Vec<String>,
    /// Reported by one of these.
    pub sources: Vec<String>,
    /// Between a south-western and a north-eastern corner; who gives no point is left out.
    pub within: Option<(Point, Point)>,
    /// With at least so many killed; where it is not stated, it is left out.
    pub killed: Option<u32>,
    /// With these words in the report, as they stand.
    pub words: Option<String>,
}

/// Which numbers of names are asked for; all where nothing is asked.
struct Wanted(Option<Vec<bool>>);

impl Wanted {
    fn of(words: &[String], all: &Incidents) -> Self {
        if words.is_empty() {
            return Self(None);
        }
        let mut is = Vec::new();
        for n in words.iter().filter_map(|w| all.names.number(w)) {
            let n = n as usize;
            if is.len() <= n {
                is.resize(n + 1, false);
            }
            is[n] = true;
        }
        Self(Some(is))
    }

    fn has(&self, numbers: &[u32]) -> bool {
        self.0.as_ref().is_none_or(|is| numbers.iter().any(|n| is.get(*n as usize).copied().unwrap_or(false)))
    }
}

impl Filter {
    /// The places in the table of all incidents that fit, in its order.
    #[must_use]
    pub fn select(&self, all: &Incidents) -> Vec<usize> {
        let (from, to) = (self.from.map_or(i32::MIN, day_number), self.to.map_or(i32::MAX, day_number));
        let (kinds, actors) = (Wanted::of(&self.kinds, all), Wanted::of(&self.actors, all));
        let (places, sources) = (Wanted::of(&self.places, all), Wanted::of(&self.sources, all));
        let killed = self.killed.map(|n| i32::try_from(n).unwrap_or(i32::MAX));
        let fits = |r: &Row| {
            (from..=to).contains(&r.day)
                && kinds.has(&[r.kind, r.sub])
                && actors.has(&[r.actor, r.other])
                && places.has(&[r.place, r.area])
                && sources.has(&[r.source])
                && killed.is_none_or(|n| r.killed >= n)
                && self
                    .within
                    .is_none_or(|(a, b)| r.point.is_some_and(|p| (a.lat..=b.lat).contains(&p.lat) && (a.lon..=b.lon).contains(&p.lon)))
        };
        let said = |at: usize| self.words.as_ref().is_none_or(|w| all.get(at).is_some_and(|i| i.notes.contains(w.as_str())));
        all.rows.iter().enumerate().filter(|(_, r)| fits(r)).map(|(i, _)| i).filter(|i| said(*i)).collect()
    }
}

/// A day's number beside what is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub day: Date,
    /// How many incidents were reported of it.
    pub reported: u64,
    /// How many more than the clause allows; nought where it is kept, `None` where the text gives no number.
    /// Reports may be two of one occurrence, so that this is a question and no finding.
    pub over: Option<u64>,
}

/// Every day from the first to the last of a selection, those without a report too; at most 36,600.
#[must_use]
pub fn per_day(all: &Incidents, selected: &[usize], allowed: Option<u64>) -> Vec<Day> {
    let mut days: BTreeMap<i32, u64> = BTreeMap::new();
    for r in selected.iter().filter_map(|i| all.rows.get(*i)) {
        *days.entry(r.day).or_insert(0) += 1;
    }
    let (Some(first), Some(last)) = (days.keys().next().copied(), days.keys().last().copied()) else { return Vec::new() };
    (first..=last)
        .take(36_600)
        .map(|d| {
            let reported = days.get(&d).copied().unwrap_or(0);
            Day { day: date_of(d), reported, over: allowed.map(|a| reported.saturating_sub(a)) }
        })
        .collect()
}
