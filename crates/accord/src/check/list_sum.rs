//! Kinds of a list that do not add up.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::Compare;

pub(super) const CHECK: Check = Check {
    info: info(
        "list-sum",
        Family::Lists,
        Severity::Stop,
        "Kinds after a colon that do not add up to the list's number, a kind that is larger than its list, or a part that is larger than the whole.",
        "Somebody is counted twice or forgotten; the family finds out.",
        "List early has 33 persons: 9 ill, 20 long held.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for (id, l) in &cx.m.lists {
        let total = l.total.value();
        let known: i64 = l.kinds.iter().filter_map(|k| k.n.value()).sum();
        let open = l.kinds.iter().any(|k| k.n.value().is_none());
        if let Some(t) = total {
            let bad = if l.disjoint {
                let exact = l.kinds.iter().all(|k| !k.at_least);
                match l.compare {
                    Compare::Exactly | Compare::AtMost => known > t || (!open && exact && l.compare == Compare::Exactly && known != t),
                    Compare::AtLeast => false,
                }
            } else {
                l.compare != Compare::AtLeast && l.kinds.iter().any(|k| k.n.value().is_some_and(|n| n > t))
            };
            if bad {
                let sum = if l.disjoint { known } else { l.kinds.iter().filter_map(|k| k.n.value()).max().unwrap_or(0) };
                cx.tell(&[l.sentence]).name("list", id.clone()).number("total", t).number("sum", sum).way("change-number").way("leave-open");
            }
        }
        // Parts of a whole.
        for (of, s) in &l.part_of {
            if let (Some(t), Some(w)) = (total, cx.m.lists.get(of).cloned())
                && let Some(whole) = w.total.value()
                && w.compare != Compare::AtLeast
                && t > whole
            {
                cx.tell(&[*s, l.sentence, w.sentence]).variant("part").name("list", id.clone()).name("of", of.clone()).number("total", whole).number("sum", t).way("change-number");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn kinds_and_parts_that_do_not_fit() {
        one("list-sum", "List early has 33 persons: 9 ill, 20 long held.", &["List early"]);
        one("list-sum", "List early has 33 persons, of whom 40 ill.", &["List early"]);
        one("list-sum", "List early has 33 persons: 9 ill, open others.\nList early is part of captives.", ["List early", "List early", "List captives"].map(|x| x)[1..].as_ref());
    }

    #[test]
    fn kinds_that_add_up_or_are_open_are_clean() {
        clean("list-sum", "List early has 11 persons: 9 ill, 2 long held.\nList late has 9 persons: 2 ill, open others.\nList late is part of captives.\nList everyone has 48 persons, of whom 20 ill, of whom 40 old.");
    }
}
