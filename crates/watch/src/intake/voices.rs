//! Tests of mentions and statements together: what a reader of the review screen would see.

use super::reading::{ActorType, Mode, Reading, Said};
use super::testing::reading;
use proptest::prelude::*;

/// Speaker, those who carried it, and the words, statement by statement.
fn said(text: &str) -> Vec<(String, Vec<String>, String)> {
    let r = reading(text);
    r.statements
        .iter()
        .map(|s| (name(&r, s.speaker), s.reported_by.iter().map(|a| name(&r, Some(*a))).collect(), words(&r, &s.content_spans)))
        .collect()
}

fn name(r: &Reading, id: Option<super::reading::ActorId>) -> String {
    id.and_then(|id| r.actors.iter().find(|a| a.id == id)).map(|a| a.name.clone()).unwrap_or_default()
}

fn words(r: &Reading, spans: &[terms::span::Span]) -> String {
    spans.iter().map(|s| s.cut(&r.text)).collect::<Vec<_>>().join(" | ")
}

fn one(text: &str, speaker: &str, carried: &[&str], content: &str) {
    let carried: Vec<String> = carried.iter().map(|c| (*c).to_owned()).collect();
    assert!(said(text).contains(&(speaker.to_owned(), carried, content.to_owned())), "{text}\n{:?}", said(text));
}

#[test]
fn the_attribution_may_stand_before_behind_and_between() {
    one("Foreign Minister Mirela Vasko said the road was open.", "Mirela Vasko", &[], "the road was open");
    one("The road was open, Foreign Minister Mirela Vasko said on Friday.", "Mirela Vasko", &[], "The road was open");
    one("“The road is open,” said Mirela Vasko, the foreign minister. “Use it.”", "Mirela Vasko", &[], "The road is open, | Use it.");
    one("According to the Meren Council, ten people died.", "Meren Council", &[], "ten people died");
    one("Ten people died, according to the Meren Council.", "Meren Council", &[], "Ten people died");
}

#[test]
fn an_apposition_does_not_take_the_words_from_its_name() {
    one(
        "Idris Ruhan, the movement’s chief negotiator, told reporters that the talks were over.",
        "Idris Ruhan",
        &[],
        "the talks were over",
    );
    one("The chair of the Council, Leila Tarkan, denied that shots had been fired.", "Leila Tarkan", &[], "shots had been fired");
}

#[test]
fn an_outlet_that_was_told_carries_the_words() {
    one("Yael Perun told Bayan TV that she would stay.", "Yael Perun", &["Bayan TV"], "she would stay");
    one("Bayan TV, citing hospital staff, says nine people died.", "hospital staff", &["Bayan TV"], "nine people died");
}

#[test]
fn what_a_speaker_says_of_another_speaker_is_passed_on_by_the_first() {
    one("Mirela Vasko said that Idris Ruhan had told her that the guns were gone.", "Idris Ruhan", &["Mirela Vasko"], "the guns were gone");
}

#[test]
fn a_pronoun_is_the_speaker_before_and_weaker() {
    let r = reading("Mirela Vasko said the road was open. She added that the bridge was not.");
    let second = &r.statements[1];
    assert_eq!((name(&r, second.speaker), second.grade), ("Mirela Vasko".to_owned(), super::reading::Grade::B));
}

#[test]
fn a_source_without_a_name_is_nobody_else() {
    let r = reading(
        "Petar Dorn, an army official, said the road was open. A senior army official, who asked not to be named, said it was mined.",
    );
    let unnamed: Vec<_> = r.actors.iter().filter(|a| a.kind == ActorType::Unnamed).map(|a| a.name.as_str()).collect();
    assert_eq!(unnamed, ["A senior army official"]);
    assert_eq!(name(&r, r.statements[1].speaker), "A senior army official");
    let r = reading("An aide to the special envoy of Orisia, Fiorella Lunardo, said there were two papers.");
    assert_eq!(r.actors.iter().find(|a| Some(a.id) == r.statements[0].speaker).map(|a| a.kind), Some(ActorType::Unnamed));
}

#[test]
fn another_ones_spokesman_is_not_the_spokesman() {
    let r =
        reading("Dana Oyelaran, a spokesman for the Relief Committee, said the road was shut. The UN chief’s spokesman said it was open.");
    assert_ne!(r.statements[0].speaker, r.statements[1].speaker);
}

#[test]
fn a_text_that_provides_speaks_a_term() {
    let r = reading("The plan provides that all operations cease within 24 hours. It does not say who checks.");
    assert_eq!(r.statements.len(), 1);
    assert_eq!((name(&r, r.statements[0].speaker).as_str(), r.statements[0].kind), ("plan", Said::Term));
    assert_eq!(r.sticking_points.len(), 1);
}

#[test]
fn marks_round_a_name_quote_nobody() {
    let r = reading("Laura Pinedo said Arkadia would move back to the “blue line” in June.");
    assert_eq!((r.statements[0].mode, r.statements[0].quote_spans.len()), (Mode::Indirect, 0));
}

#[test]
fn nouns_that_look_like_verbs_and_refusals_to_speak_are_no_statements() {
    for text in [
        "The government’s claims and its demands filled two pages.",
        "The minister declined to comment.",
        "Mirela Vasko did not say when the road would open.",
        "They accused men waited for hours at the gate.",
        "A reader asks how many live below the dam.",
    ] {
        assert_eq!(said(text), [], "{text}");
    }
}

#[test]
fn joint_speakers_are_one_statement_each() {
    let text = "Qatar and Egypt said the talks would go on.";
    one(text, "Qatar", &[], "the talks would go on");
    one(text, "Egypt", &[], "the talks would go on");
}

#[test]
fn two_verbs_under_one_subject_are_two_statements() {
    let text = "The Joint Commission confirmed receipt of the list and promised to reply by Friday.";
    one(text, "Joint Commission", &[], "receipt of the list");
    one(text, "Joint Commission", &[], "to reply by Friday");
}

#[test]
fn a_short_name_and_an_abbreviation_lead_to_the_long_one() {
    let r = reading("The Karesh Liberation Front (KLF) met on Friday. The KLF said it would stay. The Front added that it had food.");
    assert_eq!(r.actors.len(), 1, "{:?}", r.actors);
    assert_eq!(r.actors[0].mentions.len(), 4);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Words of the lists in any order, with any marks: spans lie in the text, actors exist, and a
    /// second reading is the same.
    #[test]
    fn any_text_is_read_to_the_end(parts in prop::collection::vec(prop::sample::select(vec![
        "said", "Mirela Vasko", "told", "according to", ",", ".", "“", "”", "\"", "'", "that", "the", "KLF", "(", ")", ":", ";", "and", "who", "it",
        "plan", "provides", "citing", "Bayan TV", "as", "saying", "quoted", "was", "is ready to", "under", "a source", "’s", "\n\n", "10", "-", "—",
        "ministry", "of", "Health", "not", "until", "I", "He", "MINISTRY OF HEALTH", "accused", "each", "put", "at", "so", "In", "Monday", "Sister", "\u{202e}",
    ]), 0..60)) {
        let text = parts.join(" ");
        if let Ok(r) = super::read(text.as_bytes(), &super::Options::default()) {
            let length = r.text.chars().count();
            for s in r.spans() {
                prop_assert!(s.start <= s.end && s.end <= length, "{s:?} of {length}: {text}");
            }
            for s in &r.statements {
                for a in s.speaker.iter().chain(&s.reported_by).chain(&s.addressee) {
                    prop_assert!(r.actors.iter().any(|x| x.id == *a), "{a} in {text}");
                }
                prop_assert!(!s.content_spans.is_empty(), "{text}");
            }
            let again = super::read(text.as_bytes(), &super::Options::default()).ok();
            prop_assert_eq!(Some(r), again);
        }
    }

    /// Any characters at all.
    #[test]
    fn any_characters_are_read_to_the_end(text in "\\PC{0,200}") {
        let _ = super::read(text.as_bytes(), &super::Options::default());
    }
}
