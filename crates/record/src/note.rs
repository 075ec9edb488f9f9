//! A signed note is text with Ed25519 signature lines under it, as c2sp.org/signed-note says.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

/// Why a note, a checkpoint, a proof or a key cannot be read or trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadNote(pub &'static str);

impl std::fmt::Display for BadNote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for BadNote {}

const ED25519: u8 = 1;
/// More signature lines than this are refused.
const MOST_SIGNATURES: usize = 64;

fn key_id(name: &str, public: &[u8; 32]) -> [u8; 4] {
    let mut h = Sha256::new();
    h.update(name);
    h.update([b'\n', ED25519]);
    h.update(public);
    let full: [u8; 32] = h.finalize().into();
    [full[0], full[1], full[2], full[3]]
}

fn good_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c.is_control() || c == '+')
}

/// Reads standard base64, refusing every second way to write the same bytes.
pub(crate) fn unbase64(text: &str) -> Option<Vec<u8>> {
    BASE64.decode(text).ok()
}

pub(crate) fn base64(bytes: &[u8]) -> String {
    BASE64.encode(bytes)
}

/// Reads a decimal number as the formats write it: no sign, no leading zero.
pub(crate) fn number(text: &str) -> Option<u64> {
    let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if plain { text.parse().ok() } else { None }
}

/// A private key with its name.
#[derive(Clone)]
pub struct NoteSigner {
    name: String,
    key: SigningKey,
}

impl std::fmt::Debug for NoteSigner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NoteSigner({})", self.name)
    }
}

impl NoteSigner {
    /// A signer from a 32-byte seed.
    pub fn new(name: &str, seed: &[u8; 32]) -> Result<Self, BadNote> {
        if !good_name(name) {
            return Err(BadNote("a key's name holds no spaces and no plus sign"));
        }
        Ok(Self { name: name.to_owned(), key: SigningKey::from_bytes(seed) })
    }

    /// The public half.
    #[must_use]
    pub fn verifier(&self) -> NoteVerifier {
        NoteVerifier { name: self.name.clone(), key: self.key.verifying_key() }
    }

    /// Signs a text that ends in a newline.
    #[must_use]
    pub fn sign(&self, text: &str) -> String {
        let mut raw = key_id(&self.name, self.key.verifying_key().as_bytes()).to_vec();
        raw.extend_from_slice(&self.key.sign(text.as_bytes()).to_bytes());
        format!("{text}\n\u{2014} {} {}\n", self.name, base64(&raw))
    }
}

/// A public key with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteVerifier {
    name: String,
    key: VerifyingKey,
}

impl NoteVerifier {
    /// Reads a verifier key: name, key number in hex, type and public key in base64, with plus
    /// signs between.
    pub fn parse(vkey: &str) -> Result<Self, BadNote> {
        let mut parts = vkey.splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(BadNote("a verifier key has three parts with plus signs between"));
        };
        let raw = unbase64(key).ok_or(BadNote("the verifier key's last part is not base64"))?;
        let Some((&ED25519, public)) = raw.split_first() else {
            return Err(BadNote("the verifier key is not for ed25519"));
        };
        let public: [u8; 32] = public.try_into().map_err(|_| BadNote("the verifier key has the wrong length"))?;
        if !good_name(name) {
            return Err(BadNote("the verifier key's name is not usable"));
        }
        if hex(&key_id(name, &public)) != id {
            return Err(BadNote("the verifier key's number does not belong to its key"));
        }
        let key = VerifyingKey::from_bytes(&public).map_err(|_| BadNote("the verifier key is not a point of the curve"))?;
        Ok(Self { name: name.to_owned(), key })
    }

    /// The key as text.
    #[must_use]
    pub fn vkey(&self) -> String {
        let mut raw = vec![ED25519];
        raw.extend_from_slice(self.key.as_bytes());
        format!("{}+{}+{}", self.name, hex(&key_id(&self.name, self.key.as_bytes())), base64(&raw))
    }

    /// The key's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The same public key under another name: a record signs each room's checkpoints with one
    /// key under the room's own origin.
    pub fn named(&self, name: &str) -> Result<Self, BadNote> {
        if good_name(name) {
            Ok(Self { name: name.to_owned(), key: self.key })
        } else {
            Err(BadNote("a key's name holds no spaces and no plus sign"))
        }
    }

    /// Checks a note and returns its text, final newline included.
    pub fn open<'n>(&self, note: &'n str) -> Result<&'n str, BadNote> {
        if note.bytes().any(|b| b < 0x20 && b != b'\n') {
            return Err(BadNote("a note holds no control characters"));
        }
        let cut = note.rfind("\n\n").ok_or(BadNote("the note has no signature"))?;
        let (text, lines) = (&note[..=cut], &note[cut + 2..]);
        let lines = lines.strip_suffix('\n').ok_or(BadNote("the note does not end in a newline"))?;
        let mine = key_id(&self.name, self.key.as_bytes());
        let mut signed = false;
        for (i, line) in lines.split('\n').enumerate() {
            if i == MOST_SIGNATURES {
                return Err(BadNote("the note has too many signatures"));
            }
            let (name, sig) = line
                .strip_prefix("\u{2014} ")
                .and_then(|l| l.split_once(' '))
                .ok_or(BadNote("a line under the note is not a signature"))?;
            let raw = unbase64(sig).ok_or(BadNote("a signature is not base64"))?;
            let (id, sig) = raw.split_at_checked(4).ok_or(BadNote("a signature is too short"))?;
            if !good_name(name) || sig.is_empty() {
                return Err(BadNote("a line under the note is not a signature"));
            }
            if name != self.name || id != mine {
                continue;
            }
            let sig = Signature::from_slice(sig).map_err(|_| BadNote("the signature has the wrong length"))?;
            self.key.verify_strict(text.as_bytes(), &sig).map_err(|_| BadNote("the signature is not by this key"))?;
            signed = true;
        }
        if signed { Ok(text) } else { Err(BadNote("the note is not signed by the key that was asked for")) }
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut s, b| {
        let _ = write!(s, "{b:02x}");
        s
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const VKEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    const NOTE: &str = "This is an example message.\n\n\u{2014} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    #[test]
    fn the_example_of_the_specification_verifies() {
        let key = NoteVerifier::parse(VKEY).unwrap();
        assert_eq!(key.vkey(), VKEY);
        assert_eq!(key.open(NOTE), Ok("This is an example message.\n"));
        assert!(key.open(&NOTE.replace("example message", "exemple message")).is_err());
        assert!(key.named("example.com/bar").unwrap().open(NOTE).is_err());
    }

    #[test]
    fn what_is_signed_opens_and_signing_is_deterministic() {
        let signer = NoteSigner::new("talks.example/one", &[7; 32]).unwrap();
        let note = signer.sign("a\n\nb\n");
        assert_eq!(note, signer.sign("a\n\nb\n"));
        assert_eq!(signer.verifier().open(&note), Ok("a\n\nb\n"));
        let again = NoteVerifier::parse(&signer.verifier().vkey()).unwrap();
        assert_eq!(again, signer.verifier());
    }
}
