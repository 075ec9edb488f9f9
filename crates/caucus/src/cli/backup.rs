//! `caucus backup` and `caucus restore`: sealed files, copied consistently room by room; no key needed.

use super::failure::{Exit, Failure};
use super::place::SETTINGS;
use super::{Format, Out};
use record::backup::{self, Copied};
use std::path::{Path, PathBuf};

/// Arguments of `backup`.
#[derive(Debug, clap::Args)]
pub(crate) struct BackupArgs {
    /// The store's folder.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// An empty or new folder for the copy.
    to: PathBuf,
    /// How the result is printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Arguments of `restore`.
#[derive(Debug, clap::Args)]
pub(crate) struct RestoreArgs {
    /// The backup's folder.
    from: PathBuf,
    /// An empty or new folder for the store.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// How the result is printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn backup(args: &BackupArgs, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let copied = backup::backup(&args.data, &args.to)?;
    copy_settings(&args.data, &args.to)?;
    print(&copied, args.format, out);
    out.say("The copy is sealed like the store and opens with the same passphrase or recovery text. Check it with `caucus verify`.");
    Ok(Exit::Done)
}

pub(crate) fn restore(args: &RestoreArgs, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let copied = backup::restore(&args.from, &args.data)?;
    copy_settings(&args.from, &args.data)?;
    print(&copied, args.format, out);
    out.say("What was acknowledged after the backup was made is not in it: whoever holds a later receipt sees that when it is checked.");
    Ok(Exit::Done)
}

/// The settings are no part of the record, and a store cannot be served without them.
fn copy_settings(from: &Path, to: &Path) -> Result<(), Failure> {
    let path = from.join(SETTINGS);
    std::fs::copy(&path, to.join(SETTINGS)).map(|_| ()).map_err(|e| Failure::file(&path, &e))
}

fn print(copied: &Copied, format: Format, out: &mut Out<'_>) {
    match format {
        Format::Json => out.json(&serde_json::json!({"rooms": copied.rooms, "entries": copied.entries, "bytes": copied.bytes})),
        Format::Text => out.result(&format!("{} rooms, {} entries, {} bytes", copied.rooms, copied.entries, copied.bytes)),
    }
}
