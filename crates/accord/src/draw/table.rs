//! Every drawing's table: the same facts in rows, for those who read them better so.

use super::label::length;
use super::{Answering, Label, LineKind, Picture, Timeline, Why};
use terms::phrase::Phrase;

/// Rows of labels under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The headings.
    pub head: Vec<Label>,
    /// The rows; a cell holds several labels where several things stand in it.
    pub rows: Vec<Vec<Vec<Label>>>,
}

fn own(text: &str) -> Vec<Label> {
    if text.is_empty() { vec![] } else { vec![Label::Own(text.to_owned())] }
}

fn names(list: &[String]) -> Vec<Label> {
    list.iter().map(|n| Label::Own(n.clone())).collect()
}

fn key(k: &str) -> Vec<Label> {
    vec![Label::key(k)]
}

fn head(keys: &[&str]) -> Vec<Label> {
    keys.iter().map(|k| Label::key(k)).collect()
}

pub(super) fn of(p: &Picture) -> Table {
    match p {
        Picture::Timeline(t) => timeline(t),
        Picture::Order(o) => Table {
            head: head(&["accord-draw-clause", "accord-draw-who", "accord-draw-act", "accord-draw-waits-for", "accord-draw-state"]),
            rows: o
                .nodes
                .iter()
                .enumerate()
                .map(|(k, n)| {
                    let waits =
                        o.arrows.iter().filter(|a| a.to == k && a.why != Why::Ahead).map(|a| o.nodes[a.from].label.clone()).collect();
                    let state = match (n.stuck, o.circles.iter().any(|c| c.contains(&k))) {
                        (_, true) => key("accord-draw-in-circle"),
                        (true, _) => key("accord-draw-stuck"),
                        _ => vec![],
                    };

                    vec![vec![n.label.clone()], names(&n.who), own(&n.act), waits, state]
                })
                .collect(),
        },
        Picture::Exposure(e) => {
            let mut h = head(&["accord-draw-step", "accord-draw-clause", "accord-draw-who", "accord-draw-act", "accord-draw-for-good"]);
            for s in &e.sides {
                h.push(Label::Said(Phrase::new("accord-draw-given").name("who", s.clone())));
                h.push(Label::Said(Phrase::new("accord-draw-received").name("who", s.clone())));
            }
            let rows = e
                .moves
                .iter()
                .enumerate()
                .map(|(k, m)| {
                    let mut clause = own(&m.clause);
                    clause.extend(super::Exposure::stage_words(m));
                    let by: Vec<String> = m.by.iter().map(|s| e.sides[*s].clone()).collect();
                    let good = if m.for_good { key("accord-draw-yes") } else { vec![] };
                    let mut row = vec![own(&(k + 1).to_string()), clause, names(&by), own(&m.act), good];
                    for s in 0..e.sides.len() {
                        row.push(own(&e.acts(m.given[s])));
                        row.push(own(&e.acts(m.received[s])));
                    }
                    row
                })
                .collect();
            Table { head: h, rows }
        }
        Picture::Cover(c) => {
            let mut h = head(&["accord-draw-clause", "accord-draw-who", "accord-draw-act"]);
            h.extend(c.columns.iter().map(Answering::label));
            let mut rows: Vec<Vec<Vec<Label>>> = c
                .rows
                .iter()
                .map(|r| {
                    let mut row = vec![own(&r.clause), names(&r.who), own(&r.act)];
                    for cell in &r.cells {
                        row.push(match cell {
                            None => vec![],
                            Some(a) => {
                                let mut v = names(&a.clauses);
                                if !a.means {
                                    v.extend(key("accord-draw-without-means"));
                                }
                                v
                            }
                        });
                    }
                    row
                })
                .collect();
            for p in &c.places {
                for hold in &p.holds {
                    let who = if hold.who.is_empty() { key("accord-draw-nobody") } else { names(&hold.who) };
                    let mut row = vec![names(&hold.clauses), who, own(&p.place)];
                    let mut when = Vec::new();
                    when.extend(hold.from.iter().flat_map(|f| [Label::key("accord-draw-from"), f.clone()]));
                    when.extend(hold.until.iter().flat_map(|f| [Label::key("accord-draw-until"), f.clone()]));
                    row.push(when);
                    row.resize(3 + c.columns.len().max(1), vec![]);
                    rows.push(row);
                }
            }
            Table { head: h, rows }
        }
    }
}

fn timeline(t: &Timeline) -> Table {
    let at = |m: Option<i64>| m.map(|m| vec![t.moment(m)]).unwrap_or_default();
    Table {
        head: head(&[
            "accord-draw-clause",
            "accord-draw-who",
            "accord-draw-act",
            "accord-draw-earliest",
            "accord-draw-latest",
            "accord-draw-slack",
            "accord-draw-waits-for",
            "accord-draw-state",
        ]),
        rows: t
            .lines
            .iter()
            .enumerate()
            .map(|(k, l)| {
                let mut state = Vec::new();
                if l.stuck {
                    state.extend(key("accord-draw-stuck"));
                }
                if l.clash {
                    state.extend(key("accord-draw-clash"));
                }
                if l.open {
                    state.extend(key("accord-event-open"));
                } else if let Some(w) = l.within_words() {
                    state.extend([Label::key("accord-draw-after-condition"), w]);
                } else if l.by.is_none() && l.kind == LineKind::Act && !l.stuck {
                    state.extend(key("accord-draw-no-deadline"));
                }
                let waits = t.before.iter().filter(|(_, b)| *b == k).map(|(a, _)| Label::Own(t.lines[*a].clause.clone())).collect();
                let slack = l.slack().map(length).into_iter().collect();
                vec![own(&l.clause), names(&l.who), own(&l.act), at(l.from), at(l.by), slack, waits, state]
            })
            .collect(),
    }
}
