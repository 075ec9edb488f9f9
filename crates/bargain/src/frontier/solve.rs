//! The layers of the dynamic programme: one issue a layer, one nondominated list a state.
//!
//! A state is the options chosen on those linked issues whose links are not all settled yet; an
//! unlinked domain has one state throughout. Cutting dominated partial sums within a state is exact:
//! whatever may follow depends on the state alone, and adds the same to both. This is variable
//! elimination (Dechter, "Bucket elimination", Artificial Intelligence 113, 1999) over the linked
//! issues, with dominance merging in place of the maximum.

use super::merge::{Part, Scalar, add, maxima, thin, union};
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

/// Solves a table whose numbers are already in `W`.
pub(crate) fn solve<W: Scalar, const M: usize>(table: &Table, cells: &[W], limits: Limits) -> Result<Solved<W, M>, Phrase> {
    let issues = table.options.len();
    let mut starts = Vec::with_capacity(issues);
    let mut at = 0;
    for n in &table.options {
        starts.push(at);
        at += n * M;
    }
    let cell = |i: usize, o: usize| -> [W; M] { std::array::from_fn(|s| cells[starts[i] + o * M + s].clone()) };
    let terms: Vec<(&[Choice], [W; M])> =
        table.terms.iter().map(|(when, w)| (when.as_slice(), std::array::from_fn(|s| W::narrow(&w[s])))).collect();
    let floor: [Option<W>; M] = std::array::from_fn(|s| table.floor[s].as_ref().map(W::narrow));
    let order = order(table);
    let place = |issue: usize| order.iter().position(|&i| i == issue).unwrap_or_default();
    let last = |choices: &mut dyn Iterator<Item = usize>| choices.map(place).max();
    let mut clause_at = vec![Vec::new(); issues];
    let mut term_at = vec![Vec::new(); issues];
    let mut needed = vec![0; issues]; // by place: the last place that still asks for this issue's option
    for (n, clause) in table.clauses.iter().enumerate() {
        let touched = || std::iter::once(clause.option.0).chain(clause.any_of.iter().map(|c| c.0));
        if let Some(end) = last(&mut touched()) {
            clause_at[end].push(n);
            touched().for_each(|i| needed[place(i)] = needed[place(i)].max(end));
        }
    }
    for (n, term) in terms.iter().enumerate() {
        let touched = || term.0.iter().map(|c| c.0);
        if let Some(end) = last(&mut touched()) {
            term_at[end].push(n);
            touched().for_each(|i| needed[place(i)] = needed[place(i)].max(end));
        }
    }
    let linked: Vec<bool> = linked(table);
    // The most that the issues still open can add, side by side: what cannot reach a reservation value
    // any more is dropped early.
    let filtered = floor.iter().any(Option::is_some);
    let mut ahead: Vec<[W; M]> = vec![std::array::from_fn(|_| W::zero())];
    if filtered {
        for (step, &issue) in order.iter().enumerate().rev() {
            let mut most = ahead[ahead.len() - 1].clone();
            let best: [W; M] =
                std::array::from_fn(|s| (0..table.options[issue]).map(|o| cell(issue, o)[s].clone()).max().unwrap_or_else(W::zero));
            most = add(&most, &best);
            for &t in &term_at[step] {
                most = std::array::from_fn(|s| most[s].plus(&terms[t].1[s].clone().max(W::zero())));
            }
            ahead.push(most);
        }
        ahead.reverse();
    }
    let zero: [W; M] = std::array::from_fn(|_| W::zero());
    let mut error = zero.clone();
    let start = State { key: Vec::new(), sources: Vec::new(), points: vec![zero.clone()], allowed: BigUint::one() };
    let mut layers = vec![Layer { issue: 0, moves: Vec::new(), live: Vec::new(), states: vec![start] }];
    let mut used = 1_usize;
    for (step, &issue) in order.iter().enumerate() {
        let moves = if linked[issue] {
            (0..table.options[issue]).map(|o| Move { worth: cell(issue, o), options: vec![o as u32] }).collect()
        } else {
            classes((0..table.options[issue]).map(|o| (cell(issue, o), o as u32)).collect())
        };
        let room = limits.total.saturating_sub(used) / (issues - step);
        let cap = limits.points.min(room.max(1));
        let before = &layers[step];
        let states = if linked[issue] {
            let live: Vec<usize> = (before.live.iter().copied().chain([issue])).filter(|&i| needed[place(i)] > step).collect();
            let mut into: BTreeMap<Vec<u32>, (Vec<Source<W, M>>, BigUint)> = BTreeMap::new();
            for (s, state) in before.states.iter().enumerate() {
                for (m, mv) in moves.iter().enumerate() {
                    let option = mv.options[0];
                    let of =
                        |i: usize| if i == issue { Some(option) } else { before.live.iter().position(|&l| l == i).map(|p| state.key[p]) };
                    let has = |c: &Choice| of(c.0) == Some(c.1);
                    let allowed = (clause_at[step].iter().map(|&c| &table.clauses[c])).all(|c| !has(&c.option) || c.any_of.iter().any(has));
                    if !allowed {
                        continue;
                    }
                    let mut adds = mv.worth.clone();
                    for &t in term_at[step].iter().filter(|&&t| terms[t].0.iter().all(has)) {
                        adds = add(&adds, &terms[t].1);
                    }
                    let key: Vec<u32> = live.iter().filter_map(|&i| of(i)).collect();
                    let (sources, count) = into.entry(key).or_insert_with(|| (Vec::new(), BigUint::zero()));
                    sources.push(Source { state: s, by: m, adds });
                    *count += &state.allowed;
                }
            }
            if into.len() > MOST_STATES {
                return Err(Phrase::new("bargain-links-entangled").number("n", MOST_STATES as i64));
            }
            let mut used_here = error.clone();
            let mut states = Vec::with_capacity(into.len());
            let share = (cap / into.len().max(1)).max(1);
            for (key, (sources, allowed)) in into {
                let parts: Vec<Part<'_, W, M>> =
                    sources.iter().map(|s| (before.states[s.state].points.as_slice(), s.adds.clone())).collect();
                let mut here = error.clone();
                let points = union(&parts, share, &mut here);
                used_here = std::array::from_fn(|s| used_here[s].clone().max(here[s].clone()));
                states.push(State { key, sources, points, allowed });
            }
            error = used_here;
            layers.push(Layer { issue, moves, live, states });
            None
        } else {
            let mut states = Vec::with_capacity(before.states.len());
            let mut worst = error.clone();
            for (s, state) in before.states.iter().enumerate() {
                let parts: Vec<Part<'_, W, M>> = moves.iter().map(|m| (state.points.as_slice(), m.worth.clone())).collect();
                let mut here = error.clone();
                let points = union(&parts, cap, &mut here);
                worst = std::array::from_fn(|s| worst[s].clone().max(here[s].clone()));
                let sources = (moves.iter().enumerate()).map(|(m, mv)| Source { state: s, by: m, adds: mv.worth.clone() }).collect();
                let allowed = if table.clauses.is_empty() { BigUint::zero() } else { &state.allowed * table.options[issue] };
                states.push(State { key: state.key.clone(), sources, points, allowed });
            }
            error = worst;
            let live = before.live.clone();
            Some(Layer { issue, moves, live, states })
        };
        if let Some(layer) = states {
            layers.push(layer);
        }
        if let (true, Some(layer)) = (filtered, layers.last_mut()) {
            let reach = &ahead[step + 1];
            let low: [Option<W>; M] = std::array::from_fn(|s| floor[s].as_ref().map(|f| f.minus(&reach[s])));
            for state in &mut layer.states {
                state.points.retain(|p| p.iter().zip(&low).all(|(w, l)| l.as_ref().is_none_or(|l| w >= l)));
            }
        }
        used += layers.last().map_or(0, |l| l.states.iter().map(|s| s.points.len()).sum());
    }
    let outcomes = if table.clauses.is_empty() {
        table.options.iter().fold(BigUint::one(), |all, &n| all * n)
    } else {
        layers.last().map_or_else(BigUint::zero, |l| l.states.iter().map(|s| &s.allowed).sum())
    };
    let mut solved = Solved { layers, issues, error, outcomes };
    if let Some(state) = solved.layers.last_mut().and_then(|l| l.states.first_mut()) {
        let most = limits.points;
        thin(&mut state.points, most, &mut solved.error);
    }
    Ok(solved)
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
