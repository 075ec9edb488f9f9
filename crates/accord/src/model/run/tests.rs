//! Runs told in events, and the checker and the simulator against each other.

use super::*;
use crate::check::testing::HEAD;
use crate::model::{Choices, Order};
use crate::parse;

const DAY: i64 = 86_400;

fn model(lines: &str) -> Model {
    let p = parse(&[HEAD, lines].concat());
    assert!(p.findings.is_empty(), "{:?}", p.findings);
    Model::build(&p.tree, &Choices::default()).0
}

fn no(t: &str) -> ClauseNo {
    ClauseNo::read(t).unwrap()
}

/// 1 March 2024, noon in UTC.
const T: i64 = 1_709_294_400;

#[test]
fn an_obligation_lives_from_waiting_to_past_its_time_and_cured() {
    let m = model(
        "1.1 Delta shall leave Mill, when acceptance, within 48 hours.\n1.2 Upland shall open Mill, when 1.1 is done, within 24 hours.\n4.1 If 1.1 is breached, it may be cured within 24 hours of notice; otherwise 1.2 is suspended until 1.1 is done.",
    );
    let mut run = Run::new(&m);
    assert_eq!(run.state(no("1.1"), None), Life::Waiting);
    let e = Event::read(&m, "acceptance").unwrap();
    let changes = run.step(Stamp(T), e);
    assert_eq!(run.state(no("1.1"), None), Life::InEffect);
    assert_eq!(changes.len(), 1);
    assert_eq!(run.due(Stamp(T))[0].at, Stamp(T + 2 * DAY));
    assert_eq!(run.waits()[0].on, ["Delta"]);
    let changes = run.step(Stamp(T + 3 * DAY), Event::Tick);
    assert_eq!((changes[0].at, changes[0].to), (Stamp(T + 2 * DAY + 1), Life::PastItsTime), "told at its own moment");
    run.step(Stamp(T + 3 * DAY), Event::read(&m, "1.1 done").unwrap());
    assert_eq!(run.state(no("1.1"), None), Life::Cured);
    assert_eq!(run.state(no("1.2"), None), Life::InEffect);
}

#[test]
fn days_run_to_the_end_of_their_last_day() {
    let m = model("1.1 Delta shall leave Mill, within 2 days of acceptance.");
    let mut run = Run::new(&m);
    run.step(Stamp(T), Event::read(&m, "acceptance").unwrap());
    assert_eq!(run.due(Stamp(T))[0].at, Stamp(T - DAY / 2 + 3 * DAY - 1));
}

#[test]
fn each_person_is_an_instance_and_all_make_the_whole() {
    let m = model(
        "List pair has 2 persons.\nEvent \"ready\" for each person of pair is reported by Aru.\n1.1 Delta shall release pair to Red Cross, each person within 24 hours of ready.",
    );
    let mut run = Run::new(&m);
    run.step(Stamp(T), Event::read(&m, "ready/N.").unwrap());
    assert_eq!(run.due(Stamp(T))[0].instance.as_deref(), Some("N."));
    run.step(Stamp(T + 60), Event::read(&m, "1.1/N. done").unwrap());
    assert_eq!((run.state(no("1.1"), Some("N.")), run.state(no("1.1"), None)), (Life::Fulfilled, Life::InEffect));
    run.step(Stamp(T + 120), Event::read(&m, "1.1/K. done").unwrap());
    assert_eq!(run.state(no("1.1"), None), Life::Fulfilled);
}

#[test]
fn phases_begin_by_their_test_and_the_agreement_ends() {
    let m = model(
        "Phase 1 begins on acceptance and lasts 42 days.\n1.1 Delta shall leave Mill.\nPhase 2 begins when 1.1 is done.\n2.1 Upland shall open Mill, within 3 days of 1.1.\nClosing.\n5.1 This agreement ends when 2.1 is done; 1.2 survives it.\n1.2 Delta shall not enter Mill, permanently.",
    );
    let mut run = Run::new(&m);
    assert_eq!(run.state(no("2.1"), None), Life::Created);
    run.step(Stamp(T), Event::read(&m, "acceptance").unwrap());
    run.step(Stamp(T + DAY), Event::read(&m, "1.1 done").unwrap());
    assert_eq!(run.state(no("2.1"), None), Life::InEffect);
    run.step(Stamp(T + 2 * DAY), Event::read(&m, "2.1 done").unwrap());
    assert_eq!(run.state(no("1.2"), None), Life::InEffect, "survives");
    assert!(Event::read(&m, "9.9 done").is_err() && Event::read(&m, "rain").is_err());
}

#[test]
fn a_copy_of_a_run_is_a_what_if() {
    let m = model("1.1 Delta shall leave Mill, within 2 days of acceptance.");
    let mut run = Run::new(&m);
    run.step(Stamp(T), Event::read(&m, "acceptance").unwrap());
    let mut other = run.clone();
    other.step(Stamp(T + 1), Event::read(&m, "1.1 done").unwrap());
    assert_eq!((run.state(no("1.1"), None), other.state(no("1.1"), None)), (Life::InEffect, Life::Fulfilled));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 120, ..Default::default() })]

    /// The checker and the simulator agree: when everybody does at once whatever binds, exactly the
    /// acts get done that the checks say can happen.
    #[test]
    fn checker_and_simulator_agree(waits in proptest::collection::vec((proptest::option::of(0usize..8), proptest::option::of(0usize..8), proptest::bool::ANY), 1..8)) {
        let mut lines = String::new();
        let n = waits.len();
        for (k, (a, b, any)) in waits.iter().enumerate() {
            let pick = |x: &Option<usize>| x.map(|v| format!("1.{}", v % n + 1));
            let cond = match (pick(a), pick(b), any) {
                (Some(x), Some(y), true) => format!(", when any of {x}, {y} is done"),
                (Some(x), Some(y), false) => format!(", when {x} and {y} are done"),
                (Some(x), None, _) | (None, Some(x), _) => format!(", when {x} is done"),
                (None, None, true) => ", on acceptance".to_owned(),
                (None, None, false) => String::new(),
            };
            lines.push_str(&format!("1.{} {} shall leave Mill{cond}.\n", k + 1, if k % 2 == 0 { "Delta" } else { "Upland" }));
        }
        let m = model(&lines);
        let order = Order::new(&m, &BTreeSet::new(), &[]);
        let mut run = Run::new(&m);
        run.step(Stamp(T), Event::Named("acceptance".into(), None));
        for round in 0..20 {
            let open: Vec<ClauseNo> = run.table().into_iter().filter(|(_, i, l)| i.is_none() && *l == Life::InEffect).map(|(n, _, _)| n).collect();
            for no in open {
                run.step(Stamp(T + round), Event::Act(no, Step::Done, None));
            }
        }
        for c in &m.clauses {
            let can = order.happens[m.ev(&What::Clause(c.no, Part::Done)).unwrap()];
            proptest::prop_assert_eq!(run.state(c.no, None) == Life::Fulfilled, can, "{} in {}", c.no, lines);
        }
    }
}
