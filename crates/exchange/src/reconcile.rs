//! Reconciling two lists: what people decide of the pairs that the matching proposes.
//!
//! A decision is over two entries by the names that [`crate::roster::keys`] gives them, so that it
//! stands when a list's next version is imported; where the version changed what the entry says, the
//! decision is shown to be looked at again. Nothing is decided twice without saying so: whoever
//! decides names the decision that they saw. Remains are never closed by a name: a pair in which
//! either list is of remains is accepted on a stated identification only.

use crate::matching::{Decision as Proposed, Matched};
use crate::roster::ListKind;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use terms::id::{EntryNo, PersonId};
use terms::language::Words;
use terms::phrase::Phrase;
use terms::time::Stamp;

terms::ladder! {
    /// What was decided of a pair.
    Verdict, "exchange-pair" {
        /// One person.
        Accepted = "accepted",
        /// Two people.
        Refused = "refused",
        /// A side was asked; what it was asked stands in its caucus.
        Asked = "asked",
        /// Taken back: nothing is decided.
        Open = "open",
    }
}

/// One decision of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// The left entry's name.
    pub left: String,
    /// The right entry's name.
    pub right: String,
    /// What was decided.
    pub verdict: Verdict,
    /// Why, for the mediators' own memory.
    #[serde(default)]
    pub why: Option<Words>,
    /// For remains: who identified them, and how.
    #[serde(default)]
    pub identified: Option<Words>,
}

/// A decision where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Made {
    /// Its number.
    pub n: EntryNo,
    /// Who decided.
    pub by: PersonId,
    /// When.
    pub at: Stamp,
    /// What.
    pub decided: Decided,
}

/// The last decision of each pair, by the two names; what was taken back counts as the last word.
#[must_use]
pub fn standing(made: &[Made]) -> BTreeMap<(&str, &str), &Made> {
    made.iter().map(|m| ((m.decided.left.as_str(), m.decided.right.as_str()), m)).collect()
}

/// What stands against a decision: the entries' lists, what others decided meanwhile, remains.
/// `seen` is the number of the pair's last decision as whoever decides saw it.
#[must_use]
pub fn against(made: &[Made], next: &Decided, seen: Option<EntryNo>, kinds: [ListKind; 2]) -> Vec<Phrase> {
    let standing = standing(made);
    let now = standing.get(&(next.left.as_str(), next.right.as_str()));
    let mut out = Vec::new();
    if now.map(|m| m.n) != seen {
        out.push(match now {
            Some(m) => Phrase::new("exchange-decided-meanwhile").key("verdict", m.decided.verdict.key()).moment("at", m.at),
            None => Phrase::new("exchange-decided-unseen"),
        });
    }
    let verdict = now.map_or(Verdict::Open, |m| m.decided.verdict);
    if verdict == next.verdict {
        out.push(Phrase::new("exchange-decided-already").key("verdict", next.verdict.key()));
    }
    if next.verdict == Verdict::Accepted {
        let taken = standing.values().any(|m| {
            let (l, r) = (m.decided.left == next.left, m.decided.right == next.right);
            m.decided.verdict == Verdict::Accepted && l != r
        });
        if taken {
            out.push(Phrase::new("exchange-decided-taken"));
        }
        let stated = next.identified.as_ref().is_some_and(|w| !w.text.trim().is_empty());
        if kinds.contains(&ListKind::Remains) && !stated {
            out.push(Phrase::new("exchange-decided-remains"));
        }
    }
    out
}

/// A pair on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pairing {
    /// The row of the left list, from 0.
    pub left: usize,
    /// The row of the right list, from 0.
    pub right: usize,
    /// What the matching makes of it, in thousandths; none where only a person put the two together.
    pub score: Option<u32>,
    /// What is proposed.
    pub proposed: Option<Proposed>,
    /// The last decision over it.
    pub verdict: Verdict,
    /// That decision's number.
    pub decision: Option<EntryNo>,
    /// Who decided.
    pub by: Option<PersonId>,
}

/// Two lists with what was proposed and what was decided.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Board {
    /// Accepted as one person, by the left list's order.
    pub matched: Vec<Pairing>,
    /// Proposed, or asked about, and not decided: the most doubtful first.
    pub doubtful: Vec<Pairing>,
    /// Rows of the left with no pair that is open or accepted.
    pub only_left: Vec<usize>,
    /// Rows of the right with none.
    pub only_right: Vec<usize>,
    /// Refused as two people.
    pub refused: Vec<Pairing>,
    /// Decisions over entries that stand on neither list now: how many.
    pub gone: usize,
}

impl Board {
    /// Every pair in the order in which they are worked through: what is open first.
    pub fn all(&self) -> impl Iterator<Item = &Pairing> {
        self.doubtful.iter().chain(&self.matched).chain(&self.refused)
    }

    /// How many pairs were decided, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let done = self.matched.len() + self.refused.len();
        (done, done + self.doubtful.len())
    }
}

/// Sets decisions over proposals. An accepted pair takes both its entries out of every other; a
/// refused one is not proposed again.
#[must_use]
pub fn board(left: &[String], right: &[String], matched: &Matched, made: &[Made]) -> Board {
    let place = |keys: &[String]| keys.iter().enumerate().map(|(i, k)| (k.clone(), i)).collect::<BTreeMap<String, usize>>();
    let (lefts, rights) = (place(left), place(right));
    let mut out = Board::default();
    let mut proposals: BTreeMap<(usize, usize), (u32, Proposed)> = BTreeMap::new();
    for p in &matched.pairs {
        let score = (p.score * 1000.0).round().clamp(0.0, 1000.0) as u32;
        proposals.insert((p.left as usize, p.right as usize), (score, p.decision));
    }
    let mut pairs: BTreeMap<(usize, usize), Pairing> = BTreeMap::new();
    for ((i, j), (score, proposed)) in &proposals {
        let (score, proposed) = (Some(*score), Some(*proposed));
        pairs.insert((*i, *j), Pairing { left: *i, right: *j, score, proposed, verdict: Verdict::Open, decision: None, by: None });
    }
    for ((l, r), m) in standing(made) {
        let (Some(i), Some(j)) = (lefts.get(l), rights.get(r)) else {
            out.gone += 1;
            continue;
        };
        let blank = Pairing { left: *i, right: *j, score: None, proposed: None, verdict: Verdict::Open, decision: None, by: None };
        let pair = pairs.entry((*i, *j)).or_insert(blank);
        pair.verdict = m.decided.verdict;
        pair.decision = Some(m.n);
        pair.by = Some(m.by.clone());
    }
    let accepted = |p: &&Pairing| p.verdict == Verdict::Accepted;
    let taken_left: BTreeSet<usize> = pairs.values().filter(accepted).map(|p| p.left).collect();
    let taken_right: BTreeSet<usize> = pairs.values().filter(accepted).map(|p| p.right).collect();
    for (_, p) in pairs {
        let free = !taken_left.contains(&p.left) && !taken_right.contains(&p.right);
        match p.verdict {
            Verdict::Accepted => out.matched.push(p),
            Verdict::Refused => out.refused.push(p),
            Verdict::Asked if free => out.doubtful.push(p),
            Verdict::Open if free && p.proposed.is_some() => out.doubtful.push(p),
            _ => {}
        }
    }
    // The most doubtful is the one nearest to even odds.
    out.doubtful.sort_by_key(|p| (p.score.map_or(0, |s| s.abs_diff(500)), p.left, p.right));
    let held = |of: fn(&Pairing) -> usize| out.matched.iter().chain(&out.doubtful).map(of).collect::<BTreeSet<usize>>();
    let (held_left, held_right) = (held(|p| p.left), held(|p| p.right));
    out.only_left = (0..left.len()).filter(|i| !held_left.contains(i)).collect();
    out.only_right = (0..right.len()).filter(|i| !held_right.contains(i)).collect();
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::Bounds;
    use crate::matching::{Model, Options, Person};
    use crate::roster::{Roster, import::import, keys};
    use terms::language::Language;

    fn read(text: &str) -> Roster {
        import(text.as_bytes(), &Bounds::default()).unwrap_or_else(|e| panic!("{e:?}"))
    }

    fn people(r: &Roster) -> Vec<Person> {
        r.entries.iter().filter_map(|e| Model::builtin().person(&e.facts())).collect()
    }

    fn made(n: u64, left: &str, right: &str, verdict: Verdict) -> Made {
        Made {
            n: EntryNo(n),
            by: PersonId::new("a-ferro").unwrap_or_else(|e| panic!("{e:?}")),
            at: Stamp(7),
            decided: decided(left, right, verdict),
        }
    }

    fn decided(left: &str, right: &str, verdict: Verdict) -> Decided {
        Decided { left: left.to_owned(), right: right.to_owned(), verdict, why: None, identified: None }
    }

    const LEFT: &str = "id,name,born\n1,أحمد سالم الخطيب,1990-05-06\n2,ليلى حسن مراد,1988-01-02\n3,سامي خالد عودة,1970-03-04\n";
    const RIGHT: &str = "id,name,born\n9,Ahmad Salem al-Khatib,1990-05-06\n8,Layla Hassan Murad,1988-01-02\n7,Yosef Tal,1991-02-03\n";

    fn shown(left: &Roster, right: &Roster, made: &[Made]) -> Board {
        let matched = Model::builtin().lists(&people(left), &people(right), &Options::default());
        board(&keys(&left.entries), &keys(&right.entries), &matched, made)
    }

    #[test]
    fn what_is_decided_leaves_the_doubtful_and_what_is_taken_back_returns() {
        let (left, right) = (read(LEFT), read(RIGHT));
        let b = shown(&left, &right, &[]);
        assert_eq!((b.doubtful.len(), b.only_left.as_slice(), b.only_right.as_slice()), (2, &[2][..], &[2][..]));
        let b = shown(&left, &right, &[made(1, "#1", "#9", Verdict::Accepted), made(2, "#2", "#8", Verdict::Refused)]);
        assert_eq!((b.matched.len(), b.refused.len(), b.progress()), (1, 1, (2, 2)));
        assert_eq!(b.only_left, [1, 2]);
        let b = shown(&left, &right, &[made(1, "#1", "#9", Verdict::Accepted), made(3, "#1", "#9", Verdict::Open)]);
        assert_eq!((b.matched.len(), b.doubtful.len()), (0, 2));
    }

    #[test]
    fn a_decision_survives_the_next_version_of_a_list() {
        let right = read(RIGHT);
        let next = read("name,id,born\nنور وليد,4,1999-09-09\nأحمد سالم الخطيب,1,1990-05-07\n");
        let decisions = [made(1, "#1", "#9", Verdict::Accepted), made(2, "#2", "#8", Verdict::Refused)];
        let b = shown(&next, &right, &decisions);
        assert_eq!(b.matched.iter().map(|p| (p.left, p.right)).collect::<Vec<_>>(), [(1, 0)]);
        assert_eq!(b.gone, 1, "the entry of the refused pair is no longer there");
    }

    #[test]
    fn two_people_at_once_and_an_entry_taken_twice_are_told() {
        let kinds = [ListKind::People; 2];
        let keys = |made: &[Made], d: &Decided, seen: Option<u64>| {
            against(made, d, seen.map(EntryNo), kinds).into_iter().map(|p| p.key).collect::<Vec<_>>()
        };
        let before = [made(4, "#1", "#9", Verdict::Accepted)];
        assert_eq!(keys(&[], &decided("#1", "#9", Verdict::Accepted), None), Vec::<String>::new());
        assert_eq!(keys(&before, &decided("#1", "#9", Verdict::Refused), None), ["exchange-decided-meanwhile"]);
        assert_eq!(keys(&before, &decided("#1", "#9", Verdict::Refused), Some(4)), Vec::<String>::new());
        assert_eq!(keys(&before, &decided("#1", "#8", Verdict::Accepted), None), ["exchange-decided-taken"]);
        assert_eq!(keys(&[], &decided("#1", "#9", Verdict::Open), None), ["exchange-decided-already"]);
    }

    #[test]
    fn a_name_never_closes_remains() {
        let kinds = [ListKind::Remains, ListKind::People];
        let mut next = decided("#1", "#9", Verdict::Accepted);
        assert_eq!(against(&[], &next, None, kinds)[0].key, "exchange-decided-remains");
        next.identified = Some(Words::new(Language::En, "laboratory of Kessa, by the sister's sample, 3 March"));
        assert_eq!(against(&[], &next, None, kinds), []);
    }
}
