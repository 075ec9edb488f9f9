//! What a reader asks: every row of `ROUTES` by its generator, in the same order in both runs.

use super::cast::may;
use super::cast::{PEOPLE, cast};
use super::movements::PLAN;
use super::rng::Rng;
use super::stage::{CASE, OTHER};
use caucus::web::Request;
use caucus::web::forms::USES;
use caucus::web::routes::{Generator, Listed, Method, ROUTES, Route};
use std::collections::BTreeMap;

/// What the walk is made from; the same for both runs.
pub(crate) struct Known {
    pub(crate) reader: String,
    pub(crate) cookies: Vec<(String, String)>,
    /// Rooms of either run, by alias, with their codes.
    pub(crate) rooms: BTreeMap<String, String>,
    /// How many entries each room of the case has in the first run.
    pub(crate) sizes: BTreeMap<String, u64>,
    /// The entries of the reader's rooms in the first run, with their kinds.
    pub(crate) entries: BTreeMap<String, Vec<(u64, String)>>,
    /// Words to search for: some of everybody's, some that only others used.
    pub(crate) words: Vec<String>,
    /// Issued sign-in names, others' among them.
    pub(crate) names: Vec<String>,
    /// Keys that others used.
    pub(crate) keys: Vec<String>,
}

/// One request.
pub(crate) struct Asked {
    pub(crate) label: String,
    pub(crate) request: Request,
    /// Whether it carries the reader's fresh proof, filled in when it is sent.
    pub(crate) proof: bool,
}

const MADE_UP: &str = "abcdefgh23";
const ENDINGS: [&str; 9] = ["", "", "", "", ".json", ".json", ".csv", ".txt", ".xlsx"];

/// Makes the walk.
pub(crate) struct Walk<'a> {
    pub(crate) rng: &'a mut Rng,
    pub(crate) known: &'a Known,
    pub(crate) out: Vec<Asked>,
}

impl Walk<'_> {
    /// All of it.
    pub(crate) fn all(mut self) -> Vec<Asked> {
        for route in ROUTES {
            // Signing out comes last: after it there is nothing but the sign-in page.
            if !route.pattern.ends_with("/sign-out") {
                self.row(route);
            }
        }
        self.looks();
        // Once more after everything that the forms did.
        for route in ROUTES.iter().filter(|r| r.method == Method::Get && r.generator == Generator::Room) {
            self.row(route);
        }
        self.sign_in_tries();
        self.nobody();
        self.post(&format!("/{CASE}/sign-out"), &[], false);
        self.get(&format!("/{CASE}/me"));
        self.out
    }

    fn get(&mut self, path: &str) {
        self.out.push(Asked { label: path.to_owned(), request: Request::get(path, &self.known.cookies), proof: false });
    }

    fn post(&mut self, path: &str, fields: &[(&str, String)], proof: bool) {
        let borrowed: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let mut request = Request::post(path, &self.known.cookies, &borrowed);
        request.wants_json = self.rng.once_in(2);
        if self.rng.once_in(40) {
            request.fetch_site = Some("cross-site".to_owned());
        }
        let label = format!("POST {path} {}", String::from_utf8_lossy(&request.body));
        self.out.push(Asked { label, request, proof });
    }

    fn own(&self, room: &str) -> bool {
        may(&self.known.reader, room).contains('r')
    }

    /// Rooms to ask a row for: those whose pages bear it, another of one's own, some of others, one made up.
    fn rooms(&mut self, route: &Route, most: usize) -> Vec<String> {
        let kinds: &[&str] = if let Listed::At(kinds) = route.listed { kinds } else { &[] };
        let kind = |alias: &str| match alias.split(':').next().unwrap_or("") {
            "word" => "private-word",
            "own" => "own",
            "caucus" => "caucus",
            "mediator" => "mediator",
            "mediators" => "mediators",
            "guarantor" => "guarantor",
            "common" => "common",
            _ => "public",
        };
        let known = self.known;
        let here: Vec<&String> = known.rooms.keys().filter(|r| !r.starts_with("other/")).collect();
        let mut own: Vec<&String> =
            here.iter().copied().filter(|r| self.own(r) && (kinds.is_empty() || kinds.contains(&kind(r)))).collect();
        let spare: Vec<&String> = here.iter().copied().filter(|r| self.own(r)).collect();
        let others: Vec<&String> = known.rooms.keys().filter(|r| !self.own(r) || r.starts_with("other/")).collect();
        let mut out: Vec<String> = Vec::new();
        while out.len() < most && !own.is_empty() {
            let at = self.rng.below(own.len());
            out.push(own.swap_remove(at).clone());
        }
        out.extend(self.rng.maybe(&spare).map(|r| (*r).clone()));
        out.push((*self.rng.pick(&others)).clone());
        out
    }

    fn code(&self, alias: &str) -> String {
        self.known.rooms.get(alias).cloned().unwrap_or_else(|| MADE_UP.to_owned())
    }

    fn number(&mut self, alias: &str) -> String {
        let size = self.known.sizes.get(alias).copied().unwrap_or(9);
        let any = self.rng.next() % size.max(1);
        match self.rng.below(10) {
            0 => size.to_string(),
            1 => (size + 1 + self.rng.next() % 40).to_string(),
            2 => (*self.rng.pick(&["00", "x", "-1", "18446744073709551615", "4000000"])).to_owned(),
            3 | 4 => size.saturating_sub(1).to_string(),
            _ => any.to_string(),
        }
    }

    /// The number of an entry that a row shows, where the reader's room has one.
    fn shown(&mut self, route: &Route, alias: &str) -> Option<u64> {
        let kind = match route.pattern.rsplit('/').nth(1)? {
            "match" => "pairing",
            "handover" => "movement",
            "forward" => "list",
            screen => screen,
        };
        let all: Vec<u64> = self.known.entries.get(alias)?.iter().filter(|(_, k)| k == kind).map(|(n, _)| *n).collect();
        self.rng.maybe(&all).copied()
    }

    fn filled(&mut self, route: &Route, alias: &str) -> String {
        let case = if alias.starts_with("other/") && self.rng.once_in(2) { OTHER } else { CASE };
        let mut path = route.pattern.replace("{case}", case).replace("{room}", &self.code(alias));
        if path.contains("{n}") {
            let shown = if self.rng.once_in(3) { None } else { self.shown(route, alias) };
            let n = shown.map_or_else(|| self.number(alias), |n| n.to_string());
            path = path.replace("{n}", &n);
        }
        path
    }

    fn row(&mut self, route: &'static Route) {
        if route.method == Method::Post {
            return self.form_row(route);
        }
        let ending = *self.rng.pick(&ENDINGS);
        match route.generator {
            Generator::Plain => self.get(&[route.pattern, ending].concat()),
            Generator::Case => {
                let case = *self.rng.pick(&[CASE, CASE, CASE, OTHER, "no-such-talks"]);
                self.get(&[&route.pattern.replace("{case}", CASE), ending].concat());
                self.get(&[&route.pattern.replace("{case}", case), ".json"].concat());
            }
            Generator::Room => {
                for alias in self.rooms(route, 3) {
                    let ending = *self.rng.pick(&ENDINGS);
                    let path = self.filled(route, &alias);
                    self.get(&[&path, ending].concat());
                }
                let path = self.filled(route, "none at all");
                self.get(&path);
            }
            Generator::Entry => {
                for alias in self.rooms(route, 4) {
                    for _ in 0..2 {
                        let ending = *self.rng.pick(&ENDINGS);
                        let path = self.filled(route, &alias);
                        self.get(&[&path, ending].concat());
                    }
                }
            }
            Generator::Query => {
                for alias in self.rooms(route, 2) {
                    let ending = *self.rng.pick(&ENDINGS);
                    let path = self.filled(route, &alias);
                    let query = self.query(&alias);
                    self.get(&format!("{path}{ending}?{query}"));
                    self.get(&format!("{path}{ending}"));
                }
            }
            Generator::Token => {
                let asset = self.rng.maybe(caucus::web::page::ASSETS).map_or("none.css", |(name, _, _)| name);
                let token = *self.rng.pick(&[asset, "none.js", "0123456789abcdef"]);
                self.get(&route.pattern.replace("{name}", token).replace("{token}", token));
            }
            Generator::Form => {}
        }
    }

    fn query(&mut self, alias: &str) -> String {
        let known = self.known;
        let codes: Vec<&String> = known.rooms.values().collect();
        let other = (*self.rng.pick(&codes)).clone();
        let word = self.rng.maybe(&known.words).cloned().unwrap_or_default();
        let n = self.number(alias);
        match self.rng.below(9) {
            7 => format!("v={n}&with={}&clause=1.1", self.number(alias)),
            8 => format!("v={n}&text={n}&clause=1.2"),
            0 => format!("before={n}"),
            1 => format!("before={n}&mine=1"),
            2 => format!("from={other}.{n}"),
            3 => format!("speaker={word}&issue=road"),
            4 => format!("done={n}&in={other}"),
            _ => format!("q={}", caucus::web::http::encode(&word)),
        }
    }

    /// Searches are asked more often than their one row would have it.
    fn search(&mut self) {
        for _ in 0..4 {
            let word = self.rng.maybe(&self.known.words).cloned().unwrap_or_default();
            let ending = *self.rng.pick(&ENDINGS);
            self.get(&format!("/{CASE}/search{ending}?q={}", caucus::web::http::encode(&word)));
        }
    }

    fn form_row(&mut self, route: &'static Route) {
        match (route.generator, route.pattern) {
            (Generator::Form, "/{case}/people/{use}") => {
                let person = self.rng.pick(PEOPLE).0.to_owned();
                for used in ["add", "invite", "role", "end-sessions", "private-word", "clock", "none"] {
                    let fields = [
                        ("person", if self.rng.once_in(3) { "newcomer".to_owned() } else { person.clone() }),
                        ("name", "a name".to_owned()),
                        ("role", "observer".to_owned()),
                        ("mediator", "crane".to_owned()),
                    ];
                    let spare = person.ends_with("-spare") || cast(&self.known.reader).0 != "keeper";
                    let fields: &[(&str, String)] = if spare && !self.rng.once_in(3) { &fields } else { &[] };
                    self.post(&format!("/{CASE}/people/{used}"), fields, false);
                }
            }
            (Generator::Form, _) => {
                for used in USES {
                    self.uses(used);
                }
                self.search();
                self.take_back();
            }
            (Generator::Token, pattern) => self.post(&pattern.replace("{token}", "0123456789abcdef"), &[], false),
            (_, "/{case}/language") => {
                let fields = [("lang", (*self.rng.pick(&["en", "ar", "he", "xx"])).to_owned()), ("back", format!("/{CASE}/me"))];
                self.post(&format!("/{CASE}/language"), &fields, false);
            }
            (_, "/{case}/end-session") => {
                let short = if self.rng.once_in(2) { "0000000000".to_owned() } else { String::new() };
                self.post(&format!("/{CASE}/end-session"), &[("short", short)], false);
            }
            (_, "/sign-in") => {}
            (_, pattern) => self.post(&pattern.replace("{case}", CASE), &[], false),
        }
    }

    /// Takes back whatever leave stands under the first numbers of the rooms where the reader may: the
    /// one act whose answer could tell its owner that the words are out.
    fn take_back(&mut self) {
        let rooms: Vec<String> = self
            .known
            .rooms
            .keys()
            .filter(|a| !a.starts_with("other/") && may(&self.known.reader, a).contains(['p', 'n']))
            .cloned()
            .collect();
        for alias in rooms {
            let path = format!("/{CASE}/{}/withdraw", self.code(&alias));
            for n in 0..24 {
                self.post(&path, &[("permission", n.to_string()), ("key", format!("back-{n:05}"))], false);
            }
        }
    }

    /// A use: with nothing filled in, filled in well, and about what is others'.
    fn uses(&mut self, used: &'static str) {
        let aliases: Vec<String> = self.known.rooms.keys().cloned().collect();
        let own: Vec<String> =
            aliases.iter().filter(|a| !a.starts_with("other/") && may(&self.known.reader, a).len() > 1).cloned().collect();
        let any = self.rng.pick(&aliases).clone();
        let there =
            |a: &&String| self.known.entries.get(*a).is_some_and(|all| all.iter().any(|(_, kind)| Some(kind.as_str()) == about(used)));
        let apt: Vec<String> = own.iter().filter(there).cloned().collect();
        let apt = if self.rng.once_in(3) { &own } else { &apt };
        let home = self.rng.maybe(apt).or_else(|| own.first()).cloned().unwrap_or_else(|| any.clone());
        let turns: &[(&String, u8)] = match self.rng.below(4) {
            0 => &[(&any, 1), (&home, 0)],
            1 => &[(&home, 2)],
            _ => &[(&home, 1)],
        };
        for (alias, how) in turns.iter().copied() {
            let path = format!("/{CASE}/{}/{used}", self.code(alias));
            let key = match self.rng.maybe(&self.known.keys) {
                Some(key) if self.rng.once_in(2) => key.clone(),
                _ => format!("walk-{:06}", self.out.len()),
            };
            let mut fields = if how == 0 { Vec::new() } else { self.good(used, alias, how == 2) };
            fields.push(("key", key));
            let proof = matches!(used, "permit" | "confirm-erasure") && self.rng.once_in(2);
            self.post(&path, &fields, proof);
            if self.rng.once_in(6) {
                // The same again: the same receipt again.
                let last = &self.out[self.out.len() - 1];
                let again = Asked { label: format!("again {}", last.label), request: last.request.clone(), proof: false };
                self.out.push(again);
            }
        }
    }

    fn good(&mut self, used: &str, alias: &str, others: bool) -> Vec<(&'static str, String)> {
        let known = self.known;
        let reader = cast(&known.reader);
        let party = if reader.1.is_empty() { "alder" } else { reader.1 };
        let far = self.rng.pick(&known.rooms.keys().cloned().collect::<Vec<_>>()).clone();
        let fit: Vec<u64> = known
            .entries
            .get(alias)
            .into_iter()
            .flatten()
            .filter(|(_, kind)| Some(kind.as_str()) == about(used))
            .map(|(n, _)| *n)
            .collect();
        let n = match self.rng.maybe(&fit) {
            _ if others => (self.rng.next() % 60).to_string(),
            Some(n) if !self.rng.once_in(4) => n.to_string(),
            _ => self.number(alias),
        };
        // An answer about a message in a room that is not theirs is asked for now and then.
        let beyond = others || (used == "hold" && self.rng.once_in(2));
        let at = if beyond { far } else { alias.to_owned() };
        let reference = format!("{}.{}", self.code(&at), self.number(&at));
        let word = self.rng.maybe(&known.words).cloned().unwrap_or_else(|| "the ford".to_owned());
        let text = ("text", format!("the walker says {word}"));
        let of = ("of", n.clone());
        let answers = [
            ("use", "read-back".to_owned()),
            ("source", "what-if".to_owned()),
            ("form", "said".to_owned()),
            ("standing", "personal".to_owned()),
        ];
        let moment = ("at", "2026-03-20T10:00".to_owned());
        let mut out = vec![of, text, ("party", party.to_owned())];
        match used {
            "say" => out.push(("answers", n)),
            "read-back" => out.push(("confirmed", "yes".to_owned())),
            "translate" => out.push(("by", "a pen".to_owned())),
            "permit" => {
                out.extend(answers);
                out.extend([("to", "birch".to_owned()), ("ask", String::new())]);
                out.extend([("given", if reader.0 == "mediator" { "paper" } else { "proof" }.to_owned()), ("by", "the head".to_owned())]);
            }
            "decline" => out.push(("ask", n)),
            "withdraw" => out.push(("permission", n)),
            "prepare" => {
                out.extend(answers);
                out.extend([
                    ("from", if others { reference } else { String::new() }),
                    ("to", "alder".to_owned()),
                    ("text-en", word),
                    ("only-one", "no".to_owned()),
                ]);
            }
            "hold" => out.push(("message", reference)),
            "round" => out.push(("number", "2".to_owned())),
            "session" => out.extend([("round", "1".to_owned()), ("attends-birch", "1".to_owned())]),
            "end-session" | "announce-opening" => out.push(moment),
            "minutes" => out.push(("session", word)),
            "attempt" => out.push(("text-ended", "it ended".to_owned())),
            "issue" => out.extend([("issue", "lamps".to_owned()), ("options", "on: on\noff: off".to_owned())]),
            "mandate" => {
                out.extend([("delegate", known.reader.clone()), ("given-by", "home".to_owned()), ("standing", "agreed".to_owned())])
            }
            "position" => out.extend([("issue", "road".to_owned()), ("lane", "private".to_owned())]),
            "sticking-point" => out.extend([("issue-road", "1".to_owned()), ("tied-to", if others { n } else { String::new() })]),
            "move" => out.push(("movement", "closer".to_owned())),
            "statement" => out.push(("speaker", word)),
            "offer" => {
                out.extend([("if-gate", "now".to_owned()), ("then-gate", "now".to_owned()), ("expires", "2026-03-30T10:00".to_owned())])
            }
            "import-list" => out.extend([
                ("title", word.clone()),
                ("table", "id,name,born\n1,Ahmad Salem,1990-01-01\n2,ليلى حسن,1991-01-02\n3,,\n".to_owned()),
            ]),
            "state-counts" => out.extend([
                ("title", word.clone()),
                ("total", "48".to_owned()),
                ("parts", "alive: 20".to_owned()),
                ("source", "x".to_owned()),
            ]),
            "claim-entry" => out.extend([
                ("entry", "#1".to_owned()),
                ("about", "fate".to_owned()),
                ("claimant", word.clone()),
                ("since", "2026-03-01T10:00".to_owned()),
            ]),
            "stage-entry" => out.extend([("list", reference), ("entry", "#1".to_owned()), ("stage", "agreed".to_owned())]),
            "pair-lists" => out.extend([("left", reference.clone()), ("right", reference)]),
            "decide-pair" => out.extend([("left", "#1".to_owned()), ("right", "#2".to_owned()), ("verdict", "accepted".to_owned())]),
            "write-plan" => out.extend([("title", word.clone()), ("plan", PLAN.to_owned())]),
            "order-movement" => out.extend([
                ("title", word.clone()),
                ("leaves", "2026-03-20T10:00".to_owned()),
                ("people", "4".to_owned()),
                ("gates", "the ford".to_owned()),
            ]),
            "answer-movement" => out.extend([("yes", "yes".to_owned()), ("by", word.clone())]),
            "log-movement" => out.extend([("what", "at-gate".to_owned()), ("gate", "the ford".to_owned()), ("people", "3".to_owned())]),
            "count-movement" => out.extend([("point", "release".to_owned()), ("people", "3".to_owned())]),
            "confirm-erasure" => out.push(("proposal", n)),
            "party" => out.extend([("part", "observer".to_owned()), ("text-en", "Somebody".to_owned())]),
            "initial" | "reopen" => {
                out.extend([("clause", "1.1".to_owned()), ("by", "the head".to_owned()), ("standing", "ad-referendum".to_owned())])
            }
            "alternative" => out.extend([("bracket", "1.1".to_owned()), ("letter", "A".to_owned())]),
            "reading" => out.push(("clause", "1".to_owned())),
            "set-aside" => out.push(("finding", "0123456789abcdef01234567".to_owned())),
            "amend" => out.extend([("change", "reword".to_owned()), ("clause", "1.1".to_owned())]),
            _ => {}
        }
        out
    }

    /// A side's screens, as somebody else would look at them.
    fn looks(&mut self) {
        if let Some(code) = self.known.rooms.get(&format!("mediator:{}", super::cast::cast(&self.known.reader).1)).cloned() {
            for party in ["alder", "crane"] {
                self.post(&format!("/{CASE}/{code}/look-as"), &[("party", party.to_owned()), ("key", format!("look-at-{party}"))], false);
            }
        }
        for party in ["alder", "birch", "crane", "nobody"] {
            for page in ["my", "talk", "record", "positions"] {
                let codes: Vec<String> = self
                    .known
                    .rooms
                    .iter()
                    .filter(|(a, _)| a.starts_with("caucus:") || a.starts_with("own:"))
                    .map(|(_, c)| c.clone())
                    .collect();
                let room = self.rng.pick(&codes).clone();
                let ending = *self.rng.pick(&ENDINGS);
                self.get(&format!("/as/{party}/{CASE}/{room}/{page}{ending}"));
            }
        }
    }

    fn sign_in_tries(&mut self) {
        let names: Vec<String> = (0..3).map(|_| self.rng.pick(&self.known.names).clone()).collect();
        for name in names.iter().chain([&"nobody23".to_owned()]) {
            for _ in 0..3 {
                let fields = [("name", name.clone()), ("passphrase", "not this one".to_owned()), ("code", "000000".to_owned())];
                self.post("/sign-in", &fields, false);
            }
        }
    }

    /// Without a session, and with one that never was.
    fn nobody(&mut self) {
        let codes: Vec<&String> = self.known.rooms.values().collect();
        for cookie in [None, Some("never")] {
            let room = self.rng.pick(&codes);
            let path = format!("/{CASE}/{room}/{}", self.rng.pick(&["talk", "record.json", "message/1", "today", "receipt/2.txt"]));
            let cookies: Vec<(String, String)> = cookie.map(|c| ("caucus".to_owned(), c.to_owned())).into_iter().collect();
            self.out.push(Asked { label: format!("nobody {path}"), request: Request::get(&path, &cookies), proof: false });
        }
    }
}

/// The kind of entry that a use is about.
fn about(used: &str) -> Option<&'static str> {
    Some(match used {
        "recall" | "correct" | "read-back" | "translate" | "permit" | "alternative" | "reading" | "set-aside" | "amend" => "message",
        "initial" | "reopen" => "arrived",
        "ask" | "drop" | "convey" => "prepared",
        "withdraw" => "permitted",
        "decline" => "asked",
        "move" => "sticking-point",
        "withdraw-offer" | "reaffirm" => "offer",
        "step-done" => "step",
        "end-session" => "session",
        "hold-opening" => "opening",
        "confirm-erasure" => "erasure-proposed",
        "claim-entry" | "stage-entry" => "list",
        "decide-pair" => "pairing",
        "answer-movement" | "log-movement" | "count-movement" => "movement",
        _ => return None,
    })
}
