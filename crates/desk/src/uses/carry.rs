//! Preparing what may cross, holding it, and conveying it: the only way across.

use super::say::mandate;
use super::{Decision, Sight, entry, permit, sides_of, usable};
use crate::clearance::Clearance;
use crate::codec::{Arrival, Body, Draft};
use crate::desk::Desk;
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use crate::state::RoomState;
use talks::conveyance::{Holds, Leave, Partner, Preparation, objections};
use talks::message::{Message, MessageKind};
use talks::negotiating_text::compare::mapping;
use talks::negotiating_text::{Sheet, holds_our_own};
use terms::disclosure::{Form, Source, Use};
use terms::id::{Elsewhere, EntryNo, EntryRef, PartyId, RoomCode};
use terms::language::Words;
use terms::phrase::Phrase;
use terms::span;
use terms::time::Stamp;

pub(super) fn prepare(sight: &Sight<'_>, mut preparation: Preparation) -> Result<Decision, Refusal> {
    sight.need(Verb::Convey)?;
    preparation.marked = span::tidy(preparation.marked);
    preparation.wording.retain(|v| !v.words.text.trim().is_empty());
    if preparation.wording.is_empty() {
        return Err(Refusal::bad(Phrase::new("bad-no-words")));
    }
    for version in &preparation.wording {
        usable(&version.words)?;
    }
    if let Some(from) = preparation.from.take() {
        let caucus = sight.other(from.room())?;
        let Some((owner, _)) = sides_of(caucus.kind()) else {
            return Err(Refusal::bad(Phrase::new("bad-not-from-a-caucus")));
        };
        permit::receiver(sight, &preparation.to, owner)?;
        let state = caucus.state();
        let (n, message) = message(&state, &from)?;
        if &message.speaker.party != owner {
            return Err(Refusal::against(Phrase::new("refused-not-a-sides-words")));
        }
        preparation.from = Some(state.named_elsewhere(caucus.code(), n));
    } else {
        sight.party(&preparation.to)?;
    }
    let room = target(sight.desk, sight.who, &preparation.to)?;
    if let Some(n) = preparation.answers_entry {
        // Of a room that the mediator writes into and may not read, nothing is there to be answered.
        let there = Lens::one(sight.desk, sight.who, &room).is_ok_and(|lens| lens.state().message(n).is_some());
        if !there {
            return Err(Refusal::bad(Phrase::new("bad-no-such-entry").entry("n", n).key("kind", "kind-message")));
        }
    }
    let state = sight.lens.state();
    if preparation.kind == MessageKind::Text {
        whole_text(&state, &mut preparation)?;
    }
    if let Some(n) = preparation.with {
        entry(&state, n, "prepared")?;
        if settled(&state, n) {
            return Err(Refusal::against(Phrase::new("refused-partner-is-settled").entry("n", n)));
        }
    }
    Ok(Decision::Here(Body::Prepared(preparation)))
}

/// A version for an audience: a whole text of its own, with nothing in it of the mediators' own; and which
/// clause of the draft is which of it, by their words unless the mediators said so.
fn whole_text(state: &RoomState, preparation: &mut Preparation) -> Result<(), Refusal> {
    if preparation.from.is_none() && preparation.wording.iter().any(|v| holds_our_own(&v.words.text)) {
        return Err(Refusal::against(Phrase::new("refused-text-holds-our-own")));
    }
    let draft = preparation.draft.and_then(|n| crate::texts::held(state, n, preparation.wording[0].words.lang));
    preparation.draft = draft.as_ref().map(|d| d.n);
    if let Some(draft) = draft
        && preparation.map.is_empty()
    {
        let theirs = preparation.wording.iter().find(|v| v.words.lang == draft.words.lang).unwrap_or(&preparation.wording[0]);
        preparation.map = mapping(&Sheet::read(&draft.words.text), &Sheet::read(&theirs.words.text));
    }
    Ok(())
}

/// A message of another room, by what this one calls it.
fn message<'a>(state: &'a RoomState, at: &Elsewhere) -> Result<(EntryNo, &'a Message), Refusal> {
    let found = state.find(at).and_then(|n| Some((n, state.message(n)?)));
    found.ok_or_else(|| {
        Refusal::bad(match at {
            Elsewhere::Numbered(at) => Phrase::new("bad-no-such-entry").entry("n", at.n).key("kind", "kind-message"),
            Elsewhere::Marked { .. } => Phrase::new("bad-message-gone"),
        })
    })
}

/// Whether a preparation was conveyed or set aside.
fn settled(state: &RoomState, n: EntryNo) -> bool {
    state.about(n).any(|a| matches!(a.entry.body, Body::Dropped { .. } | Body::Conveyed { .. }))
}

pub(super) fn drop_it(sight: &Sight<'_>, of: EntryNo) -> Result<Decision, Refusal> {
    sight.need(Verb::Convey)?;
    let state = sight.lens.state();
    entry(&state, of, "prepared")?;
    if settled(&state, of) {
        return Err(Refusal::against(Phrase::new("refused-already-settled").entry("n", of)));
    }
    Ok(Decision::Here(Body::Dropped { of }))
}

pub(super) fn hold(sight: &Sight<'_>, at: &Elsewhere, words: Option<Words>) -> Result<Decision, Refusal> {
    sight.need(Verb::Convey)?;
    let caucus = sight.other(at.room())?;
    let state = caucus.state();
    let (n, _) = message(&state, at)?;
    Ok(Decision::Here(Body::Held { message: state.named_elsewhere(caucus.code(), n), words }))
}

/// The room in which a body hears what this mediator conveys: a side in its caucus with the
/// mediator, a co-mediator or a guarantor in a room that the mediator writes into and never reads.
fn target(desk: &Desk, who: &Clearance, to: &PartyId) -> Result<RoomCode, Refusal> {
    let Some(ours) = who.body() else { return Err(Refusal::NotFound) };
    let places = [
        RoomKind::Caucus { party: to.clone(), mediator: ours.clone() },
        RoomKind::Guarantor { body: to.clone() },
        RoomKind::Mediator { body: to.clone() },
    ];
    let directory = desk.directory();
    places
        .iter()
        .find_map(|kind| directory.rooms_of(who.case()).find(|(_, k)| *k == kind).map(|(code, _)| code.clone()))
        .ok_or_else(|| Refusal::against(Phrase::new("refused-no-room-of-theirs").name("party", to.as_str())))
}

/// What the owner's caucus says of a preparation: the leave that stands least against it.
pub(crate) fn leave<'a>(
    owner: &'a RoomState,
    preparation: &Preparation,
    of: EntryNo,
    partner: Option<Partner<'_>>,
    now: Stamp,
) -> Option<(Leave<'a>, Option<EntryNo>)> {
    let corrected = owner.about(of).filter(|a| matches!(a.entry.body, Body::Corrected { .. })).map(|a| a.n).max();
    let message = owner.message(of)?;
    let bare = Leave {
        of,
        original: &owner.words_now(of)?.text,
        recalled: owner.recalled(of),
        spoken_standing: message.standing,
        mandate: mandate(owner, message.speaker.name.as_deref()),
        permission: None,
    };
    let best = owner
        .permissions(of)
        .filter(|(_, p, _)| p.to == preparation.to)
        .map(|(n, p, given)| {
            let holds = match given {
                false => Holds::Withdrawn,
                true if corrected > Some(n) => Holds::Outdated,
                true => Holds::Given,
            };
            (n, Leave { permission: Some((p, holds)), ..bare })
        })
        .min_by_key(|(n, l)| (objections(preparation, Some(*l), partner, now).len(), std::cmp::Reverse(*n)));
    Some(best.map_or((bare, None), |(n, l)| (l, Some(n))))
}

/// Everything that stands against conveying a preparation now, and the permission relied on.
/// `alone` leaves the preparation that crosses with it out of account.
pub(crate) fn objections_now(
    desk: &Desk,
    who: &Clearance,
    room: &RoomState,
    preparation: &Preparation,
    now: Stamp,
) -> Result<(Vec<Phrase>, Option<EntryRef>), Refusal> {
    let partner = match preparation.with.and_then(|n| room.get(n).filter(|_| !settled(room, n))).map(|e| &e.body) {
        Some(Body::Prepared(other)) => {
            let ours = Partner { owner: owner(who, preparation), may_cross: true };
            let (against, _) = judged(desk, who, other, Some(ours), now)?;
            Some(Partner { owner: owner(who, other), may_cross: against.is_empty() })
        }
        _ => None,
    };
    judged(desk, who, preparation, partner, now)
}

/// The side whose words a preparation carries.
fn owner<'a>(who: &'a Clearance, preparation: &Preparation) -> Option<&'a PartyId> {
    let (kind, _) = who.rooms.get(preparation.from.as_ref()?.room())?;
    sides_of(kind).map(|(party, _)| party)
}

fn judged(
    desk: &Desk,
    who: &Clearance,
    preparation: &Preparation,
    partner: Option<Partner<'_>>,
    now: Stamp,
) -> Result<(Vec<Phrase>, Option<EntryRef>), Refusal> {
    let Some(from) = &preparation.from else {
        return Ok((objections(preparation, None, partner, now), None));
    };
    // A colleague may read the preparation and not the private word that it rests on.
    let Ok(caucus) = Lens::one(desk, who, from.room()) else {
        return Ok((vec![Phrase::new("convey-rests-unseen")], None));
    };
    let owner = caucus.state();
    let Some((leave, permission)) = owner.find(from).and_then(|n| leave(&owner, preparation, n, partner, now)) else {
        return Ok((vec![Phrase::new("bad-message-gone")], None));
    };
    let against = objections(preparation, Some(leave), partner, now);
    Ok((against, permission.map(|n| EntryRef { room: from.room().clone(), n })))
}

pub(super) fn convey(
    sight: &Sight<'_>,
    of: EntryNo,
    said_at: Option<Stamp>,
    heard_by: Vec<String>,
    words_used: Option<Words>,
) -> Result<Decision, Refusal> {
    sight.need(Verb::Convey)?;
    let state = sight.lens.state();
    let Body::Prepared(first) = entry(&state, of, "prepared")? else { return Err(Refusal::NotFound) };
    let mut together = vec![(of, first.clone())];
    if let Some(n) = first.with
        && let Body::Prepared(other) = entry(&state, n, "prepared")?
    {
        let mut other = other.clone();
        other.with = Some(of);
        together.push((n, other));
    }
    let mut elsewhere = Vec::new();
    let mut then = Vec::new();
    let mut against = Vec::new();
    for (n, preparation) in &together {
        if settled(&state, *n) {
            return Err(Refusal::against(Phrase::new("refused-already-settled").entry("n", *n)));
        }
        let (found, permission) = objections_now(sight.desk, sight.who, &state, preparation, sight.now)?;
        against.extend(found);
        let first = *n == of;
        let mut draft =
            Crossing { sight, n: *n, preparation, permission, first, said_at, heard_by: &heard_by, words_used: words_used.as_ref() };
        draft.write(&mut elsewhere, &mut then, &mut against)?;
    }
    against.dedup();
    if !against.is_empty() {
        return Err(Refusal::Against(against));
    }
    Ok(Decision::Over { elsewhere, then })
}

/// One preparation on its way across.
struct Crossing<'a> {
    sight: &'a Sight<'a>,
    n: EntryNo,
    preparation: &'a Preparation,
    permission: Option<EntryRef>,
    /// Whether the act names this preparation; the other one crosses with it.
    first: bool,
    said_at: Option<Stamp>,
    heard_by: &'a [String],
    words_used: Option<&'a Words>,
}

impl Crossing<'_> {
    fn write(&mut self, elsewhere: &mut Vec<Draft>, then: &mut Vec<Body>, against: &mut Vec<Phrase>) -> Result<(), Refusal> {
        let p = self.preparation;
        let room = target(self.sight.desk, self.sight.who, &p.to)?;
        let mut named = None;
        let mut discretion = false;
        let mut relied = None;
        if let Some(from) = &p.from {
            let caucus = self.sight.other(from.room())?;
            if p.answers.source == Source::Named {
                named = sides_of(caucus.kind()).map(|(party, _)| party.clone());
            }
            let owner = caucus.state();
            relied = self.permission.as_ref().map(|at| owner.named_elsewhere(&at.room, at.n));
            if let Some(at) = &self.permission
                && let Some(Body::Permitted { permission, .. }) = owner.get(at.n).map(|e| &e.body)
            {
                discretion = permission.answers.use_ == Use::Discretion;
                #[cfg(feature = "leaks")]
                if crate::leaks::on(crate::leaks::Leak::UsedAlways) && !permission.conditions.tell_when_used {
                    elsewhere.push(Draft { room: from.room().clone(), body: Body::Used { permission: at.n } });
                }
                if permission.conditions.tell_when_used {
                    elsewhere.push(Draft { room: from.room().clone(), body: Body::Used { permission: at.n } });
                }
            }
        }
        if discretion && self.words_used.is_none() {
            against.push(Phrase::new("convey-words-used-missing"));
        }
        if let Some(words) = self.words_used {
            usable(words)?;
        }
        // Who heard the one is nothing to those who hear the other.
        let heard = if self.first { self.heard_by } else { &[] };
        let mut wording = p.wording.clone();
        for version in &mut wording {
            // Who translated for the owner, and the way back, stay with the owner and the mediators:
            // where the side is not named, a translator's name would name it.
            version.back = None;
            if named.is_none() {
                version.by = None;
                version.checked_by = None;
            }
        }
        #[cfg(feature = "leaks")]
        let heard = self.leaked(heard);
        let proof = (p.answers.form == Form::Formal).then(|| self.sight.desk.record().sign_words(&formal_text(p, named.as_ref())));
        elsewhere.push(Draft {
            room: room.clone(),
            body: Body::Arrived(Arrival {
                message: p.kind,
                wording,
                prevails: p.prevails,
                source: p.answers.source,
                named,
                form: p.answers.form,
                standing: p.answers.standing,
                answers: p.answers_entry,
                said_at: if self.first { self.said_at } else { None },
                heard_by: heard.to_vec(),
                proof,
                tie: p.tie.clone(),
            }),
        });
        then.push(Body::Conveyed {
            of: self.n,
            permission: relied,
            words_used: self.words_used.filter(|_| discretion).cloned(),
            heard_by: self.heard_by.to_vec(),
        });
        Ok(())
    }
}

/// The text over which a formal message's proof is made: nothing but what its receiver may know.
fn formal_text(p: &Preparation, named: Option<&PartyId>) -> String {
    let mut text = String::from("caucus formal message\n");
    for line in [named.map_or("", PartyId::as_str), p.to.as_str(), p.kind.code(), p.answers.standing.code()] {
        text.push_str(line);
        text.push('\n');
    }
    for version in &p.wording {
        text.push_str(version.words.lang.tag());
        text.push(' ');
        text.push_str(&crate::desk::sha256_hex(version.words.text.as_bytes()));
        text.push('\n');
    }
    text
}

#[cfg(feature = "leaks")]
impl Crossing<'_> {
    fn leaked(&self, heard: &[String]) -> Vec<String> {
        use crate::leaks::{Leak, on};
        let mut out = heard.to_vec();
        if on(Leak::HeardTogether) {
            self.heard_by.clone_into(&mut out);
        }
        if on(Leak::VersionCounter) {
            out.push(format!("draft {}", self.n));
        }
        if on(Leak::Translator) {
            out.extend(self.preparation.wording.iter().filter_map(|v| v.by.clone()));
        }
        if on(Leak::ReleasedBy)
            && let Some(from) = &self.preparation.from
            && let Ok(caucus) = self.sight.other(from.room())
        {
            let state = caucus.state();
            out.extend(state.find(from).and_then(|n| state.message(n)).and_then(|m| m.speaker.name.clone()));
        }
        out
    }
}
