//! Moves about people and access: erasing, the keeper's acts, signing in and reading, what is refused.

use super::Maker;
use crate::cast::{MEDIATORS, PEOPLE, ROOMS, SIDES, cast, ends, may};

impl Maker<'_> {
    pub(super) fn erasure(&mut self) {
        let said = self.earlier("say", |a| a.room.starts_with("own:") || a.room.starts_with("caucus:") || a.room == "mediators");
        let Some(said) = self.rng.maybe(&said).cloned() else { return };
        let text = ("text", self.text("en"));
        let (first, second) = match ends(&said.room) {
            Some((side, mediator)) => (format!("{side}-head"), format!("{mediator}-one")),
            None if said.room == "mediators" => ("crane-one".to_owned(), "dove-one".to_owned()),
            // Only the head may; a second person is missing, and it is refused.
            None => (format!("{}-head", &said.room[4..]), format!("{}-head", &said.room[4..])),
        };
        let proposal = self.act(&first, &said.room, "propose-erasure", &[("of", format!("{{n:{}}}", said.id)), text]);
        if !self.rng.once_in(4) {
            let fields = [("proposal", format!("{{n:{proposal}}}")), ("prove", "good".to_owned())];
            self.act(&second, &said.room, "confirm-erasure", &fields);
        }
    }

    pub(super) fn keeper(&mut self) {
        let person = *self.rng.pick(&["alder-spare", "birch-spare", "birch-spare"]);
        let who = if self.rng.once_in(8) { "crane-one" } else { "keeper" };
        let person_field = ("person", person.to_owned());
        match self.rng.below(6) {
            0 => {
                let (id, name) = (format!("new-{}", self.next), "a newcomer {mark}".to_owned());
                let body = *self.rng.pick(&SIDES);
                let fields = [("person", id), ("name", name), ("role", "member".to_owned()), ("body", body.to_owned())];
                self.act(who, "directory", "add", &fields);
            }
            1 => {
                self.act(who, "directory", "role", &[person_field, ("role", "member".to_owned())]);
            }
            2 => {
                self.act(who, "directory", "end-access", &[person_field]);
            }
            3 => {
                self.act(who, "directory", "end-sessions", &[person_field]);
            }
            4 => {
                let mediator = *self.rng.pick(&MEDIATORS);
                let person = *self.rng.pick(&["alder-head", "birch-head", "birch-two"]);
                self.act(who, "directory", "private-word", &[("person", person.to_owned()), ("mediator", mediator.to_owned())]);
            }
            _ => {
                self.act(who, "directory", "invite", &[person_field]);
            }
        }
    }

    pub(super) fn door(&mut self) {
        let person = self.rng.pick(PEOPLE).0;
        match self.rng.below(4) {
            0 => {
                let how = if self.rng.once_in(3) { "bad" } else { "good" };
                let times = if how == "bad" { self.rng.below(7) + 1 } else { 1 };
                for _ in 0..times {
                    self.act(person, "door", "sign-in", &[("prove", how.to_owned())]);
                }
            }
            1 => {
                let lang = *self.rng.pick(&["ar", "en", "he"]);
                self.act(person, "door", "language", &[("lang", lang.to_owned())]);
            }
            _ => {
                let rooms: Vec<&str> = ROOMS.iter().copied().filter(|r| may(person, r).contains('r')).collect();
                let Some(room) = self.rng.maybe(&rooms) else { return };
                let page = *self.rng.pick(&[
                    "lists",
                    "match",
                    "talk",
                    "record",
                    "my",
                    "today",
                    "shuttle",
                    "positions",
                    "offers",
                    "export",
                    "talk.json",
                    "message/1",
                    "receipt/1",
                ]);
                self.act(person, "door", "read", &[("path", format!("/{{case}}/{{room:{room}}}/{page}"))]);
            }
        }
    }

    /// Somebody tries a room that is not theirs, or says nothing at all in one that is.
    pub(super) fn refused(&mut self) {
        let person = self.rng.pick(PEOPLE).0;
        let room = *self.rng.pick(ROOMS);
        let inside = may(person, room).contains('s');
        let text = ("text", if inside { String::new() } else { self.text("en") });
        let used = *self.rng.pick(&["say", "recall", "convey", "step", "permit", "propose-erasure"]);
        self.act(person, room, used, &[("of", "{n:999999}".to_owned()), ("party", cast(person).1.to_owned()), text]);
    }

    /// A mediator looks at a side's screens.
    pub(super) fn look_as(&mut self) {
        let mediator = *self.rng.pick(&MEDIATORS);
        let who = self.mediator(mediator).to_owned();
        let party = *self.rng.pick(&SIDES);
        self.act(&who, &format!("mediator:{mediator}"), "look-as", &[("party", party.to_owned())]);
    }
}
