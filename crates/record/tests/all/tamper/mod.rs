//! Alterations of bundles and of stores: each kind is found offline, with the first bad entry, and
//! nothing good is called bad.

mod bundle_kinds;
mod doc;
mod good;
mod independent;
mod store_kinds;

use crate::common::*;
use record::*;
use std::sync::Arc;

/// Where a kind of alteration must be seen: the room, where one can be named, and the entry.
pub(crate) type Where = (Option<&'static str>, Option<u64>);

/// Appends and erases in a room as the kinds below count on it: in `a1` entry 3 was erased, as 7
/// logs, and entry 1, as 9 logs; 12 entries. In `b2` nothing was erased; 8 entries.
pub(crate) fn play(log: &RoomLog, room: &str, steps: std::ops::Range<u8>) -> Vec<Receipt> {
    let step = |i: u8| match (room, i) {
        ("a1", 7) => log.erase(EntryNo(3), &[i], b"the third goes"),
        ("a1", 9) => log.erase(EntryNo(1), &[i], b"the first goes"),
        _ => log.append(&[i], format!("{room}: {}\n", "words ".repeat(usize::from(i) * 7 % 40)).as_bytes()),
    };
    steps.map(|i| step(i).expect("the act is done").receipt).collect()
}

pub(crate) const ROOMS: [(&str, u8); 2] = [("a1", 12), ("b2", 8)];

/// The sample's rooms after so many steps each, and the receipts given.
pub(crate) fn sample(record: &Record, most: u8) -> (Vec<Arc<RoomLog>>, Vec<Receipt>) {
    let mut receipts = Vec::new();
    let logs = ROOMS.map(|(room, steps)| {
        let log = record.create_room(&code(room)).expect("a room is made");
        receipts.extend(play(&log, room, 0..steps.min(most)));
        log
    });
    (logs.to_vec(), receipts)
}

/// The room and the entry that a fault names.
pub(crate) fn seen(fault: &Fault) -> (Option<String>, Option<u64>) {
    match fault {
        Fault::Altered { room, n, .. } => {
            let room = room.strip_prefix("room ").and_then(|r| r.strip_suffix(" of the bundle"));
            (room.map(str::to_owned), n.map(|n| n.0))
        }
        other => panic!("an alteration is said as one, not as: {other}"),
    }
}
