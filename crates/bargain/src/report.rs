//! The answers of `caucus bargain` and `caucus ratify` as plain structs, numbers as exact text: what the
//! printers print, field by field.

use crate::domain::Domain;
use crate::frontier::Frontier;
use crate::home::Home;
use crate::home::game::Sets;
use crate::home::power::{BodyPower, MemberPower, of_body};
use crate::home::weigh::{Outcome, RouteOutcome};
use crate::solution::{Solutions, solutions};
use num_bigint::BigUint;
use serde::Serialize;

/// One point of a frontier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointReport {
    /// What it is worth to each side, as exact fractions.
    pub worth: Vec<String>,
    /// Packages on it, at most as many as were asked for: issue and option, in the order of the issues.
    pub packages: Vec<Vec<(String, String)>>,
    /// How many there are in all.
    pub packages_total: String,
}

/// The whole answer about a negotiation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BargainReport {
    /// The sides' names.
    pub sides: Vec<String>,
    /// How many packages the domain allows.
    pub outcomes: String,
    /// Whether the frontier is the whole one.
    pub exact: bool,
    /// Where it was thinned, the most that each side may miss; else empty.
    pub epsilon: Vec<String>,
    /// The frontier, the best for the first side first.
    pub frontier: Vec<PointReport>,
    /// Nash's solution, every tie.
    pub nash: Vec<PointReport>,
    /// Kalai and Smorodinsky's.
    pub kalai_smorodinsky: Vec<PointReport>,
    /// The egalitarian one.
    pub egalitarian: Vec<PointReport>,
    /// The utilitarian one; it depends on each side's scale.
    pub utilitarian: Vec<PointReport>,
}

/// One point, with at most `most` of its packages.
#[must_use]
pub fn point(domain: &Domain, frontier: &Frontier, i: usize, most: usize) -> PointReport {
    let named = |p: Vec<u32>| domain.named(&p).into_iter().map(|(i, o)| (i.to_owned(), o.to_owned())).collect();
    PointReport {
        worth: frontier.worth(i).iter().map(ToString::to_string).collect(),
        packages: frontier.packages(i).take(most).map(named).collect(),
        packages_total: frontier.totals().get(i).map(ToString::to_string).unwrap_or_default(),
    }
}

/// The whole answer, with at most `most` packages a point. For very long frontiers use [`point`] one at a
/// time.
#[must_use]
pub fn bargain(domain: &Domain, frontier: &Frontier, most: usize) -> BargainReport {
    let Solutions { nash, kalai_smorodinsky, egalitarian, utilitarian } = solutions(frontier, &domain.disagreement());
    let points = |at: &[usize]| at.iter().map(|&i| point(domain, frontier, i, most)).collect();
    let thinned = !frontier.exact() && !frontier.epsilon().iter().all(num_traits::Zero::is_zero);
    BargainReport {
        sides: domain.sides.iter().map(|s| s.name.clone()).collect(),
        outcomes: frontier.outcomes().to_string(),
        exact: frontier.exact(),
        epsilon: if thinned { frontier.epsilon().iter().map(ToString::to_string).collect() } else { Vec::new() },
        frontier: (0..frontier.len()).map(|i| point(domain, frontier, i, most)).collect(),
        nash: points(&nash),
        kalai_smorodinsky: points(&kalai_smorodinsky),
        egalitarian: points(&egalitarian),
        utilitarian: points(&utilitarian),
    }
}

/// A member's power, as text; `None` where the game is too wide to count exactly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberReport {
    /// Who.
    pub name: String,
    /// Its seats.
    pub seats: u32,
    /// Banzhaf, normalised.
    pub banzhaf: Option<String>,
    /// Shapley-Shubik.
    pub shapley_shubik: Option<String>,
    /// Whether nothing carries without it.
    pub veto: bool,
    /// Whether it never decides.
    pub dummy: bool,
}

/// A body's power.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BodyReport {
    /// The body.
    pub name: String,
    /// Where its seats come from.
    pub source: String,
    /// The date they are true of.
    pub date: String,
    /// What carries under its ordinary rule.
    pub quota: u64,
    /// Its members.
    pub members: Vec<MemberReport>,
    /// Minimal winning coalitions; `None` where they cannot be counted.
    pub minimal_winning: Option<String>,
}

/// One route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RouteReport {
    /// The route.
    pub name: String,
    /// `passes`, `fails` or `open`.
    pub result: &'static str,
    /// Least and most yes votes in its first body.
    pub interval: [u64; 2],
    /// What carries there.
    pub quota: u64,
    /// Votes to spare there; below zero, short.
    pub margin: i64,
    /// The same for every part: body, interval, quota, margin.
    pub parts: Vec<(String, [u64; 2], u64, i64)>,
    /// Minimal sets of the undecided whose yes carries it.
    pub sufficient: Vec<Vec<String>>,
    /// Minimal sets of the undecided whose no stops it.
    pub blocking: Vec<Vec<String>>,
    /// Whether those are all the sets.
    pub sets_complete: bool,
    /// For each undecided, how often it decides; `None` where it cannot be counted.
    pub pivots: Option<Vec<(String, String)>>,
    /// Ways that carry, of all the ways the undecided can vote: counts, not probabilities.
    pub completions: Option<(String, String)>,
    /// Members whose stances contradict each other.
    pub contradictions: Vec<String>,
    /// Power under the whole rule of the route.
    pub power: Vec<MemberReport>,
}

/// A provision that flips somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FlipReport {
    /// The provision.
    pub provision: String,
    /// Whether it is put in (else taken out).
    pub put_in: bool,
    /// Who.
    pub member: String,
    /// On which route.
    pub route: String,
    /// The vote before.
    pub from: &'static str,
    /// The vote after.
    pub to: &'static str,
    /// The route's result after.
    pub result: &'static str,
}

/// A pledge that lapses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LapseReport {
    /// Its last day.
    pub until: String,
    /// Who.
    pub member: String,
    /// On which route.
    pub route: String,
    /// The vote after.
    pub to: &'static str,
    /// The route's result after.
    pub result: &'static str,
}

/// The whole answer about a home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RatifyReport {
    /// Bodies and their power.
    pub bodies: Vec<BodyReport>,
    /// Routes and what they come to.
    pub routes: Vec<RouteReport>,
    /// Which provision flips whom.
    pub flips: Vec<FlipReport>,
    /// What ends when.
    pub lapses: Vec<LapseReport>,
}

/// The whole answer.
#[must_use]
pub fn ratify(home: &Home) -> RatifyReport {
    let (deal, on) = (home.deal(), home.as_of.as_deref());
    let bodies = home.bodies.iter().map(|b| {
        let BodyPower { name, quota, members, minimal_winning } = of_body(b);
        BodyReport {
            name,
            source: b.source.clone(),
            date: b.date.clone(),
            quota,
            members: members.into_iter().map(member).collect(),
            minimal_winning: minimal_winning.map(|n| n.to_string()),
        }
    });
    let flips = home.flips().into_iter().map(|f| FlipReport {
        provision: f.provision,
        put_in: f.put_in,
        member: f.member,
        route: f.route,
        from: f.from.word(),
        to: f.to.word(),
        result: f.result.1.word(),
    });
    let lapses = home.lapses().into_iter().map(|l| LapseReport {
        until: l.until,
        member: l.member,
        route: l.route,
        to: l.vote.1.word(),
        result: l.result.1.word(),
    });
    RatifyReport {
        bodies: bodies.collect(),
        routes: home.weigh().into_iter().zip(&home.routes).map(|(o, r)| route(o, home.route_power(r, &deal, on))).collect(),
        flips: flips.collect(),
        lapses: lapses.collect(),
    }
}

fn member(m: MemberPower) -> MemberReport {
    MemberReport {
        name: m.name,
        seats: m.seats,
        banzhaf: m.banzhaf.map(|f| f.to_string()),
        shapley_shubik: m.shapley_shubik.map(|f| f.to_string()),
        veto: m.veto,
        dummy: m.dummy,
    }
}

fn route(r: RouteOutcome, power: Vec<MemberPower>) -> RouteReport {
    let sets = |s: &Sets| s.sets.iter().map(|set| r.names(set).into_iter().map(str::to_owned).collect()).collect();
    let parts: Vec<(String, [u64; 2], u64, i64)> =
        r.parts.iter().map(|p| (p.body.clone(), [p.interval.0, p.interval.1], p.quota, p.margin)).collect();
    let (interval, quota, margin) = parts.first().map_or(([0, 0], 0, 0), |p| (p.1, p.2, p.3));
    let pivots = |all: &Vec<(String, BigUint)>| all.iter().map(|(name, n)| (name.clone(), n.to_string())).collect();
    RouteReport {
        result: r.result.word(),
        interval,
        quota,
        margin,
        sufficient: sets(&r.sufficient),
        blocking: sets(&r.blocking),
        sets_complete: r.sufficient.complete && r.blocking.complete,
        pivots: r.pivots.as_ref().map(pivots),
        completions: r.completions.as_ref().map(|(a, b)| (a.to_string(), b.to_string())),
        parts,
        contradictions: r.contradictions,
        power: power.into_iter().map(member).collect(),
        name: r.name,
    }
}

/// A package of the frontier and what it comes to in each home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratified {
    /// The number of the point.
    pub point: usize,
    /// The package.
    pub package: Vec<u32>,
    /// The result in each home, in the order given.
    pub results: Vec<Outcome>,
}

/// The packages of the frontier that fail in no home (Level I and Level II): those that pass in every home
/// first in each point's own order. At most `most` packages of a point are asked about. A home without the
/// named route counts as open.
#[must_use]
pub fn ratified(domain: &Domain, frontier: &Frontier, homes: &[(&Home, &str)], most: usize) -> Vec<Ratified> {
    let mut all = Vec::new();
    for point in 0..frontier.len() {
        for package in frontier.packages(point).take(most) {
            let named = domain.named(&package);
            let result = |(home, route): &(&Home, &str)| home.with_package(route, &named).unwrap_or(Outcome::Open);
            let results: Vec<Outcome> = homes.iter().map(result).collect();
            if !results.contains(&Outcome::Fails) {
                all.push(Ratified { point, package, results });
            }
        }
    }
    all.sort_by_key(|r| (r.point, !r.results.iter().all(|o| *o == Outcome::Passes)));
    all
}
