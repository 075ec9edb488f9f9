//! The tests of the record, in one binary.

mod backups;
mod bundles;
mod common;
mod laws;
mod parsers;
mod promises;
mod stores;
mod tamper;
