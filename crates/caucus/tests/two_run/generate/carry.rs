//! Moves of conveying: what is prepared, asked, permitted, taken back and carried across, or tried.

use super::Maker;
use super::talk::KINDS;
use crate::cast::{MEDIATORS, SIDES, ear, ends, enters};
use crate::trace::Act;

impl Maker<'_> {
    pub(super) fn answers(&mut self, of: &Act) -> [(&'static str, String); 4] {
        let used = *self.rng.pick(&["read-back", "word-for-word", "discretion"]);
        let source = if used == "discretion" {
            *self.rng.pick(&["own-idea", "what-if", "other-side"])
        } else {
            *self.rng.pick(&["own-idea", "what-if", "other-side", "named"])
        };
        let form = *self.rng.pick(&["said", "read-out", "shown", "non-paper", "formal"]);
        let standing = if ["own-idea", "what-if"].contains(&source) { "personal" } else { of.get("standing") };
        [("use", used.to_owned()), ("source", source.to_owned()), ("form", form.to_owned()), ("standing", standing.to_owned())]
    }

    /// What will be read: the message's own words, or the mediators' wording of them.
    pub(super) fn wording(&mut self, of: &Act, used: &str) -> Vec<(&'static str, String)> {
        let mut out = if used == "word-for-word" || self.rng.once_in(3) {
            let at = match of.get("lang") {
                "ar" => "text-ar",
                "he" => "text-he",
                _ => "text-en",
            };
            vec![(at, of.get("text").to_owned())]
        } else {
            vec![("text-en", self.text("en"))]
        };
        if self.rng.once_in(4) && out[0].0 != "text-he" {
            out.push(("text-he", self.text("he")));
            out.push(("state-he", "working".to_owned()));
            out.push(("by-he", "a translator {mark}".to_owned()));
        }
        out
    }

    pub(super) fn prepare(
        &mut self,
        mediator: &str,
        from: Option<&Act>,
        to: &str,
        answers: &[(&'static str, String); 4],
        words: &[(&'static str, String)],
        with: Option<u32>,
    ) -> u32 {
        let who = self.mediator(mediator).to_owned();
        let mut fields: Vec<(&str, String)> = vec![("to", to.to_owned())];
        if let Some(from) = from {
            fields.insert(0, ("from", format!("{{ref:{}}}", from.id)));
        }
        let list = from.filter(|f| f.get("kind") == "list");
        fields.push(("kind", list.map_or_else(|| (*self.rng.pick(&KINDS)).to_owned(), |f| f.get("kind").to_owned())));
        fields.extend(answers.iter().cloned());
        fields.extend(words.iter().cloned());
        fields.push(("only-one", "no".to_owned()));
        if let Some(with) = with {
            fields.push(("with", format!("{{n:{with}}}")));
        }
        let room = ear(to, mediator);
        let there = self.earlier("say", |a| a.room == room);
        if self.rng.once_in(3)
            && let Some(there) = self.rng.maybe(&there)
        {
            // Of a room that one may not enter, one has no number to give.
            let known = enters(&who, &room);
            if known || self.rng.once_in(3) {
                fields.push(("answers-entry", format!("{{n:{}}}", if known { there.id } else { 999_999 })));
            }
        }
        self.act(&who, &format!("mediator:{mediator}"), "prepare", &fields)
    }

    /// The mediators' own words for a side, of a stated kind.
    pub(crate) fn prepare_kind(
        &mut self,
        kind: &str,
        mediator: &str,
        to: &str,
        answers: &[(&'static str, String); 4],
        words: &[(&'static str, String)],
    ) -> u32 {
        let prep = self.prepare(mediator, None, to, answers, words, None);
        if let Some(act) = self.new.iter_mut().find(|a| a.id == prep) {
            act.set("kind", kind);
        }
        prep
    }

    /// The owner's leave for a preparation: by proof, or noted by a mediator.
    pub(super) fn permit(&mut self, message: &Act, prep: u32, ask: Option<u32>, other: bool) -> u32 {
        let Some(prep) = self.all().find(|a| a.id == prep).cloned() else { return 0 };
        let Some((side, mediator)) = ends(&message.room).map(|(s, m)| (s.to_owned(), m.to_owned())) else { return 0 };
        let mut fields: Vec<(&str, String)> = vec![("of", format!("{{n:{}}}", message.id)), ("to", prep.get("to").to_owned())];
        for field in ["use", "source", "form", "standing", "text-ar", "text-en", "text-he", "state-he", "by-he"] {
            if !prep.get(field).is_empty() {
                fields.push((field, prep.get(field).to_owned()));
            }
        }
        if let Some(ask) = ask {
            fields.push(("ask", format!("{{n:{ask}}}")));
        }
        if prep.get("use") == "discretion" {
            fields.push(("limits", "only the hour {mark}".to_owned()));
            fields.push(("expires", format!("{{t:{}}}", self.at + 5 * 24 * 3600)));
        } else if self.rng.once_in(4) {
            let hours = *self.rng.pick(&[2, 30, 300]);
            fields.push(("expires", format!("{{t:{}}}", self.at + hours * 3600 + 1800)));
        }
        if self.rng.once_in(2) {
            fields.push(("tell-when-used", "1".to_owned()));
        }
        if other {
            fields.push(("only-if-other", "1".to_owned()));
        }
        if self.rng.once_in(2) {
            let who = match message.room.split(':').nth(1) {
                Some(person) if message.room.starts_with("word:") => person.to_owned(),
                _ => self.of_body(&side, &["head", "member"]).to_owned(),
            };
            fields.push(("given", "proof".to_owned()));
            fields.push(("prove", "good".to_owned()));
            return self.act(&who, &message.room, "permit", &fields);
        }
        let given = *self.rng.pick(&["paper", "spoken-two", "spoken-one"]);
        fields.push(("given", given.to_owned()));
        fields.push(("by", format!("{side}-head {{mark}}")));
        if given == "spoken-two" {
            fields.push(("heard-by", "one, two {mark}".to_owned()));
        }
        let who = self.mediator(&mediator).to_owned();
        self.act(&who, &message.room, "permit", &fields)
    }

    pub(crate) fn convey(&mut self, mediator: &str, prep: u32, discretion: bool) -> u32 {
        let who = self.mediator(mediator).to_owned();
        let mut fields = vec![("of", format!("{{n:{prep}}}"))];
        if self.rng.once_in(2) {
            fields.push(("heard-by", "an usher {mark}".to_owned()));
        }
        if self.rng.once_in(2) {
            fields.push(("said-at", format!("{{t:{}}}", self.at - 300)));
        }
        if discretion {
            fields.push(("text", self.text("en")));
        }
        self.act(&who, &format!("mediator:{mediator}"), "convey", &fields)
    }

    /// Words of one side on their way to another body: all of the way, or a part of it.
    pub(super) fn carry(&mut self) {
        let side = *self.rng.pick(&SIDES);
        let mediator = *self.rng.pick(&MEDIATORS);
        let other = if side == SIDES[0] { SIDES[1] } else { SIDES[0] };
        let co = if mediator == "crane" { "dove" } else { "crane" };
        let to = *self.rng.pick(&[other, other, other, co, "egret"]);
        let message = self.message(side, mediator);
        let answers = self.answers(&message);
        let used = answers[0].1.clone();
        let words = self.wording(&message, &used);
        let prep = self.prepare(mediator, Some(&message), to, &answers, &words, None);
        let how_far = self.rng.below(9);
        let room = format!("mediator:{mediator}");
        let ask = if self.rng.once_in(2) {
            let who = self.mediator(mediator).to_owned();
            Some(self.act(&who, &room, "ask", &[("of", format!("{{n:{prep}}}"))]))
        } else {
            None
        };
        match how_far {
            0 => {}
            // Without any leave: refused, and nobody else learns that it was tried.
            1 => {
                self.convey(mediator, prep, used == "discretion");
            }
            2 | 3 => {
                if let Some(ask) = ask {
                    let who = self.of_body(side, &["head"]).to_owned();
                    let text = self.text("en");
                    self.act(&who, &message.room, "decline", &[("ask", format!("{{n:{ask}}}")), ("text", text)]);
                } else {
                    let who = self.mediator(mediator).to_owned();
                    self.act(&who, &room, "drop", &[("of", format!("{{n:{prep}}}"))]);
                }
            }
            4 => {
                let leave = self.permit(&message, prep, ask, false);
                let who = if message.room.starts_with("word:") {
                    self.mediator(mediator).to_owned()
                } else {
                    self.of_body(side, &["head"]).to_owned()
                };
                self.act(&who, &message.room, "withdraw", &[("permission", format!("{{n:{leave}}}"))]);
                self.convey(mediator, prep, used == "discretion");
            }
            _ => {
                self.permit(&message, prep, ask, false);
                self.convey(mediator, prep, used == "discretion");
            }
        }
    }

    /// Two parts that cross only together.
    pub(super) fn exchange(&mut self) {
        let mediator = *self.rng.pick(&MEDIATORS);
        let mut preps = Vec::new();
        let mut discretion = false;
        for (side, other) in [(SIDES[0], SIDES[1]), (SIDES[1], SIDES[0])] {
            let message = self.message(side, mediator);
            let answers = self.answers(&message);
            discretion |= answers[0].1 == "discretion";
            let words = self.wording(&message, &answers[0].1.clone());
            let with = preps.first().copied();
            let prep = self.prepare(mediator, Some(&message), other, &answers, &words, with);
            preps.push(prep);
            let other = self.rng.once_in(2);
            self.permit(&message, prep, None, other);
        }
        self.convey(mediator, preps[1], discretion);
    }

    /// The mediators' own thought.
    pub(super) fn own_thought(&mut self) {
        let mediator = *self.rng.pick(&MEDIATORS);
        let to = *self.rng.pick(&[SIDES[0], SIDES[1], "egret"]);
        let source = *self.rng.pick(&["own-idea", "what-if"]);
        let form = *self.rng.pick(&["said", "read-out", "non-paper"]);
        let answers = [
            ("use", "read-back".to_owned()),
            ("source", source.to_owned()),
            ("form", form.to_owned()),
            ("standing", "personal".to_owned()),
        ];
        let words = vec![("text-en", self.text("en"))];
        let prep = self.prepare(mediator, None, to, &answers, &words, None);
        self.convey(mediator, prep, false);
    }

    /// Leave that was given some time ago is taken back, whether it was used or not.
    pub(super) fn take_back(&mut self) {
        let given = self.earlier("permit", |a| !self.all().any(|w| w.used == "withdraw" && w.link("permission") == Some(a.id)));
        let Some(given) = self.rng.maybe(&given).cloned() else { return };
        self.act(&given.who, &given.room, "withdraw", &[("permission", format!("{{n:{}}}", given.id))]);
    }
}
