//! Moves over plans and movements: a plan is written, an order freezes lists, bodies answer, the log goes on.

use super::cast::{MEDIATORS, SIDES};
use super::generate::Maker;

/// A small plan of an exchange.
pub(crate) const PLAN: &str = "joint = [1, 1]\n[[sides]]\nname = \"Alder\"\n[[sides]]\nname = \"Birch\"\n[[give]]\nby = \"Alder\"\nwhat = \"x\"\ncount = 2\ncost = 1\nvalue = 3\n[[give]]\nby = \"Birch\"\nwhat = \"y\"\ncount = 2\ncost = 1\nvalue = 3\n";

impl Maker<'_> {
    /// A plan, a movement order in the mediators' room, or what becomes of one.
    pub(crate) fn movement(&mut self) {
        let mediator = *self.rng.pick(&MEDIATORS);
        let (who, room) = (self.mediator(mediator).to_owned(), format!("mediator:{mediator}"));
        let text = self.text("en");
        if self.rng.once_in(5) {
            self.act(&who, &room, "write-plan", &[("title", text), ("plan", PLAN.to_owned())]);
            return;
        }
        let there = self.earlier("order-movement", |a| a.room == room);
        let of = match self.rng.maybe(&there) {
            Some(a) if !self.rng.once_in(3) => ("of", format!("{{n:{}}}", a.id)),
            _ => {
                let leaves = ("leaves", format!("{{t:{}}}", self.at + 86_400));
                let mut fields = vec![("title", text), leaves, ("people", "4".to_owned()), ("gates", "the ford".to_owned())];
                let side = *self.rng.pick(&SIDES);
                let lists = self.earlier("import-list", |a| a.room == format!("caucus:{side}:{mediator}"));
                if let Some(list) = self.rng.maybe(&lists) {
                    fields.push(("freeze", format!("{{ref:{}}}", list.id)));
                }
                self.act(&who, &room, "order-movement", &fields);
                return;
            }
        };
        let (used, fields) = match self.rng.below(4) {
            0 => {
                let party = (*self.rng.pick(&SIDES)).to_owned();
                let asked = (*self.rng.pick(&["", "t-12", "t-2", "t-0"])).to_owned();
                let yes = (*self.rng.pick(&["yes", "yes", "no"])).to_owned();
                ("answer-movement", vec![of, ("party", party), ("asked", asked), ("yes", yes), ("by", text)])
            }
            1 => ("count-movement", vec![of, ("point", "release".to_owned()), ("people", "4".to_owned())]),
            2 => ("log-movement", vec![of, ("what", "delay".to_owned()), ("text", text)]),
            _ => {
                let paper = if self.rng.once_in(2) { (1 + self.rng.below(4)).to_string() } else { String::new() };
                let gate = ("gate", "the ford".to_owned());
                ("log-movement", vec![of, ("what", "at-gate".to_owned()), gate, ("people", "3".to_owned()), ("sheet-line", paper)])
            }
        };
        self.act(&who, &room, used, &fields);
    }
}
