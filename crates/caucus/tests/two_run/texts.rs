//! Moves over the negotiating text: a version is put, prepared for a side and conveyed, remarked on,
//! initialled, reopened; the mediators note who holds what and set findings aside.

use super::cast::{MEDIATORS, SIDES, ear};
use super::generate::Maker;
use super::trace::Act;

/// A small text; its clauses are few words, so that versions share some and differ in others.
fn file(maker: &mut Maker<'_>) -> String {
    const ENDS: [&str; 4] = ["when 1.2 is done", "within 3 days of acceptance", "until open", "before 1.2 begins"];
    let mut out = String::from(
        "AGREEMENT \"Two banks {mark}\"\nParties.\n  Alder is a party.\n  Birch is a party.\n\nPhase 1 \"First\" begins on acceptance.\n",
    );
    let n = 2 + maker.rng.below(3);
    for i in 1..=n {
        let (who, what) = (*maker.rng.pick(&["Alder", "Birch"]), *maker.rng.pick(&["open the road", "leave the mill", "keep the gate"]));
        let end = match maker.rng.below(4) {
            0 => format!(", [A: {} | B: {}]", ENDS[maker.rng.below(2)], ENDS[2 + maker.rng.below(2)]),
            1 => format!(", {}", maker.rng.pick(&ENDS)),
            _ => String::new(),
        };
        out.push_str(&format!("  1.{i} {who} shall {what}{end}.\n"));
    }
    out
}

fn prose(maker: &mut Maker<'_>) -> String {
    let mut out = String::from("A paper {mark}\n\n");
    for i in 1..=2 + maker.rng.below(2) {
        let words = maker.text("en").replace(" {mark}", "");
        out.push_str(&format!("{i}. Both sides {words}.\n"));
    }
    out
}

impl Maker<'_> {
    fn whole(&mut self) -> String {
        if self.rng.once_in(4) { prose(self) } else { file(self) }
    }

    /// Texts that an act put into a room, or that arrived there, with the field that names each.
    fn texts_in(&self, room: &str) -> Vec<(String, Act)> {
        let put = self.earlier("say", |a| a.room == room && a.get("kind") == "text");
        let came = self.earlier("prepare", |a| a.get("kind") == "text" && ear(a.get("to"), super::cast::cast(&a.who).1) == room);
        let conveyed = |p: &Act| self.all().any(|c| c.used == "convey" && c.link("of") == Some(p.id));
        put.into_iter()
            .map(|a| (format!("{{n:{}}}", a.id), a))
            .chain(came.into_iter().filter(conveyed).map(|a| (format!("{{arr:{}}}", a.id), a)))
            .collect()
    }

    /// One move over the text.
    pub(crate) fn text_move(&mut self) {
        let (side, mediator) = (*self.rng.pick(&SIDES), *self.rng.pick(&MEDIATORS));
        let (ours, caucus) = (format!("mediator:{mediator}"), format!("caucus:{side}:{mediator}"));
        match self.rng.below(10) {
            // A version is put: by the mediators, by a side in its caucus, by a side for itself.
            0..=2 => {
                let (who, room) = match self.rng.below(4) {
                    0 => (self.of_body(side, &["head", "member"]), caucus),
                    1 => (self.of_body(side, &["head", "member"]), format!("own:{side}")),
                    _ => (self.mediator(mediator), ours),
                };
                let text = ("text", self.whole());
                let standing = ("standing", (*self.rng.pick(&["personal", "exploratory"])).to_owned());
                let body = super::cast::cast(who).1.to_owned();
                let who = who.to_owned();
                self.act(&who, &room, "say", &[("kind", "text".to_owned()), ("party", body), ("speaker", who.clone()), standing, text]);
            }
            // A version of its own for a side, prepared and mostly conveyed.
            3..=5 => {
                let drafts = self.earlier("say", |a| a.room == ours && a.get("kind") == "text");
                let answers = [
                    ("use", "word-for-word".to_owned()),
                    ("source", "own-idea".to_owned()),
                    ("form", "non-paper".to_owned()),
                    ("standing", "personal".to_owned()),
                ];
                let mut words = vec![("text-en", self.whole())];
                if let Some(draft) = self.rng.maybe(&drafts).cloned() {
                    words.push(("draft", format!("{{n:{}}}", draft.id)));
                    if self.rng.once_in(2) {
                        words[0].1 = draft.get("text").to_owned();
                    }
                }
                let prep = self.prepare_kind("text", mediator, side, &answers, &words);
                if !self.rng.once_in(4) {
                    self.convey(mediator, prep, false);
                }
            }
            // What is done to a version in a caucus.
            6 | 7 => {
                let here = self.texts_in(&caucus);
                let Some((of, text)) = self.rng.maybe(&here).cloned() else { return };
                let numbers = if text.get("text").contains("AGREEMENT") || text.get("text-en").contains("AGREEMENT") { "1." } else { "" };
                let clause = format!("{numbers}{}", 1 + self.rng.below(3));
                let noted = self.rng.once_in(3);
                let delegate = self.of_body(side, &["head", "member"]).to_owned();
                let who = if noted { self.mediator(mediator).to_owned() } else { delegate.clone() };
                let by = ("by", format!("{delegate} {{mark}}"));
                match self.rng.below(5) {
                    0 | 1 => {
                        let words = ("text", self.text("en"));
                        let tie = [("tie-text", of), ("tie-clause", clause), ("tie-wording", self.rng.below(2).to_string())];
                        let standing = ("standing", "exploratory".to_owned());
                        let mut fields =
                            vec![("kind", "answer".to_owned()), ("party", side.to_owned()), ("speaker", delegate), standing, words];
                        fields.extend(tie);
                        self.act(&who, &caucus, "say", &fields);
                    }
                    2 | 3 => {
                        let standing = ("standing", (*self.rng.pick(&["ad-referendum", "instructed", "personal"])).to_owned());
                        self.act(&who, &caucus, "initial", &[("of", of), ("clause", clause), by, standing]);
                    }
                    _ => {
                        let why = ("text", self.text("en"));
                        self.act(&who, &caucus, "reopen", &[("of", of), ("clause", clause), by, why]);
                    }
                }
            }
            // What the mediators note of their own draft.
            _ => {
                let here = self.texts_in(&ours);
                let Some((of, text)) = self.rng.maybe(&here).cloned() else { return };
                let who = self.mediator(mediator).to_owned();
                let clause = if text.get("text").contains("AGREEMENT") { "1.1" } else { "1" }.to_owned();
                match self.rng.below(4) {
                    0 => {
                        let (letter, party) = ((*self.rng.pick(&["A", "B"])).to_owned(), side.to_owned());
                        self.act(&who, &ours, "alternative", &[("of", of), ("bracket", clause), ("letter", letter), ("party", party)]);
                    }
                    1 => {
                        let text = ("text", "Birch shall open the road".to_owned());
                        self.act(&who, &ours, "reading", &[("of", of), ("clause", clause), text, ("name", "{mark}".to_owned())]);
                    }
                    2 => {
                        let text = ("text", self.text("en"));
                        self.act(&who, &ours, "set-aside", &[("of", of), ("finding", "0123456789abcdef01234567".to_owned()), text]);
                    }
                    _ => {
                        let change = [("change", "reword".to_owned()), ("clause", clause)];
                        let text = ("text", "Alder shall keep the gate".to_owned());
                        self.act(&who, &ours, "amend", &[("of", of), change[0].clone(), change[1].clone(), text]);
                    }
                }
            }
        }
    }
}
