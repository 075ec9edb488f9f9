//! A ratio that needs more people than the list has.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Compare};

pub(super) const CHECK: Check = Check {
    info: info(
        "ratio-short",
        Family::Lists,
        Severity::Stop,
        "A ratio that needs more people of a list, or of a kind in it, than there are.",
        "The last of one side are released for nobody, or not at all.",
        "For each person of captives, 5 persons of prisoners are released.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for c in &cx.m.clauses {
        let Body::Ratio { per, each, each_list, gives, of, .. } = &c.body else { continue };
        let (Some(from), Some(to)) = (each_list.as_ref(), of.as_ref()) else { continue };
        let (Some(a), Some(b)) = (cx.m.lists.get(from).cloned(), cx.m.lists.get(to).cloned()) else { continue };
        // How many release: of that kind, or of the whole list for `person`.
        let count = |l: &crate::model::List, kind: &str| {
            if matches!(kind, "person" | "persons" | "") { l.total.value() } else { l.kinds.iter().find(|k| k.kind == kind).map_or(l.total.value(), |k| k.n.value()) }
        };
        let Some(n) = count(&a, each) else { continue };
        for (g, kind) in gives {
            let Some(have) = count(&b, kind) else { continue };
            let least = b.compare == Compare::AtLeast && matches!(kind.as_str(), "person" | "persons" | "");
            let need = n.saturating_mul(*g) / (*per).max(1);
            if need > have && !least {
                let at = vec![c.sentence, a.sentence, b.sentence];
                cx.tell(&at).number("need", need).number("have", have).name("list", to.clone()).way("change-ratio").way("add-people");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    #[test]
    fn more_are_needed_than_there_are() {
        one("ratio-short", "1.7 For each person of captives, 5 persons of prisoners are released.", &["1.7", "List captives", "List prisoners"]);
        one("ratio-short", "List early has 9 persons: 9 ill.\nList held has 300 persons: 100 lifers, open others.\n1.7 For each ill of early, 30 lifers of held are released.", &["1.7", "List early", "List held"]);
    }

    #[test]
    fn enough_is_clean() {
        clean("ratio-short", "1.7 For each person of captives, 3 persons of prisoners are released.");
    }
}
