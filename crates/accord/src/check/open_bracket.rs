//! Alternatives that are not settled; and those that come to the same.

use super::{Check, Cx, Family, Severity, info};

pub(super) const CHECK: Check = Check {
    info: info(
        "open-bracket",
        Family::Complete,
        Severity::Note,
        "A bracket that is not settled, or whose alternatives are equal in effect.",
        "Alternatives that come to the same can be closed without anybody giving way.",
        "1.1 Delta shall leave Mill, [A: within 2 days of acceptance | B: within 3 days of acceptance].",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    if !cx.first {
        return;
    }
    for s in 0..cx.tree.sentences.len() {
        let groups = cx.tree.sentences[s].groups.clone();
        for (g, group) in groups.iter().enumerate() {
            if group.reading {
                continue;
            }
            let letters = group.options.iter().map(|o| o.letter.as_str()).collect::<Vec<_>>().join(", ");
            let variants = &cx.tree.sentences[s].variants;
            // Equal in effect: the same meaning whatever letter is taken, the others held.
            let equal = variants.len() > 1
                && variants.iter().all(|v| {
                    variants.iter().all(|w| {
                        let others = v.letters.iter().zip(&w.letters).enumerate().all(|(k, (a, b))| k == g || a == b);
                        !others || same(&v.body, &w.body)
                    })
                });
            let raw = cx.tell(&[s]);
            raw.every().name("group", group.id.clone()).name("letters", letters).at(group.span.clone());
            if equal {
                raw.variant("equal");
                raw.way("close-bracket");
            } else {
                raw.way("choose-bracket");
            }
        }
    }
}

/// The same meaning, wherever it stands.
fn same(a: &crate::tree::Body, b: &crate::tree::Body) -> bool {
    let blank = |b: &crate::tree::Body| {
        let text = format!("{b:?}");
        // Places in the file are no part of the meaning.
        let mut out = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some(k) = rest.find("..") {
            let head = rest[..k].trim_end_matches(|c: char| c.is_ascii_digit());
            out.push_str(head);
            rest = rest[k + 2..].trim_start_matches(|c: char| c.is_ascii_digit());
        }
        out.push_str(rest);
        out
    };
    blank(a) == blank(b)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn an_unsettled_bracket_is_noted() {
        let f = one("open-bracket", "1.1 Delta shall leave Mill, [A: within 2 days of acceptance | B: within 3 days of acceptance].", &["1.1"]);
        assert_eq!(f.message.key, "accord-open-bracket");
    }

    #[test]
    fn alternatives_that_come_to_the_same_are_told_so() {
        let f = one("open-bracket", "1.1 Delta shall leave Mill, [A: within 2 days of acceptance | B: no later than 2 days after acceptance].", &["1.1"]);
        assert_eq!(f.message.key, "accord-open-bracket-equal");
    }

    #[test]
    fn a_text_without_brackets_is_clean() {
        clean("open-bracket", "1.1 Delta shall leave Mill, within 2 days of acceptance.");
    }
}
