//! Today: what is due, who waits for whom, what is new to carry, the next session.

use super::shuttle::{Prepared, Stage, Waiting, shuttle};
use super::{Asker, Named};
use crate::codec::Body;
use crate::refusal::Refusal;
use crate::uses::paused;
use serde::Serialize;
use terms::id::{EntryNo, RoomCode};
use terms::language::Words;
use terms::time::{Hours, Stamp};

/// Something with a time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Due {
    /// When.
    pub at: Stamp,
    /// What it is: `permission-expires`, `permission-begins`, `opening`, `session`, `step`.
    pub what: &'static str,
    /// Where it stands.
    pub room: RoomCode,
    /// Its number there.
    pub n: EntryNo,
    /// Its words, where it has some.
    pub words: Option<Words>,
    /// Whom it concerns.
    pub party: Option<Named>,
}

/// The mediator's desk.
#[derive(Debug, Clone, Serialize)]
pub struct Today {
    /// The mediators' own room.
    pub room: RoomCode,
    /// Due within 24 hours, what is past its time and still open first.
    pub soon: Vec<Due>,
    /// Due after that, within 72.
    pub later: Vec<Due>,
    /// What nobody has taken up yet, newest first.
    pub new: Vec<Waiting>,
    /// What may cross now.
    pub may_cross: Vec<Prepared>,
    /// What waits for an owner's leave.
    pub waits: Vec<Waiting>,
    /// What was recalled or corrected after it was conveyed.
    pub changed: Vec<Waiting>,
    /// What was conveyed and has no answer yet: the other side has the word.
    pub unanswered: Vec<Prepared>,
    /// Notes not yet read back to their speakers.
    pub unread_back: Vec<Waiting>,
    /// The next session.
    pub next_session: Option<Due>,
    /// Whether the talks pause.
    pub paused: bool,
}

/// The desk of the asker's mediating body.
pub fn today(asker: &Asker<'_>) -> Result<Today, Refusal> {
    let shuttle = shuttle(asker)?;
    let common_lens = asker.common()?;
    let common = common_lens.state();
    let mut due = Vec::new();
    let lasts = Stamp(asker.now.0.saturating_sub(24 * 3600));
    for a in common.of_kind("opening") {
        if let Body::Opening(o) = &a.entry.body
            && !common.about(a.n).any(|h| matches!(h.entry.body, Body::OpeningHeld { .. }))
        {
            due.push(Due {
                at: o.at,
                what: "opening",
                room: common_lens.code().clone(),
                n: a.n,
                words: Some(o.title.clone()),
                party: None,
            });
        }
    }
    for a in common.of_kind("step") {
        if let Body::Step(s) = &a.entry.body
            && let Some(at) = s.due
            && common.about(a.n).next().is_none()
        {
            due.push(Due { at, what: "step", room: common_lens.code().clone(), n: a.n, words: Some(s.words.clone()), party: None });
        }
    }
    let mut next_session = None;
    for a in common.of_kind("session") {
        if let Body::Session(s) = &a.entry.body
            && let Some(at) = s.begins
            && s.ended.is_none()
            && at >= asker.now
        {
            let session = Due { at, what: "session", room: common_lens.code().clone(), n: a.n, words: Some(s.title.clone()), party: None };
            if next_session.as_ref().is_none_or(|d: &Due| session.at < d.at) {
                next_session = Some(session.clone());
            }
            due.push(session);
        }
    }
    for side in &shuttle.sides {
        for waiting in &side.from {
            for p in waiting.card.permissions.iter().filter(|p| !p.withdrawn && !p.used && waiting.stage != Stage::Conveyed) {
                let mut add = |at: Option<Stamp>, what| {
                    if let Some(at) = at {
                        due.push(Due {
                            at,
                            what,
                            room: side.room.clone(),
                            n: waiting.card.n,
                            words: Some(waiting.card.words.clone()),
                            party: Some(side.party.clone()),
                        });
                    }
                };
                add(p.permission.conditions.expires, "permission-expires");
                add(p.permission.conditions.not_before.filter(|at| *at > asker.now), "permission-begins");
            }
        }
    }
    due.retain(|d| d.at >= lasts);
    due.sort();
    let (day, three) = (asker.now.plus(Hours(24)), asker.now.plus(Hours(72)));
    let later = due.iter().filter(|d| d.at > day && d.at <= three).cloned().collect();
    due.retain(|d| d.at <= day);
    let mut by = Sorted::default();
    for side in &shuttle.sides {
        for waiting in &side.from {
            by.take(waiting);
        }
    }
    let mut unanswered: Vec<Prepared> = Vec::new();
    for lens in asker.caucuses()? {
        let state = lens.state();
        let open: Vec<Stamp> = state.of_kind("arrived").filter(|a| state.about(a.n).next().is_none()).map(|a| a.entry.at).collect();
        if let Some((party, _)) = crate::uses::sides_of(lens.kind())
            && let Some(side) = shuttle.sides.iter().find(|s| &s.party.id == party && s.private_word.is_none())
        {
            unanswered.extend(side.to.iter().filter(|p| p.conveyed.is_some_and(|at| open.contains(&at))).cloned());
        }
    }
    Ok(Today {
        room: shuttle.room.clone(),
        soon: due,
        later,
        new: by.new,
        may_cross: shuttle.ours.iter().filter(|p| p.against.is_empty()).cloned().collect(),
        waits: by.waits,
        changed: by.changed,
        unanswered,
        unread_back: by.unread_back,
        next_session,
        paused: paused(&common, asker.now),
    })
}

#[derive(Default)]
struct Sorted {
    new: Vec<Waiting>,
    waits: Vec<Waiting>,
    changed: Vec<Waiting>,
    unread_back: Vec<Waiting>,
}

impl Sorted {
    fn take(&mut self, waiting: &Waiting) {
        match waiting.stage {
            Stage::New => self.new.push(waiting.clone()),
            Stage::WaitsForLeave => self.waits.push(waiting.clone()),
            Stage::ChangedAfter => self.changed.push(waiting.clone()),
            _ => {}
        }
        if waiting.card.noted.is_some() && waiting.card.read_back.is_none() && !waiting.card.recalled {
            self.unread_back.push(waiting.clone());
        }
    }
}
