//! Letters: folding for search, digits, direction.
//!
//! Folding makes two spellings of one word equal for searching: case, accents, Arabic vowel signs
//! and tatweel, alef and hamza forms, ta marbuta, alef maqsura, Hebrew points and final letters,
//! digits of any script. It never changes what is stored or shown.

use crate::language::Language;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words with single spaces between them, nothing else changed: as wordings are compared and shown on one line.
#[must_use]
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Folds a text for searching.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd() {
        if is_combining_mark(c) || is_invisible(c) || c == '\u{0640}' {
            continue;
        }
        match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
            'ؤ' => out.push('و'),
            'ئ' | 'ى' | 'ی' => out.push('ي'),
            'ة' => out.push('ه'),
            'ک' => out.push('ك'),
            'ء' | '׳' | '״' | '’' | '‘' | '\'' => {}
            'ך' => out.push('כ'),
            'ם' => out.push('מ'),
            'ן' => out.push('נ'),
            'ף' => out.push('פ'),
            'ץ' => out.push('צ'),
            _ => match digit(c) {
                Some(d) => out.push(char::from(b'0' + d)),
                None => out.extend(c.to_lowercase()),
            },
        }
    }
    out
}

/// The value of a decimal digit: ASCII, Arabic-Indic or Extended Arabic-Indic.
#[must_use]
pub fn digit(c: char) -> Option<u8> {
    let base = match c {
        '0'..='9' => '0',
        '\u{0660}'..='\u{0669}' => '\u{0660}',
        '\u{06F0}'..='\u{06F9}' => '\u{06F0}',
        _ => return None,
    };
    u8::try_from(c as u32 - base as u32).ok()
}

/// Whether the character is a mark of direction or another control that a reader cannot see.
/// Line breaks and tabs are not counted.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{115F}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// The language that words can be in: the stated one where they have a letter of its script, or no
/// letter of any; otherwise the one whose script has most of their letters.
#[must_use]
pub fn written_in(text: &str, stated: Language) -> Language {
    let letters = |lang: Language| text.chars().filter(|c| script(*c) == Some(lang)).count();
    if letters(stated) > 0 {
        return stated;
    }
    Language::ALL.into_iter().map(|lang| (letters(lang), lang)).filter(|(n, _)| *n > 0).max().map_or(stated, |(_, lang)| lang)
}

/// The language among ours that is written with a letter.
fn script(c: char) -> Option<Language> {
    match c {
        c if !c.is_alphabetic() => None,
        '\u{0590}'..='\u{05FF}' | '\u{FB1D}'..='\u{FB4F}' => Some(Language::He),
        '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
            Some(Language::Ar)
        }
        'A'..='Z' | 'a'..='z' | '\u{00C0}'..='\u{024F}' => Some(Language::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_in_two_spellings_folds_to_one() {
        for (a, b) in [("أَحْمَد", "احمد"), ("مدرسة", "مدرسه"), ("علىٰ", "علي"), ("ÉCOLE", "ecole"), ("١٤", "14"), ("محـــمد", "محمد")]
        {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
        assert_eq!(fold("שָׁלוֹם"), "שלומ");
    }

    #[test]
    fn an_english_sentence_on_an_arabic_screen_does_not_end_at_its_beginning() {
        assert_eq!(written_in("The mill gate is shut.", Language::Ar), Language::En);
        assert_eq!(written_in("بوابة الطاحونة مغلقة.", Language::En), Language::Ar);
        assert_eq!(written_in("שער הטחנה סגור.", Language::Ar), Language::He);
        // A quotation or a name in another script does not change what the writer says it is.
        assert_eq!(written_in("قال Samir: نعم", Language::Ar), Language::Ar);
        assert_eq!(written_in("12:30", Language::He), Language::He);
    }

    #[test]
    fn direction_marks_are_seen_for_what_they_are() {
        assert!(is_invisible('\u{202E}') && is_invisible('\u{200F}') && is_invisible('\u{0007}'));
        assert!(!is_invisible('\n') && !is_invisible('ع'));
    }
}
