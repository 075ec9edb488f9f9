//! Sessions of `caucus check`, `caucus fmt`, `caucus explain` and `caucus simulate`.

use crate::session::{Folder, keys};

/// Invented sides; each waits for the other under A.
const BRIDGE: &str = "AGREEMENT \"The mill and the bridge\"

Clock.
  The clock is Africa/Cairo.
Parties.
  Upland is a party.
  Delta is a party.
  Aru is a mediator.
Events.
  Event \"acceptance\" is on 2031-03-01, reported by Aru.
Duties.
  1.1 Upland shall open the bridge, [A: when 1.2 is done | B: on acceptance], within 48 hours of acceptance.
  1.2 Delta shall leave the mill, when 1.1 is done, within 72 hours of acceptance.
";

fn bridge() -> Folder {
    Folder::with(&[("bridge.accord", BRIDGE)])
}

#[test]
fn under_one_bracket_nobody_can_go_first_and_the_check_says_so() {
    let folder = bridge();
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --only nobody-can-go-first"), @"");
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --only nobody-can-go-first --choose 1.1=A"), @"");
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --only nobody-can-go-first --choose 1.1=B"), @"");
}

#[test]
fn the_reader_of_arabic_and_of_hebrew_gets_the_same_finding() {
    let folder = bridge();
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --only nobody-can-go-first --choose 1.1=A --lang ar"), @"");
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --only nobody-can-go-first --choose 1.1=A --lang he"), @"");
}

#[test]
fn a_program_gets_the_object_of_the_contract() {
    let folder = bridge();
    let (json, code) = folder.json("caucus check bridge.accord --choose 1.1=A --format json");
    assert_eq!(code, 1);
    assert_eq!(keys(&json)[..3], ["agreement", "findings", "undecided"]);
    assert_eq!(keys(&json["agreement"])[..5], ["title", "clauses", "open", "vague", "brackets"]);
    let findings = json["findings"].as_array().expect("findings");
    let circle = findings.iter().find(|f| f["check"] == "nobody-can-go-first").expect("the circle");
    assert_eq!(keys(circle), ["check", "severity", "title", "clauses", "spans", "brackets", "message", "story", "ways_out"]);
    assert_eq!(circle["severity"], "stop");
    assert_eq!(keys(&circle["spans"][0]), ["file", "line", "column", "length"]);
    assert_eq!(
        (&circle["spans"][0]["file"], &circle["spans"][0]["line"], &circle["spans"][0]["column"]),
        (&"bridge.accord".into(), &12.into(), &3.into())
    );
    assert!(!json.to_string().contains('\u{2068}'), "no marks of direction in English");
    let again = folder.json("caucus check bridge.accord --choose 1.1=A --format json").0;
    assert_eq!(json.to_string(), again.to_string(), "the order is stable");
}

#[test]
fn only_what_is_no_agreement_at_all_is_refused() {
    let folder = Folder::with(&[("letter.accord", "Dear all,\n"), ("heading.accord", "AGREEMENT without quotes\n")]);
    folder.write("old.accord", b"AGREEMENT \"x\"\n  -- caf\xe9\n");
    insta::assert_snapshot!(folder.session("caucus check letter.accord"), @"");
    insta::assert_snapshot!(folder.session("caucus check old.accord"), @"");
    insta::assert_snapshot!(folder.session("caucus check nowhere.accord"), @"");
    let (json, code) = folder.json("caucus check heading.accord --format json");
    assert_eq!(code, 1);
    assert_eq!(json["findings"][0]["check"], "no-form");
}

#[test]
fn a_wrong_bracket_or_check_is_answered_with_those_that_are_there() {
    let folder = bridge();
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --choose 1.1=C"), @"");
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --choose 1.1"), @"");
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --only nobody-goes-first"), @"");
}

#[test]
fn a_text_is_formatted_once_and_then_stays() {
    let untidy = BRIDGE.replace("  Delta is a party.", "Delta   is a party.   -- the lower side");
    let folder = Folder::with(&[("bridge.accord", &untidy)]);
    insta::assert_snapshot!(folder.session("caucus fmt bridge.accord --check"), @"");
    assert_eq!(folder.read("bridge.accord"), untidy, "looking changes nothing");
    let printed = folder.session("caucus fmt bridge.accord");
    insta::assert_snapshot!(folder.session("caucus fmt bridge.accord --write"), @"");
    assert_eq!([&folder.read("bridge.accord"), "exit 0"].concat(), printed);
    assert!(folder.read("bridge.accord").contains("  Delta is a party.  -- the lower side\n"));
    insta::assert_snapshot!(folder.session("caucus fmt bridge.accord --check"), @r"exit 0");
}

#[test]
fn every_check_has_a_page() {
    let folder = Folder::with(&[]);
    insta::assert_snapshot!(folder.session("caucus explain nobody-can-go-first"), @"");
    insta::assert_snapshot!(folder.session("caucus explain nobody-first"), @"");
    let (json, _) = folder.json("caucus explain --format json");
    let checks = json["checks"].as_array().expect("checks");
    assert_eq!(checks.len(), accord::CHECKS.len());
    for check in checks {
        let (page, code) = folder.json(&format!("caucus explain {} --format json", check["check"].as_str().expect("a name")));
        assert_eq!((page, code), (check.clone(), 0));
    }
}

#[test]
fn an_agreement_runs_through_dated_events_on_its_own_clock() {
    let events = "at,event,source\n2031-03-01 10:00,acceptance,Aru\n2031-03-03T18:00,1.1 done,Aru\n2031-03-03T17:00:00Z,1.2 done,Aru\n";
    let folder = Folder::with(&[("bridge.accord", BRIDGE), ("events.csv", events)]);
    insta::assert_snapshot!(folder.session("caucus simulate bridge.accord events.csv --choose 1.1=B"), @"");
    let (json, code) = folder.json("caucus simulate bridge.accord --choose 1.1=B --format json");
    assert_eq!((code, keys(&json)), (0, vec!["now", "zone", "steps", "states", "due", "waits"]));
    assert_eq!(json["waits"][1], serde_json::json!({"clause": "1.2", "events": ["1.1 done"], "on": ["Upland"]}));
}

#[test]
fn a_text_whose_brackets_are_not_settled_does_not_run() {
    let folder = Folder::with(&[
        ("bridge.accord", BRIDGE),
        ("events.csv", "at,event\n2031-03-01,acceptance\nsoon,1.1 done\n"),
        ("wrong.csv", "at,event\n2031-03-01,9.9 done\n"),
    ]);
    insta::assert_snapshot!(folder.session("caucus simulate bridge.accord"), @"");
    insta::assert_snapshot!(folder.session("caucus simulate bridge.accord events.csv --choose 1.1=B"), @"");
    insta::assert_snapshot!(folder.session("caucus simulate bridge.accord wrong.csv --choose 1.1=B"), @"");
}
