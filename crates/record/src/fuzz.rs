//! Entry points for a fuzzer, one a parser: plain functions that panic where a parser breaks a law.
//!
//! Whatever bytes come, nothing panics but a broken law, and what reads back is written the same
//! way again. `corpus/<target>/` holds inputs that a test replays; a fuzzer may start from them.

use crate::bundle;
use crate::checkpoint::Checkpoint;
use crate::keys::{KeyFile, RecoveryText};
use crate::note::NoteVerifier;
use crate::receipt::Receipt;

/// A target's name and what it runs.
pub type Target = (&'static str, fn(&[u8]));

/// The targets by name.
pub const TARGETS: [Target; 7] = [
    ("bundle", bundle),
    ("note", note),
    ("verifier-key", verifier_key),
    ("checkpoint", checkpoint),
    ("receipt", receipt),
    ("key-file", key_file),
    ("recovery", recovery),
];

/// The example of the specification (c2sp.org/signed-note).
const VKEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

/// A bundle.
pub fn bundle(bytes: &[u8]) {
    let verified = bundle::verify(bytes, None);
    let read = bundle::read(bytes, None);
    match (verified, read) {
        (Ok(report), Ok(rooms)) => {
            assert!(report.rooms.iter().eq(rooms.iter().map(|r| &r.report)));
            assert!(rooms.iter().all(|r| r.entries.len() as u64 == r.report.checkpoint.size));
        }
        (Err(a), Err(b)) => assert_eq!(a, b),
        (a, b) => panic!("to verify says {a:?}, to read says {b:?}"),
    }
}

/// A signed note.
pub fn note(bytes: &[u8]) {
    let Ok(key) = NoteVerifier::parse(VKEY) else {
        unreachable!("the example's key can be read");
    };
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Ok(signed) = key.open(text)
    {
        assert!(text.starts_with(signed) && signed.ends_with('\n'));
    }
}

/// A verifier key.
pub fn verifier_key(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Ok(key) = NoteVerifier::parse(text)
    {
        assert_eq!(key.vkey(), text);
    }
}

/// A checkpoint.
pub fn checkpoint(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Ok(checkpoint) = Checkpoint::parse(text)
    {
        assert_eq!(checkpoint.text(), text);
        assert!(text.starts_with(&format!("{}\n{}\n", checkpoint.origin, checkpoint.size)));
    }
}

/// A receipt.
pub fn receipt(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Ok(receipt) = Receipt::parse(text)
    {
        assert_eq!(receipt.text(), text);
        if let Ok(key) = NoteVerifier::parse(VKEY) {
            let _ = receipt.verify(&key);
        }
    }
}

/// A key file.
pub fn key_file(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Some(file) = KeyFile::parse(text)
    {
        assert_eq!(file.text(), text);
    }
}

/// A recovery text as it is typed.
pub fn recovery(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Some(read) = RecoveryText::read(text)
    {
        let typed: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        assert_eq!(read.as_str().replace('-', ""), typed.to_ascii_lowercase());
    }
}
