//! The picture of one finding: of the drawing that shows it, the part that it is about.

use super::{Kind, Label, NodeKind, Picture, picture};
use crate::check::{CHECKS, Family};
use crate::finding::Finding;
use crate::model::Choices;
use crate::tree::Tree;
use std::collections::BTreeSet;

/// The picture of a finding, under the brackets under which it holds (those it leaves free, as `choices`
/// has them); `None` where words alone say it best.
#[must_use]
pub fn of_finding(tree: &Tree, finding: &Finding, choices: &Choices) -> Option<Picture> {
    let mut taken = choices.clone();
    for b in &finding.brackets {
        if let Some((id, letter)) = b.split_once(' ') {
            taken.0.insert(id.to_owned(), letter.to_owned());
        }
    }
    let family = CHECKS.iter().find(|c| c.name == finding.check)?.family;
    let kind = match (finding.check, family) {
        ("free-to-walk-away" | "exposure-peak" | "irreversible-first" | "unlinked-exchange", _) => Kind::Exposure,
        ("no-remedy" | "guarantor-without-means" | "no-verifier" | "promise-beyond-text", _) | (_, Family::Cover) => Kind::Cover,
        ("no-timescale" | "near-name", _) => return None,
        (_, Family::Order) | ("wait-without-end", _) => Kind::Order,
        (_, Family::Time) => Kind::Timeline,
        _ => return None,
    };
    let about: BTreeSet<&str> = finding.clauses.iter().map(String::as_str).collect();
    let whole = picture(tree, &taken, kind);
    let part = match whole {
        Picture::Order(o) => Picture::Order(only(o, &about)),
        Picture::Timeline(mut t) => {
            let keep: Vec<bool> = t.lines.iter().map(|l| about.contains(l.clause.as_str())).collect();
            let mut place = vec![None; keep.len()];
            let mut n = 0;
            for (k, kept) in keep.iter().enumerate() {
                if *kept {
                    place[k] = Some(n);
                    n += 1;
                }
            }
            let mut k = keep.iter();
            t.lines.retain(|_| k.next().copied().unwrap_or(false));
            t.before = t.before.iter().filter_map(|(a, b)| Some((place[*a]?, place[*b]?))).collect();
            let phases: BTreeSet<Option<u32>> = t.lines.iter().map(|l| l.phase).collect();
            t.phases.retain(|p| phases.contains(&p.n));
            Picture::Timeline(t)
        }
        Picture::Cover(mut c) => {
            c.rows.retain(|r| about.contains(r.clause.as_str()));
            c.places.retain(|p| family == Family::Cover && p.holds.iter().any(|h| h.clauses.iter().any(|n| about.contains(n.as_str()))));
            if family == Family::Cover {
                c.rows.clear();
            }
            Picture::Cover(c)
        }
        // What a side has given is only to be seen in the whole.
        exposure @ Picture::Exposure(_) => exposure,
    };
    (!part.is_empty()).then_some(part)
}

/// The nodes that the finding names, and what ties them.
fn only(mut o: super::OrderMap, about: &BTreeSet<&str>) -> super::OrderMap {
    let named = |n: &super::Node| match (&n.label, n.kind) {
        (Label::Own(t), _) => about.contains(t.as_str()) || about.contains(["Event ", t].concat().as_str()),
        (Label::Said(p), NodeKind::Phase) => p
            .args
            .iter()
            .any(|(_, a)| matches!(a, terms::phrase::Arg::Number(n) if about.contains(["Phase ", &n.to_string()].concat().as_str()))),
        _ => false,
    };
    let keep: Vec<bool> = o.nodes.iter().map(named).collect();
    // One clause alone shows nothing: what it waits for and what waits for it are drawn with it.
    let alone = keep.iter().filter(|k| **k).count() < 2;
    let keep: Vec<bool> = (0..keep.len())
        .map(|k| keep[k] || alone && o.arrows.iter().any(|a| (a.from == k && keep[a.to]) || (a.to == k && keep[a.from])))
        .collect();
    let mut place = vec![None; keep.len()];
    let mut n = 0;
    for (k, kept) in keep.iter().enumerate() {
        if *kept {
            place[k] = Some(n);
            n += 1;
        }
    }
    let mut k = keep.iter();
    o.nodes.retain(|_| k.next().copied().unwrap_or(false));
    o.arrows = o.arrows.iter().filter_map(|a| Some(super::Arrow { from: place[a.from]?, to: place[a.to]?, why: a.why })).collect();
    o.circles = o.circles.iter().map(|c| c.iter().filter_map(|k| place[*k]).collect::<Vec<_>>()).filter(|c| !c.is_empty()).collect();
    super::order::close_up(&mut o);
    let begins = |l: &mut super::Lane| l.begins = l.begins.and_then(|b| place[b]);
    o.lanes.iter_mut().for_each(begins);
    o
}
