//! Numbers that count nothing: dates, ranks, ages, labels, list and telephone numbers, sets, idioms.

use crate::intake::layer::{Exact, Form, Kind, Layer, Naming, Number};
use crate::intake::lists;
use crate::intake::reading::{ActorType, Deadline, Time, Value, When};
use terms::span::Span;

/// Whether a number is no figure.
pub(super) fn counts_nothing(layer: &Layer, number: &Number, deadlines: &[Deadline], speakers: &[Span]) -> bool {
    if matches!(number.form, Form::Time | Form::Ordinal | Form::Age | Form::Label) {
        return true;
    }
    let inner = layer.tokens_in(number.span);
    let (start, end) = (inner.start, inner.end);
    let tokens = &layer.tokens;
    let is = |i: usize, of: &[&str]| tokens.get(i).is_some_and(|t| of.contains(&&*t.norm));
    let before = |n: usize, of: &[&str]| start >= n && is(start - n, of);
    // A length that bounds an act, or is only said to lie between two times.
    if let Some(time) = time_of(layer, number) {
        let far = is(layer.token_from(time.span.end), &["ago", "later", "earlier", "before", "after", "old", "from"]);
        let at = deadlines.partition_point(|d| d.span.end <= number.span.start);
        let bound = deadlines.get(at).is_some_and(|d| d.span.start <= number.span.start && number.span.end <= d.span.end);
        if bound || far || time.when != When::Length || time.rule == "relative-length" {
            return true;
        }
    }
    if lists::idioms().at(tokens, start).or_else(|| start.checked_sub(1).and_then(|i| lists::idioms().at(tokens, i))).is_some() {
        return true;
    }
    // In the words that name a speaker: `Two officials said`.
    let at = speakers.partition_point(|s| s.end <= number.span.start);
    let few = matches!(number.value, Value::One(n) if n.above <= 20);
    if few && speakers.get(at).is_some_and(|s| s.start <= number.span.start && number.span.end <= s.end) {
        return true;
    }
    // `in five weeks`, `can be done in two months`: a window or a bound, and `ten days have passed`.
    if let Some(time) = time_of(layer, number) {
        let after = layer.token_from(time.span.end);
        let gone = is(after, &["have", "had", "has"]) && is(after + 1, &["passed", "gone", "elapsed"]);
        if gone || layer.tokens[number.tokens.start.saturating_sub(1)].is("in") && number.tokens.start > 0 {
            return true;
        }
    }
    // `the 96 hours`: a length that the text has named before.
    if time_of(layer, number).is_some() && before(1, &["the", "those", "these"]) {
        return true;
    }
    // `at six`, `by nine they had gone`: an hour in words.
    let noun = tokens.get(end).is_some_and(|t| t.kind == Kind::Word && !t.capital && lists::function().get(&t.norm).is_none());
    let hour = matches!(number.value, Value::One(n) if n.below == 1 && n.above <= 12) && tokens[start].kind == Kind::Word;
    if hour
        && !noun
        && !is(end, &["of"])
        && number.tokens.start == start
        && (before(1, &["at", "by"]) && end == start + 1 || before(1, &["past"]))
    {
        let put = (2..=7)
            .any(|n| before(n, &["put", "puts", "putting", "stands", "stood", "number", "figure", "count", "total", "toll", "sets"]));
        return lists::totals().before(tokens, start).is_none() && !put;
    }
    // `one` alone stands for somebody or something.
    if is(start, &["one"])
        && end == start + 1
        && !noun
        && !is(end, &["of", "more", "by", "in", "without", "with"])
        && !in_list(layer, start)
    {
        return true;
    }
    // `in one shoe`, `with one line`; `One passenger, Joana Prat, waited`.
    if is(start, &["one"]) && end == start + 1 && noun {
        let introduced =
            tokens.get(end + 1).is_some_and(|t| t.is(",")) && tokens.get(end + 2).is_some_and(|t| t.capital && t.kind == Kind::Word);
        let opens = layer.sentence_of(start).is_some_and(|s| layer.sentences[s].tokens.start == start);
        if before(1, &["in", "with", "under", "like", "as", "at", "from", "near", "into", "inside", "not"]) || introduced && opens {
            return true;
        }
    }
    if few_known(layer, number, start, end) || capital_name(layer, start, end) {
        return true;
    }
    // `of the three`, `one of the two said`: the set is known.
    if number.tokens.start == start
        && before(1, &["the"])
        && before(2, &["of", "between", "among"])
        && !noun
        && !is(end, &["of"])
        && number.form == Form::Cardinal
    {
        return true;
    }
    if is(start, &["one"])
        && is(end, &["of"])
        && is(end + 1, &["the", "these", "those"])
        && layer.numbers.iter().any(|n| layer.token_from(n.span.start) == end + 2 && few_of(n))
        && !tokens
            .get(end + 3)
            .is_some_and(|t| t.kind == Kind::Word && lists::function().get(&t.norm).is_none() && lists::speaking().get(&t.norm).is_none())
    {
        return true;
    }
    // `the first three rows`.
    if before(1, &["first", "next", "other"]) && before(2, &["the"]) {
        return true;
    }
    // `three times what enters now`: a ratio.
    if is(end, &["times"]) && is(end + 1, &["that", "what", "as", "the", "more", "higher", "larger", "bigger", "its", "their", "this"]) {
        return true;
    }
    // `two governments argue`.
    if number.value == Value::One(Exact::whole(2))
        && tokens.get(end).is_some_and(|t| lists::sets().get(&t.norm).is_some_and(|e| e.field(0) == "bare"))
        || lists::sets().get(tokens.get(end).map_or("", |t| &t.norm)).is_some_and(|e| e.field(0) == "any")
    {
        return true;
    }
    // `page 2 of 3`, `scan 1 of 2`.
    let sheet = ["page", "scan", "sheet", "part", "slide", "photo"];
    if before(1, &sheet) && is(end, &["of"]) || before(1, &["of"]) && before(3, &sheet) {
        return true;
    }
    // `14 Canal Street`.
    if tokens[start].kind == Kind::Number
        && (end..end + 4)
            .take_while(|i| tokens.get(*i).is_some_and(|t| t.capital && t.kind == Kind::Word))
            .any(|i| is(i, &["street", "road", "avenue", "lane", "boulevard", "quay", "square"]))
    {
        return true;
    }
    // `0934`, `007`: no count begins with a nought.
    if tokens[start].kind == Kind::Number
        && tokens[start].norm.starts_with('0')
        && tokens[start].norm.chars().nth(1).is_some_and(|c| c.is_ascii_digit())
    {
        return true;
    }
    // `the one hospital` is the only one.
    if is(start, &["one"]) && before(1, &["the"]) {
        return true;
    }
    if layer.document.language != "en" && elsewhere(layer, number, start) {
        return true;
    }
    if list_number(layer, start, end) || code(layer, start, end) || named(layer, start, end) || telephone(layer, start) {
        return true;
    }
    // A calibre: (82 mm), 120mm.
    if is(end, &["mm", "calibre", "caliber"]) || is(end, &["-"]) && is(end + 1, &["mm", "millimetre", "millimeter"]) {
        return true;
    }
    // `the two sides`, `these three numbers`: the set is known, the number only tells it apart.
    if number.tokens.start == start && before(1, &["the", "these", "those", "both", "all", "its", "their"]) && noun_is_set(layer, end) {
        return true;
    }
    // `one of the ministers`, and descriptions of whoever speaks.
    if is(start, &["one"]) && is(end, &["of"]) && is(end + 1, &["the", "our", "your"]) && noun_is_set(layer, end + 2) {
        return true;
    }
    few && unnamed(layer, start)
}

/// `the two crews`, `those three villages`: so few with an article are known, and the number only tells
/// them apart, unless what stands behind the noun says which they are (`the two checkpoints on the river`).
fn few_known(layer: &Layer, number: &Number, start: usize, end: usize) -> bool {
    let tokens = &layer.tokens;
    let is = |i: usize, of: &[&str]| tokens.get(i).is_some_and(|t| of.contains(&&*t.norm));
    let small = matches!(number.value, Value::One(n) if n == Exact::whole(2) || n == Exact::whole(3)) && tokens[start].kind == Kind::Word;
    let known = number.tokens.start == start && start > 0 && is(start - 1, &["the", "these", "those", "both", "all", "other"]);
    // `three of the four`: both count.
    let part = start > 1 && is(start - 2, &["of"]);
    let noun = |i: usize| tokens.get(i).is_some_and(|t| t.kind == Kind::Word && lists::function().get(&t.norm).is_none());
    let past = (end..end + 3).find(|i| !noun(*i)).unwrap_or(end + 3);
    let told = is(past, &["on", "in", "at", "of", "who", "that", "which", "from", "near", "with"]);
    let acted = (end..past).any(|i| tokens.get(i).is_some_and(|t| lists::acts().get(&t.norm).is_some()));
    small && known && !part && noun(end) && !told && !acted
}

/// `Lock Three`, `the Three Wells`: a number word with a capital inside a sentence belongs to a name.
fn capital_name(layer: &Layer, start: usize, end: usize) -> bool {
    let tokens = &layer.tokens;
    let opens = layer.sentence_of(start).is_some_and(|s| layer.sentences[s].tokens.start == start);
    let word = |i: usize| {
        tokens.get(i).is_some_and(|t| t.kind == Kind::Word && t.capital && !t.capitals && lists::function().get(&t.norm).is_none())
    };
    let quoted = start > 0 && matches!(tokens[start - 1].kind, Kind::Quote);
    word(start)
        && !tokens[start].capitals
        && !opens
        && !quoted
        && start > 0
        && (word(start - 1) && !matches!(&*tokens[start - 1].norm, "." | ":") || word(end))
        && layer.sentence_of(start - 1) == layer.sentence_of(start)
}

fn few_of(number: &Number) -> bool {
    matches!(number.value, Value::One(n) if n.above <= 20)
}

/// Whether another number stands in the same sentence before a token.
fn in_list(layer: &Layer, start: usize) -> bool {
    let first = layer.sentence_of(start).map_or(start, |s| layer.sentences[s].tokens.start);
    let from = layer.tokens[first].span.start;
    let at = layer.numbers.partition_point(|n| n.span.start < from);
    layer.numbers.get(at).is_some_and(|n| n.span.end <= layer.tokens[start].span.start && matches!(n.form, Form::Cardinal))
}

/// The time that a number is part of.
fn time_of<'a>(layer: &'a Layer, number: &Number) -> Option<&'a Time> {
    let at = layer.times.partition_point(|t| t.span.end <= number.span.start);
    layer.times.get(at).filter(|t| t.span.start <= number.span.start && number.span.start < t.span.end)
}

/// Whether the noun within the next three tokens is one of a set that a number only tells apart.
fn noun_is_set(layer: &Layer, at: usize) -> bool {
    layer.tokens[at.min(layer.tokens.len())..layer.tokens.len().min(at + 3)]
        .iter()
        .take_while(|t| t.kind == Kind::Word && lists::function().get(&t.norm).is_none())
        .any(|t| lists::sets().get(&t.norm).is_some())
}

/// `1.`, `(2)`, `- 3 -` at the beginning of a paragraph.
fn list_number(layer: &Layer, start: usize, end: usize) -> bool {
    let Some(sentence) = layer.sentence_of(start) else { return false };
    let paragraph = &layer.paragraphs[layer.sentences[sentence].paragraph];
    let first = layer.token_from(paragraph.span.start);
    let is = |i: usize, of: &[&str]| layer.tokens.get(i).is_some_and(|t| of.contains(&&*t.norm));
    let opens = start == first || start == first + 1 && is(first, &["(", "-", "–", "—", "["]);
    let closes = is(end, &[".", ")", "]", ":"]) && layer.tokens.get(end + 1).is_none_or(|t| !t.glued) && end - start == 1;
    // A page number stands alone between marks.
    let alone = layer.tokens_in(paragraph.span).all(|i| layer.tokens[i].kind != Kind::Word);
    let digits = layer.tokens[start].kind == Kind::Number;
    // `1  VIOLATIONS`, `1.1 Kibira`: a heading with its number.
    let heading = start == first
        && end - start == 1
        && layer.tokens[start].norm.len() <= 4
        && layer.tokens.get(end).is_some_and(|t| t.capital && !t.glued);
    digits
        && (heading
            || opens && closes && layer.tokens[start].norm.chars().count() <= 3
            || alone && layer.tokens_in(paragraph.span).len() <= 4)
}

/// Part of a code: `47/2028`, `S/2025/12`, `2803(2025)`.
fn code(layer: &Layer, start: usize, end: usize) -> bool {
    let tokens = &layer.tokens;
    let mark = |i: usize| tokens.get(i).is_some_and(|t| t.glued && matches!(&*t.norm, "/" | "#" | "№" | "_" | "°"));
    let before = start > 0 && tokens[start].glued && matches!(&*tokens[start - 1].norm, "/" | "#" | "№" | "_");
    let letters = start > 0
        && tokens[start].glued
        && tokens[start - 1].is("-")
        && tokens[start - 1].glued
        && start > 1
        && tokens[start - 2].kind == Kind::Word;
    before || letters || mark(end) && tokens.get(end + 1).is_some_and(|t| t.glued && t.kind == Kind::Number)
}

/// The number of a name: `Falcon 24`, where no counted noun follows.
fn named(layer: &Layer, start: usize, end: usize) -> bool {
    let tokens = &layer.tokens;
    let Some(before) = start.checked_sub(1).map(|i| &tokens[i]) else { return false };
    let same = layer.sentence_of(start).is_some() && layer.sentence_of(start) == layer.sentence_of(start - 1);
    let first = layer.sentence_of(start).is_some_and(|s| layer.sentences[s].tokens.start == start - 1);
    let digits =
        tokens[start].kind == Kind::Number && tokens[start].norm.chars().all(|c| c.is_ascii_digit()) && tokens[start].norm.len() <= 4;
    let counts = tokens.get(end).is_some_and(|t| t.kind == Kind::Word && !t.capital && lists::function().get(&t.norm).is_none())
        && layer.sentence_of(end) == layer.sentence_of(start)
        // `In Ostra 14 were hurt`: so many there.
        || tokens.get(end).is_some_and(|t| matches!(&*t.norm, "were" | "are" | "have" | "had"));
    // A column of a table, and a sum.
    if tokens[start].span.start > before.span.end + 1 || lists::money().get(&before.norm).is_some() {
        return false;
    }
    let word = before.kind == Kind::Word
        && before.capital
        && lists::function().get(&before.norm).is_none()
        && lists::qualifiers_en().get(&before.norm).is_none();
    // Of the first word of a sentence: `Falcon 24 is`, `Day 3, morning`.
    let after = tokens.get(end).is_some_and(|t| matches!(&*t.norm, "," | ":" | "is" | "was" | "has" | "'s"));
    same && digits && word && !counts && (!first || after)
}

/// A telephone number: after a word for it, or three numbers in a row.
fn telephone(layer: &Layer, start: usize) -> bool {
    let tokens = &layer.tokens;
    let from = start.saturating_sub(8);
    let said = tokens[from..start]
        .iter()
        .enumerate()
        .rev()
        .take_while(|(i, t)| !t.is(".") || *i > 0 && matches!(&*tokens[from + i - 1].norm, "tel" | "ph" | "fax" | "mob"))
        .any(|(_, t)| {
            matches!(
                &*t.norm,
                "tel" | "telephone" | "phone" | "fax" | "mobile" | "contact" | "call" | "hotline" | "emergency" | "dial" | "helpline"
            )
        });
    let row = |i: usize| tokens.get(i).is_some_and(|t| t.kind == Kind::Number || t.is("+"));
    let neighbours = usize::from(start > 0 && row(start - 1))
        + usize::from(start > 1 && row(start - 2) && row(start - 1))
        + usize::from(row(start + 1))
        + usize::from(row(start + 1) && row(start + 2));
    tokens[start].kind == Kind::Number && (said && (neighbours > 0 || tokens[start].norm.len() >= 5) || neighbours >= 2)
}

/// Whether the number belongs to the description of a source without a name.
fn unnamed(layer: &Layer, start: usize) -> bool {
    let point = layer.tokens[start].span.start;
    let at = layer.mentions.partition_point(|m| m.span.end <= point);
    let mention = layer.mentions.get(at).filter(|m| m.span.start <= point && point < m.span.end && m.naming != Naming::Pronoun);
    let actor = mention.and_then(|m| layer.actors.iter().find(|a| a.id == m.actor));
    actor.is_some_and(|a| a.kind == ActorType::Unnamed || mention.is_some_and(|m| m.naming == Naming::Name))
}

/// In Arabic and Hebrew: lengths that bound an act, ages, roads and articles, `one` as a pronoun.
fn elsewhere(layer: &Layer, number: &Number, start: usize) -> bool {
    let before = |n: usize| start.checked_sub(n).map_or("", |i| &*layer.tokens[i].norm);
    let word = &*layer.tokens[start].norm;
    let one = matches!(word, "אחד" | "אחת" | "واحد" | "واحده");
    let age = matches!(before(1), "בנ" | "בת" | "בני" | "בנות" | "גיל" | "عمره" | "عمرها");
    let label = matches!(before(1), "כביש" | "סעיפ" | "מס" | "מספר" | "الطريق" | "الماده" | "رقم" | "البند" | "شارع" | "القرار");
    let bound = time_of(layer, number).is_some() && [1, 2].iter().any(|n| matches!(before(*n), "خلال" | "غضون" | "בתוכ" | "תוכ"));
    one || age || label || bound
}
