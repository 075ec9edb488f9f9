//! Positions per issue, red lines, and the sticking points that hold up the whole.

use serde::{Deserialize, Serialize};
use terms::id::{EntryNo, IssueId, PartyId};
use terms::language::Words;

terms::ladder! {
    /// Where a position was taken.
    Lane, "lane" {
        /// Kept by its side, or told in caucus.
        Private = "private",
        /// Carried to the other side.
        Carried = "carried",
        /// Said in public.
        Public = "public",
    }
}

/// What a side says on one issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The issue.
    pub issue: IssueId,
    /// The side.
    pub party: PartyId,
    /// Where it was taken.
    pub lane: Lane,
    /// The words.
    pub words: Words,
    /// Whether the side declares it not negotiable.
    #[serde(default)]
    pub red_line: bool,
    /// Where it comes from: a message, a statement, a report.
    #[serde(default)]
    pub source: Option<String>,
}

terms::ladder! {
    /// How a sticking point moves.
    Movement, "movement" {
        /// Nothing moves.
        Stalled = "stalled",
        /// The sides move apart.
        Apart = "apart",
        /// The sides move closer.
        Closer = "closer",
        /// Set aside by agreement.
        Parked = "parked",
        /// Settled, subject to the whole.
        Settled = "settled",
    }
}

/// An issue that holds up the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StickingPoint {
    /// Its title.
    pub title: Words,
    /// The issues it is about.
    pub issues: Vec<IssueId>,
    /// What it is tied to: other sticking points of the same room.
    #[serde(default)]
    pub tied_to: Vec<EntryNo>,
    /// Each side's gist, with the source.
    #[serde(default)]
    pub sides: Vec<(PartyId, Words)>,
    /// Where it comes from.
    #[serde(default)]
    pub source: Option<String>,
}
