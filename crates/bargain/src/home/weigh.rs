//! What every route comes to: passes, fails or open, by how much, through whom, and over what.

use super::game::{Game, Sets, Threshold};
use super::power::{MemberPower, needed, of_game, weight};
use super::{Abstention, Base, Deal, Home, Part, Route, VetoOn, Vote};
use num_bigint::BigUint;
use num_traits::One;
use std::collections::BTreeMap;

/// Whether it carries whatever the undecided do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It carries even if every undecided votes no.
    Passes,
    /// It does not carry even if every undecided votes yes.
    Fails,
    /// It hangs on the undecided.
    Open,
}

/// One part of a route, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    /// The body's name.
    pub body: String,
    /// Yes votes if every undecided votes no, and if every one votes yes.
    pub interval: (u64, u64),
    /// What carries. With a share of the votes cast it is a share of what the decided and all the
    /// undecided cast together.
    pub quota: u64,
    /// Votes to spare; below zero, votes still short. Counted from the least where it carries or is open,
    /// from the most where it fails.
    pub margin: i64,
}

/// One route, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteOutcome {
    /// The route's name.
    pub name: String,
    /// Whether it carries.
    pub result: Outcome,
    /// Its parts; the first is the one to show where there is room for one.
    pub parts: Vec<Weighed>,
    /// How every voter votes, by name.
    pub votes: BTreeMap<String, Vote>,
    /// The undecided, in the order of the bodies; sets below number them.
    pub undecided: Vec<String>,
    /// Minimal sets of the undecided whose yes carries it.
    pub sufficient: Sets,
    /// Minimal sets of the undecided whose no stops it.
    pub blocking: Sets,
    /// For each undecided voter, in how many ways of the others' voting it decides. `None` where there are
    /// too many to count.
    pub pivots: Option<Vec<(String, BigUint)>>,
    /// In how many of the ways that the undecided can vote yes or no it carries, and of how many: a count,
    /// not a probability. `None` where there are too many to count.
    pub completions: Option<(BigUint, BigUint)>,
    /// Voters with two stances that contradict each other; they count as undecided.
    pub contradictions: Vec<String>,
}

/// A provision that changes how somebody votes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// The provision, put in or taken out.
    pub provision: String,
    /// Whether it is put in.
    pub put_in: bool,
    /// Who changes.
    pub member: String,
    /// On which route.
    pub route: String,
    /// From.
    pub from: Vote,
    /// To.
    pub to: Vote,
    /// What the route comes to before and after, with all that the provision changes.
    pub result: (Outcome, Outcome),
}

/// A pledge that ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lapse {
    /// The last day it is good for.
    pub until: String,
    /// Who.
    pub member: String,
    /// On which route.
    pub route: String,
    /// What the vote is up to that day and after it.
    pub vote: (Vote, Vote),
    /// What the route comes to up to that day and after it.
    pub result: (Outcome, Outcome),
}

impl Outcome {
    /// The word of the command's contract.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Passes => "passes",
            Self::Fails => "fails",
            Self::Open => "open",
        }
    }
}

impl Vote {
    /// The word of the command's contract.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Abstain => "abstain",
            Self::Unknown => "unknown",
        }
    }
}

impl RouteOutcome {
    /// The names behind a set of the undecided.
    #[must_use]
    pub fn names(&self, set: &[usize]) -> Vec<&str> {
        set.iter().filter_map(|&i| self.undecided.get(i)).map(String::as_str).collect()
    }
}

/// How a route stands, before anything is counted.
struct Decided {
    votes: BTreeMap<String, Vote>,
    contradictions: Vec<String>,
    undecided: Vec<String>,
    parts: Vec<Weighed>,
    game: Game,
    result: Outcome,
}

/// Everybody who has a vote on a route, in the order of its bodies.
fn voters(home: &Home, route: &Route) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for member in route.parts.iter().filter_map(|p| home.bodies.get(p.body)).flat_map(|b| &b.members) {
        if !all.contains(&member.name) {
            all.push(member.name.clone());
        }
    }
    all
}

impl Home {
    /// Every route with the deal as it stands, on the home's own date.
    #[must_use]
    pub fn weigh(&self) -> Vec<RouteOutcome> {
        let deal = self.deal();
        self.routes.iter().map(|r| self.weigh_route(r, &deal, self.as_of.as_deref())).collect()
    }

    /// One route with a given deal on a given date. Panics where a part names no body ([`Home::check`]).
    #[must_use]
    pub fn weigh_route(&self, route: &Route, deal: &Deal, on: Option<&str>) -> RouteOutcome {
        let Decided { votes, contradictions, undecided, mut parts, game, result } = self.decide(route, deal, on);
        for p in &mut parts {
            let from = if result == Outcome::Fails { p.interval.1 } else { p.interval.0 };
            let signed = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
            p.margin = signed(from).saturating_sub(signed(p.quota));
        }
        let tally = game.tally();
        let pivots = tally.as_ref().map(|t| undecided.iter().cloned().zip(t.swings.iter().map(|s| s.iter().sum())).collect());
        let completions = tally.map(|t| (t.winning, BigUint::one() << undecided.len()));
        let (sufficient, blocking) = (game.sufficient(), game.blocking());
        RouteOutcome {
            name: route.name.clone(),
            result,
            parts,
            votes,
            undecided,
            sufficient,
            blocking,
            pivots,
            completions,
            contradictions,
        }
    }

    /// The votes and the result, without the counting that a whole answer takes.
    fn decide(&self, route: &Route, deal: &Deal, on: Option<&str>) -> Decided {
        let voters = voters(self, route);
        let mut votes = BTreeMap::new();
        let mut contradictions = Vec::new();
        for v in &voters {
            let (vote, contradicted) = self.vote(v, &route.name, deal, on);
            votes.insert(v.clone(), vote);
            if contradicted {
                contradictions.push(v.clone());
            }
        }
        let undecided: Vec<String> = voters.into_iter().filter(|v| votes.get(v) == Some(&Vote::Unknown)).collect();
        let mut thresholds = Vec::new();
        let mut parts = Vec::new();
        for part in &route.parts {
            let (weighed, asks) = self.weigh_part(part, &votes, &undecided, deal, on);
            parts.push(weighed);
            thresholds.extend(asks);
        }
        let game = Game::new(undecided.len(), thresholds);
        let result = if game.wins(&vec![false; undecided.len()]) {
            Outcome::Passes
        } else if game.wins(&vec![true; undecided.len()]) {
            Outcome::Open
        } else {
            Outcome::Fails
        };
        Decided { votes, contradictions, undecided, parts, game, result }
    }

    /// One part: its interval and quota, and what it asks of the undecided.
    fn weigh_part(
        &self,
        part: &Part,
        votes: &BTreeMap<String, Vote>,
        undecided: &[String],
        deal: &Deal,
        on: Option<&str>,
    ) -> (Weighed, Vec<Threshold>) {
        let body = &self.bodies[part.body];
        let rule = &part.rule;
        let sits: Vec<(&str, u64, Vote)> = (body.members.iter())
            .filter(|m| !self.gone(&m.name, &body.name, deal, on))
            .map(|m| (m.name.as_str(), weight(rule, m.seats), votes.get(&m.name).copied().unwrap_or(Vote::Unknown)))
            .collect();
        let sum = |vote: Vote| -> u64 { sits.iter().filter(|s| s.2 == vote).map(|s| s.1).sum() };
        let (yes, no, abstain, open) = (sum(Vote::Yes), sum(Vote::No), sum(Vote::Abstain), sum(Vote::Unknown));
        let base = match (rule.base, rule.abstention) {
            (Base::All, _) | (Base::Cast, Abstention::Against | Abstention::For) => yes + no + open + abstain,
            (Base::Cast, Abstention::Out) => yes + no + open,
        };
        let counts_yes = |v: Vote| v == Vote::Yes || (v == Vote::Abstain && rule.abstention == Abstention::For);
        let sure: u64 = sits.iter().filter(|s| counts_yes(s.2)).map(|s| s.1).sum();
        let quota = needed(&rule.quota, base);
        let seat = |name: &String| sits.iter().find(|s| s.0 == name).map(|s| s.1);
        let weights: Vec<u64> = undecided.iter().map(|u| seat(u).unwrap_or(0)).collect();
        let ones: Vec<u64> = undecided.iter().map(|u| u64::from(seat(u).is_some())).collect();
        let heads = sits.iter().filter(|s| counts_yes(s.2)).count() as u64;
        let lets = |v: Vote| v == Vote::Yes || (v == Vote::Abstain && rule.veto_on == VetoOn::No);
        // A member that has left a body has no veto in it any more.
        let holders: Vec<&(&str, u64, Vote)> = sits.iter().filter(|s| rule.vetoes.iter().any(|v| v == s.0)).collect();
        let let_pass = holders.iter().filter(|s| lets(s.2)).count() as u64;
        let veto_weights = undecided.iter().map(|u| u64::from(holders.iter().any(|h| h.0 == u))).collect();
        let asks = vec![
            Threshold { weights, need: quota.saturating_sub(sure) },
            Threshold { weights: ones, need: u64::from(rule.minimum_members).saturating_sub(heads) },
            Threshold { weights: veto_weights, need: holders.len() as u64 - let_pass },
        ];
        (Weighed { body: body.name.clone(), interval: (sure, sure + open), quota, margin: 0 }, asks)
    }

    /// Power under the whole rule of a route, double majorities and vetoes included, as if nobody had
    /// decided; members that have left a body aside.
    #[must_use]
    pub fn route_power(&self, route: &Route, deal: &Deal, on: Option<&str>) -> Vec<MemberPower> {
        let voters = voters(self, route);
        let nobody: BTreeMap<String, Vote> = voters.iter().map(|v| (v.clone(), Vote::Unknown)).collect();
        let asks = route.parts.iter().flat_map(|p| self.weigh_part(p, &nobody, &voters, deal, on).1).collect();
        let game = Game::new(voters.len(), asks);
        let first = route.parts.first().and_then(|p| self.bodies.get(p.body));
        let seats = |v: &String| first.and_then(|b| b.members.iter().find(|m| m.name == *v)).map_or(0, |m| m.seats);
        let named: Vec<(String, u32)> = voters.iter().map(|v| (v.clone(), seats(v))).collect();
        of_game(&game, &named)
    }

    /// Which provision flips whom: each provision put in or taken out alone, everything else as it stands.
    #[must_use]
    pub fn flips(&self) -> Vec<Flip> {
        let deal = self.deal();
        let on = self.as_of.as_deref();
        let now: Vec<Decided> = self.routes.iter().map(|r| self.decide(r, &deal, on)).collect();
        let mut flips = Vec::new();
        for p in &self.provisions {
            let mut other = deal.clone();
            other.insert(p.name.clone(), !p.present);
            for (route, before) in self.routes.iter().zip(&now) {
                let after = self.decide(route, &other, on);
                for (member, &from) in &before.votes {
                    let to = after.votes.get(member).copied().unwrap_or(Vote::Unknown);
                    if to != from {
                        flips.push(Flip {
                            provision: p.name.clone(),
                            put_in: !p.present,
                            member: member.clone(),
                            route: route.name.clone(),
                            from,
                            to,
                            result: (before.result, after.result),
                        });
                    }
                }
            }
        }
        flips
    }

    /// What ends when: every pledge that still counts and whose end changes a vote, by date.
    #[must_use]
    pub fn lapses(&self) -> Vec<Lapse> {
        let deal = self.deal();
        let mut ends: Vec<&String> = self.stances.iter().filter_map(|s| s.until.as_ref()).collect();
        ends.retain(|e| self.as_of.as_ref().is_none_or(|on| *e >= on));
        ends.sort();
        ends.dedup();
        let mut lapses = Vec::new();
        for until in ends {
            // The first moment after that day: any longer text that begins with it is later.
            let after = format!("{until}~");
            for route in &self.routes {
                let (a, b) = (self.decide(route, &deal, Some(until)), self.decide(route, &deal, Some(&after)));
                for (member, &before) in &a.votes {
                    let then = b.votes.get(member).copied().unwrap_or(Vote::Unknown);
                    if then != before {
                        lapses.push(Lapse {
                            until: until.clone(),
                            member: member.clone(),
                            route: route.name.clone(),
                            vote: (before, then),
                            result: (a.result, b.result),
                        });
                    }
                }
            }
        }
        lapses
    }

    /// What a package comes to on a route: the packages of a frontier that pass at home are those for
    /// which this passes in every home. `None` where there is no such route. `package` is issue and option
    /// names ([`crate::domain::Domain::named`]).
    #[must_use]
    pub fn with_package(&self, route: &str, package: &[(&str, &str)]) -> Option<Outcome> {
        let found = self.routes.iter().find(|r| r.name == route)?;
        Some(self.decide(found, &self.deal_of(package), self.as_of.as_deref()).result)
    }
}
