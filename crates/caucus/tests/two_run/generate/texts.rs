//! Moves over the negotiating text: a version is put, prepared for a side and conveyed, remarked on,
//! initialled, reopened, sent back; the mediators note who holds what and set findings aside.

use super::Maker;
use crate::cast::{MEDIATORS, SIDES, cast, ear};
use crate::trace::Act;

/// A small text; its clauses are few words, so that versions share some and differ in others.
fn file(maker: &mut Maker<'_>) -> String {
    const ENDS: [&str; 4] = ["when 1.2 is done", "within 3 days of acceptance", "until open", "before 1.2 begins"];
    let mut out = String::from(
        "AGREEMENT \"Two banks {mark}\"\nParties.\n  Alder is a party.\n  Birch is a party.\n\nPhase 1 \"First\" begins on acceptance.\n",
    );
    let n = 2 + maker.rng.below(3);
    let bracketed = 1 + maker.rng.below(2 * n);
    for i in 1..=n {
        let (who, what) = (*maker.rng.pick(&["Alder", "Birch"]), *maker.rng.pick(&["open the road", "leave the mill", "keep the gate"]));
        let end = match maker.rng.below(4) {
            n if n == 0 || i == bracketed => format!(", [A: {} | B: {}]", ENDS[maker.rng.below(2)], ENDS[2 + maker.rng.below(2)]),
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
        if self.rng.once_in(3) { prose(self) } else { file(self) }
    }

    /// Texts that an act put into a room, or that arrived there, with the field that names each.
    fn texts_in(&self, room: &str) -> Vec<(String, Act)> {
        let put = self.earlier("say", |a| a.room == room && a.get("kind") == "text");
        let came = self.earlier("prepare", |a| a.get("kind") == "text" && ear(a.get("to"), cast(&a.who).1) == room);
        let conveyed = |p: &Act| self.all().any(|c| c.used == "convey" && c.link("of") == Some(p.id));
        put.into_iter()
            .map(|a| (format!("{{n:{}}}", a.id), a))
            .chain(came.into_iter().filter(conveyed).map(|a| (format!("{{arr:{}}}", a.id), a)))
            .collect()
    }

    /// A version of the mediators' own.
    fn put(&mut self, mediator: &str) -> Act {
        let who = self.mediator(mediator).to_owned();
        self.put_by(&who, &format!("mediator:{mediator}"))
    }

    fn put_by(&mut self, who: &str, room: &str) -> Act {
        let text = ("text", self.whole());
        let standing = ("standing", (*self.rng.pick(&["personal", "exploratory"])).to_owned());
        let body = cast(who).1.to_owned();
        let fields = [("kind", "text".to_owned()), ("party", body), ("speaker", who.to_owned()), standing, text];
        self.act(who, room, "say", &fields);
        self.new[self.new.len() - 1].clone()
    }

    /// A draft, and a version of it before each side.
    pub(super) fn text_before_both(&mut self) {
        let mediator = *self.rng.pick(&MEDIATORS);
        self.put(mediator);
        for side in SIDES {
            self.give(mediator, side);
        }
    }

    /// A version of its own for a side, prepared and mostly conveyed.
    fn give(&mut self, mediator: &str, side: &str) {
        let drafts = self.earlier("say", |a| a.room == format!("mediator:{mediator}") && a.get("kind") == "text");
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

    /// A clause of a text: mostly one that is there, and that passes.
    fn clause(&mut self, text: &Act, wanted: impl Fn(&str) -> bool) -> String {
        let words = [text.get("text"), text.get("text-en")].concat();
        let lines = words.lines().map(str::trim).filter(|l| l.starts_with(|c: char| c.is_ascii_digit()) && wanted(l));
        let numbers: Vec<String> = lines.filter_map(|l| Some(l.split(' ').next()?.trim_end_matches('.').to_owned())).collect();
        if self.rng.once_in(8) { "1.9".to_owned() } else { self.rng.maybe(&numbers).cloned().unwrap_or_else(|| "1".to_owned()) }
    }

    /// One move over the text.
    pub(super) fn text_move(&mut self) {
        let (side, mediator) = (*self.rng.pick(&SIDES), *self.rng.pick(&MEDIATORS));
        let (ours, caucus) = (format!("mediator:{mediator}"), format!("caucus:{side}:{mediator}"));
        match self.rng.below(10) {
            0 => {
                let who = self.of_body(side, &["head", "member"]).to_owned();
                let room = if self.rng.once_in(2) { caucus } else { format!("own:{side}") };
                self.put_by(&who, &room);
            }
            1 => {
                self.put(mediator);
            }
            2 => self.give(mediator, side),
            // What is done to a version in a caucus.
            3..=5 => {
                if self.texts_in(&caucus).is_empty() {
                    self.give(mediator, side);
                }
                let here = self.texts_in(&caucus);
                let Some((of, text)) = self.rng.maybe(&here).cloned() else { return };
                let clause = self.clause(&text, |line| !line.contains('[') && !line.contains("open."));
                self.about_a_clause(side, mediator, &of, &text, &clause);
                self.about_a_clause(side, mediator, &of, &text, &clause);
            }
            // What the mediators note of their own draft.
            _ => {
                let here = self.texts_in(&ours);
                let (of, text) = match self.rng.maybe(&here).cloned() {
                    Some(found) => found,
                    None => {
                        let put = self.put(mediator);
                        (format!("{{n:{}}}", put.id), put)
                    }
                };
                self.about_a_draft(side, mediator, &of, &text);
            }
        }
    }

    /// Remarks, initials, reopening, a file that comes back: by the side, or noted.
    fn about_a_clause(&mut self, side: &str, mediator: &str, of: &str, text: &Act, clause: &str) {
        let caucus = format!("caucus:{side}:{mediator}");
        let noted = self.rng.once_in(3);
        let delegate = self.of_body(side, &["head", "member"]).to_owned();
        let who = if noted { self.mediator(mediator).to_owned() } else { delegate.clone() };
        let by = ("by", format!("{delegate} {{mark}}"));
        let (of, clause) = (of.to_owned(), clause.to_owned());
        let initialled = self.earlier("initial", |a| a.get("of") == of && a.get("clause") == clause);
        match self.rng.below(6) {
            0 => {
                let words = ("text", self.text("en"));
                let standing = ("standing", "exploratory".to_owned());
                let mut fields = vec![("kind", "answer".to_owned()), ("party", side.to_owned()), ("speaker", delegate), standing, words];
                fields.extend([("tie-text", of), ("tie-clause", clause), ("tie-wording", self.rng.below(2).to_string())]);
                self.act(&who, &caucus, "say", &fields);
            }
            1 => {
                let words = [text.get("text"), text.get("text-en")].concat();
                let last = words.trim_end().trim_end_matches('.');
                let file = format!("{last} and the ford {{mark}}.\n");
                self.act(&who, &caucus, "returned", &[("of", of), ("file", file)]);
            }
            _ if initialled.is_empty() || self.rng.once_in(6) => {
                let standing = ("standing", (*self.rng.pick(&["ad-referendum", "instructed", "ad-referendum", "personal"])).to_owned());
                self.act(&who, &caucus, "initial", &[("of", of), ("clause", clause), by, standing]);
            }
            _ => {
                let why = ("text", self.text("en"));
                self.act(&who, &caucus, "reopen", &[("of", of), ("clause", clause), by, why]);
            }
        }
    }

    /// Who holds which alternative, a reading, a finding set aside, one change.
    fn about_a_draft(&mut self, side: &str, mediator: &str, of: &str, text: &Act) {
        let ours = format!("mediator:{mediator}");
        let who = self.mediator(mediator).to_owned();
        let (of, prose) = (("of", of.to_owned()), !text.get("text").contains("AGREEMENT"));
        match self.rng.below(6) {
            0 | 1 if !prose => {
                let bracket = ("bracket", self.clause(text, |line| line.contains('[')));
                let (letter, party) = ((*self.rng.pick(&["A", "B"])).to_owned(), side.to_owned());
                self.act(&who, &ours, "alternative", &[of, bracket, ("letter", letter), ("party", party)]);
            }
            0 | 1 => {
                let clause = ("clause", self.clause(text, |_| true));
                let text = ("text", "Birch shall open the road".to_owned());
                self.act(&who, &ours, "reading", &[of, clause, text, ("name", "{mark}".to_owned())]);
            }
            2..=4 => {
                let why = ("text", self.text("en"));
                // Which findings there are, the page says.
                self.act(&who, &ours, "set-aside", &[of, ("finding", "{finding}".to_owned()), why]);
            }
            _ => {
                let clause = ("clause", self.clause(text, |_| true));
                let text = ("text", "Alder shall keep the gate".to_owned());
                self.act(&who, &ours, "amend", &[of, ("change", "reword".to_owned()), clause, text]);
            }
        }
    }
}
