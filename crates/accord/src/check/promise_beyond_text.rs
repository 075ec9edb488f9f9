//! A guarantee of what nobody is obliged to do.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Modal};

pub(super) const CHECK: Check = Check {
    info: info(
        "promise-beyond-text",
        Family::Conflict,
        Severity::Warn,
        "A guarantee of, or a remedy for, something that nobody is obliged to do: a permission, an aim, a `should`.",
        "The guarantor has promised what it cannot ask of anybody.",
        "2.3 Upland may leave Mill. 4.5 Norland guarantees 2.3: if breached, Norland shall convene the parties.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for c in &cx.m.clauses {
        let of = match &c.body {
            Body::Guarantee { clauses, .. } => clauses.clone(),
            Body::Cure { of, .. } => vec![*of],
            Body::IfNot { of, part: crate::tree::Part::Breached, .. } => of.clone(),
            _ => continue,
        };
        for no in of {
            let Some(o) = cx.m.clause(no) else { continue };
            let binds = match (&o.body, &o.duty) {
                (_, Some(d)) => matches!(d.modal, Modal::Shall | Modal::ShallNot) && !d.weak,
                (Body::Aim { .. }, _) => false,
                _ => true,
            };
            if !binds {
                cx.tell(&[c.sentence, o.sentence]).way("use-shall-other").way("drop-guarantee");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn a_guarantee_of_a_may() {
        one("promise-beyond-text", "2.3 Upland may leave Mill.\n4.5 Norland guarantees 2.3: if breached, Norland shall convene the parties.", &["4.5", "2.3"]);
        one("promise-beyond-text", "2.3 Upland should leave Mill.\n4.5 If 2.3 is breached, the mediators together shall convene the parties.", &["4.5", "2.3"]);
    }

    #[test]
    fn a_guarantee_of_a_duty() {
        clean("promise-beyond-text", "2.3 Upland shall leave Mill.\n4.5 Norland guarantees 2.3: if breached, Norland shall convene the parties.");
    }
}
