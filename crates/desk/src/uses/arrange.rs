//! What arranges the talks: bodies, rounds, sessions, roadmap, issues, mandates, positions,
//! sticking points, statements, pauses.

use super::{Command, Decision, Sight, entry, paused, usable};
use crate::codec::Body;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use talks::position::Lane;
use terms::phrase::Phrase;

/// Where one of these may be entered.
fn place(good: bool) -> Result<(), Refusal> {
    if good { Ok(()) } else { Err(Refusal::against(Phrase::new("refused-not-in-this-room"))) }
}

pub(super) fn arrange(sight: &Sight<'_>, command: Command) -> Result<Decision, Refusal> {
    let kind = sight.lens.kind().clone();
    let common = kind == RoomKind::Common;
    let talking = !matches!(kind, RoomKind::Common | RoomKind::Public | RoomKind::Directory);
    let body = match command {
        Command::Party(party) => announced(sight, common, Body::Party(party))?,
        Command::Round(round) => {
            usable(&round.title)?;
            announced(sight, common, Body::Round(round))?
        }
        Command::Session(session) => {
            usable(&session.title)?;
            for attends in &session.attends {
                sight.party(&attends.party)?;
            }
            announced(sight, common, Body::Session(session))?
        }
        Command::EndSession { of, at } => {
            entry(&sight.lens.state(), of, "session")?;
            announced(sight, common, Body::SessionEnded { of, at })?
        }
        Command::Step(step) => {
            usable(&step.words)?;
            announced(sight, common, Body::Step(step))?
        }
        Command::StepDone { of } => {
            entry(&sight.lens.state(), of, "step")?;
            announced(sight, common, Body::StepDone { of })?
        }
        Command::Attempt(attempt) => {
            usable(&attempt.words)?;
            announced(sight, common, Body::Attempt(attempt))?
        }
        Command::Issue(issue) => {
            usable(&issue.title)?;
            announced(sight, common, Body::Issue(issue))?
        }
        Command::Pause { until, words } => {
            if paused(&sight.lens.state(), sight.now) {
                return Err(Refusal::against(Phrase::new("refused-already-paused")));
            }
            announced(sight, common, Body::Paused { until, words })?
        }
        Command::Resume => {
            if !paused(&sight.lens.state(), sight.now) {
                return Err(Refusal::against(Phrase::new("refused-not-paused")));
            }
            announced(sight, common, Body::Resumed)?
        }
        Command::Statement(statement) => {
            usable(&statement.words)?;
            announced(sight, kind == RoomKind::Public, Body::Statement(statement))?
        }
        Command::Minutes(minutes) => {
            usable(&minutes.words)?;
            said(sight, true, Body::Minutes(minutes))?
        }
        Command::Mandate(mandate) => said(sight, matches!(kind, RoomKind::Caucus { .. } | RoomKind::Own { .. }), Body::Mandate(mandate))?,
        Command::Position(position) => {
            usable(&position.words)?;
            sight.issue_known(&position.issue)?;
            sight.party(&position.party)?;
            #[cfg(feature = "leaks")]
            if crate::leaks::on(crate::leaks::Leak::UniqueName)
                && sight.desk.every_body(
                    sight.who.case(),
                    |b| matches!(b, Body::Position(p) if p.issue == position.issue && p.lane == position.lane),
                ) > 1
            {
                return Err(Refusal::against(Phrase::new("refused-position-of-another")));
            }
            if let RoomKind::Own { party } | RoomKind::Caucus { party, .. } = &kind
                && party != &position.party
            {
                return Err(Refusal::against(Phrase::new("refused-position-of-another")));
            }
            // What a side said in public stands where all can read it; nothing else does.
            let public = kind == RoomKind::Public && position.lane == Lane::Public;
            said(sight, talking || public, Body::Position(position))?
        }
        Command::StickingPoint(point) => {
            usable(&point.title)?;
            let state = sight.lens.state();
            for tied in &point.tied_to {
                entry(&state, *tied, "sticking-point")?;
            }
            drop(state);
            said(sight, matches!(kind, RoomKind::Mediator { .. } | RoomKind::Mediators | RoomKind::Own { .. }), Body::StickingPoint(point))?
        }
        Command::Move { of, movement, words } => {
            entry(&sight.lens.state(), of, "sticking-point")?;
            said(sight, true, Body::Moved { of, movement, words })?
        }
        _ => return Err(Refusal::NotFound),
    };
    Ok(Decision::Here(body))
}

fn announced(sight: &Sight<'_>, good: bool, body: Body) -> Result<Body, Refusal> {
    sight.need(Verb::Announce)?;
    place(good)?;
    Ok(body)
}

fn said(sight: &Sight<'_>, good: bool, body: Body) -> Result<Body, Refusal> {
    sight.need(Verb::Say)?;
    place(good)?;
    Ok(body)
}

pub(super) fn look_as(sight: &Sight<'_>, party: terms::id::PartyId) -> Result<Decision, Refusal> {
    sight.need(Verb::Convey)?;
    if !sight.desk.could_look_as(sight.who, &party) {
        return Err(Refusal::bad(Phrase::new("bad-no-such-party").name("party", party.as_str())));
    }
    Ok(Decision::Here(Body::LookedAs { party }))
}
