//! A remedy or guarantee that lapses before the breach can be known.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Anchor, Body, Tail, What};

pub(super) const CHECK: Check = Check {
    info: info(
        "expires-early",
        Family::Time,
        Severity::Warn,
        "A guarantee or a remedy that ends before, or with, the clause it stands behind, or whose time is over before the verifier has to speak.",
        "The cover is gone on the day it is needed.",
        "4.5 Norland guarantees 1.1: if breached, Norland shall convene the parties, until 1.1 is done.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for c in &cx.m.clauses {
        match &c.body {
            Body::Guarantee { clauses, act: Some(d), .. } => {
                for t in &d.tails {
                    let Tail::Until(e) = t else { continue };
                    for no in clauses {
                        let early = match &e.what {
                            What::Clause(x, _) => x == no || cx.comes_before(&e.what, &What::Clause(*no, crate::tree::Part::Done)),
                            What::PhaseEnds(n) => cx.m.clause(*no).and_then(|o| o.phase).is_some_and(|p| p >= *n),
                            _ => false,
                        };
                        if early && let Some(s) = cx.sentence(*no) {
                            cx.tell(&[c.sentence, s]).at(e.span.clone()).way("extend-guarantee");
                        }
                    }
                }
            }
            Body::Cure { of, within: Some(b), .. } => {
                // Time to cure, counted from the act itself, that is over before the verifier must have spoken.
                let Some(v) = cx.m.verifier(*of) else { continue };
                let Body::Verifies { within: Some(vb), .. } = &v.body else { continue };
                let from_act = matches!(&b.anchor, Anchor::Event(e) if matches!(e.what, What::Clause(n, _) if n == *of));
                let (Some(cure), Some(find)) = (b.span_of.and_then(crate::tree::Span::minutes), vb.span_of.and_then(crate::tree::Span::minutes)) else { continue };
                if from_act && cure <= find {
                    cx.tell(&[c.sentence, v.sentence]).variant("cure").way("cure-from-notice");
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    const A: &str = "1.1 Delta shall leave Mill, within 9 days of acceptance.\n1.2 Watch verifies 1.1 within 12 hours of 1.1.\n1.3 Upland shall open Mill, when 1.1 is done, within 5 days.\n";

    #[test]
    fn a_guarantee_that_ends_with_its_clause() {
        one("expires-early", &[A, "4.5 Norland guarantees 1.3: if breached, Norland shall convene the parties, until 1.1 is done."].concat(), &["4.5", "1.3"]);
    }

    #[test]
    fn a_cure_that_is_over_before_the_breach_is_known() {
        one("expires-early", &[A, "4.1 If 1.1 is breached, it may be cured within 6 hours of 1.1; otherwise 1.3 is suspended until 1.1 is done."].concat(), &["4.1", "1.2"]);
    }

    #[test]
    fn one_that_outlives_it_is_clean() {
        clean("expires-early", &[A, "4.1 If 1.1 is breached, it may be cured within 6 hours of notice; otherwise 1.3 is suspended until 1.1 is done.\n4.5 Norland guarantees 1.1: if breached, Norland shall convene the parties, until 1.3 is done."].concat());
    }
}
