//! An act with degrees and nothing that says when it is done.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{NameKind, Tail};

pub(super) const CHECK: Check = Check {
    info: info(
        "no-measure",
        Family::Complete,
        Severity::Warn,
        "An act with degrees (disarm, withdraw, restore) and no count, list, line or definition that says when it is done.",
        "A tenth and the whole are both `done` to whoever wants them to be.",
        "2.2 Delta shall disarm, within 30 days of acceptance.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for (c, d) in cx.duties() {
        if !d.once() || !crate::lexicon::gradual(&d.act) {
            continue;
        }
        let named = d.act.names.iter().any(|(k, n)| match k {
            // A line whose geometry is open is told as a missing annex.
            NameKind::List | NameKind::Annex | NameKind::Thing | NameKind::Line => true,
            NameKind::Term => cx.m.terms.get(n).is_some_and(|t| !t.vague && !t.open),
            // A place alone is measured when forces leave all of it.
            NameKind::Place => crate::lexicon::leaves(&d.act),
            _ => false,
        });
        let told = named
            || d.act.amount.is_some()
            || d.has(|t| matches!(t, Tail::Measured(_) | Tail::Down { .. } | Tail::Including(..)))
            || !cx.m.stages(c.no).is_empty();
        if !told {
            cx.tell(&[c.sentence]).name("act", d.act.text.clone()).way("add-measure").way("define-term");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn disarming_without_a_measure_is_found() {
        one("no-measure", "2.2 Delta shall be disarmed, within 30 days of acceptance.", &["2.2"]);
    }

    #[test]
    fn a_count_a_line_or_a_definition_measures_it() {
        clean("no-measure", "2.1 Delta shall withdraw its forces to the mill line, within 30 days of acceptance.\n2.2 Delta shall dismantle 40 posts, within 9 days of acceptance.\n2.3 Delta shall disarm, measured by \"no weapon above rifle calibre\", within 9 days of acceptance.");
    }
}
