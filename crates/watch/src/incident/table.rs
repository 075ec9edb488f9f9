//! A table of incidents, column by column: a million of them fit in memory and are looked through in
//! a blink.

use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A place in millionths of a degree (WGS 84).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// Latitude, -90,000,000 to 90,000,000; north is above nought.
    pub lat: i32,
    /// Longitude, -180,000,000 to 180,000,000; east is above nought.
    pub lon: i32,
}

/// Words that come again and again, each kept once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    words: Vec<Box<str>>,
    places: BTreeMap<Box<str>, u32>,
}

impl Names {
    /// The number of a word, a new one if it is new.
    pub(super) fn take(&mut self, word: &str) -> u32 {
        if let Some(n) = self.places.get(word) {
            return *n;
        }
        let n = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.push(word.into());
        self.places.insert(word.into(), n);
        n
    }

    /// The number of a word that is there.
    #[must_use]
    pub fn number(&self, word: &str) -> Option<u32> {
        self.places.get(word).copied()
    }

    /// The word of a number.
    #[must_use]
    pub fn word(&self, n: u32) -> &str {
        self.words.get(n as usize).map_or("", |w| w)
    }

    /// All words in their order, without their numbers.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(|w| &**w)
    }
}

/// A stretch of the table's text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) start: u64,
    pub(super) len: u32,
}

/// One row. Words are numbers of [`Incidents::names`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Days since 1 January 1970.
    pub(super) day: i32,
    /// Minutes of the day; -1 where the hour is not stated.
    pub(super) minute: i16,
    pub(super) kind: u32,
    pub(super) sub: u32,
    pub(super) actor: u32,
    pub(super) other: u32,
    pub(super) place: u32,
    pub(super) area: u32,
    pub(super) source: u32,
    pub(super) point: Option<Point>,
    /// -1 where not stated.
    pub(super) killed: i32,
    pub(super) id: Stretch,
    pub(super) notes: Stretch,
    pub(super) line: u32,
}

/// Many incidents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Incidents {
    pub(super) rows: Vec<Row>,
    pub(super) text: String,
    /// The words of kinds, actors, places and sources.
    pub names: Names,
}

/// One incident as its report has it; borrowed from the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Incident<'a> {
    /// The report's own number, or empty.
    pub id: &'a str,
    /// The day.
    pub day: Date,
    /// Minutes of the day, 0 to 1,439; none where the hour is not stated.
    pub minute: Option<u16>,
    /// What is said to have happened.
    pub kind: &'a str,
    /// More nearly.
    pub sub: &'a str,
    /// Who is said to have done it, as the report names them.
    pub actor: &'a str,
    /// To whom, or with whom.
    pub other: &'a str,
    /// Where.
    pub place: &'a str,
    /// In which district.
    pub area: &'a str,
    /// Where, measured.
    pub point: Option<Point>,
    /// How many were killed; none where it is not stated.
    pub killed: Option<u32>,
    /// Who reports it.
    pub source: &'a str,
    /// The report's words.
    pub notes: &'a str,
    /// The line of the file that it came from.
    pub line: usize,
}

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// A date as days since 1 January 1970.
#[must_use]
pub(super) fn day_number(date: Date) -> i32 {
    EPOCH.until(date).map_or(0, |s| s.get_days())
}

/// The date of such a number.
#[must_use]
pub(super) fn date_of(day: i32) -> Date {
    EPOCH.saturating_add(i64::from(day).days())
}

impl Incidents {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The incident at a place in the table.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<Incident<'_>> {
        let r = self.rows.get(at)?;
        let cut = |s: Stretch| {
            let start = usize::try_from(s.start).unwrap_or(usize::MAX);
            self.text.get(start..start.saturating_add(s.len as usize)).unwrap_or("")
        };
        Some(Incident {
            id: cut(r.id),
            day: date_of(r.day),
            minute: u16::try_from(r.minute).ok(),
            kind: self.names.word(r.kind),
            sub: self.names.word(r.sub),
            actor: self.names.word(r.actor),
            other: self.names.word(r.other),
            place: self.names.word(r.place),
            area: self.names.word(r.area),
            point: r.point,
            killed: u32::try_from(r.killed).ok(),
            source: self.names.word(r.source),
            notes: cut(r.notes),
            line: r.line as usize,
        })
    }

    /// All of them in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = Incident<'_>> {
        (0..self.rows.len()).filter_map(|i| self.get(i))
    }

    /// Keeps a text and says where it is.
    pub(super) fn keep(&mut self, text: &str) -> Stretch {
        let start = self.text.len() as u64;
        self.text.push_str(text);
        Stretch { start, len: u32::try_from(text.len()).unwrap_or(u32::MAX) }
    }
}
