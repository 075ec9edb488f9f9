//! The field's formats, read from bytes to values: NegoLog folders, GENIUS folders, and our own file.
//!
//! Nothing here opens a path. A folder is its files, each a name and its bytes, in any order.

pub mod genius;
pub mod negolog;
pub mod ours;

use crate::domain::Domain;
use crate::exact::Fraction;
use terms::phrase::Phrase;

/// One file of a folder: its name without the folder, and its bytes.
pub type File<'a> = (&'a str, &'a [u8]);

/// A folder that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What it holds.
    pub domain: Domain,
    /// Whether it is a pool of profiles to play games from and not one game: choose sides with
    /// [`Domain::between`].
    pub pool: bool,
    /// What was read otherwise than a reader might expect.
    pub notes: Vec<Phrase>,
}

/// Why a folder cannot be used: which file, which line, what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The file at fault; empty where it is the folder as a whole.
    pub file: String,
    /// Its line, counted from 1, where one can be named.
    pub line: Option<usize>,
    /// What is wrong and what to do.
    pub what: Phrase,
}

impl Complaint {
    pub(crate) fn new(file: &str, line: Option<usize>, what: Phrase) -> Self {
        Self { file: file.to_owned(), line, what }
    }
}

/// Which form a folder has, by the names and the first words of its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `profileA.json`, `profileB.json`, …
    NegoLog,
    /// XML with a negotiation template or utility spaces.
    Genius,
    /// A `.toml` file of ours.
    Ours,
}

/// The form of a folder; `None` where no file is of a known form.
#[must_use]
pub fn form(files: &[File<'_>]) -> Option<Form> {
    let ends = |end: &str| files.iter().any(|f| f.0.to_ascii_lowercase().ends_with(end));
    if files.iter().any(|f| negolog::is_profile(f.0)) {
        Some(Form::NegoLog)
    } else if ends(".xml") {
        Some(Form::Genius)
    } else if ends(".toml") {
        Some(Form::Ours)
    } else {
        None
    }
}

/// Reads a folder of any known form. A GENIUS folder is read with its evaluations as written.
///
/// # Errors
/// The first thing that makes it unusable.
pub fn read(name: &str, files: &[File<'_>]) -> Result<Reading, Complaint> {
    match form(files) {
        Some(Form::NegoLog) => negolog::read(name, files),
        Some(Form::Genius) => genius::read(name, files, genius::Scale::AsWritten),
        Some(Form::Ours) => ours::read(files),
        None => Err(Complaint::new("", None, Phrase::new("bargain-no-form").name("folder", name))),
    }
}

/// A number of a file.
fn number(file: &str, line: Option<usize>, text: &str) -> Result<Fraction, Complaint> {
    crate::exact::read(text).ok_or_else(|| Complaint::new(file, line, Phrase::new("bargain-not-a-number").name("text", text)))
}
