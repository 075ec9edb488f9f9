//! Ways out of a finding as changes of clauses: what an editor of the file would offer, as the screen applies it.
//!
//! What a way out comes to is decided in one place, `accord::editor::fixes`, so that screen and editor offer
//! the same; a way that leaves something to be decided is left to whoever writes it.

use super::{Sheet, edit};
use accord::editor::Change;
use accord::{Finding, Tree};
use terms::phrase::Phrase;

/// A change of one place of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A bracket is settled: its id and the letter.
    Take(String, String),
    /// A clause gets other words.
    Reword(String, String),
    /// A clause is added behind another: behind which, its number, its words.
    Insert(String, String, String),
    /// A clause is left out.
    Drop(String),
    /// A sentence is added under the definitions.
    Define(String),
}

impl From<Change> for Edit {
    fn from(change: Change) -> Self {
        match change {
            Change::Take(id, letter) => Edit::Take(id, letter),
            Change::Reword(clause, words) => Edit::Reword(clause, words),
            Change::Insert(after, number, words) => Edit::Insert(after, number, words),
            Change::Drop(clause) => Edit::Drop(clause),
            Change::Define(words) => Edit::Define(words),
        }
    }
}

/// A way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What would be done, for the reader.
    pub phrase: Phrase,
    /// The change, where nothing need be written.
    pub edit: Option<Edit>,
}

impl Edit {
    /// The text after it.
    #[must_use]
    pub fn done(&self, text: &str) -> Option<String> {
        match self {
            Edit::Take(id, letter) => edit::take(text, id, letter),
            Edit::Reword(clause, words) => edit::reword(text, clause, words),
            Edit::Insert(after, number, words) => edit::insert_after(text, after, number, words),
            Edit::Drop(clause) => edit::drop_clause(text, clause),
            Edit::Define(words) => Some(accord::editor::define(text, words)),
        }
    }
}

/// The ways out of a finding over a text as it was read, those that take another letter first where the check does
/// not name them itself. Prose has no forms to change: its ways are words alone.
#[must_use]
pub fn ways(tree: &Tree, sheet: &Sheet, finding: &Finding) -> Vec<Way> {
    let fixes = accord::editor::fixes(tree, finding);
    let mut out = Vec::new();
    let more = fixes.iter().map(|f| &f.title).find(|t| !finding.ways_out.contains(t));
    for way in more.into_iter().chain(&finding.ways_out) {
        let before = out.len();
        for fix in fixes.iter().filter(|f| f.title == *way) {
            let Some(change) = fix.change.clone().filter(|_| sheet.forms) else { continue };
            let phrase = match &change {
                Change::Take(bracket, letter) => {
                    Phrase::new("text-way-take").name("bracket", bracket.clone()).name("letter", letter.clone())
                }
                Change::Drop(clause) => Phrase::new("text-way-drop").name("clause", clause.clone()),
                _ => way.clone(),
            };
            out.push(Way { phrase, edit: Some(change.into()) });
        }
        if out.len() == before && more != Some(way) {
            out.push(Way { phrase: way.clone(), edit: None });
        }
    }
    out
}
