//! The printers of a view that are not pages: JSON, rows, lines.

use super::handlers::Ask;
use super::http::Reply;
use super::routes::Printed;
use maud::Markup;
use serde_json::Value;

/// Prints a view in the form that was asked for.
pub(super) fn print(ask: &Ask<'_>, view: &Value, html: Markup) -> Reply {
    match ask.form {
        Printed::Page => Reply::html(200, html.into_string()),
        Printed::Json => Reply::json(200, view),
        #[cfg(feature = "leaks")]
        Printed::Csv if desk::leaks::on(desk::leaks::Leak::CsvColumn) => {
            let view = super::leaks::columns(ask, view);
            Reply { headers: vec![("content-type", "text/csv; charset=utf-8".to_owned())], ..Reply::text(200, &csv(&view)) }
        }
        Printed::Csv => Reply { headers: vec![("content-type", "text/csv; charset=utf-8".to_owned())], ..Reply::text(200, &csv(view)) },
        Printed::Lines => Reply::text(200, &lines(view)),
        Printed::Xlsx => {
            let (columns, rows) = rows(view);
            Reply::file(WORKBOOK, "rows.xlsx", exchange::formats::workbook::write(&columns, &rows, false))
        }
    }
}

/// The type of a workbook.
pub(super) const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The rows of a view: its longest list of objects, one column a field, nested fields by dots.
fn rows(view: &Value) -> (Vec<String>, Vec<Vec<String>>) {
    let mut best: Option<&Vec<Value>> = None;
    find_rows(view, &mut best);
    let whole = vec![view.clone()];
    let rows = best.unwrap_or(&whole);
    let mut columns: Vec<String> = Vec::new();
    let flat: Vec<Vec<(String, String)>> = rows
        .iter()
        .map(|row| {
            let mut out = Vec::new();
            flatten(row, String::new(), &mut out);
            for (name, _) in &out {
                if !columns.contains(name) {
                    columns.push(name.clone());
                }
            }
            out
        })
        .collect();
    let cell = |row: &[(String, String)], c: &String| row.iter().find(|(k, _)| k == c).map_or(String::new(), |(_, v)| v.clone());
    let rows = flat.iter().map(|row| columns.iter().map(|c| cell(row, c)).collect()).collect();
    (columns, rows)
}

/// The rows of a view as separated text.
#[must_use]
pub(super) fn csv(view: &Value) -> String {
    let (columns, rows) = rows(view);
    let line = |cells: &[String]| cells.iter().map(|c| quoted(c)).collect::<Vec<_>>().join(",") + "\n";
    std::iter::once(line(&columns)).chain(rows.iter().map(|r| line(r))).collect()
}

fn find_rows<'a>(value: &'a Value, best: &mut Option<&'a Vec<Value>>) {
    match value {
        Value::Array(items) if items.first().is_some_and(Value::is_object) && best.is_none_or(|b| items.len() > b.len()) => {
            *best = Some(items);
        }
        Value::Object(fields) => fields.values().for_each(|v| find_rows(v, best)),
        _ => {}
    }
}

fn flatten(value: &Value, name: String, out: &mut Vec<(String, String)>) {
    let under = |part: &str| if name.is_empty() { part.to_owned() } else { [&name, ".", part].concat() };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(k, v)| flatten(v, under(k), out)),
        Value::Array(items) if items.iter().any(|i| i.is_object() || i.is_array()) => {
            items.iter().enumerate().for_each(|(i, v)| flatten(v, under(&i.to_string()), out));
        }
        Value::Array(items) => out.push((name, items.iter().map(word).collect::<Vec<_>>().join("; "))),
        other => out.push((name, word(other))),
    }
}

fn word(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A cell: quoted where it must be, and never read as a formula by a spreadsheet.
fn quoted(text: &str) -> String {
    let harmless = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { ["'", text].concat() } else { text.to_owned() };
    if harmless.contains([',', '"', '\n', '\r']) { format!("\"{}\"", harmless.replace('"', "\"\"")) } else { harmless }
}

/// A view as indented lines for a terminal.
#[must_use]
pub(super) fn lines(view: &Value) -> String {
    let mut out = String::new();
    write_lines(view, 0, &mut out);
    out
}

fn write_lines(value: &Value, depth: usize, out: &mut String) {
    let pad = "  ".repeat(depth);
    match value {
        Value::Object(fields) => {
            for (k, v) in fields {
                match v {
                    Value::Object(_) | Value::Array(_) if !empty(v) => {
                        out.push_str(&format!("{pad}{k}:\n"));
                        write_lines(v, depth + 1, out);
                    }
                    Value::Object(_) | Value::Array(_) | Value::Null => {}
                    v => out.push_str(&format!("{pad}{k}: {}\n", word(v).replace('\n', &format!("\n{pad}  ")))),
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                if item.is_object() {
                    out.push_str(&format!("{pad}-\n"));
                    write_lines(item, depth + 1, out);
                } else {
                    out.push_str(&format!("{pad}- {}\n", word(item)));
                }
            }
        }
        other => out.push_str(&format!("{pad}{}\n", word(other))),
    }
}

fn empty(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn rows_are_the_views_longest_list() {
        let view = json!({"room": "r", "lines": [{"n": 1, "words": {"lang": "en", "text": "a, \"b\""}}, {"n": 2, "tags": ["x", "y"]}]});
        assert_eq!(csv(&view), "n,words.lang,words.text,tags\n1,en,\"a, \"\"b\"\"\",\n2,,,x; y\n");
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        assert_eq!(csv(&json!({"l": [{"t": "=1+1"}]})), "t\n'=1+1\n");
    }

    #[test]
    fn lines_leave_out_what_is_empty() {
        assert_eq!(lines(&json!({"a": 1, "b": [], "c": {"d": "x\ny"}, "e": null})), "a: 1\nc:\n  d: x\n    y\n");
    }
}
