//! Two clauses or brackets that time one act incompatibly.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Tail};

pub(super) const CHECK: Check = Check {
    info: info(
        "two-ways",
        Family::Time,
        Severity::Warn,
        "One act timed in two ways that cannot both be kept: all at once, and one by one or in stages; in two clauses, or as the two sides of a bracket.",
        "The sides then disagree on the first day, with the text on both their sides.",
        "1.2 Delta shall release captives, [A: all at the same time, within 72 hours of acceptance | B: each person within 9 hours of acceptance].",
    ),
    pairs: true,
    run,
};

fn kind(tails: &[Tail]) -> Option<bool> {
    tails.iter().find_map(|t| match t {
        Tail::SameTime => Some(true),
        Tail::EachPerson | Tail::Stages => Some(false),
        _ => None,
    })
}

fn run(cx: &mut Cx<'_>) {
    for s in 0..cx.tree.sentences.len() {
        let sent = &cx.tree.sentences[s];
        let kinds: Vec<bool> = sent.variants.iter().filter_map(|v| if let Body::Duty(d) = &v.body { kind(&d.tails) } else { None }).collect();
        if kinds.contains(&true) && kinds.contains(&false) {
            cx.tell(&[s]).every().variant("bracket").way("choose-bracket").way("once-found");
        }
    }
    for (c, d) in cx.duties() {
        if kind(&d.tails) != Some(true) {
            continue;
        }
        for o in &cx.m.clauses {
            let apart = match &o.body {
                Body::Stages { clause, stages, .. } => *clause == c.no && stages.len() > 1,
                Body::Batches { clause, .. } => *clause == c.no,
                Body::Duty(x) => o.no != c.no && kind(&x.tails) == Some(false) && x.act.verb == d.act.verb && d.list().is_some() && o.duty.as_ref().is_some_and(|y| y.list() == d.list()),
                _ => false,
            };
            if apart {
                cx.tell(&[c.sentence, o.sentence]).way("drop-clause").way("once-found");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn all_at_once_and_one_by_one() {
        one("two-ways", "1.2 Delta shall release captives, [A: all at the same time, within 72 hours of acceptance | B: each person within 9 hours of acceptance].", &["1.2"]);
        one("two-ways", "1.2 Delta shall release captives, all at the same time, within 72 hours of acceptance.\n1.3 Clause 1.2 is done in stages: 3 persons by day 1, 20 in all by day 3.", &["1.2", "1.3"]);
    }

    #[test]
    fn one_way_is_clean() {
        clean("two-ways", "1.2 Delta shall release captives, within 72 hours of acceptance.\n1.3 Clause 1.2 is done in stages: 3 persons by day 1, 20 in all by day 3.");
    }
}
