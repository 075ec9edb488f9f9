//! Plans of an exchange, movement orders, what each body says of them, and the log: the mediators' own.

use super::lists::in_caucus;
use super::{Decision, Sight, entry, usable};
use crate::codec::{Body, Part};
use crate::exchanged::{Exchanged, Plan};
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use exchange::handover::{Answer, Frozen, Line, Order, What};
use exchange::roster::counts::{Counted, Point, Points};
use serde::{Deserialize, Serialize};
use terms::id::{EntryNo, EntryRef, PartyId};
use terms::phrase::Phrase;

/// An order as it is written: its lists are named, and frozen here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ordered {
    /// The order; the lists in it are put in by the desk.
    #[serde(flatten)]
    pub order: Order,
    /// The lists to freeze, each as it stands in its caucus.
    #[serde(default)]
    pub freeze: Vec<EntryRef>,
}

/// The mediators' own room, and somebody who may say something in it.
fn ours(sight: &Sight<'_>) -> Result<(), Refusal> {
    sight.need(Verb::Say)?;
    match sight.lens.kind() {
        RoomKind::Mediator { .. } => Ok(()),
        _ => Err(Refusal::against(Phrase::new("refused-not-in-this-room"))),
    }
}

pub(super) fn plan(sight: &Sight<'_>, plan: Plan) -> Result<Decision, Refusal> {
    ours(sight)?;
    usable(&plan.title)?;
    exchange::formats::plan::read(&plan.file).map_err(|fault| Refusal::bad(fault.why))?;
    Ok(Decision::Here(Body::Exchange(Exchanged::Plan(plan))))
}

/// SHA-256 over a list's headings and rows as they would be exported.
pub(crate) fn hash(roster: &exchange::roster::Roster) -> String {
    crate::desk::sha256_hex(exchange::roster::export::csv(roster).as_bytes())
}

pub(super) fn order(sight: &Sight<'_>, ordered: Ordered) -> Result<Decision, Refusal> {
    ours(sight)?;
    let mut order = ordered.order;
    usable(&order.title)?;
    order.lists.clear();
    for at in ordered.freeze {
        let caucus = in_caucus(sight, &at)?;
        let state = caucus.state();
        let n = state.latest_version(at.n);
        let roster = state.roster(n).ok_or(Refusal::NotFound)?;
        let list = EntryRef { room: at.room, n };
        if order.lists.iter().any(|l| l.list == list) {
            continue;
        }
        order.lists.push(Frozen { list, hash: hash(&roster), entries: u32::try_from(roster.entries.len()).unwrap_or(u32::MAX) });
    }
    order.gates.retain(|g| !g.trim().is_empty());
    order.says.retain(|_, w| !w.text.trim().is_empty());
    Ok(Decision::Here(Body::Exchange(Exchanged::Movement(order))))
}

/// The order, with what was answered to it.
pub(crate) fn answered(state: &crate::state::RoomState, of: EntryNo) -> Option<(Order, Vec<Answer>)> {
    let Exchanged::Movement(order) = state.exchanged(of)? else { return None };
    let answers = state
        .about(of)
        .filter_map(|a| match &a.entry.body {
            Body::Exchange(Exchanged::MovementAnswer { answer, .. }) => Some(answer.clone()),
            _ => None,
        })
        .collect();
    Some((order.clone(), answers))
}

/// The sides, and everybody who is asked whether it goes: the sides and the intermediaries.
pub(crate) fn asked(common: &crate::state::RoomState) -> (Vec<PartyId>, Vec<PartyId>) {
    let of = |part: Part| super::parties_of(common, part).into_iter().map(|p| p.id).collect::<Vec<_>>();
    let sides = of(Part::Side);
    let all = sides.iter().cloned().chain(of(Part::Intermediary)).collect();
    (sides, all)
}

fn existing(sight: &Sight<'_>, of: EntryNo) -> Result<(Order, Vec<Answer>), Refusal> {
    let state = sight.lens.state();
    entry(&state, of, "movement")?;
    answered(&state, of).ok_or(Refusal::NotFound)
}

pub(super) fn answer(sight: &Sight<'_>, of: EntryNo, answer: Answer) -> Result<Decision, Refusal> {
    ours(sight)?;
    existing(sight, of)?;
    sight.party(&answer.party)?;
    if answer.by.trim().is_empty() {
        return Err(Refusal::bad(Phrase::new("bad-claim-without-a-claimant")));
    }
    Ok(Decision::Here(Body::Exchange(Exchanged::MovementAnswer { of, answer })))
}

pub(super) fn log(sight: &Sight<'_>, of: EntryNo, line: Line, corrects: Option<EntryNo>) -> Result<Decision, Refusal> {
    ours(sight)?;
    // What was heard is written down whether anybody said go or not: a log that refuses a fact is none.
    let (order, _) = existing(sight, of)?;
    if matches!(line.what, What::AtGate) && line.gate.as_ref().is_none_or(|g| !order.gates.contains(g)) {
        return Err(Refusal::bad(Phrase::new("bad-no-such-gate")));
    }
    let state = sight.lens.state();
    let lines = || {
        state.about(of).filter_map(|a| match &a.entry.body {
            Body::Exchange(Exchanged::MovementLog { line, corrects, of: movement }) if *movement == of => Some((a.n, line, *corrects)),
            _ => None,
        })
    };
    if let Some(wrong) = corrects {
        if !lines().any(|(n, ..)| n == wrong) {
            return Err(Refusal::NotFound);
        }
        if lines().any(|(.., other)| other == Some(wrong)) {
            return Err(Refusal::against(Phrase::new("refused-corrected-before")));
        }
    }
    // A sheet is typed in once, though two people may hold it; a line typed in wrongly is corrected.
    if let Some(paper) = line.paper
        && let Some((n, ..)) =
            lines().find(|(n, l, _)| l.paper == Some(paper) && Some(*n) != corrects && lines().all(|(.., c)| c != Some(*n)))
    {
        return Err(Refusal::bad(Phrase::new("bad-paper-line-twice").number("line", i64::from(paper)).entry("n", n)));
    }
    Ok(Decision::Here(Body::Exchange(Exchanged::MovementLog { of, line, corrects })))
}

pub(super) fn count(sight: &Sight<'_>, of: EntryNo, counted: Counted) -> Result<Decision, Refusal> {
    ours(sight)?;
    let (order, _) = existing(sight, of)?;
    if let Point::Gate(gate) = &counted.at
        && !order.gates.contains(gate)
    {
        return Err(Refusal::bad(Phrase::new("bad-no-such-gate")));
    }
    Ok(Decision::Here(Body::Exchange(Exchanged::MovementCount { of, counted })))
}

/// The counts at the three points of a movement.
pub(crate) fn points(state: &crate::state::RoomState, of: EntryNo) -> Points {
    let counts: Vec<Counted> = state
        .about(of)
        .filter_map(|a| match &a.entry.body {
            Body::Exchange(Exchanged::MovementCount { counted, .. }) => Some(counted.clone()),
            _ => None,
        })
        .collect();
    Points::of(counts.iter())
}
