//! Changing one clause of a text, or settling one of its brackets; every other byte stays as it was.

use super::Sheet;

/// The text with one bracket settled as one of its letters; `None` where there is no such letter.
#[must_use]
pub fn take(text: &str, id: &str, letter: &str) -> Option<String> {
    let sheet = Sheet::read(text);
    let (_, bracket) = sheet.bracket(id)?;
    let (_, words) = bracket.options.iter().find(|(l, _)| l == letter)?;
    let (before, after) = (&text[..bracket.at.start], &text[bracket.at.end..]);
    // An empty choice takes the comma before it along.
    Some(match words.as_str() {
        "nothing" | "لا شيء" | "כלום" => [before.trim_end().trim_end_matches([',', '،']), after].concat(),
        words => [before, words, after].concat(),
    })
}

/// The text with other words for one clause, its number kept; `None` where there is no such clause.
#[must_use]
pub fn reword(text: &str, number: &str, words: &str) -> Option<String> {
    let sheet = Sheet::read(text);
    let clause = sheet.clause(number)?;
    let mut words = terms::script::squeezed(words);
    if sheet.forms && !words.ends_with('.') {
        words.push('.');
    }
    Some([&text[..clause.at.start], &words, &text[clause.at.end..]].concat())
}

/// The text with a new clause behind another, under a number that its caller chose; `None` where there
/// is no such clause.
#[must_use]
pub fn insert_after(text: &str, number: &str, new: &str, words: &str) -> Option<String> {
    let sheet = Sheet::read(text);
    let clause = sheet.clause(number)?;
    let end = text[clause.at.end..].find('\n').map_or(text.len(), |i| clause.at.end + i);
    let start = text[..clause.at.start].rfind('\n').map_or(0, |i| i + 1);
    let indent: String = text[start..].chars().take_while(|c| c.is_whitespace() && *c != '\n').collect();
    Some([&text[..end], "\n", &indent, new, " ", words.trim(), &text[end..]].concat())
}

/// The text without one clause; `None` where there is no such clause.
#[must_use]
pub fn drop_clause(text: &str, number: &str) -> Option<String> {
    let sheet = Sheet::read(text);
    let clause = sheet.clause(number)?;
    let start = text[..clause.at.start].rfind('\n').map_or(0, |i| i + 1);
    let end = text[clause.at.end..].find('\n').map_or(text.len(), |i| clause.at.end + i + 1);
    Some([&text[..start], &text[end..]].concat())
}
