//! Clock: the phases and obligations of the mediators' text on one axis, what waits for what, what each side
//! has given and received, under a stated choice of the brackets. The mediators' alone.

use super::Asker;
use super::picture::Drawn;
use super::text::VersionLink;
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::RoomKind;
use crate::texts;
use accord::Choices;
use accord::draw::{Kind, picture};
use serde::Serialize;
use talks::negotiating_text::Sheet;
use terms::id::{EntryNo, RoomCode};

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

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct ClockPage {
    /// The room.
    pub room: RoomCode,
    /// The version.
    pub version: Option<VersionLink>,
    /// Which letters are taken; the first set that can stand where none was chosen.
    pub taken: Vec<Taken>,
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
    let mut out = ClockPage { room: room.clone(), version: None, taken: Vec::new(), drawings: Vec::new() };
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
    out.drawings = Kind::ALL.into_iter().filter_map(|kind| Drawn::of(picture(tree, &choices, kind))).collect();
    Ok(out)
}
