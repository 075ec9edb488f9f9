//! Sessions of `caucus bargain` and `caucus ratify`.

use super::session::{Folder, block, keys};
use std::path::Path;

fn valleys() -> Folder {
    Folder::with(&[("valleys.toml", &block("bargain.md", "toml"))])
}

#[test]
fn the_handbooks_negotiation_gives_the_pages_answer() {
    let folder = valleys();
    insta::assert_snapshot!(folder.session("caucus bargain valleys.toml"), @r"
    outcomes 25
    exact true
    11, 5: 2 packages: water shared, road closed, days 0; water upper, road open, days 2
    21/2, 11/2: 2 packages: water shared, road closed, days 1; water upper, road open, days 3
    10, 6: 2 packages: water shared, road closed, days 2; water upper, road open, days 4
    19/2, 13/2: 1 package: water shared, road closed, days 3
    9, 7: 1 package: water shared, road closed, days 4
    8, 9: 1 package: water shared, road open, days 0
    15/2, 19/2: 1 package: water shared, road open, days 1
    7, 10: 1 package: water shared, road open, days 2
    13/2, 21/2: 1 package: water shared, road open, days 3
    6, 11: 1 package: water shared, road open, days 4
    nash: 8, 9
    kalai-smorodinsky: 8, 9
    egalitarian: 8, 9
    utilitarian: 8, 9; 15/2, 19/2; 7, 10; 13/2, 21/2; 6, 11
    ! Worths in the order of the sides: Upland, Lowland.
    ! The utilitarian one depends on the scale that each side's worths were given in.
    exit 0
    ");
}

#[test]
fn a_program_gets_every_point_with_exact_worths_and_keys_in_order() {
    let folder = valleys();
    let (json, code) = folder.json("caucus bargain valleys.toml --format json --max-packages 1");
    assert_eq!(code, 0);
    let all = ["sides", "outcomes", "exact", "frontier", "nash", "kalai_smorodinsky", "egalitarian", "utilitarian"];
    assert_eq!(keys(&json), all);
    assert_eq!(json["outcomes"], "25");
    let first = &json["frontier"][1];
    assert_eq!(keys(first), ["worth", "packages", "packages_total"]);
    assert_eq!((&first["worth"], &first["packages_total"]), (&serde_json::json!(["21/2", "11/2"]), &2.into()));
    assert_eq!(first["packages"].as_array().map(Vec::len), Some(1), "as many as were asked for");
    assert_eq!(keys(&first["packages"][0]), ["water", "road", "days"]);
    assert_eq!(json["utilitarian"].as_array().map(Vec::len), Some(5), "every tie");
    let (json, _) = folder.json("caucus bargain valleys.toml --format json --frontier-only");
    assert_eq!(keys(&json), all[..4]);
}

#[test]
fn what_cannot_be_read_is_named_with_its_file_and_line() {
    let bare = block("bargain.md", "toml").replace("\"-1/2\"", "-0.5");
    let folder = Folder::with(&[("bare.toml", &bare), ("letters/a.txt", "x")]);
    insta::assert_snapshot!(folder.session("caucus bargain bare.toml"), @r"
    ! caucus: `bare.toml`, line 25: `-0.5` has passed through binary: put decimals and fractions in quotes so that their digits are kept
    exit 2
    ");
    insta::assert_snapshot!(folder.session("caucus bargain letters"), @r"
    ! caucus: `letters`: `letters` holds no NegoLog profiles, no GENIUS XML and no file of ours: check the folder
    exit 2
    ");
    insta::assert_snapshot!(folder.session("caucus bargain nowhere"), @r"
    ! caucus: `nowhere`: no such file or directory
    !         check the path
    exit 2
    ");
}

#[test]
fn sides_that_are_not_there_are_refused_with_those_that_are() {
    let folder = valleys();
    insta::assert_snapshot!(folder.session("caucus bargain valleys.toml --sides Upland,Delta"), @r"
    ! caucus: `--sides`: there is no side `Delta`
    !         there are: 1 Upland, 2 Lowland
    exit 2
    ");
}

#[test]
fn every_negolog_domain_gives_its_exact_answers_on_the_command_line() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(shared) = manifest.ancestors().map(|a| a.join("shared/domains")).find(|p| p.is_dir()) else {
        skipped("no shared domains beside the project");
        return;
    };
    let folder = Folder::with(&[]);
    let answers = std::fs::read_to_string(shared.join("negolog-exact.jsonl")).expect("the answers");
    for line in answers.lines() {
        let answer: serde_json::Value = serde_json::from_str(line).expect("an answer");
        let name = answer["domain"].as_str().expect("a name");
        let at = shared.join("negolog").join(name);
        let (json, code) = folder.json(&format!("caucus bargain {} --format json", at.display()));
        assert_eq!(code, 0, "{name}");
        for key in ["frontier", "nash", "kalai_smorodinsky", "egalitarian"] {
            let worths: Vec<&serde_json::Value> = json[key].as_array().expect("points").iter().map(|p| &p["worth"]).collect();
            assert_eq!(serde_json::json!(worths), answer[key], "{name} {key}");
        }
    }
}

#[allow(clippy::print_stderr, reason = "a skipped test says so")]
fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

#[test]
fn the_handbooks_home_is_open_and_says_what_would_settle_it() {
    let folder = Folder::with(&[("upland.toml", &block("ratify.md", "toml"))]);
    insta::assert_snapshot!(folder.session("caucus ratify upland.toml"), @r"
    vote on the deal: OPEN
      Assembly: 70 to 110 votes, 61 carry; 9 to spare
      Cabinet: 1 to 2 votes, 2 carry; 1 short
      carried by Willow
      stopped by Willow
      Willow decides in 2
      Alder decides in 0
      2 of 4 ways of the undecided carry
    no confidence: FAILS
      Assembly: 0 to 55 votes, 61 carry; 6 short
      stopped by nobody more
      Heron decides in 0
      Alder decides in 0
      Sedge decides in 0
      0 of 8 ways of the undecided carry
    return of the north bank taken out: Sedge from no to yes on vote on the deal, which then passes
    after 2031-05-31: Heron to unknown on vote on the deal, which then is open
    Assembly, 61 carry (the Assembly's list of members, 2031-04-20)
      Reed: 40, Banzhaf 5/13, Shapley-Shubik 2/5
      Heron: 30, Banzhaf 3/13, Shapley-Shubik 7/30
      Willow: 25, Banzhaf 3/13, Shapley-Shubik 7/30
      Alder: 15, Banzhaf 1/13, Shapley-Shubik 1/15
      Sedge: 10, Banzhaf 1/13, Shapley-Shubik 1/15
      winning coalitions with nobody to spare: 5
    Cabinet, 2 carry (the government's notice of 2 March, 2031-03-02)
      Reed: 9, Banzhaf 1/3, Shapley-Shubik 1/3
      Willow: 6, Banzhaf 1/3, Shapley-Shubik 1/3
      Sedge: 3, Banzhaf 1/3, Shapley-Shubik 1/3
      winning coalitions with nobody to spare: 3
    ! Counts of ways to vote are no probabilities; power describes the rule and not anybody's view.
    exit 0
    ");
    let (json, code) = folder.json("caucus ratify upland.toml --format json");
    assert_eq!((code, keys(&json)[..3].to_vec()), (0, vec!["bodies", "routes", "flips"]));
    assert_eq!(keys(&json["bodies"][0])[..3], ["name", "members", "minimal_winning"]);
    assert_eq!(keys(&json["bodies"][0]["members"][0]), ["name", "seats", "banzhaf", "shapley_shubik", "veto", "dummy"]);
    let route = &json["routes"][0];
    let contract = ["name", "result", "interval", "quota", "margin", "sufficient", "blocking", "pivots", "completions"];
    assert_eq!(keys(route)[..9], contract);
    assert_eq!(
        (&route["result"], &route["sufficient"], &route["blocking"]),
        (&"open".into(), &serde_json::json!([["Willow"]]), &serde_json::json!([["Willow"]]))
    );
    assert_eq!(route["completions"], serde_json::json!({"passing": 2, "of": 4}));
    assert_eq!(keys(&json["flips"][0])[..5], ["provision", "member", "route", "from", "to"]);
}

#[test]
fn a_home_with_a_name_that_is_not_declared_is_refused() {
    let text = block("ratify.md", "toml").replacen("route = \"no confidence\"", "route = \"no confidense\"", 1);
    let folder = Folder::with(&[("upland.toml", &text)]);
    insta::assert_snapshot!(folder.session("caucus ratify upland.toml"), @r"
    ! caucus: `upland.toml`: route `no confidense` is not declared: check its spelling
    exit 2
    ");
}
