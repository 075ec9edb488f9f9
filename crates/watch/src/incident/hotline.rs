//! The hotline: what is known when an incident is opened, and the calls that follow.
//!
//! Facts, claims and what is *not* known are three lists. What may pass to the other side is made here and
//! nowhere else: the place rounded, and nobody who told it named.

use super::table::Point;
use serde::{Deserialize, Serialize};
use terms::time::Stamp;

terms::ladder! {
    /// What a caller asks of the side that is called.
    Asked, "watch-asked" {
        /// To hold back.
        Restraint = "restraint",
        /// To stop firing.
        StopFire = "stop-fire",
        /// To let somebody through.
        Access = "access",
        /// To look into it.
        Investigation = "investigation",
    }
}

terms::ladder! {
    /// What is not known of an incident.
    Unknown, "watch-unknown" {
        /// Who did it.
        Who = "who",
        /// Where, more nearly than a district.
        Where = "where",
        /// When, more nearly than a day.
        When = "when",
        /// Whether anybody was hurt.
        Hurt = "hurt",
        /// Whether it is still going on.
        GoingOn = "going-on",
        /// With what it was done.
        With = "with",
        /// Whether it was meant.
        Meant = "meant",
    }
}

/// An incident as it is opened on the hotline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// When it was opened.
    pub at: Stamp,
    /// From whom it was heard; never leaves the team.
    pub heard_from: String,
    /// Where, in words.
    pub place: String,
    /// Where, measured.
    pub point: Option<Point>,
    /// When it is said to have happened.
    pub happened: Option<Stamp>,
    /// What the team itself saw or checked.
    pub facts: Vec<String>,
    /// What is claimed, and by whom.
    pub claims: Vec<(String, String)>,
    /// What is not known.
    pub unknown: Vec<Unknown>,
    /// The calls in the order in which they were made.
    pub calls: Vec<Call>,
}

/// A call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// When.
    pub at: Stamp,
    /// Whom.
    pub whom: String,
    /// Of which side or body.
    pub of: String,
    /// Whether they were reached.
    pub reached: bool,
    /// What was asked.
    pub asked: Vec<Asked>,
    /// What they answered, in their words: their version.
    pub answered: String,
    /// What they promised, and by when; none where they named no time.
    pub promised: Vec<(String, Option<Stamp>)>,
    /// When to call back.
    pub call_back: Option<Stamp>,
}

/// Something that has to be seen to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// When.
    pub at: Stamp,
    /// The call, by its place in the log.
    pub call: usize,
    /// What was promised; none for a call back.
    pub promised: Option<String>,
    /// Whether it is past its time at the moment asked about.
    pub past: bool,
}

/// What may be read to the other side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// When it is said to have happened.
    pub happened: Option<Stamp>,
    /// Where, to a tenth of a degree: about ten kilometres.
    pub point: Option<Point>,
    /// What the team itself saw or checked.
    pub facts: Vec<String>,
    /// What is not known.
    pub unknown: Vec<Unknown>,
}

impl Opened {
    /// What has to be seen to, soonest first: calls to be made back and promises that fall due. A call
    /// back is done with by any later call to the same body.
    #[must_use]
    pub fn next(&self, now: Stamp) -> Vec<Next> {
        let mut out = Vec::new();
        for (i, c) in self.calls.iter().enumerate() {
            let later = self.calls.iter().any(|d| d.of == c.of && d.at > c.at && d.reached);
            if let Some(at) = c.call_back.filter(|_| !later) {
                out.push(Next { at, call: i, promised: None, past: at < now });
            }
            for (what, by) in &c.promised {
                if let Some(at) = *by {
                    out.push(Next { at, call: i, promised: Some(what.clone()), past: at < now });
                }
            }
        }
        out.sort_by(|a, b| (a.at, a.call, &a.promised).cmp(&(b.at, b.call, &b.promised)));
        out
    }

    /// Both versions side by side: of each body called, the latest answer with its time.
    #[must_use]
    pub fn versions(&self) -> Vec<(&str, Stamp, &str)> {
        let mut out: Vec<(&str, Stamp, &str)> = Vec::new();
        for c in self.calls.iter().filter(|c| c.reached && !c.answered.is_empty()) {
            out.retain(|(of, ..)| *of != c.of);
            out.push((&c.of, c.at, &c.answered));
        }
        out.sort_unstable();
        out
    }

    /// What may be read to the other side: facts, the place rounded, and what is not known. Who told it, what
    /// is only claimed, and the words for the place, which may tell who was there, stay here.
    #[must_use]
    pub fn passed(&self) -> Passed {
        let round = |n: i32| n.div_euclid(100_000) * 100_000 + 50_000;
        let point = self.point.map(|p| Point { lat: round(p.lat), lon: round(p.lon) });
        Passed { happened: self.happened, point, facts: self.facts.clone(), unknown: self.unknown.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(at: i64, of: &str, reached: bool) -> Call {
        Call {
            at: Stamp(at),
            whom: "duty officer".into(),
            of: of.into(),
            reached,
            asked: vec![Asked::StopFire],
            answered: if reached { format!("{of} says it was not theirs") } else { String::new() },
            promised: vec![("a first report".into(), Some(Stamp(at + 600)))],
            call_back: Some(Stamp(at + 300)),
        }
    }

    #[test]
    fn the_other_side_hears_facts_and_no_informant() {
        let opened = Opened {
            at: Stamp(1_000),
            heard_from: "the miller".into(),
            place: "behind the miller's house".into(),
            point: Some(Point { lat: 31_512_345, lon: -34_467_001 }),
            happened: Some(Stamp(900)),
            facts: vec!["two shells fell".into()],
            claims: vec![("Upland fired".into(), "the miller".into())],
            unknown: vec![Unknown::Who, Unknown::Hurt],
            calls: vec![call(1_100, "Delta", true), call(1_200, "Upland", false), call(1_500, "Upland", true)],
        };
        let passed = opened.passed();
        assert!(!format!("{passed:?}").contains("miller"));
        assert_eq!(passed.point, Some(Point { lat: 31_550_000, lon: -34_450_000 }));
        let next: Vec<(i64, usize, bool)> = opened.next(Stamp(1_750)).iter().map(|n| (n.at.0, n.call, n.past)).collect();
        assert_eq!(next, [(1_400, 0, true), (1_700, 0, true), (1_800, 1, false), (1_800, 2, false), (2_100, 2, false)]);
        assert_eq!(opened.versions().iter().map(|v| v.0).collect::<Vec<_>>(), ["Delta", "Upland"]);
    }
}
