//! Plays `cases/offers`: what may be lodged, and what an opening brings.

use crate::cases;
use serde::Deserialize;
use talks::offer::{Offer, OfferId, matches, objections};
use talks::session::Issue;
use terms::id::{EntryNo, IssueId, OptionId, PartyId};
use terms::language::{Language, Words};
use terms::time::{Hours, Stamp};

/// A situation: offers, the list of issues where it is not the one of `cases/README.md`, and an
/// offer that is about to be lodged, where that is the question.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Situation {
    #[serde(default = "noon")]
    now: u32,
    /// `issue: option option …`, in the shared order.
    #[serde(default = "common")]
    issues: Vec<String>,
    #[serde(default)]
    offer: Vec<Lodged>,
    lodge: Option<Lodged>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lodged {
    side: String,
    #[serde(default)]
    n: u64,
    /// `issue: option`.
    r#if: Vec<String>,
    then: Vec<String>,
    #[serde(default = "later")]
    expires: u32,
}

fn noon() -> u32 {
    12
}

fn later() -> u32 {
    24
}

fn common() -> Vec<String> {
    ["crossing: open shut", "names: all some", "pull-back: friday sunday"].map(str::to_owned).to_vec()
}

fn hour(n: u32) -> Stamp {
    Stamp(0).plus(Hours(n))
}

fn split(line: &str) -> (&str, &str) {
    line.split_once(": ").unwrap_or_else(|| panic!("`{line}` reads `issue: option`"))
}

fn issue(line: &str) -> Issue {
    let (id, options) = split(line);
    Issue {
        id: IssueId::new(id).expect("an issue"),
        title: Words::new(Language::En, id),
        options: options.split(' ').map(|o| (OptionId::new(o).expect("an option"), Words::new(Language::En, o))).collect(),
        source: None,
    }
}

fn facts(lines: &[String]) -> Vec<(IssueId, OptionId)> {
    lines.iter().map(|l| split(l)).map(|(i, o)| (IssueId::new(i).expect("an issue"), OptionId::new(o).expect("an option"))).collect()
}

fn offer(l: &Lodged) -> Offer {
    Offer { if_: facts(&l.r#if), then: facts(&l.then), expires: hour(l.expires), mediators_may_see: false }
}

/// `may be lodged` or the keys of what stands against it; or one line a match, or `no match`.
fn play(s: &Situation) -> Vec<String> {
    let issues: Vec<Issue> = s.issues.iter().map(|l| issue(l)).collect();
    let offers: Vec<(OfferId, Offer)> =
        s.offer.iter().map(|l| (OfferId { party: PartyId::new(&l.side).expect("a side"), n: EntryNo(l.n) }, offer(l))).collect();
    if let Some(new) = &s.lodge {
        let live: Vec<&Offer> = offers.iter().filter(|(id, _)| id.party.as_str() == new.side).map(|(_, o)| o).collect();
        let against = objections(&offer(new), &live, &issues, hour(s.now));
        return if against.is_empty() { vec!["may be lodged".to_owned()] } else { against.into_iter().map(|p| p.key).collect() };
    }
    let borrowed: Vec<(OfferId, &Offer)> = offers.iter().map(|(id, o)| (id.clone(), o)).collect();
    let found = matches(&borrowed, &issues, hour(s.now));
    if found.is_empty() {
        return vec!["no match".to_owned()];
    }
    found
        .iter()
        .map(|m| {
            let ids: Vec<_> = m.offers.iter().map(|id| format!("{} {}", id.party, id.n)).collect();
            let settled: Vec<_> = m.settled.iter().map(|(i, o)| format!("{i}: {o}")).collect();
            format!("{} -> {}", ids.join(", "), settled.join(", "))
        })
        .collect()
}

#[test]
fn every_case_of_offers_comes_out_as_it_is_written() {
    let cases = cases::read("offers");
    assert!(cases.len() >= 15, "there are {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        match toml::from_str::<Situation>(&case.situation) {
            Ok(situation) => cases::compare(case, &play(&situation), &mut wrong),
            Err(e) => wrong.push(format!("{}: {e}", case.name)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_reason_against_lodging_has_a_case() {
    let sources = crate::fluent::sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let raised = crate::fluent::phrases(&sources);
    let expected: Vec<String> = cases::read("offers").into_iter().flat_map(|c| c.expected).collect();
    let without: Vec<_> = raised.iter().map(|r| &r.key).filter(|k| k.starts_with("lodge-") && !expected.contains(k)).collect();
    assert!(without.is_empty(), "no case expects {without:?}");
}
