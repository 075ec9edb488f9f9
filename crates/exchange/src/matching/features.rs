//! One pair of names → its parts aligned, and the features that the trees judge.
//!
//! Parts are aligned in order with gaps, with one part moved from one end to the other at most
//! (family name first). The first name is also judged by itself: brothers share everything else.

use super::letters::{MAX_LETTERS, MAX_WHOLE, Units};
use super::prepared::{Facts, Prepared};
use super::strings;
use crate::spelling::MAX_TOKENS;

/// How many features a pair of names has.
pub(crate) const WIDTH: usize = 46;
/// How many features a pair of tokens has.
pub(crate) const TOKEN_WIDTH: usize = 10;

/// The features of two tokens.
pub(crate) fn token_features(units: &Units, a: &Prepared, s: &Facts, b: &Prepared, t: &Facts) -> [f32; TOKEN_WIDTH] {
    let (x, y) = (a.chunks(), b.chunks());
    let (s0, sc, s1) = (usize::from(s.start), usize::from(s.core), usize::from(s.end));
    let (t0, tc, t1) = (usize::from(t.start), usize::from(t.core), usize::from(t.end));
    let full = |s0: usize, si: f32, t0: usize, ti: f32| {
        let llr = units.joint::<MAX_LETTERS>(x.cut(s0, s1), y.cut(t0, t1)) + si + ti;
        (llr, si, ti, s0, t0)
    };
    let (llr, si, ti, s0, t0) = match (s0 < sc, t0 < tc) {
        (false, false) => full(s0, s.info, t0, t.info),
        (true, true) => full(sc, s.core_info, tc, t.core_info),
        (true, false) => {
            let (one, two) = (full(s0, s.info, t0, t.info), full(sc, s.core_info, t0, t.info));
            if one.0 > two.0 { one } else { two }
        }
        (false, true) => {
            let (one, two) = (full(s0, s.info, t0, t.info), full(s0, s.info, tc, t.core_info));
            if one.0 > two.0 { one } else { two }
        }
    };
    let (less, more) = (si.min(ti), si.max(ti));
    let same_script = a.name.script == b.name.script;
    let (la, lb) = (&a.name.letters[s0..s1], &b.name.letters[t0..t1]);
    let likeness = if same_script { strings::jaro_winkler(la, lb) } else { 0.0 };
    let share = llr / more;
    [
        1.0,
        llr / 10.0,
        llr / less,
        share,
        share.max(0.0) * share.max(0.0),
        1.0 / (la.len().min(lb.len()).max(1) as f32),
        likeness,
        f32::from(u8::from(same_script && la == lb)),
        f32::from(u8::from(s.skeleton == t.skeleton)),
        (less - 10.0) / 10.0,
    ]
}

/// How two names' parts lie against each other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Alignment {
    /// For each part of the first name the part of the second that it was matched with.
    pub(crate) of_a: [Option<u8>; MAX_TOKENS],
    /// The log-odds of each match.
    pub(crate) odds: [f32; MAX_TOKENS],
    /// Whether one part had to be moved from one end to the other.
    pub(crate) turned: bool,
}

/// The log-odds that each token of `a` and each of `b` are one name.
pub(crate) struct Grid {
    pub(crate) odds: [[f32; MAX_TOKENS]; MAX_TOKENS],
    pub(crate) llr: [[f32; MAX_TOKENS]; MAX_TOKENS],
}

pub(crate) fn grid(units: &Units, weights: &[f32; TOKEN_WIDTH], a: &Prepared, b: &Prepared) -> Grid {
    let mut g = Grid { odds: [[0.0; MAX_TOKENS]; MAX_TOKENS], llr: [[0.0; MAX_TOKENS]; MAX_TOKENS] };
    for (i, s) in a.tokens.iter().enumerate() {
        for (j, t) in b.tokens.iter().enumerate() {
            let one = s.end - s.start == 1 || t.end - t.start == 1;
            let f = token_features(units, a, s, b, t);
            let v: f32 = f.iter().zip(weights).map(|(x, w)| x * w).sum();
            g.llr[i][j] = f[1] * 10.0;
            // A single letter says little either way.
            g.odds[i][j] = if one { (f[1] * 2.0).clamp(-1.0, 0.8) } else { v.clamp(-6.0, 6.0) };
        }
    }
    g
}

const GAP: f32 = -0.8;
const TURN: f32 = -1.5;

fn align(g: &Grid, a: &[usize], b: &[usize], light_a: &[bool], light_b: &[bool], out: &mut [Option<u8>; MAX_TOKENS]) -> f32 {
    let (n, m) = (a.len(), b.len());
    let mut d = [[0f32; MAX_TOKENS + 1]; MAX_TOKENS + 1];
    let cost = |light: bool| if light { -0.05 } else { GAP };
    for i in 1..=n {
        d[i][0] = d[i - 1][0] + cost(light_a[a[i - 1]]);
    }
    for j in 1..=m {
        d[0][j] = d[0][j - 1] + cost(light_b[b[j - 1]]);
    }
    for i in 1..=n {
        for j in 1..=m {
            let up = d[i - 1][j] + cost(light_a[a[i - 1]]);
            let left = d[i][j - 1] + cost(light_b[b[j - 1]]);
            d[i][j] = up.max(left).max(d[i - 1][j - 1] + g.odds[a[i - 1]][b[j - 1]]);
        }
    }
    let (mut i, mut j) = (n, m);
    while i > 0 && j > 0 {
        if d[i][j] == d[i - 1][j - 1] + g.odds[a[i - 1]][b[j - 1]] {
            out[a[i - 1]] = u8::try_from(b[j - 1]).ok();
            i -= 1;
            j -= 1;
        } else if d[i][j] == d[i - 1][j] + cost(light_a[a[i - 1]]) {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    d[n][m]
}

/// Aligns two names and writes the features of the pair.
pub(crate) fn features(
    units: &Units,
    weights: &[f32; TOKEN_WIDTH],
    pair: usize,
    a: &Prepared,
    b: &Prepared,
    out: &mut [f32; WIDTH],
) -> Alignment {
    let (n, m) = (a.tokens.len(), b.tokens.len());
    let g = grid(units, weights, a, b);
    let mut light_a = [false; MAX_TOKENS];
    let mut light_b = [false; MAX_TOKENS];
    a.tokens.iter().zip(&mut light_a).for_each(|(t, l)| *l = t.light);
    b.tokens.iter().zip(&mut light_b).for_each(|(t, l)| *l = t.light);
    let order: [usize; MAX_TOKENS] = std::array::from_fn(|i| i);
    let mut order_a = order;
    let mut order_b = order;
    let mut best = Alignment::default();
    let mut score = align(&g, &order[..n], &order[..m], &light_a, &light_b, &mut best.of_a);
    if n.min(m) > 1 {
        let mut last_first = order;
        last_first[..m].rotate_right(1);
        let mut first_last = order;
        first_last[..m].rotate_left(1);
        for turned in [last_first, first_last] {
            let mut of_a = [None; MAX_TOKENS];
            let s = TURN + align(&g, &order[..n], &turned[..m], &light_a, &light_b, &mut of_a);
            if s > score {
                score = s;
                best.of_a = of_a;
                best.turned = true;
                order_b = turned;
            }
        }
        if best.turned && order_b[0] != m - 1 {
            // The first of b was moved to its end: b leads with its family name. Read both from the
            // given name on.
        } else if best.turned {
            // The last of b was moved to the front: a leads with its family name.
            order_a[..n].rotate_left(1);
            order_b = order;
        }
    }
    for i in 0..n {
        if let Some(j) = best.of_a[i] {
            best.odds[i] = g.odds[i][usize::from(j)];
            if best.odds[i] < -2.0 {
                best.of_a[i] = None;
            }
        }
    }
    // Both in reading order from the given name, titles and initials left out where there is more.
    let heavy = |order: &[usize], light: &[bool; MAX_TOKENS]| {
        let mut v = [0usize; MAX_TOKENS];
        let mut len = 0;
        for i in order.iter().filter(|i| !light[**i]) {
            v[len] = *i;
            len += 1;
        }
        if len == 0 {
            v[..order.len()].copy_from_slice(order);
            len = order.len();
        }
        (v, len)
    };
    let (va, na) = heavy(&order_a[..n], &light_a);
    let (vb, nb) = heavy(&order_b[..m], &light_b);
    let (va, vb) = (&va[..na], &vb[..nb]);
    let mut used_b = [false; MAX_TOKENS];
    best.of_a.iter().flatten().for_each(|j| used_b[usize::from(*j)] = true);
    let mut matched = 0f32;
    let (mut min_odds, mut sum_odds, mut sum_llr, mut sum_info, mut free_info) = (9f32, 0f32, 0f32, 0f32, 0f32);
    let mut exact = 0f32;
    let mut same_skeleton = 0f32;
    for i in va {
        match best.of_a[*i] {
            Some(j) => {
                let j = usize::from(j);
                matched += 1.0;
                min_odds = min_odds.min(g.odds[*i][j]);
                sum_odds += g.odds[*i][j];
                sum_llr += g.llr[*i][j];
                sum_info += a.tokens[*i].info.min(b.tokens[j].info);
                same_skeleton += f32::from(u8::from(a.tokens[*i].skeleton == b.tokens[j].skeleton));
                exact += f32::from(u8::from(a.name.script == b.name.script && a.letters(&a.tokens[*i]) == b.letters(&b.tokens[j])));
            }
            None => free_info += a.tokens[*i].info,
        }
    }
    let gaps_a = va.iter().filter(|i| best.of_a[**i].is_none()).count() as f32;
    let gaps_b = vb.iter().filter(|j| !used_b[**j]).count() as f32;
    vb.iter().filter(|j| !used_b[**j]).for_each(|j| free_info += b.tokens[*j].info);
    // Between two matches, parts of both that are not matched contradict each other.
    let (mut against, mut against_best, mut against_at, mut at_end) = (0f32, 9f32, 9f32, 0f32);
    {
        let (mut i, mut j) = (0usize, 0usize);
        let mut segment = 0f32;
        while i <= na || j <= nb {
            let (i0, j0) = (i, j);
            while i < na && best.of_a[va[i]].is_none() {
                i += 1;
            }
            while j < nb && !used_b[vb[j]] {
                j += 1;
            }
            let both = (i - i0).min(j - j0);
            if both > 0 {
                against += both as f32;
                if against_at > 8.0 {
                    against_at = segment;
                    against_best = -9.0;
                }
                for x in &va[i0..i] {
                    for y in &vb[j0..j] {
                        against_best = against_best.max(g.odds[*x][*y]);
                    }
                }
                if i == na && j == nb {
                    at_end = both as f32;
                }
            }
            if i >= na && j >= nb {
                break;
            }
            i += 1;
            j += 1;
            segment += 1.0;
        }
    }
    let cell = |i: Option<&usize>, j: Option<&usize>| i.zip(j).map_or(0.0, |(i, j)| g.odds[*i][*j]);
    let (fa, fb) = (va[0], vb[0]);
    let (a_best, a_at) = (0..nb).map(|j| (g.odds[fa][vb[j]], j)).fold((-9f32, 0), |x, y| if y.0 > x.0 { y } else { x });
    let (b_best, b_at) = (0..na).map(|i| (g.odds[va[i]][fb], i)).fold((-9f32, 0), |x, y| if y.0 > x.0 { y } else { x });
    let whole = units.joint::<MAX_WHOLE>(a.chunks(), b.chunks()) + a.info + b.info;
    let same_script = a.name.script == b.name.script;
    let (less, more) = (na.min(nb) as f32, na.max(nb) as f32);
    let first_a_gap = f32::from(u8::from(best.of_a[fa].is_none()));
    let first_b_gap = f32::from(u8::from(!used_b[fb]));
    *out = [
        f32::from(u8::from(pair == 0 || pair == 5)),
        f32::from(u8::from(pair == 1)),
        f32::from(u8::from(pair == 2)),
        f32::from(u8::from(pair == 3)),
        na as f32,
        nb as f32,
        more - less,
        score,
        score / less,
        matched,
        matched / less,
        matched / more,
        gaps_a,
        gaps_b,
        gaps_a.min(gaps_b),
        against,
        against_best,
        against_at,
        at_end,
        g.odds[fa][fb],
        g.llr[fa][fb] / a.tokens[fa].info.max(b.tokens[fb].info),
        cell(va.get(1), vb.get(1)),
        cell(va.last(), vb.last()),
        min_odds,
        if matched > 0.0 { sum_odds / matched } else { -6.0 },
        sum_llr,
        sum_info,
        free_info,
        sum_llr / a.info.max(b.info),
        f32::from(u8::from(best.turned)),
        f32::from(u8::from(a.name.comma || b.name.comma)),
        a_best,
        a_at as f32,
        b_best,
        b_at as f32,
        whole / a.info.min(b.info),
        whole / a.info.max(b.info),
        strings::ratio(&a.skeleton, &b.skeleton),
        strings::ratio(&a.sorted, &b.sorted),
        same_skeleton / less,
        if same_script { strings::jaro_winkler(&a.name.letters, &b.name.letters) } else { -1.0 },
        if same_script { strings::ratio(&a.name.letters, &b.name.letters) } else { -1.0 },
        exact / less,
        a.tokens[fa].info.min(b.tokens[fb].info),
        first_a_gap + first_b_gap,
        sum_info - sum_llr,
    ];
    best
}
