//! Dominance merging: the nondominated union of shifted copies of nondominated lists.
//!
//! A list is kept in descending lexicographic order, so that a shifted copy is still sorted and
//! copies merge in one pass. With two sides what survives is a staircase (first worth falling, second
//! rising): Nemhauser and Ullmann, "Discrete dynamic programming and capital allocation", Management
//! Science 15 (1969), for two criteria. With three sides the sweep keeps the staircase of the last two
//! worths (Kung, Luccio and Preparata, "On finding the maxima of a set of vectors", JACM 22, 1975).

use super::sweep;
use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};
use std::fmt::Debug;

/// Whole numbers of one width.
pub(crate) trait Scalar: Clone + Ord + Debug + Send + Sync + 'static {
    /// Nothing.
    fn zero() -> Self;
    /// The sum.
    fn plus(&self, other: &Self) -> Self;
    /// The difference.
    fn minus(&self, other: &Self) -> Self;
    /// The same number without bound.
    fn big(&self) -> BigInt;
    /// The same number in 128 bits, where it fits.
    fn wide(&self) -> Option<i128>;
    /// A number of this width. The caller has checked that it fits.
    fn narrow(n: &BigInt) -> Self;
    /// `(top - self) / width`: the box a value lies in when thinning.
    fn boxed(&self, top: &Self, width: &Self) -> u64;
    /// The width of a box when the span from `low` to `self` is cut in `parts`; at least 1.
    fn cut(&self, low: &Self, parts: u64) -> Self;
}

macro_rules! machine {
    ($t:ty, $to:ident) => {
        impl Scalar for $t {
            #[inline]
            fn zero() -> Self {
                0
            }
            #[inline]
            fn plus(&self, other: &Self) -> Self {
                self + other
            }
            #[inline]
            fn minus(&self, other: &Self) -> Self {
                self - other
            }
            fn big(&self) -> BigInt {
                BigInt::from(*self)
            }
            fn wide(&self) -> Option<i128> {
                Some(i128::from(*self))
            }
            fn narrow(n: &BigInt) -> Self {
                n.$to().unwrap_or_default()
            }
            fn boxed(&self, top: &Self, width: &Self) -> u64 {
                u64::try_from((top - self) / width).unwrap_or(u64::MAX)
            }
            fn cut(&self, low: &Self, parts: u64) -> Self {
                (self - low) / Self::from(i64::try_from(parts.max(1)).unwrap_or(i64::MAX)) + 1
            }
        }
    };
}
machine!(i64, to_i64);
machine!(i128, to_i128);

impl Scalar for BigInt {
    fn zero() -> Self {
        <Self as Zero>::zero()
    }
    fn plus(&self, other: &Self) -> Self {
        self + other
    }
    fn minus(&self, other: &Self) -> Self {
        self - other
    }
    fn big(&self) -> BigInt {
        self.clone()
    }
    fn wide(&self) -> Option<i128> {
        self.to_i128()
    }
    fn narrow(n: &BigInt) -> Self {
        n.clone()
    }
    fn boxed(&self, top: &Self, width: &Self) -> u64 {
        ((top - self) / width).to_u64().unwrap_or(u64::MAX)
    }
    fn cut(&self, low: &Self, parts: u64) -> Self {
        (self - low) / parts.max(1) + 1
    }
}

/// `a + b`, side by side.
#[inline]
pub(crate) fn add<W: Scalar, const M: usize>(a: &[W; M], b: &[W; M]) -> [W; M] {
    std::array::from_fn(|s| a[s].plus(&b[s]))
}

/// `a - b`, side by side.
#[inline]
pub(crate) fn sub<W: Scalar, const M: usize>(a: &[W; M], b: &[W; M]) -> [W; M] {
    std::array::from_fn(|s| a[s].minus(&b[s]))
}

/// A sorted, nondominated list and what to add to each of its points.
pub(crate) type Part<'a, W, const M: usize> = (&'a [[W; M]], [W; M]);

/// The nondominated union of shifted lists. Where more than `cap` points would be held it is thinned,
/// and `error` grows by what a thinned point may fall short of a dropped one.
pub(crate) fn union<W: Scalar, const M: usize>(parts: &[Part<'_, W, M>], cap: usize, error: &mut [W; M]) -> Vec<[W; M]> {
    let mut parts = parts.iter().filter(|p| !p.0.is_empty());
    let Some(first) = parts.next() else { return Vec::new() };
    let Some(second) = parts.next() else { return first.0.iter().map(|p| add(p, &first.1)).collect() };
    if M == 2 {
        let zero: [W; M] = std::array::from_fn(|_| W::zero());
        let mut held = Vec::new();
        let mut next = Vec::new();
        stairs(first.clone(), second.clone(), &mut held);
        thin(&mut held, cap, error);
        for part in parts {
            stairs((&held, zero.clone()), (part.0, part.1.clone()), &mut next);
            std::mem::swap(&mut held, &mut next);
            thin(&mut held, cap, error);
        }
        return held;
    }
    let mut lists: Vec<Vec<[W; M]>> = std::iter::once(first)
        .chain(std::iter::once(second))
        .chain(parts)
        .map(|(points, shift)| points.iter().map(|p| add(p, shift)).collect())
        .collect();
    while lists.len() > 1 {
        let mut merged = Vec::with_capacity(lists.len().div_ceil(2));
        let mut left = lists.into_iter();
        while let Some(a) = left.next() {
            merged.push(match left.next() {
                Some(b) => interleave(&a, &b),
                None => a,
            });
        }
        lists = merged;
    }
    let mut held = maxima(lists.pop().unwrap_or_default());
    thin(&mut held, cap, error);
    held
}

/// Two staircases, shifted, into one. The pass takes the lexicographically greater head; a point stays
/// if its second worth beats every point already taken. Which head is greater is as good as random, so
/// the loop computes with the comparison instead of branching on it.
fn stairs<W: Scalar, const M: usize>(a: Part<'_, W, M>, b: Part<'_, W, M>, out: &mut Vec<[W; M]>) {
    out.clear();
    let (left, right) = (a.0, b.0);
    if left.is_empty() || right.is_empty() {
        out.extend(left.iter().map(|p| add(p, &a.1)).chain(right.iter().map(|p| add(p, &b.1))));
        return;
    }
    out.resize(left.len() + right.len(), std::array::from_fn(|_| W::zero()));
    let (mut i, mut j, mut kept) = (0, 0, 0);
    // The first point taken stays whatever it is: before it, the bar is below both heads.
    let mut bar: Option<W> = None;
    while i < left.len() && j < right.len() {
        let (p, q) = (add(&left[i], &a.1), add(&right[j], &b.1));
        let take = (p[0] > q[0]) | ((p[0] == q[0]) & (p[M - 1] >= q[M - 1]));
        let point = if take { p } else { q };
        i += usize::from(take);
        j += usize::from(!take);
        let stays = bar.as_ref().is_none_or(|b| point[M - 1] > *b);
        if stays {
            bar = Some(point[M - 1].clone());
        }
        out[kept] = point;
        kept += usize::from(stays);
    }
    out.truncate(kept);
    // Of what is left of one staircase, all above the bar stay: seconds rise.
    let (rest, shift) = if i < left.len() { (&left[i..], &a.1) } else { (&right[j..], &b.1) };
    let above = |p: &[W; M]| bar.as_ref().is_none_or(|b| p[M - 1].plus(&shift[M - 1]) > *b);
    let from = rest.partition_point(|p| !above(p));
    out.extend(rest[from..].iter().map(|p| add(p, shift)));
}

/// Two sorted lists into one.
fn interleave<W: Scalar, const M: usize>(a: &[[W; M]], b: &[[W; M]]) -> Vec<[W; M]> {
    let mut out = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while let (Some(p), Some(q)) = (a.get(i), b.get(j)) {
        if p >= q {
            out.push(p.clone());
            i += 1;
        } else {
            out.push(q.clone());
            j += 1;
        }
    }
    out.extend_from_slice(&a[i..]);
    out.extend_from_slice(&b[j..]);
    out
}

/// What no other point dominates or repeats, of a list in descending order.
pub(crate) fn maxima<W: Scalar, const M: usize>(mut sorted: Vec<[W; M]>) -> Vec<[W; M]> {
    match M {
        0 => {}
        1 => sorted.truncate(1),
        2 => {
            let mut best: Option<W> = None;
            sorted.retain(|p| {
                let keep = best.as_ref().is_none_or(|b| p[M - 1] > *b);
                if keep {
                    best = Some(p[M - 1].clone());
                }
                keep
            });
        }
        3 => {
            // (second, third) of what is kept: second falling, third rising.
            let mut stair: Vec<(W, W)> = Vec::new();
            sorted.retain(|p| {
                let (b, c) = (&p[M - 2], &p[M - 1]);
                let at = stair.partition_point(|s| s.0 >= *b);
                if at > 0 && stair[at - 1].1 >= *c {
                    return false;
                }
                let from = if at > 0 && stair[at - 1].0 == *b { at - 1 } else { at };
                let to = at + stair[at..].partition_point(|s| s.1 <= *c);
                stair.splice(from..to, std::iter::once((b.clone(), c.clone())));
                true
            });
        }
        _ => {
            sorted.dedup();
            let beaten = sweep::beaten(&sorted);
            let mut at = 0;
            sorted.retain(|_| {
                at += 1;
                !beaten[at - 1]
            });
        }
    }
    sorted
}

/// Keeps one point a box where there are more than `cap`: the one with the greatest last worth. Every
/// dropped point is then matched within a box's width on the other sides.
pub(crate) fn thin<W: Scalar, const M: usize>(points: &mut Vec<[W; M]>, cap: usize, error: &mut [W; M]) {
    if points.len() <= cap || M < 2 {
        return;
    }
    let mut parts = if M == 2 { cap as u64 } else { 1 };
    while M > 2 && (parts + 1).checked_pow(M as u32 - 1).is_some_and(|n| n <= cap as u64) {
        parts += 1;
    }
    let top: [W; M] = std::array::from_fn(|s| points.iter().map(|p| &p[s]).max().cloned().unwrap_or_else(W::zero));
    let low: [W; M] = std::array::from_fn(|s| points.iter().map(|p| &p[s]).min().cloned().unwrap_or_else(W::zero));
    let width: [W; M] = std::array::from_fn(|s| top[s].cut(&low[s], parts));
    let mut boxes: std::collections::BTreeMap<[u64; M], [W; M]> = std::collections::BTreeMap::new();
    for p in points.drain(..) {
        let key: [u64; M] = std::array::from_fn(|s| if s + 1 < M { p[s].boxed(&top[s], &width[s]) } else { 0 });
        match boxes.entry(key) {
            std::collections::btree_map::Entry::Vacant(e) => {
                e.insert(p);
            }
            std::collections::btree_map::Entry::Occupied(mut e) => {
                if p[M - 1] > e.get()[M - 1] {
                    e.insert(p);
                }
            }
        }
    }
    let mut left: Vec<[W; M]> = boxes.into_values().collect();
    left.sort_unstable_by(|a, b| b.cmp(a));
    *points = maxima(left);
    for (s, e) in error.iter_mut().enumerate().take(M - 1) {
        *e = e.plus(&width[s]);
    }
}
