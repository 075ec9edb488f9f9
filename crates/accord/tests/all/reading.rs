//! The language as its specification gives it.

use accord::parse;

/// The example of the language's specification: one sentence of every form.
const FORMS: &str = include_str!("data/forms.accord");

#[test]
fn the_specifications_example_is_read_whole() {
    let parsed = parse(FORMS);
    let told: Vec<String> =
        parsed.findings.iter().map(|f| format!("{}:{} {} {:?}", f.spans[0].line, f.spans[0].column, f.check, f.message.args)).collect();
    assert!(told.is_empty(), "{told:#?}");
    assert_eq!(parsed.tree.print(), FORMS);
}

#[test]
fn formatting_the_example_keeps_every_word_and_is_done_once() {
    let once = accord::format(&parse(FORMS).tree);
    assert!(accord::same_words(FORMS, &once));
    let twice = accord::format(&parse(&once).tree);
    assert_eq!(once, twice);
    assert!(parse(&once).findings.is_empty());
}

/// A text around one sentence.
fn with(sentence: &str) -> String {
    let head = "AGREEMENT \"t\"\nParties.\n  Hamas is a party.\n  Israel is a party.\nEvents.\n  Event \"acceptance\" is reported by Hamas.\n  1.1 Hamas shall stop the fire, within 2 hours of acceptance.\n";
    [head, sentence, "\n"].concat()
}

fn told(text: &str) -> Vec<(String, String)> {
    parse(text)
        .findings
        .iter()
        .map(|f| {
            let near = f.message.args.iter().find(|a| a.0 == "near" || a.0 == "nearest" || a.0 == "what");
            (f.check.to_owned(), format!("{:?}", near.map(|n| &n.1)))
        })
        .collect()
}

#[test]
fn what_cannot_be_read_is_told_with_the_nearest_form_or_name() {
    let cases: [(&str, &str, &str); 12] = [
        ("1.2 Hamas shall rest, sometimes.", "no-form", "accord-form-duty"),
        ("1.2 Clause 1.1 prevails on the whole.", "no-form", "accord-form-prevails"),
        ("Phase 2 begins tomorrow.", "no-form", "accord-form-phase"),
        ("1.2 Hamas shall rest, for 4 days after the rain.", "undeclared-name", "the rain"),
        ("1.2 Hamas shall rest, when acceptence.", "undeclared-name", "acceptence"),
        ("1.2 Hamaz shall rest.", "undeclared-name", "Hamaz"),
        ("1.1 Hamas shall rest.", "duplicate-number", "1.1"),
        ("1.2 Hamas shall rest, within 2 days before acceptance.", "bare-within", "within 2 days before"),
        ("1.2 Hamas shall rest, [A: when 1.1 is done.", "dangling-bracket", "["),
        ("1.2 Hamas shall rest, [A with 1.1 B: when 1.1 is done | B: nothing].", "dangling-bracket", "1.1 B"),
        ("1.2 Hamas shall rest 4 days from acceptance.", "no-form", "accord-form-duty"),
        ("1.2 Hamas shall rest, when 9.9 is done.", "undeclared-name", "9.9"),
    ];
    for (sentence, check, what) in cases {
        let told = told(&with(sentence));
        assert!(told.iter().any(|(c, w)| c == check && w.contains(what)), "{sentence}: {told:?}");
        assert_eq!(told.len(), 1, "{sentence}: {told:?}");
    }
}

#[test]
fn a_near_name_is_suggested() {
    let p = parse(&with("1.2 Hamaz shall rest."));
    assert!(p.findings[0].message.args.iter().any(|(k, v)| k == "near" && format!("{v:?}").contains("Hamas")));
}

#[test]
fn a_negotiated_sentence_stays_the_text_and_its_reading_stands_beside_it() {
    let p = parse(&with("1.2 \"Hamas will see to it that calm returns\". Read as: Hamas shall rest, within 2 days of acceptance."));
    assert!(p.findings.is_empty(), "{:?}", p.findings);
    assert_eq!(p.tree.clauses().len(), 2);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 300, ..Default::default() })]

    /// Whatever is typed prints back to its bytes and is formatted once.
    #[test]
    fn any_text_prints_back(words in proptest::collection::vec(proptest::sample::select(vec![
        "1.1", "1.2", "Hamas", "shall", "when", "is", "done", ".", ",", "[", "]", "|", "A", ":", "within", "72", "hours", "of", "acceptance", "\"x\"", "\"open",
        "-- c\n", "\n", "Phase", "from", "open", "Read", "as", "AGREEMENT", "List", "has", "persons", "يجب", "أن", "שלום", "\u{202E}", "each", "clause", ";", "/", "5", "2020-02-30", "10:99", "٣",
    ]), 0..40), glue in proptest::sample::select(vec!["", " ", "  "])) {
        let text = words.join(glue);
        let tree = parse(&text).tree;
        proptest::prop_assert_eq!(tree.print(), text.clone());
        let once = accord::format(&tree);
        proptest::prop_assert_eq!(accord::format(&parse(&once).tree), once);
    }
}

/// Formatting put the English heading on a line of its own, and the second reading took the text for English.
#[test]
fn a_heading_in_another_language_further_down_does_not_change_how_a_text_is_read() {
    for text in ["يجب. AGREEMENT \"x\"", "يجب.\n-- c\nAGREEMENT \"x\"\n"] {
        let once = accord::format(&parse(text).tree);
        assert_eq!(accord::format(&parse(&once).tree), once);
    }
    let told = parse("-- what the sides signed\nاتفاق \"طرفان\"\nالأطراف.\n  حماس طرف.\n").findings;
    assert!(told.is_empty(), "a comment in English is no heading: {told:?}");
}

#[test]
fn a_keyword_or_a_number_is_no_name() {
    for line in ["List two has 2 persons.", "Until is a party.", "5 is a party."] {
        let p = parse(&with(line));
        assert_eq!(p.findings.len(), 1, "{line}");
        assert_eq!(p.findings[0].check, "no-form", "{line}");
    }
    assert!(parse(&with("\"Until\" is a body.")).findings.is_empty());
}

#[test]
fn a_long_line_of_nonsense_is_told_sentence_by_sentence() {
    let text = "AGREEMENT \"x\" ".to_owned() + &"this is no sentence of any form at all . ".repeat(6_000);
    let p = parse(&text);
    assert!(p.findings.len() == 6_000);
    let last = p.findings.last().unwrap().spans[0];
    assert_eq!(last.line, 1);
    assert_eq!(text[..last.start].chars().count() + 1, last.column);
}

#[test]
fn many_brackets_in_one_clause_are_read_within_the_budget() {
    let groups: String = (0..40).map(|k| format!(", [A: within {k} days of acceptance | B: nothing]")).collect();
    let p = parse(&with(&format!("1.2 Hamas shall rest{groups}.")));
    assert!(p.findings.is_empty());
}
