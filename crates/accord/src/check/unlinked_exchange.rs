//! Two sides' main acts that nothing ties together.

use super::{Check, Cx, Family, Severity, info, mentions};
use crate::tree::{Body, ClauseNo, What};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const CHECK: Check = Check {
    info: info(
        "unlinked-exchange",
        Family::Order,
        Severity::Note,
        "In one phase, the acts of one side and those of another share no condition, ratio or clock in either direction.",
        "What was meant as an exchange is two gifts; each side can keep what it got.",
        "1.1 Delta shall release captives, within 9 days of acceptance. 1.2 Upland shall leave Mill, within 9 days of signing.",
    ),
    pairs: true,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let parties: Vec<String> = cx.m.parties().into_iter().map(str::to_owned).collect();
    type Sides<'m> = BTreeMap<&'m str, Vec<(ClauseNo, usize)>>;
    let mut by_phase: BTreeMap<Option<u32>, Sides<'_>> = BTreeMap::new();
    for (c, d) in cx.m.duties() {
        if d.once() && d.who.len() == 1 && !d.act.passive && crate::lexicon::irreversible(&d.act) | crate::lexicon::leaves(&d.act) {
            by_phase.entry(c.phase).or_default().entry(d.who[0].as_str()).or_default().push((c.no, c.sentence));
        }
    }
    // What ties two clauses: a mention in either, a ratio, batches, a common condition or anchor of acts.
    let mut ties: BTreeSet<(ClauseNo, ClauseNo)> = BTreeSet::new();
    let mut shared: BTreeMap<What, Vec<ClauseNo>> = BTreeMap::new();
    for (c, d) in cx.m.duties() {
        for e in mentions(d) {
            match &e.what {
                What::Clause(n, _) => {
                    ties.insert((c.no, *n));
                }
                // One clock started by one event ties both acts to it.
                What::Named(_) | What::Count { .. } => shared.entry(e.what.clone()).or_default().push(c.no),
                _ => {}
            }
        }
    }
    for list in shared.values() {
        ties.extend(list.iter().skip(1).map(|b| (list[0], *b)));
    }
    for c in &cx.m.clauses {
        match &c.body {
            Body::Batches { clause, of } => {
                ties.insert((*clause, *of));
            }
            Body::Ratio { each_list, of, .. } => {
                let about = |l: &Option<String>| -> Vec<ClauseNo> {
                    cx.m.duties().filter(|(_, d)| l.is_some() && (d.list() == l.as_deref() || d.list().is_some_and(|x| part_of(cx, l.as_deref().unwrap_or(""), x)))).map(|(c, _)| c.no).collect()
                };
                for a in about(each_list) {
                    for b in about(of) {
                        ties.insert((a, b));
                    }
                }
            }
            Body::MaySuspend { clauses, cond, .. } => {
                for e in cond.events() {
                    if let What::Clause(n, _) = e.what {
                        ties.extend(clauses.iter().map(|c| (*c, n)));
                    }
                }
            }
            Body::Cure { of, effect: crate::tree::Effect::Suspend(list, _), .. } => ties.extend(list.iter().map(|c| (*c, *of))),
            _ => {}
        }
    }
    let mut reach: BTreeMap<ClauseNo, BTreeSet<ClauseNo>> = BTreeMap::new();
    for (a, b) in &ties {
        reach.entry(*a).or_default().insert(*b);
        reach.entry(*b).or_default().insert(*a);
    }
    // Clauses that are tied, directly or not, have one colour.
    let mut colour: BTreeMap<ClauseNo, usize> = BTreeMap::new();
    for (k, start) in reach.keys().enumerate() {
        let mut stack = vec![*start];
        while let Some(x) = stack.pop() {
            if let std::collections::btree_map::Entry::Vacant(e) = colour.entry(x) {
                e.insert(k);
                stack.extend(reach.get(&x).into_iter().flatten());
            }
        }
    }
    let tied = |a: ClauseNo, b: ClauseNo| a == b || colour.get(&a).is_some_and(|x| colour.get(&b) == Some(x));
    let mut told = Vec::new();
    for sides in by_phase.values() {
        for (i, p) in parties.iter().enumerate() {
            for q in &parties[i + 1..] {
                let (Some(a), Some(b)) = (sides.get(p.as_str()), sides.get(q.as_str())) else { continue };
                if a.iter().all(|x| b.iter().all(|y| !tied(x.0, y.0))) {
                    told.push((vec![a[0].1, b[0].1], p.clone(), q.clone()));
                }
            }
        }
    }
    for (at, p, q) in told {
        cx.tell(&at).name("who", p).name("whom", q).way("link-acts").way("add-ratio");
    }
}

fn part_of(cx: &Cx<'_>, list: &str, of: &str) -> bool {
    cx.m.lists.get(list).is_some_and(|l| l.part_of.iter().any(|p| p.0 == of))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    const SIGN: &str = "Event \"signing\" is reported by Aru.\n";

    #[test]
    fn two_acts_that_nothing_ties() {
        one("unlinked-exchange", &[SIGN, "1.1 Delta shall release captives, within 9 days of acceptance.\n1.2 Upland shall leave Mill, within 9 days of signing."].concat(), &["1.1", "1.2"]);
    }

    #[test]
    fn a_condition_a_ratio_or_one_clock_ties_them() {
        clean("unlinked-exchange", "1.1 Delta shall release captives, within 9 days of acceptance.\n1.2 Upland shall leave Mill, when 1.1 is done, within 9 days.");
        clean("unlinked-exchange", "1.1 Delta shall release captives, within 9 days of acceptance.\n1.2 Upland shall leave Mill, within 9 days of acceptance.");
        clean("unlinked-exchange", &[SIGN, "1.1 Delta shall release captives, within 9 days of acceptance.\n1.2 Upland shall release prisoners, within 9 days of signing.\n1.3 For each person of captives, 3 persons of prisoners are released."].concat());
    }
}
