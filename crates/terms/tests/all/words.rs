//! Every word of the ladders can be printed in every language, and no file holds anything else.

use crate::fluent;
use std::path::Path;

#[test]
fn every_word_of_the_ladders_is_said_in_every_language() {
    let sources = fluent::sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let mut raised = fluent::ladders(&sources);
    assert_eq!(raised.len(), 32, "five ladders of the questions and the permission’s forms, the versions, calendars and digits");
    raised.extend(fluent::phrases(&sources));
    assert_eq!(fluent::uneven(terms::WORDS), Vec::<String>::new());
    assert_eq!(fluent::unsaid(&raised, &[terms::WORDS]), Vec::<String>::new());
    assert_eq!(fluent::idle(terms::WORDS, &raised), Vec::<String>::new());
}
