//! Rounds, sessions, the roadmap, the list of issues, earlier attempts.

use serde::{Deserialize, Serialize};
use terms::disclosure::Standing;
use terms::id::{IssueId, OptionId, PartyId};
use terms::language::Words;
use terms::time::{Hours, Stamp};

/// A round of talks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Its number.
    pub number: u32,
    /// What it is called.
    pub title: Words,
    /// Where.
    #[serde(default)]
    pub place: Option<String>,
    /// When it begins, where that is stated.
    #[serde(default)]
    pub begins: Option<Stamp>,
    /// Who says so, in a worked case.
    #[serde(default)]
    pub source: Option<String>,
}

/// Somebody who is in the room of a session, and from when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attends {
    /// The side or body.
    pub party: PartyId,
    /// From when; none is from the start.
    #[serde(default)]
    pub from: Option<Stamp>,
    /// In what role, in words (interpreter, note-taker), where it is not the side's own.
    #[serde(default)]
    pub role: Option<String>,
    /// Who says so, in a worked case.
    #[serde(default)]
    pub source: Option<String>,
}

/// A session of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The round.
    pub round: u32,
    /// What it is called.
    pub title: Words,
    /// Where.
    #[serde(default)]
    pub place: Option<String>,
    /// When it begins.
    #[serde(default)]
    pub begins: Option<Stamp>,
    /// When it ended, once it has.
    #[serde(default)]
    pub ended: Option<Stamp>,
    /// Who meets whom and from when, the others in the room too.
    #[serde(default)]
    pub attends: Vec<Attends>,
    /// The agenda.
    #[serde(default)]
    pub agenda: Vec<Words>,
    /// Who says so, in a worked case.
    #[serde(default)]
    pub source: Option<String>,
}

/// Minutes of a session, kept in the room whose members may read them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    /// The session's title, as the reader knows it.
    pub session: String,
    /// What was said and done.
    pub words: Words,
    /// Who was present.
    #[serde(default)]
    pub present: Vec<String>,
}

/// One thing that comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What.
    pub words: Words,
    /// When, where that is stated.
    #[serde(default)]
    pub due: Option<Stamp>,
    /// Who says so, in a worked case.
    #[serde(default)]
    pub source: Option<String>,
}

/// An earlier attempt and how it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// What was tried.
    pub words: Words,
    /// How it ended.
    pub ended: Words,
    /// Who says so, in a worked case.
    #[serde(default)]
    pub source: Option<String>,
}

/// An issue on the list common to all, with its named options in their shared order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Its identifier.
    pub id: IssueId,
    /// Its title.
    pub title: Words,
    /// The options that offers may name, in order.
    #[serde(default)]
    pub options: Vec<(OptionId, Words)>,
    /// Who says so, in a worked case.
    #[serde(default)]
    pub source: Option<String>,
}

/// What a delegate may say without asking home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    /// The delegate's name.
    pub delegate: String,
    /// Who gave it.
    pub given_by: String,
    /// For which issues; empty for all.
    #[serde(default)]
    pub issues: Vec<IssueId>,
    /// The highest standing that the delegate may give words.
    pub most: Standing,
    /// What must be referred home, in words.
    #[serde(default)]
    pub refer_home: Option<String>,
    /// How long that takes.
    #[serde(default)]
    pub takes: Option<Hours>,
}
