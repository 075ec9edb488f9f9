//! Figures: a number, what it counts, in which window, and whose it is.
//!
//! A number is a figure unless something tells that it counts nothing ([`skip`]). What is counted is
//! read from the noun phrase after the number and the verb of its clause ([`phrase`]), carried over
//! from the figure before where the text leaves it out. The window is a time of the same clause
//! ([`window`]); the source is the speaker of the statement that holds the number, and nobody else.

mod clause;
mod kind;
mod owners;
mod phrase;
mod skip;
mod window;

use super::layer::{Form, Kind, Layer, Number};
use super::lists;
use super::reading::{Count, Deadline, Figure, FigureId, Force, Grade, Precision, Said, Statement, When, Window};
use owners::Owners;
use phrase::Counted;
use std::ops::Range;
use terms::span::Span;

/// Finds the figures.
#[must_use]
pub fn find(layer: &Layer, statements: &[Statement], deadlines: &[Deadline]) -> Vec<Figure> {
    let mut out: Vec<Figure> = Vec::new();
    let english = layer.document.language == "en";
    let mut before: Option<Before> = None;
    let owners = Owners::new(statements);
    let period = window::period(layer);
    let mut speakers: Vec<Span> = statements.iter().filter_map(|s| s.source_span).collect();
    speakers.sort_unstable();
    speakers.dedup();
    let counts: Vec<&Number> = layer.numbers.iter().filter(|n| !skip::counts_nothing(layer, n, deadlines, &speakers)).collect();
    let mut nouns: Vec<Option<Counted>> = Vec::new();
    for (n, number) in counts.iter().copied().enumerate() {
        let Ok(id) = u32::try_from(out.len() + 1) else { break };
        let figure = if english {
            let inner = layer.tokens_in(number.span);
            let clause = clause::of(layer, &inner);
            let reading = One { layer, number, inner, clause, next: counts.get(n + 1).copied(), counts: &counts, deadlines };
            reading.figure(FigureId(id), &out, before.as_ref(), &owners, period)
        } else {
            bare(layer, number, FigureId(id))
        };
        // `one of the guests`, where nothing happened to him: the number only tells him apart.
        let inner = layer.tokens_in(number.span);
        let of_a_set = ["one", "of", "the"].iter().enumerate().all(|(k, w)| layer.tokens.get(inner.start + k).is_some_and(|t| t.is(w)));
        // In somebody's words `one` is a turn of phrase more often than a count.
        let said = layer.tokens.get(inner.start).is_some_and(|t| t.is("one"))
            && inner.len() == 1
            && layer.quote_of(inner.start).is_some_and(|q| layer.quotes[q].closed && layer.quotes[q].words() > 3);
        let of_a_set = of_a_set || said;
        if of_a_set && figure.1.as_ref().is_some_and(|c| c.act.is_none() && !c.happened) {
            continue;
        }
        let sentence = layer.sentence_of(number.tokens.start);
        nouns.push(figure.1);
        // What is left out next is the whole's, not a part's.
        let whole = figure.0.subset_of.and_then(|id| out.iter().rposition(|f| f.id == id)).unwrap_or(out.len());
        before = Some(Before { sentence, figure: out.len(), noun: nouns[out.len()].clone(), whole: nouns.get(whole).cloned().flatten() });
        out.push(figure.0);
    }
    out
}

/// The figure before, for what the next one leaves out.
struct Before {
    sentence: Option<usize>,
    figure: usize,
    noun: Option<Counted>,
    /// The same of the figure that it is a part of.
    whole: Option<Counted>,
}

/// A figure in a language whose phrases are not read: number and value.
fn bare(layer: &Layer, number: &Number, id: FigureId) -> (Figure, Option<Counted>) {
    let figure = Figure {
        id,
        number_span: number.span,
        phrase_span: number.bounded,
        value: number.value,
        unit: None,
        counted: None,
        act: None,
        kind: if number.form == Form::Share { Count::Share } else { Count::Stock },
        qualifier: number.qualifier.map(|q| layer.cut(q).to_owned()),
        window_span: None,
        window: Some(Window { from: None, to: None }),
        place: None,
        source: None,
        subset_of: None,
        grade: Grade::C,
        rule: "number",
    };
    (figure, None)
}

/// One number being read.
struct One<'a> {
    layer: &'a Layer,
    number: &'a Number,
    /// The number's own tokens.
    inner: Range<usize>,
    /// The tokens of its clause.
    clause: Range<usize>,
    next: Option<&'a Number>,
    /// All numbers that are figures, in order.
    counts: &'a [&'a Number],
    deadlines: &'a [Deadline],
}

impl One<'_> {
    fn figure(
        &self,
        id: FigureId,
        out: &[Figure],
        before: Option<&Before>,
        owners: &Owners<'_>,
        period: Option<window::Period>,
    ) -> (Figure, Option<Counted>) {
        let layer = self.layer;
        let sentence = layer.sentence_of(self.inner.start);
        let owner = owners.of(self.number.span);
        let near = before.filter(|b| {
            sentence.is_some()
                && (b.sentence == sentence || b.sentence.map(|s| s + 1) == sentence || self.same_paragraph(b.sentence, sentence))
        });
        let mut counted = phrase::read(layer, self);
        let subset = self.subset_of(near, out);
        let mut grade = Grade::A;
        let mut rule = counted.rule;
        let own_act = counted.act;
        // What the text leaves out is carried over from the figure before.
        if counted.noun.is_none() && !counted.measure() {
            let left_out = near.and_then(|b| if subset.is_some() { b.noun.as_ref() } else { b.whole.as_ref() });
            if let Some(noun) = left_out.filter(|n| n.money() && counted.scaled(self)) {
                counted.sum_of(noun);
                grade = Grade::B;
                rule = "carried-over";
            } else if let Some(noun) = left_out.filter(|n| !n.measure()) {
                counted.take(noun);
                grade = Grade::B;
                rule = "carried-over";
            } else if counted.act.is_none() {
                grade = Grade::C;
            }
        }
        if let Some(noun) = near.filter(|_| subset.is_some()).and_then(|b| b.noun.as_ref())
            && counted.act.is_none()
        {
            counted.act = noun.act;
        }
        // `31,877 dead and 80,304 injured`: side by side, they share window and kind.
        let mate = near.and_then(|b| out.get(b.figure)).filter(|f| self.beside(f) && !matches!(f.kind, Count::Share | Count::Duration));
        let measured = counted.duration || counted.unit.is_some() && counted.act.is_none() && !counted.quantity();
        let mut found = if measured {
            None
        } else {
            // Who records or registers counts in the time that opens the sentence.
            let records = owner.is_some_and(|(_, s)| {
                let cue = s.cue_span.map(|c| layer.cut(c).to_lowercase()).unwrap_or_default();
                matches!(&*cue, "recorded" | "registered" | "logged" | "documented" | "counted" | "observed" | "noted")
            });
            window::find(self, counted.act, subset.is_some() && !self.bracketed(), owner.map(|(s, _)| s).filter(|_| !records), period)
        };
        let mut kind = self.kind(&counted, found.as_ref(), subset.and_then(|s| out.get(s)));
        // `The coast guard says four`: nothing of its own, so of the same kind.
        let same = near.is_some_and(|b| b.sentence == sentence);
        let alike = |f: &&Figure| {
            matches!(f.kind, Count::Increment | Count::Stock) || f.kind == Count::Cumulative && (same || f.window_span.is_none())
        };
        if rule == "carried-over"
            && own_act.is_none()
            && found.is_none()
            && !self.total()
            && let Some(last) = near.and_then(|b| out.get(b.figure)).filter(alike)
        {
            kind = last.kind;
        }
        // `six bursts of fire, three flares and two drones`: what a list goes on with happened too.
        if kind == Count::Stock
            && counted.unknown()
            && near.is_some_and(|b| b.sentence == sentence)
            && near.and_then(|b| out.get(b.figure)).is_some_and(|f| f.kind == Count::Increment && self.listed(f))
        {
            kind = Count::Increment;
        }
        // `the coastguard speaks of 27 vessels` after 31 that were taken: the same vessels.
        let before_it = near.filter(|_| rule != "carried-over" && !self.present());
        if let Some((noun, last)) = before_it.and_then(|b| b.noun.as_ref().zip(out.get(b.figure)))
            && counted.same_noun(layer, noun)
            && noun.act.is_some()
            && found.is_none()
        {
            counted.take_act(noun);
            kind = last.kind;
        }
        // A line of a table counts up to now, unless a day or a week of its own says otherwise.
        let short = found.as_ref().is_some_and(|f| !f.long && matches!(f.when, When::Days(_, _, Precision::Day | Precision::Week)));
        if rule == "table" && kind == Count::Increment && !short {
            kind = Count::Cumulative;
        }
        if let Some(mate) = mate.filter(|_| !counted.measure() && self.number.form == Form::Cardinal) {
            if found.is_none() && mate.window_span.is_some() {
                found = mate.window_span.zip(mate.window.clone()).map(|(span, window)| window::Found {
                    span,
                    window,
                    when: When::Open,
                    long: false,
                });
            }
            let stock = counted.stock() == Some(true);
            if mate.kind == Count::Cumulative && !stock || counted.stock().is_none() && mate.unit.as_deref() == Some("person") {
                kind = mate.kind;
            }
        }
        // What a text provides, and what is asked for or offered, is still to come.
        let asked = owner.is_some_and(|(_, s)| s.kind == Said::Term || matches!(s.force, Force::Demand | Force::Offer));
        if asked && found.is_none() && matches!(kind, Count::Increment | Count::Cumulative)
            || counted.standing(layer) && kind != Count::Share
        {
            kind = Count::Stock;
        }
        if self.number.form == Form::Share {
            kind = Count::Share;
        }
        // What is held, asked for, a share or a length counts in no window.
        if matches!(kind, Count::Stock | Count::Share | Count::Duration) {
            found = None;
        }
        let phrase_span = Span {
            start: self.phrase_start(),
            end: layer.span(self.inner.start..counted.end.max(self.inner.end)).end.max(self.number.bounded.end),
        };
        let figure = Figure {
            id,
            number_span: self.number.span,
            phrase_span,
            value: self.number.value,
            unit: counted.unit(layer, self.number.form),
            counted: counted.words(layer),
            act: counted.act.map(str::to_owned),
            kind,
            qualifier: self.qualifier(),
            window_span: found.as_ref().map(|f| f.span),
            window: Some(found.map_or(Window { from: None, to: None }, |f| f.window)),
            place: window::place(layer, &self.clause, &self.inner),
            source: owner.filter(|(content, s)| !owners::doubtful(layer, self.number, *content, s)).and_then(|(_, s)| s.speaker),
            subset_of: subset.and_then(|s| out.get(s)).map(|f| f.id),
            grade,
            rule,
        };
        (figure, Some(counted))
    }

    /// Whether only `and` or a comma stands between a figure's phrase and this number.
    fn beside(&self, figure: &Figure) -> bool {
        let from = self.layer.token_from(figure.phrase_span.end);
        let to = self.number.tokens.start;
        from <= to && to - from <= 2 && to > from && (from..to).all(|i| self.is(i, &["and", ",", "or", "plus"]))
    }

    /// Whether the number goes on with a list that a figure stands in: nothing but the rest of its noun
    /// phrase between, and a comma or `and` last.
    fn listed(&self, figure: &Figure) -> bool {
        let from = self.layer.token_from(figure.phrase_span.end);
        let to = self.number.tokens.start;
        let phrase = |i: usize| {
            let token = &self.layer.tokens[i];
            let word = token.kind == Kind::Word
                && (lists::function().get(&token.norm).is_none() || self.is(i, &["of", "with", "from", "at", "in"]));
            word || self.is(i, &[",", "and"])
        };
        to > from && to - from <= 8 && self.is(to - 1, &["and", ",", "or"]) && (from..to).all(phrase)
    }

    fn same_paragraph(&self, a: Option<usize>, b: Option<usize>) -> bool {
        let of = |s: Option<usize>| s.and_then(|s| self.layer.sentences.get(s)).map(|s| s.paragraph);
        of(a).is_some() && of(a) == of(b)
    }

    fn is(&self, i: usize, of: &[&str]) -> bool {
        self.layer.tokens.get(i).is_some_and(|t| of.contains(&&*t.norm))
    }

    /// The words that bound or soften the number, `between` and `a further` included.
    fn qualifier(&self) -> Option<String> {
        let start = self.number.tokens.start;
        if start < self.inner.start {
            let words = self.layer.cut(self.layer.span(start..self.inner.start));
            return Some(terms::script::squeezed(&words.to_lowercase()));
        }
        self.number.qualifier.map(|q| self.layer.cut(q).to_lowercase())
    }

    /// The phrase begins with what bounds the number, or an article before it.
    fn phrase_start(&self) -> usize {
        let start = self.number.tokens.start;
        let article =
            start > self.clause.start && self.is(start - 1, &["the", "these", "those", "its", "their", "his", "her", "our", "a", "an"]);
        self.layer.span(if article { start - 1 } else { start }..start + 1).start
    }

    /// The figure that this one is a part of, as an index.
    fn subset_of(&self, near: Option<&Before>, out: &[Figure]) -> Option<usize> {
        let near = near?;
        let tokens = &self.layer.tokens;
        let start = self.number.tokens.start;
        let led = lists::subsets().before(tokens, start).is_some()
            || start > 0 && self.is(start - 1, &["the", "a", "an", "at", "least"]) && lists::subsets().before(tokens, start - 1).is_some();
        let of_them = self.is(self.inner.end, &["of"]) && self.is(self.inner.end + 1, &["them", "those", "these", "whom", "which", "the"]);
        let of_share =
            self.number.form == Form::Share && self.is(self.inner.end, &["of"]) && self.is(self.inner.end + 1, &["them", "those", "these"]);
        // `27 dead (24 new, 3 recovered)`: from the bracket on, the figure before it.
        let open = tokens[self.clause_of_sentence().start..self.inner.start].iter().rposition(|t| t.is("(") || t.is(")"));
        let bracket = open.map(|o| o + self.clause_of_sentence().start).filter(|o| tokens[*o].is("("));
        if let Some(bracket) = bracket {
            let before = tokens[bracket].span.start;
            let whole = out.iter().rposition(|f| f.number_span.end <= before)?;
            // Only a bracket right after the figure's phrase, with more figures inside.
            let close = before.saturating_sub(out[whole].phrase_span.end) <= 2;
            return close.then_some(whole);
        }
        let person = |f: &Figure| f.unit.clone();
        if led {
            // The parts of one list have the same whole.
            return Some(self.whole(near.figure, out));
        }
        if of_share {
            return Some(near.figure);
        }
        // `four of the dead`: of the last figure of the dead.
        if of_them
            && let Some(act) =
                tokens.get(self.inner.end + 2).filter(|_| self.is(self.inner.end + 1, &["the"])).and_then(|t| lists::acts().get(&t.norm))
        {
            let low = out.len().saturating_sub(6);
            if let Some(whole) = out[low..].iter().rposition(|f| f.act.as_deref() == Some(act.field(0)) && f.subset_of.is_none()) {
                return Some(low + whole);
            }
        }
        if of_them && near.sentence.is_some() {
            let whole = self.whole(near.figure, out);
            return Some(whole).filter(|w| person(&out[*w]).is_some());
        }
        None
    }

    /// Whether the number stands in a bracket.
    fn bracketed(&self) -> bool {
        let tokens = &self.layer.tokens;
        tokens[self.clause_of_sentence().start..self.inner.start].iter().rev().find(|t| t.is("(") || t.is(")")).is_some_and(|t| t.is("("))
    }

    fn clause_of_sentence(&self) -> Range<usize> {
        self.layer.sentence_of(self.inner.start).map_or(self.clause.clone(), |s| self.layer.sentences[s].tokens.clone())
    }

    /// The parts of one list have the same whole.
    fn whole(&self, figure: usize, out: &[Figure]) -> usize {
        out[figure].subset_of.and_then(|id| out.iter().rposition(|f| f.id == id)).unwrap_or(figure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::testing::reading;

    fn show(text: &str) -> Vec<String> {
        let reading = reading(text);
        reading
            .figures
            .iter()
            .map(|f| {
                let window = f.window.clone().unwrap_or(Window { from: None, to: None });
                let window = match (window.from, window.to) {
                    (None, None) => String::new(),
                    (from, to) => format!(" {}..{}", from.unwrap_or_default(), to.unwrap_or_default()),
                };
                let value = serde_json::to_string(&f.value).unwrap();
                format!("{value} {} {:?}{window}", f.counted.clone().unwrap_or_default(), f.kind).to_lowercase()
            })
            .collect()
    }

    #[test]
    fn what_is_counted_has_its_noun_and_what_happened() {
        assert_eq!(show("Six people were killed on Monday."), ["6 people killed increment 2027-03-08..2027-03-08"]);
        assert_eq!(
            show("At least ten soldiers died and 34 were wounded on Thursday.")[1],
            "34 soldiers wounded increment 2027-03-11..2027-03-11"
        );
        assert_eq!(show("Shells killed four children yesterday."), ["4 children killed increment 2027-03-11..2027-03-11"]);
        assert_eq!(show("Of 23 convoys requested, 14 were completed and three refused.")[1], "14 convoys completed increment");
        assert_eq!(show("Only 38 per cent of water points are working."), ["38 water points working share"]);
    }

    #[test]
    fn on_monday_since_friday_and_in_all_are_three_counts() {
        assert_eq!(
            show("The ministry said 10 people were killed on Monday, 104 since Friday and 67,160 in all."),
            [
                "10 people killed increment 2027-03-08..2027-03-08",
                "104 people killed increment 2027-03-12..2027-03-12",
                "67160 people killed cumulative",
            ]
        );
    }

    #[test]
    fn a_total_is_told_from_what_was_added() {
        assert_eq!(
            show("The death toll has risen to 31,877 since 2 October 2024.")[0],
            "31877 people killed cumulative 2024-10-02..2027-03-12"
        );
        assert_eq!(show("The clinic holds 40 patients.")[0], "40 patients held stock");
    }

    #[test]
    fn a_toll_that_reached_a_number_counts_the_dead_and_not_what_it_reached() {
        assert_eq!(show("The death toll from the raid reached 41.")[0], "41 people killed cumulative");
    }

    #[test]
    fn a_share_in_words_is_one_figure() {
        assert_eq!(show("Three in ten families have returned.").len(), 1);
        assert!(show("Three in ten families have returned.")[0].starts_with("0.3 "));
        assert_eq!(show("Four out of five wells were closed.").len(), 1);
    }

    #[test]
    fn a_sum_that_a_plan_asks_for_is_no_total() {
        assert!(show("Drivers complain of a toll of 500 dollars.")[0].ends_with("stock"));
        assert!(show("Funding: $2.3 million of $30 million.")[0].ends_with("cumulative"));
    }

    #[test]
    fn a_line_of_two_columns_counts_what_its_label_says() {
        assert_eq!(show("People reached        88,750\nClinics open             7")[0], "88750 people reached cumulative");
    }

    #[test]
    fn what_a_list_goes_on_with_happened_too() {
        let all = show("Monitors heard six bursts of machine-gun fire, three flares and two drones on Monday.");
        assert!(all.iter().all(|f| f.contains("increment")), "{all:?}");
    }

    #[test]
    fn a_figure_has_no_source_where_it_may_be_anothers() {
        let source = |text: &str| reading(text).figures.last().map(|f| f.source.is_some());
        assert_eq!(source("The Mission recorded 64 violations."), Some(true));
        assert_eq!(source("The Mission recorded 64 violations, bringing the total to 980."), Some(false));
        assert_eq!(source("The Mission recorded 64 violations (previous week: 30)."), Some(false));
    }

    #[test]
    fn parts_belong_to_their_whole() {
        let reading = reading("27 dead (24 new, 3 recovered) and 91 injured reached the hospitals. Five of them were children.");
        let whole: Vec<Option<u32>> = reading.figures.iter().map(|f| f.subset_of.map(|s| s.0)).collect();
        assert_eq!(whole[..4], [None, Some(1), Some(1), None]);
    }

    #[test]
    fn numbers_that_count_nothing_are_no_figures() {
        for text in [
            "The two sides met again.",
            "Article 3 of the plan says so.",
            "Ana Lys, 34, said so.",
            "It is one thing to say so.",
            "The third round began on 5 March 2027.",
            "At Gate 2 the guards waited.",
            "1. The first point.\n2. The second point.",
            "Telephone 0455 01 32",
            "Her office is at 14 Canal Street.",
            "He is 20.",
            "They met a girl of nine.",
            "The two crews rowed home.",
            "She stood there in one shoe.",
            "Page 2 of 3",
            "Trucks wait at Lock Three.",
            "It is three times what it was.",
        ] {
            assert_eq!(show(text), [""; 0], "{text}");
        }
    }
}
