//! Events as a table of events writes them.

use super::{Event, Step};
use crate::model::{Model, event_name};
use crate::tree::ClauseNo;

impl Event {
    /// Reads an event as a table of events writes it: `acceptance`, `1.2 done`, `1.14/Hamas done`,
    /// `captive ready/Name`, `7 of captives`, `suspend 2.2`, `resume 2.2`, `discharge 1.2/Name`, `tick`.
    ///
    /// # Errors
    /// What was expected, with the text in backticks.
    pub fn read(model: &Model, text: &str) -> Result<Event, String> {
        let text = text.trim();
        let split = |t: &str| match t.split_once('/') {
            Some((a, b)) => (a.trim().to_owned(), Some(b.trim().to_owned())),
            None => (t.trim().to_owned(), None),
        };
        if text.eq_ignore_ascii_case("tick") || text.is_empty() {
            return Ok(Event::Tick);
        }
        let clause = |t: &str| {
            let no = ClauseNo::read(t).ok_or_else(|| format!("`{t}` is no clause number"))?;
            if model.by_no.contains_key(&no) { Ok(no) } else { Err(format!("no clause `{t}` in this agreement")) }
        };
        for (word, make) in [("suspend ", Event::Suspend as fn(ClauseNo) -> Event), ("resume ", Event::Resume as fn(ClauseNo) -> Event)] {
            if let Some(rest) = text.strip_prefix(word) {
                return Ok(make(clause(rest.trim())?));
            }
        }
        if let Some(rest) = text.strip_prefix("discharge ") {
            let (no, who) = split(rest);
            return Ok(Event::Discharge(clause(&no)?, who));
        }
        if let Some((head, word)) = text.rsplit_once(' ') {
            let step = match word {
                "begun" | "begins" => Some(Step::Begun),
                "done" => Some(Step::Done),
                "reported" => Some(Step::Reported),
                "verified" => Some(Step::Verified),
                "breached" => Some(Step::Breached),
                _ => None,
            };
            let (no, who) = split(head);
            if let Some(step) = step
                && ClauseNo::read(&no).is_some()
            {
                return Ok(Event::Act(clause(&no)?, step, who));
            }
        }
        if let Some((n, list)) = text.split_once(" of ")
            && let Ok(n) = n.trim().parse::<i64>()
        {
            let list = list.trim().to_owned();
            return if model.lists.contains_key(&list) {
                Ok(Event::Released(list, n))
            } else {
                Err(format!("no list `{list}` in this agreement"))
            };
        }
        let (name, who) = split(text);
        if model.events.iter().any(|w| event_name(w) == name) || model.declared.contains_key(&name) || model.processes.contains_key(&name) {
            return Ok(Event::Named(name, who));
        }
        Err(format!("no event `{name}` in this agreement; an act is written `1.2 done`"))
    }
}
