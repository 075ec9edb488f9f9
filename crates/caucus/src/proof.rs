//! What proves a person: a passphrase hashed with argon2id, and codes by time that work once.

use argon2::password_hash::phc::{PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use terms::time::Stamp;

/// How dear a passphrase's hash is; injected, so that tests need not pay for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProofCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl ProofCost {
    /// What people's passphrases are hashed with: 64 MiB, 3 passes, 1 lane (RFC 9106, second
    /// recommended option, one lane for two cores).
    pub const REAL: ProofCost = ProofCost { memory_kib: 64 * 1024, passes: 3, lanes: 1 };
    /// What tests use.
    pub const TEST: ProofCost = ProofCost { memory_kib: 8, passes: 1, lanes: 1 };

    fn argon(self) -> Option<Argon2<'static>> {
        Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(self.memory_kib, self.passes, self.lanes, None).ok()?))
    }
}

/// The shortest passphrase that is taken, in characters.
pub const SHORTEST: usize = 12;

/// Hashes a passphrase with a fresh salt of 16 bytes, in the PHC form.
#[must_use]
pub fn hash(passphrase: &str, salt: &[u8; 16], cost: ProofCost) -> Option<String> {
    let _ = Salt::new(salt).ok()?;
    Some(cost.argon()?.hash_password_with_salt(passphrase.as_bytes(), salt).ok()?.to_string())
}

/// Whether the passphrase is the one that was hashed.
#[must_use]
pub fn holds(passphrase: &str, phc: &str, cost: ProofCost) -> bool {
    let (Ok(parsed), Some(argon)) = (PasswordHash::new(phc), cost.argon()) else { return false };
    argon.verify_password(passphrase.as_bytes(), &parsed).is_ok()
}

/// The length of a time step, in seconds (RFC 6238).
const STEP: i64 = 30;

/// The step of a code that is right now, one step early or late; none where it is wrong or its step
/// is not after the last one used.
#[must_use]
pub fn code_step(seed: &[u8], code: &str, wall: Stamp, last: Option<u64>) -> Option<u64> {
    let code: String = code.chars().filter_map(terms::script::digit).map(|d| char::from(b'0' + d)).collect();
    let now = u64::try_from(wall.0 / STEP).ok()?;
    (now.saturating_sub(1)..=now + 1).find(|step| last.is_none_or(|l| *step > l) && self::code(seed, *step) == code)
}

/// The six digits of a step (RFC 4226 over SHA-1, as every generator on a phone makes them).
#[must_use]
pub fn code(seed: &[u8], step: u64) -> String {
    let made = totp_rs::Builder::new().with_secret(seed.to_vec()).with_digits(6).with_step_duration(STEP.unsigned_abs()).build();
    made.map_or_else(|_| String::new(), |totp| totp.generate(step * STEP.unsigned_abs()).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_real_cost_is_what_the_handbook_says() {
        assert_eq!(ProofCost::REAL, ProofCost { memory_kib: 65_536, passes: 3, lanes: 1 });
        let phc = hash("correct horse battery", &[7; 16], ProofCost::REAL).unwrap_or_default();
        assert!(phc.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"), "{phc}");
        assert!(holds("correct horse battery", &phc, ProofCost::REAL));
    }

    #[test]
    fn only_the_passphrase_itself_holds() {
        let phc = hash("the mill line", &[1; 16], ProofCost::TEST).unwrap_or_default();
        assert!(holds("the mill line", &phc, ProofCost::TEST));
        assert!(!holds("the mill  line", &phc, ProofCost::TEST));
        assert!(!holds("the mill line", "nonsense", ProofCost::TEST));
    }

    #[test]
    fn a_code_works_once_and_only_in_its_time() {
        // RFC 6238, appendix B, SHA-1, cut to six digits.
        let seed = b"12345678901234567890";
        let wall = Stamp(1_111_111_109);
        assert_eq!(code_step(seed, "081804", wall, None), Some(37_037_036));
        assert_eq!(code_step(seed, "٠٨١٨٠٤", wall, None), Some(37_037_036), "digits of any script");
        assert_eq!(code_step(seed, "081804", wall, Some(37_037_036)), None, "used before");
        assert_eq!(code_step(seed, "081804", wall.plus_seconds(90), None), None, "too late");
        assert_eq!(code_step(seed, "000000", wall, None), None);
    }
}
