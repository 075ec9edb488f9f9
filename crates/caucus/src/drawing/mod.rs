//! Drawings of agreements as SVG, and their tables, in a reader's language and direction.
//!
//! `accord::draw` says what stands where; this says it in words, measures it and prints it. A drawing
//! has no background of its own and takes its ink from the page (`currentColor`), its few other
//! colours from the page's variables; a hatching or a dash says the same as each colour. In Arabic
//! and Hebrew the whole is mirrored. No style sheet and no script stand inside, so that a strict
//! content policy lets it through; [`file`] adds the little that a file of its own needs.

mod canvas;
mod cover;
mod exposure;
pub(crate) mod frontier;
mod order;
pub mod plan;
mod timeline;

use crate::words::Speak;
use accord::draw::{Label, Picture, Table};
use canvas::Canvas;

/// How a drawing is printed.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// The reader's words.
    pub speak: &'a Speak,
    /// What the ids of this drawing begin with: one for each drawing of a page.
    pub id: &'a str,
}

/// A drawing as an `svg` element for a page.
#[must_use]
pub fn svg(picture: &Picture, look: Look<'_>) -> String {
    print(picture, look, false)
}

/// A drawing as a file of its own, light or dark as its viewer is.
#[must_use]
pub fn file(picture: &Picture, look: Look<'_>) -> String {
    print(picture, look, true)
}

fn print(picture: &Picture, look: Look<'_>, alone: bool) -> String {
    let mut c = Canvas::new(look);
    match picture {
        Picture::Timeline(t) => timeline::print(&mut c, t),
        Picture::Order(o) => order::print(&mut c, o),
        Picture::Exposure(e) => exposure::print(&mut c, e),
        Picture::Cover(m) => cover::print(&mut c, m),
    }
    let title = say(look.speak, &Label::Said(picture.kind().title()));
    let says = say(look.speak, &Label::Said(picture.says()));
    c.finish(&title, &says, alone)
}

/// A drawing's table in words: its headings, and its rows.
#[must_use]
pub fn table(picture: &Picture, speak: &Speak) -> (Vec<String>, Vec<Vec<String>>) {
    let Table { head, rows } = picture.table();
    let cell = |labels: &Vec<Label>| labels.iter().map(|l| say(speak, l)).collect::<Vec<_>>().join(&speak.t("draw-and"));
    (head.iter().map(|l| say(speak, l)).collect(), rows.iter().map(|r| r.iter().map(cell).collect()).collect())
}

/// The sentence under a drawing.
#[must_use]
pub fn caption(picture: &Picture, speak: &Speak) -> String {
    say(speak, &Label::Said(picture.says()))
}

/// A label in words; the text's own words keep their direction.
fn say(speak: &Speak, label: &Label) -> String {
    match label {
        Label::Own(text) => own(speak, text),
        Label::Said(phrase) => speak.phrase(phrase, "UTC"),
    }
}

/// The text's own words, a bare number or date in the reader's digits.
fn own(speak: &Speak, text: &str) -> String {
    if text.chars().any(char::is_alphabetic) { isolated(text) } else { isolated(&speak.digits(text)) }
}

/// Words whose direction stays their own (FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE).
fn isolated(text: &str) -> String {
    ["\u{2068}", text, "\u{2069}"].concat()
}

/// Names in a row, or the word for nobody.
fn names(speak: &Speak, who: &[String]) -> String {
    if who.is_empty() {
        return speak.t("accord-draw-nobody");
    }
    who.iter().map(|w| isolated(w)).collect::<Vec<_>>().join(&speak.t("draw-and"))
}

#[cfg(test)]
mod tests;
