//! Text to tree: never fails; what fits no form becomes a finding that names the nearest one.
//!
//! Three passes: sentences are cut out (full stops, sources), names are collected from the
//! declarations, then each sentence is read by the forms, once for each combination of its own
//! brackets.

mod act;
mod answer;
mod clause;
mod declare;
mod event;
mod happen;
mod nearest;
mod pieces;
mod tails;

use crate::finding::{Finding, reading};
use crate::keywords;
use crate::lex::{Kind, lex};
use crate::tree::{Body, Bytes, ClauseNo, Group, GroupOption, Name, NameKind, Names, Sentence, SourceRef, Tree, Variant};
use pieces::P;
pub(crate) use pieces::Piece;
use std::collections::BTreeMap;
use terms::language::Language;

/// Alternatives of one sentence that are read at most; beyond it only the first of each group.
const VARIANTS: usize = 64;

/// A text that has been read, with what could not be.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// The tree.
    pub tree: Tree,
    /// Findings of the family *reading*.
    pub findings: Vec<Finding>,
}

/// A sentence's tokens before its form is known.
struct Cut {
    tokens: std::ops::Range<usize>,
    /// Pieces of the sentence itself, without number and source.
    pieces: Vec<Piece>,
    number: Option<ClauseNo>,
    source: Vec<SourceRef>,
    span: Bytes,
    /// No full stop.
    broken: bool,
    read_as: bool,
}

/// Reads a text.
#[must_use]
pub fn parse(text: &str) -> Parsed {
    let tokens = lex(text);
    let lang = keywords::language(text);
    let cuts = cut(text, &tokens, lang);
    let mut names = Names::default();
    collect(&cuts, &mut names);
    let index = pieces::Index::new(&names);
    let mut findings = Vec::new();
    let mut sentences: Vec<Sentence> = Vec::with_capacity(cuts.len());
    let mut phase = None;
    let mut seen: BTreeMap<ClauseNo, usize> = BTreeMap::new();
    for (k, c) in cuts.iter().enumerate() {
        let under = if c.read_as { sentences.iter().rev().find_map(|s: &Sentence| s.number) } else { None };
        let mut s = sentence(c, under, &names, &index, phase, text, &mut findings);
        match s.variants.first().map(|v| &v.body) {
            Some(Body::Phase { n, .. }) => phase = Some(*n),
            Some(Body::Heading(_)) => phase = None,
            _ => {}
        }
        if c.read_as {
            s.reading = true;
        } else if let Some(no) = s.number {
            if seen.contains_key(&no) {
                findings.push(reading("duplicate-number", &s.label, s.span.clone()).arg("what", no.to_string()));
            }
            seen.entry(no).or_insert(k);
        }
        sentences.push(s);
    }
    // A group named by `with` that does not exist.
    let ids: Vec<(String, Vec<String>)> = sentences
        .iter()
        .flat_map(|s| s.groups.iter().map(|g| (g.id.clone(), g.options.iter().map(|o| o.letter.clone()).collect())))
        .collect();
    for s in &sentences {
        for o in s.groups.iter().flat_map(|g| &g.options) {
            for (id, letter) in &o.with {
                if !ids.iter().any(|(i, l)| i == id && l.contains(letter)) {
                    findings.push(reading("dangling-bracket", &s.label, o.span.clone()).arg("what", [id.as_str(), " ", letter].concat()));
                }
            }
        }
    }
    crate::finding::fill(&mut findings, text);
    Parsed { tree: Tree { text: text.to_owned(), tokens, sentences, names, lang }, findings }
}

/// `1.2`, or `1.2a`, `1.2b` where a clause has several groups.
fn group_id(label: &str, k: usize, of: usize) -> String {
    if of < 2 {
        return label.to_owned();
    }
    let letter = char::from(b'a' + u8::try_from(k.min(25)).unwrap_or(25));
    format!("{label}{letter}")
}

/// Cuts the sentences out.
fn cut(text: &str, tokens: &[crate::lex::Token], lang: Language) -> Vec<Cut> {
    let mut out = Vec::new();
    let solid: Vec<usize> = (0..tokens.len()).filter(|k| !tokens[*k].kind.trivia()).collect();
    let word = |k: usize| solid.get(k).map_or("", |t| &text[tokens[*t].start..tokens[*t].end]);
    let kind = |k: usize| solid.get(k).map(|t| tokens[*t].kind);
    let line_start = |k: usize| {
        let t = solid[k];
        tokens[..t].iter().rev().find(|x| x.kind != Kind::Space).is_none_or(|x| x.kind == Kind::Break)
    };
    let mut i = 0;
    while i < solid.len() {
        let from = i;
        let mut broken = true;
        let heading = keywords::is(word(i), lang, "agreement") && matches!(kind(i + 1), Some(Kind::Quote));
        if heading {
            i += 2;
            broken = false;
            if kind(i) == Some(Kind::Stop) {
                i += 1;
            }
        } else {
            while i < solid.len() {
                if kind(i) == Some(Kind::Stop) {
                    i += 1;
                    broken = false;
                    break;
                }
                // A new clause begins although the last sentence has no full stop.
                if i > from && kind(i) == Some(Kind::Clause) && line_start(i) && matches!(kind(i + 1), Some(Kind::Word | Kind::Quote)) {
                    let next = word(i + 1);
                    if matches!(kind(i + 1), Some(Kind::Quote)) || next.chars().next().is_some_and(char::is_uppercase) {
                        break;
                    }
                }
                i += 1;
            }
        }
        let end = i;
        let body_end = if broken || heading { end } else { end - 1 };
        let mut number = None;
        let mut first = from;
        if kind(from) == Some(Kind::Clause) && ClauseNo::read(word(from)).is_some() && from + 1 < end {
            number = ClauseNo::read(word(from));
            first = from + 1;
        }
        let mut source = Vec::new();
        while !broken && keywords::is(word(i), lang, "from") && word(i).chars().next().is_some_and(|c| !c.is_uppercase()) {
            i += 1;
            let same_line =
                |k: usize| solid.get(k).is_some_and(|t| k > 0 && !tokens[solid[k - 1]..*t].iter().any(|x| x.kind == Kind::Break));
            i = sources(i, &word, &kind, &same_line, |k| tokens[solid[k]].start..tokens[solid[k]].end, lang, &mut source);
            if kind(i) == Some(Kind::Stop) {
                i += 1;
            }
        }
        let raw: Vec<(Kind, Bytes)> =
            (first..body_end).map(|k| (tokens[solid[k]].kind, tokens[solid[k]].start..tokens[solid[k]].end)).collect();
        let mut pieces = keywords::pieces(text, &raw, lang);
        let mut read_as = false;
        if pieces.len() > 2 && pieces[0].low == "read" && pieces[1].low == "as" {
            let skip = if pieces[2].kind == Kind::Colon {
                3
            } else if pieces.get(3).is_some_and(|p| p.kind == Kind::Colon) {
                4
            } else {
                0
            };
            if skip > 0 {
                pieces.drain(..skip);
                read_as = true;
            }
        }
        let span = tokens[solid[from]].start..tokens[solid[end.max(from + 1) - 1]].end;
        out.push(Cut { tokens: solid[from]..solid[i.max(from + 1) - 1] + 1, pieces, number, source, span, broken, read_as });
        if i == from {
            i += 1;
        }
    }
    out
}

/// Sources after a full stop: `A paragraph 12 and B "exact words"`.
fn sources<'t>(
    mut i: usize,
    word: &dyn Fn(usize) -> &'t str,
    kind: &dyn Fn(usize) -> Option<Kind>,
    same_line: &dyn Fn(usize) -> bool,
    span: impl Fn(usize) -> Bytes,
    lang: Language,
    out: &mut Vec<SourceRef>,
) -> usize {
    while kind(i) == Some(Kind::Word) {
        let at = span(i);
        let letter = word(i).to_owned();
        i += 1;
        let mut place = Vec::new();
        while ["paragraph", "article", "page", "point", "annex", "section"].iter().any(|k| keywords::is(word(i), lang, k))
            && kind(i) == Some(Kind::Word)
            && same_line(i)
        {
            place.push(word(i));
            i += 1;
            if matches!(kind(i), Some(Kind::Number | Kind::Clause | Kind::Word)) && same_line(i) {
                place.push(word(i));
                i += 1;
            }
        }
        let words = (kind(i) == Some(Kind::Quote) && same_line(i)).then(|| pieces::unquote(word(i)));
        if words.is_some() {
            i += 1;
        }
        out.push(SourceRef { letter, place: place.join(" "), words, span: at });
        if kind(i) == Some(Kind::Comma) || (keywords::is(word(i), lang, "and") && kind(i) == Some(Kind::Word)) {
            i += 1;
        } else {
            break;
        }
    }
    i
}

/// Collects the declared names.
fn collect(cuts: &[Cut], names: &mut Names) {
    for (k, c) in cuts.iter().enumerate() {
        if let Some(no) = c.number {
            names.clauses.push((no, k));
            continue;
        }
        for (text, kind) in declare::names(&c.pieces) {
            if text.is_empty() {
                continue;
            }
            let words = text.split_whitespace().map(str::to_owned).collect();
            names.all.push(Name { text, kind, words, sentence: k });
        }
        if let [p, n, ..] = c.pieces.as_slice()
            && p.low == "phase"
            && let Some(n) = n.number()
        {
            names.phases.push(u32::try_from(n).unwrap_or(0));
        }
    }
}

/// Reads one sentence under each of its bracket choices.
fn sentence(
    c: &Cut,
    under: Option<ClauseNo>,
    names: &Names,
    index: &pieces::Index,
    phase: Option<u32>,
    text: &str,
    findings: &mut Vec<Finding>,
) -> Sentence {
    let number = c.number.or(under);
    let mut label = number.map_or_else(|| declare::label(&c.pieces), |n| n.to_string());
    if label.is_empty() {
        label = text[c.span.clone()].chars().take(40).collect();
    }
    let mut s = Sentence {
        tokens: c.tokens.clone(),
        span: c.span.clone(),
        number,
        reading: false,
        phase,
        label,
        groups: Vec::new(),
        variants: Vec::new(),
        source: c.source.clone(),
        prose: None,
        vague: Vec::new(),
        open: Vec::new(),
    };
    for r in &c.source {
        if names.of(&r.letter, &[NameKind::Source]).is_none() {
            findings.push(undeclared(&s.label, &r.letter, r.span.clone(), near(&r.letter, names, &[NameKind::Source])));
        }
    }
    if c.broken {
        findings.push(reading("no-form", &s.label, c.span.clone()).key("nearest", "accord-form-full-stop"));
        s.variants.push(Variant { letters: vec![], body: Body::NoForm { nearest: "full-stop" } });
        return s;
    }
    let (groups, template, bad) = brackets(&c.pieces, &s.label);
    if let Some(at) = bad {
        findings.push(reading("dangling-bracket", &s.label, at.clone()).arg("what", text[at].to_owned()));
        s.variants.push(Variant { letters: vec![], body: Body::NoForm { nearest: "bracket" } });
        return s;
    }
    s.groups = groups;
    let total: usize = s.groups.iter().map(|g| g.options.len().max(1)).product();
    let mut complaints: Vec<(&'static str, Bytes, String, Option<String>)> = Vec::new();
    let mut failed: Option<&'static str> = None;
    for n in 0..total.min(VARIANTS) {
        let mut rest = n;
        let mut letters = Vec::new();
        let mut picks = Vec::new();
        for g in &s.groups {
            let k = rest % g.options.len().max(1);
            rest /= g.options.len().max(1);
            letters.push(g.options.get(k).map(|o| o.letter.clone()).unwrap_or_default());
            picks.push(k);
        }
        let line = fill(&template, &picks);
        let mut p = P::new(&line, names, index);
        let body = match p.body(number.is_some()) {
            Some(b) => b,
            None => {
                let nearest = nearest::form(&line, number.is_some());
                failed = failed.or(Some(nearest));
                Body::NoForm { nearest }
            }
        };
        if !matches!(body, Body::NoForm { .. }) {
            for (check, at, what, near) in p.complaints {
                if !complaints.iter().any(|x| x.0 == check && x.1 == at) {
                    complaints.push((check, at, what, near));
                }
            }
        } else if p.complaints.iter().any(|c| c.0 == "bare-within") {
            complaints.extend(p.complaints.into_iter().filter(|c| c.0 == "bare-within"));
            failed = None;
        }
        for at in p.open {
            if !s.open.contains(&at) {
                s.open.push(at);
            }
        }
        for at in p.vague {
            if !s.vague.contains(&at) {
                s.vague.push(at);
            }
        }
        if matches!(body, Body::Prose) {
            s.prose = c.pieces.first().map(|p| pieces::unquote(&p.text));
        }
        s.variants.push(Variant { letters, body });
    }
    if let Some(nearest) = failed {
        let key = ["accord-form-", nearest].concat();
        findings.push(reading("no-form", &s.label, c.span.clone()).key("nearest", &key));
    }
    for (check, at, what, near) in complaints {
        findings.push(match check {
            "undeclared-name" => undeclared(&s.label, &what, at, near),
            _ => reading(check, &s.label, at).arg("what", what),
        });
    }
    s
}

fn undeclared(label: &str, what: &str, at: Bytes, near: Option<String>) -> Finding {
    match near {
        Some(near) => reading("undeclared-name", label, at).variant("undeclared-name-near").arg("what", what.to_owned()).arg("near", near),
        None => reading("undeclared-name", label, at).arg("what", what.to_owned()),
    }
}

/// The declared name of these kinds that is nearest, if it is near at all.
pub(crate) fn near(what: &str, names: &Names, kinds: &[NameKind]) -> Option<String> {
    let a = terms::script::fold(what);
    let many = names.all.len() > 500;
    let first = what.chars().next().map(|c| c.to_lowercase().next());
    let mut best: Option<(usize, &str)> = None;
    for n in &names.all {
        if !kinds.is_empty() && !kinds.contains(&n.kind) {
            continue;
        }
        // In a text of very many names only those that begin alike are tried.
        if many && n.text.chars().next().map(|c| c.to_lowercase().next()) != first {
            continue;
        }
        let b = terms::script::fold(&n.text);
        let d = distance(&a, &b);
        let limit = (a.chars().count().max(b.chars().count()) / 4).clamp(1, 3);
        if d <= limit && best.is_none_or(|(x, _)| d < x) {
            best = Some((d, &n.text));
        }
    }
    best.map(|(_, t)| t.to_owned())
}

/// Edits between two folded words: insert, delete, replace, swap of neighbours.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 3 || a.len() > 80 {
        return usize::MAX;
    }
    let mut rows = vec![vec![0usize; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            let mut d = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                d = d.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = d;
        }
    }
    rows[a.len()][b.len()]
}

/// A sentence with its groups taken out.
enum Slot {
    Piece(Piece),
    Group(Vec<Vec<Piece>>),
}

fn fill(template: &[Slot], picks: &[usize]) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut g = 0;
    for slot in template {
        match slot {
            Slot::Piece(p) => out.push(p.clone()),
            Slot::Group(options) => {
                out.extend(options.get(picks.get(g).copied().unwrap_or(0)).into_iter().flatten().cloned());
                g += 1;
            }
        }
    }
    out
}

/// Finds the bracket groups; the third value is a bracket that has no partner or no letters.
fn brackets(pieces: &[Piece], label: &str) -> (Vec<Group>, Vec<Slot>, Option<Bytes>) {
    let mut groups = Vec::new();
    let mut template = Vec::new();
    let count = pieces.iter().filter(|p| p.kind == Kind::Open).count();
    let mut i = 0;
    while i < pieces.len() {
        match pieces[i].kind {
            Kind::Open => {
                let Some(close) = pieces[i + 1..].iter().position(|p| matches!(p.kind, Kind::Close | Kind::Open)).map(|k| k + i + 1) else {
                    return (groups, template, Some(pieces[i].span.clone()));
                };
                if pieces[close].kind == Kind::Open {
                    return (groups, template, Some(pieces[close].span.clone()));
                }
                let mut options = Vec::new();
                let mut filled = Vec::new();
                let mut reading = false;
                for part in pieces[i + 1..close].split(|p| p.kind == Kind::Bar) {
                    let Some(colon) = part.iter().position(|p| p.kind == Kind::Colon) else {
                        return (groups, template, Some(pieces[i].span.clone()));
                    };
                    let (head, body) = (&part[..colon], &part[colon + 1..]);
                    let mut head = head;
                    if head.first().is_some_and(|p| p.low == "reading") {
                        reading = true;
                        head = &head[1..];
                    }
                    let Some(letter) = head.first() else {
                        return (groups, template, Some(pieces[i].span.clone()));
                    };
                    let mut with = Vec::new();
                    let mut k = 1;
                    while k + 2 < head.len() + 1 && k < head.len() {
                        if matches!(head[k].low.as_str(), "with" | "and") && k + 2 < head.len() {
                            with.push((head[k + 1].text.clone(), head[k + 2].text.clone()));
                            k += 3;
                        } else {
                            return (groups, template, Some(head[k].span.clone()));
                        }
                    }
                    let start = letter.span.start;
                    let end = body.last().map_or(letter.span.end, |p| p.span.end);
                    let nothing = body.len() == 1 && body[0].low == "nothing";
                    options.push(GroupOption { letter: letter.text.clone(), span: start..end, with });
                    filled.push(if nothing { Vec::new() } else { body.to_vec() });
                }
                groups.push(Group {
                    id: group_id(label, groups.len(), count),
                    span: pieces[i].span.start..pieces[close].span.end,
                    options,
                    reading,
                });
                template.push(Slot::Group(filled));
                i = close + 1;
            }
            Kind::Close | Kind::Bar => return (groups, template, Some(pieces[i].span.clone())),
            _ => {
                template.push(Slot::Piece(pieces[i].clone()));
                i += 1;
            }
        }
    }
    (groups, template, None)
}
