//! Pairs of reports that may be of one occurrence: proposed with reasons, never joined.

use super::table::{Incidents, Row};
use std::collections::BTreeMap;
use terms::phrase::Phrase;

/// Two reports that may be of one occurrence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The one.
    pub a: usize,
    /// The other, later in the table.
    pub b: usize,
    /// What speaks for it and what against.
    pub why: Vec<Phrase>,
    /// How strongly: points for less points against, for the order of the list only.
    pub points: i32,
}

/// How near two points lie to be taken for one place, in millionths of a degree: about two kilometres.
const NEAR: i64 = 20_000;
/// How many reports of one day and place are held against one another.
const MOST: usize = 200;

/// Proposes pairs among a selection: of one day or the next, in one place or near, of one kind or between the same sides.
/// The strongest first. Reports of one source are taken to be two occurrences, as the source has them.
#[must_use]
pub fn propose(all: &Incidents, selected: &[usize]) -> Vec<Pair> {
    // Blocks: the place by name, and the cell of the map with its neighbours, so that nothing near is missed.
    let mut blocks: BTreeMap<(i32, Spot), Vec<usize>> = BTreeMap::new();
    for &i in selected {
        let Some(r) = all.rows.get(i) else { continue };
        for spot in spots(r) {
            blocks.entry((r.day, spot)).or_default().push(i);
        }
    }
    let mut out: BTreeMap<(usize, usize), Pair> = BTreeMap::new();
    for &i in selected {
        let Some(r) = all.rows.get(i) else { continue };
        for day in [r.day, r.day + 1] {
            let around = spots(r).into_iter().flat_map(|s| s.around());
            for j in around.filter_map(|s| blocks.get(&(day, s))).flat_map(|b| b.iter().take(MOST).copied()) {
                let key = (i.min(j), i.max(j));
                if i == j || day == r.day && j < i || out.contains_key(&key) {
                    continue;
                }
                if let Some(pair) = weigh(all, key.0, key.1) {
                    out.insert(key, pair);
                }
            }
        }
    }
    let mut pairs: Vec<Pair> = out.into_values().collect();
    pairs.sort_by_key(|p| (-p.points, p.a, p.b));
    pairs
}

/// Where a report is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Spot {
    Name(u32),
    Cell(i64, i64),
}

impl Spot {
    fn around(self) -> Vec<Spot> {
        match self {
            Spot::Name(_) => vec![self],
            Spot::Cell(x, y) => (-1..=1).flat_map(|a| (-1..=1).map(move |b| Spot::Cell(x + a, y + b))).collect(),
        }
    }
}

fn spots(r: &Row) -> Vec<Spot> {
    let cell = r.point.map(|p| Spot::Cell(i64::from(p.lat).div_euclid(NEAR), i64::from(p.lon).div_euclid(NEAR)));
    // A place without a name is no place.
    cell.into_iter().chain(std::iter::once(Spot::Name(r.place))).collect()
}

fn weigh(all: &Incidents, a: usize, b: usize) -> Option<Pair> {
    let (x, y) = (all.rows.get(a)?, all.rows.get(b)?);
    let named = |n: u32| !all.names.word(n).is_empty();
    if x.source == y.source && named(x.source) {
        return None;
    }
    let mut why = Vec::new();
    let mut points = 0;
    let near = x.point.zip(y.point).map(|(p, q)| {
        let d = |a: i32, b: i32| (i64::from(a) - i64::from(b)).abs();
        d(p.lat, q.lat) <= NEAR && d(p.lon, q.lon) <= NEAR
    });
    match (x.place == y.place && named(x.place), near) {
        (_, Some(false)) => return None,
        (true, _) => {
            points += 2;
            why.push(Phrase::new("watch-duplicate-place"));
        }
        (false, Some(true)) => {
            points += 1;
            why.push(Phrase::new("watch-duplicate-near"));
        }
        (false, None) => return None,
    }
    if x.day == y.day {
        points += 2;
        why.push(Phrase::new("watch-duplicate-day"));
    } else {
        why.push(Phrase::new("watch-duplicate-next-day"));
    }
    if x.sub == y.sub && named(x.sub) || x.kind == y.kind && named(x.kind) {
        points += 2;
        why.push(Phrase::new("watch-duplicate-kind"));
    } else if named(x.kind) && named(y.kind) {
        points -= 1;
        why.push(Phrase::new("watch-duplicate-other-kind"));
    }
    let sides = |r: &Row| [r.actor.min(r.other), r.actor.max(r.other)];
    if sides(x) == sides(y) && (named(x.actor) || named(x.other)) {
        points += 1;
        why.push(Phrase::new("watch-duplicate-sides"));
    }
    match (x.killed, y.killed) {
        (m, n) if m < 0 || n < 0 => {}
        (m, n) if m == n && m > 0 => {
            points += 2;
            why.push(Phrase::new("watch-duplicate-killed").number("n", i64::from(m)));
        }
        (m, n) if m != n => {
            points -= 1;
            why.push(Phrase::new("watch-duplicate-killed-differ").number("first", i64::from(m)).number("second", i64::from(n)));
        }
        _ => {}
    }
    (points >= 4).then_some(Pair { a, b, why, points })
}
