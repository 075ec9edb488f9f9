//! Known answers, exhaustive comparison and the size that the design promises.

use super::planner::{Verdict, plan};
use super::reach::Space;
use super::*;
use std::collections::BTreeSet;

fn class(giver: Side, count: u32, cost: i64, value: i64) -> Class {
    Class { name: String::new(), giver, count, cost: Range::of(cost), value: Range::of(value), can_be_undone: true, after: Vec::new() }
}

fn exchange(classes: Vec<Class>, guarantee: [i64; 2]) -> Exchange {
    Exchange { names: ["A".into(), "B".into()], classes, guarantee, joint: None }
}

/// A gives 3, 5, 7, 9; B gives one thing of cost T + 4.
fn subset(t: i64) -> Exchange {
    let mut classes: Vec<Class> = [3, 5, 7, 9].iter().map(|n| class(Side::A, 1, *n, *n)).collect();
    classes.push(class(Side::B, 1, t + 4, 25));
    exchange(classes, [t, 4])
}

#[test]
fn a_subset_that_sums_is_found_and_its_absence_proven() {
    for (t, safe) in [(12, true), (8, true), (11, false), (13, false)] {
        let a = plan(&subset(t)).unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!(a.verdict, if safe { Verdict::Safe } else { Verdict::None }, "T = {t}");
        assert!(a.exact);
    }
}

#[test]
fn like_items_on_both_sides_need_one() {
    for n in 1..6 {
        let e = |d| exchange(vec![class(Side::A, n, 1, 3), class(Side::B, n, 1, 3)], d);
        assert_eq!(plan(&e([0, 0])).map(|a| a.verdict), Ok(Verdict::None));
        assert_eq!(plan(&e([1, 1])).map(|a| a.verdict), Ok(Verdict::Safe));
        let a = plan(&e([0, 0])).unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!(a.frontier, [[0, 1], [1, 0]], "only the last mover needs it");
        assert_eq!(a.last.map(|l| l.cost), Some(1));
    }
}

#[test]
fn two_big_items_need_the_cost_of_the_last() {
    let e = |d| exchange(vec![class(Side::A, 1, 20, 60), class(Side::B, 1, 20, 60)], d);
    assert_eq!(plan(&e([0, 0])).map(|a| a.verdict), Ok(Verdict::None));
    assert_eq!(plan(&e([19, 19])).map(|a| a.verdict), Ok(Verdict::None));
    let a = plan(&e([20, 0])).unwrap_or_else(|e| panic!("{e:?}"));
    assert_eq!(a.verdict, Verdict::Safe);
    let first = a.plan.map(|p| p.stands[1].step.moves.clone());
    assert_eq!(first, Some(vec![(1, 1)]), "B first");
    assert_eq!(a.last.map(|l| (l.side, l.cost)), Some((Side::A, 20)));
}

#[test]
fn one_joint_step_of_everything_needs_no_guarantee() {
    let mut e = exchange(vec![class(Side::A, 2, 20, 60), class(Side::B, 2, 20, 60)], [0, 0]);
    e.joint = Some(Joint { a: 2, b: 2 });
    let a = plan(&e).unwrap_or_else(|e| panic!("{e:?}"));
    assert_eq!((a.verdict, a.all_at_once.safe, a.all_at_once.items), (Verdict::Safe, true, [2, 2]));
    assert_eq!(a.all_at_once.at_stake, [40, 40]);
    let p = a.plan.unwrap_or_else(|| panic!("a plan"));
    assert_eq!((p.guarantee, p.peak), ([0, 0], 0));
    assert!(p.stands.iter().skip(1).all(|s| s.joint));
    // Pairs of one and one are joint steps too.
    e.joint = Some(Joint { a: 1, b: 1 });
    assert_eq!(plan(&e).map(|a| a.verdict), Ok(Verdict::Safe));
}

#[test]
fn what_waits_for_another_comes_after_it() {
    let mut e = exchange(vec![class(Side::A, 2, 1, 5), class(Side::A, 2, 1, 5), class(Side::B, 2, 1, 5)], [9, 9]);
    e.classes[0].after = vec![2, 1];
    let p = plan(&e).ok().and_then(|a| a.plan).unwrap_or_else(|| panic!("a plan"));
    let order: Vec<usize> = p.stands.iter().flat_map(|s| s.step.moves.iter().map(|m| m.0)).collect();
    assert_eq!(order.last(), Some(&0));
    e.classes[2].after = vec![0];
    assert_eq!(plan(&e).err(), Some(Fault::Circle(0)));
}

/// All orders of single items, as sets of states reached: no cleverness at all.
fn exhaustive(e: &Exchange, worth: &[(i64, i64)], d: [i64; 2]) -> bool {
    let space = Space::new(e, worth).unwrap_or_else(|| panic!("small"));
    let safe = |s: &Vec<u32>| {
        let r = space.rest(s);
        r[0] >= -d[0] && r[1] >= -d[1]
    };
    let start = vec![0u32; e.classes.len()];
    let mut seen: BTreeSet<Vec<u32>> = BTreeSet::new();
    let mut todo = vec![start];
    while let Some(s) = todo.pop() {
        if !safe(&s) || !seen.insert(s.clone()) {
            continue;
        }
        let mut moves: Vec<Vec<(usize, u32)>> = (0..s.len()).map(|k| vec![(k, 1)]).collect();
        if let Some(j) = e.joint {
            // Joint steps of one class of each side are all that these instances allow.
            for x in 0..s.len() {
                for y in 0..s.len() {
                    if e.classes[x].giver == Side::A && e.classes[y].giver == Side::B && j.a == 1 && j.b == 1 {
                        moves.push(vec![(x, 1), (y, 1)]);
                    }
                }
            }
        }
        for m in moves {
            let mut t = s.clone();
            m.iter().for_each(|(k, n)| t[*k] += n);
            if t.iter().zip(&e.classes).all(|(n, c)| *n <= c.count) {
                todo.push(t);
            }
        }
    }
    seen.contains(&e.classes.iter().map(|c| c.count).collect::<Vec<u32>>())
}

#[test]
fn the_exact_planner_agrees_with_exhaustive_search() {
    let mut x = 99u64;
    let mut next = |n: u64| {
        x = x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (x >> 33) % n
    };
    let (mut safe, mut none) = (0, 0);
    for round in 0..3000 {
        let classes = (0..2 + next(3))
            .map(|k| {
                let side = if k == 0 {
                    Side::A
                } else if k == 1 {
                    Side::B
                } else {
                    Side::BOTH[next(2) as usize]
                };
                class(side, 1 + next(3) as u32, next(7) as i64, next(10) as i64)
            })
            .collect();
        let mut e = exchange(classes, [next(6) as i64, next(6) as i64]);
        if round % 3 == 0 {
            e.joint = Some(Joint { a: 1, b: 1 });
        }
        let worth = e.at_worst();
        let a = plan(&e).unwrap_or_else(|e| panic!("{e:?}"));
        let want = exhaustive(&e, &worth, e.guarantee);
        assert_eq!(a.verdict, if want { Verdict::Safe } else { Verdict::None }, "{e:?}");
        if want {
            safe += 1
        } else {
            none += 1
        }
        // The frontier is least: enough at its points, not a whit below.
        assert!(a.frontier_whole);
        for p in &a.frontier {
            assert!(exhaustive(&e, &worth, *p), "{e:?} {p:?}");
            assert!(p[0] == 0 || !exhaustive(&e, &worth, [p[0] - 1, p[1]]), "{e:?} {p:?}");
            assert!(p[1] == 0 || !exhaustive(&e, &worth, [p[0], p[1] - 1]), "{e:?} {p:?}");
        }
        // The plan keeps its word at every step, and moves everything once.
        if let Some(p) = a.plan {
            assert!(p.stands.iter().all(|s| s.over[0] <= 0 && s.over[1] <= 0), "{e:?} {p:?}");
            let mut moved = vec![0; e.classes.len()];
            p.stands.iter().flat_map(|s| &s.step.moves).for_each(|(k, n)| moved[*k] += n);
            assert!(moved.iter().zip(&e.classes).all(|(n, c)| *n == c.count));
            for s in &p.slack {
                let mut worse = worth.clone();
                if let Some(v) = s.value_from {
                    worse[s.class].1 = v;
                }
                assert!(keeps(&e, &worse, &p), "at the end of the interval the order is still safe: {e:?} {s:?}");
                if s.value_from.is_some() {
                    worse[s.class].1 -= 1;
                    assert!(!keeps(&e, &worse, &p), "and just beyond it no longer: {e:?} {s:?}");
                }
                let mut dearer = worth.clone();
                if let Some(c) = s.cost_to {
                    dearer[s.class].0 = c;
                    assert!(keeps(&e, &dearer, &p));
                    dearer[s.class].0 += 1;
                    assert!(!keeps(&e, &dearer, &p));
                }
            }
        }
    }
    assert!(safe > 300 && none > 300, "both answers occur: {safe} {none}");
}

fn keeps(e: &Exchange, worth: &[(i64, i64)], p: &planner::Plan) -> bool {
    let space = Space::new(e, worth).unwrap_or_else(|| panic!("small"));
    let mut counts = vec![0; e.classes.len()];
    p.stands.iter().all(|s| {
        s.step.moves.iter().for_each(|(k, n)| counts[*k] += n);
        let r = space.rest(&counts);
        r[0] >= -p.guarantee[0] && r[1] >= -p.guarantee[1]
    })
}

#[test]
fn many_people_in_few_classes_are_planned_exactly() {
    let e = exchange(
        vec![class(Side::A, 20, 30, 90), class(Side::A, 28, 10, 40), class(Side::B, 300, 4, 9), class(Side::B, 1700, 1, 2)],
        [0, 30],
    );
    let a = plan(&e).unwrap_or_else(|e| panic!("{e:?}"));
    assert!(a.exact && a.verdict == Verdict::Safe, "{:?}", a.frontier);
    assert_eq!(a.states, (21u64 * 29 * 301 * 1701).to_string());
    let p = a.plan.unwrap_or_else(|| panic!("a plan"));
    assert!(p.stands.iter().all(|s| s.over[0] <= 0 && s.over[1] <= 0));
    assert!(p.peak_is_least);
}

#[test]
fn what_is_too_large_to_search_is_bounded_and_says_so() {
    // Forty things of their own on either side: 2^80 states.
    let mut classes: Vec<Class> = (0..40).map(|k| class(Side::A, 1, 10 + k, 30 + k)).collect();
    classes.extend((0..40).map(|k| class(Side::B, 1, 12 + k, 35 + k)));
    let a = plan(&exchange(classes.clone(), [60, 60])).unwrap_or_else(|e| panic!("{e:?}"));
    assert!(!a.exact);
    assert_eq!(a.verdict, Verdict::Safe, "a safe order found is safe, however it was found");
    let p = a.plan.unwrap_or_else(|| panic!("a plan"));
    assert!(!p.peak_is_least && p.stands.iter().all(|s| s.over[0] <= 0 && s.over[1] <= 0));
    let little = plan(&exchange(classes, [0, 0])).unwrap_or_else(|e| panic!("{e:?}"));
    assert_eq!(little.verdict, Verdict::None, "the last mover's need is proof");
}

#[test]
fn a_range_is_planned_at_its_worst() {
    let mut e = exchange(vec![class(Side::A, 3, 2, 5), class(Side::B, 3, 2, 5)], [2, 2]);
    e.classes[0].cost = Range { low: 1, high: 3 };
    let a = plan(&e).unwrap_or_else(|e| panic!("{e:?}"));
    let p = a.plan.unwrap_or_else(|| panic!("a plan"));
    for cost in 1..=3 {
        assert!(keeps(&e, &[(cost, 5), (2, 5)], &p));
    }
}

#[test]
fn steps_fall_on_days_within_what_can_be_carried() {
    use super::schedule::{Capacity, schedule};
    let e = exchange(vec![class(Side::A, 5, 1, 3), class(Side::B, 4, 1, 3)], [9, 9]);
    let step = |m: &[(usize, u32)]| Step { moves: m.to_vec() };
    let steps = [step(&[(0, 5)]), step(&[(1, 4)])];
    let capacity = Capacity { items: [Some(2), Some(4)], handovers: None, days: Some(3) };
    let s = schedule(&e, &steps, &capacity);
    assert_eq!((s.days, s.in_time, s.too_large), (3, true, None));
    assert_eq!(s.batches.iter().map(|b| b.day).collect::<Vec<_>>(), [1, 2, 3, 3]);
    let joint = schedule(&e, &[step(&[(0, 5), (1, 4)])], &capacity);
    assert_eq!((joint.in_time, joint.too_large), (false, Some(0)));
}

#[test]
fn nothing_to_give_is_safe() {
    let a = plan(&exchange(Vec::new(), [0, 0])).unwrap_or_else(|e| panic!("{e:?}"));
    assert_eq!((a.verdict, a.exact, a.plan), (Verdict::Safe, true, None));
    let one = plan(&exchange(vec![class(Side::A, 0, 1, 1)], [0, 0])).unwrap_or_else(|e| panic!("{e:?}"));
    assert_eq!(one.verdict, Verdict::Safe);
}
