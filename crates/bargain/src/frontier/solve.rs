//! The layers of the dynamic programme: one issue a layer, one nondominated list a state.
//!
//! A state is the options chosen on those linked issues whose links are not all settled yet; an
//! unlinked domain has one state throughout. Cutting dominated partial sums within a state is exact:
//! whatever may follow depends on the state alone, and adds the same to both. This is variable
//! elimination (Dechter, "Bucket elimination", Artificial Intelligence 113, 1999) over the linked
//! issues, with dominance merging in place of the maximum.

use super::merge::{Part, Scalar, add, maxima, union};
use crate::domain::Choice;
use crate::table::Table;
use num_bigint::{BigInt, BigUint};
use num_traits::{One, Zero};
use std::collections::BTreeMap;
use terms::phrase::Phrase;

/// The most states a layer may have before the links count as too entangled.
const MOST_STATES: usize = 20_000;

/// A choice within a layer: one worth, and every option that has it.
#[derive(Debug)]
pub(crate) struct Move<W, const M: usize> {
    pub(crate) worth: [W; M],
    pub(crate) options: Vec<u32>,
}

/// Where a state's points come from: a state of the layer before, a move, and what it adds.
#[derive(Debug)]
pub(crate) struct Source<W, const M: usize> {
    pub(crate) state: usize,
    pub(crate) by: usize,
    pub(crate) adds: [W; M],
}

/// A state of a layer: its nondominated partial worths in descending order.
#[derive(Debug)]
pub(crate) struct State<W, const M: usize> {
    /// Options of the live issues, in the order of [`Layer::live`].
    key: Vec<u32>,
    pub(crate) sources: Vec<Source<W, M>>,
    pub(crate) points: Vec<[W; M]>,
    /// How many packages the links allow up to here.
    allowed: BigUint,
}

/// One issue's layer.
#[derive(Debug)]
pub(crate) struct Layer<W, const M: usize> {
    /// The issue settled here. Meaningless in the first layer, which settles nothing.
    pub(crate) issue: usize,
    pub(crate) moves: Vec<Move<W, M>>,
    live: Vec<usize>,
    pub(crate) states: Vec<State<W, M>>,
}

/// The solved programme. The first layer is the empty package; the last has at most one state, whose
/// points are the frontier.
#[derive(Debug)]
pub(crate) struct Solved<W, const M: usize> {
    pub(crate) layers: Vec<Layer<W, M>>,
    pub(crate) issues: usize,
    /// What any point may fall short of a true one, by side; zero when exact.
    pub(crate) error: [W; M],
    pub(crate) outcomes: BigUint,
}

/// How much is held before the frontier is thinned and marked so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most points of one layer.
    pub points: usize,
    /// The most points of all layers together, all of which are kept to list packages.
    pub total: usize,
}

impl Limits {
    /// What is worth writing out with its packages: 200,000 points, which make some
    /// tens of megabytes of text. Beyond that the frontier is thinned and says so.
    pub const PRINTED: Self = Self { points: 200_000, total: 2_000_000 };
}

impl Default for Limits {
    /// Two million points a layer, six million in all: about 100 MiB with two sides.
    fn default() -> Self {
        Self { points: 2_000_000, total: 6_000_000 }
    }
}

/// What a programme is solved from: the table's numbers in `W`, and which link is settled where.
struct Plan<'a, W, const M: usize> {
    table: &'a Table,
    /// For each issue, for each option, its worths.
    worth: Vec<Vec<[W; M]>>,
    terms: Vec<(&'a [Choice], [W; M])>,
    floor: [Option<W>; M],
    linked: Vec<bool>,
    /// The issues in the order of the layers.
    order: Vec<usize>,
    /// By layer: the links and joint worths whose last issue it is.
    clauses_at: Vec<Vec<usize>>,
    terms_at: Vec<Vec<usize>>,
    /// By issue: the last layer that still asks for its option.
    needed: Vec<usize>,
    /// By layer: the most that the layers after it can add. Empty where no side has a floor.
    ahead: Vec<[W; M]>,
}

impl<'a, W: Scalar, const M: usize> Plan<'a, W, M> {
    fn new(table: &'a Table, cells: &[W]) -> Self {
        let issues = table.options.len();
        let mut rows = cells.chunks(M).map(|row| std::array::from_fn(|s| row[s].clone()));
        let worth = table.options.iter().map(|n| rows.by_ref().take(*n).collect()).collect();
        let scaled = |w: &Vec<BigInt>| std::array::from_fn(|s| W::narrow(&w[s]));
        let order = order(table);
        let mut place = vec![0; issues];
        order.iter().enumerate().for_each(|(at, &issue)| place[issue] = at);
        let mut plan = Plan {
            table,
            worth,
            terms: table.terms.iter().map(|(when, w)| (when.as_slice(), scaled(w))).collect(),
            floor: std::array::from_fn(|s| table.floor[s].as_ref().map(W::narrow)),
            linked: linked(table),
            order,
            clauses_at: vec![Vec::new(); issues],
            terms_at: vec![Vec::new(); issues],
            needed: vec![0; issues],
            ahead: Vec::new(),
        };
        let mut settle = |touched: Vec<usize>, at: &mut Vec<Vec<usize>>, n: usize| {
            if let Some(last) = touched.iter().map(|&i| place[i]).max() {
                at[last].push(n);
                touched.iter().for_each(|&i| plan.needed[i] = plan.needed[i].max(last));
            }
        };
        for (n, c) in table.clauses.iter().enumerate() {
            settle(std::iter::once(&c.option).chain(&c.any_of).map(|c| c.0).collect(), &mut plan.clauses_at, n);
        }
        for (n, (when, _)) in table.terms.iter().enumerate() {
            settle(when.iter().map(|c| c.0).collect(), &mut plan.terms_at, n);
        }
        if plan.floor.iter().any(Option::is_some) {
            plan.ahead = plan.look_ahead();
        }
        plan
    }

    fn look_ahead(&self) -> Vec<[W; M]> {
        let mut most: [W; M] = std::array::from_fn(|_| W::zero());
        let mut ahead = vec![most.clone()];
        for (step, &issue) in self.order.iter().enumerate().skip(1).rev() {
            let best = |s: usize| self.worth[issue].iter().map(|o| &o[s]).max().cloned().unwrap_or_else(W::zero);
            most = std::array::from_fn(|s| most[s].plus(&best(s)));
            for &t in &self.terms_at[step] {
                most = std::array::from_fn(|s| most[s].plus(&self.terms[t].1[s].clone().max(W::zero())));
            }
            ahead.push(most.clone());
        }
        ahead.reverse();
        ahead
    }

    /// The layer of an issue that no link touches: every state goes on by itself.
    fn free_layer(&self, before: &Layer<W, M>, issue: usize, cap: usize, error: &mut [W; M]) -> Layer<W, M> {
        let options = self.worth[issue].iter().enumerate().map(|(o, w)| (w.clone(), o as u32)).collect();
        let moves = classes(options);
        let so_far = error.clone();
        let mut states = Vec::with_capacity(before.states.len());
        for (state, from) in before.states.iter().enumerate() {
            let parts: Vec<Part<'_, W, M>> = moves.iter().map(|m| (from.points.as_slice(), m.worth.clone())).collect();
            let mut here = so_far.clone();
            let points = union(&parts, cap, &mut here);
            raise(error, &here);
            let sources = moves.iter().enumerate().map(|(by, m)| Source { state, by, adds: m.worth.clone() }).collect();
            let free = self.table.clauses.is_empty();
            let allowed = if free { BigUint::zero() } else { &from.allowed * self.table.options[issue] };
            states.push(State { key: from.key.clone(), sources, points, allowed });
        }
        Layer { issue, moves, live: before.live.clone(), states }
    }

    /// The layer of a linked issue: states part by what later links still ask, and meet again when nothing
    /// asks any more.
    fn linked_layer(&self, before: &Layer<W, M>, step: usize, cap: usize, error: &mut [W; M]) -> Result<Layer<W, M>, Phrase> {
        let issue = self.order[step];
        let moves: Vec<Move<W, M>> =
            self.worth[issue].iter().enumerate().map(|(o, w)| Move { worth: w.clone(), options: vec![o as u32] }).collect();
        let live: Vec<usize> = before.live.iter().copied().chain([issue]).filter(|&i| self.needed[i] > step).collect();
        let mut into: BTreeMap<Vec<u32>, (Vec<Source<W, M>>, BigUint)> = BTreeMap::new();
        for (n, state) in before.states.iter().enumerate() {
            for (by, choice) in moves.iter().enumerate() {
                let kept = |i: usize| before.live.iter().position(|&l| l == i).map(|p| state.key[p]);
                let of = |i: usize| if i == issue { Some(choice.options[0]) } else { kept(i) };
                let has = |c: &Choice| of(c.0) == Some(c.1);
                let mut closing = self.clauses_at[step].iter().map(|&c| &self.table.clauses[c]);
                if !closing.all(|c| !has(&c.option) || c.any_of.iter().any(has)) {
                    continue;
                }
                let together = self.terms_at[step].iter().map(|&t| &self.terms[t]).filter(|t| t.0.iter().all(has));
                let adds = together.fold(choice.worth.clone(), |sum, t| add(&sum, &t.1));
                let key: Vec<u32> = live.iter().filter_map(|&i| of(i)).collect();
                let (sources, allowed) = into.entry(key).or_default();
                sources.push(Source { state: n, by, adds });
                *allowed += &state.allowed;
            }
        }
        if into.len() > MOST_STATES {
            return Err(Phrase::new("bargain-links-entangled").number("n", MOST_STATES as i64));
        }
        let so_far = error.clone();
        let share = (cap / into.len().max(1)).max(1);
        let mut states = Vec::with_capacity(into.len());
        for (key, (sources, allowed)) in into {
            let part = |s: &Source<W, M>| (before.states[s.state].points.as_slice(), s.adds.clone());
            let mut here = so_far.clone();
            let points = union(&sources.iter().map(part).collect::<Vec<_>>(), share, &mut here);
            raise(error, &here);
            states.push(State { key, sources, points, allowed });
        }
        Ok(Layer { issue, moves, live, states })
    }

    /// Drops what cannot reach a reservation value any more.
    fn filter(&self, layer: &mut Layer<W, M>, step: usize) {
        let Some(reach) = self.ahead.get(step) else { return };
        let low: [Option<W>; M] = std::array::from_fn(|s| self.floor[s].as_ref().map(|f| f.minus(&reach[s])));
        let passes = |p: &[W; M]| p.iter().zip(&low).all(|(w, l)| l.as_ref().is_none_or(|l| w >= l));
        layer.states.iter_mut().for_each(|state| state.points.retain(passes));
    }
}

/// Takes over the greater error, side by side.
fn raise<W: Scalar, const M: usize>(error: &mut [W; M], here: &[W; M]) {
    for (e, h) in error.iter_mut().zip(here) {
        if *h > *e {
            e.clone_from(h);
        }
    }
}

/// Solves a table whose numbers are already in `W`.
pub(crate) fn solve<W: Scalar, const M: usize>(table: &Table, cells: &[W], limits: Limits) -> Result<Solved<W, M>, Phrase> {
    let plan: Plan<'_, W, M> = Plan::new(table, cells);
    let issues = plan.order.len();
    let zero: [W; M] = std::array::from_fn(|_| W::zero());
    let mut error = zero.clone();
    let start = State { key: Vec::new(), sources: Vec::new(), points: vec![zero], allowed: BigUint::one() };
    let mut layers = vec![Layer { issue: 0, moves: Vec::new(), live: Vec::new(), states: vec![start] }];
    let mut used = 1_usize;
    for (step, &issue) in plan.order.iter().enumerate() {
        let room = limits.total.saturating_sub(used) / (issues - step);
        let cap = limits.points.min(room.max(1));
        let mut layer = if plan.linked[issue] {
            plan.linked_layer(&layers[step], step, cap, &mut error)?
        } else {
            plan.free_layer(&layers[step], issue, cap, &mut error)
        };
        plan.filter(&mut layer, step);
        used += layer.states.iter().map(|s| s.points.len()).sum::<usize>();
        layers.push(layer);
    }
    let outcomes = if table.clauses.is_empty() {
        table.options.iter().fold(BigUint::one(), |all, &n| all * n)
    } else {
        layers.last().map_or_else(BigUint::zero, |l| l.states.iter().map(|s| &s.allowed).sum())
    };
    Ok(Solved { layers, issues, error, outcomes })
}

/// The options of an unlinked issue that no other dominates, those of equal worth together.
fn classes<W: Scalar, const M: usize>(mut options: Vec<([W; M], u32)>) -> Vec<Move<W, M>> {
    options.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let kept = maxima(options.iter().map(|o| o.0.clone()).collect());
    let mut from = options.into_iter().peekable();
    kept.into_iter()
        .map(|worth| {
            let mut same = Vec::new();
            while let Some(o) = from.next_if(|o| o.0 >= worth) {
                if o.0 == worth {
                    same.push(o.1);
                }
            }
            Move { worth, options: same }
        })
        .collect()
}

/// Which issues some link or joint worth touches.
fn linked(table: &Table) -> Vec<bool> {
    let mut linked = vec![false; table.options.len()];
    let clauses = table.clauses.iter().flat_map(|c| std::iter::once(&c.option).chain(&c.any_of));
    for c in clauses.chain(table.terms.iter().flat_map(|t| &t.0)) {
        linked[c.0] = true;
    }
    linked
}

/// The order of the layers: linked issues first, each time the one that leaves the fewest issues live;
/// then the others as the domain lists them.
fn order(table: &Table) -> Vec<usize> {
    let linked = linked(table);
    let groups: Vec<Vec<usize>> = (table.clauses.iter())
        .map(|c| std::iter::once(c.option.0).chain(c.any_of.iter().map(|x| x.0)).collect())
        .chain(table.terms.iter().map(|t| t.0.iter().map(|c| c.0).collect()))
        .collect();
    let mut order: Vec<usize> = Vec::new();
    let mut left: Vec<usize> = (0..linked.len()).filter(|&i| linked[i]).collect();
    while !left.is_empty() {
        let live_after = |next: usize| {
            let done = |i: &usize| order.contains(i) || *i == next;
            let mut live: Vec<usize> = groups.iter().filter(|g| !g.iter().all(done)).flatten().copied().filter(|i| done(i)).collect();
            live.sort_unstable();
            live.dedup();
            live.iter().map(|&i| table.options[i] as u128).fold(1_u128, u128::saturating_mul)
        };
        let Some(at) = (0..left.len()).min_by_key(|&at| (live_after(left[at]), left[at])) else { break };
        order.push(left.remove(at));
    }
    order.extend((0..linked.len()).filter(|&i| !linked[i]));
    order
}

/// The scaled error of a solved programme, by side.
pub(crate) fn error_of<W: Scalar, const M: usize>(solved: &Solved<W, M>) -> Vec<BigInt> {
    solved.error.iter().map(Scalar::big).collect()
}
