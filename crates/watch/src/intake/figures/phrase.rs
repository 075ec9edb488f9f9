//! What a number counts: the noun phrase after it, and what its clause says happened.

use super::One;
use crate::intake::layer::{Exact, Form, Kind, Layer};
use crate::intake::lists;
use crate::intake::reading::Value;
use std::ops::Range;
use terms::span::Span;

/// What is counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Counted {
    /// The noun phrase, as tokens; of the figure it was carried over from, where it was.
    pub(super) noun: Option<Range<usize>>,
    /// The head of the noun phrase, as a token.
    head: Option<usize>,
    /// What happened, in one word.
    pub(super) act: Option<&'static str>,
    /// What a count of the act is by itself.
    act_kind: &'static str,
    /// The unit of measure.
    pub(super) unit: Option<&'static str>,
    /// What the unit measures.
    measures: &'static str,
    /// Whether the number is a length of time.
    pub(super) duration: bool,
    /// Whether it counts persons.
    persons: bool,
    /// Whether the noun is an event itself.
    happening: bool,
    /// Whether the act stands in the present perfect: up to now.
    pub(super) perfect: bool,
    /// Whether the act was done to what is counted: `have been closed`.
    passive: bool,
    /// Whether a verb in the past says that it happened, though no list has its act.
    pub(super) happened: bool,
    /// Whether the act alone makes a total.
    pub(super) cumulative: bool,
    /// For lengths and measures: the words of the clause that say of what.
    context: Vec<usize>,
    /// Where the phrase ends.
    pub(super) end: usize,
    /// The rule.
    pub(super) rule: &'static str,
}

impl Counted {
    /// Whether a measure and no count of things.
    pub(super) fn measure(&self) -> bool {
        self.duration || self.unit.is_some() || self.rule == "times"
    }

    /// Whether a measure of how much, not of how far.
    pub(super) fn quantity(&self) -> bool {
        self.measures == "quantity"
    }

    /// Whether a sum of money.
    pub(super) fn money(&self) -> bool {
        self.rule == "money"
    }

    /// Whether an act that is a state by itself was done: `25 have been closed`.
    pub(super) fn done(&self) -> bool {
        self.perfect && self.passive && self.act_kind == "stock"
    }

    /// Whether the number has a scale of its own (`21 million`), as sums have.
    pub(super) fn scaled(&self, one: &One<'_>) -> bool {
        one.layer.tokens[one.inner.clone()].iter().any(|t| matches!(&*t.norm, "million" | "billion" | "thousand"))
    }

    /// Makes it a sum in the unit of another.
    pub(super) fn sum_of(&mut self, other: &Counted) {
        (self.unit, self.rule) = (other.unit, "money");
    }

    /// Takes noun (and act, where it has none) from another figure.
    pub(super) fn take(&mut self, other: &Counted) {
        self.noun.clone_from(&other.noun);
        self.head = other.head;
        // The label of a table's line holds for the second number on it.
        if other.rule == "table" && self.context.is_empty() {
            self.context.clone_from(&other.context);
        }
        self.persons |= other.persons;
        self.happening |= other.happening;
        if self.act.is_none() {
            (self.act, self.act_kind, self.cumulative) = (other.act, other.act_kind, other.cumulative);
        }
    }

    /// Whether it counts the same thing as another, and says nothing of what happened.
    pub(super) fn same_noun(&self, layer: &Layer, other: &Counted) -> bool {
        let head = |c: &Counted| c.head.map(|h| singular(&layer.tokens[h].norm));
        self.act.is_none() && !self.happened && !self.measure() && head(self).is_some() && head(self) == head(other)
    }

    /// Takes what happened from another figure.
    pub(super) fn take_act(&mut self, other: &Counted) {
        (self.act, self.act_kind, self.cumulative, self.happened) = (other.act, other.act_kind, other.cumulative, other.happened);
    }

    /// Whether the noun is one of what there is, and not of what happened: names, members, pages.
    pub(super) fn standing(&self, layer: &Layer) -> bool {
        let nouns = ["name", "page", "member", "seat", "copy", "point", "article", "inhabitant", "paper", "target", "place", "bed"];
        self.head.is_some_and(|h| nouns.contains(&&*singular(&layer.tokens[h].norm)))
            && !matches!(self.act, Some("killed" | "wounded" | "detained" | "released" | "hit"))
    }

    /// Whether it is by itself a stock (`true`) or something that happened; `None` where nothing tells.
    pub(super) fn stock(&self) -> Option<bool> {
        match (self.act_kind, self.happening) {
            ("stock", _) => Some(true),
            ("increment" | "cumulative", _) | (_, true) => Some(false),
            _ => None,
        }
    }

    /// The unit in the singular.
    pub(super) fn unit(&self, layer: &Layer, form: Form) -> Option<String> {
        if form == Form::Share && self.unit.is_none() {
            return Some(if self.rule == "percent" { "percent" } else { "share" }.to_owned());
        }
        if let Some(unit) = self.unit {
            return Some(unit.to_owned());
        }
        if self.persons || self.noun.is_none() && matches!(self.act, Some("killed" | "wounded" | "missing" | "displaced" | "detained")) {
            return Some("person".to_owned());
        }
        self.head.map(|h| singular(&layer.tokens[h].norm))
    }

    /// What is counted, in the text's words with the act in one word.
    pub(super) fn words(&self, layer: &Layer) -> Option<String> {
        let text = |range: &Range<usize>| -> String {
            layer.tokens[range.clone()]
                .iter()
                .filter(|t| t.kind == Kind::Word)
                .map(|t| layer.cut(t.span).to_owned())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let mut out: Vec<String> = Vec::new();
        if self.measure() || !self.context.is_empty() {
            out.extend(self.context.iter().map(|i| layer.cut(layer.tokens[*i].span).to_owned()));
            if let Some(noun) = &self.noun {
                out.push(text(noun));
            }
            if out.is_empty() && !self.measures.is_empty() {
                out.push(self.measures.to_owned());
            }
        } else {
            let noun = self.noun.as_ref().map(text).filter(|n| !n.is_empty());
            // `deaths` are people killed.
            let casualty = matches!(self.act, Some("killed" | "wounded"));
            match noun {
                Some(noun) if casualty && is_casualty_noun(&noun) => out.push("people".to_owned()),
                Some(noun) => out.push(noun),
                None if casualty || matches!(self.act, Some("missing" | "displaced" | "detained")) => out.push("people".to_owned()),
                None => {}
            }
        }
        if let Some(act) = self.act.filter(|a| !out.iter().any(|w| w.ends_with(a))) {
            out.push(act.to_owned());
        }
        (!out.is_empty()).then(|| out.join(" "))
    }
}

/// A noun in the singular, by the spelling of English.
fn singular(word: &str) -> String {
    match word {
        _ if word.ends_with("ies") && word.len() > 4 => format!("{}y", &word[..word.len() - 3]),
        _ if ["ches", "shes", "sses", "xes"].iter().any(|e| word.ends_with(e)) => word[..word.len() - 2].to_owned(),
        _ if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") => word[..word.len() - 1].to_owned(),
        _ => word.to_owned(),
    }
}

fn is_casualty_noun(noun: &str) -> bool {
    matches!(
        noun,
        "deaths" | "death" | "dead" | "fatalities" | "fatality" | "injuries" | "injured" | "wounded" | "casualties" | "others" | "more"
    )
}

/// Reads what the number of a figure counts.
pub(super) fn read(layer: &Layer, one: &One<'_>) -> Counted {
    let mut out = Counted { rule: "number", end: one.inner.end, ..Counted::default() };
    let tokens = &layer.tokens;
    let is = |i: usize, of: &[&str]| tokens.get(i).is_some_and(|t| of.contains(&&*t.norm));
    let mut at = one.inner.end;
    at = at.max(one.number.tokens.end);
    // Per cent and money.
    if is(at, &["%", "٪", "percent", "pct"]) {
        at += 1;
        out.rule = "percent";
    } else if is(at, &["per"]) && is(at + 1, &["cent"]) {
        at += 2;
        out.rule = "percent";
    } else if is(at, &["percentage"]) {
        at += 1 + usize::from(is(at + 1, &["points", "point"]));
        out.rule = "percent";
    }
    if one.number.form == Form::Money {
        out.unit = Some(currency(layer, one));
        out.rule = "money";
        at += usize::from(tokens.get(at).is_some_and(|t| lists::money().every(&t.norm).any(|e| e.field(0) == "after")));
        out.end = at;
        out.context = context(layer, one, 2);
        for i in subject(layer, one).into_iter().rev() {
            if !out.context.contains(&i) {
                out.context.insert(0, i);
            }
        }
        act(layer, one, &mut out, at);
        return out;
    }
    if let Some(time) = layer.times.get(layer.times.partition_point(|t| t.span.end <= one.number.span.start))
        && time.span.start <= one.number.span.start
    {
        out.duration = true;
        out.rule = "length";
        out.end = layer.tokens_in(time.span).end;
        out.unit = time_unit(&tokens[out.end.saturating_sub(1)].norm);
        out.context = context(layer, one, 2);
        return out;
    }
    at += usize::from(is(at, &["-"]) && tokens[at].glued);
    if let Some((n, entry)) = lists::units().at(tokens, at).filter(|_| one.number.form != Form::Share) {
        out.unit = Some(entry.field(0));
        out.measures = entry.field(1);
        out.rule = "measure";
        at += n;
        out.end = at;
        let dimension = tokens.get(at).and_then(|t| match &*t.norm {
            "wide" => Some("width"),
            "deep" => Some("depth"),
            "long" => Some("length"),
            "high" | "tall" => Some("height"),
            _ => None,
        });
        if let Some(dimension) = dimension {
            out.measures = dimension;
        } else if is(at, &["of"]) {
            let (noun, _) = noun_phrase(layer, at + 1, one.clause.end);
            out.noun = Some(noun).filter(|n| !n.is_empty());
            out.end = out.noun.as_ref().map_or(at, |n| n.end);
        }
        if out.measures == "quantity" {
            act(layer, one, &mut out, at);
        }
        if out.noun.is_none() && out.measures == "quantity" {
            out.context = subject(layer, one);
            out.context.extend(rate(layer, at, one.clause.end));
        }
        return out;
    }
    // `stopped four times`: what was done so often.
    if is(at, &["times", "time"]) && one.number.form != Form::Share {
        out.rule = "times";
        out.happening = true;
        out.head = Some(at);
        out.end = at + 1;
        out.context = context(layer, one, 3);
        return out;
    }
    // `four of the dead`, `38 per cent of water points`, `tens of thousands of people`.
    let mut of = false;
    if is(at, &["of"]) {
        of = true;
        at += 1;
        at += usize::from(is(at, &["the", "its", "their", "his", "her", "our", "all", "these", "those"]));
    }
    let pronoun = of && is(at, &["them", "those", "these", "whom", "which", "us", "you"]);
    // `six of the eleven district towns`: the number of the whole is left out of the noun.
    let whole = layer.numbers.partition_point(|n| layer.token_from(n.span.start) < at);
    if of && let Some(whole) = layer.numbers.get(whole).filter(|n| layer.token_from(n.span.start) == at) {
        at = layer.tokens_in(whole.span).end;
    }
    // `two more sailings`, `seven other boats`: the noun stands behind.
    let added = is(at, &["more", "other", "further", "additional", "new"])
        && tokens
            .get(at + 1)
            .is_some_and(|t| t.kind == Kind::Word && lists::function().get(&t.norm).is_none() && lists::acts().get(&t.norm).is_none());
    at += usize::from(added);
    let (noun, head) = noun_phrase(layer, at, one.clause.end);
    let (noun, head) = if of { (noun, head) } else { agrees(layer, one, noun, head) };
    let (noun, head, put) = match head {
        None => put_at(layer, one).map_or((noun, head, false), |(n, h)| (n, Some(h), true)),
        head => (noun, head, false),
    };
    if pronoun {
        out.end = at + 1;
        // `one of them a child`, `five of them children`; `26 of them of persons under 18`.
        let (noun, head) = noun_phrase(layer, at + 1 + usize::from(is(at + 1, &["a", "an", "were", "was", "of", "are"])), one.clause.end);
        if let Some(head) = head.filter(|h| lists::persons().get(&tokens[*h].norm).is_some()) {
            out.noun = Some(noun.clone());
            out.head = Some(head);
            out.persons = true;
            out.end = noun.end;
        }
        out.rule = "of-them";
        act(layer, one, &mut out, at + 1);
        return out;
    }
    // `four of the dead were children`: who they were stands behind the verb.
    if of
        && let Some(state) = head.and_then(|h| lists::acts().get(&tokens[h].norm)).filter(|_| noun.len() == 1)
        && is(noun.end, &["were", "was", "are", "is"])
    {
        let from = noun.end + 1 + usize::from(is(noun.end + 1, &["a", "an", "all", "also"]));
        let (who, at) = noun_phrase(layer, from, one.clause.end);
        if let Some(at) = at.filter(|a| lists::persons().get(&tokens[*a].norm).is_some()) {
            set(&mut out, state);
            (out.noun, out.head, out.persons, out.end) = (Some(who.clone()), Some(at), true, noun.end);
            out.rule = "of-noun";
            return out;
        }
    }
    if let Some(head) = head {
        let word = &*tokens[head].norm;
        let state = lists::acts().get(word);
        let person = lists::persons().get(word).is_some();
        // `27 dead`, `34 wounded`, `24 new`: a state and no noun.
        let bare = noun.len() == 1 && state.is_some() && !word.ends_with('s') || matches!(word, "new" | "more" | "others");
        out.end = if put { one.inner.end.max(one.number.tokens.end) } else { noun.end };
        out.persons = person || matches!(word, "dead" | "wounded" | "injured" | "missing" | "displaced");
        out.happening = lists::happenings().get(word).is_some();
        if let Some(entry) = state {
            (out.act, out.act_kind) = (Some(entry.field(0)), entry.field(1));
            out.cumulative = entry.field(1) == "cumulative";
            out.persons |= matches!(entry.field(0), "killed" | "wounded");
        }
        if !bare || of {
            out.noun = Some(noun.clone());
            out.head = Some(head);
        }
        if out.rule == "number" {
            out.rule = if of { "of-noun" } else { "noun" };
        }
        // `10 people killed`, `23 convoys requested`.
        let next = tokens.get(noun.end).and_then(|t| lists::acts().get(&t.norm)).filter(|_| !bare && noun.end < one.clause.end);
        if let Some(entry) = next {
            (out.act, out.act_kind) = (Some(entry.field(0)), entry.field(1));
            out.cumulative = entry.field(1) == "cumulative";
            out.end = noun.end + 1;
        }
        at = if put { out.end } else { noun.end };
    }
    // `Incidents this month: 19`: a line of a table.
    if head.is_none()
        && let Some(label) = table_label(layer, one)
    {
        out.context = table_words(layer, one, label);
        out.rule = "table";
        if let Some(entry) = out.context.iter().rev().find_map(|i| lists::acts().get(&tokens[*i].norm)) {
            set(&mut out, entry);
        }
        out.happening = out.context.iter().any(|i| lists::happenings().get(&tokens[*i].norm).is_some());
        out.persons = out.context.iter().any(|i| lists::persons().get(&tokens[*i].norm).is_some());
        if !out.context.is_empty() {
            out.noun = Some(out.context[0]..out.context[0]);
        }
        return out;
    }
    // `12 per cent of what is required`.
    if head.is_none() && one.number.form == Form::Share {
        out.context = context(layer, one, 2);
    }
    if head.is_some_and(|h| lists::acts().get(&tokens[h].norm).is_none()) && out.act.is_none() {
        act(layer, one, &mut out, at);
        let known = one.number.tokens.start.checked_sub(1).is_some_and(|i| is(i, &["the", "these", "those"]));
        if out.act.is_none()
            && !known
            && let Some(verb) = past_verb(layer, one, at)
        {
            out.happened = true;
            out.perfect = perfect(layer, verb, one.clause.start);
        }
    } else if out.act.is_none() || of && one.number.form != Form::Share && out.act_kind.is_empty() {
        act(layer, one, &mut out, at);
    } else if of {
        // `Three of the wounded died`.
        let mut later = Counted::default();
        after(layer, one, &mut later, at, 6);
        if later.act.is_some() {
            (out.act, out.act_kind) = (later.act, later.act_kind);
        }
    }
    out
}

/// The noun phrase that begins at a token, and its head: words up to one that ends it; a plural ends
/// it, unless what follows is the noun that it stands before.
fn noun_phrase(layer: &Layer, from: usize, limit: usize) -> (Range<usize>, Option<usize>) {
    let tokens = &layer.tokens;
    let mut end = from;
    let mut head = None;
    while end < limit && end < from + 6 {
        let token = &tokens[end];
        if token.kind != Kind::Word || token.is("'s") || lists::function().get(&token.norm).is_some() {
            break;
        }
        // A verb after a noun: `six people killed`, `two shells landed`; before a noun a participle is part of it.
        let noun_next =
            tokens.get(end + 1).is_some_and(|t| t.kind == Kind::Word && end + 1 < limit && lists::function().get(&t.norm).is_none());
        let act = lists::acts().get(&token.norm).is_some() && !token.norm.ends_with('s');
        if head.is_some() && act && !(noun_next && plural(&tokens[end + 1].norm)) {
            break;
        }
        if head.is_some_and(|h: usize| plural(&tokens[h].norm)) && !(noun_like(&token.norm) && plural(&token.norm)) {
            break;
        }
        // A past tense after a noun of one: `one boat returned`.
        if head.is_some() && token.norm.ends_with("ed") && !noun_next {
            break;
        }
        head = Some(end);
        end += 1;
    }
    (from..end, head)
}

/// Whether a word looks like a plural.
pub(super) fn plural(word: &str) -> bool {
    matches!(
        word,
        "people"
            | "men"
            | "women"
            | "children"
            | "police"
            | "troops"
            | "personnel"
            | "staff"
            | "aircraft"
            | "policemen"
            | "fishermen"
            | "gunmen"
            | "dead"
            | "wounded"
            | "injured"
            | "missing"
    ) || word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")
}

fn noun_like(word: &str) -> bool {
    lists::persons().get(word).is_some() || lists::happenings().get(word).is_some()
}

/// Finds the act of the clause for a number whose phrase has none.
fn act(layer: &Layer, one: &One<'_>, out: &mut Counted, from: usize) {
    after(layer, one, out, from, 9);
    if out.act.is_none() {
        before(layer, one, out);
    }
    if out.act.is_none() {
        after(layer, one, out, from, 40);
    }
}

/// Whether `has` or `have` stands before a verb, with nothing but adverbs and `been` between.
fn perfect(layer: &Layer, verb: usize, low: usize) -> bool {
    (low.max(verb.saturating_sub(4))..verb)
        .rev()
        .take_while(|i| layer.tokens[*i].kind == Kind::Word)
        .any(|i| matches!(&*layer.tokens[i].norm, "has" | "have"))
}

/// The words of a table's line before its colon, the last four of substance.
fn table_words(layer: &Layer, one: &One<'_>, colon: usize) -> Vec<usize> {
    let tokens = &layer.tokens;
    let timed = |i: usize| {
        let unit = lists::calendar_en().get(&tokens[i].norm).is_some();
        let at = layer.times.partition_point(|t| t.span.end <= tokens[i].span.start);
        unit || layer.times.get(at).is_some_and(|t| t.span.start <= tokens[i].span.start)
    };
    let first = layer.sentence_of(colon).map_or(one.clause.start, |s| layer.sentences[s].tokens.start).max(colon.saturating_sub(10));
    // A line of columns is a row of its own.
    let row =
        (first + 1..colon).rev().find(|i| layer.cut(Span { start: tokens[i - 1].span.end, end: tokens[*i].span.start }).contains('\n'));
    let first = row.filter(|_| !tokens.get(colon).is_some_and(|t| t.is(":"))).unwrap_or(first);
    let mut out: Vec<usize> = (first..colon)
        .rev()
        .take_while(|i| !matches!(&*tokens[*i].norm, ";" | ")" | ":"))
        .filter(|i| !timed(*i) && tokens[*i].kind == Kind::Word && lists::function().get(&tokens[*i].norm).is_none())
        .take(4)
        .collect();
    out.reverse();
    out
}

/// The colon of a table's line: right before the number, or after a label of a few words that opens
/// the sentence (`Incidents: this month 19; since the understanding 1,204`).
fn table_label(layer: &Layer, one: &One<'_>) -> Option<usize> {
    let tokens = &layer.tokens;
    let before = one.number.tokens.start.checked_sub(1)?;
    if tokens[before].is(":") || tokens[before].is("=") {
        return Some(before);
    }
    // `People reached        88,750`: a line of two columns.
    let gap = layer.cut(Span { start: tokens[before].span.end, end: tokens[before + 1].span.start });
    if tokens[before].kind == Kind::Word && gap.chars().count() >= 2 && gap.chars().all(|c| c == ' ' || c == '\t' || c == '\u{a0}') {
        return Some(before + 1);
    }
    let sentence = layer.sentence_of(one.inner.start).map(|s| layer.sentences[s].tokens.clone())?;
    let colon = (sentence.start..one.inner.start.min(sentence.start + 8)).find(|i| tokens[*i].is(":"))?;
    let label = (sentence.start..colon).all(|i| tokens[i].kind == Kind::Word || tokens[i].is(",") || tokens[i].is("("));
    (label && one.inner.start - colon <= 30).then_some(colon)
}

/// A noun phrase whose head agrees with the number: after more than one stands a plural.
fn agrees(layer: &Layer, one: &One<'_>, noun: Range<usize>, head: Option<usize>) -> (Range<usize>, Option<usize>) {
    let single = one.number.value == Value::One(Exact::whole(1)) || one.number.form == Form::Share;
    let good = head.is_none_or(|h| {
        let word = &*layer.tokens[h].norm;
        let alike = matches!(word, "new" | "more" | "others" | "sheep" | "cattle" | "livestock" | "fish" | "craft" | "poultry" | "strong");
        single || plural(word) || lists::acts().get(word).is_some() || lists::persons().get(word).is_some() || alike
    });
    if good { (noun, head) } else { (noun.start..noun.start, None) }
}

/// Verbs in the past form that say what is, not what happened.
const STATIVE: &[&str] = &[
    "needed",
    "required",
    "planned",
    "expected",
    "based",
    "located",
    "called",
    "named",
    "believed",
    "estimated",
    "involved",
    "listed",
    "targeted",
    "wanted",
    "hoped",
    "supposed",
    "united",
    "armed",
    "agreed",
    "proposed",
    "promised",
    "pledged",
    "demanded",
    "asked",
    "armoured",
    "held",
    "left",
];

/// Whether a verb of the clause in the past says that something happened to what is counted.
fn past_verb(layer: &Layer, one: &One<'_>, from: usize) -> Option<usize> {
    let tokens = &layer.tokens;
    let past = |i: usize| {
        let token = &tokens[i];
        let form = token.norm.ends_with("ed") && token.norm.len() > 4
            || lists::tense().get(&token.norm).is_some_and(|e| e.field(0) == "past")
                && !matches!(&*token.norm, "was" | "were" | "had" | "been" | "last" | "past" | "since" | "did");
        token.kind == Kind::Word
            && !token.capital
            && form
            && !STATIVE.contains(&&*token.norm)
            && lists::speaking().get(&token.norm).is_none()
            && !(i.saturating_sub(2)..i).any(|k| matches!(&*tokens[k].norm, "not" | "never"))
    };
    // `were taken`, `had been stolen`: irregular participles end so.
    let participle = |i: usize| {
        tokens[i].kind == Kind::Word
            && tokens[i].norm.len() > 4
            && (tokens[i].norm.ends_with("en") || matches!(&*tokens[i].norm, "found" | "brought" | "sent" | "burnt" | "built" | "struck"))
    };
    let auxiliary = |i: usize| matches!(&*tokens[i].norm, "was" | "were" | "been" | "had");
    let end = one.clause.end.min(from + 9);
    let after = (from..end)
        .take_while(|i| !tokens[*i].is(","))
        .find(|i| (past(*i) || participle(*i)) && (*i == from && past(*i) || (from..*i).any(auxiliary)));
    let start = one.clause.start.max(one.number.tokens.start.saturating_sub(6));
    after.or_else(|| (start..one.number.tokens.start).find(|i| past(*i)))
}

fn set(out: &mut Counted, entry: &lists::Entry) {
    (out.act, out.act_kind) = (Some(entry.field(0)), entry.field(1));
    out.cumulative = entry.field(1) == "cumulative";
}

/// `six people have been killed`, `112 trucks entered`, `two rescue boats had been turned back`.
fn after(layer: &Layer, one: &One<'_>, out: &mut Counted, from: usize, most: usize) {
    let tokens = &layer.tokens;
    let end = one.clause.end.min(from + most);
    let stop = one.next.map_or(usize::MAX, |n| layer.token_from(n.span.start));
    let mut comma = false;
    for i in from..end {
        let token = &tokens[i];
        if matches!(&*token.norm, ":" | "(" | ")") || token.kind == Kind::Quote && i > from {
            return;
        }
        comma |= token.is(",");
        // Another number has its own verb before it, unless they share one: `two drivers and one medic were killed`.
        if i >= stop && comma {
            return;
        }
        if token.kind == Kind::Word
            && let Some(entry) = lists::acts().get(&token.norm).filter(|_| {
                !token.norm.ends_with("ing")
                    || i == from
                    || matches!(&*tokens[i - 1].norm, "is" | "are" | "was" | "were" | "still" | "been")
            })
        {
            // `said`-like verbs of recording count nothing, and a noun (`the release of`) is no verb.
            let noun = i > 0 && matches!(&*tokens[i - 1].norm, "the" | "a" | "an" | "of" | "in" | "for" | "its" | "their" | "by");
            if !noun && entry.field(0) != "recorded" {
                set(out, entry);
                out.perfect = perfect(layer, i, one.clause.start);
                out.passive = (1..=3).any(|n| i > from + n - 1 && tokens[i - n].is("been"));
                return;
            }
        }
    }
}

/// `shells killed four children`, `received 14 dead`, `seized three ships`, `wounding 12`.
fn before(layer: &Layer, one: &One<'_>, out: &mut Counted) {
    let tokens = &layer.tokens;
    let start = one.clause.start.max(one.number.tokens.start.saturating_sub(12));
    for i in (start..one.number.tokens.start).rev() {
        let token = &tokens[i];
        if token.kind == Kind::Quote || matches!(&*token.norm, ":" | ")" | ";" | ",") {
            return;
        }
        // `the death toll reached 41`: the verb says how many, and not what happened.
        let links = matches!(&*token.norm, "reached" | "reaches" | "hit" | "stopped" | "crossed" | "passed" | "left")
            && (one.clause.start..i).any(|k| matches!(&*tokens[k].norm, "toll" | "total" | "number" | "count" | "figure" | "tally"));
        if token.kind == Kind::Word
            && !links
            && let Some(entry) = lists::acts().get(&token.norm)
        {
            set(out, entry);
            out.perfect = perfect(layer, i, one.clause.start);
            return;
        }
        if lists::totals().at(tokens, i).is_some() && token.is("toll") {
            (out.act, out.act_kind) = (Some("killed"), "increment");
            return;
        }
    }
}

/// The last words of substance before the number in its clause: of what a length or a sum is.
fn context(layer: &Layer, one: &One<'_>, most: usize) -> Vec<usize> {
    let tokens = &layer.tokens;
    let start = one.clause.start.max(one.number.tokens.start.saturating_sub(12));
    let mut out: Vec<usize> = (start..one.number.tokens.start)
        .rev()
        .filter(|i| {
            let t = &tokens[*i];
            t.kind == Kind::Word && lists::function().get(&t.norm).is_none() && !t.is("'s")
        })
        .take(most)
        .collect();
    out.reverse();
    out
}

/// `puts the crowd at 15,000`, `put the number of ships at more than 50`: what is counted stands before.
fn put_at(layer: &Layer, one: &One<'_>) -> Option<(Range<usize>, usize)> {
    let tokens = &layer.tokens;
    let at = one.number.tokens.start.checked_sub(1).filter(|i| tokens[*i].is("at"))?;
    let low = one.clause.start.max(at.saturating_sub(9));
    let put = (low..at).rev().find(|i| matches!(&*tokens[*i].norm, "put" | "puts" | "putting" | "estimate" | "estimates" | "estimated"))?;
    // Of `the number of ships` the ships.
    let from = (put + 1..at).rev().find(|i| tokens[*i].is("of")).unwrap_or(put) + 1;
    let from = (from..at).find(|i| lists::function().get(&tokens[*i].norm).is_none())?;
    let plain = (from..at).all(|i| tokens[i].kind == Kind::Word) && from < at && at - from <= 4;
    let last = at - 1;
    let things = plural(&tokens[last].norm) || lists::persons().get(&tokens[last].norm).is_some() || tokens[last].is("crowd");
    (plain && things && !matches!(&*tokens[last].norm, "toll" | "number" | "total" | "figure" | "losses")).then_some((from..at, last))
}

/// The words of substance that open the clause, up to its verb: what a measure or a sum is of.
fn subject(layer: &Layer, one: &One<'_>) -> Vec<usize> {
    let tokens = &layer.tokens;
    let verb = |t: &crate::intake::layer::Token| {
        lists::tense().get(&t.norm).is_some()
            || matches!(&*t.norm, "is" | "are" | "has" | "have" | "stands" | "costs" | "needs" | "requires" | "averages" | "amounts")
            || t.norm.ends_with("ed")
    };
    (one.clause.start..one.number.tokens.start)
        .take_while(|i| !verb(&tokens[*i]) && !matches!(&*tokens[*i].norm, "," | ";" | "("))
        .filter(|i| tokens[*i].kind == Kind::Word && lists::function().get(&tokens[*i].norm).is_none() && !tokens[*i].is("'s"))
        .take(2)
        .collect()
}

/// `per person per day`, `a head`: of what a measure is the rate.
fn rate(layer: &Layer, from: usize, limit: usize) -> Vec<usize> {
    let tokens = &layer.tokens;
    let mut out = Vec::new();
    let mut at = from;
    while at + 1 < limit && matches!(&*tokens[at].norm, "per" | "a" | "an" | "each") && tokens[at + 1].kind == Kind::Word {
        out.push(at + 1);
        at += 2;
    }
    out
}

fn time_unit(word: &str) -> Option<&'static str> {
    let last = word.rsplit('-').next().unwrap_or(word);
    let entry = lists::calendar_en().get(last).filter(|e| e.field(0) == "unit")?;
    Some(match entry.field(1) {
        "S" => "second",
        "M" => "minute",
        "H" => "hour",
        "D" => "day",
        "W" => "week",
        "F" => "fortnight",
        "MO" => "month",
        "Y10" => "decade",
        _ => "year",
    })
}

fn currency(layer: &Layer, one: &One<'_>) -> &'static str {
    let tokens = &layer.tokens;
    let beside = [one.number.tokens.start.checked_sub(1), one.inner.start.checked_sub(1), Some(one.inner.end)];
    for token in beside.into_iter().flatten().filter_map(|i| tokens.get(i)) {
        match &*token.norm {
            "$" | "us$" | "usd" | "dollar" | "dollars" | "cents" => return "USD",
            "€" | "eur" | "euro" | "euros" => return "EUR",
            "£" | "gbp" => return "GBP",
            "₪" | "nis" | "shekel" | "shekels" => return "ILS",
            "dinar" | "dinars" => return "dinar",
            _ => {}
        }
    }
    "money"
}
