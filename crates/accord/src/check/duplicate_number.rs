//! One number on two clauses. Raised by the parser.

use super::{Check, Family, Severity, info};

pub(super) const CHECK: Check = Check {
    info: info(
        "duplicate-number",
        Family::Reading,
        Severity::Stop,
        "Two clauses with one number.",
        "Every reference to the number means two things.",
        "1.1 Delta shall rest. 1.1 Upland shall rest.",
    ),
    pairs: false,
    run: |_| {},
};
