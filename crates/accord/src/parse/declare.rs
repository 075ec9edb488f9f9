//! Unnumbered sentences: sources, clock, parties, definitions, events, phases.

use super::pieces::{P, Piece, unquote};
use crate::lex::Kind;
use crate::tree::{Body, Count, KindCount, NameKind, Qty};

/// Roles, canonical.
pub(crate) const ROLES: [&str; 15] = [
    "party",
    "mediator",
    "guarantor",
    "intermediary",
    "body",
    "verifier",
    "host",
    "witness",
    "depositary",
    "observer",
    "facilitator",
    "donor",
    "co-mediator",
    "supporter",
    "monitor",
];
/// Headings of unnumbered parts.
const HEADINGS: [&str; 12] = [
    "sources",
    "clock",
    "parties",
    "definitions",
    "events",
    "assurances",
    "closing",
    "lists",
    "preamble",
    "places",
    "monitoring",
    "general",
];

fn is_role(low: &str) -> Option<&'static str> {
    ROLES.iter().find(|r| **r == low).copied()
}

/// The names that an unnumbered sentence declares.
pub(crate) fn names(p: &[Piece]) -> Vec<(String, NameKind)> {
    let low = |k: usize| p.get(k).map_or("", |x| x.low.as_str());
    let text = |a: usize, b: usize| p[a..b].iter().map(|x| x.text.as_str()).collect::<Vec<_>>().join(" ");
    let quote = |k: usize| p.get(k).filter(|x| x.kind == Kind::Quote).map(|x| unquote(&x.text));
    let Some(first) = p.first() else { return vec![] };
    if first.kind == Kind::Quote {
        return match low(1) {
            "means" => vec![(unquote(&first.text), NameKind::Term)],
            "takes" => vec![(unquote(&first.text), NameKind::Process)],
            "is" if p.iter().take(6).any(|x| is_role(&x.low).is_some()) => vec![(unquote(&first.text), NameKind::Actor)],
            _ => vec![],
        };
    }
    let one = |k: usize| {
        if let Some(q) = quote(k) {
            return q;
        }
        let mut e = k;
        while e < p.len() && p[e].kind == Kind::Word && !matches!(low(e), "is" | "has" | "of" | "are") {
            e += 1;
        }
        text(k, e)
    };
    match low(0) {
        "group" => return vec![(one(1), NameKind::Group)],
        "line" => return vec![(one(1), NameKind::Line)],
        "annex" => return vec![(one(1), NameKind::Annex)],
        "thing" => return vec![(one(1), NameKind::Thing)],
        "place" => return vec![(one(1), NameKind::Place)],
        "event" => return vec![(one(1), NameKind::Event)],
        "talks" => return vec![(one(1), NameKind::Talks)],
        "list" => {
            let mut out = vec![(one(1), NameKind::List)];
            if low(2) != "is" && (low(2) != "part") {
                let mut k = 2;
                while k < p.len() {
                    // A kind is the words after a number.
                    if k > 3 && (p[k].number().is_some() || low(k) == "open") {
                        let mut e = k + 1;
                        while e < p.len() && p[e].kind == Kind::Word && low(e) != "and" {
                            e += 1;
                        }
                        if e > k + 1 && low(k + 1) != "persons" {
                            out.push((text(k + 1, e), NameKind::Kind));
                        }
                        k = e;
                    } else {
                        k += 1;
                    }
                }
            } else {
                return vec![];
            }
            return out;
        }
        "locating" => return vec![("locating".to_owned(), NameKind::Process)],
        _ => {}
    }
    if let Some(is) = p.iter().position(|x| x.low == "is" && x.kind == Kind::Word) {
        if is == 1 && p.len() == 3 && p[2].kind == Kind::Quote && first.kind == Kind::Word {
            return vec![(first.text.clone(), NameKind::Source)];
        }
        let mut k = is + 1;
        if matches!(low(k), "a" | "an" | "the") {
            k += 1;
        }
        if is > 0 && is_role(low(k)).is_some() {
            return vec![(text(0, is).trim_start_matches("The ").to_owned(), NameKind::Actor)];
        }
    }
    vec![]
}

/// How findings name an unnumbered sentence.
pub(crate) fn label(p: &[Piece]) -> String {
    let Some(first) = p.first() else { return String::new() };
    let t = |k: usize| p.get(k).map(|x| if x.kind == Kind::Quote { unquote(&x.text) } else { x.text.clone() }).unwrap_or_default();
    match first.low.as_str() {
        "phase" | "list" | "event" | "line" | "annex" | "group" | "talks" | "thing" | "place" => [first.text.as_str(), " ", &t(1)].concat(),
        "agreement" => "AGREEMENT".to_owned(),
        "day" => "Day 1".to_owned(),
        "days" => "Clock".to_owned(),
        "the" if matches!(p.get(1).map_or("", |x| x.low.as_str()), "clock" | "counting" | "day") => "Clock".to_owned(),
        _ => match names(p).first() {
            Some((n, _)) => n.clone(),
            None if is_reaction(p) => p.iter().map(|x| x.text.as_str()).filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" "),
            None => p.iter().take(4).map(|x| x.text.as_str()).collect::<Vec<_>>().join(" "),
        },
    }
}

/// `… needs 6 hours to react`: named by all of its words, for they are few and no name is its own.
fn is_reaction(p: &[Piece]) -> bool {
    matches!(p, [.., to, react] if to.low == "to" && react.low == "react")
}

impl P<'_> {
    /// Any unnumbered form.
    pub(crate) fn declaration(&mut self) -> Option<Body> {
        let forms: [fn(&mut Self) -> Option<Body>; 15] = [
            Self::heading,
            Self::clock,
            Self::source,
            Self::phase,
            Self::group,
            Self::line,
            Self::annex,
            Self::list,
            Self::thing_place,
            Self::event_form,
            Self::talks,
            Self::takes,
            Self::reacts,
            Self::means,
            Self::role,
        ];
        forms.iter().find_map(|f| {
            self.attempt(|p| {
                let b = f(p)?;
                p.end()?;
                Some(b)
            })
        })
    }

    fn heading(&mut self) -> Option<Body> {
        if self.eat("agreement") {
            return Some(Body::Agreement(self.quote()?));
        }
        if self.pieces.len() == 1 {
            let low = self.low(0);
            let h = HEADINGS.iter().find(|h| **h == low)?;
            self.pos += 1;
            return Some(Body::Heading(h));
        }
        None
    }

    fn clock(&mut self) -> Option<Body> {
        if self.eat("the clock is") {
            if self.eat_open() {
                return Some(Body::Zone(None));
            }
            let zone: String = self.pieces[self.pos..].iter().map(|p| p.text.as_str()).collect();
            self.pos = self.pieces.len();
            crate::calendar::zone(&zone)?;
            return Some(Body::Zone(Some(zone)));
        }
        if self.eat("the day of the event is day 1") || self.eat("the day of the event is day one") {
            return Some(Body::Counting(Some(Count::Inclusive)));
        }
        if self.eat("days are counted from the day after the event") {
            return Some(Body::Counting(Some(Count::Elapsed)));
        }
        if self.eat("the counting of days is") {
            self.eat_open().then_some(())?;
            return Some(Body::Counting(None));
        }
        if self.eat("day 1 is") || self.eat("day one is") {
            return Some(Body::DayOne(self.event()?));
        }
        None
    }

    fn source(&mut self) -> Option<Body> {
        let p = self.peek(0)?;
        if p.kind != Kind::Word || self.low(1) != "is" || self.pieces.len() != 3 {
            return None;
        }
        self.pos = 2;
        Some(Body::Source { letter: p.text.clone(), title: self.quote()? })
    }

    fn role(&mut self) -> Option<Body> {
        let at = self.pieces.iter().position(|p| p.low == "is" && p.kind == Kind::Word)?;
        let mut name = self.text(0, at);
        if at == 1 && self.pieces[0].kind == Kind::Quote {
            name = unquote(&name);
        }
        let name = name.trim_start_matches("The ").to_owned();
        if name.is_empty() || (self.pieces[0].kind != Kind::Quote && crate::keywords::reserved(&name)) {
            return None;
        }
        self.pos = at + 1;
        let mut roles = Vec::new();
        loop {
            let _ = self.eat("a") || self.eat("an") || self.eat("the");
            roles.push(is_role(self.low(0))?);
            self.pos += 1;
            if !self.eat("and") {
                break;
            }
        }
        let (mut title, mut bound, mut from_phase) = (None, roles.contains(&"party"), None);
        while self.comma() {
            if let Some(q) = self.quote() {
                title = Some(q);
            } else if self.eat("bound when it accepts") || self.eat("bound") {
                bound = true;
            } else if self.eat("not bound") {
                bound = false;
            } else if self.eat("from phase") {
                from_phase = Some(u32::try_from(self.qty()?.value()?).ok()?);
                self.eat("on");
            } else {
                return None;
            }
        }
        Some(Body::Role { name, roles, title, bound, from_phase })
    }

    fn own_name(&mut self) -> Option<String> {
        if let Some(q) = self.quote() {
            return Some(q);
        }
        let from = self.pos;
        while self.kind() == Some(Kind::Word) && !matches!(self.low(0), "is" | "has" | "are") {
            self.pos += 1;
        }
        let name = self.text(from, self.pos);
        // A keyword or a number cannot be a name; in quotes it can.
        (self.pos > from && !crate::keywords::reserved(&name)).then_some(name)
    }

    fn group(&mut self) -> Option<Body> {
        self.need("group")?;
        let name = self.own_name()?;
        let _ = self.eat("is") || self.eat("are");
        Some(Body::Group { name, members: self.actors_or_complain(&[])? })
    }

    fn thing_place(&mut self) -> Option<Body> {
        if self.eat("thing") {
            return Some(Body::Thing(self.own_name()?));
        }
        self.need("place")?;
        let name = self.own_name()?;
        let title = self.quote();
        Some(Body::Place { name, title })
    }

    fn means(&mut self) -> Option<Body> {
        let term = self.quote()?;
        self.need("means")?;
        if self.at("vague") && self.pieces.len() == self.pos + 1 {
            self.vague.push(self.here());
            self.pos += 1;
            return Some(Body::Means { term, vague: true, open: false, text: String::new() });
        }
        if self.pieces.len() == self.pos + 1 && self.eat_open() {
            return Some(Body::Means { term, vague: false, open: true, text: String::new() });
        }
        let from = self.pos;
        self.pos = self.pieces.len();
        (self.pos > from).then(|| Body::Means { term, vague: false, open: false, text: self.text(from, self.pos) })
    }

    /// `Line "yellow line" is where …, geometry open.` `Line "x" is as on Annex "maps", known to Israel.`
    fn line(&mut self) -> Option<Body> {
        self.need("line")?;
        let name = self.own_name()?;
        self.need("is")?;
        let mut annex = None;
        let mut open = false;
        let mut text = String::new();
        if self.eat("as on annex") {
            let at = self.here();
            let a = self.quote()?;
            if self.names.of(&a, &[NameKind::Annex]).is_none() {
                let near = super::near(&a, self.names, &[NameKind::Annex]);
                self.complaints.push(("undeclared-name", at, a.clone(), near));
            }
            annex = Some(a);
        } else if self.eat_open() {
            open = true;
        } else {
            let from = self.pos;
            while !self.done() && self.kind() != Some(Kind::Comma) {
                self.pos += 1;
            }
            text = self.text(from, self.pos);
        }
        let mut known = Vec::new();
        while self.comma() {
            if self.eat("geometry") {
                self.eat_open().then_some(())?;
                open = true;
            } else {
                self.need("known to")?;
                known = self.actors_or_complain(&[])?;
            }
        }
        Some(Body::Line { name, annex, open, text, known })
    }

    fn annex(&mut self) -> Option<Body> {
        self.need("annex")?;
        let name = self.own_name()?;
        let mut open = false;
        if !self.eat("is part of this agreement") {
            self.need("is")?;
            self.eat_open().then_some(())?;
            open = true;
        }
        let (mut kept, mut published) = (None, true);
        while self.comma() {
            if self.eat("kept by") {
                kept = Some(self.actors_or_complain(&[])?.join(" and "));
            } else if self.eat("not published") {
                published = false;
            } else {
                self.need("published")?;
            }
        }
        Some(Body::Annex { name, kept, published, open })
    }

    /// `List early "first group" has 33 persons: 9 ill, 2 long held, open others.`
    fn list(&mut self) -> Option<Body> {
        self.need("list")?;
        self.eat("of");
        let id = match self.peek(0)?.kind {
            Kind::Quote => self.quote()?,
            _ => {
                self.pos += 1;
                let id = self.pieces[self.pos - 1].text.clone();
                if crate::keywords::reserved(&id) {
                    return None;
                }
                id
            }
        };
        if self.eat("is part of") {
            return Some(Body::PartOf { list: id, of: self.list_name(&[])? });
        }
        self.quote();
        self.need("has")?;
        let (compare, total) = self.amount()?;
        let _ = self.eat("persons") || self.eat("person") || self.eat("bodies") || self.eat("items");
        let mut kinds = Vec::new();
        let mut disjoint = false;
        if self.mark(Kind::Colon) {
            disjoint = true;
            self.kinds(&mut kinds)?;
        }
        let (mut held, mut named_by, mut accepted_by) = (None, None, None);
        while self.comma() {
            if self.eat("of whom") {
                self.kinds(&mut kinds)?;
            } else if self.eat("held by") {
                held = Some(self.actors_or_complain(&[])?.join(" and "));
            } else if self.eat("named by") {
                named_by = Some(self.actors_or_complain(&[])?.join(" and "));
            } else if self.eat("accepted by") {
                accepted_by = Some(self.actors_or_complain(&["within"])?.join(" and "));
                let at = self.pos;
                if self.eat("within") {
                    self.within(at)?;
                }
            } else {
                return None;
            }
        }
        Some(Body::List { id, compare, total, kinds, disjoint, held, named_by, accepted_by })
    }

    /// `9 ill, 2 long held, open others`.
    fn kinds(&mut self, out: &mut Vec<KindCount>) -> Option<()> {
        loop {
            let at_least = self.eat("at least");
            let n: Qty = self.qty()?;
            let from = self.pos;
            while self.kind() == Some(Kind::Word) && self.low(0) != "and" {
                self.pos += 1;
            }
            if self.pos == from {
                return None;
            }
            out.push(KindCount { n, kind: self.text(from, self.pos), at_least });
            let next = self.peek(1).is_some_and(|p| p.number().is_some() || p.low == "open" || p.low == "at" || p.low == "and");
            if (self.kind() == Some(Kind::Comma) && next) || self.at("and") {
                self.pos += 1;
                self.eat("and");
                continue;
            }
            return Some(());
        }
    }

    pub(super) fn own_quoted(&mut self) -> Option<String> {
        match self.quote() {
            Some(q) => Some(q),
            None => self.own_name(),
        }
    }
}
