//! A given date that is not its anchor plus its offset.

use super::{Check, Cx, Family, Severity, info};
use crate::calendar::{Offset, OffsetUnit, date_after};
use crate::tree::{Anchor, Count, Tail};

pub(super) const CHECK: Check = Check {
    info: info(
        "date-arithmetic",
        Family::Complete,
        Severity::Warn,
        "A date beside its offset that does not equal the anchor plus the offset by the counting rule.",
        "The text then gives two deadlines, and each side will keep the one it likes.",
        "Event \"signing\" is on 2018-12-11, reported by Aru. 1.1 Delta shall leave Mill, within 21 days of signing, that is by 2019-01-08.",
    ),
    pairs: false,
    run,
};

fn run(cx: &mut Cx<'_>) {
    for (c, d) in cx.duties() {
        for t in &d.tails {
            let Tail::ThatIs(given, at) = t else { continue };
            for b in &d.uppers {
                let (Some(span), Anchor::Event(e)) = (b.span_of, &b.anchor) else { continue };
                let (Some(from), Some(n), Some(unit)) = (cx.m.date(&e.what), span.n.value(), OffsetUnit::of(span.unit)) else { continue };
                let dates: Vec<_> = match cx.m.count {
                    Some(Some(rule)) => vec![date_after(from, Offset { n, unit }, rule)],
                    _ => vec![date_after(from, Offset { n, unit }, Count::Elapsed), date_after(from, Offset { n, unit }, Count::Inclusive)],
                };
                let dates: Vec<jiff::civil::Date> = dates.into_iter().flatten().collect();
                if !dates.contains(given)
                    && let Some(is) = dates.first()
                {
                    cx.tell(&[c.sentence])
                        .name("given", given.to_string())
                        .name("is", is.to_string())
                        .at(at.clone())
                        .way_named("change-date", "date", is.to_string())
                        .way("change-offset");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{clean, one};

    const SIGN: &str = "Event \"signing\" is on 2018-12-11, reported by Aru.\n";

    #[test]
    fn a_date_that_is_not_its_offset_is_found() {
        let f = one("date-arithmetic", &[SIGN, "1.1 Delta shall leave Mill, within 21 days of signing, that is by 2019-01-08."].concat(), &["1.1"]);
        assert!(f.message.args.iter().any(|a| format!("{:?}", a.1).contains("2019-01-01")));
    }

    #[test]
    fn a_date_that_is_is_not() {
        clean("date-arithmetic", &[SIGN, "1.1 Delta shall leave Mill, within 28 days of signing, that is by 2019-01-08."].concat());
    }

    #[test]
    fn a_hundred_days_from_12_november_2019_are_20_february_2020() {
        let e = "Event \"signing\" is on 2019-11-12, reported by Aru.\n1.1 Delta shall leave Mill, within 100 days of signing, that is by ";
        clean("date-arithmetic", &[e, "2020-02-20."].concat());
        one("date-arithmetic", &[e, "2020-02-22."].concat(), &["1.1"]);
    }
}
