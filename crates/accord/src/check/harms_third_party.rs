//! A remedy that falls on others.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Effect};

pub(super) const CHECK: Check = Check {
    info: info(
        "harms-third-party",
        Family::Safety,
        Severity::Warn,
        "A remedy that suspends or ends what people outside the breach live on: aid, passage of the wounded, release of persons.",
        "The side in breach hardly feels it; those who feel it have not breached anything.",
        "4.3 Upland may suspend 1.5 while 2.2 is breached. 1.5 Upland shall admit 600 trucks of aid each day.",
    ),
    pairs: false,
    run,
};

const RELIEF: [&str; 17] = [
    "aid", "food", "water", "fuel", "medicine", "medical", "wounded", "relief", "humanitarian", "electricity", "hospital", "hospitals", "civilians", "patients", "remains", "bread", "ill",
];

fn run(cx: &mut Cx<'_>) {
    for c in &cx.m.clauses {
        let hit: Vec<crate::tree::ClauseNo> = match &c.body {
            Body::MaySuspend { clauses, .. } => clauses.clone(),
            Body::Cure { effect: Effect::Suspend(list, _) | Effect::End(list), .. } | Body::IfNot { effect: Effect::Suspend(list, _) | Effect::End(list), .. } => list.clone(),
            _ => continue,
        };
        for no in hit {
            let Some(o) = cx.m.clause(no) else { continue };
            let words: Vec<String> = match (&o.duty, &o.body) {
                (Some(d), _) => d.act.words.clone(),
                (None, Body::Approval { what, .. }) => what.split(' ').map(str::to_lowercase).collect(),
                (None, Body::Cover { service, .. }) if *service == "supplies" => vec!["aid".to_owned()],
                _ => continue,
            };
            if let Some(w) = words.iter().find(|w| RELIEF.contains(&w.as_str())) {
                cx.tell(&[c.sentence, o.sentence]).name("what", w.clone()).way("other-remedy").way("exempt-relief");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    const A: &str = "1.5 Upland shall admit 600 trucks of aid each day.\n2.2 Delta shall disarm, within 9 days of acceptance.\n2.3 Upland shall leave Mill, within 9 days of acceptance.\n";

    #[test]
    fn aid_as_a_lever_is_found() {
        one("harms-third-party", &[A, "4.3 Upland may suspend 1.5 while 2.2 is breached."].concat(), &["4.3", "1.5"]);
    }

    #[test]
    fn another_lever_is_clean() {
        clean("harms-third-party", &[A, "4.3 Upland may suspend 2.3 while 2.2 is breached."].concat());
    }
}
