//! A table of figures: which columns are understood, and what a row says.
//!
//! Two shapes. *Long*: one figure a row, `date source counted kind value window place note …` in any
//! order. *Wide*: one report a row, known by a column `report_date`; each further column is what is
//! counted with an ending for its kind (`killed`, `killed_cum`, `killed_recovered`), as daily data sets
//! write them. There, a column with `ext_` before it is what the data set's keeper filled in: a source
//! of its own, left out where it only repeats the source's number.

use super::amount::Amount;
use super::figure::{About, Figure};
use super::kind::Kind;
use super::window::Window;
use jiff::civil::Date;
use std::collections::BTreeMap;
use terms::phrase::Phrase;

/// A fault of a table, with its line (from 1; the heading's is the first).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub line: usize,
    /// What is wrong.
    pub what: Phrase,
    /// What to do.
    pub hint: Phrase,
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// The figures in the order of the table.
    pub figures: Vec<Figure>,
    /// Headings that are not understood.
    pub unknown: Vec<String>,
    /// How many filled-in numbers only repeated the source's own and were left out.
    pub repeated: usize,
    /// Rows that are no counts (shares, durations): line and kind.
    pub no_counts: Vec<(usize, String)>,
}

/// A column of the long shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Date,
    Source,
    Counted,
    Subset,
    Kind,
    Value,
    Low,
    High,
    Window,
    From,
    To,
    Hours,
    Place,
    Note,
    Id,
}

fn column(heading: &str) -> Option<Column> {
    let folded: String = terms::script::fold(heading).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words = terms::script::squeezed(&folded);
    Some(match words.as_str() {
        "date" | "report date" | "reported" | "published" | "التاريخ" | "تاريخ التقرير" | "תאריך" => Column::Date,
        "source" | "who" | "report source" | "المصدر" | "מקור" | "מקורות" => Column::Source,
        "counted" | "what" | "unit" | "measure" | "الموضوع" | "نوع العدد" | "מה נספר" => Column::Counted,
        "subset" | "subset of" | "of whom" | "منهم" | "מתוכם" => Column::Subset,
        "kind" | "type" | "count" | "النوع" | "סוג" => Column::Kind,
        "value" | "number" | "figure" | "amount" | "n" | "العدد" | "מספר" => Column::Value,
        "low" | "least" | "min" | "at least" => Column::Low,
        "high" | "most" | "max" | "at most" => Column::High,
        "window" | "period" | "الفتره" | "תקופה" => Column::Window,
        "from" | "since" | "window from" | "من" | "מ" => Column::From,
        "to" | "until" | "window to" | "till" | "الي" | "עד" => Column::To,
        "hours" | "report period" | "window hours" => Column::Hours,
        "place" | "where" | "location" | "المكان" | "מקום" => Column::Place,
        "note" | "notes" | "remark" | "ملاحظه" | "הערה" => Column::Note,
        "id" | "no" | "رقم" => Column::Id,
        _ => return None,
    })
}

fn fault(line: usize, what: Phrase, hint: &str) -> Fault {
    Fault { line, what, hint: Phrase::new(hint) }
}

/// Reads a table: its headings, and its rows each with its line. `file` is the file's place in the order
/// given. A row with a fault is left out and named; the others stand.
///
/// # Errors
/// When the headings lack what a figure needs.
pub fn read(file: usize, head: &[&str], rows: &[(usize, Vec<&str>)]) -> Result<(Read, Vec<Fault>), Fault> {
    if head.iter().any(|h| plain(h) == "report_date") { wide(file, head, rows) } else { long(file, head, rows) }
}

fn plain(heading: &str) -> String {
    heading.chars().filter(|c| !terms::script::is_invisible(*c)).collect::<String>().trim().to_lowercase()
}

fn date_of(text: &str) -> Option<Date> {
    let folded = terms::script::fold(text.trim());
    let day = folded.split(['t', ' ']).next()?;
    day.parse().ok()
}

fn bad_date(line: usize, column: &str, text: &str) -> Fault {
    fault(line, Phrase::new("watch-series-date").name("column", column).name("text", text), "watch-series-date-hint")
}

fn long(file: usize, head: &[&str], rows: &[(usize, Vec<&str>)]) -> Result<(Read, Vec<Fault>), Fault> {
    let mut at: BTreeMap<Column, usize> = BTreeMap::new();
    let mut out = Read::default();
    for (i, h) in head.iter().enumerate() {
        match column(h) {
            Some(c) => {
                if at.insert(c, i).is_some() {
                    return Err(fault(1, Phrase::new("watch-series-twice").name("heading", *h), "watch-series-twice-hint"));
                }
            }
            None if h.trim().is_empty() => {}
            None => out.unknown.push(h.trim().to_owned()),
        }
    }
    let lacks: Vec<&str> = [
        ("date", at.contains_key(&Column::Date)),
        ("source", at.contains_key(&Column::Source)),
        ("counted", at.contains_key(&Column::Counted)),
        ("value", [Column::Value, Column::Low, Column::High].iter().any(|c| at.contains_key(c))),
    ]
    .iter()
    .filter(|(_, there)| !there)
    .map(|(name, _)| *name)
    .collect();
    if !lacks.is_empty() {
        let what = Phrase::new("watch-series-lacks").name("lacks", lacks.join(", ")).name("head", head.join(", "));
        return Err(fault(1, what, "watch-series-lacks-hint"));
    }
    let mut faults = Vec::new();
    for (line, cells) in rows {
        let cell = |c: Column| at.get(&c).and_then(|i| cells.get(*i)).map_or("", |t| t.trim());
        match row(file, *line, &cell) {
            Ok(Some(figure)) => out.figures.push(figure),
            Ok(None) => out.no_counts.push((*line, cell(Column::Kind).to_owned())),
            Err(f) => faults.push(*f),
        }
    }
    Ok((out, faults))
}

/// One row of the long shape; none where it says that it is no count.
fn row<'a>(file: usize, line: usize, cell: &impl Fn(Column) -> &'a str) -> Result<Option<Figure>, Box<Fault>> {
    let said = cell(Column::Kind);
    if matches!(terms::script::fold(said).as_str(), "share" | "percent" | "duration" | "rate") {
        return Ok(None);
    }
    let kind = match said {
        "" => None,
        word => Some(Kind::named(word).ok_or_else(|| {
            let codes = Kind::ALL.iter().map(|k| k.code()).collect::<Vec<_>>().join(", ");
            fault(line, Phrase::new("watch-series-kind").name("text", word).name("known", codes), "watch-series-kind-hint")
        })?),
    };
    let date = date_of(cell(Column::Date)).ok_or_else(|| bad_date(line, "date", cell(Column::Date)))?;
    for (name, c) in [("source", Column::Source), ("counted", Column::Counted)] {
        if cell(c).is_empty() {
            return Err(Box::new(fault(line, Phrase::new("watch-series-empty").name("column", name), "watch-series-empty-hint")));
        }
    }
    let number = |c: Column| match cell(c) {
        "" => Ok(None),
        text => Amount::read(text)
            .map(Some)
            .ok_or_else(|| Box::new(fault(line, Phrase::new("watch-series-number").name("text", text), "watch-series-number-hint"))),
    };
    let (value, low, high) = (number(Column::Value)?, number(Column::Low)?, number(Column::High)?);
    let amount = match (value, low, high) {
        (Some(v), None, None) => v,
        (None, None, None) => {
            return Err(Box::new(fault(line, Phrase::new("watch-series-no-number"), "watch-series-no-number-hint")));
        }
        (None, l, h) => Amount { low: l.and_then(Amount::named), high: h.and_then(Amount::named) },
        // A value beside its bounds has to be one of them or lie between.
        (Some(v), l, h) => {
            let range = Amount { low: l.and_then(Amount::named), high: h.and_then(Amount::named) };
            if !v.meets(range) {
                let what = Phrase::new("watch-series-range").name("text", v.to_string()).name("range", range.to_string());
                return Err(Box::new(fault(line, what, "watch-series-range-hint")));
            }
            if v.value().is_some() { v } else { range }
        }
    };
    if matches!((amount.low, amount.high), (Some(l), Some(h)) if l > h) {
        let what = Phrase::new("watch-series-range").name("text", cell(Column::Low)).name("range", cell(Column::High));
        return Err(Box::new(fault(line, what, "watch-series-range-hint")));
    }
    let window = window(line, kind, date, cell)?;
    let kind = kind.unwrap_or(match window {
        Window::Whole { .. } => Kind::Total,
        Window::AsOf(_) => Kind::Stock,
        _ => Kind::Count,
    });
    if kind != Kind::Corrected && amount.low.or(amount.high).is_some_and(|n| n < 0) {
        let what = Phrase::new("watch-series-below").name("text", amount.to_string());
        return Err(Box::new(fault(line, what, "watch-series-below-hint")));
    }
    let about = About {
        source: cell(Column::Source).to_owned(),
        counted: cell(Column::Counted).to_owned(),
        subset: cell(Column::Subset).to_owned(),
        place: cell(Column::Place).to_owned(),
    };
    let note = cell(Column::Note).to_owned();
    Ok(Some(Figure { about, kind, amount, window, date, id: cell(Column::Id).to_owned(), note, at: (file, line) }))
}

fn window<'a>(line: usize, kind: Option<Kind>, date: Date, cell: &impl Fn(Column) -> &'a str) -> Result<Window, Box<Fault>> {
    let day = |c: Column, name: &str| match cell(c) {
        "" => Ok(None),
        text => date_of(text).map(Some).ok_or_else(|| Box::new(bad_date(line, name, text))),
    };
    let (from, to) = (day(Column::From, "from")?, day(Column::To, "to")?);
    let words = terms::script::fold(cell(Column::Window));
    let hours_text = cell(Column::Hours);
    let unreadable = |text: &str| Box::new(fault(line, Phrase::new("watch-series-window").name("text", text), "watch-series-window-hint"));
    let hours = |text: &str| text.trim().parse::<u32>().ok().filter(|h| (1..=8_784).contains(h));
    let total = kind == Some(Kind::Total);
    let stated = match words.trim() {
        "" => match (from, to) {
            _ if !hours_text.is_empty() && from.is_none() && to.is_none() && !total && kind != Some(Kind::Stock) => {
                Window::Before { hours: hours(hours_text).ok_or_else(|| unreadable(hours_text))?, at: date }
            }
            // A running total keeps its own beginning; what it counts from is the source's affair.
            (_, to) if total => Window::Whole { at: to.unwrap_or(date) },
            (_, to) if kind == Some(Kind::Stock) => Window::AsOf(to.unwrap_or(date)),
            (Some(f), Some(t)) if f == t => Window::Day(f),
            (Some(from), Some(to)) => Window::Between { from, to },
            (Some(from), None) => Window::Since { from, at: date },
            (None, Some(_)) => return Err(Box::new(fault(line, Phrase::new("watch-series-no-from"), "watch-series-window-hint"))),
            (None, None) => Window::Unstated { at: date },
        },
        "whole" | "all" | "the whole war" | "whole war" | "since the beginning" => Window::Whole { at: to.unwrap_or(date) },
        "day" | "that day" | "on the day" => Window::Day(from.or(to).unwrap_or(date)),
        "as of" | "as-of" | "now" => Window::AsOf(to.or(from).unwrap_or(date)),
        "since" => Window::Since { from: from.ok_or_else(|| unreadable(cell(Column::Window)))?, at: to.unwrap_or(date) },
        "between" => match (from, to) {
            (Some(from), Some(to)) => Window::Between { from, to },
            _ => return Err(unreadable(cell(Column::Window))),
        },
        "before" => Window::Before { hours: hours(hours_text).ok_or_else(|| unreadable(hours_text))?, at: to.unwrap_or(date) },
        "unstated" | "not stated" | "?" => Window::Unstated { at: date },
        text => {
            if let Some(d) = text.strip_prefix("since ").and_then(date_of) {
                Window::Since { from: d, at: to.unwrap_or(date) }
            } else if let Some(d) = text.strip_prefix("on ").and_then(date_of) {
                Window::Day(d)
            } else {
                let n = text.trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace());
                let unit = text[n.len()..].trim();
                let given = n.trim().parse::<u32>().ok();
                let h = match unit {
                    "h" | "hours" | "hours before" | "hour" | "ساعه" | "שעות" => given,
                    "d" | "days" | "days before" => given.and_then(|d| d.checked_mul(24)),
                    _ => None,
                };
                let hours = h.filter(|h| (1..=8_784).contains(h)).ok_or_else(|| unreadable(cell(Column::Window)))?;
                Window::Before { hours, at: date }
            }
        }
    };
    if let Window::Between { from, to } | Window::Since { from, at: to } = stated
        && from > to
    {
        let what = Phrase::new("watch-series-backwards").name("from", from.to_string()).name("to", to.to_string());
        return Err(Box::new(fault(line, what, "watch-series-window-hint")));
    }
    Ok(stated)
}

/// What a column of the wide shape counts, and as what; whether the keeper filled it in.
fn measure(heading: &str) -> Option<(bool, String, Kind)> {
    let (filled, name) = heading.strip_prefix("ext_").map_or((false, heading), |rest| (true, rest));
    let endings = [
        ("_cum", Kind::Total),
        ("_recovered", Kind::Recovered),
        ("_succumbed", Kind::DiedOfWounds),
        ("_died_of_wounds", Kind::DiedOfWounds),
        ("_committee", Kind::AddedLate),
        ("_added_late", Kind::AddedLate),
        ("_truce_new", Kind::New),
        ("_new", Kind::New),
        ("_corrected", Kind::Corrected),
    ];
    let (name, kind) = endings.iter().find_map(|(e, k)| Some((name.strip_suffix(e)?, *k))).unwrap_or((name, Kind::Count));
    let good = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    good.then(|| (filled, name.replace('_', " "), kind))
}

fn wide(file: usize, head: &[&str], rows: &[(usize, Vec<&str>)]) -> Result<(Read, Vec<Fault>), Fault> {
    let heads: Vec<String> = head.iter().map(|h| plain(h)).collect();
    let place = |name: &str| heads.iter().position(|h| h == name);
    let (Some(date_at), Some(source_at)) = (place("report_date"), place("report_source").or_else(|| place("source"))) else {
        let what = Phrase::new("watch-series-lacks").name("lacks", "report_source").name("head", head.join(", "));
        return Err(fault(1, what, "watch-series-lacks-hint"));
    };
    let (period_at, where_at) = (place("report_period"), place("place"));
    let measures: Vec<Option<(bool, String, Kind)>> = heads
        .iter()
        .enumerate()
        .map(|(i, h)| if [Some(date_at), Some(source_at), period_at, where_at].contains(&Some(i)) { None } else { measure(h) })
        .collect();
    let mut out = Read::default();
    let mut faults = Vec::new();
    for (line, cells) in rows {
        let cell = |i: usize| cells.get(i).map_or("", |t| t.trim());
        let Some(date) = date_of(cell(date_at)) else {
            faults.push(bad_date(*line, "report_date", cell(date_at)));
            continue;
        };
        if cell(source_at).is_empty() {
            faults.push(fault(*line, Phrase::new("watch-series-empty").name("column", "report_source"), "watch-series-empty-hint"));
            continue;
        }
        let hours = period_at.map(cell).and_then(|t| t.parse::<u32>().ok()).filter(|h| (1..=8_784).contains(h));
        let mut own: BTreeMap<(&str, Kind), Amount> = BTreeMap::new();
        let mut read = Vec::new();
        for (i, m) in measures.iter().enumerate() {
            let Some((filled, counted, kind)) = m else { continue };
            if cell(i).is_empty() {
                continue;
            }
            let Some(amount) = Amount::read(cell(i)) else {
                let what = Phrase::new("watch-series-number").name("text", cell(i));
                faults.push(fault(*line, what, "watch-series-number-hint"));
                continue;
            };
            if !filled {
                own.insert((counted, *kind), amount);
            }
            read.push((*filled, counted, *kind, amount));
        }
        for (filled, counted, kind, amount) in read {
            if filled && own.get(&(counted.as_str(), kind)) == Some(&amount) {
                out.repeated += 1;
                continue;
            }
            let window = match (kind, hours) {
                (Kind::Total, _) => Window::Whole { at: date },
                (_, Some(hours)) => Window::Before { hours, at: date },
                (_, None) => Window::Unstated { at: date },
            };
            let mut source = cell(source_at).to_owned();
            if filled {
                source.push_str(" (ext)");
            }
            let place = where_at.map(cell).unwrap_or_default().to_owned();
            let about = About { source, counted: counted.clone(), subset: String::new(), place };
            out.figures.push(Figure { about, kind, amount, window, date, id: String::new(), note: String::new(), at: (file, *line) });
        }
    }
    Ok((out, faults))
}
