//! Files of figures as tables: CSV and workbooks as they are, JSON rows with their keys as headings, and
//! the figures that `caucus read` prints.

use super::super::failure::Failure;
use super::super::print::{bytes, english, fault};
use super::MOST;
use exchange::formats::{Bounds, table};
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;
use watch::series::read::{Fault, Read, read as read_table};

/// Reads a file; `at` is its place in the order given.
pub(super) fn read(at: usize, path: &Path) -> Result<(Read, Vec<Fault>), Failure> {
    let all = bytes(path, MOST)?;
    let start = all.iter().find(|b| !b.is_ascii_whitespace() && !matches!(b, 0xEF | 0xBB | 0xBF));
    let (head, rows) = if matches!(start, Some(b'[' | b'{')) { json(path, &all)? } else { sheet(path, &all)? };
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let rows: Vec<(usize, Vec<&str>)> = rows.iter().map(|(line, cells)| (*line, cells.iter().map(String::as_str).collect())).collect();
    read_table(at, &head, &rows).map_err(|f| fault(path, Some(f.line), &english(&f.what), &english(&f.hint)))
}

type Cells = (Vec<String>, Vec<(usize, Vec<String>)>);

fn sheet(path: &Path, all: &[u8]) -> Result<Cells, Failure> {
    let bounds = Bounds::default();
    let read = table(all, &bounds).map_err(|e| {
        let hint = "give it a heading row with `date`, `source`, `counted` and `value`, and a row a figure";
        fault(path, None, &english(&exchange::roster::import::fault(&e)), hint)
    })?;
    if read.cut {
        return Err(fault(path, None, &format!("more than {} rows", bounds.rows), "divide it into smaller files"));
    }
    Ok((read.head, read.rows.into_iter().map(|(line, cells)| (line, cells.into_iter().map(|c| c.text).collect())).collect()))
}

/// Objects with their keys as headings.
fn json(path: &Path, all: &[u8]) -> Result<Cells, Failure> {
    let text = std::str::from_utf8(all).map_err(|_| fault(path, None, "not UTF-8", "save the file in UTF-8"))?;
    let text = text.trim_start_matches('\u{feff}');
    let broken = |line: usize, e: &serde_json::Error| {
        fault(path, Some(line), &format!("no JSON: {e}"), "give a list of objects, one a row, or what `caucus read --format json` prints")
    };
    let line_of = |raw: &RawValue| {
        // Raw values borrow from the text, so that their place in it is known.
        let offset = (raw.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        text.as_bytes().iter().take(offset).filter(|b| **b == b'\n').count() + 1
    };
    let (rows, report): (Vec<&RawValue>, Option<String>) = if text.trim_start().starts_with('[') {
        (serde_json::from_str(text).map_err(|e| broken(e.line(), &e))?, None)
    } else {
        let whole: BTreeMap<String, &RawValue> = serde_json::from_str(text).map_err(|e| broken(e.line(), &e))?;
        let Some(figures) = whole.get("figures") else {
            return Err(fault(
                path,
                Some(1),
                "an object without `figures`",
                "give a list of objects, one a row, or what `caucus read` prints",
            ));
        };
        let document: Value = whole.get("document").and_then(|d| serde_json::from_str(d.get()).ok()).unwrap_or_default();
        let date = document["date"].as_str().unwrap_or_default().to_owned();
        (serde_json::from_str(figures.get()).map_err(|e| broken(line_of(figures), &e))?, Some(date))
    };
    let mut head: Vec<String> = Vec::new();
    let mut out = Vec::new();
    // Lines are counted on from the row before: counting each from the beginning would take too long.
    let (mut seen, mut line) = (0, 1);
    for raw in rows {
        let offset = (raw.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        line += text.as_bytes().get(seen..offset).unwrap_or_default().iter().filter(|b| **b == b'\n').count();
        seen = offset;
        let object: Map<String, Value> = serde_json::from_str(raw.get()).map_err(|e| broken(line + e.line() - 1, &e))?;
        let object = match &report {
            Some(date) => figure(&object, date),
            None => object,
        };
        let mut cells = vec![String::new(); head.len()];
        for (key, value) in object {
            let text = match value {
                Value::Null => continue,
                Value::String(s) => s,
                Value::Number(n) => n.to_string(),
                Value::Bool(b) => b.to_string(),
                Value::Array(_) | Value::Object(_) => {
                    return Err(fault(path, Some(line), &format!("`{key}` holds a list or an object"), "give each row plain values"));
                }
            };
            let at = head.iter().position(|h| *h == key).unwrap_or_else(|| {
                head.push(key);
                cells.push(String::new());
                head.len() - 1
            });
            cells[at] = text;
        }
        out.push((line, cells));
    }
    Ok((head, out))
}

/// A figure of `caucus read` as a row of the long shape.
fn figure(object: &Map<String, Value>, date: &str) -> Map<String, Value> {
    let text = |v: Option<&Value>| match v {
        Some(Value::String(s)) => s.clone(),
        Some(Value::Number(n)) => n.to_string(),
        _ => String::new(),
    };
    let day = |v: &Value| v.as_str().and_then(|s| s.get(..10)).unwrap_or_default().to_owned();
    let source = match text(object.get("source")) {
        s if s.is_empty() => "not stated".to_owned(),
        s => s,
    };
    let counted = match text(object.get("counted")) {
        s if s.is_empty() => text(object.get("unit")),
        s => s,
    };
    let (value, low, high) = match object.get("value") {
        Some(Value::Array(ends)) => (String::new(), text(ends.first()), text(ends.get(1))),
        v => (text(v), String::new(), String::new()),
    };
    let window = object.get("window").cloned().unwrap_or_default();
    // What says no kind is taken by its window; "increment" is a count that is not broken down.
    let rows = [
        ("date", date.to_owned()),
        ("source", source),
        ("counted", counted),
        ("subset", text(object.get("subset_of"))),
        ("kind", text(object.get("kind"))),
        ("value", value),
        ("low", low),
        ("high", high),
        ("from", day(&window["from"])),
        ("to", day(&window["to"])),
        ("place", text(object.get("place"))),
        ("id", text(object.get("id"))),
    ];
    rows.into_iter().map(|(k, v)| (k.to_owned(), Value::String(v))).collect()
}
