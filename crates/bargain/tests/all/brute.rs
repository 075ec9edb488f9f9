//! The frontier and the solutions against brute force: 10,000 seeded domains of two to four sides,
//! with ties, duplicate options, reservation values, links and joint worths.

use bargain::domain::{Domain, Estimate, Issue, Joint, Kind, Link, Package, Side};
use bargain::exact::{Fraction, share, whole};
use bargain::frontier::{Frontier, Limits};
use bargain::solution::{from_baseline, solutions};
use num_bigint::BigUint;
use num_traits::{One, Signed, Zero};
use proptest::prelude::*;

/// SplitMix64, so that a failure can be named by its seed.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }
    fn worth(&mut self, most: u64, denominator: i64) -> Fraction {
        whole(self.below(most + 1) as i64 - 2) / whole(denominator)
    }
}

fn domain(seed: u64) -> Domain {
    let mut rng = Seeded(seed);
    let sides = 2 + rng.below(3) as usize;
    let issues: Vec<Issue> = (0..1 + rng.below(4))
        .map(|i| Issue {
            name: format!("issue {i}"),
            options: (0..1 + rng.below(4)).map(|o| format!("option {o}")).collect(),
            kind: Kind::Options,
        })
        .collect();
    let most = [2, 9, 1000][rng.below(3) as usize];
    let sides: Vec<Side> = (0..sides)
        .map(|s| {
            let denominator = [1, 3, 10][rng.below(3) as usize];
            let worth: Vec<Vec<Estimate>> =
                issues.iter().map(|i| i.options.iter().map(|_| Estimate::exact(rng.worth(most, denominator))).collect()).collect();
            let reservation = (rng.below(2) == 0).then(|| rng.worth(2 * most, denominator));
            Side { name: format!("side {s}"), ranks: vec![None; issues.len()], worth, reservation, discount: None }
        })
        .collect();
    let mut made = Domain { name: format!("seed {seed}"), issues, sides, ..Domain::default() };
    let choice = |rng: &mut Seeded, made: &Domain| {
        let issue = rng.below(made.issues.len() as u64) as usize;
        (issue, rng.below(made.issues[issue].options.len() as u64) as u32)
    };
    if seed.is_multiple_of(3) {
        for _ in 0..rng.below(4) {
            let option = choice(&mut rng, &made);
            let any_of = (0..rng.below(3)).map(|_| choice(&mut rng, &made)).collect();
            made.links.push(Link { option, any_of });
        }
        for _ in 0..rng.below(3) {
            let when = (0..1 + rng.below(3)).map(|_| choice(&mut rng, &made)).collect();
            let worth = made.sides.iter().map(|_| rng.worth(most, 2)).collect();
            made.joints.push(Joint { when, worth });
        }
    }
    made
}

fn every_package(domain: &Domain) -> Vec<Package> {
    let mut all = vec![Vec::new()];
    for issue in &domain.issues {
        all = all.into_iter().flat_map(|p: Package| (0..issue.options.len() as u32).map(move |o| [p.as_slice(), &[o]].concat())).collect();
    }
    all.retain(|p| domain.allows(p));
    all
}

/// A point by brute force: its worth, its packages.
type Found = Vec<(Vec<Fraction>, Vec<Package>)>;

/// Every worth here is a multiple of 1/60: brute force adds and compares whole sixtieths, for speed.
fn sixtieths(f: &Fraction) -> i64 {
    i64::try_from((f * whole(60)).to_integer()).expect("small")
}

fn by_force(domain: &Domain) -> Found {
    let sides = &domain.sides;
    let worth: Vec<Vec<Vec<i64>>> =
        sides.iter().map(|s| s.worth.iter().map(|o| o.iter().map(|e| sixtieths(&e.value)).collect()).collect()).collect();
    let joints: Vec<Vec<i64>> = domain.joints.iter().map(|j| j.worth.iter().map(sixtieths).collect()).collect();
    let floors: Vec<Option<i64>> = sides.iter().map(|s| s.reservation.as_ref().map(sixtieths)).collect();
    let row = |p: &Package| -> Vec<i64> {
        let together = |s: usize| -> i64 {
            let all = |(j, _): &(&Joint, &Vec<i64>)| j.when.iter().all(|c| p[c.0] == c.1);
            domain.joints.iter().zip(&joints).filter(all).map(|(_, w)| w[s]).sum()
        };
        (0..sides.len()).map(|s| together(s) + p.iter().zip(&worth[s]).map(|(&o, w)| w[o as usize]).sum::<i64>()).collect()
    };
    let mut all: Vec<(Vec<i64>, Package)> = every_package(domain).into_iter().map(|p| (row(&p), p)).collect();
    all.retain(|(w, _)| w.iter().zip(&floors).all(|(w, f)| f.is_none_or(|f| *w >= f)));
    let mut rows: Vec<Vec<i64>> = all.iter().map(|a| a.0.clone()).collect();
    rows.sort();
    rows.dedup();
    let beaten = |w: &Vec<i64>| rows.iter().any(|o| o != w && o.iter().zip(w).all(|(a, b)| a >= b));
    all.retain(|(w, _)| !beaten(w));
    all.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut points: Found = Vec::new();
    for (_, p) in all {
        let w = domain.worth_of(&p);
        match points.last_mut() {
            Some(last) if last.0 == w => last.1.push(p),
            _ => points.push((w, vec![p])),
        }
    }
    points
}

fn best_by<K: Ord>(points: &Found, key: impl Fn(&[Fraction]) -> Option<K>) -> Vec<usize> {
    let keys: Vec<Option<K>> = points.iter().map(|p| key(&p.0)).collect();
    let best = keys.iter().flatten().max();
    (0..points.len()).filter(|&i| keys[i].is_some() && keys[i].as_ref() == best).collect()
}

#[test]
fn ten_thousand_small_domains_agree_with_brute_force() {
    for seed in 0..10_000 {
        let domain = domain(seed);
        let frontier = Frontier::of_domain(&domain, Limits::default()).expect("a frontier");
        let expected = by_force(&domain);
        assert!(frontier.exact());
        assert_eq!(*frontier.outcomes(), BigUint::from(every_package(&domain).len()), "outcomes of seed {seed}");
        let found: Found = (0..frontier.len())
            .map(|i| {
                let mut packages: Vec<Package> = frontier.packages(i).collect();
                packages.sort();
                (frontier.worth(i), packages)
            })
            .collect();
        assert_eq!(found, expected, "frontier of seed {seed}: {domain:?}");
        let totals: Vec<BigUint> = expected.iter().map(|p| BigUint::from(p.1.len())).collect();
        assert_eq!(frontier.totals(), totals, "totals of seed {seed}");

        let from = domain.disagreement();
        let gains = |w: &[Fraction]| -> Option<Vec<Fraction>> {
            let gains: Vec<Fraction> = w.iter().zip(&from).map(|(w, d)| w - d).collect();
            if gains.iter().any(Signed::is_negative) { None } else { Some(gains) }
        };
        let sorted = |mut g: Vec<Fraction>| {
            g.sort();
            g
        };
        let ideal: Vec<Fraction> =
            (0..from.len()).map(|s| expected.iter().map(|p| p.0[s].clone()).max().unwrap_or_else(Fraction::zero)).collect();
        let normal =
            |g: Vec<Fraction>| -> Vec<Fraction> { g.iter().zip(ideal.iter().zip(&from)).map(|(g, (b, d))| share(g, &(b - d))).collect() };
        let chosen = solutions(&frontier, &from);
        assert_eq!(chosen.nash, best_by(&expected, |w| gains(w).map(|g| g.iter().product::<Fraction>())), "nash of {seed}");
        assert_eq!(chosen.egalitarian, best_by(&expected, |w| gains(w).map(sorted)), "egalitarian of {seed}");
        assert_eq!(chosen.kalai_smorodinsky, best_by(&expected, |w| gains(w).map(normal).map(sorted)), "kalai of {seed}");
        assert_eq!(chosen.utilitarian, best_by(&expected, |w| Some(w.iter().sum::<Fraction>())), "utilitarian of {seed}");
        if let Some((w, _)) = expected.get(expected.len() / 2) {
            let base: Vec<Fraction> = w.iter().map(|w| w - Fraction::one()).collect();
            let improved = best_by(&expected, |w| {
                let g: Vec<Fraction> = w.iter().zip(&base).map(|(w, b)| w - b).collect();
                if g.iter().any(Signed::is_negative) { None } else { Some(sorted(g)) }
            });
            assert_eq!(from_baseline(&frontier, &base), improved, "baseline of {seed}");
        }
    }
}

#[test]
fn a_package_bad_for_both_is_never_the_nash_point() {
    // Two losses multiply to a gain: (-5, -5) would beat (1, 1) by its product.
    let row = |a: i64, b: i64| [a, b];
    let options = [row(1, 1), row(-5, -5), row(3, -2)];
    let side = |s: usize| Side {
        name: s.to_string(),
        worth: vec![options.iter().map(|o| Estimate::exact(whole(o[s]))).collect()],
        reservation: Some(whole(0)),
        discount: None,
        ranks: vec![None],
    };
    let issues = vec![Issue { name: "one".into(), options: vec!["a".into(), "b".into(), "c".into()], kind: Kind::Options }];
    let domain = Domain { issues, sides: vec![side(0), side(1)], ..Domain::default() };
    let frontier = Frontier::of_domain(&domain, Limits::default()).expect("a frontier");
    let nash = solutions(&frontier, &domain.disagreement()).nash;
    assert_eq!(nash.iter().flat_map(|&i| frontier.packages(i)).collect::<Vec<_>>(), [vec![0]]);
}

#[test]
fn a_frontier_over_the_cap_says_so_and_keeps_within_its_epsilon() {
    let mut thinned = 0;
    for seed in 0..60 {
        let mut rng = Seeded(seed + 77);
        let sides = 2 + (seed % 2) as usize;
        let worth: Vec<Vec<Vec<i64>>> =
            (0..4).map(|_| (0..6).map(|_| (0..sides).map(|_| rng.below(1_000_000) as i64).collect()).collect()).collect();
        let table = bargain::table::Table::of_integers(&worth).expect("a table");
        let whole_one = Frontier::of(&table, Limits::default()).expect("a frontier");
        let cut = Frontier::of(&table, Limits { points: 12, total: 100 }).expect("a frontier");
        assert!(whole_one.exact());
        assert_eq!(cut.exact(), cut.epsilon().iter().all(Zero::is_zero));
        assert!(cut.len() <= 12, "{} points", cut.len());
        thinned += usize::from(!cut.exact());
        let epsilon = cut.epsilon();
        for i in 0..whole_one.len() {
            let near = |k: usize| cut.worth(k).iter().zip(&epsilon).zip(whole_one.worth(i)).all(|((c, e), w)| c + e >= w);
            assert!((0..cut.len()).any(near), "seed {seed}: point {i} has no point within epsilon");
        }
        for k in 0..cut.len() {
            let package = cut.packages(k).next().expect("a package behind every point");
            let sum: Vec<Fraction> =
                (0..sides).map(|s| package.iter().zip(&worth).map(|(&o, issue)| whole(issue[o as usize][s])).sum()).collect();
            assert_eq!(sum, cut.worth(k));
        }
    }
    assert!(thinned > 30, "only {thinned} domains were over the cap");
}

#[test]
fn worths_too_wide_for_the_machine_are_still_exact() {
    let big = |text: &str| Estimate::exact(bargain::exact::read(text).expect("a number"));
    for digits in [3, 20, 45] {
        let tail = "9".repeat(digits);
        let side = |name: &str, a: [&str; 2]| Side {
            name: name.into(),
            worth: vec![a.iter().map(|w| big(&format!("{w}.{tail}"))).collect(); 2],
            reservation: None,
            discount: None,
            ranks: vec![None; 2],
        };
        let issue = |n: &str| Issue { name: n.into(), options: vec!["yes".into(), "no".into()], kind: Kind::Options };
        let domain = Domain {
            issues: vec![issue("one"), issue("two")],
            sides: vec![side("a", ["1", "0"]), side("b", ["0", "1"])],
            ..Domain::default()
        };
        let frontier = Frontier::of_domain(&domain, Limits::default()).expect("a frontier");
        assert_eq!(frontier.len(), 3, "{digits} digits");
        assert_eq!(frontier.totals().iter().map(ToString::to_string).collect::<Vec<_>>(), ["1", "2", "1"]);
        assert_eq!(frontier.find(&frontier.worth(1)), Some(1));
    }
}

#[test]
fn packages_without_number_are_counted_and_listed_lazily() {
    // 300 issues on which nothing differs: 2^300 packages on the one point.
    let worth = vec![vec![vec![1, 2], vec![1, 2]]; 300];
    let table = bargain::table::Table::of_integers(&worth).expect("a table");
    let frontier = Frontier::of(&table, Limits::default()).expect("a frontier");
    assert_eq!(frontier.totals(), [BigUint::from(2_u8).pow(300)]);
    assert_eq!(frontier.packages(0).take(10).count(), 10);
}

proptest! {
    #[test]
    fn scales_and_starting_points_change_no_package_that_does_not_depend_on_them(
        seed in 0_u64..100_000, factor in 1_i64..50, under in 1_i64..7, shift in -20_i64..20,
    ) {
        let plain = domain(seed);
        let mut other = plain.clone();
        let scale = whole(factor) / whole(under);
        let side = &mut other.sides[0];
        for (n, options) in side.worth.iter_mut().enumerate() {
            for e in options {
                let moved = &e.value * &scale + if n == 0 { whole(shift) } else { whole(0) };
                *e = Estimate::exact(moved);
            }
        }
        side.reservation = side.reservation.as_ref().map(|r| r * &scale + whole(shift));
        other.joints.iter_mut().for_each(|j| j.worth[0] = &j.worth[0] * &scale);
        let (a, b) = (Frontier::of_domain(&plain, Limits::default()), Frontier::of_domain(&other, Limits::default()));
        let (a, b) = (a.expect("a frontier"), b.expect("a frontier"));
        let packages = |f: &Frontier| (0..f.len()).map(|i| f.packages(i).collect::<Vec<_>>()).collect::<Vec<_>>();
        prop_assert_eq!(packages(&a), packages(&b));
        let (x, y) = (solutions(&a, &plain.disagreement()), solutions(&b, &other.disagreement()));
        prop_assert_eq!(x.nash, y.nash);
        prop_assert_eq!(x.kalai_smorodinsky, y.kalai_smorodinsky);
    }

    #[test]
    fn the_order_of_the_issues_changes_no_worth(seed in 0_u64..100_000) {
        let plain = domain(seed);
        let mut other = plain.clone();
        let last = other.issues.len() - 1;
        other.issues.reverse();
        other.sides.iter_mut().for_each(|s| s.worth.reverse());
        let flip = |c: &mut (usize, u32)| c.0 = last - c.0;
        other.links.iter_mut().for_each(|l| {
            flip(&mut l.option);
            l.any_of.iter_mut().for_each(flip);
        });
        other.joints.iter_mut().for_each(|j| j.when.iter_mut().for_each(flip));
        let (a, b) = (Frontier::of_domain(&plain, Limits::default()), Frontier::of_domain(&other, Limits::default()));
        let (a, b) = (a.expect("a frontier"), b.expect("a frontier"));
        let worths = |f: &Frontier| (0..f.len()).map(|i| f.worth(i)).collect::<Vec<_>>();
        prop_assert_eq!(worths(&a), worths(&b));
        prop_assert_eq!(a.totals(), b.totals());
    }
}
