//! The order: every act with what it waits for, in layers, circles of preconditions as circles.
//!
//! A layer holds what can come after the layer before it; acts that wait for each other share one.
//! A lane is a phase: all of its acts wait for its beginning, which is drawn once.

use super::Label;
use super::label::event;
use crate::finding::{Lines, Place};
use crate::model::{Duty, Model, Order};
use crate::tree::{Anchor, Body, Modal, Part, Tail, Tree, What};
use std::collections::{BTreeMap, BTreeSet};
use terms::phrase::Phrase;

/// The wait-for graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderMap {
    /// Acts, events, phases.
    pub nodes: Vec<Node>,
    /// What waits for what.
    pub arrows: Vec<Arrow>,
    /// The phases, in the order of the text; first the clauses outside all phases, if there are any.
    pub lanes: Vec<Lane>,
    /// Circles: nodes that wait for each other though nobody is in breach, in the order of the circle.
    pub circles: Vec<Vec<usize>>,
}

/// A phase's lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// The phase's number; `None` outside all phases.
    pub n: Option<u32>,
    /// Its title.
    pub title: String,
    /// The node of its beginning.
    pub begins: Option<usize>,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeKind {
    /// A duty.
    Act,
    /// A ban.
    Ban,
    /// A permission.
    May,
    /// Another numbered sentence, such as a verification.
    Other,
    /// An event.
    Event,
    /// Something whose length nobody bound controls.
    Nature,
    /// A phase's beginning.
    Phase,
}

/// One thing that happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its clause or name.
    pub label: Label,
    /// Who acts.
    pub who: Vec<String>,
    /// Its words.
    pub act: String,
    /// What it is.
    pub kind: NodeKind,
    /// Its lane.
    pub lane: usize,
    /// Its layer, from 0.
    pub layer: usize,
    /// The group of nodes that wait for each other, if it is in one: nodes with one number form a ring.
    pub ring: Option<usize>,
    /// It cannot happen under these brackets.
    pub stuck: bool,
    /// Where it stands in the file; events of the forms' own stand nowhere.
    pub place: Option<Place>,
}

/// Why one waits for the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is its condition.
    Needs,
    /// It is one of several conditions of which one is enough.
    OneOf,
    /// It must be over before the other begins, which does not wait for it.
    Ahead,
}

/// One arrow, from what comes first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrow {
    /// What comes first.
    pub from: usize,
    /// What waits.
    pub to: usize,
    /// Why.
    pub why: Why,
}

impl OrderMap {
    pub(super) fn says(&self) -> Phrase {
        let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let layers = self.nodes.iter().map(|x| x.layer + 1).max().unwrap_or(0);
        Phrase::new("accord-draw-order-says")
            .number("nodes", n(self.nodes.len()))
            .number("layers", n(layers))
            .number("circles", n(self.circles.len()))
            .number("stuck", n(self.nodes.iter().filter(|x| x.stuck).count()))
    }
}

/// While the graph is made.
struct Making<'a> {
    tree: &'a Tree,
    m: &'a Model,
    order: Order,
    text: Lines,
    nodes: Vec<Node>,
    arrows: Vec<Arrow>,
    ids: BTreeMap<What, usize>,
    lanes: BTreeMap<Option<u32>, usize>,
}

impl Making<'_> {
    fn place(&self, sentence: usize) -> Option<Place> {
        Some(self.text.place(&self.tree.text, &self.tree.sentences[sentence].span))
    }

    fn stuck(&self, what: &What) -> bool {
        self.m.ev(what).is_some_and(|e| !self.order.happens[e])
    }

    /// The node of an event; `None` for what is no event of its own on the drawing.
    fn node(&mut self, what: &What, lane: usize) -> Option<usize> {
        let key = match what {
            What::Clause(no, Part::Verified) => match self.m.verifier(*no) {
                Some(v) => What::Clause(v.no, Part::Done),
                None => What::Clause(*no, Part::Done),
            },
            What::Clause(no, _) => What::Clause(*no, Part::Done),
            What::Open | What::Unknown(_) | What::Report | What::Notice | What::Receipt => return None,
            other => other.clone(),
        };
        if let Some(k) = self.ids.get(&key) {
            return Some(*k);
        }
        if let What::Clause(no, _) = key {
            self.m.clause(no)?;
        }
        let (kind, sentence) = match &key {
            What::Process(n) => (NodeKind::Nature, self.m.processes.get(n).map(|p| p.sentence)),
            What::Named(n) => (NodeKind::Event, self.m.declared.get(n).map(|d| d.sentence)),
            _ => (NodeKind::Event, None),
        };
        let stuck = self.stuck(&key);
        let place = sentence.and_then(|s| self.place(s));
        self.nodes.push(Node { label: event(&key), who: vec![], act: String::new(), kind, lane, layer: 0, ring: None, stuck, place });
        self.ids.insert(key.clone(), self.nodes.len() - 1);
        let to = self.nodes.len() - 1;
        if let What::Count { list, .. } = &key {
            // People of a list go free by the clauses that release it.
            let by: Vec<What> = self
                .m
                .duties()
                .filter(|(_, d)| d.list() == Some(list) && d.modal != Modal::ShallNot && crate::lexicon::irreversible(&d.act))
                .map(|(c, _)| What::Clause(c.no, Part::Done))
                .collect();
            for w in by {
                self.arrow(&w, to, Why::OneOf);
            }
        }
        if let Some(EventAtWhen(events)) = self.derived(&key) {
            for w in events {
                self.arrow(&w, to, Why::Needs);
            }
        }
        Some(to)
    }

    fn derived(&self, what: &What) -> Option<EventAtWhen> {
        let What::Named(n) = what else { return None };
        match self.m.declared.get(n)?.at.as_ref()? {
            crate::tree::EventAt::When(c) => Some(EventAtWhen(c.events().iter().map(|e| e.what.clone()).collect())),
            crate::tree::EventAt::After(_, e) => Some(EventAtWhen(vec![e.what.clone()])),
            crate::tree::EventAt::Date(..) => None,
        }
    }

    fn arrow(&mut self, from: &What, to: usize, why: Why) {
        let lane = self.nodes[to].lane;
        let Some(from) = self.node(from, lane) else { return };
        let arrow = Arrow { from, to, why };
        if !self.arrows.contains(&arrow) {
            self.arrows.push(arrow);
        }
    }

    fn waits(&mut self, to: usize, d: &Duty) {
        let either = d.when.len() > 1;
        for alt in &d.when {
            for e in alt {
                let common = d.when.iter().all(|a| a.iter().any(|x| x.what == e.what));
                self.arrow(&e.what, to, if either && !common { Why::OneOf } else { Why::Needs });
            }
        }
        for b in &d.lowers {
            if let Anchor::Event(e) = &b.anchor {
                self.arrow(&e.what, to, Why::Needs);
            }
        }
        for t in &d.tails {
            if let Tail::Before(e) = t
                && let Some(k) = self.node(&e.what, self.nodes[to].lane)
            {
                self.arrows.push(Arrow { from: to, to: k, why: Why::Ahead });
            }
        }
        if d.once() && d.modal != Modal::ShallNot {
            let about: Vec<What> = self
                .m
                .processes
                .iter()
                .filter(|(_, p)| p.each.as_deref().is_some_and(|l| d.list() == Some(l)))
                .map(|(n, _)| What::Process(n.clone()))
                .collect();
            for w in about {
                self.arrow(&w, to, Why::Needs);
            }
        }
    }
}

struct EventAtWhen(Vec<What>);

pub(super) fn draw(tree: &Tree, m: &Model) -> OrderMap {
    let order = Order::new(m, &BTreeSet::new(), &[]);
    let mut x = Making {
        tree,
        m,
        order,
        text: Lines::new(&tree.text),
        nodes: Vec::new(),
        arrows: Vec::new(),
        ids: BTreeMap::new(),
        lanes: BTreeMap::new(),
    };
    let mut lanes = Vec::new();
    let outside = m.clauses.iter().any(|c| c.phase.is_none_or(|n| !m.phases.contains_key(&n)));
    if outside {
        x.lanes.insert(None, 0);
        lanes.push(Lane { n: None, title: String::new(), begins: None });
    }
    for (n, p) in &m.phases {
        let title = match crate::model::pick(&tree.sentences[p.sentence], &m.choices) {
            Some(Body::Phase { title, .. }) => title.clone(),
            _ => String::new(),
        };
        let what = What::PhaseBegins(*n);
        let node = Node {
            label: event(&what),
            who: vec![],
            act: title.clone(),
            kind: NodeKind::Phase,
            lane: lanes.len(),
            layer: 0,
            ring: None,
            stuck: x.stuck(&what),
            place: x.place(p.sentence),
        };
        x.nodes.push(node);
        x.ids.insert(what, x.nodes.len() - 1);
        x.lanes.insert(Some(*n), lanes.len());
        lanes.push(Lane { n: Some(*n), title, begins: Some(x.nodes.len() - 1) });
    }
    for c in &m.clauses {
        let (kind, who, act) = match (&c.duty, &c.body) {
            (Some(d), _) => {
                let kind = match d.modal {
                    Modal::ShallNot => NodeKind::Ban,
                    Modal::May => NodeKind::May,
                    _ => NodeKind::Act,
                };
                (kind, d.who.clone(), d.act.text.clone())
            }
            (None, Body::Verifies { who, .. } | Body::Reports { who, .. }) => (NodeKind::Other, m.expand(who), String::new()),
            (None, Body::Cover { who, place, .. }) => {
                (NodeKind::Other, who.as_ref().map(|w| m.expand(w)).unwrap_or_default(), place.clone())
            }
            _ => continue,
        };
        let lane = c.phase.and_then(|n| x.lanes.get(&Some(n))).or_else(|| x.lanes.get(&None)).copied().unwrap_or(0);
        let stuck = x.stuck(&What::Clause(c.no, Part::Begun));
        let place = x.place(c.sentence);
        x.nodes.push(Node { label: Label::Own(c.no.to_string()), who, act, kind, lane, layer: 0, ring: None, stuck, place });
        x.ids.insert(What::Clause(c.no, Part::Done), x.nodes.len() - 1);
    }
    for (n, p) in &m.phases {
        let Some(to) = x.ids.get(&What::PhaseBegins(*n)).copied() else { continue };
        match &p.begins {
            Some(c) if !p.begin_open => {
                let why = if matches!(c, crate::tree::Cond::Any(v) if v.len() > 1) { Why::OneOf } else { Why::Needs };
                for e in c.events() {
                    x.arrow(&e.what, to, why);
                }
            }
            None if !p.begin_open && *n > 1 && m.phases.contains_key(&(n - 1)) => x.arrow(&What::PhaseBegins(n - 1), to, Why::Needs),
            _ => {}
        }
    }
    for c in &m.clauses {
        let Some(to) = x.ids.get(&What::Clause(c.no, Part::Done)).copied() else { continue };
        match (&c.duty, &c.body) {
            (Some(d), _) => x.waits(to, d),
            (None, Body::Verifies { clauses, .. } | Body::Reports { clauses, .. }) => {
                for n in clauses {
                    x.arrow(&What::Clause(*n, Part::Done), to, Why::Needs);
                }
            }
            (None, Body::Cover { from: Some(e), .. }) => x.arrow(&e.what, to, Why::Needs),
            _ => {}
        }
    }
    // An act's own circle, in nodes.
    let mut circles: Vec<Vec<usize>> = Vec::new();
    for circle in x.order.circles(m) {
        let mut nodes: Vec<usize> = Vec::new();
        for e in circle {
            let key = match &m.events[e] {
                What::Clause(no, _) => What::Clause(*no, Part::Done),
                other => other.clone(),
            };
            if let Some(k) = x.ids.get(&key)
                && !nodes.contains(k)
            {
                nodes.push(*k);
            }
        }
        // The rules run from what waits; the drawing from what comes first.
        nodes.reverse();
        if !nodes.is_empty() {
            circles.push(nodes);
        }
    }
    let mut out = OrderMap { nodes: x.nodes, arrows: x.arrows, lanes, circles };
    layers(&mut out);
    close_up(&mut out);
    out
}

/// Puts every node into its layer: one after the last of what it waits for, groups that wait for each other together.
fn layers(o: &mut OrderMap) {
    let n = o.nodes.len();
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); n];
    for a in &o.arrows {
        next[a.to].push(a.from);
    }
    // A lane's acts wait for its beginning.
    for (k, waits) in next.iter_mut().enumerate() {
        if let Some(b) = o.lanes.get(o.nodes[k].lane).and_then(|l| l.begins)
            && b != k
            && !matches!(o.nodes[k].kind, NodeKind::Event | NodeKind::Nature)
        {
            waits.push(b);
        }
    }
    let knots = crate::model::knots(&next);
    let mut group: Vec<usize> = (0..n).map(|k| n + k).collect();
    for (g, knot) in knots.iter().enumerate() {
        for k in knot {
            group[*k] = g;
            o.nodes[*k].ring = Some(g);
        }
    }
    // As many rounds as layers at most: each round settles what waits only for settled ones.
    let mut layer = vec![0usize; n];
    for _ in 0..=n {
        let mut changed = false;
        for k in 0..n {
            for w in &next[k] {
                if group[*w] != group[k] && layer[*w] + 1 > layer[k] {
                    layer[k] = layer[*w] + 1;
                    changed = true;
                }
            }
        }
        for knot in &knots {
            let most = knot.iter().map(|k| layer[*k]).max().unwrap_or(0);
            for k in knot {
                if layer[*k] != most {
                    layer[*k] = most;
                    changed = true;
                }
            }
        }
        if !changed {
            break;
        }
    }
    for (k, l) in layer.into_iter().enumerate() {
        o.nodes[k].layer = l;
    }
}

/// Takes out lanes and layers in which nothing stands.
pub(super) fn close_up(o: &mut OrderMap) {
    let lanes: Vec<usize> = o.nodes.iter().map(|n| n.lane).collect::<BTreeSet<_>>().into_iter().collect();
    let layers: Vec<usize> = o.nodes.iter().map(|n| n.layer).collect::<BTreeSet<_>>().into_iter().collect();
    for n in &mut o.nodes {
        n.lane = lanes.iter().position(|l| *l == n.lane).unwrap_or(0);
        n.layer = layers.iter().position(|l| *l == n.layer).unwrap_or(0);
    }
    let old = std::mem::take(&mut o.lanes);
    o.lanes = lanes.iter().filter_map(|l| old.get(*l).cloned()).collect();
}
