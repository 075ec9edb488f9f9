//! The single negotiating text: its clauses, its brackets, how two versions of it differ.
//!
//! A text is one whole file, in the forms of `accord` or in prose; nothing here cuts a version for an
//! audience out of a shared one. [`Sheet::read`] finds clauses in either; [`compare`](compare::compare)
//! pairs two sheets clause by clause, which also gives "our 14 = their 6"; [`edit`] changes one clause
//! or settles one bracket and leaves every other byte as it was; [`ways`] offers such changes for a finding.

pub mod compare;
pub mod edit;
mod prose;
pub mod ways;

use accord::{LineKind, LinePart};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use terms::script::squeezed;

/// A text, clause by clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Its title; empty where it has none.
    pub title: String,
    /// Whether it is written in the forms of `accord`.
    pub forms: bool,
    /// What stands before the clauses and between them without a number: parties, lists, events.
    pub declarations: Vec<String>,
    /// Its parts in order.
    pub parts: Vec<Part>,
}

/// A phase or a headed part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The heading as it stands; empty where clauses stand under none.
    pub heading: String,
    /// Its clauses.
    pub clauses: Vec<Clause>,
}

/// One clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clause {
    /// Its number as it stands; a paragraph of unnumbered prose is numbered by its place.
    pub number: String,
    /// Its words, piece by piece.
    pub pieces: Vec<Piece>,
    /// How far a program reads it.
    pub read: Read,
    /// Readings that stand in the file beside it.
    pub readings: Vec<String>,
    /// Bytes of its words in the file.
    #[serde(skip)]
    pub at: Range<usize>,
}

terms::ladder! {
    /// How far a clause is read by the program.
    Read, "text-read" {
        /// It is written in the forms: its words are its reading.
        Forms = "forms",
        /// It is prose with a reading beside it.
        Beside = "beside",
        /// It is prose that nobody has read into the forms.
        NotRead = "not-read",
    }
}

/// A piece of a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Piece {
    /// Words.
    Words(String),
    /// Not agreed.
    Open(String),
    /// Kept vague on purpose.
    Vague(String),
    /// Alternatives.
    Bracket(Bracket),
}

/// Alternatives in one place. Who holds which is not in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bracket {
    /// `1.2`, or `1.2a` where a clause has several.
    pub id: String,
    /// Each letter with its words.
    pub options: Vec<(String, String)>,
    /// Bytes of the whole bracket in the file.
    #[serde(skip)]
    pub at: Range<usize>,
}

/// "Our 14 = their 6": a clause of the mediators' text and the one of an audience's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Same {
    /// Ours.
    pub ours: String,
    /// Theirs.
    pub theirs: String,
}

impl Clause {
    /// All its words in one line, alternatives as `[A: … | B: …]`.
    #[must_use]
    pub fn words(&self) -> String {
        self.pieces.iter().map(Piece::words).collect::<String>().trim().to_owned()
    }

    /// Its brackets.
    pub fn brackets(&self) -> impl Iterator<Item = &Bracket> {
        self.pieces.iter().filter_map(|p| if let Piece::Bracket(b) = p { Some(b) } else { None })
    }

    /// Whether something in it is not agreed by its own words: a bracket, or `open`.
    #[must_use]
    pub fn unsettled(&self) -> bool {
        self.pieces.iter().any(|p| matches!(p, Piece::Bracket(_) | Piece::Open(_)))
            || self.brackets().any(|b| b.options.iter().any(|(_, w)| w.contains("open")))
    }
}

impl Piece {
    fn words(&self) -> String {
        match self {
            Piece::Words(w) | Piece::Open(w) | Piece::Vague(w) => w.clone(),
            Piece::Bracket(b) => {
                let each = b.options.iter().map(|(l, w)| if l.is_empty() { w.clone() } else { [l, ": ", w].concat() });
                [" [", &each.collect::<Vec<_>>().join(" | "), "]"].concat()
            }
        }
    }
}

impl Sheet {
    /// Reads a text: in the forms where it has its AGREEMENT line, as prose otherwise. Never fails.
    #[must_use]
    pub fn read(text: &str) -> Sheet {
        let parsed = accord::parse(text);
        if parsed.tree.has_heading() { Sheet::of(&parsed) } else { prose::read(text) }
    }

    /// The sheet of a text in the forms that was read before.
    #[must_use]
    pub fn of(parsed: &accord::Parsed) -> Sheet {
        let mut sheet = Sheet { title: parsed.tree.title().to_owned(), forms: true, declarations: Vec::new(), parts: Vec::new() };
        for line in parsed.tree.sheet() {
            match line.kind {
                LineKind::Title => {}
                LineKind::Phase => sheet.parts.push(Part { heading: all_words(&line.parts), clauses: Vec::new() }),
                // A heading of declarations heads no clause; one that does is put in front of its first.
                LineKind::Heading => sheet.parts.push(Part { heading: all_words(&line.parts), clauses: Vec::new() }),
                LineKind::Declaration => sheet.declarations.push(all_words(&line.parts)),
                LineKind::Reading => {
                    if let Some(last) = sheet.parts.last_mut().and_then(|p| p.clauses.last_mut()) {
                        last.read = Read::Beside;
                        last.readings.push(all_words(&line.parts));
                    }
                }
                LineKind::Clause => {
                    if sheet.parts.is_empty() {
                        sheet.parts.push(Part { heading: String::new(), clauses: Vec::new() });
                    }
                    let clause = Clause {
                        number: line.label,
                        pieces: line.parts.into_iter().map(piece).collect(),
                        read: if line.prose { Read::NotRead } else { Read::Forms },
                        readings: Vec::new(),
                        at: line.words,
                    };
                    if let Some(last) = sheet.parts.last_mut() {
                        last.clauses.push(clause);
                    }
                }
            }
        }
        sheet.parts.retain(|p| !p.clauses.is_empty());
        sheet
    }

    /// All clauses in order.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        self.parts.iter().flat_map(|p| &p.clauses)
    }

    /// The clause with this number.
    #[must_use]
    pub fn clause(&self, number: &str) -> Option<&Clause> {
        self.clauses().find(|c| c.number == number)
    }

    /// The bracket with this id, and its clause.
    #[must_use]
    pub fn bracket(&self, id: &str) -> Option<(&Clause, &Bracket)> {
        self.clauses().find_map(|c| Some((c, c.brackets().find(|b| b.id == id)?)))
    }
}

fn piece(part: LinePart) -> Piece {
    match part {
        LinePart::Words(w) => Piece::Words(w),
        LinePart::Open(w) => Piece::Open(w),
        LinePart::Vague(w) => Piece::Vague(w),
        LinePart::Bracket { id, options, at } => Piece::Bracket(Bracket { id, options, at }),
    }
}

fn all_words(parts: &[LinePart]) -> String {
    parts.iter().map(|p| piece(p.clone()).words()).collect::<String>().trim().to_owned()
}

/// The text as it may be put before a side: no comments, no readings, no sources. Prose stays as it is.
#[must_use]
pub fn for_audience(text: &str) -> String {
    let tree = accord::parse(text).tree;
    if tree.has_heading() { tree.bare() } else { text.to_owned() }
}

/// Whether a text holds what is the mediators' own: comments, readings, sources.
#[must_use]
pub fn holds_our_own(text: &str) -> bool {
    squeezed(&for_audience(text)) != squeezed(text)
}

/// A prose text in the shape that `accord` reads: each clause as negotiated words, with the readings
/// that are given for it beside it, and the bodies of the case declared. The words stay as they are.
#[must_use]
pub fn with_readings(text: &str, sheet: &Sheet, declared: &[String], readings: &[(String, String)]) -> String {
    if sheet.forms {
        return beside(text, sheet, readings);
    }
    let quote = |w: &str| w.replace('"', "”");
    let mut out = ["AGREEMENT \"", &quote(&sheet.title), "\"\n\nParties.\n"].concat();
    for line in declared {
        out.push_str(&["  ", line, "\n"].concat());
    }
    out.push('\n');
    for (k, part) in sheet.parts.iter().enumerate() {
        for (j, clause) in part.clauses.iter().enumerate() {
            // Prose is numbered as it likes; the forms want two numbers.
            let number =
                if accord::ClauseNo::read(&clause.number).is_some() { clause.number.clone() } else { format!("{}.{}", k + 1, j + 1) };
            out.push_str(&["  ", &number, " \"", &quote(&clause.words()), "\"."].concat());
            for (_, reading) in readings.iter().filter(|(n, _)| *n == clause.number) {
                out.push_str(&[" Read as: ", &stopped(reading)].concat());
            }
            out.push('\n');
        }
    }
    out
}

/// Puts readings behind the clauses of a text in the forms that are prose.
fn beside(text: &str, sheet: &Sheet, readings: &[(String, String)]) -> String {
    let mut out = text.to_owned();
    let mut clauses: Vec<&Clause> = sheet.clauses().filter(|c| c.read == Read::NotRead).collect();
    clauses.sort_by_key(|c| std::cmp::Reverse(c.at.end));
    for clause in clauses {
        for (_, reading) in readings.iter().rev().filter(|(n, _)| *n == clause.number) {
            out.insert_str(clause.at.end, &[" Read as: ", &stopped(reading)].concat());
        }
    }
    out
}

/// A sentence with its full stop.
fn stopped(words: &str) -> String {
    let words = words.trim();
    if words.ends_with('.') { words.to_owned() } else { [words, "."].concat() }
}

#[cfg(test)]
mod tests;
