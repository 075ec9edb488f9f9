//! The long run: ten times the pairs, five times the kills. For a night, not for every submission.

use crate::stages::{fuzz, gate, of_kind_with};

/// How much longer the tests go on; they read these themselves.
const LONG: &[(&str, &str)] = &[("CAUCUS_PAIRS", "20000"), ("CAUCUS_KILLS", "1000"), ("CAUCUS_FUZZ_SECONDS", "600")];

pub(crate) fn run() -> Result<(), String> {
    gate()?;
    let ran = of_kind_with("two_run", LONG)? + of_kind_with("faults", LONG)?;
    if ran == 0 {
        return Err("there is no test program to soak".to_owned());
    }
    fuzz(LONG)
}
