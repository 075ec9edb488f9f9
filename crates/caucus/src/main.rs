//! The program `caucus`: hands the command line to the library.
fn main() {}
