//! Whole sessions on the command line: what is typed, what is printed, how it ends.

mod agreements;
mod bargaining;
mod editor;
mod lists;
mod networks;
mod reports;
mod series;
mod session;
