//! One clock started by two events.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Anchor, Body, Bound, Tail};

pub(super) const CHECK: Check = Check {
    info: info(
        "two-anchors",
        Family::Time,
        Severity::Stop,
        "The same length of time for one act, counted from two different events: in one clause, in two clauses, or in two sources' readings.",
        "The two deadlines lie apart by as much as the events do, and each side counts from its own.",
        "1.2 Delta shall release captives, [reading A: within 72 hours of acceptance | reading B: within 72 hours of 1.1].",
    ),
    pairs: true,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let duties = cx.duties();
    for (i, (c, d)) in duties.iter().enumerate() {
        let first = d.has(|t| matches!(t, Tail::First | Tail::Last));
        for (k, a) in d.uppers.iter().enumerate() {
            for b in &d.uppers[k + 1..] {
                if !first && differ(a, b) {
                    cx.tell(&[c.sentence]).at(a.bytes.clone()).at(b.bytes.clone()).way("one-anchor").way("whichever-first");
                }
            }
        }
        for (o, e) in &duties[i + 1..] {
            let one_act = d.modal == e.modal
                && d.list().is_some()
                && d.list() == e.list()
                && crate::lexicon::stem(&d.act.verb) == crate::lexicon::stem(&e.act.verb)
                && d.who == e.who;
            if !one_act {
                continue;
            }
            if d.uppers.iter().any(|a| e.uppers.iter().any(|b| differ(a, b))) {
                cx.tell(&[c.sentence, o.sentence]).variant("clauses").way("one-anchor").way("drop-clause");
            }
        }
    }
    // Two sources' readings of one clause.
    for s in 0..cx.tree.sentences.len() {
        let sent = &cx.tree.sentences[s];
        if !sent.groups.iter().any(|g| g.reading) {
            continue;
        }
        let bounds: Vec<Vec<Bound>> = sent
            .variants
            .iter()
            .filter_map(|v| if let Body::Duty(d) = &v.body { Some(d.tails.iter().filter_map(|t| if let Tail::Upper(b) = t { Some(b.clone()) } else { None }).collect()) } else { None })
            .collect();
        let two = bounds.iter().enumerate().any(|(i, x)| bounds[i + 1..].iter().any(|y| x.iter().any(|a| y.iter().any(|b| differ(a, b)))));
        if two {
            cx.tell(&[s]).every().variant("readings").way("one-anchor").way("whichever-first");
        }
    }
}

/// The same length from two events.
fn differ(a: &Bound, b: &Bound) -> bool {
    let event = |x: &Anchor| match x {
        Anchor::Event(e) => Some(e.what.clone()),
        _ => None,
    };
    a.span_of.is_some() && a.span_of == b.span_of && match (event(&a.anchor), event(&b.anchor)) {
        (Some(x), Some(y)) => x != y,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};
    use crate::finding::Severity;

    const SIGN: &str = "Event \"signing\" is reported by Aru.\n";

    #[test]
    fn one_clock_with_two_starts() {
        let f = one("two-anchors", &[SIGN, "1.2 Delta shall release captives, within 72 hours of acceptance and within 72 hours of signing."].concat(), &["1.2"]);
        assert_eq!(f.severity, Severity::Stop);
        one("two-anchors", &[SIGN, "1.2 Delta shall release captives, within 72 hours of acceptance.\n1.3 Delta shall release captives to Red Cross, within 72 hours of signing."].concat(), &["1.2", "1.3"]);
        let f = one("two-anchors", &[SIGN, "1.2 Delta shall release captives, [reading A: within 72 hours of acceptance | reading B: within 72 hours of signing]."].concat(), &["1.2"]);
        assert!(f.brackets.is_empty() && f.severity == Severity::Stop);
    }

    #[test]
    fn two_lengths_or_a_rule_for_both_are_clean() {
        clean("two-anchors", &[SIGN, "1.2 Delta shall release captives, within 72 hours of acceptance and within 24 hours of signing.\n1.3 Upland shall open Mill, within 2 days of acceptance and within 2 days of signing, whichever is first."].concat());
    }
}
