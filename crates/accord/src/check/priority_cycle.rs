//! Circular priority, or a ban on extending beside an extension.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, ClauseNo};
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    info: info(
        "priority-cycle",
        Family::Conflict,
        Severity::Stop,
        "Clauses that prevail over each other in a circle, or a clause that may not be extended and is.",
        "There is then no answer to the question which clause counts.",
        "4.1 Clause 1.1 prevails over clause 1.2. 4.2 Clause 1.2 prevails over clause 1.1.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let mut over: BTreeMap<ClauseNo, Vec<(ClauseNo, usize)>> = BTreeMap::new();
    let mut all: Vec<(ClauseNo, usize)> = Vec::new();
    let mut never: Vec<(ClauseNo, usize)> = Vec::new();
    let mut extended: Vec<(ClauseNo, usize)> = Vec::new();
    for c in &cx.m.clauses {
        match &c.body {
            Body::Prevails { clause, over: Some(o) } => over.entry(*clause).or_default().push((*o, c.sentence)),
            Body::Prevails { clause, over: None } => all.push((*clause, c.sentence)),
            Body::Extendable { clause, never: true, .. } => never.push((*clause, c.sentence)),
            Body::Extendable { clause, .. } | Body::Extended { clause, .. } => extended.push((*clause, c.sentence)),
            _ => {}
        }
    }
    let mut told: Vec<Vec<usize>> = Vec::new();
    for start in over.keys() {
        let mut stack = vec![(*start, Vec::<usize>::new())];
        let mut seen = std::collections::BTreeSet::new();
        while let Some((at, path)) = stack.pop() {
            for (next, s) in over.get(&at).into_iter().flatten() {
                let mut p = path.clone();
                p.push(*s);
                if next == start {
                    p.sort_unstable();
                    if !told.contains(&p) {
                        told.push(p);
                    }
                } else if seen.insert(*next) {
                    stack.push((*next, p));
                }
            }
        }
    }
    // One prevails over every other, and another prevails over it.
    for (a, s) in &all {
        for (b, list) in &over {
            for (o, t) in list {
                if o == a && b != a {
                    told.push(vec![*s, *t]);
                }
            }
        }
        for (b, t) in &all {
            if a < b {
                told.push(vec![*s, *t]);
            }
        }
    }
    for p in told {
        cx.tell(&p).way("drop-clause").way("say-which");
    }
    for (n, s) in never {
        for (e, t) in &extended {
            if *e == n {
                cx.tell(&[s, *t]).variant("extension").name("what", n.to_string()).way("drop-clause").way("say-which");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    const A: &str = "1.1 Delta shall leave Mill, within 9 days of acceptance.\n1.2 Upland shall open Mill, within 9 days of acceptance.\n1.3 Delta shall release captives, within 9 days of acceptance.\n";

    #[test]
    fn a_circle_of_priorities_and_a_banned_extension() {
        one("priority-cycle", &[A, "4.1 Clause 1.1 prevails over clause 1.2.\n4.2 Clause 1.2 prevails over clause 1.3.\n4.3 Clause 1.3 prevails over clause 1.1."].concat(), &["4.1", "4.2", "4.3"]);
        one("priority-cycle", &[A, "4.1 Clause 1.1 prevails over every other clause.\n4.2 Clause 1.2 prevails over clause 1.1."].concat(), &["4.1", "4.2"]);
        one("priority-cycle", &[A, "4.1 Clause 1.1 is not extendable.\n4.2 Clause 1.1 may be extended by agreement of Delta and Upland, at most once, by 14 days."].concat(), &["4.1", "4.2"]);
    }

    #[test]
    fn an_order_of_priorities_is_clean() {
        clean("priority-cycle", &[A, "4.1 Clause 1.1 prevails over clause 1.2.\n4.2 Clause 1.2 prevails over clause 1.3.\n4.3 Clause 1.3 is not extendable."].concat());
    }
}
