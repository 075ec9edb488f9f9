//! What kind of count a figure is: what was added, the total so far, what there is, a share, a length.

use super::phrase::Counted;
use super::{One, window};
use crate::intake::layer::Form;
use crate::intake::lists;
use crate::intake::reading::{Count, Figure, When};

impl One<'_> {
    /// What kind of count the figure is.
    pub(super) fn kind(&self, counted: &Counted, found: Option<&window::Found>, whole: Option<&Figure>) -> Count {
        if self.number.form == Form::Share {
            return Count::Share;
        }
        if counted.duration {
            return Count::Duration;
        }
        if counted.quantity() && found.is_some() {
            return Count::Increment;
        }
        if counted.unit.is_some()
            && !counted.money()
            && counted.act.is_none_or(|a| !matches!(a, "delivered" | "distributed" | "entered" | "received"))
        {
            return Count::Stock;
        }
        // A sum is what there is or is asked for, unless it was received or paid.
        if self.number.form == Form::Money || counted.money() {
            return if matches!(counted.act, Some("received" | "paid")) || self.funded() { Count::Cumulative } else { Count::Stock };
        }
        let total = self.total();
        if total && counted.stock() != Some(true) {
            return Count::Cumulative;
        }
        // `Two more are in hospital`, `11 are being examined`.
        if self.present() && whole.is_none_or(|_| counted.stock() != Some(false)) {
            return Count::Stock;
        }
        if counted.done() {
            return if found.is_some_and(|f| !f.long) { Count::Increment } else { Count::Cumulative };
        }
        let own = counted.act.is_some() && whole.is_some_and(|w| w.act.as_deref() != counted.act && found.is_some());
        if let Some(whole) = whole.filter(|w| !own && matches!(w.kind, Count::Increment | Count::Cumulative | Count::Stock)) {
            return whole.kind;
        }
        if let Some(found) = found
            && found.long
            && counted.stock() != Some(true)
        {
            return Count::Cumulative;
        }
        if self.to_come() {
            return Count::Stock;
        }
        if counted.happened && counted.stock().is_none() {
            return if counted.perfect && found.is_none() { Count::Cumulative } else { Count::Increment };
        }
        if counted.cumulative {
            return Count::Cumulative;
        }
        // `The war has killed more than 52,000`: up to now, unless a short window says otherwise.
        if counted.perfect && found.is_none() && counted.stock() == Some(false) {
            return Count::Cumulative;
        }
        match counted.stock() {
            Some(true) => Count::Stock,
            Some(false) => Count::Increment,
            None if found.is_some_and(|f| matches!(f.when, When::Days(..) | When::Moment(_))) => Count::Increment,
            None => Count::Stock,
        }
    }

    /// Whether the verb right behind the number says what is the case now.
    pub(super) fn present(&self) -> bool {
        let end = self.number.tokens.end + usize::from(self.is(self.number.tokens.end, &["more", "others"]));
        self.is(end, &["are", "remain", "stay", "wait", "live"]) && !self.is(end + 1, &["to", "dead", "killed", "wounded", "injured"])
    }

    /// Whether the sentence is of money that came in: `Funding: 2.3 million of 30 million`.
    pub(super) fn funded(&self) -> bool {
        let sentence = self.clause_of_sentence();
        let low = self.inner.start.saturating_sub(12).max(sentence.start);
        let funding = (low..self.inner.start).any(|i| self.is(i, &["funding", "received", "paid", "raised", "disbursed", "collected"]));
        // The second of two is what was asked for.
        let of = (1..=2).any(|n| self.inner.start >= n && self.is(self.inner.start - n, &["of", "(", "requested", "sought"]));
        funding && !of
    }

    /// Whether a word of the clause makes the figure a total: one before it (`the toll rose to`), or one
    /// behind it (`in all`) with no time between that would be another's.
    pub(super) fn total(&self) -> bool {
        let tokens = &self.layer.tokens;
        // `By Sunday night the hospital had received 14 dead`.
        let had = self.clause.clone().any(|i| tokens[i].is("had"));
        let by = self
            .clause
            .clone()
            .find(|i| tokens[*i].is("by"))
            .and_then(|i| tokens.get(i + 1))
            .is_some_and(|t| self.layer.times.binary_search_by_key(&t.span.start, |time| time.span.start).is_ok());
        if had && by {
            return true;
        }
        self.clause.clone().any(|i| {
            let Some((n, entry)) = lists::totals().at(tokens, i) else { return false };
            // `a total of 5 trucks` is a count and no running total.
            if tokens[i].is("total") && self.is(i + n, &["of"]) && i > 0 && self.is(i - 1, &["a"]) {
                return false;
            }
            let cue = tokens[i].span.start;
            if i >= self.inner.end {
                let clear = self
                    .layer
                    .times
                    .get(self.layer.times.partition_point(|t| t.span.start < self.number.span.end))
                    .is_none_or(|t| t.span.start > cue);
                return entry.field(0) == "after" && clear;
            }
            // Behind an earlier number it is that number's.
            let first = self.counts.partition_point(|n| n.span.start < tokens[self.clause.start].span.start);
            let earlier = self.counts.get(first).is_some_and(|n| n.span.end <= cue);
            entry.field(0) != "after" || !earlier
        })
    }

    /// Whether the clause speaks of what is to come, is asked for or would be.
    pub(super) fn to_come(&self) -> bool {
        let start = self.clause.start.max(self.inner.start.saturating_sub(12));
        let end = self.clause.end.min(self.inner.end + 8);
        (start..end).any(|i| {
            self.is(
                i,
                &[
                    "will", "would", "shall", "must", "should", "wants", "want", "demands", "demanded", "asked", "asks", "offers",
                    "offered", "proposes", "proposed", "plans", "requires", "needs", "promised", "pledged", "allow", "allows",
                ],
            ) || self.is(i, &["are", "is"]) && i > self.inner.end && self.is(i + 1, &["to"]) && i <= self.inner.end + 3
                || self.is(i, &["to"])
                    && i < self.inner.start
                    && self.layer.tokens.get(i + 1).is_some_and(|t| {
                        t.norm.chars().all(|c| c.is_lowercase())
                            && lists::function().get(&t.norm).is_none()
                            && i > 0
                            && self.is(
                                i - 1,
                                &[
                                    "is",
                                    "are",
                                    "agreed",
                                    "ready",
                                    "willing",
                                    "not",
                                    "refused",
                                    "call",
                                    "calls",
                                    "called",
                                    "undertakes",
                                    "how",
                                    "plan",
                                    "due",
                                    "wants",
                                    "want",
                                    "offer",
                                    "offered",
                                    "and",
                                    ";",
                                    ")",
                                ],
                            )
                    })
        })
    }
}
