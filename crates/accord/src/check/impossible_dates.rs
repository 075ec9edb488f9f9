//! No schedule at all.

use super::{Check, Cx, Family, Severity, info};
use crate::network;

pub(super) const CHECK: Check = Check {
    info: info(
        "impossible-dates",
        Family::Time,
        Severity::Stop,
        "Clocks that no schedule can keep, even if everything nobody controls goes well; named by the smallest set of clauses.",
        "Somebody will be in breach on a known day, whatever anybody does.",
        "1.1 Delta shall leave Mill, within 2 days of acceptance. 1.2 Delta shall clear Mill, at least 5 days after acceptance, before 1.1 begins.",
    ),
    pairs: true,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let clock = cx.clock();
    let net = &clock.net;
    if network::consistent(net) {
        return;
    }
    let sources = cx.conflict(net, false).sources();
    let mut at: Vec<usize> = sources.iter().filter_map(|s| cx.by_label(s)).collect();
    at.sort_unstable();
    at.dedup();
    if at.is_empty() {
        return;
    }
    let raw = cx.tell(&at);
    raw.way("lengthen").way("drop-condition");
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn clocks_that_no_schedule_keeps() {
        one("impossible-dates", "1.1 Delta shall leave Mill, within 2 days of acceptance.\n1.2 Delta shall clear Mill, at least 5 days after acceptance, before 1.1 begins.", &["1.1", "1.2"]);
    }

    #[test]
    fn dates_against_each_other() {
        one("impossible-dates", "Event \"signing\" is on 2024-03-01, reported by Aru.\n1.1 Delta shall leave Mill, within 10 days of signing, no earlier than 2024-03-20.", &["Event signing", "1.1"]);
    }

    #[test]
    fn clocks_with_room_are_clean() {
        clean("impossible-dates", "1.1 Delta shall leave Mill, within 9 days of acceptance.\n1.2 Delta shall clear Mill, at least 5 days after acceptance, before 1.1 begins.");
    }
}
