//! Conditional offers: "if they agree to X, we agree to Y" over named options, and what matches.
//!
//! Offers are matched only at an opening. A *match* is a set of live offers in which no issue gets
//! two options and every condition is met by a commitment of another side's offer of the same set.
//! Of all matches the *least* stands:
//!
//! 1. the one of the fewest offers;
//! 2. among those, the one whose settled options come first: for each issue in the shared order,
//!    the earlier option before the later one, and any option before none;
//! 3. among those, the one whose offers come first, by side and then by number.
//!
//! Then the same is asked again of the offers that remain and do not contradict what is settled, so
//! that several matches may stand at one opening; each must meet its conditions by itself. What
//! matched does not depend on the order in which offers were given, nor on any offer that takes no
//! part in a match.

mod search;

use crate::session::Issue;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use terms::id::{EntryNo, IssueId, OptionId, PartyId};
use terms::language::Words;
use terms::phrase::Phrase;
use terms::time::Stamp;

/// A side's conditional offer. It binds until it expires; its owner alone sees it before it matches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What the other sides would have to agree to.
    #[serde(rename = "if")]
    pub if_: Vec<(IssueId, OptionId)>,
    /// What the offering side then agrees to.
    pub then: Vec<(IssueId, OptionId)>,
    /// From this moment on it no longer binds and no longer matches.
    pub expires: Stamp,
    /// Whether its owner lets the mediators see it.
    #[serde(default)]
    pub mediators_may_see: bool,
}

/// An offer by its side and its number in that side's own room.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OfferId {
    /// The side.
    pub party: PartyId,
    /// The offer's number in the side's own room.
    pub n: EntryNo,
}

/// An opening, announced to all beforehand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// When.
    pub at: Stamp,
    /// What it is called.
    pub title: Words,
}

/// Offers that meet each other's conditions, and what they settle, ad referendum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The offers, by side and number.
    pub offers: Vec<OfferId>,
    /// What is settled, in the shared order of the issues.
    pub settled: Vec<(IssueId, OptionId)>,
}

/// Everything that stands against lodging an offer now; empty when nothing does. `live` holds the
/// same side's offers that still bind; `issues` is the list common to all, in its order.
#[must_use]
pub fn objections(offer: &Offer, live: &[&Offer], issues: &[Issue], now: Stamp) -> Vec<Phrase> {
    let mut against = shape(offer, issues);
    if offer.expires <= now {
        against.push(Phrase::new("lodge-expired").moment("until", offer.expires));
    }
    let taken: BTreeSet<&IssueId> = live.iter().flat_map(|o| o.then.iter().map(|(issue, _)| issue)).collect();
    let ours: BTreeSet<&IssueId> = offer.then.iter().map(|(issue, _)| issue).collect();
    against.extend(ours.intersection(&taken).map(|issue| Phrase::new("lodge-already-live").name("issue", title(issue, issues))));
    against
}

/// What is wrong with an offer in itself, against the list of issues as it stands.
fn shape(offer: &Offer, issues: &[Issue]) -> Vec<Phrase> {
    let mut against = Vec::new();
    if offer.if_.is_empty() {
        against.push(Phrase::new("lodge-no-condition"));
    }
    if offer.then.is_empty() {
        against.push(Phrase::new("lodge-no-commitment"));
    }
    for part in [&offer.if_, &offer.then] {
        let mut seen = BTreeSet::new();
        for (id, option) in part {
            match issues.iter().find(|i| &i.id == id) {
                None => against.push(Phrase::new("lodge-unknown-issue").name("issue", id.as_str())),
                Some(issue) if !issue.options.iter().any(|(o, _)| o == option) => {
                    against
                        .push(Phrase::new("lodge-unknown-option").name("option", option.as_str()).name("issue", issue.title.text.as_str()));
                }
                Some(_) => {}
            }
            if !seen.insert(id) {
                against.push(Phrase::new("lodge-issue-twice").name("issue", title(id, issues)));
            }
        }
    }
    for (id, option) in &offer.if_ {
        if offer.then.iter().any(|(i, o)| i == id && o != option) {
            against.push(Phrase::new("lodge-contradicts").name("issue", title(id, issues)));
        }
    }
    against
}

/// An issue's title; its identifier where it is not on the list.
fn title(id: &IssueId, issues: &[Issue]) -> String {
    issues.iter().find(|i| &i.id == id).map_or_else(|| id.to_string(), |i| i.title.text.clone())
}

/// The matches of an opening, as the module says, the least first.
///
/// Offers that have expired, or that the list of issues no longer bears, take no part. The search
/// is exact up to [`STEPS`] sets of offers looked at for one match. Past that, which no list of
/// twelve issues between three sides has come near in the tests, the least of those found by then
/// stands, and none where none was found: never a set that is not a match.
#[must_use]
pub fn matches(offers: &[(OfferId, &Offer)], issues: &[Issue], now: Stamp) -> Vec<Match> {
    let mut good: Vec<(&OfferId, &Offer)> =
        offers.iter().filter(|(_, o)| now < o.expires && shape(o, issues).is_empty()).map(|(id, o)| (id, *o)).collect();
    good.sort_by_key(|(id, _)| *id);
    good.dedup_by_key(|(id, _)| *id);
    let place = |(issue, option): &(IssueId, OptionId)| {
        let i = issues.iter().position(|x| &x.id == issue)?;
        Some((i, issues[i].options.iter().position(|(o, _)| o == option)?))
    };
    let plans: Vec<search::Plan> = good
        .iter()
        .map(|(id, o)| search::Plan {
            side: good.iter().position(|(other, _)| other.party == id.party).unwrap_or_default(),
            needs: o.if_.iter().filter_map(place).collect(),
            gives: o.then.iter().filter_map(place).collect(),
        })
        .collect();
    search::all(&plans, STEPS)
        .into_iter()
        .map(|found| Match {
            offers: found.plans.iter().map(|p| good[*p].0.clone()).collect(),
            settled: found.settled.iter().map(|(i, o)| (issues[*i].id.clone(), issues[*i].options[*o].0.clone())).collect(),
        })
        .collect()
}

/// How many sets of offers one search looks at before it gives up.
pub const STEPS: usize = 400_000;
