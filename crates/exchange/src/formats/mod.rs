//! The formats of the field: bytes in, values out, never a path.
//!
//! * [`csv`]: separated text in UTF-8, UTF-16, Windows-1256 or Windows-1255.
//! * [`xlsx`]: a workbook's first visible sheet, bounded before it is opened.
//! * [`workbook`]: a workbook written, with nothing in it but the sheet.
//! * [`columns`]: which known column a heading names, in three languages.
//! * [`plan`]: the file of `caucus sequence`.

pub mod columns;
pub mod csv;
pub mod plan;
pub mod workbook;
pub mod xlsx;

use serde::{Deserialize, Serialize};

/// How much is read at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Rows, the heading included.
    pub rows: usize,
    /// Columns; what lies further right is not read.
    pub columns: usize,
    /// Characters of one cell; longer ones are a fault of their row.
    pub cell: usize,
    /// Bytes of a workbook's parts, unpacked, all together.
    pub unpacked: u64,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { rows: 1_000_001, columns: 200, cell: 2_000, unpacked: 1_500_000_000 }
    }
}

/// A table as read: the heading and the rows, each with its number in the file (from 1).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The headings.
    pub head: Vec<String>,
    /// The rows that hold anything.
    pub rows: Vec<(usize, Vec<Cell>)>,
    /// How the file was written: `utf-8`, `windows-1256`, `xlsx` …
    pub encoding: String,
    /// Whether the sheet runs from right to left.
    pub right_to_left: bool,
    /// Whether rows were left unread because there were more than the bound.
    pub cut: bool,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text; a date as ISO 8601.
    pub text: String,
    /// Whether a formula stands there; its last result is the text.
    pub formula: bool,
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableFault {
    /// Nothing in it.
    Empty,
    /// A heading and no row, or rows without a heading.
    NoRows,
    /// Unpacks to more than the bound: a zip bomb, or far too large.
    TooLarge,
    /// No workbook, or a broken one.
    Broken(String),
    /// None of the headings names a name's column.
    NoName(Vec<String>),
    /// Two headings name one known column.
    Twice(String),
}

/// Reads a table, telling a workbook from separated text by its first bytes.
///
/// # Errors
/// When nothing can be read from it.
pub fn table(bytes: &[u8], bounds: &Bounds) -> Result<Table, TableFault> {
    if bytes.is_empty() {
        return Err(TableFault::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") { xlsx::read(bytes, bounds) } else { csv::read(bytes, bounds) }
}
