//! What a number counts: the noun phrase after it, and what its clause says happened.

mod act;
mod measure;
mod noun;
mod table;

use super::One;
use crate::intake::layer::{Form, Kind, Layer};
use crate::intake::lists;
use act::{act, after, past_verb, perfect, set};
use measure::{context, currency, rate, subject, time_unit};
use noun::{agrees, is_casualty_noun, noun_phrase, put_at, singular};
use std::ops::Range;
use table::{table_label, table_words};

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

    /// Whether nothing tells what happened, and it is no measure.
    pub(super) fn unknown(&self) -> bool {
        self.act.is_none() && !self.happened && !self.measure() && self.stock().is_none()
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
            if let Some(noun) = self.noun.as_ref().map(text).filter(|n| !n.is_empty()) {
                out.push(noun);
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
