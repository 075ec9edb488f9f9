//! `while talks continue`, and nothing ends the talks.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Tail, What};

pub(super) const CHECK: Check = Check {
    info: info(
        "no-termination-event",
        Family::Complete,
        Severity::Warn,
        "A clause that lasts while talks are open, and no event ends the talks.",
        "Whoever likes the state of things keeps talking; whoever does not walks out and says that they ended.",
        "Talks \"phase two\" are between Delta and Upland. 1.15 Clause 1.4 continues while Talks \"phase two\" are open.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for c in &cx.m.clauses {
        let conds: Vec<What> = match &c.body {
            Body::Continues { cond, .. } => cond.events().iter().map(|e| e.what.clone()).collect(),
            Body::Duty(d) => d.tails.iter().filter_map(|t| if let Tail::While(c) = t { Some(c) } else { None }).flat_map(|c| c.events().iter().map(|e| e.what.clone())).collect(),
            _ => vec![],
        };
        for w in conds {
            let What::TalksOpen(n) = w else { continue };
            let Some(t) = cx.m.talks.get(&n) else { continue };
            if t.ends.is_none() {
                let open = t.end_open;
                let at = t.sentence;
                let raw = cx.tell(&[c.sentence, at]);
                raw.name("talks", n);
                if open {
                    raw.variant("open");
                }
                raw.way("end-talks").way("add-until");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn talks_without_an_end_are_found() {
        one("no-termination-event", "Talks \"two\" are between Delta and Upland, begin with acceptance.\n1.4 Both parties shall observe the truce.\n1.5 Clause 1.4 continues while Talks \"two\" are open.", &["1.5", "Talks two"]);
    }

    #[test]
    fn talks_with_an_end_are_not() {
        clean("no-termination-event", "Talks \"two\" are between Delta and Upland, begin with acceptance, end when acceptance.\n1.4 Both parties shall observe the truce.\n1.5 Clause 1.4 continues while Talks \"two\" are open.");
    }
}
