//! Trades: what one side values more than another, and what a package asks each to give up.

use crate::domain::Domain;
use crate::exact::{Fraction, share};

/// Two issues on which two sides could give each other something: the first side values `gains` more than
/// the second does, the second side values `gives` more than the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trade {
    /// The number of the issue that the first side would gain on.
    pub gains: usize,
    /// The number of the issue that it would give way on.
    pub gives: usize,
    /// By how much their shares of worth differ on the two issues together.
    pub difference: Fraction,
}

/// For each side, for each issue, the share of its whole range that lies between its worst and best option
/// there. The shares of a side add up to 1, unless nothing matters to it at all.
#[must_use]
pub fn weights(domain: &Domain) -> Vec<Vec<Fraction>> {
    let weigh = |side: &crate::domain::Side| -> Vec<Fraction> {
        let span = |options: &Vec<crate::domain::Estimate>| {
            let all = || options.iter().map(|e| &e.value);
            all().max().cloned().unwrap_or_default() - all().min().cloned().unwrap_or_default()
        };
        let spans: Vec<Fraction> = side.worth.iter().map(span).collect();
        let all: Fraction = spans.iter().sum();
        spans.iter().map(|s| share(s, &all)).collect()
    };
    domain.sides.iter().map(weigh).collect()
}

/// Every trade between two sides by their estimates, the greatest difference first.
#[must_use]
pub fn trades(domain: &Domain, first: usize, second: usize) -> Vec<Trade> {
    let weights = weights(domain);
    let (Some(a), Some(b)) = (weights.get(first), weights.get(second)) else { return Vec::new() };
    let mut trades = Vec::new();
    for gains in (0..a.len()).filter(|&i| a[i] > b[i]) {
        for gives in (0..a.len()).filter(|&i| b[i] > a[i]) {
            trades.push(Trade { gains, gives, difference: (&a[gains] - &b[gains]) + (&b[gives] - &a[gives]) });
        }
    }
    trades.sort_by(|x, y| y.difference.cmp(&x.difference));
    trades
}

/// What a package asks of each side, issue by issue: how far it stays below that side's best option there.
#[must_use]
pub fn given_up(domain: &Domain, package: &[u32]) -> Vec<Vec<Fraction>> {
    let short = |options: &Vec<crate::domain::Estimate>, o: u32| {
        let best = options.iter().map(|e| &e.value).max().cloned().unwrap_or_default();
        options.get(o as usize).map_or_else(Fraction::default, |e| best - &e.value)
    };
    domain.sides.iter().map(|s| s.worth.iter().zip(package).map(|(options, &o)| short(options, o)).collect()).collect()
}
