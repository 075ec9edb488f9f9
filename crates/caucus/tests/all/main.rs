//! The tests of the program as a whole: its command line, its server, its examples, and what nobody should send.
//!
//! One test program, because each one links the whole product anew.

mod bad_input;
mod cli;
mod demo;
mod examples;
mod fuzz;
mod server;
