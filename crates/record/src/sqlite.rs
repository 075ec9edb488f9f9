//! A store in SQLite files, one a room, in a folder of its own.
//!
//! The folder holds `layout` (the version of all this), `lock` (held while the store is open),
//! `keys` (see [`crate::keys`]) and `rooms/`, with one file a room under a name that says nothing.
//! A room's file is written ahead (WAL) with full synchronisation and secure deletion; temporary
//! tables stay in memory.

use crate::fault::Fault;
use crate::merkle::{Hash, Node};
use crate::store::{Batch, Fill, Head, Row, Shelf, ShelfName, Store};
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, params};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The version of the store's layout that this code writes.
pub const LAYOUT: u32 = 1;
const LAYOUT_TEXT: &str = "caucus store layout ";

const SCHEMA: [(&str, &str); 5] = [
    (
        "entry",
        "CREATE TABLE entry (n INTEGER PRIMARY KEY, leaf BLOB NOT NULL, idem BLOB NOT NULL UNIQUE, sealed BLOB NOT NULL, wrapped BLOB NOT NULL, erased_by INTEGER) STRICT",
    ),
    ("erasure", "CREATE TABLE erasure (by INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT"),
    ("kept", "CREATE TABLE kept (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT"),
    (
        "node",
        "CREATE TABLE node (level INTEGER NOT NULL, at INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, at)) STRICT, WITHOUT ROWID",
    ),
    ("snapshot", "CREATE TABLE snapshot (id INTEGER PRIMARY KEY CHECK (id = 0), up_to INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT"),
];

/// Settings of the store; the defaults are what a real store uses.
#[derive(Debug, Clone, Copy, Default)]
pub struct SqliteOptions {
    /// At most this many pages a room's file: how the tests fill a disk.
    pub max_pages: Option<u32>,
    /// Commits do not wait for the disk: for filling a fresh store that is thrown away if it is
    /// not finished. [`SqliteStore::settle`] then makes all of it durable at once.
    pub filling: bool,
}

/// The store.
#[derive(Debug)]
pub struct SqliteStore {
    dir: PathBuf,
    options: SqliteOptions,
    lock: File,
}

/// A process that is just being started holds a copy of every open file until it runs: without
/// this, the folder would stay locked for that moment.
impl Drop for SqliteStore {
    fn drop(&mut self) {
        let _ = self.lock.unlock();
    }
}

/// Makes a file's name durable in its folder.
pub(crate) fn sync_dir(dir: &Path) -> Result<(), Fault> {
    File::open(dir).and_then(|d| d.sync_all()).map_err(|e| Fault::io(dir, &e))
}

/// Writes a whole file so that it is there in full or not at all.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let new = path.with_extension("new");
    let fail = |e: &std::io::Error| Fault::io(path, e);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&new).map_err(|e| fail(&e))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|e| fail(&e))?;
    fs::rename(&new, path).map_err(|e| fail(&e))?;
    path.parent().map_or(Ok(()), sync_dir)
}

/// Takes the lock of a store's folder; another holder is a [`Fault::Locked`].
pub(crate) fn lock(dir: &Path) -> Result<File, Fault> {
    let path = dir.join("lock");
    let file = OpenOptions::new().write(true).create(true).truncate(false).open(&path);
    let file = file.map_err(|e| Fault::io(&path, &e))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Fault::Locked { place: dir.display().to_string() }),
        Err(TryLockError::Error(e)) => Err(Fault::io(&path, &e)),
    }
}

/// Reads the layout's version of a store's folder.
pub(crate) fn layout(dir: &Path) -> Result<u32, Fault> {
    let place = dir.display().to_string();
    let text = match fs::read_to_string(dir.join("layout")) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            return Err(Fault::Layout { place, what: "there is no store in this folder".to_owned() });
        }
        Err(e) => return Err(Fault::io(&dir.join("layout"), &e)),
    };
    text.strip_prefix(LAYOUT_TEXT)
        .and_then(|t| t.strip_suffix('\n'))
        .and_then(|t| t.parse().ok())
        .ok_or(Fault::Layout { place, what: "its layout file cannot be read".to_owned() })
}

pub(crate) fn write_layout(dir: &Path) -> Result<(), Fault> {
    write_whole(&dir.join("layout"), format!("{LAYOUT_TEXT}{LAYOUT}\n").as_bytes())
}

impl SqliteStore {
    /// Makes a store in an empty or absent folder.
    pub fn create(dir: &Path) -> Result<Self, Fault> {
        fs::create_dir_all(dir.join("rooms")).map_err(|e| Fault::io(dir, &e))?;
        if dir.join("layout").exists() {
            return Err(Fault::Exists { what: format!("a store in {}", dir.display()) });
        }
        write_layout(dir)?;
        Self::open(dir)
    }

    /// Opens a store. A second open of the same folder is refused while this one lives.
    pub fn open(dir: &Path) -> Result<Self, Fault> {
        Self::open_with(dir, SqliteOptions::default())
    }

    /// Opens a store with settings.
    pub fn open_with(dir: &Path, options: SqliteOptions) -> Result<Self, Fault> {
        let version = layout(dir)?;
        let lock = lock(dir)?;
        if version > LAYOUT {
            let what = format!("it has layout {version}, and this version knows only {LAYOUT}");
            return Err(Fault::Layout { place: dir.display().to_string(), what });
        }
        let store = Self { dir: dir.to_path_buf(), options, lock };
        store.sweep()?;
        Ok(store)
    }

    /// The store's folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Makes durable what was written while filling ([`SqliteOptions::filling`]). The rooms must be
    /// closed by then.
    pub fn settle(&self) -> Result<(), Fault> {
        for entry in fs::read_dir(self.rooms()).map_err(|e| Fault::io(&self.rooms(), &e))? {
            let path = entry.map_err(|e| Fault::io(&self.rooms(), &e))?.path();
            File::open(&path).and_then(|f| f.sync_all()).map_err(|e| Fault::io(&path, &e))?;
        }
        sync_dir(&self.rooms())
    }

    /// Removes what a making of a room left behind that never ended.
    fn sweep(&self) -> Result<(), Fault> {
        for name in self.names("new")? {
            remove_with_logs(&self.rooms().join(format!("{name}.new")))?;
        }
        Ok(())
    }

    fn rooms(&self) -> PathBuf {
        self.dir.join("rooms")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.rooms().join(format!("{name}.db"))
    }

    fn names(&self, extension: &str) -> Result<Vec<ShelfName>, Fault> {
        names_in(&self.rooms(), extension)
    }

    /// Writes a room's file under the name of one that is not finished.
    fn make(&self, new: &Path, place: String, label: &[u8], head: &Head, fill: &mut Fill<'_>) -> Result<(), Fault> {
        remove_with_logs(new)?;
        let fail = |e: rusqlite::Error| fault(&place, &e);
        let mut db = Connection::open(new).map_err(fail)?;
        configure(&db, self.options).map_err(fail)?;
        let tx = db.transaction().map_err(fail)?;
        for (_, sql) in SCHEMA {
            tx.execute(sql, []).map_err(fail)?;
        }
        put_kept(&tx, "label", label).map_err(fail)?;
        put_kept(&tx, "head", &head_bytes(head)).map_err(fail)?;
        tx.commit().map_err(fail)?;
        let mut shelf = SqliteShelf { db, place };
        fill(&mut shelf)?;
        // A log that could not be written back would be lost with its name: see that it is empty.
        shelf.scrub()?;
        let SqliteShelf { db, place } = shelf;
        db.close().map_err(|(_, e)| fault(&place, &e))
    }
}

/// The names of the files with this extension, in order.
pub(crate) fn names_in(rooms: &Path, extension: &str) -> Result<Vec<ShelfName>, Fault> {
    let mut names = Vec::new();
    for entry in fs::read_dir(rooms).map_err(|e| Fault::io(rooms, &e))? {
        let path = entry.map_err(|e| Fault::io(rooms, &e))?.path();
        if path.extension().is_some_and(|x| x == extension) {
            names.extend(path.file_stem().map(|s| s.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}

/// Removes a database file with its logs; what is not there is no fault.
pub(crate) fn remove_with_logs(path: &Path) -> Result<(), Fault> {
    for end in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        match fs::remove_file(&name) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(Fault::io(Path::new(&name), &e)),
            _ => {}
        }
    }
    Ok(())
}

impl Store for SqliteStore {
    fn shelves(&self) -> Result<Vec<ShelfName>, Fault> {
        self.names("db")
    }

    fn create_filled(&self, name: &str, label: &[u8], head: &Head, fill: &mut Fill<'_>) -> Result<(), Fault> {
        let path = self.file(name);
        if path.exists() {
            return Err(Fault::Exists { what: self.place(name) });
        }
        let new = self.rooms().join(format!("{name}.new"));
        let made = self.make(&new, self.place(name), label, head, fill);
        if let Err(fault) = made {
            remove_with_logs(&new)?;
            return Err(fault);
        }
        fs::rename(&new, &path).map_err(|e| Fault::io(&path, &e))?;
        sync_dir(&self.rooms())
    }

    fn open(&self, name: &str) -> Result<Box<dyn Shelf>, Fault> {
        open_file(&self.file(name), self.place(name), self.options).map(|s| Box::new(s) as Box<dyn Shelf>)
    }

    fn place(&self, name: &str) -> String {
        format!("rooms/{name}.db")
    }
}

/// Opens one room's file.
pub(crate) fn open_file(path: &Path, place: String, options: SqliteOptions) -> Result<SqliteShelf, Fault> {
    if !path.exists() {
        return Err(Fault::NotThere { what: place });
    }
    let fail = |e: rusqlite::Error| fault(&place, &e);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags).map_err(fail)?;
    configure(&db, options).map_err(fail)?;
    let mut stmt =
        db.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL OR type <> 'index' ORDER BY name").map_err(fail)?;
    let found = stmt.query_map([], |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?))).map_err(fail)?;
    let found = found.collect::<Result<Vec<_>, _>>().map_err(fail)?;
    drop(stmt);
    if !found.iter().map(|(n, s)| (n.as_str(), s.as_str())).eq(SCHEMA) {
        return Err(Fault::altered_whole(&place, "the tables of the file are not those of a room"));
    }
    Ok(SqliteShelf { db, place })
}

fn configure(db: &Connection, options: SqliteOptions) -> rusqlite::Result<()> {
    db.busy_timeout(std::time::Duration::from_secs(5))?;
    db.set_prepared_statement_cache_capacity(64);
    db.pragma_update(None, "trusted_schema", false)?;
    db.pragma_update(None, "cell_size_check", true)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.query_row("PRAGMA journal_mode = WAL", [], |r| r.get::<_, String>(0))?;
    db.pragma_update(None, "synchronous", if options.filling { "OFF" } else { "FULL" })?;
    // An append touches some six pages: at the usual 1000 a write-back would come every 160 appends.
    db.query_row("PRAGMA wal_autocheckpoint = 4000", [], |r| r.get::<_, i64>(0))?;
    db.query_row("PRAGMA secure_delete = ON", [], |r| r.get::<_, i64>(0))?;
    if let Some(pages) = options.max_pages {
        db.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |r| r.get::<_, i64>(0))?;
    }
    Ok(())
}

fn put_kept(db: &Connection, name: &str, bytes: &[u8]) -> rusqlite::Result<usize> {
    db.prepare_cached("INSERT INTO kept (name, bytes) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes")?
        .execute(params![name, bytes])
}

fn head_bytes(head: &Head) -> Vec<u8> {
    let mut out = head.size.to_be_bytes().to_vec();
    out.extend_from_slice(&head.root);
    out.extend_from_slice(&head.erased);
    out.extend_from_slice(&head.tag);
    out
}

fn int(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Turns SQLite's complaint into ours.
pub(crate) fn fault(place: &str, error: &rusqlite::Error) -> Fault {
    let place = place.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Fault::Full { place },
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Fault::Locked { place },
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::TypeMismatch) => {
            Fault::Torn { place, what: "its pages do not fit together".to_owned() }
        }
        Some(code) => Fault::Disk { place, what: format!("{code:?}").to_lowercase() },
        None => Fault::Torn { place, what: "a value in it has the wrong form".to_owned() },
    }
}

/// A room's file.
pub(crate) struct SqliteShelf {
    pub(crate) db: Connection,
    place: String,
}

fn hash(bytes: Vec<u8>) -> rusqlite::Result<Hash> {
    bytes.try_into().map_err(|_| rusqlite::Error::InvalidQuery)
}

fn whole(n: i64) -> rusqlite::Result<u64> {
    u64::try_from(n).map_err(|_| rusqlite::Error::InvalidQuery)
}

fn read_row(r: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok(Row {
        n: whole(r.get(0)?)?,
        leaf: hash(r.get(1)?)?,
        idem: hash(r.get(2)?)?,
        sealed: r.get(3)?,
        wrapped: r.get(4)?,
        erased_by: r.get::<_, Option<i64>>(5)?.map(whole).transpose()?,
    })
}

impl SqliteShelf {
    fn run<T>(&mut self, f: impl FnOnce(&mut Connection) -> rusqlite::Result<T>) -> Result<T, Fault> {
        f(&mut self.db).map_err(|e| fault(&self.place, &e))
    }

    fn kept(&mut self, name: &str) -> Result<Vec<u8>, Fault> {
        let sql = "SELECT bytes FROM kept WHERE name = ?1";
        let found = self.run(|db| db.prepare_cached(sql)?.query_row([name], |r| r.get(0)).optional())?;
        found.ok_or_else(|| Fault::altered_whole(&self.place, "what every room's file holds is missing"))
    }
}

impl Shelf for SqliteShelf {
    fn label(&mut self) -> Result<Vec<u8>, Fault> {
        self.kept("label")
    }

    fn head(&mut self) -> Result<Head, Fault> {
        let bytes = self.kept("head")?;
        let hash = |at: usize| bytes.get(at..at + 32).and_then(|b| Hash::try_from(b).ok());
        let size = bytes.get(..8).and_then(|b| b.try_into().ok()).map(u64::from_be_bytes);
        match (bytes.len(), size, hash(8), hash(40), hash(72)) {
            (104, Some(size), Some(root), Some(erased), Some(tag)) => Ok(Head { size, root, erased, tag }),
            _ => Err(Fault::altered_whole(&self.place, "the head of the log cannot be read")),
        }
    }

    fn commit(&mut self, batch: &Batch) -> Result<(), Fault> {
        self.run(|db| {
            let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            {
                let mut put =
                    tx.prepare_cached("INSERT INTO entry (n, leaf, idem, sealed, wrapped, erased_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
                let size = tx.prepare_cached("SELECT ifnull(max(n) + 1, 0) FROM entry")?.query_row([], |r| whole(r.get(0)?))?;
                if batch.rows.iter().zip(size..).any(|(row, n)| row.n != n) {
                    return Err(rusqlite::Error::InvalidQuery);
                }
                for row in &batch.rows {
                    let by = row.erased_by.map(int);
                    put.execute(params![int(row.n), &row.leaf[..], &row.idem[..], &row.sealed, &row.wrapped, by])?;
                }
                let mut node = tx.prepare_cached("INSERT INTO node (level, at, hash) VALUES (?1, ?2, ?3)")?;
                for n in &batch.nodes {
                    node.execute(params![n.level, int(n.at), &n.hash[..]])?;
                }
                let mut erase = tx.prepare_cached("UPDATE entry SET sealed = x'', wrapped = ?2, erased_by = ?3 WHERE n = ?1")?;
                for e in &batch.erasures {
                    if erase.execute(params![int(e.n), &e.mark[..], int(e.by)])? != 1 {
                        return Err(rusqlite::Error::QueryReturnedNoRows);
                    }
                    tx.execute("INSERT INTO erasure (by, n) VALUES (?1, ?2)", params![int(e.by), int(e.n)])?;
                }
                if !batch.erasures.is_empty() {
                    tx.execute("DELETE FROM snapshot", [])?;
                }
                put_kept(&tx, "head", &head_bytes(&batch.head))?;
            }
            tx.commit()
        })
    }

    fn size(&mut self) -> Result<u64, Fault> {
        self.run(|db| db.prepare_cached("SELECT count(*) FROM entry")?.query_row([], |r| whole(r.get(0)?)))
    }

    fn row(&mut self, n: u64) -> Result<Option<Row>, Fault> {
        let sql = "SELECT n, leaf, idem, sealed, wrapped, erased_by FROM entry WHERE n = ?1";
        self.run(|db| db.prepare_cached(sql)?.query_row([int(n)], read_row).optional())
    }

    fn rows(&mut self, from: u64, limit: usize) -> Result<Vec<Row>, Fault> {
        let sql = "SELECT n, leaf, idem, sealed, wrapped, erased_by FROM entry WHERE n >= ?1 ORDER BY n LIMIT ?2";
        self.run(|db| db.prepare_cached(sql)?.query_map(params![int(from), int(limit as u64)], read_row)?.collect())
    }

    fn leaves(&mut self, from: u64, limit: usize) -> Result<Vec<(u64, Hash)>, Fault> {
        let sql = "SELECT n, leaf FROM entry WHERE n >= ?1 ORDER BY n LIMIT ?2";
        self.run(|db| {
            db.prepare_cached(sql)?
                .query_map(params![int(from), int(limit as u64)], |r| Ok((whole(r.get(0)?)?, hash(r.get(1)?)?)))?
                .collect()
        })
    }

    fn erasures(&mut self) -> Result<Vec<(u64, u64)>, Fault> {
        self.run(|db| {
            db.prepare_cached("SELECT by, n FROM erasure ORDER BY by")?
                .query_map([], |r| Ok((whole(r.get(0)?)?, whole(r.get(1)?)?)))?
                .collect()
        })
    }

    fn find_idem(&mut self, idem: &Hash) -> Result<Option<u64>, Fault> {
        let sql = "SELECT n FROM entry WHERE idem = ?1";
        self.run(|db| db.prepare_cached(sql)?.query_row([&idem[..]], |r| whole(r.get(0)?)).optional())
    }

    fn nodes(&mut self) -> Result<Vec<Node>, Fault> {
        self.run(|db| {
            db.prepare_cached("SELECT level, at, hash FROM node ORDER BY level, at")?
                .query_map([], |r| Ok(Node { level: r.get(0)?, at: whole(r.get(1)?)?, hash: hash(r.get(2)?)? }))?
                .collect()
        })
    }

    fn put_snapshot(&mut self, up_to: u64, bytes: &[u8]) -> Result<(), Fault> {
        let sql = "INSERT INTO snapshot (id, up_to, bytes) VALUES (0, ?1, ?2)
                   ON CONFLICT (id) DO UPDATE SET up_to = excluded.up_to, bytes = excluded.bytes";
        self.run(|db| db.execute(sql, params![int(up_to), bytes]).map(|_| ()))
    }

    fn snapshot(&mut self) -> Result<Option<(u64, Vec<u8>)>, Fault> {
        let sql = "SELECT up_to, bytes FROM snapshot";
        self.run(|db| db.query_row(sql, [], |r| Ok((whole(r.get(0)?)?, r.get(1)?))).optional())
    }

    fn drop_snapshot(&mut self) -> Result<(), Fault> {
        self.run(|db| db.execute("DELETE FROM snapshot", []).map(|_| ()))
    }

    fn scrub(&mut self) -> Result<(), Fault> {
        let busy: i64 = self.run(|db| db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |r| r.get(0)))?;
        if busy == 0 { Ok(()) } else { Err(Fault::Locked { place: self.place.clone() }) }
    }

    fn check(&mut self) -> Result<(), Fault> {
        let said: String = self.run(|db| db.query_row("PRAGMA integrity_check(1)", [], |r| r.get(0)))?;
        let kept: i64 = self.run(|db| db.query_row("SELECT count(*) FROM kept", [], |r| r.get(0)))?;
        if said == "ok" && kept == 2 {
            Ok(())
        } else if said == "ok" {
            Err(Fault::altered_whole(&self.place, "it holds a value that does not belong there"))
        } else {
            Err(Fault::Torn { place: self.place.clone(), what: "its pages or indexes do not fit together".to_owned() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_store_is_not_called_in_use_because_a_process_is_being_started() {
        let dir = tempfile::tempdir().unwrap();
        let store = SqliteStore::create(dir.path()).unwrap();
        let held_by_the_child = store.lock.try_clone().unwrap();
        assert!(matches!(SqliteStore::open(dir.path()), Err(Fault::Locked { .. })));
        drop(store);
        assert!(SqliteStore::open(dir.path()).is_ok());
        drop(held_by_the_child);
    }
}
