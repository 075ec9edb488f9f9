//! A word in an act that is nearly a declared name.

use super::{Check, Cx, Family, Severity, info};

pub(super) const CHECK: Check = Check {
    info: info(
        "near-name",
        Family::Order,
        Severity::Note,
        "Words inside an act that are nearly a declared name (letters of Arabic and Hebrew folded) and not it.",
        "The clause then does not bind what the reader thinks that it binds.",
        "1.1 Delta shall withdraw to the mil line.",
    ),
    pairs: false,
    run,
};

/// Names of one or more words with enough letters for a slip to show; made once a text.
pub(super) fn folded(tree: &crate::tree::Tree) -> Vec<(String, String, usize)> {
    use crate::tree::NameKind;
    tree.names
        .all
        .iter()
        .filter(|n| n.text.chars().count() >= 5 && n.kind != NameKind::Source && n.kind != NameKind::Kind)
        .map(|n| (n.text.clone(), terms::script::fold(&n.text), n.words.len()))
        .collect()
}

fn run(cx: &mut Cx<'_>) {
    let names = cx.folded;
    let ok: std::collections::BTreeSet<&str> = names.iter().map(|n| n.1.as_str()).collect();
    for (c, d) in cx.duties() {
        let words: Vec<&str> = d.act.text.split_whitespace().collect();
        let folded_words = d.folded();
        let mut told = std::collections::BTreeSet::new();
        for (name, folded, len) in names {
            let first = folded.chars().next();
            for k in 0..(words.len() + 1).saturating_sub(*len) {
                // Only what begins alike is looked at closely.
                if folded_words[k].chars().next() != first {
                    continue;
                }
                let f = folded_words[k..k + len].join(" ");
                if f == *folded || ok.contains(f.as_str()) || f.chars().count().abs_diff(folded.chars().count()) > 1 {
                    continue;
                }
                // Plurals of one word are no slips.
                if f.trim_end_matches('s') == folded.trim_end_matches('s') {
                    continue;
                }
                if crate::parse::distance(&f, folded) <= 1 + usize::from(folded.chars().count() > 11) {
                    let text = words[k..k + len].join(" ");
                    if told.insert(text.clone()) {
                        cx.tell(&[c.sentence]).name("what", text).name("near", name.clone()).at(d.act.span.clone()).way_named("use-name", "near", name.clone());
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn a_slip_is_noted() {
        one("near-name", "1.1 Delta shall withdraw to the mil line, within 9 days of acceptance.", &["1.1"]);
    }

    #[test]
    fn arabic_letters_are_folded() {
        one("near-name", "Line \"خط الطاحونة\" is where the forces stood in May.\n1.1 Delta shall withdraw to خط الطاحونا, within 9 days of acceptance.", &["1.1"]);
    }

    #[test]
    fn the_name_itself_is_not() {
        clean("near-name", "1.1 Delta shall withdraw to the mill line, within 9 days of acceptance.");
    }
}
