//! Laws of folding and of spans.

use proptest::prelude::*;
use terms::script::{digit, fold, is_invisible};
use terms::span::{Span, tidy};

/// Texts in which folding has something to do: letters of the three scripts, marks, digits,
/// invisible characters, and anything else.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-zA-ZéÉßİıǅﬁΣς]{1,4}",
        3 => "[\u{0621}-\u{064A}\u{064B}-\u{0655}\u{0670}\u{0671}\u{06A9}\u{06CC}\u{FB50}-\u{FBB0}\u{FE80}-\u{FEFC}]{1,4}",
        3 => "[\u{0591}-\u{05C7}\u{05D0}-\u{05EA}\u{05F3}\u{05F4}\u{FB1D}-\u{FB4F}]{1,4}",
        2 => "[0-9\u{0660}-\u{0669}\u{06F0}-\u{06F9}²①]{1,3}",
        2 => "[\u{061C}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FEFF}\u{0640}\u{0007}]{1,3}",
        1 => "[ \n\t'’]{1,2}",
        1 => "\\PC{1,3}",
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|p| p.concat())
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    proptest::collection::vec((0_usize..24, 0_usize..8).prop_map(|(start, n)| Span { start, end: start + n }), 0..8)
}

/// Which code points a list of spans covers.
fn covered(spans: &[Span]) -> Vec<bool> {
    (0..40).map(|i| spans.iter().any(|s| s.start <= i && i < s.end)).collect()
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing_more(text in text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn direction_marks_vanish_and_do_not_split_a_word(text in text(), mark in "[\u{061C}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]", at in 0_usize..40) {
        prop_assert!(!fold(&text).chars().any(is_invisible));
        let at = text.char_indices().map(|(i, _)| i).chain([text.len()]).nth(at).unwrap_or(text.len());
        // A mark inside a word never stops it from being found.
        let (before, after) = text.split_at(at);
        prop_assert_eq!(fold(&[before, &mark, after].concat()), fold(&[before, after].concat()));
    }

    #[test]
    fn folded_digits_are_ascii(text in text()) {
        prop_assert!(fold(&text).chars().all(|c| digit(c).is_none() || c.is_ascii_digit()));
    }

    #[test]
    fn tidy_spans_cover_the_same_words_in_order_and_apart(spans in spans()) {
        let tidied = tidy(spans.clone());
        prop_assert_eq!(covered(&tidied), covered(&spans));
        prop_assert!(tidied.iter().all(|s| s.start < s.end));
        prop_assert!(tidied.windows(2).all(|w| w[0].end < w[1].start));
        prop_assert_eq!(tidy(tidied.clone()), tidied);
    }

    #[test]
    fn the_order_of_marking_does_not_matter(spans in spans(), turn in 0_usize..8) {
        let mut turned = spans.clone();
        if !turned.is_empty() {
            let by = turn % turned.len();
            turned.rotate_left(by);
        }
        prop_assert_eq!(tidy(turned), tidy(spans));
    }
}
