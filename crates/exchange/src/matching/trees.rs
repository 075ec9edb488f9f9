//! A sum of small decision trees, each asking the same question at every node of a level.
//!
//! Such trees are read with a handful of comparisons and no jumps; training is gradient boosting
//! of the logistic loss (Friedman 2001; level-wise questions as in CatBoost, Prokhorenkova and
//! others 2018) on binned features, without chance: the same rows give the same trees.

/// A question to a name pair's features: is feature `f` above `t`?
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Question {
    pub(crate) f: u8,
    pub(crate) t: f32,
}

/// One tree: its questions from the top and a leaf for every set of answers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tree {
    pub(crate) questions: Vec<Question>,
    pub(crate) leaves: Vec<f32>,
}

/// The sum of trees; its value is a log-odds.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Trees {
    pub(crate) base: f32,
    pub(crate) trees: Vec<Tree>,
    /// The same, one after another without gaps, for reading fast.
    flat: Flat,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Flat {
    /// How many questions and leaves each tree has.
    depths: Vec<u8>,
    questions: Vec<Question>,
    leaves: Vec<f32>,
}

impl Trees {
    pub(crate) fn push(&mut self, tree: Tree) {
        self.flat.depths.push(u8::try_from(tree.questions.len()).unwrap_or(0));
        self.flat.questions.extend_from_slice(&tree.questions);
        self.flat.leaves.extend_from_slice(&tree.leaves);
        self.trees.push(tree);
    }

    /// The log-odds of a row.
    pub(crate) fn value(&self, row: &[f32]) -> f32 {
        let mut sum = self.base;
        let (mut questions, mut leaves) = (&self.flat.questions[..], &self.flat.leaves[..]);
        for depth in &self.flat.depths {
            let (here, rest) = questions.split_at(usize::from(*depth));
            let mut at = 0usize;
            for q in here {
                at = at << 1 | usize::from(row[usize::from(q.f)] > q.t);
            }
            sum += leaves[at];
            questions = rest;
            leaves = &leaves[1 << depth..];
        }
        sum
    }
}

/// How the trees are grown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Growth {
    pub(crate) trees: usize,
    pub(crate) depth: usize,
    pub(crate) rate: f32,
    pub(crate) ridge: f32,
}

const BINS: usize = 48;

/// Grows trees on `rows` (each of `width` features) with labels 0 or 1 and weights.
pub(crate) fn grow(rows: &[f32], width: usize, labels: &[bool], weights: &[f32], growth: Growth) -> Trees {
    let n = labels.len();
    let edges: Vec<Vec<f32>> = (0..width).map(|f| edges_of(rows, width, f, n)).collect();
    let mut bins = vec![0u8; n * width];
    for r in 0..n {
        for f in 0..width {
            let v = rows[r * width + f];
            bins[f * n + r] = u8::try_from(edges[f].partition_point(|e| *e < v)).unwrap_or(u8::MAX);
        }
    }
    let total: f64 = weights.iter().map(|w| f64::from(*w)).sum();
    let yes: f64 = weights.iter().zip(labels).filter(|(_, l)| **l).map(|(w, _)| f64::from(*w)).sum();
    let base = (yes.max(0.5) / (total - yes).max(0.5)).ln() as f32;
    let mut score = vec![base; n];
    let mut out = Trees { base, ..Trees::default() };
    let (mut g, mut h) = (vec![0f32; n], vec![0f32; n]);
    let mut leaf = vec![0u16; n];
    for _ in 0..growth.trees {
        for r in 0..n {
            let p = 1.0 / (1.0 + (-score[r]).exp());
            g[r] = weights[r] * (f32::from(u8::from(labels[r])) - p);
            h[r] = weights[r] * (p * (1.0 - p)).max(1e-6);
        }
        leaf.iter_mut().for_each(|l| *l = 0);
        let mut questions = Vec::with_capacity(growth.depth);
        for level in 0..growth.depth {
            let leaves = 1usize << level;
            let mut best: (f64, usize, usize) = (0.0, usize::MAX, 0);
            let mut hist = vec![(0f32, 0f32); leaves * BINS];
            for f in 0..width {
                if edges[f].is_empty() {
                    continue;
                }
                hist.iter_mut().for_each(|x| *x = (0.0, 0.0));
                let column = &bins[f * n..(f + 1) * n];
                for r in 0..n {
                    let cell = &mut hist[usize::from(leaf[r]) * BINS + usize::from(column[r])];
                    cell.0 += g[r];
                    cell.1 += h[r];
                }
                let mut gain = vec![0f64; edges[f].len()];
                for l in 0..leaves {
                    let cells = &hist[l * BINS..(l + 1) * BINS];
                    let (tg, th) = cells.iter().fold((0f64, 0f64), |a, c| (a.0 + f64::from(c.0), a.1 + f64::from(c.1)));
                    let worth = |g: f64, h: f64| g * g / (h + f64::from(growth.ridge));
                    let whole = worth(tg, th);
                    let (mut lg, mut lh) = (0f64, 0f64);
                    for (b, gain) in gain.iter_mut().enumerate() {
                        lg += f64::from(cells[b].0);
                        lh += f64::from(cells[b].1);
                        *gain += worth(lg, lh) + worth(tg - lg, th - lh) - whole;
                    }
                }
                for (b, gain) in gain.into_iter().enumerate() {
                    if gain > best.0 + 1e-9 {
                        best = (gain, f, b);
                    }
                }
            }
            let (_, f, b) = best;
            if f == usize::MAX {
                break;
            }
            questions.push(Question { f: u8::try_from(f).unwrap_or(0), t: edges[f][b] });
            let column = &bins[f * n..(f + 1) * n];
            for r in 0..n {
                leaf[r] = leaf[r] << 1 | u16::from(usize::from(column[r]) > b);
            }
        }
        if questions.is_empty() {
            break;
        }
        let mut sums = vec![(0f64, 0f64); 1 << questions.len()];
        for r in 0..n {
            let s = &mut sums[usize::from(leaf[r])];
            s.0 += f64::from(g[r]);
            s.1 += f64::from(h[r]);
        }
        let leaves: Vec<f32> = sums.iter().map(|(g, h)| (g / (h + f64::from(growth.ridge))) as f32 * growth.rate).collect();
        for r in 0..n {
            score[r] += leaves[usize::from(leaf[r])];
        }
        out.push(Tree { questions, leaves });
    }
    out
}

/// Edges between bins, such that each bin holds about as many rows; a value on an edge lies below it.
fn edges_of(rows: &[f32], width: usize, f: usize, n: usize) -> Vec<f32> {
    let mut v: Vec<f32> = (0..n).map(|r| rows[r * width + f]).collect();
    v.sort_unstable_by(f32::total_cmp);
    let mut edges: Vec<f32> = Vec::new();
    for k in 1..BINS {
        let at = k * n / BINS;
        if at == 0 || at >= n {
            continue;
        }
        // Between two neighbours that differ, so that no row lies on the edge.
        let below = v[at - 1];
        let Some(above) = v[at..].iter().find(|x| **x > below) else { continue };
        // Written with few digits, so that the file and the memory agree.
        let mid = ((below + (above - below) / 2.0) * 4096.0).round() / 4096.0;
        if edges.last().is_none_or(|e| *e < mid) {
            edges.push(mid);
        }
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_questions_learn_what_one_cannot() {
        // Exclusive or: no single feature tells anything.
        let mut rows = Vec::new();
        let mut labels = Vec::new();
        for i in 0..400u32 {
            let (a, b) = (i % 2, i / 2 % 2);
            // A slight lean, as no greedy split sees a perfect exclusive or.
            if i % 40 == 0 && a == 1 && b == 1 {
                continue;
            }
            rows.extend([a as f32 + 0.1 * (i % 7) as f32 / 7.0, b as f32]);
            labels.push(a != b);
        }
        let growth = Growth { trees: 60, depth: 2, rate: 0.3, ridge: 1.0 };
        let t = grow(&rows, 2, &labels, &vec![1.0; labels.len()], growth);
        for (r, l) in rows.chunks(2).zip(&labels) {
            assert_eq!(t.value(r) > 0.0, *l);
        }
        assert_eq!(t, grow(&rows, 2, &labels, &vec![1.0; labels.len()], growth));
    }
}
