//! Clock: the phases and obligations of the mediators' text on one axis, what waits for what, what each side
//! has given and received, under a stated choice of the brackets. The mediators' alone.

use super::Asker;
use super::picture::Drawn;
use super::text::VersionLink;
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::RoomKind;
use crate::texts;
use accord::draw::{Kind, picture};
use accord::{Choices, Event, Model, Run, Tree};
use serde::Serialize;
use std::collections::BTreeMap;
use talks::negotiating_text::Sheet;
use terms::id::{EntryNo, RoomCode};
use terms::time::Stamp;

/// How many deadlines are listed at most.
const NEXT: usize = 5;

/// A bracket and the letter that is taken for the drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// The bracket.
    pub bracket: String,
    /// The letter taken.
    pub letter: String,
    /// All its letters.
    pub letters: Vec<String>,
}

/// A deadline that has a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
    /// The clause.
    pub clause: String,
    /// Who owes it, as the text names them; empty where it names nobody.
    pub who: Vec<String>,
    /// The act, in the text's words.
    pub act: String,
    /// When.
    pub at: Stamp,
}

/// Deadlines that count from an event which has no date yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counting {
    /// The event, as the text names it.
    pub event: String,
    /// How many deadlines.
    pub deadlines: usize,
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct ClockPage {
    /// The room.
    pub room: RoomCode,
    /// The version.
    pub version: Option<VersionLink>,
    /// Which letters are taken; the first set that can stand where none was chosen.
    pub taken: Vec<Taken>,
    /// What falls due next by the text alone, soonest first; no event is taken to have happened but what has a date.
    pub next: Vec<Due>,
    /// From what the other deadlines count, the most first.
    pub counting: Vec<Counting>,
    /// The times, the order, the exposure, who answers for what.
    pub drawings: Vec<Drawn>,
}

/// The clock of a version of a mediating body's text; `take` chooses letters, as `1.1=B,1.2=A`.
pub fn clock(asker: &Asker<'_>, room: &RoomCode, version: Option<EntryNo>, take: &str) -> Result<ClockPage, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    if !matches!(lens.kind(), RoomKind::Mediator { .. }) {
        return Err(Refusal::NotFound);
    }
    let common = asker.common()?;
    let (state, common) = (lens.state(), common.state());
    let lang = asker.who.language();
    let all = texts::versions(&state, lang);
    let at = match version {
        Some(n) => Some(all.iter().position(|h| h.n == n).ok_or(Refusal::NotFound)?),
        None => all.len().checked_sub(1),
    };
    let mut out =
        ClockPage { room: room.clone(), version: None, taken: Vec::new(), next: Vec::new(), counting: Vec::new(), drawings: Vec::new() };
    let Some(at) = at else { return Ok(out) };
    let held = &all[at];
    out.version = Some(super::text::link(&common, lang, at + 1, held));
    let checked = texts::checked(lens.kind(), &state, &common, &Sheet::read(&held.words.text), held);
    let tree = &checked.parsed.tree;
    let mut choices = Choices::default();
    for chosen in checked.report.choices.stand.first().into_iter().flatten() {
        if let Some((id, letter)) = chosen.split_once(' ') {
            choices.0.insert(id.to_owned(), letter.to_owned());
        }
    }
    for (id, letter) in take.split(',').filter_map(|one| one.split_once('=')) {
        if tree.brackets().iter().any(|(known, letters)| known == id && letters.iter().any(|l| l == letter)) {
            choices.0.insert(id.to_owned(), letter.to_owned());
        }
    }
    for (bracket, letters) in tree.brackets() {
        let letter = choices.0.get(&bracket).or_else(|| letters.first()).cloned().unwrap_or_default();
        out.taken.push(Taken { bracket, letter, letters });
    }
    (out.next, out.counting) = next_due(tree, &choices, asker.now);
    out.drawings = Kind::ALL.into_iter().filter_map(|kind| Drawn::of(picture(tree, &choices, kind))).collect();
    Ok(out)
}

/// The deadlines of a text that nobody has begun to keep: those with a date from `now` on, and what the others count from.
fn next_due(tree: &Tree, choices: &Choices, now: Stamp) -> (Vec<Due>, Vec<Counting>) {
    let (model, _) = Model::build(tree, choices);
    let mut run = Run::new(&model);
    run.step(now, Event::Tick);
    let owed = model.obligations();
    let mut from: BTreeMap<String, usize> = BTreeMap::new();
    for clock in owed.iter().filter_map(|o| run.clock(o.clause, None)).filter(|c| c.due.is_none()) {
        for (event, _) in clock.anchors.into_iter().zip(&clock.anchored).filter(|(_, at)| at.is_none()) {
            *from.entry(event).or_default() += 1;
        }
    }
    let mut counting: Vec<Counting> = from.into_iter().map(|(event, deadlines)| Counting { event, deadlines }).collect();
    counting.sort_by_key(|c| std::cmp::Reverse(c.deadlines));
    counting.truncate(NEXT);
    let due = |d: accord::Due| {
        let o = owed.iter().find(|o| o.clause == d.clause)?;
        Some(Due { clause: d.clause.to_string(), who: o.who.clone(), act: o.act.clone(), at: d.at })
    };
    (run.due(now).into_iter().filter_map(due).take(NEXT).collect(), counting)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "AGREEMENT \"Two banks\"\nClock.\n  The clock is UTC.\nParties.\n  Delta is a party.\n  Upland is a party.\nEvents.\n  Event \"acceptance\" is reported by Delta.\n\n  1.1 Delta shall leave Mill, by 2026-03-10.\n  1.2 Upland shall open the road, by 2026-03-01.\n  1.3 Upland shall clear the ford, within 3 days of acceptance.\n  1.4 Delta shall mark the ford, within 2 days of acceptance.\n";

    #[test]
    fn what_has_a_date_is_due_and_the_rest_counts_from_an_event() {
        let parsed = accord::parse(TEXT);
        assert!(parsed.findings.is_empty(), "{:?}", parsed.findings);
        // 5 March 2026: the road of 1 March is no longer to come.
        let (next, counting) = next_due(&parsed.tree, &Choices::default(), Stamp(1_772_668_800));
        let seen: Vec<(&str, &str)> = next.iter().map(|d| (d.clause.as_str(), d.who[0].as_str())).collect();
        assert_eq!(seen, [("1.1", "Delta")]);
        // Due at the end of the day that is named.
        assert!((1_773_100_800..=1_773_187_200).contains(&next[0].at.0), "{}", next[0].at.0);
        assert_eq!(counting, [Counting { event: "acceptance".to_owned(), deadlines: 2 }]);
    }
}
