//! Known answers, and the two checkers against each other.

use super::sample::Dice;
use super::*;

fn both(net: &Stnu) -> bool {
    let fast = controllable(net);
    assert_eq!(fast, controllable_by_morris(net), "the two checkers disagree on {} points", net.points.len());
    fast
}

/// Hours as minutes.
const H: i64 = 60;

#[test]
fn pull_back_assembly_handover_within_72_hours() {
    let net = |p: i64| {
        let mut n = Stnu::default();
        let z = n.point("ceasefire");
        let pulled = n.point("pulled back");
        let begun = n.point("assembly begun");
        let done = n.point("assembled");
        let over = n.point("handed over");
        n.contingent(z, pulled, 12 * H, p * H, "1");
        n.require(pulled, begun, Some(0), Some(6 * H), "2");
        n.contingent(begun, done, 6 * H, 36 * H, "3");
        n.require(done, over, Some(0), Some(12 * H), "4");
        n.require(z, over, None, Some(72 * H), "5");
        n
    };
    assert!(both(&net(36)));
    assert!(!both(&net(37)));
    let v = check(&net(37));
    let sources: Vec<&str> = v.conflict.iter().map(|c| c.source.as_str()).collect();
    assert_eq!(sources, ["2", "4", "5", "1", "3"]);
    let deadline = v.relax.iter().find(|r| r.0.source == "5").unwrap();
    assert_eq!(deadline.1, H, "one hour more mends it");
}

#[test]
fn four_contingent_steps_in_a_chain() {
    let net = |u: i64| {
        let mut n = Stnu::default();
        let mut last = n.point("Z");
        for k in 0..4 {
            let p = n.point(&format!("step {k}"));
            n.contingent(last, p, 6, u, &format!("{k}"));
            last = p;
        }
        n.require(0, last, None, Some(72), "deadline");
        n
    };
    assert!(both(&net(18)));
    assert!(!both(&net(19)));
}

#[test]
fn two_convoys_that_must_arrive_together() {
    let net = |w: i64| {
        let mut n = Stnu::default();
        let (a, b) = (n.point("leave 1"), n.point("leave 2"));
        let (c, d) = (n.point("arrive 1"), n.point("arrive 2"));
        n.contingent(a, c, 2, 5, "1");
        n.contingent(b, d, 1, 9, "2");
        n.require(c, d, Some(-w), Some(w), "together");
        n
    };
    assert!(both(&net(5)));
    assert!(!both(&net(4)));
}

#[test]
fn an_act_shortly_before_something_that_is_only_seen_to_happen() {
    let net = |k: i64| {
        let mut n = Stnu::default();
        let (a, c, x) = (n.point("A"), n.point("C"), n.point("X"));
        n.contingent(a, c, 1, 10, "1");
        n.require(x, c, Some(1), Some(k), "2");
        n
    };
    assert!(both(&net(10)));
    assert!(!both(&net(9)));
}

#[test]
fn bounds_and_an_impossible_circle() {
    let n = read_text("from Z to A 0..10\nfrom A to C takes 2..5\nfrom C to B 1..3\n").unwrap();
    let v = check(&n);
    assert!(v.controllable);
    assert_eq!(v.bounds[2], ("C".to_owned(), Some(2), Some(15)));
    assert_eq!(v.bounds[3], ("B".to_owned(), Some(3), Some(18)));
    let n = read_text("from A to B 5..10\nfrom B to C 5..10\nfrom A to C 0..9\n").unwrap();
    let v = check(&n);
    assert!(!v.controllable && v.conflict.len() == 3);
    assert!(!consistent(&n));
}

/// A random network; chains of contingent links among them.
fn random(dice: &mut Dice) -> Stnu {
    let mut n = Stnu::default();
    let size = usize::try_from(dice.range(2, 12)).unwrap();
    for k in 0..size {
        n.points.push(format!("p{k}"));
    }
    let chain = dice.range(0, 3) == 0;
    let mut ends = BTreeSet::new();
    if chain {
        let len = usize::try_from(dice.range(1, 50)).unwrap();
        for k in 0..len {
            let p = n.points.len();
            n.points.push(format!("c{k}"));
            let from = if k == 0 { 0 } else { p - 1 };
            let low = dice.range(0, 5);
            n.contingent(from, p, low, low + dice.range(1, 6), "chain");
            ends.insert(p);
        }
        let last = n.points.len() - 1;
        let most: i64 = n.links.iter().map(|l| l.high).sum();
        n.require(0, last, None, Some(most + dice.range(-2, 2)), "deadline");
    }
    for _ in 0..dice.range(0, 4) {
        let to = usize::try_from(dice.range(1, i64::try_from(size).unwrap() - 1)).unwrap();
        let from = usize::try_from(dice.range(0, i64::try_from(n.points.len()).unwrap() - 1)).unwrap();
        if from != to && ends.insert(to) {
            let low = dice.range(0, 6);
            n.contingent(from, to, low, low + dice.range(1, 9), "link");
        }
    }
    let count = i64::try_from(n.points.len()).unwrap();
    for k in 0..dice.range(1, 14) {
        let u = usize::try_from(dice.range(0, count - 1)).unwrap();
        let v = usize::try_from(dice.range(0, count - 1)).unwrap();
        if u != v {
            let weight = dice.range(-8, 25);
            n.edges.push(Edge { from: u, to: v, weight, source: format!("e{k}") });
        }
    }
    n
}

/// 1,000 networks in every run; a soak raises the number by the environment of the build.
#[test]
fn the_two_checkers_agree() {
    let runs: u64 = option_env!("ACCORD_SOAK").and_then(|n| n.parse().ok()).unwrap_or(1_000);
    let mut yes = 0;
    for seed in 0..runs {
        let net = random(&mut Dice::new(seed + 1));
        let fast = controllable(&net);
        assert_eq!(fast, controllable_by_morris(&net), "seed {seed}");
        yes += u64::from(fast);
    }
    // Neither answer is rare, else the test would say little.
    assert!(yes * 10 > runs && yes * 10 < runs * 9, "{yes} of {runs} are controllable");
}

#[test]
fn samples_are_a_unit_of_slack_apart() {
    for seed in 0..5 {
        assert!(both(&sample(120, seed, 0)));
        assert!(!both(&sample(120, seed, -1)));
    }
}
