//! What an editor is told, in three languages.

use super::*;
use crate::{Choices, Options, check, parse};

const RIVERS: &str = include_str!("../../../../examples/agreements/two-rivers.accord");
const MINSK: &str = include_str!("../../../../examples/agreements/minsk-ii-2015.accord");

#[test]
fn a_clause_is_found_where_it_is_said_and_where_it_is_used() {
    let tree = parse(RIVERS).tree;
    let at = RIVERS.find("when 1.4 is done").unwrap() + 5;
    let o = symbol_at(&tree, at).unwrap();
    assert!(!o.declared);
    let all: Vec<Occurrence> = occurrences(&tree).into_iter().filter(|x| x.symbol == o.symbol).collect();
    assert_eq!(all.iter().filter(|x| x.declared).count(), 1);
    assert_eq!(all.len(), 3, "its own sentence, the condition of 1.1, what the watch verifies");
}

#[test]
fn a_name_that_is_renamed_leaves_a_text_that_says_the_same() {
    let parsed = parse(RIVERS);
    for (from, to) in
        [("Delta Council", "Marsh Council"), ("captives", "detained"), ("acceptance", "consent"), ("mill line", "bridge line")]
    {
        let edits = rename(&parsed.tree, &Symbol::Name(from.to_owned()), to).unwrap();
        let text = apply(RIVERS, &edits);
        assert!(!text.contains(from) || from == "captives", "{from}");
        let after = parse(&text);
        assert_eq!(after.findings, vec![], "{from} to {to}");
        assert_eq!(after.tree.sentences.len(), parsed.tree.sentences.len());
    }
    assert!(rename(&parsed.tree, &Symbol::Name("captives".into()), "prisoners").is_err(), "it would be another list");
    assert!(rename(&parsed.tree, &Symbol::Name("captives".into()), "until").is_err(), "a word of the forms");
    assert!(rename(&parsed.tree, &Symbol::Name("captives".into()), "people held").is_err(), "a list has one word");
}

#[test]
fn hovering_a_clause_says_when_and_who_waits() {
    let tree = parse(RIVERS).tree;
    let mut b = Choices::default();
    b.take("1.1=B").unwrap();
    let h = hover(&tree, &b, RIVERS.find("1.2 Delta").unwrap()).unwrap();
    let head = |k: &str| h.facts.iter().find(|f| f.head == crate::draw::Label::Said(terms::phrase::Phrase::new(k)));
    assert!(head("accord-draw-latest").is_some() && head("accord-draw-slack").is_some());
    assert!(head("accord-draw-waits-for").unwrap().what.contains(&crate::draw::Label::Own("1.1 (Upland Assembly)".into())));
    assert!(head("accord-draw-waited-by").unwrap().what.contains(&crate::draw::Label::Own("1.3 (Upland Assembly)".into())));
}

#[test]
fn a_deadline_from_a_dated_event_shows_its_day() {
    let tree = parse(MINSK).tree;
    let days: Vec<String> = hints(&tree, &Choices::default()).iter().map(|h| h.day.to_string()).collect();
    assert_eq!(days, ["2015-03-01", "2015-03-01", "2015-03-14"], "14 days from 15 February, 30 from 12 February");
}

#[test]
fn every_fix_leaves_a_text_that_can_be_read() {
    let mut fixed = 0;
    for text in [
        RIVERS,
        MINSK,
        include_str!("../../../../examples/agreements/october-2025-framework.accord"),
        include_str!("../../../../examples/agreements/lebanon-2024.accord"),
        include_str!("../../tests/all/data/forms.accord"),
    ] {
        let parsed = parse(text);
        let before = parsed.findings.len();
        for f in &check(&parsed, &Options::default()).findings {
            for fix in fixes(&parsed.tree, f) {
                let after = apply(text, &fix.edits);
                assert_ne!(after, text);
                let read = parse(&after);
                assert!(read.findings.len() <= before, "{} {}: {:?}\n{after}", f.check, fix.what, read.findings);
                fixed += 1;
            }
        }
    }
    assert!(fixed > 60, "{fixed}");
}

#[test]
fn the_fix_for_a_missing_deadline_ends_the_finding() {
    let parsed = parse(RIVERS);
    let report = check(&parsed, &Options::default());
    let circle = report.findings.iter().find(|f| f.check == "nobody-can-go-first").unwrap();
    let fix = fixes(&parsed.tree, circle);
    assert_eq!(fix.len(), 1, "bracket 1.1 A causes it, so B is the way out: {fix:?}");
    let after = parse(&apply(RIVERS, &fix[0].edits));
    assert!(check(&after, &Options::default()).findings.iter().all(|f| f.check != "nobody-can-go-first"));
    assert!(after.tree.print().contains("stop the bombing, before 1.2 begins."));
}

#[test]
fn words_of_the_forms_are_keywords_in_every_language_and_no_word_crosses_a_line() {
    for text in [
        RIVERS,
        "اتفاق \"ت\"\nالأطراف.\n  دلتا طرف.\n  1.1 دلتا يجب أن تفتح الجسر، خلال 3 أيام من القبول.\n",
        "הסכם \"ה\"\nצדדים.\n  דלתא הוא צד.\n  1.1 דלתא מתחייב לפתוח את הגשר, תוך 3 ימים.\n",
    ] {
        let tree = parse(text).tree;
        let all = words(&tree);
        assert!(all.iter().any(|w| w.role == Role::Keyword), "{text}");
        assert!(all.iter().any(|w| w.role == Role::Actor), "{text}");
        assert!(all.iter().all(|w| !text[w.at.clone()].contains('\n')));
        assert!(all.windows(2).all(|w| w[0].at.end <= w[1].at.start));
    }
}

#[test]
fn at_the_beginning_of_a_line_forms_are_offered_with_the_next_number() {
    let text = [RIVERS, "\n"].concat();
    let tree = parse(&text).tree;
    let offers = complete(&tree, text.len());
    let duty = offers.iter().find(|o| o.kind == OfferKind::Form).unwrap();
    assert!(duty.insert.starts_with("5.3 ${1:…} shall ${2:…}"), "{}", duty.insert);
    assert!(offers.iter().any(|o| o.kind == OfferKind::Name && o.insert == "River Red Cross"));
    let within = complete(&tree, RIVERS.find("release captives").unwrap() + 8);
    assert!(within.iter().all(|o| o.kind != OfferKind::Form));
}
