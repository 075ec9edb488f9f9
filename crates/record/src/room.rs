//! One room's log: what is appended gets a receipt, what is read was checked, what is erased stays counted.

use crate::audit::State;
use crate::checkpoint::Checkpoint;
use crate::entropy::Entropy;
use crate::fault::Fault;
use crate::key::{RoomKeys, mac};
use crate::merkle::{Hash, leaf_hash};
use crate::note::{NoteSigner, NoteVerifier};
use crate::receipt::Receipt;
use crate::seal::{self, Opened, padded};
use crate::store::Shelf;
use crate::writer::{Item, Writer};
use std::ops::ControlFlow;
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};
use terms::id::{EntryNo, RoomCode};

/// What looks at entries in order, each with its leaf, and says when to stop.
type Visit<'f> = dyn FnMut(EntryNo, &Hash, Result<Opened, EntryNo>) -> ControlFlow<()> + 'f;

/// Rows read at a time.
pub(crate) const PAGE: usize = 256;

/// What an append answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// The entry's number.
    pub n: EntryNo,
    /// Whether the same request had been carried out before.
    pub replayed: bool,
    /// The proof that the entry is in the log.
    pub receipt: Receipt,
}

/// What an entry holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// The bytes that were appended.
    Words(Vec<u8>),
    /// Nothing any more.
    Erased {
        /// The entry that logs the erasure.
        logged_at: EntryNo,
    },
}

/// What an entry's owner needs to check its leaf: see [`crate::seal::commitment`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The random bytes of the commitment.
    pub opening: [u8; 32],
    /// The entry that this one erases.
    pub erases: Option<EntryNo>,
}

/// How a receipt stands to the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The log grew from the receipt's checkpoint and holds the entry.
    Holds,
    /// The same, and the entry's words were erased since, as logged.
    HoldsErased {
        /// The entry that logs the erasure.
        logged_at: EntryNo,
    },
    /// The receipt is good and newer than the log: the store was put back to an earlier state.
    BehindReceipt {
        /// The size of the log when the receipt was given.
        receipt_size: u64,
        /// The size of the log now.
        size: u64,
    },
    /// The receipt and the log contradict each other.
    Wrong {
        /// How.
        why: String,
    },
}

/// One room's log.
pub struct RoomLog {
    pub(crate) room: RoomCode,
    pub(crate) place: String,
    pub(crate) keys: RoomKeys,
    pub(crate) signer: NoteSigner,
    pub(crate) state: RwLock<State>,
    pub(crate) reader: Mutex<Box<dyn Shelf>>,
    pub(crate) writer: Writer,
}

impl std::fmt::Debug for RoomLog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RoomLog({})", self.place)
    }
}

/// A snapshot's nonce follows from what it holds, so that no nonce seals two texts.
fn snapshot_nonce(keys: &RoomKeys, aad: &[u8], plain: &[u8]) -> [u8; 24] {
    let mut nonce = [0; 24];
    nonce.copy_from_slice(&mac(&keys.snapshot, "nonce", &[aad, plain])[..24]);
    nonce
}

impl RoomLog {
    pub(crate) fn open(
        room: RoomCode,
        place: String,
        keys: RoomKeys,
        signer: NoteSigner,
        writer: Box<dyn Shelf>,
        reader: Box<dyn Shelf>,
        entropy: Box<dyn Entropy>,
    ) -> Result<Self, Fault> {
        let log =
            Self { room, place, keys, signer, state: RwLock::default(), reader: Mutex::new(reader), writer: Writer::new(writer, entropy) };
        let state = log.rebuild()?;
        *log.state.write().unwrap_or_else(PoisonError::into_inner) = state;
        Ok(log)
    }

    pub(crate) fn state(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn shelf(&self) -> MutexGuard<'_, Box<dyn Shelf>> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn row(&self, n: EntryNo) -> Result<Result<Opened, EntryNo>, Fault> {
        let size = self.size();
        if n.0 >= size {
            return Err(Fault::NotThere { what: format!("entry {n}") });
        }
        let mut shelf = self.shelf();
        let row = shelf.row(n.0)?.ok_or_else(|| Fault::altered(&self.place, n.0, "this entry is missing"))?;
        self.open_row(&mut **shelf, &row)
    }

    /// Appends one entry. The same key with the same body again answers with a receipt for the
    /// entry that is there; with another body it is refused.
    pub fn append(&self, idem: &[u8], body: &[u8]) -> Result<Appended, Fault> {
        let item = Item { idem: idem.to_vec(), body: body.to_vec(), erases: None };
        Ok(self.write(vec![item])?.remove(0))
    }

    /// Appends entries (key, body) in one transaction: all or none.
    pub fn append_all(&self, items: &[(Vec<u8>, Vec<u8>)]) -> Result<Vec<Appended>, Fault> {
        let item = |(idem, body): &(Vec<u8>, Vec<u8>)| Item { idem: idem.clone(), body: body.clone(), erases: None };
        self.write(items.iter().map(item).collect())
    }

    /// Erases the words of entry `n`: the ciphertext with its opening, the entry's key and the
    /// snapshot that holds them go, and `log_body` is appended as the entry that logs it. The
    /// leaf stays, and every receipt still verifies. An entry that logs an erasure stays. What
    /// was copied before (backups, exports) is out of reach.
    pub fn erase(&self, n: EntryNo, idem: &[u8], log_body: &[u8]) -> Result<Appended, Fault> {
        let item = Item { idem: idem.to_vec(), body: log_body.to_vec(), erases: Some(n.0) };
        let done = self.write(vec![item])?.remove(0);
        self.writer.scrub(self)?;
        Ok(done)
    }

    fn write(&self, items: Vec<Item>) -> Result<Vec<Appended>, Fault> {
        if items.is_empty() {
            return Ok(Vec::new());
        }
        let (placed, checkpoint) = self.writer.submit(self, items)?;
        placed
            .into_iter()
            .map(|p| {
                let receipt = self.receipt_at(p.n, &p.leaf, &checkpoint)?;
                Ok(Appended { n: EntryNo(p.n), replayed: p.replayed, receipt })
            })
            .collect()
    }

    fn receipt_at(&self, n: u64, leaf: &Hash, checkpoint: &Checkpoint) -> Result<Receipt, Fault> {
        let proof = self.state().tree.inclusion(n, checkpoint.size);
        let proof = proof.ok_or_else(|| Fault::NotThere { what: format!("entry {n}") })?;
        Ok(Receipt { n: EntryNo(n), leaf: *leaf, proof, checkpoint: checkpoint.clone() })
    }

    /// One entry, checked against its leaf and the tree.
    pub fn read(&self, n: EntryNo) -> Result<Body, Fault> {
        Ok(match self.row(n)? {
            Ok(opened) => Body::Words(opened.body),
            Err(logged_at) => Body::Erased { logged_at },
        })
    }

    /// What the owner of entry `n` needs to check its leaf; gone once it is erased.
    pub fn open_entry(&self, n: EntryNo) -> Result<Opening, Fault> {
        match self.row(n)? {
            Ok(opened) => Ok(Opening { opening: opened.opening, erases: opened.erases.map(EntryNo) }),
            Err(_) => Err(Fault::NotThere { what: format!("the opening of entry {n}, which was erased,") }),
        }
    }

    /// The leaf of entry `n`, erased or not.
    pub fn leaf(&self, n: EntryNo) -> Result<Hash, Fault> {
        if n.0 >= self.size() {
            return Err(Fault::NotThere { what: format!("entry {n}") });
        }
        let row = self.shelf().row(n.0)?;
        let row = row.ok_or_else(|| Fault::altered(&self.place, n.0, "this entry is missing"))?;
        if self.state().tree.leaf(n.0) == Some(leaf_hash(&row.leaf)) {
            Ok(row.leaf)
        } else {
            Err(Fault::altered(&self.place, n.0, "its leaf is not the one in the tree"))
        }
    }

    /// Reads the entries from `from` on, each checked, until the end or until told to stop.
    /// Answers the number after the last entry read.
    pub fn scan(&self, from: EntryNo, f: &mut dyn FnMut(EntryNo, Body) -> ControlFlow<()>) -> Result<EntryNo, Fault> {
        self.scan_opened(from, &mut |n, _, opened| {
            let body = match opened {
                Ok(opened) => Body::Words(opened.body),
                Err(logged_at) => Body::Erased { logged_at },
            };
            f(n, body)
        })
    }

    pub(crate) fn scan_opened(&self, from: EntryNo, f: &mut Visit<'_>) -> Result<EntryNo, Fault> {
        let size = self.size();
        let mut at = from.0;
        while at < size {
            let mut shelf = self.shelf();
            let rows = shelf.rows(at, PAGE)?;
            let mut opened = Vec::with_capacity(rows.len());
            let mut bad = None;
            for row in rows.iter().take_while(|r| r.n < size) {
                let next = at + opened.len() as u64;
                let entry = if row.n == next {
                    self.open_row(&mut **shelf, row)
                } else {
                    Err(Fault::altered(&self.place, next, "this entry is missing"))
                };
                match entry {
                    Ok(o) => opened.push((row.leaf, o)),
                    Err(fault) => {
                        bad = Some(fault);
                        break;
                    }
                }
            }
            drop(shelf);
            if opened.is_empty() && bad.is_none() {
                return Err(Fault::altered(&self.place, at, "this entry is missing"));
            }
            for (leaf, o) in opened {
                let go_on = f(EntryNo(at), &leaf, o);
                at += 1;
                if go_on.is_break() {
                    return Ok(EntryNo(at));
                }
            }
            if let Some(fault) = bad {
                return Err(fault);
            }
        }
        Ok(EntryNo(at))
    }

    /// The number of entries.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.state().tree.size()
    }

    /// The log's head, signed. The same head gives the same bytes.
    #[must_use]
    pub fn checkpoint(&self) -> Checkpoint {
        let (size, root) = {
            let tree = &self.state().tree;
            (tree.size(), tree.root())
        };
        Checkpoint::sign(&self.signer, size, root)
    }

    /// A receipt for entry `n` under the checkpoint of now.
    pub fn receipt(&self, n: EntryNo) -> Result<Receipt, Fault> {
        let leaf = self.leaf(n)?;
        self.receipt_at(n.0, &leaf, &self.checkpoint())
    }

    /// The proof that the log of now grew from the log of `old_size` entries, with the checkpoint
    /// that it leads to ([`crate::merkle::verify_consistency`]).
    pub fn consistency(&self, old_size: u64) -> Result<(Vec<Hash>, Checkpoint), Fault> {
        let checkpoint = self.checkpoint();
        let proof = self.state().tree.consistency(old_size, checkpoint.size);
        let proof = proof.ok_or_else(|| Fault::NotThere { what: format!("a log of {old_size} entries") })?;
        Ok((proof, checkpoint))
    }

    /// The public key of this room's checkpoints, as a C2SP verifier key.
    #[must_use]
    pub fn verifier_key(&self) -> String {
        self.verifier().vkey()
    }

    /// The public key of this room's checkpoints.
    #[must_use]
    pub fn verifier(&self) -> NoteVerifier {
        self.signer.verifier()
    }

    /// Compares a receipt with the log.
    pub fn check_receipt(&self, receipt: &Receipt) -> Result<Verdict, Fault> {
        self.check_receipt_by(receipt, &self.verifier())
    }

    /// Compares a receipt that was signed with another key with the log: one from before the
    /// room was imported here ([`crate::bundle`]).
    pub fn check_receipt_by(&self, receipt: &Receipt, key: &NoteVerifier) -> Result<Verdict, Fault> {
        let wrong = |why: &str| Ok(Verdict::Wrong { why: why.to_owned() });
        if let Err(bad) = receipt.verify(key) {
            return wrong(bad.0);
        }
        let cp = &receipt.checkpoint;
        let (size, root) = {
            let tree = &self.state().tree;
            (tree.size(), tree.root_at(cp.size))
        };
        let Some(root) = root else {
            return Ok(Verdict::BehindReceipt { receipt_size: cp.size, size });
        };
        if root != cp.root {
            return wrong("the log has another history than the one this receipt was given for");
        }
        match self.row(receipt.n) {
            Ok(Ok(_)) => Ok(Verdict::Holds),
            Ok(Err(logged_at)) => Ok(Verdict::HoldsErased { logged_at }),
            Err(fault @ Fault::Altered { .. }) => Ok(Verdict::Wrong { why: fault.to_string() }),
            Err(fault) => Err(fault),
        }
    }

    /// The entry that was appended under this key.
    pub fn find(&self, idem: &[u8]) -> Result<Option<EntryNo>, Fault> {
        let tag = self.idem_tag(idem);
        let found = self.shelf().find_idem(&tag)?;
        Ok(found.filter(|n| *n < self.size()).map(EntryNo))
    }

    pub(crate) fn idem_tag(&self, idem: &[u8]) -> Hash {
        mac(&self.keys.idem, "idem", &[idem])
    }

    fn snapshot_bound(&self, up_to: u64) -> Option<Vec<u8>> {
        let state = self.state();
        let root = state.tree.root_at(up_to)?;
        let mut aad = b"caucus record snapshot v1\n".to_vec();
        aad.extend_from_slice(self.room.as_str().as_bytes());
        aad.push(b'\n');
        aad.extend_from_slice(&up_to.to_be_bytes());
        aad.extend_from_slice(&root);
        // One from before an erasure does not open after it.
        aad.extend_from_slice(&state.chain);
        Some(aad)
    }

    /// Keeps a sealed copy of what was folded from the first `up_to` entries (those numbered below
    /// it), bound to the tree's root at that size. It replaces the one before. Refused where an
    /// entry of them was erased since: the copy would keep its words.
    pub fn save_snapshot(&self, up_to: EntryNo, bytes: &[u8]) -> Result<(), Fault> {
        self.writer.snapshot(up_to.0, || {
            let aad = self.snapshot_bound(up_to.0).ok_or_else(|| Fault::NotThere { what: format!("a log of {up_to} entries") })?;
            if let Some((n, by)) = self.state().erased.iter().find(|(n, by)| **n < up_to.0 && **by >= up_to.0) {
                let what = format!("entry {n} was erased since, as entry {by} says; the state must be folded again without it");
                return Err(Fault::Refused { what });
            }
            let mut plain = (bytes.len() as u64).to_be_bytes().to_vec();
            plain.extend_from_slice(bytes);
            plain.resize(padded(plain.len()), 0);
            let nonce = snapshot_nonce(&self.keys, &aad, &plain);
            let mut sealed = nonce.to_vec();
            sealed.extend_from_slice(&seal::encrypt(&self.keys.snapshot, nonce, &aad, &plain));
            Ok(sealed)
        })
    }

    /// The last snapshot, where there is one that fits this log. Nothing is lost without it.
    #[must_use]
    pub fn load_snapshot(&self) -> Option<(EntryNo, Vec<u8>)> {
        let snapshot = self.shelf().snapshot().ok()??;
        self.open_snapshot(snapshot)
    }

    pub(crate) fn open_snapshot(&self, (up_to, sealed): (u64, Vec<u8>)) -> Option<(EntryNo, Vec<u8>)> {
        let aad = self.snapshot_bound(up_to)?;
        let (nonce, sealed) = sealed.split_at_checked(24)?;
        let plain = seal::decrypt(&self.keys.snapshot, nonce.try_into().ok()?, &aad, sealed)?;
        let (len, rest) = plain.split_at_checked(8)?;
        let len = usize::try_from(u64::from_be_bytes(len.try_into().ok()?)).ok()?;
        rest.get(..len).map(|bytes| (EntryNo(up_to), bytes.to_vec()))
    }

    /// Removes the snapshot.
    pub fn drop_snapshot(&self) -> Result<(), Fault> {
        self.writer.drop_snapshot()
    }
}
