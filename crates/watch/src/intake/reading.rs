//! What a reading gives: the contract of `caucus read`, type by type.
//!
//! Serialised, these are the objects of the contract with its names; fields that only the stages
//! need are skipped. Spans count code points of [`Reading::text`].

use super::layer::Exact;
use jiff::civil::Date;
use serde::{Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use terms::phrase::Phrase;
use terms::span::Span;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $letter:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "{}"), self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
    )*};
}

ids! {
    /// A statement's number, from 1.
    StatementId "s";
    /// A figure's number, from 1.
    FigureId "f";
    /// An actor's number, from 1.
    ActorId "a";
    /// An event's number, from 1.
    EventId "e";
    /// A deadline's number, from 1.
    DeadlineId "d";
    /// A sticking point's number, from 1.
    StickingId "k";
}

/// How sure a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Grade {
    /// The pattern is complete.
    A,
    /// Something was carried over from the sentence before.
    B,
    /// Weak: to be looked at.
    C,
}

/// A number: exact, or from–to with open ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// One number.
    One(Exact),
    /// Lowest and highest; `None` where the text leaves an end open.
    Range([Option<Exact>; 2]),
}

impl Exact {
    /// A whole number.
    #[must_use]
    pub fn whole(n: i64) -> Self {
        Self { above: n, below: 1 }
    }

    /// A fraction in lowest terms; `None` when the lower part is not positive.
    #[must_use]
    pub fn new(above: i64, below: i64) -> Option<Self> {
        let (mut a, mut b) = (above.unsigned_abs(), below.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let by = i64::try_from(a).ok().filter(|by| *by > 0)?;
        (below > 0).then_some(Self { above: above / by, below: below / by })
    }

    /// The product; `None` when it is too large.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        Self::new(self.above.checked_mul(other.above)?, self.below.checked_mul(other.below)?)
    }

    /// The sum; `None` when it is too large.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let left = self.above.checked_mul(other.below)?;
        let right = other.above.checked_mul(self.below)?;
        Self::new(left.checked_add(right)?, self.below.checked_mul(other.below)?)
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        let cross = |a: &Self, b: &Self| i128::from(a.above) * i128::from(b.below);
        cross(self, other).cmp(&cross(other, self))
    }
}

impl Serialize for Exact {
    #[expect(clippy::cast_precision_loss, reason = "the contract's numbers are decimals; comparisons are made on the fraction")]
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.below == 1 { to.serialize_i64(self.above) } else { to.serialize_f64(self.above as f64 / self.below as f64) }
    }
}

/// How finely a time is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// To the minute or hour.
    Minute,
    /// To the day.
    Day,
    /// To the week.
    Week,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

/// What a time expression means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// From one day to another, both included, with the precision it was given in.
    Days(Date, Date, Precision),
    /// A clock time without a day.
    Clock,
    /// A clock time on a day.
    Moment(Date),
    /// A length of time: so many hours, or so many days.
    Length,
    /// Not fixed by the text.
    Open,
}

/// A time expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Time {
    /// Its words without the preposition.
    pub span: Span,
    /// ISO 8601 date, time, duration or interval; `None` where the text does not fix it.
    pub value: Option<String>,
    /// The rule that read it.
    pub rule: &'static str,
    /// What it means, for the other stages.
    #[serde(skip)]
    pub when: When,
}

/// The form of somebody's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// In quotation marks.
    Direct,
    /// Partly.
    Mixed,
    /// Retold.
    Indirect,
}

/// What a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Said {
    /// Said.
    Speech,
    /// Held by a party.
    Position,
    /// Provided by a plan or text.
    Term,
}

/// What a statement does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Force {
    /// Says.
    Say,
    /// Demands.
    Demand,
    /// Offers.
    Offer,
    /// Threatens.
    Threaten,
    /// Denies.
    Deny,
    /// Promises.
    Promise,
    /// Reports.
    Report,
}

/// Who said what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// Its number.
    pub id: StatementId,
    /// Who; `None` where the text does not say.
    pub speaker: Option<ActorId>,
    /// In what role, as the text has it.
    pub role: Option<String>,
    /// By whom it is passed on, nearest first.
    pub reported_by: Vec<ActorId>,
    /// The form of the words.
    pub mode: Mode,
    /// Said, held or provided.
    pub kind: Said,
    /// What it does.
    pub force: Force,
    /// The words that name the speaker.
    pub source_span: Option<Span>,
    /// The reporting word.
    pub cue_span: Option<Span>,
    /// What was said.
    pub content_spans: Vec<Span>,
    /// What of it stands in quotation marks, without them.
    pub quote_spans: Vec<Span>,
    /// When it was said: an ISO 8601 date.
    pub date: Option<String>,
    /// To whom.
    pub addressee: Option<ActorId>,
    /// Where or in what.
    pub venue: Option<String>,
    /// How sure the rule is.
    pub grade: Grade,
    /// The rule.
    pub rule: &'static str,
}

/// What kind of count a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Count {
    /// What was added in a window.
    Increment,
    /// The total so far.
    Cumulative,
    /// How many there are now.
    Stock,
    /// A part of a whole.
    Share,
    /// A length of time.
    Duration,
}

/// The window a figure counts in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Window {
    /// The first day (or moment), ISO 8601; `None` where the text does not fix it.
    pub from: Option<String>,
    /// The last day (or moment), included.
    pub to: Option<String>,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// Its number.
    pub id: FigureId,
    /// The number's words.
    pub number_span: Span,
    /// The number with what bounds it and what is counted.
    pub phrase_span: Span,
    /// Its value.
    pub value: Value,
    /// The unit: people, trucks, hours, per cent.
    pub unit: Option<String>,
    /// What is counted, as the text has it.
    pub counted: Option<String>,
    /// What happened to what is counted: killed, wounded, released.
    pub act: Option<String>,
    /// What kind of count it is.
    pub kind: Count,
    /// The words that bound or soften it.
    pub qualifier: Option<String>,
    /// The words that give the window.
    pub window_span: Option<Span>,
    /// The window.
    pub window: Option<Window>,
    /// Where, as the text has it.
    pub place: Option<String>,
    /// Whose figure it is; `None` where its own clause names nobody.
    pub source: Option<ActorId>,
    /// The figure that it is a part of.
    pub subset_of: Option<FigureId>,
    /// How sure the rule is.
    pub grade: Grade,
    /// The rule.
    pub rule: &'static str,
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ActorType {
    /// A person with a name.
    Person,
    /// An organisation.
    Organisation,
    /// A state or its government.
    State,
    /// A body: ministry, council, committee, army.
    Body,
    /// A newspaper, agency, broadcaster.
    Outlet,
    /// A plan or text that speaks for itself.
    Document,
    /// A source without a name.
    Unnamed,
}

/// An actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Actor {
    /// Its number.
    pub id: ActorId,
    /// Its name, the longest form the text has.
    pub name: String,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: ActorType,
    /// Its role, as the text has it.
    pub role: Option<String>,
    /// What it belongs to, as the text has it.
    pub affiliation: Option<String>,
    /// The side of the case that it belongs to, where the case's own list says so.
    pub side: Option<String>,
    /// Where it is named.
    pub mentions: Vec<Span>,
}

/// Whether an event happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EventStatus {
    /// It happened.
    Occurred,
    /// It goes on.
    Ongoing,
    /// A time is set for it.
    Scheduled,
    /// It depends on something.
    Conditional,
    /// Somebody proposes it.
    Proposed,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    /// Its number.
    pub id: EventId,
    /// What kind of event, from the word list.
    #[serde(rename = "type")]
    pub kind: String,
    /// The word that says it.
    pub trigger_span: Span,
    /// Whether it happened.
    pub status: EventStatus,
    /// When: ISO 8601.
    pub date: Option<String>,
    /// Where, as the text has it.
    pub place: Option<String>,
    /// Who took part.
    pub participants: Vec<ActorId>,
    /// Who says so.
    pub source: Option<ActorId>,
    /// How sure the rule is.
    pub grade: Grade,
    /// The rule.
    pub rule: &'static str,
}

/// What stands of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DeadlineStatus {
    /// Somebody proposes it.
    Proposed,
    /// Somebody demands it.
    Demanded,
    /// It is agreed or set.
    Agreed,
    /// It is past.
    Passed,
}

/// A deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// Its number.
    pub id: DeadlineId,
    /// The words that set it.
    pub span: Span,
    /// What is to be done, as the text has it.
    pub what: Option<String>,
    /// ISO 8601 duration or date; `None` where the text does not fix it.
    pub value: Option<String>,
    /// What it counts from, as the text has it.
    pub starts: Option<String>,
    /// Who proposes it.
    pub proposed_by: Option<ActorId>,
    /// What stands of it.
    pub status: DeadlineStatus,
    /// How sure the rule is.
    pub grade: Grade,
    /// The rule.
    pub rule: &'static str,
}

/// What keeps the sides apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sticking {
    /// Something is missing or vague.
    Gap,
    /// Two positions exclude each other.
    Conflict,
    /// Who goes first.
    Order,
    /// One does not believe the other.
    Trust,
}

/// One party's position on a sticking point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Position {
    /// Whose.
    pub party: Option<ActorId>,
    /// In short, in the text's own words.
    pub gist: String,
    /// Its words.
    pub span: Span,
}

/// A sticking point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StickingPoint {
    /// Its number.
    pub id: StickingId,
    /// What it is about.
    pub topic: String,
    /// What kind.
    pub kind: Sticking,
    /// The words that say so.
    pub spans: Vec<Span>,
    /// Who holds what.
    pub positions: Vec<Position>,
    /// How sure the rule is.
    pub grade: Grade,
    /// The rule.
    pub rule: &'static str,
}

/// How the document came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FileForm {
    /// Plain text.
    #[default]
    Text,
    /// HTML.
    Html,
    /// A Word document.
    Docx,
    /// A PDF.
    Pdf,
}

/// The document as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Document {
    /// SHA-256 of the bytes as given, in hexadecimal.
    pub sha256: String,
    /// BCP 47 tag of its language (`en`, `ar`, `he`), `und` where none was told.
    pub language: String,
    /// Its date: ISO 8601.
    pub date: Option<String>,
    /// Where the date is from: `option`, `dateline`, `header`, `stamp`, or `None`.
    pub date_from: Option<&'static str>,
    /// The words that gave the date.
    pub date_span: Option<Span>,
    /// The outlet or issuing body, as the header has it.
    pub outlet: Option<String>,
    /// The place of the dateline.
    pub place: Option<String>,
    /// How it came.
    pub form: FileForm,
    /// The encoding that its bytes were read in.
    pub encoding: &'static str,
    /// What spans count in: `file`, or `extracted` (the text taken out of the file).
    pub spans: &'static str,
    /// The date, for arithmetic.
    #[serde(skip)]
    pub day: Option<Date>,
}

/// A word about the reading itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// What is to be said.
    pub what: Phrase,
    /// Of which words.
    pub span: Option<Span>,
}

/// All that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The document as a whole.
    pub document: Document,
    /// Statements in the order of their first words.
    pub statements: Vec<Statement>,
    /// Figures in the order of their numbers.
    pub figures: Vec<Figure>,
    /// Actors in the order of their first mention.
    pub actors: Vec<Actor>,
    /// Events in the order of their triggers.
    pub events: Vec<Event>,
    /// Deadlines in order.
    pub deadlines: Vec<Deadline>,
    /// Sticking points in order.
    pub sticking_points: Vec<StickingPoint>,
    /// Times in order.
    pub times: Vec<Time>,
    /// What is to be said of the reading itself.
    pub remarks: Vec<Remark>,
    /// The text that the spans are of.
    #[serde(skip)]
    pub text: String,
}

impl Reading {
    /// Puts every span through a map, in place.
    pub(super) fn relocate(&mut self, map: &dyn Fn(Span) -> Span) {
        let each = |spans: &mut Vec<Span>| spans.iter_mut().for_each(|s| *s = map(*s));
        let one = |span: &mut Option<Span>| *span = span.map(map);
        one(&mut self.document.date_span);
        for s in &mut self.statements {
            one(&mut s.source_span);
            one(&mut s.cue_span);
            each(&mut s.content_spans);
            each(&mut s.quote_spans);
        }
        for f in &mut self.figures {
            f.number_span = map(f.number_span);
            f.phrase_span = map(f.phrase_span);
            one(&mut f.window_span);
        }
        for a in &mut self.actors {
            each(&mut a.mentions);
        }
        for e in &mut self.events {
            e.trigger_span = map(e.trigger_span);
        }
        for d in &mut self.deadlines {
            d.span = map(d.span);
        }
        for p in &mut self.sticking_points {
            each(&mut p.spans);
            for position in &mut p.positions {
                position.span = map(position.span);
            }
        }
        for t in &mut self.times {
            t.span = map(t.span);
        }
        for r in &mut self.remarks {
            one(&mut r.span);
        }
    }

    /// Every span of the reading, in no particular order: for the review screen and the tests.
    #[must_use]
    pub fn spans(&self) -> Vec<Span> {
        let mut out = std::cell::RefCell::new(Vec::new());
        self.clone().relocate(&|span| {
            out.borrow_mut().push(span);
            span
        });
        std::mem::take(out.get_mut())
    }
}
