//! Laws of matching conditional offers, against a search through all subsets.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use std::collections::BTreeMap;
use talks::offer::{Match, Offer, OfferId, matches, objections};
use talks::session::Issue;
use terms::id::{EntryNo, IssueId, OptionId, PartyId};
use terms::language::{Language, Words};
use terms::time::Stamp;

type Fact = (IssueId, OptionId);
type Held = (OfferId, Offer);

const NOW: Stamp = Stamp(1000);
const ISSUES: usize = 4;
const OPTIONS: usize = 2;

fn fact(issue: usize, option: usize) -> Fact {
    (IssueId::new(&format!("i{issue}")).expect("an issue"), OptionId::new(&format!("o{option}")).expect("an option"))
}

fn issues() -> Vec<Issue> {
    // Not in the order of their names, so that a search that sorts by name is found out.
    [2, 0, 3, 1]
        .map(|i| Issue {
            id: fact(i, 0).0,
            title: Words::new(Language::En, "issue"),
            options: (0..OPTIONS).rev().map(|o| (fact(i, o).1, Words::new(Language::En, "option"))).collect(),
            source: None,
        })
        .to_vec()
}

/// One or two facts, now and then none, or one issue twice: what may not be lodged never matches.
fn facts() -> impl Strategy<Value = Vec<Fact>> {
    let many = prop_oneof![12 => Just(1_usize), 6 => Just(2), 1 => Just(0)];
    many.prop_flat_map(|n| proptest::collection::vec((0..ISSUES, 0..OPTIONS).prop_map(|(i, o)| fact(i, o)), n))
}

type Sketch = (usize, Vec<Fact>, Vec<Fact>);

/// A ring of sides in which each meets the next one's conditions: one apiece, or two between two.
fn ring() -> impl Strategy<Value = Vec<Sketch>> {
    (2_usize..4, any::<bool>(), 0_usize..3, 0..ISSUES, proptest::collection::vec(0..OPTIONS, 4)).prop_map(
        |(long, two, side, issue, options)| {
            let given = |k: usize| {
                let wide = if two && long == 2 { 2 } else { 1 };
                (0..wide).map(|w| k % long + w * long).map(|place| fact((issue + place) % ISSUES, options[place])).collect::<Vec<_>>()
            };
            (0..long).map(|k| ((side + k) % 3, given(k + 1), given(k))).collect()
        },
    )
}

/// Rings, which match unless they contradict each other, among offers that follow no plan.
fn offers() -> impl Strategy<Value = Vec<Held>> {
    let rings = proptest::collection::vec(ring(), 0..3).prop_map(|r| r.concat());
    let others = proptest::collection::vec((0_usize..3, facts(), facts()), 0..5);
    let expiry = proptest::collection::vec(prop_oneof![14 => Just(2000), 1 => Just(1000)], 10);
    (rings, others, expiry)
        .prop_flat_map(|(rings, others, expiry)| Just([rings, others].concat()).prop_shuffle().prop_map(move |all| named(all, &expiry)))
}

fn named(all: Vec<Sketch>, expiry: &[i64]) -> Vec<Held> {
    all.into_iter()
        .enumerate()
        .map(|(n, (side, if_, then))| {
            let party = PartyId::new(["east", "north", "west"][side]).expect("a side");
            (
                OfferId { party, n: EntryNo(n as u64) },
                Offer { if_, then, expires: Stamp(expiry[n % expiry.len()]), mediators_may_see: false },
            )
        })
        .collect()
}

fn found(offers: &[Held]) -> Vec<Match> {
    let borrowed: Vec<(OfferId, &Offer)> = offers.iter().map(|(id, o)| (id.clone(), o)).collect();
    matches(&borrowed, &issues(), NOW)
}

/// What a set of offers settles, if it is a match.
fn settles(set: &[&Held]) -> Option<BTreeMap<IssueId, OptionId>> {
    let mut settled = BTreeMap::new();
    for (issue, option) in set.iter().flat_map(|(_, o)| &o.then) {
        if settled.insert(issue.clone(), option.clone()).is_some_and(|before| &before != option) {
            return None;
        }
    }
    let met = |id: &OfferId, need: &Fact| set.iter().any(|(other, o)| other.party != id.party && o.then.contains(need));
    let all = set.iter().all(|(id, o)| o.if_.iter().all(|need| met(id, need)));
    (all && !set.is_empty()).then_some(settled)
}

/// Takes the least match of all subsets, again and again.
fn by_hand(offers: &[Held]) -> Vec<Match> {
    let list = issues();
    let mut open: Vec<&Held> = offers.iter().filter(|(_, o)| objections(o, &[], &list, NOW).is_empty()).collect();
    open.sort_by(|a, b| a.0.cmp(&b.0));
    let mut before: BTreeMap<IssueId, OptionId> = BTreeMap::new();
    let mut out = Vec::new();
    loop {
        let sets =
            (1_u32..1 << open.len()).map(|bits| open.iter().enumerate().filter(|(i, _)| bits & (1 << i) != 0).map(|(_, h)| *h).collect());
        let best = sets
            .filter_map(|set: Vec<&Held>| {
                let settled = settles(&set)?;
                if settled.iter().any(|(i, o)| before.get(i).is_some_and(|b| b != o)) {
                    return None;
                }
                let places: Vec<usize> = list
                    .iter()
                    .map(|issue| settled.get(&issue.id).map_or(usize::MAX, |o| issue.options.iter().position(|(x, _)| x == o).unwrap_or(0)))
                    .collect();
                let ids: Vec<OfferId> = set.iter().map(|(id, _)| id.clone()).collect();
                Some((set.len(), places, ids, settled))
            })
            .min();
        let Some((_, _, ids, settled)) = best else { return out };
        open.retain(|(id, _)| !ids.contains(id));
        before.extend(settled.clone());
        let settled = list.iter().filter_map(|i| Some((i.id.clone(), settled.get(&i.id)?.clone()))).collect();
        out.push(Match { offers: ids, settled });
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_search_finds_what_a_look_at_every_subset_finds(offers in offers()) {
        prop_assert_eq!(found(&offers), by_hand(&offers));
    }

    #[test]
    fn the_order_in_which_offers_came_does_not_matter(offers in offers(), shuffled in any::<prop::sample::Index>()) {
        let mut turned = offers.clone();
        turned.reverse();
        if !turned.is_empty() {
            let by = shuffled.index(turned.len());
            turned.rotate_left(by);
        }
        prop_assert_eq!(found(&turned), found(&offers));
    }

    #[test]
    fn an_offer_that_takes_no_part_changes_nothing_for_anybody(offers in offers(), which in any::<prop::sample::Index>()) {
        prop_assume!(!offers.is_empty());
        let with = found(&offers);
        let mut fewer = offers.clone();
        let (id, _) = fewer.remove(which.index(offers.len()));
        prop_assume!(!with.iter().any(|m| m.offers.contains(&id)));
        prop_assert_eq!(found(&fewer), with);
    }

    #[test]
    fn no_issue_is_settled_twice_at_one_opening(offers in offers()) {
        let mut settled: BTreeMap<IssueId, OptionId> = BTreeMap::new();
        let mut seen = Vec::new();
        for m in found(&offers) {
            for (issue, option) in m.settled {
                let before = settled.insert(issue, option.clone());
                prop_assert!(before.is_none_or(|b| b == option));
            }
            for id in m.offers {
                prop_assert!(!seen.contains(&id), "one offer matches once");
                seen.push(id);
            }
        }
    }
}

/// What the generator makes: enough of each kind, or the laws above would hold for want of matches.
#[test]
fn the_laws_are_tried_on_enough_of_each_kind() {
    let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &[5; 32]));
    let (mut none, mut one, mut several, mut of_three) = (0, 0, 0, 0);
    for _ in 0..600 {
        let offers = offers().new_tree(&mut runner).expect("offers are made").current();
        let found = found(&offers);
        match found.len() {
            0 => none += 1,
            1 => one += 1,
            _ => several += 1,
        }
        of_three += usize::from(found.iter().any(|m| m.offers.len() > 2));
    }
    let counted = format!("none {none}, one {one}, several {several}, with three offers or more {of_three}");
    assert!(none > 100 && one > 100 && several > 10 && of_three > 10, "{counted}");
}
