//! Sheets, edits and comparisons of the negotiating text.

use super::compare::{How, Run, compare, mapping, runs};
use super::edit::{drop_clause, insert_after, reword, take};
use super::*;
use proptest::prelude::*;

const FORMS: &str = "AGREEMENT \"Two banks\"\nParties.\n  Delta is a party.\n  Upland is a party.\n\nPhase 1 \"First\" begins on acceptance.\n  1.1 Upland shall open the road, [A: when 1.2 is done | B: nothing].\n  1.2 \"Delta leaves the mill in peace\".\n";
const PROSE: &str = "Paper on the mill\n\nPreamble: the sides met.\n\n1. The mill is left by both [within ten days | on Sunday].\n   Nobody comes back.\n2. The road is open by day.\n";

#[test]
fn clauses_are_found_in_forms_and_in_prose() {
    let forms = Sheet::read(FORMS);
    assert_eq!((forms.title.as_str(), forms.forms, forms.declarations.len()), ("Two banks", true, 2));
    assert_eq!(forms.clauses().map(|c| c.number.as_str()).collect::<Vec<_>>(), ["1.1", "1.2"]);
    assert_eq!(forms.clauses().map(|c| c.read).collect::<Vec<_>>(), [Read::Forms, Read::NotRead]);
    let prose = Sheet::read(PROSE);
    assert_eq!((prose.title.as_str(), prose.forms), ("Paper on the mill", false));
    assert_eq!(prose.clauses().map(|c| c.number.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(
        prose.clause("1").map(Clause::words).as_deref(),
        Some("The mill is left by both [within ten days | on Sunday]. Nobody comes back.")
    );
    assert!(prose.clause("1").is_some_and(Clause::unsettled) && !prose.clause("2").is_some_and(Clause::unsettled));
}

#[test]
fn paragraphs_of_a_letter_without_numbers_are_numbered_by_their_place() {
    let sheet = Sheet::read("First we ask for water.\n\nThen the road is opened,\nand the mill is left.\n");
    assert_eq!(
        sheet.clauses().map(|c| (c.number.as_str(), c.words())).collect::<Vec<_>>(),
        [("1", "First we ask for water.".to_owned()), ("2", "Then the road is opened, and the mill is left.".to_owned())]
    );
}

#[test]
fn arabic_and_hebrew_numbers_number_clauses() {
    let sheet = Sheet::read("المادة ١ يفتح الطريق.\nالمادة ٢ تترك الطاحونة.\n");
    assert_eq!(sheet.clauses().map(|c| c.number.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    let sheet = Sheet::read("סעיף 3: הדרך נפתחת.\n");
    assert_eq!(sheet.clauses().map(|c| c.words()).collect::<Vec<_>>(), ["הדרך נפתחת."]);
}

#[test]
fn a_settled_bracket_leaves_every_other_byte() {
    let b = take(FORMS, "1.1", "B").unwrap();
    assert!(b.contains("  1.1 Upland shall open the road.\n"), "{b}");
    let a = take(FORMS, "1.1", "A").unwrap();
    assert_eq!(a, FORMS.replace("[A: when 1.2 is done | B: nothing]", "when 1.2 is done"));
    assert_eq!(take(FORMS, "1.1", "C"), None);
    assert_eq!(take(FORMS, "9.9", "A"), None);
}

#[test]
fn one_clause_is_changed_added_or_dropped() {
    let new = reword(FORMS, "1.2", "Delta shall leave\nthe mill").unwrap();
    assert_eq!(new, FORMS.replace("\"Delta leaves the mill in peace\".", "Delta shall leave the mill."));
    let more = insert_after(FORMS, "1.1", "1.3", "Both parties shall observe the ceasefire.").unwrap();
    assert_eq!(Sheet::read(&more).clauses().map(|c| c.number.as_str()).collect::<Vec<_>>(), ["1.1", "1.3", "1.2"]);
    assert_eq!(Sheet::read(&drop_clause(FORMS, "1.1").unwrap()).clauses().count(), 1);
}

#[test]
fn our_two_is_their_one_when_a_clause_is_left_out() {
    let theirs = drop_clause(FORMS, "1.1").unwrap().replace("  1.2 ", "  1.1 ");
    let map = mapping(&Sheet::read(FORMS), &Sheet::read(&theirs));
    assert_eq!(map, [Same { ours: "1.2".to_owned(), theirs: "1.1".to_owned() }]);
    let pairs = compare(&Sheet::read(FORMS), &Sheet::read(&theirs));
    assert_eq!(pairs.iter().map(|p| p.how).collect::<Vec<_>>(), [How::Gone, How::Renumbered]);
}

#[test]
fn what_left_and_what_came_are_marked_word_by_word() {
    let words = runs("within 72 hours of acceptance", "within 96 hours of acceptance");
    assert_eq!(
        words,
        [
            Run::Both("within".to_owned()),
            Run::Before("72".to_owned()),
            Run::After("96".to_owned()),
            Run::Both("hours of acceptance".to_owned())
        ]
    );
}

#[test]
fn readings_stand_beside_prose_and_change_no_word_of_it() {
    let sheet = Sheet::read(PROSE);
    let read = with_readings(PROSE, &sheet, &["Delta is a party.".to_owned()], &[("2".to_owned(), "Delta shall open the road".to_owned())]);
    let parsed = accord::parse(&read);
    let again = Sheet::of(&parsed);
    assert_eq!(again.clauses().map(|c| c.read).collect::<Vec<_>>(), [Read::NotRead, Read::Beside]);
    assert!(parsed.findings.is_empty(), "{:?}", parsed.findings);
    assert_eq!(accord::check(&parsed, &accord::Options::default()).agreement.not_read, 1);
    let beside = with_readings(FORMS, &Sheet::read(FORMS), &[], &[("1.2".to_owned(), "Delta shall leave the mill.".to_owned())]);
    assert_eq!(beside, FORMS.replace("in peace\".", "in peace\". Read as: Delta shall leave the mill."));
}

#[test]
fn what_is_our_own_is_seen_before_it_crosses() {
    assert!(!holds_our_own(FORMS) && !holds_our_own(PROSE));
    assert!(holds_our_own(&[FORMS, "-- they will not like this\n"].concat()));
    assert!(holds_our_own(&FORMS.replace("peace\".", "peace\". Read as: Delta shall leave.")));
}

proptest! {
    /// Whatever is pasted: nothing panics, places lie on characters, both sides of a comparison are whole.
    #[test]
    fn any_text_is_read_and_compared(a in "[a-c0-3 .\\[\\]|:\\n\"ا-د]{0,200}", b in "(AGREEMENT \"x\"\n)?[a-c0-3 .\\[\\]|:\\n\"א-ד]{0,200}") {
        let (x, y) = (Sheet::read(&a), Sheet::read(&b));
        for (text, sheet) in [(&a, &x), (&b, &y)] {
            for c in sheet.clauses() {
                prop_assert!(text.get(c.at.clone()).is_some());
                for g in c.brackets() {
                    prop_assert!(text.get(g.at.clone()).is_some_and(|w| w.starts_with('[') && w.ends_with(']')));
                }
            }
        }
        let pairs = compare(&x, &y);
        prop_assert_eq!(pairs.iter().filter(|p| p.before.is_some()).count(), x.clauses().count());
        prop_assert_eq!(pairs.iter().filter(|p| p.after.is_some()).count(), y.clauses().count());
        prop_assert!(compare(&x, &x).iter().all(|p| p.how == How::Same) || x.clauses().count() != x.clauses().map(|c| &c.number).collect::<std::collections::BTreeSet<_>>().len());
        let _ = (for_audience(&a), for_audience(&b), take(&b, "1.1", "a"), reword(&a, "1", "new"), drop_clause(&b, "1.1"));
    }

    /// The words of both versions are all there, in order.
    #[test]
    fn a_comparison_loses_no_word(a in "[a-d ]{0,60}", b in "[a-d ]{0,60}") {
        let words = runs(&a, &b);
        let of = |before: bool| words.iter().filter_map(|r| match r {
            Run::Both(w) => Some(w.as_str()),
            Run::Before(w) => before.then_some(w.as_str()),
            Run::After(w) => (!before).then_some(w.as_str()),
        }).collect::<Vec<_>>().join(" ");
        let squeeze = |t: &str| t.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(of(true), squeeze(&a));
        prop_assert_eq!(of(false), squeeze(&b));
    }
}

/// The circle of two clauses under one letter: its first way out takes another letter, and the circle is gone.
#[test]
fn a_circle_under_one_letter_is_cured_by_taking_another() {
    let text = "AGREEMENT \"Two banks\"\nParties.\n  Delta is a party.\n  Upland is a party.\nEvents.\n  Event \"acceptance\" is reported by Delta.\n\nPhase 1 \"First\" begins on acceptance.\n  1.1 Upland shall open the road, [A: when 1.2 is done | B: within 3 days of acceptance].\n  1.2 Delta shall leave the mill, when 1.1 is done.\n";
    let circle = |text: &str| {
        let report = accord::check(&accord::parse(text), &accord::Options::default());
        report.findings.into_iter().find(|f| f.check == "nobody-can-go-first")
    };
    let found = circle(text).expect("the circle");
    let ways = super::ways::ways(&accord::parse(text).tree, &Sheet::read(text), &found);
    let first = ways[0].edit.clone().expect("a change");
    assert_eq!(first, super::ways::Edit::Take("1.1".to_owned(), "B".to_owned()));
    let cured = first.done(text).expect("a text");
    assert_eq!(circle(&cured), None);
    for way in ways.iter().filter_map(|w| w.edit.as_ref()) {
        let new = way.done(text).expect("a text");
        assert!(accord::parse(&new).findings.is_empty(), "{way:?}");
    }
}

/// What the screen applies to a clause and what an editor applies to the bytes of the file come to one text.
#[test]
fn screen_and_editor_offer_the_same_ways_out() {
    let text = "AGREEMENT \"Two banks\"\nParties.\n  Delta is a party.\n  Upland is a party.\nDefinitions.\n  Place Mill.\nEvents.\n  Event \"acceptance\" is reported by Delta.\n\n  1.1 Upland shall open the road, [A: when 1.2 is done | B: within 3 days of acceptance].\n  1.2 Delta shall leave Mill, when 1.1 is done.\n  1.3 Delta should clear \"the ford\". -- as asked for\n  1.4 Upland may guard Mill.\n";
    let parsed = accord::parse(text);
    let report = accord::check(&parsed, &accord::Options::default());
    let squeezed = |t: &str| t.lines().map(terms::script::squeezed).filter(|l| !l.is_empty()).collect::<Vec<_>>();
    let mut kinds = std::collections::BTreeSet::new();
    for finding in &report.findings {
        let fixes = accord::editor::fixes(&parsed.tree, finding);
        let ways: Vec<_> = super::ways::ways(&parsed.tree, &Sheet::read(text), finding).into_iter().filter_map(|w| w.edit).collect();
        assert_eq!(ways.len(), fixes.len(), "{}: {fixes:?}", finding.check);
        for (fix, way) in fixes.iter().zip(&ways) {
            let by_bytes = accord::editor::apply(text, &fix.edits);
            let by_clause = way.done(text).expect("a text");
            assert_eq!(squeezed(&by_clause), squeezed(&by_bytes), "{way:?}");
            kinds.insert(format!("{way:?}").split('(').next().unwrap_or("").to_owned());
        }
    }
    for kind in ["Define", "Insert", "Reword", "Take"] {
        assert!(kinds.contains(kind), "{kind}: {kinds:?}");
    }
}
