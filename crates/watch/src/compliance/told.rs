//! Which events the text's own rules count.

use accord::{Event, Model, Obligation, Step};
use terms::time::Stamp;

/// An event that somebody tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// When it happened.
    pub at: Stamp,
    /// Its place in the order of arrival; of one moment, the earlier told comes first.
    pub order: u64,
    /// What happened.
    pub event: Event,
    /// Who says so, by the agreement's names.
    pub by: Vec<String>,
    /// Whether it is commonly accepted: by the sides, or by the joint body for them.
    pub accepted: bool,
}

/// Whether an event counts for the life of a clause, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counts {
    /// It does.
    Yes,
    /// The text names who reports it, and it is somebody else.
    OtherReporter,
    /// The text names nobody to report it, and it is not commonly accepted.
    NobodyNamed,
    /// The text names who verifies it, or who has this power, and it is somebody else.
    OtherVerifier,
    /// A finding of breach is an act of its own.
    NotByTelling,
}

/// Whether an event counts: by whom the text names for it, or commonly accepted.
pub(super) fn counts(model: &Model, all: &[Obligation], told: &Told) -> Counts {
    let among = |named: &[String]| told.by.iter().any(|b| named.contains(b));
    let by = |named: &[String], other: Counts| {
        if told.accepted || among(named) {
            Counts::Yes
        } else if named.is_empty() {
            Counts::NobodyNamed
        } else {
            other
        }
    };
    let of = |no| all.iter().find(|o| o.clause == no);
    match &told.event {
        Event::Tick => Counts::Yes,
        Event::Act(_, Step::Breached, _) => Counts::NotByTelling,
        Event::Act(no, Step::Verified, _) => by(of(*no).map_or(&[], |o| &o.verifiers), Counts::OtherVerifier),
        Event::Act(no, _, _) => by(of(*no).map_or(&[], |o| &o.reporters), Counts::OtherReporter),
        Event::Named(name, _) => by(&model.event_reporters(name), Counts::OtherReporter),
        // A power of the text is used by whom it is given to.
        Event::Suspend(no) | Event::Resume(no) => {
            let holders: Vec<String> =
                all.iter().flat_map(|o| &o.answers).filter(|a| a.to.contains(no)).flat_map(|a| a.who.iter().cloned()).collect();
            by(&holders, Counts::OtherVerifier)
        }
        Event::Released(..) | Event::Discharge(..) => by(&[], Counts::OtherReporter),
    }
}
