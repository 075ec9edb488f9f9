//! Word lists: versioned text files, looked up by runs of tokens.
//!
//! A list's first line is `# NAME, version N`; other lines that begin with `#` say why. Each entry is
//! a phrase in lower case and, after tabs, its fields. The longest entry that fits wins.

use super::layer::{Kind, Token};
use super::tokens::norm_of;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// One entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    words: Vec<Box<str>>,
    /// What stands after the tabs.
    pub fields: Vec<&'static str>,
}

impl Entry {
    /// A field, empty where there is none.
    #[must_use]
    pub fn field(&self, i: usize) -> &'static str {
        self.fields.get(i).copied().unwrap_or_default()
    }
}

/// A list.
#[derive(Debug, Clone)]
pub struct List {
    /// What it is called and its version, from the first line.
    pub title: &'static str,
    by_first: BTreeMap<Box<str>, Vec<Entry>>,
}

impl List {
    /// Reads a list.
    #[must_use]
    pub fn read(file: &'static str) -> Self {
        let title = file.lines().next().and_then(|l| l.strip_prefix("# ")).unwrap_or_default();
        let mut by_first: BTreeMap<Box<str>, Vec<Entry>> = BTreeMap::new();
        for line in file.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
            let mut parts = line.split('\t').map(str::trim);
            let words: Vec<Box<str>> = parts.next().unwrap_or_default().split(' ').map(norm_of).collect();
            let Some(first) = words.first().cloned() else { continue };
            by_first.entry(first).or_default().push(Entry { words, fields: parts.collect() });
        }
        for entries in by_first.values_mut() {
            entries.sort_by_key(|e| std::cmp::Reverse(e.words.len()));
        }
        Self { title, by_first }
    }

    /// The longest entry that begins at a token, and how many tokens it takes.
    #[must_use]
    pub fn at(&self, tokens: &[Token], i: usize) -> Option<(usize, &Entry)> {
        let first = tokens.get(i).filter(|t| t.kind != Kind::Quote)?;
        self.by_first
            .get(&*first.norm)?
            .iter()
            .find(|e| e.words.iter().enumerate().all(|(k, w)| tokens.get(i + k).is_some_and(|t| t.is(w))))
            .map(|e| (e.words.len(), e))
    }

    /// The longest entry that ends before a token, and how many tokens it takes.
    #[must_use]
    pub fn before(&self, tokens: &[Token], i: usize) -> Option<(usize, &Entry)> {
        (1..=6usize.min(i)).rev().find_map(|n| self.at(tokens, i - n).filter(|(len, _)| *len == n))
    }

    /// Every entry of exactly this word.
    pub fn every<'a>(&'a self, word: &str) -> impl Iterator<Item = &'a Entry> {
        self.by_first.get(word).into_iter().flatten().filter(|e| e.words.len() == 1)
    }

    /// The entry of exactly this word.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&Entry> {
        self.by_first.get(word)?.iter().find(|e| e.words.len() == 1)
    }
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident $file:literal;)*) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub fn $name() -> &'static List {
                static LIST: OnceLock<List> = OnceLock::new();
                LIST.get_or_init(|| List::read(include_str!(concat!("../../words/", $file))))
            }
        )*

        /// Every list, for the tests and for the page that says which versions read a report.
        #[must_use]
        pub fn all() -> Vec<&'static List> {
            vec![$($name()),*]
        }
    };
}

lists! {
    /// Abbreviations after which a full stop ends no sentence.
    abbreviations "abbreviations.en.txt";
    /// Words that begin a sentence after an abbreviation with full stops.
    starters "starters.en.txt";
    /// Verbs that go on with a sentence after a closed question.
    continuers "continuers.en.txt";
    /// The commonest words of languages of the Latin script.
    common "common.txt";
    /// Number words of English.
    numbers_en "numbers.en.txt";
    /// Number words of Arabic.
    numbers_ar "numbers.ar.txt";
    /// Number words of Hebrew.
    numbers_he "numbers.he.txt";
    /// Words before a number that bound or soften it.
    qualifiers_en "qualifiers.en.txt";
    /// The same in Arabic.
    qualifiers_ar "qualifiers.ar.txt";
    /// The same in Hebrew.
    qualifiers_he "qualifiers.he.txt";
    /// Words after a number that bound or soften it.
    qualifiers_after "qualifiers-after.en.txt";
    /// Words before a number that make it a label.
    labels "labels.en.txt";
    /// Months, weekdays, units of time and relative days of English.
    calendar_en "calendar.en.txt";
    /// The same in Arabic.
    calendar_ar "calendar.ar.txt";
    /// The same in Hebrew.
    calendar_he "calendar.he.txt";
    /// Words that tell the tense of a clause.
    tense "tense.en.txt";
    /// Nouns for persons.
    persons "persons.en.txt";
    /// What happened to what is counted.
    acts "acts.en.txt";
    /// Nouns that are events themselves.
    happenings "happenings.en.txt";
    /// Units of measure.
    units "units.en.txt";
    /// Nouns of a set that a number only tells apart.
    sets "sets.en.txt";
    /// Numbers in set phrases.
    idioms "idioms.en.txt";
    /// Words that end a noun phrase.
    function "function.en.txt";
    /// Words that make a figure a total.
    totals "totals.en.txt";
    /// Words before a figure that make it a part of the one before.
    subsets "subsets.en.txt";
    /// Words for the time that the report itself covers.
    spans "spans.en.txt";
    /// Verbs of saying, after which a time is when it was said.
    speaking "speaking.en.txt";
    /// Verbs by which one passes on another's words: a figure behind one is not the outer speaker's.
    relaying "relaying.en.txt";
    /// Words before a time that make it a deadline.
    deadlines "deadlines.en.txt";
    /// Words that say what stands of a deadline.
    duties "duties.en.txt";
    /// Marks and words of money.
    money "money.txt";
    /// A list without entries, for languages whose rules are not there.
    none "none.txt";
}

/// Number words of a language.
#[must_use]
pub fn numbers(language: &str) -> &'static List {
    match language {
        "en" => numbers_en(),
        "ar" => numbers_ar(),
        "he" => numbers_he(),
        _ => none(),
    }
}

/// Months, weekdays, units of time and relative days of a language.
#[must_use]
pub fn calendar(language: &str) -> &'static List {
    match language {
        "en" => calendar_en(),
        "ar" => calendar_ar(),
        "he" => calendar_he(),
        _ => none(),
    }
}

/// Words before a number that bound or soften it, of a language.
#[must_use]
pub fn qualifiers(language: &str) -> &'static List {
    match language {
        "en" => qualifiers_en(),
        "ar" => qualifiers_ar(),
        "he" => qualifiers_he(),
        _ => none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_a_name_and_a_version() {
        for list in all() {
            let version = list.title.rsplit_once(", version ").map(|(_, v)| v);
            assert!(version.is_some_and(|v| v.bytes().all(|b| b.is_ascii_digit())), "{}", list.title);
        }
    }
}
