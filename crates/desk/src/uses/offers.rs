//! Conditional offers: lodged in a side's own room, matched only at openings announced to all.
//!
//! Every side gets an opening's result in the same bytes whether the other lodged nothing or
//! something that did not match.

use super::{Decision, Sight, entry, parties_of, paused, usable};
use crate::codec::{Body, Draft, Matched, Part};
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use crate::state::RoomState;
use std::collections::BTreeMap;
use talks::offer::{self, Offer, OfferId, Opening};
use talks::session::Issue;
use terms::id::{EntryNo, IssueId, PartyId, RoomCode};
use terms::phrase::Phrase;
use terms::time::Stamp;

/// The issues common to all, in their shared order: that in which they were first entered.
pub(crate) fn issues(common: &RoomState) -> Vec<Issue> {
    let mut order: Vec<IssueId> = Vec::new();
    let mut latest: BTreeMap<IssueId, Issue> = BTreeMap::new();
    for a in common.of_kind("issue") {
        if let Body::Issue(issue) = &a.entry.body {
            if !latest.contains_key(&issue.id) {
                order.push(issue.id.clone());
            }
            latest.insert(issue.id.clone(), issue.clone());
        }
    }
    order.into_iter().filter_map(|id| latest.remove(&id)).collect()
}

/// When the last pause that is over, or the one that lasts, began; offers older than it are
/// withheld until they are reaffirmed.
fn last_pause(common: &RoomState) -> Option<Stamp> {
    common.of_kind("paused").next_back().map(|a| a.entry.at)
}

/// How an offer of a side's own room stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It takes part in the next opening.
    Live,
    /// Withdrawn: it still takes part in the next opening, and in none after.
    Leaving,
    /// Withheld since the talks paused, until it is reaffirmed.
    Withheld,
    /// It expired, was withdrawn or matched.
    Over,
}

impl Standing {
    /// The word for it, as it stands in views.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Standing::Live => "live",
            Standing::Leaving => "leaving",
            Standing::Withheld => "withheld",
            Standing::Over => "over",
        }
    }
}

/// How an offer stands now.
pub(crate) fn standing(own: &RoomState, common: &RoomState, n: EntryNo, offer: &Offer, now: Stamp) -> Standing {
    let mut affirmed = own.get(n).map_or(Stamp(i64::MIN), |e| e.at);
    let mut leaving = None;
    let mut matched = false;
    for a in own.about(n) {
        match &a.entry.body {
            Body::Reaffirmed { .. } => affirmed = a.entry.at,
            Body::OfferWithdrawn { .. } => leaving = leaving.or(Some(a.n)),
            Body::OpeningResult { .. } => matched = true,
            _ => {}
        }
    }
    let gone = leaving.is_some_and(|w| own.of_kind("opening-result").next_back().is_some_and(|r| r.n > w));
    if now >= offer.expires || gone || matched {
        Standing::Over
    } else if paused(common, now) || last_pause(common).is_some_and(|at| affirmed <= at) {
        Standing::Withheld
    } else if leaving.is_some() {
        Standing::Leaving
    } else {
        Standing::Live
    }
}

/// A side's offers with how they stand.
pub(crate) fn offers<'a>(own: &'a RoomState, common: &RoomState, now: Stamp) -> Vec<(EntryNo, &'a Offer, Standing)> {
    own.of_kind("offer")
        .filter_map(|a| match &a.entry.body {
            Body::Offer(offer) => Some((a.n, offer, standing(own, common, a.n, offer, now))),
            _ => None,
        })
        .collect()
}

pub(super) fn lodge(sight: &Sight<'_>, offer: Offer) -> Result<Decision, Refusal> {
    sight.need(Verb::Offer)?;
    let state = sight.lens.state();
    let common = sight.common.state();
    let live: Vec<&Offer> =
        offers(&state, &common, sight.now).into_iter().filter(|(_, _, s)| *s != Standing::Over).map(|(_, o, _)| o).collect();
    let against = offer::objections(&offer, &live, &issues(&common), sight.now);
    if against.is_empty() { Ok(Decision::Here(Body::Offer(offer))) } else { Err(Refusal::Against(against)) }
}

/// An offer of this room that is not over.
fn open_offer(sight: &Sight<'_>, of: EntryNo) -> Result<Standing, Refusal> {
    sight.need(Verb::Offer)?;
    let state = sight.lens.state();
    let Body::Offer(offer) = entry(&state, of, "offer")? else { return Err(Refusal::NotFound) };
    match standing(&state, &sight.common.state(), of, offer, sight.now) {
        Standing::Over => Err(Refusal::against(Phrase::new("refused-offer-over").entry("n", of))),
        other => Ok(other),
    }
}

pub(super) fn withdraw(sight: &Sight<'_>, of: EntryNo) -> Result<Decision, Refusal> {
    open_offer(sight, of)?;
    if sight.lens.state().about(of).any(|a| matches!(a.entry.body, Body::OfferWithdrawn { .. })) {
        return Err(Refusal::against(Phrase::new("refused-already-withdrawn").entry("n", of)));
    }
    Ok(Decision::Here(Body::OfferWithdrawn { of }))
}

pub(super) fn reaffirm(sight: &Sight<'_>, of: EntryNo) -> Result<Decision, Refusal> {
    open_offer(sight, of)?;
    Ok(Decision::Here(Body::Reaffirmed { of }))
}

pub(super) fn announce(sight: &Sight<'_>, opening: Opening) -> Result<Decision, Refusal> {
    sight.need(Verb::Announce)?;
    usable(&opening.title)?;
    if sight.lens.kind() != &RoomKind::Common {
        return Err(Refusal::against(Phrase::new("refused-not-in-this-room")));
    }
    if opening.at <= sight.now {
        return Err(Refusal::bad(Phrase::new("bad-opening-beforehand")));
    }
    Ok(Decision::Here(Body::Opening(opening)))
}

pub(super) fn hold(sight: &Sight<'_>, of: EntryNo) -> Result<Decision, Refusal> {
    sight.need(Verb::Announce)?;
    let common = sight.lens.state();
    let Body::Opening(opening) = entry(&common, of, "opening")? else { return Err(Refusal::NotFound) };
    if sight.now < opening.at {
        return Err(Refusal::against(Phrase::new("refused-opening-not-yet").moment("from", opening.at)));
    }
    if common.about(of).any(|a| matches!(a.entry.body, Body::OpeningHeld { .. })) {
        return Err(Refusal::against(Phrase::new("refused-opening-held").entry("n", of)));
    }
    if paused(&common, sight.now) {
        return Err(Refusal::against(Phrase::new("refused-while-paused")));
    }
    let sides: Vec<PartyId> = parties_of(&common, Part::Side).into_iter().map(|p| p.id).collect();
    let rooms: Vec<(PartyId, RoomCode, Lens)> = sight
        .desk
        .own_rooms(sight.who)
        .into_iter()
        .filter_map(|(code, kind)| match &kind {
            RoomKind::Own { party } if sides.contains(party) => Some((party.clone(), code, kind)),
            _ => None,
        })
        .map(|(party, code, kind)| Ok((party, code.clone(), Lens::for_opening(sight.desk, &code, &kind)?)))
        .collect::<Result<_, Refusal>>()?;
    let mut live: Vec<(OfferId, Offer)> = Vec::new();
    for (party, _, lens) in &rooms {
        let own = lens.state();
        for (n, offer, standing) in offers(&own, &common, opening.at.max(sight.now)) {
            if matches!(standing, Standing::Live | Standing::Leaving) {
                live.push((OfferId { party: party.clone(), n }, offer.clone()));
            }
        }
    }
    let borrowed: Vec<(OfferId, &Offer)> = live.iter().map(|(id, o)| (id.clone(), o)).collect();
    let matches = offer::matches(&borrowed, &issues(&common), sight.now);
    #[cfg(feature = "leaks")]
    let rooms: Vec<_> = rooms
        .into_iter()
        .filter(|(party, _, _)| !crate::leaks::on(crate::leaks::Leak::OpeningUnmatched) || live.iter().any(|(id, _)| &id.party != party))
        .collect();
    let elsewhere = rooms
        .iter()
        .map(|(party, code, _)| {
            let matched = matches
                .iter()
                .flat_map(|m| m.offers.iter().filter(|id| &id.party == party).map(|id| Matched { offer: id.n, settled: m.settled.clone() }))
                .collect();
            Draft { room: code.clone(), body: Body::OpeningResult { opening: of, matched } }
        })
        .collect();
    Ok(Decision::Over { elsewhere, then: vec![Body::OpeningHeld { of }] })
}
