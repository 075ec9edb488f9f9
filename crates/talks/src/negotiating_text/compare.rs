//! Two versions side by side, clause by clause and word by word; and the clauses that are the same under
//! other numbers.

use super::{Clause, Same, Sheet};
use serde::Serialize;

/// How a clause of one version stands to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The same words under the same number.
    Same,
    /// The same words under another number.
    Renumbered,
    /// Other words.
    Changed,
    /// Only in the later version.
    Added,
    /// Only in the earlier version.
    Gone,
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Run {
    /// In both.
    Both(String),
    /// In the earlier only.
    Before(String),
    /// In the later only.
    After(String),
}

/// A clause of either version, with its partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// Its number in the earlier version.
    pub before: Option<String>,
    /// Its number in the later version.
    pub after: Option<String>,
    /// How they stand.
    pub how: How,
    /// Its words, what left and what came marked.
    pub words: Vec<Run>,
}

/// Longest clauses, in words, that are compared word by word; beyond it the whole clause counts as other words.
const MOST: usize = 1_200;

/// Clauses compared for likeness at most; beyond it only equal numbers and equal words pair.
const LIKE: usize = 400;

fn tokens(words: &str) -> Vec<&str> {
    words.split_whitespace().collect()
}

/// The longest common run of words, as pairs of places. Classic dynamic programming.
fn common(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    if a.len() > MOST || b.len() > MOST {
        return if a == b { (0..a.len()).map(|i| (i, i)).collect() } else { Vec::new() };
    }
    let wide = b.len() + 1;
    let mut best = vec![0_u16; (a.len() + 1) * wide];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            best[i * wide + j] =
                if a[i] == b[j] { best[(i + 1) * wide + j + 1] + 1 } else { best[(i + 1) * wide + j].max(best[i * wide + j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            out.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * wide + j] >= best[i * wide + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

/// Words of two clauses: both, left, came.
#[must_use]
pub fn runs(before: &str, after: &str) -> Vec<Run> {
    let (a, b) = (tokens(before), tokens(after));
    let mut out: Vec<Run> = Vec::new();
    let (mut i, mut j) = (0, 0);
    let mut push = |run: Run| match (out.last_mut(), run) {
        (Some(Run::Both(have)), Run::Both(more))
        | (Some(Run::Before(have)), Run::Before(more))
        | (Some(Run::After(have)), Run::After(more)) => {
            have.push(' ');
            have.push_str(&more);
        }
        (_, run) => out.push(run),
    };
    for (x, y) in common(&a, &b).into_iter().chain([(a.len(), b.len())]) {
        for w in &a[i..x] {
            push(Run::Before((*w).to_owned()));
        }
        for w in &b[j..y] {
            push(Run::After((*w).to_owned()));
        }
        if x < a.len() {
            push(Run::Both(a[x].to_owned()));
        }
        (i, j) = (x + 1, y + 1);
    }
    out
}

/// How alike two clauses are, in thousandths: words in common over the longer one's.
fn alike(a: &[&str], b: &[&str]) -> usize {
    let longer = a.len().max(b.len());
    (common(a, b).len() * 1_000).checked_div(longer).unwrap_or(1_000)
}

/// From which likeness on two clauses are one that changed.
const ENOUGH: usize = 500;

/// Which clause of `a` is which of `b`, by place. First equal words, the same number before others; then
/// the same number with like words; then the likest that are left.
fn pairs(a: &[&Clause], b: &[&Clause]) -> Vec<Option<usize>> {
    let (wa, wb): (Vec<String>, Vec<String>) = (a.iter().map(|c| c.words()).collect(), b.iter().map(|c| c.words()).collect());
    let (ta, tb): (Vec<Vec<&str>>, Vec<Vec<&str>>) = (wa.iter().map(|w| tokens(w)).collect(), wb.iter().map(|w| tokens(w)).collect());
    let mut to: Vec<Option<usize>> = vec![None; a.len()];
    let mut taken = vec![false; b.len()];
    let mut take = |i: usize, j: usize, to: &mut Vec<Option<usize>>| {
        if to[i].is_none() && !taken[j] {
            to[i] = Some(j);
            taken[j] = true;
        }
        taken[j]
    };
    for i in 0..a.len() {
        for j in 0..b.len() {
            if a[i].number == b[j].number && ta[i] == tb[j] {
                take(i, j, &mut to);
            }
        }
    }
    for i in 0..a.len() {
        for (j, words) in tb.iter().enumerate() {
            if to[i].is_none() && ta[i] == *words {
                take(i, j, &mut to);
            }
        }
    }
    let mut like: Vec<(usize, bool, usize, usize)> = Vec::new();
    for i in (0..a.len()).filter(|i| to[*i].is_none()) {
        for j in 0..b.len() {
            let same = a[i].number == b[j].number;
            if same || (a.len() <= LIKE && b.len() <= LIKE) {
                let score = alike(&ta[i], &tb[j]);
                if score >= if same { ENOUGH / 2 } else { ENOUGH } {
                    like.push((score, same, i, j));
                }
            }
        }
    }
    like.sort_by_key(|(score, same, i, j)| (std::cmp::Reverse((*same, *score)), *i, *j));
    for (_, _, i, j) in like {
        take(i, j, &mut to);
    }
    to
}

/// Two versions, clause by clause, in the order of the later one; what is gone stands where it stood.
#[must_use]
pub fn compare(before: &Sheet, after: &Sheet) -> Vec<Pair> {
    let (a, b): (Vec<&Clause>, Vec<&Clause>) = (before.clauses().collect(), after.clauses().collect());
    let to = pairs(&a, &b);
    let mut out = Vec::new();
    let gone = |i: usize| Pair { before: Some(a[i].number.clone()), after: None, how: How::Gone, words: vec![Run::Before(a[i].words())] };
    let mut shown = vec![false; a.len()];
    for (j, clause) in b.iter().enumerate() {
        let from = to.iter().position(|t| *t == Some(j));
        if let Some(i) = from {
            for k in (0..i).filter(|k| to[*k].is_none()) {
                if !shown[k] {
                    shown[k] = true;
                    out.push(gone(k));
                }
            }
        }
        let words = clause.words();
        out.push(match from.map(|i| a[i]) {
            None => Pair { before: None, after: Some(clause.number.clone()), how: How::Added, words: vec![Run::After(words)] },
            Some(old) => {
                let words = runs(&old.words(), &words);
                let same = words.iter().all(|r| matches!(r, Run::Both(_)));
                let how = match (same, old.number == clause.number) {
                    (true, true) => How::Same,
                    (true, false) => How::Renumbered,
                    (false, _) => How::Changed,
                };
                Pair { before: Some(old.number.clone()), after: Some(clause.number.clone()), how, words }
            }
        });
    }
    out.extend((0..a.len()).filter(|i| to[*i].is_none() && !shown[*i]).map(gone));
    out
}

/// "Our 14 = their 6": the clauses of two texts that are one, by number.
#[must_use]
pub fn mapping(ours: &Sheet, theirs: &Sheet) -> Vec<Same> {
    let (a, b): (Vec<&Clause>, Vec<&Clause>) = (ours.clauses().collect(), theirs.clauses().collect());
    let same = |(i, j): (usize, Option<usize>)| Some(Same { ours: a[i].number.clone(), theirs: b[j?].number.clone() });
    pairs(&a, &b).into_iter().enumerate().filter_map(same).collect()
}
