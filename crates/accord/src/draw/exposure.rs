//! Exposure: what each side has given and received after each step, in the order of the text's conditions.
//!
//! Every duty of a side counts as one, in stages by its parts; what one side gives the others
//! receive, and what both do together cancels out. The drawing says how far one side is ahead of the
//! other, not what the acts are worth: that is for the sides.

use super::Label;
use super::order::{NodeKind, OrderMap};
use crate::finding::{Lines, Place};
use crate::model::Model;
use crate::tree::{Body, ClauseNo, Modal, Tree};
use std::collections::{BTreeMap, BTreeSet};
use terms::phrase::Phrase;

/// What each side has given and received, step by step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exposure {
    /// The parties, in the order of their names.
    pub sides: Vec<String>,
    /// The steps in their order.
    pub moves: Vec<Move>,
    /// Into how many parts a whole act is divided; `given` and `received` count parts.
    pub parts: i64,
    /// Clauses that cannot happen under these brackets and are left out.
    pub stuck: Vec<String>,
}

/// One step, with where everybody stands after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The clause.
    pub clause: String,
    /// Which part of it: the second of three stages is `(2, 3)`.
    pub stage: Option<(i64, i64)>,
    /// Which sides act, by their places in `sides`.
    pub by: Vec<usize>,
    /// Its words.
    pub act: String,
    /// It cannot be taken back.
    pub for_good: bool,
    /// What each side has given, in parts of an act.
    pub given: Vec<i64>,
    /// What each side has received.
    pub received: Vec<i64>,
    /// Where it stands in the file.
    pub place: Place,
}

impl Exposure {
    /// For each side the step after which it is furthest ahead of what it has received, and by how many parts of an act.
    #[must_use]
    pub fn peaks(&self) -> Vec<Option<(usize, i64)>> {
        (0..self.sides.len())
            .map(|side| {
                let ahead = self.moves.iter().enumerate().map(|(k, m)| (k, m.given[side] - m.received[side]));
                ahead.filter(|(_, n)| *n > 0).fold(None, |best: Option<(usize, i64)>, x| match best {
                    Some(b) if b.1 >= x.1 => Some(b),
                    _ => Some(x),
                })
            })
            .collect()
    }

    /// A number of parts as a number of acts: `1`, `2/3`, `1 1/3`.
    #[must_use]
    pub fn acts(&self, n: i64) -> String {
        let (whole, rest) = (n / self.parts, n % self.parts);
        if rest == 0 {
            return whole.to_string();
        }
        let g = gcd(rest.abs(), self.parts);
        let part = [(rest.abs() / g).to_string(), "/".to_owned(), (self.parts / g).to_string()].concat();
        match (whole, rest < 0) {
            (0, false) => part,
            (0, true) => ["-", &part].concat(),
            _ => [whole.to_string(), " ".to_owned(), part].concat(),
        }
    }

    pub(super) fn says(&self) -> Phrase {
        let peak =
            self.peaks().into_iter().enumerate().filter_map(|(s, p)| p.map(|p| (s, p))).max_by_key(|(s, p)| (p.1, std::cmp::Reverse(*s)));
        match peak {
            Some((side, (at, n))) => Phrase::new("accord-draw-exposure-says")
                .name("who", self.sides[side].clone())
                .name("acts", self.acts(n))
                .name("clause", self.moves[at].clause.clone())
                .number("steps", i64::try_from(self.moves.len()).unwrap_or(i64::MAX)),
            None => Phrase::new("accord-draw-exposure-even").number("steps", i64::try_from(self.moves.len()).unwrap_or(i64::MAX)),
        }
    }

    /// The stage of a step in words.
    #[must_use]
    pub fn stage_words(m: &Move) -> Option<Label> {
        m.stage.map(|(k, n)| Label::Said(Phrase::new("accord-draw-stage").number("k", k).number("n", n)))
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Into how many stages a clause is divided, those of its matching clause included.
fn stages(m: &Model) -> BTreeMap<ClauseNo, i64> {
    let mut out = BTreeMap::new();
    for c in &m.clauses {
        if let Body::Stages { clause, stages, .. } = &c.body
            && stages.len() > 1
        {
            out.insert(*clause, i64::try_from(stages.len()).unwrap_or(1));
        }
    }
    for c in &m.clauses {
        if let Body::Batches { clause, of } = &c.body {
            // Batches whose number the text does not say are drawn as three.
            let n = out.get(of).copied().unwrap_or(3);
            out.insert(*of, n);
            out.insert(*clause, n);
        }
    }
    // Beyond this a drawing shows nothing more.
    out.retain(|_, n| *n <= 12);
    out
}

/// The clauses whose batches follow another's, by the leading one.
fn followers(m: &Model) -> BTreeMap<ClauseNo, Vec<ClauseNo>> {
    let mut out: BTreeMap<ClauseNo, Vec<ClauseNo>> = BTreeMap::new();
    for c in &m.clauses {
        if let Body::Batches { clause, of } = &c.body
            && clause != of
        {
            out.entry(*of).or_default().push(*clause);
        }
    }
    out
}

pub(super) fn draw(tree: &Tree, m: &Model) -> Exposure {
    let order = super::order::draw(tree, m);
    let text = Lines::new(&tree.text);
    let sides: Vec<String> = m.parties().into_iter().map(str::to_owned).collect();
    let side = |name: &str| sides.iter().position(|s| s == name);
    let staged = stages(m);
    let parts = staged.values().fold(1i64, |l, n| l / gcd(l, *n) * n);
    let follow = followers(m);
    let led: BTreeSet<ClauseNo> = follow.values().flatten().copied().collect();
    let layer = |no: ClauseNo| node_layer(&order, no);
    let mut acts: Vec<(usize, usize, ClauseNo)> = m
        .duties()
        .filter(|(_, d)| d.modal == Modal::Shall && !d.who.is_empty() && d.who.iter().all(|w| side(w).is_some()))
        .map(|(c, _)| (layer(c.no).0, c.sentence, c.no))
        .collect();
    let stuck = acts.iter().filter(|a| layer(a.2).1).map(|a| a.2.to_string()).collect();
    acts.retain(|a| !layer(a.2).1);
    acts.sort();
    let mut moves = Vec::new();
    let (mut given, mut received) = (vec![0i64; sides.len()], vec![0i64; sides.len()]);
    let mut put = |no: ClauseNo, stage: Option<(i64, i64)>| {
        let Some(c) = m.clause(no) else { return };
        let Some(d) = &c.duty else { return };
        let worth = stage.map_or(parts, |s| parts / s.1);
        let by: Vec<usize> = d.who.iter().filter_map(|w| side(w)).collect();
        let to: Vec<usize> = match d.to.as_deref().and_then(side) {
            Some(only) => vec![only],
            // Who gives together receives from the others.
            None => (0..sides.len()).filter(|s| by.len() > 1 || !by.contains(s)).collect(),
        };
        by.iter().for_each(|s| given[*s] += worth);
        to.iter().for_each(|s| received[*s] += worth);
        moves.push(Move {
            clause: no.to_string(),
            stage,
            by,
            act: d.act.text.clone(),
            for_good: crate::lexicon::irreversible(&d.act),
            given: given.clone(),
            received: received.clone(),
            place: text.place(&tree.text, &tree.sentences[c.sentence].span),
        });
    };
    let reached: BTreeSet<ClauseNo> = acts.iter().map(|a| a.2).collect();
    for (_, _, no) in &acts {
        let leads = follow.get(no).into_iter().flatten().filter(|n| reached.contains(n));
        if led.contains(no) && follow.iter().any(|(of, v)| v.contains(no) && reached.contains(of)) {
            continue; // drawn with the clause that it follows
        }
        match staged.get(no) {
            Some(n) => {
                for k in 1..=*n {
                    put(*no, Some((k, *n)));
                    for f in leads.clone() {
                        put(*f, Some((k, *n)));
                    }
                }
            }
            None => put(*no, None),
        }
    }
    Exposure { sides, moves, parts, stuck }
}

/// A clause's layer, and whether it cannot happen.
fn node_layer(order: &OrderMap, no: ClauseNo) -> (usize, bool) {
    let own = no.to_string();
    order
        .nodes
        .iter()
        .find(|n| !matches!(n.kind, NodeKind::Event | NodeKind::Phase | NodeKind::Nature) && matches!(&n.label, Label::Own(t) if *t == own))
        .map_or((0, false), |n| (n.layer, n.stuck))
}
