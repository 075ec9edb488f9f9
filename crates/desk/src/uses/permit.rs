//! Asking the owner's leave, giving it, not giving it, taking it back.
//!
//! Taking leave back is always accepted, and its answer is the same whether the words are out or
//! not: only a permission whose terms say so tells its owner that it was used.

use super::say::{mandate, owned};
use super::{Decision, Sight, entry, sides_of, usable};
use crate::codec::{Body, Draft, Part};
use crate::refusal::Refusal;
use crate::rooms::Verb;
use talks::conveyance::hearers;
use talks::permission::{Permission, Version};
use terms::disclosure::{PermissionForm, Use, VersionState};
use terms::id::{EntryNo, PartyId};
use terms::language::Words;
use terms::phrase::Phrase;

pub(super) fn ask(sight: &Sight<'_>, of: EntryNo) -> Result<Decision, Refusal> {
    sight.need(Verb::Convey)?;
    let state = sight.lens.state();
    let Body::Prepared(preparation) = entry(&state, of, "prepared")? else { return Err(Refusal::NotFound) };
    let Some(from) = &preparation.from else {
        return Err(Refusal::against(Phrase::new("refused-our-own-needs-no-leave")));
    };
    let caucus = sight.other(from.room())?;
    sight.who.need(from.room(), Verb::Say)?;
    let owner = caucus.state();
    let n = owner.find(from).ok_or_else(|| Refusal::bad(Phrase::new("bad-message-gone")))?;
    if owner.recalled(n) {
        return Err(Refusal::against(Phrase::new("convey-recalled")));
    }
    let open = owner.about(n).any(|a| {
        matches!(&a.entry.body, Body::Asked { to, answers, wording, .. }
            if *to == preparation.to && *answers == preparation.answers && *wording == preparation.wording)
            && owner.answered(a.n).is_none()
    });
    if open {
        return Err(Refusal::against(Phrase::new("refused-already-asked")));
    }
    let body = Body::Asked { of: n, to: preparation.to.clone(), answers: preparation.answers, wording: preparation.wording.clone() };
    Ok(Decision::There(Draft { room: from.room().clone(), body }))
}

pub(super) fn permit(sight: &Sight<'_>, ask: Option<EntryNo>, mut permission: Permission) -> Result<Decision, Refusal> {
    let by_side = sight.lens.verbs().has(Verb::Permit);
    if !by_side {
        sight.need(Verb::NotePermit)?;
    }
    let message = owned(sight, permission.of)?;
    let Some((party, _)) = sides_of(sight.lens.kind()) else { return Err(Refusal::NotFound) };
    if &message.speaker.party != party {
        return Err(Refusal::against(Phrase::new("refused-not-the-owner")));
    }
    let state = sight.lens.state();
    if state.recalled(permission.of) {
        return Err(Refusal::against(Phrase::new("convey-recalled")));
    }
    receiver(sight, &permission.to, party)?;
    if let Some(n) = ask {
        let Body::Asked { of, .. } = entry(&state, n, "asked")? else { return Err(Refusal::NotFound) };
        if *of != permission.of {
            return Err(Refusal::bad(Phrase::new("bad-ask-of-another").entry("n", n)));
        }
        if state.answered(n).is_some() {
            return Err(Refusal::against(Phrase::new("refused-already-answered").entry("n", n)));
        }
    }
    given_form(sight, &mut permission, by_side)?;
    let words = state.words_now(permission.of);
    contents(&mut permission, &message, mandate(&state, message.speaker.name.as_deref()), words, sight.now)?;
    Ok(Decision::Here(Body::Permitted { ask, permission }))
}

/// How it was given: a signed-in delegate's proof, or what a mediator notes of a side's word.
fn given_form(sight: &Sight<'_>, permission: &mut Permission, by_side: bool) -> Result<(), Refusal> {
    if by_side {
        if permission.given != PermissionForm::Proof {
            return Err(Refusal::against(Phrase::new("refused-own-permission-is-proved")));
        }
        if !sight.proved {
            return Err(Refusal::NeedsProof);
        }
        sight.who.name().clone_into(&mut permission.by);
        return Ok(());
    }
    if permission.given == PermissionForm::Proof {
        return Err(Refusal::against(Phrase::new("refused-proof-is-the-owners")));
    }
    if permission.by.trim().is_empty() {
        return Err(Refusal::bad(Phrase::new("bad-who-permitted")));
    }
    permission.heard_by.retain(|h| !h.trim().is_empty());
    if permission.given == PermissionForm::SpokenTwo && hearers(&permission.heard_by) < 2 {
        return Err(Refusal::bad(Phrase::new("convey-heard-by-two")));
    }
    Ok(())
}

/// The answers, the wording and the conditions must make sense together.
fn contents(
    permission: &mut Permission,
    message: &talks::message::Message,
    most: Option<terms::disclosure::Standing>,
    words: Option<&Words>,
    now: terms::time::Stamp,
) -> Result<(), Refusal> {
    if permission.answers.standing > message.standing {
        return Err(Refusal::against(Phrase::new("convey-above-standing").key("standing", message.standing.key())));
    }
    if let Some(most) = most
        && permission.answers.standing > most
    {
        return Err(Refusal::against(Phrase::new("convey-above-mandate").key("standing", most.key())));
    }
    let conditions = &permission.conditions;
    if let Some(expires) = conditions.expires
        && expires <= now
    {
        return Err(Refusal::bad(Phrase::new("bad-expired-already").moment("until", expires)));
    }
    match permission.answers.use_ {
        Use::Discretion => {
            if conditions.limits.as_deref().unwrap_or("").trim().is_empty() || conditions.expires.is_none() {
                return Err(Refusal::bad(Phrase::new("convey-limits-missing")));
            }
        }
        Use::ReadBack | Use::WordForWord => {
            if permission.given == PermissionForm::StandingLimits && (conditions.limits.is_none() || conditions.expires.is_none()) {
                return Err(Refusal::bad(Phrase::new("convey-limits-missing")));
            }
            if permission.wording.is_empty()
                && let Some(words) = words
            {
                permission.wording.push(Version {
                    words: words.clone(),
                    state: VersionState::Original,
                    by: None,
                    checked_by: None,
                    back: None,
                });
            }
            for version in &permission.wording {
                usable(&version.words)?;
            }
        }
        Use::EarsOnly | Use::Guide => {}
    }
    Ok(())
}

/// The receiver is a body of the case, and not the owner itself.
pub(super) fn receiver(sight: &Sight<'_>, to: &PartyId, owner: &PartyId) -> Result<(), Refusal> {
    let party = sight.party(to)?;
    if to == owner {
        return Err(Refusal::against(Phrase::new("refused-to-its-owner")));
    }
    if matches!(party.part, Part::Side | Part::Mediator | Part::Guarantor) || party.guarantees {
        Ok(())
    } else {
        Err(Refusal::against(Phrase::new("refused-no-room-of-theirs").name("party", to.as_str())))
    }
}

pub(super) fn decline(sight: &Sight<'_>, ask: EntryNo, words: Option<Words>) -> Result<Decision, Refusal> {
    if !sight.lens.verbs().has(Verb::Permit) {
        sight.need(Verb::NotePermit)?;
    }
    let state = sight.lens.state();
    entry(&state, ask, "asked")?;
    if state.answered(ask).is_some() {
        return Err(Refusal::against(Phrase::new("refused-already-answered").entry("n", ask)));
    }
    if let Some(words) = &words {
        usable(words)?;
    }
    Ok(Decision::Here(Body::Declined { ask, words }))
}

pub(super) fn withdraw(sight: &Sight<'_>, permission: EntryNo) -> Result<Decision, Refusal> {
    if !sight.lens.verbs().has(Verb::Permit) {
        sight.need(Verb::NotePermit)?;
    }
    let state = sight.lens.state();
    entry(&state, permission, "permitted")?;
    #[cfg(feature = "leaks")]
    if crate::leaks::on(crate::leaks::Leak::WithdrawTells)
        && let Some(Body::Permitted { permission: given, .. }) = state.get(permission).map(|e| &e.body)
    {
        crate::leaks::note(format!("out: {}", super::say::out(sight, given.of)));
    }
    if state.withdrawn(permission) {
        return Err(Refusal::against(Phrase::new("refused-already-withdrawn").entry("n", permission)));
    }
    Ok(Decision::Here(Body::Withdrawn { permission }))
}
