//! Lists of people: a side's own, and for the mediators those of both sides side by side.
//!
//! A list is its side's own until conveyed: this view reads the reader's rooms and nothing else, and
//! what is worked out of two sides' lists stands in [`super::pairs`], for mediators alone.

use super::{Asker, Named, named};
use crate::codec::Body;
use crate::exchanged::{Counts, Exchanged};
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use crate::state::RoomState;
use crate::uses::lists::owner;
use exchange::formats::Bounds;
use exchange::formats::columns::Column;
use exchange::roster::counts::{add_up, tally};
use exchange::roster::life::{About, Claim, Stage, embargoed, in_force, standing};
use exchange::roster::{Change, ListKind, Remark, Roster, compare, export, import::import, keys};
use serde::Serialize;
use std::collections::BTreeMap;
use talks::message::MessageKind;
use terms::id::{EntryNo, EntryRef, RoomCode};
use terms::language::Words;
use terms::phrase::Phrase;
use terms::time::Stamp;

/// A list as a line of the page.
#[derive(Debug, Clone, Serialize)]
pub struct ListCard {
    /// Its room.
    pub room: RoomCode,
    /// Its number there.
    pub n: EntryNo,
    /// When it was imported, or arrived.
    pub at: Stamp,
    /// What it is called.
    pub title: Words,
    /// What it is of.
    pub kind: ListKind,
    /// Whose it is; none where it was conveyed without a name.
    pub party: Option<Named>,
    /// Which version it is, from 1.
    pub version: usize,
    /// The version that takes its place.
    pub replaced_by: Option<EntryNo>,
    /// How many entries.
    pub entries: u32,
    /// Rows that were kept out.
    pub bad: usize,
    /// Rows with something to look at.
    pub doubts: usize,
    /// How many of each status, as the list says it.
    pub by_status: BTreeMap<String, u32>,
    /// Whether it is words that were put forward or conveyed, and no file.
    pub words_only: bool,
    /// Whether it was conveyed to this side.
    pub conveyed: bool,
}

/// Stated counts.
#[derive(Debug, Clone, Serialize)]
pub struct CountCard {
    /// Its room.
    pub room: RoomCode,
    /// Its number there.
    pub n: EntryNo,
    /// When it was noted.
    pub at: Stamp,
    /// Who holds them.
    pub party: Named,
    /// What is stated.
    pub counts: Counts,
    /// What does not add up against the side's latest list in the same room, where there is one.
    pub against: Vec<Phrase>,
}

/// The page of lists.
#[derive(Debug, Clone, Serialize)]
pub struct Lists {
    /// The room.
    pub room: RoomCode,
    /// The lists, the newest first; for a mediator those of its caucuses.
    pub lists: Vec<ListCard>,
    /// Stated counts.
    pub counts: Vec<CountCard>,
    /// The sides, by name.
    pub sides: Vec<Named>,
    /// Whether the reader may import a list here.
    pub may_import: bool,
    /// Whether the reader may note counts here.
    pub may_count: bool,
    /// Pairs of lists that the mediators work on.
    pub pairings: Vec<super::pairs::PairingCard>,
}

/// The rooms whose lists stand on a room's page.
fn rooms(asker: &Asker<'_>, room: &RoomCode) -> Result<Vec<Lens>, Refusal> {
    let here = Lens::one(asker.desk, asker.who, room)?;
    match here.kind() {
        RoomKind::Caucus { .. } => Ok(vec![here]),
        RoomKind::Own { .. } => {
            let mut all = vec![here];
            all.extend(Lens::many(asker.desk, asker.who, |kind| matches!(kind, RoomKind::Caucus { .. }))?);
            Ok(all)
        }
        RoomKind::Mediator { body } => {
            let body = body.clone();
            let mut all = vec![here];
            all.extend(Lens::many(asker.desk, asker.who, |kind| match kind {
                RoomKind::Caucus { mediator, .. } => *mediator == body,
                RoomKind::Public => true,
                _ => false,
            })?);
            Ok(all)
        }
        _ => Err(Refusal::NotFound),
    }
}

/// The page of a room's lists.
pub fn lists(asker: &Asker<'_>, room: &RoomCode) -> Result<Lists, Refusal> {
    let lenses = rooms(asker, room)?;
    let common_lens = asker.common()?;
    let common = common_lens.state();
    let lang = asker.who.language();
    let (mut lists, mut counts) = (Vec::new(), Vec::new());
    for lens in &lenses {
        let state = lens.state();
        for a in state.of_kind("list") {
            lists.extend(card(&state, &common, lens, a.n, asker));
        }
        for kind in ["message", "arrived"] {
            for a in state.of_kind(kind) {
                lists.extend(card(&state, &common, lens, a.n, asker));
            }
        }
        counts.extend(counted(&state, &common, lens, lang));
    }
    // Room codes are random: of one minute, the sides come by name.
    lists.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| (&a.party, b.n, &a.room).cmp(&(&b.party, a.n, &b.room))));
    newest_first(&mut counts);
    let here = &lenses[0];
    let may_say = here.verbs().has(Verb::Say);
    let mut sides: Vec<Named> = match owner(here.kind()) {
        Some(party) => vec![named(&common, party, lang)],
        None => crate::uses::parties_of(&common, crate::codec::Part::Side).iter().map(|p| named(&common, &p.id, lang)).collect(),
    };
    sides.sort();
    #[cfg(feature = "leaks")]
    leaked(asker);
    Ok(Lists {
        room: room.clone(),
        lists,
        counts,
        sides,
        may_import: may_say && owner(here.kind()).is_some(),
        may_count: may_say,
        pairings: super::pairs::cards(asker, here)?,
    })
}

/// The counts that were stated in a room.
fn counted(state: &RoomState, common: &RoomState, lens: &Lens, lang: terms::language::Language) -> Vec<CountCard> {
    let mut out = Vec::new();
    for a in state.of_kind("counts") {
        let Body::Exchange(Exchanged::Counts(c)) = &a.entry.body else { continue };
        let listed = state
            .of_kind("list")
            .rfind(|l| state.list(l.n).is_some_and(|x| x.party == c.party) && state.latest_version(l.n) == l.n)
            .and_then(|l| state.roster(l.n));
        let against = c.stated.as_ref().map_or_else(Vec::new, |s| add_up(s, listed.as_ref()));
        out.push(CountCard {
            room: lens.code().clone(),
            n: a.n,
            at: a.entry.at,
            party: named(common, &c.party, lang),
            counts: c.clone(),
            against,
        });
    }
    out
}

/// The newest first; what is of one moment by its place.
fn newest_first(counts: &mut [CountCard]) {
    counts.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| (&a.party, b.n, &a.room).cmp(&(&b.party, a.n, &b.room))));
}

/// What is stated of how many, in the rooms whose lists stand on a room's page.
pub(super) fn counts(asker: &Asker<'_>, room: &RoomCode) -> Result<Vec<CountCard>, Refusal> {
    let common_lens = asker.common()?;
    let common = common_lens.state();
    let mut out = Vec::new();
    for lens in rooms(asker, room)? {
        out.extend(counted(&lens.state(), &common, &lens, asker.who.language()));
    }
    newest_first(&mut out);
    Ok(out)
}

/// The table that a message or an arrival of the kind *list* holds, with its words' title.
fn table(body: &Body) -> Option<(Roster, Option<terms::id::PartyId>, bool)> {
    let (text, party, conveyed) = match body {
        Body::Message(m) if m.kind == MessageKind::List => (&m.words.text, Some(m.speaker.party.clone()), false),
        Body::Arrived(a) if a.message == MessageKind::List => (&a.wording.first()?.words.text, a.named.clone(), true),
        _ => return None,
    };
    import(text.as_bytes(), &Bounds::default()).ok().map(|r| (r, party, conveyed))
}

fn by_status(roster: &Roster) -> BTreeMap<String, u32> {
    let mut out = tally(roster, Column::Status);
    if out.keys().all(String::is_empty) {
        out.clear();
    }
    out
}

fn card(state: &RoomState, common: &RoomState, lens: &Lens, n: EntryNo, asker: &Asker<'_>) -> Option<ListCard> {
    let entry = state.get(n)?;
    let lang = asker.who.language();
    let (list, roster, party, conveyed) = match state.list(n) {
        Some(l) => (Some(l), state.roster(n)?, Some(l.party.clone()), false),
        None => {
            let (roster, party, conveyed) = table(&entry.body)?;
            (None, roster, party, conveyed)
        }
    };
    let later = Some(state.latest_version(n)).filter(|l| *l != n);
    Some(ListCard {
        room: lens.code().clone(),
        n,
        at: entry.at,
        title: list.map_or_else(|| Words::new(lang, ""), |l| l.title.clone()),
        kind: list.map_or(ListKind::People, |l| l.kind),
        party: party.map(|p| named(common, &p, lang)),
        version: state.versions(n).len(),
        replaced_by: later,
        entries: u32::try_from(roster.entries.len()).unwrap_or(u32::MAX),
        bad: roster.bad.len(),
        doubts: roster.doubts.len(),
        by_status: by_status(&roster),
        words_only: list.is_none(),
        conveyed,
    })
}

/// One entry of a list.
#[derive(Debug, Clone, Serialize)]
pub struct EntryRow {
    /// Its row of the file.
    pub row: usize,
    /// The name by which it is known from version to version.
    pub entry: String,
    /// Its cells under [`ListPage::head`].
    pub cells: Vec<String>,
    /// What is claimed of the person's fate, the latest of each claimant.
    pub fate: Vec<Claim>,
    /// And of the whereabouts.
    pub whereabouts: Vec<Claim>,
    /// Where it stands, as the mediators keep it; none for anybody else.
    pub stage: Option<Stage>,
    /// Whether the name may not be said in public yet; the mediators' own.
    pub embargoed: Option<bool>,
    /// What was changed since the version before: heading, before, after.
    pub changed: Vec<(String, String, String)>,
    /// Whether it is new in this version.
    pub added: bool,
}

/// A list.
#[derive(Debug, Clone, Serialize)]
pub struct ListPage {
    /// The list as a card.
    pub card: ListCard,
    /// The headings that hold anything.
    pub head: Vec<String>,
    /// The entries shown.
    pub rows: Vec<EntryRow>,
    /// The first of them, from 0.
    pub from: usize,
    /// The first of the next page.
    pub next: Option<usize>,
    /// Entries of the version before that are gone: row and cells.
    pub removed: Vec<(usize, Vec<String>)>,
    /// How many entries are as they were; none in a first version.
    pub same: Option<usize>,
    /// Rows kept out, each with its reason.
    pub bad: Vec<Remark>,
    /// Rows to look at.
    pub doubts: Vec<Remark>,
    /// Every version up to this one.
    pub versions: Vec<EntryNo>,
    /// Whether the list is read from right to left.
    pub right_to_left: bool,
    /// The one entry that is asked for: its row and its name among the versions.
    pub one: Option<(usize, String)>,
    /// Whether the reader may say something of its entries.
    pub may_claim: bool,
    /// Whether the reader may put entries forward here: the list stands in a caucus of the reader's side.
    pub may_put_forward: bool,
    /// The mediators' own room, where the reader keeps the entries' life there.
    pub keeps_in: Option<RoomCode>,
}

/// Entries on one page.
const PAGE: usize = 200;

/// A list of a room, from an entry on, or the one entry of a row: addresses bear rows and never names.
pub fn list(asker: &Asker<'_>, room: &RoomCode, n: EntryNo, from: usize, one: Option<usize>) -> Result<ListPage, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    let common_lens = asker.common()?;
    let common = common_lens.state();
    let state = lens.state();
    let card = card(&state, &common, &lens, n, asker).ok_or(Refusal::NotFound)?;
    let roster = roster(&state, n).ok_or(Refusal::NotFound)?;
    let names = keys(&roster.entries);
    let (head, cells) = export::table(&roster.head, roster.entries.iter());
    let versions = state.versions(n);
    let before = state.list(n).and_then(|l| l.version_of).and_then(|b| state.roster(b));
    let comparison = before.as_ref().map(|b| compare(b, &roster));
    let mut changed: BTreeMap<usize, Vec<(String, String, String)>> = BTreeMap::new();
    let (mut added, mut removed) = (Vec::new(), Vec::new());
    for change in comparison.iter().flat_map(|c| &c.changes) {
        match change {
            Change::Added(i) => added.push(*i),
            Change::Removed(i) => removed.extend(before.as_ref().and_then(|b| {
                let e = b.entries.get(*i)?;
                Some((e.row, export::table(&b.head, std::iter::once(e)).1.pop()?))
            })),
            Change::Changed { new, fields, .. } => drop(changed.insert(*new, fields.clone())),
        }
    }
    let mut claims: BTreeMap<&str, Vec<Claim>> = BTreeMap::new();
    for a in state.of_kind("entry-claim") {
        if let Body::Exchange(Exchanged::EntryClaim { of, entry, claim }) = &a.entry.body
            && versions.contains(of)
        {
            claims.entry(entry).or_default().push(claim.clone());
        }
    }
    let keeping = match lens.kind() {
        RoomKind::Caucus { .. } => asker.mediator_room().ok(),
        _ => None,
    };
    let refs: Vec<EntryRef> = versions.iter().map(|n| EntryRef { room: room.clone(), n: *n }).collect();
    let wanted: Vec<usize> = match one {
        Some(row) => vec![roster.entries.iter().position(|e| e.row == row).ok_or(Refusal::NotFound)?],
        None => (from..names.len()).take(PAGE).collect(),
    };
    #[cfg(feature = "leaks")]
    let wanted = leaked_rows(asker, &card, &roster, wanted);
    let rows = wanted
        .iter()
        .map(|i| {
            let of = claims.get(names[*i].as_str()).map_or(&[][..], Vec::as_slice);
            let in_force = |about: About| in_force(of, about).into_iter().cloned().collect::<Vec<_>>();
            let steps = keeping.as_ref().map(|k| k.state().steps(&refs, &names[*i]));
            EntryRow {
                row: roster.entries[*i].row,
                entry: names[*i].clone(),
                cells: cells[*i].clone(),
                fate: in_force(About::Fate),
                whereabouts: in_force(About::Whereabouts),
                stage: steps.as_ref().map(|s| standing(s)),
                embargoed: steps.as_ref().map(|s| embargoed(s)),
                changed: changed.remove(i).unwrap_or_default(),
                added: added.contains(i),
            }
        })
        .collect();
    let may_say = lens.verbs().has(Verb::Say);
    Ok(ListPage {
        may_put_forward: may_say && lens.verbs().has(Verb::Permit) && !card.conveyed,
        may_claim: may_say && !card.words_only,
        keeps_in: keeping.filter(|k| k.verbs().has(Verb::Say) && !card.words_only).map(|k| k.code().clone()),
        head,
        rows,
        from,
        next: (one.is_none() && from + PAGE < names.len()).then_some(from + PAGE),
        removed,
        same: comparison.map(|c| c.same),
        bad: roster.bad.clone(),
        doubts: roster.doubts.clone(),
        versions,
        right_to_left: export::right_to_left(&roster),
        one: one.and_then(|row| Some((row, names[roster.entries.iter().position(|e| e.row == row)?].clone()))),
        card,
    })
}

fn roster(state: &RoomState, n: EntryNo) -> Option<Roster> {
    state.roster(n).or_else(|| table(&state.get(n)?.body).map(|(r, ..)| r))
}

/// A list as a file: its own headings and rows.
pub fn file(asker: &Asker<'_>, room: &RoomCode, n: EntryNo) -> Result<Roster, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    roster(&lens.state(), n).ok_or(Refusal::NotFound)
}

/// What a side is about to put forward: exactly the words, which are the table.
#[derive(Debug, Clone, Serialize)]
pub struct Forward {
    /// The room in which it is said.
    pub room: RoomCode,
    /// The list.
    pub list: ListCard,
    /// How many entries.
    pub entries: usize,
    /// The words: a table, one person a line.
    pub text: String,
}

/// Entries of a list as words to be put forward; all of them where none is named.
pub fn forward(asker: &Asker<'_>, room: &RoomCode, n: EntryNo, rows: &[usize]) -> Result<Forward, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    let common_lens = asker.common()?;
    let common = common_lens.state();
    let state = lens.state();
    let list = card(&state, &common, &lens, n, asker).filter(|c| !c.conveyed).ok_or(Refusal::NotFound)?;
    if !lens.verbs().has(Verb::Say) || !lens.verbs().has(Verb::Permit) {
        return Err(Refusal::NotFound);
    }
    let roster = roster(&state, n).ok_or(Refusal::NotFound)?;
    let chosen = roster.entries.iter().filter(|e| rows.is_empty() || rows.contains(&e.row));
    let (head, cells) = export::table(&roster.head, chosen);
    if cells.is_empty() {
        return Err(Refusal::NotFound);
    }
    let text = exchange::formats::csv::write(&head, &cells).trim_start_matches('\u{FEFF}').replace("\r\n", "\n").trim_end().to_owned();
    Ok(Forward { room: room.clone(), list, entries: cells.len(), text })
}

#[cfg(feature = "leaks")]
fn leaked(asker: &Asker<'_>) {
    use crate::leaks::{Leak, note, on};
    if on(Leak::ListCount) {
        let lists = |b: &Body| matches!(b, Body::Exchange(Exchanged::List(_)));
        note(format!("{} lists", asker.desk.every_body(asker.who.case(), lists)));
    }
    if on(Leak::DecisionProgress) {
        let decided = |b: &Body| matches!(b, Body::Exchange(Exchanged::PairDecided { .. }));
        note(format!("{} decided", asker.desk.every_body(asker.who.case(), decided)));
    }
    if on(Leak::PlanCount) {
        let plans = |b: &Body| matches!(b, Body::Exchange(Exchanged::Plan(_)));
        note(format!("{} plans", asker.desk.every_body(asker.who.case(), plans)));
    }
    if on(Leak::DelayNotice) {
        let waits =
            |b: &Body| matches!(b, Body::Exchange(Exchanged::MovementLog { line, .. }) if line.what == exchange::handover::What::Delay);
        note(format!("{} delays", asker.desk.every_body(asker.who.case(), waits)));
    }
}

#[cfg(feature = "leaks")]
fn leaked_rows(asker: &Asker<'_>, card: &ListCard, roster: &Roster, mut wanted: Vec<usize>) -> Vec<usize> {
    use crate::leaks::{Leak, note, on};
    let elsewhere = |i: &usize| {
        let name = roster.entries[*i].name();
        let there = |b: &Body| match b {
            Body::Exchange(Exchanged::List(l)) => {
                Some(&l.party) != card.party.as_ref().map(|p| &p.id) && l.roster.entries.iter().any(|e| e.name() == name)
            }
            _ => false,
        };
        asker.desk.every_body(asker.who.case(), there) > 0
    };
    if on(Leak::FrozenNotice) {
        let here = EntryRef { room: card.room.clone(), n: card.n };
        let freezes = |b: &Body| matches!(b, Body::Exchange(Exchanged::Movement(o)) if o.lists.iter().any(|l| l.list == here));
        note(format!("frozen in {}", asker.desk.every_body(asker.who.case(), freezes)));
    }
    if on(Leak::PossibleDuplicate) {
        note(format!("possible duplicates: {:?}", wanted.iter().filter(|i| elsewhere(i)).collect::<Vec<_>>()));
    }
    if on(Leak::ListSort) {
        wanted.sort_by_key(|i| elsewhere(i));
    }
    wanted
}
