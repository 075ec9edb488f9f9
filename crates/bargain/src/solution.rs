//! Bargaining solutions over an exact frontier, side by side, each with every tie.
//!
//! | solution | what it picks |
//! | --- | --- |
//! | Nash (1950) | the greatest product of gains over the disagreement point, each gain at least zero |
//! | Kalai-Smorodinsky (1975), lexicographic (Imai 1983) | the greatest least *normalised* gain, then the next least…; a gain is normalised by the range from the disagreement point to the side's best on the frontier |
//! | egalitarian (Kalai 1977), lexicographic | the greatest least gain, then the next least… |
//! | utilitarian | the greatest sum of worths; it changes when a side's scale does |
//!
//! Every one of them is Pareto-efficient, so the frontier is enough to find it.

use crate::exact::Fraction;
use crate::frontier::Frontier;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// The points (by their number on the frontier) that each solution picks. All empty where the frontier is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Solutions {
    /// Greatest product of gains.
    pub nash: Vec<usize>,
    /// Greatest least normalised gain, lexicographically.
    pub kalai_smorodinsky: Vec<usize>,
    /// Greatest least gain, lexicographically.
    pub egalitarian: Vec<usize>,
    /// Greatest sum. Depends on the scale of each side's worths: show it marked so.
    pub utilitarian: Vec<usize>,
}

/// All four, with gains measured from `disagreement` ([`crate::domain::Domain::disagreement`]).
#[must_use]
pub fn solutions(frontier: &Frontier, disagreement: &[Fraction]) -> Solutions {
    let one = vec![Fraction::one(); frontier.sides()];
    Solutions {
        nash: nash(frontier, disagreement),
        kalai_smorodinsky: kalai_smorodinsky(frontier, disagreement),
        egalitarian: leximin(frontier, disagreement, &one),
        utilitarian: Lines::new(frontier, &vec![Fraction::zero(); frontier.sides()], &one).best(frontier, |gains| Some(gains.sum())),
    }
}

/// The greatest product of gains. A point where some gain is negative is never picked, so that two
/// negatives do not make a good deal.
#[must_use]
pub fn nash(frontier: &Frontier, disagreement: &[Fraction]) -> Vec<usize> {
    let one = vec![Fraction::one(); frontier.sides()];
    Lines::new(frontier, disagreement, &one).best(frontier, |gains| gains.product())
}

/// The lexicographic Kalai-Smorodinsky solution. A side whose best on the frontier is its disagreement
/// worth has nothing to be normalised and does not count.
#[must_use]
pub fn kalai_smorodinsky(frontier: &Frontier, disagreement: &[Fraction]) -> Vec<usize> {
    let best = ideal(frontier);
    let weight: Vec<Fraction> =
        (best.iter().zip(disagreement)).map(|(b, d)| if b > d { (b - d).recip() } else { Fraction::zero() }).collect();
    leximin(frontier, disagreement, &weight)
}

/// The greatest least gain, then the greatest next least, and so on, from any point both sides already
/// have: the disagreement point, or a package both accept. Points that are worse than the baseline for
/// somebody are left out. `weight` multiplies each side's gain; ones for plain gains.
#[must_use]
pub fn leximin(frontier: &Frontier, baseline: &[Fraction], weight: &[Fraction]) -> Vec<usize> {
    Lines::new(frontier, baseline, weight).best(frontier, |gains| gains.ascending())
}

/// The greatest least gain from a baseline: the packages that improve most evenly on one both accept.
#[must_use]
pub fn from_baseline(frontier: &Frontier, baseline: &[Fraction]) -> Vec<usize> {
    leximin(frontier, baseline, &vec![Fraction::one(); frontier.sides()])
}

/// The best of each side on the frontier.
#[must_use]
pub fn ideal(frontier: &Frontier) -> Vec<Fraction> {
    let mut row = vec![0_i128; frontier.sides()];
    let mut best: Vec<i128> = Vec::new();
    let wide = (0..frontier.len()).all(|i| {
        let fits = frontier.row_wide(i, &mut row);
        if best.is_empty() {
            best.clone_from(&row);
        }
        best.iter_mut().zip(&row).for_each(|(b, r)| *b = (*b).max(*r));
        fits
    });
    let best: Vec<BigInt> = if wide {
        best.into_iter().map(BigInt::from).collect()
    } else {
        let rows = (0..frontier.len()).map(|i| frontier.row(i));
        rows.reduce(|a, b| a.into_iter().zip(b).map(|(a, b)| a.max(b)).collect()).unwrap_or_default()
    };
    best.into_iter().zip(frontier.scale()).map(|(b, d)| Fraction::new(b, d.clone())).collect()
}

/// Weighted gains as whole numbers: `slope * row - less`, side by side, over one common denominator.
struct Lines {
    slope: Vec<BigInt>,
    less: Vec<BigInt>,
    /// The same in 128 bits where no gain, sum or product of gains can overflow.
    wide: Option<Vec<(i128, i128)>>,
    /// Sides that weigh nothing and are left out of the comparison.
    idle: Vec<bool>,
}

impl Lines {
    fn new(frontier: &Frontier, from: &[Fraction], weight: &[Fraction]) -> Self {
        let scale = frontier.scale();
        let per_row: Vec<Fraction> = weight.iter().zip(scale).map(|(w, d)| w / d).collect();
        let offset: Vec<Fraction> = weight.iter().zip(from).map(|(w, f)| w * f).collect();
        let common = per_row.iter().chain(&offset).fold(BigInt::one(), |all, f| all.lcm(f.denom()));
        let whole = |f: &Fraction| f.numer() * (&common / f.denom());
        let slope: Vec<BigInt> = per_row.iter().map(whole).collect();
        let less: Vec<BigInt> = offset.iter().map(whole).collect();
        let mut most = vec![BigInt::zero(); slope.len()];
        let mut row = vec![0_i128; slope.len()];
        let mut fits = true;
        let mut span = vec![(i128::MAX, i128::MIN); slope.len()];
        for i in 0..frontier.len() {
            fits &= frontier.row_wide(i, &mut row);
            span.iter_mut().zip(&row).for_each(|(s, r)| *s = (s.0.min(*r), s.1.max(*r)));
        }
        for (s, m) in most.iter_mut().enumerate() {
            let end = |e: i128| (&slope[s] * BigInt::from(e)).abs() + less[s].abs();
            *m = end(span[s].0).max(end(span[s].1));
        }
        let bits: u64 = most.iter().map(BigInt::bits).sum();
        let wide = if fits && !frontier.is_empty() && bits < 120 && slope.iter().chain(&less).all(|n| n.bits() < 120) {
            slope.iter().zip(&less).map(|(a, b)| Some((a.to_i128()?, b.to_i128()?))).collect()
        } else {
            None
        };
        Self { slope, less, wide, idle: weight.iter().map(Zero::is_zero).collect() }
    }

    /// Every point with the greatest key; a point without a key is left out.
    fn best(&self, frontier: &Frontier, key: impl Fn(Gains) -> Option<Key>) -> Vec<usize> {
        let mut row = vec![0_i128; self.slope.len()];
        let mut best: Option<Key> = None;
        let mut at = Vec::new();
        for i in 0..frontier.len() {
            let gains = match &self.wide {
                Some(lines) => {
                    frontier.row_wide(i, &mut row);
                    let mut gains = [0; MOST_SIDES];
                    let active = row.iter().zip(lines).zip(&self.idle).filter(|(_, idle)| !**idle);
                    let mut n = 0;
                    for ((r, (a, b)), _) in active {
                        gains[n] = r * a - b;
                        n += 1;
                    }
                    Gains::Wide(gains, n)
                }
                None => {
                    let row = frontier.row(i);
                    Gains::Big(self.active(row.iter().zip(self.slope.iter().zip(&self.less)).map(|(r, (a, b))| r * a - b)))
                }
            };
            let Some(key) = key(gains) else { continue };
            match best.as_ref().map(|b| key.cmp(b)) {
                Some(std::cmp::Ordering::Less) => {}
                Some(std::cmp::Ordering::Equal) => at.push(i),
                _ => {
                    best = Some(key);
                    at = vec![i];
                }
            }
        }
        at
    }

    fn active<N>(&self, gains: impl Iterator<Item = N>) -> Vec<N> {
        gains.zip(&self.idle).filter(|(_, idle)| !**idle).map(|(g, _)| g).collect()
    }
}

/// A frontier has at most this many sides.
const MOST_SIDES: usize = 6;

/// A point's gains, in the width that holds them; in 128 bits the first so many of the row.
enum Gains {
    Wide([i128; MOST_SIDES], usize),
    Big(Vec<BigInt>),
}

/// What points are compared by. All keys of one comparison have the same form.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    One(i128),
    Wide([i128; MOST_SIDES]),
    Big(Vec<BigInt>),
}

impl Gains {
    fn sum(self) -> Key {
        match self {
            Self::Wide(g, n) => Key::One(g[..n].iter().sum()),
            Self::Big(g) => Key::Big(vec![g.iter().sum()]),
        }
    }

    fn product(self) -> Option<Key> {
        match self {
            Self::Wide(g, n) if g[..n].iter().all(|g| *g >= 0) => Some(Key::One(g[..n].iter().product())),
            Self::Big(g) if g.iter().all(|g| !g.is_negative()) => Some(Key::Big(vec![g.iter().product()])),
            _ => None,
        }
    }

    fn ascending(self) -> Option<Key> {
        match self {
            Self::Wide(mut g, n) if g[..n].iter().all(|g| *g >= 0) => {
                g[..n].sort_unstable();
                Some(Key::Wide(g))
            }
            Self::Big(mut g) if g.iter().all(|g| !g.is_negative()) => {
                g.sort_unstable();
                Some(Key::Big(g))
            }
            _ => None,
        }
    }
}
