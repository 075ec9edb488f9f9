//! Incidents: what was judged of one, which are looked at, how many a day, and which two may be one.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use terms::time::Stamp;
use watch::incident::{Filter, Incidents, Judged, Judgment, Judgments, Point, duplicates, import, per_day};

const HEAD: &str = "id,date,kind,sub_kind,by,against,place,area,lat,lon,killed,source,what\n";

fn table(rows: &[&str]) -> Incidents {
    let read = import::read(format!("{HEAD}{}\n", rows.join("\n")).as_bytes()).expect("the heading row is known");
    assert_eq!(read.left_out, 0, "{:?}", read.faults);
    read.incidents
}

/// Two shellings at Mill, a detention at Ford, and one without place, point or count.
fn four() -> Incidents {
    table(&[
        "a,2031-03-01,shelling,mortar,North,South,Mill,Upper,31.5000,34.5000,2,Radio,three shells fell near the mill",
        "b,2031-03-01,shelling,mortar,South,North,Mill,Upper,31.5010,34.5010,2,Gazette,the mill was hit",
        "c,2031-03-04,detention,,North,,Ford,Lower,31.9000,34.9000,0,Radio,a driver was taken",
        "d,2031-03-05,protest,,,,,,,,,Gazette,a crowd gathered",
    ])
}

fn judged(judgment: Judgment, by: &str, at: i64) -> Judged {
    Judged { judgment, by: by.to_owned(), at: Stamp(at), reasons: "seen".to_owned(), withdrawn: false }
}

fn to(who: &str) -> Judgment {
    Judgment::Attributed { to: who.to_owned() }
}

#[test]
fn verified_contested_and_attributed_do_not_answer_one_another() {
    let mut all = Judgments::default();
    all.add(7, judged(Judgment::Verified, "Monitors", 1));
    all.add(7, judged(Judgment::Contested, "South", 2));
    all.add(7, judged(to("North"), "Monitors", 3));
    all.add(7, judged(to("South"), "North", 4));
    assert_eq!(all.verified_by(7), ["Monitors"]);
    assert_eq!(all.contested_by(7), ["South"]);
    assert_eq!(all.attributed(7), [("North", "Monitors"), ("South", "North")]);
    assert!(all.of(8).is_empty() && all.verified_by(8).is_empty(), "another incident has none of them");
}

#[test]
fn a_judgment_taken_back_stays_with_its_mark() {
    let mut all = Judgments::default();
    all.add(1, judged(Judgment::Verified, "Monitors", 1));
    all.add(1, judged(Judgment::Verified, "Monitors", 2));
    assert!(!all.withdraw(1, "South", &Judgment::Verified), "nobody takes back another's");
    assert!(!all.withdraw(1, "Monitors", &Judgment::Contested), "nor one that was not made");
    assert!(all.withdraw(1, "Monitors", &Judgment::Verified));
    let marks: Vec<bool> = all.of(1).iter().map(|j| j.withdrawn).collect();
    assert_eq!(marks, [false, true], "the latest is taken back, and both stay");
    assert_eq!(all.verified_by(1), ["Monitors"], "the earlier one stands");
    assert!(all.withdraw(1, "Monitors", &Judgment::Verified));
    assert!(all.verified_by(1).is_empty());
    assert!(!all.withdraw(1, "Monitors", &Judgment::Verified), "nothing is left to take back");
    assert_eq!(all.of(1).len(), 2);
}

#[test]
fn an_attribution_to_one_side_is_taken_back_without_the_other() {
    let mut all = Judgments::default();
    all.add(1, judged(to("North"), "Monitors", 1));
    all.add(1, judged(to("South"), "Monitors", 2));
    assert!(all.withdraw(1, "Monitors", &to("North")));
    assert_eq!(all.attributed(1), [("South", "Monitors")]);
}

#[test]
fn a_filter_that_asks_nothing_leaves_everything_in_its_order() {
    assert_eq!(Filter::default().select(&four()), [0, 1, 2, 3]);
}

#[test]
fn each_question_of_a_filter_leaves_out_what_does_not_answer_it() {
    let all = four();
    let words = |w: &str| vec![w.to_owned()];
    let ask = |f: Filter| f.select(&all);
    assert_eq!(ask(Filter { from: Some(date(2031, 3, 4)), ..Filter::default() }), [2, 3]);
    assert_eq!(ask(Filter { to: Some(date(2031, 3, 4)), ..Filter::default() }), [0, 1, 2], "the last day is included");
    assert_eq!(ask(Filter { kinds: words("mortar"), ..Filter::default() }), [0, 1], "the more exact kind answers too");
    assert_eq!(ask(Filter { actors: words("South"), ..Filter::default() }), [0, 1], "on either side");
    assert_eq!(ask(Filter { places: words("Lower"), ..Filter::default() }), [2], "a district answers too");
    assert_eq!(ask(Filter { sources: words("Gazette"), ..Filter::default() }), [1, 3]);
    assert_eq!(ask(Filter { words: Some("mill was".into()), ..Filter::default() }), [1]);
    assert_eq!(ask(Filter { killed: Some(0), ..Filter::default() }), [0, 1, 2], "what is not stated is not nought");
    assert_eq!(ask(Filter { killed: Some(1), ..Filter::default() }), [0, 1]);
}

#[test]
fn a_kind_that_nobody_reported_selects_nothing_and_not_everything() {
    assert!(Filter { kinds: vec!["eclipse".into()], ..Filter::default() }.select(&four()).is_empty());
}

#[test]
fn a_report_without_a_point_lies_in_no_corner_of_the_map() {
    let (west, east) = (Point { lat: 31_000_000, lon: 34_000_000 }, Point { lat: 31_500_000, lon: 34_500_000 });
    let all = four();
    assert_eq!(Filter { within: Some((west, east)), ..Filter::default() }.select(&all), [0], "the corner itself is inside");
    let world = (Point { lat: -90_000_000, lon: -180_000_000 }, Point { lat: 90_000_000, lon: 180_000_000 });
    assert_eq!(Filter { within: Some(world), ..Filter::default() }.select(&all), [0, 1, 2]);
}

#[test]
fn days_without_a_report_are_listed_and_what_is_over_is_counted() {
    let all = four();
    let days = per_day(&all, &[0, 1, 2], Some(1));
    let got: Vec<(Date, u64, Option<u64>)> = days.iter().map(|d| (d.day, d.reported, d.over)).collect();
    let day = |n| date(2031, 3, n);
    assert_eq!(got, [(day(1), 2, Some(1)), (day(2), 0, Some(0)), (day(3), 0, Some(0)), (day(4), 1, Some(0))]);
    assert_eq!(per_day(&all, &[3], None)[0].over, None, "a clause without a number allows none to be exceeded");
    assert!(per_day(&all, &[], Some(1)).is_empty());
    assert!(per_day(&all, &[99], Some(1)).is_empty(), "a row that is not there counts nowhere");
}

#[test]
fn two_sources_of_one_day_place_and_kind_are_proposed_as_one_with_reasons() {
    let all = four();
    let pairs = duplicates::propose(&all, &[0, 1, 2, 3]);
    assert_eq!(pairs.len(), 1);
    assert_eq!((pairs[0].a, pairs[0].b), (0, 1));
    let why: Vec<&str> = pairs[0].why.iter().map(|p| &*p.key).collect();
    for key in ["watch-duplicate-place", "watch-duplicate-day", "watch-duplicate-kind", "watch-duplicate-sides", "watch-duplicate-killed"] {
        assert!(why.contains(&key), "{key} in {why:?}");
    }
}

#[test]
fn reports_of_one_source_are_two_occurrences() {
    let all = table(&[
        "a,2031-03-01,shelling,,North,South,Mill,,31.5,34.5,2,Radio,one",
        "b,2031-03-01,shelling,,North,South,Mill,,31.5,34.5,2,Radio,two",
    ]);
    assert!(duplicates::propose(&all, &[0, 1]).is_empty());
}

#[test]
fn a_report_of_the_next_morning_may_be_of_the_night_before_and_one_of_two_days_later_not() {
    let rows = |day: &str| {
        table(&[
            "a,2031-03-01,shelling,,North,South,Mill,,31.5,34.5,2,Radio,one",
            &format!("b,{day},shelling,,North,South,Mill,,31.5,34.5,2,Gazette,two"),
        ])
    };
    let next = rows("2031-03-02");
    let pairs = duplicates::propose(&next, &[0, 1]);
    assert_eq!(pairs.len(), 1);
    assert!(pairs[0].why.iter().any(|p| &*p.key == "watch-duplicate-next-day"));
    assert!(duplicates::propose(&rows("2031-03-03"), &[0, 1]).is_empty());
}

#[test]
fn places_of_one_name_that_lie_far_apart_are_two() {
    let all = table(&[
        "a,2031-03-01,shelling,,North,South,Mill,,31.5,34.5,2,Radio,one",
        "b,2031-03-01,shelling,,North,South,Mill,,32.5,34.5,2,Gazette,two",
    ]);
    assert!(duplicates::propose(&all, &[0, 1]).is_empty());
}

#[test]
fn places_of_two_spellings_are_found_by_their_points_across_the_edge_of_a_cell() {
    let all = table(&[
        "a,2031-03-01,shelling,,North,South,Mill,,31.51999,34.5,2,Radio,one",
        "b,2031-03-01,shelling,,North,South,Mylle,,31.52001,34.5,2,Gazette,two",
    ]);
    let pairs = duplicates::propose(&all, &[0, 1]);
    assert_eq!(pairs.len(), 1);
    assert!(pairs[0].why.iter().any(|p| &*p.key == "watch-duplicate-near"));
}

#[test]
fn nothing_known_of_either_is_no_reason() {
    let all = table(&["a,2031-03-01,,,,,,,,,,Radio,one", "b,2031-03-01,,,,,,,,,,Gazette,two"]);
    assert!(duplicates::propose(&all, &[0, 1]).is_empty());
}

/// A small table of few names, so that many rows agree.
fn rows() -> impl Strategy<Value = Incidents> {
    let row = (1..6u8, 0..3usize, 0..3usize, 0..3usize, 0..3usize, prop::option::of(0..4u32), prop::option::of((0..60i32, 0..60i32)));
    prop::collection::vec(row, 1..40).prop_map(|rows| {
        let lines: Vec<String> = rows
            .into_iter()
            .enumerate()
            .map(|(i, (day, kind, place, actor, source, killed, point))| {
                let name = |of: &str, n: usize| if n == 0 { String::new() } else { format!("{of}{n}") };
                let (lat, lon) = point.map_or_else(Default::default, |(a, b)| (format!("31.{a:03}"), format!("34.{b:03}")));
                let killed = killed.map_or_else(String::new, |n| n.to_string());
                format!(
                    "{i},2031-03-{day:02},{},,{},,{},,{lat},{lon},{killed},{},report {i}",
                    name("kind", kind),
                    name("side", actor),
                    name("place", place),
                    name("source", source)
                )
            })
            .collect();
        table(&lines.iter().map(String::as_str).collect::<Vec<_>>())
    })
}

proptest! {
    #[test]
    fn a_selection_holds_those_that_answer_every_question(all in rows(), first in 1..6i8, killed in prop::option::of(0..4u32), kind in 1..4usize) {
        let kind = format!("kind{kind}");
        let filter = Filter { from: Some(date(2031, 3, first)), kinds: vec![kind.clone()], killed, ..Filter::default() };
        let plain: Vec<usize> = all
            .iter()
            .enumerate()
            .filter(|(_, i)| i.day >= date(2031, 3, first) && i.kind == kind && killed.is_none_or(|n| i.killed.is_some_and(|k| k >= n)))
            .map(|(at, _)| at)
            .collect();
        prop_assert_eq!(filter.select(&all), plain);
    }

    #[test]
    fn the_days_add_up_to_the_selection(all in rows(), allowed in prop::option::of(0..5u64)) {
        let selected = Filter::default().select(&all);
        let days = per_day(&all, &selected, allowed);
        prop_assert_eq!(days.iter().map(|d| d.reported).sum::<u64>(), selected.len() as u64);
        prop_assert!(days.windows(2).all(|d| d[0].day < d[1].day));
        prop_assert!(days.iter().all(|d| d.over == allowed.map(|a| d.reported.saturating_sub(a))));
    }

    #[test]
    fn a_pair_is_of_two_sources_a_day_apart_at_most_and_is_proposed_once(all in rows()) {
        let selected = Filter::default().select(&all);
        let pairs = duplicates::propose(&all, &selected);
        let mut keys: Vec<(usize, usize)> = pairs.iter().map(|p| (p.a, p.b)).collect();
        for (a, b) in &keys {
            let (x, y) = (all.get(*a).unwrap(), all.get(*b).unwrap());
            prop_assert!(a < b);
            prop_assert!(x.source != y.source || x.source.is_empty());
            prop_assert!(x.day.until(y.day).unwrap().get_days().abs() <= 1);
        }
        keys.sort_unstable();
        keys.dedup();
        prop_assert_eq!(keys.len(), pairs.len());
        let backwards: Vec<usize> = selected.into_iter().rev().collect();
        prop_assert_eq!(duplicates::propose(&all, &backwards), pairs, "the order of looking does not matter");
    }
}
