//! A phase with no test of its end.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::Body;

pub(super) const CHECK: Check = Check {
    info: info(
        "no-phase-test",
        Family::Order,
        Severity::Warn,
        "A phase of which nothing says when it ends: no length, no test, no beginning of the next, no end of the agreement.",
        "One day somebody declares the next phase begun, and the other side denies it.",
        "Phase 1 begins on acceptance. Phase 2 begins on open.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let agreement_ends = cx.m.clauses.iter().any(|c| matches!(c.body, Body::Ends { .. }));
    for (n, p) in &cx.m.phases {
        let next = cx.m.phases.range(n + 1..).next().map(|x| x.1);
        let tested = p.lasts.is_some() || p.ends.is_some() || p.end_open || match next {
            Some(x) => x.begins.is_some() && !x.begin_open,
            None => agreement_ends,
        };
        if !tested {
            cx.tell(&[p.sentence]).number("phase", i64::from(*n)).way("add-phase-length").way("set-test");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn a_phase_that_nothing_ends() {
        one("no-phase-test", "Phase 1 begins on acceptance.\n1.1 Delta shall leave Mill, within 2 days of acceptance.", &["Phase 1"]);
    }

    #[test]
    fn a_length_or_the_next_phase_s_test_ends_it() {
        clean("no-phase-test", "Phase 1 begins on acceptance.\n1.1 Delta shall leave Mill, within 2 days of acceptance.\nPhase 2 begins when 1.1 is done and lasts 9 days.");
    }
}
