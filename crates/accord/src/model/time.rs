//! The model's clocks as a temporal network: every edge from the clause that sets it.

use super::{Clause, Duty, Model, Order, Reaction};
use crate::network::{OPEN, Stnu};
use crate::tree::{Anchor, Bound, ClauseNo, EventAt, EventRef, Modal, Part, Tail, Unit, What};
use std::collections::BTreeMap;

/// A network with what its points are.
#[derive(Clone)]
pub(crate) struct Clock {
    pub(crate) net: Stnu,
    points: BTreeMap<What, usize>,
    /// When an actor can act on an event, by the event's point and the actor.
    heard: BTreeMap<(usize, String), usize>,
}

impl Clock {
    /// The point of an event that has one.
    pub(crate) fn known(&self, what: &What) -> Option<usize> {
        self.points.get(what).copied()
    }

    /// The same from one party's viewpoint: with the acts of others as durations that it does not control.
    pub(crate) fn seen_by(&self, m: &Model, order: &Order, party: &str) -> Clock {
        let mut c = self.clone();
        others(m, order, &mut c, party);
        c
    }

    /// The clauses' events that have a point.
    pub(crate) fn acts(&self) -> Vec<(ClauseNo, Part)> {
        self.points.keys().filter_map(|w| if let What::Clause(no, part) = w { Some((*no, *part)) } else { None }).collect()
    }

    /// The point of an event, made if there is none.
    pub(crate) fn at(&mut self, what: &What) -> usize {
        if let Some(k) = self.points.get(what) {
            return *k;
        }
        let k = self.net.points.len();
        self.net.points.push(name(what));
        self.points.insert(what.clone(), k);
        k
    }
}

/// A short name of an event, as texts write it.
pub(crate) fn name(what: &What) -> String {
    match what {
        What::Clause(no, part) => {
            let part = match part {
                Part::Due => "due",
                Part::Begun => "begun",
                Part::Done => "done",
                Part::Reported => "reported",
                Part::Verified => "verified",
                Part::Breached => "breached",
            };
            format!("{no} {part}")
        }
        What::Named(n) | What::Process(n) | What::Unknown(n) => n.clone(),
        What::Count { list, n } if *n < 0 => format!("all of {list}"),
        What::Count { list, n } => format!("{n} of {list}"),
        What::PhaseBegins(n) => format!("Phase {n} begins"),
        What::PhaseEnds(n) => format!("Phase {n} ends"),
        What::TalksOpen(n) => format!("Talks {n}"),
        What::TalksEnd(n) => format!("Talks {n} end"),
        What::Date(d, None) => d.to_string(),
        What::Date(d, Some(t)) => format!("{d} {t}"),
        What::Day(n) => format!("day {n}"),
        What::Agree { on, .. } => format!("agreement on {on}"),
        What::Accept { .. } => "acceptance of the agreement".to_owned(),
        What::Approve { .. } => "approval".to_owned(),
        What::Report => "report".to_owned(),
        What::Receipt => "receipt".to_owned(),
        What::Notice => "notice".to_owned(),
        What::Force => "entry into force".to_owned(),
        What::End => "end of the agreement".to_owned(),
        What::Open => "open".to_owned(),
    }
}

/// Minutes of a bound's offset; days and longer run to the end of their last day, so that the
/// network allows what the calendar allows.
fn minutes(b: &Bound) -> Option<i64> {
    b.span_of.and_then(crate::tree::Span::minutes)
}

/// The network of the model's own clocks.
/// Acts that cannot happen (a circle, told elsewhere) take no part.
pub(crate) fn clocks(m: &Model, order: &Order) -> Clock {
    let mut c = Clock { net: Stnu::default(), points: BTreeMap::new(), heard: BTreeMap::new() };
    let z = c.net.point("Z");
    dates(m, &mut c, z);
    for (n, p) in &m.phases {
        let (b, e) = (c.at(&What::PhaseBegins(*n)), c.at(&What::PhaseEnds(*n)));
        let source = format!("Phase {n}");
        c.net.require(z, b, Some(0), None, "Z");
        c.net.require(b, e, Some(0), p.lasts.and_then(crate::tree::Span::minutes), &source);
        if let Some(crate::tree::Cond::All(v)) = &p.begins {
            for e in v {
                let k = c.at(&e.what);
                c.net.require(k, b, Some(0), None, &source);
            }
        }
        for bound in &p.bounds {
            upper(m, &mut c, b, bound, &[], Some(*n), &source);
        }
    }
    for (n, p) in &m.processes {
        let done = c.at(&What::Process(n.clone()));
        let source = n.clone();
        let start = match &p.from {
            Some(e) => c.at(&e.what),
            None => {
                let s = c.net.point(&format!("{n} begins"));
                c.net.require(z, s, Some(0), None, "Z");
                s
            }
        };
        if !c.net.links.iter().any(|l| l.to == done) {
            c.net.contingent(start, done, p.low, p.high.unwrap_or(OPEN), &source);
        }
        // Who has to act on the list needs it found first; it is sought from the act's own anchor on.
        for (cl, d) in m.duties() {
            let about = p.each.as_deref().is_some_and(|l| d.list() == Some(l)) && d.once() && happens(m, order, cl);
            if !about {
                continue;
            }
            let act = c.at(&What::Clause(cl.no, Part::Done));
            c.net.require(done, act, Some(0), None, &source);
            heard(m, &mut c, d, &What::Process(n.clone()), act, &source);
            if p.from.is_none() {
                for b in &d.uppers {
                    if let Anchor::Event(e) = &b.anchor {
                        let a = c.at(&e.what);
                        c.net.require(a, start, Some(0), None, &source);
                    }
                }
            }
        }
    }
    for (cl, d) in m.duties() {
        if d.modal == Modal::ShallNot || !happens(m, order, cl) {
            continue;
        }
        duty(m, &mut c, z, cl, d);
    }
    c
}

fn happens(m: &Model, order: &Order, c: &Clause) -> bool {
    m.ev(&What::Clause(c.no, Part::Begun)).is_none_or(|e| order.happens[e])
}

fn dates(m: &Model, c: &mut Clock, z: usize) {
    // Fixed dates stand at their distance from the first of them.
    let mut fixed: Vec<(What, jiff::civil::Date, String)> = Vec::new();
    for w in &m.events {
        if let What::Date(d, _) = w {
            fixed.push((w.clone(), *d, "Z".to_owned()));
        }
    }
    for (n, d) in &m.declared {
        if let Some(EventAt::Date(day, _)) = &d.at {
            fixed.push((What::Named(n.clone()), *day, format!("Event {n}")));
        }
    }
    for (_, d) in m.duties() {
        for b in d.uppers.iter().chain(&d.lowers) {
            if let Anchor::Event(EventRef { what: What::Date(day, t), .. }) = &b.anchor {
                fixed.push((What::Date(*day, *t), *day, "Z".to_owned()));
            }
        }
    }
    if let Some(first) = fixed.iter().map(|f| f.1).min() {
        for (w, d, source) in fixed {
            let days = i64::from((d - first).get_days());
            let k = c.at(&w);
            c.net.require(z, k, Some(days * 1440), Some(days * 1440), &source);
        }
    }
    for (n, d) in &m.declared {
        let k = c.at(&What::Named(n.clone()));
        let source = format!("Event {n}");
        c.net.require(z, k, Some(0), None, "Z");
        match &d.at {
            Some(EventAt::After(span, e)) => {
                let a = c.at(&e.what);
                c.net.require(a, k, span.minutes(), span.minutes(), &source);
            }
            Some(EventAt::When(crate::tree::Cond::All(v))) => {
                for e in v {
                    let a = c.at(&e.what);
                    c.net.require(a, k, Some(0), None, &source);
                }
            }
            _ => {}
        }
    }
}

fn duty(m: &Model, c: &mut Clock, z: usize, cl: &Clause, d: &Duty) {
    let source = cl.no.to_string();
    let begun = c.at(&What::Clause(cl.no, Part::Begun));
    let done = c.at(&What::Clause(cl.no, Part::Done));
    c.net.require(z, begun, Some(0), None, "Z");
    c.net.require(begun, done, Some(0), None, "Z");
    let mut own = Vec::new();
    if let [only] = d.when.as_slice() {
        for e in only {
            if matches!(e.what, What::Open | What::Unknown(_)) {
                continue;
            }
            let k = c.at(&e.what);
            c.net.require(k, begun, Some(0), None, &source);
            heard(m, c, d, &e.what, begun, &source);
            own.push(k);
        }
    }
    if let Some(n) = cl.phase.filter(|n| m.phases.contains_key(n)) {
        let b = c.at(&What::PhaseBegins(n));
        c.net.require(b, begun, Some(0), None, &format!("Phase {n}"));
        heard(m, c, d, &What::PhaseBegins(n), begun, &format!("Phase {n}"));
        if d.once() && m.phases[&n].lasts.is_some() {
            let e = c.at(&What::PhaseEnds(n));
            c.net.require(done, e, Some(0), None, &source);
        }
    }
    if !d.lasting || d.period().is_none() {
        let last = d.has(|t| matches!(t, Tail::Last));
        for t in &d.tails {
            match t {
                Tail::Upper(b) | Tail::Finish(b) if !last => {
                    let to = if d.act.begin && matches!(t, Tail::Upper(_)) { begun } else { done };
                    upper(m, c, to, b, &own, cl.phase, &source);
                }
                Tail::Lower(b) => lower(m, c, begun, b, &own, cl.phase, &source),
                Tail::InThe(b) => {
                    if let Anchor::Before(e) = &b.anchor {
                        let k = c.at(&e.what);
                        c.net.require(done, k, Some(0), minutes(b), &source);
                    }
                }
                Tail::OnDay(e) => {
                    let k = c.at(&e.what);
                    c.net.require(k, done, Some(-1440), Some(1440), &source);
                }
                Tail::Before(e) => {
                    let k = c.at(&e.what);
                    c.net.require(done, k, Some(0), None, &source);
                }
                _ => {}
            }
        }
    }
}

/// Who acts on an event does so no sooner than its written reaction time after it. The wait stands between two
/// edges, one from the sentence that says how long, one from the clause that waits, so that a conflict
/// names both.
fn heard(m: &Model, c: &mut Clock, d: &Duty, what: &What, act: usize, source: &str) {
    for who in &d.who {
        let Some(Reaction { minutes: Some(minutes), said }) = m.reactions.get(who) else { continue };
        if *minutes <= 0 || foreseen(m, what, who) {
            continue;
        }
        let at = c.at(what);
        let known = match c.heard.get(&(at, who.clone())) {
            Some(k) => *k,
            None => {
                let k = c.net.points.len();
                c.net.points.push(format!("{} known to {who}", name(what)));
                c.net.require(at, k, Some(*minutes), None, said);
                c.heard.insert((at, who.clone()), k);
                k
            }
        };
        c.net.require(known, act, Some(0), None, source);
    }
}

/// What nobody has to react to: an actor's own act, and what the calendar says beforehand.
fn foreseen(m: &Model, what: &What, who: &str) -> bool {
    match what {
        What::Clause(no, Part::Begun | Part::Done) => {
            m.clause(*no).and_then(|c| c.duty.as_ref()).is_some_and(|d| d.who.iter().any(|w| w == who))
        }
        What::PhaseBegins(n) => match m.phases.get(n).map(|p| &p.begins) {
            Some(Some(crate::tree::Cond::All(v))) => v.iter().all(|e| !matches!(e.what, What::PhaseBegins(_)) && foreseen(m, &e.what, who)),
            _ => false,
        },
        What::Named(n) => m.declared.get(n).is_some_and(|d| matches!(d.at, Some(EventAt::Date(..) | EventAt::After(..)))),
        What::Date(..) | What::Day(_) | What::Open | What::Unknown(_) => true,
        _ => false,
    }
}

/// Actors that wait for an event with a clock running, and for whom no reaction time is written: they are
/// taken to act at once.
pub(crate) fn unsaid_reactions(m: &Model, order: &Order) -> std::collections::BTreeSet<String> {
    let mut out = std::collections::BTreeSet::new();
    for (cl, d) in m.duties().filter(|(_, d)| d.once() && !d.uppers.is_empty()) {
        if !happens(m, order, cl) {
            continue;
        }
        for who in d.who.iter().filter(|w| m.actors.contains_key(*w) && m.reactions.get(*w).is_none_or(|r| r.minutes.is_none())) {
            if d.when.iter().flatten().any(|e| !foreseen(m, &e.what, who)) {
                out.insert(who.clone());
            }
        }
    }
    out
}

fn anchor(m: &Model, c: &mut Clock, what: &What, phase: Option<u32>) -> (usize, i64) {
    if let What::Day(n) = what {
        // Day 1 is the day of its event, or of the phase's beginning.
        let base = match (&m.day_one, phase) {
            (Some(e), _) => e.what.clone(),
            (None, Some(p)) => What::PhaseBegins(p),
            (None, None) => What::Force,
        };
        let k = c.at(&base);
        return (k, n.max(&1) * 1440);
    }
    let k = c.at(what);
    (k, if matches!(what, What::Date(_, None)) { 1440 } else { 0 })
}

fn upper(m: &Model, c: &mut Clock, to: usize, b: &Bound, own: &[usize], phase: Option<u32>, source: &str) {
    let span = b.span_of.map(crate::tree::Span::minutes);
    if span == Some(None) {
        return; // open
    }
    let span = span.flatten().unwrap_or(0);
    match &b.anchor {
        Anchor::Event(e) => {
            if matches!(e.what, What::Open | What::Unknown(_) | What::Report | What::Notice | What::Receipt) {
                return;
            }
            let (k, extra) = anchor(m, c, &e.what, phase);
            c.net.require(k, to, None, Some(span + extra), source);
        }
        Anchor::Earlier(v) => {
            for e in v {
                let (k, extra) = anchor(m, c, &e.what, phase);
                c.net.require(k, to, None, Some(span + extra), source);
            }
        }
        Anchor::Later(v) => {
            let j = c.net.point(&format!("{source} later of"));
            for e in v {
                let (k, _) = anchor(m, c, &e.what, phase);
                c.net.require(k, j, Some(0), None, source);
            }
            c.net.require(j, to, None, Some(span), source);
        }
        Anchor::Before(e) => {
            let (k, _) = anchor(m, c, &e.what, phase);
            c.net.require(to, k, Some(span), None, source);
        }
        Anchor::Own => {
            if let [k] = own {
                c.net.require(*k, to, None, Some(span), source);
            } else if !own.is_empty() {
                let j = c.net.point(&format!("{source} ready"));
                for k in own {
                    c.net.require(*k, j, Some(0), None, source);
                }
                c.net.require(j, to, None, Some(span), source);
            } else if let Some(p) = phase {
                let k = c.at(&What::PhaseBegins(p));
                c.net.require(k, to, None, Some(span), source);
            }
        }
    }
}

fn lower(m: &Model, c: &mut Clock, to: usize, b: &Bound, own: &[usize], phase: Option<u32>, source: &str) {
    let Some(span) = b.span_of.map_or(Some(0), crate::tree::Span::minutes) else { return };
    match &b.anchor {
        Anchor::Event(e) => {
            let (k, extra) = anchor(m, c, &e.what, phase);
            let extra = if matches!(e.what, What::Day(_)) { extra - 1440 } else { 0 };
            c.net.require(k, to, Some(span + extra), None, source);
        }
        Anchor::Own => {
            for k in own {
                c.net.require(*k, to, Some(span), None, source);
            }
        }
        _ => {}
    }
}

/// For one party: what others must do within a time of an event may take any of that time.
fn others(m: &Model, order: &Order, c: &mut Clock, party: &str) {
    let mut ends: std::collections::BTreeSet<usize> = c.net.links.iter().map(|l| l.to).collect();
    let mut own: BTreeMap<usize, (usize, i64, String)> = BTreeMap::new();
    for (cl, d) in m.duties() {
        if !happens(m, order, cl) || !d.once() || d.who.is_empty() || d.who.iter().any(|w| w == party) || d.uppers.len() != 1 {
            continue;
        }
        let b = &d.uppers[0];
        let Some(high) = minutes(b).filter(|h| *h > 0) else { continue };
        let from = match &b.anchor {
            Anchor::Event(e) if d.when.is_empty() || d.when.iter().flatten().all(|w| w.what == e.what) => &e.what,
            Anchor::Own if d.when.len() == 1 && d.when[0].len() == 1 => &d.when[0][0].what,
            _ => continue,
        };
        if matches!(from, What::Open | What::Unknown(_) | What::Report | What::Notice | What::Receipt | What::Day(_)) {
            continue;
        }
        let plain =
            !d.has(|t| matches!(t, Tail::Before(_) | Tail::OnDay(_) | Tail::InThe(_) | Tail::Lower(_) | Tail::EachPeriod(Unit::Day)));
        if !plain || m.processes.values().any(|p| p.each.as_deref().is_some_and(|l| d.list() == Some(l))) {
            continue;
        }
        let (a, done) = (c.at(from), c.at(&What::Clause(cl.no, Part::Done)));
        if a == done || !ends.insert(done) {
            continue;
        }
        own.insert(done, (a, high, cl.no.to_string()));
    }
    // A duty's own bound is what nature may use up; it is not required of it again.
    c.net.edges.retain(|e| ![e.to, e.from].iter().any(|p| own.get(p).is_some_and(|o| o.2 == e.source)));
    for (done, (a, high, source)) in own {
        c.net.contingent(a, done, 0, high, &source);
    }
}
