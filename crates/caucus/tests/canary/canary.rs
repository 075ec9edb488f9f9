//! Marked words at rest: none stands in clear in any file of the store, nor in what is logged.
//!
//! That no side's marked words reach the other's bytes is looked at in every pair of the two-run
//! test, over all that its reader is answered.

use crate::generate::{Theme, base};
use crate::pair::marks;
use crate::rng::Rng;
use crate::stage::Stage;
use crate::trace::{Act, mark};
use record::{SqliteStore, Store};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

fn files(dir: &Path, out: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(dir).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, out);
        } else {
            out.push((path.display().to_string(), std::fs::read(&path).expect("a file")));
        }
    }
}

fn holds(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|w| w == needle)
}

/// What the program logs, at its most talkative.
#[derive(Clone, Default)]
struct Logged(Arc<Mutex<Vec<u8>>>);

impl Write for Logged {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("a log").extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// All sealed words of a store.
fn sealed(store: &dyn Store) -> BTreeSet<Vec<u8>> {
    let shelves = store.shelves().expect("shelves");
    let rows = shelves.iter().flat_map(|s| store.open(s).expect("a shelf").rows(0, 100_000).expect("rows"));
    rows.map(|r| r.sealed).filter(|s| !s.is_empty()).collect()
}

#[test]
#[expect(clippy::print_stderr, reason = "what was searched is part of what the test says")]
fn no_marked_word_stands_in_clear_in_any_file_or_log_and_erased_words_are_gone() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Arc::new(SqliteStore::create(dir.path()).expect("a store"));
    let (trace, next) = base(&mut Rng::new(11), 25, Theme::Anything);
    let logged = Logged::default();
    let writer = logged.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let mut stage = Stage::new(store.clone(), 11);
    tracing::subscriber::with_default(subscriber, || {
        stage.play(&trace, "nobody");
        stage.app.desk.keep_snapshots().expect("snapshots");
    });
    let wanted: Vec<String> = (1..next).map(mark).collect();
    let look = |when: &str| {
        let mut all = Vec::new();
        files(dir.path(), &mut all);
        let bytes: usize = all.iter().map(|(_, b)| b.len()).sum();
        for (name, bytes) in &all {
            for word in ["qz", "river road", "alder", "caucus:", "ford-talks", "قائمة"] {
                // Two letters occur by chance; the whole marks do not.
                let found = word != "qz" && holds(bytes, word.as_bytes());
                assert!(!found, "`{word}` in clear in {name}, {when}");
            }
            let found = marks(&String::from_utf8_lossy(bytes));
            assert!(found.is_empty(), "{found:?} in clear in {name}, {when}");
        }
        eprintln!("{when}: {} files, {bytes} bytes, {} marks looked for", all.len(), wanted.len());
        all
    };
    let all = look("while the store is open");
    assert!(all.iter().any(|(name, _)| name.contains("wal")), "the write-ahead log is among them");
    assert!(marks(&String::from_utf8_lossy(&logged.0.lock().expect("a log"))).is_empty(), "in the log");

    // One message is erased by two persons: its ciphertext goes from every file.
    let before = sealed(store.as_ref());
    let there = |a: &Act| {
        let n = stage.wrote[&a.id].1;
        stage.look(&a.room, |state| state.erased(terms::id::EntryNo(n))) == Some(false)
    };
    let kept = |a: &&Act| a.used == "say" && a.room.starts_with("caucus:alder") && stage.accepted[&a.id] && there(a);
    let said = trace.iter().find(kept).expect("a message").clone();
    let mediator = if said.room.ends_with("crane") { "crane-one" } else { "dove-one" };
    let at = trace.last().map_or(0, |a| a.at) + 600;
    let act = |id: u32, who: &str, used: &str, fields: &[(&str, String)]| Act {
        id,
        at: at + i64::from(id - next) * 60,
        who: who.to_owned(),
        room: said.room.clone(),
        used: used.to_owned(),
        fields: fields.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect(),
        key: format!("erase-{id:06}"),
    };
    let proposed =
        stage.act(&act(next, "alder-head", "propose-erasure", &[("of", format!("{{n:{}}}", said.id)), ("text", "by mistake".to_owned())]));
    let done =
        stage.act(&act(next + 1, mediator, "confirm-erasure", &[("proposal", format!("{{n:{next}}}")), ("prove", "good".to_owned())]));
    assert!(proposed.status < 400 && done.status < 400, "{} {}", proposed.status, done.status);
    let gone: Vec<Vec<u8>> = before.difference(&sealed(store.as_ref())).cloned().collect();
    assert_eq!(gone.len(), 1, "the one message's");
    let all = look("after an erasure");
    for (name, bytes) in &all {
        assert!(!holds(bytes, &gone[0][..48]), "the erased ciphertext is still in {name}");
    }
    // Whoever opens it again finds the entry erased.
    let (_, n) = stage.wrote[&said.id].clone();
    stage.restart(store, 11);
    assert_eq!(stage.look(&said.room, |state| state.erased(terms::id::EntryNo(n))), Some(true));
    drop(stage);
    look("after the store was closed");
}
