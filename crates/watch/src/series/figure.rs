//! A figure as one source gives it.

use super::amount::Amount;
use super::kind::Kind;
use super::window::Window;
use jiff::civil::Date;

/// Who counts what, and where: what two figures must share to stand in one series.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct About {
    /// The source, as it calls itself or is called by its reader.
    pub source: String,
    /// What is counted: `killed`, `injured`.
    pub counted: String,
    /// Of these, which; empty for all of them.
    pub subset: String,
    /// Where; empty where it is not stated.
    pub place: String,
}

/// One statement of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Who counts what.
    pub about: About,
    /// What kind of count.
    pub kind: Kind,
    /// The number.
    pub amount: Amount,
    /// The time that it counts.
    pub window: Window,
    /// The date of the report that gives it.
    pub date: Date,
    /// Its row's own id, or empty.
    pub id: String,
    /// What stands beside it, or empty.
    pub note: String,
    /// The file's place in the order given, from 0, and the line.
    pub at: (usize, usize),
}
