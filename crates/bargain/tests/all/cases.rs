//! Runs `cases/bargain/*.md`: the negotiation of each page's `toml` block against its `answer` block. And
//! the handbook's page.

use bargain::domain::Domain;
use bargain::exact::Fraction;
use bargain::formats;
use bargain::frontier::{Frontier, Limits};
use bargain::solution::solutions;
use std::path::Path;

fn block<'a>(page: &'a str, kind: &str) -> &'a str {
    let open = format!("```{kind}\n");
    page.split(&open).nth(1).and_then(|rest| rest.split("```").next()).unwrap_or_else(|| panic!("no {kind} block"))
}

fn worths(worth: &[Fraction]) -> String {
    worth.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn answer(domain: &Domain) -> String {
    let frontier = Frontier::of_domain(domain, Limits::default()).expect("a frontier");
    let mut lines = vec![format!("outcomes {}", frontier.outcomes()), format!("exact {}", frontier.exact())];
    for i in 0..frontier.len() {
        let package = |p: Vec<u32>| domain.named(&p).iter().map(|(i, o)| format!("{i} {o}")).collect::<Vec<_>>().join(", ");
        let mut all: Vec<Vec<u32>> = frontier.packages(i).collect();
        all.sort();
        let total = &frontier.totals()[i];
        assert_eq!(total.to_string(), all.len().to_string());
        let listed = all.into_iter().map(package).collect::<Vec<_>>().join("; ");
        let noun = if total.to_string() == "1" { "package" } else { "packages" };
        lines.push(format!("{}: {total} {noun}: {listed}", worths(&frontier.worth(i))));
    }
    let found = solutions(&frontier, &domain.disagreement());
    let named = [
        ("nash", found.nash),
        ("kalai-smorodinsky", found.kalai_smorodinsky),
        ("egalitarian", found.egalitarian),
        ("utilitarian", found.utilitarian),
    ];
    for (name, points) in named {
        let points = points.iter().map(|&i| worths(&frontier.worth(i))).collect::<Vec<_>>().join("; ");
        lines.push(format!("{name}: {points}").trim_end().to_owned());
    }
    lines.join("\n") + "\n"
}

fn check(name: &str, page: &str) {
    let file = format!("{name}.toml");
    let read = formats::read(name, &[(file.as_str(), block(page, "toml").as_bytes())]).unwrap_or_else(|c| panic!("{name}: {c:?}"));
    assert_eq!(answer(&read.domain), block(page, "answer"), "{name}");
}

#[test]
fn every_case_gives_its_answer() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/bargain");
    let mut pages: Vec<_> = std::fs::read_dir(folder).expect("the cases").map(|e| e.expect("a case").path()).collect();
    pages.sort();
    assert!(pages.len() >= 4);
    for page in pages {
        let name = page.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        check(&name, &std::fs::read_to_string(&page).expect("a case"));
    }
}

#[test]
fn the_handbooks_example_gives_the_pages_answer() {
    check("handbook", include_str!("../../../../handbook/bargain.md"));
}
