//! Compares Fluent files with the keys that sources raise. Shared by the tests of the crates that
//! have words; each takes it in by its path.
#![allow(dead_code, unreachable_pub, reason = "each crate that takes it in uses a part of it")]

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What one message says of itself.
#[derive(Debug, Default)]
pub struct Message {
    /// Variables that choose a plural.
    pub chosen_by: BTreeMap<String, BTreeSet<String>>,
    /// Variables that are printed.
    pub printed: BTreeSet<String>,
    /// All its letters.
    pub text: String,
}

/// A key that a source raises, with its arguments: name, and whether it is a number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Raised {
    pub key: String,
    pub args: BTreeSet<(String, bool)>,
}

/// The messages of a file; a line that cannot be read fails the test.
pub fn read(text: &str) -> BTreeMap<String, Message> {
    let resource = match fluent_syntax::parser::parse(text) {
        Ok(resource) => resource,
        Err((_, errors)) => panic!("a Fluent file cannot be read: {errors:?}"),
    };
    let mut out = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(m) = entry else { continue };
        let mut message = Message::default();
        if let Some(pattern) = &m.value {
            walk(pattern, &mut message);
        }
        assert!(out.insert(m.id.name.to_owned(), message).is_none(), "`{}` stands twice", m.id.name);
    }
    out
}

fn walk(pattern: &Pattern<&str>, out: &mut Message) {
    for element in &pattern.elements {
        match element {
            // What stands in backticks is typed as it stands, in every language.
            PatternElement::TextElement { value } => out.text.extend(value.split('`').step_by(2)),
            PatternElement::Placeable { expression } => expression_in(expression, out),
        }
    }
}

fn expression_in(expression: &Expression<&str>, out: &mut Message) {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            out.printed.insert(id.name.to_owned());
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => expression_in(expression, out),
        Expression::Inline(other) => panic!("only variables and plurals are used here, not {other:?}"),
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else { panic!("a plural is chosen by a variable, not {selector:?}") };
            let keys = out.chosen_by.entry(id.name.to_owned()).or_default();
            for variant in variants {
                if let VariantKey::Identifier { name } = &variant.key {
                    keys.insert((*name).to_owned());
                }
            }
            for variant in variants {
                walk(&variant.value, out);
            }
        }
    }
}

/// What is wrong between the language files themselves: keys that one lacks, variables that differ,
/// letters of another language, plural forms that are missing.
pub fn uneven(words: &[(&str, &str)]) -> Vec<String> {
    let files: BTreeMap<&str, BTreeMap<String, Message>> = words.iter().map(|(tag, text)| (*tag, read(text))).collect();
    let mut wrong = Vec::new();
    assert_eq!(files.keys().copied().collect::<Vec<_>>(), ["ar", "en", "he"]);
    let keys: BTreeSet<&String> = files.values().flat_map(BTreeMap::keys).collect();
    for key in keys {
        let of = |tag: &str| files[tag].get(key);
        let (Some(ar), Some(en), Some(he)) = (of("ar"), of("en"), of("he")) else {
            let lacking: Vec<_> = files.iter().filter(|(_, f)| !f.contains_key(key)).map(|(tag, _)| *tag).collect();
            wrong.push(format!("`{key}` is missing in {}", lacking.join(", ")));
            continue;
        };
        for (tag, other) in [("ar", ar), ("he", he)] {
            if other.printed != en.printed {
                wrong.push(format!("`{key}` prints other variables in {tag} than in en"));
            }
        }
        let arabic = |c: char| ('\u{0600}'..='\u{06FF}').contains(&c);
        let hebrew = |c: char| ('\u{0590}'..='\u{05FF}').contains(&c);
        let latin = |c: char| c.is_ascii_alphabetic();
        for (tag, message, own, strange) in [
            ("ar", ar, &arabic as &dyn Fn(char) -> bool, [&hebrew as &dyn Fn(char) -> bool, &latin]),
            ("en", en, &latin, [&arabic, &hebrew]),
            ("he", he, &hebrew, [&arabic, &latin]),
        ] {
            if !message.text.chars().any(own) {
                wrong.push(format!("`{key}` says nothing in {tag}"));
            }
            if message.text.chars().any(|c| strange.iter().any(|s| s(c))) {
                wrong.push(format!("`{key}` has letters of another language in {tag}"));
            }
        }
        for (tag, message, forms) in [
            ("ar", ar, &["zero", "one", "two", "few", "many", "other"][..]),
            ("en", en, &["one", "other"]),
            ("he", he, &["one", "two", "other"]),
        ] {
            for (var, keys) in &message.chosen_by {
                if !forms.iter().all(|f| keys.contains(*f)) {
                    wrong.push(format!("`{key}` lacks plural forms of ${var} in {tag}"));
                }
            }
        }
    }
    wrong
}

/// What is wrong between raised keys and their words: no words, or words that print what is not given.
pub fn unsaid(raised: &BTreeSet<Raised>, words: &[&[(&str, &str)]]) -> Vec<String> {
    let mut wrong = Vec::new();
    for tag in ["ar", "en", "he"] {
        let mut all = BTreeMap::new();
        for (_, text) in words.iter().flat_map(|w| w.iter()).filter(|(t, _)| *t == tag) {
            all.extend(read(text));
        }
        for r in raised {
            let Some(message) = all.get(&r.key) else {
                wrong.push(format!("`{}` has no words in {tag}", r.key));
                continue;
            };
            for var in &message.printed {
                let given = r.args.iter().any(|(name, number)| if *number { *var == format!("{name}_d") } else { var == name });
                if !given {
                    wrong.push(format!("`{}` prints ${var} in {tag}, which the code does not give", r.key));
                }
            }
            for var in message.chosen_by.keys() {
                if !r.args.contains(&(var.clone(), true)) {
                    wrong.push(format!("`{}` chooses a plural by ${var} in {tag}, which is no number of the code's", r.key));
                }
            }
        }
    }
    wrong
}

/// Keys of a file that nothing raises.
pub fn idle(words: &[(&str, &str)], raised: &BTreeSet<Raised>) -> Vec<String> {
    let known: BTreeSet<&String> = raised.iter().map(|r| &r.key).collect();
    read(words[0].1).into_keys().filter(|key| !known.contains(key)).collect()
}

/// A key without arguments.
pub fn plain(key: impl Into<String>) -> Raised {
    Raised { key: key.into(), args: BTreeSet::new() }
}

/// All sources under a folder, with their tests cut off.
pub fn sources(folder: &Path) -> Vec<String> {
    let mut out = Vec::new();
    let mut entries: Vec<_> = std::fs::read_dir(folder).expect("the sources are there").map(|e| e.expect("readable").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            out.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).expect("readable");
            out.push(text.split("#[cfg(test)]").next().unwrap_or_default().to_owned());
        }
    }
    out
}

/// Every `Phrase::new("…")` of the sources with its arguments, and every key given as an argument.
pub fn phrases(sources: &[String]) -> BTreeSet<Raised> {
    let mut out = BTreeSet::new();
    for source in sources {
        for (at, _) in source.match_indices("Phrase::new(\"") {
            let mut rest = &source[at + "Phrase::new(\"".len()..];
            let Some((key, after)) = rest.split_once('"') else { continue };
            rest = after.trim_start().strip_prefix(')').unwrap_or(after);
            let mut args = BTreeSet::new();
            loop {
                rest = rest.trim_start();
                let Some((call, inner)) = ["name", "number", "entry", "moment", "key"]
                    .iter()
                    .find_map(|c| Some((*c, rest.strip_prefix('.')?.strip_prefix(c)?.strip_prefix('(')?)))
                else {
                    break;
                };
                let mut parts = inner.splitn(3, '"');
                let name = parts.nth(1).unwrap_or_default();
                args.insert((name.to_owned(), matches!(call, "number" | "entry")));
                let mut depth = 1_usize;
                let end = inner.char_indices().find(|(_, c)| {
                    match c {
                        '(' => depth += 1,
                        ')' => depth -= 1,
                        _ => {}
                    }
                    depth == 0
                });
                let Some((end, _)) = end else { break };
                if call == "key"
                    && let Some(value) = inner[..end].splitn(3, '"').nth(2)
                    && let Some(given) = value.split('"').nth(1)
                {
                    out.insert(plain(given));
                }
                rest = &inner[end + 1..];
            }
            out.insert(Raised { key: key.to_owned(), args });
        }
    }
    out
}

/// Every key of every `ladder!` of the sources.
pub fn ladders(sources: &[String]) -> BTreeSet<Raised> {
    let mut out = BTreeSet::new();
    for source in sources {
        for (at, _) in source.match_indices("ladder! {\n") {
            let body = &source[at..];
            let body = &body[..body.find("\n}").unwrap_or(body.len())];
            let head = body.lines().map(str::trim).find(|l| l.ends_with('{') && l.contains(", \""));
            let Some(prefix) = head.and_then(|l| l.split('"').nth(1)) else { continue };
            for line in body.lines().map(str::trim).filter(|l| l.contains(" = \"")) {
                out.insert(plain([prefix, "-", line.split('"').nth(1).unwrap_or_default()].concat()));
            }
        }
    }
    out
}
