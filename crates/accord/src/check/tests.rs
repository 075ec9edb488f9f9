//! All checks together: pages, words, and that none speaks of another's clean text.

use super::*;
use crate::parse;

#[test]
fn every_check_has_a_page_and_a_name_of_its_own() {
    let mut names: Vec<&str> = CHECKS.iter().map(|c| c.name).collect();
    assert_eq!(names.len(), 63);
    for c in CHECKS {
        assert!(c.page.what.len() > 20 && c.page.why.len() > 20 && !c.page.example.is_empty(), "{}", c.name);
        assert!(explain(c.name).is_some());
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), CHECKS.len());
    assert!(explain("no-such-check").is_none());
}

#[test]
fn only_a_part_of_the_choices_is_looked_at_and_that_is_said() {
    let mut text = testing::HEAD.to_owned();
    for k in 1..=8 {
        text.push_str(&format!("1.{k} Delta shall leave Mill, [A: within {k} days of acceptance | B: within open days of acceptance].\n"));
    }
    let report = check(&parse(&text), &Options::default());
    assert!(report.undecided.iter().any(|u| u.check == "open-term" && u.of == 256 && u.choices == 192), "{:?}", report.undecided);
}

#[test]
fn a_choice_that_goes_with_another_is_not_looked_at_without_it() {
    let text = [
        testing::HEAD,
        "1.1 Delta shall leave Mill, [A: within 2 days of acceptance | B: within 3 days of acceptance].\n1.2 Delta shall open Mill, [A with 1.1 A: within 2 days of acceptance | B: within 3 days of acceptance].\n",
    ]
    .concat();
    assert_eq!(check(&parse(&text), &Options::default()).choices.of, 3);
}

#[test]
fn a_text_of_ten_thousand_clauses_ends_and_says_what_was_left_out() {
    let mut text = testing::HEAD.to_owned();
    for k in 1..=10_000 {
        text.push_str(&format!("1.{k} Delta shall leave Mill, within {k} days of acceptance.\n"));
    }
    let report = check(&parse(&text), &Options::default());
    assert_eq!(report.agreement.clauses, 10_000);
    assert!(report.undecided.iter().any(|u| u.check == "impossible-dates"));
}

#[test]
fn a_finding_that_was_set_aside_comes_back_when_its_clause_changes() {
    let key = |lines: &str| {
        let p = parse(&[testing::HEAD, lines].concat());
        let r = check(&p, &Options { only: vec!["no-timescale".into()], ..Options::default() });
        r.findings[0].aside_key(&p.tree)
    };
    let a = key("2.2 Delta shall leave Mill.");
    assert_eq!(a, key("2.2  Delta shall  leave Mill.  -- a comment\n2.3 Upland shall open Mill, within 2 days of acceptance."));
    assert_ne!(a, key("2.2 Delta shall leave Mill, when acceptance."));
}
