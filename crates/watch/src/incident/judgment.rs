//! What somebody judged of an incident: three questions that never answer one another.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use terms::time::Stamp;

/// A judgment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Judgment {
    /// That it happened was checked.
    Verified,
    /// It is said that it was otherwise.
    Contested,
    /// It was found who did it.
    Attributed {
        /// Who.
        to: String,
    },
}

/// A judgment with who made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// What.
    pub judgment: Judgment,
    /// By whom.
    pub by: String,
    /// When.
    pub at: Stamp,
    /// Why, in their words.
    pub reasons: String,
    /// Whether they have taken it back since.
    pub withdrawn: bool,
}

/// The judgments of incidents, by the number that the caller gives each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Judgments(BTreeMap<u64, Vec<Judged>>);

impl Judgments {
    /// Adds one; none is ever replaced.
    pub fn add(&mut self, incident: u64, judged: Judged) {
        self.0.entry(incident).or_default().push(judged);
    }

    /// Takes back the latest judgment of this kind by them; it stays, marked. `false` where there is none.
    pub fn withdraw(&mut self, incident: u64, by: &str, judgment: &Judgment) -> bool {
        let found =
            self.0.get_mut(&incident).and_then(|all| all.iter_mut().rfind(|j| j.by == by && j.judgment == *judgment && !j.withdrawn));
        found.is_some_and(|j| {
            j.withdrawn = true;
            true
        })
    }

    /// All of an incident in the order in which they were made.
    #[must_use]
    pub fn of(&self, incident: u64) -> &[Judged] {
        self.0.get(&incident).map_or(&[], Vec::as_slice)
    }

    /// Who verified it, and stands by it.
    #[must_use]
    pub fn verified_by(&self, incident: u64) -> Vec<&str> {
        self.who(incident, |j| *j == Judgment::Verified)
    }

    /// Who contests it, and stands by it.
    #[must_use]
    pub fn contested_by(&self, incident: u64) -> Vec<&str> {
        self.who(incident, |j| *j == Judgment::Contested)
    }

    /// To whom it is attributed, and by whom; several may differ.
    #[must_use]
    pub fn attributed(&self, incident: u64) -> Vec<(&str, &str)> {
        let standing = self.of(incident).iter().filter(|j| !j.withdrawn);
        standing
            .filter_map(|j| if let Judgment::Attributed { to } = &j.judgment { Some((to.as_str(), j.by.as_str())) } else { None })
            .collect()
    }

    fn who(&self, incident: u64, is: impl Fn(&Judgment) -> bool) -> Vec<&str> {
        self.of(incident).iter().filter(|j| !j.withdrawn && is(&j.judgment)).map(|j| j.by.as_str()).collect()
    }
}
