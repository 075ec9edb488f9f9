//! The demo: the worked examples on a store of their own, and a way in for each of their people.
//!
//! The store is a real one (sealed files; each commit on the disk before it is
//! answered, once the examples are in) in a fresh folder. Its key is made
//! here from the system's randomness and sealed under a random passphrase that is shown to nobody
//! and dropped at once: once the demo has stopped, a folder that was kept opens with its recovery
//! text alone ([`Demo::recovery`]). A folder that nobody named is removed at the end.

use crate::clock::Clock;
use crate::examples::{self, Example, ExampleError};
use crate::proof::ProofCost;
use crate::web::App;
use crate::web::app::DemoLink;
use desk::Desk;
use desk::directory::Host;
use desk::refusal::Refusal;
use record::keys::{self, RecoveryText};
use record::sqlite::SqliteOptions;
use record::{Entropy, Fault, KeyCost, OsEntropy, Record, SqliteStore, StoreKey};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use terms::id::CaseCode;
use terms::language::Language;
use terms::time::Stamp;

/// The name of the demo's record in its checkpoints and receipts.
const ORIGIN: &str = "caucus.demo";

/// The demo, ready to be served.
#[derive(Debug)]
pub struct Demo {
    /// The application to serve.
    pub app: Arc<App>,
    /// Opens a kept folder's store once the demo has stopped.
    pub recovery: RecoveryText,
    folder: PathBuf,
    /// Removed with everything in it when the demo is dropped.
    _temporary: Option<TempDir>,
}

/// The ways in, case by case: what `--links FILE` holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Links {
    /// The cases in the order in which they were played.
    pub cases: Vec<CaseLinks>,
}

/// The ways into one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseLinks {
    /// The case's code.
    pub case: String,
    /// Its people in the order of its file.
    pub people: Vec<PersonLink>,
}

/// One person's way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonLink {
    /// The person's name.
    pub name: String,
    /// The role's code.
    pub role: String,
    /// The side or body, by its identifier; none for a keeper.
    pub party: Option<String>,
    /// The sign-in address; it works until the demo stops.
    pub url: String,
}

/// Why the demo cannot be opened.
#[derive(Debug)]
pub enum DemoError {
    /// The folder holds something already.
    NotEmpty(PathBuf),
    /// The folder or a file in it cannot be used.
    Folder(PathBuf, std::io::Error),
    /// The store failed.
    Store(Fault),
    /// The desk would not open over it.
    Desk,
    /// An example cannot be played.
    Example(ExampleError),
    /// The process that plays them ended early; what it said stands above.
    Playing,
}

/// What playing the examples left besides the store: each case's now, and the ways in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    held: Vec<(CaseCode, Stamp)>,
    ways: Vec<DemoLink>,
}

/// Plays the examples into the store of a folder that this passphrase opens.
pub type Filling<'a> = &'a mut dyn FnMut(&Path, &str) -> Result<Filled, DemoError>;

impl fmt::Display for DemoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotEmpty(path) => write!(f, "`{}` is not empty; name a folder that is empty or not there yet", path.display()),
            Self::Folder(path, e) => write!(f, "`{}` cannot be used: {}", path.display(), e.to_string().to_lowercase()),
            Self::Store(fault) => write!(f, "{fault}"),
            Self::Desk => write!(f, "the demo's own store cannot be read back; try again in another folder"),
            Self::Example(e) => write!(f, "{e}"),
            Self::Playing => write!(f, "the examples were not played to their end; what stands above says why"),
        }
    }
}

impl std::error::Error for DemoError {}

impl From<Fault> for DemoError {
    fn from(fault: Fault) -> Self {
        Self::Store(fault)
    }
}

impl From<Refusal> for DemoError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Fault(fault) => Self::Store(fault),
            _ => Self::Desk,
        }
    }
}

/// Makes the store in `data`, or in a folder of its own, plays every example that the program
/// carries, and holds each case's clock at its example's now. Refuses a folder that is not empty.
/// `playing` is told the name of each example before it is played.
pub fn open(data: Option<&Path>, playing: &mut dyn FnMut(&str)) -> Result<Demo, DemoError> {
    open_filled(data, &mut |folder, passphrase| fill(folder, passphrase, playing))
}

/// The same, with the examples played by `filling`: by another process, that the demo may idle in what
/// it is, and not in what playing needed for a second.
pub fn open_filled(data: Option<&Path>, filling: Filling<'_>) -> Result<Demo, DemoError> {
    let (folder, temporary) = match data {
        Some(path) => (path.to_path_buf(), None),
        None => {
            let made = tempfile::Builder::new().prefix("caucus-demo-").tempdir();
            let made = made.map_err(|e| DemoError::Folder(PathBuf::from("the system's folder for temporary files"), e))?;
            (made.path().to_path_buf(), Some(made))
        }
    };
    match std::fs::read_dir(&folder).map(|mut there| there.next().is_some()) {
        Ok(true) => return Err(DemoError::NotEmpty(folder)),
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(DemoError::Folder(folder, e)),
        _ => {}
    }
    drop(SqliteStore::create(&folder)?);
    let passphrase = nobodys_passphrase();
    let (key, recovery) = keys::create(&folder, &passphrase, KeyCost::TEST, &mut OsEntropy)?;
    let Filled { held, ways } = filling(&folder, &passphrase)?;
    let mut clock = Clock::default();
    for (case, now) in held {
        clock.hold(case, now);
    }
    let desk = Arc::new(desk(Arc::new(SqliteStore::open(&folder)?), key)?);
    let host = Host {
        name: "whoever started this demo".to_owned(),
        country: "where this machine stands".to_owned(),
        key_holder: "the demo itself, until it stops".to_owned(),
    };
    let mut app = App::new(desk, clock, ProofCost::REAL, host);
    app.demo = ways;
    Ok(Demo { app: Arc::new(app), recovery, folder, _temporary: temporary })
}

/// Plays every example into the store of a folder that this passphrase opens.
pub fn fill(folder: &Path, passphrase: &str, playing: &mut dyn FnMut(&str)) -> Result<Filled, DemoError> {
    let key = keys::open_with_passphrase(folder, passphrase)?;
    // While it is filled nobody relies on it: the disk is waited for once, at the end.
    let filling = Arc::new(SqliteStore::open_with(folder, SqliteOptions { filling: true, ..SqliteOptions::default() })?);
    let (mut held, mut ways) = (Vec::new(), Vec::new());
    {
        let desk = desk(filling.clone(), key)?;
        let wall = Clock::default().wall();
        for name in examples::names() {
            playing(name);
            let example = Example::embedded(name).map_err(DemoError::Example)?;
            examples::play(&desk, &example, wall).map_err(DemoError::Example)?;
            held.push((example.founding.case.code.clone(), example.now));
            ways_in(&desk, &example, &mut ways)?;
        }
    }
    filling.settle()?;
    Ok(Filled { held, ways })
}

fn desk(store: Arc<SqliteStore>, key: StoreKey) -> Result<Desk, DemoError> {
    let entropy = Arc::new(OsEntropy);
    let record = Record::open(store, key, ORIGIN, entropy.clone())?;
    Ok(Desk::open(record, entropy)?)
}

/// A passphrase of 32 random bytes that nobody sees, so a cheap way from it to the key loses
/// nothing.
fn nobodys_passphrase() -> String {
    let mut bytes = [0_u8; 32];
    OsEntropy.fill(&mut bytes);
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// A token and a slot for each person whose access lasts, in the order of the example's file.
fn ways_in(desk: &Desk, example: &Example, all: &mut Vec<DemoLink>) -> Result<(), DemoError> {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
    let case = &example.founding.case.code;
    for person in &example.founding.people {
        if desk.directory().account(case, &person.id).is_none() {
            continue;
        }
        let label = format!("way in:{case}:{}", person.id);
        let mut token = [0_u8; 32];
        desk.fresh(&label, &mut token)?;
        // A slot is no secret; it stands in every address, so it is short, and no two are the same.
        let mut slot = String::new();
        while slot.is_empty() || all.iter().any(|l| l.slot == slot) {
            let mut bytes = [0_u8; 4];
            desk.fresh(&label, &mut bytes)?;
            slot = bytes.iter().map(|b| char::from(LETTERS[usize::from(b % 32)])).collect();
        }
        let token = token.iter().map(|b| format!("{b:02x}")).collect();
        all.push(DemoLink { token, case: case.clone(), person: person.id.clone(), slot });
    }
    Ok(())
}

impl Demo {
    /// The store's folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether the folder goes when the demo does.
    #[must_use]
    pub fn temporary(&self) -> bool {
        self._temporary.is_some()
    }

    /// The ways in, where the demo is served at `listen` (the real port, not 0).
    #[must_use]
    pub fn links(&self, listen: SocketAddr) -> Links {
        let directory = self.app.desk.directory();
        let mut cases: Vec<CaseLinks> = Vec::new();
        for link in &self.app.demo {
            let Some(account) = directory.account(&link.case, &link.person) else { continue };
            let person = PersonLink {
                name: account.name.clone(),
                role: account.role.code().to_owned(),
                party: account.body.as_ref().map(|b| b.as_str().to_owned()),
                url: format!("http://{listen}/enter/{}", link.token),
            };
            match cases.last_mut().filter(|c| c.case == link.case.as_str()) {
                Some(case) => case.people.push(person),
                None => cases.push(CaseLinks { case: link.case.as_str().to_owned(), people: vec![person] }),
            }
        }
        Links { cases }
    }

    /// What `--links FILE` holds.
    #[must_use]
    pub fn links_json(&self, listen: SocketAddr) -> String {
        let mut text = serde_json::to_string_pretty(&self.links(listen)).unwrap_or_default();
        text.push('\n');
        text
    }

    /// What the terminal shows: one sign-in address per person, case by case.
    #[must_use]
    pub fn to_print(&self, listen: SocketAddr) -> String {
        let mut out = String::new();
        for case in self.links(listen).cases {
            out.push_str(&format!("\n{}\n", self.title(&case.case)));
            let label = |p: &PersonLink| match &p.party {
                Some(party) => format!("{} ({}, {party})", p.name, p.role),
                None => format!("{} ({})", p.name, p.role),
            };
            let wide = case.people.iter().map(|p| label(p).chars().count()).max().unwrap_or(0);
            for person in &case.people {
                out.push_str(&format!("  {:<wide$}  {}\n", label(person), person.url));
            }
        }
        out
    }

    /// A case's title in English, or the first it has.
    fn title(&self, code: &str) -> String {
        let directory = self.app.desk.directory();
        let case = CaseCode::new(code).ok().and_then(|code| directory.case(&code));
        let words = case.and_then(|c| c.titles.iter().find(|w| w.lang == Language::En).or(c.titles.first()));
        words.map_or_else(|| code.to_owned(), |w| w.text.clone())
    }
}
