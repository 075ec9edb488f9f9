//! Weighted voting games: who wins, how often a voter decides, which sets suffice.
//!
//! A game is a conjunction of thresholds over the voters' weights, so it is monotone: one more yes never
//! hurts. Counts come from the generating function of the weights, by dynamic programming (Mann and
//! Shapley, "Values of large games VI", RAND RM-3158, 1962); a voter is taken out of the product by
//! division rather than by building it again. All counts are exact.

use num_bigint::BigUint;
use num_traits::{One, Zero};
use std::ops::{AddAssign, SubAssign};

/// The most numbers that a count may hold at once.
const MOST_CELLS: usize = 8_000_000;

/// Games that are too wide for the table are counted one coalition at a time up to this many voters.
const MOST_BY_HAND: usize = 20;

/// How many sets are listed, and how many steps are spent on finding them.
const MOST_SETS: usize = 1_000;
const MOST_STEPS: usize = 2_000_000;

/// One threshold: the weights of the yes voters must reach it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threshold {
    /// Each voter's weight.
    pub weights: Vec<u64>,
    /// What is needed; 0 is always reached.
    pub need: u64,
}

/// A simple game: a set of voters wins if it reaches every threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Game {
    voters: usize,
    thresholds: Vec<Threshold>,
}

/// How often things happen among the 2^n ways that n voters can vote yes or no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// How many ways win.
    pub winning: BigUint,
    /// For each voter, and for each number of others who vote yes, in how many ways it decides.
    pub swings: Vec<Vec<BigUint>>,
}

/// Sets of voters by number, smallest first, none containing another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sets {
    /// The sets.
    pub sets: Vec<Vec<usize>>,
    /// Whether these are all.
    pub complete: bool,
}

impl Game {
    /// A game of `voters` voters. Thresholds that nothing is needed for are dropped; of two with the same
    /// weights the higher stays. Missing weights are 0.
    #[must_use]
    pub fn new(voters: usize, thresholds: Vec<Threshold>) -> Self {
        let mut kept: Vec<Threshold> = Vec::new();
        for mut t in thresholds.into_iter().filter(|t| t.need > 0) {
            t.weights.resize(voters, 0);
            match kept.iter_mut().find(|k| k.weights == t.weights) {
                Some(same) => same.need = same.need.max(t.need),
                None => kept.push(t),
            }
        }
        Self { voters, thresholds: kept }
    }

    /// How many voters there are.
    #[must_use]
    pub fn voters(&self) -> usize {
        self.voters
    }

    /// Whether these voters win: `yes[i]` for voter i.
    #[must_use]
    pub fn wins(&self, yes: &[bool]) -> bool {
        self.thresholds.iter().all(|t| {
            let sum: u128 = t.weights.iter().zip(yes).filter(|(_, y)| **y).map(|(w, _)| u128::from(*w)).sum();
            sum >= u128::from(t.need)
        })
    }

    /// Winning ways and swings, exactly. `None` where the game is too wide to count: several thresholds or
    /// very large weights with more than twenty voters.
    #[must_use]
    pub fn tally(&self) -> Option<Tally> {
        if let Some(counter) = Counter::<u128>::shape(self) {
            // Every count is at most 2^voters.
            return Some(if self.voters <= 120 { counter.tally(self) } else { Counter::<BigUint>::shape(self)?.tally(self) });
        }
        if self.voters <= MOST_BY_HAND { Some(self.tally_by_hand()) } else { None }
    }

    fn tally_by_hand(&self) -> Tally {
        let n = self.voters;
        let mut winning = BigUint::zero();
        let mut swings = vec![vec![0_u64; n.max(1)]; n];
        for mask in 0_u64..1 << n {
            let mut yes: Vec<bool> = (0..n).map(|i| mask >> i & 1 == 1).collect();
            if !self.wins(&yes) {
                continue;
            }
            winning += 1_u8;
            for i in (0..n).filter(|i| mask >> i & 1 == 1) {
                yes[i] = false;
                if !self.wins(&yes) {
                    swings[i][mask.count_ones() as usize - 1] += 1;
                }
                yes[i] = true;
            }
        }
        let swings = swings.into_iter().map(|s| s.into_iter().map(BigUint::from).collect()).collect();
        Tally { winning, swings }
    }

    /// How many winning sets are minimal: none of them could lose a voter. `None` where it cannot be
    /// counted: several thresholds with more than twenty voters.
    #[must_use]
    pub fn minimal_winning(&self) -> Option<BigUint> {
        match self.thresholds.as_slice() {
            [] => Some(BigUint::one()),
            [one] if one.need as usize <= MOST_CELLS => {
                // Each minimal set is counted at its lightest voter, the last of them in falling order.
                let need = one.need as usize;
                let mut weights: Vec<usize> = one.weights.iter().map(|w| usize::try_from(*w).unwrap_or(usize::MAX).min(need)).collect();
                weights.sort_unstable_by(|a, b| b.cmp(a));
                let mut ways = vec![BigUint::zero(); need];
                ways[0] = BigUint::one();
                let mut found = BigUint::zero();
                for w in weights {
                    found += ways[need - w..].iter().sum::<BigUint>();
                    for to in (w..need).rev() {
                        if w > 0 && !ways[to - w].is_zero() {
                            let add = ways[to - w].clone();
                            ways[to] += add;
                        }
                    }
                }
                Some(found)
            }
            _ if self.voters <= MOST_BY_HAND => {
                let n = self.voters;
                let minimal = (0_u64..1 << n).filter(|mask| {
                    let mut yes: Vec<bool> = (0..n).map(|i| mask >> i & 1 == 1).collect();
                    self.wins(&yes)
                        && (0..n).filter(|i| mask >> i & 1 == 1).all(|i| {
                            yes[i] = false;
                            let without = self.wins(&yes);
                            yes[i] = true;
                            !without
                        })
                });
                Some(BigUint::from(minimal.count()))
            }
            _ => None,
        }
    }

    /// The minimal sets whose yes carries it whatever the others do.
    #[must_use]
    pub fn sufficient(&self) -> Sets {
        minimal(self.voters, |set| self.wins(set))
    }

    /// The minimal sets whose no stops it whatever the others do.
    #[must_use]
    pub fn blocking(&self) -> Sets {
        minimal(self.voters, |set| !self.wins(&set.iter().map(|no| !no).collect::<Vec<_>>()))
    }
}

/// The minimal sets with a property that more members never spoil.
fn minimal(n: usize, has: impl Fn(&[bool]) -> bool) -> Sets {
    let mut found = Vec::new();
    let mut steps = 0;
    let mut set = vec![false; n];
    let complete = search(n, 0, &mut set, &has, &mut found, &mut steps);
    found.sort_by(|a: &Vec<usize>, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    Sets { sets: found, complete }
}

/// Decides voter after voter; cuts where the rest cannot help. False when it gave up.
fn search(
    n: usize,
    at: usize,
    set: &mut Vec<bool>,
    has: &impl Fn(&[bool]) -> bool,
    found: &mut Vec<Vec<usize>>,
    steps: &mut usize,
) -> bool {
    *steps += 1;
    if *steps > MOST_STEPS || found.len() >= MOST_SETS {
        return false;
    }
    if has(set) {
        let members: Vec<usize> = (0..n).filter(|&i| set[i]).collect();
        let needed = members.iter().all(|&i| {
            set[i] = false;
            let without = has(set);
            set[i] = true;
            !without
        });
        if needed {
            found.push(members);
        }
        return true;
    }
    let mut all = set.clone();
    all[at..].fill(true);
    if at == n || !has(&all) {
        return true;
    }
    set[at] = true;
    let with = search(n, at + 1, set, has, found, steps);
    set[at] = false;
    with && search(n, at + 1, set, has, found, steps)
}

/// Numbers to count with.
trait Count: Clone + Zero + One + for<'a> AddAssign<&'a Self> + for<'a> SubAssign<&'a Self> {
    fn unbounded(&self) -> BigUint;
}

impl Count for u128 {
    fn unbounded(&self) -> BigUint {
        BigUint::from(*self)
    }
}

impl Count for BigUint {
    fn unbounded(&self) -> BigUint {
        self.clone()
    }
}

/// Coalitions by weight on every threshold (a row) and by size (within the row). With one threshold only
/// the weights that lose are kept, since nothing else is asked.
struct Counter<N> {
    /// How many weights are kept on each threshold, and how many rows apart they lie.
    width: Vec<usize>,
    stride: Vec<usize>,
    sizes: usize,
    cells: Vec<N>,
}

impl<N: Count> Counter<N> {
    fn shape(game: &Game) -> Option<Self> {
        let sizes = game.voters + 1;
        let mut width = Vec::new();
        for t in &game.thresholds {
            let all: u64 = t.weights.iter().try_fold(0_u64, |sum, w| sum.checked_add(*w))?;
            let wide = if game.thresholds.len() == 1 { t.need } else { all.checked_add(1)? };
            width.push(usize::try_from(wide).ok()?);
        }
        let mut rows = 1_usize;
        let mut stride = Vec::new();
        for w in &width {
            stride.push(rows);
            rows = rows.checked_mul(*w)?;
        }
        let cells = rows.checked_mul(sizes)?;
        if cells > MOST_CELLS { None } else { Some(Self { width, stride, sizes, cells: vec![N::zero(); cells] }) }
    }

    /// The rows that hold coalitions with a voter in them, lowest first, and how many rows lower the same
    /// coalition without the voter lies.
    fn joined(&self, game: &Game, voter: usize) -> (Vec<usize>, usize) {
        let weights: Vec<usize> = game.thresholds.iter().map(|t| usize::try_from(t.weights[voter]).unwrap_or(usize::MAX)).collect();
        if weights.iter().zip(&self.width).any(|(w, wide)| w >= wide) {
            return (Vec::new(), 0);
        }
        let step = weights.iter().zip(&self.stride).map(|(w, s)| w * s).sum();
        let rows = self.cells.len() / self.sizes;
        let holds = |row: &usize| weights.iter().zip(self.stride.iter().zip(&self.width)).all(|(w, (s, wide))| row / s % wide >= *w);
        ((step..rows).filter(holds).collect(), step)
    }

    fn tally(mut self, game: &Game) -> Tally {
        let n = self.sizes;
        self.cells[0] = N::one();
        for voter in 0..game.voters {
            let (rows, step) = self.joined(game, voter);
            for row in rows.into_iter().rev() {
                if step == 0 {
                    let cells = &mut self.cells[row * n..(row + 1) * n];
                    for size in (1..n).rev() {
                        let (low, high) = cells.split_at_mut(size);
                        high[0] += &low[size - 1];
                    }
                } else {
                    let (low, high) = self.cells.split_at_mut(row * n);
                    let from = &low[(row - step) * n..(row - step) * n + n - 1];
                    high[1..n].iter_mut().zip(from).for_each(|(to, from)| *to += from);
                }
            }
        }
        let mut counted = [BigUint::zero(), BigUint::zero()];
        for (row, cells) in self.cells.chunks(n).enumerate() {
            let wins = usize::from(self.reaches(game, row, None));
            cells.iter().filter(|c| !c.is_zero()).for_each(|c| counted[wins] += c.unbounded());
        }
        let [losing, winning] = counted;
        // One threshold keeps only what loses.
        let winning = if game.thresholds.len() == 1 { (BigUint::one() << game.voters) - losing } else { winning };
        let mut swings: Vec<Vec<BigUint>> = Vec::with_capacity(game.voters);
        for voter in 0..game.voters {
            let same = |o: &usize| game.thresholds.iter().all(|t| t.weights[*o] == t.weights[voter]);
            match (0..voter).find(same) {
                Some(twin) => swings.push(swings[twin].clone()),
                None => swings.push(self.swings_of(game, voter)),
            }
        }
        Tally { winning, swings }
    }

    fn swings_of(&self, game: &Game, voter: usize) -> Vec<BigUint> {
        let n = self.sizes;
        let mut others = self.cells.clone();
        let (rows, step) = self.joined(game, voter);
        for row in rows {
            if step == 0 {
                let cells = &mut others[row * n..(row + 1) * n];
                for size in 1..n {
                    let (low, high) = cells.split_at_mut(size);
                    high[0] -= &low[size - 1];
                }
            } else {
                let (low, high) = others.split_at_mut(row * n);
                let from = &low[(row - step) * n..(row - step) * n + n - 1];
                high[1..n].iter_mut().zip(from).for_each(|(to, from)| *to -= from);
            }
        }
        let mut by_size = vec![N::zero(); n];
        for (row, cells) in others.chunks(n).enumerate() {
            if !self.reaches(game, row, None) && self.reaches(game, row, Some(voter)) {
                by_size.iter_mut().zip(cells).for_each(|(sum, c)| *sum += c);
            }
        }
        by_size.truncate(game.voters.max(1));
        by_size.iter().map(Count::unbounded).collect()
    }

    /// Whether the coalitions of a row win, with `voter` joined if any.
    fn reaches(&self, game: &Game, row: usize, voter: Option<usize>) -> bool {
        game.thresholds.iter().zip(self.stride.iter().zip(&self.width)).all(|(t, (stride, wide))| {
            let held = (row / stride % wide) as u64;
            held.saturating_add(voter.map_or(0, |v| t.weights[v])) >= t.need
        })
    }
}
