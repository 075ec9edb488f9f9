//! Two events without an order between them, whose order changes the duties.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Effect, What};

pub(super) const CHECK: Check = Check {
    info: info(
        "order-matters",
        Family::Order,
        Severity::Note,
        "A clause begins with one event and ends with another, and nothing says which comes first.",
        "If the end comes first the duty never binds; whoever can cause it decides.",
        "1.1 Upland shall admit aid each day, when 1.2 is done, until 1.3 is done.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let mut ends: Vec<(usize, What, usize)> = Vec::new();
    for c in &cx.m.clauses {
        if let Some(d) = &c.duty
            && let Some(u) = &d.until
        {
            ends.push((c.sentence, u.what.clone(), c.sentence));
        }
        if let Body::IfNot { of, effect: Effect::End(list), part } = &c.body {
            for no in list {
                if let (Some(o), Some(first)) = (cx.m.clause(*no), of.first()) {
                    ends.push((o.sentence, What::Clause(*first, *part), c.sentence));
                }
            }
        }
    }
    for (c, d) in cx.duties() {
        for (s, end, by) in ends.clone() {
            if s != c.sentence {
                continue;
            }
            for alt in &d.when {
                let Some(start) = alt.first() else { continue };
                let unordered = |w: &What| matches!(w, What::Clause(..) | What::Named(_) | What::Count { .. });
                if start.what == end || !unordered(&start.what) || !unordered(&end) {
                    continue;
                }
                // A clock between the two orders them as well as a condition does.
                if cx.comes_before(&start.what, &end) || cx.comes_before(&end, &start.what) {
                    continue;
                }
                let (a, b) = (cx.event_name(&start.what), cx.event_name(&end));
                let at = if by == s { vec![s] } else { vec![s, by] };
                cx.tell(&at).name("first", a).name("second", b).way("order-events");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn a_beginning_and_an_end_without_an_order() {
        one("order-matters", "1.1 Upland shall admit 5 trucks each day, when 1.2 is done, until 1.3 is done.\n1.2 Delta shall leave Mill, within 2 days of acceptance.\n1.3 Upland shall open Mill, within 9 days of acceptance.", &["1.1"]);
    }

    #[test]
    fn an_order_between_them_is_enough() {
        clean("order-matters", "1.1 Upland shall admit 5 trucks each day, when 1.2 is done, until 1.3 is done.\n1.2 Delta shall leave Mill, within 2 days of acceptance.\n1.3 Upland shall open Mill, when 1.2 is done, within 9 days.");
    }
}
