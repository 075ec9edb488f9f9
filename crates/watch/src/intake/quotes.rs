//! Quotations: which mark opens, which closes, and what goes on in the next paragraph.

use super::layer::{Kind, Layer, Place, Quote, Token};
use super::reading::Remark;
use std::ops::Range;
use terms::phrase::Phrase;
use terms::span::Span;

/// The family of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Angle,
    SmallAngle,
}

/// Which way a mark's shape points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Opens,
    Closes,
    Either,
}

fn read(mark: char) -> (Family, Shape) {
    match mark {
        '“' | '„' | '‟' => (Family::Double, Shape::Opens),
        '”' => (Family::Double, Shape::Closes),
        '«' => (Family::Angle, Shape::Opens),
        '»' => (Family::Angle, Shape::Closes),
        '‹' => (Family::SmallAngle, Shape::Opens),
        '›' => (Family::SmallAngle, Shape::Closes),
        '‘' | '‚' | '`' => (Family::Single, Shape::Opens),
        '’' => (Family::Single, Shape::Closes),
        '\'' => (Family::Single, Shape::Either),
        _ => (Family::Double, Shape::Either),
    }
}

/// Pairs the marks of each paragraph; what is left open is given back, to be closed when the
/// sentences are known.
pub(super) fn pair(layer: &mut Layer, blocks: &[(Span, Place)]) -> Vec<usize> {
    let mut odd = Vec::new();
    // A quotation left open at the end of the paragraph before, with its family.
    let mut hanging: Option<(usize, Family)> = None;
    for (span, _) in blocks {
        let tokens = layer.tokens_in(*span);
        let mut open: Vec<(usize, Family)> = Vec::new();
        let last_single = layer.tokens[tokens.clone()].iter().rposition(is_closing_single).map(|i| i + tokens.start);
        let mut first = true;
        for i in tokens.clone() {
            let token = &layer.tokens[i];
            if token.kind != Kind::Quote {
                first = false;
                continue;
            }
            let mark = token.norm.chars().next().unwrap_or('"');
            let (family, shape) = read(mark);
            let spaced_before = !token.glued || i == tokens.start || opens_before(&layer.tokens[i - 1]);
            let spaced_after = layer.tokens[..tokens.end]
                .get(i + 1)
                .is_none_or(|t| !t.glued || t.kind == Kind::Mark && !matches!(&*t.norm, "(" | "[" | "$" | "…"));
            let mine = open.iter().rposition(|(_, f)| *f == family);
            let closes = match (family, shape) {
                (Family::Single, Shape::Closes) => mine.is_some() && !possessive(layer, i, last_single),
                (Family::Single, Shape::Either) => mine.is_some() && !spaced_before && spaced_after && !possessive(layer, i, last_single),
                (_, Shape::Closes) => mine.is_some() || !spaced_before || spaced_after,
                (_, Shape::Opens) => mine.is_some() && !spaced_before && spaced_after,
                (_, Shape::Either) => mine.is_some() && !(spaced_before && !spaced_after && nested(layer, i, &tokens)),
            };
            let opens = !closes
                && match (family, shape) {
                    (Family::Single, Shape::Closes) => false,
                    (Family::Single, Shape::Either) => {
                        spaced_before && !spaced_after && last_single.is_some_and(|l| l > i) && !decade(layer, i)
                    }
                    (Family::Double, Shape::Either) => spaced_before || !spaced_after,
                    (_, Shape::Closes) => spaced_before && !spaced_after,
                    _ => true,
                };
            if closes {
                if let Some(at) = mine {
                    for (lost, _) in open.drain(at + 1..) {
                        odd.push(lost);
                    }
                    if let Some((q, _)) = open.pop() {
                        let quote = &mut layer.quotes[q];
                        quote.span.end = token.span.end;
                        quote.inner.end = token.span.start;
                        quote.tokens.end = i;
                        quote.closed = true;
                    }
                } else if let Some((q, _)) = hanging.filter(|(_, f)| *f == family && open.is_empty()) {
                    // The paragraph goes on with a quotation whose mark was not repeated.
                    let start = layer.tokens[tokens.start].span.start;
                    if start < token.span.start {
                        layer.quotes.push(Quote {
                            span: Span { start, end: token.span.end },
                            inner: Span { start, end: token.span.start },
                            tokens: tokens.start..i,
                            inside: None,
                            continues: Some(q),
                            closed: true,
                        });
                    }
                    hanging = None;
                } else if family != Family::Single {
                    layer.remarks.push(odd_mark(token.span));
                }
            } else if opens {
                let continues = hanging.take_if(|(_, f)| *f == family && first).map(|(q, _)| q);
                let inside = open.last().map(|(q, _)| *q);
                open.push((layer.quotes.len(), family));
                layer.quotes.push(Quote {
                    span: token.span,
                    inner: Span { start: token.span.end, end: token.span.end },
                    tokens: i + 1..i + 1,
                    inside,
                    continues,
                    closed: false,
                });
            }
            first = false;
        }
        if let Some((q, _)) = hanging.take() {
            odd.push(q);
        }
        // Left open: it may go on in the next paragraph.
        for (n, (q, family)) in open.iter().enumerate() {
            let quote = &mut layer.quotes[*q];
            quote.inner.end = span.end;
            quote.span.end = span.end;
            quote.tokens.end = tokens.end;
            if n == 0 {
                hanging = Some((*q, *family));
            } else {
                odd.push(*q);
            }
        }
    }
    odd.extend(hanging.map(|(q, _)| q));
    // One that was taken up again is not odd.
    let taken: Vec<usize> = layer.quotes.iter().filter_map(|q| q.continues).collect();
    odd.retain(|q| !taken.contains(q));
    odd.sort_unstable();
    odd.dedup();
    for q in &odd {
        // Not to hold sentences together: closed at once, extended to the end of its sentence later.
        let quote = &mut layer.quotes[*q];
        quote.inner.end = quote.inner.start;
        quote.tokens.end = quote.tokens.start;
    }
    odd
}

/// Ends each odd quotation with its sentence.
pub(super) fn close_odd(layer: &mut Layer, odd: &mut Vec<usize>) {
    for q in odd.drain(..) {
        let start = layer.quotes[q].tokens.start;
        let mark = Span { start: layer.quotes[q].span.start, end: layer.quotes[q].inner.start };
        layer.remarks.push(odd_mark(mark));
        let end = layer.sentence_of(start).map(|s| layer.sentences[s].tokens.end);
        if let Some(end) = end.filter(|e| *e > start) {
            let last = layer.tokens[end - 1].span.end;
            let quote = &mut layer.quotes[q];
            quote.tokens.end = end;
            quote.inner.end = last;
            quote.span.end = last;
        } else {
            layer.quotes[q].span.end = layer.quotes[q].inner.start;
        }
    }
    layer.remarks.sort_by_key(|r| r.span);
}

/// The closing mark of the quotation that a token opens, as an index of a token.
pub(super) fn close_of(layer: &Layer, open: usize) -> Option<usize> {
    let i = layer.quotes.partition_point(|q| q.tokens.start <= open);
    let quote = layer.quotes.get(i).filter(|q| q.tokens.start == open + 1)?;
    if quote.closed {
        return Some(quote.tokens.end);
    }
    // One that goes on in the next paragraph holds the rest of this one together.
    (quote.tokens.end > quote.tokens.start).then(|| quote.tokens.end - 1)
}

fn odd_mark(span: Span) -> Remark {
    Remark { what: Phrase::new("watch-intake-odd-quote"), span: Some(span) }
}

fn opens_before(token: &Token) -> bool {
    matches!(&*token.norm, "(" | "[" | "—" | "–" | "-" | "/" | ":" | ">") || token.kind == Kind::Quote
}

fn is_closing_single(token: &Token) -> bool {
    token.kind == Kind::Quote && token.glued && matches!(&*token.norm, "'" | "’")
}

/// `the hostages’ families`: an apostrophe after an s, before a word, with a closing mark still to come.
fn possessive(layer: &Layer, i: usize, last: Option<usize>) -> bool {
    let after_s = i > 0 && layer.tokens[i].glued && layer.tokens[i - 1].norm.ends_with('s');
    let word = layer.tokens.get(i + 1).is_some_and(|t| t.kind == Kind::Word && !t.glued && !t.capital);
    after_s && word && last.is_some_and(|l| l > i)
}

/// `the '90s`.
fn decade(layer: &Layer, i: usize) -> bool {
    layer.tokens.get(i + 1).is_some_and(|t| t.kind == Kind::Number && t.glued)
}

/// Whether a straight mark that looks like an opening one is: a mark of the same kind closes glued later.
fn nested(layer: &Layer, i: usize, within: &Range<usize>) -> bool {
    // Two more straight marks must come: one to close this, one to close what is open.
    let end = within.end.min(i + 400);
    layer.tokens[i + 1..end].iter().filter(|t| t.kind == Kind::Quote && &*t.norm == "\"").take(2).count() == 2
        && layer.tokens[i + 1..end].iter().find(|t| t.is("\"")).is_some_and(|t| t.glued)
}
