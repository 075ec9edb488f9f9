//! A guarantee with no act, or a guarantor with no guarantee.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Part, Who};

pub(super) const CHECK: Check = Check {
    info: info(
        "guarantor-without-means",
        Family::Safety,
        Severity::Warn,
        "A guarantee that does not say what the guarantor does when it is needed, or a guarantor that guarantees nothing.",
        "A name on the paper is all that stands behind the text.",
        "4.5 Norland guarantees 2.1.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for c in &cx.m.clauses {
        let Body::Guarantee { clauses, act, .. } = &c.body else { continue };
        let means = act.as_ref().is_some_and(|d| {
            let open = d.act.words.iter().all(|w| w == "open") || d.act.verb == "open" && d.act.words.len() == 1;
            !open && d.weak.is_empty() && !matches!(d.who, Who::Open)
        });
        let elsewhere = clauses.iter().all(|n| {
            cx.m.answers(*n).iter().any(|a| a.no != c.no && matches!(&a.body, Body::IfNot { part: Part::Breached | Part::Due, .. }))
        });
        if !means && !elsewhere {
            cx.tell(&[c.sentence]).way("name-act").way("add-remedy-other");
        }
    }
    let named: Vec<String> = cx.m.clauses.iter().flat_map(|c| if let Body::Guarantee { who, .. } = &c.body { cx.m.expand(who) } else { vec![] }).collect();
    for (n, a) in &cx.m.actors {
        if a.roles.contains(&"guarantor") && !named.contains(n) {
            cx.tell(&[a.sentence]).variant("idle").name("who", n).way("add-guarantee");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{found, one};

    #[test]
    fn a_guarantee_without_an_act_and_a_guarantor_without_a_guarantee() {
        one("guarantor-without-means", "2.1 Upland shall leave Mill.\n4.5 Norland guarantees 2.1.", &["4.5"]);
        one("guarantor-without-means", "2.1 Upland shall leave Mill.\n4.5 Norland guarantees 2.1: if breached, Norland shall open within open hours.", &["4.5"]);
        one("guarantor-without-means", "2.1 Upland shall leave Mill.", &["Norland"]);
    }

    #[test]
    fn a_guarantee_with_an_act_is_clean() {
        assert!(found("guarantor-without-means", "2.1 Upland shall leave Mill.\n4.5 Norland guarantees 2.1: if breached, Norland shall convene the parties within 2 days.").is_empty());
    }
}
