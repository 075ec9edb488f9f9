//! Numbers with their exact values: digits and words, ranges, bounds, fractions, percentages.
//!
//! A small grammar over tokens: `[bound] quantity [range] [bound]`. What a number is written as (a
//! count, a rank, a share, money, an age, a label) is told from its neighbours; dates and clock times
//! are marked later by [`super::times`].

mod form;
mod words;

use super::layer::{Exact, Form, Kind, Layer, Number, Token};
use super::lists::{self, List};
use super::reading::Value;
use std::ops::Range;
use terms::script::digit;

/// Finds the numbers.
pub fn find(layer: &mut Layer) {
    let reader = Reader { tokens: &layer.tokens, words: lists::numbers(&layer.document.language), layer };
    let qualifiers = lists::qualifiers(&layer.document.language);
    let mut out: Vec<Number> = Vec::new();
    let mut i = 0;
    while i < layer.tokens.len() {
        let Some(found) = reader.number(i) else {
            i += 1;
            continue;
        };
        let before = out.last().map_or(0, |n| n.tokens.end);
        let number = reader.bound(found, qualifiers, before);
        i = number.tokens.end.max(i + 1);
        out.push(number);
    }
    layer.numbers = out;
}

struct Reader<'a> {
    tokens: &'a [Token],
    words: &'static List,
    layer: &'a Layer,
}

/// A quantity before its bounds are looked for.
struct Found {
    tokens: Range<usize>,
    value: Value,
    form: Form,
}

/// One quantity: tokens, value, form, and its last scale, which a range lends to its first part.
struct Quantity {
    end: usize,
    value: Exact,
    form: Form,
    scale: Option<Exact>,
    vague: bool,
}

impl Reader<'_> {
    fn is(&self, i: usize, norm: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is(norm))
    }

    fn word(&self, i: usize, of: &[&str]) -> bool {
        self.tokens.get(i).is_some_and(|t| of.contains(&&*t.norm))
    }

    /// The number that begins at a token.
    fn number(&self, i: usize) -> Option<Found> {
        // `between 10 and 15`.
        let between = self.is(i, "between");
        let start = if between { i + 1 } else { i };
        let first = self.quantity(start)?;
        if between && first.form == Form::Cardinal && self.is(first.end, "and") && !self.is_year(start) {
            let second = self.quantity(first.end + 1).filter(|q| q.form == first.form || q.form == Form::Share);
            if let Some(second) = second {
                return self.range(i, first, second);
            }
        }
        if between {
            return None;
        }
        if let Some(second) = self.range_end(i, &first) {
            return self.range(i, first, second);
        }
        if let Some(share) = self.one_in_so_many(i, &first) {
            return Some(share);
        }
        let value = if first.vague { Value::Range([Some(first.value), None]) } else { Value::One(first.value) };
        Some(Found { tokens: i..first.end, value, form: first.form })
    }

    fn range(&self, i: usize, first: Quantity, second: Quantity) -> Option<Found> {
        let mut low = first.value;
        // `10 to 15 million`: the first has the scale of the second.
        if let (None, Some(scale)) = (first.scale, second.scale)
            && low < scale
        {
            low = low.times(scale)?;
        }
        Some(Found { tokens: i..second.end, value: Value::Range([Some(low), Some(second.value)]), form: second.form })
    }

    /// `three in ten`, `four out of five`: a share of what follows, and no count.
    fn one_in_so_many(&self, start: usize, first: &Quantity) -> Option<Found> {
        let out_of = self.is(first.end, "out") && self.is(first.end + 1, "of");
        if !out_of && !self.is(first.end, "in") {
            return None;
        }
        let at = first.end + 1 + usize::from(out_of);
        let every = usize::from(self.is(at, "every"));
        let second = self.quantity(at + every)?;
        // `two in three days` is a time; `nine out of 26` two counts.
        let timed = self.tokens.get(second.end).is_some_and(|t| lists::calendar_en().get(&t.norm).is_some_and(|e| e.field(0) == "unit"));
        let whole = |q: &Quantity| q.form == Form::Cardinal && !q.vague && q.value.below == 1;
        let round = (2..=10).contains(&second.value.above) || matches!(second.value.above, 20 | 100 | 1000 | 10_000);
        let words = [start, at + every].iter().all(|i| self.tokens[*i].kind == Kind::Word || every > 0);
        (whole(first) && whole(&second) && round && words && !timed && first.value < second.value)
            .then(|| {
                Some(Found {
                    tokens: start..second.end,
                    value: Value::One(Exact::new(first.value.above, second.value.above)?),
                    form: Form::Share,
                })
            })
            .flatten()
    }

    /// The second part of `10 to 15`, `10–15`, `two or three`, `six, perhaps seven`.
    fn range_end(&self, start: usize, first: &Quantity) -> Option<Quantity> {
        if first.vague || !matches!(first.form, Form::Cardinal | Form::Share) {
            return None;
        }
        let joint = self.tokens.get(first.end)?;
        let dash = matches!(&*joint.norm, "-" | "–" | "—") && (joint.glued == self.tokens.get(first.end + 1)?.glued);
        let word = matches!(&*joint.norm, "to" | "or" | "إلى" | "الي");
        let perhaps = joint.is(",") && self.word(first.end + 1, &["perhaps", "possibly", "maybe"]);
        if perhaps {
            let second = self.quantity(first.end + 2)?;
            let near = second.value.above <= first.value.above.saturating_mul(3);
            return (first.value < second.value && near && second.form == Form::Cardinal && !second.vague).then_some(second);
        }
        if !dash && !word {
            return None;
        }
        // `02-661`: no range begins with a nought.
        if dash && self.tokens[start].kind == Kind::Number && self.tokens[start].norm.starts_with('0') && self.tokens[start].norm.len() > 1
        {
            return None;
        }
        // `rose from 10 to 15`, `from 3 to 6 October`: two numbers and no range.
        if word && start > 0 && self.word(start - 1, &["from", "من"]) {
            return None;
        }
        let second = self.quantity(first.end + 1)?;
        let grows = match (first.scale, second.scale) {
            (None, Some(scale)) => first.value < second.value || first.value.times(scale)? < second.value,
            _ => first.value < second.value,
        };
        // A second dash makes a date or a telephone number; `1948-49` is a span of years.
        let more = dash
            && self.tokens.get(second.end).is_some_and(|t| t.glued && t.is("-"))
            && self.tokens.get(second.end + 1).is_some_and(|t| t.kind == Kind::Number);
        let part_of_date = dash && start >= 2 && joint.glued && self.is(start - 1, "-") && self.tokens[start - 2].kind == Kind::Number;
        let near = !joint.is("or") || second.value.above <= first.value.above.saturating_mul(3);
        (grows && !more && !part_of_date && near && matches!(second.form, Form::Cardinal | Form::Share) && !second.vague).then_some(second)
    }

    /// One quantity.
    fn quantity(&self, i: usize) -> Option<Quantity> {
        let token = self.tokens.get(i)?;
        match token.kind {
            Kind::Number => self.digits(i),
            Kind::Word => self.words(i),
            Kind::Mark => {
                let part = match &*token.norm {
                    "½" => (1, 2),
                    "⅓" => (1, 3),
                    "⅔" => (2, 3),
                    "¼" => (1, 4),
                    "¾" => (3, 4),
                    _ => return None,
                };
                Some(Quantity { end: i + 1, value: Exact::new(part.0, part.1)?, form: Form::Share, scale: None, vague: false })
            }
            Kind::Quote | Kind::Address => None,
        }
    }

    fn digits(&self, i: usize) -> Option<Quantity> {
        let mut value = decimal(&self.tokens[i].norm)?;
        let mut end = i + 1;
        let glued = |k: usize| self.tokens.get(k).is_some_and(|t| t.glued);
        if glued(end) && self.word(end, &["st", "nd", "rd", "th"]) {
            return Some(Quantity { end: end + 1, value, form: Form::Ordinal, scale: None, vague: false });
        }
        // 1/2, 2/3, 3/4; other strokes are dates.
        if glued(end) && self.is(end, "/") && glued(end + 1) && !self.is(end + 2, "/") {
            let below = self.tokens.get(end + 1).and_then(|t| decimal(&t.norm)).unwrap_or(Exact::whole(0));
            if matches!((value.above, below.above), (1, 2..=5) | (2, 3 | 5) | (3, 4 | 5) | (4, 5)) && !self.is(i.wrapping_sub(1), "/") {
                return Some(Quantity {
                    end: end + 2,
                    value: Exact::new(value.above, below.above)?,
                    form: Form::Share,
                    scale: None,
                    vague: false,
                });
            }
        }
        if glued(end) && self.word(end, &["½"]) {
            value = value.plus(Exact::new(1, 2)?)?;
            end += 1;
        }
        let mut scale = None;
        while let Some((by, next)) = self.scale(end) {
            value = value.times(by)?;
            scale = Some(scale.unwrap_or(Exact::whole(1)).times(by)?);
            end = next;
        }
        Some(Quantity { end, value, form: Form::Cardinal, scale, vague: false })
    }

    /// A word that multiplies what stands before it.
    fn scale(&self, i: usize) -> Option<(Exact, usize)> {
        let token = self.tokens.get(i)?;
        if token.glued && token.kind == Kind::Word {
            let by = match &*token.norm {
                "k" => 1_000,
                "m" => 1_000_000,
                "bn" | "b" => 1_000_000_000,
                _ => 0,
            };
            // `5m` before a word is money or people; metres stand as `5 m` or with their own unit.
            if by > 0 {
                return Some((Exact::whole(by), i + 1));
            }
        }
        let (at, token) = if token.is("-") && token.glued { (i + 1, self.tokens.get(i + 1)?) } else { (i, token) };
        let entry = self.words.get(&token.norm).filter(|e| matches!(e.field(0), "scale" | "dozen"))?;
        Some((Exact::whole(entry.field(1).parse().ok()?), at + 1))
    }

    fn is_year(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(is_year)
    }

    /// Adds the words that bound the number, and tells what it is written as.
    fn bound(&self, found: Found, qualifiers: &List, floor: usize) -> Number {
        let Found { tokens, mut value, form } = found;
        let mut outer = tokens.clone();
        let mut qualifier = None;
        let between = self.is(tokens.start, "between");
        let form = self.form(&tokens, form);
        let before =
            qualifiers.before(self.tokens, tokens.start).filter(|(n, _)| tokens.start - n >= floor && !self.preposition(tokens.start, *n));
        let direct = |n: usize| self.tokens.get(tokens.start.wrapping_sub(n)).is_some();
        if let Some((n, entry)) = before.filter(|(n, _)| direct(*n) && !matches!(form, Form::Label | Form::Ordinal)) {
            outer.start -= n;
            let kind = entry.field(0);
            if kind != "plain" {
                qualifier = Some(self.layer.span(outer.start..tokens.start));
                value = widen(value, kind);
            }
        }
        let after = lists::qualifiers_after().at(self.tokens, tokens.end).filter(|_| !matches!(form, Form::Label | Form::Ordinal));
        if let Some((n, entry)) = after {
            qualifier = qualifier.or(Some(self.layer.span(tokens.end..tokens.end + n)));
            value = widen(value, entry.field(0));
            outer.end += n;
        } else if self.tokens.get(tokens.end).is_some_and(|t| t.is("+") && t.glued) {
            qualifier = qualifier.or(Some(self.layer.span(tokens.end..tokens.end + 1)));
            value = widen(value, "least");
            outer.end += 1;
        }
        let inner = if between { tokens.start + 1..tokens.end } else { tokens };
        Number { span: self.layer.span(inner), bounded: self.layer.span(outer.clone()), tokens: outer, value, form, qualifier }
    }
}

/// A year written as one: four digits, 1900 to 2099.
pub(super) fn is_year(token: &Token) -> bool {
    token.kind == Kind::Number
        && token.norm.chars().count() == 4
        && decimal(&token.norm).is_some_and(|n| (1900..2100).contains(&n.above) && n.below == 1)
}

/// The value of digits with their separators.
pub(super) fn decimal(text: &str) -> Option<Exact> {
    let (mut above, mut below, mut point) = (0i64, 1i64, false);
    for c in text.chars() {
        match digit(c) {
            Some(d) => {
                above = above.checked_mul(10)?.checked_add(i64::from(d))?;
                if point {
                    below = below.checked_mul(10)?;
                }
            }
            None if matches!(c, '.' | '٫') => point = true,
            None => {}
        }
    }
    Exact::new(above, below)
}

/// A value with an end opened or closed by a word.
fn widen(value: Value, kind: &str) -> Value {
    let (low, high) = match value {
        Value::One(n) => (Some(n), Some(n)),
        Value::Range([low, high]) => (low, high),
    };
    match kind {
        "least" => Value::Range([low, None]),
        "most" => Value::Range([None, high]),
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::testing::layer;

    fn values(text: &str) -> Vec<(String, String, Form)> {
        let layer = layer(text);
        layer
            .numbers
            .iter()
            .map(|n| {
                let show = |e: Option<Exact>| {
                    e.map_or("∞".to_owned(), |e| if e.below == 1 { e.above.to_string() } else { format!("{}/{}", e.above, e.below) })
                };
                let value = match n.value {
                    Value::One(e) => show(Some(e)),
                    Value::Range([a, b]) => format!("{}..{}", show(a), show(b)),
                };
                (layer.cut(n.span).to_owned(), value, n.form)
            })
            .collect()
    }

    fn only(text: &str) -> String {
        let all = values(text);
        assert_eq!(all.len(), 1, "{text}: {all:?}");
        all[0].1.clone()
    }

    #[test]
    fn words_and_digits_have_exact_values() {
        for (text, value) in [
            ("1,200 trucks", "1200"),
            ("67 trucks", "67"),
            ("2.2 million people", "2200000"),
            ("one hundred and four people", "104"),
            ("a hundred trucks", "100"),
            ("two thousand three hundred tents", "2300"),
            ("twenty-one people", "21"),
            ("half a million people", "500000"),
            ("two and a half tonnes", "5/2"),
            ("a dozen shells", "12"),
            ("three dozen shells", "36"),
            ("dozens of shells", "24..∞"),
            ("tens of thousands of people", "20000..∞"),
            ("1.5bn litres", "1500000000"),
            ("forty thousand", "40000"),
            ("six hundred thousand", "600000"),
            ("12 hundred", "1200"),
        ] {
            assert_eq!(only(text), value, "{text}");
        }
    }

    #[test]
    fn bounds_open_an_end_and_ranges_have_two() {
        for (text, value) in [
            ("at least ten people", "10..∞"),
            ("more than 50 trucks", "50..∞"),
            ("up to 400 trucks", "∞..400"),
            ("fewer than five", "∞..5"),
            ("some 300 people", "300"),
            ("between 10 and 15 people", "10..15"),
            ("10-15 people", "10..15"),
            ("ten to fifteen people", "10..15"),
            ("two or three trucks", "2..3"),
            ("10 to 15 million", "10000000..15000000"),
            ("100 or more tents", "100..∞"),
            ("100+ tents", "100..∞"),
        ] {
            assert_eq!(only(text), value, "{text}");
        }
        assert_eq!(only("six, perhaps seven shells"), "6..7");
        assert_eq!(only("they haggled over ninety boats"), "90");
        assert_eq!(only("over ninety boats"), "90..∞");
        assert_eq!(values("it rose from 10 to 15").len(), 2);
        assert_eq!(values("two wounded and three dead").len(), 2);
    }

    #[test]
    fn ranks_shares_ages_labels_and_money_are_told_apart() {
        let form = |text: &str| values(text).first().map(|v| v.2);
        assert_eq!(form("the third round"), Some(Form::Ordinal));
        assert_eq!(form("the 21st convoy"), Some(Form::Ordinal));
        assert_eq!(form("40 per cent of them"), Some(Form::Share));
        assert_eq!(form("two-thirds of them"), Some(Form::Share));
        assert_eq!(form("a third of them"), Some(Form::Share));
        assert_eq!(form("half of the trucks"), Some(Form::Share));
        assert_eq!(form("a 19-year-old man"), Some(Form::Age));
        assert_eq!(form("a man aged 40"), Some(Form::Age));
        assert_eq!(form("said Ana Lys, 34, who"), Some(Form::Age));
        assert_eq!(form("Article 3 says"), Some(Form::Label));
        assert_eq!(form("Bulletin No. 5"), Some(Form::Label));
        assert_eq!(form("phase one began"), Some(Form::Label));
        assert_eq!(form("$5 million"), Some(Form::Money));
        assert_eq!(form("5 million euros"), Some(Form::Money));
        assert_eq!(values("no one came, and they saw one another"), []);
    }

    #[test]
    fn digits_of_other_scripts_count_the_same() {
        assert_eq!(only("قُتل ١٬٢٠٠ شخص في المدينة"), "1200");
        assert_eq!(only("ما لا يقل عن ١٢ شخصا في المدينة"), "12..∞");
        assert_eq!(only("نحو ثلاثة وعشرين شخصا في المدينة"), "23");
        assert_eq!(only("לפחות 14 בני אדם נהרגו בעיר"), "14..∞");
    }
}
