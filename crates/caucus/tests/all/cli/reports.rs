//! Reading reports on the command line.

use super::session::{Folder, block, keys};

#[test]
fn the_handbooks_report_gives_what_the_page_says() {
    let folder = Folder::with(&[("report.txt", &block("read.md", "text")), ("actors.toml", &block("read.md", "toml"))]);
    let (answer, code) = folder.json("caucus read report.txt --actors actors.toml --format json");
    assert_eq!(code, 0);
    assert_eq!(keys(&answer)[..8], ["document", "statements", "figures", "actors", "events", "deadlines", "sticking_points", "times"]);
    assert_eq!(answer["document"]["date"], "2027-03-12");
    let figures = answer["figures"].as_array().expect("a list");
    assert_eq!(figures.len(), 3, "{figures:?}");
    assert_eq!(figures[0]["value"], serde_json::json!([10, null]));
    assert_eq!(figures[0]["window"], serde_json::json!({"from": "2027-03-11", "to": "2027-03-11"}));
    assert_eq!(figures[2]["subset_of"], figures[0]["id"]);
    assert_eq!(answer["deadlines"][0]["value"], "PT72H");
    assert_eq!(answer["deadlines"][0]["starts"], "signature");
}

#[test]
fn several_reports_are_a_list_and_one_that_is_no_text_keeps_none_back() {
    let folder = Folder::with(&[("in/a.txt", "Six people were killed."), ("in/b.txt", " ")]);
    let (answer, code) = folder.json("caucus read in --format json");
    assert_eq!(code, 2);
    assert_eq!(answer.as_array().map(Vec::len), Some(1));
    assert_eq!(answer[0]["figures"][0]["value"], 6);
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = Folder::with(&[("empty.txt", ""), ("actors.toml", "[[actor]]\nname = \"A\"\ntype = \"king\"\n"), ("a.txt", "It rained.")]);
    assert_eq!(folder.session("caucus read empty.txt"), "! caucus: `empty.txt`: The document is empty.\nexit 2");
    assert!(folder.session("caucus read a.txt --actors actors.toml").contains("`king` is no type of actor"));
    assert!(folder.session("caucus read missing.txt").ends_with("exit 2"));
}
