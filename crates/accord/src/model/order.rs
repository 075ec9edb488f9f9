//! What can happen at all: the least fixed point of the rules, circles, and who comes before whom.
//!
//! Linear in the size of the rules (Dowling and Gallier 1984, unit resolution with counters).

use super::{Ev, Model};
use std::collections::{BTreeSet, VecDeque};

/// Reachability of the model's events.
#[derive(Debug, Clone)]
pub(crate) struct Order {
    pub(crate) happens: Vec<bool>,
}

impl Order {
    /// Everything that can happen when nothing in `not` does and everything in `given` does.
    pub(crate) fn new(m: &Model, not: &BTreeSet<Ev>, given: &[Ev]) -> Self {
        let n = m.events.len();
        let mut happens = vec![false; n];
        let mut left: Vec<usize> = m.rules.iter().map(|r| r.body.len()).collect();
        let mut watch: Vec<Vec<usize>> = vec![Vec::new(); n];
        let mut queue = VecDeque::new();
        let tell = |e: Ev, happens: &mut Vec<bool>, queue: &mut VecDeque<Ev>| {
            if !happens[e] && !not.contains(&e) {
                happens[e] = true;
                queue.push_back(e);
            }
        };
        for (k, r) in m.rules.iter().enumerate() {
            for b in &r.body {
                watch[*b].push(k);
            }
            if r.body.is_empty() {
                tell(r.head, &mut happens, &mut queue);
            }
        }
        for e in m.free.iter().chain(given) {
            tell(*e, &mut happens, &mut queue);
        }
        while let Some(e) = queue.pop_front() {
            for k in std::mem::take(&mut watch[e]) {
                left[k] -= 1;
                if left[k] == 0 {
                    tell(m.rules[k].head, &mut happens, &mut queue);
                }
            }
        }
        Self { happens }
    }

    /// For each event that never happens, what it waits for that never happens either.
    pub(crate) fn waits(&self, m: &Model) -> Vec<Vec<Ev>> {
        let mut out = vec![Vec::new(); m.events.len()];
        for r in &m.rules {
            if !self.happens[r.head] {
                for b in &r.body {
                    if !self.happens[*b] && !out[r.head].contains(b) {
                        out[r.head].push(*b);
                    }
                }
            }
        }
        out
    }

    /// The circles: one shortest circle of each knot of events that wait for each other.
    pub(crate) fn circles(&self, m: &Model) -> Vec<Vec<Ev>> {
        let waits = self.waits(m);
        let knots = knots(&waits);
        let mut out = Vec::new();
        for knot in knots {
            let inside: BTreeSet<Ev> = knot.iter().copied().collect();
            let mut best: Option<Vec<Ev>> = None;
            for start in knot.iter().take(200) {
                if let Some(c) = shortest(*start, &waits, &inside)
                    && best.as_ref().is_none_or(|b| c.len() < b.len())
                {
                    best = Some(c);
                }
            }
            out.extend(best);
        }
        out
    }
}

/// Strongly connected parts with a circle (Tarjan, without recursion).
pub(crate) fn knots(next: &[Vec<Ev>]) -> Vec<Vec<Ev>> {
    let n = next.len();
    let (mut index, mut low, mut on) = (vec![usize::MAX; n], vec![0; n], vec![false; n]);
    let (mut stack, mut out, mut count) = (Vec::new(), Vec::new(), 0);
    for root in 0..n {
        if index[root] != usize::MAX || next[root].is_empty() {
            continue;
        }
        let mut work = vec![(root, 0usize)];
        while let Some((v, i)) = work.pop() {
            if i == 0 {
                index[v] = count;
                low[v] = count;
                count += 1;
                stack.push(v);
                on[v] = true;
            }
            if let Some(w) = next[v].get(i).copied() {
                work.push((v, i + 1));
                if index[w] == usize::MAX {
                    work.push((w, 0));
                } else if on[w] {
                    low[v] = low[v].min(index[w]);
                }
                continue;
            }
            if low[v] == index[v] {
                let mut part = Vec::new();
                while let Some(w) = stack.pop() {
                    on[w] = false;
                    part.push(w);
                    if w == v {
                        break;
                    }
                }
                if part.len() > 1 || next[v].contains(&v) {
                    part.sort_unstable();
                    out.push(part);
                }
            }
            if let Some((parent, _)) = work.last() {
                low[*parent] = low[*parent].min(low[v]);
            }
        }
    }
    out.sort();
    out
}

fn shortest(start: Ev, next: &[Vec<Ev>], inside: &BTreeSet<Ev>) -> Option<Vec<Ev>> {
    let mut from = vec![usize::MAX; next.len()];
    let mut queue = VecDeque::from([start]);
    let mut seen = BTreeSet::from([start]);
    while let Some(v) = queue.pop_front() {
        for w in &next[v] {
            if *w == start {
                let mut path = vec![v];
                let mut at = v;
                while at != start {
                    at = from[at];
                    path.push(at);
                }
                path.reverse();
                return Some(path);
            }
            if inside.contains(w) && seen.insert(*w) {
                from[*w] = v;
                queue.push_back(*w);
            }
        }
    }
    None
}
