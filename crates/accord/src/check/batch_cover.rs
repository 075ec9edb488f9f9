//! Stages that miss people or repeat them.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::Body;

pub(super) const CHECK: Check = Check {
    info: info(
        "batch-cover",
        Family::Lists,
        Severity::Stop,
        "Stages that add up to fewer or more people than the list, or whose running total falls.",
        "A person is in no stage, or in two.",
        "Clause 1.2 is done in stages: 3 persons by day 1, 7 in all by day 7.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for c in &cx.m.clauses {
        let Body::Stages { clause, stages, .. } = &c.body else { continue };
        let Some(o) = cx.m.clause(*clause) else { continue };
        let percent = stages.iter().all(|s| s.percent);
        if percent && !stages.is_empty() {
            continue; // shares are told by over-whole
        }
        let mut sum = 0i64;
        let mut known = true;
        for s in stages {
            let Some(n) = s.n.value() else {
                known = false;
                continue;
            };
            if s.total {
                if n < sum {
                    let raw = cx.tell(&[c.sentence]);
                    raw.variant("falls").number("total", sum).number("sum", n).at(s.bytes.clone());
                    raw.way("change-number");
                }
                sum = n;
            } else {
                sum += n;
            }
        }
        let Some(list) = o.duty.as_ref().and_then(|d| d.list()).and_then(|l| cx.m.lists.get(l)).cloned() else { continue };
        let Some(total) = list.total.value() else { continue };
        let wrong = sum > total || (known && sum < total);
        if wrong && list.compare == crate::tree::Compare::Exactly {
            cx.tell(&[c.sentence, o.sentence, list.sentence]).number("total", total).number("sum", sum).way("add-stage").way("change-number");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    const R: &str = "1.2 Delta shall release captives, within 42 days of acceptance.\n";

    #[test]
    fn people_in_no_stage_and_a_total_that_falls() {
        one("batch-cover", &[R, "1.3 Clause 1.2 is done in stages: 3 persons by day 1, 7 in all by day 7."].concat(), &["1.3", "1.2", "List captives"]);
        one("batch-cover", &[R, "1.3 Clause 1.2 is done in stages: 13 persons by day 1, 7 in all by day 7, 20 in all by day 9."].concat(), &["1.3"]);
    }

    #[test]
    fn stages_that_cover_the_list_are_clean() {
        clean("batch-cover", &[R, "1.3 Clause 1.2 is done in stages: 3 persons by day 1, 7 in all by day 7, 20 in all by day 42."].concat());
        clean("batch-cover", &[R, "1.3 Clause 1.2 is done in stages: 3 persons by day 1, 7 persons by day 7, 10 persons by day 42."].concat());
    }
}
