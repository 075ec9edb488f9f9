//! The tree: what each sentence of an agreement says, with the words it came from.
//!
//! The tree keeps the file's text and tokens whole; a sentence points into them. A bracketed
//! sentence is read once for each combination of its own brackets (a [`Variant`] each), so that
//! every slot of every form may hold a bracket without a form of its own.

use crate::lex::Token;
use jiff::civil;
use std::fmt;
use std::ops::Range;
use terms::language::Language;

/// A stretch of bytes of the file.
pub(crate) type Bytes = Range<usize>;

/// The number of a clause: `1.2`, or `1.4.7`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseNo {
    /// The phase or part.
    pub major: u32,
    /// The clause.
    pub minor: u32,
    /// The sub-clause, 0 where there is none.
    pub sub: u32,
}

impl ClauseNo {
    /// Reads `1.2` or `1.2.3`, digits of any script.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let ascii = crate::lex::ascii_digits(text);
        let mut parts = ascii.split('.').map(|p| p.parse::<u32>().ok());
        let major = parts.next()??;
        let minor = parts.next()??;
        let sub = match parts.next() {
            Some(p) => p?,
            None => 0,
        };
        parts.next().is_none().then_some(Self { major, minor, sub })
    }
}

impl fmt::Display for ClauseNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.sub == 0 { write!(f, "{}.{}", self.major, self.minor) } else { write!(f, "{}.{}.{}", self.major, self.minor, self.sub) }
    }
}

/// An agreement as read: the whole file, lossless.
#[derive(Debug, Clone)]
pub struct Tree {
    pub(crate) text: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) names: Names,
    pub(crate) lang: Language,
}

/// One sentence.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    /// Its tokens, its full stop and source included.
    pub(crate) tokens: Range<usize>,
    /// The bytes from its first word to its full stop.
    pub(crate) span: Bytes,
    pub(crate) number: Option<ClauseNo>,
    /// A reading of the negotiated words before it.
    pub(crate) reading: bool,
    /// The phase that it stands under.
    pub(crate) phase: Option<u32>,
    /// How findings name it: `1.1`, `Phase 2`, `List early`.
    pub(crate) label: String,
    pub(crate) groups: Vec<Group>,
    pub(crate) variants: Vec<Variant>,
    pub(crate) source: Vec<SourceRef>,
    pub(crate) prose: Option<String>,
    /// Words about when this is vague on purpose.
    pub(crate) vague: Vec<Bytes>,
    /// `open` slots.
    pub(crate) open: Vec<Bytes>,
}

/// A bracket group: alternatives in one place.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    /// `1.2`, or `1.2a` and `1.2b` where one clause has two.
    pub(crate) id: String,
    pub(crate) span: Bytes,
    pub(crate) options: Vec<GroupOption>,
    /// The letters are sources, not alternatives.
    pub(crate) reading: bool,
}

/// One alternative.
#[derive(Debug, Clone)]
pub(crate) struct GroupOption {
    pub(crate) letter: String,
    pub(crate) span: Bytes,
    /// `A with 1.10 A`.
    pub(crate) with: Vec<(String, String)>,
}

/// A sentence under one choice of its own brackets.
#[derive(Debug, Clone)]
pub(crate) struct Variant {
    /// The letter taken of each group.
    pub(crate) letters: Vec<String>,
    pub(crate) body: Body,
}

/// Where a sentence comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourceRef {
    pub(crate) letter: String,
    pub(crate) place: String,
    pub(crate) words: Option<String>,
    pub(crate) span: Bytes,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameKind {
    Actor,
    Group,
    Term,
    Line,
    Annex,
    List,
    Kind,
    Thing,
    Place,
    Event,
    Process,
    Talks,
    Source,
}

/// A declared name.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) kind: NameKind,
    /// The same in words of the file, as the matcher compares them.
    pub(crate) words: Vec<String>,
    pub(crate) sentence: usize,
}

/// All declared names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    pub(crate) all: Vec<Name>,
    pub(crate) phases: Vec<u32>,
    pub(crate) clauses: Vec<(ClauseNo, usize)>,
}

impl Names {
    pub(crate) fn of(&self, text: &str, kinds: &[NameKind]) -> Option<&Name> {
        self.all.iter().find(|n| kinds.contains(&n.kind) && n.text == text)
    }
}

/// A number or `open`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Qty {
    N(i64),
    Open,
}

impl Qty {
    pub(crate) fn value(self) -> Option<i64> {
        match self {
            Qty::N(n) => Some(n),
            Qty::Open => None,
        }
    }
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Open,
}

impl Unit {
    /// Roughly how many minutes; only for the network and for comparing.
    pub(crate) fn minutes(self) -> i64 {
        match self {
            Unit::Minute => 1,
            Unit::Hour => 60,
            Unit::Day | Unit::Open => 1440,
            Unit::Week => 7 * 1440,
            Unit::Month => 30 * 1440,
            Unit::Year => 365 * 1440,
        }
    }
    /// Counted on a clock, not on a calendar.
    pub(crate) fn elapsed(self) -> bool {
        matches!(self, Unit::Minute | Unit::Hour)
    }
}

/// `72 hours`, `open hours`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) n: Qty,
    pub(crate) unit: Unit,
}

impl Span {
    pub(crate) fn minutes(self) -> Option<i64> {
        if self.unit == Unit::Open { None } else { self.n.value().map(|n| n.saturating_mul(self.unit.minutes())) }
    }
}

/// Which of an act's events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Due,
    Begun,
    Done,
    Reported,
    Verified,
    Breached,
}

/// An event as the text names it; two are equal when they name one event, wherever they stand.
#[derive(Debug, Clone, Eq)]
pub(crate) struct EventRef {
    pub(crate) what: What,
    pub(crate) span: Bytes,
}

impl PartialEq for EventRef {
    fn eq(&self, other: &Self) -> bool {
        self.what == other.what
    }
}

/// What an event is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    Clause(ClauseNo, Part),
    Named(String),
    Process(String),
    Count { list: String, n: i64 },
    PhaseBegins(u32),
    PhaseEnds(u32),
    TalksOpen(String),
    TalksEnd(String),
    Date(civil::Date, Option<civil::Time>),
    Day(i64),
    Agree { who: Vec<String>, on: String },
    Accept { who: Vec<String> },
    Approve { who: Vec<String> },
    Report,
    Receipt,
    Notice,
    Force,
    End,
    Open,
    Unknown(String),
}

/// Several events in one condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cond {
    All(Vec<EventRef>),
    Any(Vec<EventRef>),
}

impl Cond {
    pub(crate) fn events(&self) -> &[EventRef] {
        match self {
            Cond::All(v) | Cond::Any(v) => v,
        }
    }
}

/// From where a bound counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Anchor {
    Event(EventRef),
    Later(Vec<EventRef>),
    Earlier(Vec<EventRef>),
    /// So long before an event.
    Before(EventRef),
    /// The clause's own condition, or its phase.
    Own,
}

/// A deadline or the first moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bound {
    pub(crate) span_of: Option<Span>,
    pub(crate) anchor: Anchor,
    pub(crate) bytes: Bytes,
}

/// A piece after the act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Tail {
    When(Cond),
    Unless(Cond),
    Upper(Bound),
    Lower(Bound),
    /// `within T before E`'s reading `in the T before E`.
    InThe(Bound),
    Finish(Bound),
    First,
    Last,
    From(EventRef),
    Until(EventRef),
    For(Span, Option<EventRef>),
    While(Cond),
    OnDay(EventRef),
    On(EventRef),
    Before(EventRef),
    After(EventRef),
    EachPerson,
    EachPeriod(Unit),
    SameTime,
    Stages,
    Between(civil::Time, civil::Time),
    Including(Qty, String),
    Lasting,
    Soon(Bytes),
    Together,
    ProRata,
    ThatIs(civil::Date, Bytes),
    Down {
        n: Qty,
        of: String,
    },
    Grace(Span),
    Failing(Effect),
    Measured(String),
    AsJudged(Vec<String>, Bytes),
    Nothing,
}

/// Who is bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    /// Declared names.
    Named(Vec<String>),
    Both,
    Each,
    /// `the mediators together`.
    Together(Vec<String>),
    /// Nobody: the passive.
    Nobody,
    Open,
    Unknown(String, Bytes),
}

/// Force of the verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Modal {
    Shall,
    ShallNot,
    May,
    Should,
}

/// The act itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Act {
    /// The words as written.
    pub(crate) text: String,
    /// Lower-case words in the canonical tongue where known.
    pub(crate) words: Vec<String>,
    /// The first verb.
    pub(crate) verb: String,
    /// `begin to …`.
    pub(crate) begin: bool,
    pub(crate) amount: Option<(Compare, Qty, String)>,
    pub(crate) names: Vec<(NameKind, String)>,
    pub(crate) quotes: Vec<String>,
    pub(crate) passive: bool,
    pub(crate) span: Bytes,
}

/// How a number binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Compare {
    Exactly,
    AtLeast,
    AtMost,
}

/// A duty, a ban or a permission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Duty {
    pub(crate) who: Who,
    pub(crate) modal: Modal,
    pub(crate) act: Act,
    pub(crate) to: Option<String>,
    pub(crate) tails: Vec<Tail>,
    pub(crate) weak: Vec<Bytes>,
}

/// What a remedy does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Effect {
    Suspend(Vec<ClauseNo>, Option<EventRef>),
    End(Vec<ClauseNo>),
    Act(Box<Duty>),
    EndAll,
    Extend(Vec<ClauseNo>, Span),
    Open,
}

/// One stage of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stage {
    pub(crate) n: Qty,
    pub(crate) total: bool,
    pub(crate) percent: bool,
    pub(crate) by: Option<EventRef>,
    pub(crate) bytes: Bytes,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KindCount {
    pub(crate) n: Qty,
    pub(crate) kind: String,
    pub(crate) at_least: bool,
}

/// What a sentence says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Body {
    Agreement(String),
    Heading(&'static str),
    Source {
        letter: String,
        title: String,
    },
    Zone(Option<String>),
    Counting(Option<Count>),
    DayOne(EventRef),
    Role {
        name: String,
        roles: Vec<&'static str>,
        title: Option<String>,
        bound: bool,
        from_phase: Option<u32>,
    },
    Group {
        name: String,
        members: Vec<String>,
    },
    Means {
        term: String,
        vague: bool,
        open: bool,
        text: String,
    },
    Line {
        name: String,
        annex: Option<String>,
        open: bool,
        text: String,
        known: Vec<String>,
    },
    Annex {
        name: String,
        kept: Option<String>,
        published: bool,
        open: bool,
    },
    List {
        id: String,
        compare: Compare,
        total: Qty,
        kinds: Vec<KindCount>,
        disjoint: bool,
        held: Option<String>,
        named_by: Option<String>,
        accepted_by: Option<String>,
    },
    PartOf {
        list: String,
        of: String,
    },
    Thing(String),
    Place {
        name: String,
        title: Option<String>,
    },
    Event {
        name: String,
        each: Option<String>,
        at: Option<EventAt>,
        reported: Option<Vec<String>>,
        confirmed: Vec<String>,
        open: bool,
    },
    Takes {
        name: String,
        each: Option<String>,
        low: Qty,
        high: Option<Qty>,
        unit: Unit,
        from: Option<EventRef>,
        not_by: Vec<String>,
    },
    Talks {
        name: String,
        between: Vec<String>,
        begin: Option<EventRef>,
        end: Option<Cond>,
        end_open: bool,
    },
    Phase {
        n: u32,
        title: String,
        begins: Option<Cond>,
        begin_open: bool,
        bounds: Vec<Bound>,
        lasts: Option<Span>,
        ends: Option<Cond>,
        end_open: bool,
        failing: Option<Effect>,
    },
    Duty(Duty),
    Ratio {
        per: i64,
        each: String,
        each_list: Option<String>,
        gives: Vec<(i64, String)>,
        of: Option<String>,
        by: Who,
    },
    Stages {
        clause: ClauseNo,
        stages: Vec<Stage>,
        first: Vec<String>,
    },
    Batches {
        clause: ClauseNo,
        of: ClauseNo,
    },
    Verifies {
        who: Vec<String>,
        clauses: Vec<ClauseNo>,
        within: Option<Bound>,
        each: bool,
    },
    Reports {
        who: Vec<String>,
        clauses: Vec<ClauseNo>,
        within: Option<Bound>,
    },
    Approval {
        what: String,
        by: Vec<String>,
        within: Option<Span>,
        silence: Option<bool>,
    },
    Continues {
        clause: ClauseNo,
        cond: Cond,
    },
    Qualifies {
        list: String,
        test: String,
        judge: Option<Vec<String>>,
    },
    Aim {
        what: String,
        bound: Option<Bound>,
    },
    Cover {
        who: Option<Vec<String>>,
        service: &'static str,
        place: String,
        from: Option<EventRef>,
        until: Option<EventRef>,
    },
    Cure {
        of: ClauseNo,
        within: Option<Bound>,
        effect: Effect,
    },
    NotApply {
        clause: ClauseNo,
        to: String,
        reported: Option<(String, Span)>,
        confirmed: Vec<String>,
    },
    MaySuspend {
        who: Vec<String>,
        clauses: Vec<ClauseNo>,
        cond: Cond,
    },
    IfNot {
        of: Vec<ClauseNo>,
        part: Part,
        effect: Effect,
    },
    Guarantee {
        who: Vec<String>,
        clauses: Vec<ClauseNo>,
        act: Option<Box<Duty>>,
    },
    Prevails {
        clause: ClauseNo,
        over: Option<ClauseNo>,
    },
    Extended {
        clause: ClauseNo,
        by: Span,
        per: i64,
        list: String,
        beyond: i64,
        most: Option<Span>,
    },
    Extendable {
        clause: ClauseNo,
        by: Vec<String>,
        times: Option<i64>,
        span: Option<Span>,
        never: bool,
        from_old: bool,
    },
    InForce {
        who: Vec<String>,
        on: Option<EventRef>,
    },
    Ends {
        when: Vec<EventRef>,
        survives: Vec<ClauseNo>,
    },
    Prose,
    /// A sentence that could not be read, with the nearest form.
    NoForm {
        nearest: &'static str,
    },
}

/// When a declared event is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum EventAt {
    Date(civil::Date, Option<civil::Time>),
    After(Span, EventRef),
    When(Cond),
}

/// How days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// The day of the event is day 1: day 42 is 41 days after it.
    Inclusive,
    /// Counted from the day after: 60 days are 60 days after it.
    Elapsed,
}

impl Tree {
    /// The text, byte for byte as it was read.
    #[must_use]
    pub fn print(&self) -> String {
        self.tokens.iter().map(|t| &self.text[t.start..t.end]).collect()
    }

    /// The agreement's title; empty where there is no AGREEMENT line.
    #[must_use]
    pub fn title(&self) -> &str {
        self.sentences
            .iter()
            .find_map(|s| match s.variants.first().map(|v| &v.body) {
                Some(Body::Agreement(t)) => Some(t.as_str()),
                _ => None,
            })
            .unwrap_or("")
    }

    /// Whether the text has its AGREEMENT line.
    #[must_use]
    pub fn has_heading(&self) -> bool {
        self.sentences.iter().any(|s| matches!(s.variants.first().map(|v| &v.body), Some(Body::Agreement(_))))
    }

    /// The language of the keywords.
    #[must_use]
    pub fn language(&self) -> Language {
        self.lang
    }

    /// Numbers of the clauses in the order of the text.
    #[must_use]
    pub fn clauses(&self) -> Vec<ClauseNo> {
        self.sentences.iter().filter(|s| !s.reading).filter_map(|s| s.number).collect()
    }
}
