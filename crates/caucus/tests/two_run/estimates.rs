//! The mediators' arithmetic: what it answers to its mediators, and that nobody else's bytes hang on it.

use super::cast::{PEOPLE, ROOMS, cast};
use super::generate::BEGIN;
use super::rng::Rng;
use super::stage::{CASE, Stage};
use super::trace::Act;
use caucus::web::routes::{Generator, Method, Needs, ROUTES};
use caucus::web::{Request, answer};

/// A negotiation over two of the case's issues with the worths that one side is thought to have.
pub(crate) fn packages(worths: [u64; 6], reservation: u64) -> String {
    let [a, b, c, d, e, f] = worths;
    format!(
        "name = \"two issues\"\n\
         [[issue]]\nname = \"road\"\noptions = [\"now\", \"later\", \"never\"]\n\
         [[issue]]\nname = \"gate\"\noptions = [\"now\", \"later\", \"never\"]\n\
         [[side]]\nname = \"alder\"\nreservation = {reservation}\n\
         worth = {{ road = {{ values = [{a}, [{b}, {}], {c}], guess = true }}, gate = {{ values = [{d}, {e}, {f}], statement = \"its paper\" }} }}\n\
         [[side]]\nname = \"birch\"\nreservation = 1\n\
         worth = {{ road = {{ values = [1, 5, 9], guess = true }}, gate = {{ values = [0, 4, 8], guess = true }} }}\n",
        b + 3
    )
}

/// A house of three whose middle member turns over one provision.
pub(crate) fn home(seats: [u64; 3], vote: &str) -> String {
    let [a, b, c] = seats;
    format!(
        "name = \"the house\"\n[[provision]]\nname = \"the road is open\"\nin = true\nissue = \"road\"\noption = \"now\"\n\
         [[body]]\nname = \"house\"\nsource = \"its clerk\"\nmembers = [{{ name = \"Reed\", seats = {a} }}, {{ name = \"Sedge\", seats = {b} }}, {{ name = \"Rush\", seats = {c} }}]\n\
         [[route]]\nname = \"a vote\"\nbody = \"house\"\n\
         [[stance]]\nmember = \"Reed\"\nvote = \"yes\"\nsource = \"its leader\"\n\
         [[stance]]\nmember = \"Sedge\"\nvote = \"{vote}\"\ncondition = \"with the road is open\"\nsource = \"a broadcast\"\n"
    )
}

fn act(id: u32, subject: &str, file: &str) -> Act {
    let fields = [("subject", subject), ("title", "what we think"), ("estimates", file), ("lang", "en")];
    Act {
        id,
        at: BEGIN + i64::from(id) * 60,
        who: "crane-one".to_owned(),
        room: "mediator:crane".to_owned(),
        used: "estimate".to_owned(),
        fields: fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
        key: format!("act-{id:06}"),
    }
}

fn get(stage: &Stage, person: &str, room: &str, page: &str) -> (u16, String) {
    let reply = answer(&stage.app, &Request::get(&format!("/{CASE}/{}/{page}", stage.code(room)), &stage.cookies(person)));
    (reply.status, String::from_utf8_lossy(&reply.body).into_owned())
}

fn played(packages: &str, home: &str) -> Stage {
    let mut stage = Stage::in_memory(9);
    stage.play(&[act(1, "packages", packages), act(2, "home", home)], "nobody");
    assert_eq!((stage.accepted.get(&1), stage.accepted.get(&2)), (Some(&true), Some(&true)));
    stage
}

#[test]
fn the_mediators_see_what_follows_from_their_estimates() {
    let stage = played(&packages([9, 4, 0, 8, 3, 0], 5), &home([4, 3, 2], "no"));
    let (status, json) = get(&stage, "crane-two", "mediator:crane", "packages.json?point=0");
    assert_eq!(status, 200, "{json}");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let answer = &json["answer"];
    assert_eq!((&answer["outcomes"], &answer["exact"], &answer["total"]), (&"9".into(), &true.into(), &4.into()), "{answer}");
    assert_eq!(answer["points"][0]["packages"][0][0], serde_json::json!(["road", "now"]));
    assert_eq!(answer["chosen"]["told"].as_array().map(Vec::len), Some(2), "{answer}");
    let (status, page) = get(&stage, "crane-one", "mediator:crane", "packages?point=0");
    assert!(status == 200 && page.contains("<svg") && page.contains("id=\"chosen\""), "{page}");
    let (_, home) = get(&stage, "crane-one", "mediator:crane", "home.json");
    let home: serde_json::Value = serde_json::from_str(&home).expect("JSON");
    // Of nine seats five are needed: Reed's four are there, Sedge's three are against, Rush's two are open.
    let route = &home["homes"][0]["report"]["routes"][0];
    assert_eq!((&route["result"], &route["interval"], &route["quota"]), (&"open".into(), &serde_json::json!([4, 6]), &5.into()), "{route}");
    assert_eq!(home["homes"][0]["report"]["flips"].as_array().map(Vec::len), Some(1), "{home}");
}

#[test]
fn for_everybody_else_they_are_not_there() {
    let stage = played(&packages([9, 4, 0, 8, 3, 0], 5), &home([4, 3, 2], "no"));
    for (person, ..) in PEOPLE {
        for page in ["packages", "home", "packages.json", "home.csv"] {
            let expected = if person.starts_with("crane-one") || person.starts_with("crane-two") { 200 } else { 404 };
            assert_eq!(get(&stage, person, "mediator:crane", page).0, expected, "{person} {page}");
        }
    }
    let (_, note_taker) = get(&stage, "crane-pen", "mediator:crane", "shuttle");
    assert!(!note_taker.contains("/packages\""), "a link that leads nowhere");
}

/// A file with a fault is refused by line, and nothing is kept.
#[test]
fn a_file_that_cannot_be_used_is_refused_with_its_line() {
    let mut stage = Stage::in_memory(9);
    let bad = packages([9, 4, 0, 8, 3, 0], 5).replace("values = [9,", "values = [9.5,");
    let reply = stage.act(&act(1, "packages", &bad));
    assert_eq!(reply.status, 422);
    let text = String::from_utf8_lossy(&reply.body).into_owned();
    assert!(text.contains("bad-in-line") || text.contains("line"), "{text}");
    assert_eq!(stage.look("mediator:crane", |s| s.of_kind("estimate").count()), Some(0));
}

/// Every address of the table but those with tokens, for a room and a few numbers of entries.
fn addresses(stage: &Stage, room: &str) -> Vec<String> {
    let code = stage.code(room);
    let mut out = Vec::new();
    for route in ROUTES.iter().filter(|r| r.method == Method::Get && r.needs == Needs::Session && r.generator != Generator::Token) {
        for n in ["1", "2", "3"] {
            let path = route.pattern.replace("{case}", CASE).replace("{room}", &code).replace("{n}", n);
            if !path.contains('{') && !out.contains(&path) {
                out.push(path.clone());
                out.push([&path, ".json"].concat());
            }
        }
    }
    out
}

/// One side's private worths vary; everything that anybody but the mediators who keep them can get stays
/// the same, byte for byte.
#[test]
#[expect(clippy::print_stderr, reason = "how much was compared is part of what the test says")]
fn what_the_mediators_think_a_side_values_changes_nobody_elses_bytes() {
    let mut rng = Rng::new(61);
    let (mut compared, mut differed) = (0, 0);
    for _ in 0..3 {
        let mut worths = || [0; 6].map(|_| u64::try_from(rng.below(12)).unwrap_or(0));
        let (a, b) = (packages(worths(), 2), packages(worths(), 6));
        let (left, right) = (played(&a, &home([4, 3, 2], "no")), played(&b, &home([1, 7, 5], "yes")));
        for (person, ..) in PEOPLE {
            let theirs = cast(person).1 == "crane";
            for room in ROOMS {
                for path in addresses(&left, room) {
                    let ask = |stage: &Stage| answer(&stage.app, &Request::get(&path, &stage.cookies(person)));
                    let (one, other) = (ask(&left), ask(&right));
                    let same = (one.status, &one.headers, &one.body) == (other.status, &other.headers, &other.body);
                    compared += 1;
                    differed += usize::from(!same);
                    assert!(same || theirs, "{person}: {path}");
                }
            }
        }
    }
    eprintln!("{compared} answers compared; {differed} differ, all of the body that keeps the estimates");
    assert!(differed > 0, "the estimates show somewhere");
}
