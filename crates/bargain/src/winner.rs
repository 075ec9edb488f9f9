//! Adjusted Winner, for two sides and issues that divide (Brams and Taylor, *Fair Division*, 1996, ch. 4).
//!
//! Each issue goes first to the side that puts the greater share of its worth on it. The side that is then
//! ahead hands issues over, those first on which the two differ least, the last one in part, until both
//! have the same share of their own whole. At most one issue is split. The result is efficient, equal and
//! free of envy among divisions of these issues.

use crate::domain::{Domain, Kind};
use crate::exact::{Fraction, share};
use num_traits::{One, Signed, Zero};
use terms::phrase::Phrase;

/// A division of the issues that divide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Division {
    /// The numbers of the issues, and the share of each that goes to the first side.
    pub to_first: Vec<(usize, Fraction)>,
    /// What each side has of its own whole, from 0 to 1. Equal, unless one side would lose nothing by
    /// giving everything.
    pub points: [Fraction; 2],
}

/// Divides every issue that divides, by the best estimates; the other issues are left alone.
///
/// # Errors
/// Other than two sides; no issue that divides; an issue that a side would rather not have.
pub fn adjusted_winner(domain: &Domain) -> Result<Division, Phrase> {
    domain.check()?;
    if domain.sides.len() != 2 {
        return Err(Phrase::new("bargain-winner-sides"));
    }
    let issues: Vec<usize> = (0..domain.issues.len()).filter(|&i| domain.issues[i].kind == Kind::Divides).collect();
    if issues.is_empty() {
        return Err(Phrase::new("bargain-winner-none"));
    }
    let mut worth: Vec<[Fraction; 2]> = Vec::new();
    for &i in &issues {
        let all = |s: usize| &domain.sides[s].worth[i];
        if domain.issues[i].options.len() != 2 {
            return Err(Phrase::new("bargain-winner-none"));
        }
        let have = [&all(0)[0].value - &all(0)[1].value, &all(1)[1].value - &all(1)[0].value];
        if have.iter().any(Signed::is_negative) {
            return Err(Phrase::new("bargain-winner-burden").name("issue", &domain.issues[i].name));
        }
        worth.push(have);
    }
    let whole: [Fraction; 2] = [0, 1].map(|s| worth.iter().map(|w| &w[s]).sum());
    for w in &mut worth {
        *w = [0, 1].map(|s| share(&w[s], &whole[s]));
    }
    let mut to_first: Vec<Fraction> = worth.iter().map(|w| if w[0] >= w[1] { Fraction::one() } else { Fraction::zero() }).collect();
    let points = |to_first: &[Fraction]| -> [Fraction; 2] {
        let first = worth.iter().zip(to_first).map(|(w, t)| &w[0] * t).sum();
        let second = worth.iter().zip(to_first).map(|(w, t)| &w[1] * (Fraction::one() - t)).sum();
        [first, second]
    };
    let start = points(&to_first);
    let (ahead, behind) = if start[0] >= start[1] { (0, 1) } else { (1, 0) };
    let has = |t: &Fraction| if ahead == 0 { !t.is_zero() } else { t.is_zero() };
    let mut held: Vec<usize> = (0..worth.len()).filter(|&i| has(&to_first[i])).collect();
    // Least difference first: ahead / behind rising, compared across without dividing.
    held.sort_by(|&i, &j| (&worth[i][ahead] * &worth[j][behind]).cmp(&(&worth[j][ahead] * &worth[i][behind])));
    for i in held {
        let now = points(&to_first);
        let gap = &now[ahead] - &now[behind];
        let moves = &worth[i][ahead] + &worth[i][behind];
        if !gap.is_positive() || worth[i][behind].is_zero() {
            continue;
        }
        let part = share(&gap, &moves).min(Fraction::one());
        to_first[i] = if ahead == 0 { Fraction::one() - part } else { part };
    }
    let points = points(&to_first);
    Ok(Division { to_first: issues.into_iter().zip(to_first).collect(), points })
}
