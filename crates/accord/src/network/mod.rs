//! Simple temporal networks with uncertainty, in whole minutes, and whether they can be kept.
//!
//! A network is *dynamically controllable* when somebody who sees what has happened so far can
//! always choose the next moment so that every bound is kept, however long the contingent links
//! take within their ranges. Two checkers: `rul` (Hunsberger and Posenato, AAAI 2022) is used,
//! `morris` (Morris, CPAIOR 2014) is the oracle that it is tested against. Every edge carries the
//! clause it came from, so that a conflict names clauses.

mod formats;
mod morris;
mod rul;
mod sample;

pub use formats::{NetworkError, read_stnu, read_text};
pub use sample::sample;

use std::collections::{BTreeMap, BTreeSet};

/// Without a bound: some 190 years in minutes.
pub const OPEN: i64 = 100_000_000;

/// `to - from <= weight`, in minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// The earlier point of the difference.
    pub from: usize,
    /// The later point.
    pub to: usize,
    /// The most that `to` may lie after `from`; negative is a least distance the other way.
    pub weight: i64,
    /// Where it came from; edges of one source stand or fall together.
    pub source: String,
}

/// A duration that nobody controls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The activation point.
    pub from: usize,
    /// The contingent point.
    pub to: usize,
    /// The least minutes, at least 0.
    pub low: i64,
    /// The most minutes, more than `low`.
    pub high: i64,
    /// Where it came from.
    pub source: String,
}

/// A network.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stnu {
    /// Points by name; the first is the origin unless one is named `Z`.
    pub points: Vec<String>,
    /// Requirement edges.
    pub edges: Vec<Edge>,
    /// Contingent links.
    pub links: Vec<Link>,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it can be kept whatever nature does.
    pub controllable: bool,
    /// How many points.
    pub points: usize,
    /// How many contingent links.
    pub contingent: usize,
    /// Per point its earliest and latest minute from the origin, where it is tied to it; empty when not controllable.
    pub bounds: Vec<(String, Option<i64>, Option<i64>)>,
    /// When not controllable: a set of edges and links that clash and of which none can be left out.
    pub conflict: Vec<Clash>,
    /// When not controllable: for an edge of the conflict, by how many minutes it alone would have to give.
    pub relax: Vec<(Clash, i64)>,
}

/// A part of a conflict.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clash {
    /// From this point.
    pub from: String,
    /// To this one.
    pub to: String,
    /// The bound in minutes; the upper one of a contingent link.
    pub weight: i64,
    /// The lower bound of a contingent link.
    pub low: Option<i64>,
    /// Where it came from.
    pub source: String,
}

impl Stnu {
    /// The point of this name, made if there is none.
    pub fn point(&mut self, name: &str) -> usize {
        if let Some(k) = self.points.iter().position(|p| p == name) {
            return k;
        }
        self.points.push(name.to_owned());
        self.points.len() - 1
    }

    /// Adds `low <= to - from <= high`.
    pub fn require(&mut self, from: usize, to: usize, low: Option<i64>, high: Option<i64>, source: &str) {
        if let Some(high) = high {
            self.edges.push(Edge { from, to, weight: high, source: source.to_owned() });
        }
        if let Some(low) = low {
            self.edges.push(Edge { from: to, to: from, weight: low.saturating_neg(), source: source.to_owned() });
        }
    }

    /// Adds a contingent link. A range of one value is a requirement.
    pub fn contingent(&mut self, from: usize, to: usize, low: i64, high: i64, source: &str) {
        if high <= low {
            self.require(from, to, Some(low), Some(low), source);
        } else {
            self.links.push(Link { from, to, low: low.max(0), high, source: source.to_owned() });
        }
    }
}

/// Checks a network by the fast checker.
#[must_use]
pub fn check(net: &Stnu) -> Verdict {
    match rul::check(net) {
        Some(done) => Verdict {
            controllable: true,
            points: net.points.len(),
            contingent: net.links.len(),
            bounds: bounds(net, &done),
            conflict: vec![],
            relax: vec![],
        },
        None => {
            let conflict = conflict(net);
            let relax = relax(net, &conflict);
            Verdict {
                controllable: false,
                points: net.points.len(),
                contingent: net.links.len(),
                bounds: vec![],
                conflict: clashes(net, &conflict),
                relax,
            }
        }
    }
}

/// Whether the network is dynamically controllable, by the fast checker.
#[must_use]
pub fn controllable(net: &Stnu) -> bool {
    rul::check(net).is_some()
}

/// The same by the cubic checker, the oracle.
#[must_use]
pub fn controllable_by_morris(net: &Stnu) -> bool {
    morris::check(net)
}

/// Whether any schedule exists when the contingent links may be chosen too.
#[must_use]
pub(crate) fn consistent(net: &Stnu) -> bool {
    let mut edges: Vec<(usize, usize, i64)> = net.edges.iter().map(|e| (e.from, e.to, e.weight)).collect();
    for l in &net.links {
        edges.push((l.from, l.to, l.high));
        edges.push((l.to, l.from, -l.low));
    }
    rul::potential(net.points.len(), &edges).is_some()
}

/// Some edges and links of a network; names stay behind, for only the answer is asked for.
fn part(net: &Stnu, edges: &BTreeSet<usize>, links: &BTreeSet<usize>) -> Stnu {
    let nameless = String::new;
    Stnu {
        points: vec![nameless(); net.points.len()],
        edges: edges.iter().map(|k| &net.edges[*k]).map(|e| Edge { source: nameless(), ..*e }).collect(),
        links: links.iter().map(|k| &net.links[*k]).map(|l| Link { source: nameless(), ..*l }).collect(),
    }
}

impl Verdict {
    /// Whether everything that clashes here stands in another network too: it then clashes there.
    pub(crate) fn clashes_in(&self, net: &Stnu) -> bool {
        let at = |k: usize, name: &str| net.points[k] == name;
        !self.conflict.is_empty()
            && self.conflict.iter().all(|c| match c.low {
                None => net.edges.iter().any(|e| e.weight == c.weight && e.source == c.source && at(e.from, &c.from) && at(e.to, &c.to)),
                Some(low) => net
                    .links
                    .iter()
                    .any(|l| l.low == low && l.high == c.weight && l.source == c.source && at(l.from, &c.from) && at(l.to, &c.to)),
            })
    }

    /// The sources of the conflict, in order of their names.
    pub(crate) fn sources(&self) -> Vec<String> {
        let mut out: Vec<String> = self.conflict.iter().map(|c| c.source.clone()).collect();
        out.sort();
        out.dedup();
        out
    }
}

/// What clashes when the contingent links may be chosen too.
#[must_use]
pub(crate) fn inconsistency(net: &Stnu) -> Verdict {
    let conflict = conflict_by(net, &consistent);
    Verdict {
        controllable: false,
        points: net.points.len(),
        contingent: net.links.len(),
        bounds: vec![],
        conflict: clashes(net, &conflict),
        relax: vec![],
    }
}

/// Edges and links of a conflict from which no source can be left out (deletion filter by halves).
pub(crate) struct Conflict {
    edges: BTreeSet<usize>,
    links: BTreeSet<usize>,
}

fn conflict(net: &Stnu) -> Conflict {
    conflict_by(net, &|n| rul::check(n).is_some())
}

/// The smallest-by-deletion set of sources under which `holds` fails.
fn conflict_by(net: &Stnu, holds: &dyn Fn(&Stnu) -> bool) -> Conflict {
    let mut by: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (k, e) in net.edges.iter().enumerate() {
        by.entry(&e.source).or_default().0.push(k);
    }
    for (k, l) in net.links.iter().enumerate() {
        by.entry(&l.source).or_default().1.push(k);
    }
    let mut keep: Vec<&str> = by.keys().copied().collect();
    let build = |names: &[&str]| {
        let mut edges = BTreeSet::new();
        let mut links = BTreeSet::new();
        for n in names {
            if let Some((e, l)) = by.get(n) {
                edges.extend(e);
                links.extend(l);
            }
        }
        Conflict { edges, links }
    };
    // Halves first, then one by one: a conflict is usually small.
    let mut size = keep.len() / 2;
    while size >= 1 {
        let mut i = 0;
        while i < keep.len() {
            let rest: Vec<&str> = keep.iter().enumerate().filter(|(k, _)| *k < i || *k >= i + size).map(|(_, n)| *n).collect();
            let c = build(&rest);
            if !holds(&part(net, &c.edges, &c.links)) {
                keep = rest;
            } else {
                i += size;
            }
        }
        size /= 2;
    }
    let mut c = build(&keep);
    // Within a source an edge may still be idle.
    for k in c.edges.clone() {
        let mut less = c.edges.clone();
        less.remove(&k);
        if !holds(&part(net, &less, &c.links)) {
            c.edges = less;
        }
    }
    c
}

fn clashes(net: &Stnu, c: &Conflict) -> Vec<Clash> {
    let name = |k: usize| net.points[k].clone();
    let mut out: Vec<Clash> = c
        .edges
        .iter()
        .map(|k| &net.edges[*k])
        .map(|e| Clash { from: name(e.from), to: name(e.to), weight: e.weight, low: None, source: e.source.clone() })
        .collect();
    out.extend(c.links.iter().map(|k| &net.links[*k]).map(|l| Clash {
        from: name(l.from),
        to: name(l.to),
        weight: l.high,
        low: Some(l.low),
        source: l.source.clone(),
    }));
    out
}

/// For each edge of the conflict the least minutes that would mend the whole network by it alone.
fn relax(net: &Stnu, c: &Conflict) -> Vec<(Clash, i64)> {
    let mut out = Vec::new();
    let most: i64 =
        net.links.iter().map(|l| l.high).chain(net.edges.iter().map(|e| e.weight.abs())).fold(0i64, i64::saturating_add).min(OPEN * 10);
    // The conflict alone tells the least that is needed, and most often it is enough for the whole.
    let least = |test: &mut Stnu, k: usize, base: i64, mut low: i64, mut high: i64| -> Option<i64> {
        let mut holds = |by: i64| {
            test.edges[k].weight = base.saturating_add(by);
            rul::check(test).is_some()
        };
        if holds(low + 1) {
            return Some(low + 1);
        }
        if !holds(high) {
            return None;
        }
        while high - low > 1 {
            let mid = i64::midpoint(low, high);
            if holds(mid) { high = mid } else { low = mid }
        }
        Some(high)
    };
    let mut alone = part(net, &c.edges, &c.links);
    let mut whole = net.clone();
    for (here, k) in c.edges.iter().enumerate().take(16) {
        let base = net.edges[*k].weight;
        let by = least(&mut alone, here, base, 0, most).and_then(|by| least(&mut whole, *k, base, by - 1, most));
        alone.edges[here].weight = base;
        whole.edges[*k].weight = base;
        let Some(by) = by else { continue };
        let e = &net.edges[*k];
        let clash =
            Clash { from: net.points[e.from].clone(), to: net.points[e.to].clone(), weight: e.weight, low: None, source: e.source.clone() };
        out.push((clash, by));
    }
    out
}

/// Earliest and latest minute of each point from the origin, over the edges that the checker added.
fn bounds(net: &Stnu, done: &rul::Done) -> Vec<(String, Option<i64>, Option<i64>)> {
    let origin = net.points.iter().position(|p| p == "Z").unwrap_or(0);
    let mut edges = done.edges.clone();
    for l in &net.links {
        edges.push((l.from, l.to, l.high));
    }
    let n = net.points.len();
    if n == 0 {
        return vec![];
    }
    let to = rul::distances(n, &edges, origin, false);
    let from = rul::distances(n, &edges, origin, true);
    net.points.iter().enumerate().map(|(k, p)| (p.clone(), from[k].map(|d| -d), to[k])).collect()
}

#[cfg(test)]
mod tests;
