//! Cover: for each duty who verifies it, what answers its breach and who guarantees it; and who holds each place.
//!
//! A guarantee without an act, or with one that is not agreed, is drawn as one without means: it
//! stands in the text and answers nothing.

use super::Label;
use super::label::event;
use crate::finding::{Lines, Place};
use crate::model::Model;
use crate::tree::{Body, Modal, NameKind, Part, Tree, What};
use terms::phrase::Phrase;

/// Duties and what stands behind them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverMap {
    /// The columns: who answers, and how.
    pub columns: Vec<Answering>,
    /// The duties of the sides in the order of the text.
    pub rows: Vec<Covered>,
    /// The places that somebody leaves, takes up or holds.
    pub places: Vec<PlaceHeld>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answering {
    /// Somebody verifies.
    Verifies(String),
    /// The text's own remedies: time to cure, suspension, an end.
    Remedy,
    /// Somebody guarantees.
    Guarantees(String),
}

impl Answering {
    /// The column's heading.
    #[must_use]
    pub fn label(&self) -> Label {
        match self {
            Answering::Verifies(who) => Label::Said(Phrase::new("accord-draw-verifies").name("who", who.clone())),
            Answering::Remedy => Label::key("accord-draw-remedy"),
            Answering::Guarantees(who) => Label::Said(Phrase::new("accord-draw-guarantees").name("who", who.clone())),
        }
    }
}

/// A duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// Its clause.
    pub clause: String,
    /// Who is bound.
    pub who: Vec<String>,
    /// Its words.
    pub act: String,
    /// One for each column.
    pub cells: Vec<Option<Answer>>,
    /// Nothing answers its breach: no remedy, and no guarantee with an act.
    pub gap: bool,
    /// Where it stands in the file.
    pub place: Place,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The clauses that say so.
    pub clauses: Vec<String>,
    /// It says what is to be done; false for a guarantee without an act.
    pub means: bool,
}

/// A place and who holds it in turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceHeld {
    /// Its name.
    pub place: String,
    /// Its holders in the order of their beginnings.
    pub holds: Vec<Hold>,
}

/// One holder's time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Who; empty where nobody is named: a gap.
    pub who: Vec<String>,
    /// From when; `None` from the beginning.
    pub from: Option<Label>,
    /// Until when; `None` without an end.
    pub until: Option<Label>,
    /// The clauses that say so.
    pub clauses: Vec<String>,
}

impl CoverMap {
    pub(super) fn says(&self) -> Phrase {
        let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        Phrase::new("accord-draw-cover-says")
            .number("rows", n(self.rows.len()))
            .number("gaps", n(self.rows.iter().filter(|r| r.gap).count()))
            .number("places", n(self.places.iter().filter(|p| p.holds.iter().any(|h| h.who.is_empty())).count()))
    }
}

pub(super) fn draw(tree: &Tree, m: &Model) -> CoverMap {
    let text = Lines::new(&tree.text);
    let mut columns: Vec<Answering> = Vec::new();
    let mut add = |a: Answering| {
        if !columns.contains(&a) {
            columns.push(a);
        }
    };
    for c in &m.clauses {
        if let Body::Verifies { who, .. } = &c.body {
            m.expand(who).into_iter().for_each(|w| add(Answering::Verifies(w)));
        }
    }
    add(Answering::Remedy);
    for c in &m.clauses {
        if let Body::Guarantee { who, .. } = &c.body {
            m.expand(who).into_iter().for_each(|w| add(Answering::Guarantees(w)));
        }
    }
    let mut rows = Vec::new();
    for (c, d) in m.duties() {
        if !matches!(d.modal, Modal::Shall | Modal::ShallNot) || !(d.who.is_empty() || d.who.iter().any(|w| m.is_party(w))) {
            continue;
        }
        let mut cells: Vec<Option<Answer>> = vec![None; columns.len()];
        let mut put = |a: &Answering, clause: String, means: bool| {
            let Some(k) = columns.iter().position(|x| x == a) else { return };
            let cell = cells[k].get_or_insert(Answer { clauses: Vec::new(), means: false });
            cell.clauses.push(clause);
            cell.means |= means;
        };
        for v in &m.clauses {
            if let Body::Verifies { who, clauses, .. } = &v.body
                && clauses.contains(&c.no)
            {
                m.expand(who).into_iter().for_each(|w| put(&Answering::Verifies(w), v.no.to_string(), true));
            }
        }
        for a in m.answers(c.no) {
            match &a.body {
                Body::Guarantee { who, act, .. } => {
                    m.expand(who).into_iter().for_each(|w| put(&Answering::Guarantees(w), a.no.to_string(), act.is_some()));
                }
                _ => put(&Answering::Remedy, a.no.to_string(), true),
            }
        }
        // What the index does not count as an answer still stands in the text.
        for g in &m.clauses {
            if let Body::Guarantee { who, clauses, act } = &g.body
                && clauses.contains(&c.no)
                && !m.answers(c.no).iter().any(|a| a.no == g.no)
            {
                m.expand(who).into_iter().for_each(|w| put(&Answering::Guarantees(w), g.no.to_string(), act.is_some()));
            }
        }
        let gap =
            !columns.iter().zip(&cells).any(|(col, cell)| !matches!(col, Answering::Verifies(_)) && cell.as_ref().is_some_and(|a| a.means));
        let place = text.place(&tree.text, &tree.sentences[c.sentence].span);
        rows.push(Covered { clause: c.no.to_string(), who: d.who.clone(), act: d.act.text.clone(), cells, gap, place });
    }
    CoverMap { columns, rows, places: places(tree, m) }
}

/// Who holds each place, with a gap where one has left and the next has not come.
fn places(tree: &Tree, m: &Model) -> Vec<PlaceHeld> {
    let mut out = Vec::new();
    for name in tree.names.all.iter().filter(|n| n.kind == NameKind::Place) {
        let place = &name.text;
        let done = |no| What::Clause(no, Part::Done);
        let (mut leaves, mut comes, mut holds) = (Vec::new(), Vec::new(), Vec::new());
        for c in &m.clauses {
            if let Body::Cover { who, service: "secures" | "administers", place: p, from, until } = &c.body
                && p == place
            {
                let who = who.as_ref().map(|w| m.expand(w)).unwrap_or_default();
                let what = |e: &Option<crate::tree::EventRef>| e.as_ref().map(|e| e.what.clone());
                holds.push((what(from), what(until), who, vec![c.no]));
            }
            let Some(d) = &c.duty else { continue };
            let here = d.act.names.iter().any(|n| n.1 == *place);
            if here && d.once() && d.modal == Modal::Shall && crate::lexicon::leaves(&d.act) && !d.act.begin {
                leaves.push((c.no, d.who.clone()));
            }
            if here && d.once() && d.modal == Modal::Shall && crate::lexicon::takes_up(&d.act) {
                comes.push((c.no, d.who.clone()));
            }
        }
        if leaves.is_empty() && holds.is_empty() {
            continue;
        }
        type Held = (Option<What>, Option<What>, Vec<String>, Vec<crate::tree::ClauseNo>);
        let mut all: Vec<Held> = Vec::new();
        for (no, who) in &leaves {
            all.push((None, Some(done(*no)), who.clone(), vec![*no]));
        }
        all.extend(holds);
        for (no, who) in &comes {
            all.push((Some(done(*no)), None, who.clone(), vec![*no]));
        }
        // From one who leaves to one who comes nobody is named, unless a cover begins with the leaving.
        for (no, _) in &leaves {
            let end = done(*no);
            let taken = all.iter().any(|h| h.0.as_ref() == Some(&end) || (h.0.is_none() && h.1.as_ref() != Some(&end) && !h.2.is_empty()));
            if !taken {
                let next = comes.first().map(|c| done(c.0));
                let at = leaves.len();
                let clauses = std::iter::once(*no).chain(comes.first().map(|c| c.0)).collect();
                all.insert(at.min(all.len()), (Some(end), next, Vec::new(), clauses));
            }
        }
        let holds = all
            .into_iter()
            .map(|(from, until, who, clauses)| Hold {
                who,
                from: from.as_ref().map(event),
                until: until.as_ref().map(event),
                clauses: clauses.iter().map(ToString::to_string).collect(),
            })
            .collect();
        out.push(PlaceHeld { place: place.clone(), holds });
    }
    out
}
