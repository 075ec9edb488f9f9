//! Conditional offers: a side's own, and the openings announced to all.

use super::Asker;
use crate::codec::{Body, Matched};
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use crate::state::RoomState;
use crate::uses::offers as using;
use serde::Serialize;
use talks::offer::{Offer, Opening};
use talks::session::Issue;
use terms::id::{EntryNo, RoomCode};
use terms::time::Stamp;

/// An opening, as everyone sees it.
#[derive(Debug, Clone, Serialize)]
pub struct OpeningCard {
    /// Its number in the room common to all.
    pub n: EntryNo,
    /// The opening.
    pub opening: Opening,
    /// Whether it was held.
    pub held: bool,
    /// What it brought this side: the offers that matched. None before it is held, and for a
    /// reader who has no side.
    pub result: Option<Vec<Matched>>,
}

/// One of the side's offers.
#[derive(Debug, Clone, Serialize)]
pub struct OfferCard {
    /// Its number in the side's own room.
    pub n: EntryNo,
    /// When it was lodged.
    pub at: Stamp,
    /// The offer.
    pub offer: Offer,
    /// How it stands: `live`, `leaving`, `withheld`, `over`.
    pub standing: &'static str,
}

/// The page of offers and openings.
#[derive(Debug, Clone, Serialize)]
pub struct Offers {
    /// The side's own room; none for a mediator.
    pub own: Option<RoomCode>,
    /// The room common to all.
    pub common: RoomCode,
    /// The side's offers, newest first.
    pub offers: Vec<OfferCard>,
    /// The openings, newest first.
    pub openings: Vec<OpeningCard>,
    /// The issues with their options, in the shared order.
    pub issues: Vec<Issue>,
    /// Whether the reader may lodge an offer.
    pub may_offer: bool,
    /// Whether the reader may announce and hold openings.
    pub may_open: bool,
}

/// The next opening that is announced and not held.
pub(crate) fn next_opening(common: &RoomState, now: Stamp) -> Option<Stamp> {
    openings(common).into_iter().filter(|(_, o, held)| !held && o.at >= now).map(|(_, o, _)| o.at).min()
}

fn openings(common: &RoomState) -> Vec<(EntryNo, &Opening, bool)> {
    common
        .of_kind("opening")
        .filter_map(|a| match &a.entry.body {
            Body::Opening(o) => Some((a.n, o, common.about(a.n).any(|h| matches!(h.entry.body, Body::OpeningHeld { .. })))),
            _ => None,
        })
        .collect()
}

/// Offers and openings, as the asker may see them.
pub fn offers(asker: &Asker<'_>) -> Result<Offers, Refusal> {
    let common_lens = asker.common()?;
    let common = common_lens.state();
    let own = Lens::many(asker.desk, asker.who, |kind| matches!(kind, RoomKind::Own { .. }))?.into_iter().next();
    let mut cards = Vec::new();
    let mut results: Vec<(EntryNo, Vec<Matched>)> = Vec::new();
    let mut may_offer = false;
    if let Some(own) = &own {
        let state = own.state();
        may_offer = own.verbs().has(Verb::Offer);
        for (n, offer, standing) in using::offers(&state, &common, asker.now).into_iter().rev() {
            let at = state.get(n).map_or(Stamp(0), |e| e.at);
            cards.push(OfferCard { n, at, offer: offer.clone(), standing: standing.word() });
        }
        results.extend(state.of_kind("opening-result").filter_map(|a| match &a.entry.body {
            Body::OpeningResult { opening, matched } => Some((*opening, matched.clone())),
            _ => None,
        }));
    }
    let mut openings: Vec<OpeningCard> = openings(&common)
        .into_iter()
        .map(|(n, opening, held)| OpeningCard {
            n,
            opening: opening.clone(),
            held,
            result: results.iter().find(|(o, _)| *o == n).map(|(_, m)| m.clone()),
        })
        .collect();
    openings.reverse();
    #[cfg(feature = "leaks")]
    if crate::leaks::on(crate::leaks::Leak::OfferBadge) {
        crate::leaks::note(format!("{} lodged", asker.desk.every_body(asker.who.case(), |b| matches!(b, Body::Offer(_)))));
    }
    Ok(Offers {
        own: own.as_ref().map(|l| l.code().clone()),
        common: common_lens.code().clone(),
        offers: cards,
        openings,
        issues: using::issues(&common),
        may_offer,
        may_open: common_lens.verbs().has(Verb::Announce),
    })
}
