//! A bracket without its partner or letters, or a choice of one that is not there. Raised by the parser.

use super::{Check, Family, Severity, info};

pub(super) const CHECK: Check = Check {
    info: info(
        "dangling-bracket",
        Family::Reading,
        Severity::Stop,
        "A bracket that is not closed, has no letters, stands inside another, or is named by `with` and does not exist.",
        "Nobody can say which words are agreed.",
        "1.1 Delta shall rest, [A: when 1.2 is done.",
    ),
    pairs: false,
    run: |_| {},
};
