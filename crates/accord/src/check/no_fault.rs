//! A breach that another's act can cause.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Anchor, Body, Modal, Part, What};

pub(super) const CHECK: Check = Check {
    info: info(
        "no-fault",
        Family::Safety,
        Severity::Warn,
        "A duty that is late because of somebody else: its clock runs from an event of its own while its condition is another side's act.",
        "One side can put the other in breach by waiting.",
        "1.1 Upland shall leave Mill. 1.2 Delta shall release captives, when 1.1 is done, within 72 hours of acceptance.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for (c, d) in cx.duties() {
        if d.modal != Modal::Shall || d.when.len() != 1 || d.lasting {
            continue;
        }
        // Its clock does not start with what it waits for.
        let Some(b) = d.uppers.iter().find(|b| {
            b.span_of.is_some_and(|s| s.minutes().is_some())
                && match &b.anchor {
                    Anchor::Event(e) => !d.when.iter().flatten().any(|w| same(&w.what, &e.what)) && !matches!(e.what, What::Open | What::Notice | What::Receipt | What::Report),
                    _ => false,
                }
        }) else {
            continue;
        };
        for e in d.when.iter().flatten() {
            let What::Clause(no, Part::Done | Part::Verified | Part::Reported) = e.what else { continue };
            let Some(o) = cx.m.clause(no) else { continue };
            let Some(od) = &o.duty else { continue };
            if od.who.is_empty() || od.who.iter().any(|w| d.who.contains(w)) {
                continue;
            }
            // Forgiven by the text: exempt, cured, or extended when the other is late.
            let forgiven = cx.m.clauses.iter().any(|x| match &x.body {
                Body::NotApply { clause, .. } | Body::Extended { clause, .. } => *clause == c.no,
                Body::IfNot { of, effect: crate::tree::Effect::Extend(list, _) | crate::tree::Effect::Suspend(list, _), .. } => of.contains(&no) && list.contains(&c.no),
                Body::MaySuspend { clauses, cond, .. } => clauses.contains(&c.no) && cond.events().iter().any(|e| matches!(e.what, What::Clause(n, Part::Breached) if n == no)),
                _ => false,
            });
            // The other's own deadline, from the same event, leaves time.
            let early = od.uppers.iter().any(|ob| ob.anchor == b.anchor && match (ob.span_of.and_then(crate::tree::Span::minutes), b.span_of.and_then(crate::tree::Span::minutes)) {
                (Some(x), Some(y)) => x < y,
                _ => false,
            });
            if !forgiven && !early {
                let who = od.who.join(", ");
                cx.tell(&[c.sentence, o.sentence]).name("who", who).at(b.bytes.clone()).way("count-from-other").way("extend-if-late");
            }
        }
    }
}

fn same(a: &What, b: &What) -> bool {
    match (a, b) {
        (What::Clause(x, _), What::Clause(y, _)) => x == y,
        _ => a == b,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn a_clock_that_runs_while_the_other_side_waits() {
        one("no-fault", "1.1 Upland shall leave Mill.\n1.2 Delta shall release captives, when 1.1 is done, within 72 hours of acceptance.", &["1.2", "1.1"]);
    }

    #[test]
    fn a_clock_from_the_other_s_act_or_a_rule_for_its_delay_is_clean() {
        clean("no-fault", "1.1 Upland shall leave Mill.\n1.2 Delta shall release captives, when 1.1 is done, within 72 hours of 1.1.");
        clean("no-fault", "1.1 Upland shall leave Mill.\n1.2 Delta shall release captives, when 1.1 is done, within 72 hours of acceptance.\n4.1 If 1.1 is not done at its deadline, 1.2 is extended by 3 days.");
    }
}
