//! The tests of the record, in one binary.

mod common;
mod promises;
