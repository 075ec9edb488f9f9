//! The handbook's page and the cases: every example is read, and says what stands beside it.

use accord::{Options, check, parse};
use std::path::Path;

/// Fenced blocks of a page: their tag and their text.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    for line in page.lines() {
        if let Some(tag) = line.strip_prefix("```") {
            if !inside {
                out.push((tag.trim().to_owned(), String::new()));
            }
            inside = !inside;
        } else if inside && let Some(last) = out.last_mut() {
            last.1.push_str(line);
            last.1.push('\n');
        }
    }
    out
}

fn page(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::read_to_string(root.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn run(name: &str, text: &str, head: &str) -> usize {
    let mut last: Option<accord::Report> = None;
    let mut count = 0;
    for (tag, body) in blocks(text) {
        match tag.as_str() {
            "accord" => {
                let whole = ["AGREEMENT", "اتفاق", "הסכם"].iter().any(|w| body.starts_with(w));
                let full = if whole { body.clone() } else { [head, &body].concat() };
                let parsed = parse(&full);
                let told: Vec<_> = parsed.findings.iter().map(|f| (f.check, &f.clauses, &f.message.args)).collect();
                assert!(told.is_empty(), "{name}: not read: {told:?}");
                last = Some(check(&parsed, &Options::default()));
                count += 1;
            }
            "says" => {
                let report = last.as_ref().expect("a text before what it says");
                for line in body.lines() {
                    let (line, letters) = line.split_once(" [").map_or((line, None), |(a, b)| (a, Some(b.trim_end_matches(']'))));
                    let words: Vec<&str> = line.split_whitespace().collect();
                    if words[0] == "nothing" {
                        assert!(
                            report.findings.is_empty(),
                            "{name}: {:?}",
                            report.findings.iter().map(|f| (f.check, &f.clauses)).collect::<Vec<_>>()
                        );
                        continue;
                    }
                    if words[0] == "not" {
                        assert!(!report.findings.iter().any(|f| f.check == words[1]), "{name}: {line}");
                        continue;
                    }
                    let hit =
                        report.findings.iter().find(|f| f.check == words[0] && words[1..].iter().all(|w| f.clauses.iter().any(|c| c == w)));
                    let hit = hit.unwrap_or_else(|| {
                        panic!("{name}: {line}: {:?}", report.findings.iter().map(|f| (f.check, &f.clauses)).collect::<Vec<_>>())
                    });
                    if let Some(l) = letters {
                        assert_eq!(hit.brackets.join(", "), l, "{name}: {line}");
                    }
                }
            }
            "network" => {
                assert!(accord::network::check(&accord::network::read_text(&body).unwrap()).controllable);
                count += 1;
            }
            _ => {}
        }
    }
    count
}

#[test]
fn every_example_of_the_handbook_is_read_and_checked() {
    let text = page("handbook/accord.md");
    let head = blocks(&text).into_iter().find(|b| b.0 == "accord").unwrap().1;
    assert!(run("handbook/accord.md", &text, &head) >= 8);
}

#[test]
fn every_case_says_what_it_should() {
    let handbook = page("handbook/accord.md");
    let head = blocks(&handbook).into_iter().find(|b| b.0 == "accord").unwrap().1;
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/accord");
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .unwrap()
        .map(|f| f.unwrap().file_name().into_string().unwrap())
        .filter(|n| n.ends_with(".md") && n != "README.md")
        .collect();
    names.sort();
    assert!(names.len() >= 3);
    for n in names {
        assert!(run(&n, &page(&["cases/accord/", &n].concat()), &head) > 0);
    }
}

/// The handbook's list of checks is the checks' own; after a change, `look --rules` prints it anew.
#[test]
fn the_rule_book_is_made_from_the_checks() {
    let text = page("handbook/accord.md");
    let (_, book) = text.split_once("<!-- rule book -->\n").expect("the place of the rule book");
    assert_eq!(book, accord::rule_book());
}
