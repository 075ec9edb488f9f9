//! The ideal model: which facts each reader may know of a trace of commands.
//!
//! It is written from the house's list of what one side may learn of another and knows nothing of
//! how the product keeps rooms. For each room it lists what comes to stand in it: what was said or
//! done there by those who may enter; what was conveyed into it; that a permission of it was used,
//! where its terms say that it will be told; at an opening, which of its offers matched. A reader
//! knows the rooms it may enter, and of the accounts its own. Outcomes are judged here, not read.

use super::cast::{SIDES, cast, ends};
use super::trace::Act;
use std::collections::{BTreeMap, BTreeSet};
use terms::disclosure::{Form, Standing};

const OLD: bool = false;

/// What comes to stand where: room, and a line that says when, who, what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fact {
    pub(crate) room: String,
    pub(crate) line: String,
    /// The act that it comes from, and those that it leans on; not part of what is known.
    pub(crate) from: BTreeSet<u32>,
}

/// What a person may do in a room, a letter a verb: read, say, permit, note a permission, convey,
/// announce, offer, erase, keep. Empty: the room does not exist for them.
pub(crate) fn may(person: &str, room: &str) -> &'static str {
    let (role, body) = cast(person);
    let parts: Vec<&str> = room.split(':').collect();
    let (one, two) = (parts.get(1).copied().unwrap_or(""), parts.get(2).copied().unwrap_or(""));
    match (parts[0], role) {
        ("directory", "keeper") => "k",
        ("directory", _) | (_, "keeper" | "") => "",
        ("common" | "public", "mediator") => "rsae",
        ("common" | "public", _) => "r",
        ("own", "head") if one == body => "rsoe",
        ("own", "member") | ("mediator" | "caucus", "note-taker") if body == one || (parts[0] == "caucus" && body == two) => "rs",
        ("own", "interpreter") if one == body => "r",
        ("caucus", "head") if one == body => "rspe",
        ("caucus", "member") if one == body => "rsp",
        ("caucus", "mediator") if two == body => "rsne",
        ("caucus", "interpreter") if one == body || two == body => "r",
        ("word", "head" | "member") if one == person => "rsp",
        ("word", "mediator") if two == body => "rsn",
        ("mediator", "mediator") if one == body => "rsce",
        ("mediators", "mediator") | ("guarantor", "guarantor") if parts[0] == "mediators" || one == body => "rse",
        _ => "",
    }
}

#[derive(Debug, Clone)]
struct Said {
    room: String,
    party: String,
    standing: Standing,
    speaker: String,
    words: String,
    recalled: bool,
}

#[derive(Debug, Clone)]
struct Leave {
    act: Act,
    of: u32,
    withdrawn: bool,
    corrected: bool,
}

#[derive(Debug, Clone)]
struct Prep {
    act: Act,
    settled: bool,
}

#[derive(Debug, Clone)]
struct Offer {
    act: Act,
    affirmed: i64,
    leaving: bool,
    over: bool,
}

/// A trace, judged.
#[derive(Debug, Default)]
pub(crate) struct Ideal {
    pub(crate) facts: Vec<Fact>,
    /// Whether each `convey` carried anything across; compared with what happened.
    pub(crate) crossed: BTreeMap<u32, bool>,
    /// For each side, at each opening held, whether any of its offers matched.
    pub(crate) matched: BTreeMap<u32, usize>,
    rooms: BTreeSet<String>,
    said: BTreeMap<u32, Said>,
    mandates: Vec<(String, String, Standing)>,
    /// By act: the preparation, whether it was answered, what was asked.
    asks: BTreeMap<u32, (u32, bool, String)>,
    leaves: BTreeMap<u32, Leave>,
    preps: BTreeMap<u32, Prep>,
    /// Preparations that were conveyed, with the room they came to.
    arrived: BTreeMap<u32, String>,
    /// By proposal: what is to be erased, and who proposed it.
    erasures: BTreeMap<u32, (u32, String)>,
    offers: BTreeMap<u32, Offer>,
    issues: Vec<(String, Vec<String>)>,
    openings: BTreeMap<u32, (i64, bool)>,
    /// When the talks last began to pause, until when, and whether they went on since.
    pause: Option<(i64, Option<i64>, bool)>,
}

fn seconds(text: &str) -> Option<i64> {
    text.strip_prefix("{t:")?.strip_suffix('}')?.parse().ok()
}

fn standing(text: &str) -> Standing {
    Standing::from_code(text).unwrap_or(Standing::Personal)
}

fn wording(act: &Act) -> Vec<(String, String)> {
    ["ar", "en", "he"].iter().map(|l| ((*l).to_owned(), act.get(&format!("text-{l}")).to_owned())).filter(|(_, t)| !t.is_empty()).collect()
}

/// Where a body hears what a mediating body conveys to it.
pub(crate) fn ear(to: &str, mediator: &str) -> String {
    match to {
        to if SIDES.contains(&to) => format!("caucus:{to}:{mediator}"),
        "dove" | "egret" => format!("guarantor:{to}"),
        to => format!("mediator:{to}"),
    }
}

impl Ideal {
    /// Judges a trace.
    pub(crate) fn of(trace: &[Act]) -> Ideal {
        let mut ideal = Ideal { rooms: super::cast::ROOMS.iter().map(|r| (*r).to_owned()).collect(), ..Ideal::default() };
        for act in trace {
            ideal.take(act);
        }
        ideal
    }

    /// What a reader may know, room by room.
    pub(crate) fn known_to(&self, reader: &str) -> BTreeMap<&str, Vec<&str>> {
        let mut out: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for fact in self.facts.iter().filter(|f| enters(reader, &f.room)) {
            out.entry(&fact.room).or_default().push(&fact.line);
        }
        out
    }

    /// The acts that what a reader knows comes from or leans on.
    pub(crate) fn behind(&self, reader: &str) -> BTreeSet<u32> {
        self.facts.iter().filter(|f| enters(reader, &f.room)).flat_map(|f| f.from.iter().copied()).collect()
    }

    fn fact(&mut self, room: &str, act: &Act, what: &str, leans: &[u32]) {
        let line = format!("{} {} {} {what}", act.at, act.who, act.key);
        self.facts.push(Fact { room: room.to_owned(), line, from: leans.iter().copied().chain([act.id]).collect() });
    }

    fn take(&mut self, act: &Act) {
        let fields: String = act.fields.iter().map(|(k, v)| format!(" {k}={v:?}")).collect();
        match act.room.as_str() {
            // Who signs in, and what the keeper does to an account, is that person's and the keeper's.
            "door" if act.used == "read" => {}
            "door" => self.fact(&format!("account:{}", act.who), act, &format!("{}{fields}", act.used), &[]),
            "directory" if may(&act.who, "directory").is_empty() => {}
            "directory" => {
                self.fact(&format!("account:{}", act.get("person")), act, &format!("{}{fields}", act.used), &[]);
                let word = format!("word:{}:{}", act.get("person"), act.get("mediator"));
                if act.used == "private-word" && matches!(cast(act.get("person")).0, "head" | "member") && self.rooms.insert(word.clone()) {
                    self.fact(&word, act, "opened", &[]);
                }
            }
            room if !self.rooms.contains(room) || !may(&act.who, room).contains('r') => {}
            room => {
                let leans: Vec<u32> = act.links().into_iter().collect();
                let links_said = act.link("message").is_some_and(|m| self.said.contains_key(&m));
                let at = self.facts.len();
                self.cross(act, may(&act.who, room));
                // What leans on another room leaves nothing here where it is refused.
                let stands = match act.used.as_str() {
                    "ask" => false,
                    "prepare" => self.preps.contains_key(&act.id),
                    "hold" => links_said,
                    "convey" => self.crossed.get(&act.id) == Some(&true),
                    _ => true,
                };
                if stands {
                    self.fact(room, act, &format!("{}{fields}", act.used), &leans);
                    self.facts[at..].rotate_right(1);
                }
            }
        }
    }

    fn most(&self, room: &str, speaker: &str) -> Standing {
        let last = self.mandates.iter().rev().find(|(r, d, _)| r == room && d == speaker);
        last.map_or(Standing::Agreed, |(_, _, most)| *most)
    }

    /// What must be judged, because something of it may come to stand in another room.
    fn cross(&mut self, act: &Act, may: &str) {
        let has = |verb: char| may.contains(verb);
        let full = |name: &str| !act.get(name).trim().is_empty();
        match act.used.as_str() {
            "mandate" if has('s') && (act.room.starts_with("caucus:") || act.room.starts_with("own:")) => {
                self.mandates.push((act.room.clone(), act.get("delegate").to_owned(), standing(act.get("standing"))));
            }
            "say" if has('s') && full("text") => self.say(act),
            "correct" | "recall" if has('s') && (has('p') || has('n')) => {
                let here = act.link("of").filter(|of| self.said.get(of).is_some_and(|s| s.room == act.room));
                let Some(said) = here.and_then(|of| self.said.get_mut(&of)) else { return };
                if act.used == "recall" {
                    said.recalled = true;
                } else if full("text") {
                    act.get("text").trim().clone_into(&mut said.words);
                    self.leaves.values_mut().filter(|l| Some(l.of) == here).for_each(|l| l.corrected = true);
                }
            }
            "prepare" if has('c') => self.prepare(act),
            "drop" if has('c') => {
                let of = act.link("of").and_then(|of| self.preps.get_mut(&of));
                if let Some(prep) = of.filter(|p| p.act.room == act.room) {
                    prep.settled = true;
                }
            }
            "ask" if has('c') => self.ask(act),
            "permit" if has('p') || has('n') => self.permit(act, has('p')),
            "decline" if has('p') || has('n') => {
                if let Some(ask) = act.link("ask").and_then(|a| self.asks.get_mut(&a)) {
                    ask.1 = true;
                }
            }
            "withdraw" if has('p') || has('n') => {
                if let Some(leave) = act.link("permission").and_then(|p| self.leaves.get_mut(&p)).filter(|l| l.act.room == act.room) {
                    leave.withdrawn = true;
                }
            }
            "convey" if has('c') => {
                let done = self.convey(act).is_some();
                self.crossed.insert(act.id, done);
            }
            "propose-erasure" if has('e') && full("text") => {
                self.erasures.extend(act.link("of").map(|of| (act.id, (of, act.who.clone()))));
            }
            "confirm-erasure" if has('e') && act.get("prove") == "good" => {
                let proposed = act.link("proposal").and_then(|p| self.erasures.get(&p)).filter(|(_, by)| *by != act.who);
                if let Some(of) = proposed.map(|(of, _)| *of) {
                    self.said.remove(&of);
                }
            }
            _ if act.room == "common" && has('a') => self.arrange(act),
            "offer" | "withdraw-offer" | "reaffirm" if has('o') => self.offer(act),
            _ => {}
        }
    }

    fn say(&mut self, act: &Act) {
        let Some((side, mediator)) = ends(&act.room) else { return };
        let (party, ours) = (act.get("party"), cast(&act.who).1);
        let own_voice = ["clarification", "holding-reply", "taken-note", "procedural"].contains(&act.get("kind"));
        let fits = (party == side || (party == mediator && ours == mediator && own_voice)) && (ours == side || ours == mediator);
        let speaker = act.get("speaker").to_owned();
        let to = act.link("answers");
        let answers = match act.get("answers") {
            "" => true,
            text if text.starts_with("{arr:") => to.and_then(|p| self.arrived.get(&p)).is_some_and(|room| *room == act.room),
            _ => to.and_then(|m| self.said.get(&m)).is_some_and(|s| s.room == act.room),
        };
        if fits && answers && standing(act.get("standing")) <= self.most(&act.room, &speaker) {
            let said = Said {
                room: act.room.clone(),
                party: party.to_owned(),
                standing: standing(act.get("standing")),
                speaker,
                words: act.get("text").trim().to_owned(),
                recalled: false,
            };
            self.said.insert(act.id, said);
        }
    }

    fn prepare(&mut self, act: &Act) {
        let ours = cast(&act.who).1;
        let to = act.get("to");
        let from = act.get("from").is_empty() || {
            let said = act.link("from").and_then(|m| self.said.get(&m));
            said.is_some_and(|s| ends(&s.room).is_some_and(|(side, mediator)| mediator == ours && s.party == side && to != side))
        };
        let with = act.get("with").is_empty()
            || act.link("with").and_then(|w| self.preps.get(&w)).is_some_and(|p| !p.settled && p.act.room == act.room);
        if from && with && !wording(act).is_empty() {
            self.preps.insert(act.id, Prep { act: act.clone(), settled: false });
        }
    }

    fn ask(&mut self, act: &Act) {
        let Some(prep) = act.link("of").and_then(|p| self.preps.get(&p)).filter(|p| p.act.room == act.room) else { return };
        let Some((of, said)) = prep.act.link("from").and_then(|m| Some((m, self.said.get(&m)?))) else { return };
        let answers: Vec<&str> = ["use", "source", "form", "standing"].iter().map(|f| prep.act.get(f)).collect();
        let what = format!("asked of={of} to={} as={answers:?} words={:?}", prep.act.get("to"), wording(&prep.act));
        if said.recalled || self.asks.values().any(|(_, answered, asked)| !answered && *asked == what) {
            return;
        }
        let (room, leans) = (said.room.clone(), [prep.act.id, of]);
        self.asks.insert(act.id, (prep.act.id, false, what.clone()));
        self.fact(&room, act, &what, &leans);
    }

    fn permit(&mut self, act: &Act, by_side: bool) {
        let Some((of, said)) = act.link("of").and_then(|m| Some((m, self.said.get(&m)?))) else { return };
        let Some((side, _)) = ends(&act.room) else { return };
        let given = act.get("given");
        let heard = act.get("heard-by").split(',').filter(|h| !h.trim().is_empty()).count();
        let form = match (by_side, given) {
            (true, "proof") => act.get("prove") == "good",
            (true, _) | (false, "proof") => false,
            (false, "spoken-two") => heard >= 2 && !act.get("by").is_empty(),
            _ => !act.get("by").is_empty(),
        };
        let at_most = said.standing.min(self.most(&act.room, &said.speaker));
        let ask = act.get("ask").is_empty()
            || act
                .link("ask")
                .and_then(|a| self.asks.get(&a))
                .is_some_and(|(p, done, _)| !done && self.preps[p].act.link("from") == Some(of));
        let lasts = seconds(act.get("expires")).is_none_or(|e| e > act.at);
        let limited = act.get("use") != "discretion" || (!act.get("limits").is_empty() && !act.get("expires").is_empty());
        if form
            && ask
            && lasts
            && limited
            && said.room == act.room
            && said.party == side
            && !said.recalled
            && act.get("to") != side
            && standing(act.get("standing")) <= at_most
        {
            if let Some(asked) = act.link("ask").and_then(|a| self.asks.get_mut(&a)) {
                asked.1 = true;
            }
            self.leaves.insert(act.id, Leave { act: act.clone(), of, withdrawn: false, corrected: false });
        }
    }

    /// Whether a preparation may cross, and the permission relied on.
    fn crosses(&self, prep: &Act, partner: Option<&Act>, now: i64) -> Option<Option<u32>> {
        let alone = ["own-idea", "what-if"].contains(&prep.get("source"));
        if prep.get("source") == "own-idea" && prep.get("only-one") == "yes" {
            return None;
        }
        let Some(from) = prep.link("from") else {
            return (alone && (OLD || !(prep.get("source") == "what-if" && prep.get("only-one") == "yes"))).then_some(None);
        };
        let said = self.said.get(&from)?;
        if said.recalled || standing(prep.get("standing")) > said.standing.min(self.most(&said.room, &said.speaker)) {
            return None;
        }
        let rank = |act: &Act| Form::from_code(act.get("form"));
        let covers = |given: &str, asked: &str| {
            if OLD {
                terms::disclosure::Source::from_code(asked) <= terms::disclosure::Source::from_code(given)
            } else {
                given == asked || asked == "what-if" || (given, asked) == ("named", "other-side")
            }
        };
        let good = |l: &&Leave| {
            let p = &l.act;
            let words = wording(p).is_empty() || wording(prep).iter().all(|v| wording(p).contains(v));
            let whole = wording(prep).iter().any(|(_, t)| t.split_whitespace().eq(said.words.split_whitespace()));
            let used = match p.get("use") {
                "discretion" => prep.get("source") != "named",
                "read-back" => words && (OLD || !l.corrected),
                "word-for-word" => {
                    words && (OLD || !l.corrected) && whole && (prep.get("source") != "named" || p.get("given") != "spoken-one")
                }
                _ => false,
            };
            let other = p.get("only-if-other").is_empty()
                || (OLD && partner.is_some())
                || partner.is_some_and(|q| q.link("from").and_then(|m| self.said.get(&m)).is_some_and(|s| s.party == prep.get("to")));
            used && other
                && l.of == from
                && !l.withdrawn
                && p.get("to") == prep.get("to")
                && covers(p.get("source"), prep.get("source"))
                && rank(prep) <= rank(p)
                && standing(prep.get("standing")) <= standing(p.get("standing"))
                && seconds(p.get("not-before")).is_none_or(|t| now >= t)
                && seconds(p.get("expires")).is_none_or(|t| now < t)
        };
        self.leaves.values().filter(good).map(|l| l.act.id).next_back().map(Some)
    }

    fn convey(&mut self, act: &Act) -> Option<()> {
        let first = act.link("of").and_then(|p| self.preps.get(&p)).filter(|p| p.act.room == act.room)?.act.clone();
        let second = first.link("with").and_then(|p| self.preps.get(&p)).map(|p| p.act.clone());
        let mut arrivals = Vec::new();
        for (prep, partner) in [(Some(&first), second.as_ref()), (second.as_ref(), Some(&first))] {
            let Some(prep) = prep else { continue };
            if self.preps[&prep.id].settled {
                return None;
            }
            let leave = self.crosses(prep, partner, act.at)?;
            let discretion = leave.is_some_and(|l| self.leaves[&l].act.get("use") == "discretion");
            if discretion && act.get("text").trim().is_empty() {
                return None;
            }
            arrivals.push((prep.clone(), leave));
        }
        for (prep, leave) in arrivals {
            let mut leans = vec![prep.id, first.id];
            if let Some(said) = prep.link("from").and_then(|m| self.said.get(&m)) {
                leans.extend(prep.link("from"));
                leans.extend(leave);
                leans.extend(leave.and_then(|l| self.leaves[&l].act.link("ask")));
                let room = said.room.clone();
                let told = leave.filter(|l| !self.leaves[l].act.get("tell-when-used").is_empty());
                if let Some(leave) = told {
                    self.fact(&room, act, &format!("used {leave}"), &leans);
                }
            }
            let named = prep.get("source") == "named";
            let side = prep.link("from").and_then(|m| self.said.get(&m)).filter(|_| named).map_or("", |s| s.party.as_str()).to_owned();
            let pick = |names: &[&str]| names.iter().map(|f| format!(" {f}={:?}", prep.get(f))).collect::<String>();
            let mut what = pick(&["kind", "source", "form", "standing", "prevails", "answers-entry"]);
            for (lang, text) in wording(&prep) {
                what.push_str(&format!(" {lang}={text:?} {}", prep.get(&format!("state-{lang}"))));
                if named {
                    what.push_str(&pick(&[&format!("by-{lang}"), &format!("checked-{lang}")]));
                }
            }
            // Who heard it is said of what was conveyed by this act's own preparation alone.
            if prep.id == first.id {
                what.push_str(&format!(" said={} heard={}", act.get("said-at"), act.get("heard-by")));
            }
            let room = ear(prep.get("to"), cast(&act.who).1);
            self.fact(&room, act, &format!("arrived side={side}{what}"), &leans);
            self.arrived.insert(prep.id, room);
            if let Some(p) = self.preps.get_mut(&prep.id) {
                p.settled = true;
            }
        }
        Some(())
    }

    fn paused(&self, now: i64) -> bool {
        self.pause.is_some_and(|(_, until, over)| !over && until.is_none_or(|u| u > now))
    }

    fn arrange(&mut self, act: &Act) {
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
                    self.open(act, of);
                }
            }
            _ => {}
        }
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

    fn offer(&mut self, act: &Act) {
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
    fn open(&mut self, act: &Act, of: u32) {
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
        for side in SIDES {
            let room = format!("own:{side}");
            let ours: Vec<_> = met
                .iter()
                .flat_map(|(ids, gives)| ids.iter().filter(|i| self.offers[i].act.room == room).map(move |i| (*i, gives)))
                .collect();
            let leans: Vec<u32> = ours.iter().map(|(i, _)| *i).chain([of]).collect();
            let line = format!("result of={of} matched={ours:?}");
            *self.matched.entry(act.id).or_default() += ours.len();
            self.fact(&room, act, &line, &leans);
        }
        for o in self.offers.values_mut() {
            o.over |= o.leaving || met.iter().any(|(ids, _)| ids.contains(&o.act.id));
        }
    }
}

/// Whether a person may enter a room; of accounts, their own, and the keeper all.
fn enters(person: &str, room: &str) -> bool {
    match room.strip_prefix("account:") {
        Some(of) => of == person || cast(person).0 == "keeper",
        None => may(person, room).contains('r'),
    }
}
