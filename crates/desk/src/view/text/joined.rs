//! What is joined to a clause from elsewhere: remarks, initials and numbers of the sides, who holds which alternative.

use super::{Holder, Remark, Room};
use crate::codec::Body;
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::state::RoomState;
use crate::texts;
use crate::uses::sides_of;
use crate::view::Named;
use std::collections::BTreeMap;
use talks::message::Tie;
use talks::negotiating_text::{Clause, Sheet};
use terms::id::{EntryNo, PartyId};

/// What the mediators join from the sides' caucuses to their own clauses.
pub(super) struct Joined {
    pub(super) by_words: texts::ByWords,
    pub(super) sides: Vec<PartyId>,
    /// Remarks by the words of the clause they speak of; those whose clause is not known by its number.
    pub(super) remarks: BTreeMap<String, Vec<Remark>>,
    pub(super) theirs: BTreeMap<String, Vec<(Named, String)>>,
}

pub(super) fn joined(here: &Room<'_>) -> Result<Joined, Refusal> {
    let caucuses = texts::caucuses(here.asker.desk, here.asker.who)?;
    let audiences = texts::audiences(here.state);
    let mut out = Joined {
        by_words: texts::side_initials(&caucuses, here.state),
        sides: texts::sides(here.common),
        remarks: BTreeMap::new(),
        theirs: BTreeMap::new(),
    };
    let clause_words = |draft: EntryNo, number: &str| {
        let held = texts::held(here.state, draft, here.lang)?;
        Some(terms::script::squeezed(&Sheet::read(&held.words.text).clause(number)?.words()))
    };
    for side in &out.sides {
        let Some(last) = audiences.iter().rev().find(|a| a.to == side && a.conveyed.is_some()) else { continue };
        for same in last.map {
            if let Some(words) = last.draft.and_then(|d| clause_words(d, &same.ours)) {
                out.theirs.entry(words).or_default().push((here.named(side), same.theirs.clone()));
            }
        }
    }
    for lens in &caucuses {
        let Some((party, _)) = sides_of(lens.kind()) else { continue };
        let state = lens.state();
        for (remark, tie) in remarks(here, lens, &state) {
            let Some(n) = tie.text else { continue };
            let clause = tie.clause.clone().unwrap_or_default();
            let arrival = match state.get(n).map(|e| &e.body) {
                Some(Body::Arrived(a)) => &a.wording[..],
                _ => &[],
            };
            let words = match texts::ours(&audiences, party, arrival, &clause) {
                Some((draft, ours)) => clause_words(draft, ours),
                None => texts::held(&state, n, here.lang)
                    .and_then(|h| Some(terms::script::squeezed(&Sheet::read(&h.words.text).clause(&clause)?.words()))),
            };
            out.remarks.entry(words.unwrap_or(clause)).or_default().push(remark);
        }
    }
    Ok(out)
}

/// Remarks of a room on its versions, each with what it speaks of.
pub(super) fn remarks(here: &Room<'_>, lens: &Lens, state: &RoomState) -> Vec<(Remark, Tie)> {
    let mut out: Vec<(Remark, Tie)> = Vec::new();
    for a in state.of_kind("message").chain(state.of_kind("arrived")) {
        let (tie, of, name, words, standing) = match &a.entry.body {
            Body::Message(m) if m.kind != talks::message::MessageKind::Text && !state.recalled(a.n) => {
                let words = state.words_now(a.n).unwrap_or(&m.words);
                (&m.tie, Some(here.named(&m.speaker.party)), m.speaker.name.clone(), words, m.standing)
            }
            Body::Arrived(x) => {
                let Some(words) = texts::in_language(&x.wording, here.lang) else { continue };
                (&x.tie, x.named.as_ref().map(|p| here.named(p)), None, words, x.standing)
            }
            _ => continue,
        };
        let Some(tie) = tie.as_ref().filter(|t| t.text.is_some()) else { continue };
        let remark =
            Remark { room: lens.code().clone(), n: a.n, at: a.entry.at, of, name, words: words.clone(), wording: tie.wording, standing };
        out.push((remark, tie.clone()));
    }
    out.sort_by_key(|(r, _)| r.n);
    out
}

/// Whether a remark on an earlier version speaks of the same words.
pub(super) fn about_same(here: &Room<'_>, tie: &Tie, words: &str) -> bool {
    let earlier = tie.text.and_then(|n| texts::held(here.state, n, here.lang));
    earlier.is_some_and(|h| texts::tied(&Sheet::read(&h.words.text), tie).is_some_and(|c| terms::script::squeezed(&c.words()) == words))
}

/// Who holds which alternative of a clause's brackets, as last noted.
pub(super) fn holders(here: &Room<'_>, clause: &Clause) -> Vec<Holder> {
    let mut out: BTreeMap<(String, Named), Holder> = BTreeMap::new();
    for a in here.state.of_kind("alternative-held") {
        if let Body::AlternativeHeld { of, bracket, letter, party } = &a.entry.body
            && clause.brackets().any(|b| b.id == *bracket)
        {
            // The letters of another version may stand for other words.
            let same = texts::held(here.state, *of, here.lang).is_some_and(|h| {
                let sheet = Sheet::read(&h.words.text);
                sheet.bracket(bracket).is_some_and(|(_, b)| clause.brackets().any(|c| c.id == b.id && c.options == b.options))
            });
            if same {
                let side = here.named(party);
                out.insert(
                    (bracket.clone(), side.clone()),
                    Holder { bracket: bracket.clone(), letter: letter.clone(), side, at: a.entry.at },
                );
            }
        }
    }
    out.into_values().collect()
}
