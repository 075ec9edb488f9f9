//! Quoted words that are not in their source; sources that disagree.

use super::{Check, Cx, Family, Severity, info};
use crate::finding::{Finding, Lines};
use crate::tree::Tree;
use std::collections::BTreeMap;
use terms::phrase::Phrase;

pub(super) const CHECK: Check = Check {
    info: info(
        "source-mismatch",
        Family::Complete,
        Severity::Warn,
        "Words quoted from a source that the stored source does not have, or two sources that say different things.",
        "The text claims an agreement that one of its own sources denies.",
        "1.1 Delta shall leave Mill, [reading A: within 24 hours of acceptance | reading B: within 72 hours of acceptance].",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    if !cx.first {
        return;
    }
    for s in 0..cx.tree.sentences.len() {
        for g in cx.tree.sentences[s].groups.clone() {
            if g.reading {
                let letters = g.options.iter().map(|o| o.letter.as_str()).collect::<Vec<_>>().join(", ");
                cx.tell(&[s]).every().name("letters", letters).at(g.span.clone()).way("ask-sources").way("choose-reading");
            }
        }
    }
}

/// Quoted words against the stored sources, blanks and case aside.
pub(super) fn quoted(tree: &Tree, sources: &BTreeMap<String, String>) -> Vec<Finding> {
    let fold = |t: &str| terms::script::fold(t).split_whitespace().collect::<Vec<_>>().join(" ");
    let folded: BTreeMap<&str, String> = sources.iter().map(|(k, v)| (k.as_str(), fold(v))).collect();
    let lines = Lines::new(&tree.text);
    let mut out = Vec::new();
    for s in &tree.sentences {
        for r in &s.source {
            let (Some(words), Some(text)) = (&r.words, folded.get(r.letter.as_str())) else { continue };
            if !text.contains(&fold(words)) {
                out.push(Finding {
                    check: "source-mismatch",
                    severity: Severity::Warn,
                    title: Phrase::new("accord-source-mismatch-title"),
                    clauses: vec![s.label.clone()],
                    spans: vec![lines.place(&tree.text, &r.span)],
                    brackets: vec![],
                    message: Phrase::new("accord-source-mismatch-quote").name("clause", s.label.clone()).name("words", words.clone()).name("source", r.letter.clone()),
                    story: vec![],
                    ways_out: vec![Phrase::new("accord-way-fix-quote").name("clause", s.label.clone())],
                });
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{HEAD, clean, one};
    use crate::check::{Options, check};
    use crate::parse;

    #[test]
    fn sources_that_disagree_are_found() {
        one("source-mismatch", "1.1 Delta shall leave Mill, [reading A: within 24 hours of acceptance | reading B: within 72 hours of acceptance].", &["1.1"]);
        clean("source-mismatch", "1.1 Delta shall leave Mill, within 24 hours of acceptance.");
    }

    #[test]
    fn quoted_words_are_looked_up_in_the_stored_source() {
        let text = ["AGREEMENT \"x\"\nSources.\n  A is \"a report\".\n", &HEAD[HEAD.find("Clock").unwrap()..], "1.1 Delta shall leave Mill, within 24 hours of acceptance. from A \"leaves the mill\"\n"].concat();
        let run = |stored: &str| {
            let sources = [("A".to_owned(), stored.to_owned())].into();
            check(&parse(&text), &Options { only: vec!["source-mismatch".into()], sources, ..Options::default() }).findings.len()
        };
        assert_eq!(run("Delta leaves\n the Mill in a day"), 0);
        assert_eq!(run("Delta stays"), 1);
    }
}
