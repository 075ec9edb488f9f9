//! What a board shows of the model beside the lives of its clauses: who owes what to whom, who reports
//! and verifies it, by which clock, and what the text says if it is not kept.

use super::{Clause, Duty, Model};
use crate::tree::{Body, ClauseNo, Compare, Count, Effect, Modal, Part, Tail, Unit};
use terms::time::Stamp;

/// The force of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Force {
    /// Binds to do.
    Shall,
    /// Binds not to do.
    ShallNot,
    /// Allows.
    May,
    /// Binds nothing.
    Should,
}

/// How a promised number binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Binds {
    /// So many.
    Exactly,
    /// So many or more.
    AtLeast,
    /// So many or fewer; with `shall not`, more than so many.
    AtMost,
}

/// A number that a clause promises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// How it binds.
    pub binds: Binds,
    /// How many; none where the text leaves it open.
    pub n: Option<i64>,
    /// Of what, in the text's words.
    pub of: String,
    /// `including 50 of fuel`.
    pub including: Vec<(Option<i64>, String)>,
    /// Whether it is promised anew each day.
    pub each_day: bool,
}

/// A clause that binds somebody, as a board lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obligation {
    /// Its number.
    pub clause: ClauseNo,
    /// Its phase.
    pub phase: Option<u32>,
    /// Who is bound, groups taken apart; empty where the text names nobody.
    pub who: Vec<String>,
    /// Its force.
    pub force: Force,
    /// The act in the text's words.
    pub act: String,
    /// Whether it is kept over a time and not done once.
    pub lasting: bool,
    /// To whom the act goes.
    pub to: Option<String>,
    /// The number promised.
    pub promise: Option<Promise>,
    /// Who reports it: whom the text names, or to whom it goes.
    pub reporters: Vec<String>,
    /// Who verifies it.
    pub verifiers: Vec<String>,
    /// What the text says if it is not kept.
    pub answers: Vec<Answer>,
}

/// What an answer of the text does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Does {
    /// Holds clauses up.
    Suspend,
    /// Ends clauses.
    End,
    /// Ends the agreement.
    EndAll,
    /// Gives more time.
    Extend,
    /// Asks for an act.
    Act,
    /// The text leaves it open.
    Open,
}

/// On what an answer hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum If {
    /// The clause is found in breach.
    Breached,
    /// The clause is not done by its deadline.
    NotDone,
    /// A side chooses to use its power while the clause is breached.
    MayWhileBreached,
    /// A guarantee.
    Guaranteed,
}

/// A clause that answers another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The clause that says it.
    pub clause: ClauseNo,
    /// On what it hangs.
    pub on: If,
    /// What it does.
    pub does: Does,
    /// To which clauses.
    pub to: Vec<ClauseNo>,
    /// Who acts, where somebody has to.
    pub who: Vec<String>,
}

/// A deadline with all that it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// When it falls due; none while the anchor has not happened or a slot is open.
    pub due: Option<Stamp>,
    /// The events it counts from, as the text names them.
    pub anchors: Vec<String>,
    /// When each happened, as far as it has.
    pub anchored: Vec<Option<Stamp>>,
    /// How much is added: a number (none where open) and its unit.
    pub offset: Option<(Option<i64>, &'static str)>,
    /// The counting rule; none where the text leaves it open.
    pub counting: Option<Count>,
    /// The zone of the clock; none where it is open.
    pub zone: Option<String>,
    /// By how many minutes it was extended.
    pub extended: i64,
}

impl Model {
    /// Every clause that binds, forbids or allows, in the order of the text.
    #[must_use]
    pub fn obligations(&self) -> Vec<Obligation> {
        self.duties().map(|(c, d)| self.obligation(c, d)).collect()
    }

    fn obligation(&self, c: &Clause, d: &Duty) -> Obligation {
        let mut reporters: Vec<String> = Vec::new();
        let mut verifiers: Vec<String> = Vec::new();
        for o in &self.clauses {
            match &o.body {
                Body::Reports { who, clauses, .. } if clauses.contains(&c.no) => reporters.extend(self.expand(who)),
                Body::Verifies { who, clauses, .. } if clauses.contains(&c.no) => verifiers.extend(self.expand(who)),
                _ => {}
            }
        }
        // What goes to an intermediary is reported by it.
        if reporters.is_empty()
            && let Some(to) = &d.to
            && self.actors.get(to).is_some_and(|a| a.roles.contains(&"intermediary"))
        {
            reporters.push(to.clone());
        }
        let promise = d.act.amount.as_ref().map(|(compare, n, of)| Promise {
            binds: match compare {
                Compare::Exactly => Binds::Exactly,
                Compare::AtLeast => Binds::AtLeast,
                Compare::AtMost => Binds::AtMost,
            },
            n: n.value(),
            of: of.clone(),
            including: d
                .tails
                .iter()
                .filter_map(|t| if let Tail::Including(n, w) = t { Some((n.value(), w.clone())) } else { None })
                .collect(),
            each_day: d.period() == Some(Unit::Day),
        });
        Obligation {
            clause: c.no,
            phase: c.phase,
            who: d.who.clone(),
            force: match d.modal {
                Modal::Shall => Force::Shall,
                Modal::ShallNot => Force::ShallNot,
                Modal::May => Force::May,
                Modal::Should => Force::Should,
            },
            act: d.act.text.clone(),
            lasting: d.lasting,
            to: d.to.clone(),
            promise,
            reporters,
            verifiers,
            answers: self.answers(c.no).iter().filter_map(|a| self.answer(a)).collect(),
        }
    }

    fn answer(&self, a: &Clause) -> Option<Answer> {
        let effect = |e: &Effect| match e {
            Effect::Suspend(list, _) => (Does::Suspend, list.clone(), Vec::new()),
            Effect::End(list) => (Does::End, list.clone(), Vec::new()),
            Effect::EndAll => (Does::EndAll, Vec::new(), Vec::new()),
            Effect::Extend(list, _) => (Does::Extend, list.clone(), Vec::new()),
            Effect::Act(_) => (Does::Act, Vec::new(), a.duty.as_ref().map(|d| d.who.clone()).unwrap_or_default()),
            Effect::Open => (Does::Open, Vec::new(), Vec::new()),
        };
        let (on, (does, to, who)) = match &a.body {
            Body::Cure { effect: e, .. } => (If::Breached, effect(e)),
            Body::IfNot { part, effect: e, .. } => (if *part == Part::Breached { If::Breached } else { If::NotDone }, effect(e)),
            Body::MaySuspend { who, clauses, .. } => (If::MayWhileBreached, (Does::Suspend, clauses.clone(), self.expand(who))),
            Body::Guarantee { who, act, .. } => {
                (If::Guaranteed, (if act.is_some() { Does::Act } else { Does::Open }, Vec::new(), self.expand(who)))
            }
            _ => return None,
        };
        Some(Answer { clause: a.no, on, does, to, who })
    }

    /// Who may find a clause in breach by the text: who verifies it.
    #[must_use]
    pub fn finders(&self, clause: ClauseNo) -> Vec<String> {
        self.clauses
            .iter()
            .filter_map(|o| {
                if let Body::Verifies { who, clauses, .. } = &o.body { clauses.contains(&clause).then(|| self.expand(who)) } else { None }
            })
            .flatten()
            .collect()
    }

    /// Who reports a declared event, and who confirms it; empty where nobody is named.
    #[must_use]
    pub fn event_reporters(&self, event: &str) -> Vec<String> {
        self.declared.get(event).and_then(|d| d.reported.as_ref()).map(|who| self.expand(who)).unwrap_or_default()
    }
}
