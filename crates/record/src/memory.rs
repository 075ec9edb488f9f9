//! A store in memory, for tests and for the model runs; it forgets everything when dropped.

use crate::fault::Fault;
use crate::merkle::{Hash, Node};
use crate::store::{Batch, Fill, Head, Row, Shelf, ShelfName, Store};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

#[derive(Debug)]
struct Room {
    label: Vec<u8>,
    head: Head,
    rows: Vec<Row>,
    idem: BTreeMap<Hash, u64>,
    nodes: BTreeMap<(u8, u64), Hash>,
    erasures: BTreeMap<u64, u64>,
    snapshot: Option<(u64, Vec<u8>)>,
}

type Shared = Arc<Mutex<Room>>;

/// The store.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore {
    rooms: Arc<Mutex<BTreeMap<ShelfName, Shared>>>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<ShelfName, Shared>> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    fn shelves(&self) -> Result<Vec<ShelfName>, Fault> {
        Ok(self.all().keys().cloned().collect())
    }

    fn create_filled(&self, name: &str, label: &[u8], head: &Head, fill: &mut Fill<'_>) -> Result<(), Fault> {
        let exists = || Err(Fault::Exists { what: self.place(name) });
        if self.all().contains_key(name) {
            return exists();
        }
        let room = Room {
            label: label.to_vec(),
            head: *head,
            rows: Vec::new(),
            idem: BTreeMap::new(),
            nodes: BTreeMap::new(),
            erasures: BTreeMap::new(),
            snapshot: None,
        };
        let room = Arc::new(Mutex::new(room));
        fill(&mut MemoryShelf { room: Arc::clone(&room), place: self.place(name) })?;
        match self.all().entry(name.to_owned()) {
            Entry::Occupied(_) => exists(),
            Entry::Vacant(free) => {
                free.insert(room);
                Ok(())
            }
        }
    }

    fn open(&self, name: &str) -> Result<Box<dyn Shelf>, Fault> {
        match self.all().get(name) {
            Some(room) => Ok(Box::new(MemoryShelf { room: Arc::clone(room), place: self.place(name) })),
            None => Err(Fault::NotThere { what: self.place(name) }),
        }
    }

    fn place(&self, name: &str) -> String {
        format!("memory/{name}")
    }
}

struct MemoryShelf {
    room: Shared,
    place: String,
}

impl MemoryShelf {
    fn room(&self) -> MutexGuard<'_, Room> {
        self.room.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelf for MemoryShelf {
    fn label(&mut self) -> Result<Vec<u8>, Fault> {
        Ok(self.room().label.clone())
    }

    fn head(&mut self) -> Result<Head, Fault> {
        Ok(self.room().head)
    }

    fn commit(&mut self, batch: &Batch) -> Result<(), Fault> {
        let place = self.place.clone();
        let refuse = |what: &str| Err(Fault::Disk { place: place.clone(), what: what.to_owned() });
        let mut room = self.room();
        let base = room.rows.len() as u64;
        let mut seen = std::collections::BTreeSet::new();
        for (i, row) in batch.rows.iter().enumerate() {
            if row.n != base + i as u64 {
                return refuse("a row is out of order");
            }
            if room.idem.contains_key(&row.idem) || !seen.insert(row.idem) {
                return refuse("two rows have one idempotency tag");
            }
        }
        if batch.nodes.iter().any(|n| room.nodes.contains_key(&(n.level, n.at))) {
            return refuse("a tree node is there already");
        }
        let size = base + batch.rows.len() as u64;
        if batch.erasures.iter().any(|e| e.n >= size || room.erasures.contains_key(&e.by)) {
            return refuse("a row to erase is not there, or its log is taken");
        }
        for row in &batch.rows {
            room.idem.insert(row.idem, row.n);
            room.rows.push(row.clone());
        }
        for node in &batch.nodes {
            room.nodes.insert((node.level, node.at), node.hash);
        }
        for e in &batch.erasures {
            if let Some(row) = usize::try_from(e.n).ok().and_then(|n| room.rows.get_mut(n)) {
                row.sealed = Vec::new();
                row.wrapped = e.mark.to_vec();
                row.erased_by = Some(e.by);
            }
            room.erasures.insert(e.by, e.n);
        }
        if !batch.erasures.is_empty() {
            room.snapshot = None;
        }
        room.head = batch.head;
        Ok(())
    }

    fn size(&mut self) -> Result<u64, Fault> {
        Ok(self.room().rows.len() as u64)
    }

    fn row(&mut self, n: u64) -> Result<Option<Row>, Fault> {
        Ok(usize::try_from(n).ok().and_then(|n| self.room().rows.get(n).cloned()))
    }

    fn rows(&mut self, from: u64, limit: usize) -> Result<Vec<Row>, Fault> {
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        Ok(self.room().rows.iter().skip(from).take(limit).cloned().collect())
    }

    fn leaves(&mut self, from: u64, limit: usize) -> Result<Vec<(u64, Hash)>, Fault> {
        Ok(self.rows(from, limit)?.iter().map(|r| (r.n, r.leaf)).collect())
    }

    fn erasures(&mut self) -> Result<Vec<(u64, u64)>, Fault> {
        Ok(self.room().erasures.iter().map(|(by, n)| (*by, *n)).collect())
    }

    fn find_idem(&mut self, idem: &Hash) -> Result<Option<u64>, Fault> {
        Ok(self.room().idem.get(idem).copied())
    }

    fn nodes(&mut self) -> Result<Vec<Node>, Fault> {
        let room = self.room();
        Ok(room.nodes.iter().map(|((level, at), hash)| Node { level: *level, at: *at, hash: *hash }).collect())
    }

    fn put_snapshot(&mut self, up_to: u64, bytes: &[u8]) -> Result<(), Fault> {
        self.room().snapshot = Some((up_to, bytes.to_vec()));
        Ok(())
    }

    fn snapshot(&mut self) -> Result<Option<(u64, Vec<u8>)>, Fault> {
        Ok(self.room().snapshot.clone())
    }

    fn drop_snapshot(&mut self) -> Result<(), Fault> {
        self.room().snapshot = None;
        Ok(())
    }

    fn scrub(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    fn check(&mut self) -> Result<(), Fault> {
        Ok(())
    }
}
