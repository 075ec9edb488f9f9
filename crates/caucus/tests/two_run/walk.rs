//! What a reader asks: every row of `ROUTES` by its generator, in the same order in both runs.

use super::cast::may;
use super::cast::{PEOPLE, cast};
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
const ENDINGS: [&str; 9] = ["", "", "", ".json", ".json", ".csv", ".csv", ".txt", ".xlsx"];

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

    pub(crate) fn post(&mut self, path: &str, fields: &[(&str, String)], proof: bool) {
        let borrowed: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let mut request = Request::post(path, &self.known.cookies, &borrowed);
        request.wants_json = self.rng.once_in(2);
        if self.rng.once_in(40) {
            request.fetch_site = Some("cross-site".to_owned());
        }
        let label = format!("POST {path} {}", String::from_utf8_lossy(&request.body));
        self.out.push(Asked { label, request, proof });
    }

    pub(crate) fn own(&self, room: &str) -> bool {
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

    pub(crate) fn code(&self, alias: &str) -> String {
        self.known.rooms.get(alias).cloned().unwrap_or_else(|| MADE_UP.to_owned())
    }

    pub(crate) fn number(&mut self, alias: &str) -> String {
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
                self.reach();
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
