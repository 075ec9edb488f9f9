//! Public statements, newest first, with whoever carried them.

use super::Asker;
use super::talk::PAGE;
use crate::codec::Body;
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use serde::Serialize;
use talks::statement::Statement;
use terms::id::{EntryNo, IssueId, RoomCode};
use terms::script::fold;

/// A statement with its number.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// Its number in the public room.
    pub n: EntryNo,
    /// The statement.
    pub statement: Statement,
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Statements {
    /// The public room.
    pub room: RoomCode,
    /// The statements.
    pub lines: Vec<Line>,
    /// The number before which older ones are.
    pub older: Option<EntryNo>,
    /// Whether the reader may enter one.
    pub may_announce: bool,
}

/// What the address may ask for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only of this speaker.
    pub speaker: Option<String>,
    /// Only on this issue.
    pub issue: Option<IssueId>,
    /// Only before this number.
    pub before: Option<EntryNo>,
}

/// Public statements that pass the filter.
pub fn statements(asker: &Asker<'_>, filter: &Filter) -> Result<Statements, Refusal> {
    let room = asker.who.room_of(&RoomKind::Public).ok_or(Refusal::NotFound)?;
    let lens = Lens::one(asker.desk, asker.who, room)?;
    let state = lens.state();
    let speaker = filter.speaker.as_deref().map(fold);
    let mut lines: Vec<Line> = state
        .of_kind("statement")
        .rev()
        .filter(|a| filter.before.is_none_or(|b| a.n < b))
        .filter_map(|a| match &a.entry.body {
            Body::Statement(s) => Some(Line { n: a.n, statement: s.clone() }),
            _ => None,
        })
        .filter(|l| speaker.as_ref().is_none_or(|s| fold(&l.statement.speaker).contains(s.as_str())))
        .filter(|l| filter.issue.as_ref().is_none_or(|i| l.statement.issues.contains(i)))
        .take(PAGE + 1)
        .collect();
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    Ok(Statements {
        room: lens.code().clone(),
        older: more.then(|| lines.last().map(|l| l.n)).flatten(),
        lines,
        may_announce: lens.verbs().has(Verb::Announce),
    })
}
