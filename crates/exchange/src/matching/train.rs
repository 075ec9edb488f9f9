//! Learning: from labelled pairs and pairs of tokens to a [`Model`], without chance.
//!
//! The letter models are learned from token pairs alone. The judgement of whole names is learned
//! from labelled pairs whose features come from letter models that have *not* seen that pair's
//! tokens (cross-fitting by fold), so that the trees meet the letter models as strangers will.

use super::dates::DateWeights;
use super::features::{TOKEN_WIDTH, WIDTH, token_features};
use super::letters::{Background, NEVER, SCALE, Units, chunks, two};
use super::lists::Chosen;
use super::model::{Model, calibrated};
use super::prepared::{PAIRS, Prepared, index};
use super::trees::{Growth, grow};
use crate::spelling::dates::{BirthDate, DateAgreement};
use crate::spelling::{Name, Script, letters};
use std::collections::{BTreeMap, BTreeSet};

/// Two tokens that are one name, and how often they were seen facing each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenPair {
    /// In the first script.
    pub a: Vec<u8>,
    /// In the second.
    pub b: Vec<u8>,
    /// How often.
    pub count: u32,
}

/// Token pairs of the six pairs of scripts, in the order ar-ar, ar-he, ar-la, he-la, la-la, he-he.
#[derive(Debug, Clone, Default)]
pub struct TokenPairs(pub Vec<Vec<TokenPair>>);

impl TokenPairs {
    /// Reads lines of `token<TAB>token<TAB>count` for a pair of scripts.
    #[must_use]
    pub fn read(text: &str, a: Script, b: Script) -> Vec<TokenPair> {
        let word = |t: &str, s: Script| letters::letters(t).filter(|(found, l)| *found == s && l.len() <= 19).map(|(_, l)| l);
        text.lines()
            .filter_map(|line| {
                let mut f = line.split('\t');
                let (x, y) = (f.next()?, f.next()?);
                let count = f.next().and_then(|c| c.trim().parse().ok()).unwrap_or(1);
                Some(TokenPair { a: word(x, a)?, b: word(y, b)?, count })
            })
            .collect()
    }

    /// Hebrew against Hebrew: spellings that face the same Latin or Arabic token.
    #[must_use]
    pub fn hebrew(arhe: &[TokenPair], hela: &[TokenPair]) -> Vec<TokenPair> {
        type Spellings<'a> = BTreeMap<&'a [u8], u32>;
        let mut by: BTreeMap<(u8, &[u8]), Spellings<'_>> = BTreeMap::new();
        for p in arhe {
            *by.entry((0, &p.a)).or_default().entry(&p.b).or_default() += p.count;
        }
        for p in hela {
            *by.entry((1, &p.b)).or_default().entry(&p.a).or_default() += p.count;
        }
        let mut out: BTreeMap<(&[u8], &[u8]), u32> = BTreeMap::new();
        for spellings in by.values().filter(|s| s.len() <= 12) {
            for (x, cx) in spellings {
                for (y, cy) in spellings {
                    *out.entry((x, y)).or_default() += (*cx).min(*cy);
                }
            }
        }
        out.into_iter().map(|((x, y), count)| TokenPair { a: x.to_vec(), b: y.to_vec(), count }).collect()
    }

    /// Only the pairs neither of whose tokens is in `unseen` (by script).
    #[must_use]
    pub fn without(&self, unseen: &[BTreeSet<Vec<u8>>; 3]) -> TokenPairs {
        TokenPairs(
            PAIRS
                .iter()
                .zip(&self.0)
                .map(|((a, b), pairs)| {
                    pairs.iter().filter(|p| !unseen[index(*a)].contains(&p.a) && !unseen[index(*b)].contains(&p.b)).cloned().collect()
                })
                .collect(),
        )
    }
}

/// A labelled pair of names.
#[derive(Debug, Clone)]
pub struct Labelled {
    /// One name.
    pub a: String,
    /// The other.
    pub b: String,
    /// Whether they are one person's.
    pub same: bool,
    /// The first person's birth date, where known.
    pub born_a: Option<BirthDate>,
    /// The second's.
    pub born_b: Option<BirthDate>,
    /// Which person the pair is about: pairs of one person stay in one fold.
    pub person: String,
    /// Where it comes from; used to report, never to learn.
    pub source: String,
}

/// Into how many folds the pairs are dealt.
pub const FOLDS: usize = 5;

/// The fold of a person.
#[must_use]
pub fn fold_of(person: &str) -> usize {
    let h = person.bytes().fold(0xcbf2_9ce4_8422_2325u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    usize::try_from((h >> 20) % FOLDS as u64).unwrap_or(0)
}

/// The words of names, by script, the commonest 120 of each script left out.
#[must_use]
pub fn words<'a>(names: impl Iterator<Item = &'a str>, common: &[BTreeSet<Vec<u8>>; 3]) -> [BTreeSet<Vec<u8>>; 3] {
    let mut out: [BTreeSet<Vec<u8>>; 3] = Default::default();
    for name in names {
        for (s, l) in split(name) {
            if !common[index(s)].contains(&l) {
                out[index(s)].insert(l);
            }
        }
    }
    out
}

/// The commonest 120 words of each script.
#[must_use]
pub fn commonest<'a>(names: impl Iterator<Item = &'a str>) -> [BTreeSet<Vec<u8>>; 3] {
    let mut counts: [BTreeMap<Vec<u8>, usize>; 3] = Default::default();
    for name in names {
        for (s, l) in split(name) {
            *counts[index(s)].entry(l).or_default() += 1;
        }
    }
    counts.map(|c| {
        let mut v: Vec<(usize, Vec<u8>)> = c.into_iter().map(|(w, n)| (n, w)).collect();
        v.sort_by(|a, b| b.cmp(a));
        v.into_iter().take(120).map(|(_, w)| w).collect()
    })
}

fn split(name: &str) -> impl Iterator<Item = (Script, Vec<u8>)> {
    name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '־' | ',' | '.')).filter_map(letters::letters)
}

/// Learns the letter models and the judgement of single tokens.
#[must_use]
pub fn letter_models(tokens: &TokenPairs) -> Model {
    let mut model = Model::empty();
    for s in Script::ALL {
        model.backgrounds[index(s)] = background(s, tokens);
    }
    for (at, (a, b)) in PAIRS.iter().enumerate() {
        let pairs = &tokens.0[at];
        model.pairs[at].units = units(*a, *b, pairs);
    }
    for at in 0..PAIRS.len() {
        model.pairs[at].token = token_weights(&model, at, &tokens.0[at]);
    }
    model
}

fn background(script: Script, tokens: &TokenPairs) -> Background {
    let n = script.size() + 1;
    let mut counts = vec![0.2f64; n * n];
    let mut see = |word: &[u8]| {
        let mut last = 0usize;
        for l in word {
            counts[last * n + usize::from(*l)] += 1.0;
            last = usize::from(*l);
        }
        counts[last * n] += 1.0;
    };
    for ((a, b), pairs) in PAIRS.iter().zip(&tokens.0).take(5) {
        for p in pairs {
            if *a == script {
                see(&p.a);
            }
            if *b == script {
                see(&p.b);
            }
        }
    }
    let mut cost = vec![0f32; n * n];
    for i in 0..n {
        let total: f64 = counts[i * n..(i + 1) * n].iter().sum();
        for j in 0..n {
            cost[i * n + j] = -((counts[i * n + j] / total).ln() as f32);
        }
    }
    Background { script, cost }
}

/// Steps through a pair of words: letters taken of each, and what is taken off a unit's count so
/// that long units have to earn their place.
const STEPS: [(usize, usize, f64); 6] = [(1, 0, 0.0), (0, 1, 0.0), (1, 1, 0.0), (1, 2, 1.0), (2, 1, 1.0), (2, 2, 2.5)];

fn units(a: Script, b: Script, pairs: &[TokenPair]) -> Units {
    let (n, m) = (a.size() as f64, b.size() as f64);
    let cols = chunks(b);
    let kind = |i: usize, j: usize| {
        let size = |c: usize, s: Script| if c == 0 { 0 } else { 1 + usize::from(c > s.size()) };
        (size(i, a), size(j, b))
    };
    let mut p = vec![0f64; chunks(a) * cols];
    for (i, row) in p.chunks_mut(cols).enumerate() {
        for (j, p) in row.iter_mut().enumerate() {
            *p = match kind(i, j) {
                (1, 0) => 0.06 / n,
                (0, 1) => 0.1 / m,
                (1, 1) => 0.6 / (n * m),
                (1, 2) => 0.1 / (n * m * m),
                (2, 1) => 0.1 / (n * n * m),
                (2, 2) => 0.04 / (n * n * m * m),
                _ => 0.0,
            };
        }
    }
    // In one script most letters face themselves.
    if a == b {
        for l in 1..=a.size() {
            p[l * cols + l] += 0.7 / n;
        }
    }
    let ids = |w: &[u8], s: Script| -> (Vec<usize>, Vec<usize>) {
        let one = w.iter().map(|l| usize::from(*l)).collect();
        let pair = w.iter().enumerate().map(|(i, l)| if i == 0 { 0 } else { usize::from(two(s, w[i - 1], *l)) }).collect();
        (one, pair)
    };
    let mut count = vec![0f64; p.len()];
    for _ in 0..7 {
        count.iter_mut().for_each(|c| *c = 0.0);
        for tp in pairs {
            let weight = 1.0 + f64::from(tp.count).ln();
            let ((x1, x2), (y1, y2)) = (ids(&tp.a, a), ids(&tp.b, b));
            let (n, m) = (x1.len(), y1.len());
            let w = m + 1;
            let unit = |i: usize, j: usize, di: usize, dj: usize| {
                let x = [0, x1[i.max(1) - 1], x2[i.max(1) - 1]][di];
                let y = [0, y1[j.max(1) - 1], y2[j.max(1) - 1]][dj];
                x * cols + y
            };
            let mut f = vec![0f64; (n + 1) * w];
            let mut back = vec![0f64; (n + 1) * w];
            f[0] = 1.0;
            for i in 0..=n {
                for j in 0..=m {
                    for (di, dj, _) in STEPS {
                        if i >= di && j >= dj {
                            let before = f[(i - di) * w + j - dj];
                            if before > 0.0 {
                                f[i * w + j] += before * p[unit(i, j, di, dj)];
                            }
                        }
                    }
                }
            }
            let total = f[n * w + m];
            if total <= 0.0 {
                continue;
            }
            back[n * w + m] = 1.0;
            for i in (0..=n).rev() {
                for j in (0..=m).rev() {
                    let here = back[i * w + j];
                    if here <= 0.0 {
                        continue;
                    }
                    for (di, dj, _) in STEPS {
                        if i >= di && j >= dj {
                            let u = unit(i, j, di, dj);
                            let before = f[(i - di) * w + j - dj];
                            if before > 0.0 {
                                back[(i - di) * w + j - dj] += here * p[u];
                                count[u] += weight * before * p[u] * here / total;
                            }
                        }
                    }
                }
            }
        }
        // What is taken off long units goes; the rest is shared out anew.
        let mut sum = 0.0;
        for (i, row) in count.chunks_mut(cols).enumerate() {
            for (j, c) in row.iter_mut().enumerate() {
                let (di, dj) = kind(i, j);
                match STEPS.iter().find(|(x, y, _)| (*x, *y) == (di, dj)) {
                    Some((.., off)) if *off > 0.0 => *c = (*c - off).max(0.0),
                    // A single letter can always face any other or nothing.
                    Some(_) => *c += 0.05,
                    None => *c = 0.0,
                }
                sum += *c;
            }
        }
        for (p, c) in p.iter_mut().zip(&count) {
            *p = c / sum;
        }
    }
    let table =
        p.iter().map(|p| if *p > 0.0 { ((p.ln() as f32) * SCALE).round().max(f32::from(NEVER) + 1.0) as i16 } else { NEVER }).collect();
    Units { a, b, table }
}

fn prepared(script: Script, letters: &[u8], model: &Model) -> Prepared {
    let text: String = letters.iter().map(|l| letters::shown(script, *l)).collect();
    let end = u16::try_from(letters.len()).unwrap_or(0);
    let role = crate::spelling::Role::Given;
    let token = crate::spelling::Token { start: 0, core: 0, end, role, from: 0, to: u32::try_from(text.len()).unwrap_or(0) };
    Prepared::new(Name { script, letters: letters.to_vec(), tokens: vec![token], comma: false }, &model.backgrounds)
}

/// Fits the log-odds that two tokens are one name: true pairs against tokens of other pairs, the
/// likest of a dozen among them.
fn token_weights(model: &Model, at: usize, pairs: &[TokenPair]) -> [f32; TOKEN_WIDTH] {
    let (a, b) = PAIRS[at];
    let units = &model.pairs[at].units;
    let step = (pairs.len() / 6000).max(1);
    let mut rows: Vec<([f32; TOKEN_WIDTH], f32, f32)> = Vec::new();
    let pb: Vec<Prepared> = pairs.iter().step_by(step).map(|p| prepared(b, &p.b, model)).collect();
    for (k, p) in pairs.iter().step_by(step).enumerate() {
        let x = prepared(a, &p.a, model);
        if x.tokens[0].end < 2 {
            continue;
        }
        let features = |y: &Prepared| token_features(units, &x, &x.tokens[0], y, &y.tokens[0]);
        rows.push((features(&pb[k]), 1.0, 1.0));
        let mut best: Option<[f32; TOKEN_WIDTH]> = None;
        for d in 1..=12usize {
            let j = (k + d * 7919) % pb.len();
            let same_x = pairs[j * step].a == p.a;
            if j == k || same_x || pb[j].name.letters == pb[k].name.letters {
                continue;
            }
            let f = features(&pb[j]);
            if d == 1 {
                rows.push((f, 0.0, 1.0));
            }
            if best.is_none_or(|b| f[1] > b[1]) {
                best = Some(f);
            }
        }
        if let Some(f) = best {
            rows.push((f, 0.0, 1.0));
        }
    }
    logistic(&rows)
}

/// Logistic regression by Newton's method with a small ridge.
#[allow(clippy::needless_range_loop, reason = "rows and columns of one small matrix")]
fn logistic(rows: &[([f32; TOKEN_WIDTH], f32, f32)]) -> [f32; TOKEN_WIDTH] {
    const N: usize = TOKEN_WIDTH;
    let mut w = [0f64; N];
    for _ in 0..15 {
        let mut grad = [0f64; N];
        let mut hess = [[0f64; N]; N];
        for (x, y, weight) in rows {
            let z: f64 = x.iter().zip(&w).map(|(x, w)| f64::from(*x) * w).sum();
            let p = 1.0 / (1.0 + (-z).exp());
            for i in 0..N {
                grad[i] += f64::from(*weight) * (f64::from(*y) - p) * f64::from(x[i]);
                for j in 0..=i {
                    hess[i][j] += f64::from(*weight) * p * (1.0 - p) * f64::from(x[i]) * f64::from(x[j]);
                }
            }
        }
        for i in 0..N {
            grad[i] -= 0.5 * w[i];
            hess[i][i] += 0.5;
            for j in 0..i {
                hess[j][i] = hess[i][j];
            }
        }
        // Gaussian elimination; the ridge keeps the pivots away from nought.
        let mut x = grad;
        for i in 0..N {
            for j in i + 1..N {
                let r = hess[j][i] / hess[i][i];
                for k in i..N {
                    hess[j][k] -= r * hess[i][k];
                }
                x[j] -= r * x[i];
            }
        }
        for i in (0..N).rev() {
            for k in i + 1..N {
                x[i] -= hess[i][k] * x[k];
            }
            x[i] /= hess[i][i];
        }
        for i in 0..N {
            w[i] += x[i].clamp(-4.0, 4.0);
        }
    }
    w.map(|w| w as f32)
}

/// The features of labelled pairs under a model, and the pair of scripts of each.
#[must_use]
pub fn rows_of(model: &Model, pairs: &[&Labelled]) -> Vec<Row> {
    pairs
        .iter()
        .filter_map(|l| {
            let (a, b) = (model.prepare(&l.a)?, model.prepare(&l.b)?);
            let mut features = [0f32; WIDTH];
            let (_, _, pair) = model.look(&a, &b, &mut features);
            Some(Row { features, pair, same: l.same, fold: fold_of(&l.person) })
        })
        .collect()
}

/// One labelled pair as the trees see it.
#[derive(Debug, Clone)]
pub struct Row {
    features: [f32; WIDTH],
    /// The pair of scripts, in the order of [`TokenPairs`].
    pub pair: usize,
    /// Whether it is one person.
    pub same: bool,
    /// The fold.
    pub fold: usize,
}

/// How the trees for names are grown.
const GROWTH: Growth = Growth { trees: 320, depth: 6, rate: 0.06, ridge: 4.0 };

/// Grows the trees on cross-fitted rows and calibrates them per pair of scripts on rows that the
/// trees have not seen.
pub fn judge(model: &mut Model, rows: &[Row]) {
    let fit = |keep: &dyn Fn(&Row) -> bool| {
        let kept: Vec<&Row> = rows.iter().filter(|r| keep(r)).collect();
        let flat: Vec<f32> = kept.iter().flat_map(|r| r.features).collect();
        let labels: Vec<bool> = kept.iter().map(|r| r.same).collect();
        grow(&flat, WIDTH, &labels, &vec![1.0; labels.len()], GROWTH)
    };
    // Unseen scores for the calibration, from two halves by fold.
    let mut unseen: Vec<(usize, f32, bool)> = Vec::new();
    for half in 0..2 {
        let trees = fit(&|r: &Row| r.fold % 2 != half);
        unseen.extend(rows.iter().filter(|r| r.fold % 2 == half).map(|r| (r.pair, trees.value(&r.features), r.same)));
    }
    model.trees = fit(&|_| true);
    for at in 0..PAIRS.len() {
        let of: Vec<(f32, bool)> = unseen.iter().filter(|(p, ..)| *p == at).map(|(_, s, l)| (*s, *l)).collect();
        model.pairs[at].calibration = if of.len() < 200 { vec![(-1.0, -0.8), (1.0, 0.8)] } else { platt(&of) };
    }
}

/// Platt's scaling: log-odds = c + d · score, as two knots of a straight line.
fn platt(of: &[(f32, bool)]) -> Vec<(f32, f32)> {
    let (mut c, mut d) = (0f64, 1f64);
    for _ in 0..25 {
        let (mut g0, mut g1, mut h00, mut h01, mut h11) = (0f64, 0f64, 1e-3, 0f64, 1e-3);
        for (s, l) in of {
            let s = f64::from(*s);
            let p = 1.0 / (1.0 + (-(c + d * s)).exp());
            let e = f64::from(u8::from(*l)) - p;
            let v = p * (1.0 - p);
            g0 += e;
            g1 += e * s;
            h00 += v;
            h01 += v * s;
            h11 += v * s * s;
        }
        let det = h00 * h11 - h01 * h01;
        c += ((h11 * g0 - h01 * g1) / det).clamp(-1.0, 1.0);
        d += ((h00 * g1 - h01 * g0) / det).clamp(-0.5, 0.5);
    }
    vec![(-10.0, (c - 10.0 * d) as f32), (10.0, (c + 10.0 * d) as f32)]
}

/// Learns everything: letter models on all token pairs, the judgement of names on the rows of
/// [`cross_rows`]. `said` is told what is being done.
pub fn train(tokens: &TokenPairs, pairs: &[Labelled], rows: &[Row], mut said: impl FnMut(&str)) -> Model {
    said("letter models on everything");
    let mut model = letter_models(tokens);
    said("trees");
    judge(&mut model, rows);
    dates(&mut model, pairs);
    // What is read back from the file is what is used: the same rounding for both.
    let text: String = model.write().into_iter().map(|(_, t)| t).collect();
    Model::read(&text).unwrap_or(model)
}

/// Weighs the agreement of birth dates by labelled pairs.
pub fn dates(model: &mut Model, pairs: &[Labelled]) {
    model.dates = DateWeights::count(pairs.iter().filter_map(|l| Some((l.born_a?, l.born_b?, l.same))));
}

/// Learns how far pairs chosen from two lists hold, from chosen pairs and whether each is right.
pub fn lists(model: &mut Model, chosen: &[(Chosen, bool)]) {
    for dated in [false, true] {
        let of: Vec<([f32; TOKEN_WIDTH], f32, f32)> = chosen
            .iter()
            .filter(|(c, _)| c.dated == dated)
            .map(|(c, right)| {
                let mut row = [0f32; TOKEN_WIDTH];
                row[..3].copy_from_slice(&[1.0, c.log_odds, -c.rivals]);
                (row, f32::from(u8::from(*right)), 1.0)
            })
            .collect();
        if of.len() >= 100 {
            let w = logistic(&of);
            model.list[usize::from(dated)] = [w[0], w[1], w[2]];
        }
    }
}

/// The same model with other letter models: to measure on words that they have not seen.
#[must_use]
pub fn with_letters(model: &Model, letters: Model) -> Model {
    let calibrations = model.pairs.iter().map(|p| p.calibration.clone());
    let mut out = Model { trees: model.trees.clone(), dates: model.dates.clone(), list: model.list, ..letters };
    out.pairs.iter_mut().zip(calibrations).for_each(|(p, c)| p.calibration = c);
    out
}

/// Names' log-odds with the weight of the dates added, where both are given.
#[must_use]
pub fn with_dates(model: &Model, log_odds: f32, pair: &Labelled) -> f32 {
    let weight = pair.born_a.zip(pair.born_b).map_or(0.0, |(a, b)| model.dates.weight(DateAgreement::of(a, b)));
    log_odds + weight
}

/// Rows of every pair, each under the letter models that have not seen its fold's words.
pub fn cross_rows(tokens: &TokenPairs, pairs: &[Labelled], said: &mut dyn FnMut(&str)) -> Vec<Row> {
    let common = commonest(pairs.iter().flat_map(|l| [l.a.as_str(), l.b.as_str()]));
    let mut rows = Vec::new();
    for fold in 0..FOLDS {
        said("letter models without one fold's words");
        let of: Vec<&Labelled> = pairs.iter().filter(|l| fold_of(&l.person) == fold).collect();
        let model = letter_models(&tokens.without(&words(of.iter().flat_map(|l| [l.a.as_str(), l.b.as_str()]), &common)));
        rows.extend(rows_of(&model, &of));
    }
    rows
}

/// Log-odds of rows by a model's trees and calibration.
#[must_use]
pub fn scores(model: &Model, rows: &[Row]) -> Vec<f32> {
    rows.iter().map(|r| calibrated(&model.pairs[r.pair].calibration, model.trees.value(&r.features))).collect()
}
