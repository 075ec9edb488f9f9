//! `caucus draw`: an agreement as a drawing: its times, its order, what each side gives, who answers.

use super::failure::{Exit, Failure};
use super::print::LangArg;
use super::{Out, check};
use crate::drawing::{self, Look};
use accord::draw::{Kind, Picture};
use std::path::PathBuf;

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The agreement.
    file: PathBuf,
    /// What to draw.
    #[arg(long = "as", value_name = "WHAT", value_parser = ["timeline", "order", "exposure", "cover"], default_value = "timeline")]
    what: String,
    /// Which letter of a bracket is taken, else its first; may be given again.
    #[arg(long, value_name = "CLAUSE=LETTER", value_delimiter = ',')]
    choose: Vec<String>,
    /// Draw what one finding is about: a check's name, and a clause where it finds several.
    #[arg(long, value_name = "CHECK[:CLAUSE]", conflicts_with = "what")]
    finding: Option<String>,
    /// Print the drawing's table, as CSV, in its place.
    #[arg(long)]
    table: bool,
    #[command(flatten)]
    lang: LangArg,
}

pub(crate) fn run(args: &Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let parsed = check::agreement(&args.file)?;
    let choices = check::choices(&parsed.tree, args.choose.iter())?;
    let picture = match &args.finding {
        Some(name) => of_finding(&parsed, &choices, name)?,
        None => {
            let kind = Kind::ALL.into_iter().find(|k| k.word() == args.what).unwrap_or(Kind::Timeline);
            accord::draw::picture(&parsed.tree, &choices, kind)
        }
    };
    let taken: Vec<String> = parsed
        .tree
        .brackets()
        .into_iter()
        .filter(|(id, letters)| letters.len() > 1 && !choices.0.contains_key(id))
        .filter_map(|(id, letters)| letters.first().map(|l| format!("{id} {l}")))
        .collect();
    if !taken.is_empty() && args.finding.is_none() {
        out.say(&format!("Drawn as if these were taken: {}; choose others with `--choose`.", taken.join(", ")));
    }
    if picture.is_empty() {
        return Err(Failure::input(
            "there is nothing to draw: no clause of the text could be read".to_owned(),
            "`caucus check` names what is wrong",
        ));
    }
    let speak = args.lang.speak();
    if args.table {
        let (head, rows) = drawing::table(&picture, speak);
        for row in std::iter::once(&head).chain(&rows) {
            let cells: Vec<String> = row.iter().map(|c| args.lang.shown(c)).collect();
            out.result(&super::print::csv_row(&cells.iter().map(String::as_str).collect::<Vec<_>>()));
        }
    } else {
        out.text(&drawing::file(&picture, Look { speak, id: "drawing" }));
    }
    out.say(&args.lang.shown(&drawing::caption(&picture, speak)));
    Ok(Exit::Done)
}

fn of_finding(parsed: &accord::Parsed, choices: &accord::Choices, name: &str) -> Result<Picture, Failure> {
    let (check, clause) = name.split_once(':').map_or((name, None), |(c, n)| (c, Some(n)));
    if !accord::CHECKS.iter().any(|c| c.name == check) {
        return Err(check::no_check(check));
    }
    let options = accord::Options { choose: choices.clone(), only: vec![check.to_owned()], ..Default::default() };
    let found: Vec<accord::Finding> =
        accord::check(parsed, &options).findings.into_iter().filter(|f| clause.is_none_or(|n| f.clauses.iter().any(|c| c == n))).collect();
    let Some(first) = found.first() else {
        return Err(Failure::input(format!("`{check}` finds nothing here"), "`caucus check` lists what is found"));
    };
    accord::draw::of_finding(&parsed.tree, first, choices).ok_or_else(|| {
        Failure::input(format!("`{check}` has no drawing of its own"), "draw the whole with `--as order` or `--as timeline`")
    })
}
