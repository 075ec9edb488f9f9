//! Words that bind nothing.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Tail};

pub(super) const CHECK: Check = Check {
    info: info(
        "weak-modal",
        Family::Complete,
        Severity::Note,
        "`should`, `will`, `endeavour`, `use its influence`: the sentence reads like a duty and binds nothing.",
        "The side that wanted a duty believes that it has one.",
        "1.1 Upland should withdraw, within 60 days of acceptance.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for c in &cx.m.clauses {
        let weak = match &c.body {
            Body::Duty(d) => d.weak.clone(),
            Body::Guarantee { act: Some(d), .. } => d.weak.clone(),
            _ => continue,
        };
        if weak.is_empty() {
            continue;
        }
        let words = weak.iter().map(|w| &cx.tree.text[w.clone()]).collect::<Vec<_>>().join(", ");
        let timed = c.duty.as_ref().is_some_and(|d| d.has(|t| matches!(t, Tail::Upper(_))));
        let raw = cx.tell(&[c.sentence]);
        raw.name("words", words);
        if timed {
            raw.variant("timed");
        }
        for w in weak {
            raw.at(w);
        }
        raw.way("use-shall");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn should_binds_nothing() {
        one("weak-modal", "1.1 Upland should leave Mill, within 60 days of acceptance.", &["1.1"]);
        one("weak-modal", "1.1 Upland shall use its influence to free captives.", &["1.1"]);
    }

    #[test]
    fn shall_binds() {
        clean("weak-modal", "1.1 Upland shall leave Mill, within 60 days of acceptance.");
    }
}
