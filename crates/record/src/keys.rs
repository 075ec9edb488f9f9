//! The key file holds the store's key twice, each time sealed: under a passphrase and under a
//! recovery text. Both lost is lost.
//!
//! `keys` is three lines of text:
//!
//! ```text
//! caucus keys 1
//! passphrase <memory KiB> <passes> <lanes> <salt> <nonce> <sealed key>
//! recovery <salt> <nonce> <sealed key>
//! ```
//!
//! Salts, nonces and sealed keys are base64. The passphrase goes through argon2id with the salt
//! and the costs of its line; the recovery text is 32 random bytes and needs no stretching.
//! Everything before the nonce is bound to the sealed key.

use crate::entropy::Entropy;
use crate::fault::Fault;
use crate::key::{KeyCost, StoreKey, mac};
use crate::note::{base64, number, unbase64};
use crate::seal::{decrypt, encrypt};
use crate::sqlite::write_whole;
use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest, Sha256};
use std::path::Path;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

const FILE: &str = "keys";
const HEADER: &str = "caucus keys 1";
const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// The recovery text: what opens the store when the passphrase is lost. Shown once, kept on paper.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryText(String);

impl std::fmt::Debug for RecoveryText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryText")
    }
}

impl RecoveryText {
    /// The text, in groups of five letters and digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads a recovery text as typed, and writes it as it was shown; nothing where a letter is wrong.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        read_recovery(text).map(|secret| Self::new(&secret))
    }

    fn new(secret: &[u8; 32]) -> Self {
        let mut bytes = Zeroizing::new(secret.to_vec());
        bytes.extend_from_slice(&check(secret));
        let mut text = String::new();
        for i in 0..bytes.len() * 8 / 5 {
            if i > 0 && i % 5 == 0 {
                text.push('-');
            }
            let value = (0..5).fold(0, |v, b| {
                let bit = i * 5 + b;
                v << 1 | usize::from(bytes[bit / 8] >> (7 - bit % 8) & 1)
            });
            text.push(char::from(ALPHABET[value]));
        }
        Self(text)
    }
}

fn check(secret: &[u8; 32]) -> [u8; 3] {
    let hash: [u8; 32] = Sha256::new_with_prefix(b"caucus recovery\n").chain_update(secret).finalize().into();
    [hash[0], hash[1], hash[2]]
}

/// Reads a recovery text as typed: spaces, dashes and capitals do not matter.
fn read_recovery(text: &str) -> Option<Zeroizing<[u8; 32]>> {
    let mut bytes = Zeroizing::new([0u8; 35]);
    let mut bit = 0;
    for c in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
        let c = u8::try_from(c.to_ascii_lowercase()).ok()?;
        let value = ALPHABET.iter().position(|a| *a == c)?;
        for b in 0..5 {
            *bytes.get_mut(bit / 8)? |= u8::from(value >> (4 - b) & 1 == 1) << (7 - bit % 8);
            bit += 1;
        }
    }
    let secret = Zeroizing::new(<[u8; 32]>::try_from(&bytes[..32]).ok()?);
    (bit == 280 && check(&secret) == bytes[32..]).then_some(secret)
}

/// A parsed key file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFile {
    cost: KeyCost,
    passphrase: Slot,
    recovery: Slot,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Slot {
    salt: [u8; 16],
    nonce: [u8; 24],
    sealed: Vec<u8>,
}

impl Slot {
    fn seal(head: &str, salt: [u8; 16], key: &[u8; 32], store: &StoreKey, entropy: &mut dyn Entropy) -> Self {
        let mut nonce = [0; 24];
        entropy.fill(&mut nonce);
        let sealed = encrypt(key, nonce, &bound(head, &salt), &store.0);
        Self { salt, nonce, sealed }
    }

    fn open(&self, head: &str, key: &[u8; 32]) -> Option<StoreKey> {
        let plain = decrypt(key, self.nonce, &bound(head, &self.salt), &self.sealed)?;
        plain.as_slice().try_into().ok().map(StoreKey)
    }

    fn text(&self) -> String {
        format!("{} {} {}", base64(&self.salt), base64(&self.nonce), base64(&self.sealed))
    }

    fn parse<'t>(mut words: impl Iterator<Item = &'t str>) -> Option<Self> {
        let salt = unbase64(words.next()?)?.try_into().ok()?;
        let nonce = unbase64(words.next()?)?.try_into().ok()?;
        let sealed = unbase64(words.next()?).filter(|s| s.len() == 48)?;
        words.next().is_none().then_some(Self { salt, nonce, sealed })
    }
}

fn bound(head: &str, salt: &[u8; 16]) -> Vec<u8> {
    let mut aad = format!("{HEADER}\n{head}\n").into_bytes();
    aad.extend_from_slice(salt);
    aad
}

fn passphrase_head(cost: KeyCost) -> String {
    format!("passphrase {} {} {}", cost.memory_kib, cost.passes, cost.lanes)
}

fn stretch(passphrase: &str, salt: &[u8; 16], cost: KeyCost) -> Option<Zeroizing<[u8; 32]>> {
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).ok()?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(passphrase.as_bytes(), salt, key.as_mut()).ok()?;
    Some(key)
}

fn recovery_key(secret: &[u8; 32], salt: &[u8; 16]) -> Zeroizing<[u8; 32]> {
    Zeroizing::new(mac(secret, "recovery", &[salt]))
}

impl KeyFile {
    /// Reads a key file; nothing where it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        if lines.next()? != HEADER {
            return None;
        }
        let mut words = lines.next()?.split(' ');
        if words.next()? != "passphrase" {
            return None;
        }
        let mut figure = || words.next().and_then(number).and_then(|n| u32::try_from(n).ok());
        let cost = KeyCost { memory_kib: figure()?, passes: figure()?, lanes: figure()? };
        let passphrase = Slot::parse(words)?;
        let mut words = lines.next()?.split(' ');
        if words.next()? != "recovery" || !cost.bearable() {
            return None;
        }
        let recovery = Slot::parse(words)?;
        lines.next().is_none().then_some(Self { cost, passphrase, recovery })
    }

    /// The file as text.
    #[must_use]
    pub fn text(&self) -> String {
        let head = passphrase_head(self.cost);
        format!("{HEADER}\n{head} {}\nrecovery {}\n", self.passphrase.text(), self.recovery.text())
    }
}

fn read(dir: &Path) -> Result<KeyFile, Fault> {
    let path = dir.join(FILE);
    let text = std::fs::read_to_string(&path).map_err(|e| Fault::io(&path, &e))?;
    KeyFile::parse(&text).ok_or_else(|| Fault::Torn { place: FILE.to_owned(), what: "it cannot be read as a key file".to_owned() })
}

fn salt(entropy: &mut dyn Entropy) -> [u8; 16] {
    let mut salt = [0; 16];
    entropy.fill(&mut salt);
    salt
}

fn passphrase_slot(key: &StoreKey, passphrase: &str, cost: KeyCost, entropy: &mut dyn Entropy) -> Result<Slot, Fault> {
    let salt = salt(entropy);
    let bad = || Fault::Refused { what: "the cost of trying a passphrase is out of range".to_owned() };
    let stretched = if cost.bearable() { stretch(passphrase, &salt, cost) } else { None }.ok_or_else(bad)?;
    Ok(Slot::seal(&passphrase_head(cost), salt, &stretched, key, entropy))
}

/// Makes a store's key and its key file. The recovery text is given out here and never again.
pub fn create(dir: &Path, passphrase: &str, cost: KeyCost, entropy: &mut dyn Entropy) -> Result<(StoreKey, RecoveryText), Fault> {
    if dir.join(FILE).exists() {
        return Err(Fault::Exists { what: "a key file in this folder".to_owned() });
    }
    let mut key = StoreKey([0; 32]);
    entropy.fill(&mut key.0);
    let mut secret = Zeroizing::new([0; 32]);
    entropy.fill(secret.as_mut());
    let slot = passphrase_slot(&key, passphrase, cost, entropy)?;
    let salt = salt(entropy);
    let recovery = Slot::seal("recovery", salt, &recovery_key(&secret, &salt), &key, entropy);
    let file = KeyFile { cost, passphrase: slot, recovery };
    write_whole(&dir.join(FILE), file.text().as_bytes())?;
    Ok((key, RecoveryText::new(&secret)))
}

/// Opens the store's key with the passphrase.
pub fn open_with_passphrase(dir: &Path, passphrase: &str) -> Result<StoreKey, Fault> {
    let file = read(dir)?;
    stretch(passphrase, &file.passphrase.salt, file.cost)
        .and_then(|key| file.passphrase.open(&passphrase_head(file.cost), &key))
        .ok_or_else(|| Fault::WrongKey { place: FILE.to_owned() })
}

/// Opens the store's key with the recovery text.
pub fn open_with_recovery(dir: &Path, text: &str) -> Result<StoreKey, Fault> {
    let file = read(dir)?;
    read_recovery(text)
        .and_then(|secret| file.recovery.open("recovery", &recovery_key(&secret, &file.recovery.salt)))
        .ok_or_else(|| Fault::WrongKey { place: FILE.to_owned() })
}

/// Puts a new passphrase in place of the old one, at the cost given. The recovery text stays.
pub fn change_passphrase(dir: &Path, key: &StoreKey, passphrase: &str, cost: KeyCost, entropy: &mut dyn Entropy) -> Result<(), Fault> {
    let mut file = read(dir)?;
    file.passphrase = passphrase_slot(key, passphrase, cost, entropy)?;
    file.cost = cost;
    write_whole(&dir.join(FILE), file.text().as_bytes())
}
