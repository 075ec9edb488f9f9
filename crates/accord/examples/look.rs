//! Prints the findings of an Accord file in English: `cargo run -p accord --example look FILE`, or
//! the rule book with `--rules`, the time of each check with `--each`; `--long CLAUSES BRACKETS` in
//! place of a file takes a text of the generator.
//! For people who work on the checks; the command line proper is `caucus check`.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "an example measures and prints; the library does neither")]

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use terms::phrase::{Arg, Phrase};

fn main() {
    if std::env::args().any(|a| a == "--rules") {
        print!("{}", accord::rule_book());
        return;
    }
    let mut bundle = FluentBundle::new(vec![]);
    bundle.set_use_isolating(false);
    for (tag, words) in accord::WORDS {
        if *tag == "en"
            && let Ok(r) = FluentResource::try_new((*words).to_owned())
        {
            let _ = bundle.add_resource(r);
        }
    }
    let each = std::env::args().any(|a| a == "--each");
    let args: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize| args.get(k).and_then(|n| n.parse().ok()).unwrap_or(0);
    let long = args.iter().position(|a| a == "--long").map(|k| accord::sample::agreement(number(k + 1), number(k + 2)));
    let files = args.iter().filter_map(|f| Some((f.clone(), std::fs::read_to_string(f).ok()?)));
    for (file, text) in files.chain(long.map(|text| ("a text of the generator".to_owned(), text))) {
        let parsed = accord::parse(&text);
        if each {
            for c in accord::CHECKS {
                let start = std::time::Instant::now();
                let _ = accord::check(&parsed, &accord::Options { only: vec![c.name.to_owned()], ..Default::default() });
                println!("{:>8.2} ms {}", start.elapsed().as_secs_f64() * 1000.0, c.name);
            }
        }
        let _ = accord::check(&parsed, &accord::Options::default());
        let start = std::time::Instant::now();
        let parsed = accord::parse(&text);
        let report = accord::check(&parsed, &accord::Options::default());
        let took = start.elapsed();
        for f in &report.findings {
            let place = f.spans.first().map(|s| format!("{}:{}", s.line, s.column)).unwrap_or_default();
            println!("{place} {} {} {:?} {:?}: {}", f.severity.word(), f.check, f.clauses, f.brackets, say(&bundle, &f.message));
            for s in &f.story {
                println!("      . {}", say(&bundle, s));
            }
        }
        println!("{} findings, {:?}, {:?}", report.findings.len(), report.agreement, report.undecided);
        println!("{file}: {} ms", took.as_secs_f64() * 1000.0);
    }
}

fn say(bundle: &FluentBundle<FluentResource>, p: &Phrase) -> String {
    let mut args = FluentArgs::new();
    for (k, v) in &p.args {
        match v {
            Arg::Name(t) => args.set(k.clone(), t.clone()),
            Arg::Number(n) => {
                args.set(k.clone(), *n);
                args.set([k.as_str(), "_d"].concat(), n.to_string());
            }
            Arg::Key(key) => args.set(k.clone(), say(bundle, &Phrase::new(key))),
            Arg::Moment(m) => args.set(k.clone(), m.0.to_string()),
        }
    }
    let Some(pattern) = bundle.get_message(&p.key).and_then(|m| m.value()) else { return p.key.clone() };
    bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
}
