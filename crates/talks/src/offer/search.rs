//! The search for the least match, over plain numbers.
//!
//! A branching search by growing size (IDA*: R. E. Korf, "Depth-first iterative-deepening",
//! Artificial Intelligence 27, 1985). A set of offers grows from its
//! first offer: take a condition that nothing in the set meets yet, and try each offer of another side
//! that would meet it. Every least match is found so, since a least match holds nothing that its first
//! offer does not lead to.

use std::collections::{BTreeMap, BTreeSet};

/// An option of an issue, both by their place on the shared list.
type Fact = (usize, usize);

/// An offer as the search sees it; its place in the list is its order.
#[derive(Debug)]
pub(super) struct Plan {
    /// The offering side.
    pub(super) side: usize,
    /// Its conditions.
    pub(super) needs: Vec<Fact>,
    /// Its commitments.
    pub(super) gives: Vec<Fact>,
}

/// A match: the offers in order, and what they settle by issue.
pub(super) struct Found {
    pub(super) plans: Vec<usize>,
    pub(super) settled: BTreeMap<usize, usize>,
}

/// Every match of one opening: the least, then the least of what remains, and so on.
pub(super) fn all(plans: &[Plan], steps: usize) -> Vec<Found> {
    let mut settled = BTreeMap::new();
    let mut open: BTreeSet<usize> = (0..plans.len()).collect();
    let mut out = Vec::new();
    loop {
        open.retain(|p| agrees(&plans[*p], &settled));
        let Some(found) = least(plans, &open, steps).0 else { return out };
        open.retain(|p| !found.plans.contains(p));
        settled.extend(&found.settled);
        out.push(found);
    }
}

/// The least match among the open offers, and how many sets were looked at.
fn least(plans: &[Plan], open: &BTreeSet<usize>, steps: usize) -> (Option<Found>, usize) {
    let open = supported(plans, open.clone());
    let mut suppliers: BTreeMap<Fact, Vec<usize>> = BTreeMap::new();
    for p in &open {
        for fact in &plans[*p].gives {
            suppliers.entry(*fact).or_default().push(*p);
        }
    }
    let most = open.iter().map(|p| plans[*p].gives.len()).max().unwrap_or(1);
    let issues = suppliers.keys().map(|(i, _)| i + 1).max().unwrap_or(0);
    let mut search =
        Search { plans, suppliers, most, issues, size: 0, first: 0, seen: BTreeSet::new(), next: Some(2), left: steps, best: None };
    while let Some(size) = search.next.take() {
        search.size = size;
        for first in &open {
            search.first = *first;
            search.seen.clear();
            let mut known = BTreeMap::new();
            if settle(&plans[*first], &mut known) {
                search.grow(&[*first], &known);
            }
        }
        if search.best.is_some() || search.left == 0 {
            break;
        }
    }
    (search.best.map(|(_, found)| found), steps - search.left)
}

/// Takes away, as long as there are any, offers with a condition that no other side's offer meets.
fn supported(plans: &[Plan], mut open: BTreeSet<usize>) -> BTreeSet<usize> {
    loop {
        let lost: Vec<usize> = open
            .iter()
            .copied()
            .filter(|p| {
                let plan = &plans[*p];
                !plan.needs.iter().all(|need| open.iter().any(|q| plans[*q].side != plan.side && plans[*q].gives.contains(need)))
            })
            .collect();
        if lost.is_empty() {
            return open;
        }
        for p in lost {
            open.remove(&p);
        }
    }
}

/// Whether an offer asks for and gives nothing that contradicts what is settled.
fn agrees(plan: &Plan, settled: &BTreeMap<usize, usize>) -> bool {
    plan.needs.iter().chain(&plan.gives).all(|(issue, option)| settled.get(issue).is_none_or(|o| o == option))
}

/// Adds what an offer needs and gives; false where it contradicts. A need counts as settled at once:
/// it must be met by a commitment to the same option.
fn settle(plan: &Plan, known: &mut BTreeMap<usize, usize>) -> bool {
    if !agrees(plan, known) {
        return false;
    }
    known.extend(plan.needs.iter().chain(&plan.gives).copied());
    true
}

/// What orders matches of one size: the settled option of each issue, none last; then the offers.
type Rank = (Vec<(usize, usize)>, Vec<usize>);

struct Search<'a> {
    plans: &'a [Plan],
    suppliers: BTreeMap<Fact, Vec<usize>>,
    /// The most commitments of one offer.
    most: usize,
    /// How many issues the offers speak of, counted by their place on the list.
    issues: usize,
    /// How many offers a match may have now.
    size: usize,
    /// The first offer of the sets that are grown now; earlier ones have had their turn.
    first: usize,
    seen: BTreeSet<Vec<usize>>,
    /// The least size that a set would have needed which was left alone for being too large.
    next: Option<usize>,
    left: usize,
    best: Option<(Rank, Found)>,
}

impl Search<'_> {
    /// Grows a set, given in order, with all that its offers need and give.
    fn grow(&mut self, set: &[usize], known: &BTreeMap<usize, usize>) {
        if self.left == 0 || !self.seen.insert(set.to_vec()) {
            return;
        }
        self.left -= 1;
        // For each commitment of the set: a side that makes it, and whether another does too.
        let mut given: BTreeMap<Fact, (usize, bool)> = BTreeMap::new();
        for plan in set.iter().map(|p| &self.plans[*p]) {
            for fact in &plan.gives {
                given.entry(*fact).and_modify(|(side, two)| *two |= *side != plan.side).or_insert((plan.side, false));
            }
        }
        let mut unmet: BTreeSet<(Fact, usize)> = BTreeSet::new();
        for plan in set.iter().map(|p| &self.plans[*p]) {
            let met = |need: &Fact| given.get(need).is_some_and(|(side, two)| *two || *side != plan.side);
            unmet.extend(plan.needs.iter().filter(|n| !met(n)).map(|n| (*n, plan.side)));
        }
        let mut fewest: Option<Vec<usize>> = None;
        for (need, side) in &unmet {
            let meets = |q: &usize| *q > self.first && self.plans[*q].side != *side && agrees(&self.plans[*q], known);
            let can: Vec<usize> = self.suppliers.get(need).into_iter().flatten().copied().filter(meets).collect();
            if can.is_empty() {
                return;
            }
            if fewest.as_ref().is_none_or(|f| can.len() < f.len()) {
                fewest = Some(can);
            }
        }
        let Some(can) = fewest else {
            self.take(set);
            return;
        };
        let facts = unmet.iter().map(|(fact, _)| fact).collect::<BTreeSet<_>>().len();
        let needed = set.len() + facts.div_ceil(self.most);
        if needed > self.size {
            self.next = Some(self.next.map_or(needed, |n| n.min(needed)));
            return;
        }
        for q in can {
            let mut known = known.clone();
            if settle(&self.plans[q], &mut known) {
                let mut larger = set.to_vec();
                larger.insert(larger.partition_point(|p| *p < q), q);
                self.grow(&larger, &known);
            }
        }
    }

    /// Keeps a match if it is less than the best so far.
    fn take(&mut self, set: &[usize]) {
        let settled: BTreeMap<usize, usize> = set.iter().flat_map(|p| self.plans[*p].gives.iter().copied()).collect();
        let by_issue = (0..self.issues).map(|i| settled.get(&i).map_or((1, 0), |o| (0, *o))).collect();
        let rank = (by_issue, set.to_vec());
        if self.best.as_ref().is_none_or(|(best, _)| rank < *best) {
            self.best = Some((rank, Found { plans: set.to_vec(), settled }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::strategy::ValueTree;
    use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

    /// Three sides, each with one offer on each of twelve issues: as many as may be live at once.
    fn full(needs: usize, options: usize) -> impl Strategy<Value = Vec<Plan>> {
        let one = move |side: usize, issue: usize| {
            (0..options, proptest::collection::vec((0_usize..12, 0..options), 1..=needs)).prop_map(move |(option, mut needs)| {
                needs.retain(|(i, _)| *i != issue);
                if needs.is_empty() {
                    needs.push(((issue + 1) % 12, 0));
                }
                needs.sort_unstable();
                needs.dedup_by_key(|(i, _)| *i);
                Plan { side, needs, gives: vec![(issue, option)] }
            })
        };
        (0..3_usize).flat_map(|side| (0..12_usize).map(move |issue| (side, issue))).map(|(s, i)| one(s, i)).collect::<Vec<_>>()
    }

    #[test]
    fn twelve_issues_between_three_sides_stay_far_within_the_bound() {
        let mut worst = 0;
        for (needs, options) in [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2), (4, 1), (5, 1), (5, 2), (8, 1), (11, 1)] {
            let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
            let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
            for _ in 0..if needs > 5 { 3 } else { 20 } {
                let plans = full(needs, options).new_tree(&mut runner).expect("offers are made").current();
                let steps = least(&plans, &(0..plans.len()).collect(), super::super::STEPS).1;
                worst = worst.max(steps);
            }
        }
        assert!(worst * 4 < super::super::STEPS, "the hardest took {worst}");
    }
}
