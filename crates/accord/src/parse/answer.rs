//! Numbered sentences about the text itself: guarantees, powers to suspend, approvals, tests, its beginning and its end.

use super::pieces::P;
use crate::lex::Kind;
use crate::tree::{Body, NameKind, What, Who};

impl P<'_> {
    /// `United States guarantees 2.1 and 3.1: if breached, United States shall …`.
    pub(super) fn guarantee(&mut self) -> Option<Body> {
        if !self.pieces.iter().any(|p| matches!(p.low.as_str(), "guarantees" | "guarantee")) {
            return None;
        }
        let who = self.actors_or_complain(&["guarantees", "guarantee"])?;
        self.eat_any(&["guarantees", "guarantee"])?;
        let clauses = self.clauses()?;
        let mut act = None;
        if self.mark(Kind::Colon) {
            self.need("if breached")?;
            self.comma();
            if self.at("open") && self.pos + 1 >= self.pieces.len() {
                self.eat_open();
            } else {
                act = Some(Box::new(self.duty()?));
            }
        }
        Some(Body::Guarantee { who, clauses, act })
    }

    /// `Hamas may suspend 2.2 while 2.1 is breached.`
    pub(super) fn may_suspend(&mut self) -> Option<Body> {
        let (at, _, _) = self.modal_at()?;
        if self.pieces.get(at + 1).is_none_or(|p| p.low != "suspend")
            || self.pieces.get(at + 2).is_none_or(|p| !(p.kind == Kind::Clause || p.low == "clause"))
        {
            return None;
        }
        let who = match self.who(at)? {
            Who::Named(a) | Who::Together(a) => a,
            Who::Both | Who::Each => vec!["*".to_owned()],
            Who::Unknown(text, span) => {
                let near = super::near(&text, self.names, &[NameKind::Actor, NameKind::Group]);
                self.complaints.push(("undeclared-name", span, text.clone(), near));
                vec![text]
            }
            Who::Open | Who::Nobody => vec!["open".to_owned()],
        };
        self.need("may suspend")?;
        let clauses = self.clauses()?;
        if !(self.eat("while") || self.eat("when") || self.eat("if")) {
            return None;
        }
        Some(Body::MaySuspend { who, clauses, cond: self.cond()? })
    }

    /// `Crossing of each wounded person needs approval by Egypt and Israel; no answer within 24 hours counts as approval.`
    pub(super) fn approval(&mut self) -> Option<Body> {
        let at = (self.pos..self.pieces.len()).find(|k| self.pieces[*k].low == "needs" || self.pieces[*k].low == "need")?;
        let what = self.text(self.pos, at);
        self.pos = at + 1;
        self.need("approval by")?;
        let by = self.actors_or_complain(&["and"])?;
        let (mut within, mut silence) = (None, None);
        if self.mark(Kind::Semi) || self.comma() {
            self.need("no answer within")?;
            within = Some(self.span()?);
            self.need("counts as")?;
            silence = Some(if self.eat("approval") {
                true
            } else {
                self.need("refusal")?;
                false
            });
        }
        Some(Body::Approval { what, by, within, silence })
    }

    /// `A person of prisoners qualifies if "not involved", as judged by open.`
    pub(super) fn qualifies(&mut self) -> Option<Body> {
        self.need("a person of")?;
        let list = self.list_name(&["qualifies"])?;
        self.need("qualifies if")?;
        let test = match self.quote() {
            Some(q) => q,
            None => {
                let from = self.pos;
                while !self.done() && self.kind() != Some(Kind::Comma) {
                    self.pos += 1;
                }
                self.text(from, self.pos)
            }
        };
        let mut judge = None;
        if self.comma() {
            self.need("as judged by")?;
            judge = if self.eat_open() { None } else { Some(self.actors_or_complain(&[])?) };
        }
        Some(Body::Qualifies { list, test, judge })
    }

    /// `This agreement enters into force when Hamas and Israel accept it.`
    pub(super) fn in_force(&mut self) -> Option<Body> {
        self.need("this agreement enters into force")?;
        if self.eat("on") {
            return Some(Body::InForce { who: vec![], on: Some(self.event()?) });
        }
        self.need("when")?;
        let e = self.event()?;
        Some(match e.what {
            What::Accept { ref who } => Body::InForce { who: who.clone(), on: None },
            _ => Body::InForce { who: vec![], on: Some(e) },
        })
    }

    /// `This agreement ends when 3.2 is done or on 2026-12-31, whichever is first; 2.4 survives it.`
    pub(super) fn ends(&mut self) -> Option<Body> {
        self.need("this agreement ends")?;
        let mut when = Vec::new();
        loop {
            let _ = self.eat("when") || self.eat("on");
            when.push(self.event()?);
            if !self.eat("or") {
                break;
            }
        }
        if self.comma() {
            self.need("whichever is first")?;
        }
        let mut survives = Vec::new();
        if self.mark(Kind::Semi) {
            survives = self.clauses()?;
            let _ = self.eat("survives it") || self.eat("survive it");
        }
        Some(Body::Ends { when, survives })
    }
}
