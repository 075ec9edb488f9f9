//! The access matrix: every room, every verb, every session, against a table written out by hand.
//!
//! The table is read from the house's words on rooms; it does not ask the product which verbs a role
//! has. A room that may not be read does not exist: 404, in the bytes of what never was.

use crate::cast::PEOPLE;
use crate::generate::{BEGIN, END};
use crate::stage::{CASE, Stage};
use crate::trace::Act;
use caucus::web::{Reply, Request, answer};
use std::collections::BTreeMap;

/// Room by room, who may do what: read, say, permit, convey, announce, offer, erase. Whoever is not
/// named may not know that the room exists.
const TABLE: &[(&str, &[(&str, &str)])] = &[
    ("own:alder", &[("alder-head", "rsoe"), ("alder-two", "rs"), ("alder-ear", "r")]),
    ("own:birch", &[("birch-head", "rsoe"), ("birch-two", "rs"), ("birch-ear", "r")]),
    (
        "caucus:alder:crane",
        &[
            ("alder-head", "rspe"),
            ("alder-two", "rsp"),
            ("alder-ear", "r"),
            ("crane-one", "rspe"),
            ("crane-two", "rspe"),
            ("crane-pen", "rs"),
            ("crane-ear", "r"),
        ],
    ),
    ("caucus:alder:dove", &[("alder-head", "rspe"), ("alder-two", "rsp"), ("alder-ear", "r"), ("dove-one", "rspe"), ("dove-two", "rspe")]),
    (
        "caucus:birch:crane",
        &[
            ("birch-head", "rspe"),
            ("birch-two", "rsp"),
            ("birch-ear", "r"),
            ("crane-one", "rspe"),
            ("crane-two", "rspe"),
            ("crane-pen", "rs"),
            ("crane-ear", "r"),
        ],
    ),
    ("caucus:birch:dove", &[("birch-head", "rspe"), ("birch-two", "rsp"), ("birch-ear", "r"), ("dove-one", "rspe"), ("dove-two", "rspe")]),
    // Not his head, not his interpreter, not the mediators' note-taker.
    ("word:alder-two:crane", &[("alder-two", "rsp"), ("crane-one", "rsp"), ("crane-two", "rsp")]),
    ("word:birch-two:dove", &[("birch-two", "rsp"), ("dove-one", "rsp"), ("dove-two", "rsp")]),
    ("mediator:crane", &[("crane-one", "rsce"), ("crane-two", "rsce"), ("crane-pen", "rs")]),
    ("mediator:dove", &[("dove-one", "rsce"), ("dove-two", "rsce")]),
    ("mediators", &[("crane-one", "rse"), ("crane-two", "rse"), ("dove-one", "rse"), ("dove-two", "rse")]),
    // Apart even where one state mediates as well.
    ("guarantor:dove", &[("dove-vow", "rse")]),
    ("guarantor:egret", &[("egret-vow", "rse")]),
];

/// In the rooms common to all and public, mediators announce, all others read, the keeper is not there.
fn table(room: &str, person: &str) -> &'static str {
    if room == "common" || room == "public" {
        return match person {
            "crane-one" | "crane-two" | "dove-one" | "dove-two" => "rsae",
            "keeper" => "",
            _ => "r",
        };
    }
    let row = TABLE.iter().find(|(r, _)| *r == room).map_or(&[][..], |(_, row)| *row);
    let side = person.strip_suffix("-spare");
    let like = side.map_or(person.to_owned(), |s| format!("{s}-two"));
    // The spare member is a member like the other, but for that one's private word.
    if side.is_some() && room.starts_with("word:") {
        return "";
    }
    row.iter().find(|(p, _)| *p == like).map_or("", |(_, verbs)| *verbs)
}

/// The verb's letter, the use that probes it, the fields of its form.
type Probe = (char, &'static str, &'static [(&'static str, &'static str)]);

/// A form for a verb that is refused for other reasons where the verb is held.
const PROBES: &[Probe] = &[
    ('s', "say", &[("text", "")]),
    (
        'p',
        "permit",
        &[
            ("of", "99999"),
            ("to", "birch"),
            ("use", "read-back"),
            ("source", "named"),
            ("form", "said"),
            ("standing", "personal"),
            ("given", "paper"),
        ],
    ),
    ('c', "drop", &[("of", "99999")]),
    ('a', "step", &[("text", "a step")]),
    ('o', "withdraw-offer", &[("of", "99999")]),
    ('e', "propose-erasure", &[("of", "99999"), ("text", "why")]),
];

#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    NotThere,
    NotYours,
    May,
}

fn verdict(reply: &Reply) -> Verdict {
    let body = String::from_utf8_lossy(&reply.body);
    match reply.status {
        404 => Verdict::NotThere,
        409 if body.contains("refused-not-yours") => Verdict::NotYours,
        200 | 201 | 303 | 409 | 422 => Verdict::May,
        other => panic!("{other}: {body}"),
    }
}

fn post(stage: &Stage, cookies: &[(String, String)], path: &str, fields: &[(&str, &str)], key: usize) -> Reply {
    let key = format!("matrix-{key:06}");
    let mut fields = fields.to_vec();
    fields.push(("key", &key));
    let mut request = Request::post(path, cookies, &fields);
    request.wants_json = true;
    answer(&stage.app, &request)
}

#[test]
#[expect(clippy::print_stderr, reason = "the number of cells is part of what the test says")]
fn every_session_may_do_in_every_room_what_the_table_says() {
    let mut stage = Stage::in_memory(1);
    stage.clock(BEGIN);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut key = 0;
    for room in crate::cast::ROOMS {
        let code = stage.code(room);
        for (person, ..) in PEOPLE {
            let (cookies, may) = (stage.cookies(person), table(room, person));
            for page in ["record.json", "talk.json", "receipt/0.json", "receipt/0.txt", "entry/0", "record.csv", "record"] {
                let reply = answer(&stage.app, &Request::get(&format!("/{CASE}/{code}/{page}"), &cookies));
                let wanted = if may.contains('r') { Verdict::May } else { Verdict::NotThere };
                assert_eq!(verdict(&reply), wanted, "{person} reads {page} of {room}");
                *seen.entry(format!("{wanted:?}")).or_default() += 1;
            }
            for (verb, used, fields) in PROBES {
                key += 1;
                let reply = post(&stage, &cookies, &format!("/{CASE}/{code}/{used}"), fields, key);
                let wanted = match (may.contains('r'), may.contains(*verb)) {
                    (false, _) => Verdict::NotThere,
                    (true, false) => Verdict::NotYours,
                    (true, true) => Verdict::May,
                };
                assert_eq!(verdict(&reply), wanted, "{person} does {used} in {room}: {}", String::from_utf8_lossy(&reply.body));
                *seen.entry(format!("{wanted:?}")).or_default() += 1;
            }
        }
    }
    eprintln!("cells of the matrix: {seen:?}");
    assert!(seen.values().all(|n| *n > 100));
}

#[test]
fn only_the_keeper_keeps_the_directory() {
    let stage = Stage::in_memory(2);
    for (person, ..) in PEOPLE {
        let cookies = stage.cookies(person);
        let page = answer(&stage.app, &Request::get(&format!("/{CASE}/people.json"), &cookies));
        let act = post(&stage, &cookies, &format!("/{CASE}/people/invite"), &[("person", "no-such-person")], 1);
        let wanted = if *person == "keeper" { (200, 422) } else { (404, 404) };
        assert_eq!((page.status, act.status), wanted, "{person}");
    }
}

/// Everybody who is not there any more, never was, or is of another case.
#[test]
fn an_ended_session_and_another_cases_open_nothing() {
    let mut stage = Stage::in_memory(3);
    let end = |id: u32, person: &str| Act {
        id,
        at: BEGIN + i64::from(id) * 60,
        who: "keeper".to_owned(),
        room: "directory".to_owned(),
        used: "end-access".to_owned(),
        fields: vec![("person".to_owned(), person.to_owned())],
        key: format!("end-{id:06}"),
    };
    assert_eq!(stage.act(&end(1, "birch-spare")).status, 303);
    let codes: Vec<String> = crate::cast::ROOMS.iter().map(|r| stage.code(r)).collect();
    let door = answer(&stage.app, &Request::get("/", &[]));
    assert_eq!(door.status, 401);
    let revoked = stage.cookies("birch-spare");
    let made_up = vec![("caucus".to_owned(), "0".repeat(64))];
    for cookies in [&revoked, &made_up, &Vec::new()] {
        for code in &codes {
            for page in ["record.json", "talk", "receipt/0.txt", "entry/0"] {
                let reply = answer(&stage.app, &Request::get(&format!("/{CASE}/{code}/{page}"), cookies));
                assert_eq!(reply, door, "every address gives the same sign-in page");
            }
            assert_eq!(post(&stage, cookies, &format!("/{CASE}/{code}/say"), &[("text", "x")], 7), door);
        }
    }
    // Another case's people: their own session, our addresses.
    let other = stage.cookies("other/crane-one");
    let made_up = answer(&stage.app, &Request::get(&format!("/{CASE}/abcdefgh23/record.json"), &other));
    for code in &codes {
        for case in [CASE, crate::stage::OTHER] {
            let reply = answer(&stage.app, &Request::get(&format!("/{case}/{code}/record.json"), &other));
            assert_eq!(reply, made_up, "a room of another case is as one that never was");
        }
    }
    // Time ends every session.
    stage.clock(END + 70 * 24 * 3600);
    for (person, ..) in PEOPLE {
        let reply = answer(&stage.app, &Request::get(&format!("/{CASE}/{}/record.json", codes[0]), &stage.cookies(person)));
        assert_eq!(reply, door, "{person}");
    }
}

#[test]
fn a_changed_role_acts_at_the_next_request() {
    let mut stage = Stage::in_memory(4);
    let own = format!("/{CASE}/{}/record.json", stage.code("own:birch"));
    let cookies = stage.cookies("birch-spare");
    assert_eq!(answer(&stage.app, &Request::get(&own, &cookies)).status, 200);
    let role = Act {
        id: 1,
        at: BEGIN + 60,
        who: "keeper".to_owned(),
        room: "directory".to_owned(),
        used: "role".to_owned(),
        fields: vec![("person".to_owned(), "birch-spare".to_owned()), ("role".to_owned(), "observer".to_owned())],
        key: "role-000001".to_owned(),
    };
    assert_eq!(stage.act(&role).status, 303);
    assert_eq!(answer(&stage.app, &Request::get(&own, &cookies)).status, 404);
}

#[test]
fn whoever_looks_as_a_side_sees_only_the_rooms_that_both_may_enter_and_changes_nothing() {
    let stage = Stage::in_memory(5);
    for (looker, body) in [("crane-one", "crane"), ("dove-two", "dove")] {
        let cookies = stage.cookies(looker);
        let shared = stage.code(&format!("caucus:alder:{body}"));
        let unnoted = |ending: &str| answer(&stage.app, &Request::get(&format!("/as/alder/{CASE}/{shared}/record{ending}"), &cookies));
        assert_eq!(unnoted(".json").status, 404, "a look that is not in the record");
        let today = String::from_utf8_lossy(&unnoted("").body).into_owned();
        assert!(today.contains("/look-as"), "the page with the button that records it");
        let look =
            post(&stage, &cookies, &format!("/{CASE}/{}/look-as", stage.code(&format!("mediator:{body}"))), &[("party", "alder")], 3);
        assert_eq!(look.status, 303);
        for room in crate::cast::ROOMS {
            let both = matches!(*room, "common" | "public") || *room == format!("caucus:alder:{body}");
            let code = stage.code(room);
            let reply = answer(&stage.app, &Request::get(&format!("/as/alder/{CASE}/{code}/record.json"), &cookies));
            assert_eq!(reply.status, if both { 200 } else { 404 }, "{looker} as alder in {room}");
            let act = post(&stage, &cookies, &format!("/as/alder/{CASE}/{code}/say"), &[("text", "x"), ("party", "alder")], 9);
            assert_eq!(act.status, if both { 409 } else { 404 }, "{looker} as alder says in {room}");
        }
    }
    for nobody in ["alder-head", "crane-pen", "egret-vow", "keeper", "finch-eye"] {
        let cookies = stage.cookies(nobody);
        let reply = answer(&stage.app, &Request::get(&format!("/as/birch/{CASE}/{}/talk.json", stage.code("common")), &cookies));
        assert_eq!(reply.status, 404, "{nobody}");
    }
}

/// A note-taker began in one side's caucus in one case and in the other's in the next, as the random codes had it.
#[test]
fn who_may_enter_several_caucuses_begins_in_the_first_by_name() {
    for seed in 0..6 {
        let stage = Stage::in_memory(seed);
        let reply = answer(&stage.app, &Request::get(&format!("/{CASE}"), &stage.cookies("crane-pen")));
        assert_eq!(reply.header("location"), Some(&*format!("/{CASE}/{}/talk", stage.code("caucus:alder:crane"))), "seed {seed}");
    }
}

/// A note-taker who had noted a call had to find a mediator to note that the words were read back.
#[test]
fn whoever_may_note_words_may_note_that_they_were_read_back() {
    let mut stage = Stage::in_memory(4);
    stage.clock(BEGIN);
    let caucus = stage.code("caucus:alder:crane");
    let noted = [("party", "alder"), ("speaker", "alder-two"), ("text", "by Friday"), ("means", "telephone"), ("noted", "yes")];
    let at = |person: &str, used: &str, fields: &[(&str, &str)], key| {
        verdict(&post(&stage, &stage.cookies(person), &format!("/{CASE}/{caucus}/{used}"), fields, key))
    };
    assert_eq!(at("crane-pen", "say", &noted, 1), Verdict::May);
    let page = |person: &str| {
        let reply = answer(&stage.app, &Request::get(&format!("/{CASE}/{caucus}/message/1"), &stage.cookies(person)));
        String::from_utf8_lossy(&reply.body).contains("/read-back\"")
    };
    assert!(page("crane-pen") && page("alder-head"));
    assert_eq!(at("crane-ear", "read-back", &[("of", "1"), ("confirmed", "yes")], 2), Verdict::NotYours);
    assert_eq!(at("crane-pen", "read-back", &[("of", "1"), ("confirmed", "yes")], 3), Verdict::May);
    assert!(!page("crane-pen"), "it was read back");
}

/// A machine whose clock was set back an hour went on writing, and leave that had lapsed stood again.
#[test]
fn a_clock_that_is_set_back_stops_the_writing_until_the_keeper_says_that_it_is_right() {
    let mut stage = Stage::in_memory(5);
    stage.clock(BEGIN);
    let caucus = stage.code("caucus:alder:crane");
    let say = |stage: &Stage, key| {
        let fields = [("party", "alder"), ("speaker", "alder-head"), ("text", "by Friday")];
        post(stage, &stage.cookies("alder-head"), &format!("/{CASE}/{caucus}/say"), &fields, key).status
    };
    let people = |stage: &Stage| {
        let reply = answer(&stage.app, &Request::get(&format!("/{CASE}/people"), &stage.cookies("keeper")));
        String::from_utf8_lossy(&reply.body).contains("people/clock")
    };
    stage.app.desk.watch_clock(stage.app.clock.wall().plus_seconds(3600));
    assert_eq!(say(&stage, 1), 409);
    assert!(people(&stage), "the keeper is told");
    let add = [("person", "newcomer"), ("name", "a name"), ("role", "observer")];
    assert_eq!(post(&stage, &stage.cookies("keeper"), &format!("/{CASE}/people/add"), &add, 2).status, 409);
    for nobody in ["alder-head", "crane-one"] {
        assert_eq!(post(&stage, &stage.cookies(nobody), &format!("/{CASE}/people/clock"), &[], 3).status, 404, "{nobody}");
    }
    assert_eq!(say(&stage, 4), 409);
    assert!(matches!(post(&stage, &stage.cookies("keeper"), &format!("/{CASE}/people/clock"), &[], 5).status, 200 | 201 | 303));
    assert!(!people(&stage));
    assert!(matches!(say(&stage, 6), 201 | 303));
    // A minute is what a time server may correct.
    stage.app.desk.watch_clock(stage.app.clock.wall().plus_seconds(60));
    assert!(matches!(say(&stage, 7), 201 | 303));
}
