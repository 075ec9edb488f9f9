//! The tree: what each sentence of an agreement says, with the words it came from.
//!
//! The tree keeps the file's text and tokens whole; a sentence points into them. A bracketed
//! sentence is read once for each combination of its own brackets (a [`Variant`] each), so that
//! every slot of every form may hold a bracket without a form of its own.

mod body;
mod event;

pub use body::Count;
pub(crate) use body::{Act, Body, Compare, Duty, Effect, EventAt, KindCount, Modal, Stage, Tail, Who};
pub(crate) use event::{Anchor, Bound, Cond, EventRef, Part, Qty, Span, Unit, What};

use crate::lex::Token;
use std::fmt;
use std::ops::Range;
use terms::language::Language;

/// A stretch of bytes of the file.
pub(crate) type Bytes = Range<usize>;

/// The number of a clause: `1.2`, or `1.4.7`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseNo {
    /// The phase or part.
    pub major: u32,
    /// The clause.
    pub minor: u32,
    /// The sub-clause, 0 where there is none.
    pub sub: u32,
}

impl ClauseNo {
    /// Reads `1.2` or `1.2.3`, digits of any script.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let ascii = crate::lex::ascii_digits(text);
        let mut parts = ascii.split('.').map(|p| p.parse::<u32>().ok());
        let major = parts.next()??;
        let minor = parts.next()??;
        let sub = match parts.next() {
            Some(p) => p?,
            None => 0,
        };
        parts.next().is_none().then_some(Self { major, minor, sub })
    }
}

impl fmt::Display for ClauseNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.sub == 0 { write!(f, "{}.{}", self.major, self.minor) } else { write!(f, "{}.{}.{}", self.major, self.minor, self.sub) }
    }
}

/// An agreement as read: the whole file, lossless.
#[derive(Debug, Clone)]
pub struct Tree {
    pub(crate) text: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) names: Names,
    pub(crate) lang: Language,
}

/// One sentence.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    /// Its tokens, its full stop and source included.
    pub(crate) tokens: Range<usize>,
    /// The bytes from its first word to its full stop.
    pub(crate) span: Bytes,
    pub(crate) number: Option<ClauseNo>,
    /// A reading of the negotiated words before it.
    pub(crate) reading: bool,
    /// The phase that it stands under.
    pub(crate) phase: Option<u32>,
    /// How findings name it: `1.1`, `Phase 2`, `List early`.
    pub(crate) label: String,
    pub(crate) groups: Vec<Group>,
    pub(crate) variants: Vec<Variant>,
    pub(crate) source: Vec<SourceRef>,
    pub(crate) prose: Option<String>,
    /// Words about when this is vague on purpose.
    pub(crate) vague: Vec<Bytes>,
    /// `open` slots.
    pub(crate) open: Vec<Bytes>,
}

/// A bracket group: alternatives in one place.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    /// `1.2`, or `1.2a` and `1.2b` where one clause has two.
    pub(crate) id: String,
    pub(crate) span: Bytes,
    pub(crate) options: Vec<GroupOption>,
    /// The letters are sources, not alternatives.
    pub(crate) reading: bool,
}

/// One alternative.
#[derive(Debug, Clone)]
pub(crate) struct GroupOption {
    pub(crate) letter: String,
    pub(crate) span: Bytes,
    /// `A with 1.10 A`.
    pub(crate) with: Vec<(String, String)>,
}

/// A sentence under one choice of its own brackets.
#[derive(Debug, Clone)]
pub(crate) struct Variant {
    /// The letter taken of each group.
    pub(crate) letters: Vec<String>,
    pub(crate) body: Body,
}

/// Where a sentence comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourceRef {
    pub(crate) letter: String,
    pub(crate) place: String,
    pub(crate) words: Option<String>,
    pub(crate) span: Bytes,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameKind {
    Actor,
    Group,
    Term,
    Line,
    Annex,
    List,
    Kind,
    Thing,
    Place,
    Event,
    Process,
    Talks,
    Source,
}

/// A declared name.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) kind: NameKind,
    /// The same in words of the file, as the matcher compares them.
    pub(crate) words: Vec<String>,
    pub(crate) sentence: usize,
}

/// All declared names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    pub(crate) all: Vec<Name>,
    pub(crate) phases: Vec<u32>,
    pub(crate) clauses: Vec<(ClauseNo, usize)>,
}

impl Names {
    pub(crate) fn of(&self, text: &str, kinds: &[NameKind]) -> Option<&Name> {
        self.all.iter().find(|n| kinds.contains(&n.kind) && n.text == text)
    }
}

impl Tree {
    /// The text, byte for byte as it was read.
    #[must_use]
    pub fn print(&self) -> String {
        self.tokens.iter().map(|t| &self.text[t.start..t.end]).collect()
    }

    /// The agreement's title; empty where there is no AGREEMENT line.
    #[must_use]
    pub fn title(&self) -> &str {
        self.sentences
            .iter()
            .find_map(|s| match s.variants.first().map(|v| &v.body) {
                Some(Body::Agreement(t)) => Some(t.as_str()),
                _ => None,
            })
            .unwrap_or("")
    }

    /// Whether the text has its AGREEMENT line.
    #[must_use]
    pub fn has_heading(&self) -> bool {
        self.sentences.iter().any(|s| matches!(s.variants.first().map(|v| &v.body), Some(Body::Agreement(_))))
    }

    /// The language of the keywords.
    #[must_use]
    pub fn language(&self) -> Language {
        self.lang
    }

    /// Numbers of the clauses in the order of the text.
    #[must_use]
    pub fn clauses(&self) -> Vec<ClauseNo> {
        self.sentences.iter().filter(|s| !s.reading).filter_map(|s| s.number).collect()
    }
}
