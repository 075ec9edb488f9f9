//! The record of one room, as its readers may see it, and the receipts of its entries.

use super::Asker;
use super::talk::PAGE;
use crate::codec::Body;
use crate::lens::Lens;
use crate::refusal::Refusal;
use crate::rooms::Verb;
use serde::Serialize;
use terms::id::{EntryNo, PersonId, RoomCode};
use terms::time::Stamp;

/// One line of the log.
#[derive(Debug, Clone, Serialize)]
pub struct LogLine {
    /// Its number.
    pub n: EntryNo,
    /// When; none where it was erased.
    pub at: Option<Stamp>,
    /// Who wrote it; none where it was erased.
    pub by: Option<PersonId>,
    /// That person's name.
    pub by_name: Option<String>,
    /// What kind it is; `erased` where it was erased.
    pub kind: String,
    /// The entry it speaks of.
    pub of: Option<EntryNo>,
    /// Whether the reader wrote it.
    pub mine: bool,
}

/// The record page.
#[derive(Debug, Clone, Serialize)]
pub struct RecordPage {
    /// The room.
    pub room: RoomCode,
    /// How many entries there are.
    pub size: u64,
    /// The signed head of the log.
    pub head: String,
    /// The key that checks it.
    pub key: String,
    /// The lines, newest first.
    pub lines: Vec<LogLine>,
    /// The number before which older ones are.
    pub older: Option<EntryNo>,
    /// Proposals for an erasure that wait for a second person.
    pub proposals: Vec<(EntryNo, EntryNo, String)>,
    /// Whether the reader may propose and confirm an erasure.
    pub may_erase: bool,
}

/// A receipt, and what it says.
#[derive(Debug, Clone, Serialize)]
pub struct ReceiptPage {
    /// The room.
    pub room: RoomCode,
    /// The entry.
    pub n: EntryNo,
    /// The receipt, as text that outside tools can check.
    pub text: String,
    /// The key that checks it.
    pub key: String,
    /// What kind of entry it is; `erased` where it was erased.
    pub kind: String,
}

/// A room's record.
pub fn record(asker: &Asker<'_>, room: &RoomCode, before: Option<EntryNo>, mine_only: bool) -> Result<RecordPage, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    let state = lens.state();
    let directory = asker.desk.directory();
    let upto = before.map_or(state.size(), |b| b.0.min(state.size()));
    let mut lines = Vec::new();
    let mut older = None;
    for n in (0..upto).rev().map(EntryNo) {
        let line = match state.get(n) {
            Some(e) => LogLine {
                n,
                at: Some(e.at),
                by: Some(e.by.clone()),
                by_name: Some(super::frame::person_name(&directory, asker.who.case(), &e.by)),
                kind: e.body.kind().to_owned(),
                of: e.body.refers_to().first().copied(),
                mine: &e.by == asker.who.person(),
            },
            None => LogLine { n, at: None, by: None, by_name: None, kind: "erased".to_owned(), of: None, mine: false },
        };
        if mine_only && !line.mine {
            continue;
        }
        if lines.len() == PAGE {
            older = lines.last().map(|l: &LogLine| l.n);
            break;
        }
        lines.push(line);
    }
    let proposals = state
        .of_kind("erasure-proposed")
        .filter_map(|a| match &a.entry.body {
            Body::ErasureProposed { of, why } if !state.erased(*of) => Some((a.n, *of, why.text.clone())),
            _ => None,
        })
        .collect();
    #[cfg(feature = "leaks")]
    if crate::leaks::on(crate::leaks::Leak::GapsInSequence) {
        let others: Vec<Stamp> = asker
            .desk
            .every_room(asker.who.case())
            .iter()
            .flat_map(|(_, _, l)| l.state().all().map(|a| a.entry.at).collect::<Vec<_>>())
            .collect();
        for line in &mut lines {
            line.n = EntryNo(others.iter().filter(|at| Some(**at) < line.at).count() as u64);
        }
    }
    #[cfg(feature = "leaks")]
    let every = asker.desk.every_entry(asker.who.case());
    let size = state.size();
    #[cfg(feature = "leaks")]
    let size = if crate::leaks::on(crate::leaks::Leak::TotalCount) { every } else { size };
    let head = lens.log().checkpoint().text().to_owned();
    #[cfg(feature = "leaks")]
    let head = match crate::leaks::on(crate::leaks::Leak::SharedTreeSize) {
        true => head.replacen(&format!("\n{}\n", state.size()), &format!("\n{every}\n"), 1),
        false => head,
    };
    Ok(RecordPage {
        room: room.clone(),
        size,
        head,
        key: lens.log().verifier_key(),
        lines,
        older,
        proposals,
        may_erase: lens.verbs().has(Verb::Erase),
    })
}

/// One entry's receipt.
pub fn receipt(asker: &Asker<'_>, room: &RoomCode, n: EntryNo) -> Result<ReceiptPage, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    let state = lens.state();
    if n.0 >= state.size() {
        return Err(Refusal::NotFound);
    }
    Ok(ReceiptPage {
        room: room.clone(),
        n,
        text: {
            let text = lens.log().receipt(n)?.text();
            #[cfg(feature = "leaks")]
            let text = match crate::leaks::on(crate::leaks::Leak::GlobalHead) {
                true => format!("{text}under {}\n", asker.desk.every_entry(asker.who.case())),
                false => text,
            };
            text
        },
        key: lens.log().verifier_key(),
        kind: state.get(n).map_or("erased", |e| e.body.kind()).to_owned(),
    })
}

/// What kind of entry stands under a number: `erased` where it was erased, not found where none is.
pub fn kind_of(asker: &Asker<'_>, room: &RoomCode, n: EntryNo) -> Result<String, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    let state = lens.state();
    match state.get(n) {
        Some(e) => Ok(e.body.kind().to_owned()),
        None if state.erased(n) => Ok("erased".to_owned()),
        None => Err(Refusal::NotFound),
    }
}

/// A room's record as one file that anybody can verify offline.
pub fn export(asker: &Asker<'_>, room: &RoomCode) -> Result<Vec<u8>, Refusal> {
    let lens = Lens::one(asker.desk, asker.who, room)?;
    Ok(record::bundle::of(&[std::sync::Arc::clone(lens.log())])?)
}
