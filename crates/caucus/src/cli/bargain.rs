//! `caucus bargain`: the packages that nothing improves on for all sides, and what the usual solutions pick.

use super::failure::{Exit, Failure};
use super::print::{bytes, count, english, fault, several};
use super::{Format, Out};
use bargain::domain::Domain;
use bargain::exact::whole;
use bargain::formats::{self, Complaint, Reading};
use bargain::frontier::{Frontier, Limits};
use bargain::report::{PointReport, point};
use bargain::solution::{Solutions, solutions};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// The most bytes of one file.
const MOST: u64 = 64 << 20;

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A folder in NegoLog's form, a GENIUS XML folder, or our own TOML file.
    domain: PathBuf,
    /// Which profiles sit at the table, by name or number from 1, where the folder is a pool of profiles.
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    sides: Vec<String>,
    /// Leave the solutions out.
    #[arg(long)]
    frontier_only: bool,
    /// The most packages that are listed of one point.
    #[arg(long, value_name = "N", default_value_t = 10)]
    max_packages: usize,
    /// How the result is printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn run(args: &Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let Reading { domain, pool, notes } = read(&args.domain)?;
    let domain = seated(args, domain, pool)?;
    for note in notes.iter().filter(|n| n.key != "bargain-pool") {
        out.say(&format!("note: {}", english(note)));
    }
    if domain.issues.len() > 60 {
        out.say(&format!("Looking through {} issues …", domain.issues.len()));
    }
    let frontier = Frontier::of_domain(&domain, Limits::default()).map_err(|p| fault(&args.domain, None, &english(&p), ""))?;
    let picks = (!args.frontier_only).then(|| solutions(&frontier, &domain.disagreement()));
    match args.format {
        Format::Json => as_json(args, &domain, &frontier, picks.as_ref(), out),
        Format::Text => as_text(args, &domain, &frontier, picks.as_ref(), out),
    }
    if frontier.is_empty() {
        out.say("No package is acceptable to every side: there is no zone of possible agreement.");
    }
    Ok(Exit::Done)
}

fn read(path: &Path) -> Result<Reading, Failure> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let folder = std::fs::metadata(path).map_err(|e| Failure::file(path, &e))?.is_dir();
    if folder {
        for entry in std::fs::read_dir(path).map_err(|e| Failure::file(path, &e))? {
            let at = entry.map_err(|e| Failure::file(path, &e))?.path();
            let name = at.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            if at.is_file() && !name.starts_with('.') {
                files.push((name, bytes(&at, MOST)?));
            }
        }
        files.sort();
    } else {
        files.push((name.clone(), bytes(path, MOST)?));
    }
    let files: Vec<formats::File<'_>> = files.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    formats::read(&name, &files).map_err(|Complaint { file, line, what }| {
        let at = if folder && !file.is_empty() { path.join(file) } else { path.to_path_buf() };
        fault(&at, line, &english(&what), "")
    })
}

/// The sides that play: all, or those that were chosen.
fn seated(args: &Args, domain: Domain, pool: bool) -> Result<Domain, Failure> {
    let names = || domain.sides.iter().enumerate().map(|(i, s)| format!("{} {}", i + 1, s.name)).collect::<Vec<_>>().join(", ");
    if args.sides.is_empty() {
        if pool {
            let what = format!("a pool of {} profiles to play games from, not one game", domain.sides.len());
            return Err(fault(&args.domain, None, &what, &format!("choose who sits at the table with `--sides`: {}", names())));
        }
        return Ok(domain);
    }
    let mut at = Vec::new();
    for wanted in &args.sides {
        let by_number = || wanted.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|i| *i < domain.sides.len());
        let found = domain.sides.iter().position(|s| s.name == *wanted).or_else(by_number);
        match found {
            Some(i) if !at.contains(&i) => at.push(i),
            Some(_) => return Err(Failure::input(format!("`--sides`: `{wanted}` is named twice"), "name different sides")),
            None => return Err(Failure::input(format!("`--sides`: there is no side `{wanted}`"), &format!("there are: {}", names()))),
        }
    }
    Ok(domain.between(&at))
}

/// The solutions by the names of the contract, in its order.
fn named(s: &Solutions) -> [(&'static str, &[usize]); 4] {
    [("nash", &s.nash), ("kalai_smorodinsky", &s.kalai_smorodinsky), ("egalitarian", &s.egalitarian), ("utilitarian", &s.utilitarian)]
}

fn point_json(p: &PointReport) -> Value {
    let package = |p: &Vec<(String, String)>| Value::Object(p.iter().map(|(i, o)| (i.clone(), o.as_str().into())).collect::<Map<_, _>>());
    json!({"worth": p.worth, "packages": p.packages.iter().map(package).collect::<Vec<_>>(), "packages_total": count(&p.packages_total)})
}

/// One point a line, written as it comes: a frontier may have millions.
fn as_json(args: &Args, domain: &Domain, frontier: &Frontier, picks: Option<&Solutions>, out: &mut Out<'_>) {
    let sides: Vec<&str> = domain.sides.iter().map(|s| s.name.as_str()).collect();
    out.lines(|line| {
        line("{");
        line(&format!("  \"sides\": {},", json!(sides)));
        line(&format!("  \"outcomes\": {},", json!(frontier.outcomes().to_string())));
        line(&format!("  \"exact\": {},", frontier.exact()));
        let mut list = |name: &str, n: usize, at: &dyn Fn(usize) -> usize, last: bool| {
            let end = if last { "" } else { "," };
            if n == 0 {
                line(&format!("  \"{name}\": []{end}"));
                return;
            }
            line(&format!("  \"{name}\": ["));
            for k in 0..n {
                let p = point_json(&point(domain, frontier, at(k), args.max_packages));
                line(&format!("    {p}{}", if k + 1 == n { "" } else { "," }));
            }
            line(&format!("  ]{end}"));
        };
        let thinned = frontier.epsilon().iter().any(|e| *e != whole(0));
        list("frontier", frontier.len(), &|k| k, picks.is_none() && !thinned);
        for (k, (name, at)) in picks.iter().flat_map(|p| named(p)).enumerate() {
            list(name, at.len(), &|i| at[i], k == 3 && !thinned);
        }
        if thinned {
            let missed: Vec<String> = frontier.epsilon().iter().map(ToString::to_string).collect();
            line(&format!("  \"epsilon\": {}", json!(missed)));
        }
        line("}");
    });
}

fn as_text(args: &Args, domain: &Domain, frontier: &Frontier, picks: Option<&Solutions>, out: &mut Out<'_>) {
    let sides: Vec<&str> = domain.sides.iter().map(|s| s.name.as_str()).collect();
    out.say(&format!("Worths in the order of the sides: {}.", sides.join(", ")));
    out.lines(|line| {
        line(&format!("outcomes {}", frontier.outcomes()));
        line(&format!("exact {}", frontier.exact()));
        for i in 0..frontier.len() {
            let p = point(domain, frontier, i, args.max_packages);
            let package = |p: &Vec<(String, String)>| p.iter().map(|(i, o)| format!("{i} {o}")).collect::<Vec<_>>().join(", ");
            let mut shown: Vec<String> = p.packages.iter().map(package).collect();
            if p.packages_total != p.packages.len().to_string() {
                shown.push("…".to_owned());
            }
            line(&format!("{}: {}: {}", p.worth.join(", "), several(&p.packages_total, "package"), shown.join("; ")));
        }
        for (name, at) in picks.iter().flat_map(|p| named(p)) {
            let worths: Vec<String> =
                at.iter().map(|&i| frontier.worth(i).iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")).collect();
            line(&format!("{}: {}", name.replace('_', "-"), worths.join("; ")));
        }
    });
    if frontier.epsilon().iter().any(|e| *e != whole(0)) {
        let missed: Vec<String> = frontier.epsilon().iter().map(ToString::to_string).collect();
        out.say(&format!("Thinned: each side may miss up to {}; counts of packages are lower bounds.", missed.join(", ")));
    } else if frontier.sampled() {
        out.say("A continuous issue was sampled: between the steps there may be better packages.");
    }
    if picks.is_some_and(|p| !p.utilitarian.is_empty()) {
        out.say("The utilitarian one depends on the scale that each side's worths were given in.");
    }
}
