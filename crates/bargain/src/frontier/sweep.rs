//! Maxima with four sides and more, by divide and conquer (Kung, Luccio and Preparata, "On finding the
//! maxima of a set of vectors", Journal of the ACM 22, 1975).

use super::merge::Scalar;

/// Below this many on either side, comparing everything is faster than splitting further.
const FEW: usize = 8;

/// Which points of a list in strictly descending lexicographic order some earlier point dominates.
pub(crate) fn beaten<W: Scalar, const M: usize>(sorted: &[[W; M]]) -> Vec<bool> {
    let mut beaten = vec![false; sorted.len()];
    halves(sorted, 0, sorted.len(), &mut beaten);
    beaten
}

/// The maxima of a stretch: those of its upper half, and those of its lower half that none of them beats.
/// The first coordinate is settled by the order.
fn halves<W: Scalar, const M: usize>(sorted: &[[W; M]], from: usize, to: usize, beaten: &mut [bool]) {
    if to - from < 2 {
        return;
    }
    let middle = from + (to - from) / 2;
    halves(sorted, from, middle, beaten);
    halves(sorted, middle, to, beaten);
    let alive = |a: usize, b: usize, beaten: &[bool]| (a..b).filter(|&i| !beaten[i]).collect::<Vec<_>>();
    let (upper, lower) = (alive(from, middle, beaten), alive(middle, to, beaten));
    strike(sorted, &upper, &lower, 1, beaten);
}

/// Marks every point of `lower` that some point of `upper` equals or beats from coordinate `d` on. On the
/// coordinates before, all of `upper` is known to be no worse than all of `lower`.
fn strike<W: Scalar, const M: usize>(points: &[[W; M]], upper: &[usize], lower: &[usize], d: usize, beaten: &mut [bool]) {
    if upper.is_empty() || lower.is_empty() {
        return;
    }
    if d == M {
        lower.iter().for_each(|&l| beaten[l] = true);
        return;
    }
    if upper.len() <= FEW || lower.len() <= FEW {
        for &l in lower {
            beaten[l] = beaten[l] || upper.iter().any(|&u| (d..M).all(|s| points[u][s] >= points[l][s]));
        }
        return;
    }
    if d + 1 == M {
        let best = upper.iter().map(|&u| &points[u][d]).max();
        lower.iter().filter(|&&l| best >= Some(&points[l][d])).for_each(|&l| beaten[l] = true);
        return;
    }
    if d + 2 == M {
        last_two(points, upper, lower, d, beaten);
        return;
    }
    let mut values: Vec<&W> = upper.iter().map(|&u| &points[u][d]).collect();
    values.sort_unstable();
    let least = values[0];
    // A value that splits `upper`; where there is none, all of it is equal here.
    let median = values[values.len() / 2];
    let at = if median > least { Some(median) } else { values.iter().find(|v| **v > least).copied() };
    let Some(at) = at else {
        let reached: Vec<usize> = lower.iter().copied().filter(|&l| points[l][d] <= *least).collect();
        strike(points, upper, &reached, d + 1, beaten);
        return;
    };
    let split = |all: &[usize]| all.iter().copied().partition::<Vec<usize>, _>(|&i| points[i][d] >= *at);
    let (upper_high, upper_low) = split(upper);
    let (lower_high, lower_low) = split(lower);
    strike(points, &upper_high, &lower_high, d, beaten);
    strike(points, &upper_low, &lower_low, d, beaten);
    // What is low cannot beat what is high; what is high is no worse than what is low here.
    strike(points, &upper_high, &lower_low, d + 1, beaten);
}

/// With two coordinates left: a sweep down the one, with the best so far on the other.
fn last_two<W: Scalar, const M: usize>(points: &[[W; M]], upper: &[usize], lower: &[usize], d: usize, beaten: &mut [bool]) {
    let falling = |all: &[usize]| {
        let mut all = all.to_vec();
        all.sort_unstable_by(|&a, &b| points[b][d].cmp(&points[a][d]));
        all
    };
    let (upper, lower) = (falling(upper), falling(lower));
    let mut next = upper.iter().peekable();
    let mut best: Option<&W> = None;
    for l in lower {
        while let Some(&u) = next.next_if(|&&u| points[u][d] >= points[l][d]) {
            best = best.max(Some(&points[u][d + 1]));
        }
        if best >= Some(&points[l][d + 1]) {
            beaten[l] = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn agree<const M: usize>(mut points: Vec<[i64; M]>) -> Result<(), TestCaseError> {
        points.sort_unstable_by(|a, b| b.cmp(a));
        points.dedup();
        let found = beaten(&points);
        for (i, p) in points.iter().enumerate() {
            let dominated = points.iter().any(|q| q != p && q.iter().zip(p).all(|(a, b)| a >= b));
            prop_assert_eq!(found[i], dominated, "point {:?}", p);
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn what_is_struck_is_what_something_dominates(
            four in prop::collection::vec(prop::array::uniform4(0_i64..12), 0..300),
            five in prop::collection::vec(prop::array::uniform5(0_i64..1000), 0..200),
            flat in prop::collection::vec(prop::array::uniform4(0_i64..3), 0..200),
        ) {
            agree(four)?;
            agree(five)?;
            agree(flat)?;
        }
    }
}
