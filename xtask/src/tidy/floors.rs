//! Who may import whom: the floors of the house, from cargo's metadata.

use super::File;
use crate::tools::{cargo, output};
use serde_json::Value;

/// Each crate with every crate of the house that it may import.
const MAY: &[(&str, &[&str])] = &[
    ("terms", &[]),
    ("accord", &["terms"]),
    ("talks", &["terms", "accord"]),
    ("exchange", &["terms", "accord"]),
    ("watch", &["terms", "accord"]),
    ("bargain", &["terms"]),
    ("record", &["terms"]),
    ("desk", &["terms", "accord", "talks", "exchange", "watch", "bargain", "record"]),
    ("caucus", &["terms", "accord", "talks", "exchange", "watch", "bargain", "record", "desk"]),
    ("xtask", &[]),
];

/// Floors 0 and 1: pure values.
const PURE: &[&str] = &["terms", "accord", "talks", "exchange", "watch", "bargain"];

/// What pure crates never import: the network, the disk, randomness, our own wire formats, logs.
const BANNED: &[&str] = &[
    "tokio",
    "axum",
    "axum-server",
    "hyper",
    "rusqlite",
    "serde_json",
    "rand",
    "rand_chacha",
    "getrandom",
    "tracing",
    "maud",
    "clap",
    "tempfile",
    "postcard",
];

/// Formats of the field that pure crates read, in their `formats` modules only: crate, dependency,
/// the name by which its code is called, and which format.
const FORMATS: &[(&str, &str, &str, &str)] = &[("bargain", "serde_json", "serde_json", "NegoLog's profiles are JSON")];

/// What cargo says about the workspace.
pub(super) fn metadata() -> Result<Value, String> {
    let text = output(cargo(&["metadata", "--format-version", "1", "--no-deps"]))?;
    serde_json::from_str(&text).map_err(|e| format!("cargo's metadata cannot be read: {e}"))
}

pub(super) fn check(metadata: &Value, tree: &[File]) -> Vec<String> {
    let mut out = Vec::new();
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let name = |v: &Value| v["name"].as_str().unwrap_or_default().to_owned();
    let ours: Vec<String> = packages.iter().map(name).collect();
    for package in packages {
        let from = name(package);
        let Some((_, may)) = MAY.iter().find(|(n, _)| *n == from) else {
            out.push(format!("crate `{from}` stands on no floor: give it one in xtask/src/tidy/floors.rs"));
            continue;
        };
        for dependency in package["dependencies"].as_array().map(Vec::as_slice).unwrap_or_default() {
            let to = name(dependency);
            let for_tests = dependency["kind"] == "dev";
            if ours.contains(&to) && !may.contains(&to.as_str()) {
                out.push(format!("`{from}` imports `{to}`, which does not lie below it"));
            }
            let format = FORMATS.iter().any(|(c, d, ..)| *c == from && *d == to);
            if PURE.contains(&from.as_str()) && BANNED.contains(&to.as_str()) && !for_tests && !format {
                out.push(format!("`{from}` is pure and imports `{to}`"));
            }
        }
    }
    for (of, _, called, what) in FORMATS {
        let src = format!("crates/{of}/src/");
        for file in tree.iter().filter(|f| f.ends(".rs")) {
            let Some(inside) = file.path.strip_prefix(&src) else { continue };
            if !inside.starts_with("formats") && code_uses(&file.text, called) {
                out.push(format!("{}: `{called}` is for `formats` alone ({what})", file.path));
            }
        }
    }
    out
}

fn code_uses(text: &str, called: &str) -> bool {
    let path = format!("{called}::");
    text.lines().map(str::trim_start).any(|l| !l.starts_with("//") && l.contains(&path))
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;
    use serde_json::json;

    fn house(from: &str, to: &str, kind: Value) -> Vec<String> {
        let other = |n: &str| json!({"name": n, "dependencies": []});
        let mut packages: Vec<Value> = MAY.iter().map(|(n, _)| other(n)).filter(|p| p["name"] != from).collect();
        packages.push(json!({"name": from, "dependencies": [{"name": to, "kind": kind}]}));
        check(&json!({"packages": packages}), &[])
    }

    #[test]
    fn nobody_imports_upwards_or_sideways() {
        assert_eq!(house("talks", "accord", Value::Null), [""; 0]);
        assert_eq!(house("desk", "record", Value::Null), [""; 0]);
        for (from, to) in
            [("terms", "accord"), ("talks", "watch"), ("talks", "record"), ("record", "desk"), ("watch", "bargain"), ("xtask", "terms")]
        {
            assert_eq!(house(from, to, Value::Null).len(), 1, "{from} → {to}");
        }
        assert_eq!(house("attic", "terms", Value::Null).len(), 1);
    }

    #[test]
    fn pure_crates_import_no_clock_disk_or_wire() {
        assert_eq!(house("watch", "tokio", Value::Null).len(), 1);
        assert_eq!(house("accord", "serde_json", Value::Null).len(), 1);
        assert_eq!(house("accord", "serde_json", json!("dev")), [""; 0]);
        assert_eq!(house("bargain", "serde_json", Value::Null), [""; 0]);
        assert_eq!(house("desk", "serde_json", Value::Null), [""; 0]);
    }

    #[test]
    fn a_format_stays_in_its_module() {
        let uses = "//! x\nlet v: serde_json::Value;\n";
        let nothing = json!({"packages": []});
        assert_eq!(check(&nothing, &[file("crates/bargain/src/frontier.rs", uses)]).len(), 1);
        assert_eq!(check(&nothing, &[file("crates/bargain/src/formats/negolog.rs", uses)]), [""; 0]);
        assert_eq!(check(&nothing, &[file("crates/bargain/src/frontier.rs", "// serde_json::Value\n")]), [""; 0]);
    }
}
