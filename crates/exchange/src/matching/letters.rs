//! Letters of two scripts scored against each other directly: a joint multigram model.
//!
//! A pair of tokens is cut into *units*, each up to two letters of the one facing up to two of the
//! other; a unit has a probability, learned by expectation-maximisation from pairs of tokens
//! ([`super::train`]). The score of a pair is the log-likelihood ratio: how much likelier its best
//! cutting is than the two tokens side by side by chance (a letter bigram model of each script).
//! Source: Deligne, Yvon, Bimbot (1995), "Variable-length sequence matching for phonetic
//! transcription using joint multigrams".

use crate::spelling::Script;

/// The longest token that is scored; letters beyond are not looked at.
pub(crate) const MAX_LETTERS: usize = 20;
/// The longest whole name that is scored.
pub(crate) const MAX_WHOLE: usize = 40;
/// Log probabilities are kept in 256ths of a nat.
pub(crate) const SCALE: f32 = 256.0;
/// A unit never seen.
pub(crate) const NEVER: i16 = -8192;

/// How many chunks of up to two letters a script has, the empty one included.
pub(crate) const fn chunks(script: Script) -> usize {
    let n = script.size();
    1 + n + n * n
}

/// The chunk of two letters.
pub(crate) fn two(script: Script, a: u8, b: u8) -> u16 {
    let n = script.size();
    u16::try_from(n + (usize::from(a) - 1) * n + usize::from(b)).unwrap_or(0)
}

/// How common each letter is after each other in a script's names.
#[derive(Debug, Clone)]
pub(crate) struct Background {
    pub(crate) script: Script,
    /// `-ln P(b | a)` at `a * (n + 1) + b`; 0 is the word's edge.
    pub(crate) cost: Vec<f32>,
}

impl Background {
    /// `-ln P` of a word: how much it says.
    pub(crate) fn info(&self, letters: &[u8]) -> f32 {
        let n = self.script.size() + 1;
        let mut last = 0usize;
        let mut sum = 0.0;
        for l in letters {
            sum += self.cost[last * n + usize::from(*l)];
            last = usize::from(*l);
        }
        sum + self.cost[last * n]
    }
}

/// The units of a pair of scripts.
#[derive(Debug, Clone)]
pub(crate) struct Units {
    pub(crate) a: Script,
    pub(crate) b: Script,
    /// `ln P(unit) * SCALE` at `chunk_a * chunks(b) + chunk_b`.
    pub(crate) table: Vec<i16>,
}

/// A word ready for scoring: the chunks that end at each letter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chunks<'a> {
    /// One letter.
    pub(crate) one: &'a [u8],
    /// It and the one before; the first is not read.
    pub(crate) two: &'a [u16],
}

impl<'a> Chunks<'a> {
    pub(crate) fn cut(self, from: usize, to: usize) -> Chunks<'a> {
        Chunks { one: &self.one[from..to], two: &self.two[from..to] }
    }
}

impl Units {
    /// `ln P` of the best cutting of the two words into units, in nats. Words of at most `MAX`
    /// letters are looked at whole, longer ones by their beginning.
    pub(crate) fn joint<const MAX: usize>(&self, x: Chunks<'_>, y: Chunks<'_>) -> f32 {
        let cols = chunks(self.b);
        let n = x.one.len().min(MAX - 1);
        let m = y.one.len().min(MAX - 1);
        let low = i32::MIN / 4;
        let (mut d2, mut d1, mut d0) = ([low; MAX], [low; MAX], [low; MAX]);
        let (y1, y2) = (&y.one[..m], &y.two[..m]);
        let empty = &self.table[..cols];
        d0[0] = 0;
        for j in 1..=m {
            d0[j] = d0[j - 1] + i32::from(empty[usize::from(y1[j - 1])]);
        }
        for i in 1..=n {
            std::mem::swap(&mut d2, &mut d1);
            std::mem::swap(&mut d1, &mut d0);
            let r1 = usize::from(x.one[i - 1]) * cols;
            let r1 = &self.table[r1..r1 + cols];
            let skip = i32::from(r1[0]);
            if i > 1 {
                let r2 = usize::from(x.two[i - 1]) * cols;
                let r2 = &self.table[r2..r2 + cols];
                d0[0] = d1[0] + skip;
                for j in 1..=m {
                    let (c1, c2) = (usize::from(y1[j - 1]), usize::from(y2[j - 1]));
                    let mut best = (d1[j] + skip)
                        .max(d0[j - 1] + i32::from(empty[c1]))
                        .max(d1[j - 1] + i32::from(r1[c1]))
                        .max(d2[j - 1] + i32::from(r2[c1]));
                    if j > 1 {
                        best = best.max(d1[j - 2] + i32::from(r1[c2])).max(d2[j - 2] + i32::from(r2[c2]));
                    }
                    d0[j] = best;
                }
            } else {
                d0[0] = d1[0] + skip;
                for j in 1..=m {
                    let (c1, c2) = (usize::from(y1[j - 1]), usize::from(y2[j - 1]));
                    let mut best = (d1[j] + skip).max(d0[j - 1] + i32::from(empty[c1])).max(d1[j - 1] + i32::from(r1[c1]));
                    if j > 1 {
                        best = best.max(d1[j - 2] + i32::from(r1[c2]));
                    }
                    d0[j] = best;
                }
            }
        }
        d0[m] as f32 / SCALE
    }
}
