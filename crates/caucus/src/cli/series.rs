//! `caucus series`: figures of several sources, windows and kinds, reconciled without adding what must not be added.

mod input;
mod print;
mod svg;

use super::Out;
use super::failure::{Exit, Failure};
use super::print::{LangArg, english, fault};
use jiff::civil::Date;
use std::path::PathBuf;
use watch::series::chart::{Frame, chart};
use watch::series::{Change, Compared, Figure, Series, changes, compare, group, rise};

/// The most bytes of a file.
const MOST: u64 = 64 << 20;
/// The most faults that are named one by one on standard error.
const NAMED: usize = 20;

/// How results are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// Rows for programs and sheets: one a figure.
    Csv,
    /// For programs.
    Json,
}

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Tables of figures: CSV, XLSX, or JSON (rows of a daily data set, or what `caucus read` prints).
    #[arg(required = true, value_name = "FIGURES")]
    files: Vec<PathBuf>,
    /// With `--to`: what the totals' rise from this report to that one is made of.
    #[arg(long, value_name = "DATE", requires = "to")]
    from: Option<String>,
    /// The later report.
    #[arg(long, value_name = "DATE", requires = "from")]
    to: Option<String>,
    /// Only figures that count this; may be given again.
    #[arg(long, value_name = "WHAT")]
    counted: Vec<String>,
    /// Also draw them: windows as bars, one band a source and matter. Its table is `--format csv`.
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// How results are printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    lang: LangArg,
}

/// All that was read and found.
struct Told {
    files: Vec<String>,
    figures: Vec<Figure>,
    series: Vec<Series>,
    /// The rises of each series.
    changes: Vec<Vec<Change>>,
    /// Of each series, the rise between the dates asked for.
    asked: Option<(Date, Date, Vec<Option<Change>>)>,
    compared: Compared,
}

impl Told {
    /// Whether a source contradicts itself.
    fn contradicts(&self) -> bool {
        self.compared.within.iter().any(|w| w.greater) || self.changes.iter().flatten().flat_map(|c| &c.found).any(|f| f.contradicts())
    }
}

pub(crate) fn run(args: &Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let asked = match (&args.from, &args.to) {
        (Some(a), Some(b)) => Some((date("--from", a)?, date("--to", b)?)),
        _ => None,
    };
    let mut figures = Vec::new();
    for (i, path) in args.files.iter().enumerate() {
        let (read, faults) = input::read(i, path)?;
        if read.figures.is_empty() {
            let first = faults.first();
            let what = first.map_or_else(|| "no figure in it".to_owned(), |f| english(&f.what));
            let hint = first.map_or_else(|| "see the handbook’s page on series".to_owned(), |f| english(&f.hint));
            return Err(fault(path, first.map(|f| f.line), &what, &hint));
        }
        let name = path.display();
        for f in faults.iter().take(NAMED) {
            out.say(&format!("`{name}`, line {}: {}; {}. The row is left out.", f.line, english(&f.what), english(&f.hint)));
        }
        if faults.len() > NAMED {
            out.say(&format!("`{name}`: {} more rows are left out.", faults.len() - NAMED));
        }
        if !read.unknown.is_empty() {
            out.say(&format!("`{name}`: columns that are not understood: {}.", read.unknown.join(", ")));
        }
        if !read.no_counts.is_empty() {
            let lines: Vec<String> = read.no_counts.iter().take(NAMED).map(|(line, kind)| format!("{line} ({kind})")).collect();
            out.say(&format!("`{name}`: no counts, and not compared: lines {}.", lines.join(", ")));
        }
        if read.repeated > 0 {
            out.say(&format!("`{name}`: {} numbers of `ext_` columns only repeat the source’s own and are left out.", read.repeated));
        }
        figures.extend(read.figures);
    }
    if !args.counted.is_empty() {
        let wanted: Vec<String> = args.counted.iter().map(|c| terms::script::fold(c)).collect();
        figures.retain(|f| wanted.contains(&terms::script::fold(&f.about.counted)));
        if figures.is_empty() {
            return Err(Failure::input(
                format!("nothing counts `{}`", args.counted.join("`, `")),
                "leave out `--counted` to see what is counted",
            ));
        }
    }
    let series = group(&figures);
    let told = Told {
        files: args.files.iter().map(|p| p.display().to_string()).collect(),
        changes: series.iter().map(|s| changes(&figures, s)).collect(),
        asked: asked.map(|(a, b)| (a, b, series.iter().map(|s| rise(&figures, s, a, b)).collect())),
        compared: compare(&figures, &series),
        figures,
        series,
    };
    match args.format {
        Format::Text => print::text(&told, args.lang, out),
        Format::Csv => print::csv(&told, out),
        Format::Json => out.json(&print::json(&told)),
    }
    if let Some((a, b, rises)) = &told.asked
        && rises.iter().all(Option::is_none)
    {
        out.say(&format!("No source gives a total on {a} and a later one on {b}."));
    }
    if let Some(path) = &args.svg {
        let frame = Frame { width: 960, right_to_left: args.lang.right_to_left(), from: asked.map(|a| a.0), to: asked.map(|a| a.1) };
        if let Some(chart) = chart(&told.figures, &told.series, frame) {
            let text = svg::print(&chart, &told.figures, &told.series, args.lang);
            std::fs::write(path, text).map_err(|e| Failure::file(path, &e))?;
            out.say(&format!("Drawn in `{}`; its table is what `--format csv` prints.", path.display()));
        }
    }
    let wrong = told.asked.as_ref().is_some_and(|(.., rises)| rises.iter().all(Option::is_none));
    Ok(if told.contradicts() || wrong { Exit::DoesNotHold } else { Exit::Done })
}

fn date(flag: &str, text: &str) -> Result<Date, Failure> {
    text.trim().parse().map_err(|_| Failure::input(format!("`{flag} {text}` is no date"), "write it as 2025-10-06"))
}
