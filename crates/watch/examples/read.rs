//! Reads reports and prints one JSON object a line, for the scorer: `read [--date=D] FILE…`.
//!
//! It prints what `caucus read --format json` prints, with two measures of the reading itself: how
//! long it took and how many words there were.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example speaks to whoever started it")]
#![expect(clippy::disallowed_methods, reason = "the scorer measures time")]

use std::time::Instant;
use watch::intake::{Options, read};

fn main() {
    let mut options = Options::default();
    for arg in std::env::args().skip(1) {
        if let Some(date) = arg.strip_prefix("--date=") {
            options.date = date.parse().ok();
            continue;
        }
        let bytes = match std::fs::read(&arg) {
            Ok(bytes) => bytes,
            Err(e) => {
                eprintln!("{arg}: {e}");
                continue;
            }
        };
        let begun = Instant::now();
        let reading = read(&bytes, &options);
        let took = begun.elapsed();
        match reading {
            Ok(reading) => {
                let mut value = serde_json::to_value(&reading).unwrap_or_default();
                value["words"] = reading.text.split_whitespace().count().into();
                value["microseconds"] = u64::try_from(took.as_micros()).unwrap_or(u64::MAX).into();
                value["file"] = arg.into();
                println!("{value}");
            }
            Err(why) => eprintln!("{arg}: {}", why.0.key),
        }
    }
}
