//! What the door asks of a text: its brackets, and the zone of its clock.

use crate::model::Model;
use crate::tree::Tree;

impl Tree {
    /// The bracket groups in the order of the text: a group's id and its letters.
    #[must_use]
    pub fn brackets(&self) -> Vec<(String, Vec<String>)> {
        let letters = |g: &crate::tree::Group| g.options.iter().map(|o| o.letter.clone()).collect();
        self.sentences.iter().flat_map(|s| &s.groups).map(|g| (g.id.clone(), letters(g))).collect()
    }
}

impl Model {
    /// The IANA name of the clock's zone; `None` where the text leaves it open or names none.
    #[must_use]
    pub fn zone(&self) -> Option<&str> {
        self.zone.as_ref()?.as_ref().map(|(name, _)| name.as_str())
    }
}
