//! Every sentence that the talks raise can be printed in every language, and no file holds anything else.

use crate::fluent;
use std::path::Path;
use talks::conveyance::language_key;
use terms::language::Language;

#[test]
fn every_sentence_and_word_of_the_talks_is_said_in_every_language() {
    let sources = fluent::sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let mut raised = fluent::phrases(&sources);
    assert!(raised.len() > 25, "the sources are scanned: {}", raised.len());
    raised.extend(fluent::ladders(&sources));
    raised.extend(Language::ALL.map(|l| fluent::plain(language_key(l))));
    assert_eq!(fluent::uneven(talks::WORDS), Vec::<String>::new());
    assert_eq!(fluent::unsaid(&raised, &[talks::WORDS, terms::WORDS]), Vec::<String>::new());
    assert_eq!(fluent::idle(talks::WORDS, &raised), Vec::<String>::new());
}
