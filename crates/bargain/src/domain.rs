//! A negotiation in the field's terms: issues with options, what each is worth to each side, and
//! what hangs on what.

use crate::exact::Fraction;
use crate::table::{Clause, Table, Term};
use num_traits::{Signed, Zero};
use terms::phrase::Phrase;

/// A package: for each issue, the number of the option chosen, counted from 0.
pub type Package = Vec<u32>;

/// One choice: the number of an issue and the number of one of its options.
pub type Choice = (usize, u32);

/// The issues, the sides' worths, the links and what has been tried.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Domain {
    /// What the file or the mediator calls it.
    pub name: String,
    /// The issues, in the order of the agreed list.
    pub issues: Vec<Issue>,
    /// The sides, two to six for a frontier.
    pub sides: Vec<Side>,
    /// What may only be chosen with something else.
    pub links: Vec<Link>,
    /// Worth that options have only together.
    pub joints: Vec<Joint>,
    /// Packages already put to the sides.
    pub tried: Vec<Tried>,
}

/// One issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its name.
    pub name: String,
    /// The options by name. A range is written out, one option a step.
    pub options: Vec<String>,
    /// Where the options come from.
    pub kind: Kind,
}

/// Where an issue's options come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A list of options.
    Options,
    /// A range of whole numbers, every one of them an option.
    Steps,
    /// A continuous range, sampled at this many equal steps: a frontier over it is not exact.
    Sampled {
        /// How many equal steps.
        steps: u32,
    },
    /// Something that divides: two options, all to the first side, all to the second.
    Divides,
}

/// One side's worths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Its name.
    pub name: String,
    /// For each issue, for each option, what it is worth.
    pub worth: Vec<Vec<Estimate>>,
    /// The worst deal that it would accept. `None` where nobody knows: then nothing is filtered.
    pub reservation: Option<Fraction>,
    /// What a deal keeps of its worth for each unit of time that passes, where a file says so. Kept and
    /// shown; it changes no package against another, so no frontier depends on it.
    pub discount: Option<Fraction>,
    /// For each issue, ranks of the options (1 the best, equal ranks equal) where only the order is
    /// known. The estimates then bound the whole issue.
    pub ranks: Vec<Option<Vec<u32>>>,
}

/// What an option is worth to a side, as far as is known: `low <= value <= high`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Estimate {
    /// The least it can be.
    pub low: Fraction,
    /// The mediator's best estimate.
    pub value: Fraction,
    /// The most it can be.
    pub high: Fraction,
    /// What the estimate rests on.
    pub basis: Basis,
}

/// What an estimate rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// A file of the field, taken as exact.
    File,
    /// The side's own words, with where they are.
    Statement(String),
    /// Reasoned from something, which is named.
    Inference(String),
    /// A guess.
    Guess,
}

/// "Only if": the option may be chosen only together with at least one of the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The option that depends.
    pub option: Choice,
    /// At least one of these must be in the package.
    pub any_of: Vec<Choice>,
}

/// A worth that arises only when all of some options are in the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joint {
    /// The options, one an issue.
    pub when: Vec<Choice>,
    /// What they add for each side.
    pub worth: Vec<Fraction>,
}

/// A package that was put to the sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// The package.
    pub package: Package,
    /// When, as a date `YYYY-MM-DD`.
    pub on: String,
    /// For each side how it was received; `None` where it was not put to it.
    pub received: Vec<Option<Reception>>,
}

/// How a side received a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reception {
    /// Accepted as it stood.
    Accepted,
    /// Something to work from.
    Basis,
    /// Neither taken nor refused.
    NoAnswer,
    /// Refused.
    Refused,
}

impl Estimate {
    /// A worth known exactly.
    #[must_use]
    pub fn exact(value: Fraction) -> Self {
        Self { low: value.clone(), high: value.clone(), value, basis: Basis::File }
    }
    /// Whether nothing about it is open.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }
}

impl Side {
    /// What a package is worth to this side by the best estimates, without joint worths.
    #[must_use]
    pub fn worth_of(&self, package: &[u32]) -> Fraction {
        self.worth.iter().zip(package).filter_map(|(options, &o)| options.get(o as usize)).map(|e| &e.value).sum()
    }
    /// The least that any package can be worth: what gains are measured from where no reservation is known.
    #[must_use]
    pub fn least(&self) -> Fraction {
        self.worth.iter().filter_map(|options| options.iter().map(|e| &e.value).min()).sum()
    }
}

impl Domain {
    /// What a package is worth to each side, joint worths included.
    #[must_use]
    pub fn worth_of(&self, package: &[u32]) -> Vec<Fraction> {
        let mut worth: Vec<Fraction> = self.sides.iter().map(|s| s.worth_of(package)).collect();
        for joint in self.joints.iter().filter(|j| j.when.iter().all(|c| chosen(package, *c))) {
            for (w, add) in worth.iter_mut().zip(&joint.worth) {
                *w += add;
            }
        }
        worth
    }

    /// Whether the links allow a package.
    #[must_use]
    pub fn allows(&self, package: &[u32]) -> bool {
        self.links.iter().all(|l| !chosen(package, l.option) || l.any_of.iter().any(|c| chosen(package, *c)))
    }

    /// Where each side's gains are measured from: its reservation value; where that is not known, a worth
    /// that no package falls below (the least of every issue, with every joint loss).
    #[must_use]
    pub fn disagreement(&self) -> Vec<Fraction> {
        let joint = |s: usize| -> Fraction { self.joints.iter().filter_map(|j| j.worth.get(s)).filter(|w| w.is_negative()).sum() };
        (self.sides.iter().enumerate()).map(|(n, s)| s.reservation.clone().unwrap_or_else(|| s.least() + joint(n))).collect()
    }

    /// The same issues seen by some of the sides only, in the order given: a game out of a pool of profiles.
    #[must_use]
    pub fn between(&self, sides: &[usize]) -> Self {
        let pick = |all: &[Fraction]| sides.iter().filter_map(|&s| all.get(s).cloned()).collect();
        Self {
            sides: sides.iter().filter_map(|&s| self.sides.get(s).cloned()).collect(),
            joints: self.joints.iter().map(|j| Joint { when: j.when.clone(), worth: pick(&j.worth) }).collect(),
            tried: Vec::new(),
            ..self.clone()
        }
    }

    /// A package as issue and option names.
    #[must_use]
    pub fn named(&self, package: &[u32]) -> Vec<(&str, &str)> {
        self.issues
            .iter()
            .zip(package)
            .map(|(issue, &o)| (issue.name.as_str(), issue.options.get(o as usize).map_or("", String::as_str)))
            .collect()
    }

    /// What stands against computing with it: sides and options that do not fit each other. The first
    /// one found.
    ///
    /// # Errors
    /// A phrase that names the side, issue or link at fault.
    pub fn check(&self) -> Result<(), Phrase> {
        if !(2..=6).contains(&self.sides.len()) {
            return Err(Phrase::new("bargain-sides").number("n", self.sides.len() as i64));
        }
        if let Some(issue) = self.issues.iter().find(|i| i.options.is_empty()) {
            return Err(Phrase::new("bargain-no-options").name("issue", &issue.name));
        }
        for side in &self.sides {
            let fits = side.worth.len() == self.issues.len();
            if !fits || side.worth.iter().zip(&self.issues).any(|(w, i)| w.len() != i.options.len()) {
                return Err(Phrase::new("bargain-worths-missing").name("side", &side.name));
            }
            let ranked = |n: usize| side.ranks.get(n).and_then(Option::as_ref);
            if (0..self.issues.len()).any(|n| ranked(n).is_some_and(|r| r.len() != self.issues[n].options.len())) {
                return Err(Phrase::new("bargain-worths-missing").name("side", &side.name));
            }
            for (issue, worth) in self.issues.iter().zip(&side.worth) {
                if worth.iter().any(|e| e.low > e.value || e.value > e.high) {
                    return Err(Phrase::new("bargain-interval").name("side", &side.name).name("issue", &issue.name));
                }
            }
        }
        let known = |c: &Choice| self.issues.get(c.0).is_some_and(|i| (c.1 as usize) < i.options.len());
        let link_ok = |l: &Link| known(&l.option) && l.any_of.iter().all(known);
        let joint_ok = |j: &Joint| j.when.iter().all(known) && j.worth.len() == self.sides.len();
        if !self.links.iter().all(link_ok) || !self.joints.iter().all(joint_ok) {
            return Err(Phrase::new("bargain-link-unknown"));
        }
        Ok(())
    }

    /// The best estimates as whole numbers, ready for the frontier.
    ///
    /// # Errors
    /// As [`Domain::check`].
    pub fn table(&self) -> Result<Table, Phrase> {
        let floors = self.sides.iter().map(|s| s.reservation.clone()).collect();
        self.table_with(floors, |side, issue, option| self.sides[side].worth[issue][option].value.clone())
    }

    /// As [`Domain::table`], with other worths, `worth(side, issue, option)`, and other floors: what a
    /// package must be worth to each side to count.
    ///
    /// # Errors
    /// As [`Domain::check`].
    pub fn table_with(&self, floors: Vec<Option<Fraction>>, worth: impl Fn(usize, usize, usize) -> Fraction) -> Result<Table, Phrase> {
        self.check()?;
        let cells: Vec<Vec<Vec<Fraction>>> = (self.issues.iter().enumerate())
            .map(|(i, issue)| (0..issue.options.len()).map(|o| (0..self.sides.len()).map(|s| worth(s, i, o)).collect()).collect())
            .collect();
        let clauses = self.links.iter().map(|l| Clause { option: l.option, any_of: l.any_of.clone() }).collect();
        let terms = self.joints.iter().filter(|j| j.worth.iter().any(|w| !w.is_zero()));
        let terms = terms.map(|j| Term { when: j.when.clone(), worth: j.worth.clone() }).collect();
        let sampled = self.issues.iter().any(|i| matches!(i.kind, Kind::Sampled { .. }));
        Ok(Table::of_fractions(self.sides.len(), &cells, floors, clauses, terms, sampled))
    }
}

fn chosen(package: &[u32], (issue, option): Choice) -> bool {
    package.get(issue) == Some(&option)
}
