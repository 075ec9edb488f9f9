//! What several verbs share: files read whole, sentences in a language, exact counts, rows of CSV.

use super::failure::Failure;
use crate::words::speak;
use std::path::Path;
use terms::language::Language;
use terms::phrase::Phrase;

/// A language in which results are told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
enum Lang {
    /// Arabic.
    Ar,
    /// English.
    #[default]
    En,
    /// Hebrew.
    He,
}

/// The flag for it.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub(crate) struct LangArg {
    /// The language of sentences.
    #[arg(long, value_enum, value_name = "LANG", default_value_t)]
    lang: Lang,
}

impl LangArg {
    fn language(self) -> Language {
        match self.lang {
            Lang::Ar => Language::Ar,
            Lang::En => Language::En,
            Lang::He => Language::He,
        }
    }

    /// Whether it runs from right to left.
    pub(crate) fn right_to_left(self) -> bool {
        self.language().right_to_left()
    }

    /// A phrase in words. The marks that keep a name's direction apart stay where the language runs
    /// from right to left; in English on a terminal they would be stray bytes.
    pub(crate) fn words(self, phrase: &Phrase) -> String {
        self.shown(&self.speak().phrase(phrase, "UTC"))
    }

    /// The words of the language.
    pub(crate) fn speak(self) -> &'static crate::words::Speak {
        speak(self.language())
    }

    /// A text as a terminal shows it.
    pub(crate) fn shown(self, text: &str) -> String {
        if self.language().right_to_left() { text.to_owned() } else { plain(text) }
    }
}

/// A phrase in plain English, for messages.
pub(crate) fn english(phrase: &Phrase) -> String {
    LangArg::default().words(phrase)
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect()
}

/// A count as JSON: a number where every reader holds it exactly, else its digits as text.
pub(crate) fn count(digits: &str) -> serde_json::Value {
    digits.parse::<u64>().map_or_else(|_| digits.into(), Into::into)
}

/// `1 package`, `2 packages`.
pub(crate) fn several(n: &str, one: &str) -> String {
    if n == "1" { format!("1 {one}") } else { format!("{n} {one}s") }
}

/// A row of CSV (RFC 4180), without its line's end.
pub(crate) fn csv_row(cells: &[&str]) -> String {
    let cell = |c: &&str| {
        if c.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", c.replace('"', "\"\"")) } else { (*c).to_owned() }
    };
    cells.iter().map(cell).collect::<Vec<_>>().join(",")
}

/// A file's bytes, at most `most` of them.
pub(crate) fn bytes(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let about = std::fs::metadata(path).map_err(|e| Failure::file(path, &e))?;
    if about.is_dir() {
        return Err(Failure::input(format!("`{}` is a folder", path.display()), "name a file in it"));
    }
    if about.len() > most {
        let message = format!("`{}` has {} bytes; at most {most} are read", path.display(), about.len());
        return Err(Failure::input(message, "divide it into smaller files"));
    }
    std::fs::read(path).map_err(|e| Failure::file(path, &e))
}

/// A text file, at most `most` bytes of it.
pub(crate) fn text(path: &Path, most: u64) -> Result<String, Failure> {
    String::from_utf8(bytes(path, most)?).map_err(|e| {
        let valid = &e.as_bytes()[..e.utf8_error().valid_up_to()];
        let line = valid.iter().filter(|b| **b == b'\n').count() + 1;
        Failure::input(format!("`{}`, line {line}: not UTF-8", path.display()), "save the file in UTF-8")
    })
}

/// A fault of a file's content, with its line where one is known.
pub(crate) fn fault(path: &Path, line: Option<usize>, what: &str, hint: &str) -> Failure {
    let at = line.map_or_else(String::new, |n| format!(", line {n}"));
    Failure::input(format!("`{}`{at}: {what}", path.display()), hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_with_separators_or_quotes_are_quoted() {
        assert_eq!(csv_row(&["a", "b,c", "ד\"ר", ""]), "a,\"b,c\",\"ד\"\"ר\",");
    }

    #[test]
    fn a_count_too_large_for_a_number_keeps_its_digits() {
        assert_eq!(count("12"), serde_json::json!(12));
        assert_eq!(count("36893488147419103232"), serde_json::json!("36893488147419103232"));
    }
}
