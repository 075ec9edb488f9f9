//! The board itself: lives by the model's run, evidence beside them.

use super::evidence::{Claim, Evidence, Judged, Judgment};
use super::firing::{Firing, FiringKey, fresh};
use super::told::{Counts, Told, counts};
use super::{Key, Stance};
use accord::{Answer, Change, ClauseNo, Clock, Event, If, Life, Model, Obligation, Run, Step};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use terms::time::Stamp;

terms::ladder! {
    /// Where an obligation stands, as the board says it.
    State, "watch-state" {
        /// Its phase has not begun.
        NotBegun = "not-begun",
        /// Its condition is not met.
        Waiting = "waiting",
        /// It binds, and has a deadline that has not passed.
        Due = "due",
        /// It binds, without a deadline that is known.
        InEffect = "in-effect",
        /// Held up by a remedy of the text.
        Suspended = "suspended",
        /// Done.
        Done = "done",
        /// Done, and reported by whom the text names.
        Reported = "reported",
        /// Done, and verified by whom the text names.
        Verified = "verified",
        /// Not done at its deadline. Whether that is a breach is for whom the text names.
        PastItsTime = "past-its-time",
        /// Done late, within the time to cure.
        Cured = "cured",
        /// The text says that it does not apply.
        Lifted = "lifted",
        /// Over.
        Over = "over",
    }
}

/// A finding that an obligation was or was not broken: somebody's act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// When it was found.
    pub at: Stamp,
    /// Its place in the order of arrival, among the events too.
    pub order: u64,
    /// What was found broken.
    pub on: Key,
    /// By whom.
    pub by: Vec<String>,
    /// In breach, or not.
    pub breach: bool,
    /// The reasons, in the finder's words.
    pub reasons: String,
}

/// Whether what an answer of the text hangs on is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// By the text's own rules it is.
    Met,
    /// Only if it is found in breach by whom the text names, which nobody has.
    IfFound,
    /// Only if it is still not done at its deadline.
    IfNotDone,
}

/// What the text would allow, and if what. Nothing of it takes effect by being listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// What the text says.
    pub answer: Answer,
    /// Whether its condition is met.
    pub condition: Condition,
}

/// One obligation or instance of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The clause and its instance.
    pub on: Key,
    /// The place of its obligation in [`View::obligations`].
    pub obligation: usize,
    /// The life, as the model says it.
    pub life: Life,
    /// The same as the board says it.
    pub state: State,
    /// Since when, where that is known.
    pub since: Option<Stamp>,
    /// Its clock with anchor and counting rule.
    pub clock: Option<Clock>,
    /// The other column.
    pub evidence: Evidence,
    /// The findings about it, by date: places in [`View::findings`].
    pub found: Vec<usize>,
    /// What the text would allow.
    pub allowed: Vec<Allowed>,
}

/// How many obligations stand where. Instances are not counted again beside their clause.
pub type Tally = BTreeMap<State, usize>;

/// The board at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The moment.
    pub at: Stamp,
    /// The obligations in the order of the text.
    pub obligations: Vec<Obligation>,
    /// A row for each, and for each instance that is known.
    pub rows: Vec<Row>,
    /// The findings that were made by then, by date.
    pub findings: Vec<Found>,
    /// The deadlines that passed by then, in the order in which they did.
    pub firings: Vec<Firing>,
    /// The changes of lives that made it so.
    pub changes: Vec<Change>,
}

impl View {
    /// How many of each phase stand where; `None` are clauses outside the phases.
    #[must_use]
    pub fn by_phase(&self) -> BTreeMap<Option<u32>, Tally> {
        self.tally(|o| vec![o.phase])
    }

    /// The same by who is bound. An act that two owe is counted with both.
    #[must_use]
    pub fn by_party(&self) -> BTreeMap<String, Tally> {
        self.tally(|o| o.who.clone())
    }

    /// The same by who verifies; empty text where nobody does.
    #[must_use]
    pub fn by_verifier(&self) -> BTreeMap<String, Tally> {
        self.tally(|o| if o.verifiers.is_empty() { vec![String::new()] } else { o.verifiers.clone() })
    }

    fn tally<K: Ord>(&self, of: impl Fn(&Obligation) -> Vec<K>) -> BTreeMap<K, Tally> {
        let mut out: BTreeMap<K, Tally> = BTreeMap::new();
        for r in self.rows.iter().filter(|r| r.on.1.is_none()) {
            for k in of(&self.obligations[r.obligation]) {
                *out.entry(k).or_default().entry(r.state).or_insert(0) += 1;
            }
        }
        out
    }

    /// The firings that are not among the known ones.
    #[must_use]
    pub fn fresh_firings(&self, known: &BTreeSet<FiringKey>) -> Vec<Firing> {
        fresh(&self.firings, known)
    }

    /// The row of a clause or instance.
    #[must_use]
    pub fn row(&self, clause: ClauseNo, instance: Option<&str>) -> Option<&Row> {
        self.rows.iter().find(|r| r.on.0 == clause && r.on.1.as_deref() == instance)
    }
}

/// The board of one version of a text.
#[derive(Debug, Clone)]
pub struct Board {
    text: String,
    model: Model,
    obligations: Vec<Obligation>,
    /// What counts, by moment and arrival.
    counted: BTreeMap<(Stamp, u64), Event>,
    claims: BTreeMap<u64, Claim>,
    evidence: BTreeMap<Key, Evidence>,
    /// Who judged what of which claim.
    judged: Vec<Judged>,
    /// Which judgments a claim has had from anybody, so that two verifiers count it once.
    kinds: BTreeSet<(u64, Judgment)>,
    findings: BTreeMap<(Stamp, u64), Found>,
}

impl Board {
    /// A board on which nothing has happened. `text` is the version in force, as firings are keyed.
    #[must_use]
    pub fn new(text: impl Into<String>, model: &Model) -> Self {
        Self {
            text: text.into(),
            model: model.clone(),
            obligations: model.obligations(),
            counted: BTreeMap::new(),
            claims: BTreeMap::new(),
            evidence: BTreeMap::new(),
            judged: Vec::new(),
            kinds: BTreeSet::new(),
            findings: BTreeMap::new(),
        }
    }

    /// Takes in an event that somebody tells, and says whether it counts for a life. What does not count
    /// changes nothing here: the caller may enter it as a [`Claim`].
    pub fn tell(&mut self, told: &Told) -> Counts {
        let counts = counts(&self.model, &self.obligations, told);
        if counts == Counts::Yes {
            self.counted.insert((told.at, told.order), told.event.clone());
        }
        counts
    }

    /// Takes in a claim; one that has this number already is not taken again, and `false` comes back.
    pub fn claim(&mut self, claim: Claim) -> bool {
        if self.claims.contains_key(&claim.id) {
            return false;
        }
        match self.evidence.get_mut(&claim.on) {
            Some(e) => e.count(&claim),
            None => self.evidence.entry(claim.on.clone()).or_default().count(&claim),
        }
        self.claims.insert(claim.id, claim);
        true
    }

    /// Takes in a judgment; `false` where there is no such claim.
    pub fn judge(&mut self, judged: Judged) -> bool {
        let Some(claim) = self.claims.get(&judged.claim) else { return false };
        if self.kinds.insert((judged.claim, judged.judgment))
            && let Some(e) = self.evidence.get_mut(&claim.on)
        {
            e.judged(judged.judgment);
        }
        self.judged.push(judged);
        true
    }

    /// The judgments of a claim with who made them, in the order in which they came.
    pub fn judgments(&self, claim: u64) -> impl Iterator<Item = &Judged> {
        self.judged.iter().filter(move |j| j.claim == claim)
    }

    /// Takes in a finding. It bears on remedies only if it finds a breach and is made by whom the text
    /// names to verify the clause; `true` says that it does.
    pub fn find(&mut self, found: Found) -> bool {
        let named = self.model.finders(found.on.0);
        let binds = found.breach && found.by.iter().any(|b| named.contains(b));
        if binds {
            self.counted.insert((found.at, found.order), Event::Act(found.on.0, Step::Breached, found.on.1.clone()));
        }
        self.findings.insert((found.at, found.order), found);
        binds
    }

    /// The board at `now`: what came later is left out.
    #[must_use]
    pub fn view(&self, now: Stamp) -> View {
        self.look(now, None)
    }

    /// The board at `now` if one contested claim were true: a run of its own that changes nothing.
    /// `None` where there is no such claim, or it says that something was not done, which moves no life.
    #[must_use]
    pub fn what_if(&self, claim: u64, now: Stamp) -> Option<View> {
        let claim = self.claims.get(&claim).filter(|c| c.stance == Stance::For)?;
        let (no, instance) = claim.on.clone();
        Some(self.look(now, Some((claim.at, Event::Act(no, Step::Done, instance)))))
    }

    fn look(&self, now: Stamp, also: Option<(Stamp, Event)>) -> View {
        let mut run = Run::new(&self.model);
        let mut told = Teller { text: &self.text, changes: Vec::new(), firings: Vec::new() };
        let mut also = also.filter(|(at, _)| *at <= now);
        for ((at, _), event) in self.counted.range(..=(now, u64::MAX)) {
            if let Some((when, e)) = also.take_if(|(when, _)| *when < *at) {
                told.step(&mut run, when, e);
            }
            told.step(&mut run, *at, event.clone());
        }
        if let Some((when, e)) = also {
            told.step(&mut run, when, e);
        }
        told.step(&mut run, now, Event::Tick);
        let findings: Vec<Found> = self.findings.range(..=(now, u64::MAX)).map(|(_, f)| f.clone()).collect();
        let mut found: BTreeMap<&Key, Vec<usize>> = BTreeMap::new();
        for (i, f) in findings.iter().enumerate() {
            found.entry(&f.on).or_default().push(i);
        }
        let mut since: BTreeMap<(ClauseNo, Option<&str>), Stamp> = BTreeMap::new();
        for c in &told.changes {
            since.insert((c.clause, c.instance.as_deref()), c.at);
        }
        let place: BTreeMap<ClauseNo, usize> = self.obligations.iter().enumerate().map(|(i, o)| (o.clause, i)).collect();
        let rows = run
            .table()
            .into_iter()
            .filter_map(|(clause, instance, life)| {
                let obligation = *place.get(&clause)?;
                let clock = run.clock(clause, instance.as_deref());
                let state = state(&run, clause, instance.as_deref(), life, clock.as_ref());
                let since = since.get(&(clause, instance.as_deref())).copied();
                let on = (clause, instance);
                let breached = run.happened(clause, Step::Breached, on.1.as_deref()).is_some();
                let allowed = self.obligations[obligation].answers.iter().map(|a| allowed(a, life, breached)).collect();
                Some(Row {
                    evidence: self.evidence.get(&on).cloned().unwrap_or_default(),
                    found: found.get(&on).cloned().unwrap_or_default(),
                    on,
                    obligation,
                    life,
                    state,
                    since,
                    clock,
                    allowed,
                })
            })
            .collect();
        View { at: now, obligations: self.obligations.clone(), rows, findings, firings: told.firings, changes: told.changes }
    }
}

/// Steps a run and keeps what it tells.
struct Teller<'a> {
    text: &'a str,
    changes: Vec<Change>,
    firings: Vec<Firing>,
}

impl Teller<'_> {
    fn step(&mut self, run: &mut Run, at: Stamp, event: Event) {
        for c in run.step(at, event) {
            if c.to == Life::PastItsTime {
                // The deadline as it stands now; where it was told as it passed, the second before.
                let due = run.clock(c.clause, c.instance.as_deref()).and_then(|k| k.due).unwrap_or(c.at.plus_seconds(-1));
                let key = FiringKey { text: self.text.to_owned(), on: (c.clause, c.instance.clone()), due };
                self.firings.push(Firing { key, at: c.at });
            }
            self.changes.push(c);
        }
    }
}

fn state(run: &Run, clause: ClauseNo, instance: Option<&str>, life: Life, clock: Option<&Clock>) -> State {
    match life {
        Life::Created => State::NotBegun,
        Life::Waiting => State::Waiting,
        Life::InEffect if clock.is_some_and(|c| c.due.is_some()) => State::Due,
        Life::InEffect => State::InEffect,
        Life::Suspended => State::Suspended,
        Life::Fulfilled if run.happened(clause, Step::Verified, instance).is_some() => State::Verified,
        Life::Fulfilled if run.happened(clause, Step::Reported, instance).is_some() => State::Reported,
        Life::Fulfilled => State::Done,
        Life::PastItsTime => State::PastItsTime,
        Life::Cured => State::Cured,
        Life::Discharged => State::Lifted,
        Life::Ended => State::Over,
    }
}

fn allowed(answer: &Answer, life: Life, breached: bool) -> Allowed {
    let condition = match answer.on {
        If::NotDone if life == Life::PastItsTime => Condition::Met,
        If::NotDone => Condition::IfNotDone,
        If::Breached | If::MayWhileBreached | If::Guaranteed if breached => Condition::Met,
        If::Breached | If::MayWhileBreached | If::Guaranteed => Condition::IfFound,
    };
    Allowed { answer: answer.clone(), condition }
}
