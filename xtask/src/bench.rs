//! Figures, each beside a baseline measured in the same run, so that a slow machine does not lie.
//!
//! The measuring is in four examples: `appends` of the crate `record` beside a raw SQLite loop, `measure` of
//! the crate `watch`, and `bench` of the crates `accord` and `caucus`: one line a figure, fields apart by
//! tabs (name, figure with its unit, baseline with its unit, ratio, aim). This chore names the file
//! system (one in memory is refused: it makes every write look free) and prints the tables.
//! `cargo xtask bench accord` and `bench watch` measure one crate alone.

use crate::tools::{cargo, output, root, target};
use std::fs;
use std::path::Path;

/// One figure as it is printed.
#[derive(Debug, PartialEq, Eq)]
struct Line<'a> {
    name: &'a str,
    figure: &'a str,
    baseline: &'a str,
    ratio: &'a str,
    aim: &'a str,
}

pub(crate) fn run(args: &[String]) -> Result<(), String> {
    if args.first().is_some_and(|a| a == "accord") {
        return accord();
    }
    let dir = target().join("bench");
    fs::create_dir_all(&dir).map_err(|e| format!("{} cannot be made: {e}", dir.display()))?;
    let system = file_system(&fs::read_to_string("/proc/mounts").unwrap_or_default(), &dir.canonicalize().unwrap_or(dir.clone()));
    if matches!(system.as_str(), "tmpfs" | "ramfs") {
        return Err(format!("{} lies in memory ({system}), where a write costs nothing: choose another target folder", dir.display()));
    }
    if !root().join("crates/caucus/examples/bench.rs").exists() {
        return Err("there is no benchmark yet: crates/caucus/examples/bench.rs".to_owned());
    }
    println!("file system: {system}\n");
    let appends = dir.join("appends");
    if appends.exists() {
        fs::remove_dir_all(&appends).map_err(|e| format!("{} cannot be removed: {e}", appends.display()))?;
    }
    let mut command = cargo(&["run", "--release", "--quiet", "-p", "record", "--example", "appends", "--"]);
    command.arg(&dir);
    println!("{}", output(command)?);
    let mut command = cargo(&["run", "--release", "--quiet", "-p", "caucus", "--example", "bench", "--"]);
    command.arg(&dir).args(args);
    print(&output(command)?);
    watch()?;
    accord()
}

/// The figures of the watch alone: a year on the board, a million incidents read and looked through.
pub(crate) fn watch() -> Result<(), String> {
    print(&output(cargo(&["run", "--release", "--quiet", "-p", "watch", "--example", "measure"]))?);
    Ok(())
}

/// The Accord language: reading and checking texts, settling networks of clocks.
fn accord() -> Result<(), String> {
    print(&output(cargo(&["run", "--release", "--quiet", "-p", "accord", "--example", "bench"]))?);
    Ok(())
}

fn print(text: &str) {
    println!("{:<44} {:>16} {:>18} {:>8}  aim", "", "figure", "baseline", "ratio");
    for line in text.lines() {
        match read(line) {
            Some(l) => println!("{:<44} {:>16} {:>18} {:>8}  {}", l.name, l.figure, l.baseline, l.ratio, l.aim),
            None => println!("{line}"),
        }
    }
}

fn read(line: &str) -> Option<Line<'_>> {
    let [name, figure, baseline, ratio, aim] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
    Some(Line { name, figure, baseline, ratio, aim })
}

/// The type of the file system that holds a path: that of the longest mount point above it.
fn file_system(mounts: &str, path: &Path) -> String {
    mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ').skip(1);
            Some((words.next()?, words.next()?))
        })
        .filter(|(at, _)| path.starts_with(at))
        .max_by_key(|(at, _)| at.len())
        .map_or_else(|| "unknown".to_owned(), |(_, kind)| kind.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_mount_point_names_the_file_system() {
        let mounts = "overlay / overlay rw 0 0\ntmpfs /data/fast tmpfs rw 0 0\n/dev/x /data ext4 rw 0 0\n";
        assert_eq!(file_system(mounts, Path::new("/data/fast/bench")), "tmpfs");
        assert_eq!(file_system(mounts, Path::new("/data/bench")), "ext4");
        assert_eq!(file_system(mounts, Path::new("/else")), "overlay");
        assert_eq!(file_system("", Path::new("/else")), "unknown");
    }

    #[test]
    fn a_figure_has_five_fields() {
        assert_eq!(read("append\t900/s\t1500/s\t0.60\t≥ 0.5").unwrap().ratio, "0.60");
        assert!(read("a remark").is_none());
    }
}
