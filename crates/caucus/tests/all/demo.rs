//! The demo opens on an empty folder, lets each person in by one address, and leaves nothing behind.

use caucus::demo;
use caucus::web::routes::Method;
use caucus::web::{Request, answer};
use std::collections::BTreeSet;
use std::net::SocketAddr;

fn at() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 7171))
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("letter.txt"), "mine").expect("a file");
    let error = demo::open(Some(folder.path()), &mut |_| {}).map(|_| ()).expect_err("it is not empty").to_string();
    assert!(error.ends_with("is not empty; name a folder that is empty or not there yet"), "{error}");
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder is there").count(), 1);
}

#[test]
fn every_person_has_one_address_of_their_own_and_nothing_stays_behind() {
    let demo = demo::open(None, &mut |_| {}).unwrap_or_else(|e| panic!("{e}"));
    let links = demo.links(at());
    let cases: Vec<(&str, usize)> = links.cases.iter().map(|c| (c.case.as_str(), c.people.len())).collect();
    assert_eq!(cases, [("sharm-el-sheikh", 10), ("two-rivers", 14)]);
    let urls: BTreeSet<&str> = links.cases.iter().flat_map(|c| &c.people).map(|p| p.url.as_str()).collect();
    assert_eq!(urls.len(), 24);
    assert!(urls.iter().all(|u| u.starts_with("http://127.0.0.1:7171/enter/")));
    let slots: BTreeSet<&str> = demo.app.demo.iter().map(|l| l.slot.as_str()).collect();
    assert_eq!(slots.len(), 24, "two people can be open side by side");
    let json: serde_json::Value = serde_json::from_str(&demo.links_json(at())).expect("JSON");
    let first = &json["cases"][1]["people"][0];
    assert_eq!((&first["name"], &first["role"], &first["party"]), (&"Amal Ferro".into(), &"mediator".into(), &"aru".into()));
    assert_eq!(json["cases"][1]["people"][13]["party"], serde_json::Value::Null);
    let printed = demo.to_print(at());
    assert!(urls.iter().all(|u| printed.contains(u)));

    let folder = demo.folder().to_path_buf();
    assert!(folder.exists() && demo.temporary());
    for entry in std::fs::read_dir(folder.join("rooms")).expect("rooms") {
        let bytes = std::fs::read(entry.expect("a file").path()).expect("a file");
        assert!(!bytes.windows(9).any(|w| w == b"Red Cross"), "words in clear in a file");
    }
    drop(demo);
    assert!(!folder.exists());
}

/// What the directory keeps of a session's token.
fn hash(token: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(token.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

/// What a browser keeps of the cookies that a reply sets.
fn cookies(reply: &caucus::web::Reply) -> Vec<(String, String)> {
    let pairs = reply.headers.iter().filter(|(name, _)| *name == "set-cookie");
    pairs.filter_map(|(_, v)| v.split(';').next()?.split_once('=').map(|(k, v)| (k.to_owned(), v.to_owned()))).collect()
}

#[test]
fn all_the_people_are_open_side_by_side_and_their_screens_answer() {
    let demo = demo::open(None, &mut |_| {}).unwrap_or_else(|e| panic!("{e}"));
    let app = &demo.app;
    let mut jar: Vec<(String, String)> = Vec::new();
    let mut homes = Vec::new();
    for link in &app.demo {
        let mut enter = Request::get(&format!("/enter/{}", link.token), &jar);
        assert_eq!(answer(app, &enter).status, 200);
        enter.method = Method::Post;
        let reply = answer(app, &enter);
        assert_eq!(reply.status, 303);
        for (name, value) in cookies(&reply) {
            jar.retain(|(n, _)| *n != name);
            jar.push((name, value));
        }
        homes.push((link, format!("/~{}/{}", link.slot, link.case)));
    }
    let mut good = 0;
    for (link, home) in homes {
        let me = answer(app, &Request::get(&format!("{home}/me"), &jar));
        assert_eq!(me.status, 200, "{home}/me");
        let Some(session) = jar.iter().find(|(n, _)| n.ends_with(&link.slot)) else { panic!("no cookie for {home}") };
        let now = app.clock.now(Some(&link.case));
        let Some(who) = app.desk.clearance(&hash(&session.1), now) else { panic!("no clearance for {home}") };
        for (room, kind, _) in who.rooms() {
            for page in ["today", "shuttle", "convey", "my", "talk", "note", "positions", "offers", "roadmap", "statements", "record"] {
                for printed in ["", ".json"] {
                    let path = format!("{home}/{room}/{page}{printed}");
                    let reply = answer(app, &Request::get(&path, &jar));
                    assert!(matches!(reply.status, 200 | 404), "{} {path} of {kind:?}", reply.status);
                    good += usize::from(reply.status == 200);
                }
            }
        }
    }
    assert!(good > 500, "{good} pages answered");
}
