//! What a check says: a name, a sentence, where, under which brackets, a story, ways out.

use crate::tree::Bytes;
use terms::phrase::{Arg, Phrase};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Likely to hurt later.
    Warn,
    /// The text cannot work as it stands, or could not be read.
    Stop,
}

impl Severity {
    /// The word of the JSON contract.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warn => "warn",
            Severity::Stop => "stop",
        }
    }
}

/// A place in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// How many characters.
    pub length: usize,
    /// First byte in the file.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The check's name, as in the table of checks.
    pub check: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// A plain title.
    pub title: Phrase,
    /// What it is about: `1.1`, `Phase 2`, `List early`.
    pub clauses: Vec<String>,
    /// Where.
    pub spans: Vec<Place>,
    /// The bracket choices under which it holds, `1.1 A`; all of them together. Empty: under every choice.
    pub brackets: Vec<String>,
    /// One sentence.
    pub message: Phrase,
    /// A run of events.
    pub story: Vec<Phrase>,
    /// Edits that would mend it; none says who should yield.
    pub ways_out: Vec<Phrase>,
}

/// A finding of the family *reading* while it is made.
pub(crate) fn reading(check: &'static str, label: &str, at: Bytes, text: &str) -> Finding {
    Finding {
        check,
        severity: Severity::Stop,
        title: Phrase::new(&["accord-", check, "-title"].concat()),
        clauses: vec![label.to_owned()],
        spans: vec![place(text, &at)],
        brackets: Vec::new(),
        message: Phrase::new(&["accord-", check].concat()).name("clause", label),
        story: Vec::new(),
        ways_out: vec![Phrase::new(&["accord-", check, "-way"].concat())],
    }
}

impl Finding {
    /// Adds a name to the message.
    #[must_use]
    pub(crate) fn arg(mut self, key: &str, value: String) -> Self {
        self.message = self.message.name(key, value);
        self
    }
    /// Adds a key to the message and its way out.
    #[must_use]
    pub(crate) fn key(mut self, arg: &str, key: &str) -> Self {
        self.message = self.message.key(arg, key);
        self
    }
    /// Another wording of the message.
    #[must_use]
    pub(crate) fn variant(mut self, key: &str) -> Self {
        self.message.key = ["accord-", key].concat();
        self
    }
    /// What a finding is set aside under: its check, its clauses and their words. A clause whose words
    /// change has another key, so that the finding comes back; blanks and comments do not count.
    #[must_use]
    pub fn aside_key(&self, tree: &crate::tree::Tree) -> String {
        let mut out = [self.check, "|", &self.brackets.join(",")].concat();
        for s in tree.sentences.iter().filter(|s| self.clauses.contains(&s.label)) {
            out.push('|');
            for t in tree.tokens[s.tokens.clone()].iter().filter(|t| !t.kind.trivia()) {
                out.push_str(&tree.text[t.start..t.end]);
                out.push(' ');
            }
        }
        out
    }

    /// What makes two findings one fact.
    pub(crate) fn fact(&self) -> (&'static str, Vec<String>, String, Vec<(String, Arg)>) {
        (self.check, self.clauses.clone(), self.message.key.clone(), self.message.args.clone())
    }
}

/// Line and column of bytes, in characters from 1. Several places are found faster by [`Lines`].
pub(crate) fn place(text: &str, at: &Bytes) -> Place {
    Lines::new(text).place(text, at)
}

/// The beginnings of the lines.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub(crate) fn new(text: &str) -> Self {
        let mut starts = vec![0];
        let b = text.as_bytes();
        for (i, c) in b.iter().enumerate() {
            if *c == b'\n' || (*c == b'\r' && b.get(i + 1) != Some(&b'\n')) {
                starts.push(i + 1);
            }
        }
        Self(starts)
    }

    pub(crate) fn place(&self, text: &str, at: &Bytes) -> Place {
        let line = self.0.partition_point(|s| *s <= at.start).max(1);
        let from = self.0[line - 1];
        let column = text.get(from..at.start).map_or(1, |t| t.chars().count() + 1);
        let length = text.get(at.clone()).map_or(0, |t| t.chars().count());
        Place { line, column, length, start: at.start, end: at.end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_from_one() {
        let text = "שלום\nab ج d";
        let at = text.find('d').unwrap();
        let p = place(text, &(at..at + 1));
        assert_eq!((p.line, p.column, p.length), (2, 6, 1));
        let p = place(text, &(0.."של".len()));
        assert_eq!((p.line, p.column, p.length), (1, 1, 2));
    }
}
