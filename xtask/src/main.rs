//! Our own chores: assets, the demo, the tests in stages, tidiness, benchmarks, long runs.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a chore speaks to whoever started it")]

mod assets;
mod bench;
mod breaks;
mod intake;
mod names;
mod soak;
mod stages;
mod tidy;
mod tools;

use std::process::ExitCode;

const HELP: &str = "\
cargo demo [ARGS…]            fetch what the pages carry, build, and serve the worked cases
cargo xtask assets            fetch what the pages carry into target/assets
cargo xtask test              all stages: tidy, build, unit, two-run, faults, browser
    --only A,B  --skip A,B    some of them
cargo xtask tidy              the rules of the house that a program can check
cargo xtask bench [ARGS…]     figures, each beside its baseline of the same run
cargo xtask bench watch       how fast a year is on the board and a million incidents read
cargo xtask bench accord      the Accord language alone: texts checked, networks settled
cargo xtask bench intake      precision and recall of the reading of reports
    --misses  --dev           each miss of the reports to develop on; without optimising
    --develop  --only=6       those to develop on alone; those alone whose names begin so
cargo xtask train-names DIR   the weights of the matching of names, learned anew from the development data
cargo xtask breaks [LAW…]     each law of docs/breaks.toml, run over a tree in which it is broken
cargo xtask soak              the two-run and fault tests at ten times their length
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (verb, rest) = args.split_first().map_or(("help", &[][..]), |(v, r)| (v.as_str(), r));
    let done = match verb {
        "assets" => assets::pages().map(|_| ()),
        "demo" => demo(rest),
        "test" => stages::all(rest),
        "tidy" => tidy::run(),
        "bench" if rest.first().is_some_and(|a| a == "intake") => intake::run(&rest[1..]),
        "bench" if rest.first().is_some_and(|a| a == "watch") => bench::watch(),
        "bench" => bench::run(rest),
        "breaks" => breaks::run_all(rest),
        "soak" => soak::run(),
        "train-names" => names::train(rest),
        "help" | "-h" | "--help" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no chore `{other}`\n\n{HELP}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Serves the worked cases, in the development build: what is slow in it, the crates that hash and seal,
/// is optimised there too, and a new user need not wait for a whole release build.
fn demo(args: &[String]) -> Result<(), String> {
    if let assets::Got::Without(why) = assets::pages()? {
        eprintln!("{why}");
    }
    let mut cargo = tools::cargo(&["run", "--quiet", "-p", "caucus", "--", "demo"]);
    cargo.args(args);
    tools::turn_into(cargo)
}
