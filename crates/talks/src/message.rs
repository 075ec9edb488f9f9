//! Messages: what somebody says in a room, of which kind, with which standing.

use crate::note::Noted;
use serde::{Deserialize, Serialize};
use terms::disclosure::Standing;
use terms::id::{EntryNo, PartyId};
use terms::language::Words;

terms::ladder! {
    /// What a message is, in the field's words.
    MessageKind, "message-kind" {
        /// A statement.
        Statement = "statement",
        /// A proposal.
        Proposal = "proposal",
        /// A counter-proposal.
        CounterProposal = "counter-proposal",
        /// A question.
        Question = "question",
        /// An answer.
        Answer = "answer",
        /// A clarification.
        Clarification = "clarification",
        /// A holding reply: heard, an answer will come.
        HoldingReply = "holding-reply",
        /// An acceptance.
        Acceptance = "acceptance",
        /// A refusal.
        Refusal = "refusal",
        /// Taken note of, and no more.
        TakenNote = "taken-note",
        /// A protest.
        Protest = "protest",
        /// A non-paper: unsigned, unattributed.
        NonPaper = "non-paper",
        /// Procedural.
        Procedural = "procedural",
        /// A list of people: the words are a table, one person a line.
        List = "list",
        /// A version of the negotiating text, whole.
        Text = "text",
    }
}

/// The version of a text or list that a message speaks of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tie {
    /// Its name, as the room calls it: `draft`, `list C`.
    pub what: String,
    /// Its version.
    pub version: u32,
    /// The clause or entry, if one is meant.
    #[serde(default)]
    pub clause: Option<String>,
    /// The version of the text in the same room that it speaks of.
    #[serde(default)]
    pub text: Option<EntryNo>,
    /// Whether the words are meant to stand in the clause's place; otherwise they are a remark on it.
    #[serde(default)]
    pub wording: bool,
}

/// A message of a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// What it is.
    pub kind: MessageKind,
    /// The words, in the language they were given in.
    pub words: Words,
    /// How far they bind.
    pub standing: Standing,
    /// Whose words they are: the side, and the speaker by name where one is known.
    pub speaker: Speaker,
    /// The text or list it speaks of.
    #[serde(default)]
    pub tie: Option<Tie>,
    /// The entry of the same room that it answers.
    #[serde(default)]
    pub answers: Option<EntryNo>,
    /// How it came to be noted, where somebody else wrote it down.
    #[serde(default)]
    pub noted: Option<Noted>,
    /// Where the words come from in a worked case: who is quoted, by which outlet, in which report.
    #[serde(default)]
    pub source: Option<String>,
}

/// Whose words a message holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Speaker {
    /// The side or body.
    pub party: PartyId,
    /// The person, as named by whoever wrote it.
    #[serde(default)]
    pub name: Option<String>,
}
