//! A number as a source gives it: exact, or a range with an open end ("at least 10").

use serde::{Deserialize, Serialize};
use std::fmt;

/// From `low` to `high`, both included; `None` is an open end. At least one end is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Amount {
    /// The least.
    pub low: Option<i64>,
    /// The most.
    pub high: Option<i64>,
}

impl Amount {
    /// Exactly `n`.
    #[must_use]
    pub fn exact(n: i64) -> Self {
        Self { low: Some(n), high: Some(n) }
    }

    /// The one number it is, where it is one.
    #[must_use]
    pub fn value(self) -> Option<i64> {
        if self.low == self.high { self.low } else { None }
    }

    /// The number that stands in the words: of "at least 10", 10. `None` for a range of two.
    #[must_use]
    pub fn named(self) -> Option<i64> {
        match (self.low, self.high) {
            (Some(a), Some(b)) if a != b => None,
            (a, b) => a.or(b),
        }
    }

    /// Whether both could be one number.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        let above = |low: Option<i64>, high: Option<i64>| matches!((low, high), (Some(l), Some(h)) if l > h);
        !above(self.low, other.high) && !above(other.low, self.high)
    }

    /// Whether every number that it can be is greater than every one that `other` can be.
    #[must_use]
    pub fn surely_above(self, other: Self) -> bool {
        matches!((self.low, other.high), (Some(l), Some(h)) if l > h)
    }

    /// Reads a number as tables write it: `67,160`, `67 160`, `٦٧٬١٦٠`, `10+`, `>=10`, `at least 10`, `<=5`,
    /// `10-12`, `-3`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let folded = terms::script::fold(text.trim()).replace(['−', '‒', '–', '—'], "-");
        let t = folded.trim();
        for (mark, low) in
            [("at least", true), ("≥", true), (">=", true), ("at most", false), ("up to", false), ("≤", false), ("<=", false)]
        {
            if let Some(rest) = t.strip_prefix(mark) {
                let n = whole(rest)?;
                return Some(if low { Self { low: Some(n), high: None } } else { Self { low: None, high: Some(n) } });
            }
        }
        if let Some(rest) = t.strip_suffix('+') {
            return Some(Self { low: Some(whole(rest)?), high: None });
        }
        if let Some(n) = whole(t) {
            return Some(Self::exact(n));
        }
        let (a, b) = t.split_once('-').or_else(|| t.split_once(" to "))?;
        let (low, high) = (whole(a)?, whole(b)?);
        (low <= high).then_some(Self { low: Some(low), high: Some(high) })
    }
}

/// A whole number; separators only between groups of three digits.
fn whole(text: &str) -> Option<i64> {
    let text = text.trim();
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest.trim_start()));
    let groups: Vec<&str> = digits.split([',', '٬', '.', ' ', '\u{a0}', '\u{202f}', '_', '\'']).collect();
    let (first, rest) = groups.split_first()?;
    let all_digits = |g: &str| !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(first) || !rest.is_empty() && first.len() > 3 || rest.iter().any(|g| g.len() != 3 || !all_digits(g)) {
        return None;
    }
    let n: i64 = groups.concat().parse().ok()?;
    Some(if negative { -n } else { n })
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.low, self.high) {
            (Some(a), Some(b)) if a == b => write!(f, "{a}"),
            (Some(a), Some(b)) => write!(f, "{a}–{b}"),
            (Some(a), None) => write!(f, "≥{a}"),
            (None, Some(b)) => write!(f, "≤{b}"),
            (None, None) => f.write_str("?"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_offices_write_them() {
        let at_least = |n| Some(Amount { low: Some(n), high: None });
        for (text, want) in [
            ("67,160", Some(Amount::exact(67_160))),
            ("67 160", Some(Amount::exact(67_160))),
            ("67.160", Some(Amount::exact(67_160))),
            ("٦٧٬١٦٠", Some(Amount::exact(67_160))),
            ("10+", at_least(10)),
            (">= 10", at_least(10)),
            ("At least 67,160", at_least(67_160)),
            ("10–12", Some(Amount { low: Some(10), high: Some(12) })),
            ("-3", Some(Amount::exact(-3))),
            ("12-10", None),
            ("6,71", None),
            ("1.5", None),
            ("", None),
            ("many", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(Amount::read(text), want, "{text}");
        }
    }

    #[test]
    fn at_least_ten_is_met_by_twelve_and_not_by_nine() {
        let ten = Amount { low: Some(10), high: None };
        assert!(ten.meets(Amount::exact(12)) && !ten.meets(Amount::exact(9)));
        assert!(ten.surely_above(Amount::exact(9)) && !Amount::exact(12).surely_above(ten));
    }
}
