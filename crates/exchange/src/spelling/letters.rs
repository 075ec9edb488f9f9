//! The letters of the three scripts after folding, as small numbers.
//!
//! Marks, points, alef and hamza seats, final forms, Persian and Kurdish variants and accents are
//! folded away; a Hebrew letter with a geresh is a letter of its own, since it stands for another
//! sound.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A script that names are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// Arabic letters, Persian, Pashto, Urdu and Kurdish additions included.
    Arabic,
    /// Hebrew letters.
    Hebrew,
    /// Latin letters.
    Latin,
}

const ARABIC: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةپچژگڤ";
const HEBREW: &str = "אבגדהוזחטיכלמנסעפצקרשת";
/// Hebrew letters that take a geresh, in the order of their codes after the plain letters.
const GERESH: &str = "גזצחדתטער";

impl Script {
    /// All of them.
    pub const ALL: [Script; 3] = [Script::Arabic, Script::Hebrew, Script::Latin];

    /// How many letters the folded alphabet has.
    #[must_use]
    pub const fn size(self) -> usize {
        match self {
            Script::Arabic => 34,
            Script::Hebrew => 31,
            Script::Latin => 26,
        }
    }

    /// The two-letter tag used in model files.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Script::Arabic => "ar",
            Script::Hebrew => "he",
            Script::Latin => "la",
        }
    }
}

/// The script of a folded character and its letter's code, 1 to [`Script::size`].
#[must_use]
pub fn code(c: char) -> Option<(Script, u8)> {
    let found = |script, table: &str| table.chars().position(|x| x == c).and_then(|i| u8::try_from(i + 1).ok()).map(|n| (script, n));
    match c {
        'a'..='z' => Some((Script::Latin, c as u8 - b'a' + 1)),
        '\u{05D0}'..='\u{05EA}' => found(Script::Hebrew, HEBREW),
        '\u{0621}'..='\u{06FF}' => found(Script::Arabic, ARABIC),
        _ => None,
    }
}

/// The code of a Hebrew letter followed by a geresh, where the two are one letter.
#[must_use]
pub fn with_geresh(code: u8) -> Option<u8> {
    let letter = HEBREW.chars().nth(usize::from(code.checked_sub(1)?))?;
    GERESH.chars().position(|g| g == letter).and_then(|i| u8::try_from(23 + i).ok())
}

/// The letter or letters that a code stands for.
#[must_use]
pub fn shown(script: Script, code: u8) -> String {
    let i = usize::from(code.saturating_sub(1));
    match script {
        Script::Latin => char::from(b'a' + code.saturating_sub(1).min(25)).to_string(),
        Script::Arabic => ARABIC.chars().nth(i).map(String::from).unwrap_or_default(),
        Script::Hebrew if i < 22 => HEBREW.chars().nth(i).map(String::from).unwrap_or_default(),
        Script::Hebrew => GERESH.chars().nth(i - 22).map(|c| format!("{c}'")).unwrap_or_default(),
    }
}

/// One folded character: a letter, a geresh or apostrophe, a mark that parts words, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Folded {
    /// A letter of a script.
    Letter(Script, u8),
    /// An apostrophe of any make.
    Apostrophe,
    /// A hyphen or maqaf.
    Hyphen,
    /// A comma of any script.
    Comma,
    /// Anything else that parts words.
    Space,
}

/// Folds a text, handing each folded character on with the byte offset it came from.
pub(crate) fn fold(text: &str, mut take: impl FnMut(usize, Folded)) {
    for (at, c) in text.char_indices() {
        if c.is_ascii_alphabetic() {
            take(at, Folded::Letter(Script::Latin, c.to_ascii_lowercase() as u8 - b'a' + 1));
        } else if c.is_ascii() || matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0590}'..='\u{05FF}') {
            one(at, c, &mut take);
        } else {
            for d in std::iter::once(c).nfkd() {
                one(at, d, &mut take);
            }
        }
    }
}

fn one(at: usize, c: char, take: &mut impl FnMut(usize, Folded)) {
    let c = match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ؤ' | 'ۆ' | 'ۇ' | 'ۋ' => 'و',
        'ئ' | 'ى' | 'ی' | 'ې' | 'ێ' | 'ے' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ھ' | 'ہ' | 'ە' | 'ۀ' | 'ۂ' => 'ه',
        'ں' | 'ڼ' => 'ن',
        'ڈ' | 'ډ' => 'د',
        'ٹ' | 'ټ' => 'ت',
        'ړ' | 'ڑ' | 'ڕ' => 'ر',
        'ښ' => 'ش',
        'ځ' => 'ز',
        'څ' => 'س',
        'ڵ' => 'ل',
        'ك' => 'ك',
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        'ø' | 'Ø' => 'o',
        'ł' | 'Ł' => 'l',
        'ı' => 'i',
        'đ' | 'Đ' | 'ð' | 'Ð' => 'd',
        'ə' | 'Ə' => 'a',
        'ħ' | 'Ħ' => 'h',
        'ŋ' => 'n',
        other => other,
    };
    if let Some((script, code)) = code(c) {
        take(at, Folded::Letter(script, code));
        return;
    }
    match c {
        'A'..='Z' => take(at, Folded::Letter(Script::Latin, c.to_ascii_lowercase() as u8 - b'a' + 1)),
        'ß' => [19, 19].into_iter().for_each(|l| take(at, Folded::Letter(Script::Latin, l))),
        'æ' | 'Æ' => [1, 5].into_iter().for_each(|l| take(at, Folded::Letter(Script::Latin, l))),
        'œ' | 'Œ' => [15, 5].into_iter().for_each(|l| take(at, Folded::Letter(Script::Latin, l))),
        'þ' | 'Þ' => [20, 8].into_iter().for_each(|l| take(at, Folded::Letter(Script::Latin, l))),
        '\'' | '׳' | '’' | '‘' | '`' | '´' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '′' => take(at, Folded::Apostrophe),
        // The mark of an abbreviation or acronym joins its letters.
        '״' | '"' => {}
        '-' | '־' | '–' | '—' | '‐' | '‑' => take(at, Folded::Hyphen),
        ',' | '،' | '؛' | ';' => take(at, Folded::Comma),
        'ء' | 'ـ' => {}
        _ if is_combining_mark(c) || terms::script::is_invisible(c) => {}
        _ => take(at, Folded::Space),
    }
}

/// The folded letters of a text, letter groups joined, and their script: that of most letters.
#[must_use]
pub fn letters(text: &str) -> Option<(Script, Vec<u8>)> {
    let mut all: Vec<(Script, u8)> = Vec::new();
    fold(text, |_, f| match f {
        Folded::Letter(s, l) => all.push((s, l)),
        Folded::Apostrophe => {
            if let Some((Script::Hebrew, l)) = all.last_mut()
                && let Some(g) = with_geresh(*l)
            {
                *l = g;
            }
        }
        _ => {}
    });
    let count = |script| all.iter().filter(|(s, _)| *s == script).count();
    let script = Script::ALL.into_iter().max_by_key(|s| (count(*s), std::cmp::Reverse(*s)))?;
    let of: Vec<u8> = all.iter().filter(|(s, _)| *s == script).map(|(_, l)| *l).collect();
    (!of.is_empty()).then_some((script, of))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        letters(text).map(|(s, l)| l.into_iter().map(|c| shown(s, c)).collect()).unwrap_or_default()
    }

    #[test]
    fn two_spellings_of_one_word_fold_to_the_same_letters() {
        for (a, b) in
            [("أَحْمَد", "احمد"), ("ﻤﺣﻤﺩ", "محمد"), ("علی", "علي"), ("Jäätteenmäki", "jaatteenmaki"), ("דוידף", "דוידפ"), ("ساهــر", "ساهر")]
        {
            assert_eq!(written(a), written(b), "{a} {b}");
        }
    }

    #[test]
    fn a_geresh_makes_another_letter() {
        assert_eq!(letters("ח'אלד").map(|(_, l)| l.len()), Some(4));
        assert_ne!(letters("ח׳אלד"), letters("חאלד"));
        assert_eq!(letters("ח׳אלד"), letters("ח'אלד"));
        assert_eq!(written("ג'ורג'"), "ג'ורג'");
    }

    #[test]
    fn every_code_shows_and_reads_back() {
        for s in Script::ALL {
            for c in 1..=u8::try_from(s.size()).unwrap_or(0) {
                assert_eq!(letters(&shown(s, c)), Some((s, vec![c])));
            }
        }
    }
}
