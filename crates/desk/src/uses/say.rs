//! Saying and noting, reading back, recalling, correcting, translating.
//!
//! Recalling and correcting are always accepted and say nothing about whether the words were
//! carried: their owner would otherwise learn from a refusal that the other side has heard them.

use super::{Decision, Sight, sides_of, usable};
use crate::codec::Body;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use crate::state::RoomState;
use talks::message::{Message, MessageKind};
use talks::permission::Version;
use terms::disclosure::{Standing, VersionState};
use terms::id::EntryNo;
use terms::language::Words;
use terms::phrase::Phrase;

/// Kinds in which a mediator may speak to a side for itself. Ideas go by conveying, where
/// "who could have said this?" is asked.
pub(crate) const OWN_VOICE: [MessageKind; 4] =
    [MessageKind::Clarification, MessageKind::HoldingReply, MessageKind::TakenNote, MessageKind::Procedural];

pub(super) fn say(sight: &Sight<'_>, mut message: Message) -> Result<Decision, Refusal> {
    sight.need(Verb::Say)?;
    usable(&message.words)?;
    let ours = sight.who.body();
    if matches!(sight.lens.kind(), RoomKind::Common | RoomKind::Public) {
        return Err(Refusal::against(Phrase::new("refused-nothing-said-here")));
    }
    if let Some((party, mediator)) = sides_of(sight.lens.kind()) {
        let for_side = &message.speaker.party == party;
        if !for_side && &message.speaker.party != mediator {
            return Err(Refusal::bad(Phrase::new("bad-speaker-not-here").name("party", message.speaker.party.as_str())));
        }
        if ours == Some(party) && !for_side {
            return Err(Refusal::against(Phrase::new("refused-speaks-for-own-side")));
        }
        if ours == Some(mediator) && for_side && message.noted.is_none() {
            message.noted = Some(talks::note::Noted::default());
        }
        if ours == Some(mediator) && !for_side && !OWN_VOICE.contains(&message.kind) {
            return Err(Refusal::against(Phrase::new("refused-ideas-are-conveyed")));
        }
    } else if ours != Some(&message.speaker.party) && message.noted.is_none() {
        return Err(Refusal::against(Phrase::new("refused-speaks-for-own-side")));
    }
    if message.speaker.name.is_none() && message.noted.is_none() {
        message.speaker.name = Some(sight.who.name().to_owned());
    }
    let state = sight.lens.state();
    if let Some(n) = message.answers
        && !matches!(state.get(n).map(|e| e.body.kind()), Some("message" | "arrived"))
    {
        return Err(Refusal::bad(Phrase::new("bad-answers-nothing").entry("n", n)));
    }
    if let Some(n) = message.tie.as_ref().and_then(|t| t.text)
        && !matches!(state.get(n).map(|e| e.body.kind()), Some("message" | "arrived"))
    {
        return Err(Refusal::bad(Phrase::new("bad-no-such-text").entry("n", n)));
    }
    if message.kind == MessageKind::Text {
        super::text::closed_clauses_kept(sight, &message.words)?;
    }
    if let Some(most) = mandate(&state, message.speaker.name.as_deref())
        && message.standing > most
    {
        return Err(Refusal::against(Phrase::new("refused-above-mandate").key("standing", most.key())));
    }
    Ok(Decision::Here(Body::Message(message)))
}

/// The highest standing that a speaker's mandate allows, as last noted in the room.
pub(crate) fn mandate(state: &RoomState, name: Option<&str>) -> Option<Standing> {
    let name = name?;
    state.of_kind("mandate").rev().find_map(|a| match &a.entry.body {
        Body::Mandate(m) if m.delegate == name => Some(m.most),
        _ => None,
    })
}

/// A message of the side that the asker may speak for: their own, or noted on its behalf.
pub(super) fn owned(sight: &Sight<'_>, of: EntryNo) -> Result<Message, Refusal> {
    let state = sight.lens.state();
    let Some(message) = state.message(of) else {
        return Err(Refusal::bad(Phrase::new("bad-no-such-entry").entry("n", of).key("kind", "kind-message")));
    };
    let party = sides_of(sight.lens.kind()).map(|(p, _)| p);
    let theirs = party == Some(&message.speaker.party);
    let may = if theirs {
        sight.lens.verbs().has(Verb::Permit) || sight.lens.verbs().has(Verb::NotePermit)
    } else {
        sight.who.body() == Some(&message.speaker.party)
    };
    if !may {
        return Err(Refusal::against(Phrase::new("refused-not-the-owner")));
    }
    Ok(message.clone())
}

pub(super) fn read_back(sight: &Sight<'_>, of: EntryNo, confirmed: bool, words: Option<Words>) -> Result<Decision, Refusal> {
    // Whoever may note the words may note that they were read back: a note-taker holds the telephone too, and
    // a note that was read back gives no leave by itself.
    sight.need(Verb::Say)?;
    let state = sight.lens.state();
    let Some(message) = state.message(of) else {
        return Err(Refusal::bad(Phrase::new("bad-no-such-entry").entry("n", of).key("kind", "kind-message")));
    };
    if message.noted.is_none() {
        return Err(Refusal::against(Phrase::new("refused-not-a-note")));
    }
    if let Some(words) = &words {
        usable(words)?;
    }
    if !confirmed && words.is_none() {
        return Err(Refusal::bad(Phrase::new("bad-said-what-instead")));
    }
    Ok(Decision::Here(Body::ReadBack { of, confirmed, words }))
}

pub(super) fn recall(sight: &Sight<'_>, of: EntryNo) -> Result<Decision, Refusal> {
    sight.need(Verb::Say)?;
    owned(sight, of)?;
    #[cfg(feature = "leaks")]
    if crate::leaks::on(crate::leaks::Leak::RecallTooLate) && out(sight, of) {
        return Err(Refusal::against(Phrase::new("refused-already-recalled").entry("n", of)));
    }
    if sight.lens.state().recalled(of) {
        return Err(Refusal::against(Phrase::new("refused-already-recalled").entry("n", of)));
    }
    Ok(Decision::Here(Body::Recalled { of }))
}

pub(super) fn correct(sight: &Sight<'_>, of: EntryNo, words: Words) -> Result<Decision, Refusal> {
    sight.need(Verb::Say)?;
    usable(&words)?;
    owned(sight, of)?;
    Ok(Decision::Here(Body::Corrected { of, words }))
}

pub(super) fn translate(sight: &Sight<'_>, of: EntryNo, mut version: Version) -> Result<Decision, Refusal> {
    sight.need(Verb::Say)?;
    usable(&version.words)?;
    let state = sight.lens.state();
    if !matches!(state.get(of).map(|e| e.body.kind()), Some("message" | "arrived")) {
        return Err(Refusal::bad(Phrase::new("bad-no-such-entry").entry("n", of).key("kind", "kind-message")));
    }
    if version.state == VersionState::Original {
        return Err(Refusal::against(Phrase::new("refused-one-original")));
    }
    if version.by.is_none() {
        version.by = Some(sight.who.name().to_owned());
    }
    if version.state == VersionState::Checked && version.checked_by.as_deref().unwrap_or("").trim().is_empty() {
        return Err(Refusal::bad(Phrase::new("bad-who-checked")));
    }
    Ok(Decision::Here(Body::Translated { of, version }))
}

/// Whether a message was conveyed by anybody.
#[cfg(feature = "leaks")]
pub(super) fn out(sight: &Sight<'_>, of: EntryNo) -> bool {
    let at = sight.lens.state().named_elsewhere(sight.lens.code(), of);
    sight.desk.every_room(sight.who.case()).iter().any(|(_, _, lens)| {
        let state = lens.state();
        state.of_kind("prepared").any(|a| match &a.entry.body {
            Body::Prepared(p) if p.from.as_ref() == Some(&at) => state.about(a.n).any(|c| matches!(c.entry.body, Body::Conveyed { .. })),
            _ => false,
        })
    })
}
