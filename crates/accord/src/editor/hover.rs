//! What stands behind a word: a name's declaration, a clause's times and who waits for whom; dates beside deadlines.

use super::{Symbol, symbol_at};
use crate::calendar::{self, Offset, OffsetUnit};
use crate::draw::{Kind, Label, OrderMap, Picture, Timeline, Why, picture};
use crate::model::{Choices, Duty, Model};
use crate::tree::{Anchor, Bound, Tail, Tree, What};
use jiff::civil::Date;
use std::ops::Range;

/// What is shown when the pointer rests on something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// What it is about.
    pub at: Range<usize>,
    /// The sentence that says it, as written.
    pub words: String,
    /// Facts about it.
    pub facts: Vec<Fact>,
}

/// One fact: its heading, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The heading.
    pub head: Label,
    /// What it is.
    pub what: Vec<Label>,
}

/// A date that a deadline comes to, behind its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Before this byte.
    pub at: usize,
    /// The last day on which it is kept.
    pub day: Date,
}

/// What stands behind the word at a byte, under one choice of the brackets.
#[must_use]
pub fn hover(tree: &Tree, choices: &Choices, at: usize) -> Option<Hover> {
    let o = symbol_at(tree, at)?;
    let sentence = match &o.symbol {
        Symbol::Clause(no) => tree.names.clauses.iter().find(|c| c.0 == *no).map(|c| c.1),
        Symbol::Phase(n) => tree.sentences.iter().position(|s| s.label == ["Phase ", &n.to_string()].concat()),
        Symbol::Name(n) => tree.names.all.iter().find(|x| x.text == *n).map(|x| x.sentence),
    };
    let s = tree.sentences.get(sentence?)?;
    let words = terms::script::squeezed(&tree.text[s.span.clone()]);
    let mut facts = Vec::new();
    if let Symbol::Clause(no) = &o.symbol {
        let own = no.to_string();
        if let Picture::Timeline(t) = picture(tree, choices, Kind::Timeline) {
            facts.extend(times(&t, &own));
        }
        if let Picture::Order(g) = picture(tree, choices, Kind::Order) {
            facts.extend(waits(&g, &own));
        }
        let (m, _) = Model::build(tree, choices);
        let answers: Vec<Label> = m.answers(*no).iter().map(|a| Label::Own(a.no.to_string())).collect();
        if !answers.is_empty() {
            facts.push(Fact { head: Label::key("accord-draw-answered-by"), what: answers });
        }
    }
    Some(Hover { at: o.at, words, facts })
}

fn times(t: &Timeline, clause: &str) -> Vec<Fact> {
    let Some(l) = t.lines.iter().find(|l| l.clause == clause) else { return vec![] };
    let mut out = Vec::new();
    let mut fact = |head: &str, what: Option<Label>| {
        if let Some(w) = what {
            out.push(Fact { head: Label::key(head), what: vec![w] });
        }
    };
    if l.stuck {
        fact("accord-draw-state", Some(Label::key("accord-draw-stuck")));
        return out;
    }
    fact("accord-draw-earliest", l.from.map(|m| t.moment(m)));
    fact("accord-draw-latest", l.by.map(|m| t.moment(m)));
    fact("accord-draw-slack", l.slack_words());
    if t.day.is_none() && (l.from.is_some() || l.by.is_some()) {
        fact("accord-draw-counted-from", Some(t.beginning.clone()));
    }
    if l.clash {
        fact("accord-draw-state", Some(Label::key("accord-draw-clash")));
    }
    out
}

fn waits(g: &OrderMap, clause: &str) -> Vec<Fact> {
    let Some(k) = g.nodes.iter().position(|n| n.label == Label::Own(clause.to_owned())) else { return vec![] };
    let needs = |a: &&crate::draw::Arrow| a.why != Why::Ahead;
    // Who acts stands behind each, since that is who is waited for.
    let told = |n: usize| {
        let node = &g.nodes[n];
        match &node.label {
            Label::Own(t) if !node.who.is_empty() => Label::Own([t, " (", &node.who.join(", "), ")"].concat()),
            other => other.clone(),
        }
    };
    let mut out = Vec::new();
    let waits: Vec<Label> = g.arrows.iter().filter(needs).filter(|a| a.to == k).map(|a| told(a.from)).collect();
    let waited: Vec<Label> = g.arrows.iter().filter(needs).filter(|a| a.from == k).map(|a| told(a.to)).collect();
    for (head, what) in [("accord-draw-waits-for", waits), ("accord-draw-waited-by", waited)] {
        if !what.is_empty() {
            out.push(Fact { head: Label::key(head), what });
        }
    }
    out
}

/// The last day of a deadline whose anchor the text fixes; by the text's own counting, to the day.
pub(crate) fn last_day(m: &Model, d: &Duty) -> Option<Date> {
    let each = d.uppers.iter().filter_map(|b| bound_day(m, b));
    if d.has(|t| matches!(t, Tail::Last)) { each.max() } else { each.min() }
}

fn bound_day(m: &Model, b: &Bound) -> Option<Date> {
    let Anchor::Event(e) = &b.anchor else { return None };
    if matches!(e.what, What::Open | What::Unknown(_)) {
        return None;
    }
    let from = m.date(&e.what)?;
    let Some(span) = b.span_of else { return Some(from) };
    // Hours need the hour of their event; only days and longer are shown.
    if span.unit.elapsed() {
        return None;
    }
    calendar::date_after(from, Offset { n: span.n.value()?, unit: OffsetUnit::of(span.unit)? }, m.counting())
}

/// The dates of the deadlines that the text fixes, each behind its sentence.
#[must_use]
pub fn hints(tree: &Tree, choices: &Choices) -> Vec<Hint> {
    let (m, _) = Model::build(tree, choices);
    m.duties()
        .filter(|(_, d)| d.uppers.iter().any(|b| b.span_of.is_some()))
        .filter_map(|(c, d)| Some(Hint { at: tree.sentences[c.sentence].span.end, day: last_day(&m, d)? }))
        .collect()
}
