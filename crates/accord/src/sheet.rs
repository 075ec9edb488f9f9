//! The text as a reader sees it: headings, clauses, brackets, what is open, what is vague; and the same
//! text without what is the mediators' own.

use crate::lex::Kind;
use crate::tree::{Body, Bytes, Sentence, Tree};
use terms::script::squeezed;

/// What a line of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// The AGREEMENT line.
    Title,
    /// The heading of an unnumbered part.
    Heading,
    /// A phase.
    Phase,
    /// A numbered sentence.
    Clause,
    /// A reading of the negotiated words before it.
    Reading,
    /// Any other sentence: a party, a list, an event.
    Declaration,
}

/// A part of a line's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinePart {
    /// Words.
    Words(String),
    /// `open`: not agreed.
    Open(String),
    /// Words kept vague.
    Vague(String),
    /// Alternatives: the group's id, each letter with its words, and where the group stands.
    Bracket {
        /// `1.2`, or `1.2a` where the clause has several.
        id: String,
        /// Letter and words.
        options: Vec<(String, String)>,
        /// Bytes of the whole group.
        at: Bytes,
    },
}

/// A line of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: LineKind,
    /// How findings name it.
    pub label: String,
    /// Its words, without number and source.
    pub parts: Vec<LinePart>,
    /// Bytes of the words, number and source left out, the full stop kept.
    pub words: Bytes,
    /// The negotiated words stand in quotes: a form reads them, or nobody has yet.
    pub prose: bool,
}

impl Tree {
    /// The lines of the text, in order.
    #[must_use]
    pub fn sheet(&self) -> Vec<Line> {
        self.sentences.iter().map(|s| self.line(s)).collect()
    }

    fn line(&self, s: &Sentence) -> Line {
        let body = s.variants.first().map(|v| &v.body);
        let kind = match body {
            Some(Body::Agreement(_)) => LineKind::Title,
            Some(Body::Heading(_)) => LineKind::Heading,
            Some(Body::Phase { .. }) => LineKind::Phase,
            _ if s.reading => LineKind::Reading,
            _ if s.number.is_some() => LineKind::Clause,
            _ => LineKind::Declaration,
        };
        let solid: Vec<(Kind, Bytes)> = self.tokens[s.tokens.clone()]
            .iter()
            .filter(|t| !t.kind.trivia() && t.start >= s.span.start && t.end <= s.span.end)
            .map(|t| (t.kind, t.start..t.end))
            .collect();
        let numbered = kind == LineKind::Clause && solid.first().is_some_and(|t| t.0 == Kind::Clause);
        let inside = &solid[usize::from(numbered)..];
        let words = inside.first().map_or(s.span.end, |t| t.1.start)..s.span.end;
        let prose = matches!(body, Some(Body::Prose));
        Line { kind, label: s.label.clone(), parts: self.parts(s, inside, prose), words, prose }
    }

    fn parts(&self, s: &Sentence, inside: &[(Kind, Bytes)], prose: bool) -> Vec<LinePart> {
        let mut out = Vec::new();
        let mut from = 0;
        let mut k = 0;
        while k < inside.len() {
            let at = &inside[k].1;
            if let Some(g) = s.groups.iter().find(|g| g.span.contains(&at.start)) {
                self.plain(s, &inside[from..k], prose, &mut out);
                let options = g.options.iter().map(|o| {
                    let whole = &self.text[o.span.clone()];
                    (o.letter.clone(), squeezed(whole.split_once([':', '：']).map_or(whole, |(_, words)| words)))
                });
                out.push(LinePart::Bracket { id: g.id.clone(), options: options.collect(), at: g.span.clone() });
                while k < inside.len() && g.span.contains(&inside[k].1.start) {
                    k += 1;
                }
                from = k;
            } else {
                k += 1;
            }
        }
        self.plain(s, &inside[from..], prose, &mut out);
        out
    }

    /// Words without brackets, cut where something is open or vague.
    fn plain(&self, s: &Sentence, tokens: &[(Kind, Bytes)], prose: bool, out: &mut Vec<LinePart>) {
        let mut text = String::new();
        let mut held = None;
        let mut last: Option<Bytes> = None;
        for (kind, at) in tokens {
            let mark = if s.open.iter().any(|o| o.start <= at.start && at.end <= o.end) {
                1
            } else {
                usize::from(s.vague.iter().any(|o| o.start <= at.start && at.end <= o.end)) * 2
            };
            if held.is_some_and(|h| h != mark) {
                flush(&mut text, held.unwrap_or(0), out);
            }
            held = Some(mark);
            let apart = last.as_ref().is_some_and(|l| l.end < at.start) && !matches!(kind, Kind::Comma | Kind::Stop);
            if apart {
                text.push(' ');
            }
            let words = &self.text[at.clone()];
            text.push_str(if prose && *kind == Kind::Quote { inner(words) } else { words });
            last = Some(at.clone());
        }
        flush(&mut text, held.unwrap_or(0), out);
    }

    /// The text as it may be put before a side: no comments, no readings, no sources.
    #[must_use]
    pub fn bare(&self) -> String {
        let mut keep = vec![true; self.tokens.len()];
        for s in &self.sentences {
            let own = matches!(s.variants.first().map(|v| &v.body), Some(Body::Source { .. } | Body::Heading("sources")));
            for k in s.tokens.clone() {
                let inside = self.tokens[k].start < s.span.end && !s.reading && !own;
                keep[k] &= inside || matches!(self.tokens[k].kind, Kind::Space | Kind::Break);
            }
        }
        let mut out = String::with_capacity(self.text.len());
        for (t, keep) in self.tokens.iter().zip(keep) {
            if keep && t.kind != Kind::Comment {
                out.push_str(&self.text[t.start..t.end]);
            }
        }
        let mut lines: Vec<&str> = Vec::new();
        for line in out.lines().map(str::trim_end) {
            // What was taken out leaves no hole.
            if !(line.is_empty() && lines.last().is_none_or(|l| l.is_empty())) {
                lines.push(line);
            }
        }
        let mut text = lines.join("\n");
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }
}

fn flush(text: &mut String, mark: usize, out: &mut Vec<LinePart>) {
    if !text.is_empty() {
        let words = std::mem::take(text);
        out.push(match mark {
            1 => LinePart::Open(words),
            2 => LinePart::Vague(words),
            _ => LinePart::Words(words),
        });
    }
}

/// Words without their quotation marks.
fn inner(words: &str) -> &str {
    let mut chars = words.chars();
    chars.next();
    chars.next_back();
    chars.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    const TEXT: &str = "AGREEMENT \"Two banks\"\n-- for us only\nSources.\n  A is \"a paper\".\nParties.\n  Delta is a party. from A\n  Upland is a party.\n\nPhase 1 \"First\" begins on acceptance.\n  1.1 Upland shall open the road, [A: when 1.2 is done | B: within open days of acceptance]. from A\n  1.2 \"Delta leaves the mill in peace\". Read as: Delta shall leave the mill.\n";

    #[test]
    fn a_clause_has_its_alternatives_and_what_is_open() {
        let lines = parse(TEXT).tree.sheet();
        let clauses: Vec<&Line> = lines.iter().filter(|l| l.kind == LineKind::Clause).collect();
        assert_eq!(clauses.len(), 2);
        let LinePart::Bracket { id, options, at } = &clauses[0].parts[1] else { panic!("{:?}", clauses[0].parts) };
        assert_eq!(id, "1.1");
        assert_eq!(options[0], ("A".to_owned(), "when 1.2 is done".to_owned()));
        assert!(TEXT[at.clone()].starts_with("[A:") && TEXT[at.clone()].ends_with(']'));
        assert_eq!(clauses[1].parts[0], LinePart::Words("Delta leaves the mill in peace.".to_owned()));
        assert!(clauses[1].prose && TEXT[clauses[1].words.clone()].starts_with('"'));
        assert_eq!(lines.iter().filter(|l| l.kind == LineKind::Reading).count(), 1);
    }

    #[test]
    fn what_is_the_mediators_own_is_not_in_the_bare_text() {
        let bare = parse(TEXT).tree.bare();
        for own in ["for us only", "Sources", "a paper", "from A", "Read as", "shall leave the mill"] {
            assert!(!bare.contains(own), "{own} in {bare}");
        }
        for kept in ["AGREEMENT \"Two banks\"", "Delta is a party.", "[A: when 1.2 is done | B:", "1.2 \"Delta leaves the mill in peace\"."]
        {
            assert!(bare.contains(kept), "{kept} not in {bare}");
        }
        assert_eq!(parse(&bare).tree.bare(), bare, "taking it out twice takes out nothing more");
    }
}
