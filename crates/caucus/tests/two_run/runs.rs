//! Runs many pairs, counts what they were made of, and prints the smallest that fails.

use super::pair::{Outcome, Pair, make, play};
use caucus::web::forms::USES;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// What many pairs came to.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) pairs: u64,
    /// Pairs in which others did something of consequence.
    pub(crate) counted: u64,
    pub(crate) by_use: BTreeMap<String, u64>,
    pub(crate) by_reader: BTreeMap<String, u64>,
    pub(crate) asked: u64,
    pub(crate) crossed: u64,
    pub(crate) matched: u64,
    pub(crate) failed: Option<(Pair, Outcome)>,
}

/// One run in so many is played on SQLite.
const ON_DISK: u64 = 20;

pub(crate) fn played(pair: &Pair) -> Outcome {
    if pair.seed % ON_DISK != 7 {
        return play(pair, None);
    }
    let (left, right) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    play(pair, Some((left.path(), right.path())))
}

/// Plays pairs until `wanted` counted, or one fails.
pub(crate) fn many(first: u64, wanted: u64, threads: usize) -> Tally {
    let next = AtomicU64::new(first);
    let tally = Mutex::new(Tally::default());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    {
                        let tally = tally.lock().expect("a tally");
                        if tally.counted >= wanted || tally.failed.is_some() {
                            return;
                        }
                    }
                    let pair = make(next.fetch_add(1, Ordering::Relaxed));
                    let outcome = played(&pair);
                    take(&mut tally.lock().expect("a tally"), pair, outcome);
                }
            });
        }
    });
    tally.into_inner().expect("a tally")
}

fn take(tally: &mut Tally, pair: Pair, outcome: Outcome) {
    tally.pairs += 1;
    tally.asked += outcome.asked as u64;
    tally.crossed += outcome.crossed as u64;
    tally.matched += outcome.matched as u64;
    if !outcome.of_consequence.is_empty() {
        tally.counted += 1;
        *tally.by_reader.entry(pair.reader.clone()).or_default() += 1;
        let uses: std::collections::BTreeSet<&String> = outcome.of_consequence.iter().collect();
        for used in uses {
            *tally.by_use.entry(used.clone()).or_default() += 1;
        }
    }
    if tally.failed.is_none() && (outcome.difference.is_some() || outcome.canary.is_some() || outcome.misjudged.is_some()) {
        tally.failed = Some((pair, outcome));
    }
}

/// The tally as lines.
pub(crate) fn told(tally: &Tally) -> String {
    let mut out = format!(
        "{} pairs, {} counted, {} requests compared, {} conveyances judged, {} offers matched\n",
        tally.pairs, tally.counted, tally.asked, tally.crossed, tally.matched
    );
    for (what, counts) in [("acts of others, by use", &tally.by_use), ("readers", &tally.by_reader)] {
        out.push_str(&format!("{what}:"));
        for (name, n) in counts {
            out.push_str(&format!(" {name} {n}"));
        }
        out.push('\n');
    }
    out
}

/// A failed pair, made as small as it goes and told.
pub(crate) fn told_failure(pair: &Pair, outcome: &Outcome) -> String {
    let (pair, outcome) = shrink(pair, outcome);
    let mut out = format!("pair {} differs for {}\n", pair.seed, pair.reader);
    if let Some(d) = &outcome.difference {
        out.push_str(&format!("asked: {}\n--- left\n{}\n--- right\n{}\n", d.asked, d.left, d.right));
    }
    for line in outcome.canary.iter().chain(&outcome.misjudged) {
        out.push_str(line);
        out.push('\n');
    }
    for (name, here, there) in [("left", &pair.left, &pair.right), ("right", &pair.right, &pair.left)] {
        out.push_str(&format!("--- {name} trace\n"));
        for act in here {
            let mark = if there.contains(act) { ' ' } else { '*' };
            out.push_str(&format!("{mark} {act}\n"));
        }
    }
    out
}

fn fails(outcome: &Outcome, like: &Outcome) -> bool {
    (outcome.difference.is_some() && like.difference.is_some())
        || (outcome.canary.is_some() && like.canary.is_some())
        || (outcome.misjudged.is_some() && like.misjudged.is_some())
}

/// Leaves out acts, from both traces at once, as long as the pair is one and still fails.
fn shrink(pair: &Pair, outcome: &Outcome) -> (Pair, Outcome) {
    let like = outcome;
    let mut best = pair.clone();
    let mut ids: Vec<u32> = best.left.iter().chain(&best.right).map(|a| a.id).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut budget = 400;
    let mut size = ids.len() / 2;
    while size >= 1 {
        let mut at = 0;
        while at < ids.len() && budget > 0 {
            let drop: Vec<u32> = ids[at..(at + size).min(ids.len())].to_vec();
            let mut smaller = best.clone();
            smaller.left.retain(|a| !drop.contains(&a.id));
            smaller.right.retain(|a| !drop.contains(&a.id));
            let (l, r) = (super::model::Ideal::of(&smaller.left), super::model::Ideal::of(&smaller.right));
            budget -= 1;
            if l.known_to(&pair.reader) == r.known_to(&pair.reader) && fails(&play(&smaller, None), like) {
                best = smaller;
                ids.retain(|id| !drop.contains(id));
            } else {
                at += size;
            }
        }
        size /= 2;
    }
    let outcome = play(&best, None);
    (best, outcome)
}

/// What the keeper does to accounts.
const DIRECTORY: &[&str] = &["add", "invite", "role", "end-access", "end-sessions", "private-word"];
/// What anybody does at the door.
const DOOR: &[&str] = &["sign-in", "language", "read"];

/// How many pairs: 200 by default, 2,000 where the checks of the project say so, 20,000 to soak.
fn wanted() -> u64 {
    #[expect(clippy::disallowed_methods, reason = "a test's size, chosen by whoever runs it; no library reads it")]
    let told = std::env::var("CAUCUS_PAIRS");
    told.ok().and_then(|n| n.parse().ok()).unwrap_or(200)
}

#[test]
#[expect(clippy::print_stderr, reason = "the distribution is part of what the test says")]
fn what_others_do_changes_no_byte_that_a_reader_is_given() {
    let tally = many(0, wanted(), 2);
    eprintln!("{}", told(&tally));
    if let Some((pair, outcome)) = &tally.failed {
        panic!("{}", told_failure(pair, outcome));
    }
    // With many pairs, none of what others can do may be missing from what was tried.
    if tally.counted >= 2_000 {
        let kinds = USES.iter().chain(DIRECTORY).chain(DOOR);
        let rare: Vec<_> = kinds.map(|k| (*k, tally.by_use.get(*k).copied().unwrap_or(0))).filter(|(_, n)| *n < 50).collect();
        assert!(rare.is_empty(), "too rare: {rare:?}");
    }
}
