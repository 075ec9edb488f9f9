//! A permission that empties a duty.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::Modal;

pub(super) const CHECK: Check = Check {
    info: info(
        "emptied-duty",
        Family::Conflict,
        Severity::Warn,
        "A permission that takes back what a duty of the same side gives: freedom to pursue beside a ceasefire, self-defence without bounds beside an end of operations.",
        "The side that relied on the duty finds that nothing was promised.",
        "1.4 Both parties shall observe the ceasefire. 2.3 Upland may pursue Delta in Mill.",
    ),
    pairs: true,
    run,
};

fn run(cx: &mut Cx<'_>) {
    let duties = cx.duties();
    for (c, may) in duties.iter().filter(|(_, d)| d.modal == Modal::May) {
        for (o, duty) in &duties {
            if duty.modal == Modal::May || !may.who.iter().any(|w| duty.who.contains(w)) {
                continue;
            }
            let force = crate::lexicon::force(&may.act) && crate::lexicon::restraint(&duty.act, duty.modal);
            let same = match duty.modal {
                Modal::ShallNot => crate::lexicon::stem(&may.act.verb) == crate::lexicon::stem(&duty.act.verb) && crate::lexicon::same_object(&may.object, &duty.object),
                _ => crate::lexicon::opposite(&may.act, &duty.act) && crate::lexicon::same_object(&may.object, &duty.object),
            };
            if !(force || same) || !super::shall_and_shall_not::overlap(cx, may, duty) {
                continue;
            }
            // A bounded exception is an exception; one without a condition or an end empties the rule.
            let bounded = !may.when.is_empty() || may.until.is_some();
            let last = super::shall_and_shall_not::prevails(cx, o.no, c.no) && !cx.m.clauses.iter().any(|x| matches!(&x.body, crate::tree::Body::Prevails { clause, .. } if *clause == c.no));
            if bounded || last {
                continue;
            }
            let who = may.who.iter().filter(|w| duty.who.contains(w)).cloned().collect::<Vec<_>>().join(", ");
            let raw = cx.tell(&[c.sentence, o.sentence]);
            raw.name("who", who).name("act", may.act.text.clone());
            raw.at(may.act.span.clone());
            raw.way("bound-permission").way("say-prevails").way("define-exception");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn freedom_to_pursue_empties_a_ceasefire() {
        one("emptied-duty", "1.4 Both parties shall observe the ceasefire.\n2.3 Upland may pursue Delta in Mill.", &["2.3", "1.4"]);
        one("emptied-duty", "1.4 Upland shall stop the bombing, within 2 hours of acceptance.\n2.3 Upland may act for defensive purposes.", &["2.3", "1.4"]);
    }

    #[test]
    fn a_bounded_exception_does_not() {
        clean("emptied-duty", "1.4 Both parties shall observe the ceasefire.\n2.3 Upland may pursue Delta in Mill, when 1.5 is breached.\n1.5 Delta shall not enter Mill.");
        clean("emptied-duty", "1.4 Delta shall observe the ceasefire.\n2.3 Upland may pursue Delta in Mill.");
    }
}
