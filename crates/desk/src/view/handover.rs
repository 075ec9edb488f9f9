//! Plans of an exchange, movement orders and their logs: the mediators' own, in numbers.

use super::{Asker, Named, named};
use crate::codec::Body;
use crate::exchanged::{Exchanged, Plan};
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use crate::state::RoomState;
use crate::uses::handover::{answered, asked, hash, points};
use exchange::formats::plan as file;
use exchange::handover::{Answer, Asked, Line, Numbers, Order, differences, leaves, numbers, wanting};
use exchange::roster::counts::Points;
use exchange::sequence::divisible::{self, Owed};
use exchange::sequence::planner::{Answer as Planned, plan as planned};
use exchange::sequence::schedule::{Schedule, schedule};
use exchange::sequence::{Exchange, Step};
use serde::Serialize;
use terms::id::{EntryNo, EntryRef, PartyId, PersonId, RoomCode};
use terms::language::Words;
use terms::phrase::{Arg, Phrase};
use terms::time::Stamp;

/// The mediators' own room; not found for anybody else's.
fn ours(asker: &Asker<'_>, room: &RoomCode) -> Result<Lens, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    match lens.kind() {
        RoomKind::Mediator { .. } => Ok(lens),
        _ => Err(Refusal::NotFound),
    }
}

/// A plan or a movement, as a line.
#[derive(Debug, Clone, Serialize)]
pub struct Titled {
    /// Its number.
    pub n: EntryNo,
    /// When it was written.
    pub at: Stamp,
    /// What it is called.
    pub title: Words,
    /// When it leaves, for a movement.
    pub leaves: Option<Stamp>,
}

/// The page of plans.
#[derive(Debug, Clone, Serialize)]
pub struct Plans {
    /// The mediators' room.
    pub room: RoomCode,
    /// The plans, the newest first.
    pub plans: Vec<Titled>,
    /// What is stated of how many are held; a plan rests on them.
    pub counts: Vec<super::lists::CountCard>,
    /// The sides, by name.
    pub sides: Vec<Named>,
    /// Whether the reader may write one.
    pub may_say: bool,
}

/// The plans of the mediators' room.
pub fn plans(asker: &Asker<'_>, room: &RoomCode) -> Result<Plans, Refusal> {
    let lens = ours(asker, room)?;
    let state = lens.state();
    let plans = state.of_kind("plan").rev().filter_map(|a| match &a.entry.body {
        Body::Exchange(Exchanged::Plan(p)) => Some(Titled { n: a.n, at: a.entry.at, title: p.title.clone(), leaves: None }),
        _ => None,
    });
    let plans = plans.collect();
    drop(state);
    let common_lens = asker.common()?;
    let common = common_lens.state();
    let lang = asker.who.language();
    let (sides, _) = asked(&common);
    let mut sides: Vec<Named> = sides.iter().map(|p| named(&common, p, lang)).collect();
    sides.sort();
    drop(common);
    let counts = super::lists::counts(asker, room)?;
    Ok(Plans { room: room.clone(), plans, counts, sides, may_say: lens.verbs().has(Verb::Say) })
}

/// A payment against one side's items: the order of delivery, and what may be owed while each moves.
#[derive(Debug, Clone, Serialize)]
pub struct Paid {
    /// Who pays.
    pub payer: String,
    /// The least that both guarantees have to come to.
    pub least: i64,
    /// Whether they do.
    pub safe: bool,
    /// Class by place, and the window of what may be owed, item by item.
    pub steps: Vec<(usize, Owed)>,
}

/// A plan worked out.
#[derive(Debug, Clone, Serialize)]
pub struct PlanPage {
    /// The mediators' room.
    pub room: RoomCode,
    /// The plan's number.
    pub n: EntryNo,
    /// When it was written.
    pub at: Stamp,
    /// The plan as written.
    pub plan: Plan,
    /// What is exchanged.
    pub exchange: Exchange,
    /// The order, and whether it is safe; none where one side pays.
    pub answer: Option<Planned>,
    /// Its steps on days.
    pub days: Option<Schedule>,
    /// Where one side pays.
    pub paid: Option<Paid>,
}

/// The most single items that are set against a payment.
const MOST_ITEMS: u64 = 5_000;

/// One plan, worked out.
pub fn plan(asker: &Asker<'_>, room: &RoomCode, n: EntryNo) -> Result<PlanPage, Refusal> {
    let lens = ours(asker, room)?;
    let (at, plan) = match lens.state().get(n) {
        Some(e) => match &e.body {
            Body::Exchange(Exchanged::Plan(p)) => (e.at, p.clone()),
            _ => return Err(Refusal::NotFound),
        },
        None => return Err(Refusal::NotFound),
    };
    let read = file::read(&plan.file).map_err(|fault| Refusal::bad(fault.why))?;
    let exchange = read.exchange;
    if let Some(payer) = read.payer {
        if exchange.classes.iter().map(|c| u64::from(c.count)).sum::<u64>() > MOST_ITEMS {
            return Err(Refusal::bad(Phrase::new("exchange-plan-too-large")));
        }
        let giver = payer.other();
        let (items, class) = divisible::items(&exchange, giver);
        let order = divisible::order(&items);
        let [d0, d1] = exchange.guarantee;
        let owed = divisible::owed(&items, &order.order, exchange.guarantee[giver.index()], exchange.guarantee[payer.index()]);
        let paid = Paid {
            payer: exchange.names[payer.index()].clone(),
            least: order.least,
            safe: d0.saturating_add(d1) >= order.least,
            steps: owed.into_iter().map(|o| (class[o.item], o)).collect(),
        };
        return Ok(PlanPage { room: room.clone(), n, at, plan, exchange, answer: None, days: None, paid: Some(paid) });
    }
    let here = EntryRef { room: room.clone(), n };
    let answer = asker.desk.planned(here, || planned(&exchange).ok());
    let answer = answer.as_ref().clone().ok_or_else(|| Refusal::bad(Phrase::new("exchange-plan-too-large")))?;
    let steps: Vec<Step> = answer.plan.iter().flat_map(|p| p.stands.iter().skip(1)).map(|s| s.step.clone()).collect();
    let days = answer.plan.is_some().then(|| schedule(&exchange, &steps, &read.capacity));
    Ok(PlanPage { room: room.clone(), n, at, plan, exchange, answer: Some(answer), days, paid: None })
}

/// The page of movements.
#[derive(Debug, Clone, Serialize)]
pub struct Movements {
    /// The mediators' room.
    pub room: RoomCode,
    /// The movements, the newest first.
    pub movements: Vec<Titled>,
    /// The lists that can be frozen for one: whose, what it is called, where.
    pub lists: Vec<(Named, Words, EntryRef)>,
    /// Whether the reader may write an order.
    pub may_say: bool,
}

/// The movements of the mediators' room.
pub fn movements(asker: &Asker<'_>, room: &RoomCode) -> Result<Movements, Refusal> {
    let lens = ours(asker, room)?;
    let state = lens.state();
    let all = state.of_kind("movement").rev().filter_map(|a| match &a.entry.body {
        Body::Exchange(Exchanged::Movement(o)) => Some(Titled { n: a.n, at: a.entry.at, title: o.title.clone(), leaves: Some(o.leaves) }),
        _ => None,
    });
    let movements = all.collect();
    drop(state);
    let lists = super::lists::lists(asker, room)?.lists.into_iter();
    let lists = lists.filter(|l| !l.words_only && l.replaced_by.is_none());
    Ok(Movements {
        room: room.clone(),
        movements,
        lists: lists.filter_map(|l| Some((l.party?, l.title, EntryRef { room: l.room, n: l.n }))).collect(),
        may_say: lens.verbs().has(Verb::Say),
    })
}

/// A frozen list, and whether it still is what its side's caucus holds.
#[derive(Debug, Clone, Serialize)]
pub struct FrozenList {
    /// Whose.
    pub party: Option<Named>,
    /// What it is called.
    pub title: Option<Words>,
    /// Which version, from 1.
    pub version: Option<usize>,
    /// Where.
    pub list: EntryRef,
    /// How many entries.
    pub entries: u32,
    /// SHA-256 of its rows as exported.
    pub hash: String,
    /// Whether the list in the caucus has this hash.
    pub same: bool,
    /// A later version of it.
    pub replaced_by: Option<EntryNo>,
}

/// What one body said.
#[derive(Debug, Clone, Serialize)]
pub struct Said {
    /// The body.
    pub party: Named,
    /// Its last answer to the order, where it is a side.
    pub order: Option<Answer>,
    /// Its last answer at each of the three moments.
    pub go: Vec<Option<Answer>>,
    /// Whether its yes to the order is needed.
    pub side: bool,
}

/// A line of the log, with who wrote it.
#[derive(Debug, Clone, Serialize)]
pub struct LogLine {
    /// Its number.
    pub n: EntryNo,
    /// When it was written.
    pub at: Stamp,
    /// By whom.
    pub by: PersonId,
    /// What it says.
    pub line: Line,
    /// The line that it takes the place of.
    pub corrects: Option<EntryNo>,
    /// The line that took its place: this one no longer counts.
    pub corrected_by: Option<EntryNo>,
}

/// A movement.
#[derive(Debug, Clone, Serialize)]
pub struct MovementPage {
    /// The mediators' room.
    pub room: RoomCode,
    /// Its number.
    pub n: EntryNo,
    /// When the order was written.
    pub at: Stamp,
    /// The order.
    pub order: Order,
    /// Its lists.
    pub frozen: Vec<FrozenList>,
    /// What is not settled.
    pub wanting: Vec<Phrase>,
    /// What stands against leaving at each of the three moments.
    pub against: Vec<(Asked, Stamp, Vec<Phrase>)>,
    /// Who said what.
    pub said: Vec<Said>,
    /// The log, the newest first.
    pub log: Vec<LogLine>,
    /// What it comes to; a line that was corrected does not count.
    pub numbers: Numbers,
    /// The first line of the paper twin that is not typed in yet.
    pub next_paper: u32,
    /// What in it cannot be, or is still out.
    pub differences: Vec<Phrase>,
    /// Counts at approval, at release and at the gates.
    pub points: Points,
    /// What in those cannot be.
    pub faults: Vec<Phrase>,
    /// Whether the reader may write in the log.
    pub may_say: bool,
}

/// The log of a movement in order, each line with what it corrects and what corrected it.
fn logged(state: &RoomState, n: EntryNo) -> Vec<LogLine> {
    let mut out: Vec<LogLine> = state
        .about(n)
        .filter_map(|a| match &a.entry.body {
            Body::Exchange(Exchanged::MovementLog { line, corrects, of }) if *of == n => Some(LogLine {
                n: a.n,
                at: a.entry.at,
                by: a.entry.by.clone(),
                line: line.clone(),
                corrects: *corrects,
                corrected_by: None,
            }),
            _ => None,
        })
        .collect();
    let corrected: Vec<(EntryNo, EntryNo)> = out.iter().filter_map(|l| Some((l.corrects?, l.n))).collect();
    for l in &mut out {
        l.corrected_by = corrected.iter().find(|(of, _)| *of == l.n).map(|(_, by)| *by);
    }
    out
}

/// One movement.
pub fn movement(asker: &Asker<'_>, room: &RoomCode, n: EntryNo) -> Result<MovementPage, Refusal> {
    let lens = ours(asker, room)?;
    let common_lens = asker.common()?;
    let common = common_lens.state();
    let lang = asker.who.language();
    let state = lens.state();
    let at = state.get(n).map(|e| e.at).ok_or(Refusal::NotFound)?;
    let (order, answers) = answered(&state, n).ok_or(Refusal::NotFound)?;
    let (sides, bodies) = asked(&common);
    let last = |party: &PartyId, at: Option<Asked>| answers.iter().rev().find(|a| &a.party == party && a.at == at).cloned();
    let log: Vec<LogLine> = logged(&state, n);
    let sums = numbers(log.iter().filter(|l| l.corrected_by.is_none()).map(|l| &l.line));
    let next_paper = log.iter().filter_map(|l| l.line.paper).max().unwrap_or(0).saturating_add(1);
    let points = points(&state, n);
    let mut frozen = Vec::new();
    for f in &order.lists {
        let there = Lens::one(asker.desk, asker.who, &f.list.room).ok();
        let found = there.as_ref().and_then(|l| {
            let state = l.state();
            let list = state.list(f.list.n)?;
            let same = state.roster(f.list.n).is_some_and(|r| hash(&r) == f.hash);
            let version = state.versions(f.list.n).len();
            Some((named(&common, &list.party, lang), list.title.clone(), same, state.latest_version(f.list.n), version))
        });
        frozen.push(FrozenList {
            party: found.as_ref().map(|x| x.0.clone()),
            title: found.as_ref().map(|x| x.1.clone()),
            version: found.as_ref().map(|x| x.4),
            same: found.as_ref().is_some_and(|x| x.2),
            replaced_by: found.as_ref().map(|x| x.3).filter(|l| *l != f.list.n),
            list: f.list.clone(),
            entries: f.entries,
            hash: f.hash.clone(),
        });
    }
    // The crafts know a party by its identifier; a reader knows its name.
    let said_by = |mut phrases: Vec<Phrase>| {
        for (arg, value) in phrases.iter_mut().flat_map(|p| p.args.iter_mut()) {
            if arg == "party"
                && let Arg::Name(id) = value
                && let Ok(party) = PartyId::new(id)
            {
                *id = named(&common, &party, lang).name.text;
            }
        }
        phrases
    };
    Ok(MovementPage {
        room: room.clone(),
        n,
        at,
        frozen,
        wanting: wanting(&order),
        against: Asked::ALL
            .iter()
            .map(|m| (*m, Stamp(order.leaves.0 - m.hours() * 3600), said_by(leaves(&order, &sides, &bodies, &answers, *m))))
            .collect(),
        said: bodies
            .iter()
            .map(|p| Said {
                party: named(&common, p, lang),
                order: last(p, None),
                go: Asked::ALL.iter().map(|m| last(p, Some(*m))).collect(),
                side: sides.contains(p),
            })
            .collect(),
        differences: differences(&order, &sums),
        numbers: sums,
        next_paper,
        faults: points.faults(),
        points,
        log: log.into_iter().rev().collect(),
        may_say: lens.verbs().has(Verb::Say),
        order,
    })
}
