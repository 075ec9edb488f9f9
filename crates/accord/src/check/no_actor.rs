//! Nobody is named to act.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Modal, Who};

pub(super) const CHECK: Check = Check {
    info: info(
        "no-actor",
        Family::Complete,
        Severity::Warn,
        "A duty in the passive: something shall be done, and nobody is named to do it.",
        "Nobody can be asked, and nobody is in breach.",
        "2.2 Delta shall be disarmed, within 30 days of acceptance.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for c in &cx.m.clauses {
        match &c.body {
            Body::Duty(d) if d.who == Who::Nobody && !matches!(d.modal, Modal::May) => {
                let raw = cx.tell(&[c.sentence]);
                raw.name("act", d.act.text.clone()).at(d.act.span.clone());
                raw.way("name-actor");
            }
            Body::Ratio { by: Who::Nobody, .. } => {
                // A ratio that another clause's debtor fulfils has its actor there.
                let owed = cx.m.duties().any(|(_, d)| d.once() && d.list().is_some());
                if !owed {
                    cx.tell(&[c.sentence]).variant("ratio").way("name-actor");
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
    fn the_passive_names_nobody() {
        one("no-actor", "2.2 Delta shall be disarmed, within 30 days of acceptance.", &["2.2"]);
    }

    #[test]
    fn the_passive_with_an_agent_or_the_active_does() {
        clean("no-actor", "2.2 Delta shall be disarmed by Watch, within 30 days of acceptance.\n2.3 Delta shall leave Mill, within 2 days of acceptance.");
    }
}
