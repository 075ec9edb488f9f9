//! Two versions of one list, entry by entry.

use super::{Entry, Roster};
use crate::formats::columns::Column;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};

/// What became of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// On the new list only: its place there.
    Added(usize),
    /// On the old list only: its place there.
    Removed(usize),
    /// On both, with other words.
    Changed {
        /// The place on the old list.
        old: usize,
        /// The place on the new list.
        new: usize,
        /// Each heading with the words before and after.
        fields: Vec<(String, String, String)>,
    },
}

/// Two versions compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// What changed: by the new list's order, then what was removed by the old one's.
    pub changes: Vec<Change>,
    /// Old and new place of every entry that is on both, changed or not: what a decision on the old
    /// entry carries over to.
    pub kept: Vec<(usize, usize)>,
    /// How many are on both without a change.
    pub same: usize,
}

/// Compares two versions. Entries with a number are one when the number is; entries without are one
/// when their names and birth dates are, in the order of the lists.
#[must_use]
pub fn compare(old: &Roster, new: &Roster) -> Comparison {
    let key = |e: &Entry| match e.known.get(&Column::Id) {
        Some(id) => (true, id.trim().to_owned(), String::new()),
        None => {
            let names: Vec<String> = e.known.iter().filter(|(c, _)| c.is_name()).map(|(_, n)| terms::script::fold(n)).collect();
            (false, names.join("|"), e.born.map(crate::spelling::dates::BirthDate::iso).unwrap_or_default())
        }
    };
    let mut waiting: BTreeMap<_, VecDeque<usize>> = BTreeMap::new();
    for (i, e) in old.entries.iter().enumerate() {
        waiting.entry(key(e)).or_default().push_back(i);
    }
    let mut out = Comparison::default();
    for (n, e) in new.entries.iter().enumerate() {
        match waiting.get_mut(&key(e)).and_then(VecDeque::pop_front) {
            None => out.changes.push(Change::Added(n)),
            Some(o) => {
                let fields = differences(&old.entries[o], e);
                out.kept.push((o, n));
                if fields.is_empty() {
                    out.same += 1;
                } else {
                    out.changes.push(Change::Changed { old: o, new: n, fields });
                }
            }
        }
    }
    let mut gone: Vec<usize> = waiting.into_values().flatten().collect();
    gone.sort_unstable();
    out.changes.extend(gone.into_iter().map(Change::Removed));
    out
}

fn differences(old: &Entry, new: &Entry) -> Vec<(String, String, String)> {
    let all = |e: &Entry| {
        let known = e.known.iter().map(|(c, t)| (c.tag().to_owned(), t.clone()));
        known.chain(e.more.iter().cloned()).collect::<BTreeMap<String, String>>()
    };
    let (a, b) = (all(old), all(new));
    let mut heads: Vec<&String> = a.keys().chain(b.keys()).collect();
    heads.sort_unstable();
    heads.dedup();
    let of = |m: &BTreeMap<String, String>, h: &String| m.get(h).cloned().unwrap_or_default();
    heads.into_iter().map(|h| (h.clone(), of(&a, h), of(&b, h))).filter(|(_, x, y)| x != y).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::Bounds;
    use crate::roster::import::import;

    #[test]
    fn a_new_version_says_what_it_adds_removes_and_changes() {
        let read = |t: &str| import(t.as_bytes(), &Bounds::default()).unwrap_or_else(|e| panic!("{e:?}"));
        let old = read("id,name,born\n1,Ann Low,1990\n2,Ben Hill,1991\n3,Cy Moor,1992\n");
        let new = read("name,id,born\nCy Moore,3,1992\nDi Fen,4,1993\nAnn Low,1,1990\n");
        let c = compare(&old, &new);
        assert_eq!(c.same, 1);
        assert_eq!(c.kept, [(2, 0), (0, 2)]);
        let fields = vec![("name".to_owned(), "Cy Moor".to_owned(), "Cy Moore".to_owned())];
        assert_eq!(c.changes, [Change::Changed { old: 2, new: 0, fields }, Change::Added(1), Change::Removed(1)]);
        assert_eq!(compare(&old, &old).changes, []);
    }

    #[test]
    fn without_numbers_two_people_of_one_name_stay_two() {
        let read = |t: &str| import(t.as_bytes(), &Bounds::default()).unwrap_or_else(|e| panic!("{e:?}"));
        let c = compare(&read("name\nAnn Low\nAnn Low\n"), &read("name\nAnn Low\n"));
        assert_eq!((c.same, c.changes), (1, vec![Change::Removed(1)]));
    }
}
