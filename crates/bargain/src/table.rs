//! Worths as whole numbers: each side's fractions over that side's common denominator, in the
//! narrowest integers in which no sum can overflow.

use crate::domain::Choice;
use crate::exact::Fraction;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// "Only if", by numbers.
#[derive(Debug, Clone)]
pub(crate) struct Clause {
    pub(crate) option: Choice,
    pub(crate) any_of: Vec<Choice>,
}

/// A joint worth, by numbers.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    pub(crate) when: Vec<Choice>,
    pub(crate) worth: Vec<Fraction>,
}

/// The numbers of a domain, ready for [`crate::frontier::Frontier::of`].
#[derive(Debug, Clone)]
pub struct Table {
    pub(crate) sides: usize,
    /// How many options each issue has.
    pub(crate) options: Vec<usize>,
    pub(crate) cells: Cells,
    /// Each side's least acceptable worth, scaled.
    pub(crate) floor: Vec<Option<BigInt>>,
    /// What each side's fractions were multiplied by.
    pub(crate) scale: Vec<BigInt>,
    pub(crate) clauses: Vec<Clause>,
    /// Joint worths, scaled.
    pub(crate) terms: Vec<(Vec<Choice>, Vec<BigInt>)>,
    /// Whether a continuous range was sampled.
    pub(crate) sampled: bool,
}

/// Scaled worths, issue by issue, option by option, side by side.
#[derive(Debug, Clone)]
pub(crate) enum Cells {
    /// Every sum below 2^61.
    Small(Vec<i64>),
    /// Every sum below 2^124.
    Wide(Vec<i128>),
    /// Anything.
    Big(Vec<BigInt>),
}

impl Table {
    /// A table of whole-number worths: `worth[issue][option][side]`, no reservation values, no links.
    /// `None` where the rows do not all have the same two to six sides, or an issue has no option.
    #[must_use]
    pub fn of_integers(worth: &[Vec<Vec<i64>>]) -> Option<Self> {
        let sides = worth.first()?.first()?.len();
        let fits = (2..=6).contains(&sides) && worth.iter().all(|i| !i.is_empty() && i.iter().all(|o| o.len() == sides));
        if !fits {
            return None;
        }
        let top: i128 = worth.iter().map(|i| i.iter().flatten().map(|w| i128::from(w.unsigned_abs())).max().unwrap_or(0)).sum();
        let flat = worth.iter().flatten().flatten();
        let cells = if top < 1 << 61 { Cells::Small(flat.copied().collect()) } else { Cells::Wide(flat.map(|w| i128::from(*w)).collect()) };
        Some(Self {
            sides,
            options: worth.iter().map(Vec::len).collect(),
            cells,
            floor: vec![None; sides],
            scale: vec![BigInt::one(); sides],
            clauses: Vec::new(),
            terms: Vec::new(),
            sampled: false,
        })
    }

    pub(crate) fn of_fractions(
        sides: usize,
        worth: &[Vec<Vec<Fraction>>],
        floor: Vec<Option<Fraction>>,
        clauses: Vec<Clause>,
        terms: Vec<Term>,
        sampled: bool,
    ) -> Self {
        let mut scale = vec![BigInt::one(); sides];
        for (s, scale) in scale.iter_mut().enumerate() {
            let cells = worth.iter().flatten().filter_map(|o| o.get(s));
            let joint = terms.iter().filter_map(|t| t.worth.get(s));
            for f in cells.chain(joint).chain(floor.get(s).and_then(Option::as_ref)) {
                if !f.denom().is_one() {
                    *scale = scale.lcm(f.denom());
                }
            }
        }
        let whole = |s: usize, f: &Fraction| f.numer() * (&scale[s] / f.denom());
        let cells: Vec<BigInt> = worth.iter().flatten().flat_map(|o| o.iter().enumerate().map(|(s, f)| whole(s, f))).collect();
        let floor: Vec<Option<BigInt>> = floor.iter().enumerate().map(|(s, f)| f.as_ref().map(|f| whole(s, f))).collect();
        let terms: Vec<(Vec<Choice>, Vec<BigInt>)> =
            terms.into_iter().map(|t| (t.when, t.worth.iter().enumerate().map(|(s, f)| whole(s, f)).collect())).collect();
        let options: Vec<usize> = worth.iter().map(Vec::len).collect();
        let cells = narrow(cells, &options, sides, &floor, &terms);
        Self { sides, options, cells, floor, scale, clauses, terms, sampled }
    }
}

/// The narrowest integers in which no sum of one option an issue, joint worths and a reservation value
/// can overflow.
fn narrow(cells: Vec<BigInt>, options: &[usize], sides: usize, floor: &[Option<BigInt>], terms: &[(Vec<Choice>, Vec<BigInt>)]) -> Cells {
    let mut at = 0;
    let mut top = BigInt::zero();
    for n in options {
        let rows = &cells[at..at + n * sides];
        top += rows.iter().map(Signed::abs).max().unwrap_or_default();
        at += n * sides;
    }
    top += terms.iter().flat_map(|t| &t.1).map(Signed::abs).sum::<BigInt>();
    top += floor.iter().flatten().map(Signed::abs).max().unwrap_or_default();
    if top.bits() <= 61 {
        Cells::Small(cells.iter().filter_map(ToPrimitive::to_i64).collect())
    } else if top.bits() <= 124 {
        Cells::Wide(cells.iter().filter_map(ToPrimitive::to_i128).collect())
    } else {
        Cells::Big(cells)
    }
}
