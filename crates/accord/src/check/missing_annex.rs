//! Leans on a map, list or annex that is not there.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::NameKind;

pub(super) const CHECK: Check = Check {
    info: info(
        "missing-annex",
        Family::Complete,
        Severity::Warn,
        "A line, list or clause that leans on an annex which is open or not published, or a line whose geometry nobody has drawn.",
        "People are shot at for crossing a line that they cannot know.",
        "Line \"yellow line\" is where the forces stood in May, geometry open.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for (n, l) in &cx.m.lines {
        let used: Vec<usize> = cx.m.duties().filter(|(_, d)| d.act.names.iter().any(|x| x.0 == NameKind::Line && x.1 == *n)).map(|(c, _)| c.sentence).collect();
        let annex = l.annex.as_ref().and_then(|a| cx.m.annexes.get(a)).cloned();
        let mut at = vec![l.sentence];
        at.extend(&used);
        if let Some(a) = annex {
            if !a.published || a.open {
                at.insert(1, a.sentence);
                cx.tell(&at).variant("annex").name("name", n.clone()).way("attach-annex").way("publish-annex");
                continue;
            }
        } else if l.open {
            cx.tell(&at).name("name", n.clone()).way("draw-line").way("attach-annex");
            continue;
        }
        if !l.known.is_empty() && cx.m.parties().iter().any(|p| !l.known.iter().any(|k| k == p)) {
            cx.tell(&at).variant("known").name("name", n).name("who", l.known.join(", ")).way("publish-annex");
        }
    }
    for (c, d) in cx.duties() {
        for (k, n) in &d.act.names {
            if *k == NameKind::Annex
                && let Some(a) = cx.m.annexes.get(n)
                && (!a.published || a.open)
            {
                let s = a.sentence;
                cx.tell(&[c.sentence, s]).variant("annex").name("name", n.clone()).way("attach-annex").way("publish-annex");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn a_line_that_nobody_has_drawn_is_found_with_the_clause_that_needs_it() {
        one("missing-annex", "Line \"bank line\" is where the forces stood in June, geometry open.\n1.1 Delta shall withdraw to the bank line, within 2 days of acceptance.", &["Line bank line", "1.1"]);
        one("missing-annex", "Annex \"maps\" is part of this agreement, not published.\nLine \"bank line\" is as on Annex \"maps\".", &["Line bank line", "Annex maps"]);
    }

    #[test]
    fn a_published_map_is_enough() {
        clean("missing-annex", "Annex \"maps\" is part of this agreement, kept by Aru.\nLine \"bank line\" is as on Annex \"maps\".\n1.1 Delta shall withdraw to the bank line, within 2 days of acceptance.");
    }
}
