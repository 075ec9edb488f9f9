//! A movement of people: the order before it, who says go, and the log while it runs.
//!
//! The order names everything that has to be settled before anybody leaves; [`wanting`] says what
//! is not. [`leaves`] says what stands against leaving: the lists not frozen as they are, a side's
//! yes, somebody's go at T-12, T-2 and T-0. The log holds numbers, never names: what was seen at a
//! gate, what the intermediary received, and what it confirms that it transferred, which is another
//! thing. The living and the remains are counted apart throughout.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use terms::id::{EntryRef, PartyId};
use terms::language::Words;
use terms::phrase::Phrase;
use terms::time::Stamp;

/// A list as it was when the order was written: no later version is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// The list.
    pub list: EntryRef,
    /// SHA-256 of its rows, in hexadecimal.
    pub hash: String,
    /// How many entries it has.
    pub entries: u32,
}

/// A movement order. Empty words are a thing not settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// What the movement is called.
    pub title: Words,
    /// When it leaves.
    pub leaves: Stamp,
    /// The lists, frozen.
    #[serde(default)]
    pub lists: Vec<Frozen>,
    /// How many people are to move.
    pub people: u32,
    /// How many remains; apart, and never a part of the people.
    #[serde(default)]
    pub remains: u32,
    /// The gates or assembly points, in the order of the route.
    #[serde(default)]
    pub gates: Vec<String>,
    /// The parts of the order that are words, each by what it settles.
    #[serde(default)]
    pub says: BTreeMap<Part, Words>,
}

terms::ladder! {
    /// What a movement order settles in words.
    Part, "exchange-order" {
        /// The route, and the times along it.
        Route = "route",
        /// Vehicles, drivers, markings.
        Vehicles = "vehicles",
        /// Frequencies and call signs.
        Frequencies = "frequencies",
        /// Which forces were notified, by whom.
        Forces = "forces",
        /// Medical care on the way.
        Medical = "medical",
        /// Remains: apart, and in dignity.
        Remains = "remains",
        /// Media kept off.
        Media = "media",
        /// The rule for who goes in the place of somebody who does not.
        Spare = "spare",
        /// Who may stop it, and how.
        Stop = "stop",
    }
}

/// What an order does not settle yet.
#[must_use]
pub fn wanting(order: &Order) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Part::ALL
        .iter()
        .filter(|p| **p != Part::Remains || order.remains > 0)
        .filter(|p| order.says.get(p).is_none_or(|w| w.text.trim().is_empty()))
        .map(|p| Phrase::new("exchange-order-wanting").key("part", p.key()))
        .collect();
    if order.lists.is_empty() {
        out.push(Phrase::new("exchange-order-no-list"));
    }
    let listed: u64 = order.lists.iter().map(|l| u64::from(l.entries)).sum();
    let moving = u64::from(order.people) + u64::from(order.remains);
    if !order.lists.is_empty() && moving > listed {
        let small = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        out.push(Phrase::new("exchange-order-more-than-listed").number("moving", small(moving)).number("listed", small(listed)));
    }
    if order.gates.is_empty() {
        out.push(Phrase::new("exchange-order-no-gate"));
    }
    out
}

terms::ladder! {
    /// When everybody is asked whether it goes.
    Asked, "exchange-asked" {
        /// Twelve hours before it leaves.
        T12 = "t-12",
        /// Two hours before.
        T2 = "t-2",
        /// As it leaves.
        T0 = "t-0",
    }
}

impl Asked {
    /// How many hours before it leaves.
    #[must_use]
    pub const fn hours(self) -> i64 {
        match self {
            Asked::T12 => 12,
            Asked::T2 => 2,
            Asked::T0 => 0,
        }
    }
}

/// What one body says of the order, or of going.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Which body.
    pub party: PartyId,
    /// Its yes to the order where none; else the moment at which it was asked.
    #[serde(default)]
    pub at: Option<Asked>,
    /// Yes, or go.
    pub yes: bool,
    /// Who said so, and to whom.
    pub by: String,
}

/// What stands against leaving at one of the moments: what the order does not settle, a side without
/// a yes to it, a body that did not say go at this moment or at an earlier one. The last answer of
/// a body counts.
#[must_use]
pub fn leaves(order: &Order, sides: &[PartyId], bodies: &[PartyId], answers: &[Answer], moment: Asked) -> Vec<Phrase> {
    let mut out = wanting(order);
    let last = |party: &PartyId, at: Option<Asked>| answers.iter().rev().find(|a| &a.party == party && a.at == at);
    for side in sides {
        match last(side, None) {
            None => out.push(Phrase::new("exchange-order-no-yes").name("party", side.as_str())),
            Some(a) if !a.yes => out.push(Phrase::new("exchange-order-said-no").name("party", side.as_str())),
            Some(_) => {}
        }
    }
    for at in Asked::ALL.iter().filter(|a| **a <= moment) {
        for party in bodies {
            match last(party, Some(*at)) {
                None => out.push(Phrase::new("exchange-go-not-asked").key("at", at.key()).name("party", party.as_str())),
                Some(a) if !a.yes => out.push(Phrase::new("exchange-go-no").key("at", at.key()).name("party", party.as_str())),
                Some(_) => {}
            }
        }
    }
    out
}

terms::ladder! {
    /// What the log says.
    What, "exchange-log" {
        /// Seen at a gate or assembly point.
        AtGate = "at-gate",
        /// The intermediary has received them.
        Received = "received",
        /// The intermediary confirms that it transferred them.
        Confirmed = "confirmed",
        /// It waits.
        Delay = "delay",
        /// Stopped by one who may.
        Stopped = "stopped",
        /// It goes on.
        GoesOn = "goes-on",
    }
}

terms::ladder! {
    /// How the intermediary said it.
    Heard, "exchange-heard" {
        /// In its own form.
        Form = "form",
        /// By voice.
        Voice = "voice",
        /// Typed in afterwards from the numbered paper.
        Paper = "paper",
    }
}

/// One line of the log: numbers, never names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What.
    pub what: What,
    /// At which gate.
    #[serde(default)]
    pub gate: Option<String>,
    /// How many people.
    #[serde(default)]
    pub people: u32,
    /// How many remains.
    #[serde(default)]
    pub remains: u32,
    /// When it happened, where that is not when it was written.
    #[serde(default)]
    pub when: Option<Stamp>,
    /// How it was heard.
    pub heard: Heard,
    /// The line's number on the paper, where it comes from one.
    #[serde(default)]
    pub paper: Option<u32>,
    /// What each side was told of a delay or a stop, word for word.
    #[serde(default)]
    pub told: Vec<(PartyId, Words)>,
    /// For whoever reads the log; no names.
    #[serde(default)]
    pub words: Option<Words>,
}

/// What the log comes to: people and remains at each point, by gate where it was said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Numbers {
    /// Seen, by gate: the latest of each.
    pub at_gate: BTreeMap<String, (u32, u32)>,
    /// Received, all lines together.
    pub received: (u32, u32),
    /// Confirmed, all lines together.
    pub confirmed: (u32, u32),
    /// Whether the last word is that it waits or was stopped.
    pub waits: Option<What>,
}

/// Adds up a log.
#[must_use]
pub fn numbers<'a>(lines: impl Iterator<Item = &'a Line>) -> Numbers {
    let mut out = Numbers::default();
    let add = |sum: &mut (u32, u32), l: &Line| *sum = (sum.0.saturating_add(l.people), sum.1.saturating_add(l.remains));
    for l in lines {
        match l.what {
            What::AtGate => drop(out.at_gate.insert(l.gate.clone().unwrap_or_default(), (l.people, l.remains))),
            What::Received => add(&mut out.received, l),
            What::Confirmed => add(&mut out.confirmed, l),
            What::Delay | What::Stopped => out.waits = Some(l.what),
            What::GoesOn => out.waits = None,
        }
    }
    out
}

/// What in the numbers cannot be, and what is still out: each a thing to ask the intermediary.
#[must_use]
pub fn differences(order: &Order, numbers: &Numbers) -> Vec<Phrase> {
    let mut out = Vec::new();
    let n = i64::from;
    let checks = [
        (numbers.received, (order.people, order.remains), "exchange-log-received-over"),
        (numbers.confirmed, numbers.received, "exchange-log-confirmed-over"),
    ];
    for ((people, remains), (most, most_remains), key) in checks {
        for (has, of, what) in [(people, most, "exchange-point-people"), (remains, most_remains, "exchange-point-remains")] {
            if has > of {
                out.push(Phrase::new(key).key("what", what).number("n", n(has)).number("of", n(of)));
            }
        }
    }
    for (received, confirmed, what) in [
        (numbers.received.0, numbers.confirmed.0, "exchange-point-people"),
        (numbers.received.1, numbers.confirmed.1, "exchange-point-remains"),
    ] {
        if received > confirmed {
            out.push(Phrase::new("exchange-log-not-confirmed").key("what", what).number("n", n(received - confirmed)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use terms::language::Language;

    fn words(text: &str) -> Words {
        Words::new(Language::En, text)
    }

    fn order() -> Order {
        Order {
            title: words("First day"),
            leaves: Stamp(1_000_000),
            lists: Vec::new(),
            people: 8,
            remains: 0,
            gates: vec!["North gate".to_owned()],
            says: Part::ALL.iter().map(|p| (*p, words("settled"))).collect(),
        }
    }

    fn party(id: &str) -> PartyId {
        PartyId::new(id).unwrap_or_else(|e| panic!("{e:?}"))
    }

    #[test]
    fn nobody_leaves_without_a_frozen_list_both_yeses_and_every_go() {
        let mut o = order();
        let (sides, all) = ([party("delta"), party("upland")], [party("delta"), party("upland"), party("kessa")]);
        let keys = |o: &Order, answers: &[Answer], at| leaves(o, &sides, &all, answers, at).into_iter().map(|p| p.key).collect::<Vec<_>>();
        assert_eq!(keys(&o, &[], Asked::T12)[..2], ["exchange-order-no-list", "exchange-order-no-yes"]);
        let room = terms::id::RoomCode::new("abc").unwrap_or_else(|e| panic!("{e:?}"));
        o.lists.push(Frozen { list: EntryRef { room, n: terms::id::EntryNo(3) }, hash: "00".to_owned(), entries: 8 });
        let says = |p: &str, at, yes| Answer { party: party(p), at, yes, by: "by voice".to_owned() };
        let mut answers: Vec<Answer> = ["delta", "upland"].iter().map(|p| says(p, None, true)).collect();
        answers.extend(all.iter().map(|p| says(p.as_str(), Some(Asked::T12), true)));
        assert_eq!(keys(&o, &answers, Asked::T12), Vec::<String>::new());
        assert_eq!(keys(&o, &answers, Asked::T2).len(), 3, "each is asked again");
        answers.push(says("upland", Some(Asked::T12), false));
        assert_eq!(keys(&o, &answers, Asked::T12), ["exchange-go-no"], "a go can be taken back");
        o.remains = 1;
        assert_eq!(keys(&o, &answers[..5], Asked::T12), ["exchange-order-more-than-listed"]);
        o.says.remove(&Part::Remains);
        assert_eq!(keys(&o, &answers[..5], Asked::T12)[0], "exchange-order-wanting");
    }

    #[test]
    fn handed_over_and_confirmed_are_two_numbers_and_remains_are_a_third() {
        let line = |what, gate: Option<&str>, people, remains| Line {
            what,
            gate: gate.map(str::to_owned),
            people,
            remains,
            when: None,
            heard: Heard::Voice,
            paper: None,
            told: Vec::new(),
            words: None,
        };
        let log = [
            line(What::AtGate, Some("north"), 5, 0),
            line(What::AtGate, Some("north"), 8, 0),
            line(What::Received, None, 5, 1),
            line(What::Received, None, 3, 0),
            line(What::Delay, None, 0, 0),
            line(What::Confirmed, None, 6, 0),
        ];
        let n = numbers(log.iter());
        assert_eq!((n.at_gate["north"], n.received, n.confirmed, n.waits), ((8, 0), (8, 1), (6, 0), Some(What::Delay)));
        let keys: Vec<String> = differences(&order(), &n).into_iter().map(|p| p.key).collect();
        assert_eq!(keys, ["exchange-log-received-over", "exchange-log-not-confirmed", "exchange-log-not-confirmed"]);
    }
}
