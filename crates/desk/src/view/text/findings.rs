//! What the checks say of a version, as a reader of it may know: ranked, with ways out, with drawings.

use super::Which;
use crate::codec::Body;
use crate::state::RoomState;
use crate::texts::{self, Checked};
use crate::uses::Change;
use crate::view::picture::Drawn;
use serde::Serialize;
use std::collections::BTreeMap;
use talks::negotiating_text::Sheet;
use terms::language::Words;
use terms::phrase::Phrase;
use terms::time::Stamp;

/// A way out of a finding.
#[derive(Debug, Clone, Serialize)]
pub struct Way {
    /// What would be done.
    pub phrase: Phrase,
    /// The change of the text, where it can be made without writing anything.
    pub change: Option<Change>,
}

/// A finding, as a reader of the text may know it.
#[derive(Debug, Clone, Serialize)]
pub struct FindingView {
    /// The check.
    pub check: &'static str,
    /// `stop`, `warn` or `note`.
    pub severity: &'static str,
    /// A plain title.
    pub title: Phrase,
    /// One sentence.
    pub message: Phrase,
    /// What it is about.
    pub clauses: Vec<String>,
    /// The bracket choices under which it holds.
    pub brackets: Vec<String>,
    /// A run of events.
    pub story: Vec<Phrase>,
    /// What would mend it.
    pub ways: Vec<Way>,
    /// What it is about, drawn; on the pages that show it.
    pub drawn: Option<Drawn>,
    /// What it is set aside under.
    pub key: String,
    /// Why it is set aside, and since when.
    pub aside: Option<(Words, Stamp)>,
}

/// The findings of a version, the gravest first, those set aside last.
pub(crate) fn findings(state: &RoomState, checked: &Checked, sheet: &Sheet) -> Vec<FindingView> {
    let mut out: Vec<FindingView> = checked
        .report
        .findings
        .iter()
        .map(|f| {
            let key = texts::aside_key(checked, f);
            let aside = state.of_kind("finding-aside").rev().find_map(|a| match &a.entry.body {
                Body::FindingAside { key: k, why, .. } if *k == key => Some((why.clone(), a.entry.at)),
                _ => None,
            });
            FindingView {
                check: f.check,
                severity: f.severity.word(),
                title: f.title.clone(),
                message: f.message.clone(),
                clauses: f.clauses.clone(),
                brackets: f.brackets.clone(),
                story: f.story.clone(),
                ways: talks::negotiating_text::ways::ways(&checked.parsed.tree, sheet, f)
                    .into_iter()
                    .map(|w| Way { phrase: w.phrase, change: w.edit.map(Change::from) })
                    .collect(),
                drawn: None,
                key,
                aside,
            }
        })
        .collect();
    let rank = |f: &FindingView| (f.aside.is_some(), ["stop", "warn", "note"].iter().position(|s| *s == f.severity));
    out.sort_by_key(rank);
    out
}

/// Draws what findings are about: those of the selected clause, or all of them.
pub(super) fn draw(findings: &mut [FindingView], checked: &Checked, which: Which<'_>) {
    let wanted = |f: &FindingView| which.drawn || which.clause.is_some_and(|c| f.clauses.iter().any(|x| x == c));
    if !findings.iter().any(wanted) {
        return;
    }
    // Each key is a hash: made once a finding, not once a pair.
    let mut by_key = BTreeMap::new();
    for f in &checked.report.findings {
        by_key.entry(texts::aside_key(checked, f)).or_insert(f);
    }
    for f in findings.iter_mut().filter(|f| wanted(f)) {
        let found = by_key.get(&f.key);
        f.drawn = found.and_then(|x| accord::draw::of_finding(&checked.parsed.tree, x, &accord::Choices::default())).and_then(Drawn::of);
    }
}
