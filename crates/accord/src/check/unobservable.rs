//! A condition that nobody reports.

use super::{Check, Cx, Family, Severity, info, mentions};
use crate::tree::{Body, Part, What};

pub(super) const CHECK: Check = Check {
    info: info(
        "unobservable",
        Family::Complete,
        Severity::Warn,
        "A clock or a condition counts on an event that nobody is named to report.",
        "Two sides see it at two moments, or one of them never.",
        "Event \"calm\" is open. 1.1 Delta shall leave Mill, within 2 days of calm.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let mut told = std::collections::BTreeSet::new();
    for (c, d) in cx.duties() {
        for e in mentions(d) {
            let at = match &e.what {
                What::Named(n) => match cx.m.declared.get(n) {
                    Some(x) if x.reported.is_none() && x.at.is_none() => x.sentence,
                    _ => continue,
                },
                // A clock on `the report` needs a clause that somebody reports.
                What::Report => {
                    let any = cx.m.clauses.iter().any(|o| matches!(o.body, Body::Reports { .. })) || d.to.is_some();
                    if any {
                        continue;
                    }
                    c.sentence
                }
                What::Clause(no, Part::Reported) => match cx.m.clause(*no) {
                    Some(o) if !reported(cx, *no, o.duty.as_ref()) => o.sentence,
                    _ => continue,
                },
                _ => continue,
            };
            if told.insert((at, c.sentence)) {
                let name = cx.event_name(&e.what);
                let mut list = vec![c.sentence];
                if at != c.sentence {
                    list.push(at);
                }
                cx.tell(&list).name("event", name).way("name-reporter");
            }
        }
    }
    // A verification counted from a report that nobody makes.
    for c in &cx.m.clauses {
        let Body::Verifies { clauses, within: Some(b), .. } = &c.body else { continue };
        let on_report = matches!(&b.anchor, crate::tree::Anchor::Event(e) if e.what == What::Report);
        if !on_report {
            continue;
        }
        for no in clauses {
            let Some(o) = cx.m.clause(*no) else { continue };
            if !reported(cx, *no, o.duty.as_ref()) && told.insert((o.sentence, c.sentence)) {
                cx.tell(&[c.sentence, o.sentence]).name("event", "report").way("name-reporter");
            }
        }
    }
}

/// Whether somebody reports that a clause is done: a reporter, or the intermediary it goes to.
fn reported(cx: &Cx<'_>, no: crate::tree::ClauseNo, d: Option<&crate::model::Duty>) -> bool {
    cx.m.clauses.iter().any(|o| matches!(&o.body, Body::Reports { clauses, .. } if clauses.contains(&no)))
        || d.and_then(|d| d.to.as_deref()).and_then(|t| cx.m.actors.get(t)).is_some_and(|a| a.roles.contains(&"intermediary"))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn an_event_that_nobody_reports_is_found() {
        one("unobservable", "Event \"calm\" is open.\n1.1 Delta shall leave Mill, within 2 days of calm.", &["1.1", "Event calm"]);
        one("unobservable", "1.1 Delta shall leave Mill, within 2 days of acceptance.\n1.2 Watch verifies 1.1 within 12 hours of the report.", &["1.2", "1.1"]);
    }

    #[test]
    fn a_reported_event_is_seen() {
        clean("unobservable", "Event \"calm\" is reported by Watch.\n1.1 Delta shall leave Mill, within 2 days of calm.\n1.2 Watch verifies 1.1 within 12 hours of the report.\n1.3 Delta reports 1.1 within 2 hours of 1.1.");
    }
}
