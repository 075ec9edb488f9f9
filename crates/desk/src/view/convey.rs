//! Conveying: the original with its marked words beside what the other side will read or hear.

use super::shuttle::{Prepared, prepared};
use super::talk::{Card, PermissionCard, card};
use super::{Asker, Named, named_party};
use crate::codec::Part;
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::uses::{parties_of, sides_of};
use serde::Serialize;
use terms::id::{Elsewhere, EntryNo, EntryRef, RoomCode};
use terms::language::Words;

/// The page on which something is prepared, asked for and conveyed.
#[derive(Debug, Clone, Serialize)]
pub struct Convey {
    /// The mediators' room, in which preparations live.
    pub room: RoomCode,
    /// The message it rests on; none for the mediators' own thought.
    pub original: Option<Card>,
    /// The preparation, once there is one.
    pub prepared: Option<Prepared>,
    /// The permission relied on.
    pub permission: Option<PermissionCard>,
    /// To whom it could go.
    pub receivers: Vec<Named>,
    /// Other preparations that could cross only together with this one.
    pub partners: Vec<EntryNo>,
    /// For a version of the text: the draft it is made from, and its words as they may be put before a side.
    pub text: Option<(EntryNo, Words)>,
    /// Entries of the receivers' caucuses that it could answer, newest first.
    pub could_answer: Vec<Card>,
}

/// The page for a new preparation, resting on a message or on nothing.
pub fn new(asker: &Asker<'_>, from: Option<&EntryRef>, text: Option<EntryNo>) -> Result<Convey, Refusal> {
    let mut out = build(asker, from, None)?;
    if let Some(n) = text {
        let ours = asker.mediator_room()?;
        let state = ours.state();
        let held = crate::texts::held(&state, n, asker.who.language()).ok_or(Refusal::NotFound)?;
        let words = talks::negotiating_text::for_audience(&held.words.text);
        out.text = Some((n, Words::new(held.words.lang, words)));
    }
    Ok(out)
}

/// The page of a preparation.
pub fn one(asker: &Asker<'_>, n: EntryNo) -> Result<Convey, Refusal> {
    build(asker, None, Some(n))
}

fn build(asker: &Asker<'_>, from: Option<&EntryRef>, n: Option<EntryNo>) -> Result<Convey, Refusal> {
    let ours = asker.mediator_room()?;
    let common = asker.common()?;
    let (room, common) = (ours.state(), common.state());
    let lang = asker.who.language();
    let prepared_now = match n {
        Some(n) => Some(prepared(asker, &room, &common, n)?.ok_or(Refusal::NotFound)?),
        None => None,
    };
    let from = prepared_now.as_ref().map_or(from.cloned().map(Elsewhere::from), |p| p.preparation.from.clone());
    let mut original = None;
    let mut owner = None;
    if let Some(at) = &from {
        match Lens::one(asker.desk, asker.who, at.room()) {
            Ok(lens) => {
                owner = sides_of(lens.kind()).map(|(p, _)| p.clone());
                let state = lens.state();
                let entry = state.find(at).and_then(|n| Some((n, state.get(n)?)));
                original = entry.and_then(|(n, entry)| card(&state, &common, &lens, n, entry, lang, asker.now));
            }
            Err(refusal) if prepared_now.is_none() => return Err(refusal),
            Err(_) => {}
        }
        // What was prepared may be read when the message was erased, or stands in a private word.
        if original.is_none() && prepared_now.is_none() {
            return Err(Refusal::NotFound);
        }
    }
    let permission = prepared_now.as_ref().and_then(|p| p.permission.as_ref()).and_then(|at| {
        let mut cards = original.as_ref()?.permissions.iter();
        cards.find(|c| c.n == at.n).cloned()
    });
    let mut receivers: Vec<Named> = Vec::new();
    for part in [Part::Side, Part::Mediator, Part::Guarantor] {
        receivers.extend(
            parties_of(&common, part)
                .iter()
                .filter(|p| Some(&p.id) != owner.as_ref() && Some(&p.id) != asker.who.body())
                .map(|p| named_party(Some(p), &p.id, lang)),
        );
    }
    let mut partners = Vec::new();
    for a in room.of_kind("prepared").rev().filter(|a| Some(a.n) != n) {
        if let Some(p) = prepared(asker, &room, &common, a.n)?
            && p.conveyed.is_none()
            && !p.dropped
        {
            partners.push(a.n);
        }
    }
    let mut could_answer = Vec::new();
    for lens in asker.caucuses()? {
        if sides_of(lens.kind()).map(|(p, _)| p) == owner.as_ref() {
            continue;
        }
        let state = lens.state();
        could_answer
            .extend(state.of_kind("message").rev().take(10).filter_map(|a| card(&state, &common, &lens, a.n, a.entry, lang, asker.now)));
    }
    Ok(Convey { room: ours.code().clone(), original, prepared: prepared_now, permission, receivers, partners, text: None, could_answer })
}
