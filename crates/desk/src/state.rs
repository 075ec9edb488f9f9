//! A room's state: what its entries come to, folded one by one.
//!
//! The state is a cache. It holds the entries, which entries speak of which, and where each kind
//! stands; everything a screen shows is read off these three. Equal to a fresh fold at all times.

use crate::codec::{Body, Entry};
use crate::rooms::{RoomInfo, RoomKind};
use crate::search::Index;
use std::collections::BTreeMap;
use std::sync::Arc;
use talks::message::Message;
use talks::permission::Permission;
use terms::id::{Elsewhere, EntryMark, EntryNo, EntryRef, RoomCode};
use terms::time::Stamp;

/// What a room's entries come to.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct RoomState {
    info: Option<RoomInfo>,
    last: Option<Stamp>,
    /// By number; nothing where an entry was erased.
    entries: Vec<Option<Arc<Entry>>>,
    /// For each entry, those that speak of it, in order.
    spoken_of: BTreeMap<u64, Vec<u64>>,
    kinds: BTreeMap<&'static str, Vec<u64>>,
    /// The entries that other rooms may name.
    marks: BTreeMap<EntryMark, u64>,
    index: Index,
}

/// An entry with its number.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    /// Its number in the room.
    pub n: EntryNo,
    /// The entry.
    pub entry: &'a Entry,
}

impl RoomState {
    /// Takes in the next entry; `None` is one that was erased.
    pub fn fold(&mut self, entry: Option<Entry>) {
        let n = self.entries.len() as u64;
        let Some(entry) = entry else {
            self.entries.push(None);
            return;
        };
        if let Body::Opened(info) = &entry.body
            && self.info.is_none()
        {
            self.info = Some(info.clone());
        }
        self.last = self.last.max(Some(entry.at));
        for of in entry.body.refers_to() {
            self.spoken_of.entry(of.0).or_default().push(n);
        }
        self.kinds.entry(entry.body.kind()).or_default().push(n);
        if let Some(mark) = &entry.mark {
            self.marks.insert(mark.clone(), n);
        }
        self.index.add(n, &entry.body.searchable());
        if let Body::Erased { of, .. } = &entry.body {
            self.forget(of.0);
        }
        self.entries.push(Some(Arc::new(entry)));
    }

    /// Drops an erased entry's content; its number stays.
    fn forget(&mut self, n: u64) {
        let Some(slot) = usize::try_from(n).ok().and_then(|i| self.entries.get_mut(i)) else { return };
        let Some(entry) = slot.take() else { return };
        if let Some(list) = self.kinds.get_mut(entry.body.kind()) {
            list.retain(|k| *k != n);
        }
        for of in entry.body.refers_to() {
            if let Some(list) = self.spoken_of.get_mut(&of.0) {
                list.retain(|k| *k != n);
            }
        }
        // A fresh fold never sees the erased entry, so empty lists must go too.
        self.kinds.retain(|_, list| !list.is_empty());
        self.spoken_of.retain(|_, list| !list.is_empty());
        if let Some(mark) = &entry.mark {
            self.marks.remove(mark);
        }
        self.index.forget(n);
    }

    /// What the room is.
    #[must_use]
    pub fn kind(&self) -> Option<&RoomKind> {
        self.info.as_ref().map(|i| &i.kind)
    }

    /// The talks' time of the latest entry.
    #[must_use]
    pub fn last(&self) -> Option<Stamp> {
        self.last
    }

    /// How many entries there are, erased ones counted.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.entries.len() as u64
    }

    /// One entry.
    #[must_use]
    pub fn get(&self, n: EntryNo) -> Option<&Entry> {
        self.entries.get(usize::try_from(n.0).ok()?)?.as_deref()
    }

    /// The number of an entry that another room names; nothing where it was erased.
    #[must_use]
    pub fn find(&self, at: &Elsewhere) -> Option<EntryNo> {
        match at {
            Elsewhere::Marked { mark, .. } => self.marks.get(mark).map(|n| EntryNo(*n)),
            Elsewhere::Numbered(at) => Some(at.n),
        }
    }

    /// What entries of other rooms call an entry of this one: by its mark, so that its number stays here.
    #[must_use]
    pub fn named_elsewhere(&self, room: &RoomCode, n: EntryNo) -> Elsewhere {
        match self.get(n).and_then(|e| e.mark.clone()) {
            Some(mark) => Elsewhere::Marked { room: room.clone(), mark },
            None => Elsewhere::Numbered(EntryRef { room: room.clone(), n }),
        }
    }

    /// Whether the number was given out and its entry erased since.
    #[must_use]
    pub fn erased(&self, n: EntryNo) -> bool {
        usize::try_from(n.0).ok().and_then(|i| self.entries.get(i)).is_some_and(Option::is_none)
    }

    /// All entries in order, erased ones left out.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = At<'_>> {
        self.entries.iter().enumerate().filter_map(|(i, e)| Some(At { n: EntryNo(i as u64), entry: e.as_deref()? }))
    }

    /// All entries of a kind, in order.
    pub fn of_kind(&self, kind: &str) -> impl DoubleEndedIterator<Item = At<'_>> {
        let list = self.kinds.get(kind).map_or(&[][..], Vec::as_slice);
        list.iter().filter_map(|n| Some(At { n: EntryNo(*n), entry: self.get(EntryNo(*n))? }))
    }

    /// Entries that speak of this one, in order.
    pub fn about(&self, n: EntryNo) -> impl DoubleEndedIterator<Item = At<'_>> {
        let list = self.spoken_of.get(&n.0).map_or(&[][..], Vec::as_slice);
        list.iter().filter_map(|n| Some(At { n: EntryNo(*n), entry: self.get(EntryNo(*n))? }))
    }

    /// The message with this number.
    #[must_use]
    pub fn message(&self, n: EntryNo) -> Option<&Message> {
        match &self.get(n)?.body {
            Body::Message(m) => Some(m),
            _ => None,
        }
    }

    /// The words of a message as they stand, corrections included.
    #[must_use]
    pub fn words_now(&self, n: EntryNo) -> Option<&terms::language::Words> {
        let first = &self.message(n)?.words;
        let mut corrected = self.about(n).filter_map(|a| match &a.entry.body {
            Body::Corrected { words, .. } => Some(words),
            _ => None,
        });
        Some(corrected.next_back().unwrap_or(first))
    }

    /// Whether the owner called the message back.
    #[must_use]
    pub fn recalled(&self, n: EntryNo) -> bool {
        self.about(n).any(|a| matches!(a.entry.body, Body::Recalled { .. }))
    }

    /// The permissions given over a message, each with whether it still holds.
    pub fn permissions(&self, of: EntryNo) -> impl DoubleEndedIterator<Item = (EntryNo, &Permission, bool)> {
        self.about(of).filter_map(move |a| match &a.entry.body {
            Body::Permitted { permission, .. } if permission.of == of => Some((a.n, permission, !self.withdrawn(a.n))),
            _ => None,
        })
    }

    /// Whether a permission was withdrawn.
    #[must_use]
    pub fn withdrawn(&self, permission: EntryNo) -> bool {
        self.about(permission).any(|a| matches!(a.entry.body, Body::Withdrawn { .. }))
    }

    /// How an ask was answered, if it was.
    #[must_use]
    pub fn answered(&self, ask: EntryNo) -> Option<At<'_>> {
        self.about(ask).find(|a| match &a.entry.body {
            Body::Permitted { ask: of, .. } => *of == Some(ask),
            Body::Declined { ask: of, .. } => *of == ask,
            _ => false,
        })
    }

    /// Numbers of entries that hold every word of a folded query, newest first, and whether there
    /// are more than `limit`.
    #[must_use]
    pub fn search(&self, folded: &str, limit: usize) -> (Vec<EntryNo>, bool) {
        self.index.find(folded, limit)
    }
}

impl RoomState {
    /// The state as bytes: the entries, from which everything else follows.
    pub(crate) fn to_snapshot(&self) -> Vec<u8> {
        let list: Vec<Option<&Entry>> = self.entries.iter().map(Option::as_deref).collect();
        serde_json::to_vec(&list).unwrap_or_default()
    }

    /// Reads a snapshot back; nothing where the bytes are of another time.
    pub(crate) fn from_snapshot(bytes: &[u8]) -> Option<RoomState> {
        let list: Vec<Option<Entry>> = serde_json::from_slice(bytes).ok()?;
        let mut state = RoomState::default();
        for entry in list {
            state.fold(entry);
        }
        Some(state)
    }
}
