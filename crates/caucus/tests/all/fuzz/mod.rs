//! Every parser over bent input: whatever bytes come, nothing panics, hangs or breaks the parser's law.
//!
//! A target is a plain function that a fuzzer can call, with inputs to start from. The tests bend each
//! start a fixed number of times; with `CAUCUS_FUZZ_SECONDS` each target runs for that long instead, and
//! what breaks is printed as it was given.

mod targets;

use self::targets::{TARGETS, Target};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// How often each start is bent where no time is given.
const TIMES: usize = 60;

/// Bytes with a few places changed, dropped, doubled or taken from another start.
fn bent(rng: &mut ChaCha8Rng, starts: &[Vec<u8>]) -> Vec<u8> {
    const ODD: [&str; 10] = ["\"", "\u{202e}", "\r\n", "\0", "[", "]", "٣", "9999999999999999999999", "«", "\u{fffd}"];
    let mut bytes = starts[rng.random_range(0..starts.len())].clone();
    for _ in 0..rng.random_range(0..6) {
        let at = rng.random_range(0..=bytes.len());
        let end = (at + rng.random_range(0..40)).min(bytes.len());
        match rng.random_range(0..7) {
            0 if at < bytes.len() => bytes[at] ^= rng.random::<u8>(),
            1 => drop(bytes.drain(at..end)),
            2 => bytes.insert(at, rng.random()),
            3 => bytes.truncate(at),
            4 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            5 => {
                let odd = ODD[rng.random_range(0..ODD.len())];
                bytes.splice(at..at, odd.bytes());
            }
            _ => {
                let other = &starts[rng.random_range(0..starts.len())];
                let from = rng.random_range(0..=other.len());
                let to = (from + rng.random_range(0..200)).min(other.len());
                bytes.splice(at..at, other[from..to].iter().copied());
            }
        }
    }
    bytes
}

fn seconds() -> Option<u64> {
    #[expect(clippy::disallowed_methods, reason = "a test's length, chosen by whoever runs it; no library reads it")]
    std::env::var("CAUCUS_FUZZ_SECONDS").ok()?.parse().ok()
}

/// Runs one target; answers how many inputs it was given.
#[expect(clippy::disallowed_methods, reason = "the soak runs for a time; nothing is measured")]
fn run(target: &Target, seed: u64) -> usize {
    let starts = (target.starts)();
    assert!(!starts.is_empty() && starts.iter().all(|s| !s.is_empty()), "{}: nothing to start from", target.name);
    starts.iter().for_each(|start| (target.run)(start));
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let until = seconds().map(|s| Instant::now() + Duration::from_secs(s));
    let mut given = starts.len();
    loop {
        let enough = match until {
            Some(until) => Instant::now() >= until,
            None => given >= starts.len() * TIMES,
        };
        if enough {
            return given;
        }
        let bytes = bent(&mut rng, &starts);
        given += 1;
        if catch_unwind(AssertUnwindSafe(|| (target.run)(&bytes))).is_err() {
            panic!("{} breaks on {:?}\nas text:\n{}", target.name, bytes, String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "how much was tried is part of what the test says")]
fn no_bent_input_breaks_a_parser() {
    for (i, target) in TARGETS.iter().enumerate() {
        let given = run(target, i as u64);
        eprintln!("{:<18} {given} inputs", target.name);
    }
}

/// A law that is broken is seen: the same walk over a parser that panics on one letter.
#[test]
fn a_parser_that_breaks_is_found() {
    let breaks = Target { name: "breaks", starts: || vec![b"a plain line".to_vec()], run: |bytes| assert!(!bytes.contains(&b'[')) };
    let found = catch_unwind(|| {
        (0..40).for_each(|seed| {
            run(&breaks, seed);
        });
    });
    assert!(found.is_err());
}
