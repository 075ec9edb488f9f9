//! Plays a trace through the very function that serves people, and asks on a reader's behalf.

use super::cast::ear;
use super::cast::{PEOPLE, PRIVATE_WORDS, cast};
use super::generate::BEGIN;
use super::trace::Act;
use caucus::clock::Clock;
use caucus::proof::{ProofCost, code, hash};
use caucus::web::live::Listening;
use caucus::web::{App, Reply, Request, answer};
use desk::codec::{Part, Party};
use desk::directory::{Case, Credential, Host, Line, SessionRow};
use desk::lens::Lens;
use desk::rooms::Role;
use desk::state::RoomState;
use desk::{Desk, Founding, FoundingPerson, Now};
use record::{MemoryStore, Record, SeededSource, Store, StoreKey};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use talks::negotiating_text::Sheet;
use terms::id::{CaseCode, PartyId, PersonId, RoomCode};
use terms::language::{Language, Words};
use terms::time::Stamp;

/// The case of every trace.
pub(crate) const CASE: &str = "ford-talks";
/// Another case of the same store, whose people and rooms are nobody's business here.
pub(crate) const OTHER: &str = "hill-talks";
/// The passphrase that proves everybody.
pub(crate) const PASSPHRASE: &str = "seven quiet lamps";

/// An application with a case convened and everybody set up.
pub(crate) struct Stage {
    pub(crate) app: App,
    /// Rooms of both cases by alias; those of the other case begin with `other/`.
    pub(crate) rooms: BTreeMap<String, String>,
    /// The cookie's value of each person's session; those of the other case begin with `other/`.
    pub(crate) tokens: BTreeMap<String, String>,
    pub(crate) sign_in: BTreeMap<String, String>,
    /// What each act wrote: room and number.
    pub(crate) wrote: BTreeMap<u32, (String, u64)>,
    /// Where each preparation arrived: the number in its receiver's room.
    arrived: BTreeMap<u32, u64>,
    /// Whether each act was carried out.
    pub(crate) accepted: BTreeMap<u32, bool>,
    last: i64,
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn sha(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// A person's generator of codes.
pub(crate) fn seed_of(person: &str) -> Vec<u8> {
    Sha256::digest(format!("seed {person}").as_bytes())[..20].to_vec()
}

fn now(at: i64) -> Now {
    Now { wall: Stamp(at), case: Stamp(at) }
}

fn founding(code: &str) -> Founding {
    let party = |id: &str, part: Part, guarantees: bool, hue: &str| Party {
        id: PartyId::new(id).expect("a party"),
        part,
        names: vec![Words::new(Language::En, format!("The {id} people")), Words::new(Language::Ar, format!("وفد {id}"))],
        guarantees,
        delegation: vec![format!("{id} head")],
        hue: Some(hue.to_owned()),
        source: None,
    };
    let people = PEOPLE
        .iter()
        .map(|(id, role, body, lang)| FoundingPerson {
            id: PersonId::new(id).expect("a person"),
            name: format!("{id} by name"),
            role: Role::from_code(role).expect("a role"),
            body: (!body.is_empty()).then(|| PartyId::new(body).expect("a body")),
            lang: Language::from_tag(lang).expect("a language"),
            zone: None,
        })
        .collect();
    Founding {
        case: Case {
            code: CaseCode::new(code).expect("a case"),
            titles: vec![Words::new(Language::En, code)],
            host: Host::default(),
            zone: "Africa/Cairo".to_owned(),
            zone_name: "Cairo".to_owned(),
        },
        parties: vec![
            party("alder", Part::Side, false, "ochre"),
            party("birch", Part::Side, false, "teal"),
            party("crane", Part::Mediator, false, "plum"),
            party("dove", Part::Mediator, true, "slate"),
            party("egret", Part::Guarantor, false, "slate"),
            party("finch", Part::Observer, false, "slate"),
            party("ibis", Part::Intermediary, false, "slate"),
        ],
        people,
        private_words: PRIVATE_WORDS.iter().map(|(p, m)| (PersonId::new(p).expect("a person"), PartyId::new(m).expect("a body"))).collect(),
    }
}

/// A desk over a store, with the key and the randomness of a seed.
pub(crate) fn desk_over(store: Arc<dyn Store>, seed: u64) -> Desk {
    let mut bytes = [7_u8; 32];
    bytes[..8].copy_from_slice(&seed.to_be_bytes());
    let entropy = Arc::new(SeededSource(bytes));
    let record = Record::open(store, StoreKey::from_bytes(bytes), "talks.example", entropy.clone()).expect("a record");
    Desk::open(record, entropy).expect("a desk")
}

impl Stage {
    /// A stage over a fresh store, the same for the same seed.
    pub(crate) fn new(store: Arc<dyn Store>, seed: u64) -> Stage {
        let desk = Arc::new(desk_over(store, seed));
        let mut stage = Stage {
            app: App::new(desk.clone(), Clock::standing(Stamp(BEGIN)), ProofCost::TEST, Host::default()),
            rooms: BTreeMap::new(),
            tokens: BTreeMap::new(),
            sign_in: BTreeMap::new(),
            wrote: BTreeMap::new(),
            arrived: BTreeMap::new(),
            accepted: BTreeMap::new(),
            last: 0,
        };
        static PHC: OnceLock<String> = OnceLock::new();
        let phc = PHC.get_or_init(|| hash(PASSPHRASE, &[3; 16], ProofCost::TEST).expect("a hash"));
        for (code, prefix) in [(CASE, ""), (OTHER, "other/")] {
            let begin = now(BEGIN - 3600);
            let convened = desk.convene(&founding(code), begin).expect("a case");
            stage.rooms.extend(convened.rooms.iter().map(|(alias, code)| (format!("{prefix}{alias}"), code.to_string())));
            let case = CaseCode::new(code).expect("a case");
            for (id, ..) in PEOPLE {
                let person = PersonId::new(id).expect("a person");
                let credential = Credential { passphrase: phc.clone(), seed: seed_of(id) };
                desk.write_line(&Line::Credential { case: case.clone(), person: person.clone(), credential }, begin).expect("a line");
                let token = sha(&format!("token {prefix}{id}"));
                let row = SessionRow {
                    id: sha(&token),
                    case: case.clone(),
                    person: person.clone(),
                    // Acts may be put before the first of a trace, and a wall clock that goes back stops the writing.
                    opened: begin.wall.plus_seconds(-30 * 86_400),
                    expires: Stamp(BEGIN + 60 * 24 * 3600),
                };
                desk.write_line(&Line::SessionOpened(row), begin).expect("a line");
                stage.tokens.insert(format!("{prefix}{id}"), token);
                let name = desk.directory().account(&case, &person).map(|a| a.sign_in.clone()).unwrap_or_default();
                stage.sign_in.insert(format!("{prefix}{id}"), name);
            }
        }
        stage
    }

    /// Lets go of everything in memory and opens the store again.
    pub(crate) fn restart(&mut self, store: Arc<dyn Store>, seed: u64) {
        self.app = App::new(Arc::new(desk_over(store, seed)), Clock::standing(Stamp(self.last)), ProofCost::TEST, Host::default());
    }

    /// A stage in memory.
    pub(crate) fn in_memory(seed: u64) -> Stage {
        Stage::new(Arc::new(MemoryStore::new()), seed)
    }

    /// The room's code, by alias; the alias itself where there is none.
    pub(crate) fn code(&self, alias: &str) -> String {
        self.rooms.get(alias).cloned().unwrap_or_else(|| alias.replace(':', "-"))
    }

    pub(crate) fn cookies(&self, person: &str) -> Vec<(String, String)> {
        self.tokens.get(person).map(|t| ("caucus".to_owned(), t.clone())).into_iter().collect()
    }

    /// What a symbolic text stands for here.
    pub(crate) fn meant(&self, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some(start) = rest.find('{') {
            out.push_str(&rest[..start]);
            let Some(end) = rest[start..].find('}').map(|e| start + e) else { break };
            let inner = &rest[start + 1..end];
            let id = |t: &str| t.parse::<u32>().unwrap_or(0);
            match inner.split_once(':') {
                Some(("n", t)) => out.push_str(&self.wrote.get(&id(t)).map_or("777777".to_owned(), |(_, n)| n.to_string())),
                Some(("arr", t)) => out.push_str(&self.arrived.get(&id(t)).map_or("777777".to_owned(), u64::to_string)),
                Some(("ref", t)) => {
                    out.push_str(&self.wrote.get(&id(t)).map_or("nowhere.777777".to_owned(), |(room, n)| format!("{room}.{n}")));
                }
                Some(("t", t)) => out.push_str(&caucus::words::iso(Stamp(t.parse().unwrap_or(0)))),
                Some(("room", alias)) => out.push_str(&self.code(alias)),
                _ if inner == "case" => out.push_str(CASE),
                _ => out.push_str(&rest[start..=end]),
            }
            rest = &rest[end + 1..];
        }
        out.push_str(rest);
        out
    }

    /// Sets both clocks.
    pub(crate) fn clock(&mut self, at: i64) {
        if at != self.last {
            self.last = at;
            self.app.clock = Clock::standing(Stamp(at));
        }
    }

    /// The six digits of a person's generator now.
    pub(crate) fn digits(&self, person: &str) -> String {
        code(&seed_of(person.trim_start_matches("other/")), u64::try_from(self.last / 30).unwrap_or(0))
    }

    fn request(&self, act: &Act) -> Request {
        let cookies = self.cookies(&act.who);
        let mut fields: Vec<(String, String)> = Vec::new();
        for (k, v) in &act.fields {
            if k == "finding" && v == "{finding}" {
                fields.push((k.clone(), self.finding(act)));
            } else if k == "prove" {
                let passphrase = if v == "good" { PASSPHRASE } else { "not the passphrase" };
                fields.push(("passphrase".to_owned(), passphrase.to_owned()));
                fields.push(("code".to_owned(), self.digits(&act.who)));
            } else {
                fields.push((k.clone(), self.meant(v)));
            }
        }
        let path = match (act.room.as_str(), act.used.as_str()) {
            ("door", "sign-in") => {
                fields.push(("name".to_owned(), self.sign_in.get(&act.who).cloned().unwrap_or_default()));
                "/sign-in".to_owned()
            }
            ("door", "read") => return Request::get(&self.meant(act.get("path")), &cookies),
            ("door", used) => format!("/{CASE}/{used}"),
            ("directory", used) => format!("/{CASE}/people/{used}"),
            (room, used) => {
                fields.push(("key".to_owned(), act.key.clone()));
                format!("/{CASE}/{}/{used}", self.code(room))
            }
        };
        let borrowed: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        let mut request = Request::post(&path, &cookies, &borrowed);
        // Every third act is sent by a page, the others by a program.
        request.wants_json = !act.id.is_multiple_of(3);
        if act.used == "returned" {
            with_a_file(&mut request, &fields);
        }
        request
    }

    /// What the page of a text names its first finding, for whoever would set it aside.
    fn finding(&self, act: &Act) -> String {
        let page = format!("/{CASE}/{}/text.json?v={}", self.code(&act.room), self.meant(act.get("of")));
        let reply = answer(&self.app, &Request::get(&page, &self.cookies(&act.who)));
        let json: serde_json::Value = serde_json::from_slice(&reply.body).unwrap_or_default();
        json["shown"]["findings"][0]["key"].as_str().unwrap_or("none").to_owned()
    }

    /// Carries out one act; answers what its person was answered.
    pub(crate) fn act(&mut self, act: &Act) -> Reply {
        self.clock(act.at);
        let request = self.request(act);
        let reply = answer(&self.app, &request);
        let accepted = matches!(reply.status, 200 | 201 | 303);
        self.accepted.insert(act.id, accepted);
        if accepted
            && !matches!(act.room.as_str(), "door" | "directory")
            && let Some((room, n)) = written(&reply)
        {
            self.wrote.insert(act.id, (room, n));
        }
        reply
    }

    /// After a convey that was carried out: where its preparation, and the one that crossed with it, arrived.
    pub(crate) fn note_arrivals(&mut self, trace: &[Act], act: &Act) {
        if act.used != "convey" || !self.accepted.get(&act.id).is_some_and(|a| *a) {
            return;
        }
        let prep = |id: Option<u32>| id.and_then(|id| trace.iter().find(|a| a.id == id && a.used == "prepare"));
        let Some(first) = prep(act.link("of")) else { return };
        for prep in [Some(first), prep(first.link("with"))].into_iter().flatten() {
            let room = ear(prep.get("to"), cast(&act.who).1);
            let last = self.look(&room, |state| state.of_kind("arrived").next_back().map(|a| a.n.0));
            self.arrived.extend(last.flatten().map(|n| (prep.id, n)));
        }
    }

    /// How many entries a room has; asked past the door, by somebody who may enter it.
    pub(crate) fn size(&self, alias: &str) -> u64 {
        self.look(alias, RoomState::size).unwrap_or(0)
    }

    /// Looks into a room past the door, as somebody who may enter it.
    pub(crate) fn look<T>(&self, alias: &str, see: impl Fn(&RoomState) -> T) -> Option<T> {
        let person = PEOPLE.iter().find(|p| super::cast::may(p.0, alias).contains('r'))?;
        let who = self.app.desk.clearance(&sha(&self.tokens[person.0]), now(self.last))?;
        let lens = Lens::one(&self.app.desk, &who, &RoomCode::new(&self.code(alias)).ok()?).ok()?;
        Some(see(&lens.state()))
    }

    /// Plays a trace; answers what the reader was answered to acts of its own.
    /// and what a stream that the reader keeps open was sent, and when.
    pub(crate) fn play(&mut self, trace: &[Act], reader: &str) -> Vec<(String, Reply)> {
        let mut own = Vec::new();
        let mut told = String::new();
        let open = Listening::open(&self.app, Request::get(&format!("/{CASE}/live"), &self.cookies(reader)));
        for act in trace {
            let reply = self.act(act);
            self.note_arrivals(trace, act);
            match open.beat(&self.app) {
                Some(b"") => {}
                Some(sent) => told.push_str(&format!("{} {:?}\n", act.at, String::from_utf8_lossy(sent))),
                None if told.ends_with("over\n") => {}
                None => told.push_str(&format!("{} over\n", act.at)),
            }
            if act.who == reader {
                own.push((act.to_string(), reply));
            }
        }
        own.push(("the stream of changes".to_owned(), Reply::text(200, &told)));
        own
    }
}

/// A form with a Word file in it: the text of the field `file` as the program itself writes it.
fn with_a_file(request: &mut Request, fields: &[(String, String)]) {
    let mut body = Vec::new();
    for (k, v) in fields {
        let (more, content) = match k.as_str() {
            "file" => ("; filename=\"back.docx\"", caucus::word::write(&Sheet::read(v), Language::En)),
            _ => ("", v.clone().into_bytes()),
        };
        body.extend(format!("--xx\r\nContent-Disposition: form-data; name=\"{k}\"{more}\r\n\r\n").bytes());
        body.extend(content);
        body.extend(b"\r\n");
    }
    body.extend(b"--xx--\r\n");
    request.content_type = Some("multipart/form-data; boundary=xx".to_owned());
    request.body = body;
}

/// Room and number of the entry that a reply says was written.
fn written(reply: &Reply) -> Option<(String, u64)> {
    if let Some(location) = reply.header("location") {
        let query = location.split_once("?done=").or_else(|| location.split_once("&done="))?.1;
        let (n, room) = query.split_once("&in=")?;
        return Some((room.split('#').next()?.to_owned(), n.parse().ok()?));
    }
    let json: serde_json::Value = serde_json::from_slice(&reply.body).ok()?;
    Some((json["room"].as_str()?.to_owned(), json["n"].as_u64()?))
}
