//! The single text: one version clause by clause, with what its reader may know of each clause.
//!
//! A side sees its own versions, its own remarks and initials, and two families of checks. The mediators
//! see their draft with what each side said and initialled, who holds which alternative, and how much is
//! settled; all of it joined from rooms that they may enter, and shown to nobody else.

mod findings;
mod joined;

pub use findings::{FindingView, Way};

use self::joined::{about_same, holders, joined, remarks};
use super::{Asker, Named, named};
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use crate::state::RoomState;
use crate::texts::{self, Audience, Held};
use crate::uses::sides_of;
use accord::Report;
use serde::Serialize;
use talks::negotiating_text::compare::{Pair, compare};
use talks::negotiating_text::{Clause, Piece, Read, Same, Sheet};
use terms::disclosure::Standing;
use terms::id::{EntryNo, PartyId, RoomCode};
use terms::language::{Language, Words};
use terms::time::Stamp;

/// What of a room's text is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Which<'a> {
    /// The version; the latest where none is named.
    pub version: Option<EntryNo>,
    /// The version it is compared with.
    pub with: Option<EntryNo>,
    /// The clause that is selected.
    pub clause: Option<&'a str>,
    /// Whether every finding is drawn; those of the selected clause are in any case.
    pub drawn: bool,
}

/// A version in the list.
#[derive(Debug, Clone, Serialize)]
pub struct VersionLink {
    /// Its entry in the room.
    pub n: EntryNo,
    /// Its number among the versions of this room.
    pub number: usize,
    /// When it came.
    pub at: Stamp,
    /// Its title.
    pub title: String,
    /// Whose it is; none for what the mediators brought without a name.
    pub of: Option<Named>,
    /// Whether it was conveyed here.
    pub arrived: bool,
    /// The languages it is in.
    pub languages: Vec<Language>,
    /// The version of this room that it was made from.
    pub from: Option<EntryNo>,
}

/// A remark on a clause, or words suggested in its place.
#[derive(Debug, Clone, Serialize)]
pub struct Remark {
    /// The room it was made in.
    pub room: RoomCode,
    /// Its number there.
    pub n: EntryNo,
    /// When.
    pub at: Stamp,
    /// Whose it is; none for what was brought without a name.
    pub of: Option<Named>,
    /// The speaker.
    pub name: Option<String>,
    /// The words.
    pub words: Words,
    /// Whether they are meant to stand in the clause's place.
    pub wording: bool,
    /// How far they bind.
    pub standing: Standing,
}

/// Initials on a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InitialView {
    /// The side.
    pub side: Named,
    /// Who.
    pub by: String,
    /// How far they bind.
    pub standing: Standing,
    /// When.
    pub at: Stamp,
}

/// Which side holds an alternative.
#[derive(Debug, Clone, Serialize)]
pub struct Holder {
    /// The bracket.
    pub bracket: String,
    /// The letter; empty for none.
    pub letter: String,
    /// The side.
    pub side: Named,
    /// Since when.
    pub at: Stamp,
}

/// A clause with all that its reader may know of it.
#[derive(Debug, Clone, Serialize)]
pub struct ClauseView {
    /// The clause.
    #[serde(flatten)]
    pub clause: Clause,
    /// Findings about it, by their places in the list.
    pub findings: Vec<usize>,
    /// Remarks and suggested words, the oldest first.
    pub remarks: Vec<Remark>,
    /// Initials that stand over its words.
    pub initials: Vec<InitialView>,
    /// Whether every side has initialled it; known to the mediators alone.
    pub closed: bool,
    /// Who holds which alternative; known to the mediators alone.
    pub holders: Vec<Holder>,
    /// Readings that the room keeps beside it: name and sentence.
    pub beside: Vec<(Option<String>, String)>,
    /// The same clause in the latest version of each side, by its number there.
    pub theirs: Vec<(Named, String)>,
}

/// How much of a part is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Share {
    /// Clauses that every side has initialled.
    pub settled: usize,
    /// Clauses.
    pub of: usize,
}

/// A part of the text.
#[derive(Debug, Clone, Serialize)]
pub struct PartView {
    /// Its heading.
    pub heading: String,
    /// Its clauses.
    pub clauses: Vec<ClauseView>,
    /// How much of it is settled; known to the mediators alone.
    pub share: Option<Share>,
}

/// Counts of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Clauses.
    pub clauses: usize,
    /// Clauses with brackets.
    pub brackets: usize,
    /// Clauses with something open.
    pub open: usize,
    /// Clauses that nobody has read into the forms.
    pub not_read: usize,
    /// Clauses with standing initials of this side; in the mediators' room, of every side.
    pub settled: usize,
}

/// A version prepared for an audience.
#[derive(Debug, Clone, Serialize)]
pub struct AudienceView {
    /// The preparation.
    pub n: EntryNo,
    /// For whom.
    pub to: Named,
    /// When it was conveyed.
    pub conveyed: Option<Stamp>,
    /// The draft it was made from.
    pub draft: Option<EntryNo>,
    /// "Our 14 = their 6".
    pub map: Vec<Same>,
}

/// One version, shown.
#[derive(Debug, Clone, Serialize)]
pub struct Shown {
    /// Which.
    pub version: VersionLink,
    /// Its language.
    pub lang: Language,
    /// Whether it is written in the forms.
    pub forms: bool,
    /// Sentences without a number.
    pub declarations: Vec<String>,
    /// Its parts.
    pub parts: Vec<PartView>,
    /// Its counts.
    pub counts: Counts,
    /// What the checks say, the gravest first.
    pub findings: Vec<FindingView>,
    /// Remarks on clauses that this version has not.
    pub elsewhere: Vec<Remark>,
    /// The whole file, as it stands.
    pub text: String,
}

/// Two versions compared.
#[derive(Debug, Clone, Serialize)]
pub struct Compared {
    /// The earlier one.
    pub with: VersionLink,
    /// Clause by clause.
    pub pairs: Vec<Pair>,
}

/// Whose text this is, and what its reader may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The mediators' own draft.
    Ours,
    /// A side's version, in its caucus.
    Caucus,
    /// A text of a room's own.
    Own,
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct TextPage {
    /// The room.
    pub room: RoomCode,
    /// Whose text it is.
    pub place: Place,
    /// The side of the caucus.
    pub side: Option<Named>,
    /// Whether the reader may put a version, remark and initial here.
    pub may_say: bool,
    /// Whether what the reader enters is noted on the side's behalf.
    pub notes: bool,
    /// The versions, the newest first.
    pub versions: Vec<VersionLink>,
    /// The version shown.
    pub shown: Option<Shown>,
    /// The clause that is selected.
    pub selected: Option<String>,
    /// It against another.
    pub compared: Option<Compared>,
    /// Versions prepared for audiences; the mediators' alone.
    pub audiences: Vec<AudienceView>,
    /// The sides, by name; for the mediators' own page.
    pub sides: Vec<Named>,
}

/// What the reader of a room may know, gathered once.
struct Room<'a> {
    asker: &'a Asker<'a>,
    lens: &'a Lens,
    state: &'a RoomState,
    common: &'a RoomState,
    lang: Language,
}

impl Room<'_> {
    fn named(&self, party: &PartyId) -> Named {
        named(self.common, party, self.lang)
    }

    fn link(&self, number: usize, h: &Held<'_>) -> VersionLink {
        link(self.common, self.lang, number, h)
    }
}

/// A version as the list names it.
pub(crate) fn link(common: &RoomState, lang: Language, number: usize, h: &Held<'_>) -> VersionLink {
    VersionLink {
        n: h.n,
        number,
        at: h.at,
        title: Sheet::read(&h.words.text).title,
        of: h.of.map(|p| named(common, p, lang)),
        arrived: h.arrived,
        languages: h.languages.clone(),
        from: h.from,
    }
}

/// The rooms whose text page there is.
fn place(kind: &RoomKind) -> Result<Place, Refusal> {
    match kind {
        RoomKind::Mediator { .. } => Ok(Place::Ours),
        RoomKind::Caucus { .. } | RoomKind::PrivateWord { .. } => Ok(Place::Caucus),
        RoomKind::Own { .. } | RoomKind::Mediators | RoomKind::Guarantor { .. } => Ok(Place::Own),
        RoomKind::Common | RoomKind::Public | RoomKind::Directory => Err(Refusal::NotFound),
    }
}

/// The words of one version, for a file of it; nothing is checked for that.
pub fn words(asker: &Asker<'_>, room: &RoomCode, version: EntryNo) -> Result<Words, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    place(lens.kind())?;
    let state = lens.state();
    texts::held(&state, version, asker.who.language()).map(|h| h.words.clone()).ok_or(Refusal::NotFound)
}

/// A room's text.
pub fn text(asker: &Asker<'_>, room: &RoomCode, which: Which<'_>) -> Result<TextPage, Refusal> {
    Ok(with_report(asker, room, which)?.0)
}

/// A room's text, and all that the checks reported of the version shown.
pub(super) fn with_report(asker: &Asker<'_>, room: &RoomCode, which: Which<'_>) -> Result<(TextPage, Option<Report>), Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    let place = place(lens.kind())?;
    let common = asker.common()?;
    let (state, common) = (lens.state(), common.state());
    let lang = asker.who.language();
    let here = Room { asker, lens: &lens, state: &state, common: &common, lang };
    let held = texts::versions(&state, lang);
    let links: Vec<VersionLink> = held.iter().enumerate().map(|(i, h)| here.link(i + 1, h)).collect();
    let at = |n: EntryNo| held.iter().position(|h| h.n == n).ok_or(Refusal::NotFound);
    let chosen = match which.version {
        Some(n) => Some(at(n)?),
        None => held.len().checked_sub(1),
    };
    let (shown, report) = match chosen {
        Some(i) => {
            let (shown, report) = shown(&here, place, links[i].clone(), &held[i], which)?;
            (Some(shown), Some(report))
        }
        None => (None, None),
    };
    let compared = match (which.with, chosen) {
        (Some(with), Some(i)) => {
            let k = at(with)?;
            let pairs = compare(&Sheet::read(&held[k].words.text), &Sheet::read(&held[i].words.text));
            Some(Compared { with: links[k].clone(), pairs })
        }
        _ => None,
    };
    let mut audiences = Vec::new();
    let mut sides = Vec::new();
    if place == Place::Ours {
        audiences = texts::audiences(&state).into_iter().rev().map(|a| audience(&here, &a)).collect();
        sides = texts::sides(&common).iter().map(|s| here.named(s)).collect();
        sides.sort();
    }
    #[cfg(feature = "leaks")]
    leaked(&here, place);
    let side = sides_of(lens.kind()).map(|(party, _)| party.clone());
    let page = TextPage {
        room: room.clone(),
        place,
        may_say: lens.verbs().has(Verb::Say),
        notes: side.is_some() && side.as_ref() != asker.who.body(),
        side: side.as_ref().map(|s| here.named(s)),
        versions: links.into_iter().rev().collect(),
        shown,
        selected: which.clause.map(str::to_owned),
        compared,
        audiences,
        sides,
    };
    Ok((page, report))
}

fn audience(here: &Room<'_>, a: &Audience<'_>) -> AudienceView {
    AudienceView { n: a.n, to: here.named(a.to), conveyed: a.conveyed, draft: a.draft, map: a.map.to_vec() }
}

fn shown(here: &Room<'_>, place: Place, version: VersionLink, held: &Held<'_>, which: Which<'_>) -> Result<(Shown, Report), Refusal> {
    let sheet = Sheet::read(&held.words.text);
    let checked = texts::checked(here.lens.kind(), here.state, here.common, &sheet, held);
    let mut findings = findings::findings(here.state, &checked, &sheet);
    if place == Place::Ours {
        findings::draw(&mut findings, &checked, which);
    }
    let joined = if place == Place::Ours { Some(joined(here)?) } else { None };
    let readings = texts::readings(here.state, &sheet, held);
    let initials = texts::initials(here.state);
    let own_remarks = remarks(here, here.lens, here.state);
    let mut claimed = vec![false; own_remarks.len()];
    let side = sides_of(here.lens.kind()).map(|(party, _)| here.named(party));
    let mut joined_left = joined.as_ref().map(|j| j.remarks.clone()).unwrap_or_default();
    let mut parts = Vec::new();
    for part in &sheet.parts {
        let mut clauses = Vec::new();
        for clause in &part.clauses {
            let words = terms::script::squeezed(&clause.words());
            let mut remarks: Vec<Remark> = Vec::new();
            for (k, (remark, tie)) in own_remarks.iter().enumerate() {
                if tie.clause.as_deref() == Some(&clause.number) && (tie.text == Some(held.n) || about_same(here, tie, &words)) {
                    claimed[k] = true;
                    remarks.push(remark.clone());
                }
            }
            remarks.extend(joined_left.remove(&words).unwrap_or_default());
            let mut view = ClauseView {
                findings: findings
                    .iter()
                    .enumerate()
                    .filter(|(_, f)| f.aside.is_none() && f.clauses.contains(&clause.number))
                    .map(|(i, _)| i)
                    .collect(),
                remarks,
                initials: Vec::new(),
                closed: false,
                holders: Vec::new(),
                beside: readings.iter().filter(|(n, _, _)| *n == clause.number).map(|(_, name, s)| (name.clone(), s.clone())).collect(),
                theirs: Vec::new(),
                clause: clause.clone(),
            };
            if !view.beside.is_empty() && view.clause.read == Read::NotRead {
                view.clause.read = Read::Beside;
            }
            if let Some(j) = &joined {
                for i in j.by_words.get(&words).into_iter().flatten() {
                    view.initials.push(InitialView { side: here.named(&i.side), by: i.by.clone(), standing: i.standing, at: i.at });
                }
                view.closed = texts::closed(&j.by_words, &j.sides, &words);
                view.theirs = j.theirs.get(&words).cloned().unwrap_or_default();
                view.holders = holders(here, clause);
            } else if let Some(side) = &side {
                for i in initials.iter().filter(|i| i.words == words) {
                    view.initials.push(InitialView { side: side.clone(), by: i.by.to_owned(), standing: i.standing, at: i.at });
                }
            }
            clauses.push(view);
        }
        let share = joined.as_ref().map(|_| Share { settled: clauses.iter().filter(|c| c.closed).count(), of: clauses.len() });
        parts.push(PartView { heading: part.heading.clone(), clauses, share });
    }
    let all = || parts.iter().flat_map(|p| &p.clauses);
    let counts = Counts {
        clauses: all().count(),
        brackets: all().filter(|c| c.clause.brackets().next().is_some()).count(),
        open: all().filter(|c| c.clause.pieces.iter().any(|p| matches!(p, Piece::Open(_)))).count(),
        not_read: all().filter(|c| c.clause.read == Read::NotRead).count(),
        settled: all().filter(|c| if joined.is_some() { c.closed } else { !c.initials.is_empty() }).count(),
    };
    let mut elsewhere: Vec<Remark> = joined_left.into_values().flatten().collect();
    elsewhere.extend(
        own_remarks.into_iter().zip(claimed).filter(|((_, tie), claimed)| !claimed && tie.text == Some(held.n)).map(|((r, _), _)| r),
    );
    let shown = Shown {
        version,
        lang: held.words.lang,
        forms: sheet.forms,
        declarations: sheet.declarations.clone(),
        parts,
        counts,
        findings,
        elsewhere,
        text: held.words.text.clone(),
    };
    Ok((shown, checked.report))
}

#[cfg(feature = "leaks")]
fn leaked(here: &Room<'_>, place: Place) {
    use crate::leaks::{Leak, note, on};
    let Some((party, _)) = sides_of(here.lens.kind()).filter(|_| place == Place::Caucus) else { return };
    let rooms = here.asker.desk.every_room(here.asker.who.case());
    for (_, kind, lens) in &rooms {
        let state = lens.state();
        match kind {
            RoomKind::Mediator { .. } => {
                let audiences = texts::audiences(&state);
                if on(Leak::DraftNumber) {
                    note(format!("draft {}", texts::versions(&state, here.lang).len()));
                }
                if on(Leak::ClauseMapping) {
                    for a in audiences.iter().filter(|a| a.to == party && a.conveyed.is_some()) {
                        note(format!("{:?}", a.map));
                    }
                }
                if on(Leak::HeldAlternative) {
                    for a in state.of_kind("alternative-held") {
                        note(format!("{:?}", a.entry.body));
                    }
                }
            }
            RoomKind::Caucus { party: other, .. } if other != party && on(Leak::OthersInitials) => {
                note(format!("{:?}", texts::initials(&state).iter().map(|i| i.words).collect::<Vec<_>>()));
            }
            _ => {}
        }
        if on(Leak::CheckedTogether) {
            for h in texts::versions(&state, here.lang) {
                let report = accord::check(&accord::parse(&h.words.text), &accord::Options::default());
                note(format!("{:?}", report.findings.iter().map(|f| &f.clauses).collect::<Vec<_>>()));
            }
        }
    }
}
