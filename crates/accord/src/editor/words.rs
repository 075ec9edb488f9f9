//! Every word of a text by what it is; every name, clause and phase where it is said and where it is used.

use crate::keywords;
use crate::lex::{Kind, Token};
use crate::tree::{Body, ClauseNo, NameKind, Sentence, Tree};
use std::ops::Range;

/// What something is that has a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Symbol {
    /// A clause by its number.
    Clause(ClauseNo),
    /// A phase by its number.
    Phase(u32),
    /// A declared name.
    Name(String),
}

/// A place where a symbol stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Its bytes, quotation marks left out.
    pub at: Range<usize>,
    /// What stands there.
    pub symbol: Symbol,
    /// Here it is said what it is.
    pub declared: bool,
}

/// What a word is, for colouring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A word of the forms.
    Keyword,
    /// A number, date or time.
    Number,
    /// A clause's number.
    Clause,
    /// Quoted words.
    Quote,
    /// A comment.
    Comment,
    /// A party, mediator or body, or a group of them.
    Actor,
    /// An event, a process or talks.
    Event,
    /// A list or a kind of its people.
    List,
    /// A place, line, annex, thing or term.
    Thing,
    /// A mark of a bracket.
    Bracket,
}

/// A word with its role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its bytes; never over the end of a line.
    pub at: Range<usize>,
    /// What it is.
    pub role: Role,
}

/// A line of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Its name.
    pub name: String,
    /// More of it: the sentence's own words.
    pub detail: String,
    /// The whole.
    pub at: Range<usize>,
    /// Its name's bytes.
    pub name_at: Range<usize>,
    /// What stands under it.
    pub under: Vec<Outline>,
    /// A heading or phase, not a sentence.
    pub heading: bool,
}

/// The tokens of a sentence that are no blanks or comments.
fn solid<'t>(tree: &'t Tree, s: &Sentence) -> Vec<&'t Token> {
    tree.tokens[s.tokens.clone()].iter().filter(|t| !t.kind.trivia()).collect()
}

fn text<'t>(tree: &'t Tree, t: &Token) -> &'t str {
    &tree.text[t.start..t.end]
}

/// The bytes within a quote's marks.
fn inner(tree: &Tree, t: &Token) -> Range<usize> {
    let whole = text(tree, t);
    let marks = |c: char| matches!(c, '"' | '“' | '”' | '«' | '»' | '„');
    let first = whole.chars().next().filter(|c| marks(*c)).map_or(0, char::len_utf8);
    let last = whole.chars().next_back().filter(|c| marks(*c)).map_or(0, char::len_utf8);
    if whole.len() < first + last { t.start..t.end } else { t.start + first..t.end - last }
}

/// The longest declared name that begins at a token, and how many tokens it takes.
fn name_at(tree: &Tree, tokens: &[&Token]) -> Option<(usize, usize, Range<usize>)> {
    let first = tokens.first()?;
    if first.kind == Kind::Quote {
        let at = inner(tree, first);
        let k = tree.names.all.iter().position(|n| n.kind != NameKind::Source && n.text == tree.text[at.clone()])?;
        return Some((k, 1, at));
    }
    if first.kind != Kind::Word {
        return None;
    }
    let mut best: Option<(usize, usize)> = None;
    for (k, n) in tree.names.all.iter().enumerate() {
        let long = n.words.len();
        let fits = n.kind != NameKind::Source
            && long > 0
            && long <= tokens.len()
            && best.is_none_or(|b| long > b.1)
            && n.words.iter().zip(tokens).all(|(w, t)| t.kind == Kind::Word && text(tree, t) == w.as_str());
        if fits {
            best = Some((k, long));
        }
    }
    best.map(|(k, long)| (k, long, first.start..tokens[long - 1].end))
}

/// Where every name, clause and phase of the text stands, in the order of the text.
#[must_use]
pub fn occurrences(tree: &Tree) -> Vec<Occurrence> {
    let mut out = Vec::new();
    for (n, s) in tree.sentences.iter().enumerate() {
        let tokens = solid(tree, s);
        let phase = s.variants.first().and_then(|v| if let Body::Phase { n, .. } = v.body { Some(n) } else { None });
        let mut declared: Vec<usize> = Vec::new();
        let mut k = 0;
        while k < tokens.len() {
            let t = tokens[k];
            if t.kind == Kind::Clause {
                if let Some(no) = ClauseNo::read(text(tree, t)) {
                    let own = k == 0 && s.number == Some(no) && !s.reading;
                    if own || tree.names.clauses.iter().any(|c| c.0 == no) {
                        out.push(Occurrence { at: t.start..t.end, symbol: Symbol::Clause(no), declared: own });
                    }
                }
                k += 1;
                continue;
            }
            if t.kind == Kind::Number && k > 0 && keywords::is(text(tree, tokens[k - 1]), tree.lang, "phase") {
                if let Some(no) = crate::lex::ascii_digits(text(tree, t)).parse::<u32>().ok().filter(|no| tree.names.phases.contains(no)) {
                    out.push(Occurrence { at: t.start..t.end, symbol: Symbol::Phase(no), declared: k == 1 && phase == Some(no) });
                }
                k += 1;
                continue;
            }
            match name_at(tree, &tokens[k..]) {
                Some((name, long, at)) => {
                    let found = &tree.names.all[name];
                    let here = tree.names.all.iter().position(|x| x.text == found.text && x.sentence == n);
                    let first = here.is_some_and(|h| !declared.contains(&h));
                    declared.extend(here);
                    out.push(Occurrence { at, symbol: Symbol::Name(found.text.clone()), declared: first });
                    k += long;
                }
                None => k += 1,
            }
        }
    }
    out
}

/// What stands at a byte.
#[must_use]
pub fn symbol_at(tree: &Tree, at: usize) -> Option<Occurrence> {
    // The end of a word belongs to it, as a caret behind it is meant for it.
    let all = occurrences(tree);
    all.iter().find(|o| o.at.start <= at && at < o.at.end).or_else(|| all.iter().find(|o| o.at.end == at)).cloned()
}

/// The edits that give a symbol another name. The error says what was expected.
///
/// # Errors
/// When the new name is none, is taken, or is a word of the forms.
pub fn rename(tree: &Tree, symbol: &Symbol, to: &str) -> Result<Vec<super::Edit>, String> {
    let to = to.trim();
    match symbol {
        Symbol::Clause(_) => {
            let no = ClauseNo::read(to).ok_or_else(|| ["a clause's number is written as 1.2, not `", to, "`"].concat())?;
            if tree.names.clauses.iter().any(|c| c.0 == no) {
                return Err(["there is a clause ", to, " already"].concat());
            }
        }
        Symbol::Phase(_) => {
            let no: u32 = crate::lex::ascii_digits(to).parse().map_err(|_| ["a phase has a number, not `", to, "`"].concat())?;
            if tree.names.phases.contains(&no) {
                return Err(["there is a phase ", to, " already"].concat());
            }
        }
        Symbol::Name(old) => {
            let bad = to.is_empty() || to.contains(['"', '“', '”', '«', '»', '\n', ',', '.', '[', ']', '|', ':']);
            if bad {
                return Err("a name is words without marks".to_owned());
            }
            if old != to && tree.names.all.iter().any(|n| n.text == to) {
                return Err(["`", to, "` names something already"].concat());
            }
            let bare = occurrences(tree).into_iter().any(|o| o.symbol == *symbol && !quoted(tree, &o.at));
            if bare && to.split_whitespace().any(keywords::reserved) {
                return Err(["`", to, "` has a word of the forms in it and could stand in quotes only"].concat());
            }
        }
    }
    let edits: Vec<super::Edit> =
        occurrences(tree).into_iter().filter(|o| o.symbol == *symbol).map(|o| super::Edit { at: o.at, text: to.to_owned() }).collect();
    if super::reads_as_well(tree, &edits) { Ok(edits) } else { Err(["with `", to, "` the text could no longer be read"].concat()) }
}

fn quoted(tree: &Tree, at: &Range<usize>) -> bool {
    tree.tokens.iter().any(|t| t.kind == Kind::Quote && t.start < at.start && at.end < t.end + 1)
}

/// Every word that has a role, in the order of the text.
#[must_use]
pub fn words(tree: &Tree) -> Vec<Word> {
    let names = occurrences(tree);
    let mut keyword = vec![false; tree.tokens.len()];
    for s in &tree.sentences {
        let at: Vec<usize> = s.tokens.clone().filter(|k| !tree.tokens[*k].kind.trivia()).collect();
        let raw: Vec<(Kind, Range<usize>)> =
            at.iter().map(|k| (tree.tokens[*k].kind, tree.tokens[*k].start..tree.tokens[*k].end)).collect();
        for p in keywords::pieces(&tree.text, &raw, tree.lang) {
            if p.kind == Kind::Word && keywords::of_forms(&p.low, &p.text, tree.lang) {
                for k in at.iter().filter(|k| tree.tokens[**k].start >= p.span.start && tree.tokens[**k].end <= p.span.end) {
                    keyword[*k] = true;
                }
            }
        }
    }
    let mut out = Vec::new();
    for (k, t) in tree.tokens.iter().enumerate() {
        let named = names.iter().find(|o| o.at.start >= t.start && o.at.start < t.end || o.at.start <= t.start && t.end <= o.at.end);
        let role = match (t.kind, named.map(|o| &o.symbol)) {
            (Kind::Comment, _) => Role::Comment,
            (Kind::Word | Kind::Quote, Some(Symbol::Name(n))) => match tree.names.all.iter().find(|x| x.text == *n).map(|x| x.kind) {
                Some(NameKind::Actor | NameKind::Group) => Role::Actor,
                Some(NameKind::Event | NameKind::Process | NameKind::Talks) => Role::Event,
                Some(NameKind::List | NameKind::Kind) => Role::List,
                _ => Role::Thing,
            },
            (Kind::Quote | Kind::OpenQuote, _) => Role::Quote,
            (Kind::Clause, _) => Role::Clause,
            (Kind::Number | Kind::Date | Kind::Time, _) => Role::Number,
            (Kind::Open | Kind::Bar | Kind::Close, _) => Role::Bracket,
            (Kind::Word, _) if keyword[k] => Role::Keyword,
            _ => continue,
        };
        out.push(Word { at: t.start..t.end, role });
    }
    out
}

/// The outline: headings and phases with their sentences.
#[must_use]
pub fn outline(tree: &Tree) -> Vec<Outline> {
    let mut out: Vec<Outline> = Vec::new();
    for s in &tree.sentences {
        let body = s.variants.first().map(|v| &v.body);
        let words = terms::script::squeezed(&tree.text[s.span.clone()]);
        let first = solid(tree, s).first().map_or(s.span.clone(), |t| t.start..t.end);
        let heading = matches!(body, Some(Body::Heading(_) | Body::Phase { .. } | Body::Agreement(_)));
        let name = match body {
            Some(Body::Heading(_)) => words.trim_end_matches('.').to_owned(),
            Some(Body::Agreement(t)) => t.clone(),
            _ if s.label.is_empty() => words.clone(),
            _ => s.label.clone(),
        };
        let detail = if matches!(body, Some(Body::Heading(_) | Body::Agreement(_))) { String::new() } else { words };
        let item = Outline { name, detail, at: s.span.clone(), name_at: first, under: vec![], heading };
        match out.last_mut() {
            Some(last) if !heading && last.heading => {
                last.at.end = item.at.end;
                last.under.push(item);
            }
            _ => out.push(item),
        }
    }
    out
}
