//! Permissions: the owner's leave for words to cross, in a stated form and under conditions.

use serde::{Deserialize, Serialize};
use terms::disclosure::{Form, PermissionForm, Source, Standing, Use, VersionState};
use terms::id::{EntryNo, PartyId};
use terms::language::Words;
use terms::time::Stamp;

/// The four questions of conveying, each answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Answers {
    /// What may be done with the words.
    #[serde(rename = "use")]
    pub use_: Use,
    /// Whose words they are said to be.
    pub source: Source,
    /// What is left behind.
    pub form: Form,
    /// How far they bind.
    pub standing: Standing,
}

/// One language version of the words that will be read or heard: its own bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The words.
    pub words: Words,
    /// How it stands to the others.
    pub state: VersionState,
    /// Who translated it, where it is a translation.
    #[serde(default)]
    pub by: Option<String>,
    /// Who checked it.
    #[serde(default)]
    pub checked_by: Option<String>,
    /// The same words put back into the owner's language, so that the owner sees what will be read.
    #[serde(default)]
    pub back: Option<Words>,
}

/// Under what conditions a permission holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conditions {
    /// Not before this moment.
    #[serde(default)]
    pub not_before: Option<Stamp>,
    /// No longer from this moment on.
    #[serde(default)]
    pub expires: Option<Stamp>,
    /// Only if the other side's permission for its own part is given too.
    #[serde(default)]
    pub only_if_other: bool,
    /// The owner is to be told when it is used.
    #[serde(default)]
    pub tell_when_used: bool,
    /// For use at discretion: the limits, in words.
    #[serde(default)]
    pub limits: Option<String>,
}

/// The owner's leave for one message's words to cross.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permission {
    /// The message of the same room whose words may cross.
    pub of: EntryNo,
    /// To whom.
    pub to: PartyId,
    /// The four questions, answered by the owner.
    pub answers: Answers,
    /// The wording that the owner saw: every language version that may be read. Empty only for use
    /// at discretion, where the permission is over the limits.
    #[serde(default)]
    pub wording: Vec<Version>,
    /// How it was given.
    pub given: PermissionForm,
    /// Who gave it, by name.
    pub by: String,
    /// Who heard it, where it was spoken.
    #[serde(default)]
    pub heard_by: Vec<String>,
    /// Under what conditions.
    #[serde(default)]
    pub conditions: Conditions,
}
