//! The tokens with their classes, and the small questions that every rule asks of them.

use super::layer::{Kind, Layer, Token};
use super::vocabulary::{Class, FormOf, Shape, Verb, Verbs, Vocabulary};
use std::collections::BTreeSet;
use std::ops::Range;

/// The layer's tokens, classed.
pub(super) struct Ground<'a> {
    pub(super) layer: &'a Layer,
    pub(super) words: &'static Vocabulary,
    class: Vec<Class>,
    /// The first token of each sentence, by token.
    first: Vec<bool>,
    /// Words that the text has in lower case.
    pub(super) lower: BTreeSet<&'a str>,
    /// Words that the text has with a capital where no sentence begins.
    pub(super) upper: BTreeSet<&'a str>,
    /// Words that the text has with a capital anywhere.
    any_capital: BTreeSet<&'a str>,
    /// Whether a token is written with a capital, behind "al-" and its like too.
    capital: Vec<bool>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(layer: &'a Layer) -> Self {
        let words = Vocabulary::get();
        let class = layer.tokens.iter().map(|t| if t.kind == Kind::Word { words.class(&t.norm) } else { Class::default() }).collect();
        let mut first = vec![false; layer.tokens.len()];
        for sentence in &layer.sentences {
            if let Some(slot) = first.get_mut(sentence.tokens.start) {
                *slot = true;
            }
        }
        // What follows an opening quotation mark or a bullet begins too.
        for i in 1..layer.tokens.len() {
            let before = &layer.tokens[i - 1];
            let mark = matches!(before.kind, Kind::Quote | Kind::Number | Kind::Mark)
                && (before.kind == Kind::Quote || first[i - 1] || before.is(":") || before.is("•") || before.is(")"));
            if mark {
                first[i] = true;
            }
        }
        let capital = layer.tokens.iter().map(|t| t.kind == Kind::Word && (t.capital || inner_capital(layer, t))).collect();
        let (lower, upper, any_capital) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let mut out = Self { layer, words, class, first, lower, upper, any_capital, capital };
        for (i, t) in layer.tokens.iter().enumerate().filter(|(_, t)| t.kind == Kind::Word) {
            if !out.capital[i] {
                out.lower.insert(&t.norm);
                continue;
            }
            out.any_capital.insert(&t.norm);
            if !out.first[i] && !t.capitals {
                out.upper.insert(&t.norm);
            }
        }
        out
    }

    pub(super) fn tokens(&self) -> &'a [Token] {
        &self.layer.tokens
    }

    pub(super) fn token(&self, i: usize) -> Option<&'a Token> {
        self.layer.tokens.get(i)
    }

    pub(super) fn is(&self, i: usize, norm: &str) -> bool {
        self.token(i).is_some_and(|t| t.is(norm))
    }

    pub(super) fn one_of(&self, i: usize, norms: &[&str]) -> bool {
        self.token(i).is_some_and(|t| norms.contains(&&*t.norm))
    }

    pub(super) fn norm(&self, i: usize) -> &'a str {
        self.token(i).map_or("", |t| &t.norm)
    }

    pub(super) fn class(&self, i: usize) -> Class {
        self.class.get(i).copied().unwrap_or_default()
    }

    pub(super) fn has(&self, i: usize, class: Class) -> bool {
        self.class(i).any(class)
    }

    pub(super) fn is_word(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.kind == Kind::Word)
    }

    pub(super) fn is_number(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.kind == Kind::Number) || self.has(i, Class::NUMERAL)
    }

    pub(super) fn is_quote(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.kind == Kind::Quote)
    }

    /// A mark or a quotation mark, or no token at all.
    pub(super) fn is_break(&self, i: usize) -> bool {
        self.token(i).is_none_or(|t| !matches!(t.kind, Kind::Word | Kind::Number))
    }

    pub(super) fn is_dash(&self, i: usize) -> bool {
        self.one_of(i, &["—", "–", "-", "--", "―"])
    }

    pub(super) fn capital(&self, i: usize) -> bool {
        self.capital.get(i).copied().unwrap_or(false)
    }

    pub(super) fn opens(&self, i: usize) -> bool {
        self.first.get(i).copied().unwrap_or(false)
    }

    /// A capital that is not owed to the beginning of a sentence.
    pub(super) fn proper(&self, i: usize) -> bool {
        if !self.capital(i) || self.norm(i) == "i" {
            return false;
        }
        !self.opens(i) || self.upper.contains(self.norm(i))
    }

    /// Capitalised words of the text that begin with these letters, in order.
    pub(super) fn beginning<'s>(&'s self, stem: &'s str) -> impl Iterator<Item = &'a str> + 's {
        self.any_capital
            .range::<str, _>((std::ops::Bound::Included(stem), std::ops::Bound::Unbounded))
            .copied()
            .take_while(move |w| w.starts_with(stem))
    }

    /// The words of a range as they stand.
    pub(super) fn cut(&self, range: Range<usize>) -> &'a str {
        self.layer.cut(self.layer.span(range))
    }

    /// `'s`, or the apostrophe behind a plural that closes no quotation.
    pub(super) fn possessive(&self, i: usize) -> bool {
        if self.is(i, "'s") {
            return true;
        }
        let Some(token) = self.token(i).filter(|t| t.glued && (t.is("'") || t.is("’"))) else { return false };
        let plural = i.checked_sub(1).is_some_and(|p| self.norm(p).ends_with('s'));
        let at = self.layer.quotes.partition_point(|q| q.span.start < token.span.start.saturating_sub(4000));
        plural
            && !self.layer.quotes[at..]
                .iter()
                .take_while(|q| q.span.start <= token.span.start)
                .any(|q| q.span.start == token.span.start || q.span.end == token.span.end)
    }

    /// The verb of a list that begins at a token: its form, the verb, how many tokens it takes.
    pub(super) fn verb_in<'v>(&self, list: &'v Verbs, i: usize) -> Option<(&'v FormOf, &'v Verb, usize)> {
        self.verbs_in(list, i).next()
    }

    /// All verbs and forms of a list that a token can begin, those of more words first.
    pub(super) fn verbs_in<'v>(&self, list: &'v Verbs, i: usize) -> impl Iterator<Item = (&'v FormOf, &'v Verb, usize)> {
        let forms = if self.is_word(i) { list.forms(self.norm(i)) } else { &[] };
        forms
            .iter()
            .filter(move |f| f.rest.iter().enumerate().all(|(k, w)| self.is(i + 1 + k, w)))
            .filter_map(|f| list.verbs.get(f.verb).map(|v| (f, v, 1 + f.rest.len())))
    }

    /// Whether a token can be the finite verb of a clause: an auxiliary, or a known verb in a finite form.
    pub(super) fn finite(&self, i: usize) -> bool {
        if self.has(i, Class::AUXILIARY) {
            return true;
        }
        let known = |list: &Verbs| self.verbs_in(list, i).any(|(f, _, _)| matches!(f.shape, Shape::Past | Shape::Present));
        let norm = self.norm(i);
        known(&self.words.verbs)
            || (self.is_word(i)
                && !self.capital(i)
                && norm.len() > 4
                && norm.ends_with("ed")
                && !matches!(norm, "dated" | "called" | "named" | "entitled" | "armed" | "united")
                && !self.has(i.wrapping_sub(1), Class::DETERMINER))
            || COMMON_PASTS.contains(&norm)
    }

    /// Whether a token is the past of a common verb that reports nothing.
    pub(super) fn irregular_past(&self, i: usize) -> bool {
        COMMON_PASTS.contains(&self.norm(i)) && !self.capital(i)
    }

    /// Whether a range has a finite verb.
    pub(super) fn has_finite(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|i| self.finite(i))
    }

    pub(super) fn sentence(&self, i: usize) -> Range<usize> {
        self.layer.sentence_of(i).and_then(|s| self.layer.sentences.get(s)).map_or(i..i, |s| s.tokens.clone())
    }

    /// Whether the marks of a title, a number or a unit follow: a full stop that ends no sentence.
    pub(super) fn title_dot(&self, i: usize) -> bool {
        self.is(i, ".")
            && self.token(i).is_some_and(|t| t.glued)
            && i.checked_sub(1).is_some_and(|p| self.is_word(p) && (self.has(p, Class::TITLE) || self.norm(p).chars().count() < 4))
    }
}

/// "al-Rawwan", "d'Alba": the capital stands behind the article.
fn inner_capital(layer: &Layer, t: &Token) -> bool {
    const ARTICLES: &[&str] = &["al-", "el-", "as-", "ad-", "ar-", "at-", "an-", "ash-", "az-", "abu-", "ben-", "bin-", "d'", "l'", "ibn-"];
    ARTICLES.iter().any(|a| t.norm.starts_with(a)) && layer.cut(t.span).chars().any(char::is_uppercase)
}

/// Irregular pasts that are common in reports and report nothing themselves.
const COMMON_PASTS: &[&str] = &[
    "went", "came", "took", "made", "began", "broke", "fell", "fled", "left", "lost", "met", "hit", "held", "kept", "led", "won", "shot",
    "struck", "saw", "got", "gave", "sent", "set", "rose", "ran", "stood", "withdrew", "brought", "built", "became", "put", "shut",
    "spent", "grew", "knew", "bore", "threw", "drove", "heard", "paid", "read", "cut", "sank", "blew", "burnt", "laid", "flew", "meant",
    "remains", "remain", "includes", "means", "takes", "comes", "goes", "needs", "stands", "begins", "leaves", "makes", "gives", "keeps",
    "holds",
];
