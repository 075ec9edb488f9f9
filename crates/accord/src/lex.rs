//! Letters to tokens: every byte of the file is in exactly one token, so that printing loses nothing.

use terms::script::digit;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    /// Dotted numbers: `1.2`, `1.4.7`.
    Clause,
    Date,
    Time,
    /// Quoted words, the marks included.
    Quote,
    /// A quote that its line ends before its mark.
    OpenQuote,
    Comma,
    Stop,
    Colon,
    Semi,
    Open,
    Bar,
    Close,
    Slash,
    Comment,
    Space,
    Break,
    Other,
}

impl Kind {
    pub(crate) fn trivia(self) -> bool {
        matches!(self, Kind::Comment | Kind::Space | Kind::Break)
    }
}

/// A stretch of bytes of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

fn word_char(c: char) -> bool {
    c.is_alphabetic() || terms::script::is_invisible(c) || ('\u{0591}'..='\u{05C7}').contains(&c) || ('\u{064B}'..='\u{0655}').contains(&c)
}

fn inside_word(c: char, next: Option<char>) -> bool {
    word_char(c)
        || c.is_alphanumeric()
        || matches!(c, '\'' | '’' | '׳' | '״')
        || (matches!(c, '-' | '־' | '‑' | '&') && next.is_some_and(|n| n.is_alphanumeric()))
}

/// Cuts a text into tokens.
pub(crate) fn lex(text: &str) -> Vec<Token> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut out = Vec::with_capacity(text.len() / 4);
    let mut i = 0;
    let byte = |k: usize| chars.get(k).map_or(text.len(), |c| c.0);
    let at = |k: usize| chars.get(k).map(|c| c.1);
    while i < chars.len() {
        let c = chars[i].1;
        let from = i;
        let kind = if c == '\n' || c == '\r' {
            i += 1;
            if c == '\r' && at(i) == Some('\n') {
                i += 1;
            }
            Kind::Break
        } else if c.is_whitespace() || c == '\u{FEFF}' {
            while at(i).is_some_and(|c| (c.is_whitespace() || c == '\u{FEFF}') && c != '\n' && c != '\r') {
                i += 1;
            }
            Kind::Space
        } else if c == '-' && at(i + 1) == Some('-') {
            while at(i).is_some_and(|c| c != '\n' && c != '\r') {
                i += 1;
            }
            Kind::Comment
        } else if matches!(c, '"' | '“' | '«' | '”' | '„') {
            let shut: &[char] = if c == '«' { &['»'] } else { &['"', '”', '“'] };
            i += 1;
            while at(i).is_some_and(|c| !shut.contains(&c) && c != '\n' && c != '\r') {
                i += 1;
            }
            if at(i).is_some_and(|c| shut.contains(&c)) {
                i += 1;
                Kind::Quote
            } else {
                Kind::OpenQuote
            }
        } else if digit(c).is_some() {
            number(&mut i, &at)
        } else if word_char(c) {
            while at(i).is_some_and(|c| inside_word(c, at(i + 1))) {
                i += 1;
            }
            Kind::Word
        } else {
            i += 1;
            match c {
                ',' | '،' => Kind::Comma,
                '.' => Kind::Stop,
                ':' => Kind::Colon,
                ';' | '؛' => Kind::Semi,
                '[' => Kind::Open,
                '|' => Kind::Bar,
                ']' => Kind::Close,
                '/' => Kind::Slash,
                _ => Kind::Other,
            }
        };
        out.push(Token { kind, start: byte(from), end: byte(i) });
    }
    out
}

/// A number and what its separators make of it.
fn number(i: &mut usize, at: &dyn Fn(usize) -> Option<char>) -> Kind {
    let is = |k: usize| at(k).and_then(digit).is_some();
    let run = |i: &mut usize| {
        let from = *i;
        while is(*i) {
            *i += 1;
        }
        *i - from
    };
    let first = run(i);
    match at(*i) {
        Some('.') if is(*i + 1) => {
            while at(*i) == Some('.') && is(*i + 1) {
                *i += 1;
                run(i);
            }
            Kind::Clause
        }
        Some('-') if first == 4 && is(*i + 1) => {
            let save = *i;
            *i += 1;
            if run(i) == 2 && at(*i) == Some('-') && is(*i + 1) {
                *i += 1;
                if run(i) == 2 {
                    return Kind::Date;
                }
            }
            *i = save;
            Kind::Number
        }
        Some(':') if is(*i + 1) && first <= 2 => {
            *i += 1;
            run(i);
            Kind::Time
        }
        Some(',' | '٬') if is(*i + 1) && is(*i + 2) && is(*i + 3) && !is(*i + 4) => {
            while matches!(at(*i), Some(',' | '٬')) && is(*i + 1) && is(*i + 2) && is(*i + 3) && !is(*i + 4) {
                *i += 4;
            }
            Kind::Number
        }
        Some(c) if c.is_alphabetic() => {
            while at(*i).is_some_and(|c| inside_word(c, at(*i + 1))) {
                *i += 1;
            }
            Kind::Word
        }
        _ => Kind::Number,
    }
}

/// Digits of any script as ASCII.
pub(crate) fn ascii_digits(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, ',' | '٬'))
        .map(|c| match digit(c) {
            Some(d) => char::from(b'0' + d),
            None => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        lex(text).into_iter().map(|t| t.kind).filter(|k| !k.trivia()).collect()
    }

    #[test]
    fn a_full_stop_after_a_clause_number_is_not_part_of_it() {
        assert_eq!(kinds("when 1.2 is done. 1.3"), [Kind::Word, Kind::Clause, Kind::Word, Kind::Word, Kind::Stop, Kind::Clause]);
        assert_eq!(kinds("by 1.10."), [Kind::Word, Kind::Clause, Kind::Stop]);
    }

    #[test]
    fn dates_times_and_thousands_are_one_token_each() {
        assert_eq!(kinds("2018-12-11 10:00 1,000 ١٤"), [Kind::Date, Kind::Time, Kind::Number, Kind::Number]);
        assert_eq!(ascii_digits("١,٢٣٤"), "1234");
    }

    #[test]
    fn every_byte_is_in_one_token() {
        let text = "AGREEMENT \"x\" -- y\r\n1.1 שלום, [A: ب | B: c] ؟ \"open\n";
        let tokens = lex(text);
        let again: String = tokens.iter().map(|t| &text[t.start..t.end]).collect();
        assert_eq!(again, text);
        assert!(tokens.windows(2).all(|w| w[0].end == w[1].start));
    }
}
