//! The texts that are open, changed piece by piece as the editor says, and their diagnostics.

use super::place::Lines;
use crate::words::Speak;
use accord::{Finding, Options, Parsed, Severity};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// An open text as read last.
pub(super) struct Text {
    pub(super) parsed: Parsed,
    pub(super) words: String,
    pub(super) lines: Lines,
    pub(super) findings: Vec<Finding>,
    version: Option<i64>,
    checked: bool,
}

impl Text {
    fn new(words: String, version: Option<i64>) -> Self {
        Self { parsed: accord::parse(&words), lines: Lines::new(&words), words, findings: Vec::new(), version, checked: false }
    }

    /// Runs the checks if the text changed since.
    pub(super) fn check(&mut self) {
        if !self.checked {
            self.findings = accord::check(&self.parsed, &Options::default()).findings;
            self.checked = true;
        }
    }
}

#[derive(Default)]
pub(super) struct Texts {
    all: BTreeMap<String, Text>,
    /// Closed since, so that what was said about them is taken back.
    closed: Vec<String>,
}

impl Texts {
    pub(super) fn open(&mut self, uri: &str, words: &str, version: Option<i64>) {
        self.all.insert(uri.to_owned(), Text::new(words.to_owned(), version));
    }

    /// A part of the text gives way to another; without a range, the whole.
    pub(super) fn change(&mut self, uri: &str, change: &Value, version: Option<i64>) {
        let (Some(text), Some(new)) = (self.all.get(uri), change["text"].as_str()) else { return };
        let mut words = text.words.clone();
        match change.get("range").filter(|r| r.is_object()) {
            Some(range) => words.replace_range(text.lines.bytes(&text.words, range), new),
            None => new.clone_into(&mut words),
        }
        self.all.insert(uri.to_owned(), Text::new(words, version));
    }

    pub(super) fn close(&mut self, uri: &str) {
        if self.all.remove(uri).is_some() {
            self.closed.push(uri.to_owned());
        }
    }

    pub(super) fn get(&mut self, uri: &str) -> Option<&mut Text> {
        self.all.get_mut(uri)
    }

    /// Checks what changed; what is to be said about it.
    pub(super) fn check(&mut self, speak: &Speak) -> Vec<Value> {
        let mut out: Vec<Value> = self.closed.drain(..).map(|uri| note(&uri, None, &[])).collect();
        for (uri, text) in self.all.iter_mut().filter(|(_, t)| !t.checked) {
            text.check();
            let all: Vec<Value> = text.findings.iter().map(|f| diagnostic(f, text, uri, speak)).collect();
            out.push(note(uri, text.version, &all));
        }
        out
    }
}

fn note(uri: &str, version: Option<i64>, diagnostics: &[Value]) -> Value {
    let mut params = json!({"uri": uri, "diagnostics": diagnostics});
    if let Some(v) = version {
        params["version"] = v.into();
    }
    json!({"jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": params})
}

/// A finding as the editor shows it: the first place underlined, the others beside it with its story.
pub(super) fn diagnostic(f: &Finding, text: &Text, uri: &str, speak: &Speak) -> Value {
    let say = |p: &terms::phrase::Phrase| plain(&speak.phrase(p, "UTC"));
    let range = |k: usize| {
        f.spans.get(k).map_or_else(|| text.lines.range(&text.words, &(0..0)), |p| text.lines.range(&text.words, &(p.start..p.end)))
    };
    let mut message = say(&f.message);
    for line in &f.story {
        message.push('\n');
        message.push_str(&say(line));
    }
    let related: Vec<Value> = (1..f.spans.len())
        .map(|k| {
            let clause = f.clauses.get(k).or_else(|| f.clauses.last()).cloned().unwrap_or_default();
            json!({"location": {"uri": uri, "range": range(k)}, "message": clause})
        })
        .collect();
    let severity = match f.severity {
        Severity::Stop => 1,
        Severity::Warn => 2,
        Severity::Note => 3,
    };
    if !f.brackets.is_empty() {
        message.push_str(&format!(" [{}]", f.brackets.join(", ")));
    }
    json!({
        "range": range(0),
        "severity": severity,
        "code": f.check,
        "source": "accord",
        "message": message,
        "relatedInformation": related,
    })
}

/// Editors show plain text: the marks that isolate a name are stray signs there.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect()
}
