//! Checks: all that the checks say of a version of the mediators' text, and which alternatives can stand
//! together. The mediators' alone: it teaches when to defect.

use super::Asker;
use super::text::{TextPage, Which, with_report};
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::RoomKind;
use accord::CHECKS;
use serde::Serialize;
use terms::id::{EntryNo, RoomCode};
use terms::phrase::Phrase;

/// Alternatives that clash, and by which check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clash {
    /// The choices, `1.1 A`; all of them together.
    pub brackets: Vec<String>,
    /// The check.
    pub check: &'static str,
}

/// A check that was not decided for every choice of the brackets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Undecided {
    /// The check.
    pub check: &'static str,
    /// For how many choices it was not decided.
    pub choices: usize,
    /// Of how many.
    pub of: usize,
}

/// A family with how many findings it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FamilyCount {
    /// The family's name in the table of checks.
    pub family: &'static str,
    /// Findings that are not set aside.
    pub findings: usize,
}

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct Checks {
    /// The text with its findings.
    #[serde(flatten)]
    pub text: TextPage,
    /// The family that is shown; all where none is named.
    pub family: Option<String>,
    /// Families with findings.
    pub families: Vec<FamilyCount>,
    /// Choices of every bracket that can stand together.
    pub stand: Vec<Vec<String>>,
    /// The smallest sets of choices that clash.
    pub clash: Vec<Clash>,
    /// How many choices of every bracket there are.
    pub of: usize,
    /// What was not decided.
    pub undecided: Vec<Undecided>,
    /// What was taken for granted because the text does not say it.
    pub assumed: Vec<Phrase>,
}

/// The family of a check.
#[must_use]
pub fn family(check: &str) -> &'static str {
    CHECKS.iter().find(|c| c.name == check).map_or("", |c| c.family.word())
}

/// The checks over a version of a mediating body's text.
pub fn checks(asker: &Asker<'_>, room: &RoomCode, version: Option<EntryNo>, wanted: Option<&str>) -> Result<Checks, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    if !matches!(lens.kind(), RoomKind::Mediator { .. }) {
        return Err(Refusal::NotFound);
    }
    let (page, report) = with_report(asker, room, Which { version, drawn: true, ..Which::default() })?;
    let mut out = Checks {
        text: page,
        family: wanted.map(str::to_owned),
        families: Vec::new(),
        stand: Vec::new(),
        clash: Vec::new(),
        of: 0,
        undecided: Vec::new(),
        assumed: Vec::new(),
    };
    let Some(shown) = &out.text.shown else { return Ok(out) };
    for f in shown.findings.iter().filter(|f| f.aside.is_none()) {
        let word = family(f.check);
        match out.families.iter_mut().find(|x| x.family == word) {
            Some(x) => x.findings += 1,
            None => out.families.push(FamilyCount { family: word, findings: 1 }),
        }
    }
    if let Some(report) = report {
        out.stand = report.choices.stand;
        out.assumed = report.assumed;
        out.clash = report.choices.clash.into_iter().map(|(brackets, check)| Clash { brackets, check }).collect();
        out.of = report.choices.of;
        out.undecided = report.undecided.into_iter().map(|u| Undecided { check: u.check, choices: u.choices, of: u.of }).collect();
    }
    Ok(out)
}
