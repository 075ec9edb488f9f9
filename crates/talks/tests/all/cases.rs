//! Reads the cases under `cases/`: Markdown with a situation and what is expected of it.
//!
//! A case begins at a heading of the second level and has two fenced blocks: `toml` with the
//! situation, and `expected` with one line for each thing that comes of it.

use std::path::Path;

/// One case of a file.
pub(crate) struct Case {
    /// The file and the heading, as a failure names it.
    pub(crate) name: String,
    pub(crate) situation: String,
    pub(crate) expected: Vec<String>,
}

/// All cases of a folder under `cases/`, file by file.
pub(crate) fn read(folder: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(&folder).expect("the cases are there").map(|e| e.expect("readable").path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "md"));
    files.sort();
    let mut out = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).expect("readable");
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for section in format!("\n{text}").split("\n## ").skip(1) {
            let name = format!("{file}: {}", section.lines().next().unwrap_or_default());
            let block = |kind: &str| {
                let fence = format!("\n```{kind}\n");
                let mut found = section.split(&fence).skip(1);
                let one = found.next().unwrap_or_else(|| panic!("{name} has no `{kind}` block"));
                assert!(found.next().is_none(), "{name} has two `{kind}` blocks");
                // An empty block ends at once.
                format!("\n{one}").split("\n```").next().unwrap_or_default().to_owned()
            };
            let prose = section.lines().skip(1).take_while(|l| !l.starts_with("```")).any(|l| !l.trim().is_empty());
            assert!(prose, "{name} does not say what it is about");
            let expected = block("expected").lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
            out.push(Case { situation: block("toml"), expected, name });
        }
    }
    out
}

/// Compares what came of a case with what is expected, and collects what differs.
pub(crate) fn compare(case: &Case, came: &[String], wrong: &mut Vec<String>) {
    if case.expected != came {
        wrong.push(format!("{}\n  expected: {}\n  came:     {}", case.name, case.expected.join(" | "), came.join(" | ")));
    }
}
