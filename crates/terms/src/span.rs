//! Spans: which words of a text something came from.

use serde::{Deserialize, Serialize};

/// A stretch of a text in Unicode code points, the end not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first code point inside.
    pub start: usize,
    /// The first code point after.
    pub end: usize,
}

impl Span {
    /// Exactly the words of the span; what lies beyond the text's end is cut off.
    #[must_use]
    pub fn cut(self, text: &str) -> String {
        text.chars().skip(self.start).take(self.end.saturating_sub(self.start)).collect()
    }
}

/// Puts spans in order and joins those that touch or overlap; empty ones go.
#[must_use]
pub fn tidy(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|s| s.start < s.end);
    spans.sort_unstable();
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match out.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => out.push(span),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_cut_code_points_not_bytes() {
        assert_eq!(Span { start: 1, end: 3 }.cut("שלום"), "לו");
        assert_eq!(Span { start: 2, end: 99 }.cut("abc"), "c");
    }

    #[test]
    fn touching_spans_become_one() {
        let s = |a, b| Span { start: a, end: b };
        assert_eq!(tidy(vec![s(5, 7), s(0, 2), s(2, 4), s(9, 9)]), [s(0, 4), s(5, 7)]);
    }
}
