//! A store's folder is copied, sealed as it is, room by room; and put back into an empty folder.
//!
//! Each room's file is copied by SQLite's `VACUUM INTO`, not page by page: it reads in one
//! transaction, so that the copy is of one moment and no writer has to wait or starts the copy
//! anew; and it copies rows, not pages, so that nothing which lay in free pages comes along. Rooms
//! are copied one after another: two rooms of a backup may be of two moments.
//!
//! A backup is itself a store's folder, and is written so that it is one only when it is whole:
//! `layout` comes last. No key is needed; without one the copy can only be compared with its own
//! tree, so the keeper verifies a backup by opening it ([`crate::Record::verify_all`]).

use crate::fault::Fault;
use crate::merkle::{Tree, leaf_hash};
use crate::sqlite::{self, SqliteOptions, SqliteStore, open_file, remove_with_logs, write_whole};
use crate::store::Shelf;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// What was copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Copied {
    /// Rooms.
    pub rooms: u64,
    /// Entries of all rooms.
    pub entries: u64,
    /// Bytes of all files.
    pub bytes: u64,
}

/// Copies the store in `store` to `to`, which must be empty or absent. The store may be in use.
pub fn backup(store: &Path, to: &Path) -> Result<Copied, Fault> {
    copy(store, to)
}

/// Puts a backup back into `to`, which must be empty or absent. What was acknowledged after the
/// backup was made is not in it: any receipt from then says so ([`crate::Verdict::BehindReceipt`]).
pub fn restore(backup: &Path, to: &Path) -> Result<Copied, Fault> {
    copy(backup, to)
}

fn copy(from: &Path, to: &Path) -> Result<Copied, Fault> {
    let version = sqlite::layout(from)?;
    if version > sqlite::LAYOUT {
        let what = format!("it has layout {version}, and this version knows only {}", sqlite::LAYOUT);
        return Err(Fault::Layout { place: from.display().to_string(), what });
    }
    must_be_empty(to)?;
    let rooms = to.join("rooms");
    fs::create_dir_all(&rooms).map_err(|e| Fault::io(&rooms, &e))?;
    let mut copied = Copied::default();
    for name in sqlite::names_in(&from.join("rooms"), "db")? {
        let file = format!("{name}.db");
        let (entries, bytes) = copy_room(&from.join("rooms").join(&file), &rooms.join(&file), &format!("rooms/{file}"))?;
        copied = Copied { rooms: copied.rooms + 1, entries: copied.entries + entries, bytes: copied.bytes + bytes };
    }
    for name in ["keys", "layout"] {
        let path = from.join(name);
        match fs::read(&path) {
            Ok(bytes) => {
                write_whole(&to.join(name), &bytes)?;
                copied.bytes += bytes.len() as u64;
            }
            // A store whose key is kept elsewhere has no key file.
            Err(e) if name == "keys" && e.kind() == std::io::ErrorKind::NotFound => {}
            Err(e) => return Err(Fault::io(&path, &e)),
        }
    }
    Ok(copied)
}

fn must_be_empty(to: &Path) -> Result<(), Fault> {
    let mut found = match fs::read_dir(to) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        found => found.map_err(|e| Fault::io(to, &e))?,
    };
    match found.next() {
        None => Ok(()),
        Some(_) if to.join("layout").exists() => Err(Fault::Exists { what: format!("a store in {}", to.display()) }),
        Some(_) => Err(Fault::Exists { what: format!("something in {}", to.display()) }),
    }
}

/// Copies one room's file and checks the copy against its own tree.
fn copy_room(from: &Path, to: &Path, place: &str) -> Result<(u64, u64), Fault> {
    let new: PathBuf = to.with_extension("new");
    remove_with_logs(&new)?;
    let source = open_file(from, place.to_owned(), SqliteOptions::default())?;
    let target = new.to_str().ok_or_else(|| Fault::Refused { what: format!("the folder's name `{}` is not text", new.display()) })?;
    source.db.execute("VACUUM INTO ?1", [target]).map_err(|e| sqlite::fault(place, &e))?;
    drop(source);
    let mut shelf = open_file(&new, place.to_owned(), SqliteOptions::default())?;
    let entries = check(&mut shelf, place)?;
    shelf.scrub()?;
    shelf.db.close().map_err(|(_, e)| sqlite::fault(place, &e))?;
    let file = File::open(&new).map_err(|e| Fault::io(&new, &e))?;
    let bytes = file.metadata().map_err(|e| Fault::io(&new, &e))?.len();
    // `VACUUM INTO` leaves it to the caller to make the copy durable.
    file.sync_all().map_err(|e| Fault::io(&new, &e))?;
    fs::rename(&new, to).map_err(|e| Fault::io(to, &e))?;
    to.parent().map_or(Ok(()), sqlite::sync_dir)?;
    Ok((entries, bytes))
}

/// What can be checked without a key: the pages, the order of the entries, the tree and the head.
fn check(shelf: &mut dyn Shelf, place: &str) -> Result<u64, Fault> {
    shelf.check()?;
    let mut tree = Tree::new();
    loop {
        let page = shelf.leaves(tree.size(), 4096)?;
        if page.is_empty() {
            break;
        }
        for (n, leaf) in page {
            if n != tree.size() {
                return Err(Fault::altered(place, tree.size(), "this entry is missing"));
            }
            tree.push(leaf_hash(&leaf));
        }
    }
    let head = shelf.head()?;
    if (head.size, head.root) != (tree.size(), tree.root()) {
        return Err(Fault::altered_whole(place, "the tree does not fit the log's head"));
    }
    Ok(tree.size())
}

impl SqliteStore {
    /// Copies this store while it is in use; see [`backup`].
    pub fn backup(&self, to: &Path) -> Result<Copied, Fault> {
        backup(self.dir(), to)
    }
}
