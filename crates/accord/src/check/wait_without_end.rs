//! Waits on another's unbounded act, or on a `may`.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Anchor, ClauseNo, Modal, Part, What};
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    info: info(
        "wait-without-end",
        Family::Time,
        Severity::Warn,
        "A clause waits on an act of somebody else that has no deadline, or that is only permitted.",
        "The one who may delay decides whether the other ever receives anything.",
        "1.1 Upland may open Mill. 1.2 Delta shall leave Mill, when 1.1 is done.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for (c, d) in cx.duties() {
        if d.when.len() != 1 {
            continue; // another way in is open
        }
        let mut told: BTreeSet<ClauseNo> = BTreeSet::new();
        for e in d.when.iter().flatten() {
            let What::Clause(no, Part::Done | Part::Begun | Part::Verified | Part::Reported) = e.what else { continue };
            let Some(o) = cx.m.clause(no) else { continue };
            let Some(od) = &o.duty else { continue };
            if !told.insert(no) || (!od.who.is_empty() && od.who.iter().all(|w| d.who.contains(w))) {
                continue;
            }
            if od.modal == Modal::May {
                cx.tell(&[c.sentence, o.sentence]).variant("may").at(e.span.clone()).way("use-shall").way("add-failing");
                continue;
            }
            let open = od.uppers.iter().any(|b| b.span_of.is_some_and(|s| s.minutes().is_none()) || matches!(&b.anchor, Anchor::Event(e) if e.what == What::Open));
            if od.once() && !open && !super::no_timescale::bounded(cx, o, od, &mut BTreeSet::new()) {
                let who = od.who.join(", ");
                let raw = cx.tell(&[c.sentence, o.sentence]);
                raw.at(e.span.clone());
                if who.is_empty() {
                    raw.variant("nobody");
                } else {
                    raw.name("who", who);
                }
                raw.way("add-failing").way("add-deadline-other");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn waiting_on_an_act_without_a_deadline_or_on_a_may() {
        one("wait-without-end", "1.1 Upland shall open Mill.\n1.2 Delta shall leave Mill, when 1.1 is done.", &["1.2", "1.1"]);
        one("wait-without-end", "1.1 Upland may open Mill.\n1.2 Delta shall leave Mill, when 1.1 is done.", &["1.2", "1.1"]);
    }

    #[test]
    fn waiting_on_a_bounded_act_is_clean() {
        clean("wait-without-end", "1.1 Upland shall open Mill, within 2 days of acceptance.\n1.2 Delta shall leave Mill, when 1.1 is done.");
    }
}
