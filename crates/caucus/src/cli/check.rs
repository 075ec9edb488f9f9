//! `caucus check`: what an agreement leaves out, contradicts or cannot keep, finding by finding.

use super::failure::{Exit, Failure};
use super::print::{LangArg, fault, several, text};
use super::{Format, Out};
use accord::{CHECKS, Choices, Finding, Options, Parsed, Report, Severity, Tree};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The most bytes of an agreement. The longest peace agreement known has under two million letters.
const MOST: u64 = 8 << 20;

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The agreement.
    file: PathBuf,
    /// Which letter of a bracket is taken; may be given again.
    #[arg(long, value_name = "CLAUSE=LETTER", value_delimiter = ',')]
    choose: Vec<String>,
    /// More letters.
    #[arg(hide = true, value_name = "CLAUSE=LETTER")]
    more: Vec<String>,
    /// Run this check only; may be given again.
    #[arg(long, value_name = "CHECK", value_delimiter = ',')]
    only: Vec<String>,
    /// Also measure the text against a profile.
    #[arg(long, value_parser = ["ceasefire"])]
    profile: Option<String>,
    /// A stored source, for quoted words to be compared with; may be given again.
    #[arg(long, value_name = "LETTER=FILE")]
    source: Vec<String>,
    /// The same agreement in another language, to be compared with; may be given again.
    #[arg(long, value_name = "FILE")]
    translation: Vec<PathBuf>,
    #[command(flatten)]
    lang: LangArg,
    /// How the result is printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Reads an agreement.
pub(super) fn agreement(path: &Path) -> Result<Parsed, Failure> {
    let text = text(path, MOST)?;
    let parsed = accord::parse(&text);
    // A heading that is there and wrong is a finding; only a text without any is no agreement.
    let begun = || text.lines().any(|l| l.split_whitespace().next() == Some("AGREEMENT"));
    if parsed.tree.has_heading() || begun() {
        return Ok(parsed);
    }
    Err(fault(path, None, "no AGREEMENT line", "begin the file with `AGREEMENT \"its title\"`"))
}

/// Reads which letters are taken, and that the text has them.
pub(super) fn choices<'a>(tree: &Tree, given: impl Iterator<Item = &'a String>) -> Result<Choices, Failure> {
    let mut taken = Choices::default();
    for one in given {
        taken.take(one).map_err(|e| Failure::input(e, ""))?;
    }
    let groups = tree.brackets();
    for (id, letter) in &taken.0 {
        let shown = |all: &[(String, Vec<String>)]| {
            let each = all.iter().map(|(id, letters)| format!("{id} ({})", letters.join(" | ")));
            if all.is_empty() {
                "the text has no brackets".to_owned()
            } else {
                format!("the text has: {}", each.collect::<Vec<_>>().join(", "))
            }
        };
        if !groups.iter().any(|g| g.0 == *id && g.1.contains(letter)) {
            return Err(Failure::input(format!("`{id}={letter}`: there is no such bracket"), &shown(&groups)));
        }
    }
    Ok(taken)
}

/// The name of a check that is nearly this one.
pub(super) fn nearest_check(name: &str) -> Option<&'static str> {
    let shared = |c: &str| c.split('-').filter(|w| name.split('-').any(|x| x == *w)).count();
    CHECKS.iter().map(|c| (shared(c.name), c.name)).filter(|c| c.0 > 0).max_by_key(|c| c.0).map(|c| c.1)
}

/// The failure for a name that no check has.
pub(super) fn no_check(name: &str) -> Failure {
    let hint = nearest_check(name).map_or_else(String::new, |n| format!("perhaps `{n}`; "));
    Failure::input(format!("there is no check `{name}`"), &format!("{hint}`caucus explain` lists them"))
}

/// The finding that `CHECK` or `CHECK:CLAUSE` names: the first of several.
pub(super) fn one(parsed: &Parsed, choices: &Choices, name: &str) -> Result<Finding, Failure> {
    let (check, clause) = name.split_once(':').map_or((name, None), |(c, n)| (c, Some(n)));
    if !CHECKS.iter().any(|c| c.name == check) {
        return Err(no_check(check));
    }
    let options = Options { choose: choices.clone(), only: vec![check.to_owned()], ..Options::default() };
    let found = accord::check(parsed, &options).findings;
    found
        .into_iter()
        .find(|f| clause.is_none_or(|n| f.clauses.iter().any(|c| c == n)))
        .ok_or_else(|| Failure::input(format!("`{name}` is not found in this text"), "`caucus check` lists what is found"))
}

pub(crate) fn run(args: &Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    if let Some(name) = args.only.iter().find(|n| !CHECKS.iter().any(|c| c.name == n.as_str())) {
        return Err(no_check(name));
    }
    let parsed = agreement(&args.file)?;
    let mut sources = BTreeMap::new();
    for one in &args.source {
        let (letter, file) = one.split_once('=').ok_or_else(|| {
            Failure::input(format!("`--source {one}`: no `=` in it"), "write the source's letter and its file, for example A=report.txt")
        })?;
        sources.insert(letter.to_owned(), text(Path::new(file), MOST)?);
    }
    let options = Options {
        choose: choices(&parsed.tree, args.choose.iter().chain(&args.more))?,
        only: args.only.clone(),
        profile: args.profile.clone(),
        sources,
    };
    let mut report = accord::check(&parsed, &options);
    if args.only.is_empty() || args.only.iter().any(|n| n == "translations-differ") {
        for path in &args.translation {
            report.findings.extend(accord::translations(&parsed, &agreement(path)?));
        }
    }
    let file = args.file.display().to_string();
    match args.format {
        Format::Json => out.json(&as_json(&report, &file, args.lang)),
        Format::Text => as_text(&report, &file, args.lang, out),
    }
    let stops = report.findings.iter().any(|f| f.severity == Severity::Stop);
    Ok(if stops { Exit::DoesNotHold } else { Exit::Done })
}

fn as_json(report: &Report, file: &str, lang: LangArg) -> Value {
    let a = &report.agreement;
    let undecided: Vec<Value> = report.undecided.iter().map(|u| json!({"check": u.check, "choices": u.choices, "of": u.of})).collect();
    let clash: Vec<Value> = report.choices.clash.iter().map(|(set, check)| json!({"brackets": set, "check": check})).collect();
    json!({
        "agreement": {"title": a.title, "clauses": a.clauses, "open": a.open, "vague": a.vague, "brackets": a.brackets, "not_read": a.not_read},
        "findings": report.findings.iter().map(|f| finding_json(f, file, lang)).collect::<Vec<_>>(),
        "undecided": undecided,
        "assumed": report.assumed.iter().map(|p| lang.words(p)).collect::<Vec<_>>(),
        "choices": {"stand": report.choices.stand, "clash": clash, "of": report.choices.of},
    })
}

fn finding_json(f: &Finding, file: &str, lang: LangArg) -> Value {
    let all = |phrases: &[terms::phrase::Phrase]| phrases.iter().map(|p| lang.words(p)).collect::<Vec<_>>();
    let spans: Vec<Value> = f.spans.iter().map(|s| json!({"file": file, "line": s.line, "column": s.column, "length": s.length})).collect();
    json!({
        "check": f.check,
        "severity": f.severity.word(),
        "title": lang.words(&f.title),
        "clauses": f.clauses,
        "spans": spans,
        "brackets": f.brackets,
        "message": lang.words(&f.message),
        "story": all(&f.story),
        "ways_out": all(&f.ways_out),
    })
}

fn as_text(report: &Report, file: &str, lang: LangArg, out: &mut Out<'_>) {
    let a = &report.agreement;
    let n = |n: usize, one: &str| several(&n.to_string(), one);
    out.result(&format!(
        "{}: {}, {} open, {} vague, {}, {} not read",
        a.title,
        n(a.clauses, "clause"),
        a.open,
        a.vague,
        n(a.brackets, "bracket"),
        a.not_read
    ));
    for f in &report.findings {
        let at = f.spans.first().map_or_else(String::new, |s| format!(":{}:{}", s.line, s.column));
        out.result("");
        out.result(&format!("{file}{at}: {} {}: {}", f.severity.word(), f.check, lang.words(&f.title)));
        out.result(&format!("  {}", lang.words(&f.message)));
        if !f.brackets.is_empty() {
            out.result(&format!("  under {}", f.brackets.join(", ")));
        }
        for (n, step) in f.story.iter().enumerate() {
            out.result(&format!("  {}. {}", n + 1, lang.words(step)));
        }
        for way in &f.ways_out {
            out.result(&format!("  - {}", lang.words(way)));
        }
    }
    let view = &report.choices;
    if view.of > 1 {
        out.result("");
        for (set, check) in &view.clash {
            out.result(&format!("brackets that clash: {} ({check})", set.join(", ")));
        }
        out.result(&format!("{} of {} complete choices of the brackets stand", view.stand.len(), view.of));
    }
    for p in &report.assumed {
        out.say(&lang.words(p));
    }
    for u in &report.undecided {
        out.say(&format!("{}: not decided for {} of {} bracket choices.", u.check, u.choices, u.of));
    }
    let of = |s: Severity| report.findings.iter().filter(|f| f.severity == s).count();
    out.say(&format!("{} to stop for, {} to be warned of, {} to note.", of(Severity::Stop), of(Severity::Warn), of(Severity::Note)));
}
