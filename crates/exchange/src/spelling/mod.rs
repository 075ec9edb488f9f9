//! Names and dates as lists write them, in Arabic, Hebrew and Latin letters.
//!
//! [`Name::read`] cuts a written name into parts with their roles and folds each part to letters
//! of its own script; [`skeleton`] maps the consonants of the three scripts onto one small
//! alphabet, for finding candidates; [`dates`] reads birth dates in three calendars.
//!
//! Folding never changes what is stored or shown. Nothing is romanised for comparison.

pub mod calendars;
pub mod dates;
pub mod letters;
mod name;
mod particles;
pub mod skeleton;

pub use letters::Script;
pub use name::{MAX_TOKENS, Name, Part, Role, Token};
