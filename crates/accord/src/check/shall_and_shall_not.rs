//! Contrary duties in windows that overlap.

use super::{Check, Cx, Family, Severity, info};
use crate::model::Duty;
use crate::tree::{Modal, Tail};

pub(super) const CHECK: Check = Check {
    info: info(
        "shall-and-shall-not",
        Family::Conflict,
        Severity::Stop,
        "One actor that shall and shall not do the same, or shall do two things that undo each other, at the same time.",
        "Whatever it does, it is in breach.",
        "1.1 Delta shall enter Mill, within 2 days of acceptance. 1.2 Delta shall not enter Mill.",
    ),
    pairs: true,
    run,
};

/// Whether two duties can bind at the same time, as far as the text orders them.
pub(super) fn overlap(cx: &Cx<'_>, a: &Duty, b: &Duty) -> bool {
    let apart = |x: &Duty, y: &Duty| {
        x.until.as_ref().is_some_and(|u| {
            y.when.iter().flatten().any(|w| w.what == u.what)
                || y.from.as_ref().is_some_and(|f| f.what == u.what || cx.comes_before(&u.what, &f.what))
                || y.when.iter().flatten().any(|w| cx.comes_before(&u.what, &w.what))
                || y.lowers.iter().any(|l| matches!(&l.anchor, crate::tree::Anchor::Event(e) if e.what == u.what))
        })
    };
    let months = |x: &Duty, y: &Duty| {
        // Bounds from one event: the one is over before the other begins.
        x.uppers.iter().any(|u| {
            y.lowers.iter().any(|l| u.anchor == l.anchor && match (u.span_of.and_then(crate::tree::Span::minutes), l.span_of.and_then(crate::tree::Span::minutes)) {
                (Some(p), Some(q)) => p <= q,
                _ => false,
            })
        })
    };
    !(apart(a, b) || apart(b, a) || months(a, b) || months(b, a))
}

fn run(cx: &mut Cx<'_>) {
    let duties = cx.duties();
    for (i, (c, d)) in duties.iter().enumerate() {
        for (o, e) in &duties[i + 1..] {
            if !d.who.iter().any(|w| e.who.contains(w)) {
                continue;
            }
            let contrary = match (d.modal, e.modal) {
                (Modal::Shall, Modal::ShallNot) | (Modal::ShallNot, Modal::Shall) => {
                    crate::lexicon::stem(&d.act.verb) == crate::lexicon::stem(&e.act.verb) && crate::lexicon::same_object(&d.object, &e.object)
                }
                (Modal::Shall, Modal::Shall) => {
                    // Once each, one after the other, is no contradiction.
                    let timed = d.lasting || e.lasting || (d.uppers.is_empty() && e.uppers.is_empty() && d.when.is_empty() && e.when.is_empty());
                    timed && crate::lexicon::opposite(&d.act, &e.act) && crate::lexicon::same_object(&d.object, &e.object)
                }
                _ => false,
            };
            if !contrary {
                continue;
            }
            let between = d.has(|t| matches!(t, Tail::Between(..))) || e.has(|t| matches!(t, Tail::Between(..)));
            if !between && !prevails(cx, c.no, o.no) && overlap(cx, d, e) {
                let who = d.who.iter().filter(|w| e.who.contains(w)).cloned().collect::<Vec<_>>().join(", ");
                cx.tell(&[c.sentence, o.sentence]).name("who", who).at(d.act.span.clone()).at(e.act.span.clone()).way("limit-window").way("say-prevails");
            }
        }
    }
}

/// Whether the text says which of the two prevails.
pub(super) fn prevails(cx: &Cx<'_>, a: crate::tree::ClauseNo, b: crate::tree::ClauseNo) -> bool {
    use crate::tree::Body;
    cx.m.clauses.iter().any(|c| match &c.body {
        Body::Prevails { clause, over } => (*clause == a && over.is_none_or(|o| o == b)) || (*clause == b && over.is_none_or(|o| o == a)),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn contrary_duties_of_one_side() {
        one("shall-and-shall-not", "1.1 Delta shall enter Mill, within 2 days of acceptance.\n1.2 Delta shall not enter Mill.", &["1.1", "1.2"]);
        one("shall-and-shall-not", "1.1 Delta shall keep the gate open.\n1.2 Delta shall open the road, each day.\n1.3 Delta shall close the road, each day.", &["1.2", "1.3"]);
    }

    #[test]
    fn one_after_the_other_or_with_a_rule_is_clean() {
        clean("shall-and-shall-not", "1.1 Delta shall not enter Mill, until 1.3 is done.\n1.2 Delta shall enter Mill, when 1.3 is done, within 2 days.\n1.3 Upland shall leave Mill, within 2 days of acceptance.");
        clean("shall-and-shall-not", "1.1 Delta shall enter Mill, within 2 days of acceptance.\n1.2 Delta shall not enter Mill.\n1.3 Clause 1.1 prevails over clause 1.2.");
        clean("shall-and-shall-not", "1.1 Delta shall enter Mill, within 2 days of acceptance.\n1.2 Upland shall not enter Mill.");
    }
}
