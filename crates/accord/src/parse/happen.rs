//! Declared events, durations that nobody bound controls, talks and phases.

use super::pieces::P;
use crate::lex::Kind;
use crate::tree::{Body, Bound, Cond, EventAt, Qty, What};

impl P<'_> {
    /// `Event "signing" is on 2018-12-11, reported by United Nations.`
    pub(super) fn event_form(&mut self) -> Option<Body> {
        self.need("event")?;
        let name = self.own_quoted()?;
        let mut each = None;
        if self.eat("for each person") {
            each = Some(if self.eat("of") { self.list_name(&["is"])? } else { self.words_until(&["is"]) });
        }
        self.need("is")?;
        let (mut at, mut reported, mut confirmed, mut open) = (None, None, Vec::new(), false);
        if self.eat("on") {
            let (d, t) = self.date()?;
            at = Some(EventAt::Date(d, t));
        } else if self.eat("when") {
            at = Some(EventAt::When(self.cond()?));
        } else if let Some(span) = self.span() {
            self.need("after")?;
            at = Some(EventAt::After(span, self.event()?));
        } else if self.at("reported") {
        } else {
            self.eat_open().then_some(())?;
            open = true;
        }
        loop {
            let _ = self.comma() || self.eat("and");
            if self.eat("reported by") {
                let mut r = self.actors_or_complain(&["and"])?;
                if self.at("and confirmed") {
                    self.pos += 1;
                }
                if self.eat("confirmed by") {
                    confirmed = self.actors_or_complain(&[])?;
                }
                r.dedup();
                reported = Some(r);
            } else if self.eat("confirmed by") {
                confirmed = self.actors_or_complain(&[])?;
            } else {
                break;
            }
        }
        Some(Body::Event { name, each, at, reported, confirmed, open })
    }

    /// `Locating each person of captives takes 6 to 48 hours, not in the control of Hamas.`
    pub(super) fn takes(&mut self) -> Option<Body> {
        let at = self.pieces.iter().position(|p| p.low == "takes" && p.kind == Kind::Word)?;
        let mut each = None;
        let name = if let Some(q) = self.quote() {
            q
        } else {
            let from = self.pos;
            while self.pos < at && self.low(0) != "each" {
                self.pos += 1;
            }
            self.pieces[from..self.pos].iter().map(|p| p.low.as_str()).collect::<Vec<_>>().join(" ")
        };
        if self.eat("each person of") {
            each = Some(self.list_name(&["takes"])?);
        }
        if self.pos != at {
            return None;
        }
        self.pos += 1;
        let least = self.eat("at least");
        let most = self.eat("at most");
        let a = self.qty()?;
        let (low, high) = if self.eat("to") {
            if self.eat_open() { (a, None) } else { (a, Some(self.qty()?)) }
        } else if least {
            (a, None)
        } else if most {
            (Qty::N(0), Some(a))
        } else {
            (a, Some(a))
        };
        let unit = self.unit()?;
        let mut from = None;
        if self.eat("from") || self.eat("after") {
            from = Some(self.event()?);
        }
        let mut not_by = Vec::new();
        while self.comma() {
            self.need("not in the control of")?;
            not_by = self.actors_or_complain(&[])?;
        }
        Some(Body::Takes { name, each, low, high, unit, from, not_by })
    }

    /// `Delta needs 6 hours to react.` `Each party needs open hours to react.`
    pub(super) fn reacts(&mut self) -> Option<Body> {
        let at = self.pieces.iter().position(|p| p.kind == Kind::Word && matches!(p.low.as_str(), "needs" | "need"))?;
        let who = self.actors_or_complain(&["needs", "need"])?;
        if self.pos != at {
            return None;
        }
        self.pos += 1;
        let span = self.span()?;
        self.need("to react")?;
        Some(Body::Reacts { who, span })
    }

    /// `Talks "phase two" are between Hamas and Israel, convened by the mediators, begin with acceptance, and end when open.`
    pub(super) fn talks(&mut self) -> Option<Body> {
        self.need("talks")?;
        let name = self.quote()?;
        let _ = self.eat("are") || self.eat("is");
        self.need("between")?;
        let between = self.actors_or_complain(&[])?;
        let (mut begin, mut end, mut end_open) = (None, None, false);
        while self.comma() || self.at("and") {
            self.eat("and");
            if self.eat("convened by") {
                self.actors_or_complain(&[])?;
            } else if self.eat("begin with") || self.eat("begin on") || self.eat("begin when") || self.eat("begins with") {
                begin = Some(self.event()?);
            } else if self.eat("end when") || self.eat("end on") || self.eat("end with") {
                if self.at("open") && self.eat_open() {
                    end_open = true;
                } else {
                    end = Some(self.cond()?);
                }
            } else {
                return None;
            }
        }
        Some(Body::Talks { name, between, begin, end, end_open })
    }

    /// `Phase 1 "Exchange" begins on acceptance and lasts 42 days.`
    pub(super) fn phase(&mut self) -> Option<Body> {
        self.need("phase")?;
        let n = u32::try_from(self.peek(0)?.number()?).ok()?;
        self.pos += 1;
        let title = self.quote().unwrap_or_default();
        let (mut begins, mut begin_open, mut bounds, mut lasts, mut ends, mut end_open, mut failing) =
            (None, false, Vec::new(), None, None, false, None);
        loop {
            if self.done() {
                break;
            }
            let from = self.pos;
            if self.eat("begins on") || self.eat("begins when") || self.eat("begins with") {
                if self.at("open") {
                    self.eat_open();
                    begin_open = true;
                } else {
                    begins = Some(self.cond()?);
                }
            } else if self.eat("begins") {
                let at = self.pos;
                let span = self.span()?;
                self.need("after")?;
                let anchor = self.anchor_event()?;
                if let crate::tree::Anchor::Event(e) = &anchor {
                    begins = Some(Cond::All(vec![e.clone()]));
                }
                bounds.push(Bound { span_of: Some(span), anchor, bytes: self.since(at) });
            } else if self.eat("lasts") {
                lasts = Some(self.span()?);
            } else if self.eat("ends when") || self.eat("ends on") || self.eat("end when") {
                if self.at("open") {
                    self.eat_open();
                    end_open = true;
                } else {
                    let first = self.cond()?;
                    ends = Some(first);
                    if self.eat("or")
                        && let Some(span) = self.span()
                    {
                        self.need("after")?;
                        self.event()?;
                        lasts = lasts.or(Some(span));
                    }
                }
            } else if self.eat("no later than") || self.eat("by") {
                bounds.push(self.limit(from)?);
            } else if self.eat("within") {
                bounds.push(self.within(from)?);
            } else if self.at("failing that") {
                failing = Some(self.failing()?);
            } else if self.eat("whichever is first") || self.eat("whichever is later") {
            } else {
                return None;
            }
            let mut more = false;
            while self.comma() || self.mark(Kind::Semi) || self.eat("and") || self.eat("or") {
                more = true;
            }
            if !more && !self.done() {
                return None;
            }
        }
        if matches!(&begins, Some(Cond::All(v)) if v.iter().any(|e| e.what == What::Open)) {
            begin_open = true;
        }
        Some(Body::Phase { n, title, begins, begin_open, bounds, lasts, ends, end_open, failing })
    }
}
