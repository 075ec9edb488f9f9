//! What is stored is checked against the room's keys, and the first entry that is wrong is named.

use crate::fault::Fault;
use crate::key::{RoomKeys, mac};
use crate::merkle::{Hash, Tree, leaf_hash};
use crate::room::{PAGE, RoomLog};
use crate::seal::{self, Opened, erased_mark};
use crate::store::{Head, Row, Shelf};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use terms::id::EntryNo;

/// What a full check of a room went through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Entries in the log.
    pub size: u64,
    /// Those whose words were erased.
    pub erased: u64,
    /// The root of the tree.
    pub root: Hash,
}

/// What the log keeps in memory: the tree, and which entries were erased.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) tree: Tree,
    /// The erased entries, each with the entry that logs it.
    pub(crate) erased: BTreeMap<u64, u64>,
    /// The chain over the erasures.
    pub(crate) chain: Hash,
}

/// The chain over the erasures, one link on: what stands in the head, so that no erasure can be
/// taken back in the file without breaking it.
pub(crate) fn chained(keys: &RoomKeys, chain: &Hash, n: u64, by: u64) -> Hash {
    mac(&keys.head, "erasure", &[chain, &n.to_be_bytes(), &by.to_be_bytes()])
}

/// The head for a log of this size, root and chain of erasures.
pub(crate) fn tagged(keys: &RoomKeys, size: u64, root: Hash, erased: Hash) -> Head {
    let tag = mac(&keys.head, "head", &[&size.to_be_bytes(), &root, &erased]);
    Head { size, root, erased, tag }
}

impl RoomLog {
    /// Builds the tree from the stored leaves and compares it with the stored nodes and head.
    /// Nobody may write meanwhile.
    pub(crate) fn rebuild(&self) -> Result<State, Fault> {
        let mut shelf = self.shelf();
        let mut tree = Tree::new();
        loop {
            let page = shelf.leaves(tree.size(), 16 * PAGE)?;
            for (n, leaf) in &page {
                if *n != tree.size() {
                    return Err(Fault::altered(&self.place, tree.size(), "this entry is missing"));
                }
                tree.push(leaf_hash(leaf));
            }
            if page.is_empty() {
                break;
            }
        }
        let mut state = State { tree, ..State::default() };
        for (by, n) in shelf.erasures()? {
            state.chain = chained(&self.keys, &state.chain, n, by);
            state.erased.insert(n, by);
        }
        let head = shelf.head()?;
        let good = tagged(&self.keys, state.tree.size(), state.tree.root(), state.chain);
        if head == good && shelf.nodes()?.into_iter().eq(state.tree.inner()) {
            return Ok(state);
        }
        Err(self.what_is_wrong(&mut **shelf, &state, &head)?)
    }

    /// Finds the first entry that shows why the stored log does not fit its head.
    fn what_is_wrong(&self, shelf: &mut dyn Shelf, state: &State, head: &Head) -> Result<Fault, Fault> {
        let tree = &state.tree;
        let is_ours = *head == tagged(&self.keys, head.size, head.root, head.erased);
        if let Some(fault) = self.first_bad(shelf, state)? {
            return Ok(fault);
        }
        if !is_ours {
            return Ok(Fault::altered_whole(&self.place, "the head of the log was not written with the room's key"));
        }
        if head.size > tree.size() {
            return Ok(Fault::altered(&self.place, tree.size(), "this entry and those after it are missing"));
        }
        if head.size < tree.size() {
            return Ok(Fault::altered(&self.place, head.size, "this entry was never acknowledged by the log's head"));
        }
        let stored = shelf.nodes()?;
        for node in tree.inner() {
            if !stored.contains(&node) {
                let first = node.at << node.level;
                return Ok(Fault::altered(&self.place, first, "a node of the tree above this entry does not fit"));
            }
        }
        if head.erased != state.chain {
            return Ok(Fault::altered_whole(&self.place, "the list of erasures does not fit the log's head"));
        }
        Ok(Fault::altered_whole(&self.place, "the tree does not fit the log's head"))
    }

    /// The first entry whose row is wrong by itself. A row can show that a later one is wrong (the
    /// one that logs its erasure), so that the first fault met need not be the first there is.
    fn first_bad(&self, shelf: &mut dyn Shelf, state: &State) -> Result<Option<Fault>, Fault> {
        let mut first: Option<(EntryNo, Fault)> = None;
        for n in 0..state.tree.size() {
            if first.as_ref().is_some_and(|(bad, _)| bad.0 <= n) {
                break;
            }
            let Some(row) = shelf.row(n)? else {
                continue;
            };
            match self.check_row(shelf, &row, state) {
                Ok(_) => {}
                Err(Fault::Altered { room, n: Some(n), what }) => {
                    if first.as_ref().is_none_or(|(bad, _)| n < *bad) {
                        first = Some((n, Fault::Altered { room, n: Some(n), what }));
                    }
                }
                Err(fault) => return Err(fault),
            }
        }
        Ok(first.map(|(_, fault)| fault))
    }

    /// Checks one row: its seal, leaf and idempotency tag, or its mark of erasure and the entry
    /// that logs it; and that it is erased exactly if the list of erasures says so.
    fn check_row(&self, shelf: &mut dyn Shelf, row: &Row, state: &State) -> Result<Result<Opened, EntryNo>, Fault> {
        let bad = |what: &str| Err(Fault::altered(&self.place, row.n, what));
        let listed = state.erased.get(&row.n).copied();
        match row.erased_by {
            None => match seal::open(&self.room, &self.keys, row.n, &row.leaf, &row.idem, &row.sealed, &row.wrapped) {
                None => bad("its words, key or leaf are not as they were written"),
                Some(_) if listed.is_some() => bad("it was erased, and its words are here again"),
                Some(Opened { erases: Some(n), .. }) if state.erased.get(&n) != Some(&row.n) => {
                    Err(Fault::altered(&self.place, n, "a later entry logs that it was erased, and the list of erasures does not"))
                }
                Some(opened) => Ok(Ok(opened)),
            },
            Some(by) => {
                let mark = erased_mark(&self.room, &self.keys, row.n, &row.leaf, &row.idem, by);
                // One that is newer than what is known in memory is just being written.
                let agrees = listed == Some(by) || listed.is_none() && by >= state.tree.size();
                if row.wrapped != mark || !row.sealed.is_empty() || by <= row.n || !agrees {
                    return bad("it is marked as erased, and nobody who may erase did so");
                }
                let log = match shelf.row(by)? {
                    Some(log) if log.erased_by.is_none() => log,
                    _ => return bad("it is marked as erased, and the entry that should log it is not there"),
                };
                let opened = seal::open(&self.room, &self.keys, log.n, &log.leaf, &log.idem, &log.sealed, &log.wrapped);
                match opened {
                    Some(Opened { erases: Some(n), .. }) if n == row.n => Ok(Err(EntryNo(by))),
                    Some(_) => bad("it is marked as erased, and the entry named does not log that"),
                    None => Err(Fault::altered(&self.place, by, "its words, key or leaf are not as they were written")),
                }
            }
        }
    }

    /// Checks a row by itself and against the tree.
    pub(crate) fn open_row(&self, shelf: &mut dyn Shelf, row: &Row) -> Result<Result<Opened, EntryNo>, Fault> {
        let state = self.state();
        if state.tree.leaf(row.n) != Some(leaf_hash(&row.leaf)) {
            return Err(Fault::altered(&self.place, row.n, "its leaf is not the one in the tree"));
        }
        self.check_row(shelf, row, &state)
    }

    /// Checks the whole room from what is stored, trusting nothing in memory: every leaf, seal,
    /// key, tag and mark, the nodes, the head, and the file itself.
    pub fn verify(&self) -> Result<Verified, Fault> {
        // What is stored and what was opened are compared before anybody writes again: an append between
        // the two would look like an alteration.
        let (tree, same) = {
            let _nobody_writes = self.writer.hold();
            let tree = self.rebuild()?.tree;
            let same = tree.root_at(self.size()) == Some(self.state().tree.root());
            (tree, same)
        };
        if !same {
            return Err(Fault::altered_whole(&self.place, "the stored log is not the one that was opened"));
        }
        let mut erased = 0;
        let scanned = self.scan_opened(EntryNo(0), &mut |_, _, opened| {
            erased += u64::from(opened.is_err());
            ControlFlow::Continue(())
        });
        if let Err(fault) = scanned {
            let _nobody_writes = self.writer.hold();
            let state = self.rebuild()?;
            return Err(self.first_bad(&mut **self.shelf(), &state)?.unwrap_or(fault));
        }
        let mut shelf = self.shelf();
        shelf.check()?;
        if shelf.snapshot()?.is_some_and(|s| self.open_snapshot(s).is_none()) {
            return Err(Fault::altered_whole(&self.place, "the saved state is not as it was written; it is not used"));
        }
        Ok(Verified { size: tree.size(), erased, root: tree.root() })
    }
}
