//! Two whole lists: candidates, evidence, one to one, decisions.

use super::assign::{Edge, assign};
use super::candidates::{Index, Scratch};
use super::model::{Model, calibrated};
use super::person::{Evidence, Person};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the matching proposes; a person decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// One person, at the threshold asked for.
    Same,
    /// More likely one person than not.
    Likely,
    /// Worth a look.
    Unsure,
}

/// How lists are matched.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// The probability from which a pair is `same`.
    pub same: f32,
    /// The probability from which it is `likely`.
    pub likely: f32,
    /// The probability below which a pair is not shown.
    pub shown: f32,
    /// Whether a row may join several of the other list.
    pub many: bool,
    /// How many candidates of the right are looked at for a row of the left.
    pub candidates: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { same: 0.95, likely: 0.5, shown: 0.1, many: false, candidates: 20 }
    }
}

/// A pair that the matching proposes.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The row of the left list, from 0.
    pub left: u32,
    /// The row of the right list, from 0.
    pub right: u32,
    /// The probability that the two are one person, others who compete for either counted in.
    pub score: f32,
    /// What is proposed.
    pub decision: Decision,
    /// The evidence by itself.
    pub evidence: Evidence,
    /// Another row of the right that the left one could be, and its probability, where it is at
    /// least a tenth of this one's.
    pub rival: Option<(u32, f32)>,
}

/// Two lists, matched.
#[derive(Debug, Clone)]
pub struct Matched {
    /// The pairs by row of the left, then by falling score.
    pub pairs: Vec<Pair>,
    /// Rows of the left without a pair.
    pub only_left: Vec<u32>,
    /// Rows of the right without a pair.
    pub only_right: Vec<u32>,
    /// How many pairs were scored.
    pub scored: usize,
}

/// Log-odds below which two rows are not even rivals.
const FLOOR: f32 = -4.0;

impl Model {
    /// Matches two lists.
    #[must_use]
    pub fn lists(&self, left: &[Person], right: &[Person], options: &Options) -> Matched {
        let index = Index::new(right);
        let mut scratch = Scratch::default();
        let mut edges: Vec<(u32, u32, f32)> = Vec::new();
        let mut scored = 0;
        for (i, a) in left.iter().enumerate() {
            for (j, _) in index.like(a, options.candidates, &mut scratch) {
                scored += 1;
                let e = self.weigh(a, &right[j as usize]);
                if e.log_odds > FLOOR {
                    edges.push((u32::try_from(i).unwrap_or(u32::MAX), j, e.log_odds));
                }
            }
        }
        let odds = |x: f32| x.min(30.0).exp();
        let (mut row, mut column) = (vec![0f32; left.len()], vec![0f32; right.len()]);
        for (i, j, x) in &edges {
            row[*i as usize] += odds(*x);
            column[*j as usize] += odds(*x);
        }
        // Of one row's candidates at most one is the person: each counts against the others.
        let score = |i: u32, j: u32, x: f32| {
            let o = odds(x);
            let p = o / (1.0 + row[i as usize] + column[j as usize] - o);
            let p = p.clamp(1e-6, 1.0 - 1e-6);
            let x = calibrated(&self.list, (p / (1.0 - p)).ln());
            1.0 / (1.0 + (-x).exp())
        };
        let chosen: Vec<(u32, u32, f32)> = if options.many {
            edges.iter().copied().map(|(i, j, x)| (i, j, 1.0 / (1.0 + (-x).exp()))).collect()
        } else {
            let whole: Vec<Edge> = edges.iter().map(|(i, j, x)| (*i, *j, ((x - FLOOR) * 1000.0) as i64 + 1)).collect();
            let by: BTreeMap<(u32, u32), f32> = edges.iter().map(|(i, j, x)| ((*i, *j), *x)).collect();
            assign(left.len(), right.len(), &whole)
                .into_iter()
                .enumerate()
                .filter_map(|(i, j)| {
                    let (i, j) = (u32::try_from(i).ok()?, j?);
                    by.get(&(i, j)).map(|x| (i, j, score(i, j, *x)))
                })
                .collect()
        };
        let mut pairs: Vec<Pair> = chosen
            .into_iter()
            .filter(|(.., p)| *p >= options.shown)
            .map(|(i, j, p)| {
                let decision = match p {
                    p if p >= options.same => Decision::Same,
                    p if p >= options.likely => Decision::Likely,
                    _ => Decision::Unsure,
                };
                let evidence = self.weigh(&left[i as usize], &right[j as usize]);
                let from = edges.partition_point(|e| e.0 < i);
                let rival = edges[from..]
                    .iter()
                    .take_while(|e| e.0 == i)
                    .filter(|e| e.1 != j)
                    .map(|(i, j, x)| (*j, score(*i, *j, *x)))
                    .max_by(|a, b| a.1.total_cmp(&b.1))
                    .filter(|(_, r)| *r >= p / 10.0);
                Pair { left: i, right: j, score: p, decision, evidence, rival }
            })
            .collect();
        pairs.sort_by(|a, b| a.left.cmp(&b.left).then(b.score.total_cmp(&a.score)).then(a.right.cmp(&b.right)));
        let alone = |n: usize, taken: &mut dyn Iterator<Item = u32>| {
            let mut free = vec![true; n];
            taken.for_each(|i| free[i as usize] = false);
            (0..u32::try_from(n).unwrap_or(u32::MAX)).filter(|i| free[*i as usize]).collect::<Vec<u32>>()
        };
        Matched {
            only_left: alone(left.len(), &mut pairs.iter().map(|p| p.left)),
            only_right: alone(right.len(), &mut pairs.iter().map(|p| p.right)),
            pairs,
            scored,
        }
    }
}
