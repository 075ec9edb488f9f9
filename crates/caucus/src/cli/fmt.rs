//! `caucus fmt`: an agreement in the house style, every comment and bracket kept.

use super::failure::{Exit, Failure};
use super::{Out, check};
use std::path::{Path, PathBuf};

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The agreement.
    file: PathBuf,
    /// Write it back into the file.
    #[arg(long, conflicts_with = "check")]
    write: bool,
    /// Only say whether the file is formatted.
    #[arg(long)]
    check: bool,
    /// Also number the clauses of each part 1, 2, 3 …, every reference with them.
    #[arg(long)]
    renumber: bool,
}

pub(crate) fn run(args: &Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let parsed = check::agreement(&args.file)?;
    let text = parsed.tree.print();
    let formatted =
        if args.renumber { accord::format(&accord::parse(&accord::renumber(&parsed.tree)).tree) } else { accord::format(&parsed.tree) };
    let file = args.file.display();
    if args.check {
        return Ok(match text.lines().zip(formatted.lines()).position(|(a, b)| a != b) {
            None if text == formatted => Exit::Done,
            differs => {
                let line = differs.unwrap_or_else(|| text.lines().count().min(formatted.lines().count())) + 1;
                out.result(&format!("{file}:{line}: not formatted"));
                out.say(&format!("`caucus fmt --write {file}` formats it."));
                Exit::DoesNotHold
            }
        });
    }
    if args.write {
        if text == formatted {
            out.say(&format!("{file}: as it should be"));
        } else {
            replace(&args.file, &formatted)?;
            out.say(&format!("{file}: formatted"));
        }
        return Ok(Exit::Done);
    }
    out.text(&formatted);
    Ok(Exit::Done)
}

/// Written beside and renamed, so that a full disk leaves the old text.
fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let beside = path.with_extension("accord.new");
    let written = std::fs::write(&beside, text)
        .and_then(|()| std::fs::set_permissions(&beside, std::fs::metadata(path)?.permissions()))
        .and_then(|()| std::fs::rename(&beside, path));
    written.map_err(|e| {
        let _ = std::fs::remove_file(&beside);
        Failure::file(path, &e)
    })
}
