//! Prints the findings of an Accord file in English: `cargo run -p accord --example look FILE`, or
//! the rule book with `--rules`, times of seeded networks with
//! `--networks`, the time of each check with `--each`.
//! For people who work on the checks; the command line proper is `caucus check`.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "an example measures and prints; the library does neither")]

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use terms::phrase::{Arg, Phrase};

fn main() {
    if std::env::args().any(|a| a == "--rules") {
        print!("{}", accord::rule_book());
        return;
    }
    if std::env::args().any(|a| a == "--networks") {
        networks();
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
    for file in std::env::args().skip(1) {
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
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

/// Times the network checker on seeded networks, a tenth of the points contingent.
fn networks() {
    for n in [500, 1_000, 2_000, 10_000] {
        for slack in [0, -1] {
            let mut best = f64::MAX;
            let mut yes = false;
            for seed in 0..5 {
                let net = accord::network::sample(n, seed, slack);
                let start = std::time::Instant::now();
                yes = accord::network::controllable(&net);
                best = best.min(start.elapsed().as_secs_f64());
            }
            println!(
                "{n} points, slack {slack}: controllable {yes}, {:.2} ms, {:.0} points a second",
                best * 1000.0,
                f64::from(n as u32) / best
            );
        }
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
