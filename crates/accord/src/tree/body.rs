//! What a sentence says: one variant a form, with the duties, tails and effects that forms share.

use super::{Bound, Bytes, ClauseNo, Cond, EventRef, NameKind, Part, Qty, Span, Unit};
use jiff::civil;

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
    /// How long somebody needs between an event and its own act.
    Reacts {
        who: Vec<String>,
        span: Span,
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
