//! `caucus explain`: the page of a check, or the table of all.

use super::failure::{Exit, Failure};
use super::{Format, Out, check};
use accord::{CHECKS, CheckInfo};
use serde_json::{Value, json};

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The check; all are listed where none is named.
    check: Option<String>,
    /// How the result is printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn run(args: &Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let Some(name) = &args.check else {
        match args.format {
            Format::Json => out.json(&json!({"checks": CHECKS.iter().map(page_json).collect::<Vec<_>>()})),
            Format::Text => {
                for c in CHECKS {
                    out.result(&format!("{:10}{:24}{:6}{}", c.family.word(), c.name, c.severity.word(), c.page.what));
                }
            }
        }
        return Ok(Exit::Done);
    };
    let info = CHECKS.iter().find(|c| c.name == name).ok_or_else(|| check::no_check(name))?;
    match args.format {
        Format::Json => out.json(&page_json(info)),
        Format::Text => {
            out.result(&format!("{} (family {}, at most {})", info.name, info.family.word(), info.severity.word()));
            out.result("");
            out.result(info.page.what);
            out.result("");
            out.result(info.page.why);
            out.result("");
            out.result("For example:");
            out.result(&format!("  {}", info.page.example));
        }
    }
    Ok(Exit::Done)
}

fn page_json(c: &CheckInfo) -> Value {
    json!({
        "check": c.name,
        "family": c.family.word(),
        "severity": c.severity.word(),
        "what": c.page.what,
        "why": c.page.why,
        "example": c.page.example,
    })
}
