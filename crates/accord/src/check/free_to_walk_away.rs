//! A party that skips its obligation and still receives everything.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Modal, Part, What};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const CHECK: Check = Check {
    info: info(
        "free-to-walk-away",
        Family::Safety,
        Severity::Warn,
        "A party that skips an obligation still receives everything owed to it, and nothing answers: no suspension, no remedy, no guarantee.",
        "It can take what it wanted and leave; the text keeps it to its word by nothing.",
        "1.2 Delta shall release captives. 2.1 Upland shall leave Mill, when 1.2 is done. (2.1 can be skipped.)",
    ),
    pairs: true,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let duties = cx.duties();
    let parties: Vec<String> = cx.m.parties().into_iter().map(str::to_owned).collect();
    if parties.len() < 2 {
        return;
    }
    // What the others owe each party: it is for this party if it says so, or if it names nobody.
    let mut owing: BTreeMap<&str, (Vec<usize>, String)> = BTreeMap::new();
    for me in &parties {
        let owed: Vec<(usize, usize)> = duties
            .iter()
            .filter(|(_, e)| {
                matches!(e.modal, Modal::Shall | Modal::ShallNot) && !e.who.is_empty() && !e.who.contains(me) && e.who.iter().any(|w| parties.contains(w)) && e.to.as_ref().is_none_or(|t| t == me || !parties.contains(t))
            })
            .filter_map(|(o, _)| cx.m.ev(&What::Clause(o.no, Part::Begun)).map(|b| (b, o.sentence)))
            .filter(|(b, _)| cx.order.happens[*b])
            .collect();
        let keeps = owed.iter().map(|(_, s)| cx.label(*s)).collect::<Vec<_>>().join(", ");
        owing.insert(me, (owed.into_iter().map(|o| o.0).collect(), keeps));
    }
    let counts: Vec<(usize, &str)> = cx.m.events.iter().enumerate().filter_map(|(k, w)| if let What::Count { list, .. } = w { Some((k, list.as_str())) } else { None }).collect();
    // Everything that happens when all is kept.
    for (c, d) in &duties {
        if d.modal != Modal::Shall || d.weak || d.who.len() != 1 || !parties.contains(&d.who[0]) {
            continue;
        }
        let Some(done) = cx.m.ev(&What::Clause(c.no, Part::Done)) else { continue };
        if !cx.order.happens[done] {
            continue; // not reached anyway
        }
        let me = &d.who[0];
        let Some((owed, keeps)) = owing.get(me.as_str()) else { continue };
        if owed.is_empty() {
            continue;
        }
        // Acts that cannot come without this one, by conditions, ratios or batches.
        let mut not: BTreeSet<usize> = BTreeSet::from([done]);
        not.extend([Part::Reported, Part::Verified].iter().filter_map(|p| cx.m.ev(&What::Clause(c.no, *p))));
        not.extend(counts.iter().filter(|(_, list)| d.list() == Some(*list)).map(|(k, _)| *k));
        let begun = cx.m.ev(&What::Clause(c.no, Part::Begun));
        not.extend(begun);
        let gone = cx.order.lost(cx.m, &not);
        let lost = owed.iter().any(|b| gone.contains(b));
        let tied = cx.m.clauses.iter().any(|o| match &o.body {
            Body::Batches { clause: _, of } => *of == c.no,
            Body::Ratio { each_list, .. } => each_list.is_some() && d.list() == each_list.as_deref(),
            _ => false,
        });
        let answered = cx.m.answers(c.no).iter().any(|a| !matches!(&a.body, Body::Guarantee { act: None, .. }));
        if lost || tied || answered {
            continue;
        }
        let raw = cx.tell(&[c.sentence]);
        raw.name("who", me.clone()).name("act", d.act.text.clone());
        raw.story("skips", &[("who", me.clone()), ("clause", c.no.to_string())]);
        raw.story("still-receives", &[("who", me.clone()), ("clauses", keeps.clone())]);
        raw.story("nothing-answers", &[("clause", c.no.to_string())]);
        raw.way("add-suspension").way("add-guarantee").way("link-acts");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, found, one};

    const A: &str = "1.2 Delta shall release captives, within 9 days of acceptance.\n2.1 Upland shall leave Mill, when 1.2 is done, within 9 days.\n";

    #[test]
    fn the_one_who_goes_last_can_leave() {
        let f = one("free-to-walk-away", A, &["2.1"]);
        assert_eq!(f.story.len(), 3);
    }

    #[test]
    fn a_power_to_suspend_or_a_guarantee_with_an_act_answers() {
        clean("free-to-walk-away", &[A, "2.2 Delta shall disarm, within 90 days of acceptance.\n4.3 Delta may suspend 2.2 while 2.1 is breached.\n4.4 Upland may suspend 2.1 while 2.2 is breached."].concat());
        clean("free-to-walk-away", &[A, "4.5 Norland guarantees 2.1: if breached, Norland shall convene the parties within 2 days."].concat());
        assert_eq!(found("free-to-walk-away", &[A, "4.5 Norland guarantees 2.1."].concat()), [["2.1"]], "a guarantee without an act answers nothing");
    }
}
