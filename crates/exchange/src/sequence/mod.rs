//! The order in which two sides can give, so that neither gains by walking away half-way.
//!
//! Each side gives items to the other; an item costs its giver `c` (leverage lost) and is worth `v`
//! to its receiver. With some delivered, what completing is still worth to A is R_A = Σ v of what B
//! still owes − Σ c of what A still owes, and B's likewise. D_A and D_B are what a side loses by
//! walking away. A state is safe when R_A ≥ −D_A and R_B ≥ −D_B; a plan is an order whose every
//! prefix, the empty one included, is safe.
//!
//! * [`divisible`]: one side's items against a payment that can be split: exact, O(n log n).
//! * [`reach`]: both sides' items in classes of like ones: exact reachability over counts.
//! * [`planner`]: whether a safe order exists, the least guarantee per side, the order of least
//!   peak exposure, exposure after each step, how far opinions may err; a proven bound where the
//!   exact search is too large.
//! * [`schedule`]: the steps on days, within capacities and the agreement's clock.
//!
//! Every answer says whether it is exact or a bound; there is no guess. All numbers are whole.
//! Sources: Sandholm and Lesser (1995); Sandholm and Ferrandon (ICMAS 2000), "Safe exchange
//! planner"; Matsubara and Yokoo (2002).

pub mod divisible;
pub mod planner;
pub mod reach;
pub mod schedule;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

/// One of the two sides, by its place in the file; neither comes first in any other sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The one named first.
    A,
    /// The other.
    B,
}

impl Side {
    /// Both.
    pub const BOTH: [Side; 2] = [Side::A, Side::B];

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Side {
        match self {
            Side::A => Side::B,
            Side::B => Side::A,
        }
    }

    /// Its place: 0 or 1.
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Side::A => 0,
            Side::B => 1,
        }
    }
}

/// An opinion of a worth: from `low` to `high`, in the unit of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// At least.
    pub low: i64,
    /// At most.
    pub high: i64,
}

impl Range {
    /// A worth that all agree on.
    #[must_use]
    pub const fn of(worth: i64) -> Range {
        Range { low: worth, high: worth }
    }
}

/// Like items of one side: people of one class, lorries, stretches of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class {
    /// What they are called.
    pub name: String,
    /// Who gives them.
    pub giver: Side,
    /// How many there are.
    pub count: u32,
    /// What giving one costs the giver, 0 or more.
    pub cost: Range,
    /// What receiving one is worth to the receiver, 0 or more.
    pub value: Range,
    /// Whether what was given can be taken back.
    pub can_be_undone: bool,
    /// Classes, by place, that must be complete before the first of this one moves.
    pub after: Vec<usize>,
}

/// How many of each side may move together as one step under a neutral verifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joint {
    /// Of A, at most.
    pub a: u32,
    /// Of B, at most.
    pub b: u32,
}

/// What is to be exchanged, and on what terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// The sides' names.
    pub names: [String; 2],
    /// What each side gives.
    pub classes: Vec<Class>,
    /// What each side loses by walking away: reputation, a guarantor's penalty, a deposit.
    pub guarantee: [i64; 2],
    /// Joint steps, where a verifier can make them.
    pub joint: Option<Joint>,
}

/// Why an exchange cannot be planned as given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// A worth or a guarantee below nought, or a range the wrong way round; the class, where it is one.
    Worth(Option<usize>),
    /// Sums beyond what is reckoned exactly.
    TooLarge,
    /// A class that waits for itself, directly or round a circle.
    Circle(usize),
    /// A class named in `after` that does not exist.
    Unknown(usize),
}

impl Exchange {
    /// Checks that the exchange can be planned.
    ///
    /// # Errors
    /// The first thing that stands against it.
    pub fn check(&self) -> Result<(), Fault> {
        let good = |r: Range| 0 <= r.low && r.low <= r.high;
        let mut sum = 0i128;
        for (i, c) in self.classes.iter().enumerate() {
            if !good(c.cost) || !good(c.value) {
                return Err(Fault::Worth(Some(i)));
            }
            if c.after.iter().any(|p| *p >= self.classes.len()) {
                return Err(Fault::Unknown(i));
            }
            sum += i128::from(c.count) * (i128::from(c.cost.high) + i128::from(c.value.high));
        }
        if self.guarantee.iter().any(|d| *d < 0) {
            return Err(Fault::Worth(None));
        }
        if sum + self.guarantee.iter().map(|d| i128::from(*d)).sum::<i128>() > i128::from(i64::MAX / 8) {
            return Err(Fault::TooLarge);
        }
        let mut ready = vec![false; self.classes.len()];
        loop {
            let next = (0..ready.len()).find(|i| !ready[*i] && self.classes[*i].after.iter().all(|p| ready[*p]));
            match next {
                Some(i) => ready[i] = true,
                None => return ready.iter().position(|r| !r).map_or(Ok(()), |i| Err(Fault::Circle(i))),
            }
        }
    }

    /// The worths that are worst for keeping both at the table: costs at their highest, values at
    /// their lowest. What is safe at these is safe at every worth within the ranges.
    #[must_use]
    pub fn at_worst(&self) -> Vec<(i64, i64)> {
        self.classes.iter().map(|c| (c.cost.high, c.value.low)).collect()
    }

    /// The worths that are best for it.
    #[must_use]
    pub fn at_best(&self) -> Vec<(i64, i64)> {
        self.classes.iter().map(|c| (c.cost.low, c.value.high)).collect()
    }
}

/// One step: how many of each class move together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Class by place, and how many; none is nought.
    pub moves: Vec<(usize, u32)>,
}
