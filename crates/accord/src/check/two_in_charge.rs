//! Two holders of one place at one time.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, EventRef};

pub(super) const CHECK: Check = Check {
    info: info(
        "two-in-charge",
        Family::Cover,
        Severity::Warn,
        "Two are named to secure or administer one place over times that overlap.",
        "Each order given there has a counter-order.",
        "3.3 From acceptance until 3.2 done, Watch secures Mill. 3.4 From acceptance until 3.2 done, Force secures Mill.",
    ),
    pairs: true,
    run,
};

fn run(cx: &mut Cx<'_>) {
    type Hold = (usize, Vec<String>, &'static str, String, Option<EventRef>, Option<EventRef>);
    let covers: Vec<Hold> = cx
        .m
        .clauses
        .iter()
        .filter_map(|c| match &c.body {
            Body::Cover { who: Some(w), service, place, from, until } if *service != "monitors" && *service != "supplies" => {
                Some((c.sentence, cx.m.expand(w), *service, place.clone(), from.clone(), until.clone()))
            }
            _ => None,
        })
        .collect();
    for (i, a) in covers.iter().enumerate() {
        for b in &covers[i + 1..] {
            if a.2 != b.2 || a.3 != b.3 || a.1 == b.1 {
                continue;
            }
            let over = |x: &Hold, y: &Hold| match (&x.5, &y.4) {
                (Some(u), Some(f)) => u.what == f.what || cx.comes_before(&u.what, &f.what),
                _ => false,
            };
            if over(a, b) || over(b, a) {
                continue;
            }
            let (place, who, whom) = (a.3.clone(), a.1.join(", "), b.1.join(", "));
            cx.tell(&[a.0, b.0]).name("place", place).name("who", who).name("whom", whom).way("hand-over").way("divide-place");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    const F: &str = "Force is a body.\n3.1 Upland shall leave Mill, within 9 days of acceptance.\n3.2 Delta shall leave Mill, when 3.1 is done, within 9 days.\n";

    #[test]
    fn two_at_one_time() {
        one("two-in-charge", &[F, "3.3 From acceptance until 3.2 done, Watch secures Mill.\n3.4 From 3.1 done, Force secures Mill."].concat(), &["3.3", "3.4"]);
    }

    #[test]
    fn one_after_the_other() {
        clean("two-in-charge", &[F, "3.3 From acceptance until 3.1 done, Watch secures Mill.\n3.4 From 3.1 done, Force secures Mill."].concat());
    }
}
