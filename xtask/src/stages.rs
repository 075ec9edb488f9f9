//! The tests in stages, each with its minutes and the minutes that it may take.

use crate::tools::{cargo, on_ci, output, root, run, target, there, timed};
use crate::{assets, tidy};
use std::collections::BTreeSet;
use std::process::Command;
use std::time::Duration;

struct Stage {
    name: &'static str,
    /// The minutes it should stay within.
    within: u64,
    run: fn() -> Result<Ended, String>,
}

/// How a stage that did not fail ended.
enum Ended {
    Done,
    /// Not run, and why.
    Skipped(String),
}

const STAGES: &[Stage] = &[
    Stage { name: "tidy", within: 1, run: || tidy::run().map(|()| Ended::Done) },
    Stage { name: "build", within: 12, run: build },
    Stage { name: "unit", within: 8, run: unit },
    Stage { name: "two-run", within: 10, run: two_run },
    Stage { name: "faults", within: 8, run: || of_kind("faults") },
    Stage { name: "browser", within: 12, run: browser },
];

/// Test programs with a stage of their own, by the beginning of their names.
const APART: &[&str] = &["two_run", "faults"];

/// Runs the stages that were asked for. A stage that fails does not keep the next from running,
/// unless nothing can be built.
pub(crate) fn all(args: &[String]) -> Result<(), String> {
    let chosen = chosen(args)?;
    let mut lines = Vec::new();
    let mut failed = Vec::new();
    for stage in chosen {
        println!("── {} ──", stage.name);
        let (ended, took) = timed(stage.run);
        let word = match &ended {
            Ok(Ended::Done) => "passed".to_owned(),
            Ok(Ended::Skipped(why)) => format!("not run: {why}"),
            Err(_) => "FAILED".to_owned(),
        };
        let late = if took > Duration::from_secs(stage.within * 60) { "  ▲ longer than it should" } else { "" };
        lines.push(format!("{:<8} {:>5.1} of {:>2} minutes  {word}{late}", stage.name, took.as_secs_f64() / 60.0, stage.within));
        if let Err(why) = ended {
            println!("{}: {why}", stage.name);
            failed.push(stage.name);
            if stage.name == "build" {
                break;
            }
        }
    }
    println!("\n{}", lines.join("\n"));
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}

fn chosen(args: &[String]) -> Result<Vec<&'static Stage>, String> {
    let known = || STAGES.iter().map(|s| s.name).collect::<Vec<_>>().join(", ");
    let mut all: Vec<&Stage> = STAGES.iter().collect();
    let mut args = args.iter();
    while let Some(flag) = args.next() {
        let names: Vec<&str> = args.next().ok_or_else(|| format!("`{flag}` needs stages: {}", known()))?.split(',').collect();
        if let Some(bad) = names.iter().find(|n| !STAGES.iter().any(|s| s.name == **n)) {
            return Err(format!("there is no stage `{bad}`: {}", known()));
        }
        match flag.as_str() {
            "--only" => all.retain(|s| names.contains(&s.name)),
            "--skip" => all.retain(|s| !names.contains(&s.name)),
            other => return Err(format!("`{other}` is not --only or --skip")),
        }
    }
    Ok(all)
}

fn build() -> Result<Ended, String> {
    if let assets::Got::Without(why) = assets::pages()? {
        if on_ci() {
            return Err(why);
        }
        println!("{why}");
    }
    run(cargo(&["fmt", "--all", "--check"]))?;
    run(cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]))?;
    run(cargo(&["build", "--workspace", "--quiet"]))?;
    run(cargo(&["test", "--workspace", "--no-run", "--quiet"]))?;
    Ok(Ended::Done)
}

fn unit() -> Result<Ended, String> {
    let apart: Vec<String> = tests()?.into_iter().filter(|t| APART.iter().any(|a| t.starts_with(a))).collect();
    if there("cargo-nextest") {
        let mut nextest =
            cargo(&["nextest", "run", "--workspace", "--no-fail-fast", "--status-level", "fail", "--final-status-level", "fail"]);
        if !apart.is_empty() {
            nextest.arg("-E").arg(format!("not ({})", apart.iter().map(|t| format!("binary({t})")).collect::<Vec<_>>().join(" or ")));
        }
        run(nextest)?;
        run(cargo(&["test", "--workspace", "--doc", "--quiet"]))?;
        return Ok(Ended::Done);
    }
    run(cargo(&["test", "--workspace", "--no-fail-fast", "--lib", "--bins", "--examples", "--quiet"]))?;
    for test in tests()?.into_iter().filter(|t| !apart.contains(t)) {
        run(cargo(&["test", "--workspace", "--test", &test, "--quiet"]))?;
    }
    run(cargo(&["test", "--workspace", "--doc", "--quiet"]))?;
    Ok(Ended::Done)
}

/// Runs the test programs whose names begin so.
pub(crate) fn of_kind_with(kind: &str, env: &[(&str, &str)]) -> Result<usize, String> {
    let mut ran = 0;
    for test in tests()?.into_iter().filter(|t| t.starts_with(kind)) {
        // By the whole workspace: a package by itself may have other features, and is built anew for them.
        let mut command = cargo(&["test", "--workspace", "--test", &test, "--", "--nocapture"]);
        command.envs(env.iter().copied());
        run(command)?;
        ran += 1;
    }
    Ok(ran)
}

/// The mutation gate: a build with leaks planted in it, each of which the pairs must find.
pub(crate) fn gate() -> Result<(), String> {
    run(cargo(&["test", "-p", "caucus", "--features", "leaks", "--test", "two_run", "every_planted", "--", "--nocapture"]))
}

/// Every parser over bent input, for as long as `env` says.
pub(crate) fn fuzz(env: &[(&str, &str)]) -> Result<(), String> {
    let mut command = cargo(&["test", "--workspace", "--test", "all", "fuzz::", "--", "--nocapture"]);
    command.envs(env.iter().copied());
    run(command)
}

/// The pairs: on the checks' machine as many as were seen to pass there and fit; the soak runs more, and
/// the mutation gate before them.
fn two_run() -> Result<Ended, String> {
    if !on_ci() {
        return of_kind("two_run");
    }
    of_kind_with("two_run", &[("CAUCUS_PAIRS", "2000")])?;
    Ok(Ended::Done)
}

fn of_kind(kind: &str) -> Result<Ended, String> {
    match of_kind_with(kind, &[])? {
        0 => Ok(Ended::Skipped(format!("no test program is named {kind}"))),
        _ => Ok(Ended::Done),
    }
}

/// The names of the workspace's test programs.
fn tests() -> Result<BTreeSet<String>, String> {
    let text = output(cargo(&["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&text).map_err(|e| format!("cargo's metadata cannot be read: {e}"))?;
    let list = |v: &serde_json::Value| v.as_array().cloned().unwrap_or_default();
    let text = |v: &serde_json::Value| v.as_str().unwrap_or_default().to_owned();
    let mut out = BTreeSet::new();
    for package in list(&metadata["packages"]) {
        let targets = list(&package["targets"]);
        out.extend(targets.iter().filter(|t| list(&t["kind"]).iter().any(|k| k == "test")).map(|t| text(&t["name"])));
    }
    Ok(out)
}

/// The browser tests are plain Node test files over the program that was just built.
fn browser() -> Result<Ended, String> {
    let folder = root().join("browser");
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .map_err(|e| format!("{} cannot be read: {e}", folder.display()))?
        .filter_map(|f| f.ok().map(|f| f.path()))
        .filter(|p| p.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Ok(Ended::Skipped("there is no browser test".to_owned()));
    }
    let missing = |what: &str, package: &str| format!("{what} is missing: `apt-get install -y {package}` installs it");
    let tool = ["chromium", "chromium-browser", "google-chrome"].into_iter().find(|p| there(p));
    let without = match (there("node"), tool, assets::browser()?) {
        (false, ..) => Some(missing("Node", "nodejs npm")),
        (_, None, _) => Some(missing("Chromium", "chromium")),
        (_, _, assets::Got::Without(why)) => Some(why),
        _ => None,
    };
    if let Some(why) = without {
        return if on_ci() { Err(why) } else { Ok(Ended::Skipped(why)) };
    }
    run(cargo(&["build", "-p", "caucus", "--quiet"]))?;
    let mut node = Command::new("node");
    node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).args(&files).current_dir(root());
    node.env("CAUCUS_BIN", target().join("debug").join("caucus"));
    node.env("CAUCUS_MODULES", target().join("browser").join("node_modules"));
    node.env("CAUCUS_SHOTS", target().join("shots"));
    node.env("CAUCUS_CHROMIUM", tool.unwrap_or_default());
    run(node).map(|()| Ended::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(args: &[&str]) -> Result<Vec<&'static str>, String> {
        let args: Vec<String> = args.iter().map(|a| (*a).to_owned()).collect();
        Ok(chosen(&args)?.iter().map(|s| s.name).collect())
    }

    #[test]
    fn stages_are_chosen_by_name_and_keep_their_order() {
        assert_eq!(names(&["--only", "unit,tidy"]).unwrap(), ["tidy", "unit"]);
        assert_eq!(names(&["--skip", "browser,faults,two-run"]).unwrap(), ["tidy", "build", "unit"]);
        assert!(names(&["--only", "unti"]).unwrap_err().contains("`unti`"));
        assert!(names(&["--only"]).is_err());
    }
}
