//! The desk itself: rooms opened on first use, commands carried out, changes told.
//!
//! One act at a time per store: an act decides over state that nothing may change before it is
//! written. An act over several rooms goes through the [`crate::outbox`], because no transaction
//! spans two logs; [`Desk::resume`] finishes what a crash interrupted, and the keys of the parts
//! make that happen once.

use crate::clearance::Clearance;
use crate::codec::{Body, Entry, VERSION, decode, encode};
use crate::derived::Derived;
use crate::directory::{Directory, Line};
use crate::lens::Lens;
use crate::outbox::{Intent, Outbox};
use crate::refusal::Refusal;
use crate::rooms::{RoomKind, Verb};
use crate::state::RoomState;
use crate::uses::{self, Command, Decision};
use record::{Appended, Entropy, EntropySource, Fault, Receipt, Record, RoomLog};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};
use terms::id::{EntryMark, EntryNo, EntryRef, PartyId, PersonId, RoomCode};
use terms::phrase::Phrase;
use terms::time::Stamp;

/// The two clocks' readings at a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// For sessions, codes and certificates.
    pub wall: Stamp,
    /// For everything that a person reads.
    pub case: Stamp,
}

/// What an act came to.
#[derive(Debug, Clone)]
pub struct Done {
    /// The entry that the act is known by.
    pub at: EntryRef,
    /// Whether it had been carried out before under the same key.
    pub replayed: bool,
    /// The receipt of that entry.
    pub receipt: Receipt,
}

/// Whether somebody may see a side's screens now.
#[derive(Debug)]
pub enum Look {
    /// It is in the record: with this clearance.
    Noted(Box<Clearance>),
    /// The looker may, and has not put it into the record of this room, or more than an hour ago.
    NotNoted(RoomCode),
    /// There is nothing for this person to look at.
    NotThere,
}

/// For how many seconds of the talks' time a look that is in the record lasts.
const LOOK_LASTS: i64 = 3600;

/// That a room changed; told to whoever may enter it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The room.
    pub room: RoomCode,
}

/// One room: its log, and its state once it was needed.
#[derive(Debug)]
pub(crate) struct RoomCell {
    pub(crate) log: Arc<RoomLog>,
    pub(crate) state: RwLock<RoomState>,
    loaded: Mutex<bool>,
}

/// Two versions of lists.
type ListPair = (EntryRef, EntryRef);

type Listener = Box<dyn Fn(&Change) + Send + Sync>;

/// The desk over one opened record.
pub struct Desk {
    record: Record,
    entropy: Arc<dyn EntropySource>,
    generators: Mutex<BTreeMap<String, Box<dyn Entropy>>>,
    directory: RwLock<Directory>,
    directory_log: Arc<RoomLog>,
    cells: Mutex<BTreeMap<RoomCode, Arc<RoomCell>>>,
    /// Also the lock under which acts are carried out one at a time.
    outbox: Mutex<Outbox>,
    listeners: Mutex<Vec<Listener>>,
    /// What the matching proposed for two versions of lists.
    matched: Derived<ListPair, exchange::matching::Matched>,
    /// What the planner found for a plan; none where it cannot be planned.
    planned: Derived<EntryRef, Option<exchange::sequence::planner::Answer>>,
    pub(crate) wall: crate::wall::Wall,
    #[cfg(feature = "leaks")]
    pub(crate) leaks: crate::leaks::Shared,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Desk { … }")
    }
}

/// The directory's log is found by this name; every other room's code is random.
const DIRECTORY: &str = "directory";

/// The log of acts under way over several rooms.
const OUTBOX: &str = "outbox";

/// Entries between two snapshots of a room.
const SNAPSHOT_EVERY: u64 = 10_000;

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn named_log(record: &Record, name: &str) -> Result<Arc<RoomLog>, Refusal> {
    let code = room_code(name)?;
    Ok(if record.rooms()?.contains(&code) { record.room(&code)? } else { record.create_room(&code)? })
}

fn room_code(text: &str) -> Result<RoomCode, Refusal> {
    RoomCode::new(text).map_err(|_| Refusal::NotFound)
}

impl Desk {
    /// Opens the desk over a record, with its injected randomness.
    pub fn open(record: Record, entropy: Arc<dyn EntropySource>) -> Result<Desk, Refusal> {
        let directory_log = named_log(&record, DIRECTORY)?;
        let mut directory = Directory::default();
        let mut unread = None;
        directory_log.scan(EntryNo(0), &mut |n, body| {
            if let record::Body::Words(bytes) = body {
                match serde_json::from_slice::<Line>(&bytes) {
                    Ok(line) => directory.fold(line),
                    Err(_) => unread = unread.or(Some(n)),
                }
            }
            ControlFlow::Continue(())
        })?;
        if let Some(n) = unread {
            return Err(Refusal::against(Phrase::new("refused-entry-unreadable").entry("n", n)));
        }
        let outbox = Outbox::open(named_log(&record, OUTBOX)?)?;
        Ok(Desk {
            record,
            entropy,
            generators: Mutex::default(),
            directory: RwLock::new(directory),
            directory_log,
            cells: Mutex::default(),
            outbox: Mutex::new(outbox),
            listeners: Mutex::default(),
            matched: Derived::default(),
            planned: Derived::default(),
            wall: crate::wall::Wall::default(),
            #[cfg(feature = "leaks")]
            leaks: crate::leaks::Shared::default(),
        })
    }

    /// The directory, for the door and its keeper's screens.
    pub fn directory(&self) -> RwLockReadGuard<'_, Directory> {
        self.directory.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The record below, for the door's backup, export and verification.
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// Calls `listener` after each change, with nothing but the room's code.
    pub fn listen(&self, listener: impl Fn(&Change) + Send + Sync + 'static) {
        held(&self.listeners).push(Box::new(listener));
    }

    /// The clearance of a session by its token's hash.
    #[must_use]
    pub fn clearance(&self, session: &str, now: Now) -> Option<Clearance> {
        self.directory().clearance(session, now.wall)
    }

    /// The clearance with which `looker` sees a side's screens, where the record of the looker's own
    /// room has, by [`Command::LookAs`], that this person looks as that side now.
    pub fn looking_as(&self, looker: &Clearance, party: &PartyId, case: Stamp) -> Look {
        let Some(clearance) = self.directory().looking_as(looker, party) else { return Look::NotThere };
        let room = looker.body().and_then(|b| looker.room_of(&RoomKind::Mediator { body: b.clone() }));
        let Some(Ok(lens)) = room.map(|room| Lens::one(self, looker, room)) else { return Look::NotThere };
        let since = case.plus_seconds(-LOOK_LASTS);
        let noted = lens
            .state()
            .of_kind("looked-as")
            .rev()
            .take_while(|a| a.entry.at >= since)
            .any(|a| matches!(&a.entry.body, Body::LookedAs { party: of } if of == party && &a.entry.by == looker.person()));
        if noted { Look::Noted(Box::new(clearance)) } else { Look::NotNoted(lens.code().clone()) }
    }

    /// Whether a mediator could look as a side, noted or not.
    pub(crate) fn could_look_as(&self, looker: &Clearance, party: &PartyId) -> bool {
        self.directory().looking_as(looker, party).is_some()
    }

    /// Whether a command was carried out in a room under this key before: then nothing more need be proved.
    pub fn done_before(&self, who: &Clearance, room: &RoomCode, key: &str) -> Result<bool, Refusal> {
        let lens = Lens::one(self, who, room)?;
        Ok(lens.log().find(&idempotency(who.person(), key))?.is_some())
    }

    /// Carries out a command in a room. `key` makes it idempotent: the same key and the same person
    /// get the same receipt again. `proved` says that the person has just proved who they are.
    pub fn act(&self, who: &Clearance, room: &RoomCode, command: Command, key: &str, proved: bool, now: Now) -> Result<Done, Refusal> {
        if who.looking_as.is_some() {
            return Err(Refusal::against(Phrase::new("refused-only-looking")));
        }
        self.clock_is_right(now)?;
        let mut outbox = held(&self.outbox);
        self.finish_all(&mut outbox, Some(room))?;
        let lens = Lens::one(self, who, room)?;
        let idem = idempotency(who.person(), key);
        #[cfg(feature = "leaks")]
        if crate::leaks::on(crate::leaks::Leak::KeyClash) {
            for (code, _, other) in self.every_room(who.case()) {
                let anybody: Vec<PersonId> = self.directory().accounts(who.case()).map(|(a, _)| a.person.clone()).collect();
                for person in anybody {
                    if let Some(n) = other.log().find(&idempotency(&person, key))? {
                        return Ok(Done { at: EntryRef { room: code, n }, replayed: true, receipt: other.log().receipt(n)? });
                    }
                }
            }
        }
        if let Some(n) = lens.log().find(&idem)? {
            return Ok(Done { at: EntryRef { room: room.clone(), n }, replayed: true, receipt: lens.log().receipt(n)? });
        }
        let common = who.room_of(&RoomKind::Common).ok_or(Refusal::NotFound)?;
        let sight = uses::Sight { desk: self, who, lens: &lens, common: Lens::one(self, who, common)?, now: now.case, proved };
        let asks = matches!(command, Command::Ask { .. });
        let decision = match uses::decide(&sight, command) {
            // An ask is written in its owner's caucus: sent twice, it is refused because it stands there.
            Err(refusal) if asks => return self.asked_before(who, &idem)?.ok_or(refusal),
            decision => decision?,
        };
        match decision {
            Decision::Here(body) => self.append(room, who.person(), vec![(idem, body)], now),
            Decision::There(draft) => self.append(&draft.room, who.person(), vec![(idem, draft.body)], now),
            Decision::Over { elsewhere, then } => {
                let intent = Intent {
                    room: room.clone(),
                    by: who.person().clone(),
                    wall: now.wall,
                    case: now.case,
                    key: hex(&idem),
                    elsewhere,
                    then,
                };
                let n = outbox.begin(intent)?;
                self.finish_all(&mut outbox, Some(room))?.remove(&n).ok_or(Refusal::NotFound)
            }
            Decision::Erase { of, log } => {
                let cell = self.cell(room)?;
                let entry = self.entry((room, &cell), who.person(), log, &idem, now);
                let appended = cell.log.erase(of, &idem, &encode(&entry))?;
                let done = Done {
                    at: EntryRef { room: room.clone(), n: appended.n },
                    replayed: appended.replayed,
                    receipt: appended.receipt.clone(),
                };
                self.take_in(room, &cell, vec![(appended, entry)]);
                Ok(done)
            }
        }
    }

    /// What an act wrote under this key in another room of the asker's.
    fn asked_before(&self, who: &Clearance, idem: &[u8]) -> Result<Option<Done>, Refusal> {
        for lens in Lens::many(self, who, |kind| uses::sides_of(kind).is_some())? {
            if let Some(n) = lens.log().find(idem)? {
                let at = EntryRef { room: lens.code().clone(), n };
                return Ok(Some(Done { at, replayed: true, receipt: lens.log().receipt(n)? }));
            }
        }
        Ok(None)
    }

    /// Second and third step of every act over several rooms that is under way.
    ///
    /// One that cannot be finished now stays under way. It is in the way of acts in a room that it
    /// reads or writes, and of no others: a fault of one side's file must not show in another's answers.
    fn finish_all(&self, outbox: &mut Outbox, room: Option<&RoomCode>) -> Result<BTreeMap<EntryNo, Done>, Refusal> {
        let mut all = BTreeMap::new();
        let mut failed = None;
        for (n, intent) in outbox.all() {
            let touches = room.is_none_or(|room| &intent.room == room || intent.elsewhere.iter().any(|d| &d.room == room));
            match self.finish(n, &intent).and_then(|done| outbox.close(n).map(|()| done)) {
                Ok(done) => {
                    all.insert(n, done);
                }
                Err(refusal) if touches => failed = failed.or(Some(refusal)),
                Err(_) => {}
            }
        }
        failed.map_or(Ok(all), Err)
    }

    /// Appends every part of an act over several rooms, each once.
    fn finish(&self, #[cfg_attr(not(feature = "leaks"), expect(unused_variables))] n: EntryNo, intent: &Intent) -> Result<Done, Refusal> {
        let now = Now { wall: intent.wall, case: intent.case };
        // A part's key comes from its own act and room alone: a count over the outbox would tell each
        // room how much is conveyed elsewhere.
        let name = |what: &str, room: &RoomCode, i: usize| {
            let place = [what, ":", intent.room.as_str(), ":", &intent.key, ":", room.as_str(), ":"].concat();
            idempotency(&intent.by, &[place, i.to_string()].concat())
        };
        #[cfg(feature = "leaks")]
        let name = |what: &str, room: &RoomCode, i: usize| match crate::leaks::on(crate::leaks::Leak::CountedParts) {
            true => idempotency(&intent.by, &format!("{what}:{n}:{i}")),
            false => name(what, room, i),
        };
        let mut written: BTreeMap<&RoomCode, usize> = BTreeMap::new();
        for draft in &intent.elsewhere {
            let i = written.entry(&draft.room).or_default();
            let key = name("part", &draft.room, *i);
            *i += 1;
            self.append(&draft.room, &intent.by, vec![(key, draft.body.clone())], now)?;
        }
        // The first closing entry bears the command's own key, so that a repeated command finds it.
        let keyed = intent.then.iter().cloned().enumerate().map(|(i, body)| {
            let key = if i == 0 { unhex(&intent.key) } else { name("close", &intent.room, i) };
            (key, body)
        });
        self.append(&intent.room, &intent.by, keyed.collect(), now)
    }

    /// Finishes acts over several rooms that a crash interrupted; says how many.
    pub fn resume(&self) -> Result<usize, Refusal> {
        Ok(self.finish_all(&mut held(&self.outbox), None)?.len())
    }

    /// Writes one body into a room, once under its key; for convening, and for the tests' planting.
    pub(crate) fn write(&self, room: &RoomCode, by: &PersonId, body: Body, key: &str, now: Now) -> Result<Done, Refusal> {
        self.append(room, by, vec![(idempotency(by, key), body)], now)
    }

    fn append(&self, room: &RoomCode, by: &PersonId, items: Vec<(Vec<u8>, Body)>, now: Now) -> Result<Done, Refusal> {
        let cell = self.cell(room)?;
        let entries: Vec<(Vec<u8>, Entry)> = items
            .into_iter()
            .map(|(key, body)| {
                let entry = self.entry((room, &cell), by, body, &key, now);
                (key, entry)
            })
            .collect();
        let bytes: Vec<(Vec<u8>, Vec<u8>)> = entries.iter().map(|(key, e)| (key.clone(), encode(e))).collect();
        // A part that a crash let through before carries another time than this one; its key alone
        // says that it is there.
        let mut fresh = Vec::new();
        let mut known = Vec::new();
        for ((key, bytes), (_, entry)) in bytes.into_iter().zip(entries) {
            match cell.log.find(&key)? {
                Some(n) => known.push(n),
                None => fresh.push((key, bytes, entry)),
            }
        }
        let pairs: Vec<(Vec<u8>, Vec<u8>)> = fresh.iter().map(|(k, b, _)| (k.clone(), b.clone())).collect();
        let appended = if pairs.is_empty() { Vec::new() } else { cell.log.append_all(&pairs)? };
        let first = match (known.first(), appended.first()) {
            (Some(n), _) => Done { at: EntryRef { room: room.clone(), n: *n }, replayed: true, receipt: cell.log.receipt(*n)? },
            (None, Some(a)) => Done { at: EntryRef { room: room.clone(), n: a.n }, replayed: a.replayed, receipt: a.receipt.clone() },
            (None, None) => return Err(Refusal::NotFound),
        };
        let taken = appended.into_iter().zip(fresh).map(|(a, (_, _, e))| (a, e)).collect();
        self.take_in(room, &cell, taken);
        Ok(first)
    }

    fn entry(&self, (room, cell): (&RoomCode, &RoomCell), by: &PersonId, body: Body, key: &[u8], now: Now) -> Entry {
        let last = cell.state.read().unwrap_or_else(PoisonError::into_inner).last();
        #[cfg(feature = "leaks")]
        self.leaking_act(now.case);
        #[cfg(feature = "leaks")]
        let now = match crate::leaks::on(crate::leaks::Leak::SharedClock) {
            true => Now { case: now.case.plus_seconds((self.leaking().acts % 50).cast_signed()), ..now },
            false => now,
        };
        let mark = if body.is_rested_on() { mark(room, key) } else { None };
        Entry { v: VERSION, at: last.map_or(now.case, |l| l.max(now.case)), by: by.clone(), mark, body }
    }

    fn take_in(&self, room: &RoomCode, cell: &RoomCell, appended: Vec<(Appended, Entry)>) {
        let mut state = cell.state.write().unwrap_or_else(PoisonError::into_inner);
        let before = state.size();
        for (a, entry) in appended {
            // Another writer's entries that came first are folded when they are read back.
            if a.n.0 == state.size() {
                state.fold(Some(entry));
            }
        }
        let due = state.size() / SNAPSHOT_EVERY > before / SNAPSHOT_EVERY;
        drop(state);
        if due {
            // A snapshot is a cache: failing to keep one loses nothing.
            let _ = self.keep_snapshot(cell);
        }
        for listener in held(&self.listeners).iter() {
            listener(&Change { room: room.clone() });
        }
    }

    /// Keeps a snapshot of every room that is open; for the shutdown.
    pub fn keep_snapshots(&self) -> Result<(), Refusal> {
        let cells: Vec<_> = held(&self.cells).values().cloned().collect();
        for cell in cells {
            self.keep_snapshot(&cell)?;
        }
        Ok(())
    }

    fn keep_snapshot(&self, cell: &RoomCell) -> Result<(), Refusal> {
        let state = cell.state.read().unwrap_or_else(PoisonError::into_inner);
        if state.size() == 0 {
            return Ok(());
        }
        let bytes = state.to_snapshot();
        cell.log.save_snapshot(EntryNo(state.size()), &bytes)?;
        Ok(())
    }

    /// The room with this code, loaded; whoever asks has a lens to answer for it.
    pub(crate) fn cell(&self, room: &RoomCode) -> Result<Arc<RoomCell>, Refusal> {
        let cell = {
            let mut cells = held(&self.cells);
            match cells.get(room) {
                Some(cell) => cell.clone(),
                None => {
                    let log = self
                        .record
                        .room(room)
                        .map_err(|f| if matches!(f, Fault::NotThere { .. }) { Refusal::NotFound } else { Refusal::Fault(f) })?;
                    let cell = Arc::new(RoomCell { log, state: RwLock::default(), loaded: Mutex::new(false) });
                    cells.insert(room.clone(), cell.clone());
                    cell
                }
            }
        };
        let mut loaded = held(&cell.loaded);
        if !*loaded {
            let state = load(&cell.log)?;
            *cell.state.write().unwrap_or_else(PoisonError::into_inner) = state;
            *loaded = true;
        }
        drop(loaded);
        Ok(cell)
    }

    /// What the matching makes of two versions of lists, worked out once. It holds places and
    /// weights and no word of a list.
    pub(crate) fn matched(&self, lists: ListPair, work: impl FnOnce() -> exchange::matching::Matched) -> Arc<exchange::matching::Matched> {
        self.matched.get(lists, work)
    }

    /// What the planner makes of a plan as it was written, worked out once: the search can take seconds.
    pub(crate) fn planned(
        &self,
        plan: EntryRef,
        work: impl FnOnce() -> Option<exchange::sequence::planner::Answer>,
    ) -> Arc<Option<exchange::sequence::planner::Answer>> {
        self.planned.get(plan, work)
    }

    pub(crate) fn create_log(&self, code: &RoomCode) -> Result<(), Refusal> {
        self.record.create_room(code)?;
        Ok(())
    }

    /// The rooms of the asker's case of one kind, for an opening only.
    pub(crate) fn own_rooms(&self, who: &Clearance) -> Vec<(RoomCode, RoomKind)> {
        let directory = self.directory();
        directory
            .rooms_of(who.case())
            .filter(|(_, kind)| matches!(kind, RoomKind::Own { .. }))
            .map(|(code, kind)| (code.clone(), kind.clone()))
            .collect()
    }

    /// Adds a line to the directory.
    pub fn write_line(&self, line: &Line, _now: Now) -> Result<(), Refusal> {
        let bytes = serde_json::to_vec(line).unwrap_or_default();
        let mut directory = self.directory.write().unwrap_or_else(PoisonError::into_inner);
        let key = format!("line:{}", self.directory_log.size());
        self.directory_log.append(key.as_bytes(), &bytes)?;
        directory.fold(line.clone());
        Ok(())
    }

    /// Fresh bytes from the generator with this label: each label has its own, so that what one
    /// asks for never shifts what another gets.
    pub fn fresh(&self, label: &str, out: &mut [u8]) -> Result<(), Refusal> {
        let mut generators = held(&self.generators);
        if !generators.contains_key(label) {
            let digest = hex(&Sha256::digest(label.as_bytes())[..16]);
            generators.insert(label.to_owned(), self.entropy.for_room(&room_code(&digest)?));
        }
        if let Some(generator) = generators.get_mut(label) {
            generator.fill(out);
        }
        Ok(())
    }

    /// A fresh code of ten letters and digits that are hard to confuse.
    pub(crate) fn fresh_code(&self, what: &str, label: &str) -> Result<RoomCode, Refusal> {
        const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
        let mut bytes = [0_u8; 10];
        self.fresh(&format!("{what}:{label}"), &mut bytes)?;
        let text: String = bytes.iter().map(|b| char::from(LETTERS[usize::from(b % 32)])).collect();
        room_code(&text)
    }

    /// Takes the heads of all logs into the directory, each as a hash; called by a timer, never in
    /// the path of an append.
    pub fn take_heads(&self, now: Now) -> Result<(), Refusal> {
        let mut heads = Vec::new();
        for room in self.record.rooms()? {
            if room.as_str() != DIRECTORY && room.as_str() != OUTBOX {
                let text = self.record.room(&room)?.checkpoint().text().to_owned();
                heads.push((room, hex(&Sha256::digest(text.as_bytes()))));
            }
        }
        if self.directory().heads() != heads.as_slice() {
            self.write_line(&Line::Heads { heads }, now)?;
        }
        Ok(())
    }

    /// Whether the asker holds a verb anywhere; for the keeper's screens.
    pub(crate) fn keeps(&self, who: &Clearance) -> Result<(), Refusal> {
        let room = who.room_of(&RoomKind::Directory).cloned();
        let keeper = room.is_some_and(|r| who.verbs(&r).has(Verb::Keep)) || who.role() == crate::rooms::Role::Keeper;
        if keeper && who.looking_as.is_none() { Ok(()) } else { Err(Refusal::NotFound) }
    }
}

/// Builds a room's state: from its snapshot where there is a good one, and from its entries.
fn load(log: &RoomLog) -> Result<RoomState, Refusal> {
    let mut state =
        log.load_snapshot().and_then(|(upto, bytes)| RoomState::from_snapshot(&bytes).filter(|s| s.size() == upto.0)).unwrap_or_default();
    let mut unread = None;
    let from = EntryNo(state.size());
    log.scan(from, &mut |n, body| {
        match body {
            record::Body::Words(bytes) => match decode(&bytes) {
                Ok(entry) => state.fold(Some(entry)),
                Err(_) => unread = unread.or(Some(n)),
            },
            record::Body::Erased { .. } => state.fold(None),
        }
        ControlFlow::Continue(())
    })?;
    match unread {
        Some(n) => Err(Refusal::against(Phrase::new("refused-entry-unreadable").entry("n", n))),
        None => Ok(state),
    }
}

/// The key under which an act of a person happens once.
fn idempotency(person: &PersonId, key: &str) -> Vec<u8> {
    Sha256::digest(format!("{person}\n{key}").as_bytes()).to_vec()
}

/// What other rooms call an entry written under this key. It hangs on the act and on the room alone,
/// never on a count: whoever reads it there learns nothing of what else this room holds.
fn mark(room: &RoomCode, key: &[u8]) -> Option<EntryMark> {
    let digest = Sha256::new().chain_update(room.as_str()).chain_update(b"\nmark\n").chain_update(key).finalize();
    EntryMark::new(&hex(&digest[..10])).ok()
}

/// The SHA-256 of some bytes, in hexadecimal.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, b| {
        for nibble in [b >> 4, b & 15] {
            out.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
        out
    })
}

/// Bytes from hexadecimal of our own making.
fn unhex(text: &str) -> Vec<u8> {
    text.as_bytes().chunks(2).filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}
