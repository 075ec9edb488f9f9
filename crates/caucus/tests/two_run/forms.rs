//! What a reader sends in: every use, with nothing filled in, filled in well, and reaching for what is others'.

use super::cast::{cast, may};
use super::generate::ISSUES;
use super::stage::CASE;
use super::walk::{Asked, Walk};

impl Walk<'_> {
    /// Takes back whatever leave stands under the first numbers of the rooms where the reader may: the
    /// one act whose answer could tell its owner that the words are out.
    pub(crate) fn take_back(&mut self) {
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

    /// Reaches from a mediating body's own room into every room that is not the reader's, by the uses that
    /// name an entry of another room: what is there must not show in the refusal.
    pub(crate) fn reach(&mut self) {
        let known = self.known;
        let Some(path) = known.rooms.get(&format!("mediator:{}", cast(&known.reader).1)).map(|code| format!("/{CASE}/{code}")) else {
            return;
        };
        let beyond: Vec<String> = known.rooms.iter().filter(|(a, _)| !self.own(a)).map(|(_, code)| code.clone()).collect();
        for (i, code) in beyond.iter().enumerate() {
            let at = format!("{code}.{}", self.rng.below(12));
            let (used, field) = *self.rng.pick(&[("hold", "message"), ("stage-entry", "list"), ("pair-lists", "left")]);
            let words = [("text", "held".to_owned()), ("entry", "#1".to_owned()), ("stage", "agreed".to_owned())];
            let mut fields = vec![(field, at.clone()), ("right", at), ("key", format!("reach-{i:04}"))];
            fields.extend(words);
            self.post(&format!("{path}/{used}"), &fields, false);
        }
    }

    /// A use: with nothing filled in, filled in well, and about what is others'.
    pub(crate) fn uses(&mut self, used: &'static str) {
        let aliases: Vec<String> = self.known.rooms.keys().cloned().collect();
        let own: Vec<String> =
            aliases.iter().filter(|a| !a.starts_with("other/") && may(&self.known.reader, a).len() > 1).cloned().collect();
        let any = self.rng.pick(&aliases).clone();
        let there =
            |a: &&String| self.known.entries.get(*a).is_some_and(|all| all.iter().any(|(_, kind)| Some(kind.as_str()) == about(used)));
        let apt: Vec<String> = match places(used) {
            [] => own.iter().filter(there).cloned().collect(),
            places => own.iter().filter(|a| places.iter().any(|p| a.starts_with(p))).cloned().collect(),
        };
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
            "position" => out.extend([("issue", (*self.rng.pick(&ISSUES)).to_owned()), ("lane", "private".to_owned())]),
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
            "write-plan" => out.extend([("title", word.clone()), ("plan", super::lists::PLAN.to_owned())]),
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
}

/// Where a use is done that is about no entry of the room it is done in; none where it is done beside
/// what it is about, or anywhere.
fn places(used: &str) -> &'static [&'static str] {
    match used {
        "prepare" | "hold" | "look-as" | "stage-entry" | "pair-lists" | "estimate" | "write-plan" | "order-movement" => &["mediator:"],
        "party" | "round" | "session" | "step" | "attempt" | "issue" | "announce-opening" | "pause" | "resume" => &["common"],
        "statement" => &["public"],
        "offer" => &["own:"],
        "mandate" | "position" | "import-list" | "state-counts" => &["own:", "caucus:"],
        "say" | "minutes" | "sticking-point" => &["own:", "caucus:", "mediator:", "mediators", "word:", "guarantor:"],
        _ => &[],
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
