//! Text as XML carries it, for the drawings and the Word files that the door writes.

/// The text with its marks written as entities; what XML 1.0 does not allow, whatever a file holds, is left out.
#[must_use]
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() && !matches!(c, '\n' | '\r' | '\t') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_is_written_is_read_back_by_any_reader() {
        for text in ["a < b & \"c\"", "נמל\u{202e}\u{0}\u{1b}[0m", "\u{ffff}ميناء\n"] {
            let xml = ["<t>", &escaped(text), "</t>"].concat();
            let read = roxmltree::Document::parse(&xml).expect("XML");
            let kept: String = text.chars().filter(|c| !matches!(c, '\u{0}' | '\u{1b}' | '\u{ffff}')).collect();
            assert_eq!(read.root_element().text(), Some(kept.as_str()));
        }
    }
}
