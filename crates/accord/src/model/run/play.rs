//! Playing a finding's story: the same run, with the events that the story is about.
//!
//! Everybody keeps the text, one act an hour in the order of the text as soon as it binds, except
//! for the clauses that the finding's story leaves out. What then stands still, waits or is past its
//! time is what the finding says; the model decides it and not the finding.

use super::{Change, Event, Life, Run, Step};
use crate::finding::Finding;
use crate::model::{Choices, Model, event_name};
use crate::tree::{ClauseNo, Modal, Tree, What};
use std::collections::BTreeSet;
use terms::time::Stamp;

/// Steps at most; a text that goes on longer is shown up to there.
const STEPS: usize = 2_000;
/// Days let pass at most while nothing can be done.
const IDLE_DAYS: usize = 1_000;

/// What happened at one moment of a play.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// When.
    pub at: Stamp,
    /// The event as it is written in a table of events.
    pub event: String,
    /// What it changed.
    pub changes: Vec<Change>,
}

/// A finding's story, played.
#[derive(Debug, Clone)]
pub struct Play {
    /// The choices under which the finding holds.
    pub choices: Choices,
    /// Clauses that the story leaves undone.
    pub skipped: Vec<ClauseNo>,
    /// What happened.
    pub told: Vec<Told>,
    /// The run at its end.
    pub run: Run,
}

/// The clauses that a story leaves out: those that its own words say are skipped, or that the finding is about not being kept.
fn skipped(finding: &Finding) -> Vec<ClauseNo> {
    let named = |key: &str| {
        finding
            .story
            .iter()
            .filter(move |p| p.key == key)
            .flat_map(|p| &p.args)
            .filter(|a| matches!(a.0.as_str(), "clause" | "clauses"))
            .filter_map(|a| if let terms::phrase::Arg::Name(t) = &a.1 { Some(t.as_str()) } else { None })
            .flat_map(|t| t.split(", "))
            .filter_map(ClauseNo::read)
            .collect::<Vec<_>>()
    };
    let mut out = named("accord-story-skips");
    out.extend(named("accord-story-not-received"));
    if finding.check == "no-remedy" {
        out.extend(finding.clauses.iter().filter_map(|c| ClauseNo::read(c)));
    }
    out
}

/// Plays a finding's story from a moment on, under the brackets under which it holds; those that it
/// leaves free are as `choices` has them.
#[must_use]
pub fn play(tree: &Tree, finding: &Finding, choices: &Choices, start: Stamp) -> Play {
    let mut taken = choices.clone();
    for b in &finding.brackets {
        if let Some((id, letter)) = b.split_once(' ') {
            taken.0.insert(id.to_owned(), letter.to_owned());
        }
    }
    let (m, _) = Model::build(tree, &taken);
    let skipped = skipped(finding);
    let mut run = Run::new(&m);
    let mut told = Vec::new();
    let mut now = start;
    // What the world and the sides together are free to bring about happens first.
    let begins: BTreeSet<String> = m.events.iter().enumerate().filter(|(k, w)| free(&m, *k, w)).map(|(_, w)| event_name(w)).collect();
    for name in begins {
        let changes = run.step(now, Event::Named(name.clone(), None));
        told.push(Told { at: now, event: name, changes });
    }
    let mut left = IDLE_DAYS;
    for _ in 0..STEPS {
        let next = m.duties().find(|(c, d)| {
            matches!(d.modal, Modal::Shall | Modal::Should)
                && d.once()
                && !skipped.contains(&c.no)
                && matches!(run.state(c.no, None), Life::InEffect | Life::PastItsTime)
        });
        let Some((c, d)) = next else {
            // Nothing to do now: perhaps a first moment has not come, or a deadline of what is left out.
            let more = left > 0 && (!run.due(now).is_empty() || waits_for_time(&m, &run));
            if !more {
                break;
            }
            let day = now.plus_seconds(86_400);
            now = run.due(now).first().map_or(day, |d| d.at.plus_seconds(1).min(day).max(now.plus_seconds(1)));
            left -= 1;
            let before = run.table();
            let changes = run.step(now, Event::Tick);
            if before != run.table() {
                told.push(Told { at: now, event: "tick".to_owned(), changes });
            }
            continue;
        };
        let act = |part: Step, word: &str| (Event::Act(c.no, part, None), format_event(c.no, word));
        now = now.plus_seconds(3_600);
        let (event, words) = act(Step::Done, "done");
        let changes = run.step(now, event);
        told.push(Told { at: now, event: words, changes });
        if let Some(list) = d.list()
            && let Some(n) = m.lists.get(list).and_then(|l| l.total.value())
            && crate::lexicon::irreversible(&d.act)
        {
            let changes = run.step(now, Event::Released(list.to_owned(), n));
            told.push(Told { at: now, event: [n.to_string().as_str(), " of ", list].concat(), changes });
        }
        let seen = |part| m.ev(&What::Clause(c.no, part)).is_some();
        for (step, part, word) in
            [(Step::Reported, crate::tree::Part::Reported, "reported"), (Step::Verified, crate::tree::Part::Verified, "verified")]
        {
            if seen(part) && m.rules.iter().any(|r| m.ev(&What::Clause(c.no, part)).is_some_and(|e| r.body.contains(&e))) {
                let (event, words) = act(step, word);
                let changes = run.step(now, event);
                told.push(Told { at: now, event: words, changes });
            }
        }
    }
    Play { choices: taken, skipped, told, run }
}

fn format_event(no: ClauseNo, word: &str) -> String {
    [no.to_string().as_str(), " ", word].concat()
}

/// An event that needs nothing before it and is no clause's own.
fn free(m: &Model, k: usize, w: &What) -> bool {
    let kind = match w {
        What::Named(n) => m.declared.get(n).is_none_or(|d| d.at.is_none()),
        What::Accept { .. } | What::Force | What::Agree { .. } | What::Approve { .. } | What::Process(_) => true,
        What::PhaseBegins(n) => {
            m.phases.get(n).is_none_or(|p| p.begins.is_none() && !p.begin_open && *n == *m.phases.keys().next().unwrap_or(n))
        }
        _ => false,
    };
    kind && (m.free.contains(&k) || m.rules.iter().any(|r| r.head == k && r.body.is_empty()))
}

/// Whether some clause waits for nothing but a later moment.
fn waits_for_time(m: &Model, run: &Run) -> bool {
    let missing: Vec<ClauseNo> = run.waits().into_iter().map(|w| w.clause).collect();
    m.duties().any(|(c, d)| d.once() && run.state(c.no, None) == Life::Waiting && !missing.contains(&c.no))
}

impl Model {
    /// The first day that the text fixes.
    #[must_use]
    pub fn first_day(&self) -> Option<jiff::civil::Date> {
        crate::draw::first_day(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, check, parse};

    const RIVERS: &str = include_str!("../../../../../examples/agreements/two-rivers.accord");

    fn played(text: &str, name: &str, clause: &str) -> Play {
        let parsed = parse(text);
        let found = check(&parsed, &Options { only: vec![name.to_owned()], ..Default::default() }).findings;
        let finding = found.iter().find(|f| f.clauses.iter().any(|c| c == clause)).expect("it is found");
        play(&parsed.tree, finding, &Choices::default(), Stamp(1_000_000_000))
    }

    #[test]
    fn in_a_circle_everything_else_happens_and_the_circle_stands_still() {
        let p = played(RIVERS, "nobody-can-go-first", "1.1");
        assert_eq!(p.choices.0.get("1.1").map(String::as_str), Some("A"));
        for no in ["1.1", "1.2", "1.4"] {
            let no = ClauseNo::read(no).unwrap();
            assert_eq!(p.run.state(no, None), Life::Waiting, "{no}");
            assert!(p.run.waits().iter().any(|w| w.clause == no));
        }
        assert!(p.told.iter().any(|t| t.event == "acceptance"));
    }

    #[test]
    fn who_walks_away_leaves_its_own_undone_and_the_other_has_done_its_part() {
        let text = "AGREEMENT \"T\"\nClock.\n  The clock is UTC.\nParties.\n  Upland is a party.\n  Delta is a party.\nEvents.\n  Event \"acceptance\" is on 2031-03-01.\n  1.2 Delta shall open the mill, within 9 days of acceptance.\n  2.1 Upland shall leave the bridge, when 1.2 is done, within 9 days.\n";
        let p = played(text, "free-to-walk-away", "2.1");
        assert_eq!(p.skipped, [ClauseNo::read("2.1").unwrap()]);
        assert_eq!(p.run.state(ClauseNo::read("1.2").unwrap(), None), Life::Fulfilled);
        assert_eq!(p.run.state(ClauseNo::read("2.1").unwrap(), None), Life::PastItsTime, "its deadline passes on the way");
    }
}
