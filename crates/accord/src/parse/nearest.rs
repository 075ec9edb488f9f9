//! The form that a sentence which fits none is nearest to, by the words the two share.

use super::pieces::Piece;

/// Form, words that are its own, and how many of the text's words it must share; `true` for numbered ones.
const FORMS: &[(&str, bool, &[&str])] = &[
    ("duty", true, &["shall", "may", "not", "within", "when"]),
    ("ratio", true, &["for", "each", "released"]),
    ("stages", true, &["clause", "done", "stages", "batches"]),
    ("verifies", true, &["verifies", "certifies", "report"]),
    ("reports", true, &["reports"]),
    ("guarantee", true, &["guarantees", "guarantee", "breached"]),
    ("cure", true, &["if", "breached", "cured", "otherwise"]),
    ("if-not", true, &["if", "done", "deadline", "not"]),
    ("suspend", true, &["may", "suspend", "suspended", "while", "breached"]),
    ("prevails", true, &["clause", "prevails", "over"]),
    ("extend", true, &["clause", "extended", "extendable", "agreement"]),
    ("cover", true, &["from", "until", "secures", "administers", "supplies", "monitors"]),
    ("approval", true, &["needs", "approval", "answer", "counts"]),
    ("qualifies", true, &["person", "qualifies", "judged"]),
    ("not-apply", true, &["clause", "apply", "does", "not"]),
    ("continues", true, &["clause", "continues", "while", "talks"]),
    ("aim", true, &["aim", "sought"]),
    ("force", true, &["agreement", "enters", "force"]),
    ("ends", true, &["agreement", "ends", "survives"]),
    ("role", false, &["is", "party", "mediator", "guarantor", "verifier", "intermediary", "body", "a", "an"]),
    ("source", false, &["is"]),
    ("clock", false, &["clock", "is", "days", "counted", "counting", "day"]),
    ("means", false, &["means"]),
    ("line", false, &["line", "is", "geometry", "where"]),
    ("annex", false, &["annex", "part", "kept", "published"]),
    ("list", false, &["list", "has", "persons", "whom", "held", "named", "part"]),
    ("event", false, &["event", "reported", "confirmed", "after", "when", "on"]),
    ("takes", false, &["takes", "control", "hours", "locating"]),
    ("reacts", false, &["needs", "need", "react", "hours"]),
    ("talks", false, &["talks", "between", "convened", "begin", "end"]),
    ("phase", false, &["phase", "begins", "lasts", "ends", "failing"]),
    ("group", false, &["group"]),
    ("numbered", false, &["shall", "verifies", "guarantees", "prevails", "enters"]),
];

/// The nearest form's name.
pub(crate) fn form(pieces: &[Piece], numbered: bool) -> &'static str {
    let words: Vec<&str> = pieces.iter().map(|p| p.low.as_str()).collect();
    let mut best = (0usize, if numbered { "duty" } else { "role" });
    for (name, is_numbered, own) in FORMS {
        if *is_numbered != numbered {
            continue;
        }
        let shared = own.iter().filter(|w| words.contains(w)).count();
        // A form named by the sentence's first word weighs more than shared small words.
        let first =
            usize::from(words.first().is_some_and(|w| own.first() == Some(w))) + usize::from(*name == "duty" && words.contains(&"shall"));
        let score = shared * 2 + first * 3;
        if score > best.0 {
            best = (score, name);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::FORMS;

    #[test]
    fn every_form_has_words() {
        for (tag, words) in crate::WORDS {
            for name in FORMS.iter().map(|f| f.0).chain(["full-stop", "bracket"]) {
                assert!(words.contains(&format!("accord-form-{name} = ")), "{tag}: {name}");
            }
        }
    }
}
