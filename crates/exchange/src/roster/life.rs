//! The life of an entry: what can become of it, and what is claimed of the person.
//!
//! Fate and whereabouts are two claims, each with who claims it, since when and on what evidence;
//! a later claim does not erase an earlier one. *Not on this movement* is one state for refusal,
//! illness and doubt: the reason stays with the intermediary and is nowhere in the store.

use serde::{Deserialize, Serialize};
use terms::language::Words;
use terms::phrase::Phrase;
use terms::time::Stamp;

/// What a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// Alive, dead, not known.
    Fate,
    /// Where the person, or the remains, are.
    Whereabouts,
}

/// One claim of one claimant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// About what.
    pub about: About,
    /// What is said.
    pub says: Words,
    /// Who says so.
    pub claimant: String,
    /// Since when it is said to hold.
    pub date: Stamp,
    /// On what evidence; none stated is not evidence.
    pub evidence: Option<Words>,
}

/// The claims in force on one matter: the latest of each claimant, by claimant. More than one that
/// says something else is a contested matter.
#[must_use]
pub fn in_force(claims: &[Claim], about: About) -> Vec<&Claim> {
    let mut out: std::collections::BTreeMap<&str, &Claim> = std::collections::BTreeMap::new();
    for c in claims.iter().filter(|c| c.about == about) {
        let later = out.get(c.claimant.as_str()).is_none_or(|before| before.date <= c.date);
        if later {
            out.insert(&c.claimant, c);
        }
    }
    out.into_values().collect()
}

/// Where an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Claimed by one side.
    Proposed,
    /// The other side acknowledges it.
    Acknowledged,
    /// The other side denies it.
    Denied,
    /// It is another entry's person.
    Duplicate,
    /// Both say different things of it.
    Contested,
    /// Both sides agree on it.
    Agreed,
    /// Agreed and published for objections until a time.
    ObjectionWindow,
    /// The person can travel.
    Cleared,
    /// Not on this movement, whatever the reason.
    NotOnThisMovement,
    /// The family has been told.
    FamilyInformed,
    /// In a batch.
    InBatch,
    /// At the assembly point or gate.
    AtTheGate,
    /// With the intermediary.
    Received,
    /// The intermediary confirms that it transferred the person or the remains.
    Confirmed,
    /// Taken back by the side that proposed it.
    Withdrawn,
    /// Refused by a side that the agreement lets refuse.
    Vetoed,
    /// Another person goes in this one's place.
    Substituted,
}

impl Stage {
    /// All of them.
    pub const ALL: [Stage; 17] = [
        Stage::Proposed,
        Stage::Acknowledged,
        Stage::Denied,
        Stage::Duplicate,
        Stage::Contested,
        Stage::Agreed,
        Stage::ObjectionWindow,
        Stage::Cleared,
        Stage::NotOnThisMovement,
        Stage::FamilyInformed,
        Stage::InBatch,
        Stage::AtTheGate,
        Stage::Received,
        Stage::Confirmed,
        Stage::Withdrawn,
        Stage::Vetoed,
        Stage::Substituted,
    ];

    /// Whether an entry can go from one stage to another. Before a person is with the intermediary
    /// every step can still be taken back; afterwards only forward.
    #[must_use]
    pub fn may_become(self, next: Stage) -> bool {
        use Stage::{
            Acknowledged, Agreed, AtTheGate, Cleared, Confirmed, Contested, Denied, Duplicate, FamilyInformed, InBatch, NotOnThisMovement,
            ObjectionWindow, Proposed, Received, Substituted, Vetoed, Withdrawn,
        };
        match self {
            Proposed => matches!(next, Acknowledged | Denied | Duplicate | Contested | Agreed | Withdrawn),
            Acknowledged => matches!(next, Agreed | Contested | Duplicate | Denied | Withdrawn | Vetoed),
            Denied | Contested => matches!(next, Acknowledged | Denied | Contested | Agreed | Duplicate | Withdrawn),
            Duplicate => matches!(next, Proposed | Contested),
            Agreed => matches!(next, ObjectionWindow | Cleared | NotOnThisMovement | Contested | Vetoed | Substituted | Withdrawn),
            ObjectionWindow => matches!(next, Agreed | Cleared | NotOnThisMovement | Contested | Vetoed | Substituted | Withdrawn),
            Cleared => matches!(next, FamilyInformed | InBatch | NotOnThisMovement | Vetoed | Substituted | Withdrawn),
            NotOnThisMovement => matches!(next, Agreed | Cleared | Substituted | Withdrawn),
            FamilyInformed => matches!(next, InBatch | NotOnThisMovement | Substituted | Withdrawn),
            InBatch => matches!(next, FamilyInformed | AtTheGate | NotOnThisMovement | Cleared | Substituted | Withdrawn),
            AtTheGate => matches!(next, Received | NotOnThisMovement | InBatch),
            Received => matches!(next, Confirmed | NotOnThisMovement),
            Vetoed => matches!(next, Agreed | Substituted | Withdrawn),
            Confirmed | Withdrawn | Substituted => false,
        }
    }

    /// Whether nothing can follow.
    #[must_use]
    pub fn is_last(self) -> bool {
        Stage::ALL.iter().all(|s| !self.may_become(*s))
    }

    /// The phrase's key.
    #[must_use]
    pub fn key(self) -> String {
        ["exchange-stage", &self.dashed()].concat()
    }

    /// The word as it stands in forms.
    #[must_use]
    pub fn code(self) -> String {
        self.dashed()[1..].to_owned()
    }

    /// The stage with this word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|s| s.code() == code)
    }

    fn dashed(self) -> String {
        let mut out = String::new();
        for c in format!("{self:?}").chars() {
            if c.is_uppercase() {
                out.push('-');
            }
            out.extend(c.to_lowercase());
        }
        out
    }
}

/// One step in the life of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Where it came to stand.
    pub stage: Stage,
    /// Who says so, where that is not whoever wrote it: the intermediary, a side.
    #[serde(default)]
    pub said_by: Option<String>,
    /// When; the entry's own time otherwise.
    #[serde(default)]
    pub when: Option<Stamp>,
    /// For a substitution: the number of the person who goes instead. Never a reason.
    #[serde(default)]
    pub instead: Option<String>,
}

/// What stands against a step after those before it; an entry begins as proposed.
#[must_use]
pub fn against(before: &[Step], next: &Step) -> Option<Phrase> {
    let now = standing(before);
    if !now.may_become(next.stage) {
        return Some(Phrase::new("exchange-life-not-next").key("now", &now.key()).key("next", &next.stage.key()));
    }
    let named = next.said_by.as_deref().is_some_and(|n| !n.trim().is_empty());
    if matches!(next.stage, Stage::FamilyInformed | Stage::Received | Stage::Confirmed) && !named {
        return Some(Phrase::new("exchange-life-by-whom").key("next", &next.stage.key()));
    }
    None
}

/// Where an entry stands after its steps.
#[must_use]
pub fn standing(steps: &[Step]) -> Stage {
    steps.last().map_or(Stage::Proposed, |s| s.stage)
}

/// Whether the name may not yet be said in public: until the family has been told, by whom and when.
#[must_use]
pub fn embargoed(steps: &[Step]) -> bool {
    !steps.iter().any(|s| s.stage == Stage::FamilyInformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_can_be_reached_and_left_but_the_last() {
        for s in Stage::ALL {
            assert!(s == Stage::Proposed || Stage::ALL.iter().any(|b| b.may_become(s)), "{s:?}");
            assert_eq!(s.is_last(), matches!(s, Stage::Confirmed | Stage::Withdrawn | Stage::Substituted), "{s:?}");
        }
        assert!(!Stage::Received.may_become(Stage::Withdrawn), "a person with the intermediary is not taken back");
    }

    #[test]
    fn a_step_that_cannot_follow_says_so_and_the_intermediarys_needs_a_name() {
        let step = |stage, by: Option<&str>| Step { stage, said_by: by.map(str::to_owned), when: None, instead: None };
        let keys = |before: &[Step], next: &Step| against(before, next).map(|p| p.key);
        assert_eq!(keys(&[], &step(Stage::Cleared, None)).as_deref(), Some("exchange-life-not-next"));
        let mut life = vec![step(Stage::Agreed, None), step(Stage::Cleared, None)];
        assert_eq!(keys(&life, &step(Stage::FamilyInformed, Some(" "))).as_deref(), Some("exchange-life-by-whom"));
        assert!(embargoed(&life));
        life.push(step(Stage::FamilyInformed, Some("a liaison")));
        assert!(!embargoed(&life));
        assert_eq!(standing(&life), Stage::FamilyInformed);
        assert!(Stage::ALL.iter().all(|s| Stage::from_code(&s.code()) == Some(*s)));
    }

    #[test]
    fn two_claimants_stay_two_claims() {
        let claim = |who: &str, says: &str, day: i64| Claim {
            about: About::Fate,
            says: Words::new(terms::language::Language::En, says),
            claimant: who.to_owned(),
            date: Stamp(day * 86_400),
            evidence: None,
        };
        let claims = [claim("A", "alive", 1), claim("B", "dead", 2), claim("A", "not known", 3)];
        let said: Vec<&str> = in_force(&claims, About::Fate).iter().map(|c| c.says.text.as_str()).collect();
        assert_eq!(said, ["not known", "dead"]);
        assert!(in_force(&claims, About::Whereabouts).is_empty());
    }
}
