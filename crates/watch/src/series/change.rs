//! From one running total to the next: what the rise is made of, and whether the reports' own numbers
//! account for it.
//!
//! A rise is not "killed since" before what was added late is told apart. Own numbers are put
//! together only across windows that follow one another without a gap, of one source and one kind;
//! where a day has no report of its own, the rest is said to be not accounted for, with the reason.

use super::figure::Figure;
use super::group::Series;
use super::kind::Kind;
use super::window::{Window, days_between};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The rise between two reports of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The earlier total's place in the list of figures.
    pub from: usize,
    /// The later total's.
    pub to: usize,
    /// By how much the total rose; below nought where it fell. `None` where a total is a range.
    pub rise: Option<i64>,
    /// The reports' own numbers, put together; `None` where there is none.
    pub own: Option<i64>,
    /// Each kind of part that is told, put together over the reports.
    pub parts: BTreeMap<Kind, i64>,
    /// Days of the stretch that a report's own number covers, of how many.
    pub covered: (i64, i64),
    /// What was found; empty where all tallies.
    pub found: Vec<Found>,
}

/// What does not tally, or has to be known before the rise is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The reports' own numbers and the rise of the total differ: the rise less the numbers.
    OwnDiffers {
        /// The rise less the own numbers.
        by: i64,
    },
    /// A report's parts and its own number differ.
    PartsDiffer {
        /// The report's date.
        date: Date,
        /// Its own number.
        own: i64,
        /// The parts put together.
        parts: i64,
    },
    /// Days without a report's own number: the difference is not accounted for, and is no contradiction.
    Gap {
        /// The rise less the own numbers.
        rest: i64,
    },
    /// The total fell.
    Fell {
        /// By how much, above nought.
        by: i64,
    },
    /// Part of the rise was added late or corrected and did not happen in the window.
    NotNew {
        /// How much.
        n: i64,
    },
    /// One report gives two numbers for one window; the later row is used.
    TwoValues {
        /// The first.
        first: usize,
        /// The second.
        second: usize,
    },
    /// A number is a range, so that only its ends can be compared; they leave room.
    Ranges,
}

impl Found {
    /// Whether it is a contradiction in the source's own numbers.
    #[must_use]
    pub fn contradicts(&self) -> bool {
        matches!(self, Found::OwnDiffers { .. } | Found::PartsDiffer { .. } | Found::TwoValues { .. })
    }

    /// The word in JSON and tables.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Found::OwnDiffers { .. } => "own-differs",
            Found::PartsDiffer { .. } => "parts-differ",
            Found::Gap { .. } => "gap",
            Found::Fell { .. } => "fell",
            Found::NotNew { .. } => "not-new",
            Found::TwoValues { .. } => "two-values",
            Found::Ranges => "ranges",
        }
    }
}

impl Change {
    /// The rise less every part that is told; `None` where nothing is broken down.
    #[must_use]
    pub fn not_broken_down(&self) -> Option<i64> {
        let parts: i64 = self.parts.values().sum();
        if self.parts.is_empty() { None } else { self.rise.map(|r| r - parts) }
    }
}

/// A report's own number and parts.
#[derive(Debug, Clone, Default)]
struct Report {
    hours: i64,
    own: Option<i64>,
    parts: BTreeMap<Kind, i64>,
    ranged: bool,
}

/// The reports of a series that each count the time since the one before, by date.
fn reports(figures: &[Figure], series: &Series, twice: &mut Vec<(Date, Found)>) -> BTreeMap<Date, Report> {
    let mut out: BTreeMap<Date, Report> = BTreeMap::new();
    let mut seen: BTreeMap<(Date, Kind), usize> = BTreeMap::new();
    for lane in series.lanes.iter().filter(|l| l.kind.is_increment()) {
        for &i in &lane.figures {
            let f = &figures[i];
            let (date, hours) = match f.window {
                Window::Before { hours, at } => (at, i64::from(hours)),
                Window::Day(d) => (d, 24),
                _ => continue,
            };
            if let Some(&first) = seen.get(&(date, f.kind)) {
                if figures[first].window != f.window {
                    // A day and the hours before a report of it: two windows, the first class stands.
                    continue;
                }
                if figures[first].amount != f.amount {
                    twice.push((date, Found::TwoValues { first, second: i }));
                }
            }
            seen.insert((date, f.kind), i);
            let r = out.entry(date).or_default();
            r.hours = r.hours.max(hours);
            match f.amount.value() {
                None => r.ranged = true,
                Some(n) if f.kind == Kind::Count => r.own = Some(n),
                Some(n) => {
                    r.parts.insert(f.kind, n);
                }
            }
        }
    }
    // Where only parts are told, they are the report's own number.
    for r in out.values_mut() {
        if r.own.is_none() && !r.parts.is_empty() && !r.ranged {
            r.own = Some(r.parts.values().sum());
        }
    }
    out
}

/// The rises of a series from each report with a total to the next, in order.
#[must_use]
pub fn changes(figures: &[Figure], series: &Series) -> Vec<Change> {
    let mut twice = Vec::new();
    let reports = reports(figures, series, &mut twice);
    let mut totals: Vec<usize> = Vec::new();
    let mut two_totals = Vec::new();
    for &i in series.totals() {
        match totals.last() {
            Some(&last) if figures[last].window == figures[i].window => {
                if figures[last].amount != figures[i].amount {
                    two_totals.push((figures[i].window.last(), Found::TwoValues { first: last, second: i }));
                }
                totals.pop();
                totals.push(i);
            }
            _ => totals.push(i),
        }
    }
    twice.extend(two_totals);
    totals.windows(2).map(|w| between(figures, &reports, &twice, w[0], w[1])).collect()
}

/// What the total's rise between two dates is made of, over all the reports between.
///
/// `None` where the source gives no total on one of the dates, or they do not follow.
#[must_use]
pub fn rise(figures: &[Figure], series: &Series, from: Date, to: Date) -> Option<Change> {
    let at = |d: Date| series.totals().iter().copied().rfind(|i| figures[*i].window.last() == d);
    let (a, b) = (at(from)?, at(to)?);
    if from >= to {
        return None;
    }
    let mut twice = Vec::new();
    let reports = reports(figures, series, &mut twice);
    Some(between(figures, &reports, &twice, a, b))
}

fn between(figures: &[Figure], reports: &BTreeMap<Date, Report>, twice: &[(Date, Found)], from: usize, to: usize) -> Change {
    let (a, b) = (&figures[from], &figures[to]);
    let (first, last) = (a.window.last(), b.window.last());
    let rise = match (a.amount.value(), b.amount.value()) {
        (Some(x), Some(y)) => Some(y - x),
        _ => None,
    };
    let days = days_between(first, last);
    let (mut own, mut parts, mut hours, mut found, mut ranged) = (None, BTreeMap::new(), 0_i64, Vec::new(), rise.is_none());
    let after = (std::ops::Bound::Excluded(first), std::ops::Bound::Included(last));
    for (date, r) in reports.range(after) {
        ranged |= r.ranged;
        if let Some(n) = r.own {
            own = Some(own.unwrap_or(0) + n);
            hours += r.hours;
        }
        for (k, n) in &r.parts {
            *parts.entry(*k).or_insert(0) += n;
        }
        let told: i64 = r.parts.values().sum();
        if let (Some(n), false, false) = (r.own, r.parts.is_empty(), r.ranged)
            && told != n
        {
            found.push(Found::PartsDiffer { date: *date, own: n, parts: told });
        }
    }
    found.extend(twice.iter().filter(|(d, _)| *d > first && *d <= last).map(|(_, f)| f.clone()));
    let covered = (hours / 24).min(days);
    if let Some(r) = rise {
        if r < 0 {
            found.push(Found::Fell { by: -r });
        }
        if let Some(n) = own
            && n != r
            && !ranged
        {
            found.push(if covered == days { Found::OwnDiffers { by: r - n } } else { Found::Gap { rest: r - n } });
        }
        if own.is_none() && r != 0 && !reports.is_empty() {
            found.push(Found::Gap { rest: r });
        }
    }
    if ranged {
        found.push(Found::Ranges);
    }
    let not_new: i64 = [Kind::AddedLate, Kind::Corrected].iter().filter_map(|k| parts.get(k)).sum();
    if not_new != 0 {
        found.push(Found::NotNew { n: not_new });
    }
    Change { from, to, rise, own, parts, covered: (covered, days), found }
}
