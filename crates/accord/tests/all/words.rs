//! Every key that the crate raises has words in three languages, and no word stands idle.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use std::collections::BTreeSet;

/// The keys that the sources raise, found in the sources themselves.
fn raised() -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for c in accord::CHECKS {
        out.insert(format!("accord-{}-title", c.name));
        out.insert(format!("accord-{}", c.name));
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for dir in ["check", "draw", "editor", "parse", "model", ""] {
        files.extend(
            std::fs::read_dir(root.join(dir)).unwrap().map(|f| f.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "rs")),
        );
    }
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let check = code.split("info(\n        \"").nth(1).and_then(|t| t.split('"').next());
        let after = |marker: &str| code.split(marker).skip(1).filter_map(|t| t.split('"').next()).map(str::to_owned).collect::<Vec<_>>();
        for w in after(".way(\"").into_iter().chain(after(".way_named(\"")) {
            out.insert(format!("accord-way-{w}"));
        }
        for w in after(".story(\"") {
            out.insert(format!("accord-story-{w}"));
        }
        for w in after("lacks.push(\"") {
            out.insert(format!("accord-story-lacks-{w}"));
        }
        if let Some(name) = check {
            for v in after(".variant(\"") {
                out.insert(format!("accord-{name}-{v}"));
            }
        }
        // Headings of drawings stand in lists.
        if file.parent().is_some_and(|d| d.ends_with("draw") || d.ends_with("editor")) {
            out.extend(after("\"accord-").into_iter().filter(|w| !w.is_empty() && !w.ends_with('-')).map(|w| format!("accord-{w}")));
        }
        for w in after("(\"accord-") {
            if !w.is_empty() && !w.ends_with('-') {
                out.insert(format!("accord-{w}"));
            }
        }
    }
    out.insert("accord-source-mismatch-quote".into());
    for w in ["no-form", "undeclared-name", "duplicate-number", "bare-within", "dangling-bracket"] {
        out.insert(format!("accord-{w}-way"));
    }
    out.insert("accord-undeclared-name-near".into());
    out
}

fn keys(text: &str) -> BTreeSet<String> {
    text.lines().filter_map(|l| l.split_once(" = ")).map(|(k, _)| k.to_owned()).filter(|k| !k.starts_with('#')).collect()
}

#[test]
fn every_key_has_words_in_three_languages() {
    let raised = raised();
    let mut all = Vec::new();
    for (tag, text) in accord::WORDS {
        let have = keys(text);
        let missing: Vec<&String> = raised.iter().filter(|k| !have.contains(*k)).collect();
        assert!(missing.is_empty(), "{tag}: {missing:?}");
        assert!(FluentResource::try_new((*text).to_owned()).is_ok(), "{tag} does not parse");
        all.push(have);
    }
    assert_eq!(all[0], all[1]);
    assert_eq!(all[1], all[2]);
    // Forms and differences are composed; everything else must be raised somewhere.
    let idle: Vec<&String> = all[0]
        .iter()
        .filter(|k| {
            !raised.contains(*k) && !k.starts_with("accord-form-") && !k.starts_with("accord-differ-") && !k.starts_with("accord-life-")
        })
        .collect();
    assert!(idle.is_empty(), "{idle:?}");
}

/// A phrase in English, as the door would print it.
fn print(bundle: &FluentBundle<FluentResource>, p: &terms::phrase::Phrase) -> String {
    use terms::phrase::Arg;
    let mut args = FluentArgs::new();
    for (k, v) in &p.args {
        match v {
            Arg::Name(t) => args.set(k.clone(), t.clone()),
            Arg::Number(n) => {
                args.set(k.clone(), *n);
                args.set(format!("{k}_d"), n.to_string());
            }
            Arg::Key(key) => args.set(k.clone(), print(bundle, &terms::phrase::Phrase::new(key))),
            Arg::Moment(m) => args.set(k.clone(), m.0.to_string()),
        }
    }
    let pattern = bundle.get_message(&p.key).and_then(|m| m.value()).unwrap_or_else(|| panic!("no words for {}", p.key));
    let mut errors = Vec::new();
    let out = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    assert!(errors.is_empty(), "{}: {errors:?} with {:?}", p.key, p.args);
    out
}

/// Every finding of the specification's example can be said in every language, with every argument that its words use.
#[test]
fn findings_can_be_said() {
    let text = include_str!("data/forms.accord");
    let report = accord::check(&accord::parse(text), &accord::Options::default());
    assert!(report.findings.len() > 20);
    for (tag, words) in accord::WORDS {
        let mut bundle = FluentBundle::new(vec![tag.parse().unwrap()]);
        bundle.set_use_isolating(false);
        bundle.add_resource(FluentResource::try_new((*words).to_owned()).unwrap_or_else(|(r, _)| r)).unwrap();
        for f in &report.findings {
            for p in [&f.title, &f.message].into_iter().chain(&f.story).chain(&f.ways_out) {
                assert!(!print(&bundle, p).is_empty());
            }
        }
    }
}
