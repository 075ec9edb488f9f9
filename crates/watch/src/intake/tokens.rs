//! Tokens: words, numbers, quotation marks, other marks, addresses.

use super::layer::{Kind, Token};
use terms::script::{digit, fold, is_invisible};
use terms::span::Span;

/// Cuts a text into tokens, in one pass.
#[must_use]
pub fn cut(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut out: Vec<Token> = Vec::with_capacity(chars.len() / 5);
    let noisy = chars.windows(2).any(|w| w[0].is_ascii_digit() && w[1] == 'O' || matches!(w[0], 'l' | 'O') && w[1].is_ascii_digit());
    let mut i = 0;
    while i < chars.len() {
        let c = chars[i];
        if is_space(c) || is_invisible(c) {
            i += 1;
            continue;
        }
        let (kind, end) = if address(&chars, i) {
            (Kind::Address, run(&chars, i, |c| !is_space(c) && !matches!(c, '<' | '>' | '"' | ')' | '”')))
        } else if let Some(end) = scanned(&chars, i, noisy) {
            (Kind::Number, end)
        } else if digit(c).is_some() {
            (Kind::Number, number(&chars, i))
        } else if is_letter(c) {
            (Kind::Word, word(&chars, i))
        } else if is_clitic(&chars, i) && out.last().is_some_and(|t| t.span.end == i && t.kind == Kind::Word) {
            (Kind::Word, i + 2)
        } else if is_quote(c) {
            (Kind::Quote, i + 1)
        } else {
            (Kind::Mark, i + 1)
        };
        let end = end.max(i + 1);
        out.push(token(&chars[i..end], kind, Span { start: i, end }, out.last()));
        i = end;
    }
    out
}

fn token(chars: &[char], kind: Kind, span: Span, before: Option<&Token>) -> Token {
    let letters = || chars.iter().filter(|c| c.is_alphabetic());
    let capital = chars.first().is_some_and(|c| c.is_uppercase());
    let norm = if kind == Kind::Number && chars.iter().any(|c| matches!(c, 'l' | 'I' | 'O')) {
        let read = |c: &char| match c {
            'l' | 'I' => '1',
            'O' => '0',
            c => *c,
        };
        chars.iter().map(read).collect::<String>().into()
    } else {
        norm(chars)
    };
    let (norm, capital) = match unscanned(chars) {
        Some(read) if kind == Kind::Word => (read, true),
        _ => (norm, capital),
    };
    Token {
        span,
        kind,
        norm,
        capital,
        capitals: capital && letters().count() > 1 && letters().all(|c| c.is_uppercase() || *c == 'l' && chars[0].is_uppercase()),
        glued: before.is_some_and(|t| t.span.end == span.start),
    }
}

/// A word in which a scanner read `l` for a capital `I`: at the beginning before a letter that no
/// word has there (`lt`, `lnterior`), or among capitals (`COUNClL`).
fn unscanned(chars: &[char]) -> Option<Box<str>> {
    let first = chars.len() > 1
        && chars[0] == 'l'
        && matches!(chars[1], 't' | 'n' | 's' | 'f' | 'm')
        && chars[1..].iter().all(|c| c.is_lowercase());
    let among = chars.len() > 2 && chars[0].is_uppercase() && chars.contains(&'l') && chars.iter().all(|c| c.is_uppercase() || *c == 'l');
    let read = |(i, c): (usize, &char)| if *c == 'l' && (among || i == 0) { 'i' } else { *c };
    (first || among).then(|| norm(&chars.iter().enumerate().map(read).collect::<Vec<_>>()))
}

/// The form in which words are looked up.
#[must_use]
pub fn norm_of(word: &str) -> Box<str> {
    norm(&word.chars().collect::<Vec<char>>())
}

fn norm(chars: &[char]) -> Box<str> {
    if chars.iter().any(|c| is_semitic(*c)) {
        let text: String = chars.iter().filter(|c| !matches!(c, '"' | '״' | '”' | '-' | '\n' | '\r')).collect();
        return fold(&text).into();
    }
    let broken = chars.iter().any(|c| matches!(c, '\n' | '\r'));
    let mut out = String::with_capacity(chars.len());
    for &c in chars {
        match c {
            '’' | 'ʼ' => out.push('\''),
            '-' | '\u{2010}' | '\u{00AD}' if broken => {}
            '\u{2010}' | '\u{2011}' => out.push('-'),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬀ' => out.push_str("ff"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            c if is_space(c) || is_invisible(c) => {}
            c => out.extend(c.to_lowercase()),
        }
    }
    out.into()
}

/// Space, the kinds that do not break a line included.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace()
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || unicode_mark(c)
}

/// Marks that stand on letters: Hebrew points, Arabic vowel signs, Latin combining accents.
fn unicode_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05BD}' | '\u{05BF}' | '\u{05C1}'..='\u{05C7}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}')
}

fn is_semitic(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{05FF}' | '\u{0600}'..='\u{065F}' | '\u{0670}'..='\u{06EF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{05D0}'..='\u{05EA}')
}

/// Marks that can open or close a quotation.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '\'' | '`' | '״' | '＂')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn run(chars: &[char], from: usize, holds: impl Fn(char) -> bool) -> usize {
    let mut end = from;
    while chars.get(end).is_some_and(|c| holds(*c)) {
        end += 1;
    }
    // A full stop or comma after an address belongs to the sentence.
    while end > from + 1 && matches!(chars[end - 1], '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’') {
        end -= 1;
    }
    end
}

fn address(chars: &[char], i: usize) -> bool {
    let begins = |what: &str| what.chars().enumerate().all(|(k, c)| chars.get(i + k).is_some_and(|d| d.eq_ignore_ascii_case(&c)));
    match chars[i] {
        'h' | 'H' => begins("https://") || begins("http://"),
        'w' | 'W' => begins("www."),
        _ => false,
    }
}

/// `'s` that ends a word.
fn is_clitic(chars: &[char], i: usize) -> bool {
    is_apostrophe(chars[i])
        && chars.get(i + 1).is_some_and(|c| matches!(c, 's' | 'S'))
        && !chars.get(i + 2).is_some_and(|c| is_letter(*c) || digit(*c).is_some())
}

/// The end of a number in which a scanner read letters for digits: `1O`, `l2`, `l,200`. A letter at
/// the end counts only in a text that is full of them, since `5l` is also five litres.
fn scanned(chars: &[char], from: usize, noisy: bool) -> Option<usize> {
    if from > 0 && is_letter(chars[from - 1]) || !(chars[from].is_ascii_digit() || matches!(chars[from], 'l' | 'I' | 'O')) {
        return None;
    }
    let (mut end, mut digits, mut letters, mut inner) = (from, 0, 0, false);
    while let Some(&c) = chars.get(end) {
        match c {
            '0'..='9' => {
                inner |= letters > 0;
                digits += 1;
            }
            'l' | 'I' | 'O' => letters += 1,
            ',' | '.' if chars.get(end + 1).is_some_and(|c| c.is_ascii_digit() || matches!(c, 'l' | 'O')) && end > from => {}
            _ => break,
        }
        end += 1;
    }
    let clear = !chars.get(end).is_some_and(|c| is_letter(*c) || *c == '-');
    // `ll` and `lO` have no digit left; only a text full of such letters has them.
    let bare = noisy && digits == 0 && (2..=6).contains(&letters) && chars[from] == 'l';
    (letters > 0 && clear && (digits > 0 && (inner || noisy) || bare) && end - from <= 12).then_some(end)
}

/// The end of a number: digits in groups of three, or with decimals. Two dots make a date or a
/// clause number, which is left in parts.
fn number(chars: &[char], from: usize) -> usize {
    let digits = |mut at: usize| {
        while chars.get(at).is_some_and(|c| digit(*c).is_some()) {
            at += 1;
        }
        at
    };
    let is_group = |c: char| matches!(c, ',' | '٬' | '\u{00A0}' | '\u{202F}' | '\u{2009}' | '’' | '\'' | '،');
    let first = digits(from);
    let mut end = first;
    if first - from <= 3 {
        while let Some(&c) = chars.get(end) {
            let next = digits(end + 1);
            if !is_group(c) || next != end + 4 {
                break;
            }
            end = next;
        }
    }
    if chars.get(end).is_some_and(|c| matches!(c, '.' | '٫')) {
        let next = digits(end + 1);
        let again = chars.get(next) == Some(&'.') && digits(next + 1) > next + 1;
        let before = from >= 2 && chars[from - 1] == '.' && digit(chars[from - 2]).is_some();
        if next > end + 1 && !again && !before {
            end = next;
        }
    }
    end
}

fn word(chars: &[char], from: usize) -> usize {
    let letter = |i: usize| chars.get(i).is_some_and(|c| is_letter(*c));
    let inner = |i: usize| chars.get(i).is_some_and(|c| is_letter(*c) || digit(*c).is_some() || (is_invisible(*c) && letter(i + 1)));
    if let Some(end) = dotted(chars, from) {
        return end;
    }
    let mut end = from + 1;
    loop {
        while inner(end) {
            end += 1;
        }
        let Some(&c) = chars.get(end) else { return end };
        let last = chars[end - 1];
        if is_apostrophe(c) && letter(end + 1) && !is_clitic(chars, end) {
            end += 1;
        } else if is_hyphen(c) && (inner(end + 1)) {
            // `mid-2025`, `pre-1967`: the year is a number of its own.
            let prefix: String = chars[from..end].iter().flat_map(|c| c.to_lowercase()).collect();
            let joined = is_semitic(chars[from]) || matches!(prefix.as_str(), "mid" | "pre" | "post" | "early" | "late");
            if digit(chars[end + 1]).is_some() && joined {
                return end;
            }
            end += 1;
        } else if let Some(next) = broken(chars, end) {
            end = next;
        } else if matches!(c, '"' | '״' | '”' | '׳' | '\'') && is_hebrew(last) && chars.get(end + 1).is_some_and(|c| is_hebrew(*c)) {
            end += 1;
        } else {
            return end;
        }
    }
}

/// Letters with full stops between them: `U.S.`, `p.m.`.
fn dotted(chars: &[char], from: usize) -> Option<usize> {
    let mut end = from;
    let mut letters = 0;
    while chars.get(end).is_some_and(|c| c.is_alphabetic()) && chars.get(end + 1) == Some(&'.') {
        letters += 1;
        end += 2;
    }
    // A last letter without its full stop.
    let after = |i: usize| chars.get(i).is_some_and(|c| is_letter(*c));
    if letters >= 1 && after(end) && !after(end + 1) && chars[from].is_uppercase() && chars[end].is_uppercase() {
        letters += 1;
        end += 1;
    }
    (letters >= 2 && !after(end)).then_some(end)
}

/// A word broken over two lines with a hyphen: where it goes on.
fn broken(chars: &[char], hyphen: usize) -> Option<usize> {
    let c = chars[hyphen];
    if !is_hyphen(c) && c != '\u{00AD}' {
        return None;
    }
    let mut at = hyphen + 1;
    let mut breaks = 0;
    while chars.get(at).is_some_and(|c| is_space(*c)) && at <= hyphen + 120 {
        breaks += usize::from(chars[at] == '\n');
        at += 1;
    }
    (breaks == 1 && chars.get(at).is_some_and(|c| c.is_lowercase())).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        cut(text).iter().map(|t| t.span.cut(text)).collect()
    }

    #[test]
    fn words_numbers_and_marks_stand_apart() {
        assert_eq!(words("The ministry’s 1,200 trucks."), ["The", "ministry", "’s", "1,200", "trucks", "."]);
        assert_eq!(
            words("a 19-year-old, at 14:30, 2025-10-06"),
            ["a", "19", "-", "year-old", ",", "at", "14", ":", "30", ",", "2025", "-", "10", "-", "06"]
        );
        assert_eq!(words("don't cease-fire at 3.5 km"), ["don't", "cease-fire", "at", "3.5", "km"]);
        assert_eq!(words("5.10.2025"), ["5", ".", "10", ".", "2025"]);
        assert_eq!(words("the U.S. at 10 p.m. J. Reed"), ["the", "U.S.", "at", "10", "p.m.", "J", ".", "Reed"]);
        assert_eq!(words("10,20 and 67 160"), ["10", ",", "20", "and", "67", "160"]);
    }

    #[test]
    fn a_word_broken_over_two_lines_is_looked_up_whole() {
        let text = "the nego-\n  tiations went on";
        let tokens = cut(text);
        assert_eq!(&*tokens[1].norm, "negotiations");
        assert_eq!(tokens[1].span.cut(text), "nego-\n  tiations");
    }

    #[test]
    fn hebrew_initials_keep_their_mark_and_arabic_digits_are_numbers() {
        assert_eq!(words("צה\"ל אמר"), ["צה\"ל", "אמר"]);
        let tokens = cut("قُتل ١٬٢٠٠ شخص");
        assert_eq!(tokens[1].kind, Kind::Number);
        assert_eq!(&*tokens[0].norm, "قتل");
    }
}
