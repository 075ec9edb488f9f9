//! The order as a drawing: layers from the start side to the end side, a lane for each phase, circles as circles.

use super::canvas::{Canvas, Fill, GUIDE, Hold, INK, LINE, PLAIN, Pen, SMALL, STOP, STRONG, Type, wide, wrap};
use super::names;
use accord::draw::{Node, NodeKind, OrderMap, Why};
use std::collections::BTreeMap;

const WIDE: f64 = 164.0;
/// Events and phases need less.
const NARROW: f64 = 122.0;
const HIGH: f64 = 56.0;
const BETWEEN: f64 = 46.0;
/// Under and over a ring, for the arrows that go round it.
const ROUND: f64 = 16.0;
const APART: f64 = 12.0;
const TITLE: f64 = 26.0;

/// What stands in a layer of a lane.
#[derive(Debug, Clone, PartialEq)]
enum Item {
    Box(usize),
    Ring(Vec<usize>, f64),
    /// An arrow that passes through.
    Pass(usize),
}

impl Item {
    fn size(&self, o: &OrderMap) -> (f64, f64) {
        match self {
            Item::Box(k) => (width(&o.nodes[*k]), HIGH),
            Item::Ring(nodes, r) if nodes.len() == 1 => (WIDE, HIGH + r),
            Item::Ring(nodes, r) if nodes.len() == 2 => (WIDE.max(2.0 * r), 2.0 * r + HIGH),
            Item::Ring(_, r) => (2.0 * r + WIDE, 2.0 * (r + ROUND) + HIGH),
            Item::Pass(_) => (0.0, 8.0),
        }
    }
}

/// How wide a node's box is; in a ring all are alike.
fn width(n: &Node) -> f64 {
    if n.ring.is_none() && matches!(n.kind, NodeKind::Event | NodeKind::Nature | NodeKind::Phase) { NARROW } else { WIDE }
}

/// Where the members of a ring stand round its middle, clockwise from the top.
fn seats(n: usize, r: f64) -> Vec<(f64, f64)> {
    (0..n)
        .map(|k| {
            let turn = angle(k, n);
            (r * turn.cos(), r * turn.sin())
        })
        .collect()
}

fn angle(k: usize, n: usize) -> f64 {
    let (k, n) = (f64::from(u32::try_from(k).unwrap_or(0)), f64::from(u32::try_from(n.max(1)).unwrap_or(1)));
    std::f64::consts::TAU * k / n - std::f64::consts::FRAC_PI_2
}

/// The smallest circle on which the boxes do not touch.
fn radius(n: usize) -> f64 {
    if n == 1 {
        return 26.0;
    }
    let mut r: f64 = 70.0;
    loop {
        let s = seats(n, r);
        let clear = s
            .iter()
            .enumerate()
            .all(|(i, a)| s[i + 1..].iter().all(|b| (a.0 - b.0).abs() > WIDE + 16.0 || (a.1 - b.1).abs() > HIGH + 22.0));
        if clear || r > 4_000.0 {
            return r;
        }
        r += 6.0;
    }
}

/// Where a ring stands.
#[derive(Debug, Clone, Copy)]
struct Round {
    middle: (f64, f64),
    wide: f64,
    high: f64,
}

struct Plan {
    /// By layer and lane, top to bottom.
    cells: BTreeMap<(usize, usize), Vec<Item>>,
    /// The middle of each node.
    at: Vec<(f64, f64)>,
    /// The middle of each passing arrow, by arrow and layer.
    pass: BTreeMap<(usize, usize), f64>,
    /// The ring of each node that stands in one of three or more.
    rings: BTreeMap<usize, Round>,
    left: Vec<f64>,
    width: Vec<f64>,
    lane_top: Vec<f64>,
    lane_high: Vec<f64>,
}

impl Plan {
    fn new(o: &OrderMap) -> Self {
        let layers = o.nodes.iter().map(|n| n.layer + 1).max().unwrap_or(1);
        let mut rings: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (k, n) in o.nodes.iter().enumerate() {
            if let Some(g) = n.ring {
                rings.entry(g).or_default().push(k);
            }
        }
        let mut cells: BTreeMap<(usize, usize), Vec<Item>> = BTreeMap::new();
        for (k, n) in o.nodes.iter().enumerate() {
            let item = match n.ring {
                None => Item::Box(k),
                Some(g) if rings[&g].first() == Some(&k) => {
                    // In the circle's own order first.
                    let mut order: Vec<usize> =
                        o.circles.iter().find(|c| c.iter().any(|x| rings[&g].contains(x))).cloned().unwrap_or_default();
                    order.retain(|x| rings[&g].contains(x));
                    order.extend(rings[&g].iter().filter(|x| !order.contains(x)).copied().collect::<Vec<_>>());
                    let r = radius(order.len());
                    Item::Ring(order, r)
                }
                Some(_) => continue,
            };
            cells.entry((n.layer, n.lane)).or_default().push(item);
        }
        for (k, a) in o.arrows.iter().enumerate() {
            let (from, to) = (o.nodes[a.from].layer, o.nodes[a.to].layer);
            for layer in from + 1..to {
                cells.entry((layer, o.nodes[a.to].lane)).or_default().push(Item::Pass(k));
            }
        }
        let mut plan = Plan {
            cells,
            at: vec![(0.0, 0.0); o.nodes.len()],
            pass: BTreeMap::new(),
            rings: BTreeMap::new(),
            left: vec![0.0; layers],
            width: vec![NARROW; layers],
            lane_top: vec![0.0; o.lanes.len()],
            lane_high: vec![0.0; o.lanes.len()],
        };
        for ((layer, _), items) in &plan.cells {
            let most = items.iter().map(|i| i.size(o).0).fold(0.0, f64::max);
            plan.width[*layer] = plan.width[*layer].max(most);
        }
        let mut x = 14.0;
        for k in 0..layers {
            plan.left[k] = x;
            x += plan.width[k] + BETWEEN;
        }
        for ((_, lane), items) in &plan.cells {
            let high: f64 = items.iter().map(|i| i.size(o).1 + APART).sum();
            plan.lane_high[*lane] = plan.lane_high[*lane].max(high + TITLE);
        }
        let mut y = 8.0;
        for k in 0..o.lanes.len() {
            plan.lane_top[k] = y;
            y += plan.lane_high[k] + 10.0;
        }
        plan.put(o);
        // What is tied stands near each other: by the mean of its neighbours, forwards and back.
        for round in 0..6 {
            plan.sort(o, round % 2 == 0);
            plan.put(o);
        }
        plan
    }

    fn put(&mut self, o: &OrderMap) {
        for ((layer, lane), items) in &self.cells {
            let high: f64 = items.iter().map(|i| i.size(o).1 + APART).sum();
            let mut y = self.lane_top[*lane] + TITLE + (self.lane_high[*lane] - TITLE - high) / 2.0;
            let middle = self.left[*layer] + self.width[*layer] / 2.0;
            for i in items {
                let h = i.size(o).1;
                match i {
                    Item::Box(k) => self.at[*k] = (middle, y + h / 2.0),
                    Item::Ring(nodes, r) => {
                        let cy = if nodes.len() == 1 { y + r + HIGH / 2.0 } else { y + h / 2.0 };
                        for (k, (dx, dy)) in nodes.iter().zip(seats(nodes.len(), if nodes.len() == 1 { 0.0 } else { *r })) {
                            self.at[*k] = (middle + dx, cy + dy);
                            if nodes.len() > 2 {
                                let (wide, high) = i.size(o);
                                self.rings.insert(*k, Round { middle: (middle, cy), wide, high });
                            }
                        }
                    }
                    Item::Pass(a) => {
                        self.pass.insert((*a, *layer), y + h / 2.0);
                    }
                }
                y += h + APART;
            }
        }
    }

    fn sort(&mut self, o: &OrderMap, forwards: bool) {
        let (at, pass) = (self.at.clone(), self.pass.clone());
        for ((layer, _), items) in &mut self.cells {
            let near =
                |k: usize| -> Vec<f64> {
                    let node = o.nodes[k].layer;
                    o.arrows
                        .iter()
                        .enumerate()
                        .filter(|(_, a)| {
                            if forwards { a.to == k && o.nodes[a.from].layer < node } else { a.from == k && o.nodes[a.to].layer > node }
                        })
                        .map(|(n, a)| {
                            let beside = if forwards { node.checked_sub(1) } else { Some(node + 1) };
                            let other = if forwards { a.from } else { a.to };
                            beside.and_then(|l| pass.get(&(n, l))).copied().unwrap_or(at[other].1)
                        })
                        .collect()
                };
            let mut keyed: Vec<(f64, Item)> = items
                .drain(..)
                .map(|i| {
                    let all: Vec<f64> = match &i {
                        Item::Box(k) => near(*k),
                        Item::Ring(nodes, _) => nodes.iter().flat_map(|k| near(*k)).collect(),
                        Item::Pass(a) => {
                            let beside = if forwards { layer.checked_sub(1) } else { Some(layer + 1) };
                            let other = if forwards { o.arrows[*a].from } else { o.arrows[*a].to };
                            vec![beside.and_then(|l| pass.get(&(*a, l))).copied().unwrap_or(at[other].1)]
                        }
                    };
                    let own = match &i {
                        Item::Box(k) => at[*k].1,
                        Item::Ring(nodes, _) => at[nodes[0]].1,
                        Item::Pass(a) => pass.get(&(*a, *layer)).copied().unwrap_or(0.0),
                    };
                    let mean =
                        if all.is_empty() { own } else { all.iter().sum::<f64>() / f64::from(u32::try_from(all.len()).unwrap_or(1)) };
                    (mean, i)
                })
                .collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            items.extend(keyed.into_iter().map(|k| k.1));
        }
    }
}

pub(super) fn print(c: &mut Canvas<'_>, o: &OrderMap) {
    let p = Plan::new(o);
    let last = p.left.len() - 1;
    c.width = p.left[last] + p.width[last] + 16.0;
    c.height = p.lane_top.last().copied().unwrap_or(0.0) + p.lane_high.last().copied().unwrap_or(0.0) + 12.0;
    for (k, lane) in o.lanes.iter().enumerate() {
        let y = p.lane_top[k];
        if k > 0 {
            c.line((0.0, y - 3.0), (c.width, y - 3.0), GUIDE);
        }
        if let Some(n) = lane.n {
            let number = c.speak.ta("draw-phase", &[("n", crate::words::Value::Number(i64::from(n)))]);
            let words = if lane.title.is_empty() { number } else { format!("{number} · {}", super::isolated(&lane.title)) };
            c.text(14.0, y + 15.0, Hold::Start, &words, STRONG, c.width - 28.0);
        }
    }
    arrows(c, o, &p);
    for items in p.cells.values() {
        for i in items {
            if let Item::Ring(nodes, r) = i {
                ring(c, o, &p, nodes, *r);
            }
        }
    }
    for (k, n) in o.nodes.iter().enumerate() {
        node(c, n, p.at[k], o.circles.iter().any(|x| x.contains(&k)));
    }
}

fn pen(why: Why) -> Pen {
    match why {
        Why::Needs => Pen { opacity: 0.75, ..LINE },
        Why::OneOf => Pen { dash: "6 3", opacity: 0.75, ..LINE },
        Why::Ahead => Pen { dash: "1.5 3.5", opacity: 0.75, ..LINE },
    }
}

fn arrows(c: &mut Canvas<'_>, o: &OrderMap, p: &Plan) {
    for (k, a) in o.arrows.iter().enumerate() {
        let (from, to) = (&o.nodes[a.from], &o.nodes[a.to]);
        if from.ring.is_some() && from.ring == to.ring {
            continue; // drawn with its ring
        }
        let (s, t) = (p.at[a.from], p.at[a.to]);
        let pen = pen(a.why);
        if from.layer < to.layer {
            let mut at = (s.0 + width(from) / 2.0, s.1);
            let end = (t.0 - width(to) / 2.0, t.1);
            let mut steps: Vec<(char, Vec<(f64, f64)>)> = Vec::new();
            // Out of a ring from its start side: under the others, not behind them.
            match p.rings.get(&a.from) {
                Some(r) if s.0 < r.middle.0 - 1.0 => {
                    let low = r.middle.1 + r.high / 2.0 - 3.0;
                    let foot = (s.0 - 20.0, s.1 + HIGH / 2.0);
                    at = (r.middle.0 + r.wide / 2.0, low);
                    steps.push(('M', vec![foot]));
                    steps.push(('C', vec![(foot.0, low), (foot.0 + 20.0, low), (foot.0 + 50.0, low)]));
                    steps.push(('L', vec![at]));
                }
                _ => steps.push(('M', vec![at])),
            }
            // Into a ring at its end side: over the others.
            let above = p.rings.get(&a.to).filter(|r| t.0 > r.middle.0 + 1.0);
            let mut over = |at: &mut (f64, f64), to: (f64, f64)| {
                let bend = ((to.0 - at.0) / 2.0).max(12.0);
                steps.push(('C', vec![(at.0 + bend, at.1), (to.0 - bend, to.1), to]));
                *at = to;
            };
            for layer in from.layer + 1..to.layer {
                if let Some(y) = p.pass.get(&(k, layer)) {
                    over(&mut at, (p.left[layer], *y));
                    over(&mut at, (p.left[layer] + p.width[layer], *y));
                }
            }
            let end = match above {
                None => {
                    over(&mut at, (end.0 - 1.0, end.1));
                    end
                }
                Some(r) => {
                    let high = r.middle.1 - r.high / 2.0 + 3.0;
                    over(&mut at, (r.middle.0 - r.wide / 2.0, high));
                    let end = (t.0 + 20.0, t.1 - HIGH / 2.0);
                    steps.push(('L', vec![(end.0 - 50.0, high)]));
                    steps.push(('C', vec![(end.0 - 20.0, high), (end.0, high), (end.0, end.1 - 1.0)]));
                    end
                }
            };
            let steps: Vec<(char, &[(f64, f64)])> = steps.iter().map(|(l, v)| (*l, v.as_slice())).collect();
            c.path(&steps, Fill::None, Some(pen));
            c.head(if above.is_some() { (end.0, end.1 - 10.0) } else { (end.0 - 10.0, end.1) }, end, INK);
        } else {
            // Within a layer or back: round by the end side.
            let (x, far) = (s.0 + width(from) / 2.0, s.0.max(t.0) + WIDE / 2.0 + 26.0);
            let end = (t.0 + width(to) / 2.0, t.1);
            c.path(&[('M', &[(x, s.1)]), ('C', &[(far, s.1), (far, end.1), (end.0 + 1.0, end.1)])], Fill::None, Some(pen));
            c.head((end.0 + 10.0, end.1), end, INK);
        }
    }
}

/// Whether a point lies in a node's box, a little air counted in.
fn inside(at: (f64, f64), node: (f64, f64)) -> bool {
    (at.0 - node.0).abs() < WIDE / 2.0 + 3.0 && (at.1 - node.1).abs() < HIGH / 2.0 + 3.0
}

fn ring(c: &mut Canvas<'_>, o: &OrderMap, p: &Plan, nodes: &[usize], r: f64) {
    let n = nodes.len();
    let grave = nodes.iter().any(|k| o.circles.iter().any(|x| x.contains(k)));
    let colour = if grave { STOP } else { INK };
    let bold = Pen { colour, width: if grave { 2.0 } else { 1.2 }, dash: "", opacity: 1.0 };
    if n == 1 {
        let at = p.at[nodes[0]];
        let (y, dx) = (at.1 - HIGH / 2.0, 34.0);
        c.path(
            &[('M', &[(at.0 + dx, y)]), ('C', &[(at.0 + dx + 16.0, y - r - 8.0), (at.0 - dx - 16.0, y - r - 8.0), (at.0 - dx, y - 1.0)])],
            Fill::None,
            Some(bold),
        );
        c.head((at.0 - dx - 3.0, y - 12.0), (at.0 - dx, y - 1.0), colour);
        return;
    }
    let seats = seats(n, r);
    let first = p.at[nodes[0]];
    let middle = (first.0 - seats[0].0, first.1 - seats[0].1);
    for a in o.arrows.iter().filter(|a| nodes.contains(&a.from) && nodes.contains(&a.to)) {
        let place = |k: usize| nodes.iter().position(|x| *x == k).unwrap_or(0);
        let (i, j) = (place(a.from), place(a.to));
        let pen = match a.why {
            Why::Needs => bold,
            Why::OneOf => Pen { dash: "6 3", ..bold },
            Why::Ahead => Pen { dash: "1.5 3.5", ..LINE },
        };
        let along: Vec<(f64, f64)> = if j == (i + 1) % n && a.why != Why::Ahead {
            let (from, to) = (angle(i, n), angle(i + 1, n));
            (0..=60).map(|s| from + (to - from) * f64::from(s) / 60.0).map(|t| (middle.0 + r * t.cos(), middle.1 + r * t.sin())).collect()
        } else {
            let (s, t) = (p.at[a.from], p.at[a.to]);
            (0..=60).map(|k| f64::from(k) / 60.0).map(|k| (s.0 + (t.0 - s.0) * k, s.1 + (t.1 - s.1) * k)).collect()
        };
        let free: Vec<(f64, f64)> = along.into_iter().filter(|x| !nodes.iter().any(|k| inside(*x, p.at[*k]))).collect();
        if let [start, rest @ ..] = free.as_slice()
            && let [.., before, end] = free.as_slice()
        {
            c.path(&[('M', &[*start]), ('L', rest)], Fill::None, Some(pen));
            c.head(*before, *end, if a.why == Why::Ahead { INK } else { colour });
        }
    }
    if grave {
        let words = c.t("draw-nobody-first");
        let look = Type { colour: STOP, size: 12.0, ..STRONG };
        let lines = wrap(&words, 2.0 * r - 30.0, look, 3);
        let start = middle.1 + if n == 2 { 4.0 } else { 0.0 } - 7.5 * (f64::from(u32::try_from(lines.len()).unwrap_or(1)) - 1.0);
        for (k, l) in lines.iter().enumerate() {
            c.text(middle.0, start + 15.0 * f64::from(u32::try_from(k).unwrap_or(0)), Hold::Middle, l, look, 2.0 * r);
        }
    }
}

fn node(c: &mut Canvas<'_>, n: &Node, at: (f64, f64), circle: bool) {
    let wide_of = width(n);
    let (x, y) = (at.0 - wide_of / 2.0, at.1 - HIGH / 2.0);
    let label = c.say(&n.label);
    let who = match n.kind {
        NodeKind::Event | NodeKind::Nature | NodeKind::Phase => String::new(),
        _ => names(c.speak, &n.who),
    };
    let act = if n.act.is_empty() { String::new() } else { super::isolated(&n.act) };
    c.open(&[label.as_str(), " ", &who, if act.is_empty() { "" } else { ": " }, &act].concat());
    let pen = if circle { Pen { colour: STOP, width: 2.0, ..LINE } } else { LINE };
    let pen = if n.stuck { Pen { dash: "3 3", colour: STOP, ..pen } } else { pen };
    let pen = if circle { Pen { dash: "", ..pen } } else { pen };
    let (fill, round) = match n.kind {
        NodeKind::Event => (Fill::Paper, HIGH / 2.0),
        NodeKind::Phase => (Fill::Paper, 10.0),
        NodeKind::Nature => (Fill::Paper, HIGH / 2.0),
        _ => (Fill::Paper, 3.0),
    };
    c.rect((x, y), (wide_of, HIGH), round, fill, Some(if n.kind == NodeKind::May { Pen { dash: "5 3", ..pen } } else { pen }));
    match n.kind {
        NodeKind::Phase => {
            c.rect((x + 3.0, y + 3.0), (wide_of - 6.0, HIGH - 6.0), 8.0, Fill::None, Some(Pen { opacity: 0.4, width: 1.0, ..pen }))
        }
        NodeKind::Nature => c.rect((x + 3.0, y + 3.0), (wide_of - 6.0, HIGH - 6.0), HIGH / 2.0 - 3.0, Fill::Dots, None),
        NodeKind::Ban => c.rect((x, y), (7.0, HIGH), 0.0, Fill::Hatch, Some(pen)),
        _ => {}
    }
    let room = wide_of - 24.0;
    if matches!(n.kind, NodeKind::Event | NodeKind::Nature | NodeKind::Phase) {
        let look = Type { halo: n.kind == NodeKind::Nature, ..STRONG };
        let lines = wrap(&label, room - 14.0, look, 2);
        let first = at.1 + 4.5 - 7.5 * (f64::from(u32::try_from(lines.len()).unwrap_or(1)) - 1.0);
        for (k, l) in lines.iter().enumerate() {
            c.text(at.0, first + 15.0 * f64::from(u32::try_from(k).unwrap_or(0)), Hold::Middle, l, look, room);
        }
    } else {
        let start = x + 12.0;
        let look = Type { colour: if n.stuck { STOP } else { STRONG.colour }, ..STRONG };
        c.text(start, y + 17.0, Hold::Start, &label, look, 60.0);
        let w = wide(&label, look) + 7.0;
        c.text(start + w, y + 17.0, Hold::Start, &who, SMALL, room - w);
        for (k, l) in wrap(&act, room, PLAIN, 2).iter().enumerate() {
            c.text(start, y + 33.0 + 15.0 * f64::from(u32::try_from(k).unwrap_or(0)), Hold::Start, l, PLAIN, room);
        }
    }
    c.close();
}
