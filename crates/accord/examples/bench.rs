//! The figures of the Accord language: one line each, fields apart by tabs: name, figure, baseline, ratio, aim.
//!
//! Run by `cargo xtask bench`, or `cargo xtask bench accord` for these alone. A text's baseline is
//! one pass over its bytes, a network's its points settled a second, so that figures compare
//! across machines. Times are those that this process had a core, where the system tells them (Linux), so
//! that other work on the machine does not count; the least of three batches of runs.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "this program measures and prints; the library does neither")]

use accord::{Options, check, network, parse, sample};
use std::hint::black_box;
use std::sync::OnceLock;
use std::time::Instant;

/// How long this process has had a core, in milliseconds; where the system does not say, how long it has lived.
fn spent() -> f64 {
    static BEGAN: OnceLock<Instant> = OnceLock::new();
    let ran = std::fs::read_to_string("/proc/self/schedstat").ok().and_then(|t| t.split(' ').next()?.parse::<f64>().ok());
    ran.map_or_else(|| BEGAN.get_or_init(Instant::now).elapsed().as_secs_f64() * 1e3, |ns| ns / 1e6)
}

/// What one run costs, in milliseconds: the least mean of three batches, each of a tenth of a second or one run at least.
fn cost(mut f: impl FnMut()) -> f64 {
    f();
    (0..3)
        .map(|_| {
            let (start, mut runs) = (spent(), 0.0);
            loop {
                f();
                runs += 1.0;
                let ms = spent() - start;
                if ms >= 100.0 {
                    return ms / runs;
                }
            }
        })
        .fold(f64::MAX, f64::min)
}

/// A field of this process's status, in MiB.
fn status(field: &str) -> f64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib = text.lines().find_map(|l| l.strip_prefix(field)?.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
    kib.unwrap_or_default() / 1024.0
}

fn line(name: &str, figure: &str, baseline: &str, ratio: &str, aim: &str) {
    println!("{name}\t{figure}\t{baseline}\t{ratio}\t{aim}");
}

/// Reading and checking a whole text, as each keystroke of an editor does.
fn whole(name: &str, text: &str, aim: &str) {
    let scan = cost(|| {
        black_box(text.bytes().fold(0u64, |n, b| n.wrapping_mul(31).wrapping_add(u64::from(b))));
    });
    let mut findings = 0;
    let figure = cost(|| {
        let parsed = parse(black_box(text));
        findings = black_box(check(&parsed, &Options::default())).findings.len();
    });
    let ratio = if scan > 0.0 { format!("{:.0}", figure / scan) } else { String::from("–") };
    line(&format!("{name}, {findings} findings"), &format!("{figure:.2} ms"), &format!("{:.1} µs", scan * 1e3), &ratio, aim);
}

fn main() {
    // Memory first: the most that the process ever held is only known from its beginning on.
    let before = status("VmRSS:");
    let net = network::sample(2_000, 1, 0);
    black_box(network::controllable(&net));
    line(
        "memory of a network of 2,000 points",
        &format!("{:.2} MiB", status("VmHWM:") - before),
        "–",
        "–",
        "under 5 MB, the network counted",
    );
    drop(net);

    for (points, aim) in [(500, "3 ms"), (1_000, "8 ms"), (2_000, "25 ms"), (10_000, "2000 ms")] {
        for (slack, said) in [(0, "controllable"), (-1, "not")] {
            let nets: Vec<_> = (1..=5).map(|seed| network::sample(points, seed, slack)).collect();
            let mut times = 0.0_f64;
            for net in &nets {
                assert_eq!(network::controllable(net), slack == 0, "a sample's answer is known");
                times = times.max(cost(|| {
                    black_box(network::controllable(net));
                }));
            }
            let settled = f64::from(u32::try_from(points).unwrap_or(u32::MAX)) / times * 1e3;
            let aim = if slack == 0 || points == 10_000 {
                format!("at most {aim}, the slowest of five seeds")
            } else {
                String::from("no aim of its own")
            };
            line(&format!("network of {points} points, {said}"), &format!("{times:.2} ms"), &format!("{settled:.0} nodes/s"), "–", &aim);
        }
    }

    whole(
        "October 2025 framework, whole check",
        include_str!("../../../examples/agreements/october-2025-framework.accord"),
        "under 10 ms (baseline: one pass over the bytes)",
    );
    for brackets in [0, 1, 3, 6] {
        let text = sample::agreement(300, brackets);
        whole(&format!("300 clauses, {} choices", 1 << brackets), &text, "under 50 ms a keystroke (baseline: one pass over the bytes)");
    }
}
