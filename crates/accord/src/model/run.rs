//! A run of the model through dated events: the life of every obligation, step by step.
//!
//! The run knows only what it is told. An act happens when somebody says so; phases, derived events
//! and remedies that the text makes automatic follow by the model's own rules. Time moves only by
//! [`Run::step`]; a deadline that passes on the way is told at its own moment, *past its time* by
//! the text and never *found in breach*, which is an act of whom the text names.

use super::{Clause, Duty, Model};
use crate::calendar::{self, Offset, OffsetUnit};
use crate::tree::{Anchor, Body, Bound, ClauseNo, Cond, Count, Effect, EventAt, Modal, Part, Tail, What, Who};
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

impl Event {
    /// Reads an event as a table of events writes it: `acceptance`, `1.2 done`, `1.14/Hamas done`,
    /// `captive ready/Name`, `7 of captives`, `suspend 2.2`, `resume 2.2`, `discharge 1.2/Name`, `tick`.
    ///
    /// # Errors
    /// What was expected, with the text in backticks.
    pub fn read(model: &Model, text: &str) -> Result<Event, String> {
        let text = text.trim();
        let split = |t: &str| match t.split_once('/') {
            Some((a, b)) => (a.trim().to_owned(), Some(b.trim().to_owned())),
            None => (t.trim().to_owned(), None),
        };
        if text.eq_ignore_ascii_case("tick") || text.is_empty() {
            return Ok(Event::Tick);
        }
        let clause = |t: &str| {
            let no = ClauseNo::read(t).ok_or_else(|| format!("`{t}` is no clause number"))?;
            if model.by_no.contains_key(&no) { Ok(no) } else { Err(format!("no clause `{t}` in this agreement")) }
        };
        for (word, make) in [("suspend ", Event::Suspend as fn(ClauseNo) -> Event), ("resume ", Event::Resume as fn(ClauseNo) -> Event)] {
            if let Some(rest) = text.strip_prefix(word) {
                return Ok(make(clause(rest.trim())?));
            }
        }
        if let Some(rest) = text.strip_prefix("discharge ") {
            let (no, who) = split(rest);
            return Ok(Event::Discharge(clause(&no)?, who));
        }
        if let Some((head, word)) = text.rsplit_once(' ') {
            let step = match word {
                "begun" | "begins" => Some(Step::Begun),
                "done" => Some(Step::Done),
                "reported" => Some(Step::Reported),
                "verified" => Some(Step::Verified),
                "breached" => Some(Step::Breached),
                _ => None,
            };
            let (no, who) = split(head);
            if let Some(step) = step
                && ClauseNo::read(&no).is_some()
            {
                return Ok(Event::Act(clause(&no)?, step, who));
            }
        }
        if let Some((n, list)) = text.split_once(" of ")
            && let Ok(n) = n.trim().parse::<i64>()
        {
            let list = list.trim().to_owned();
            return if model.lists.contains_key(&list) {
                Ok(Event::Released(list, n))
            } else {
                Err(format!("no list `{list}` in this agreement"))
            };
        }
        let (name, who) = split(text);
        if model.events.iter().any(|w| super::event_name(w) == name)
            || model.declared.contains_key(&name)
            || model.processes.contains_key(&name)
        {
            return Ok(Event::Named(name, who));
        }
        Err(format!("no event `{name}` in this agreement; an act is written `1.2 done`"))
    }
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

    fn zone(&self) -> TimeZone {
        match &self.model.zone {
            Some(Some((z, _))) => calendar::zone(z).unwrap_or(TimeZone::UTC),
            _ => TimeZone::UTC,
        }
    }

    fn time(&self, w: &What, instance: Option<&str>) -> Option<Stamp> {
        if let Some(i) = instance
            && let Some(t) = self.each.get(&(w.clone(), i.to_owned()))
        {
            return Some(*t);
        }
        if let Some(t) = self.happened.get(w) {
            return Some(*t);
        }
        let zone = self.zone();
        match w {
            What::Date(d, t) => {
                let start = calendar::start_of(*d, &zone)?;
                Some(t.map_or(start, |t| start.plus_seconds(i64::from(t.hour()) * 3600 + i64::from(t.minute()) * 60)))
            }
            What::Day(n) => {
                let one = self.time(&self.model.day_one.as_ref()?.what.clone(), None)?;
                let day = calendar::date_after(calendar::date_of(one, &zone)?, Offset { n: *n, unit: OffsetUnit::Days }, Count::Inclusive)?;
                calendar::start_of(day, &zone)
            }
            What::Named(n) => match self.model.declared.get(n)?.at.as_ref()? {
                EventAt::Date(d, _) => calendar::start_of(*d, &zone),
                EventAt::After(span, e) => {
                    let from = self.time(&e.what, None)?;
                    let unit = OffsetUnit::of(span.unit)?;
                    calendar::due(from, Offset { n: span.n.value()?, unit }, self.model.counting(), &zone)
                }
                EventAt::When(_) => None,
            },
            _ => None,
        }
    }

    /// Whether an event has happened by the run's moment.
    fn has(&self, w: &What, instance: Option<&str>) -> bool {
        match w {
            What::Count { list, n } => {
                let have = self.counts.get(list).copied().unwrap_or(0);
                let all = self.model.lists.get(list).and_then(|l| l.total.value());
                if *n < 0 { all.is_some_and(|a| have >= a) } else { have >= *n }
            }
            // The talks are open until they are told to have ended.
            What::TalksOpen(n) => !self.happened.contains_key(&What::TalksEnd(n.clone())),
            // A slot that is open blocks only what leans on it, and that for ever.
            What::Open | What::Unknown(_) => false,
            _ => self.time(w, instance).is_some_and(|t| self.now.is_some_and(|n| t <= n)),
        }
    }

    fn cond(&self, c: &Cond) -> bool {
        match c {
            Cond::All(v) => v.iter().all(|e| self.has(&e.what, None)),
            Cond::Any(v) => v.iter().any(|e| self.has(&e.what, None)),
        }
    }

    fn bound(&self, c: &Clause, d: &Duty, b: &Bound, instance: Option<&str>) -> Option<Stamp> {
        let zone = self.zone();
        let count = self.model.counting();
        let add = |at: Stamp| match b.span_of {
            None => Some(at),
            Some(s) => calendar::due(at, Offset { n: s.n.value()?, unit: OffsetUnit::of(s.unit)? }, count, &zone),
        };
        let whole_day = |w: &What, at: Stamp| {
            // `no later than` a date or a day runs to its end.
            if b.span_of.is_none() && matches!(w, What::Date(_, None) | What::Day(_)) {
                calendar::end_of(calendar::date_of(at, &zone)?, &zone)
            } else {
                Some(at)
            }
        };
        match &b.anchor {
            Anchor::Event(e) => {
                if let (What::Day(n), None, Some(p)) = (&e.what, &self.model.day_one, c.phase) {
                    let one = self.time(&What::PhaseBegins(p), None)?;
                    let day =
                        calendar::date_after(calendar::date_of(one, &zone)?, Offset { n: *n, unit: OffsetUnit::Days }, Count::Inclusive)?;
                    return calendar::end_of(day, &zone);
                }
                whole_day(&e.what, self.time(&e.what, instance)?).and_then(add)
            }
            Anchor::Later(v) => v.iter().map(|e| self.time(&e.what, instance)).collect::<Option<Vec<_>>>()?.into_iter().max().and_then(add),
            Anchor::Earlier(v) => v.iter().filter_map(|e| self.time(&e.what, instance)).min().and_then(add),
            Anchor::Before(e) => {
                let at = self.time(&e.what, instance)?;
                Some(at.plus_seconds(-b.span_of?.minutes()?.saturating_mul(60)))
            }
            Anchor::Own => {
                let when = d.when.iter().find(|alt| alt.iter().all(|e| self.has(&e.what, instance)));
                let at = match when {
                    Some(alt) => alt.iter().filter_map(|e| self.time(&e.what, instance)).max()?,
                    None => self.time(&What::PhaseBegins(c.phase?), None)?,
                };
                add(at)
            }
        }
    }

    /// The clause's deadline as far as it is known now.
    fn deadline(&self, c: &Clause, instance: Option<&str>) -> Option<Stamp> {
        let d = c.duty.as_ref()?;
        let each: Vec<Stamp> = d.uppers.iter().filter_map(|b| self.bound(c, d, b, instance)).collect();
        let mut at = if d.has(|t| matches!(t, Tail::Last)) { each.into_iter().max() } else { each.into_iter().min() };
        for t in &d.tails {
            if let Tail::OnDay(e) = t
                && let Some(x) = self.time(&e.what, instance)
            {
                let end = calendar::date_of(x, &self.zone()).and_then(|day| calendar::end_of(day, &self.zone()));
                at = [at, end].into_iter().flatten().min();
            }
        }
        if d.once()
            && let Some(n) = c.phase
            && let Some(p) = self.model.phases.get(&n)
            && let (Some(s), Some(from)) = (p.lasts, self.time(&What::PhaseBegins(n), None))
            && let (Some(k), Some(unit)) = (s.n.value(), OffsetUnit::of(s.unit))
        {
            let end = calendar::due(from, Offset { n: k, unit }, self.model.counting(), &self.zone());
            at = [at, end].into_iter().flatten().min();
        }
        let extra = self.extra.get(&c.no).copied().unwrap_or(0);
        at.map(|a| a.plus_seconds(extra * 60))
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
mod tests {
    use super::*;
    use crate::check::testing::HEAD;
    use crate::model::{Choices, Order};
    use crate::parse;

    const DAY: i64 = 86_400;

    fn model(lines: &str) -> Model {
        let p = parse(&[HEAD, lines].concat());
        assert!(p.findings.is_empty(), "{:?}", p.findings);
        Model::build(&p.tree, &Choices::default()).0
    }

    fn no(t: &str) -> ClauseNo {
        ClauseNo::read(t).unwrap()
    }

    /// 1 March 2024, noon in UTC.
    const T: i64 = 1_709_294_400;

    #[test]
    fn an_obligation_lives_from_waiting_to_past_its_time_and_cured() {
        let m = model(
            "1.1 Delta shall leave Mill, when acceptance, within 48 hours.\n1.2 Upland shall open Mill, when 1.1 is done, within 24 hours.\n4.1 If 1.1 is breached, it may be cured within 24 hours of notice; otherwise 1.2 is suspended until 1.1 is done.",
        );
        let mut run = Run::new(&m);
        assert_eq!(run.state(no("1.1"), None), Life::Waiting);
        let e = Event::read(&m, "acceptance").unwrap();
        let changes = run.step(Stamp(T), e);
        assert_eq!(run.state(no("1.1"), None), Life::InEffect);
        assert_eq!(changes.len(), 1);
        assert_eq!(run.due(Stamp(T))[0].at, Stamp(T + 2 * DAY));
        assert_eq!(run.waits()[0].on, ["Delta"]);
        let changes = run.step(Stamp(T + 3 * DAY), Event::Tick);
        assert_eq!((changes[0].at, changes[0].to), (Stamp(T + 2 * DAY + 1), Life::PastItsTime), "told at its own moment");
        run.step(Stamp(T + 3 * DAY), Event::read(&m, "1.1 done").unwrap());
        assert_eq!(run.state(no("1.1"), None), Life::Cured);
        assert_eq!(run.state(no("1.2"), None), Life::InEffect);
    }

    #[test]
    fn days_run_to_the_end_of_their_last_day() {
        let m = model("1.1 Delta shall leave Mill, within 2 days of acceptance.");
        let mut run = Run::new(&m);
        run.step(Stamp(T), Event::read(&m, "acceptance").unwrap());
        assert_eq!(run.due(Stamp(T))[0].at, Stamp(T - DAY / 2 + 3 * DAY - 1));
    }

    #[test]
    fn each_person_is_an_instance_and_all_make_the_whole() {
        let m = model(
            "List pair has 2 persons.\nEvent \"ready\" for each person of pair is reported by Aru.\n1.1 Delta shall release pair to Red Cross, each person within 24 hours of ready.",
        );
        let mut run = Run::new(&m);
        run.step(Stamp(T), Event::read(&m, "ready/N.").unwrap());
        assert_eq!(run.due(Stamp(T))[0].instance.as_deref(), Some("N."));
        run.step(Stamp(T + 60), Event::read(&m, "1.1/N. done").unwrap());
        assert_eq!((run.state(no("1.1"), Some("N.")), run.state(no("1.1"), None)), (Life::Fulfilled, Life::InEffect));
        run.step(Stamp(T + 120), Event::read(&m, "1.1/K. done").unwrap());
        assert_eq!(run.state(no("1.1"), None), Life::Fulfilled);
    }

    #[test]
    fn phases_begin_by_their_test_and_the_agreement_ends() {
        let m = model(
            "Phase 1 begins on acceptance and lasts 42 days.\n1.1 Delta shall leave Mill.\nPhase 2 begins when 1.1 is done.\n2.1 Upland shall open Mill, within 3 days of 1.1.\nClosing.\n5.1 This agreement ends when 2.1 is done; 1.2 survives it.\n1.2 Delta shall not enter Mill, permanently.",
        );
        let mut run = Run::new(&m);
        assert_eq!(run.state(no("2.1"), None), Life::Created);
        run.step(Stamp(T), Event::read(&m, "acceptance").unwrap());
        run.step(Stamp(T + DAY), Event::read(&m, "1.1 done").unwrap());
        assert_eq!(run.state(no("2.1"), None), Life::InEffect);
        run.step(Stamp(T + 2 * DAY), Event::read(&m, "2.1 done").unwrap());
        assert_eq!(run.state(no("1.2"), None), Life::InEffect, "survives");
        assert!(Event::read(&m, "9.9 done").is_err() && Event::read(&m, "rain").is_err());
    }

    #[test]
    fn a_copy_of_a_run_is_a_what_if() {
        let m = model("1.1 Delta shall leave Mill, within 2 days of acceptance.");
        let mut run = Run::new(&m);
        run.step(Stamp(T), Event::read(&m, "acceptance").unwrap());
        let mut other = run.clone();
        other.step(Stamp(T + 1), Event::read(&m, "1.1 done").unwrap());
        assert_eq!((run.state(no("1.1"), None), other.state(no("1.1"), None)), (Life::InEffect, Life::Fulfilled));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 120, ..Default::default() })]

        /// The checker and the simulator agree: when everybody does at once whatever binds, exactly the
        /// acts get done that the checks say can happen.
        #[test]
        fn checker_and_simulator_agree(waits in proptest::collection::vec((proptest::option::of(0usize..8), proptest::option::of(0usize..8), proptest::bool::ANY), 1..8)) {
            let mut lines = String::new();
            let n = waits.len();
            for (k, (a, b, any)) in waits.iter().enumerate() {
                let pick = |x: &Option<usize>| x.map(|v| format!("1.{}", v % n + 1));
                let cond = match (pick(a), pick(b), any) {
                    (Some(x), Some(y), true) => format!(", when any of {x}, {y} is done"),
                    (Some(x), Some(y), false) => format!(", when {x} and {y} are done"),
                    (Some(x), None, _) | (None, Some(x), _) => format!(", when {x} is done"),
                    (None, None, true) => ", on acceptance".to_owned(),
                    (None, None, false) => String::new(),
                };
                lines.push_str(&format!("1.{} {} shall leave Mill{cond}.\n", k + 1, if k % 2 == 0 { "Delta" } else { "Upland" }));
            }
            let m = model(&lines);
            let order = Order::new(&m, &BTreeSet::new(), &[]);
            let mut run = Run::new(&m);
            run.step(Stamp(T), Event::Named("acceptance".into(), None));
            for round in 0..20 {
                let open: Vec<ClauseNo> = run.table().into_iter().filter(|(_, i, l)| i.is_none() && *l == Life::InEffect).map(|(n, _, _)| n).collect();
                for no in open {
                    run.step(Stamp(T + round), Event::Act(no, Step::Done, None));
                }
            }
            for c in &m.clauses {
                let can = order.happens[m.ev(&What::Clause(c.no, Part::Done)).unwrap()];
                proptest::prop_assert_eq!(run.state(c.no, None) == Life::Fulfilled, can, "{} in {}", c.no, lines);
            }
        }
    }
}
