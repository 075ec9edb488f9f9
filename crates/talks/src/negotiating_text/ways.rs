//! Ways out of a finding as changes of the text: those that need nothing to be written can be made at once.
//!
//! A change is offered only where the changed text reads: a way that would leave a sentence which fits no
//! form is left to whoever writes it.

use super::{Sheet, edit};
use accord::{ClauseNo, Finding};
use std::collections::BTreeSet;
use terms::phrase::{Arg, Phrase};

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
        }
    }
}

/// Sentences of a text that could not be read, by their labels.
fn unread(text: &str) -> BTreeSet<String> {
    accord::parse(text).findings.into_iter().flat_map(|f| f.clauses).collect()
}

/// The next free number of a clause's phase.
fn free(sheet: &Sheet, clause: &str) -> Option<String> {
    let major = ClauseNo::read(clause)?.major;
    let most = sheet.clauses().filter_map(|c| ClauseNo::read(&c.number)).filter(|n| n.major == major).map(|n| n.minor).max()?;
    Some(format!("{major}.{}", most + 1))
}

fn name<'a>(phrase: &'a Phrase, arg: &str) -> Option<&'a str> {
    phrase.args.iter().find_map(|(k, v)| match v {
        Arg::Name(text) if k == arg => Some(text.as_str()),
        _ => None,
    })
}

/// The ways out of a finding over a text, brackets first: which letter would cure it, and what its check offers.
#[must_use]
pub fn ways(text: &str, sheet: &Sheet, finding: &Finding) -> Vec<Way> {
    let mut out = Vec::new();
    let brackets =
        |way: &Phrase| ["choose-bracket", "close-bracket", "break-circle"].iter().any(|k| way.key == ["accord-way-", k].concat());
    let mut ids: Vec<(String, Option<String>)> =
        finding.brackets.iter().filter_map(|b| b.rsplit_once(' ')).map(|(id, letter)| (id.to_owned(), Some(letter.to_owned()))).collect();
    if ids.is_empty() && finding.ways_out.iter().any(brackets) {
        let own = sheet.clauses().filter(|c| finding.clauses.contains(&c.number));
        ids = own.flat_map(|c| c.brackets().map(|b| (b.id.clone(), None))).collect();
    }
    for (id, found) in ids {
        let Some((_, bracket)) = sheet.bracket(&id) else { continue };
        for (letter, _) in bracket.options.iter().filter(|(l, _)| !l.is_empty() && Some(l) != found.as_ref()) {
            out.push(Way {
                phrase: Phrase::new("text-way-take").name("bracket", id.clone()).name("letter", letter.clone()),
                edit: Some(Edit::Take(id.clone(), letter.clone())),
            });
        }
    }
    let before = unread(text);
    for way in &finding.ways_out {
        if brackets(way) && out.iter().any(|w| matches!(w.edit, Some(Edit::Take(..)))) {
            continue;
        }
        if way.key == "accord-way-drop-clause" {
            for c in finding.clauses.iter().filter(|c| sheet.clause(c).is_some()) {
                out.push(Way { phrase: Phrase::new("text-way-drop").name("clause", c.clone()), edit: Some(Edit::Drop(c.clone())) });
            }
            continue;
        }
        let edit = written(sheet, finding, way).filter(|e| e.done(text).is_some_and(|new| unread(&new).is_subset(&before)));
        out.push(Way { phrase: way.clone(), edit });
    }
    out
}

/// Ways that write something which is open: the text then says that it is not agreed, and where.
fn written(sheet: &Sheet, finding: &Finding, way: &Phrase) -> Option<Edit> {
    let number = name(way, "clause").or_else(|| finding.clauses.first().map(String::as_str))?;
    let clause = sheet.clause(number)?;
    let words = clause.words();
    let bare = words.strip_suffix('.').unwrap_or(&words).trim_end();
    let with = |tail: &str| Some(Edit::Reword(number.to_owned(), [bare, tail].concat()));
    let more = |sentence: String| Some(Edit::Insert(number.to_owned(), free(sheet, number)?, sentence));
    match way.key.strip_prefix("accord-way-")? {
        "add-deadline" => with(", within open days of acceptance."),
        "add-until" => with(", until open."),
        "add-verifier" => more(format!("open verifies {number}.")),
        "add-remedy" => more(format!("If {number} is breached, open.")),
        "use-shall" if words.contains(" should ") => Some(Edit::Reword(number.to_owned(), words.replacen(" should ", " shall ", 1))),
        "use-name" => {
            let (what, near) = (name(&finding.message, "what")?, name(way, "near")?);
            words.contains(what).then(|| Edit::Reword(number.to_owned(), words.replacen(what, near, 1)))
        }
        _ => None,
    }
}
