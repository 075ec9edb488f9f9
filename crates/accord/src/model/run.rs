//! A run of the model through dated events: the life of every obligation, step by step.
//!
//! The run knows only what it is told. An act happens when somebody says so; phases, derived events
//! and remedies that the text makes automatic follow by the model's own rules. Time moves only by
//! [`Run::step`]; a deadline that passes on the way is told at its own moment, *past its time* by
//! the text and never *found in breach*, which is an act of whom the text names.

mod board;
mod clock;
mod read;

use super::{Clause, Model};
use crate::calendar::{self, Offset, OffsetUnit};
use crate::tree::{Anchor, Body, Bound, ClauseNo, Effect, EventAt, Modal, Part, Tail, What, Who};
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use terms::time::Stamp;

/// Where an obligation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Life {
    /// Written, and its phase has not begun.
    Created,
    /// Its condition is not met yet.
    Waiting,
    /// It binds now.
    InEffect,
    /// Held up by a remedy.
    Suspended,
    /// Done.
    Fulfilled,
    /// Its deadline has passed and it is not done.
    PastItsTime,
    /// Done after its deadline and within the time to cure.
    Cured,
    /// Lifted: the text says that it does not apply.
    Discharged,
    /// Over.
    Ended,
}

impl Life {
    /// The word in the state table and in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Life::Created => "created",
            Life::Waiting => "waiting",
            Life::InEffect => "in-effect",
            Life::Suspended => "suspended",
            Life::Fulfilled => "fulfilled",
            Life::PastItsTime => "past-its-time",
            Life::Cured => "cured",
            Life::Discharged => "discharged",
            Life::Ended => "ended",
        }
    }
}

/// A part of an act that can be told to a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The act has begun.
    Begun,
    /// It is done.
    Done,
    /// Its reporter has reported it.
    Reported,
    /// Its verifier has verified it.
    Verified,
    /// Whom the text names has found it in breach.
    Breached,
}

/// What is told to a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A declared event, or one of the forms' own, by its name; for one instance where it has any.
    Named(String, Option<String>),
    /// Something about a clause's act; for one instance where it has any.
    Act(ClauseNo, Step, Option<String>),
    /// So many more of a list have been released.
    Released(String, i64),
    /// A side uses its power to suspend.
    Suspend(ClauseNo),
    /// A suspension is lifted.
    Resume(ClauseNo),
    /// A clause is lifted.
    Discharge(ClauseNo, Option<String>),
    /// Nothing but time.
    Tick,
}

/// A change that a step made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// When.
    pub at: Stamp,
    /// Of which clause.
    pub clause: ClauseNo,
    /// Of which instance.
    pub instance: Option<String>,
    /// From.
    pub from: Life,
    /// To.
    pub to: Life,
}

/// Something that falls due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// When.
    pub at: Stamp,
    /// Which clause.
    pub clause: ClauseNo,
    /// Which instance.
    pub instance: Option<String>,
}

/// A clause that waits, and for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    /// The clause.
    pub clause: ClauseNo,
    /// Events that have not happened; of alternatives the shortest.
    pub events: Vec<String>,
    /// Who could bring them about; empty where nobody is named.
    pub on: Vec<String>,
}

/// A run.
#[derive(Debug, Clone)]
pub struct Run {
    model: Arc<Model>,
    /// The text's zone; looked up once, since every deadline asks for it.
    zone: TimeZone,
    now: Option<Stamp>,
    happened: BTreeMap<What, Stamp>,
    /// The same for one instance of an event or act.
    each: BTreeMap<(What, String), Stamp>,
    counts: BTreeMap<String, i64>,
    suspended: BTreeSet<ClauseNo>,
    discharged: BTreeSet<(ClauseNo, Option<String>)>,
    ended: BTreeSet<ClauseNo>,
    over: bool,
    extra: BTreeMap<ClauseNo, i64>,
    late: BTreeSet<(ClauseNo, Option<String>)>,
    last: BTreeMap<(ClauseNo, Option<String>), Life>,
}

impl Run {
    /// A run in which nothing has happened.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let mut r = Self {
            model: Arc::new(model.clone()),
            zone: model.zone().and_then(calendar::zone).unwrap_or(TimeZone::UTC),
            now: None,
            happened: BTreeMap::new(),
            each: BTreeMap::new(),
            counts: BTreeMap::new(),
            suspended: BTreeSet::new(),
            discharged: BTreeSet::new(),
            ended: BTreeSet::new(),
            over: false,
            extra: BTreeMap::new(),
            late: BTreeSet::new(),
            last: BTreeMap::new(),
        };
        r.last = r.all();
        r
    }

    /// The run's moment; none before the first step.
    #[must_use]
    pub fn now(&self) -> Option<Stamp> {
        self.now
    }

    /// Moves time to `at`, then lets the event happen; the changes come in the order of their
    /// moments. An event from before the run's moment is taken at the run's moment.
    pub fn step(&mut self, at: Stamp, event: Event) -> Vec<Change> {
        let at = self.now.map_or(at, |n| n.max(at));
        let mut out = Vec::new();
        self.pass(at, &mut out);
        self.now = Some(at);
        self.apply(at, event);
        self.derive(at);
        self.note(at, &mut out);
        out
    }

    /// Where an obligation stands; for the whole clause without an instance.
    #[must_use]
    pub fn state(&self, clause: ClauseNo, instance: Option<&str>) -> Life {
        let Some(c) = self.model.clause(clause) else { return Life::Ended };
        self.life(c, instance)
    }

    /// What falls due from `now` on, soonest first.
    #[must_use]
    pub fn due(&self, now: Stamp) -> Vec<Due> {
        let mut out = Vec::new();
        for c in &self.model.clauses {
            for i in self.instances(c) {
                if self.life(c, i.as_deref()) == Life::InEffect
                    && let Some(at) = self.deadline(c, i.as_deref())
                    && at >= now
                {
                    out.push(Due { at, clause: c.no, instance: i });
                }
            }
        }
        out.sort_by(|a, b| (a.at, a.clause, &a.instance).cmp(&(b.at, b.clause, &b.instance)));
        out
    }

    /// Who waits for what.
    #[must_use]
    pub fn waits(&self) -> Vec<Wait> {
        let mut out = Vec::new();
        for c in &self.model.clauses {
            let Some(d) = &c.duty else { continue };
            if !matches!(self.life(c, None), Life::Waiting | Life::Created) {
                continue;
            }
            let mut best: Option<Vec<What>> = None;
            for alt in &d.when {
                let missing: Vec<What> = alt.iter().map(|e| e.what.clone()).filter(|w| !self.has(w, None)).collect();
                if best.as_ref().is_none_or(|b| missing.len() < b.len()) {
                    best = Some(missing);
                }
            }
            let mut missing = best.unwrap_or_default();
            if let Some(n) = c.phase
                && !self.has(&What::PhaseBegins(n), None)
            {
                missing.push(What::PhaseBegins(n));
            }
            if missing.is_empty() {
                continue;
            }
            let on = missing
                .iter()
                .filter_map(|w| if let What::Clause(n, _) = w { self.model.clause(*n)?.duty.as_ref().map(|d| d.who.clone()) } else { None })
                .flatten()
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect();
            out.push(Wait { clause: c.no, events: missing.iter().map(super::event_name).collect(), on });
        }
        out
    }

    /// Every clause with its instances and where each stands.
    #[must_use]
    pub fn table(&self) -> Vec<(ClauseNo, Option<String>, Life)> {
        self.all().into_iter().map(|((n, i), l)| (n, i, l)).collect()
    }

    fn all(&self) -> BTreeMap<(ClauseNo, Option<String>), Life> {
        let mut out = BTreeMap::new();
        for c in self.model.clauses.iter().filter(|c| c.duty.is_some()) {
            for i in self.instances(c) {
                let life = self.life(c, i.as_deref());
                out.insert((c.no, i), life);
            }
        }
        out
    }

    /// The instances of a clause that are known: one a party for `each party`, one a person of whom
    /// something has been told; the clause itself always.
    fn instances(&self, c: &Clause) -> Vec<Option<String>> {
        let mut out = vec![None];
        let Some(d) = &c.duty else { return out };
        if matches!(d.said, Who::Each) {
            out.extend(d.who.iter().cloned().map(Some));
        }
        if d.has(|t| matches!(t, Tail::EachPerson)) {
            let mut seen: BTreeSet<String> = BTreeSet::new();
            let named: BTreeSet<&str> = d
                .uppers
                .iter()
                .filter_map(|b| {
                    if let Anchor::Event(e) = &b.anchor { if let What::Named(n) = &e.what { Some(n.as_str()) } else { None } } else { None }
                })
                .collect();
            for (w, i) in self.each.keys() {
                let about = matches!(w, What::Clause(n, _) if *n == c.no) || matches!(w, What::Named(n) if named.contains(n.as_str()));
                if about && seen.insert(i.clone()) {
                    out.push(Some(i.clone()));
                }
            }
        }
        out
    }

    fn life(&self, c: &Clause, instance: Option<&str>) -> Life {
        let Some(d) = &c.duty else {
            return if self.over { Life::Ended } else { Life::InEffect };
        };
        let key = (c.no, instance.map(str::to_owned));
        if self.discharged.contains(&key) || self.discharged.contains(&(c.no, None)) {
            return Life::Discharged;
        }
        let done = What::Clause(c.no, Part::Done);
        let is_done = match instance {
            Some(i) => self.each.contains_key(&(done.clone(), i.to_owned())),
            None => self.happened.contains_key(&done),
        };
        if is_done {
            return if self.late.contains(&key) && self.curable(c.no) { Life::Cured } else { Life::Fulfilled };
        }
        if self.over && !self.survives(c.no) || self.ended.contains(&c.no) {
            return Life::Ended;
        }
        if d.until.as_ref().is_some_and(|u| self.has(&u.what, instance)) {
            return Life::Ended;
        }
        if let Some(n) = c.phase
            && !self.has(&What::PhaseBegins(n), None)
        {
            return Life::Created;
        }
        let met = d.when.is_empty() || d.when.iter().any(|alt| alt.iter().all(|e| self.has(&e.what, instance)));
        let early = d.lowers.iter().any(|b| self.bound(c, d, b, instance).is_none_or(|at| self.now.is_none_or(|n| n < at)));
        if !met || early {
            return Life::Waiting;
        }
        if d.tails.iter().any(|t| matches!(t, Tail::While(k) if !self.cond(k))) {
            return Life::Ended;
        }
        if self.suspended.contains(&c.no) {
            return Life::Suspended;
        }
        let ends = d.tails.iter().find_map(|t| if let Tail::For(s, e) = t { Some((*s, e.clone())) } else { None });
        if let Some((s, e)) = ends {
            let from = match e {
                Some(e) => self.time(&e.what, instance),
                None => d.when.iter().flatten().filter_map(|e| self.time(&e.what, instance)).max(),
            };
            let end = from.and_then(|f| {
                calendar::due(f, Offset { n: s.n.value()?, unit: OffsetUnit::of(s.unit)? }, self.model.counting(), &self.zone())
            });
            if let (Some(end), Some(now)) = (end, self.now)
                && now > end
            {
                return Life::Ended;
            }
        }
        if d.modal == Modal::Shall
            && !d.lasting
            && let (Some(at), Some(now)) = (self.deadline(c, instance), self.now)
            && now > at
        {
            return Life::PastItsTime;
        }
        Life::InEffect
    }

    fn survives(&self, no: ClauseNo) -> bool {
        self.model.clauses.iter().any(|c| matches!(&c.body, Body::Ends { survives, .. } if survives.contains(&no)))
    }

    fn curable(&self, no: ClauseNo) -> bool {
        self.model.answers(no).iter().any(|a| matches!(&a.body, Body::Cure { .. }))
    }

    /// Lets deadlines pass up to `at`, each told at its own moment.
    fn pass(&mut self, at: Stamp, out: &mut Vec<Change>) {
        for _ in 0..10_000 {
            let from = self.now.unwrap_or(Stamp(i64::MIN));
            let mut next: Option<Stamp> = None;
            let mut consider = |t: Stamp| {
                let t = t.plus_seconds(1);
                if t > from && t < at && next.is_none_or(|n| t < n) {
                    next = Some(t);
                }
            };
            for c in &self.model.clauses {
                for i in self.instances(c) {
                    if self.life(c, i.as_deref()) == Life::InEffect
                        && let Some(d) = self.deadline(c, i.as_deref())
                    {
                        consider(d);
                    }
                }
            }
            for w in &self.model.events {
                if matches!(w, What::Date(..) | What::Named(_) | What::Day(_))
                    && let Some(t) = self.time(w, None)
                {
                    consider(t);
                }
            }
            let Some(t) = next else { break };
            self.now = Some(t);
            self.derive(t);
            self.note(t, out);
        }
    }

    fn apply(&mut self, at: Stamp, event: Event) {
        match event {
            Event::Tick => {}
            Event::Named(name, who) => {
                let known: Vec<What> = self.model.events.iter().filter(|w| super::event_name(w) == name).cloned().collect();
                let list = if known.is_empty() { vec![What::Named(name)] } else { known };
                for w in list {
                    match &who {
                        Some(i) => {
                            self.each.entry((w, i.clone())).or_insert(at);
                        }
                        None => {
                            self.happened.entry(w).or_insert(at);
                        }
                    }
                }
            }
            Event::Act(no, step, who) => {
                let part = match step {
                    Step::Begun => Part::Begun,
                    Step::Done => Part::Done,
                    Step::Reported => Part::Reported,
                    Step::Verified => Part::Verified,
                    Step::Breached => Part::Breached,
                };
                if let (Step::Done, Some(c)) = (step, self.model.clause(no)) {
                    if self.life(c, who.as_deref()) == Life::PastItsTime {
                        self.late.insert((no, who.clone()));
                    }
                    if self.life(c, None) == Life::PastItsTime {
                        self.late.insert((no, None));
                    }
                }
                match who {
                    Some(i) => {
                        self.each.entry((What::Clause(no, part), i)).or_insert(at);
                        if step == Step::Done {
                            self.complete(no, at);
                        }
                    }
                    None => {
                        if step == Step::Done {
                            self.happened.entry(What::Clause(no, Part::Begun)).or_insert(at);
                        }
                        self.happened.entry(What::Clause(no, part)).or_insert(at);
                    }
                }
            }
            Event::Released(list, n) => *self.counts.entry(list).or_insert(0) += n,
            Event::Suspend(no) => {
                self.suspended.insert(no);
            }
            Event::Resume(no) => {
                self.suspended.remove(&no);
            }
            Event::Discharge(no, who) => {
                self.discharged.insert((no, who));
                self.complete(no, at);
            }
        }
    }

    /// `each person`: the clause is done when all of its list are done or lifted.
    fn complete(&mut self, no: ClauseNo, at: Stamp) {
        let Some(c) = self.model.clause(no) else { return };
        let Some(d) = &c.duty else { return };
        let count = self.each.keys().filter(|(w, _)| *w == What::Clause(no, Part::Done)).count()
            + self.discharged.iter().filter(|(n, i)| *n == no && i.is_some()).count();
        let all = if matches!(d.said, Who::Each) {
            d.who.len()
        } else {
            match d.list().and_then(|l| self.model.lists.get(l)).and_then(|l| l.total.value()) {
                Some(n) => usize::try_from(n).unwrap_or(usize::MAX),
                None => return,
            }
        };
        if count >= all {
            self.happened.entry(What::Clause(no, Part::Begun)).or_insert(at);
            self.happened.entry(What::Clause(no, Part::Done)).or_insert(at);
        }
    }

    /// What follows of itself: phases, derived events, remedies that the text makes automatic.
    fn derive(&mut self, at: Stamp) {
        let m = Arc::clone(&self.model);
        for _ in 0..100 {
            let mut changed = false;
            let mut tell = |run: &mut Self, w: What| {
                if let std::collections::btree_map::Entry::Vacant(e) = run.happened.entry(w) {
                    e.insert(at);
                    changed = true;
                }
            };
            for (n, p) in &m.phases {
                let begins = match &p.begins {
                    Some(c) if !p.begin_open => self.cond(c),
                    None if *n > 1 && m.phases.contains_key(&(n - 1)) => self.has(&What::PhaseEnds(n - 1), None),
                    _ => false,
                };
                if begins {
                    tell(self, What::PhaseBegins(*n));
                }
                if self.has(&What::PhaseBegins(*n), None) && p.ends.as_ref().is_some_and(|c| self.cond(c)) {
                    tell(self, What::PhaseEnds(*n));
                }
                // The phase's own time to begin has passed.
                if let Some(effect) = &p.failing
                    && !self.has(&What::PhaseBegins(*n), None)
                {
                    let limit = p.bounds.iter().filter_map(|b| self.phase_limit(b)).min();
                    if limit.is_some_and(|l| at > l)
                        && let Effect::End(list) = effect
                    {
                        self.ended.extend(list);
                    }
                }
            }
            for (n, d) in &m.declared {
                if let Some(EventAt::When(c)) = &d.at
                    && self.cond(c)
                {
                    tell(self, What::Named(n.clone()));
                }
            }
            for c in &m.clauses {
                match &c.body {
                    Body::Ends { when, .. } if when.iter().any(|e| self.has(&e.what, None)) => {
                        self.over = true;
                    }
                    Body::Continues { clause, cond } if self.now.is_some() && !self.cond(cond) => {
                        self.ended.insert(*clause);
                    }
                    Body::Cure { of, within, effect: Effect::Suspend(list, until) } => {
                        let found = self.time(&What::Clause(*of, Part::Breached), None);
                        let lifted = until.as_ref().is_some_and(|u| self.has(&u.what, None));
                        let over = found.is_some_and(|f| {
                            within
                                .as_ref()
                                .and_then(|b| b.span_of)
                                .and_then(|s| {
                                    calendar::due(f, Offset { n: s.n.value()?, unit: OffsetUnit::of(s.unit)? }, m.counting(), &self.zone())
                                })
                                .is_none_or(|end| at > end)
                        });
                        if lifted {
                            list.iter().for_each(|n| {
                                self.suspended.remove(n);
                            });
                        } else if over && !self.has(&What::Clause(*of, Part::Done), None) {
                            self.suspended.extend(list);
                        }
                    }
                    Body::IfNot { of, effect, part } => {
                        let hit = of.iter().any(|n| match part {
                            Part::Breached => self.has(&What::Clause(*n, Part::Breached), None),
                            _ => m.clause(*n).is_some_and(|c| self.life(c, None) == Life::PastItsTime),
                        });
                        if hit {
                            match effect {
                                Effect::Suspend(list, _) => self.suspended.extend(list),
                                Effect::End(list) => self.ended.extend(list),
                                Effect::EndAll => self.over = true,
                                Effect::Extend(list, s) => {
                                    for n in list {
                                        let by = s.minutes().unwrap_or(0);
                                        self.extra.entry(*n).or_insert(by);
                                    }
                                }
                                Effect::Act(_) | Effect::Open => {}
                            }
                        }
                    }
                    Body::Extended { clause, by, per, list, beyond, most } => {
                        let have = self.counts.get(list).copied().unwrap_or(0);
                        let steps = (have - beyond).max(0) / (*per).max(1);
                        let minutes = by
                            .minutes()
                            .unwrap_or(0)
                            .saturating_mul(steps)
                            .min(most.and_then(crate::tree::Span::minutes).unwrap_or(i64::MAX));
                        if minutes > 0 {
                            self.extra.insert(*clause, minutes);
                        }
                    }
                    _ => {}
                }
            }
            if !changed {
                break;
            }
        }
    }

    fn phase_limit(&self, b: &Bound) -> Option<Stamp> {
        let Anchor::Event(e) = &b.anchor else { return None };
        let at = self.time(&e.what, None)?;
        let zone = self.zone();
        match b.span_of {
            None => calendar::end_of(calendar::date_of(at, &zone)?, &zone),
            Some(s) => calendar::due(at, Offset { n: s.n.value()?, unit: OffsetUnit::of(s.unit)? }, self.model.counting(), &zone),
        }
    }

    /// Compares with what was, and tells.
    fn note(&mut self, at: Stamp, out: &mut Vec<Change>) {
        let now = self.all();
        for (key, life) in &now {
            let was = self.last.get(key).copied().unwrap_or(Life::Created);
            if was != *life {
                out.push(Change { at, clause: key.0, instance: key.1.clone(), from: was, to: *life });
            }
        }
        self.last = now;
    }
}

/// A run of the whole table of events, with its changes.
#[must_use]
pub fn simulate(model: &Model, events: &[(Stamp, Event)]) -> (Run, Vec<Change>) {
    let mut run = Run::new(model);
    let mut out = Vec::new();
    for (at, e) in events {
        out.extend(run.step(*at, e.clone()));
    }
    (run, out)
}

#[cfg(test)]
mod tests;
