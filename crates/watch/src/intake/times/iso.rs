//! Days, weeks, months and lengths as ISO 8601 writes them.

use crate::intake::layer::Exact;
use jiff::civil::Date;

pub(super) fn week_text(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

pub(super) fn month_text(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// A length as ISO 8601.
pub(super) fn duration(count: Exact, unit: &str) -> String {
    let number = |by: i64| {
        let n = count.times(Exact::whole(by)).unwrap_or(count);
        if n.below == 1 { n.above.to_string() } else { decimals(n) }
    };
    match unit {
        "S" | "M" | "H" => format!("PT{}{unit}", number(1)),
        "D" | "W" | "Y" => format!("P{}{unit}", number(1)),
        "F" => format!("P{}W", number(2)),
        "MO" => format!("P{}M", number(1)),
        _ => format!("P{}Y", number(10)),
    }
}

/// A fraction as a decimal of at most four places.
fn decimals(n: Exact) -> String {
    let scaled = i128::from(n.above) * 10_000 / i128::from(n.below);
    let text = format!("{}.{:04}", scaled / 10_000, (scaled % 10_000).abs());
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

pub(super) fn finer(unit: &str, than: &str) -> bool {
    let rank = |u: &str| ["S", "M", "H", "D", "W", "F", "MO", "Y", "Y10"].iter().position(|x| *x == u).unwrap_or(0);
    rank(than) < rank(unit)
}

pub(super) fn join_durations(first: &str, second: &str) -> String {
    match (first.strip_prefix("PT"), second.strip_prefix("PT")) {
        (Some(_), Some(rest)) => format!("{first}{rest}"),
        (None, _) => format!("{first}{}", second.trim_start_matches('P')),
        _ => first.to_owned(),
    }
}
