//! A second verifier, written in another language from the format alone, must agree with ours.

use super::bundle_kinds::{KINDS, World};
use super::doc::Doc;
use super::seen;
use crate::common::say;
use record::bundle;
use std::fs;
use std::path::Path;
use std::process::Command;

fn python() -> bool {
    Command::new("python3").arg("--version").output().is_ok_and(|o| o.status.success())
}

fn run(args: &[&str]) -> Vec<String> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/verify.py");
    let out = Command::new("python3").arg(script).args(args).output().expect("python3 runs");
    assert!(out.stderr.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).expect("text").lines().map(str::to_owned).collect()
}

fn ours(bytes: &[u8], world: &World) -> String {
    match bundle::verify(bytes, Some(&world.known)) {
        Ok(report) => format!("good {} {}", report.rooms.len(), report.entries()),
        Err(fault) => {
            let (room, n) = seen(&fault);
            format!("bad {} {}", room.as_deref().unwrap_or("-"), n.map_or("-".to_owned(), |n| n.to_string()))
        }
    }
}

#[test]
fn the_second_verifier_agrees_on_bundles_good_and_altered() {
    if !python() {
        say("skipped: python3 is not here");
        return;
    }
    let world = World::new();
    let mut files = vec![("as it is".to_owned(), world.good.clone())];
    for (name, _, alter) in KINDS {
        let mut doc = Doc::parse(&world.good);
        alter(&mut doc, &world);
        files.push(((*name).to_owned(), doc.bytes()));
    }
    for (i, at) in (0..world.good.len()).step_by(world.good.len() / 120).enumerate() {
        let mut bytes = world.good.clone();
        bytes[at] ^= [0x01, 0x20, 0x80][i % 3];
        files.push((format!("byte {at} changed"), bytes));
        files.push((format!("cut after {at}"), world.good[..at].to_vec()));
    }
    let dir = tempfile::tempdir().unwrap();
    let paths: Vec<String> = (0..files.len()).map(|i| dir.path().join(i.to_string()).display().to_string()).collect();
    for ((_, bytes), path) in files.iter().zip(&paths) {
        fs::write(Path::new(path), bytes).unwrap();
    }
    let key = world.known[0].vkey();
    let mut args = vec!["bundle", key.as_str()];
    args.extend(paths.iter().map(String::as_str));
    let theirs = run(&args);
    assert_eq!(theirs.len(), files.len());
    for ((name, bytes), theirs) in files.iter().zip(&theirs) {
        assert_eq!(ours(bytes, &world), *theirs, "{name}");
    }
    say(&format!("{} bundles, and both verifiers agree", files.len()));
}

#[test]
fn the_second_verifier_agrees_on_receipts_good_and_altered() {
    if !python() {
        say("skipped: python3 is not here");
        return;
    }
    let world = World::new();
    let mut texts: Vec<String> = world.receipts.iter().map(record::Receipt::text).collect();
    let sample = texts[10].clone();
    for (from, to) in [("index 10", "index 9"), ("extra ", "extra  "), ("talks", "tacks"), ("\n11\n", "\n12\n"), ("@v1", "@v2")] {
        texts.push(sample.replacen(from, to, 1));
    }
    for at in (0..sample.len()).step_by(9) {
        let mut bytes = sample.clone().into_bytes();
        bytes[at] ^= 0x01;
        texts.extend(String::from_utf8(bytes));
    }
    let dir = tempfile::tempdir().unwrap();
    let paths: Vec<String> = (0..texts.len()).map(|i| dir.path().join(i.to_string()).display().to_string()).collect();
    for (text, path) in texts.iter().zip(&paths) {
        fs::write(Path::new(path), text).unwrap();
    }
    let key = world.known[0].vkey();
    let mut args = vec!["receipt", key.as_str()];
    args.extend(paths.iter().map(String::as_str));
    let theirs = run(&args);
    let good = |text: &String| {
        record::Receipt::parse(text).is_ok_and(|r| {
            let key = r.checkpoint.origin.starts_with("talks.example/case/").then(|| world.known[0].named(&r.checkpoint.origin));
            key.is_some_and(|k| k.is_ok_and(|k| r.verify(&k).is_ok()))
        })
    };
    for (text, theirs) in texts.iter().zip(&theirs) {
        assert_eq!(if good(text) { "good" } else { "bad" }, theirs, "{text}");
    }
    assert_eq!((theirs.len(), theirs.iter().filter(|t| *t == "good").count()), (texts.len(), world.receipts.len()));
}
