//! Every sentence and word that the desk raises can be printed in every language, and no file holds
//! anything else.

use crate::fluent::{self, Raised, plain};
use record::Fault;
use std::collections::BTreeSet;
use std::path::Path;
use terms::id::EntryNo;
use terms::phrase::Arg;

/// Words that a view gives by their code, with the source that must name each of them.
const CODES: &[(&str, &str, &[&str])] = &[
    ("due", "view/today.rs", &["permission-expires", "permission-begins", "opening", "session", "step"]),
    ("offer", "uses/offers.rs", &["live", "leaving", "withheld", "over"]),
];

fn src() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn file(name: &str) -> String {
    std::fs::read_to_string(src().join(name)).expect("the source is there")
}

/// Each fault of the record, as its phrase.
fn faults() -> Vec<Raised> {
    let s = String::new;
    let all = [
        Fault::Full { place: s() },
        Fault::Torn { place: s(), what: s() },
        Fault::Altered { room: s(), n: Some(EntryNo(1)), what: s() },
        Fault::Altered { room: s(), n: None, what: s() },
        Fault::Locked { place: s() },
        Fault::KeyReused { n: EntryNo(1) },
        Fault::NotThere { what: s() },
        Fault::Exists { what: s() },
        Fault::WrongKey { place: s() },
        Fault::Layout { place: s(), what: s() },
        Fault::Refused { what: s() },
        Fault::Disk { place: s(), what: s() },
    ];
    all.iter()
        .map(|f| {
            let phrase = f.phrase();
            let args = phrase.args.into_iter().map(|(name, arg)| (name, matches!(arg, Arg::Number(_)))).collect();
            Raised { key: phrase.key, args }
        })
        .collect()
}

/// The kinds of entries, from the one function that names them.
fn kinds() -> BTreeSet<Raised> {
    let of = |name: &str| {
        let source = file(name);
        source.split("pub fn kind(&self)").nth(1).and_then(|b| b.split("\n    }\n").next()).unwrap_or_default().to_owned()
    };
    let body = [of("codec.rs"), of("exchanged.rs")].concat();
    let kinds: BTreeSet<Raised> =
        body.lines().filter_map(|l| l.split("=> \"").nth(1)?.split('"').next()).map(|k| plain(desk::uses::kind_key(k))).collect();
    assert!(kinds.len() > 40, "every kind is found: {}", kinds.len());
    kinds
}

/// Where a message stands, from the variants of `Stage`.
fn stages() -> BTreeSet<Raised> {
    use desk::view::shuttle::Stage::{ChangedAfter, Conveyed, Held, InPreparation, MayCross, New, Recalled, WaitsForLeave};
    let all = [New, Held, InPreparation, WaitsForLeave, MayCross, Conveyed, Recalled, ChangedAfter];
    let source = file("view/shuttle.rs");
    let declared = source.split("pub enum Stage {").nth(1).and_then(|b| b.split("\n}").next()).unwrap_or_default();
    assert_eq!(declared.lines().filter(|l| l.ends_with(',')).count(), all.len());
    all.iter()
        .map(|s| {
            let code = serde_json::to_value(s).expect("a stage has a word");
            plain(["stage-", code.as_str().unwrap_or_default()].concat())
        })
        .collect()
}

#[test]
fn every_sentence_and_word_of_the_desk_is_said_in_every_language() {
    let sources = fluent::sources(&src());
    let mut raised = fluent::phrases(&sources);
    assert!(raised.len() > 50, "the sources are scanned: {}", raised.len());
    raised.extend(fluent::ladders(&sources));
    raised.extend(faults());
    raised.extend(kinds());
    raised.extend(stages());
    for (prefix, name, codes) in CODES {
        let source = file(name);
        for code in *codes {
            assert!(source.contains(&format!("\"{code}\"")), "{name} names {code}");
            raised.insert(plain([*prefix, "-", code].concat()));
        }
    }
    assert_eq!(fluent::uneven(desk::WORDS), Vec::<String>::new());
    assert_eq!(fluent::unsaid(&raised, &[desk::WORDS, exchange::WORDS, talks::WORDS, terms::WORDS]), Vec::<String>::new());
    assert_eq!(fluent::idle(desk::WORDS, &raised), Vec::<String>::new());
}

#[test]
fn no_key_stands_in_two_files() {
    let mut seen = BTreeSet::new();
    for words in [terms::WORDS, talks::WORDS, desk::WORDS] {
        for key in fluent::read(words[0].1).into_keys() {
            assert!(seen.insert(key.clone()), "`{key}` stands in two files");
        }
    }
}
