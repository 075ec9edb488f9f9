//! Sessions of `caucus controllable`.

use super::session::{Folder, keys};

const TIGHT: &str =
    "-- finding a person takes 6 to 48 hours, and nobody controls it\nfrom Z to A 0..10\nfrom A to C takes 6..48\nfrom Z to C 0..30\n";

#[test]
fn a_deadline_that_cannot_be_promised_is_told_with_what_clashes() {
    let folder = Folder::with(&[("tight.txt", TIGHT)]);
    insta::assert_snapshot!(folder.session("caucus controllable tight.txt"), @r"
    no
      from A to Z at most 0  (line 2)
      from Z to C at most 30  (line 4)
      from A to C takes 6..48  (line 3)
      enough alone: from A to Z at most 0  (line 2) gives by 18
      enough alone: from Z to C at most 30  (line 4) gives by 18
    ! It cannot be promised: 3 points, 1 duration that nobody controls. What is listed clashes, and none of it can be left out.
    exit 1
    ");
    let (json, code) = folder.json("caucus controllable tight.txt --format json");
    assert_eq!((code, keys(&json)[..4].to_vec()), (1, vec!["controllable", "points", "contingent", "conflict"]));
    assert!(json["conflict"].as_array().expect("edges").iter().all(|e| e["source"].as_str().is_some_and(|s| s.starts_with("line "))));
}

#[test]
fn one_that_can_is_told_with_its_bounds() {
    let folder = Folder::with(&[("wide.txt", &TIGHT.replace("0..30", "0..60"))]);
    insta::assert_snapshot!(folder.session("caucus controllable wide.txt"), @r"
    yes
      Z 0..0
      A 0..10
      C 6..58
    ! It can be kept, however long they take: 3 points, 1 duration that nobody controls.
    exit 0
    ");
    let (json, code) = folder.json("caucus controllable wide.txt --format json");
    assert_eq!((code, keys(&json)), (0, vec!["controllable", "points", "contingent", "bounds"]));
    assert_eq!(json["bounds"]["A"], serde_json::json!([0, 10]));
}

#[test]
fn a_line_of_another_shape_is_named() {
    let folder = Folder::with(&[("bad.txt", "from Z to A 0..10\nfrom A to C\n"), ("bad.stnu", "<graphml><node></graphml>")]);
    insta::assert_snapshot!(folder.session("caucus controllable bad.txt"), @r"
    ! caucus: `bad.txt`, line 2: no bound after the points; write `0..60` or `takes 6..48`
    exit 2
    ");
    insta::assert_snapshot!(folder.session("caucus controllable bad.stnu"), @r"
    ! caucus: `bad.stnu`, line 1: not well-formed XML: expected 'node' tag, not 'graphml' at 1:16
    exit 2
    ");
}
