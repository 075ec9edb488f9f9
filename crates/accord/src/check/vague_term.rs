//! Vague words in an operative clause.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, NameKind, Tail};

pub(super) const CHECK: Check = Check {
    info: info(
        "vague-term",
        Family::Complete,
        Severity::Warn,
        "A word that fixes nothing (`appropriate`, `immediately`, `as soon as possible`), or a term that is kept vague on purpose, in an operative clause.",
        "Each side reads its own meaning into it, and both can claim to have kept it.",
        "1.1 Delta shall leave Mill, as soon as possible.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for (c, d) in cx.duties() {
        let mut words: Vec<(String, crate::tree::Bytes)> = Vec::new();
        for t in &d.tails {
            if let Tail::Soon(at) = t {
                words.push((cx.tree.text[at.clone()].to_owned(), at.clone()));
            }
        }
        for at in &cx.tree.sentences[c.sentence].vague {
            words.push((cx.tree.text[at.clone()].to_owned(), at.clone()));
        }
        for (kind, n) in &d.act.names {
            if *kind == NameKind::Term && cx.m.terms.get(n).is_some_and(|t| t.vague) {
                words.push((n.clone(), d.act.span.clone()));
            }
        }
        if words.is_empty() {
            continue;
        }
        let said = words.iter().map(|w| w.0.as_str()).collect::<Vec<_>>().join(", ");
        let raw = cx.tell(&[c.sentence]);
        raw.name("words", said);
        for (_, at) in words {
            raw.at(at);
        }
        raw.way("define-term").way("add-deadline");
    }
    // An aim binds nothing by its form; what it aims at is left to each reader.
    let aims: Vec<(usize, String)> =
        cx.m.clauses.iter().filter_map(|c| if let Body::Aim { what, .. } = &c.body { Some((c.sentence, what.clone())) } else { None }).collect();
    for (s, what) in aims {
        if !cx.m.terms.get(&what).is_some_and(|t| !t.vague && !t.open) {
            cx.tell(&[s]).variant("aim").name("words", what).way("make-duty").way("define-term");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn words_that_fix_nothing_are_found_where_they_stand() {
        let f = one("vague-term", "1.1 Delta shall leave Mill, as soon as possible.", &["1.1"]);
        assert_eq!(f.spans[0].length, "as soon as possible".len());
        one("vague-term", "1.1 Delta shall take appropriate measures, within 2 days of acceptance.", &["1.1"]);
        one("vague-term", "1.1 \"Upland statehood\" is an aim, sought within open months of acceptance.", &["1.1"]);
    }

    #[test]
    fn plain_words_are_not() {
        clean("vague-term", "1.1 Delta shall leave Mill, within 2 days of acceptance.");
    }
}
