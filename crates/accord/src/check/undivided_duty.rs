//! A joint duty with nobody to answer for a part.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Modal, Tail, Who};

pub(super) const CHECK: Check = Check {
    info: info(
        "undivided-duty",
        Family::Complete,
        Severity::Warn,
        "One positive duty of several together, with no split of who answers for what.",
        "Each can say that the other's part is missing.",
        "1.1 Delta and Upland shall rebuild the bridge, within 90 days of acceptance.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for (c, d) in cx.duties() {
        let joint = match &d.said {
            Who::Together(_) => d.who.len() != 1,
            Who::Named(a) => a.len() > 1,
            Who::Both => d.once() && !d.has(|t| matches!(t, Tail::EachPeriod(_))),
            _ => false,
        };
        // To refrain is each one's own; a mutual act of keeping a state as well.
        if joint && d.modal == Modal::Shall && !d.lasting && !crate::lexicon::restraint(&d.act, d.modal) {
            cx.tell(&[c.sentence]).name("who", d.who.join(", ")).way("each-party").way("split-duty");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn a_joint_work_has_nobody_to_answer_for_it() {
        one("undivided-duty", "1.1 Delta and Upland shall rebuild the bridge, within 90 days of acceptance.", &["1.1"]);
    }

    #[test]
    fn each_for_itself_and_refraining_are_divided() {
        clean("undivided-duty", "1.1 Each party shall answer the other's list, within 7 days of acceptance.\n1.2 Both parties shall observe the ceasefire.\n1.3 Both parties shall not enter Mill.");
    }
}
