//! Incidents from a CSV: ACLED's columns as they are, or those of our form.
//!
//! Separated text of RFC 4180 in UTF-8, comma or semicolon. Known headings are taken, in any order; the others are
//! named. A row that cannot be used is named with its line and left out.

use super::table::{Incidents, Point, Row, day_number};
use jiff::civil::Date;
use std::collections::BTreeMap;
use terms::phrase::Phrase;

/// A column that is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Id,
    Date,
    Time,
    Kind,
    Sub,
    Actor,
    Other,
    Place,
    Area,
    Lat,
    Lon,
    Killed,
    Source,
    Notes,
}

fn column(heading: &str) -> Option<Column> {
    Some(match heading.trim().trim_start_matches('\u{feff}').to_ascii_lowercase().as_str() {
        "event_id_cnty" | "id" => Column::Id,
        "event_date" | "date" => Column::Date,
        "time" => Column::Time,
        "event_type" | "kind" => Column::Kind,
        "sub_event_type" | "sub_kind" => Column::Sub,
        "actor1" | "actor" | "by" => Column::Actor,
        "actor2" | "other" | "against" => Column::Other,
        "location" | "place" => Column::Place,
        "admin1" | "area" | "district" => Column::Area,
        "latitude" | "lat" => Column::Lat,
        "longitude" | "lon" => Column::Lon,
        "fatalities" | "killed" => Column::Killed,
        "source" => Column::Source,
        "notes" | "what" => Column::Notes,
        _ => return None,
    })
}

/// A row or a file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: Phrase,
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// The incidents.
    pub incidents: Incidents,
    /// Rows that were left out: the first thousand.
    pub faults: Vec<Fault>,
    /// How many rows were left out.
    pub left_out: usize,
    /// Headings that are not understood; their cells are not kept.
    pub unknown: Vec<String>,
}

/// Faults that are named one by one.
const NAMED: usize = 1_000;

/// Reads a CSV.
///
/// # Errors
/// When it has no heading row with a date and a kind or a text of what happened, or is no text.
pub fn read(bytes: &[u8]) -> Result<Read, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|e| {
        let line = bytes.iter().take(e.valid_up_to()).filter(|b| **b == b'\n').count() + 1;
        Fault { line, what: Phrase::new("watch-incident-utf8") }
    })?;
    let text = text.trim_start_matches('\u{feff}');
    let first = text.split('\n').next().unwrap_or_default();
    let separator = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut cells = Cells { text, at: 0, line: 1, separator };
    let mut row: Vec<Cell<'_>> = Vec::new();
    if cells.next_row(&mut row).is_none() {
        return Err(Fault { line: 1, what: Phrase::new("watch-incident-empty") });
    }
    let mut at: BTreeMap<Column, usize> = BTreeMap::new();
    let mut out = Read::default();
    for (i, cell) in row.iter().enumerate() {
        let heading = cell.get();
        match column(&heading) {
            // ACLED has further columns of the same meaning; the first stands.
            Some(c) => {
                at.entry(c).or_insert(i);
            }
            None => out.unknown.push(heading.into_owned()),
        }
    }
    if !at.contains_key(&Column::Date) || !(at.contains_key(&Column::Kind) || at.contains_key(&Column::Notes)) {
        return Err(Fault { line: 1, what: Phrase::new("watch-incident-columns") });
    }
    out.incidents.rows.reserve(text.len() / 400);
    while let Some(line) = cells.next_row(&mut row) {
        if row.iter().all(|c| c.raw.is_empty()) {
            continue;
        }
        if let Err(what) = take(&mut out.incidents, &at, &row, line) {
            out.left_out += 1;
            if out.faults.len() < NAMED {
                out.faults.push(Fault { line, what });
            }
        }
    }
    Ok(out)
}

fn take(all: &mut Incidents, at: &BTreeMap<Column, usize>, row: &[Cell<'_>], line: usize) -> Result<(), Phrase> {
    let cell = |c: Column| at.get(&c).and_then(|i| row.get(*i)).map_or_else(Default::default, |c| c.get());
    let text = cell(Column::Date);
    let day = date(text.trim()).ok_or_else(|| Phrase::new("watch-incident-date").name("text", text.trim()))?;
    let time = cell(Column::Time);
    let minute = match time.trim() {
        "" => -1,
        t => clock(t).ok_or_else(|| Phrase::new("watch-incident-time").name("text", t))?,
    };
    let (lat, lon) = (cell(Column::Lat), cell(Column::Lon));
    let point = match (lat.trim(), lon.trim()) {
        ("", "") => None,
        (a, b) => {
            let bad = || Phrase::new("watch-incident-point").name("lat", a).name("lon", b);
            let lat = millionths(a).filter(|n| n.abs() <= 90_000_000).ok_or_else(bad)?;
            Some(Point { lat, lon: millionths(b).filter(|n| n.abs() <= 180_000_000).ok_or_else(bad)? })
        }
    };
    let killed = match cell(Column::Killed).trim() {
        "" => -1,
        t => t.parse::<i32>().ok().filter(|n| *n >= 0).ok_or_else(|| Phrase::new("watch-incident-killed").name("text", t))?,
    };
    let mut name = |c: Column| {
        let text = cell(c);
        all.names.take(text.trim())
    };
    let (kind, sub, actor, other) = (name(Column::Kind), name(Column::Sub), name(Column::Actor), name(Column::Other));
    let (place, area, source) = (name(Column::Place), name(Column::Area), name(Column::Source));
    let id = all.keep(cell(Column::Id).trim());
    let notes = all.keep(cell(Column::Notes).trim());
    let line = u32::try_from(line).unwrap_or(u32::MAX);
    all.rows.push(Row { day: day_number(day), minute, kind, sub, actor, other, place, area, source, point, killed, id, notes, line });
    Ok(())
}

/// `2025-10-06`, or `06 October 2025` as ACLED's exports write it.
fn date(text: &str) -> Option<Date> {
    if text.as_bytes().first()?.is_ascii_digit() && text.get(4..5) == Some("-") {
        return text.get(..10)?.parse().ok();
    }
    let mut parts = text.split_ascii_whitespace();
    let (day, month, year) = (parts.next()?.parse::<i8>().ok()?, parts.next()?, parts.next()?.parse::<i16>().ok()?);
    const MONTHS: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let month = month.to_ascii_lowercase();
    let n = MONTHS.iter().position(|m| *m == month || month.len() == 3 && m.starts_with(&month))?;
    Date::new(year, i8::try_from(n + 1).ok()?, day).ok()
}

/// `14:05` as minutes of the day.
fn clock(text: &str) -> Option<i16> {
    let mut parts = text.split(':');
    let (h, m) = (parts.next()?.parse::<i16>().ok()?, parts.next()?.parse::<i16>().ok()?);
    ((0..24).contains(&h) && (0..60).contains(&m)).then_some(h * 60 + m)
}

/// A decimal number of degrees in millionths; what lies beyond the sixth digit is rounded.
fn millionths(text: &str) -> Option<i32> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && part.is_empty() || !whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut n: i64 = if whole.is_empty() { 0 } else { whole.parse::<i64>().ok().filter(|w| *w <= 180)? };
    for i in 0..6 {
        n = n * 10 + i64::from(part.as_bytes().get(i).map_or(0, |b| b - b'0'));
    }
    n += i64::from(part.as_bytes().get(6).is_some_and(|b| *b >= b'5'));
    i32::try_from(if negative { -n } else { n }).ok()
}

/// A cell as it stands, and whether quotes are doubled in it.
#[derive(Debug, Clone, Copy)]
struct Cell<'a> {
    raw: &'a str,
    doubled: bool,
}

impl<'a> Cell<'a> {
    fn get(&self) -> std::borrow::Cow<'a, str> {
        if self.doubled { self.raw.replace("\"\"", "\"").into() } else { self.raw.into() }
    }
}

/// The rows of separated text.
struct Cells<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    separator: u8,
}

impl<'a> Cells<'a> {
    /// Fills the next row and gives the line on which it begins; none at the end.
    fn next_row(&mut self, row: &mut Vec<Cell<'a>>) -> Option<usize> {
        row.clear();
        let bytes = self.text.as_bytes();
        if self.at >= bytes.len() {
            return None;
        }
        let first = self.line;
        loop {
            let start = self.at;
            if bytes.get(start) == Some(&b'"') {
                let (mut i, mut doubled) = (start + 1, false);
                // To the closing quote; a text that ends inside one is taken to its end.
                while i < bytes.len() {
                    match bytes[i] {
                        b'"' if bytes.get(i + 1) == Some(&b'"') => {
                            doubled = true;
                            i += 1;
                        }
                        b'"' => break,
                        b'\n' => self.line += 1,
                        _ => {}
                    }
                    i += 1;
                }
                row.push(Cell { raw: self.text.get(start + 1..i.min(bytes.len())).unwrap_or_default(), doubled });
                // What stands between the quote and the separator is not a cell's.
                self.at = (i + 1).min(bytes.len());
                while self.at < bytes.len() && bytes[self.at] != self.separator && bytes[self.at] != b'\n' {
                    self.at += 1;
                }
            } else {
                let rest = &bytes[start..];
                let len = rest.iter().position(|b| *b == self.separator || *b == b'\n').unwrap_or(rest.len());
                self.at = start + len;
                row.push(Cell { raw: self.text.get(start..self.at).unwrap_or_default().trim_end_matches('\r'), doubled: false });
            }
            match bytes.get(self.at) {
                Some(b) if *b == self.separator => self.at += 1,
                Some(_) => {
                    self.at += 1;
                    self.line += 1;
                    return Some(first);
                }
                None => return Some(first),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "event_id_cnty,event_date,year,event_type,sub_event_type,actor1,actor2,admin1,location,latitude,longitude,source,notes,fatalities\n";

    #[test]
    fn rows_of_acled_are_read_as_they_are() {
        let rows = "DLT1,06 October 2031,2031,Explosions/Remote violence,Shelling/artillery/missile attack,Force of Upland,Civilians,North,Mill,31.5017,34.4668,Wire; Post,\"On 6 October, shells fell, \"\"three\"\" in all.\nNobody was hurt.\",0\nDLT2,2031-10-07,2031,Battles,Armed clash,Force of Upland,Force of Delta,North,Mill,-0.25,-.5,Wire,,\n";
        let read = read(format!("{HEAD}{rows}").as_bytes()).unwrap();
        assert_eq!((read.left_out, read.unknown), (0, vec!["year".to_owned()]));
        let first = read.incidents.get(0).unwrap();
        assert_eq!((first.id, first.day, first.place, first.killed), ("DLT1", jiff::civil::date(2031, 10, 6), "Mill", Some(0)));
        assert_eq!(first.point, Some(Point { lat: 31_501_700, lon: 34_466_800 }));
        assert_eq!(first.notes, "On 6 October, shells fell, \"three\" in all.\nNobody was hurt.");
        let second = read.incidents.get(1).unwrap();
        assert_eq!((second.killed, second.line), (None, 4), "what is not stated is not nought");
        assert_eq!(second.point, Some(Point { lat: -250_000, lon: -500_000 }));
    }

    #[test]
    fn a_row_that_cannot_be_used_is_named_and_the_rest_stands() {
        let rows = "a,soon,,,,,,,,,,,,\nb,2031-10-07,,Battles,,,,,,91,34,,,\nc,2031-10-07,,Battles,,,,,,31,34,,,-2\nd,2031-10-07,,Battles,,,,,,,,,,\n";
        let read = read(format!("{HEAD}{rows}").as_bytes()).unwrap();
        assert_eq!(read.incidents.len(), 1);
        let told: Vec<(usize, &str)> = read.faults.iter().map(|f| (f.line, f.what.key.as_str())).collect();
        assert_eq!(told, [(2, "watch-incident-date"), (3, "watch-incident-point"), (4, "watch-incident-killed")]);
        assert_eq!(super::read(b"who,what\na,b\n").unwrap_err().what.key, "watch-incident-columns");
        assert_eq!(super::read(b"").unwrap_err().what.key, "watch-incident-empty");
        assert_eq!(super::read(b"date,kind\n\xff").unwrap_err().line, 2);
    }

    proptest::proptest! {
        /// Whatever bytes come, nothing breaks.
        #[test]
        fn any_text_is_read_or_refused(text in "[a-z,;\"\n\r0-9-]{0,200}") {
            let _ = super::read(format!("date,kind,notes\n{text}").as_bytes());
        }
    }
}
