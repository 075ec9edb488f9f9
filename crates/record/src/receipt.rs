//! A receipt is a proof that an entry is in a log, as c2sp.org/tlog-proof says.
//!
//! Its `extra` line carries the entry's leaf: a commitment of 32 bytes that says nothing about the
//! words. Who holds the words and the opening can compute it again ([`crate::seal::commitment`]).

use crate::checkpoint::Checkpoint;
use crate::merkle::{Hash, leaf_hash, verify_inclusion};
use crate::note::{BadNote, NoteVerifier, base64, number, unbase64};
use terms::id::EntryNo;

const HEADER: &str = "c2sp.org/tlog-proof@v1";

/// What the store answers for an entry that it has made durable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The entry's number in its room.
    pub n: EntryNo,
    /// The entry's leaf.
    pub leaf: Hash,
    /// The inclusion proof, from the leaf's neighbour upwards.
    pub proof: Vec<Hash>,
    /// The checkpoint that the proof leads to.
    pub checkpoint: Checkpoint,
}

impl Receipt {
    /// The receipt as a file (`.tlog-proof`).
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = format!("{HEADER}\nextra {}\nindex {}\n", base64(&self.leaf), self.n);
        for hash in &self.proof {
            out.push_str(&base64(hash));
            out.push('\n');
        }
        out.push('\n');
        out.push_str(self.checkpoint.text());
        out
    }

    /// Reads a receipt without checking it; see [`Receipt::verify`].
    pub fn parse(text: &str) -> Result<Self, BadNote> {
        let (head, checkpoint) = text.split_once("\n\n").ok_or(BadNote("the receipt has no checkpoint"))?;
        let mut lines = head.split('\n');
        if lines.next() != Some(HEADER) {
            return Err(BadNote("this is not a receipt"));
        }
        let leaf = lines.next().and_then(|l| l.strip_prefix("extra ")).and_then(unbase64);
        let leaf = leaf.and_then(|b| Hash::try_from(b).ok()).ok_or(BadNote("the receipt has no leaf"))?;
        let n = lines.next().and_then(|l| l.strip_prefix("index ")).and_then(number);
        let n = EntryNo(n.ok_or(BadNote("the receipt has no index"))?);
        let mut proof = Vec::new();
        for line in lines {
            if proof.len() == 64 {
                return Err(BadNote("the receipt's proof is too long"));
            }
            let hash = unbase64(line).and_then(|b| Hash::try_from(b).ok());
            proof.push(hash.ok_or(BadNote("a line of the receipt's proof is not a hash"))?);
        }
        Ok(Self { n, leaf, proof, checkpoint: Checkpoint::parse(checkpoint)? })
    }

    /// Checks the signature and the proof, offline.
    pub fn verify(&self, key: &NoteVerifier) -> Result<(), BadNote> {
        self.checkpoint.verify(key)?;
        let cp = &self.checkpoint;
        if verify_inclusion(&leaf_hash(&self.leaf), self.n.0, cp.size, &self.proof, &cp.root) {
            Ok(())
        } else {
            Err(BadNote("the proof does not lead from the leaf to the checkpoint"))
        }
    }
}
