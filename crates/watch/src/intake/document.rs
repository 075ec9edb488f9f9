//! The document: bytes to text, with its language and its header.

use super::layer::{Layer, Text};
use super::reading::{Document, FileForm};
use super::{Options, Unreadable};
use terms::phrase::Phrase;

/// Decodes a report.
///
/// # Errors
/// When the bytes are no text.
pub fn open(bytes: &[u8], options: &Options) -> Result<Layer, Unreadable> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable(Phrase::new("watch-intake-empty")));
    }
    let text = String::from_utf8_lossy(bytes).into_owned();
    let document = Document {
        language: "en".to_owned(),
        date: options.date.map(|d| d.to_string()),
        date_from: options.date.map(|_| "option"),
        day: options.date,
        form: FileForm::Text,
        encoding: "UTF-8",
        spans: "file",
        ..Document::default()
    };
    Ok(Layer { text: Text::plain(text), document, ..Layer::default() })
}

/// Reads the header: outlet, date, place.
pub fn header(_layer: &mut Layer, _options: &Options) {}

/// The file as given, where the text that was read was taken out of it.
#[must_use]
pub fn source(_bytes: &[u8], _document: &Document) -> Option<String> {
    None
}
