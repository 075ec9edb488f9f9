//! Whether it passes at home: bodies, routes, stances, and what they add up to.
//!
//! The second table of a two-level game (Putnam, "Diplomacy and domestic politics", International
//! Organization 42, 1988). A [`Home`] is read from TOML by [`read`]; [`Home::weigh`] says of every route
//! whether it passes, fails or is open whatever the undecided do. Completions are counts of how the
//! undecided could vote, not probabilities.

pub mod game;
pub mod power;
pub mod read;
pub mod weigh;

use crate::exact::Fraction;
use std::collections::BTreeMap;
use terms::phrase::Phrase;

/// Bodies, routes and stances of one side, or of both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Home {
    /// What it is called.
    pub name: String,
    /// The date it is judged at, `YYYY-MM-DD`: pledges that end before it have lapsed.
    pub as_of: Option<String>,
    /// What the deal may or may not contain.
    pub provisions: Vec<Provision>,
    /// Who decides.
    pub bodies: Vec<Body>,
    /// How it may be decided.
    pub routes: Vec<Route>,
    /// Who would vote how.
    pub stances: Vec<Stance>,
    /// Who would leave a body.
    pub departures: Vec<Departure>,
}

/// Something the deal may contain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provision {
    /// Its name, as conditions use it.
    pub name: String,
    /// Whether the deal as it stands contains it.
    pub present: bool,
    /// The issue and option of the negotiation that it is, so that a package decides it.
    pub option: Option<(String, String)>,
}

/// A cabinet, a parliament, a council. Two counts of one body on two dates are two bodies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// Where the seats come from.
    pub source: String,
    /// The date that they are true of.
    pub date: String,
    /// Who sits in it.
    pub members: Vec<Member>,
    /// Its ordinary rule, which routes take over unless they have their own, and which the power indices
    /// are of.
    pub rule: Rule,
}

/// One voter with its seats: a party, a state, a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its name: the same voter in two bodies has the same name.
    pub name: String,
    /// Its votes.
    pub seats: u32,
}

/// What it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// How many.
    pub quota: Quota,
    /// Of what.
    pub base: Base,
    /// Whether seats or members are counted.
    pub by: By,
    /// What an abstention is.
    pub abstention: Abstention,
    /// How many members, whatever their seats, must vote yes.
    pub minimum_members: u32,
    /// Who can stop it alone.
    pub vetoes: Vec<String>,
    /// What a veto is.
    pub veto_on: VetoOn,
}

/// How much is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quota {
    /// This many.
    Seats(u64),
    /// At least this share of the base.
    AtLeast(Fraction),
    /// More than this share of the base.
    MoreThan(Fraction),
}

/// What a share is taken of. An absolute quota has no base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// All seats of the body.
    All,
    /// The votes cast.
    Cast,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Seats.
    Seats,
    /// Members, each once.
    Members,
}

/// What an abstention does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abstention {
    /// It is no yes, and stays in the base.
    Against,
    /// It is taken out of the votes cast.
    Out,
    /// It counts as a yes (silence is consent).
    For,
}

/// What stops a decision, of a member with a veto.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VetoOn {
    /// Only a no: an abstention lets it pass.
    No,
    /// Anything but a yes.
    NotYes,
}

/// A way to decide: every one of its parts must carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Its name.
    pub name: String,
    /// What kind of act it is.
    pub kind: Kind,
    /// What must carry: one body, or several for a double majority.
    pub parts: Vec<Part>,
}

/// What kind of act a route is. Voting against, quitting and toppling are three acts: the first is a no
/// on a vote, the second a [`Departure`], the third a yes on a motion of no confidence or dissolution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The government's own decision.
    Cabinet,
    /// A vote on the deal.
    Deal,
    /// A motion that replaces the government.
    NoConfidence,
    /// The body dissolves itself.
    Dissolution,
    /// A budget that falls with the government.
    Budget,
    /// Something else.
    Other,
}

/// One body's share in a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The number of the body.
    pub body: usize,
    /// What it takes there.
    pub rule: Rule,
}

/// How somebody votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Vote {
    /// For.
    Yes,
    /// Against.
    No,
    /// Neither.
    Abstain,
    /// Nobody knows.
    Unknown,
}

/// With or without a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The provision's name.
    pub provision: String,
    /// Whether it must be in the deal, or out of it.
    pub with: bool,
}

/// What a member has said, or is thought, to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stance {
    /// Who.
    pub member: String,
    /// On which route; `None` for all.
    pub route: Option<String>,
    /// How.
    pub vote: Vote,
    /// Only if all of these hold.
    pub conditions: Vec<Condition>,
    /// The last day it is good for.
    pub until: Option<String>,
    /// Where it comes from.
    pub source: String,
}

/// A member that leaves a body: its seats there no longer count, in any part of a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    /// Who.
    pub member: String,
    /// Which body.
    pub body: String,
    /// Only if all of these hold; always, if none.
    pub conditions: Vec<Condition>,
    /// The last day the threat is good for.
    pub until: Option<String>,
    /// Where it comes from.
    pub source: String,
}

/// Which provisions are in the deal, by name.
pub type Deal = BTreeMap<String, bool>;

impl Home {
    /// The deal as it stands.
    #[must_use]
    pub fn deal(&self) -> Deal {
        self.provisions.iter().map(|p| (p.name.clone(), p.present)).collect()
    }

    /// The deal that a package makes: provisions tied to an option are in exactly when it is chosen; the
    /// others stay as they stand. `package` is issue and option names.
    #[must_use]
    pub fn deal_of(&self, package: &[(&str, &str)]) -> Deal {
        let present = |p: &Provision| match &p.option {
            Some((issue, option)) => package.contains(&(issue.as_str(), option.as_str())),
            None => p.present,
        };
        self.provisions.iter().map(|p| (p.name.clone(), present(p))).collect()
    }

    /// How a member would vote on a route, with this deal on this date, and whether two stances equally
    /// close to the case contradict each other (then nobody knows).
    #[must_use]
    pub fn vote(&self, member: &str, route: &str, deal: &Deal, on: Option<&str>) -> (Vote, bool) {
        let fits = |s: &&Stance| {
            s.member == member
                && s.route.as_deref().is_none_or(|r| r == route)
                && !lapsed(s.until.as_deref(), on)
                && holds(&s.conditions, deal)
        };
        // The stance with the most conditions is the closest; then the one about this very route.
        let close = |s: &Stance| (s.conditions.len(), s.route.is_some());
        let Some(best) = self.stances.iter().filter(fits).map(close).max() else { return (Vote::Unknown, false) };
        let mut votes: Vec<Vote> = self.stances.iter().filter(fits).filter(|s| close(s) == best).map(|s| s.vote).collect();
        votes.sort_unstable();
        votes.dedup();
        match votes.as_slice() {
            [one] => (*one, false),
            _ => (Vote::Unknown, true),
        }
    }

    /// Whether a member has left a body, with this deal on this date.
    #[must_use]
    pub fn gone(&self, member: &str, body: &str, deal: &Deal, on: Option<&str>) -> bool {
        let fits = |d: &Departure| d.member == member && d.body == body && !lapsed(d.until.as_deref(), on) && holds(&d.conditions, deal);
        self.departures.iter().any(fits)
    }

    /// What stands against computing with it, the first thing found.
    ///
    /// # Errors
    /// A phrase that names the body, route, member or provision at fault.
    pub fn check(&self) -> Result<(), Phrase> {
        let twice = |key: &str, name: &str| Err(Phrase::new(key).name("name", name));
        for (n, b) in self.bodies.iter().enumerate() {
            if self.bodies[..n].iter().any(|o| o.name == b.name) {
                return twice("home-body-twice", &b.name);
            }
            for (k, m) in b.members.iter().enumerate() {
                if b.members[..k].iter().any(|o| o.name == m.name) {
                    return Err(Phrase::new("home-member-twice").name("member", &m.name).name("body", &b.name));
                }
            }
            self.check_vetoes(&b.rule, b)?;
        }
        for (n, r) in self.routes.iter().enumerate() {
            if self.routes[..n].iter().any(|o| o.name == r.name) {
                return twice("home-route-twice", &r.name);
            }
            for part in &r.parts {
                let Some(body) = self.bodies.get(part.body) else { return twice("home-body-unknown", &r.name) };
                self.check_vetoes(&part.rule, body)?;
            }
        }
        for s in &self.stances {
            if !self.bodies.iter().any(|b| b.members.iter().any(|m| m.name == s.member)) {
                return twice("home-member-unknown", &s.member);
            }
            if let Some(route) = s.route.as_ref().filter(|r| !self.routes.iter().any(|o| o.name == **r)) {
                return twice("home-route-unknown", route);
            }
        }
        for d in &self.departures {
            let Some(body) = self.bodies.iter().find(|b| b.name == d.body) else { return twice("home-body-unknown", &d.body) };
            if !body.members.iter().any(|m| m.name == d.member) {
                return twice("home-member-unknown", &d.member);
            }
        }
        let conditions = self.stances.iter().flat_map(|s| &s.conditions).chain(self.departures.iter().flat_map(|d| &d.conditions));
        for c in conditions {
            if !self.provisions.iter().any(|p| p.name == c.provision) {
                return twice("home-provision-unknown", &c.provision);
            }
        }
        Ok(())
    }

    fn check_vetoes(&self, rule: &Rule, body: &Body) -> Result<(), Phrase> {
        match rule.vetoes.iter().find(|v| !body.members.iter().any(|m| m.name == **v)) {
            Some(v) => Err(Phrase::new("home-member-unknown").name("name", v)),
            None => Ok(()),
        }
    }
}

fn lapsed(until: Option<&str>, on: Option<&str>) -> bool {
    matches!((until, on), (Some(until), Some(on)) if until < on)
}

fn holds(conditions: &[Condition], deal: &Deal) -> bool {
    conditions.iter().all(|c| deal.get(&c.provision).copied().unwrap_or(false) == c.with)
}
