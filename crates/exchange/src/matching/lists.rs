//! Two whole lists: candidates, evidence, one to one, decisions.

use super::assign::{Edge, assign};
use super::candidates::{Index, Scratch};
use super::model::Model;
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

/// A pair chosen out of two lists, before its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chosen {
    /// The row of the left list.
    pub left: u32,
    /// The row of the right list.
    pub right: u32,
    /// The log-odds of the evidence by itself.
    pub log_odds: f32,
    /// `ln(1 + odds of everybody else who could be either)`.
    pub rivals: f32,
    /// The log-odds of the likest pair that either could make with somebody who stays alone, where
    /// there is one.
    pub alone: Option<f32>,
    /// Whether both have a birth date.
    pub dated: bool,
}

impl Chosen {
    /// The probability, others counted in: the weights are learned from two lists whose answer is
    /// known, apart for pairs with and without birth dates.
    fn score(&self, weights: &[[f32; 3]; 2]) -> f32 {
        let [c, d, e] = weights[usize::from(self.dated)];
        let p = 1.0 / (1.0 + (-(c + d * self.log_odds - e * self.rivals)).exp());
        // Somebody left over who fits as well is as likely to be meant: no list teaches more.
        self.alone.map_or(p, |other| p.min(1.0 / (1.0 + (other - self.log_odds).exp())))
    }
}

struct Edges {
    all: Vec<Chosen>,
    scored: usize,
}

impl Model {
    fn edges(&self, left: &[Person], right: &[Person], options: &Options) -> Edges {
        let index = Index::new(right);
        let mut scratch = Scratch::default();
        let mut all: Vec<Chosen> = Vec::new();
        let mut scored = 0;
        for (i, a) in left.iter().enumerate() {
            for (j, _) in index.like(a, options.candidates, &mut scratch) {
                scored += 1;
                let e = self.weigh(a, &right[j as usize]);
                if e.log_odds > FLOOR {
                    let left = u32::try_from(i).unwrap_or(u32::MAX);
                    all.push(Chosen { left, right: j, log_odds: e.log_odds, rivals: 0.0, alone: None, dated: e.born.is_some() });
                }
            }
        }
        let odds = |x: f32| f64::from(x.min(30.0)).exp();
        let (mut row, mut column) = (vec![0f64; left.len()], vec![0f64; right.len()]);
        for c in &all {
            row[c.left as usize] += odds(c.log_odds);
            column[c.right as usize] += odds(c.log_odds);
        }
        // Of one row's candidates at most one is the person: each counts against the others.
        for c in &mut all {
            let others = row[c.left as usize] + column[c.right as usize] - 2.0 * odds(c.log_odds);
            c.rivals = others.max(0.0).ln_1p() as f32;
        }
        Edges { all, scored }
    }

    /// The pairs of the one-to-one assignment, before their scores and the decisions.
    #[must_use]
    pub fn chosen(&self, left: &[Person], right: &[Person], options: &Options) -> Vec<Chosen> {
        one_to_one(&self.edges(left, right, options).all, left.len(), right.len())
    }

    /// Matches two lists.
    #[must_use]
    pub fn lists(&self, left: &[Person], right: &[Person], options: &Options) -> Matched {
        let Edges { all: edges, scored } = self.edges(left, right, options);
        let score = |c: &Chosen| if options.many { 1.0 / (1.0 + (-c.log_odds).exp()) } else { c.score(&self.list) };
        let chosen = if options.many { edges.clone() } else { one_to_one(&edges, left.len(), right.len()) };
        let chosen = chosen.into_iter().map(|c| (c.left, c.right, score(&c)));
        let mut pairs: Vec<Pair> = chosen
            .filter(|(.., p)| *p >= options.shown)
            .map(|(i, j, p)| {
                let decision = match p {
                    p if p >= options.same => Decision::Same,
                    p if p >= options.likely => Decision::Likely,
                    _ => Decision::Unsure,
                };
                let evidence = self.weigh(&left[i as usize], &right[j as usize]);
                let from = edges.partition_point(|e| e.left < i);
                let rival = edges[from..]
                    .iter()
                    .take_while(|e| e.left == i)
                    .filter(|e| e.right != j)
                    .map(|e| (e.right, score(e)))
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

fn one_to_one(edges: &[Chosen], left: usize, right: usize) -> Vec<Chosen> {
    let whole: Vec<Edge> = edges.iter().map(|c| (c.left, c.right, ((c.log_odds - FLOOR) * 1000.0) as i64 + 1)).collect();
    let by: BTreeMap<(u32, u32), &Chosen> = edges.iter().map(|c| ((c.left, c.right), c)).collect();
    let partner = assign(left, right, &whole);
    let mut taken = vec![false; right];
    partner.iter().flatten().for_each(|j| taken[*j as usize] = true);
    let (mut row, mut column) = (vec![f32::NEG_INFINITY; left], vec![f32::NEG_INFINITY; right]);
    for c in edges {
        if !taken[c.right as usize] {
            row[c.left as usize] = row[c.left as usize].max(c.log_odds);
        }
        if partner[c.left as usize].is_none() {
            column[c.right as usize] = column[c.right as usize].max(c.log_odds);
        }
    }
    let chosen = partner.iter().enumerate().filter_map(|(i, j)| by.get(&(u32::try_from(i).ok()?, (*j)?)));
    let alone = |c: &Chosen| Some(row[c.left as usize].max(column[c.right as usize])).filter(|x| x.is_finite());
    chosen.map(|c| Chosen { alone: alone(c), ..**c }).collect()
}
