//! Restarts, repeats and crashes: what was folded is what is stored, what is repeated happens once,
//! what was interrupted is finished once.

use crate::cast::ROOMS;
use crate::generate::{BEGIN, Theme, base};
use crate::rng::Rng;
use crate::stage::{Stage, desk_over};
use crate::trace::Act;
use desk::state::RoomState;
use record::failing::{FailingStore, Failure};
use record::{MemoryStore, Store};
use std::collections::BTreeMap;
use std::sync::Arc;

fn states(stage: &Stage) -> BTreeMap<String, RoomState> {
    ROOMS.iter().filter_map(|r| Some(((*r).to_owned(), stage.look(r, RoomState::clone)?))).collect()
}

/// The state in memory equals a fresh fold of the stored entries, with a snapshot on the way and without.
#[test]
#[expect(clippy::print_stderr, reason = "the distribution is part of what the test says")]
fn state_equals_a_fresh_fold_and_a_snapshot_with_the_rest() {
    let (mut entries, mut erased, mut kinds) = (0, 0, BTreeMap::new());
    for seed in 0..24 {
        let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
        let mut stage = Stage::new(store.clone(), seed);
        let (trace, _) = base(&mut Rng::new(seed ^ 0xfa1d), 20, Theme::of(seed));
        for (i, act) in trace.iter().enumerate() {
            stage.act(act);
            stage.note_arrivals(&trace, act);
            if seed % 3 == 1 && i == trace.len() / 2 {
                stage.app.desk.keep_snapshots().expect("snapshots");
            }
        }
        if seed % 3 == 2 {
            stage.app.desk.keep_snapshots().expect("snapshots");
        }
        let live = states(&stage);
        stage.restart(store.clone(), seed);
        assert_eq!(states(&stage), live, "seed {seed}: after a restart");
        for state in live.values() {
            entries += state.size();
            erased += (0..state.size()).filter(|n| state.erased(terms::id::EntryNo(*n))).count();
            for at in state.all() {
                *kinds.entry(at.entry.body.kind()).or_insert(0) += 1;
            }
        }
    }
    eprintln!("{entries} entries folded, {erased} erased, by kind: {kinds:?}");
    assert!(erased > 0 && kinds.len() > 25);
}

/// The same command under the same key gives the same receipt's number and changes nothing.
#[test]
fn a_command_that_is_sent_twice_is_carried_out_once() {
    let mut repeated = 0;
    for seed in 0..12 {
        let mut stage = Stage::in_memory(seed);
        let (trace, _) = base(&mut Rng::new(seed ^ 0x7717), 20, Theme::of(seed));
        for act in &trace {
            let first = stage.act(act);
            stage.note_arrivals(&trace, act);
            let inside = !matches!(act.room.as_str(), "door" | "directory");
            if first.status >= 400 || !inside {
                continue;
            }
            let (sizes, wrote) = (states(&stage), stage.wrote.get(&act.id).cloned());
            // Sent again as it was, and later.
            let mut later = act.clone();
            later.at += 40;
            for again in [act, &later] {
                let reply = stage.act(again);
                assert!(reply.status < 400, "seed {seed}: {act}: {}", String::from_utf8_lossy(&reply.body));
                assert_eq!(stage.wrote.get(&act.id).cloned(), wrote, "{act}");
            }
            assert_eq!(states(&stage), sizes, "{act}");
            repeated += 1;
        }
    }
    assert!(repeated > 200, "{repeated}");
}

/// A message of one side, leave for it with word to its owner, and the conveying.
fn way_across() -> Vec<Act> {
    let act = |id: u32, who: &str, room: &str, used: &str, fields: &[(&str, &str)]| Act {
        id,
        at: BEGIN + i64::from(id) * 60,
        who: who.to_owned(),
        room: room.to_owned(),
        used: used.to_owned(),
        fields: fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
        key: format!("way-{id:06}"),
    };
    let four = [("use", "read-back"), ("source", "other-side"), ("form", "said"), ("standing", "personal")];
    let with = |more: &[(&'static str, &'static str)]| [&four[..], more].concat();
    vec![
        act(1, "alder-head", "caucus:alder:crane", "say", &[("text", "open the gate"), ("party", "alder"), ("speaker", "alder-head")]),
        act(
            2,
            "crane-one",
            "mediator:crane",
            "prepare",
            &with(&[("from", "{ref:1}"), ("to", "birch"), ("text-en", "they would open the gate"), ("only-one", "no")]),
        ),
        act(
            3,
            "crane-one",
            "caucus:alder:crane",
            "permit",
            &with(&[
                ("of", "{n:1}"),
                ("to", "birch"),
                ("text-en", "they would open the gate"),
                ("given", "paper"),
                ("by", "the head"),
                ("tell-when-used", "1"),
            ]),
        ),
        act(4, "crane-one", "mediator:crane", "convey", &[("of", "{n:2}")]),
    ]
}

fn counts(stage: &Stage) -> (usize, usize, usize) {
    let of = |room: &str, kind: &str| stage.look(room, |s| s.of_kind(kind).count()).unwrap_or(0);
    (of("caucus:birch:crane", "arrived"), of("caucus:alder:crane", "used"), of("mediator:crane", "conveyed"))
}

/// Whatever write of a conveying fails, and however: after a restart, or without one, the words arrive once.
#[test]
#[expect(clippy::print_stderr, reason = "the number of crash points is part of what the test says")]
fn a_conveying_that_was_interrupted_is_finished_once() {
    let way = way_across();
    let inner: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let store = FailingStore::new(inner);
    let mut stage = Stage::new(Arc::new(store.clone()), 5);
    for act in &way[..3] {
        assert!(stage.act(act).status < 400, "{act}");
    }
    let first = store.writes();
    assert!(stage.act(&way[3]).status < 400);
    let last = store.writes();
    assert_eq!(counts(&stage), (1, 1, 1));
    let mut points = 0;
    for at in first + 1..=last {
        for failure in [Failure::Full, Failure::Disk, Failure::AfterWriting] {
            for restart in [true, false] {
                let inner: Arc<dyn Store> = Arc::new(MemoryStore::new());
                let store = FailingStore::new(inner.clone());
                let mut stage = Stage::new(Arc::new(store.clone()), 5);
                for act in &way[..3] {
                    assert!(stage.act(act).status < 400);
                }
                store.fail_at(at, failure);
                let reply = stage.act(&way[3]);
                let acknowledged = reply.status < 400;
                if restart {
                    stage.restart(inner, 5);
                    stage.app.desk.resume().expect("finished");
                    assert!(!acknowledged || counts(&stage) == (1, 1, 1), "what was acknowledged is there");
                }
                // Whoever sent it sends it again, under the same key.
                let mut again = way[3].clone();
                again.at += 300;
                let reply = stage.act(&again);
                assert!(reply.status < 400, "write {at} {failure:?} {restart}: {}", String::from_utf8_lossy(&reply.body));
                assert_eq!(counts(&stage), (1, 1, 1), "write {at} {failure:?} restart {restart}");
                points += 1;
            }
        }
    }
    eprintln!("{points} ways in which a conveying was interrupted");
    assert!(points >= 24);
}

/// A side could not speak while the file of another room refused what was being conveyed there.
#[test]
fn a_side_can_speak_while_what_is_conveyed_elsewhere_cannot_be_written() {
    let way = way_across();
    let store = FailingStore::new(Arc::new(MemoryStore::new()));
    let mut stage = Stage::new(Arc::new(store.clone()), 6);
    for act in &way[..3] {
        stage.act(act);
    }
    // From the second write of the conveying on, many fail: the intent stands, and cannot be finished.
    let next = store.writes();
    for at in next + 2..next + 3 {
        store.fail_at(at, Failure::Disk);
    }
    let refused = stage.act(&way[3]);
    assert_eq!(refused.status, 503);
    store.fail_at(store.writes() + 1, Failure::Disk);
    let mut own = way[0].clone();
    (own.id, own.who, own.room, own.key) = (9, "birch-head".to_owned(), "own:birch".to_owned(), "own-000009".to_owned());
    own.set("party", "birch");
    own.at = BEGIN + 900;
    assert_eq!(stage.act(&own).status, 303, "act 9 is answered to a page");
}

/// A mediator whose connection broke sent an ask again, and was told that it had been asked already.
#[test]
fn an_ask_that_is_sent_twice_is_answered_with_its_receipt() {
    let way = way_across();
    let mut stage = Stage::in_memory(7);
    stage.act(&way[0]);
    stage.act(&way[1]);
    let mut ask = way[3].clone();
    ask.used = "ask".to_owned();
    let first = stage.act(&ask);
    let wrote = stage.wrote.get(&ask.id).cloned();
    ask.at += 60;
    let again = stage.act(&ask);
    assert_eq!((first.status, again.status), (201, 200));
    assert!(wrote.is_some());
    assert_eq!(stage.wrote.get(&ask.id).cloned(), wrote);
    assert_eq!(stage.look("caucus:alder:crane", |s| s.of_kind("asked").count()), Some(1));
}

/// A delegate whose connection broke sent a permission again, and was told that the code was wrong.
#[test]
fn a_proved_permission_that_is_sent_twice_is_answered_with_its_receipt() {
    let mut way = way_across();
    let mut stage = Stage::in_memory(8);
    stage.act(&way[0]);
    stage.act(&way[1]);
    way[2].who = "alder-head".to_owned();
    way[2].set("given", "proof");
    way[2].set("prove", "good");
    way[2].id = 5;
    let (first, again) = (stage.act(&way[2]), stage.act(&way[2]));
    assert_eq!((first.status, again.status), (201, 200), "{}", String::from_utf8_lossy(&again.body));
}

#[test]
fn a_store_that_is_opened_again_knows_the_same_people() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let stage = Stage::new(store.clone(), 9);
    let again = desk_over(store, 9);
    assert_eq!(*again.directory(), *stage.app.desk.directory());
}

/// Writes one entry of each kind that the traces bring about into the desk's golden folder, where there
/// is none yet; run by hand when a kind is added, and the new file is read before it is kept.
#[test]
#[ignore = "writes into the project"]
fn write_the_golden_entries_that_are_missing() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../desk/golden");
    std::fs::create_dir_all(&folder).expect("a folder");
    for seed in 0..200 {
        let mut stage = Stage::in_memory(seed);
        let (trace, _) = base(&mut Rng::new(seed ^ 0x901d), 30, Theme::of(seed));
        for act in &trace {
            stage.act(act);
            stage.note_arrivals(&trace, act);
        }
        for state in states(&stage).values() {
            for at in state.all() {
                let file = folder.join(at.entry.body.kind()).with_extension("json");
                if !file.exists() {
                    std::fs::write(&file, [&desk::codec::encode(at.entry)[..], b"\n"].concat()).expect("a file");
                }
            }
        }
    }
}
