//! Runs the cases under `cases/exchange` and the examples of the handbook's pages.

#[path = "../../terms/tests/pages/mod.rs"]
mod pages;

use exchange::formats::{Bounds, plan as file};
use exchange::matching::{Decision, Model, Options};
use exchange::roster::{Roster, import::import};
use exchange::sequence::divisible;
use exchange::sequence::planner::{Answer, Stand, Verdict, plan};
use exchange::sequence::{Exchange, Side};
use exchange::spelling::dates::{BirthDate, DateAgreement};
use pages::sections;
use proptest::prelude::*;

fn block<'a>(blocks: &'a [(String, String)], kind: &str) -> Option<&'a str> {
    blocks.iter().find(|(k, _)| k == kind).map(|(_, t)| t.as_str())
}

fn step(e: &Exchange, s: &Stand) -> String {
    let moves: Vec<String> = s.step.moves.iter().map(|(k, n)| format!("{n} {}", e.classes[*k].name)).collect();
    let who = if s.joint { "together".to_owned() } else { format!("{} gives", e.names[e.classes[s.step.moves[0].0].giver.index()]) };
    format!("{who} {}: {} {}, exposed {} {}", moves.join(", "), s.rest[0], s.rest[1], s.exposure[0], s.exposure[1])
}

fn lines(e: &Exchange, a: &Answer) -> Vec<String> {
    let verdict = match a.verdict {
        Verdict::Safe => "safe",
        Verdict::None => "none",
        Verdict::Open => "open",
    };
    let mut out = vec![format!("{verdict}, {} ({})", if a.exact { "every state searched" } else { "bounded" }, a.states)];
    out.extend(a.frontier.iter().map(|[x, y]| format!("least guarantees {x} {y}")));
    if let Some(p) = &a.plan {
        out.push(format!("sought with {} {}", p.guarantee[0], p.guarantee[1]));
        out.push(format!("peak exposure {}{}", p.peak, if p.peak_is_least { ", the least" } else { "" }));
        out.extend(p.stands.iter().skip(1).map(|s| step(e, s)));
    }
    out
}

fn sequences(page: &str, name: &str) {
    let mut ran = 0;
    for (heading, blocks) in sections(page) {
        let (Some(toml), Some(want)) = (block(&blocks, "toml"), block(&blocks, "expected")) else { continue };
        let f = file::read(toml).unwrap_or_else(|e| panic!("{name}, {heading}: {e:?}"));
        let got = match f.payer {
            Some(payer) => {
                let (items, of) = divisible::items(&f.exchange, payer.other());
                let o = divisible::order(&items);
                let order: Vec<&str> = o.order.iter().map(|i| f.exchange.classes[of[*i]].name.as_str()).collect();
                vec![format!("paid: guarantees of {} together", o.least), order.join(", ")]
            }
            None => lines(&f.exchange, &plan(&f.exchange).unwrap_or_else(|e| panic!("{name}, {heading}: {e:?}"))),
        };
        for line in want.lines() {
            assert!(got.contains(&line.to_owned()), "{name}, {heading}: `{line}` is not among\n{}", got.join("\n"));
        }
        ran += 1;
    }
    assert!(ran > 0, "{name} has cases");
}

#[test]
fn safe_orders() {
    sequences(include_str!("../../../cases/exchange/1-safe-order.md"), "1-safe-order.md");
}

#[test]
fn the_example_of_the_handbooks_page_on_order() {
    sequences(include_str!("../../../handbook/sequence.md"), "sequence.md");
}

fn list(text: &str) -> Roster {
    import(text.as_bytes(), &Bounds::default()).unwrap_or_else(|e| panic!("{e:?}"))
}

fn lists(page: &str, name: &str) {
    let model = Model::builtin();
    let mut ran = 0;
    for (heading, blocks) in sections(page) {
        let (Some(left), Some(right), Some(want)) = (block(&blocks, "left.csv"), block(&blocks, "right.csv"), block(&blocks, "expected"))
        else {
            continue;
        };
        let (left, right) = (list(left), list(right));
        let ready = |r: &Roster| r.entries.iter().filter_map(|e| model.person(&e.facts())).collect::<Vec<_>>();
        let found = model.lists(&ready(&left), &ready(&right), &Options { shown: 0.5, ..Options::default() });
        let got: Vec<String> = found
            .pairs
            .iter()
            .map(|p| {
                let decision = match p.decision {
                    Decision::Same => "same",
                    Decision::Likely => "likely",
                    Decision::Unsure => "unsure",
                };
                format!("{},{},{decision}", left.entries[p.left as usize].id(), right.entries[p.right as usize].id())
            })
            .collect();
        let want: Vec<&str> = want.lines().collect();
        let same = got.len() == want.len() && got.iter().zip(&want).all(|(g, w)| g.starts_with(w));
        assert!(same, "{name}, {heading}: {got:?} instead of {want:?}, {:?}", found.pairs.iter().map(|p| p.score).collect::<Vec<_>>());
        ran += 1;
    }
    assert!(ran > 0, "{name} has cases");
}

#[test]
fn two_lists() {
    lists(include_str!("../../../cases/exchange/2-lists.md"), "2-lists.md");
}

#[test]
fn the_example_of_the_handbooks_page_on_matching() {
    lists(include_str!("../../../handbook/match.md"), "match.md");
}

#[test]
fn rows_of_a_list() {
    for (heading, blocks) in sections(include_str!("../../../cases/exchange/3-rows.md")) {
        let (Some(text), Some(want)) = (block(&blocks, "list.csv"), block(&blocks, "expected")) else { continue };
        let r = list(text);
        let out = r.bad.iter().map(|b| format!("out {} {}", b.row, b.why.key));
        let kept = r.doubts.iter().map(|b| format!("kept {} {}", b.row, b.why.key));
        assert_eq!(out.chain(kept).collect::<Vec<_>>(), want.lines().collect::<Vec<_>>(), "{heading}");
    }
}

#[test]
fn a_plan_with_a_fault_says_where() {
    let sides = "[[sides]]\nname = \"A\"\n[[sides]]\nname = \"B\"\n";
    let fault = |give: &str| {
        let e = file::read(&format!("{sides}{give}")).expect_err("a fault");
        (e.line, e.why.key)
    };
    assert_eq!(fault("[[give]]\nby = \"C\"\nwhat = \"x\"\ncost = 1\nvalue = 1\n"), (Some(6), "exchange-plan-no-side".to_owned()));
    assert_eq!(fault("[[give]]\nby = \"A\"\nwhat = \"x\"\ncost = -1\nvalue = 1\n"), (Some(7), "exchange-plan-worth".to_owned()));
    assert_eq!(fault("[[give]]\nby = \"A\"\nwhat = \"x\"\ncost = 1\nvalue = 1\nafter = [\"x\"]\n").1, "exchange-plan-circle");
    assert_eq!(fault("[[give]]\nby = \"A\"\nwhat = \"x\"\ncost = 1\n").1, "exchange-plan-toml");
    assert_eq!(file::read("sides = []\ngive = []\n").expect_err("a fault").why.key, "exchange-plan-sides");
    assert_eq!(Side::A.other(), Side::B);
}

#[test]
fn rows_beyond_the_bound_are_said_to_be_left() {
    let bounds = Bounds { rows: 1_001, ..Bounds::default() };
    let text = "name\n".to_owned() + &"Ann Low\n".repeat(bounds.rows);
    let r = import(text.as_bytes(), &bounds).unwrap_or_else(|e| panic!("{e:?}"));
    assert_eq!(r.entries.len(), 1_000);
    assert!(r.cut);
    assert_eq!(Bounds::default().rows, 1_000_001, "a million rows and the heading");
}

proptest! {
    #[test]
    fn no_bytes_crash_the_readers(bytes in proptest::collection::vec(any::<u8>(), 0..400), text in "(name|born|id|שם|[,;\\t\n\"=]|[0-9א-ת]|\\PC){0,80}") {
        let _ = import(&bytes, &Bounds::default());
        let _ = import(text.as_bytes(), &Bounds::default());
        let _ = file::read(&text);
    }

    #[test]
    fn dates_never_crash_and_agree_both_ways(a in "[0-9٠-٩/. -]{0,12}", b in "(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]", c in "\\PC{0,20}") {
        let _ = BirthDate::read(&c);
        if let (Ok(Some(a)), Ok(Some(b))) = (BirthDate::read(&a), BirthDate::read(&b)) {
            prop_assert!(a.from <= a.to);
            prop_assert_eq!(DateAgreement::of(a, b), DateAgreement::of(b, a));
        }
    }
}
