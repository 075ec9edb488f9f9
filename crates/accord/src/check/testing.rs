//! For the checks' own tests: a head that every planted text shares, and what a check says of it.

use super::{Options, check};
use crate::finding::Finding;
use crate::parse;

/// Two invented sides on two rivers, with everybody around them.
pub(crate) const HEAD: &str = r#"AGREEMENT "Two rivers"
Clock.
  The clock is UTC.
  Days are counted from the day after the event.
  Day 1 is the day of acceptance.
Parties.
  Delta is a party.
  Upland is a party.
  Aru is a mediator.
  Kessa is a mediator.
  Norland is a guarantor.
  Watch is a verifier.
  Red Cross is an intermediary, bound when it accepts.
  Group "mediators" is Aru, Kessa.
Definitions.
  Place Mill.
  Line "mill line" is where the forces stood in May.
  List captives has 20 persons, held by Delta.
  List prisoners has 60 persons, held by Upland.
Events.
  Event "acceptance" is reported by Aru.
"#;

/// The clauses of each finding of one check in `HEAD` and these lines, which must all be read.
pub(crate) fn found(check_name: &str, lines: &str) -> Vec<Vec<String>> {
    findings(check_name, lines).into_iter().map(|f| f.clauses).collect()
}

pub(crate) fn findings(check_name: &str, lines: &str) -> Vec<Finding> {
    let text = [HEAD, lines].concat();
    let parsed = parse(&text);
    assert!(parsed.findings.is_empty(), "not read: {:?}", parsed.findings.iter().map(|f| (&f.clauses, &f.message)).collect::<Vec<_>>());
    let report = check(&parsed, &Options { only: vec![check_name.to_owned()], ..Options::default() });
    report.findings
}

/// Nothing is said.
pub(crate) fn clean(check_name: &str, lines: &str) {
    let f = findings(check_name, lines);
    assert!(f.is_empty(), "{check_name}: {:?}", f.iter().map(|f| (&f.clauses, &f.message)).collect::<Vec<_>>());
}

/// One finding about these clauses.
pub(crate) fn one(check_name: &str, lines: &str, clauses: &[&str]) -> Finding {
    let mut f = findings(check_name, lines);
    assert_eq!(f.len(), 1, "{check_name}: {:?}", f.iter().map(|f| (&f.clauses, &f.message)).collect::<Vec<_>>());
    let f = f.remove(0);
    assert_eq!(f.clauses, clauses, "{check_name}");
    f
}
