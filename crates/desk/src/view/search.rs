//! Search over the reader's own rooms, each searched by itself.

use super::Asker;
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::RoomKind;
use serde::Serialize;
use terms::id::{EntryNo, RoomCode};
use terms::language::{Language, Words};
use terms::script::fold;
use terms::time::Stamp;

/// One find.
#[derive(Debug, Clone, Serialize)]
pub struct Hit {
    /// The room.
    pub room: RoomCode,
    /// Its number there.
    pub n: EntryNo,
    /// When.
    pub at: Stamp,
    /// What kind of entry it is.
    pub kind: &'static str,
    /// Its first words.
    pub words: Words,
}

/// What a search found.
#[derive(Debug, Clone, Serialize)]
pub struct Found {
    /// What was asked.
    pub query: String,
    /// The finds, newest first by the talks' time; nothing is ranked across rooms.
    pub hits: Vec<Hit>,
    /// Whether there are more.
    pub more: bool,
}

/// The most finds of one room.
const MOST: usize = 40;

/// Searches the rooms of the clearance.
pub fn search(asker: &Asker<'_>, query: &str) -> Result<Found, Refusal> {
    let folded = fold(query);
    let mut hits = Vec::new();
    let mut more = false;
    if !folded.trim().is_empty() {
        for lens in Lens::many(asker.desk, asker.who, |kind| !matches!(kind, RoomKind::Directory))? {
            let state = lens.state();
            let (found, rest) = state.search(&folded, MOST);
            more |= rest;
            hits.extend(found.into_iter().filter_map(|n| {
                let entry = state.get(n)?;
                let text = entry
                    .body
                    .searchable()
                    .iter()
                    .find(|t| folded.split_whitespace().any(|w| fold(t).contains(w)))
                    .map(|t| (*t).to_owned())?;
                let short: String = text.chars().take(240).collect();
                Some(Hit {
                    room: lens.code().clone(),
                    n,
                    at: entry.at,
                    kind: entry.body.kind(),
                    words: Words::new(language_of(&short), short),
                })
            }));
        }
    }
    hits.sort_by(|a, b| b.at.cmp(&a.at).then(a.room.cmp(&b.room)).then(b.n.cmp(&a.n)));
    #[cfg(feature = "leaks")]
    leaked(asker, &folded, &mut hits);
    Ok(Found { query: query.to_owned(), hits, more })
}

/// The language of a text by its first letter; for the direction in which a snippet is shown.
fn language_of(text: &str) -> Language {
    text.chars()
        .find_map(|c| match c {
            '\u{0590}'..='\u{05FF}' => Some(Language::He),
            '\u{0600}'..='\u{06FF}' => Some(Language::Ar),
            c if c.is_alphabetic() => Some(Language::En),
            _ => None,
        })
        .unwrap_or(Language::En)
}

#[cfg(feature = "leaks")]
fn leaked(asker: &Asker<'_>, folded: &str, hits: &mut [Hit]) {
    use crate::leaks::{Leak, note, on};
    if folded.trim().is_empty() || !(on(Leak::SearchCount) || on(Leak::SearchRanking) || on(Leak::Snippet)) {
        return;
    }
    let rooms = asker.desk.every_room(asker.who.case());
    let found = |query: &str| -> Vec<(Stamp, String)> {
        let mut all = Vec::new();
        for (_, _, lens) in &rooms {
            let state = lens.state();
            for n in state.search(&fold(query), 1000).0 {
                all.extend(state.get(n).and_then(|e| Some((e.at, (*e.body.searchable().first()?).to_owned()))));
            }
        }
        all.sort();
        all
    };
    if on(Leak::SearchCount) {
        note(format!("{} found", found(folded).len()));
    }
    if on(Leak::SearchRanking) {
        // The rarer the second word of a hit is anywhere, the higher it stands.
        hits.sort_by_key(|h| found(h.words.text.split_whitespace().nth(2).unwrap_or("")).len());
    }
    if on(Leak::Snippet)
        && let (Some(hit), Some((_, text))) = (hits.first_mut(), found(folded).pop())
    {
        hit.words = Words::new(language_of(&text), text);
    }
}
