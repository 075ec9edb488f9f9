//! One body through whose hands everything goes.

use super::{Check, Cx, Family, Severity, info};
use crate::model::Order;
use crate::tree::{Body, Part, What};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const CHECK: Check = Check {
    info: info(
        "one-veto",
        Family::Safety,
        Severity::Warn,
        "One body whose single act (an approval, a verification, an agreement) gates most of what is left, with nothing said for its silence.",
        "Whoever is unhappy later goes to that body.",
        "2.1 Passage of each convoy needs approval by Upland.",
    ),
    pairs: true,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for c in &cx.m.clauses {
        if let Body::Approval { by, silence, .. } = &c.body
            && silence.is_none()
        {
            let who = cx.m.expand(by).join(", ");
            cx.tell(&[c.sentence]).variant("approval").name("who", who).way("silence-counts");
        }
    }
    // Which single actor's verifications gate more than half of the duties?
    let duties = cx.duties();
    if duties.len() < 4 {
        return;
    }
    let mut by: BTreeMap<String, (BTreeSet<usize>, BTreeSet<usize>)> = BTreeMap::new();
    for c in &cx.m.clauses {
        if let Body::Verifies { who, clauses, within, .. } = &c.body
            && within.is_none()
        {
            for w in cx.m.expand(who) {
                let e = by.entry(w).or_default();
                e.1.insert(c.sentence);
                e.0.extend(clauses.iter().filter_map(|n| cx.m.ev(&What::Clause(*n, Part::Verified))));
            }
        }
    }
    for (who, (gates, at)) in by {
        let order = Order::new(cx.m, &gates, &[]);
        let all = duties.iter().filter(|(c, _)| cx.m.ev(&What::Clause(c.no, Part::Begun)).is_some_and(|e| cx.order.happens[e])).count();
        let left = duties.iter().filter(|(c, _)| cx.m.ev(&What::Clause(c.no, Part::Begun)).is_some_and(|e| order.happens[e])).count();
        if all > 0 && (all - left) * 2 > all {
            let at: Vec<usize> = at.into_iter().collect();
            cx.tell(&at).name("who", who).number("count", i64::try_from(all - left).unwrap_or(0)).way("verify-within").way("second-verifier");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn an_approval_without_a_rule_for_silence_and_one_body_that_gates_most() {
        one("one-veto", "2.1 Passage of each convoy needs approval by Upland.", &["2.1"]);
        one("one-veto", "1.1 Delta shall leave Mill, within 2 days of acceptance.\n1.2 Watch verifies 1.1.\n1.3 Upland shall open Mill, when 1.1 is verified.\n1.4 Upland shall release prisoners, when 1.1 is verified.\n1.5 Delta shall release captives, when 1.4 is done.", &["1.2"]);
    }

    #[test]
    fn a_rule_for_silence_and_a_time_to_verify_are_clean() {
        clean("one-veto", "2.1 Passage of each convoy needs approval by Upland; no answer within 24 hours counts as approval.");
        clean("one-veto", "1.1 Delta shall leave Mill, within 2 days of acceptance.\n1.2 Watch verifies 1.1 within 12 hours of 1.1.\n1.3 Upland shall open Mill, when 1.1 is verified.\n1.4 Upland shall release prisoners, when 1.1 is verified.\n1.5 Delta shall release captives, when 1.4 is done.");
    }
}
