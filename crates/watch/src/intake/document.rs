//! The document: bytes to text, with its form, encoding and language.
//!
//! Nothing is lost on the way: text that cannot be told stays in, and a remark says what is odd. What
//! is no text at all is refused with a word.

use super::formats::{decode, docx, html, pdf};
use super::layer::{Layer, Text};
use super::reading::{Document, FileForm, Remark};
use super::{Options, Unreadable, header, lists};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use terms::phrase::Phrase;

/// Decodes a report and tells its language.
///
/// # Errors
/// When the bytes are no text: empty, binary, a damaged file.
pub fn open(bytes: &[u8], options: &Options) -> Result<Layer, Unreadable> {
    let refuse = |key: &str| Unreadable(Phrase::new(key));
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(refuse("watch-intake-empty"));
    }
    let mut document = Document { sha256: hex(bytes), spans: "file", encoding: "", ..Document::default() };
    let mut published = None;
    let text = if bytes.starts_with(b"PK\x03\x04") {
        (document.form, document.spans) = (FileForm::Docx, "extracted");
        Text::plain(docx::text(bytes).map_err(refuse)?)
    } else if bytes.starts_with(b"%PDF-") {
        (document.form, document.spans) = (FileForm::Pdf, "extracted");
        Text::plain(pdf::text(bytes).map_err(refuse)?)
    } else {
        let (file, encoding) = decode::text(bytes).ok_or_else(|| refuse("watch-intake-binary"))?;
        document.encoding = encoding;
        if html::is_html(&file) {
            document.form = FileForm::Html;
            document.spans = if options.extracted { "extracted" } else { "file" };
            let page = html::text(&file);
            published = page.published;
            Text::extracted(page.view, page.origin)
        } else {
            Text::plain(file)
        }
    };
    if text.view().chars().all(|c| c.is_whitespace() || terms::script::is_invisible(c)) {
        return Err(refuse("watch-intake-empty"));
    }
    document.language = language(text.view());
    if let Some(day) = published {
        (document.day, document.date, document.date_from) = (Some(day), Some(day.to_string()), Some("text"));
    }
    let mut layer = Layer { text, document, ..Layer::default() };
    say(&mut layer);
    Ok(layer)
}

/// Reads the header, once the sentences are cut: outlet, place, date.
pub fn header(layer: &mut Layer, options: &Options) {
    header::find(layer);
    if layer.document.day.is_none()
        && let Some(day) = options.date
    {
        layer.document.day = Some(day);
        layer.document.date = Some(day.to_string());
        layer.document.date_from = Some("option");
    }
    if layer.document.day.is_none() {
        layer.remarks.push(Remark { what: Phrase::new("watch-intake-no-date"), span: None });
    }
}

/// The file as given, where the text that was read was taken out of it.
#[must_use]
pub fn source(bytes: &[u8], document: &Document) -> Option<String> {
    (document.form == FileForm::Html).then(|| decode::text(bytes).map(|(text, _)| text)).flatten()
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// What is odd about the text.
fn say(layer: &mut Layer) {
    let mut remark = |key: &str| layer.remarks.push(Remark { what: Phrase::new(key), span: None });
    match layer.document.language.as_str() {
        "en" => {}
        "ar" | "he" => remark("watch-intake-partly"),
        _ => remark("watch-intake-language"),
    }
    let view = layer.text.view();
    if view.contains('\u{FFFD}') || broken(view) {
        remark("watch-intake-broken");
    }
}

/// The language: by script, and among languages of the Latin script by the commonest words.
fn language(text: &str) -> String {
    let (mut latin, mut arabic, mut hebrew, mut persian, mut other) = (0u32, 0u32, 0u32, 0u32, 0u32);
    for c in text.chars().take(40_000).filter(|c| c.is_alphabetic()) {
        match c {
            'A'..='Z' | 'a'..='z' | '\u{00C0}'..='\u{024F}' => latin += 1,
            'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' => persian += 1,
            '\u{0600}'..='\u{06FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => arabic += 1,
            '\u{0590}'..='\u{05FF}' => hebrew += 1,
            _ => other += 1,
        }
    }
    let most = latin.max(arabic + persian).max(hebrew).max(other);
    if most == 0 {
        return "und".to_owned();
    }
    if arabic + persian == most {
        return if persian * 20 > arabic { "und" } else { "ar" }.to_owned();
    }
    if hebrew == most {
        return "he".to_owned();
    }
    if other == most {
        return "und".to_owned();
    }
    let words: Vec<String> = text
        .chars()
        .take(40_000)
        .collect::<String>()
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for entry in words.iter().filter_map(|w| lists::common().get(w)) {
        for tag in &entry.fields {
            *counts.entry(tag).or_default() += 1;
        }
    }
    let english = counts.get("en").copied().unwrap_or(0);
    let best = counts.iter().max_by_key(|(tag, n)| (**n, **tag == "en"));
    match best {
        Some((tag, n)) if *tag != "en" && *n > english + english / 2 && *n * 20 > words.len() => (*tag).to_owned(),
        // Lists and headings have few common words; a long text without any is in no language of ours.
        _ if words.len() < 40 || english * 20 > words.len() => "en".to_owned(),
        _ => "und".to_owned(),
    }
}

/// Whether the text came badly out of a scanner: digits or marks inside words, letters apart.
fn broken(text: &str) -> bool {
    let (mut words, mut odd) = (0usize, 0usize);
    for word in text.split_whitespace().take(20_000) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if !word.chars().any(char::is_alphabetic) {
            continue;
        }
        words += 1;
        let letters: Vec<char> = word.chars().collect();
        let inside = letters.windows(3).any(|w| {
            w[0].is_lowercase()
                && w[2].is_lowercase()
                && (w[1].is_ascii_digit() || matches!(w[1], '|' | '~' | '^' | '=' | '{' | '}' | '\\' | '¢' | '§'))
        });
        let apart = letters.len() == 1 && letters[0].is_ascii_lowercase() && letters[0] != 'a';
        odd += usize::from(inside || apart);
    }
    words >= 10 && odd * 8 > words
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn opened(text: &str) -> Layer {
        open(text.as_bytes(), &Options::default()).expect("a text")
    }

    fn keys(layer: &Layer) -> Vec<&str> {
        layer.remarks.iter().map(|r| r.what.key.as_str()).collect()
    }

    #[test]
    fn a_language_is_told_by_its_script_and_its_words() {
        for (text, tag) in [
            ("The delegation said that it would return to the talks on Monday.", "en"),
            ("قال الوفد إنه سيعود إلى المحادثات يوم الاثنين", "ar"),
            ("המשלחת אמרה כי תשוב לשיחות ביום שני", "he"),
            (
                "La délégation a dit qu’elle reviendrait à la table des négociations lundi et que les parties sont d’accord pour les libérations.",
                "fr",
            ),
            ("Делегация заявила, что вернётся к переговорам", "und"),
        ] {
            assert_eq!(opened(text).document.language, tag, "{text}");
        }
        assert_eq!(keys(&opened("Делегация заявила, что вернётся к переговорам")), ["watch-intake-language"]);
    }

    #[test]
    fn what_is_no_text_is_refused_with_a_word() {
        let key = |bytes: &[u8]| open(bytes, &Options::default()).err().map(|u| u.0.key);
        assert_eq!(key(b" \n ").as_deref(), Some("watch-intake-empty"));
        assert_eq!(key(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0").as_deref(), Some("watch-intake-binary"));
        assert_eq!(key(b"PK\x03\x04rubbish").as_deref(), Some("watch-intake-docx"));
        assert_eq!(key(b"%PDF-1.4 rubbish").as_deref(), Some("watch-intake-pdf"));
    }

    #[test]
    fn a_badly_scanned_page_is_read_and_said_to_be_one() {
        let layer = opened("T h e c0mmittee rn3t on T u e s d a y a n d agre3d t o m e e t a g a i n.");
        assert!(keys(&layer).contains(&"watch-intake-broken"));
    }

    #[test]
    fn a_page_says_when_it_was_published() {
        let layer = opened(
            "<html><head><meta property=\"article:published_time\" content=\"2027-03-12T08:00:00Z\"></head><body><p>The talks began.</p></body></html>",
        );
        assert_eq!(layer.document.day, Some(date(2027, 3, 12)));
        assert_eq!(layer.document.form, FileForm::Html);
    }
}
