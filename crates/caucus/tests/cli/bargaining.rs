//! Sessions of `caucus bargain` and `caucus ratify`.

use crate::session::{Folder, block, keys};
use std::path::Path;

fn valleys() -> Folder {
    Folder::with(&[("valleys.toml", &block("bargain.md", "toml"))])
}

#[test]
fn the_handbooks_negotiation_gives_the_pages_answer() {
    let folder = valleys();
    insta::assert_snapshot!(folder.session("caucus bargain valleys.toml"), @"");
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
    insta::assert_snapshot!(folder.session("caucus bargain bare.toml"), @"");
    insta::assert_snapshot!(folder.session("caucus bargain letters"), @"");
    insta::assert_snapshot!(folder.session("caucus bargain nowhere"), @"");
}

#[test]
fn sides_that_are_not_there_are_refused_with_those_that_are() {
    let folder = valleys();
    insta::assert_snapshot!(folder.session("caucus bargain valleys.toml --sides Upland,Delta"), @"");
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
    insta::assert_snapshot!(folder.session("caucus ratify upland.toml"), @"");
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
fn a_home_with_a_name_that_is_not_declared_is_refused_at_its_line() {
    let text = block("ratify.md", "toml").replacen("route = \"no confidence\"", "route = \"no confidense\"", 1);
    let folder = Folder::with(&[("upland.toml", &text)]);
    insta::assert_snapshot!(folder.session("caucus ratify upland.toml"), @"");
}
