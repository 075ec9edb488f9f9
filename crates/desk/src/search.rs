//! Search in one room: a plain scan over folded text, kept in memory only.
//!
//! One buffer per room; nothing is ranked or counted across rooms, and no word is written to any
//! file. A scan of a hundred thousand messages takes a few milliseconds (docs/decisions/004), so
//! an index with statistics of its own would buy nothing and could leak.

use memchr::memmem;
use terms::id::EntryNo;
use terms::script::fold;

/// Separates the texts of the buffer: folding never leaves a control character.
const GAP: u8 = 0;

/// The folded words of a room.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Index {
    text: Vec<u8>,
    /// Where each text begins, with its entry's number; ascending in both.
    starts: Vec<(usize, u64)>,
}

impl Index {
    /// Takes in an entry's words.
    pub(crate) fn add(&mut self, n: u64, words: &[&str]) {
        if words.is_empty() {
            return;
        }
        self.starts.push((self.text.len(), n));
        for word in words {
            self.text.extend_from_slice(fold(word).as_bytes());
            self.text.push(b'\n');
        }
        self.text.push(GAP);
    }

    /// Takes an entry's words out again.
    pub(crate) fn forget(&mut self, n: u64) {
        let Ok(i) = self.starts.binary_search_by_key(&n, |(_, k)| *k) else { return };
        let from = self.starts[i].0;
        let to = self.starts.get(i + 1).map_or(self.text.len(), |(s, _)| *s);
        self.text.drain(from..to);
        self.starts.remove(i);
        for (start, _) in &mut self.starts[i..] {
            *start -= to - from;
        }
    }

    /// Entries that hold every word of the query, newest first.
    pub(crate) fn find(&self, folded: &str, limit: usize) -> (Vec<EntryNo>, bool) {
        let mut words: Vec<&str> = folded.split_whitespace().collect();
        words.sort_by_key(|w| std::cmp::Reverse(w.len()));
        let Some(rarest) = words.first() else { return (Vec::new(), false) };
        let mut found = Vec::new();
        let mut end = self.text.len();
        let finder = memmem::FinderRev::new(rarest.as_bytes());
        while let Some(hit) = finder.rfind(&self.text[..end]) {
            let i = self.starts.partition_point(|(s, _)| *s <= hit) - 1;
            let (from, n) = self.starts[i];
            let to = self.starts.get(i + 1).map_or(self.text.len(), |(s, _)| *s);
            let here = &self.text[from..to];
            if words.iter().all(|w| memmem::find(here, w.as_bytes()).is_some()) {
                if found.len() == limit {
                    return (found, true);
                }
                found.push(EntryNo(n));
            }
            end = from;
        }
        (found, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_must_be_there_and_the_newest_comes_first() {
        let mut index = Index::default();
        index.add(1, &["the river road"]);
        index.add(4, &["the road to the mill", "Road works"]);
        index.add(9, &["نقل القائمة"]);
        assert_eq!(index.find(&fold("ROAD the"), 9), (vec![EntryNo(4), EntryNo(1)], false));
        assert_eq!(index.find(&fold("road"), 1), (vec![EntryNo(4)], true));
        assert_eq!(index.find(&fold("القائمه"), 9).0, [EntryNo(9)]);
        assert_eq!(index.find(&fold("  "), 9).0, []);
    }

    #[test]
    fn what_was_erased_is_not_found_and_leaves_no_trace() {
        let (mut with, mut without) = (Index::default(), Index::default());
        for (n, words) in [(0, "one"), (1, "two"), (2, "three")] {
            with.add(n, &[words]);
            if n != 1 {
                without.add(n, &[words]);
            }
        }
        with.forget(1);
        assert_eq!(with, without);
    }
}
