//! Every command, and the one place that decides what it comes to.
//!
//! A use reads through lenses and answers with a [`Decision`] or a [`Refusal`]; it writes nothing
//! itself. The same commands come from the screens, from the examples' dated files and from tests.

mod arithmetic;
mod arrange;
mod carry;
mod erase;
pub(crate) mod handover;
pub(crate) mod lists;
pub(crate) mod offers;
mod permit;
mod say;
mod text;

use crate::clearance::Clearance;
use crate::codec::{Body, Draft, Part, Party};
use crate::desk::Desk;
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use crate::state::RoomState;
use serde::{Deserialize, Serialize};
use talks::conveyance::Preparation;
use talks::message::Message;
use talks::offer::{Offer, Opening};
use talks::permission::{Permission, Version};
use talks::position::{Movement, Position, StickingPoint};
use talks::session::{Attempt, Issue, Mandate, Minutes, Round, Session, Step};
use talks::statement::Statement;
use terms::disclosure::Standing;
use terms::id::{Elsewhere, EntryNo, EntryRef, PartyId, RoomCode};
use terms::language::Words;
use terms::phrase::Phrase;
use terms::time::Stamp;

pub(crate) use carry::objections_now;
pub use handover::Ordered;
pub use lists::Import;
pub(crate) use say::OWN_VOICE;
pub use text::{Change, Marked};

/// What a person can ask the desk to do in a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "use", rename_all = "kebab-case")]
pub enum Command {
    /// Says something, or notes what somebody said.
    Say(Message),
    /// Notes that a note was read back to its speaker.
    ReadBack {
        /// The message.
        of: EntryNo,
        /// Whether the speaker stood by it.
        confirmed: bool,
        /// What the speaker said instead.
        #[serde(default)]
        words: Option<Words>,
    },
    /// Calls a message back.
    Recall {
        /// The message.
        of: EntryNo,
    },
    /// Corrects a message.
    Correct {
        /// The message.
        of: EntryNo,
        /// The words as they should have been.
        words: Words,
    },
    /// Adds a language version.
    Translate {
        /// The message.
        of: EntryNo,
        /// The version.
        version: Version,
    },
    /// Asks the owner's leave for a preparation.
    Ask {
        /// The preparation, in the mediator's room.
        of: EntryNo,
    },
    /// Gives leave.
    Permit {
        /// The ask it answers.
        #[serde(default)]
        ask: Option<EntryNo>,
        /// The permission.
        permission: Permission,
    },
    /// Does not give leave.
    Decline {
        /// The ask.
        ask: EntryNo,
        /// Why.
        #[serde(default)]
        words: Option<Words>,
    },
    /// Takes leave back.
    Withdraw {
        /// The permission.
        permission: EntryNo,
    },
    /// Prepares what may cross.
    Prepare(Preparation),
    /// Sets a preparation aside.
    Drop {
        /// The preparation.
        of: EntryNo,
    },
    /// Holds a message back from carrying.
    Hold {
        /// The message, in its caucus.
        message: Elsewhere,
        /// Why.
        #[serde(default)]
        words: Option<Words>,
    },
    /// Conveys a preparation, and the one that crosses only with it.
    Convey {
        /// The preparation.
        of: EntryNo,
        /// When it was said.
        #[serde(default)]
        said_at: Option<Stamp>,
        /// Who heard it, interpreters among them.
        #[serde(default)]
        heard_by: Vec<String>,
        /// For use at discretion: the words used.
        #[serde(default)]
        words_used: Option<Words>,
    },
    /// Enters a body of the case.
    Party(Party),
    /// Opens a round.
    Round(Round),
    /// Sets a session.
    Session(Session),
    /// Notes that a session ended.
    EndSession {
        /// The session.
        of: EntryNo,
        /// When.
        at: Stamp,
    },
    /// Keeps minutes.
    Minutes(Minutes),
    /// Enters what comes next.
    Step(Step),
    /// Notes that a step was taken.
    StepDone {
        /// The step.
        of: EntryNo,
    },
    /// Enters an earlier attempt.
    Attempt(Attempt),
    /// Enters an issue.
    Issue(Issue),
    /// Notes a mandate.
    Mandate(Mandate),
    /// Notes a position.
    Position(Position),
    /// Enters a sticking point.
    StickingPoint(StickingPoint),
    /// Notes how a sticking point moves.
    Move {
        /// The sticking point.
        of: EntryNo,
        /// How.
        movement: Movement,
        /// What happened.
        #[serde(default)]
        words: Option<Words>,
    },
    /// Enters a public statement.
    Statement(Statement),
    /// Lodges a conditional offer.
    Offer(Offer),
    /// Withdraws an offer after the next opening.
    WithdrawOffer {
        /// The offer.
        of: EntryNo,
    },
    /// Reaffirms an offer.
    Reaffirm {
        /// The offer.
        of: EntryNo,
    },
    /// Announces an opening to all.
    AnnounceOpening(Opening),
    /// Holds an announced opening.
    HoldOpening {
        /// The opening.
        of: EntryNo,
    },
    /// Pauses the talks.
    Pause {
        /// Until when.
        #[serde(default)]
        until: Option<Stamp>,
        /// Why.
        #[serde(default)]
        words: Option<Words>,
    },
    /// Resumes the talks.
    Resume,
    /// Imports a list into this room.
    ImportList(lists::Import),
    /// Notes counts that somebody states.
    StateCounts(crate::exchanged::Counts),
    /// Notes what somebody claims of a person on a list of this room.
    ClaimEntry {
        /// The list.
        of: EntryNo,
        /// The entry's name within it.
        entry: String,
        /// The claim.
        claim: exchange::roster::life::Claim,
    },
    /// Keeps where an entry stands.
    StageEntry {
        /// The list, in its room.
        list: EntryRef,
        /// The entry's name within it.
        entry: String,
        /// The step.
        step: exchange::roster::life::Step,
    },
    /// Sets two lists side by side.
    PairLists {
        /// The one.
        left: EntryRef,
        /// The other.
        right: EntryRef,
    },
    /// Decides a pair.
    DecidePair {
        /// The two lists.
        of: EntryNo,
        /// The pair's last decision, as whoever decides saw it.
        #[serde(default)]
        seen: Option<EntryNo>,
        /// The decision.
        decided: exchange::reconcile::Decided,
    },
    /// Keeps a file of estimates: what each side could live with, or whether it passes at home.
    Estimate(crate::arithmetic::Estimate),
    /// Writes a plan of an exchange.
    WritePlan(crate::exchanged::Plan),
    /// Writes a movement order.
    OrderMovement(handover::Ordered),
    /// Notes what a body says of a movement.
    AnswerMovement {
        /// The order.
        of: EntryNo,
        /// The answer.
        answer: exchange::handover::Answer,
    },
    /// Writes a line of a movement's log.
    LogMovement {
        /// The order.
        of: EntryNo,
        /// The line.
        line: exchange::handover::Line,
        /// The line of the same movement that it takes the place of.
        #[serde(default)]
        corrects: Option<EntryNo>,
    },
    /// Notes a count at approval, at release or at a gate.
    CountMovement {
        /// The order.
        of: EntryNo,
        /// The count.
        counted: exchange::roster::counts::Counted,
    },
    /// Proposes an erasure.
    ProposeErasure {
        /// What.
        of: EntryNo,
        /// Why.
        why: Words,
    },
    /// Confirms an erasure that somebody else proposed.
    ConfirmErasure {
        /// The proposal.
        proposal: EntryNo,
    },
    /// Initials a clause of a version of the text, or notes that a side did.
    Initial {
        /// The version, in this caucus.
        of: EntryNo,
        /// The clause.
        clause: String,
        /// By whom, where a mediator notes it.
        #[serde(default)]
        by: String,
        /// How far it binds.
        standing: Standing,
    },
    /// Reopens a clause by name.
    Reopen {
        /// The version, in this caucus.
        of: EntryNo,
        /// The clause.
        clause: String,
        /// By whom, where a mediator notes it.
        #[serde(default)]
        by: String,
        /// Why.
        #[serde(default)]
        words: Option<Words>,
    },
    /// Notes which alternative of a bracket a side holds.
    Alternative {
        /// The draft.
        of: EntryNo,
        /// The bracket.
        bracket: String,
        /// The letter; empty for none of them.
        #[serde(default)]
        letter: String,
        /// The side.
        party: PartyId,
    },
    /// Puts a reading in forms beside a clause of prose.
    Reading {
        /// The draft.
        of: EntryNo,
        /// The clause.
        clause: String,
        /// Whose reading it is, where several stand.
        #[serde(default)]
        name: Option<String>,
        /// The sentence in forms.
        sentence: String,
    },
    /// Sets a finding aside, with a reason.
    SetAside {
        /// The version.
        of: EntryNo,
        /// The finding, by its key.
        key: String,
        /// Why.
        why: Words,
    },
    /// Makes a new version of a text with one change.
    Amend {
        /// The version it is made from.
        of: EntryNo,
        /// The change.
        #[serde(flatten)]
        change: Change,
    },
    /// Enters what a returned file says, clause by clause.
    Returned {
        /// The version that was given out.
        of: EntryNo,
        /// What was marked in it.
        marked: Vec<Marked>,
        /// Clauses that were taken out.
        gone: Vec<String>,
    },
    /// Logs that a mediator looks at a side's screens.
    LookAs {
        /// The side.
        party: PartyId,
    },
}

/// What a use decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Decision {
    /// One entry in the room itself.
    Here(Body),
    /// One entry in another room that the asker may write in.
    There(Draft),
    /// Entries in other rooms, and then these here.
    Over { elsewhere: Vec<Draft>, then: Vec<Body> },
    /// Destroys an entry and logs it.
    Erase { of: EntryNo, log: Body },
}

/// What a use can see: the room it acts in, the room common to all, and the asker's clearance.
pub(crate) struct Sight<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) who: &'a Clearance,
    pub(crate) lens: &'a Lens,
    pub(crate) common: Lens,
    pub(crate) now: Stamp,
    pub(crate) proved: bool,
}

/// The most bytes that one text may have: 256 KiB.
pub const LONGEST_TEXT: usize = 256 * 1024;

impl Sight<'_> {
    fn need(&self, verb: Verb) -> Result<(), Refusal> {
        self.who.need(self.lens.code(), verb)
    }

    /// Another room of the asker's.
    fn other(&self, room: &RoomCode) -> Result<Lens, Refusal> {
        #[cfg(feature = "leaks")]
        if crate::leaks::on(crate::leaks::Leak::EchoId)
            && let Some((_, _, lens)) = self.desk.every_room(self.who.case()).iter().find(|(code, _, _)| code == room)
        {
            crate::leaks::note(format!("that room has {} entries", lens.state().size()));
        }
        Lens::one(self.desk, self.who, room)
    }

    /// The body with this identifier, as all know it.
    fn party(&self, id: &PartyId) -> Result<Party, Refusal> {
        party(&self.common.state(), id).cloned().ok_or_else(|| Refusal::bad(Phrase::new("bad-no-such-party").name("party", id.as_str())))
    }

    /// The issue must stand on the list common to all.
    fn issue_known(&self, id: &terms::id::IssueId) -> Result<(), Refusal> {
        let common = self.common.state();
        let known = common.of_kind("issue").any(|a| matches!(&a.entry.body, Body::Issue(i) if &i.id == id));
        if known { Ok(()) } else { Err(Refusal::bad(Phrase::new("bad-no-such-issue").name("issue", id.as_str()))) }
    }
}

/// A body of the case, as it was last entered.
pub(crate) fn party<'a>(common: &'a RoomState, id: &PartyId) -> Option<&'a Party> {
    common.of_kind("party").rev().find_map(|a| match &a.entry.body {
        Body::Party(p) if &p.id == id => Some(p),
        _ => None,
    })
}

/// Whether the talks pause now.
pub(crate) fn paused(common: &RoomState, now: Stamp) -> bool {
    let last = common.of_kind("paused").next_back();
    let resumed = common.of_kind("resumed").next_back().map(|a| a.n);
    last.is_some_and(|a| Some(a.n) > resumed && !matches!(&a.entry.body, Body::Paused { until: Some(until), .. } if *until <= now))
}

/// Words that say something and are not longer than a text may be.
fn usable(words: &Words) -> Result<(), Refusal> {
    if words.text.trim().is_empty() {
        return Err(Refusal::bad(Phrase::new("bad-no-words")));
    }
    if words.text.len() > LONGEST_TEXT {
        let most = i64::try_from(LONGEST_TEXT / 1024).unwrap_or(i64::MAX);
        let has = i64::try_from(words.text.len() / 1024).unwrap_or(i64::MAX);
        return Err(Refusal::bad(Phrase::new("bad-too-long").number("most", most).number("has", has)));
    }
    Ok(())
}

/// An entry of the room that exists and is of the right kind, or a refusal that says what is wrong.
fn entry<'a>(state: &'a RoomState, n: EntryNo, kind: &str) -> Result<&'a Body, Refusal> {
    match state.get(n) {
        Some(e) if e.body.kind() == kind => Ok(&e.body),
        _ => Err(Refusal::bad(Phrase::new("bad-no-such-entry").entry("n", n).key("kind", &kind_key(kind)))),
    }
}

/// The key of a kind's name.
#[must_use]
pub fn kind_key(kind: &str) -> String {
    ["kind-", kind].concat()
}

/// Decides what a command comes to.
pub(crate) fn decide(sight: &Sight<'_>, command: Command) -> Result<Decision, Refusal> {
    match command {
        Command::Say(message) => say::say(sight, message),
        Command::ReadBack { of, confirmed, words } => say::read_back(sight, of, confirmed, words),
        Command::Recall { of } => say::recall(sight, of),
        Command::Correct { of, words } => say::correct(sight, of, words),
        Command::Translate { of, version } => say::translate(sight, of, version),
        Command::Ask { of } => permit::ask(sight, of),
        Command::Permit { ask, permission } => permit::permit(sight, ask, permission),
        Command::Decline { ask, words } => permit::decline(sight, ask, words),
        Command::Withdraw { permission } => permit::withdraw(sight, permission),
        Command::Prepare(preparation) => carry::prepare(sight, preparation),
        Command::Drop { of } => carry::drop_it(sight, of),
        Command::Hold { message, words } => carry::hold(sight, &message, words),
        Command::Convey { of, said_at, heard_by, words_used } => carry::convey(sight, of, said_at, heard_by, words_used),
        Command::Offer(offer) => offers::lodge(sight, offer),
        Command::WithdrawOffer { of } => offers::withdraw(sight, of),
        Command::Reaffirm { of } => offers::reaffirm(sight, of),
        Command::AnnounceOpening(opening) => offers::announce(sight, opening),
        Command::HoldOpening { of } => offers::hold(sight, of),
        Command::ImportList(import) => lists::import(sight, import),
        Command::StateCounts(counts) => lists::counts(sight, counts),
        Command::ClaimEntry { of, entry, claim } => lists::claim(sight, of, entry, claim),
        Command::StageEntry { list, entry, step } => lists::stage(sight, list, entry, step),
        Command::PairLists { left, right } => lists::pair(sight, left, right),
        Command::DecidePair { of, seen, decided } => lists::decide(sight, of, seen, decided),
        Command::Estimate(estimate) => arithmetic::estimate(sight, estimate),
        Command::WritePlan(plan) => handover::plan(sight, plan),
        Command::OrderMovement(ordered) => handover::order(sight, ordered),
        Command::AnswerMovement { of, answer } => handover::answer(sight, of, answer),
        Command::LogMovement { of, line, corrects } => handover::log(sight, of, line, corrects),
        Command::CountMovement { of, counted } => handover::count(sight, of, counted),
        Command::ProposeErasure { of, why } => erase::propose(sight, of, why),
        Command::ConfirmErasure { proposal } => erase::confirm(sight, proposal),
        Command::LookAs { party } => arrange::look_as(sight, party),
        Command::Initial { of, clause, by, standing } => text::initial(sight, of, &clause, by, standing),
        Command::Reopen { of, clause, by, words } => text::reopen(sight, of, &clause, by, words),
        Command::Alternative { of, bracket, letter, party } => text::alternative(sight, of, bracket, letter, party),
        Command::Reading { of, clause, name, sentence } => text::reading(sight, of, &clause, name, sentence),
        Command::SetAside { of, key, why } => text::set_aside(sight, of, &key, why),
        Command::Returned { of, marked, gone } => text::returned(sight, of, marked, gone),
        Command::Amend { of, change } => text::amend(sight, of, &change),
        other => arrange::arrange(sight, other),
    }
}

/// The bodies of one part, by identifier.
pub(crate) fn parties_of(common: &RoomState, part: Part) -> Vec<Party> {
    let mut out: std::collections::BTreeMap<PartyId, Party> = std::collections::BTreeMap::new();
    for a in common.of_kind("party") {
        if let Body::Party(p) = &a.entry.body {
            out.insert(p.id.clone(), p.clone());
        }
    }
    out.into_values().filter(|p| p.part == part).collect()
}

/// The side whose words are said in a room, and the mediating body it talks to there.
pub(crate) fn sides_of(kind: &RoomKind) -> Option<(&PartyId, &PartyId)> {
    match kind {
        RoomKind::Caucus { party, mediator } | RoomKind::PrivateWord { party, mediator, .. } => Some((party, mediator)),
        _ => None,
    }
}
