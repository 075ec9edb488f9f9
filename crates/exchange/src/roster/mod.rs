//! A roster: a list of people that an exchange or a release is about.
//!
//! [`import`] turns a table into entries, names every row that cannot be one and keeps the rest;
//! [`compare`] sets two versions of a list side by side, entry by entry; [`counts`] checks that
//! stated totals add up; [`life`] is what can become of an entry.
//!
//! A list is its side's own until conveyed; what is worked out from both lists is for mediators.

mod compare;
pub mod counts;
pub mod export;
pub mod import;
pub mod life;

pub use compare::{Change, Comparison, compare};

use crate::formats::columns::Column;
use crate::matching::{Facts, Sex};
use crate::spelling::dates::BirthDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use terms::phrase::Phrase;

terms::ladder! {
    /// What a list is of.
    ListKind, "exchange-list" {
        /// The living, or people whose fate is claimed.
        People = "people",
        /// Remains: a list of their own, that a matching name never closes.
        Remains = "remains",
    }
}

/// One person on a list, as the list says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The row of the file, from 1.
    pub row: usize,
    /// The known columns that hold anything, as written.
    pub known: BTreeMap<Column, String>,
    /// The other columns: heading and text.
    pub more: Vec<(String, String)>,
    /// The birth date, where it can be read.
    pub born: Option<BirthDate>,
    /// The sex, where it can be read.
    pub sex: Option<Sex>,
}

impl Entry {
    /// The list's own number of the entry, or the row's where it has none.
    #[must_use]
    pub fn id(&self) -> String {
        self.known.get(&Column::Id).cloned().unwrap_or_else(|| self.row.to_string())
    }

    /// The name to show: in the list's own column, else in any script.
    #[must_use]
    pub fn name(&self) -> &str {
        self.known.iter().find(|(c, _)| c.is_name()).map_or("", |(_, n)| n)
    }

    /// What the matching looks at.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let get = |c: Column| self.known.get(&c).cloned();
        Facts {
            names: self.known.iter().filter(|(c, _)| c.is_name()).map(|(_, n)| n.clone()).collect(),
            father: get(Column::Father),
            born: self.born,
            sex: self.sex,
            place: get(Column::Place),
            documents: get(Column::Document).into_iter().collect(),
        }
    }
}

/// The names by which a list's entries are known from version to version, in order: the list's own
/// number where it has one, else the names and the birth date, and which of several such.
#[must_use]
pub fn keys(entries: &[Entry]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    entries
        .iter()
        .map(|e| {
            if let Some(id) = e.known.get(&Column::Id) {
                return ["#", id.trim()].concat();
            }
            let names: Vec<String> = e.known.iter().filter(|(c, _)| c.is_name()).map(|(_, n)| terms::script::fold(n)).collect();
            let born = e.born.map(BirthDate::iso).unwrap_or_default();
            let key = [&names.join("|"), "/", &born].concat();
            let before = seen.entry(key.clone()).or_default();
            *before += 1;
            if *before == 1 { key } else { [&key, "/", &before.to_string()].concat() }
        })
        .collect()
}

/// A row that could not be an entry, or something in one that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// The row of the file, from 1.
    pub row: usize,
    /// What is the matter.
    pub why: Phrase,
}

/// A list, imported.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    /// The entries in the order of the file.
    pub entries: Vec<Entry>,
    /// Rows kept out, each with its reason.
    pub bad: Vec<Remark>,
    /// Rows that were kept although something in them could not be read, or that look like another.
    pub doubts: Vec<Remark>,
    /// The headings as written.
    pub head: Vec<String>,
    /// How the file was written.
    pub encoding: String,
    /// Whether the sheet runs from right to left.
    pub right_to_left: bool,
    /// Whether rows were left unread because there were too many.
    pub cut: bool,
}
