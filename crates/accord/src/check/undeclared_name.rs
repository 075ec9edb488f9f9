//! A name, clause or source that is used and declared nowhere. Raised by the parser.

use super::{Check, Family, Severity, info};

pub(super) const CHECK: Check = Check {
    info: info(
        "undeclared-name",
        Family::Reading,
        Severity::Stop,
        "An actor, event, list, clause or source that the text uses and declares nowhere, with the nearest declared name.",
        "Two spellings of one name are two names to a court, and a condition on an event that is declared nowhere never comes true.",
        "1.1 Delta shall rest, when acceptence.",
    ),
    pairs: false,
    run: |_| {},
};
