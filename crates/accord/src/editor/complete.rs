//! What could stand at a place: the forms at the beginning of a sentence, names and words of the forms within one.

use crate::keywords;
use crate::tree::{NameKind, Tree};
use terms::language::Language;
use terms::phrase::Phrase;

/// What an offer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OfferKind {
    /// A whole form with places to fill: `${1:…}`.
    Form,
    /// A declared name.
    Name,
    /// A clause's number.
    Clause,
    /// A word of the forms.
    Keyword,
}

/// One offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What is seen in the list.
    pub label: String,
    /// What is written.
    pub insert: String,
    /// What it is.
    pub kind: OfferKind,
    /// More about a form.
    pub about: Option<Phrase>,
}

/// Forms: their name in the phrases, numbered or not, the words of the forms and the places between them.
const FORMS: &[(&str, bool, &str)] = &[
    ("duty", true, "$ <shall> $, <within> $ <hours> <of> $."),
    ("verifies", true, "$ verifies $ <within> $ <hours> <of> $."),
    ("guarantee", true, "$ guarantees $: <if> <breached>, $ <shall> $."),
    ("cure", true, "<if> $ is <breached>, it may be cured <within> $ <hours> <of> <notice>; otherwise $."),
    ("suspend", true, "$ <may> suspend $ <while> $ is <breached>."),
    ("prevails", true, "Clause $ prevails over clause $."),
    ("stages", true, "Clause $ is done in stages: $ persons by day $, $ in all by day $."),
    ("cover", true, "From $ <done> <until> $ <done>, $ secures $."),
    ("role", false, "$ <is a party>."),
    ("means", false, "\"$\" <means> $."),
    ("list", false, "<list> $ <has> $ <persons>, <held by> $."),
    ("event", false, "<event> \"$\" <is reported by> $."),
    ("reacts", false, "$ <needs> $ <hours> <to react>."),
    ("phase", false, "<phase> $ \"$\" <begins on> $."),
];

/// A form with its words in a language. Forms whose words the tables do not have are English only.
fn form(words: &str, lang: Language) -> Option<String> {
    let mut out = String::new();
    let mut place = 0;
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix('<') {
            let (key, after) = after.split_once('>')?;
            let word = keywords::word(lang, key)?;
            // A sentence begins with a capital where the script has them.
            if out.is_empty() {
                let mut letters = word.chars();
                out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                out.push_str(letters.as_str());
            } else {
                out.push_str(&word);
            }
            rest = after;
        } else if let Some(after) = rest.strip_prefix('$') {
            place += 1;
            out.push_str(&["${", &place.to_string(), ":…}"].concat());
            rest = after;
        } else {
            // Words outside the tables stand in English only.
            if lang != Language::En && c.is_alphabetic() {
                return None;
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    Some(out)
}

/// What could stand at a byte; the editor keeps what fits the letters typed.
#[must_use]
pub fn complete(tree: &Tree, at: usize) -> Vec<Offer> {
    let at = at.min(tree.text.len());
    let before = tree.text.get(..at).unwrap_or("");
    let line = before.rsplit('\n').next().unwrap_or("");
    let mut out = Vec::new();
    if line.trim_start().chars().all(|c| c.is_alphanumeric() || c == '.') {
        let numbered = line.trim_start().starts_with(|c: char| c.is_numeric());
        let next = next_number(tree, at);
        for (name, is_numbered, words) in FORMS {
            let Some(body) = form(words, tree.lang) else { continue };
            let insert = if *is_numbered && !numbered { [next.as_str(), " ", &body].concat() } else { body };
            let label = insert.split("${").map(|p| p.split_once(":…}").map_or(p, |x| x.1)).collect::<Vec<_>>().join("…");
            let about = Phrase::new(&["accord-form-", name].concat());
            out.push(Offer { label, insert, kind: OfferKind::Form, about: Some(about) });
        }
    }
    for n in tree.names.all.iter().filter(|n| n.kind != NameKind::Source) {
        let quoted = n.words.iter().any(|w| keywords::reserved(w));
        let insert = if quoted { ["\"", &n.text, "\""].concat() } else { n.text.clone() };
        if !out.iter().any(|o: &Offer| o.label == n.text && o.kind == OfferKind::Name) {
            out.push(Offer { label: n.text.clone(), insert, kind: OfferKind::Name, about: None });
        }
    }
    for no in tree.clauses() {
        let no = no.to_string();
        out.push(Offer { label: no.clone(), insert: no, kind: OfferKind::Clause, about: None });
    }
    for w in keywords::all(tree.lang) {
        out.push(Offer { label: w.clone(), insert: w, kind: OfferKind::Keyword, about: None });
    }
    out
}

/// The next free number of the part that a byte stands in.
pub(super) fn next_number(tree: &Tree, at: usize) -> String {
    let part = |s: &crate::tree::Sentence| {
        s.number.map(|n| n.major).or(match s.variants.first().map(|v| &v.body) {
            Some(crate::tree::Body::Phase { n, .. }) => Some(*n),
            _ => None,
        })
    };
    let last = tree.sentences.iter().rev().filter(|s| s.span.start <= at).find_map(part);
    let major = last.or_else(|| tree.clauses().first().map(|c| c.major)).unwrap_or(1);
    let most = tree.clauses().iter().filter(|c| c.major == major).map(|c| c.minor).max().unwrap_or(0);
    [major.to_string(), ".".to_owned(), (most + 1).to_string()].concat()
}
