//! Makes traces: moves that people at such talks make, most of them good, some refused.

use super::cast::{MEDIATORS, SIDES, cast, ends};
use super::rng::Rng;
use super::trace::{Act, mark};

/// When every trace begins: 2 March 2026, 08:00 UTC.
pub(crate) const BEGIN: i64 = 1_772_438_400;
/// When readers ask: 9 days later.
pub(crate) const END: i64 = BEGIN + 9 * 24 * 3600;

const VERBS: [&str; 8] = ["open", "keep", "count", "hand over", "close", "watch", "list", "return"];
const THINGS: [&str; 8] =
    ["the river road", "the mill line", "the north gate", "list C", "the ferry", "the seven names", "the lamp hours", "the ford"];
const ARABIC: [&str; 4] = ["الطريق إلى النهر", "قائمة الأسماء", "البوابة الشمالية", "ساعات العبور"];
const HEBREW: [&str; 4] = ["הדרך אל הנהר", "רשימת השמות", "השער הצפוני", "שעות המעבר"];
const KINDS: [&str; 7] = ["statement", "proposal", "question", "answer", "counter-proposal", "procedural", "list"];
const STANDINGS: [&str; 3] = ["personal", "exploratory", "ad-referendum"];
/// People on lists, each as three hands would write the name.
const PEOPLE_LISTED: [[&str; 3]; 7] = [
    ["Ahmad Salem", "أحمد سالم", "אחמד סאלם"],
    ["Layla Hassan", "ليلى حسن", "לילא חסן"],
    ["Sami Awad", "سامي عوض", "סאמי עוואד"],
    ["Noor Khalil", "نور خليل", "נור ח'ליל"],
    ["Yosef Tal", "يوسف طال", "יוסף טל"],
    ["Miriam Levi", "مريام ليفي", "מרים לוי"],
    ["Dan Arad", "دان أراد", "דן ארד"],
];
const ISSUES: [&str; 3] = ["road", "names", "gate"];
const OPTIONS: [&str; 3] = ["now", "later", "never"];

/// Adds moves to a trace.
pub(crate) struct Maker<'a> {
    pub(crate) rng: &'a mut Rng,
    /// What was done before.
    pub(crate) past: Vec<Act>,
    /// What is being added; its times are set afterwards.
    pub(crate) new: Vec<Act>,
    pub(crate) next: &'a mut u32,
    /// The moment at which it is added.
    pub(crate) at: i64,
}

impl Maker<'_> {
    pub(crate) fn act(&mut self, who: &str, room: &str, used: &str, fields: &[(&str, String)]) -> u32 {
        let id = *self.next;
        *self.next += 1;
        // The language of words is said, so that it does not hang on that of their writer's screen.
        let tagged = room == "door" || room == "directory" || fields.iter().any(|(k, _)| *k == "lang");
        let lang = [("lang", "en".to_owned())];
        let fields = fields.iter().chain(if tagged { &[] } else { &lang[..] });
        self.new.push(Act {
            id,
            at: self.at,
            who: who.to_owned(),
            room: room.to_owned(),
            used: used.to_owned(),
            fields: fields.map(|(k, v)| ((*k).to_owned(), v.replace("{mark}", &mark(id)))).collect(),
            key: format!("act-{id:06}"),
        });
        id
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Act> {
        self.past.iter().chain(&self.new)
    }

    /// Earlier acts of a use that pass, by number.
    pub(crate) fn earlier(&self, used: &str, wanted: impl Fn(&Act) -> bool) -> Vec<Act> {
        self.all().filter(|a| a.used == used && wanted(a)).cloned().collect()
    }

    pub(crate) fn text(&mut self, lang: &str) -> String {
        let rng = &mut *self.rng;
        let mut out = match lang {
            "ar" => (*rng.pick(&ARABIC)).to_owned(),
            "he" => (*rng.pick(&HEBREW)).to_owned(),
            _ => format!("{} {}", rng.pick(&VERBS), rng.pick(&THINGS)),
        };
        if rng.once_in(2) {
            out.push_str(" and ");
            out.push_str(*rng.pick(&THINGS));
        }
        out.push_str(" {mark}");
        out
    }

    fn lang(&mut self) -> &'static str {
        *self.rng.pick(&["en", "en", "en", "ar", "he"])
    }

    pub(crate) fn of_body(&mut self, body: &str, roles: &[&str]) -> &'static str {
        let able: Vec<&str> =
            super::cast::PEOPLE.iter().filter(|p| p.2 == body && roles.contains(&p.1) && !p.0.ends_with("-spare")).map(|p| p.0).collect();
        *self.rng.pick(&able)
    }

    pub(crate) fn mediator(&mut self, body: &str) -> &'static str {
        self.of_body(body, &["mediator"])
    }

    /// A side's words in a caucus or private word: written by a delegate, or noted by a mediator.
    fn side_says(&mut self, room: &str) -> u32 {
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
        let arrived = self.earlier("prepare", |a| super::cast::ear(a.get("to"), cast(&a.who).1) == room);
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
    fn caucus(&mut self, side: &str, mediator: &str) -> String {
        let words: Vec<String> = super::cast::PRIVATE_WORDS
            .iter()
            .filter(|(p, m)| cast(p).1 == side && *m == mediator)
            .map(|(p, m)| format!("word:{p}:{m}"))
            .collect();
        if self.rng.once_in(4)
            && let Some(word) = self.rng.maybe(&words)
        {
            return word.clone();
        }
        format!("caucus:{side}:{mediator}")
    }

    /// A message to be carried: an earlier one of that side with that body, or a new one.
    fn message(&mut self, side: &str, mediator: &str) -> Act {
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

    fn answers(&mut self, of: &Act) -> [(&'static str, String); 4] {
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
    fn wording(&mut self, of: &Act, used: &str) -> Vec<(&'static str, String)> {
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

    fn prepare(
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
        let room = super::cast::ear(to, mediator);
        let there = self.earlier("say", |a| a.room == room);
        if self.rng.once_in(3)
            && let Some(there) = self.rng.maybe(&there)
        {
            // Of a room that one may not enter, one has no number to give.
            let known = super::cast::enters(&who, &room);
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
    fn permit(&mut self, message: &Act, prep: u32, ask: Option<u32>, other: bool) -> u32 {
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
    fn carry(&mut self) {
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
        let how_far = self.rng.below(8);
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
            2 => {
                if let Some(ask) = ask {
                    let who = self.of_body(side, &["head"]).to_owned();
                    let text = self.text("en");
                    self.act(&who, &message.room, "decline", &[("ask", format!("{{n:{ask}}}")), ("text", text)]);
                } else {
                    let who = self.mediator(mediator).to_owned();
                    self.act(&who, &room, "drop", &[("of", format!("{{n:{prep}}}"))]);
                }
            }
            3 => {
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
    fn exchange(&mut self) {
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
    fn own_thought(&mut self) {
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

    /// What is done to a message that is there.
    fn about_a_message(&mut self) {
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
            1 if !carried || self.rng.once_in(4) => {
                self.act(&owner, &room, "recall", &[of]);
            }
            2 if !carried || self.rng.once_in(4) => {
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

    /// Leave that was given some time ago is taken back, whether it was used or not.
    fn take_back(&mut self) {
        let given = self.earlier("permit", |a| !self.all().any(|w| w.used == "withdraw" && w.link("permission") == Some(a.id)));
        let Some(given) = self.rng.maybe(&given).cloned() else { return };
        self.act(&given.who, &given.room, "withdraw", &[("permission", format!("{{n:{}}}", given.id))]);
    }

    /// An opening: now and then with offers that meet, announced and held.
    fn opening(&mut self) {
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

    /// What a body writes in a room of its own.
    fn in_own_room(&mut self) {
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
            3 if room.starts_with("own:") => {
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

    fn offers(&mut self) {
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
    fn common(&mut self) {
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

    /// What seldom comes of itself, with what it rests on; for all, or in a side's rooms alone.
    pub(crate) fn rare(&mut self, for_all: bool) {
        let who = self.mediator("crane").to_owned();
        let text = ("text", self.text("en"));
        let side = *self.rng.pick(&SIDES);
        let (head, own) = (format!("{side}-head"), format!("own:{side}"));
        match if for_all { self.rng.below(11) } else { 5 + self.rng.below(3) } {
            0 => {
                let number = self.rng.below(3) + 1;
                self.act(&who, "common", "round", &[("number", number.to_string()), text]);
            }
            4 => {
                let due = ("due", format!("{{t:{}}}", self.at + 172_800));
                let of = self.act(&who, "common", "step", &[text, due]);
                self.act(&who, "common", "step-done", &[("of", format!("{{n:{of}}}"))]);
            }
            1 | 8 => {
                let begins = ("begins", format!("{{t:{}}}", self.at + 60));
                let of = self.act(&who, "common", "session", &[("round", "1".to_owned()), text, begins, ("attends-alder", "1".to_owned())]);
                let at = ("at", format!("{{t:{}}}", self.at + 120));
                self.act(&who, "common", "end-session", &[("of", format!("{{n:{of}}}")), at]);
            }
            2 | 9 | 10 => {
                self.act(&who, "common", "pause", &[text, ("until", format!("{{t:{}}}", self.at + 7200))]);
                if !self.rng.once_in(4) {
                    self.act(&who, "common", "resume", &[]);
                }
            }
            3 => self.opening(),
            5 => {
                let room = format!("caucus:{side}:crane");
                let noted = [("party", side.to_owned()), ("speaker", head.clone()), text.clone(), ("noted", "1".to_owned())];
                let of = self.act(&who, &room, "say", &noted);
                let yes = if self.rng.once_in(3) { "no" } else { "yes" };
                let fields = [("of", format!("{{n:{of}}}")), ("confirmed", yes.to_owned()), text];
                self.act(&head, &room, "read-back", &fields);
            }
            6 => {
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

    fn erasure(&mut self) {
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
        if self.rng.once_in(2) {
            let fields = [("proposal", format!("{{n:{proposal}}}")), ("prove", "good".to_owned())];
            self.act(&second, &said.room, "confirm-erasure", &fields);
        }
    }

    /// A table of people: some of few, so that both sides' lists name the same ones in other scripts.
    fn table(&mut self, most: usize) -> String {
        let mut out = "id,name,born,status,note\n".to_owned();
        for _ in 0..=self.rng.below(most) {
            let i = self.rng.below(PEOPLE_LISTED.len());
            let spelt = *self.rng.pick(&PEOPLE_LISTED[i]);
            let status = *self.rng.pick(&["alive", "dead", ""]);
            out.push_str(&format!("{},{spelt},199{i}-01-0{},{status},{{mark}}\n", i + 1, 1 + i));
        }
        out
    }

    /// A side's list, or what is claimed of somebody on one.
    fn list(&mut self) {
        let side = *self.rng.pick(&SIDES);
        let mediator = *self.rng.pick(&MEDIATORS);
        let room = if self.rng.once_in(3) { format!("own:{side}") } else { format!("caucus:{side}:{mediator}") };
        let who = if room.starts_with("caucus:") && self.rng.once_in(4) {
            self.mediator(mediator).to_owned()
        } else {
            self.of_body(side, &["head", "member"]).to_owned()
        };
        let here = self.earlier("import-list", |a| a.room == room);
        match self.rng.below(5) {
            0 if !here.is_empty() => {
                let of = self.rng.pick(&here).id;
                let entry = format!("#{}", 1 + self.rng.below(PEOPLE_LISTED.len()));
                let about = *self.rng.pick(&["fate", "whereabouts"]);
                let (text, since) = (self.text("en"), format!("{{t:{}}}", self.at - 3600));
                let fields = [
                    ("of", format!("{{n:{of}}}")),
                    ("entry", entry),
                    ("about", about.to_owned()),
                    ("text", text),
                    ("claimant", "a cousin {mark}".to_owned()),
                    ("since", since),
                ];
                self.act(&who, &room, "claim-entry", &fields);
            }
            1 => {
                let fields = [
                    ("title", "held {mark}".to_owned()),
                    ("party", side.to_owned()),
                    ("total", (*self.rng.pick(&["48", "", "7"])).to_owned()),
                    ("parts", "alive: 5".to_owned()),
                    ("source", "a clerk {mark}".to_owned()),
                ];
                self.act(&who, &room, "state-counts", &fields);
            }
            _ => {
                let table = self.table(6);
                let mut fields = vec![("title", "the list {mark}".to_owned()), ("table", table)];
                if self.rng.once_in(3)
                    && let Some(before) = self.rng.maybe(&here)
                {
                    fields.push(("version-of", format!("{{n:{}}}", before.id)));
                }
                self.act(&who, &room, "import-list", &fields);
            }
        }
    }

    /// The mediators' work on two lists.
    fn pairs(&mut self) {
        if self.rng.once_in(2) {
            return (0..3).for_each(|_| self.movement());
        }
        let mediator = *self.rng.pick(&MEDIATORS);
        let who = self.mediator(mediator).to_owned();
        let room = format!("mediator:{mediator}");
        let in_caucus = |side: &'static str| format!("caucus:{side}:{mediator}");
        let left = self.earlier("import-list", |a| a.room == in_caucus(SIDES[0]));
        let right = self.earlier("import-list", |a| a.room == in_caucus(SIDES[1]));
        let (Some(left), Some(right)) = (self.rng.maybe(&left).cloned(), self.rng.maybe(&right).cloned()) else { return self.list() };
        let opened = self.earlier("pair-lists", |a| a.room == room);
        let opened = match self.rng.maybe(&opened) {
            Some(opened) if !self.rng.once_in(3) => opened.id,
            _ => {
                let of = |a: &Act| format!("{{ref:{}}}", a.id);
                self.act(&who, &room, "pair-lists", &[("left", of(&left)), ("right", of(&right))])
            }
        };
        for _ in 0..2 {
            let entry = format!("#{}", 1 + self.rng.below(PEOPLE_LISTED.len()));
            if self.rng.once_in(3) {
                let stage = *self.rng.pick(&["acknowledged", "agreed", "contested", "withdrawn"]);
                let list = ("list", format!("{{ref:{}}}", left.id));
                self.act(&who, &room, "stage-entry", &[list, ("entry", entry), ("stage", stage.to_owned())]);
            } else {
                let verdict = *self.rng.pick(&["accepted", "refused", "asked"]);
                let text = self.text("en");
                let fields = [
                    ("of", format!("{{n:{opened}}}")),
                    ("left", entry.clone()),
                    ("right", entry),
                    ("verdict", verdict.to_owned()),
                    ("text", text),
                ];
                self.act(&who, &room, "decide-pair", &fields);
            }
        }
    }

    fn keeper(&mut self) {
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

    fn door(&mut self) {
        let person = self.rng.pick(super::cast::PEOPLE).0;
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
                let rooms: Vec<&str> = super::cast::ROOMS.iter().copied().filter(|r| super::cast::may(person, r).contains('r')).collect();
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
    fn refused(&mut self) {
        let person = self.rng.pick(super::cast::PEOPLE).0;
        let room = *self.rng.pick(super::cast::ROOMS);
        let inside = super::cast::may(person, room).contains('s');
        let text = ("text", if inside { String::new() } else { self.text("en") });
        let used = *self.rng.pick(&["say", "recall", "convey", "step", "permit", "propose-erasure"]);
        self.act(person, room, used, &[("of", "{n:999999}".to_owned()), ("party", cast(person).1.to_owned()), text]);
    }

    /// One move.
    pub(crate) fn step(&mut self) {
        match self.rng.below(37) {
            34 | 35 => self.list(),
            36 => self.pairs(),
            0..=4 => {
                let (side, mediator) = (*self.rng.pick(&SIDES), *self.rng.pick(&MEDIATORS));
                let room = self.caucus(side, mediator);
                self.side_says(&room);
                // Now and then many at once, so that pages are full.
                if self.rng.once_in(60) {
                    for _ in 0..55 {
                        self.side_says(&room);
                    }
                }
            }
            5 => {
                let (side, mediator) = (*self.rng.pick(&SIDES), *self.rng.pick(&MEDIATORS));
                let who = self.of_body(mediator, &["mediator"]).to_owned();
                let (kind, text) = (*self.rng.pick(&["clarification", "holding-reply", "taken-note"]), self.text("en"));
                let room = format!("caucus:{side}:{mediator}");
                self.act(
                    &who,
                    &room,
                    "say",
                    &[("party", mediator.to_owned()), ("speaker", who.clone()), ("kind", kind.to_owned()), ("text", text)],
                );
            }
            6..=9 => self.carry(),
            10 => self.exchange(),
            11 if self.rng.once_in(3) => self.opening(),
            11 => self.own_thought(),
            12 if self.rng.once_in(3) => self.take_back(),
            12..=14 => self.about_a_message(),
            15..=18 => self.in_own_room(),
            19 | 20 => self.offers(),
            21..=23 => self.common(),
            24 => self.erasure(),
            25 | 26 => self.keeper(),
            27 | 28 => self.door(),
            29..=31 => self.text_move(),
            32 => self.common(),
            _ if self.rng.once_in(3) => {
                let mediator = *self.rng.pick(&MEDIATORS);
                let who = self.mediator(mediator).to_owned();
                let party = *self.rng.pick(&SIDES);
                self.act(&who, &format!("mediator:{mediator}"), "look-as", &[("party", party.to_owned())]);
            }
            _ => self.refused(),
        }
    }
}

/// A trace of about `moves` moves, beginning with the issues that all share.
pub(crate) fn base(rng: &mut Rng, moves: usize) -> (Vec<Act>, u32) {
    let mut next = 1;
    let mut trace: Vec<Act> = Vec::new();
    let mut at = BEGIN;
    {
        let mut maker = Maker { rng, past: Vec::new(), new: Vec::new(), next: &mut next, at };
        for issue in ISSUES {
            let options = OPTIONS.iter().map(|o| format!("{o}: {o} then")).collect::<Vec<_>>().join("\n");
            maker.act(
                "crane-one",
                "common",
                "issue",
                &[("issue", issue.to_owned()), ("text", format!("the {issue}")), ("options", options)],
            );
        }
        trace.extend(spread(maker.new, &mut at));
    }
    for _ in 0..moves {
        let mut maker = Maker { rng, past: trace.clone(), new: Vec::new(), next: &mut next, at };
        maker.step();
        let new = maker.new;
        trace.extend(spread(new, &mut at));
        at += 60 * (10 + i64::try_from(rng.below(120)).unwrap_or(0));
    }
    (trace, next)
}

/// Gives acts their own minutes from `at` on.
fn spread(mut acts: Vec<Act>, at: &mut i64) -> Vec<Act> {
    for act in &mut acts {
        *at += 60;
        act.at = *at;
    }
    acts
}
