//! Sessions of `caucus match` and `caucus sequence`. All people are invented.

use super::session::{Folder, keys};

const LEFT: &str = "id,name,born,cell block\nA1,אחמד סאלם מנסור,1990-05-06,3\nA2,לילא חסן עבאס,1985-02-11,1\nA3,עומר נביל חדאד,,2\n";
const RIGHT: &str = "رقم,الاسم,تاريخ الميلاد\n1,ليلى حسن عباس,11/02/1985\n2,أحمد سالم منصور,١٩٩٠/٥/٦\n3,سامي كريم شاهين,1979\n4,,1980\n";

fn lists() -> Folder {
    Folder::with(&[("left.csv", LEFT), ("right.csv", RIGHT)])
}

#[test]
fn two_lists_in_two_scripts_are_joined_with_reasons() {
    let folder = lists();
    insta::assert_snapshot!(folder.session("caucus match left.csv right.csv"), @r"
    same   1.000  A1 אחמד סאלם מנסור (cell block 3)  |  2 أحمد سالم منصور
                  3 of 3 parts of the name agree (Hebrew, Arabic)
                  the same birth date
    same   1.000  A2 לילא חסן עבאס (cell block 1)  |  1 ليلى حسن عباس
                  3 of 3 parts of the name agree (Hebrew, Arabic)
                  the same birth date
    only on the left: A3 עומר נביל חדאד (cell block 2)
    only on the right: 3 سامي كريم شاهين
    ! right.csv, row 5, left out: The row has no name.
    ! 2 same, 0 likely, 0 unsure; without a pair: 1 on the left, 1 on the right. A person decides.
    exit 0
    ");
    insta::assert_snapshot!(folder.session("caucus match left.csv right.csv --format csv"), @r#"
    left_id,right_id,score,decision,why
    A1,2,1.000000,same,"3 of 3 parts of the name agree (Hebrew, Arabic); the same birth date"
    A2,1,1.000000,same,"3 of 3 parts of the name agree (Hebrew, Arabic); the same birth date"
    ! right.csv, row 5, left out: The row has no name.
    ! 2 same, 0 likely, 0 unsure; without a pair: 1 on the left, 1 on the right. A person decides.
    exit 0
    "#);
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
    insta::assert_snapshot!(folder.session("caucus match --pairs none.csv"), @r"
    ! caucus: `none.csv`, line 1: no column `right_name`; there are: left_name, name
    !         head one column `left_name` and one `right_name`
    exit 2
    ");
}

#[test]
fn a_list_without_names_is_refused() {
    let folder = Folder::with(&[("left.csv", LEFT), ("numbers.csv", "id,born\n1,1990\n")]);
    insta::assert_snapshot!(folder.session("caucus match left.csv numbers.csv"), @r"
    ! caucus: `numbers.csv`, line 1: No column is headed as a name. The headings are: id · born.
    exit 2
    ");
    insta::assert_snapshot!(folder.session("caucus match left.csv right.csv --threshold 2"), @r"
    ! error: invalid value '2' for '--threshold <P>': a probability lies between 0 and 1
    ! 
    ! For more information, try '--help'.
    exit 2
    ");
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
    insta::assert_snapshot!(folder.session("caucus sequence plan.toml"), @r"
    A safe order exists.
    Every state was searched (25).
    enough: Upland 0, Delta 1
    enough: Upland 1, Delta 0

    The order for guarantees of 1 (Upland) and 0 (Delta); greatest exposure 1, and no safe order has less
      0. before anything
         exposed: Upland 0, Delta 0; gain by walking away: Upland 0, Delta 0
      1. 1 prisoners from Delta
         exposed: Upland 0, Delta 1; gain by walking away: Upland 0, Delta 0
      2. 3 detainees from Upland
         exposed: Upland 0, Delta 0; gain by walking away: Upland 0, Delta 0
      3. 3 prisoners from Delta
         exposed: Upland 0, Delta 0; gain by walking away: Upland 1, Delta 0
      4. 1 detainees from Upland
         exposed: Upland 0, Delta 0; gain by walking away: Upland 0, Delta 0
    safe for detainees: a value from 3, a cost to 1
    safe for prisoners: a value from 1, a cost to 1
    Upland moves last, with detainees, and needs a guarantee of 1: nothing is owed to it any more.

    day 1: step 1, 1 prisoners
    day 1: step 2, 2 detainees
    day 2: step 2, 1 detainees
    day 2: step 3, 3 prisoners
    day 2: step 4, 1 detainees
    ! Worths are opinions: the order is reckoned with costs at their highest and values at their lowest.
    exit 0
    ");
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
    insta::assert_snapshot!(folder.session("caucus sequence plan.toml"), @r"
    A safe order exists.
    The least that both guarantees have to come to is 1, for road.
      1. 1 mill: the payment still owed is 5 to 10
      2. 1 well: the payment still owed is 3 to 6
      3. 1 road: the payment still owed is 1 to 1
    exit 0
    ");
    insta::assert_snapshot!(folder.session("caucus sequence bad.toml"), @r"
    ! caucus: `bad.toml`, line 8: Uplant is not the name of a side.
    exit 2
    ");
}
