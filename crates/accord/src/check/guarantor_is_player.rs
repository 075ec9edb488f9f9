//! A guarantor that is a party or holds cover.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::Body;

pub(super) const CHECK: Check = Check {
    info: info(
        "guarantor-is-player",
        Family::Safety,
        Severity::Warn,
        "A guarantor that is itself a party, or that secures or administers a place under the text (a mediator may guarantee).",
        "It would have to act against itself.",
        "Norland is a party. 4.5 Norland guarantees 2.1: if breached, Norland shall convene the parties.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for c in &cx.m.clauses {
        let Body::Guarantee { who, .. } = &c.body else { continue };
        for w in cx.m.expand(who) {
            if cx.m.is_party(&w) {
                cx.tell(&[c.sentence]).name("who", w.clone()).way("other-guarantor");
                continue;
            }
            let cover = cx.m.clauses.iter().find(|o| matches!(&o.body, Body::Cover { who: Some(h), .. } if cx.m.expand(h).contains(&w))).map(|o| o.sentence);
            if let Some(s) = cover {
                cx.tell(&[c.sentence, s]).variant("cover").name("who", w).way("other-guarantor").way("other-holder");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn a_party_or_a_holder_as_guarantor() {
        one("guarantor-is-player", "2.1 Upland shall leave Mill.\n4.5 Delta guarantees 2.1: if breached, Delta shall convene the parties.", &["4.5"]);
        one("guarantor-is-player", "2.1 Upland shall leave Mill.\n2.2 Norland secures Mill, from 2.1 done.\n4.5 Norland guarantees 2.1: if breached, Norland shall convene the parties.", &["4.5", "2.2"]);
    }

    #[test]
    fn a_mediator_may_guarantee() {
        clean("guarantor-is-player", "2.1 Upland shall leave Mill.\n4.5 Aru guarantees 2.1: if breached, Aru shall convene the parties.");
    }
}
