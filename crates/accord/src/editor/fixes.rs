//! Ways out that are edits: what a finding's way out would change in the text, with `open` where the sides must say.
//!
//! A way out names what would mend the text and never who should yield; where it can be written
//! down without deciding anything for the sides, it is an edit here. A number, a date or a name that
//! nobody has given is written `open`.

use super::complete::next_number;
use crate::finding::Finding;
use crate::keywords::word;
use crate::lex::Kind;
use crate::tree::{Body, ClauseNo, Modal, Sentence, Tree, What};
use std::ops::Range;
use terms::phrase::{Arg, Phrase};

/// One edit: the bytes that go, and what stands there then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What goes; empty where something is only added.
    pub at: Range<usize>,
    /// What comes.
    pub text: String,
}

/// The same in clauses, for whoever keeps a text by its clauses and not by its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A bracket is settled: its id and the letter.
    Take(String, String),
    /// A clause gets other words.
    Reword(String, String),
    /// A clause is added behind another: behind which, its number, its words.
    Insert(String, String, String),
    /// A clause is left out.
    Drop(String),
    /// A sentence is added under the definitions.
    Define(String),
}

/// A way out with its edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The way out, as the finding has it.
    pub title: Phrase,
    /// What it comes to here, where several edits are one way out: the letter or the words.
    pub what: String,
    /// The edits, none over another.
    pub edits: Vec<Edit>,
    /// The same in clauses; none where it reaches into a sentence without a number.
    pub change: Option<Change>,
}

/// Ways that settle a bracket.
fn settles(way: &Phrase) -> bool {
    matches!(way.key.as_str(), "accord-way-close-bracket" | "accord-way-choose-bracket" | "accord-way-break-circle")
}

fn arg<'f>(p: &'f Phrase, key: &str) -> Option<&'f str> {
    p.args.iter().find(|a| a.0 == key).and_then(|a| if let Arg::Name(t) = &a.1 { Some(t.as_str()) } else { None })
}

/// The edits of a finding's ways out, in the order of the ways; ways that only people can go are left out, and so
/// is what would leave a sentence unread that is read now. A finding that holds under some letters
/// is cured by another letter, whether its check says so or not: that comes first.
#[must_use]
pub fn fixes(tree: &Tree, finding: &Finding) -> Vec<Fix> {
    let mut out = Vec::new();
    let before = std::cell::OnceCell::new();
    let reads_as_well = |edits: &[Edit]| {
        let before = *before.get_or_init(|| crate::parse(&tree.text).findings.len());
        crate::parse(&super::apply(&tree.text, edits)).findings.len() <= before
    };
    let letter = (!finding.brackets.is_empty() && !finding.ways_out.iter().any(settles)).then(|| Phrase::new("accord-way-choose-bracket"));
    let sentence = |label: &str| tree.sentences.iter().find(|s| s.label == label);
    let first = finding.clauses.first().and_then(|l| sentence(l));
    for way in letter.iter().chain(&finding.ways_out) {
        let mut add = |what: &str, edits: Vec<Edit>| {
            if !edits.is_empty() && reads_as_well(&edits) {
                let change = if settles(way) {
                    what.split_once(' ').map(|(id, letter)| Change::Take(id.to_owned(), letter.to_owned()))
                } else {
                    in_clauses(tree, &edits)
                };
                out.push(Fix { title: way.clone(), what: what.to_owned(), edits, change });
            }
        };
        match way.key.strip_prefix("accord-").unwrap_or(&way.key) {
            "way-add-deadline" => {
                if let (Some(s), Some(event)) = (first, anchor(tree)) {
                    let text =
                        [", ", &say(tree, "within"), " ", &say(tree, "open"), " ", &say(tree, "hours"), " ", &say(tree, "of"), " ", &event]
                            .concat();
                    add(text.trim_start_matches(", "), tail(tree, s, &text));
                }
            }
            "way-add-until" => {
                if let Some(s) = first {
                    let text = [", ", &say(tree, "until"), " ", &say(tree, "open")].concat();
                    add(text.trim_start_matches(", "), tail(tree, s, &text));
                }
            }
            "way-whichever-first" => {
                if let Some(s) = first.filter(|_| tree.lang == terms::language::Language::En) {
                    add("whichever is first", tail(tree, s, ", whichever is first"));
                }
            }
            "way-close-bracket" | "way-choose-bracket" | "way-break-circle" => {
                for (what, edit) in letters(tree, finding) {
                    add(&what, vec![edit]);
                }
            }
            "way-use-name" => {
                if let (Some(from), Some(near)) = (arg(&finding.message, "what"), arg(&finding.message, "near")) {
                    add(near, once(tree, finding, from, near));
                }
            }
            "undeclared-name-way" => {
                if let (Some(from), Some(near)) = (arg(&finding.message, "what"), arg(&finding.message, "near")) {
                    add(near, once(tree, finding, from, near));
                }
            }
            "way-change-date" => {
                if let (Some(given), Some(is)) = (arg(&finding.message, "given"), arg(&finding.message, "is")) {
                    add(is, once(tree, finding, given, is));
                }
            }
            "way-use-shall" => {
                if let Some(s) = first.filter(|s| modal(s) == Some(Modal::Should) || modal(s) == Some(Modal::May)) {
                    let shall = say(tree, "shall");
                    let weak = if modal(s) == Some(Modal::May) { "may" } else { "should" };
                    let edits = keyword(tree, s, weak).map(|at| Edit { at, text: shall.clone() }).into_iter().collect();
                    add(&shall, edits);
                }
            }
            "way-each-party" => {
                if let Some(s) = first {
                    let each = say(tree, "each party");
                    let each = if tree.lang == terms::language::Language::En { "Each party".to_owned() } else { each };
                    add(&each, keyword(tree, s, "both parties").map(|at| Edit { at, text: each.clone() }).into_iter().collect());
                }
            }
            "way-add-verifier" if tree.lang == terms::language::Language::En => {
                if let Some((s, no)) = first.and_then(|s| Some((s, s.number?))) {
                    let words = ["open verifies ", &no.to_string(), "."].concat();
                    add(&words, after(tree, s, &words));
                }
            }
            "way-drop-clause" => {
                for s in finding.clauses.iter().filter_map(|l| sentence(l)).filter(|s| s.number.is_some()) {
                    add(&s.label, vec![whole_lines(tree, s)]);
                }
            }
            "way-add-remedy" if tree.lang == terms::language::Language::En => {
                if let Some((s, no)) = first.and_then(|s| Some((s, s.number?))) {
                    let words =
                        ["If ", &no.to_string(), " is breached, it may be cured within open hours of notice; otherwise open."].concat();
                    add(&words, after(tree, s, &words));
                }
            }
            "way-define-term" if tree.lang == terms::language::Language::En => {
                if let Some(term) = arg(&finding.message, "term") {
                    let words = ["\"", term, "\" means open."].concat();
                    add(&words, under(tree, "definitions", &words));
                }
            }
            "duplicate-number-way" => {
                if let Some(no) = arg(&finding.message, "what").and_then(ClauseNo::read) {
                    let twice = tree.sentences.iter().filter(|s| s.number == Some(no) && !s.reading).nth(1);
                    if let Some(t) = twice.and_then(|s| tree.tokens[s.tokens.clone()].iter().find(|t| t.kind == Kind::Clause)) {
                        let free = next_number(tree, t.start);
                        add(&free, vec![Edit { at: t.start..t.end, text: free.clone() }]);
                    }
                }
            }
            "bare-within-way" if tree.lang == terms::language::Language::En => {
                let at = finding.spans.first().map(|p| p.start..p.end);
                if let Some((at, s)) = at.and_then(|at| Some((at, first?))) {
                    let words = &tree.text[s.span.clone()];
                    if let Some(k) = words.find("within ").map(|k| s.span.start + k).filter(|k| *k <= at.end) {
                        add("no later than", vec![Edit { at: k..k + 6, text: "no later than".to_owned() }]);
                        add("in the", vec![Edit { at: k..k + 6, text: "in the".to_owned() }]);
                    }
                }
            }
            _ => {}
        }
    }
    out
}

fn say(tree: &Tree, canon: &str) -> String {
    word(tree.lang, canon).unwrap_or_else(|| canon.to_owned())
}

/// The event from which a new deadline would be counted: day 1's, else the first that is declared.
fn anchor(tree: &Tree) -> Option<String> {
    let bodies = || tree.sentences.iter().filter_map(|s| s.variants.first().map(|v| &v.body));
    let day = bodies()
        .find_map(|b| if let Body::DayOne(e) = b { if let What::Named(n) = &e.what { Some(n.clone()) } else { None } } else { None });
    day.or_else(|| bodies().find_map(|b| if let Body::Event { name, each: None, .. } = b { Some(name.clone()) } else { None }))
}

fn modal(s: &Sentence) -> Option<Modal> {
    s.variants.first().and_then(|v| if let Body::Duty(d) = &v.body { Some(d.modal) } else { None })
}

/// Adds a tail before the sentence's full stop.
fn tail(tree: &Tree, s: &Sentence, text: &str) -> Vec<Edit> {
    let stop = tree.tokens[s.tokens.clone()].iter().find(|t| t.kind == Kind::Stop && t.end == s.span.end);
    stop.map(|t| Edit { at: t.start..t.start, text: text.to_owned() }).into_iter().collect()
}

/// Adds a numbered sentence behind another, on a line of its own.
fn after(tree: &Tree, s: &Sentence, words: &str) -> Vec<Edit> {
    let end = tree.tokens[s.tokens.clone()].last().map_or(s.span.end, |t| t.end);
    // Behind what else stands on the line.
    let end = tree.text[end..].find('\n').map_or(tree.text.len(), |k| end + k);
    let number = next_number(tree, s.span.start);
    vec![Edit { at: end..end, text: ["\n  ", &number, " ", words].concat() }]
}

/// Takes a sentence out, with its line where nothing else stands on it.
fn whole_lines(tree: &Tree, s: &Sentence) -> Edit {
    let end = tree.tokens[s.tokens.clone()].last().map_or(s.span.end, |t| t.end);
    let from = tree.text[..s.span.start].rfind('\n').map_or(0, |k| k + 1);
    let to = tree.text[end..].find('\n').map_or(tree.text.len(), |k| end + k + 1);
    let alone = tree.text[from..s.span.start].trim().is_empty() && tree.text[end..to].trim().is_empty();
    Edit { at: if alone { from..to } else { s.span.start..end }, text: String::new() }
}

/// What edits come to in clauses: one clause reworded, added or left out, or a definition added.
fn in_clauses(tree: &Tree, edits: &[Edit]) -> Option<Change> {
    let first = edits.first()?;
    if let ([edit], Some(new)) = (edits, first.text.strip_prefix('\n').filter(|_| first.at.is_empty())) {
        let behind = tree.sentences.iter().rev().find(|s| s.span.start < edit.at.start);
        return match new.trim_start().split_once(' ') {
            Some((number, words)) if ClauseNo::read(number).is_some() => {
                let behind = tree.sentences.iter().rev().filter(|s| s.span.start < edit.at.start).find_map(|s| s.number)?;
                Some(Change::Insert(behind.to_string(), number.to_owned(), words.to_owned()))
            }
            _ => behind.map(|_| Change::Define(new.lines().last().unwrap_or("").trim().to_owned())),
        };
    }
    let covers = |s: &&Sentence| s.number.is_some() && s.span.start >= first.at.start && s.span.end <= first.at.end;
    if first.text.is_empty()
        && let Some(s) = tree.sentences.iter().find(covers)
    {
        return Some(Change::Drop(s.label.clone()));
    }
    let s = tree.sentences.iter().find(|s| edits.iter().all(|e| s.span.start <= e.at.start && e.at.end <= s.span.end))?;
    let number = s.number?;
    let inside: Vec<Edit> =
        edits.iter().map(|e| Edit { at: e.at.start - s.span.start..e.at.end - s.span.start, text: e.text.clone() }).collect();
    let words = super::apply(&tree.text[s.span.clone()], &inside);
    // What the clause says begins behind its number.
    let written = tree.tokens[s.tokens.clone()].iter().find(|t| t.kind == Kind::Clause).filter(|t| t.start == s.span.start)?;
    if inside.iter().any(|e| e.at.start < written.end - written.start) {
        return None; // another number for it
    }
    Some(Change::Reword(number.to_string(), words[written.end - written.start..].trim().to_owned()))
}

/// The text with a sentence under its definitions, as the way out of an undefined term adds it.
#[must_use]
pub fn define(text: &str, words: &str) -> String {
    let tree = crate::parse(text).tree;
    super::apply(text, &under(&tree, "definitions", words))
}

/// Adds a sentence under a heading, which is made if it is not there.
fn under(tree: &Tree, heading: &str, words: &str) -> Vec<Edit> {
    let is =
        |s: &&Sentence, want: &str| matches!(s.variants.first().map(|v| &v.body), Some(Body::Heading(h)) if h.eq_ignore_ascii_case(want));
    let at = tree.sentences.iter().find(|s| is(s, heading)).map(|s| (s.span.end, false));
    let at = at.or_else(|| {
        tree.sentences.iter().find(|s| matches!(s.variants.first().map(|v| &v.body), Some(Body::Agreement(_)))).map(|s| (s.span.end, true))
    });
    let Some((at, make)) = at else { return vec![] };
    let title = if make { "\n\nDefinitions." } else { "" };
    vec![Edit { at: at..at, text: [title, "\n  ", words].concat() }]
}

/// A word of the text under the finding's first span, or its clause, put in another's place.
fn once(tree: &Tree, finding: &Finding, from: &str, to: &str) -> Vec<Edit> {
    let spans = finding.spans.iter().map(|p| p.start..p.end);
    let whole = finding.clauses.iter().filter_map(|l| tree.sentences.iter().find(|s| s.label == *l)).map(|s| s.span.clone());
    for at in spans.chain(whole) {
        if let Some(k) = tree.text.get(at.clone()).and_then(|t| t.find(from)) {
            let start = at.start + k;
            return vec![Edit { at: start..start + from.len(), text: to.to_owned() }];
        }
    }
    vec![]
}

/// Where a word of the forms stands in a sentence.
fn keyword(tree: &Tree, s: &Sentence, canon: &str) -> Option<Range<usize>> {
    let solid: Vec<_> = tree.tokens[s.tokens.clone()].iter().filter(|t| !t.kind.trivia()).collect();
    let raw: Vec<(Kind, Range<usize>)> = solid.iter().map(|t| (t.kind, t.start..t.end)).collect();
    let pieces = crate::keywords::pieces(&tree.text, &raw, tree.lang);
    let words: Vec<&str> = canon.split(' ').collect();
    let k = (0..pieces.len()).find(|k| words.iter().enumerate().all(|(i, w)| pieces.get(k + i).is_some_and(|p| p.low == *w)))?;
    Some(pieces[k].span.start..pieces[k + words.len() - 1].span.end)
}

/// For each bracket of the finding, each letter alone: the bracket gives way to its words.
fn letters(tree: &Tree, finding: &Finding) -> Vec<(String, Edit)> {
    let mut out = Vec::new();
    let named: Vec<&str> = finding.brackets.iter().filter_map(|b| b.split_once(' ').map(|x| x.0)).collect();
    for s in &tree.sentences {
        for g in s.groups.iter().filter(|g| !g.reading) {
            let about = named.contains(&g.id.as_str()) || named.is_empty() && finding.clauses.contains(&s.label);
            if !about {
                continue;
            }
            for o in &g.options {
                // A letter that causes the finding is no way out of it.
                if finding.brackets.iter().any(|b| *b == [g.id.as_str(), " ", &o.letter].concat()) {
                    continue;
                }
                let words = &tree.text[o.span.clone()];
                let words = words.split_once(':').filter(|(head, _)| head.trim().starts_with(o.letter.as_str())).map_or(words, |x| x.1);
                let text = words.trim().trim_end_matches(['|', ']']).trim().to_owned();
                let text = if text == say(tree, "nothing") { String::new() } else { text };
                out.push(([g.id.as_str(), " ", &o.letter].concat(), Edit { at: g.span.clone(), text }));
            }
        }
    }
    out
}
