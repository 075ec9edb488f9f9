//! Segments: paragraphs, quotations and sentences.
//!
//! Quotations are paired before sentences are cut, since a sentence never ends inside one.

use super::layer::{Kind, Layer, Paragraph, Place, Sentence, Token};
use super::lists;
use super::{quotes, tokens};
use std::ops::Range;
use terms::span::Span;

/// Cuts the text of the layer.
pub fn cut(layer: &mut Layer) {
    layer.tokens = tokens::cut(layer.text.view());
    let blocks = paragraphs(layer.text.view());
    let mut odd = quotes::pair(layer, &blocks);
    for (span, place) in blocks {
        let tokens = layer.tokens_in(span);
        let first = layer.sentences.len();
        let paragraph = layer.paragraphs.len();
        for range in sentences(layer, tokens) {
            let span = layer.span(range.clone());
            layer.sentences.push(Sentence { span, tokens: range, paragraph });
        }
        let place = if place == Place::Body && heading(layer, first) { Place::Heading } else { place };
        layer.paragraphs.push(Paragraph { span, sentences: first..layer.sentences.len(), place });
    }
    quotes::close_odd(layer, &mut odd);
}

/// A line of the text, its end not included.
struct Line {
    span: Span,
    text: String,
}

/// Paragraphs: blocks between empty lines, cut again where a line begins an item or a stamp, or is
/// too short to have been broken for the width of the page.
fn paragraphs(text: &str) -> Vec<(Span, Place)> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let n = line.chars().count();
        lines.push(trimmed(line, start));
        start += n + 1;
    }
    let width = lines.iter().map(|l| l.text.chars().count()).max().unwrap_or(0);
    let mut out: Vec<(Span, Place)> = Vec::new();
    let mut open: Option<(Span, Place)> = None;
    let mut before: Option<&Line> = None;
    let mut marks = Marks::default();
    for line in &lines {
        if line.text.is_empty() {
            out.extend(open.take());
            before = None;
            continue;
        }
        let item = is_item(&line.text);
        // Somebody's words go over the end of a line, however the line ends.
        let quoted = width <= 160 && marks.unclosed() && !line.text.starts_with(['"', '“', '„', '«']);
        let goes_on = before.is_some_and(|b| !item && !is_stamp(&line.text) && (quoted || wrapped(b, line, width)));
        match &mut open {
            Some((span, _)) if goes_on => span.end = line.span.end,
            _ => {
                marks = Marks::default();
                out.extend(open.take());
                open = Some((line.span, if item { Place::Item } else { Place::Body }));
            }
        }
        marks.take(&line.text);
        before = Some(line);
    }
    out.extend(open);
    out
}

/// The quotation marks of a stretch: how many straight ones, and how many more open than close.
#[derive(Default)]
struct Marks {
    straight: usize,
    open: isize,
}

impl Marks {
    fn take(&mut self, line: &str) {
        for c in line.chars() {
            self.straight += usize::from(c == '"');
            self.open += isize::from(matches!(c, '“' | '«')) - isize::from(matches!(c, '”' | '»'));
        }
    }

    /// Whether a quotation that opened has not closed.
    fn unclosed(&self) -> bool {
        self.straight % 2 == 1 || self.open == 1
    }
}

fn trimmed(line: &str, start: usize) -> Line {
    let text = line.trim();
    let lead = line.chars().take_while(|c| c.is_whitespace()).count();
    Line { span: Span { start: start + lead, end: start + lead + text.chars().count() }, text: text.to_owned() }
}

/// Whether a line went on in the next because the page was no wider.
fn wrapped(line: &Line, next: &Line, width: usize) -> bool {
    let ends = line.text.trim_end_matches(['"', '”', '’', '\'', ')', '»']).ends_with(['.', '?', '!', '…', ':', '؟']);
    let lower = next.text.chars().next().is_some_and(char::is_lowercase);
    let long = line.text.chars().count();
    let word = next.text.split_whitespace().next().map_or(0, |w| w.chars().count());
    // Lines of a whole paragraph each: only a line that stops short of its sentence goes on.
    if width > 160 {
        return lower && !ends;
    }
    (lower && !ends) || (width >= 40 && long + word + 1 > width - width / 8) || (!ends && width >= 40 && long * 3 > width * 2)
}

/// Whether a line begins an item of a list.
fn is_item(line: &str) -> bool {
    let mut chars = line.chars();
    let Some(first) = chars.next() else { return false };
    let rest = chars.as_str();
    if matches!(first, '•' | '·' | '▪' | '◦' | '●' | '■' | '‣' | '*' | '-' | '–' | '—' | '+') {
        return rest.starts_with([' ', '\t', '\u{A0}']);
    }
    let inner = line.strip_prefix('(').unwrap_or(line);
    let label = inner.split([')', '.', ' ']).next().unwrap_or_default();
    let after = inner.strip_prefix(label).unwrap_or_default();
    let is_label = !label.is_empty()
        && (label.chars().all(|c| c.is_ascii_digit()) && label.len() <= 2
            || label.len() == 1 && label.chars().all(|c| c.is_ascii_lowercase())
            || label.len() <= 4 && label.chars().all(|c| matches!(c, 'i' | 'v' | 'x')));
    is_label && (after.starts_with(") ") || after.starts_with(". "))
}

/// Whether a line begins with the stamp of a live report: `14:32`, `9.05pm GMT`, `2h ago`.
pub(super) fn is_stamp(line: &str) -> bool {
    let line = line.strip_prefix('[').unwrap_or(line);
    let hours = line.chars().take_while(char::is_ascii_digit).count();
    if !(1..=2).contains(&hours) {
        return false;
    }
    let rest = &line[hours..];
    let minutes = rest.strip_prefix([':', '.']).map_or(0, |r| r.chars().take_while(char::is_ascii_digit).count());
    if minutes == 2 {
        let after = rest[3..].chars().next();
        return after.is_none_or(|c| !c.is_ascii_digit() && c != '.' && c != '%');
    }
    rest.starts_with("h ago") || rest.starts_with("m ago") || rest.starts_with(" min ago")
}

/// Whether a paragraph is a heading: one sentence of a few words that no full stop ends.
fn heading(layer: &Layer, first: usize) -> bool {
    let [sentence] = &layer.sentences[first..] else { return false };
    let tokens = &layer.tokens[sentence.tokens.clone()];
    let ends = tokens.last().is_some_and(|t| matches!(&*t.norm, "." | "?" | "!" | "…" | ":" | ";" | "," | "؟") || t.kind == Kind::Quote);
    tokens.len() <= 16 && !ends && tokens.iter().any(|t| t.kind == Kind::Word)
}

fn sentences(layer: &Layer, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = tokens.start;
    let mut i = tokens.start;
    // `14:32 - The ferry has sailed`: the stamp is no part of the sentence.
    if let Some(first) = layer.tokens.get(start).filter(|t| t.kind == Kind::Number)
        && let Some(dash) = (start + 1..tokens.end.min(start + 6)).find(|k| matches!(&*layer.tokens[*k].norm, "-" | "–" | "—"))
        && !layer.tokens[dash].glued
        && layer.tokens.get(dash + 1).is_some_and(|t| !t.glued)
        && is_stamp(layer.cut(Span { start: first.span.start, end: layer.tokens[dash].span.end }))
    {
        out.push(start..dash + 1);
        (start, i) = (dash + 1, dash + 1);
    }
    while i < tokens.end {
        // A quotation that closes is one piece.
        if layer.tokens[i].kind == Kind::Quote
            && let Some(close) = quotes::close_of(layer, i).filter(|c| *c < tokens.end)
        {
            i = close;
            if ends_in_quote(layer, i, &tokens) {
                out.push(start..i + 1);
                start = i + 1;
            }
            i += 1;
            continue;
        }
        if let Some(end) = stop(layer, i, start, &tokens) {
            out.push(start..end);
            start = end;
            i = end;
            continue;
        }
        i += 1;
    }
    if start < tokens.end {
        out.push(start..tokens.end);
    }
    out
}

/// Whether a closing quotation mark ends the sentence: what it closes ended, and a new one begins.
fn ends_in_quote(layer: &Layer, close: usize, within: &Range<usize>) -> bool {
    let Some(last) = close.checked_sub(1).map(|i| &layer.tokens[i]) else { return false };
    if !matches!(&*last.norm, "." | "?" | "!" | "…" | "؟") {
        return false;
    }
    let Some(next) = layer.tokens[..within.end].get(close + 1) else { return true };
    if matches!(&*next.norm, "," | ";" | ":" | "." | "-" | "–" | "—" | ")") || !begins(next) {
        return false;
    }
    // “Will it hold?” Reed asked.
    let after = &layer.tokens[close + 1..within.end.min(close + 8)];
    let verb = after.iter().position(|t| lists::continuers().get(&t.norm).is_some());
    let mark = after.iter().position(|t| t.kind != Kind::Word).unwrap_or(after.len());
    last.is(".") || verb.is_none_or(|v| v > mark)
}

/// Whether a token can begin a sentence.
fn begins(token: &Token) -> bool {
    token.capital
        || matches!(token.kind, Kind::Number | Kind::Quote | Kind::Address)
        || token.is("(")
        || token.is("[")
        || token.kind == Kind::Word && !token.norm.starts_with(|c: char| c.is_lowercase())
}

/// Where the sentence ends when a token is its full stop.
fn stop(layer: &Layer, i: usize, start: usize, within: &Range<usize>) -> Option<usize> {
    let all = &layer.tokens[..within.end];
    let token = &all[i];
    let next = |k: usize| all.get(k);
    // `U.S.` and `p.m.` end a sentence only before a word that begins one.
    if token.kind == Kind::Word && token.norm.ends_with('.') {
        let starts = next(i + 1).is_some_and(|t| t.capital && lists::starters().get(&t.norm).is_some());
        return starts.then_some(i + 1);
    }
    if !matches!(&*token.norm, "." | "?" | "!" | "…" | "؟" | "۔" | "׃") {
        return None;
    }
    // All marks that stand together, and the brackets and quotation marks that they close.
    let mut end = i + 1;
    while next(end).is_some_and(|t| t.glued && matches!(&*t.norm, "." | "?" | "!" | "…" | "؟")) {
        end += 1;
    }
    let dots = end - i;
    while next(end).is_some_and(|t| t.glued && (matches!(&*t.norm, ")" | "]") || matches!(&*t.norm, "”" | "»" | "’"))) {
        end += 1;
    }
    let Some(follow) = next(end) else { return Some(end) };
    // A space was lost in copying: `talks.The`; but not in `caucus.example` or `3.b`.
    let lost = follow.glued && follow.capital && i > start && all[i - 1].kind == Kind::Word && all[i - 1].norm.chars().count() > 2;
    if follow.glued && !lost && follow.kind != Kind::Quote {
        return None;
    }
    if !begins(follow) {
        return None;
    }
    if token.is(".") && dots == 1 && i > start {
        let before = &all[i - 1];
        if before.kind == Kind::Word && before.glued_to(token) {
            match lists::abbreviations().get(&before.norm).map(|e| e.field(0)) {
                Some("always") => return None,
                Some("number") if follow.kind == Kind::Number => return None,
                Some("month") if follow.kind == Kind::Number => return None,
                _ => {}
            }
            // Initials: J. Reed.
            if before.capital && before.norm.chars().count() == 1 && follow.capital {
                return None;
            }
        }
        // The number of an item or a paragraph.
        if before.kind == Kind::Number && i == start + 1 {
            return None;
        }
    }
    Some(end)
}

impl Token {
    /// Whether the next token stands directly after this one.
    fn glued_to(&self, next: &Token) -> bool {
        self.span.end == next.span.start
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::layer::Text;

    fn layer(text: &str) -> Layer {
        let mut layer = Layer { text: Text::plain(text.to_owned()), ..Layer::default() };
        cut(&mut layer);
        layer
    }

    fn split(text: &str) -> Vec<String> {
        let layer = layer(text);
        layer.sentences.iter().map(|s| layer.cut(s.span).to_owned()).collect()
    }

    #[test]
    fn a_sentence_ends_where_it_ends() {
        assert_eq!(split("Dr. Reed met Gen. Tal at 3.5 km. They spoke.").len(), 2);
        assert_eq!(split("Annex No. 5 names J. Reed. He left at 10 p.m. The rest stayed.").len(), 3);
        assert_eq!(split("They waited... and left. Who came? Nobody!").len(), 3);
        assert_eq!(split("The U.S. Congress met. It was late.").len(), 2);
    }

    #[test]
    fn no_sentence_ends_inside_a_quotation() {
        assert_eq!(split("“We want it. We want it now,” she said. He left.").len(), 2);
        assert_eq!(split("\"We want it. Now.\" He left.").len(), 2);
        assert_eq!(split("“Will it hold?” Reed asked. Nobody knew.").len(), 2);
        assert_eq!(split("He said: «Non. Jamais.» Then he left.").len(), 2);
    }

    #[test]
    fn an_odd_mark_does_not_swallow_the_rest() {
        let layer = layer("He said “we will go. They stayed. It rained.");
        assert_eq!(layer.sentences.len(), 3);
        assert_eq!(layer.remarks.len(), 1);
        assert_eq!(layer.cut(layer.quotes[0].inner), "we will go.");
    }

    #[test]
    fn a_quotation_may_run_over_paragraphs() {
        let layer = layer("“We began.\n\n“We went on.\n\n“We ended,” he said.");
        assert_eq!(layer.quotes.iter().map(|q| q.continues).collect::<Vec<_>>(), [None, Some(0), Some(1)]);
        assert!(layer.remarks.is_empty());
    }

    #[test]
    fn lines_broken_for_the_page_are_one_paragraph_and_items_are_not() {
        let text = "The committee met on Tuesday in the old school of the upper village\nand agreed to meet again.\n\n- one thing\n- another thing\n14:32 A convoy left.\n15:10 It came back.";
        let layer = layer(text);
        let spans: Vec<&str> = layer.paragraphs.iter().map(|p| layer.cut(p.span)).collect();
        assert_eq!(spans.len(), 5, "{spans:?}");
        assert_eq!(layer.paragraphs[1].place, Place::Item);
    }
}
