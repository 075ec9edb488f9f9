//! The fast checker: back-propagation from contingent points over ordinary and lower-case edges.
//!
//! After Hunsberger and Posenato, "Speeding up the RUL⁻ dynamic-controllability-checking algorithm
//! for simple temporal networks with uncertainty" (AAAI 2022), O(mn + k²n + kn log n). For each
//! contingent link (A, x, y, C) distances to C are propagated backwards with a potential; a point
//! that is nearer than y - x waits for C, and gets the ordinary edge max(d - y, -x) to A. A link
//! whose activation point is met on the way is done first; meeting one that is under way is a
//! circle, and the network is not controllable.

use super::Stnu;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// A network that is controllable: its ordinary edges with those that were added.
pub(crate) struct Done {
    pub(crate) edges: Vec<(usize, usize, i64)>,
}

/// Distances to a sink behind every point: `f(u) <= w + f(v)` for each edge; `None` is a negative circle.
pub(crate) fn potential(n: usize, edges: &[(usize, usize, i64)]) -> Option<Vec<i64>> {
    let mut f = vec![0i64; n];
    for round in 0..=n {
        let mut changed = false;
        for (u, v, w) in edges {
            let d = w.saturating_add(f[*v]);
            if d < f[*u] {
                f[*u] = d;
                changed = true;
            }
        }
        if !changed {
            return Some(f);
        }
        // The other direction settles long chains that were given in order.
        for (u, v, w) in edges.iter().rev() {
            let d = w.saturating_add(f[*v]);
            if d < f[*u] {
                f[*u] = d;
            }
        }
        if round == n {
            return None;
        }
    }
    Some(f)
}

/// Shortest distances from (or, backwards, to) one point; the edges have no negative circle.
pub(crate) fn distances(n: usize, edges: &[(usize, usize, i64)], origin: usize, back: bool) -> Vec<Option<i64>> {
    let mut next: Vec<Vec<(usize, i64)>> = vec![Vec::new(); n];
    for (u, v, w) in edges {
        if back { next[*v].push((*u, *w)) } else { next[*u].push((*v, *w)) }
    }
    let mut d = vec![None; n];
    d[origin] = Some(0i64);
    let mut queue = std::collections::VecDeque::from([origin]);
    let mut waiting = vec![false; n];
    let mut steps = 0usize;
    let most = n.saturating_mul(edges.len()).saturating_add(n);
    while let Some(u) = queue.pop_front() {
        waiting[u] = false;
        let Some(du) = d[u] else { continue };
        for (v, w) in &next[u] {
            steps += 1;
            if steps > most {
                return d;
            }
            let x = du.saturating_add(*w);
            if d[*v].is_none_or(|y| x < y) {
                d[*v] = Some(x);
                if !std::mem::replace(&mut waiting[*v], true) {
                    queue.push_back(*v);
                }
            }
        }
    }
    d
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Not,
    Begun,
    Done,
}

struct Rul<'a> {
    net: &'a Stnu,
    /// Ordinary and lower-case edges by their end.
    into: Vec<Vec<(usize, i64)>>,
    /// Edges into an activation point that were added, by their start.
    added: Vec<BTreeMap<usize, i64>>,
    f: Vec<i64>,
    /// Links by their activation point.
    starts: Vec<Vec<usize>>,
    state: Vec<State>,
    /// Distances of the link that is under way; `FAR` elsewhere.
    dist: Vec<i64>,
}

/// No distance yet.
const FAR: i64 = i64::MAX;

/// Checks; `None` is not controllable.
pub(crate) fn check(net: &Stnu) -> Option<Done> {
    let n = net.points.len();
    let mut edges: Vec<(usize, usize, i64)> = Vec::with_capacity(net.edges.len() + 2 * net.links.len());
    for e in &net.edges {
        if e.from == e.to {
            if e.weight < 0 {
                return None;
            }
            continue;
        }
        edges.push((e.from, e.to, e.weight));
    }
    for l in &net.links {
        edges.push((l.from, l.to, l.low)); // lower case
        edges.push((l.to, l.from, -l.low));
    }
    let f = potential(n, &edges)?;
    let mut into = vec![Vec::new(); n];
    for (u, v, w) in &edges {
        into[*v].push((*u, *w));
    }
    let mut starts = vec![Vec::new(); n];
    for (k, l) in net.links.iter().enumerate() {
        starts[l.from].push(k);
    }
    let mut r = Rul { net, into, added: vec![BTreeMap::new(); n], f, starts, state: vec![State::Not; net.links.len()], dist: vec![FAR; n] };
    for k in 0..net.links.len() {
        if r.state[k] == State::Not && !r.run(k) {
            return None;
        }
    }
    let mut all: Vec<(usize, usize, i64)> = net.edges.iter().map(|e| (e.from, e.to, e.weight)).collect();
    all.extend(net.links.iter().map(|l| (l.to, l.from, -l.low)));
    for (a, m) in r.added.iter().enumerate() {
        all.extend(m.iter().map(|(p, w)| (*p, a, *w)));
    }
    Some(Done { edges: all })
}

/// A link's propagation. While it is under way its distances stand in `Rul::dist`; put aside for another link, it
/// keeps them itself, so that memory goes by what was reached and not by points times links.
struct Frame {
    link: usize,
    reached: Vec<usize>,
    aside: Vec<(usize, i64)>,
    queue: BinaryHeap<Reverse<(i64, usize)>>,
}

impl Rul<'_> {
    fn begin(&mut self, link: usize) -> Frame {
        self.state[link] = State::Begun;
        let l = &self.net.links[link];
        // The contingent point itself may be where another link begins: it is met like any other.
        Frame { link, reached: vec![l.to], aside: vec![(l.to, 0)], queue: BinaryHeap::from([Reverse((-self.f[l.to], l.to))]) }
    }

    /// Takes a frame's distances out of the array.
    fn put_aside(&mut self, frame: &mut Frame) {
        frame.aside.extend(frame.reached.iter().map(|p| (*p, std::mem::replace(&mut self.dist[*p], FAR))));
    }

    fn take_up(&mut self, frame: &mut Frame) {
        for (p, d) in frame.aside.drain(..) {
            self.dist[p] = d;
        }
    }

    /// Does a link and those it meets; `false` is not controllable.
    fn run(&mut self, first: usize) -> bool {
        let mut stack = vec![self.begin(first)];
        while let Some(mut frame) = stack.pop() {
            let l = self.net.links[frame.link].clone();
            let span = l.high - l.low;
            let mut met = None;
            self.take_up(&mut frame);
            while let Some(Reverse((key, p))) = frame.queue.pop() {
                let d = self.dist[p];
                if key != d - self.f[p] {
                    continue; // an old entry
                }
                if p == l.to && d < 0 {
                    return false;
                }
                if d >= span {
                    continue; // need not wait for C any more
                }
                if let Some(other) = self.starts[p].iter().copied().find(|k| *k != frame.link && self.state[*k] != State::Done) {
                    if self.state[other] == State::Begun {
                        return false;
                    }
                    frame.queue.push(Reverse((key, p)));
                    met = Some(other);
                    break;
                }
                if p == l.from && d < l.high {
                    return false; // C would have to come before its own latest
                }
                // Not over the link's own lower-case edge.
                let mut own = p == l.to;
                for i in 0..self.into[p].len() {
                    let (u, w) = self.into[p][i];
                    if own && (u, w) == (l.from, l.low) {
                        own = false;
                        continue;
                    }
                    relax(&mut frame, &mut self.dist, &self.f, u, d.saturating_add(w));
                }
                for (u, w) in &self.added[p] {
                    relax(&mut frame, &mut self.dist, &self.f, *u, d.saturating_add(*w));
                }
            }
            self.put_aside(&mut frame);
            if let Some(other) = met {
                let next = self.begin(other);
                stack.push(frame);
                stack.push(next);
                continue;
            }
            if !self.finish(&frame, l.from, l.low, l.high) {
                return false;
            }
            self.state[frame.link] = State::Done;
            // The potential has changed: what waits gets its keys anew.
            if let Some(below) = stack.last_mut() {
                self.take_up(below);
                let points: Vec<usize> = below.queue.drain().map(|Reverse((_, p))| p).collect();
                below.queue.extend(points.into_iter().map(|p| Reverse((self.dist[p] - self.f[p], p))));
                self.put_aside(below);
            }
        }
        true
    }

    /// Adds the edges to the activation point and mends the potential.
    fn finish(&mut self, frame: &Frame, a: usize, low: i64, high: i64) -> bool {
        let c = self.net.links[frame.link].to;
        let mut drop: BTreeMap<usize, i64> = BTreeMap::new();
        let mut queue: BinaryHeap<Reverse<(i64, usize)>> = BinaryHeap::new();
        for (p, d) in &frame.aside {
            if *p == c {
                continue;
            }
            let w = (d - high).max(-low);
            if *p == a {
                if w < 0 && *d < high {
                    return false;
                }
                continue;
            }
            let old = self.added[a].get(p).copied().unwrap_or(i64::MAX);
            if w >= old {
                continue;
            }
            self.added[a].insert(*p, w);
            let g = w + self.f[a] - self.f[*p];
            if g < 0 {
                drop.insert(*p, g);
                queue.push(Reverse((g, *p)));
            }
        }
        // Lower the potential where an edge asks for it, the greatest drop first (Cotton and Maler 2006).
        let mut settled: BTreeMap<usize, i64> = BTreeMap::new();
        while let Some(Reverse((g, u))) = queue.pop() {
            if drop.get(&u) != Some(&g) || settled.contains_key(&u) {
                continue;
            }
            if u == a {
                return false; // a negative circle
            }
            let fu = self.f[u] + g;
            settled.insert(u, fu);
            let added = self.added[u].iter().map(|(s, w)| (*s, *w));
            for (s, w) in self.into[u].iter().copied().chain(added) {
                if settled.contains_key(&s) {
                    continue;
                }
                let gs = w + fu - self.f[s];
                if gs < 0 && drop.get(&s).is_none_or(|old| gs < *old) {
                    drop.insert(s, gs);
                    queue.push(Reverse((gs, s)));
                }
            }
        }
        for (u, fu) in settled {
            self.f[u] = fu;
        }
        true
    }
}

fn relax(frame: &mut Frame, dist: &mut [i64], f: &[i64], u: usize, d: i64) {
    if d < dist[u] {
        if dist[u] == FAR {
            frame.reached.push(u);
        }
        dist[u] = d;
        frame.queue.push(Reverse((d - f[u], u)));
    }
}
