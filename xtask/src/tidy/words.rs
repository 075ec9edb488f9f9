//! Words on the screen: the same keys in all three languages, the plurals that each needs, and a
//! word for every key that the code asks for.

use super::File;
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: &[&str] = &["en", "ar", "he"];

/// The plural forms of Arabic (CLDR); where one is chosen by number, all are given.
const ARABIC: &[&str] = &["zero", "one", "two", "few", "many", "other"];

/// The messages of a Fluent file: key and everything that belongs to it.
fn messages(text: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let key = line.split_once('=').map(|(k, _)| k.trim_end()).filter(|k| {
            !k.is_empty()
                && k.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
                && line.starts_with(|c: char| c.is_ascii_alphabetic())
        });
        match (key, out.last_mut()) {
            (Some(key), _) => out.push((key.to_owned(), line[key.len()..].trim_start().trim_start_matches('=').to_owned())),
            (None, Some((_, body))) if line.starts_with(' ') || line.starts_with('}') => {
                body.push('\n');
                body.push_str(line);
            }
            _ => {}
        }
    }
    out
}

/// The families of files: `crates/x/src/x` and the text of each language.
fn families(tree: &[File]) -> BTreeMap<&str, BTreeMap<&str, &str>> {
    let mut out: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for file in tree.iter().filter(|f| f.ends(".ftl")) {
        let stem = file.path.trim_end_matches(".ftl");
        if let Some((family, lang)) = stem.rsplit_once('.') {
            out.entry(family).or_default().insert(lang, &file.text);
        }
    }
    out
}

/// Variables of a message, by name.
fn variables(body: &str) -> BTreeSet<&str> {
    // A figure's printed form `$n_d` stands for the number itself.
    let names = body.split('$').skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(rest.len());
        rest[..end].trim_end_matches("_d")
    });
    names.collect()
}

pub(super) fn complete(tree: &[File]) -> Vec<String> {
    let mut out = Vec::new();
    for (family, files) in families(tree) {
        let mut per: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
        for lang in LANGUAGES {
            let Some(text) = files.get(lang) else {
                out.push(format!("{family}.{lang}.ftl is missing"));
                continue;
            };
            let mut seen = BTreeMap::new();
            for (key, body) in messages(text) {
                if body.trim().is_empty() {
                    out.push(format!("{family}.{lang}.ftl: `{key}` has no words"));
                }
                if *lang == "ar" {
                    plurals(family, &key, &body, &mut out);
                }
                if seen.insert(key.clone(), body).is_some() {
                    out.push(format!("{family}.{lang}.ftl: `{key}` stands there twice"));
                }
            }
            per.insert(lang, seen);
        }
        let all: BTreeSet<&String> = per.values().flat_map(BTreeMap::keys).collect();
        for key in all {
            let without: Vec<&str> = per.iter().filter(|(_, keys)| !keys.contains_key(key)).map(|(lang, _)| *lang).collect();
            if !without.is_empty() {
                out.push(format!("{family}: `{key}` has no words in {}", without.join(", ")));
            }
            let english = per.get("en").and_then(|k| k.get(key)).map(|b| variables(b)).unwrap_or_default();
            for (lang, keys) in per.iter().filter(|(lang, _)| **lang != "en") {
                if let Some(extra) =
                    keys.get(key).map(|b| variables(b)).and_then(|v| v.difference(&english).next().map(|s| (*s).to_owned()))
                    && per.get("en").is_some_and(|k| k.contains_key(key))
                {
                    out.push(format!("{family}.{lang}.ftl: `{key}` uses `${extra}`, which the English words do not have"));
                }
            }
        }
    }
    out
}

/// In a choice by number, every plural form of Arabic must be there.
fn plurals(family: &str, key: &str, body: &str, out: &mut Vec<String>) {
    for choice in body.split("->").skip(1) {
        let arms: BTreeSet<&str> = choice.split('[').skip(1).filter_map(|a| a.split_once(']').map(|(name, _)| name.trim())).collect();
        if ARABIC[..5].iter().any(|form| arms.contains(form)) {
            let lacks: Vec<&str> = ARABIC.iter().copied().filter(|form| !arms.contains(form)).collect();
            if !lacks.is_empty() {
                out.push(format!("{family}.ar.ftl: `{key}` lacks the plural forms {}", lacks.join(", ")));
            }
        }
    }
}

/// What stands before a key in the code.
const CALLS: &[&str] = &["Phrase::new(\"", ".t(\"", ".ta(\""];

pub(super) fn asked(tree: &[File]) -> Vec<String> {
    let known: BTreeSet<String> = tree.iter().filter(|f| f.ends(".en.ftl")).flat_map(|f| messages(&f.text)).map(|(k, _)| k).collect();
    let mut out = Vec::new();
    for file in tree.iter().filter(|f| f.ends(".rs") && f.path.starts_with("crates/")) {
        // Tests ask for keys that are not there on purpose.
        let code = file.text.split("#[cfg(test)]").next().unwrap_or_default();
        if file.path.contains("/tests/") {
            continue;
        }
        for (n, line) in code.lines().enumerate() {
            for call in CALLS {
                for rest in line.split(call).skip(1) {
                    let key = rest.split('"').next().unwrap_or_default();
                    let whole = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
                    if whole && !known.contains(key) {
                        out.push(format!("{}:{}: no words for `{key}`", file.path, n + 1));
                    }
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    fn three(en: &str, ar: &str, he: &str) -> Vec<File> {
        vec![file("crates/x/src/x.en.ftl", en), file("crates/x/src/x.ar.ftl", ar), file("crates/x/src/x.he.ftl", he)]
    }

    #[test]
    fn a_key_that_one_language_lacks_is_named() {
        assert_eq!(complete(&three("a = A\nb = B\n", "a = ا\nb = ب\n", "a = א\nb = ב\n")), [""; 0]);
        assert_eq!(complete(&three("a = A\nb = B\n", "a = ا\n", "a = א\nb = ב\n")), ["crates/x/src/x: `b` has no words in ar"]);
        assert!(complete(&[file("crates/x/src/x.en.ftl", "a = A\n")]).iter().any(|f| f.contains("x.he.ftl is missing")));
        assert_eq!(complete(&three("a = A\na = B\n", "a = ا\n", "a = א\n")).len(), 1);
        assert_eq!(complete(&three("a =\n", "a = ا\n", "a = א\n")).len(), 1);
    }

    #[test]
    fn a_translation_uses_no_variable_of_its_own() {
        let found = complete(&three("a = { $n } left\n", "a = { $m }\n", "a = { $n_d }\n"));
        assert_eq!(found, ["crates/x/src/x.ar.ftl: `a` uses `$m`, which the English words do not have"]);
    }

    #[test]
    fn arabic_counts_in_six_forms() {
        let en = "a = { $n ->\n    [one] one day\n   *[other] { $n } days\n}\n";
        let he = "a = { $n ->\n    [one] יום\n   *[other] { $n } ימים\n}\n";
        let short = "a = { $n ->\n    [one] يوم\n   *[other] { $n } أيام\n}\n";
        assert_eq!(complete(&three(en, short, he)), ["crates/x/src/x.ar.ftl: `a` lacks the plural forms zero, two, few, many"]);
        let full = "a = { $n ->\n    [zero] -\n    [one] يوم\n    [two] يومان\n    [few] { $n } أيام\n    [many] { $n } يومًا\n   *[other] { $n } يوم\n}\n";
        assert_eq!(complete(&three(en, full, he)), [""; 0]);
    }

    #[test]
    fn a_key_without_words_is_named_where_it_is_asked_for() {
        let tree = [
            file("crates/x/src/x.en.ftl", "good = G\n"),
            file(
                "crates/x/src/a.rs",
                "//! x\nfn f() { Phrase::new(\"good\"); s.t(\"bad-one\"); s.t(&[\"prefix-\", x].concat()); }\n#[cfg(test)]\nmod tests { s.t(\"nonsense\") }\n",
            ),
        ];
        assert_eq!(asked(&tree), ["crates/x/src/a.rs:2: no words for `bad-one`"]);
    }
}
