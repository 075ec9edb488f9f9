//! The roadmap of rounds and sessions, and one session.

use super::{Asker, Named, named};
use crate::codec::{Body, Part, Party};
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use crate::uses::parties_of;
use serde::Serialize;
use talks::session::{Attempt, Attends, Minutes, Round, Session, Step};
use terms::id::{EntryNo, RoomCode};
use terms::time::Stamp;

/// A round with its sessions.
#[derive(Debug, Clone, Serialize)]
pub struct RoundLine {
    /// The round.
    pub round: Round,
    /// Its sessions, by the time they begin.
    pub sessions: Vec<SessionLine>,
}

/// A session on the line.
#[derive(Debug, Clone, Serialize)]
pub struct SessionLine {
    /// Its number in the room common to all.
    pub n: EntryNo,
    /// The session.
    pub session: Session,
    /// When it ended.
    pub ended: Option<Stamp>,
    /// Who is in the room and from when.
    pub attends: Vec<Present>,
}

/// Somebody in the room of a session.
#[derive(Debug, Clone, Serialize)]
pub struct Present {
    /// Who.
    pub party: Named,
    /// From when, and in what role.
    pub attends: Attends,
    /// Whether that moment is still to come.
    pub still_to_come: bool,
}

/// A step, and whether it was taken.
#[derive(Debug, Clone, Serialize)]
pub struct StepLine {
    /// Its number.
    pub n: EntryNo,
    /// The step.
    pub step: Step,
    /// When it was taken.
    pub done: Option<Stamp>,
}

/// The roadmap.
#[derive(Debug, Clone, Serialize)]
pub struct Roadmap {
    /// The room common to all.
    pub room: RoomCode,
    /// The rounds in order.
    pub rounds: Vec<RoundLine>,
    /// What comes next.
    pub steps: Vec<StepLine>,
    /// Earlier attempts.
    pub attempts: Vec<Attempt>,
    /// The bodies of the case, with their delegations.
    pub parties: Vec<PartyLine>,
    /// Whether the reader may announce.
    pub may_announce: bool,
}

/// A body of the case.
#[derive(Debug, Clone, Serialize)]
pub struct PartyLine {
    /// Its name.
    pub name: Named,
    /// What it is.
    pub part: Part,
    /// Whether it is a guarantor as well.
    pub guarantees: bool,
    /// Its delegation.
    pub delegation: Vec<String>,
    /// Where that comes from.
    pub source: Option<String>,
}

/// One session, with the minutes that the reader may read.
#[derive(Debug, Clone, Serialize)]
pub struct SessionPage {
    /// The room common to all.
    pub room: RoomCode,
    /// The session.
    pub line: SessionLine,
    /// Minutes of it in the reader's rooms.
    pub minutes: Vec<(RoomCode, EntryNo, Minutes)>,
    /// Rooms in which the reader may keep minutes.
    pub keep_in: Vec<RoomCode>,
    /// Whether the reader may announce.
    pub may_announce: bool,
}

fn line(lens: &Lens, asker: &Asker<'_>, n: EntryNo) -> Option<SessionLine> {
    let state = lens.state();
    let Body::Session(session) = &state.get(n)?.body else { return None };
    let ended = state.about(n).find_map(|a| match a.entry.body {
        Body::SessionEnded { at, .. } => Some(at),
        _ => None,
    });
    let attends = session
        .attends
        .iter()
        .map(|a| Present {
            party: named(&state, &a.party, asker.who.language()),
            still_to_come: a.from.is_some_and(|from| from > asker.now),
            attends: a.clone(),
        })
        .collect();
    Some(SessionLine { n, session: session.clone(), ended: ended.or(session.ended), attends })
}

/// The roadmap, the same for everyone of the case.
pub fn roadmap(asker: &Asker<'_>) -> Result<Roadmap, Refusal> {
    let lens = asker.common()?;
    let lang = asker.who.language();
    let state = lens.state();
    let mut rounds: Vec<RoundLine> = Vec::new();
    for a in state.of_kind("round") {
        if let Body::Round(r) = &a.entry.body {
            rounds.retain(|old| old.round.number != r.number);
            rounds.push(RoundLine { round: r.clone(), sessions: Vec::new() });
        }
    }
    rounds.sort_by_key(|r| r.round.number);
    for a in state.of_kind("session") {
        if let Some(line) = line(&lens, asker, a.n)
            && let Some(round) = rounds.iter_mut().find(|r| r.round.number == line.session.round)
        {
            round.sessions.push(line);
        }
    }
    for round in &mut rounds {
        round.sessions.sort_by_key(|s| (s.session.begins.unwrap_or(Stamp(i64::MAX)), s.n));
    }
    let steps = state
        .of_kind("step")
        .filter_map(|a| match &a.entry.body {
            Body::Step(step) => Some(StepLine {
                n: a.n,
                step: step.clone(),
                done: state.about(a.n).find(|d| matches!(d.entry.body, Body::StepDone { .. })).map(|d| d.entry.at),
            }),
            _ => None,
        })
        .collect();
    let attempts = state
        .of_kind("attempt")
        .filter_map(|a| match &a.entry.body {
            Body::Attempt(attempt) => Some(attempt.clone()),
            _ => None,
        })
        .collect();
    let mut parties: Vec<Party> = Part::ALL.iter().flat_map(|part| parties_of(&state, *part)).collect();
    parties.sort_by(|a, b| (a.part, &a.id).cmp(&(b.part, &b.id)));
    let parties = parties
        .into_iter()
        .map(|p| PartyLine {
            name: super::named_party(Some(&p), &p.id, lang),
            part: p.part,
            guarantees: p.guarantees,
            delegation: p.delegation,
            source: p.source,
        })
        .collect();
    Ok(Roadmap { room: lens.code().clone(), rounds, steps, attempts, parties, may_announce: lens.verbs().has(Verb::Announce) })
}

/// One session.
pub fn session(asker: &Asker<'_>, n: EntryNo) -> Result<SessionPage, Refusal> {
    let lens = asker.common()?;
    let line = line(&lens, asker, n).ok_or(Refusal::NotFound)?;
    let title = &line.session.title.text;
    let mut minutes = Vec::new();
    let mut keep_in = Vec::new();
    for other in Lens::many(asker.desk, asker.who, |kind| !matches!(kind, RoomKind::Public | RoomKind::Common))? {
        if other.verbs().has(Verb::Say) {
            keep_in.push(other.code().clone());
        }
        let state = other.state();
        minutes.extend(state.of_kind("minutes").filter_map(|a| match &a.entry.body {
            Body::Minutes(m) if &m.session == title => Some((other.code().clone(), a.n, m.clone())),
            _ => None,
        }));
    }
    Ok(SessionPage { room: lens.code().clone(), line, minutes, keep_in, may_announce: lens.verbs().has(Verb::Announce) })
}
