//! The one model that checks, simulator and board read: clauses, events, rules, clocks.
//!
//! Built from the tree for one choice of every bracket. Events are interned; a rule says that an
//! event happens when all of its body has (Horn). What is *open* is taken as possible, so that
//! an unfinished text is not told to be a deadlock.

mod build;
mod order;
pub(crate) mod run;
mod time;
pub(crate) mod view;

pub(crate) use build::{Built, pick};
pub(crate) use order::{Lost, Order, knots};
pub(crate) use time::{Clock as TimeOf, clocks, unsaid_reactions};

use crate::tree::{
    Act, Body, Bound, ClauseNo, Compare, Cond, Count, Effect, EventAt, EventRef, KindCount, Modal, NameKind, Qty, Span, Tail, Unit, What,
    Who,
};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// Which letter is taken of each bracket group, by the group's id (`1.2`, `1.2a`).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choices(pub BTreeMap<String, String>);

impl Choices {
    /// Reads `1.1=B`. The error says what was expected.
    ///
    /// # Errors
    /// When there is no `=` or one side is empty.
    pub fn take(&mut self, text: &str) -> Result<(), String> {
        match text.split_once('=') {
            Some((id, letter)) if !id.is_empty() && !letter.is_empty() => {
                self.0.insert(id.to_owned(), letter.to_owned());
                Ok(())
            }
            _ => Err(["a choice is written CLAUSE=LETTER, for example 1.1=B; this is `", text, "`"].concat()),
        }
    }

    /// The choices as findings print them.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        self.0.iter().map(|(k, v)| [k.as_str(), " ", v].concat()).collect()
    }
}

/// An event's number in the model.
pub(crate) type Ev = usize;

/// A duty with its tails sorted.
#[derive(Debug, Clone)]
pub(crate) struct Duty {
    /// Who is bound, groups expanded.
    pub(crate) who: Vec<String>,
    pub(crate) said: Who,
    pub(crate) modal: Modal,
    pub(crate) act: Act,
    pub(crate) to: Option<String>,
    pub(crate) weak: bool,
    pub(crate) tails: Vec<Tail>,
    /// Alternatives; each needs all of its events.
    pub(crate) when: Vec<Vec<EventRef>>,
    pub(crate) uppers: Vec<Bound>,
    pub(crate) lowers: Vec<Bound>,
    pub(crate) from: Option<EventRef>,
    pub(crate) until: Option<EventRef>,
    pub(crate) lasting: bool,
    /// The words of the act's object, for comparing acts with each other.
    pub(crate) object: Vec<String>,
    folded: OnceLock<Vec<String>>,
}

impl Duty {
    pub(crate) fn has(&self, f: impl Fn(&Tail) -> bool) -> bool {
        self.tails.iter().any(f)
    }
    /// The act's words with their letters folded; folded once for all choices.
    pub(crate) fn folded(&self) -> &[String] {
        self.folded.get_or_init(|| self.act.text.split_whitespace().map(|w| terms::script::fold(w.trim_matches('"'))).collect())
    }
    pub(crate) fn list(&self) -> Option<&str> {
        self.act.names.iter().find(|n| n.0 == NameKind::List).map(|n| n.1.as_str())
    }
    pub(crate) fn place(&self) -> Option<&str> {
        self.act.names.iter().find(|n| n.0 == NameKind::Place).map(|n| n.1.as_str())
    }
    /// An act that is done once and over.
    pub(crate) fn once(&self) -> bool {
        matches!(self.modal, Modal::Shall | Modal::Should) && !self.lasting
    }
    pub(crate) fn period(&self) -> Option<Unit> {
        self.tails.iter().find_map(|t| if let Tail::EachPeriod(u) = t { Some(*u) } else { None })
    }
}

/// A numbered sentence under the choices taken.
#[derive(Debug, Clone)]
pub(crate) struct Clause {
    pub(crate) no: ClauseNo,
    pub(crate) sentence: usize,
    pub(crate) phase: Option<u32>,
    pub(crate) body: Body,
    pub(crate) duty: Option<Duty>,
}

/// A declared actor.
#[derive(Debug, Clone)]
pub(crate) struct Actor {
    pub(crate) sentence: usize,
    pub(crate) roles: Vec<&'static str>,
    pub(crate) title: Option<String>,
    pub(crate) from_phase: Option<u32>,
}

/// A phase.
#[derive(Debug, Clone)]
pub(crate) struct Phase {
    pub(crate) sentence: usize,
    pub(crate) begins: Option<Cond>,
    pub(crate) begin_open: bool,
    pub(crate) bounds: Vec<Bound>,
    pub(crate) lasts: Option<Span>,
    pub(crate) ends: Option<Cond>,
    pub(crate) end_open: bool,
    pub(crate) failing: Option<Effect>,
}

/// A list of people.
#[derive(Debug, Clone)]
pub(crate) struct List {
    pub(crate) sentence: usize,
    pub(crate) compare: Compare,
    pub(crate) total: Qty,
    pub(crate) kinds: Vec<KindCount>,
    pub(crate) disjoint: bool,
    pub(crate) part_of: Vec<(String, usize)>,
}

/// A declared event.
#[derive(Debug, Clone)]
pub(crate) struct Declared {
    pub(crate) sentence: usize,
    pub(crate) at: Option<EventAt>,
    pub(crate) reported: Option<Vec<String>>,
    pub(crate) open: bool,
}

/// A process whose length nobody bound controls.
#[derive(Debug, Clone)]
pub(crate) struct Process {
    pub(crate) sentence: usize,
    pub(crate) each: Option<String>,
    pub(crate) low: i64,
    /// Minutes; `None` is without an upper bound.
    pub(crate) high: Option<i64>,
    pub(crate) from: Option<EventRef>,
}

/// How long somebody needs between an event and its own act.
#[derive(Debug, Clone)]
pub(crate) struct Reaction {
    /// Minutes; none where the text leaves it open.
    pub(crate) minutes: Option<i64>,
    /// The sentence that says it, as findings name it.
    pub(crate) said: String,
}

/// A rule: `head` happens when all of `body` have.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    pub(crate) head: Ev,
    pub(crate) body: Vec<Ev>,
}

/// Talks.
#[derive(Debug, Clone)]
pub(crate) struct TalksM {
    pub(crate) sentence: usize,
    pub(crate) ends: Option<Cond>,
    pub(crate) end_open: bool,
}

/// A definition, line or annex.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    pub(crate) sentence: usize,
    pub(crate) vague: bool,
    pub(crate) open: bool,
    pub(crate) text: String,
    pub(crate) annex: Option<String>,
    pub(crate) published: bool,
    pub(crate) known: Vec<String>,
}

/// Which clauses are about which, so that looking is not a walk over the text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    pub(crate) answers: BTreeMap<ClauseNo, Vec<usize>>,
    pub(crate) verifiers: BTreeMap<ClauseNo, usize>,
    pub(crate) stages: BTreeMap<ClauseNo, Vec<usize>>,
}

/// An agreement as a machine under one choice of its brackets.
#[derive(Debug, Clone)]
pub struct Model {
    /// Shared with the models of other choices, under which most clauses are the same.
    pub(crate) clauses: Vec<Arc<Clause>>,
    pub(crate) by_no: BTreeMap<ClauseNo, usize>,
    pub(crate) actors: BTreeMap<String, Actor>,
    pub(crate) groups: BTreeMap<String, Vec<String>>,
    pub(crate) phases: BTreeMap<u32, Phase>,
    pub(crate) lists: BTreeMap<String, List>,
    pub(crate) declared: BTreeMap<String, Declared>,
    pub(crate) processes: BTreeMap<String, Process>,
    /// By actor.
    pub(crate) reactions: BTreeMap<String, Reaction>,
    pub(crate) talks: BTreeMap<String, TalksM>,
    pub(crate) terms: BTreeMap<String, Term>,
    pub(crate) lines: BTreeMap<String, Term>,
    pub(crate) annexes: BTreeMap<String, Term>,
    pub(crate) zone: Option<Option<(String, usize)>>,
    pub(crate) count: Option<Option<Count>>,
    pub(crate) day_one: Option<EventRef>,
    pub(crate) events: Vec<What>,
    pub(crate) ids: BTreeMap<What, Ev>,
    pub(crate) rules: Vec<Rule>,
    /// Events that may happen of themselves.
    pub(crate) free: Vec<Ev>,
    /// The rules in whose body an event stands, those whose head it is, and whether it is free.
    pub(crate) watch: Vec<Vec<usize>>,
    pub(crate) heads: Vec<Vec<usize>>,
    pub(crate) is_free: Vec<bool>,
    pub(crate) unread: usize,
    pub(crate) choices: Choices,
    pub(crate) index: Index,
}

impl Model {
    pub(crate) fn parties(&self) -> Vec<&str> {
        self.actors.iter().filter(|(_, a)| a.roles.contains(&"party")).map(|(n, _)| n.as_str()).collect()
    }
    pub(crate) fn is_party(&self, name: &str) -> bool {
        self.actors.get(name).is_some_and(|a| a.roles.contains(&"party"))
    }
    pub(crate) fn clause(&self, no: ClauseNo) -> Option<&Clause> {
        self.by_no.get(&no).map(|k| &*self.clauses[*k])
    }
    pub(crate) fn duties(&self) -> impl Iterator<Item = (&Clause, &Duty)> {
        self.clauses.iter().filter_map(|c| c.duty.as_ref().map(|d| (&**c, d)))
    }
    pub(crate) fn ev(&self, what: &What) -> Option<Ev> {
        self.ids.get(what).copied()
    }
    /// The clauses that answer a breach of this one: a remedy, a power, a guarantee.
    pub(crate) fn answers(&self, no: ClauseNo) -> Vec<&Clause> {
        self.index.answers.get(&no).into_iter().flatten().map(|k| &*self.clauses[*k]).collect()
    }
    /// Who verifies a clause.
    pub(crate) fn verifier(&self, no: ClauseNo) -> Option<&Clause> {
        self.index.verifiers.get(&no).map(|k| &*self.clauses[*k])
    }
    /// Clauses that stage this one.
    pub(crate) fn stages(&self, no: ClauseNo) -> Vec<&Clause> {
        self.index.stages.get(&no).into_iter().flatten().map(|k| &*self.clauses[*k]).collect()
    }
    /// The date of an event that the text fixes.
    pub(crate) fn date(&self, what: &What) -> Option<Date> {
        match what {
            What::Date(d, _) => Some(*d),
            What::Named(n) => match self.declared.get(n)?.at.as_ref()? {
                EventAt::Date(d, _) => Some(*d),
                EventAt::After(span, e) => {
                    let from = self.date(&e.what)?;
                    let unit = crate::calendar::OffsetUnit::of(span.unit)?;
                    crate::calendar::date_after(from, crate::calendar::Offset { n: span.n.value()?, unit }, self.counting())
                }
                EventAt::When(_) => None,
            },
            What::Day(n) => {
                let one = self.date(&self.day_one.as_ref()?.what)?;
                crate::calendar::date_after(
                    one,
                    crate::calendar::Offset { n: *n, unit: crate::calendar::OffsetUnit::Days },
                    Count::Inclusive,
                )
            }
            _ => None,
        }
    }
    /// The text's own clocks as a network, checked: for each event its earliest and latest minute from
    /// the origin `Z`, or the clauses that clash.
    #[must_use]
    pub fn schedule(&self) -> crate::network::Verdict {
        let order = Order::new(self, &std::collections::BTreeSet::new(), &[]);
        crate::network::check(&clocks(self, &order).net)
    }
    pub(crate) fn counting(&self) -> Count {
        self.count.flatten().unwrap_or(Count::Elapsed)
    }
}

pub(crate) use time::name as event_name;
