//! The board: two columns that never merge, and lives that are the simulator's.

use accord::{Choices, ClauseNo, Event, Life, Model, Step, simulate};
use proptest::prelude::*;
use std::collections::BTreeSet;
use terms::time::Stamp;
use watch::compliance::{Board, Claim, Condition, Counts, Found, Judged, Judgment, Stance, State, Told};

const DAY: i64 = 86_400;
/// 1 March 2031, noon in UTC.
const T: i64 = 1_930_132_800;

const TEXT: &str = r#"AGREEMENT "The mill road"
Clock.
The clock is UTC.
Days are counted from the day after the event.
Parties.
Delta is a party.
Upland is a party.
Aru is a mediator.
Red Cross is an intermediary.
Monitors is a verifier, "monitors of the mill".
Definitions.
List pair "people at the mill" has 2 persons, held by Delta.
Place Mill.
Events.
Event "acceptance" is reported by Aru.
Event "ready" for each person of pair is reported by Delta.
Phase 1 "First" begins on acceptance and lasts 42 days.
1.1 Delta shall leave Mill, within 48 hours of acceptance.
1.2 Upland shall open Mill, when 1.1 is done, within 24 hours.
1.3 Delta shall release pair to Red Cross, each person within 24 hours of ready.
1.4 Upland shall admit at least 60 trucks of aid each day, including 5 of fuel, from 1.1 done until 2.1 done.
1.5 Both parties shall observe the ceasefire.
1.6 Monitors verifies 1.1 within 12 hours of the report.
Phase 2 "Second" begins when 1.1 is verified.
2.1 Upland shall leave Mill, within 7 days of 1.2.
Assurances.
4.1 If 1.1 is breached, it may be cured within 24 hours of notice; otherwise 1.2 is suspended until 1.1 is done.
4.2 Upland may suspend 1.2 while 1.1 is breached.
"#;

fn model() -> Model {
    let p = accord::parse(TEXT);
    assert!(p.findings.is_empty(), "{:?}", p.findings);
    Model::build(&p.tree, &Choices::default()).0
}

fn no(t: &str) -> ClauseNo {
    ClauseNo::read(t).unwrap()
}

fn told(m: &Model, order: u64, at: i64, event: &str, by: &str, accepted: bool) -> Told {
    Told { at: Stamp(at), order, event: Event::read(m, event).unwrap(), by: vec![by.to_owned()], accepted }
}

/// A board on which the agreement was accepted at noon on 1 March.
fn accepted(m: &Model) -> Board {
    let mut b = Board::new("v1", m);
    assert_eq!(b.tell(&told(m, 0, T, "acceptance", "Aru", false)), Counts::Yes);
    b
}

#[test]
fn a_hundred_claims_move_no_life() {
    let m = model();
    let mut b = accepted(&m);
    for id in 0..100 {
        b.claim(Claim { id, at: Stamp(T + 60), on: (no("1.1"), None), stance: Stance::For, by: "Delta".into() });
    }
    assert!(b.judge(Judged { claim: 3, at: Stamp(T + 90), by: "Upland".into(), judgment: Judgment::Contested }));
    assert!(b.judge(Judged { claim: 3, at: Stamp(T + 95), by: "Aru".into(), judgment: Judgment::Contested }));
    let v = b.view(Stamp(T + DAY));
    let row = v.row(no("1.1"), None).unwrap();
    assert_eq!((row.state, row.evidence.held, row.evidence.contested), (State::Due, 100, 1));
    assert_eq!(b.judgments(3).map(|j| j.by.as_str()).collect::<Vec<_>>(), ["Upland", "Aru"], "each judgment keeps who made it");
    // What would be, if it were true, is a run of its own.
    let other = b.what_if(3, Stamp(T + DAY)).unwrap();
    assert_eq!(other.row(no("1.1"), None).unwrap().state, State::Done);
    assert_eq!(other.row(no("1.2"), None).unwrap().state, State::Due);
    assert_eq!(b.view(Stamp(T + DAY)), v);
}

#[test]
fn what_counts_is_what_the_text_says_counts() {
    let m = model();
    let mut b = accepted(&m);
    assert_eq!(b.tell(&told(&m, 1, T + 60, "1.1 done", "Delta", false)), Counts::NobodyNamed);
    assert_eq!(b.tell(&told(&m, 2, T + 60, "1.1 verified", "Aru", false)), Counts::OtherVerifier);
    assert_eq!(b.tell(&told(&m, 3, T + 60, "1.3/N. done", "Delta", false)), Counts::OtherReporter);
    assert_eq!(
        b.tell(&told(&m, 4, T + 60, "1.3/N. done", "Red Cross", false)),
        Counts::Yes,
        "what goes to an intermediary is reported by it"
    );
    assert_eq!(b.tell(&told(&m, 5, T + 60, "1.1 breached", "Monitors", true)), Counts::NotByTelling);
    assert_eq!(b.tell(&told(&m, 6, T + 90, "suspend 1.2", "Delta", false)), Counts::OtherVerifier, "the text gives this power to Upland");
    assert_eq!(b.tell(&told(&m, 7, T + 120, "1.1 done", "Aru", true)), Counts::Yes);
    assert_eq!(b.view(Stamp(T + 180)).row(no("1.1"), None).unwrap().state, State::Done);
    assert_eq!(b.tell(&told(&m, 8, T + 240, "1.1 verified", "Monitors", false)), Counts::Yes);
    let v = b.view(Stamp(T + 300));
    assert_eq!(v.row(no("1.1"), None).unwrap().state, State::Verified);
    assert_eq!(v.row(no("1.3"), Some("N.")).unwrap().state, State::Done);
    assert_eq!(v.by_phase()[&Some(2)][&State::InEffect], 1, "phase 2 has begun by the verification: {:?}", v.by_phase());
    assert_eq!(v.by_verifier()["Monitors"][&State::Verified], 1);
    assert_eq!(v.by_party()["Delta"][&State::Verified], 1);
}

#[test]
fn past_its_time_is_not_found_in_breach() {
    let m = model();
    let mut b = accepted(&m);
    let late = Stamp(T + 3 * DAY);
    let v = b.view(late);
    let row = v.row(no("1.1"), None).unwrap();
    assert_eq!((row.state, row.found.len()), (State::PastItsTime, 0));
    assert!(!row.allowed.is_empty() && row.allowed.iter().all(|a| a.condition == Condition::IfFound), "{:?}", row.allowed);
    // A party's finding is shown and moves nothing.
    let found = |order, by: &str| Found {
        at: Stamp(T + 2 * DAY + 3_600),
        order,
        on: (no("1.1"), None),
        by: vec![by.into()],
        breach: true,
        reasons: "trucks at the mill at noon".into(),
    };
    assert!(!b.find(found(10, "Upland")));
    assert_eq!(b.view(late).row(no("1.2"), None).unwrap().state, State::Waiting);
    assert!(b.find(found(11, "Monitors")));
    let v = b.view(late);
    let row = v.row(no("1.1"), None).unwrap();
    assert_eq!(row.found.iter().map(|i| v.findings[*i].by[0].as_str()).collect::<Vec<_>>(), ["Upland", "Monitors"]);
    assert!(row.allowed.iter().all(|a| a.condition == Condition::Met));
}

#[test]
fn the_clock_tells_its_anchor_and_its_counting_rule() {
    let m = model();
    let v = accepted(&m).view(Stamp(T + 60));
    let clock = v.row(no("1.1"), None).unwrap().clock.clone().unwrap();
    assert_eq!((clock.due, clock.anchors, clock.anchored), (Some(Stamp(T + 2 * DAY)), vec!["acceptance".to_owned()], vec![Some(Stamp(T))]));
    assert_eq!(
        (clock.offset, clock.counting, clock.zone.as_deref()),
        (Some((Some(48), "hour")), Some(accord::Count::Elapsed), Some("UTC"))
    );
    let clock = v.row(no("1.2"), None).unwrap().clock.clone().unwrap();
    assert_eq!((clock.due, clock.anchors, clock.anchored), (None, vec!["1.1 done".to_owned()], vec![None]));
    assert!(v.row(no("1.5"), None).unwrap().clock.is_none());
}

#[test]
fn a_deadline_fires_once_whatever_restarts() {
    let m = model();
    let b = accepted(&m);
    let v = b.view(Stamp(T + 3 * DAY));
    let first = v.fresh_firings(&BTreeSet::new());
    assert_eq!(first.iter().map(|f| (f.key.on.0, f.key.due)).collect::<Vec<_>>(), [(no("1.1"), Stamp(T + 2 * DAY))]);
    let known: BTreeSet<_> = first.into_iter().map(|f| f.key).collect();
    // After a restart, at another moment, and with late news.
    let mut again = accepted(&m);
    again.tell(&told(&m, 1, T + 2 * DAY + 7_200, "1.1 done", "Aru", true));
    assert_eq!(again.view(Stamp(T + 3 * DAY)).fresh_firings(&known), []);
    assert_eq!(again.view(Stamp(T + 9 * DAY)).fresh_firings(&known).len(), 1, "1.2 in its turn");
}

#[test]
fn aid_is_told_by_day_and_by_source_and_never_added_across_sources() {
    let m = model();
    let promise = m.obligations().into_iter().find(|o| o.clause == no("1.4")).unwrap().promise.unwrap();
    assert!(promise.each_day && promise.n == Some(60), "{promise:?}");
    let day = |d: i8| jiff::civil::date(2031, 3, d);
    let of = promise.of.clone();
    let delivery = |d, source: &str, of: &str, n| watch::compliance::Delivery { day: day(d), source: source.into(), of: of.into(), n };
    let all = [
        delivery(2, "Upland", &of, 40),
        delivery(2, "Upland", &of, 25),
        delivery(2, "Monitors", &of, 52),
        delivery(2, "Monitors", "fuel", 5),
    ];
    let days = watch::compliance::aid(&promise, &all, day(1), day(2));
    assert!(days[0].given.is_empty(), "nothing said is not nought");
    let given = |source: &str, of: &str| days[1].given[&(of.to_owned(), source.to_owned())];
    assert_eq!((given("Upland", &of).n, given("Upland", &of).kept), (65, Some(true)));
    assert_eq!((given("Monitors", &of).short, given("Monitors", "fuel").kept), (Some(8), Some(true)));
}

/// Events of the text, and how much later than noon on 1 March they are told to have happened.
fn happenings() -> impl Strategy<Value = Vec<(i64, usize)>> {
    proptest::collection::vec((0..20 * DAY, 0..EVENTS.len()), 0..24)
}

const EVENTS: &[&str] = &[
    "acceptance",
    "1.1 done",
    "1.1 reported",
    "1.1 verified",
    "1.2 done",
    "1.2 begun",
    "ready/N.",
    "ready/K.",
    "1.3/N. done",
    "1.3/K. done",
    "2.1 done",
    "suspend 1.2",
    "resume 1.2",
    "discharge 1.3/N.",
    "2 of pair",
    "1.5 done",
    "tick",
    "1.1 breached",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..Default::default() })]

    /// Each clause's life is the simulator's, in whatever order the news came and whatever was claimed beside it.
    #[test]
    fn lives_are_the_simulators(happened in happenings(), arrival in proptest::collection::vec(any::<u16>(), 24), noise in proptest::collection::vec((0..20 * DAY, 0u8..5), 0..12)) {
        let m = model();
        let mut b = Board::new("v1", &m);
        let mut order: Vec<usize> = (0..happened.len()).collect();
        order.sort_by_key(|i| arrival[*i]);
        for i in order {
            let (after, which) = happened[i];
            let (at, n) = (Stamp(T + after), u64::try_from(i).unwrap());
            let event = Event::read(&m, EVENTS[which]).unwrap();
            if let Event::Act(clause, Step::Breached, instance) = event {
                let found = Found { at, order: n, on: (clause, instance), by: vec!["Monitors".into()], breach: true, reasons: String::new() };
                let binds = b.find(found);
                prop_assert!(binds);
            } else {
                let counts = b.tell(&Told { at, order: n, event, by: vec![], accepted: true });
                prop_assert_eq!(counts, Counts::Yes);
            }
        }
        for (i, (after, kind)) in noise.iter().enumerate() {
            let (at, id) = (Stamp(T + after), u64::try_from(i).unwrap());
            let on = (no("1.1"), None);
            match kind {
                0 => { b.claim(Claim { id, at, on, stance: Stance::For, by: "Delta".into() }); }
                1 => { b.claim(Claim { id, at, on, stance: Stance::Against, by: "Upland".into() }); }
                2 => { b.judge(Judged { claim: 0, at, by: "Aru".into(), judgment: Judgment::Verified }); }
                3 => { b.find(Found { at, order: 1_000 + id, on, by: vec!["Upland".into()], breach: true, reasons: "so they say".into() }); }
                _ => { b.tell(&Told { at, order: 1_000 + id, event: Event::read(&m, "1.1 done").unwrap(), by: vec!["Delta".into()], accepted: false }); }
            }
        }
        let now = Stamp(T + 21 * DAY);
        let mut sorted: Vec<(Stamp, usize, Event)> = happened.iter().enumerate().map(|(i, (after, which))| (Stamp(T + after), i, Event::read(&m, EVENTS[*which]).unwrap())).collect();
        sorted.sort_by_key(|e| (e.0, e.1));
        let mut events: Vec<(Stamp, Event)> = sorted.into_iter().map(|(at, _, e)| (at, e)).collect();
        events.push((now, Event::Tick));
        let (run, changes) = simulate(&m, &events);
        let v = b.view(now);
        let lives: Vec<(ClauseNo, Option<String>, Life)> = v.rows.iter().map(|r| (r.on.0, r.on.1.clone(), r.life)).collect();
        prop_assert_eq!(lives, run.table());
        prop_assert_eq!(&v.changes, &changes);
        // Every deadline that passed fired, once for each time that it fell due.
        let keys: BTreeSet<_> = v.firings.iter().map(|f| f.key.clone()).collect();
        prop_assert_eq!(keys.len(), v.fresh_firings(&BTreeSet::new()).len());
        prop_assert_eq!(v.firings.len(), changes.iter().filter(|c| c.to == Life::PastItsTime).count());
    }
}
