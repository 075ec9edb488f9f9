//! The worked examples play, and say of every fact who stands behind it.

use caucus::examples::{self, Example, play};
use desk::clearance::Clearance;
use desk::codec::{Body, Part, decode};
use desk::directory::{Line, SessionRow};
use desk::exchanged::Exchanged;
use desk::view::Asker;
use desk::view::shuttle::Waiting;
use desk::view::today::today;
use desk::{Convened, Desk, Now};
use record::{EntryNo, MemoryStore, Record, SeededSource, StoreKey};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use talks::message::MessageKind;
use talks::note::{Exactness, Means, WrittenFrom};
use talks::permission::Answers;
use talks::position::{Lane, Movement};
use terms::disclosure::{Form, PermissionForm, Source, Standing, Use, VersionState};
use terms::id::PersonId;
use terms::time::Stamp;

const WALL: Stamp = Stamp(1_800_000_000);

fn desk(seed: u8) -> Desk {
    let entropy = Arc::new(SeededSource([seed; 32]));
    let record = Record::open(Arc::new(MemoryStore::new()), StoreKey::from_bytes([seed; 32]), "caucus.test", entropy.clone())
        .expect("a record in memory opens");
    Desk::open(record, entropy).expect("a desk over it opens")
}

fn played(example: &Example) -> (Desk, Convened) {
    let desk = desk(7);
    let convened = play(&desk, example, WALL).unwrap_or_else(|e| panic!("{e}"));
    (desk, convened)
}

fn bodies(desk: &Desk, room: &terms::id::RoomCode) -> Vec<Option<Body>> {
    let mut out = Vec::new();
    let log = desk.record().room(room).expect("the room is there");
    log.scan(EntryNo(0), &mut |_, body| {
        out.push(match body {
            record::Body::Words(bytes) => Some(decode(&bytes).expect("an entry that the desk wrote").body),
            record::Body::Erased { .. } => None,
        });
        ControlFlow::Continue(())
    })
    .expect("the room can be read");
    out
}

/// Room by room, how many entries of each kind there are.
fn summary(desk: &Desk, convened: &Convened) -> String {
    let mut out = String::new();
    for (alias, code) in &convened.rooms {
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        for body in bodies(desk, code) {
            *kinds.entry(body.as_ref().map_or("(erased)", Body::kind)).or_default() += 1;
        }
        let kinds: Vec<String> = kinds.iter().map(|(kind, n)| format!("{kind} {n}")).collect();
        let _ = writeln!(out, "{alias}: {}", kinds.join(", "));
    }
    out
}

#[test]
fn sharm_el_sheikh_plays() {
    let example = Example::embedded("sharm-el-sheikh").unwrap_or_else(|e| panic!("{e}"));
    let (desk, convened) = played(&example);
    let expected = "\
caucus:hamas:egypt: opened 1
caucus:hamas:qatar: opened 1
caucus:hamas:united-states: opened 1
caucus:israel:egypt: opened 1
caucus:israel:qatar: opened 1
caucus:israel:united-states: opened 1
common: attempt 2, issue 11, opened 1, party 5, round 1, session 3, step 4
guarantor:united-states: opened 1
mediator:egypt: counts 2, estimate 1, message 1, opened 1
mediator:qatar: opened 1
mediator:united-states: opened 1
mediators: opened 1, sticking-point 6
own:hamas: opened 1
own:israel: opened 1
public: opened 1, position 5, statement 46
";
    assert_eq!(summary(&desk, &convened), expected);
}

#[test]
fn two_rivers_plays() {
    let example = Example::embedded("two-rivers").unwrap_or_else(|e| panic!("{e}"));
    assert!(example.acts() >= 150, "{} acts", example.acts());
    let (desk, convened) = played(&example);
    let expected = "\
caucus:delta:aru: arrived 9, asked 9, corrected 1, declined 1, entry-claim 2, initialled 2, list 4, mandate 3, message 26, minutes 2, opened 1, permitted 11, position 1, read-back 3, recalled 1, translated 3, used 4
caucus:delta:kessa: arrived 1, asked 1, message 3, opened 1, permitted 1
caucus:upland:aru: arrived 12, asked 13, corrected 1, initialled 1, list 2, mandate 1, message 21, minutes 1, opened 1, permitted 12, position 1, read-back 4, translated 1, used 2, withdrawn 1
caucus:upland:kessa: arrived 1, asked 1, message 2, opened 1, permitted 2, read-back 1, translated 1
common: attempt 2, issue 6, opened 1, opening 3, opening-held 2, party 8, paused 1, resumed 1, round 3, session 8, session-ended 6, step 5, step-done 3
guarantor:norland: arrived 2, message 2, opened 1
mediator:aru: (erased) 1, alternative-held 4, arrived 1, clause-read 1, conveyed 24, dropped 6, entry-stage 1, erased 1, erasure-proposed 1, estimate 2, held 22, looked-as 1, message 3, minutes 1, moved 5, movement 1, movement-answer 1, opened 1, pair-decided 3, pairing 2, plan 1, position 3, prepared 35, sticking-point 4
mediator:kessa: arrived 1, conveyed 3, opened 1, prepared 3
mediators: message 3, moved 1, opened 1, sticking-point 1
own:delta: message 1, offer 4, offer-withdrawn 1, opened 1, opening-result 2, position 1, reaffirmed 1, sticking-point 1
own:upland: message 2, offer 3, opened 1, opening-result 2, position 1, reaffirmed 1
public: opened 1, position 2, statement 7
word:s-adwan:aru: message 2, opened 1, permitted 2
";
    assert_eq!(summary(&desk, &convened), expected);
}

#[test]
fn the_first_opening_of_two_rivers_brings_nothing_and_the_second_a_match() {
    let example = Example::embedded("two-rivers").unwrap_or_else(|e| panic!("{e}"));
    let (desk, convened) = played(&example);
    for side in ["own:delta", "own:upland"] {
        let results: Vec<Vec<String>> = bodies(&desk, &convened.rooms[side])
            .into_iter()
            .filter_map(|body| match body {
                Some(Body::OpeningResult { matched, .. }) => Some(matched),
                _ => None,
            })
            .map(|matched| matched.iter().flat_map(|m| &m.settled).map(|(issue, option)| format!("{issue} {option}")).collect())
            .collect();
        assert_eq!(results, [vec![], vec!["held sick-first".to_owned(), "mill-line mill-empty".to_owned()]], "{side}");
    }
}

/// What the fictional case makes use of, each by its own word.
#[derive(Default)]
struct Used(BTreeSet<&'static str>);

impl Used {
    fn answers(&mut self, a: &Answers) {
        self.0.extend([a.use_.key(), a.source.key(), a.form.key(), a.standing.key()]);
    }

    fn body(&mut self, body: &Body) {
        self.0.insert(body.kind());
        match body {
            Body::Message(m) => {
                self.0.extend([m.kind.key(), m.standing.key()]);
                if let Some(noted) = &m.noted {
                    self.0.extend([noted.means.key(), noted.from.key(), noted.exactness.key()]);
                }
            }
            Body::Prepared(p) => {
                self.0.insert(p.kind.key());
                self.answers(&p.answers);
                self.0.extend(p.wording.iter().map(|v| v.state.key()));
            }
            Body::Permitted { permission, .. } => {
                self.answers(&permission.answers);
                self.0.insert(permission.given.key());
            }
            Body::Arrived(a) => self.0.extend([a.source.key(), a.form.key(), a.standing.key()]),
            Body::Position(p) => {
                self.0.insert(p.lane.key());
            }
            Body::Moved { movement, .. } => {
                self.0.insert(movement.key());
            }
            Body::Party(p) => {
                self.0.insert(p.part.key());
            }
            _ => {}
        }
    }
}

macro_rules! keys {
    ($($list:ty),+ $(,)?) => { [$(<$list>::ALL.iter().map(|v| v.key()).collect::<Vec<_>>()),+].concat() };
}

#[test]
fn two_rivers_uses_everything_there_is() {
    let example = Example::embedded("two-rivers").unwrap_or_else(|e| panic!("{e}"));
    let (desk, convened) = played(&example);
    let mut used = Used::default();
    for code in convened.rooms.values() {
        bodies(&desk, code).iter().flatten().for_each(|body| used.body(body));
    }
    let mut wanted: Vec<&str> =
        keys![MessageKind, Use, Source, Form, Standing, PermissionForm, VersionState, Means, WrittenFrom, Exactness, Lane, Movement, Part,];
    // A note that does not say by what means is the exception; an example that is told says it.
    wanted.retain(|k| *k != Means::NotStated.key());
    wanted.extend(
        "opened party message read-back recalled corrected translated asked permitted declined withdrawn used arrived prepared dropped held \
         conveyed round session session-ended minutes step step-done attempt issue mandate position sticking-point moved statement offer \
         offer-withdrawn reaffirmed opening opening-held opening-result paused resumed erasure-proposed erased looked-as estimate list entry-claim entry-stage pairing pair-decided plan movement \
         movement-answer"
            .split_whitespace(),
    );
    let missing: Vec<&str> = wanted.into_iter().filter(|k| !used.0.contains(k)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn someone(desk: &Desk, example: &Example, person: &str) -> Clearance {
    let case = example.founding.case.code.clone();
    let row = SessionRow {
        id: "test".to_owned(),
        case,
        person: PersonId::new(person).expect("an identifier"),
        opened: WALL,
        expires: WALL.plus_seconds(60),
    };
    let now = Now { wall: WALL, case: example.now };
    desk.write_line(&Line::SessionOpened(row), now).expect("a line");
    desk.clearance("test", now).expect("a clearance")
}

/// A correction that had been conveyed stood under "tell the other side" for ever; one that only
/// one of two receivers was told of must stand there.
#[test]
fn what_was_corrected_is_to_be_told_until_everyone_who_heard_it_was_told() {
    let example = Example::embedded("two-rivers").unwrap_or_else(|e| panic!("{e}"));
    let (desk, _) = played(&example);
    let who = someone(&desk, &example, "a-ferro");
    let asker = Asker { desk: &desk, who: &who, now: example.now };
    let first = |of: &[Waiting]| -> Vec<String> { of.iter().map(|w| w.card.words.text.chars().take(28).collect()).collect() };
    let today = today(&asker).unwrap_or_else(|r| panic!("{r:?}"));
    assert_eq!(first(&today.changed), ["Open the sluice four hours b"]);
    assert_eq!(
        first(&today.new),
        ["الرقم,الاسم,تاريخ الميلاد\n6,", "Ten bread trucks a day on th", "أربعة أسماء في قائمتهم مكتوبة", "Two hours, not four, and onl"]
            .map(|t| t.chars().take(28).collect::<String>())
    );
    assert_eq!(first(&today.waits), ["We name ours in the hour in ", "Norland may watch the buses."]);
    assert_eq!(first(&today.unread_back), ["Two hours, not four, and onl"]);
    assert_eq!((today.may_cross.len(), today.unanswered.len(), today.soon.len()), (2, 1, 9));
}

#[test]
fn every_fact_of_the_real_case_names_who_stands_behind_it() {
    let example = Example::embedded("sharm-el-sheikh").unwrap_or_else(|e| panic!("{e}"));
    let (desk, convened) = played(&example);
    let mut seen = 0;
    for (alias, code) in &convened.rooms {
        for body in bodies(&desk, code).into_iter().flatten() {
            let source = match body {
                Body::Opened(_) => continue,
                Body::Statement(s) => s.source,
                Body::Issue(i) => i.source,
                Body::Round(r) => r.source,
                Body::Session(s) => s.source,
                Body::Step(s) => s.source,
                Body::Attempt(a) => a.source,
                Body::Party(p) => p.source,
                Body::Position(p) => p.source,
                Body::StickingPoint(p) => p.source,
                Body::Exchange(Exchanged::Counts(c)) => Some(c.source),
                Body::Estimate(e) => e.source,
                // The text in forms says only what the reports say; each clause names its report.
                Body::Message(m) if m.kind == MessageKind::Text => m.source,
                other => panic!("{alias} holds an entry of kind `{}`, for which the reports say nothing", other.kind()),
            };
            let source = source.unwrap_or_default();
            assert!(source.contains("Al Jazeera"), "{alias}: no chain to a report in `{source}`");
            seen += 1;
        }
    }
    assert!(seen > 60, "{seen}");
}

#[test]
fn nothing_private_is_made_up_for_real_parties() {
    let example = Example::embedded("sharm-el-sheikh").unwrap_or_else(|e| panic!("{e}"));
    let (desk, convened) = played(&example);
    for (alias, code) in &convened.rooms {
        if alias.starts_with("own:") || alias.starts_with("caucus:") || alias.starts_with("guarantor:") {
            assert_eq!(bodies(&desk, code).len(), 1, "{alias} holds more than its opening");
        }
    }
}

#[test]
fn an_example_gives_the_same_bytes_again() {
    for name in examples::names() {
        let example = Example::embedded(name).unwrap_or_else(|e| panic!("{e}"));
        let (first, convened) = played(&example);
        let (second, again) = played(&example);
        assert_eq!(convened.rooms, again.rooms);
        for code in convened.rooms.values() {
            let head = |desk: &Desk| desk.record().room(code).expect("the room is there").checkpoint().text().to_owned();
            assert_eq!(head(&first), head(&second), "{name} {code}");
        }
    }
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)
}

#[test]
fn the_program_carries_the_folders_as_they_lie_there() {
    for name in examples::names() {
        let embedded = Example::embedded(name).unwrap_or_else(|e| panic!("{e}"));
        let read = Example::read(&folder(name)).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(format!("{embedded:?}"), format!("{read:?}"), "{name}: name every file of the folder in `examples.rs`");
    }
}

const CASE: &str = r#"
now = "2026-03-05T16:00"
opened = "2026-03-05T08:00"
[case]
code = "small"
zone = "Africa/Cairo"
zone_name = "Aru"
titles = [{ en = "Small" }]
host = { name = "n", country = "c", key_holder = "k" }
[[parties]]
id = "delta"
part = "side"
names = [{ en = "Delta" }]
[[parties]]
id = "upland"
part = "side"
names = [{ en = "Upland" }]
[[parties]]
id = "aru"
part = "mediator"
names = [{ en = "Aru" }]
[[people]]
id = "ferro"
name = "Amal Ferro"
role = "mediator"
body = "aru"
[[people]]
id = "sahar"
name = "N. Sahar"
role = "head"
body = "delta"
"#;

fn told(acts: &str) -> String {
    let example = match Example::from_files("small", &[("case.toml", CASE), ("01-day.toml", acts)]) {
        Ok(example) => example,
        Err(e) => return e.to_string(),
    };
    play(&desk(3), &example, WALL).map_or_else(|e| e.to_string(), |_| "played".to_owned())
}

const SAY: &str = r#"
[[act]]
when = "2026-03-05T09:00"
who = "sahar"
room = "caucus:delta:aru"
use = "say"
name = "first"
kind = "proposal"
standing = "exploratory"
words = "Buses before trucks."
"#;

#[test]
fn what_is_wrong_in_a_file_is_said_with_its_line() {
    assert_eq!(told(SAY), "played");
    let after = |text: &str| told(&format!("{SAY}{text}"));
    let act = |rest: &str| after(&format!("\n[[act]]\nwhen = \"2026-03-05T10:00\"\nwho = \"ferro\"\n{rest}"));
    for (got, wanted) in [
        (told("[[act]]\nwhen = "), "small/01-day.toml, line 2: "),
        (told("[[act]]\nwho = \"sahar\""), "small/01-day.toml, line 1: `when` is missing"),
        (
            after("\n[[act]]\nwhen = \"2026-03-05T08:30\"\nwho = \"ferro\"\nroom = \"common\"\nuse = \"resume\"\n"),
            "small/01-day.toml, line 12: happens before the act above it",
        ),
        (
            act("room = \"caucus:delta:kessa\"\nuse = \"recall\"\nof = \"@first\"\n"),
            "small/01-day.toml, line 12: there is no room `caucus:delta:kessa`; there are caucus:delta:aru",
        ),
        (
            act("room = \"caucus:delta:aru\"\nuse = \"recall\"\nof = \"@frist\"\n"),
            "small/01-day.toml, line 12: no act above is named `frist`",
        ),
        (
            act("room = \"caucus:delta:aru\"\nuse = \"recall\"\nof = \"@first\"\nwhy = \"x\"\n"),
            "small/01-day.toml, line 12: `why` is no field of this",
        ),
        (act("room = \"common\"\nuse = \"resume\"\n"), "small/01-day.toml, line 12: is refused (refused-not-paused)"),
        (act("room = \"common\"\nuse = \"resume\"\nrefused = \"refused-not-paused\"\n"), "played"),
        (
            act("room = \"common\"\nuse = \"pause\"\nrefused = \"refused-already-paused\"\n"),
            "small/01-day.toml, line 12: was done, though the file says",
        ),
        (act("room = \"common\"\nuse = \"issue\"\nid = \"x\"\n"), "small/01-day.toml, line 12: cannot be used: missing field `title`"),
    ] {
        assert!(got.starts_with(wanted), "{got}\nwanted {wanted}");
    }
}

/// A position said in public could be noted nowhere that the other side reads.
#[test]
fn a_public_position_stands_where_all_can_read_it_and_a_private_one_does_not() {
    let position = |lane: &str| {
        told(&format!(
            r#"
[[act]]
when = "2026-03-05T09:00"
who = "ferro"
room = "common"
use = "issue"
id = "water"
title = "The water points"
[[act]]
when = "2026-03-05T09:01"
who = "ferro"
room = "public"
use = "position"
issue = "water"
party = "delta"
lane = "{lane}"
words = "Open to all by Friday."
"#
        ))
    };
    assert_eq!(position("public"), "played");
    assert_eq!(position("private"), "small/01-day.toml, line 9: is refused (refused-not-in-this-room)");
}

#[test]
fn a_line_of_a_case_that_cannot_be_read_is_named() {
    let bad = CASE.replace("part = \"mediator\"", "part = ");
    let error = Example::from_files("small", &[("case.toml", &bad)]).map(|_| ()).expect_err("the case cannot be read");
    assert_eq!((error.file.as_str(), error.line), ("small/case.toml", 20));
}

/// The text of the October 2025 case is the one that `caucus check` is shown, word for word.
#[test]
fn the_framework_in_the_case_is_the_one_among_the_agreements() {
    let example = Example::embedded("sharm-el-sheikh").unwrap_or_else(|e| panic!("{e}"));
    let (desk, convened) = played(&example);
    let texts: Vec<String> = bodies(&desk, &convened.rooms["mediator:egypt"])
        .into_iter()
        .filter_map(|b| if let Some(Body::Message(m)) = b { Some(m.words.text) } else { None })
        .collect();
    let file = include_str!("../../../../examples/agreements/october-2025-framework.accord");
    assert_eq!(texts.iter().map(|t| t.trim()).collect::<Vec<_>>(), [file.trim()]);
}

/// What each side is given of the mediators' text is whole and numbered for itself; the list that says which
/// clause is which stays with the mediators.
#[test]
fn each_side_of_two_rivers_has_a_text_of_its_own_and_the_mediators_keep_the_mapping() {
    let example = Example::embedded("two-rivers").unwrap_or_else(|e| panic!("{e}"));
    let (desk, convened) = played(&example);
    let arrived = |room: &str| {
        let texts = bodies(&desk, &convened.rooms[room]).into_iter().filter_map(|b| match b {
            Some(Body::Arrived(a)) if a.message == talks::message::MessageKind::Text => Some(a.wording[0].words.text.clone()),
            _ => None,
        });
        texts.collect::<Vec<_>>()
    };
    let (delta, upland) = (arrived("caucus:delta:aru"), arrived("caucus:upland:aru"));
    assert_eq!((delta.len(), upland.len()), (1, 1));
    assert!(delta[0].contains("sluice") && !upland[0].contains("sluice"));
    assert!(!delta[0].contains("--") && !delta[0].contains("Read as"));
    let maps = bodies(&desk, &convened.rooms["mediator:aru"]).into_iter().filter_map(|b| match b {
        Some(Body::Prepared(p)) if p.draft.is_some() => Some((p.to.to_string(), p.map)),
        _ => None,
    });
    for (to, map) in maps {
        let theirs = |ours: &str| map.iter().find(|s| s.ours == ours).map(|s| s.theirs.as_str());
        let expected = if to == "upland" { (None, Some("1.5")) } else { (Some("1.5"), Some("1.7")) };
        assert_eq!((theirs("1.5"), theirs("1.7")), expected, "{to}");
    }
}
