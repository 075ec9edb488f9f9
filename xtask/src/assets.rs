//! Fetches what pages and browser tests need, by the package client, into the target folder.

use crate::tools::{root, run, target, there};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Got {
    /// All is there, in this folder.
    There(PathBuf),
    /// Something is missing; the sentence says what and which command installs it.
    Without(String),
}

/// The fonts of the pages. Without them the program works with the reader's own fonts.
pub(crate) fn pages() -> Result<Got, String> {
    install(&root(), &target().join("assets"))
}

/// What drives the browser in tests.
pub(crate) fn browser() -> Result<Got, String> {
    install(&root().join("browser"), &target().join("browser"))
}

/// Runs the package client's exact install of `from`'s lock file in `into`, unless that was done.
fn install(from: &Path, into: &Path) -> Result<Got, String> {
    let read = |file: &str| fs::read_to_string(from.join(file)).map_err(|e| format!("{} cannot be read: {e}", from.join(file).display()));
    let (package, lock) = (read("package.json")?, read("package-lock.json")?);
    let mark = into.join("installed");
    if fs::read_to_string(&mark).is_ok_and(|done| done == lock) && into.join("node_modules").is_dir() {
        return Ok(Got::There(into.to_path_buf()));
    }
    if !there("npm") {
        return Ok(Got::Without(
            "the package client is missing, so pages use the reader's own fonts: `apt-get install -y npm` installs it".to_owned(),
        ));
    }
    let fail = |e: std::io::Error| format!("{} cannot be written: {e}", into.display());
    fs::create_dir_all(into).map_err(fail)?;
    fs::write(into.join("package.json"), package).map_err(fail)?;
    fs::write(into.join("package-lock.json"), &lock).map_err(fail)?;
    let ci = || {
        let mut npm = Command::new("npm");
        // Scripts of packages never run; every file is checked against the lock's hash.
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(into);
        // Its own closing words go to standard error: standard output is the demo's.
        npm.stdout(std::io::stderr());
        npm
    };
    // A network that hiccups once is tried once more.
    if run(ci()).is_err()
        && let Err(why) = run(ci())
    {
        return Ok(Got::Without(format!("{why}; pages use the reader's own fonts until `cargo xtask assets` succeeds")));
    }
    fs::write(&mark, lock).map_err(fail)?;
    Ok(Got::There(into.to_path_buf()))
}
