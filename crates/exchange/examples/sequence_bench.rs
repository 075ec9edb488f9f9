//! Measures the planner: 48 people in two classes against 2,000 in two classes, and the greedy order
//! of a hundred thousand items. `cargo run --release -p exchange --example sequence_bench`.
#![allow(clippy::print_stdout, clippy::disallowed_methods, missing_docs, reason = "a measuring tool prints and reads the clock")]

use exchange::sequence::divisible::{Item, order};
use exchange::sequence::planner::plan;
use exchange::sequence::{Class, Exchange, Joint, Range, Side};
use std::time::Instant;

fn main() {
    let class = |name: &str, giver, count, cost, value| Class {
        name: name.to_owned(),
        giver,
        count,
        cost: Range::of(cost),
        value: Range::of(value),
        can_be_undone: false,
        after: Vec::new(),
    };
    let mut e = Exchange {
        names: ["A".into(), "B".into()],
        classes: vec![
            class("living", Side::A, 20, 30, 90),
            class("remains", Side::A, 28, 10, 40),
            class("long terms", Side::B, 300, 4, 9),
            class("others", Side::B, 1700, 1, 2),
        ],
        guarantee: [0, 30],
        joint: None,
    };
    for joint in [None, Some(Joint { a: 2, b: 40 })] {
        e.joint = joint;
        let t = Instant::now();
        match plan(&e) {
            Ok(a) => println!(
                "48 against 2,000, joint {joint:?}: {:?}, exact {}, {} states, {} points of the frontier (whole: {}), {:.2} s",
                a.verdict,
                a.exact,
                a.states,
                a.frontier.len(),
                a.frontier_whole,
                t.elapsed().as_secs_f32()
            ),
            Err(e) => println!("{e:?}"),
        }
    }
    let items: Vec<Item> = (0..100_000i64).map(|i| Item { value: i * 7919 % 1009, cost: i * 104_729 % 997 }).collect();
    let t = Instant::now();
    let o = order(&items);
    println!("greedy, 100,000 items: least {}, {:.3} s", o.least, t.elapsed().as_secs_f32());
    let peak = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", peak.lines().find(|l| l.starts_with("VmHWM")).unwrap_or_default());
}
