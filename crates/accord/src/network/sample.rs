//! Networks from a seed, for tests and measurements: one walk through time with slack around it.

use super::Stnu;

/// A small generator (xorshift) so that a seed means the same network everywhere.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }
    /// A whole number from `low` to `high`, both included.
    pub(crate) fn range(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high - low + 1).unwrap_or(1);
        low + i64::try_from(self.next() % width).unwrap_or(0)
    }
}

/// A network of `points` points, a tenth of them contingent, that is controllable when `slack` is 0
/// or more and is not when it is negative: several lanes of steps, each step a requirement or a
/// contingent link, with a deadline for each lane that leaves exactly `slack` minutes at the worst.
#[must_use]
pub fn sample(points: usize, seed: u64, slack: i64) -> Stnu {
    let mut dice = Dice::new(seed);
    let mut net = Stnu::default();
    net.points.push("Z".to_owned());
    let lanes = (points / 50).max(1);
    let per = (points - 1) / lanes;
    for lane in 0..lanes {
        let mut last = 0usize;
        let mut worst = 0i64;
        for k in 0..per {
            let p = net.points.len();
            net.points.push(format!("p{p}"));
            let source = format!("s{p}");
            if k % 10 == 9 {
                let low = dice.range(1, 10);
                let high = low + dice.range(1, 30);
                net.contingent(last, p, low, high, &source);
                worst += high;
            } else {
                let low = dice.range(0, 5);
                net.require(last, p, Some(low), Some(low + dice.range(20, 200)), &source);
                worst += low;
            }
            // A look across to an earlier point of the network, always kept.
            if k > 3 && dice.range(0, 2) == 0 {
                let back = usize::try_from(dice.range(1, 3)).unwrap_or(1);
                net.require(p - back, p, Some(0), Some(100_000), &source);
            }
            last = p;
        }
        if per > 0 {
            let give = if lane == 0 { slack } else { slack.abs() + 5 };
            net.require(0, last, None, Some(worst + give), &format!("deadline {lane}"));
        }
    }
    net
}
