//! Conditional offers.
#![allow(missing_docs)]
use crate::session::Issue;
use serde::{Deserialize, Serialize};
use terms::id::{EntryNo, IssueId, OptionId, PartyId};
use terms::language::Words;
use terms::phrase::Phrase;
use terms::time::Stamp;
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    #[serde(rename = "if")]
    pub if_: Vec<(IssueId, OptionId)>,
    pub then: Vec<(IssueId, OptionId)>,
    pub expires: Stamp,
    #[serde(default)]
    pub mediators_may_see: bool,
}
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OfferId {
    pub party: PartyId,
    pub n: EntryNo,
}
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub at: Stamp,
    pub title: Words,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    pub offers: Vec<OfferId>,
    pub settled: Vec<(IssueId, OptionId)>,
}
pub fn objections(_: &Offer, _: &[&Offer], _: &[Issue], _: Stamp) -> Vec<Phrase> {
    Vec::new()
}
pub fn matches(_: &[(OfferId, &Offer)], _: &[Issue], _: Stamp) -> Vec<Match> {
    Vec::new()
}
