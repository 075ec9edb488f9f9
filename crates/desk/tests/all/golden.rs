//! Entries as they were once written can be read for ever.
//!
//! One file a kind in `crates/desk/golden`, never changed once it is there; a file named
//! `kind-before-something.json` keeps how the kind was written before that.

use desk::codec::{decode, encode};
use serde_json::Value;
use std::path::Path;

fn golden() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let mut all: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("the golden folder")
        .map(|file| {
            let path = file.expect("a file").path();
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("a text"))
        })
        .collect();
    all.sort();
    all
}

/// Whether all that stood in the old bytes stands in the new ones, fields added since left out of account.
fn kept(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => old.iter().all(|(k, v)| new.get(k).is_some_and(|n| kept(v, n))),
        (Value::Array(old), Value::Array(new)) => old.len() == new.len() && old.iter().zip(new).all(|(o, n)| kept(o, n)),
        _ => old == new,
    }
}

#[test]
fn what_was_written_once_is_read_and_loses_nothing() {
    for (name, text) in golden() {
        let entry = decode(text.trim_end().as_bytes()).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(entry.body.kind(), name.split("-before-").next().unwrap_or(&name), "{name}");
        let old: Value = serde_json::from_str(&text).expect("JSON");
        let new: Value = serde_json::from_slice(&encode(&entry)).expect("JSON");
        assert!(kept(&old, &new), "{name}:\n{old}\n{new}");
    }
}

#[test]
fn every_kind_has_its_golden_file() {
    let source = include_str!("../../src/codec.rs");
    let arms = source.split("pub fn kind(&self)").nth(1).and_then(|s| s.split("\n    }\n").next()).expect("the kinds");
    let kinds: Vec<&str> = arms.split("=> \"").skip(1).filter_map(|s| s.split('"').next()).collect();
    assert!(kinds.len() > 40, "{kinds:?}");
    let files = golden();
    let missing: Vec<_> = kinds.iter().filter(|k| !files.iter().any(|(name, _)| name == *k)).collect();
    assert!(
        missing.is_empty(),
        "no golden file: {missing:?}; `cargo test -p caucus --test two_run golden -- --ignored` writes what the traces bring about"
    );
}
