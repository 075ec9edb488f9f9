//! Claims about obligations, and what somebody judged of them: a column of its own.

use super::Key;
use serde::{Deserialize, Serialize};
use terms::time::Stamp;

/// Whether a claim says that the obligation is kept, or that it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stance {
    /// It is kept, or was done.
    For,
    /// It is not.
    Against,
}

terms::ladder! {
    /// What somebody judged of a claim. Judgments stand beside one another; none replaces another.
    Judgment, "watch-judgment" {
        /// Verified, by whom.
        Verified = "verified",
        /// Somebody says that it was otherwise.
        Contested = "contested",
        /// The side that is meant denies it.
        Denied = "denied",
        /// The sides agree that it was an accident.
        Accident = "accident",
        /// The joint body has closed it.
        Closed = "closed",
    }
}

/// A claim that bears on an obligation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Its number, of the caller's giving; one number, one claim.
    pub id: u64,
    /// When what it claims happened.
    pub at: Stamp,
    /// On what it bears.
    pub on: Key,
    /// Which way.
    pub stance: Stance,
    /// Who claims it.
    pub by: String,
}

/// A judgment of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The claim.
    pub claim: u64,
    /// When.
    pub at: Stamp,
    /// By whom.
    pub by: String,
    /// What.
    pub judgment: Judgment,
}

/// The column of one obligation: how many claims, and how many of them were so judged by anybody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Claims that it is kept.
    pub held: u32,
    /// Claims that it is not.
    pub against: u32,
    /// Claims that were verified.
    pub verified: u32,
    /// Claims that are contested.
    pub contested: u32,
    /// Claims that the side meant denies.
    pub denied: u32,
    /// Claims agreed to be an accident.
    pub accident: u32,
    /// Claims that the joint body closed.
    pub closed: u32,
    /// When the latest of what is claimed happened.
    pub latest: Option<Stamp>,
}

impl Evidence {
    pub(super) fn count(&mut self, claim: &Claim) {
        match claim.stance {
            Stance::For => self.held += 1,
            Stance::Against => self.against += 1,
        }
        self.latest = self.latest.max(Some(claim.at));
    }

    pub(super) fn judged(&mut self, judgment: Judgment) {
        *match judgment {
            Judgment::Verified => &mut self.verified,
            Judgment::Contested => &mut self.contested,
            Judgment::Denied => &mut self.denied,
            Judgment::Accident => &mut self.accident,
            Judgment::Closed => &mut self.closed,
        } += 1;
    }
}
