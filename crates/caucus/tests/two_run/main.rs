//! The two-run test: what others do outside a reader's rooms changes no byte that the reader is given.
//!
//! [`model`] says what a reader may know of a trace; [`pair`] makes two traces that are the same to a
//! reader by that model, plays each on a stage of its own, asks every row of `ROUTES` on the
//! reader's behalf in the same order, and compares status, headers and bodies byte for byte.
//! Latency and sizes under TLS are outside, and the handbook says so.
#![allow(clippy::explicit_auto_deref, reason = "without the star the picked type would be unsized")]

mod cast;
mod estimates;
mod forms;
mod generate;
mod lists;
mod model;
mod offered;
mod pair;
mod rng;
mod stage;
mod trace;
mod walk;

mod found;
#[cfg(feature = "leaks")]
mod gate;
mod ordinary;
mod runs;

#[path = "../canary/canary.rs"]
mod canary;
#[path = "../laws/laws.rs"]
mod laws;
#[path = "../matrix/matrix.rs"]
mod matrix;
