//! The timeline: phases and obligations on one axis, with the earliest and latest moment of each.
//!
//! The moments are the bounds of the text's own network of clocks, in minutes from the picture's
//! beginning: the first date of the text, or, where it has none, the event from which most is
//! counted. Where the clocks clash the clash is marked, and the deadlines in it are left out of the
//! bounds, so that the rest can still be seen.

use super::Label;
use super::label::{event, length};
use crate::finding::{Lines, Place};
use crate::model::{Clause, Duty, Model, Order, TimeOf, clocks};
use crate::network::{self, Stnu};
use crate::tree::{Anchor, Body, Cond, EventAt, Modal, Part, Tail, Tree, What};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use terms::phrase::Phrase;

/// Phases and obligations on one axis. All times are minutes from `beginning`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// What minute 0 is.
    pub beginning: Label,
    /// The day of minute 0, where the text fixes it.
    pub day: Option<Date>,
    /// The phases.
    pub phases: Vec<Band>,
    /// Declared events with a fixed moment.
    pub marks: Vec<Mark>,
    /// The obligations in the order of the text.
    pub lines: Vec<Line>,
    /// What must come before what, by places in `lines`.
    pub before: Vec<(usize, usize)>,
    /// The days of deadlines that the text fixes to the day, by their minute: the axis counts a month as
    /// thirty days and a date to its end, the calendar does not.
    pub days: BTreeMap<i64, Date>,
}

/// A phase on the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Its number; `None` for clauses before or outside all phases.
    pub n: Option<u32>,
    /// Its title.
    pub title: String,
    /// Its earliest beginning.
    pub from: Option<i64>,
    /// Its latest end; `None` where the text sets none.
    pub to: Option<i64>,
    /// It cannot begin under these brackets.
    pub stuck: bool,
}

/// A moment on the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The event.
    pub label: Label,
    /// When.
    pub at: i64,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// An act that is done once.
    Act,
    /// An act that is kept up.
    Keep,
    /// A ban.
    Ban,
    /// A permission.
    May,
    /// Something whose length nobody bound controls.
    Nature,
}

/// An obligation on the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its clause, or its name.
    pub clause: String,
    /// Who is bound; empty where nobody is named.
    pub who: Vec<String>,
    /// Its words.
    pub act: String,
    /// What it is.
    pub kind: LineKind,
    /// The phase that it stands under.
    pub phase: Option<u32>,
    /// The earliest moment at which it can begin.
    pub from: Option<i64>,
    /// The earliest moment at which it can be done.
    pub done: Option<i64>,
    /// The latest moment at which it is done in time, or at which it ends; `None` where the text sets none.
    pub by: Option<i64>,
    /// So many minutes after its own condition, where that is its deadline and no moment follows.
    pub within: Option<i64>,
    /// Its deadline or end is still open.
    pub open: bool,
    /// It cannot happen under these brackets.
    pub stuck: bool,
    /// Its deadline is in a clash of clocks.
    pub clash: bool,
    /// Where it stands in the file.
    pub place: Place,
}

impl Line {
    /// How much time there is between the earliest and the latest moment of being done, in minutes.
    #[must_use]
    pub fn slack(&self) -> Option<i64> {
        match (self.kind, self.done, self.by) {
            (LineKind::Act, Some(a), Some(b)) => Some(b - a),
            _ => None,
        }
    }

    /// The time after its own condition in words.
    #[must_use]
    pub fn within_words(&self) -> Option<Label> {
        self.within.map(length)
    }

    /// The slack in words.
    #[must_use]
    pub fn slack_words(&self) -> Option<Label> {
        self.slack().map(length)
    }
}

impl Timeline {
    pub(super) fn says(&self) -> Phrase {
        let acts = self.lines.iter().filter(|l| l.kind == LineKind::Act);
        let without = acts.filter(|l| l.by.is_none() && l.within.is_none() && !l.stuck).count();
        let stuck = self.lines.iter().filter(|l| l.stuck).count();
        let clash = self.lines.iter().filter(|l| l.clash).count();
        let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        Phrase::new("accord-draw-timeline-says")
            .number("lines", n(self.lines.len()))
            .number("without", n(without))
            .number("stuck", n(stuck))
            .number("clash", n(clash))
    }

    /// A moment of the axis in words: its day, and its hour where it is no whole day.
    #[must_use]
    pub fn moment(&self, at: i64) -> Label {
        if let Some(day) = self.days.get(&at) {
            return Label::Own(day.to_string());
        }
        match self.day {
            Some(day) if at % 1440 == 0 => match day.checked_add(jiff::Span::new().try_days(at / 1440).unwrap_or_default()) {
                Ok(d) => Label::Own(d.to_string()),
                Err(_) => length(at),
            },
            _ if at == 0 => self.beginning.clone(),
            _ => length(at),
        }
    }
}

/// Bounds of every point of a network from its origin, with what had to be left out of it.
struct Bounds {
    of: Vec<(Option<i64>, Option<i64>)>,
    clash: BTreeSet<String>,
}

/// The bounds; deadlines that clash are left out one conflict after the other.
fn bounds(net: &Stnu) -> Bounds {
    let mut net = net.clone();
    let mut clash = BTreeSet::new();
    for _ in 0..24 {
        let v = network::check(&net);
        if v.controllable {
            return Bounds { of: v.bounds.into_iter().map(|b| (b.1, b.2)).collect(), clash };
        }
        let before = net.edges.len() + net.links.len();
        let hit = |from: usize, to: usize, weight: i64| {
            v.conflict.iter().any(|c| c.low.is_none() && net.points[from] == c.from && net.points[to] == c.to && weight == c.weight)
        };
        let keep: Vec<bool> = net.edges.iter().map(|e| !(e.weight > 0 && hit(e.from, e.to, e.weight))).collect();
        clash.extend(v.conflict.iter().map(|c| c.source.clone()).filter(|s| s != "Z"));
        let mut k = keep.iter();
        net.edges.retain(|_| k.next().copied().unwrap_or(true));
        if net.edges.len() + net.links.len() == before {
            // No deadline in it to leave out: leave out all that its sources say.
            net.edges.retain(|e| !v.conflict.iter().any(|c| c.source == e.source && c.source != "Z"));
            net.links.retain(|l| !v.conflict.iter().any(|c| c.source == l.source));
            if net.edges.len() + net.links.len() == before {
                break;
            }
        }
    }
    Bounds { of: vec![(None, None); net.points.len()], clash }
}

/// The event from which the picture counts, where no date is fixed: day 1's, else the one that most is counted from.
fn anchor(m: &Model) -> What {
    if let Some(e) = &m.day_one {
        return e.what.clone();
    }
    let mut counts: BTreeMap<&What, usize> = BTreeMap::new();
    let named = |w: &What| matches!(w, What::Named(n) if m.declared.get(n).is_some_and(|d| d.at.is_none()));
    for (_, d) in m.duties() {
        for b in d.uppers.iter().chain(&d.lowers) {
            if let Anchor::Event(e) = &b.anchor
                && named(&e.what)
            {
                *counts.entry(&e.what).or_insert(0) += 1;
            }
        }
        for e in d.when.iter().flatten().filter(|e| named(&e.what)) {
            *counts.entry(&e.what).or_insert(0) += 1;
        }
    }
    for p in m.phases.values() {
        for e in p.begins.iter().flat_map(|c| c.events()).filter(|e| named(&e.what)) {
            *counts.entry(&e.what).or_insert(0) += 2;
        }
    }
    let best = counts.iter().max_by_key(|(w, n)| (**n, std::cmp::Reverse(*w))).map(|(w, _)| (*w).clone());
    best.or_else(|| m.phases.keys().next().map(|n| What::PhaseBegins(*n))).unwrap_or(What::Force)
}

/// The earliest of the text's fixed days: what the network's origin stands for.
pub(crate) fn first_day(m: &Model) -> Option<Date> {
    let mut days: Vec<Date> = m.events.iter().filter_map(|w| if let What::Date(d, _) = w { Some(*d) } else { None }).collect();
    days.extend(m.declared.values().filter_map(|d| if let Some(EventAt::Date(day, _)) = &d.at { Some(*day) } else { None }));
    for (_, d) in m.duties() {
        for b in d.uppers.iter().chain(&d.lowers) {
            if let Anchor::Event(e) = &b.anchor
                && let What::Date(day, _) = e.what
            {
                days.push(day);
            }
        }
    }
    days.into_iter().min()
}

/// All clocks of the text with every event's bounds.
pub(crate) struct Times {
    clock: TimeOf,
    bounds: Bounds,
    pub(crate) day: Option<Date>,
    pub(crate) beginning: Label,
}

impl Times {
    pub(crate) fn new(m: &Model, order: &Order) -> Self {
        let mut clock = clocks(m, order);
        let z = clock.net.point("Z");
        let day = first_day(m);
        let mut beginning = None;
        if day.is_none() {
            // A text without dates is drawn as if its first event were now.
            let what = anchor(m);
            let k = clock.at(&what);
            clock.net.require(z, k, Some(0), Some(0), "Z");
            beginning = Some(event(&what));
        }
        for (n, p) in &m.phases {
            let b = clock.at(&What::PhaseBegins(*n));
            let source = ["Phase ", &n.to_string()].concat();
            match &p.begins {
                // It begins as soon as its one event has happened, as the run has it.
                Some(Cond::All(v)) if v.len() == 1 && !p.begin_open => {
                    let k = clock.at(&v[0].what);
                    clock.net.require(k, b, Some(0), Some(0), &source);
                }
                None if !p.begin_open && *n > 1 && m.phases.contains_key(&(n - 1)) => {
                    let k = clock.at(&What::PhaseEnds(n - 1));
                    clock.net.require(k, b, Some(0), None, &source);
                }
                _ => {}
            }
        }
        // What is reported or verified has been done, as the rules have it.
        for (no, part) in clock.acts() {
            if matches!(part, Part::Reported | Part::Verified) {
                let (done, seen) = (clock.at(&What::Clause(no, Part::Done)), clock.at(&What::Clause(no, part)));
                clock.net.require(done, seen, Some(0), None, &no.to_string());
            }
        }
        let bounds = bounds(&clock.net);
        let beginning = beginning.or_else(|| day.map(|d| Label::Own(d.to_string()))).unwrap_or_else(|| Label::key("accord-event-open"));
        Self { clock, bounds, day, beginning }
    }

    /// Earliest and latest minute of an event.
    pub(crate) fn of(&self, what: &What) -> (Option<i64>, Option<i64>) {
        match self.clock.known(what) {
            Some(k) => self.bounds.of.get(k).copied().unwrap_or((None, None)),
            None => (None, None),
        }
    }

    pub(crate) fn clashes(&self, source: &str) -> bool {
        self.bounds.clash.contains(source)
    }
}

/// Whether the deadline or end has a slot that is not agreed.
fn is_open(d: &Duty) -> bool {
    d.uppers.iter().any(|b| {
        b.span_of.is_some_and(|s| s.minutes().is_none())
            || matches!(&b.anchor, Anchor::Event(e) | Anchor::Before(e) if e.what == What::Open)
    }) || d.until.as_ref().is_some_and(|e| e.what == What::Open)
}

fn line(m: &Model, order: &Order, times: &Times, lines: &Lines, tree: &Tree, c: &Clause, d: &Duty) -> Line {
    use Part::{Begun, Done};
    let kind = match d.modal {
        Modal::ShallNot => LineKind::Ban,
        Modal::May => LineKind::May,
        _ if d.lasting => LineKind::Keep,
        _ => LineKind::Act,
    };
    let (begun, done) = (What::Clause(c.no, Begun), What::Clause(c.no, Done));
    let stuck = m.ev(&begun).is_some_and(|e| !order.happens[e]);
    let latest = |v: Vec<Option<i64>>| v.into_iter().flatten().max();
    let mut from = times.of(&begun).0;
    if from.is_none() && !stuck {
        let mut starts: Vec<Option<i64>> = d.when.first().into_iter().flatten().map(|e| times.of(&e.what).0).collect();
        starts.extend(c.phase.map(|n| times.of(&What::PhaseBegins(n)).0));
        from = latest(starts).or(Some(0));
    }
    let mut by = times.of(&done).1;
    if kind != LineKind::Act {
        by = d.until.as_ref().and_then(|e| times.of(&e.what).1);
        for t in &d.tails {
            if let Tail::For(span, e) = t {
                let start = match e {
                    Some(e) => times.of(&e.what).1,
                    None => times.of(&begun).1,
                };
                by = start.and_then(|s| Some(s.saturating_add(span.minutes()?)));
            }
        }
    }
    let (from, done, by) = if stuck { (None, None, None) } else { (from, times.of(&done).0.or(from), by) };
    Line {
        clause: c.no.to_string(),
        who: d.who.clone(),
        act: d.act.text.clone(),
        kind,
        phase: c.phase,
        from,
        done,
        by,
        within: if by.is_none() && !stuck {
            d.uppers.iter().filter_map(|b| b.span_of.and_then(crate::tree::Span::minutes)).min()
        } else {
            None
        },
        open: is_open(d),
        stuck,
        clash: times.clashes(&c.no.to_string()),
        place: lines.place(&tree.text, &tree.sentences[c.sentence].span),
    }
}

pub(super) fn draw(tree: &Tree, m: &Model) -> Timeline {
    let order = Order::new(m, &BTreeSet::new(), &[]);
    let times = Times::new(m, &order);
    let text = Lines::new(&tree.text);
    let mut lines: Vec<(usize, Line)> = m.duties().map(|(c, d)| (c.sentence, line(m, &order, &times, &text, tree, c, d))).collect();
    for (n, p) in &m.processes {
        let (from, done) = (p.from.as_ref().map(|e| times.of(&e.what).0), times.of(&What::Process(n.clone())));
        let line = Line {
            clause: n.clone(),
            who: Vec::new(),
            act: String::new(),
            kind: LineKind::Nature,
            phase: None,
            from: from.unwrap_or_else(|| done.0.map(|d| d - p.low)),
            done: done.0,
            by: done.1,
            within: None,
            open: p.high.is_none(),
            stuck: false,
            clash: times.clashes(n),
            place: text.place(&tree.text, &tree.sentences[p.sentence].span),
        };
        lines.push((p.sentence, line));
    }
    lines.sort_by_key(|(s, _)| *s);
    let lines: Vec<Line> = lines.into_iter().map(|(_, l)| l).collect();
    let mut before = Vec::new();
    let mut days = BTreeMap::new();
    for (c, d) in m.duties() {
        let by = lines.iter().find(|l| l.kind == LineKind::Act && l.clause == c.no.to_string()).and_then(|l| l.by);
        if let (Some(by), Some(day)) = (by, crate::editor::last_day(m, d)) {
            days.insert(by, day);
        }
    }
    let at = |clause: &str| lines.iter().position(|l| l.clause == clause);
    for (c, d) in m.duties() {
        let Some(to) = at(&c.no.to_string()) else { continue };
        for e in d.when.iter().flatten() {
            let from = match &e.what {
                What::Clause(no, _) => at(&no.to_string()),
                What::Process(n) => at(n),
                _ => None,
            };
            if let Some(from) = from
                && from != to
                && !before.contains(&(from, to))
            {
                before.push((from, to));
            }
        }
        for p in m.processes.iter().filter(|(_, p)| p.each.as_deref().is_some_and(|l| d.list() == Some(l)) && d.once()) {
            if let Some(from) = at(p.0) {
                before.push((from, to));
            }
        }
    }
    let title = |k: usize| match crate::model::pick(&tree.sentences[k], &m.choices) {
        Some(Body::Phase { title, .. }) => title.clone(),
        _ => String::new(),
    };
    let phases = m
        .phases
        .iter()
        .map(|(n, p)| {
            let begins = What::PhaseBegins(*n);
            let stuck = m.ev(&begins).is_some_and(|e| !order.happens[e]);
            let from = times.of(&begins).0.filter(|_| !stuck);
            let to = times.of(&What::PhaseEnds(*n)).1.filter(|_| !stuck && (p.lasts.is_some() || p.ends.is_some()));
            Band { n: Some(*n), title: title(p.sentence), from, to, stuck }
        })
        .collect();
    let mut marks: Vec<Mark> = m
        .declared
        .keys()
        .filter_map(|n| match times.of(&What::Named(n.clone())) {
            (Some(a), Some(b)) if a == b => Some(Mark { label: Label::Own(n.clone()), at: a }),
            _ => None,
        })
        .collect();
    marks.sort_by_key(|k| k.at);
    Timeline { beginning: times.beginning.clone(), day: times.day, phases, marks, lines, before, days }
}
