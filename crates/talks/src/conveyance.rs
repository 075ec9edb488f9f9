//! Conveyance: what a mediator means to carry, and whether it may cross.
//!
//! [`objections`] asks the four questions of the house, none implied, and the conditions after them.
//! It gives every reason at once, so that a mediator does not learn them one by one. The cases in
//! `cases/conveyance` are its specification.

use crate::message::MessageKind::{self, Acceptance, CounterProposal, Protest, Refusal};
use crate::message::Tie;
use crate::negotiating_text::Same;
use crate::permission::{Answers, Permission, Version};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use terms::disclosure::{PermissionForm, Source, Standing, Use, VersionState};
use terms::id::{Elsewhere, EntryNo, PartyId};
use terms::language::Language;
use terms::phrase::Phrase;
use terms::script::squeezed;
use terms::span::Span;
use terms::time::Stamp;

/// What a mediator means to carry to one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preparation {
    /// The message it rests on, in its owner's caucus; none for the mediators' own thought.
    #[serde(default)]
    pub from: Option<Elsewhere>,
    /// The words of that message that are meant to cross; the rest is held.
    #[serde(default)]
    pub marked: Vec<Span>,
    /// To whom.
    pub to: PartyId,
    /// What the other side will take it for.
    pub kind: MessageKind,
    /// The four questions, as the mediator means to convey it.
    pub answers: Answers,
    /// What will be read or heard, language by language.
    pub wording: Vec<Version>,
    /// The language that prevails; none is *not agreed*.
    #[serde(default)]
    pub prevails: Option<Language>,
    /// "Who could have said this?": whether only one side can know it.
    pub only_one_could_know: bool,
    /// The preparation of the same room that crosses only together with this one.
    #[serde(default)]
    pub with: Option<EntryNo>,
    /// The entry of the receiver's caucus that it answers.
    #[serde(default)]
    pub answers_entry: Option<EntryNo>,
    /// The clause of the receiver's own version that it speaks of.
    #[serde(default)]
    pub tie: Option<Tie>,
    /// For a whole text: the mediators' own draft that it was made from. It never leaves their room.
    #[serde(default)]
    pub draft: Option<EntryNo>,
    /// For a whole text: which clause of the draft is which of this one. It never leaves their room.
    #[serde(default)]
    pub map: Vec<Same>,
}

/// How the permission that a conveyance leans on stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Given and not withdrawn.
    Given,
    /// Given, but the owner has corrected the words since: what the owner saw is not what stands.
    Outdated,
    /// Withdrawn by its owner.
    Withdrawn,
}

/// What the owner's caucus says of the message and of the leave to carry it.
#[derive(Debug, Clone, Copy)]
pub struct Leave<'a> {
    /// The message, by its number in the caucus.
    pub of: EntryNo,
    /// The words of the message as they stand (corrections included).
    pub original: &'a str,
    /// Whether the message was recalled.
    pub recalled: bool,
    /// The standing the message was given with.
    pub spoken_standing: Standing,
    /// The highest standing that the speaker's mandate allows, where one is noted.
    pub mandate: Option<Standing>,
    /// The permission, if there is one.
    pub permission: Option<(&'a Permission, Holds)>,
}

/// The part that crosses only together with this one: [`Preparation::with`].
#[derive(Debug, Clone, Copy)]
pub struct Partner<'a> {
    /// The side whose words it carries; none for the mediators' own thought.
    pub owner: Option<&'a PartyId>,
    /// Whether nothing stands against it but that it waits for this one.
    pub may_cross: bool,
}

/// Everything that stands against carrying it now; empty when nothing does.
///
/// `leave` is `None` for the mediators' own thought. `partner` says how the preparation named in
/// [`Preparation::with`] stands; `None` where there is none, or where it was conveyed or set aside.
#[must_use]
pub fn objections(prep: &Preparation, leave: Option<Leave<'_>>, partner: Option<Partner<'_>>, now: Stamp) -> Vec<Phrase> {
    let mut against = Vec::new();
    if prep.wording.iter().all(|v| v.words.text.trim().is_empty()) {
        against.push(Phrase::new("convey-no-words"));
    }
    if let Some(language) = prep.prevails
        && !prep.wording.iter().any(|v| v.words.lang == language)
    {
        against.push(Phrase::new("convey-prevails-missing").key("language", language_key(language)));
    }
    let (source, standing) = (prep.answers.source, prep.answers.standing);
    // With the owner's leave a question may hold what only the owner can know: the owner has decided
    // so. Without it, "what if" would be the way round the permission.
    if prep.only_one_could_know && (source == Source::OwnIdea || (source == Source::WhatIf && leave.is_none())) {
        against.push(Phrase::new("convey-not-our-own"));
    }
    let act_of_a_side = matches!(prep.kind, Acceptance | Refusal | Protest | CounterProposal);
    if act_of_a_side && matches!(source, Source::OwnIdea | Source::WhatIf) {
        against.push(Phrase::new("convey-kind-tells").key("kind", prep.kind.key()));
    }
    if prep.with.is_some() && !partner.is_some_and(|p| p.may_cross) {
        against.push(Phrase::new("convey-waits-for-other"));
    }
    match leave {
        None => {
            if matches!(source, Source::OtherSide | Source::Named) {
                against.push(Phrase::new("convey-no-owner-to-name"));
            }
            if standing == Standing::Agreed {
                against.push(Phrase::new("convey-nobody-agreed"));
            }
        }
        Some(leave) => {
            // "Subject to the capital" has a capital behind it.
            if matches!(source, Source::OwnIdea | Source::WhatIf) && standing > Standing::Exploratory {
                against.push(Phrase::new("convey-standing-tells"));
            }
            against_message(prep, leave, &mut against);
            match leave.permission.filter(|(p, _)| leave.of == p.of) {
                None => against.push(Phrase::new("convey-no-permission")),
                Some((permission, holds)) => {
                    against_permission(prep, permission, holds, &mut against);
                    against_wording(prep, permission, leave.original, &mut against);
                    against_conditions(prep, permission, partner, now, &mut against);
                }
            }
        }
    }
    against
}

/// What the message itself does not bear, whatever its owner permits.
fn against_message(prep: &Preparation, leave: Leave<'_>, against: &mut Vec<Phrase>) {
    if leave.recalled {
        against.push(Phrase::new("convey-recalled"));
    }
    if prep.answers.standing > leave.spoken_standing {
        against.push(Phrase::new("convey-above-standing").key("standing", leave.spoken_standing.key()));
    }
    if let Some(most) = leave.mandate
        && prep.answers.standing > most
    {
        against.push(Phrase::new("convey-above-mandate").key("standing", most.key()));
    }
    if matches!(prep.answers.use_, Use::EarsOnly | Use::Guide) {
        against.push(Phrase::new("convey-not-to-be-said"));
    }
}

/// The four questions, each as far as the owner answered it, and the permission's own form.
fn against_permission(prep: &Preparation, permission: &Permission, holds: Holds, against: &mut Vec<Phrase>) {
    let (asked, given) = (prep.answers, permission.answers);
    match holds {
        Holds::Withdrawn => against.push(Phrase::new("convey-withdrawn")),
        // At discretion the leave is over the limits, not over the words.
        Holds::Outdated if given.use_ != Use::Discretion => against.push(Phrase::new("convey-corrected-since")),
        Holds::Outdated | Holds::Given => {}
    }
    if permission.to != prep.to {
        against.push(Phrase::new("convey-other-receiver"));
    }
    match given.use_ {
        Use::EarsOnly => against.push(Phrase::new("convey-ears-only")),
        Use::Guide => against.push(Phrase::new("convey-guide-only")),
        Use::Discretion | Use::ReadBack | Use::WordForWord => {
            if asked.use_ > given.use_ {
                against.push(Phrase::new("convey-use-beyond").key("use", given.use_.key()));
            }
        }
    }
    if given.use_ == Use::Discretion && asked.source == Source::Named {
        against.push(Phrase::new("convey-name-not-at-discretion"));
    }
    if !given.source.covers(asked.source) {
        against.push(Phrase::new("convey-source-beyond").key("source", given.source.key()));
    }
    if asked.form > given.form {
        against.push(Phrase::new("convey-form-beyond").key("form", given.form.key()));
    }
    if asked.standing > given.standing {
        against.push(Phrase::new("convey-standing-beyond").key("standing", given.standing.key()));
    }
    if asked.source == Source::Named && given.use_ == Use::WordForWord && !permission.given.carries_a_name() {
        against.push(Phrase::new("convey-name-needs-proof"));
    }
    if permission.given == PermissionForm::SpokenTwo && hearers(&permission.heard_by) < 2 {
        against.push(Phrase::new("convey-heard-by-two"));
    }
}

/// How many different persons heard it: one name written twice is one.
#[must_use]
pub fn hearers(names: &[String]) -> usize {
    names.iter().map(|n| n.trim()).filter(|n| !n.is_empty()).collect::<BTreeSet<_>>().len()
}

/// The words: a permission covers the wording it shows, in the language and the state it shows it.
fn against_wording(prep: &Preparation, permission: &Permission, original: &str, against: &mut Vec<Phrase>) {
    if !matches!(permission.answers.use_, Use::ReadBack | Use::WordForWord) {
        return;
    }
    for version in &prep.wording {
        let language = language_key(version.words.lang);
        match permission.wording.iter().find(|w| w.words == version.words) {
            None => against.push(Phrase::new("convey-other-wording").key("language", language)),
            Some(seen) if !so(version.state, seen.state, version.checked_by.as_deref()) => {
                against.push(Phrase::new("convey-version-otherwise").key("language", language).key("version", seen.state.key()));
            }
            Some(_) => {}
        }
    }
    if permission.answers.use_ == Use::WordForWord {
        let verbatim = |v: &Version| word_for_word(original, &prep.marked, &v.words.text);
        // A translation alone may be read, if the owner saw it beside the original.
        let beside = prep.wording.iter().chain(&permission.wording).any(verbatim);
        let others = prep.wording.iter().any(|v| v.state == VersionState::Original && !verbatim(v));
        if !beside || others {
            against.push(Phrase::new("convey-not-word-for-word"));
        }
    }
}

/// Whether a version may be passed on as `told` when its owner saw it as `seen`: as the same, or as
/// checked since by a named person. Only the owner makes it the original or an agreed version.
fn so(told: VersionState, seen: VersionState, checked_by: Option<&str>) -> bool {
    told == seen
        || (told == VersionState::Working && seen != VersionState::Original)
        || (told == VersionState::Checked && seen == VersionState::Agreed)
        || (told == VersionState::Checked && seen == VersionState::Working && checked_by.is_some_and(|c| !c.trim().is_empty()))
}

/// Under what conditions the permission holds.
fn against_conditions(prep: &Preparation, permission: &Permission, partner: Option<Partner<'_>>, now: Stamp, against: &mut Vec<Phrase>) {
    let conditions = &permission.conditions;
    let limited = permission.answers.use_ == Use::Discretion || permission.given == PermissionForm::StandingLimits;
    if limited && (conditions.limits.as_deref().unwrap_or("").trim().is_empty() || conditions.expires.is_none()) {
        against.push(Phrase::new("convey-limits-missing"));
    }
    if let Some(from) = conditions.not_before
        && now < from
    {
        against.push(Phrase::new("convey-not-yet").moment("from", from));
    }
    if let Some(until) = conditions.expires
        && now >= until
    {
        against.push(Phrase::new("convey-expired").moment("until", until));
    }
    if conditions.only_if_other {
        match partner {
            // Something of the mediators' own, or of a third body, is not the other side's part.
            Some(p) if p.owner != Some(&prep.to) => against.push(Phrase::new("convey-needs-others-part")),
            Some(p) if p.may_cross => {}
            _ => {
                let waits = Phrase::new("convey-waits-for-other");
                if !against.contains(&waits) {
                    against.push(waits);
                }
            }
        }
    }
}

/// The key of a language's name.
#[must_use]
pub fn language_key(language: Language) -> &'static str {
    match language {
        Language::Ar => "language-ar",
        Language::En => "language-en",
        Language::He => "language-he",
    }
}

/// Whether `carried` is nothing but words of the original: the whole of it, or the marked parts in
/// their order. White space is not counted.
#[must_use]
pub fn word_for_word(original: &str, marked: &[Span], carried: &str) -> bool {
    let whole: String =
        if marked.is_empty() { original.to_owned() } else { marked.iter().map(|span| span.cut(original)).collect::<Vec<_>>().join(" ") };
    squeezed(&whole) == squeezed(carried)
}
