//! A returned file: what was changed in each clause, tracked or not, what was remarked on it, and the rest.

use super::bookmark;
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use talks::negotiating_text::Sheet;
use terms::phrase::Phrase;
use terms::script::squeezed;

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

/// Reads a returned file against the version that was given out.
///
/// # Errors
/// Where it is no Word file that can be read to its end, or one too large to be a text.
pub fn read(bytes: &[u8], sheet: &Sheet) -> Result<Returned, Phrase> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| unusable())?;
    let document = part(&mut zip, "word/document.xml")?.ok_or_else(unusable)?;
    let comments = match part(&mut zip, "word/comments.xml")? {
        Some(text) => comments(&tree(&text)?),
        None => BTreeMap::new(),
    };
    let notes = match part(&mut zip, "word/footnotes.xml")? {
        Some(text) => paragraphs(&tree(&text)?),
        None => Vec::new(),
    };
    let mut out = Returned::default();
    let mut seen: Vec<&str> = Vec::new();
    let known: Vec<String> =
        [&sheet.title].into_iter().chain(&sheet.declarations).chain(sheet.parts.iter().map(|p| &p.heading)).map(|t| squeezed(t)).collect();
    for p in paragraphs(&tree(&document)?) {
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

/// A part as a tree. Nodes are bounded, and so is what is read of them: a declaration could make more of either.
fn tree(text: &str) -> Result<Document<'_>, Phrase> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: 4_000_000, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|_| unusable())
}

/// An attribute of the format's own, by its local name.
fn attribute(node: Node<'_, '_>, name: &str) -> Option<String> {
    node.attributes().find(|a| a.name() == name && a.namespace().is_some()).map(|a| a.value().to_owned())
}

/// The words of a run's text.
fn words(node: Node<'_, '_>) -> String {
    node.children().filter(Node::is_text).filter_map(|t| t.text()).collect()
}

/// Where a node stands: in which paragraph, and whether in what was struck out or moved away.
#[derive(Clone, Copy, Default)]
struct Inside {
    paragraph: Option<usize>,
    struck: bool,
}

/// The paragraphs of a part, as they would stand with every change taken.
fn paragraphs(document: &Document<'_>) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::new();
    // By the number of the node. A parent's number is below its children's, so each takes over from its own.
    let mut inside: Vec<Inside> = Vec::new();
    for node in document.descendants() {
        let mut here = node.parent().and_then(|p| inside.get(p.id().get_usize()).copied()).unwrap_or_default();
        let name = if node.is_element() { node.tag_name().name() } else { "" };
        if name == "p" {
            here.paragraph = Some(out.len());
            out.push(Paragraph::default());
        }
        here.struck |= matches!(name, "del" | "moveFrom");
        inside.push(here);
        let Some(now) = here.paragraph.and_then(|p| out.get_mut(p)) else { continue };
        match name {
            "ins" | "del" | "moveFrom" | "moveTo" => {
                now.touched = true;
                let author = attribute(node, "author").filter(|x| !x.is_empty() && !now.authors.contains(x));
                now.authors.extend(author);
            }
            "bookmarkStart" => now.marks.extend(attribute(node, "name")),
            "commentReference" => now.comments.extend(attribute(node, "id")),
            // What was struck out or moved away is left out.
            "tab" | "br" | "cr" if !here.struck => now.after.push(' '),
            "t" if !here.struck => now.after.push_str(&words(node)),
            _ => {}
        }
    }
    out
}

/// Comments by their number: whose, and what.
fn comments(document: &Document<'_>) -> BTreeMap<String, (Option<String>, String)> {
    let mut out = BTreeMap::new();
    for comment in document.descendants().filter(|n| n.is_element() && n.tag_name().name() == "comment") {
        let Some(id) = attribute(comment, "id") else { continue };
        let mut text = String::new();
        for node in comment.descendants().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" => text.push(' '),
                "t" => text.push_str(&words(node)),
                _ => {}
            }
        }
        out.insert(id, (attribute(comment, "author"), squeezed(&text)));
    }
    out
}
