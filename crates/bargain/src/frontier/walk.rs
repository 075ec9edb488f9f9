//! The packages behind a point of the frontier: counted exactly, listed one at a time.
//!
//! No back pointers are kept. A package that reaches a point passes through a nondominated point of
//! every layer before it, so its predecessors are found by subtracting each move and looking the
//! difference up in the sorted layer.

use super::merge::{Scalar, add, sub};
use super::solve::{Solved, error_of};
use crate::domain::Package;
use num_bigint::{BigInt, BigUint};
use num_traits::Zero;

/// A solved frontier of any width and any number of sides.
pub(crate) trait Engine: std::fmt::Debug + Send + Sync {
    fn len(&self) -> usize;
    fn row(&self, i: usize) -> Vec<BigInt>;
    /// Writes the row in 128 bits; false where it does not fit.
    fn row_wide(&self, i: usize, out: &mut [i128]) -> bool;
    fn find(&self, row: &[BigInt]) -> Option<usize>;
    fn counts(&self) -> Vec<BigUint>;
    fn packages<'a>(&'a self, i: usize) -> Box<dyn Iterator<Item = Package> + 'a>;
    fn error(&self) -> Vec<BigInt>;
    fn outcomes(&self) -> &BigUint;
}

impl<W: Scalar, const M: usize> Solved<W, M> {
    fn points(&self) -> &[[W; M]] {
        self.layers.last().and_then(|l| l.states.first()).map_or(&[], |s| &s.points)
    }

    /// Counts of every point of the last layer in one kind of number; `None` on overflow.
    fn count<N: Clone>(&self, none: &N, one: N, sum: impl Fn(&N, &N, usize) -> Option<N>) -> Option<Vec<N>> {
        let mut before = vec![vec![one]];
        for (n, layer) in self.layers.iter().enumerate().skip(1) {
            let mut here = Vec::with_capacity(layer.states.len());
            for state in &layer.states {
                let mut counts = vec![none.clone(); state.points.len()];
                for source in &state.sources {
                    let mut to = 0;
                    let ways = layer.moves[source.by].options.len();
                    let from = &self.layers[n - 1].states[source.state].points;
                    for (point, reached) in from.iter().zip(&before[source.state]) {
                        let point = add(point, &source.adds);
                        while state.points.get(to).is_some_and(|p| *p > point) {
                            to += 1;
                        }
                        if state.points.get(to) == Some(&point) {
                            counts[to] = sum(&counts[to], reached, ways)?;
                        }
                    }
                }
                here.push(counts);
            }
            before = here;
        }
        Some(before.into_iter().next().unwrap_or_default())
    }
}

impl<W: Scalar, const M: usize> Engine for Solved<W, M> {
    fn len(&self) -> usize {
        self.points().len()
    }

    fn row(&self, i: usize) -> Vec<BigInt> {
        self.points()[i].iter().map(Scalar::big).collect()
    }

    fn row_wide(&self, i: usize, out: &mut [i128]) -> bool {
        self.points()[i].iter().zip(out).all(|(w, out)| w.wide().map(|w| *out = w).is_some())
    }

    fn find(&self, row: &[BigInt]) -> Option<usize> {
        if row.len() != M {
            return None;
        }
        let narrowed: [W; M] = std::array::from_fn(|s| W::narrow(&row[s]));
        let fits = narrowed.iter().zip(row).all(|(n, b)| n.big() == *b);
        if fits { self.points().binary_search_by(|p| narrowed.cmp(p)).ok() } else { None }
    }

    fn counts(&self) -> Vec<BigUint> {
        let machine = self.count(&0_u128, 1, |so_far, reached, ways| so_far.checked_add(reached.checked_mul(ways as u128)?));
        match machine {
            Some(counts) => counts.into_iter().map(BigUint::from).collect(),
            None => {
                let sum = |so_far: &BigUint, reached: &BigUint, ways: usize| Some(so_far + reached * ways);
                self.count(&BigUint::zero(), BigUint::from(1_u8), sum).unwrap_or_default()
            }
        }
    }

    fn packages<'a>(&'a self, i: usize) -> Box<dyn Iterator<Item = Package> + 'a> {
        let top = Frame { layer: self.layers.len() - 1, state: 0, point: self.points()[i].clone(), source: 0, option: 0 };
        Box::new(Walk { solved: self, stack: vec![top], choice: vec![0; self.issues] })
    }

    fn error(&self) -> Vec<BigInt> {
        error_of(self)
    }

    fn outcomes(&self) -> &BigUint {
        &self.outcomes
    }
}

/// A point of some layer, and which of its predecessors comes next.
struct Frame<W, const M: usize> {
    layer: usize,
    state: usize,
    point: [W; M],
    source: usize,
    option: usize,
}

/// A depth-first walk back to the empty package; every path that is entered ends there.
struct Walk<'a, W, const M: usize> {
    solved: &'a Solved<W, M>,
    stack: Vec<Frame<W, M>>,
    choice: Package,
}

impl<W: Scalar, const M: usize> Iterator for Walk<'_, W, M> {
    type Item = Package;

    fn next(&mut self) -> Option<Package> {
        loop {
            let frame = self.stack.last_mut()?;
            if frame.layer == 0 {
                self.stack.pop();
                return Some(self.choice.clone());
            }
            let layer = &self.solved.layers[frame.layer];
            let Some(source) = layer.states[frame.state].sources.get(frame.source) else {
                self.stack.pop();
                continue;
            };
            let options = &layer.moves[source.by].options;
            let point = sub(&frame.point, &source.adds);
            let from = &self.solved.layers[frame.layer - 1].states[source.state].points;
            if frame.option >= options.len() || from.binary_search_by(|p| point.cmp(p)).is_err() {
                frame.source += 1;
                frame.option = 0;
                continue;
            }
            self.choice[layer.issue] = options[frame.option];
            frame.option += 1;
            let next = Frame { layer: frame.layer - 1, state: source.state, point, source: 0, option: 0 };
            self.stack.push(next);
        }
    }
}
