//! Word of mouth: who spoke to whom, by what means, noted by whom and when.
//!
//! Nobody but the mediators need ever sign in: every act of a delegate can be *noted on behalf
//! of*. Only the text is required; everything else may stay *not stated*.

use serde::{Deserialize, Serialize};
use terms::language::Language;
use terms::time::Stamp;

terms::ladder! {
    /// By what means the words were said.
    Means, "means" {
        /// In person.
        InPerson = "in-person",
        /// By telephone.
        Telephone = "telephone",
        /// By courier.
        Courier = "courier",
        /// In a chat elsewhere.
        Chat = "chat",
        /// Not stated.
        NotStated = "not-stated",
    }
}

terms::ladder! {
    /// What the note was written from.
    WrittenFrom, "written-from" {
        /// From memory.
        Memory = "memory",
        /// From paper.
        Paper = "paper",
        /// From a recording.
        Recording = "recording",
    }
}

terms::ladder! {
    /// Whether the words are the speaker's own or their sense.
    Exactness, "exactness" {
        /// The gist. The default.
        Gist = "gist",
        /// The exact words, in quotation marks.
        Exact = "exact",
    }
}

/// How a message came to be written down by somebody else than its speaker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// When it was said; *noted at* is the entry's own time.
    #[serde(default)]
    pub said_at: Option<Stamp>,
    /// Who heard it from the speaker.
    #[serde(default)]
    pub said_to: Vec<String>,
    /// Who else was present, interpreters and note-takers among them.
    #[serde(default)]
    pub present: Vec<String>,
    /// By what means.
    #[serde(default = "not_stated")]
    pub means: Means,
    /// In which language it was said, where that is not the language of the note.
    #[serde(default)]
    pub said_in: Option<Language>,
    /// What the note was written from.
    #[serde(default = "memory")]
    pub from: WrittenFrom,
    /// Gist or exact words.
    #[serde(default = "gist")]
    pub exactness: Exactness,
    /// The line of the printed note sheet it was typed in from.
    #[serde(default)]
    pub sheet_line: Option<u32>,
}

fn not_stated() -> Means {
    Means::NotStated
}

fn memory() -> WrittenFrom {
    WrittenFrom::Memory
}

fn gist() -> Exactness {
    Exactness::Gist
}

impl Default for Noted {
    fn default() -> Self {
        Self {
            said_at: None,
            said_to: Vec::new(),
            present: Vec::new(),
            means: Means::NotStated,
            said_in: None,
            from: WrittenFrom::Memory,
            exactness: Exactness::Gist,
            sheet_line: None,
        }
    }
}
