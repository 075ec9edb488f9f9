//! What hangs on what: the graph of "only if" between issues, its circles, and the fewest links to cut.

use crate::domain::Domain;
use std::collections::{BTreeMap, BTreeSet};

/// "`from` only if `to`": an edge between issues by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// The issue that waits.
    pub from: usize,
    /// The issue that it waits for.
    pub to: usize,
}

/// The fewest links whose cutting leaves no circle.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cut {
    /// The links.
    pub edges: Vec<Edge>,
    /// Whether no smaller cut exists. A knot of more than [`MOST_IN_KNOT`] issues is cut greedily.
    pub fewest: bool,
}

/// The most issues of one knot that are cut by trying every order of them.
pub const MOST_IN_KNOT: usize = 16;

/// The edges of a domain's links, each once.
#[must_use]
pub fn edges(domain: &Domain) -> Vec<Edge> {
    let all = domain.links.iter().flat_map(|l| l.any_of.iter().map(|c| Edge { from: l.option.0, to: c.0 }));
    all.filter(|e| e.from != e.to).collect::<BTreeSet<_>>().into_iter().collect()
}

/// How many issues wait for each, directly.
#[must_use]
pub fn waiting(issues: usize, edges: &[Edge]) -> Vec<usize> {
    (0..issues).map(|i| edges.iter().filter(|e| e.to == i).count()).collect()
}

/// The knots: sets of issues each of which waits, in the end, for every other (the strongly connected
/// components with a circle), in the order of their first issue.
#[must_use]
pub fn circles(issues: usize, edges: &[Edge]) -> Vec<Vec<usize>> {
    let reach: Vec<BTreeSet<usize>> = (0..issues)
        .map(|start| {
            let mut seen = BTreeSet::new();
            let mut next = vec![start];
            while let Some(at) = next.pop() {
                next.extend(edges.iter().filter(|e| e.from == at && seen.insert(e.to)).map(|e| e.to));
            }
            seen
        })
        .collect();
    let mut knots: Vec<Vec<usize>> = Vec::new();
    for i in 0..issues {
        if reach[i].contains(&i) && !knots.iter().any(|k| k.contains(&i)) {
            knots.push((0..issues).filter(|&j| reach[i].contains(&j) && reach[j].contains(&i)).collect());
        }
    }
    knots
}

/// The fewest links to cut so that no circle is left (a minimum feedback arc set, by dynamic programming
/// over the orders of each knot: Held and Karp's scheme, 1962).
#[must_use]
pub fn fewest_to_cut(issues: usize, edges: &[Edge]) -> Cut {
    let mut cut = Cut { edges: Vec::new(), fewest: true };
    for knot in circles(issues, edges) {
        let place: BTreeMap<usize, usize> = knot.iter().enumerate().map(|(at, issue)| (*issue, at)).collect();
        let within: Vec<(usize, usize, Edge)> = edges.iter().filter_map(|e| Some((*place.get(&e.from)?, *place.get(&e.to)?, *e))).collect();
        let order = if knot.len() <= MOST_IN_KNOT {
            best_order(knot.len(), &within)
        } else {
            cut.fewest = false;
            greedy_order(knot.len(), &within)
        };
        let mut rank = vec![0; knot.len()];
        order.iter().enumerate().for_each(|(r, &i)| rank[i] = r);
        // An issue comes after what it waits for; a link that points the other way is cut.
        cut.edges.extend(within.iter().filter(|(from, to, _)| rank[*from] <= rank[*to]).map(|w| w.2));
    }
    cut.edges.sort_unstable();
    cut
}

/// The order that breaks the fewest edges: `best[set]` is the fewest broken with exactly `set` placed.
fn best_order(n: usize, edges: &[(usize, usize, Edge)]) -> Vec<usize> {
    let mut best = vec![(u32::MAX, 0_usize); 1 << n];
    best[0] = (0, 0);
    for set in 0..1_usize << n {
        let so_far = best[set].0;
        for next in (0..n).filter(|i| set >> i & 1 == 0) {
            let broken = edges.iter().filter(|(from, to, _)| *from == next && set >> to & 1 == 0).count() as u32;
            let with = set | 1 << next;
            if so_far + broken < best[with].0 {
                best[with] = (so_far + broken, next);
            }
        }
    }
    let mut order = Vec::with_capacity(n);
    let mut set = (1 << n) - 1;
    while set != 0 {
        let last = best[set].1;
        order.push(last);
        set &= !(1 << last);
    }
    order.reverse();
    order
}

/// Each time the issue that waits for the fewest of those left.
fn greedy_order(n: usize, edges: &[(usize, usize, Edge)]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..n).collect();
    let mut order = Vec::with_capacity(n);
    while !left.is_empty() {
        let waits = |i: usize| edges.iter().filter(|(from, to, _)| *from == i && left.contains(to)).count();
        let Some(at) = (0..left.len()).min_by_key(|&at| waits(left[at])) else { break };
        order.push(left.remove(at));
    }
    order
}
