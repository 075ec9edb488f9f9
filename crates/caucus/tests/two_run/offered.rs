//! What matches at an opening, read from the house's words by looking at every set of offers.
//!
//! A part of the ideal model: it knows nothing of the product's own search.

use super::cast::SIDES;
use super::model::seconds;
use super::trace::Act;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone)]
struct Offer {
    act: Act,
    affirmed: i64,
    leaving: bool,
    over: bool,
}

/// What is lodged, and what bears on it.
#[derive(Debug, Default)]
pub(crate) struct Offered {
    offers: BTreeMap<u32, Offer>,
    issues: Vec<(String, Vec<String>)>,
    openings: BTreeMap<u32, (i64, bool)>,
    /// When the talks last began to pause, until when, and whether they went on since.
    pause: Option<(i64, Option<i64>, bool)>,
    /// At each opening held, how many offers matched.
    pub(crate) matched: BTreeMap<u32, usize>,
}

/// What an opening brings to a side's own room: room, line, the acts that it leans on.
pub(crate) type Result = (String, String, Vec<u32>);

impl Offered {
    fn paused(&self, now: i64) -> bool {
        self.pause.is_some_and(|(_, until, over)| !over && until.is_none_or(|u| u > now))
    }

    /// An act in the room common to all.
    pub(crate) fn arrange(&mut self, act: &Act) -> Vec<Result> {
        let text = !act.get("text").is_empty();
        match act.used.as_str() {
            "issue" if text => {
                let options = act.get("options").lines().filter_map(|l| Some(l.split_once(':')?.0.to_owned())).collect();
                match self.issues.iter_mut().find(|(id, _)| id == act.get("issue")) {
                    Some(old) => old.1 = options,
                    None => self.issues.push((act.get("issue").to_owned(), options)),
                }
            }
            "announce-opening" if text => {
                self.openings.extend(seconds(act.get("at")).filter(|at| *at > act.at).map(|at| (act.id, (at, false))));
            }
            "pause" if !self.paused(act.at) => self.pause = Some((act.at, seconds(act.get("until")), false)),
            "resume" if self.paused(act.at) => self.pause = self.pause.map(|(at, until, _)| (at, until, true)),
            "hold-opening" => {
                let of = act.link("of").filter(|of| self.openings.get(of).is_some_and(|(at, held)| act.at >= *at && !held));
                if let Some(of) = of.filter(|_| !self.paused(act.at)) {
                    self.openings.insert(of, (0, true));
                    return self.open(act, of);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// An offer's pairs as places in the shared list; none where the list does not bear them.
    fn pairs(&self, offer: &Act, part: &str) -> Option<Vec<(usize, usize)>> {
        let given = offer.fields.iter().filter_map(|(k, v)| Some((k.strip_prefix(part)?, v)));
        let place = |(issue, option): (&str, &String)| {
            let i = self.issues.iter().position(|(id, _)| id == issue)?;
            Some((i, self.issues[i].1.iter().position(|o| o == option)?))
        };
        given.map(place).collect::<Option<Vec<_>>>().filter(|p| !p.is_empty())
    }

    /// Lodges, reaffirms or withdraws.
    pub(crate) fn offer(&mut self, act: &Act) {
        let lasts = |o: &Offer| !o.over && seconds(o.act.get("expires")).is_some_and(|e| e > act.at);
        if act.used != "offer" {
            if let Some(offer) = act.link("of").and_then(|o| self.offers.get_mut(&o)).filter(|o| o.act.room == act.room && lasts(o)) {
                if act.used == "reaffirm" { offer.affirmed = act.at } else { offer.leaving = true }
            }
            return;
        }
        let new = Offer { act: act.clone(), affirmed: act.at, leaving: false, over: false };
        let (Some(needs), Some(gives)) = (self.pairs(act, "if-"), self.pairs(act, "then-")) else { return };
        let clash = |o: &Offer| self.pairs(&o.act, "then-").is_some_and(|g| g.iter().any(|(i, _)| gives.iter().any(|(j, _)| i == j)));
        let own = needs.iter().any(|(i, o)| gives.iter().any(|(j, p)| i == j && o != p));
        if lasts(&new) && !own && !self.offers.values().any(|o| o.act.room == act.room && lasts(o) && clash(o)) {
            self.offers.insert(act.id, new);
        }
    }

    /// Looks at every set of live offers, as the house words it: least by count, then by the order
    /// of the shared list, then by side; and again among what does not contradict it.
    fn open(&mut self, act: &Act, of: u32) -> Vec<Result> {
        let binds = |o: &&Offer| {
            !o.over && seconds(o.act.get("expires")).is_some_and(|e| e > act.at) && self.pause.is_none_or(|(at, ..)| o.affirmed > at)
        };
        let mut live: Vec<(String, u32, Vec<_>, Vec<_>)> = self
            .offers
            .values()
            .filter(binds)
            .filter_map(|o| Some((o.act.room.clone(), o.act.id, self.pairs(&o.act, "if-")?, self.pairs(&o.act, "then-")?)))
            .collect();
        live.sort();
        let (mut settled, mut met) = (BTreeMap::new(), Vec::new());
        loop {
            let sets = (1_u32..1 << live.len())
                .map(|s| live.iter().enumerate().filter(|(i, _)| s >> i & 1 == 1).map(|(_, o)| o).collect::<Vec<_>>());
            let least = sets
                .filter_map(|set| {
                    let gives: BTreeSet<_> = set.iter().flat_map(|o| o.3.iter().copied()).collect();
                    let sound =
                        gives.iter().all(|(i, o)| settled.get(i).is_none_or(|p| p == o) && gives.iter().all(|(j, p)| i != j || o == p));
                    let met = |o: &&&(String, u32, Vec<_>, Vec<_>)| o.2.iter().all(|n| set.iter().any(|x| x.0 != o.0 && x.3.contains(n)));
                    let order: Vec<usize> =
                        (0..self.issues.len()).map(|i| gives.iter().find(|g| g.0 == i).map_or(usize::MAX, |g| g.1)).collect();
                    (sound && set.iter().all(|o| met(&o))).then(|| (set.len(), order, set.iter().map(|o| o.1).collect::<Vec<_>>(), gives))
                })
                .min();
            let Some((_, _, ids, gives)) = least else { break };
            settled.extend(gives.iter().copied());
            live.retain(|o| !ids.contains(&o.1));
            met.push((ids, gives));
        }
        let mut results = Vec::new();
        for side in SIDES {
            let room = format!("own:{side}");
            let ours: Vec<_> = met
                .iter()
                .flat_map(|(ids, gives)| ids.iter().filter(|i| self.offers[i].act.room == room).map(move |i| (*i, gives)))
                .collect();
            let leans: Vec<u32> = ours.iter().map(|(i, _)| *i).chain([of]).collect();
            let line = format!("result of={of} matched={ours:?}");
            *self.matched.entry(act.id).or_default() += ours.len();
            results.push((room.clone(), line, leans));
        }
        for o in self.offers.values_mut() {
            o.over |= o.leaving || met.iter().any(|(ids, _)| ids.contains(&o.act.id));
        }
        results
    }
}
