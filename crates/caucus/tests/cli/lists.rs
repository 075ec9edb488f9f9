//! Sessions of `caucus match` and `caucus sequence`. All people are invented.

use crate::session::{Folder, keys};

const LEFT: &str = "id,name,born,cell block\nA1,אחמד סאלם מנסור,1990-05-06,3\nA2,לילא חסן עבאס,1985-02-11,1\nA3,עומר נביל חדאד,,2\n";
const RIGHT: &str = "رقم,الاسم,تاريخ الميلاد\n1,ليلى حسن عباس,11/02/1985\n2,أحمد سالم منصور,١٩٩٠/٥/٦\n3,سامي كريم شاهين,1979\n4,,1980\n";

fn lists() -> Folder {
    Folder::with(&[("left.csv", LEFT), ("right.csv", RIGHT)])
}

#[test]
fn two_lists_in_two_scripts_are_joined_with_reasons() {
    let folder = lists();
    insta::assert_snapshot!(folder.session("caucus match left.csv right.csv"), @"");
    insta::assert_snapshot!(folder.session("caucus match left.csv right.csv --format csv"), @"");
}

#[test]
fn a_program_gets_the_pairs_with_what_the_lists_say() {
    let folder = lists();
    let (json, code) = folder.json("caucus match left.csv right.csv --format json");
    assert_eq!((code, keys(&json)), (0, vec!["pairs", "only_left", "only_right"]));
    let first = &json["pairs"][0];
    assert_eq!(keys(first)[..5], ["left_id", "right_id", "score", "decision", "why"]);
    assert_eq!((&first["left_id"], &first["right_id"], &first["decision"]), (&"A1".into(), &"2".into(), &"same".into()));
    assert_eq!(first["left"]["cell block"], "3", "a column that is not known is kept");
}

#[test]
fn pairs_are_scored_row_by_row_and_a_row_without_a_name_stays_empty() {
    let pairs =
        "left_name,right_name,left_born,right_born\nאחמד סאלם,أحمد سالم,1990,1990\nאחמד סאלם,,1990,1990\nאחמד סאלם,كريم شاهين,1990,1951\n";
    let folder = Folder::with(&[("pairs.csv", pairs), ("none.csv", "left_name,name\na,b\n")]);
    let printed = folder.session("caucus match --pairs pairs.csv");
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!((lines[0], lines[2]), ("score", ""));
    let score = |n: usize| lines[n].parse::<f64>().expect("a score");
    assert!(score(1) > 0.9 && score(3) < 0.1, "{printed}");
    assert_eq!(lines[4], "! pairs.csv: 1 pair without a score, since a name is missing or cannot be read: row 3");
    insta::assert_snapshot!(folder.session("caucus match --pairs none.csv"), @"");
}

#[test]
fn a_list_without_names_is_refused() {
    let folder = Folder::with(&[("left.csv", LEFT), ("numbers.csv", "id,born\n1,1990\n")]);
    insta::assert_snapshot!(folder.session("caucus match left.csv numbers.csv"), @"");
    insta::assert_snapshot!(folder.session("caucus match left.csv right.csv --threshold 2"), @"");
}

const PLAN: &str = "days = 3

[[sides]]
name = \"Upland\"
guarantee = 2
a_day = 2

[[sides]]
name = \"Delta\"

[[give]]
by = \"Upland\"
what = \"detainees\"
count = 4
cost = 1
value = 3

[[give]]
by = \"Delta\"
what = \"prisoners\"
count = 4
cost = 1
value = 3
";

#[test]
fn an_order_of_steps_is_given_with_who_is_exposed_after_each() {
    let folder = Folder::with(&[("plan.toml", PLAN)]);
    insta::assert_snapshot!(folder.session("caucus sequence plan.toml"), @"");
    let (json, code) = folder.json("caucus sequence plan.toml --format json");
    assert_eq!((code, &json["verdict"]), (0, &"safe".into()));
}

#[test]
fn without_any_guarantee_the_last_mover_would_walk_away() {
    let folder = Folder::with(&[("plan.toml", &PLAN.replace("guarantee = 2\n", ""))]);
    let (json, code) = folder.json("caucus sequence plan.toml --format json");
    assert_eq!((code, &json["verdict"]), (1, &"none".into()));
    assert_eq!(json["guarantees"], serde_json::json!([[0, 1], [1, 0]]), "what would be enough");
}

#[test]
fn items_against_a_payment_are_ordered_by_the_last_piece() {
    let plan = "payment = { by = \"Delta\" }\n[[sides]]\nname = \"Upland\"\n[[sides]]\nname = \"Delta\"\nguarantee = 1\n[[give]]\nby = \"Upland\"\nwhat = \"road\"\ncost = 1\nvalue = 5\n[[give]]\nby = \"Upland\"\nwhat = \"well\"\ncost = 2\nvalue = 4\n[[give]]\nby = \"Upland\"\nwhat = \"mill\"\ncost = 2\nvalue = 3\n";
    let folder = Folder::with(&[("plan.toml", plan), ("bad.toml", &plan.replacen("by = \"Upland\"", "by = \"Uplant\"", 1))]);
    insta::assert_snapshot!(folder.session("caucus sequence plan.toml"), @"");
    insta::assert_snapshot!(folder.session("caucus sequence bad.toml"), @"");
}
