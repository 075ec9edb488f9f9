//! The program `caucus`: hands the command line to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    caucus::cli::main()
}
