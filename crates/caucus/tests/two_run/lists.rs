//! Lists at the door: kept rows and named ones, decisions of two people at once, names nowhere but on pages;
//! a plan and a movement's log.

use super::generate::BEGIN;
use super::stage::{CASE, Stage};
use super::trace::Act;
use caucus::web::{Reply, Request, answer};

fn act(id: u32, who: &str, room: &str, used: &str, fields: &[(&str, &str)]) -> Act {
    Act {
        id,
        at: BEGIN + i64::from(id) * 60,
        who: who.to_owned(),
        room: room.to_owned(),
        used: used.to_owned(),
        fields: fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
        key: format!("act-{id:06}"),
    }
}

fn get(stage: &Stage, person: &str, room: &str, page: &str) -> Reply {
    answer(&stage.app, &Request::get(&format!("/{CASE}/{}/{page}", stage.code(room)), &stage.cookies(person)))
}

fn text(reply: &Reply) -> String {
    String::from_utf8_lossy(&reply.body).into_owned()
}

const LEFT: &str = "id,name,born\n1,أحمد سالم الخطيب,1990-05-06\n2,ليلى حسن مراد,1988-01-02\n3,,1970-01-01\n4,سامي خالد عودة,31/02/1970\n";
const RIGHT: &str = "id,name,born\n9,Ahmad Salem al-Khatib,1990-05-06\n8,Layla Hassan Murad,1988-01-02\n";

fn two_lists(seed: u64) -> Stage {
    let mut stage = Stage::in_memory(seed);
    let trace = [
        act(1, "alder-two", "caucus:alder:crane", "import-list", &[("title", "ours"), ("table", LEFT)]),
        act(2, "birch-two", "caucus:birch:crane", "import-list", &[("title", "held"), ("table", RIGHT)]),
        act(3, "crane-one", "mediator:crane", "pair-lists", &[("left", "{ref:1}"), ("right", "{ref:2}")]),
    ];
    stage.play(&trace, "nobody");
    assert!(stage.accepted.values().all(|a| *a), "{:?}", stage.accepted);
    stage
}

#[test]
fn every_bad_row_is_named_to_its_side_and_the_good_ones_are_kept() {
    let stage = two_lists(11);
    let n = stage.wrote[&1].1;
    let json = text(&get(&stage, "alder-two", "caucus:alder:crane", &format!("list/{n}.json")));
    for wanted in ["exchange-row-no-name", "exchange-row-date-no-such-day", "سامي خالد عودة"] {
        assert!(json.contains(wanted), "{wanted}: {json}");
    }
    let csv = text(&get(&stage, "alder-two", "caucus:alder:crane", &format!("list/{n}.csv")));
    assert_eq!(csv.lines().count(), 4, "the heading and three people: {csv}");
    let xlsx = get(&stage, "alder-two", "caucus:alder:crane", &format!("list/{n}.xlsx"));
    assert!(xlsx.body.starts_with(b"PK"), "a workbook");
}

#[test]
fn a_file_from_a_browser_is_imported_as_what_was_pasted_is() {
    let stage = two_lists(12);
    let mut request = Request::post(&format!("/{CASE}/{}/import-list", stage.code("own:alder")), &stage.cookies("alder-head"), &[]);
    request.content_type = Some("multipart/form-data; boundary=xx".to_owned());
    let head = "--xx\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nfile-key-01\r\n--xx\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nfrom a file\r\n--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"secret name.csv\"\r\nContent-Type: text/csv\r\n\r\n";
    request.body = [head.as_bytes(), LEFT.as_bytes(), b"\r\n--xx--\r\n"].concat();
    let reply = answer(&stage.app, &request);
    assert_eq!(reply.status, 303, "{}", text(&reply));
    let page = text(&get(&stage, "alder-head", "own:alder", "lists"));
    assert!(page.contains("from a file") && !page.contains("secret name"), "{page}");
}

#[test]
fn a_side_learns_nothing_of_the_other_sides_list_and_has_no_page_of_pairs() {
    let stage = two_lists(13);
    let pairing = stage.wrote[&3].1;
    for page in ["match", &format!("match/{pairing}"), &format!("match/{pairing}.json?pair=0.0"), "plans", "handover"] {
        assert_eq!(get(&stage, "alder-head", "mediator:crane", page).status, 404, "{page}");
        assert_eq!(get(&stage, "alder-head", "caucus:alder:crane", page).status, 404, "{page}");
        assert_ne!(get(&stage, "crane-two", "mediator:crane", page).status, 404, "{page}");
    }
    let lists = text(&get(&stage, "alder-head", "caucus:alder:crane", "lists.json"));
    assert!(lists.contains("ours") && !lists.contains("held"), "{lists}");
}

#[test]
fn two_mediators_who_decide_one_pair_at_once_are_told_and_a_decision_can_be_taken_back() {
    let mut stage = two_lists(14);
    let pair = |verdict: &'static str, seen: &'static str| {
        [("of", "{n:3}"), ("left", "#1"), ("right", "#9"), ("verdict", verdict), ("seen", seen)]
    };
    let first = stage.act(&act(4, "crane-one", "mediator:crane", "decide-pair", &pair("accepted", "")));
    assert!(matches!(first.status, 201 | 303), "{}", text(&first));
    let second = stage.act(&act(5, "crane-two", "mediator:crane", "decide-pair", &pair("refused", "")));
    assert_eq!(second.status, 409);
    assert!(text(&second).contains("exchange-decided-meanwhile"), "{}", text(&second));
    let undone = stage.act(&act(7, "crane-two", "mediator:crane", "decide-pair", &pair("open", "{n:4}")));
    assert!(matches!(undone.status, 201 | 303), "{}", text(&undone));
    // The next version moves the rows; a decision over the entry stands.
    let next = "name,id,born\nنور وليد,5,1999-09-09\nأحمد سالم الخطيب,1,1990-05-06\n";
    stage.act(&act(
        8,
        "crane-one",
        "mediator:crane",
        "decide-pair",
        &[("of", "{n:3}"), ("left", "#1"), ("right", "#9"), ("verdict", "accepted"), ("seen", "{n:7}")],
    ));
    stage.act(&act(10, "alder-two", "caucus:alder:crane", "import-list", &[("title", "ours"), ("table", next), ("version-of", "{n:1}")]));
    let board = text(&get(&stage, "crane-one", "mediator:crane", &format!("match/{}.json", stage.wrote[&3].1)));
    let board: serde_json::Value = serde_json::from_str(&board).expect("JSON");
    assert_eq!(board["matched"][0]["left"]["at"], 1, "{board}");
    assert_eq!(board["left"]["version"], 2, "{board}");
}

#[test]
fn a_name_is_in_no_address_header_or_refusal() {
    let mut stage = two_lists(15);
    let mut replies = vec![
        get(&stage, "crane-one", "mediator:crane", &format!("match/{}?pair=0.0", stage.wrote[&3].1)),
        get(&stage, "alder-two", "caucus:alder:crane", &format!("list/{}", stage.wrote[&1].1)),
    ];
    replies.push(stage.act(&act(
        6,
        "crane-one",
        "mediator:crane",
        "decide-pair",
        &[("of", "{n:3}"), ("left", "#1"), ("right", "Layla Hassan Murad"), ("verdict", "accepted")],
    )));
    assert_eq!(replies[2].status, 422);
    assert!(!text(&replies[2]).contains("Layla"), "{}", text(&replies[2]));
    for reply in &replies {
        let headers: String = reply.headers.iter().map(|(_, v)| v.as_str()).collect();
        let body = text(reply);
        let addresses: String = body.split("href=\"").skip(1).filter_map(|r| r.split('"').next()).collect();
        for name in ["Khatib", "Layla", "الخطيب", "%D8"] {
            assert!(!headers.contains(name) && !addresses.contains(name), "{name}");
        }
    }
}

fn done(reply: &Reply) {
    assert!(matches!(reply.status, 201 | 303), "{}", text(reply));
}

fn refused(reply: &Reply, status: u16, key: &str) {
    assert_eq!(reply.status, status, "{}", text(reply));
    assert!(text(reply).contains(key), "{key}: {}", text(reply));
}

/// A small plan of an exchange.
pub(crate) const PLAN: &str = "joint = [1, 1]\n[[sides]]\nname = \"Alder\"\n[[sides]]\nname = \"Birch\"\n[[give]]\nby = \"Alder\"\nwhat = \"x\"\ncount = 2\ncost = 1\nvalue = 3\n[[give]]\nby = \"Birch\"\nwhat = \"y\"\ncount = 2\ncost = 1\nvalue = 3\n";

#[test]
fn a_plan_is_worked_out_for_its_mediators_and_found_by_nobody_else() {
    let mut stage = Stage::in_memory(16);
    done(&stage.act(&act(1, "crane-one", "mediator:crane", "write-plan", &[("title", "two and two"), ("plan", PLAN)])));
    let n = stage.wrote[&1].1;
    let json: serde_json::Value =
        serde_json::from_str(&text(&get(&stage, "crane-two", "mediator:crane", &format!("plan/{n}.json")))).expect("JSON");
    // One for one, under a verifier: nobody is ever exposed, so no guarantee is needed.
    assert_eq!(json["answer"]["verdict"], "safe", "{json}");
    assert_eq!(json["answer"]["plan"]["peak"], 0, "{json}");
    let page = text(&get(&stage, "crane-two", "mediator:crane", &format!("plan/{n}")));
    assert!(page.contains("<svg") && page.contains("id=\"two-ways\""), "{page}");
    for (person, room) in [("alder-head", "mediator:crane"), ("dove-one", "mediator:crane"), ("alder-head", "caucus:alder:crane")] {
        assert_eq!(get(&stage, person, room, &format!("plan/{n}")).status, 404, "{person} in {room}");
    }
    let bad = [("title", "x"), ("plan", "[[sides]]\nname = \"A\"\n")];
    refused(&stage.act(&act(2, "crane-one", "mediator:crane", "write-plan", &bad)), 422, "exchange-plan-toml");
}

fn log(id: u32, fields: &[(&str, &str)]) -> Act {
    act(id, "crane-one", "mediator:crane", "log-movement", &[&[("of", "{n:4}")], fields].concat())
}

#[test]
fn a_movement_freezes_its_lists_and_its_log_counts_a_corrected_line_no_longer() {
    let mut stage = two_lists(17);
    let order = [
        ("title", "first day"),
        ("leaves", "2026-03-20T10:00"),
        ("people", "2"),
        ("remains", "1"),
        ("gates", "the ford\nthe mill"),
        ("freeze", "{ref:1}"),
        ("freeze", "{ref:2}"),
    ];
    done(&stage.act(&act(4, "crane-one", "mediator:crane", "order-movement", &order)));
    let n = stage.wrote[&4].1;
    let see = |stage: &Stage| -> serde_json::Value {
        serde_json::from_str(&text(&get(stage, "crane-two", "mediator:crane", &format!("handover/{n}.json")))).expect("JSON")
    };
    let before = see(&stage);
    assert_eq!(before["frozen"][0]["same"], true, "{before}");
    assert_eq!(before["frozen"].as_array().map(Vec::len), Some(2), "{before}");
    let against = before["against"][0][2].to_string();
    assert!(against.contains("The alder people") && !against.contains("\"alder\""), "by its name: {against}");

    refused(&stage.act(&log(5, &[("what", "at-gate"), ("gate", "the hill"), ("people", "2")])), 422, "bad-no-such-gate");
    done(&stage.act(&log(6, &[("what", "received"), ("people", "20"), ("sheet-line", "1"), ("heard", "paper")])));
    refused(
        &stage.act(&log(7, &[("what", "received"), ("people", "2"), ("sheet-line", "1"), ("heard", "paper")])),
        422,
        "bad-paper-line-twice",
    );
    let right = [("what", "received"), ("people", "2"), ("sheet-line", "1"), ("heard", "paper"), ("corrects", "{n:6}")];
    done(&stage.act(&log(8, &right)));
    refused(&stage.act(&log(13, &right)), 409, "refused-corrected-before");
    done(&stage.act(&log(10, &[("what", "confirmed"), ("people", "2")])));

    let after = see(&stage);
    assert_eq!((&after["numbers"]["received"][0], &after["numbers"]["confirmed"][0]), (&2.into(), &2.into()), "{after}");
    assert_eq!(after["next_paper"], 2, "{after}");
    assert_eq!(after["log"].as_array().map(Vec::len), Some(3), "the wrong line stays to be read: {after}");

    // A later version of a list is not what was frozen, and the page says so.
    stage.act(&act(11, "alder-two", "caucus:alder:crane", "import-list", &[("title", "ours"), ("table", LEFT), ("version-of", "{n:1}")]));
    assert!(see(&stage)["frozen"][0]["replaced_by"].is_number());
}

#[test]
fn the_phones_page_of_a_movement_is_the_same_for_everybody_and_holds_nothing() {
    let mut stage = two_lists(18);
    let empty = answer(&Stage::in_memory(19).app, &Request::get("/movement", &[]));
    let order = [("title", "first day"), ("leaves", "2026-03-20T10:00"), ("people", "2"), ("gates", "the ford")];
    done(&stage.act(&act(4, "crane-one", "mediator:crane", "order-movement", &order)));
    for person in ["crane-one", "alder-head"] {
        assert_eq!(answer(&stage.app, &Request::get("/movement", &stage.cookies(person))), empty, "{person}");
    }
    assert_eq!(answer(&stage.app, &Request::get("/movement", &[])), empty);
    assert!(!text(&empty).contains("name=\"text\""), "there is no field for words, and so for no name");
}
