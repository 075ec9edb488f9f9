//! What an editor asks of a text: what stands where, what it means, what could stand here, what would mend it.
//!
//! Places are bytes of the text; a language server turns them into its own. Nothing here is a
//! sentence for people but phrases and the text's own words.

mod complete;
mod fixes;
mod hover;
mod words;

pub use complete::{Offer, OfferKind, complete};
pub use fixes::{Change, Edit, Fix, define, fixes};
pub(crate) use hover::last_day;
pub use hover::{Fact, Hint, Hover, hints, hover};
pub use words::{Occurrence, Outline, Role, Symbol, Word, occurrences, outline, rename, symbol_at, words};

use crate::tree::Tree;

/// The text after some edits, none of them over another.
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|e| std::cmp::Reverse(e.at.start));
    let mut out = text.to_owned();
    for e in edits {
        if out.is_char_boundary(e.at.start) && out.is_char_boundary(e.at.end) && e.at.end <= out.len() {
            out.replace_range(e.at.clone(), &e.text);
        }
    }
    out
}

/// Whether no more sentences are unread after the edits than before.
fn reads_as_well(tree: &Tree, edits: &[Edit]) -> bool {
    let before = crate::parse(&tree.text).findings.len();
    crate::parse(&apply(&tree.text, edits)).findings.len() <= before
}

#[cfg(test)]
mod tests;
