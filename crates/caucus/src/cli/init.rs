//! `caucus init`: makes a store, its key and its settings. The recovery text is printed once.

use super::Out;
use super::failure::{Exit, Failure};
use super::place::{DataArgs, Settings, over, random_hex};
use desk::directory::Host;
use record::{KeyCost, OsEntropy, SqliteStore, keys};

/// Arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    at: DataArgs,
    /// Who runs this machine, as the first page names them.
    #[arg(long, value_name = "NAME")]
    host: String,
    /// The country whose law reaches the machine.
    #[arg(long, value_name = "COUNTRY")]
    country: String,
    /// Who holds the passphrase and the recovery text.
    #[arg(long, value_name = "NAME")]
    key_holder: String,
    /// The record's name in every receipt; made up where not given. It cannot be changed later.
    #[arg(long, value_name = "NAME")]
    origin: Option<String>,
}

pub(crate) fn run(args: &Args, out: &mut Out<'_>) -> Result<Exit, Failure> {
    let dir = &args.at.data;
    if std::fs::read_dir(dir).is_ok_and(|mut d| d.next().is_some()) {
        return Err(Failure::input(format!("`{}` is not empty", dir.display()), "name a new folder; nothing was changed"));
    }
    let passphrase = args.at.key.choose()?;
    let origin = args.origin.clone().unwrap_or_else(|| format!("caucus.invalid/{}", random_hex(6)));
    let store = SqliteStore::create(dir)?;
    let (key, recovery) = keys::create(dir, &passphrase, KeyCost::REAL, &mut OsEntropy)?;
    let host = Host { name: args.host.clone(), country: args.country.clone(), key_holder: args.key_holder.clone() };
    Settings { origin: origin.clone(), host }.write(dir)?;
    let desk = over(store, key, &origin)?;
    out.say(&format!("The store is made in `{}`. Its record is named {origin}.", dir.display()));
    out.say("The recovery text below opens it without the passphrase. It is shown now and never again:");
    out.say("write it on paper and keep it away from this machine. If passphrase and recovery text are both lost, so is the store.");
    out.result(recovery.as_str());
    out.say("The key below checks every receipt of this record. It is no secret: give it to whoever keeps receipts.");
    out.say(&desk.record().verifier_key());
    Ok(Exit::Done)
}
