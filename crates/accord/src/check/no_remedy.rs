//! Duties that can be breached without anything following.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::Modal;
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    info: info(
        "no-remedy",
        Family::Complete,
        Severity::Warn,
        "Duties that can be breached and that no remedy, power or guarantee answers; one finding a side.",
        "What happens next is then decided outside the text.",
        "1.1 Delta shall leave Mill, within 2 days of acceptance.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let mut by: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (c, d) in cx.m.duties() {
        if matches!(d.modal, Modal::May | Modal::Should) || !cx.m.answers(c.no).is_empty() {
            continue;
        }
        let who = d.who.iter().filter(|w| cx.m.is_party(w)).cloned().collect::<Vec<_>>();
        if who.is_empty() {
            continue;
        }
        by.entry(who.join(", ")).or_default().push(c.sentence);
    }
    for (who, sentences) in by {
        cx.tell(&sentences).name("who", who).way("add-remedy").way("add-guarantee").way("add-dispute");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn a_breach_without_an_answer_is_found() {
        one("no-remedy", "1.1 Delta shall leave Mill, within 2 days of acceptance.", &["1.1"]);
    }

    #[test]
    fn a_cure_a_power_or_a_guarantee_answers() {
        clean("no-remedy", "1.1 Delta shall leave Mill, within 2 days of acceptance.\n1.2 Upland shall open Mill, within 2 days of acceptance.\n4.1 Norland guarantees 1.1: if breached, Norland shall convene the parties within 3 days.\n4.2 Delta may suspend 1.1 while 1.2 is breached.");
    }
}
