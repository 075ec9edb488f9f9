//! What the readers accept, what they refuse, and that they say where.

use bargain::domain::{Basis, Kind, Reception};
use bargain::exact::read as number;
use bargain::formats::{self, Complaint, File, Reading, genius};
use bargain::frontier::{Frontier, Limits};
use proptest::prelude::*;

fn fail(files: &[File<'_>]) -> (String, Option<usize>, String) {
    let c: Complaint = formats::read("folder", files).expect_err("a complaint");
    (c.file, c.line, c.what.key)
}

fn read(files: &[File<'_>]) -> Reading {
    formats::read("folder", files).expect("a reading")
}

const A: &str = r#"{"reservationValue": 0.25, "issueWeights": {"x": 0.30000000000000004}, "issues": {"x": {"p": 1.0, "q": 1e-1}}}"#;

#[test]
fn a_profile_keeps_its_digits_and_its_reservation() {
    let b = A.replace("0.25", "null");
    let got = read(&[("profileB.json", b.as_bytes()), ("profileA.json", A.as_bytes()), ("notes.txt", b"")]);
    let side = &got.domain.sides[0];
    assert_eq!((side.name.as_str(), side.reservation.clone()), ("A", number("1/4")));
    assert_eq!(Some(side.worth[0][1].value.clone()), number("0.030000000000000004"));
    assert_eq!(got.domain.sides[1].reservation, None);
}

#[test]
fn profiles_that_do_not_fit_are_refused() {
    assert_eq!(fail(&[("profileA.json", A.as_bytes())]).2, "bargain-one-profile");
    let with = |b: &str| fail(&[("profileA.json", A.as_bytes()), ("profileB.json", b.as_bytes())]);
    assert_eq!(with("{\n\n").1, Some(3));
    assert_eq!(with(&A.replace("\"q\": 1e-1", "\"r\": 2")).2, "bargain-option-unknown");
    assert_eq!(with(&A.replace(", \"q\": 1e-1", "")).2, "bargain-option-missing");
    assert_eq!(with(&A.replace("{\"x\": 0.30000000000000004}", "{}")).2, "bargain-no-weight");
    assert_eq!(with(&A.replace("1e-1", "\"much\"")).2, "bargain-not-a-number");
    assert_eq!(fail(&[("readme.md", b"")]).2, "bargain-no-form");
}

fn space(issues: &str, rest: &str) -> String {
    format!("<utility_space>\n<objective index=\"0\" name=\"r\">\n{issues}\n</objective>\n{rest}\n</utility_space>")
}

const DISCRETE: &str = "<issue index=\"1\" name=\"i\"><item index=\"1\" value=\"p\" evaluation=\"4\"/><item index=\"2\" value=\"q\" evaluation=\"2\"/></issue>\n<weight index=\"1\" value=\".5\"/>";

#[test]
fn genius_evaluations_are_read_as_written_or_by_the_greatest() {
    let s = space(DISCRETE, "<reservation value=\"0.5\"/><discount_factor value=\"0.9\"/>");
    let files: [File<'_>; 2] = [("a.xml", s.as_bytes()), ("b.xml", s.as_bytes())];
    let values = |scale| {
        let r = genius::read("g", &files, scale).expect("a reading");
        r.domain.sides[0].worth[0].iter().map(|e| e.value.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(values(genius::Scale::AsWritten), ["2", "1"]);
    assert_eq!(values(genius::Scale::ByGreatest), ["1/2", "1/4"]);
    let r = read(&files);
    assert_eq!((r.domain.sides[1].reservation.clone(), r.domain.sides[1].discount.clone()), (number("0.5"), number("0.9")));
    assert!(!r.pool);
}

#[test]
fn ranges_are_written_out_and_continuous_ones_say_that_they_are_sampled() {
    let integer = "<issue index=\"1\" name=\"n\" type=\"integer\" lowerbound=\"10\" upperbound=\"12\"><evaluator ftype=\"linear\" offset=\"1\" slope=\"-0.5\"/></issue><weight index=\"1\" value=\"1\"/>";
    let real = "<issue index=\"2\" name=\"x\" type=\"real\"><range lowerbound=\"0\" upperbound=\"10\"/><evaluator ftype=\"triangular\" parameter0=\"0\" parameter1=\"10\" parameter2=\"5\"/></issue><weight index=\"2\" value=\"1\"/>";
    let s = space(&format!("{integer}{real}"), "");
    let r = read(&[("a.xml", s.as_bytes()), ("b.xml", s.as_bytes())]);
    assert_eq!(r.domain.issues[0].options, ["10", "11", "12"]);
    let shown = |i: usize| r.domain.sides[0].worth[i].iter().map(|e| e.value.to_string()).collect::<Vec<_>>();
    assert_eq!(shown(0), ["1", "1/2", "0"]);
    assert_eq!(r.domain.issues[1].kind, Kind::Sampled { steps: 20 });
    assert_eq!((shown(1)[0].as_str(), shown(1)[5].as_str(), shown(1)[10].as_str(), shown(1)[20].as_str()), ("0", "1/2", "1", "0"));
    let frontier = Frontier::of_domain(&r.domain, Limits::default()).expect("a frontier");
    assert!(!frontier.exact() && frontier.sampled());
    assert!(r.notes.iter().any(|n| n.key == "bargain-sampled"));
}

#[test]
fn what_is_not_additive_is_refused_by_line_even_when_it_is_not_well_formed() {
    let bad = "\n<utility_space type=\"nonlinear\">\n<utility>\n<hyperRectangle\n<INCLUDES index=\"1\"/>\n</utility_space>";
    let good = space(DISCRETE, "");
    assert_eq!(
        fail(&[("a.xml", good.as_bytes()), ("b.xml", bad.as_bytes())]),
        ("b.xml".into(), Some(4), "bargain-hyper-rectangles".into())
    );
}

#[test]
fn genius_files_that_cannot_be_used_say_where() {
    let good = space(DISCRETE, "");
    let with = |b: &str| fail(&[("a.xml", good.as_bytes()), ("b.xml", b.as_bytes())]);
    assert_eq!(with("\n\n<utility_space>\n<objective index=1>\n"), ("b.xml".into(), Some(4), "bargain-not-xml".into()));
    assert_eq!(with(&good.replace("\"4\"", "\"four\"")), ("b.xml".into(), Some(3), "bargain-not-a-number".into()));
    assert_eq!(with(&good.replace("value=\"p\"", "value=\"z\"")).2, "bargain-option-unknown");
    assert_eq!(with(&good.replace("<weight index=\"1\"", "<weight index=\"7\"")).2, "bargain-no-weight");
    assert_eq!(with(&good.replace("name=\"i\"", "name=\"j\"")).2, "bargain-no-issue");
    let nested = space(&format!("<objective index=\"5\" name=\"o\">{DISCRETE}</objective>"), "");
    assert_eq!(with(&nested).2, "bargain-nested-objectives");
    let wide = space(
        "<issue index=\"1\" name=\"n\" type=\"integer\" lowerbound=\"0\" upperbound=\"900000000000\"/><weight index=\"1\" value=\"1\"/>",
        "",
    );
    assert_eq!(fail(&[("a.xml", wide.as_bytes()), ("b.xml", wide.as_bytes())]).2, "bargain-range-wide");
}

#[test]
fn more_profiles_than_seats_are_a_pool() {
    let s = space(DISCRETE, "");
    let names: Vec<String> = (0..9).map(|n| format!("p{n}.xml")).collect();
    let files: Vec<File<'_>> = names.iter().map(|n| (n.as_str(), s.as_bytes())).collect();
    let r = read(&files);
    assert!(r.pool && r.notes.iter().any(|n| n.key == "bargain-pool"));
    assert_eq!(Frontier::of_domain(&r.domain, Limits::default()).expect_err("nine sides").key, "bargain-sides");
    assert!(Frontier::of_domain(&r.domain.between(&[2, 7]), Limits::default()).is_ok());
}

const OURS: &str = r#"
[[issue]]
name = "i"
options = ["p", "q"]
[[side]]
name = "a"
reservation = "1/3"
worth.i = { values = [["0.1", "0.3"], [1, 2, 5]], statement = "its paper" }
[[side]]
name = "b"
worth.i = { rank = [2, 1], low = 0, high = 10, guess = true }
[[tried]]
on = "2031-05-02"
package = { i = "q" }
received = { a = "basis" }
"#;

#[test]
fn our_file_keeps_intervals_ranks_sources_and_what_was_tried() {
    let d = read(&[("d.toml", OURS.as_bytes())]).domain;
    let a = &d.sides[0];
    assert_eq!((Some(a.worth[0][0].value.clone()), Some(a.worth[0][1].high.clone())), (number("0.2"), number("5")));
    assert_eq!(a.worth[0][0].basis, Basis::Statement("its paper".into()));
    assert_eq!(d.sides[1].ranks, [Some(vec![2, 1])]);
    assert_eq!(d.sides[1].worth[0].iter().map(|e| e.value.to_string()).collect::<Vec<_>>(), ["0", "10"]);
    assert_eq!((d.tried[0].package.clone(), d.tried[0].received.clone()), (vec![1], vec![Some(Reception::Basis), None]));
}

#[test]
fn our_file_complains_by_line() {
    let with = |from: &str, to: &str| {
        let text = OURS.replace(from, to);
        assert_ne!(text, OURS);
        let (_, line, key) = fail(&[("d.toml", text.as_bytes())]);
        (line, key)
    };
    assert_eq!(with("\"0.1\"", "0.1"), (Some(8), "bargain-number-bare".into()));
    assert_eq!(with("\"0.1\"", "\"little\""), (Some(8), "bargain-not-a-number".into()));
    assert_eq!(with("[1, 2, 5]", "[3, 2, 5]").1, "bargain-interval");
    assert_eq!(with("options = [\"p\", \"q\"]", "options = []"), (Some(3), "bargain-issue-form".into()));
    assert_eq!(with("{ i = \"q\" }", "{ i = \"r\" }"), (Some(14), "bargain-option-unknown".into()));
    assert_eq!(with("\"basis\"", "\"liked\""), (Some(15), "bargain-reception".into()));
    assert_eq!(with("rank = [2, 1]", "rank = [2]"), (Some(10), "bargain-worth-form".into()));
    assert_eq!(with("on = \"2031-05-02\"", "when = \"2031-05-02\"").1, "bargain-not-ours");
    assert_eq!(
        with("[[tried]]", "[[link]]\noption = [\"i\", \"z\"]\nonly_if = []\n[[tried]]"),
        (Some(13), "bargain-option-unknown".into())
    );
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_panic(at in 0_usize..400, with in prop::collection::vec(any::<u8>(), 0..6), which in 0_usize..4) {
        let genius = space(DISCRETE, "<reservation value=\"0.5\"/>");
        let (name, text) = [("profileA.json", A), ("a.xml", genius.as_str()), ("a.toml", OURS), ("home.toml", HOME)][which];
        let mut bytes = text.as_bytes().to_vec();
        let at = at.min(bytes.len());
        bytes.splice(at..(at + with.len()).min(bytes.len()), with);
        let other = name.replace('A', "B").replace("a.xml", "b.xml");
        let read = formats::read("f", &[(name, &bytes), (other.as_str(), text.as_bytes())]);
        if let Ok(read) = read {
            let _ = Frontier::of_domain(&read.domain, Limits { points: 50, total: 500 });
        }
        if let Ok(home) = bargain::home::read::read("home.toml", &bytes) {
            let _ = (home.weigh(), home.flips(), home.lapses());
        }
    }
}

const HOME: &str = r#"
[[provision]]
name = "p"
in = true
[[body]]
name = "b"
quota = 3
members = [{ name = "m", seats = 2 }, { name = "n", seats = 2 }]
[[route]]
name = "r"
body = "b"
quota = "more than 1/2"
[[stance]]
member = "m"
vote = "yes"
condition = ["with p"]
until = 2031-05-02
"#;
