//! Drawings of an agreement as plain values: what stands where, in no colour and no language.
//!
//! A [`Picture`] is made from the same model that the checks read, under one choice of the brackets:
//! the [`Timeline`] of earliest and latest times, the [`OrderMap`] of what waits for what, the
//! [`Exposure`] of what each side has given and received, the [`CoverMap`] of who answers for which
//! duty. [`of_finding`] is the part of one that a finding is about. Every picture has its
//! [`Table`], which says the same in rows. Labels are the text's own words or phrases; how wide,
//! where and in which direction they are drawn is the printer's affair.

mod cover;
mod exposure;
mod finding;
mod label;
mod order;
mod table;
mod timeline;

pub use cover::{Answer, Answering, CoverMap, Covered, Hold, PlaceHeld};
pub use exposure::{Exposure, Move};
pub use finding::of_finding;
pub use label::Label;
pub use order::{Arrow, Lane, Node, NodeKind, OrderMap, Why};
pub use table::Table;
pub use timeline::{Band, Line, LineKind, Mark, Timeline};

use crate::model::{Choices, Model};
use crate::tree::Tree;
use terms::phrase::Phrase;

/// What a drawing shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Phases and obligations on one axis of time.
    Timeline,
    /// What waits for what.
    Order,
    /// What each side has given and received after each step.
    Exposure,
    /// Who verifies, answers for and guarantees each duty.
    Cover,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 4] = [Kind::Timeline, Kind::Order, Kind::Exposure, Kind::Cover];

    /// Its word on the command line and in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Kind::Timeline => "timeline",
            Kind::Order => "order",
            Kind::Exposure => "exposure",
            Kind::Cover => "cover",
        }
    }

    /// Its title.
    #[must_use]
    pub fn title(self) -> Phrase {
        match self {
            Kind::Timeline => Phrase::new("accord-draw-timeline"),
            Kind::Order => Phrase::new("accord-draw-order"),
            Kind::Exposure => Phrase::new("accord-draw-exposure"),
            Kind::Cover => Phrase::new("accord-draw-cover"),
        }
    }
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    /// Phases and obligations on one axis of time.
    Timeline(Timeline),
    /// What waits for what.
    Order(OrderMap),
    /// What each side has given and received.
    Exposure(Exposure),
    /// Who answers for what.
    Cover(CoverMap),
}

impl Picture {
    /// What it shows.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Picture::Timeline(_) => Kind::Timeline,
            Picture::Order(_) => Kind::Order,
            Picture::Exposure(_) => Kind::Exposure,
            Picture::Cover(_) => Kind::Cover,
        }
    }

    /// The one sentence that says what is to be seen: for those who hear the picture and under it.
    #[must_use]
    pub fn says(&self) -> Phrase {
        match self {
            Picture::Timeline(t) => t.says(),
            Picture::Order(o) => o.says(),
            Picture::Exposure(e) => e.says(),
            Picture::Cover(c) => c.says(),
        }
    }

    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Picture::Timeline(t) => t.lines.is_empty(),
            Picture::Order(o) => o.nodes.is_empty(),
            Picture::Exposure(e) => e.moves.is_empty(),
            Picture::Cover(c) => c.rows.is_empty() && c.places.is_empty(),
        }
    }

    /// The same in rows.
    #[must_use]
    pub fn table(&self) -> Table {
        table::of(self)
    }
}

/// Draws an agreement under one choice of its brackets; a group without a choice takes its first letter.
#[must_use]
pub fn picture(tree: &Tree, choices: &Choices, kind: Kind) -> Picture {
    let (m, _) = Model::build(tree, choices);
    match kind {
        Kind::Timeline => Picture::Timeline(timeline::draw(tree, &m)),
        Kind::Order => Picture::Order(order::draw(tree, &m)),
        Kind::Exposure => Picture::Exposure(exposure::draw(tree, &m)),
        Kind::Cover => Picture::Cover(cover::draw(tree, &m)),
    }
}

#[cfg(test)]
mod tests;
