//! Keys form a tree: the store's key gives each room its keys, a room's key wraps each entry's.

use crate::note::{NoteSigner, NoteVerifier};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use terms::id::RoomCode;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// HMAC-SHA-256 over a purpose and parts, each part with its length before it.
pub(crate) fn mac(key: &[u8; 32], purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of 32 bytes fits");
    mac.update(b"caucus/record/v1/");
    mac.update(purpose.as_bytes());
    mac.update(&[0]);
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The key of a whole store. Wiped from memory when dropped, never written in clear.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct StoreKey(pub(crate) [u8; 32]);

impl std::fmt::Debug for StoreKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StoreKey")
    }
}

impl StoreKey {
    /// A key from its 32 bytes: for tests, and for a keeper that holds the key elsewhere.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The name under which the store keeps a room: says nothing about the room's code to who
    /// has not the key.
    pub(crate) fn shelf_name(&self, room: &RoomCode) -> String {
        crate::note::hex(&mac(&self.0, "shelf", &[room.as_str().as_bytes()])[..16])
    }

    /// The key that seals the rooms' codes in their files.
    pub(crate) fn label(&self) -> [u8; 32] {
        mac(&self.0, "label", &[])
    }

    pub(crate) fn room(&self, room: &RoomCode) -> RoomKeys {
        let room = room.as_str().as_bytes();
        let root = mac(&self.0, "room", &[room]);
        RoomKeys {
            wrap: mac(&root, "wrap", &[]),
            idem: mac(&root, "idem", &[]),
            head: mac(&root, "head", &[]),
            hedge: mac(&root, "hedge", &[]),
            mark: mac(&root, "mark", &[]),
            snapshot: mac(&root, "snapshot", &[]),
        }
    }

    /// The signer of the record's checkpoints, under this origin.
    pub(crate) fn signer(&self, origin: &str) -> Result<NoteSigner, crate::note::BadNote> {
        NoteSigner::new(origin, &mac(&self.0, "sign", &[]))
    }

    /// The public half of the signer, for those who keep receipts.
    pub fn verifier(&self, origin: &str) -> Result<NoteVerifier, crate::note::BadNote> {
        Ok(self.signer(origin)?.verifier())
    }
}

/// The keys of one room, each for one purpose.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub(crate) struct RoomKeys {
    pub(crate) wrap: [u8; 32],
    pub(crate) idem: [u8; 32],
    pub(crate) head: [u8; 32],
    pub(crate) hedge: [u8; 32],
    pub(crate) mark: [u8; 32],
    pub(crate) snapshot: [u8; 32],
}

/// How dear it is to try a passphrase (argon2id).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyCost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl KeyCost {
    /// What a real store uses: 256 MiB, 3 passes, 4 lanes. About a second on a small server.
    pub const REAL: KeyCost = KeyCost { memory_kib: 256 * 1024, passes: 3, lanes: 4 };
    /// Cheap and unsafe, for tests.
    pub const TEST: KeyCost = KeyCost { memory_kib: 8, passes: 1, lanes: 1 };

    /// Whether a key file may ask for this much: an altered file must not eat the machine.
    pub(crate) fn bearable(self) -> bool {
        (8..=4 * 1024 * 1024).contains(&self.memory_kib)
            && (1..=64).contains(&self.passes)
            && (1..=64).contains(&self.lanes)
            && self.memory_kib >= 8 * self.lanes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_real_cost_is_what_was_decided() {
        assert_eq!((KeyCost::REAL.memory_kib, KeyCost::REAL.passes, KeyCost::REAL.lanes), (262_144, 3, 4));
        assert!(KeyCost::REAL.bearable() && KeyCost::TEST.bearable());
    }
}
