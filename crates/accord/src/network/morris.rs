//! The cubic checker, kept as the oracle for the fast one.
//!
//! After Morris, "Dynamic controllability and dispatchability relationships" (CPAIOR 2014): the
//! network is put into normal form (each link begins with a fixed stretch of its least length),
//! then distances are propagated back from every point with a negative edge into it; meeting a
//! point that is under way is a semi-reducible negative circle.

use super::Stnu;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

#[derive(Clone, Copy)]
struct E {
    from: usize,
    weight: i64,
    /// The lower-case edge of this link.
    lower: Option<usize>,
}

struct Morris {
    into: Vec<Vec<E>>,
    /// The activation point in normal form of each link.
    act: Vec<usize>,
    begun: Vec<bool>,
    done: Vec<bool>,
}

/// Whether the network is dynamically controllable.
pub(crate) fn check(net: &Stnu) -> bool {
    let n = net.points.len() + net.links.len();
    let mut m = Morris { into: vec![Vec::new(); n], act: Vec::new(), begun: vec![false; n], done: vec![false; n] };
    for e in &net.edges {
        if e.from == e.to {
            if e.weight < 0 {
                return false;
            }
            continue;
        }
        m.into[e.to].push(E { from: e.from, weight: e.weight, lower: None });
    }
    for (k, l) in net.links.iter().enumerate() {
        let a = net.points.len() + k;
        m.act.push(a);
        let span = l.high - l.low;
        m.into[a].push(E { from: l.from, weight: l.low, lower: None });
        m.into[l.from].push(E { from: a, weight: -l.low, lower: None });
        // Lower-case 0 and upper-case -span.
        m.into[l.to].push(E { from: a, weight: 0, lower: Some(k) });
        m.into[a].push(E { from: l.to, weight: -span, lower: None });
    }
    (0..n).all(|p| !m.into[p].iter().any(|e| e.weight < 0) || m.back(p))
}

impl Morris {
    fn back(&mut self, source: usize) -> bool {
        if self.done[source] {
            return true;
        }
        if self.begun[source] {
            return false;
        }
        self.begun[source] = true;
        let own = self.act.iter().position(|a| *a == source);
        let mut dist = vec![i64::MAX; self.into.len()];
        let mut queue = BinaryHeap::new();
        for e in &self.into[source] {
            // Only what is negative is carried back; the rest is there as it is.
            if e.weight < 0 && e.weight < dist[e.from] {
                dist[e.from] = e.weight;
                queue.push(Reverse((e.weight, e.from)));
            }
        }
        while let Some(Reverse((d, u))) = queue.pop() {
            if d != dist[u] {
                continue;
            }
            if u == source {
                if d < 0 {
                    return false;
                }
                continue;
            }
            if d >= 0 {
                self.into[source].push(E { from: u, weight: d, lower: None });
                continue;
            }
            if self.into[u].iter().any(|e| e.weight < 0) && !self.back(u) {
                return false;
            }
            for e in self.into[u].clone() {
                if e.weight < 0 || (e.lower.is_some() && e.lower == own) {
                    continue;
                }
                let new = d + e.weight;
                if new < dist[e.from] {
                    dist[e.from] = new;
                    queue.push(Reverse((new, e.from)));
                }
            }
        }
        self.done[source] = true;
        true
    }
}
