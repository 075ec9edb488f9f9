//! Labels of drawings: the text's own words, or a phrase that the door says in the reader's language.

use crate::tree::{ClauseNo, Part, What};
use terms::phrase::Phrase;

/// Words on a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// Words or a number of the text itself.
    Own(String),
    /// A phrase.
    Said(Phrase),
}

impl Label {
    /// A phrase without arguments.
    pub(crate) fn key(key: &str) -> Self {
        Label::Said(Phrase::new(key))
    }
}

/// An event as a reader calls it.
pub(crate) fn event(what: &What) -> Label {
    let clause = |key: &str, no: &ClauseNo| Label::Said(Phrase::new(key).name("clause", no.to_string()));
    let n = |key: &str, n: u32| Label::Said(Phrase::new(key).number("n", i64::from(n)));
    let named = |key: &str, name: &str| Label::Said(Phrase::new(key).name("name", name));
    match what {
        What::Clause(no, Part::Due) => clause("accord-event-due", no),
        What::Clause(no, Part::Begun) => clause("accord-event-begun", no),
        What::Clause(no, Part::Done) => clause("accord-event-done", no),
        What::Clause(no, Part::Reported) => clause("accord-event-reported", no),
        What::Clause(no, Part::Verified) => clause("accord-event-verified", no),
        What::Clause(no, Part::Breached) => clause("accord-event-breached", no),
        What::Named(t) | What::Process(t) | What::Unknown(t) => Label::Own(t.clone()),
        What::Count { list, n } if *n < 0 => named("accord-event-all", list),
        What::Count { list, n } => Label::Said(Phrase::new("accord-event-count").number("n", *n).name("name", list.clone())),
        What::PhaseBegins(p) => n("accord-event-phase-begins", *p),
        What::PhaseEnds(p) => n("accord-event-phase-ends", *p),
        What::TalksOpen(t) => named("accord-event-talks", t),
        What::TalksEnd(t) => named("accord-event-talks-end", t),
        What::Date(d, None) => Label::Own(d.to_string()),
        What::Date(d, Some(t)) => Label::Own([d.to_string(), " ".to_owned(), t.strftime("%H:%M").to_string()].concat()),
        What::Day(d) => Label::Said(Phrase::new("accord-draw-day").number("n", *d)),
        What::Agree { on, .. } => named("accord-event-agree", on),
        What::Accept { .. } => Label::key("accord-event-accept"),
        What::Approve { .. } => Label::key("accord-event-approve"),
        What::Report => Label::key("accord-event-report"),
        What::Receipt => Label::key("accord-event-receipt"),
        What::Notice => Label::key("accord-event-notice"),
        What::Force => Label::key("accord-event-force"),
        What::End => Label::key("accord-event-end"),
        What::Open => Label::key("accord-event-open"),
    }
}

/// A length of time: in hours up to four days, as deadlines of that length are written, then in days.
pub(crate) fn length(minutes: i64) -> Label {
    let n = |key: &str, n: i64| Label::Said(Phrase::new(key).number("n", n));
    if minutes % 60 != 0 {
        n("accord-draw-minutes", minutes)
    } else if minutes.abs() <= 96 * 60 {
        n("accord-draw-hours", minutes / 60)
    } else if minutes % 1440 == 0 {
        n("accord-draw-days", minutes / 1440)
    } else {
        Label::Said(Phrase::new("accord-draw-days-hours").number("n", minutes / 1440).number("hours", minutes % 1440 / 60))
    }
}
