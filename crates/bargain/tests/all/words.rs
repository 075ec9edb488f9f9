//! Every key that the crate raises has its words in all three languages, with the arguments it is given.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn keys_of(words: &str) -> BTreeMap<String, BTreeSet<String>> {
    let lines = words.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once(" = "));
    let arguments = |text: &str| -> BTreeSet<String> {
        text.split("{ $").skip(1).filter_map(|r| r.split_once(' ')).map(|(name, _)| name.to_owned()).collect()
    };
    lines.map(|(k, text)| (k.to_owned(), arguments(text))).collect()
}

fn sources(folder: &Path, all: &mut String) {
    for entry in std::fs::read_dir(folder).expect("the sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, all);
        } else if path.extension().is_some_and(|e| e == "rs") {
            all.push_str(&std::fs::read_to_string(path).expect("a source"));
        }
    }
}

#[test]
fn no_sentence_is_missing_in_any_language() {
    let mut source = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
    let quoted = source.split('"');
    let like = |s: &&str| {
        ["bargain-", "home-"].iter().any(|p| s.starts_with(p))
            && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let raised: BTreeSet<&str> = quoted.filter(like).collect();
    assert!(raised.len() > 50, "only {} keys found", raised.len());
    let all: Vec<BTreeMap<String, BTreeSet<String>>> = bargain::WORDS.iter().map(|(_, words)| keys_of(words)).collect();
    for ((tag, _), keys) in bargain::WORDS.iter().zip(&all) {
        let known: BTreeSet<&str> = keys.keys().map(String::as_str).collect();
        assert_eq!(known, raised, "{tag}: what is raised and what has words");
        assert_eq!(*keys, all[0], "{tag}: the arguments");
    }
}
