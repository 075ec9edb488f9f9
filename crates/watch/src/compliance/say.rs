//! What the board says in sentences.

use super::board::{Allowed, Condition};
use super::told::Counts;
use accord::{Clock, Count, Does};
use terms::phrase::Phrase;

fn clauses(list: &[accord::ClauseNo]) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// The clock of an obligation: what it counts from and how. The moment itself stands beside it.
#[must_use]
pub fn clock(c: &Clock) -> Vec<Phrase> {
    let anchors = c.anchors.join(", ");
    let mut out = vec![match c.offset {
        Some((Some(n), unit)) => {
            let unit = match unit {
                "minute" => "watch-unit-minute",
                "hour" => "watch-unit-hour",
                "day" => "watch-unit-day",
                "week" => "watch-unit-week",
                "month" => "watch-unit-month",
                "year" => "watch-unit-year",
                _ => "watch-unit-open",
            };
            Phrase::new("watch-clock-offset").number("n", n).key("unit", unit).name("anchors", anchors)
        }
        Some((None, _)) => Phrase::new("watch-clock-open").name("anchors", anchors),
        None => Phrase::new("watch-clock-at").name("anchors", anchors),
    }];
    out.push(match c.counting {
        Some(Count::Inclusive) => Phrase::new("watch-clock-inclusive"),
        Some(Count::Elapsed) => Phrase::new("watch-clock-elapsed"),
        None => Phrase::new("watch-clock-counting-open"),
    });
    out.push(match &c.zone {
        Some(zone) => Phrase::new("watch-clock-zone").name("zone", zone.clone()),
        None => Phrase::new("watch-clock-zone-open"),
    });
    match c.due {
        Some(at) => out.push(Phrase::new("watch-clock-due").moment("at", at)),
        None => out.push(Phrase::new("watch-clock-not-running")),
    }
    if c.extended > 0 {
        out.push(Phrase::new("watch-clock-extended").number("minutes", c.extended));
    }
    out
}

/// What the text would allow, and if what.
#[must_use]
pub fn allowed(a: &Allowed) -> Vec<Phrase> {
    let (clause, who, to) = (a.answer.clause.to_string(), a.answer.who.join(", "), clauses(&a.answer.to));
    let what = match (a.answer.does, who.is_empty()) {
        (Does::Suspend, true) => Phrase::new("watch-allow-suspended").name("clause", clause).name("to", to),
        (Does::Suspend, false) => Phrase::new("watch-allow-suspend").name("clause", clause).name("who", who).name("to", to),
        (Does::End, _) => Phrase::new("watch-allow-end").name("clause", clause).name("to", to),
        (Does::EndAll, _) => Phrase::new("watch-allow-end-all").name("clause", clause),
        (Does::Extend, _) => Phrase::new("watch-allow-extend").name("clause", clause).name("to", to),
        (Does::Act, true) => Phrase::new("watch-allow-act-open").name("clause", clause),
        (Does::Act, false) => Phrase::new("watch-allow-act").name("clause", clause).name("who", who),
        (Does::Open, _) => Phrase::new("watch-allow-open").name("clause", clause),
    };
    let condition = match a.condition {
        Condition::Met => Phrase::new("watch-allow-met"),
        Condition::IfFound => Phrase::new("watch-allow-if-found"),
        Condition::IfNotDone => Phrase::new("watch-allow-if-not-done"),
    };
    vec![what, condition]
}

/// Why an event does not count for a life; none where it does.
#[must_use]
pub fn counts(c: Counts) -> Option<Phrase> {
    Some(match c {
        Counts::Yes => return None,
        Counts::OtherReporter => Phrase::new("watch-counts-other-reporter"),
        Counts::NobodyNamed => Phrase::new("watch-counts-nobody-named"),
        Counts::OtherVerifier => Phrase::new("watch-counts-other-verifier"),
        Counts::NotByTelling => Phrase::new("watch-counts-not-by-telling"),
    })
}
