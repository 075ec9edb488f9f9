//! `caucus match`: two lists of one set of people, in whatever scripts, joined into pairs with reasons.

use super::Out;
use super::failure::{Exit, Failure};
use super::print::{LangArg, bytes, csv_row, english, fault, several};
use exchange::formats::columns::Column;
use exchange::formats::{Bounds, Table, table};
use exchange::matching::{Decision, Facts, Matched, Model, Options, Pair, Person};
use exchange::roster::import::{fault as table_fault, roster};
use exchange::roster::{Entry, Remark, Roster};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The most bytes of a list.
const MOST: u64 = 512 << 20;
/// The most rows that are named one by one on standard error.
const NAMED: usize = 20;

/// How results are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// Rows for programs and sheets.
    Csv,
    /// For programs.
    Json,
}

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A list with a heading row (CSV or XLSX); at least one column of names.
    #[arg(required_unless_present = "pairs", requires = "right")]
    left: Option<PathBuf>,
    /// The other list.
    right: Option<PathBuf>,
    /// Score given pairs instead: a table with `left_name` and `right_name`, and other known columns with `left_` or `right_`.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["left", "right", "many", "threshold"])]
    pairs: Option<PathBuf>,
    /// The probability from which a pair is `same`.
    #[arg(long, value_name = "P", value_parser = probability)]
    threshold: Option<f32>,
    /// Let a row join several of the other list.
    #[arg(long)]
    many: bool,
    #[command(flatten)]
    lang: LangArg,
    /// How the result is printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

fn probability(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(p) if (0.0..=1.0).contains(&p) => Ok(p),
        _ => Err("a probability lies between 0 and 1".to_owned()),
    }
}

pub(crate) fn run(args: &Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    if let Some(pairs) = &args.pairs {
        return score_pairs(pairs, args.format, out);
    }
    let (Some(left), Some(right)) = (&args.left, &args.right) else { return Ok(Exit::Input) };
    let (left, right) = (List::read(left, out)?, List::read(right, out)?);
    if left.people.len() + right.people.len() > 4_000 {
        out.say(&format!("Comparing {} and {} entries …", left.people.len(), right.people.len()));
    }
    let mut options = Options { many: args.many, ..Options::default() };
    if let Some(p) = args.threshold {
        options.same = p;
        options.likely = options.likely.min(p);
    }
    let matched = Model::builtin().lists(&left.people, &right.people, &options);
    match args.format {
        Format::Csv => as_csv(&matched, &left, &right, args.lang, out),
        Format::Json => out.json(&as_json(&matched, &left, &right, args.lang)),
        Format::Text => as_text(&matched, &left, &right, args.lang, out),
    }
    let of = |d: Decision| matched.pairs.iter().filter(|p| p.decision == d).count();
    out.say(&format!(
        "{} same, {} likely, {} unsure; without a pair: {} on the left, {} on the right. A person decides.",
        of(Decision::Same),
        of(Decision::Likely),
        of(Decision::Unsure),
        matched.only_left.len(),
        matched.only_right.len()
    ));
    Ok(Exit::Done)
}

/// A list whose rows are ready for comparing; people and entries by the same place.
struct List {
    entries: Vec<Entry>,
    facts: Vec<Facts>,
    people: Vec<Person>,
}

impl List {
    fn read(path: &Path, out: &mut Out<'_>) -> Result<List, Failure> {
        let bounds = Bounds::default();
        let read = read_table(path, &bounds)?;
        let Roster { entries, bad, doubts, cut, .. } =
            roster(read, &bounds).map_err(|e| fault(path, Some(1), &english(&table_fault(&e)), ""))?;
        remarks(path, &bad, "left out", out);
        remarks(path, &doubts, "kept", out);
        if cut {
            out.say(&format!("{}: only the first {} rows were read.", path.display(), bounds.rows - 1));
        }
        let mut list = List { entries: Vec::new(), facts: Vec::new(), people: Vec::new() };
        for entry in entries {
            let facts = entry.facts();
            if let Some(person) = Model::builtin().person(&facts) {
                list.entries.push(entry);
                list.facts.push(facts);
                list.people.push(person);
            }
        }
        Ok(list)
    }

    fn id(&self, at: u32) -> String {
        self.entries.get(at as usize).map(Entry::id).unwrap_or_default()
    }
}

fn read_table(path: &Path, bounds: &Bounds) -> Result<Table, Failure> {
    table(&bytes(path, MOST)?, bounds).map_err(|e| fault(path, None, &english(&table_fault(&e)), ""))
}

fn remarks(path: &Path, all: &[Remark], what: &str, out: &mut Out<'_>) {
    for r in all.iter().take(NAMED) {
        out.say(&format!("{}, row {}, {what}: {}", path.display(), r.row, english(&r.why)));
    }
    if all.len() > NAMED {
        out.say(&format!("{}: {} more rows {what} for like reasons.", path.display(), all.len() - NAMED));
    }
}

fn word(d: Decision) -> &'static str {
    match d {
        Decision::Same => "same",
        Decision::Likely => "likely",
        Decision::Unsure => "unsure",
    }
}

fn why(pair: &Pair, left: &List, right: &List, lang: LangArg) -> Vec<String> {
    let (Some(a), Some(b)) = (left.facts.get(pair.left as usize), right.facts.get(pair.right as usize)) else { return Vec::new() };
    pair.why(a, b).iter().map(|p| lang.words(p)).collect()
}

fn as_csv(matched: &Matched, left: &List, right: &List, lang: LangArg, out: &mut Out<'_>) {
    out.lines(|line| {
        line("left_id,right_id,score,decision,why");
        for p in &matched.pairs {
            let score = format!("{:.6}", p.score);
            let why = why(p, left, right, lang).join("; ");
            line(&csv_row(&[&sheet_safe(&left.id(p.left)), &sheet_safe(&right.id(p.right)), &score, word(p.decision), &why]));
        }
    });
}

/// A number of an entry that a sheet would run as a formula is shown as text.
fn sheet_safe(id: &str) -> String {
    let runs = id.starts_with(['=', '+', '-', '@', '\t']) && id.parse::<f64>().is_err();
    if runs { format!("'{id}") } else { id.to_owned() }
}

fn as_json(matched: &Matched, left: &List, right: &List, lang: LangArg) -> Value {
    let row = |list: &List, at: u32| {
        let mut all = Map::new();
        if let Some(e) = list.entries.get(at as usize) {
            all.extend(e.known.iter().map(|(c, t)| (c.tag().to_owned(), json!(t))));
            all.extend(e.more.iter().map(|(h, t)| (h.clone(), json!(t))));
        }
        Value::Object(all)
    };
    let pair = |p: &Pair| {
        json!({
            "left_id": left.id(p.left),
            "right_id": right.id(p.right),
            "score": rounded(p.score),
            "decision": word(p.decision),
            "why": why(p, left, right, lang),
            "left": row(left, p.left),
            "right": row(right, p.right),
        })
    };
    json!({
        "pairs": matched.pairs.iter().map(pair).collect::<Vec<_>>(),
        "only_left": matched.only_left.iter().map(|i| left.id(*i)).collect::<Vec<_>>(),
        "only_right": matched.only_right.iter().map(|i| right.id(*i)).collect::<Vec<_>>(),
    })
}

fn as_text(matched: &Matched, left: &List, right: &List, lang: LangArg, out: &mut Out<'_>) {
    let who = |list: &List, at: u32| {
        let entry = list.entries.get(at as usize);
        let more: Vec<String> = entry.iter().flat_map(|e| &e.more).map(|(h, t)| format!("{h} {t}")).collect();
        let name = entry.map_or("", |e| e.name());
        if more.is_empty() { format!("{} {name}", list.id(at)) } else { format!("{} {name} ({})", list.id(at), more.join(", ")) }
    };
    out.lines(|line| {
        for p in &matched.pairs {
            line(&format!("{:6} {:.3}  {}  |  {}", word(p.decision), p.score, who(left, p.left), who(right, p.right)));
            for reason in why(p, left, right, lang) {
                line(&format!("              {reason}"));
            }
        }
        for (list, only, name) in [(left, &matched.only_left, "left"), (right, &matched.only_right, "right")] {
            for i in only {
                line(&format!("only on the {name}: {}", who(list, *i)));
            }
        }
    });
}

fn rounded(p: f32) -> f64 {
    (f64::from(p) * 1e6).round() / 1e6
}

/// One side of a table of pairs, as a list of its own.
fn half(table: &Table, side: &str) -> Table {
    let heads: Vec<Option<String>> = table
        .head
        .iter()
        .map(|h| h.trim().to_lowercase().strip_prefix(side).map(str::to_owned))
        // The same person may stand in many pairs, so a number does not have to be new.
        .map(|h| h.filter(|h| Column::named(h) != Some(Column::Id)))
        .collect();
    let kept: Vec<usize> = (0..heads.len()).filter(|i| heads[*i].is_some()).collect();
    Table {
        head: heads.iter().flatten().cloned().collect(),
        rows: table.rows.iter().map(|(n, cells)| (*n, kept.iter().map(|i| cells.get(*i).cloned().unwrap_or_default()).collect())).collect(),
        ..Table::default()
    }
}

fn score_pairs(path: &Path, format: Format, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let bounds = Bounds::default();
    let table = read_table(path, &bounds)?;
    let model = Model::builtin();
    let mut sides: Vec<BTreeMap<usize, Person>> = Vec::new();
    for side in ["left_", "right_"] {
        let Roster { entries, .. } = roster(half(&table, side), &bounds).map_err(|_| {
            let heads = table.head.join(", ");
            fault(path, Some(1), &format!("no column `{side}name`; there are: {heads}"), "head one column `left_name` and one `right_name`")
        })?;
        sides.push(entries.iter().filter_map(|e| Some((e.row, model.person(&e.facts())?))).collect());
    }
    let score = |row: &usize| Some(model.weigh(sides.first()?.get(row)?, sides.get(1)?.get(row)?).probability());
    let scores: Vec<(usize, Option<f32>)> = table.rows.iter().map(|(row, _)| (*row, score(row))).collect();
    match format {
        Format::Json => out.json(&json!({"scores": scores.iter().map(|(_, s)| s.map(rounded)).collect::<Vec<_>>()})),
        Format::Csv | Format::Text => out.lines(|line| {
            line("score");
            for (_, s) in &scores {
                line(&s.map_or_else(String::new, |s| format!("{s:.6}")));
            }
        }),
    }
    let unread: Vec<String> = scores.iter().filter(|s| s.1.is_none()).map(|s| s.0.to_string()).collect();
    if !unread.is_empty() {
        let rows = unread.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        let n = unread.len().to_string();
        out.say(&format!(
            "{}: {} without a score, since a name is missing or cannot be read: row {rows}",
            path.display(),
            several(&n, "pair")
        ));
    }
    Ok(Exit::Done)
}
