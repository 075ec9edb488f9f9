//! What a board asks of a run beside the lives: when the parts of an act happened, and by which clock it is due.

use super::{Run, Step};
use crate::calendar::{self, Offset, OffsetUnit};
use crate::model::view::Clock;
use crate::model::{Clause, Duty, event_name};
use crate::tree::{Anchor, Bound, ClauseNo, Part, Tail, Unit, What};
use terms::time::Stamp;

fn offset(s: crate::tree::Span) -> (Option<i64>, &'static str) {
    (s.n.value(), unit_word(s.unit))
}

/// The events from which a bound counts.
fn anchors(c: &Clause, d: &Duty, b: &Bound) -> Vec<What> {
    match &b.anchor {
        Anchor::Event(e) | Anchor::Before(e) => vec![e.what.clone()],
        Anchor::Later(v) | Anchor::Earlier(v) => v.iter().map(|e| e.what.clone()).collect(),
        Anchor::Own => match d.when.first() {
            Some(all) => all.iter().map(|e| e.what.clone()).collect(),
            None => c.phase.map(What::PhaseBegins).into_iter().collect(),
        },
    }
}

fn unit_word(u: Unit) -> &'static str {
    match u {
        Unit::Minute => "minute",
        Unit::Hour => "hour",
        Unit::Day => "day",
        Unit::Week => "week",
        Unit::Month => "month",
        Unit::Year => "year",
        Unit::Open => "open",
    }
}

impl Run {
    /// When a part of a clause's act happened, as far as the run was told.
    #[must_use]
    pub fn happened(&self, clause: ClauseNo, step: Step, instance: Option<&str>) -> Option<Stamp> {
        let part = match step {
            Step::Begun => Part::Begun,
            Step::Done => Part::Done,
            Step::Reported => Part::Reported,
            Step::Verified => Part::Verified,
            Step::Breached => Part::Breached,
        };
        match instance {
            Some(i) => self.each.get(&(What::Clause(clause, part), i.to_owned())).copied(),
            None => self.happened.get(&What::Clause(clause, part)).copied(),
        }
    }

    /// The clause's deadline and what it is made of; none where nothing in the text bounds it.
    #[must_use]
    pub fn clock(&self, clause: ClauseNo, instance: Option<&str>) -> Option<Clock> {
        let m = &self.model;
        let c = m.clause(clause)?;
        let d = c.duty.as_ref()?;
        // Each bound with when it falls due, what it counts from, and how much is added.
        type Bounding = (Option<Stamp>, Vec<What>, Option<(Option<i64>, &'static str)>);
        let mut all: Vec<Bounding> =
            d.uppers.iter().map(|b| (self.bound(c, d, b, instance), anchors(c, d, b), b.span_of.map(offset))).collect();
        for t in &d.tails {
            if let Tail::OnDay(e) = t {
                let end = self.time(&e.what, instance).and_then(|x| calendar::end_of(calendar::date_of(x, &self.zone())?, &self.zone()));
                all.push((end, vec![e.what.clone()], None));
            }
        }
        if let Some(n) = c.phase.filter(|_| d.once())
            && let Some(s) = m.phases.get(&n).and_then(|p| p.lasts)
        {
            let begun = self.time(&What::PhaseBegins(n), None);
            let end = begun
                .and_then(|at| calendar::due(at, Offset { n: s.n.value()?, unit: OffsetUnit::of(s.unit)? }, m.counting(), &self.zone()));
            all.push((end, vec![What::PhaseBegins(n)], Some(offset(s))));
        }
        let met = d.when.is_empty() || d.when.iter().any(|alt| alt.iter().all(|e| self.has(&e.what, instance)));
        let (due, whats, offset) = if met {
            let last = d.has(|t| matches!(t, Tail::Last));
            let known = all.iter().enumerate().filter(|(_, b)| b.0.is_some());
            let at = if last { known.max_by_key(|(_, b)| b.0) } else { known.min_by_key(|(_, b)| b.0) }.map_or(0, |(i, _)| i);
            let (_, whats, offset) = all.into_iter().nth(at)?;
            (self.deadline(c, instance), whats, offset)
        } else {
            // Its own clock does not run while it waits; the phase's end stands behind it.
            let (_, whats, offset) = all.into_iter().next()?;
            (None, whats, offset)
        };
        Some(Clock {
            due,
            anchored: whats.iter().map(|w| self.time(w, instance)).collect(),
            anchors: whats.iter().map(event_name).collect(),
            offset,
            counting: m.count.flatten(),
            zone: m.zone().map(str::to_owned),
            extended: self.extra.get(&clause).copied().unwrap_or(0),
        })
    }
}
