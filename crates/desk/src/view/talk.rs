//! What is said in one room: the conversation, and one message with everything that hangs on it.

use super::{Asker, Named, named};
use crate::codec::{Arrival, Body, Entry};
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::Verb;
use crate::state::RoomState;
use crate::uses::{parties_of, sides_of};
use serde::Serialize;
use talks::message::{MessageKind, Tie};
use talks::note::Noted;
use talks::permission::{Answers, Permission, Version};
use terms::disclosure::{Form, Source, Standing};
use terms::id::{EntryNo, PersonId, RoomCode};
use terms::language::{Language, Words};
use terms::time::Stamp;

/// How many messages a page holds.
pub const PAGE: usize = 50;

/// A message or an arrival, as a card.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// The room.
    pub room: RoomCode,
    /// Its number there.
    pub n: EntryNo,
    /// The talks' time of the entry.
    pub at: Stamp,
    /// Who wrote it.
    pub by: PersonId,
    /// What it is.
    pub kind: MessageKind,
    /// How far it binds.
    pub standing: Standing,
    /// Whose words they are; none for what the mediators brought without a name.
    pub speaker: Option<Named>,
    /// The speaker's name.
    pub speaker_name: Option<String>,
    /// The words as they stand now.
    pub words: Words,
    /// The words as first given, where they were corrected.
    pub first_words: Option<Words>,
    /// Other language versions.
    pub versions: Vec<Version>,
    /// Whether the owner called it back.
    pub recalled: bool,
    /// How it was noted.
    pub noted: Option<Noted>,
    /// Whether a note was read back: confirmed, changed, or not yet.
    pub read_back: Option<bool>,
    /// What it speaks of.
    pub tie: Option<Tie>,
    /// What it answers.
    pub answers: Option<EntryNo>,
    /// Entries of the room that answer it.
    pub answered_by: Vec<EntryNo>,
    /// Where it comes from, in a worked case.
    pub source: Option<String>,
    /// What was conveyed here, where it is an arrival.
    pub arrival: Option<Arrived>,
    /// Permissions over it.
    pub permissions: Vec<PermissionCard>,
    /// Asks that wait for an answer.
    pub asks: Vec<AskCard>,
    /// Whether the side of this room owns the words.
    pub owned_by_side: bool,
}

/// How something reached this side.
#[derive(Debug, Clone, Serialize)]
pub struct Arrived {
    /// Whose words they are said to be.
    pub source: Source,
    /// The side, where it is named.
    pub named: Option<Named>,
    /// What was left behind.
    pub form: Form,
    /// The language that prevails.
    pub prevails: Option<Language>,
    /// When it was said.
    pub said_at: Option<Stamp>,
    /// Who heard it.
    pub heard_by: Vec<String>,
    /// A formal message's proof.
    pub proof: Option<String>,
}

/// A permission, as its owner and the mediator see it.
#[derive(Debug, Clone, Serialize)]
pub struct PermissionCard {
    /// Its number.
    pub n: EntryNo,
    /// When.
    pub at: Stamp,
    /// The permission.
    pub permission: Permission,
    /// To whom, by name.
    pub to: Named,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
    /// Whether its owner was told that it was used.
    pub used: bool,
    /// Whether it has expired.
    pub expired: bool,
}

/// A request for leave.
#[derive(Debug, Clone, Serialize)]
pub struct AskCard {
    /// Its number.
    pub n: EntryNo,
    /// When.
    pub at: Stamp,
    /// To whom the words would go.
    pub to: Named,
    /// As what.
    pub answers: Answers,
    /// What would be read or heard.
    pub wording: Vec<Version>,
}

/// A room's conversation.
#[derive(Debug, Clone, Serialize)]
pub struct Conversation {
    /// The cards, newest first.
    pub cards: Vec<Card>,
    /// The number before which older ones are.
    pub older: Option<EntryNo>,
    /// Whether the reader may say something here.
    pub may_say: bool,
    /// Whose words can be noted or said here.
    pub speakers: Vec<Named>,
    /// Whether the reader is of the mediators here.
    pub mediating: bool,
    /// Kinds that the reader may use in the mediators' own voice; empty where all may be used.
    pub own_voice: Vec<MessageKind>,
}

/// One message, whole.
#[derive(Debug, Clone, Serialize)]
pub struct MessagePage {
    /// The message.
    pub card: Card,
    /// The name of whoever wrote it.
    pub by_name: String,
    /// What it answers.
    pub answers: Option<Box<Card>>,
    /// Its answers.
    pub answered_by: Vec<Card>,
    /// Whether the reader may give or note leave.
    pub may_permit: bool,
    /// Whether the reader gives leave by proof, or notes it.
    pub by_proof: bool,
    /// Whether the reader may say something here.
    pub may_say: bool,
    /// Whether the reader may recall and correct: the owner, or who notes for the owner.
    pub may_change: bool,
    /// Whether the reader may note that it was read back: whoever may note words here.
    pub may_read_back: bool,
    /// Whether the reader is of the mediators here.
    pub mediating: bool,
    /// Whose words can be noted or said here.
    pub speakers: Vec<Named>,
    /// To whom its words could go.
    pub receivers: Vec<Named>,
    /// The receipt's address needs only the room and number; this is the receipt's short form.
    pub sealed_at: Stamp,
}

/// The card of a message or arrival.
pub(crate) fn card(
    state: &RoomState,
    common: &RoomState,
    lens: &Lens,
    n: EntryNo,
    entry: &Entry,
    lang: Language,
    now: Stamp,
) -> Option<Card> {
    let mut out = Card {
        room: lens.code().clone(),
        n,
        at: entry.at,
        by: entry.by.clone(),
        kind: MessageKind::Statement,
        standing: Standing::Personal,
        speaker: None,
        speaker_name: None,
        words: Words::new(lang, ""),
        first_words: None,
        versions: Vec::new(),
        recalled: false,
        noted: None,
        read_back: None,
        tie: None,
        answers: None,
        answered_by: Vec::new(),
        source: None,
        arrival: None,
        permissions: Vec::new(),
        asks: Vec::new(),
        owned_by_side: false,
    };
    match &entry.body {
        Body::Message(m) => {
            out.kind = m.kind;
            out.standing = m.standing;
            out.speaker = Some(named(common, &m.speaker.party, lang));
            out.speaker_name = m.speaker.name.clone();
            out.words = state.words_now(n)?.clone();
            out.first_words = (out.words != m.words).then(|| m.words.clone());
            out.recalled = state.recalled(n);
            out.noted = m.noted.clone();
            out.tie = m.tie.clone();
            out.answers = m.answers;
            out.source = m.source.clone();
            out.owned_by_side = sides_of(lens.kind()).is_some_and(|(party, _)| party == &m.speaker.party);
        }
        Body::Arrived(a) => arrived(&mut out, a, common, lang)?,
        _ => return None,
    }
    for about in state.about(n) {
        match &about.entry.body {
            Body::Translated { version, .. } => out.versions.push(version.clone()),
            Body::ReadBack { confirmed, .. } => out.read_back = Some(*confirmed),
            // A remark on a version of the text speaks of it and is no answer.
            Body::Message(m) if m.answers == Some(n) => out.answered_by.push(about.n),
            Body::Arrived(a) if a.answers == Some(n) => out.answered_by.push(about.n),
            Body::Asked { to, answers, wording, .. } if state.answered(about.n).is_none() => out.asks.push(AskCard {
                n: about.n,
                at: about.entry.at,
                to: named(common, to, lang),
                answers: *answers,
                wording: wording.clone(),
            }),
            Body::Permitted { permission, .. } if permission.of == n => out.permissions.push(PermissionCard {
                n: about.n,
                at: about.entry.at,
                to: named(common, &permission.to, lang),
                withdrawn: state.withdrawn(about.n),
                used: state.about(about.n).any(|u| matches!(u.entry.body, Body::Used { .. })),
                expired: permission.conditions.expires.is_some_and(|e| e <= now),
                permission: permission.clone(),
            }),
            _ => {}
        }
    }
    Some(out)
}

fn arrived(out: &mut Card, a: &Arrival, common: &RoomState, lang: Language) -> Option<()> {
    let first = a.wording.iter().find(|v| v.words.lang == lang).or_else(|| a.wording.first())?;
    out.kind = a.message;
    out.standing = a.standing;
    out.words = first.words.clone();
    out.versions = a.wording.iter().filter(|v| *v != first).cloned().collect();
    out.answers = a.answers;
    out.tie = a.tie.clone();
    out.speaker = a.named.as_ref().map(|p| named(common, p, lang));
    out.arrival = Some(Arrived {
        source: a.source,
        named: out.speaker.clone(),
        form: a.form,
        prevails: a.prevails,
        said_at: a.said_at,
        heard_by: a.heard_by.clone(),
        proof: a.proof.clone(),
    });
    Some(())
}

/// The conversation of a room: messages and arrivals before `before`, newest first.
pub fn conversation(asker: &Asker<'_>, room: &RoomCode, before: Option<EntryNo>) -> Result<Conversation, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    let common = asker.common()?;
    let (state, common) = (lens.state(), common.state());
    let lang = asker.who.language();
    let upto = before.map_or(u64::MAX, |b| b.0);
    let mut newest = state
        .of_kind("message")
        .rev()
        .map(|a| a.n)
        .skip_while(|n| n.0 >= upto)
        .take(PAGE + 1)
        .chain(state.of_kind("arrived").rev().map(|a| a.n).skip_while(|n| n.0 >= upto).take(PAGE + 1))
        .collect::<Vec<_>>();
    newest.sort_unstable_by_key(|n| std::cmp::Reverse(*n));
    let more = newest.len() > PAGE;
    newest.truncate(PAGE);
    let cards: Vec<Card> = newest.iter().filter_map(|n| card(&state, &common, &lens, *n, state.get(*n)?, lang, asker.now)).collect();
    let (mediating, speakers) = voices(asker, &lens, &common);
    #[cfg(feature = "leaks")]
    if crate::leaks::on(crate::leaks::Leak::HeldNotice)
        && let Some((party, _)) = sides_of(lens.kind())
    {
        let held = asker.desk.every_body(asker.who.case(), |b| matches!(b, Body::Prepared(p) if &p.to == party));
        let brought = state.of_kind("arrived").count();
        crate::leaks::note(format!("{} not brought", held.saturating_sub(brought)));
    }
    Ok(Conversation {
        older: more.then(|| cards.last().map(|c| c.n)).flatten(),
        cards,
        may_say: lens.verbs().has(Verb::Say) && !matches!(lens.kind(), crate::rooms::RoomKind::Common | crate::rooms::RoomKind::Public),
        speakers,
        mediating,
        own_voice: if mediating { crate::uses::OWN_VOICE.to_vec() } else { Vec::new() },
    })
}

/// Whether the reader mediates in a room, and whose words it can say or note there.
fn voices(asker: &Asker<'_>, lens: &Lens, common: &RoomState) -> (bool, Vec<Named>) {
    let lang = asker.who.language();
    let sides = sides_of(lens.kind());
    let mediating = sides.is_some_and(|(_, m)| Some(m) == asker.who.body());
    let mut speakers: Vec<Named> = match sides {
        Some((party, mediator)) if mediating => vec![named(common, party, lang), named(common, mediator, lang)],
        _ => asker.who.body().map(|b| named(common, b, lang)).into_iter().collect(),
    };
    if sides.is_none() && mediator_room(lens) {
        speakers.extend(parties_of(common, crate::codec::Part::Side).iter().map(|p| super::named_party(Some(p), &p.id, lang)));
    }
    (mediating, speakers)
}

fn mediator_room(lens: &Lens) -> bool {
    matches!(lens.kind(), crate::rooms::RoomKind::Mediator { .. } | crate::rooms::RoomKind::Mediators)
}

/// One message with what it answers, its answers, its permissions and asks.
pub fn message(asker: &Asker<'_>, room: &RoomCode, n: EntryNo) -> Result<MessagePage, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    let common = asker.common()?;
    let (state, common) = (lens.state(), common.state());
    let lang = asker.who.language();
    let one = |n: EntryNo| card(&state, &common, &lens, n, state.get(n)?, lang, asker.now);
    let here = one(n).ok_or(Refusal::NotFound)?;
    #[cfg(feature = "leaks")]
    if crate::leaks::on(crate::leaks::Leak::PassesAtHome) {
        crate::leaks::note(format!("passes at home: {}", asker.desk.named_in_estimates(asker.who.case(), "vote = \"yes\"")));
    }
    let verbs = lens.verbs();
    let owner = sides_of(lens.kind()).map(|(party, _)| party.clone());
    let mut receivers: Vec<Named> = Vec::new();
    for part in [crate::codec::Part::Side, crate::codec::Part::Mediator, crate::codec::Part::Guarantor] {
        let ours = sides_of(lens.kind()).map(|(_, m)| m);
        receivers.extend(
            parties_of(&common, part)
                .iter()
                .filter(|p| Some(&p.id) != owner.as_ref() && Some(&p.id) != ours)
                .map(|p| super::named_party(Some(p), &p.id, lang)),
        );
    }
    let (mediating, speakers) = voices(asker, &lens, &common);
    let may_note = verbs.has(Verb::Permit) || verbs.has(Verb::NotePermit);
    let own_words = here.arrival.is_none() && here.speaker.as_ref().map(|s| &s.id) == asker.who.body();
    Ok(MessagePage {
        may_change: verbs.has(Verb::Say) && here.arrival.is_none() && if here.owned_by_side { may_note } else { own_words },
        may_read_back: verbs.has(Verb::Say) && here.noted.is_some() && here.read_back != Some(true),
        mediating,
        speakers,
        answers: here.answers.and_then(one).map(Box::new),
        answered_by: here.answered_by.iter().filter_map(|n| one(*n)).collect(),
        may_permit: here.owned_by_side && (verbs.has(Verb::Permit) || verbs.has(Verb::NotePermit)),
        by_proof: verbs.has(Verb::Permit),
        may_say: verbs.has(Verb::Say),
        receivers,
        sealed_at: here.at,
        by_name: super::frame::person_name(&asker.desk.directory(), asker.who.case(), &here.by),
        card: here,
    })
}
