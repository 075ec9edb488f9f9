//! Counts that must add up: what is stated ("48, of whom 20 are believed alive") against the list.

use super::Roster;
use crate::formats::columns::Column;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use terms::phrase::Phrase;

/// A total as stated, and what it is made up of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// All of them.
    pub total: u32,
    /// The column whose values the parts are.
    pub by: Column,
    /// Each part: the value and how many.
    pub parts: Vec<(String, u32)>,
    /// Whether the parts are said to be all ("20 alive and 28 dead") or some ("of whom 20").
    pub whole: bool,
}

/// How many entries have each value of a column; those without one under the empty text.
#[must_use]
pub fn tally(roster: &Roster, by: Column) -> BTreeMap<String, u32> {
    let mut out = BTreeMap::new();
    for e in &roster.entries {
        *out.entry(e.known.get(&by).cloned().unwrap_or_default()).or_default() += 1;
    }
    out
}

/// What does not add up: in the statement itself, then against the list where one is given.
#[must_use]
pub fn add_up(stated: &Stated, roster: Option<&Roster>) -> Vec<Phrase> {
    let mut out = Vec::new();
    let sum: u64 = stated.parts.iter().map(|(_, n)| u64::from(*n)).sum();
    let wrong = if stated.whole { sum != u64::from(stated.total) } else { sum > u64::from(stated.total) };
    if wrong {
        let sum = i64::try_from(sum).unwrap_or(i64::MAX);
        out.push(Phrase::new("exchange-count-parts").number("sum", sum).number("total", i64::from(stated.total)));
    }
    let Some(roster) = roster else { return out };
    let listed = i64::try_from(roster.entries.len()).unwrap_or(i64::MAX);
    if listed != i64::from(stated.total) {
        out.push(Phrase::new("exchange-count-total").number("listed", listed).number("total", i64::from(stated.total)));
    }
    let found = tally(roster, stated.by);
    for (value, n) in &stated.parts {
        let folded = terms::script::fold(value);
        let listed: u32 = found.iter().filter(|(v, _)| terms::script::fold(v) == folded).map(|(_, n)| *n).sum();
        if listed != *n {
            out.push(
                Phrase::new("exchange-count-part")
                    .name("part", value.clone())
                    .number("listed", i64::from(listed))
                    .number("stated", i64::from(*n)),
            );
        }
    }
    out
}

/// Where people were counted. The three are never summed with one another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "point", content = "gate", rename_all = "kebab-case")]
pub enum Point {
    /// What was approved.
    Approval,
    /// What was released.
    Release,
    /// What passed one gate, by its name.
    Gate(String),
}

/// What somebody counted somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// Where.
    #[serde(flatten)]
    pub at: Point,
    /// The living.
    pub people: u32,
    /// The remains; apart, never within the people.
    pub remains: u32,
}

/// Counts at the three points side by side; of one point the latest of each gate counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Points {
    /// Approved: people and remains.
    pub approved: Option<(u32, u32)>,
    /// Released.
    pub released: Option<(u32, u32)>,
    /// Passed each gate, by its name.
    pub gates: BTreeMap<String, (u32, u32)>,
}

impl Points {
    /// Takes counts in the order in which they were made.
    #[must_use]
    pub fn of<'a>(counts: impl Iterator<Item = &'a Counted>) -> Points {
        let mut out = Points::default();
        for c in counts {
            let n = (c.people, c.remains);
            match &c.at {
                Point::Approval => out.approved = Some(n),
                Point::Release => out.released = Some(n),
                Point::Gate(gate) => drop(out.gates.insert(gate.clone(), n)),
            }
        }
        out
    }

    /// What cannot be: more released than approved, more through the gates than released.
    #[must_use]
    pub fn faults(&self) -> Vec<Phrase> {
        let through = self.gates.values().fold((0u64, 0u64), |s, g| (s.0 + u64::from(g.0), s.1 + u64::from(g.1)));
        let wide = |n: Option<(u32, u32)>| n.map(|(a, b)| (u64::from(a), u64::from(b)));
        let through = (!self.gates.is_empty()).then_some(through);
        let mut out = Vec::new();
        let pairs = [
            (wide(self.released), wide(self.approved), "exchange-point-released-over"),
            (through, wide(self.released), "exchange-point-gates-over"),
        ];
        for (more, most, key) in pairs {
            let (Some(more), Some(most)) = (more, most) else { continue };
            for (n, of, what) in [(more.0, most.0, "exchange-point-people"), (more.1, most.1, "exchange-point-remains")] {
                if n > of {
                    let small = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
                    out.push(Phrase::new(key).key("what", what).number("n", small(n)).number("of", small(of)));
                }
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::Bounds;
    use crate::roster::import::import;

    #[test]
    fn forty_eight_of_whom_twenty() {
        let stated = |parts: &[(&str, u32)], whole| Stated {
            total: 48,
            by: Column::Status,
            parts: parts.iter().map(|(p, n)| ((*p).to_owned(), *n)).collect(),
            whole,
        };
        assert_eq!(add_up(&stated(&[("alive", 20)], false), None), []);
        assert_eq!(add_up(&stated(&[("alive", 20)], true), None).len(), 1);
        assert_eq!(add_up(&stated(&[("alive", 20), ("dead", 29)], false), None).len(), 1);
        let list = "name,status\n".to_owned() + &"Ann Low,Alive\n".repeat(20) + &"Ben Hill,dead\n".repeat(27);
        let list = import(list.as_bytes(), &Bounds::default()).unwrap_or_else(|e| panic!("{e:?}"));
        let keys: Vec<String> = add_up(&stated(&[("alive", 20), ("dead", 28)], true), Some(&list)).into_iter().map(|p| p.key).collect();
        assert_eq!(keys, ["exchange-count-total", "exchange-count-part"]);
    }

    #[test]
    fn counts_at_three_points_stay_apart() {
        let count = |at, people, remains| Counted { at, people, remains };
        let gate = |g: &str| Point::Gate(g.to_owned());
        let counts = [
            count(Point::Approval, 20, 4),
            count(Point::Release, 18, 4),
            count(gate("north"), 9, 0),
            count(gate("north"), 10, 1),
            count(gate("south"), 9, 2),
        ];
        let points = Points::of(counts.iter());
        assert_eq!(points.gates.values().copied().collect::<Vec<_>>(), [(10, 1), (9, 2)]);
        let keys: Vec<String> = points.faults().into_iter().map(|p| p.key).collect();
        assert_eq!(keys, ["exchange-point-gates-over"], "19 through the gates, 18 released; the remains do not make up for it");
        assert_eq!(Points::of(counts[..2].iter()).faults(), []);
    }
}
