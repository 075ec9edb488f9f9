//! Real agreements as their sources give them, and what the checks say of each.

use accord::{Finding, Options, Report, Severity, check, parse};
use terms::phrase::Phrase;

fn report(text: &str) -> Report {
    let parsed = parse(text);
    let told: Vec<_> = parsed.findings.iter().map(|f| (f.check, &f.clauses, &f.message.args)).collect();
    assert!(told.is_empty(), "not read: {told:?}");
    assert_eq!(parsed.tree.print(), text);
    assert_eq!(accord::format(&parse(&accord::format(&parsed.tree)).tree), accord::format(&parsed.tree));
    check(&parsed, &Options::default())
}

fn has<'r>(r: &'r Report, check: &str, clauses: &[&str]) -> &'r Finding {
    r.findings.iter().find(|f| f.check == check && clauses.iter().all(|c| f.clauses.iter().any(|x| x == c))).unwrap_or_else(|| {
        panic!("no {check} about {clauses:?}; it says {:?}", r.findings.iter().map(|f| (f.check, &f.clauses)).collect::<Vec<_>>())
    })
}

fn silent(r: &Report, check: &str) {
    assert!(!r.findings.iter().any(|f| f.check == check), "{check}");
}

#[test]
fn the_framework_of_october_2025() {
    let r = report(include_str!("../../../../examples/agreements/october-2025-framework.accord"));
    let circle = has(&r, "nobody-can-go-first", &["1.1", "1.2", "1.4"]);
    assert_eq!(circle.brackets, ["1.1 A"], "and not under B");
    assert_eq!(circle.clauses.len(), 3);
    has(&r, "no-timescale", &["2.2"]);
    has(&r, "vague-term", &["2.6"]);
    has(&r, "power-vacuum", &["3.1", "3.2"]);
    has(&r, "emptied-duty", &["2.3", "1.4"]);
    has(&r, "free-to-walk-away", &["1.3"]);
    has(&r, "free-to-walk-away", &["3.1"]);
    has(&r, "guarantor-without-means", &["4.1"]);
    assert_eq!(has(&r, "role-conflict", &["2.4", "2.5"]).brackets, ["2.5 A"]);
    has(&r, "no-actor", &["2.2"]);
    has(&r, "missing-annex", &["Line yellow line"]);
    assert!(r.choices.clash.iter().any(|(set, name)| *name == "nobody-can-go-first" && *set == ["1.1 A"]));
    assert!(!r.choices.stand.is_empty());
}

#[test]
fn the_steps_of_october_2025_have_two_anchors_and_a_deadline_that_cannot_be_promised() {
    let r = report(include_str!("../../../../examples/agreements/gaza-october-2025-steps.accord"));
    assert_eq!(has(&r, "two-anchors", &["1.5"]).severity, Severity::Stop);
    assert_eq!(has(&r, "unpromisable-deadline", &["1.5"]).severity, Severity::Stop);
    has(&r, "self-judging", &["1.4"]);
    has(&r, "power-vacuum", &["2.3", "2.4"]);
    has(&r, "no-timescale", &["2.1"]);
    has(&r, "no-phase-test", &["Phase 1"]);
    has(&r, "source-mismatch", &["1.7"]);
}

#[test]
fn minsk_has_the_circle_of_9_and_12_no_actor_in_10_and_two_baselines() {
    let r = report(include_str!("../../../../examples/agreements/minsk-ii-2015.accord"));
    let circle = has(&r, "nobody-can-go-first", &["9.1", "12.1"]);
    assert_eq!(circle.brackets, ["12.1 U"], "and not as Russia reads it");
    // The status of point 11 comes after the elections and waits behind the circle.
    let behind = circle.story.iter().find(|s| s.key == "accord-story-held-up").expect("somebody waits behind it");
    assert_eq!(*behind, Phrase::new("accord-story-held-up").name("clauses", "11.1"));
    // Point 10, on which the elections wait too, names nobody and no day.
    has(&r, "no-actor", &["10.1"]);
    has(&r, "no-timescale", &["10.1"]);
    assert_eq!(has(&r, "two-values", &["2.1", "2.2"]).severity, Severity::Stop);
    has(&r, "no-timescale", &["5.1"]);
    has(&r, "agree-later", &["11.1"]);
    silent(&r, "date-arithmetic");
}

#[test]
fn minsk_with_an_actor_a_day_one_baseline_and_no_circle_has_none_of_these_defects() {
    let text = include_str!("../../../../examples/agreements/minsk-ii-2015.accord");
    let twin = text
        .replace(
            "10.1 All foreign forces and equipment shall be withdrawn.",
            "10.1 Both parties shall withdraw all foreign forces, within 30 days of signing.",
        )
        .replace("from the memorandum line", "from the contact line")
        .replace("when 9.1 and 10.1 are done", "when 10.1 is done");
    let r = report(&twin);
    silent(&r, "nobody-can-go-first");
    silent(&r, "no-actor");
    silent(&r, "two-values");
    assert!(!r.findings.iter().any(|f| f.check == "no-timescale" && f.clauses == ["10.1"]));
}

#[test]
fn lebanon_waits_both_ways_and_says_should() {
    let r = report(include_str!("../../../../examples/agreements/lebanon-2024.accord"));
    assert_eq!(has(&r, "nobody-can-go-first", &["1.5", "1.6"]).brackets, ["1.5 L", "1.6 I"]);
    has(&r, "weak-modal", &["1.6"]);
    has(&r, "emptied-duty", &["1.4", "1.1"]);
    silent(&r, "date-arithmetic"); // 27 November and 60 days are 26 January
}

#[test]
fn dayton_is_the_positive_control() {
    let r = report(include_str!("../../../../examples/agreements/dayton-1995-annex-1a.accord"));
    let warns: Vec<_> = r.findings.iter().filter(|f| f.severity >= Severity::Warn).map(|f| (f.check, &f.clauses)).collect();
    assert!(r.findings.iter().all(|f| f.severity < Severity::Stop), "{warns:?}");
    assert!(warns.len() <= 2, "{warns:?}");
    silent(&r, "date-arithmetic");
}

#[test]
fn colombia_builds_zones_that_nothing_holds_it_to() {
    let r = report(include_str!("../../../../examples/agreements/colombia-2016.accord"));
    has(&r, "free-to-walk-away", &["1.2"]);
    has(&r, "guarantor-without-means", &["Norway"]);
    silent(&r, "over-whole");
    silent(&r, "date-arithmetic");
    assert!(r.findings.iter().all(|f| f.severity < Severity::Stop));
}

#[test]
fn two_rivers_has_its_known_defects() {
    let r = report(include_str!("../../../../examples/agreements/two-rivers.accord"));
    assert_eq!(has(&r, "nobody-can-go-first", &["1.1", "1.2", "1.4"]).brackets, ["1.1 A"]);
    has(&r, "no-timescale", &["2.2"]);
    has(&r, "power-vacuum", &["3.1", "3.2"]);
    has(&r, "emptied-duty", &["2.3", "1.4"]);
}
