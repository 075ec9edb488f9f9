//! HTML to text, with the place of every code point in the file.
//!
//! Tags are cut as the HTML standard's tokenizer cuts them (section 13.2.5), without building a tree:
//! elements that are blocks end a line, those that hold no text of the report are left out.

use jiff::civil::Date;
use terms::span::Span;

/// A page's text.
pub(crate) struct Page {
    /// The words, paragraphs apart by an empty line.
    pub(crate) view: String,
    /// Where each code point of them stands in the file.
    pub(crate) origin: Vec<Span>,
    /// The day of publication that the page declares.
    pub(crate) published: Option<Date>,
}

/// Elements whose content is not the report's text.
const LEFT_OUT: &[&str] =
    &["script", "style", "noscript", "template", "title", "nav", "footer", "aside", "form", "button", "select", "svg", "iframe", "object"];

/// Elements that begin and end a paragraph.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "caption",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];

/// Whether a text is a page: it begins as one, or is full of elements of one.
pub(crate) fn is_html(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(4000).collect::<String>().to_ascii_lowercase();
    if head.starts_with("<!doctype html") || head.starts_with("<html") || head.contains("<body") {
        return true;
    }
    let found = ["</p>", "<br", "</div>", "</li>", "</h1>", "</a>", "</b>", "</td>"].iter().filter(|t| head.contains(**t)).count();
    found >= 2 || head.starts_with('<') && found >= 1
}

struct Writer {
    view: String,
    origin: Vec<Span>,
    /// Whether a space is owed before the next word.
    space: Option<Span>,
    /// Line ends owed before the next word.
    lines: usize,
}

impl Writer {
    fn put(&mut self, c: char, at: Span) {
        if c.is_whitespace() {
            self.space.get_or_insert(at);
            return;
        }
        if self.lines > 0 {
            for _ in 0..self.lines {
                if !self.view.is_empty() {
                    self.push('\n', Span { start: at.start, end: at.start });
                }
            }
        } else if let Some(space) = self.space.filter(|_| !self.view.is_empty()) {
            self.push(' ', space);
        }
        (self.lines, self.space) = (0, None);
        self.push(c, at);
    }

    fn push(&mut self, c: char, at: Span) {
        self.view.push(c);
        self.origin.push(at);
    }
}

/// The text of a page.
pub(crate) fn text(file: &str) -> Page {
    let chars: Vec<char> = file.chars().collect();
    let mut out = Writer { view: String::new(), origin: Vec::new(), space: None, lines: 0 };
    let mut published = None;
    let mut left_out: Option<(String, usize)> = None;
    let mut i = 0;
    while i < chars.len() {
        if chars[i] == '<' && chars.get(i + 1).is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            let (tag, end) = tag(&chars, i);
            i = end;
            let (closing, name) = tag.strip_prefix('/').map_or((false, tag.as_str()), |t| (true, t));
            let (name, attributes) = name.split_once(|c: char| c.is_whitespace() || c == '/').unwrap_or((name, ""));
            let name = name.to_ascii_lowercase();
            if let Some((open, depth)) = &mut left_out {
                if *open == name {
                    *depth = if closing { depth.saturating_sub(1) } else { *depth + 1 };
                    if *depth == 0 {
                        left_out = None;
                    }
                }
                continue;
            }
            if !closing && (name == "meta" || name == "time") {
                published = published.or_else(|| day(&name, attributes));
            }
            if !closing && LEFT_OUT.contains(&name.as_str()) && !attributes.ends_with('/') {
                if matches!(name.as_str(), "script" | "style") {
                    i = raw_end(&chars, i, &name);
                } else {
                    left_out = Some((name, 1));
                }
            } else if BLOCKS.contains(&name.as_str()) {
                out.lines = 2;
            } else if name == "br" {
                out.lines = (out.lines + 1).min(2);
            } else if matches!(name.as_str(), "td" | "th") {
                out.space.get_or_insert(Span { start: i, end: i });
            }
            continue;
        }
        let (c, end) = if chars[i] == '&' { entity(&chars, i) } else { (chars[i], i + 1) };
        if left_out.is_none() {
            out.put(c, Span { start: i, end });
        }
        i = end;
    }
    Page { view: out.view, origin: out.origin, published }
}

/// What stands between `<` and `>`, and where the file goes on.
fn tag(chars: &[char], open: usize) -> (String, usize) {
    let at = |k: usize| chars.get(k).copied();
    if at(open + 1) == Some('!') && at(open + 2) == Some('-') && at(open + 3) == Some('-') {
        let close = chars[open + 4..].windows(3).position(|w| w == ['-', '-', '>']);
        return (String::new(), close.map_or(chars.len(), |c| open + 4 + c + 3));
    }
    let mut quote = None;
    let mut end = open + 1;
    while let Some(c) = at(end) {
        match quote {
            Some(q) if c == q => quote = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'') && at(end - 1) == Some('=') => quote = Some(c),
            None if c == '>' => break,
            None => {}
        }
        end += 1;
        // A quotation mark that is never closed does not take the whole page with it.
        if end - open > 20_000 {
            end = open + 1 + chars[open + 1..].iter().position(|c| *c == '>').unwrap_or(chars.len() - open - 1);
            break;
        }
    }
    (chars[open + 1..end.min(chars.len())].iter().collect(), (end + 1).min(chars.len()))
}

/// Where the closing tag of a script or style sheet begins.
fn raw_end(chars: &[char], from: usize, name: &str) -> usize {
    let close: Vec<char> = format!("</{name}").chars().collect();
    chars[from..]
        .windows(close.len())
        .position(|w| w.iter().zip(&close).all(|(a, b)| a.eq_ignore_ascii_case(b)))
        .map_or(chars.len(), |p| from + p)
}

/// The day that `meta` or `time` declares.
fn day(name: &str, attributes: &str) -> Option<Date> {
    let lower = attributes.to_ascii_lowercase();
    let wanted = if name == "meta" { "content=" } else { "datetime=" };
    if name == "meta" && !["published_time", "datepublished", "dc.date", "pubdate", "\"date\""].iter().any(|k| lower.contains(k)) {
        return None;
    }
    let value = lower.split_once(wanted)?.1.trim_start_matches(['"', '\'']);
    value.get(..10)?.parse().ok()
}

/// The character that an entity stands for; an ampersand that begins none stands for itself.
fn entity(chars: &[char], at: usize) -> (char, usize) {
    let rest = &chars[at + 1..chars.len().min(at + 12)];
    let Some(end) = rest.iter().position(|c| *c == ';') else { return ('&', at + 1) };
    let name: String = rest[..end].iter().collect();
    let number = name.strip_prefix('#').and_then(|n| match n.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => n.parse().ok(),
    });
    let c = match name.as_str() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" | "ensp" | "emsp" | "thinsp" => Some('\u{A0}'),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        "hellip" => Some('…'),
        "lsquo" => Some('‘'),
        "rsquo" => Some('’'),
        "sbquo" => Some('‚'),
        "ldquo" => Some('“'),
        "rdquo" => Some('”'),
        "bdquo" => Some('„'),
        "laquo" => Some('«'),
        "raquo" => Some('»'),
        "bull" => Some('•'),
        "middot" => Some('·'),
        "euro" => Some('€'),
        "pound" => Some('£'),
        "deg" => Some('°'),
        "shy" => Some('\u{AD}'),
        "frac12" => Some('½'),
        "eacute" => Some('é'),
        "egrave" => Some('è'),
        "agrave" => Some('à'),
        "aacute" => Some('á'),
        "iacute" => Some('í'),
        "oacute" => Some('ó'),
        "uacute" => Some('ú'),
        "ouml" => Some('ö'),
        "uuml" => Some('ü'),
        "auml" => Some('ä'),
        "ccedil" => Some('ç'),
        "ntilde" => Some('ñ'),
        "rlm" => Some('\u{200F}'),
        "lrm" => Some('\u{200E}'),
        _ => number.and_then(char::from_u32).filter(|c| *c != '\0'),
    };
    c.map_or(('&', at + 1), |c| (c, at + end + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_knows_its_place_in_the_file() {
        let file = "<p>The <b>first</b> convoy &amp; the&nbsp;second.</p><script>var p = '</p>';</script><p>Next</p>";
        let page = text(file);
        assert_eq!(page.view, "The first convoy & the second.\n\nNext");
        let at = page.view.find("first").unwrap();
        let word: Vec<Span> = page.origin[at..at + 5].to_vec();
        assert_eq!(Span { start: word[0].start, end: word[4].end }.cut(file), "first");
        let and = page.view.find('&').unwrap();
        assert_eq!(page.origin[and].cut(file), "&amp;");
    }

    #[test]
    fn a_mark_that_is_never_closed_does_not_take_the_page_with_it() {
        assert_eq!(text("<p>a < b & c</p>").view, "a < b & c");
        assert!(text("<p title=\"x>The talks</p>").view.is_empty());
        let long = format!("<p title=\"x>{}</p>", "The talks began. ".repeat(2000));
        assert!(text(&long).view.contains("The talks began."));
    }
}
