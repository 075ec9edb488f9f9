//! Sessions of `caucus check`, `caucus fmt`, `caucus explain` and `caucus simulate`.

use super::session::{Folder, keys};

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
  1.1 Upland shall open the bridge, [A: when 1.2 is done | B: on acceptance], within 48 hours of acceptance.
  1.2 Delta shall leave the mill, when 1.1 is done, within 72 hours of acceptance.
";

fn bridge() -> Folder {
    Folder::with(&[("bridge.accord", BRIDGE)])
}

#[test]
fn under_one_bracket_nobody_can_go_first_and_the_check_says_so() {
    let folder = bridge();
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --only nobody-can-go-first"), @r"
    The mill and the bridge: 2 clauses, 0 open, 0 vague, 1 bracket, 0 not read

    bridge.accord:11:3: warn nobody-can-go-first: Nobody can go first
      1.1, 1.2 wait for each other; though nobody is in breach, none of them can happen.
      under 1.1 A
      1. 1.1 waits for 1.2.
      2. 1.2 waits for 1.1.
      3. Nothing further happens. Nobody is in breach.
      - Take another bracket, or drop one of the conditions of the circle.
      - Let 1.2 begin on an event of its own.
      - Do them in the same hour through an intermediary.

    brackets that clash: 1.1 A (nobody-can-go-first)
    1 of 2 complete choices of the brackets stand
    ! 0 to stop for, 1 to be warned of, 0 to note.
    exit 0
    ");
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --only nobody-can-go-first --choose 1.1=A"), @r"
    The mill and the bridge: 2 clauses, 0 open, 0 vague, 1 bracket, 0 not read

    bridge.accord:11:3: stop nobody-can-go-first: Nobody can go first
      1.1, 1.2 wait for each other; though nobody is in breach, none of them can happen.
      1. 1.1 waits for 1.2.
      2. 1.2 waits for 1.1.
      3. Nothing further happens. Nobody is in breach.
      - Take another bracket, or drop one of the conditions of the circle.
      - Let 1.2 begin on an event of its own.
      - Do them in the same hour through an intermediary.
    ! 1 to stop for, 0 to be warned of, 0 to note.
    exit 1
    ");
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --only nobody-can-go-first --choose 1.1=B"), @r"
    The mill and the bridge: 2 clauses, 0 open, 0 vague, 1 bracket, 0 not read
    ! 0 to stop for, 0 to be warned of, 0 to note.
    exit 0
    ");
}

#[test]
fn the_reader_of_arabic_and_of_hebrew_gets_the_same_finding() {
    let folder = bridge();
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --only nobody-can-go-first --choose 1.1=A --lang ar"), @r"
    The mill and the bridge: 2 clauses, 0 open, 0 vague, 1 bracket, 0 not read

    bridge.accord:11:3: stop nobody-can-go-first: لا أحد يستطيع أن يبدأ
      ينتظر ⟨١.١, ١.٢⟩ بعضها بعضا؛ لا أحد يخرق ومع ذلك لا يمكن أن يحدث أي منها.
      1. ⟨١.١⟩ ينتظر ⟨١.٢⟩.
      2. ⟨١.٢⟩ ينتظر ⟨١.١⟩.
      3. لا يحدث شيء بعد ذلك. لا أحد في حالة خرق.
      - اختر بديلا آخر أو أسقط أحد شروط الدائرة.
      - ليبدأ ⟨١.٢⟩ بحدث خاص به.
      - نفذوها في الساعة نفسها عبر جهة محايدة.
    ! 1 to stop for, 0 to be warned of, 0 to note.
    exit 1
    ");
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --only nobody-can-go-first --choose 1.1=A --lang he"), @r"
    The mill and the bridge: 2 clauses, 0 open, 0 vague, 1 bracket, 0 not read

    bridge.accord:11:3: stop nobody-can-go-first: איש אינו יכול להיות ראשון
      ⟨1.1, 1.2⟩ ממתינים זה לזה; איש אינו מפר, ואף אחד מהם אינו יכול לקרות.
      1. ⟨1.1⟩ ממתין ל־⟨1.2⟩.
      2. ⟨1.2⟩ ממתין ל־⟨1.1⟩.
      3. דבר נוסף אינו קורה. איש אינו מפר.
      - בחרו חלופה אחרת, או ותרו על אחד מתנאי המעגל.
      - ש־⟨1.2⟩ יתחיל באירוע משלו.
      - בצעו אותם באותה שעה באמצעות גורם מקשר.
    ! 1 to stop for, 0 to be warned of, 0 to note.
    exit 1
    ");
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
        (&"bridge.accord".into(), &11.into(), &3.into())
    );
    assert!(!json.to_string().contains('\u{2068}'), "no marks of direction in English");
    let again = folder.json("caucus check bridge.accord --choose 1.1=A --format json").0;
    assert_eq!(json.to_string(), again.to_string(), "the order is stable");
}

#[test]
fn only_what_is_no_agreement_at_all_is_refused() {
    let folder = Folder::with(&[("letter.accord", "Dear all,\n"), ("heading.accord", "AGREEMENT without quotes\n")]);
    folder.write("old.accord", b"AGREEMENT \"x\"\n  -- caf\xe9\n");
    insta::assert_snapshot!(folder.session("caucus check letter.accord"), @r#"
    ! caucus: `letter.accord`: no AGREEMENT line
    !         begin the file with `AGREEMENT "its title"`
    exit 2
    "#);
    insta::assert_snapshot!(folder.session("caucus check old.accord"), @r"
    ! caucus: `old.accord`, line 2: not UTF-8
    !         save the file in UTF-8
    exit 2
    ");
    insta::assert_snapshot!(folder.session("caucus check nowhere.accord"), @r"
    ! caucus: `nowhere.accord`: no such file or directory
    !         check the path
    exit 2
    ");
    let (json, code) = folder.json("caucus check heading.accord --format json");
    assert_eq!(code, 1);
    assert_eq!(json["findings"][0]["check"], "no-form");
}

#[test]
fn a_wrong_bracket_or_check_is_answered_with_those_that_are_there() {
    let folder = bridge();
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --choose 1.1=C"), @r"
    ! caucus: `1.1=C`: there is no such bracket
    !         the text has: 1.1 (A | B)
    exit 2
    ");
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --choose 1.1"), @r"
    ! caucus: a choice is written CLAUSE=LETTER, for example 1.1=B; this is `1.1`
    exit 2
    ");
    insta::assert_snapshot!(folder.session("caucus check bridge.accord --only nobody-goes-first"), @r"
    ! caucus: there is no check `nobody-goes-first`
    !         perhaps `nobody-can-go-first`; `caucus explain` lists them
    exit 2
    ");
}

#[test]
fn a_text_is_formatted_once_and_then_stays() {
    let untidy = BRIDGE.replace("  Delta is a party.", "Delta   is a party.   -- the lower side");
    let folder = Folder::with(&[("bridge.accord", &untidy)]);
    insta::assert_snapshot!(folder.session("caucus fmt bridge.accord --check"), @r"
    bridge.accord:7: not formatted
    ! `caucus fmt --write bridge.accord` formats it.
    exit 1
    ");
    assert_eq!(folder.read("bridge.accord"), untidy, "looking changes nothing");
    let printed = folder.session("caucus fmt bridge.accord");
    insta::assert_snapshot!(folder.session("caucus fmt bridge.accord --write"), @r"
    ! bridge.accord: formatted
    exit 0
    ");
    assert_eq!([&folder.read("bridge.accord"), "exit 0"].concat(), printed);
    assert!(folder.read("bridge.accord").contains("  Delta is a party.  -- the lower side\n"));
    insta::assert_snapshot!(folder.session("caucus fmt bridge.accord --check"), @r"exit 0");
}

#[test]
fn every_check_has_a_page() {
    let folder = Folder::with(&[]);
    insta::assert_snapshot!(folder.session("caucus explain nobody-can-go-first"), @r"
    nobody-can-go-first (family order, at most stop)

    Acts that wait for each other in a circle, with the shortest circle and the bracket choices that cause it.

    Nobody is in breach and nothing happens; each side sees the other one stall.

    For example:
      1.1 Upland shall stop the bombing, when 1.2 is done. 1.2 Delta shall release captives, when 1.1 is done.
    exit 0
    ");
    insta::assert_snapshot!(folder.session("caucus explain nobody-first"), @r"
    ! caucus: there is no check `nobody-first`
    !         perhaps `nobody-can-go-first`; `caucus explain` lists them
    exit 2
    ");
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
    insta::assert_snapshot!(folder.session("caucus simulate bridge.accord events.csv --choose 1.1=B"), @r"
    2031-03-01 10:00  acceptance
      1.1: waiting to in-effect on 2031-03-01 00:00
    2031-03-03 18:00  1.1 done
      1.1: in-effect to past-its-time on 2031-03-03 10:00
      1.1: past-its-time to fulfilled
      1.2: waiting to in-effect
    2031-03-03 19:00  1.2 done
      1.2: in-effect to fulfilled
    where every clause stands
      1.1: fulfilled
      1.2: fulfilled
    ! Times by the agreement's clock, Africa/Cairo.
    exit 0
    ");
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
    insta::assert_snapshot!(folder.session("caucus simulate bridge.accord"), @r"
    ! caucus: `bridge.accord`: brackets are not settled: 1.1 (A | B)
    !         only a settled text can run: give each with `--choose`, for example `--choose 1.1=A`
    exit 2
    ");
    insta::assert_snapshot!(folder.session("caucus simulate bridge.accord events.csv --choose 1.1=B"), @r"
    ! caucus: `events.csv`, line 3: `soon` is no moment
    !         write it as 2026-03-05T16:42
    exit 2
    ");
    insta::assert_snapshot!(folder.session("caucus simulate bridge.accord wrong.csv --choose 1.1=B"), @r"
    ! caucus: `wrong.csv`, line 2: no clause `9.9` in this agreement
    exit 2
    ");
}
