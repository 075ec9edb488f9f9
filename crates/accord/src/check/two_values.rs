//! One quantity, list or line fixed twice.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Compare, NameKind};

pub(super) const CHECK: Check = Check {
    info: info(
        "two-values",
        Family::Conflict,
        Severity::Stop,
        "One quantity fixed at two values, one list or event declared twice, or one act measured from two lines.",
        "Keeping the one breaches the other.",
        "1.5 Upland shall admit 600 trucks of aid each day. 1.6 Upland shall admit 400 trucks of aid each day.",
    ),
    pairs: true,
    run,
};

fn run(cx: &mut Cx<'_>) {
    // A name declared twice.
    let names = &cx.tree.names.all;
    for (i, a) in names.iter().enumerate() {
        if matches!(a.kind, NameKind::Kind | NameKind::Process | NameKind::Source) {
            continue;
        }
        if let Some(b) = names[i + 1..].iter().find(|b| b.kind == a.kind && b.text == a.text && b.sentence != a.sentence) {
            let (x, y, n) = (a.sentence, b.sentence, a.text.clone());
            cx.tell(&[x, y]).variant("declared").name("name", n).way("keep-one");
        }
    }
    // Only what has an amount or a line can be fixed twice.
    let duties: Vec<_> = cx.duties().into_iter().filter(|(_, d)| d.act.amount.is_some() || d.act.names.iter().any(|n| n.0 == NameKind::Line)).collect();
    let objects: Vec<Vec<String>> = duties.iter().map(|(_, d)| crate::lexicon::object(&strip(d))).collect();
    for (i, (c, d)) in duties.iter().enumerate() {
        for (k, (o, e)) in duties.iter().enumerate().skip(i + 1) {
            if d.modal != e.modal || crate::lexicon::stem(&d.act.verb) != crate::lexicon::stem(&e.act.verb) || !crate::lexicon::same_object(&objects[i], &objects[k]) {
                continue;
            }
            let joint = d.who.iter().any(|w| e.who.contains(w));
            // The same act from two different lines, by whomever.
            let line = |x: &crate::model::Duty| x.act.names.iter().find(|n| n.0 == NameKind::Line).map(|n| n.1.clone());
            if let (Some(a), Some(b)) = (line(d), line(e))
                && a != b
                && cx.m.is_party(d.who.first().map_or("", String::as_str))
                && d.phase_free() == e.phase_free()
            {
                cx.tell(&[c.sentence, o.sentence]).variant("lines").name("first", a).name("second", b).way("keep-one").way("say-which");
                continue;
            }
            if !joint || d.period() != e.period() {
                continue;
            }
            let (Some((ca, a, ua)), Some((cb, b, ub))) = (&d.act.amount, &e.act.amount) else { continue };
            let (Some(x), Some(y)) = (a.value(), b.value()) else { continue };
            let clash = match (ca, cb) {
                (Compare::Exactly, Compare::Exactly) => x != y,
                (Compare::Exactly, Compare::AtLeast) => x < y,
                (Compare::AtLeast, Compare::Exactly) => y < x,
                (Compare::Exactly, Compare::AtMost) => x > y,
                (Compare::AtMost, Compare::Exactly) => y > x,
                (Compare::AtLeast, Compare::AtMost) => x > y,
                (Compare::AtMost, Compare::AtLeast) => y > x,
                _ => false,
            };
            if clash && ua == ub && super::shall_and_shall_not::overlap(cx, d, e) && c.phase == o.phase {
                cx.tell(&[c.sentence, o.sentence]).name("first", x.to_string()).name("second", y.to_string()).way("keep-one").way("limit-window");
            }
        }
    }
}

/// The act without its amount and lines, so that only what it is about is compared.
fn strip(d: &crate::model::Duty) -> crate::tree::Act {
    let mut a = d.act.clone();
    let lines: Vec<String> = a.names.iter().filter(|n| n.0 == NameKind::Line).flat_map(|n| n.1.split(' ').map(str::to_lowercase).collect::<Vec<_>>()).collect();
    a.words.retain(|w| !lines.contains(w));
    a
}

impl crate::model::Duty {
    /// Bounds without their places, to see whether two acts are one and the same step.
    fn phase_free(&self) -> usize {
        self.uppers.len()
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn two_numbers_two_lists_two_lines() {
        one("two-values", "1.5 Upland shall admit 600 trucks of aid each day.\n1.6 Upland shall admit 400 trucks of aid each day.", &["1.5", "1.6"]);
        one("two-values", "List captives has 30 persons.", ["List captives", "List captives"].map(|x| x)[..1].as_ref());
        one("two-values", "Line \"bank line\" is where the forces stood in June.\n1.1 Delta shall withdraw heavy arms from the mill line, within 9 days of acceptance.\n1.2 Upland shall withdraw heavy arms from the bank line, within 9 days of acceptance.", &["1.1", "1.2"]);
    }

    #[test]
    fn a_least_and_a_most_that_fit_are_clean() {
        clean("two-values", "1.5 Upland shall admit at least 400 trucks of aid each day.\n1.6 Upland shall admit at most 600 trucks of aid each day.\n1.7 Delta shall admit 50 trucks of aid each day.");
    }
}
