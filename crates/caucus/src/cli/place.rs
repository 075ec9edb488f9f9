//! A store's folder as the program knows it: the record, and `caucus.toml` beside it.

use super::failure::Failure;
use super::key::KeyArgs;
use desk::Desk;
use desk::directory::Host;
use record::{OsEntropy, Record, SqliteStore, StoreKey};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What stands in `caucus.toml`: no secret, and nothing of any case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    /// The name of the record in every checkpoint and receipt.
    pub(crate) origin: String,
    /// Who runs the machine, as the first page says it.
    pub(crate) host: Host,
}

/// The name of the file.
pub(crate) const SETTINGS: &str = "caucus.toml";

/// Where a store lies.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct DataArgs {
    /// The store's folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
    #[command(flatten)]
    pub(crate) key: KeyArgs,
}

impl Settings {
    pub(crate) fn read(dir: &Path) -> Result<Self, Failure> {
        let path = dir.join(SETTINGS);
        let text = std::fs::read_to_string(&path).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => {
                Failure::input(format!("there is no store in `{}`", dir.display()), "make one with `caucus init`")
            }
            _ => Failure::file(&path, &e),
        })?;
        toml::from_str(&text).map_err(|e| toml_failure(&path, &text, &e))
    }

    pub(crate) fn write(&self, dir: &Path) -> Result<(), Failure> {
        let path = dir.join(SETTINGS);
        let text = toml::to_string(self).unwrap_or_default();
        std::fs::write(&path, text).map_err(|e| Failure::file(&path, &e))
    }
}

/// A TOML file that cannot be read, with the line.
pub(crate) fn toml_failure(path: &Path, text: &str, error: &toml::de::Error) -> Failure {
    let line = error.span().map_or(1, |s| text[..s.start.min(text.len())].matches('\n').count() + 1);
    Failure::input(format!("`{}`, line {line}: {}", path.display(), error.message()), "mend the line and start again; nothing was changed")
}

/// Opens the desk over a store's folder. The store's lock keeps a second program out.
pub(crate) fn open(args: &DataArgs) -> Result<(Desk, Settings), Failure> {
    let settings = Settings::read(&args.data)?;
    // The lock first: nobody should type a passphrase to learn that the store is in use.
    let store = SqliteStore::open(&args.data)?;
    let key = args.key.open(&args.data)?;
    Ok((over(store, key, &settings.origin)?, settings))
}

/// A desk over an opened store; finishes what a crash interrupted.
pub(crate) fn over(store: SqliteStore, key: StoreKey, origin: &str) -> Result<Desk, Failure> {
    let entropy = Arc::new(OsEntropy);
    let record = Record::open(Arc::new(store), key, origin, entropy.clone())?;
    let desk = Desk::open(record, entropy)?;
    desk.resume()?;
    Ok(desk)
}

/// Fresh bytes from the operating system, as hexadecimal.
pub(crate) fn random_hex(bytes: usize) -> String {
    use record::Entropy as _;
    let mut out = vec![0; bytes];
    OsEntropy.fill(&mut out);
    out.iter().map(|b| format!("{b:02x}")).collect()
}
