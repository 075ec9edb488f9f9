//! What a number is written as, told from its neighbours: a label, an age, a share, money; and
//! whether the word before it bounds it.

use super::{Reader, decimal};
use crate::intake::layer::{Form, Kind, Token};
use crate::intake::lists::{self, List};
use std::ops::Range;

impl Reader<'_> {
    /// Whether the one word before a number is a preposition of the verb and bounds nothing: `haggle
    /// over ninety boats`, `the talks over ten points`.
    pub(super) fn preposition(&self, start: usize, taken: usize) -> bool {
        if taken != 1 || !self.word(start - 1, &["over", "under", "about", "above", "below", "around"]) || start < 2 {
            return false;
        }
        let word = &*self.tokens[start - 2].norm;
        // The verb in any of its forms.
        let stem =
            |s: &str| ["ing", "ed", "es", "s", "e"].iter().find_map(|end| word.strip_suffix(end)).is_some_and(|w| w == s) || word == s;
        let verbs: &[&str] = match &*self.tokens[start - 1].norm {
            "over" | "about" => &[
                "haggl", "argu", "quarrel", "disput", "bicker", "talk", "fight", "differ", "divid", "clash", "wrangl", "row", "barter",
                "disagree", "preside", "presid", "rul", "fly", "flew", "pass", "worri", "complain", "ask", "speak", "spok",
            ],
            "under" => &["oblig", "plac", "put", "bring", "group"],
            _ => &["fly", "flew", "pass", "circl", "hover"],
        };
        verbs.iter().any(|v| stem(v))
    }

    /// What the number is written as, from its neighbours.
    pub(super) fn form(&self, tokens: &Range<usize>, form: Form) -> Form {
        let (start, end) = (tokens.start, tokens.end);
        let before = start.checked_sub(1).map(|i| &self.tokens[i]);
        let money = lists::money();
        let is_money =
            |i: Option<&Token>, side: &str| i.is_some_and(|t| money.get(&t.norm).is_some_and(|_| true) && money_side(money, &t.norm, side));
        if is_money(before, "before") || is_money(self.tokens.get(end), "after") {
            return Form::Money;
        }
        if self.is(end, "%")
            || self.is(end, "٪")
            || self.word(end, &["percent", "pct", "percentage"])
            || self.is(end, "per") && self.is(end + 1, "cent")
        {
            return Form::Share;
        }
        if form == Form::Share || form == Form::Ordinal {
            return form;
        }
        if self.is_age(tokens) {
            return Form::Age;
        }
        if before.is_some_and(|t| self.is_label(t, start)) {
            return Form::Label;
        }
        form
    }

    pub(super) fn is_label(&self, before: &Token, start: usize) -> bool {
        let at = start - 1;
        if matches!(&*before.norm, "#" | "№") {
            return true;
        }
        // `No. 5`, `Nos. 5 and 6`, `(5)` after a label.
        let word = if before.is(".") && at > 0 && before.glued { &self.tokens[at - 1] } else { before };
        if word.kind != Kind::Word {
            // A glued stroke or dash behind letters: `S/2025/12`.
            return before.glued
                && matches!(&*before.norm, "/" | "-")
                && at > 0
                && self.tokens[at - 1].kind == Kind::Word
                && self.tokens[start].glued;
        }
        let digits = self.tokens[start].kind == Kind::Number;
        let listed = lists::labels().get(&word.norm).is_some_and(|e| digits || e.field(0) == "words");
        // `the number 5` is a label; `a report 5 people` would need a verb between.
        let apart = self.tokens[start].glued
            || !before.is(".")
            || matches!(&*word.norm, "no" | "nos" | "art" | "arts" | "para" | "paras" | "p" | "pp" | "ref");
        let article = at > 0 && self.word(at - 1, &["a", "an", "any", "every", "each", "this", "that", "per"]);
        // A column of a table: more than one space stands between.
        let column = self.tokens[start].span.start > before.span.end + 1;
        listed && apart && !article && !column
    }

    pub(super) fn is_age(&self, tokens: &Range<usize>) -> bool {
        let (start, end) = (tokens.start, tokens.end);
        let before = |n: usize, of: &[&str]| start >= n && self.word(start - n, of);
        if before(1, &["aged", "age", "ages"])
            || before(1, &["between"]) && before(2, &["aged", "ages"])
            || before(2, &["age"]) && before(1, &["of"])
        {
            return true;
        }
        let years = self.word(end, &["year", "years", "month", "months"]) && self.word(end + 1, &["old", "olds"]);
        let joined = self.is(end, "-") && self.word(end + 1, &["year-old", "year-olds", "month-old", "years-old", "day-old"]);
        let of_age = self.word(end, &["years"]) && self.is(end + 1, "of") && self.is(end + 2, "age");
        if years || joined || of_age || self.word(end, &["year-old", "year-olds"]) {
            return true;
        }
        // `Ana Lys, 34, said`; `Ana Lys (34)`.
        if end == start + 1 && start >= 2 && self.tokens[start].kind == Kind::Number {
            let plausible = decimal(&self.tokens[start].norm).is_some_and(|n| n.below == 1 && n.above <= 110);
            let name = self.tokens[start - 2].capital && self.tokens[start - 2].kind == Kind::Word && !self.tokens[start - 2].capitals;
            let commas = self.is(start - 1, ",") && self.word(end, &[",", "."]) || self.is(start - 1, "(") && self.is(end, ")");
            if plausible && name && commas && start >= 3 && self.tokens[start - 3].capital {
                return true;
            }
        }
        // `He is 20.`
        let ends = |i: usize| self.tokens.get(i).is_none_or(|t| matches!(t.kind, Kind::Mark | Kind::Quote) || t.is("and"));
        if before(1, &["is", "was"]) && before(2, &["he", "she"]) && ends(end) {
            return true;
        }
        // `a woman of 71`, `two girls of eight and ten`.
        let person = |n: usize| start >= n && lists::persons().get(&self.tokens[start - n].norm).is_some();
        if before(1, &["of"]) && person(2) && ends(end) && !before(3, &["of", "the"])
            || before(1, &["and"]) && before(3, &["of", "aged"]) && (person(4) || before(3, &["aged"])) && ends(end)
        {
            return true;
        }
        // `a fifth of them under five`.
        if before(1, &["under", "over"]) && before(2, &["them", "those", "whom", "are", "is", "were", "was"]) && ends(end) {
            return true;
        }
        // `children under five`.
        before(1, &["under", "over"])
            && start >= 2
            && lists::persons().get(&self.tokens[start - 2].norm).is_some()
            && !self
                .tokens
                .get(end)
                .is_some_and(|t| t.kind == Kind::Word && t.norm.ends_with('s') && !matches!(&*t.norm, "is" | "was" | "has" | "as"))
    }
}

fn money_side(money: &List, word: &str, side: &str) -> bool {
    money.every(word).any(|e| e.field(0) == side)
}
