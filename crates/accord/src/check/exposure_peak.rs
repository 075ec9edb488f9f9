//! How much one side has given and not received at the worst point.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Modal, Part, What};

pub(super) const CHECK: Check = Check {
    info: info(
        "exposure-peak",
        Family::Safety,
        Severity::Warn,
        "At the worst lawful point one side has done all of its acts of a phase that cannot be undone, and has received none in return.",
        "From there on it depends on the other side's goodwill alone.",
        "1.2 Delta shall release captives, within 9 days of acceptance. 1.3 Upland shall release prisoners, when 1.2 is done.",
    ),
    pairs: true,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let duties = cx.duties();
    let parties: Vec<String> = cx.m.parties().into_iter().map(str::to_owned).collect();
    let acts: Vec<_> = duties.iter().filter(|(_, d)| d.modal == Modal::Shall && d.once() && d.who.len() == 1 && parties.contains(&d.who[0]) && crate::lexicon::irreversible(&d.act)).collect();
    for p in &parties {
        for q in &parties {
            if p == q {
                continue;
            }
            // What q owes in return and may hold back until p has given: it waits for p's act.
            let mine: Vec<_> = acts.iter().filter(|(_, d)| d.who[0] == *p).collect();
            let theirs: Vec<_> = acts.iter().filter(|(_, d)| d.who[0] == *q).collect();
            if mine.is_empty() || theirs.is_empty() {
                continue;
            }
            let all_after = theirs.iter().all(|(t, td)| {
                mine.iter().any(|(m, _)| cx.comes_before(&What::Clause(m.no, Part::Done), &What::Clause(t.no, Part::Begun)))
                    // On the day of the other is no exposure to speak of.
                    && !td.has(|x| matches!(x, crate::tree::Tail::OnDay(_)))
            });
            let batches = cx.m.clauses.iter().any(|c| matches!(&c.body, crate::tree::Body::Batches { .. } | crate::tree::Body::Stages { .. }));
            if !all_after || batches {
                continue;
            }
            let given: Vec<usize> = mine.iter().map(|(m, _)| m.sentence).collect();
            let n = i64::try_from(mine.len()).unwrap_or(0);
            let mut at = given.clone();
            at.extend(theirs.iter().map(|(t, _)| t.sentence));
            let (given, owed): (Vec<String>, Vec<String>) = (mine.iter().map(|(m, _)| m.no.to_string()).collect(), theirs.iter().map(|(t, _)| t.no.to_string()).collect());
            let raw = cx.tell(&at);
            raw.name("who", p.clone()).name("whom", q.clone()).number("count", n);
            raw.story("has-given", &[("who", p.clone()), ("clauses", given.join(", "))]);
            raw.story("not-received", &[("who", p.clone()), ("clauses", owed.join(", "))]);
            raw.way("in-batches").way("through-intermediary").way("same-day");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn all_given_and_nothing_received() {
        let f = one("exposure-peak", "1.2 Delta shall release captives, within 9 days of acceptance.\n1.3 Upland shall release prisoners, when 1.2 is done, within 9 days.", &["1.2", "1.3"]);
        assert_eq!(f.story.len(), 2);
    }

    #[test]
    fn batches_or_the_same_day_are_clean() {
        let a = "1.2 Delta shall release captives, within 9 days of acceptance.\n";
        clean("exposure-peak", &[a, "1.3 Upland shall release prisoners, when 1.2 is done, on the day of 1.2."].concat());
        clean("exposure-peak", &[a, "1.3 Upland shall release prisoners, when 1.2 is done, within 9 days.\n1.4 Clause 1.3 is done in batches; each batch on the day of the matching batch of 1.2."].concat());
    }
}
