//! What is worked out of entries that never change: kept a few at a time, thrown away without harm.
//!
//! Kept are places, numbers and weights, never a word of an entry: whoever asks has read the entry first, and
//! what was erased is not found before this is asked.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// How many results of one kind are kept.
const MOST: usize = 8;

/// Results of one kind by the entries that they were worked out of; the oldest makes room.
pub(crate) struct Derived<K, V>(Mutex<Vec<(K, Arc<V>)>>);

impl<K, V> Default for Derived<K, V> {
    fn default() -> Self {
        Self(Mutex::new(Vec::new()))
    }
}

impl<K, V> fmt::Debug for Derived<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Derived { … }")
    }
}

impl<K: PartialEq, V> Derived<K, V> {
    /// The result for these entries, worked out where it is not kept. Nobody waits for another's work: two who
    /// ask at once both work it out, and come to the same.
    pub(crate) fn get(&self, key: K, work: impl FnOnce() -> V) -> Arc<V> {
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = kept().iter().find(|(k, _)| *k == key) {
            return Arc::clone(found);
        }
        let made = Arc::new(work());
        let mut kept = kept();
        if kept.len() >= MOST {
            kept.remove(0);
        }
        kept.push((key, Arc::clone(&made)));
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_not_worked_out_again_and_the_oldest_makes_room() {
        let derived = Derived::default();
        let mut worked = 0;
        for key in [1, 1, 2, 1] {
            assert_eq!(
                *derived.get(key, || {
                    worked += 1;
                    key * 10
                }),
                key * 10
            );
        }
        assert_eq!(worked, 2);
        for key in 3..3 + MOST {
            derived.get(key, || 0);
        }
        derived.get(1, || {
            worked += 1;
            0
        });
        assert_eq!(worked, 3);
    }
}
