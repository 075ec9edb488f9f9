//! Moves that arrange the talks: rounds, sessions, steps, pauses, statements, offers and openings.

use super::{Maker, OPTIONS};
use crate::cast::{MEDIATORS, SIDES};
use crate::rng::Rng;

impl Maker<'_> {
    /// An opening: now and then with offers that meet, announced and held.
    pub(super) fn opening(&mut self) {
        let start = self.new.len();
        for side in SIDES {
            if self.rng.once_in(4) {
                continue;
            }
            let (needs, gives) = if side == SIDES[0] { ("if-road", "then-names") } else { ("if-names", "then-road") };
            let option = |rng: &mut Rng| (*rng.pick(&["now", "now", "later"])).to_owned();
            let (a, b) = (option(self.rng), option(self.rng));
            let (head, room) = (format!("{side}-head"), format!("own:{side}"));
            let expires = self.at + *self.rng.pick(&[30_i64, 90]) * 3600;
            self.act(&head, &room, "offer", &[(needs, a), (gives, b), ("expires", format!("{{t:{expires}}}"))]);
        }
        let before = i64::try_from(self.new.len() - start).unwrap_or(0);
        let text = ("text", self.text("en"));
        let opens = self.at + 60 * (before + 1) + 30;
        let opening = self.act("crane-one", "common", "announce-opening", &[text, ("at", format!("{{t:{opens}}}"))]);
        self.act("dove-one", "common", "hold-opening", &[("of", format!("{{n:{opening}}}"))]);
    }

    pub(super) fn offers(&mut self) {
        let side = *self.rng.pick(&SIDES);
        let room = format!("own:{side}");
        let head = format!("{side}-head");
        let old = self.earlier("offer", |a| a.room == room);
        if self.rng.once_in(4)
            && let Some(old) = self.rng.maybe(&old).cloned()
        {
            let used = *self.rng.pick(&["withdraw-offer", "reaffirm"]);
            self.act(&head, &room, used, &[("of", format!("{{n:{}}}", old.id))]);
            return;
        }
        let (needs, gives) = if side == SIDES[0] { ("if-road", "then-names") } else { ("if-names", "then-road") };
        let (needs, gives) = if self.rng.once_in(4) {
            (gives.replace("then", "if"), needs.replace("if", "then"))
        } else {
            (needs.to_owned(), gives.to_owned())
        };
        let option = |rng: &mut Rng| (*rng.pick(&OPTIONS[..2])).to_owned();
        let (a, b) = (option(self.rng), option(self.rng));
        let expires = self.at + *self.rng.pick(&[3_i64, 48, 200]) * 3600;
        self.act(&head, &room, "offer", &[(&needs, a), (&gives, b), ("expires", format!("{{t:{expires}}}"))]);
    }

    /// What is arranged for all.
    pub(super) fn common(&mut self) {
        let body = *self.rng.pick(&MEDIATORS);
        let who = self.mediator(body).to_owned();
        let text = ("text", self.text("en"));
        let openings = self.earlier("announce-opening", |_| true);
        let steps = self.earlier("step", |_| true);
        let sessions = self.earlier("session", |_| true);
        match self.rng.below(10) {
            0 => {
                let number = self.rng.below(3) + 1;
                self.act(&who, "common", "round", &[("number", number.to_string()), text]);
            }
            1 => {
                self.act(
                    &who,
                    "common",
                    "session",
                    &[
                        ("round", "1".to_owned()),
                        text,
                        ("begins", format!("{{t:{}}}", self.at + 86_400)),
                        ("attends-alder", "1".to_owned()),
                        ("agenda", "first {mark}".to_owned()),
                    ],
                );
            }
            2 => {
                self.act(&who, "common", "step", &[text, ("due", format!("{{t:{}}}", self.at + 172_800))]);
            }
            3 if !steps.is_empty() => {
                let of = self.rng.pick(&steps).id;
                self.act(&who, "common", "step-done", &[("of", format!("{{n:{of}}}"))]);
            }
            4 if !sessions.is_empty() => {
                let of = self.rng.pick(&sessions).id;
                let at = self.at;
                self.act(&who, "common", "end-session", &[("of", format!("{{n:{of}}}")), ("at", format!("{{t:{at}}}"))]);
            }
            5 | 6 => {
                let at = self.at + *self.rng.pick(&[1_i64, 4, 20]) * 3600;
                self.act(&who, "common", "announce-opening", &[text, ("at", format!("{{t:{at}}}"))]);
            }
            7 if !openings.is_empty() => {
                let of = self.rng.pick(&openings).id;
                self.act(&who, "common", "hold-opening", &[("of", format!("{{n:{of}}}"))]);
            }
            8 => {
                let used = *self.rng.pick(&["resume", "pause", "resume"]);
                let fields: &[(&str, String)] = if used == "pause" { &[text, ("until", format!("{{t:{}}}", self.at + 7200))] } else { &[] };
                self.act(&who, "common", used, fields);
            }
            _ => {
                self.act(
                    &who,
                    "public",
                    "statement",
                    &[
                        ("speaker", "a spokesman {mark}".to_owned()),
                        text,
                        ("issue-road", "1".to_owned()),
                        ("carried-by", "a wire {mark}".to_owned()),
                    ],
                );
            }
        }
    }

    /// What concerns everybody and seldom comes of itself, with what it rests on.
    fn for_all(&mut self) {
        let who = self.mediator("crane").to_owned();
        let text = ("text", self.text("en"));
        let n = *self.next;
        match self.rng.below(13) {
            0 | 1 => {
                let number = self.rng.below(3) + 1;
                self.act(&who, "common", "round", &[("number", number.to_string()), text]);
            }
            2 => {
                let due = ("due", format!("{{t:{}}}", self.at + 172_800));
                let of = self.act(&who, "common", "step", &[text, due]);
                self.act(&who, "common", "step-done", &[("of", format!("{{n:{of}}}"))]);
            }
            3 | 4 => {
                let begins = ("begins", format!("{{t:{}}}", self.at + 60));
                let of = self.act(&who, "common", "session", &[("round", "1".to_owned()), text, begins, ("attends-alder", "1".to_owned())]);
                let at = ("at", format!("{{t:{}}}", self.at + 120));
                self.act(&who, "common", "end-session", &[("of", format!("{{n:{of}}}")), at]);
            }
            5 => {
                self.act(&who, "common", "pause", &[text, ("until", format!("{{t:{}}}", self.at + 7200))]);
                if !self.rng.once_in(4) {
                    self.act(&who, "common", "resume", &[]);
                }
            }
            6 => self.opening(),
            7 => {
                let options = ("options", "on: on then\noff: off then".to_owned());
                self.act(&who, "common", "issue", &[("issue", format!("lamps-{n}")), text, options]);
            }
            8 | 9 => {
                let names = [("text-en", "A watcher {mark}".to_owned()), ("part", "observer".to_owned())];
                self.act(&who, "common", "party", &[&[("party", format!("heron-{n}"))][..], &names].concat());
            }
            10 | 11 => {
                let ended = ("text-ended", "without a word {mark}".to_owned());
                self.act(&who, "common", "attempt", &[text, ended]);
            }
            _ => {
                let speaker = ("speaker", "a spokesman {mark}".to_owned());
                self.act(&who, "public", "statement", &[speaker, text, ("issue-road", "1".to_owned())]);
            }
        }
    }

    /// What seldom comes of itself, with what it rests on; for all, or in a side's rooms alone.
    pub(crate) fn rare(&mut self, for_all: bool) {
        if for_all && !self.rng.once_in(5) {
            return self.for_all();
        }
        let who = self.mediator("crane").to_owned();
        let text = ("text", self.text("en"));
        let side = *self.rng.pick(&SIDES);
        let (head, own) = (format!("{side}-head"), format!("own:{side}"));
        match self.rng.below(3) {
            0 => {
                let room = format!("caucus:{side}:crane");
                let noted = [("party", side.to_owned()), ("speaker", head.clone()), text.clone(), ("noted", "1".to_owned())];
                let of = self.act(&who, &room, "say", &noted);
                let yes = if self.rng.once_in(3) { "no" } else { "yes" };
                let fields = [("of", format!("{{n:{of}}}")), ("confirmed", yes.to_owned()), text];
                self.act(&head, &room, "read-back", &fields);
            }
            1 => {
                let of = self.act(&head, &own, "sticking-point", &[text.clone(), ("issue-road", "1".to_owned())]);
                let movement = *self.rng.pick(&["stalled", "closer", "apart", "parked"]);
                self.act(&head, &own, "move", &[("of", format!("{{n:{of}}}")), ("movement", movement.to_owned()), text]);
            }
            _ => {
                let expires = ("expires", format!("{{t:{}}}", self.at + 200 * 3600));
                let fields = [("if-road", "now".to_owned()), ("then-names", "now".to_owned()), expires];
                let of = self.act(&head, &own, "offer", &fields);
                let used = *self.rng.pick(&["reaffirm", "withdraw-offer"]);
                self.act(&head, &own, used, &[("of", format!("{{n:{of}}}"))]);
            }
        }
    }
}
