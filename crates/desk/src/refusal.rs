//! Why something was not done.

use terms::phrase::Phrase;

/// Why a command was not carried out or a view not given. Nothing was changed.
#[derive(Debug)]
pub enum Refusal {
    /// It does not exist, or the asker may not know that it does: one answer for both.
    NotFound,
    /// What was sent cannot be used as it is.
    Bad(Vec<Phrase>),
    /// The rules stand against it, each with its reason.
    Against(Vec<Phrase>),
    /// It needs the person's fresh proof: passphrase and code again.
    NeedsProof,
    /// The machine failed; what was acknowledged before is safe.
    Fault(record::Fault),
}

impl Refusal {
    /// Refused for one reason.
    #[must_use]
    pub fn against(phrase: Phrase) -> Self {
        Refusal::Against(vec![phrase])
    }

    /// Unusable for one reason.
    #[must_use]
    pub fn bad(phrase: Phrase) -> Self {
        Refusal::Bad(vec![phrase])
    }
}

impl From<record::Fault> for Refusal {
    fn from(fault: record::Fault) -> Self {
        Refusal::Fault(fault)
    }
}
