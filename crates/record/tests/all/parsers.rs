//! Parsers: whatever bytes come, they answer; what is written reads back.

use crate::common::*;
use proptest::prelude::*;
use record::note::{NoteSigner, NoteVerifier};
use record::*;
use std::fs;
use std::path::{Path, PathBuf};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

fn files(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let dir = corpus().join(target);
    let mut files: Vec<_> = fs::read_dir(&dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display())).map(|f| f.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// Writes the good ones of the corpus, and some that are nearly so.
#[test]
#[ignore = "writes the corpus anew, into the source tree"]
fn the_corpus_is_written() {
    let record = in_memory();
    let put = |target: &str, name: &str, bytes: &[u8]| {
        fs::create_dir_all(corpus().join(target)).unwrap();
        fs::write(corpus().join(target).join(name), bytes).unwrap();
    };
    let empty = record.create_room(&code("empty")).unwrap();
    let log = record.create_room(&code("a1")).unwrap();
    for i in 0..5u8 {
        log.append(&[i], format!("words {i}\n").as_bytes()).unwrap();
    }
    let receipt = log.erase(EntryNo(2), b"e", b"gone").unwrap().receipt.text();
    for (name, rooms) in
        [("none", vec![]), ("empty-room", vec![empty.clone()]), ("erased", vec![log.clone()]), ("two-rooms", vec![log.clone(), empty])]
    {
        put("bundle", name, &bundle::of(&rooms).unwrap());
    }
    let good = bundle::of(std::slice::from_ref(&log)).unwrap();
    put("bundle", "cut", &good[..good.len() - 9]);
    put("bundle", "long-length", &String::from_utf8(good).unwrap().replace(" - 8\n", " - 18446744073709551615\n").into_bytes());
    for (name, text) in [
        ("first", receipt.clone()),
        ("no-proof", record.room(&code("a1")).unwrap().receipt(EntryNo(0)).unwrap().text().replacen("\n", "\n\n", 3)),
        ("far", receipt.replace("index 5", "index 18446744073709551615")),
    ] {
        put("receipt", name, text.as_bytes());
    }
    let checkpoint = log.checkpoint().text().to_owned();
    for (name, text) in [
        ("good", checkpoint.clone()),
        ("extended", checkpoint.replacen("\n\n", "\nan extension\n\n", 1)),
        ("zero", checkpoint.replacen("\n6\n", "\n06\n", 1)),
    ] {
        put("checkpoint", name, text.as_bytes());
    }
    let example = "This is an example message.\n\n\u{2014} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    let line = example.split_once("\n\n").unwrap().1;
    for (name, text) in [
        ("specification", example.to_owned()),
        ("two-signatures", format!("{example}{line}")),
        ("many", format!("{example}{}", line.repeat(70))),
        ("other-key", checkpoint),
    ] {
        put("note", name, text.as_bytes());
    }
    let vkey = log.verifier_key();
    for (name, text) in [("room", vkey.clone()), ("capitals", vkey.to_uppercase()), ("plus", format!("+{vkey}"))] {
        put("verifier-key", name, text.as_bytes());
    }
    let dir = tempfile::tempdir().unwrap();
    let (_, recovery) = keys::create(dir.path(), "a passphrase", KeyCost::TEST, &mut SeededEntropy::new([4; 32])).unwrap();
    let text = fs::read_to_string(dir.path().join("keys")).unwrap();
    for (name, text) in [
        ("good", text.clone()),
        ("dear", text.replace("passphrase 8 1 1", "passphrase 4294967295 1 1")),
        ("short", text.replace("==", "=")),
    ] {
        put("key-file", name, text.as_bytes());
    }
    let shown = recovery.as_str().to_owned();
    for (name, text) in [("shown", shown.clone()), ("typed", shown.to_uppercase().replace('-', " ")), ("long", format!("{shown}a"))] {
        put("recovery", name, text.as_bytes());
    }
}

#[test]
fn what_was_kept_for_the_fuzzer_is_read_without_harm() {
    for (target, run) in fuzz::TARGETS {
        let files = files(target);
        assert!(files.len() >= 3, "{target}");
        files.iter().for_each(|(_, bytes)| run(bytes));
    }
}

/// What a fuzzer does first: inputs that are good, with a few bytes changed, dropped or doubled.
fn bent(target: &str, picks: &[(usize, usize, u8)]) -> Vec<u8> {
    let files = files(target);
    let mut bytes = files[picks.first().map_or(0, |p| p.0) % files.len()].1.clone();
    for (what, at, byte) in picks {
        let at = at % (bytes.len() + 1);
        match what % 5 {
            0 if at < bytes.len() => bytes[at] ^= byte,
            1 if at < bytes.len() => drop(bytes.remove(at)),
            2 => bytes.insert(at, *byte),
            3 => bytes.truncate(at),
            _ => bytes.extend_from_within(at..),
        }
    }
    bytes
}

#[test]
fn no_bytes_make_a_parser_panic_or_read_one_thing_two_ways() {
    let config = ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() };
    let picks = proptest::collection::vec((any::<usize>(), any::<usize>(), any::<u8>()), 0..5);
    proptest!(config, |(bytes in proptest::collection::vec(any::<u8>(), 0..300), text in "[ -~\n\u{2014}\u{5d0}]{0,200}", picks in picks)| {
        for (target, run) in fuzz::TARGETS {
            run(&bytes);
            run(text.as_bytes());
            run(&bent(target, &picks));
        }
    });
}

#[test]
fn what_is_written_reads_back() {
    let config = ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(
        name in "[a-z]{1,12}\\.example(/[a-z0-9-]{1,20}){1,3}", seed in any::<[u8; 32]>(), other in any::<[u8; 32]>(),
        lines in proptest::collection::vec("[ -~\u{590}-\u{5ff}\u{600}-\u{6ff}]{0,60}", 0..6), size in any::<u64>(),
        passphrase in "\\PC{0,30}", bodies in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..300), 1..12),
    )| {
        let signer = NoteSigner::new(&name, &seed).unwrap();
        let verifier = signer.verifier();
        prop_assert_eq!(NoteVerifier::parse(&verifier.vkey()), Ok(verifier.clone()));
        let text = format!("{}\n", lines.join("\n"));
        let note = signer.sign(&text);
        prop_assert_eq!(verifier.open(&note), Ok(text.as_str()));
        prop_assert!(seed == other || NoteSigner::new(&name, &other).unwrap().verifier().open(&note).is_err());

        let checkpoint = Checkpoint::sign(&signer, size, other);
        let read = Checkpoint::parse(checkpoint.text()).unwrap();
        prop_assert!(read == checkpoint && read.verify(&verifier).is_ok());

        let record = in_memory();
        let log = record.create_room(&code("a1")).unwrap();
        for (i, body) in bodies.iter().enumerate() {
            let receipt = log.append(&[i as u8], body).unwrap().receipt;
            prop_assert_eq!(Receipt::parse(&receipt.text()), Ok(receipt));
        }
        let rooms = bundle::read(&bundle::of(&[log]).unwrap(), None).unwrap();
        let read: Vec<_> = rooms[0].entries.iter().filter_map(|e| match e {
            bundle::Entry::Words { body, .. } => Some(body.clone()),
            bundle::Entry::Erased { .. } => None,
        }).collect();
        prop_assert_eq!(read, bodies);

        let dir = tempfile::tempdir().unwrap();
        let (key, recovery) = keys::create(dir.path(), &passphrase, KeyCost::TEST, &mut SeededEntropy::new(seed)).unwrap();
        let text = fs::read_to_string(dir.path().join("keys")).unwrap();
        prop_assert_eq!(keys::KeyFile::parse(&text).map(|f| f.text()), Some(text));
        prop_assert!(keys::open_with_passphrase(dir.path(), &passphrase).as_ref() == Ok(&key));
        let typed = recovery.as_str().to_uppercase().replace('-', " ");
        prop_assert!(keys::open_with_recovery(dir.path(), &typed) == Ok(key));
        let wrong = keys::open_with_passphrase(dir.path(), &format!("{passphrase}!"));
        prop_assert_eq!(wrong.err().map(|f| f.kind()), Some("wrong-key"));
    });
}
