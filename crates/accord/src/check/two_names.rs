//! One thing under two names.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::Body;

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
    let duties = cx.duties();
    for (i, (c, d)) in duties.iter().enumerate() {
        for (o, e) in &duties[i + 1..] {
            let same = d.who == e.who && d.modal == e.modal && d.act.words == e.act.words && d.when == e.when && d.to == e.to;
            if same && !matches!((&c.body, &o.body), (Body::Prose, _)) && d.uppers.len() == e.uppers.len() && d.tails.len() == e.tails.len() && c.phase == o.phase {
                let words = d.act.text.clone();
                cx.tell(&[c.sentence, o.sentence]).variant("act").name("act", words).way("drop-clause");
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
