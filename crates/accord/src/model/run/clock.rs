//! When something happened in a run, and when it falls due, on the text's calendar.

use super::Run;
use crate::calendar::{self, Offset, OffsetUnit};
use crate::model::{Clause, Duty};
use crate::tree::{Anchor, Bound, Cond, Count, EventAt, Tail, What};
use jiff::tz::TimeZone;
use terms::time::Stamp;

impl Run {
    pub(super) fn zone(&self) -> TimeZone {
        self.zone.clone()
    }

    pub(super) fn time(&self, w: &What, instance: Option<&str>) -> Option<Stamp> {
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
    pub(super) fn has(&self, w: &What, instance: Option<&str>) -> bool {
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

    pub(super) fn cond(&self, c: &Cond) -> bool {
        match c {
            Cond::All(v) => v.iter().all(|e| self.has(&e.what, None)),
            Cond::Any(v) => v.iter().any(|e| self.has(&e.what, None)),
        }
    }

    pub(super) fn bound(&self, c: &Clause, d: &Duty, b: &Bound, instance: Option<&str>) -> Option<Stamp> {
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
    pub(super) fn deadline(&self, c: &Clause, instance: Option<&str>) -> Option<Stamp> {
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
}
