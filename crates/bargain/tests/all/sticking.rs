//! Distances, movement, knots, trades and divisions.

use bargain::domain::{Domain, Estimate, Issue, Kind, Link, Side};
use bargain::exact::{Fraction, read, whole};
use bargain::sticking::linkage::{Edge, circles, edges, fewest_to_cut, waiting};
use bargain::sticking::{Place, Said, Scale, distance, measure, ranked};
use bargain::trade::{given_up, trades, weights};
use bargain::winner::adjusted_winner;
use num_traits::One;
use proptest::prelude::*;

fn f(text: &str) -> Fraction {
    read(text).expect("a number")
}

fn list(items: &[&str]) -> Place {
    Place::List(items.iter().map(ToString::to_string).collect())
}

#[test]
fn distances_lie_on_the_agreed_range() {
    let range = Scale::Range { low: whole(0), high: whole(72) };
    let hours = |n: i64| Place::Number(whole(n));
    assert_eq!(distance(&range, &hours(24), &hours(72)), Some(f("2/3")));
    assert_eq!(distance(&range, &hours(24), &hours(100)), None);
    assert_eq!(distance(&Scale::Ranked(5), &Place::At(0), &Place::At(3)), Some(f("3/4")));
    assert_eq!(distance(&Scale::Options, &Place::At(0), &Place::At(3)), Some(whole(1)));
    assert_eq!(distance(&Scale::Lists, &list(&["a", "b"]), &list(&["b", "c"])), Some(f("2/3")));
    assert_eq!(distance(&Scale::Lists, &list(&[]), &list(&[])), Some(whole(0)));
    assert_eq!(distance(&Scale::Brackets(4), &Place::Picks(vec![0, 1, 0, 0]), &Place::Picks(vec![0, 0, 0, 1])), Some(f("1/2")));
    assert_eq!(distance(&Scale::Ranked(5), &Place::At(0), &hours(1)), None);
}

#[test]
fn movement_is_signed_towards_the_other() {
    let range = Scale::Range { low: whole(0), high: whole(100) };
    let said = |round, side, n: i64, public| Said { round, side, place: Place::Number(whole(n)), public };
    let all = [
        said(1, 0, 0, false),
        said(1, 1, 100, false),
        said(2, 0, 30, false),
        said(3, 0, 20, false),
        said(4, 1, 90, false),
        said(6, 0, 20, false),
        said(6, 0, 0, true),
    ];
    let m = measure(&range, 0, 1, &all);
    assert_eq!(m.distance, Some(f("7/10")));
    assert_eq!((m.sides[0].towards.clone(), m.sides[0].reversals), (Some(f("1/5")), 1));
    assert_eq!((m.sides[1].towards.clone(), m.sides[1].reversals), (Some(f("1/10")), 0));
    assert_eq!((m.sides[0].share.clone(), m.sides[1].share.clone()), (Some(f("2/3")), Some(f("1/3"))));
    assert_eq!((m.sides[0].stalled, m.sides[1].stalled), (Some(3), Some(2)));
    assert_eq!((m.sides[0].public_private.clone(), m.sides[1].public_private.clone()), (Some(f("1/5")), None));
}

#[test]
fn no_data_is_not_shown_as_agreement() {
    let range = Scale::Ranked(3);
    let one = [Said { round: 1, side: 0, place: Place::At(1), public: true }];
    let m = measure(&range, 0, 1, &one);
    assert_eq!((m.distance.clone(), m.sides[0].towards.clone(), m.sides[1].stalled), (None, None, None));
    let near = measure(&range, 0, 1, &[one[0].clone(), Said { side: 1, ..one[0].clone() }]);
    assert_eq!(near.distance, Some(whole(0)));
    assert_eq!(ranked(&[m, near], &[5, 0]), [1, 0]);
}

fn edge(from: usize, to: usize) -> Edge {
    Edge { from, to }
}

#[test]
fn a_knot_is_cut_at_its_fewest_links() {
    // 0 waits for 1 and 2, both wait for 0; 3 waits for 0 and is in no circle.
    let all = [edge(0, 1), edge(0, 2), edge(1, 0), edge(2, 0), edge(3, 0)];
    assert_eq!(circles(4, &all), [[0, 1, 2]]);
    let cut = fewest_to_cut(4, &all);
    assert!(cut.fewest);
    assert_eq!(cut.edges.len(), 2);
    assert_eq!(waiting(4, &all), [3, 1, 1, 0]);
}

proptest! {
    #[test]
    fn no_smaller_cut_leaves_no_circle(pairs in prop::collection::vec((0_usize..5, 0_usize..5), 0..9)) {
        let mut all: Vec<Edge> = pairs.into_iter().filter(|(a, b)| a != b).map(|(a, b)| edge(a, b)).collect();
        all.sort();
        all.dedup();
        let cut = fewest_to_cut(5, &all);
        let left = |drop: &dyn Fn(usize) -> bool| all.iter().enumerate().filter(|(i, _)| !drop(*i)).map(|(_, e)| *e).collect::<Vec<_>>();
        prop_assert!(circles(5, &left(&|i| cut.edges.contains(&all[i]))).is_empty());
        let fewest = (0..1_u32 << all.len()).filter(|m| circles(5, &left(&|i| m >> i & 1 == 1)).is_empty()).map(u32::count_ones).min();
        prop_assert_eq!(fewest, Some(cut.edges.len() as u32));
    }

    #[test]
    fn a_division_is_equal_and_no_other_is_better_for_both(
        points in prop::collection::vec((1_i64..20, 1_i64..20), 1..5),
        other in prop::collection::vec(0_i64..=10, 5),
    ) {
        let d = divisible(&points);
        let division = adjusted_winner(&d).expect("a division");
        prop_assert_eq!(&division.points[0], &division.points[1]);
        prop_assert!(division.to_first.iter().filter(|(_, t)| *t != whole(0) && *t != whole(1)).count() <= 1);
        let whole_of = |s: usize| -> i64 { points.iter().map(|p| if s == 0 { p.0 } else { p.1 }).sum() };
        let first: Fraction = points.iter().zip(&other).map(|(p, t)| whole(p.0 * t) / whole(10 * whole_of(0))).sum();
        let second: Fraction = points.iter().zip(&other).map(|(p, t)| whole(p.1 * (10 - t)) / whole(10 * whole_of(1))).sum();
        prop_assert!(first <= division.points[0] || second <= division.points[1]);
        prop_assert!(division.points[0] >= Fraction::one() / whole(2));
    }
}

fn divisible(points: &[(i64, i64)]) -> Domain {
    let worth = |w: i64, mine: usize| (0..2).map(|o| Estimate::exact(whole(if o == mine { w } else { 0 }))).collect::<Vec<_>>();
    let side = |s: usize| Side {
        name: s.to_string(),
        worth: points.iter().map(|p| worth(if s == 0 { p.0 } else { p.1 }, s)).collect(),
        reservation: None,
        discount: None,
        ranks: vec![None; points.len()],
    };
    let issue = |n: usize| Issue { name: n.to_string(), options: vec!["to first".into(), "to second".into()], kind: Kind::Divides };
    Domain { issues: (0..points.len()).map(issue).collect(), sides: vec![side(0), side(1)], ..Domain::default() }
}

#[test]
fn the_side_ahead_hands_over_what_the_two_value_most_alike() {
    // First 50, 30, 20; second 20, 30, 50: the middle one is split in half.
    let division = adjusted_winner(&divisible(&[(50, 20), (30, 30), (20, 50)])).expect("a division");
    assert_eq!(division.to_first, [(0, whole(1)), (1, f("1/2")), (2, whole(0))]);
    assert_eq!(division.points, [f("13/20"), f("13/20")]);
}

#[test]
fn trades_are_where_weights_differ() {
    let d = divisible(&[(50, 20), (30, 30), (20, 50)]);
    assert_eq!(weights(&d)[0], [f("1/2"), f("3/10"), f("1/5")]);
    let found = trades(&d, 0, 1);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].gains, found[0].gives, found[0].difference.clone()), (0, 2, f("3/5")));
    assert_eq!(given_up(&d, &[0, 1, 1]), [[whole(0), whole(30), whole(20)], [whole(20), whole(0), whole(0)]]);
}

#[test]
fn links_of_a_domain_become_edges_between_issues() {
    let mut d = divisible(&[(1, 1), (1, 1), (1, 1)]);
    d.links.push(Link { option: (0, 1), any_of: vec![(1, 0), (2, 0), (0, 0)] });
    d.links.push(Link { option: (0, 0), any_of: vec![(1, 1)] });
    assert_eq!(edges(&d), [edge(0, 1), edge(0, 2)]);
}
