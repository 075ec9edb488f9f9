//! An act that cannot be undone goes before one that can.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Modal, Part, What};

pub(super) const CHECK: Check = Check {
    info: info(
        "irreversible-first",
        Family::Safety,
        Severity::Warn,
        "One side's act that cannot be undone (people released, arms destroyed) must come before the other side's act that can be (a pause, a withdrawal).",
        "The second side can take its act back; the first cannot.",
        "1.2 Delta shall release captives. 1.3 Upland shall suspend flights, when 1.2 is done.",
    ),
    pairs: true,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let duties = cx.duties();
    for (o, later) in &duties {
        if later.modal != Modal::Shall || later.who.is_empty() || !crate::lexicon::reversible(&later.act) || crate::lexicon::irreversible(&later.act) {
            continue;
        }
        for e in later.when.iter().flatten() {
            let What::Clause(no, Part::Done | Part::Verified) = e.what else { continue };
            let Some(first) = duties.iter().find(|(c, _)| c.no == no) else { continue };
            let (c, d) = first;
            let two = !d.who.is_empty() && d.who.iter().all(|w| cx.m.is_party(w)) && later.who.iter().any(|w| !d.who.contains(w) && cx.m.is_party(w));
            let secured = cx.m.answers(o.no).iter().any(|a| !matches!(&a.body, crate::tree::Body::Guarantee { act: None, .. }));
            if two && d.modal == Modal::Shall && crate::lexicon::irreversible(&d.act) && !secured {
                let who = d.who.join(", ");
                cx.tell(&[c.sentence, o.sentence]).name("who", who).name("act", d.act.text.clone()).way("turn-round").way("in-batches").way("add-guarantee-other");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn people_before_a_pause() {
        one("irreversible-first", "1.2 Delta shall release captives, within 9 days of acceptance.\n1.3 Upland shall suspend flights, when 1.2 is done, within 2 days.", &["1.2", "1.3"]);
    }

    #[test]
    fn the_other_way_round_or_guaranteed_is_clean() {
        clean("irreversible-first", "1.2 Delta shall release captives, when 1.3 is done, within 9 days.\n1.3 Upland shall suspend flights, within 2 days of acceptance.");
        clean("irreversible-first", "1.2 Delta shall release captives, within 9 days of acceptance.\n1.3 Upland shall suspend flights, when 1.2 is done, within 2 days.\n4.5 Norland guarantees 1.3: if breached, Norland shall convene the parties.");
    }
}
