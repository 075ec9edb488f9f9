//! The one writer of a room: whoever comes first writes for all who wait (group commit).
//!
//! Appenders queue their items. One of them takes the whole queue, seals, commits one transaction,
//! reads the rows back, signs one checkpoint, and hands out the outcomes; the others sleep. A
//! request is refused alone: what is wrong with one never fails its neighbours.

use crate::audit::{chained, tagged};
use crate::checkpoint::Checkpoint;
use crate::entropy::Entropy;
use crate::fault::Fault;
use crate::merkle::{Hash, leaf_hash};
use crate::room::RoomLog;
use crate::seal::{Opened, erased_mark, seal};
use crate::store::{Batch, Erasure, Row, Shelf};
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// At most this many bytes of bodies in one transaction of several requests.
const BATCH_BYTES: usize = 16 << 20;

/// One entry to be written.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) idem: Vec<u8>,
    pub(crate) body: Vec<u8>,
    pub(crate) erases: Option<u64>,
}

/// Where an item went.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) n: u64,
    pub(crate) leaf: Hash,
    pub(crate) replayed: bool,
}

type Outcome = Result<(Vec<Placed>, Arc<Checkpoint>), Fault>;

struct Job {
    ticket: u64,
    items: Vec<Item>,
}

#[derive(Default)]
struct Queue {
    next: u64,
    waiting: Vec<Job>,
    leading: bool,
    done: BTreeMap<u64, Outcome>,
}

struct Desk {
    shelf: Box<dyn Shelf>,
    entropy: Box<dyn Entropy>,
    /// A write's outcome is not known: the store is read again before the next one.
    unsure: bool,
}

pub(crate) struct Writer {
    queue: Mutex<Queue>,
    turn: Condvar,
    desk: Mutex<Desk>,
}

/// The writer's place, held by who must see the log stand still.
pub(crate) struct Held<'w> {
    _desk: MutexGuard<'w, Desk>,
}

/// What a batch under way holds.
#[derive(Default)]
struct Plan {
    rows: Vec<Row>,
    bodies: Vec<(Vec<u8>, Option<u64>)>,
    idem: BTreeMap<Hash, usize>,
    erasures: Vec<Erasure>,
}

fn same(opened: &Opened, item: &Item) -> bool {
    opened.body == item.body && opened.erases == item.erases
}

impl Writer {
    pub(crate) fn new(shelf: Box<dyn Shelf>, entropy: Box<dyn Entropy>) -> Self {
        Self { queue: Mutex::default(), turn: Condvar::new(), desk: Mutex::new(Desk { shelf, entropy, unsure: false }) }
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes the items in one transaction, perhaps with others' items.
    pub(crate) fn submit(&self, log: &RoomLog, items: Vec<Item>) -> Outcome {
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        let ticket = queue.next;
        queue.next += 1;
        queue.waiting.push(Job { ticket, items });
        loop {
            if let Some(outcome) = queue.done.remove(&ticket) {
                return outcome;
            }
            if queue.leading {
                queue = self.turn.wait(queue).unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            queue.leading = true;
            let mut bytes = 0;
            let fits = queue.waiting.iter().take_while(|job| {
                bytes += job.items.iter().map(|i| i.body.len()).sum::<usize>();
                bytes <= BATCH_BYTES
            });
            let take = fits.count().max(1);
            let jobs: Vec<Job> = queue.waiting.drain(..take).collect();
            drop(queue);
            let outcomes = self.desk().process(log, &jobs);
            queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
            queue.leading = false;
            queue.done.extend(jobs.iter().map(|j| j.ticket).zip(outcomes));
            self.turn.notify_all();
        }
    }

    /// Lets nobody write until what this answers is dropped.
    pub(crate) fn hold(&self) -> Held<'_> {
        Held { _desk: self.desk() }
    }

    /// Leaves no trace of what was erased outside the file's live pages.
    pub(crate) fn scrub(&self, log: &RoomLog) -> Result<(), Fault> {
        let mut desk = self.desk();
        let _reader = log.shelf();
        desk.shelf.scrub()
    }

    /// Keeps what `make` answers as the snapshot; nobody writes in between.
    pub(crate) fn snapshot(&self, up_to: u64, make: impl FnOnce() -> Result<Vec<u8>, Fault>) -> Result<(), Fault> {
        let mut desk = self.desk();
        let sealed = make()?;
        desk.shelf.put_snapshot(up_to, &sealed)
    }

    pub(crate) fn drop_snapshot(&self) -> Result<(), Fault> {
        self.desk().shelf.drop_snapshot()
    }
}

impl Desk {
    fn process(&mut self, log: &RoomLog, jobs: &[Job]) -> Vec<Outcome> {
        let outcomes = self.batch(log, jobs);
        // What does not fit together may fit alone.
        if jobs.len() > 1 && outcomes.iter().any(|o| matches!(o, Err(Fault::Full { .. }))) {
            return jobs.chunks(1).flat_map(|job| self.batch(log, job)).collect();
        }
        outcomes
    }

    fn batch(&mut self, log: &RoomLog, jobs: &[Job]) -> Vec<Outcome> {
        if self.unsure {
            match log.rebuild() {
                Ok(state) if state.tree.root_at(log.size()) == Some(log.state().tree.root()) => {
                    *log.state.write().unwrap_or_else(PoisonError::into_inner) = state;
                    self.unsure = false;
                }
                Ok(_) => {
                    let fault = Fault::altered_whole(&log.place, "the stored log went back behind what was acknowledged");
                    return jobs.iter().map(|_| Err(fault.clone())).collect();
                }
                Err(fault) => return jobs.iter().map(|_| Err(fault.clone())).collect(),
            }
        }
        let mut plan = Plan::default();
        let planned: Vec<_> = jobs.iter().map(|job| self.plan(log, &mut plan, &job.items)).collect();
        let written = self.write(log, plan);
        planned
            .into_iter()
            .map(|job| match (job, &written) {
                (Ok(placed), Ok(checkpoint)) => Ok((placed, Arc::clone(checkpoint))),
                (Err(fault), _) => Err(fault),
                (Ok(_), Err(fault)) => Err(fault.clone()),
            })
            .collect()
    }

    /// Adds one request to the plan, or refuses it and leaves the plan as it was.
    fn plan(&mut self, log: &RoomLog, plan: &mut Plan, items: &[Item]) -> Result<Vec<Placed>, Fault> {
        let (rows, erasures) = (plan.rows.len(), plan.erasures.len());
        let placed: Result<Vec<_>, _> = items.iter().map(|item| self.place(log, plan, item)).collect();
        if placed.is_err() {
            for row in plan.rows.drain(rows..) {
                plan.idem.remove(&row.idem);
            }
            plan.bodies.truncate(rows);
            plan.erasures.truncate(erasures);
        }
        placed
    }

    fn place(&mut self, log: &RoomLog, plan: &mut Plan, item: &Item) -> Result<Placed, Fault> {
        let idem = log.idem_tag(&item.idem);
        let base = log.size();
        if let Some(at) = plan.idem.get(&idem) {
            let row = &plan.rows[*at];
            return if plan.bodies[*at] == (item.body.clone(), item.erases) {
                Ok(Placed { n: row.n, leaf: row.leaf, replayed: true })
            } else {
                Err(Fault::KeyReused { n: terms::id::EntryNo(row.n) })
            };
        }
        if let Some(n) = self.shelf.find_idem(&idem)? {
            let row = self.shelf.row(n)?.ok_or_else(|| Fault::altered(&log.place, n, "this entry is missing"))?;
            if row.idem != idem {
                return Err(Fault::altered(&log.place, n, "the index of keys does not fit the entry"));
            }
            return match log.open_row(&mut *self.shelf, &row)? {
                Ok(opened) if !same(&opened, item) => Err(Fault::KeyReused { n: terms::id::EntryNo(n) }),
                // Of an erased entry nothing is left to compare: it was carried out once.
                _ => Ok(Placed { n, leaf: row.leaf, replayed: true }),
            };
        }
        let n = base + plan.rows.len() as u64;
        if let Some(target) = item.erases {
            self.may_erase(log, plan, target)?;
        }
        let sealed = seal(&log.room, &log.keys, n, &idem, item.erases, &item.body, &mut *self.entropy);
        if let Some(target) = item.erases {
            let row = self.shelf.row(target)?.ok_or_else(|| Fault::altered(&log.place, target, "this entry is missing"))?;
            let mark = erased_mark(&log.room, &log.keys, target, &row.leaf, &row.idem, n);
            plan.erasures.push(Erasure { n: target, by: n, mark });
        }
        plan.idem.insert(idem, plan.rows.len());
        plan.bodies.push((item.body.clone(), item.erases));
        let leaf = sealed.leaf;
        plan.rows.push(Row { n, leaf, idem, sealed: sealed.sealed, wrapped: sealed.wrapped, erased_by: None });
        Ok(Placed { n, leaf, replayed: false })
    }

    fn may_erase(&mut self, log: &RoomLog, plan: &Plan, target: u64) -> Result<(), Fault> {
        if target >= log.size() {
            return Err(Fault::NotThere { what: format!("entry {target}") });
        }
        let row = self.shelf.row(target)?.ok_or_else(|| Fault::altered(&log.place, target, "this entry is missing"))?;
        let refuse = |what: String| Err(Fault::Refused { what });
        if plan.erasures.iter().any(|e| e.n == target) {
            return refuse(format!("entry {target} is being erased already"));
        }
        match log.open_row(&mut *self.shelf, &row)? {
            Err(logged_at) => refuse(format!("entry {target} was erased already, as entry {logged_at} says")),
            Ok(Opened { erases: Some(_), .. }) => refuse(format!("entry {target} logs an erasure and stays")),
            Ok(_) => Ok(()),
        }
    }

    /// Commits a plan, reads it back, and signs.
    fn write(&mut self, log: &RoomLog, plan: Plan) -> Result<Arc<Checkpoint>, Fault> {
        if plan.rows.is_empty() {
            return Ok(Arc::new(log.checkpoint()));
        }
        let leaves: Vec<Hash> = plan.rows.iter().map(|r| leaf_hash(&r.leaf)).collect();
        let (growth, chain) = {
            let state = log.state();
            let links = plan.erasures.iter();
            let chain = links.fold(state.chain, |chain, e| chained(&log.keys, &chain, e.n, e.by));
            (state.tree.grow(&leaves), chain)
        };
        let head = tagged(&log.keys, growth.size, growth.root, chain);
        let batch = Batch { rows: plan.rows, nodes: growth.nodes.clone(), erasures: plan.erasures, head };
        if let Err(fault) = self.shelf.commit(&batch) {
            self.unsure = true;
            return Err(fault);
        }
        if let Err(fault) = read_back(log, &batch) {
            self.unsure = true;
            return Err(fault);
        }
        {
            let mut state = log.state.write().unwrap_or_else(PoisonError::into_inner);
            state.tree.apply(&growth);
            state.erased.extend(batch.erasures.iter().map(|e| (e.n, e.by)));
            state.chain = chain;
        }
        Ok(Arc::new(Checkpoint::sign(&log.signer, growth.size, growth.root)))
    }
}

/// Reads what was written through the other connection: an answer leaves only for what is there.
fn read_back(log: &RoomLog, batch: &Batch) -> Result<(), Fault> {
    let mut shelf = log.shelf();
    if shelf.head()? != batch.head {
        return Err(Fault::altered_whole(&log.place, "the head read back is not the head that was written"));
    }
    let first = batch.rows.first().map_or(0, |r| r.n);
    let stored = shelf.rows(first, batch.rows.len())?;
    for (i, row) in batch.rows.iter().enumerate() {
        let good = stored
            .get(i)
            .is_some_and(|s| s == row && crate::seal::open(&log.room, &log.keys, s.n, &s.leaf, &s.idem, &s.sealed, &s.wrapped).is_some());
        if !good {
            return Err(Fault::altered(&log.place, row.n, "what was read back is not what was written"));
        }
    }
    for erasure in &batch.erasures {
        let gone = shelf.row(erasure.n)?.is_some_and(|r| r.sealed.is_empty() && r.wrapped == erasure.mark);
        if !gone {
            return Err(Fault::altered(&log.place, erasure.n, "it should have been erased and is still there"));
        }
    }
    Ok(())
}
