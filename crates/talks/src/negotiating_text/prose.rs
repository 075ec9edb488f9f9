//! Clauses of a text in prose: by their numbers where it has any, by its paragraphs where it has none.

use super::{Bracket, Clause, Part, Piece, Read, Sheet};
use std::ops::Range;
use terms::script::squeezed;

/// A line of the file with its place.
struct Row {
    at: Range<usize>,
    /// The number it begins with, and where its words begin.
    number: Option<(String, usize)>,
}

/// Words before a number that belong to it, in the three languages.
const BEFORE: [&str; 8] = ["article", "clause", "section", "point", "المادة", "البند", "סעיף", "נקודה"];

fn ascii(c: char) -> Option<char> {
    terms::script::digit(c).map(|d| char::from(b'0' + d))
}

/// The number that a line begins with: `1.`, `1.2`, `3)`, `Article 4`, digits of any script.
fn numbered(line: &str) -> Option<(String, usize)> {
    let lead = line.len() - line.trim_start().len();
    let mut rest = &line[lead..];
    let word = rest.split_whitespace().next().unwrap_or("");
    let worded = BEFORE.contains(&word.to_lowercase().as_str());
    if worded {
        rest = rest[word.len()..].trim_start();
    }
    let mut number = String::new();
    let mut used = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if let Some(d) = ascii(c) {
            number.push(d);
        } else if c == '.' && !number.is_empty() && chars.peek().is_some_and(|(_, n)| ascii(*n).is_some()) {
            number.push('.');
        } else {
            used = i;
            break;
        }
        used = i + c.len_utf8();
    }
    let marked = rest[used..].starts_with(['.', ')', ':', '–', '-']);
    if number.is_empty() || number.len() > 12 || !(worded || marked || number.contains('.')) {
        return None;
    }
    let after = rest[used..].trim_start_matches(['.', ')', ':', '–', '-']).trim_start();
    (!after.is_empty() || worded).then(|| (number, line.len() - after.len()))
}

/// Reads prose.
pub(super) fn read(text: &str) -> Sheet {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        rows.push(Row { at: start..start + bare.len(), number: numbered(bare) });
        start += line.len();
    }
    let any = rows.iter().any(|r| r.number.is_some());
    let mut sheet = Sheet { title: String::new(), forms: false, declarations: Vec::new(), parts: Vec::new() };
    let mut open = false;
    let mut count = 0;
    for row in &rows {
        let line = text[row.at.clone()].trim();
        if line.is_empty() {
            open = open && any;
            continue;
        }
        let ends = line.ends_with(['.', ';', ':', '؛', '!', '?', '؟', ',', '،']);
        match &row.number {
            Some((number, from)) => {
                let at = row.at.start + from..row.at.end;
                push(&mut sheet, clause(text, number.clone(), at));
                open = true;
            }
            None if sheet.title.is_empty() && sheet.parts.is_empty() && !ends => line.clone_into(&mut sheet.title),
            // A short line that ends without a stop heads what follows.
            None if !ends && line.chars().count() <= 80 && !open => {
                sheet.parts.push(Part { heading: line.to_owned(), clauses: Vec::new() });
            }
            None if any && !sheet.parts.is_empty() && open => extend(&mut sheet, text, row.at.end),
            None if any => sheet.declarations.push(line.to_owned()),
            None if open => extend(&mut sheet, text, row.at.end),
            None => {
                count += 1;
                let lead = text[row.at.clone()].len() - text[row.at.clone()].trim_start().len();
                push(&mut sheet, clause(text, count.to_string(), row.at.start + lead..row.at.end));
                open = true;
            }
        }
    }
    sheet.parts.retain(|p| !p.clauses.is_empty());
    sheet
}

fn push(sheet: &mut Sheet, clause: Clause) {
    if sheet.parts.is_empty() {
        sheet.parts.push(Part { heading: String::new(), clauses: Vec::new() });
    }
    if let Some(part) = sheet.parts.last_mut() {
        part.clauses.push(clause);
    }
}

/// The last clause goes on to `end`.
fn extend(sheet: &mut Sheet, text: &str, end: usize) {
    if let Some(last) = sheet.parts.last_mut().and_then(|p| p.clauses.last_mut()) {
        *last = clause(text, last.number.clone(), last.at.start..end);
    }
}

/// Letters with their words.
type Letters = Vec<(String, String)>;

/// A clause with its brackets: `[A: … | B: …]` are alternatives, `[words]` words in dispute.
fn clause(text: &str, number: String, at: Range<usize>) -> Clause {
    let words = &text[at.clone()];
    let mut groups: Vec<(Range<usize>, Letters)> = Vec::new();
    let mut from = 0;
    while let Some(open) = words[from..].find('[').map(|i| i + from) {
        let Some(close) = words[open..].find(']').map(|i| i + open) else { break };
        let options = words[open + 1..close].split('|').map(|part| match part.split_once(':') {
            Some((letter, w)) if letter.trim().chars().count() == 1 => (letter.trim().to_owned(), squeezed(w)),
            _ => (String::new(), squeezed(part)),
        });
        groups.push((open..close + 1, options.collect()));
        from = close + 1;
    }
    let mut pieces = Vec::new();
    let mut last = 0;
    let several = groups.len() > 1;
    for (k, (span, options)) in groups.into_iter().enumerate() {
        let before = squeezed(&words[last..span.start]);
        if !before.is_empty() {
            pieces.push(Piece::Words(before));
        }
        let letter = char::from(b'a' + u8::try_from(k.min(25)).unwrap_or(25));
        let id = if several { format!("{number}{letter}") } else { number.clone() };
        last = span.end;
        pieces.push(Piece::Bracket(Bracket { id, options, at: at.start + span.start..at.start + span.end }));
    }
    let after = squeezed(&words[last..]);
    if !after.is_empty() {
        let apart = !pieces.is_empty() && !after.starts_with(['.', ',', ';', '،', '؛']);
        pieces.push(Piece::Words(if apart { [" ", &after].concat() } else { after }));
    }
    Clause { number, pieces, read: Read::NotRead, readings: Vec::new(), at }
}
