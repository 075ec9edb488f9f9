//! Aid or another service that stops between two who give it.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, EventRef, Tail, Unit};

pub(super) const CHECK: Check = Check {
    info: info(
        "service-gap",
        Family::Cover,
        Severity::Warn,
        "A service (aid, water, administration) ends with one event and is taken up again only with a later one.",
        "People live on it every day of the gap.",
        "3.3 From acceptance until 3.1 done, Red Cross supplies Mill. 3.4 From 3.2 done, Watch supplies Mill.",
    ),
    pairs: true,
    run,
};

fn run(cx: &mut Cx<'_>) {
    // Who gives what where, from when until when: covers, and daily duties of relief.
    type Service = (usize, String, Option<EventRef>, Option<EventRef>);
    let mut all: Vec<Service> = Vec::new();
    for c in &cx.m.clauses {
        match (&c.body, &c.duty) {
            (Body::Cover { who: Some(_), service: "supplies", place, from, until }, _) => all.push((c.sentence, ["supplies ", place].concat(), from.clone(), until.clone())),
            (_, Some(d)) if d.has(|t| matches!(t, Tail::EachPeriod(Unit::Day))) && d.act.words.iter().any(|w| matches!(w.as_str(), "aid" | "fuel" | "food" | "water")) => {
                let from = d.from.clone().or_else(|| d.when.first().and_then(|w| w.first()).cloned());
                all.push((c.sentence, d.act.verb.clone(), from, d.until.clone()));
            }
            _ => {}
        }
    }
    for a in &all {
        let Some(end) = &a.3 else { continue };
        let later: Vec<&Service> = all.iter().filter(|b| b.0 != a.0 && b.1 == a.1).collect();
        if later.is_empty() {
            continue;
        }
        // Somebody is there already or takes over with the end itself.
        let taken = later.iter().any(|b| match &b.2 {
            None => true,
            Some(f) => f.what == end.what || cx.comes_before(&f.what, &end.what) || (b.3.is_none() && a.2.as_ref().is_some_and(|x| x.what == f.what)),
        });
        if taken {
            continue;
        }
        if let Some(b) = later.iter().find(|b| b.2.as_ref().is_some_and(|f| cx.comes_before(&end.what, &f.what))) {
            let (from, to) = (cx.event_name(&end.what), b.2.as_ref().map(|f| cx.event_name(&f.what)).unwrap_or_default());
            let s = b.0;
            cx.tell(&[a.0, s]).name("first", from).name("second", to).way("hand-over").way("lengthen");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    const F: &str = "3.1 Upland shall leave Mill, within 9 days of acceptance.\n3.2 Delta shall leave Mill, when 3.1 is done, within 9 days.\n";

    #[test]
    fn a_stop_between_two() {
        one("service-gap", &[F, "3.3 From acceptance until 3.1 done, Red Cross supplies Mill.\n3.4 From 3.2 done, Watch supplies Mill."].concat(), &["3.3", "3.4"]);
    }

    #[test]
    fn taken_over_at_once() {
        clean("service-gap", &[F, "3.3 From acceptance until 3.2 done, Red Cross supplies Mill.\n3.4 From 3.2 done, Watch supplies Mill."].concat());
    }
}
