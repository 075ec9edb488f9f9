//! The words that mentions and statements are read by: classes of words, and verbs in all their forms.
//!
//! The lists name lemmas; the forms are made here by the rules of English spelling. A word may be of
//! several classes (a noun and a verb): the stages decide by what stands beside it.

use super::lists::List;
use super::reading::{ActorType, Force, Said};
use super::tokens::norm_of;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Classes of words, as bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Class(pub(super) u32);

macro_rules! classes {
    ($($name:ident = $bit:literal, $word:literal;)*) => {
        impl Class {
            $(pub(super) const $name: Class = Class(1 << $bit);)*

            fn named(word: &str) -> Option<Class> {
                match word {
                    $($word => Some(Class::$name),)*
                    _ => None,
                }
            }
        }
    };
}

classes! {
    DETERMINER = 0, "determiner";
    PREPOSITION = 1, "preposition";
    SUBORDINATOR = 2, "subordinator";
    CONJUNCTION = 3, "conjunction";
    AUXILIARY = 4, "auxiliary";
    PRONOUN = 5, "pronoun";
    RELATIVE = 6, "relative";
    ADVERB = 7, "adverb";
    STARTER = 8, "starter";
    ROLE = 9, "office";
    SPEAKS = 10, "speaks";
    UNNAMED = 11, "head";
    BODY = 12, "body";
    DOCUMENT = 13, "strong";
    OUTLET = 14, "common";
    OUTLET_HEAD = 15, "outlet head";
    PLACE = 16, "place";
    TITLE = 17, "title";
    STATE = 18, "state";
    DEMONYM = 19, "demonym";
    CALENDAR = 20, "calendar";
    NOBODY = 21, "nobody";
    SPEECH_NOUN = 22, "speech";
    NEGATION = 23, "negation";
    WEAK_DOCUMENT = 24, "weak";
    NUMERAL = 25, "numeral";
    VENUE_NOUN = 26, "venue";
}

impl Class {
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it has any of the other's bits.
    pub(super) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The shape of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    Base,
    Present,
    Going,
    Past,
    Participle,
}

/// What may follow a verb.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Frames {
    pub(super) that: bool,
    pub(super) to: bool,
    pub(super) np: bool,
    pub(super) who: bool,
    pub(super) ask: bool,
    pub(super) judged: bool,
    pub(super) cite: bool,
    pub(super) put: bool,
    pub(super) quote: bool,
    pub(super) only_quote: bool,
}

/// A verb of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Verb {
    pub(super) lemma: &'static str,
    pub(super) force: Force,
    pub(super) kind: Said,
    pub(super) frames: Frames,
    /// The prepositions that open the content.
    pub(super) openers: Vec<&'static str>,
}

/// One form of a verb: the words after its first, its shape, its place in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FormOf {
    pub(super) rest: Vec<Box<str>>,
    pub(super) shape: Shape,
    pub(super) verb: usize,
}

/// A list of verbs.
#[derive(Debug, Clone, Default)]
pub(super) struct Verbs {
    pub(super) verbs: Vec<Verb>,
    forms: BTreeMap<Box<str>, Vec<FormOf>>,
}

impl Verbs {
    fn read(file: &'static str, provides: bool) -> Self {
        let mut out = Self::default();
        for line in rows(file) {
            let mut fields = line.split('\t').map(str::trim);
            let lemma = fields.next().unwrap_or_default();
            let (force, kind) = if provides {
                (Force::Say, Said::Term)
            } else {
                (force_of(fields.next().unwrap_or_default()), kind_of(fields.next().unwrap_or_default()))
            };
            let (mut frames, mut openers) = (Frames::default(), Vec::new());
            for word in fields.next().unwrap_or_default().split(' ') {
                match word {
                    "that" => frames.that = true,
                    "to" => frames.to = true,
                    "np" => frames.np = true,
                    "who" => frames.who = true,
                    "ask" => frames.ask = true,
                    "as" => frames.judged = true,
                    "cite" => frames.cite = true,
                    "put" => frames.put = true,
                    "quote" => frames.quote = true,
                    "only-quote" => (frames.quote, frames.only_quote) = (true, true),
                    "" => {}
                    opener => openers.push(opener),
                }
            }
            let past = fields.next().filter(|p| !p.is_empty());
            let participle = fields.next().filter(|p| !p.is_empty());
            let verb = out.verbs.len();
            out.verbs.push(Verb { lemma, force, kind, frames, openers });
            for (form, shape) in forms_of(lemma, past, participle) {
                let mut words = form.split(' ').map(norm_of);
                let Some(first) = words.next() else { continue };
                let entries = out.forms.entry(first).or_default();
                let new = FormOf { rest: words.collect(), shape, verb };
                if !entries.contains(&new) {
                    entries.push(new);
                }
            }
        }
        for entries in out.forms.values_mut() {
            entries.sort_by_key(|e| (std::cmp::Reverse(e.rest.len()), e.shape, e.verb));
        }
        out
    }

    /// The forms that begin with a word, longest first.
    pub(super) fn forms(&self, norm: &str) -> &[FormOf] {
        self.forms.get(norm).map_or(&[], Vec::as_slice)
    }
}

fn rows(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty())
}

pub(super) fn force_of(word: &str) -> Force {
    match word {
        "demand" => Force::Demand,
        "offer" => Force::Offer,
        "threaten" => Force::Threaten,
        "deny" => Force::Deny,
        "promise" => Force::Promise,
        "report" => Force::Report,
        _ => Force::Say,
    }
}

fn kind_of(word: &str) -> Said {
    if word == "position" { Said::Position } else { Said::Speech }
}

/// The forms of a verb with its particle; regular where no past is given.
fn forms_of(lemma: &str, past: Option<&str>, participle: Option<&str>) -> Vec<(String, Shape)> {
    let (head, rest) = lemma.split_once(' ').map_or((lemma, String::new()), |(h, r)| (h, format!(" {r}")));
    let with = |form: String| format!("{form}{rest}");
    let regular = regular_past(head);
    let mut out = vec![
        (with(head.to_owned()), Shape::Base),
        (with(third_person(head)), Shape::Present),
        (with(going(head)), Shape::Going),
        (past.map_or_else(|| with(regular.clone()), str::to_owned), Shape::Past),
        (participle.map_or_else(|| with(regular), str::to_owned), Shape::Participle),
    ];
    // "labelled" and "labeled" are both written.
    if past.is_none() && head.ends_with('l') && doubles(head) {
        out.push((with(format!("{head}ed")), Shape::Past));
        out.push((with(format!("{head}ing")), Shape::Going));
    }
    out
}

fn ends_consonant_y(word: &str) -> bool {
    word.ends_with('y') && !word.ends_with("ay") && !word.ends_with("ey") && !word.ends_with("oy") && !word.ends_with("uy")
}

/// Whether the last consonant is doubled before an ending: listed, since stress decides it.
fn doubles(word: &str) -> bool {
    matches!(
        word,
        "admit"
            | "commit"
            | "permit"
            | "refer"
            | "quip"
            | "log"
            | "dub"
            | "slam"
            | "plan"
            | "beg"
            | "put"
            | "set"
            | "cut"
            | "shut"
            | "label"
            | "signal"
            | "bar"
            | "ban"
            | "bid"
            | "hit"
            | "rebut"
            | "tap"
    )
}

fn third_person(word: &str) -> String {
    if ends_consonant_y(word) {
        return format!("{}ies", &word[..word.len() - 1]);
    }
    let hissing = ["s", "x", "z", "ch", "sh", "o"].iter().any(|e| word.ends_with(e));
    if hissing { format!("{word}es") } else { format!("{word}s") }
}

fn going(word: &str) -> String {
    if word.ends_with('e') && !word.ends_with("ee") {
        return format!("{}ing", &word[..word.len() - 1]);
    }
    match word.chars().next_back() {
        Some(last) if doubles(word) => format!("{word}{last}ing"),
        _ => format!("{word}ing"),
    }
}

fn regular_past(word: &str) -> String {
    if word.ends_with('e') {
        return format!("{word}d");
    }
    if ends_consonant_y(word) {
        return format!("{}ied", &word[..word.len() - 1]);
    }
    match word.chars().next_back() {
        Some(last) if doubles(word) => format!("{word}{last}ed"),
        _ => format!("{word}ed"),
    }
}

/// A name that is known beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: &'static str,
    pub(super) kind: ActorType,
}

/// Everything together.
#[derive(Debug)]
pub(super) struct Vocabulary {
    classes: BTreeMap<Box<str>, Class>,
    pub(super) verbs: Verbs,
    pub(super) provides: Verbs,
    /// From a word made of a state's name to the state's name.
    pub(super) demonyms: BTreeMap<Box<str>, &'static str>,
    /// From a known name, its words in lower case joined by spaces, to what it is.
    pub(super) names: BTreeMap<Box<str>, Named>,
    /// How many words the longest known name has.
    pub(super) longest_name: usize,
    pub(super) roles: List,
    pub(super) nouns: List,
    pub(super) bodies: List,
    pub(super) positions: List,
    pub(super) lookalikes: BTreeMap<&'static str, Vec<&'static str>>,
}

macro_rules! file {
    ($name:literal) => {
        include_str!(concat!("../../words/", $name, ".en.txt"))
    };
}

impl Vocabulary {
    /// The vocabulary, read once.
    pub(super) fn get() -> &'static Self {
        static READ: OnceLock<Vocabulary> = OnceLock::new();
        READ.get_or_init(Self::read)
    }

    /// The classes of a word in lower case.
    pub(super) fn class(&self, norm: &str) -> Class {
        match self.classes.get(norm) {
            Some(class) => *class,
            None if norm.len() > 4 && norm.ends_with("ly") => Class::ADVERB,
            // "twenty-six".
            None if norm.split_once('-').is_some_and(|(tens, _)| tens.ends_with("ty") && self.class(tens).any(Class::NUMERAL)) => {
                Class::NUMERAL
            }
            None => Class::default(),
        }
    }

    fn read() -> Self {
        let mut classes: BTreeMap<Box<str>, Class> = BTreeMap::new();
        let mut add = |word: &str, class: Class| {
            let slot = classes.entry(norm_of(word)).or_default();
            *slot = slot.or(class);
        };
        for row in rows(file!("grammar")) {
            let (word, kinds) = row.split_once('\t').unwrap_or((row, ""));
            for kind in kinds.split(' ').filter_map(Class::named) {
                add(word, kind);
            }
        }
        for row in rows(file!("roles")) {
            let (words, kind) = row.split_once('\t').unwrap_or((row, ""));
            let last = words.rsplit(' ').next().unwrap_or(words);
            let class = match kind {
                "speaks" => Class::ROLE.or(Class::SPEAKS),
                "unnamed" => Class::UNNAMED,
                _ => Class::ROLE,
            };
            // "secretary of state": the class is the first word's.
            let head = if words.contains(" of ") { words.split(' ').next().unwrap_or(words) } else { last };
            add(head, class);
            add(&plural(head), class);
            // A hyphen at the end of a line is lost in the looking up.
            add(&head.replace('-', ""), class);
        }
        for row in rows(file!("unnamed")) {
            let (words, kind) = row.split_once('\t').unwrap_or((row, ""));
            if kind == "head" {
                add(words, Class::UNNAMED);
            }
        }
        for (file, class) in [(file!("titles"), Class::TITLE), (file!("places"), Class::PLACE), (file!("nobody"), Class::NOBODY)] {
            rows(file).for_each(|row| add(row, class));
        }
        for row in rows(file!("bodies")) {
            let words = row.split('\t').next().unwrap_or(row);
            let head = words.rsplit(' ').next().unwrap_or(words);
            add(head, Class::BODY);
            if !head.ends_with('s') {
                add(&plural(head), Class::BODY);
            }
        }
        for row in rows(file!("documents")) {
            let (words, kind) = row.split_once('\t').unwrap_or((row, ""));
            let last = if words.contains(" of ") { words.split(' ').next() } else { words.rsplit(' ').next() };
            add(last.unwrap_or(words), Class::named(kind).unwrap_or_default());
        }
        for row in rows(file!("nouns")) {
            let mut fields = row.split('\t');
            let word = fields.next().unwrap_or(row);
            let class = if fields.nth(1) == Some("speech") { Class::SPEECH_NOUN } else { Class::VENUE_NOUN };
            if !word.contains(' ') {
                add(word, class);
                add(&plural(word), class);
            }
        }
        let mut names: BTreeMap<Box<str>, Named> = BTreeMap::new();
        let mut demonyms: BTreeMap<Box<str>, &'static str> = BTreeMap::new();
        let key = |name: &str| name.split(' ').map(norm_of).collect::<Vec<_>>().join(" ").into_boxed_str();
        for row in rows(file!("outlets")) {
            let (words, kind) = row.split_once('\t').unwrap_or((row, ""));
            match kind {
                "name" => {
                    names.insert(key(words), Named { name: words, kind: ActorType::Outlet });
                }
                "head" => add(words.rsplit(' ').next().unwrap_or(words), Class::OUTLET_HEAD),
                _ => add(words.rsplit(' ').next().unwrap_or(words), Class::OUTLET),
            }
        }
        for row in rows(file!("organisations")) {
            let mut fields = row.split('\t').map(str::trim);
            let name = fields.next().unwrap_or(row);
            let others = fields.next().unwrap_or_default();
            let kind = if fields.next() == Some("body") { ActorType::Body } else { ActorType::Organisation };
            for other in std::iter::once(name).chain(others.split(';').map(str::trim)).filter(|o| !o.is_empty()) {
                names.insert(key(other.strip_prefix("the ").unwrap_or(other)), Named { name, kind });
            }
        }
        for row in rows(file!("states")) {
            let mut fields = row.split('\t').map(str::trim);
            let name = fields.next().unwrap_or(row);
            let others = fields.next().unwrap_or_default();
            for other in std::iter::once(name).chain(others.split(';').map(str::trim)).filter(|o| !o.is_empty()) {
                names.insert(key(other.strip_prefix("the ").unwrap_or(other)), Named { name, kind: ActorType::State });
            }
            let adjectives = row.split('\t').nth(2).unwrap_or_default();
            for word in adjectives.split(' ').filter(|w| !w.is_empty()) {
                add(word, Class::DEMONYM);
                demonyms.insert(norm_of(word), name);
            }
            if !name.contains(' ') {
                add(name, Class::STATE);
            }
        }
        let longest_name = names.keys().map(|k| k.split(' ').count()).max().unwrap_or(1);
        let lookalikes = rows(file!("lookalikes"))
            .filter_map(|row| row.split_once('\t'))
            .map(|(lemma, words)| (lemma, words.split(' ').collect()))
            .collect();
        Self {
            classes,
            verbs: Verbs::read(file!("verbs"), false),
            provides: Verbs::read(file!("provides"), true),
            demonyms,
            names,
            longest_name,
            roles: List::read(file!("roles")),
            nouns: List::read(file!("nouns")),
            bodies: List::read(file!("bodies")),
            positions: List::read(file!("positions")),
            lookalikes,
        }
    }
}

/// The plural of a noun.
pub(super) fn plural(noun: &str) -> String {
    if ends_consonant_y(noun) {
        return format!("{}ies", &noun[..noun.len() - 1]);
    }
    if let Some(stem) = noun.strip_suffix("man") {
        return format!("{stem}men");
    }
    if ["s", "x", "ch", "sh"].iter().any(|e| noun.ends_with(e)) { format!("{noun}es") } else { format!("{noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(word: &str) -> Vec<(&'static str, Shape)> {
        let v = Vocabulary::get();
        v.verbs.forms(word).iter().map(|f| (v.verbs.verbs[f.verb].lemma, f.shape)).collect()
    }

    #[test]
    fn verbs_are_known_in_every_form() {
        assert!(shapes("denied").contains(&("deny", Shape::Past)));
        assert!(shapes("told").contains(&("tell", Shape::Past)));
        assert!(shapes("admitted").contains(&("admit", Shape::Past)));
        assert!(shapes("urging").contains(&("urge", Shape::Going)));
        assert!(shapes("stresses").contains(&("stress", Shape::Present)));
    }

    #[test]
    fn a_verb_with_its_particle_comes_before_the_bare_one() {
        let v = Vocabulary::get();
        let first = &v.verbs.forms("called")[0];
        assert!(!first.rest.is_empty(), "{first:?}");
    }

    #[test]
    fn a_word_made_from_a_state_leads_back_to_it() {
        let v = Vocabulary::get();
        assert_eq!(v.demonyms.get("egyptian"), Some(&"Egypt"));
        assert!(v.class("egyptian").any(Class::DEMONYM));
    }
}
