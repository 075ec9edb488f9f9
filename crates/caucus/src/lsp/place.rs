//! Places: bytes of the text to lines and UTF-16 units and back.
//!
//! A position past the end of its line is its end, one past the last line the end of the text, one
//! within a character its beginning, as the protocol wants it.

use serde_json::{Value, json};
use std::ops::Range;

/// Where the lines of a text begin. A line ends with `\n`, `\r\n` or `\r`.
#[derive(Debug, Clone)]
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (k, b) in bytes.iter().enumerate() {
            if *b == b'\n' || (*b == b'\r' && bytes.get(k + 1) != Some(&b'\n')) {
                starts.push(k + 1);
            }
        }
        Self(starts)
    }

    /// The protocol's position of a byte.
    pub(super) fn position(&self, text: &str, byte: usize) -> Value {
        let (line, column) = self.at(text, byte);
        json!({"line": line, "character": column})
    }

    /// Line and UTF-16 column of a byte, both from 0.
    pub(super) fn at(&self, text: &str, byte: usize) -> (usize, usize) {
        let byte = byte.min(text.len());
        let line = self.0.partition_point(|s| *s <= byte).max(1) - 1;
        let column = text.get(self.0[line]..byte).map_or(0, |t| t.encode_utf16().count());
        (line, column)
    }

    /// The protocol's range of bytes.
    pub(super) fn range(&self, text: &str, at: &Range<usize>) -> Value {
        json!({"start": self.position(text, at.start), "end": self.position(text, at.end)})
    }

    /// The byte of a position.
    pub(super) fn byte(&self, text: &str, position: &Value) -> usize {
        let number = |key: &str| position[key].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        let (line, column) = (number("line"), number("character"));
        let Some(start) = self.0.get(line).copied() else { return text.len() };
        let end = self.0.get(line + 1).copied().unwrap_or(text.len());
        let words = text[start..end].trim_end_matches(['\n', '\r']);
        let mut units = 0;
        for (k, c) in words.char_indices() {
            if units + c.len_utf16() > column {
                return start + k;
            }
            units += c.len_utf16();
        }
        start + words.len()
    }

    /// The bytes of a range; one that is turned round is empty.
    pub(super) fn bytes(&self, text: &str, range: &Value) -> Range<usize> {
        let (start, end) = (self.byte(text, &range["start"]), self.byte(text, &range["end"]));
        start..end.max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_column_counts_utf16_units_and_not_bytes_or_characters() {
        let text = "أب😀ج\nשלום x";
        let lines = Lines::new(text);
        let byte = text.find('ج').unwrap();
        assert_eq!(lines.at(text, byte), (0, 4), "two letters of one unit, a sign of two");
        assert_eq!(lines.byte(text, &json!({"line": 0, "character": 4})), byte);
        assert_eq!(lines.byte(text, &json!({"line": 0, "character": 3})), text.find('😀').unwrap(), "within the sign is its beginning");
        assert_eq!(lines.at(text, text.find('x').unwrap()), (1, 5));
    }

    proptest! {
        #[test]
        fn every_place_comes_back(text in "(\\PC|\n|\r\n|😀|ש|ا){0,40}", k in 0usize..200) {
            let lines = Lines::new(&text);
            let all: Vec<usize> = text.char_indices().map(|c| c.0).chain([text.len()]).collect();
            let byte = all[k % all.len()];
            // Between the two signs of a line's end is the end of the line.
            let within = text[..byte].ends_with('\r') && text[byte..].starts_with('\n');
            if !within {
                let (line, column) = lines.at(&text, byte);
                prop_assert_eq!(lines.byte(&text, &json!({"line": line, "character": column})), byte);
            }
        }
    }
}
