//! A deadline that can be kept with next to nothing to spare.

use super::{Check, Cx, Family, Severity, info};
use crate::network;

/// Less than this many minutes to spare is told.
const MARGIN: i64 = 6 * 60;
/// Deadlines that are tried at most.
const TRIES: usize = 40;

pub(super) const CHECK: Check = Check {
    info: info(
        "no-slack",
        Family::Time,
        Severity::Warn,
        "A deadline that holds in the worst lawful case with less than six hours to spare.",
        "A road block or a fog makes a breach of it.",
        "Locating each person of captives takes 6 to 70 hours, not in the control of Delta. 1.2 Delta shall release captives, within 72 hours of acceptance.",
    ),
    pairs: true,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let clock = cx.clock();
    let base = &clock.net;
    let worst = !base.links.is_empty() || cx.m.duties().any(|(_, d)| !d.lowers.is_empty());
    if !worst || !cx.holds() {
        return;
    }
    // Deadlines: the positive edges of clauses.
    let deadlines: Vec<usize> = base.edges.iter().enumerate().filter(|(_, e)| e.weight > MARGIN && e.source != "Z").map(|(k, _)| k).take(TRIES).collect();
    // A fixed length (a lower bound of the same source between the same points) has no slack by design.
    let fixed = |k: usize| {
        let e = &base.edges[k];
        base.edges.iter().any(|o| o.from == e.to && o.to == e.from && o.source == e.source)
    };
    let deadlines: Vec<usize> = deadlines.into_iter().filter(|k| !fixed(*k)).collect();
    for k in tight(base, &deadlines) {
        let mut net = base.clone();
        let Some(s) = cx.by_label(&net.edges[k].source) else { continue };
        let e = net.edges[k].clone();
        net.edges[k].weight -= MARGIN;
        let mut at = vec![s];
        for l in cx.conflict(&net, true).sources() {
            if let Some(x) = cx.by_label(&l)
                && !at.contains(&x)
            {
                at.push(x);
            }
        }
        // How much is left, by halves.
        let (mut low, mut high) = (0, MARGIN);
        while high - low > 1 {
            let mid = i64::midpoint(low, high);
            net.edges[k].weight = e.weight - mid;
            if network::controllable(&net) { low = mid } else { high = mid }
        }
        cx.tell(&at).number("minutes", low).way("lengthen").way("drop-condition");
    }
}

/// The deadlines that the margin would break. Shortening only makes it harder, so that where all of them can be
/// shortened at once each can; else each half is asked.
fn tight(base: &network::Stnu, deadlines: &[usize]) -> Vec<usize> {
    if deadlines.is_empty() {
        return vec![];
    }
    let mut net = base.clone();
    for k in deadlines {
        net.edges[*k].weight -= MARGIN;
    }
    if network::controllable(&net) {
        return vec![];
    }
    if let [one] = deadlines {
        return vec![*one];
    }
    let (a, b) = deadlines.split_at(deadlines.len() / 2);
    let mut out = tight(base, a);
    out.extend(tight(base, b));
    out
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn two_hours_to_spare_are_told() {
        let f = one("no-slack", "Locating each person of captives takes 6 to 70 hours, not in the control of Delta.\n1.2 Delta shall release captives, within 72 hours of acceptance.", &["1.2", "locating"]);
        assert!(f.message.args.iter().any(|a| a.1 == terms::phrase::Arg::Number(120)));
    }

    #[test]
    fn a_day_to_spare_is_not() {
        clean("no-slack", "Locating each person of captives takes 6 to 48 hours, not in the control of Delta.\n1.2 Delta shall release captives, within 72 hours of acceptance.");
    }
}
