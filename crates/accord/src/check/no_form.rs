//! A sentence that fits no form. Raised by the parser; here is its page.

use super::{Check, Family, Severity, info};

pub(super) const CHECK: Check = Check {
    info: info(
        "no-form",
        Family::Reading,
        Severity::Stop,
        "A sentence that fits no form of the language; the nearest form is named.",
        "What cannot be read takes no part in the other checks, so a defect in it stays hidden.",
        "1.1 Delta shall rest, sometimes.",
    ),
    pairs: false,
    run: |_| {},
};
