//! A duty without an end to its clock.

use super::{Check, Cx, Family, Severity, info};
use crate::model::{Clause, Duty};
use crate::tree::{Anchor, ClauseNo, EventAt, Modal, Part, Span, Tail, What};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const CHECK: Check = Check {
    info: info(
        "no-timescale",
        Family::Complete,
        Severity::Warn,
        "An act that nothing bounds above: no deadline of its own, of its phase, or of what it must come before.",
        "Whoever owes it is never late, and whoever waits for it waits for ever.",
        "2.2 Delta shall be disarmed.",
    ),
    pairs: false,
    run,
};

/// Whether the act has an upper bound from an event that is itself bounded or simply happens.
pub(super) fn bounded(cx: &Cx<'_>, c: &Clause, d: &Duty, seen: &mut BTreeSet<crate::tree::ClauseNo>) -> bool {
    if !seen.insert(c.no) {
        return false;
    }
    let span_ok = |s: Option<Span>| s.is_none_or(|s| s.minutes().is_some());
    let own = d.uppers.iter().any(|b| {
        span_ok(b.span_of)
            && match &b.anchor {
                Anchor::Event(e) | Anchor::Before(e) => event(cx, &e.what, seen),
                Anchor::Later(v) => v.iter().all(|e| event(cx, &e.what, seen)),
                Anchor::Earlier(v) => v.iter().any(|e| event(cx, &e.what, seen)),
                Anchor::Own => true,
            }
    });
    let tail = d.tails.iter().any(|t| match t {
        Tail::OnDay(e) | Tail::On(e) | Tail::Before(e) => event(cx, &e.what, seen),
        Tail::InThe(_) | Tail::For(..) | Tail::Soon(_) => !matches!(t, Tail::Soon(_)),
        _ => false,
    });
    let phase = c.phase.and_then(|n| cx.m.phases.get(&n)).is_some_and(|p| p.lasts.is_some_and(|s| s.minutes().is_some()));
    let stages = cx.m.stages(c.no).iter().any(|o| match &o.body {
        crate::tree::Body::Stages { clause, stages, .. } => *clause == c.no && stages.last().is_some_and(|s| s.by.is_some()),
        crate::tree::Body::Batches { clause, .. } => *clause == c.no,
        _ => false,
    });
    own || tail || phase || stages
}

fn event(cx: &Cx<'_>, what: &What, seen: &mut BTreeSet<crate::tree::ClauseNo>) -> bool {
    match what {
        What::Open | What::Unknown(_) => false,
        What::Clause(no, Part::Done | Part::Verified | Part::Reported | Part::Begun) => match cx.m.clause(*no) {
            Some(c) => match &c.duty {
                // A deadline counted from another act is a deadline once that act is done; the
                // other act's own lack is told there.
                Some(d) => d.once() || bounded(cx, c, d, seen),
                None => true,
            },
            None => false,
        },
        What::Named(n) => match cx.m.declared.get(n).and_then(|d| d.at.as_ref()) {
            Some(EventAt::After(span, e)) => span.minutes().is_some() && event(cx, &e.what, seen),
            _ => cx.m.declared.get(n).is_some_and(|d| !d.open),
        },
        _ => true,
    }
}

/// Who waits for each clause, by name.
fn waiting(cx: &Cx<'_>) -> BTreeMap<ClauseNo, Vec<String>> {
    let mut out: BTreeMap<ClauseNo, Vec<String>> = BTreeMap::new();
    let mut add = |w: &What, by: String| {
        if let What::Clause(n, _) = w {
            let list = out.entry(*n).or_default();
            if !list.contains(&by) {
                list.push(by);
            }
        }
    };
    for (c, d) in cx.m.duties() {
        for e in d.when.iter().flatten() {
            add(&e.what, c.no.to_string());
        }
    }
    for (n, p) in &cx.m.phases {
        for e in p.begins.iter().flat_map(|b| b.events()) {
            add(&e.what, format!("Phase {n}"));
        }
    }
    out
}

fn run(cx: &mut Cx<'_>) {
    let waits = waiting(cx);
    for (c, d) in cx.duties() {
        if !d.once() || d.modal == Modal::May {
            continue;
        }
        // A slot that is open says so itself; `immediately` is told as vague.
        let open = d.uppers.iter().any(|b| b.span_of.is_some_and(|s| s.minutes().is_none()))
            || d.uppers.iter().any(|b| matches!(&b.anchor, Anchor::Event(e) if e.what == What::Open))
            || d.has(|t| matches!(t, Tail::Soon(_)));
        if open || bounded(cx, c, d, &mut BTreeSet::new()) {
            continue;
        }
        let waiting = waits.get(&c.no).cloned().unwrap_or_default();
        let raw = cx.tell(&[c.sentence]);
        raw.name("act", d.act.text.clone());
        if !waiting.is_empty() {
            raw.story("waits-for", &[("clause", c.no.to_string()), ("waiting", waiting.join(", "))]);
        }
        raw.way("add-deadline").way("add-phase-length");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, found, one};

    #[test]
    fn an_act_without_a_deadline_is_found_and_whoever_waits_is_named() {
        let f = one("no-timescale", "2.2 Delta shall leave Mill.\n2.3 Upland shall open Mill, when 2.2 is done, within 2 days.", &["2.2"]);
        assert_eq!(f.story.len(), 1);
    }

    #[test]
    fn an_inherited_deadline_counts() {
        clean("no-timescale", "Phase 1 begins on acceptance and lasts 42 days.\n1.1 Delta shall leave Mill.\n1.2 Upland shall release prisoners, on the day of 1.1.");
        clean("no-timescale", "1.1 Delta shall leave Mill, within 3 days of acceptance.\n1.2 Delta shall observe the truce.\n1.3 Delta shall not enter Mill.");
    }

    #[test]
    fn an_open_deadline_is_open_term_s_business() {
        assert!(found("no-timescale", "1.1 Delta shall leave Mill, within open days of acceptance.").is_empty());
    }
}
