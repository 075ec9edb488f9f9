//! Shares over the whole.

use super::{Check, Cx, Family, Severity, info};
use crate::tree::{Body, Tail};

pub(super) const CHECK: Check = Check {
    info: info(
        "over-whole",
        Family::Lists,
        Severity::Stop,
        "Shares that add up to more or less than a hundred percent, a share above it, or `including` more than the whole.",
        "What is divided does not exist.",
        "Clause 1.2 is done in stages: 30 percent by day 90, 30 percent by day 120, 50 percent by day 150.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for c in &cx.m.clauses {
        match &c.body {
            Body::Stages { stages, .. } if stages.iter().any(|s| s.percent) => {
                let mut sum = 0i64;
                for s in stages {
                    let n = s.n.value().unwrap_or(0);
                    sum = if s.total { n } else { sum + n };
                }
                let known = stages.iter().all(|s| s.n.value().is_some());
                if sum > 100 || (known && sum < 100) {
                    cx.tell(&[c.sentence]).number("sum", sum).number("total", 100).way("change-number");
                }
            }
            Body::Duty(d) => {
                for t in &d.tails {
                    match t {
                        Tail::Including(n, _) => {
                            if let (Some(n), Some((_, q, _))) = (n.value(), &d.act.amount)
                                && let Some(whole) = q.value()
                                && n > whole
                            {
                                cx.tell(&[c.sentence]).variant("including").number("sum", n).number("total", whole).way("change-number");
                            }
                        }
                        Tail::Down { n, .. } => {
                            if let Some(n) = n.value()
                                && n > 100
                            {
                                cx.tell(&[c.sentence]).number("sum", n).number("total", 100).way("change-number");
                            }
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    const R: &str = "1.2 Delta shall hand over arms, within 150 days of acceptance.\n";

    #[test]
    fn shares_and_parts_over_the_whole() {
        one("over-whole", &[R, "1.3 Clause 1.2 is done in stages: 30 percent by day 90, 30 percent by day 120, 50 percent by day 150."].concat(), &["1.3"]);
        one("over-whole", "1.5 Upland shall admit 600 trucks of aid each day, including 700 of fuel.", &["1.5"]);
    }

    #[test]
    fn a_hundred_percent_is_clean() {
        clean("over-whole", &[R, "1.3 Clause 1.2 is done in stages: 30 percent by day 90, 30 percent by day 120, 40 percent by day 150.\n1.5 Upland shall admit 600 trucks of aid each day, including 50 of fuel."].concat());
    }
}
