//! Quoted terms that are used and never defined.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::Body;

pub(super) const CHECK: Check = Check {
    info: info(
        "undefined-use",
        Family::Text,
        Severity::Warn,
        "A term in quotes in an operative clause that nothing defines, or a definition that only says `open`.",
        "Quotes say that the words mean something special; nobody says what.",
        "1.1 Delta shall not use \"heavy arms\".",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let known = |t: &str, cx: &Cx<'_>| cx.tree.names.all.iter().any(|n| n.text == t);
    for c in &cx.m.clauses {
        let quotes: Vec<String> = match (&c.duty, &c.body) {
            (Some(d), _) => d.act.quotes.clone(),
            (None, Body::Qualifies { test, .. }) => vec![test.clone()],
            _ => continue,
        };
        for q in quotes {
            if !known(&q, cx) {
                cx.tell(&[c.sentence]).name("term", q).way("define-term");
            } else if let Some(t) = cx.m.terms.get(&q)
                && t.open
            {
                let s = t.sentence;
                cx.tell(&[c.sentence, s]).variant("open").name("term", q).way("define-term");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn quotes_that_nobody_explains() {
        one("undefined-use", "1.1 Delta shall not use \"heavy arms\".", &["1.1"]);
        one("undefined-use", "\"heavy arms\" means open.\n1.1 Delta shall not use \"heavy arms\".", &["1.1", "heavy arms"]);
    }

    #[test]
    fn a_defined_term_is_clean() {
        clean("undefined-use", "\"heavy arms\" means guns of 100 mm and more.\n1.1 Delta shall not use \"heavy arms\".");
    }
}
