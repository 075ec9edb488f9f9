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

/// Events that no longer happen.
#[derive(Debug, Clone)]
pub(crate) struct Lost(Vec<bool>);

impl Lost {
    pub(crate) fn contains(&self, e: &Ev) -> bool {
        self.0[*e]
    }
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

    /// What no longer happens when nothing in `not` does, of what happens here; sparse, where [`Order::new`]
    /// walks the whole text. Everything that leans on a lost event is taken out, then what another
    /// rule still brings about is put back (delete and rederive: Gupta, Mumick, Subrahmanian 1993).
    pub(crate) fn lost(&self, m: &Model, not: &BTreeSet<Ev>) -> Lost {
        let mut lost = vec![false; self.happens.len()];
        let mut all: Vec<Ev> = not.iter().copied().filter(|e| self.happens[*e]).collect();
        for e in &all {
            lost[*e] = true;
        }
        let mut next = 0;
        while let Some(e) = all.get(next).copied() {
            next += 1;
            for k in &m.watch[e] {
                let head = m.rules[*k].head;
                if self.happens[head] && !m.is_free[head] && !std::mem::replace(&mut lost[head], true) {
                    all.push(head);
                }
            }
        }
        let stands = |head: Ev, lost: &[bool]| m.heads[head].iter().any(|k| m.rules[*k].body.iter().all(|b| self.happens[*b] && !lost[*b]));
        let mut queue: Vec<Ev> = all.into_iter().filter(|e| !not.contains(e)).collect();
        while let Some(e) = queue.pop() {
            if lost[e] && !not.contains(&e) && stands(e, &lost) {
                lost[e] = false;
                queue.extend(m.watch[e].iter().map(|k| m.rules[*k].head).filter(|h| lost[*h]));
            }
        }
        Lost(lost)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Choices, Rule};
    use proptest::prelude::*;

    /// A model of nothing but rules.
    fn model(n: usize, rules: Vec<Rule>, free: Vec<Ev>) -> Model {
        let (mut m, _) = Model::build(&crate::parse("AGREEMENT \"T\"\n").tree, &Choices::default());
        m.events = vec![crate::tree::What::Open; n];
        m.rules = rules;
        m.free = free;
        m.lean();
        m
    }

    proptest! {
        #[test]
        fn what_is_lost_is_what_a_whole_new_walk_does_not_reach(
            rules in prop::collection::vec((0usize..12, prop::collection::vec(0usize..12, 0..3)), 0..24),
            free in prop::collection::vec(0usize..12, 0..4),
            not in prop::collection::btree_set(0usize..12, 0..4),
        ) {
            let m = model(12, rules.into_iter().map(|(head, body)| Rule { head, body }).collect(), free);
            let all = Order::new(&m, &BTreeSet::new(), &[]);
            let without = Order::new(&m, &not, &[]);
            let lost = all.lost(&m, &not);
            for e in 0..12 {
                prop_assert_eq!(lost.contains(&e), all.happens[e] && !without.happens[e], "{}", e);
            }
        }
    }
}
