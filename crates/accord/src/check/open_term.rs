//! What is not agreed yet.

use super::{Check, Cx, Family, Severity, info, mentions};
use crate::tree::What;

pub(super) const CHECK: Check = Check {
    info: info(
        "open-term",
        Family::Complete,
        Severity::Warn,
        "A slot that is still `open`, with how many clauses wait on it.",
        "What blocks most should be talked about first.",
        "1.1 Delta shall leave Mill, within open days of acceptance.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let count = cx.m.clauses.len() + cx.m.phases.len();
    for s in 0..cx.tree.sentences.len() {
        let sent = &cx.tree.sentences[s];
        // Under these choices only: an `open` inside an alternative not taken is not told.
        let open: Vec<crate::tree::Bytes> = sent
            .open
            .iter()
            .filter(|at| {
                sent.groups.iter().all(|g| {
                    let taken = cx.m.choices.0.get(&g.id);
                    !(g.span.start <= at.start && at.end <= g.span.end)
                        || g.options.iter().any(|o| Some(&o.letter) == taken && o.span.start <= at.start && at.end <= o.span.end)
                })
            })
            .cloned()
            .collect();
        if open.is_empty() || !super::merge::read(cx.tree, s) {
            continue;
        }
        // Who waits on it: by number or by name.
        let number = sent.number;
        let name = cx.tree.names.all.iter().find(|n| n.sentence == s).map(|n| n.text.clone());
        let mut waiting: Vec<String> = Vec::new();
        if count < 2_000 {
            for (c, d) in cx.m.duties() {
                let hit = mentions(d).iter().any(|e| match (&e.what, number, &name) {
                    (What::Clause(n, _), Some(no), _) => *n == no,
                    (What::Named(x) | What::Process(x), _, Some(y)) => x == y,
                    (What::TalksOpen(x) | What::TalksEnd(x), _, Some(y)) => x == y,
                    (What::Count { list, .. }, _, Some(y)) => list == y,
                    _ => false,
                }) || name.as_ref().is_some_and(|y| d.act.names.iter().any(|n| n.1 == *y));
                if hit && c.sentence != s {
                    waiting.push(c.no.to_string());
                }
            }
        }
        let raw = cx.tell(&[s]);
        raw.number("count", i64::try_from(waiting.len()).unwrap_or(0));
        for at in open {
            raw.at(at);
        }
        if !waiting.is_empty() {
            raw.variant("waited");
            raw.name("waiting", waiting.join(", "));
        }
        raw.way("fill-open").way("add-fallback");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn an_open_slot_is_told_with_who_waits_on_it() {
        let f = one("open-term", "1.1 Delta shall leave Mill, within open days of acceptance.\n1.2 Upland shall open Mill, when 1.1 is done.", &["1.1"]);
        assert!(f.message.args.iter().any(|a| a.0 == "waiting"));
        assert_eq!(f.spans[0].length, 4);
    }

    #[test]
    fn an_open_slot_inside_a_bracket_is_told_under_that_choice_only() {
        let f = one("open-term", "1.1 Delta shall leave Mill, [A: within 2 days of acceptance | B: within open days of acceptance].", &["1.1"]);
        assert_eq!(f.brackets, ["1.1 B"]);
    }

    #[test]
    fn filled_slots_are_not() {
        clean("open-term", "1.1 Delta shall leave Mill, within 2 days of acceptance.");
    }
}
