//! The standoff layer: the text as it was given, and what the stages lay over it.
//!
//! All spans count Unicode code points of [`Text::view`], the end not included. The text is never
//! rewritten; a stage adds a list. Token ranges are indices into [`Layer::tokens`].

use super::reading::{Actor, ActorId, Document, Remark, Time};
use std::ops::Range;
use terms::span::Span;

/// The text that is read, with the way back to the file.
#[derive(Debug, Clone, Default)]
pub struct Text {
    view: String,
    /// The byte of the view at which each code point begins, and the view's length.
    at: Vec<u32>,
    /// Where each code point of the view stands in the file, when the view is not the file itself.
    origin: Option<Vec<Span>>,
}

impl Text {
    /// A text that is the file as given.
    #[must_use]
    pub fn plain(view: String) -> Self {
        let at = starts(&view);
        Self { view, at, origin: None }
    }

    /// A text that was taken out of a file: one place in the file for each code point.
    #[must_use]
    pub fn extracted(view: String, origin: Vec<Span>) -> Self {
        let at = starts(&view);
        Self { view, at, origin: Some(origin) }
    }

    /// The text that is read.
    #[must_use]
    pub fn view(&self) -> &str {
        &self.view
    }

    /// How many code points it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.at.len().saturating_sub(1)
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The words of a span; what lies beyond the end is cut off.
    #[must_use]
    pub fn cut(&self, span: Span) -> &str {
        let byte = |i: usize| self.at.get(i).map_or(self.view.len(), |b| *b as usize);
        self.view.get(byte(span.start)..byte(span.end.max(span.start))).unwrap_or_default()
    }

    /// The same stretch in code points of the file as given.
    #[must_use]
    pub fn in_file(&self, span: Span) -> Span {
        let Some(origin) = &self.origin else { return span };
        let start = origin.get(span.start).map_or_else(|| origin.last().map_or(0, |o| o.end), |o| o.start);
        let end = span.end.checked_sub(1).and_then(|i| origin.get(i)).map_or(start, |o| o.end);
        Span { start, end: end.max(start) }
    }
}

fn starts(view: &str) -> Vec<u32> {
    let byte = |b: usize| u32::try_from(b).unwrap_or(u32::MAX);
    let mut at: Vec<u32> = view.char_indices().map(|(b, _)| byte(b)).collect();
    at.push(byte(view.len()));
    at
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters: `talks`, `cease-fire`, `U.S.`, `don't`; the `'s` of a possessive is one of its own.
    Word,
    /// A run of digits with its separators: `1,200`, `3.5`, `٧٢`.
    Number,
    /// A mark that may open or close a quotation.
    Quote,
    /// Any other mark, one character each.
    Mark,
    /// An address of the network.
    Address,
}

/// One token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Its letters for looking up: lower case, plain apostrophes, without vowel signs, marks of
    /// direction, or the hyphen and line break of a word that was broken over two lines.
    pub norm: Box<str>,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether it is two letters or more, all capitals.
    pub capitals: bool,
    /// Whether nothing stands between it and the token before.
    pub glued: bool,
}

impl Token {
    /// Whether it is this word or mark (in lower case).
    #[must_use]
    pub fn is(&self, norm: &str) -> bool {
        &*self.norm == norm
    }
}

/// What a paragraph is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The report's own words.
    Body,
    /// An item of a list.
    Item,
    /// A heading: short, without a full stop.
    Heading,
    /// Outlet, date, author, page number: not read for statements.
    Header,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its words without the space round them.
    pub span: Span,
    /// Its sentences, as indices.
    pub sentences: Range<usize>,
    /// What it is for.
    pub place: Place,
}

/// A sentence: never ends inside quotation marks that close in the same paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its words without the space round them.
    pub span: Span,
    /// Its tokens, as indices.
    pub tokens: Range<usize>,
    /// Its paragraph, as an index.
    pub paragraph: usize,
}

/// A stretch in quotation marks, within one paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// With its marks.
    pub span: Span,
    /// Between the marks.
    pub inner: Span,
    /// The tokens between the marks, as indices.
    pub tokens: Range<usize>,
    /// The quotation that encloses it, as an index.
    pub inside: Option<usize>,
    /// The quotation of the paragraph before that it goes on from, as an index.
    pub continues: Option<usize>,
    /// Whether its closing mark was found; a quotation that goes on in the next paragraph has none.
    pub closed: bool,
}

impl Quote {
    /// Whether it is long enough to be somebody's words: names and titles in marks are not.
    #[must_use]
    pub fn words(&self) -> usize {
        self.tokens.len()
    }
}

/// An exact number: a fraction in lowest terms, the denominator positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exact {
    /// Above the line.
    pub above: i64,
    /// Below the line, at least 1.
    pub below: i64,
}

/// A number found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The number's own words: `10` of "at least 10", `2.2 million`.
    pub span: Span,
    /// The number with the words that bound it: "at least 10".
    pub bounded: Span,
    /// The tokens of `bounded`, as indices.
    pub tokens: Range<usize>,
    /// Its value.
    pub value: super::reading::Value,
    /// What it is written as.
    pub form: Form,
    /// The word that bounds or softens it (`at least`, `some`), as in the word list.
    pub qualifier: Option<Span>,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Counts: 3, three, 1,200, 2.2 million.
    Cardinal,
    /// Ranks: third, 3rd.
    Ordinal,
    /// Parts: 40 per cent, a third, half of.
    Share,
    /// Money: $5 million.
    Money,
    /// A year, a day, an hour: read again by the times.
    Time,
    /// An age: aged 9, 9-year-old.
    Age,
    /// A label: No. 5, Article 3, Route 60, Resolution 2803.
    Label,
    /// A measure that is no count of people or things: 3 km, 40 tonnes.
    Measure,
}

/// How a mention names its actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naming {
    /// By its name or an alias.
    Name,
    /// By a role or a description: "the spokesperson", "an aid official".
    Role,
    /// By a pronoun.
    Pronoun,
}

/// A stretch that names an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its words.
    pub span: Span,
    /// Its tokens, as indices.
    pub tokens: Range<usize>,
    /// Whom it names.
    pub actor: ActorId,
    /// How.
    pub naming: Naming,
}

/// The whole layer.
#[derive(Debug, Clone, Default)]
pub struct Layer {
    /// The text.
    pub text: Text,
    /// What is known of the document as a whole.
    pub document: Document,
    /// Tokens in order.
    pub tokens: Vec<Token>,
    /// Paragraphs in order.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences in order.
    pub sentences: Vec<Sentence>,
    /// Quotations in the order of their opening marks.
    pub quotes: Vec<Quote>,
    /// Numbers in order.
    pub numbers: Vec<Number>,
    /// Times in order.
    pub times: Vec<Time>,
    /// Mentions in order.
    pub mentions: Vec<Mention>,
    /// Actors by number: `actors[i].id` is `ActorId(i + 1)`.
    pub actors: Vec<Actor>,
    /// What is to be said of the reading itself.
    pub remarks: Vec<Remark>,
}

impl Layer {
    /// The words of a span.
    #[must_use]
    pub fn cut(&self, span: Span) -> &str {
        self.text.cut(span)
    }

    /// The span of a range of tokens; empty for an empty range.
    #[must_use]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|i| self.tokens.get(i))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => Span { start: first.span.start, end: last.span.end },
            _ => Span { start: 0, end: 0 },
        }
    }

    /// The first token that begins at or after a code point, as an index.
    #[must_use]
    pub fn token_from(&self, point: usize) -> usize {
        self.tokens.partition_point(|t| t.span.start < point)
    }

    /// The tokens that lie wholly in a span, as indices.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.token_from(span.start);
        let end = self.tokens.partition_point(|t| t.span.end <= span.end);
        start..end.max(start)
    }

    /// The sentence that holds a token, as an index.
    #[must_use]
    pub fn sentence_of(&self, token: usize) -> Option<usize> {
        let i = self.sentences.partition_point(|s| s.tokens.end <= token);
        self.sentences.get(i).filter(|s| s.tokens.contains(&token)).map(|_| i)
    }

    /// The innermost quotation that holds a token, as an index.
    #[must_use]
    pub fn quote_of(&self, token: usize) -> Option<usize> {
        // Quotations are in the order of their openings and nest: walk out from the last that opened before.
        let mut at = self.quotes.partition_point(|q| q.tokens.start <= token).checked_sub(1);
        while let Some(i) = at {
            if self.quotes[i].tokens.contains(&token) {
                return Some(i);
            }
            at = self.quotes[i].inside;
        }
        None
    }

    /// The items of a list that lie in a span, when the list is in order and its items are disjoint.
    pub fn within<'a, T>(items: &'a [T], span_of: impl Fn(&T) -> Span + 'a, span: Span) -> impl Iterator<Item = &'a T> {
        let start = items.partition_point(|i| span_of(i).start < span.start);
        items[start..].iter().take_while(move |i| span_of(i).end <= span.end)
    }
}
