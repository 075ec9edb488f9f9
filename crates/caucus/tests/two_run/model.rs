//! The ideal model: which facts each reader may know of a trace of commands.
//!
//! It is written from the house's list of what one side may learn of another and knows nothing of
//! how the product keeps rooms. For each room it lists what comes to stand in it: what was said or
//! done there by those who may enter; what was conveyed into it; that a permission of it was used,
//! where its terms say that it will be told; at an opening, which of its offers matched. A reader
//! knows the rooms it may enter, and of the accounts its own. Outcomes are judged here, not read.

use super::cast::{cast, ear, ends, enters, may};
use super::offered::Offered;
use super::trace::{Act, answered, beside, wording};
use std::collections::{BTreeMap, BTreeSet};
use terms::disclosure::{Form, Standing};

/// What comes to stand where: room, and a line that says when, who, what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fact {
    pub(crate) room: String,
    pub(crate) line: String,
    /// The act that it comes from, and those that it leans on; not part of what is known.
    pub(crate) from: BTreeSet<u32>,
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

/// A trace, judged.
#[derive(Debug, Default)]
pub(crate) struct Ideal {
    pub(crate) facts: Vec<Fact>,
    /// Whether each `convey` carried anything across; compared with what happened.
    pub(crate) crossed: BTreeMap<u32, bool>,
    pub(crate) offered: Offered,
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
}

pub(crate) fn seconds(text: &str) -> Option<i64> {
    text.strip_prefix("{t:")?.strip_suffix('}')?.parse().ok()
}

fn standing(text: &str) -> Standing {
    Standing::from_code(text).unwrap_or(Standing::Personal)
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
                let of = act.link("of").filter(|of| self.said.contains_key(of));
                self.erasures.extend(of.map(|of| (act.id, (of, act.who.clone()))));
            }
            "confirm-erasure" if has('e') && act.get("prove") == "good" => {
                let proposed = act.link("proposal").and_then(|p| self.erasures.get(&p)).filter(|(_, by)| *by != act.who);
                proposed.map(|(of, _)| *of).and_then(|of| self.said.remove(&of));
            }
            _ if act.room == "common" && has('a') => {
                for (room, line, leans) in self.offered.arrange(act) {
                    self.fact(&room, act, &line, &leans);
                }
            }
            "offer" | "withdraw-offer" | "reaffirm" if has('o') => self.offered.offer(act),
            _ => {}
        }
    }

    fn say(&mut self, act: &Act) {
        let Some((side, mediator)) = ends(&act.room) else { return };
        let (party, ours) = (act.get("party"), cast(&act.who).1);
        let own_voice = ["clarification", "holding-reply", "taken-note", "procedural"].contains(&act.get("kind"));
        let fits = (party == side || (party == mediator && ours == mediator && own_voice)) && (ours == side || ours == mediator);
        let speaker = act.get("speaker").to_owned();
        let here = |field: &str| match (act.get(field), act.link(field)) {
            ("", _) => true,
            (text, to) if text.starts_with("{arr:") => to.and_then(|p| self.arrived.get(&p)).is_some_and(|room| *room == act.room),
            (_, to) => to.and_then(|m| self.said.get(&m)).is_some_and(|s| s.room == act.room),
        };
        if fits && here("answers") && here("tie-text") && standing(act.get("standing")) <= self.most(&act.room, &speaker) {
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
        let (ours, to) = (cast(&act.who).1, act.get("to"));
        let from = act.get("from").is_empty() || {
            let said = act.link("from").and_then(|m| self.said.get(&m));
            said.is_some_and(|s| ends(&s.room).is_some_and(|(side, mediator)| mediator == ours && s.party == side && to != side))
        };
        let with = act.get("with").is_empty()
            || act.link("with").and_then(|w| self.preps.get(&w)).is_some_and(|p| !p.settled && p.act.room == act.room);
        let there = act.link("answers-entry").and_then(|m| self.said.get(&m));
        let answers = there.map_or(act.get("answers-entry").is_empty(), |s| s.room == ear(to, ours) && enters(&act.who, &s.room));
        if from && with && answers && answered(act) && !wording(act).is_empty() {
            self.preps.insert(act.id, Prep { act: act.clone(), settled: false });
        }
    }

    fn ask(&mut self, act: &Act) {
        let Some(prep) = act.link("of").and_then(|p| self.preps.get(&p)).filter(|p| p.act.room == act.room) else { return };
        let Some((of, said)) = prep.act.link("from").and_then(|m| Some((m, self.said.get(&m)?))) else { return };
        let answers: Vec<&str> = ["use", "source", "form", "standing"].iter().map(|f| prep.act.get(f)).collect();
        let what = format!("asked of={of} to={} as={answers:?} words={:?}", prep.act.get("to"), beside(&prep.act));
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
            && answered(act)
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
        let sides = ["acceptance", "refusal", "protest", "counter-proposal"].contains(&prep.get("kind"));
        if alone && sides || prep.get("source") == "own-idea" && prep.get("only-one") == "yes" {
            return None;
        }
        let Some(from) = prep.link("from") else {
            return (alone && prep.get("only-one") != "yes" && standing(prep.get("standing")) < Standing::Agreed).then_some(None);
        };
        let said = self.said.get(&from)?;
        let told = alone && standing(prep.get("standing")) > Standing::Exploratory;
        if told || said.recalled || standing(prep.get("standing")) > said.standing.min(self.most(&said.room, &said.speaker)) {
            return None;
        }
        let rank = |act: &Act| Form::from_code(act.get("form"));
        let covers = |given: &str, asked: &str| given == asked || asked == "what-if" || (given, asked) == ("named", "other-side");
        let good = |l: &&Leave| {
            let p = &l.act;
            let words = wording(p).is_empty() || wording(prep).iter().all(|v| wording(p).contains(v));
            let whole = wording(prep).iter().any(|(_, t)| t.split_whitespace().eq(said.words.split_whitespace()));
            let used = match p.get("use") {
                "discretion" => prep.get("source") != "named",
                "read-back" => words && !l.corrected,
                "word-for-word" => words && !l.corrected && whole && (prep.get("source") != "named" || p.get("given") != "spoken-one"),
                _ => false,
            };
            let other = p.get("only-if-other").is_empty()
                || partner.is_some_and(|q| q.link("from").and_then(|m| self.said.get(&m)).is_some_and(|s| s.party == prep.get("to")));
            let bound = terms::disclosure::Use::from_code;
            used && bound(prep.get("use")) <= bound(p.get("use"))
                && other
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
                if let Some(leave) = leave.filter(|l| !self.leaves[l].act.get("tell-when-used").is_empty()) {
                    self.fact(&room, act, &format!("used {leave}"), &leans);
                }
            }
            let named = prep.get("source") == "named";
            let side = prep.link("from").and_then(|m| self.said.get(&m)).filter(|_| named).map_or("", |s| s.party.as_str()).to_owned();
            let pick = |names: &[&str]| names.iter().map(|f| format!(" {f}={:?}", prep.get(f))).collect::<String>();
            let mut what =
                pick(&["kind", "source", "form", "standing", "prevails", "answers-entry", "tie-text", "tie-clause", "tie-wording"]);
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
}
