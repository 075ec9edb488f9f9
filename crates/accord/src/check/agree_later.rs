//! A start or an end that hangs on an agreement still to come.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, What};

pub(super) const CHECK: Check = Check {
    info: info(
        "agree-later",
        Family::Complete,
        Severity::Warn,
        "A duty or a phase begins or ends on a future agreement that any side can withhold, with nothing said for the case that it fails.",
        "Each side has a veto over everything that comes after.",
        "Phase 2 begins when Delta and Upland agree on \"phase two\".",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for (n, p) in &cx.m.phases {
        let on = p.begins.iter().chain(&p.ends).flat_map(|c| c.events()).find_map(|e| if let What::Agree { on, .. } = &e.what { Some(on.clone()) } else { None });
        if let Some(on) = on
            && p.failing.is_none()
        {
            cx.tell(&[p.sentence]).name("on", on).name("phase", n.to_string()).way("add-failing").way("set-test");
        }
    }
    for (c, d) in cx.duties() {
        let on = super::mentions(d).into_iter().find_map(|e| if let What::Agree { on, .. } = &e.what { Some(on.clone()) } else { None });
        if let Some(on) = on {
            let answered = !cx.m.answers(c.no).is_empty()
                || d.has(|t| matches!(t, crate::tree::Tail::Failing(_)))
                || d.when.len() > 1
                || cx.m.clauses.iter().any(|o| matches!(&o.body, Body::IfNot { of, .. } if of.contains(&c.no)));
            if !answered {
                cx.tell(&[c.sentence]).name("on", on).way("add-failing").way("set-test");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn a_phase_that_any_side_can_withhold_is_found() {
        one("agree-later", "Phase 2 begins when Delta and Upland agree on \"phase two\".", &["Phase 2"]);
        one("agree-later", "1.1 Delta shall leave Mill, when Delta and Upland agree on \"lines\", within 2 days.", &["1.1"]);
    }

    #[test]
    fn a_failing_that_is_enough() {
        clean("agree-later", "1.4 Both parties shall observe the truce.\nPhase 2 begins when Delta and Upland agree on \"phase two\", no later than day 42; failing that, 1.4 ends.");
    }
}
