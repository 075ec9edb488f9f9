//! What follows of itself in a run: phases, derived events, remedies that the text makes automatic.

use super::{Life, Run};
use crate::calendar::{self, Offset, OffsetUnit};
use crate::tree::{Anchor, Body, Bound, Effect, EventAt, Part, What};
use std::sync::Arc;
use terms::time::Stamp;

impl Run {
    /// What follows of itself: phases, derived events, remedies that the text makes automatic.
    pub(super) fn derive(&mut self, at: Stamp) {
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
}
