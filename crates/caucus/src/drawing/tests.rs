//! What a drawing must be in every language: well formed, mirrored, measured, said.

use super::*;
use accord::draw::{Kind, picture};
use accord::{Choices, parse};
use terms::language::Language;

const EXAMPLES: &[(&str, &str)] = &[
    ("two-rivers", include_str!("../../../../examples/agreements/two-rivers.accord")),
    ("october", include_str!("../../../../examples/agreements/october-2025-framework.accord")),
    ("steps", include_str!("../../../../examples/agreements/gaza-october-2025-steps.accord")),
    ("minsk", include_str!("../../../../examples/agreements/minsk-ii-2015.accord")),
    ("dayton", include_str!("../../../../examples/agreements/dayton-1995-annex-1a.accord")),
    ("lebanon", include_str!("../../../../examples/agreements/lebanon-2024.accord")),
    ("colombia", include_str!("../../../../examples/agreements/colombia-2016.accord")),
];

fn draw(text: &str, kind: Kind, lang: Language) -> String {
    let picture = picture(&parse(text).tree, &Choices::default(), kind);
    svg(&picture, Look { speak: crate::words::speak(lang), id: "d1" })
}

/// Every x of a kind of element, as written.
fn numbers(svg: &str, name: &str) -> Vec<f64> {
    svg.split(&[" ", name, "=\""].concat()).skip(1).filter_map(|t| t.split('"').next()?.parse().ok()).collect()
}

#[test]
fn every_example_is_well_formed_in_every_language() {
    for (name, text) in EXAMPLES {
        for kind in Kind::ALL {
            for lang in Language::ALL {
                let svg = draw(text, kind, lang);
                let doc = roxmltree::Document::parse(&svg).unwrap_or_else(|e| panic!("{name} {} {}: {e}", kind.word(), lang.tag()));
                let root = doc.root_element();
                assert_eq!(root.attribute("role"), Some("img"));
                assert!(
                    root.children()
                        .any(|c| c.has_tag_name(("http://www.w3.org/2000/svg", "title")) && c.text().is_some_and(|t| !t.is_empty()))
                );
                assert!(
                    root.children()
                        .any(|c| c.has_tag_name(("http://www.w3.org/2000/svg", "desc")) && c.text().is_some_and(|t| !t.is_empty()))
                );
                assert!(!svg.contains("accord-"), "{name} {} {}: a key without words", kind.word(), lang.tag());
                assert!(!svg.contains("<style"), "a page's policy would refuse a style");
                assert!(!svg.contains("NaN") && !svg.contains("inf"));
            }
        }
    }
}

#[test]
fn arabic_and_hebrew_are_the_mirror_of_english() {
    let (_, text) = EXAMPLES[0];
    for kind in Kind::ALL {
        let (en, he) = (draw(text, kind, Language::En), draw(text, kind, Language::He));
        let width = numbers(&en, "width")[0];
        assert_eq!(width, numbers(&he, "width")[0], "{}", kind.word());
        let (mut a, mut b): (Vec<f64>, Vec<f64>) = (numbers(&en, "x1"), numbers(&he, "x1").into_iter().map(|x| width - x).collect());
        a.sort_by(f64::total_cmp);
        b.sort_by(f64::total_cmp);
        assert_eq!(a.len(), b.len());
        // Where a line ends may hang on how long a word is; where it begins does not.
        assert!(a.iter().zip(&b).all(|(x, y)| (x - y).abs() < 0.02), "{}", kind.word());
        assert!(he.contains("direction=\"rtl\"") && en.contains("direction=\"ltr\""));
    }
}

#[test]
fn nothing_lies_outside_the_sheet() {
    for (name, text) in EXAMPLES {
        for kind in Kind::ALL {
            for lang in [Language::En, Language::Ar] {
                let svg = draw(text, kind, lang);
                let (w, h) = (numbers(&svg, "width")[0], numbers(&svg, "height")[0]);
                for (attr, most) in [("x", w), ("x1", w), ("x2", w), ("cx", w), ("y", h), ("y1", h), ("y2", h), ("cy", h)] {
                    for v in numbers(&svg, attr) {
                        assert!((-0.5..=most + 0.5).contains(&v), "{name} {} {}: {attr}={v} of {most}", kind.word(), lang.tag());
                    }
                }
            }
        }
    }
}

#[test]
fn a_word_too_long_for_its_place_is_cut_and_its_whole_is_kept_as_a_title() {
    let long = "Upland shall withdraw its forces from every hill that lies between the two rivers and from the roads between them and their bridges";
    let text = format!("AGREEMENT \"T\"\nParties.\n  Upland is a party.\n  Delta is a party.\n  1.1 {long}.\n");
    let svg = draw(&text, Kind::Timeline, Language::En);
    assert!(svg.contains('…'));
    assert!(svg.contains("and from the roads between them and their bridges</title>"));
}

#[test]
fn markup_in_a_text_stays_words() {
    let text =
        "AGREEMENT \"T\"\nParties.\n  Upland is a party.\n  Delta is a party.\n  1.1 Upland shall open \"<script>alert(1)</script>\".\n";
    for kind in Kind::ALL {
        assert!(!draw(text, kind, Language::En).contains("<script"));
    }
}

#[test]
fn the_table_says_what_the_drawing_says() {
    let picture = picture(&parse(EXAMPLES[0].1).tree, &Choices::default(), Kind::Order);
    let (head, rows) = table(&picture, crate::words::speak(Language::En));
    assert_eq!(head.len(), 5);
    let first = rows.iter().find(|r| r[0].contains("1.1")).unwrap();
    assert!(first[3].contains("1.4"), "{first:?}");
    assert!(!first[4].is_empty(), "it waits in a circle: {first:?}");
}

#[test]
fn a_file_of_its_own_has_ink_for_light_and_dark() {
    let picture = picture(&parse(EXAMPLES[0].1).tree, &Choices::default(), Kind::Cover);
    let file = file(&picture, Look { speak: crate::words::speak(Language::En), id: "d1" });
    assert!(file.contains("color-scheme:light dark"));
}
