//! Packages when worths are known only within bounds: which stay efficient, what choosing one may cost,
//! and which question is worth asking next.
//!
//! Worths vary independently within their intervals, side by side and option by option; where only a
//! rank order is known, within the issue's bounds and the order. All tests are exact.
//!
//! *The criterion.* Let `d(y)` be what package y is worth above package x. On each issue where they
//! differ, `d` lies between bounds that do not depend on the other issues. Worths that are best for x
//! (its own options at their highest, every other at its lowest) make `d(y)` least for every y and every
//! side at once: so x is efficient for *some* worths exactly when it is efficient for those. For one given
//! y the worths can likewise make `d(y)` greatest for all sides at once: so x is efficient for *all*
//! worths exactly when no y dominates it with every difference at its greatest. Each is one frontier of
//! differences, filtered to what is no worse for anybody.

use crate::domain::{Domain, Package, Side};
use crate::exact::Fraction;
use crate::frontier::{Frontier, Limits};
use num_traits::Zero;
use terms::phrase::Phrase;

/// Whether a package is efficient when worths are uncertain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Whatever the worths are, some other package is better for somebody and worse for nobody.
    Never,
    /// For some of the worths that are consistent with what is known.
    Sometimes,
    /// For all of them.
    Always,
}

/// A question worth asking: what an option is worth to a side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The number of the side.
    pub side: usize,
    /// The number of the issue.
    pub issue: usize,
    /// The number of the option.
    pub option: u32,
    /// The least regret among the candidates as things are known.
    pub regret_now: Fraction,
    /// The least regret among them once it is answered, the greater of the two ends of its interval.
    pub regret_then: Fraction,
    /// How wide the interval is.
    pub width: Fraction,
}

/// The bounds of `worth(option) - worth(from)` on an issue.
fn difference(side: &Side, issue: usize, from: u32, option: u32, most: bool) -> Fraction {
    if from == option {
        return Fraction::zero();
    }
    let worth = &side.worth[issue];
    let (x, y) = (&worth[from as usize], &worth[option as usize]);
    let Some(ranks) = side.ranks.get(issue).and_then(Option::as_ref) else {
        return if most { &y.high - &x.low } else { &y.low - &x.high };
    };
    let span = || -> Fraction {
        let low = worth.iter().map(|e| &e.low).min().cloned().unwrap_or_default();
        worth.iter().map(|e| &e.high).max().cloned().unwrap_or_default() - low
    };
    match (ranks[option as usize].cmp(&ranks[from as usize]), most) {
        (std::cmp::Ordering::Less, true) => span(),
        (std::cmp::Ordering::Greater, false) => -span(),
        _ => Fraction::zero(),
    }
}

/// The frontier of what other packages add to `package`, among those that are worse for nobody. Worths
/// are relative; `base` is the package itself.
fn rivals(domain: &Domain, package: &[u32], most: bool, limits: Limits) -> Result<(Frontier, Vec<Fraction>), Phrase> {
    domain.check()?;
    let fits = package.len() == domain.issues.len() && package.iter().zip(&domain.issues).all(|(&o, i)| (o as usize) < i.options.len());
    if !fits || !domain.allows(package) {
        return Err(Phrase::new("bargain-package"));
    }
    let joint = |s: usize| -> Fraction {
        let all = |j: &&crate::domain::Joint| j.when.iter().all(|c| package.get(c.0) == Some(&c.1));
        domain.joints.iter().filter(all).map(|j| &j.worth[s]).sum()
    };
    let base: Vec<Fraction> = (0..domain.sides.len()).map(joint).collect();
    let floors = base.iter().cloned().map(Some).collect();
    let table = domain.table_with(floors, |s, i, o| difference(&domain.sides[s], i, package[i], o as u32, most))?;
    let frontier = Frontier::of(&table, limits)?;
    if frontier.exact() || frontier.sampled() { Ok((frontier, base)) } else { Err(Phrase::new("bargain-too-many")) }
}

/// Whether a package is efficient for all, some or none of the worths that are consistent with what is
/// known.
///
/// # Errors
/// A package that is not one of the domain's; more points than the limits hold.
pub fn standing(domain: &Domain, package: &[u32], limits: Limits) -> Result<Standing, Phrase> {
    let (best_case, base) = rivals(domain, package, false, limits)?;
    if best_case.find(&base).is_none() {
        return Ok(Standing::Never);
    }
    let (worst_case, base) = rivals(domain, package, true, limits)?;
    Ok(if worst_case.find(&base).is_some() { Standing::Always } else { Standing::Sometimes })
}

/// What choosing a package may cost: the most that some other package could be better *for every side at
/// once*, over all consistent worths. Zero means that, whatever the worths, no package beats it for all.
///
/// # Errors
/// As [`standing`].
pub fn regret(domain: &Domain, package: &[u32], limits: Limits) -> Result<Fraction, Phrase> {
    let (worst_case, base) = rivals(domain, package, true, limits)?;
    let least = |i: usize| worst_case.worth(i).iter().zip(&base).map(|(w, b)| w - b).min().unwrap_or_default();
    Ok((0..worst_case.len()).map(least).max().unwrap_or_default())
}

/// A package of a frontier of estimates, and how it stands when they are only estimates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Robustness {
    /// The number of its point on the frontier.
    pub point: usize,
    /// The package.
    pub package: Package,
    /// Whether it is efficient for all, some or none of the worths that fit.
    pub standing: Standing,
    /// The most it could cost everybody at once.
    pub regret: Fraction,
}

/// How the packages of a frontier stand, at most `most` a point: those efficient for all worths first, then
/// by regret, then in the frontier's order.
///
/// # Errors
/// As [`standing`].
pub fn robustness(domain: &Domain, frontier: &Frontier, most: usize, limits: Limits) -> Result<Vec<Robustness>, Phrase> {
    let mut all = Vec::new();
    for point in 0..frontier.len() {
        for package in frontier.packages(point).take(most) {
            let (standing, regret) = (standing(domain, &package, limits)?, regret(domain, &package, limits)?);
            all.push(Robustness { point, package, standing, regret });
        }
    }
    all.sort_by(|a, b| b.standing.cmp(&a.standing).then_with(|| a.regret.cmp(&b.regret)));
    Ok(all)
}

/// What to ask next: for every worth that is not known exactly, how far an answer would bring down the
/// least regret among the candidates. The most useful first; then the widest; then the domain's order.
///
/// # Errors
/// As [`standing`].
pub fn questions(domain: &Domain, candidates: &[Package], limits: Limits) -> Result<Vec<Question>, Phrase> {
    let least = |d: &Domain| -> Result<Fraction, Phrase> {
        let mut least: Option<Fraction> = None;
        for c in candidates {
            let r = regret(d, c, limits)?;
            if least.as_ref().is_none_or(|l| r < *l) {
                least = Some(r);
            }
        }
        Ok(least.unwrap_or_default())
    };
    let now = least(domain)?;
    let mut questions = Vec::new();
    for (s, side) in domain.sides.iter().enumerate() {
        for (i, options) in side.worth.iter().enumerate().filter(|(i, _)| side.ranks.get(*i).is_none_or(Option::is_none)) {
            for (o, e) in options.iter().enumerate().filter(|(_, e)| !e.is_exact()) {
                let mut worst = Fraction::zero();
                for end in [&e.low, &e.high] {
                    let mut answered = domain.clone();
                    let known = &mut answered.sides[s].worth[i][o];
                    (known.low, known.value, known.high) = (end.clone(), end.clone(), end.clone());
                    worst = worst.max(least(&answered)?);
                }
                questions.push(Question {
                    side: s,
                    issue: i,
                    option: o as u32,
                    regret_now: now.clone(),
                    regret_then: worst,
                    width: &e.high - &e.low,
                });
            }
        }
    }
    questions.sort_by(|a, b| a.regret_then.cmp(&b.regret_then).then(b.width.cmp(&a.width)));
    Ok(questions)
}
