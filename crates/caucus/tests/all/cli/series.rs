//! Sessions of `caucus series`.

use super::session::{Folder, block, keys};
use std::path::Path;

const WIRE: &str = "date,source,counted,value,from,to,window\n2031-03-04,Wire,killed,10,2031-03-03,2031-03-03,\n2031-03-04,Wire,killed,104,2031-02-28,2031-03-03,\n2031-03-04,Wire,killed,at least 5120,,,whole\n";
const DAILY: &str = r#"[
{"report_date": "2031-02-28", "report_source": "registry", "report_period": 24, "killed": 12, "killed_cum": 5000, "ext_killed_cum": 5000},
{"report_date": "2031-03-01", "report_source": "registry", "report_period": 24, "killed": 78, "killed_cum": 5078, "killed_truce_new": 18, "killed_committee": 60},
{"report_date": "2031-03-02", "report_source": "registry", "report_period": 24, "killed": 21, "killed_cum": 5099, "killed_truce_new": 19, "killed_recovered": 2},
{"report_date": "2031-03-03", "report_source": "registry", "report_period": 24, "killed": 21, "killed_cum": 5120, "killed_truce_new": 21}
]
"#;

#[test]
fn three_windows_stay_three_statements_and_the_total_is_found_in_the_registry() {
    let folder = Folder::with(&[("wire.csv", WIRE), ("daily.json", DAILY)]);
    insta::assert_snapshot!(folder.session("caucus series wire.csv daily.json --from 2031-02-28 --to 2031-03-03"), @r#"
    Wire: killed
      10 killed, in all, on 2031-03-03
      104 killed, in all, from 2031-02-28 to 2031-03-03
      ≥5120 killed, running total, since the beginning, up to the report of 2031-03-04
    registry: killed
      12 killed, in all, in the 24 hours before the report of 2031-02-28
      … 2
      21 killed, in all, in the 24 hours before the report of 2031-03-03
      18 killed, new, in the 24 hours before the report of 2031-03-01
      19 killed, new, in the 24 hours before the report of 2031-03-02
      21 killed, new, in the 24 hours before the report of 2031-03-03
      2 killed, recovered bodies, in the 24 hours before the report of 2031-03-02
      60 killed, added late, in the 24 hours before the report of 2031-03-01
      5000 killed, running total, since the beginning, up to the report of 2031-02-28
      … 2
      5120 killed, running total, since the beginning, up to the report of 2031-03-03
      from 2031-02-28 to 2031-03-01 the total rose by 78; of these, new: 18; of these, added late: 60
        - 60 of the rise were added late or corrected, and did not happen in this time
      = from 2031-02-28 to 2031-03-03 the total rose by 120; of these, new: 58; of these, recovered bodies: 2; of these, added late: 60
    Wire: 10 killed, in all, on 2031-03-03
      - lies inside it and is part of it; they are never added: 104 killed, in all, from 2031-02-28 to 2031-03-03
    Wire: 10 killed, in all, on 2031-03-03
      - lies inside it and is part of it; they are never added: ≥5120 killed, running total, since the beginning, up to the report of 2031-03-04
    Wire: 104 killed, in all, from 2031-02-28 to 2031-03-03
      - lies inside it and is part of it; they are never added: ≥5120 killed, running total, since the beginning, up to the report of 2031-03-04
    Wire: ≥5120 killed, running total, since the beginning, up to the report of 2031-03-04
      = the same number as registry: 5120 killed, running total, since the beginning, up to the report of 2031-03-03
    Wire: 10 killed, in all, on 2031-03-03
      - neither confirmed nor contradicted by registry: its windows are others
        beside it, in the reports of registry:
          21 killed, in all, in the 24 hours before the report of 2031-03-03
          from 2031-03-02 to 2031-03-03 the total rose by 21; of these, new: 21
    Wire: 104 killed, in all, from 2031-02-28 to 2031-03-03
      - neither confirmed nor contradicted by registry: its windows are others
        beside it, in the reports of registry:
          78 killed, in all, in the 24 hours before the report of 2031-03-01
          21 killed, in all, in the 24 hours before the report of 2031-03-02
          21 killed, in all, in the 24 hours before the report of 2031-03-03
          from 2031-02-28 to 2031-03-03 the total rose by 120; of these, new: 58; of these, recovered bodies: 2; of these, added late: 60
    ! `daily.json`: left out, since they only repeat the source’s own: 1 number of `ext_` columns.
    exit 0
    "#);
    let (json, code) = folder.json("caucus series wire.csv daily.json --format json");
    assert_eq!((code, keys(&json)), (0, vec!["figures", "series", "within", "matches", "pairs", "apart"]));
    assert_eq!(json["matches"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_number_that_differs_from_the_change_of_the_total_is_found_with_its_amount() {
    let wrong = DAILY.replace("\"killed\": 21, \"killed_cum\": 5120, \"killed_truce_new\": 21", "\"killed\": 26, \"killed_cum\": 5120");
    let folder = Folder::with(&[("daily.json", &wrong)]);
    insta::assert_snapshot!(folder.session("caucus series daily.json"), @r#"
    registry: killed
      12 killed, in all, in the 24 hours before the report of 2031-02-28
      … 2
      26 killed, in all, in the 24 hours before the report of 2031-03-03
      18 killed, new, in the 24 hours before the report of 2031-03-01
      19 killed, new, in the 24 hours before the report of 2031-03-02
      2 killed, recovered bodies, in the 24 hours before the report of 2031-03-02
      60 killed, added late, in the 24 hours before the report of 2031-03-01
      5000 killed, running total, since the beginning, up to the report of 2031-02-28
      … 2
      5120 killed, running total, since the beginning, up to the report of 2031-03-03
      from 2031-02-28 to 2031-03-01 the total rose by 78; of these, new: 18; of these, added late: 60
        - 60 of the rise were added late or corrected, and did not happen in this time
      from 2031-03-02 to 2031-03-03 the total rose by 21
        ! the reports’ own numbers come to 5 more than the rise of the total
    ! `daily.json`: left out, since they only repeat the source’s own: 1 number of `ext_` columns.
    exit 1
    "#);
    insta::assert_snapshot!(folder.session("caucus series daily.json --format csv"), @r#"
    source,counted,subset,place,kind,window,from,to,low,high,date,rise,own,new,recovered,died_of_wounds,added_late,corrected,found,difference,file,line,id,note
    registry,killed,,,count,before,2031-02-27,2031-02-28,12,12,2031-02-28,,,,,,,,,,daily.json,2,,
    registry,killed,,,count,before,2031-02-28,2031-03-01,78,78,2031-03-01,,,,,,,,,,daily.json,3,,
    registry,killed,,,count,before,2031-03-01,2031-03-02,21,21,2031-03-02,,,,,,,,,,daily.json,4,,
    registry,killed,,,count,before,2031-03-02,2031-03-03,26,26,2031-03-03,,,,,,,,,,daily.json,5,,
    registry,killed,,,new,before,2031-02-28,2031-03-01,18,18,2031-03-01,,,,,,,,,,daily.json,3,,
    registry,killed,,,new,before,2031-03-01,2031-03-02,19,19,2031-03-02,,,,,,,,,,daily.json,4,,
    registry,killed,,,recovered,before,2031-03-01,2031-03-02,2,2,2031-03-02,,,,,,,,,,daily.json,4,,
    registry,killed,,,added-late,before,2031-02-28,2031-03-01,60,60,2031-03-01,,,,,,,,,,daily.json,3,,
    registry,killed,,,total,whole,,2031-02-28,5000,5000,2031-02-28,,,,,,,,,,daily.json,2,,
    registry,killed,,,total,whole,,2031-03-01,5078,5078,2031-03-01,78,78,18,,,60,,not-new,,daily.json,3,,
    registry,killed,,,total,whole,,2031-03-02,5099,5099,2031-03-02,21,21,19,2,,,,,,daily.json,4,,
    registry,killed,,,total,whole,,2031-03-03,5120,5120,2031-03-03,21,26,,,,,,own-differs,-5,daily.json,5,,
    ! `daily.json`: left out, since they only repeat the source’s own: 1 number of `ext_` columns.
    exit 1
    "#);
}

#[test]
fn what_cannot_be_read_is_named_with_its_line_and_what_to_do() {
    let bad = "date,source,counted,value\n2031-03-04,Wire,killed,many\n2031-03-04,Wire,killed,7\n";
    let folder =
        Folder::with(&[("bad.csv", bad), ("none.csv", "when,who\n2031-03-04,Wire\n"), ("broken.json", "[\n{\"report_date\": }\n]")]);
    insta::assert_snapshot!(folder.session("caucus series bad.csv"), @r#"
    Wire: killed
      7 killed, in all, over a time that the report of 2031-03-04 does not state
    ! `bad.csv`, line 2: many is no number; write it as `67160`, `67,160`, `10-12` or `at least 10`. The row is left out.
    exit 0
    "#);
    insta::assert_snapshot!(folder.session("caucus series none.csv"), @r#"
    ! caucus: `none.csv`, line 1: no columns date, counted, value; there are: when, who
    !         give it the headings `date`, `source`, `counted` and `value`; see the handbook’s page on series
    exit 2
    "#);
    insta::assert_snapshot!(folder.session("caucus series broken.json"), @r#"
    ! caucus: `broken.json`, line 2: no JSON: expected value at line 2 column 17
    !         give a list of objects, one a row, or what `caucus read --format json` prints
    exit 2
    "#);
    insta::assert_snapshot!(folder.session("caucus series bad.csv --from Friday --to 2031-03-04"), @r#"
    ! caucus: `--from Friday` is no date
    !         write it as 2025-10-06
    exit 2
    "#);
}

#[test]
fn figures_of_a_report_are_taken_as_caucus_read_prints_them() {
    let report = r#"{"document": {"sha256": "", "language": "en", "date": "2031-03-04", "date_from": "header"}, "figures": [
{"id": "f1", "value": [10, null], "unit": "people", "counted": "killed", "kind": "increment", "window": {"from": "2031-03-03", "to": "2031-03-03"}, "place": null, "source": "wire", "subset_of": null},
{"id": "f2", "value": 5120, "counted": "killed", "kind": "cumulative", "window": null, "source": "wire"},
{"id": "f3", "value": 30, "counted": "children", "kind": "share", "source": "wire"}]}"#;
    let folder = Folder::with(&[("report.json", report)]);
    insta::assert_snapshot!(folder.session("caucus series report.json"), @r#"
    wire: killed
      ≥10 killed, in all, on 2031-03-03
      5120 killed, running total, since the beginning, up to the report of 2031-03-04
    wire: ≥10 killed, in all, on 2031-03-03
      - lies inside it and is part of it; they are never added: 5120 killed, running total, since the beginning, up to the report of 2031-03-04
    ! `report.json`: no counts, and not compared: lines 4 (share).
    exit 0
    "#);
}

#[test]
fn the_drawing_is_well_formed_and_mirrors_for_arabic() {
    let folder = Folder::with(&[("wire.csv", &WIRE.replace("Wire", "W<ire & \"co\"")), ("daily.json", DAILY)]);
    for (lang, file) in [("en", "en.svg"), ("ar", "ar.svg")] {
        folder.session(&format!("caucus series wire.csv daily.json --svg {file} --lang {lang}"));
    }
    let (en, ar) = (folder.read("en.svg"), folder.read("ar.svg"));
    assert!(en.contains("direction=\"ltr\"") && ar.contains("direction=\"rtl\""));
    assert!(en.contains("W&lt;ire &amp; &quot;co&quot;") && !en.contains("W<ire"));
    for svg in [&en, &ar] {
        assert_eq!(svg.matches("<g>").count(), svg.matches("</g>").count());
        assert!(svg.contains(">5120<") || svg.contains(">≥5120<"), "numbers stand at their bars");
    }
    // The same days lie on the other side.
    let edge = |svg: &str| {
        let xs = svg.split("class=\"b new\" x=\"").skip(1).filter_map(|r| r.split('"').next()?.parse::<i64>().ok());
        xs.collect::<Vec<_>>()
    };
    let (left, right) = (edge(&en), edge(&ar));
    assert!(left.len() > 2 && left.len() == right.len(), "{left:?} {right:?}");
    for i in 0..left.len() {
        assert!((0..i).all(|j| (left[j] < left[i]) == (right[j] > right[i])), "{left:?} {right:?}");
    }
}

#[test]
fn the_handbooks_example_says_what_the_page_says() {
    let folder = Folder::with(&[("figures.csv", &block("series.md", "csv"))]);
    let said = folder.session("caucus series figures.csv");
    let want = block("series.md", "text");
    for line in want.lines() {
        assert!(said.lines().any(|l| l == line), "`{line}` is not in\n{said}");
    }
}

/// The daily figures of October 2025 that lie beside the project, where they do.
#[test]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn late_additions_of_october_2025_are_told_apart() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/series/daily_2025-09-15_2025-10-20.json");
    let Ok(daily) = std::fs::read_to_string(&file) else {
        eprintln!("skipped: ../shared/series is not there");
        return;
    };
    let case = "date,source,counted,value,from,to,window,subset\n2025-10-07,Al Jazeera’s sources,killed,10,2025-10-06,2025-10-06,,\n2025-10-07,Al Jazeera’s sources,killed,3,2025-10-06,2025-10-06,,seeking aid\n2025-10-06,Al Jazeera,killed,104,2025-10-03,,,\n2025-10-06,Al Jazeera,killed,at least 67160,,,whole,\n2025-10-06,Al Jazeera,injured,169679,,,whole,\n";
    let folder = Folder::with(&[("daily.json", &daily), ("case.csv", case)]);
    let (json, code) = folder.json("caucus series case.csv daily.json --from 2025-10-03 --to 2025-10-06 --format json");
    assert_eq!(code, 0);
    let figures = json["figures"].as_array().expect("figures");
    let series = json["series"].as_array().expect("series");
    let ministry = |counted: &str| series.iter().find(|s| s["source"] == "mohtel" && s["counted"] == counted).expect("the ministry's");
    // 872 in all: 148 new, 4 recovered, 720 added late, and nothing left over.
    let rise = &ministry("killed")["asked"];
    let parts = &rise["parts"];
    assert_eq!(
        (&rise["rise"], &parts["new"], &parts["recovered"], &parts["added_late"]),
        (&872.into(), &148.into(), &4.into(), &720.into())
    );
    assert_eq!(rise["not_broken_down"], 0);
    // The totals of 6 October are the ministry's row of that day.
    let matched: Vec<(i64, String)> = json["matches"]
        .as_array()
        .expect("matches")
        .iter()
        // The ministry's numbers match those of others that only repeat them as well.
        .filter(|m| figures[usize::try_from(m["figure"].as_u64().expect("a number")).expect("small")]["source"] == "Al Jazeera")
        .map(|m| {
            let other = &figures[usize::try_from(m["other"].as_u64().expect("a number")).expect("small")];
            (other["value"].as_i64().expect("a number"), other["date"].as_str().expect("a date").to_owned())
        })
        .collect();
    assert_eq!(matched, [(169_679, "2025-10-06".to_owned()), (67_160, "2025-10-06".to_owned())]);
    // "10 on Monday" and "104 since Friday" are other windows of another source, and nothing is added.
    let apart: Vec<(i64, &str)> = json["apart"]
        .as_array()
        .expect("apart")
        .iter()
        .map(|a| {
            let f = &figures[usize::try_from(a["figure"].as_u64().expect("a number")).expect("small")];
            (f["value"].as_i64().expect("a number"), a["why"].as_str().expect("a reason"))
        })
        .collect();
    assert!(apart.contains(&(10, "other-window")) && apart.contains(&(104, "other-window")), "{apart:?}");
}
