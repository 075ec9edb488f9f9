//! A process that is killed at any point loses nothing that it had acknowledged.
//!
//! The test runs itself again as a child that works on a store and says each receipt as it gets
//! it; kills it after a seeded number of receipts and a seeded moment; then opens the store.

use crate::common::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use record::*;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const DIR: &str = "CAUCUS_RECORD_CRASH_DIR";
const SEED: &str = "CAUCUS_RECORD_CRASH_SEED";
const POINTS: &str = "CAUCUS_KILLS";

/// A store is worked on by so many children, each killed, before the next one is begun.
const LIVES: u64 = 10;

fn given(name: &str) -> Option<u64> {
    std::env::var_os(name)?.to_str()?.parse().ok()
}

fn random(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

/// The words that go with a key: the parent can tell them without having been told.
fn words_of(key: &str) -> Vec<u8> {
    let long = key.bytes().map(usize::from).sum::<usize>() * 37 % 3000;
    format!("{key} ").repeat(1 + long / (key.len() + 1)).into_bytes()
}

/// The child: appends, erases, saves states and makes rooms for ever, and says what it got.
#[test]
#[ignore = "the other half of the test below"]
fn child() {
    let (Some(dir), Some(seed)) = (std::env::var_os(DIR), given(SEED)) else {
        return;
    };
    let mut random = random(seed);
    let mut out = std::io::stdout();
    let mut tell = |text: String| out.write_all(format!("{text}\n").as_bytes()).and_then(|()| out.flush()).expect("the parent listens");
    // The test harness has begun a line of its own.
    tell(String::new());
    let record = on_disk(Path::new(&dir));
    for i in 0u64.. {
        let room = code(&format!("r{}", random.next_u64() % 3));
        let log = match record.room(&room) {
            Ok(log) => log,
            Err(Fault::NotThere { .. }) => record.create_room(&room).expect("a room is made"),
            Err(fault) => panic!("{fault}"),
        };
        let receipt = |r: &Receipt| record_text(r);
        match random.next_u64() % 10 {
            0..6 => {
                let key = format!("{seed}-{i}");
                let done = log.append(key.as_bytes(), &words_of(&key)).expect("appended");
                tell(format!("ack {room} {key} {}", receipt(&done.receipt)));
            }
            6 => {
                let keys: Vec<_> = (0..1 + random.next_u64() % 20).map(|j| format!("{seed}-{i}-{j}")).collect();
                let items: Vec<_> = keys.iter().map(|k| (k.clone().into_bytes(), words_of(k))).collect();
                let done = log.append_all(&items).expect("appended");
                for (key, done) in keys.iter().zip(&done) {
                    tell(format!("ack {room} {key} {}", receipt(&done.receipt)));
                }
            }
            7 if log.size() > 0 => {
                let n = random.next_u64() % log.size();
                let key = format!("{seed}-{i}");
                tell(format!("try {room} {n}"));
                match log.erase(EntryNo(n), key.as_bytes(), &words_of(&key)) {
                    Ok(done) => {
                        tell(format!("ack {room} {key} {}", receipt(&done.receipt)));
                        tell(format!("gone {room} {n}"));
                    }
                    Err(Fault::Refused { .. }) => {}
                    Err(fault) => panic!("{fault}"),
                }
            }
            8 => {
                log.save_snapshot(EntryNo(log.size()), &i.to_be_bytes()).expect("saved");
                tell(format!("saved {room}"));
            }
            _ => {
                if random.next_u64().is_multiple_of(8) {
                    record.close_room(&room);
                }
            }
        }
    }
}

/// A receipt on one line.
fn record_text(receipt: &Receipt) -> String {
    receipt.text().replace('\n', "|")
}

#[derive(Default)]
struct Told {
    /// (room, entry) and what was acknowledged there: the key, the receipt.
    acks: BTreeMap<(String, u64), (String, Receipt)>,
    tried: BTreeSet<(String, u64)>,
    gone: BTreeSet<(String, u64)>,
    /// Acknowledged since the last check.
    new: BTreeSet<(String, u64)>,
}

impl Told {
    fn hear(&mut self, line: &str) -> bool {
        let words: Vec<&str> = line.splitn(4, ' ').collect();
        match words[..] {
            ["ack", room, key, receipt] => {
                let receipt = Receipt::parse(&receipt.replace('|', "\n")).expect("a receipt");
                let n = receipt.n.0;
                let kept = self.acks.insert((room.to_owned(), n), (key.to_owned(), receipt));
                self.new.insert((room.to_owned(), n));
                assert!(kept.is_none(), "one number was given to two entries: {line}");
            }
            ["try", room, n] => drop(self.tried.insert((room.to_owned(), n.parse().expect("a number")))),
            ["gone", room, n] => drop(self.gone.insert((room.to_owned(), n.parse().expect("a number")))),
            ["saved", _] => {}
            _ => return false,
        }
        true
    }

    /// Everything that was acknowledged is there, and nothing else is wrong.
    fn check(&mut self, dir: &Path) {
        if !dir.join("layout").exists() {
            assert!(self.acks.is_empty());
            return;
        }
        let record = on_disk(dir);
        for check in record.verify_all().expect("the store can be read") {
            check.outcome.unwrap_or_else(|fault| panic!("{fault}"));
        }
        for ((room, n), (key, receipt)) in &self.acks {
            let log = record.room(&code(room)).unwrap_or_else(|fault| panic!("{fault}"));
            if self.new.contains(&(room.clone(), *n)) {
                let verdict = log.check_receipt(receipt).expect("checked");
                assert!(matches!(verdict, Verdict::Holds | Verdict::HoldsErased { .. }), "{room}/{n}: {verdict:?}");
            }
            assert_eq!(log.leaf(EntryNo(*n)), Ok(receipt.leaf));
            match log.read(EntryNo(*n)).expect("an acknowledged entry can be read") {
                Body::Words(words) => {
                    assert_eq!(words, words_of(key), "{room}/{n}");
                    assert!(!self.gone.contains(&(room.clone(), *n)), "{room}/{n} was erased and is here");
                }
                Body::Erased { .. } => assert!(self.tried.contains(&(room.clone(), *n)), "{room}/{n} was never erased"),
            }
            assert_eq!(log.find(key.as_bytes()), Ok(Some(EntryNo(*n))));
        }
        self.new.clear();
    }
}

fn live(dir: &Path, seed: u64, random: &mut ChaCha20Rng, told: &mut Told) -> u64 {
    let me = std::env::current_exe().expect("the test's own file");
    let mut child = Command::new(me)
        .args(["crash::child", "--exact", "--ignored", "--nocapture", "--test-threads=1"])
        .env(DIR, dir)
        .env(SEED, seed.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the child starts");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let (mut after, wait) = (random.next_u64() % 25, random.next_u64() % 3000);
    let mut heard = 0;
    while after > 0 {
        let line = lines.next().expect("the child works on").expect("text");
        after -= u64::from(told.hear(&line));
        heard += 1;
    }
    std::thread::sleep(Duration::from_micros(wait));
    child.kill().expect("killed");
    // What stands in the pipe was acknowledged; a line cut short was not.
    let mut rest = lines.map_while(Result::ok).collect::<Vec<_>>();
    if rest.last().is_some_and(|l| l.starts_with("ack") && !l.ends_with('|')) {
        rest.pop();
    }
    heard += rest.iter().filter(|line| told.hear(line)).count() as u64;
    child.wait().expect("the child has ended");
    heard
}

#[test]
fn nothing_acknowledged_is_lost_when_the_process_is_killed() {
    let points = given(POINTS).unwrap_or(200);
    let mut random = random(7);
    let (mut acks, mut heard, mut erased) = (0, 0, 0);
    for first in (0..points).step_by(usize::try_from(LIVES).expect("small")) {
        let dir = tempfile::tempdir().unwrap();
        let mut told = Told::default();
        for seed in first..points.min(first + LIVES) {
            heard += live(dir.path(), seed, &mut random, &mut told);
            told.check(dir.path());
        }
        acks += told.acks.len();
        erased += told.gone.len();
    }
    say(&format!("killed at {points} points, {heard} answers heard, {acks} entries acknowledged and all there, {erased} erased"));
    assert!(acks as u64 > points && erased > 0);
}
