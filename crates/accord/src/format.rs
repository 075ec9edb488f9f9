//! The formatter: one sentence a line, one space between words, every comment and bracket kept.
//!
//! Line breaks inside a sentence and one blank line between sentences stay where the author put
//! them. Formatting twice changes nothing.

use crate::lex::{Kind, Token, lex};
use crate::tree::{Body, ClauseNo, Tree};
use std::collections::{BTreeMap, BTreeSet};

/// Prints a tree in the house style.
#[must_use]
pub fn format(tree: &Tree) -> String {
    let mut out = String::with_capacity(tree.text.len());
    let mut starts: BTreeMap<usize, usize> = BTreeMap::new();
    for s in &tree.sentences {
        let indent = match s.variants.first().map(|v| &v.body) {
            Some(Body::Agreement(_) | Body::Heading(_) | Body::Phase { .. }) => 0,
            _ => 2,
        };
        // A reading stands behind its words on the same line.
        starts.insert(s.tokens.start, indent);
    }
    let ends: BTreeSet<usize> = tree.sentences.iter().map(|s| s.tokens.end.saturating_sub(1)).collect();
    let mut prev: Option<Token> = None;
    let mut breaks = 0usize;
    let mut space = false;
    let mut inside = false;
    for (k, t) in tree.tokens.iter().enumerate() {
        let text = &tree.text[t.start..t.end];
        match t.kind {
            Kind::Space => space = true,
            Kind::Break => breaks += 1,
            Kind::Comment => {
                let text = text.trim_end();
                if prev.is_none() || breaks > 0 {
                    newline(&mut out, breaks, prev.is_none());
                    out.push_str(if inside {
                        "      "
                    } else if space {
                        "  "
                    } else {
                        ""
                    });
                } else {
                    out.push_str("  ");
                }
                out.push_str(text);
                prev = Some(*t);
                breaks = 0;
                space = false;
            }
            _ => {
                if let Some(indent) = starts.get(&k) {
                    newline(&mut out, breaks.max(usize::from(prev.is_some())), prev.is_none());
                    out.push_str(&" ".repeat(*indent));
                    inside = true;
                } else if breaks > 0 || prev.is_some_and(|p| p.kind == Kind::Comment) {
                    newline(&mut out, 1, prev.is_none());
                    out.push_str("      ");
                } else if let Some(p) = prev {
                    let tight = matches!(t.kind, Kind::Comma | Kind::Semi | Kind::Close)
                        || (t.kind == Kind::Stop)
                        || p.kind == Kind::Open
                        || (t.kind == Kind::Colon && p.kind == Kind::Word);
                    let wide = matches!(p.kind, Kind::Comma | Kind::Semi) || p.kind == Kind::Bar || t.kind == Kind::Bar;
                    if wide || (space && !tight) {
                        out.push(' ');
                    }
                }
                out.push_str(text);
                // The title ends its sentence without a full stop.
                if t.kind == Kind::Stop || ends.contains(&k) {
                    inside = false;
                }
                prev = Some(*t);
                breaks = 0;
                space = false;
            }
        }
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// Ends a line; two or more breaks leave one blank line.
fn newline(out: &mut String, breaks: usize, first: bool) {
    if first {
        return;
    }
    out.push('\n');
    if breaks > 1 {
        out.push('\n');
    }
}

/// Numbers the clauses of each part 1, 2, 3 … in the order of the text, and changes every
/// reference with them. Words in quotes, comments and sources are left as they are.
#[must_use]
pub fn renumber(tree: &Tree) -> String {
    let mut map: BTreeMap<ClauseNo, ClauseNo> = BTreeMap::new();
    let mut next: BTreeMap<u32, u32> = BTreeMap::new();
    for no in tree.clauses() {
        if map.contains_key(&no) {
            continue;
        }
        let n = next.entry(no.major).or_insert(0);
        *n += 1;
        map.insert(no, ClauseNo { major: no.major, minor: *n, sub: 0 });
    }
    let in_source = |t: &Token| {
        tree.sentences
            .iter()
            .any(|s| t.start >= s.span.end && t.end <= tree.tokens[s.tokens.end - 1].end && s.tokens.contains(&s.tokens.start))
    };
    let mut out = String::with_capacity(tree.text.len());
    for t in &tree.tokens {
        let text = &tree.text[t.start..t.end];
        match (t.kind == Kind::Clause).then(|| ClauseNo::read(text).and_then(|n| map.get(&n))).flatten() {
            Some(new) if !in_source(t) => out.push_str(&new.to_string()),
            _ => out.push_str(text),
        }
    }
    out
}

/// Whether two texts have the same words in the same order, blanks aside.
#[must_use]
pub fn same_words(a: &str, b: &str) -> bool {
    let words = |t: &str| {
        lex(t)
            .iter()
            .filter(|k| !matches!(k.kind, Kind::Space | Kind::Break))
            .map(|k| t[k.start..k.end].trim_end().to_owned())
            .collect::<Vec<_>>()
    };
    words(a) == words(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    #[test]
    fn a_comment_below_the_title_stays_at_the_edge() {
        let text = "AGREEMENT \"T\"\n\n-- an invented case\nParties.\n-- two sides\n  Upland is a party.  -- one\n  -- the other\n  Delta is a party.\n";
        let tree = crate::parse(text).tree;
        assert_eq!(super::format(&tree), text);
    }

    #[test]
    fn a_text_is_laid_out_and_keeps_its_comments() {
        let text = "AGREEMENT \"x\"\nParties.\n   Hamas  is a party .  Israel is a party.   -- two\n\n\n 1.1 Hamas shall stop,\n within 2 hours of 1.2. from A paragraph 2\n  -- end";
        let once = format(&parse(text).tree);
        assert_eq!(
            once,
            "AGREEMENT \"x\"\nParties.\n  Hamas is a party.\n  Israel is a party.  -- two\n\n  1.1 Hamas shall stop,\n      within 2 hours of 1.2. from A paragraph 2\n  -- end\n"
        );
        assert_eq!(format(&parse(&once).tree), once);
        assert!(same_words(text, &once));
    }

    #[test]
    fn renumbering_takes_references_along_and_leaves_sources_and_quotes() {
        let text = "AGREEMENT \"x\"\nSources.\n  A is \"a\".\nParties.\n  Hamas is a party.\n  1.4 Hamas shall stop. from A article 1.4\n  1.9 Hamas shall say \"1.4\", when 1.4 is done.\n";
        let new = renumber(&parse(text).tree);
        assert!(new.contains("1.1 Hamas shall stop. from A article 1.4"), "{new}");
        assert!(new.contains("1.2 Hamas shall say \"1.4\", when 1.1 is done."), "{new}");
    }
}
