//! Randomness is an argument: one generator per room, so that two runs can be compared.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};
use terms::id::RoomCode;

/// A generator of random bytes.
pub trait Entropy: Send {
    /// Fills `out` with fresh bytes.
    fn fill(&mut self, out: &mut [u8]);
}

/// Where each room's generator comes from. One per room: what happens in one room never shifts
/// what another room draws.
pub trait EntropySource: Send + Sync {
    /// The generator of this room.
    fn for_room(&self, room: &RoomCode) -> Box<dyn Entropy>;
}

/// The operating system's generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsEntropy;

impl Entropy for OsEntropy {
    fn fill(&mut self, out: &mut [u8]) {
        // Without randomness no key is safe: there is nothing sensible to go on with.
        getrandom::fill(out).expect("the operating system gives random bytes");
    }
}

impl EntropySource for OsEntropy {
    fn for_room(&self, _room: &RoomCode) -> Box<dyn Entropy> {
        Box::new(OsEntropy)
    }
}

/// A generator that gives the same bytes for the same seed. For tests and examples only.
#[derive(Debug, Clone)]
pub struct SeededEntropy(ChaCha20Rng);

impl SeededEntropy {
    /// A generator from a 32-byte seed.
    #[must_use]
    pub fn new(seed: [u8; 32]) -> Self {
        Self(ChaCha20Rng::from_seed(seed))
    }
}

impl Entropy for SeededEntropy {
    fn fill(&mut self, out: &mut [u8]) {
        self.0.fill_bytes(out);
    }
}

/// Gives each room a generator made from one seed and the room's code.
#[derive(Debug, Clone, Copy)]
pub struct SeededSource(pub [u8; 32]);

impl EntropySource for SeededSource {
    fn for_room(&self, room: &RoomCode) -> Box<dyn Entropy> {
        let mut hash = Sha256::new();
        hash.update(self.0);
        hash.update(room.as_str());
        Box::new(SeededEntropy::new(hash.finalize().into()))
    }
}
