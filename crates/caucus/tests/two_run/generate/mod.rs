//! Makes traces: moves that people at such talks make, most of them good, some refused.
//!
//! Every trace has a theme. Most are about anything; the others begin with what much else rests on
//! (both sides' lists and a pairing, a text in brackets before both sides) and come back to it, so that
//! the acts which need several others before them come often enough too.

mod arranged;
mod carry;
mod lists;
mod people;
mod talk;
mod texts;
mod words;

use super::cast::{MEDIATORS, PEOPLE, SIDES};
use super::rng::Rng;
use super::trace::{Act, mark};

/// When every trace begins: 2 March 2026, 08:00 UTC.
pub(crate) const BEGIN: i64 = 1_772_438_400;
/// When readers ask: 9 days later.
pub(crate) const END: i64 = BEGIN + 9 * 24 * 3600;

pub(crate) const ISSUES: [&str; 3] = ["road", "names", "gate"];
const OPTIONS: [&str; 3] = ["now", "later", "never"];

/// What a trace comes back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    Anything,
    /// People on lists, pairs of them, movements.
    Lists,
    /// The negotiating text.
    Text,
    /// What concerns everybody, which is outside for the keeper alone.
    Arranged,
}

impl Theme {
    /// Each in its turn.
    pub(crate) fn of(seed: u64) -> Theme {
        [Theme::Anything, Theme::Lists, Theme::Text, Theme::Arranged][usize::try_from(seed % 4).unwrap_or(0)]
    }
}

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
    pub(crate) theme: Theme,
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

    pub(crate) fn of_body(&mut self, body: &str, roles: &[&str]) -> &'static str {
        let able: Vec<&str> =
            PEOPLE.iter().filter(|p| p.2 == body && roles.contains(&p.1) && !p.0.ends_with("-spare")).map(|p| p.0).collect();
        *self.rng.pick(&able)
    }

    pub(crate) fn mediator(&mut self, body: &str) -> &'static str {
        self.of_body(body, &["mediator"])
    }

    /// What the trace's theme rests on.
    fn prelude(&mut self) {
        match self.theme {
            Theme::Anything | Theme::Arranged => {}
            Theme::Lists => self.two_lists(),
            Theme::Text => self.text_before_both(),
        }
    }

    /// One move.
    pub(crate) fn step(&mut self) {
        match self.theme {
            Theme::Lists if self.rng.once_in(2) => self.list_move(),
            Theme::Text if self.rng.once_in(2) => self.text_move(),
            Theme::Arranged if self.rng.once_in(2) => self.rare(true),
            _ => self.any(),
        }
    }

    /// A move of any kind.
    fn any(&mut self) {
        match self.rng.below(38) {
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
            5 => self.own_voice(),
            6..=9 => self.carry(),
            10 => self.exchange(),
            11 if self.rng.once_in(3) => self.opening(),
            11 => self.own_thought(),
            12 if self.rng.once_in(3) => self.take_back(),
            12..=14 => self.about_a_message(),
            15..=18 => self.in_own_room(),
            19 | 20 => self.offers(),
            21..=24 => self.common(),
            25 | 26 => self.erasure(),
            27..=29 => self.keeper(),
            30 | 31 => self.door(),
            32 | 33 => self.text_move(),
            34 | 35 => self.list_move(),
            36 => self.estimate(),
            _ if self.rng.once_in(3) => self.look_as(),
            _ => self.refused(),
        }
    }
}

/// A trace of about `moves` moves, beginning with the issues that all share and what its theme rests on.
pub(crate) fn base(rng: &mut Rng, moves: usize, theme: Theme) -> (Vec<Act>, u32) {
    let mut next = 1;
    let mut trace: Vec<Act> = Vec::new();
    let mut at = BEGIN;
    {
        let mut maker = Maker { rng, past: Vec::new(), new: Vec::new(), next: &mut next, at, theme };
        for issue in ISSUES {
            let options = OPTIONS.iter().map(|o| format!("{o}: {o} then")).collect::<Vec<_>>().join("\n");
            maker.act(
                "crane-one",
                "common",
                "issue",
                &[("issue", issue.to_owned()), ("text", format!("the {issue}")), ("options", options)],
            );
        }
        maker.prelude();
        trace.extend(spread(maker.new, &mut at));
    }
    for _ in 0..moves {
        let mut maker = Maker { rng, past: trace.clone(), new: Vec::new(), next: &mut next, at, theme };
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
