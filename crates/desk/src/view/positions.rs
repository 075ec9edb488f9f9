//! Positions, issue by side, and the sticking points, each reader's own.

use super::{Asker, Named, named_party};
use crate::codec::{Body, Part};
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use crate::uses::{offers::issues, parties_of};
use serde::Serialize;
use talks::position::{Movement, Position, StickingPoint};
use talks::session::Issue;
use terms::id::{EntryNo, PartyId, RoomCode};
use terms::language::Words;
use terms::time::{Hours, Stamp};

/// A position with where it stands.
#[derive(Debug, Clone, Serialize)]
pub struct Held {
    /// The room.
    pub room: RoomCode,
    /// Its number there.
    pub n: EntryNo,
    /// When it was noted.
    pub at: Stamp,
    /// The position.
    pub position: Position,
}

/// One issue's row.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// The issue.
    pub issue: Issue,
    /// For each side in the order of [`Positions::sides`], its positions, newest first.
    pub cells: Vec<Vec<Held>>,
    /// Whether every side's latest position is the same as the others', where all have one.
    pub apart: Option<bool>,
}

/// One movement of a sticking point.
#[derive(Debug, Clone, Serialize)]
pub struct Moved {
    /// When.
    pub at: Stamp,
    /// How.
    pub movement: Movement,
    /// What happened.
    pub words: Option<Words>,
}

/// A sticking point.
#[derive(Debug, Clone, Serialize)]
pub struct Sticking {
    /// The room.
    pub room: RoomCode,
    /// Its number there.
    pub n: EntryNo,
    /// The point.
    pub point: StickingPoint,
    /// Each side's gist, by name.
    pub sides: Vec<(Named, Words)>,
    /// How it moves now; none where nobody noted a movement.
    pub now: Option<Movement>,
    /// Since when.
    pub since: Stamp,
    /// Whether nothing has moved for 72 hours though it is open.
    pub stalled: bool,
    /// All movements, newest first.
    pub moves: Vec<Moved>,
    /// Titles of those it is tied to.
    pub tied_to: Vec<(EntryNo, Words)>,
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Positions {
    /// Where the reader's positions are entered.
    pub room: RoomCode,
    /// The sides, by name.
    pub sides: Vec<Named>,
    /// Issue by issue, in the shared order.
    pub rows: Vec<Row>,
    /// The sticking points.
    pub sticking: Vec<Sticking>,
    /// Whether the reader may enter positions here.
    pub may_say: bool,
    /// Whether the reader may enter sticking points here.
    pub may_stick: bool,
}

/// The positions that the reader's rooms hold. A side sees its own and the public ones; a mediator
/// sees those of its caucuses beside them.
pub fn positions(asker: &Asker<'_>) -> Result<Positions, Refusal> {
    let common_lens = asker.common()?;
    let lang = asker.who.language();
    let lenses = Lens::many(asker.desk, asker.who, |kind| !matches!(kind, RoomKind::PrivateWord { .. } | RoomKind::Directory))?;
    let home = lenses
        .iter()
        .find(|l| matches!(l.kind(), RoomKind::Mediator { .. } | RoomKind::Own { .. } | RoomKind::Guarantor { .. }))
        .unwrap_or(&common_lens);
    let common = common_lens.state();
    let mut sides: Vec<Named> = parties_of(&common, Part::Side).iter().map(|p| named_party(Some(p), &p.id, lang)).collect();
    sides.sort();
    let mut held: Vec<Held> = Vec::new();
    let mut sticking = Vec::new();
    for lens in &lenses {
        let state = lens.state();
        held.extend(state.of_kind("position").filter_map(|a| match &a.entry.body {
            Body::Position(p) => Some(Held { room: lens.code().clone(), n: a.n, at: a.entry.at, position: p.clone() }),
            _ => None,
        }));
        sticking.extend(state.of_kind("sticking-point").filter_map(|a| {
            let Body::StickingPoint(point) = &a.entry.body else { return None };
            let mut moves: Vec<Moved> = state
                .about(a.n)
                .filter_map(|m| match &m.entry.body {
                    Body::Moved { of, movement, words } if *of == a.n => {
                        Some(Moved { at: m.entry.at, movement: *movement, words: words.clone() })
                    }
                    _ => None,
                })
                .collect();
            moves.reverse();
            let now = moves.first().map(|m| m.movement);
            let since = moves.first().map_or(a.entry.at, |m| m.at);
            Some(Sticking {
                room: lens.code().clone(),
                n: a.n,
                sides: point.sides.iter().map(|(p, w)| (super::named(&common, p, lang), w.clone())).collect(),
                now,
                since,
                stalled: now.is_some_and(|m| !matches!(m, Movement::Parked | Movement::Settled)) && since.plus(Hours(72)) <= asker.now,
                moves,
                tied_to: point
                    .tied_to
                    .iter()
                    .filter_map(|t| match &state.get(*t)?.body {
                        Body::StickingPoint(p) => Some((*t, p.title.clone())),
                        _ => None,
                    })
                    .collect(),
                point: point.clone(),
            })
        }));
    }
    held.sort_by(|a, b| b.at.cmp(&a.at).then(b.n.cmp(&a.n)).then(a.room.cmp(&b.room)));
    sticking.sort_by(|a: &Sticking, b| a.n.cmp(&b.n).then(a.room.cmp(&b.room)));
    #[cfg(feature = "leaks")]
    let everyones: Vec<Position> = asker
        .desk
        .every_room(asker.who.case())
        .iter()
        .flat_map(|(_, _, l)| {
            let state = l.state();
            let positions =
                state.of_kind("position").filter_map(|a| if let Body::Position(p) = &a.entry.body { Some(p.clone()) } else { None });
            positions.collect::<Vec<_>>()
        })
        .collect();
    let listed = issues(&common);
    #[cfg(feature = "leaks")]
    let listed = {
        let mut listed = listed;
        if crate::leaks::on(crate::leaks::Leak::HiddenSort) {
            listed.sort_by_key(|i| everyones.iter().filter(|p| p.issue == i.id).count());
        }
        if crate::leaks::on(crate::leaks::Leak::WorthSort) {
            listed.sort_by_key(|i| std::cmp::Reverse(asker.desk.named_in_estimates(asker.who.case(), i.id.as_str())));
        }
        if crate::leaks::on(crate::leaks::Leak::BothSides) {
            let apart = |i: &Issue| {
                let said: std::collections::BTreeSet<_> = everyones.iter().filter(|p| p.issue == i.id).map(|p| &p.party).collect();
                said.len() > 1
            };
            crate::leaks::note(format!("apart: {:?}", listed.iter().map(apart).collect::<Vec<_>>()));
        }
        listed
    };
    let rows = listed
        .into_iter()
        .map(|issue| {
            let cells: Vec<Vec<Held>> = sides
                .iter()
                .map(|s| held.iter().filter(|h| h.position.issue == issue.id && h.position.party == s.id).cloned().collect())
                .collect();
            Row { apart: apart(&cells), issue, cells }
        })
        .collect();
    Ok(Positions {
        room: home.code().clone(),
        sides,
        rows,
        sticking,
        may_say: home.verbs().has(Verb::Say) && !matches!(home.kind(), RoomKind::Common),
        may_stick: home.verbs().has(Verb::Say) && matches!(home.kind(), RoomKind::Mediator { .. } | RoomKind::Own { .. }),
    })
}

/// Whether the sides' latest positions differ; nothing where a side has none.
fn apart(cells: &[Vec<Held>]) -> Option<bool> {
    let latest: Vec<&str> = cells.iter().map(|c| c.first().map(|h| h.position.words.text.as_str())).collect::<Option<_>>()?;
    Some(latest.windows(2).any(|w| w[0] != w[1]))
}

/// The side that a reader's own room belongs to.
#[must_use]
pub fn own_side(asker: &Asker<'_>) -> Option<PartyId> {
    asker.who.rooms().find_map(|(_, kind, _)| match kind {
        RoomKind::Own { party } => Some(party.clone()),
        _ => None,
    })
}
