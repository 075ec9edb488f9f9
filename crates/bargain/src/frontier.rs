//! The exact Pareto frontier: every worth that no package improves on for all sides, and every package
//! on each.

mod merge;
mod solve;
mod sweep;
mod walk;

use crate::domain::{Domain, Package};
use crate::exact::Fraction;
use crate::table::{Cells, Table};
use merge::Scalar;
use num_bigint::{BigInt, BigUint};
use num_traits::Zero;
pub use solve::Limits;
use std::sync::OnceLock;
use terms::phrase::Phrase;
use walk::Engine;

/// The frontier among the packages that the links allow and every side accepts, the best for the first
/// side first. Points compare by worth; each may have many packages.
#[derive(Debug)]
pub struct Frontier {
    engine: Box<dyn Engine>,
    scale: Vec<BigInt>,
    sampled: bool,
    totals: OnceLock<Vec<BigUint>>,
}

impl Frontier {
    /// The frontier of a domain by its best estimates, its reservation values as a filter.
    ///
    /// # Errors
    /// As [`Domain::check`]; links that tie more than 20,000 combinations together.
    pub fn of_domain(domain: &Domain, limits: Limits) -> Result<Self, Phrase> {
        Self::of(&domain.table()?, limits)
    }

    /// The frontier of a table of whole numbers.
    ///
    /// # Errors
    /// Links that tie more than 20,000 combinations together; sides not between two and six.
    pub fn of(table: &Table, limits: Limits) -> Result<Self, Phrase> {
        let engine = match &table.cells {
            Cells::Small(cells) => by_sides(table, cells, limits)?,
            Cells::Wide(cells) => by_sides(table, cells, limits)?,
            Cells::Big(cells) => by_sides(table, cells, limits)?,
        };
        Ok(Self { engine, scale: table.scale.clone(), sampled: table.sampled, totals: OnceLock::new() })
    }

    /// How many points it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.engine.len()
    }

    /// Whether no package is acceptable to all: there is no zone of possible agreement.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many sides it has.
    #[must_use]
    pub fn sides(&self) -> usize {
        self.scale.len()
    }

    /// What point `i` is worth to each side. Panics where `i` is not below [`Frontier::len`].
    #[must_use]
    pub fn worth(&self, i: usize) -> Vec<Fraction> {
        self.engine.row(i).into_iter().zip(&self.scale).map(|(w, d)| Fraction::new(w, d.clone())).collect()
    }

    /// The packages on point `i`, one at a time, in a stable order. Panics where `i` is not below
    /// [`Frontier::len`].
    pub fn packages(&self, i: usize) -> impl Iterator<Item = Package> + '_ {
        self.engine.packages(i)
    }

    /// How many packages each point has. Computed when first asked for. A lower bound where the frontier
    /// was thinned.
    #[must_use]
    pub fn totals(&self) -> &[BigUint] {
        self.totals.get_or_init(|| self.engine.counts())
    }

    /// The point with exactly this worth.
    #[must_use]
    pub fn find(&self, worth: &[Fraction]) -> Option<usize> {
        let row: Vec<Fraction> = worth.iter().zip(&self.scale).map(|(w, d)| w * d).collect();
        if row.len() != self.scale.len() || row.iter().any(|w| !w.is_integer()) {
            return None;
        }
        self.engine.find(&row.iter().map(Fraction::to_integer).collect::<Vec<_>>())
    }

    /// How many packages the domain allows, acceptable or not.
    #[must_use]
    pub fn outcomes(&self) -> &BigUint {
        self.engine.outcomes()
    }

    /// Whether it is the whole frontier: nothing thinned, no continuous range sampled.
    #[must_use]
    pub fn exact(&self) -> bool {
        !self.sampled && self.engine.error().iter().all(BigInt::is_zero)
    }

    /// Whether a continuous range was sampled at steps: between the steps there may be better packages.
    #[must_use]
    pub fn sampled(&self) -> bool {
        self.sampled
    }

    /// For each side, the most by which a true point of the (sampled) domain may exceed the nearest
    /// point kept. All zero unless thinned. A kept point that falls below a reservation value is left out
    /// all the same, so near a reservation value a true point may have none.
    #[must_use]
    pub fn epsilon(&self) -> Vec<Fraction> {
        self.engine.error().into_iter().zip(&self.scale).map(|(e, d)| Fraction::new(e, d.clone())).collect()
    }

    /// The scaled row in 128 bits, and the scale. For the solutions.
    pub(crate) fn row_wide(&self, i: usize, out: &mut [i128]) -> bool {
        self.engine.row_wide(i, out)
    }

    pub(crate) fn row(&self, i: usize) -> Vec<BigInt> {
        self.engine.row(i)
    }

    pub(crate) fn scale(&self) -> &[BigInt] {
        &self.scale
    }
}

fn by_sides<W: Scalar>(table: &Table, cells: &[W], limits: Limits) -> Result<Box<dyn Engine>, Phrase> {
    Ok(match table.sides {
        2 => Box::new(solve::solve::<W, 2>(table, cells, limits)?),
        3 => Box::new(solve::solve::<W, 3>(table, cells, limits)?),
        4 => Box::new(solve::solve::<W, 4>(table, cells, limits)?),
        5 => Box::new(solve::solve::<W, 5>(table, cells, limits)?),
        6 => Box::new(solve::solve::<W, 6>(table, cells, limits)?),
        n => return Err(Phrase::new("bargain-sides").number("n", n as i64)),
    })
}
