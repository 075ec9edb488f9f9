//! Public statements, held apart from what is said in caucus.

use serde::{Deserialize, Serialize};
use terms::id::IssueId;
use terms::language::Words;

/// What somebody said in public, or what an outlet reports as said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Who said it; an unnamed source is described, never joined to a person.
    pub speaker: String,
    /// The speaker's role, as reported.
    #[serde(default)]
    pub role: Option<String>,
    /// Who carried it, nearest to the speaker first.
    #[serde(default)]
    pub carried_by: Vec<String>,
    /// When, as the report puts it; none is *not stated*.
    #[serde(default)]
    pub said_on: Option<String>,
    /// What was said, in our words unless it is a quotation.
    pub words: Words,
    /// Whether the words are a quotation.
    #[serde(default)]
    pub quoted: bool,
    /// The issues it bears on.
    #[serde(default)]
    pub issues: Vec<IssueId>,
    /// The report that holds it.
    #[serde(default)]
    pub source: Option<String>,
}
