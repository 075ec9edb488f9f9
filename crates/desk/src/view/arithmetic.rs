//! Packages and Home: what follows from the mediators' estimates. Mediators only.
//!
//! Everything is computed from the files each time it is asked for, within bounds that a page can wait for,
//! and says where it was thinned or left out.

use super::Asker;
use crate::arithmetic::{Estimate, Held, Subject};
use crate::codec::Body;
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use crate::state::RoomState;
use bargain::domain::{Basis, Domain, Reception};
use bargain::exact::Fraction;
use bargain::frontier::{Frontier, Limits};
use bargain::home::Home;
use bargain::home::weigh::Outcome;
use bargain::report::{RatifyReport, ratify};
use bargain::uncertain::{Standing, questions, regret, standing};
use bargain::{leak, solution, trade};
use serde::Serialize;
use terms::id::{EntryNo, RoomCode};
use terms::language::Words;
use terms::phrase::Phrase;
use terms::time::Stamp;

/// How far a page computes a frontier: beyond it is thinned, and the page says so.
const FRONTIER: Limits = Limits { points: 20_000, total: 200_000 };

/// Points that a page shows.
const SHOWN: usize = 200;

/// Packages that it lists of a point.
const PACKAGES: usize = 4;

/// Points up to which each package is judged under uncertainty; the work grows with their square.
const JUDGED: usize = 40;

/// Worths up to which questions are ranked.
const ASKED: usize = 60;

/// A file that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// Its number.
    pub n: EntryNo,
    /// When it was kept.
    pub at: Stamp,
    /// What it is called.
    pub title: Words,
    /// Who says so, in a worked case.
    pub source: Option<String>,
    /// Whether a later file of the same title took its place.
    pub replaced: bool,
}

/// A side, and what its estimates rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Estimated {
    /// Its name, as the file has it.
    pub name: String,
    /// The worst deal that it would accept; none where nobody knows.
    pub reservation: Option<String>,
    /// How many worths rest on the side's own words, on an inference, on a guess.
    pub basis: [usize; 3],
}

/// A point of the frontier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Point {
    /// Its number, from 0.
    pub i: usize,
    /// What it is worth to each side, exact.
    pub worth: Vec<String>,
    /// Where it lies between the worst deal that the side would accept and its best on the frontier, in ten
    /// thousandths; for the plot alone.
    #[serde(skip)]
    pub at: Vec<i64>,
    /// Packages on it: issue and option.
    pub packages: Vec<Vec<(String, String)>>,
    /// How many there are in all.
    pub packages_total: String,
    /// The solutions that pick it.
    pub picks: Vec<&'static str>,
    /// Whether its first package is efficient for all, some or none of the worths that fit; none where not judged.
    pub standing: Option<&'static str>,
    /// The most that its first package could cost everybody at once; none where not judged.
    pub regret: Option<String>,
    /// What its first package comes to in each home that the file's issues decide.
    pub homes: Vec<(Words, &'static str)>,
}

/// A package that was put to the sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Put {
    /// When.
    pub on: String,
    /// The package.
    pub package: Vec<(String, String)>,
    /// How each side received it; none where it was not put to it.
    pub received: Vec<(String, Option<&'static str>)>,
}

/// What a reader could infer of an owner's worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inferred {
    /// The issue.
    pub issue: String,
    /// The option.
    pub option: String,
    /// What was possible before.
    pub before: (String, String),
    /// What is possible after; none where nothing is.
    pub after: Option<(String, String)>,
}

/// What one side could learn of another from a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Whose worths.
    pub owner: String,
    /// Who would read the package.
    pub reader: String,
    /// Worths of which something would be ruled out, the most first.
    pub lines: Vec<Inferred>,
    /// Why it could not be computed.
    pub not: Option<Phrase>,
}

/// What choosing a point would give away and ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chosen {
    /// The point.
    pub i: usize,
    /// Its first package.
    pub package: Vec<(String, String)>,
    /// What it asks each side to give up, issue by issue.
    pub given_up: Vec<(String, Vec<String>)>,
    /// What each side could learn.
    pub told: Vec<Told>,
}

/// The answer to a file of packages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Packages {
    /// The file.
    pub n: EntryNo,
    /// The issues.
    pub issues: Vec<String>,
    /// The sides.
    pub sides: Vec<Estimated>,
    /// How many packages there are.
    pub outcomes: String,
    /// Whether the frontier is the whole one.
    pub exact: bool,
    /// Where it was thinned, the most that each side may miss.
    pub epsilon: Vec<String>,
    /// Its points, the best for the first side first, as many as are shown.
    pub points: Vec<Point>,
    /// How many there are in all.
    pub total: usize,
    /// Where the first two sides could trade: the issue that the first gains on, the one that it gives way on.
    pub trades: Vec<(String, String)>,
    /// What to ask next: side, issue, option, the least regret now and once it is answered.
    pub questions: Vec<(String, String, String, String, String)>,
    /// Whether there was more to judge under uncertainty than a page can wait for.
    pub unjudged: bool,
    /// What was put to the sides.
    pub tried: Vec<Put>,
    /// The point that was chosen to look at.
    pub chosen: Option<Chosen>,
}

/// The page of packages.
#[derive(Debug, Clone, Serialize)]
pub struct PackagesPage {
    /// The room.
    pub room: RoomCode,
    /// The files, the newest first.
    pub kept: Vec<Kept>,
    /// The answer to the one that was asked for, or to the newest.
    pub answer: Option<Packages>,
}

/// A home and what it comes to.
#[derive(Debug, Clone, Serialize)]
pub struct Weighed {
    /// The file.
    pub kept: Kept,
    /// The date it is judged at.
    pub as_of: Option<String>,
    /// What the deal may contain, and whether it does.
    pub provisions: Vec<(String, bool)>,
    /// What was said: member, route, vote, conditions (provision, whether with it), until, source.
    pub stances: Vec<Said>,
    /// The answer.
    pub report: RatifyReport,
}

/// A stance, a threat to leave, as the file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// Who.
    pub member: String,
    /// On which route, or which body it would leave; none for every route.
    pub on: Option<String>,
    /// How: `yes`, `no`, `abstain`, `unknown`, or `leaves`.
    pub how: &'static str,
    /// Provisions that must be in the deal (true) or out of it.
    pub conditions: Vec<(String, bool)>,
    /// The last day it is good for.
    pub until: Option<String>,
    /// Where it comes from.
    pub source: String,
}

/// The page of the homes.
#[derive(Debug, Clone, Serialize)]
pub struct HomePage {
    /// The room.
    pub room: RoomCode,
    /// Each home, by title.
    pub homes: Vec<Weighed>,
}

/// The room of a mediating body, for its mediators; for everybody else it is not there.
fn mediators(asker: &Asker<'_>, room: &RoomCode) -> Result<Lens, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    match lens.kind() {
        RoomKind::Mediator { .. } if lens.verbs().has(Verb::Convey) => Ok(lens),
        _ => Err(Refusal::NotFound),
    }
}

fn estimates(state: &RoomState, subject: Subject) -> Vec<(Kept, Estimate)> {
    let mut all: Vec<(Kept, Estimate)> = Vec::new();
    for a in state.of_kind("estimate").rev() {
        let Body::Estimate(e) = &a.entry.body else { continue };
        if e.subject == subject {
            let replaced = all.iter().any(|(k, _)| k.title.text == e.title.text);
            all.push((Kept { n: a.n, at: a.entry.at, title: e.title.clone(), source: e.source.clone(), replaced }, e.clone()));
        }
    }
    all
}

/// The homes that stand, by title, as their files have them.
fn homes(state: &RoomState) -> Vec<(Kept, Home)> {
    let mut all: Vec<(Kept, Home)> = estimates(state, Subject::Home)
        .into_iter()
        .filter(|(k, _)| !k.replaced)
        .filter_map(|(k, e)| match e.read() {
            Ok(Held::Home(home)) => Some((k, *home)),
            _ => None,
        })
        .collect();
    all.sort_by(|(a, _), (b, _)| (&a.title.text, a.n).cmp(&(&b.title.text, b.n)));
    all
}

/// The packages of a file of estimates; `which` asks for an earlier one, `point` for one point's consequences.
pub fn packages(asker: &Asker<'_>, room: &RoomCode, which: Option<EntryNo>, point: Option<usize>) -> Result<PackagesPage, Refusal> {
    let lens = mediators(asker, room)?;
    let state = lens.state();
    let all = estimates(&state, Subject::Packages);
    let (mut kept, mut files) = (Vec::new(), Vec::new());
    for (k, e) in all {
        kept.push(k);
        files.push(e);
    }
    let at = match which {
        Some(n) => Some(kept.iter().position(|k| k.n == n).ok_or(Refusal::NotFound)?),
        None => (!kept.is_empty()).then_some(0),
    };
    let answer = match at {
        Some(at) => match files[at].read()? {
            Held::Packages(domain) => Some(answered(&domain, kept[at].n, point, &homes(&state))?),
            Held::Home(_) => None,
        },
        None => None,
    };
    Ok(PackagesPage { room: room.clone(), kept, answer })
}

fn named(domain: &Domain, package: &[u32]) -> Vec<(String, String)> {
    domain.named(package).into_iter().map(|(i, o)| (i.to_owned(), o.to_owned())).collect()
}

fn answered(domain: &Domain, n: EntryNo, point: Option<usize>, homes: &[(Kept, Home)]) -> Result<Packages, Refusal> {
    let frontier = Frontier::of_domain(domain, FRONTIER).map_err(Refusal::bad)?;
    let picked = solution::solutions(&frontier, &domain.disagreement());
    let picks: [(&'static str, &[usize]); 4] = [
        ("nash", &picked.nash),
        ("kalai-smorodinsky", &picked.kalai_smorodinsky),
        ("egalitarian", &picked.egalitarian),
        ("utilitarian", &picked.utilitarian),
    ];
    let judged = frontier.len() <= JUDGED;
    let shown: Vec<usize> = (0..frontier.len().min(SHOWN)).collect();
    let (worst, best) = (domain.disagreement(), solution::ideal(&frontier));
    let mut points = Vec::new();
    for i in shown {
        let worth = frontier.worth(i);
        let packages: Vec<_> = frontier.packages(i).take(PACKAGES).collect();
        let first = packages.first();
        let mut one = Point {
            i,
            at: worth.iter().zip(worst.iter().zip(&best)).map(|(w, (from, to))| share(&(w - from), &(to - from))).collect(),
            worth: worth.iter().map(ToString::to_string).collect(),
            packages: packages.iter().map(|p| named(domain, p)).collect(),
            packages_total: frontier.totals().get(i).map(ToString::to_string).unwrap_or_default(),
            picks: picks.iter().filter(|(_, at)| at.contains(&i)).map(|(name, _)| *name).collect(),
            standing: None,
            regret: None,
            homes: Vec::new(),
        };
        if let Some(first) = first {
            if judged {
                one.standing = Some(match standing(domain, first, FRONTIER).map_err(Refusal::bad)? {
                    Standing::Always => "always",
                    Standing::Sometimes => "sometimes",
                    Standing::Never => "never",
                });
                one.regret = Some(regret(domain, first, FRONTIER).map_err(Refusal::bad)?.to_string());
            }
            one.homes = homes.iter().filter_map(|(k, home)| Some((k.title.clone(), at_home(home, domain, first)?))).collect();
        }
        points.push(one);
    }
    let unknown = domain.sides.iter().flat_map(|s| s.worth.iter().flatten()).filter(|e| !e.is_exact()).count();
    let asked = judged && unknown > 0 && unknown <= ASKED;
    let candidates: Vec<_> = if asked {
        let mut at: Vec<usize> = picks.iter().take(3).flat_map(|(_, at)| at.iter().copied()).collect();
        at.sort_unstable();
        at.dedup();
        at.into_iter().take(4).filter_map(|i| frontier.packages(i).next()).collect()
    } else {
        Vec::new()
    };
    let mut to_ask = Vec::new();
    for q in questions(domain, &candidates, FRONTIER).map_err(Refusal::bad)?.into_iter().take(if candidates.is_empty() { 0 } else { 5 }) {
        let issue = &domain.issues[q.issue];
        let option = issue.options.get(q.option as usize).cloned().unwrap_or_default();
        to_ask.push((domain.sides[q.side].name.clone(), issue.name.clone(), option, q.regret_now.to_string(), q.regret_then.to_string()));
    }
    let issue = |i: usize| domain.issues[i].name.clone();
    Ok(Packages {
        n,
        issues: domain.issues.iter().map(|i| i.name.clone()).collect(),
        sides: domain.sides.iter().map(estimated).collect(),
        outcomes: frontier.outcomes().to_string(),
        exact: frontier.exact(),
        epsilon: if frontier.exact() { Vec::new() } else { frontier.epsilon().iter().map(ToString::to_string).collect() },
        total: frontier.len(),
        trades: trade::trades(domain, 0, 1).into_iter().take(6).map(|t| (issue(t.gains), issue(t.gives))).collect(),
        questions: to_ask,
        unjudged: !judged || unknown > ASKED,
        tried: domain.tried.iter().map(|t| put(domain, t)).collect(),
        chosen: point.filter(|i| *i < frontier.len()).and_then(|i| chosen(domain, &frontier, i)),
        points,
    })
}

/// Ten thousandths of the greatest gain; where there is none to be had there is nothing to plot.
fn share(gain: &Fraction, greatest: &Fraction) -> i64 {
    let zero = Fraction::default();
    if *greatest <= zero || *gain <= zero {
        return 0;
    }
    let ten_thousandths = (gain * Fraction::from_integer(10_000.into()) / greatest).to_integer();
    i64::try_from(ten_thousandths).unwrap_or(10_000).min(10_000)
}

fn estimated(side: &bargain::domain::Side) -> Estimated {
    let mut basis = [0; 3];
    for e in side.worth.iter().flatten() {
        match e.basis {
            Basis::Statement(_) => basis[0] += 1,
            Basis::Inference(_) => basis[1] += 1,
            Basis::Guess => basis[2] += 1,
            Basis::File => {}
        }
    }
    Estimated { name: side.name.clone(), reservation: side.reservation.as_ref().map(ToString::to_string), basis }
}

/// What a package comes to in a home: by its first route whose provisions the package decides.
fn at_home(home: &Home, domain: &Domain, package: &[u32]) -> Option<&'static str> {
    let decided = |p: &bargain::home::Provision| p.option.as_ref().is_some_and(|(issue, _)| domain.issues.iter().any(|i| &i.name == issue));
    if !home.provisions.iter().any(decided) {
        return None;
    }
    let route = home.routes.first()?;
    home.with_package(&route.name, &domain.named(package)).map(Outcome::word)
}

fn put(domain: &Domain, t: &bargain::domain::Tried) -> Put {
    let how = |r: &Reception| match r {
        Reception::Accepted => "accepted",
        Reception::Basis => "basis",
        Reception::NoAnswer => "no-answer",
        Reception::Refused => "refused",
    };
    Put {
        on: t.on.clone(),
        package: named(domain, &t.package),
        received: domain.sides.iter().zip(&t.received).map(|(s, r)| (s.name.clone(), r.as_ref().map(how))).collect(),
    }
}

fn chosen(domain: &Domain, frontier: &Frontier, i: usize) -> Option<Chosen> {
    let package = frontier.packages(i).next()?;
    let name = |s: usize| domain.sides[s].name.clone();
    let given_up = trade::given_up(domain, &package);
    let mut told = Vec::new();
    for owner in 0..domain.sides.len() {
        for reader in (0..domain.sides.len()).filter(|r| *r != owner) {
            let (lines, not) = match leak::leak(domain, owner, reader, &package, FRONTIER) {
                Ok(left) => (inferred(domain, left), None),
                Err(why) => (Vec::new(), Some(why)),
            };
            told.push(Told { owner: name(owner), reader: name(reader), lines, not });
        }
    }
    Some(Chosen {
        i,
        package: named(domain, &package),
        given_up: given_up.iter().enumerate().map(|(s, all)| (name(s), all.iter().map(ToString::to_string).collect())).collect(),
        told,
    })
}

fn inferred(domain: &Domain, left: Vec<leak::Left>) -> Vec<Inferred> {
    let mut moved: Vec<leak::Left> = left.into_iter().filter(|l| l.told() > Fraction::default()).collect();
    moved.sort_by_key(|l| std::cmp::Reverse(l.told()));
    let both = |(low, high): &(Fraction, Fraction)| (low.to_string(), high.to_string());
    moved
        .iter()
        .map(|l| Inferred {
            issue: domain.issues[l.issue].name.clone(),
            option: domain.issues[l.issue].options.get(l.option as usize).cloned().unwrap_or_default(),
            before: both(&l.before),
            after: l.after.as_ref().map(both),
        })
        .collect()
}

/// Whether it passes at home, for each home that the mediators keep a file of.
pub fn home(asker: &Asker<'_>, room: &RoomCode) -> Result<HomePage, Refusal> {
    let lens = mediators(asker, room)?;
    let homes = homes(&lens.state())
        .into_iter()
        .map(|(kept, home)| Weighed {
            kept,
            as_of: home.as_of.clone(),
            provisions: home.provisions.iter().map(|p| (p.name.clone(), p.present)).collect(),
            stances: said(&home),
            report: ratify(&home),
        })
        .collect();
    Ok(HomePage { room: room.clone(), homes })
}

fn said(home: &Home) -> Vec<Said> {
    let conditions = |all: &[bargain::home::Condition]| all.iter().map(|c| (c.provision.clone(), c.with)).collect();
    let stances = home.stances.iter().map(|s| Said {
        member: s.member.clone(),
        on: s.route.clone(),
        how: s.vote.word(),
        conditions: conditions(&s.conditions),
        until: s.until.clone(),
        source: s.source.clone(),
    });
    let leaving = home.departures.iter().map(|d| Said {
        member: d.member.clone(),
        on: Some(d.body.clone()),
        how: "leaves",
        conditions: conditions(&d.conditions),
        until: d.until.clone(),
        source: d.source.clone(),
    });
    stances.chain(leaving).collect()
}
