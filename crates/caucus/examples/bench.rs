//! The figures of the spine: one line each, fields apart by tabs: name, figure, baseline, ratio, aim.
//!
//! Run by `cargo xtask bench`, which names the file system. A figure's baseline is measured in the
//! same run, so that a slow or busy machine does not lie; absolute aims are printed and judged by eye.
#![allow(clippy::disallowed_methods, reason = "this program measures time; it is no part of the library")]
#![allow(clippy::print_stdout, reason = "its output is its purpose")]

use caucus::clock::Clock;
use caucus::examples::Example;
use caucus::proof::ProofCost;
use caucus::web::{App, Request, answer, hash_text};
use desk::directory::{Host, Line, SessionRow};
use desk::{Command, Desk, Now};
use record::sqlite::SqliteOptions;
use record::{OsEntropy, Record, SqliteStore, StoreKey};
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use talks::message::{Message, MessageKind, Speaker};
use terms::disclosure::Standing;
use terms::id::{PartyId, PersonId, RoomCode};
use terms::language::{Language, Words};
use terms::time::Stamp;

type Outcome<T> = Result<T, Box<dyn Error>>;

const WALL: Stamp = Stamp(1_800_000_000);
const TOKEN: &str = "a session of the bench";
const NOUNS: [&str; 12] = ["road", "sluice", "mill", "list", "bus", "doctor", "crossing", "engineer", "bread", "hour", "guard", "water"];

fn open(dir: &Path, filling: bool) -> Outcome<Desk> {
    let store = if dir.join("layout").exists() {
        SqliteStore::open_with(dir, SqliteOptions { filling, ..SqliteOptions::default() })?
    } else {
        drop(SqliteStore::create(dir)?);
        SqliteStore::open_with(dir, SqliteOptions { filling, ..SqliteOptions::default() })?
    };
    let entropy = Arc::new(OsEntropy);
    let record = Record::open(Arc::new(store), StoreKey::from_bytes([1; 32]), "caucus.bench", entropy.clone())?;
    Desk::open(record, entropy).map_err(|r| format!("{r:?}").into())
}

/// Words that differ from message to message, some 20 of them.
fn words(i: usize) -> String {
    let at = |k: usize| NOUNS[(i / (k + 1) + k * 7) % NOUNS.len()];
    format!(
        "The {} and the {} by day {}: the {} goes first, and the {} waits for the {} of note {i}.",
        at(0),
        at(1),
        i % 97,
        at(2),
        at(3),
        at(4)
    )
}

/// The median of some timings, in milliseconds.
fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn timed(n: usize, mut f: impl FnMut()) -> f64 {
    median(
        (0..n)
            .map(|_| {
                let start = Instant::now();
                f();
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect(),
    )
}

/// Resident memory, in MiB.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib = status.lines().find_map(|l| l.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
    kib.unwrap_or_default() / 1024.0
}

fn line(name: &str, figure: f64, baseline: f64, unit: &str, aim: &str) {
    let (base, ratio) = if baseline > 0.0 {
        (format!("{baseline:.2} {unit}"), format!("{:.2}", figure / baseline))
    } else {
        (String::from("–"), String::from("–"))
    };
    println!("{name}\t{figure:.2} {unit}\t{base}\t{ratio}\t{aim}");
}

fn get(app: &App, path: &str) -> Outcome<Vec<u8>> {
    let reply = answer(app, &Request::get(path, &[("caucus".to_owned(), TOKEN.to_owned())]));
    if reply.status == 200 { Ok(reply.body) } else { Err(format!("{path} answered {}", reply.status).into()) }
}

fn main() -> Outcome<()> {
    let mut args = std::env::args().skip(1);
    let dir = args.next().ok_or("name a folder on the disk to be measured")?;
    let many: usize = args.next().map_or(Ok(100_000), |n| n.parse())?;
    let dir = Path::new(&dir).join("desk");
    if dir.exists() {
        std::fs::remove_dir_all(&dir)?;
    }
    std::fs::create_dir_all(&dir)?;
    let now = Now { wall: WALL, case: WALL };
    let mut founding = Example::embedded("two-rivers").map_err(|e| e.to_string())?.founding;
    founding.private_words.clear();
    let case = founding.case.code.clone();
    let person = PersonId::new("a-ferro").map_err(|_| "a person")?;
    let idle = resident();

    let (full, empty): (RoomCode, RoomCode) = {
        let desk = open(&dir, true)?;
        let convened = desk.convene(&founding, now).map_err(|r| format!("{r:?}"))?;
        let row = SessionRow {
            id: hash_text(TOKEN),
            case: case.clone(),
            person: person.clone(),
            opened: WALL,
            expires: WALL.plus_seconds(9_999_999),
        };
        desk.write_line(&Line::SessionOpened(row), now).map_err(|r| format!("{r:?}"))?;
        let who = desk.clearance(&hash_text(TOKEN), now).ok_or("the session is there")?;
        let full = convened.rooms.get("caucus:delta:aru").ok_or("a caucus")?.clone();
        let empty = convened.rooms.get("caucus:upland:aru").ok_or("a caucus")?.clone();
        let party = PartyId::new("delta").map_err(|_| "a party")?;
        let start = Instant::now();
        for i in 0..many {
            let message = Message {
                kind: MessageKind::Statement,
                words: Words::new(Language::En, words(i)),
                standing: Standing::Exploratory,
                speaker: Speaker { party: party.clone(), name: None },
                tie: None,
                answers: None,
                noted: Some(talks::note::Noted::default()),
                source: None,
            };
            let at = Now { wall: WALL, case: WALL.plus_seconds(i64::try_from(i)?) };
            desk.act(&who, &full, Command::Say(message), &format!("bench-{i}"), false, at).map_err(|r| format!("{r:?}"))?;
        }
        println!(
            "{many} notes taken through the desk without waiting for the disk: {:.0} a second",
            many as f64 / start.elapsed().as_secs_f64()
        );
        desk.keep_snapshots().map_err(|r| format!("{r:?}"))?;
        (full, empty)
    };

    let first_page = |snapshot: bool| -> Outcome<(f64, App)> {
        let desk = open(&dir, false)?;
        if !snapshot {
            desk.record().room(&full)?.drop_snapshot()?;
        }
        let start = Instant::now();
        let app = App::new(Arc::new(desk), Clock::standing(WALL), ProofCost::TEST, Host::default());
        get(&app, &format!("/{case}/{full}/talk"))?;
        Ok((start.elapsed().as_secs_f64() * 1e3, app))
    };
    let (with, app) = first_page(true)?;
    drop(app);
    let (without, app) = first_page(false)?;
    line(&format!("cold start to a page of {many}, snapshot"), with, without, "ms", "2000 ms (baseline: without snapshot, 10000 ms)");

    let page = timed(200, || drop(get(&app, &format!("/{case}/{full}/talk"))));
    let bare = timed(200, || drop(get(&app, &format!("/{case}/{empty}/talk"))));
    line("a page of 50 messages, median", page, bare, "ms", "under 5 ms (baseline: the page of an empty room)");

    let text: String = (0..many).map(words).collect::<Vec<_>>().join("\n");
    let scan = timed(20, || {
        std::hint::black_box(text.matches("note 77 ").count());
    });
    for (what, query) in [("a rare word", "note+77."), ("two common words", "sluice+doctor"), ("a word that is not there", "zzyzx")] {
        let found = timed(20, || drop(get(&app, &format!("/{case}/search?q={query}"))));
        line(&format!("search for {what}"), found, scan, "ms", "under 50 ms (baseline: a plain scan of the same text)");
    }

    let log = app.desk.record().room(&full)?;
    let start = Instant::now();
    let verified = log.verify()?;
    let rate = verified.size as f64 / start.elapsed().as_secs_f64();
    let start = Instant::now();
    let mut hashed = 0_usize;
    let mut hash = sha2_of(b"");
    while start.elapsed().as_secs_f64() < 0.5 {
        hash = sha2_of(&hash);
        hashed += 1;
    }
    line("verify, entries a second", rate, hashed as f64 / 0.5, "/s", "30000 /s (baseline: SHA-256 of 32 bytes)");
    line(&format!("memory with {many} messages open"), resident(), idle, "MiB", "300 MiB (baseline: before anything)");
    drop(app);
    std::fs::remove_dir_all(&dir)?;
    Ok(())
}

fn sha2_of(bytes: &[u8]) -> [u8; 32] {
    use sha2::Digest as _;
    sha2::Sha256::digest(bytes).into()
}
