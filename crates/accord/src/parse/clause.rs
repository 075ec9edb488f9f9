//! Numbered sentences: duties and the forms about other clauses.

use super::pieces::{P, unquote};
use crate::lex::Kind;
use crate::tree::{Body, Bound, Effect, EventRef, NameKind, Part, Stage, Tail, What, Who};

impl P<'_> {
    /// The sentence's meaning by the first form that takes all of it.
    pub(crate) fn body(&mut self, numbered: bool) -> Option<Body> {
        if self.pieces.is_empty() {
            return None;
        }
        let forms: &[fn(&mut Self) -> Option<Body>] = if numbered {
            &[
                Self::prose,
                Self::aim,
                Self::ratio,
                Self::about_clause,
                Self::conditional,
                Self::cover,
                Self::verifies,
                Self::reports,
                Self::guarantee,
                Self::may_suspend,
                Self::approval,
                Self::qualifies,
                Self::in_force,
                Self::ends,
                Self::plain_duty,
            ]
        } else {
            &[Self::declaration]
        };
        forms.iter().find_map(|form| {
            self.attempt(|p| {
                let b = form(p)?;
                p.end()?;
                Some(b)
            })
        })
    }

    fn prose(&mut self) -> Option<Body> {
        self.quote()?;
        self.end()?;
        Some(Body::Prose)
    }

    fn plain_duty(&mut self) -> Option<Body> {
        self.duty().map(Body::Duty)
    }

    /// `"Palestinian state" is an aim, sought within open months of acceptance.`
    fn aim(&mut self) -> Option<Body> {
        let what = self.quote()?;
        self.need("is an aim")?;
        let mut bound = None;
        if self.comma() {
            self.need("sought")?;
            let at = self.pos;
            if self.eat("within") {
                bound = Some(self.within(at)?);
            } else if self.eat("no later than") || self.eat("by") {
                bound = Some(self.limit(at)?);
            } else {
                return None;
            }
        }
        Some(Body::Aim { what, bound })
    }

    /// `For each ill of early released, 30 lifers and 20 long held of prisoners are released.`
    fn ratio(&mut self) -> Option<Body> {
        self.need("for each")?;
        let per = match self.peek(0)?.number() {
            Some(n) => {
                self.pos += 1;
                n
            }
            None => 1,
        };
        let from = self.pos;
        while !self.done() && !matches!(self.low(0), "of" | "released" | "handed" | "returned") && self.kind() != Some(Kind::Comma) {
            self.pos += 1;
        }
        let each = self.text(from, self.pos);
        let each_list = if self.eat("of") { Some(self.list_name(&["released", "handed", "returned"])?) } else { None };
        let _ = self.eat("released") || self.eat("handed over") || self.eat("returned");
        self.comma().then_some(())?;
        let mut by = Who::Nobody;
        if let Some((at, len, _)) = self.modal_at() {
            by = self.who(at)?;
            self.pos = at + len;
            self.pos += 1; // the verb
        }
        let mut gives = Vec::new();
        loop {
            let n = self.qty()?.value()?;
            let at = self.pos;
            while self.kind() == Some(Kind::Word) && !matches!(self.low(0), "of" | "and" | "are" | "is") {
                self.pos += 1;
            }
            gives.push((n, self.text(at, self.pos)));
            if !(self.eat("and") || self.comma()) {
                break;
            }
        }
        let of = if self.eat("of") { Some(self.list_name(&["are", "is"])?) } else { None };
        if by == Who::Nobody {
            let _ = self.eat("are") || self.eat("is");
            self.pos += 1;
            self.eat("over");
            if self.eat("by") {
                by = Who::Named(self.actors()?);
            }
        }
        Some(Body::Ratio { per, each, each_list, gives, of, by })
    }

    /// `Clause 1.2 …`.
    fn about_clause(&mut self) -> Option<Body> {
        self.at("clause").then_some(())?;
        let clause = self.clause()?;
        if self.eat("is done in stages") || self.eat("is done in batches") {
            if self.mark(Kind::Colon) {
                return self.stages(clause);
            }
            if self.mark(Kind::Semi) {
                self.need("each batch on the day of the matching batch of")?;
                let of = self.clause()?;
                return Some(Body::Batches { clause, of });
            }
            return None;
        }
        if self.eat("continues while") || self.eat("continues as long as") {
            return Some(Body::Continues { clause, cond: self.cond()? });
        }
        if self.eat("does not apply to") {
            let from = self.pos;
            while !self.done() && self.kind() != Some(Kind::Comma) {
                self.pos += 1;
            }
            let to = self.text(from, self.pos);
            let mut reported = None;
            let mut confirmed = Vec::new();
            if self.comma() {
                self.need("if")?;
                let who = self.actors_or_complain(&["reports", "report"])?.join(" ");
                let _ = self.eat("reports") || self.eat("report");
                self.eat("it");
                self.need("within")?;
                reported = Some((who, self.span()?));
                if self.eat("and") {
                    confirmed = self.actors_or_complain(&["confirms", "confirm"])?;
                    let _ = self.eat("confirms") || self.eat("confirm");
                    self.eat("it");
                }
            }
            return Some(Body::NotApply { clause, to, reported, confirmed });
        }
        if self.eat("prevails over") {
            if self.eat("every other clause") {
                return Some(Body::Prevails { clause, over: None });
            }
            return Some(Body::Prevails { clause, over: Some(self.clause()?) });
        }
        if self.eat("is extended by") {
            let by = self.span()?;
            self.need("for each")?;
            let per = self.qty()?.value()?;
            let _ = self.eat("persons") || self.eat("person");
            self.need("of")?;
            let list = self.list_name(&["released", "handed"])?;
            let _ = self.eat("released") || self.eat("handed over");
            let beyond = if self.eat("beyond") { self.qty()?.value()? } else { 0 };
            let mut most = None;
            if self.comma() {
                self.need("at most")?;
                most = Some(self.span()?);
            }
            return Some(Body::Extended { clause, by, per, list, beyond, most });
        }
        if self.eat("is not extendable") || self.eat("may not be extended") {
            return Some(Body::Extendable { clause, by: vec![], times: None, span: None, never: true, from_old: false });
        }
        if self.eat("may be extended") {
            let mut by = Vec::new();
            if self.eat("by agreement of") {
                by = self.actors_or_complain(&["and"])?;
            }
            let (mut times, mut span, mut from_old) = (None, None, false);
            while self.comma() || self.at("by") || self.at("from") || self.at("at") {
                if self.eat("at most once") {
                    times = Some(1);
                } else if self.eat("at most") {
                    times = Some(self.qty()?.value()?);
                    self.need("times")?;
                } else if self.eat("by") {
                    span = Some(self.span()?);
                } else if self.eat("from the old date") {
                    from_old = true;
                } else {
                    return None;
                }
            }
            return Some(Body::Extendable { clause, by, times, span, never: false, from_old });
        }
        if self.eat("is suspended while") || self.eat("is suspended when") || self.eat("is suspended if") {
            let cond = self.cond()?;
            return Some(Body::MaySuspend { who: vec![], clauses: vec![clause], cond });
        }
        None
    }

    /// `3 persons by day 1, 7 in all by day 7; living before remains`.
    fn stages(&mut self, clause: crate::tree::ClauseNo) -> Option<Body> {
        let mut stages = Vec::new();
        let mut first = Vec::new();
        loop {
            let from = self.pos;
            let n = self.qty()?;
            let percent = self.eat("percent") || self.eat("%");
            let _ = self.eat("persons") || self.eat("person");
            let total = self.eat("in all");
            let mut by = None;
            if self.eat("by") || self.eat("no later than") {
                by = Some(self.event()?);
            } else if self.eat("within") {
                let b = self.within(from)?;
                by = Some(self.bound_event(&b)?);
            }
            stages.push(Stage { n, total, percent, by, bytes: self.since(from) });
            if !self.comma() {
                break;
            }
        }
        while self.mark(Kind::Semi) {
            let from = self.pos;
            while !self.done() && self.kind() != Some(Kind::Semi) {
                self.pos += 1;
            }
            first.push(self.text(from, self.pos));
        }
        Some(Body::Stages { clause, stages, first })
    }

    /// A stage's `within 30 days of E` is kept as a day counted from E where E is the beginning.
    fn bound_event(&self, b: &Bound) -> Option<EventRef> {
        let days = b.span_of?.minutes()? / 1440;
        Some(EventRef { what: What::Day(days), span: b.bytes.clone() })
    }

    /// `If 1.2 is breached, …`.
    fn conditional(&mut self) -> Option<Body> {
        self.need("if")?;
        let of = self.clauses()?;
        let part = if self.eat("is breached") || self.eat("are breached") {
            Part::Breached
        } else if self.eat("is not done at its deadline")
            || self.eat("is not done")
            || self.eat("are not done")
            || self.eat("is not done in time")
        {
            Part::Due
        } else {
            return None;
        };
        self.comma().then_some(())?;
        if self.eat("it may be cured") {
            let at = self.pos;
            let within = if self.eat("within") { Some(self.within(at)?) } else { None };
            if !(self.mark(Kind::Semi) || self.comma()) {
                return None;
            }
            self.need("otherwise")?;
            let effect = self.effect()?;
            return Some(Body::Cure { of: *of.first()?, within, effect });
        }
        Some(Body::IfNot { of, part, effect: self.effect()? })
    }

    /// `From 2.1 done until 3.2 done, open secures Gaza.` or `Mechanism secures Gaza, from E until E.`
    fn cover(&mut self) -> Option<Body> {
        const SERVICES: [&str; 8] = ["secures", "administers", "supplies", "monitors", "secure", "administer", "supply", "monitor"];
        let (mut from, mut until) = (None, None);
        let early = self.eat("from");
        if early {
            from = Some(self.event()?);
            if self.eat("until") {
                until = Some(self.event()?);
            }
            self.comma().then_some(())?;
        }
        let who = if self.eat_open() {
            None
        } else {
            let at = self.pos;
            let a = self.actors();
            match a {
                Some(a) => Some(a),
                None => {
                    self.pos = at;
                    if !self.pieces[at..].iter().any(|p| SERVICES.contains(&p.low.as_str())) || self.modal_at().is_some() {
                        return None;
                    }
                    Some(self.actors_or_complain(&SERVICES)?)
                }
            }
        };
        let service = match self.eat_any(&SERVICES)? {
            "secures" | "secure" => "secures",
            "administers" | "administer" => "administers",
            "supplies" | "supply" => "supplies",
            _ => "monitors",
        };
        let place = match self.name(&[NameKind::Place, NameKind::Line, NameKind::Thing, NameKind::List, NameKind::Term]) {
            Some((_, p)) => p,
            None => {
                let at = self.pos;
                while self.kind() == Some(Kind::Word) && !self.tail_here() {
                    self.pos += 1;
                }
                if self.pos == at {
                    return None;
                }
                let text = self.text(at, self.pos);
                let near = super::near(&text, self.names, &[NameKind::Place]);
                self.complaints.push(("undeclared-name", self.since(at), text.clone(), near));
                text
            }
        };
        if !early {
            self.comma();
            if self.eat("from") {
                from = Some(self.event()?);
                self.comma();
            }
            if self.eat("until") {
                until = Some(self.event()?);
            }
        }
        Some(Body::Cover { who, service, place, from, until })
    }

    /// `Mechanism verifies 1.2 within 12 hours of the report, person by person.`
    fn verifies(&mut self) -> Option<Body> {
        let who = if self.pieces.iter().any(|p| matches!(p.low.as_str(), "verifies" | "verify" | "certifies" | "certify")) {
            self.actors_or_complain(&["verifies", "verify", "certifies", "certify"])?
        } else {
            return None;
        };
        self.eat_any(&["verifies", "verify", "certifies", "certify"])?;
        let clauses = self.clauses()?;
        let mut within = None;
        let mut each = false;
        for t in self.tails()? {
            match t {
                Tail::Upper(b) => within = Some(b),
                Tail::EachPerson => each = true,
                Tail::EachPeriod(_) => {}
                _ => return None,
            }
        }
        Some(Body::Verifies { who, clauses, within, each })
    }

    /// `Hamas reports 1.2 within 2 hours of 1.2.`
    fn reports(&mut self) -> Option<Body> {
        if !self.pieces.iter().any(|p| matches!(p.low.as_str(), "reports" | "report")) {
            return None;
        }
        let who = self.actors_or_complain(&["reports", "report"])?;
        self.eat_any(&["reports", "report"])?;
        let clauses = self.clauses()?;
        let mut within = None;
        for t in self.tails()? {
            match t {
                Tail::Upper(b) => within = Some(b),
                Tail::EachPerson | Tail::EachPeriod(_) => {}
                _ => return None,
            }
        }
        Some(Body::Reports { who, clauses, within })
    }

    /// A quoted word or a run of words up to a stop.
    pub(crate) fn words_until(&mut self, stops: &[&str]) -> String {
        let from = self.pos;
        while !self.done() && !matches!(self.kind(), Some(Kind::Comma | Kind::Colon | Kind::Semi)) && !stops.contains(&self.low(0)) {
            self.pos += 1;
        }
        if self.pos == from + 1 && self.pieces[from].kind == Kind::Quote {
            return unquote(&self.pieces[from].text);
        }
        self.text(from, self.pos)
    }

    /// An effect after `failing that`.
    pub(crate) fn failing(&mut self) -> Option<Effect> {
        self.need("failing that")?;
        self.comma();
        self.effect()
    }
}
