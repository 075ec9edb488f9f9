//! Nobody is named between one holder's end and the next one's start.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Anchor, Body, ClauseNo, EventRef, Modal, NameKind, Part, What};

pub(super) const CHECK: Check = Check {
    info: info(
        "power-vacuum",
        Family::Cover,
        Severity::Warn,
        "From the end of one holder of a place (forces leave it) until the start of the next (a force deploys, a cover begins) nobody is named to secure it, with the worst gap.",
        "Somebody armed fills it, and both sides blame the other.",
        "3.1 Upland shall withdraw its forces from Mill. 3.2 Force shall deploy to Mill, when 3.1 is done.",
    ),
    pairs: true,
    run,
};

/// A named holder's time in a place.
struct Hold {
    sentence: usize,
    from: Option<What>,
    until: Option<What>,
    named: bool,
}

fn run(cx: &mut Cx<'_>) {
    let places: Vec<String> = cx.tree.names.all.iter().filter(|n| n.kind == NameKind::Place).map(|n| n.text.clone()).collect();
    for place in places {
        let mut holds: Vec<Hold> = Vec::new();
        let mut leaves: Vec<(ClauseNo, usize)> = Vec::new();
        let mut starts: Vec<(ClauseNo, usize)> = Vec::new();
        for c in &cx.m.clauses {
            if let Body::Cover { who, service: "secures" | "administers", place: p, from, until } = &c.body
                && *p == place
            {
                let what = |e: &Option<EventRef>| e.as_ref().map(|e| e.what.clone());
                holds.push(Hold { sentence: c.sentence, from: what(from), until: what(until), named: who.is_some() });
            }
            if let Some(d) = &c.duty {
                let here = d.place() == Some(&place) || d.act.names.iter().any(|n| n.1 == place);
                if here && d.once() && d.modal != Modal::May && crate::lexicon::leaves(&d.act) && !d.act.begin {
                    leaves.push((c.no, c.sentence));
                }
                let guard = d.modal == Modal::Shall && d.lasting && ["secur", "guard", "administ", "protect"].iter().any(|v| d.act.verb.starts_with(v));
                if here && (crate::lexicon::takes_up(&d.act) && d.once() || guard) {
                    starts.push((c.no, c.sentence));
                }
            }
        }
        for (no, s) in &leaves {
            let end = What::Clause(*no, Part::Done);
            // A named cover that begins with or before the end, or a successor already there.
            let covered = holds.iter().any(|h| h.named && h.from.as_ref().is_none_or(|f| begins_by(cx, f, &end)) && reaches(cx, h, &starts, &end));
            let ready = starts.iter().any(|(n, _)| cx.comes_before(&What::Clause(*n, Part::Done), &end) || cx.comes_before(&What::Clause(*n, Part::Begun), &end));
            if covered || ready {
                continue;
            }
            let next: Vec<(ClauseNo, usize)> = starts.clone();
            let empty: Vec<usize> = holds.iter().filter(|h| !h.named).map(|h| h.sentence).collect();
            if next.is_empty() && empty.is_empty() && holds.is_empty() {
                // Forces leave and nobody at all is named to come: only told when others are named somewhere.
                let any = cx.m.clauses.iter().any(|c| matches!(&c.body, Body::Cover { .. }));
                if !any {
                    continue;
                }
            }
            let mut at = vec![*s];
            at.extend(next.iter().map(|n| n.1));
            at.extend(&empty);
            at.dedup();
            let gap = next.first().and_then(|(n, _)| gap(cx, *n, *no));
            let next_label = next.first().map(|n| n.0.to_string());
            let raw = cx.tell(&at);
            raw.name("place", place.clone());
            match (&gap, &next_label) {
                (Some(h), Some(n)) => {
                    raw.name("gap", h.clone());
                    raw.variant("gap");
                    raw.story("left", &[("clause", no.to_string()), ("place", place.clone())]);
                    raw.story("not-yet", &[("clause", n.clone()), ("place", place.clone())]);
                }
                (None, Some(n)) => {
                    raw.story("left", &[("clause", no.to_string()), ("place", place.clone())]);
                    raw.story("not-yet", &[("clause", n.clone()), ("place", place.clone())]);
                }
                _ => {
                    raw.story("left", &[("clause", no.to_string()), ("place", place.clone())]);
                }
            }
            raw.way("deploy-first").way("name-holder").way("step-by-step");
        }
    }
}

/// Whether `f` has happened by the time of `end`.
fn begins_by(cx: &Cx<'_>, f: &What, end: &What) -> bool {
    f == end || cx.comes_before(f, end) || match (f, end) {
        (What::Clause(a, Part::Begun), What::Clause(b, Part::Done)) => a == b,
        _ => false,
    }
}

/// Whether a cover lasts until somebody else is there.
fn reaches(cx: &Cx<'_>, h: &Hold, starts: &[(ClauseNo, usize)], end: &What) -> bool {
    match &h.until {
        None => true,
        Some(u) => u != end && (starts.iter().any(|(n, _)| matches!(u, What::Clause(x, _) if x == n)) || cx.comes_before(end, u) || starts.is_empty()),
    }
}

/// The longest time from the end to the next start that the text allows; none is without end.
fn gap(cx: &Cx<'_>, next: ClauseNo, end: ClauseNo) -> Option<String> {
    let d = cx.m.clause(next)?.duty.as_ref()?;
    let b = d.uppers.iter().find(|b| match &b.anchor {
        Anchor::Own => true,
        Anchor::Event(e) => matches!(e.what, What::Clause(n, _) if n == end),
        _ => false,
    })?;
    let m = b.span_of?.minutes()?;
    Some(if m % 1440 == 0 { format!("{} d", m / 1440) } else { format!("{} h", m / 60) })
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    const F: &str = "Force is a body.\n3.1 Upland shall withdraw its forces from Mill, within 9 days of acceptance.\n";

    #[test]
    fn between_leaving_and_coming_nobody_is_named() {
        one("power-vacuum", &[F, "3.2 Force shall deploy to Mill, when 3.1 is done."].concat(), &["3.1", "3.2"]);
        let f = one("power-vacuum", &[F, "3.2 Force shall deploy to Mill, when 3.1 is done, within 3 days."].concat(), &["3.1", "3.2"]);
        assert!(f.message.args.iter().any(|a| format!("{:?}", a.1).contains("3 d")));
        one("power-vacuum", &[F, "3.2 Force shall deploy to Mill, when 3.1 is done.\n3.3 From 3.1 done until 3.2 done, open secures Mill."].concat(), &["3.1", "3.2", "3.3"]);
    }

    #[test]
    fn a_named_holder_or_a_force_that_is_there_first_is_clean() {
        clean("power-vacuum", &[F, "3.2 Force shall deploy to Mill, when 3.1 is done.\n3.3 From 3.1 done until 3.2 done, Watch secures Mill."].concat());
        clean("power-vacuum", "Force is a body.\n3.1 Upland shall withdraw its forces from Mill, when 3.2 is done, within 9 days.\n3.2 Force shall deploy to Mill, within 5 days of acceptance.");
    }
}
