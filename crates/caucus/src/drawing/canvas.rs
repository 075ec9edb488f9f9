//! The sheet that a drawing is printed on: shapes and measured text, mirrored where the reader's language is.
//!
//! Drawings give coordinates as if written from left to right; `x` turns them. Widths of text are
//! estimated from classes of characters, a little on the wide side, since no font is at hand.

use super::{Look, say};
use crate::words::Speak;
use crate::xml::escaped;
use accord::draw::Label;

/// The ink for lines and words.
pub(super) const INK: &str = "currentColor";
/// For what cannot work; the page's colour, else the ink.
pub(super) const STOP: &str = "var(--stop, currentColor)";
/// For what the eye shall follow.
pub(super) const ACCENT: &str = "var(--accent, currentColor)";
/// Under words and boxes, so that lines do not run through them.
const PAPER: &str = "var(--drawn-on, var(--sheet, Canvas))";

/// Where a text is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) faint: bool,
    pub(super) colour: &'static str,
    /// On paper of its own, over lines.
    pub(super) halo: bool,
}

/// Running words.
pub(super) const PLAIN: Type = Type { size: 12.5, bold: false, faint: false, colour: INK, halo: false };
/// Names and numbers of clauses.
pub(super) const STRONG: Type = Type { bold: true, ..PLAIN };
/// What stands beside.
pub(super) const SMALL: Type = Type { size: 11.5, faint: true, ..PLAIN };

/// How a line or an outline is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    pub(super) colour: &'static str,
    pub(super) width: f64,
    pub(super) dash: &'static str,
    pub(super) opacity: f64,
}

/// A line of the drawing itself.
pub(super) const LINE: Pen = Pen { colour: INK, width: 1.2, dash: "", opacity: 1.0 };
/// A line that only guides.
pub(super) const GUIDE: Pen = Pen { colour: INK, width: 1.0, dash: "", opacity: 0.22 };

/// What a shape is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    None,
    Paper,
    /// A tint of the ink.
    Tint,
    Solid,
    /// Thin slanted lines: kept up.
    Hatch,
    /// Dots: nobody's choice.
    Dots,
    /// Slanted lines in the colour of what cannot work: a gap.
    Gap,
}

pub(super) struct Canvas<'a> {
    pub(super) speak: &'a Speak,
    id: &'a str,
    pub(super) width: f64,
    pub(super) height: f64,
    body: String,
    used: Vec<Fill>,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(look: Look<'a>) -> Self {
        Self { speak: look.speak, id: look.id, width: 0.0, height: 0.0, body: String::new(), used: Vec::new() }
    }

    fn mirrored(&self) -> bool {
        self.speak.lang().right_to_left()
    }

    fn x(&self, x: f64) -> f64 {
        if self.mirrored() { self.width - x } else { x }
    }

    pub(super) fn t(&self, key: &str) -> String {
        self.speak.t(key)
    }

    pub(super) fn say(&self, label: &Label) -> String {
        say(self.speak, label)
    }

    fn fill(&mut self, fill: Fill) -> String {
        if !self.used.contains(&fill) {
            self.used.push(fill);
        }
        match fill {
            Fill::None => "fill=\"none\"".to_owned(),
            Fill::Paper => format!("fill=\"{PAPER}\""),
            Fill::Tint => format!("fill=\"{INK}\" fill-opacity=\"0.1\""),
            Fill::Solid => format!("fill=\"{INK}\""),
            Fill::Hatch => format!("fill=\"url(#{}-hatch)\"", self.id),
            Fill::Dots => format!("fill=\"url(#{}-dots)\"", self.id),
            Fill::Gap => format!("fill=\"url(#{}-gap)\"", self.id),
        }
    }

    pub(super) fn rect(&mut self, (x, y): (f64, f64), (w, h): (f64, f64), round: f64, fill: Fill, pen: Option<Pen>) {
        let left = if self.mirrored() { self.width - x - w } else { x };
        let (fill, pen) = (self.fill(fill), pen.map_or_else(String::new, stroke));
        let round = if round > 0.0 { format!(" rx=\"{}\"", n(round)) } else { String::new() };
        self.body.push_str(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{round} {fill}{pen}/>",
            n(left),
            n(y),
            n(w.max(0.0)),
            n(h)
        ));
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), pen: Pen) {
        let (a, b) = (self.x(from.0), self.x(to.0));
        self.body.push_str(&format!("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>", n(a), n(from.1), n(b), n(to.1), stroke(pen)));
    }

    /// A path; each step is a letter of SVG's path language with its points.
    pub(super) fn path(&mut self, steps: &[(char, &[(f64, f64)])], fill: Fill, pen: Option<Pen>) {
        let mut d = String::new();
        for (letter, points) in steps {
            d.push(*letter);
            for (x, y) in *points {
                d.push_str(&format!("{} {} ", n(self.x(*x)), n(*y)));
            }
        }
        let (fill, pen) = (self.fill(fill), pen.map_or_else(String::new, stroke));
        self.body.push_str(&format!("<path d=\"{}\" {fill}{pen}/>", d.trim_end()));
    }

    pub(super) fn circle(&mut self, x: f64, y: f64, r: f64, fill: Fill, pen: Option<Pen>) {
        let (fill, pen) = (self.fill(fill), pen.map_or_else(String::new, stroke));
        self.body.push_str(&format!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {fill}{pen}/>", n(self.x(x)), n(y), n(r)));
    }

    /// An arrow's head at `at`, come from `from`.
    pub(super) fn head(&mut self, from: (f64, f64), at: (f64, f64), colour: &'static str) {
        let (dx, dy) = (at.0 - from.0, at.1 - from.1);
        let length = (dx * dx + dy * dy).sqrt().max(0.01);
        let (ux, uy) = (dx / length, dy / length);
        let (long, wide) = (7.0, 3.2);
        let (bx, by) = (at.0 - ux * long, at.1 - uy * long);
        let points = [at, (bx - uy * wide, by + ux * wide), (bx + uy * wide, by - ux * wide)];
        let d: Vec<String> = points.iter().map(|(x, y)| format!("{} {}", n(self.x(*x)), n(*y))).collect();
        self.body.push_str(&format!("<path d=\"M{}Z\" fill=\"{colour}\"/>", d.join("L")));
    }

    /// A text on its baseline; what is shortened to `most` keeps its whole as a title.
    pub(super) fn text(&mut self, x: f64, y: f64, hold: Hold, text: &str, look: Type, most: f64) {
        let shown = shorten(text, most, look);
        let anchor = match hold {
            Hold::Start => "",
            Hold::Middle => " text-anchor=\"middle\"",
            Hold::End => " text-anchor=\"end\"",
        };
        let mut style = format!(" font-size=\"{}\" fill=\"{}\"", n(look.size), look.colour);
        if look.bold {
            style.push_str(" font-weight=\"600\"");
        }
        if look.faint {
            style.push_str(" fill-opacity=\"0.78\"");
        }
        if look.halo {
            style.push_str(&format!(" stroke=\"{PAPER}\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\""));
        }
        let title = if shown == text { String::new() } else { format!("<title>{}</title>", escaped(&bare(text))) };
        self.body.push_str(&format!("<text x=\"{}\" y=\"{}\"{anchor}{style}>{title}{}</text>", n(self.x(x)), n(y), escaped(&shown)));
    }

    /// Opens a group with a title of its own, which a pointer shows and a reader hears.
    pub(super) fn open(&mut self, title: &str) {
        self.body.push_str(&format!("<g><title>{}</title>", escaped(&bare(title))));
    }

    pub(super) fn close(&mut self) {
        self.body.push_str("</g>");
    }

    pub(super) fn finish(self, title: &str, says: &str, alone: bool) -> String {
        let id = self.id;
        let pattern = |name: &str, size: u32, inside: &str, turn: &str| {
            format!(
                "<pattern id=\"{id}-{name}\" width=\"{size}\" height=\"{size}\" patternUnits=\"userSpaceOnUse\"{turn}>{inside}</pattern>"
            )
        };
        let mut defs = String::new();
        for fill in &self.used {
            match fill {
                Fill::Hatch => defs.push_str(&pattern(
                    "hatch",
                    6,
                    &format!("<path d=\"M0 0V6\" stroke=\"{INK}\" stroke-opacity=\"0.5\" stroke-width=\"1.6\"/>"),
                    " patternTransform=\"rotate(45)\"",
                )),
                Fill::Dots => defs.push_str(&pattern(
                    "dots",
                    6,
                    &format!("<circle cx=\"3\" cy=\"3\" r=\"1.2\" fill=\"{INK}\" fill-opacity=\"0.65\"/>"),
                    "",
                )),
                Fill::Gap => defs.push_str(&pattern(
                    "gap",
                    7,
                    &format!("<path d=\"M0 0V7\" stroke=\"{STOP}\" stroke-width=\"2.2\" stroke-opacity=\"0.6\"/>"),
                    " patternTransform=\"rotate(-45)\"",
                )),
                _ => {}
            }
        }
        if !defs.is_empty() {
            defs = format!("<defs>{defs}</defs>");
        }
        let lang = self.speak.lang();
        let direction = if lang.right_to_left() { "rtl" } else { "ltr" };
        // A file has no page around it to give it ink, paper and the two colours.
        let own = if alone {
            "<style>:root{color-scheme:light dark;color:light-dark(#1d1c1a,#ece8df);--sheet:light-dark(#ffffff,#1d2126);--stop:light-dark(#8c2a1c,#f0a394);--accent:light-dark(#1f4e79,#9cc4ea)}</style>"
        } else {
            ""
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" lang=\"{}\" direction=\"{direction}\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" font-family=\"var(--ui, 'IBM Plex Sans', 'IBM Plex Sans Arabic', 'IBM Plex Sans Hebrew', system-ui, sans-serif)\">{own}<title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>{defs}{}</svg>\n",
            lang.tag(),
            escaped(&bare(title)),
            escaped(&bare(says)),
            self.body,
            w = n(self.width),
            h = n(self.height),
        )
    }
}

fn stroke(pen: Pen) -> String {
    let mut out = format!(" stroke=\"{}\" stroke-width=\"{}\"", pen.colour, n(pen.width));
    if !pen.dash.is_empty() {
        out.push_str(&format!(" stroke-dasharray=\"{}\"", pen.dash));
    }
    if pen.opacity < 1.0 {
        out.push_str(&format!(" stroke-opacity=\"{}\"", n(pen.opacity)));
    }
    out
}

/// A number with at most two decimals.
fn n(v: f64) -> String {
    let text = format!("{v:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" || short.is_empty() { "0".to_owned() } else { short.to_owned() }
}

/// A title's words: tools show them outside any drawing, where marks of direction are stray signs.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect()
}

/// How wide a text is at most likely to be.
pub(super) fn wide(text: &str, look: Type) -> f64 {
    let em: f64 = text
        .chars()
        .map(|c| match c {
            '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{064B}'..='\u{0652}' | '\u{0591}'..='\u{05C7}' => 0.0,
            'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '(' | ')' | '[' | ']' | ' ' | '׳' | '،' | 'ו' | 'י' => 0.31,
            'f' | 't' | 'r' | '-' | '/' | '“' | '”' | 'ا' | 'ل' | 'ر' | 'ز' | 'د' | 'ذ' => 0.4,
            'm' | 'w' | 'M' | 'W' | '—' | '…' | '%' | 'ש' | 'س' | 'ش' | 'ص' | 'ض' => 0.88,
            '0'..='9' | '٠'..='٩' => 0.6,
            c if c.is_uppercase() => 0.68,
            _ => 0.56,
        })
        .sum();
    em * look.size * if look.bold { 1.06 } else { 1.0 }
}

/// The text cut to a width, with an ellipsis; marks of direction that were opened are closed.
fn shorten(text: &str, most: f64, look: Type) -> String {
    if wide(text, look) <= most {
        return text.to_owned();
    }
    let room = most - wide("…", look);
    let mut out = String::new();
    for c in text.chars() {
        out.push(c);
        if wide(&out, look) > room {
            out.pop();
            break;
        }
    }
    let mut out = out.trim_end().to_owned();
    out.push('…');
    close_isolates(&mut out);
    out
}

fn close_isolates(text: &mut String) {
    let open = text.chars().filter(|c| ('\u{2066}'..='\u{2068}').contains(c)).count();
    let shut = text.chars().filter(|c| *c == '\u{2069}').count();
    text.extend(std::iter::repeat_n('\u{2069}', open.saturating_sub(shut)));
}

/// The text in lines of a width, the last one cut where there are more than `lines`.
pub(super) fn wrap(text: &str, most: f64, look: Type, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut k = 0;
    while k < words.len() {
        if out.len() + 1 == lines {
            out.push(shorten(&words[k..].join(" "), most, look));
            break;
        }
        let mut line = words[k].to_owned();
        k += 1;
        while k < words.len() && wide(&[line.as_str(), " ", words[k]].concat(), look) <= most {
            line.push(' ');
            line.push_str(words[k]);
            k += 1;
        }
        out.push(shorten(&line, most, look));
    }
    out
}
