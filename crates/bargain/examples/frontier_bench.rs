//! Times the frontier on seeded domains: `cargo run --release -p bargain --example frontier_bench`.
//!
//! Each line is the median of the runs, in microseconds, and what was found. "points" is the frontier
//! alone, from whole numbers; "and counts" adds the exact number of packages on each point.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use bargain::frontier::{Frontier, Limits};
use bargain::home::game::{Game, Threshold};
use bargain::home::power::of_game;
use bargain::solution::solutions;
use bargain::table::Table;
use std::time::Instant;

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): a seed gives the same domains everywhere.
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    fn below(&mut self, n: u64) -> i64 {
        i64::try_from(self.next() % n).unwrap_or_default()
    }
}

fn random(seed: u64, issues: usize, options: usize, sides: usize, most: u64) -> Vec<Vec<Vec<i64>>> {
    let mut rng = Seeded(seed);
    (0..issues).map(|_| (0..options).map(|_| (0..sides).map(|_| rng.below(most + 1)).collect()).collect()).collect()
}

/// Options that are better for one side the worse they are for the other, but for a little noise: most
/// of them are undominated, which is what makes a frontier long.
fn opposed(seed: u64, issues: usize, options: usize, most: u64) -> Vec<Vec<Vec<i64>>> {
    let mut rng = Seeded(seed);
    let top = i64::try_from(most).unwrap_or(i64::MAX);
    let mut option = || {
        let w = rng.below(most + 1);
        vec![w, (top - w + rng.below(most / 5 + 1)).max(0)]
    };
    (0..issues).map(|_| (0..options).map(|_| option()).collect()).collect()
}

fn zero_sum(seed: u64, issues: usize, options: usize, most: u64) -> Vec<Vec<Vec<i64>>> {
    let mut rng = Seeded(seed);
    let most_ = i64::try_from(most).unwrap_or(i64::MAX);
    (0..issues).map(|_| (0..options).map(|_| rng.below(most + 1)).map(|w| vec![w, most_ - w]).collect()).collect()
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn line(name: &str, target: f64, runs: usize, worth: &dyn Fn(u64) -> Vec<Vec<Vec<i64>>>) {
    let mut points = Vec::new();
    let mut counted = Vec::new();
    let mut found = 0;
    let mut exact = true;
    for run in 0..runs {
        let Some(table) = Table::of_integers(&worth(run as u64 % 16 + 1)) else { return };
        let start = Instant::now();
        let Ok(frontier) = Frontier::of(&table, Limits::default()) else { return };
        points.push(start.elapsed().as_secs_f64() * 1e6);
        let totals = frontier.totals().len();
        counted.push(start.elapsed().as_secs_f64() * 1e6);
        found = found.max(totals);
        exact &= frontier.exact();
    }
    println!(
        "{name:34} target {target:>11.0} us   points {:>12.1} us   and counts {:>12.1} us   points up to {found}{}",
        median(points),
        median(counted),
        if exact { "" } else { "   approximate" }
    );
}

fn main() {
    for most in [100, 1000, 100_000] {
        println!("worths 0 to {most}");
        for (issues, target, runs) in [(6, 15.0, 400), (10, 30.0, 400), (30, 500.0, 100), (50, 5_000.0, 31), (100, 60_000.0, 5)] {
            line(&format!("two sides, {issues} x 10"), target, runs, &|seed| random(seed, issues, 10, 2, most));
        }
        for (issues, target, runs) in [(6, 15.0, 100), (10, 30.0, 50), (30, 500.0, 9), (50, 5_000.0, 5), (100, 60_000.0, 3)] {
            line(&format!("two sides opposed, {issues} x 10"), target, runs, &|seed| opposed(seed, issues, 10, most));
        }
        line("three sides, 10 x 10", 10_000.0, 9, &|seed| random(seed, 10, 10, 3, most));
        line("four sides, 10 x 10", 0.0, 3, &|seed| random(seed, 10, 10, 4, most));
    }
    line("zero-sum 6 x 10, worths to 10^9", 2_000_000.0, 3, &|seed| zero_sum(seed, 6, 10, 1_000_000_000));
    if let Some(table) = Table::of_integers(&zero_sum(1, 6, 10, 1_000_000_000)) {
        let start = Instant::now();
        let Ok(frontier) = Frontier::of(&table, Limits::default()) else { return };
        let none = vec![bargain::exact::whole(0); 2];
        let found = solutions(&frontier, &none);
        println!("zero-sum with its four solutions   {:.1} us   nash {:?}", start.elapsed().as_secs_f64() * 1e6, found.nash.len());
    }
    let weights: Vec<u64> = (1..=100).collect();
    let game = Game::new(100, vec![Threshold { weights, need: 2526 }]);
    let named: Vec<(String, u32)> = (0..100).map(|n| (n.to_string(), n)).collect();
    let start = Instant::now();
    let power = of_game(&game, &named);
    let sum: bargain::exact::Fraction = power.iter().filter_map(|p| p.banzhaf.clone()).sum();
    println!("power of 100 voters, both indices  target     1000000 us   {:.1} us   sum {sum}", start.elapsed().as_secs_f64() * 1e6);
}
