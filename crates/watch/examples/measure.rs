//! Measures what the watch promises: a year on the board, and a million incidents, each beside a
//! plain pass over the same data in the same run. `cargo xtask bench watch` prints the table.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    reason = "it measures, and speaks to whoever started it"
)]

use accord::{Choices, Event, Model, Step};
use std::fmt::Write;
use std::time::{Duration, Instant};
use terms::time::Stamp;
use watch::compliance::{Board, Claim, Stance, Told};
use watch::incident::{Filter, duplicates, import, per_day};

const DAY: i64 = 86_400;
const T: i64 = 1_930_132_800;

/// A text of 300 obligations: half with a deadline, a third after another, some lasting.
fn text() -> String {
    let mut out = "AGREEMENT \"Measure\"\nClock.\nThe clock is Africa/Cairo.\nDays are counted from the day after the event.\nParties.\nDelta is a party.\nUpland is a party.\nAru is a mediator.\nMonitors is a verifier.\nDefinitions.\nPlace Mill.\nEvents.\nEvent \"acceptance\" is reported by Aru.\n".to_owned();
    for i in 1..=300 {
        let who = if i % 2 == 0 { "Delta" } else { "Upland" };
        let tail = match i % 4 {
            0 => format!(", within {} days of acceptance", i),
            1 if i > 4 => format!(", when 1.{} is done, within 20 days", i - 4),
            2 => format!(", within {} hours of acceptance", i * 20),
            _ => String::new(),
        };
        let _ = writeln!(out, "1.{i} {who} shall leave Mill{tail}.");
    }
    out
}

/// A cheap sequence that is the same on each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// One figure for the table of `cargo xtask bench`: name, figure, baseline, ratio, aim.
fn line(name: &str, took: Duration, what: &str, plain: Duration, aim: &str) {
    let ms = |d: Duration| d.as_secs_f64() * 1e3;
    println!("{name}\t{:.1} ms\t{what} {:.1} ms\t{:.1}\t{aim}", ms(took), ms(plain), ms(took) / ms(plain).max(1e-6));
}

fn main() {
    board();
    incidents();
}

fn board() {
    let parsed = accord::parse(&text());
    assert!(parsed.findings.is_empty(), "{:?}", parsed.findings.first());
    let (model, _) = Model::build(&parsed.tree, &Choices::default());
    let clauses = parsed.tree.clauses();
    let mut dice = Dice(7);
    let mut told = vec![Told {
        at: Stamp(T),
        order: 0,
        event: Event::read(&model, "acceptance").unwrap_or(Event::Tick),
        by: vec!["Aru".into()],
        accepted: true,
    }];
    for i in 0..200u64 {
        let clause = clauses[dice.below(300) as usize];
        let at = Stamp(T + dice.below(360) as i64 * DAY);
        told.push(Told { at, order: i + 1, event: Event::Act(clause, Step::Done, None), by: vec![], accepted: true });
    }
    let claims: Vec<Claim> = (0..20_000)
        .map(|id| Claim {
            id,
            at: Stamp(T + dice.below(365 * 86_400) as i64),
            on: (clauses[dice.below(300) as usize], None),
            stance: if dice.below(2) == 0 { Stance::For } else { Stance::Against },
            by: "Delta".into(),
        })
        .collect();
    // The plain pass: the same claims, copied and sorted by clause and time.
    let start = Instant::now();
    let mut sorted = claims.clone();
    sorted.sort_by(|a, b| a.on.cmp(&b.on).then(a.at.cmp(&b.at)).then(a.id.cmp(&b.id)));
    let plain = start.elapsed();
    let start = Instant::now();
    let mut board = Board::new("v1", &model);
    for t in &told {
        board.tell(t);
    }
    for c in claims {
        board.claim(c);
    }
    let view = board.view(Stamp(T + 365 * DAY));
    let took = start.elapsed();
    assert!(view.rows.len() >= 300 && sorted.len() == 20_000);
    line("board: 20,000 incidents, 300 obligations", took, "sorted", plain, "< 100 ms");
}

fn incidents() {
    let mut dice = Dice(11);
    let mut csv = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp\n".to_owned();
    for i in 0..1_000_000u32 {
        let (d, k, p, s) = (dice.below(365), dice.below(6), dice.below(2_000), dice.below(40));
        let day = Stamp(T + d as i64 * DAY);
        let date = jiff::Timestamp::from_second(day.0).unwrap_or_default().to_string();
        let _ = writeln!(
            csv,
            "DLT{i},{},2031,1,Political violence,Kind {k},Sub {k},Force {},,1,Force {},,2,12,,999,Region,Country,North,Mill district,,Place {p},31.{:04},34.{:04},1,Source {s},Local,\"On this day, shells fell near place {p}; two sides say otherwise, and number {i} says \"\"nothing\"\".\",{},,1930132800",
            &date[..10],
            dice.below(30),
            dice.below(30),
            dice.below(9_999),
            dice.below(9_999),
            dice.below(4)
        );
    }
    // The plain pass: the same bytes cut at line ends and commas, the cells counted.
    let start = Instant::now();
    let cells: usize = csv.lines().map(|l| l.split(',').count()).sum();
    let plain = start.elapsed();
    let start = Instant::now();
    let read = match import::read(csv.as_bytes()) {
        Ok(r) => r,
        Err(f) => {
            println!("not read: {f:?}");
            return;
        }
    };
    let took = start.elapsed();
    assert!(read.incidents.len() == 1_000_000 && read.left_out == 0 && cells > 31_000_000);
    line(&format!("import: 1,000,000 incidents ({} MB)", csv.len() >> 20), took, "cut", plain, "< 60,000 ms");

    // The plain pass of a filter: three numbers a row, compared.
    let rows: Vec<(u32, u32, u32)> = (0..1_000_000u32).map(|i| (i % 6, i % 30, i % 4)).collect();
    let start = Instant::now();
    let fits = rows.iter().filter(|(k, a, n)| *k == 3 && *a == 7 && *n >= 1).count();
    let plain = start.elapsed();
    let filter = Filter { kinds: vec!["Kind 3".into()], actors: vec!["Force 7".into()], killed: Some(1), ..Filter::default() };
    let start = Instant::now();
    let found = filter.select(&read.incidents);
    let took = start.elapsed();
    assert!(!found.is_empty() && fits < 1_000_000);
    line("filter: kind, side, killed of 1,000,000", took, "compared", plain, "< 200 ms");

    // The plain pass of a search: the whole text once.
    let start = Instant::now();
    let times = csv.matches("number 77").count();
    let plain = start.elapsed();
    let words = Filter { words: Some("number 77".into()), ..Filter::default() };
    let start = Instant::now();
    let said = words.select(&read.incidents);
    let took = start.elapsed();
    assert_eq!(said.len(), times);
    line("filter: words of 1,000,000 reports", took, "searched", plain, "< 200 ms");

    let start = Instant::now();
    let days = per_day(&read.incidents, &found, Some(3));
    let took = start.elapsed();
    let start = Instant::now();
    let pairs = duplicates::propose(&read.incidents, &found);
    println!(
        "{} found; {} days of them in {:.1} ms; {} pairs proposed in {:.1} ms",
        found.len(),
        days.len(),
        took.as_secs_f64() * 1e3,
        pairs.len(),
        start.elapsed().as_secs_f64() * 1e3
    );
}
