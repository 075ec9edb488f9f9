//! Uncertain worths and the leak meter against every corner of the intervals, on small seeded domains.

use bargain::domain::{Basis, Domain, Estimate, Issue, Kind, Package, Side};
use bargain::exact::{Fraction, whole};
use bargain::frontier::Limits;
use bargain::leak::leak;
use bargain::uncertain::{Standing, questions, regret, standing};

/// SplitMix64.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, n: u64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n) as i64
    }
}

/// Two sides, two issues of two options, worths within small whole bounds.
fn domain(seed: u64) -> Domain {
    let mut rng = Seeded(seed);
    let mut estimate = || {
        let low = rng.below(5);
        let width = rng.below(4).min(2);
        Estimate { low: whole(low), value: whole(low), high: whole(low + width), basis: Basis::Guess }
    };
    let side =
        |name: &str, worth: Vec<Vec<Estimate>>| Side { name: name.into(), worth, reservation: None, discount: None, ranks: vec![None; 2] };
    let mut rows = || (0..2).map(|_| (0..2).map(|_| estimate()).collect()).collect();
    let sides = vec![side("a", rows()), side("b", rows())];
    let issues = (0..2).map(|i| Issue { name: format!("i{i}"), options: vec!["x".into(), "y".into()], kind: Kind::Options }).collect();
    Domain { issues, sides, ..Domain::default() }
}

const PACKAGES: [[u32; 2]; 4] = [[0, 0], [0, 1], [1, 0], [1, 1]];

/// `worth[side][issue][option]`.
type Worths = [[[i64; 2]; 2]; 2];

fn bounds(d: &Domain, high: bool) -> Worths {
    let n = |f: &Fraction| i64::try_from(f.to_integer()).expect("small");
    std::array::from_fn(|s| {
        std::array::from_fn(|i| std::array::from_fn(|o| n(if high { &d.sides[s].worth[i][o].high } else { &d.sides[s].worth[i][o].low })))
    })
}

/// Every way to put each worth at one of its ends.
fn corners(d: &Domain) -> Vec<Worths> {
    let (low, high) = (bounds(d, false), bounds(d, true));
    (0..256_u32)
        .map(|mask| {
            std::array::from_fn(|s| {
                std::array::from_fn(|i| {
                    std::array::from_fn(|o| if mask >> (s * 4 + i * 2 + o) & 1 == 1 { high[s][i][o] } else { low[s][i][o] })
                })
            })
        })
        .collect()
}

fn sum(w: &Worths, s: usize, p: [u32; 2]) -> i64 {
    (0..2).map(|i| w[s][i][p[i] as usize]).sum()
}

fn efficient(w: &Worths, x: [u32; 2]) -> bool {
    !PACKAGES.iter().any(|&y| {
        let d = [0, 1].map(|s| sum(w, s, y) - sum(w, s, x));
        d.iter().all(|d| *d >= 0) && d.iter().any(|d| *d > 0)
    })
}

#[test]
fn standing_and_regret_are_those_of_every_corner() {
    for seed in 0..400 {
        let d = domain(seed);
        let corners = corners(&d);
        for x in PACKAGES {
            let good = corners.iter().filter(|w| efficient(w, x)).count();
            let expected = match good {
                0 => Standing::Never,
                256 => Standing::Always,
                _ => Standing::Sometimes,
            };
            assert_eq!(standing(&d, &x, Limits::default()), Ok(expected), "seed {seed}, {x:?}");
            let most = corners.iter().flat_map(|w| PACKAGES.map(|y| [0, 1].map(|s| sum(w, s, y) - sum(w, s, x)).into_iter().min())).max();
            assert_eq!(regret(&d, &x, Limits::default()), Ok(whole(most.flatten().unwrap_or(0))), "seed {seed}, {x:?}");
        }
    }
}

#[test]
fn what_the_leak_meter_leaves_is_what_some_corner_allows() {
    let mut narrowed = 0;
    for seed in 0..400 {
        let mut d = domain(seed);
        // The reader knows its own worths.
        for e in d.sides[1].worth.iter_mut().flatten() {
            e.high.clone_from(&e.value);
            e.low.clone_from(&e.value);
        }
        let (low, high) = (bounds(&d, false), bounds(&d, true));
        let corners = corners(&d);
        for x in PACKAGES {
            for left in leak(&d, 0, 1, &x, Limits::default()).expect("a reading") {
                let (i, o) = (left.issue, left.option as usize);
                for v in low[0][i][o]..=high[0][i][o] {
                    let possible = corners.iter().any(|w| {
                        let mut w = *w;
                        w[0][i][o] = v;
                        efficient(&w, x)
                    });
                    let inside = left.after.as_ref().is_some_and(|(a, b)| {
                        let end = if x[i] as usize == o { a } else { b };
                        *a <= whole(v) && whole(v) <= *b && !(left.open_end && whole(v) == *end)
                    });
                    assert_eq!(inside, possible, "seed {seed}, package {x:?}, issue {i}, option {o}, worth {v}: {left:?}");
                    narrowed += usize::from(!possible);
                }
            }
        }
    }
    assert!(narrowed > 100, "only {narrowed} values were ruled out");
}

#[test]
fn the_packages_that_hold_whatever_the_worths_come_first() {
    for seed in 0..50 {
        let d = domain(seed);
        let frontier = bargain::frontier::Frontier::of_domain(&d, Limits::default()).expect("a frontier");
        let all = bargain::uncertain::robustness(&d, &frontier, 10, Limits::default()).expect("a reading");
        assert!(all.windows(2).all(|w| w[0].standing > w[1].standing || (w[0].standing == w[1].standing && w[0].regret <= w[1].regret)));
        // What is on the frontier of some worths that fit is efficient for some.
        assert!(all.iter().all(|r| r.standing != Standing::Never), "seed {seed}");
        assert!(all.iter().filter(|r| r.standing == Standing::Always).all(|r| r.regret == whole(0)));
    }
}

#[test]
fn an_order_alone_can_settle_what_is_efficient() {
    let rank = |low: i64, high: i64| Estimate { low: whole(low), value: whole(low), high: whole(high), basis: Basis::Guess };
    let side = |name: &str, ranks: Vec<u32>| Side {
        name: name.into(),
        worth: vec![vec![rank(0, 10), rank(0, 10)]],
        reservation: None,
        discount: None,
        ranks: vec![Some(ranks)],
    };
    let issues = vec![Issue { name: "i".into(), options: vec!["x".into(), "y".into()], kind: Kind::Options }];
    let agree = Domain { issues: issues.clone(), sides: vec![side("a", vec![1, 2]), side("b", vec![1, 2])], ..Domain::default() };
    assert_eq!(standing(&agree, &[0], Limits::default()), Ok(Standing::Always));
    // Both rank it second, but the two may be worth the same to both.
    assert_eq!(standing(&agree, &[1], Limits::default()), Ok(Standing::Sometimes));
    assert_eq!(regret(&agree, &[1], Limits::default()), Ok(whole(10)));
    let differ = Domain { issues, sides: vec![side("a", vec![1, 2]), side("b", vec![2, 1])], ..Domain::default() };
    assert_eq!(regret(&differ, &[1], Limits::default()), Ok(whole(0)));
}

#[test]
fn the_next_question_is_the_one_whose_answer_lowers_the_regret() {
    // On issue 0 the worth of y to a is wide open and decides; on issue 1 nothing that is open matters.
    let e = |low: i64, high: i64| Estimate { low: whole(low), value: whole(low), high: whole(high), basis: Basis::Guess };
    let side = |name: &str, worth| Side { name: name.into(), worth, reservation: None, discount: None, ranks: vec![None; 2] };
    let issues = (0..2).map(|i| Issue { name: format!("i{i}"), options: vec!["x".into(), "y".into()], kind: Kind::Options }).collect();
    let a = side("a", vec![vec![e(5, 5), e(0, 20)], vec![e(9, 9), e(0, 1)]]);
    let b = side("b", vec![vec![e(0, 0), e(9, 9)], vec![e(9, 9), e(0, 0)]]);
    let d = Domain { issues, sides: vec![a, b], ..Domain::default() };
    let candidates: Vec<Package> = vec![vec![0, 0]];
    let asked = questions(&d, &candidates, Limits::default()).expect("questions");
    assert_eq!((asked[0].side, asked[0].issue, asked[0].option), (0, 0, 1));
    assert_eq!(asked.len(), 2);
    assert!(asked.iter().all(|q| q.regret_then <= q.regret_now));
}

#[test]
fn a_package_that_is_not_one_of_the_domains_is_refused() {
    let d = domain(1);
    for bad in [vec![0], vec![0, 2], vec![0, 0, 0]] {
        assert_eq!(standing(&d, &bad, Limits::default()).map_err(|p| p.key), Err("bargain-package".to_owned()));
        assert_eq!(leak(&d, 0, 1, &bad, Limits::default()).map_err(|p| p.key), Err("bargain-package".to_owned()));
    }
    assert!(leak(&d, 0, 0, &[0, 0], Limits::default()).is_err());
}
