//! Erasure, by two persons: one proposes, another confirms, and the destruction is logged.

use super::{Decision, Sight, entry, usable};
use crate::codec::Body;
use crate::refusal::Refusal;
use crate::rooms::Verb;
use terms::id::EntryNo;
use terms::language::Words;
use terms::phrase::Phrase;

pub(super) fn propose(sight: &Sight<'_>, of: EntryNo, why: Words) -> Result<Decision, Refusal> {
    sight.need(Verb::Erase)?;
    usable(&why)?;
    let state = sight.lens.state();
    match state.get(of).map(|e| &e.body) {
        None => return Err(Refusal::bad(Phrase::new("bad-nothing-to-erase").entry("n", of))),
        // What the log needs to be understood stays.
        Some(Body::Opened(_) | Body::ErasureProposed { .. } | Body::Erased { .. }) => {
            return Err(Refusal::against(Phrase::new("refused-cannot-be-erased").entry("n", of)));
        }
        Some(_) => {}
    }
    Ok(Decision::Here(Body::ErasureProposed { of, why }))
}

pub(super) fn confirm(sight: &Sight<'_>, proposal: EntryNo) -> Result<Decision, Refusal> {
    sight.need(Verb::Erase)?;
    let state = sight.lens.state();
    let Body::ErasureProposed { of, .. } = entry(&state, proposal, "erasure-proposed")? else { return Err(Refusal::NotFound) };
    let of = *of;
    if state.get(proposal).map(|e| &e.by) == Some(sight.who.person()) {
        return Err(Refusal::against(Phrase::new("refused-two-persons")));
    }
    if state.erased(of) {
        return Err(Refusal::against(Phrase::new("refused-already-erased").entry("n", of)));
    }
    if !sight.proved {
        return Err(Refusal::NeedsProof);
    }
    Ok(Decision::Erase { of, log: Body::Erased { of, proposal } })
}
