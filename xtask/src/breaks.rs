//! Deliberate breaks: each law of `docs/breaks.toml` is run over a tree in which it is broken, and must notice.
//!
//! The breaks are made in a copy of the committed tree, one at a time, so that nothing of them can be left behind.

use crate::tools::{cargo, output, root, run, target};
use std::fs;
use std::path::Path;
use std::process::Command;

struct Break {
    law: String,
    package: String,
    file: String,
    from: String,
    to: String,
}

/// What running a law came to.
#[derive(PartialEq, Eq)]
enum Came {
    Holds,
    Noticed,
    DoesNotBuild,
}

pub(crate) fn run_all(only: &[String]) -> Result<(), String> {
    let text = fs::read_to_string(root().join("docs/breaks.toml")).map_err(|e| format!("docs/breaks.toml cannot be read: {e}"))?;
    let breaks = read(&text)?;
    let copy = target().join("breaks");
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(root()).args(args);
        git
    };
    if copy.exists() {
        output(git(&["worktree", "remove", "--force", &copy.to_string_lossy()]))?;
    }
    output(git(&["worktree", "add", "--force", "--detach", &copy.to_string_lossy(), "HEAD"]))?;
    let mut missed = Vec::new();
    for b in breaks.iter().filter(|b| only.is_empty() || only.contains(&b.law)) {
        let file = copy.join(&b.file);
        let whole = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", b.file))?;
        if whole.matches(&b.from).count() != 1 {
            return Err(format!("docs/breaks.toml: `{}` does not stand once in {}", b.from, b.file));
        }
        if law(&copy, b) != Came::Holds {
            return Err(format!("`{}` does not hold unbroken", b.law));
        }
        write(&file, &whole.replacen(&b.from, &b.to, 1))?;
        let came = law(&copy, b);
        write(&file, &whole)?;
        let word = match came {
            Came::Noticed => "noticed",
            Came::Holds => "MISSED",
            Came::DoesNotBuild => "DOES NOT BUILD",
        };
        println!("{word:<14}  {}", b.law);
        if came != Came::Noticed {
            missed.push(b.law.clone());
        }
    }
    run(git(&["worktree", "remove", "--force", &copy.to_string_lossy()]))?;
    if missed.is_empty() { Ok(()) } else { Err(format!("not noticed: {}", missed.join(", "))) }
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    fs::write(file, text).map_err(|e| format!("{}: {e}", file.display()))
}

/// Runs a law alone, in the copy.
fn law(copy: &Path, b: &Break) -> Came {
    let with = |more: &[&str]| {
        let mut command = cargo(&["test", "--quiet", "-p", &b.package]);
        command.args(more).current_dir(copy).env("CARGO_TARGET_DIR", target().join("broken"));
        command.env("PROPTEST_FAILURE_PERSISTENCE", "off");
        command.output().is_ok_and(|o| o.status.success())
    };
    match (with(&["--no-run"]), b.law.as_str()) {
        (false, _) => Came::DoesNotBuild,
        (true, law) if with(&[law]) => Came::Holds,
        _ => Came::Noticed,
    }
}

fn read(text: &str) -> Result<Vec<Break>, String> {
    let table: toml::Table = text.parse().map_err(|e| format!("docs/breaks.toml: {e}"))?;
    let all = table.get("break").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    let one = |b: &toml::Value| {
        let field = |name: &str| {
            let text = b.get(name).and_then(toml::Value::as_str).map(str::to_owned);
            text.ok_or_else(|| format!("docs/breaks.toml: a break lacks `{name}`"))
        };
        Ok(Break { law: field("law")?, package: field("package")?, file: field("file")?, from: field("from")?, to: field("to")? })
    };
    all.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_break_stands_once_in_its_file_and_names_a_law_that_is_there() {
        let breaks = read(&fs::read_to_string(root().join("docs/breaks.toml")).expect("the breaks")).expect("readable");
        assert!(breaks.len() > 10);
        for b in &breaks {
            let text = fs::read_to_string(root().join(&b.file)).expect("the file");
            assert_eq!(text.matches(&b.from).count(), 1, "{}: `{}`", b.file, b.from);
            assert_ne!(b.from, b.to);
        }
    }

    #[test]
    fn a_break_without_a_law_is_named() {
        assert_eq!(read("[[break]]\nfile = 'x'\n").err().as_deref(), Some("docs/breaks.toml: a break lacks `law`"));
    }
}
