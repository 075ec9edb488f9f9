//! Agreements of any length, for tests and measurements: invented sides, every family of sentence.
//!
//! A text of this generator reads without a finding of the family *reading*. It is written as a
//! long agreement is: phases of some thirty clauses in which each side gives, waits, verifies and
//! answers for what it owes, with clauses that lean on the phase before.

use std::fmt::Write as _;

/// Clauses of one phase.
const PHASE: usize = 30;

/// An agreement of so many numbered clauses, of which `brackets` hold two alternatives each.
#[must_use]
pub fn agreement(clauses: usize, brackets: usize) -> String {
    let mut out = String::from(HEAD);
    let phases = clauses.div_ceil(PHASE).max(1);
    let every = clauses.checked_div(brackets).unwrap_or(usize::MAX).max(1);
    let mut left = brackets;
    for k in 0..clauses {
        let (phase, at) = (k / PHASE + 1, k % PHASE + 1);
        if at == 1 {
            if phase == 1 {
                out.push_str("\nPhase 1 \"first\" begins on acceptance and lasts 42 days.\n");
            } else {
                let _ = writeln!(out, "\nPhase {phase} \"step {phase}\" begins when {}.2 is verified.", phase - 1);
            }
        }
        let bracket = left > 0 && k % every == every / 2;
        if bracket {
            left -= 1;
        }
        let _ = writeln!(out, "  {phase}.{at} {}", sentence(phase, at, phases, bracket));
    }
    out
}

/// The clause at a place of a phase. One with a bracket takes a form that has two deadlines.
fn sentence(phase: usize, at: usize, phases: usize, bracket: bool) -> String {
    let n = |k: usize| format!("{phase}.{k}");
    let (giver, taker) = if phase.is_multiple_of(2) { ("Upland", "Delta") } else { ("Delta", "Upland") };
    if bracket {
        let last = n(at.saturating_sub(1).max(1));
        let wait = if at > 1 { format!("when {last} is done, within {at} days") } else { format!("within {at} days of acceptance") };
        return format!("{giver} shall open post {at} of Mill, [A: within {at} days of acceptance | B: {wait}].");
    }
    match at % 15 {
        1 => format!("{giver} shall stop the bombing, within {} hours of acceptance.", at + phase),
        2 => format!(
            "{giver} shall release captives to Red Cross, when {} is done, within {} hours of {}.",
            n(at - 1),
            72 + phase,
            n(at - 1)
        ),
        3 => format!("{taker} shall release prisoners to Red Cross, when {} is done, within {} days.", n(at - 1), 2 + phase),
        4 => format!("Both parties shall observe the ceasefire, for {} days from acceptance.", 42 * phases),
        5 => format!("{taker} shall admit at least {} trucks of aid each day, until {} done.", 100 + at, n(at - 2)),
        6 => format!("Watch verifies {} within 12 hours of the report.", n(at - 4)),
        7 => format!("{taker} shall withdraw its forces to the mill line, when {} is verified, within {} days.", n(at - 5), 5 + phase),
        8 => format!("Watch shall deploy to Mill, when {} is done, within 2 days.", n(at - 1)),
        9 => format!("From {} done until {} done, Watch secures Mill.", n(at - 2), n(at - 1)),
        10 => format!("{giver} shall not fire in Mill, permanently."),
        11 => format!("{giver} may carry its wounded in Mill, until {} done.", n(at - 3)),
        12 => format!(
            "If {} is breached, it may be cured within 24 hours of notice; otherwise {} is suspended until {} is done.",
            n(at - 10),
            n(at - 9),
            n(at - 10)
        ),
        13 => format!("{giver} may suspend {} while {} is breached.", n(at - 11), n(at - 6)),
        14 => format!("Norland guarantees {}: if breached, Norland shall convene the parties within 2 days of notice.", n(at - 7)),
        _ => format!("{giver} shall remove mines from field {at}, when {} is done, within {} days.", n(at - 7), 9 + at),
    }
}

const HEAD: &str = r#"AGREEMENT "A long agreement between two invented sides"
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
  "bombing" means strikes from the air.
  Line "mill line" is where the forces stood in May.
  List captives has 20 persons, held by Delta.
  List prisoners has 60 persons, held by Upland.
Events.
  Event "acceptance" is reported by Aru.
  Locating each person of captives takes 6 to 48 hours, not in the control of Delta.
"#;

#[cfg(test)]
mod tests {
    #[test]
    fn a_long_agreement_reads_and_has_as_many_clauses_and_brackets_as_were_asked_for() {
        for (clauses, brackets) in [(1, 0), (30, 1), (300, 6), (301, 12)] {
            let parsed = crate::parse(&super::agreement(clauses, brackets));
            let told: Vec<_> = parsed.findings.iter().map(|f| (f.check, &f.clauses, &f.message.args)).collect();
            assert!(told.is_empty(), "{told:?}");
            let groups: usize = parsed.tree.sentences.iter().map(|s| s.groups.len()).sum();
            assert_eq!((parsed.tree.clauses().len(), groups), (clauses, brackets));
        }
    }
}
