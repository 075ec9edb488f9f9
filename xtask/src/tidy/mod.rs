//! The rules of the house that a program can check. Each check gives findings, one line each, with
//! where it is and what to do; any finding fails.

mod files;
mod floors;
mod words;

use crate::tools::{output, root};
use std::fs;
use std::process::Command;

/// A committed or new file of the project, read once.
#[derive(Debug)]
pub(crate) struct File {
    /// Its place under the root, with slashes.
    pub(crate) path: String,
    /// Its text; empty where it is none.
    pub(crate) text: String,
}

impl File {
    fn ends(&self, ending: &str) -> bool {
        self.path.ends_with(ending)
    }
}

type Check = fn(&[File]) -> Vec<String>;

const CHECKS: &[(&str, Check)] = &[
    ("words in three languages", words::complete),
    ("words that the code asks for", words::asked),
    ("first lines", files::first_lines),
    ("reasons for what is allowed", files::reasons),
    ("no side of the page by name", files::logical),
    ("no other host, no machine's path", files::hosts),
    ("lock files", files::locks),
    ("papers", files::papers),
    ("decisions", files::decisions),
];

/// Longer than this, a file is named, not refused.
const LONG: usize = 500;

pub(crate) fn run() -> Result<(), String> {
    let tree = tree()?;
    let mut found = 0;
    let mut say = |name: &str, findings: Vec<String>| {
        for finding in &findings {
            println!("tidy: {name}: {finding}");
        }
        found += findings.len();
    };
    say("floors", floors::check(&floors::metadata()?, &tree));
    for (name, check) in CHECKS {
        say(name, check(&tree));
    }
    for (path, lines) in files::long(&tree, LONG) {
        println!("tidy: note: {path} has {lines} lines: has it one subject?");
    }
    println!("tidy: {} checks over {} files, {found} findings", CHECKS.len() + 1, tree.len());
    if found == 0 { Ok(()) } else { Err(format!("{found} findings")) }
}

/// Every file that is or would be committed.
fn tree() -> Result<Vec<File>, String> {
    let mut git = Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(root());
    let mut paths: Vec<String> = output(git)?.lines().map(str::to_owned).collect();
    paths.sort();
    paths.dedup();
    Ok(paths
        .into_iter()
        .filter(|p| root().join(p).is_file())
        .map(|path| {
            let bytes = fs::read(root().join(&path)).unwrap_or_default();
            File { text: String::from_utf8(bytes).unwrap_or_default(), path }
        })
        .collect())
}

#[cfg(test)]
pub(crate) fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}
