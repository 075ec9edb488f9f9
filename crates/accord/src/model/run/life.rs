//! The life of an obligation, and what is told to and by a run.

use crate::tree::ClauseNo;
use terms::time::Stamp;

/// Where an obligation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Life {
    /// Written, and its phase has not begun.
    Created,
    /// Its condition is not met yet.
    Waiting,
    /// It binds now.
    InEffect,
    /// Held up by a remedy.
    Suspended,
    /// Done.
    Fulfilled,
    /// Its deadline has passed and it is not done.
    PastItsTime,
    /// Done after its deadline and within the time to cure.
    Cured,
    /// Lifted: the text says that it does not apply.
    Discharged,
    /// Over.
    Ended,
}

impl Life {
    /// The word in the state table and in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Life::Created => "created",
            Life::Waiting => "waiting",
            Life::InEffect => "in-effect",
            Life::Suspended => "suspended",
            Life::Fulfilled => "fulfilled",
            Life::PastItsTime => "past-its-time",
            Life::Cured => "cured",
            Life::Discharged => "discharged",
            Life::Ended => "ended",
        }
    }
}

/// A part of an act that can be told to a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The act has begun.
    Begun,
    /// It is done.
    Done,
    /// Its reporter has reported it.
    Reported,
    /// Its verifier has verified it.
    Verified,
    /// Whom the text names has found it in breach.
    Breached,
}

/// What is told to a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A declared event, or one of the forms' own, by its name; for one instance where it has any.
    Named(String, Option<String>),
    /// Something about a clause's act; for one instance where it has any.
    Act(ClauseNo, Step, Option<String>),
    /// So many more of a list have been released.
    Released(String, i64),
    /// A side uses its power to suspend.
    Suspend(ClauseNo),
    /// A suspension is lifted.
    Resume(ClauseNo),
    /// A clause is lifted.
    Discharge(ClauseNo, Option<String>),
    /// Nothing but time.
    Tick,
}

/// A change that a step made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// When.
    pub at: Stamp,
    /// Of which clause.
    pub clause: ClauseNo,
    /// Of which instance.
    pub instance: Option<String>,
    /// From.
    pub from: Life,
    /// To.
    pub to: Life,
}

/// Something that falls due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// When.
    pub at: Stamp,
    /// Which clause.
    pub clause: ClauseNo,
    /// Which instance.
    pub instance: Option<String>,
}

/// A clause that waits, and for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    /// The clause.
    pub clause: ClauseNo,
    /// Events that have not happened; of alternatives the shortest.
    pub events: Vec<String>,
    /// Who could bring them about; empty where nobody is named.
    pub on: Vec<String>,
}
