//! What kind of count a figure is. Kinds are never added to one another, except that a report's own
//! parts are compared with its own whole.

use serde::{Deserialize, Serialize};

terms::ladder! {
    /// A kind of count.
    Kind, "watch-kind" {
        /// What a report says came to be counted in its window, not broken down.
        Count = "count",
        /// Happened in the window.
        New = "new",
        /// Died before the window, found in it.
        Recovered = "recovered",
        /// Wounded before the window, died in it.
        DiedOfWounds = "died-of-wounds",
        /// Happened before the window and entered now, by a committee or a registry.
        AddedLate = "added-late",
        /// A correction of earlier counting; may be below nought.
        Corrected = "corrected",
        /// A running total.
        Total = "total",
        /// How many there are at a time: people held, people displaced.
        Stock = "stock",
    }
}

impl Kind {
    /// The parts of a report's own number, in the order in which they are told.
    pub const PARTS: [Kind; 5] = [Kind::New, Kind::Recovered, Kind::DiedOfWounds, Kind::AddedLate, Kind::Corrected];

    /// Whether it is a part of a report's own number.
    #[must_use]
    pub fn is_part(self) -> bool {
        Kind::PARTS.contains(&self)
    }

    /// Whether it counts what came in a window, and not what there is at a moment.
    #[must_use]
    pub fn is_increment(self) -> bool {
        self == Kind::Count || self.is_part()
    }

    /// The kind that a table's word names: its code, or a word that tables use for it.
    #[must_use]
    pub fn named(word: &str) -> Option<Kind> {
        let folded: String = terms::script::fold(word).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let words = terms::script::squeezed(&folded);
        Some(match words.as_str() {
            "count" | "increment" | "own" | "day" | "daily" | "reported" => Kind::Count,
            "new" | "new deaths" | "truce new" => Kind::New,
            "recovered" | "recovered bodies" | "retrieved" => Kind::Recovered,
            "died of wounds" | "succumbed" | "died later" => Kind::DiedOfWounds,
            "added late" | "added later" | "late" | "committee" | "added by committee" | "retroactive" => Kind::AddedLate,
            "corrected" | "correction" | "removed" => Kind::Corrected,
            "total" | "cumulative" | "cum" | "running total" => Kind::Total,
            "stock" | "held" | "present" => Kind::Stock,
            _ => return None,
        })
    }
}
