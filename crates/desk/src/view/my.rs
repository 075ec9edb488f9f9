//! My view: a delegate's whole desk, from the rooms of his side alone.

use super::talk::{AskCard, Card, card};
use super::{Asker, Named, named};
use crate::codec::Body;
use crate::refusal::Refusal;
use crate::rooms::RoomKind;
use crate::view::offers::{OpeningCard, offers};
use serde::Serialize;
use talks::session::Mandate;
use terms::id::{EntryNo, PersonId, RoomCode};

/// One caucus on the delegate's desk.
#[derive(Debug, Clone, Serialize)]
pub struct CaucusBox {
    /// Its code.
    pub room: RoomCode,
    /// The mediating body.
    pub with: Named,
    /// Whether it is a private word.
    pub private_word: bool,
    /// What was conveyed to this side and has no answer yet, newest first.
    pub to_answer: Vec<Card>,
    /// The latest of what was said there.
    pub latest: Vec<Card>,
    /// Asks for leave that wait, each with the message they are about.
    pub asks: Vec<(Card, AskCard)>,
    /// Permissions that hold.
    pub holding: Vec<Card>,
}

/// The delegate's desk.
#[derive(Debug, Clone, Serialize)]
pub struct My {
    /// The side's own room.
    pub own: Option<RoomCode>,
    /// The caucuses.
    pub caucuses: Vec<CaucusBox>,
    /// The mandates noted in rooms of this side.
    pub mandates: Vec<Mandate>,
    /// Openings for conditional offers, newest first.
    pub openings: Vec<OpeningCard>,
    /// The delegate.
    pub person: PersonId,
}

/// How many of the latest cards a caucus shows here.
const LATEST: usize = 5;

/// The desk of the asker, who belongs to a side.
pub fn my(asker: &Asker<'_>) -> Result<My, Refusal> {
    let common_lens = asker.common()?;
    let common = common_lens.state();
    let lang = asker.who.language();
    let own = asker.who.rooms().find(|(_, kind, _)| matches!(kind, RoomKind::Own { .. })).map(|(code, _, _)| code.clone());
    let mut caucuses = Vec::new();
    let mut mandates = Vec::new();
    let mut lenses = asker.caucuses()?;
    if own.is_none() && lenses.is_empty() {
        return Err(Refusal::NotFound);
    }
    if let Some(own) = &own {
        lenses.push(crate::lens::Lens::one(asker.desk, asker.who, own)?);
    }
    for lens in &lenses {
        let state = lens.state();
        mandates.extend(state.of_kind("mandate").filter_map(|a| match &a.entry.body {
            Body::Mandate(m) => Some(m.clone()),
            _ => None,
        }));
        let Some((_, mediator)) = crate::uses::sides_of(lens.kind()) else { continue };
        let one = |n: EntryNo| card(&state, &common, lens, n, state.get(n)?, lang, asker.now);
        let said: Vec<EntryNo> = {
            let mut all: Vec<EntryNo> = state.of_kind("message").rev().take(LATEST).map(|a| a.n).collect();
            all.extend(state.of_kind("arrived").rev().take(LATEST).map(|a| a.n));
            all.sort_unstable_by_key(|n| std::cmp::Reverse(*n));
            all.truncate(LATEST);
            all
        };
        let asks = state
            .of_kind("asked")
            .rev()
            .filter(|a| state.answered(a.n).is_none())
            .filter_map(|a| {
                let Body::Asked { of, .. } = &a.entry.body else { return None };
                let card = one(*of)?;
                let ask = card.asks.iter().find(|x| x.n == a.n)?.clone();
                Some((card, ask))
            })
            .collect();
        let mut holding: Vec<Card> = Vec::new();
        for a in state.of_kind("permitted").rev() {
            if let Body::Permitted { permission, .. } = &a.entry.body
                && !holding.iter().any(|c| c.n == permission.of)
                && let Some(card) = one(permission.of)
                && card.permissions.iter().any(|p| !p.withdrawn && !p.expired && !p.used)
            {
                holding.push(card);
            }
        }
        caucuses.push(CaucusBox {
            room: lens.code().clone(),
            with: named(&common, mediator, lang),
            private_word: matches!(lens.kind(), RoomKind::PrivateWord { .. }),
            to_answer: state.of_kind("arrived").rev().filter(|a| state.about(a.n).next().is_none()).filter_map(|a| one(a.n)).collect(),
            latest: said.into_iter().filter_map(one).collect(),
            asks,
            holding,
        });
    }
    caucuses.sort_by(|a, b| (a.private_word, &a.with).cmp(&(b.private_word, &b.with)));
    Ok(My { own, caucuses, mandates, openings: offers(asker)?.openings, person: asker.who.person().clone() })
}
