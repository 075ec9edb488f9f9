//! Moves of people who talk: what is said in a caucus or a private word, what is done to it, what a body
//! writes in a room of its own.

use super::{ISSUES, Maker};
use crate::cast::{MEDIATORS, PRIVATE_WORDS, SIDES, cast, ear, ends};
use crate::estimates::{home, packages};
use crate::trace::Act;

pub(super) const KINDS: [&str; 7] = ["statement", "proposal", "question", "answer", "counter-proposal", "procedural", "list"];
const STANDINGS: [&str; 3] = ["personal", "exploratory", "ad-referendum"];

impl Maker<'_> {
    /// A side's words in a caucus or private word: written by a delegate, or noted by a mediator.
    pub(super) fn side_says(&mut self, room: &str) -> u32 {
        let Some((side, mediator)) = ends(room).map(|(s, m)| (s.to_owned(), m.to_owned())) else { return 0 };
        let private = room.starts_with("word:");
        let delegate = match room.split(':').nth(1) {
            Some(person) if private => person.to_owned(),
            _ => self.of_body(&side, &["head", "member"]).to_owned(),
        };
        let noted = self.rng.once_in(3);
        let who = if noted { self.mediator(&mediator).to_owned() } else { delegate.clone() };
        let (lang, kind, standing) = (self.lang(), *self.rng.pick(&KINDS), *self.rng.pick(&STANDINGS));
        let text = if kind == "list" { self.table(2) } else { self.text(lang) };
        let mut fields = vec![
            ("party", side.clone()),
            ("speaker", delegate),
            ("kind", kind.to_owned()),
            ("standing", standing.to_owned()),
            ("text", text),
            ("lang", lang.to_owned()),
        ];
        if noted {
            fields.push(("noted", "1".to_owned()));
            fields.push(("present", "a porter {mark}".to_owned()));
            fields.push(("said-at", format!("{{t:{}}}", self.at - 600)));
        }
        let here = self.earlier("say", |a| a.room == room);
        let arrived = self.earlier("prepare", |a| ear(a.get("to"), cast(&a.who).1) == room);
        if self.rng.once_in(3)
            && let Some(other) = self.rng.maybe(&here)
        {
            fields.push(("answers", format!("{{n:{}}}", other.id)));
        } else if self.rng.once_in(2)
            && let Some(prep) = self.rng.maybe(&arrived)
        {
            fields.push(("answers", format!("{{arr:{}}}", prep.id)));
        }
        self.act(&who, room, "say", &fields)
    }

    /// A room in which a side speaks to a mediating body.
    pub(super) fn caucus(&mut self, side: &str, mediator: &str) -> String {
        let words: Vec<String> =
            PRIVATE_WORDS.iter().filter(|(p, m)| cast(p).1 == side && *m == mediator).map(|(p, m)| format!("word:{p}:{m}")).collect();
        if self.rng.once_in(4)
            && let Some(word) = self.rng.maybe(&words)
        {
            return word.clone();
        }
        format!("caucus:{side}:{mediator}")
    }

    /// A message to be carried: an earlier one of that side with that body, or a new one.
    pub(super) fn message(&mut self, side: &str, mediator: &str) -> Act {
        let old = self.earlier("say", |a| ends(&a.room) == Some((side, mediator)) && a.get("party") == side);
        if self.rng.once_in(2)
            && let Some(old) = self.rng.maybe(&old)
        {
            return old.clone();
        }
        let room = self.caucus(side, mediator);
        self.side_says(&room);
        self.new[self.new.len() - 1].clone()
    }

    /// What is done to a message that is there.
    pub(super) fn about_a_message(&mut self) {
        let messages = self.earlier("say", |a| ends(&a.room).is_some_and(|(side, _)| a.get("party") == side));
        let Some(message) = self.rng.maybe(&messages).cloned() else { return };
        let Some((side, mediator)) = ends(&message.room).map(|(s, m)| (s.to_owned(), m.to_owned())) else { return };
        let owner = match message.room.split(':').nth(1) {
            Some(person) if message.room.starts_with("word:") => person.to_owned(),
            _ => self.of_body(&side, &["head", "member"]).to_owned(),
        };
        let of = ("of", format!("{{n:{}}}", message.id));
        let carried = self.all().any(|a| a.used == "prepare" && a.link("from") == Some(message.id));
        let (room, ours) = (message.room.clone(), format!("mediator:{mediator}"));
        match self.rng.below(6) {
            0 if !message.get("noted").is_empty() => {
                let yes = if self.rng.once_in(3) { "no" } else { "yes" };
                let text = self.text("en");
                self.act(&owner, &room, "read-back", &[of, ("confirmed", yes.to_owned()), ("text", text)]);
            }
            1 | 4 if !carried || self.rng.once_in(2) => {
                self.act(&owner, &room, "recall", &[of]);
            }
            2 if !carried || self.rng.once_in(2) => {
                let text = self.text("en");
                self.act(&owner, &room, "correct", &[of, ("text", text), ("lang", "en".to_owned())]);
            }
            3 => {
                let who = if self.rng.once_in(2) { owner } else { self.mediator(&mediator).to_owned() };
                let text = self.text("ar");
                self.act(&who, &room, "translate", &[of, ("text", text), ("lang", "ar".to_owned()), ("by", "a pen {mark}".to_owned())]);
            }
            _ => {
                let who = self.mediator(&mediator).to_owned();
                let text = self.text("en");
                self.act(&who, &ours, "hold", &[("message", format!("{{ref:{}}}", message.id)), ("text", text)]);
            }
        }
    }

    /// What a body writes in a room of its own.
    pub(super) fn in_own_room(&mut self) {
        let room = *self.rng.pick(&[
            "own:alder",
            "own:birch",
            "own:birch",
            "mediator:crane",
            "mediator:dove",
            "mediators",
            "guarantor:egret",
            "guarantor:dove",
        ]);
        let body = room.split_once(':').map_or_else(|| *self.rng.pick(&MEDIATORS), |(_, b)| b).to_owned();
        let who = match room.split(':').next() {
            Some("own") => self.of_body(&body, &["head", "member"]),
            Some("guarantor") => self.of_body(&body, &["guarantor"]),
            _ => self.mediator(&body),
        }
        .to_owned();
        let (lang, text) = (self.lang(), ("text", self.text("en")));
        let point = self.earlier("sticking-point", |a| a.room == room);
        match self.rng.below(7) {
            0 | 1 => {
                let text = ("text", self.text(lang));
                self.act(&who, room, "say", &[("party", body.clone()), ("speaker", who.clone()), text, ("lang", lang.to_owned())]);
            }
            2 => {
                let side = if room.starts_with("own:") { body } else { (*self.rng.pick(&SIDES)).to_owned() };
                let issue = *self.rng.pick(&ISSUES);
                self.act(
                    &who,
                    room,
                    "position",
                    &[("issue", issue.to_owned()), ("party", side), ("lane", "private".to_owned()), text, ("red-line", "1".to_owned())],
                );
            }
            3 | 6 if room.starts_with("own:") => {
                let standing = *self.rng.pick(&["exploratory", "ad-referendum", "instructed"]);
                self.act(
                    &who,
                    room,
                    "mandate",
                    &[
                        ("delegate", format!("{body}-two")),
                        ("given-by", "the council {mark}".to_owned()),
                        ("standing", standing.to_owned()),
                        ("refer-home", "the gate {mark}".to_owned()),
                        ("takes", "36".to_owned()),
                    ],
                );
            }
            4 if !room.starts_with("guarantor") && (point.is_empty() || self.rng.once_in(3)) => {
                self.act(
                    &who,
                    room,
                    "sticking-point",
                    &[text, ("issue-road", "1".to_owned()), ("text-side-alder", "they hold {mark}".to_owned())],
                );
            }
            4 | 5 if !point.is_empty() => {
                let point = self.rng.pick(&point).id;
                let movement = *self.rng.pick(&["stalled", "closer", "apart", "parked"]);
                self.act(&who, room, "move", &[("of", format!("{{n:{point}}}")), ("movement", movement.to_owned()), text]);
            }
            _ => {
                let title = self
                    .rng
                    .maybe(&self.earlier("session", |_| true))
                    .map_or_else(|| "the first day".to_owned(), |s| s.get("text").to_owned());
                self.act(&who, room, "minutes", &[("session", title), text, ("present", "a clerk {mark}".to_owned())]);
            }
        }
    }

    /// What a mediator says in its own voice.
    pub(super) fn own_voice(&mut self) {
        let (side, mediator) = (*self.rng.pick(&SIDES), *self.rng.pick(&MEDIATORS));
        let who = self.mediator(mediator).to_owned();
        let (kind, text) = (*self.rng.pick(&["clarification", "holding-reply", "taken-note"]), self.text("en"));
        let fields = [("party", mediator.to_owned()), ("speaker", who.clone()), ("kind", kind.to_owned()), ("text", text)];
        self.act(&who, &format!("caucus:{side}:{mediator}"), "say", &fields);
    }

    /// What a mediating body reckons of its own: packages, or who could carry it at home.
    pub(super) fn estimate(&mut self) {
        let mediator = *self.rng.pick(&MEDIATORS);
        let who = self.mediator(mediator).to_owned();
        let mut below = |most: usize| u64::try_from(self.rng.below(most)).unwrap_or(0);
        let (subject, file) = if below(2) == 0 {
            ("packages", packages([0; 6].map(|_| below(12)), below(8)))
        } else {
            ("home", home([0; 3].map(|_| 1 + below(6)), if below(2) == 0 { "yes" } else { "no" }))
        };
        let fields = [("subject", subject.to_owned()), ("title", "what we think {mark}".to_owned()), ("estimates", file)];
        self.act(&who, &format!("mediator:{mediator}"), "estimate", &fields);
    }
}
