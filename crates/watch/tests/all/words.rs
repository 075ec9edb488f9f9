//! Every key that the crate raises has its words in all three languages, with the arguments it is given.

use crate::fluent::{self, Raised, plain};
use std::collections::BTreeSet;
use std::path::Path;

/// What the sources raise: phrases as they are built, ladders, and the arguments that are added to a
/// phrase after a `match` chose it.
fn raised() -> BTreeSet<Raised> {
    let sources = fluent::sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let mut out = fluent::phrases(&sources);
    out.extend(fluent::ladders(&sources));
    let later: &[(&str, &[&str])] = &[
        ("watch-figure-", &["amount", "counted", "kind"]),
        ("watch-apart-", &["source"]),
        ("watch-rise", &["from", "to"]),
        ("watch-rise-range", &["first", "second"]),
    ];
    out.into_iter()
        .map(|mut r| {
            for (key, args) in later {
                if r.key.starts_with(key) {
                    r.args.extend(args.iter().map(|a| ((*a).to_owned(), false)));
                }
            }
            r
        })
        // Hints, units and what a reading remarks are raised by their keys alone.
        .chain(
            sources
                .iter()
                .flat_map(|s| s.split('"'))
                .filter(|w| {
                    w.starts_with("watch-unit-") || w.starts_with("watch-intake-") || w.starts_with("watch-series-") && w.ends_with("-hint")
                })
                .map(plain),
        )
        .collect()
}

#[test]
fn the_languages_say_the_same_things() {
    assert_eq!(fluent::uneven(watch::WORDS), Vec::<String>::new());
}

#[test]
fn every_key_has_words_and_no_words_stand_idle() {
    let raised = raised();
    assert!(raised.len() > 40, "only {} keys found", raised.len());
    assert_eq!(fluent::unsaid(&raised, &[watch::WORDS]), Vec::<String>::new());
    assert_eq!(fluent::idle(watch::WORDS, &raised), Vec::<String>::new());
}
