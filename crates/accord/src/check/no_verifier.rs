//! Something hangs on an act that nobody verifies.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Cond, Part, What};

pub(super) const CHECK: Check = Check {
    info: info(
        "no-verifier",
        Family::Complete,
        Severity::Warn,
        "A clause, a remedy, a ratio or a phase test hangs on an act that nobody verifies.",
        "When the sides differ on whether it is done, the agreement stops there and nobody is named to say.",
        "Phase 3 begins when 2.2 is verified. 2.2 Delta shall hand over arms.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let mut hang: std::collections::BTreeMap<crate::tree::ClauseNo, Vec<String>> = std::collections::BTreeMap::new();
    let mut add = |no: crate::tree::ClauseNo, by: String| {
        let v = hang.entry(no).or_default();
        if !v.contains(&by) {
            v.push(by);
        }
    };
    let cond = |c: &Cond| -> Vec<crate::tree::ClauseNo> {
        c.events().iter().filter_map(|e| if let What::Clause(n, Part::Done | Part::Verified | Part::Breached) = e.what { Some(n) } else { None }).collect()
    };
    for (n, p) in &cx.m.phases {
        for c in p.begins.iter().chain(&p.ends) {
            for no in cond(c) {
                add(no, format!("Phase {n}"));
            }
        }
    }
    for c in &cx.m.clauses {
        match &c.body {
            Body::Cure { of, .. } => add(*of, c.no.to_string()),
            Body::IfNot { of, .. } => of.iter().for_each(|n| add(*n, c.no.to_string())),
            Body::MaySuspend { cond: k, .. } => cond(k).into_iter().for_each(|n| add(n, c.no.to_string())),
            Body::Extended { clause, .. } => add(*clause, c.no.to_string()),
            _ => {}
        }
        if let Some(d) = &c.duty {
            for e in d.when.iter().flatten() {
                if let What::Clause(n, Part::Done | Part::Verified) = e.what {
                    add(n, c.no.to_string());
                }
            }
        }
    }
    for (no, by) in hang {
        let Some(c) = cx.m.clause(no) else { continue };
        let Some(d) = &c.duty else { continue };
        if cx.m.verifier(no).is_some() {
            continue;
        }
        // What goes to an intermediary is reported by it, which both sides see.
        if d.to.as_deref().and_then(|t| cx.m.actors.get(t)).is_some_and(|a| a.roles.contains(&"intermediary")) {
            continue;
        }
        let sentence = c.sentence;
        cx.tell(&[sentence]).name("waiting", by.join(", ")).way("add-verifier").way("through-intermediary");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn a_phase_that_hangs_on_an_unverified_act_is_found() {
        one("no-verifier", "2.2 Delta shall hand over arms, within 9 days of acceptance.\nPhase 3 begins when 2.2 is verified.", &["2.2"]);
    }

    #[test]
    fn a_verifier_or_an_intermediary_is_enough() {
        clean("no-verifier", "2.2 Delta shall hand over arms, within 9 days of acceptance.\n2.3 Watch verifies 2.2.\nPhase 3 begins when 2.2 is verified.");
        clean("no-verifier", "1.1 Delta shall release captives to Red Cross, within 9 days of acceptance.\n1.2 Upland shall release prisoners, when 1.1 is done, within 1 day.");
    }
}
