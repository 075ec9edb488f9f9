//! Conveyance: what a mediator means to carry, and whether it may cross.

use crate::message::MessageKind;
use crate::permission::{Answers, Permission, Version};
use serde::{Deserialize, Serialize};
use terms::disclosure::{PermissionForm, Source, Standing, Use};
use terms::id::{EntryNo, EntryRef, PartyId};
use terms::language::Language;
use terms::phrase::Phrase;
use terms::span::Span;
use terms::time::Stamp;

/// What a mediator means to carry to one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preparation {
    /// The message it rests on, in its owner's caucus; none for the mediators' own thought.
    #[serde(default)]
    pub from: Option<EntryRef>,
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
}

/// How the permission that a conveyance leans on stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Given and not withdrawn.
    Given,
    /// Withdrawn by its owner.
    Withdrawn,
}

/// What the owner's caucus says of the message and of the leave to carry it.
#[derive(Debug, Clone, Copy)]
pub struct Leave<'a> {
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

/// Everything that stands against carrying it now; empty when nothing does.
///
/// `leave` is `None` for the mediators' own thought. `partner_may_cross` is the answer of this same
/// function for the preparation named in [`Preparation::with`].
#[must_use]
pub fn objections(prep: &Preparation, leave: Option<Leave<'_>>, partner_may_cross: Option<bool>, now: Stamp) -> Vec<Phrase> {
    let mut against = Vec::new();
    if prep.wording.iter().all(|v| v.words.text.trim().is_empty()) {
        against.push(Phrase::new("convey-no-words"));
    }
    if prep.answers.source == Source::OwnIdea && prep.only_one_could_know {
        against.push(Phrase::new("convey-not-our-own"));
    }
    match leave {
        None => {
            if matches!(prep.answers.source, Source::OtherSide | Source::Named) {
                against.push(Phrase::new("convey-no-owner-to-name"));
            }
        }
        Some(leave) => against_owner(prep, leave, partner_may_cross, now, &mut against),
    }
    against
}

fn against_owner(prep: &Preparation, leave: Leave<'_>, partner: Option<bool>, now: Stamp, against: &mut Vec<Phrase>) {
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
    let Some((permission, holds)) = leave.permission else {
        against.push(Phrase::new("convey-no-permission"));
        return;
    };
    if holds == Holds::Withdrawn {
        against.push(Phrase::new("convey-withdrawn"));
    }
    if permission.to != prep.to {
        against.push(Phrase::new("convey-other-receiver"));
    }
    let (asked, given) = (prep.answers, permission.answers);
    match given.use_ {
        Use::EarsOnly => against.push(Phrase::new("convey-ears-only")),
        Use::Guide => against.push(Phrase::new("convey-guide-only")),
        Use::Discretion => {
            if permission.conditions.limits.as_deref().unwrap_or("").trim().is_empty() || permission.conditions.expires.is_none() {
                against.push(Phrase::new("convey-limits-missing"));
            }
            if asked.source == Source::Named {
                against.push(Phrase::new("convey-name-not-at-discretion"));
            }
        }
        Use::ReadBack | Use::WordForWord => {
            for version in &prep.wording {
                if !permission.wording.iter().any(|w| w.words == version.words) {
                    against.push(Phrase::new("convey-other-wording").key("language", language_key(version.words.lang)));
                }
            }
        }
    }
    if given.use_ == Use::WordForWord && !prep.wording.iter().any(|v| word_for_word(leave.original, &prep.marked, &v.words.text)) {
        against.push(Phrase::new("convey-not-word-for-word"));
    }
    if asked.source > given.source {
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
    if permission.given == PermissionForm::SpokenTwo && permission.heard_by.len() < 2 {
        against.push(Phrase::new("convey-heard-by-two"));
    }
    let conditions = &permission.conditions;
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
    if conditions.only_if_other && partner != Some(true) {
        against.push(Phrase::new("convey-waits-for-other"));
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
    let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole: String = if marked.is_empty() {
        original.to_owned()
    } else {
        marked.iter().map(|span| span.cut(original)).collect::<Vec<_>>().join(" ")
    };
    squeeze(&whole) == squeeze(carried)
}
