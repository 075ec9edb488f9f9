//! An entry's words are committed to, padded and sealed before they reach any store.
//!
//! **Leaf.** SHA-256 over, in this order: the 22 bytes `caucus record leaf v1` and a newline; the
//! room code's length (one byte) and the code; the opening (32 fresh random bytes); what the entry
//! erases (eight bytes, the number of the erased entry big-endian, or eight 0xff for none); the
//! body's length (eight bytes, big-endian); the body. Without the opening a leaf says nothing,
//! not even about a body that can be guessed.
//!
//! **Sealed entry.** XChaCha20-Poly1305 under a key of the entry's own, nonce zero (each key seals
//! once), over: version (one byte, 1), opening, erases, length, body, zeros up to the padded size.
//! The data bound to it is the room, the number, the leaf and the idempotency tag.
//!
//! **Padded size.** Padmé (at most 12 % more, leaks O(log log n) bits), never under 256 bytes.
//!
//! **Wrapped key.** A nonce of 24 bytes and the entry key sealed under the room's wrapping key,
//! bound to the same data.

use crate::entropy::Entropy;
use crate::key::{RoomKeys, mac};
use crate::merkle::Hash;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};
use terms::id::RoomCode;
use zeroize::{Zeroize, Zeroizing};

const LEAF_DOMAIN: &[u8] = b"caucus record leaf v1\n";
const SEAL_DOMAIN: &[u8] = b"caucus record entry v1\n";
const SEALED_VERSION: u8 = 1;
const HEADER: usize = 1 + 32 + 8 + 8;
const NONE: u64 = u64::MAX;

/// The commitment that stands in the log for an entry.
#[must_use]
pub fn commitment(room: &RoomCode, opening: &[u8; 32], erases: Option<u64>, body: &[u8]) -> Hash {
    let mut h = Sha256::new();
    h.update(LEAF_DOMAIN);
    h.update([room.as_str().len() as u8]);
    h.update(room.as_str());
    h.update(opening);
    h.update(erases.unwrap_or(NONE).to_be_bytes());
    h.update((body.len() as u64).to_be_bytes());
    h.update(body);
    h.finalize().into()
}

/// The size to which `len` bytes are padded.
#[must_use]
pub fn padded(len: usize) -> usize {
    if len <= 256 {
        return 256;
    }
    let e = len.ilog2();
    let s = e.ilog2() + 1;
    let mask = (1usize << (e - s)) - 1;
    (len + mask) & !mask
}

fn bound(room: &RoomCode, n: u64, leaf: &Hash, idem: &Hash) -> Vec<u8> {
    let mut aad = SEAL_DOMAIN.to_vec();
    aad.push(room.as_str().len() as u8);
    aad.extend_from_slice(room.as_str().as_bytes());
    aad.extend_from_slice(&n.to_be_bytes());
    aad.extend_from_slice(leaf);
    aad.extend_from_slice(idem);
    aad
}

pub(crate) fn encrypt(key: &[u8; 32], nonce: [u8; 24], aad: &[u8], plain: &[u8]) -> Vec<u8> {
    XChaCha20Poly1305::new(&(*key).into())
        .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad })
        .expect("a message under 256 GiB can be sealed")
}

pub(crate) fn decrypt(key: &[u8; 32], nonce: [u8; 24], aad: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    XChaCha20Poly1305::new(&(*key).into()).decrypt(&XNonce::from(nonce), Payload { msg: sealed, aad }).ok().map(Zeroizing::new)
}

/// A sealed entry, as it goes to the store.
pub(crate) struct Sealed {
    pub(crate) leaf: Hash,
    pub(crate) sealed: Vec<u8>,
    pub(crate) wrapped: Vec<u8>,
}

/// An entry's plaintext.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    pub(crate) opening: [u8; 32],
    pub(crate) erases: Option<u64>,
    pub(crate) body: Vec<u8>,
}

/// Seals an entry. Fresh randomness is mixed with the room's key, the number and the words, so
/// that a generator that repeats itself (a seeded one after a restart) repeats no key.
pub(crate) fn seal(
    room: &RoomCode,
    keys: &RoomKeys,
    n: u64,
    idem: &Hash,
    erases: Option<u64>,
    body: &[u8],
    entropy: &mut dyn Entropy,
) -> Sealed {
    seal_as(room, keys, n, idem, erases, body, None, entropy)
}

/// Seals an entry under an opening that it had before: one that comes from a bundle.
pub(crate) fn seal_again(room: &RoomCode, keys: &RoomKeys, n: u64, idem: &Hash, opened: &Opened, entropy: &mut dyn Entropy) -> Sealed {
    seal_as(room, keys, n, idem, opened.erases, &opened.body, Some(opened.opening), entropy)
}

#[expect(clippy::too_many_arguments, reason = "each is one thing that is bound to the entry")]
fn seal_as(
    room: &RoomCode,
    keys: &RoomKeys,
    n: u64,
    idem: &Hash,
    erases: Option<u64>,
    body: &[u8],
    opening: Option<[u8; 32]>,
    entropy: &mut dyn Entropy,
) -> Sealed {
    let mut fresh = [0; 32];
    entropy.fill(&mut fresh);
    let digest: Hash = Sha256::digest(body).into();
    let draw = |purpose| mac(&keys.hedge, purpose, &[&fresh, &n.to_be_bytes(), idem, &digest]);
    let opening = opening.unwrap_or_else(|| draw("opening"));
    let mut key = draw("entry");
    let mut nonce = [0; 24];
    nonce.copy_from_slice(&draw("nonce")[..24]);
    fresh.zeroize();

    let leaf = commitment(room, &opening, erases, body);
    let aad = bound(room, n, &leaf, idem);
    let mut plain = Zeroizing::new(Vec::with_capacity(padded(HEADER + body.len())));
    plain.push(SEALED_VERSION);
    plain.extend_from_slice(&opening);
    plain.extend_from_slice(&erases.unwrap_or(NONE).to_be_bytes());
    plain.extend_from_slice(&(body.len() as u64).to_be_bytes());
    plain.extend_from_slice(body);
    plain.resize(padded(HEADER + body.len()), 0);
    let sealed = encrypt(&key, [0; 24], &aad, &plain);
    let mut wrapped = nonce.to_vec();
    wrapped.extend_from_slice(&encrypt(&keys.wrap, nonce, &aad, &key));
    key.zeroize();
    Sealed { leaf, sealed, wrapped }
}

/// Opens a sealed entry and checks it against its leaf; nothing where anything disagrees.
pub(crate) fn open(room: &RoomCode, keys: &RoomKeys, n: u64, leaf: &Hash, idem: &Hash, sealed: &[u8], wrapped: &[u8]) -> Option<Opened> {
    let aad = bound(room, n, leaf, idem);
    let (nonce, wrapped) = wrapped.split_at_checked(24)?;
    let key = decrypt(&keys.wrap, nonce.try_into().ok()?, &aad, wrapped)?;
    let key = Zeroizing::new(<[u8; 32]>::try_from(key.as_slice()).ok()?);
    let plain = decrypt(&key, [0; 24], &aad, sealed)?;
    let (head, rest) = plain.split_at_checked(HEADER)?;
    let opening: [u8; 32] = head[1..33].try_into().ok()?;
    let erases = u64::from_be_bytes(head[33..41].try_into().ok()?);
    let erases = (erases != NONE).then_some(erases);
    let len = usize::try_from(u64::from_be_bytes(head[41..49].try_into().ok()?)).ok()?;
    let (body, padding) = rest.split_at_checked(len)?;
    let good = head[0] == SEALED_VERSION
        && plain.len() == padded(HEADER + len)
        && padding.iter().all(|b| *b == 0)
        && commitment(room, &opening, erases, body) == *leaf;
    good.then(|| Opened { opening, erases, body: body.to_vec() })
}

/// What stands in place of an erased entry's key: shows who knows the room's key that entry `n`
/// was erased by entry `by`, and keeps its leaf and idempotency tag bound.
pub(crate) fn erased_mark(room: &RoomCode, keys: &RoomKeys, n: u64, leaf: &Hash, idem: &Hash, by: u64) -> Hash {
    mac(&keys.mark, "erased", &[&bound(room, n, leaf, idem), &by.to_be_bytes()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padding_costs_at_most_an_eighth_and_never_shrinks() {
        let mut last = 0;
        for len in 0..20_000 {
            let p = padded(len);
            assert!(p >= len && p >= last && (len <= 256 || p - len <= len / 8), "{len} {p}");
            last = p;
        }
    }
}
