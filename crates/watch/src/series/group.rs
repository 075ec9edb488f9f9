//! Figures in series: one series a source and matter, one lane a kind and class of window.

use super::figure::{About, Figure};
use super::kind::Kind;
use super::window::Class;
use std::collections::BTreeMap;

/// All that one source says of one matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Who counts what.
    pub about: About,
    /// Its lanes, in the order of kinds and windows.
    pub lanes: Vec<Lane>,
}

/// Figures of one kind that count windows of one class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// The kind.
    pub kind: Kind,
    /// The class of the windows.
    pub class: Class,
    /// The figures' places in the list they came from, by date, then in the order given.
    pub figures: Vec<usize>,
}

impl Series {
    /// How many figures it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lanes.iter().map(|l| l.figures.len()).sum()
    }

    /// Whether it has none; one that was grouped has at least one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The running totals.
    #[must_use]
    pub fn totals(&self) -> &[usize] {
        self.lanes.iter().find(|l| l.kind == Kind::Total && l.class == Class::Whole).map_or(&[], |l| &l.figures)
    }
}

/// Groups figures; the series in the order of their matter, then of their source.
#[must_use]
pub fn group(figures: &[Figure]) -> Vec<Series> {
    let mut all: BTreeMap<(&str, &str, &str, &str), BTreeMap<(Kind, Class), Vec<usize>>> = BTreeMap::new();
    for (i, f) in figures.iter().enumerate() {
        let a = &f.about;
        let lanes = all.entry((&a.counted, &a.subset, &a.place, &a.source)).or_default();
        lanes.entry((f.kind, f.window.class())).or_default().push(i);
    }
    all.into_iter()
        .map(|((counted, subset, place, source), lanes)| Series {
            about: About { source: source.to_owned(), counted: counted.to_owned(), subset: subset.to_owned(), place: place.to_owned() },
            lanes: lanes
                .into_iter()
                .map(|((kind, class), mut at)| {
                    at.sort_by_key(|i| (figures[*i].window.last(), figures[*i].window.first(), *i));
                    Lane { kind, class, figures: at }
                })
                .collect(),
        })
        .collect()
}
