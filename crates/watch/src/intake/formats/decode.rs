//! Encodings: marks of order, what a page declares, and the old code pages of Arabic and Hebrew.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1255, WINDOWS_1256};

/// Decodes a text and names its encoding; `None` when the bytes are no text.
pub(crate) fn text(bytes: &[u8]) -> Option<(String, &'static str)> {
    let (encoding, skip) = choose(bytes);
    let (text, _) = encoding.decode_without_bom_handling(&bytes[skip..]);
    let (mut all, mut control) = (0usize, 0usize);
    for c in text.chars().take(100_000) {
        all += 1;
        control += usize::from(c == '\0' || c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{C}' | '\u{85}'));
    }
    // A stray control character is left in; a file full of them is no text.
    (control * 50 <= all).then(|| (text.into_owned(), encoding.name()))
}

fn choose(bytes: &[u8]) -> (&'static Encoding, usize) {
    if let Some(found) = Encoding::for_bom(bytes) {
        return found;
    }
    if std::str::from_utf8(bytes).is_ok() && !wide(bytes, 0) && !wide(bytes, 1) {
        return (UTF_8, 0);
    }
    if wide(bytes, 1) {
        return (UTF_16LE, 0);
    }
    if wide(bytes, 0) {
        return (UTF_16BE, 0);
    }
    if let Some(encoding) = declared(bytes) {
        return (encoding, 0);
    }
    let high = bytes.iter().filter(|b| **b >= 0x80).count();
    // Some bytes of a text in UTF-8 were damaged: what is well formed outweighs what is not.
    let good = String::from_utf8_lossy(bytes).chars().filter(|c| !c.is_ascii() && *c != '\u{FFFD}').count();
    if good * 4 > high {
        return (UTF_8, 0);
    }
    if high * 10 < bytes.len() * 3 {
        return (WINDOWS_1252, 0);
    }
    let hebrew = bytes.iter().filter(|b| (0xE0..=0xFA).contains(*b)).count();
    if hebrew * 10 > high * 9 { (WINDOWS_1255, 0) } else { (WINDOWS_1256, 0) }
}

/// Whether the bytes are UTF-16 without its mark: every second byte is nought.
fn wide(bytes: &[u8], at: usize) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let noughts = head.iter().skip(at).step_by(2).filter(|b| **b == 0).count();
    let others = head.iter().skip(1 - at).step_by(2).filter(|b| **b == 0).count();
    head.len() >= 8 && noughts * 5 > head.len() && others == 0
}

/// The encoding that a page declares in its head.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let label = head.split_once("charset=")?.1.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end]).filter(|e| *e != UTF_8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_are_told_by_their_letters() {
        for (encoding, words) in [
            (WINDOWS_1256, "قال الوفد إنه سيعود إلى المحادثات"),
            (WINDOWS_1255, "המשלחת אמרה כי תשוב לשיחות"),
            (WINDOWS_1252, "He said “we will return” – and left the café"),
        ] {
            let (bytes, ..) = encoding.encode(words);
            assert_eq!(text(&bytes), Some((words.to_owned(), encoding.name())));
        }
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        let wide: Vec<u8> = "The talks began.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&wide).map(|t| t.0).as_deref(), Some("The talks began."));
        let marked = [&[0xFF, 0xFE][..], &wide].concat();
        assert_eq!(text(&marked).map(|t| t.0).as_deref(), Some("The talks began."));
    }

    #[test]
    fn one_damaged_byte_does_not_change_the_encoding() {
        let mut bytes = "قال الوفد إنه سيعود إلى المحادثات".as_bytes().to_vec();
        bytes[5] = 0xFF;
        assert_eq!(text(&bytes).map(|t| t.1), Some("UTF-8"));
    }
}
