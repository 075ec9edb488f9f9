//! How many receipted appends a second, against a bare SQLite loop of the same durability in the
//! same folder, and how fast a record and a bundle verify.
//!
//! `cargo run --release -p record --example appends -- DIR [APPENDS]`; DIR must be on a real disk
//! and is left with a folder `appends` in it that can be deleted.
#![allow(clippy::disallowed_methods, reason = "this program measures time; it is no part of the library")]
#![allow(clippy::print_stdout, reason = "its output is its purpose")]

use record::{MemoryStore, OsEntropy, Record, RoomCode, SqliteStore, StoreKey, bundle};
use rusqlite::Connection;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

const BODY: usize = 500;
const WRITERS: usize = 32;

/// A second's worth of `n` things done by `f`.
fn rate(n: usize, f: impl FnOnce() -> Result<(), Box<dyn Error>>) -> Result<f64, Box<dyn Error>> {
    let start = Instant::now();
    f()?;
    Ok(n as f64 / start.elapsed().as_secs_f64())
}

/// One row a transaction, in the log and synchronised, as the store itself does it.
fn raw(dir: &Path, n: usize) -> Result<f64, Box<dyn Error>> {
    let db = Connection::open(dir.join("raw.db"))?;
    db.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.execute("CREATE TABLE entry (n INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT", [])?;
    rate(n, || {
        for i in 0..n {
            db.prepare_cached("INSERT INTO entry VALUES (?1, ?2)")?.execute((i as i64, vec![i as u8; BODY]))?;
        }
        Ok(())
    })
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let dir = args.next().ok_or("name a folder on the disk to be measured")?;
    let n: usize = args.next().map_or(Ok(2000), |n| n.parse())?;
    let dir = Path::new(&dir).join("appends");
    std::fs::create_dir(&dir)?;

    let record = |store| Record::open(store, StoreKey::from_bytes([1; 32]), "talks.example/bench", Arc::new(OsEntropy));
    let on_disk = record(Arc::new(SqliteStore::create(&dir.join("store"))?))?;
    let one = on_disk.create_room(&RoomCode::new("one").map_err(|_| "a code")?)?;
    let many = on_disk.create_room(&RoomCode::new("many").map_err(|_| "a code")?)?;

    // Twice and in turn, so that a disk that warms up or tires favours neither.
    let (mut bare, mut single) = (0.0f64, 0.0f64);
    for round in 0..2 {
        let folder = dir.join(round.to_string());
        std::fs::create_dir(&folder)?;
        bare = bare.max(raw(&folder, n)?);
        let ours = rate(n, || {
            for i in 0..n {
                one.append(format!("{round}/{i}").as_bytes(), &vec![i as u8; BODY])?;
            }
            Ok(())
        })?;
        single = single.max(ours);
    }
    let each = n.div_ceil(WRITERS) * 4;
    let shared = rate(each * WRITERS, || {
        std::thread::scope(|s| {
            let writer = |w: usize| {
                let many = &many;
                move || (0..each).try_for_each(|i| many.append(format!("{w}/{i}").as_bytes(), &vec![i as u8; BODY]).map(|_| ()))
            };
            let threads: Vec<_> = (0..WRITERS).map(|w| s.spawn(writer(w))).collect();
            threads.into_iter().try_for_each(|t| t.join().map_err(|_| "a writer failed")?.map_err(Box::<dyn Error>::from))
        })
    })?;
    println!("raw SQLite, one commit a row:     {bare:>9.0} a second");
    println!("receipted appends, one writer:    {single:>9.0} a second, {:.2} x raw (aim 0.5)", single / bare);
    println!("receipted appends, {WRITERS} writers:    {shared:>9.0} a second, {:.2} x raw (aim 3)", shared / bare);

    let size = usize::try_from(many.size())?;
    let bytes = bundle::of(std::slice::from_ref(&many))?;
    // The best of five: what else the machine does is no part of the figure.
    let (mut verified, mut checked) = (0.0f64, 0.0f64);
    for _ in 0..5 {
        verified = verified.max(rate(size, || many.verify().map(|_| ()).map_err(Into::into))?);
        checked = checked.max(rate(size, || bundle::verify(&bytes, None).map(|_| ()).map_err(Into::into))?);
    }
    let other = record(Arc::new(MemoryStore::new()))?;
    let imported = rate(size, || other.import(&bytes, None).map(|_| ()).map_err(Into::into))?;
    println!("verify, a room on disk of {size}:   {verified:>9.0} entries a second (aim 30000)");
    println!("verify, its bundle:               {checked:>9.0} entries a second (aim 30000)");
    println!("import into memory:               {imported:>9.0} entries a second");
    Ok(())
}
