//! The leak meter: what a side could infer about another's worths from a package that is conveyed to it.
//!
//! The reader is taken to know its own worths, the bounds that are common knowledge of the owner's (the
//! intervals of the estimates), and that the mediator proposes only efficient packages. Then worths of
//! the owner under which the package would not be efficient are ruled out; what is left for each option
//! is an interval, found exactly: the values for which *some* worths of everything else keep the package
//! efficient (the criterion of [`crate::uncertain`]). A reader who knows by which solution the package was
//! picked could infer more; this is what it could infer at least. Other sides' worths are taken within
//! their intervals too.

use crate::domain::{Domain, Link};
use crate::exact::Fraction;
use crate::frontier::{Frontier, Limits};
use num_traits::{Signed, Zero};
use terms::phrase::Phrase;

/// What stays possible of one of the owner's worths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The number of the issue.
    pub issue: usize,
    /// The number of the option.
    pub option: u32,
    /// What was possible before: least and most.
    pub before: (Fraction, Fraction),
    /// What is possible after. `None` where nothing is: the package is efficient for no worths of the owner's.
    pub after: Option<(Fraction, Fraction)>,
    /// Whether the end that moved is itself ruled out.
    pub open_end: bool,
}

impl Left {
    /// How much of the interval is ruled out: 0 nothing, 1 all but a point.
    #[must_use]
    pub fn told(&self) -> Fraction {
        let width = &self.before.1 - &self.before.0;
        match &self.after {
            _ if width.is_zero() => Fraction::zero(),
            Some((low, high)) => Fraction::from_integer(1.into()) - (high - low) / width,
            None => Fraction::from_integer(1.into()),
        }
    }
}

/// For every option of the owner's, what its worth can still be once `reader` has seen `package`.
///
/// # Errors
/// A package that is not one of the domain's; the same side twice; more points than the limits hold.
pub fn leak(domain: &Domain, owner: usize, reader: usize, package: &[u32], limits: Limits) -> Result<Vec<Left>, Phrase> {
    domain.check()?;
    let fits = package.len() == domain.issues.len() && package.iter().zip(&domain.issues).all(|(&o, i)| (o as usize) < i.options.len());
    let sides = domain.sides.len();
    if !fits || !domain.allows(package) || owner == reader || owner >= sides || reader >= sides {
        return Err(Phrase::new("bargain-package"));
    }
    let possible = efficient_for_some(domain, reader, package, limits)?;
    let mut left = Vec::new();
    for (issue, options) in domain.sides[owner].worth.iter().enumerate() {
        for (option, estimate) in options.iter().enumerate() {
            let option = option as u32;
            let (low, high) = (estimate.low.clone(), estimate.high.clone());
            let chosen = package[issue] == option;
            if !possible {
                left.push(Left { issue, option, before: (low, high), after: None, open_end: false });
                continue;
            }
            let bound = if low == high { None } else { bound(domain, owner, reader, package, (issue, option), limits)? };
            let after = match &bound {
                None => Some((low.clone(), high.clone())),
                Some((b, strict)) if chosen => {
                    if *b > high || (*strict && *b == high) {
                        None
                    } else {
                        Some((b.max(&low).clone(), high.clone()))
                    }
                }
                Some((b, strict)) => {
                    if *b < low || (*strict && *b == low) {
                        None
                    } else {
                        Some((low.clone(), b.min(&high).clone()))
                    }
                }
            };
            let open_end = matches!((&bound, &after), (Some((b, true)), Some((l, h))) if b == if chosen { l } else { h });
            left.push(Left { issue, option, before: (low, high), after, open_end });
        }
    }
    Ok(left)
}

/// What the joint worths add to the package for each side.
fn joint(domain: &Domain, package: &[u32], side: usize) -> Fraction {
    let all = |j: &&crate::domain::Joint| j.when.iter().all(|c| package.get(c.0) == Some(&c.1));
    domain.joints.iter().filter(all).map(|j| &j.worth[side]).sum()
}

/// What an option adds for a side over the package's own on that issue: as it is for the reader, at its
/// least for everybody else.
fn over(domain: &Domain, reader: usize, package: &[u32], side: usize, issue: usize, option: usize) -> Fraction {
    let own = package[issue] as usize;
    let (x, y) = (&domain.sides[side].worth[issue][own], &domain.sides[side].worth[issue][option]);
    if own == option {
        Fraction::zero()
    } else if side == reader {
        &y.value - &x.value
    } else {
        &y.low - &x.high
    }
}

/// Whether some worths of the others, within their intervals, make the package efficient beside the
/// reader's own.
fn efficient_for_some(domain: &Domain, reader: usize, package: &[u32], limits: Limits) -> Result<bool, Phrase> {
    let base: Vec<Fraction> = (0..domain.sides.len()).map(|s| joint(domain, package, s)).collect();
    let floors = base.iter().cloned().map(Some).collect();
    let frontier = Frontier::of(&domain.table_with(floors, |s, i, o| over(domain, reader, package, s, i, o))?, limits)?;
    if !frontier.exact() && !frontier.sampled() {
        return Err(Phrase::new("bargain-too-many"));
    }
    Ok(frontier.find(&base).is_some())
}

/// The value at which the package stops being efficient for every worth of everything else: a least for an
/// option of the package, a most for any other; and whether the value itself is ruled out. `None` where no
/// other package depends on it.
fn bound(
    domain: &Domain,
    owner: usize,
    reader: usize,
    package: &[u32],
    (issue, option): (usize, u32),
    limits: Limits,
) -> Result<Option<(Fraction, bool)>, Phrase> {
    let chosen = package[issue] == option;
    let joint = |s: usize| joint(domain, package, s);
    // Only packages that differ here on the very option asked about: for an option of the package, those
    // without it; for another, those with it.
    let mut asked = domain.clone();
    for o in 0..domain.issues[issue].options.len() as u32 {
        if (o == option) == chosen {
            asked.links.push(Link { option: (issue, o), any_of: Vec::new() });
        }
    }
    let worth = |s: usize, i: usize, o: usize| {
        if s == owner && i == issue {
            // What the asked value is compared with is added back below.
            if chosen { domain.sides[s].worth[i][o].low.clone() } else { Fraction::zero() }
        } else {
            over(domain, reader, package, s, i, o)
        }
    };
    let floors = (0..domain.sides.len()).map(|s| if s == owner { None } else { Some(joint(s)) }).collect();
    let frontier = Frontier::of(&asked.table_with(floors, worth)?, limits)?;
    if !frontier.exact() && !frontier.sampled() {
        return Err(Phrase::new("bargain-too-many"));
    }
    let points: Vec<Vec<Fraction>> = (0..frontier.len()).map(|i| frontier.worth(i)).collect();
    let Some(most) = points.iter().map(|p| p[owner].clone()).max() else { return Ok(None) };
    let better = |p: &Vec<Fraction>| (0..p.len()).any(|s| s != owner && (&p[s] - joint(s)).is_positive());
    let strict = points.iter().any(|p| p[owner] == most && better(p));
    let most = most - joint(owner);
    let own = &domain.sides[owner].worth[issue][package[issue] as usize];
    Ok(Some((if chosen { most } else { &own.high - most }, strict)))
}
