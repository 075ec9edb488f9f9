//! A clause that needs a later phase, or a body that does not exist yet.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::What;

pub(super) const CHECK: Check = Check {
    info: info(
        "phase-order",
        Family::Order,
        Severity::Warn,
        "A clause of one phase that waits for a later one, or is owed by a body that exists only later.",
        "The phase cannot end, or the duty has nobody to do it when it falls due.",
        "Security Force is a body, from phase 3 on. 1.1 Security Force shall guard Mill.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for (c, d) in cx.duties() {
        let Some(phase) = c.phase else { continue };
        for e in d.when.iter().flatten() {
            let later = match &e.what {
                What::Clause(no, _) => cx.m.clause(*no).and_then(|o| o.phase).filter(|p| *p > phase).and_then(|_| cx.sentence(*no)),
                What::PhaseBegins(n) | What::PhaseEnds(n) if *n > phase => cx.m.phases.get(n).map(|p| p.sentence),
                _ => None,
            };
            if let Some(s) = later {
                cx.tell(&[c.sentence, s]).way("move-clause").way("change-condition");
            }
        }
        for who in &d.who {
            if let Some(from) = cx.m.actors.get(who).and_then(|a| a.from_phase)
                && from > phase
            {
                let s = cx.m.actors[who].sentence;
                cx.tell(&[c.sentence, s]).variant("body").name("who", who.clone()).number("phase", i64::from(from)).way("move-clause").way("name-actor");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    const P: &str = "Force is a body, from phase 2 on.\nPhase 1 begins on acceptance and lasts 9 days.\n";

    #[test]
    fn a_clause_that_needs_a_later_phase_or_a_later_body() {
        one("phase-order", &[P, "1.1 Delta shall leave Mill, when 2.1 is done.\nPhase 2 begins when 1.1 is done.\n2.1 Upland shall open Mill, within 2 days of acceptance."].concat(), &["1.1", "2.1"]);
        one("phase-order", &[P, "1.1 Force shall guard Mill, for 9 days from acceptance."].concat(), &["1.1", "Force"]);
    }

    #[test]
    fn the_other_way_round_is_fine() {
        clean("phase-order", &[P, "1.1 Delta shall leave Mill, within 2 days of acceptance.\nPhase 2 begins when 1.1 is done.\n2.1 Force shall guard Mill, for 9 days from 1.1."].concat());
    }
}
