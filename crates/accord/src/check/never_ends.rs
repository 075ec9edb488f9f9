//! Kept up or permitted without an end.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Modal, Tail};

pub(super) const CHECK: Check = Check {
    info: info(
        "never-ends",
        Family::Complete,
        Severity::Warn,
        "Something maintained or permitted without an end, in a text that has none (lasting bans aside).",
        "A permission without an end outlives the peace that it was meant for; an upkeep without one is dropped at a moment of somebody's choosing.",
        "2.3 Upland may pursue Delta in Mill.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let agreement_ends = cx.m.clauses.iter().any(|c| matches!(&c.body, Body::Ends { .. }));
    let survives: Vec<crate::tree::ClauseNo> =
        cx.m.clauses.iter().flat_map(|c| if let Body::Ends { survives, .. } = &c.body { survives.clone() } else { vec![] }).collect();
    for (c, d) in cx.duties() {
        let open_ended = match d.modal {
            Modal::May => true,
            Modal::Shall | Modal::Should => d.lasting,
            Modal::ShallNot => false,
        };
        if !open_ended || d.until.is_some() || (agreement_ends && !survives.contains(&c.no)) {
            continue;
        }
        let ends = d.has(|t| matches!(t, Tail::For(..) | Tail::While(_) | Tail::Lasting | Tail::Upper(_) | Tail::Before(_) | Tail::OnDay(_)))
            || c.phase.and_then(|n| cx.m.phases.get(&n)).is_some_and(|p| p.lasts.is_some() || p.ends.is_some())
            || cx.m.clauses.iter().any(|o| matches!(&o.body, Body::Continues { clause, .. } if *clause == c.no));
        if !ends {
            let may = d.modal == Modal::May;
            let raw = cx.tell(&[c.sentence]);
            raw.name("act", d.act.text.clone());
            if may {
                raw.variant("may");
            }
            raw.way("add-until").way("add-agreement-end");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn a_permission_without_an_end_is_found() {
        one("never-ends", "2.3 Upland may pursue Delta in Mill.", &["2.3"]);
        one("never-ends", "2.3 Upland shall observe the truce.", &["2.3"]);
    }

    #[test]
    fn an_end_of_its_own_or_of_the_agreement_is_enough() {
        clean("never-ends", "2.3 Upland may pursue Delta in Mill, until 2.4 is done.\n2.4 Delta shall leave Mill, within 2 days of acceptance.\n2.5 Upland shall not enter Mill, permanently.");
        clean("never-ends", "2.3 Upland shall observe the truce.\n5.1 This agreement ends on 2030-01-01.");
    }
}
