//! The single negotiating text: initialling and reopening its clauses, who holds which alternative, readings
//! of prose, setting a finding aside, and changing one clause of a draft.
//!
//! A version of the text is said like any other words ([`super::say`]) and reaches a side by conveying
//! alone ([`super::carry`]); what is here hangs on a version of the same room.

use super::{Decision, Sight, sides_of, usable};
use crate::codec::Body;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use crate::texts::{aside_key, checked, closed, held, side_initials, sides};
use serde::{Deserialize, Serialize};
use talks::message::{Message, MessageKind, Speaker, Tie};
use talks::negotiating_text::Sheet;
use talks::negotiating_text::compare::{How, compare};
use talks::negotiating_text::ways::Edit;
use talks::note::{Noted, WrittenFrom};
use terms::disclosure::Standing;
use terms::id::{EntryNo, PartyId};
use terms::language::Words;
use terms::phrase::Phrase;
use terms::script::squeezed;

/// One change of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Change {
    /// A bracket is settled as one of its letters.
    Take {
        /// The bracket: `1.2`, or `1.2a`.
        bracket: String,
        /// The letter.
        letter: String,
    },
    /// A clause gets other words.
    Reword {
        /// The clause.
        clause: String,
        /// Its words.
        text: String,
    },
    /// A clause is added behind another.
    Insert {
        /// Behind which.
        clause: String,
        /// Its number.
        number: String,
        /// Its words.
        text: String,
    },
    /// A clause is left out.
    Drop {
        /// The clause.
        clause: String,
    },
    /// A sentence is added under the definitions.
    Define {
        /// Its words.
        text: String,
    },
}

/// What somebody marked in a file that was given out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// The clause; none where the place is in no clause.
    #[serde(default)]
    pub clause: Option<String>,
    /// The words.
    pub words: Words,
    /// Whether they are meant to stand in the clause's place.
    #[serde(default)]
    pub wording: bool,
    /// Whose, as the file says.
    #[serde(default)]
    pub by: Option<String>,
}

impl From<Edit> for Change {
    fn from(edit: Edit) -> Self {
        match edit {
            Edit::Take(bracket, letter) => Change::Take { bracket, letter },
            Edit::Reword(clause, text) => Change::Reword { clause, text },
            Edit::Insert(clause, number, text) => Change::Insert { clause, number, text },
            Edit::Drop(clause) => Change::Drop { clause },
            Edit::Define(text) => Change::Define { text },
        }
    }
}

impl Change {
    fn edit(&self) -> Edit {
        match self.clone() {
            Change::Take { bracket, letter } => Edit::Take(bracket, letter),
            Change::Reword { clause, text } => Edit::Reword(clause, text),
            Change::Insert { clause, number, text } => Edit::Insert(clause, number, text),
            Change::Drop { clause } => Edit::Drop(clause),
            Change::Define { text } => Edit::Define(text),
        }
    }

    /// The clause or bracket it is about.
    fn about(&self) -> &str {
        match self {
            Change::Take { bracket, .. } => bracket,
            Change::Reword { clause, .. } | Change::Insert { clause, .. } | Change::Drop { clause } => clause,
            Change::Define { text } => text,
        }
    }
}

fn no_text(n: EntryNo) -> Refusal {
    Refusal::bad(Phrase::new("bad-no-such-text").entry("n", n))
}

fn no_clause(clause: &str) -> Refusal {
    Refusal::bad(Phrase::new("bad-no-such-clause").name("clause", clause))
}

/// In a caucus only: what a side does to its own version, or has noted.
fn side_here(sight: &Sight<'_>) -> Result<(), Refusal> {
    sight.need(Verb::Say)?;
    match sight.lens.kind() {
        RoomKind::Caucus { .. } => Ok(()),
        _ => Err(Refusal::against(Phrase::new("refused-not-in-this-room"))),
    }
}

/// In a mediating body's own rooms only.
fn ours_here(sight: &Sight<'_>) -> Result<(), Refusal> {
    sight.need(Verb::Say)?;
    match sight.lens.kind() {
        RoomKind::Mediator { .. } | RoomKind::Mediators => Ok(()),
        _ => Err(Refusal::against(Phrase::new("refused-not-in-this-room"))),
    }
}

pub(super) fn initial(sight: &Sight<'_>, of: EntryNo, clause: &str, by: String, standing: Standing) -> Result<Decision, Refusal> {
    side_here(sight)?;
    let state = sight.lens.state();
    let text = held(&state, of, sight.who.language()).ok_or_else(|| no_text(of))?;
    let sheet = Sheet::read(&text.words.text);
    let found = sheet.clause(clause).ok_or_else(|| no_clause(clause))?;
    if found.unsettled() {
        return Err(Refusal::against(Phrase::new("refused-clause-in-brackets").name("clause", clause)));
    }
    let side = sides_of(sight.lens.kind()).map(|(party, _)| party);
    let by = if side == sight.who.body() { sight.who.name().to_owned() } else { by };
    if by.trim().is_empty() {
        return Err(Refusal::bad(Phrase::new("bad-who-initialled")));
    }
    if standing < Standing::AdReferendum {
        return Err(Refusal::against(Phrase::new("refused-initials-bind").key("standing", Standing::AdReferendum.key())));
    }
    if let Some(most) = super::say::mandate(&state, Some(&by))
        && standing > most
    {
        return Err(Refusal::against(Phrase::new("refused-above-mandate").key("standing", most.key())));
    }
    let words = squeezed(&found.words());
    if crate::texts::initials(&state).iter().any(|i| i.words == words && i.by == by) {
        return Err(Refusal::against(Phrase::new("refused-already-initialled").name("clause", clause).name("by", by)));
    }
    Ok(Decision::Here(Body::Initialled { of, clause: clause.to_owned(), words, by, standing }))
}

pub(super) fn reopen(sight: &Sight<'_>, of: EntryNo, clause: &str, by: String, why: Option<Words>) -> Result<Decision, Refusal> {
    side_here(sight)?;
    let state = sight.lens.state();
    let text = held(&state, of, sight.who.language()).ok_or_else(|| no_text(of))?;
    let sheet = Sheet::read(&text.words.text);
    let words = squeezed(&sheet.clause(clause).ok_or_else(|| no_clause(clause))?.words());
    let side = sides_of(sight.lens.kind()).map(|(party, _)| party);
    let by = if side == sight.who.body() { sight.who.name().to_owned() } else { by };
    if by.trim().is_empty() {
        return Err(Refusal::bad(Phrase::new("bad-who-initialled")));
    }
    if !crate::texts::initials(&state).iter().any(|i| i.words == words) {
        return Err(Refusal::against(Phrase::new("refused-not-initialled").name("clause", clause)));
    }
    if let Some(why) = &why {
        usable(why)?;
    }
    Ok(Decision::Here(Body::Reopened { of, clause: clause.to_owned(), words, by, why }))
}

pub(super) fn alternative(sight: &Sight<'_>, of: EntryNo, bracket: String, letter: String, party: PartyId) -> Result<Decision, Refusal> {
    ours_here(sight)?;
    sight.party(&party)?;
    let state = sight.lens.state();
    let text = held(&state, of, sight.who.language()).ok_or_else(|| no_text(of))?;
    let sheet = Sheet::read(&text.words.text);
    let (_, found) = sheet.bracket(&bracket).ok_or_else(|| no_clause(&bracket))?;
    // No letter: the side holds none of them.
    if !letter.is_empty() && !found.options.iter().any(|(l, _)| *l == letter) {
        return Err(Refusal::bad(Phrase::new("bad-no-such-letter").name("bracket", bracket).name("letter", letter)));
    }
    Ok(Decision::Here(Body::AlternativeHeld { of, bracket, letter, party }))
}

pub(super) fn reading(sight: &Sight<'_>, of: EntryNo, clause: &str, name: Option<String>, sentence: String) -> Result<Decision, Refusal> {
    ours_here(sight)?;
    let state = sight.lens.state();
    let text = held(&state, of, sight.who.language()).ok_or_else(|| no_text(of))?;
    let sheet = Sheet::read(&text.words.text);
    let found = sheet.clause(clause).ok_or_else(|| no_clause(clause))?;
    if found.read == talks::negotiating_text::Read::Forms {
        return Err(Refusal::against(Phrase::new("refused-clause-reads-itself").name("clause", clause)));
    }
    let words = squeezed(&found.words());
    usable(&Words::new(text.words.lang, sentence.clone()))?;
    Ok(Decision::Here(Body::ClauseRead { of, clause: clause.to_owned(), words, name, sentence: squeezed(&sentence) }))
}

pub(super) fn set_aside(sight: &Sight<'_>, of: EntryNo, key: &str, why: Words) -> Result<Decision, Refusal> {
    sight.need(Verb::Say)?;
    usable(&why)?;
    let state = sight.lens.state();
    let text = held(&state, of, sight.who.language()).ok_or_else(|| no_text(of))?;
    let sheet = Sheet::read(&text.words.text);
    let found = checked(sight.lens.kind(), &state, &sight.common.state(), &sheet, &text);
    let finding = found.report.findings.iter().find(|f| aside_key(&found, f) == key);
    let finding = finding.ok_or_else(|| Refusal::bad(Phrase::new("bad-no-such-finding")))?;
    let body = Body::FindingAside { of, check: finding.check.to_owned(), clauses: finding.clauses.clone(), key: key.to_owned(), why };
    Ok(Decision::Here(body))
}

/// What a returned file says, as remarks and suggested words of whoever returned it: the side of this
/// caucus. Clauses that were taken out are said to be, in one remark each.
pub(super) fn returned(sight: &Sight<'_>, of: EntryNo, marked: Vec<Marked>, gone: Vec<String>) -> Result<Decision, Refusal> {
    side_here(sight)?;
    let party = sides_of(sight.lens.kind()).map(|(party, _)| party.clone()).ok_or(Refusal::NotFound)?;
    let title = {
        let state = sight.lens.state();
        sheet_title(&held(&state, of, sight.who.language()).ok_or_else(|| no_text(of))?.words.text)
    };
    let what = if title.is_empty() { "text".to_owned() } else { title };
    let noted = (sight.who.body() != Some(&party)).then(|| Noted { from: WrittenFrom::Paper, ..Noted::default() });
    let lang = sight.who.language();
    let out = gone.into_iter().map(|clause| Marked { words: Words::new(lang, "–"), clause: Some(clause), wording: true, by: None });
    let mut bodies = Vec::new();
    for m in marked.into_iter().chain(out) {
        let tie = Tie { what: what.clone(), version: 0, clause: m.clause, text: Some(of), wording: m.wording };
        let message = Message {
            kind: MessageKind::Answer,
            words: m.words,
            standing: Standing::Personal,
            speaker: Speaker { party: party.clone(), name: m.by },
            tie: Some(tie),
            answers: None,
            noted: noted.clone(),
            source: None,
        };
        match super::say::say(sight, message)? {
            Decision::Here(body) => bodies.push(body),
            _ => return Err(Refusal::NotFound),
        }
    }
    if bodies.is_empty() {
        return Err(Refusal::against(Phrase::new("refused-nothing-returned")));
    }
    Ok(Decision::Over { elsewhere: Vec::new(), then: bodies })
}

/// A new version with one change; it is said like any other words.
pub(super) fn amend(sight: &Sight<'_>, of: EntryNo, change: &Change) -> Result<Decision, Refusal> {
    let message = {
        let state = sight.lens.state();
        let text = held(&state, of, sight.who.language()).ok_or_else(|| no_text(of))?;
        let words = &text.words.text;
        let new = change.edit().done(words).ok_or_else(|| no_clause(change.about()))?;
        Message {
            kind: MessageKind::Text,
            words: Words::new(text.words.lang, new),
            standing: Standing::Personal,
            speaker: Speaker { party: sight.who.body().cloned().ok_or(Refusal::NotFound)?, name: None },
            tie: Some(Tie {
                what: sheet_title(words),
                version: 0,
                clause: Some(change.about().to_owned()),
                text: Some(of),
                wording: false,
            }),
            answers: None,
            noted: None,
            source: None,
        }
    };
    super::say::say(sight, message)
}

fn sheet_title(text: &str) -> String {
    Sheet::read(text).title
}

/// A new version of the mediators' text: a clause that every side has initialled keeps its words, unless
/// a side has reopened it by name.
pub(super) fn closed_clauses_kept(sight: &Sight<'_>, words: &Words) -> Result<(), Refusal> {
    if !matches!(sight.lens.kind(), RoomKind::Mediator { .. }) {
        return Ok(());
    }
    let state = sight.lens.state();
    let Some(last) = crate::texts::versions(&state, sight.who.language()).pop() else { return Ok(()) };
    let by_words = side_initials(&crate::texts::caucuses(sight.desk, sight.who)?, &state);
    if by_words.is_empty() {
        return Ok(());
    }
    let sides = sides(&sight.common.state());
    let old = Sheet::read(&last.words.text);
    let changed = compare(&old, &Sheet::read(&words.text)).into_iter().filter(|p| matches!(p.how, How::Changed | How::Gone));
    let broken: Vec<String> =
        changed.filter_map(|p| p.before).filter(|n| old.clause(n).is_some_and(|c| closed(&by_words, &sides, &c.words()))).collect();
    if broken.is_empty() { Ok(()) } else { Err(Refusal::against(Phrase::new("refused-clause-closed").name("clauses", broken.join(", ")))) }
}
