//! What a room holds of the negotiating text: its versions, who initialled what, what was read into forms,
//! what was set aside. Read off the room's state, for the uses and the views alike.

use crate::clearance::Clearance;
use crate::codec::{Body, Part};
use crate::desk::Desk;
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::RoomKind;
use crate::state::RoomState;
use accord::{Family, Finding, Options, Parsed, Report};
use std::collections::BTreeMap;
use talks::message::{MessageKind, Tie};
use talks::negotiating_text::{Clause, Sheet, with_readings};
use talks::permission::Version;
use terms::disclosure::Standing;
use terms::id::{EntryNo, PartyId};
use terms::language::{Language, Words};
use terms::script::squeezed;
use terms::time::Stamp;

/// A version of the text in a room, whole.
#[derive(Debug, Clone)]
pub(crate) struct Held<'a> {
    pub(crate) n: EntryNo,
    pub(crate) at: Stamp,
    /// The words in the reader's language where it has them, in its first otherwise.
    pub(crate) words: &'a Words,
    /// Whose it is; none for what was conveyed without a name.
    pub(crate) of: Option<&'a PartyId>,
    pub(crate) arrived: bool,
    /// The version of the same room that it was made from.
    pub(crate) from: Option<EntryNo>,
    pub(crate) languages: Vec<Language>,
}

pub(crate) fn in_language(wording: &[Version], lang: Language) -> Option<&Words> {
    wording.iter().find(|v| v.words.lang == lang).or_else(|| wording.first()).map(|v| &v.words)
}

/// The versions that a room holds, the oldest first; what its owner called back is left out.
pub(crate) fn versions(state: &RoomState, lang: Language) -> Vec<Held<'_>> {
    let mut out: Vec<Held<'_>> = state.of_kind("message").chain(state.of_kind("arrived")).filter_map(|a| held(state, a.n, lang)).collect();
    out.sort_by_key(|h| h.n);
    out
}

/// One version by its number.
pub(crate) fn held(state: &RoomState, n: EntryNo, lang: Language) -> Option<Held<'_>> {
    let entry = state.get(n)?;
    match &entry.body {
        Body::Message(m) if m.kind == MessageKind::Text && !state.recalled(n) => Some(Held {
            n,
            at: entry.at,
            words: state.words_now(n)?,
            of: Some(&m.speaker.party),
            arrived: false,
            from: m.tie.as_ref().and_then(|t| t.text),
            languages: vec![m.words.lang],
        }),
        Body::Arrived(a) if a.message == MessageKind::Text => Some(Held {
            n,
            at: entry.at,
            words: in_language(&a.wording, lang)?,
            of: a.named.as_ref(),
            arrived: true,
            from: None,
            languages: a.wording.iter().map(|v| v.words.lang).collect(),
        }),
        _ => None,
    }
}

/// Initials that stand.
#[derive(Debug, Clone)]
pub(crate) struct Initial<'a> {
    pub(crate) at: Stamp,
    pub(crate) of: EntryNo,
    pub(crate) clause: &'a str,
    pub(crate) words: &'a str,
    pub(crate) by: &'a str,
    pub(crate) standing: Standing,
}

/// The initials of a room that were not taken back by reopening the clause.
pub(crate) fn initials(state: &RoomState) -> Vec<Initial<'_>> {
    let mut out: Vec<Initial<'_>> = Vec::new();
    let mut all: Vec<_> = state.of_kind("initialled").chain(state.of_kind("reopened")).collect();
    all.sort_by_key(|a| a.n);
    for a in all {
        match &a.entry.body {
            Body::Initialled { of, clause, words, by, standing } => {
                out.push(Initial { at: a.entry.at, of: *of, clause, words, by, standing: *standing });
            }
            Body::Reopened { words, .. } => out.retain(|i| i.words != words),
            _ => {}
        }
    }
    out
}

/// What the mediators' room knows of a version that it conveyed: which draft it was made from, which
/// clause is which.
#[derive(Debug, Clone)]
pub(crate) struct Audience<'a> {
    pub(crate) n: EntryNo,
    pub(crate) to: &'a PartyId,
    pub(crate) draft: Option<EntryNo>,
    pub(crate) map: &'a [talks::negotiating_text::Same],
    pub(crate) wording: &'a [Version],
    pub(crate) conveyed: Option<Stamp>,
}

/// The versions that were prepared for others in a mediating body's room and not set aside.
pub(crate) fn audiences(room: &RoomState) -> Vec<Audience<'_>> {
    room.of_kind("prepared")
        .filter_map(|a| {
            let Body::Prepared(p) = &a.entry.body else { return None };
            if p.kind != MessageKind::Text || room.about(a.n).any(|x| matches!(x.entry.body, Body::Dropped { .. })) {
                return None;
            }
            let conveyed = room.about(a.n).find(|x| matches!(x.entry.body, Body::Conveyed { of, .. } if of == a.n)).map(|x| x.entry.at);
            Some(Audience { n: a.n, to: &p.to, draft: p.draft, map: &p.map, wording: &p.wording, conveyed })
        })
        .collect()
}

/// The clause of the mediators' own text that a clause of an arrival in a side's caucus is: draft and number.
/// The arrival bears no mark of where it came from; the mediators know it by its words.
pub(crate) fn ours<'a>(audiences: &[Audience<'a>], to: &PartyId, arrival: &[Version], clause: &str) -> Option<(EntryNo, &'a str)> {
    let texts = |w: &[Version]| w.iter().map(|v| v.words.clone()).collect::<Vec<_>>();
    let known = audiences.iter().rev().find(|a| a.to == to && a.conveyed.is_some() && texts(a.wording) == texts(arrival))?;
    let same = known.map.iter().find(|s| s.theirs == clause)?;
    Some((known.draft?, &same.ours))
}

/// The sides' initials by the words of the mediators' own clauses: who, of which side.
pub(crate) type ByWords = BTreeMap<String, Vec<SideInitial>>;

/// One side's initials on a clause of the mediators' text.
#[derive(Debug, Clone)]
pub(crate) struct SideInitial {
    pub(crate) side: PartyId,
    pub(crate) by: String,
    pub(crate) standing: Standing,
    pub(crate) at: Stamp,
}

/// Joins what the sides initialled in their caucuses to the mediators' own clauses. For the mediators
/// alone: it is as secret as all of it together.
pub(crate) fn side_initials(caucuses: &[Lens], room: &RoomState) -> ByWords {
    let audiences = audiences(room);
    let mut out: ByWords = BTreeMap::new();
    for lens in caucuses {
        let RoomKind::Caucus { party, .. } = lens.kind() else { continue };
        let state = lens.state();
        for i in initials(&state) {
            let arrival = match state.get(i.of).map(|e| &e.body) {
                Some(Body::Arrived(a)) => &a.wording[..],
                _ => &[],
            };
            let ours = ours(&audiences, party, arrival, i.clause)
                .and_then(|(draft, number)| Some(Sheet::read(&held(room, draft, Language::En)?.words.text).clause(number)?.words()));
            let words = ours.map_or_else(|| i.words.to_owned(), |w| squeezed(&w));
            out.entry(words).or_default().push(SideInitial { side: party.clone(), by: i.by.to_owned(), standing: i.standing, at: i.at });
        }
    }
    out
}

/// Whether every side has initialled a clause with these words, ad referendum at least.
pub(crate) fn closed(by_words: &ByWords, sides: &[PartyId], words: &str) -> bool {
    let given = by_words.get(&squeezed(words));
    !sides.is_empty() && sides.iter().all(|s| given.is_some_and(|g| g.iter().any(|i| &i.side == s && i.standing >= Standing::AdReferendum)))
}

/// The sides of the case, by identifier.
pub(crate) fn sides(common: &RoomState) -> Vec<PartyId> {
    crate::uses::parties_of(common, Part::Side).into_iter().map(|p| p.id).collect()
}

/// The caucuses of a mediating body that a person may enter; private words are not among them, since who
/// takes notes for the body does not enter those.
pub(crate) fn caucuses(desk: &Desk, who: &Clearance) -> Result<Vec<Lens>, Refusal> {
    let body = who.body().cloned();
    Lens::many(desk, who, |kind| matches!(kind, RoomKind::Caucus { mediator, .. } if Some(mediator) == body.as_ref()))
}

/// Whether a room's readers may have every check run over its texts. A side runs two families over its
/// own version; the others teach when to defect.
pub(crate) fn every_check(kind: &RoomKind) -> bool {
    matches!(kind, RoomKind::Mediator { .. } | RoomKind::Mediators)
}

/// The names of the checks that may be run over a room's texts; empty is all.
fn only(kind: &RoomKind) -> Vec<String> {
    if every_check(kind) {
        return Vec::new();
    }
    accord::CHECKS.iter().filter(|c| matches!(c.family, Family::Complete | Family::Text)).map(|c| c.name.to_owned()).collect()
}

/// A text with the readings that its room holds beside it, and what the checks say of it.
pub(crate) struct Checked {
    pub(crate) parsed: Parsed,
    pub(crate) report: Report,
}

/// The readings of a room for a version: clause, name, sentence.
pub(crate) fn readings(state: &RoomState, sheet: &Sheet, of: &Held<'_>) -> Vec<(String, Option<String>, String)> {
    state
        .of_kind("clause-read")
        .filter_map(|a| match &a.entry.body {
            // A reading is of words: it stays with a clause as long as its words stay.
            Body::ClauseRead { of: n, clause, words, name, sentence } => {
                let here = sheet.clauses().find(|c| squeezed(&c.words()) == *words && (*n != of.n || c.number == *clause))?;
                Some((here.number.clone(), name.clone(), sentence.clone()))
            }
            _ => None,
        })
        .collect()
}

/// "Delta Council is a party.": the bodies of the case, as readings of prose may name them.
fn declared(common: &RoomState) -> Vec<String> {
    [(Part::Side, "party"), (Part::Mediator, "mediator"), (Part::Guarantor, "guarantor")]
        .into_iter()
        .flat_map(|(part, word)| {
            crate::uses::parties_of(common, part).into_iter().filter_map(move |p| {
                let name = crate::view::in_language(&p.names, Language::En)?;
                Some([&name.text, " is a ", word, "."].concat())
            })
        })
        .collect()
}

/// Runs the checks that the room may have run over one of its versions.
pub(crate) fn checked(kind: &RoomKind, state: &RoomState, common: &RoomState, sheet: &Sheet, of: &Held<'_>) -> Checked {
    let readings: Vec<(String, String)> = readings(state, sheet, of).into_iter().map(|(clause, _, sentence)| (clause, sentence)).collect();
    let text = with_readings(&of.words.text, sheet, &declared(common), &readings);
    let parsed = accord::parse(&text);
    let mut report = accord::check(&parsed, &Options { only: only(kind), ..Options::default() });
    if !every_check(kind) {
        let shown = |f: &Finding| accord::CHECKS.iter().any(|c| c.name == f.check && matches!(c.family, Family::Complete | Family::Text));
        report.findings.retain(shown);
    }
    Checked { parsed, report }
}

/// What a finding is set aside under.
pub(crate) fn aside_key(checked: &Checked, finding: &Finding) -> String {
    crate::desk::sha256_hex(finding.aside_key(&checked.parsed.tree).as_bytes())[..24].to_owned()
}

/// The clause of a version that a tie speaks of.
pub(crate) fn tied<'s>(sheet: &'s Sheet, tie: &Tie) -> Option<&'s Clause> {
    sheet.clause(tie.clause.as_deref()?)
}
