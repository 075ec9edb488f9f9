//! Moves over lists of people: a side's lists and claims, the mediators' pairs and stages, plans and movements.

use super::Maker;
use crate::cast::{MEDIATORS, SIDES};

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

impl Maker<'_> {
    /// A table of people: some of few, so that both sides' lists name the same ones in other scripts.
    pub(super) fn table(&mut self, most: usize) -> String {
        let mut out = "id,name,born,status,note\n".to_owned();
        for _ in 0..=self.rng.below(most) {
            let i = self.rng.below(PEOPLE_LISTED.len());
            let spelt = *self.rng.pick(&PEOPLE_LISTED[i]);
            let status = *self.rng.pick(&["alive", "dead", ""]);
            out.push_str(&format!("{},{spelt},199{i}-01-0{},{status},{{mark}}\n", i + 1, 1 + i));
        }
        out
    }

    /// Both sides' lists before one mediating body, and a pairing of them.
    pub(super) fn two_lists(&mut self) {
        let mediator = *self.rng.pick(&MEDIATORS);
        let lists = SIDES.map(|side| {
            let who = self.of_body(side, &["head", "member"]).to_owned();
            self.import(&who, &format!("caucus:{side}:{mediator}"), None)
        });
        let who = self.mediator(mediator).to_owned();
        self.pair_lists(&who, mediator, lists);
    }

    /// One move over lists.
    pub(super) fn list_move(&mut self) {
        match self.rng.below(10) {
            0..=3 => self.list(),
            4..=6 => self.pairs(),
            _ => self.movement(),
        }
    }

    fn import(&mut self, who: &str, room: &str, version_of: Option<u32>) -> u32 {
        let table = self.table(6);
        let mut fields = vec![("title", "the list {mark}".to_owned()), ("table", table)];
        fields.extend(version_of.map(|of| ("version-of", format!("{{n:{of}}}"))));
        self.act(who, room, "import-list", &fields)
    }

    fn pair_lists(&mut self, who: &str, mediator: &str, lists: [u32; 2]) -> u32 {
        let [left, right] = lists.map(|of| format!("{{ref:{of}}}"));
        self.act(who, &format!("mediator:{mediator}"), "pair-lists", &[("left", left), ("right", right)])
    }

    /// An entry of a list, mostly one that is on it.
    fn entry_of(&mut self, list: u32) -> String {
        let table = self.all().find(|a| a.id == list).map_or(String::new(), |a| a.get("table").to_owned());
        let entries: Vec<&str> = table.lines().skip(1).filter_map(|row| row.split(',').next()).collect();
        let n = if self.rng.once_in(10) { "9" } else { self.rng.maybe(&entries).copied().unwrap_or("1") };
        format!("#{n}")
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
            0 | 1 if !here.is_empty() => {
                let of = self.rng.pick(&here).id;
                let entry = self.entry_of(of);
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
            2 => {
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
                let before = if self.rng.once_in(3) { self.rng.maybe(&here).map(|a| a.id) } else { None };
                self.import(&who, &room, before);
            }
        }
    }

    /// The mediators' work on two lists.
    fn pairs(&mut self) {
        let mediator = *self.rng.pick(&MEDIATORS);
        let who = self.mediator(mediator).to_owned();
        let room = format!("mediator:{mediator}");
        let in_caucus = |side: &'static str| format!("caucus:{side}:{mediator}");
        let left = self.earlier("import-list", |a| a.room == in_caucus(SIDES[0]));
        let right = self.earlier("import-list", |a| a.room == in_caucus(SIDES[1]));
        let (Some(left), Some(right)) = (self.rng.maybe(&left).map(|a| a.id), self.rng.maybe(&right).map(|a| a.id)) else {
            return self.list();
        };
        let opened = self.earlier("pair-lists", |a| a.room == room);
        let (opened, left, right) = match self.rng.maybe(&opened) {
            Some(pairing) if !self.rng.once_in(3) => {
                (pairing.id, pairing.link("left").unwrap_or(left), pairing.link("right").unwrap_or(right))
            }
            _ => (self.pair_lists(&who, mediator, [left, right]), left, right),
        };
        for _ in 0..2 {
            let entry = self.entry_of(left);
            if self.rng.once_in(2) {
                self.stage_entry(&who, &room, left, &entry);
            } else {
                let other = self.entry_of(right);
                let verdict = *self.rng.pick(&["accepted", "refused", "asked"]);
                let text = self.text("en");
                let fields =
                    [("of", format!("{{n:{opened}}}")), ("left", entry), ("right", other), ("verdict", verdict.to_owned()), ("text", text)];
                self.act(&who, &room, "decide-pair", &fields);
            }
        }
    }

    /// Where an entry stands: mostly a step that can follow.
    fn stage_entry(&mut self, who: &str, room: &str, list: u32, entry: &str) {
        let before = self.earlier("stage-entry", |a| a.room == room && a.link("list") == Some(list) && a.get("entry") == entry);
        let stage = *match before.last().map_or("proposed", |a| a.get("stage")) {
            "proposed" => self.rng.pick(&["acknowledged", "agreed", "contested"]),
            "acknowledged" | "contested" => self.rng.pick(&["agreed", "denied"]),
            "agreed" => self.rng.pick(&["cleared", "vetoed", "contested"]),
            _ => self.rng.pick(&["withdrawn", "in-batch"]),
        };
        let fields = [("list", format!("{{ref:{list}}}")), ("entry", entry.to_owned()), ("stage", stage.to_owned())];
        self.act(who, room, "stage-entry", &fields);
    }

    /// A plan of an exchange, a movement order, and what is said and counted while it runs.
    fn movement(&mut self) {
        let mediator = *self.rng.pick(&MEDIATORS);
        let (who, room) = (self.mediator(mediator).to_owned(), format!("mediator:{mediator}"));
        if self.rng.once_in(3) {
            let file = "# {mark}\ndays = 6\nhandovers_a_day = 2\n\n[[sides]]\nname = \"Alder\"\nguarantee = 6\n\n[[sides]]\nname = \"Birch\"\nguarantee = 6\n\n[[give]]\nby = \"Alder\"\nwhat = \"people held upstream\"\ncount = 4\ncost = 2\nvalue = [6, 8]\n\n[[give]]\nby = \"Birch\"\nwhat = \"people held downstream\"\ncount = 3\ncost = 4\nvalue = [12, 15]\n";
            self.act(&who, &room, "write-plan", &[("title", "a plan {mark}".to_owned()), ("plan", file.to_owned())]);
            return;
        }
        let ordered = self.earlier("order-movement", |a| a.room == room);
        let of = match self.rng.maybe(&ordered) {
            Some(order) if !self.rng.once_in(3) => order.id,
            _ => self.order_movement(&who, mediator),
        };
        let (of, people) = (("of", format!("{{n:{of}}}")), ("people", (1 + self.rng.below(4)).to_string()));
        match self.rng.below(3) {
            0 => {
                let party = ("party", (*self.rng.pick(&["alder", "birch", "ibis"])).to_owned());
                let yes = ("yes", (*self.rng.pick(&["yes", "yes", "no"])).to_owned());
                let mut fields = vec![of, party, yes, ("by", "the head to a porter {mark}".to_owned())];
                if self.rng.once_in(2) {
                    fields.push(("asked", (*self.rng.pick(&["t-12", "t-2", "t-0"])).to_owned()));
                }
                self.act(&who, &room, "answer-movement", &fields);
            }
            1 => {
                let what = (*self.rng.pick(&["at-gate", "received", "confirmed", "delay", "goes-on"])).to_owned();
                let gate = ("gate", (*self.rng.pick(&["north", "south", "no such gate"])).to_owned());
                let text = ("text", self.text("en"));
                let told = ("text-side-birch", "it waits {mark}".to_owned());
                let line = if self.rng.once_in(2) { (1 + self.rng.below(4)).to_string() } else { String::new() };
                self.act(&who, &room, "log-movement", &[of, ("what", what), gate, people, text, told, ("sheet-line", line)]);
            }
            _ => {
                let point = (*self.rng.pick(&["approval", "release", "gate"])).to_owned();
                self.act(&who, &room, "count-movement", &[of, ("point", point), ("gate", "north".to_owned()), people]);
            }
        }
    }

    fn order_movement(&mut self, who: &str, mediator: &str) -> u32 {
        let leaves = self.at + *self.rng.pick(&[6_i64, 48]) * 3600;
        let mut fields = vec![
            ("title", "a movement {mark}".to_owned()),
            ("leaves", format!("{{t:{leaves}}}")),
            ("people", (1 + self.rng.below(6)).to_string()),
            ("gates", "north\nsouth".to_owned()),
            ("part-route", "by the ford {mark}".to_owned()),
        ];
        let lists = self.earlier("import-list", |a| SIDES.iter().any(|side| a.room == format!("caucus:{side}:{mediator}")));
        if let Some(list) = self.rng.maybe(&lists) {
            fields.push(("freeze", format!("{{ref:{}}}", list.id)));
        }
        self.act(who, &format!("mediator:{mediator}"), "order-movement", &fields)
    }
}
