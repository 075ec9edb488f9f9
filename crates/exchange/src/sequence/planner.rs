//! The safest order: whether one exists, the least guarantees, the order of least peak exposure.
//!
//! Preference, in this order: safe; then the least guarantee (the least sum, then the least of the
//! greater); then the least peak exposure of either side. Handovers are then kept few by moving
//! together what one side gives in a row, which never makes a safe order unsafe; that their number
//! is the least is not claimed.

use super::reach::{Limits, Reached, Space};
use super::{Class, Exchange, Fault, Side, Step};
use serde::{Deserialize, Serialize};
use std::cell::Cell;

/// Whether an order is safe with the guarantees given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// A safe order exists and is given.
    Safe,
    /// Proven: none exists.
    None,
    /// Too large to search whole, and the bounds do not decide.
    Open,
}

/// One step of a plan and how both sides stand after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stand {
    /// What moves; nothing in the first stand, before any step.
    pub step: Step,
    /// Both sides' items as one step.
    pub joint: bool,
    /// What completing is still worth to each side.
    pub rest: [i64; 2],
    /// What each side gains by walking away now, guarantees not counted: 0 where it would lose.
    pub temptation: [i64; 2],
    /// How much each side is beyond its guarantee: below 0 it is safe to trust by its own interest.
    pub over: [i64; 2],
    /// What each side has given beyond what it received.
    pub exposure: [i64; 2],
    /// What each side has given that cannot be undone, at cost.
    pub for_good: [i64; 2],
}

/// How far the opinion of one class may err, it alone, before the order is unsafe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slack {
    /// The class, by place.
    pub class: usize,
    /// The least value to the receiver with which the order stays safe; `None`: any, 0 included.
    pub value_from: Option<i64>,
    /// The greatest cost to the giver; `None`: nothing more moves after it is at stake.
    pub cost_to: Option<i64>,
}

/// An order, and what it asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The guarantees that the order needs and was sought with.
    pub guarantee: [i64; 2],
    /// How both stand before the first step and after each.
    pub stands: Vec<Stand>,
    /// The greatest exposure of either side.
    pub peak: i64,
    /// Whether no safe order at these guarantees has a lower peak.
    pub peak_is_least: bool,
    /// Steps in which something is handed over.
    pub handovers: usize,
    /// How far each opinion may err.
    pub slack: Vec<Slack>,
}

/// The last single item of all must be given by someone who gains nothing more: its cost has to be
/// guaranteed, unless it moves in a joint step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastMover {
    /// Who it is.
    pub side: Side,
    /// The last class to move.
    pub class: usize,
    /// What it needs.
    pub cost: i64,
}

/// Everything that is known about an exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Whether a safe order exists at the guarantees given.
    pub verdict: Verdict,
    /// Whether every state was searched; otherwise `frontier` holds guarantees that are enough and
    /// `beneath` guarantees below which nothing is.
    pub exact: bool,
    /// How many states the exchange has, as text, since it may be more than any number type holds.
    pub states: String,
    /// Least pairs of guarantees with which a safe order exists, by rising first.
    pub frontier: Vec<[i64; 2]>,
    /// Whether the frontier is whole.
    pub frontier_whole: bool,
    /// Only where not exact: pairs such that no order is safe with less than one of them.
    pub beneath: Vec<[i64; 2]>,
    /// The order: at the guarantees given where it is safe, else at the least sum that would be.
    pub plan: Option<Plan>,
    /// Who moves last in it, and what that needs.
    pub last: Option<LastMover>,
    /// Everything as one joint step, to set beside the plan.
    pub all_at_once: AllAtOnce,
}

/// Everything of both sides as one joint step under a verifier. Nobody is ever exposed; all rests
/// on the verifier's being able to carry it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllAtOnce {
    /// Whether both gain by it, or lose no more than their guarantees.
    pub safe: bool,
    /// How many items of each side the one step has to carry.
    pub items: [u64; 2],
    /// What each side gives in it, at cost: what is lost if the step fails half-way.
    pub at_stake: [i64; 2],
}

/// How much searching is allowed for the frontier: rows times moves, all searches together.
const FRONTIER_WORK: u64 = 3_000_000_000;
/// The most points of the frontier that are listed.
const FRONTIER_POINTS: usize = 64;
/// Rows of a coarser space.
const COARSE_ROWS: u128 = 500_000;

/// Plans an exchange.
///
/// # Errors
/// When the exchange cannot be planned as given; see [`Exchange::check`].
pub fn plan(exchange: &Exchange) -> Result<Answer, Fault> {
    exchange.check()?;
    let worst = exchange.at_worst();
    let whole = Space::new(exchange, &worst);
    let all_at_once = {
        let counts: Vec<u32> = exchange.classes.iter().map(|_| 0).collect();
        let rest = rest_of(exchange, &worst, &counts);
        let of = |s: Side| exchange.classes.iter().zip(&worst).filter(move |(c, _)| c.giver == s);
        AllAtOnce {
            safe: Side::BOTH.iter().all(|s| rest[s.index()] >= -exchange.guarantee[s.index()]),
            items: Side::BOTH.map(|s| of(s).map(|(c, _)| u64::from(c.count)).sum()),
            at_stake: Side::BOTH.map(|s| of(s).map(|(c, (cost, _))| cost * i64::from(c.count)).sum()),
        }
    };
    let states = exchange.classes.iter().map(|c| u128::from(c.count) + 1).try_fold(1u128, u128::checked_mul);
    let states = states.map_or_else(|| "more than 2^128".to_owned(), |n| n.to_string());
    let mut answer = Answer {
        verdict: Verdict::Open,
        exact: whole.is_some(),
        states,
        frontier: Vec::new(),
        frontier_whole: false,
        beneath: Vec::new(),
        plan: None,
        last: None,
        all_at_once,
    };
    if exchange.classes.is_empty() {
        return Ok(Answer { verdict: Verdict::Safe, exact: true, frontier: vec![[0, 0]], frontier_whole: true, ..answer });
    }
    let spread: Vec<Vec<usize>>;
    let mut coarse_exchange = None;
    let space = match whole {
        Some(space) => {
            spread = (0..exchange.classes.len()).map(|i| vec![i]).collect();
            Some(space)
        }
        None => match coarser(exchange) {
            Some((coarse, groups)) => {
                let space = Space::new(&coarse, &coarse.at_worst());
                if let Some(best) = Space::new(&coarse, &coarse.at_best()) {
                    let (beneath, complete) = frontier(&best, &coarse);
                    // Below an incomplete frontier nothing is proven but at its ends.
                    answer.beneath = if complete { beneath } else { Vec::new() };
                    let given = Limits { guarantee: exchange.guarantee, exposure: [None; 2] };
                    if best.reach(&given).is_none() {
                        answer.verdict = Verdict::None;
                    }
                }
                coarse_exchange = Some(coarse);
                spread = groups;
                space
            }
            None => {
                spread = Vec::new();
                None
            }
        },
    };
    let Some(space) = space else { return Ok(answer) };
    let used = coarse_exchange.as_ref().unwrap_or(exchange);
    let (points, complete) = frontier(&space, used);
    answer.frontier_whole = complete && answer.exact;
    answer.frontier = points;
    let given = Limits { guarantee: exchange.guarantee, exposure: [None; 2] };
    let safe = space.reach(&given).is_some();
    if safe {
        answer.verdict = Verdict::Safe;
    } else if answer.exact {
        answer.verdict = Verdict::None;
    }
    let sum = |p: &[i64; 2]| (p[0] + p[1], p[0].max(p[1]), p[0]);
    let within = |p: &&[i64; 2]| !safe || (p[0] <= exchange.guarantee[0] && p[1] <= exchange.guarantee[1]);
    let guarantee = answer.frontier.iter().filter(within).min_by_key(|p| sum(p)).copied().unwrap_or(exchange.guarantee);
    let (reached, least) = least_peak(&space, guarantee);
    if let Some(reached) = reached {
        let way = space.way(&reached);
        let way = spread_out(exchange, &way, &spread);
        let plan = stands(exchange, &worst, &way, guarantee, least && answer.exact);
        answer.last = plan.stands.last().and_then(|s| match s.step.moves.as_slice() {
            [(class, _)] => Some(LastMover { side: exchange.classes[*class].giver, class: *class, cost: worst[*class].0 }),
            _ => None,
        });
        answer.plan = Some(plan);
    }
    Ok(answer)
}

fn rest_of(exchange: &Exchange, worth: &[(i64, i64)], counts: &[u32]) -> [i64; 2] {
    let mut r = [0i64; 2];
    for (c, ((cost, value), n)) in exchange.classes.iter().zip(worth.iter().zip(counts)) {
        let owed = i64::from(c.count - n);
        r[c.giver.index()] -= cost * owed;
        r[c.giver.other().index()] += value * owed;
    }
    r
}

/// The least number in `0..=most` that `holds`; `None` when not even `most` does. `holds` never
/// turns false again.
fn least(most: i64, mut holds: impl FnMut(i64) -> bool) -> Option<i64> {
    if !holds(most) {
        return None;
    }
    let (mut low, mut high) = (-1, most);
    while high - low > 1 {
        let mid = low + (high - low) / 2;
        if holds(mid) { high = mid } else { low = mid }
    }
    Some(high)
}

/// The least pairs of guarantees, and whether they are all of them.
fn frontier(space: &Space, exchange: &Exchange) -> (Vec<[i64; 2]>, bool) {
    let most: i64 = exchange.classes.iter().map(|c| c.cost.high * i64::from(c.count)).sum();
    let spent = Cell::new(0u64);
    let reach = |a: i64, b: i64| {
        spent.set(spent.get().saturating_add(space.effort()));
        space.reach(&Limits { guarantee: [a, b], exposure: [None; 2] }).is_some()
    };
    let mut points = Vec::new();
    let Some(mut a) = least(most, |a| reach(a, most)) else { return (points, true) };
    let Some(floor) = least(most, |b| reach(most, b)) else { return (points, true) };
    let Some(mut b) = least(most, |b| reach(a, b)) else { return (points, true) };
    loop {
        points.push([a, b]);
        if b <= floor {
            return (points, true);
        }
        // The next point is mostly near: look in strides that double.
        let mut stride = 1;
        while a + stride < most && !reach(a + stride, b - 1) {
            stride *= 2;
        }
        let from = a + stride / 2 + i64::from(stride == 1);
        match least((a + stride).min(most) - from, |x| reach(from + x, b - 1)) {
            Some(x) => a = from + x,
            None => return (points, true),
        }
        let before = b - 1;
        let mut stride = 1;
        while before - stride > floor && reach(a, before - stride) {
            stride *= 2;
        }
        let to = (before - stride).max(floor);
        match least(before - to, |x| reach(a, to + x)) {
            Some(x) => b = to + x,
            None => return (points, true),
        }
        if points.len() >= FRONTIER_POINTS || spent.get() >= FRONTIER_WORK {
            return (points, false);
        }
    }
}

/// The reached states at the least peak exposure, and whether it is proven the least.
fn least_peak(space: &Space, guarantee: [i64; 2]) -> (Option<Reached>, bool) {
    let limits = |e: Option<i64>| Limits { guarantee, exposure: [e; 2] };
    let Some(any) = space.reach(&limits(None)) else { return (None, false) };
    let most = space.greatest();
    match least(most, |e| space.reach(&limits(Some(e))).is_some()) {
        Some(e) => (space.reach(&limits(Some(e))), true),
        None => (Some(any), false),
    }
}

/// Steps over groups of classes become steps over classes, the members of a group one after another.
fn spread_out(exchange: &Exchange, way: &[Vec<(usize, u32)>], groups: &[Vec<usize>]) -> Vec<Vec<(usize, u32)>> {
    let mut left: Vec<u32> = exchange.classes.iter().map(|c| c.count).collect();
    way.iter()
        .map(|moves| {
            let mut out: Vec<(usize, u32)> = Vec::new();
            for (group, n) in moves {
                let mut n = *n;
                for k in &groups[*group] {
                    let take = n.min(left[*k]);
                    if take > 0 {
                        left[*k] -= take;
                        n -= take;
                        out.push((*k, take));
                    }
                }
            }
            out.sort_unstable();
            out
        })
        .collect()
}

/// Puts together what one side gives in a row, and says how both stand after each step.
fn stands(exchange: &Exchange, worth: &[(i64, i64)], way: &[Vec<(usize, u32)>], guarantee: [i64; 2], least: bool) -> Plan {
    let sides = |moves: &[(usize, u32)]| {
        let mut s = [false; 2];
        moves.iter().for_each(|(k, _)| s[exchange.classes[*k].giver.index()] = true);
        s
    };
    let mut steps: Vec<Vec<(usize, u32)>> = Vec::new();
    for moves in way {
        let now = sides(moves);
        match steps.last_mut() {
            Some(last) if now != [true, true] && sides(last) == now => {
                for (k, n) in moves {
                    match last.iter_mut().find(|(c, _)| c == k) {
                        Some((_, m)) => *m += n,
                        None => last.push((*k, *n)),
                    }
                }
                last.sort_unstable();
            }
            _ => steps.push(moves.clone()),
        }
    }
    let mut counts = vec![0u32; exchange.classes.len()];
    let mut out = vec![stand(exchange, worth, &counts, Vec::new(), guarantee, false)];
    let mut slack: Vec<Slack> = (0..counts.len()).map(|class| Slack { class, value_from: None, cost_to: None }).collect();
    see_slack(exchange, worth, &counts, guarantee, &mut slack);
    for moves in steps {
        moves.iter().for_each(|(k, n)| counts[*k] += n);
        let joint = sides(&moves) == [true, true];
        out.push(stand(exchange, worth, &counts, moves, guarantee, joint));
        see_slack(exchange, worth, &counts, guarantee, &mut slack);
    }
    let peak = out.iter().flat_map(|s| s.exposure).max().unwrap_or(0);
    Plan { guarantee, handovers: out.len() - 1, peak, peak_is_least: least, stands: out, slack }
}

fn stand(exchange: &Exchange, worth: &[(i64, i64)], counts: &[u32], moves: Vec<(usize, u32)>, guarantee: [i64; 2], joint: bool) -> Stand {
    let rest = rest_of(exchange, worth, counts);
    let mut given = [0i64; 2];
    let mut received = [0i64; 2];
    let mut for_good = [0i64; 2];
    for (c, ((cost, value), n)) in exchange.classes.iter().zip(worth.iter().zip(counts)) {
        let n = i64::from(*n);
        given[c.giver.index()] += cost * n;
        received[c.giver.other().index()] += value * n;
        if !c.can_be_undone {
            for_good[c.giver.index()] += cost * n;
        }
    }
    Stand {
        step: Step { moves },
        joint,
        rest,
        temptation: rest.map(|r| (-r).max(0)),
        over: std::array::from_fn(|s| -rest[s] - guarantee[s]),
        exposure: std::array::from_fn(|s| (given[s] - received[s]).max(0)),
        for_good,
    }
}

fn see_slack(exchange: &Exchange, worth: &[(i64, i64)], counts: &[u32], guarantee: [i64; 2], slack: &mut [Slack]) {
    let rest = rest_of(exchange, worth, counts);
    for (k, c) in exchange.classes.iter().enumerate() {
        let owed = i64::from(c.count - counts[k]);
        if owed == 0 {
            continue;
        }
        let (g, r) = (c.giver.index(), c.giver.other().index());
        let down = (rest[r] + guarantee[r]).div_euclid(owed);
        let up = (rest[g] + guarantee[g]).div_euclid(owed);
        let from = worth[k].1 - down;
        if from > 0 {
            slack[k].value_from = Some(slack[k].value_from.map_or(from, |f| f.max(from)));
        }
        slack[k].cost_to = Some(slack[k].cost_to.map_or(worth[k].0 + up, |t| t.min(worth[k].0 + up)));
    }
}

/// The same exchange with like classes taken together, few enough to search: within a group the
/// worst and the best worths bound every member's. `None` when waiting classes alone are too many.
fn coarser(exchange: &Exchange) -> Option<(Exchange, Vec<Vec<usize>>)> {
    let waits: Vec<bool> = (0..exchange.classes.len())
        .map(|i| !exchange.classes[i].after.is_empty() || exchange.classes.iter().any(|c| c.after.contains(&i)))
        .collect();
    for groups_a_side in (1..=64usize).rev() {
        let mut groups: Vec<Vec<usize>> = (0..waits.len()).filter(|i| waits[*i]).map(|i| vec![i]).collect();
        for s in Side::BOTH {
            let mut free: Vec<usize> = (0..waits.len()).filter(|i| !waits[*i] && exchange.classes[*i].giver == s).collect();
            free.sort_by_key(|i| (exchange.classes[*i].cost.high, exchange.classes[*i].value.low, *i));
            let size = free.len().div_ceil(groups_a_side).max(1);
            groups.extend(free.chunks(size).map(<[usize]>::to_vec));
        }
        let place = |i: usize| groups.iter().position(|g| g.contains(&i)).unwrap_or(0);
        let classes: Vec<Class> = groups
            .iter()
            .map(|g| {
                let of = || g.iter().map(|i| &exchange.classes[*i]);
                let span = |low: fn(&Class) -> i64, high: fn(&Class) -> i64| super::Range {
                    low: of().map(low).min().unwrap_or(0),
                    high: of().map(high).max().unwrap_or(0),
                };
                Class {
                    name: String::new(),
                    giver: exchange.classes[g[0]].giver,
                    count: of().map(|c| c.count).fold(0, u32::saturating_add),
                    cost: span(|c| c.cost.low, |c| c.cost.high),
                    value: span(|c| c.value.low, |c| c.value.high),
                    can_be_undone: false,
                    after: exchange.classes[g[0]].after.iter().map(|p| place(*p)).collect(),
                }
            })
            .collect();
        let most = classes.iter().map(|c| u128::from(c.count) + 1).max().unwrap_or(1);
        let rows = classes.iter().map(|c| u128::from(c.count) + 1).try_fold(1u128, u128::checked_mul);
        if rows.is_some_and(|r| r / most <= COARSE_ROWS) {
            let coarse = Exchange { classes, ..exchange.clone() };
            if Space::new(&coarse, &coarse.at_worst()).is_some() {
                return Some((coarse, groups));
            }
        }
    }
    None
}
