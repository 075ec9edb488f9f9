//! The mutation gate: each planted leak is found by the general test, with its normal generator.

use super::pair::make;
use super::runs::{played, told_failure};
use desk::leaks::{Leak, plant};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A leak that is not found within so many pairs counts as not found.
const MOST: u64 = 1_500;

/// How many pairs it took, and what showed it.
fn pairs_needed(leak: Leak) -> Option<(u64, String)> {
    plant(Some(leak));
    let mut found = None;
    let mut counted = 0;
    for seed in 0..MOST {
        let pair = make(seed);
        let outcome = played(&pair);
        counted += u64::from(!outcome.of_consequence.is_empty());
        let shown = outcome.difference.as_ref().map(|d| d.asked.clone()).or(outcome.canary.clone());
        if let Some(shown) = shown {
            found = Some((counted.max(1), format!("pair {seed}, {}: {}", pair.reader, shown.chars().take(90).collect::<String>())));
            break;
        }
    }
    plant(None);
    found
}

#[test]
#[expect(clippy::print_stderr, reason = "the pairs needed are part of what the test says")]
fn every_planted_leak_is_found() {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(leak) = Leak::ALL.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = pairs_needed(*leak);
                    // Told at once: the whole takes minutes.
                    eprintln!("{leak:?}: {:?}", found.as_ref().map(|(n, _)| n));
                    results.lock().expect("results").push((*leak, found));
                }
            });
        }
    });
    let mut results = results.into_inner().expect("results");
    results.sort_by_key(|(_, found)| found.as_ref().map_or(u64::MAX, |(n, _)| *n));
    for (leak, found) in &results {
        match found {
            Some((n, shown)) => eprintln!("{n:>5} pairs  {leak:?}  ({shown})"),
            None => eprintln!("not found    {leak:?}"),
        }
    }
    let needed: Vec<u64> = results.iter().map(|(_, found)| found.as_ref().map_or(u64::MAX, |(n, _)| *n)).collect();
    eprintln!("{} leaks, median {} pairs", needed.len(), needed[needed.len() / 2]);
    let missed: Vec<&Leak> = results.iter().filter(|(_, found)| found.is_none()).map(|(leak, _)| leak).collect();
    assert!(missed.is_empty(), "not found: {missed:?}");
    assert!(needed[needed.len() / 2] < 200);
}

/// Shows what the report of a leak looks like: the pair made small, with the two answers beside each other.
#[test]
fn a_found_leak_is_told_with_the_few_acts_that_show_it() {
    plant(Some(Leak::UsedAlways));
    let found = (0..MOST).find_map(|seed| {
        let pair = make(seed);
        let outcome = played(&pair);
        outcome.difference.is_some().then_some((pair, outcome))
    });
    let (pair, outcome) = found.expect("a pair that shows it");
    let told = told_failure(&pair, &outcome);
    plant(None);
    assert!(told.lines().filter(|l| l.starts_with("* ") || l.starts_with("  #")).count() < 30, "{told}");
    assert!(told.contains(" convey in mediator:"), "{told}");
}
