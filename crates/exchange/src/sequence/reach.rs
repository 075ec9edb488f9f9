//! Which states of an exchange can be reached through safe states only, exactly.
//!
//! A state is how many of each class have moved. What completing is worth to a side is linear in
//! these counts; so with all counts but one fixed, the safe states form one interval, and since a
//! single item of the remaining class can always move within it, the *reached* states of such a row
//! form one interval too: from the first that is entered up to the end of the safe ones. A row
//! needs one number, not one bit a state: 48 people in two classes against 2,000 in two classes are
//! some 300 million states in under 200,000 rows.

use super::{Exchange, Side};

/// The most rows that are searched; beyond that only a bound is given.
pub const MOST_ROWS: u64 = 20_000_000;
/// The most work of one search, rows times moves; a plan takes some dozens of searches.
pub const MOST_WORK: u64 = 200_000_000;

const NONE: u32 = u32::MAX;

/// A step back on the way: its rank (less is better), what moves, the row and place it comes from.
type Back = (u8, Vec<(usize, u32)>, usize, u32);

/// What a state has to keep to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// What each side loses by walking away.
    pub guarantee: [i64; 2],
    /// The most that each side may have given beyond what it received, where that is limited.
    pub exposure: [Option<i64>; 2],
}

/// The space of states of an exchange at given worths.
#[derive(Debug, Clone)]
pub struct Space {
    /// Of each class: cost and value of one.
    worth: Vec<(i64, i64)>,
    giver: Vec<Side>,
    count: Vec<u32>,
    after: Vec<Vec<usize>>,
    /// The class along which rows lie.
    inner: usize,
    /// The other classes, first varies slowest, and how far apart rows are that differ by one of it.
    outer: Vec<(usize, u64)>,
    rows: u64,
    /// Joint moves: how many of each outer class, and of the inner one.
    joints: Vec<(Vec<(usize, u32)>, u32)>,
    /// What completing everything is worth to each side at the start.
    whole: [i64; 2],
    /// The sum of each side's costs, and of what it receives.
    sums: [(i64, i64); 2],
}

/// The reached states: of each row the first.
#[derive(Debug, Clone)]
pub struct Reached {
    first: Vec<u32>,
    limits: Limits,
}

impl Space {
    /// Lays out the states; `None` when they are too many to search.
    #[must_use]
    pub fn new(exchange: &Exchange, worth: &[(i64, i64)]) -> Option<Space> {
        let classes = &exchange.classes;
        let inner = (0..classes.len()).max_by_key(|i| (classes[*i].count, std::cmp::Reverse(*i)))?;
        let mut outer = Vec::new();
        let mut rows = 1u64;
        for (i, c) in classes.iter().enumerate().rev() {
            if i != inner {
                outer.push((i, rows));
                rows = rows.checked_mul(u64::from(c.count) + 1)?;
                if rows > MOST_ROWS {
                    return None;
                }
            }
        }
        outer.reverse();
        let mut joints = Vec::new();
        if let Some(j) = exchange.joint {
            let mut moves: Vec<u32> = vec![0; classes.len()];
            if !joint_moves(exchange, [j.a, j.b], 0, &mut moves, &mut joints, inner) {
                return None;
            }
        }
        if rows.saturating_mul(u64::try_from(joints.len() + classes.len()).ok()?) > MOST_WORK {
            return None;
        }
        let mut sums = [(0, 0); 2];
        for (c, (cost, value)) in classes.iter().zip(worth) {
            sums[c.giver.index()].0 += cost * i64::from(c.count);
            sums[c.giver.other().index()].1 += value * i64::from(c.count);
        }
        Some(Space {
            worth: worth.to_vec(),
            giver: classes.iter().map(|c| c.giver).collect(),
            count: classes.iter().map(|c| c.count).collect(),
            after: classes.iter().map(|c| c.after.clone()).collect(),
            inner,
            outer,
            rows,
            joints,
            whole: sums.map(|(cost, value)| value - cost),
            sums,
        })
    }

    /// How many states there are.
    #[must_use]
    pub fn states(&self) -> u128 {
        self.count.iter().map(|c| u128::from(*c) + 1).product()
    }

    /// The work of one search: rows times moves.
    #[must_use]
    pub fn effort(&self) -> u64 {
        self.rows.saturating_mul(u64::try_from(self.joints.len() + self.outer.len() + 1).unwrap_or(u64::MAX))
    }

    /// No exposure is greater than this.
    #[must_use]
    pub fn greatest(&self) -> i64 {
        self.sums[0].0.max(self.sums[1].0)
    }

    /// What completing is still worth to each side with these counts delivered.
    #[must_use]
    pub fn rest(&self, counts: &[u32]) -> [i64; 2] {
        let mut r = self.whole;
        for (i, n) in counts.iter().enumerate() {
            let (cost, value) = self.worth[i];
            r[self.giver[i].index()] += cost * i64::from(*n);
            r[self.giver[i].other().index()] -= value * i64::from(*n);
        }
        r
    }

    /// What each side has given beyond what it received, never below nought.
    #[must_use]
    pub fn exposure(&self, counts: &[u32]) -> [i64; 2] {
        let r = self.rest(counts);
        std::array::from_fn(|s| (r[s] + self.sums[s].0 - self.sums[s].1).max(0))
    }

    /// The safe states of a row: from, to; `counts` holds the outer classes, the inner one at nought.
    fn safe(&self, counts: &[u32], rest: [i64; 2], limits: &Limits) -> Option<(u32, u32)> {
        let i = self.inner;
        let (mut from, mut to) = (0i64, i64::from(self.count[i]));
        let (cost, value) = self.worth[i];
        for s in Side::BOTH {
            let step = if self.giver[i] == s { cost } else { -value };
            // from: rest + step x >= -D, and exposure: rest + step x + costs - values <= E.
            bound(step, -limits.guarantee[s.index()] - rest[s.index()], &mut from, &mut to);
            if let Some(most) = limits.exposure[s.index()] {
                let (costs, values) = self.sums[s.index()];
                bound(-step, rest[s.index()] + costs - values - most, &mut from, &mut to);
            }
        }
        // Classes that wait for others.
        for (k, waits) in self.after.iter().enumerate() {
            for p in waits {
                if k == i {
                    if counts[*p] < self.count[*p] {
                        to = to.min(0);
                    }
                } else if *p == i {
                    if counts[k] > 0 {
                        from = from.max(i64::from(self.count[i]));
                    }
                } else if counts[k] > 0 && counts[*p] < self.count[*p] {
                    return None;
                }
            }
        }
        (from <= to).then(|| (u32::try_from(from).unwrap_or(0), u32::try_from(to).unwrap_or(0)))
    }

    /// Steps to the next row; keeps `rest` in step. False after the last.
    fn next(&self, counts: &mut [u32], rest: &mut [i64; 2]) -> bool {
        for (k, _) in self.outer.iter().rev() {
            let (cost, value) = self.worth[*k];
            let (g, r) = (self.giver[*k].index(), self.giver[*k].other().index());
            if counts[*k] < self.count[*k] {
                counts[*k] += 1;
                rest[g] += cost;
                rest[r] -= value;
                return true;
            }
            let n = i64::from(counts[*k]);
            rest[g] -= cost * n;
            rest[r] += value * n;
            counts[*k] = 0;
        }
        false
    }

    /// Searches every row once; `None` when everything delivered cannot be reached.
    #[must_use]
    pub fn reach(&self, limits: &Limits) -> Option<Reached> {
        let rows = usize::try_from(self.rows).ok()?;
        let mut first = vec![NONE; rows];
        let mut last = vec![0u32; rows];
        let mut counts = vec![0u32; self.count.len()];
        let mut rest = self.whole;
        let mut row = 0usize;
        loop {
            if let Some((from, to)) = self.safe(&counts, rest, limits) {
                let mut enter = if row == 0 && from == 0 { 0 } else { NONE };
                for (k, stride) in &self.outer {
                    if counts[*k] > 0 {
                        let p = row - usize::try_from(*stride).unwrap_or(0);
                        if first[p] != NONE && last[p] >= from {
                            enter = enter.min(first[p].max(from));
                        }
                    }
                }
                for (moves, along) in &self.joints {
                    let Some(p) = self.before(row, &counts, moves) else { continue };
                    if first[p] != NONE && last[p] + along >= from {
                        let at = (first[p] + along).max(from);
                        enter = enter.min(at);
                    }
                }
                if enter <= to {
                    first[row] = enter;
                    last[row] = to;
                }
            }
            row += 1;
            if !self.next(&mut counts, &mut rest) {
                break;
            }
        }
        let done = first[rows - 1] != NONE && last[rows - 1] == self.count[self.inner];
        done.then_some(Reached { first, limits: *limits })
    }

    fn before(&self, row: usize, counts: &[u32], moves: &[(usize, u32)]) -> Option<usize> {
        let mut p = row;
        for (at, n) in moves {
            let (k, stride) = self.outer[*at];
            if counts[k] < *n {
                return None;
            }
            p -= usize::try_from(stride * u64::from(*n)).unwrap_or(0);
        }
        Some(p)
    }

    /// A way through, from the start: at each step how many of each class move. Steps of one side
    /// are kept together where the way allows it.
    #[must_use]
    pub fn way(&self, reached: &Reached) -> Vec<Vec<(usize, u32)>> {
        let mut counts = self.count.clone();
        let mut x = counts[self.inner];
        let mut row = reached.first.len() - 1;
        let mut back: Vec<Vec<(usize, u32)>> = Vec::new();
        let mut side: Option<Side> = None;
        let mut outer_counts = counts.clone();
        outer_counts[self.inner] = 0;
        let holds = |row: usize, counts: &[u32], x: u32| {
            if reached.first[row] == NONE || x < reached.first[row] {
                return false;
            }
            let mut at = counts.to_vec();
            at[self.inner] = 0;
            let rest = self.rest(&at);
            self.safe(&at, rest, &reached.limits).is_some_and(|(_, to)| x <= to)
        };
        while counts.iter().any(|n| *n > 0) {
            // (rank, moves, row, x): a step of the same side first, then one item, then a joint step.
            let mut best: Option<Back> = None;
            let mut offer = |rank: u8, moves: Vec<(usize, u32)>, row: usize, x: u32| {
                if best.as_ref().is_none_or(|b| rank < b.0) {
                    best = Some((rank, moves, row, x));
                }
            };
            let rank = |s: Side| u8::from(side != Some(s));
            if x > reached.first[row] {
                offer(rank(self.giver[self.inner]), vec![(self.inner, 1)], row, x - 1);
            }
            for (k, stride) in &self.outer {
                if counts[*k] > 0 {
                    let p = row - usize::try_from(*stride).unwrap_or(0);
                    counts[*k] -= 1;
                    if holds(p, &counts, x) {
                        offer(rank(self.giver[*k]), vec![(*k, 1)], p, x);
                    }
                    counts[*k] += 1;
                }
            }
            for (moves, along) in &self.joints {
                if x < *along {
                    continue;
                }
                let Some(p) = self.before(row, &counts, moves) else { continue };
                let mut less = counts.clone();
                moves.iter().for_each(|(at, n)| less[self.outer[*at].0] -= n);
                if holds(p, &less, x - along) {
                    let mut all: Vec<(usize, u32)> = moves.iter().map(|(at, n)| (self.outer[*at].0, *n)).collect();
                    if *along > 0 {
                        all.push((self.inner, *along));
                    }
                    all.sort_unstable();
                    offer(2, all, p, x - along);
                }
            }
            let Some((_, moves, p, to)) = best else { break };
            side = match moves.as_slice() {
                [(k, _)] => Some(self.giver[*k]),
                _ => None,
            };
            moves.iter().for_each(|(k, n)| counts[*k] -= n);
            (row, x) = (p, to);
            back.push(moves);
        }
        back.reverse();
        back
    }
}

/// Narrows `from..=to` to where `step * x >= least`.
fn bound(step: i64, least: i64, from: &mut i64, to: &mut i64) {
    match step {
        0 if least > 0 => *to = -1,
        0 => {}
        s if s > 0 => *from = (*from).max(-((-least).div_euclid(s))),
        s => *to = (*to).min((-least).div_euclid(-s)),
    }
}

fn joint_moves(
    exchange: &Exchange,
    left: [u32; 2],
    class: usize,
    moves: &mut Vec<u32>,
    out: &mut Vec<(Vec<(usize, u32)>, u32)>,
    inner: usize,
) -> bool {
    if class == exchange.classes.len() {
        let both = Side::BOTH.iter().all(|s| exchange.classes.iter().zip(moves.iter()).any(|(c, n)| c.giver == *s && *n > 0));
        if both {
            if out.len() >= 50_000 {
                return false;
            }
            let at = |k: usize| if k > inner { k - 1 } else { k };
            let outer = moves.iter().enumerate().filter(|(k, n)| *k != inner && **n > 0).map(|(k, n)| (at(k), *n)).collect();
            out.push((outer, moves[inner]));
        }
        return true;
    }
    let c = &exchange.classes[class];
    let most = left[c.giver.index()].min(c.count);
    for n in 0..=most {
        moves[class] = n;
        let mut rest = left;
        rest[c.giver.index()] -= n;
        if !joint_moves(exchange, rest, class + 1, moves, out, inner) {
            return false;
        }
    }
    moves[class] = 0;
    true
}
