//! A written name cut into parts, each with its role and its folded letters.

use super::letters::{Folded, Script, fold, shown, with_geresh};
use super::particles::{Kind, glued_article, kind};
use serde::{Deserialize, Serialize};

/// The most parts of one name that are compared; longer chains are cut after these.
pub const MAX_TOKENS: usize = 12;

/// What a part of a name is to its bearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The person's own name.
    Given,
    /// The father's name.
    Father,
    /// The grandfather's name, or an ancestor's beyond.
    Grandfather,
    /// The family's name.
    Family,
    /// "Father of" or "mother of" somebody.
    Kunya,
    /// A family name that says where from or of which tribe: "al-Masri".
    Nisba,
    /// A title.
    Honorific,
    /// A single letter.
    Initial,
}

/// One part of a name as written, with its role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The words, exactly as written.
    pub text: String,
    /// What they are. A role is read from the order of the parts and from particles; lists differ,
    /// so it is a reading, not a fact.
    pub role: Role,
}

/// One comparable part: folded letters in the name's flat store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// The first letter.
    pub start: u16,
    /// After a glued article, where the word itself starts; equal to `start` without one.
    pub core: u16,
    /// After the last letter.
    pub end: u16,
    /// What it is.
    pub role: Role,
    /// Where the part is written: byte offsets into the name as given.
    pub from: u32,
    /// The end of it.
    pub to: u32,
}

impl Token {
    /// Titles and single letters count for little when they are missing.
    #[must_use]
    pub fn is_light(&self) -> bool {
        matches!(self.role, Role::Honorific | Role::Initial)
    }
}

/// A name, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The script of most of its letters; letters of others are not compared.
    pub script: Script,
    /// All folded letters, token after token.
    pub letters: Vec<u8>,
    /// The parts, the family's name last even where it was written first with a comma.
    pub tokens: Vec<Token>,
    /// Whether a comma said that the family's name came first.
    pub comma: bool,
}

#[derive(Clone, Copy)]
struct Word {
    start: u16,
    end: u16,
    from: u32,
    to: u32,
    /// A hyphen ties it to the word before.
    tied: bool,
    kind: Kind,
}

impl Name {
    /// Reads a name. `None` when it has no letter of the three scripts.
    #[must_use]
    pub fn read(text: &str) -> Option<Name> {
        let mut letters: Vec<u8> = Vec::with_capacity(text.len());
        let mut words: Vec<Word> = Vec::with_capacity(8);
        let script = script_of(text)?;
        let mut open = false;
        let mut tied = false;
        let mut comma: Option<usize> = None;
        let mut last = 0usize;
        fold(text, |at, f| {
            if letters.len() > 400 || words.len() > 4 * MAX_TOKENS {
                return;
            }
            match f {
                Folded::Letter(s, l) if s == script => {
                    let len = u16::try_from(letters.len()).unwrap_or(u16::MAX);
                    if !open {
                        let from = u32::try_from(at).unwrap_or(u32::MAX);
                        words.push(Word { start: len, end: len, from, to: from, tied, kind: Kind::Plain });
                        open = true;
                        tied = false;
                    }
                    letters.push(l);
                    if let Some(w) = words.last_mut() {
                        w.end = len + 1;
                    }
                    last = at;
                    if let Some(w) = words.last_mut() {
                        w.to = u32::try_from(last).unwrap_or(u32::MAX);
                    }
                }
                Folded::Apostrophe => {
                    if open
                        && script == Script::Hebrew
                        && let Some(l) = letters.last_mut()
                        && let Some(g) = with_geresh(*l)
                    {
                        *l = g;
                        if let Some(w) = words.last_mut() {
                            w.to = u32::try_from(at).unwrap_or(u32::MAX);
                        }
                    }
                }
                Folded::Hyphen => {
                    tied = open;
                    open = false;
                }
                Folded::Comma => {
                    open = false;
                    tied = false;
                    if comma.is_none() {
                        comma = Some(words.len());
                    }
                }
                Folded::Letter(..) | Folded::Space => {
                    open = false;
                    tied = false;
                }
            }
        });
        let mut spelt = String::new();
        for w in &mut words {
            // The end of the last character, in bytes.
            let to = w.to as usize;
            w.to += text[to..].chars().next().map_or(0, |c| u32::try_from(c.len_utf8()).unwrap_or(0));
            spelt.clear();
            if w.end - w.start <= 9 {
                for l in &letters[usize::from(w.start)..usize::from(w.end)] {
                    if script == Script::Latin { spelt.push(char::from(b'a' + l - 1)) } else { spelt.push_str(&shown(script, *l)) }
                }
                w.kind = kind(script, &spelt);
            }
        }
        let comma = comma.filter(|at| *at > 0 && *at < words.len() && *at <= 4);
        let mut name =
            Name { script, letters: Vec::with_capacity(letters.len()), tokens: Vec::with_capacity(words.len()), comma: comma.is_some() };
        match comma {
            Some(at) => {
                name.join(&letters, &words[at..]);
                name.join(&letters, &words[..at]);
            }
            None => name.join(&letters, &words),
        }
        name.tokens.truncate(MAX_TOKENS);
        name.roles();
        (!name.tokens.is_empty()).then_some(name)
    }

    /// Puts words together into tokens: articles and "Abd", "Abu", "Umm" with what follows, "al-Din"
    /// and "Allah" with what precedes; "son of" is dropped between names.
    fn join(&mut self, letters: &[u8], words: &[Word]) {
        let first_token = self.tokens.len();
        let mut i = 0;
        while i < words.len() {
            let w = words[i];
            let start = u16::try_from(self.letters.len()).unwrap_or(u16::MAX);
            let lone = i + 1 == words.len();
            let mut take = 1;
            let mut core = 0usize;
            let mut role = Role::Given;
            let article = |k: usize| {
                words
                    .get(k)
                    .is_some_and(|w| w.kind == Kind::Article || (w.kind == Kind::TiedArticle && words.get(k + 1).is_some_and(|n| n.tied)))
            };
            match w.kind {
                Kind::Son if !lone && self.tokens.len() > first_token => {
                    i += 1;
                    continue;
                }
                Kind::Honorific if !lone && self.tokens.len() == first_token => role = Role::Honorific,
                Kind::Abd | Kind::Abu | Kind::Umm if !lone => {
                    take = 2;
                    if article(i + 1) && i + 2 < words.len() {
                        take = 3;
                    }
                    if w.kind != Kind::Abd {
                        role = Role::Kunya;
                    }
                }
                Kind::Article | Kind::TiedArticle if !lone && article(i) => {
                    take = 2;
                    core = usize::from(w.end - w.start);
                    if words[i + 1].kind == Kind::Din && self.tokens.len() > first_token {
                        self.extend_last(letters, &words[i..i + 2]);
                        i += 2;
                        continue;
                    }
                }
                Kind::Din | Kind::Allah if self.tokens.len() > first_token => {
                    self.extend_last(letters, &words[i..=i]);
                    i += 1;
                    continue;
                }
                _ => {}
            }
            for w in &words[i..i + take] {
                self.letters.extend_from_slice(&letters[usize::from(w.start)..usize::from(w.end)]);
            }
            let end = u16::try_from(self.letters.len()).unwrap_or(u16::MAX);
            if core == 0 && take == 1 {
                core = glued_article(self.script, &self.letters[usize::from(start)..usize::from(end)]);
            }
            if end - start == 1 && role == Role::Given {
                role = Role::Initial;
            }
            let core = start + u16::try_from(core).unwrap_or(0);
            self.tokens.push(Token { start, core, end, role, from: w.from, to: words[i + take - 1].to });
            i += take;
        }
    }

    fn extend_last(&mut self, letters: &[u8], words: &[Word]) {
        for w in words {
            self.letters.extend_from_slice(&letters[usize::from(w.start)..usize::from(w.end)]);
        }
        let end = u16::try_from(self.letters.len()).unwrap_or(u16::MAX);
        if let (Some(t), Some(w)) = (self.tokens.last_mut(), words.last()) {
            t.end = end;
            t.to = w.to;
        }
    }

    /// Given, father's, grandfather's and family name by their order.
    fn roles(&mut self) {
        let mut chain: Vec<usize> = (0..self.tokens.len()).filter(|i| !self.tokens[*i].is_light()).collect();
        // A kunya before the given name is one; after it, "Abu Saqr" is a family's name.
        if chain.len() > 1 && self.tokens[chain[0]].role == Role::Kunya {
            chain.remove(0);
        }
        let n = chain.len();
        for (k, i) in chain.into_iter().enumerate() {
            let t = &self.tokens[i];
            let letters = &self.letters[usize::from(t.start)..usize::from(t.end)];
            let ends_in_i = match self.script {
                Script::Arabic => letters.last() == Some(&28),
                Script::Hebrew => letters.last() == Some(&10),
                Script::Latin => matches!(letters.last(), Some(9 | 25)),
            };
            let role = match (k, n) {
                (0, _) => Role::Given,
                (k, n) if k + 1 == n && t.core > t.start && ends_in_i => Role::Nisba,
                (k, n) if k + 1 == n => Role::Family,
                (1, _) => Role::Father,
                _ => Role::Grandfather,
            };
            self.tokens[i].role = role;
        }
    }

    /// The folded letters of a token.
    #[must_use]
    pub fn of(&self, token: &Token) -> &[u8] {
        &self.letters[usize::from(token.start)..usize::from(token.end)]
    }

    /// The parts as written, in the order of their roles (the family's name last).
    #[must_use]
    pub fn parts(&self, text: &str) -> Vec<Part> {
        self.tokens
            .iter()
            .map(|t| Part { text: text.get(t.from as usize..t.to as usize).unwrap_or_default().to_owned(), role: t.role })
            .collect()
    }
}

fn script_of(text: &str) -> Option<Script> {
    let mut counts = [0usize; 3];
    for c in text.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => counts[2] += 1,
            '\u{05D0}'..='\u{05EA}' => counts[1] += 1,
            '\u{0621}'..='\u{06FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' => counts[0] += 1,
            _ => {}
        }
    }
    let best = (0..3).max_by_key(|i| (counts[*i], 3 - *i))?;
    (counts[best] > 0).then_some(Script::ALL[best])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<(String, Role)> {
        Name::read(text).map(|n| n.parts(text)).unwrap_or_default().into_iter().map(|p| (p.text, p.role)).collect()
    }

    #[test]
    fn a_chain_is_read_in_its_roles() {
        use Role::{Family, Father, Given, Grandfather, Nisba};
        let say = |v: &[(&str, Role)]| v.iter().map(|(t, r)| ((*t).to_owned(), *r)).collect::<Vec<_>>();
        assert_eq!(
            parts("عبدالكريم بن محمود عبد المنعم نبهان"),
            say(&[("عبدالكريم", Given), ("محمود", Father), ("عبد المنعم", Grandfather), ("نبهان", Family)])
        );
        assert_eq!(parts("AL-AILA, Abdul-Rahman Ahmed"), say(&[("Abdul-Rahman", Given), ("Ahmed", Father), ("AL-AILA", Family)]));
        assert_eq!(parts("רפיף פצ'ל אבו אלעיס"), say(&[("רפיף", Given), ("פצ'ל", Father), ("אבו אלעיס", Family)]));
        assert_eq!(parts("Mahmoud Hasan al-Masri"), say(&[("Mahmoud", Given), ("Hasan", Father), ("al-Masri", Nisba)]));
    }

    #[test]
    fn kunyas_titles_and_initials_are_told_apart() {
        let roles = |t: &str| parts(t).into_iter().map(|(_, r)| r).collect::<Vec<_>>();
        assert_eq!(roles("Abu Omar Khaled Hasan"), [Role::Kunya, Role::Given, Role::Family]);
        assert_eq!(roles("Dr. George J. Mitchell"), [Role::Honorific, Role::Given, Role::Initial, Role::Family]);
        assert_eq!(roles("أبو عمر"), [Role::Given]);
    }

    #[test]
    fn spacing_of_compounds_does_not_change_their_letters() {
        let letters = |t: &str| Name::read(t).map(|n| n.letters).unwrap_or_default();
        assert_eq!(letters("عبد الرحمن حمد"), letters("عبدالرحمن حمد"));
        assert_eq!(letters("Nur al-Din Hamad"), letters("Nur Aldin Hamad"));
        assert_eq!(letters("عبد אל"), letters("عبد"));
    }

    #[test]
    fn a_name_without_letters_is_no_name() {
        assert_eq!(Name::read("—  12 / 3"), None);
        assert_eq!(Name::read(""), None);
        assert!(Name::read(&"a ".repeat(100_000)).is_some_and(|n| n.tokens.len() <= MAX_TOKENS));
    }
}
