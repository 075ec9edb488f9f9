//! `within T before E`, which may mean two things. Raised by the parser.

use super::{Check, Family, Severity, info};

pub(super) const CHECK: Check = Check {
    info: info(
        "bare-within",
        Family::Reading,
        Severity::Stop,
        "`within 2 days before E`: it may mean at least 2 days before, or not more than 2 days before.",
        "One side plans for the early reading and the other for the late one.",
        "1.1 Delta shall rest, within 2 days before acceptance.",
    ),
    pairs: false,
    run: |_| {},
};
