//! One to one: the assignment of greatest total weight, exactly, over each connected group.
//!
//! Successive shortest paths with potentials (the Hungarian method on a sparse graph; Jonker and
//! Volgenant 1987): every row of the left may also stay alone, at no weight. Weights are whole
//! numbers, so the result is exact and the same everywhere; of equal totals the one found first in
//! the order of the rows stands.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A possible match: row of the left, row of the right, weight above nought (others are ignored).
pub type Edge = (u32, u32, i64);

/// For each row of the left the row of the right that it gets.
#[must_use]
pub fn assign(left: usize, right: usize, edges: &[Edge]) -> Vec<Option<u32>> {
    let mut of: Vec<Vec<(u32, i64)>> = vec![Vec::new(); left];
    for (i, j, w) in edges.iter().filter(|e| e.2 > 0) {
        of[*i as usize].push((*j, -*w));
    }
    of.iter_mut().for_each(|v| v.sort_unstable());
    // Potentials: u of the left, v of the right; reduced cost = cost - u - v is never below nought.
    // A row's staying alone is a place of its own behind the right's rows.
    let mut u: Vec<i64> = of.iter().map(|e| e.iter().map(|(_, c)| *c).min().unwrap_or(0).min(0)).collect();
    let mut v = vec![0i64; right + left];
    let mut owner: Vec<Option<u32>> = vec![None; right + left];
    let mut dist = vec![i64::MAX; right + left];
    let mut from: Vec<u32> = vec![0; right + left];
    let mut done = vec![false; right + left];
    for start in 0..left {
        let mut heap: BinaryHeap<Reverse<(i64, u32)>> = BinaryHeap::new();
        let mut seen: Vec<u32> = Vec::new();
        let mut settled: Vec<u32> = Vec::new();
        let (mut i, mut base) = (start, 0i64);
        let end = loop {
            let alone = (u32::try_from(right + i).unwrap_or(u32::MAX), 0i64);
            for (j, cost) in of[i].iter().copied().chain(std::iter::once(alone)) {
                let at = j as usize;
                let d = base + cost - u[i] - v[at];
                if !done[at] && d < dist[at] {
                    if dist[at] == i64::MAX {
                        seen.push(j);
                    }
                    dist[at] = d;
                    from[at] = u32::try_from(i).unwrap_or(u32::MAX);
                    heap.push(Reverse((d, j)));
                }
            }
            let Some(Reverse((d, j))) = heap.pop() else { break None };
            let at = j as usize;
            if done[at] || d > dist[at] {
                // An older entry; look on from the same row without adding anything.
                let mut next = None;
                while let Some(Reverse((d, j))) = heap.pop() {
                    if !done[j as usize] && d == dist[j as usize] {
                        next = Some((d, j));
                        break;
                    }
                }
                let Some((d, j)) = next else { break None };
                done[j as usize] = true;
                settled.push(j);
                match owner[j as usize] {
                    None => break Some((j, d)),
                    Some(o) => (i, base) = (o as usize, d),
                }
                continue;
            }
            done[at] = true;
            settled.push(j);
            match owner[at] {
                None => break Some((j, d)),
                Some(o) => (i, base) = (o as usize, d),
            }
        };
        if let Some((end, total)) = end {
            // Potentials move by how much nearer than the end each settled place was.
            for j in &settled {
                let at = *j as usize;
                let gain = total - dist[at];
                v[at] -= gain;
                if let Some(o) = owner[at] {
                    u[o as usize] += gain;
                }
            }
            u[start] += total;
            let mut at = end as usize;
            loop {
                let i = from[at];
                let before = place(&owner, &of, i, right);
                owner[at] = Some(i);
                if i as usize == start {
                    break;
                }
                at = before;
            }
        }
        for j in seen {
            dist[j as usize] = i64::MAX;
            done[j as usize] = false;
        }
    }
    let mut out = vec![None; left];
    for (j, o) in owner.iter().enumerate().take(right) {
        if let Some(i) = o {
            out[*i as usize] = u32::try_from(j).ok();
        }
    }
    out
}

/// The place that a row of the left holds.
fn place(owner: &[Option<u32>], of: &[Vec<(u32, i64)>], i: u32, right: usize) -> usize {
    of[i as usize].iter().map(|(j, _)| *j as usize).find(|j| owner[*j] == Some(i)).unwrap_or(right + i as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn total(edges: &[Edge], got: &[Option<u32>]) -> i64 {
        got.iter()
            .enumerate()
            .filter_map(|(i, j)| {
                j.map(|j| edges.iter().filter(|e| e.0 as usize == i && e.1 == j).map(|e| e.2).max().unwrap_or(i64::MIN / 8))
            })
            .sum()
    }

    fn best(edges: &[Edge], i: usize, left: usize, used: u32) -> i64 {
        if i == left {
            return 0;
        }
        let alone = best(edges, i + 1, left, used);
        edges
            .iter()
            .filter(|e| e.0 as usize == i && e.2 > 0 && used >> e.1 & 1 == 0)
            .map(|e| e.2 + best(edges, i + 1, left, used | 1 << e.1))
            .fold(alone, i64::max)
    }

    proptest! {
        #[test]
        fn no_other_assignment_weighs_more(edges in proptest::collection::btree_map((0u32..6, 0u32..6), -5i64..30, 0..24)) {
            let edges: Vec<Edge> = edges.into_iter().map(|((i, j), w)| (i, j, w)).collect();
            let got = assign(6, 6, &edges);
            let mut used: Vec<u32> = got.iter().flatten().copied().collect();
            let n = used.len();
            used.sort_unstable();
            used.dedup();
            prop_assert_eq!(used.len(), n);
            prop_assert_eq!(total(&edges, &got), best(&edges, 0, 6, 0));
        }
    }

    #[test]
    fn a_better_second_choice_yields_to_the_whole() {
        // 0 likes 0 best, but 1 has nobody else.
        assert_eq!(assign(2, 2, &[(0, 0, 10), (0, 1, 9), (1, 0, 8)]), [Some(1), Some(0)]);
        assert_eq!(assign(2, 1, &[]), [None, None]);
    }
}
