//! Mixed clocks.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Anchor, Tail, Unit, What};

pub(super) const CHECK: Check = Check {
    info: info(
        "clock-mix",
        Family::Complete,
        Severity::Warn,
        "Deadlines in days while the counting of days or the clock is open or not stated, where the two readings differ; or one act bounded in hours and in days.",
        "A day's difference has started wars again: each side keeps its own calendar.",
        "The counting of days is open. 1.1 Delta shall leave Mill, within 3 days of acceptance.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let mut days = Vec::new();
    for (c, d) in cx.duties() {
        let units: Vec<Unit> = d.uppers.iter().filter_map(|b| b.span_of.map(|s| s.unit)).collect();
        // The same act in hours from one event and in days from the same: two clocks on one act.
        for (i, a) in d.uppers.iter().enumerate() {
            for b in &d.uppers[i + 1..] {
                let (Some(x), Some(y)) = (a.span_of, b.span_of) else { continue };
                if a.anchor == b.anchor && x.unit.elapsed() != y.unit.elapsed() {
                    cx.tell(&[c.sentence]).variant("units").way("one-unit");
                }
            }
        }
        if units.iter().any(|u| !u.elapsed() && matches!(u, Unit::Day | Unit::Week))
            || d.uppers.iter().any(|b| matches!(&b.anchor, Anchor::Event(e) if matches!(e.what, What::Day(_))))
        {
            days.push(c.sentence);
        }
        if d.has(|t| matches!(t, Tail::Between(..))) && !matches!(cx.m.zone, Some(Some(_))) {
            days.push(c.sentence);
        }
    }
    if days.is_empty() {
        return;
    }
    if cx.m.count.flatten().is_none() {
        cx.tell(&days).variant("count").way("state-counting");
    } else if !matches!(cx.m.zone, Some(Some(_))) {
        cx.tell(&days).way("state-clock");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::{Options, check};
    use crate::check::testing::{HEAD, clean, one};
    use crate::parse;

    #[test]
    fn days_with_an_open_counting_rule_are_found() {
        let text = [&HEAD.replace("Days are counted from the day after the event.", "The counting of days is open."), "1.1 Delta shall leave Mill, within 3 days of acceptance."].concat();
        let r = check(&parse(&text), &Options { only: vec!["clock-mix".into()], ..Options::default() });
        assert_eq!(r.findings.len(), 1);
        assert_eq!(r.findings[0].message.key, "accord-clock-mix-count");
        let hours = text.replace("3 days", "72 hours");
        assert!(check(&parse(&hours), &Options { only: vec!["clock-mix".into()], ..Options::default() }).findings.is_empty());
    }

    #[test]
    fn two_units_on_one_act_are_found() {
        one("clock-mix", "1.1 Delta shall leave Mill, within 72 hours of acceptance and within 3 days of acceptance.", &["1.1"]);
    }

    #[test]
    fn a_stated_clock_is_clean() {
        clean("clock-mix", "1.1 Delta shall leave Mill, within 3 days of acceptance.");
    }
}
