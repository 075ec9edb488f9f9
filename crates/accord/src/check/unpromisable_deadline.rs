//! Everyone acts in good faith and the deadline is still missed.

use super::{Check, Cx, Family, Severity, info};
use crate::model::clocks;
use crate::network;

pub(super) const CHECK: Check = Check {
    info: info(
        "unpromisable-deadline",
        Family::Time,
        Severity::Stop,
        "A deadline that cannot be promised: with everyone acting in good faith, what nobody bound controls may still make it late. By dynamic controllability, also from each party's own viewpoint, where the acts of others are not its own.",
        "The first breach is then an accident, and it is answered as if it were not.",
        "Locating each person of captives takes 6 to 96 hours, not in the control of Delta. 1.2 Delta shall release captives, within 72 hours of acceptance.",
    ),
    pairs: true,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let base = cx.clock();
    if !network::consistent(&base) {
        return; // told as impossible-dates
    }
    let mut told: Vec<Vec<usize>> = Vec::new();
    if !network::controllable(&base) {
        tell(cx, &base, None, &mut told);
        return;
    }
    let parties: Vec<String> = cx.m.parties().into_iter().map(str::to_owned).collect();
    for p in parties {
        let own = clocks(cx.m, cx.order, Some(&p));
        if own.net.links.len() == base.links.len() {
            continue;
        }
        if network::consistent(&own.net) && !network::controllable(&own.net) {
            tell(cx, &own.net, Some(&p), &mut told);
        }
    }
}

fn tell(cx: &mut Cx<'_>, net: &network::Stnu, party: Option<&str>, told: &mut Vec<Vec<usize>>) {
    let verdict = network::check(net);
    let mut at: Vec<usize> = verdict.conflict.iter().filter_map(|c| cx.by_label(&c.source)).collect();
    at.sort_unstable();
    at.dedup();
    if at.is_empty() || told.contains(&at) {
        return;
    }
    told.push(at.clone());
    let nature: Vec<(String, i64, i64)> = verdict.conflict.iter().filter_map(|c| c.low.map(|l| (c.to.clone(), l, c.weight))).collect();
    let relax = verdict.relax.iter().filter(|(c, _)| c.weight > 0).min_by_key(|r| r.1).cloned();
    let raw = cx.tell(&at);
    if let Some(p) = party {
        raw.variant("party");
        raw.name("who", p);
    }
    for (what, low, high) in nature {
        if high >= network::OPEN {
            raw.story("takes-open", &[("what", what), ("low", hours(low))]);
        } else {
            raw.story("takes", &[("what", what), ("low", hours(low)), ("high", hours(high))]);
        }
    }
    raw.story("late-in-good-faith", &[]);
    if let Some((c, by)) = relax {
        raw.way_named("relax-by", "other", c.source.clone());
        if let Some(w) = raw.ways.last_mut() {
            w.args.push(("by".to_owned(), terms::phrase::Arg::Name(hours(by))));
        }
    }
    raw.way("count-from-event").way("exempt-unfound");
}

/// Minutes in the unit that fits.
fn hours(minutes: i64) -> String {
    if minutes % 60 == 0 { format!("{} h", minutes / 60) } else { format!("{minutes} min") }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn finding_people_may_take_longer_than_the_clock() {
        let f = one("unpromisable-deadline", "Locating each person of captives takes 6 to 96 hours, not in the control of Delta.\n1.2 Delta shall release captives, within 72 hours of acceptance.", &["locating", "1.2"]);
        assert!(f.ways_out.iter().any(|w| w.args.iter().any(|a| format!("{:?}", a.1).contains("24 h"))), "the least relaxation is a day: {:?}", f.ways_out);
        one("unpromisable-deadline", "Locating each person of captives takes at least 6 hours, not in the control of Delta.\n1.2 Delta shall release captives, within 72 hours of acceptance.", &["locating", "1.2"]);
    }

    #[test]
    fn a_deadline_that_another_sides_lawful_delay_breaks() {
        let f = one("unpromisable-deadline", "1.1 Upland shall leave Mill, within 72 hours of acceptance.\n1.2 Delta shall release captives, when 1.1 is done, within 48 hours of acceptance.", &["1.1", "1.2"]);
        assert_eq!(f.message.key, "accord-unpromisable-deadline-party");
    }

    #[test]
    fn a_clock_with_room_is_clean() {
        clean("unpromisable-deadline", "Locating each person of captives takes 6 to 48 hours, not in the control of Delta.\n1.2 Delta shall release captives, within 72 hours of acceptance.\n1.3 Upland shall open Mill, when 1.2 is done, within 24 hours of 1.2.");
    }
}
