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
pub(crate) fn reading(check: &'static str, label: &str, at: Bytes) -> Finding {
    Finding {
        check,
        severity: Severity::Stop,
        title: Phrase::new(&["accord-", check, "-title"].concat()),
        clauses: vec![label.to_owned()],
        // Lines and columns come with `fill`.
        spans: vec![Place { line: 0, column: 0, length: 0, start: at.start, end: at.end }],
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

/// Gives findings of the parser their lines and columns, once for the whole text.
pub(crate) fn fill(findings: &mut [Finding], text: &str) {
    let lines = Lines::new(text);
    for p in findings.iter_mut().flat_map(|f| &mut f.spans) {
        *p = lines.place(text, &(p.start..p.end));
    }
}

/// The beginnings of the lines, and how many characters lie before every 512th byte: one long line
/// with many findings is no slower than many lines.
pub(crate) struct Lines {
    starts: Vec<usize>,
    marks: Vec<usize>,
}

const STEP: usize = 512;

/// Characters that begin in these bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| (**b & 0xC0) != 0x80).count()
}

impl Lines {
    pub(crate) fn new(text: &str) -> Self {
        let mut starts = vec![0];
        let b = text.as_bytes();
        for (i, c) in b.iter().enumerate() {
            if *c == b'\n' || (*c == b'\r' && b.get(i + 1) != Some(&b'\n')) {
                starts.push(i + 1);
            }
        }
        let mut marks = vec![0];
        let mut sum = 0;
        for part in b.chunks(STEP) {
            sum += characters(part);
            marks.push(sum);
        }
        Self { starts, marks }
    }

    /// Characters before a byte.
    fn before(&self, text: &str, at: usize) -> usize {
        let at = at.min(text.len());
        self.marks[at / STEP] + characters(&text.as_bytes()[at / STEP * STEP..at])
    }

    pub(crate) fn place(&self, text: &str, at: &Bytes) -> Place {
        let line = self.starts.partition_point(|s| *s <= at.start).max(1);
        let start = self.before(text, at.start);
        let column = start - self.before(text, self.starts[line - 1]) + 1;
        let length = self.before(text, at.end).saturating_sub(start);
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
        let p = Lines::new(text).place(text, &(at..at + 1));
        assert_eq!((p.line, p.column, p.length), (2, 6, 1));
        let p = Lines::new(text).place(text, &(0.."של".len()));
        assert_eq!((p.line, p.column, p.length), (1, 1, 2));
    }
}
