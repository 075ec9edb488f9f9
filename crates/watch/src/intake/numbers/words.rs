//! Numbers in words: `one hundred and four`, `two-thirds`, `tens of thousands`, `half a million`.

use super::{Quantity, Reader};
use crate::intake::layer::{Exact, Form, Kind};
use crate::intake::lists;

impl Reader<'_> {
    /// A number in words.
    pub(super) fn words(&self, i: usize) -> Option<Quantity> {
        let t = |k: usize| self.tokens.get(k);
        // A bound like `tens of thousands` before its first word alone.
        if let Some((len, entry)) = self.words.at(self.tokens, i).filter(|(_, e)| e.field(0) == "some") {
            let more = (self.is(i + len, "of")).then(|| self.words.at(self.tokens, i + len + 1)).flatten();
            if more.is_none_or(|(_, e)| e.field(0) != "some") {
                let value = Exact::whole(entry.field(1).parse().ok()?);
                // `scores of`, `tens of` keep their `of` outside.
                let end = if self.is(i + len - 1, "of") { i + len - 1 } else { i + len };
                return Some(Quantity { end, value, form: Form::Cardinal, scale: None, vague: true });
            }
        }
        // `half a million`; `half of the trucks`, `half the trucks`.
        if self.is(i, "half") {
            if self.word(i + 1, &["a", "an"])
                && let Some((by, end)) = self.scale(i + 2)
            {
                return Some(Quantity { end, value: by.times(Exact::new(1, 2)?)?, form: Form::Cardinal, scale: None, vague: false });
            }
            let bounded = i > 0 && (self.is(i - 1, "by") || lists::qualifiers_en().before(self.tokens, i).is_some());
            let alone = bounded && !self.word(i + 1, &["a", "an", "as", "-"]) && !self.after_noun(i + 1)
                || bounded && self.word(i + 1, &["have", "are", "were", "had", "has", "is"]);
            let whole = alone || self.word(i + 1, &["of", "the", "its", "their", "our", "his", "her", "that", "this", "those", "these"]);
            let part = i > 0
                && self.tokens[i - 1].kind == Kind::Word
                && self.words.get(&self.tokens[i - 1].norm).is_some_and(|e| e.field(0) == "rank");
            let named =
                i > 0 && self.word(i - 1, &["last", "latter", "other", "upper", "lower", "western", "eastern", "northern", "southern"]);
            return (whole && !part && !named).then_some(Quantity {
                end: i + 1,
                value: Exact::new(1, 2)?,
                form: Form::Share,
                scale: None,
                vague: false,
            });
        }
        let article = self.word(i, &["a", "an"]);
        if article {
            // `a hundred`, `a dozen`, `a third of`.
            if let Some((by, mut end)) = self.scale(i + 1).filter(|_| !t(i + 1).is_some_and(|t| t.glued)) {
                let mut value = by;
                while let Some((by, next)) = self.scale(end) {
                    value = value.times(by)?;
                    end = next;
                }
                return Some(Quantity { end, value, form: Form::Cardinal, scale: Some(by), vague: false });
            }
            let below = t(i + 1).and_then(|t| self.part(&t.norm)).filter(|_| self.is(i + 2, "of"))?;
            return Some(Quantity { end: i + 2, value: Exact::new(1, below)?, form: Form::Share, scale: None, vague: false });
        }
        self.compound(i)
    }

    /// What stands below the line: `third` and `thirds`.
    pub(super) fn part(&self, word: &str) -> Option<i64> {
        let entry = self.words.get(word)?;
        let n = entry.field(1).parse().ok()?;
        (entry.field(0) == "part" || entry.field(0) == "rank" && n > 2).then_some(n)
    }

    /// `one hundred and four`, `twenty-first`, `two-thirds`, `two and a half million`.
    pub(super) fn compound(&self, i: usize) -> Option<Quantity> {
        let (mut total, mut current) = (Exact::whole(0), None::<i64>);
        let mut scale = None;
        let mut last_unit = None::<i64>;
        let mut at = i;
        while let Some(token) = self.tokens.get(at).filter(|t| t.kind == Kind::Word) {
            // The parts of `twenty-one` and of `two-thirds`.
            let mut done = true;
            // `thirtyseven`: a scanner's line break took the hyphen.
            let joined_tens = self.tens(&token.norm);
            let parts: Vec<&str> = joined_tens.map_or_else(|| token.norm.split('-').collect(), |(a, b)| vec![a, b]);
            for (k, part) in parts.into_iter().enumerate() {
                let Some((kind, n, joined)) = self.lookup(part) else {
                    if k > 0 {
                        return None;
                    }
                    done = false;
                    break;
                };
                match (kind, current) {
                    ("unit", None) => (current, last_unit) = (Some(n), Some(n)),
                    // `twenty one`, `one hundred four`; not `one two`.
                    ("unit", Some(c)) if fits(c, n) || joined && c < 10 && n % 10 == 0 && n < 100 => {
                        (current, last_unit) = (Some(c.checked_add(n)?), Some(n))
                    }
                    ("scale", Some(c)) if n == 100 && c < 100 => {
                        (current, scale, last_unit) = (Some(c.checked_mul(100)?), Some(Exact::whole(100)), None)
                    }
                    ("scale" | "dozen", Some(c)) => {
                        total = total.plus(Exact::whole(c).times(Exact::whole(n))?)?;
                        (current, scale, last_unit) = (None, Some(Exact::whole(n)), None);
                    }
                    ("scale", None) if k == 0 && at == i && self.is_arabic_or_hebrew() => {
                        total = total.plus(Exact::whole(n))?;
                        scale = Some(Exact::whole(n));
                    }
                    ("scale", None) if scale.is_some() && n >= 1000 => {
                        total = total.times(Exact::whole(n))?;
                        scale = scale.and_then(|s| s.times(Exact::whole(n)));
                    }
                    ("rank", c) if fits(c.unwrap_or(0), n) => {
                        // `one third of`, `two-thirds`.
                        let share =
                            last_unit.filter(|_| n > 2 && (k > 0 && c.is_some_and(|c| c < 10) || self.is(at + 1, "of") && c == Some(1)));
                        if let Some(above) = share {
                            return Some(Quantity {
                                end: at + 1,
                                value: Exact::new(above, n)?,
                                form: Form::Share,
                                scale: None,
                                vague: false,
                            });
                        }
                        if c.is_some_and(|c| c < 20) {
                            return None;
                        }
                        let value = total.plus(Exact::whole(c.unwrap_or(0) + n))?;
                        return Some(Quantity { end: at + 1, value, form: Form::Ordinal, scale: None, vague: false });
                    }
                    ("part", Some(c)) if last_unit == Some(c) && c < 100 => {
                        return Some(Quantity { end: at + 1, value: Exact::new(c, n)?, form: Form::Share, scale: None, vague: false });
                    }
                    _ => {
                        if k > 0 {
                            return None;
                        }
                        done = false;
                        break;
                    }
                }
            }
            if !done {
                break;
            }
            at += 1;
            // `and` between a hundred and what is added to it; `and a half`.
            if self.is(at, "and") && at > i {
                if self.is(at + 1, "a") && self.is(at + 2, "half") {
                    let half = Exact::new(1, 2)?;
                    let mut value = total.plus(Exact::whole(current.unwrap_or(0)))?;
                    value = match scale.filter(|_| current.is_none()) {
                        Some(scale) => value.plus(scale.times(half)?)?,
                        None => value.plus(half)?,
                    };
                    let mut end = at + 3;
                    while let Some((by, next)) = self.scale(end) {
                        value = value.times(by)?;
                        end = next;
                    }
                    return Some(Quantity { end, value, form: Form::Cardinal, scale, vague: false });
                }
                let next = self.tokens.get(at + 1).and_then(|t| self.lookup(t.norm.split('-').next().unwrap_or_default()));
                // What is added must be smaller than what it is added to.
                let adds = scale.is_some() && next.is_some_and(|(k, n, _)| k == "unit" && n < 100 && current.is_none_or(|c| c % 100 == 0));
                let one_scale = !self
                    .tokens
                    .get(at + 2)
                    .is_some_and(|t| matches!(self.words.get(&t.norm).map(|e| e.field(0)), Some("scale" | "dozen")));
                if adds && (one_scale || current.is_none()) {
                    at += 1;
                    continue;
                }
                break;
            }
        }
        if at == i || (current.is_none() && scale.is_none()) {
            return None;
        }
        let value = total.plus(Exact::whole(current.unwrap_or(0)))?;
        // `one` is a pronoun as often as a number.
        if at == i + 1 && value == Exact::whole(1) && self.is(i, "one") && self.pronoun(i) {
            return None;
        }
        Some(Quantity { end: at, value, form: Form::Cardinal, scale, vague: false })
    }

    /// Tens and units written as one word.
    pub(super) fn tens<'w>(&self, word: &'w str) -> Option<(&'w str, &'w str)> {
        let at = word.find("ty").map(|i| i + 2).filter(|i| *i < word.len() && !word.contains('-'))?;
        let (tens, unit) = word.split_at(at);
        (self.words.get(tens).is_some() && self.words.get(unit).is_some()).then_some((tens, unit))
    }

    pub(super) fn is_arabic_or_hebrew(&self) -> bool {
        matches!(self.layer.document.language.as_str(), "ar" | "he")
    }

    /// The kind and value of one word, and whether `and` is joined to it, as Arabic and Hebrew do.
    pub(super) fn lookup(&self, part: &str) -> Option<(&'static str, i64, bool)> {
        let known = |w: &str| self.words.get(w).filter(|e| e.field(0) != "some").and_then(|e| Some((e.field(0), e.field(1).parse().ok()?)));
        if let Some((kind, n)) = known(part) {
            return Some((kind, n, false));
        }
        let rest = part.strip_prefix(['و', 'ו']).filter(|r| r.chars().count() > 1 && self.is_arabic_or_hebrew())?;
        known(rest).map(|(kind, n)| (kind, n, true))
    }

    /// Whether `one` stands for somebody or something: no one, one another, the one who.
    pub(super) fn pronoun(&self, i: usize) -> bool {
        let before = |of: &[&str]| i > 0 && self.word(i - 1, of);
        let after = ["another", "day", "'s", "can", "could", "must", "should", "may", "might", "would", "who", "that", "which"];
        let ranked = i > 0 && self.words.get(&self.tokens[i - 1].norm).is_some_and(|e| e.field(0) == "rank");
        before(&["no", "any", "every", "each", "some", "this", "which"])
            || ranked
            || before(&["that", "the", "next", "another", "last", "other", "good", "new", "big", "only"]) && !self.after_noun(i + 1)
            || self.word(i + 1, &after)
    }

    /// Whether a token can be the noun that a number counts.
    pub(super) fn after_noun(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.kind == Kind::Word && lists::function().get(&t.norm).is_none())
    }
}

/// Whether two parts add up: the second is below the lowest place of the first.
fn fits(first: i64, second: i64) -> bool {
    let place = match first {
        0 => return true,
        n if n % 1000 == 0 => 1000,
        n if n % 100 == 0 => 100,
        n if n % 10 == 0 && (n < 100 || n % 100 >= 20) => 10,
        _ => return false,
    };
    second < place
}
