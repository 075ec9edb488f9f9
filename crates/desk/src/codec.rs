//! What an entry of a room holds, and its bytes.
//!
//! One tagged enum per kind of log; the bytes are JSON, so that they can be read for ever without
//! this program. A new field has a default; a changed meaning is a new kind. Every kind has a
//! golden file in `crates/desk/golden`, which the tests read back.

use crate::rooms::RoomInfo;
use serde::{Deserialize, Serialize};
use talks::conveyance::Preparation;
use talks::message::{Message, MessageKind, Tie};
use talks::offer::{Offer, Opening};
use talks::permission::{Answers, Permission, Version};
use talks::position::{Movement, Position, StickingPoint};
use talks::session::{Attempt, Issue, Mandate, Minutes, Round, Session, Step};
use talks::statement::Statement;
use terms::disclosure::{Form, Source, Standing};
use terms::id::{Elsewhere, EntryMark, EntryNo, IssueId, OptionId, PartyId, PersonId, RoomCode};
use terms::language::{Language, Words};
use terms::time::Stamp;

/// The version of the encoding that this program writes.
pub const VERSION: u16 = 1;

/// One entry of a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The version of the encoding.
    pub v: u16,
    /// The talks' time of the entry; never runs backwards in a room.
    pub at: Stamp,
    /// Who wrote it.
    pub by: PersonId,
    /// What other rooms call it, where they may have to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<EntryMark>,
    /// What it says.
    #[serde(flatten)]
    pub body: Body,
}

/// What a use decided to write, before it is sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Into which room.
    pub room: RoomCode,
    /// What.
    pub body: Body,
}

/// A side, a mediating body, a guarantor or another body, as all may know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Its identifier.
    pub id: PartyId,
    /// What it is in the talks: `side`, `mediator`, `guarantor`, `intermediary`, `observer`.
    pub part: Part,
    /// Its name, in every language that one is given in; each side as it calls itself.
    pub names: Vec<Words>,
    /// Whether it is a guarantor as well as what `part` says; its guarantor's room is apart.
    #[serde(default)]
    pub guarantees: bool,
    /// The delegation: head first.
    #[serde(default)]
    pub delegation: Vec<String>,
    /// The hue of its rooms: `ochre`, `teal`, `plum`, `slate`.
    #[serde(default)]
    pub hue: Option<String>,
    /// Where it comes from in a worked case.
    #[serde(default)]
    pub source: Option<String>,
}

terms::ladder! {
    /// What a body is in the talks.
    Part, "part" {
        /// One of the sides.
        Side = "side",
        /// A mediating state or body.
        Mediator = "mediator",
        /// A guarantor.
        Guarantor = "guarantor",
        /// An intermediary.
        Intermediary = "intermediary",
        /// An observer.
        Observer = "observer",
    }
}

/// What reached a side. It holds what the side may know and nothing of where it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    /// What it is taken for.
    pub message: MessageKind,
    /// What was read or heard, language by language.
    pub wording: Vec<Version>,
    /// The language that prevails; none is *not agreed*.
    #[serde(default)]
    pub prevails: Option<Language>,
    /// Whose words they are said to be.
    pub source: Source,
    /// The side, where it is named.
    #[serde(default)]
    pub named: Option<PartyId>,
    /// What was left behind.
    pub form: Form,
    /// How far they bind.
    pub standing: Standing,
    /// The receiver's own entry that it answers.
    #[serde(default)]
    pub answers: Option<EntryNo>,
    /// When it was said, where it was said; otherwise the entry's own time.
    #[serde(default)]
    pub said_at: Option<Stamp>,
    /// Who heard it, interpreters among them.
    #[serde(default)]
    pub heard_by: Vec<String>,
    /// For a formal message: the signed proof over these words, that convinces a third party.
    #[serde(default)]
    pub proof: Option<String>,
    /// The clause of the receiver's own version that it speaks of.
    #[serde(default)]
    pub tie: Option<Tie>,
}

/// What an entry says. Links to other entries are numbers of the same room unless they say otherwise.
///
/// Its bytes are the kind and, apart from it, what the kind holds: a message has a `kind` of its
/// own and a session an `at`, and one key twice could never be read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "holds", rename_all = "kebab-case")]
pub enum Body {
    /// The first entry of every room.
    Opened(RoomInfo),
    /// A body of the case, as all may know it.
    Party(Party),
    /// Something said, or noted on behalf of who said it.
    Message(Message),
    /// A note was read back to its speaker.
    ReadBack {
        /// The message.
        of: EntryNo,
        /// Whether the speaker stood by it.
        confirmed: bool,
        /// What the speaker said instead.
        #[serde(default)]
        words: Option<Words>,
    },
    /// The owner calls a message back.
    Recalled {
        /// The message.
        of: EntryNo,
    },
    /// The owner corrects a message.
    Corrected {
        /// The message.
        of: EntryNo,
        /// The words as they should have been.
        words: Words,
    },
    /// Another language version of a message or an arrival.
    Translated {
        /// The message.
        of: EntryNo,
        /// The version.
        version: Version,
    },
    /// The mediators ask for leave to carry these words.
    Asked {
        /// The message.
        of: EntryNo,
        /// To whom.
        to: PartyId,
        /// As what.
        answers: Answers,
        /// Exactly what will be read or heard.
        wording: Vec<Version>,
    },
    /// The owner's leave.
    Permitted {
        /// The ask it answers, where there was one.
        #[serde(default)]
        ask: Option<EntryNo>,
        /// The permission.
        permission: Permission,
    },
    /// The owner does not give leave.
    Declined {
        /// The ask.
        ask: EntryNo,
        /// Why, if the owner says.
        #[serde(default)]
        words: Option<Words>,
    },
    /// The owner takes leave back.
    Withdrawn {
        /// The permission.
        permission: EntryNo,
    },
    /// The owner is told that a permission was used, as its terms say.
    Used {
        /// The permission.
        permission: EntryNo,
    },
    /// Something was conveyed to this side.
    Arrived(Arrival),
    /// A mediator means to carry something.
    Prepared(Preparation),
    /// A preparation is set aside.
    Dropped {
        /// The preparation.
        of: EntryNo,
    },
    /// A mediator holds a message: it is not meant to be carried now.
    Held {
        /// The message, in its caucus.
        message: Elsewhere,
        /// Why, for the mediators' own memory.
        #[serde(default)]
        words: Option<Words>,
    },
    /// Words crossed.
    Conveyed {
        /// The preparation.
        of: EntryNo,
        /// The permission relied on, in the owner's caucus.
        #[serde(default)]
        permission: Option<Elsewhere>,
        /// For use at discretion: the words used.
        #[serde(default)]
        words_used: Option<Words>,
        /// Who heard it.
        #[serde(default)]
        heard_by: Vec<String>,
    },
    /// A round.
    Round(Round),
    /// A session.
    Session(Session),
    /// A session ended.
    SessionEnded {
        /// The session.
        of: EntryNo,
        /// When.
        at: Stamp,
    },
    /// Minutes.
    Minutes(Minutes),
    /// What comes next.
    Step(Step),
    /// A step was taken.
    StepDone {
        /// The step.
        of: EntryNo,
    },
    /// An earlier attempt.
    Attempt(Attempt),
    /// An issue of the list common to all.
    Issue(Issue),
    /// What a delegate may say without asking home.
    Mandate(Mandate),
    /// What a side says on an issue.
    Position(Position),
    /// An issue that holds up the whole.
    StickingPoint(StickingPoint),
    /// How a sticking point moves.
    Moved {
        /// The sticking point.
        of: EntryNo,
        /// How.
        movement: Movement,
        /// What happened.
        #[serde(default)]
        words: Option<Words>,
    },
    /// A public statement.
    Statement(Statement),
    /// A conditional offer.
    Offer(Offer),
    /// An offer is withdrawn; it binds until the next opening is over.
    OfferWithdrawn {
        /// The offer.
        of: EntryNo,
    },
    /// An offer is reaffirmed.
    Reaffirmed {
        /// The offer.
        of: EntryNo,
    },
    /// An opening is announced to all.
    Opening(Opening),
    /// An opening was held.
    OpeningHeld {
        /// The opening.
        of: EntryNo,
    },
    /// What an opening brought this side: the same bytes whether the other lodged nothing or
    /// something that did not match.
    OpeningResult {
        /// The opening, in the room common to all.
        opening: EntryNo,
        /// Which of this side's offers matched, and what is settled, ad referendum.
        #[serde(default)]
        matched: Vec<Matched>,
    },
    /// The talks pause.
    Paused {
        /// Until when, where that is said.
        #[serde(default)]
        until: Option<Stamp>,
        /// Why.
        #[serde(default)]
        words: Option<Words>,
    },
    /// The talks go on.
    Resumed,
    /// A first person asks for an erasure.
    ErasureProposed {
        /// What is to be erased.
        of: EntryNo,
        /// Why.
        why: Words,
    },
    /// A second person confirmed it, and it is done.
    Erased {
        /// What was erased.
        of: EntryNo,
        /// The proposal.
        proposal: EntryNo,
    },
    /// A clause of a version was initialled.
    Initialled {
        /// The version.
        of: EntryNo,
        /// The clause.
        clause: String,
        /// Its words: initials are over them.
        words: String,
        /// By whom.
        by: String,
        /// How far it binds.
        standing: Standing,
    },
    /// A clause was reopened by name: initials over its words stand no more.
    Reopened {
        /// The version.
        of: EntryNo,
        /// The clause.
        clause: String,
        /// Its words.
        words: String,
        /// By whom.
        by: String,
        /// Why.
        #[serde(default)]
        why: Option<Words>,
    },
    /// Which alternative a side holds, as the mediators know it.
    AlternativeHeld {
        /// The draft.
        of: EntryNo,
        /// The bracket.
        bracket: String,
        /// The letter; empty for none.
        letter: String,
        /// The side.
        party: PartyId,
    },
    /// A reading in forms beside a clause of prose.
    ClauseRead {
        /// The draft.
        of: EntryNo,
        /// The clause.
        clause: String,
        /// Its words: the reading is of them.
        words: String,
        /// Whose reading it is.
        #[serde(default)]
        name: Option<String>,
        /// The sentence in forms.
        sentence: String,
    },
    /// A finding was set aside, until one of its clauses changes.
    FindingAside {
        /// The version.
        of: EntryNo,
        /// The check.
        check: String,
        /// The clauses.
        clauses: Vec<String>,
        /// What it is known by.
        key: String,
        /// Why.
        why: Words,
    },
    /// A mediator looked at the screens as a side sees them.
    LookedAs {
        /// The side.
        party: PartyId,
    },
    /// What each side could live with, or whether it passes at home, as the mediators estimate it.
    Estimate(crate::arithmetic::Estimate),
    /// Lists, pairs, plans and movements of an exchange.
    Exchange(crate::exchanged::Exchanged),
}

/// One of a side's offers that matched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matched {
    /// The offer, in its owner's room.
    pub offer: EntryNo,
    /// What is settled by the match, ad referendum.
    pub settled: Vec<(IssueId, OptionId)>,
}

impl Body {
    /// The word for the kind, as it stands in the bytes and in addresses.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Body::Opened(_) => "opened",
            Body::Party(_) => "party",
            Body::Message(_) => "message",
            Body::ReadBack { .. } => "read-back",
            Body::Recalled { .. } => "recalled",
            Body::Corrected { .. } => "corrected",
            Body::Translated { .. } => "translated",
            Body::Asked { .. } => "asked",
            Body::Permitted { .. } => "permitted",
            Body::Declined { .. } => "declined",
            Body::Withdrawn { .. } => "withdrawn",
            Body::Used { .. } => "used",
            Body::Arrived(_) => "arrived",
            Body::Prepared(_) => "prepared",
            Body::Dropped { .. } => "dropped",
            Body::Held { .. } => "held",
            Body::Conveyed { .. } => "conveyed",
            Body::Round(_) => "round",
            Body::Session(_) => "session",
            Body::SessionEnded { .. } => "session-ended",
            Body::Minutes(_) => "minutes",
            Body::Step(_) => "step",
            Body::StepDone { .. } => "step-done",
            Body::Attempt(_) => "attempt",
            Body::Issue(_) => "issue",
            Body::Mandate(_) => "mandate",
            Body::Position(_) => "position",
            Body::StickingPoint(_) => "sticking-point",
            Body::Moved { .. } => "moved",
            Body::Statement(_) => "statement",
            Body::Offer(_) => "offer",
            Body::OfferWithdrawn { .. } => "offer-withdrawn",
            Body::Reaffirmed { .. } => "reaffirmed",
            Body::Opening(_) => "opening",
            Body::OpeningHeld { .. } => "opening-held",
            Body::OpeningResult { .. } => "opening-result",
            Body::Paused { .. } => "paused",
            Body::Resumed => "resumed",
            Body::ErasureProposed { .. } => "erasure-proposed",
            Body::Erased { .. } => "erased",
            Body::Initialled { .. } => "initialled",
            Body::Reopened { .. } => "reopened",
            Body::AlternativeHeld { .. } => "alternative-held",
            Body::ClauseRead { .. } => "clause-read",
            Body::FindingAside { .. } => "finding-aside",
            Body::LookedAs { .. } => "looked-as",
            Body::Estimate(_) => "estimate",
            Body::Exchange(e) => e.kind(),
        }
    }

    /// The entries of the same room that this one speaks of.
    #[must_use]
    pub fn refers_to(&self) -> Vec<EntryNo> {
        match self {
            Body::Message(m) => spoken_of(m.answers, m.tie.as_ref()),
            Body::Arrived(a) => spoken_of(a.answers, a.tie.as_ref()),
            Body::Permitted { ask, permission } => ask.iter().copied().chain([permission.of]).collect(),
            Body::Erased { of, proposal } => vec![*of, *proposal],
            Body::ReadBack { of, .. }
            | Body::Recalled { of }
            | Body::Corrected { of, .. }
            | Body::Translated { of, .. }
            | Body::Asked { of, .. }
            | Body::Dropped { of }
            | Body::Conveyed { of, .. }
            | Body::SessionEnded { of, .. }
            | Body::StepDone { of }
            | Body::Moved { of, .. }
            | Body::OfferWithdrawn { of }
            | Body::Reaffirmed { of }
            | Body::OpeningHeld { of }
            | Body::Initialled { of, .. }
            | Body::Reopened { of, .. }
            | Body::AlternativeHeld { of, .. }
            | Body::ClauseRead { of, .. }
            | Body::FindingAside { of, .. }
            | Body::ErasureProposed { of, .. } => vec![*of],
            Body::Declined { ask, .. } => vec![*ask],
            Body::Withdrawn { permission } | Body::Used { permission } => vec![*permission],
            Body::OpeningResult { matched, .. } => matched.iter().map(|m| m.offer).collect(),
            Body::StickingPoint(p) => p.tied_to.clone(),
            Body::Prepared(p) => p.with.into_iter().chain(p.draft).collect(),
            Body::Exchange(e) => e.refers_to(),
            _ => Vec::new(),
        }
    }

    /// Whether entries of other rooms may rest on one of this kind, so that it needs a mark.
    #[must_use]
    pub fn is_rested_on(&self) -> bool {
        matches!(self, Body::Message(_) | Body::Permitted { .. })
    }

    /// The words in it that a person may search for.
    #[must_use]
    pub fn searchable(&self) -> Vec<&str> {
        fn all(versions: &[Version]) -> Vec<&str> {
            versions.iter().map(|v| v.words.text.as_str()).collect()
        }
        match self {
            Body::Message(m) => {
                let mut out = vec![m.words.text.as_str()];
                out.extend(m.speaker.name.as_deref());
                out
            }
            Body::Corrected { words, .. } => vec![&words.text],
            Body::Translated { version, .. } => vec![&version.words.text],
            Body::Asked { wording, .. } => all(wording),
            Body::Arrived(a) => all(&a.wording),
            Body::Prepared(p) => all(&p.wording),
            Body::Session(s) => std::iter::once(&s.title).chain(&s.agenda).map(|w| w.text.as_str()).collect(),
            Body::Minutes(m) => vec![&m.words.text],
            Body::Step(s) => vec![&s.words.text],
            Body::Attempt(a) => vec![&a.words.text, &a.ended.text],
            Body::Issue(i) => vec![&i.title.text],
            Body::Position(p) => vec![&p.words.text],
            Body::StickingPoint(p) => vec![&p.title.text],
            Body::Statement(s) => vec![&s.words.text, &s.speaker],
            Body::Party(p) => p.names.iter().map(|w| w.text.as_str()).collect(),
            Body::Estimate(e) => vec![&e.title.text],
            Body::Exchange(e) => e.searchable(),
            Body::ClauseRead { sentence, .. } => vec![sentence],
            Body::FindingAside { why, .. } => vec![&why.text],
            _ => Vec::new(),
        }
    }
}

/// What words answer and the version of the text they speak of, each once.
fn spoken_of(answers: Option<EntryNo>, tie: Option<&Tie>) -> Vec<EntryNo> {
    let text = tie.and_then(|t| t.text);
    answers.into_iter().chain(text.filter(|t| Some(*t) != answers)).collect()
}

/// The bytes of an entry.
#[must_use]
pub fn encode(entry: &Entry) -> Vec<u8> {
    serde_json::to_vec(entry).unwrap_or_default()
}

/// Reads an entry back, of any version that was ever written.
pub fn decode(bytes: &[u8]) -> Result<Entry, String> {
    serde_json::from_slice(bytes).map_err(|e| format!("an entry's bytes cannot be read at column {}", e.column()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use talks::message::Speaker;

    /// A message could be written and never read again: its kind stood twice in the bytes.
    #[test]
    fn what_is_written_can_be_read_back() {
        let words = Words::new(Language::En, "Buses before trucks.");
        let party = PartyId::new("delta").unwrap();
        let message = Message {
            kind: MessageKind::Proposal,
            words: words.clone(),
            standing: Standing::Exploratory,
            speaker: Speaker { party: party.clone(), name: None },
            tie: None,
            answers: None,
            noted: None,
            source: None,
        };
        let preparation = Preparation {
            from: None,
            marked: Vec::new(),
            to: party,
            kind: MessageKind::NonPaper,
            answers: Answers {
                use_: terms::disclosure::Use::ReadBack,
                source: Source::OwnIdea,
                form: Form::Said,
                standing: Standing::Personal,
            },
            wording: Vec::new(),
            prevails: None,
            only_one_could_know: false,
            with: None,
            answers_entry: None,
            tie: None,
            draft: None,
            map: Vec::new(),
        };
        let bodies = [
            Body::Message(message),
            Body::Prepared(preparation),
            Body::SessionEnded { of: EntryNo(3), at: Stamp(7) },
            Body::Opening(Opening { at: Stamp(9), title: words }),
            Body::Resumed,
            Body::Paused { until: Some(Stamp(5)), words: None },
        ];
        for body in bodies {
            let entry = Entry { v: VERSION, at: Stamp(1), by: PersonId::new("a-ferro").unwrap(), mark: None, body };
            assert_eq!(decode(&encode(&entry)), Ok(entry));
        }
    }
}
