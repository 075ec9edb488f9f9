//! Clauses that no course of events can reach.

use super::{Check, Cx, Family, Severity, info};
use crate::model::Order;
use crate::tree::{Modal, Part, What};
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    info: info(
        "never-applies",
        Family::Order,
        Severity::Stop,
        "A clause whose condition no course of events can fulfil, breaches included.",
        "A side has paid for a promise that can never fall due.",
        "1.1 Delta shall not enter Mill. 1.2 Upland shall open Mill, when 1.1 is done.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    // With breaches as facts; what waits in a circle is told there.
    let breaches: Vec<usize> =
        cx.m.events.iter().enumerate().filter(|(_, w)| matches!(w, What::Clause(_, Part::Breached | Part::Due))).map(|(k, _)| k).collect();
    let order = Order::new(cx.m, &BTreeSet::new(), &breaches);
    let waits = order.waits(cx.m);
    let circles: BTreeSet<usize> = order.circles(cx.m).into_iter().flatten().collect();
    for (c, d) in cx.duties() {
        let Some(e) = cx.m.ev(&What::Clause(c.no, Part::Begun)) else { continue };
        if order.happens[e] {
            continue;
        }
        // Follow what it waits for; a circle on the way is another fact.
        let mut seen = BTreeSet::from([e]);
        let mut stack = vec![e];
        let mut ends = Vec::new();
        let mut circle = false;
        while let Some(x) = stack.pop() {
            if circles.contains(&x) {
                circle = true;
                break;
            }
            if waits[x].is_empty() {
                ends.push(x);
            }
            for y in &waits[x] {
                if seen.insert(*y) {
                    stack.push(*y);
                }
            }
        }
        if circle || d.modal == Modal::ShallNot {
            continue;
        }
        // Only the first clause on the way is told; those behind it follow from it.
        let direct = waits[e].iter().any(|y| waits[*y].is_empty());
        if !direct {
            continue;
        }
        let what = ends.first().map(|k| cx.event_name(&cx.m.events[*k])).unwrap_or_default();
        let mut at = vec![c.sentence];
        if let Some(s) = ends.first().and_then(|k| cx.origin(&cx.m.events[*k])).filter(|s| *s != c.sentence) {
            at.push(s);
        }
        cx.tell(&at).name("event", what).way("change-condition").way("drop-clause");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn waiting_for_a_ban_to_be_done_is_waiting_for_ever() {
        one("never-applies", "1.1 Delta shall not enter Mill.\n1.2 Upland shall open Mill, when 1.1 is done, within 2 days.", &["1.2", "1.1"]);
    }

    #[test]
    fn a_remedy_is_reached_by_a_breach() {
        clean("never-applies", "1.1 Delta shall not enter Mill.\n1.2 Upland shall close Mill, when 1.1 is breached, within 2 days.");
    }
}
