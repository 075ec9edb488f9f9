//! The checks: one file each, all over one model, findings merged over the bracket choices.
//!
//! A check gets a [`Cx`] for one choice of every bracket and tells what it finds. The driver runs
//! all checks for each combination within a budget, joins what is one fact, and says under which
//! choices it holds. Past the budget it says how many combinations were not decided.

mod merge;
#[cfg(test)]
pub(crate) mod testing;

use crate::finding::{Finding, Severity};
use crate::model::{Choices, Clause, Duty, Model, Order};
use crate::parse::Parsed;
use crate::tree::{Bytes, ClauseNo, EventRef, Tail, Tree, What};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use terms::phrase::Phrase;

/// Bracket combinations that are looked at at most.
const BUDGET: usize = 64;
/// Beyond so many clauses, checks that compare every clause with every other are left out and said to be.
const MANY: usize = 1_500;

/// What kind of defect a check looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Sentences that could not be read.
    Reading,
    /// What the text leaves out.
    Complete,
    /// What waits for what.
    Order,
    /// Clocks.
    Time,
    /// Clauses against each other.
    Conflict,
    /// Lists and counts.
    Lists,
    /// Who is exposed.
    Safety,
    /// Who holds a place, and when.
    Cover,
    /// The words themselves.
    Text,
}

impl Family {
    /// The family's name in the table of checks.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Family::Reading => "reading",
            Family::Complete => "complete",
            Family::Order => "order",
            Family::Time => "time",
            Family::Conflict => "conflict",
            Family::Lists => "lists",
            Family::Safety => "safety",
            Family::Cover => "cover",
            Family::Text => "text",
        }
    }
}

/// A check's page, for `explain` and the rule book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// What it finds.
    pub what: &'static str,
    /// Why that matters at the table.
    pub why: &'static str,
    /// A text in which it is found; a complete sentence or two in forms.
    pub example: &'static str,
}

/// A check as the table lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckInfo {
    /// Its name.
    pub name: &'static str,
    /// Its family.
    pub family: Family,
    /// How grave its findings are at most.
    pub severity: Severity,
    /// Its page.
    pub page: Page,
}

pub(crate) struct Check {
    pub(crate) info: CheckInfo,
    /// Compares clauses pairwise.
    pub(crate) pairs: bool,
    pub(crate) run: fn(&mut Cx<'_>),
}

/// For the table: a check's facts in one line.
pub(crate) const fn info(
    name: &'static str,
    family: Family,
    severity: Severity,
    what: &'static str,
    why: &'static str,
    example: &'static str,
) -> CheckInfo {
    CheckInfo { name, family, severity, page: Page { what, why, example } }
}

/// Something found under one choice of every bracket.
#[derive(Debug, Clone)]
pub(crate) struct Raw {
    pub(crate) check: &'static str,
    pub(crate) severity: Severity,
    pub(crate) sentences: Vec<usize>,
    pub(crate) spans: Vec<Bytes>,
    pub(crate) message: Phrase,
    pub(crate) story: Vec<Phrase>,
    pub(crate) ways: Vec<Phrase>,
    /// It is about the brackets themselves, so no choice cures it.
    pub(crate) every: bool,
}

impl Raw {
    pub(crate) fn name(&mut self, key: &str, value: impl Into<String>) -> &mut Self {
        let p = std::mem::replace(&mut self.message, Phrase::new(""));
        self.message = p.name(key, value);
        self
    }
    pub(crate) fn number(&mut self, key: &str, value: i64) -> &mut Self {
        let p = std::mem::replace(&mut self.message, Phrase::new(""));
        self.message = p.number(key, value);
        self
    }
    /// Another wording: `accord-CHECK-VARIANT`.
    pub(crate) fn variant(&mut self, v: &str) -> &mut Self {
        self.message.key = ["accord-", self.check, "-", v].concat();
        self
    }
    pub(crate) fn way(&mut self, key: &str) -> &mut Self {
        let clause = self.message.args.iter().find(|a| a.0 == "clause").map(|a| a.1.clone());
        let mut p = Phrase::new(&["accord-way-", key].concat());
        if let Some(c) = clause {
            p.args.push(("clause".to_owned(), c));
        }
        self.ways.push(p);
        self
    }
    pub(crate) fn way_named(&mut self, key: &str, arg: &str, value: impl Into<String>) -> &mut Self {
        self.way(key);
        if let Some(p) = self.ways.last_mut() {
            p.args.push((arg.to_owned(), terms::phrase::Arg::Name(value.into())));
        }
        self
    }
    pub(crate) fn story(&mut self, key: &str, args: &[(&str, String)]) -> &mut Self {
        let mut p = Phrase::new(&["accord-story-", key].concat());
        for (k, v) in args {
            p = p.name(k, v.clone());
        }
        self.story.push(p);
        self
    }
    pub(crate) fn at(&mut self, span: Bytes) -> &mut Self {
        self.spans.push(span);
        self
    }
    pub(crate) fn every(&mut self) -> &mut Self {
        self.every = true;
        self
    }
}

/// What a check looks at: the tree, the model under one choice, what can happen in it.
pub(crate) struct Cx<'a> {
    pub(crate) tree: &'a Tree,
    pub(crate) m: &'a Model,
    pub(crate) order: &'a Order,
    pub(crate) profile: Option<&'a str>,
    check: &'static str,
    severity: Severity,
    pub(crate) out: Vec<Raw>,
    /// What no longer happens without an event, for asking who comes before whom.
    without: std::cell::RefCell<BTreeMap<usize, crate::model::Lost>>,
    /// The first of the choices: what is about the brackets themselves is looked at once.
    pub(crate) first: bool,
    /// Declared names with their folded letters and number of words.
    pub(crate) folded: &'a [(String, String, usize)],
    clock: std::cell::OnceCell<Rc<crate::model::TimeOf>>,
    holds: std::cell::OnceCell<bool>,
    /// Conflicts of clocks that were found under other choices: most stand under these too.
    clashes: &'a std::cell::RefCell<Vec<(bool, crate::network::Verdict)>>,
}

impl<'a> Cx<'a> {
    /// Duties with their clauses; they live as long as the model, so that the check may tell while it walks.
    pub(crate) fn duties(&self) -> Vec<(&'a Clause, &'a Duty)> {
        let m: &'a Model = self.m;
        m.duties().collect()
    }
}

impl Cx<'_> {
    /// Tells a finding about these sentences; the message's key is the check's own.
    pub(crate) fn tell(&mut self, sentences: &[usize]) -> &mut Raw {
        let labels: Vec<String> = sentences.iter().map(|s| self.tree.sentences[*s].label.clone()).collect();
        let mut message = Phrase::new(&["accord-", self.check].concat());
        if let Some(first) = labels.first() {
            message = message.name("clause", first.clone()).name("clauses", labels.join(", "));
        }
        if let Some(second) = labels.get(1) {
            message = message.name("other", second.clone());
        }
        self.out.push(Raw {
            check: self.check,
            severity: self.severity,
            sentences: sentences.to_vec(),
            spans: Vec::new(),
            message,
            story: Vec::new(),
            ways: Vec::new(),
            every: false,
        });
        let last = self.out.len() - 1;
        &mut self.out[last]
    }
    pub(crate) fn label(&self, sentence: usize) -> String {
        self.tree.sentences[sentence].label.clone()
    }
    /// The sentence of a clause.
    pub(crate) fn sentence(&self, no: ClauseNo) -> Option<usize> {
        self.m.clause(no).map(|c| c.sentence)
    }
    /// Where an event is said: the sentence of its clause, declaration or phase.
    pub(crate) fn origin(&self, what: &What) -> Option<usize> {
        match what {
            What::Clause(no, _) => self.sentence(*no),
            What::Named(n) => self.m.declared.get(n).map(|d| d.sentence),
            What::Process(n) => self.m.processes.get(n).map(|d| d.sentence),
            What::PhaseBegins(n) | What::PhaseEnds(n) => self.m.phases.get(n).map(|p| p.sentence),
            What::TalksOpen(n) | What::TalksEnd(n) => self.m.talks.get(n).map(|t| t.sentence),
            _ => None,
        }
    }
    /// A sentence by its label, for sources of a network's conflict.
    pub(crate) fn by_label(&self, label: &str) -> Option<usize> {
        if let Some(no) = ClauseNo::read(label) {
            return self.sentence(no);
        }
        self.m.processes.get(label).map(|p| p.sentence).or_else(|| self.tree.sentences.iter().position(|s| s.label == label))
    }
    pub(crate) fn event_name(&self, what: &What) -> String {
        crate::model::event_name(what)
    }
    /// The text's own clocks under these choices.
    pub(crate) fn clock(&self) -> Rc<crate::model::TimeOf> {
        self.clock.get_or_init(|| Rc::new(crate::model::clocks(self.m, self.order))).clone()
    }
    /// Whether the text's own clocks can be kept whatever nature does.
    pub(crate) fn holds(&self) -> bool {
        *self.holds.get_or_init(|| crate::network::controllable(&self.clock().net))
    }
    /// What clashes in a network that is known not to hold: not to be controllable where `dynamic`, else not even consistent.
    pub(crate) fn conflict(&self, net: &crate::network::Stnu, dynamic: bool) -> crate::network::Verdict {
        if let Some((_, known)) = self.clashes.borrow().iter().find(|(kind, v)| *kind == dynamic && v.clashes_in(net)) {
            return known.clone();
        }
        let found = if dynamic { crate::network::check(net) } else { crate::network::inconsistency(net) };
        self.clashes.borrow_mut().push((dynamic, found.clone()));
        found
    }
    /// Whether `a` comes before `b` by the rules: every way to `b` passes through `a`.
    pub(crate) fn comes_before(&self, a: &What, b: &What) -> bool {
        let (Some(a), Some(b)) = (self.m.ev(a), self.m.ev(b)) else { return false };
        if a == b || !self.order.happens[b] {
            return false;
        }
        let mut memo = self.without.borrow_mut();
        memo.entry(a).or_insert_with(|| self.order.lost(self.m, &BTreeSet::from([a]))).contains(&b)
    }
}

macro_rules! checks {
    ($($file:ident),* $(,)?) => {
        $(mod $file;)*
        const ALL: &[Check] = &[$($file::CHECK),*];
    };
}

checks! {
    no_form, undeclared_name, duplicate_number, bare_within, dangling_bracket,
    no_timescale, no_verifier, vague_term, weak_modal, open_term, open_bracket, no_measure, no_remedy, no_actor, undivided_duty, unobservable, self_judging,
    never_ends, no_termination_event, agree_later, missing_annex, clock_mix, date_arithmetic, source_mismatch, ceasefire_profile,
    nobody_can_go_first, never_applies, phase_order, no_phase_test, order_matters, unlinked_exchange, near_name,
    impossible_dates, unpromisable_deadline, two_anchors, two_ways, wait_without_end, no_slack, expires_early,
    shall_and_shall_not, emptied_duty, role_conflict, two_values, priority_cycle, promise_beyond_text,
    list_sum, ratio_short, batch_cover, over_whole,
    free_to_walk_away, exposure_peak, irreversible_first, guarantor_without_means, guarantor_is_player, one_veto, harms_third_party, no_fault,
    power_vacuum, two_in_charge, service_gap,
    translations_differ, undefined_use, two_names,
}

pub use translations_differ::compare as translations;

/// Every check, in the order of the table.
pub const CHECKS: &[CheckInfo] = &{
    const N: usize = ALL.len();
    let mut out = [ALL[0].info; N];
    let mut k = 0;
    while k < N {
        out[k] = ALL[k].info;
        k += 1;
    }
    out
};

/// The page of a check; `None` for a name that no check has.
#[must_use]
pub fn explain(name: &str) -> Option<&'static Page> {
    CHECKS.iter().find(|c| c.name == name).map(|c| &c.page)
}

/// The rule book as Markdown, made from the checks' own pages: the handbook's chapter of checks.
#[must_use]
pub fn rule_book() -> String {
    let mut out = String::new();
    let mut family = None;
    for c in CHECKS {
        if family != Some(c.family) {
            family = Some(c.family);
            out.push_str(&["\n### Family *", c.family.word(), "*\n"].concat());
        }
        out.push_str(
            &[
                "\n**`",
                c.name,
                "`** (",
                c.severity.word(),
                "). ",
                c.page.what,
                " *Why:* ",
                c.page.why,
                " *Example:* `",
                c.page.example,
                "`\n",
            ]
            .concat(),
        );
    }
    out
}

/// What to check.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Brackets whose letter is taken; the others are enumerated.
    pub choose: Choices,
    /// Only these checks; empty is all.
    pub only: Vec<String>,
    /// A profile: `ceasefire`.
    pub profile: Option<String>,
    /// What the stored sources say, by letter, for quoted words to be compared with.
    pub sources: BTreeMap<String, String>,
}

/// A check that was not decided for some choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undecided {
    /// The check's name.
    pub check: &'static str,
    /// For how many bracket choices.
    pub choices: usize,
    /// Of how many.
    pub of: usize,
}

/// Counts of an agreement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Its title.
    pub title: String,
    /// Numbered sentences.
    pub clauses: usize,
    /// `open` slots.
    pub open: usize,
    /// Words that are vague on purpose, or by a known word.
    pub vague: usize,
    /// Bracket groups.
    pub brackets: usize,
    /// Clauses that have no reading.
    pub not_read: usize,
}

/// What all checks found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The agreement's counts.
    pub agreement: Counts,
    /// Findings in the order of the text, then of the table.
    pub findings: Vec<Finding>,
    /// What was not decided.
    pub undecided: Vec<Undecided>,
    /// Bracket choices that can stand together, and the smallest that clash.
    pub choices: ChoicesView,
    /// What was taken for granted because the text does not say it.
    pub assumed: Vec<Phrase>,
}

/// Which bracket choices stand together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChoicesView {
    /// Complete choices without a finding that would be a `stop`.
    pub stand: Vec<Vec<String>>,
    /// The smallest sets of choices under which one holds, with the check's name.
    pub clash: Vec<(Vec<String>, &'static str)>,
    /// How many complete choices there are.
    pub of: usize,
}

/// Runs the checks.
#[must_use]
pub fn check(parsed: &Parsed, options: &Options) -> Report {
    merge::run(parsed, options)
}

/// The severity of a finding that holds under every choice.
fn full(check: &'static str) -> Severity {
    CHECKS.iter().find(|c| c.name == check).map_or(Severity::Warn, |c| c.severity)
}

/// All words of two clauses' events that tie them: used by several checks.
pub(crate) fn mentions(d: &Duty) -> Vec<&EventRef> {
    use crate::tree::Anchor;
    let mut out: Vec<&EventRef> = d.when.iter().flatten().collect();
    for b in d.uppers.iter().chain(&d.lowers) {
        match &b.anchor {
            Anchor::Event(e) | Anchor::Before(e) => out.push(e),
            Anchor::Later(v) | Anchor::Earlier(v) => out.extend(v),
            Anchor::Own => {}
        }
    }
    for t in &d.tails {
        match t {
            Tail::OnDay(e) | Tail::On(e) | Tail::Before(e) | Tail::After(e) | Tail::Until(e) | Tail::From(e) | Tail::For(_, Some(e)) => {
                out.push(e)
            }
            Tail::While(c) | Tail::When(c) | Tail::Unless(c) => out.extend(c.events()),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests;
