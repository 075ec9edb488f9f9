//! A checkpoint is a signed note with a log's origin, size and root, as c2sp.org/tlog-checkpoint says.

use crate::merkle::Hash;
use crate::note::{BadNote, NoteSigner, NoteVerifier, base64, number, unbase64};

/// A signed checkpoint. It has no time: the same log gives the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The log's name.
    pub origin: String,
    /// How many leaves it has.
    pub size: u64,
    /// Its root.
    pub root: Hash,
    note: String,
}

impl Checkpoint {
    /// Signs a head. The signer's name is the origin.
    #[must_use]
    pub fn sign(signer: &NoteSigner, size: u64, root: Hash) -> Self {
        let origin = signer.verifier().name().to_owned();
        let note = signer.sign(&format!("{origin}\n{size}\n{}\n", base64(&root)));
        Self { origin, size, root, note }
    }

    /// The signed note, byte for byte.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.note
    }

    /// Reads a checkpoint without checking who signed it. Nothing in it may be relied on before
    /// [`Checkpoint::verify`].
    pub fn parse(note: &str) -> Result<Self, BadNote> {
        if note.bytes().any(|b| b < 0x20 && b != b'\n') {
            return Err(BadNote("a note holds no control characters"));
        }
        let cut = note.rfind("\n\n").ok_or(BadNote("the checkpoint has no signature"))?;
        let mut lines = note[..cut].split('\n');
        let origin = lines.next().filter(|l| !l.is_empty()).ok_or(BadNote("the checkpoint has no origin"))?;
        let size = lines.next().and_then(number).ok_or(BadNote("the checkpoint has no size"))?;
        let root = lines.next().and_then(unbase64).and_then(|b| Hash::try_from(b).ok());
        let root = root.ok_or(BadNote("the checkpoint has no root"))?;
        if lines.any(str::is_empty) {
            return Err(BadNote("the checkpoint holds an empty line"));
        }
        Ok(Self { origin: origin.to_owned(), size, root, note: note.to_owned() })
    }

    /// Checks the signature, and that the key's name is the origin.
    pub fn verify(&self, key: &NoteVerifier) -> Result<(), BadNote> {
        if key.name() != self.origin {
            return Err(BadNote("the checkpoint is of another log"));
        }
        let again = Checkpoint::parse(&self.note)?;
        if again != *self {
            return Err(BadNote("the checkpoint was changed after it was read"));
        }
        key.open(&self.note).map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkpoint_reads_back_and_no_line_can_be_changed() {
        let signer = NoteSigner::new("talks.example/a", &[1; 32]).unwrap();
        let cp = Checkpoint::sign(&signer, 20_852_163, [9; 32]);
        let back = Checkpoint::parse(cp.text()).unwrap();
        assert_eq!(back, cp);
        assert_eq!(back.verify(&signer.verifier()), Ok(()));
        for (from, to) in [("20852163", "20852164"), ("CQkJ", "CQkK"), ("talks.example/a\n2", "talks.example/b\n2")] {
            let bad = cp.text().replacen(from, to, 1);
            let read = Checkpoint::parse(&bad).unwrap();
            assert!(read.verify(&signer.verifier()).is_err(), "{from}");
        }
        assert!(Checkpoint::parse(&cp.text().replace("20852163", "020852163")).is_err());
    }

    #[test]
    fn the_example_of_the_specification_reads() {
        let text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n\u{2014} example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
        let cp = Checkpoint::parse(text).unwrap();
        assert_eq!((cp.size, cp.origin.as_str()), (20_852_163, "example.com/behind-the-sofa"));
    }
}
