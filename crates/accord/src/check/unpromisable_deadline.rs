//! Everyone acts in good faith and the deadline is still missed.

use super::{Check, Cx, Family, Severity, info};
use crate::model::unsaid_reactions;
use crate::network;
use std::collections::BTreeSet;

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
    let clock = cx.clock();
    let base = &clock.net;
    if !network::consistent(base) {
        return; // told as impossible-dates
    }
    let mut told: Vec<Vec<usize>> = Vec::new();
    if !cx.holds() {
        tell(cx, base, None, &mut told);
        return;
    }
    let parties: Vec<String> = cx.m.parties().into_iter().map(str::to_owned).collect();
    for p in parties {
        let own = clock.seen_by(cx.m, cx.order, &p);
        if own.net.links.len() == base.links.len() {
            continue;
        }
        if network::consistent(&own.net) && !network::controllable(&own.net) {
            tell(cx, &own.net, Some(&p), &mut told);
        }
    }
}

fn tell(cx: &mut Cx<'_>, net: &network::Stnu, party: Option<&str>, told: &mut Vec<Vec<usize>>) {
    let verdict = cx.conflict(net, true);
    let mut at: Vec<usize> = verdict.conflict.iter().filter_map(|c| cx.by_label(&c.source)).collect();
    at.sort_unstable();
    at.dedup();
    if at.is_empty() || told.contains(&at) {
        return;
    }
    told.push(at.clone());
    let nature: Vec<(String, i64, i64)> = verdict.conflict.iter().filter_map(|c| c.low.map(|l| (c.to.clone(), l, c.weight))).collect();
    let reacts: BTreeSet<(String, i64)> = verdict
        .conflict
        .iter()
        .filter_map(|c| cx.m.reactions.values().find(|r| r.said == c.source))
        .map(|r| (who_of(cx, &r.said), r.minutes.unwrap_or(0)))
        .collect();
    let at_once = unsaid_reactions(cx.m, cx.order);
    let unsaid: BTreeSet<String> = cx
        .duties()
        .into_iter()
        .filter(|(c, _)| at.contains(&c.sentence))
        .flat_map(|(_, d)| d.who.iter().filter(|w| at_once.contains(*w)).cloned())
        .collect();
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
    for (who, minutes) in reacts {
        raw.story("reacts", &[("who", who), ("low", hours(minutes))]);
    }
    if !unsaid.is_empty() {
        raw.story("no-reaction", &[("who", unsaid.into_iter().collect::<Vec<_>>().join(", "))]);
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

/// The actors of whom a sentence says how long they need.
fn who_of(cx: &Cx<'_>, said: &str) -> String {
    cx.m.reactions.iter().filter(|(_, r)| r.said == said).map(|(w, _)| w.as_str()).collect::<Vec<_>>().join(", ")
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

    const FIND: &str = "Locating each person of captives takes 6 to 48 hours, not in the control of Delta.\n";
    const RELEASE: &str = "1.2 Delta shall release captives, within 72 hours of acceptance.";

    #[test]
    fn the_time_that_people_need_to_react_counts_and_its_sentence_is_named() {
        clean("unpromisable-deadline", &[FIND, "Delta needs 24 hours to react.\n", RELEASE].concat());
        let f = one(
            "unpromisable-deadline",
            &["Delta needs 25 hours to react.\n", FIND, RELEASE].concat(),
            &["Delta needs 25 hours to react", "locating", "1.2"],
        );
        assert!(f.story.iter().any(|s| s.key == "accord-story-reacts"), "{:?}", f.story);
        assert!(!f.story.iter().any(|s| s.key == "accord-story-no-reaction"), "{:?}", f.story);
    }

    #[test]
    fn what_is_said_of_one_side_goes_before_what_is_said_of_each() {
        let each = "Each party needs 30 hours to react.\n";
        clean("unpromisable-deadline", &[each, "Delta needs 1 hour to react.\n", FIND, RELEASE].concat());
        one("unpromisable-deadline", &[each, FIND, RELEASE].concat(), &["Each party needs 30 hours to react", "locating", "1.2"]);
    }

    #[test]
    fn nobody_reacts_to_its_own_act_or_to_a_date() {
        let slow = "Delta needs 20 hours to react.\nUpland needs 2 hours to react.\n";
        // Delta follows itself; Upland follows Delta.
        clean("impossible-dates", &[slow, "1.1 Delta shall leave Mill, within 8 hours of acceptance.\n1.2 Delta shall open Mill, when 1.1 is done, within 10 hours of acceptance."].concat());
        let lines = "1.1 Delta shall leave Mill, at least 6 hours after acceptance.\n1.2 Upland shall open Mill, when 1.1 is done, within ";
        clean("impossible-dates", &[slow, lines, "8 hours of acceptance."].concat());
        one("impossible-dates", &[slow, lines, "7 hours of acceptance."].concat(), &["Upland needs 2 hours to react", "1.1", "1.2"]);
        clean("impossible-dates", &[slow, "Event \"start\" is on 2026-03-01, reported by Aru.\n1.1 Delta shall leave Mill, when start, within 1 hour of start."].concat());
    }

    #[test]
    fn without_a_time_to_react_the_checker_says_that_it_counted_none() {
        let report = |lines: &str| {
            let text = [crate::check::testing::HEAD, lines].concat();
            crate::check(&crate::parse(&text), &crate::Options::default()).assumed
        };
        let lines = "1.1 Delta shall leave Mill, within 8 hours of acceptance.\n1.2 Upland shall open Mill, when 1.1 is done, within 2 hours of 1.1.";
        let told = report(lines);
        assert_eq!(told, [terms::phrase::Phrase::new("accord-assumed-no-reaction").name("who", "Upland")]);
        assert!(report(&["Upland needs 1 hour to react.\n", lines].concat()).is_empty());
        assert_eq!(report(&["Upland needs open hours to react.\n", lines].concat()), told, "what is open is not counted either");
    }

    #[test]
    fn a_clock_with_room_is_clean() {
        clean("unpromisable-deadline", "Locating each person of captives takes 6 to 48 hours, not in the control of Delta.\n1.2 Delta shall release captives, within 72 hours of acceptance.\n1.3 Upland shall open Mill, when 1.2 is done, within 24 hours of 1.2.");
    }
}
