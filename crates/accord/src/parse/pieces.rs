//! Pieces of a sentence and the reader that steps over them.

use crate::lex::{Kind, ascii_digits};
use crate::tree::{Bytes, ClauseNo, NameKind, Names, Qty, Span, Unit, Who};
use jiff::civil;
use std::collections::BTreeMap;

/// A word, number or mark of a sentence; `low` is its keyword in the canonical tongue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) kind: Kind,
    pub(crate) text: String,
    pub(crate) low: String,
    pub(crate) span: Bytes,
}

impl Piece {
    pub(crate) fn number(&self) -> Option<i64> {
        if self.kind == Kind::Number { ascii_digits(&self.text).parse().ok() } else { small(&self.low) }
    }
}

/// Numbers that are written as words.
fn small(word: &str) -> Option<i64> {
    const WORDS: [&str; 13] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.iter().position(|w| *w == word).and_then(|n| i64::try_from(n).ok())
}

/// A quote without its marks.
pub(crate) fn unquote(text: &str) -> String {
    text.trim_matches(|c| matches!(c, '"' | '“' | '”' | '«' | '»' | '„')).to_owned()
}

/// Names by their first word, longest first.
pub(crate) struct Index(BTreeMap<String, Vec<usize>>);

impl Index {
    pub(crate) fn new(names: &Names) -> Self {
        let mut map: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (k, n) in names.all.iter().enumerate() {
            if let Some(w) = n.words.first() {
                map.entry(w.to_lowercase()).or_default().push(k);
            }
        }
        for list in map.values_mut() {
            list.sort_by_key(|k| std::cmp::Reverse(names.all[*k].words.len()));
        }
        Self(map)
    }
}

/// The reader of one sentence.
pub(crate) struct P<'a> {
    pub(crate) pieces: &'a [Piece],
    pub(crate) pos: usize,
    pub(crate) names: &'a Names,
    index: &'a Index,
    /// Check, where, what, nearest name.
    pub(crate) complaints: Vec<(&'static str, Bytes, String, Option<String>)>,
    pub(crate) open: Vec<Bytes>,
    pub(crate) vague: Vec<Bytes>,
}

impl<'a> P<'a> {
    pub(crate) fn new(pieces: &'a [Piece], names: &'a Names, index: &'a Index) -> Self {
        Self { pieces, pos: 0, names, index, complaints: Vec::new(), open: Vec::new(), vague: Vec::new() }
    }

    pub(crate) fn peek(&self, k: usize) -> Option<&'a Piece> {
        self.pieces.get(self.pos + k)
    }

    pub(crate) fn low(&self, k: usize) -> &'a str {
        self.peek(k).map_or("", |p| if p.kind == Kind::Quote { "" } else { p.low.as_str() })
    }

    pub(crate) fn kind(&self) -> Option<Kind> {
        self.peek(0).map(|p| p.kind)
    }

    pub(crate) fn done(&self) -> bool {
        self.pos >= self.pieces.len()
    }

    /// Where the reader stands, in bytes.
    pub(crate) fn here(&self) -> Bytes {
        self.peek(0).or_else(|| self.pieces.last()).map_or(0..0, |p| p.span.clone())
    }

    pub(crate) fn since(&self, from: usize) -> Bytes {
        let last = self.pos.max(from + 1) - 1;
        match (self.pieces.get(from), self.pieces.get(last)) {
            (Some(a), Some(b)) => a.span.start..b.span.end.max(a.span.end),
            _ => self.here(),
        }
    }

    /// Whether the words stand here; several words are split at spaces.
    pub(crate) fn at(&self, words: &str) -> bool {
        words.split(' ').enumerate().all(|(k, w)| self.low(k) == w)
    }

    pub(crate) fn eat(&mut self, words: &str) -> bool {
        let yes = self.at(words);
        if yes {
            self.pos += words.split(' ').count();
        }
        yes
    }

    pub(crate) fn eat_any(&mut self, options: &[&'static str]) -> Option<&'static str> {
        options.iter().find(|o| self.eat(o)).copied()
    }

    pub(crate) fn comma(&mut self) -> bool {
        self.mark(Kind::Comma)
    }

    pub(crate) fn mark(&mut self, kind: Kind) -> bool {
        let yes = self.kind() == Some(kind);
        if yes {
            self.pos += 1;
        }
        yes
    }

    pub(crate) fn need(&mut self, words: &str) -> Option<()> {
        self.eat(words).then_some(())
    }

    pub(crate) fn end(&self) -> Option<()> {
        self.done().then_some(())
    }

    /// Tries a form; on failure the reader stands where it stood.
    pub(crate) fn attempt<T>(&mut self, form: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let save = (self.pos, self.complaints.len(), self.open.len(), self.vague.len());
        let out = form(self);
        if out.is_none() {
            self.pos = save.0;
            // A clock that says `before` is told even when the sentence then fits no form.
            let mut k = save.1;
            while k < self.complaints.len() {
                if self.complaints[k].0 == "bare-within" {
                    k += 1;
                } else {
                    self.complaints.remove(k);
                }
            }
            self.open.truncate(save.2);
            self.vague.truncate(save.3);
        }
        out
    }

    pub(crate) fn eat_open(&mut self) -> bool {
        if self.at("open") {
            self.open.push(self.here());
            self.pos += 1;
            return true;
        }
        false
    }

    pub(crate) fn quote(&mut self) -> Option<String> {
        let p = self.peek(0)?;
        (p.kind == Kind::Quote).then(|| {
            self.pos += 1;
            unquote(&p.text)
        })
    }

    pub(crate) fn qty(&mut self) -> Option<Qty> {
        if self.eat_open() {
            return Some(Qty::Open);
        }
        let n = self.peek(0)?.number()?;
        self.pos += 1;
        Some(Qty::N(n))
    }

    pub(crate) fn clause(&mut self) -> Option<ClauseNo> {
        let save = self.pos;
        if self.at("clause") || self.at("clauses") {
            self.pos += 1;
        }
        let p = self.peek(0);
        let no = p.filter(|p| p.kind == Kind::Clause).and_then(|p| ClauseNo::read(&p.text));
        match (no, p) {
            (Some(no), Some(p)) => {
                self.pos += 1;
                if !self.names.clauses.iter().any(|c| c.0 == no) {
                    self.complaints.push(("undeclared-name", p.span.clone(), p.text.clone(), None));
                }
                // An instance: `1.14/Hamas`.
                if self.kind() == Some(Kind::Slash) {
                    self.pos += 1;
                    if self.name(&[NameKind::Actor]).is_none() {
                        self.pos += 1;
                    }
                }
                Some(no)
            }
            _ => {
                self.pos = save;
                None
            }
        }
    }

    /// `1.5, 1.6 and 1.7`.
    pub(crate) fn clauses(&mut self) -> Option<Vec<ClauseNo>> {
        let mut out = vec![self.clause()?];
        loop {
            let save = self.pos;
            let joined = if self.comma() {
                self.eat("and");
                true
            } else {
                self.eat("and") || self.eat("or")
            };
            match joined.then(|| self.clause()).flatten() {
                Some(no) => out.push(no),
                None => {
                    self.pos = save;
                    return Some(out);
                }
            }
        }
    }

    pub(crate) fn date(&mut self) -> Option<(civil::Date, Option<civil::Time>)> {
        let p = self.peek(0).filter(|p| p.kind == Kind::Date)?;
        let ascii = ascii_digits(&p.text);
        let mut parts = ascii.split('-').filter_map(|x| x.parse::<i16>().ok());
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        let date = civil::Date::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok()?;
        self.pos += 1;
        let save = self.pos;
        self.eat("at");
        match self.time() {
            Some(t) => Some((date, Some(t))),
            None => {
                self.pos = save;
                Some((date, None))
            }
        }
    }

    pub(crate) fn time(&mut self) -> Option<civil::Time> {
        let p = self.peek(0).filter(|p| p.kind == Kind::Time)?;
        let ascii = ascii_digits(&p.text);
        let (h, m) = ascii.split_once(':')?;
        let h: i8 = h.parse().ok()?;
        let m: i8 = m.parse().ok()?;
        let t = if h == 24 && m == 0 { civil::Time::new(23, 59, 0, 0).ok()? } else { civil::Time::new(h, m, 0, 0).ok()? };
        self.pos += 1;
        Some(t)
    }

    pub(crate) fn unit(&mut self) -> Option<Unit> {
        let unit = match self.low(0) {
            "minute" | "minutes" => Unit::Minute,
            "hour" | "hours" => Unit::Hour,
            "day" | "days" => Unit::Day,
            "week" | "weeks" => Unit::Week,
            "month" | "months" => Unit::Month,
            "year" | "years" => Unit::Year,
            "open" => {
                self.eat_open();
                return Some(Unit::Open);
            }
            _ => return None,
        };
        self.pos += 1;
        Some(unit)
    }

    /// `72 hours`.
    pub(crate) fn span(&mut self) -> Option<Span> {
        self.attempt(|p| {
            let n = if p.eat("a") || p.eat("an") { Qty::N(1) } else { p.qty()? };
            Some(Span { n, unit: p.unit()? })
        })
    }

    /// The longest declared name of these kinds that stands here.
    pub(crate) fn name(&mut self, kinds: &[NameKind]) -> Option<(NameKind, String)> {
        let save = self.pos;
        if self.at("the") || self.at("this") {
            self.pos += 1;
        }
        if let Some((kind, text, len)) = self.name_here(kinds) {
            self.pos += len;
            return Some((kind, text));
        }
        self.pos = save;
        None
    }

    pub(crate) fn name_here(&self, kinds: &[NameKind]) -> Option<(NameKind, String, usize)> {
        let first = self.peek(0)?;
        if first.kind == Kind::Quote {
            let inner = unquote(&first.text);
            return self.names.all.iter().find(|n| n.text == inner && kinds.contains(&n.kind)).map(|n| (n.kind, n.text.clone(), 1));
        }
        let list = self.index.0.get(&first.text.to_lowercase())?;
        for k in list {
            let n = &self.names.all[*k];
            let fits = n.words.iter().enumerate().all(|(i, w)| {
                self.peek(i).is_some_and(|p| {
                    p.kind != Kind::Quote
                        && (p.text == *w || (w.chars().next().is_some_and(|c| !c.is_uppercase()) && p.text.to_lowercase() == *w))
                })
            });
            if fits && kinds.contains(&n.kind) {
                return Some((n.kind, n.text.clone(), n.words.len()));
            }
        }
        None
    }

    /// Names of actors: `Hamas and Israel`, `the mediators`, `open`.
    pub(crate) fn actors(&mut self) -> Option<Vec<String>> {
        let mut out = Vec::new();
        loop {
            match self.name(&[NameKind::Actor, NameKind::Group]) {
                Some((NameKind::Group, g)) => out.extend(self.members(&g)),
                Some((_, n)) => out.push(n),
                None if out.is_empty() && (self.eat("both parties") || self.eat("the parties") || self.eat("each party")) => {
                    out.extend(["*".to_owned()]);
                }
                None => break,
            }
            let save = self.pos;
            let joined = self.eat("and") || self.eat("or") || self.comma_and();
            if !(joined && self.name_here_after_the(&[NameKind::Actor, NameKind::Group])) {
                self.pos = save;
                break;
            }
        }
        (!out.is_empty()).then_some(out)
    }

    fn comma_and(&mut self) -> bool {
        let yes = self.comma();
        if yes {
            self.eat("and");
        }
        yes
    }

    pub(crate) fn name_here_after_the(&mut self, kinds: &[NameKind]) -> bool {
        let save = self.pos;
        let yes = self.name(kinds).is_some();
        self.pos = save;
        yes
    }

    /// The members of a group, as the names table holds them after the group's own.
    pub(crate) fn members(&self, group: &str) -> Vec<String> {
        vec![["@", group].concat()]
    }

    /// Actors in a slot that must hold them; an unknown name is told.
    pub(crate) fn actors_or_complain(&mut self, stops: &[&str]) -> Option<Vec<String>> {
        if self.eat_open() {
            return Some(vec!["open".to_owned()]);
        }
        if let Some(a) = self.actors() {
            return Some(a);
        }
        let from = self.pos;
        while !self.done() && self.kind() != Some(Kind::Comma) && self.kind() != Some(Kind::Colon) && !stops.contains(&self.low(0)) {
            self.pos += 1;
        }
        (self.pos > from).then(|| {
            let text = self.text(from, self.pos);
            let near = super::near(&text, self.names, &[NameKind::Actor, NameKind::Group]);
            self.complaints.push(("undeclared-name", self.since(from), text.clone(), near));
            vec![text]
        })
    }

    pub(crate) fn text(&self, from: usize, to: usize) -> String {
        self.pieces[from..to].iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The subject of a duty, up to its modal.
    pub(crate) fn who(&mut self, modal: usize) -> Option<Who> {
        let from = self.pos;
        let words = self.pieces[from..modal].iter().map(|p| p.low.as_str()).collect::<Vec<_>>();
        let joined = words.join(" ");
        let out = match joined.as_str() {
            "both parties" | "the parties" | "both sides" => Some(Who::Both),
            "each party" | "each side" => Some(Who::Each),
            "open" => {
                self.open.push(self.here());
                Some(Who::Open)
            }
            _ => None,
        };
        if let Some(w) = out {
            self.pos = modal;
            return Some(w);
        }
        if let Some(a) = self.actors() {
            let together = self.eat("together") || self.eat("jointly");
            if self.pos == modal {
                return Some(if together { Who::Together(a) } else { Who::Named(a) });
            }
        }
        self.pos = modal;
        let text = self.text(from, modal);
        let span = self.pieces[from].span.start..self.pieces[modal.max(from + 1) - 1].span.end;
        (modal > from).then_some(Who::Unknown(text, span))
    }
}
