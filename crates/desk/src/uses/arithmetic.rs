//! Files of estimates are kept by mediators, in their own room alone.

use super::{Decision, LONGEST_TEXT, Sight, usable};
use crate::arithmetic::Estimate;
use crate::codec::Body;
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use terms::phrase::Phrase;

pub(super) fn estimate(sight: &Sight<'_>, estimate: Estimate) -> Result<Decision, Refusal> {
    // Who may convey is a mediator: a note-taker of the same body says things here and estimates nothing.
    sight.need(Verb::Convey)?;
    if !matches!(sight.lens.kind(), RoomKind::Mediator { .. }) {
        return Err(Refusal::against(Phrase::new("refused-not-in-this-room")));
    }
    usable(&estimate.title)?;
    if estimate.file.len() > LONGEST_TEXT {
        let kib = |n: usize| i64::try_from(n / 1024).unwrap_or(i64::MAX);
        return Err(Refusal::bad(Phrase::new("bad-too-long").number("most", kib(LONGEST_TEXT)).number("has", kib(estimate.file.len()))));
    }
    estimate.read()?;
    Ok(Decision::Here(Body::Estimate(estimate)))
}
