//! The outbox: acts over several rooms that are under way.
//!
//! Three steps: the intent is sealed here, each part is appended to its room under a key of its
//! own, and the intent is erased from here. The log belongs to no room of the talks and no lens
//! reaches it, since an intent holds what one room says beside what another does.

use crate::codec::{Body, Draft};
use crate::refusal::Refusal;
use record::{Fault, RoomLog};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;
use terms::id::{EntryNo, PersonId, RoomCode};
use terms::phrase::Phrase;
use terms::time::Stamp;

/// An act over several rooms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Intent {
    /// The room that the command was given in.
    pub(crate) room: RoomCode,
    pub(crate) by: PersonId,
    pub(crate) wall: Stamp,
    pub(crate) case: Stamp,
    /// The command's key, in hexadecimal.
    pub(crate) key: String,
    /// What goes where, in this order.
    pub(crate) elsewhere: Vec<Draft>,
    /// What is then entered in the command's room; at least one.
    pub(crate) then: Vec<Body>,
}

/// The intents of a log that were not erased.
fn under_way(log: &RoomLog) -> Result<BTreeMap<EntryNo, Intent>, Refusal> {
    let mut open = BTreeMap::new();
    log.scan(EntryNo(0), &mut |n, body| {
        if let record::Body::Words(bytes) = body
            && let Ok(intent) = serde_json::from_slice::<Intent>(&bytes)
        {
            open.insert(n, intent);
        }
        ControlFlow::Continue(())
    })?;
    Ok(open)
}

/// The intents that are not closed yet, over their log.
#[derive(Debug)]
pub(crate) struct Outbox {
    log: Arc<RoomLog>,
    open: BTreeMap<EntryNo, Intent>,
}

impl Outbox {
    /// Reads the log back: what was not erased is under way.
    pub(crate) fn open(log: Arc<RoomLog>) -> Result<Outbox, Refusal> {
        let open = under_way(&log)?;
        Ok(Outbox { log, open })
    }

    /// Seals an intent; answers under which number.
    pub(crate) fn begin(&mut self, intent: Intent) -> Result<EntryNo, Refusal> {
        let bytes = serde_json::to_vec(&intent).map_err(|_| Refusal::against(Phrase::new("refused-cannot-be-written")))?;
        let begin = |log: &RoomLog| log.append(["begin:", &log.size().to_string()].concat().as_bytes(), &bytes);
        let appended = match begin(&self.log) {
            // An earlier intent was written although the disk said that it was not: it is under way, and
            // where it is this very command's, it is the one to be finished.
            Err(Fault::KeyReused { .. }) => {
                self.open = under_way(&self.log)?;
                let same = |i: &Intent| (&i.room, &i.by, &i.key) == (&intent.room, &intent.by, &intent.key);
                if let Some((n, _)) = self.open.iter().find(|(_, i)| same(i)) {
                    return Ok(*n);
                }
                begin(&self.log)?
            }
            outcome => outcome?,
        };
        self.open.insert(appended.n, intent);
        Ok(appended.n)
    }

    /// The intents under way, the oldest first.
    pub(crate) fn all(&self) -> Vec<(EntryNo, Intent)> {
        self.open.iter().map(|(n, intent)| (*n, intent.clone())).collect()
    }

    /// Closes an intent: its words are destroyed here, since each room now holds its own.
    pub(crate) fn close(&mut self, n: EntryNo) -> Result<(), Refusal> {
        let key = ["close:", &n.to_string()].concat();
        self.log.erase(n, key.as_bytes(), b"closed")?;
        self.open.remove(&n);
        Ok(())
    }
}
