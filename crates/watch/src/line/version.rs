//! Versions of lines and zones, by name and day.

use crate::incident::Point;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A surface: a ring around it, and rings around its holes. Each ring ends where it began.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Polygon {
    /// The rings, the outer one first.
    pub rings: Vec<Vec<Point>>,
}

/// What is on the ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Geometry {
    /// One or more paths, each of at least two points.
    Line(Vec<Vec<Point>>),
    /// One or more surfaces.
    Zone(Vec<Polygon>),
}

/// A line or zone as one source gives it from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The name that the text uses.
    pub name: String,
    /// Who gave it.
    pub source: String,
    /// From when it is said to stand.
    pub date: Date,
    /// Where it is; `None` where nobody gave it.
    pub geometry: Option<Geometry>,
    /// What lies to the left of a line, in the direction of its points, or empty.
    pub left: String,
    /// What lies to the right of it, or empty.
    pub right: String,
    /// What stands beside it, or empty.
    pub note: String,
}

/// All versions by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines(BTreeMap<String, Vec<Version>>);

impl Lines {
    /// Adds a version. Two sources may give one name for one day; both stay.
    pub fn add(&mut self, version: Version) {
        let all = self.0.entry(version.name.clone()).or_default();
        let at = all.partition_point(|v| v.date <= version.date);
        all.insert(at, version);
    }

    /// Names that a text uses and of which nothing is known yet.
    pub fn name(&mut self, name: &str) {
        self.0.entry(name.to_owned()).or_default();
    }

    /// The versions of a name by date; of one date, in the order in which they came.
    #[must_use]
    pub fn versions(&self, name: &str) -> &[Version] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The versions that stand on a day: the latest of each source up to it, by source.
    #[must_use]
    pub fn on(&self, name: &str, day: Date) -> Vec<&Version> {
        let mut latest: BTreeMap<&str, &Version> = BTreeMap::new();
        for v in self.versions(name).iter().filter(|v| v.date <= day) {
            latest.insert(&v.source, v);
        }
        latest.into_values().collect()
    }

    /// Names of which no source has given a geometry by a day: to be listed, and not drawn.
    #[must_use]
    pub fn not_given(&self, day: Date) -> Vec<&str> {
        let given = |all: &[Version]| all.iter().any(|v| v.date <= day && v.geometry.is_some());
        self.0.iter().filter(|(_, all)| !given(all)).map(|(name, _)| name.as_str()).collect()
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
