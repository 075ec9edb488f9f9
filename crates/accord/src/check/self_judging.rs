//! A condition judged by nobody, or only by whom it binds or favours.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Cond, Part, Tail, What};

pub(super) const CHECK: Check = Check {
    info: info(
        "self-judging",
        Family::Complete,
        Severity::Warn,
        "A condition that nobody is named to judge, or that is judged only by the side that it binds or favours.",
        "The side that judges can free itself whenever it likes.",
        "1.4 Upland shall not enter Mill, while 1.1 is done. 4.3 Delta may suspend 2.2 while 2.1 is breached.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for c in &cx.m.clauses {
        match &c.body {
            Body::Qualifies { list, judge, .. } => {
                let holder = cx.tree.sentences.iter().find_map(|s| match s.variants.first().map(|v| &v.body) {
                    Some(Body::List { id, held, named_by, .. }) if id == list => Some((held.clone(), named_by.clone())),
                    _ => None,
                });
                match judge {
                    None => {
                        cx.tell(&[c.sentence]).variant("nobody").way("name-judge");
                    }
                    Some(j) => {
                        let one = holder.is_some_and(|(h, n)| j.iter().all(|x| Some(x) == h.as_ref() || Some(x) == n.as_ref()));
                        if one {
                            cx.tell(&[c.sentence]).name("who", j.join(", ")).way("name-judge");
                        }
                    }
                }
            }
            Body::MaySuspend { who, cond, .. } => {
                // A breach that only the one who may suspend can say.
                for e in cond.events() {
                    let What::Clause(no, Part::Breached) = e.what else { continue };
                    let found = cx.m.verifier(no).is_some();
                    if !found && let Some(o) = cx.sentence(no) {
                        let who = cx.m.expand(who).join(", ");
                        cx.tell(&[c.sentence, o]).variant("power").name("who", who).way("add-verifier").way("name-judge");
                    }
                }
            }
            Body::Duty(d) => {
                for t in &d.tails {
                    if let Tail::AsJudged(who, _) = t {
                        let who = cx.m.expand(who);
                        let bound = c.duty.as_ref().map(|d| d.who.clone()).unwrap_or_default();
                        if who.iter().any(|w| w == "open") {
                            cx.tell(&[c.sentence]).variant("nobody").way("name-judge");
                        } else if who.iter().all(|w| bound.contains(w)) {
                            cx.tell(&[c.sentence]).name("who", who.join(", ")).way("name-judge");
                        }
                    }
                    // `while the other complies`: nobody is named to say whether it does.
                    if let Tail::While(Cond::All(v) | Cond::Any(v)) = t {
                        for e in v {
                            let What::Clause(no, Part::Done | Part::Breached) = e.what else { continue };
                            let lasting = cx.m.clause(no).and_then(|o| o.duty.as_ref()).is_some();
                            if lasting && cx.m.verifier(no).is_none() && let Some(o) = cx.sentence(no) {
                                let who = c.duty.as_ref().map(|d| d.who.join(", ")).unwrap_or_default();
                                cx.tell(&[c.sentence, o]).variant("power").name("who", who).way("add-verifier").way("name-judge");
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn a_test_that_nobody_or_only_its_own_side_judges_is_found() {
        one("self-judging", "1.1 A person of prisoners qualifies if \"not involved\", as judged by open.", &["1.1"]);
        one("self-judging", "1.1 A person of prisoners qualifies if \"not involved\", as judged by Upland.", &["1.1"]);
        one("self-judging", "1.1 Delta shall not enter Mill, while 1.2 is done.\n1.2 Upland shall observe the truce.", &["1.1", "1.2"]);
    }

    #[test]
    fn a_third_judges_or_a_verifier_finds() {
        clean("self-judging", "1.1 A person of prisoners qualifies if \"not involved\", as judged by Aru.\n1.2 Upland shall observe the truce.\n1.3 Watch verifies 1.2.\n1.4 Delta may suspend 1.5 while 1.2 is breached.\n1.5 Delta shall leave Mill, within 9 days of acceptance.");
    }
}
