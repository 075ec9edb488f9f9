//! A returned file: what was changed in each clause, tracked or not, what was remarked on it, and the rest.

use super::bookmark;
use super::xml::{Token, attribute, plain, tokens};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use talks::negotiating_text::Sheet;
use terms::phrase::Phrase;

/// The most bytes of a part, unpacked: a file that grows beyond it is no text.
const MOST: u64 = 16 << 20;

/// What somebody did to a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The clause; none where the place is in no clause.
    pub clause: Option<String>,
    /// The words: those that would stand in the clause's place, or the remark.
    pub words: String,
    /// Whether they are meant to stand in its place.
    pub wording: bool,
    /// Whose, as the file says.
    pub by: Option<String>,
}

/// A returned file, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Returned {
    /// Suggested words and remarks, clause by clause in the order of the file.
    pub marked: Vec<Marked>,
    /// Clauses whose paragraph is not there any more.
    pub gone: Vec<String>,
}

#[derive(Default)]
struct Paragraph {
    marks: Vec<String>,
    after: String,
    authors: Vec<String>,
    comments: Vec<String>,
    touched: bool,
}

fn unusable() -> Phrase {
    Phrase::new("bad-word-file")
}

fn part(zip: &mut zip::ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, Phrase> {
    let Ok(file) = zip.by_name(name) else { return Ok(None) };
    let mut text = Vec::new();
    file.take(MOST + 1).read_to_end(&mut text).map_err(|_| unusable())?;
    if text.len() as u64 > MOST {
        return Err(unusable());
    }
    String::from_utf8(text).map(Some).map_err(|_| unusable())
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads a returned file against the version that was given out.
///
/// # Errors
/// Where it is no Word file, or one too large to be a text.
pub fn read(bytes: &[u8], sheet: &Sheet) -> Result<Returned, Phrase> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| unusable())?;
    let document = part(&mut zip, "word/document.xml")?.ok_or_else(unusable)?;
    let comments = part(&mut zip, "word/comments.xml")?.map(|text| comments(&text)).unwrap_or_default();
    let notes = part(&mut zip, "word/footnotes.xml")?.map(|text| paragraphs(&text)).unwrap_or_default();
    let mut out = Returned::default();
    let mut seen: Vec<&str> = Vec::new();
    let known: Vec<String> =
        [&sheet.title].into_iter().chain(&sheet.declarations).chain(sheet.parts.iter().map(|p| &p.heading)).map(|t| squeezed(t)).collect();
    for p in paragraphs(&document) {
        let words = squeezed(&p.after);
        let clause = sheet.clauses().find(|c| p.marks.contains(&bookmark(&c.number))).or_else(|| {
            let first = words.split(' ').next().unwrap_or("");
            sheet.clauses().find(|c| c.number == first)
        });
        let by = (!p.authors.is_empty()).then(|| p.authors.join(", "));
        match clause {
            Some(clause) => {
                seen.push(&clause.number);
                let own = words.strip_prefix(&clause.number).unwrap_or(&words).trim();
                if own.is_empty() {
                    out.gone.push(clause.number.clone());
                } else if own != squeezed(&clause.words()) {
                    out.marked.push(Marked { clause: Some(clause.number.clone()), words: own.to_owned(), wording: true, by });
                }
            }
            None if words.is_empty() || (!p.touched && known.contains(&words)) => {}
            None => out.marked.push(Marked { clause: None, words, wording: false, by }),
        }
        for id in &p.comments {
            if let Some((by, text)) = comments.get(id) {
                let words = text.clone();
                out.marked.push(Marked { clause: clause.map(|c| c.number.clone()), words, wording: false, by: by.clone() });
            }
        }
    }
    for note in notes.into_iter().map(|p| squeezed(&p.after)).filter(|w| !w.is_empty()) {
        out.marked.push(Marked { clause: None, words: note, wording: false, by: None });
    }
    out.gone.extend(sheet.clauses().filter(|c| !seen.contains(&c.number.as_str())).map(|c| c.number.clone()));
    Ok(out)
}

/// The paragraphs of a part, as they would stand with every change taken.
fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::new();
    let mut now = Paragraph::default();
    let mut words = false;
    let mut struck = 0_usize;
    for token in tokens(text) {
        match token {
            Token::Open("w:p", _, false) => now = Paragraph::default(),
            Token::Close("w:p") => out.push(std::mem::take(&mut now)),
            Token::Open(tag @ ("w:ins" | "w:del" | "w:moveFrom" | "w:moveTo"), a, closed) => {
                now.touched = true;
                struck += usize::from(!closed && matches!(tag, "w:del" | "w:moveFrom"));
                if let Some(author) = attribute(a, "w:author").filter(|x| !x.is_empty() && !now.authors.contains(x)) {
                    now.authors.push(author);
                }
            }
            Token::Open("w:bookmarkStart", a, _) => now.marks.extend(attribute(a, "w:name")),
            Token::Open("w:commentReference", a, _) => now.comments.extend(attribute(a, "w:id")),
            Token::Open("w:tab" | "w:br" | "w:cr", _, _) => now.after.push(' '),
            Token::Close("w:del" | "w:moveFrom") => struck = struck.saturating_sub(1),
            Token::Open("w:t", _, closed) => words = !closed,
            Token::Close("w:t") => words = false,
            // What was struck out or moved away is left out.
            Token::Text(t) if words && struck == 0 => now.after.push_str(&plain(t)),
            _ => {}
        }
    }
    out
}

/// Comments by their number: whose, and what.
fn comments(text: &str) -> BTreeMap<String, (Option<String>, String)> {
    let mut out = BTreeMap::new();
    let mut now: Option<(String, Option<String>, String)> = None;
    let mut words = false;
    for token in tokens(text) {
        match token {
            Token::Open("w:comment", a, false) => now = attribute(a, "w:id").map(|id| (id, attribute(a, "w:author"), String::new())),
            Token::Close("w:comment") => {
                if let Some((id, by, text)) = now.take() {
                    out.insert(id, (by, squeezed(&text)));
                }
            }
            Token::Open("w:t", _, closed) => words = !closed,
            Token::Close("w:t") => words = false,
            Token::Close("w:p") => now.iter_mut().for_each(|n| n.2.push(' ')),
            Token::Text(t) if words => now.iter_mut().for_each(|n| n.2.push_str(&plain(t))),
            _ => {}
        }
    }
    out
}
