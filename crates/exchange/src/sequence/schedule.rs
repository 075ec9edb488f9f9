//! The steps of a plan on days: within what can be moved a day, against the agreement's clock.

use super::{Exchange, Side, Step};
use serde::{Deserialize, Serialize};

/// What can be moved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capacity {
    /// Items a day of each side; none: no limit.
    pub items: [Option<u32>; 2],
    /// Handovers a day, of both sides together.
    pub handovers: Option<u32>,
    /// Days that the agreement gives.
    pub days: Option<u32>,
}

/// What moves on one day in one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// The day, from 1.
    pub day: u32,
    /// The step of the plan, from 0, that it is of; a large step takes several days.
    pub step: usize,
    /// What moves.
    pub moves: Step,
}

/// The steps on days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// In order.
    pub batches: Vec<Batch>,
    /// The last day.
    pub days: u32,
    /// Whether the clock allows it.
    pub in_time: bool,
    /// A joint step that is more than a day can carry, which cannot be split without losing what
    /// makes it safe.
    pub too_large: Option<usize>,
}

/// Puts steps on days: as early as capacity allows, in order, splitting what one side gives.
#[must_use]
pub fn schedule(exchange: &Exchange, steps: &[Step], capacity: &Capacity) -> Schedule {
    let fresh = capacity.items.map(|c| c.unwrap_or(u32::MAX));
    let mut left = fresh;
    let mut handovers = capacity.handovers.unwrap_or(u32::MAX);
    let mut out = Schedule { batches: Vec::new(), days: u32::from(!steps.is_empty()), in_time: true, too_large: None };
    let side = |k: usize| exchange.classes[k].giver.index();
    for (at, step) in steps.iter().enumerate() {
        let total = |s: Side| step.moves.iter().filter(|(k, _)| side(*k) == s.index()).map(|(_, n)| *n).fold(0, u32::saturating_add);
        let joint = Side::BOTH.iter().all(|s| total(*s) > 0);
        let mut owed = step.moves.clone();
        if joint {
            if Side::BOTH.iter().any(|s| total(*s) > fresh[s.index()]) {
                out.too_large = out.too_large.or(Some(at));
            } else if handovers == 0 || Side::BOTH.iter().any(|s| total(*s) > left[s.index()]) {
                out.days += 1;
                left = fresh;
                handovers = capacity.handovers.unwrap_or(u32::MAX);
            }
            Side::BOTH.iter().for_each(|s| left[s.index()] = left[s.index()].saturating_sub(total(*s)));
            handovers = handovers.saturating_sub(1);
            out.batches.push(Batch { day: out.days, step: at, moves: Step { moves: owed } });
            continue;
        }
        while owed.iter().any(|(_, n)| *n > 0) {
            let s = side(owed[0].0);
            if left[s] == 0 || handovers == 0 {
                if fresh[s] == 0 || capacity.handovers == Some(0) {
                    out.too_large = out.too_large.or(Some(at));
                    break;
                }
                out.days += 1;
                left = fresh;
                handovers = capacity.handovers.unwrap_or(u32::MAX);
            }
            let mut moves = Vec::new();
            for (k, n) in &mut owed {
                let take = (*n).min(left[s]);
                if take > 0 {
                    moves.push((*k, take));
                    *n -= take;
                    left[s] -= take;
                }
            }
            handovers -= 1;
            out.batches.push(Batch { day: out.days, step: at, moves: Step { moves } });
        }
    }
    out.in_time = out.too_large.is_none() && capacity.days.is_none_or(|d| out.days <= d);
    out
}
