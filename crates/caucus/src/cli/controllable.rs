//! `caucus controllable`: whether a network of deadlines can be kept whatever the uncontrolled durations turn out to be.

use super::failure::{Exit, Failure};
use super::print::{bytes, fault, several};
use super::{Format, Out};
use accord::network::{Clash, Verdict, check, read_stnu, read_text};
use serde_json::{Map, Value, json};
use std::path::PathBuf;

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// An STNU: the CSTNU tool's GraphML, or our text form (`from A to C takes 6..48`, `from C to B 0..60`).
    network: PathBuf,
    /// How the result is printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn run(args: &Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let data = bytes(&args.network, 256 << 20)?;
    let start = data.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&data);
    let network = if start.trim_ascii_start().starts_with(b"<") {
        read_stnu(&data)
    } else {
        let text = std::str::from_utf8(start).map_err(|_| fault(&args.network, None, "not UTF-8", "save the file in UTF-8"))?;
        read_text(text)
    };
    let network = network.map_err(|e| fault(&args.network, (e.line > 0).then_some(e.line), &e.what, ""))?;
    if network.points.len() > 5_000 {
        out.say(&format!("Looking at {} points …", network.points.len()));
    }
    let verdict = check(&network);
    match args.format {
        Format::Json => out.json(&as_json(&verdict)),
        Format::Text => as_text(&verdict, out),
    }
    Ok(if verdict.controllable { Exit::Done } else { Exit::DoesNotHold })
}

fn clash_json(c: &Clash) -> Map<String, Value> {
    let mut edge = Map::new();
    edge.insert("from".to_owned(), json!(c.from));
    edge.insert("to".to_owned(), json!(c.to));
    match c.low {
        // A contingent link has both ends.
        Some(low) => edge.insert("takes".to_owned(), json!([low, c.weight])),
        None => edge.insert("weight".to_owned(), json!(c.weight)),
    };
    edge.insert("source".to_owned(), json!(c.source));
    edge
}

fn as_json(v: &Verdict) -> Value {
    let mut all = Map::new();
    all.insert("controllable".to_owned(), json!(v.controllable));
    all.insert("points".to_owned(), json!(v.points));
    all.insert("contingent".to_owned(), json!(v.contingent));
    if v.controllable {
        let bounds: Map<String, Value> = v.bounds.iter().map(|(p, low, high)| (p.clone(), json!([low, high]))).collect();
        all.insert("bounds".to_owned(), Value::Object(bounds));
    } else {
        let conflict: Vec<Value> = v.conflict.iter().map(|c| Value::Object(clash_json(c))).collect();
        let relax: Vec<Value> = v
            .relax
            .iter()
            .map(|(c, by)| {
                let mut edge = clash_json(c);
                edge.insert("by".to_owned(), json!(by));
                Value::Object(edge)
            })
            .collect();
        all.insert("conflict".to_owned(), Value::Array(conflict));
        all.insert("relax".to_owned(), Value::Array(relax));
    }
    Value::Object(all)
}

fn as_text(v: &Verdict, out: &mut Out<'_>) {
    let words = |c: &Clash| {
        let source = if c.source.is_empty() { String::new() } else { format!("  ({})", c.source) };
        match c.low {
            Some(low) => format!("from {} to {} takes {low}..{}{source}", c.from, c.to, c.weight),
            None => format!("from {} to {} at most {}{source}", c.from, c.to, c.weight),
        }
    };
    out.result(if v.controllable { "yes" } else { "no" });
    out.lines(|line| {
        for (point, low, high) in &v.bounds {
            let shown = |n: &Option<i64>| n.map_or_else(|| "open".to_owned(), |n| n.to_string());
            line(&format!("  {point} {}..{}", shown(low), shown(high)));
        }
        for c in &v.conflict {
            line(&format!("  {}", words(c)));
        }
        for (c, by) in &v.relax {
            line(&format!("  enough alone: {} gives by {by}", words(c)));
        }
    });
    let (points, links) = (v.points.to_string(), v.contingent.to_string());
    let links = format!("{}, {} that nobody controls", several(&points, "point"), several(&links, "duration"));
    out.say(&if v.controllable {
        format!("It can be kept, however long they take: {links}.")
    } else {
        format!("It cannot be promised: {links}. What is listed clashes, and none of it can be left out.")
    });
}
