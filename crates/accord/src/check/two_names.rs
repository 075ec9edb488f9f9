//! One thing under two names.

use super::{Check, Cx, Family, Severity, info};
use crate::model::Duty;
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    info: info(
        "two-names",
        Family::Text,
        Severity::Note,
        "Two terms with one definition, two actors with one title, or two clauses that say the same act in the same words.",
        "Readers look for the difference and find one.",
        "\"bombing\" means strikes from the air. \"air attack\" means strikes from the air.",
    ),
    pairs: true,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let terms: Vec<(String, String, usize)> = cx.m.terms.iter().filter(|(_, t)| !t.text.is_empty()).map(|(n, t)| (n.clone(), t.text.clone(), t.sentence)).collect();
    let titles: Vec<(String, String, usize)> = cx.m.actors.iter().filter_map(|(n, a)| a.title.clone().map(|t| (n.clone(), t, a.sentence))).collect();
    for list in [terms, titles] {
        for (i, a) in list.iter().enumerate() {
            for b in &list[i + 1..] {
                if a.1 == b.1 {
                    let mut at = [a.2, b.2];
                    at.sort_unstable();
                    cx.tell(&at).name("first", a.0.clone()).name("second", b.0.clone()).way("one-name");
                }
            }
        }
    }
    // Duties of one actor to do one thing, by what is quick to compare.
    let mut alike: BTreeMap<_, Vec<(usize, &Duty)>> = BTreeMap::new();
    for (c, d) in cx.duties() {
        let key = (c.phase, d.modal, d.tails.len(), d.uppers.len(), &d.act.words, &d.who, &d.to);
        alike.entry(key).or_default().push((c.sentence, d));
    }
    for same in alike.values() {
        for (i, (s, d)) in same.iter().enumerate() {
            for (o, _) in same[i + 1..].iter().filter(|(_, e)| d.when == e.when) {
                let words = d.act.text.clone();
                cx.tell(&[*s, *o]).variant("act").name("act", words).way("drop-clause");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn one_meaning_twice() {
        one("two-names", "\"bombing\" means strikes from the air.\n\"air attack\" means strikes from the air.", &["bombing", "air attack"]);
        one("two-names", "1.1 Delta shall not enter Mill.\n1.2 Delta shall not enter Mill.", &["1.1", "1.2"]);
    }

    #[test]
    fn two_meanings_are_clean() {
        clean("two-names", "\"bombing\" means strikes from the air.\n\"shelling\" means strikes from the ground.\n1.1 Delta shall not enter Mill.\n1.2 Upland shall not enter Mill.");
    }
}
