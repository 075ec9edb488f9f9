//! Events, conditions and the anchors of clocks.

use super::pieces::P;
use crate::lex::Kind;
use crate::tree::{Anchor, Bound, Cond, EventRef, NameKind, Part, What};

const EVENTS: &[NameKind] = &[NameKind::Event, NameKind::Process];

impl P<'_> {
    /// `is done`, `begins`, …; none where the act's event is not named.
    fn part(&mut self) -> Option<Part> {
        let save = self.pos;
        if !self.eat("is") {
            self.eat("are");
        }
        let part = match self.low(0) {
            "done" | "complete" | "completed" | "fulfilled" => Part::Done,
            "begun" | "begins" | "begin" | "start" | "starts" | "started" => Part::Begun,
            "reported" => Part::Reported,
            "verified" | "confirmed" => Part::Verified,
            "breached" => Part::Breached,
            "due" => Part::Due,
            _ => {
                self.pos = save;
                return None;
            }
        };
        self.pos += 1;
        Some(part)
    }

    /// One event; a word that names none is told as an undeclared name.
    pub(crate) fn event(&mut self) -> Option<EventRef> {
        let from = self.pos;
        let what = self.what()?;
        Some(EventRef { what, span: self.since(from) })
    }

    fn what(&mut self) -> Option<What> {
        if self.at("open") && !matches!(self.low(1), "hours" | "days" | "weeks" | "months") {
            self.eat_open();
            return Some(What::Open);
        }
        if let Some(no) = self.clause() {
            return Some(What::Clause(no, self.part().unwrap_or(Part::Done)));
        }
        if let Some(w) = self.attempt(Self::talks_or_phase) {
            return Some(w);
        }
        if let Some(w) = self.attempt(Self::count) {
            return Some(w);
        }
        if let Some((d, t)) = self.date() {
            return Some(What::Date(d, t));
        }
        if self.at("day") && self.peek(1).is_some_and(|p| p.kind == Kind::Number) {
            let n = self.peek(1).and_then(super::pieces::Piece::number)?;
            self.pos += 2;
            return Some(What::Day(n));
        }
        for (words, what) in [
            ("entry into force", What::Force),
            ("the entry into force", What::Force),
            ("the end of this agreement", What::End),
            ("the end", What::End),
            ("the report", What::Report),
            ("report", What::Report),
            ("receipt", What::Receipt),
            ("notice", What::Notice),
            ("the notice", What::Notice),
        ] {
            // A declared event of the same words comes first.
            if self.at(words) && self.name_here_len(EVENTS) < words.split(' ').count() {
                self.eat(words);
                let save = self.pos;
                if what == What::Report && self.eat("of") && self.clause().is_none() {
                    self.pos = save;
                }
                return Some(what);
            }
        }
        if let Some(w) = self.attempt(Self::joint) {
            return Some(w);
        }
        if self.at("the day of") || self.at("the date of") {
            self.pos += 3;
            return self.what();
        }
        if let Some((kind, text)) = self.name(EVENTS) {
            // `ready` of each person; `is reported` and the like do not change the event.
            self.part();
            return Some(if kind == NameKind::Process { What::Process(text) } else { What::Named(text) });
        }
        let from = self.pos;
        while !self.done()
            && matches!(self.kind(), Some(Kind::Word | Kind::Quote))
            && !matches!(
                self.low(0),
                "and"
                    | "or"
                    | "is"
                    | "are"
                    | "until"
                    | "within"
                    | "begins"
                    | "when"
                    | "while"
                    | "on"
                    | "no"
                    | "whichever"
                    | "done"
                    | "lasts"
                    | "failing"
            )
        {
            self.pos += 1;
        }
        if self.pos == from {
            return None;
        }
        let text = super::pieces::unquote(&self.text(from, self.pos));
        let near = super::near(&text, self.names, EVENTS);
        self.complaints.push(("undeclared-name", self.since(from), text.clone(), near));
        self.part();
        Some(What::Unknown(text))
    }

    fn name_here_len(&self, kinds: &[NameKind]) -> usize {
        self.name_here(kinds).map_or(0, |n| n.2)
    }

    fn talks_or_phase(&mut self) -> Option<What> {
        if self.eat("phase") {
            let p = self.peek(0)?;
            let n = u32::try_from(p.number()?).ok()?;
            self.pos += 1;
            if !self.names.phases.contains(&n) {
                let text = ["Phase ", &n.to_string()].concat();
                self.complaints.push(("undeclared-name", p.span.clone(), text, None));
            }
            let ends = self.eat("ends") || self.eat("is done") || self.eat("is complete");
            if !ends {
                let _ = self.eat("begins") || self.eat("has begun");
            }
            return Some(if ends { What::PhaseEnds(n) } else { What::PhaseBegins(n) });
        }
        if self.eat("talks") {
            let at = self.here();
            let name = self.quote()?;
            if self.names.of(&name, &[NameKind::Talks]).is_none() {
                let near = super::near(&name, self.names, &[NameKind::Talks]);
                self.complaints.push(("undeclared-name", at, name.clone(), near));
            }
            let ends = self.eat("end") || self.eat("are over") || self.eat("have ended");
            if !ends {
                let _ = self.eat("are open") || self.eat("continue") || self.eat("begin");
            }
            return Some(if ends { What::TalksEnd(name) } else { What::TalksOpen(name) });
        }
        None
    }

    /// `7 persons of captives are released`.
    fn count(&mut self) -> Option<What> {
        let n = if self.eat("all") { -1 } else { self.qty()?.value().unwrap_or(-1) };
        if !(self.eat("persons") || self.eat("person") || self.eat("bodies")) {
            return None;
        }
        self.need("of")?;
        let at = self.here();
        let list = self.list_name(&["are", "is", "have"])?;
        let _ = at;
        if !(self.eat("are") || self.eat("is")) {
            return None;
        }
        self.pos += 1;
        (self.pos <= self.pieces.len()).then_some(What::Count { list, n })
    }

    /// A list's name; an unknown one is told.
    pub(crate) fn list_name(&mut self, stops: &[&str]) -> Option<String> {
        if let Some((_, l)) = self.name(&[NameKind::List, NameKind::Kind]) {
            return Some(l);
        }
        let from = self.pos;
        while self.kind() == Some(Kind::Word) && !stops.contains(&self.low(0)) {
            self.pos += 1;
        }
        (self.pos > from).then(|| {
            let text = self.text(from, self.pos);
            let near = super::near(&text, self.names, &[NameKind::List]);
            self.complaints.push(("undeclared-name", self.since(from), text.clone(), near));
            text
        })
    }

    /// `Hamas and Israel agree on "phase two"`, `X accepts it`, `X approves it`.
    fn joint(&mut self) -> Option<What> {
        let who = self.actors()?;
        if self.eat("agree on") || self.eat("agrees on") || self.eat("agree to") {
            let on = match self.quote() {
                Some(q) => q,
                None => {
                    let from = self.pos;
                    if let Some(no) = self.clause() {
                        no.to_string()
                    } else {
                        self.name(&[NameKind::Thing, NameKind::Line, NameKind::List, NameKind::Annex, NameKind::Term])?;
                        self.text(from, self.pos)
                    }
                }
            };
            return Some(What::Agree { who, on });
        }
        if self.eat("agree") || self.eat("agrees") {
            return Some(What::Agree { who, on: String::new() });
        }
        if self.eat("accept") || self.eat("accepts") {
            let _ = self.eat("it") || self.eat("this agreement");
            return Some(What::Accept { who });
        }
        if self.eat("approve") || self.eat("approves") {
            let _ = self.eat("it");
            return Some(What::Approve { who });
        }
        None
    }

    /// A condition after `when`, `unless`, `while`.
    pub(crate) fn cond(&mut self) -> Option<Cond> {
        if self.eat("any of") {
            return Some(Cond::Any(self.series()?));
        }
        if self.eat("all of") || self.eat("both") {
            return Some(Cond::All(self.series()?));
        }
        let first = self.event()?;
        let mut list = vec![first];
        let mut any = None;
        loop {
            let save = (self.pos, self.complaints.len());
            let or = if self.eat("or") {
                true
            } else if self.eat("and") {
                false
            } else {
                break;
            };
            if self.at("within") || self.at("no") || self.at("finish") || self.at("lasts") || self.at("end") || self.at("ends") {
                self.pos = save.0;
                break;
            }
            if !self.eat("on") {
                self.eat("when");
            }
            let Some(e) = self.event() else {
                self.pos = save.0;
                self.complaints.truncate(save.1);
                break;
            };
            if any.is_some_and(|a| a != or) {
                return None; // `and` and `or` are never mixed without `all of`, `any of`
            }
            any = Some(or);
            list.push(e);
        }
        spread(&mut list);
        Some(if any == Some(true) { Cond::Any(list) } else { Cond::All(list) })
    }

    /// `1.5, 1.6 and 1.7 are done`.
    pub(crate) fn series(&mut self) -> Option<Vec<EventRef>> {
        let mut list = vec![self.event()?];
        loop {
            let save = (self.pos, self.complaints.len());
            let joined = if self.comma() {
                let _ = self.eat("and") || self.eat("or");
                true
            } else {
                self.eat("and") || self.eat("or")
            };
            if !joined || self.at("within") || self.at("no") || self.at("whichever") {
                self.pos = save.0;
                break;
            }
            match self.event() {
                Some(e) if !matches!(e.what, What::Unknown(_)) => list.push(e),
                _ => {
                    self.pos = save.0;
                    self.complaints.truncate(save.1);
                    break;
                }
            }
        }
        let last = list.last().map(|e| e.what.clone());
        if let Some(What::Clause(_, Part::Done)) = last
            && let Some(part) = self.part()
            && let Some(EventRef { what: What::Clause(_, p), .. }) = list.last_mut()
        {
            *p = part;
        }
        spread(&mut list);
        Some(list)
    }

    /// `of the later of X and Y`, `after E`, `of E`; nothing is the clause's own condition.
    pub(crate) fn anchor(&mut self) -> Option<Anchor> {
        if !(self.eat("of") || self.eat("after") || self.eat("from") || self.eat("following")) {
            return Some(Anchor::Own);
        }
        self.anchor_event()
    }

    pub(crate) fn anchor_event(&mut self) -> Option<Anchor> {
        if self.eat("the later of") {
            return Some(Anchor::Later(self.series()?));
        }
        if self.eat("the earlier of") {
            return Some(Anchor::Earlier(self.series()?));
        }
        Some(Anchor::Event(self.event()?))
    }

    /// What follows `no later than`, `by`: a date, a day, `6 months before E`, `2 days after E`, an event.
    pub(crate) fn limit(&mut self, from: usize) -> Option<Bound> {
        if let Some(span) = self.span() {
            let anchor = if self.eat("before") { Anchor::Before(self.event()?) } else { self.anchor()? };
            return Some(Bound { span_of: Some(span), anchor, bytes: self.since(from) });
        }
        let anchor = self.anchor_event()?;
        Some(Bound { span_of: None, anchor, bytes: self.since(from) })
    }

    /// `72 hours of E` after `within`.
    pub(crate) fn within(&mut self, from: usize) -> Option<Bound> {
        let span = self.span()?;
        if self.at("before") {
            self.pos += 1;
            let _ = self.event();
            let bytes = self.since(from);
            let words = self.text(from, self.pos);
            self.complaints.push(("bare-within", bytes.clone(), words, None));
            return None;
        }
        let anchor = self.anchor()?;
        Some(Bound { span_of: Some(span), anchor, bytes: self.since(from) })
    }
}

/// `1.5 and 1.6 are verified`: the last part is meant for all that name none.
fn spread(list: &mut [EventRef]) {
    let Some(What::Clause(_, part)) = list.last().map(|e| e.what.clone()) else { return };
    if part == Part::Done {
        return;
    }
    let n = list.len();
    for e in &mut list[..n - 1] {
        if let What::Clause(_, p) = &mut e.what
            && *p == Part::Done
        {
            *p = part;
        }
    }
}
