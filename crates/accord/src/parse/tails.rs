//! Tails: what may follow an act, each a known piece; an unknown one makes the sentence no form.

use super::pieces::P;
use crate::lex::Kind;
use crate::tree::{Anchor, Bound, Effect, EventRef, NameKind, Qty, Tail, Unit, What};

impl P<'_> {
    /// Whether a tail begins here without a comma before it.
    pub(crate) fn tail_here(&mut self) -> bool {
        const PLAIN: [&str; 25] = [
            "when",
            "within",
            "until",
            "while",
            "unless",
            "if",
            "immediately",
            "forthwith",
            "permanently",
            "as soon as possible",
            "no later than",
            "not later than",
            "no earlier than",
            "not before",
            "all at the same time",
            "each day",
            "each week",
            "each month",
            "pro rata",
            "and finish",
            "that is",
            "failing",
            "as judged by",
            "every day",
            "without delay",
        ];
        if PLAIN.iter().any(|w| self.at(w)) {
            return true;
        }
        match self.low(0) {
            "between" => self.peek(1).is_some_and(|p| p.kind == Kind::Time),
            "by" => {
                self.peek(1).is_some_and(|p| p.kind == Kind::Date)
                    || (self.low(1) == "day" && self.peek(2).is_some_and(|p| p.kind == Kind::Number))
            }
            "for" => {
                let save = (self.pos, self.open.len());
                self.pos += 1;
                let yes = self.span().is_some();
                self.pos = save.0;
                self.open.truncate(save.1);
                yes
            }
            "at" if self.low(1) == "least" || self.low(1) == "most" => {
                let save = self.pos;
                self.pos += 2;
                let yes = self.span().is_some() && (self.at("after") || self.at("before"));
                self.pos = save;
                yes
            }
            "before" | "after" | "from" | "on" => {
                let save = (self.pos, self.complaints.len(), self.open.len());
                self.pos += 1;
                let yes = match self.event() {
                    Some(EventRef { what: What::Unknown(_), .. }) | None => false,
                    Some(_) => self.complaints.len() == save.1,
                };
                self.pos = save.0;
                self.complaints.truncate(save.1);
                self.open.truncate(save.2);
                yes
            }
            "in" => {
                self.at("in stages")
                    || self.at("in batches")
                    || (self.low(1) == "the" && {
                        let save = self.pos;
                        self.pos += 2;
                        let yes = self.span().is_some() && self.at("before");
                        self.pos = save;
                        yes
                    })
            }
            _ => false,
        }
    }

    /// All tails up to the end of the sentence.
    pub(crate) fn tails(&mut self) -> Option<Vec<Tail>> {
        let mut out = Vec::new();
        loop {
            while self.comma() || self.mark(Kind::Semi) {}
            if self.done() {
                break;
            }
            let more = self.attempt(Self::tail)?;
            out.extend(more);
        }
        let count = |f: fn(&Tail) -> bool| out.iter().filter(|t| f(t)).count();
        let windows = count(|t| matches!(t, Tail::From(_)));
        (count(|t| matches!(t, Tail::When(_))) <= 1 && windows <= 1).then_some(out)
    }

    fn tail(&mut self) -> Option<Vec<Tail>> {
        let from = self.pos;
        if self.eat("when") || self.eat("if") || self.eat("once") {
            return Some(vec![Tail::When(self.cond()?)]);
        }
        if self.eat("unless") {
            return Some(vec![Tail::Unless(self.cond()?)]);
        }
        if self.eat("within a grace of") || self.eat("with a grace of") {
            return Some(vec![Tail::Grace(self.span()?)]);
        }
        if self.at("within") || self.at("no later than") || self.at("not later than") || self.at("by") {
            return self.uppers(from);
        }
        if self.eat("no earlier than") || self.eat("not before") {
            return Some(vec![Tail::Lower(self.limit(from)?)]);
        }
        if self.eat("at least") {
            let span = self.span()?;
            if self.eat("before") {
                // So long before something: a deadline that lies before it.
                let e = self.event()?;
                return Some(vec![Tail::Upper(Bound { span_of: Some(span), anchor: Anchor::Before(e), bytes: self.since(from) })]);
            }
            let anchor = self.anchor()?;
            return Some(vec![Tail::Lower(Bound { span_of: Some(span), anchor, bytes: self.since(from) })]);
        }
        if self.eat("at most") {
            let span = self.span()?;
            let anchor = if self.eat("before") { Anchor::Before(self.event()?) } else { self.anchor()? };
            let bound = Bound { span_of: Some(span), anchor: anchor.clone(), bytes: self.since(from) };
            return Some(vec![if matches!(anchor, Anchor::Before(_)) { Tail::InThe(bound) } else { Tail::Upper(bound) }]);
        }
        if self.eat("in the") {
            let span = self.span()?;
            self.need("before")?;
            let e = self.event()?;
            return Some(vec![Tail::InThe(Bound { span_of: Some(span), anchor: Anchor::Before(e), bytes: self.since(from) })]);
        }
        if self.eat("on the day of") || self.eat("on the same day as") {
            return Some(vec![Tail::OnDay(self.event()?)]);
        }
        if self.eat("on") || self.eat("upon") {
            return Some(vec![Tail::On(self.event()?)]);
        }
        if self.eat("from") {
            let e = self.event()?;
            let mut out = vec![Tail::From(e)];
            if self.eat("until") {
                out.push(Tail::Until(self.event()?));
            }
            return Some(out);
        }
        if self.eat("until") {
            return Some(vec![Tail::Until(self.event()?)]);
        }
        if self.eat("for the duration of") {
            let e = self.event()?;
            return Some(vec![Tail::While(crate::tree::Cond::All(vec![e]))]);
        }
        if self.eat("for") {
            let span = self.span()?;
            let e = if self.eat("from") || self.eat("after") { Some(self.event()?) } else { None };
            return Some(vec![Tail::For(span, e)]);
        }
        if self.eat("while") || self.eat("as long as") {
            return Some(vec![Tail::While(self.cond()?)]);
        }
        if self.eat("before") {
            return Some(vec![Tail::Before(self.event()?)]);
        }
        if self.eat("after") {
            return Some(vec![Tail::After(self.event()?)]);
        }
        if self.eat("each person") || self.eat("person by person") {
            let mut out = vec![Tail::EachPerson];
            if self.at("within") || self.at("no later than") {
                let at = self.pos;
                out.extend(self.uppers(at)?);
            }
            return Some(out);
        }
        if let Some(unit) = self.attempt(|p| (p.eat("each") || p.eat("every")).then(|| p.unit()).flatten()) {
            return Some(vec![Tail::EachPeriod(unit)]);
        }
        if self.eat("daily") {
            return Some(vec![Tail::EachPeriod(Unit::Day)]);
        }
        if self.eat("all at the same time") || self.eat("at the same time") {
            return Some(vec![Tail::SameTime]);
        }
        if self.eat("in stages") || self.eat("in batches") || self.eat("in phases") {
            return Some(vec![Tail::Stages]);
        }
        if self.eat("between") {
            let a = self.time()?;
            self.need("and")?;
            return Some(vec![Tail::Between(a, self.time()?)]);
        }
        if self.eat("including") {
            let n = self.qty()?;
            self.eat("of");
            let at = self.pos;
            while self.kind() == Some(Kind::Word) && !self.tail_here() {
                self.pos += 1;
            }
            return Some(vec![Tail::Including(n, self.text(at, self.pos))]);
        }
        if self.eat("permanently") {
            return Some(vec![Tail::Lasting]);
        }
        if self.eat("immediately")
            || self.eat("forthwith")
            || self.eat("as soon as possible")
            || self.eat("without delay")
            || self.eat("as soon as each is ready")
        {
            return Some(vec![Tail::Soon(self.since(from))]);
        }
        if self.eat("together") || self.eat("jointly") {
            return Some(vec![Tail::Together]);
        }
        if self.eat("pro rata") {
            return Some(vec![Tail::ProRata]);
        }
        if self.eat("that is by") || self.eat("that is on") || self.eat("that is") {
            let (d, _) = self.date()?;
            return Some(vec![Tail::ThatIs(d, self.since(from))]);
        }
        if self.eat("to no more than") || self.eat("to at most") {
            let n = self.qty()?;
            self.need("percent of")?;
            let (_, of) = self.name(&[NameKind::Place, NameKind::Line]).or_else(|| self.free_name())?;
            return Some(vec![Tail::Down { n, of }]);
        }
        if self.eat("failing that") {
            self.comma();
            return Some(vec![Tail::Failing(self.effect()?)]);
        }
        if self.eat("measured by") || self.eat("done when") {
            return Some(vec![Tail::Measured(
                self.quote().or_else(|| self.name(&[NameKind::Annex, NameKind::Term, NameKind::Line]).map(|n| n.1))?,
            )]);
        }
        if self.eat("as judged by") {
            let who = self.actors_or_complain(&[])?;
            return Some(vec![Tail::AsJudged(who, self.since(from))]);
        }
        if self.eat("whichever is first") || self.eat("whichever is earlier") {
            return Some(vec![Tail::First]);
        }
        if self.eat("whichever is later") || self.eat("whichever is last") {
            return Some(vec![Tail::Last]);
        }
        if self.eat("and finish") {
            let at = self.pos;
            let mut out = Vec::new();
            for t in self.uppers(at)? {
                out.push(match t {
                    Tail::Upper(b) => Tail::Finish(b),
                    t => t,
                });
            }
            return Some(out);
        }
        if self.eat("nothing") {
            return Some(vec![Tail::Nothing]);
        }
        // `30 days after signing`
        self.attempt(|p| {
            let span = p.span()?;
            p.need("after")?;
            let anchor = p.anchor_event()?;
            let bound = Bound { span_of: Some(span), anchor, bytes: p.since(from) };
            Some(vec![Tail::Lower(bound.clone()), Tail::Upper(bound)])
        })
    }

    fn free_name(&mut self) -> Option<(NameKind, String)> {
        let from = self.pos;
        while self.kind() == Some(Kind::Word) && !self.tail_here() {
            self.pos += 1;
        }
        (self.pos > from).then(|| (NameKind::Term, self.text(from, self.pos)))
    }

    /// One upper bound, or several joined by `and`.
    fn uppers(&mut self, from: usize) -> Option<Vec<Tail>> {
        let mut out = Vec::new();
        let mut at = from;
        loop {
            let bound = if self.eat("within") {
                self.within(at)?
            } else if self.eat("no later than") || self.eat("not later than") || self.eat("by") {
                self.limit(at)?
            } else {
                return None;
            };
            out.push(Tail::Upper(bound));
            let save = self.pos;
            if self.eat("and") && (self.at("within") || self.at("no later than")) {
                at = self.pos;
                continue;
            }
            self.pos = save;
            return Some(out);
        }
    }

    /// The effect of a remedy.
    pub(crate) fn effect(&mut self) -> Option<Effect> {
        if self.eat("this agreement ends") {
            return Some(Effect::EndAll);
        }
        if self.at("open") && self.pos + 1 >= self.pieces.len() {
            self.eat_open();
            return Some(Effect::Open);
        }
        if let Some(e) = self.attempt(|p| {
            let list = p.clauses()?;
            if p.eat("is suspended") || p.eat("are suspended") {
                let until = if p.eat("until") { Some(p.event()?) } else { None };
                return Some(Effect::Suspend(list, until));
            }
            if p.eat("ends") || p.eat("end") {
                return Some(Effect::End(list));
            }
            if p.eat("is extended by") || p.eat("are extended by") {
                return Some(Effect::Extend(list, p.span()?));
            }
            None
        }) {
            return Some(e);
        }
        self.attempt(Self::duty).map(|d| Effect::Act(Box::new(d)))
    }

    /// A number or `open` with the qualifier that binds it.
    pub(crate) fn amount(&mut self) -> Option<(crate::tree::Compare, Qty)> {
        use crate::tree::Compare;
        self.attempt(|p| {
            let compare = if p.eat("at least") || p.eat("no fewer than") || p.eat("not less than") {
                Compare::AtLeast
            } else if p.eat("at most") || p.eat("up to") || p.eat("no more than") {
                Compare::AtMost
            } else {
                Compare::Exactly
            };
            Some((compare, p.qty()?))
        })
    }
}
