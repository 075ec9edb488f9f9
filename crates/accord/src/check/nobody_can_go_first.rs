//! Circular preconditions: everybody keeps the text and nothing happens.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Part, What};
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    info: info(
        "nobody-can-go-first",
        Family::Order,
        Severity::Stop,
        "Acts that wait for each other in a circle, with the shortest circle and the bracket choices that cause it.",
        "Nobody is in breach and nothing happens; each side sees the other one stall.",
        "1.1 Upland shall stop the bombing, when 1.2 is done. 1.2 Delta shall release captives, when 1.1 is done.",
    ),
    pairs: false,
    run,
};

/// The clauses outside a circle that wait for it, directly or behind another.
fn held_up(cx: &Cx<'_>, circle: &[usize], sentences: &[usize]) -> Vec<String> {
    let mut behind: Vec<Vec<usize>> = vec![Vec::new(); cx.m.events.len()];
    for (e, on) in cx.order.waits(cx.m).into_iter().enumerate() {
        for o in on {
            behind[o].push(e);
        }
    }
    let mut seen: BTreeSet<usize> = circle.iter().copied().collect();
    let mut queue = circle.to_vec();
    while let Some(e) = queue.pop() {
        queue.extend(behind[e].iter().filter(|b| seen.insert(**b)));
    }
    let waits = cx.m.duties().filter(|(c, _)| cx.m.ev(&What::Clause(c.no, Part::Begun)).is_some_and(|e| seen.contains(&e)));
    waits.filter(|(c, _)| !sentences.contains(&c.sentence)).map(|(c, _)| c.no.to_string()).collect()
}

fn run(cx: &mut Cx<'_>) {
    for circle in cx.order.circles(cx.m) {
        let mut sentences: Vec<usize> = Vec::new();
        let mut hops: Vec<(String, String)> = Vec::new();
        let names: Vec<Option<usize>> = circle.iter().map(|e| cx.origin(&cx.m.events[*e])).collect();
        for (k, e) in circle.iter().enumerate() {
            let what = &cx.m.events[*e];
            if let Some(s) = names[k]
                && !sentences.contains(&s)
            {
                sentences.push(s);
            }
            // One hop a clause: begun of one waits for done of another.
            let next = circle[(k + 1) % circle.len()];
            let (a, b) = (cx.origin(what), cx.origin(&cx.m.events[next]));
            if let (Some(a), Some(b)) = (a, b)
                && (a != b || circle.len() == 1)
            {
                let _ = matches!(what, What::Clause(_, Part::Done));
                hops.push((cx.label(a), cx.label(b)));
            }
        }
        if sentences.is_empty() {
            continue;
        }
        // The circle is the same wherever one begins: from its first clause in the text.
        let at = sentences.iter().enumerate().min_by_key(|(_, s)| **s).map_or(0, |(k, _)| k);
        sentences.rotate_left(at);
        let first = cx.label(sentences[0]);
        if let Some(k) = hops.iter().position(|h| h.0 == first) {
            hops.rotate_left(k);
        }
        let labels: Vec<String> = sentences.iter().map(|s| cx.label(*s)).collect();
        let behind = held_up(cx, &circle, &sentences);
        let raw = cx.tell(&sentences);
        for (a, b) in &hops {
            raw.story("hop", &[("clause", a.clone()), ("other", b.clone())]);
        }
        if !behind.is_empty() {
            raw.story("held-up", &[("clauses", behind.join(", "))]);
        }
        raw.story("nothing-happens", &[]);
        raw.way("break-circle");
        if let Some(last) = labels.last() {
            raw.way_named("start-on-event", "other", last.clone());
        }
        raw.way("same-hour");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, found, one};
    use crate::finding::Severity;

    #[test]
    fn two_acts_that_wait_for_each_other() {
        let f = one("nobody-can-go-first", "1.1 Upland shall stop the bombing, when 1.2 is done.\n1.2 Delta shall release captives, when 1.1 is done.", &["1.1", "1.2"]);
        assert_eq!(f.severity, Severity::Stop);
        assert_eq!(f.story.len(), 3);
    }

    #[test]
    fn what_waits_behind_the_circle_is_named_in_its_story() {
        let f = one(
            "nobody-can-go-first",
            "1.1 Upland shall stop the bombing, when 1.2 is done.\n1.2 Delta shall release captives, when 1.1 is done.\n1.3 Upland shall leave Mill, when 1.2 is done.\n1.4 Delta shall open Mill, when 1.3 is done.\n1.5 Delta shall clear Mill.",
            &["1.1", "1.2"],
        );
        let behind = f.story.iter().find(|s| s.key == "accord-story-held-up").expect("somebody waits");
        assert_eq!(*behind, terms::phrase::Phrase::new("accord-story-held-up").name("clauses", "1.3, 1.4"));
    }

    #[test]
    fn under_one_bracket_only() {
        let f = one("nobody-can-go-first", "1.1 Upland shall stop the bombing, [A: when 1.2 is done | B: before 1.2 begins].\n1.2 Delta shall release captives, when 1.1 is done.", &["1.1", "1.2"]);
        assert_eq!(f.brackets, ["1.1 A"]);
        assert_eq!(f.severity, Severity::Warn);
    }

    #[test]
    fn a_chain_and_an_alternative_way_are_no_circle() {
        clean("nobody-can-go-first", "1.1 Upland shall stop the bombing, on acceptance.\n1.2 Delta shall release captives, when 1.1 is done.");
        clean("nobody-can-go-first", "1.1 Upland shall stop the bombing, when any of 1.2, acceptance.\n1.2 Delta shall release captives, when 1.1 is done.");
        assert!(found("nobody-can-go-first", "1.1 Upland shall stop the bombing, when 1.1 is done.").len() == 1);
    }
}
