//! Playing an example: the case is convened, and every act goes through [`desk::Desk::act`].

use super::written::{self, Normal};
use super::{Act, Example, ExampleError, Place};
use desk::clearance::Clearance;
use desk::codec::Body;
use desk::directory::{Line, SessionRow};
use desk::lens::Lens;
use desk::refusal::Refusal;
use desk::{Command, Convened, Desk, Keeping, Now};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use terms::id::{Elsewhere, EntryNo, EntryRef, PersonId};
use terms::span::Span;
use terms::time::Stamp;

/// Fields that speak of an entry of the room they act in, or of the room the use knows itself.
const NUMBERS: [&str; 12] =
    ["of", "ask", "answers", "with", "answers_entry", "permission", "proposal", "tied_to", "version_of", "seen", "draft", "corrects"];

/// Fields that speak of an entry of another room.
const ELSEWHERE: [&str; 6] = ["from", "message", "left", "right", "list", "freeze"];

/// Opens the example's case on a desk and carries out its acts. `wall` is the wall clock's reading:
/// each person acts in a session of their own, opened then and ended when the play is over.
pub fn play(desk: &Desk, example: &Example, wall: Stamp) -> Result<Convened, ExampleError> {
    let case = Place { file: format!("{}/case.toml", example.name), line: 1 };
    let opened = Now { wall, case: example.opened };
    let convened = desk.convene(&example.founding, opened).map_err(|r| case.error(told(&r)))?;
    let mut player = Player { desk, example, rooms: convened, wall, sessions: BTreeMap::new(), named: BTreeMap::new() };
    for (i, act) in example.acts.iter().enumerate() {
        player.act(i, act)?;
    }
    for id in player.sessions.values() {
        desk.write_line(&Line::SessionEnded { id: id.clone() }, opened).map_err(|r| case.error(told(&r)))?;
    }
    Ok(player.rooms)
}

/// An entry that an act made, by the name the file gives it.
struct Made {
    at: EntryRef,
    /// What was prepared, where it is a preparation or the ask that shows it.
    shows: Option<talks::conveyance::Preparation>,
}

struct Player<'a> {
    desk: &'a Desk,
    example: &'a Example,
    rooms: Convened,
    wall: Stamp,
    sessions: BTreeMap<PersonId, String>,
    named: BTreeMap<String, Made>,
}

impl Player<'_> {
    fn act(&mut self, i: usize, act: &Act) -> Result<(), ExampleError> {
        let at = &act.at;
        let now = Now { wall: self.wall, case: act.when };
        let who = self.clearance(act, now)?;
        let mut fields = match (Normal { zone: &self.example.founding.case.zone }).whole(act.fields.clone()) {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        if act.room == "directory" {
            // No act speaks of an entry of the directory, so there a name is a person's.
            if let Some(name) = &act.name {
                fields.insert("name".to_owned(), json!(name));
            }
            let keeping: Keeping = written::read(&Value::Object(fields)).map_err(|what| at.error(what))?;
            let done = self.desk.keep(&who, keeping, now);
            return self.outcome(act, done.map(|_| ()));
        }
        let Some(room) = self.rooms.rooms.get(&act.room).cloned() else {
            let known: Vec<&str> = self.rooms.rooms.keys().map(String::as_str).collect();
            return Err(at.error(format!("there is no room `{}`; there are {}", act.room, known.join(", "))));
        };
        let shows = self.fill(act, &who, &mut fields)?;
        let command: Command = self.command(act, fields)?;
        let (of, shows) = match &command {
            Command::Prepare(p) => (None, Some(p.clone())),
            Command::Convey { of, .. } => (Some(*of), None),
            _ => (None, shows),
        };
        match self.desk.act(&who, &room, command, &format!("example:{i}"), act.proved, now) {
            Ok(done) => {
                self.outcome(act, Ok(()))?;
                if let Some(of) = of
                    && !act.arrives.is_empty()
                {
                    self.name_arrivals(act, &who, &EntryRef { room, n: of })?;
                }
                if let Some(name) = &act.name {
                    self.name(act, name, Made { at: done.at, shows })?;
                }
                Ok(())
            }
            Err(refusal) => self.outcome(act, Err(refusal)),
        }
    }

    /// The command, from its fields. `source` is the example's own remark where the use has none.
    fn command(&self, act: &Act, mut fields: Map<String, Value>) -> Result<Command, ExampleError> {
        let remark = fields.get("source").is_some_and(Value::is_string).then(|| fields.get("source").cloned()).flatten();
        match written::read(&Value::Object(fields.clone())) {
            Err(what) if remark.is_some() && what.starts_with("`source`") => {
                fields.remove("source");
                written::read(&Value::Object(fields)).map_err(|what| act.at.error(what))
            }
            read => read.map_err(|what| act.at.error(what)),
        }
    }

    fn name(&mut self, act: &Act, name: &str, made: Made) -> Result<(), ExampleError> {
        match self.named.insert(name.to_owned(), made) {
            Some(_) => Err(act.at.error(format!("the name `{name}` was given before; give this one another"))),
            None => Ok(()),
        }
    }

    /// Whether the act came to what the file says.
    fn outcome(&self, act: &Act, done: Result<(), Refusal>) -> Result<(), ExampleError> {
        match (done, &act.refused) {
            (Ok(()), None) => Ok(()),
            (Ok(()), Some(key)) => Err(act.at.error(format!("was done, though the file says that it is refused for `{key}`"))),
            (Err(refusal), Some(key)) if reasons(&refusal).contains(key) => Ok(()),
            (Err(refusal), Some(key)) => Err(act.at.error(format!("{}, not for `{key}` as the file says", told(&refusal)))),
            (Err(refusal), None) => Err(act.at.error(told(&refusal))),
        }
    }

    /// The clearance of the person who acts, made from the directory for this act.
    fn clearance(&mut self, act: &Act, now: Now) -> Result<Clearance, ExampleError> {
        let unknown = || act.at.error(format!("nobody of the case is `{}`; `who` names one of its people", act.who));
        let person = PersonId::new(&act.who).map_err(|_| unknown())?;
        let case = &self.example.founding.case.code;
        let session = match self.sessions.get(&person) {
            Some(session) => session.clone(),
            None => {
                if self.desk.directory().account(case, &person).is_none() {
                    return Err(unknown());
                }
                // A row whose name is the hash of no token: nobody can come in by it.
                let id = format!("example:{case}:{person}");
                let row =
                    SessionRow { id: id.clone(), case: case.clone(), person: person.clone(), opened: now.wall, expires: Stamp(i64::MAX) };
                self.desk.write_line(&Line::SessionOpened(row), now).map_err(|r| act.at.error(told(&r)))?;
                self.sessions.insert(person, id.clone());
                id
            }
        };
        self.desk.clearance(&session, now).ok_or_else(|| act.at.error(format!("the access of `{}` had ended by then", act.who)))
    }

    /// Puts numbers for names, and what the file leaves to be understood.
    fn fill(
        &self,
        act: &Act,
        who: &Clearance,
        fields: &mut Map<String, Value>,
    ) -> Result<Option<talks::conveyance::Preparation>, ExampleError> {
        let mut shows = None;
        let use_ = fields.get("use").and_then(Value::as_str).unwrap_or_default().to_owned();
        if let Some(made) = fields.get("ask").and_then(|v| self.made(v)) {
            shows = made.shows.clone();
        }
        if use_ == "ask"
            && let Some(made) = fields.get("of").and_then(|v| self.made(v))
        {
            shows = made.shows.clone();
        }
        if use_ == "prepare" {
            self.fill_prepare(act, who, fields)?;
        }
        for (key, value) in fields.iter_mut() {
            self.resolve(act, key, value)?;
        }
        match use_.as_str() {
            "say" => {
                let ours = json!({ "party": who.body() });
                let speaker = fields.entry("speaker").or_insert(ours);
                if let Value::String(name) = speaker {
                    *speaker = json!({ "party": who.body(), "name": name });
                }
            }
            "permit" => {
                // The answers to an ask are those of what it showed, unless the file gives others.
                let mut permission = std::mem::take(fields);
                let mut put = |key: &str, value: Value| {
                    permission.entry(key).or_insert(value);
                };
                if let Some(p) = &shows {
                    put("to", json!(p.to));
                    put("answers", json!(p.answers));
                    put("wording", json!(p.wording));
                    let of = match &p.from {
                        Some(Elsewhere::Numbered(at)) => Some(at.n),
                        _ => None,
                    };
                    put("of", json!(of));
                }
                put("by", json!(""));
                for key in ["use", "ask"] {
                    if let Some(value) = permission.remove(key) {
                        fields.insert(key.to_owned(), value);
                    }
                }
                permission.remove("source");
                list(&mut permission, "wording");
                fields.insert("permission".to_owned(), Value::Object(permission));
            }
            _ => {}
        }
        Ok(shows)
    }

    /// A preparation's marked words become spans of the message, and without any wording it is the
    /// marked words that cross, or the whole message.
    fn fill_prepare(&self, act: &Act, who: &Clearance, fields: &mut Map<String, Value>) -> Result<(), ExampleError> {
        list(fields, "wording");
        fields.entry("only_one_could_know").or_insert(json!(false));
        let Some(made) = fields.get("from").and_then(|v| self.made(v)) else { return Ok(()) };
        let lens = Lens::one(self.desk, who, &made.at.room).map_err(|r| act.at.error(told(&r)))?;
        let state = lens.state();
        let Some(words) = state.words_now(made.at.n) else { return Err(act.at.error("`from` must name a message")) };
        let mut spans = Vec::new();
        for marked in fields.get("marked").and_then(Value::as_array).into_iter().flatten() {
            let part = marked.as_str().unwrap_or_default();
            let Some(byte) = words.text.find(part) else {
                return Err(act.at.error(format!("`marked` words are not in the message: `{part}`")));
            };
            let start = words.text[..byte].chars().count();
            spans.push(Span { start, end: start + part.chars().count() });
        }
        let text =
            if spans.is_empty() { words.text.clone() } else { spans.iter().map(|s| s.cut(&words.text)).collect::<Vec<_>>().join(" ") };
        fields.insert("marked".to_owned(), json!(spans));
        fields.entry("wording").or_insert(json!([{ "words": { "lang": words.lang, "text": text }, "state": "original" }]));
        Ok(())
    }

    fn made(&self, value: &Value) -> Option<&Made> {
        self.named.get(value.as_str()?.strip_prefix('@')?)
    }

    /// Puts the entry that a name stands for in its place.
    fn resolve(&self, act: &Act, key: &str, value: &mut Value) -> Result<(), ExampleError> {
        // What words are tied to is an entry of the same room, a version of the text.
        if let (true, Some(text)) = (key == "tie", value.get_mut("text")) {
            return self.resolve(act, "of", text);
        }
        let (number, elsewhere) = (NUMBERS.contains(&key), ELSEWHERE.contains(&key));
        if !number && !elsewhere {
            return Ok(());
        }
        if let Value::Array(list) = value {
            return list.iter_mut().try_for_each(|v| self.resolve(act, key, v));
        }
        let Some(name) = value.as_str().and_then(|t| t.strip_prefix('@')) else { return Ok(()) };
        let Some(made) = self.named.get(name) else {
            return Err(act.at.error(format!("no act above is named `{name}`; give the one you mean `name = \"{name}\"`")));
        };
        *value = if elsewhere { json!(made.at) } else { json!(made.at.n) };
        Ok(())
    }

    /// Names what a conveyance brought into the caucuses of its receivers, in the order of the
    /// preparation and the one that crosses with it.
    fn name_arrivals(&mut self, act: &Act, who: &Clearance, prepared: &EntryRef) -> Result<(), ExampleError> {
        let lens = Lens::one(self.desk, who, &prepared.room).map_err(|r| act.at.error(told(&r)))?;
        let mut to = Vec::new();
        let mut next = Some(prepared.n);
        while let Some(n) = next.take() {
            if let Some(Body::Prepared(p)) = lens.state().get(n).map(|e| e.body.clone()) {
                to.push(p.to);
                next = p.with.filter(|_| to.len() == 1);
            }
        }
        for (name, party) in act.arrives.iter().zip(to) {
            let alias = format!("caucus:{party}:{}", who.body().map_or("", |b| b.as_str()));
            let room =
                self.rooms.rooms.get(&alias).cloned().ok_or_else(|| {
                    act.at.error(format!("`arrives` names an arrival that nobody here can read: there is no room `{alias}`"))
                })?;
            let caucus = Lens::one(self.desk, who, &room).map_err(|r| act.at.error(told(&r)))?;
            let n = caucus.state().of_kind("arrived").next_back().map(|a| a.n).unwrap_or(EntryNo(0));
            self.name(act, name, Made { at: EntryRef { room, n }, shows: None })?;
        }
        Ok(())
    }
}

/// Makes a list of a field that holds one thing.
fn list(fields: &mut Map<String, Value>, key: &str) {
    if let Some(value) = fields.get_mut(key)
        && !value.is_array()
    {
        *value = Value::Array(vec![value.take()]);
    }
}

/// The keys of a refusal's reasons.
fn reasons(refusal: &Refusal) -> Vec<String> {
    match refusal {
        Refusal::NotFound => vec!["not-found".to_owned()],
        Refusal::NeedsProof => vec!["needs-proof".to_owned()],
        Refusal::Bad(phrases) | Refusal::Against(phrases) => phrases.iter().map(|p| p.key.clone()).collect(),
        Refusal::Fault(_) => vec!["fault".to_owned()],
    }
}

/// A refusal for whoever writes the example.
fn told(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Fault(fault) => format!("the record failed: {fault}"),
        other => format!("is refused ({})", reasons(other).join(", ")),
    }
}
