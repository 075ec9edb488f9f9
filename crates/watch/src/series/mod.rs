//! Figures in series: typed counts, windows and sources, reconciled without adding what must not be added.
//!
//! The flow: [`read`](read::read) takes a table's cells to [`Figure`]s; [`group`] puts them in one
//! [`Series`] a source and matter, with one lane a kind and class of window; [`changes`] explains each
//! rise of a running total by the reports' own numbers; [`compare`] says what lies in what, which
//! totals of two sources are one number, and what cannot be compared, with the reason; [`chart`]
//! draws windows as bars, beside a table of the same rows.
//!
//! Invariants: numbers are exact integers; kinds are never added to one another, sources never; own
//! numbers are put together only over windows that follow without a gap; a window that is not stated
//! stays so; what is found is an amount and a reason, never a verdict on who is right.

mod amount;
mod change;
pub mod chart;
mod compare;
mod figure;
mod group;
mod kind;
pub mod read;
pub mod say;
mod window;

pub use amount::Amount;
pub use change::{Change, Found, changes, rise};
pub use compare::{Apart, Compared, Match, Pair, Why, Within, compare};
pub use figure::{About, Figure};
pub use group::{Lane, Series, group};
pub use kind::Kind;
pub use window::{Class, Lie, Window, days_between};
