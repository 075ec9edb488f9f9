//! Power indices as exact fractions: background to a body's rule, not a forecast.
//!
//! Banzhaf: a voter's share of all swings (Banzhaf, "Weighted voting doesn't work", Rutgers Law Review 19,
//! 1965). Shapley-Shubik: its share of the orders in which its yes is the one that carries (Shapley and
//! Shubik, American Political Science Review 48, 1954).

use super::game::{Game, Threshold};
use super::{Body, By, Quota, Rule};
use crate::exact::{Fraction, factorial, of_counts};
use num_bigint::BigUint;
use num_traits::{ToPrimitive, Zero};

/// One member's power under a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberPower {
    /// Who.
    pub name: String,
    /// Its seats.
    pub seats: u32,
    /// Its share of all swings; `None` where the game is too wide to count.
    pub banzhaf: Option<Fraction>,
    /// Its share of the orders of voting; `None` as above.
    pub shapley_shubik: Option<Fraction>,
    /// Whether nothing carries without it.
    pub veto: bool,
    /// Whether it never decides.
    pub dummy: bool,
}

/// Power in one body under its ordinary rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyPower {
    /// The body.
    pub name: String,
    /// What carries, in seats (or members, where those are counted).
    pub quota: u64,
    /// Its members, in the order of the file.
    pub members: Vec<MemberPower>,
    /// How many winning coalitions have nobody to spare; `None` where it cannot be counted.
    pub minimal_winning: Option<BigUint>,
}

/// The power of each member under the body's own rule, abstention left aside.
#[must_use]
pub fn of_body(body: &Body) -> BodyPower {
    let game = Game::new(body.members.len(), thresholds(body, &body.rule));
    let named: Vec<(String, u32)> = body.members.iter().map(|m| (m.name.clone(), m.seats)).collect();
    let total = total(body, &body.rule);
    BodyPower {
        name: body.name.clone(),
        quota: needed(&body.rule.quota, total),
        members: of_game(&game, &named),
        minimal_winning: game.minimal_winning(),
    }
}

/// The power of each voter of a game. `named` gives each its name and the seats shown for it.
#[must_use]
pub fn of_game(game: &Game, named: &[(String, u32)]) -> Vec<MemberPower> {
    let n = game.voters();
    let tally = game.tally();
    let swings = |v: usize| tally.as_ref().map(|t| t.swings[v].iter().sum::<BigUint>());
    let all: BigUint = (0..n).filter_map(swings).sum();
    let orders = factorial(n);
    // s! (n - 1 - s)! for every number s of yes votes before.
    let factorials: Vec<BigUint> = (0..n).map(factorial).collect();
    let power = |(v, (name, seats)): (usize, &(String, u32))| {
        let mut yes = vec![true; n];
        yes[v] = false;
        let pivotal = tally
            .as_ref()
            .map(|t| -> BigUint { t.swings[v].iter().enumerate().map(|(s, k)| k * &factorials[s] * &factorials[n - 1 - s]).sum() });
        let dummy = match swings(v) {
            Some(swings) => swings.is_zero(),
            None => false,
        };
        MemberPower {
            name: name.clone(),
            seats: *seats,
            banzhaf: swings(v).map(|s| of_counts(&s, &all)),
            shapley_shubik: pivotal.map(|p| of_counts(&p, &orders)),
            veto: !game.wins(&yes) && game.wins(&vec![true; n]),
            dummy,
        }
    };
    named.iter().enumerate().map(power).collect()
}

/// The thresholds of a rule over all members of a body, each voting yes or no.
pub(super) fn thresholds(body: &Body, rule: &Rule) -> Vec<Threshold> {
    let weights = body.members.iter().map(|m| weight(rule, m.seats)).collect();
    let ones = vec![1; body.members.len()];
    let holders: Vec<u64> = body.members.iter().map(|m| u64::from(rule.vetoes.contains(&m.name))).collect();
    let held = holders.iter().sum();
    vec![
        Threshold { weights, need: needed(&rule.quota, total(body, rule)) },
        Threshold { weights: ones, need: u64::from(rule.minimum_members) },
        Threshold { weights: holders, need: held },
    ]
}

/// What a member counts under a rule.
pub(super) fn weight(rule: &Rule, seats: u32) -> u64 {
    match rule.by {
        By::Seats => u64::from(seats),
        By::Members => 1,
    }
}

fn total(body: &Body, rule: &Rule) -> u64 {
    body.members.iter().map(|m| weight(rule, m.seats)).sum()
}

/// What a quota asks of a base.
pub(super) fn needed(quota: &Quota, base: u64) -> u64 {
    let of = |f: &Fraction| f * Fraction::from_integer(base.into());
    let whole = |f: Fraction| f.to_integer().to_u64().unwrap_or(u64::MAX);
    match quota {
        Quota::Seats(n) => *n,
        Quota::AtLeast(f) => whole(of(f).ceil()),
        Quota::MoreThan(f) => whole(of(f).floor()).saturating_add(1),
    }
}
